"""How fast searchkit is beside what one could have instead, and how its cost grows.

    python benchmarks/speed.py [--sizes 10000,100000] [--from FOLDER] [--json FILE] [--peers A,B]
                               [--questions 500] [--rounds 3] [--cpu] [--keep FOLDER]

Passages come from the text files of a folder, or from a generator (see ``passages.py``). Each index
is built in a process of its own. Then all peers (see ``peers.py``) answer the same 500 questions in
turn, question by question, in one process and several rounds, of which each question's median
counts. Everything that is printed is of one run; ratios are to ``tantivy``, the fastest of the
peers that does the whole job. With ``--json`` the figures are written to a file as well, each as
soon as it is known. With ``--keep`` passages and indexes stay in a folder, and a run that finds
them there goes on from them: so a million passages can be measured in steps, a peer at a time.

Answers are timed by the clock, or with ``--cpu`` by processor time, which says more on a machine
that others use too. What a peer fails in is told and left out. At the end comes the size up to
which ``engine="auto"`` does well to stay with Whoosh.

The physical limits stand first: reading the same bytes, and taking them apart into words bare.
What an archive of outlines costs, names and all, ``archive.py`` measures.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

import passages
from passages import Question
from peers import PEERS, installed
from processes import Failed, Record, child, exponent, main_or_step, of, own_memory, peak

RUNS = 3
QUESTIONS = 500
SECONDS = 3
"""How long answers are counted."""
ALONE = ("xapian",)
"""Peers of which what is opened belongs to one thread."""
TOLERATED = 1.5
"""How many times tantivy's time Whoosh may take in a small collection: it is Python alone."""
SWITCH = (250, 500, 1_000, 2_000, 4_000, 8_000)
"""Numbers of passages over which the two engines are compared."""


# Steps, each in a process of its own


def index(peer: str, corpus: str, folder: str) -> dict[str, Any]:
    """Index a file of passages."""
    made = PEERS[peer][0]()
    rows = passages.read(Path(corpus))
    began, work = time.perf_counter(), time.process_time()
    made.index(rows, Path(folder))
    return {
        "seconds": time.perf_counter() - began,
        "cpu": time.process_time() - work,
        "peak": peak(),
        "size": sum(f.stat().st_size for f in Path(folder).rglob("*") if f.is_file()),
    }


def memory(peer: str, corpus: str, folder: str) -> dict[str, Any]:
    """Open an index and answer: how long opening and the first answer take, and the memory.

    First in a fresh process, imports and all, then again in the same one.
    """
    asked = passages.questions(Path(corpus), 100)
    found = {}
    for when in ("fresh", "again"):
        made = PEERS[peer][0]()
        began = time.perf_counter()
        made.open(Path(folder))
        opened = time.perf_counter()
        made.ask(asked[1])
        first = time.perf_counter()
        found |= {
            f"open, {when}": (opened - began) * 1000,
            f"first, {when}": (first - opened) * 1000,
        }
    for question in asked:
        made.ask(question)
    return {**found, "memory": own_memory()}


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


# A size


def measure(
    size: int, names: list[str], given: argparse.Namespace, place: Path
) -> Iterator[dict[str, Any]]:
    """Everything about one number of passages, printed as it comes, and yielded after each part."""
    now = time.process_time if given.cpu else time.perf_counter
    corpus = place / f"{size}.jsonl"
    count, characters = _corpus(corpus, given.source, size)
    found: dict[str, Any] = {"passages": count, "bytes": characters, "limits": limits(corpus)}
    bound = found["limits"]
    print(f"\n{count:,} passages, {characters / 1e6:,.0f} MB of text")
    print(
        f"limits: read {bound['read']:,.0f} MB/s, words bare {bound['words']:.0f}, "
        f"analysed {bound['terms']:.0f}"
    )
    found["indexing"] = {}
    print("\nindexing               MB/s  passages/s  CPU s/MB  index/text  peak MB   of tantivy")
    for name in names:
        if count <= PEERS[name][2] and _home(name) == name.replace(" ", "-"):
            _indexing(name, corpus, count, characters, found["indexing"])
            yield found
    opened = {}
    for name in names:
        if (folder := place / f"{size}-{_home(name)}").is_dir():
            opened[name] = PEERS[name][0]()
            opened[name].open(folder)
    asked = passages.questions(corpus, given.questions)
    found["latency"] = _answering(latencies(opened, asked, given.rounds, now))
    yield found
    found["process"] = {}
    print(
        "\nin a process of its own: ms of opening and the first answer, imports and all, the same"
    )
    print("again, memory (MB), answers/s by 1 thread, 2 threads, 2 processes")
    for name in opened:
        try:
            one = _process(name, str(corpus), str(place / f"{size}-{_home(name)}"))
        except Failed as error:
            print(f"{name:20} {error}")
            continue
        found["process"][name] = one
        print(
            f"{name:20} {one['open, fresh']:7.1f} {one['first, fresh']:7.1f}"
            f" {one['open, again']:7.1f} {one['first, again']:7.1f} {one['memory']:7.0f}"
            f" {one['threads1']:7.0f} {one.get('threads2', 0):7.0f} {one['processes2']:7.0f}"
        )
        yield found
    if "searchkit" in opened:
        common = ["will", "one", "time"] if given.source else _common(corpus)
        found["counts"] = counts(place / f"{size}-searchkit", common, now)
        shown = ", ".join(
            f"{word} {took:.0f} ms" for word, took in zip(common, found["counts"], strict=True)
        )
        print(f"\ncounts by speaker, topic and year over all matches: {shown}")
        yield found


def _corpus(corpus: Path, source: Path | None, size: int) -> tuple[int, int]:
    """See that a file of passages is there. Returns how many they are, and the bytes of text."""
    told = corpus.with_suffix(".json")
    if not told.exists():
        rows = passages.from_folder(source, size) if source else passages.generated(size)
        told.write_text(json.dumps(passages.write(corpus, rows)))
    count, characters = json.loads(told.read_text())
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
    name: str, corpus: Path, count: int, characters: int, found: dict[str, dict[str, float]]
) -> None:
    """Index by a peer, unless that has been done, and note what it took."""
    home = corpus.with_name(f"{corpus.stem}-{_home(name)}")
    told = home.with_name(f"{home.name}.json")
    if not told.exists():
        taken = []
        for _ in range(RUNS if count < 5_000 else 1):
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            try:
                taken.append(child("index", name, str(corpus), str(home)))
            except Failed as error:
                print(f"{name:20} {error}")
                shutil.rmtree(home)
                return
        one = sorted(taken, key=lambda run: run["seconds"])[len(taken) // 2]
        told.write_text(json.dumps(one))
    one = json.loads(told.read_text())
    one["rate"] = characters / 1e6 / one["seconds"]
    found[name] = one
    base = found.get("tantivy")
    print(
        f"{name:20} {one['rate']:6.2f} {count / one['seconds']:11,.0f} "
        f"{one['cpu'] / characters * 1e6:9.3f} {one['size'] / characters:11.2f}"
        f" {one['peak']:8.0f}   "
        + (
            f"{one['rate'] / base['rate']:8.3f}, CPU x {one['cpu'] / base['cpu']:.2f}"
            if base
            else ""
        )
    )


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
    made: dict[str, float] = {}
    parts = {
        "indexing, CPU": ("indexing", "searchkit", "cpu"),
        "indexing, time": ("indexing", "searchkit", "seconds"),
        "index, bytes": ("indexing", "searchkit", "size"),
        "opening": ("process", "searchkit", "open, again"),
        "first answer": ("process", "searchkit", "first, again"),
        "memory of a process that asks": ("process", "searchkit", "memory"),
        **{
            f"{name}, {kind}, p50": ("latency", name, kind, "p50")
            for name in ("searchkit", "tantivy")
            for kind in ("words", "rare", "long", "fuzzy")
        },
    }
    print(
        f"\ngrowth from {found[0]['passages']:,} to {found[-1]['passages']:,} passages: exponents"
    )
    for what, path in parts.items():
        costs = {}
        for one in found:
            value: Any = one
            for step in path:
                value = value.get(step, {})
            if value:
                costs[one["passages"]] = value
        if (power := exponent(costs)) is not None:
            made[what] = power
            print(f"  {what:32} {power:6.2f}")
    return made


def switch(source: Path | None) -> dict[str, Any]:
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
            _corpus(corpus, source, size)
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
    parser.add_argument("--rounds", type=int, default=RUNS, help="how often each is asked")
    given = parser.parse_args()
    names = [name for name in given.peers.split(",") if installed(name)]
    # tantivy first: the others' ratios are to it.
    names.sort(key=lambda name: name != "tantivy")
    record = Record(given.json)
    found = record.sizes(
        given.sizes, given.keep, lambda size, place: measure(size, names, given, place)
    )
    if len(found) > 1:
        record.put("growth", growth(found))
    if {"searchkit", "searchkit on whoosh"} <= set(names):
        record.put("switch", switch(given.source))


if __name__ == "__main__":
    main_or_step(main, (index, memory, throughput, small))
