"""Whom somebody meets later on in a document: in another talk, or among many countries.

A *counterpart* is whom a heading or a sentence of the body says was met: ``2. Telephone talk with
Minister Roe``, ``In the evening she met President Doe``. What is said about past or coming meetings
(``he had met``, ``would meet``) tells of none. A meeting is of *many* where those who attended are
of several countries.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..lands.countries import countries_in, find_places
from ..lands.stages import stages
from ..names.naming import Naming
from ..sections.blocks import Block
from ..sections.layout import Layout
from ..words.sentences import split_sentences
from .met import tells_press

if TYPE_CHECKING:
    from ..names.people import Draft
    from ..names.tokens import Tokens

__all__ = ["counterparts", "of_many"]

_NOUN = (
    r"(?:meetings?|talks?|calls?|conversations?|contacts?|exchanges? of views|consultations?|"
    r"dialogues?|lunch(?:eon)?|dinner|breakfast|banquet|audience|interactions?|discussions?|"
    r"interview|session|(?:tele|video)[ -]?conferences?)"
)
_HEADING = re.compile(
    rf"\b{_NOUN}\b(?: \([^()]*\))? (?:with|on|between|(?:hosted |given |held )by|by) ",
    re.IGNORECASE,
)
_WHEN = (
    r"(?: (?:also|then|later|separately|again|as well|briefly|individually|bilaterally|today|"
    r"yesterday|by (?:tele)?phone|on the (?:tele)?phone|(?:in|at|on) [A-ZÀ-ÞĀ-ɏ]\w+(?: \d{1,2})?))*"
)
_TALK = ("met", "meets", "spoke", "speaks", "talked", "conferred")
_CALL = ("called", "calls")
_HOLD = ("had", "has", "held", "holds")
_RECEIVE = ("received", "receives")
_VERBS = frozenset({*_TALK, *_CALL, "paid", *_HOLD, *_RECEIVE, "was", "meeting"})
"""With one of these a sentence begins to tell of a meeting."""
_MET = re.compile(
    rf"\b(?:{'|'.join(_TALK)}){_WHEN}(?: with)?{_WHEN} "
    rf"|\b(?:{'|'.join(_CALL)}) on |\bpaid an? (?:\w+ )?(?:call|visit) (?:on|to) "
    rf"|\b(?:{'|'.join(_HOLD)})(?: [\w-]+){{0,4}}? {_NOUN}{_WHEN} with "
    rf"|\b(?:{'|'.join(_RECEIVE)}){_WHEN} "
    r"|(?<=, )meeting(?: with| both)? "
    r"|\bwas (?:also |then |later )?(?:received|hosted|welcomed)(?: to \w+| at [A-ZÀ-ÞĀ-ɏ]\w+)? by "
)
_OPENS = re.compile(
    rf"(?:In|During|At|Over) (?:an?|her|his|their|the) (?:[\w-]+ ){{0,3}}{_NOUN} "
    r"(?:with |between (?:the |his |her )?[^.;,]{3,60}? and )",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:that|will|would|to|had|who|which|whom|when|as|could|should|after|before|if|since|where|"
    r"last (?:week|month|year)|not|never)\b"
)
"""Between who meets and the verb: it is said, past or to come, and no part of this document."""
_TOLD = re.compile(r"\b(?:that|will|would|had|who|which|whom|should|could)\b")
"""The same before ``meeting Minister Roe``, whatever else was done before and after it."""
_BETWEEN = 500
"""So many characters before the verb are looked at."""
_PRONOUN = re.compile(r"(?:[A-ZÀ-ÞĀ-ɏ][^.;:]{2,80}?,? )?(?:she|he|they|it|She|He|They|It)\b")
_SAME_DAY = re.compile(
    r"(?:On the same day|The same day|Separately|Later|Earlier (?:in|on|that))\b"
)
_STYLED = (
    r"(?:(?:the|His|Her|Their|Royal|Imperial|Highness|Majesty|Excellency|Senator|H\.\s?E\.|Rt\.?|"
    r"Right|Honou?rable|Hon\.?)\s+)*"
)
_FIRST = re.compile(rf"{_STYLED}(?:[A-ZÀ-ÞĀ-ɏ][\w-]+(?: [A-ZÀ-ÞĀ-ɏ][\w-]+)?[’']s )?")
_JOINS = re.compile(rf"\s*[,;]?\s*(?:and\s|as well as\s)?(?:(?:met|with|also)\s)*{_STYLED}")
_MINISTERS = re.compile(
    r"\b(?:ministers|leaders|representatives|delegates|heads)\b[^.;()]{0,60}?"
    r"\b(?:members?|states|countries|parties|economies)\b",
    re.IGNORECASE,
)
_BY_ALL = re.compile(
    r"\b(?:It|[Mm]eeting|[Tt]alks|[Ss]ession|[Cc]onference) (?:was|were) attended by "
)
_SIDE = re.compile(r"\b(?:side|accompan\w+)\b")
_OTHERS = re.compile(r"\([^()]*\bothers\b[^()]*\)")
_OF_EACH = re.compile(
    r"\b(?:met|meets?|meetings?|talks?|calls?)(?: [\w-]+){0,4}? with (?:(?:his|her|their|the) )?"
    r"(?:[\w-]+ ){0,2}(?:counterparts|ministers|presidents|leaders) (?:from|of) "
    r"(?P<whose>[^.;:]{8,200})",
    re.IGNORECASE,
)
"""Whom somebody meets one by one, by their countries: ``with his counterparts from A and B``."""
_SEVERAL = 2
_NEAR = 6
"""Who opens a paragraph is named within so many characters."""
_LEADING = frozenset(
    {"minister", "president", "secretary", "chancellor", "envoy", "representative", "premier"}
)


def counterparts(
    text: str,
    layout: Layout,
    tokens: Tokens,
    namings: Sequence[Naming],
    owner: Mapping[int, Draft],
    found: Sequence[Draft],
) -> list[Draft]:
    """Whom those ``found`` to meet are said to meet besides."""
    starts = [n.start for n in namings]
    met = _of_each(text, layout, owner, found)

    def take(begin: int, stop: int) -> None:
        """Whoever is named right at ``begin``, and those joined to the name."""
        between = _FIRST
        for naming in namings[bisect_left(starts, begin) : bisect_left(starts, stop)]:
            if not between.fullmatch(text, begin, naming.start):
                break
            between = _JOINS
            draft = owner.get(naming.start)
            if draft is None or naming.possessive or (met and tells_press(text, naming)):
                break
            if naming.name:
                met.append(draft)
            begin = max(naming.end, naming.tail)

    for part in layout.parts:
        if part.role == "heading":
            cue = _HEADING.search(text, part.start, part.end)
            if cue is not None:
                take(cue.end(), part.end)
    verbs = tokens.starts_of(_VERBS)
    told = stages(heading for block in layout.blocks for heading in block.headings)
    for block in layout.blocks:
        if bisect_left(starts, block.start) == bisect_left(starts, block.end):
            continue  # nobody is named
        met += _under_country(block, told, starts, owner)
        for a, b in split_sentences(text, block.start, block.end):
            opens = _OPENS.match(text, a, b)
            if opens:
                take(opens.end(), b)
            done = a
            for verb in verbs[bisect_left(verbs, a) : bisect_left(verbs, b)]:
                cue = _MET.match(text, verb, b) if verb >= done else None
                if cue is None:
                    continue
                done = cue.end()
                here = namings[bisect_left(starts, a) : bisect_left(starts, cue.start())]
                subject = next((owner[n.start] for n in here if n.start in owner), None)
                own = subject in found if subject else _PRONOUN.match(text, a, cue.start())
                # "EAM called on": an office without an article
                own = own or (subject is None and bool(here) and _holds(found, here[0]))
                begin = max(here[0].end, here[0].tail) if here else a
                begin = max(begin, cue.start() - _BETWEEN)
                gerund = text.startswith("meeting", verb)
                if (_TOLD if gerund else _NOT_NOW).search(text, begin, cue.start()):
                    continue
                if own:
                    take(cue.end(), b)
                elif subject is not None and _SAME_DAY.match(text, a, b):
                    met.append(subject)
                    take(cue.end(), b)
    return met


def _of_each(
    text: str, layout: Layout, owner: Mapping[int, Draft], found: Sequence[Draft]
) -> list[Draft]:
    """The first official named of each country with whose ministers the opening tells of talks."""
    opening = layout.blocks[0] if layout.blocks else None
    told = _OF_EACH.search(text, opening.start, opening.end) if opening else None
    countries = countries_in(find_places(told["whose"])) if told else ()
    if len(countries) < _SEVERAL:
        return []
    first: dict[str, Draft] = {}
    for _, draft in sorted(owner.items()):
        if draft in found or draft.country not in countries:
            continue
        if any(office & _LEADING for office in draft.offices):
            first.setdefault(draft.country, draft)
    return list(first.values())


def _under_country(
    block: Block, told: Mapping[str, str], starts: Sequence[int], owner: Mapping[int, Draft]
) -> list[Draft]:
    """Who opens a paragraph under a heading that tells talks with his or her country."""
    country = told.get(block.headings[-1]) if block.headings else None
    if country is None:
        return []
    at = bisect_left(starts, block.start)
    first = owner.get(starts[at]) if starts[at] < block.start + _NEAR else None
    return [first] if first is not None and first.country == country and first.offices else []


def _holds(found: Sequence[Draft], naming: Naming) -> bool:
    return any(office in draft.offices for draft in found for office in naming.offices)


def of_many(text: str, a: int, b: int, named: Sequence[tuple[Naming, Draft]]) -> list[Draft]:
    """Those of ``named`` in a sentence, if it tells who came to a meeting of many countries."""
    aside = [match.span() for match in _OTHERS.finditer(text, a, b)]
    here = [
        (n, d)
        for n, d in named
        if n.name and not any(begin < n.start < end for begin, end in aside)
    ]
    countries = {n.country or d.country for n, d in here} - {None}
    led = all(d.international or any(o & _LEADING for o in d.offices) for _, d in here)
    several = (len(countries) >= _SEVERAL or _BY_ALL.search(text, a, b) is not None) and led
    if not here or _SIDE.search(text, a, b) or not (several or _MINISTERS.search(text, a, b)):
        return []
    return [d for _, d in here]
