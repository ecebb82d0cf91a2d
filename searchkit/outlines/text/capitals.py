"""Texts in capitals throughout, as telegrams were sent, with the small letters they would have.

Capitals tell names from words, and a text that has nothing else says neither. So sentences are read
as they would have been written: ``TOLD AMBASSADOR ROE THAT NORWAY`` as ``told Ambassador Roe that
Norway``. A word keeps its capital where a sentence begins, in an office, in a country's name, in a
month or a day, and in a name: what stands after an office or a form of address and is no other kind
of word, there and wherever it comes again. Every character stays in its place. Headings, and other
lines that are no sentences, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ... import analysis
from ..lands.countries import find_places
from ..names.tokens import vocabulary
from ..sections.layout import Layout
from ..speech.verbs import verb_forms

__all__ = ["as_it_stands", "in_small_letters", "with_capitals"]

_LETTERS = "etaoinsr"
"""The commonest letters: how often they are small tells how a text is written."""
_FEW = 0.05
_LEAST = 60
"""With fewer of these letters, a text is too short to tell."""

_ALONE = r"[^\S\n]*\w+[^\S\n]*(?:\n[^\S\n]*\n|\s*\Z)"
_PARAGRAPH = re.compile(rf"\S[^\n]*(?:\n(?!{_ALONE})[^\S\n]*\S[^\n]*)*")
"""Lines without a blank one between them, but for a word alone at the end: who signs."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"\w{2}[)\"”]?[.?!][)\"”]?(?=\s|\Z)")
_OPENS = re.compile(r"[.?!:][)\"”]?\s|\n[\s\d().-]+\Z")
"""What stands between two words, the second of which begins a sentence."""
_CHARGES = frozenset({"for", "of", "and"})
_LONGEST_NAME = 3
_NO_NAMES = re.compile(r"(?:.{2,}(?:ed|ing|ly|tion)|.)\Z")


def in_small_letters(text: str) -> str:
    """``text``, of the same length; what is not in capitals throughout comes back as it is."""
    if text.count(_LETTERS[0]) > _FEW * len(text):
        return text  # the commonest small letter alone says so
    small = sum(map(text.count, _LETTERS))
    large = sum(map(text.count, _LETTERS.upper()))
    if large < _LEAST or small > _FEW * large:
        return text
    prose = [m for m in _PARAGRAPH.finditer(text) if _is_prose(m[0])]
    names = {name for m in prose for name in _names(m[0])}
    pieces, done = [], 0
    for paragraph in prose:
        pieces += [text[done : paragraph.start()], _written(paragraph[0], names)]
        done = paragraph.end()
    return "".join([*pieces, text[done:]])


def with_capitals(layout: Layout) -> Layout:
    """A layout of what was read in small letters, with the words that it quotes in capitals."""

    def large(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(str.upper, words))

    return replace(
        layout,
        title=layout.title.upper(),
        kind=layout.kind and layout.kind.upper(),
        sections=tuple(
            replace(section, heading=section.heading and section.heading.upper())
            for section in layout.sections
        ),
        blocks=tuple(replace(block, headings=large(block.headings)) for block in layout.blocks),
        boilerplate=large(layout.boilerplate),
    )


def as_it_stands(source: str, read: str, laid: str) -> str:
    """``laid``, what a layout made of ``read``, with the letters of ``source`` again."""
    return "".join(a if b == c else c for a, b, c in zip(source, read, laid, strict=True))


def _is_prose(paragraph: str) -> bool:
    """Whether it holds a sentence: words enough, one that joins others, and an end."""
    words = [word.lower() for word in _WORD.findall(paragraph)]
    return (
        len(words) > 3
        and _SENTENCE_END.search(paragraph) is not None
        and not analysis.stop_words().union(verb_forms()).isdisjoint(words)
        # A word for each letter would change its length.
        and len(paragraph.lower()) == len(paragraph)
    )


def _names(paragraph: str) -> set[str]:
    """The words of the names after offices and forms of address, in small letters."""
    known = vocabulary()
    found: set[str] = set()
    words = list(_WORD.finditer(paragraph))
    lows = [word[0].lower() for word in words]
    places = {
        at for place in find_places(paragraph.title()) for at in range(place.start, place.end)
    }
    for i, low in enumerate(lows):
        if low not in known.heads and low not in known.address:
            continue
        if low in known.weak_heads and (not i or lows[i - 1] not in known.heads):
            continue
        for j in range(i + 1, min(i + 1 + _LONGEST_NAME, len(words))):
            between = paragraph[words[j - 1].end() : words[j].start()]
            if (between.strip(".") or " ").strip() or not _may_be_name(lows[j]):
                break
            if words[j].start() in places:
                break
            found.add(lows[j])
    return found


def _may_be_name(low: str) -> bool:
    known = vocabulary()
    return not (
        low in analysis.stop_words()
        or low in verb_forms()
        or low in known.heads
        or low in known.prefixes
        or low in known.address
        or low in known.adverbs
        or low in known.calendar
        or low in known.plain
        or known.field(low, low)
        or _NO_NAMES.match(low)
    )


def _written(paragraph: str, names: set[str]) -> str:
    """A paragraph of sentences with small letters where these belong."""
    known = vocabulary()
    titled = paragraph.title()
    places = [(place.start, place.end) for place in find_places(titled)]
    words = list(_WORD.finditer(paragraph))
    lows = [word[0].lower() for word in words]
    offices = _offices(lows)
    letters = list(paragraph.lower())
    before = 0
    for i, (word, low) in enumerate(zip(words, lows, strict=True)):
        gap, before = paragraph[before : word.start()], word.end()
        placed = any(start <= word.start() < end for start, end in places)
        if (
            i in offices
            or placed
            or low in names
            or low in known.address
            or low in known.calendar
            or low == "i"
            or (low == "may" and _beside_number(paragraph, word))
            or i == 0
            or _OPENS.search(gap) is not None
        ):
            letters[word.start()] = paragraph[word.start()]
    return "".join(letters)


def _beside_number(paragraph: str, word: re.Match[str]) -> bool:
    """Whether it is a month: ``4 May``, ``May 4``."""
    return paragraph[: word.start()][-2:-1].isdigit() or paragraph[word.end() + 1 :][:1].isdigit()


def _offices(lows: Sequence[str]) -> set[int]:
    """Which words are those of an office: its head and what stands before it."""
    known = vocabulary()
    found: set[int] = set()
    for i, low in enumerate(lows):
        if low in known.heads and low not in known.vague:
            found.add(i)
            j = i - 1
            while j >= 0 and (lows[j] in known.prefixes or lows[j] in known.fields):
                found.add(j)
                j -= 1
            found.update(_charge(lows, i + 1))
    return found


def _charge(lows: Sequence[str], i: int) -> Iterator[int]:
    """The words of what an office is for, from ``i`` on: ``for Foreign Affairs of Ruritania``."""
    known = vocabulary()
    while i < len(lows) and lows[i] in _CHARGES:
        of = lows[i] == "of"
        i += 1
        first = i
        while i < len(lows) and (known.field(lows[i], lows[i]) or lows[i] in known.prefixes):
            yield i
            i += 1
        if of and i == first and i < len(lows) and _may_be_name(lows[i]):
            yield i
            i += 1
