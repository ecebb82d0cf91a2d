"""Searching: a query is read, lowered to a plan, run by the engine, and its hits are dressed.

The engine ranks by the words; what only the catalog knows is added in :mod:`searchkit.ordering`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from . import analysis, dates, feedback, highlight, ordering, refining
from .engines.base import Engine, Found
from .errors import IndexError_, NotFound, QueryError
from .explanations import Explanation, Reason
from .ordering import Compared, Ranked
from .query import expand
from .query.nodes import Diagnostic
from .query.parser import parse
from .query.plan import All, Days, Every, Keyword, Nothing, Plan
from .query.reading import weighed
from .records import Document, Hit, Match, Passage, Snippet, Statement
from .refining import selecting
from .request import Filters, Options
from .results import Results, Synonyms, corrected
from .rows import with_names
from .similar import like
from .storage import Catalog
from .thesaurus import Thesaurus
from .vocabulary import CollectionVocabulary

if TYPE_CHECKING:
    from .names import Names

__all__ = ["Matching", "Searcher", "synonyms_of"]


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a query and its filters were read."""

    plan: Plan
    diagnostics: tuple[Diagnostic, ...] = ()
    read_as: str | None = None
    widened: tuple[expand.Widened, ...] = ()
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found, in order; ``passages`` holds those that can be shown, by key.

    ``leading`` are the passages that feedback compared; ``others`` is, of a passage that stands for
    its document, how many more of that document were found.
    """

    ranked: Sequence[Ranked]
    passages: Mapping[int, Passage]
    total: Callable[[], int]
    by_score: bool
    leading: Mapping[int, Compared]
    speakers: set[str]
    others: Mapping[int, int] | None


@dataclass(frozen=True, slots=True)
class Matching:
    """The keys of all passages that match, and how the query was read.

    ``speakers`` are the keys of the names under which a speaker was asked for.
    """

    keys: Sequence[int]
    speakers: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()
    read_as: str | None = None
    suggestion: str | None = None


class Searcher:
    """One index's catalog, engine and thesaurus, put to work for a query.

    Args:
        ask: puts a question to the searcher that the index has by then.
    """

    def __init__(
        self,
        catalog: Catalog,
        engine: Engine,
        thesaurus: Callable[[], Thesaurus],
        name_index: Callable[[], Names],
        ask: Callable[[Callable[[Searcher], Explanation]], Explanation],
    ) -> None:
        self._ask = ask
        self._catalog = catalog
        self._engine = engine
        self._thesaurus = thesaurus
        self._vocabulary = CollectionVocabulary(catalog, engine, name_index)
        self._renamed: tuple[Mapping[str, str], Set[str]] | None = None

    def search(self, query: str, filters: Filters, options: Options) -> Results:
        """See :meth:`searchkit.Index.search`."""
        options.check()
        reading = self._read(query, filters, options)
        plan = reading.plan
        found = self._ranked(plan, options)
        shown = found.ranked[options.offset : options.offset + options.limit]
        later: dict[str, Callable[[], Any]] = {"total": found.total}
        few = len(found.ranked) < 3 and found.total() in (1, 2)
        if reading.suggestion is None and few and not options.exact:
            later["suggestion"] = self._vocabulary.respelling(query, highlight.leaves(plan))
        return Results(
            query=query,
            hits=tuple(self._hits(shown, found, plan, options.offset)),
            documents=None if found.others is None else len(found.others),
            diagnostics=reading.diagnostics,
            read_as=reading.read_as,
            suggestion=reading.suggestion,
            facets=self._facets(plan) if options.facets else None,
            plan=plan,
            synonyms_used=tuple(
                Synonyms(w.typed, w.label, w.variants, w.narrower, w.related)
                for w in reading.widened
            ),
            later=later,
        )

    def similar(self, name: str, options: Options) -> Results:
        """See :meth:`searchkit.Index.similar`."""
        options.check()
        one = self._catalog.passage(name)
        passages = [one[1]] if one else self._catalog.passages_of(name)
        if not passages:
            raise NotFound(
                f"no passage or document {name!r} in the index: search results show ids, and "
                '"searchkit documents" lists the documents'
            )
        own = [self._catalog.passage(passage.id) for passage in passages]
        plan = like(passages, self._engine)
        found = self._ranked(plan, options, besides={held[0] for held in own if held})
        shown = found.ranked[options.offset : options.offset + options.limit]
        return Results(
            query=name,
            hits=tuple(self._hits(shown, found, plan, options.offset)),
            documents=None if found.others is None else len(found.others),
            plan=plan,
            words=tuple(leaf.typed for leaf in highlight.leaves(plan)),
            later={"total": found.total},
        )

    def rank(self, query: str, options: Options) -> list[tuple[str, float]]:
        """See :meth:`searchkit.Index.rank`."""
        options.check()
        plan = self._read(query, Filters(), options).plan
        hits = self._best(plan, limit=options.limit, count=False).hits
        ranked = [Ranked(*hit) for hit in hits]
        if options.ranking == "feedback":
            ranked = ordering.fed(ranked, self._compared(hits))
        ids = self._catalog.ids([one.key for one in ranked])
        return [(ids[one.key], one.score) for one in ranked if one.key in ids]

    def _read(self, query: str, filters: Filters, options: Options) -> _Reading:
        parsed = parse(query, syntax=options.syntax)
        asked = [(tree, "") for tree in filters.nodes()]
        if parsed.tree is not None:
            asked.insert(0, (parsed.tree, query))
        if not asked:
            said = "; ".join(d.message for d in parsed.diagnostics)
            raise QueryError(said or 'nothing to search for: write a word, as in "peace treaty"')
        everyday: Callable[[str], Sequence[str]] | None = None
        if options.wordnet:
            from .wordnet import synonyms

            everyday = synonyms
        lowered = [
            expand.lower(
                tree,
                query=text,
                vocabulary=self._vocabulary,
                thesaurus=self._thesaurus() if options.synonyms or not text else None,
                exact=options.exact,
                ranked=options.sort == "relevance" and options.ranking != "bm25",
                everyday=everyday,
                unfinished=options.unfinished,
            )
            for tree, text in asked
        ]
        diagnostics = (*parsed.diagnostics, *(d for one in lowered for d in one.diagnostics))
        plans = tuple(one.plan for one in lowered)
        plan = plans[0] if len(plans) == 1 else All(plans)
        return _Reading(
            plan=weighed(plan, options.weights) if options.weights else plan,
            diagnostics=diagnostics,
            read_as=lowered[0].read_as,
            widened=lowered[0].widened,
            suggestion=corrected(query, diagnostics),
        )

    def _ranked(self, plan: Plan, options: Options, besides: Set[int] = frozenset()) -> _Found:
        """The passages that the plan finds, in the order asked for; some are left out by key."""
        by_score = options.sort == "relevance"
        conditions = list(ordering.conditions(plan))
        speakers = {v for c in conditions if c.field == "speaker" for v in c.values}
        scored = any(True for _ in highlight.leaves(plan))
        fed = by_score and scored and options.ranking == "feedback"
        spoken = by_score and scored and bool(speakers) and self._catalog.speaks
        dressed = by_score and bool(options.fresh or ((speakers or conditions) and not scored))
        reordered = spoken or dressed
        least = ordering.WINDOW if reordered else feedback.WINDOW if fed else 0
        wanted = options.offset + options.limit
        limit = None if options.group else max(wanted, least) + len(besides)
        if by_score:
            found = self._best(plan, limit=limit, count=True)
        else:
            found = self._engine.search(plan, limit=limit, order=options.sort)
        hits = [hit for hit in found.hits if hit[0] not in besides] if besides else found.hits
        ranked = [Ranked(*hit) for hit in hits]
        leading = self._compared(hits) if fed else {}
        if fed:
            ranked = ordering.fed(ranked, leading)
        passages: dict[int, Passage] = {}
        if reordered:
            first, later = ranked[: ordering.WINDOW], ranked[ordering.WINDOW :]
            if dressed:
                passages = self._catalog.passages([one.key for one in first])
                first = [one for one in first if one.key in passages]
            if not scored:
                first = ordering.by_share(first, passages, plan)
            if options.fresh and (newest := self._newest()):
                first = ordering.fresh(first, passages, options.fresh, newest)
            if spoken:
                load = partial(self._loaded, passages)
                enough = len(first) if options.group else wanted
                first = ordering.by_speaker(first, load, speakers, plan, wanted=enough)
            ranked = first + later
        others = None
        if options.group:
            documents = self._catalog.documents_of([one.key for one in ranked])
            ranked, others = _grouped(ranked, documents)
        shown = [one.key for one in ranked[options.offset : wanted]]
        passages |= self._catalog.passages([key for key in shown if key not in passages])

        def total() -> int:
            return max(0, (found.total or 0) - len(besides))

        return _Found(ranked, passages, total, by_score, leading, speakers, others)

    def _best(self, plan: Plan, *, limit: int | None, count: bool) -> Found:
        having = self._vocabulary.document_frequency
        return refining.search(self._engine, plan, having, limit=limit, count=count)

    def _compared(self, hits: Sequence[tuple[int, float]]) -> dict[int, Compared]:
        """What feedback compares: the first of the hits, by key."""
        first = hits[: feedback.WINDOW]
        texts = self._catalog.wordings([key for key, _ in first])
        return {key: (score, texts[key]) for key, score in first if key in texts}

    def _loaded(self, passages: dict[int, Passage], keys: Sequence[int]) -> Mapping[int, Passage]:
        """``passages`` with those of the keys among them in which somebody says something."""
        passages |= self._catalog.spoken([key for key in keys if key not in passages])
        return passages

    def _newest(self) -> int | None:
        """The last day that a passage is dated with, of those that know one."""
        dated = self._engine.search(Days(None, None), limit=1, order="newest", count=False).hits
        passage = self._catalog.passages([key for key, _ in dated]) if dated else {}
        bounds = [dates.bounds(one.date) for one in passage.values() if one.date]
        return next((days[0] for days in bounds if days), None)

    def _hits(
        self, ranked: Sequence[Ranked], found: _Found, plan: Plan, offset: int
    ) -> Iterator[Hit]:
        passages = found.passages
        highlighter = highlight.highlighter(plan)
        ranked = [one for one in ranked if one.key in passages]
        ids = {passages[one.key].document for one in ranked if passages[one.key].document}
        documents = self._catalog.documents(ids)
        names = self._catalog.canonical(ids)
        others = found.others
        explain = partial(
            self._why, {}, self._engine.generation, plan, found.leading, found.by_score
        )
        said: Sequence[tuple[int, int]] = ()
        for rank, one in enumerate(ranked, start=offset + 1):
            stored = passages[one.key]
            passage = with_names(stored, names)
            document = documents.get(passage.document)
            # Whose words a title counts as: see searchkit.rows.Stored.
            titled = passage.document not in documents or passage.section == "0"
            if document is None:
                name = passage.document or passage.id
                document = Document(name, passage.title, passage.date)
            if found.speakers:
                said = [_within(stored, s) for s in ordering.said_by(stored, found.speakers)]
            score = _six_places(one.score)
            yield Hit.found(
                rank=rank,
                score=score,
                passage=passage,
                document=document,
                others=None if others is None else others[one.key],
                why=partial(explain, one, score, stored),
                shows=partial(_shown, highlighter, passage, document.title, said, titled),
            )

    def _why(
        self,
        told: dict[int, Explanation],
        generation: int,
        plan: Plan,
        leading: Mapping[int, Compared],
        by_score: bool,
        one: Ranked,
        score: float,
        passage: Passage,
    ) -> Explanation:
        """What explains a hit when it is asked to, as long as the index stays as it is.

        ``told`` are the explanations that have been asked for, by key.
        """

        def because(searcher: Searcher) -> Explanation:
            if searcher._engine.generation != generation:
                raise IndexError_("the index has changed since this search: search again")
            return searcher._explained(one, score, passage, plan, leading, by_score=by_score)

        if one.key not in told:
            told[one.key] = self._ask(because)
        return told[one.key]

    def _explained(
        self,
        one: Ranked,
        score: float,
        passage: Passage,
        plan: Plan,
        leading: Mapping[int, Compared],
        *,
        by_score: bool,
    ) -> Explanation:
        from .explaining import explained, shared

        if by_score:
            having = self._vocabulary.document_frequency
            plan = refining.ranking(self._engine, plan, having, one.key)
        first = self._catalog.passages_of(passage.document) if passage.document else [passage]
        gains = [
            Reason(kind, gain, found=shared(leading, one.key) if kind == "likeness" else found)
            for kind, gain, found in one.gains
        ]
        titled = first[0].id == passage.id
        return explained(
            self._engine, plan, one.key, passage, titled=titled, score=score, gains=gains
        )

    def _facets(self, plan: Plan) -> dict[str, list[tuple[str, int]]]:
        plan = selecting(plan)
        counted = self._engine.facets(plan)
        if counted is None:
            keys = self._engine.keys(plan)
            return {
                "speaker": [row[:2] for row in self._catalog.tag_counts("speakers", keys)],
                "topic": [row[:2] for row in self._catalog.tag_counts("topics", keys)],
                "year": self._catalog.year_counts(keys),
            }
        return {
            "speaker": _most_first(self._speakers(plan, counted["speaker"])),
            "topic": _most_first(counted["topic"]),
            "year": sorted(counted["year"].items()),
        }

    def _speakers(self, plan: Plan, counted: Mapping[str, int]) -> Mapping[str, int]:
        """Passages by canonical name, from those by the names that stand in them."""
        if self._renamed is None:
            self._renamed = self._catalog.renamed()
        canonical, unsure = self._renamed
        found: Counter[str] = Counter()
        for name, passages in counted.items():
            if name not in unsure:
                found[canonical.get(name, name)] += passages
        names = sorted(unsure & counted.keys())
        if names:
            meant = tuple(sorted({analysis.key(name) for name in names}))
            keys = self._engine.keys(All((plan, Keyword("speaker", meant))))
            for name, passages, _ in self._catalog.tag_counts("speakers", keys, names=names):
                found[name] += passages
        return found

    def keys_with_topic(self, topic: str) -> Sequence[int]:
        """Keys of the passages on a topic, named as in ``topic:...``.

        Raises:
            QueryError: the collection has no such topic.
        """
        reading = self._read("", Filters(topic=topic), Options(exact=True))
        if isinstance(reading.plan, Nothing):
            raise QueryError("; ".join(d.message for d in reading.diagnostics))
        return self._engine.keys(selecting(reading.plan))

    def matching(self, query: str, filters: Filters, options: Options) -> Matching:
        """All passages that answer, without rank; every passage where nothing is asked."""
        if not query.strip() and not filters:
            return Matching(self._engine.keys(Every()))
        reading = self._read(query, filters, options)
        return Matching(
            keys=self._engine.keys(selecting(reading.plan)),
            speakers=frozenset(
                value
                for condition in ordering.conditions(reading.plan)
                if condition.field == "speaker"
                for value in condition.values
            ),
            diagnostics=reading.diagnostics,
            read_as=reading.read_as,
            suggestion=reading.suggestion,
        )


def _most_first(counted: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def _shown(
    highlighter: highlight.Highlighter,
    passage: Passage,
    title: str,
    said: Sequence[tuple[int, int]],
    titled: bool,
    what: str,
) -> Snippet | tuple[Match, ...]:
    """The ``snippet`` of a passage, in which ``said`` is liked best, or what is ``matched``."""
    if what == "snippet":
        return highlighter.snippet(passage.text, prefer=said)
    lines = (title, *passage.headings) if titled else passage.headings
    return highlighter.matched(passage.text, lines, title=title)


def _six_places(score: float) -> float:
    """A score as it is shown, for a third of what :func:`round` takes over decimals."""
    return round(score * 1e6) / 1e6


def _within(passage: Passage, statement: Statement) -> tuple[int, int]:
    return statement.start - passage.start, statement.end - passage.start


def _grouped(
    ranked: Sequence[Ranked], documents: Mapping[int, str]
) -> tuple[list[Ranked], dict[int, int]]:
    """The first passage of each document, with how many more there are by its key."""
    first: dict[str, Ranked] = {}
    found: Counter[str] = Counter()
    for one in ranked:
        if one.key in documents:
            first.setdefault(documents[one.key], one)
            found[documents[one.key]] += 1
    return list(first.values()), {one.key: found[d] - 1 for d, one in first.items()}


def synonyms_of(thesaurus: Thesaurus, term: str | None) -> list[Synonyms]:
    """What the thesaurus knows of ``term``, or every concept with all its forms."""
    if term is None:
        return [
            Synonyms(
                term=concept.label,
                label=concept.label,
                variants=(*concept.variants, *concept.typed),
                narrower=tuple(form for group in concept.narrower for form in group),
                related=concept.related,
            )
            for concept in thesaurus
        ]
    return [
        Synonyms(
            term=found.variant,
            label=found.concept.label,
            variants=tuple(s.text for s in thesaurus.synonyms(found) if s.kind == "equal"),
            narrower=tuple(s.text for s in thesaurus.synonyms(found) if s.kind == "narrower"),
            related=tuple(s.text for s in thesaurus.synonyms(found) if s.kind == "related"),
        )
        for found in thesaurus.find(analysis.terms(term))
    ]
