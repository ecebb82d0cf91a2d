"""Why a passage was found: the marks in its text, and the fragment worth showing.

A *leaf* is a term or phrase of the plan that can match. A *mark* is a place in a text where a leaf
matches. The best *fragment* (:mod:`searchkit.fragments`), cut out and written as one paragraph, is
a *snippet*, which :mod:`searchkit.formatters` turns into text.

"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from . import analysis
from .analysis import Analyzer, Piece
from .fragments import Mark, Span, fragment
from .query.plan import All, Best, Phrase, Plan, Plus, Some, Term, Without
from .records import Match, Snippet
from .sentences import MARGIN

__all__ = [
    "HEADING_FIELDS",
    "TEXT_FIELDS",
    "TITLE_FIELDS",
    "Highlighter",
    "Mark",
    "highlighter",
    "leaves",
    "marks",
    "matched",
    "snippet",
]

TEXT_FIELDS = frozenset({"text", "word"})
"""Fields whose leaves match in the text of a passage."""
HEADING_FIELDS = TEXT_FIELDS | {"heading", "heading_word"}
"""Fields whose leaves match in a heading."""
TITLE_FIELDS = frozenset({"title", "title_word"})
"""Fields whose leaves match in the title of a document."""

WIDTH = 240
"""Characters of a snippet, about."""

Leaf = Term | Phrase


# Leaves and marks


class _Met(NamedTuple):
    """What a token meets: the mark it makes, if any, and the part of a phrase that it is."""

    mark: tuple[str, str | None, float] | None
    matches: tuple[Match, ...]
    part: str


class _Sought(dict[tuple[str, str], _Met]):
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
        self.forms = self.terms | self.words
        self._parts = parts

    def __missing__(self, token: tuple[str, str]) -> _Met:
        term, word = token
        found = [*self._stems.get(term, ()), *self._words.get(word, ())]
        marks = sorted(((_typed(leaf), leaf.via, leaf.weight) for leaf in found), key=_best_mark)
        matches = tuple(dict.fromkeys(Match(typed, via) for typed, via, _ in marks))
        met = _Met(marks[0] if marks else None, matches, term if term in self._parts else "")
        self[token] = met
        return met


def _best_mark(mark: tuple[str, str | None, float]) -> tuple[bool, float, str, str]:
    typed, via, weight = mark
    return via is not None, -weight, via or "", typed


class Highlighter:
    """Finds the marks of one plan, and the snippets that show them, in the language in force.

    It goes on in that language whatever is in force when it is asked.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.analyzer = analysis.analyzer()
        self.leaves = _leaves(plan)
        self._rank = {typed: n for n, typed in reversed([*enumerate(map(_typed, self.leaves))])}
        self._sought: dict[frozenset[str], _Sought] = {}
        self._found: dict[tuple[str, frozenset[str]], tuple[list[Mark], set[Match]]] = {}

    def _all(self, text: str, fields: frozenset[str]) -> tuple[list[Mark], set[Match]]:
        """Every mark and match of the leaves of these fields."""
        if not text:
            return [], set()
        if (text, fields) not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            if fields not in self._sought:
                wanted = [leaf for leaf in self.leaves if leaf.field in fields]
                self._sought[fields] = _Sought(wanted)
            self._found[text, fields] = _found(text, self._sought[fields], self.analyzer)
        return self._found[text, fields]

    def marks(self, text: str, *, fields: frozenset[str] = TEXT_FIELDS) -> list[Mark]:
        """See :func:`marks`."""
        return _disjoint(self._all(text, fields)[0])

    def matched(self, text: str, headings: Sequence[str], *, title: str = "") -> tuple[Match, ...]:
        """See :func:`matched`."""
        found = set(self._all(text, TEXT_FIELDS)[1])
        for heading in headings:
            found |= self._all(heading, HEADING_FIELDS)[1]
        found |= self._all(title, TITLE_FIELDS)[1]
        rank = self._rank
        return tuple(sorted(found, key=lambda m: (rank[m.term], m.via is not None, m.via or "")))

    def snippet(self, text: str, *, width: int = WIDTH, prefer: Sequence[Span] = ()) -> Snippet:
        """See :func:`snippet`."""
        width = max(20, width)
        found = [mark for mark in self.marks(text) if mark.end - mark.start <= width]
        start, end = fragment(text, found, width, prefer, self.analyzer)
        return _shown(text, start, end, found)


_KEPT = 64
_last: Highlighter | None = None


def highlighter(plan: Plan) -> Highlighter:
    """What finds the marks of ``plan``: the one that was asked for last, or another."""
    global _last
    last = _last
    if last is None or last.plan is not plan or last.analyzer is not analysis.analyzer():
        last = _last = Highlighter(plan)
    return last


def leaves(plan: Plan) -> tuple[Leaf, ...]:
    """The terms and phrases of ``plan`` that a passage may match, in the order of the query.

    What stands under a ``NOT`` is none of them; nor are conditions on whole tags and on dates.
    """
    return highlighter(plan).leaves


def _leaves(plan: Plan) -> tuple[Leaf, ...]:
    found: dict[Leaf, None] = {}

    def walk(node: Plan) -> None:
        match node:
            case Term() | Phrase():
                found.setdefault(node)
            case Some(children) | Best(children) | All(children):
                for child in children:
                    walk(child)
            case Without(child) | Plus(child):
                walk(child)
            case _:
                pass

    walk(plan)
    return tuple(found)


def marks(text: str, plan: Plan, *, fields: frozenset[str] = TEXT_FIELDS) -> list[Mark]:
    """The places in ``text`` where ``plan`` matches, in order, none over another.

    Where several leaves match at one place, a word typed goes before a synonym and then the longer
    mark before the shorter.
    """
    return highlighter(plan).marks(text, fields=fields)


def matched(
    text: str, headings: Sequence[str], plan: Plan, *, title: str = ""
) -> tuple[Match, ...]:
    """Which parts of the query a passage meets, each once, in the order of the query.

    Where a part is met as typed and through synonyms, the form typed comes first.
    """
    return highlighter(plan).matched(text, headings, title=title)


def _typed(leaf: Leaf) -> str:
    if leaf.typed:
        return leaf.typed
    return leaf.term if isinstance(leaf, Term) else " ".join(term for _, term in leaf.terms)


class _Known:
    """The chunks that texts were made of so far, and which of them hold a term or a word.

    Few chunks of a text are new, and few hold what is sought: the others are never looked at.
    """

    FULL = 20_000

    def __init__(self, analyzer: Analyzer) -> None:
        self.analyzer = analyzer
        self._chunks: set[str] = set()
        # Chunks with a space between them: lists would be gone through whenever memory is freed.
        self._by_term: dict[str, str] = {}
        self._by_word: dict[str, str] = {}  # Of words that are not their own term.

    @property
    def full(self) -> bool:
        """Whether it is time to begin anew."""
        return len(self._chunks) > self.FULL

    def holding(self, sought: _Sought, chunks: Sequence[str]) -> set[str]:
        """Those of the chunks that hold a term or a word that is sought, and perhaps others."""
        known = self._chunks
        new = {chunk for chunk in chunks if chunk not in known}
        for chunk in new:
            for term, word, *_ in self.analyzer[chunk]:
                others = self._by_term.get(term)
                self._by_term[term] = f"{others} {chunk}" if others else chunk
                if word != term:
                    others = self._by_word.get(word)
                    self._by_word[word] = f"{others} {chunk}" if others else chunk
        known |= new  # Last: what another thread finds here has been looked through.
        found: set[str] = set()
        for form in self._by_term.keys() & sought.forms:
            found.update(self._by_term[form].split())
        for form in self._by_word.keys() & sought.words:
            found.update(self._by_word[form].split())
        return found.intersection(chunks)


_known: dict[str, _Known] = {}


def _known_in(analyzer: Analyzer) -> _Known:
    known = _known.get(analyzer.language)
    if known is None or known.full or known.analyzer is not analyzer:
        known = _known[analyzer.language] = _Known(analyzer)
    return known


def _found(text: str, sought: _Sought, analyzer: Analyzer) -> tuple[list[Mark], set[Match]]:
    """Every mark and match of the leaves in a text."""
    chunks = text.split()
    terms, words = sought.terms, sought.words
    found: list[Mark] = []
    matches: set[Match] = set()
    parts: dict[str, list[tuple[int, int, Piece]]] = {}
    for chunk in _known_in(analyzer).holding(sought, chunks):
        pieces = [p for p in analyzer[chunk] if p[0] in terms or p[1] in words]
        at, begin = -1, 0
        for _ in range(chunks.count(chunk) if pieces else 0):
            at = chunks.index(chunk, at + 1)
            begin = _next(text, chunk, begin)
            for piece in pieces:
                mark, own, part = sought[piece[0], piece[1]]
                if mark is not None:
                    found.append(Mark(begin + piece[3], begin + piece[4], *mark))
                    matches.update(own)
                if part:
                    parts.setdefault(part, []).append((at, begin, piece))
            begin += len(chunk)
    phrases = [p for p in sought.phrases if all(term in parts for _, term in p.terms)]
    if phrases:
        groups = list(map(analyzer.__getitem__, chunks))
        before = list(accumulate(map(len, groups), initial=0))
        places: dict[str, list[int]] = {}
        spans: dict[int, Span] = {}
        for part, some in parts.items():
            for at, begin, piece in some:
                place = before[at] + groups[at].index(piece)
                places.setdefault(part, []).append(place)
                spans[place] = begin + piece[3], begin + piece[4]
            places[part].sort()
        for phrase in phrases:
            typed = _typed(phrase)
            for start, end in _spans(phrase, places, spans):
                found.append(Mark(start, end, typed, phrase.via, phrase.weight))
                matches.add(Match(typed, phrase.via))
    return found, matches


def _next(text: str, chunk: str, start: int) -> int:
    """Where a chunk stands between white space next, from ``start`` on; it does."""
    while True:
        at = text.index(chunk, start)
        end = at + len(chunk)
        if (not at or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
            return at
        start = at + 1


def _spans(phrase: Phrase, places: dict[str, list[int]], spans: dict[int, Span]) -> Iterator[Span]:
    """Where a phrase stands; with other words in between, where each of its own does."""
    (offset, term), *rest = sorted(phrase.terms)
    lists = [(place - offset, places[other]) for place, other in rest]
    for first in places[term]:
        path = [first]
        before = 0
        for place, positions in lists:
            at = bisect_left(positions, path[-1] + place - before)
            if at == len(positions):
                return
            path.append(positions[at])
            before = place
        extra = path[-1] - first - before
        if extra > phrase.slop:
            continue
        if extra:
            yield from (spans[place] for place in path)
        else:
            yield spans[first][0], spans[path[-1]][1]


def _disjoint(found: Sequence[Mark]) -> list[Mark]:
    chosen: list[Mark] = []
    starts: list[int] = []
    order = sorted(
        found,
        key=lambda m: (
            m.via is not None,
            m.start - m.end,
            m.start,
            -m.weight,
            m.via or "",
            m.typed,
        ),
    )
    for mark in order:
        at = bisect_left(starts, mark.start)
        if at and chosen[at - 1].end > mark.start:
            continue
        if at < len(starts) and starts[at] < mark.end:
            continue
        starts.insert(at, mark.start)
        chosen.insert(at, mark)
    return chosen


# Fragments


def snippet(text: str, plan: Plan, *, width: int = WIDTH, prefer: Sequence[Span] = ()) -> Snippet:
    """The best fragment of a passage, at about ``width`` characters, as one paragraph.

    It begins and ends with sentences; a sentence much longer than ``width`` is cut at a clause or
    between words. ``…`` stands where the passage goes on. Where nothing matches in the text, it is
    the beginning of the passage.

    Args:
        text: the text of the passage.
        plan: what was searched for.
        width: characters to show, 20 at least.
        prefer: spans of ``text`` that are liked best, such as the statements of the speaker who
            was asked for.
    """
    return highlighter(plan).snippet(text, width=width, prefer=prefer)


def _shown(text: str, start: int, end: int, found: Sequence[Mark]) -> Snippet:
    """The snippet of a fragment."""
    part = text[start:end]
    shown = " ".join(part.split())
    head = "" if MARGIN.fullmatch(text, 0, start) else "…"
    tail = "" if MARGIN.fullmatch(text, end) else "…"
    within = [mark for mark in found if start <= mark.start and mark.end <= end]
    highlights: list[Span] = []
    related: list[Span] = []
    at, place = start, len(head)
    for mark in within:
        if shown == part:
            place += mark.start - at
            length = mark.end - mark.start
        else:
            place += _collapsed(text, at, mark.start)
            length = _collapsed(text, mark.start, mark.end)
        highlights.append((place, place + length))
        if mark.via is not None:
            related.append((place, place + length))
        place += length
        at = mark.end
    return Snippet(head + shown + tail, tuple(highlights), tuple(related), start)


def _collapsed(text: str, start: int, end: int) -> int:
    """How long ``text[start:end]`` is with every run of white space as one space.

    Neither end may stand inside a run.
    """
    part = text[start:end]
    words = part.split()
    if not words:
        return 1 if part else 0
    gaps = len(words) - 1 + part[0].isspace() + part[-1].isspace()
    return sum(map(len, words)) + gaps
