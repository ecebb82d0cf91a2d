"""Relevance feedback: what the best passages have in common says which of them are about it.

The best :data:`WINDOW` passages of an engine are ranked anew: each gains by its *likeness* to the
leading ones, :data:`LEADING` in number, the more so the higher they score. Likeness is the cosine
of the passages' terms, where a term that most of the window has says little. A passage is not
compared with itself, so that those which lead gain nothing by it.

Passages change places and none comes in: whatever is shown holds words of the query. Classical
feedback (RM3, Bo1) asks a second question, with words of the best passages; here that gained
less on most of the collections tried and lost much on some, see docs/ranking.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from math import log, sqrt

from . import analysis

__all__ = ["LEADING", "LIKENESS", "WINDOW", "rescored", "shared"]

WINDOW = 20
"""How many passages are ranked anew."""

LEADING = 10
"""How many of them the others are compared with."""

LIKENESS = 0.8
"""What a passage gains that is like the leading ones in every word, in best scores."""

_STEEPNESS = 3
"""The power of a leading passage's score by which it counts."""

_TERMS = 200  # Of a long passage the beginning says enough, and time is short.


def rescored(scores: Sequence[float], texts: Sequence[Sequence[str]]) -> list[float]:
    """New scores of passages, none lower than before.

    Args:
        scores: those of the engine, best first.
        texts: of each passage its text and headings, in pieces.
    """
    if len(scores) < 3 or scores[0] <= 0:
        return list(scores)
    compared = _Compared(scores, texts)
    return [
        score + LIKENESS * scores[0] * max(compared.likeness(place), 0.0)
        for place, score in enumerate(scores)
    ]


def shared(scores: Sequence[float], texts: Sequence[Sequence[str]], place: int) -> list[str]:
    """The terms by which the passage at ``place`` is most like the leading ones, at most five."""
    compared = _Compared(scores, texts)
    own = compared.share(place)
    told = sorted(
        (round(-weight * (compared.leading.get(term, 0.0) - own * weight), 9), term)
        for term, weight in compared.vectors[place].items()
    )
    return [term for product, term in told[:5] if product < 0]


class _Compared:
    """The vectors of passages, and what the leading ones have in common.

    Most terms stand in one passage only: they add to its length and to nothing else, so that
    vectors hold those terms alone that several passages have.
    """

    def __init__(self, scores: Sequence[float], texts: Sequence[Sequence[str]]) -> None:
        language = analysis.language()
        counts = [_counted(tuple(pieces), language) for pieces in texts]
        having = Counter(chain.from_iterable(count for count, _ in counts))
        rarity = [0.0, *(log(1 + len(counts) / n) for n in range(1, len(counts) + 1))]
        self.vectors = [_vector(*counted, having, rarity) for counted in counts]
        shares = [(score / scores[0]) ** _STEEPNESS for score in scores[:LEADING]]
        whole = sum(shares)
        self._shares = [share / whole for share in shares]
        self.leading: dict[str, float] = {}
        for share, vector in zip(self._shares, self.vectors, strict=False):
            for term, weight in vector.items():
                self.leading[term] = self.leading.get(term, 0.0) + share * weight

    def share(self, place: int) -> float:
        """How much of what the leading ones have in common is a passage's own."""
        return self._shares[place] if place < LEADING else 0.0

    def likeness(self, place: int) -> float:
        """How like a passage is to the leading ones, itself aside."""
        own = self.share(place)
        vector, leading = self.vectors[place], self.leading
        likeness = sum(
            [weight * (leading.get(term, 0.0) - own * weight) for term, weight in vector.items()]
        )
        # Where one passage outdoes the rest by so much, there is nobody to be like.
        return likeness / (1 - own) if own < 1 - 1e-9 else 0.0


_FREQUENCY = [0.0, *(1 + log(n) for n in range(1, _TERMS + 1))]
_SQUARED = [weight * weight for weight in _FREQUENCY]


def _vector(
    count: Mapping[str, int], length: float, having: Mapping[str, int], rarity: Sequence[float]
) -> dict[str, float]:
    """The weights of a passage's terms that others have too, its whole vector being of length 1.

    ``length`` is the sum of the squares of all its frequencies.
    """
    weights: dict[str, float] = {}
    squares = 0.0
    for term, n in count.items():
        passages = having[term]
        if passages > 1:
            weights[term] = weight = _FREQUENCY[n] * rarity[passages]
            squares += weight * weight
            length -= _SQUARED[n]
    squares += max(length, 0.0) * rarity[1] * rarity[1]
    norm = 1 / sqrt(squares) if squares else 1.0
    return {term: weight * norm for term, weight in weights.items()}


@lru_cache(maxsize=500)
def _counted(pieces: tuple[str, ...], _language: str) -> tuple[Counter[str], float]:
    """How often a passage has each term, and the sum of the squares of the frequencies.

    Kept, since one query's best are often the next one's.
    """
    content = analysis.analyzer().content
    terms = chain.from_iterable(
        map(content.__getitem__, chain.from_iterable(p[: _TERMS * 8].split() for p in pieces))
    )
    count = Counter(islice(terms, _TERMS))
    return count, sum(map(_SQUARED.__getitem__, count.values()))
