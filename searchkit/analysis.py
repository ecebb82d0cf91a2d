"""Text -> tokens. One analyzer for everything: passages, queries, tags and thesaurus.

A *token* is a word or a number of the text. Its *word* is the normalised form: compatibility
characters resolved, accents folded (``Kōno`` -> ``kono``), lower case, apostrophes and a possessive
``'s`` dropped (``Russia's`` -> ``russia``), dotted acronyms joined (``D.P.R.K.`` -> ``dprk``). Its
*term* is what an engine keeps: the Snowball English stem of the word, or the word itself where it
is a *stop word*, one too common to be searched for by itself.

Hyphens and slashes separate (``six-party`` -> ``six``, ``party``). Numbers stay whole: ``3.5``,
``2002``, ``G8``, and ``1,000`` is ``1000``.

All of it is done in one language at a time, English unless :func:`use` names another: an index has
its language and uses it before it reads or asks anything. In English a run of Chinese or Japanese
characters, which sets no spaces, is one token; in Japanese its words are found.

Changing what is written here changes what an index holds: raise :data:`ANALYSIS_VERSION`.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from functools import cache
from itertools import accumulate, chain, count
from operator import add
from pathlib import Path
from typing import NamedTuple

import Stemmer

from .languages import ENGLISH, Segment

__all__ = [
    "ANALYSIS_VERSION",
    "STOP_WORDS",
    "Token",
    "Words",
    "analyse",
    "key",
    "language",
    "normalise",
    "stop_words",
    "stub",
    "terms",
    "tokens",
    "use",
    "version",
    "words",
]

ANALYSIS_VERSION = 1
"""Kept in an index: terms of another version cannot be compared with today's."""

STOP_WORDS = frozenset(
    Path(__file__).with_name("data").joinpath("stopwords.txt").read_text("utf-8").split()
)
"""Words of English not searched for outside phrases; ``us`` and ``may`` are none: a country and a
month."""

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

# The same for text in ASCII, which takes two thirds of the time.
_ASCII_WORD = re.compile(
    r"(?:[A-Za-z]\.)+[A-Za-z](?!\w)\.?(?:'[sS]\b)?"
    r"|\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)+"
    r"|[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*",
    re.ASCII,
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


_Piece = tuple[str, str, bool, int, int]
"""Term, word and stop of a token, and its span."""


class Words:
    """The tokens of a text as two lists, the term and the word of each, in order.

    Where they stand is found out when it is asked for: few ask, and of few tokens.
    """

    __slots__ = ("_begins", "_pieces", "_stretches", "terms", "words")

    def __init__(self, pieces: list[_Piece], stretches: Iterable[tuple[int, int]]) -> None:
        """From pieces and, for each stretch, where it begins and how many pieces it has."""
        self._pieces = pieces
        self._stretches = stretches
        self._begins: list[int] | None = None
        self.terms = [piece[0] for piece in pieces]
        self.words = [piece[1] for piece in pieces]

    def span(self, i: int) -> tuple[int, int]:
        """Where token ``i`` stands in the text."""
        if self._begins is None:
            self._begins = [begin for begin, size in self._stretches for _ in range(size)]
        begin = self._begins[i]
        _, _, _, start, end = self._pieces[i]
        return begin + start, begin + end


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

    def __init__(self, algorithm: str) -> None:
        self.stem = Stemmer.Stemmer(algorithm, 0).stemWord


class _Entries(dict[str, tuple[str, str, bool]]):
    """A word as it stands -> (term, word, stop). A cache that starts again when it is full."""

    _FULL = 200_000

    def __init__(self, algorithm: str, stops: frozenset[str]) -> None:
        super().__init__()
        self._stemmers = _Stemmers(algorithm)
        self._stops = stops

    def __missing__(self, form: str) -> tuple[str, str, bool]:
        # A few signs count as letters and fold to nothing; they stand for themselves.
        word = normalise(form) or form
        stop = word in self._stops
        entry = (word if stop else self._stemmers.stem(word), word, stop)
        if len(self) >= self._FULL:
            self.clear()
        self[form] = entry
        return entry


class _Stretches(dict[str, tuple[_Piece, ...]]):
    """A stretch of text without spaces -> its tokens, none of which goes over a space.

    Texts say the same words again and again: so this is several times faster than the expression.
    A cache that starts again when it is full.
    """

    _FULL = 50_000
    _LONGEST = 40

    def __init__(self, entries: _Entries) -> None:
        super().__init__()
        self._known = entries

    def __missing__(self, stretch: str) -> tuple[_Piece, ...]:
        matches = _pattern(stretch).finditer(stretch)
        found = tuple((*self._known[match[0]], match.start(), match.end()) for match in matches)
        if len(stretch) <= self._LONGEST:
            if len(self) >= self._FULL:
                self.clear()
            self[stretch] = found
        return found


class _Analyzer:
    """What makes tokens of text in one language."""

    __slots__ = ("entries", "language", "segment", "stops", "stretches")

    def __init__(
        self,
        language: str,
        entries: _Entries,
        stops: frozenset[str],
        segment: Segment | None = None,
    ) -> None:
        self.language = language
        self.entries = entries
        self.stops = stops
        self.segment = segment
        self.stretches = _Stretches(entries)

    def pieces(self, text: str) -> Iterator[_Piece]:
        """Term, word, stop and span of each token, where runs of characters have to be split."""
        assert self.segment is not None
        for match in _WORD.finditer(text):
            form, start = match[0], match.start()
            if form.isascii():
                yield *self.entries[form], start, match.end()
                continue
            for surface, base, stop in self.segment(form):
                end = start + len(surface)
                term, word, stopped = self.entries[surface]
                if not base.isascii():
                    term = normalise(base) or term
                yield term, word, stop or stopped, start, end
                start = end


_ENGLISH = _Analyzer(ENGLISH, _Entries(ENGLISH, STOP_WORDS), STOP_WORDS)
_in_force: ContextVar[_Analyzer] = ContextVar("analyzer", default=_ENGLISH)


@cache
def _analyzer(language: str) -> _Analyzer:
    if language == ENGLISH:
        return _ENGLISH
    from . import languages

    segment = languages.segmenter(language)
    stops = frozenset(
        word for form in languages.stop_words(language) for word in [normalise(form)] if word
    )
    # Words in Latin letters within Japanese text are English more often than not.
    algorithm = language if segment is None else ENGLISH
    stops = stops if segment is None else STOP_WORDS
    return _Analyzer(language, _Entries(algorithm, stops), stops, segment)


def use(language: str) -> None:
    """Make all that follows be done in ``language``, as :func:`searchkit.languages.resolve` has it.

    It holds for this thread, until another is named.

    Raises:
        MissingExtra: the language needs a library that is not installed.
    """
    _in_force.set(_analyzer(language))


def language() -> str:
    """The language in force."""
    return _in_force.get().language


def version() -> str:
    """What an index keeps to tell whether its terms can be compared with those of today."""
    name = language()
    return str(ANALYSIS_VERSION) if name == ENGLISH else f"{ANALYSIS_VERSION} {name}"


def _pattern(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _WORD


def stop_words() -> frozenset[str]:
    """The stop words of the language in force."""
    return _in_force.get().stops


def tokens(text: str) -> list[Token]:
    """The tokens of ``text`` in order, stop words included."""
    analyzer = _in_force.get()
    if analyzer.segment is not None:
        return [
            Token(term, word, start, end, position, stop)
            for position, (term, word, stop, start, end) in enumerate(analyzer.pieces(text))
        ]
    entries = analyzer.entries
    found = []
    for position, match in enumerate(_pattern(text).finditer(text)):
        term, word, stop = entries[match[0]]
        start, end = match.span()
        found.append(Token(term, word, start, end, position, stop))
    return found


def words(text: str) -> Words:
    """The tokens of ``text``, for those that look at few of many."""
    analyzer = _in_force.get()
    if analyzer.segment is not None:
        pieces = list(analyzer.pieces(text))
        return Words(pieces, ((0, len(pieces)),))
    # With one kind of space a stretch and a space by turns are all of the text.
    stretches = text.replace("\n", " ").replace("\t", " ").split(" ")
    groups = list(map(analyzer.stretches.__getitem__, stretches))
    begins = map(add, accumulate(map(len, stretches), initial=0), count())
    return Words(list(chain.from_iterable(groups)), zip(begins, map(len, groups), strict=False))


def terms(text: str) -> list[str]:
    """The term of every token in order, stop words included."""
    return [entry[0] for entry in _pieces(text)]


def analyse(text: str) -> tuple[list[str], list[str]]:
    """What an index keeps of ``text``: all terms in order, and the words that are no stop words."""
    found = _pieces(text)
    return [entry[0] for entry in found], [entry[1] for entry in found if not entry[2]]


def _pieces(text: str) -> list[_Piece]:
    """Every token in order; the spans are those of stretches of the text, of no use here."""
    analyzer = _in_force.get()
    if analyzer.segment is not None:
        return list(analyzer.pieces(text))
    return list(chain.from_iterable(map(analyzer.stretches.__getitem__, text.split())))


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
    return " ".join(entry[1] for entry in _pieces(value))
