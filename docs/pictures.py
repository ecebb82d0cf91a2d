"""The pictures of the README and of docs/, made from the sample outlines.

    python docs/pictures.py            all of them, into docs/pictures
    python docs/pictures.py terminal   one of them: terminal, timeline, topics, replies or notebook

``terminal`` needs rich, and ``notebook`` nbconvert and Chromium, besides what the tests need.
Nobody has to have them: the pictures are kept in the repository.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import searchkit
from searchkit.cli import main

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 88

TERMINAL = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {terminal_width} {terminal_height}">
<title>A search in the terminal</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px;
}}
{styles}
</style>
<defs>{lines}</defs>
<rect width="100%" height="100%" rx="8" fill="#1c1c1c"/>
<g transform="translate(14, 14)">{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def terminal() -> None:
    """A search, in colour, as a terminal shows it."""
    from rich.console import Console
    from rich.terminal_theme import MONOKAI
    from rich.text import Text

    command = ["search", "Northern Territories", "-n", "3"]
    out = _Terminal()
    os.environ.pop("NO_COLOR", None)
    settings = {"COLUMNS": str(WIDTH), "TERM": "xterm-256color", "PAGER": "cat"}
    with patch.dict(os.environ, settings), redirect_stdout(out):
        main(["index", "seeds"])
        out.seek(out.truncate(0))
        main(command)
    typed = '$ searchkit search "Northern Territories" -n 3\n'
    # Links to the files of this machine are nobody's business.
    shown = Text.from_ansi(typed + _without_links(out.getvalue()))
    console = Console(record=True, width=WIDTH, file=StringIO(), color_system="truecolor")
    console.print(shown)
    drawn = console.export_svg(title="", theme=MONOKAI, code_format=TERMINAL, unique_id="searchkit")
    (PICTURES / "terminal.svg").write_text(drawn, encoding="utf-8")


def _without_links(text: str) -> str:
    import re

    return re.sub(r"\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)", "", text)


def _drawn(name: str, draw: Callable[[searchkit.Index], object]) -> None:
    """What matplotlib draws of the samples."""
    import matplotlib

    matplotlib.use("agg")
    with searchkit.Index.in_memory() as index:
        index.add_files(["seeds"])
        index.commit()
        figure = draw(index).figure  # type: ignore[attr-defined]
    figure.savefig(PICTURES / f"{name}.png", dpi=110)
    _smaller(PICTURES / f"{name}.png")


def _smaller(path: Path) -> None:
    from PIL import Image

    with Image.open(path) as image:
        image.convert("RGB").quantize(64).save(path, optimize=True)


def timeline() -> None:
    """Speakers by meeting."""
    _drawn("timeline", lambda index: index.timeline("peace treaty").plot())


def topics() -> None:
    """Topics by meeting."""
    _drawn("topics", lambda index: index.timeline(by="topic").plot())


def replies() -> None:
    """Who answers whom."""
    _drawn("replies", lambda index: index.replies().plot())


CELLS = (
    'index = searchkit.Index.open("index_data")\n'
    'index.search("northern territories", limit=1, speaker="Kawaguchi")',
    'index.trace("peace treaty", since="2002-08", until="2004")',
)


def notebook() -> None:
    """A search and a trace in a notebook."""
    import nbformat
    from nbclient import NotebookClient
    from nbconvert import HTMLExporter

    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("notebook needs Chromium or Chrome on the path")
    main(["index", "seeds"])
    notes = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in ("import searchkit", *CELLS)]
    )
    with patch.dict(os.environ, {"PYTHONPATH": str(ROOT)}):
        NotebookClient(notes, kernel_name="python3").execute()
    notes.cells.pop(0)
    for number, cell in enumerate(notes.cells, start=1):
        cell.execution_count = number
        for output in cell.outputs:
            output.execution_count = number
    page = Path("notebook.html").absolute()
    page.write_text(HTMLExporter().from_notebook_node(notes)[0], encoding="utf-8")
    target = PICTURES / "notebook.png"
    subprocess.run(
        [
            browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--window-size=900,1120", f"--screenshot={target}", page.as_uri(),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    _smaller(target)


MADE = {one.__name__: one for one in (terminal, timeline, topics, replies, notebook)}

if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(ROOT / "seeds", "seeds")
        for name in sys.argv[1:] or MADE:
            MADE[name]()
            print(name)
