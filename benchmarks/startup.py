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


def main(runs: int) -> int:
    """Measure, print, and return the exit status."""
    searchkit = str(Path(sysconfig.get_path("scripts")) / "searchkit")
    with tempfile.TemporaryDirectory() as folder:
        index = str(Path(folder) / "index")
        subprocess.run(
            [searchkit, "index", str(SEEDS), "--index", index],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        script = Path(folder) / "bare.py"
        script.write_text(BARE, encoding="utf-8")
        search = [searchkit, "search", "Northern Territories", "--index", index]
        bare = [sys.executable, str(script), "hello"]
        for command in (bare, search):
            milliseconds(command)  # the first run compiles
        times = [(milliseconds(bare), milliseconds(search)) for _ in range(runs)]
    bare_median, search_median = (median(column) for column in zip(*times, strict=True))
    ratio = search_median / bare_median
    print(f"bare Typer program  {bare_median:6.0f} ms")
    print(f"searchkit search    {search_median:6.0f} ms")
    print(f"ratio               {ratio:6.2f}  (median of {runs} runs in turn; limit {LIMIT})")
    return 0 if ratio < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 21))
