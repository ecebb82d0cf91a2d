"""Engines on disk: other processes, crashes, and files that come from a stranger."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from whoosh.codec.whoosh3 import W3Codec, W3TermInfo
from whoosh.filedb.structfile import BufferFile
from whoosh.formats import Existence
from whoosh.index import TOC

from searchkit import Index, Passage
from searchkit.engines import segment_writer
from searchkit.engines.base import (
    Engine,
    EngineDocument,
    open_engine,
    read_marker,
    write_marker,
)
from searchkit.engines.whoosh import WhooshEngine
from searchkit.errors import IndexDamaged, IndexError_, IndexLocked
from searchkit.query.plan import Days, Every, Keyword, Phrase, Some, Term, Without

both = pytest.mark.parametrize("name", ["whoosh", "tantivy"])
only_whoosh = pytest.mark.parametrize("name", ["whoosh"])

WORDS = ["cod", "hake", "eel", "ling", "tusk", "pike", "bream"]


def passages(*keys: int) -> list[EngineDocument]:
    """Passage ``n`` holds the first words, ``n`` of them at most, and ``n`` itself."""
    return [
        EngineDocument(key, {"text": [" ".join([*WORDS[:key], str(key)])]}, {"speaker": ["tanaka"]})
        for key in keys
    ]


def keys(engine: Engine, term: str = "cod") -> list[int]:
    return sorted(key for key, _ in engine.search(Term("text", term), limit=None).hits)


@pytest.fixture
def folder(tmp_path: Path, name: str) -> Path:
    """Where an engine holds the passages 1 to 9 in two segments, 4 removed."""
    path = tmp_path / "engine"
    engine = open_engine(name, path, create=True)
    engine.apply(generation=1, removed=(), added=passages(*range(1, 7)))
    engine.apply(generation=2, removed=[4], added=passages(7, 8, 9))
    engine.close()
    return path


@both
def test_reopening(name: str, folder: Path) -> None:
    engine = open_engine(name, folder, create=False)
    assert (engine.name, engine.generation, len(engine)) == (name, 2, 8)
    assert keys(engine) == [1, 2, 3, 5, 6, 7, 8, 9]
    assert keys(engine, "4") == []
    assert engine.terms("text", "p") == [("pike", 4)]
    engine.apply(generation=3, removed=[9], added=passages(4))
    again = open_engine(name, folder, create=False)
    assert (again.generation, keys(again)) == (3, list(range(1, 9)))


@both
def test_creating_replaces_what_is_there(name: str, folder: Path) -> None:
    engine = open_engine(name, folder, create=True)
    assert (engine.generation, len(engine), engine.terms("text")) == (0, 0, [])


@both
def test_a_reader_stays_with_its_generation(name: str, folder: Path) -> None:
    reader, writer = (open_engine(name, folder, create=False) for _ in range(2))
    writer.apply(generation=3, removed=range(1, 9), added=passages(4))
    assert (reader.generation, keys(reader)) == (2, [1, 2, 3, 5, 6, 7, 8, 9])
    reader.refresh()
    assert (reader.generation, keys(reader)) == (3, [4, 9])


@both
def test_a_second_writer_is_refused(name: str, folder: Path) -> None:
    engine = open_engine(name, folder, create=False)

    def held() -> Iterator[EngineDocument]:
        other = open_engine(name, folder, create=False)
        with pytest.raises(IndexLocked, match="wait until it has finished"):
            other.apply(generation=3, removed=[1], added=())
        yield from passages(4)

    # tantivy draws its first passages before it takes the lock.
    many = [EngineDocument(key, {}) for key in range(100, 1200)]

    def added() -> Iterator[EngineDocument]:
        yield from many
        yield from held()

    engine.apply(generation=3, removed=(), added=added())
    assert (engine.generation, len(engine)) == (3, 9 + 1100)
    engine.apply(generation=4, removed=range(100, 1200), added=())
    assert keys(engine) == list(range(1, 10))


@both
def test_a_change_that_breaks_off_changes_nothing(name: str, folder: Path) -> None:
    engine = open_engine(name, folder, create=False)

    def added() -> Iterator[EngineDocument]:
        yield from passages(10)
        raise KeyError("the catalog is gone")

    with pytest.raises(KeyError, match="the catalog is gone"):
        engine.apply(generation=3, removed=[1], added=added())
    engine.refresh()
    assert (engine.generation, keys(engine)) == (2, [1, 2, 3, 5, 6, 7, 8, 9])
    engine.apply(generation=3, removed=[1], added=passages(10))
    assert keys(engine) == [2, 3, 5, 6, 7, 8, 9, 10]


@both
def test_nothing_is_seen_before_the_catalog_has_committed(name: str, folder: Path) -> None:
    engine = open_engine(name, folder, create=False)

    def fail() -> None:
        other = open_engine(name, folder, create=False)
        assert (other.generation, other.settled, keys(other)) == (2, True, [1, 2, 3, 5, 6, 7, 8, 9])
        raise KeyError("the catalog is gone")

    with pytest.raises(KeyError, match="the catalog is gone"):
        engine.apply(generation=3, removed=[1], added=passages(10), before=fail)
    engine.refresh()
    assert (engine.generation, engine.settled) == (2, True)
    assert keys(engine) == [1, 2, 3, 5, 6, 7, 8, 9]


@both
def test_an_engine_is_settled_unless_a_commit_was_cut_off(name: str, folder: Path) -> None:
    engine = open_engine(name, folder, create=False)
    write_marker(folder, 2, settled=False)
    assert engine.settled
    engine.refresh()
    assert (engine.generation, engine.settled) == (2, False)
    engine.apply(generation=3, removed=[1], added=passages(10))
    assert (engine.generation, engine.settled) == (3, True)
    assert keys(engine) == [2, 3, 5, 6, 7, 8, 9, 10]


@both
def test_a_marker_behind_the_postings_does_no_harm(name: str, folder: Path) -> None:
    engine = open_engine(name, folder, create=False)
    engine.apply(generation=3, removed=[1], added=passages(10))
    write_marker(folder, 2)
    engine.refresh()
    assert (engine.generation, keys(engine)) == (2, [2, 3, 5, 6, 7, 8, 9, 10])
    engine.apply(generation=3, removed=[1], added=passages(10))
    assert (engine.generation, keys(engine), len(engine)) == (3, [2, 3, 5, 6, 7, 8, 9, 10], 8)


def test_files_of_a_killed_tantivy_writer_are_in_nobodys_way(tmp_path: Path) -> None:
    engine = open_engine("tantivy", tmp_path, create=True)
    engine.apply(generation=1, removed=(), added=passages(1, 2, 3))
    engine.close()
    before = {name: (tmp_path / name).read_bytes() for name in ("meta.json", "generation")}
    for _ in range(2):
        # The second time, the files of a commit that was cut off are there already.
        engine = open_engine("tantivy", tmp_path, create=False)
        engine.apply(generation=2, removed=[2], added=())
        assert keys(engine) == [1, 3]
        engine.close()
        for name, held in before.items():
            (tmp_path / name).write_bytes(held)


@both
@pytest.mark.parametrize("marker", ["", "1", "99 2", "one 2", "2 2 done", "\ufeff1 2"])
def test_a_marker_that_says_nothing(name: str, folder: Path, marker: str) -> None:
    (folder / "generation").write_text(marker, encoding="utf-8")
    with pytest.raises(IndexDamaged, match="searchkit index --rebuild"):
        open_engine(name, folder, create=False)


@both
def test_an_engine_of_an_earlier_format_is_built_anew(name: str, tmp_path: Path) -> None:
    with Index.create(tmp_path / "index", engine=name) as index:
        index.add_passages([Passage(id="a", text="Of herring and cod.", date="2002-06")])
    folder = next((tmp_path / "index").glob(f"{name}-*"))
    (folder / "generation").write_text("3 1\n", encoding="ascii")
    with pytest.raises(IndexDamaged, match=r"another version of searchkit; .* --rebuild"):
        open_engine(name, folder, create=False)
    with Index.open(tmp_path / "index") as index:
        assert [hit.passage.id for hit in index.search("cod", since="2002", until="2002")] == ["a"]
    assert not folder.exists()


@both
def test_no_engine_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match=r"missing .*searchkit index --rebuild"):
        open_engine(name, tmp_path / "nothing", create=False)


@both
def test_an_engine_without_its_files(name: str, folder: Path) -> None:
    for path in folder.iterdir():
        if path.name != "generation":
            path.unlink()
    with pytest.raises(IndexDamaged, match="searchkit index --rebuild"):
        open_engine(name, folder, create=False)


@both
def test_a_folder_that_cannot_be_written(name: str, folder: Path) -> None:
    engine = open_engine(name, folder, create=False)
    shutil.rmtree(folder)
    with pytest.raises(IndexError_, match="see to disk space and permissions"):
        engine.apply(generation=3, removed=(), added=passages(4))


@both
def test_small_changes_leave_few_files(name: str, folder: Path) -> None:
    engine = open_engine(name, folder, create=False)
    for generation in range(3, 23):
        engine.apply(generation=generation, removed=(), added=passages(generation))
    assert len(engine) == 8 + 20 - 6
    assert len(list(folder.iterdir())) < 60
    assert read_marker(folder) == (22, True)


@both
def test_searching_imports_one_library_at_most(name: str, folder: Path) -> None:
    script = f"""
import pathlib, sys
from searchkit.engines.base import open_engine
from searchkit.query.plan import Term
engine = open_engine({name!r}, pathlib.Path({str(folder)!r}), create=False)
assert engine.search(Term("text", "cod"), limit=1).total == 8
print([m for m in ("whoosh", "tantivy", "numpy", "nltk", "hashlib") if m in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    expected = [] if name == "whoosh" else ["tantivy"]
    assert (done.stdout, done.stderr) == (f"{expected}\n", "")


@both
def test_large_changes_come_in_several_segments(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment_writer, "_BATCH", 20)
    monkeypatch.setattr(segment_writer, "_SMALL", 2)
    engine = open_engine(name, tmp_path / "engine", create=True)
    engine.apply(generation=1, removed=(), added=passages(*range(1, 30), *range(3, 9)))
    assert (len(engine), keys(engine)) == (29, list(range(1, 30)))
    engine.apply(generation=2, removed=range(1, 28), added=passages(2, 28, 30))
    assert keys(engine) == [2, 28, 29, 30]
    assert engine.terms("text", "2") == [("2", 1), ("28", 1), ("29", 1)]
    assert len(engine.search(Phrase("text", ((0, "hake"), (1, "eel"))), limit=None).hits) == 3


# Files from a stranger


class Attack:
    """Unpickled, it makes a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def toc_of(folder: Path) -> Path:
    (path,) = folder.glob("*.toc")
    return path


@only_whoosh
def test_a_pickle_in_place_of_the_segments_does_not_run(
    name: str, folder: Path, tmp_path: Path
) -> None:
    storage = segment_writer.FileStorage(str(folder))
    number = int(toc_of(folder).stem.rpartition("_")[2])
    toc_of(folder).unlink()
    TOC(segment_writer.Schema(), [Attack(tmp_path / "run")], number).write(storage, "MAIN")
    with pytest.raises(IndexDamaged, match=r"mkdir has no place in an index; .* --rebuild"):
        open_engine(name, folder, create=False)
    assert not (tmp_path / "run").exists()


@only_whoosh
def test_a_pickle_in_place_of_the_schema_does_not_run(
    name: str, folder: Path, tmp_path: Path
) -> None:
    path = toc_of(folder)
    data = path.read_bytes()
    attack = pickle.dumps(Attack(tmp_path / "run"), 2)
    schema = pickle.dumps(segment_writer.Schema(), 2)
    assert data.count(bytes([len(schema)]) + schema) == 1
    assert len(attack) < 128
    start = data.index(schema)
    replaced = bytes([len(attack)]) + attack
    path.write_bytes(data[: start - 1] + replaced + data[start + len(schema) :])
    engine = open_engine(name, folder, create=False)
    engine.apply(generation=3, removed=[1], added=passages(10))
    assert keys(engine) == [2, 3, 5, 6, 7, 8, 9, 10]
    assert not (tmp_path / "run").exists()


@only_whoosh
@pytest.mark.parametrize("place", ["directory", "dictionary", "postings"])
def test_a_pickle_in_a_segment_does_not_run(
    name: str, folder: Path, tmp_path: Path, place: str
) -> None:
    attack = pickle.dumps(Attack(tmp_path / "run"), 2)
    for path in folder.glob("*.seg"):
        data = path.read_bytes()
        (directory,) = struct.unpack_from("!q", data)
        pieces = pickle.loads(data[directory:])
        if place == "directory":
            start = directory
        elif place == "dictionary":
            piece = pieces[f"{path.stem}.trm"]
            end = piece["offset"] + piece["length"] - 4
            start = end - struct.unpack_from("!i", data, end)[0]
        else:
            start = pieces[f"{path.stem}.pst"]["offset"] + 8
        path.write_bytes(data[:start] + attack + data[start + len(attack) :])
    with pytest.raises(IndexDamaged, match="mkdir has no place in an index"):
        search_everything(open_engine(name, folder, create=False))
    assert not (tmp_path / "run").exists()


def search_everything(engine: Engine) -> None:
    for word in (*WORDS, *map(str, range(10))):
        phrase = Phrase("text", ((0, word), (1, "hake")), slop=2)
        filters = Some((Keyword("speaker", ("tanaka",)), Days(None, None)))
        engine.search(Some((Term("text", word), phrase, Without(Every(), filters))), limit=5)
    engine.terms("text")
    engine.document_frequency("text", "cod")


@only_whoosh
def test_damaged_bytes_are_found_or_harmless(name: str, folder: Path) -> None:
    chance = random.Random(5)
    damaged = 0
    for path in (toc_of(folder), *folder.glob("*.seg")):
        whole = path.read_bytes()
        for _ in range(150):
            data = bytearray(whole)
            for _ in range(chance.choice([1, 1, 4])):
                data[chance.randrange(len(data))] = chance.choice([0, 1, 46, 127, 128, 255])
            path.write_bytes(data if chance.random() < 0.8 else data[: chance.randrange(len(data))])
            try:
                search_everything(open_engine(name, folder, create=False))
            except IndexDamaged:
                damaged += 1
        path.write_bytes(whole)
    assert damaged > 100
    search_everything(open_engine(name, folder, create=False))


@both
def test_a_cut_off_file_is_found(name: str, folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        if path.suffix in {".seg", ".toc", ".term", ".idx", ".fast"} or path.name == "meta.json":
            whole = path.read_bytes()
            path.write_bytes(whole[: len(whole) // 2])
            with pytest.raises(IndexDamaged, match="cannot be read"):
                search_everything(open_engine(name, folder, create=False))
            path.write_bytes(whole)


# The formats


def test_whoosh_reads_the_postings_that_are_written(tmp_path: Path) -> None:
    engine = open_engine("whoosh", tmp_path / "engine", create=True)
    assert isinstance(engine, WhooshEngine)
    rows = [row for row in range(700) if row % 3]
    engine.apply(
        generation=1,
        removed=(),
        added=[
            EngineDocument(row, {"word": ["hake " * (1 + row % 2) if row in rows else "eel"]})
            for row in range(700)
        ],
    )
    (segment,) = engine._collection.segments
    found = segment._terms.find("word", b"hake")
    assert found is not None
    info = W3TermInfo.from_bytes(bytes(found))
    assert (info.doc_frequency(), info.weight(), info.max_weight()) == (466, 699, 2)
    assert (info.min_id(), info.max_id()) == (1, 698)
    file = BufferFile(memoryview(bytes(segment._postings)))
    matcher = W3Codec().postings_reader(file, info, Existence())
    read = []
    while matcher.is_active():
        read.append((matcher.id(), matcher.weight()))
        matcher.next()
    assert read == [(row, 1 + row % 2) for row in rows]
