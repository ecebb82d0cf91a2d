"""What a large archive costs its user from day to day, and how that grows.

    python benchmarks/archive.py [--sizes 10000,100000,1000000] [--persons 100000]
                                 [--keep FOLDER] [--json FILE]

An *archive* is an index of outlines with ten passages each, so many passages in all, in which so
many persons are named, a few often and most seldom. Its outlines are made as records, without text
to be read: what reading costs, ``reading.py`` measures. Each step is done in a process of its own:

- *built*: one commit of everything, by searchkit on tantivy.
- *opened*: how long opening takes, the first answer, the first that names a speaker, the first
  counts by speaker, topic and year, and each of them again; the memory of its own that the process
  has by then; and the tables of all speakers, topics and documents.
- *names*: the first look-up of a name in a fresh process, the memory it took, and 300 others, half
  of which are misspelt.
- *changed*: 100 outlines in files are read, tagged and added to a copy of the archive; then nothing
  has changed, then all of them have, then they are removed. After that, it is opened once more.
- *shell*: a search from the shell beside a bare Typer program, see ``startup.py``.

Times are in seconds of processor time, and by the clock in brackets, unless they are in ms. With
``--keep``, corpora and archives stay in that folder, and a run that finds them there goes on from
them; each figure is written to the JSON as soon as it is known.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate, islice
from pathlib import Path
from statistics import median
from typing import Any

import passages
import startup
from processes import Record, child, exponent, main_or_step, of, own_memory, peak, timed

_PASSAGES = 10
"""Passages of an outline."""
_FILES = 100
"""Outlines that are added, changed and removed."""
_RUNS = 3


def outlines(corpus: Path, persons: int) -> Iterator[Any]:
    """Outlines of ten passages each, in which persons are named, from a file of passages."""
    from searchkit import Outline, Passage, Person, Statement

    names = passages.names(persons)
    often = list(accumulate(1 / (rank + 50) for rank in range(persons)))
    draw = random.Random(persons)
    left = passages.read(corpus)
    parts = iter(lambda: list(islice(left, _PASSAGES)), [])
    for number, rows in enumerate(parts):
        own = f"meeting-{number:06}"
        named = list(dict.fromkeys(draw.choices(names, cum_weights=often, k=4)))
        people = tuple(Person(name=name, role="Foreign Minister") for name in named)
        title = f"Meeting {number} on {rows[0].topic}"
        made, at = [], 0
        for place, row in enumerate(rows, start=1):
            speaker = named[place % 2 % len(named)]
            made.append(
                Passage(
                    id=f"{own}#{place}",
                    text=row.text,
                    title=title,
                    document=own,
                    section=str(place),
                    headings=(row.topic,),
                    start=at,
                    end=at + len(row.text),
                    speakers=(speaker,),
                    topics=(row.topic,),
                    statements=(Statement(speaker, at, at + len(row.text), "stated"),),
                    people=tuple(dict.fromkeys((speaker, named[-1]))),
                    date=rows[0].date,
                )
            )
            at += len(row.text) + 1
        yield Outline(
            id=own,
            text="\n".join(row.text for row in rows),
            title=title,
            date_meeting=rows[0].date,
            participants=people[:2],
            persons=people[2:],
            passages=tuple(made),
            path=f"/archive/{own}.txt",
        )


# Steps, each in a process of its own


def built(corpus: str, persons: str, folder: str) -> dict[str, Any]:
    """Build an archive in one commit."""
    from searchkit import Index

    def build() -> None:
        with Index.create(folder, engine="tantivy") as index:
            index.add_outlines(outlines(Path(corpus), int(persons)))

    took = timed(build)
    size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    return {**took, "peak": peak(), "size": size}


def opened(folder: str, word: str, speaker: str) -> dict[str, float]:
    """Milliseconds of opening an archive, and of first and later questions."""
    from searchkit import Index, Passage

    with Index.in_memory(engine="tantivy") as small:  # what is imported is no part of it
        small.add_passages(Passage(id="p", text="A word.", speakers=("Ida Moen",)))
        small.commit()
        small.search("word", speaker="Moen", facets=True)
    found: dict[str, float] = {}

    def note(what: str, do: Callable[[], Any]) -> Any:
        began = time.process_time()
        made = do()
        found[what] = (time.process_time() - began) * 1000
        return made

    index = note("open", lambda: Index.open(folder))
    note("first answer", lambda: index.search(word))
    note("next answer", lambda: index.search(word))
    note("first with a speaker", lambda: index.search(word, speaker=speaker))
    note("next with a speaker", lambda: index.search(word, speaker=speaker))
    note("first counts", lambda: index.search(word, facets=True))
    note("next counts", lambda: index.search(word, facets=True))
    note("info", index.info)
    found["memory"] = own_memory()
    note("all speakers", index.speakers)
    note("all topics", index.topics)
    note("all documents", index.documents)
    return found


def names(folder: str, persons: str) -> dict[str, float]:
    """Milliseconds of looking names up, and the memory that takes."""
    from searchkit import Index

    draw = random.Random(1)
    asked = []
    for number, name in enumerate(draw.sample(passages.names(int(persons)), 301)):
        at = draw.randrange(2, len(name) - 1)
        asked.append(name[:at] + name[at + 1 :] if number % 2 else name)
    index = Index.open(folder)
    before = own_memory()
    times = []
    for name in asked:
        began = time.process_time()
        index.names(name)
        times.append((time.process_time() - began) * 1000)
    return {
        "first": times[0],
        "p50": of(times[1:], 0.5),
        "p99": of(times[1:], 0.99),
        "memory": own_memory() - before,
    }


def brought_up(folder: str, files: str) -> dict[str, float]:
    """Bring an archive up to the files of a folder."""
    from searchkit import Index

    def bring_up() -> None:
        with Index.create(folder) as index:
            index.add_files(files, prune=True)

    return {**timed(bring_up), "peak": peak()}


def removed(folder: str, *ids: str) -> dict[str, float]:
    """Remove documents from an archive."""
    from searchkit import Index

    def remove() -> None:
        with Index.create(folder) as index:
            index.remove(ids)

    return {**timed(remove), "peak": peak()}


# What is measured


def measure(size: int, persons: int, place: Path) -> Iterator[dict[str, Any]]:
    """Everything about an archive of so many passages, printed as it comes."""
    corpus, folder = place / f"{size}.jsonl", place / f"{size}-archive-{persons}"
    if not corpus.exists():
        passages.write(corpus, passages.generated(size))
    told = folder.with_name(f"{folder.name}.json")
    if not told.exists():
        shutil.rmtree(folder, ignore_errors=True)
        told.write_text(json.dumps(child("built", str(corpus), str(persons), str(folder))))
    found: dict[str, Any] = {"passages": size, "built": json.loads(told.read_text())}
    one = found["built"]
    print(
        f"\n{size:,} passages: built in {one['cpu']:.0f} s ({one['seconds']:.0f} s),"
        f" {one['size'] / 1e6:,.0f} MB, {one['peak']:.0f} MB of memory"
    )
    yield found
    word = _common(corpus)
    speaker = passages.names(persons)[0]
    runs = [child("opened", str(folder), word, speaker) for _ in range(_RUNS)]
    found["opened"] = {what: median(run[what] for run in runs) for what in runs[0]}
    print("ms: " + ", ".join(f"{what} {took:.1f}" for what, took in found["opened"].items()))
    yield found
    runs = [child("names", str(folder), str(persons)) for _ in range(_RUNS)]
    found["names"] = {what: median(run[what] for run in runs) for what in runs[0]}
    print("names, ms: " + ", ".join(f"{what} {took:.1f}" for what, took in found["names"].items()))
    yield found
    bare, search = startup.compare(folder, word, _RUNS * 4)
    found["shell"] = {"bare": bare, "search": search, "ratio": search / bare}
    print(f"shell: bare Typer {bare:.0f} ms, search {search:.0f} ms, ratio {search / bare:.2f}")
    yield found
    found["changed"] = {}
    with tempfile.TemporaryDirectory(dir=place) as own:
        # Changed is a copy: an archive that is kept stays as it is.
        copy, files = Path(own) / "archive", Path(own) / "files"
        shutil.copytree(folder, copy)
        files.mkdir()
        for what, more in (("added", ""), ("none", None), ("changed", "\nOne line more.\n")):
            for number in range(_FILES) if more is not None else ():
                text = passages.outline(number) + str(more)
                (files / f"outline-{number}.txt").write_text(text, encoding="utf-8")
            found["changed"][what] = child("brought_up", str(copy), str(files))
            _tell(f"{_FILES} outlines {what}", found["changed"][what])
            yield found
        ids = [file.stem for file in files.iterdir()]
        found["changed"]["removed"] = child("removed", str(copy), *ids)
        _tell(f"{_FILES} outlines removed", found["changed"]["removed"])
        yield found
        found["reopened"] = child("opened", str(copy), word, speaker)
        told_of = ", ".join(f"{what} {took:.1f}" for what, took in found["reopened"].items())
        print(f"after that, ms: {told_of}")
        yield found


def _tell(what: str, one: dict[str, float]) -> None:
    print(f"{what}: {one['cpu']:.1f} s ({one['seconds']:.1f} s), {one['peak']:.0f} MB of memory")


def _common(corpus: Path) -> str:
    """A frequent word that is no stop word."""
    from searchkit import analysis

    often = Counter(
        word
        for _, row in zip(range(1_000), passages.read(corpus), strict=False)
        for word in set(analysis.analyse(row.text)[1])
    )
    return often.most_common(1)[0][0]


def growth(found: list[dict[str, Any]]) -> dict[str, float]:
    """Exponents: 1 where a cost grows with the passages, 0 where it does not."""
    costs: dict[str, dict[int, float]] = {}
    for one in found:
        for part in ("opened", "names"):
            for what, cost in one[part].items():
                costs.setdefault(f"{part}: {what}", {})[one["passages"]] = cost
        for what, taken in one["changed"].items():
            costs.setdefault(f"{_FILES} outlines: {what}", {})[one["passages"]] = taken["cpu"]
        costs.setdefault("built", {})[one["passages"]] = one["built"]["cpu"]
    made = {what: power for what, own in costs.items() if (power := exponent(own)) is not None}
    print("\ngrowth: exponents")
    for what, power in made.items():
        print(f"  {what:32} {power:6.2f}")
    return made


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", default="10000,100000", help="numbers of passages")
    parser.add_argument("--persons", type=int, default=100_000, help="how many different names")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--keep", type=Path, help="a folder for the archives, which then stay")
    given = parser.parse_args()
    record = Record(given.json)
    found = record.sizes(
        given.sizes, given.keep, lambda size, place: measure(size, given.persons, place)
    )
    if len(found) > 1:
        record.put("growth", growth(found))


if __name__ == "__main__":
    main_or_step(main, (built, opened, names, brought_up, removed))
