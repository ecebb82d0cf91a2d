"""What ranks: how much each word of a query weighs, and what more tells a good passage.

The words of a query *select* passages; this module only orders what they select. A word weighs
more, the rarer it is, and a little more each time it is repeated (:data:`RARITY`,
:data:`REPEATS`). To its stem in the text is added, at a share of its weight, what the passage
scores for

- the very form that was typed (:data:`WORD`): ``universal`` is better met by itself than by
  ``universe``;
- its *stub*, the first letters of the stem (:data:`STUB`): a passage with ``Russia`` is the more
  about it, the more there is in it of ``Russian``;
- the title and the headings (:data:`TITLE`);
- and each two neighbouring words for standing in the passage as in the query (:data:`NEAR`).

A *common* word, which more than every tenth passage has, takes an engine longest and tells
least: its stem has the shares of its form and its stub too, and two common ones are no neighbours.
Where the same passages have two of the three, one of them is looked for with the shares of both: a
stub that stands for one stem alone instead of the stem, the stem instead of its only form.

The numbers were chosen on eight public collections, each left out in turn, see docs/ranking.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import log

from .. import analysis
from . import plan

__all__ = [
    "FORMS",
    "NEAR",
    "RARITY",
    "REPEATS",
    "STUB",
    "TITLE",
    "WORD",
    "emphasis",
    "extras",
    "is_common",
    "is_only_form",
    "neighbours",
]

RARITY = 0.35
"""The power of a word's idf by which its weight grows, over what BM25 gives it."""

REPEATS = 0.75
"""The power of the number of times a word stands in the query by which its weight grows."""

WORD = 0.3
"""Share of a word's weight that its very form has."""

STUB = 1.0
"""Share of a word's weight that its stub has."""

FORMS = 1 + WORD + STUB
"""What a common word weighs in its text, where others have their form and stub beside it."""

TITLE = 0.4
"""Share of a word's weight that it has in the title and in a heading."""

NEAR = 0.2
"""Weight of two neighbouring words of the query for standing so in a passage."""

_FARTHEST = 3  # Words farther apart in the query, by stop words between them, are no neighbours.
_MOST_PAIRS = 8  # Phrases take time, and more of them than this tell hardly more.

_COMMON = 10  # A word is common that more than one of so many passages has,
_FEW = 1000  # and more than so many: looking at these takes no time.


def emphasis(having: int, times: int, passages: int) -> float:
    """How much a word weighs that ``having`` of ``passages`` have and the query has ``times``."""
    idf = log(1 + (passages - having + 0.5) / (having + 0.5))
    return float(idf**RARITY * times**REPEATS)


def is_common(having: int, passages: int) -> bool:
    """Whether a word is common that ``having`` of ``passages`` have."""
    return having > max(_FEW, passages // _COMMON)


def extras(
    tokens: Sequence[analysis.Token],
    weight: float,
    typed: str,
    having: Callable[[str, str], int],
    *,
    forms: bool,
) -> Iterator[plan.Plan]:
    """What more tells a passage about a word, a compound or a concept of that weight.

    Args:
        having: how many passages have a term in a field.
        forms: by its form and stub, too. A concept of the thesaurus is found in all its forms, and
            a common word has :data:`FORMS` instead.
    """
    for token in tokens:
        if token.stop:
            continue
        if forms:
            stub = analysis.stub(token.term)
            if having("stub", stub) == having("word", token.word):
                yield plan.Term("stub", stub, weight * (WORD + STUB), typed)
            else:
                if len(tokens) > 1 or not is_only_form(token, having):
                    yield plan.Term("word", token.word, weight * WORD, typed)
                yield plan.Term("stub", stub, weight * STUB, typed)
        for field in ("title", "heading"):
            if having(field, token.term):
                yield plan.Term(field, token.term, weight * TITLE, typed)


def is_only_form(token: analysis.Token, having: Callable[[str, str], int]) -> bool:
    """Whether a word is the only form of its stem, but not of its stub; ``having`` as above."""
    same = having("word", token.word)
    return same == having("text", token.term) != having("stub", analysis.stub(token.term))


def neighbours(
    tokens: Sequence[analysis.Token], weight: float, common: Callable[[str], bool]
) -> Iterator[plan.Plan]:
    """Each two neighbours among the words of a query, stop words between them left open.

    Args:
        common: whether a term is that of a common word.
    """
    places: dict[tuple[str, str, int], list[int]] = {}
    content = [(i, token) for i, token in enumerate(tokens) if not token.stop]
    for (i, one), (j, other) in pairwise(content):
        if one.term == other.term or j - i > _FARTHEST:
            continue
        if not (common(one.term) and common(other.term)):
            places.setdefault((one.term, other.term, j - i), []).append(i)
    pairs = sorted(places.items(), key=lambda pair: -len(pair[1]))
    for (first, second, gap), (i, *more) in pairs[:_MOST_PAIRS]:
        terms = ((0, first), (gap, second))
        words = " ".join(token.word for token in tokens[i : i + gap + 1])
        yield plan.Phrase("text", terms, 0, weight * NEAR * (1 + len(more)) ** REPEATS, words)
