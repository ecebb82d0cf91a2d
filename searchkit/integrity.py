"""Whether a catalog in SQLite is sound, and what of it can be derived again.

A *damage* is one thing that is wrong. Where it names a document, what the catalog holds of that
document is wrong, and can be made again from its text; the counts of tags and passages are derived
from the rows of passages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .analysis import key as tag_key
from .database import Database
from .errors import IndexDamaged
from .rows import PASSAGE, outline_of, passage_of, person_of, tag_values
from .storage import Damage

__all__ = ["damages", "forget", "recount"]

_DOCUMENTS = (
    "SELECT *, (SELECT count(*) FROM passages AS p WHERE p.document = documents.id) AS counted "
    "FROM documents ORDER BY id"
)
_ORPHANS = "SELECT DISTINCT document FROM people WHERE document NOT IN (SELECT id FROM documents)"
_AHEAD = (
    "SELECT count(*) FROM (SELECT generation FROM passages "
    "UNION ALL SELECT generation FROM removed) WHERE generation > ?"
)
_AGAIN = "SELECT count(*) FROM removed WHERE key IN (SELECT key FROM passages)"


def damages(db: Database, generation: int) -> Iterator[Damage]:
    """All that is wrong in a catalog of that generation."""
    try:
        for row in db.execute("PRAGMA integrity_check(20)"):
            if row[0] != "ok":
                yield Damage("", f"the file is damaged: {row[0]:.200}")
        yield from _documents(db)
        yield from _passages(db)
        yield from _people(db)
        (ahead,) = db.execute(_AHEAD, (generation,)).fetchone()
        if ahead:
            yield Damage("", f"{ahead} rows are of a later generation than {generation}")
        (again,) = db.execute(_AGAIN).fetchone()
        if again:
            yield Damage("", f"{again} passages are noted as removed")
        if _counted(db) != {(r[0], r[1]): r[2] for r in db.execute(_TAGS)}:
            yield Damage("", "the counts of tags are not those of the passages")
    except IndexDamaged as error:
        yield Damage("", _told(error))


_TAGS = "SELECT field, key, passages FROM tags"


def _told(error: IndexDamaged) -> str:
    return str(error).removesuffix(': run "searchkit check"')


def _documents(db: Database) -> Iterator[Damage]:
    for row in db.execute(_DOCUMENTS):
        try:
            outline_of(row, (), ())
        except IndexDamaged as error:
            yield Damage(str(row["id"]), _told(error))
        if row["passages"] != row["counted"]:
            told = f"it is said to have {row['passages']} passages and has {row['counted']}"
            yield Damage(str(row["id"]), told)


def _passages(db: Database) -> Iterator[Damage]:
    """Passages that cannot be read, or do not say what their document says at their offsets."""
    document, text = None, None
    for row in db.execute(f"SELECT {PASSAGE} FROM passages ORDER BY document, key"):
        place = str(row["document"])
        try:
            passage = passage_of(row)
        except IndexDamaged as error:
            yield Damage(place, _told(error))
            continue
        if document != place:
            document, text = place, None
            found = db.execute("SELECT text FROM documents WHERE id = ?", (place,)).fetchone()
            text = found[0] if found else None
        # A passage that a user has added to a document has an id and a text of its own.
        if type(text) is str and passage.id.startswith(f"{document}#"):
            if text[passage.start : passage.end] != passage.text:
                told = f"{passage.id} is not what its text says at {passage.start}:{passage.end}"
                yield Damage(place, told)
            for said in passage.statements:
                if not passage.start <= said.start <= said.end <= passage.end:
                    told = f"a statement of {passage.id} is at {said.start}:{said.end}, outside it"
                    yield Damage(place, told)


def _people(db: Database) -> Iterator[Damage]:
    for row in db.execute("SELECT * FROM people ORDER BY document, position"):
        try:
            person_of(row)
        except IndexDamaged as error:
            yield Damage(str(row["document"]), _told(error))
    for row in db.execute(_ORPHANS):
        yield Damage("", f"people are kept of {row[0]!r:.60}, which is no document")


def _counted(db: Database) -> dict[tuple[str, str], int]:
    counts: Counter[tuple[str, str]] = Counter()
    for row in db.execute(f"SELECT {PASSAGE} FROM passages"):
        try:
            values = tag_values(passage_of(row))
        except IndexDamaged:
            continue
        counts.update(
            (field, tag_key(value))
            for field, shown in values.items()
            for value in set(shown)
            if value
        )
    return dict(counts)


def recount(db: Database) -> None:
    """Derive tags and counts again, and forget what belongs to nothing. Needs a transaction."""
    shown: dict[tuple[str, str], str] = {}
    for row in db.execute(f"SELECT {PASSAGE} FROM passages ORDER BY key").fetchall():
        for field, values in tag_values(passage_of(row)).items():
            for value in values:
                shown.setdefault((field, tag_key(value)), value)
    db.execute("DELETE FROM tags")
    db.executemany(
        "INSERT INTO tags VALUES (?, ?, ?, ?)",
        [(field, key, shown[field, key], n) for (field, key), n in _counted(db).items()],
    )
    db.execute("DELETE FROM people WHERE document NOT IN (SELECT id FROM documents)")
    db.execute("DELETE FROM removed WHERE key IN (SELECT key FROM passages)")
    db.execute(
        "UPDATE documents SET passages = "
        "(SELECT count(*) FROM passages AS p WHERE p.document = documents.id)"
    )
    db.execute("REINDEX")


def forget(db: Database, document: str, generation: int) -> tuple[str, str, str] | None:
    """Take a document's rows away unread, and return its path, digest and text.

    Passages that a user has added to it stay. None: it has no text to be made again from.
    """
    row = db.execute(
        "SELECT path, digest, text FROM documents WHERE id = ?", (document,)
    ).fetchone()
    if row is None or type(row["text"]) is not str:
        return None
    own = "FROM passages WHERE document = ? AND substr(id, 1, length(document) + 1) = ?"
    values = (document, f"{document}#")
    db.execute(f"INSERT OR REPLACE INTO removed SELECT key, ? {own}", (generation + 1, *values))
    db.execute(f"DELETE {own}", values)
    db.execute("DELETE FROM people WHERE document = ?", (document,))
    db.execute("DELETE FROM documents WHERE id = ?", (document,))
    return str(row["path"] or ""), str(row["digest"]), row["text"]
