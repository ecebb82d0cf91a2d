"""How long a search takes from the terminal, against a bare Typer program.

    python benchmarks/startup.py [RUNS]

Indexes the sample outlines, then runs in turn ``searchkit search`` and a Typer program of two
commands that prints one line, each in a fresh process. Prints the medians in milliseconds and
their ratio; the exit status is 1 where the ratio is 1.8 or more.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

SEEDS = Path(__file__).parent.parent / "seeds"
LIMIT = 1.8
SEARCHKIT = str(Path(sysconfig.get_path("scripts")) / "searchkit")

BARE = """\
import typer

app = typer.Typer()


@app.command()
def hello() -> None:
    print("hello")


@app.command()
def bye() -> None:
    print("bye")


if __name__ == "__main__":
    app()
"""


def milliseconds(command: list[str]) -> float:
    """How long one run of a command takes, from start to exit."""
    began = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (perf_counter() - began) * 1000


def compare(index: Path, words: str, runs: int) -> tuple[float, float]:
    """Milliseconds of a bare Typer program and of a search in an index: medians, run in turn."""
    search = [SEARCHKIT, "search", words, "--index", str(index)]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bare.py"
        script.write_text(BARE, encoding="utf-8")
        bare = [sys.executable, str(script), "hello"]
        for command in (bare, search):
            milliseconds(command)  # the first run compiles
        times = [(milliseconds(bare), milliseconds(search)) for _ in range(runs)]
    bare_median, search_median = (median(column) for column in zip(*times, strict=True))
    return bare_median, search_median


def main(runs: int) -> int:
    """Measure, print, and return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        subprocess.run(
            [SEARCHKIT, "index", str(SEEDS), "--index", str(index)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        bare_median, search_median = compare(index, "Northern Territories", runs)
    ratio = search_median / bare_median
    print(f"bare Typer program  {bare_median:6.0f} ms")
    print(f"searchkit search    {search_median:6.0f} ms")
    print(f"ratio               {ratio:6.2f}  (median of {runs} runs in turn; limit {LIMIT})")
    return 0 if ratio < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 21))
