"""The tantivy engine: plans become tantivy's queries.

A passage's *slots* are four numbers, the first and the last day of each of its two dates; the first
of them, ``from0``, is its *day*, by which it is sorted. Nothing is stored in tantivy: keys and days
are read from fast fields.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from ..errors import IndexDamaged, IndexError_, IndexLocked
from ..query import plan as p
from .base import (
    COUNTED_FIELDS,
    FACET_FIELDS,
    KEYWORD_FIELDS,
    MAX_TERM_BYTES,
    RAW_FIELDS,
    REBUILD,
    TEXT_FIELDS,
    EngineDocument,
    Found,
    Order,
    emptied,
    forms,
    locked,
    not_written,
    ranked,
    read_marker,
    write_marker,
)
from .lexicon import Lexicon

__all__ = ["TantivyEngine"]

_SLOTS = (("from0", "to0"), ("from1", "to1"))
_DAY = "from0"

_YEAR = "year"
_SHOWN = "_shown"
"""After the name of a tag field: the field of its values as they are shown, for counting."""

_MOST_VALUES = 60_000
"""Values of a field that tantivy counts; it refuses to make much more."""

_PRESENT = "present"
"""A field with the same term in every passage, to know how many are held with those removed."""

_LEXICON = "lexicon"
"""The file of the words."""

_FEW = 1000
"""Passages up to which little memory is taken for indexing."""

_MEMORY = 15_000_000, 128_000_000
"""Bytes that are filled before a segment is written: of few passages, and of more."""

_TIES = (90, 1000)
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
                self._index = tantivy.Index(_schema())
            elif create:
                emptied(path)
                self._index = tantivy.Index(_schema(), str(path))
                write_marker(path, 0)
            else:
                read_marker(path)
                self._index = tantivy.Index.open(str(path))
            # A search must see one generation: only refresh() moves on to another.
            self._index.config_reader("manual")
        self._schema = self._index.schema
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
        del self._searcher, self._index

    def refresh(self) -> None:
        with self._reading():
            marker = self._marker()
            self._index.reload()
            self._searcher = self._index.searcher()
            held = self._searcher.doc_freq(_PRESENT, "1")
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
                writer.delete_documents_by_term("key", key)
            # Where there was no passage, only one of this change can have the key of another.
            taken = -1 if not self._searcher.num_segments else sys.maxsize
            for document in chain(first, documents):
                if document.key <= taken:
                    writer.delete_documents_by_term("key", document.key)
                taken = max(taken, document.key)
                writer.add_document(_document(document))
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
            return self._total(self._term(field, term, 1.0))

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        # Counting under a filter takes three times as long, and counts no removed passage.
        present = Query.all_query() if self._removed else None
        with self._reading():
            found = self._searcher.terms_with_prefix(field, prefix, present)
        return sorted((term, count) for term, count in found if count)

    def lexicon(self) -> Lexicon:
        if self._words is None or self._words[0] != self._generation:
            held = self._path and Lexicon.read(self._path / _LEXICON, self._generation)
            self._words = self._generation, held or Lexicon(self.terms(RAW_FIELDS["text"]))
        return self._words[1]

    def keys(self, plan: p.Plan) -> list[int]:
        return [key for key, _ in self.search(plan, limit=None, count=False).hits]

    def search(
        self, plan: p.Plan, *, limit: int | None, order: Order = "relevance", count: bool = True
    ) -> Found:
        query = self._query(plan)
        held = len(self)
        limit = held if limit is None else min(limit, held)
        with self._reading():
            if limit <= 0:
                return Found([], self._total(query) if count else None)
            if order != "relevance":
                return self._by_day(query, limit, count, newest=order == "newest")
            if _scores(plan):
                return self._best(query, limit, count)
            by_key, total = self._hits(query, limit, count, "key", tantivy.Order.Asc)
            return Found([(key, 0.0) for key, _ in by_key], total)

    def facets(self, plan: p.Plan) -> dict[str, dict[str, int]] | None:
        fields = {**{field: f"{field}{_SHOWN}" for field in FACET_FIELDS}, _YEAR: _YEAR}
        asked = {
            name: {"terms": {"field": field, "size": _MOST_VALUES}}
            for name, field in fields.items()
        }
        try:
            found: Any = self._searcher.aggregate(self._query(plan), asked)
        except ValueError:
            return None  # there are more values than it counts
        if any(found[name]["sum_other_doc_count"] for name in fields):
            return None
        counts = {
            name: {one["key"]: one["doc_count"] for one in found[name]["buckets"]}
            for name in fields
        }
        counts[_YEAR] = {f"{int(year):04}": n for year, n in counts[_YEAR].items()}
        return counts

    def scores(self, plans: Sequence[p.Plan], key: int) -> list[float | None]:
        one = _filter(Query.term_query(self._schema, "key", key, "basic"))
        found: list[float | None] = []
        with self._reading():
            for plan in plans:
                both = Query.boolean_query([(Occur.Must, self._query(plan)), (Occur.Must, one)])
                hits, _ = self._hits(both, 1, False)
                found.append(hits[0][0] if hits else None)
        return found

    def added(self, plans: Sequence[p.Plan], keys: Sequence[int]) -> dict[int, float]:
        if not keys:
            return {}
        # Each plan selects all passages, or their union would be gone through from end to end.
        every = _filter(Query.all_query())
        each = [Query.term_query(self._schema, "key", key, "basic") for key in keys]
        only = _filter(Query.boolean_query([(Occur.Should, one) for one in each]))
        gains = [[(Occur.Must, every), (Occur.Should, self._query(plan))] for plan in plans]
        parts = [only, *map(Query.boolean_query, gains)]
        with self._reading():
            hits, _ = self._hits(
                Query.boolean_query([(Occur.Must, part) for part in parts]), len(keys), False
            )
            scores = (score for score, _ in hits)
            return dict(zip(self._values("key", hits), scores, strict=True))

    def _total(self, query: Query) -> int:
        return self._hits(query, 1, True)[1] or 0

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

    def _best(self, query: Query, limit: int, count: bool) -> Found:
        """By score. Ties at the end are put in order as far as a thousand hits go."""
        hits, total = self._hits(query, limit + _TIES[0], count)
        if len(hits) > limit:
            least = hits[limit - 1][0] * (1 - 1e-4)
            if len(hits) == limit + _TIES[0] and hits[-1][0] >= least:
                hits, _ = self._hits(query, limit + _TIES[1], False)
            hits = [hit for hit in hits if hit[0] >= least]
        return Found(self._ranked(hits, limit), total)

    def _ranked(
        self, hits: list[tuple[Any, tantivy.DocAddress]], limit: int | None
    ) -> list[tuple[int, float]]:
        keys = self._values("key", hits)
        return ranked(zip(keys, (score for score, _ in hits), strict=True), limit)

    def _by_day(self, query: Query, limit: int, count: bool, *, newest: bool) -> Found:
        """By day, then by score.

        tantivy gives either days or scores. The days come first; then the scores of all the
        passages before the last day that is needed, and of the best of that day.
        """
        order = tantivy.Order.Desc if newest else tantivy.Order.Asc
        by_day, total = self._hits(query, limit, count, _DAY, order)
        if not by_day:
            return Found([], total)
        last = by_day[-1][0]
        dated = Query.exists_query(_DAY)
        if last is None:
            before = _both(query, dated)
            within = Query.boolean_query([(Occur.Must, query), (Occur.MustNot, dated)])
        else:
            low, high = (last + 1, None) if newest else (None, last - 1)
            before = _both(query, self._range(_DAY, low, high))
            within = _both(query, self._range(_DAY, last, last))
        hits, _ = self._hits(before, limit, False)
        day = dict(zip(self._values("key", hits), self._values(_DAY, hits), strict=True))
        first = self._ranked(hits, None)
        first.sort(key=lambda hit: -day[hit[0]] if newest else day[hit[0]])
        # There are always some: the last day is that of a hit.
        rest = self._best(within, limit - len(first), False)
        return Found([*first, *rest.hits], total)

    # Plans

    def _query(self, plan: p.Plan) -> Query:
        match plan:
            case p.Term():
                return self._term(plan.field, plan.term, plan.weight)
            case p.Phrase():
                return self._phrase(plan)
            case p.Keyword():
                if len(plan.values) == 1:
                    return _filter(self._term(plan.field, plan.values[0], 1.0))
                return _filter(Query.term_set_query(self._schema, plan.field, plan.values))
            case p.Days():
                return self._days(plan)
            case p.Every():
                return _filter(Query.all_query())
            case p.Nothing():
                return Query.empty_query()
            case p.Some():
                return Query.boolean_query([(Occur.Should, self._query(c)) for c in plan.children])
            case p.Best():
                return Query.disjunction_max_query([self._query(c) for c in plan.children])
            case p.All():
                return Query.boolean_query([(Occur.Must, self._query(c)) for c in plan.children])
            case p.Without():
                child, unless = self._query(plan.child), self._query(plan.unless)
                return Query.boolean_query([(Occur.Must, child), (Occur.MustNot, unless)])
            case p.Plus():
                child, more = self._query(plan.child), self._query(plan.more)
                return Query.boolean_query([(Occur.Must, child), (Occur.Should, more)])

    def _term(self, field: str, term: str, weight: float) -> Query:
        query = Query.term_query(self._schema, field, term, _index_option(field))
        return query if weight == 1.0 else Query.boost_query(query, weight)

    def _phrase(self, phrase: p.Phrase) -> Query:
        if len(phrase.terms) == 1:
            return self._term(phrase.field, phrase.terms[0][1], phrase.weight)
        # tantivy's own slop lets terms change places and scores by the slop that is used.
        queries = [
            Query.phrase_query(self._schema, phrase.field, list(form)) for form in forms(phrase)
        ]
        query = queries[0] if len(queries) == 1 else Query.disjunction_max_query(queries)
        return query if phrase.weight == 1.0 else Query.boost_query(query, phrase.weight)

    def _days(self, days: p.Days) -> Query:
        if days.low is None and days.high is None:
            return _filter(Query.exists_query(_DAY))
        either = []
        for start, end in _SLOTS:
            slot = []
            if days.low is not None:
                slot.append(self._range(start, days.low, None))
            if days.high is not None:
                slot.append(self._range(end, None, days.high))
            either.append((Occur.Should, slot[0] if len(slot) == 1 else _both(*slot)))
        return _filter(Query.boolean_query(either))

    def _range(self, field: str, low: int | None, high: int | None) -> Query:
        kind = tantivy.FieldType.Integer
        return Query.range_query(self._schema, field, kind, low, high)

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


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in TEXT_FIELDS:
        builder.add_text_field(field, tokenizer_name="terms", index_option="position")
    for field in COUNTED_FIELDS:
        builder.add_text_field(field, tokenizer_name="terms", index_option="freq")
    for field in (*KEYWORD_FIELDS, _PRESENT):
        builder.add_text_field(field, tokenizer_name="value", index_option="basic")
    for field in FACET_FIELDS:
        builder.add_text_field(
            f"{field}{_SHOWN}", tokenizer_name="raw", index_option="basic", fast=True
        )
    builder.add_integer_field(_YEAR, fast=True)
    builder.add_integer_field("key", indexed=True, fast=True)
    for field in (field for slot in _SLOTS for field in slot):
        builder.add_integer_field(field, indexed=True, fast=True)
    return builder.build()


def _index_option(field: str) -> str:
    if field in TEXT_FIELDS:
        return "position"
    return "freq" if field in COUNTED_FIELDS else "basic"


def _document(document: EngineDocument) -> tantivy.Document:
    # Always the typed methods: a value of another type than its field's kills a writer's thread.
    made = tantivy.Document()
    for field, values in document.text.items():
        for terms in values:
            made.add_text(field, terms)
    for field, keys in document.keywords.items():
        for key in keys:
            made.add_text(field, key)
    for field, shown in document.facets.items():
        for value in dict.fromkeys(shown):
            made.add_text(f"{field}{_SHOWN}", value)
    if document.year is not None:
        made.add_integer(_YEAR, document.year)
    made.add_text(_PRESENT, "1")
    made.add_integer("key", document.key)
    for (start, end), (low, high) in zip(_SLOTS, document.dates, strict=False):
        made.add_integer(start, low)
        made.add_integer(end, high)
    return made


def _scores(plan: p.Plan) -> bool:
    """Whether the plan gives any passage a score other than 0."""
    match plan:
        case p.Term() | p.Phrase():
            return True
        case p.Some() | p.Best() | p.All():
            return any(map(_scores, plan.children))
        case p.Without():
            return _scores(plan.child)
        case p.Plus():
            return _scores(plan.child) or _scores(plan.more)
    return False


def _filter(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _both(query: Query, condition: Query) -> Query:
    return Query.boolean_query([(Occur.Must, query), (Occur.Must, _filter(condition))])


def _line(error: BaseException) -> str:
    return str(error).split("\n", 1)[0]
