"""The writer's lock: one process at a time changes an index.

SQLite holds it, on a database file that has no other use: portable, and freed by the operating
system when its holder dies. The catalog's own write lock would not do, since the engine commits
after the catalog's transaction has ended.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .database import explained

__all__ = ["Lock"]


class Lock:
    """Taken and freed by name, or not at all for an index in memory (``path`` None)."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._db is not None

    def take(self, *, timeout: float = 10.0) -> None:
        """Wait for the lock, ``timeout`` seconds at most; nothing happens if it is held here.

        Raises:
            IndexLocked: another process kept it all that time.
            IndexError_: the folder cannot be written to.
        """
        if self._path is None or self._db is not None:
            return
        db = None
        try:
            db = sqlite3.connect(self._path, timeout=timeout, isolation_level=None)
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if db is not None:
                db.close()
            raise explained(error, str(self._path.parent)) from error
        self._db = db

    def free(self) -> None:
        """Let others write."""
        if self._db is not None:
            self._db.close()
            self._db = None
