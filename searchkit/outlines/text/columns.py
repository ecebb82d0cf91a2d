"""Two sides of a record in two columns, and the offices that its title gives them.

A title that names two who talk by their offices alone (``Record of a conversation between the
Minister of State and the Danish Ambassador``), over a list of those present in two *columns*, tells
who holds them: who stands first in each.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from ..lands.countries import country_of
from ..names.naming import Naming
from ..names.rosters import roster_spans
from ..names.titles import Office

__all__ = ["principals", "with_columns"]

_FRONT = 800
"""A title ends within so many characters."""
_BETWEEN = re.compile(
    r"\bbetween\s+the\s+(?P<left>(?:(?!\band\s+the\b|\n\s*\n).){3,90}?)\s+and\s+the\s+"
    r"(?P<right>(?:(?!\n\s*\n).){3,90}?)"
    r"(?=\s+(?:at|on|in|held|over|during)\b|,|[ \t]*\n\s*\n|\s*\Z)",
    re.IGNORECASE | re.DOTALL,
)
_GAP = re.compile(r" {3,}|\t")
_STYLED = re.compile(r"\bH\.? ?E\.?,? ")
_BACK = 24
_OF = re.compile(r"\s+of\s+(?!state\b)(?:the\s+)?", re.IGNORECASE)
_KEYLESS = frozenset({"of", "for", "to", "and", "the", "on", "in"})
_OF_STATE = frozenset({"foreign", "commonwealth", "home", "colonial", "defence", "dominions"})
"""A British Foreign Secretary is the Secretary of State."""


def _office(words: str) -> tuple[str, tuple[Office, ...], str | None]:
    """The role, its offices and the country that ``words`` of a title tell."""
    words = " ".join(words.split())
    parts = _OF.split(words, maxsplit=1)
    country = country_of(parts[1]) if len(parts) > 1 else None
    role = parts[0] if country else words
    first, _, rest = role.partition(" ")
    nation = country_of(first.title() if first.isupper() else first)
    if nation is not None and rest:
        country = country or nation
    held = rest if nation is not None and rest else role
    office = frozenset(word for word in held.lower().split() if word not in _KEYLESS)
    offices = [office]
    if "secretary" in office and not _OF_STATE.isdisjoint(office):
        offices.append(frozenset({"secretary", "state"}))
    if role.isupper():
        role = " ".join(w.lower() if w.lower() in _KEYLESS else w.title() for w in role.split())
    return role, tuple(offices), country


def principals(text: str, namings: list[Naming]) -> tuple[int, ...]:
    """Where the two stand who talk by the title, first in two columns; the others sit in."""
    title = _BETWEEN.search(text, 0, _FRONT) if "etween" in text or "ETWEEN" in text else None
    first = next((s for s in roster_spans(text) if s[0] > title.end()), None) if title else None
    if first is None:
        return ()
    starts = [naming.start for naming in namings]
    rows = _rows(text, namings, starts, first[0], first[1])
    two = bool(rows) and len(rows[0]) == len(("left", "right"))
    return tuple(starts[index] for index in rows[0]) if two else ()


def with_columns(text: str, namings: list[Naming]) -> list[Naming]:
    """``namings`` with the offices of the title for those who stand first in the two columns."""
    title = _BETWEEN.search(text, 0, _FRONT) if "etween" in text or "ETWEEN" in text else None
    if title is None:
        return namings
    starts = [naming.start for naming in namings]
    first = next((span for span in roster_spans(text) if span[0] > title.end()), None)
    rows = _rows(text, namings, starts, first[0], first[1]) if first is not None else []
    if not rows or len(rows[0]) != len(("left", "right")):
        return namings
    found = list(namings)
    host, guest = _office(title["left"]), _office(title["right"])
    for index, side in zip(rows[0], ("left", "right"), strict=True):
        a, b = title.span(side)
        if any(n.name for n in namings[bisect_left(starts, a) : bisect_left(starts, b)]):
            continue
        role, offices, country = host if side == "left" else guest
        if side == "right" and offices[0] == host[1][0] and country and not host[2]:
            # "The Prime Minister" alone is the host.
            offices = (offices[0] | {country.lower()},)
        naming = found[index]
        found[index] = replace(
            naming,
            role=naming.role or role,
            offices=(*naming.offices, *offices),
            country=naming.country or country,
        )
    # "The Ambassador": the only other one of the guests who is styled so
    styled = [
        row[-1]
        for row in rows[1:]
        if not found[row[-1]].offices and _is_styled(text, starts[row[-1]])
    ]
    ambassador: Office = frozenset({"ambassador"})
    held = any(ambassador <= office for naming in found if naming.name for office in naming.offices)
    if len(styled) == 1 and not held:
        naming = found[styled[0]]
        found[styled[0]] = replace(naming, role="Ambassador", offices=(ambassador,))
    return found


def _is_styled(text: str, start: int) -> bool:
    """Whether the name at ``start`` begins with ``H.E.``, or follows it and two words at most."""
    if _STYLED.match(text, start):
        return True
    before = text[max(0, start - _BACK) : start]
    found = _STYLED.search(before)
    return found is not None and len(before[found.end() :].split()) <= 2


def _rows(
    text: str, namings: list[Naming], starts: list[int], start: int, end: int
) -> list[list[int]]:
    """The indices of those named on each line of ``text[start:end]``, two where a gap parts two."""
    rows: list[list[int]] = []
    while start < end:
        line = text.find("\n", start)
        stop = min(line if line >= 0 else end, end)
        here = [
            i
            for i in range(bisect_left(starts, start), bisect_left(starts, stop))
            if namings[i].name
        ]
        if here:
            left = here[0]
            right = next(
                (i for i in here[1:] if _GAP.search(text, namings[left].end, namings[i].start)),
                None,
            )
            rows.append([left] if right is None else [left, right])
        start = stop + 1
    return rows
