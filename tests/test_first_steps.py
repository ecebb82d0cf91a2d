"""What a newcomer meets: the greeting, and Ctrl-C while indexing, once and twice."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from searchkit import Index
from searchkit.cli import main

SLOWLY = """\
import signal, sys, time
from contextlib import contextmanager
from searchkit.cli import main

# A shell that starts the tests in the background has told them to ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)

@contextmanager
def slowly():
    def show(done, total, item):
        print("reading", flush=True)
        time.sleep(0.1)
    yield show

import searchkit.commands.index as command
command.progress = slowly
sys.exit(main(sys.argv[1:]))
"""


def talks(folder: Path, count: int, subject: str) -> None:
    folder.mkdir()
    for number in range(count):
        (folder / f"{subject}{number}.txt").write_text(
            f"Talks {number}\n\nMay 4, 2009\n\nMinister Dahl said that {subject} is scarce.\n",
            encoding="utf-8",
        )


def interrupted(folder: Path, place: Path, times: int, *options: str) -> tuple[int, str, str]:
    """Exit status, last line and errors of indexing that gets so many Ctrl-C."""
    run = subprocess.Popen(
        [sys.executable, "-c", SLOWLY, "index", str(folder), "--index", str(place), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    assert run.stderr is not None
    assert run.stdout.readline() == "reading\n"
    run.send_signal(signal.SIGINT)
    said = run.stderr.readline()
    if times > 1:
        run.send_signal(signal.SIGINT)
    out, errors = run.communicate(timeout=60)
    return run.returncode, out.splitlines()[-1] if out else "", said + errors


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_was_read(jobs: str, tmp_path: Path) -> None:
    talks(tmp_path / "talks", 60, "herring")
    place = tmp_path / "index"
    status, last, errors = interrupted(tmp_path / "talks", place, 1, "--jobs", jobs)
    assert errors == "stopping after this file, to keep what was read; Ctrl-C to stop now\n"
    assert status == 130
    with Index.open(place) as index:
        kept = index.search("herring", exact=True).total
        assert 0 < kept < 60
        assert index.check().problems == ()
    assert last == (
        f"stopped {60 - kept} files were not read; what was is in the index, "
        "and the same command goes on"
    )
    with Index.create(place) as index:
        report = index.add_files([tmp_path / "talks"])
        assert (report.added, report.unchanged, report.left) == (60 - kept, kept, 0)
        index.commit()
        assert index.search("herring", exact=True).total == 60


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_ctrl_c_twice_leaves_what_was_committed(tmp_path: Path) -> None:
    talks(tmp_path / "first", 2, "cod")
    talks(tmp_path / "second", 40, "herring")
    place = tmp_path / "index"
    with Index.create(place) as index:
        index.add_files([tmp_path / "first"])
    status, _, said = interrupted(tmp_path / "second", place, 2)
    assert (status, said.splitlines()[-1]) == (130, "interrupted: what was committed holds")
    assert "Traceback" not in said
    with Index.open(place) as index:
        assert index.search("herring", exact=True).total == 0
        assert index.search("cod").total == 2
        assert index.check().problems == ()
    with Index.create(place) as index:
        assert index.add_files([tmp_path / "second"]).added == 40


def test_the_greeting_goes_by_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SEARCHKIT_INDEX", raising=False)
    assert main([]) == 0
    before = capsys.readouterr().out
    assert "There is no index at index_data yet" in before
    assert before.count("\n  searchkit ") == 3
    assert "searchkit index FOLDER" in before
    Index.create("index_data").close()
    assert main([]) == 0
    after = capsys.readouterr().out
    assert "There is an index at index_data" in after
    assert after.count("\n  searchkit ") == 3
    assert "searchkit index" not in after
