"""One place that names somebody, or an office without a name.

A *naming* is a name as it stands with its title (``Foreign Minister Kono``), a bare name that other
namings have made known (``Kono``), or an office alone (``the Prime Minister``: no name). Names with
a title are read in ``titled``, those without in ``untitled``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from .titles import Office

__all__ = ["Naming", "fold", "merged"]

_SIGNS = re.compile(r"[-.'’]")


@dataclass(slots=True)
class Naming:
    """``text[start:end]`` names somebody: ``name`` are the words of the name, if any.

    ``listed`` tells that a row of a list gives the whole of the office.
    """

    start: int
    end: int
    name: tuple[str, ...]
    role: str | None = None
    offices: tuple[Office, ...] = ()
    country: str | None = None
    gender: str | None = None
    titled: bool = False
    definite: bool = False
    possessive: bool = False
    tail: int = 0
    international: bool = False
    listed: bool = False


@lru_cache(8192)
def fold(word: str) -> str:
    """``word`` for comparing names: without accents, capitals, hyphens, apostrophes and points."""
    if not word.isascii():
        word = "".join(
            c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
        )
    return _SIGNS.sub("", word).casefold()


def merged(namings: list[Naming], more: list[Naming]) -> list[Naming]:
    """``namings`` and those of ``more`` that stand nowhere over one of them."""
    if not more:
        return namings
    spans = sorted((n.start, n.tail) for n in namings)
    begins = [start for start, _ in spans]
    added = list(namings)
    for naming in more:
        at = bisect_left(begins, naming.end) - 1
        if at < 0 or spans[at][1] <= naming.start:
            added.append(naming)
    return added
