"""Long runs: what was read is kept in between, when told to stop, and when a process dies."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

import searchkit
from searchkit import indexing, reading
from searchkit.errors import IndexLocked


@pytest.fixture(autouse=True)
def saving_takes_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would be done less often than told."""
    monkeypatch.setattr(indexing, "_SAVING", float("inf"))


def talks(folder: Path, count: int) -> None:
    """So many documents of a passage each, with the same two people."""
    folder.mkdir()
    for number in range(count):
        (folder / f"talk{number}.txt").write_text(
            f"Talks {number}\n\nMay 4, {2001 + number}\n\nForeign Minister Anna Dahl met with "
            "Foreign Minister Carla Soto of Chile. Minister Dahl said that herring is scarce.\n",
            encoding="utf-8",
        )


def test_what_was_saved_in_between_holds(tmp_path: Path) -> None:
    talks(tmp_path / "talks", 6)

    def fail(done: int, _total: int, _path: str) -> None:
        if done == 5:
            raise RuntimeError

    for save_every, kept in ((None, 0), (0.0, 4)):
        with searchkit.Index.create(tmp_path / str(kept)) as index:
            with pytest.raises(RuntimeError):
                index.add_files(tmp_path / "talks", progress=fail, save_every=save_every)
            index.rollback()
            assert len(index.documents()) == kept
            assert index.search("herring").total == kept
            assert index.check().problems == ()


def test_saving_in_between_changes_nothing(tmp_path: Path) -> None:
    talks(tmp_path / "talks", 5)
    whole, parts = searchkit.Index.in_memory(), searchkit.Index.in_memory()
    one = whole.add_files(tmp_path / "talks")
    other = parts.add_files(tmp_path / "talks", save_every=0.0)
    whole.commit()
    parts.commit()
    assert one == other
    assert list(whole.documents()) == list(parts.documents())
    assert list(whole.names("dahl")) == list(parts.names("dahl"))
    assert list(whole.search("herring")) == list(parts.search("herring"))


def test_who_saves_in_between_lets_nobody_write(tmp_path: Path) -> None:
    talks(tmp_path / "talks", 3)
    refused = []

    def other(done: int, _total: int, _path: str) -> None:
        with pytest.raises(IndexLocked):
            searchkit.Index.open(tmp_path / "index", wait=0).remove(["talk0"])
        refused.append(done)

    with searchkit.Index.create(tmp_path / "index") as index:
        index.add_files(tmp_path / "talks", progress=other, save_every=0.0)
    assert refused == [1, 2, 3]


def test_reading_stops_when_told(tmp_path: Path) -> None:
    talks(tmp_path / "talks", 6)
    read: list[int] = []
    with searchkit.Index.create(tmp_path / "index") as index:
        report = index.add_files(
            tmp_path / "talks",
            progress=lambda done, *_: read.append(done),
            stop=lambda: len(read) == 2,
        )
        assert (report.added, report.left) == (2, 4)
    with searchkit.Index.create(tmp_path / "index") as index:
        (tmp_path / "talks/talk0.txt").write_text("Other talks\n\nNothing.\n", encoding="utf-8")
        report = index.add_files(tmp_path / "talks", stop=lambda: True)
        assert (report.added, report.changed, report.unchanged, report.left) == (0, 0, 0, 6)
        report = index.add_files(tmp_path / "talks")
        assert (report.added, report.changed, report.unchanged, report.left) == (4, 1, 1, 0)


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="what is patched here is patched here only"
)
def test_a_file_that_ends_the_process_that_reads_it_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talks(tmp_path / "talks", 45)
    read = reading._read

    def killed(task: tuple[str, str], thesaurus: searchkit.Thesaurus) -> reading.Read:
        if task[1] == "talk20":
            os._exit(9)
        return read(task, thesaurus)

    monkeypatch.setattr(reading, "_read", killed)
    index = searchkit.Index.in_memory()
    report = index.add_files(tmp_path / "talks", jobs=2)
    assert report.added == 44
    ((path, reason),) = report.skipped
    assert path.endswith("talk20.txt")
    assert reason.startswith("ended the process that read it")
