"""A cluster beside tantivy: whether they rank alike, and how fast each indexes and answers.

    python benchmarks/cluster.py [PASSAGES]

Starts OpenSearch on this machine (see tests/nodes.py), with one node and with two, which hold two
shards with a replica each. Prints, of PASSAGES generated ones (20,000 unless told), how many are
indexed a second, the median and the slowest answer in milliseconds and the size on disk; and how
many of the ten best are those of tantivy (overlap@10), on the samples with the judged queries and
on the generated ones with sixty others.

Everything runs on one machine, so that two nodes share what one has for itself: the numbers tell
what a cluster costs, not what more machines gain.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median
from time import perf_counter

from engines import QUERIES, SEEDS, passages

from searchkit import Index, analysis

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from nodes import Cluster  # noqa: E402


def judged() -> list[str]:
    """The judged queries of the samples."""
    lines = (ROOT / "tests/gold/queries.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[1] for line in lines]


def generated(count: int) -> list[str]:
    """Queries of one to four words of the generated passages."""
    draw = random.Random(1855)
    words = [analysis.analyse(passage.text)[1] for passage in passages(count)]
    queries = [" ".join(draw.sample(draw.choice(words), draw.randint(1, 4))) for _ in range(50)]
    return [*QUERIES, *queries]


def overlap(one: Index, other: Index, queries: list[str]) -> float:
    """The mean share of the ten best that two indexes have in common."""
    shares = []
    for query in queries:
        first = {name for name, _ in one.rank(query, limit=10, syntax="plain")}
        second = {name for name, _ in other.rank(query, limit=10, syntax="plain")}
        if first or second:
            shares.append(len(first & second) / max(len(first), len(second)))
    return mean(shares)


def filled(place: str, count: int) -> tuple[Index, float]:
    """An index of so many passages, and how many a second went into it."""
    began = perf_counter()
    with Index.create(place) as index:
        index.add_passages(passages(count))
    return Index.open(place.partition("?")[0]), count / (perf_counter() - began)


def answers(index: Index) -> tuple[float, float]:
    """The median and the slowest answer in milliseconds."""
    times = []
    for query in QUERIES:
        index.search(query)
        began = perf_counter()
        for hit in index.search(query):
            assert hit.snippet  # which is made when it is asked for
        times.append((perf_counter() - began) * 1000)
    return median(times), max(times)


def rows(count: int) -> Iterator[str]:
    """The lines of the table, each as soon as it is measured."""
    queries = generated(min(count, 2000))
    with tempfile.TemporaryDirectory() as folder:
        here = Index.in_memory(engine="tantivy")
        here.add_files([SEEDS])
        here.commit()
        local, rate = filled(folder, count)
        yield "engine   indexed/s  median ms  slowest ms     MB  overlap@10 samples  generated"
        yield row("tantivy", rate, local)
        for nodes in (1, 2):
            with Cluster(nodes) as cluster:
                settings = f"?shards={nodes}&replicas={nodes - 1}"
                with Index.create(cluster.address("samples") + settings) as index:
                    index.add_files([SEEDS])
                there, rate = filled(cluster.address("generated") + settings, count)
                with Index.open(cluster.address("samples")) as samples:
                    same = overlap(here, samples, judged()), overlap(local, there, queries)
                name = f"{nodes} node{'s' * (nodes > 1)}"
                yield row(name, rate, there) + f"  {same[0]:18.3f}  {same[1]:9.3f}"
                there.close()


def row(name: str, rate: float, index: Index) -> str:
    """What was measured of one index."""
    middle, slowest = answers(index)
    size = index.info().size_bytes / 1e6
    return f"{name:7}  {rate:9,.0f}  {middle:9.1f}  {slowest:10.1f}  {size:5.0f}"


if __name__ == "__main__":
    for line in rows(int(sys.argv[1]) if sys.argv[1:] else 20_000):
        print(line, flush=True)
