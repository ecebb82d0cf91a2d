"""Parts that people have at a meeting, told by a list of those present: who chairs, who is clerk.

A *seat* is the office of such a part, alone on the line above a name, behind what else the line
of the name says (``Jane Roe, Cod Board (Chair)``), or before a colon (``In the Chair: Jane Roe``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..particulars.attendance import heads_attendance
from .naming import Naming
from .rolls import lines_of, person_in
from .titles import Office, office_head, read_title
from .tokens import Tokens

__all__ = ["with_seats"]

_ZONE = 8000
"""Those present are listed so near to the beginning, in characters."""
_LABELS = 2500
_LONGEST = 160
_MARK = re.compile(r"[ \t>|]*(?:(?:[-*•·–—▪]|\(?\d{1,3}[.)])[ \t]+)?[*_]{0,3}[ \t]*")
_SEAT = r"(?:[Tt]he )?(?:[A-Z][\w’'-]*[ -]){0,3}[A-Za-z][a-zA-Z-]+"
_ALONE = re.compile(rf"[*_]{{0,2}}\(?(?P<seat>{_SEAT})\)?[ \t]*:?[*_]{{0,2}}")
_BEHIND = re.compile(
    rf"[^()\n]{{3,100}}[ \t,@|–—-][^()\n]{{0,60}}?[(\[](?:in )?(?P<seat>{_SEAT})[)\]][ \t.;,*_|]*\Z"
)
_IN_CHAIR = re.compile(
    r"(?:In|IN|in) (?:the|THE) (?P<seat>[Cc]hair|CHAIR)[ \t]*(?::|…|\.{3}| [–—-] )"
)
_LABELLED = re.compile(
    rf"(?P<seat>{_SEAT})(?:(?: and | & |/)[A-Z][\w ]{{1,30}})?[*_]{{0,2}}:[*_]{{0,2}}[ \t]+"
    r"(?=(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b)"
)
_AFTER = re.compile(r"[,;:(\[|\t@]|\.[ \t*_]*\Z| [-–—] | {3,}")
_SMALL = frozenset(
    {"of", "for", "the", "and", "in", "on", "at", "to", "de", "du", "la", "&", "from"}
)
"""Words that a list has in small letters; any other makes a sentence of a line."""
_NO_SEATS = frozenset({
    "member", "members", "delegate", "observer", "official", "representative", "counterpart",
    "assistant", "leader", "head", "chief", "professor", "ambassador", "councillor", "cllr",
    "councilmember", "trustee", "general", "justice", "judge",
})  # fmt: skip
"""Offices that several on a list may have."""
_SHORTEST = 5
"""``PM`` is a time of day, and ``Gen`` a style."""
_PARTS = frozenset({"scribe", "moderator", "note-taker", "minute-taker", "facilitator", "host"})
"""What is no office elsewhere."""


@dataclass(slots=True)
class _Seat:
    """Who has a part at ``text[start:end]``, without styles at ``name``, and which."""

    start: int
    name: int
    end: int
    role: str
    offices: tuple[Office, ...]


def with_seats(tokens: Tokens, namings: list[Naming]) -> list[Naming]:
    """``namings`` with the parts that a list gives those on it, and with whoever has one."""
    made = sorted(namings, key=lambda n: n.start)
    begins = [n.start for n in made]
    for seat in _seats(tokens):
        at = bisect_left(begins, seat.end) - 1
        naming = made[at] if at >= 0 else None
        if naming is None or max(naming.end, naming.tail) <= seat.start:
            words = tuple(tokens.text[seat.name : seat.end].split())
            made.append(Naming(seat.name, seat.end, words, seat.role, seat.offices, tail=seat.end))
        elif naming.name and naming.end >= seat.end:
            role = naming.role if _held(tokens, naming) else seat.role
            made[at] = replace(naming, role=role, offices=(*naming.offices, *seat.offices))
    return made


def _held(tokens: Tokens, naming: Naming) -> bool:
    """Whether somebody has an office besides that of a member."""
    low = (naming.role or "").lower().rstrip(".")
    return bool(low) and low not in tokens.known.styles and low not in _NO_SEATS


def _seats(tokens: Tokens) -> Iterator[_Seat]:
    text = tokens.text
    lines = [line for line in lines_of(text) if line[0] < _ZONE]
    for i, (start, end) in enumerate(lines):
        end = min(end, start + 2 * _LONGEST) if start < _LABELS else end
        if not start < end:
            continue
        mark = _MARK.match(text, start, end)
        begin = mark.end() if mark is not None else start
        chair = _IN_CHAIR.match(text, begin, end)
        if chair is not None:
            yield from _seated(tokens, chair.span("seat"), chair.end(), end)
            continue
        spoken = text[end - 1] in ".?!"  # "The CHAIRMAN: Ms. Roe."
        labelled = _LABELLED.match(text, begin, end) if start < _LABELS and not spoken else None
        if labelled is not None and _listed(text[labelled.end("seat") : end][:_LONGEST]):
            at = text.find(":", labelled.end("seat"))
            yield from _seated(tokens, labelled.span("seat"), at + 1, end)
            continue
        if end > start + _LONGEST:
            continue
        behind = _BEHIND.match(text, begin, end) if text[end - 1] in ")].;,*" else None
        if behind is not None and _listed(text[begin : behind.start("seat")]):
            yield from _seated(tokens, behind.span("seat"), begin, end)
            continue
        alone = _ALONE.fullmatch(text, start, end)
        if alone is not None and i + 1 < len(lines) and not _under(text, lines, i):
            yield from _seated(tokens, alone.span("seat"), *_below(text, lines, i))


def _listed(words: str) -> bool:
    """Whether words are those of a list, and of no sentence."""
    return _SMALL.issuperset(w for w in words.split() if w[0].islower() and "@" not in w)


def _below(text: str, lines: Sequence[tuple[int, int]], i: int) -> tuple[int, int]:
    """The line below a seat, where no other name stands under it."""
    for k in (i + 1, i + 2):
        if k < len(lines) and lines[k][0] < lines[k][1]:
            mark = _MARK.match(text, *lines[k])
            return (mark.end() if mark is not None else lines[k][0]), lines[k][1]
    return 0, 0


def _under(text: str, lines: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether an office stands under the name that it is of: ``Jane Roe``, ``Chair``."""
    if not i or lines[i - 1][0] == lines[i - 1][1]:
        return False
    if _name_at(text, *lines[i - 1]) is None:
        return False
    above = text[slice(*lines[i - 2])] if i > 1 else ""
    return not (heads_attendance(above) or _ALONE.fullmatch(above) is not None)


def _name_at(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Where the name that begins a line begins with its styles, without, and ends."""
    sign = _AFTER.search(text, start + 4, end)
    stop = sign.start() if sign is not None else end
    person = person_in(text, start, len(text[:stop].rstrip()) if stop > start else stop)
    if person is None or not (person[3] or person[0] < person[1]):
        return None
    return person[0], person[1], person[2]


def _seated(tokens: Tokens, seat: tuple[int, int], start: int, end: int) -> Iterator[_Seat]:
    """Who is named at the beginning of ``text[start:end]``, if ``seat`` is an office."""
    text, known = tokens.text, tokens.known
    while start < end and text[start] in " \t*_":
        start += 1
    words = text[slice(*seat)]
    low = words.rpartition(" ")[2].lower()
    if len(low) < _SHORTEST or low in _NO_SEATS or (low not in known.heads and low not in _PARTS):
        return
    person = _name_at(text, start, end)
    if person is None:
        return
    first = bisect_left(tokens.starts, seat[0])
    first += tokens.lows[first] == "the"
    head = office_head(tokens, first)
    offices: tuple[Office, ...] = (frozenset({low}),)
    if head is not None:
        title = read_title(tokens, head, floor=first)
        if title.start != first or not title.offices:
            return
        offices = title.offices
    elif low in known.heads and not words.islower():
        return
    yield _Seat(*person, " ".join(words.removeprefix("the ").removeprefix("The ").split()), offices)
