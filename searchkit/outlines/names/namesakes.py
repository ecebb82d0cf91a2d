"""Which names may be one person's, and who of many bears such a name.

``agree`` compares two names, given as their folded words. ``Namesakes`` are names with the keys by
which those that may agree with another are found: a text may name thousands of one given name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

__all__ = ["PATRONYMICS", "Namesakes", "agree", "sound"]

_NEAR = 0.72
PATRONYMICS = ("evich", "ovich", "evna", "ovna", "inichna")
"""How a father's name ends, which stands for the surname where people address each other."""
_GIVEN_AND_SURNAME = 2
_LONGEST = 12
"""A longer name is no beginning of another one."""
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ash", "at", "az"})

Words = tuple[str, ...]


_ALIKE = ("ph", "f"), ("w", "v"), ("ck", "k"), ("q", "k"), ("y", "j")
_VOWELS = re.compile(r"(?<=.)[aeiou]+")
_DOUBLE = re.compile(r"(.)\1+")
_SHORTEST = 6
_CONSONANTS = 4


def sound(word: str) -> str | None:
    """A surname's first letter and consonants, which other spellings share: ``Mahmood``,
    ``Mahmud``; none of a short one, which may be several."""
    if len(word) < _SHORTEST:
        return None
    for letters, other in _ALIKE:
        word = word.replace(letters, other)
    bare = _DOUBLE.sub(r"\1", _VOWELS.sub("", word))
    return bare if len(bare) >= _CONSONANTS else None


def _given_agree(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether each given name of ``short`` is or abbreviates one of ``long``, in order."""
    rest = list(long)
    for word in short:
        for i, other in enumerate(rest):
            initial = len(word) == 1 or len(other) == 1
            near = word[:2] == other[:2] and _near(word, other)
            if word == other or (initial and word[0] == other[0]) or near:
                del rest[: i + 1]
                break
        else:
            return False
    return True


def _near(word: str, other: str) -> bool:
    """Whether two given names that begin alike are one (Sergei and Sergey, Joe and Joseph)."""
    short, long = sorted((word, other), key=len)
    rest = iter(long)
    return SequenceMatcher(None, word, other).ratio() >= _NEAR or all(c in rest for c in short)


def agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of two words or more may be one person's."""
    if sorted(a) == sorted(b):
        return True
    if len(a) == len(b) == _GIVEN_AND_SURNAME and a[0] == b[0]:
        # "Ivan Petrovich", as Ivan Orlov is addressed
        return any(name[1].lower().endswith(PATRONYMICS) for name in (a, b))
    short, long = sorted((a, b), key=len)
    if short[0] in _ARTICLES and len(short) == _GIVEN_AND_SURNAME < len(long):
        # "Al-Orme", who is Jane Al-Orme Al-Roe
        return tuple(short) in set(pairwise(long))
    if short[-1] == long[-1]:
        return _given_agree(short[:-1], long[:-1])
    if short[0] == long[0]:  # the family name first, or a second family name at the end
        return len(short) < len(long) and long[: len(short)] == short
    return short[0] == long[-1] and _given_agree(short[1:], long[:-1])


class Namesakes:
    """Names in the order in which they are added, none shorter than one that is asked for."""

    def __init__(self) -> None:
        self._names: list[Words] = []
        self._keys: dict[tuple[str, ...], list[int]] = {}

    def add(self, words: Words) -> None:
        """Take in one more name."""
        for key in dict.fromkeys(_kept(words)):
            self._keys.setdefault(key, []).append(len(self._names))
        self._names.append(words)

    def of(self, words: Words) -> Iterator[int]:
        """Which of the names agree with ``words``: first those with its last word, then others."""
        found = {i for key in _asked(words) for i in self._keys.get(key, ())}
        for i in sorted(found, key=lambda i: (words[-1] not in self._names[i], i)):
            if agree(words, self._names[i]):
                yield i


def _kept(words: Words) -> Iterator[tuple[str, ...]]:
    """The keys of a name, by each of which ``agree`` may take a shorter one for it."""
    yield ("same", *sorted(words))
    if len(words) == _GIVEN_AND_SURNAME:
        father = words[1].endswith(PATRONYMICS)
        yield "first", words[0]
        if father:
            yield "father", words[0]
    for pair in pairwise(words):
        if pair[0] in _ARTICLES:
            yield "pair", *pair
    for given in words[:-1]:
        yield "given", words[-1], given[:1]
        yield "given", words[-1], f"{given}." if len(given) == 1 else given[:2]
    for length in range(_GIVEN_AND_SURNAME, min(len(words), _LONGEST + 1)):
        yield "begins", *words[:length]


def _asked(words: Words) -> Iterator[tuple[str, ...]]:
    """The keys of the names that may agree with ``words``."""
    yield ("same", *sorted(words))
    if len(words) == _GIVEN_AND_SURNAME:
        yield "first" if words[1].endswith(PATRONYMICS) else "father", words[0]
        yield "pair", *words
    yield "begins", *words[: _LONGEST + 1]
    for last, given in ((words[-1], words[0]), (words[0], words[1])):
        # by the first letter of an initial, or as an initial
        yield "given", last, given[:2]
        yield "given", last, f"{given[:1]}."
