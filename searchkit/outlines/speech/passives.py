"""Frames in the passive: ``it was agreed that``, ``concern was expressed by Minister Roe``.

An *agent* is who is named after ``by``. A passive without one tells what all said where its verb
tells of agreement, or where a noun of opinion is its subject (``the need was stressed``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...records import BOTH_SIDES
from .frame import Frame, last_word
from .reporting import read_passives, read_verb
from .subject import Subject, subject_words
from .verbs import Reading, forms_of

if TYPE_CHECKING:
    from .frames import Reader

__all__ = ["REACHED", "TOLD", "passive_frames"]

_IT = re.compile(r"\b[Ii]t\s+(?=(?:was|is|has been|had been)\b)")
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whether|if|when|where|while|until|before)\b")
_BY = re.compile(
    r"(?:(?!\bthat\b)[^,.;]){0,60}?\b(?:by|(?P<side>from|on behalf of|on the part of))"
    r"\s+(?:both\s+)?(?:the\s+)?\Z"
)
_ON_SIDE = re.compile(r"(?: [a-z]+)? on (?:the )?\Z")
_CLAUSE_OR_END = re.compile(r" (?:that|how|whether|to)\b|[.,;]")
"""What stands behind ``on the Norwegian side`` where that side has said something."""
_BY_HIM = re.compile(
    r"(?: (?:out|up|forward|clear|plain|known))? by (?P<who>him|her)"
    r"(?= (?:that|how|what|whether|to|as|in|on|at|and|when|with|for)\b|[.,;:])"
)
_WHO_IS = {"him": "He", "her": "She"}
_BY_OTHERS = re.compile(
    r"(?:(?!\bthat\b)[^,.;]){0,40}?\bby\s+"
    r"(?!\w+ing\b|\d|the end|means|way|all\b|both\b|name\b|telephone|phone)"
)
_FROM_SIDE = re.compile(
    r"\b(?:[Ff]rom|[Bb]y|[Oo]n|[Oo]n the (?:part|side) of|[Ff]or)\s+(?:the\s+)?\Z"
)
_REACHED = re.compile(
    r"\b(?:(?<![Tt]he )(?<![Tt]his )(?:[Aa]greement|[Cc]onsensus|[Uu]nderstanding)"
    r" (?:was|has been) (?:also )?reached\b"
    r"|(?:[Cc]oncurrence|[Cc]onvergence|[Cc]oincidence|[Ii]dentity|[Uu]nity|[Aa]greement"
    r"|[Cc]onsensus)(?: of (?:views|opinions?|positions))? (?:was|were) (?:also )?"
    r"(?:obtained|attained|achieved|found|registered|recorded)\b"
    r"|[Tt]here was (?:also )?(?:an? )?(?:(?:general|broad|full|clear|wide|strong|complete|large"
    r"|considerable|close|great|high|degree|measure|of) )*"
    r"(?:(?:shared|mutual|common) (?!history|border)[a-z]+"
    r"|agreement|consensus|convergence|unanimity|coincidence|concurrence|similarity|accord"
    r"|like-mindedness|meeting of minds|identity of views|unity of views)\b"
    r"|[Tt]here (?:was|were) (?:also )?(?:an? )?(?:[\w-]+ ){0,3}(?P<views>exchanges?) of "
    r"(?:views|opinions)\b"
    r"|(?:[Vv]iews|[Oo]pinions)(?: of (?:the )?(?:two|both|three) [\w-]+)?"
    r" (?:also |largely |clearly |sharply )?"
    r"(?P<how>diverged|differed|coincided|converged|matched"
    r"|were (?:divided|aligned|close|similar|identical))\b)"
)
_TALKS = (
    "talks?|discussions?|conversations?|consultations|dialogue|exchanges?(?: of views)?"
    "|(?:tele)?phone call|(?:video )?call|meeting|encounter|deliberations|negotiations|interview"
)
_TOPICS = "[Tt]opics?|[Ss]ubjects?|[Ii]ssues?|[Mm]atters?|[Qq]uestions?|[Tt]hemes?"
_TOLD = re.compile(
    r"(?:\A|[.;,] )(?:In \w+, )?"
    r"(?:(?:[Tt]he|[Tt]heir|[Tt]hese|[Tt]his) (?:[\w-]+ ){0,2}|(?:A|The) (?:[\w-]+ )?part of the )?"
    rf"(?P<talks>(?i:{_TALKS}))(?: (?:during|at|in|between) [^,.;]{{1,60}}?)?"
    r" (?:(?:also|then|mainly|largely|primarily|chiefly|further|next|in particular|especially"
    r"|notably|later|in addition) )*"
    r"(?:focus+ed|cent(?:ered|red)|concentrated|dwelt|dealt|revolved|covered|ranged|spanned"
    r"|touched|addressed|tackled|explored|examined|looked at|encompassed"
    r"|discussed|reviewed|considered"
    r"|(?:was|were) (?:(?:also|mainly|largely|primarily) )?(?:devoted|dedicated|dominated"
    r"|focus+ed|cent(?:ered|red)))\b"
    # The edge of a word is looked for once for all that begin with it.
    r"|\b(?:[Dd]iscussions? (?:then |also |next )?(?P<turned>turned) to\b"
    r"|(?:[Ss]pecial |[Pp]articular |[Mm]uch |[Ss]eparate "
    r"|[Cc]onsiderable )?(?P<attention>[Aa]ttention|[Ee]mphasis|[Ss]tress) (?:was|were) "
    r"(?:also )?(?:focus+ed|paid|given|devoted|made|placed|laid|put|drawn|accorded)\b"
    rf"|(?P<topics>{_TOPICS}) (?:of (?:the )?(?:discussions?|talks)|discussed|raised|covered"
    r"|addressed|on the agenda|under discussion)"
    r" (?:also )?(?:included|were|was|comprised)\b"
    rf"|[Oo]ther (?P<other>{_TOPICS}) (?:included|were|was)\b"
    rf"|(?:was|were) (?:also )?(?:another|one|among|some)\b[^.;]{{0,20}}? (?P<among>{_TOPICS})"
    r" (?:discussed|raised|covered|addressed|touched (?:up)?on|dealt with|considered|reviewed)\b"
    r"|[Aa]lso (?P<discussed>discussed|raised|reviewed|considered|addressed|tackled|covered"
    r"|touched (?:up)?on|taken up|examined|explored|on the agenda|under discussion"
    r"|high on the agenda|on the table) (?:[^,.;]{2,50} )?(?:was|were)\b"
    r"|(?:came|come) (?:also )?(?:under|up for|up in|in for) (?:the )?(?:\w+ )?"
    r"(?P<under>discussions?|review)\b"
    r"|(?:featured|figured) (?:also |prominently |high )*(?:in|on|during) (?:the|their) (?:\w+ )?"
    r"(?P<featured>talks|discussions?|conversations?|meeting|agenda|dialogue|call|consultations)\b"
    r"|(?:was|were) (?:also )?(?:(?:at|in|on) )?the (?:top|main|key|cent(?:er|re)|heart|focus|core"
    r"|agenda|forefront) of (?:the|their) (?:\w+ )?"
    r"(?P<focus>talks|discussions?|conversations?|meeting|agenda|dialogue|call|consultations"
    r"|attention)\b"
    r"|[Aa]t the (?:top|heart|cent(?:er|re)|core|forefront) of (?:the|their) (?:\w+ )?"
    r"(?P<heart>talks|discussions?|conversations?|meeting|agenda|dialogue|call)"
    r" (?:was|were|stood)\b"
    r"|[Hh]igh on the (?P<high>agenda) (?:was|were)\b"
    rf"|(?:range|variety|number|series|spectrum) of (?:[\w-]+ ){{0,2}}(?P<range>{_TOPICS})"
    r"(?: [^.;,]{2,50})? (?:was|were) (?:also )?(?:covered|raised|addressed|touched|tackled)\b"
    r"|[Tt]here was (?:also )?(?:an? )?(?:(?!some|no\b|little"
    r"|light)[\w-]+ ){0,2}(?P<discussion>discussion|debate)"
    r" (?:of|on|about|over|regarding|concerning)\b"
    r"|(?:was|were) (?:also )?the subject of (?:an? )?(?:[\w-]+ )?(?P<subject>discussions?"
    r"|debate)\b"
    r"|met with (?:general |broad |the |unanimous |full )*(?P<with>approval|agreement|support)\b"
    r"|[Cc]ommon (?P<common>ground|understanding) (?:was|were) (?:also )?(?:found|reached)\b"
    r"|[Ii]t was (?P<left>left) (?:open|undecided)\b"
    r"|[Ii]t was (?:also )?(?:mutually|jointly) (?P<decided>decided|resolved)\b)"
    r"|\A[\"“(]?(?:The|This|His|Her|Their) (?:\w+ )?invitation was (?:\w+ly )?"
    r"(?P<accepted>accepted)\b"
)
"""What the talks were about, without saying who spoke."""
_EXCHANGE = re.compile(
    r"\b(?P<views>[Ee]xchanges?) of (?:views|opinions)\b[^.;]{0,80}?"
    r"\b(?:was held|were held|took place|was conducted|was made|followed)\b"
)
_INVITATION = re.compile(
    r"\b[Ii]nvitations? (?:[^.;]{0,40} )?(?:was|were) (?:also )?extended to (?:the )?\Z"
)
REACHED = frozenset({
    "reached", "obtained", "attained", "achieved", "found", "registered", "recorded", "there",
    "views", "opinions"
})  # fmt: skip
_TOLD_WORDS = """
focused focussed centered centred concentrated dwelt dealt revolved covered ranged spanned touched
addressed tackled explored examined looked encompassed discussed reviewed considered devoted
dedicated dominated raised taken table turned attention emphasis stress other agenda discussion
discussions review featured figured top center centre heart focus core forefront debate subject
approval agreement support ground understanding left decided resolved invitation exchange exchanges
"""
TOLD = frozenset(_TOLD_WORDS.split())
"""No agreement is reached without one of ``REACHED``, nothing told of talks without these."""
_SUBJECT_NOUN = re.compile(
    r"\b(?:importance|necessity|need|significance|views?|opinions?|hopes?|wish|desire|concerns?"
    r"|intentions?|commitment|appreciation|gratitude|recognition|satisfaction|closeness|proximity"
    r"|coincidence|similarity|convergence|identity|unity|commonality|readiness|willingness|interests?"
    r"|determination|resolve|support|solidarity|regret|confidence|conviction|belief|urgency"
    r"|relevance|inadmissibility|inevitability|expediency|feasibility|desirability|usefulness"
    r"|value|priority|relevance|role|potential|positive (?:dynamics?|trends?)|condolences"
    r"|sympath(?:y|ies)|thanks|congratulations|praise|disappointment|expectations?|understanding"
    r"|aspirations?|preparedness|adherence|emphasis|alarm|dissatisfaction|doubts?|optimism)\b"
    r"|\b(?:excellent|good|high|positive|dynamic|growing|strong|close|friendly|intensive|solid)"
    r" (?:[a-z-]+ ){0,2}(?:state|level|quality|character|nature|development|progress|growth"
    r"|momentum|pace|ties|relations|relationship|cooperation|bonds|contacts)\b",
    re.IGNORECASE,
)
_WITH_FEELING = re.compile(
    r" with (?:\w+ )?(?:satisfaction|concern|appreciation|pleasure|regret|interest|gratitude)\b"
)
_KNOWN = re.compile(r"\(?(?:The|This) (?:\w+ )?(?:agreement|understanding|consensus) ")
_THAT = re.compile(r" (?:that|whether|how|what|to|necessary|important|essential|useful)\b")
_ON_THE_PART_OF = re.compile(r"\b[Oo]n the (?:part|side) of\s+(?:the\s+)?\Z")
_IN_DISCUSSION = re.compile(
    r"[\"“(]?In (?:the )?(?:(?:ensuing|subsequent|general|further|course of(?: the)?) )*"
    r"(?:discussion|debate)\b"
)
"""What is told of a discussion somebody said: not all did."""
_PROCEDURE = re.compile(
    r"(?<!\bof )(?<!\bon )(?<!\bin )\b(?:[Tt]he|[Tt]his|[Tt]hose) (?:[\w-]+ ){0,2}"
    r"(?:minutes|agenda|record|paragraph|accounts|credentials)(?: \([^()]{1,40}\))?"
    r"(?: of [^.;]{1,80})?\s*\Z"
)
"""What is adopted or confirmed by a meeting before it speaks: ``The agenda was adopted.``"""
_NEED = re.compile(
    r"(?:The )?(?i:need|importance|necessity|question|issue|possibility) (?:for|of) "
)
"""What is told at the end of a sentence, whatever clause stands in between: ``The need for ships
that can break ice was stressed.``"""
_THE_NEED = re.compile(r"\b[Tt]he (?:need|importance|necessity|possibility|idea) (?:for|of|to) ")
_FRONTED = re.compile(
    r"[\"“(]?(?:(?:Also|Further|Then|Next|Again|Equally|Similarly)\s+)?(?P<verb>[A-Za-z][a-z]+)"
    r"(?:\s+(?:forward|up|out|on|upon|to|for))?\s+by\s+(?:both\s+)?(?:the\s+)?\Z"
)
_WHAT_WAS = re.compile(r"[^.,;:]{0,70}?\s(?:was|were|is|are|has been|have been|had been)\b")
"""``Asked by the Omani side were two courses``: what was asked stands at the end."""
_OPENS = frozenset({"open", "close"})
_WHO = ", who "
_SHORT = 20
_NONE = re.compile(r"\(?(?:[\w ]+, )?(?:[Nn]o|[Nn]either)\b")


def passive_frames(
    reader: Reader,
    start: int,
    end: int,
    subjects: list[Subject],
    active: list[Frame],
    last: str | None,
) -> list[Frame]:
    """The frames that passives make of ``text[start:end]``, beside those that are ``active``."""
    text = reader.text
    found: list[Frame] = []
    auxiliaries = reader.auxiliaries(start, end)
    readings = read_passives(text, start, end, auxiliaries) if auxiliaries else []
    its = {m.end() for m in _IT.finditer(text, start, end)} if readings else set()
    for at, passive in readings:
        impersonal = at in its
        agent = _agent(reader, passive, subjects, last)
        begin = text.rfind(" ", start, at - 1) if impersonal else at
        before = text[start : max(start, begin)].rstrip()
        subordinate = last_word(before) in subject_words().subordinators
        flags = passive.verb.flags
        if agent is None:
            if _BY_OTHERS.match(text, passive.end, end):
                continue
            # "It was made clear that" tells no more of who says so than "It was noted that".
            agreed = "p" in flags or (impersonal and passive.verb.base == "make")
            if not agreed and _IN_DISCUSSION.match(text, start, at):
                continue
            if passive.verb.base == "extend" and _invited(text, start, subjects) is not None:
                agreed = True
            if not agreed and not (
                (
                    "i" in flags
                    and (
                        impersonal
                        or _SUBJECT_NOUN.search(text, start, at)
                        or _WITH_FEELING.match(text, passive.end)
                    )
                )
                or (passive.verb.base == "raise" and _THE_NEED.search(text, start, at))
            ):
                continue
        elif impersonal is False and not flags and passive.verb.base in ("have", "hold"):
            continue
        elif passive.verb.base in _OPENS and not _says_too(text, passive.end, end):
            continue  # "The meeting was opened by Minister Roe"
        if _NONE.match(text, start, at) or (agent is None and _PROCEDURE.search(text, start, at)):
            continue
        if (
            agent is None
            and _KNOWN.fullmatch(text, start, at)
            and not _THAT.match(text, passive.end)
        ):
            continue  # "The agreement was reached on Friday": it has been told before
        if impersonal and "j" in flags and not _THAT.match(text, passive.end):
            continue  # "It was considered at once": what happened to a thing
        if agent is None and " not " in text[at : passive.start]:
            continue
        if agent is None and not impersonal and passive.verb.base != "agree":
            first = [s for s in subjects[:1] if text[start : s.start].strip() in ("", "The")]
            if any(s.end <= at and any(map(reader.names, (s.speaker, *s.members))) for s in first):
                continue  # "Mr. Roe and Ms. Doe were examined"
        if agent is None and not impersonal and text.startswith("is ", at):
            continue  # "the feature is supported": how things are
        clause = start + len("That ") * text.startswith("That ", start)
        needed = end - passive.end < _SHORT and _NEED.match(text, start, at) is not None
        if not impersonal and (
            (not needed and _RELATIVE.search(text, clause, at)) or any(f.at < at for f in active)
        ):
            continue
        side = next((s for s in subjects if s.end <= at and _whose(text, start, s)), None)
        speaker = agent or (
            reader.resolve(side, last)
            if side is not None and side.kind in ("side", "country", "person", "title")
            else None
        )
        if speaker is None and passive.verb.base == "extend":
            invited = _invited(text, start, subjects)
            speaker = reader.inviter(invited.speaker) if invited is not None else None
            if speaker is None:
                continue
        kind = "person" if reader.names(speaker) else "agent" if speaker else "passive"
        found.append(
            Frame(
                speaker or BOTH_SIDES,
                kind,
                at=max(start, begin),
                start=max(start, begin),
                mode=passive.mode,
                tense="passive",
                perfect=passive.perfect,
                subordinate=subordinate,
                concessive=subordinate and agent is not None,
                impersonal=speaker is None,
                joint=speaker is None and "p" in flags,
                content=agent is not None and "c" in flags,
                opens=True,
            )
        )
    fronted = _fronted(reader, start, end, subjects, last) if not (found or active) else None
    if fronted is not None:
        return [fronted]
    if found or active:
        return found
    sentence = text[start:end]
    reached = _REACHED.search(sentence) if reader.has("reached", start, end) else None
    if reached is None and reader.has("told", start, end):
        reached = _EXCHANGE.search(sentence) or _TOLD.search(sentence)
    if reached and not _NONE.match(sentence, 0, reached.start() + 1):
        at = start + reached.start()
        mode = next((said for said in reached.groupdict().values() if said), "agreement").lower()
        frame = Frame(BOTH_SIDES, "passive", at, at, mode, tense="passive", opens=True)
        found.append(replace(frame, impersonal=True, joint=True))
    return found


def _says_too(text: str, start: int, end: int) -> bool:
    """Whether somebody named says something besides: ``by Minister Roe, who called for ice``."""
    who = text.find(_WHO, start, end)
    return who >= 0 and read_verb(text, who + len(_WHO) - 1, end) is not None


def _fronted(
    reader: Reader, start: int, end: int, subjects: list[Subject], last: str | None
) -> Frame | None:
    """The passive that a sentence begins with: ``Raised by Minister Roe was the bridge``."""
    text = reader.text
    for subject in subjects[:1] if text.find(" by ", start, end) >= 0 else ():
        led = _FRONTED.match(text, start, subject.start)
        verbs = forms_of()["passive"].get(led["verb"].lower(), ()) if led is not None else ()
        if led is None or not verbs or not _WHAT_WAS.match(text, subject.end, end):
            continue
        speaker = reader.resolve(subject, last) if subject.kind != "joint" else BOTH_SIDES
        speaker = speaker or (subject.form if subject.kind == "title" else None)
        if speaker is None or subject.kind == "pronoun":
            continue
        kind = "person" if reader.names(speaker) else "agent"
        mode = led["verb"].lower()
        return Frame(speaker, kind, start, start, mode, tense="passive", content=True, opens=True)
    return None


def _invited(text: str, start: int, subjects: list[Subject]) -> Subject | None:
    """To whom an invitation was extended."""
    fits = (s for s in subjects if s.kind in ("person", "title"))
    return next((s for s in fits if _INVITATION.search(text, start, s.start)), None)


def _whose(text: str, start: int, subject: Subject) -> bool:
    """Whether a passive tells what ``subject`` says: ``From the Russian side, hope was voiced``."""
    if subject.kind == "side":
        return _FROM_SIDE.search(text, start, subject.start) is not None
    return subject.kind in ("country", "person", "title") and (
        _ON_THE_PART_OF.search(text, start, subject.start) is not None
    )


def _agent(
    reader: Reader, reading: Reading, subjects: list[Subject], last: str | None
) -> str | None:
    """Who is named after ``by``."""
    text = reader.text
    him = _BY_HIM.match(text, reading.end)
    if him is not None:
        pronoun = Subject(him.start("who"), him.end(), "pronoun", None, _WHO_IS[him["who"]])
        return reader.resolve(pronoun, last)
    for subject in subjects:
        if subject.start <= reading.end:
            continue
        match = _BY.match(text, reading.end, subject.start)
        if match is None and subject.kind == "side":
            on = _ON_SIDE.fullmatch(text, reading.end, subject.start)
            match = on if on and _CLAUSE_OR_END.match(text, subject.end) else None
            if match is not None:
                return reader.resolve(subject, last)
        if (
            match
            and subject.kind != "pronoun"
            and (not match.group("side") or subject.kind == "side")
        ):
            if subject.kind == "counterpart":
                return reader.resolve(subject, last)
            return subject.speaker or (subject.form if subject.kind == "title" else None)
    return None
