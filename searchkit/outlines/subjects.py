"""Who can be the subject of a verb of speech: persons, sides, countries, several together, pronouns.

A *subject* carries the speaker it stands for, if that is known without looking back: a person's
canonical name, ``Russian side``, or ``Both sides`` for several together. A *pronoun* stands for
nobody yet.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ..records import BOTH_SIDES
from .countries import adjective_of, country_of, find_places, is_name
from .people import Mention, People

__all__ = ["Subject", "find_subjects", "side_name"]

_GROUP = (
    r"(?:sides|parties|ministers|secretaries|presidents|premiers|chancellors|leaders|delegations|"
    r"delegates|participants|attendees|members|representatives|heads|chairs|partners|allies|"
    r"counterparts|principals|governments|countries|nations|states|officials|envoys|ambassadors|"
    r"commissioners|directors|directors-general|speakers|interlocutors|negotiators|colleagues)"
)
_COUNTED = r"(?:[Bb]oth|(?:[Tt]he|[Aa]ll|[Aa]ll the|[Tt]hese|[Tt]hose)?\s?(?:two|three|four|five|six|seven|eight|nine|ten))"
_NO_ATTRIBUTE = (
    r"(?:of|to|in|for|by|with|from|on|at|between|among|that|which|who|as|is|was|are|were|has|had|"
    r"meeting|visit|talks|(?!participating)[a-z]+(?:ed|ing))\b"
)
_SUBJECT = re.compile(
    rf"""
    \b(?:
      (?P<joint>
        (?:{_COUNTED}\s+(?:of\s+)?(?:the\s+|our\s+)?|[Tt]he\s+|[Aa]ll\s+(?:the\s+)?|[Ee]ach\s+(?=side))
        (?:(?!{_NO_ATTRIBUTE})[A-Za-z][\w.’'-]*\s+){{0,4}}?(?i:{_GROUP}|(?<=[Ee]ach\s)side)
        | (?-i:Participants|Participating\s(?:countries|Ministers|ministers)|Ministers|(?:[A-Z]\w+\s){{0,2}}Ministers|Leaders|Delegations|Members|Delegates)
        | (?:[Tt]he\s+|[Bb]oth\s+)[A-Z]\w+\s+and\s+[A-Z]\w+\s+(?:sides|delegations)
      )
    | (?P<side>(?:[Tt]he\s+)?(?:[A-Z][\w.’'-]*|[Oo]ther|[Hh]ost)(?:[ ][A-Z][\w.-]*){{0,2}}\s+(?:side|Side|delegation|Delegation))
    | (?P<state>[Tt]he\s+(?:[Gg]overnment\s+of\s+(?:the\s+)?(?P<of>[A-Z][\w.]*(?:[ ](?:of[ ]|the[ ])*[A-Z][\w.]*)*)
        | (?P<whose>[A-Z][\w.]*(?:[ ][A-Z][\w.]*)?)\s+(?:[Gg]overnment|authorities|[Aa]dministration)))
    | (?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)
    )(?![\w’'-])
    """,
    re.VERBOSE,
)
_BETWEEN = re.compile(r"\s*(?:,\s*)?(?:(?P<last>and|as\s+well\s+as|together\s+with|along\s+with|&)\s+)?(?:also\s+)?(?:the\s+|with\s+)?\Z")


@dataclass(frozen=True, slots=True)
class Subject:
    """``text[start:end]`` may be who says something; ``kind`` is person, title, side, country, joint
    or pronoun. ``speaker`` is ``None`` for pronouns and for offices whose holder is not named."""

    start: int
    end: int
    kind: str
    speaker: str | None
    form: str = ""


def side_name(words: str) -> str:
    """The name of a side: ``Japan`` and ``Japanese`` give ``Japanese side``; others stay as given."""
    words = re.sub(r"\s+", " ", words)
    country = country_of(words)
    return f"{adjective_of(country) if country and is_name(words) else words} side"


def _from_pattern(text: str, start: int, end: int) -> list[Subject]:
    found: list[Subject] = []
    for match in _SUBJECT.finditer(text, start, end):
        kind = match.lastgroup
        form = match.group()
        speaker: str | None = None
        if match.group("joint"):
            kind, speaker = "joint", BOTH_SIDES
        elif match.group("side"):
            kind = "side"
            words = re.sub(r"\A[Tt]he\s+|\s+\w+\Z", "", form)
            if words.lower() in ("the", "both", "two", "this", "that", "each", "either", "neither", "one"):
                continue
            speaker = None if words.lower() in ("other", "host") else side_name(words)
        elif match.group("state"):
            kind = "country"
            country = country_of(match.group("of") or match.group("whose"))
            if country is None:
                continue
            speaker = f"{adjective_of(country)} side"
        else:
            kind = "pronoun"
        found.append(Subject(match.start(), match.end(), kind, speaker, form))
    return found


def _from_mentions(mentions: Sequence[Mention]) -> list[Subject]:
    return [
        Subject(m.start, m.tail, "title" if m.title else "person", m.name, m.form)
        for m in mentions
        if not m.possessive
    ]


def _from_countries(text: str, start: int, end: int) -> list[Subject]:
    found: list[Subject] = []
    for place in find_places(text[start:end]):
        a, b = place.start + start, place.end + start
        if place.kind == "adjective" and not text[a:b].isupper():
            continue
        if text[b : b + 1] in ("-", "'", "’", "–") or (a and text[a - 1] in "-–"):
            continue
        found.append(Subject(a, b, "country", f"{adjective_of(place.country)} side", text[a:b]))
    return found


def find_subjects(text: str, start: int, end: int, people: People, starts: Sequence[int]) -> list[Subject]:
    """The possible subjects in ``text[start:end]``, in order, none over another.

    ``starts`` are the offsets of ``people.mentions``.
    """
    mentions = people.mentions[bisect_left(starts, start) : bisect_left(starts, end)]
    every = _from_mentions(mentions) + _from_pattern(text, start, end) + _from_countries(text, start, end)
    taken = [(m.start, m.tail) for m in mentions if m.possessive]
    rank = {"person": 0, "title": 1, "joint": 2, "side": 3, "country": 4, "pronoun": 5}
    kept: list[Subject] = []
    for subject in sorted(every, key=lambda s: (rank[s.kind], s.start)):
        if not any(a < subject.end and subject.start < b for a, b in taken):
            kept.append(subject)
            taken.append((subject.start, subject.end))
    kept.sort(key=lambda s: s.start)
    return _grouped(text, kept)


def _grouped(text: str, subjects: list[Subject]) -> list[Subject]:
    """Subjects joined by ``and`` made one of several: ``Minister Roe and Secretary Doe``."""
    grouped: list[Subject] = []
    run: list[Subject] = []
    closed = False
    for subject in subjects:
        gap = _BETWEEN.match(text[run[-1].end : subject.start]) if run else None
        if gap is None or not text[run[-1].end : subject.start].strip() or subject.kind == "joint" or closed:
            grouped += _close(run, closed)
            run, closed = [subject], False
        else:
            run.append(subject)
            closed = gap.group("last") is not None
    return grouped + _close(run, closed)


def _close(run: list[Subject], closed: bool) -> list[Subject]:
    if closed and len(run) > 1 and run[0].kind != "joint":
        return [Subject(run[0].start, run[-1].end, "joint", BOTH_SIDES)]
    return run
