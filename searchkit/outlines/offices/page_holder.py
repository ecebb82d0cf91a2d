"""Who holds the office of a page, told in its head alone: ``Minister for Foreign Affairs``, below
it ``Senator the Hon Jane Roe``, and in the transcript nothing but ``Minister: Good morning.``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ..names.naming import Naming, fold
from ..names.tokens import Tokens, given_names, vocabulary
from ..names.untitled import read_namings
from ..sections.layout import Layout, read_layout

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["take_page_holder"]

_BEGINS = re.compile(r"(?:\A|\n)[ \t*_]*(?:The )?\Z", re.IGNORECASE)
_LINE = 12
_WHOLE = 2
"""A name of fewer words is none that heads a page."""
_LONGEST = 6
_ADDRESSED = frozenset({"hon", "mr", "ms", "mrs", "dr", "sir", "dame", "he"})


def take_page_holder(
    text: str, layout: Layout, namings: Sequence[Naming], drafts: Sequence[Draft]
) -> list[Draft]:
    """A draft for who speaks by the office that the head of the page gives somebody.

    Whom the text names besides gets the office, and the labels of an office with which somebody
    else speaks by name are his or hers.
    """
    labels = [n for n in namings if not n.name and n.offices and _is_label(text, n)]
    one = _holder(layout.site) if labels and layout.site else None
    if one is None:
        return []
    from ..names.people import Draft

    ranks = vocabulary().ranks
    held = one.offices[0]
    fits = [n for n in labels if n.offices[0] <= held and ranks.isdisjoint(held - n.offices[0])]
    wanted = {n.offices[0] for n in fits}
    for draft in drafts:
        speaks = any(text.startswith(":", n.tail) for n in draft.namings)
        if speaks and any(office <= other for office in wanted for other in draft.offices):
            return []
    if not fits:
        return []
    known = [d for d in drafts if d.words[-1] == fold(one.name[-1]) and d.words[:-1] != ()]
    if known:
        known[0].offices.add(held)
        known[0].roles.add((one.role or "").lower())
        return []
    draft = Draft(tuple(fold(word) for word in one.name), " ".join(one.name))
    fits[0].role, fits[0].offices, fits[0].country = one.role, one.offices, one.country
    for naming in fits:
        draft.take(naming)
    draft.gender = one.gender
    draft.country = one.country
    return [draft]


def _is_label(text: str, naming: Naming) -> bool:
    begin = max(0, naming.start - _LINE)
    return (
        text.startswith(":", naming.end) and _BEGINS.search(text, begin, naming.start) is not None
    )


def _holder(site: str) -> Naming | None:
    """The only one to whom two lines beside each other, or one, give an office."""
    lines = [line.strip(" |,") for line in site.splitlines()]
    told = [line for line in lines if ("," in line or "|" in line) and _names(line)]
    for above, below in pairwise(lines):
        if _is_office(above) and _is_name(below):
            told.append(f"{below}, {above}")
        elif _is_name(above) and _is_office(below):
            told.append(f"{above}, {below}")
    found: dict[tuple[str, ...], Naming] = {}
    for line in told:
        words = line.replace(" | ", ", ") + "."
        for naming in read_namings(Tokens(words, read_layout(words))):
            if len(naming.name) >= _WHOLE and naming.offices:
                found.setdefault(naming.name, naming)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_office(line: str) -> bool:
    words = line.lower().split()
    return not vocabulary().heads.isdisjoint(words) and not _is_name(line)


def _is_name(line: str) -> bool:
    return len(line.split()) <= _LONGEST and _names(line)


def _names(line: str) -> bool:
    """Whether a line has a given name, or a form of address."""
    words = fold(line.replace(",", " ")).split()
    female, male = given_names()
    return any(word in female or word in male or word in _ADDRESSED for word in words)
