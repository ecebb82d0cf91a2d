"""Who meets and who sat in.

*Participants* are those who meet: named in the first sentence of the introduction that tells of a
meeting, else in the title. Whoever the text says *attended* is none of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..lands.countries import countries_in, find_places
from ..names.naming import Naming
from ..names.rosters import interprets
from ..sections.layout import Layout
from ..speech.press_holder import press_holder
from ..text.columns import principals
from ..transcripts.talking import LABEL, talking_in, unique
from ..words.gates import Expression
from ..words.phrases import Phrases
from ..words.sentences import split_sentences
from ..words.wording import Wording
from .correspondents import who_wrote
from .counterparts import counterparts, of_many
from .heard import opening_speech, reported, speaking_of
from .met import tells_press

if TYPE_CHECKING:
    from ..names.people import Draft
    from ..names.tokens import Tokens

__all__ = ["find_participants", "take_counterparts"]

_MEETING_WORDS = """
met meet meets chaired co-chaired meeting meetings talk talks held holds hosted hosts received
receives visit visited call called spoke spoken telephoned phoned delegation delegations talked
conversation conference teleconference videoconference consultation consultations dialogue
discussion discussions discussed
luncheon lunch dinner breakfast summit conferred welcomed joined
co-chairs co-chairpersons co-chairmen
"""
_MEETING = Phrases((*_MEETING_WORDS.split(), "exchanged views with", "exchanged opinions with"))
_PURPOSE = re.compile(
    r"\b(?:to discuss|to exchange|to attend|on the occasion of|in order to|since the|as well as to|"
    r"and discussed|and exchanged|discussed|following the|ahead of|prior to|in preparation for|"
    r"who is visiting|accompanied by|attended by|agreed (?:that|to|on)|concurred|"
    r"confirmed that|that (?:took|had taken) place|(?:that|which) (?:was|were|had been) held)\b"
)
_COMPANY = Expression(r"\b(?:accompanied|assisted) by\b|\bdelegation\b[^.;]{0,80}\band included\b")
_SPOKEN_OF = re.compile(
    r"\b(?:said|says|stated|recalled|remembered|noted|added|explained|replied)\b[^.;]*"
    r"\b(?:had|has|when|would)\b[^.;]*\b(?:met|meet|talks|visit(?:ed)?)\b"
    r"|\b(?:will|would|hop(?:es|ed) to|plan(?:s|ned) to|wish(?:es|ed) to) "
    r"(?:soon |again |also )?(?:meet|have|hold|visit|pay)\b"
)
"""A meeting that is only spoken of, or still to come."""
_OF_WHOM = re.compile(
    r"\b(?:(?:re-?)?election|appointment|inauguration|resignation|death|illness|leadership"
    r"|administration|government) of (?:the )?(?:new )?\Z"
)
"""Before the one of whom something is told: ``welcomed the election of President Roe``."""
_ANNOUNCES = re.compile(r"\bwill (?:meet|receive|host|hold talks)\b[^.;]*\btoday\b")
_WITH_WHOM = re.compile(r"\b(?:who|that|while) (?:(?:is|was|were|are) )?accompan(?:ying|ied) ")
"""Before the one whom somebody who meets came with."""
_STYLES = 30
"""The forms of address before a name are no longer, in characters."""
_LETTER = Expression(
    r"\b(?:letter|message|greetings|instructions?|behalf)\b[^.;,]{0,30}\b(?:from|of)\s(?:the\s)?\Z"
)
"""Whose letter somebody brings does not meet."""
_BRINGS = 80
"""The words for that are no longer, in characters."""
_ATTENDED = Phrases((
    "attend", "attended", "attending", "attendees", "attendance", "attends", "accompanied",
    "accompanying", "also present", "were present", "was present", "sat in", "present from",
    "joined from", "other participants", "in the presence of",
))  # fmt: skip
_ASIDE = re.compile(
    r"(?:\(|(?<=[a-z])\.(?=[A-ZÀ-ÞĀ-ɏ]))(?=[^().;]*"
    r"(?:\b(?:Mr|Mrs|Ms|Dr)\.[^().;]*)*\Z)"
)
"""What stands before who sat in: a bracket, a full stop without a space."""
_TOOK_PART = Expression(r"\b(?:took part|participated|in attendance)\b")
_AS_GUEST = re.compile(r"\bas (?:an? )?(?:guests?|observers?)\b")
_WERE_PRESENT = Expression(
    r"(?<!also )\b(?:was|were) (?:also )?present\b"
    r"|\b[Tt]he following (?:[A-Za-z]+ ){1,3}(?:attended|participated|took part)\b"
)
_RUNS_ON = r"(?:[^.;]|(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr))\.|;(?=\s(?:and )?(?:from|on) the\b))*"
_BOTH_CAME = Expression(
    rf"\bside\b{_RUNS_ON}\bside\b{_RUNS_ON}"
    r"\b(?:attended|took part|participated|were present)\b"
)
_IN_BRACKETS = re.compile(
    r"\(\s*(?:the )?(?:participants|attendees|(?:participating|attending|present|in attendance)"
    r" (?:\w+ ){0,3}?were)\b[^()]*+(?:\([^()]*\)[^()]*+)*\)",
    re.IGNORECASE,
)
_OWN_MEETING = re.compile(
    r"[’']s (?:\w+ ){0,3}(?:meeting|talks|call|courtesy|conversation|visit to)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s", re.IGNORECASE)
_LED_BY = re.compile(
    r"\b(?:led|headed|represented|(?:co-)?chaired|presided over) by (?:the |its |their )?\Z"
    r"|(?:,|\band|\bwhile) (?:the|that of) [\w. ]{2,40}? (?:side |delegation |team )?by (?:the )?\Z"
)
_CHAIRED = re.compile(
    r"\b(?:(?:chaired|presided over) by"
    r"|under the (?:chair(?:man|woman|person)?ship|presidency|chair) of) "
    r"(?:the )?(?:(?:Mr|Mrs|Ms|Dr|Ambassador|H\.E)\.? )*\Z"
)
_LEADS = re.compile(
    r"(?: \([^()]{1,40}\))?(?:,(?: [^.;]{1,80},)?)? (?:led|headed|represented|co-chaired)"
    r" (?:the|its|their|[A-ZÀ-ÞĀ-ɏ]\w+) |,? (?:[^.;()]{1,80}, )?in the chair\b"
)
_TAKES_PART = re.compile(
    r"\b(?:attended|participated|took part|sat in|joined|(?:co-)?chaired|presided|in the chair)\b"
)
_HE_OR_SHE = re.compile(
    r"(?:(?:On|In|At|During|After|Before|Over|From|Between|Following|There|Then|While)\b"
    r"[^.;]{1,60},? )?(?:[Hh]e|[Ss]he)\b"
)
_OF_MANY = re.compile(
    r"\b(?:G7|G8|G20|P5|APEC|ASEM|ASEAN|Quad|Plus Three|(?:Co-)?Chair(?:s|man|woman|person)?"
    r"(?:[’']s|s[’'])? (?:Press )?(?:Statement|Summary)|Minist(?:erial|ers[’']?)"
    r" (?:[\w-]+ ){0,2}?(?:Meeting|Session|Conference|Forum|Council|Dialogue|Group|Committee)"
    r"|Council|Forum|Communiqu[eé]|Multilateral)\b|\+3",
    re.IGNORECASE,
)
_OF_TWO = re.compile(
    r"\b(?:bilateral|between|visits?|margins?|remarks|briefing|transcript|contacts|call|courtesy|"
    r"talks|counterpart|concludes|visiting|readout|meets?|received?s?|minutes|record|"
    r"press conference|occasion)\b",
    re.IGNORECASE,
)
"""Titles of meetings of many, and of others."""
_SEVERAL = 2
_INTRODUCTION = 3
_LED = 60
_BEFORE = 40
"""So far before a name it may tell that he or she leads a side."""


def _goes_on(text: str, tail: int) -> bool:
    """Whether another word follows a name, so that it is no label."""
    return text[tail : tail + 1] == " " and text[tail + 1 : tail + 2].isalnum()


def _opening(layout: Layout) -> list[tuple[int, int]]:
    """Spans of the blocks that introduce the outline."""
    return [(b.start, b.end) for b in layout.blocks[:_INTRODUCTION]]


def find_participants(
    text: str,
    layout: Layout,
    namings: list[Naming],
    drafts: list[Draft],
    held: dict[int, Draft],
    rosters: Sequence[tuple[int, int]],
    absent: Sequence[tuple[int, int]] = (),
) -> list[Draft]:
    """Mark those who meet and those who sat in; ``held`` are bare offices with their holders.

    ``rosters`` are where lists of those who met stand, ``absent`` of those who did not. The one
    whom the opening tells of, if any, is returned.
    """
    owner = {n.start: d for d in drafts for n in d.namings} | held
    starts = [n.start for n in namings]
    found: list[Draft] = []
    sat: list[Draft] = []
    guests: list[Draft] = []
    listed_in = -1
    lead: list[Draft] = []
    chairs: list[Draft] = []
    labels = {
        n.start
        for n in namings
        if n.name and not _goes_on(text, n.tail) and LABEL.match(text, n.tail)
    }
    spoken = bool(layout.blocks) and layout.blocks[0].start in labels
    subject: list[tuple[Naming, Draft]] = []
    for start, end in _opening(layout) if not spoken else ():
        for a, b in split_sentences(text, start, end):
            here = namings[bisect_left(starts, a) : bisect_right(starts, b - 1)]
            named = [(n, owner[n.start]) for n in here if n.start in owner]
            goes_on = _HE_OR_SHE.match(text, a, named[0][0].start if named else b)
            if subject and goes_on:
                named = [*subject, *named]
            else:
                subject = [(n, d) for n, d in named[:1] if not (n.possessive or _owned(text, n))]
            came_with = _WITH_WHOM.search(text, a, b)
            if came_with is not None:
                near = range(came_with.end(), came_with.end() + _STYLES)
                named = [(n, d) for n, d in named if n.start not in near]
            sits = _ATTENDED.search(text, came_with.end() if came_with else a, b)
            aside = _ASIDE.search(text, a, sits.start()) if sits else None
            if aside and sits and any(aside.end() <= n.start < sits.start() for n, _ in named):
                sat += [d for n, d in named if n.start >= aside.end()]
                named = [(n, d) for n, d in named if n.start < aside.end()]
                b, sits = aside.start(), None
            came_all = _WERE_PRESENT.search(text, a, b) or (
                not chairs and _BOTH_CAME.search(text, a, b)
            )
            if not found and len(named) > 1 and came_all:
                found = unique([*chairs, *(d for _, d in named)])
                continue
            came = sits or _TOOK_PART.search(text, a, b)
            many = of_many(text, a, b, named) if came or (guests and start == listed_in) else []
            if many and len(unique([*found, *many])) > 1:
                guests += [d for d in many if d not in found]
                listed_in = start
                continue
            if guests and _AS_GUEST.search(text, a, b):
                guests += [d for _, d in named]
                continue
            if sits and (len(named) > 2 or found or sits.start() == a):
                sat += [d for n, d in named if found or n.start > sits.start()]
                named = [] if found else [(n, d) for n, d in named if n.start < sits.start()]
            if not found:
                unnamed = sum(not n.name and n.definite and n.start not in owner for n in here)
                found = _who_meet(text, a, b, named, unnamed)
                chairs += [d for _, d in named] if _MEETING.search(text, a, b) else []
                lead = lead or [d for _, d in subject if d in chairs]
    found = _bracketed(text, layout, namings, owner) or found
    talking, mostly = talking_in(text, layout, namings, owner)
    listed = _between(text, layout, namings, owner) or _present(
        text, layout, namings, owner, rosters, absent, heard=not mostly
    )
    if talking and (
        spoken or (mostly and not found) or Wording.default().spoken.search(layout.title)
    ):
        found = unique([*listed, *talking])
    holds = press_holder(text, layout, ((n.start, _owner(n, owner)) for n in namings))
    if holds is not None:
        found = unique([*(d for d in drafts if d.name == holds), *talking])
    verbatim = talking and mostly
    if len(listed) > 1 and not verbatim and Wording.default().records.search(layout.title):
        found = listed  # a record says itself who was there
        if "conversation" in layout.title.lower():
            found = speaking_of(text, namings, owner, listed)
            sat += [d for d in listed if d not in found]
    elif not listed and "title" in layout.derived and len(opening_speech(layout, owner, text)) > 2:
        found = reported(text, namings, owner)  # a page of a record, without its beginning
    found = (
        found
        or listed
        or (talking if Wording.default().records.search(layout.title) else [])
        or _leading(text, layout, namings, owner)
        or _by_title(text, layout, namings, owner)
        or talking
        or _taking_part(text, layout, namings, owner)
        or reported(text, namings, owner)
    )
    if not talking and _of_many(layout.title):
        # Of a meeting of many the one who gave the summary names those who spoke.
        heard = reported(text, namings, owner, least=1)
        found = unique([*found, *filter(_for_a_state, heard)])
    crying = _crying(text, layout, owner)
    if len(crying) > max(_SEVERAL, len(found)) and all(draft in crying for draft in found):
        found = crying  # "JANE ROE (Norway) said", paragraph by paragraph
    found = who_wrote(text, layout, namings, owner) or found
    if guests:
        found = unique([*(found or chairs[:1]), *guests])
    if not lead:
        # "Bilateral Contacts of Minister Roe"
        titles = [part for part in layout.parts if part.role == "title"]
        inside = [n for n in namings if titles and titles[0].start <= n.start < titles[-1].end]
        lead = unique([owner[n.start] for n in inside if n.start in owner])
        lead = lead if len(lead) == 1 else []
    elif any(n.start < layout.blocks[0].start for n in lead[0].namings):
        # the one whose journey it is, and whom the rows of a schedule have him or her meet
        found = unique([*lead, *found])
    for draft in sat:
        draft.attended = True
    for draft in found:
        draft.participant = True
        draft.attended = False
    return lead


def take_counterparts(
    text: str,
    layout: Layout,
    tokens: Tokens,
    namings: list[Naming],
    drafts: list[Draft],
    held: dict[int, Draft],
    lead: list[Draft],
) -> None:
    """Mark those whom the ones who meet are said to meet besides; not in a transcript.

    ``lead`` is whom the opening tells of: he or she meets them where nobody met before.
    """
    owner = {n.start: d for d in drafts for n in d.namings} | held
    found = [d for d in drafts if d.participant] or lead
    if found and not talking_in(text, layout, namings, owner)[0]:
        met = counterparts(text, layout, tokens, namings, owner, found)
        for draft in (*lead, *met) if met else ():
            draft.participant = True
            draft.attended = False


def _who_meet(
    text: str, a: int, b: int, named: list[tuple[Naming, Draft]], unnamed: int
) -> list[Draft]:
    if not named or not _MEETING.search(text, a, b):
        return []
    if _SPOKEN_OF.search(text, named[0][0].end, b) and not _ANNOUNCES.search(text, a, b):
        return []
    purpose = None
    for match in _PURPOSE.finditer(text, a, b):
        before = [n for n, _ in named if n.start < match.start() and not n.possessive]
        if len(before) >= 2 or (before and len(before) == len(named)):
            purpose = match.start()
            break
    with_whom = _COMPANY.search(text, a, b)
    stop = min(b if purpose is None else purpose, with_whom.start() if with_whom else b)
    inside = [
        (n, d)
        for n, d in named
        if n.start < stop
        and not _owned(text, n)
        and (n is named[0][0] or not tells_press(text, n))
        and not _LETTER.search(text, max(a, n.start - _BRINGS), n.start)
    ]
    found = unique([draft for _, draft in inside])
    return found if len(found) + unnamed > 1 else []


def _owner(naming: Naming, owner: dict[int, Draft]) -> str | None:
    return owner[naming.start].name if naming.start in owner else None


def _of_many(title: str) -> bool:
    """Whether a title tells of a meeting of many countries: of none of them, or of one host."""
    many = _OF_MANY.search(title) is not None and _OF_TWO.search(title) is None
    return many and len(countries_in(find_places(title))) < _SEVERAL


def _for_a_state(draft: Draft) -> bool:
    """Whether somebody holds an office, and none that serves those who meet."""
    return bool(draft.offices) and not (
        draft.international and any({"secretary", "general"} <= office for office in draft.offices)
    )


def _owned(text: str, naming: Naming) -> bool:
    """Whether the naming only owns something other than the meeting (``Smith's visit``)."""
    if text.startswith("then ", naming.start):
        return True  # "since the visit of the then Minister Roe"
    if not naming.possessive:
        return _OF_WHOM.search(text, max(0, naming.start - _BEFORE), naming.start) is not None
    return not _OWN_MEETING.match(text, naming.end)


def _by_title(
    text: str, layout: Layout, namings: list[Naming], owner: dict[int, Draft]
) -> list[Draft]:
    """Those who meet by the title, with those of the first sentence that tells of a meeting."""
    first = layout.blocks[0].start if layout.blocks else len(text)
    starts = [n.start for n in namings]
    found: list[Draft] = []
    spans = [(0, first)] + [
        (s, e) for a, b in _opening(layout) for s, e in split_sentences(text, a, b)
    ]
    for a, b in spans:
        if not _MEETING.search(text, a, b) or (a >= first and _SPOKEN_OF.search(text, a, b)):
            continue
        purpose = _PURPOSE.search(text, a, b)
        for naming in namings[bisect_left(starts, a) : bisect_left(starts, b)]:
            draft = owner.get(naming.start)
            if draft is None or draft in found or _owned(text, naming):
                continue
            if purpose is None or naming.start < purpose.start():
                found.append(draft)
        if len(found) > 1:
            break
    return found if len(found) > 1 else []


def _bracketed(
    text: str, layout: Layout, namings: list[Naming], owner: dict[int, Draft]
) -> list[Draft]:
    """``under the chair of A (attendees: B of Y, C of Z)``: those of a meeting of several.

    Whoever the sentence names before them is one of them.
    """
    for start, end in _opening(layout):
        match = _IN_BRACKETS.search(text, start, end)
        if match is None:
            continue
        inside = [n for n in namings if match.start() < n.start < match.end() and n.start in owner]
        if len({n.country for n in inside if n.country}) < 2:
            continue
        # Brackets of their own belong to the sentence above them.
        apart = match.start() - 2 * text.startswith(". (", match.start() - 2)
        begin = max(start, text.rfind(". ", start, apart))
        chair = [n for n in namings if begin <= n.start < match.start() and n.start in owner]
        return unique([owner[n.start] for n in (*chair, *inside) if not n.possessive])
    return []


def _between(
    text: str, layout: Layout, namings: list[Naming], owner: dict[int, Draft]
) -> list[Draft]:
    """The two of a record's title: ``between the Secretary of State and Mr. Roe``.

    Others on its list of those present only sat in.
    """
    titles = [part for part in layout.parts if part.role == "title"]
    if not titles:
        return []
    between = _BETWEEN.search(text, titles[0].start, titles[-1].end)
    if between is None:
        return []
    inside = [n.start for n in namings if between.end() <= n.start < titles[-1].end]
    found = unique([owner[start] for start in inside if start in owner])
    if len(found) < len(("one", "other")):
        found = unique([owner[start] for start in principals(text, namings) if start in owner])
    return found if len(found) > 1 else []


def _leading(
    text: str, layout: Layout, namings: list[Naming], owner: dict[int, Draft]
) -> list[Draft]:
    """Those who lead the sides, each named in a sentence of its own: ``headed by Mr. Roe``."""
    found = []
    for start, end in _opening(layout):
        for n in namings:
            if start <= n.start < end and n.start in owner and not n.possessive:
                led = _LED_BY.search(text, max(start, n.start - _BEFORE), n.start)
                if led or _LEADS.match(text, max(n.tail, n.end), end):
                    found.append(owner[n.start])
    return unique(found) if len(unique(found)) > 1 else []


def _taking_part(
    text: str, layout: Layout, namings: list[Naming], owner: dict[int, Draft]
) -> list[Draft]:
    """The only one a first sentence names, if he or she took part in a meeting of many."""
    for start, end in _opening(layout)[:1]:
        for number, (a, b) in enumerate(split_sentences(text, start, end)[:_INTRODUCTION]):
            here = [n for n in namings if a <= n.start < b and n.start in owner]
            named = unique([owner[n.start] for n in here if not n.possessive])
            if len(named) != 1:
                continue
            led = _CHAIRED.search(text, max(a, here[0].start - _LED), here[0].start)
            if led or (not number and _TAKES_PART.search(text, here[0].end, b)):
                return named
    return []


def _present(
    text: str,
    layout: Layout,
    namings: list[Naming],
    owner: dict[int, Draft],
    rosters: Sequence[tuple[int, int]],
    absent: Sequence[tuple[int, int]],
    *,
    heard: bool,
) -> list[Draft]:
    """Those on the list of who was there, and the officials whom they ``heard``."""
    listed = _listed(text, rosters, namings, owner)
    if len(listed) < _SEVERAL or not heard:
        return listed
    away = _listed(text, absent, namings, owner)
    spoke = [d for d in opening_speech(layout, owner, text) if d.offices and d not in away]
    return unique([*listed, *spoke])


def _listed(
    text: str, rosters: Sequence[tuple[int, int]], namings: list[Naming], owner: dict[int, Draft]
) -> list[Draft]:
    """Those on a list headed ``Participants`` or ``Present``."""
    if not rosters:
        return []
    inside = [
        owner[n.start]
        for n in namings
        if n.start in owner
        and any(start <= n.start < end for start, end in rosters)
        and not interprets(text, n)
    ]
    return unique(inside)


def _crying(text: str, layout: Layout, owner: dict[int, Draft]) -> list[Draft]:
    """Those who open a passage by speaking, their names in capitals."""
    return [
        draft
        for draft in opening_speech(layout, owner, text)
        if any(len(n.name) > 1 and " ".join(n.name).isupper() for n in draft.namings)
    ]
