"""Relevance feedback: what the best passages have in common says which of them are about it.

The best :data:`WINDOW` passages of an engine are ranked anew: each gains by its *likeness* to the
leading ones, :data:`LEADING` in number, the more so the higher they score. Two passages are alike
by the words that both have; a word that most of the window has says little. A passage is not
compared with itself, so that those which lead gain nothing by it.

Words are compared as they stand, whatever their case: analysis takes several times as long, and
ranked no better. Only those of the leading passages are looked for in the others.

Passages change places and none comes in: whatever is shown holds words of the query. Classical
feedback (RM3, Bo1) asks a second question, with words of the best passages; here that gained
less on most of the collections tried and lost much on some, see docs/ranking.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain
from math import log

from . import analysis

__all__ = ["LEADING", "LIKENESS", "WINDOW", "rescored", "shared"]

WINDOW = 15
"""How many passages are ranked anew."""

LEADING = 5
"""How many of them the others are compared with."""

LIKENESS = 0.8
"""What a passage gains at most, in best scores."""

_STEEPNESS = 3
"""The power of a leading passage's score by which it counts."""

_LENGTH = 0.3
"""The power of the length of either passage by which what both have counts less."""

_CHARACTERS = 1600  # Of a long passage the beginning says enough, and time is short.


def rescored(scores: Sequence[float], texts: Sequence[Sequence[str]]) -> list[float]:
    """New scores of passages, none lower than before.

    Args:
        scores: those of the engine, best first.
        texts: of each passage its title, headings and text, in pieces.
    """
    if len(scores) < 3 or scores[0] <= 0:
        return list(scores)
    whole = LIKENESS * scores[0]
    alike = _Compared(scores, texts).likenesses()
    return [score + whole * likeness for score, likeness in zip(scores, alike, strict=True)]


def shared(scores: Sequence[float], texts: Sequence[Sequence[str]], place: int) -> list[str]:
    """The words by which the passage at ``place`` is most like the leading ones, at most five."""
    compared = _Compared(scores, texts)
    told = sorted(
        (round(-compared.gain(place, word), 9), word.decode()) for word in compared.held[place]
    )
    return [word for gain, word in told[:5] if gain < 0]


class _Compared:
    """What passages hold of the words of the leading ones.

    Attributes:
        held: for each passage, those of the words that it has; of a leading one, those that
            another has as well.
    """

    def __init__(self, scores: Sequence[float], texts: Sequence[Sequence[str]]) -> None:
        words = list(map(_words, texts))
        sought = set().union(*words[:LEADING])
        sought -= _stops(analysis.language())
        self.held = [sought.intersection(some) for some in words]
        rarity = _rarity(len(words))
        having = Counter(chain.from_iterable(self.held))
        # Most words stand in one passage, and make it like no other.
        self._telling = {word: rarity[n] for word, n in having.items() if n > 1}
        self.held[:LEADING] = [some & self._telling.keys() for some in self.held[:LEADING]]
        shares = [(score / scores[0]) ** _STEEPNESS for score in scores[:LEADING]]
        whole = sum(shares)
        self._shares = [share / whole for share in shares]
        self._factors: list[float] = [max(len(some), 1) ** -_LENGTH for some in words]
        leading = dict.fromkeys(self._telling, 0.0)
        for share, factor, some in zip(self._shares, self._factors, self.held, strict=False):
            share *= factor
            for word in some:
                leading[word] += share
        self._leading = {word: told * leading[word] for word, told in self._telling.items()}

    def likenesses(self) -> list[float]:
        """How like each passage is to the leading ones, itself aside: from 0 to 1."""
        found = []
        for place, (factor, held) in enumerate(zip(self._factors, self.held, strict=True)):
            likeness = sum(map(self._leading.__getitem__, held))
            if place < LEADING:
                own = self._shares[place]
                # Where one passage outdoes the rest by so much, there is nobody to be like.
                if own > 1 - 1e-9:
                    found.append(0.0)
                    continue
                likeness -= own * factor * sum(map(self._telling.__getitem__, held))
                likeness /= 1 - own
            found.append(min(max(likeness * factor, 0.0), 1.0))
        return found

    def gain(self, place: int, word: bytes) -> float:
        """What a word that a passage has adds to its likeness, in proportion."""
        own = self._shares[place] * self._factors[place] if place < LEADING else 0.0
        return self._leading[word] - own * self._telling[word]


@cache
def _rarity(passages: int) -> Sequence[float]:
    """How much a word tells that 0, 1, 2 ... of so many passages have; 1 for one passage.

    Squared, since both of two passages that are compared have the word.
    """
    alone = log(1 + passages)
    return 0.0, *((log(1 + passages / n) / alone) ** 2 for n in range(1, passages + 1))


def _table() -> bytes:
    """Bytes -> bytes: letters in lower case and digits; all else is a space."""
    characters = map(chr, range(128))
    plain = "".join(c.lower() if c.isalnum() else " " for c in characters)
    return plain.encode().ljust(256)


_PLAIN = _table()


def _words(pieces: Sequence[str]) -> list[bytes]:
    """The words of a passage, repeated ones too.

    A letter that ASCII does not have separates them, which is the same everywhere; text in which
    such letters are the rule is analysed instead.
    """
    text = " ".join(pieces)[:_CHARACTERS]
    encoded = text.encode(errors="replace")
    if len(encoded) > 1.2 * len(text):
        return [term.encode(errors="replace") for term in analysis.terms(text)]
    return encoded.translate(_PLAIN).split()


@cache
def _stops(language: str) -> frozenset[bytes]:
    """The stop words of a language, and what is left of words at an apostrophe."""
    assert language == analysis.language()
    return frozenset(word.encode() for word in analysis.stop_words()) | {
        bytes([letter]) for letter in _PLAIN if letter != 32
    }
