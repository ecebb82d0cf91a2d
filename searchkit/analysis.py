"""Text -> tokens. One analyzer for everything: passages, queries, tags and thesaurus.

A *token* is a word or a number of the text. Its *word* is the normalised form: compatibility
characters resolved, accents folded (``Kōno`` -> ``kono``), lower case, apostrophes and a possessive
``'s`` dropped (``Russia's`` -> ``russia``), dotted acronyms joined (``D.P.R.K.`` -> ``dprk``). Its
*term* is what an engine keeps: the Snowball English stem of the word, or the word itself where it
is a *stop word*, one too common to be searched for by itself.

No word spans white space: a text is split there first, and what a *chunk* between two spaces comes
to is known from the last time it stood somewhere.

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
from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from functools import cache
from itertools import accumulate, chain, repeat
from operator import add, itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import Stemmer

from .languages import ENGLISH, Segment

__all__ = [
    "ANALYSIS_VERSION",
    "STOP_WORDS",
    "Analyzer",
    "Indexed",
    "Piece",
    "Token",
    "Words",
    "analyse",
    "analyzer",
    "indexed",
    "key",
    "language",
    "normalise",
    "starts",
    "stop_words",
    "stub",
    "terms",
    "tokens",
    "use",
    "version",
    "words",
]

ANALYSIS_VERSION = 2
"""Kept in an index: terms of another version cannot be compared with today's."""

STOP_WORDS = frozenset(
    Path(__file__).with_name("data").joinpath("stopwords.txt").read_text("utf-8").split()
)
"""Words of English not searched for outside phrases; ``us`` and ``may`` are none: a country and a
month."""

_LONGEST = 100
"""Characters of a word that count; engines bound the length of a term."""

_APOSTROPHES = "'’‘‛ʼ＇′"
# Marks and joiners that stand inside a word: combining accents, vowel signs, soft hyphens, signs of
# direction. A space without width parts words in scripts that set no others.
_INNER = (
    "[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061c\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    "|\u200b+(?=[0-9A-Za-z\u00c0-\u024f'’])"
)
_WORD = re.compile(
    rf"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?(?:[{_APOSTROPHES}][sS]\b)?"
    r"|\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)+"
    rf"|[^\W_]+(?:(?:{_INNER})+[^\W_]*|[{_APOSTROPHES}][^\W_]+)*"
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


Piece = tuple[str, str, bool, int, int]
"""A token within a chunk: term, word, whether it is a stop word, where it begins and ends there."""
_term, _word = itemgetter(0), itemgetter(1)


class Words:
    """The tokens of a text as two lists, the term and the word of each, in order.

    Where they stand is found out when it is asked for: few ask, and of few tokens.
    """

    __slots__ = ("_begins", "_chunks", "_groups", "_pieces", "_text", "terms", "words")

    def __init__(
        self, text: str, chunks: Sequence[str], groups: Sequence[tuple[Piece, ...]]
    ) -> None:
        self._text = text
        self._chunks = chunks
        self._groups = groups
        self._pieces = list(chain.from_iterable(groups))
        self._begins: list[int] | None = None
        self.terms = list(map(_term, self._pieces))
        self.words = list(map(_word, self._pieces))

    def span(self, i: int) -> tuple[int, int]:
        """Where token ``i`` stands in the text."""
        if self._begins is None:
            begins = starts(self._text, self._chunks)
            self._begins = [*chain.from_iterable(map(repeat, begins, map(len, self._groups)))]
        begin = self._begins[i]
        _, _, _, start, end = self._pieces[i]
        return begin + start, begin + end


class Indexed(NamedTuple):
    """What an engine is to keep of a text, each as one line of words with white space between.

    ``terms`` are those of all tokens, ``words`` are without stop words, ``stubs`` without those
    of terms that are stop words.
    """

    terms: str
    words: str
    stubs: str


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
        entry = self.made(form)
        if len(self) >= self._FULL:
            self.clear()
        self[form] = entry
        return entry

    def made(self, form: str) -> tuple[str, str, bool]:
        """The entry of a word, made anew."""
        # A few signs count as letters and fold to nothing; they stand for themselves.
        word = normalise(form) or form
        stop = word in self._stops
        return word if stop else self._stemmers.stem(word), word, stop


_CLOSING = ",.;:!?)"


class Analyzer(dict[str, tuple[Piece, ...]]):
    """What makes tokens of text in one language: a chunk -> its tokens.

    A cache that starts again when it is full; what is not there is found out when it is asked for.
    """

    FULL = 50_000

    def __init__(
        self, language: str, entries: _Entries, stops: frozenset[str], segment: Segment | None
    ) -> None:
        super().__init__()
        self.language = language
        self.stops = stops
        self.lines = _Lines(self)
        self._entries = entries
        self._segment = segment

    def __missing__(self, chunk: str) -> tuple[Piece, ...]:
        bare = chunk.rstrip(_CLOSING)
        if bare.isalnum() and chunk.isascii():  # most words: one, perhaps with a comma
            pieces: tuple[Piece, ...] = ((*self._entries[bare], 0, len(bare)),)
        else:
            pieces = tuple(self.found(chunk))
        if len(chunk) <= _LONGEST:  # Whole lines in a script without spaces do not come again.
            if len(self) >= self.FULL:
                self.clear()
            self[chunk] = pieces
        return pieces

    def entry(self, form: str) -> tuple[str, str, bool]:
        """Term and word of a form that is one token, and whether it is a stop word; not kept."""
        return self._entries.made(form)

    def found(self, chunk: str) -> Iterator[Piece]:
        """The tokens of a chunk, which are not kept."""
        return self._pieces(chunk) if self._segment is None else self._segmented(chunk)

    def _pieces(self, chunk: str) -> Iterator[Piece]:
        for match in (_ASCII_WORD if chunk.isascii() else _WORD).finditer(chunk):
            yield *self._entries[match[0]], match.start(), match.end()

    def _segmented(self, chunk: str) -> Iterator[Piece]:
        """The same where runs of characters have to be split."""
        assert self._segment is not None
        for match in _WORD.finditer(chunk):
            form, start = match[0], match.start()
            if form.isascii():
                yield *self._entries[form], start, match.end()
                continue
            for surface, base, stop in self._segment(form):
                end = start + len(surface)
                term, word, stopped = self._entries[surface]
                if not base.isascii():
                    term = normalise(base) or term
                yield term, word, stop or stopped, start, end
                start = end

    def pieces(self, text: str) -> list[Piece]:
        """The tokens of a text in order, each placed within its own chunk."""
        return list(chain.from_iterable(map(self.__getitem__, text.split())))

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text in order, stop words included."""
        chunks = text.split()
        if chunks == [text]:
            return [
                Token(term, word, start, end, n, stop)
                for n, (term, word, stop, start, end) in enumerate(self[text])
            ]
        found: list[Token] = []
        for begins, pieces in zip(starts(text, chunks), map(self.__getitem__, chunks), strict=True):
            for term, word, stop, start, end in pieces:
                found.append(Token(term, word, begins + start, begins + end, len(found), stop))
        return found


class _Lines(dict[str, tuple[str, str, str]]):
    """A chunk -> what an engine is to keep of it, see :class:`Indexed`."""

    _FULL = 400_000
    _AFTER_WORDS = frozenset('.,;:!?)]"')

    def __init__(self, analyzer: Analyzer) -> None:
        super().__init__()
        self._analyzer = analyzer

    def __missing__(self, chunk: str) -> tuple[str, str, str]:
        plain = chunk[:-1] if chunk[-1] in self._AFTER_WORDS else chunk
        if not (plain.isalnum() and plain.isascii()):
            made = self._made(self._analyzer.found(chunk))
        elif (word := plain.lower()) != chunk:
            # Most chunks are a word and a sign after it, and share what is made of the word.
            made = self[word]
        elif chunk in (stops := self._analyzer.stops):
            made = chunk, "", ""
        else:
            term, word, _ = self._analyzer.entry(chunk)
            # What is equal is one string: of the words that are known, less has to be looked at.
            word = chunk if word == chunk else word
            term = word if term == word else term
            made = term, word, "" if term in stops else stub(term)
        if len(chunk) <= _LONGEST:
            if len(self) >= self._FULL:
                self.clear()
            self[chunk] = made
        return made

    def _made(self, found: Iterable[tuple[Any, ...]]) -> tuple[str, str, str]:
        stops = self._analyzer.stops
        terms, words, stubs = [], [], []
        for term, word, stop, *_ in found:
            terms.append(term)
            if not stop:
                words.append(word)
            if term not in stops:
                stubs.append(stub(term))
        return " ".join(terms), " ".join(words), " ".join(stubs)


_ENGLISH = Analyzer(ENGLISH, _Entries(ENGLISH, STOP_WORDS), STOP_WORDS, None)
_in_force: ContextVar[Analyzer] = ContextVar("analyzer", default=_ENGLISH)


@cache
def _analyzer(language: str) -> Analyzer:
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
    return Analyzer(language, _Entries(algorithm, stops), stops, segment)


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


def analyzer() -> Analyzer:
    """What makes tokens in the language in force, for those who go on with it whatever follows."""
    return _in_force.get()


def stop_words() -> frozenset[str]:
    """The stop words of the language in force."""
    return _in_force.get().stops


_CHUNK = re.compile(r"\S+")


def starts(text: str, chunks: Sequence[str]) -> Sequence[int]:
    """Where each chunk of ``text.split()`` begins."""
    lengths = list(map(len, chunks))
    if sum(lengths) + len(lengths) - 1 == len(text):  # one space between two, and none around
        return list(map(add, accumulate(lengths, initial=0), range(len(lengths))))
    return [match.start() for match in _CHUNK.finditer(text)]


def tokens(text: str) -> list[Token]:
    """The tokens of ``text`` in order, stop words included."""
    return _in_force.get().tokens(text)


def words(text: str) -> Words:
    """The tokens of ``text``, for those that look at few of many."""
    chunks = text.split()
    return Words(text, chunks, list(map(_in_force.get().__getitem__, chunks)))


def terms(text: str) -> list[str]:
    """The term of every token in order, stop words included."""
    known = _in_force.get().__getitem__
    return list(map(_term, chain.from_iterable(map(known, text.split()))))


def analyse(text: str) -> tuple[list[str], list[str]]:
    """What an index keeps of ``text``: all terms in order, and the words that are no stop words."""
    found = _in_force.get().pieces(text)
    return [piece[0] for piece in found], [piece[1] for piece in found if not piece[2]]


def indexed(text: str) -> Indexed:
    """What an engine is to keep of ``text``.

    >>> indexed("Peace treaties, treatises")
    Indexed(terms='peac treati treatis', words='peace treaties treatises', stubs='peac treat treat')
    """
    # The case of ASCII letters counts for nothing, and there are fewer chunks to know without it.
    chunks = text.lower().split() if text.isascii() else text.split()
    if not chunks:
        return Indexed("", "", "")
    found = map(_in_force.get().lines.__getitem__, chunks)
    return Indexed(*map(" ".join, zip(*found, strict=True)))


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
    if value.isalnum() and value.isascii():
        return value.lower()[:_LONGEST]
    return " ".join(piece[1] for piece in _in_force.get().pieces(value))
