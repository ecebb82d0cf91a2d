"""Index: a catalog plus an engine, and everything a user does with them.

The catalog commits first, in one transaction that makes a *generation*; the engine commits after
it and remembers the generation it holds. An engine that is behind, for whatever reason, is brought
up to date from the catalog when the index is next used; one that cannot be read is built again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, TypeVar

from .catalog import Catalog
from .errors import IndexDamaged, IndexError_, NotFound
from .keeper import EngineKeeper
from .lock import Lock
from .places import CATALOG, LOCK, check_writable, prepare
from .records import Outline, Passage
from .results import Collocation, Count, DocumentRow, Info, Report, Results, Synonyms, Timeline
from .rows import checked, with_names
from .thesaurus import Thesaurus

if TYPE_CHECKING:
    from .names import NameHit, NameIndex
    from .search import Ranking, Searcher

__all__ = ["Index"]

EngineSetting = Literal["auto", "whoosh", "tantivy"]
Sort = Literal["relevance", "newest", "oldest"]
Progress = Callable[[int, int, str], None]
_Answer = TypeVar("_Answer")


class Index:
    """A searchable collection of outlines and passages, in a folder or in memory.

    Make one with :meth:`create`, :meth:`open` or :meth:`in_memory`. Changes hold from
    :meth:`commit` on; used as a context manager, it commits when the block ends well and forgets
    the changes when it raises.

        with searchkit.Index.create("index_data") as index:
            index.add_files(["seeds"])
        results = searchkit.Index.open("index_data").search("peace treaty")
    """

    def __init__(self, catalog: Catalog, *, folder: Path | None) -> None:
        self._catalog = catalog
        self._folder = folder
        self._lock = Lock(folder / LOCK if folder else None)
        self._keeper = EngineKeeper(catalog, folder, self._lock)
        self._thesaurus: Thesaurus | None = None
        self._names: tuple[int, NameIndex] | None = None
        self._people_changed = False
        self._words_changed = False

    # Making and opening

    @classmethod
    def create(
        cls,
        path: str | os.PathLike[str],
        *,
        engine: EngineSetting | None = None,
        thesaurus: str | os.PathLike[str] | None = None,
    ) -> Index:
        """Open the index at ``path`` for adding to it; make it if there is none.

        Args:
            path: a folder.
            engine: ``auto`` (which a new index has), ``whoosh`` or ``tantivy``. None keeps what an
                index has; another engine is built from the catalog at the next commit.
            thesaurus: a file of the user's own concepts, merged with the built-in ones and kept
                in the index. None keeps what an index has.

        Raises:
            IndexError_: there is something at ``path`` that is no usable index.
            ThesaurusError: the thesaurus file has a mistake.
        """
        folder = Path(path)
        prepare(folder)
        index = cls(Catalog(folder / CATALOG, create=True), folder=folder)
        try:
            index._set_up(engine, thesaurus)
        except BaseException:
            index.close()
            raise
        return index

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Index:
        """Open an index that is there.

        Raises:
            IndexMissing: there is no index at ``path``.
            IndexDamaged: its catalog cannot be read.
            IndexTooNew: a newer searchkit wrote it.
        """
        folder = Path(path)
        writable = os.access(folder, os.W_OK)
        return cls(Catalog(folder / CATALOG, readonly=not writable), folder=folder)

    @classmethod
    def in_memory(
        cls,
        *,
        engine: EngineSetting | None = None,
        thesaurus: str | os.PathLike[str] | None = None,
    ) -> Index:
        """A new index that lives as long as this object."""
        index = cls(Catalog(None, create=True), folder=None)
        index._set_up(engine, thesaurus)
        return index

    def _set_up(
        self, engine: EngineSetting | None, thesaurus: str | os.PathLike[str] | None
    ) -> None:
        from .indexing import set_up

        own = Thesaurus.load(Path(thesaurus)) if thesaurus is not None else None
        self._change()
        if set_up(self._catalog, engine, own, source=str(thesaurus)):
            self._people_changed = self._words_changed = True
        self.commit()

    # Changing

    def _change(self) -> None:
        if self._folder is not None:
            check_writable(self._folder)
        if self._catalog.changing:
            return
        self._lock.take()
        if self._catalog.generation:
            self._keeper.bring_up()  # while nothing is pending, so that a rollback needs no care
        self._catalog.begin()

    def add_files(
        self,
        paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
        *,
        jobs: int = 1,
        prune: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Add the outlines among ``paths``; folders are walked.

        A file that is new or has changed is read and replaces what the index has of it; an
        unchanged one is passed over. A file that cannot be read is named in the report and
        skipped; what the index has of it stays.

        Args:
            jobs: processes that read and tag at once. With more than one, call it from a script
                under ``if __name__ == "__main__":``.
            prune: remove documents of the folders named whose file is gone.
            progress: called with (files done, files in all, file).

        Raises:
            NothingToIndex: there is no document among the paths.
        """
        from .indexing import add_files

        self._change()
        named = [paths] if isinstance(paths, str | os.PathLike) else paths
        with self._catalog.whole():
            report = add_files(
                self._catalog,
                [Path(path) for path in named],
                thesaurus=self._base_thesaurus(),
                jobs=jobs,
                prune=prune,
                progress=progress,
            )
        if report.added or report.changed or report.removed:
            self._people_changed = self._words_changed = True
        return report

    def add_outlines(self, outlines: Iterable[Outline]) -> int:
        """Add parsed outlines; one whose id is taken replaces what had it. Returns how many."""
        self._change()
        count = 0
        for outline in outlines:
            self._catalog.remove_document(outline.id)
            digest = hashlib.sha256(outline.text.encode("utf-8", "surrogatepass")).hexdigest()
            self._catalog.add_outline(outline, digest=digest)
            count += 1
        self._people_changed = self._words_changed = True
        return count

    def add_passages(self, passages: Iterable[Passage] | Passage) -> int:
        """Add passages of one's own, all or none; one whose id is taken replaces what had it.

        Raises:
            ValueError: a passage has no id, or a date that does not exist.
        """
        self._change()
        with self._catalog.whole():
            return self._catalog.add_passages(
                checked([passages] if isinstance(passages, Passage) else passages)
            )

    def remove(self, ids: Iterable[str]) -> int:
        """Remove documents (with all they hold) and passages. Returns how many passages went.

        Raises:
            NotFound: an id is neither; then nothing is removed.
        """
        self._change()
        catalog = self._catalog
        wanted = list(dict.fromkeys(ids))
        for one in wanted:
            if catalog.source(one) is None and catalog.passage(one) is None:
                raise NotFound(
                    f"no document or passage {one!r} in the index: "
                    '"searchkit documents" lists what there is'
                )
        self._people_changed = True
        return sum(catalog.remove_document(one) or catalog.remove_passage(one) for one in wanted)

    def commit(self) -> None:
        """Make the changes hold: catalog first, then engine. Without changes, does nothing."""
        catalog = self._catalog
        if catalog.changing and catalog.changed:
            if self._people_changed:
                from .indexing import unite_people

                unite_people(catalog)
            if self._words_changed:
                acronyms = self._base_thesaurus().with_acronyms(catalog.acronyms())
                catalog.set("thesaurus", acronyms.to_json())
            catalog.forget_removed(catalog.generation)  # the engine has seen those, see _change
            catalog.commit()
            self._people_changed = self._words_changed = False
            self._thesaurus = None
            self._names = None
            self._keeper.bring_up()
        self.rollback()

    def rollback(self) -> None:
        """Forget the changes since the last commit."""
        self._catalog.rollback()
        self._people_changed = self._words_changed = False
        self._lock.free()

    def close(self) -> None:
        """Close the files; changes that were not committed are forgotten."""
        self.rollback()
        self._keeper.close()
        self._catalog.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.close()

    def rebuild(self, engine: EngineSetting | None = None) -> None:
        """Build the engine again from the catalog; with ``engine``, that one from now on."""
        self._change()
        if engine is not None:
            self._catalog.set("engine_setting", engine)
        self.commit()
        self._lock.take()
        try:
            self._keeper.build()
        finally:
            self._lock.free()

    def _base_thesaurus(self) -> Thesaurus:
        return Thesaurus.from_json(self._catalog.get("thesaurus_base") or "")

    # Asking

    @property
    def thesaurus(self) -> Thesaurus:
        """The concepts that tag passages and widen queries, with the collection's acronyms."""
        if self._thesaurus is None:
            self._thesaurus = Thesaurus.from_json(self._catalog.get("thesaurus") or "")
        return self._thesaurus

    def _ask(self, question: Callable[[Searcher], _Answer]) -> _Answer:
        """Put a question to a searcher; an engine found to be broken is built anew first."""
        from .search import Searcher

        if self._catalog.changing and self._catalog.changed:
            raise IndexError_("there are changes that do not hold yet: commit() them first")

        def searcher() -> Searcher:
            engine = self._keeper.ready()
            return Searcher(self._catalog, engine, lambda: self.thesaurus, self._name_index)

        try:
            return question(searcher())
        except IndexDamaged:
            self._keeper.replace()
            return question(searcher())

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
        exact: bool = False,
        syntax: Literal["lucene", "plain"] = "lucene",
        facets: bool = False,
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
            exact: take every word as it is, even one that occurs nowhere.
            syntax: ``plain`` takes all of ``query`` as words.
            facets: count speakers, topics and years over all passages that match.

        Raises:
            QueryError: there is nothing to search for, or a filter has no sensible reading.
        """
        from .search import Filters

        filters = Filters(speaker, topic, person, country, document, since, until)
        return self._ask(
            lambda searcher: searcher.search(
                query,
                filters,
                limit=limit,
                offset=offset,
                sort=sort,
                ranking=ranking,
                synonyms=synonyms,
                exact=exact,
                syntax=syntax,
                facets=facets,
            )
        )

    def rank(
        self,
        query: str,
        *,
        limit: int = 1000,
        ranking: Ranking = "feedback",
        synonyms: bool = True,
        syntax: Literal["lucene", "plain"] = "lucene",
    ) -> list[tuple[str, float]]:
        """Ids of passages with scores, best first: :meth:`search` without what a reader needs."""
        return self._ask(
            lambda searcher: searcher.rank(
                query, limit=limit, ranking=ranking, synonyms=synonyms, syntax=syntax
            )
        )

    def timeline(
        self,
        query: str,
        *,
        speaker: str | None = None,
        topic: str | None = None,
        since: str | None = None,
        until: str | None = None,
        synonyms: bool = True,
        exact: bool = False,
    ) -> Timeline:
        """How many passages answer ``query``, meeting by meeting and speaker by speaker."""
        from .search import Filters

        filters = Filters(speaker=speaker, topic=topic, since=since, until=until)
        return self._ask(
            lambda searcher: searcher.timeline(query, filters, synonyms=synonyms, exact=exact)
        )

    def _name_index(self) -> NameIndex:
        generation = self._catalog.generation
        if self._names is None or self._names[0] != generation:
            from .names import NameIndex, entries

            rows = self._catalog.people()
            people = entries(
                (row.document, row.person, row.passages, row.canonical) for row in rows
            )
            self._names = generation, NameIndex(people)
        return self._names[1]

    def names(self, name: str, *, limit: int = 5) -> list[NameHit]:
        """The people whom ``name`` may mean, however it is spelt, the likeliest first."""
        return self._name_index().find(name, limit=limit)

    def passage(self, passage_id: str) -> Passage:
        """The passage with that id.

        Raises:
            NotFound: there is none.
        """
        found = self._catalog.passage(passage_id)
        if found is None:
            raise NotFound(
                f"no passage {passage_id!r} in the index: search results show ids, and "
                '"searchkit documents" lists the documents'
            )
        passage = found[1]
        return with_names(passage, self._catalog.canonical([passage.document]))

    def neighbours(self, passage_id: str, *, before: int = 1, after: int = 1) -> list[Passage]:
        """The passage with those that stand around it in its document, in order."""
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
        outline = self._catalog.outline(document)
        if outline is None:
            raise NotFound(
                f'no document {document!r} in the index: "searchkit documents" lists them'
            )
        names = self._catalog.canonical([document])
        return replace(outline, passages=tuple(with_names(p, names) for p in outline.passages))

    def speakers(self, *, topic: str | None = None) -> list[Count]:
        """Who speaks, in how many passages and documents; with ``topic``, on that topic only."""
        keys = None if topic is None else self._ask(lambda s: s.keys_with_topic(topic))
        return [Count(*row) for row in self._catalog.tag_counts("speakers", keys)]

    def topics(self) -> list[Count]:
        """What is spoken about, in how many passages and documents."""
        return [Count(*row) for row in self._catalog.tag_counts("topics")]

    def documents(self) -> list[DocumentRow]:
        """All documents, by date."""
        return [
            DocumentRow(e.id, e.title, e.kind, *e.dates, e.place, e.passages, e.path)
            for e in self._catalog.entries()
        ]

    def synonyms(self, term: str | None = None) -> list[Synonyms]:
        """What the thesaurus knows of ``term``, or all of it."""
        from .search import synonyms_of

        return synonyms_of(self.thesaurus, term)

    def collocations(self, *, limit: int = 20) -> list[Collocation]:
        """Pairs of words that may be concepts of the collection, for a thesaurus of its own."""
        from .collocations import collocations

        return collocations(self._catalog, self.thesaurus, limit=limit)

    def info(self) -> Info:
        """What the index is made of."""
        return self._keeper.info()

    def __len__(self) -> int:
        """How many passages the index holds."""
        return self._catalog.counts()[1]

    def __iter__(self) -> Iterator[Passage]:
        """Every passage, in the order in which they were added."""
        return self._catalog.all_passages()

    def __repr__(self) -> str:
        return f"<Index {self._folder or 'in memory'}: {len(self)} passages>"
