"""One writer and many readers of an index: whole generations, and one writer at a time."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Literal

import load
import pytest

import searchkit
from searchkit import Index, IndexLocked, Passage
from searchkit.cli import main
from searchkit.lock import Lock
from searchkit.places import LOCK

SEEDS = Path(__file__).parent.parent / "seeds"

both = pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
Name = Literal["whoosh", "tantivy"]


@pytest.fixture
def place(tmp_path: Path, engine: Name) -> Path:
    """Where an index holds the passages 1 to 9."""
    with Index.create(tmp_path / "index", engine=engine) as index:
        index.add_passages(Passage(id=str(n), text=f"herring {n}") for n in range(1, 10))
    return tmp_path / "index"


def ids(index: Index, query: str = "herring") -> list[str]:
    found = index.search(query, limit=100)
    assert found.total == len(found)
    return sorted(hit.passage.id for hit in found)


@both
def test_an_answer_is_of_one_generation(place: Path) -> None:
    reader = Index.open(place)
    with reader._keeper.ready() as engine:
        with Index.create(place) as writer:
            writer.remove(["1", "2"])
            writer.add_passages(Passage(id="10", text="herring 10"))
        assert (engine.generation, reader._catalog.generation) == (2, 2)
        assert len(engine) == len(reader) == 9
    assert ids(reader) == ["10", *"3456789"]


@both
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_reader_waits_for_the_engine_of_a_catalog_that_has_committed(
    place: Path, engine: Name, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules[f"searchkit.engines.{engine}"]
    reader = Index.open(place)
    reader.search("herring")
    answers: list[list[str]] = []
    asking = threading.Thread(target=lambda: answers.append(ids(reader)))
    real = module.write_marker

    def write_marker(folder: Path, generation: int, *, settled: bool = True) -> None:
        if settled == (moment == "after") and asking.ident is None:
            asking.start()
            asking.join(0.3)
            assert answers == []
        real(folder, generation, settled=settled)

    with Index.create(place) as writer:
        writer.remove(["1"])
        monkeypatch.setattr(module, "write_marker", write_marker)
    asking.join()
    assert answers == [list("23456789")]


@both
def test_a_reader_sees_what_was_committed_when_it_asks_again(place: Path) -> None:
    reader = Index.open(place)
    assert reader.names("Hoekstra") == []
    for number in range(10, 15):
        with Index.create(place) as writer:
            outline = searchkit.Outline(id=f"d{number}", title="Herring", text="Quotas (NEAFC).")
            writer.add_outlines([outline])
            writer.add_passages(Passage(id=str(number), text="herring"))
        assert str(number) in ids(reader)
        assert len(reader.documents()) == number - 9


@both
def test_a_reader_follows_an_index_that_moves(place: Path, engine: Name) -> None:
    reader = Index.open(place)
    assert reader.info().engine == engine
    other = {"whoosh": "tantivy", "tantivy": "whoosh"}[engine]
    Index.open(place).rebuild(other)  # type: ignore[arg-type]
    assert ids(reader) == list("123456789")
    assert reader.info().engine == other
    assert [name for name in os.listdir(place) if name.startswith(("whoosh", "tantivy"))] == [
        f"{other}-1"
    ]


@both
def test_what_cannot_be_written_changes_nothing(
    place: Path, engine: Name, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    module = sys.modules[f"searchkit.engines.{engine}"]
    monkeypatch.setattr(module, "write_marker", full)
    monkeypatch.setattr("searchkit.engines.segment_writer.clean_files", full)
    index = Index.open(place)
    index.remove(["1"])
    with pytest.raises(searchkit.IndexError_, match="No space left on device"):
        index.commit()
    monkeypatch.undo()
    assert len(ids(index)) == len(index)


@both
def test_a_second_writer_waits_and_is_told_who_writes(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    holder = f"process {os.getpid()} on {socket.gethostname()} since 20"
    first = Index.create(place)
    first.remove(["1"])
    with pytest.raises(IndexLocked) as refused:
        Index.create(place, wait=0.05)
    assert f"another process is writing to the index at {place} ({holder}" in str(refused.value)

    with pytest.raises(IndexLocked):
        Index.open(place, wait=0.05).remove(["2"])
    for arguments in (["remove", "2"], ["index", str(SEEDS)]):
        assert main([*arguments, "--index", str(place), "--wait", "0.05"]) == 2
        assert f"({holder}" in capsys.readouterr().err

    second: list[int] = []

    def write() -> None:
        with Index.create(place, wait=30) as index:
            second.append(index.remove(["2"]))

    writing = threading.Thread(target=write)
    writing.start()
    first.commit()
    first.close()
    writing.join()
    assert second == [1]
    assert ids(Index.open(place)) == list("3456789")


def test_a_lock_left_by_a_dead_process_blocks_nobody(tmp_path: Path) -> None:
    script = f"""
import os, pathlib
from searchkit.lock import Lock
Lock(pathlib.Path({str(tmp_path / LOCK)!r})).take()
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", script]).returncode == 9
    assert (tmp_path / "lock.holder").exists()
    lock = Lock(tmp_path / LOCK)
    assert not lock.taken()
    lock.take(timeout=0)
    assert Lock(tmp_path / LOCK).taken()
    with pytest.raises(IndexLocked, match=f"process {os.getpid()} on "):
        Lock(tmp_path / LOCK).take(timeout=0)
    lock.free()
    assert not (tmp_path / "lock.holder").exists()


def test_a_holder_is_told_on_one_short_line(tmp_path: Path) -> None:
    lock = Lock(tmp_path / LOCK)
    lock.take()
    (tmp_path / "lock.holder").write_text("process\n" + "9" * 1000)
    with pytest.raises(IndexLocked) as refused:
        Lock(tmp_path / LOCK).take(timeout=0)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 400 + len(str(tmp_path))


@both
def test_a_folder_that_vanishes_is_told_and_comes_back_whole(place: Path) -> None:
    index = Index.open(place)
    index.search("herring")
    place.rename(place.parent / "away")
    with pytest.raises(searchkit.IndexMissing, match="is gone: see whether its drive is connected"):
        index.remove(["1"])
    index.close()
    (place.parent / "away").rename(place)
    assert Index.open(place).check().problems == ()


@both
def test_many_updates_leave_no_files_behind(engine: Name) -> None:
    wrong, figures = load.updates(engine, 40)
    assert wrong == [], figures
