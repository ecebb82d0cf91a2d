"""Kills searchkit while it writes, and looks at what is left.

    python tests/torture.py [--kills 300] [--steps] [--engine whoosh --engine tantivy]

A *life* is a process that indexes, replaces, removes, prunes, moves the index to another engine and
rebuilds it, one after the other. It says which documents the index will hold before each change
and that it does after it. ``--kills`` ends lives by SIGKILL at random moments. ``--steps`` ends one
at every step of the commit of every kind of change: before each call that may write (a statement of
SQLite, a file opened, synced, renamed or removed, a call of tantivy's writer); and breaks every
step once by an error of a full disk. After each, the index has to open and be whole by
``searchkit check``; hold either what it held before the change or what it was about to hold, each
document once and found by its own words; and take the next change. Prints what was survived, and
ends with 1 at the first thing that is not so.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Any

import searchkit
from searchkit import Index

ENGINES = ("whoosh", "tantivy")
PRELOADED = [
    "torture", "searchkit.index", "searchkit.indexing", "searchkit.search", "tantivy",
    "searchkit.engines.segment_writer",
]  # fmt: skip
"""Modules that lives share, so that one begins at once."""

State = dict[str, int]
"""The version of each document that an index holds."""

TEXT = """\
Talks number {n} between Norland and Sudria

May 12, 2004

1. Herring
(1) Minister Ana Lima stated that the herring quota of version{version} had to fall.
(2) Minister Jo Fen responded that document{n} was enough.

2. Whales
Minister Jo Fen stated that whales were common in version{version}.
"""


def write(folder: Path, name: str, version: int) -> Path:
    """A file of that version, replaced as an editor would."""
    path = folder / f"{name}.txt"
    new = folder / f".{name}"
    new.write_text(TEXT.format(n=name, version=version))
    new.replace(path)
    return path


def on_disk(folder: Path) -> State:
    """The versions of the files."""
    return {
        path.stem: int(path.read_text().split("quota of version")[1].split()[0])
        for path in folder.glob("*.txt")
    }


def held(index: Index) -> State:
    """The versions that an index holds, each document once."""
    return {
        row.id: int(index.outline(row.id).text.split("quota of version")[1].split()[0])
        for row in index.documents()
    }


class Life:
    """Changes an index, and says what it is about to hold, and what it holds."""

    def __init__(self, place: Path, folder: Path, say: Callable[[str, State], None]) -> None:
        self.place, self.folder, self.say = place, folder, say
        self.state = held(Index.open(place))

    def change(self, kind: str, chance: random.Random) -> None:
        """Make one change of a kind of :data:`KINDS`."""
        getattr(self, kind)(chance)
        self.say("done", self.state)

    def _about(self, state: State) -> None:
        self.state = state
        self.say("about", state)

    def add(self, chance: random.Random) -> None:
        names = [f"d{chance.randrange(40)}" for _ in range(chance.randint(1, 4))]
        paths = [write(self.folder, name, chance.randrange(1000)) for name in names]
        told = on_disk(self.folder)
        self._about({**self.state, **{name: told[name] for name in names}})
        with Index.create(self.place) as index:
            index.add_files(paths)

    def prune(self, chance: random.Random) -> None:
        paths = sorted(self.folder.glob("*.txt"))
        for path in chance.sample(paths, min(2, len(paths) - 1)):
            path.unlink()
        write(self.folder, "new", chance.randrange(1000))
        self._about(on_disk(self.folder))
        with Index.create(self.place) as index:
            index.add_files([self.folder], prune=True)

    def remove(self, chance: random.Random) -> None:
        gone = chance.sample(sorted(self.state), min(2, len(self.state)))
        self._about({name: n for name, n in self.state.items() if name not in gone})
        with Index.create(self.place) as index:
            index.remove(gone)

    def move(self, chance: random.Random) -> None:
        del chance
        index = Index.open(self.place)
        other = "tantivy" if index.info().engine == "whoosh" else "whoosh"
        self._about(self.state)
        index.close()
        with Index.create(self.place, engine=other) as index:  # type: ignore[arg-type]
            index.commit()

    def rebuild(self, chance: random.Random) -> None:
        del chance
        self._about(self.state)
        with Index.create(self.place) as index:
            index.rebuild()


KINDS = ("add", "prune", "remove", "move", "rebuild")


def prepare(root: Path, engine: str) -> tuple[Path, Path]:
    """An index of ten documents, and the folder with their files."""
    place, folder = root / "index", root / "files"
    folder.mkdir(parents=True)
    for n in range(10):
        write(folder, f"d{n}", n)
    with Index.create(place, engine=engine) as index:  # type: ignore[arg-type]
        index.add_files([folder])
    return place, folder


class Broken(AssertionError):
    """Something is not as it has to be."""


def look(place: Path, allowed: list[State]) -> State:
    """What the index holds, after all that has to be true of it is."""
    index = Index.open(place)
    try:
        state = held(index)
        if state not in allowed:
            raise Broken(f"it holds {state} and not one of {allowed}")
        found = Counter(hit.passage.id for hit in index.search("version* herring", limit=1000))
        passages = {passage.id for passage in index}
        if set(found) != passages or any(count > 1 for count in found.values()):
            raise Broken(f"found {found}, there are {sorted(passages)}")
        for name, version in state.items():
            hits = index.search(f"doc:{name} version{version}", limit=10)
            if {hit.document.id for hit in hits} != {name}:
                raise Broken(f"{name} of version {version} is not found: {hits}")
        problems = index.check().problems
        if problems:
            raise Broken(f"check tells {problems}")
    finally:
        index.close()
    return state


def complete(place: Path, folder: Path) -> State:
    """Run the indexing that was cut off again."""
    with Index.create(place) as index:
        report = index.add_files([folder], prune=True)
    if report.skipped:
        raise Broken(f"skipped {report.skipped}")
    return look(place, [on_disk(folder)])


# Killing


def live(place: Path, folder: Path, seed: int, pipe: Connection) -> None:
    """A life that ends when it is killed."""
    chance = random.Random(seed)
    life = Life(place, folder, lambda word, state: pipe.send((word, state)))
    pipe.send(("begun", life.state))
    while True:
        life.change(chance.choice(KINDS), chance)


def kills(engine: str, count: int, root: Path, *, seed: int = 1) -> dict[str, int]:
    """Kill that many lives at random moments; returns what the kills met."""
    place, folder = prepare(root, engine)
    chance = random.Random(seed)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    state = look(place, [on_disk(folder)])
    met: Counter[str] = Counter()
    for number in range(count):
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=live, args=(place, folder, seed * 10_000 + number, theirs))
        process.start()
        theirs.close()
        ours.recv()
        time.sleep(chance.uniform(0, 1.0))
        process.kill()
        process.join()
        allowed = [state]
        done = False
        try:
            while True:
                word, told = ours.recv()
                done = word == "done"
                allowed = [told] if done else [allowed[0], told]
        except EOFError:
            ours.close()
        state = look(place, allowed)
        met["between changes" if done else "before" if state == allowed[0] else "after"] += 1
        if number % 3 == 0:
            state = complete(place, folder)
    met["bytes left"] = sum(f.stat().st_size for f in place.rglob("*") if f.is_file())
    return dict(met)


# Steps

WRITES = {
    "execute", "executemany", "fsync", "open", "replace", "rename", "remove", "unlink", "mkdir",
    "rmdir", "commit", "add_document", "delete_documents_by_term", "garbage_collect_files",
    "wait_merging_threads",
}  # fmt: skip


class Steps:
    """Counts the calls that write, and at one of them does what it is told."""

    def __init__(self, at: int, do: Callable[[str], None]) -> None:
        self.count = 0
        self._at, self._do = at, do

    def __call__(self, _frame: FrameType, event: str, called: Any) -> None:
        # Nothing changes on the disk between the end of one call and the beginning of the next.
        if event != "c_call" or getattr(called, "__name__", "") not in WRITES:
            return
        if called.__qualname__ == "str.replace":
            return
        self.count += 1
        if self.count == self._at:
            sys.setprofile(None)
            self._do(called.__qualname__)

    def __enter__(self) -> None:
        """Count in what commits: the others are open to random kills."""

        def counted(method: Callable[..., Any]) -> Callable[..., Any]:
            def call(*args: Any, **options: Any) -> Any:
                outer = sys.getprofile()
                sys.setprofile(self)
                try:
                    return method(*args, **options)
                finally:
                    sys.setprofile(outer)

            return call

        Index.commit = counted(Index.commit)  # type: ignore[method-assign]
        Index.rebuild = counted(Index.rebuild)  # type: ignore[method-assign]

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)


def stepping(place: Path, folder: Path, kind: str, at: int, how: str, pipe: Connection) -> None:
    """One change, ended or broken at a step."""
    life = Life(place, folder, lambda word, state: pipe.send((word, state)))
    pipe.send(("about", life.state))

    def end(_: str) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def full(called: str) -> None:
        if called.startswith(("Connection.", "Cursor.", "_Rows.", "Database.")):
            raise sqlite3.OperationalError("database or disk is full")
        raise OSError(28, "No space left on device")

    steps = Steps(at, end if how == "kill" else full)
    try:
        with steps:
            life.change(kind, random.Random(7))
        if steps.count < at:
            pipe.send(("whole", {"steps": steps.count}))
    except searchkit.SearchkitError as error:
        pipe.send(("told", {str(error): 0}))
    except OSError as error:
        # Of the test's own files, or told by the command line as it is.
        pipe.send(("told", {f"{type(error).__name__}: {error}": 0}))


def every_step(
    engine: str, root: Path, *, each: int = 1, kinds: tuple[str, ...] = KINDS
) -> dict[str, int]:
    """End and break every kind of change at each of its steps (or every so-many-th of them)."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    place, folder = prepare(root / "live", engine)
    shutil.copytree(root / "live", root / "saved")
    met: Counter[str] = Counter()
    for kind in kinds:
        for how in ("kill", "full"):
            at, total = (1 if each == 1 else len(kind) + len(engine)), 10**9
            while at <= total:
                shutil.rmtree(root / "live")
                shutil.copytree(root / "saved", root / "live")
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(
                    target=stepping, args=(place, folder, kind, at, how, theirs)
                )
                process.start()
                theirs.close()
                allowed: list[State] = []
                word = ""
                try:
                    while True:
                        word, told = ours.recv()
                        if word == "about":
                            allowed.append(told)
                        elif word == "done":
                            allowed = [told]
                        elif word == "whole":
                            total = told["steps"]
                except EOFError:
                    ours.close()
                process.join()
                if how == "full" and not word:
                    raise Broken(f"{kind}, step {at}: not told")
                if how == "full" and process.exitcode:
                    raise Broken(f"{kind}, step {at}: ended with {process.exitcode}")
                try:
                    look(place, allowed)
                    complete(place, folder)
                except (Broken, searchkit.SearchkitError) as error:
                    raise Broken(f"{kind}, {how} at step {at}: {error}") from error
                met[f"{kind} {how}"] += 1
                at += each
    return dict(met)


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--steps", action="store_true")
    parser.add_argument("--each", type=int, default=1, help="every so-many-th step only")
    parser.add_argument("--engine", action="append", choices=ENGINES)
    asked = parser.parse_args()
    for engine in asked.engine or ENGINES:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as root:
            try:
                if asked.kills:
                    met = kills(engine, asked.kills, Path(root, "kills"))
                    print(f"{engine}: {asked.kills} kills survived: {json.dumps(met)}", flush=True)
                if asked.steps:
                    met = every_step(engine, Path(root, "steps"), each=asked.each)
                    print(f"{engine}: {sum(met.values())} steps survived: {json.dumps(met)}")
            except Broken as error:
                print(f"{engine}: {error}", file=sys.stderr)
                return 1
        print(f"{engine}: {time.monotonic() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    from torture import main as run  # so that lives find this module by its name

    sys.exit(run())
