"""How fast each engine indexes and answers, by the number of passages.

    python benchmarks/engines.py [PASSAGES ...]

A passage is a sentence of the sample outlines with sixty invented words, drawn by Zipf's law from
20,000, always the same ones. Prints for each size and engine
how many passages a second are indexed (catalog and engine, on disk; the best of three runs) and the
median and the slowest of the answers in milliseconds, with snippets, from an index that is open
(each question asked five times, of which the quickest counts: other programs only ever add).
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Literal

from searchkit import Index, Passage

SEEDS = Path(__file__).parent.parent / "seeds"

RUNS = 3
ASKED = 5

QUERIES = (
    "peace treaty",
    "Northern Territories",
    "abduction nuclear",
    '"Irkutsk Statement"',
    "speaker:ivanov terrorism",
    "negot* Afghanistan",
    "Kyoto OR Sakhalin",
    "six-party talks on the Korean Peninsula",
    "Kawagutchi",
    "date:2002-06 dialogue",
)


def passages(count: int) -> Iterator[Passage]:
    """That many passages, the same ones every time."""
    draw = random.Random(1956)
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    sentences = [s for s in re.split(r"(?<=[.])\s+", text) if 30 < len(s) < 500]
    words = ["".join(draw.choices("aeiouklmnprst", k=draw.randint(3, 9))) for _ in range(20_000)]
    # Zipf's law: the word of rank r is drawn 1/r as often as the first.
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for number in range(count):
        more = " ".join(draw.choices(words, cum_weights=weights, k=60))
        yield Passage(
            id=f"passage-{number}",
            text=f"{draw.choice(sentences)} {more}.",
            speakers=(draw.choice(("Igor Ivanov", "Yoriko Kawaguchi", "Vladimir Putin")),),
            date=f"{draw.randint(1990, 2020)}-{draw.randint(1, 12):02}",
        )


def measure(count: int, engine: Literal["whoosh", "tantivy"]) -> tuple[float, float, float]:
    """Passages a second, and the median and the slowest answer in milliseconds."""
    rate = 0.0
    made = list(passages(count))
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            began = perf_counter()
            with Index.create(folder, engine=engine) as index:
                index.add_passages(made)
            rate = max(rate, count / (perf_counter() - began))
            times = []
            with Index.open(folder) as index:
                for query in QUERIES:
                    index.search(query)  # the first answer opens files
                    times.append(min(_milliseconds(index, query) for _ in range(ASKED)))
    return rate, median(times), max(times)


def _milliseconds(index: Index, query: str) -> float:
    began = perf_counter()
    for hit in index.search(query):
        assert hit.snippet  # which is made when it is asked for
    return (perf_counter() - began) * 1000


def main(sizes: list[int]) -> None:
    """Print a table."""
    print("passages  engine   indexed/s   median ms   slowest ms")
    for size in sizes:
        for engine in ("whoosh", "tantivy"):
            rate, middle, slowest = measure(size, engine)
            print(f"{size:8,}  {engine:7}  {rate:9,.0f}  {middle:10.1f}  {slowest:11.1f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [500, 2_000, 10_000])
