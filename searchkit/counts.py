"""Counting in the catalog: who speaks where, what about, when; and ids and values by beginning.

Lists of a row are JSON arrays, which ``json_each`` takes apart; keys are handed over as one array,
however many they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from .analysis import key as tag_key
from .database import Database
from .rows import dump

__all__ = ["SqliteCounts"]

_CHOSEN = "SELECT value FROM json_each(?)"
"""Keys as one parameter, however many."""


class SqliteCounts:
    """The part of :class:`searchkit.catalog.SqliteCatalog` that counts."""

    _db: Database

    def get(self, name: str) -> str | None:
        """A setting of the index."""
        raise NotImplementedError

    def set(self, name: str, value: str) -> None:
        """Write a setting of the index."""
        raise NotImplementedError

    def tags(self, field: str, *, words: Sequence[str] = ()) -> dict[str, str]:
        """The values of a tag field in use, those with all of the words: key -> as shown."""
        having = " AND instr(' ' || key || ' ', ?)" * len(words)
        rows = self._db.execute(
            f"SELECT key, shown FROM tags WHERE field = ?{having}",
            (field, *(f" {word} " for word in words)),
        )
        return {row[0]: row[1] for row in rows}

    def tag_lines(self, field: str) -> str:
        """The keys of the values of a tag field in use, each between two line ends."""
        row = self._db.execute(
            "SELECT group_concat(key, char(10)) FROM tags WHERE field = ?", (field,)
        ).fetchone()
        return f"\n{row[0] or ''}\n"

    def tag(self, field: str, key: str) -> str | None:
        """The value of a tag field with that key as shown, None if it is not in use."""
        rows = self._db.execute("SELECT shown FROM tags WHERE field = ? AND key = ?", (field, key))
        return next((row[0] for row in rows), None)

    def values_from(self, field: str, part: str, *, limit: int) -> list[str]:
        """Values of a tag field with a word that begins with ``part``, as shown."""
        start = tag_key(part).replace("%", "").replace("_", "")
        rows = self._db.execute(
            "SELECT shown FROM tags WHERE field = ? AND (key LIKE ? OR key LIKE ?) "
            "ORDER BY passages DESC, key LIMIT ?",
            (field, f"{start}%", f"% {start}%", limit),
        )
        return [row["shown"] for row in rows]

    def ids_from(self, part: str, *, passages: bool, limit: int) -> list[str]:
        """Ids that begin with ``part``: of documents, or from a ``#`` on of passages too."""
        named = "passages" if passages and "#" in part else "documents"
        rows = self._db.execute(
            f"SELECT id FROM {named} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
            (part, f"{part}\U0010ffff", limit),
        )
        return [row["id"] for row in rows]

    def roles_of(self, canonical: str) -> list[tuple[str, str | None, str | None]]:
        """(role or ``""``, first date, last date) over the documents that name a person."""
        rows = self._db.execute(
            "SELECT coalesce(role, ''), min(day), max(day) FROM (SELECT p.role, CASE "
            "WHEN coalesce(d.date_meeting, d.date_published) NOT LIKE '--%' "
            "THEN coalesce(d.date_meeting, d.date_published) END AS day FROM main.people AS p "
            "JOIN documents AS d ON d.id = p.document WHERE p.canonical = ?) GROUP BY 1",
            (canonical,),
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def statements_of(self, canonical: str) -> tuple[int, int]:
        """How many statements a person makes, and in how many documents."""
        row = self._db.execute(
            "SELECT count(*), count(DISTINCT q.document) FROM main.people AS p "
            "JOIN passages AS q ON q.document = p.document, json_each(q.statements) AS s "
            "WHERE p.canonical = ? AND json_extract(s.value, '$[0]') = p.name",
            (canonical,),
        ).fetchone()
        return row[0], row[1]

    def renamed(self) -> tuple[dict[str, str], Set[str]]:
        """Names in documents -> canonical names, and the names for which that is not enough.

        These mean several persons, stand in a document that has two names of one person, or stand
        in passages without a document as well. What the last commit found holds until the next.
        """
        try:
            generation, canonical, several = json.loads(self.get("renamed") or "")
            if generation == self.get("generation"):
                texts = chain(canonical, canonical.values(), several)
                if {str}.issuperset(map(type, texts)):
                    return canonical, set(several)
        except (ValueError, TypeError, AttributeError, RecursionError):
            pass  # It comes from elsewhere, or from a version that kept none.
        return self._renamed()

    def keep_renamed(self, generation: int) -> None:
        """Keep what :meth:`renamed` tells, which takes a look at everybody, for a generation."""
        canonical, several = self._renamed()
        self.set("renamed", dump([str(generation), canonical, sorted(several)]))

    def _renamed(self) -> tuple[dict[str, str], Set[str]]:
        # What differs is read from an index that holds all three columns; the rest is looked up.
        rows = self._db.execute(
            "SELECT name, min(canonical), min(canonical) != max(canonical) OR EXISTS "
            "(SELECT 1 FROM main.people AS p WHERE p.canonical = o.name AND p.name = o.name) "
            "FROM main.people AS o INDEXED BY people_canonical "
            "WHERE canonical != name GROUP BY name"
        )
        named = {row[0]: (row[1], row[2]) for row in rows}
        twice = self._db.execute(
            "SELECT p.name, q.name FROM main.people AS p JOIN main.people AS q "
            "ON q.canonical = p.canonical AND q.document = p.document AND q.name != p.name "
            "WHERE p.canonical != p.name"
        )
        several = {name for name, (_, more) in named.items() if more}
        several |= {name for row in twice for name in row}
        if named and self._others():
            several |= named.keys()
        return {n: canonical for n, (canonical, _) in named.items() if n not in several}, several

    def _others(self) -> bool:
        """Whether there are passages that stand in no document, where names are as they are."""
        rows = self._db.execute(
            "SELECT 1 FROM passages WHERE document NOT IN (SELECT id FROM documents) LIMIT 1"
        )
        return next(rows, None) is not None

    def tag_counts(
        self,
        field: str,
        keys: Sequence[int] | None = None,
        *,
        names: Iterable[str] | None = None,
    ) -> list[tuple[str, int, int]]:
        """(value, passages, documents) of ``speakers``, ``topics``, ``people`` or ``countries``.

        Over the passages with the given keys, or over all; most passages first. With ``names``,
        only what stands in passages under these is counted.
        """
        assert field in ("speakers", "topics", "people", "countries")
        value = "CAST(own.value AS TEXT)"
        join = ""
        if field in ("speakers", "people"):
            value = "coalesce(people.canonical, CAST(own.value AS TEXT))"
            join = "LEFT JOIN people ON people.document = p.document AND people.name = own.value "
        wanted = [
            (condition, dump(list(values)))
            for condition, values in (("p.key", keys), ("own.value", names))
            if values is not None
        ]
        where = " AND ".join(f"{condition} IN ({_CHOSEN})" for condition, _ in wanted)
        where = where and f"WHERE {where}"
        if field == "people":
            # The column people of passages and the table of that name meet in one statement.
            join = join.replace("LEFT JOIN people ", "LEFT JOIN main.people ")
        rows = self._db.execute(
            f"SELECT {value} AS v, count(DISTINCT p.key), count(DISTINCT p.document) "
            f"FROM passages AS p, json_each(p.{field}) AS own {join}{where} "
            "GROUP BY v ORDER BY 2 DESC, v",
            [values for _, values in wanted],
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def year_counts(self, keys: Sequence[int]) -> list[tuple[str, int]]:
        """(year, passages) over the passages with the given keys, in order of time."""
        rows = self._db.execute(
            "SELECT substr(date, 1, 4), count(*) FROM passages "
            f"WHERE key IN ({_CHOSEN}) AND date NOT LIKE '--%' GROUP BY 1 ORDER BY 1",
            (dump(list(keys)),),
        )
        return [(row[0], row[1]) for row in rows]

    def document_counts(self, field: str, keys: Sequence[int]) -> Iterator[tuple[str, str, int]]:
        """(document, value, passages) of ``speakers`` or ``topics`` over these passages."""
        assert field in ("speakers", "topics")
        value, join = "CAST(own.value AS TEXT)", ""
        if field == "speakers":
            value = f"people.canonical, {value}"
            join = (
                "LEFT JOIN main.people ON people.document = p.document AND people.name = own.value "
            )
        rows = self._db.execute(
            f"SELECT coalesce(nullif(p.document, ''), p.id), coalesce({value}, ''), "
            f"count(DISTINCT p.key) FROM passages AS p LEFT JOIN json_each(p.{field}) AS own "
            f"ON true {join}WHERE p.key IN ({_CHOSEN}) GROUP BY 1, 2",
            (dump(list(keys)),),
        )
        for row in rows:
            yield row[0], row[1], row[2]

    def documents_of(self, keys: Sequence[int]) -> dict[int, str]:
        """The documents that passages stand in, by key; one of its own stands in itself."""
        rows = self._db.execute(
            "SELECT key, coalesce(nullif(document, ''), id) FROM passages "
            f"WHERE key IN ({_CHOSEN})",
            (dump(list(keys)),),
        )
        return {row[0]: row[1] for row in rows}
