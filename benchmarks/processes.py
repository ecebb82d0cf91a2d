"""What the benchmarks share: steps in processes of their own, memory, and how costs grow.

A *step* is a function of a benchmark that is run in a new process, as ``--child`` of its script, so
that its memory and its first times are its own. It prints what it found as one line of JSON.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log
from pathlib import Path
from typing import Any

__all__ = [
    "Failed",
    "Record",
    "child",
    "exponent",
    "main_or_step",
    "of",
    "own_memory",
    "peak",
    "timed",
]

PATIENCE = 7200
"""Seconds after which a process has failed."""


class Failed(Exception):
    """A process ended badly, or not at all."""


def child(step: str, *given: str) -> dict[str, Any]:
    """Run a step of the running script in a new process, and return what it found.

    Raises:
        Failed: it did not end well.
    """
    command = [sys.executable, sys.argv[0], "--child", step, *given]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise Failed(f"{step} {given[0]} did not end") from error
    if done.returncode:
        raise Failed(f"{step} {given[0]} failed: {done.stderr.strip()[-300:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main_or_step(main: Callable[[], object], steps: Iterable[Callable[..., Any]]) -> None:
    """Run ``main``, or the step that the command line asks for."""
    if sys.argv[1:2] != ["--child"]:
        main()
        return
    named = {step.__name__: step for step in steps}
    print(json.dumps(named[sys.argv[2]](*sys.argv[3:])))


class Record:
    """Figures that are written to a file as soon as they are known, if there is one."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.figures: dict[str, Any] = {}

    def put(self, name: str, value: Any) -> None:
        """Keep a figure, in place of what stood under its name."""
        self.figures[name] = value
        if self._path is not None:
            new = self._path.with_name(f"{self._path.name}.new")
            new.write_text(json.dumps(self.figures, indent=1), encoding="utf-8")
            new.replace(self._path)

    def sizes(
        self,
        asked: str,
        keep: Path | None,
        measure: Callable[[int, Path], Iterable[dict[str, Any]]],
    ) -> list[dict[str, Any]]:
        """The figures of each size (``10000,100000``), the smallest first, as they grow.

        ``measure`` makes what it needs in a folder: ``keep``, or one that goes in the end.
        """
        found: list[dict[str, Any]] = []
        with tempfile.TemporaryDirectory() as own:
            place = keep or Path(own)
            place.mkdir(exist_ok=True)
            for size in sorted(int(size) for size in asked.split(",")):
                for so_far in measure(size, place):
                    self.put("sizes", [*found, so_far])
                found.append(so_far)
        return found


def timed(do: Callable[[], object]) -> dict[str, float]:
    """Seconds of doing something, by the clock and of processor time."""
    began, work = time.perf_counter(), time.process_time()
    do()
    return {"seconds": time.perf_counter() - began, "cpu": time.process_time() - work}


def peak() -> float:
    """The most memory that this process has had, in MB, files mapped into it included."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 if sys.platform != "darwin" else 1024 * 1024)


def own_memory() -> float:
    """The memory that is this process's own, in MB: files mapped into it are the system's."""
    status = Path("/proc/self/status")
    if not status.exists():
        return peak()
    found = re.search(r"RssAnon:\s+(\d+)", status.read_text())
    return int(found[1]) / 1024 if found else peak()


def of(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def exponent(costs: Mapping[int, float]) -> float | None:
    """By which power of the size a cost grows, size -> cost, fitted by least squares.

    1 where it grows with the size, 0 where it does not; None for fewer than two costs.
    """
    points = [(log(size), log(cost)) for size, cost in costs.items() if cost > 0]
    if len(points) < 2:
        return None
    x0, y0 = (sum(column) / len(points) for column in zip(*points, strict=True))
    spread = sum((x - x0) ** 2 for x, _ in points)
    return sum((x - x0) * (y - y0) for x, y in points) / spread
