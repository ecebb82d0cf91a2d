"""Whole words, phrases and lines, looked for case aside.

An expression that begins at the edge of a word is tried at every character. Which words a text has
is found out in a fraction of that time, and most texts have none of those that are wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from .gates import words_of

__all__ = ["Lines", "Phrases"]

_CAPITAL = re.compile(r"(?<!\\)[A-Z]|\(\?-?i")
"""What tells capitals from small letters in an expression, or may."""


# Several phrases are looked for in the same sentence.
_words = lru_cache(64)(words_of)


class Lines:
    """Some expressions, of which a whole line may be one, case aside."""

    __slots__ = ("_cased", "_plain")

    def __init__(self, patterns: Iterable[str]) -> None:
        # In small letters it is asked at once, case aside it takes twice as long.
        every = [f"(?:{pattern})" for pattern in patterns]
        cased = list(map(_CAPITAL.search, every))
        plain = [one for one, capital in zip(every, cased, strict=True) if not capital]
        others = [one for one, capital in zip(every, cased, strict=True) if capital]
        self._plain = re.compile("|".join(plain) or "(?!)")
        self._cased = re.compile("|".join(others), re.IGNORECASE) if others else None

    def fit(self, line: str) -> bool:
        """Whether ``line`` is one of the expressions."""
        return self._plain.fullmatch(line.lower()) is not None or (
            self._cased is not None and self._cased.fullmatch(line) is not None
        )


class Phrases:
    """Finds the first of some ``phrases``, each of one word or of several with a space between."""

    __slots__ = ("_needed", "_pattern")

    def __init__(self, phrases: Iterable[str]) -> None:
        every = sorted(set(phrases))
        self._pattern = re.compile(_any(every))
        # Of each phrase the longest word, without which it is nowhere.
        self._needed = frozenset(max(words_of(one) or (), key=len) for one in every)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first of the phrases in ``text[start:end]``."""
        end = len(text) if end is None else end
        words = _words(text[start:end])
        if words is not None and self._needed.isdisjoint(words):
            return None
        return self._pattern.search(text, start, end)


def _any(phrases: Iterable[str]) -> str:
    """What finds one of ``phrases``: by its first letter, which is what a search is fast for."""
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        letter = phrase[0].lower()
        rests.setdefault(f"[{letter}{letter.upper()}]", []).append(re.escape(phrase[1:]))
    letters = "".join(letter[1:-1] for letter in rests)
    begun = (f"(?<={letter})(?i:{'|'.join(each)})" for letter, each in rests.items())
    return rf"[{letters}](?<!\w.)(?:{'|'.join(begun)})\b"
