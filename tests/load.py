"""One writer and many readers of an index at once, and what small updates leave behind.

    python tests/load.py [--readers 8] [--seconds 60] [--updates 1000] [--engine whoosh ...]

A *generation* of the index that is written here holds passages that all say its number, together
with the same number of tags: the writer replaces every passage with each commit. Readers are
processes, each with one open index, that search without end. An answer is *torn* if it names two
generations, or fewer passages than there are, or one that an earlier answer had overtaken.
``--updates`` changes one passage of five hundred so many times, and compares the size of the folder
with that of an index made anew. Ends with 1 if anything is torn, fails, or is left behind.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from searchkit import Index, Passage

PASSAGES = 20


def written(generation: int) -> list[Passage]:
    """The passages of a generation."""
    return [
        Passage(id=f"p{n}", text=f"herring number{n} of generation{generation}",
                speakers=(f"Speaker {generation}",))
        for n in range(PASSAGES)
    ]  # fmt: skip


def read(place: str, until: float, pipe: Connection) -> None:
    """Ask until then; send how often, the slowest answer, and what was wrong."""
    index = Index.open(place)
    asked, slowest, last, seen, wrong = 0, 0.0, -1, set[int](), list[str]()
    while time.time() < until:
        began = time.perf_counter()
        try:
            results = index.search("herring", limit=50, facets=True)
        except Exception as error:
            wrong.append(f"{type(error).__name__}: {error}")
            break
        slowest = max(slowest, time.perf_counter() - began)
        asked += 1
        named = {int(hit.passage.text.split("generation")[1]) for hit in results}
        speakers = {name for name, _ in (results.facets or {})["speaker"]}
        if len(named) != 1 or len(results) != PASSAGES or results.total != PASSAGES:
            wrong.append(f"{len(results)} of {results.total} passages of {sorted(named)}")
        elif speakers != {f"Speaker {max(named)}"}:
            wrong.append(f"facets {speakers} with passages of {named}")
        elif max(named) < last:
            wrong.append(f"generation {max(named)} after {last}")
        else:
            last = max(named)
            seen.add(last)
    pipe.send((asked, slowest, len(seen), wrong[:3]))


def together(engine: str, readers: int, seconds: float) -> tuple[list[str], str]:
    """What went wrong, and the figures."""
    with tempfile.TemporaryDirectory() as place:
        with Index.create(place, engine=engine) as index:  # type: ignore[arg-type]
            index.add_passages(written(0))
        context = multiprocessing.get_context("spawn")
        until = time.time() + seconds
        pipes = []
        for _ in range(readers):
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=read, args=(place, until, theirs))
            process.start()
            pipes.append((ours, process))
        commits, took = 0, []
        while time.time() < until:
            began = time.perf_counter()
            with Index.create(place) as index:
                index.add_passages(written(commits + 1))
            took.append(time.perf_counter() - began)
            commits += 1
        told = [ours.recv() for ours, _ in pipes]
        for _, process in pipes:
            process.join()
        problems = Index.open(place).check().problems
    wrong = [f"{engine}: {one}" for _, _, _, errors in told for one in errors]
    wrong += [f"{engine}: {problem.what}" for problem in problems]
    asked = sum(one[0] for one in told)
    figures = (
        f"{engine}: {readers} readers and a writer for {seconds:.0f} s: {asked:,} answers, "
        f"{commits:,} commits, {len(wrong)} torn or failed; slowest answer "
        f"{max(one[1] for one in told):.2f} s, median commit {median(took):.2f} s; "
        f"a reader saw {median(one[2] for one in told):.0f} generations"
    )
    return wrong, figures


def size(place: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in place.rglob("*") if path.is_file())


def updates(engine: str, count: int) -> tuple[list[str], str]:
    """What was left behind by small updates, and the figures."""
    text = "herring quota settled in talks between Norland and Sudria at length " * 20
    with tempfile.TemporaryDirectory() as root:
        place, fresh = Path(root, "index"), Path(root, "fresh")
        for folder in (place, fresh):
            with Index.create(folder, engine=engine) as index:  # type: ignore[arg-type]
                index.add_passages(
                    Passage(id=f"p{n}", text=f"{text} {n} {text}"[n % 50 :]) for n in range(500)
                )
        index = Index.create(place)
        for number in range(count):
            n = number % 500
            index.add_passages(Passage(id=f"p{n}", text=f"{text} {n} {text}"[n % 50 :]))
            index.commit()
        index.close()
        Index.open(fresh).close()
        used, least = size(place), size(fresh)
        files = sum(path.is_file() for path in place.rglob("*"))
    wrong = [f"{engine}: {used / least:.2f} times a fresh index"] if used > 2 * least else []
    figures = (
        f"{engine}: after {count:,} updates of one passage {used / 1e6:.2f} MB in {files} files, "
        f"a fresh index {least / 1e6:.2f} MB: {used / least:.2f} times"
    )
    return wrong, figures


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--updates", type=int, default=0)
    parser.add_argument("--engine", nargs="*", default=["whoosh", "tantivy"])
    asked = parser.parse_args()
    wrong: list[str] = []
    for engine in asked.engine:
        if asked.seconds:
            found, figures = together(engine, asked.readers, asked.seconds)
            print(figures, flush=True)
            wrong += found
        if asked.updates:
            found, figures = updates(engine, asked.updates)
            print(figures, flush=True)
            wrong += found
    print("\n".join(wrong) or "nothing torn, nothing failed, nothing left behind")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
