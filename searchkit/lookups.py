"""What is looked up in the catalog: passages, documents and people, by key, id or name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .counts import SqliteCounts
from .records import Document, Outline, Passage
from .roster import PEOPLE
from .rows import (
    PASSAGE,
    STATEMENTS,
    DocumentEntry,
    PersonRow,
    dump,
    entry_of,
    outline_of,
    passage_of,
    person_of,
    renamed_of,
    wording_of,
)

__all__ = ["SqliteLookups", "question_marks"]


class SqliteLookups(SqliteCounts):
    """The part of :class:`searchkit.catalog.SqliteCatalog` that looks up."""

    # Rows of passages whose wording was asked for within a snapshot: some of them are shown.
    _worded: dict[int, tuple[Any, ...]] | None = None

    def counts(self) -> tuple[int, int, int]:
        """Documents, passages and people (by canonical name)."""
        row = self._db.execute(
            "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages), "
            "(SELECT count(DISTINCT canonical) FROM people)"
        ).fetchone()
        return row[0], row[1], row[2]

    def passages(self, keys: Sequence[int]) -> dict[int, Passage]:
        """Passages by key; keys that are gone are left out."""
        worded = self._worded or {}
        found = {key: passage_of(worded[key]) for key in keys if key in worded}
        for row in self._rows([key for key in keys if key not in worded]):
            found[row[0]] = passage_of(row)
        return found

    def spoken(self, keys: Sequence[int]) -> dict[int, Passage]:
        """Those of the passages by key in which somebody says something."""
        worded = self._worded or {}
        rows = [row for key in keys if (row := worded.get(key)) and row[STATEMENTS] != "[]"]
        rest = [key for key in keys if key not in worded]
        rows += self._rows(rest, "AND statements <> '[]'")
        return {row[0]: passage_of(row) for row in rows}

    def wordings(self, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Title, headings and text of passages by key; keys that are gone are left out."""
        rows = self._rows(keys)
        if self._worded is not None:
            self._worded = {row[0]: row for row in rows}
        return {row[0]: wording_of(row) for row in rows}

    def _rows(self, keys: Sequence[int], condition: str = "") -> list[tuple[Any, ...]]:
        """The rows of passages, for :func:`searchkit.rows.passage_of`."""
        found: list[tuple[Any, ...]] = []
        for part in _parts(keys):
            where = f"key IN ({question_marks(part)}) {condition}"
            found += self._db.rows(f"SELECT {PASSAGE} FROM passages WHERE {where}", part)
        return found

    def ids(self, keys: Sequence[int]) -> dict[int, str]:
        """Ids of passages by key; keys that are gone are left out."""
        found: dict[int, str] = {}
        for part in _parts(keys):
            rows = self._db.execute(
                f"SELECT key, id FROM passages WHERE key IN ({question_marks(part)})", part
            )
            found.update((row["key"], row["id"]) for row in rows)
        return found

    def passage(self, passage_id: str) -> tuple[int, Passage] | None:
        """A passage by its id, with its key."""
        row = self._db.execute(
            f"SELECT {PASSAGE} FROM passages WHERE id = ?", (passage_id,)
        ).fetchone()
        return (row["key"], passage_of(row)) if row else None

    def passages_of(self, document: str) -> list[Passage]:
        """A document's passages, in their order."""
        rows = self._db.execute(
            f"SELECT {PASSAGE} FROM passages WHERE document = ? ORDER BY key", (document,)
        )
        return [passage_of(row) for row in rows]

    def all_passages(self) -> Iterator[Passage]:
        """Every passage, in the order in which they were added."""
        for row in self._db.execute(f"SELECT {PASSAGE} FROM passages ORDER BY key"):
            yield passage_of(row)

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """What hits tell of these documents."""
        found: dict[str, Document] = {}
        for part in _parts(sorted(set(ids))):
            marks = question_marks(part)
            rows = self._db.execute(
                "SELECT id, title, coalesce(date_meeting, date_published) AS date, path "
                f"FROM documents WHERE id IN ({marks})",
                part,
            )
            found.update(
                (r["id"], Document(id=r["id"], title=r["title"], date=r["date"], path=r["path"]))
                for r in rows
            )
        return found

    def entries(self, documents: Iterable[str] | None = None) -> list[DocumentEntry]:
        """All documents, or those with the ids, by date and id; those without a year last."""
        where, values = "", []
        if documents is not None:
            where = "WHERE id IN (SELECT value FROM json_each(?)) "
            values = [dump(list(documents))]
        rows = self._db.stream(
            "SELECT id, path, digest, title, kind, date_published, date_meeting, place, passages "
            f"FROM documents {where}"
            "ORDER BY coalesce(date_meeting, date_published, '-') LIKE '-%', "
            "coalesce(date_meeting, date_published), id",
            values,
        )
        return list(map(entry_of, rows))

    def outline(self, document: str) -> Outline | None:
        """A document as it was parsed."""
        row = self._db.execute("SELECT * FROM documents WHERE id = ?", (document,)).fetchone()
        if row is None:
            return None
        return outline_of(row, self.people(document), self.passages_of(document))

    def source(self, document: str) -> str | None:
        """A document's text, the one that offsets index."""
        row = self._db.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
        return str(row[0]) if row else None

    def acronyms(self) -> list[tuple[str, str]]:
        """Every acronym that a document defines, with what it stands for."""
        rows = self._db.execute(
            "SELECT DISTINCT CAST(json_extract(value, '$[0]') AS TEXT) AS short, "
            "CAST(json_extract(value, '$[1]') AS TEXT) AS long "
            "FROM documents, json_each(documents.acronyms) "
            "WHERE short IS NOT NULL AND long IS NOT NULL ORDER BY 1, 2"
        )
        return [(row[0], row[1]) for row in rows]

    def people(self, document: str | None = None) -> list[PersonRow]:
        """Everybody named, document by document, or in one document."""
        where, values = ("WHERE document = ?", (document,)) if document else ("", ())
        rows = self._db.execute(
            f"SELECT {PEOPLE} FROM people {where} ORDER BY document, position",
            values,
        )
        return [person_of(row) for row in rows]

    def canonical(self, documents: Iterable[str]) -> dict[tuple[str, str], str]:
        """(document, name in it) -> canonical name, where the two differ."""
        found: dict[tuple[str, str], str] = {}
        for part in _parts(sorted(set(documents))):
            marks = question_marks(part)
            rows = self._db.stream(
                "SELECT document, name, canonical FROM people WHERE canonical != name "
                f"AND document IN ({marks})",
                part,
            )
            found.update(map(renamed_of, rows))
        return found


def _parts(values: Sequence[int] | Sequence[str]) -> Iterator[list[int | str]]:
    for start in range(0, len(values), 500):  # SQLite allows 999 parameters in old builds
        yield list(values[start : start + 500])


def question_marks(values: Sequence[object]) -> str:
    """As many question marks as there are values, for an SQL statement."""
    return ",".join("?" * len(values))
