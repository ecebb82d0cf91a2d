"""The tutorial notebook, run in a real Jupyter kernel."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
TUTORIAL = ROOT / "docs" / "tutorial.ipynb"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The notebook after a run, in a copy of the folders that it names."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "docs").mkdir()
    notebook = nbformat.read(TUTORIAL, as_version=4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        place = {"metadata": {"path": str(folder / "docs")}}
        NotebookClient(notebook, timeout=300, kernel_name="python3", resources=place).execute()
    return notebook


def outputs(played: Any, source: str) -> list[dict[str, str]]:
    """What the cell that ends with ``source`` shows, by kind."""
    cell = next(c for c in played.cells if c.cell_type == "code" and c.source.endswith(source))
    return [one.get("data") or {"text/plain": one["text"]} for one in cell.outputs]


def test_the_notebook_is_kept_without_what_it_shows() -> None:
    for cell in json.loads(TUTORIAL.read_text(encoding="utf-8"))["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


def test_results_show_themselves(played: Any) -> None:
    (shown,) = outputs(played, "\nresults")
    assert "<mark>Northern</mark>" in shown["text/html"]
    assert shown["text/plain"].startswith("<Results 'northern territories': 3 of ")


def test_pictures_are_drawn(played: Any) -> None:
    for source in ("timeline.plot();", 'by="topic").plot();', "index.replies().plot();"):
        (shown,) = outputs(played, source)
        assert len(shown["image/png"]) > 10_000, source


def test_the_question_is_answered(played: Any) -> None:
    (trace,) = outputs(played, 'index.trace("peace treaty")')
    assert trace["text/plain"].endswith("passages at 5 meetings>")
    (compared,) = outputs(played, 'index.compare("Kawaguchi", "peace treaty")')
    for words in ("new level", "fully normalize", "attribution of the Four Northern Islands"):
        assert words in compared["text/html"]
    (quoted,) = outputs(played, 'style="bibtex"))')
    assert quoted["text/plain"].startswith("@misc{2004-05-15-washington-kawaguchi-lavrov:2.2,")


def test_nothing_is_warned_of(played: Any) -> None:
    streams = [
        one["text"]
        for cell in played.cells
        for one in cell.get("outputs", ())
        if one["output_type"] == "stream" and one["name"] == "stderr"
    ]
    assert streams == []
