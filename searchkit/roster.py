"""The roster: who is known, kept so that looking a name up reads a few rows and not everybody.

A *name* is what a document calls somebody, a *person* everybody with one canonical name. For each
name there are its words, by which it is found which names can be one person; for each person the
*marks* under which a look-up may find it. What marks and words are, :mod:`searchkit.persons` and
:mod:`searchkit.names` decide; here they are kept. *Touched* are the names of the documents that the
open transaction has added or removed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .rows import PersonRow, dump, person_of

__all__ = ["PEOPLE", "Listed", "Roster", "word_mark"]

PEOPLE = (
    "document, name, canonical, role, country, variants, participant, attended, derived, passages"
)
"""The columns that :func:`searchkit.rows.person_of` reads."""


def word_mark(word: str) -> str:
    """The mark of a word as :func:`searchkit.analysis.key` writes it; no reading has a space."""
    return f"{word} "


_CHOSEN = "SELECT value FROM json_each(?)"


@dataclass(frozen=True, slots=True)
class Listed:
    """A person to be kept: ``sounds`` are (class of first letters, spelling) of all its words."""

    name: str
    passages: int
    marks: frozenset[str]
    sounds: frozenset[tuple[str, str]]


class Roster:
    """The names and persons of one catalog."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.touched: set[str] = set()
        self.called: set[str] = set()
        """Canonical names that touched names had."""

    def forget(self) -> None:
        """Nothing is touched any more."""
        self.touched.clear()
        self.called.clear()

    def touch(self, document: str) -> None:
        """Take the names of a document for touched, before it is removed or after it is added."""
        rows = self._db.execute(
            "SELECT name, canonical FROM people WHERE document = ?", (document,)
        )
        for row in rows:
            self.touched.add(row["name"])
            self.called.add(row["canonical"])

    def renew(self) -> None:
        """Strike everybody, and take all names for touched."""
        for table in ("names", "persons", "marks", "sounds"):
            self._db.execute(f"DELETE FROM {table}")
        self.touch_all()

    def touch_all(self) -> None:
        """Take all names for touched."""
        for row in self._db.execute("SELECT DISTINCT name, canonical FROM main.people"):
            self.touched.add(row["name"])
            self.called.add(row["canonical"])

    # Names

    def names(self) -> dict[str, str]:
        """Every name that is kept -> its words."""
        return {row["name"]: row["words"] for row in self._db.execute("SELECT * FROM names")}

    def keep(self, words: Mapping[str, str]) -> None:
        """Keep names with their words."""
        self._db.executemany("INSERT OR REPLACE INTO names VALUES (?, ?)", words.items())

    def rows(self, names: Iterable[str], *, canonical: bool = False) -> list[PersonRow]:
        """Who bears one of these names, in the order of :meth:`SqliteCatalog.people`.

        With ``canonical`` the names are those that hold across documents.
        """
        column = "canonical" if canonical else "name"
        rows = self._db.execute(
            f"SELECT {PEOPLE} FROM main.people WHERE {column} IN ({_CHOSEN}) "
            "ORDER BY document, position",
            (dump(sorted(names)),),
        )
        return [person_of(row) for row in rows]

    # Persons

    def put(self, gone: Iterable[str], persons: Iterable[Listed]) -> None:
        """Strike the persons of the names in ``gone``, then put these on."""
        db = self._db
        struck = dump(sorted(gone))
        db.execute(
            "DELETE FROM marks WHERE person IN "
            f"(SELECT number FROM persons WHERE name IN ({_CHOSEN}))",
            (struck,),
        )
        db.execute(f"DELETE FROM persons WHERE name IN ({_CHOSEN})", (struck,))
        for one in persons:
            number = db.execute(
                "INSERT INTO persons(name, passages) VALUES (?, ?)", (one.name, one.passages)
            ).lastrowid
            db.executemany(
                "INSERT OR IGNORE INTO marks VALUES (?, ?)",
                [(mark, number) for mark in sorted(one.marks)],
            )
            # A spelling stays when nobody bears it any more: it then leads to nobody.
            db.executemany(
                "INSERT OR IGNORE INTO sounds VALUES (?, ?, ?)",
                [(initial, len(sound), sound) for initial, sound in one.sounds],
            )

    def called_by(self, words: Iterable[str]) -> list[PersonRow]:
        """Who has all of these words in one form of the name or another, see :func:`word_mark`."""
        found = [set(self.bearing(word_mark(word))) for word in words]
        persons = self.persons(sorted(set.intersection(*found))) if found else ()
        return self.rows((name for _, name, _ in persons), canonical=True)

    def bearing(self, mark: str) -> list[int]:
        """The numbers of the persons with a mark."""
        rows = self._db.execute("SELECT person FROM marks WHERE mark = ? ORDER BY person", (mark,))
        return [int(row[0]) for row in rows]

    def sounds(self, initial: str, length: int) -> str:
        """The spellings of so many letters that begin with a letter of that class, one a line.

        They are thousands, and as rows and strings they take ten times as long and as much memory.
        """
        (said,) = self._db.execute(
            "SELECT group_concat(sound, char(10)) FROM (SELECT sound FROM sounds"
            " WHERE initial = ? AND length = ? ORDER BY sound)",
            (initial, length),
        ).fetchone()
        return str(said or "")

    def persons(self, numbers: Sequence[int]) -> Iterator[tuple[int, str, int]]:
        """(number, canonical name, passages) of persons."""
        rows = self._db.execute(
            f"SELECT number, name, passages FROM persons WHERE number IN ({_CHOSEN})",
            (dump(list(numbers)),),
        )
        for row in rows:
            yield int(row[0]), str(row[1]), int(row[2])
