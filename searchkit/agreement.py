"""How well a name typed and a form of a person's name agree.

A *form* is one way in which a person is named: words in order, of which some are *family* names.
Words are partners where they are the same name, spelt alike or transliterated otherwise or with a
mistake, or where one is the other's initial. What one side lacks the other may have, but where both
have a word that finds no partner they contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .name_forms import kinds
from .transliteration import SAME, Word, closeness, split, word

__all__ = ["Form", "Typed", "agreement", "contradicted", "is_slip", "joined", "typed_as"]


@dataclass(frozen=True, slots=True)
class Form:
    """The words of a name; ``families`` are the texts of those that are family names."""

    words: tuple[Word, ...]
    families: frozenset[str]


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a name as it was typed; ``comma`` of them, or none, stand before a comma."""

    words: tuple[Word, ...]
    comma: int


def typed_as(typed: str) -> Typed:
    """What was typed, word by word."""
    before, comma, after = typed.partition(",")
    first, rest = split(before), split(after) if comma else []
    return Typed(
        tuple(word(form, east=True) for form in (*first, *rest)),
        len(first) if rest else 0,
    )


def agreement(name: Typed, form: Form, optional: frozenset[str]) -> float:
    """How well a name typed and a form agree, from 0 to 100.

    Args:
        optional: words that may stand before the name without being one of it, such as titles.
    """
    score = _aligned(name, form.words, form, optional)
    if score or len(name.words) == len(form.words):
        return score
    for words in _rejoined(form.words, name.words):
        score = max(score, _aligned(name, words, form, optional))
    for words in _rejoined(name.words, form.words):
        score = max(score, _aligned(Typed(words, 0), form.words, form, optional))
    return score


def _rejoined(words: tuple[Word, ...], others: Sequence[Word]) -> Iterable[tuple[Word, ...]]:
    """``words`` with two neighbours written as one, where that is one of the others."""
    for i in range(len(words) - 1):
        one = word(words[i].text + words[i + 1].text, east=True)
        if any(closeness(one, other) >= SAME for other in others):
            yield (*words[:i], one, *words[i + 2 :])


def _aligned(name: Typed, words: Sequence[Word], form: Form, optional: frozenset[str]) -> float:
    pairs = _pairs(name.words, words, form.families)
    pairs += _slips(name.words, words, pairs)
    particles = kinds()["particles"] - form.families
    if not any(
        len(name.words[i].text) > 1 and len(words[j].text) > 1 and words[j].text not in particles
        for i, j, _ in pairs
    ):
        return 0.0
    typed = {i for i, _, _ in pairs}
    met = {j for _, j, _ in pairs}
    first = min(typed)
    # Titles stand before the name, or after a comma.
    extra = [
        w
        for i, w in enumerate(name.words)
        if i not in typed
        and w.text not in particles
        and not (w.text in optional and (i < first or 0 < name.comma <= i))
    ]
    missing = [w for j, w in enumerate(words) if j not in met and w.text not in particles]
    if extra and missing:
        return 0.0
    score = 100 * sum(close for _, _, close in pairs) / len(pairs)
    if not any(words[j].text in form.families for j in met):
        if len(pairs) == 1 and pairs[0][2] < SAME:
            return 0.0
        score *= 0.8 if len(pairs) == 1 else 0.9
    score -= min(6.0, 2.0 * len(missing)) + (20.0 if len(words) == 1 else 5.0) * len(extra)
    partners = [j for _, j, _ in sorted(pairs)]
    if not name.comma and partners != sorted(partners):
        score -= 0.5
    return max(0.0, score)


def _pairs(
    typed: Sequence[Word], words: Sequence[Word], families: frozenset[str]
) -> list[tuple[int, int, float]]:
    """Which word typed is which word of the form: (index typed, index in the form, closeness)."""
    close = sorted(
        (
            (-value, abs(i - j), i, j)
            for i, a in enumerate(typed)
            for j, b in enumerate(words)
            if (value := _alike(a, b, family=b.text in families))
        ),
    )
    pairs: list[tuple[int, int, float]] = []
    for value, _, i, j in close:
        if all(i != a and j != b for a, b, _ in pairs):
            pairs.append((i, j, -value))
    return pairs


def _slips(
    typed: Sequence[Word], words: Sequence[Word], pairs: Sequence[tuple[int, int, float]]
) -> list[tuple[int, int, float]]:
    """Pairs of what is left over, of which one lacks a letter of the other or has two swapped.

    ``Adlr`` alone may be another name than Adler, ``Jan Adlr`` beside Jan Adler is a slip. A letter
    for another is none: ``Mary Roe`` is not Mark Roe.
    """
    if not any(close >= SAME and len(typed[i].text) > 2 for i, _, close in pairs):
        return []
    left = [i for i in range(len(typed)) if all(i != one for one, _, _ in pairs)]
    open_ = [j for j in range(len(words)) if all(j != one for _, one, _ in pairs)]
    found: list[tuple[int, int, float]] = []
    for i in left:
        near = next((j for j in open_ if is_slip(typed[i].text, words[j].text)), None)
        if near is not None:
            open_.remove(near)
            found.append((i, near, 1 - 1 / max(len(typed[i].text), len(words[near].text))))
    return found


def is_slip(a: str, b: str) -> bool:
    """Whether one of two short words lacks a letter of the other, or has two of them swapped."""
    short, long = sorted((a, b), key=len)
    if len(short) < 3 or len(long) < 4 or short[0] != long[0]:
        return False
    if len(short) == len(long):
        first = next((i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y), len(a))
        return (
            a[first : first + 2] == b[first : first + 2][::-1] and a[first + 2 :] == b[first + 2 :]
        )
    return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long)))


def _alike(a: Word, b: Word, *, family: bool) -> float:
    if len(a.text) > 1 and len(b.text) > 1:
        return closeness(a, b, loose=not family)
    if a.text == b.text:
        return 1.0
    if family or not a.text or not b.text or len(a.text) == len(b.text) == 1:
        return 0.0
    firsts = {form[0] for form in a.forms if form} & {form[0] for form in b.forms if form}
    return 0.9 if firsts else 0.0


def contradicted(typed: Typed, left: int, met: int, name: str) -> int:
    """How many words typed can have no partner, however all others pair, where some of the name
    can have none either; else 0.

    Args:
        left: how many words typed, which are words of names, are like none of the person's.
        met: how many are like one.
        name: the person's; no form of it has fewer words.
    """
    particles = kinds()["particles"]
    words = [form for form in split(name) if form.lower() not in particles]
    initials = sum(len(one) == 1 for one in words)
    lone = sum(len(one.text) == 1 for one in typed.words)
    longest = max(len(one.text) for one in typed.words)
    # Two words may be one of those typed.
    written = sum(len(a) + len(b) - 2 <= longest for a, b in pairwise(words))
    lacking = len(words) - initials > met + lone + written
    return max(0, left - initials) if lacking else 0


@lru_cache(maxsize=100_000)
def joined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Neighbours written as one: ``Jong Il`` is ``Jongil``. Only short words are joined."""
    return tuple(
        word(a.text + b.text, east=True)
        for a, b in pairwise(words)
        if 1 < len(a.text) <= 6 and 1 < len(b.text) <= 6
    )
