"""Completion: what is offered, and that real shells take it."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import shutil
import subprocess
import sys
import termios
from pathlib import Path

import pytest

import searchkit
from searchkit.cli import VARIABLE, main
from searchkit.errors import QueryError

PASSAGES = (
    searchkit.Passage(
        id="1", text="Salmon.", document="quito-2015", speakers=("Rosa Quispe",), topics=("Fish",)
    ),
    searchkit.Passage(id="2", text="Cod.", document="oslo-2016", speakers=("Aino Lehtonen",)),
    searchkit.Passage(id="3", text="Ice.", document="oslo-2016", speakers=("Rosa Quispe",)),
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("index"))
    with searchkit.Index.create(folder) as index:
        index.add_passages(PASSAGES)
    return folder


def offered(
    words: list[str],
    place: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shell: str = "fish",
) -> list[str]:
    monkeypatch.setenv(VARIABLE, shell)
    monkeypatch.setenv("SEARCHKIT_INDEX", place)
    assert main(words) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out.splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["nam"], ["names\tFind a person, however the name is spelt."]),
        (["search", "--speaker", ""], ["Rosa Quispe", "Aino Lehtonen"]),
        (["search", "cod", "--speaker", "leh"], ["Aino Lehtonen"]),
        (["search", "--topic", "f"], ["Fish"]),
        (["search", "--sort", "o"], ["oldest"]),
        (["search", "--speaker", "nobody of that name"], []),
        (["index", "s"], [":files"]),
        (["outline", ""], [":files"]),
        (["search", "--index", ""], [":files"]),
        (["nonsense", ""], []),
    ],
)
def test_what_is_offered(
    words: list[str],
    expected: list[str],
    place: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert offered(words, place, monkeypatch, capsys) == expected


def test_options_come_with_their_help(
    place: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "--speaker\tOnly where NAME speaks." in offered(
        ["search", "--s"], place, monkeypatch, capsys
    )


def test_the_index_named_on_the_line_is_asked(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["search", "--index", place, "--speaker", "qu"]
    assert offered(words, str(tmp_path), monkeypatch, capsys) == ["Rosa Quispe"]


def test_an_index_that_is_not_there_offers_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["search", "--speaker", ""]
    assert offered(words, str(tmp_path / "none"), monkeypatch, capsys) == []


def test_bash_words_come_with_their_quotes(
    place: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for typed in ('"Rosa Q', "'Rosa Q", "Rosa\\ Q"):
        words = ["search", "--speaker", typed]
        assert offered(words, place, monkeypatch, capsys, "bash") == ["Rosa Quispe"]


def test_ids_of_passages_follow_the_document(tmp_path: Path) -> None:
    with searchkit.Index.create(tmp_path) as index:
        index.add_passages([searchkit.Passage(id=f"a#{n}", text="x", document="a") for n in (1, 2)])
        assert index.complete("id", "a#") == ["a#1", "a#2"]
        assert index.complete("id", "a#2") == ["a#2"]
        assert index.complete("speaker", "%") == []
        with pytest.raises(QueryError, match="it can be speaker, topic, person"):
            index.complete("colour", "r")


class Shell:
    """A shell on a terminal of its own."""

    def __init__(self, command: list[str], environment: dict[str, str], folder: Path) -> None:
        self._main, end = pty.openpty()
        self._process = subprocess.Popen(
            command, stdin=end, stdout=end, stderr=end, env=environment, cwd=folder, close_fds=True,
            start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(end)

    def type(self, keys: str) -> None:
        """Type ``keys``."""
        os.write(self._main, keys.encode())

    def wait_for(self, wanted: Path) -> str:
        """What stands in a file that the shell is to write, with the screen read meanwhile."""
        screen = b""
        for _ in range(600):
            if select.select([self._main], [], [], 0.05)[0]:
                try:
                    screen += os.read(self._main, 65536)
                except OSError:
                    break
            if wanted.exists() and wanted.read_text().endswith("\n"):
                return wanted.read_text()
        raise AssertionError(screen.decode(errors="replace"))

    def close(self) -> None:
        """End the shell."""
        self._process.kill()
        self._process.wait()
        os.close(self._main)


@pytest.fixture
def commands(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``searchkit`` is this one and ``told`` notes its arguments."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "searchkit").write_text(
        f'#!/bin/sh\nif [ -n "$SEARCHKIT_COMPLETE" ] || [ "$1" = completion ]; then\n'
        f'exec {sys.executable} -m searchkit "$@"\nfi\n'
        f'for one in "$@"; do echo "<$one>"; done > {tmp_path}/told.part\n'
        f"mv {tmp_path}/told.part {tmp_path}/told\n"
    )
    (bin_ / "searchkit").chmod(0o755)
    root = str(Path(searchkit.__file__).parent.parent)
    return {
        "PATH": f"{bin_}:{os.environ['PATH']}",
        "PYTHONPATH": root,
        "HOME": str(tmp_path),
        "TERM": "dumb",
        "LC_ALL": "C.UTF-8",
    }


@pytest.mark.parametrize(
    ("shell", "start", "load"),
    [
        ("bash", ["--norc", "--noprofile", "-i"], 'eval "$(searchkit completion bash)"\n'),
        (
            "zsh",
            ["-f", "-i"],
            'autoload -U compinit && compinit -u -D\neval "$(searchkit completion zsh)"\n',
        ),
        ("fish", ["--no-config", "-i"], "searchkit completion fish | source\n"),
    ],
)
def test_a_real_shell_completes_a_speaker(
    shell: str, start: list[str], load: str, place: str, commands: dict[str, str], tmp_path: Path
) -> None:
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    commands["SEARCHKIT_INDEX"] = place
    running = Shell([path, *start], commands, tmp_path)
    try:
        ready = tmp_path / "ready"
        running.type(f"{load}echo ready > {ready}\n")
        running.wait_for(ready)
        running.type("searchkit search --speaker Lehto\t\n")
        told = running.wait_for(tmp_path / "told")
    finally:
        running.close()
    assert told == "<search>\n<--speaker>\n<Aino Lehtonen>\n"


def test_completion_prints_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    assert "complete -F _searchkit searchkit" in capsys.readouterr().out
    assert main(["completion", "fish", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["shell"] == "fish"
    assert main(["completion", "tcsh"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
