"""How fast documents are read and tagged, in megabytes of text a second.

    python benchmarks/reading.py [FOLDER...] [--megabytes 50] [--indexed 10] [--profile]

Reads the documents of the folders, over and over until there is enough; without a folder, outlines
made from templates in several styles, with invented names and composed sentences, the same in every
run. They are made as they are read, so memory is that of reading: the most that the process held
after a tenth of the text and at the end, which must not grow, and the most that one document of the
usual size and one of a hundred times that size needed, in bytes for each byte of text.

*whole* is the library's ``parse``, over all of the text. The rooms are timed by themselves over one
document in four: *layout* (lines, numbers, boilerplate, dates and place), *people*, *statements*,
*topics* (with short forms, countries and passages: what is left of the whole). All of it is CPU
time of one core. Reading is what the readers take for files; made documents have none.

Then documents of ``--indexed`` megabytes are written to a folder and indexed with
:meth:`searchkit.Index.add_files`, once by one process and once by as many as there are cores: read,
tagged, catalogued and indexed, by the clock. What the two have indexed must be the same.

``--profile`` looks a thousand times a second of CPU time where the reader is, and prints the
functions that it was in most often.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from types import FrameType

import searchkit
from searchkit import readers
from searchkit.outlines import parser
from searchkit.outlines.header.header import read_header
from searchkit.outlines.names.people import find_people
from searchkit.outlines.sections.layout import read_layout
from searchkit.outlines.speech.speakers import find_statements
from searchkit.thesaurus import Thesaurus

ROOMS = ("layout", "people", "statements")
SAMPLED = 4
"""One document in so many is read room by room."""

COUNTRIES = ["Norway", "Kenya", "Chile", "Japan", "Poland", "Morocco", "Vietnam", "Canada", "Egypt"]
GIVEN = [
    "Ida", "Olav", "Lise", "Marek", "Amina", "Kenji", "Rosa", "Tomas", "Leila", "Hugo", "Ingrid",
    "Jonas", "Mariam", "Pavel", "Sofia", "Akira", "Nadia", "Emil", "Clara", "Yusuf", "Beatriz",
]  # fmt: skip
ONSETS = ["Bra", "Fje", "Mo", "No", "Ote", "Sa", "Vi", "Lu", "Ha", "Ke", "Dra", "Tor", "Wil", "Za"]
MIDDLES = ["n", "l", "r", "v", "ma", "ri", "ko", "ska", "li", "ndi", "sto", "ra"]
ENDINGS = ["dt", "ll", "sen", "wak", "no", "rai", "dal", "berg", "dad", "mura", "ev", "ic", "ot"]
SUBJECTS = [
    "the peace treaty", "economic cooperation", "climate change", "the nuclear issue",
    "trade and investment", "the reform of the United Nations", "fisheries", "cultural exchange",
    "the situation in the Middle East", "energy security", "disaster relief", "visa facilitation",
    "maritime security", "human rights", "the fight against terrorism", "development assistance",
]  # fmt: skip
VERBS = ["stated that", "explained that", "pointed out that", "stressed that", "replied that"]
CLAUSES = [
    "{topic} remained {quality} for both countries and deserved {quality2} work at every level",
    "the two governments should continue {quality} consultations on {topic} before the {meeting}",
    "progress on {topic} had been slower than expected because of the {quality} {matter}",
    "a group of experts would look into {topic} and report on {matter} within {count} months",
    "he appreciated the {quality} efforts made with regard to {topic} since the {meeting}",
    "{topic} was a matter of concern to the people of {place}, with a view to {matter}",
    "{count} projects near {place} had shown what {quality} {matter} could do for {topic}",
    "it was too early to speak of {matter}, but that {topic} would be taken up at the {meeting}",
]
QUALITIES = [
    "important", "close", "difficult", "steady", "careful", "early", "regular", "practical", "new",
    "frank", "quiet", "wide", "lasting", "joint", "modest", "broad", "sustained", "timely", "open",
]  # fmt: skip
MATTERS = [
    "water supply", "vocational training", "rail transport", "customs procedures", "soil erosion",
    "forest management", "public health", "harbour construction", "research exchanges", "credit",
    "the return of families", "the width of the fishing zone", "the price of grain", "licences",
    "student exchange", "the protection of herds", "early warning", "the repair of bridges",
]  # fmt: skip
MEETINGS = ["next summit", "spring session", "talks in {place}", "third round", "annual conference"]
JOINT = [
    "Both sides agreed to deepen their dialogue on {topic}.",
    "The two ministers shared the view that {topic} required the cooperation of all countries.",
    "It was agreed that a meeting on {topic} would be held in the first half of next year.",
    "Views were exchanged on {topic} and on other regional and international issues.",
]
MONTHS = ["January", "March", "May", "June", "September", "November"]


def made(seed: int) -> Iterator[str]:
    """Outlines without end: numbered, lettered, bulleted, wrapped, transcripts and readouts."""
    chance = random.Random(seed)
    styles = [numbered, bulleted, readout, transcript, wrapped]
    while True:
        yield chance.choice(styles)(chance)


def invented(chance: random.Random) -> str:
    """A name that nobody bears: of a family or of a town."""
    middle = "".join(chance.choices(MIDDLES, k=chance.randint(0, 2)))
    return chance.choice(ONSETS) + middle + chance.choice(ENDINGS)


class Cast:
    """Two ministers, a place and a day."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        one, two = chance.sample(COUNTRIES, 2)
        first, second = invented(chance), invented(chance)
        self.ministers = [f"Foreign Minister {first}", f"Foreign Minister {second}"]
        self.names = [f"{chance.choice(GIVEN)} {family}" for family in (first, second)]
        self.countries = [one, two]
        month, day, year = chance.choice(MONTHS), chance.randint(2, 28), chance.randint(1996, 2024)
        self.title = f"{one}-{two} Foreign Ministers' Meeting"
        self.issued = f"{month} {day}, {year}"
        self.opening = (
            f"On {month} {day - 1}, Minister for Foreign Affairs {self.names[0]} of {one} held a "
            f"meeting with Minister for Foreign Affairs {self.names[1]} of {two} in Geneva. The "
            "outline of the meeting is as follows."
        )

    def sentence(self, speaker: str | None = None) -> str:
        topic = self.chance.choice(SUBJECTS)
        if speaker is None and self.chance.random() < 0.2:
            return self.chance.choice(JOINT).format(topic=topic)
        who = speaker or self.chance.choice(self.ministers)
        quality, quality2 = self.chance.sample(QUALITIES, 2)
        meeting = self.chance.choice(MEETINGS).format(place=invented(self.chance))
        clause = self.chance.choice(CLAUSES).format(
            topic=topic,
            quality=quality,
            quality2=quality2,
            matter=self.chance.choice(MATTERS),
            meeting=meeting,
            count=self.chance.randint(2, 90),
            place=invented(self.chance),
        )
        return f"{who} {self.chance.choice(VERBS)} {clause}."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(2, 5)))

    def heading(self) -> str:
        subject = self.chance.choice(SUBJECTS)
        return (subject.removeprefix("the ")[:1].upper() + subject.removeprefix("the ")[1:]).strip()


def numbered(chance: random.Random, sections: int = 0) -> str:
    cast = Cast(chance)
    lines = [f"{cast.title} (Summary)", "", cast.issued, "", cast.opening, ""]
    for number in range(1, sections or chance.randint(4, 9)):
        lines += [f"{number}. {cast.heading()}", ""]
        for item in range(1, chance.randint(2, 5)):
            lines += [f"({item}) {cast.paragraph()}", ""]
    return "\n".join([*lines, "Back to Index", ""])


def bulleted(chance: random.Random) -> str:
    cast = Cast(chance)
    lines = ["Press Releases", "", cast.title, "", cast.issued, "", cast.opening, ""]
    for letter in "ABCDEFGH"[: chance.randint(2, 8)]:
        lines += [f"{letter}. {cast.heading()}", ""]
        minister = chance.choice(cast.ministers)
        lines += [f"{minister} made the following statements:"]
        lines += [f"- {cast.sentence(minister)}" for _ in range(chance.randint(2, 6))]
        lines += ["", cast.paragraph(), ""]
    return "\n".join([*lines, "(END)", ""])


def readout(chance: random.Random) -> str:
    cast = Cast(chance)
    lines = [f"Readout of {cast.ministers[0]}'s Call with {cast.ministers[1]}", "", cast.issued, ""]
    lines += [f"{cast.ministers[0]} spoke today with {cast.ministers[1]}.", ""]
    for _ in range(chance.randint(3, 12)):
        lines += [cast.paragraph(), ""]
    return "\n".join(lines)


def transcript(chance: random.Random) -> str:
    cast = Cast(chance)
    lines = [f"Press Conference by {cast.ministers[0]}", "", cast.issued, ""]
    for turn in range(chance.randint(6, 20)):
        speaker = "QUESTION" if turn % 2 else cast.ministers[0].upper()
        lines += [f"{speaker}: {cast.paragraph()}", ""]
    return "\n".join(lines)


def wrapped(chance: random.Random) -> str:
    from textwrap import fill

    return "\n".join(fill(line, 78) for line in numbered(chance).split("\n"))


def given(folders: list[Path]) -> list[tuple[str, readers.Given | None]]:
    """What the documents below the folders say, read once, and how fast that was."""
    walk = readers.walk(folders)
    begun, size = time.process_time(), 0
    texts: list[tuple[str, readers.Given | None]] = []
    for path in walk.files:
        source = readers.read(path)
        texts.append((source.text, source.given))
        size += len(source.text.encode())
    spent = time.process_time() - begun
    print(f"{len(texts):,} files read: {size / spent / 1e6:.2f} MB/s")
    return texts


def peak() -> float:
    """The most memory that the process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def needed(text: str, thesaurus: Thesaurus) -> float:
    """The most memory that reading ``text`` needs, in bytes for each byte of it."""
    tracemalloc.start()
    parser.parse(text, id="x", thesaurus=thesaurus)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / len(text.encode())


def by_room(text: str, spent: Counter[str]) -> None:
    """Read ``text`` room by room, and add what each took."""
    clocks = [time.process_time()]
    layout = read_layout(text)
    read_header(text, layout)
    clocks.append(time.process_time())
    people = find_people(text, layout)
    clocks.append(time.process_time())
    find_statements(layout, people)
    clocks.append(time.process_time())
    for room, start, end in zip(ROOMS, clocks, clocks[1:], strict=False):
        spent[room] += end - start


class Samples:
    """Where the process is, looked up a thousand times a second of its CPU time."""

    def __init__(self) -> None:
        self.own: Counter[str] = Counter()
        self.within: Counter[str] = Counter()

    def __enter__(self) -> Samples:
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        names = []
        while frame is not None:
            code = frame.f_code
            names.append(f"{Path(code.co_filename).stem}.{code.co_qualname}")
            frame = frame.f_back
        self.own[names[0]] += 1
        self.within.update(set(names))

    def show(self) -> None:
        total = self.own.total() or 1
        for title, counted in (("in it", self.own), ("in it or below", self.within)):
            print(f"\n{title}, of {total:,} samples:")
            for name, count in counted.most_common(30):
                print(f"  {100 * count / total:5.1f} %  {name}")


def indexed(texts: Iterator[tuple[str, readers.Given | None]], megabytes: float) -> None:
    """How fast documents are read, tagged, catalogued and indexed, by one process and by all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "documents"
        folder.mkdir()
        size = count = 0
        while size < megabytes * 1e6:
            text, _ = next(texts)
            (folder / f"{count:06}.txt").write_text(text, encoding="utf-8")
            size += len(text.encode())
            count += 1
        held = []
        print(f"\nread, tagged, catalogued and indexed, {count:,} files, {size / 1e6:.1f} MB:")
        for jobs in sorted({1, os.cpu_count() or 1}):
            place = Path(name) / f"index-{jobs}"
            begun = time.perf_counter()
            with searchkit.Index.create(place, engine="tantivy") as index:
                index.add_files([folder], jobs=jobs)
            rate = size / (time.perf_counter() - begun) / 1e6
            print(f"  {jobs} {'process' if jobs == 1 else 'processes'}{rate:10.2f} MB/s")
            with searchkit.Index.open(place) as index:
                held.append(hash(tuple(index)))
        print("  the same in both" if len(set(held)) == 1 else "  DIFFERENT PASSAGES")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    arguments.add_argument("--megabytes", type=float, default=50, help="how much to read")
    arguments.add_argument("--indexed", type=float, default=10, help="how much to index, in MB")
    arguments.add_argument("--seed", type=int, default=1, help="of the made documents")
    arguments.add_argument("--profile", action="store_true", help="show where the time goes")
    options = arguments.parse_args()
    thesaurus = Thesaurus.default()
    texts: Iterator[tuple[str, readers.Given | None]]
    if options.folders:
        texts = cycle(given(options.folders))
    else:
        texts = ((text, None) for text in made(options.seed))
    if options.profile:
        with Samples() as samples:
            read_all(texts, options.megabytes, thesaurus, rooms=False)
        samples.show()
        return
    read_all(texts, options.megabytes, thesaurus, rooms=True)
    small, large = (numbered(random.Random(options.seed), n) for n in (7, 700))
    for text in (small, large):
        kilobytes = len(text.encode()) / 1e3
        print(f"a document of {kilobytes:,.0f} KB: {needed(text, thesaurus):.0f} bytes a byte")
    if options.indexed:
        indexed(texts, options.indexed)


def read_all(
    texts: Iterator[tuple[str, readers.Given | None]],
    megabytes: float,
    thesaurus: Thesaurus,
    *,
    rooms: bool,
) -> None:
    """Read so much of the texts and print how fast that was."""
    spent: Counter[str] = Counter()
    size = sampled = documents = 0
    early = 0.0
    for text, known in texts:
        took = time.process_time()
        parser.parse(text, id="x", thesaurus=thesaurus, given=known)
        took = time.process_time() - took
        spent["all"] += took
        here = len(text.encode())
        if rooms and documents % SAMPLED == 0:
            by_room(text, spent)
            spent["whole"] += took
            sampled += here
        size += here
        documents += 1
        if not early and size >= megabytes * 1e5:
            early = peak()
        if size >= megabytes * 1e6:
            break
    print(f"{documents:,} documents, {size / 1e6:.1f} MB, {size / documents / 1e3:.1f} KB each")
    spent["topics"] = spent["whole"] - sum(spent[room] for room in ROOMS)
    for room in (*ROOMS, "topics") if rooms else ():
        print(f"{room:<12}{sampled / spent[room] / 1e6:8.2f} MB/s")
    print(f"{'whole':<12}{size / spent['all'] / 1e6:8.2f} MB/s a core")
    print(f"{documents / spent['all']:,.0f} documents/s")
    print(f"memory: {early:.0f} MB, at the end {peak():.0f} MB")


if __name__ == "__main__":
    main()
