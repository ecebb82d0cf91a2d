"""The fragment of a text that tells most about a query.

A *mark* is a place where the query matches, a *fragment* the run of sentences worth showing.

As in Lucene's unified highlighter the passage is treated as a small corpus whose sentences are
ranked: a fragment is good if it holds many different words of the query, and words that are rare
in the passage; words typed count before their synonyms.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
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
    begins = [a for a, _ in spans]
    inside: dict[int, list[Mark]] = {}
    where: dict[str, set[int]] = {}
    for mark in found:
        at = bisect_right(begins, mark.start) - 1
        where.setdefault(mark.typed, set()).add(at)
        if at >= 0 and mark.end <= spans[at][1]:
            inside.setdefault(at, []).append(mark)
    # A part of the query tells the more, the fewer sentences of the passage have it.
    rarity = {typed: log(1 + len(spans) / len(places)) for typed, places in where.items()}
    liked = {i for start, end in prefer for i, (a, b) in enumerate(spans) if a < end and b > start}
    best, best_score, best_last = 0, 0.0, 0
    for first in sorted({0, *inside, *liked}):
        last = first
        while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= width:
            last += 1
        some = range(first, last + 1)
        score = _score([(inside.get(i, ()), i in liked) for i in some], rarity)
        if score > best_score * 1.000001:
            best, best_score, best_last = first, score, last
        elif not first:
            best_last = last
    start, end = spans[best][0], spans[best_last][1]
    if end - start > width * _WHOLE:
        return _cut(text, (start, end), inside.get(best, ()), width, rarity, analyzer)
    while best and end - spans[best - 1][0] <= width:
        best -= 1
    start = spans[best][0]
    if 2 * (end - start) < width and best_last + 1 < len(spans):
        # A short lead-in says little without what it leads to.
        end = _end(text, start, end, start + width, spans[best_last + 1][1], analyzer)
    return start, end


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
    text: str,
    sentence: Span,
    found: Sequence[Mark],
    width: int,
    rarity: dict[str, float],
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
