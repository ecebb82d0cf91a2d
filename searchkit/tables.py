"""The tables of a catalog in SQLite: made, and looked at before anything in them is believed.

A file may come from a stranger, or from another version. Whoever changes a table raises
:data:`SCHEMA_VERSION`: what was made with another one is refused with what to do about it. Views,
triggers and tables that searchkit has not made are refused as well, since they could answer for
tables of its own.
"""

from __future__ import annotations

from .database import Database
from .errors import IndexDamaged, IndexMissing, IndexTooNew, IndexTooOld

__all__ = ["SCHEMA_VERSION", "check", "missing"]

SCHEMA_VERSION = 2

_SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents(
  id TEXT PRIMARY KEY, path TEXT UNIQUE, digest TEXT NOT NULL, title TEXT NOT NULL, kind TEXT,
  date_published TEXT, date_meeting TEXT, place TEXT, occasion TEXT, passages INTEGER NOT NULL,
  sections TEXT NOT NULL, boilerplate TEXT NOT NULL, acronyms TEXT NOT NULL,
  derived TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE passages(
  key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, document TEXT NOT NULL,
  generation INTEGER NOT NULL, section TEXT NOT NULL, start INTEGER NOT NULL,
  end INTEGER NOT NULL, title TEXT NOT NULL, date TEXT, place TEXT, headings TEXT NOT NULL,
  speakers TEXT NOT NULL, topics TEXT NOT NULL, statements TEXT NOT NULL, people TEXT NOT NULL,
  countries TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX passages_document ON passages(document, key);
CREATE INDEX passages_generation ON passages(generation);
CREATE TABLE removed(key INTEGER PRIMARY KEY, generation INTEGER NOT NULL);
CREATE TABLE people(
  document TEXT NOT NULL, name TEXT NOT NULL, canonical TEXT NOT NULL, role TEXT, country TEXT,
  variants TEXT NOT NULL, participant INTEGER NOT NULL, attended INTEGER NOT NULL,
  derived TEXT NOT NULL, passages INTEGER NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY(document, name)) WITHOUT ROWID;
CREATE INDEX people_canonical ON people(canonical);
CREATE INDEX people_name ON people(name);
CREATE TABLE names(name TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE persons(
  number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE NOT NULL, passages INTEGER NOT NULL);
CREATE TABLE marks(
  mark TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY(mark, person)) WITHOUT ROWID;
CREATE INDEX marks_person ON marks(person);
CREATE TABLE sounds(
  initial TEXT NOT NULL, length INTEGER NOT NULL, sound TEXT NOT NULL,
  PRIMARY KEY(initial, length, sound)) WITHOUT ROWID;
CREATE TABLE tags(
  field TEXT NOT NULL, key TEXT NOT NULL, shown TEXT NOT NULL, passages INTEGER NOT NULL,
  PRIMARY KEY(field, key)) WITHOUT ROWID;
"""

_SQLITES = ("sqlite_sequence", "sqlite_stat1", "sqlite_stat4")
"""Tables that SQLite makes for itself."""


def check(db: Database, place: str, *, create: bool) -> None:
    """See that a database is a catalog that this version can read; make it one if it is new.

    Raises:
        IndexMissing: it was never set up, and ``create`` is false.
        IndexDamaged: searchkit has not made it so.
        IndexTooNew, IndexTooOld: another version has made it.
    """
    if create and not _made(db):
        _make(db)
        return
    made = _made(db)
    version = _setting(db, "schema_version") if "meta" in made else None
    if type(version) is not str or not (version.isascii() and version.isdecimal()):
        raise IndexDamaged(f"{place} holds no catalog of searchkit: name another folder")
    if int(version) > SCHEMA_VERSION:
        raise IndexTooNew(
            f"the index at {place} was written by a newer searchkit (format {version:.10}, this "
            f"one reads up to {SCHEMA_VERSION}): upgrade searchkit"
        )
    if int(version) < SCHEMA_VERSION:
        raise IndexTooOld(
            f"the index at {place} was written by an older searchkit (format {version:.10}, this "
            f"one reads {SCHEMA_VERSION}): index the files anew in another folder, with "
            '"searchkit index PATH --index FOLDER"'
        )
    own = {sql.split("(")[0].split()[2]: sql for sql in _statements()}
    for name in own.keys() | made.keys():
        sql = made.get(name)
        if own.get(name) != sql and name not in _SQLITES:
            raise IndexDamaged(
                f"the catalog of the index at {place} is not as searchkit makes it ({name!r:.40}): "
                "index the files anew in another folder"
            )
    if not create and _setting(db, "rules") is None:
        # Whoever made it ended before it was set up.
        raise missing(place)


def _statements() -> list[str]:
    return [sql.strip() for sql in _SCHEMA.split(";") if sql.strip()]


def _made(db: Database) -> dict[str, object]:
    rows = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {row["name"]: row["sql"] for row in rows}


def _setting(db: Database, name: str) -> object:
    row = db.execute("SELECT value FROM meta WHERE key = ?", (name,)).fetchone()
    return row[0] if row else None


def _make(db: Database) -> None:
    db.execute("BEGIN IMMEDIATE")
    if not _made(db):  # another process may have been first
        for statement in _statements():
            db.execute(statement)
        db.execute(
            "INSERT INTO meta VALUES ('schema_version', ?), ('generation', '0'), "
            "('statements', 'none')",
            (str(SCHEMA_VERSION),),
        )
    db.execute("COMMIT")


def missing(place: str) -> IndexMissing:
    """That there is no index at a place, and what makes one there."""
    option = "" if place == "index_data" else f" --index {place}"
    return IndexMissing(f'no index at {place}: run "searchkit index PATH{option}" first')
