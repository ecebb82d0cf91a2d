"""Checking an index: everything that is wrong is named, and what is derived is derived again."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Literal

import pytest

import searchkit
from searchkit import Index, Passage
from searchkit.cli import main
from searchkit.engines.base import open_engine, write_marker
from searchkit.places import CATALOG

Name = Literal["whoosh", "tantivy"]

TALKS = """\
Outline of the Fisheries Talks between Norland and Sudria

May 12, 2004

1. Herring
(1) Minister Ana Lima stated that the herring quota (HQ) had to fall by a third.
(2) Minister Jo Fen responded that a fall by a tenth was enough.

2. Whales
Minister Jo Fen stated that the whale watching treaty was in force.
"""


@pytest.fixture(params=["whoosh", "tantivy"])
def place(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Where an index holds two outlines and a passage of one's own."""
    for name in ("talks", "again"):
        (tmp_path / f"{name}.txt").write_text(TALKS)
    with Index.create(tmp_path / "index", engine=request.param) as index:
        index.add_files([tmp_path])
        index.add_passages(Passage(id="note", text="A note on herring.", document="talks"))
    return tmp_path / "index"


def change(place: Path, statement: str) -> None:
    db = sqlite3.connect(place / CATALOG)
    db.execute(statement)
    db.commit()
    db.close()


def test_a_whole_index(place: Path) -> None:
    found = Index.open(place).check()
    assert (found.documents, found.passages, found.problems) == (2, 7, ())
    assert found.terms > 50
    assert Index.in_memory().check() == searchkit.Check(0, 0, 0)


DAMAGES = [
    ("UPDATE passages SET text = 'Nonsense' WHERE id = 'talks#2'", "talks",
     "talks#2 is not what its text says at"),
    ("UPDATE passages SET start = start + 1 WHERE id = 'talks#1.1'", "talks",
     "talks#1.1 is not what"),
    ("UPDATE passages SET headings = '{' WHERE id = 'again#2'", "again", "has a damaged row"),
    ("UPDATE passages SET statements = '[[\"Ana Lima\", 0, 9, \"said\", null, [], 0, []]]' "
     "WHERE id = 'again#2'", "again", "a statement of again#2 is at 0:9, outside it"),
    ("UPDATE documents SET sections = '[1]' WHERE id = 'talks'", "talks", "has a damaged row"),
    ("UPDATE documents SET passages = 9 WHERE id = 'talks'", "talks",
     "is said to have 9 passages and has 4"),
    ("UPDATE people SET variants = '3' WHERE document = 'talks'", "talks", "has a damaged row"),
    ("INSERT INTO people SELECT 'gone', name, canonical, role, country, variants, 1, 1, derived, "
     "1, 1 FROM people LIMIT 1", "", "people are kept of 'gone', which is no document"),
    ("DELETE FROM tags WHERE field = 'speaker'", "", "counts of tags are not those"),
    ("UPDATE tags SET passages = 77", "", "counts of tags are not those"),
    ("INSERT INTO removed SELECT key, 1 FROM passages LIMIT 1", "",
     "1 passages are noted as removed"),
    ("UPDATE meta SET value = '{}' WHERE key = 'thesaurus'", "",
     "thesaurus in the index is damaged"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "document", "told"), DAMAGES)
def test_damages_of_the_catalog_are_named_and_mended(
    place: Path, statement: str, document: str, told: str
) -> None:
    before = list(Index.open(place))
    change(place, statement)
    index = Index.open(place)
    named = [problem for problem in index.check().problems if problem.part == "catalog"]
    assert {problem.document for problem in named} <= {document, ""}
    assert any(told in problem.what for problem in named)
    assert index.repair().problems == ()
    assert Index.open(place).check().problems == ()
    assert sorted(Index.open(place), key=lambda p: p.id) == sorted(before, key=lambda p: p.id)
    assert len(index.search("herring", limit=50)) == 5


def test_differences_of_the_engine_are_named_and_mended(place: Path) -> None:
    db = sqlite3.connect(place / CATALOG)
    meta = dict(db.execute("SELECT key, value FROM meta"))
    (key,) = db.execute("SELECT max(key) FROM passages").fetchone()
    db.close()
    folder = place / meta["engine_folder"]
    generation = int(meta["generation"])

    engine = open_engine(meta["engine"], folder, create=False)
    engine.apply(generation=generation, removed=[key], added=())
    engine.close()
    told = [problem.what for problem in Index.open(place).check().problems]
    assert f"it lacks 1 passages (keys {key})" in told
    assert any("terms of the field text are in other passages" in what for what in told)
    assert Index.open(place).repair().problems == ()

    folder = next(path for path in place.iterdir() if path.is_dir())
    for settled, what in (
        (True, f"it holds generation {generation}, and the catalog {generation + 1}"),
        (False, f"it holds generation {generation}, and half another, and the catalog "
         f"{generation + 1}"),
    ):  # fmt: skip
        write_marker(folder, generation, settled=settled)
        assert [problem.what for problem in Index.open(place).check().problems] == [what]
    assert Index.open(place).search("note").total == 1
    assert Index.open(place).check().problems == ()

    for path in folder.iterdir():
        path.unlink()
    assert [p.what for p in Index.open(place).check().problems] == [
        "there is none that can be opened"
    ]
    assert Index.open(place).repair().problems == ()


def test_an_engine_with_the_words_of_others_is_named(place: Path) -> None:
    db = sqlite3.connect(place / CATALOG)
    first, last = db.execute("SELECT min(key), max(key) FROM passages").fetchone()
    # The passages change keys, behind the engine's back: every count stays as it was.
    for old, new in ((first, -1), (last, first), (-1, last)):
        db.execute("UPDATE passages SET key = ? WHERE key = ?", (new, old))
    db.commit()
    db.close()
    problems = Index.open(place).check().problems
    assert any("are not found by their own words" in problem.what for problem in problems)


def test_what_cannot_be_derived_is_told(place: Path) -> None:
    change(place, "UPDATE documents SET text = x'00' WHERE id = 'talks'")
    index = Index.open(place)
    assert any("bytes in place of text" in problem.what for problem in index.check().problems)
    assert any("bytes in place of text" in problem.what for problem in index.repair().problems)


def test_pages_of_the_file_are_looked_at(place: Path) -> None:
    path = place / CATALOG
    Index.open(place).close()
    data = bytearray(path.read_bytes())
    at = data.rindex(b"passages_generation")
    data[-1500:-1400] = bytes(100)
    path.write_bytes(data)
    assert at
    problems = Index.open(place).check().problems
    assert problems


def test_the_command(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["check", "--index", str(place)]
    assert main(words) == 0
    assert capsys.readouterr().out.startswith(f"{place} is whole: 2 documents, 7 passages, ")
    change(place, "DELETE FROM tags")
    assert main([*words, "--json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem == {
        "part": "catalog",
        "document": "",
        "what": "the counts of tags are not those of the passages",
    }
    assert main(words) == 1
    assert "1 problem in" in capsys.readouterr().out
    assert main([*words, "--repair"]) == 0
    assert main(words) == 0
    capsys.readouterr()
    assert main(["check", "--index", str(place / "nothing")]) == 2
    wanted = f'run "searchkit index PATH --index {place / "nothing"}" first'
    assert wanted in capsys.readouterr().err
