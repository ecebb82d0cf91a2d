"""Asking an index: everything a reader does, put to catalog, engine and thesaurus.

Nothing here changes an index; :class:`searchkit.Index` adds that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from .errors import IndexDamaged, IndexError_, NotFound, QueryError
from .keeper import speak
from .records import Hit, Outline, Passage
from .results import (
    Career,
    Check,
    Count,
    DocumentRow,
    Held,
    Info,
    Results,
    Suggestion,
    Synonyms,
    Table,
)
from .rows import with_names
from .stores import Store
from .surveying import Surveys
from .thesaurus import Thesaurus

if TYPE_CHECKING:
    from .engines.base import Engine
    from .names import NameHit, Names
    from .request import Ranking
    from .search import Searcher

__all__ = ["Questions"]

Sort = Literal["relevance", "newest", "oldest"]
_Answer = TypeVar("_Answer")


class Questions(Surveys):
    """What an index answers, whoever may change it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._catalog = store.catalog
        self._keeper = store.keeper
        speak(store.catalog)
        self._thesaurus: tuple[int, Thesaurus] | None = None
        self._names: tuple[int, Names] | None = None
        # What a searcher has read of the catalog holds as long as the generation.
        self._searcher: tuple[tuple[Engine, int], Searcher] | None = None

    @property
    def thesaurus(self) -> Thesaurus:
        """The concepts that tag passages and widen queries, with the collection's acronyms."""
        with self._catalog.snapshot():
            speak(self._catalog)
            generation = self._catalog.generation
            if self._thesaurus is None or self._thesaurus[0] != generation:
                compiled = self._catalog.get("thesaurus") or ""
                self._thesaurus = generation, Thesaurus.from_json(compiled)
            return self._thesaurus[1]

    def _ask(self, question: Callable[[Searcher], _Answer]) -> _Answer:
        """Put a question to a searcher; an engine found to be broken is built anew first."""
        from .search import Searcher

        if self._catalog.changing and self._catalog.changed:
            raise IndexError_("there are changes that do not hold yet: commit() them first")

        def answer() -> _Answer:
            with self._keeper.ready() as engine:
                held = engine, engine.generation
                if self._searcher is None or self._searcher[0] != held:
                    searcher = Searcher(
                        self._catalog, engine, lambda: self.thesaurus, self._name_index, self._ask
                    )
                    self._searcher = held, searcher
                return question(self._searcher[1])

        try:
            return answer()
        except IndexDamaged:
            self._keeper.replace()
            return answer()

    def search(
        self,
        query: str,
        *,
        limit: int = 10,
        offset: int = 0,
        speaker: str | None = None,
        topic: str | None = None,
        person: str | None = None,
        country: str | None = None,
        document: str | None = None,
        since: str | None = None,
        until: str | None = None,
        sort: Sort = "relevance",
        ranking: Ranking = "feedback",
        synonyms: bool = True,
        wordnet: bool = False,
        exact: bool = False,
        unfinished: bool = False,
        syntax: Literal["lucene", "plain"] = "lucene",
        facets: bool = False,
        context: int = 0,
        group: Literal["document"] | None = None,
        fresh: float | None = None,
        weights: Mapping[str, float] | None = None,
    ) -> Results:
        """The passages that answer ``query``, best first.

        Args:
            query: in the query language; may be empty where a filter is given.
            limit: how many hits, at least 1. ``offset`` skips that many first.
            speaker, topic, person, country, document: conditions, as ``speaker:...`` in a query.
                With a speaker, passages in which that speaker says the words come first.
            since, until: ISO dates, partial ones too; both included.
            sort: ``newest`` and ``oldest`` go by the date of the meeting.
            ranking: ``bm25`` of the words alone; ``words``, by all that tells how well they are
                met; ``feedback``, as well by likeness to the best passages.
            synonyms: widen words by the thesaurus.
            wordnet: widen words that the thesaurus does not know by WordNet, whose data NLTK must
                have installed. It gains next to nothing, see docs/ranking.md.
            exact: take every word as it is, even one that occurs nowhere.
            unfinished: the word at the end is still being typed. From three letters on it stands
                for all that begins with it, until it occurs itself.
            syntax: ``plain`` takes all of ``query`` as words.
            facets: count speakers, topics and years over all passages that match.
            context: how many passages to give with each hit that stand before it, and after it.
            group: ``document`` gives the best passage of each document, with the number of others.
            fresh: days. Newer passages rank higher: one as new as the newest of the collection
                counts twice, and what is gained by that halves with every so many days of age.
            weights: of the fields ``text``, ``title`` and ``heading``, how many times as much a
                word counts there as it does otherwise: ``{"title": 2.0, "heading": 1.5}``.

        Raises:
            QueryError: there is nothing to search for, or a filter has no sensible reading.
        """
        from .request import Filters, Options

        filters = Filters(speaker, topic, person, country, document, since, until)
        options = Options(
            limit=limit,
            offset=offset,
            sort=sort,
            ranking=ranking,
            synonyms=synonyms,
            wordnet=wordnet,
            exact=exact,
            unfinished=unfinished,
            syntax=syntax,
            facets=facets,
            group=group,
            fresh=fresh,
            weights=weights or {},
        )
        found = self._ask(lambda searcher: searcher.search(query, filters, options))
        if context <= 0:
            return found
        return replace(found, hits=tuple(self._amid(hit, context) for hit in found))

    def _amid(self, hit: Hit, context: int) -> Hit:
        around = self.neighbours(hit.passage.id, before=context, after=context)
        at = next(i for i, one in enumerate(around) if one.id == hit.passage.id)
        return replace(hit, before=tuple(around[:at]), after=tuple(around[at + 1 :]))

    def similar(
        self,
        name: str,
        *,
        limit: int = 10,
        offset: int = 0,
        group: Literal["document"] | None = None,
        fresh: float | None = None,
    ) -> Results:
        """The passages most like the passage or the document with that id, best first.

        It goes by the words that tell most about it, which the results name; itself is left out.
        ``limit``, ``offset``, ``group`` and ``fresh`` are those of :meth:`search`.

        Raises:
            NotFound: there is no such passage or document.
        """
        from .request import Options

        options = Options(limit=limit, offset=offset, group=group, fresh=fresh, ranking="words")
        return self._ask(lambda searcher: searcher.similar(name, options))

    def rank(
        self,
        query: str,
        *,
        limit: int = 1000,
        ranking: Ranking = "feedback",
        synonyms: bool = True,
        wordnet: bool = False,
        syntax: Literal["lucene", "plain"] = "lucene",
    ) -> list[tuple[str, float]]:
        """Ids of passages with scores, best first: :meth:`search` without what a reader needs."""
        from .request import Options

        options = Options(
            limit=limit, ranking=ranking, synonyms=synonyms, wordnet=wordnet, syntax=syntax
        )
        return self._ask(lambda searcher: searcher.rank(query, options))

    def _name_index(self) -> Names:
        with self._catalog.snapshot():
            generation = self._catalog.generation
            if self._names is None or self._names[0] != generation:
                from .names import NameIndex, StoredNames, entries

                roster = self._catalog.roster()
                if roster is not None:
                    self._names = generation, StoredNames(roster)
                    return self._names[1]
                rows = self._catalog.people()
                people = entries(
                    (row.document, row.person, row.passages, row.canonical) for row in rows
                )
                self._names = generation, NameIndex(people)
            return self._names[1]

    def names(self, name: str, *, limit: int = 5) -> Table[NameHit]:
        """The people whom ``name`` may mean, however it is spelt, the likeliest first.

        Raises:
            QueryError: there is no name.
        """
        from .names import NameHit
        from .query.parser import check_length

        check_length(name)
        if not name.strip():
            raise QueryError("there is no name: write one, as in Kawaguci")
        return Table(NameHit, self._name_index().find(name, limit=limit))

    def name_slips(self, name: str, *, limit: int = 3) -> list[str]:
        """Whom a short name that means nobody may be a slip for: one letter more, less, or swapped.

        Full names, as :meth:`names` gives them, those of the people named most often first.
        """
        return self._name_index().slips(name, limit=limit)

    def career(self, name: str) -> Career:
        """What the collection shows of a person, by the full name that :meth:`names` gives."""
        roles = self._catalog.roles_of(name)
        days = sorted(day for _, first, last in roles for day in (first, last) if day)
        held = sorted(
            (Held(*row) for row in roles if row[0]),
            key=lambda one: (one.first is None, one.first or "", one.role),
        )
        statements, documents = self._catalog.statements_of(name)
        return Career(
            name=name,
            held=tuple(held),
            statements=statements,
            spoke=documents,
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )

    def passage(self, passage_id: str) -> Passage:
        """The passage with that id.

        Raises:
            NotFound: there is none.
        """
        with self._catalog.snapshot():
            found = self._catalog.passage(passage_id)
            if found is None:
                own = self._catalog.passages_of(passage_id)
                if own:
                    raise NotFound(
                        f"{passage_id!r} is a document: name one of its passages, as in "
                        f'"{own[0].id}"; "searchkit show {passage_id}" lists them'
                    )
                raise NotFound(
                    f"no passage {passage_id!r} in the index: search results show ids, and "
                    '"searchkit documents" lists the documents'
                )
            passage = found[1]
            return with_names(passage, self._catalog.canonical([passage.document]))

    def neighbours(self, passage_id: str, *, before: int = 1, after: int = 1) -> list[Passage]:
        """The passage with those that stand around it in its document, in order."""
        with self._catalog.snapshot():
            passage = self.passage(passage_id)
            if not passage.document:
                return [passage]
            names = self._catalog.canonical([passage.document])
            around = [with_names(p, names) for p in self._catalog.passages_of(passage.document)]
        at = next(i for i, p in enumerate(around) if p.id == passage_id)
        return around[max(0, at - before) : at + after + 1]

    def outline(self, document: str) -> Outline:
        """The document with that id, as it was parsed.

        Raises:
            NotFound: there is none.
        """
        with self._catalog.snapshot():
            outline = self._catalog.outline(document)
            if outline is None:
                held = document.rpartition("#")[0]
                if held and self._catalog.outline(held):
                    raise NotFound(
                        f'no passage {document!r} in the index: "searchkit show {held}" lists '
                        "those of the document"
                    )
                begun = self.complete("doc", held or document, limit=4) if document else []
                hint = (
                    f"did you mean {' or '.join(begun)}?"
                    if 0 < len(begun) < 4
                    else '"searchkit documents" lists them'
                )
                raise NotFound(f"no document {document!r} in the index: {hint}")
            names = self._catalog.canonical([document])
        return replace(outline, passages=tuple(with_names(p, names) for p in outline.passages))

    def complete(self, field: str, part: str, *, limit: int = 50) -> list[str]:
        """What the index has in a field that begins with ``part``, the most frequent first.

        Args:
            field: ``speaker``, ``topic``, ``person``, ``country``, ``place`` or ``doc``; ``id``,
                for documents until ``part`` has a ``#`` and for a document's passages from then on.
            part: the beginning of any word of a value, in any case; of an id, of the whole.

        Raises:
            QueryError: there is no such field.
        """
        from .query.nodes import TAG_FIELDS

        if field in ("id", "doc"):
            return self._catalog.ids_from(part, passages=field == "id", limit=limit)
        if field not in TAG_FIELDS:
            known = ", ".join((*TAG_FIELDS, "doc", "id"))
            raise QueryError(f"there is nothing to complete in {field!r}: it can be {known}")
        return self._catalog.values_from(field, part, limit=limit)

    def speakers(self, *, topic: str | None = None) -> Table[Count]:
        """Who speaks, in how many passages and documents; with ``topic``, on that topic only."""
        if topic is None:
            rows = self._catalog.tag_counts("speakers")
        else:
            rows = self._ask(
                lambda s: self._catalog.tag_counts("speakers", s.keys_with_topic(topic))
            )
        return Table(Count, (Count(*row) for row in rows))

    def topics(self) -> Table[Count]:
        """What is spoken about, in how many passages and documents."""
        return Table(Count, (Count(*row) for row in self._catalog.tag_counts("topics")))

    def documents(self) -> Table[DocumentRow]:
        """All documents, by date."""
        return Table(
            DocumentRow,
            (
                DocumentRow(e.id, e.title, e.kind, *e.dates, e.place, e.passages, e.path)
                for e in self._catalog.entries()
            ),
        )

    def synonyms(self, term: str | None = None) -> Table[Synonyms]:
        """What the thesaurus knows of ``term``, or all of it."""
        from .query.parser import check_length
        from .search import synonyms_of

        check_length(term or "")
        return Table(Synonyms, synonyms_of(self.thesaurus, term))

    def suggestions(self, *, limit: int = 20) -> Table[Suggestion]:
        """What the collection proposes for a thesaurus of its own, the best of each kind.

        Acronyms, spelling variants, words that go together and words used alike, none of which the
        thesaurus knows; ``limit`` of each. Nothing is taken without asking: write what is right
        into a file, as ``searchkit synonyms suggest --toml`` does, and index with it.
        """
        from .suggestions.all import suggestions

        people = self._catalog.people()
        found = suggestions(self._catalog.all_passages(), people, self.thesaurus, limit=limit)
        return Table(Suggestion, found)

    def check(self) -> Check:
        """What is wrong with the index: in its catalog, in its engine, between the two."""
        from .checking import check

        return check(self._catalog, self._keeper)

    def info(self) -> Info:
        """What the index is made of."""
        return self._keeper.info()

    def passages_frame(self) -> Any:
        """Every passage as a row of a :class:`pandas.DataFrame`.

        ``searchkit.Table(searchkit.Passage, index).to_columns()`` is the same for other libraries.

        Raises:
            MissingExtra: pandas is not installed.
        """
        return Table(Passage, self).to_frame()

    def __len__(self) -> int:
        """How many passages the index holds."""
        return self._catalog.counts()[1]

    def __iter__(self) -> Iterator[Passage]:
        """Every passage, in the order in which they were added."""
        names = self._catalog.canonical(entry.id for entry in self._catalog.entries())
        return (with_names(passage, names) for passage in self._catalog.all_passages())

    def __repr__(self) -> str:
        return f"<Index {self._store.place or 'in memory'}: {len(self)} passages>"
