"""Where a text meets a query: the marks of its terms, words and phrases.

A *leaf* is a term or phrase of a plan that can match, a *mark* a place in a text where one does.
Few chunks of a text, which is what stands between white space, hold what is sought. In English a
chunk that holds a term or word has the letters of its *needle* in it, see :func:`_needle`: most
chunks are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from .analysis import Analyzer, Piece, starts
from .fragments import Mark, Span
from .languages import ENGLISH
from .query.plan import Phrase, Term
from .records import Match

__all__ = ["Leaf", "Sought", "as_typed", "spotted"]

Leaf = Term | Phrase


class _Met(NamedTuple):
    """What a token meets: the mark it makes, if any, and the part of a phrase that it is."""

    mark: tuple[str, str | None, float] | None
    matches: tuple[Match, ...]
    part: str


class Sought(dict[tuple[str, str], _Met]):
    """The leaves of a plan that can match in some fields: a term and its word -> what they meet.

    Of the leaves that one token meets, the best makes the mark; all of them are matches.
    """

    def __init__(self, wanted: Sequence[Leaf]) -> None:
        super().__init__()
        self.phrases = [leaf for leaf in wanted if isinstance(leaf, Phrase) and leaf.terms]
        self._stems: dict[str, list[Term]] = {}
        self._words: dict[str, list[Term]] = {}
        for leaf in wanted:
            if isinstance(leaf, Term):
                # A raw field holds words, the others stems.
                by_form = self._words if leaf.field.endswith("word") else self._stems
                by_form.setdefault(leaf.term, []).append(leaf)
        parts = {term for one in self.phrases for _, term in one.terms}
        self.terms = self._stems.keys() | parts
        self.words = frozenset(self._words)
        self._parts = parts

    @cached_property
    def needles(self) -> frozenset[bytes] | None:
        """What a chunk has in it that holds any of the terms or words; None for too much."""
        found = {_needle(term) for term in self.terms} | {word.encode() for word in self.words}
        found = {needle.translate(None, _INNER) for needle in found}
        if len(found) > _MOST_NEEDLES:
            # The words of one prefix, of which there may be a thousand, begin alike.
            found = {needle[:_BEGINNING] for needle in found}
        many = len(found) > _MOST_NEEDLES or any(len(needle) < 2 for needle in found)
        return None if many else frozenset(found)

    def __missing__(self, token: tuple[str, str]) -> _Met:
        term, word = token
        found = [*self._stems.get(term, ()), *self._words.get(word, ())]
        marks = [(as_typed(leaf), leaf.via, leaf.weight) for leaf in found]
        if len(marks) > 1:
            marks.sort(key=_best_mark)
        matches = tuple([Match(*one) for one in dict.fromkeys([mark[:2] for mark in marks])])
        met = _Met(marks[0] if marks else None, matches, term if term in self._parts else "")
        self[token] = met
        return met


def _best_mark(mark: tuple[str, str | None, float]) -> tuple[bool, float, str, str]:
    typed, via, weight = mark
    return via is not None, -weight, via or "", typed


def as_typed(leaf: Leaf) -> str:
    """The part of the query that a leaf stands for."""
    if leaf.typed:
        return leaf.typed
    return leaf.term if isinstance(leaf, Term) else " ".join(term for _, term in leaf.terms)


# Chunks that may hold what is sought


def _needle(term: str) -> bytes:
    """The letters that every English word with that stem begins with.

    A stem ends as its words go on but for a last letter that stands for another (``happi``,
    ``hope`` of ``hoping``, ``durabl`` of ``durability``), or two (``die`` of ``dying``, ``-ble`` of
    ``-bility``).
    """
    last = 2 if term.endswith(("ie", "ble")) else 1 if term.endswith(("e", "i", "y", "l")) else 0
    return term[: len(term) - last].encode()


_MOST_NEEDLES = 25
"""Of more than these, looking at every chunk takes less time."""
_BEGINNING = 4
_MOST_CHUNKS = 30
_INNER = b".,'"
"""Signs that stand within words and are no part of them."""
_SMALL = bytes(32 if chr(n).isspace() else ord(chr(n).lower()) for n in range(128)) + bytes(128)


def _holding(text: str, needles: frozenset[bytes]) -> list[Span] | None:
    """The chunks of an ASCII text with one of the needles, in order; None where it cannot tell."""
    encoded = text.encode()
    plain = encoded.translate(_SMALL)
    bare = encoded.translate(_SMALL, _INNER)
    ends: dict[int, int] = {}
    for needle in needles:
        many = bare.count(needle)
        if not many:
            continue
        if many > _MOST_CHUNKS:
            return None
        at = plain.find(needle)
        while at >= 0:
            end = plain.find(b" ", at)
            end = end if end >= 0 else len(plain)
            ends[plain.rfind(b" ", 0, at) + 1] = end
            many -= 1
            at = plain.find(needle, end)
        if many:
            return None  # A sign stands within, as in D.P.R.K., or it is twice in a chunk.
    return sorted(ends.items())


def _pieces(text: str, sought: Sought, analyzer: Analyzer) -> list[tuple[int, Piece]]:
    """The pieces of a text with a term or a word that is sought, by where their chunks begin."""
    terms, words = sought.terms, sought.words
    if analyzer.language == ENGLISH and text.isascii() and sought.needles is not None:
        spans = _holding(text, sought.needles)
        if spans is not None:
            return [
                (start, piece)
                for start, end in spans
                for piece in analyzer[text[start:end]]
                if piece[0] in terms or piece[1] in words
            ]
    chunks = text.split()
    return [
        (start, piece)
        for start, chunk in zip(starts(text, chunks), chunks, strict=True)
        for piece in analyzer[chunk]
        if piece[0] in terms or piece[1] in words
    ]


# Marks


def spotted(text: str, sought: Sought, analyzer: Analyzer) -> tuple[list[Mark], list[Match]]:
    """Every mark and match of the leaves in a text; a match as often as it is there."""
    marks: list[Mark] = []
    matches: list[Match] = []
    parts: dict[str, list[tuple[int, Piece]]] = {}
    for begin, piece in _pieces(text, sought, analyzer):
        mark, own, part = sought[piece[0], piece[1]]
        if mark is not None:
            typed, via, weight = mark
            marks.append(Mark(begin + piece[3], begin + piece[4], typed, via, weight))
            matches += own
        if part:
            parts.setdefault(part, []).append((begin, piece))
    for phrase in sought.phrases:
        if all(term in parts for _, term in phrase.terms):
            typed = as_typed(phrase)
            for start, end in _spans(phrase, parts, text, analyzer):
                marks.append(Mark(start, end, typed, phrase.via, phrase.weight))
                matches.append(Match(typed, phrase.via))
    return marks, matches


def _spans(
    phrase: Phrase, parts: dict[str, list[tuple[int, Piece]]], text: str, analyzer: Analyzer
) -> Iterator[Span]:
    """Where a phrase stands; with other words in between, where each of its own does."""
    (offset, term), *rest = sorted(phrase.terms)
    length = phrase.slop + 1 + (rest[-1][0] - offset if rest else 0)
    for begin, piece in parts[term]:
        tokens = list(islice(_tokens(text, begin, piece, analyzer), length))
        path = [0]
        before = offset
        for place, other in rest:
            at = path[-1] + place - before
            while at < len(tokens) and tokens[at][0] != other:
                at += 1
            if at >= len(tokens):
                break
            path.append(at)
            before = place
        else:
            spans = [tokens[at][1:] for at in path]
            if path[-1] + 1 + phrase.slop > length:
                yield from spans
            else:
                yield spans[0][0], spans[-1][1]


def _tokens(
    text: str, begin: int, piece: Piece, analyzer: Analyzer
) -> Iterator[tuple[str, int, int]]:
    """The tokens of a text from a piece on that stands in the chunk that begins there."""
    for match in _CHUNK.finditer(text, begin):
        at = match.start()
        pieces = analyzer[match[0]]
        for one in pieces[pieces.index(piece) :] if at == begin else pieces:
            yield one[0], at + one[3], at + one[4]


_CHUNK = re.compile(r"\S+")
