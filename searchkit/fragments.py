"""The fragment of a text that tells most about a query.

A *mark* is a place where the query matches, a *fragment* the run of sentences worth showing.

As in Lucene's unified highlighter the passage is treated as a small corpus whose sentences are
ranked: a fragment is good if it holds many different words of the query, and words that are rare
in the passage; words typed count before their synonyms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from math import log
from typing import NamedTuple

from .analysis import Analyzer
from .sentences import sentences

__all__ = ["Mark", "Span", "fragment"]

_SYNONYM = 0.6
_PREFERRED = 2.0
_WHOLE = 1.25  # A sentence may exceed the width by this factor and is still shown whole.

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


def fragment(
    text: str, found: Sequence[Mark], width: int, prefer: Sequence[Span], analyzer: Analyzer
) -> Span:
    """Where the best fragment of ``text`` begins and ends.

    Args:
        found: the marks in the text, in order, none over another, none longer than ``width``.
        width: characters to show, about.
        prefer: spans that are liked best.
        analyzer: of the language of the text.
    """
    spans = sentences(text)
    if not spans:
        return 0, 0
    inside, rarity = _placed(found, spans)
    liked = {i for start, end in prefer for i, (a, b) in enumerate(spans) if a < end and b > start}
    best = _best(spans, inside, liked, rarity, width) if inside or liked else 0
    start = spans[best][0]
    last = _last(spans, best, start + width)
    end = spans[last][1]
    if end - start > width * _WHOLE:
        return _cut(text, (start, end), inside.get(best, ()), width, rarity, analyzer)
    while best and end - spans[best - 1][0] <= width:
        best -= 1
    start = spans[best][0]
    if 2 * (end - start) < width and last + 1 < len(spans):
        # A short lead-in says little without what it leads to.
        end = _end(text, start, end, start + width, spans[last + 1][1], analyzer)
    return start, end


def _placed(
    found: Sequence[Mark], spans: Sequence[Span]
) -> tuple[dict[int, list[Mark]], dict[str, float]]:
    """The marks by the sentence that they stand in, and how much each part of the query tells."""
    inside: dict[int, list[Mark]] = {}
    where: dict[str, list[int]] = {}
    at, count = -1, len(spans)
    for mark in found:
        start, end, typed, _, _ = mark
        while at + 1 < count and spans[at + 1][0] <= start:
            at += 1
        if typed not in where:
            where[typed] = [at]
        elif where[typed][-1] != at:
            where[typed].append(at)
        if at >= 0 and end <= spans[at][1]:
            if at in inside:
                inside[at].append(mark)
            else:
                inside[at] = [mark]
    # A part of the query tells the more, the fewer sentences of the passage have it.
    return inside, {typed: log(1 + count / len(places)) for typed, places in where.items()}


def _best(
    spans: Sequence[Span],
    inside: Mapping[int, Sequence[Mark]],
    liked: Set[int],
    rarity: Mapping[str, float],
    width: int,
) -> int:
    """The sentence with which the best fragment begins."""
    if len(inside) == 1 and not liked:
        (only, marks), *_ = inside.items()
        within = _last(spans, 0, spans[0][0] + width) >= only
        return 0 if within or not any(mark.weight for mark in marks) else only
    best, best_score = 0, 0.0
    for first in sorted({0, *inside, *liked}):
        last = _last(spans, first, spans[first][0] + width)
        score = _score([(inside.get(i, ()), i in liked) for i in range(first, last + 1)], rarity)
        if score > best_score * 1.000001:
            best, best_score = first, score
    return best


def _last(spans: Sequence[Span], first: int, most: int) -> int:
    """The last sentence of a fragment that begins with ``first`` and ends at ``most`` or before."""
    last, count = first, len(spans)
    while last + 1 < count and spans[last + 1][1] <= most:
        last += 1
    return last


def _score(sentences: Sequence[tuple[Sequence[Mark], bool]], rarity: Mapping[str, float]) -> float:
    """Each part of the query counts once, at its best mark; a repetition adds a little."""
    best: dict[str, float] = {}
    more = 0.0
    for found, liked in sentences:
        factor = _PREFERRED if liked else 1.0
        for _, _, typed, via, weight in found:
            worth = factor * weight * (1.0 if via is None else _SYNONYM)
            worth *= rarity[typed]
            more += 0.02 * worth
            if worth > best.get(typed, 0.0):
                best[typed] = worth
    first = sentences[0][1]
    return sum(best.values()) + more + (0.05 if first else 0.0)


def _cut(
    text: str,
    sentence: Span,
    found: Sequence[Mark],
    width: int,
    rarity: Mapping[str, float],
    analyzer: Analyzer,
) -> Span:
    """The best ``width`` characters of a long sentence, begun and ended at a clause or word."""
    start, end = sentence
    best, best_score, last = None, 0.0, start
    beyond = 0
    for i, mark in enumerate(found):
        while beyond < len(found) and found[beyond].end - mark.start <= width:
            beyond += 1
        some = found[i:beyond]
        score = _score([(some, False)], rarity)
        if score > best_score * 1.000001:
            best, best_score, last = mark, score, some[-1].end
    if best is None:
        return start, _end(text, start, start, min(end, start + width), end, analyzer)
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
    return begin, _end(text, begin, last, min(end, begin + width), end, analyzer)


_CLAUSE = re.compile(r"[,;:—–)]\s+(?=\S)")
_GAP = re.compile(r"\s+(?=\S)")


def _end(text: str, start: int, least: int, most: int, end: int, analyzer: Analyzer) -> int:
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
    edges = [
        t.end for t in analyzer.tokens(text[start:most]) if start + t.end >= max(least, start + 1)
    ]
    return start + edges[-2] if len(edges) > 1 else max(least, most)
