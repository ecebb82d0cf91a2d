"""How fast documents are read and tagged, in megabytes of text a second on one core.

    python benchmarks/reading.py [FOLDER...] [--megabytes 50]

Reads the documents of the folders, over and over until there is enough; without a folder, outlines
that are made from templates in several styles, the same in every run. Each stage is timed by
itself, in CPU time: *layout* (lines, numbers, boilerplate, dates and place), *people*,
*statements*, *topics* (with short forms, countries and passages), and the *whole*. Reading is what
the readers take for files; made documents have none. Memory is the most that the process held,
after a tenth of the text and at the end: it must not grow.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from searchkit import readers
from searchkit.outlines import parser
from searchkit.outlines.header import read_header
from searchkit.outlines.layout import read_layout
from searchkit.outlines.people import find_people
from searchkit.outlines.speakers import find_statements
from searchkit.thesaurus import Thesaurus

COUNTRIES = ["Norway", "Kenya", "Chile", "Japan", "Poland", "Morocco", "Vietnam", "Canada", "Egypt"]
GIVEN = ["Ida", "Olav", "Lise", "Marek", "Amina", "Kenji", "Rosa", "Tomas", "Leila", "Hugo"]
FAMILY = ["Brandt", "Fjell", "Moreau", "Nowak", "Otieno", "Sakurai", "Vidal", "Lund", "Haddad"]
SUBJECTS = [
    "the peace treaty", "economic cooperation", "climate change", "the nuclear issue",
    "trade and investment", "the reform of the United Nations", "fisheries", "cultural exchange",
    "the situation in the Middle East", "energy security", "disaster relief", "visa facilitation",
    "maritime security", "human rights", "the fight against terrorism", "development assistance",
]  # fmt: skip
VERBS = ["stated that", "explained that", "pointed out that", "stressed that", "replied that"]
CLAUSES = [
    "{topic} remained important for both countries and deserved further work at every level",
    "the two governments should continue close consultations on {topic} before the next summit",
    "progress on {topic} had been slower than expected because of the difficult negotiations",
    "a group of experts would look into {topic} and report to the ministers within the year",
    "he appreciated the efforts that had been made with regard to {topic} since their last meeting",
    "{topic} was a matter of concern to the people of the region, in particular to the young",
]
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


class Cast:
    """Two ministers, a place and a day."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        one, two = chance.sample(COUNTRIES, 2)
        first, second = chance.sample(FAMILY, 2)
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
        clause = self.chance.choice(CLAUSES).format(topic=topic)
        return f"{who} {self.chance.choice(VERBS)} {clause}."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(2, 5)))

    def heading(self) -> str:
        subject = self.chance.choice(SUBJECTS)
        return (subject.removeprefix("the ")[:1].upper() + subject.removeprefix("the ")[1:]).strip()


def numbered(chance: random.Random) -> str:
    cast = Cast(chance)
    lines = [f"{cast.title} (Summary)", "", cast.issued, "", cast.opening, ""]
    for number in range(1, chance.randint(4, 9)):
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


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    arguments.add_argument("--megabytes", type=float, default=50, help="how much to read")
    arguments.add_argument("--seed", type=int, default=1, help="of the made documents")
    options = arguments.parse_args()
    thesaurus = Thesaurus.default()
    texts: Iterator[tuple[str, readers.Given | None]]
    if options.folders:
        texts = cycle(given(options.folders))
    else:
        texts = ((text, None) for text in made(options.seed))
    spent: Counter[str] = Counter()
    size = documents = 0
    early = 0.0
    for text, known in texts:
        clocks = [time.process_time()]
        layout = read_layout(text)
        read_header(text, layout)
        clocks.append(time.process_time())
        people = find_people(text, layout)
        clocks.append(time.process_time())
        find_statements(layout, people)
        clocks.append(time.process_time())
        parser.parse(text, id="x", thesaurus=thesaurus, given=known)
        clocks.append(time.process_time())
        for stage, start, end in zip(
            ("layout", "people", "statements", "whole"), clocks, clocks[1:], strict=False
        ):
            spent[stage] += end - start
        size += len(text.encode())
        documents += 1
        if not early and size >= options.megabytes * 1e5:
            early = peak()
        if size >= options.megabytes * 1e6:
            break
    spent["topics"] = spent["whole"] - spent["layout"] - spent["people"] - spent["statements"]
    print(f"{documents:,} documents, {size / 1e6:.1f} MB, {size / documents / 1e3:.1f} KB each")
    for stage in ("layout", "people", "statements", "topics", "whole"):
        print(f"{stage:<12}{size / spent[stage] / 1e6:8.2f} MB/s")
    print(f"{documents / spent['whole']:,.0f} documents/s")
    print(f"memory: {early:.0f} MB, at the end {peak():.0f} MB")


if __name__ == "__main__":
    main()
