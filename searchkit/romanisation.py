"""Names typed in other scripts: what they are in Latin letters.

A *reading* is a spelling of a name in Latin letters. Most scripts have one: Иванов is ``Ivanov``,
かわぐち is ``kawaguchi``. Kanji have as many as the dictionary knows of people who write
themselves so, 順子 both ``yoriko`` and ``junko``; since Chinese is written with the same
characters, the Chinese reading comes last. Systems of romanisation differ (``kouno`` and
``Kono``), which :mod:`searchkit.transliteration` sees to. Arabic and Hebrew write no vowels: their
readings rarely meet the name as it stands in a document.

anyascii reads most scripts, jaconv kana, and Sudachi, with its dictionary of Japanese names, kanji.
They are imported when there is something to read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from .transliteration import split

if TYPE_CHECKING:
    from sudachipy import Dictionary

__all__ = ["has_dictionary", "is_kanji", "is_latin", "readings"]

_MOST_READINGS = 48
# Expressions with classes as large as these take 5 ms each to compile.
# Written by their numbers: an editor that normalises text makes another sign of the third range's
# first, and the range would begin before the Korean syllables.
_HAN = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"), ("\u3005", "\u3005"))
_HANGUL = ("가", "힣")
_KANA = re.compile("[ぁ-ヿ]+")
_SYLLABLE = re.compile("[A-Z][^A-Z]*")
_FAMILY, _GIVEN = "姓", "名"
"""What Sudachi calls the names of people."""


def is_latin(name: str) -> bool:
    """Whether all letters of a name are Latin ones."""
    return name.isascii() or all(
        unicodedata.name(c, "").startswith(("LATIN", "MODIFIER")) for c in name if c.isalpha()
    )


def is_kanji(name: str) -> bool:
    """Whether a name is written in Chinese characters, in part at least."""
    return not name.isascii() and any(_within(c, _HAN) for c in name)


def has_dictionary() -> bool:
    """Whether there is a dictionary of how Japanese names in kanji are read."""
    return _dictionary() is not None


def readings(name: str) -> tuple[str, ...]:
    """What a name in another script may be in Latin letters, the likeliest first.

    A family name that stands first, as in Japanese, has a comma after it. What is Latin already
    stays as it is.
    """
    words = split(unicodedata.normalize("NFKC", name))
    found: Iterable[str]
    if any(map(is_kanji, words)):
        found = chain(_japanese(words), _chinese(words))
    elif len(words) == 1 and _KANA.fullmatch(words[0]):
        kana = words[0]
        parts = ((kana[:at], kana[at:]) for at in range(2, len(kana) - 1))
        found = chain([_romaji(kana)], (f"{_romaji(a)}, {_romaji(b)}" for a, b in parts))
    else:
        found = [" ".join(map(_plain, words))]
    return tuple(islice(dict.fromkeys(found), _MOST_READINGS))


def _japanese(words: Sequence[str]) -> Iterator[str]:
    """The family name first; where it stands alone, or apart, or where the two join."""
    if len(words) > 1:
        splits = [(words[0], "".join(words[1:]))]
    else:
        (word,) = words
        yield from _names(word, _FAMILY)
        yield from _names(word, _GIVEN)
        splits = [(word[:at], word[at:]) for at in range(1, len(word))]
    for family, given in splits:
        for pair in product(_names(family, _FAMILY), _names(given, _GIVEN)):
            yield ", ".join(pair)


def _chinese(words: Sequence[str]) -> Iterator[str]:
    if not any(map(_KANA.search, words)):
        yield " ".join(map(_plain, words))


def _plain(word: str) -> str:
    if is_latin(word):
        return word
    if _KANA.fullmatch(word):
        return _romaji(word)
    from anyascii import anyascii

    plain = anyascii(word)
    # Each sign is a syllable, which anyascii begins with a capital.
    syllables = _within(word[0], (*_HAN, _HANGUL))
    return " ".join(_SYLLABLE.findall(plain)) if syllables else plain


def _within(char: str, ranges: Iterable[tuple[str, str]]) -> bool:
    """Whether a character is in one of the ranges, each its first and its last."""
    return any(first <= char <= last for first, last in ranges)


def _romaji(kana: str) -> str:
    import jaconv

    return str(jaconv.kana2alphabet(jaconv.kata2hira(kana))).replace("-", "")


def _names(written: str, kind: str) -> tuple[str, ...]:
    """How those read a family name, or a given name, who write it so."""
    if _KANA.fullmatch(written):
        return (_romaji(written),)
    dictionary = _dictionary()
    if dictionary is None or is_latin(written):
        return ()
    return tuple(
        dict.fromkeys(
            _romaji(one.reading_form())
            for one in dictionary.lookup(written)
            if one.part_of_speech()[2:4] == ("人名", kind)
        )
    )


@lru_cache(maxsize=1)
def _dictionary() -> Dictionary | None:
    try:
        from sudachipy import Dictionary

        return Dictionary(dict="small")
    except ImportError:
        return None
