"""The Whoosh engine: postings in Whoosh's files, plans evaluated here.

Whoosh's own matchers hang on some queries and score with lengths of another table, so that its
answers would differ from tantivy's. A plan is evaluated term by term: every node becomes a mapping
of rows to scores. Rows are numbered through all segments; removed ones never enter a mapping.
Searching imports nothing of Whoosh, see :mod:`searchkit.engines.segments`.
"""

from __future__ import annotations

import os
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import log
from pathlib import Path
from typing import Any, TypeVar

from ..errors import IndexError_, IndexLocked
from ..query import plan as p
from .base import (
    LENGTHS,
    RAW_FIELDS,
    EngineDocument,
    Found,
    Order,
    allowed_slop,
    emptied,
    length_code,
    locked,
    not_written,
    placed,
    ranked,
    read_marker,
    write_marker,
)
from .lexicon import Lexicon
from .segments import INDEX_NAME, UNDATED, Places, Segment, read_toc, reading

__all__ = ["WhooshEngine"]

_K1, _B = 1.2, 0.75

_Value = TypeVar("_Value")

_NEVER = 1 << 32
"""A day after all days."""

_OPENINGS = 10
"""How often opening is tried while another process replaces the files."""


class WhooshEngine:
    """See :class:`searchkit.engines.base.Engine`."""

    name = "whoosh"

    def __init__(self, path: Path | None, *, create: bool) -> None:
        self._path = path
        self._generation, self._settled = 0, True
        self._storage: Any = None
        if path is None or create:
            from . import segment_writer

            if path is None:
                self._storage = segment_writer.RamStorage()
            else:
                emptied(path)
                self._storage = segment_writer.FileStorage(str(path))
            segment_writer.create(self._storage)
            if path is not None:
                write_marker(path, 0)
        self.refresh()

    @property
    def generation(self) -> int:
        return self._generation

    @property
    def settled(self) -> bool:
        return self._settled

    def __len__(self) -> int:
        return len(self._collection)

    def close(self) -> None:
        del self._collection, self._storage

    def refresh(self) -> None:
        with reading(self._path):
            for opening in range(_OPENINGS):
                marker = self._marker()
                try:
                    self._number, segments = self._open()
                    break
                except FileNotFoundError:
                    # A writer may have removed a segment after its table of contents was read.
                    if opening == _OPENINGS - 1:
                        raise
        self._collection = _Collection(segments)
        # Two that differ: a writer has committed in between.
        self._generation, self._settled = marker
        self._settled &= marker == self._marker()

    def _marker(self) -> tuple[int, bool]:
        if self._path is None:
            return self._generation, self._settled
        return read_marker(self._path)

    def _open(self) -> tuple[int, list[Segment]]:
        path = self._path
        if path is None:
            names, read = self._storage.list(), self._storage.files.__getitem__
        else:
            names, read = os.listdir(path), lambda name: (path / name).read_bytes()
        number, entries = read_toc(names, read)
        return number, [Segment(entry, read, path) for entry in entries]

    # Writing

    def apply(
        self,
        *,
        generation: int,
        removed: Iterable[int],
        added: Iterable[EngineDocument],
        before: Callable[[], object] | None = None,
    ) -> None:
        from . import segment_writer

        if self._storage is None:
            self._storage = segment_writer.FileStorage(str(self._path))
        with self._locked():
            self.refresh()
            held = self._generation

            def publish() -> None:
                if before is not None:
                    before()
                if self._path is not None:
                    write_marker(self._path, held, settled=False)

            try:
                segment_writer.change(
                    self._storage,
                    self._number,
                    self._collection.segments,
                    removed=removed,
                    added=added,
                    before=publish,
                )
                if self._path is not None:
                    write_marker(self._path, generation)
            except OSError as error:
                raise IndexError_(not_written(self._path, error)) from error
        self._generation = generation
        self.refresh()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = self._storage.lock(f"{INDEX_NAME}_WRITELOCK")
        try:
            free = lock.acquire(False)
        except OSError as error:
            raise IndexError_(not_written(self._path, error)) from error
        if not free:
            raise IndexLocked(locked(self._path))
        try:
            yield
        finally:
            lock.release()

    # Reading

    def document_frequency(self, field: str, term: str) -> int:
        return self._collection.count(field, term)

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        return self._collection.terms(field, prefix)

    def keys(self, plan: p.Plan) -> list[int]:
        return [key for key, _ in self.search(plan, limit=None, count=False).hits]

    def facets(self, plan: p.Plan) -> None:
        del plan  # a collection for Whoosh is small: the catalog counts

    def lexicon(self) -> Lexicon:
        return self._collection.lexicon()

    def search(
        self, plan: p.Plan, *, limit: int | None, order: Order = "relevance", count: bool = True
    ) -> Found:
        collection = self._collection
        scores = _Evaluation(collection).scores(plan)
        total = len(scores) if count else None
        keys = collection.keys
        if order == "relevance":
            hits = ranked(((keys[row], score) for row, score in scores.items()), limit)
            return Found(hits, total)
        day = {keys[row]: collection.slots[0][row] for row in scores}
        hits = ranked(((keys[row], score) for row, score in scores.items()), None)
        hits.sort(key=lambda hit: -day[hit[0]] if order == "newest" else day[hit[0]] or _NEVER)
        return Found(hits if limit is None else hits[: max(limit, 0)], total)

    def scores(self, plans: Sequence[p.Plan], key: int) -> list[float | None]:
        collection = self._collection
        rows = [row for row in collection.rows() if collection.keys[row] == key]
        evaluation = _Evaluation(collection)
        return [evaluation.scores(plan).get(row) for plan in plans for row in rows]

    def added(self, plans: Sequence[p.Plan], keys: Sequence[int]) -> dict[int, float]:
        found = dict.fromkeys(keys, 0.0)
        evaluation, known = _Evaluation(self._collection), self._collection.keys
        for row, score in evaluation.scores(p.Some(tuple(plans))).items():
            if known[row] in found:
                found[known[row]] += score
        return found


class _Collection:
    """All segments as one: rows run on from one segment to the next. It never changes."""

    def __init__(self, segments: list[Segment]) -> None:
        self.segments = segments
        self.bases: list[int] = []
        self.keys: array[int] = array("q")
        self.slots: list[array[int]] = [array("I") for _ in range(4)]
        self.removed: set[int] = set()
        for segment in segments:
            base = len(self.keys)
            self.bases.append(base)
            self.keys.extend(segment.keys)
            for all_rows, slot in zip(self.slots, segment.slots, strict=True):
                all_rows.extend(slot)
            self.removed.update(base + row for row in segment.entry.removed)
        self._penalties: dict[str, list[float]] = {}
        self._lexicon: Lexicon | None = None

    def __len__(self) -> int:
        return len(self.keys) - len(self.removed)

    def rows(self) -> Iterable[int]:
        removed = self.removed
        return (row for row in range(len(self.keys)) if row not in removed)

    def count(self, field: str, term: str) -> int:
        if not self.removed:
            return sum(segment.count(field, term) for segment in self.segments)
        return len(self.postings(field, term))

    def terms(self, field: str, prefix: str) -> list[tuple[str, int]]:
        counts: dict[str, int] = {}
        for segment in self.segments:
            for term, count in segment.terms(field, prefix):
                counts[term] = counts.get(term, 0) + count
        if self.removed:
            counts = {term: self.count(field, term) for term in counts}
        return sorted((term, count) for term, count in counts.items() if count)

    def lexicon(self) -> Lexicon:
        self._lexicon = self._lexicon or Lexicon(self.terms(RAW_FIELDS["text"], ""))
        return self._lexicon

    def postings(self, field: str, term: str) -> dict[int, float]:
        """Rows and how often they have the term."""
        found: dict[int, float] = {}
        for base, segment in zip(self.bases, self.segments, strict=True):
            rows, frequencies, _ = segment.postings(field, term)
            found.update(zip([base + row for row in rows], frequencies, strict=True))
        return self._held(found)

    def _held(self, found: dict[int, _Value]) -> dict[int, _Value]:
        for row in self.removed & found.keys():
            del found[row]
        return found

    def penalties(self, field: str) -> list[float]:
        """For each row what BM25 adds to the frequency: ``k1 * (1 - b + b * length / average)``."""
        if field not in self._penalties:
            lengths = [length for segment in self.segments for length in segment.lengths[field]]
            total = sum(lengths) - sum(lengths[row] for row in self.removed)
            average = total / (len(self) or 1) or 1.0
            of_length = {
                length: _K1 * (1 - _B + _B * LENGTHS[length_code(length)] / average)
                for length in set(lengths)
            }
            self._penalties[field] = [of_length[length] for length in lengths]
        return self._penalties[field]


class _Evaluation:
    """Plans over a collection."""

    def __init__(self, collection: _Collection) -> None:
        self._collection = collection
        self._postings: dict[tuple[str, str], dict[int, float]] = {}
        self._places: dict[tuple[int, str, str], Places] = {}

    def scores(self, plan: p.Plan) -> dict[int, float]:
        """The rows that a plan selects, with their scores."""
        match plan:
            case p.Term():
                return self._term(plan.field, plan.term, plan.weight)
            case p.Phrase():
                return self._phrase(plan)
            case p.Keyword():
                found: dict[int, float] = {}
                for value in plan.values:
                    found |= self._collection.postings(plan.field, value)
                return dict.fromkeys(found, 0.0)
            case p.Days():
                return dict.fromkeys(self._days(plan), 0.0)
            case p.Every():
                return dict.fromkeys(self._collection.rows(), 0.0)
            case p.Nothing():
                return {}
            case p.Some():
                return self._joined(plan.children, lambda one, other: one + other)
            case p.Best():
                return self._joined(plan.children, max)
            case p.All():
                return self._all(plan.children)
            case p.Without():
                child, unless = self.scores(plan.child), self.scores(plan.unless)
                return {row: score for row, score in child.items() if row not in unless}
            case p.Plus():
                child, more = self.scores(plan.child), self.scores(plan.more)
                return {row: score + more.get(row, 0.0) for row, score in child.items()}

    def _term(self, field: str, term: str, weight: float) -> dict[int, float]:
        if (field, term) not in self._postings:
            self._postings[field, term] = self._collection.postings(field, term)
        postings = self._postings[field, term]
        return self._bm25(field, postings, weight * self._idf(len(postings)))

    def _idf(self, rows: int) -> float:
        return log(1 + (len(self._collection) - rows + 0.5) / (rows + 0.5))

    def _bm25(self, field: str, frequencies: dict[int, float], weight: float) -> dict[int, float]:
        penalties = self._collection.penalties(field)
        weight *= _K1 + 1
        return {
            row: weight * frequency / (frequency + penalties[row])
            for row, frequency in frequencies.items()
        }

    def _phrase(self, phrase: p.Phrase) -> dict[int, float]:
        if len(phrase.terms) == 1:
            return self._term(phrase.field, phrase.terms[0][1], phrase.weight)
        terms = placed(phrase)
        collection, field = self._collection, phrase.field
        idf = sum(self._idf(collection.count(field, term)) for _, term in terms)
        slop = allowed_slop(len(terms), phrase.slop)
        frequencies: dict[int, float] = {}
        for number, base in enumerate(collection.bases):
            places = [self._term_places(number, field, term) for _, term in terms]
            # Few rows have all the terms: only there it matters where they stand.
            rarest, *others = sorted(places, key=lambda one: len(one.rows))
            rows = rarest.rows
            for one in others:
                rows = one.among(rows)
            for row in rows:
                frequency = _frequency(
                    [
                        [position - offset for position in one.of(row)]
                        for (offset, _), one in zip(terms, places, strict=True)
                    ],
                    slop,
                )
                if frequency and base + row not in collection.removed:
                    frequencies[base + row] = frequency
        return self._bm25(field, frequencies, phrase.weight * idf)

    def _term_places(self, number: int, field: str, term: str) -> Places:
        """Where a term stands in a segment; phrases of one query share their terms."""
        what = number, field, term
        if what not in self._places:
            self._places[what] = self._collection.segments[number].places(field, term)
        return self._places[what]

    def _days(self, days: p.Days) -> Iterator[int]:
        low, high = days.low or UNDATED + 1, days.high or _NEVER
        from0, to0, from1, to1 = self._collection.slots
        for row in self._collection.rows():
            if low <= from0[row] <= to0[row] <= high or low <= from1[row] <= to1[row] <= high:
                yield row

    def _joined(
        self, children: Iterable[p.Plan], join: Callable[[float, float], float]
    ) -> dict[int, float]:
        joined: dict[int, float] = {}
        for child in children:
            for row, score in self.scores(child).items():
                joined[row] = join(joined[row], score) if row in joined else score
        return joined

    def _all(self, children: Iterable[p.Plan]) -> dict[int, float]:
        joined: dict[int, float] | None = None
        for child in children:
            scores = self.scores(child)
            if joined is None:
                joined = scores
            else:
                joined = {
                    row: score + scores[row] for row, score in joined.items() if row in scores
                }
            if not joined:
                break
        return joined or {}


def _frequency(starts: list[list[int]], slop: int) -> int:
    """How often a passage has the form of a phrase that it has most often.

    ``starts`` holds, for each term, where the phrase would start for each of its positions.
    A form is how far each term stands behind its place: never less than the term before it.
    """
    if not slop:
        return len(set.intersection(*map(set, starts)))
    ways: list[tuple[int, tuple[int, ...]]] = [(start, (0,)) for start in starts[0]]
    for of_term in starts[1:]:
        ways = [
            (start, (*form, other - start))
            for start, form in ways
            for other in of_term
            if form[-1] <= other - start <= slop
        ]
    return max(Counter(form for _, form in ways).values(), default=0)
