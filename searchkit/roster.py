"""The roster: who is known, kept so that looking a name up reads a few rows and not everybody.

A *name* is what a document calls somebody, a *person* everybody with one canonical name. For each
name there are its words, by which it is found which names can be one person; for each person the
*marks* under which a look-up may find it. What marks and words are, :mod:`searchkit.persons` and
:mod:`searchkit.names` decide; here they are kept. *Touched* are the names of the documents that the
open transaction has added or removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .database import Database
from .rows import Mention, PersonRow, dump, mention_of, person_of

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

    def __init__(self, db: Database) -> None:
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
        rows = self._db.stream("SELECT name, words FROM names")
        return {str(name): str(words) for name, words in rows}

    def keep(self, words: Mapping[str, str]) -> None:
        """Keep names with their words."""
        self._db.executemany("INSERT OR REPLACE INTO names VALUES (?, ?)", words.items())

    def rows(self, names: Iterable[str]) -> list[PersonRow]:
        """Who bears one of these names, in the order of :meth:`SqliteCatalog.people`."""
        rows = self._db.execute(
            f"SELECT {PEOPLE} FROM main.people WHERE name IN ({_CHOSEN}) "
            "ORDER BY document, position",
            (dump(sorted(names)),),
        )
        return [person_of(row) for row in rows]

    # Persons

    def mentions(self, names: Iterable[str]) -> list[Mention]:
        """How those of these canonical names are named, by name, in the order of the documents."""
        rows = self._db.stream(
            "SELECT canonical, name, role, country, variants, count(*), sum(passages) "
            f"FROM main.people WHERE canonical IN ({_CHOSEN}) "
            "GROUP BY canonical, name, role, country, variants "
            "ORDER BY canonical, min(document), name",
            (dump(sorted(names)),),
        )
        return list(map(mention_of, rows))

    def documents(self, names: Iterable[str]) -> dict[str, int]:
        """In how many documents those of these canonical names are named."""
        rows = self._db.stream(
            "SELECT canonical, count(DISTINCT document) FROM main.people "
            f"WHERE canonical IN ({_CHOSEN}) GROUP BY canonical",
            (dump(sorted(names)),),
        )
        return dict(rows)

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

    def called_by(self, words: Iterable[str]) -> list[Mention]:
        """How those are named who have all of these words in a form, see :func:`word_mark`."""
        found = [set(self.bearing(word_mark(word))) for word in words]
        persons = self.persons(sorted(set.intersection(*found))) if found else ()
        return self.mentions(name for _, name, _ in persons)

    def bearing(self, mark: str) -> list[int]:
        """The numbers of the persons with a mark."""
        rows = self._db.stream("SELECT person FROM marks WHERE mark = ? ORDER BY person", (mark,))
        return [int(number) for (number,) in rows]

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
        rows = self._db.stream(
            f"SELECT number, name, passages FROM persons WHERE number IN ({_CHOSEN})",
            (dump(list(numbers)),),
        )
        for row in rows:
            yield int(row[0]), str(row[1]), int(row[2])
