"""Searching: a query is read, lowered to a plan, run by the engine, and its hits are dressed.

The engine ranks by the words. Two things only the catalog knows are added here, over the first
:data:`WINDOW` passages of the engine: with a speaker asked for, passages in which that speaker
says the words come before those where somebody else does; and where nothing but conditions was
asked (``speaker:ivanov``), passages are ordered by how much of them the condition is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from math import prod
from typing import TYPE_CHECKING, Literal

from . import analysis, dates, feedback, highlight
from .engines.base import RAW_FIELDS, Engine, Order
from .errors import QueryError
from .query import expand
from .query.nodes import Diagnostic, Node, Phrase, Range
from .query.parser import parse
from .query.plan import (
    All,
    Best,
    Keyword,
    Nothing,
    Plan,
    Plus,
    Some,
    Term,
    Without,
)
from .records import Document, Hit, Passage, Statement
from .results import Results, Synonyms, Timeline, TimelineRow, corrected
from .rows import tag_values, with_names
from .storage import Catalog
from .thesaurus import Thesaurus
from .vocabulary import CollectionVocabulary

if TYPE_CHECKING:
    from .names import NameIndex

__all__ = ["WINDOW", "Filters", "Ranking", "Searcher", "synonyms_of"]

Ranking = Literal["feedback", "words", "bm25"]
"""How passages are ordered by relevance, see docs/ranking.md."""

WINDOW = 500
"""How many of the engine's best passages are ordered by who speaks; the others follow."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions beside the query, each as if it stood in it with its field's name."""

    speaker: str | None = None
    topic: str | None = None
    person: str | None = None
    country: str | None = None
    doc: str | None = None
    since: str | None = None
    until: str | None = None

    def nodes(self) -> Iterator[Node]:
        """The conditions as query trees.

        Raises:
            QueryError: a date that does not exist.
        """
        for field in ("speaker", "topic", "person", "country", "doc"):
            value = getattr(self, field)
            if value is not None:
                yield Phrase(text=value, slop=0, field=field, span=(0, 0))
        if self.since is not None or self.until is not None:
            low, high = _day(self.since, 0), _day(self.until, 1)
            if low is not None and high is not None and low > high:
                raise QueryError(f"{self.since} is later than {self.until}: turn the dates round")
            yield Range(field="date", low=low, high=high, span=(0, 0))

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) is not None for field in fields(self))


def _day(date: str | None, end: Literal[0, 1]) -> int | None:
    if date is None:
        return None
    try:
        days = dates.bounds(date)
    except ValueError as error:
        raise QueryError(str(error)) from None
    if days is None:
        raise QueryError(f"{date!r} has no year: write 2002, 2002-06 or 2002-06-13")
    return days[end]


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a query and its filters were read."""

    plan: Plan
    diagnostics: tuple[Diagnostic, ...]
    read_as: str | None
    widened: tuple[expand.Widened, ...]
    suggestion: str | None


class Searcher:
    """One index's catalog, engine and thesaurus, put to work for a query."""

    def __init__(
        self,
        catalog: Catalog,
        engine: Engine,
        thesaurus: Callable[[], Thesaurus],
        name_index: Callable[[], NameIndex],
    ) -> None:
        self._catalog = catalog
        self._engine = engine
        self._thesaurus = thesaurus
        self._vocabulary = CollectionVocabulary(catalog, engine, name_index)

    def search(
        self,
        query: str,
        filters: Filters,
        *,
        limit: int,
        offset: int,
        sort: Order,
        ranking: Ranking,
        synonyms: bool,
        exact: bool,
        syntax: Literal["lucene", "plain"],
        facets: bool,
    ) -> Results:
        """See :meth:`searchkit.Index.search`."""
        if limit < 1 or offset < 0:
            wrong = f"limit is {limit}" if limit < 1 else f"offset is {offset}"
            raise QueryError(f"{wrong}: ask for at least 1 passage, from 0 on")
        for name, value, known in (
            ("sort", sort, ("relevance", "newest", "oldest")),
            ("ranking", ranking, ("feedback", "words", "bm25")),
            ("syntax", syntax, ("lucene", "plain")),
        ):
            if value not in known:
                raise QueryError(f"{name} is {value!r}: it can be {', '.join(known)}")
        reading = self._read(
            query,
            filters,
            synonyms=synonyms,
            exact=exact,
            syntax=syntax,
            ranked=sort == "relevance" and ranking != "bm25",
        )
        plan = reading.plan
        conditions = list(_conditions(plan))
        speakers = {v for c in conditions if c.field == "speaker" for v in c.values}
        scored = any(True for _ in highlight.leaves(plan))
        reordered = sort == "relevance" and bool(speakers or (conditions and not scored))
        fed = sort == "relevance" and scored and ranking == "feedback"
        wanted = offset + limit
        least = WINDOW if reordered else feedback.WINDOW if fed else 0
        found = self._engine.search(plan, limit=max(wanted, least), order=sort)
        passages = self._catalog.passages([key for key, _ in found.hits])
        ranked = [(passages[key], score) for key, score in found.hits if key in passages]
        if fed:
            ranked = _fed(ranked)
        if reordered:
            first, later = ranked[:WINDOW], ranked[WINDOW:]
            if scored:
                said = _by_speaker(speakers, plan)
                first.sort(key=lambda pair: not said(pair[0]))
            else:
                first = [(passage, _share(passage, plan)) for passage, _ in first]
                first.sort(key=lambda pair: -pair[1])
            ranked = first + later
        return Results(
            query=query,
            hits=tuple(self._hits(ranked[offset:wanted], plan, speakers, offset)),
            total=found.total or 0,
            diagnostics=reading.diagnostics,
            read_as=reading.read_as,
            suggestion=reading.suggestion
            or (self._commoner(query, plan) if found.total in (1, 2) and not exact else None),
            facets=self._facets(plan) if facets else None,
            plan=plan,
            synonyms_used=tuple(
                Synonyms(w.typed, w.label, w.variants, w.narrower, w.related)
                for w in reading.widened
            ),
        )

    def rank(
        self,
        query: str,
        *,
        limit: int,
        ranking: Ranking,
        synonyms: bool,
        syntax: Literal["lucene", "plain"],
    ) -> list[tuple[str, float]]:
        """See :meth:`searchkit.Index.rank`."""
        plan = self._read(
            query,
            Filters(),
            synonyms=synonyms,
            exact=False,
            syntax=syntax,
            ranked=ranking != "bm25",
        ).plan
        hits = self._engine.search(plan, limit=limit, count=False).hits
        known = feedback.WINDOW if ranking == "feedback" else 0
        passages = self._catalog.passages([key for key, _ in hits[:known]])
        first = _fed([(passages[key], score) for key, score in hits[:known] if key in passages])
        ids = self._catalog.ids([key for key, _ in hits[known:]])
        return [
            *((passage.id, score) for passage, score in first),
            *((ids[key], score) for key, score in hits[known:] if key in ids),
        ]

    def _read(
        self,
        query: str,
        filters: Filters,
        *,
        synonyms: bool,
        exact: bool,
        syntax: Literal["lucene", "plain"] = "lucene",
        ranked: bool = False,
    ) -> _Reading:
        parsed = parse(query, syntax=syntax)
        asked = [(tree, "") for tree in filters.nodes()]
        if parsed.tree is not None:
            asked.insert(0, (parsed.tree, query))
        if not asked:
            said = "; ".join(d.message for d in parsed.diagnostics)
            raise QueryError(said or 'nothing to search for: write a word, as in "peace treaty"')
        lowered = [
            expand.lower(
                tree,
                query=text,
                vocabulary=self._vocabulary,
                thesaurus=self._thesaurus() if synonyms or not text else None,
                exact=exact,
                ranked=ranked,
            )
            for tree, text in asked
        ]
        plans = tuple(low.plan for low in lowered)
        diagnostics = (*parsed.diagnostics, *(d for low in lowered for d in low.diagnostics))
        return _Reading(
            plan=plans[0] if len(plans) == 1 else All(plans),
            diagnostics=diagnostics,
            read_as=lowered[0].read_as,
            widened=lowered[0].widened,
            suggestion=corrected(query, diagnostics),
        )

    def _hits(
        self,
        ranked: Sequence[tuple[Passage, float]],
        plan: Plan,
        speakers: set[str],
        offset: int,
    ) -> Iterator[Hit]:
        ids = {passage.document for passage, _ in ranked if passage.document}
        documents = self._catalog.documents(ids)
        names = self._catalog.canonical(ids)
        for rank, (stored, score) in enumerate(ranked, start=offset + 1):
            passage = with_names(stored, names)
            document = documents.get(passage.document) or Document(
                id=passage.document or passage.id, title=passage.title, date=passage.date
            )
            said = [_within(passage, s) for s in _said_by(stored, speakers)]
            # Whose words a title counts as: see searchkit.rows.Stored.
            titled = passage.document not in documents or passage.section == "0"
            lines = (document.title, *passage.headings) if titled else passage.headings
            yield Hit(
                rank=rank,
                score=round(score, 6),
                passage=passage,
                document=document,
                snippet=highlight.snippet(passage.text, plan, prefer=said),
                matched=highlight.matched(passage.text, lines, plan, title=document.title),
            )

    def _commoner(self, query: str, plan: Plan) -> str | None:
        """The query with a word that hardly occurs spelt as one that occurs often."""
        from .query.spelling import nearest

        for leaf in highlight.leaves(plan):
            if not isinstance(leaf, Term) or leaf.via is not None or leaf.field != "text":
                continue
            rare = self._engine.document_frequency(leaf.field, leaf.term)
            often = ((w, n) for w, n in self._engine.terms(RAW_FIELDS["text"]) if n >= 10 * rare)
            near = nearest(leaf.typed, often)
            if near is not None and near not in analysis.analyse(leaf.typed)[1]:
                return re.sub(rf"\b{re.escape(leaf.typed)}\b", near, query, count=1)
        return None

    def _facets(self, plan: Plan) -> dict[str, list[tuple[str, int]]]:
        keys = self._engine.keys(plan)
        return {
            "speaker": [row[:2] for row in self._catalog.tag_counts("speakers", keys)],
            "topic": [row[:2] for row in self._catalog.tag_counts("topics", keys)],
            "year": self._catalog.year_counts(keys),
        }

    def keys_with_topic(self, topic: str) -> Sequence[int]:
        """Keys of the passages on a topic, named as in ``topic:...``.

        Raises:
            QueryError: the collection has no such topic.
        """
        reading = self._read("", Filters(topic=topic), synonyms=True, exact=False)
        if isinstance(reading.plan, Nothing):
            raise QueryError("; ".join(d.message for d in reading.diagnostics))
        return self._engine.keys(reading.plan)

    def timeline(self, query: str, filters: Filters, *, synonyms: bool, exact: bool) -> Timeline:
        """See :meth:`searchkit.Index.timeline`."""
        reading = self._read(query, filters, synonyms=synonyms, exact=exact)
        keys = self._engine.keys(reading.plan)
        counts = list(self._catalog.speaker_counts(keys))
        documents = self._catalog.documents({place for place, _, _ in counts})
        for place in {place for place, _, _ in counts} - documents.keys():
            documents[place] = self._own(place)
        rows = [TimelineRow(documents[d].date, documents[d], who, n) for d, who, n in counts]
        rows.sort(key=lambda r: (_order(r.date), r.document.id, -r.passages, r.speaker))
        return Timeline(
            query=query,
            rows=tuple(rows),
            total=len(keys),
            diagnostics=reading.diagnostics,
            read_as=reading.read_as,
            suggestion=reading.suggestion,
        )

    def _own(self, place: str) -> Document:
        """What passages of the user's own stand in: their document, or the passage itself."""
        found = self._catalog.passage(place)
        passage = found[1] if found else self._catalog.passages_of(place)[0]
        return Document(id=place, title=passage.title, date=passage.date)


def _order(date: str | None) -> tuple[bool, str]:
    return date is None or date.startswith("--"), date or ""


def _fed(ranked: Sequence[tuple[Passage, float]]) -> list[tuple[Passage, float]]:
    """The passages, the first of them ranked anew by feedback."""
    first = ranked[: feedback.WINDOW]
    scores = feedback.rescored(
        [score for _, score in first],
        [(passage.title, *passage.headings, passage.text) for passage, _ in first],
    )
    order = sorted(range(len(first)), key=lambda place: -scores[place])
    return [*((first[place][0], scores[place]) for place in order), *ranked[len(first) :]]


def _conditions(plan: Plan) -> Iterator[Keyword]:
    """The tag conditions that every hit meets in part or in whole; exclusions aside."""
    if isinstance(plan, Keyword):
        yield plan
    elif isinstance(plan, Some | Best | All):
        for child in plan.children:
            yield from _conditions(child)
    elif isinstance(plan, Without | Plus):
        yield from _conditions(plan.child)


def _said_by(passage: Passage, speakers: set[str]) -> list[Statement]:
    return [s for s in passage.statements if analysis.key(s.speaker) in speakers]


def _within(passage: Passage, statement: Statement) -> tuple[int, int]:
    return statement.start - passage.start, statement.end - passage.start


def _by_speaker(speakers: set[str], plan: Plan) -> Callable[[Passage], bool]:
    """Whether one of the speakers says a word of the query in the passage."""

    def said(passage: Passage) -> bool:
        spans = [_within(passage, s) for s in _said_by(passage, speakers)]
        return any(
            start <= mark.start and mark.end <= end
            for mark in (highlight.marks(passage.text, plan) if spans else ())
            for start, end in spans
        )

    return said


def _share(passage: Passage, plan: Plan) -> float:
    """How much of a passage the conditions of ``plan`` are about, from 0 to 1.

    What a speaker says counts by its length, and half where it is said on somebody's behalf; a
    topic by its place among the passage's topics, which stand strongest first. Of alternatives the
    best counts.
    """
    match plan:
        case Keyword(field="speaker", values=values):
            said = sum(
                (s.end - s.start) * (0.5 if s.on_behalf_of else 1.0)
                for s in _said_by(passage, set(values))
            )
            return said / (said + 200)
        case Keyword(field="topic", values=values):
            places = [n for n, topic in enumerate(passage.topics) if analysis.key(topic) in values]
            return 1 / (1 + places[0]) if places else 0.0
        case Keyword(field=field, values=values):
            return float(any(analysis.key(v) in values for v in tag_values(passage)[field]))
        case All(children=children):
            return prod(_share(passage, child) for child in children)
        case Some(children=children) | Best(children=children):
            return max((_share(passage, child) for child in children), default=0.0)
        case Without(child=child) | Plus(child=child):
            return _share(passage, child)
        case _:
            return 1.0


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
