"""Prefixes, wildcards and fuzzy words -> the words of a collection that they stand for.

None of them is stemmed. ``?`` is one character, ``*`` any number, as in a shell; a fuzzy word
stands for those within so many edits, where exchanging two neighbours is one edit. A word with
digits is never taken for another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..analysis import normalise
from .nodes import Fuzzy, Prefix, Wildcard

if TYPE_CHECKING:
    from .reading import Vocabulary

__all__ = ["MOST_FUZZY", "MOST_TERMS", "Expander"]

MOST_TERMS = 1000
"""Words that a prefix or a wildcard may stand for; of more, the most frequent."""

MOST_FUZZY = 50
"""Words that a fuzzy word may stand for; of more, the nearest."""

MOST_BEGUN = 50
"""Words that one still being typed may become; of more, the most frequent."""

_BUDGET = 5000
"""Words for all patterns of one query."""


class Expander:
    """Expands the patterns of one query."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._left = _BUDGET
        self._known: dict[tuple[str, str, int], list[tuple[str, float]]] = {}

    def words(self, node: Prefix | Wildcard | Fuzzy) -> tuple[list[tuple[str, float]], str | None]:
        """Words with their share of the weight, and what to say if some had to be left out."""
        field = "word" if node.field is None else f"{node.field}_word"
        what = (field, node.pattern if isinstance(node, Wildcard) else node.text, _kind(node))
        if what in self._known:
            return self._known[what], None
        if isinstance(node, Fuzzy):
            found = self._fuzzy(field, node)
            most = min(MOST_FUZZY, self._left)
            which = "nearest"
            wrong = "a number stands for itself: ~ is left out" if _numbered(node.text) else None
        else:
            listed = self._vocabulary.matching(field, _pattern(node))
            found = sorted((word, -frequency, 1.0) for word, frequency in listed)
            most, which, wrong = min(MOST_TERMS, self._left), "most frequent", None
            if isinstance(node, Prefix) and node.unfinished:
                most, which = min(MOST_BEGUN, self._left), ""
        if not found and wrong is None:
            wrong = _nothing(node)
        if len(found) > most:
            found.sort(key=lambda one: (-one[2], one[1], one[0]))
            if which:
                wrong = f"this stands for {len(found):,} words: only the {most:,} {which} count"
            found = found[:most]
        self._left -= len(found)
        words = self._known[what] = [(word, share) for word, _, share in found]
        return words, wrong

    def _fuzzy(self, field: str, node: Fuzzy) -> list[tuple[str, int, float]]:
        wanted = normalise(node.text)
        if not node.distance or _numbered(wanted):
            return [(wanted, 0, 1.0)] if self._vocabulary.document_frequency(field, wanted) else []
        near = self._vocabulary.near(field, wanted, node.distance)
        close = [one for one in near if not _numbered(one[0])]
        close.sort(key=lambda one: (one[2], one[0]))
        # As in Lucene, an edit counts for more in a shorter word.
        return [
            (
                word,
                -frequency,
                1 - distance / max(min(len(word), len(wanted)), distance + 1),
            )
            for word, frequency, distance in close
        ]

    def keys(self, node: Prefix | Wildcard, values: Mapping[str, str]) -> tuple[str, ...]:
        """The keys of a tag field in which one word, or the whole, fits the pattern."""
        if isinstance(node, Prefix):
            begins = f" {normalise(node.text)}"
            return tuple(key for key in sorted(values) if begins in f" {key}")
        matches = _matcher(node)
        return tuple(
            key for key in sorted(values) if matches(key) or any(map(matches, key.split()))
        )


def _numbered(word: str) -> bool:
    """Whether digits stand in it: another digit is another number, and no slip."""
    return any(map(str.isdigit, word))


def _nothing(node: Prefix | Wildcard | Fuzzy) -> str:
    match node:
        case Prefix():
            return f'no word begins with "{node.text}"'
        case Fuzzy():
            return f'no word is spelt like "{node.text}"'
        case Wildcard():
            signs = "? stands for one letter, * for any"
            return f'no word is like "{node.pattern}": {signs}'


def _kind(node: Prefix | Wildcard | Fuzzy) -> int:
    return node.distance if isinstance(node, Fuzzy) else -1 if isinstance(node, Prefix) else -2


def _pattern(node: Prefix | Wildcard) -> str:
    """The pattern in normalised letters."""
    if isinstance(node, Prefix):
        return f"{normalise(node.text)}*"
    pieces = re.split(r"([*?])", node.pattern)
    return "".join(piece if piece in ("*", "?") else normalise(piece) for piece in pieces)


def _matcher(node: Prefix | Wildcard) -> Callable[[str], object]:
    import fnmatch

    # fnmatch takes every part between stars at its first place only: linear, whatever the pattern.
    return re.compile(fnmatch.translate(_pattern(node))).match
