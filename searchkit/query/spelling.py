"""Spelling: the word of a collection that a word was meant to be.

Only a word that occurs nowhere is ever looked up here, so most of what is looked up is either
misspelt or simply absent, and an absent word must not turn into another one (``storm`` is no
``store``). The *cost* of reading one word as another is therefore an edit distance in which slips
of the ear are cheap and exchanged consonants dear, and foreign names are compared as they sound in
English: ``Poutine`` and ``Putin``, ``Kisljak`` and ``Kislyak``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from math import inf, log10

from ..analysis import normalise

__all__ = ["cost", "farthest", "nearest", "sound"]

_SPELLINGS = (
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("zh", "j"),
    ("kh", "h"),
    ("ph", "f"),
    ("dj", "j"),
    ("tz", "ts"),
    ("cia", "tia"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ij", "y"),
    ("iy", "y"),
    ("yi", "y"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
)
"""Spellings of one sound in the romanisations of names, in the order in which they are replaced."""

_VOWELS = frozenset("aeiou")
_SOUNDS = ("bp", "dt", "cgkq", "fvw", "cszx", "gjy", "ij", "uy", "mn", "lr")
"""Letters that one takes for each other; those of two words count as the same sound."""

_LIMITS = ((12, 2.0), (8, 1.4), (6, 1.0), (4, 0.7))
"""The highest cost for words of so many letters or more; shorter words have no near word."""

_DOUBTFUL = 0.5
"""How much more a word may cost that is only offered, and not taken for what was meant."""

_SHORTEST = 4

_FREQUENT = 0.25
"""What a word gains for each power of ten of its frequency."""

_SAME_SOUND = 0.5
_VOWEL = 0.75
_SLIP = 1.0
_OTHER = 1.6


def farthest(word: str) -> int:
    """How many edits a candidate may be away from a normalised word, at most."""
    return 2 if len(word) < 8 else 3


def nearest(
    word: str, candidates: Iterable[tuple[str, int]], *, doubtful: bool = False
) -> str | None:
    """The candidate that ``word`` was meant to be, ``None`` if there is none beyond doubt.

    ``candidates`` are (word, frequency). ``doubtful``: one that may have been meant will do, to be
    offered. What is frequent counts as nearer: a word a hundred times
    as frequent as another may differ by half a slip more. Words with digits are never taken for
    others.
    """
    wanted = normalise(word)
    limit = next((limit for letters, limit in _LIMITS if len(wanted) >= letters), None)
    if limit is None or not wanted.isalpha():
        return None
    limit += _DOUBTFUL if doubtful else 0
    from rapidfuzz.distance import OSA

    most, heard = farthest(wanted), sound(wanted)
    best: tuple[float, str] | None = None
    for candidate, frequency in candidates:
        form = normalise(candidate)
        if not form.isalpha() or len(form) < _SHORTEST:
            continue
        edits = OSA.distance(wanted, form, score_cutoff=most)
        if edits > most:
            continue
        least = _least(wanted, form, heard, edits, limit)
        if not _begin_alike(wanted, form):
            least += _SLIP / 2
        if least <= limit:
            rank = (least - _FREQUENT * log10(frequency), candidate)
            best = rank if best is None else min(best, rank)
    return best[1] if best else None


def _least(wanted: str, form: str, heard: str, edits: int, limit: float) -> float:
    """The cost as it is written or as it is heard, as far as one of them can be in the limit."""
    # No edit costs less than letters of the same sound.
    written = cost(wanted, form, limit) if edits * _SAME_SOUND <= limit else inf
    sounded = sound(form)
    if sounded == heard:
        return min(written, _SAME_SOUND)
    if limit < 2 * _SAME_SOUND:
        return written
    return min(written, cost(heard, sounded, limit - _SAME_SOUND) + _SAME_SOUND)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """How a word sounds, roughly: one spelling a sound, no doubled letters, no mute end."""
    for spelling, plain in _SPELLINGS:
        word = word.replace(spelling, plain)
    plain_word = "".join(letter for i, letter in enumerate(word) if letter != word[i - 1 : i])
    if plain_word.endswith("e") and len(plain_word) > 4:
        plain_word = plain_word[:-1]
    return plain_word[:-1] + "v" if plain_word.endswith("f") else plain_word


def _begin_alike(one: str, other: str) -> bool:
    return one[0] == other[0] or sound(one)[0] == sound(other)[0] or _alike(one[0], other[0])


def _alike(one: str, other: str) -> bool:
    return other in _LIKE.get(one, "")


_LIKE = {letter: "".join(s for s in _SOUNDS if letter in s) for letter in "".join(_SOUNDS)}


def cost(one: str, other: str, most: float = inf) -> float:
    """The edit distance between two words, neighbours exchanged included, weighted by letters.

    Infinite where it is more than ``most``, as far as that shows before the end.
    """
    added = [
        _SAME_SOUND if other[j - 1 : j] == target else _lone(target)
        for j, target in enumerate(other)
    ]
    before: list[float] = []
    row = list(accumulate(map(_lone, other), initial=0.0))
    for i, letter in enumerate(one):
        last, before = before, row
        row = [before[0] + _lone(letter)]
        dropped = _SAME_SOUND if one[i - 1 : i] == letter else _lone(letter)
        exchanged = _exchanges(letter)
        for j, target in enumerate(other):
            if letter == target:
                row.append(before[j])
                continue
            best = min(
                before[j + 1] + dropped,
                row[j] + added[j],
                before[j] + exchanged.get(target, _OTHER),
            )
            if i and j and letter == other[j - 1] and target == one[i - 1]:
                best = min(best, last[j - 1] + _SLIP)
            row.append(best)
        # What follows comes from these two rows.
        if min(row) > most and min(before) > most:
            return inf
    return row[-1]


def _lone(letter: str) -> float:
    return _VOWEL if letter in _VOWELS else _SLIP


@lru_cache(maxsize=200)
def _exchanges(one: str) -> dict[str, float]:
    """What it costs to take a letter for each of the others; not for signs of other scripts."""
    return {other: _exchanged(one, other) for other in _LETTERS}


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _exchanged(one: str, other: str) -> float:
    if {one, other} == {"i", "y"}:
        return _SAME_SOUND
    if one in _VOWELS and other in _VOWELS:
        return _VOWEL
    return _SLIP if _alike(one, other) else _OTHER
