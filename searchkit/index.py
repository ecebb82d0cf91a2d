"""Index: a catalog plus an engine, and everything a user does with them.

The catalog commits first, in one transaction that makes a *generation*; the engine commits after
it and remembers the generation it holds, so that an answer is of one generation of both. An engine
that is behind, for whatever reason, is brought up to date from the catalog when the index is next
used; one that cannot be read is built again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Literal, get_args

from .asking import Questions
from .errors import NotFound
from .keeper import speak
from .languages import resolve
from .lock import WAIT
from .records import Outline, Passage
from .results import Check, Report
from .rows import checked
from .stores import Store, create_store, memory_store, open_store
from .thesaurus import Thesaurus

__all__ = ["Index"]

EngineSetting = Literal["auto", "whoosh", "tantivy"]
Progress = Callable[[int, int, str], None]


class Index(Questions):
    """A searchable collection of outlines and passages, in a folder or in memory.

    Make one with :meth:`create`, :meth:`open` or :meth:`in_memory`. Changes hold from
    :meth:`commit` on; used as a context manager, it commits when the block ends well and forgets
    the changes when it raises.

        with searchkit.Index.create("index_data") as index:
            index.add_files(["seeds"])
        results = searchkit.Index.open("index_data").search("peace treaty")
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._lock = store.lock
        self._people_changed = False
        self._words_changed = False
        self._wait = WAIT

    # Making and opening

    @classmethod
    def create(
        cls,
        path: str | os.PathLike[str],
        *,
        engine: EngineSetting | None = None,
        thesaurus: str | os.PathLike[str] | None = None,
        people: str | os.PathLike[str] | None = None,
        language: str | None = None,
        wait: float = WAIT,
    ) -> Index:
        """Open the index at ``path`` for adding to it; make it if there is none.

        Args:
            path: a folder.
            engine: ``auto`` (which a new index has), ``whoosh`` or ``tantivy``. None keeps what an
                index has; another engine is built from the catalog at the next commit.
            thesaurus: a file of the user's own concepts, merged with the built-in ones and kept
                in the index. None keeps what an index has.
            people: a file that says which names are one person's and which are not, kept in the
                index. None keeps what an index has.
            language: of the documents: ``german``, ``french``, ``japanese``; English is read in
                full, of others the passages are indexed with their stems and stop words. None
                keeps what an index has, English at first.
            wait: how long to wait for another process that is writing, in seconds.

        Raises:
            IndexLocked: another process was writing all that time.
            IndexError_: there is something at ``path`` that is no usable index.
            ThesaurusError: the thesaurus file has a mistake.
            PeopleError: the file about people has one.
            InputError: there is no such language.
            MissingExtra: the language needs a library that is not installed.
        """
        if language is not None:
            language = resolve(language)
        index = cls(create_store(path))
        index._wait = wait
        try:
            index._set_up(engine, thesaurus, people, language)
        except BaseException:
            index.close()
            raise
        return index

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, wait: float = WAIT) -> Index:
        """Open an index that is there.

        Args:
            path: the folder, or the address of an index on a cluster.
            wait: how long a change waits for another process that is writing, in seconds.

        Raises:
            IndexMissing: there is no index at ``path``.
            IndexDamaged: its catalog cannot be read.
            IndexTooNew: a newer searchkit wrote it.
        """
        index = cls(open_store(path))
        index._wait = wait
        return index

    @classmethod
    def in_memory(
        cls,
        *,
        engine: EngineSetting | None = None,
        thesaurus: str | os.PathLike[str] | None = None,
        people: str | os.PathLike[str] | None = None,
        language: str | None = None,
    ) -> Index:
        """A new index that lives as long as this object."""
        spoken = resolve(language) if language is not None else None
        index = cls(memory_store())
        index._set_up(engine, thesaurus, people, spoken)
        return index

    def _set_up(
        self,
        engine: EngineSetting | None,
        thesaurus: str | os.PathLike[str] | None,
        people: str | os.PathLike[str] | None,
        language: str | None,
    ) -> None:
        from .indexing import keep_identities, set_up

        _check_setting(engine)
        own = Thesaurus.load(Path(thesaurus)) if thesaurus is not None else None
        said = None
        if people is not None:
            from .identities import Identities

            said = Identities.load(Path(people))
        self._change()
        if said is not None and keep_identities(self._catalog, said):
            self._people_changed = True
        if language is not None:
            self._catalog.set("language", language)
            speak(self._catalog)
        if set_up(self._catalog, engine, own, source=str(thesaurus)):
            self._people_changed = self._words_changed = True
        self.commit()

    # Changing

    def _change(self) -> None:
        self._store.check_writable()
        if self._catalog.changing:
            return
        self._lock.take(timeout=self._wait)
        try:
            self._begin()
        except BaseException:
            self._lock.free()
            raise

    def _begin(self) -> None:
        if self._catalog.generation:
            self._keeper.bring_up()  # while nothing is pending: a rollback needs no care
        self._catalog.begin()

    def add_files(
        self,
        paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
        *,
        jobs: int = 1,
        prune: bool = False,
        progress: Progress | None = None,
        save_every: float | None = None,
        stop: Callable[[], bool] | None = None,
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
            save_every: commit after so many seconds, so that a long run that is cut off loses no
                more than that; less often where committing takes long. Else nothing holds until
                :meth:`commit`, and an error while adding leaves the index as it was.
            stop: asked after each file whether to leave the others; the report tells how many.

        Raises:
            NothingToIndex: there is no document among the paths.
        """
        from .indexing import add_files

        self._change()
        named = [paths] if isinstance(paths, str | os.PathLike) else paths
        with ExitStack() as block:
            block.enter_context(self._catalog.whole())

            def save() -> None:
                block.close()
                self._save()
                block.enter_context(self._catalog.whole())

            report = add_files(
                self._catalog,
                [Path(path) for path in named],
                thesaurus=self._base_thesaurus(),
                jobs=jobs,
                prune=prune,
                progress=progress,
                save=save,
                save_every=save_every,
                stop=stop,
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
        """Make the changes hold: catalog first, then engine. Without changes, does nothing.

        Raises:
            IndexError_: they cannot be written. The index is as it was, and the changes are
                forgotten.
        """
        try:
            self._commit()
        finally:
            self.rollback()

    def _commit(self) -> None:
        catalog = self._catalog
        if catalog.changing and catalog.changed:
            if catalog.unsettled:
                self._people_changed = self._words_changed = True
            if self._people_changed or self._words_changed:
                with catalog.alone():
                    self._derive()
            catalog.forget_removed(catalog.generation)  # the engine has seen those, see _change
            self._keeper.commit()

    def _save(self) -> None:
        """Commit, and go on: nobody else can write in between."""
        self._people_changed = self._words_changed = True
        try:
            self._commit()
            self._catalog.rollback()
            self._begin()
        except BaseException:
            self.rollback()
            raise
        self._people_changed = self._words_changed = False

    def _derive(self) -> None:
        """Bring up to date what documents say together: who is the same, and acronyms."""
        catalog = self._catalog
        if self._people_changed:
            from .indexing import unite_people

            unite_people(catalog)
        if self._words_changed:
            acronyms = self._base_thesaurus().with_acronyms(catalog.acronyms())
            catalog.set("thesaurus", acronyms.to_json())

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
        _check_setting(engine)
        self.commit()
        self._store.check_writable()
        self._lock.take(timeout=self._wait)
        try:
            if engine is not None:
                self._catalog.write(engine_setting=engine)
            self._keeper.build()
        finally:
            self._lock.free()

    def repair(self) -> Check:
        """Derive anew what can be derived, and check what came of it.

        Damaged documents are read again from the text that the catalog keeps of them, counts and
        the engine are made from the passages. What was not committed is forgotten.
        """
        from .checking import repair

        self.rollback()
        self._store.check_writable()
        self._lock.take(timeout=self._wait)
        try:
            self._catalog.begin()
            repair(self._catalog)
            self._people_changed = self._words_changed = True
            self._derive()
            self._catalog.advance()
            self._keeper.build()
            self._catalog.commit()
            self._keeper.bring_up()
        finally:
            self.rollback()
        return self.check()

    def _base_thesaurus(self) -> Thesaurus:
        return Thesaurus.from_json(self._catalog.get("thesaurus_base") or "")


def _check_setting(engine: str | None) -> None:
    if engine not in (None, *get_args(EngineSetting)):
        known = ", ".join(get_args(EngineSetting))
        raise ValueError(f"no engine is called {engine!r}: choose one of {known}")
