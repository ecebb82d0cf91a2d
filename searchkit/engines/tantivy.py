"""The tantivy engine: files, changes and answers.

What it holds of a passage is told in :mod:`searchkit.engines.tantivy_fields`, how it is asked in
:mod:`searchkit.engines.tantivy_queries`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from ..errors import IndexDamaged, IndexError_, IndexLocked
from ..query import plan as p
from .base import (
    FACET_FIELDS,
    MAX_TERM_BYTES,
    RAW_FIELDS,
    REBUILD,
    EngineDocument,
    Found,
    Order,
    emptied,
    locked,
    not_written,
    ranked,
    read_marker,
    write_marker,
)
from .lexicon import Lexicon
from .tantivy_fields import DAY, KEY, PRESENT, SHOWN, SLOTS, YEAR, document_of, schema
from .tantivy_queries import Queries, both, every, filtered, scores, some

__all__ = ["TantivyEngine"]

_MOST_VALUES = 60_000
"""Values of a field that tantivy counts; it refuses to make much more."""

_LEXICON = "lexicon"
"""The file of the words."""

_FEW = 1000
"""Passages up to which little memory is taken for indexing."""

_MEMORY = 15_000_000, 128_000_000
"""Bytes that are filled before a segment is written: of few passages, and of more."""

_FAR = 5_000
"""From so many passages with either word on, a pair is looked for in those asked about alone."""

_TIES = (30, 1000)
"""How many hits more are asked for, at first and again, to put ties at the end in order."""


class TantivyEngine:
    """See :class:`searchkit.engines.base.Engine`."""

    name = "tantivy"

    def __init__(self, path: Path | None, *, create: bool) -> None:
        self._path = path
        self._generation, self._settled = 0, True
        self._words: tuple[int, Lexicon] | None = None
        with self._reading():
            if path is None:
                self._index = tantivy.Index(schema())
            elif create:
                emptied(path)
                self._index = tantivy.Index(schema(), str(path))
                write_marker(path, 0)
            else:
                read_marker(path)
                self._index = tantivy.Index.open(str(path))
            # A search must see one generation: only refresh() moves on to another.
            self._index.config_reader("manual")
        self._register_tokenizers()
        self.refresh()

    @property
    def generation(self) -> int:
        return self._generation

    @property
    def settled(self) -> bool:
        return self._settled

    def __len__(self) -> int:
        return self._searcher.num_docs

    def close(self) -> None:
        del self._queries, self._searcher, self._index

    def refresh(self) -> None:
        with self._reading():
            marker = self._marker()
            self._index.reload()
            self._searcher = self._index.searcher()
            self._queries = Queries(self._index.schema, self._searcher)
            held = self._searcher.doc_freq(PRESENT, "1")
            # Two that differ: a writer has committed in between.
            self._generation, self._settled = marker
            self._settled &= marker == self._marker()
        self._removed = held > len(self)

    def _marker(self) -> tuple[int, bool]:
        if self._path is None:
            return self._generation, self._settled
        return read_marker(self._path)

    # Writing

    def apply(
        self,
        *,
        generation: int,
        removed: Iterable[int],
        added: Iterable[EngineDocument],
        before: Callable[[], object] | None = None,
    ) -> None:
        documents = iter(added)
        first = list(islice(documents, _FEW + 1))
        writer = self._writer(few=len(first) <= _FEW)
        try:
            # A writer that was killed leaves files under names that this one is about to use.
            writer.garbage_collect_files()
            for key in removed:
                writer.delete_documents_by_term(KEY, key)
            # Where there was no passage, only one of this change can have the key of another.
            taken = -1 if not self._searcher.num_segments else sys.maxsize
            for document in chain(first, documents):
                if document.key <= taken:
                    writer.delete_documents_by_term(KEY, document.key)
                taken = max(taken, document.key)
                writer.add_document(document_of(document))
            if before is not None:
                before()
            if self._path is not None:
                write_marker(self._path, self._generation, settled=False)
            writer.commit()
            if self._path is not None:
                write_marker(self._path, generation)
            # Without this, the threads that merge die with the writer, and segments pile up.
            writer.wait_merging_threads()
        except (OSError, ValueError) as error:
            raise IndexError_(not_written(self._path, error)) from error
        finally:
            # The lock goes with the writer.
            del writer
        self._generation = generation
        self.refresh()
        self._write_lexicon()

    def _write_lexicon(self) -> None:
        if self._path is not None:
            with suppress(OSError):  # Without the file, the words are listed when they are needed.
                self.lexicon().write(self._path / _LEXICON, self._generation)

    def _writer(self, *, few: bool) -> tantivy.IndexWriter:
        # One thread keeps up with what is analysed in Python; more make more segments to merge.
        try:
            return self._index.writer(_MEMORY[not few], 1)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise IndexLocked(locked(self._path)) from error
            raise IndexError_(not_written(self._path, error)) from error

    def _register_tokenizers(self) -> None:
        for name, tokenizer in (
            ("terms", tantivy.Tokenizer.whitespace()),
            ("value", tantivy.Tokenizer.raw()),
        ):
            builder = tantivy.TextAnalyzerBuilder(tokenizer)
            # remove_long keeps what is shorter than its limit.
            builder = builder.filter(tantivy.Filter.remove_long(MAX_TERM_BYTES + 1))
            self._index.register_tokenizer(name, builder.build())

    # Reading

    def document_frequency(self, field: str, term: str) -> int:
        with self._reading():
            held = self._searcher.doc_freq(field, term)
            if not held or not self._removed:
                return held
            return _total(self._searcher, self._queries.term(field, term))

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        return sorted(self._terms(field, prefix))

    def _terms(self, field: str, prefix: str) -> list[tuple[str, int]]:
        """The same by frequency, the highest first, then by term."""
        # Counting under a filter takes three times as long, and counts no removed passage.
        present = Query.all_query() if self._removed else None
        with self._reading():
            found = self._searcher.terms_with_prefix(field, prefix, present)
        return [(term, count) for term, count in found if count] if self._removed else found

    def lexicon(self) -> Lexicon:
        if self._words is None or self._words[0] != self._generation:
            held = Lexicon.read(self._path / _LEXICON, self._generation) if self._path else None
            if held is None:
                held = Lexicon(self._terms(RAW_FIELDS["text"], ""), ranked=True)
            self._words = self._generation, held
        return self._words[1]

    def keys(self, plan: p.Plan) -> list[int]:
        return [key for key, _ in self.search(plan, limit=None, count=False).hits]

    def search(
        self, plan: p.Plan, *, limit: int | None, order: Order = "relevance", count: bool = True
    ) -> Found:
        query = self._queries.of(plan)
        held = len(self)
        limit = held if limit is None else min(limit, held)
        with self._reading():
            if limit <= 0:
                return Found([], _total(self._searcher, query) if count else None)
            if order != "relevance":
                return self._by_day(query, limit, count, newest=order == "newest")
            if scores(plan):
                return self._best(query, limit, count, plan)
            by_key, total = self._hits(query, limit, count, KEY, tantivy.Order.Asc)
            return Found([(key, 0.0) for key, _ in by_key], total)

    def facets(self, plan: p.Plan) -> dict[str, dict[str, int]] | None:
        fields = {**{field: f"{field}{SHOWN}" for field in FACET_FIELDS}, YEAR: YEAR}
        asked = {
            name: {"terms": {"field": field, "size": _MOST_VALUES}}
            for name, field in fields.items()
        }
        try:
            found: Any = self._searcher.aggregate(self._queries.of(plan), asked)
        except ValueError:
            return None  # there are more values than it counts
        if any(found[name]["sum_other_doc_count"] for name in fields):
            return None
        counts = {
            name: {one[KEY]: one["doc_count"] for one in found[name]["buckets"]} for name in fields
        }
        counts[YEAR] = {f"{int(year):04}": n for year, n in counts[YEAR].items()}
        return counts

    def scores(self, plans: Sequence[p.Plan], key: int) -> list[float | None]:
        one = self._queries.key(key)
        found: list[float | None] = []
        with self._reading():
            for plan in plans:
                hits, _ = self._hits(both(self._queries.of(plan), one), 1, False)
                found.append(hits[0][0] if hits else None)
        return found

    def added(self, plans: Sequence[p.Plan], keys: Sequence[int]) -> dict[int, float]:
        if not keys:
            return {}
        only = filtered(some(map(self._queries.key, keys)))
        # Under a plan that selects all passages, a pair of words is looked for until it is there
        # again, however far that is; and a union of plans is gone through from end to end.
        pairs = [
            plan for plan in plans if isinstance(plan, p.Phrase) and self._queries.most(plan) > _FAR
        ]
        gains = [self._queries.of(p.Plus(p.Every(), plan)) for plan in plans if plan not in pairs]
        alone = [every((only, self._queries.of(pair))) for pair in pairs]
        asked = some((every((only, *gains)), *alone))
        with self._reading():
            hits, _ = self._hits(asked, len(keys), False)
            scores = (score for score, _ in hits)
            return dict(zip(self._values(KEY, hits), scores, strict=True))

    def _hits(
        self,
        query: Query,
        limit: int,
        count: bool,
        field: str | None = None,
        order: tantivy.Order = tantivy.Order.Desc,
    ) -> tuple[list[tuple[Any, tantivy.DocAddress]], int | None]:
        """Hits with the scores, or with the values of the field that they are ordered by."""
        result: Any = self._searcher.search(query, limit, count, order_by_field=field, order=order)
        return result.hits, result.count if count else None

    def _values(self, field: str, hits: list[tuple[Any, tantivy.DocAddress]]) -> list[Any]:
        return self._searcher.fast_field_values(field, [address for _, address in hits])

    def _best(self, query: Query, limit: int, count: bool, plan: p.Plan | None = None) -> Found:
        """By score. Ties at the end are put in order as far as a thousand hits go.

        All that match are not counted at once: the best are found without going through them.
        """
        hits = self._first(query, limit + _TIES[0], plan)
        counted: int | Callable[[], int] | None = None
        if count:
            more = len(hits) == limit + _TIES[0]
            counted = partial(self._later, self._searcher, query) if more else len(hits)
        if len(hits) > limit:
            least = hits[limit - 1][0] * (1 - 1e-4)
            if len(hits) == limit + _TIES[0] and hits[-1][0] >= least:
                hits = self._first(query, limit + _TIES[1], plan)
            hits = [hit for hit in hits if hit[0] >= least]
        return Found(self._ranked(hits, limit), counted)

    def _first(
        self, query: Query, most: int, plan: p.Plan | None
    ) -> list[tuple[float, tantivy.DocAddress]]:
        """The best hits of a query, which may have been made of a plan.

        The best of plain words are found without going through all that have them. Those within a
        range of days, where much lies in it, are among the best of the words; and where a word may
        be meant otherwise, the best are of the words as they stand, or of what has another form.
        """
        match plan:
            case p.All() if apart := self._queries.apart(plan, most):
                words, days, wanted = apart
                hits = self._first(self._queries.of(words), wanted, words)
                dated = [
                    hit for hit, fits in zip(hits, self._dated(days, hits), strict=True) if fits
                ]
                if len(dated) >= most or len(hits) < wanted:
                    return dated[:most]
            case p.Some() if otherwise := self._queries.otherwise(plan):
                # The same passage scores more where its other form is counted, which comes last.
                hits = [hit for part in otherwise for hit in self._hits(part, most, False)[0]]
                once = {(hit[1].segment_ord, hit[1].doc): hit for hit in hits}
                return sorted(once.values(), key=_best_first)[:most]
        return self._hits(query, most, False)[0]

    def _dated(self, days: p.Days, hits: list[tuple[Any, tantivy.DocAddress]]) -> list[bool]:
        """Which of the hits lie within a range of days, by their slots."""
        low = 0 if days.low is None else days.low
        high = sys.maxsize if days.high is None else days.high
        slots = (
            [
                first is not None and low <= first and last <= high
                for first, last in zip(
                    self._values(start, hits), self._values(end, hits), strict=True
                )
            ]
            for start, end in SLOTS
        )
        return list(map(any, zip(*slots, strict=True)))

    def _later(self, searcher: tantivy.Searcher, query: Query) -> int:
        """How many passages match in the state of the index that a searcher shows."""
        with self._reading():
            return _total(searcher, query)

    def _ranked(
        self, hits: list[tuple[Any, tantivy.DocAddress]], limit: int | None
    ) -> list[tuple[int, float]]:
        keys = self._values(KEY, hits)
        return ranked(zip(keys, (score for score, _ in hits), strict=True), limit)

    def _by_day(self, query: Query, limit: int, count: bool, *, newest: bool) -> Found:
        """By day, then by score.

        tantivy gives either days or scores. The days come first; then the scores of all the
        passages before the last day that is needed, and of the best of that day.
        """
        order = tantivy.Order.Desc if newest else tantivy.Order.Asc
        by_day, total = self._hits(query, limit, count, DAY, order)
        if not by_day:
            return Found([], total)
        last = by_day[-1][0]
        dated = Query.exists_query(DAY)
        if last is None:
            before = both(query, dated)
            within = Query.boolean_query([(Occur.Must, query), (Occur.MustNot, dated)])
        else:
            low, high = (last + 1, None) if newest else (None, last - 1)
            before = both(query, self._queries.between(DAY, low, high))
            within = both(query, self._queries.between(DAY, last, last))
        hits, _ = self._hits(before, limit, False)
        day = dict(zip(self._values(KEY, hits), self._values(DAY, hits), strict=True))
        first = self._ranked(hits, None)
        first.sort(key=lambda hit: -day[hit[0]] if newest else day[hit[0]])
        # There are always some: the last day is that of a hit.
        rest = self._best(within, limit - len(first), False)
        return Found([*first, *rest.hits], total)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Say of every way in which tantivy fails over its files that they are damaged."""
        try:
            yield
        except IndexDamaged:
            raise
        except BaseException as error:
            # A panic of tantivy is no Exception, and its class cannot be imported.
            if isinstance(error, ValueError | OSError) or type(error).__name__ == "PanicException":
                raise IndexDamaged(
                    f"the search engine at {self._path} cannot be read: {_line(error)}; {REBUILD}"
                ) from error
            raise


def _total(searcher: tantivy.Searcher, query: Query) -> int:
    """How many passages a query selects."""
    result: Any = searcher.search(query, 1, True)
    return result.count or 0


def _best_first(hit: tuple[float, tantivy.DocAddress]) -> float:
    return -hit[0]


def _line(error: BaseException) -> str:
    return str(error).split("\n", 1)[0]
