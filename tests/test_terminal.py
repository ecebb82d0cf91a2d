"""What a terminal gets and nothing else does: pages, links, how far a long task is."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import searchkit
from searchkit import console
from searchkit.terminal import Style


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("index"))
    with searchkit.Index.create(folder) as index:
        index.add_passages(
            searchkit.Passage(id=f"cod-{n}", text=f"Cod quota number {n}.") for n in range(30)
        )
    return folder


def seen(arguments: list[str], pager: str, lines: int = 10) -> str:
    """What a terminal of some lines shows of a command."""
    screen, end = pty.openpty()
    root = str(Path(searchkit.__file__).parent.parent)
    environment = {
        **os.environ, "PYTHONPATH": root, "PAGER": pager, "LINES": str(lines), "COLUMNS": "60",
        "NO_COLOR": "1", "TERM": "xterm",
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-m", "searchkit", *arguments],
        stdin=end, stdout=end, stderr=end, env=environment,
    ):  # fmt: skip
        os.close(end)
        got = b""
        while True:
            try:
                part = os.read(screen, 65536)
            except OSError:
                break
            if not part:
                break
            got += part
    os.close(screen)
    return got.decode().replace("\r\n", "\n")


def test_a_long_answer_goes_through_the_pager(place: str) -> None:
    shown = seen(["documents", "--index", place, "--json"], "sed s/^/paged:/")
    # Passages of one's own are no documents.
    assert "paged:" not in shown
    shown = seen(["search", "cod", "-n", "30", "--index", place], "sed s/^/paged:/")
    assert shown.startswith("paged:30 passages\n")
    assert "paged: 30  cod-29" in shown


def test_a_short_answer_does_not(place: str) -> None:
    shown = seen(["search", "cod", "-n", "1", "--index", place], "sed s/^/paged:/", lines=24)
    assert shown.startswith("30 passages; the first shown\n")


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager --at-all"])
def test_no_pager_is_no_trouble(place: str, pager: str) -> None:
    assert seen(["search", "cod", "-n", "30", "--index", place], pager).startswith("30 passages\n")


def test_a_pager_that_stops_reading_is_no_error(place: str) -> None:
    shown = seen(["search", "cod", "-n", "30", "--index", place], "head -n 1")
    assert shown == "30 passages\n"


def test_a_pipe_is_never_paged(place: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "searchkit", "search", "cod", "-n", "30", "--index", place],
        env={**os.environ, "PAGER": "false"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("30 passages\n")


def test_links_lead_to_the_file_as_it_is_named() -> None:
    style = Style(colour=True, width=80, links=True)
    link = style.link("Talks", "/archive/a b\x1b]#1.txt")
    assert link.endswith("/archive/a%20b%1B%5D%231.txt\x1b\\Talks\x1b]8;;\x1b\\")
    assert link.startswith("\x1b]8;;file://")
    assert style.link("Talks", None) == "Talks"
    assert style.link("Talks", "/\udd00.txt") == "Talks"  # no name of a file
    assert Style(colour=True, width=80).link("Talks", "/a.txt") == "Talks"


@pytest.mark.parametrize(
    ("environment", "links"),
    [
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"VTE_VERSION": "6003"}, True),
        ({"VTE_VERSION": "4205"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
        ({"TERM_PROGRAM": "WezTerm", "FORCE_HYPERLINK": "0"}, False),
        ({"TERM_PROGRAM": "WezTerm", "NO_COLOR": "1"}, False),
        ({}, False),
    ],
)
def test_links_only_where_they_are_known_to_work(
    environment: dict[str, str], links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TERM_PROGRAM", "VTE_VERSION", "FORCE_HYPERLINK", "NO_COLOR", "WT_SESSION",
                 "KITTY_WINDOW_ID", "DOMTERM"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Style.of(Stream(True)).links is links


class Stream(io.StringIO):
    """Standard error as a terminal or as a log."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def told(terminal: bool, monkeypatch: pytest.MonkeyPatch, width: int = 200) -> str:
    """What is told of a task of two hours whose files take four seconds each."""
    stream = Stream(terminal)
    now = 0.0
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("time.monotonic", lambda: now)
    monkeypatch.setenv("COLUMNS", str(width))
    with console.progress() as show:
        for done in range(1, 1801):
            now = done * 4.0
            show(done, 1800, f"talks/file\x1b{done}.txt")
    return stream.getvalue()


def test_a_log_gets_a_line_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = told(False, monkeypatch).splitlines()
    assert lines[0] == "15 of 1,800 files, 0.2 a second, 1 h 59 min left"
    assert 115 <= len(lines) <= 120
    assert "\x1b" not in "".join(lines)


def test_a_terminal_gets_one_line_that_is_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = told(True, monkeypatch).split("\r\x1b[K")
    assert shown[-3:] == [
        "1,799 of 1,800 files, 0.2 a second, 4 s left: file␛1799.txt",
        "1,800 files read, writing the index",
        "",
    ]


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (67, "1,000 of 1,800 files, 0.2 a second, 53 min 20 s left: file␛1000.t…"),
        (60, "1,000 of 1,800 files, 0.2 a second, 53 min 20 s left"),
        (50, "1,000 of 1,800 files, 53 min 20 s left"),
        (30, "1,000 of 1,800 files"),
    ],
)
def test_what_there_is_no_room_for_is_left_out(
    width: int, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(True, monkeypatch, width).split("\r\x1b[K")[1000] == line


def test_the_time_left_is_that_of_what_came_last(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(True)
    now = 0.0
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("time.monotonic", lambda: now)
    with console.progress() as show:
        for done in range(1, 1001):  # passed over
            now = done * 0.01
            show(done, 1100, "a.txt")
        for done in range(1001, 1051):
            now += 2.0
            show(done, 1100, "a.txt")
    lines = stream.getvalue().split("\r\x1b[K")
    assert lines[1] == "10 of 1,100 files: a.txt"
    assert lines[-2] == "1,050 of 1,100 files, 0.5 a second, 1 min 40 s left: a.txt"


def test_a_task_that_is_done_at_once_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(True)
    monkeypatch.setattr(sys, "stderr", stream)
    with console.progress() as show:
        show(1, 1, "a.txt")
    assert stream.getvalue() == ""
