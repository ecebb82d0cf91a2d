"""The catalog: the SQLite database of documents, passages, statements and people. The truth.

Whatever an engine holds can be built again from here. Every change happens inside one
transaction and carries the number of the *generation* that it makes; an engine that holds an
older generation asks for :meth:`SqliteCatalog.added_since` and :meth:`SqliteCatalog.removed_since`.

A passage's *key* is its row number: never used twice, so that an engine can never take a new
passage for an old one. Lists (speakers, topics, headings ...) are JSON arrays, which other
programs can read and SQLite can count with ``json_each``.
"""

from __future__ import annotations

import sqlite3
from _thread import RLock  # what threading hands on, without the time to import that
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from . import tables
from .analysis import key as tag_key
from .database import connect
from .errors import IndexDamaged
from .lookups import SqliteLookups, question_marks
from .records import Outline, Passage
from .roster import Roster
from .rows import (
    INDEXED,
    PASSAGE,
    Stored,
    document_row,
    passage_of,
    passage_row,
    person_rows,
    stored_of,
    tag_values,
)
from .storage import Damage

__all__ = ["SqliteCatalog"]

_BATCH = 500
"""Passages that are written at once."""


class SqliteCatalog(SqliteLookups):
    """An open catalog. One connection; threads may share it for reading, see :meth:`snapshot`.

    Args:
        path: the database file, or None for one in memory.
        create: make it when it is not there.
        readonly: refuse every change.

    Raises:
        IndexMissing: there is no file and ``create`` is false.
        IndexDamaged: the file is no catalog, or cannot be read.
        IndexTooNew, IndexTooOld: another searchkit wrote it, and this one cannot read it.
    """

    def __init__(self, path: Path | None, *, create: bool = False, readonly: bool = False) -> None:
        self._before = 0
        self._writing = False
        self._closed = False
        self._settings: dict[str, str | None] | None = None  # Those read within a snapshot.
        self._asking = RLock()
        place = path.parent if path else None
        if path is not None and not path.is_file() and not create:
            raise tables.missing(str(place))
        self._db = connect(path, readonly=readonly)
        try:
            tables.check(self._db, str(place), create=create)
        except BaseException:
            self.close()
            raise
        self._roster = Roster(self._db)

    # Transactions

    def begin(self) -> None:
        """Open the transaction that the next changes belong to, unless one is open."""
        if not self._writing:
            self._db.execute("BEGIN IMMEDIATE")
            self._writing = True
            self._before = self._db.total_changes

    @property
    def changed(self) -> bool:
        """Whether the open transaction has changed anything."""
        return self._db.total_changes != self._before

    @property
    def changing(self) -> bool:
        """Whether a transaction for changes is open."""
        return self._writing

    def advance(self) -> int:
        """Make the open transaction the next generation, and return its number."""
        generation = self.generation + 1
        self.set("generation", str(generation))
        self.keep_renamed(generation)
        return generation

    def commit(self) -> None:
        """Make what the open transaction has changed hold."""
        self._db.execute("COMMIT")
        self._writing = False
        self._roster.forget()

    def rollback(self) -> None:
        """Forget the changes since :meth:`begin`."""
        if self._writing:
            self._writing = False
            self._roster.forget()
            if self._db.in_transaction:  # SQLite ends one itself when the disk is full
                self._db.execute("ROLLBACK")

    def close(self) -> None:
        """Close the database; what was not committed is forgotten. Closing twice does nothing."""
        self._closed, self._writing = True, False
        self._db.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Within the block, show one generation, whatever others commit; one thread at a time."""
        with self._asking:
            if self._closed or self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN")
            self._settings, self._worded = {}, {}
            try:
                yield
            finally:
                self._settings = self._worded = None
                if not self._closed and self._db.in_transaction:
                    self._db.execute("COMMIT")  # nothing has changed; a rollback would end cursors

    unsettled = False
    """A transaction holds whole or not at all, so that nothing is ever left to be settled."""

    def alone(self) -> AbstractContextManager[None]:
        """The writer's lock has seen to it that no other process writes."""
        return nullcontext()

    def settle(self) -> dict[str, str]:
        """Nothing is under way, and nothing refused."""
        return {}

    def claim(self, paths: Mapping[str, str]) -> Set[str]:
        """There is nobody who could take an id: none is taken."""
        del paths
        return set()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Within the open transaction, make all changes of a block or none."""
        self._db.execute("SAVEPOINT whole")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK TO whole")
            raise
        finally:
            self._db.execute("RELEASE whole")

    @property
    def generation(self) -> int:
        """The number of the last commit, 0 for a new catalog."""
        generation = self.get("generation") or "0"
        if not (generation.isascii() and generation.isdecimal() and len(generation) < 19):
            raise IndexDamaged(
                f'the catalog names no generation but {generation!r:.40}: run "searchkit check"'
            )
        return int(generation)

    @property
    def speaks(self) -> bool:
        """Whether somebody may say something in a passage: there have been statements."""
        return self.get("statements") != "none"

    def get(self, name: str) -> str | None:
        """A setting of the index."""
        known = self._settings
        if known is not None and name in known:
            return known[name]
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (name,)).fetchone()
        if row is not None and type(row[0]) is not str:
            raise IndexDamaged(f'the setting {name!r:.40} is no text: run "searchkit check"')
        value = row[0] if row else None
        if known is not None:
            known[name] = value
        return value

    def set(self, name: str, value: str) -> None:
        """Write a setting of the index, unless it stands there already."""
        if self.get(name) != value:
            if self._settings is not None:
                self._settings.pop(name, None)
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def write(self, **settings: str) -> None:
        """Write settings: within the open transaction, or in one that makes no generation."""
        within = self.changing
        if not within:
            self._db.execute("BEGIN IMMEDIATE")
        for name, value in settings.items():
            self.set(name, value)
        if not within:
            self._db.execute("COMMIT")

    # Changes

    def add_outline(self, outline: Outline, *, digest: str, given: str = "") -> None:
        """Add an outline with its passages and people. Its id must be free.

        Args:
            given: what is known of the document besides its text, as :meth:`given` returns it.
        """
        if given:
            self.set(f"given {outline.id}", given)
        row = document_row(outline, digest)
        self._db.execute(f"INSERT INTO documents VALUES ({question_marks(row)})", row)
        people = list(person_rows(outline))
        if people:
            marks = question_marks(people[0])
            self._db.executemany(f"INSERT OR IGNORE INTO people VALUES ({marks})", people)
            self._roster.touch(outline.id)
        self._insert(outline.passages)

    def add_passages(self, passages: Iterable[Passage]) -> int:
        """Add passages; one whose id is taken replaces what had it. Returns how many."""
        documents: list[str] = []
        count = self._insert(passages, documents)
        self._db.executemany(
            "UPDATE documents SET passages = "
            "(SELECT count(*) FROM passages AS p WHERE p.document = documents.id) WHERE id = ?",
            [(document,) for document in dict.fromkeys(documents)],
        )
        return count

    def _insert(self, passages: Iterable[Passage], documents: list[str] | None = None) -> int:
        generation = self.generation + 1
        count = 0
        batch: dict[str, Passage] = {}
        for passage in passages:
            if passage.id in batch or len(batch) == _BATCH:
                self._insert_batch(batch, generation)
                batch = {}
            batch[passage.id] = passage
            if documents is not None:
                documents.append(passage.document)
            count += 1
        self._insert_batch(batch, generation)
        return count

    def _insert_batch(self, batch: dict[str, Passage], generation: int) -> None:
        ids = list(batch)
        taken = self._db.execute(
            f"SELECT id FROM passages WHERE id IN ({question_marks(ids)})", ids
        ).fetchall()
        for row in taken:
            self.remove_passage(row["id"])
        self._db.executemany(
            f"INSERT INTO passages({PASSAGE[5:]}, generation) "
            f"VALUES ({question_marks(PASSAGE.split(','))})",
            [(*passage_row(passage), generation) for passage in batch.values()],
        )
        self._count_tags(batch.values(), 1)
        if any(passage.statements for passage in batch.values()):
            self.set("statements", "some")

    def remove_document(self, document: str) -> int:
        """Remove a document with its passages and people. Returns the number of its passages."""
        rows = self._db.execute(
            f"SELECT {PASSAGE} FROM passages WHERE document = ?", (document,)
        ).fetchall()
        if not rows and self.source(document) is None:
            return 0
        self._remove_rows(rows)
        self._roster.touch(document)
        self._db.execute("DELETE FROM people WHERE document = ?", (document,))
        self._db.execute("DELETE FROM meta WHERE key = ?", (f"given {document}",))
        self._db.execute("DELETE FROM documents WHERE id = ?", (document,))
        return len(rows)

    def remove_passage(self, passage_id: str) -> bool:
        """Remove one passage, if it is there."""
        row = self._db.execute(
            f"SELECT {PASSAGE} FROM passages WHERE id = ?", (passage_id,)
        ).fetchone()
        if row is None:
            return False
        self._remove_rows([row])
        self._db.execute(
            "UPDATE documents SET passages = passages - 1 WHERE id = ?", (row["document"],)
        )
        return True

    def _remove_rows(self, rows: Sequence[sqlite3.Row]) -> None:
        self._count_tags(map(passage_of, rows), -1)
        generation = self.generation + 1
        self._db.executemany("DELETE FROM passages WHERE key = ?", [(row["key"],) for row in rows])
        self._db.executemany(
            "INSERT OR REPLACE INTO removed VALUES (?, ?)",
            [(row["key"], generation) for row in rows],
        )

    def _count_tags(self, passages: Iterable[Passage], change: int) -> None:
        counts = Counter(
            (field, value)
            for passage in passages
            for field, values in tag_values(passage).items()
            if values
            for value in (values if len(values) < 2 else dict.fromkeys(values))
            if value
        )
        self._db.executemany(
            "INSERT INTO tags VALUES (?,?,?,?) "
            "ON CONFLICT(field, key) DO UPDATE SET passages = passages + excluded.passages",
            [(field, tag_key(value), value, change * n) for (field, value), n in counts.items()],
        )
        if change < 0:
            self._db.executemany(
                "DELETE FROM tags WHERE field = ? AND key = ? AND passages <= 0",
                [(field, tag_key(value)) for field, value in counts],
            )

    def given(self, document: str) -> str:
        """What is known of a document besides its text, ``""`` for nothing."""
        return self.get(f"given {document}") or ""

    def move_document(self, document: str, path: str) -> None:
        """Note that a document's file stands elsewhere now."""
        self._db.execute("UPDATE documents SET path = ? WHERE id = ?", (path, document))

    def roster(self) -> Roster:
        """The names and persons, as they are kept for look-ups."""
        return self._roster

    def set_canonical(self, names: Iterable[tuple[str, str, str]]) -> None:
        """Write canonical names: (document, name in it, canonical name)."""
        self._db.executemany(
            "UPDATE people SET canonical = ? WHERE document = ? AND name = ?",
            [(canonical, document, name) for document, name, canonical in names],
        )

    def damages(self) -> Iterator[Damage]:
        """All that is wrong in the catalog."""
        from .integrity import damages

        return damages(self._db, self.generation)

    def forget(self, document: str) -> tuple[str, str, str] | None:
        """Take a damaged document away, and return its path, digest and text to make it from."""
        from .integrity import forget

        return forget(self._db, document, self.generation)

    def recount(self) -> None:
        """Derive anew all that is counted."""
        from .integrity import recount

        recount(self._db)
        self._roster.renew()

    def forget_removed(self, generation: int) -> None:
        """Drop the record of removals that every engine has seen."""
        self._db.execute("DELETE FROM removed WHERE generation <= ?", (generation,))

    # Replay

    def added_since(self, generation: int) -> Iterator[Stored]:
        """The passages that later generations added, in order of their keys."""
        # A later generation has higher keys. Keys alone would have all passages sorted first.
        columns = ", ".join(f"p.{name}" for name in INDEXED.split(", "))
        rows = self._db.stream(
            f"SELECT {columns}, d.date_published, d.id IS NULL OR p.key = "
            "(SELECT min(key) FROM passages AS q WHERE q.document = d.id) "
            "FROM passages AS p LEFT JOIN documents AS d ON d.id = p.document "
            "WHERE p.generation > ? AND p.generation <= ? ORDER BY p.generation, p.key",
            (generation, self.generation),
        )
        return map(stored_of, rows)

    def removed_since(self, generation: int) -> list[int]:
        """Keys that later generations removed."""
        rows = self._db.execute("SELECT key FROM removed WHERE generation > ?", (generation,))
        return [row[0] for row in rows]
