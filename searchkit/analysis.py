"""Text -> tokens. One analyzer for everything: passages, queries, tags and thesaurus.

A *token* is a word or a number of the text. Its *word* is the normalised form: compatibility
characters resolved, accents folded (``Kōno`` -> ``kono``), lower case, apostrophes and a possessive
``'s`` dropped (``Russia's`` -> ``russia``), dotted acronyms joined (``D.P.R.K.`` -> ``dprk``). Its
*term* is what an engine keeps: the Snowball English stem of the word, or the word itself where it
is a *stop word*, one too common to be searched for by itself.

Hyphens and slashes separate (``six-party`` -> ``six``, ``party``). Numbers stay whole: ``3.5``,
``2002``, ``G8``, and ``1,000`` is ``1000``. The analyzer is for English: other scripts are kept as
they stand, and a run of Chinese or Japanese characters, which sets no spaces, is one token.

Changing what is written here changes what an index holds: raise :data:`ANALYSIS_VERSION`.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from pathlib import Path
from typing import NamedTuple

import Stemmer

__all__ = [
    "ANALYSIS_VERSION",
    "STOP_WORDS",
    "Token",
    "Words",
    "analyse",
    "key",
    "normalise",
    "stub",
    "terms",
    "tokens",
    "words",
]

ANALYSIS_VERSION = 1
"""Kept in an index: terms of another version cannot be compared with today's."""

STOP_WORDS = frozenset(
    Path(__file__).with_name("data").joinpath("stopwords.txt").read_text("utf-8").split()
)
"""Words not searched for outside phrases; ``us`` and ``may`` are none: a country and a month."""

_LONGEST = 100
"""Characters of a word that count; engines bound the length of a term."""

_APOSTROPHES = "'’‘‛ʼ＇′"
# Marks and joiners that stand inside a word: combining accents, vowel signs, soft hyphens.
_INNER = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u200c\u200d\u2060"
)
_WORD = re.compile(
    rf"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?(?:[{_APOSTROPHES}][sS]\b)?"
    r"|\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)+"
    rf"|[^\W_]+(?:[{_INNER}]+[^\W_]*|[{_APOSTROPHES}][^\W_]+)*"
)

_FOLDED = str.maketrans(
    dict.fromkeys([*"ʹʺʻʽʾʿˈ", *map(chr, range(0x300, 0x370))])
    | dict.fromkeys(_APOSTROPHES, "'")
    | {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)


class Token(NamedTuple):
    """A word of a text; ``text[start:end]`` is how it stands there.

    ``position`` counts the tokens of the text from 0, stop words included.
    """

    term: str
    word: str
    start: int
    end: int
    position: int
    stop: bool


class Words(NamedTuple):
    """The tokens of a text: the term, the word and the span of each, in order."""

    terms: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]


def normalise(word: str) -> str:
    """One word without the differences that do not count, ``""`` if nothing of it is a word.

    >>> normalise("Kōno’s"), normalise("D.P.R.K."), normalise("3.5")
    ('kono', 'dprk', '3.5')
    """
    if word.isascii():
        folded = word.lower()
    else:
        folded = unicodedata.normalize("NFKD", word.translate(_FOLDED)).casefold()
        folded = unicodedata.normalize("NFKD", folded).translate(_FOLDED)
        folded = unicodedata.normalize("NFC", folded)
    if folded.isalnum():
        return folded[:_LONGEST]
    folded = folded.removesuffix("'s")
    if "." in folded and not any(character.isalpha() for character in folded):
        return ".".join(filter(None, map(_alphanumeric, folded.split("."))))[:_LONGEST]
    return _alphanumeric(folded)[:_LONGEST]


def _alphanumeric(text: str) -> str:
    """Letters, digits and the marks that belong to them: no space or sign may reach an engine."""
    return "".join(
        character
        for character in text
        if character.isalnum() or unicodedata.category(character)[0] == "M"
    )


class _Stemmers(threading.local):
    """One stemmer a thread: PyStemmer's are not safe to share."""

    def __init__(self) -> None:
        self.stem = Stemmer.Stemmer("english", 0).stemWord


class _Entries(dict[str, tuple[str, str, bool]]):
    """A word as it stands -> (term, word, stop). A cache that starts again when it is full."""

    _FULL = 200_000

    def __init__(self) -> None:
        super().__init__()
        self._stemmers = _Stemmers()

    def __missing__(self, form: str) -> tuple[str, str, bool]:
        # A few signs count as letters and fold to nothing; they stand for themselves.
        word = normalise(form) or form
        stop = word in STOP_WORDS
        entry = (word if stop else self._stemmers.stem(word), word, stop)
        if len(self) >= self._FULL:
            self.clear()
        self[form] = entry
        return entry


_entries = _Entries()


def tokens(text: str) -> list[Token]:
    """The tokens of ``text`` in order, stop words included."""
    entries = _entries
    found = []
    for position, match in enumerate(_WORD.finditer(text)):
        term, word, stop = entries[match[0]]
        start, end = match.span()
        found.append(Token(term, word, start, end, position, stop))
    return found


def words(text: str) -> Words:
    """The tokens of ``text`` as parallel lists, for those that look at few of many."""
    entries = _entries
    matches = list(_WORD.finditer(text))
    found = [entries[match[0]] for match in matches]
    return Words(
        [entry[0] for entry in found],
        [entry[1] for entry in found],
        [match.start() for match in matches],
        [match.end() for match in matches],
    )


def terms(text: str) -> list[str]:
    """The term of every token in order, stop words included."""
    entries = _entries
    return [entries[form][0] for form in _WORD.findall(text)]


def analyse(text: str) -> tuple[list[str], list[str]]:
    """What an index keeps of ``text``: all terms in order, and the words that are no stop words."""
    entries = _entries
    found = [entries[form] for form in _WORD.findall(text)]
    return [entry[0] for entry in found], [entry[1] for entry in found if not entry[2]]


def stub(term: str) -> str:
    """The first five letters of a term: what forms have in common that stems keep apart.

    >>> stub("japan"), stub("japanes"), stub("diplomaci"), stub("diplomat")
    ('japan', 'japan', 'diplo', 'diplo')
    """
    return term[:5]


def key(value: str) -> str:
    """A whole tag value for comparison: its normalised words joined by one space.

    >>> key("Kim  Jong-Il")
    'kim jong il'
    """
    entries = _entries
    return " ".join(entries[form][1] for form in _WORD.findall(value))
