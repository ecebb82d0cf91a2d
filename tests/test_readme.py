"""The README is true: transcripts show what is printed, code runs, links lead somewhere."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
import readme

from searchkit.cli import main
from searchkit.thesaurus import Thesaurus

TEXT = readme.README.read_text(encoding="utf-8")


def test_transcripts_show_what_is_printed() -> None:
    assert readme.kept(TEXT) == TEXT, "run: python tests/readme.py --write"


def test_the_first_command_finds_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = next(readme.code(TEXT, "sh"))
    shutil.copytree(readme.ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SEARCHKIT_INDEX", raising=False)
    steps = [shlex.split(step) for step in first.split("&&")]
    ours = [step for step in steps if Path(step[0]).name == "searchkit"]
    assert [step[1] for step in ours] == ["index", "search"]
    for step in ours:
        assert main(step[1:]) == 0
    assert "peace treaty" in capsys.readouterr().out.casefold()


def test_the_second_command_runs_the_tests() -> None:
    _, second, *_ = readme.code(TEXT, "sh")
    assert second.strip().endswith(".venv/bin/pytest -n auto")


def test_sessions_in_python_are_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(readme.ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(
        "\n".join(readme.code(TEXT, "pycon")), {}, "README", None, 0
    )
    assert test.examples
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


def test_the_concepts_shown_are_a_thesaurus(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text("".join(readme.code(TEXT, "toml")), encoding="utf-8")
    assert Thesaurus.default().merged(Thesaurus.load(mine)).get("Salmon") is not None


def test_links_within_the_project_lead_somewhere() -> None:
    docs = (f"docs/{page.name}" for page in (readme.ROOT / "docs").glob("*.md"))
    for page in ("README.md", "CONTRIBUTING.md", "seeds/README.md", *docs):
        path = readme.ROOT / page
        for link in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
            assert "://" in link or os.path.exists(path.parent / link), f"{page}: {link}"
