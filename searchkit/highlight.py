"""Why a passage was found: the marks in its text, and the fragment worth showing.

A *leaf* is a term or phrase of the plan that can match. A *mark* is a place in a text where a leaf
matches. A *fragment* is the run of sentences that tells most about the query; cut out and written
as one paragraph it is a *snippet*, which :mod:`searchkit.formatters` turns into text.

As in Lucene's unified highlighter the passage is treated as a small corpus whose sentences are
ranked: a fragment is good if it holds many different words of the query, and words that are rare
in the passage; words typed count before their synonyms.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from . import analysis
from .analysis import Words, tokens
from .query.plan import All, Best, Phrase, Plan, Plus, Some, Term, Without
from .records import Match, Snippet
from .sentences import MARGIN, sentences

__all__ = [
    "HEADING_FIELDS",
    "TEXT_FIELDS",
    "TITLE_FIELDS",
    "Mark",
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

_SYNONYM = 0.6
_PREFERRED = 2.0
_WHOLE = 1.25  # A sentence may exceed the width by this factor and is still shown whole.

Leaf = Term | Phrase
Span = tuple[int, int]


class Mark(NamedTuple):
    """A place where the query matches: ``text[start:end]``.

    ``typed`` is the part of the query that it answers, ``via`` the synonym through which.
    ``weight`` is that of the leaf.
    """

    start: int
    end: int
    typed: str
    via: str | None = None
    weight: float = 1.0


# Leaves and marks


class _Sought:
    """The leaves of a plan that can match in some fields, by what they match."""

    def __init__(self, wanted: Sequence[Leaf]) -> None:
        self.stems: dict[str, list[Term]] = {}
        self.words: dict[str, list[Term]] = {}
        self.phrases = [leaf for leaf in wanted if isinstance(leaf, Phrase)]
        for leaf in wanted:
            if isinstance(leaf, Term):
                # A raw field holds words, the others stems.
                by_form = self.words if leaf.field.endswith("word") else self.stems
                by_form.setdefault(leaf.term, []).append(leaf)
        self.parts = frozenset(term for one in self.phrases for _, term in one.terms)


class _Query:
    """A plan as every hit asks for it, and what was found in the texts asked for last."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.language = plan, analysis.language()
        self.leaves = _leaves(plan)
        self.rank = {typed: n for n, typed in reversed([*enumerate(map(_typed, self.leaves))])}
        self._sought: dict[frozenset[str], _Sought] = {}
        self._found: dict[tuple[str, frozenset[str]], list[Mark]] = {}

    def found(self, text: str, fields: frozenset[str]) -> list[Mark]:
        """Every match of every leaf in these fields."""
        if (text, fields) not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            if fields not in self._sought:
                self._sought[fields] = _Sought([w for w in self.leaves if w.field in fields])
            self._found[text, fields] = _found(text, self._sought[fields])
        return self._found[text, fields]


_KEPT = 64
_last: _Query | None = None


def _query(plan: Plan) -> _Query:
    """The plan that was asked for last, or another in its place."""
    global _last
    query = _last
    if query is None or query.plan is not plan or query.language != analysis.language():
        query = _last = _Query(plan)
    return query


def leaves(plan: Plan) -> tuple[Leaf, ...]:
    """The terms and phrases of ``plan`` that a passage may match, in the order of the query.

    What stands under a ``NOT`` is none of them; nor are conditions on whole tags and on dates.
    """
    return _query(plan).leaves


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
    return _disjoint(_query(plan).found(text, fields))


def matched(
    text: str, headings: Sequence[str], plan: Plan, *, title: str = ""
) -> tuple[Match, ...]:
    """Which parts of the query a passage meets, each once, in the order of the query.

    Where a part is met as typed and through synonyms, the form typed comes first.
    """
    query = _query(plan)
    found: set[Match] = set()
    places = [(text, TEXT_FIELDS), *((heading, HEADING_FIELDS) for heading in headings)]
    if title:
        places.append((title, TITLE_FIELDS))
    for place, fields in places:
        found.update({Match(mark.typed, mark.via) for mark in query.found(place, fields)})
    rank = query.rank
    return tuple(sorted(found, key=lambda m: (rank[m.term], m.via is not None, m.via or "")))


def _typed(leaf: Leaf) -> str:
    if leaf.typed:
        return leaf.typed
    return leaf.term if isinstance(leaf, Term) else " ".join(term for _, term in leaf.terms)


def _found(text: str, sought: _Sought) -> list[Mark]:
    """Every match of every leaf."""
    line = analysis.words(text)
    found: list[Mark] = []
    for forms, wanted in ((line.terms, sought.stems), (line.words, sought.words)):
        if wanted:
            for at, form in enumerate(forms):
                if form in wanted:
                    for leaf in wanted[form]:
                        found.append(Mark(*line.span(at), _typed(leaf), leaf.via, leaf.weight))
    if sought.phrases:
        places: dict[str, list[int]] = {}
        for at, form in enumerate(line.terms):
            if form in sought.parts:
                places.setdefault(form, []).append(at)
        for phrase in sought.phrases:
            for start, end in _spans(phrase, places, line):
                found.append(Mark(start, end, _typed(phrase), phrase.via, phrase.weight))
    return found


def _spans(phrase: Phrase, places: dict[str, list[int]], line: Words) -> Iterator[Span]:
    if not phrase.terms:
        return
    (offset, term), *rest = sorted(phrase.terms)
    lists = [(place - offset, places.get(other, [])) for place, other in rest]
    for first in places.get(term, ()):
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
            yield from map(line.span, path)
        else:
            yield line.span(first)[0], line.span(path[-1])[1]


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
    width = max(20, width)
    found = [mark for mark in marks(text, plan) if mark.end - mark.start <= width]
    start, end = _fragment(text, found, width, prefer)
    shown = " ".join(text[start:end].split())
    head = "…" if MARGIN.sub("", text[:start]) else ""
    tail = "…" if MARGIN.sub("", text[end:]) else ""
    highlights: list[Span] = []
    related: list[Span] = []
    at, place = start, len(head)
    for mark in found:
        if mark.start < start or mark.end > end:
            continue
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


def _fragment(text: str, found: Sequence[Mark], width: int, prefer: Sequence[Span]) -> Span:
    """Where the best fragment begins and ends."""
    spans = sentences(text)
    if not spans:
        return 0, 0
    rarity = _rarity(spans, found)
    inside = [[m for m in found if a <= m.start and m.end <= b] for a, b in spans]
    liked = [any(a < end and b > start for start, end in prefer) for a, b in spans]
    best, best_score, best_last = 0, 0.0, 0
    for first in range(len(spans)):
        if not inside[first] and not liked[first] and first:
            continue
        last = first
        while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= width:
            last += 1
        some = range(first, last + 1)
        score = _score([(inside[i], liked[i]) for i in some], rarity)
        if score > best_score * 1.000001:
            best, best_score, best_last = first, score, last
        elif not first:
            best_last = last
    start, end = spans[best][0], spans[best_last][1]
    if end - start > width * _WHOLE:
        return _cut(text, (start, end), inside[best], width, rarity)
    while best and end - spans[best - 1][0] <= width:
        best -= 1
    start = spans[best][0]
    if 2 * (end - start) < width and best_last + 1 < len(spans):
        # A short lead-in says little without what it leads to.
        end = _end(text, start, end, start + width, spans[best_last + 1][1])
    return start, end


def _rarity(spans: Sequence[Span], found: Sequence[Mark]) -> dict[str, float]:
    """What a part of the query tells: more, the fewer sentences of the passage have it."""
    starts = [a for a, _ in spans]
    where: dict[str, set[int]] = {}
    for mark in found:
        where.setdefault(mark.typed, set()).add(bisect_left(starts, mark.start + 1))
    return {typed: log(1 + len(spans) / len(places)) for typed, places in where.items()}


def _score(sentences: Sequence[tuple[Sequence[Mark], bool]], rarity: dict[str, float]) -> float:
    """Each part of the query counts once, at its best mark; a repetition adds a little."""
    best: dict[str, float] = {}
    more = 0.0
    for found, liked in sentences:
        factor = _PREFERRED if liked else 1.0
        for mark in found:
            worth = factor * mark.weight * (1.0 if mark.via is None else _SYNONYM)
            worth *= rarity.get(mark.typed, 1.0)
            more += 0.02 * worth
            if worth > best.get(mark.typed, 0.0):
                best[mark.typed] = worth
    first = sentences[0][1]
    return sum(best.values()) + more + (0.05 if first else 0.0)


def _cut(
    text: str, sentence: Span, found: Sequence[Mark], width: int, rarity: dict[str, float]
) -> Span:
    """The best ``width`` characters of a long sentence, begun and ended at a clause or word."""
    start, end = sentence
    best, best_score, last = None, 0.0, start
    for i, mark in enumerate(found):
        some = [m for m in found[i:] if m.end - mark.start <= width]
        score = _score([(some, False)], rarity)
        if score > best_score * 1.000001:
            best, best_score, last = mark, score, some[-1].end
    if best is None:
        return start, _end(text, start, start, min(end, start + width), end)
    begin = start
    if last > start + width:
        # The beginning, which says who speaks, is out of reach: context on both sides.
        earliest = best.start - (width - (last - best.start)) * 3 // 5
        earliest = min(best.start, max(start, min(earliest, end - width)))
        clause = _CLAUSE.search(text, earliest, best.start)
        word = _GAP.search(text, earliest, best.start)
        begin = best.start
        if clause and end - clause.end() >= width * 2 // 3:
            begin = clause.end()
        elif word:
            begin = word.end()
    return begin, _end(text, begin, last, min(end, begin + width), end)


_CLAUSE = re.compile(r"[,;:—–)]\s+(?=\S)")
_GAP = re.compile(r"\s+(?=\S)")


def _end(text: str, start: int, least: int, most: int, end: int) -> int:
    """Where to end a fragment from ``start``: at ``most`` or before, but not before ``least``."""
    if most >= end:
        return end
    found = _CLAUSE.finditer(text, max(least, most - 40), most)
    clauses = [m.start() + (m.group()[0] == ")") for m in found]
    if clauses and clauses[-1] > start:
        return clauses[-1]
    gaps = [m.start() for m in _GAP.finditer(text, max(least, start + 1), most + 1)]
    if gaps:
        return gaps[-1]
    # No white space to cut at: a script without spaces, or no language at all.
    edges = [t.end for t in tokens(text[start:most]) if start + t.end >= max(least, start + 1)]
    return start + edges[-2] if len(edges) > 1 else max(least, most)
