"""The writer's lock: one process at a time changes an index.

SQLite holds it, on a database file that has no other use: portable, and freed by the operating
system when its holder dies. The catalog's own write lock would not do, since the engine commits
after the catalog's transaction has ended. Who holds it stands in a file beside it, for messages
only: what a dead process left there is in nobody's way.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from .database import explained
from .errors import IndexLocked

__all__ = ["WAIT", "Lock"]

WAIT = 10.0
"""How long a process waits for another to finish, in seconds."""


class Lock:
    """Taken and freed by name, or not at all for an index in memory (``path`` None)."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._db is not None

    def take(self, *, timeout: float = WAIT) -> None:
        """Wait for the lock, ``timeout`` seconds at most; nothing happens if it is held here.

        Raises:
            IndexLocked: another process kept it all that time; the message names it.
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
            told = explained(error, str(self._path.parent))
            raise IndexLocked(self._busy()) if isinstance(told, IndexLocked) else told from error
        self._db = db
        self._sign()

    def taken(self) -> bool:
        """Whether another process holds the lock, for who may read only."""
        if self._path is None or self._db is not None:
            return False
        try:
            db = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
            try:
                db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            finally:
                db.close()
        except sqlite3.OperationalError as error:
            return "locked" in str(error)
        return False

    def free(self) -> None:
        """Let others write."""
        if self._db is not None and self._path is not None:
            self._holder(self._path).unlink(missing_ok=True)
            self._db.close()
            self._db = None

    @staticmethod
    def _holder(path: Path) -> Path:
        return path.with_name("lock.holder")

    def _sign(self) -> None:
        """Note who holds the lock, where that can be written."""
        assert self._path is not None
        import socket
        from time import strftime

        signed = f"process {os.getpid()} on {socket.gethostname()} since {strftime('%F %T')}"
        try:
            new = self._path.with_name("lock.holder.new")
            new.write_text(signed, encoding="utf-8")
            new.replace(self._holder(self._path))
        except OSError:
            pass  # whether the disk takes more is told by those who have to write

    def _busy(self) -> str:
        assert self._path is not None
        try:
            with self._holder(self._path).open(encoding="utf-8", errors="replace") as file:
                holder = f" ({' '.join(file.read(200).split())})"
        except OSError:
            holder = ""
        return (
            f"another process is writing to the index at {self._path.parent}{holder}: wait until "
            "it is done and try again"
        )
