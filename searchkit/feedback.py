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
from itertools import repeat
from math import hypot, log
from operator import mul

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
    own = compared.shares[place] if place < LEADING else 0.0
    told = sorted(
        (-weight * (compared.leading.get(term, 0.0) - own * weight), term)
        for term, weight in compared.vectors[place].items()
    )
    return [term for product, term in told[:5] if product < 0]


class _Compared:
    """The vectors of passages, and what the leading ones have in common."""

    def __init__(self, scores: Sequence[float], texts: Sequence[Sequence[str]]) -> None:
        counts = [_counted(tuple(pieces), analysis.stop_words()) for pieces in texts]
        having: Counter[str] = Counter()
        for count in counts:
            having.update(count.keys())
        rarity = {term: log(1 + len(counts) / n) for term, n in having.items()}
        self.vectors = [_vector(count, rarity) for count in counts]
        shares = [(score / scores[0]) ** _STEEPNESS for score in scores[:LEADING]]
        whole = sum(shares)
        self.shares = [share / whole for share in shares]
        self.leading: dict[str, float] = {}
        for share, vector in zip(self.shares, self.vectors, strict=False):
            for term, weight in vector.items():
                self.leading[term] = self.leading.get(term, 0.0) + share * weight

    def likeness(self, place: int) -> float:
        """How like a passage is to the leading ones, itself aside."""
        vector = self.vectors[place]
        leading = self.leading
        likeness: float = sum(map(mul, vector.values(), map(leading.get, vector, repeat(0.0))))
        if place >= LEADING or not vector:
            return likeness
        others = 1 - self.shares[place]
        # Where one passage outdoes the rest by so much, there is nobody to be like.
        return (likeness - self.shares[place]) / others if others > 1e-9 else 0.0


def _vector(count: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """The weights of a passage's terms, at length 1."""
    weights = {
        term: rarity[term] if n == 1 else (1 + log(n)) * rarity[term] for term, n in count.items()
    }
    length = hypot(*weights.values()) or 1.0
    return {term: weight / length for term, weight in weights.items()}


@lru_cache(maxsize=500)
def _counted(pieces: tuple[str, ...], stops: frozenset[str]) -> Counter[str]:
    """How often a passage has each term; kept, since one query's best are often the next one's."""
    terms = [term for piece in pieces for term in analysis.terms(piece[: _TERMS * 8])]
    return Counter([term for term in terms[: 2 * _TERMS] if term not in stops][:_TERMS])
