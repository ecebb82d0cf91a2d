"""Frames without a verb of speech: a noun tells that somebody says something.

``According to Minister Roe``, ``Minister Roe's view was that``, ``There was a nod from Ms. Doe``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..lands.countries import adjective_of, country_of
from .frame import Frame
from .inversions import ENDS
from .subject import Subject, with_owner

if TYPE_CHECKING:
    from .frames import Reader

__all__ = ["LEADS", "NOMINAL", "NOUNS", "OWN", "nominal_frames"]

_NOUN_WORDS = """
view views opinion opinions position positions response responses answer answers reply replies
assessment assessments comment comments belief conviction judgement judgment contention explanation
suggestion proposal request question message plea argument conclusion understanding impression hope
concern remark point objection counterproposal counter-proposal reaction advice estimate warning
retort verdict
"""
NOUNS = frozenset(_NOUN_WORDS.split())
"""Nouns for what somebody says."""
_NOUN = rf"(?P<mode>{'|'.join(sorted(NOUNS))})"
_ACCORDING = re.compile(
    r"[(“\"]?(?:(?:[A-ZÀ-ÞĀ-ɏ][\w’'-]*(?: [\w’'-]+){0,3}|also), )?"
    r"(?P<mode>[Aa]ccording to|[Ii]n the (?:view|words|opinion|eyes|judge?ment|estimation) of"
    r"|[Aa]s (?:was )?(?:pointed out|stated|noted|mentioned|explained|emphasi[sz]ed|said|indicated"
    r"|remarked|observed|suggested|proposed) by)\s+(?:the\s+)?"
)
_ACCORDING_TO = re.compile(
    r",? (?P<mode>according to|in the (?:view|words|opinion) of) (?:the )?\Z"
)
_IN_OWN = re.compile(
    r"[’']s? (?:\w+ )?(?P<mode>view|opinion|words|judge?ment|estimation|assessment|eyes|mind)"
    r"(?=\s*,|\s+(?:this|that|it|the|there|these|no|an?)\b)"
)
_IN = re.compile(r"(?:\A|, )[\"“(]?(?:[Ii]n|[Tt]o) (?:the )?\Z")
_IN_HIS = re.compile(
    r"(?:\b[Ii]n (?:his|her)(?: (?:\w+ )?(?:[Gg]overnment|country|[Mm]inistry|delegation)[’']s)?"
    r"|(?:\A|, )[Aa]s (?:he|she)|, so (?:he|she)|\b[Aa]ccording(?= to (?:him|her),)) "
    r"(?P<mode>view|opinion|words|judge?ment|estimation|put it|saw it|phrased it|expressed it"
    r"|to (?:him|her))\b"
)
_AS = re.compile(r"(?:.*, )?[Aa]s (?:the )?")
_SAW_IT = re.compile(r" (?P<mode>saw) it(?=[,.])")
_OWNER = re.compile(
    rf"[’']s? (?=(?:\w+ ){{0,2}}(?:{'|'.join(sorted(NOUNS))}|words|eyes|remarks)\b)"
)
_OWNER_SIDE = re.compile(
    r"\b(?:[Tt]he )?(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.-]*){0,2}?)"
    r"(?: (?:side|delegation|[Gg]overnment|team|[Mm]inistry|authorities|negotiators?))?\Z"
)
_OWNER_ACROSS = re.compile(
    r"\b(?P<who>(?:[Hh]is|[Hh]er|[Tt]he) (?:[A-ZÀ-ÞĀ-ɏ]\w+ ){0,2}"
    r"(?:counterpart|colleague|guest|host|interlocutor|visitor)"
    r"|[Tt]he visiting (?:[a-z-]+ ){0,2}(?:minister|president|premier|chancellor|secretary))\Z"
)
_OTHER_SIDE = re.compile(r"\b[Tt]he other (?:side|delegation)\Z")
_REACH = 60
_HER = re.compile(r"\b(?:she|her)\b", re.IGNORECASE)
_SO = re.compile(r", so (?:the )?\Z")
_OWN_VIEW = re.compile(
    rf"[’']s? (?:\w+ ){{0,2}}{_NOUN} (?:(?:on|to|about) (?:this|that|the (?:question|point"
    rf"|matter)) )?(?:was|is|were|are|had been) "
    r"(?:(?:also|simply|clear|briefly|still) ?:? ?)*"
    r"(?=that|to|whether|(?P<follows>as follows)|simple|brief|short|in the|negative|affirmative"
    r"|positive|clear|how|why|what|one of|not|cautious|guarded|firm|blunt|encouraging|enthusiastic"
    r"|lukewarm|cool|immediate|prompt|frank|evasive|noncommittal)\b"
    rf"|[’']s? (?:\w+ ){{0,2}}(?P<about>{'|'.join(sorted(NOUNS))})"
    r" (?:concerned|related to|referred to|turned on|dealt with|had to do with"
    r"|was about|were about)\b"
    r"|[’']s? (?:\w+ ){0,2}(?P<words>remarks|intervention|presentation|speech|statement) "
    r"(?:cent(?:ered|red)|focus+ed|dealt|concentrated|dwelt|touched)\b"
)
_IT_WAS = re.compile(r"\b[Ii]t (?:was|is) (?:also )?(?:the )?\Z")
_OWN_THAT = re.compile(rf"[’']s? (?:\w+ ){{0,2}}{_NOUN} that\b")
_VIEW_OF = re.compile(
    r"(?:(?:[A-ZÀ-ÞĀ-ɏ][\w’'-]*(?: [\w’'-]+){0,6}|also), )?"
    r"(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne|[Ii]t was (?:also )?the) (?!message of )"
    rf"(?:\w+ ){{0,2}}{_NOUN} "
    r"(?:given |made |offered |put |expressed |received )?(?:of|by|from) (?:the )?\Z"
)
_IS = re.compile(
    r",? (?:(?:was|were|is|are) (?!(?:\w+ly |also )?(?:\w+ed|met|given|put|made|told|shown)\b)"
    r"|that\b|came\b)"
)
_WAS_THE = re.compile(rf"[\"”’,] (?:was|came) the {_NOUN} (?:of|from|by) (?:the )?\Z")
_WAS = re.compile(r"[\"”’,–—-] (?:was|came) \Z")
_OWN_LAST = re.compile(rf"[’']s? (?:\w+ ){{0,2}}{_NOUN}(?=[.,;])")
_FROM_SIDE = re.compile(r"(?:\A|, )(?:[Ff]rom|[Oo]n|[Bb]y) (?:the )?\Z")
_FROM = re.compile(r"(?:\A|, )[Ff]rom (?:the )?\Z")
_HEARD = re.compile(r",? [^,.;]{2,60} (?P<mode>heard|learned|learnt|received|got|obtained) ")
_THERE = re.compile(
    r", there (?:was|were|came) (?:also )?(?:an? |some |several )?(?:[\w-]+ ){0,3}?"
    r"(?P<mode>questions?|objections?|suggestions?|proposals?|requests?|explanations?|remarks?"
    r"|comments?|complaints?|praise|thanks|criticism|appeals?|warnings?|inquir(?:y|ies)|concern"
    r"|interest|hope"
    r"|satisfaction|regret|surprise)\b"
)
_THERE_WAS = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ɏ]\w+, )?[Tt]here (?:was|were|came|followed) (?:also |then )?"
    r"(?:an? |some |several )?(?:[\w-]+ ){0,3}"
    r"(?P<mode>nods?|questions?|objections?|suggestions?|proposals?|requests?"
    r"|responses?|repl(?:y|ies)|answers?|remarks?|comments?|explanations?|statements?|protests?"
    r"|complaints?|praise|thanks|agreement|criticism|appeals?|warnings?)"
    r" [^.;]{0,60}?(?:from|by) (?:the )?\Z"
)
"""What somebody says, told by a noun: ``There was a question on cod from Ms. Roe``."""


_TOPIC_WORDS = (
    "issues topics subjects matters points questions concerns themes priorities issue topic"
)
_TOPICS = frozenset(_TOPIC_WORDS.split())
_RAISED_BY = re.compile(
    r"\b(?:[Aa]mong (?:the )?|[Tt]he |[Oo]ther |[Ff]urther |[Aa]nother |[Ss]ome of the )"
    rf"(?:\w+ ){{0,2}}(?:{'|'.join(sorted(_TOPICS))}) (?:that were |which were )?"
    r"(?P<mode>raised|mentioned|brought up|highlighted|stressed|put forward|made|taken up"
    r"|emphasi[sz]ed|addressed|broached|cited|listed|named|touched upon) by (?:the )?\Z"
)
_WERE = re.compile(r" (?:were|was|included|concerned|related to|are|is|include)\b")
"""``Among the issues raised by Minister Roe were``."""

_VIEW = frozenset({"view", "opinion", "words", "judgement", "judgment", "estimation", "mind"})
LEADS = _VIEW | {"according", "from", "so", "there", "eyes"}
"""What tells with no other noun whose words follow: ``From Norway, there was``."""
OWN = _VIEW | {"put", "saw", "phrased", "expressed", "him", "her"}
"""One of these ends ``in her view`` and ``as he put it``."""
NOMINAL = (
    NOUNS
    | LEADS
    | OWN
    | _TOPICS
    | {"remarks", "intervention", "presentation", "speech", "statement"}
)
"""No noun makes a frame of a sentence without one of these, or ``As``."""
_NOUN_HINT = re.compile(rf"(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne) (?:\w+ ){{0,2}}{_NOUN} ")


def nominal_frames(
    reader: Reader, start: int, end: int, subjects: list[Subject], last: str | None
) -> list[Frame]:
    """The frame that a noun makes of ``text[start:end]``, if one does."""
    text = reader.text
    as_said = text.find("As ", start, end) >= 0
    if not as_said and not reader.has("nominal", start, end):
        return []
    sentence = text[start:end]

    def frame(who: str | None, kind: str, at: int, mode: str) -> list[Frame]:
        return [Frame(who, kind, at, at, mode.lower(), content=True, opens=True)]

    nouns = (
        as_said
        or reader.has("leads", start, end)
        or (reader.has("nouns", start, end) and _NOUN_HINT.search(sentence) is not None)
    )
    candidates = [*subjects[:3], *subjects[3:][-1:]] if nouns else []
    for subject in candidates:
        if subject.kind in ("pronoun", "others"):
            continue
        before = text[start : subject.start]
        after = text[subject.end : subject.end + 1]
        match = _ACCORDING.fullmatch(before)
        found = after == "," or (after == " " and match and match["mode"].endswith(" of"))
        if not (match and found):
            match = _ACCORDING_TO.search(before) if after in (",", ".", ";") else None
            if match is not None and not text[subject.end : end].strip(ENDS):
                # "Malta had no cod, according to Minister Roe."
                made = frame(reader.resolve(subject, last), subject.kind, start, match["mode"])
                return [replace(made[0], at=subject.start, closes=True)]
        saw = _SAW_IT.match(text, subject.end, end) if _AS.fullmatch(before) else None
        if saw:
            who = reader.resolve(subject, last)
            return frame(who, subject.kind, start, f"{saw.group('mode')} it")
        if match is None and after == ",":
            match = _SO.search(before)
            if match:
                return frame(reader.resolve(subject, last), subject.kind, start, "so")
        match = match or _WAS_THE.search(before)
        if match is None and _IS.match(text, subject.end, end):
            match = _VIEW_OF.fullmatch(before)
        if match:
            return frame(reader.resolve(subject, last), subject.kind, start, match.group("mode"))
        if subject.kind in ("side", "person", "title") and (
            _FROM_SIDE if subject.kind == "side" else _FROM
        ).search(before):
            there = _THERE.match(text, subject.end, end)
            if there:
                who = reader.resolve(subject, last)
                return frame(who, subject.kind, start, there.group("mode"))
        if _FROM.search(before):
            heard = _HEARD.match(text, subject.end, end)
            if heard:
                who = reader.resolve(subject, last)
                return frame(who, subject.kind, start, heard.group("mode"))
    by = sentence.find(" by ")
    for subject in subjects[:3] if by >= 0 else ():
        match = _RAISED_BY.search(text, start, subject.start)
        if match and subject.kind != "pronoun" and _WERE.match(text, subject.end, end):
            return frame(reader.resolve(subject, last), subject.kind, start, match["mode"])
    if "here " in text[start : start + 30]:
        for subject in subjects:
            match = _THERE_WAS.match(text, start, subject.start)
            if match and subject.kind not in ("pronoun", "others"):
                who, mode = reader.resolve(subject, last), match.group("mode")
                return [Frame(who, subject.kind, start, start, mode, opens=True)]
    for begin, stop, who in _owners(reader, start, end, last):
        match = _OWN_VIEW.match(text, stop, end)
        if match is None and _IT_WAS.search(text[start:begin]):
            match = _OWN_THAT.match(text, stop, end)
        if match is None and _IN.search(text[start:begin]):
            match = _IN_OWN.match(text, stop, end)
        if match is None and _WAS.search(text[start:begin]):
            match = _OWN_LAST.match(text, stop, end)  # "Not yet, was Minister Roe's reply."
        if match and match.groupdict().get("follows") and begin - start > len("The "):
            continue  # "The overview of Minister Roe's remarks is as follows" leads to them
        if match:
            said = match.groupdict()
            mode = said.get("mode") or said.get("words") or said["about"]
            return frame(who, "side" if who.endswith(" side") else "person", begin, mode)
    own = _IN_HIS.search(sentence) if last is not None and reader.has("own", start, end) else None
    first = next((s for s in subjects if s.kind != "pronoun"), None)
    if own and first and (own.start() or first.start < start + own.end()):
        own = None  # of what somebody else says; in "In her view, the parties had gone" they do not
    if own is None:
        return []
    pronoun = "She" if _HER.search(own.group()) else "He"
    who = reader.resolve(Subject(start, start, "pronoun", None, pronoun), last)
    return frame(who, "pronoun", start, own.group("mode"))


def _owners(
    reader: Reader, start: int, end: int, last: str | None
) -> Iterator[tuple[int, int, str]]:
    """Whose something is in ``text[start:end]``: where that is told, and who it is."""
    text = reader.text
    told = set()
    for mention in reader.mentions(start, end):
        if mention.possessive:
            told.add(mention.end)
            yield with_owner(text, mention.start), mention.end, mention.name or mention.form
        elif mention.name is not None and text.startswith(("’s ", "'s "), mention.tail):
            told.add(mention.tail)
            yield with_owner(text, mention.start), mention.tail, mention.name
    for match in _OWNER.finditer(text, start, end):
        stop = match.start()
        near = max(start, stop - _REACH)
        if stop in told:
            continue
        who = None
        across = _OWNER_ACROSS.search(text, near, stop)
        side = _OWNER_SIDE.search(text, near, stop)
        if _OTHER_SIDE.search(text, near, stop):
            at, who = near, reader.resolve(Subject(near, stop, "side", None), last)
        elif across is not None:
            at = across.start()
            who = reader.resolve(Subject(at, stop, "counterpart", None, across["who"]), last)
        elif side is not None:
            at, country = side.start(), country_of(side["who"])
            capitals = (p for p in reader.people.places if p.end == stop and p.kind == "capital")
            country = country or next((place.country for place in capitals), None)
            who = f"{adjective_of(country)} side" if country is not None else None
        if who is not None:
            yield at, stop, who
