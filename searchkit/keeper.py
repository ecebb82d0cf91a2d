"""The keeper of the engine: it holds what the catalog holds, whatever happened before.

The engine is derived. It is opened when it is first needed; what it lacks is replayed from the
catalog; one that is lost, broken, of another analysis or no longer the one that is wanted is built
anew in a folder of its own, and only when it is whole does the catalog point to it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from . import analysis, dates
from .catalog import SqliteCatalog
from .engines.base import Engine, EngineDocument, choose, open_engine
from .errors import IndexDamaged, IndexLocked
from .lock import Lock
from .results import Info
from .rows import Stored, tag_values

__all__ = ["EngineKeeper"]


class EngineKeeper:
    """Opens, brings up to date, builds and closes the engine of one catalog."""

    def __init__(self, catalog: SqliteCatalog, folder: Path | None, lock: Lock) -> None:
        self._catalog = catalog
        self._folder = folder
        self._lock = lock
        self._engine: Engine | None = None
        self._place = ""

    def close(self) -> None:
        """Close the engine, if it is open."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def _wanted(self) -> str:
        setting = self._catalog.get("engine_setting") or "auto"
        return choose(setting, self._catalog.counts()[1], self._catalog.get("engine"))

    def ready(self) -> Engine:
        """The engine, holding the catalog's generation as far as this process may bring it.

        Raises:
            IndexLocked: there is no engine yet, and another process is writing.
        """
        if self._engine is not None and self._place != self._catalog.get("engine_folder"):
            self.close()  # another process has moved the index to another engine
        engine = self._engine = self._engine or self._open()
        if engine is not None and engine.generation != self._catalog.generation:
            engine.refresh()
        if engine is not None and engine.generation == self._catalog.generation:
            return engine
        return self._catch_up()

    def _catch_up(self) -> Engine:
        """Bring the engine up to date, unless a writer at work is about to do so."""
        if self._folder is not None and not os.access(self._folder, os.W_OK):
            return self._build_aside()
        held = self._lock.held
        try:
            self._lock.take(timeout=0.2 if self._engine is not None else 10.0)
        except IndexLocked:
            if self._engine is not None:
                return self._engine
            raise
        try:
            return self.bring_up()
        finally:
            if not held:
                self._lock.free()

    def _open(self) -> Engine | None:
        name, place = self._catalog.get("engine"), self._catalog.get("engine_folder")
        if self._folder is None or not name or not place or not (self._folder / place).is_dir():
            return None
        if self._catalog.get("analysis") != str(analysis.ANALYSIS_VERSION):
            return None
        try:
            engine = open_engine(name, self._folder / place, create=False)
        except IndexDamaged:
            return None
        self._place = place
        return engine

    def bring_up(self) -> Engine:
        """Replay what the engine lacks, or build the one that is wanted. Needs the lock."""
        catalog = self._catalog
        engine = self._engine = self._engine or self._open()
        wanted = self._wanted()
        if engine is None or engine.name != wanted or engine.generation > catalog.generation:
            return self.build(wanted)
        if engine.generation < catalog.generation:
            held = engine.generation
            try:
                engine.apply(
                    generation=catalog.generation,
                    removed=catalog.removed_since(held),
                    added=_engine_documents(catalog.added_since(held)),
                )
            except IndexDamaged:
                return self.build(wanted)
        return engine

    def build(self, name: str | None = None) -> Engine:
        """Build an engine from the catalog, the wanted one unless named. Needs the lock."""
        catalog = self._catalog
        name = name or self._wanted()
        place = self._free_place(name) if self._folder is not None else ""
        engine = open_engine(name, self._folder / place if self._folder else None, create=True)
        engine.apply(
            generation=catalog.generation,
            removed=(),
            added=_engine_documents(catalog.added_since(0)),
        )
        self.close()
        self._engine, self._place = engine, place
        catalog.write(engine=name, engine_folder=place, analysis=str(analysis.ANALYSIS_VERSION))
        if self._folder is not None:
            self._sweep(place)
        return engine

    def _build_aside(self) -> Engine:
        """An engine in memory, where the folder cannot be written to."""
        self.close()
        engine = open_engine(self._wanted(), None, create=True)
        engine.apply(
            generation=self._catalog.generation,
            removed=(),
            added=_engine_documents(self._catalog.added_since(0)),
        )
        self._engine, self._place = engine, self._catalog.get("engine_folder") or ""
        return engine

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
        documents, passages, people = catalog.counts()
        engine = self.ready()
        files = self._folder.rglob("*") if self._folder else ()
        size = sum(file.stat().st_size for file in files if file.is_file())
        return Info(
            path=str(self._folder) if self._folder else None,
            engine=engine.name,
            engine_setting=catalog.get("engine_setting") or "auto",
            passages=passages,
            documents=documents,
            people=people,
            generation=catalog.generation,
            version=__version__,
            thesaurus=catalog.get("thesaurus_source") or "",
            size_bytes=size,
        )

    def _free_place(self, name: str) -> str:
        assert self._folder is not None
        number = 1
        while (self._folder / f"{name}-{number}").exists():
            number += 1
        return f"{name}-{number}"

    def _sweep(self, place: str) -> None:
        """Remove engines that are no longer used."""
        assert self._folder is not None
        for folder in self._folder.iterdir():
            kind, _, number = folder.name.partition("-")
            if kind in ("whoosh", "tantivy") and number.isdigit() and folder.name != place:
                shutil.rmtree(folder, ignore_errors=True)


def _engine_documents(stored: Iterable[Stored]) -> Iterator[EngineDocument]:
    for one in stored:
        passage = one.passage
        title, title_words = analysis.analyse(passage.title)
        headings = [analysis.analyse(heading) for heading in passage.headings]
        text, words = analysis.analyse(passage.text)
        terms = [pair[0] for pair in headings]
        raw = [pair[1] for pair in headings]
        whole = [*([title] if one.titled else []), *terms, text]
        yield EngineDocument(
            key=one.key,
            text={
                "text": whole,
                "word": [*([title_words] if one.titled else []), *raw, words],
                "stub": [_stubs(values) for values in whole],
                "title": [title],
                "title_word": [title_words],
                "heading": terms,
                "heading_word": raw,
            },
            keywords={
                field: [analysis.key(value) for value in values]
                for field, values in tag_values(passage).items()
            },
            dates=_days(passage.date, one.published),
        )


def _stubs(terms: Iterable[str]) -> list[str]:
    return [analysis.stub(term) for term in terms if term not in analysis.STOP_WORDS]


def _days(*written: str | None) -> Sequence[tuple[int, int]]:
    ranges = (dates.bounds(date) for date in dict.fromkeys(written) if date)
    return [days for days in ranges if days is not None]
