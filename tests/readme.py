"""The transcripts of README.md and of the pages in docs/, made and kept true.

    python tests/readme.py            says whether the pages show what searchkit prints
    python tests/readme.py --write    writes what searchkit prints into them

A transcript is a block marked ``console``: a line that begins with ``$`` is run, by
:func:`searchkit.cli.main`, and what follows it is what it prints on a terminal of 88 columns
without colour. The transcripts of a page are run in turn in one folder, in which ``seeds`` is.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = (
    README,
    *(ROOT / "docs" / f"{name}.md" for name in ("assistants", "names", "query", "terminal")),
)

BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
SECONDS = re.compile(r"\b\d+\.\d s\b")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(command: str) -> str:
    """What a command prints on a terminal."""
    from searchkit.cli import main

    terminal = Terminal()
    with (
        patch.dict(os.environ, {"NO_COLOR": "1", "COLUMNS": "88"}),
        redirect_stdout(terminal),
        redirect_stderr(terminal),
    ):
        name, *args = shlex.split(command, comments=True)
        assert name == "searchkit"
        main(args)
    # How long it took is different every time.
    return SECONDS.sub("0.1 s", re.sub(r"[^\n]*\r\x1b\[K", "", terminal.getvalue()))


def played(block: str) -> str:
    """A transcript with each command followed by what it prints now."""
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"$ {command}\n{printed(command)}" for command in commands)


def kept(text: str) -> str:
    """A page with every transcript as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
        with chdir(folder), patch.dict(os.environ):
            os.environ.pop("SEARCHKIT_INDEX", None)
            return BLOCK.sub(lambda block: played(block.group()), text)


def code(text: str, language: str) -> Iterator[str]:
    """The blocks of one language."""
    for block in re.finditer(rf"```{language}\n(.*?)```", text, re.DOTALL):
        yield block.group(1)


if __name__ == "__main__":
    for page in PAGES:
        before = page.read_text(encoding="utf-8")
        after = kept(before)
        if "--write" in sys.argv:
            page.write_text(after, encoding="utf-8")
        elif before != after:
            sys.exit(f"{page.name} is not up to date")
