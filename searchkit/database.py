"""SQLite as the catalog needs it: opened with care, its errors told in searchkit's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from .errors import IndexDamaged, IndexError_, IndexLocked

__all__ = ["Database", "connect", "explained"]


_MANY = 500
"""Rows that are fetched at once where there are many."""


class _Rows(sqlite3.Cursor):
    """Rows on their way: a damaged page, or text that is none, is met when its row is fetched."""

    connection: Database

    def __next__(self) -> Any:
        try:
            row = super().__next__()
        except sqlite3.Error as error:
            raise explained(error, self.connection.place) from error
        # Nothing of ours is stored as bytes, and SQLite keeps values of any type in any column.
        if bytes in map(type, row):
            raise explained(sqlite3.DataError("bytes in place of text"), self.connection.place)
        return row

    def fetchone(self) -> Any:
        """As in :mod:`sqlite3`, with errors of the tree in :mod:`searchkit.errors`."""
        return next(self, None)

    def fetchall(self) -> list[Any]:
        """As in :mod:`sqlite3`, with errors of the tree in :mod:`searchkit.errors`."""
        return list(self)


class Database(sqlite3.Connection):
    """A connection in autocommit mode: transactions are opened and closed by name."""

    place: str
    """The folder of the index, for messages."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As in :mod:`sqlite3`, with errors of the tree in :mod:`searchkit.errors`."""
        try:
            return self.cursor(_Rows).execute(sql, parameters)
        except sqlite3.Error as error:
            raise explained(error, self.place) from error

    def stream(self, sql: str, parameters: Any = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, many, as tuples of whatever SQLite keeps in them.

        Whoever asks looks at the types: values of any type may stand in any column.
        """
        try:
            cursor = self.cursor()
            cursor.row_factory = None
            cursor.execute(sql, parameters)
            while rows := cursor.fetchmany(_MANY):
                yield from rows
        except sqlite3.Error as error:
            raise explained(error, self.place) from error

    def rows(self, sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
        """The rows of a query, few, as :meth:`stream` gives them."""
        try:
            cursor = self.cursor()
            cursor.row_factory = None
            return cursor.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise explained(error, self.place) from error

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """As in :mod:`sqlite3`, with errors of the tree in :mod:`searchkit.errors`."""
        try:
            return self.cursor(_Rows).executemany(sql, parameters)
        except sqlite3.Error as error:
            raise explained(error, self.place) from error


def connect(path: Path | None, *, readonly: bool) -> Database:
    """Open the database at ``path``, or one in memory for None.

    Raises:
        IndexError_: it cannot be read; the class tells why.
    """
    place = str(path.parent) if path else "memory"
    try:
        if path is None:
            db = _open(":memory:", place)
        elif not readonly:
            db = _open(path.absolute().as_uri(), place)
            db.execute("PRAGMA journal_mode = WAL")
            # What is committed holds when the power fails, too.
            db.execute("PRAGMA synchronous = FULL")
        else:
            db = _open_readonly(path)
    except sqlite3.Error as error:
        raise explained(error, place) from error
    return db


def _open(name: str, place: str) -> Database:
    # check_same_thread: SQLite itself is built to be called by several threads in turn
    db = sqlite3.connect(
        name,
        uri=name.startswith("file:"),
        isolation_level=None,
        check_same_thread=False,
        timeout=10,
        factory=Database,
    )
    db.place = place
    db.row_factory = sqlite3.Row
    # A file may come from a stranger. Loading extensions is off unless it is turned on.
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    return db


def _open_readonly(path: Path) -> Database:
    """Without permission to write: with the log of a writer at work, or of the file alone."""
    place = str(path.parent)
    db = _open(path.absolute().as_uri() + "?mode=ro", place)
    try:
        db.execute("SELECT count(*) FROM sqlite_master")
    except IndexError_:
        # SQLite cannot make the files that its log needs. Nobody writes where there is no log.
        db.close()
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise
        db = _open(path.absolute().as_uri() + "?mode=ro&immutable=1", place)
    return db


def explained(error: sqlite3.Error, place: str) -> IndexError_:
    """The error of searchkit that tells what ``error`` means for the index at ``place``."""
    said = str(error)
    if "closed" in said:
        return IndexError_("the index is closed: open it again")
    if "locked" in said:
        return IndexLocked(
            f"another process is writing to the index at {place}: wait until it is done and try "
            "again"
        )
    if any(word in said for word in ("full", "I/O", "readonly", "unable to open")):
        return IndexError_(
            f"the index at {place} cannot be used ({said}): see to disk space and permissions, "
            "and try again; what was committed holds"
        )
    return IndexDamaged(
        f"the catalog of the index at {place} cannot be read ({said}): restore it from a copy, "
        'or delete the folder and run "searchkit index PATH" again'
    )
