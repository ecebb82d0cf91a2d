"""The keeper of the engine: it holds what the catalog holds, whatever happened before.

The engine is derived. It is opened when it is first needed; what it lacks is replayed from the
catalog; one that is lost, broken, of another analysis or no longer the one that is wanted is built
anew in a folder of its own, and only when it is whole does the catalog point to it.
"""

from __future__ import annotations

import os
import re
from _thread import RLock  # what threading hands on, without the time to import that
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

from . import analysis, dates
from .catalog import SqliteCatalog
from .engines.base import ENGINES, Engine, EngineDocument, choose, open_engine
from .errors import IndexDamaged, IndexError_, IndexLocked, InputError
from .languages import ENGLISH, resolve
from .lock import WAIT, Lock
from .places import check_plain
from .results import Info
from .rows import Stored, tag_values
from .storage import Catalog

__all__ = ["EngineKeeper", "engine_documents", "speak"]

_KEYS = 20_000
_LINES = 1_000
"""Keys of tags, and titles and headings, that are known at a time."""

_T = TypeVar("_T")

_PAUSE = 0.02
"""How long to wait before looking again what a writer has done, in seconds."""


def speak(catalog: Catalog) -> None:
    """Make all that follows be done in the language of the index.

    Raises:
        IndexDamaged: it has none that there is.
        MissingExtra: its language needs a library that is not installed.
    """
    language = catalog.get("language") or ENGLISH
    if language != analysis.language():
        try:
            analysis.use(resolve(language))
        except InputError as error:
            raise IndexDamaged(f"the index is in a language unknown here: {error!s:.60}") from None


class EngineKeeper:
    """Opens, brings up to date, builds and closes the engine of one catalog."""

    def __init__(self, catalog: SqliteCatalog, folder: Path | None, lock: Lock) -> None:
        self._catalog = catalog
        self._folder = folder
        self._lock = lock
        self._engine: Engine | None = None
        self._place = ""
        self._aside = False
        self._asking = RLock()

    def close(self) -> None:
        """Close the engine, if it is open."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def _wanted(self) -> str:
        setting = self._catalog.get("engine_setting")
        known = setting if setting in ENGINES else "auto"
        return choose(known, self._catalog.counts()[1], self._catalog.get("engine"))

    @contextmanager
    def ready(self) -> Iterator[Engine]:
        """Within the block, an engine that holds the very generation that the catalog shows.

        Raises:
            IndexLocked: there is none, and another process has been writing all the time.
        """
        deadline = monotonic() + WAIT
        with self._asking:
            while True:
                with self._catalog.snapshot():
                    speak(self._catalog)
                    engine = self._level()
                    if engine is not None:
                        yield engine
                        return
                self._catch_up(deadline)

    @contextmanager
    def as_is(self) -> Iterator[Engine | None]:
        """Within the block, the engine as it stands, not seen to, beside its catalog.

        Waits while another process is writing. None: there is none that can be opened.
        """
        if self._folder is None:
            with self.ready() as engine:
                yield engine
            return
        deadline = monotonic() + WAIT
        with self._asking:
            while True:
                with self._catalog.snapshot():
                    speak(self._catalog)
                    level = self._level() is not None
                    if level or monotonic() > deadline or not self._lock.taken():
                        yield self._engine
                        return
                sleep(_PAUSE)

    def documents(self) -> Iterator[EngineDocument]:
        """What an engine has to hold, in order of the keys."""
        return engine_documents(self._catalog.added_since(0))

    def _level(self) -> Engine | None:
        """The engine, if it holds the generation that the catalog shows."""
        generation = self._catalog.generation
        if self._place != (self._catalog.get("engine_folder") or ""):
            self.close()  # another process has moved the index to another engine
        if self._engine is not None and not self._holds(generation):
            try:
                self._engine.refresh()
            except IndexDamaged:
                self.close()
            if self._aside:
                self.close()
        if self._engine is None:
            self._engine = self._open()
        return self._engine if self._holds(generation) else None

    def _holds(self, generation: int) -> bool:
        engine = self._engine
        return engine is not None and engine.settled and engine.generation == generation

    def _catch_up(self, deadline: float) -> None:
        """Bring the engine up to date, or wait while a writer at work is about to do so."""
        writable = self._folder is None or os.access(self._folder, os.W_OK)
        if not writable and (monotonic() > deadline or not self._lock.taken()):
            self._build_aside()
            return
        if not writable:
            sleep(_PAUSE)
            return
        held = self._lock.held
        try:
            self._lock.take(timeout=_PAUSE)
        except IndexLocked:
            if monotonic() > deadline:
                raise
            return
        try:
            self.bring_up()
        except IndexError_ as error:
            if type(error) is not IndexError_:
                raise
            self._build_aside()  # the disk is full, and the catalog has everything
        finally:
            if not held:
                self._lock.free()

    def _open(self) -> Engine | None:
        name, place = self._catalog.get("engine"), self._catalog.get("engine_folder")
        if self._folder is None or not name or not place:
            return None
        # Nothing but a folder of its own, whatever the catalog names.
        if name not in ENGINES or not re.fullmatch(rf"{name}-\d+", place):
            return None
        if self._catalog.get("analysis") != analysis.version():
            return None
        try:
            check_plain(self._folder)
            check_plain(self._folder / place)
            engine = open_engine(name, self._folder / place, create=False)
        except IndexDamaged:
            return None
        self._place, self._aside = place, False
        return engine

    def commit(self) -> None:
        """Commit the catalog's open transaction as the next generation, in the engine as well.

        All that takes long or space is done before the catalog commits: until then, an error
        leaves both as they were. Needs the lock, and an engine that :meth:`bring_up` has seen to.
        """
        catalog = self._catalog
        generation = catalog.advance()
        comparable = catalog.get("analysis") == analysis.version()
        engine = self._engine or self._open()
        if engine is not None and comparable and not self._aside and engine.name == self._wanted():
            try:
                self._engine = engine
                self._replay(engine, generation, before=catalog.commit)
                return
            except IndexDamaged:
                if not catalog.changing:
                    raise
        self.build()
        catalog.commit()
        self._sweep()

    def bring_up(self) -> Engine:
        """Replay what the engine lacks, or build the one that is wanted. Needs the lock."""
        catalog = self._catalog
        speak(catalog)
        if self._aside or self._place != (catalog.get("engine_folder") or ""):
            self.close()
        engine = self._engine = self._engine or self._open()
        if engine is not None:
            try:
                engine.refresh()
            except IndexDamaged:
                engine = None
        self._sweep()
        wanted = self._wanted()
        if engine is None or engine.name != wanted or engine.generation > catalog.generation:
            return self.build(wanted)
        if not self._holds(catalog.generation):
            try:
                self._replay(engine, catalog.generation)
            except IndexDamaged:
                return self.build(wanted)
        return engine

    def _replay(
        self, engine: Engine, generation: int, *, before: Callable[[], object] | None = None
    ) -> None:
        held = engine.generation
        engine.apply(
            generation=generation,
            removed=self._catalog.removed_since(held),
            added=engine_documents(self._catalog.added_since(held)),
            before=before,
        )

    def build(self, name: str | None = None) -> Engine:
        """Build an engine from the catalog, the wanted one unless named. Needs the lock.

        Within a transaction of the catalog, it takes the other's place when that is committed.
        """
        catalog = self._catalog
        name = name or self._wanted()
        place = self._free_place(name) if self._folder is not None else ""
        engine = open_engine(name, self._folder / place if self._folder else None, create=True)
        engine.apply(
            generation=catalog.generation,
            removed=(),
            added=engine_documents(catalog.added_since(0)),
        )
        self.close()
        self._engine, self._place, self._aside = engine, place, False
        catalog.write(engine=name, engine_folder=place, analysis=analysis.version())
        if not catalog.changing:
            self._sweep()
        return engine

    def _build_aside(self) -> None:
        """An engine in memory, where the folder cannot be written to."""
        self.close()
        with self._catalog.snapshot():
            engine = open_engine(self._wanted(), None, create=True)
            engine.apply(
                generation=self._catalog.generation,
                removed=(),
                added=engine_documents(self._catalog.added_since(0)),
            )
            self._place = self._catalog.get("engine_folder") or ""
        self._engine, self._aside = engine, True

    def replace(self) -> None:
        """Build the engine anew, since it turned out to be broken.

        Raises:
            IndexLocked: another process is writing.
        """
        held = self._lock.held
        self._lock.take()
        try:
            self.build()
        finally:
            if not held:
                self._lock.free()

    def info(self) -> Info:
        """What the index is made of."""
        from . import __version__

        catalog = self._catalog
        with self.ready() as engine:
            documents, passages, people = catalog.counts()
            name = engine.name
        return Info(
            path=str(self._folder) if self._folder else None,
            engine=name,
            engine_setting=catalog.get("engine_setting") or "auto",
            passages=passages,
            documents=documents,
            people=people,
            generation=catalog.generation,
            version=__version__,
            thesaurus=catalog.get("thesaurus_source") or "",
            language=catalog.get("language") or ENGLISH,
            size_bytes=self._size(),
        )

    def _size(self) -> int:
        size = 0
        for file in self._folder.rglob("*") if self._folder else ():
            try:
                size += file.stat().st_size if file.is_file() else 0
            except OSError:
                continue  # a writer has just removed it
        return size

    def _free_place(self, name: str) -> str:
        assert self._folder is not None
        number = 1
        while (self._folder / f"{name}-{number}").exists():
            number += 1
        return f"{name}-{number}"

    def _sweep(self) -> None:
        """Remove engines that are no longer used, and what a killed process left of its own."""
        if self._folder is None:
            return
        used = self._catalog.get("engine_folder")
        for name in os.listdir(self._folder):
            kind, _, number = name.partition("-")
            if kind in ENGINES and number.isdigit() and name != used:
                from shutil import rmtree  # slow to import, and a search does not need it

                rmtree(self._folder / name, ignore_errors=True)


class _Known(dict[str, _T]):
    """What is made of a text; the same few come again and again. Begins anew when it is full."""

    def __init__(self, made: Callable[[str], _T], most: int) -> None:
        super().__init__()
        self._made, self._most = made, most

    def __missing__(self, text: str) -> _T:
        if len(self) >= self._most:
            self.clear()
        made = self[text] = self._made(text)
        return made


def engine_documents(stored: Iterable[Stored]) -> Iterator[EngineDocument]:
    """What an engine is to index of passages."""
    keys = _Known(analysis.key, _KEYS).__getitem__
    # Passages that stand together have the same titles and headings.
    lines = _Known(analysis.indexed, _LINES).__getitem__
    indexed = analysis.indexed
    for key, passage, titled, published in stored:
        terms, words, stubs = indexed(passage.text)
        fields: dict[str, Sequence[str]] = {"text": (terms,), "word": (words,), "stub": (stubs,)}
        if passage.title or passage.headings:
            headings = list(map(lines, passage.headings))
            if passage.title:
                title = lines(passage.title)
                fields |= {"title": (title.terms,), "title_word": (title.words,)}
            if headings:
                fields["heading"] = tuple(line.terms for line in headings)
                fields["heading_word"] = tuple(line.words for line in headings)
            before = [title, *headings] if titled and passage.title else headings
            if before:
                whole = zip(*before, (terms, words, stubs), strict=True)
                fields |= zip(("text", "word", "stub"), whole, strict=True)
        date = passage.date
        yield EngineDocument(
            key,
            fields,
            {
                field: list(map(keys, values))
                for field, values in tag_values(passage).items()
                if values
            },
            _days(date, published) if date or published else (),
            {"speaker": passage.speakers, "topic": passage.topics},
            int(date[:4]) if date and date[0] != "-" else None,
        )


def _days(*written: str | None) -> Sequence[tuple[int, int]]:
    return [days for date in dict.fromkeys(written) if date and (days := dates.bounds(date))]
