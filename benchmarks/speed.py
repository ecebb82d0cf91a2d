"""How fast searchkit is beside what one could have instead, and how its cost grows.

    python benchmarks/speed.py [--sizes 10000,100000] [--from FOLDER] [--json FILE] [--peers A,B]
                               [--questions 500] [--cpu] [--keep FOLDER]

Passages come from the text files of a folder, or from a generator (see ``passages.py``). Each index
is built in a process of its own. Then all peers (see ``peers.py``) answer the same 500 questions in
turn, question by question, in one process and several rounds, of which each question's median
counts. Everything that is printed is of one run; ratios are to ``tantivy``, the fastest of the
peers that does the whole job. With ``--json`` the figures are written to a file as well.

Answers are timed by the clock, or with ``--cpu`` by processor time, which says more on a machine
that others use too. What a peer fails in is told and left out. At the end comes the size up to
which ``engine="auto"`` does well to stay with Whoosh.

The physical limits stand first: reading the same bytes, and taking them apart into words bare.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from math import log
from pathlib import Path
from statistics import median
from typing import Any

import passages
from passages import Question
from peers import PEERS, installed

RUNS = 3
QUESTIONS = 500
SECONDS = 3
"""How long answers are counted."""
PATIENCE = 3600
"""Seconds after which a process has failed."""
ALONE = ("xapian",)
"""Peers of which what is opened belongs to one thread."""
TOLERATED = 1.5
"""How many times tantivy's time Whoosh may take in a small collection: it is Python alone."""
SWITCH = (250, 500, 1_000, 2_000, 4_000, 8_000)
"""Numbers of passages over which the two engines are compared."""


class Failed(Exception):
    """A process ended badly, or not at all."""


# What is run in a process of its own


def child(what: str, *given: str) -> dict[str, Any]:
    """Run one of the functions below in a new process, and return what it found."""
    command = [sys.executable, __file__, "--child", what, *given]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise Failed(f"{what} {given[0]} did not end") from error
    if done.returncode:
        raise Failed(f"{what} {given[0]} failed: {done.stderr.strip()[-300:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def index(peer: str, corpus: str, folder: str) -> dict[str, Any]:
    """Index a file of passages."""
    made = PEERS[peer][0]()
    rows = passages.read(Path(corpus))
    began, work = time.perf_counter(), time.process_time()
    made.index(rows, Path(folder))
    return {
        "seconds": time.perf_counter() - began,
        "cpu": time.process_time() - work,
        "peak": _peak(),
        "size": sum(f.stat().st_size for f in Path(folder).rglob("*") if f.is_file()),
    }


def memory(peer: str, corpus: str, folder: str) -> dict[str, Any]:
    """Open an index and answer: how long opening and the first answer take, and the memory."""
    asked = passages.questions(Path(corpus), 100)
    made = PEERS[peer][0]()
    began = time.perf_counter()
    made.open(Path(folder))
    opened = time.perf_counter()
    made.ask(asked[1])
    first = time.perf_counter()
    for question in asked:
        made.ask(question)
    return {
        "open": (opened - began) * 1000,
        "first": (first - opened) * 1000,
        "memory": _own_memory(),
    }


def throughput(peer: str, corpus: str, folder: str, threads: str) -> dict[str, Any]:
    """Answers a second, by so many threads that share what is opened."""
    asked = [q for q in passages.questions(Path(corpus), 200) if q.kind == "words"]
    made = PEERS[peer][0]()
    made.open(Path(folder))
    until = time.perf_counter() + SECONDS

    def work(first: int) -> int:
        count = 0
        while time.perf_counter() < until:
            made.ask(asked[(first + count) % len(asked)])
            count += 1
        return count

    with ThreadPoolExecutor(int(threads)) as pool:
        counts = pool.map(work, range(0, 50 * int(threads), 50))
        return {"answers": sum(counts) / SECONDS}


def _peak() -> float:
    """The most memory that this process has had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 if sys.platform != "darwin" else 1024 * 1024)


def _own_memory() -> float:
    """The memory that is this process's own, in MB: files mapped into it are the system's."""
    status = Path("/proc/self/status")
    if not status.exists():
        return _peak()
    found = re.search(r"RssAnon:\s+(\d+)", status.read_text())
    return int(found[1]) / 1024 if found else _peak()


# What is measured


def limits(corpus: Path) -> dict[str, float]:
    """MB a second of reading the passages, and of taking them apart into words bare."""
    from searchkit import analysis

    corpus.read_bytes()
    began = time.perf_counter()
    size = len(corpus.read_bytes()) / 1e6
    read = size / (time.perf_counter() - began)
    texts = [row.text for _, row in zip(range(10_000), passages.read(corpus), strict=False)]
    some = sum(map(len, texts)) / 1e6
    words = re.compile(r"\w+")
    began = time.perf_counter()
    for text in texts:
        words.findall(text)
    bare = some / (time.perf_counter() - began)
    began = time.perf_counter()
    for text in texts:
        analysis.terms(text)
    return {"read": read, "words": bare, "terms": some / (time.perf_counter() - began)}


def latencies(
    opened: dict[str, Any], asked: list[Question], rounds: int, now: Callable[[], float]
) -> dict[str, dict[str, list[float]]]:
    """Peer -> kind of question -> milliseconds, a median each question."""
    times: dict[tuple[str, int], list[float]] = defaultdict(list)
    order = list(opened)
    for number in range(rounds + 1):
        for at, question in enumerate(asked):
            # Whoever comes first warms what all of them share: take turns.
            order = order[1:] + order[:1]
            for name in order:
                began = now()
                answer = opened[name].ask(question)
                took = (now() - began) * 1000
                if answer is not None and number:
                    times[name, at].append(took)
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for (name, at), took in times.items():
        found[name][asked[at].kind].append(median(took))
    return found


def counts(folder: Path, words: list[str], now: Callable[[], float]) -> list[float]:
    """Milliseconds of counting speakers, topics and years over all that match a common word."""
    from searchkit import Index

    found = []
    with Index.open(folder) as opened:
        for word in words:
            times: dict[bool, list[float]] = {False: [], True: []}
            for _ in range(5):
                for facets, taken in times.items():
                    began = now()
                    opened.search(word, limit=1, facets=facets)
                    taken.append((now() - began) * 1000)
            found.append(median(times[True]) - median(times[False]))
    return found


def of(values: list[float], share: float) -> float:
    """The value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


# A size


def measure(
    size: int,
    names: list[str],
    source: Path | None,
    place: Path,
    asked_for: int,
    now: Callable[[], float],
) -> dict[str, Any]:
    """Everything about one number of passages, printed as it comes."""
    corpus = place / f"{size}.jsonl"
    count, characters = _write(corpus, _rows(source, size))
    found: dict[str, Any] = {"passages": count, "bytes": characters, "limits": limits(corpus)}
    bound = found["limits"]
    print(f"\n{count:,} passages, {characters / 1e6:,.0f} MB of text")
    print(
        f"limits: read {bound['read']:,.0f} MB/s, words bare {bound['words']:.0f}, "
        f"analysed {bound['terms']:.0f}"
    )
    found["indexing"] = _indexing(names, corpus, place, characters, count)
    asked = passages.questions(corpus, asked_for)
    opened = {}
    for name in names:
        if (place / f"{size}-{_home(name)}").is_dir():
            opened[name] = PEERS[name][0]()
            opened[name].open(place / f"{size}-{_home(name)}")
    found["latency"] = _answering(latencies(opened, asked, RUNS, now))
    found["process"] = {}
    print("\nin a process of its own: open, first answer (ms), memory (MB), answers/s by 1 and 2")
    for name in opened:
        try:
            one = _process(name, str(corpus), str(place / f"{size}-{_home(name)}"))
        except Failed as error:
            print(f"{name:20} {error}")
            continue
        found["process"][name] = one
        print(
            f"{name:20} {one['open']:7.1f} {one['first']:8.1f} {one['memory']:8.0f}"
            f" {one['threads1']:8.0f} /s, 2 threads {one.get('threads2', 0):8.0f},"
            f" 2 processes {one['processes2']:8.0f}"
        )
    if "searchkit" in names:
        common = ["will", "one", "time"] if source else _common(corpus)
        found["counts"] = counts(place / f"{size}-searchkit", common, now)
        shown = ", ".join(
            f"{word} {took:.0f} ms" for word, took in zip(common, found["counts"], strict=True)
        )
        print(f"\ncounts by speaker, topic and year over all matches: {shown}")
    return found


def _rows(source: Path | None, size: int) -> Iterable[passages.Row]:
    return passages.from_folder(source, size) if source else passages.generated(size)


def _write(corpus: Path, rows: Iterable[passages.Row]) -> tuple[int, int]:
    """Write passages to a file as they come. Returns how many they are, and their bytes."""
    count, characters = 0, 0
    with corpus.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps([row.id, row.text, row.speaker, row.topic, row.date]) + "\n")
            count += 1
            characters += len(row.text.encode())
    return count, characters


def _process(name: str, corpus: str, folder: str) -> dict[str, Any]:
    """What a peer takes in processes of its own."""
    one = child("memory", name, corpus, folder)
    for threads in ("1",) if name in ALONE else ("1", "2"):
        one[f"threads{threads}"] = child("throughput", name, corpus, folder, threads)["answers"]
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(child, "throughput", name, corpus, folder, "1") for _ in range(2)]
        one["processes2"] = sum(each.result()["answers"] for each in both)
    return one


def _home(name: str) -> str:
    """The folder of a peer's index: settings of one engine share it."""
    return "searchkit" if name in ("searchkit words", "searchkit bm25") else name.replace(" ", "-")


def _common(corpus: Path) -> list[str]:
    """The most frequent words that are no stop words."""
    from searchkit import analysis

    often: dict[str, int] = defaultdict(int)
    for _, row in zip(range(2_000), passages.read(corpus), strict=False):
        for word in set(analysis.analyse(row.text)[1]):
            often[word] += 1
    return sorted(often, key=lambda word: -often[word])[:3]


def _indexing(
    names: list[str], corpus: Path, place: Path, characters: int, count: int
) -> dict[str, Any]:
    print("\nindexing               MB/s  passages/s  CPU s/MB  index/text  peak MB   of tantivy")
    found: dict[str, Any] = {}
    for name in names:
        if count > PEERS[name][2] or _home(name) != name.replace(" ", "-"):
            continue
        taken = []
        for _ in range(RUNS if count < 5_000 else 1):
            folder = Path(tempfile.mkdtemp(dir=place))
            try:
                taken.append(child("index", name, str(corpus), str(folder)))
            except Failed as error:
                print(f"{name:20} {error}")
                break
            last = place / f"{corpus.stem}-{_home(name)}"
            if last.exists():
                subprocess.run(["rm", "-r", str(last)], check=True)
            folder.rename(last)
        if not taken:
            continue
        one = sorted(taken, key=lambda run: run["seconds"])[len(taken) // 2]
        one["rate"] = characters / 1e6 / one["seconds"]
        found[name] = one
        base = found.get("tantivy", {}).get("rate")
        print(
            f"{name:20} {one['rate']:6.2f} {count / one['seconds']:11,.0f} "
            f"{one['cpu'] / characters * 1e6:9.3f} {one['size'] / characters:11.2f}"
            f" {one['peak']:8.0f}   " + (f"{one['rate'] / base:8.3f}" if base else "")
        )
    return found


def _answering(times: dict[str, dict[str, list[float]]]) -> dict[str, Any]:
    kinds = ("words", "phrase", "boolean", "speaker", "date", "rare", "wildcard", "fuzzy", "long")
    found: dict[str, Any] = {}
    base = times.get("tantivy", {})
    print("\nanswers with text and snippets, ms: p50 / p95 / p99, and p50, p99 of tantivy's")
    for kind in ["all", *kinds]:
        for name, by_kind in times.items():
            some = _of_kind(by_kind, kind)
            if not some:
                continue
            one = {"p50": of(some, 0.5), "p95": of(some, 0.95), "p99": of(some, 0.99)}
            found.setdefault(name, {})[kind] = one
            peer = _of_kind(base, kind)
            more = (
                f"   x {one['p50'] / of(peer, 0.5):7.2f} {one['p99'] / of(peer, 0.99):7.2f}"
                if peer
                else ""
            )
            print(f"{kind:9} {name:20} {one['p50']:8.2f} {one['p95']:8.2f} {one['p99']:8.2f}{more}")
    return found


def _of_kind(by_kind: dict[str, list[float]], kind: str) -> list[float]:
    """Milliseconds of one kind; ``all`` are those with 1 to 5 words, phrases and filters."""
    if kind != "all":
        return by_kind.get(kind, [])
    usual = ("words", "phrase", "boolean", "speaker", "date")
    return [took for one in usual for took in by_kind.get(one, [])]


# Growth, and the switch


def growth(found: list[dict[str, Any]]) -> dict[str, float]:
    """Exponents: 1 where a cost grows with the passages, 0 where it does not."""
    small, large = found[0], found[-1]
    span = log(large["passages"] / small["passages"])
    pairs = {
        "indexing, CPU": ("indexing", "cpu"),
        "indexing, time": ("indexing", "seconds"),
        "memory of a process that asks": ("process", "memory"),
    }
    made = {
        what: log(large[part]["searchkit"][key] / small[part]["searchkit"][key]) / span
        for what, (part, key) in pairs.items()
    }
    for kind in ("rare", "words", "long"):
        times = [one["latency"]["searchkit"][kind]["p50"] for one in (small, large)]
        made[f"{kind}, p50"] = log(times[1] / times[0]) / span
    print(f"\ngrowth from {small['passages']:,} to {large['passages']:,} passages: exponents")
    for what, exponent in made.items():
        print(f"  {what:32} {exponent:6.2f}")
    return made


def switch(passages_of: Callable[[int], Iterable[passages.Row]]) -> dict[str, Any]:
    """Up to how many passages Whoosh is not much dearer than tantivy, opening and all.

    What counts is processor time, and what is asked of a small collection from the shell: in a
    process of its own, an index is opened and asked ten questions.
    """
    from searchkit.engines.base import AUTO_LIMIT

    print("\nthe switch: CPU s of indexing, ms of opening and ten answers, by Whoosh and tantivy")
    rows: list[dict[str, float]] = []
    for size in SWITCH:
        with tempfile.TemporaryDirectory() as own:
            corpus = Path(own) / "corpus.jsonl"
            _write(corpus, passages_of(size))
            one: dict[str, float] = {"passages": size}
            for engine, name in (("whoosh", "searchkit on whoosh"), ("tantivy", "searchkit")):
                folder = Path(own) / engine
                folder.mkdir()
                one[f"{engine} indexing"] = child("index", name, str(corpus), str(folder))["cpu"]
                asked = [child("small", name, str(corpus), str(folder))["cpu"] for _ in range(RUNS)]
                one[f"{engine} asking"] = median(asked)
        rows.append(one)
        print(
            f"{size:8,}  {one['whoosh indexing']:7.2f} {one['tantivy indexing']:7.2f}"
            f"  {one['whoosh asking']:7.0f} {one['tantivy asking']:7.0f}"
        )
    fit = [
        one["passages"] for one in rows if one["whoosh asking"] <= TOLERATED * one["tantivy asking"]
    ]
    size = max(fit, default=0)
    print(
        f"Whoosh asks for at most {TOLERATED} times tantivy's time up to {size:,.0f} passages; "
        f"auto stays with it up to {AUTO_LIMIT:,}"
    )
    return {"sizes": rows, "switch": size, "auto": AUTO_LIMIT}


def small(peer: str, corpus: str, folder: str) -> dict[str, Any]:
    """Processor time in ms of opening an index and asking ten questions."""
    asked = [q for q in passages.questions(Path(corpus), 40) if q.kind == "words"][:10]
    made = PEERS[peer][0]()
    began = time.process_time()
    made.open(Path(folder))
    for question in asked:
        made.ask(question)
    return {"cpu": (time.process_time() - began) * 1000}


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", default="10000,100000", help="numbers of passages")
    parser.add_argument("--from", dest="source", type=Path, help="a folder of .txt files")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--peers", default=",".join(PEERS), help="names, separated by commas")
    parser.add_argument("--questions", type=int, default=QUESTIONS, help="how many")
    parser.add_argument("--cpu", action="store_true", help="time answers by processor time")
    parser.add_argument("--keep", type=Path, help="a folder for the indexes, which then stay")
    given = parser.parse_args()
    names = [name for name in given.peers.split(",") if installed(name)]
    # tantivy first: the others' ratios are to it.
    names.sort(key=lambda name: name != "tantivy")
    with tempfile.TemporaryDirectory() as own:
        place = given.keep or Path(own)
        place.mkdir(exist_ok=True)
        sizes = sorted(int(size) for size in given.sizes.split(","))
        now = time.process_time if given.cpu else time.perf_counter
        found = [measure(size, names, given.source, place, given.questions, now) for size in sizes]
    result: dict[str, Any] = {"sizes": found}
    if len(found) > 1 and "searchkit" in names:
        result["growth"] = growth(found)
    if {"searchkit", "searchkit on whoosh"} <= set(names):
        result["switch"] = switch(partial(_rows, given.source))
    if given.json:
        given.json.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    random.seed(0)
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(globals()[sys.argv[2]](*sys.argv[3:])))
    else:
        main()
