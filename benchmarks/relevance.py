"""How well searchkit ranks, on judged collections in BEIR's layout.

    pip install "searchkit[bench]"
    python benchmarks/relevance.py FOLDER... [--engine E] [--ranking R] [--markdown FILE]
    python benchmarks/relevance.py --speed 100000 [--engine E]

A folder holds ``corpus.jsonl`` (or ``.jsonl.gz``), ``queries.jsonl`` and ``qrels.tsv``. Every query
is put to :meth:`searchkit.Index.rank` as it stands. Measures are those of ir_measures, averaged
over the queries with a relevant passage: nDCG@10, AP@1000, R@100. A star marks a mean nDCG@10 that
differs from that of plain BM25 on the same engine: a paired randomisation test with 10,000 draws,
at 5 % after Holm's correction for all the comparisons of the table.

``--speed`` measures instead what each way to rank costs: the processor time of ten hits with their
snippets, over so many passages of ``engines.py``. For each way a new process opens the index and
asks 500 different queries, and then all of them again; the same twice more, and of each query the
least time counts. What is printed is the median over the queries, and its ratio to plain BM25.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import ir_measures
from ir_measures import AP, R, nDCG

from searchkit import Index, Passage, QueryError, analysis

ENGINES = ("tantivy", "whoosh")
RANKINGS = ("bm25", "words", "feedback")
BASELINE = "bm25"
MEASURES = (nDCG @ 10, AP @ 1000, R @ 100)
DRAWS = 10_000
TURNS = 3
QUESTIONS = 500
SPEED_QUERIES = (
    "peace treaty",
    "Northern Territories",
    "abduction nuclear",
    "terrorism Afghanistan",
    "fishing zone",
    "Kyoto protocol climate",
    "six-party talks on the Korean Peninsula",
    "economic cooperation between the two countries",
    "visit of the Prime Minister to Russia",
    "What was said about the return of the islands?",
    "Iraq reconstruction assistance",
    "energy pipeline Pacific",
    "WTO accession",
    "Middle East peace process",
    "strategic dialogue disarmament non-proliferation",
)


@dataclass(frozen=True)
class Collection:
    """Judged queries over passages; ``qrels`` maps queries to passages to grades above 0."""

    name: str
    passages: Sequence[Passage]
    queries: dict[str, str]
    qrels: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Row:
    """One way to rank on one collection: means of :data:`MEASURES`, nDCG@10 query by query."""

    engine: str
    ranking: str
    collection: str
    means: tuple[float, ...]
    by_query: dict[str, float]
    milliseconds: float


def lines(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The records of a file of a folder, packed or not."""
    packed = folder / f"{name}.gz"
    data = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / name).read_bytes()
    yield from map(json.loads, data.decode("utf-8").rstrip("\n").split("\n"))


def read(folder: Path) -> Collection:
    """The collection in a folder."""
    qrels: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, passage, grade = line.split("\t")
        if int(grade) > 0:
            qrels.setdefault(query, {})[passage] = int(grade)
    return Collection(
        folder.name,
        [
            Passage(id=str(one["_id"]), title=one.get("title", ""), text=one["text"])
            for one in lines(folder, "corpus.jsonl")
        ],
        {str(one["_id"]): one["text"] for one in lines(folder, "queries.jsonl")},
        qrels,
    )


def ranked(
    index: Index, query: str, ranking: Any, synonyms: bool, wordnet: bool = False
) -> list[tuple[str, float]]:
    """Ids with scores; none for a query of nothing but stop words."""
    try:
        return index.rank(
            query, syntax="plain", ranking=ranking, synonyms=synonyms, wordnet=wordnet
        )
    except QueryError:
        return []


def measure(
    collection: Collection,
    index: Index,
    engine: str,
    ranking: str,
    *,
    synonyms: bool,
    wordnet: bool,
) -> Row:
    """Put the judged queries of a collection to its index."""
    run: dict[str, dict[str, float]] = {}
    began = perf_counter()
    for query in collection.qrels:
        hits = ranked(index, collection.queries[query], ranking, synonyms, wordnet)
        # Measures sort by score and break ties by id: places instead keep searchkit's order.
        run[query] = {key: float(-place) for place, (key, _) in enumerate(hits)}
    seconds = perf_counter() - began
    scores: dict[Any, dict[str, float]] = {m: dict.fromkeys(run, 0.0) for m in MEASURES}
    for found in ir_measures.iter_calc(MEASURES, collection.qrels, run):
        scores[found.measure][found.query_id] = found.value
    return Row(
        engine,
        ranking,
        collection.name,
        tuple(sum(scores[m].values()) / len(run) for m in MEASURES),
        scores[MEASURES[0]],
        1000 * seconds / len(run),
    )


def chance(row: Row, base: Row) -> float:
    """How likely so large a difference of the means is if the two ways are alike.

    A paired randomisation test, two-sided (Smucker, Allan and Carterette, 2007).
    """
    differences = [v - base.by_query[q] for q, v in row.by_query.items() if v != base.by_query[q]]
    seen = abs(sum(differences)) - 1e-9
    draw = random.Random(1)
    larger = 0
    for _ in range(DRAWS):
        signs = draw.getrandbits(len(differences)) if differences else 0
        total = sum(d if signs >> i & 1 else -d for i, d in enumerate(differences))
        larger += abs(total) >= seen
    return (larger + 1) / (DRAWS + 1)


def significant(rows: Sequence[Row]) -> set[int]:
    """The places of rows that differ from plain BM25, by Holm's method."""
    bases = {(r.engine, r.collection): r for r in rows if r.ranking == BASELINE}
    chances = sorted(
        (chance(row, bases[row.engine, row.collection]), place)
        for place, row in enumerate(rows)
        if row.ranking != BASELINE and (row.engine, row.collection) in bases
    )
    found: set[int] = set()
    for place, (likely, row) in enumerate(chances):
        if likely > 0.05 / (len(chances) - place):
            break
        found.add(row)
    return found


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows in Markdown: a measure and a way to rank a line, a collection a column."""
    names = list(dict.fromkeys(row.collection for row in rows))
    stars = significant(rows)
    yield f"| measure | engine | ranking | {' | '.join(names)} | mean |"
    yield "| --- | --- | --- |" + " ---: |" * (len(names) + 1)
    for number, name in enumerate(map(str, MEASURES)):
        for engine, ranking in dict.fromkeys((row.engine, row.ranking) for row in rows):
            own = {
                row.collection: (row.means[number], "*" if not number and place in stars else "")
                for place, row in enumerate(rows)
                if (row.engine, row.ranking) == (engine, ranking)
            }
            cells = [f"{own[n][0]:.4f}{own[n][1]}" for n in names]
            mean = sum(value for value, _ in own.values()) / len(own)
            yield f"| {name} | {engine} | {ranking} | {' | '.join(cells)} | {mean:.4f} |"


def rows(
    folders: Iterable[Path],
    engines: Sequence[str],
    rankings: Sequence[str],
    *,
    synonyms: bool,
    wordnet: bool,
) -> Iterator[Row]:
    """Measure everything, collection by collection."""
    for folder in folders:
        collection = read(folder)
        for engine in engines:
            index = Index.in_memory(engine=engine)  # type: ignore[arg-type]
            index.add_passages(collection.passages)
            index.commit()
            for ranking in rankings:
                row = measure(
                    collection, index, engine, ranking, synonyms=synonyms, wordnet=wordnet
                )
                shown = "  ".join(f"{m} {v:.4f}" for m, v in zip(MEASURES, row.means, strict=True))
                print(
                    f"{row.collection:12} {engine:8} {ranking:9} {shown}  "
                    f"{row.milliseconds:.1f} ms a query",
                    file=sys.stderr,
                    flush=True,
                )
                yield row
            index.close()


def speed(passages: int, engines: Sequence[str]) -> Iterator[str]:
    """What each way to rank costs, as lines in Markdown."""
    import engines as generator

    asked = questions(generator.passages(min(passages, 5_000)))
    yield f"| engine | synonyms | asked |{''.join(f' {r} ms |' for r in RANKINGS)} to {BASELINE} |"
    yield "| --- | --- | --- |" + " ---: |" * (len(RANKINGS) + 1)
    for engine in engines:
        with tempfile.TemporaryDirectory() as folder:
            with Index.create(folder, engine=engine) as index:  # type: ignore[arg-type]
                index.add_passages(generator.passages(passages))
            for synonyms in (False, True):
                costs = [_costs(folder, asked, ranking, synonyms) for ranking in RANKINGS]
                for number, often in enumerate(("once", "again")):
                    middles = [median(cost[number]) for cost in costs]
                    shown = " | ".join(f"{1000 * middle:.1f}" for middle in middles)
                    ratios = ", ".join(f"{m / middles[0]:.2f}" for m in middles[1:])
                    has = "yes" if synonyms else "no"
                    yield f"| {engine} | {has} | {often} | {shown} | {ratios} |"


def questions(passages: Iterable[Passage]) -> list[str]:
    """Different queries: those of :data:`SPEED_QUERIES`, and one to five words of a passage.

    Half of them are of its first sentence, which is that of a meeting.
    """
    draw = random.Random(5)
    stops = analysis.stop_words()
    asked = dict.fromkeys(SPEED_QUERIES)
    texts = [passage.text for passage in passages]
    while len(asked) < QUESTIONS:
        text = draw.choice(texts)
        text = text.partition(". ")[0] if len(asked) % 2 else text
        words = [word for word in re.findall(r"[A-Za-z]{3,}", text) if word.lower() not in stops]
        asked[" ".join(draw.sample(words, min(len(words), draw.randint(1, 5))))] = None
    return list(asked)


def _costs(folder: str, asked: Sequence[str], *way: object) -> list[list[float]]:
    """The least processor times of all queries in seconds: asked once, and asked again.

    Each time a process opens the index, that knows no text as yet, and asks one after the other.
    """
    turns = []
    for _ in range(TURNS):
        with get_context("spawn").Pool(1) as pool:
            turns.append(pool.apply(_times, (folder, asked, *way)))
    return [[min(times) for times in zip(*both, strict=True)] for both in zip(*turns, strict=True)]


def _times(folder: str, asked: Sequence[str], ranking: Any, synonyms: bool) -> list[list[float]]:
    found: list[list[float]] = []
    with Index.open(folder) as index:
        index.search("opens all files", synonyms=synonyms)
        for _ in range(2):
            times = []
            for query in asked:
                began = process_time()
                for hit in index.search(query, ranking=ranking, synonyms=synonyms, syntax="plain"):
                    assert hit.snippet  # which is made when it is asked for
                times.append(process_time() - began)
            found.append(times)
    return found


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--speed", type=int, metavar="PASSAGES", help="measure what ranking costs")
    parser.add_argument("--engine", action="append", choices=ENGINES, help="both by default")
    parser.add_argument("--ranking", action="append", choices=RANKINGS, help="all by default")
    parser.add_argument("--no-synonyms", action="store_true", help="without the thesaurus")
    parser.add_argument("--wordnet", action="store_true", help="with WordNet's synonyms, too")
    parser.add_argument("--markdown", type=Path, help="a file to write the table to")
    options = parser.parse_args()
    if options.speed:
        for line in speed(options.speed, options.engine or ENGINES):
            print(line, flush=True)
        return
    if not options.folders:
        parser.error("name a folder with a collection, or give --speed")
    measured = list(
        rows(
            options.folders,
            options.engine or ENGINES,
            options.ranking or RANKINGS,
            synonyms=not options.no_synonyms,
            wordnet=options.wordnet,
        )
    )
    text = "\n".join(table(measured)) + "\n"
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
