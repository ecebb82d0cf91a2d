"""An index made by somebody else: it can be refused, and it can do no harm."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import searchkit
from searchkit import Index, IndexDamaged, IndexTooNew, IndexTooOld, SearchkitError
from searchkit.cli import main
from searchkit.places import CATALOG

TEXT = """\
Outline of the Fisheries Talks between Norland and Sudria

May 12, 2004

1. Herring
(1) Minister Ana Lima stated that the herring quota (HQ) had to fall by a third.
(2) Minister Jo Fen responded that a fall by a tenth was enough.

2. Whales
Minister Jo Fen stated that the whale watching treaty was in force.
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where an index holds one outline."""
    (tmp_path / "talks.txt").write_text(TEXT)
    with Index.create(tmp_path / "index") as index:
        index.add_files([tmp_path / "talks.txt"])
    return tmp_path / "index"


def change(place: Path, *statements: str) -> None:
    db = sqlite3.connect(place / CATALOG)
    db.execute("PRAGMA writable_schema = ON")
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def ask_everything(place: Path) -> Iterator[Callable[[Index], object]]:
    """Every question that reads rows."""
    yield lambda index: [str(hit) for hit in index.search("herring quota", facets=True)]
    yield lambda index: str(index.search("speaker:lima topic:treaty", sort="newest"))
    yield lambda index: index.timeline("herring")
    yield lambda index: index.names("Lima")
    yield lambda index: index.speakers()
    yield lambda index: index.topics()
    yield lambda index: index.documents()
    yield lambda index: index.synonyms("herring quota")
    yield lambda index: index.outline("talks")
    yield lambda index: index.neighbours("talks#1.1")
    yield lambda index: index.info()
    yield lambda index: index.rebuild()
    yield lambda index: index.add_files([place.parent / "talks.txt"], prune=True)
    yield lambda index: index.remove(["talks"])


COLUMNS = {
    "documents": "id path digest title kind date_published date_meeting place occasion passages "
    "sections boilerplate acronyms derived text",
    "passages": "id document generation section start end title date place headings speakers "
    "topics statements people countries text",
    "people": "name canonical role country variants participant attended derived passages position",
    "tags": "field key shown passages",
    "removed": "key generation",
}
VALUES = [
    "x'ff00'", "-1", "9223372036854775807", "0.5", "'{'", "'[1]'", "'[[\"x\"]]'", "'{\"a\": 1}'",
    "'[\"' || char(27) || '[31m\"]'", "'2004-13-45'",
    "CAST(x'80' AS TEXT)", "replace(hex(zeroblob(30000)), '00', '[')", "'[null]'",
]  # fmt: skip


@pytest.mark.parametrize("table", COLUMNS)
def test_a_value_of_another_kind_is_refused_or_does_no_harm(
    place: Path, table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = (place / CATALOG).read_bytes()
    questions = [*ask_everything(place)]
    refused = 0
    for place_of, column in enumerate(COLUMNS[table].split()):
        for turn, value in list(enumerate(VALUES))[place_of % 3 :: 3]:
            (place / CATALOG).write_bytes(whole)
            change(place, f"UPDATE OR IGNORE {table} SET {column} = {value}")
            for question in questions[(5 * place_of + turn) % 7 :: 7]:
                try:
                    index = Index.open(place)
                except SearchkitError:
                    refused += 1
                    break
                try:
                    question(index)
                except SearchkitError:
                    refused += 1
                finally:
                    index.close()
            if "char(27)" in value:
                for words in (["search", "herring"], ["documents"], ["show", "talks"], ["topics"]):
                    main([*words, "--index", str(place)])
                said = capsys.readouterr()
                assert "\x1b" not in said.out + said.err
    assert refused > 5 or table in ("removed", "tags")


@pytest.mark.parametrize(
    "setting", ["generation", "thesaurus", "thesaurus_base", "engine", "engine_folder", "rules"]
)
def test_a_setting_of_another_kind_is_refused_or_does_no_harm(place: Path, setting: str) -> None:
    whole = (place / CATALOG).read_bytes()
    questions = [*ask_everything(place)]
    for turn, value in enumerate((*VALUES[::3], "'{\"rows\": []}'", "''", "'..'")):
        (place / CATALOG).write_bytes(whole)
        change(place, f"UPDATE meta SET value = {value} WHERE key = '{setting}'")
        for question in questions[turn % 4 :: 4]:
            try:
                index = Index.open(place)
                try:
                    question(index)
                finally:
                    index.close()
            except SearchkitError:
                continue


def test_a_thesaurus_of_another_shape_is_refused(place: Path) -> None:
    db = sqlite3.connect(place / CATALOG)
    (stored,) = db.execute("SELECT value FROM meta WHERE key = 'thesaurus'").fetchone()
    db.close()
    sound = json.loads(stored)
    for key, wrong in [
        ("rows", [["label"]]), ("first", [0, 10**9]), ("terms", [1]), ("terms", []),
        ("numbers", {"herr": [-1]}), ("numbers", {"herr": 3}), ("lengths", {"herr": [10**30]}),
        ("ignore", [None]), ("rows", {"a": 1}),
    ]:  # fmt: skip
        packed = json.dumps({**sound, key: wrong}).replace("'", "''")
        change(place, f"UPDATE meta SET value = '{packed}' WHERE key = 'thesaurus'")
        index = Index.open(place)
        with pytest.raises(IndexDamaged, match="thesaurus in the index is damaged"):
            index.search("herring")
        index.close()


@pytest.mark.parametrize(
    "attack",
    [
        "CREATE TRIGGER t AFTER DELETE ON passages BEGIN DELETE FROM documents; END",
        "CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT load_extension('evil'); END",
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
        "SELECT i FROM n",
        "CREATE TABLE more(a TEXT DEFAULT (hex(randomblob(1000000))))",
        "CREATE INDEX i ON passages(length(zeroblob(100000000)))",
        "CREATE VIRTUAL TABLE v USING fts5(text)",
        "DROP TABLE tags",
        "ALTER TABLE tags ADD COLUMN more AS (hex(shown))",
        "UPDATE sqlite_master SET sql = replace(sql, 'field TEXT', 'field BLOB') "
        "WHERE name = 'tags'",
    ],
)
def test_tables_of_a_strangers_own_are_refused(place: Path, attack: str) -> None:
    change(place, attack)
    with pytest.raises(IndexDamaged, match="is not as searchkit makes it"):
        Index.open(place)
    with pytest.raises(IndexDamaged, match="is not as searchkit makes it"):
        Index.create(place)


def test_a_view_in_place_of_a_table_is_refused(place: Path) -> None:
    change(place, "ALTER TABLE tags RENAME TO own", "CREATE VIEW tags AS SELECT * FROM own")
    with pytest.raises(IndexDamaged, match="is not as searchkit makes it"):
        Index.open(place)


def test_no_code_is_loaded_by_sqlite(place: Path) -> None:
    index = Index.open(place)
    with pytest.raises(SearchkitError, match="not authorized"):
        index._catalog._db.execute("SELECT load_extension('evil')")  # type: ignore[attr-defined]
    (trusted,) = index._catalog._db.execute("PRAGMA trusted_schema").fetchone()  # type: ignore[attr-defined]
    assert trusted == 0


@pytest.mark.parametrize("depth", [0, 1, 2, 3])
@pytest.mark.parametrize("kind", ["relative", "absolute", "link"])
def test_an_engine_elsewhere_is_not_touched(place: Path, kind: str, depth: int) -> None:
    outside = place.parent / "outside"
    with Index.create(outside) as other:
        other.add_passages(searchkit.Passage(id="secret", text="herring secret"))
    folder = outside / "whoosh-1"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    if kind == "link":
        (place / "whoosh-7").symlink_to(folder, target_is_directory=True)
        named = "whoosh-7"
    else:
        named = str(folder) if kind == "absolute" else "../outside/whoosh-1"
    change(place, f"UPDATE meta SET value = '{named}' WHERE key = 'engine_folder'")
    if kind == "link":
        with pytest.raises(IndexDamaged, match="neither a file nor a folder: take it away"):
            Index.open(place)
        (place / "whoosh-7").unlink()
    index = Index.open(place)
    for question in [*ask_everything(place)][depth::4]:
        question(index)
        index.rollback()
    index.close()
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    "name", ["lock.holder.new", "lock.holder", "lock.sqlite", "catalog.sqlite-wal"]
)
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_nothing_is_written_or_waited_for_through_a_link_or_a_pipe(
    place: Path, name: str, kind: str
) -> None:
    diary = place.parent / "diary.txt"
    diary.write_text("Dear diary")
    for folder, one in ((place, name), (place / "whoosh-1", "generation.new")):
        (folder / one).unlink(missing_ok=True)
        if kind == "link":
            (folder / one).symlink_to(diary)
        else:
            os.mkfifo(folder / one)
        if folder == place:
            for way in (Index.open, Index.create):
                with pytest.raises(IndexDamaged, match="neither a file nor a folder: take it away"):
                    way(place)
            (folder / one).unlink()
    with Index.create(place) as index:
        index.remove(["talks"])
        index.add_files([place.parent / "talks.txt"])
    assert diary.read_text() == "Dear diary"


def test_paths_in_the_catalog_are_shown_and_never_opened(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = place.parent / "secret.txt"
    secret.write_text("The password is swordfish.")
    change(place, f"UPDATE documents SET path = '{secret}'")
    opened: list[str] = []
    for words in (
        ["search", "herring", "--json"], ["show", "talks"], ["show", "talks#1.1"], ["documents"],
        ["timeline", "herring"], ["info"],
    ):  # fmt: skip
        assert main([*words, "--index", str(place)]) == 0
        opened.append(capsys.readouterr().out)
    assert "swordfish" not in "".join(opened)
    with Index.create(place) as index:
        index.add_files([place.parent / "talks.txt"], prune=True)
        index.remove(["talks"])
    assert secret.read_text() == "The password is swordfish."


def test_what_a_catalog_names_is_escaped(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = "talks\x1b]0;owned\x07\u202e\n<script>alert(1)</script>"
    change(
        place,
        f"UPDATE documents SET id = '{evil}', title = '{evil}', path = '/{evil}'",
        f"UPDATE passages SET document = '{evil}', title = '{evil}'",
        f"UPDATE passages SET id = '{evil}' || key, headings = json_array('{evil}')",
        f"UPDATE people SET canonical = '{evil}', document = '{evil}', role = '{evil}'",
    )
    for words in (
        ["search", "herring"], ["documents"], ["names", "lima"], ["speakers"], ["topics"],
        ["timeline", "herring"], ["show", evil], ["show", f"{evil}1"],
    ):  # fmt: skip
        assert main([*words, "--index", str(place)]) in (0, 1, 2)
        said = capsys.readouterr()
        for sign in ("\x1b]", "\x07", "\u202e"):
            assert sign not in said.out + said.err, words
    index = Index.open(place)
    for record in (index.search("herring"), index.timeline("herring"), index.outline(evil)):
        shown = getattr(record, "_repr_html_", str)()
        assert "<script>" not in shown or not hasattr(record, "_repr_html_")
    with pytest.raises(SearchkitError) as refused:
        index.passage(f"{evil}99")
    assert "\x1b" not in str(refused.value)


@pytest.mark.parametrize(
    ("version", "error", "advice"),
    [
        ("0", IndexTooOld, r'"searchkit index PATH --index FOLDER"'),
        ("99", IndexTooNew, "upgrade searchkit"),
        ("one", IndexDamaged, "name another folder"),
        ("", IndexDamaged, "name another folder"),
    ],
)
def test_other_versions_are_refused_with_what_to_do(
    place: Path, version: str, error: type[SearchkitError], advice: str
) -> None:
    change(place, f"UPDATE meta SET value = '{version}' WHERE key = 'schema_version'")
    with pytest.raises(error, match=advice):
        Index.open(place)
    with pytest.raises(error, match=advice):
        Index.create(place)


def test_what_older_rules_made_is_made_anew(place: Path) -> None:
    change(
        place,
        "UPDATE meta SET value = '0.0.1 rules' WHERE key = 'rules'",
        "UPDATE passages SET topics = '[\"Herrings as they were\"]'",
        "UPDATE meta SET value = '0' WHERE key = 'analysis'",
    )
    index = Index.create(place)
    assert index.search("herring").total == 2
    assert "Herrings as they were" not in {count.name for count in index.topics()}


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0" + bytes(1000), os.urandom(4096)])
def test_a_file_that_is_no_database(place: Path, data: bytes) -> None:
    (place / CATALOG).write_bytes(data)
    with pytest.raises(SearchkitError, match=r"searchkit|another folder"):
        Index.open(place)


def test_pages_that_were_overwritten_are_refused_or_do_no_harm(place: Path) -> None:
    import random

    chance = random.Random(8)
    whole = (place / CATALOG).read_bytes()
    refused = 0
    for _ in range(25):
        data = bytearray(whole)
        start = chance.randrange(100, len(data) - 300)
        data[start : start + 200] = chance.randbytes(200)
        (place / CATALOG).write_bytes(data)
        for question in [*ask_everything(place)][:: chance.choice([3, 5])]:
            try:
                index = Index.open(place)
                try:
                    question(index)
                finally:
                    index.close()
            except SearchkitError:
                refused += 1
    assert refused > 8
