"""Passages, outlines and queries to measure with: made by a seeded generator or cut from texts.

The generator has a vocabulary like that of English: function words at the top, 300,000 others in
families of forms (``-s``, ``-ed``, ``-ing``), drawn by the law of Zipf and Mandelbrot, in two
regimes. So stop words, common and rare words and the growth of the vocabulary are what they are in
real text; what passages mean is not, so nothing here tells how well anything ranks. The same number
always makes the same passages, and the first thousand of a million are those of a thousand.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

__all__ = [
    "Question",
    "Row",
    "from_folder",
    "generated",
    "names",
    "outline",
    "questions",
    "read",
    "write",
]

_SEED = 1956
_FUNCTION_WORDS = """
the of and to in a is that for it as was with be by on not he this are or his from at which but have
an had they were their one all we can her has there been if more when will would who
"""
_ONSETS = "b c d f g h l m n p r s t v br ch cl cr dr fl gr pl pr sh st str th tr"
_VOWELS = ("a", "e", "i", "o", "u", "a", "e", "i", "o", "ea", "ou", "io")
_CODAS = (*[""] * 14, "n", "r", "l", "t", "s", "m", "nd", "nt", "ct")
_FORMS = ("", "", "", "s", "ed", "ing")
_KINDS = 300_000
_CORE = 8_000


@dataclass(frozen=True, slots=True)
class Row:
    """A passage as every engine is given it."""

    id: str
    text: str
    speaker: str
    topic: str
    date: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query, of one kind, in parts that every engine can write in its own language.

    ``words`` are typed as they stand; ``speaker`` and ``years`` narrow what is found.
    """

    kind: str
    words: tuple[str, ...]
    speaker: str = ""
    years: tuple[int, int] | None = None


def _invented(draw: random.Random, count: int, syllables: tuple[int, ...]) -> list[str]:
    found: dict[str, None] = {}
    onsets = _ONSETS.split()
    while len(found) < count:
        word = "".join(
            draw.choice(onsets) + draw.choice(_VOWELS) + draw.choice(_CODAS)
            for _ in range(draw.choice(syllables))
        )
        found.setdefault(word)
    return list(found)


def names(count: int) -> list[str]:
    """That many different full names of people."""
    draw = random.Random(_SEED + 1)
    given = [word.capitalize() for word in _invented(draw, 800, (1, 2))]
    family = [word.capitalize() for word in _invented(draw, max(500, count // 4), (2, 2, 3))]
    found: dict[str, None] = {}
    while len(found) < count:
        found.setdefault(f"{draw.choice(given)} {draw.choice(family)}")
    return list(found)


def _drawing(draw: random.Random) -> Callable[[int], list[str]]:
    """A function that draws so many words."""
    stems = _invented(draw, _KINDS, (1, 2, 2, 3, 3, 4))
    # The most frequent words are the shortest, as in every language.
    stems.sort(key=lambda stem: len(stem) + draw.random() * 10)
    words = [*_FUNCTION_WORDS.split(), *(stem + draw.choice(_FORMS) for stem in stems)]
    # Beyond the core of a language words grow rare faster (Ferrer i Cancho and Sole 2001).
    core = [(rank + 2.7) ** -1.05 for rank in range(_CORE)]
    tail = [core[-1] * (rank / _CORE) ** -1.8 for rank in range(_CORE, len(words))]
    weights = list(accumulate(core + tail))
    return lambda count: draw.choices(words, cum_weights=weights, k=count)


def _sentences(draw: random.Random, words: list[str]) -> str:
    made, at = [], 0
    while at < len(words):
        some = words[at : at + draw.randint(9, 30)]
        at += len(some)
        if len(some) > 12:
            some[6] += ","
        made.append(" ".join(some).capitalize() + ".")
    return " ".join(made)


def generated(count: int) -> Iterator[Row]:
    """That many passages of 40 to 200 words."""
    draw = random.Random(_SEED)
    words = _drawing(draw)
    # A few speak often and many seldom.
    speakers = names(3_000)
    often = list(accumulate(1 / (rank + 5) for rank in range(len(speakers))))
    topics = [f"{word} policy" for word in _invented(draw, 60, (2, 3))]
    for number in range(count):
        yield Row(
            id=f"p{number}",
            text=_sentences(draw, words(draw.randint(40, 200))),
            speaker=draw.choices(speakers, cum_weights=often)[0],
            topic=draw.choice(topics),
            date=f"{draw.randint(1990, 2020)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        )


def from_folder(folder: Path, count: int) -> Iterator[Row]:
    """As many passages of 40 to 200 words as the text files of a folder give."""
    draw = random.Random(_SEED)
    number = 0
    for path in sorted(folder.rglob("*.txt")):
        words = path.read_text(encoding="utf-8", errors="replace").split()
        at = 0
        while at < len(words) and number < count:
            some = words[at : at + draw.randint(40, 200)]
            at += len(some)
            date = f"{1990 + number % 31}-{1 + number % 12:02}-{1 + number % 28:02}"
            yield Row(f"p{number}", " ".join(some), path.parent.name, path.stem[:20], date)
            number += 1


def write(path: Path, rows: Iterable[Row]) -> tuple[int, int]:
    """Write rows to a file as they come, for :func:`read`. Returns how many, and bytes of text."""
    count, size = 0, 0
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps([row.id, row.text, row.speaker, row.topic, row.date]) + "\n")
            count += 1
            size += len(row.text.encode())
    return count, size


def read(path: Path) -> Iterator[Row]:
    """Passages from a file of JSON lines, each an array of the fields of a row."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Row(*json.loads(line))


_WORD = re.compile(r"[A-Za-z]{3,}")


def questions(path: Path, count: int) -> list[Question]:
    """Queries in the words of the passages in a file: the same ones for every size of it."""
    draw = random.Random(_SEED + 2)
    rows = []
    for number, row in enumerate(read(path)):
        if number == 5_000:
            break
        rows.append(row)
    often: dict[str, int] = {}
    for row in rows:
        for word in set(_WORD.findall(row.text.lower())):
            often[word] = often.get(word, 0) + 1

    common = set(_FUNCTION_WORDS.split())

    def content(row: Row) -> list[str]:
        found = [word.lower() for word in _WORD.findall(row.text)]
        return [word for word in found if word not in common] or found

    made: list[Question] = []
    while len(made) < count:
        row = draw.choice(rows)
        words = content(row)
        some = draw.sample(words, min(len(words), 1 + len(made) % 5))
        kind = _KIND_OF_PLACE[len(made) % len(_KIND_OF_PLACE)]
        if kind == "phrase":
            text = _WORD.findall(row.text)
            at = draw.randrange(len(text) - 1)
            some = [word.lower() for word in text[at : at + 2]]
            if all(word in common for word in some):
                continue
        elif kind == "boolean":
            some = draw.sample(words, min(2, len(words)))
        elif kind == "rare":
            some = [min(words, key=lambda word: (often.get(word, 0), word))]
        elif kind == "wildcard":
            some = [max(words, key=len)[:4]]
        elif kind == "fuzzy":
            word = max(words, key=lambda word: (len(word) < 10, len(word)))
            some = [word[:3] + "x" + word[4:]]
        elif kind == "long":
            some = (words * 50)[:50]
        made.append(
            Question(
                kind,
                tuple(some),
                speaker=row.speaker if kind == "speaker" else "",
                years=(int(row.date[:4]), int(row.date[:4]) + 1) if kind == "date" else None,
            )
        )
    return made


_KIND_OF_PLACE = (
    *["words"] * 10, "phrase", "boolean", "speaker", "date", "phrase", "boolean", "speaker", "date",
    "rare", "rare", "wildcard", "fuzzy", "long",
)  # fmt: skip
"""How often each kind comes: whatever has 1 to 5 words is the rule."""


def outline(number: int) -> str:
    """An outline of a meeting in the style of the sample documents, with invented people."""
    global _outline_parts
    draw = random.Random(_SEED + 3 + number)
    if _outline_parts is None:
        own = random.Random(_SEED)
        _outline_parts = names(2_000), _drawing(own), own
    people, words, own = _outline_parts
    own.seed(number)
    one, other = draw.sample(people, 2)
    a, b = one.split()[-1], other.split()[-1]
    year, month, day = draw.randint(1990, 2020), draw.choice(_MONTHS), draw.randint(1, 28)
    lines = [
        f"Outline of Japan-Russia Foreign Ministers' Meeting, number {number}",
        "",
        f"{day} {month} {year}",
        "",
        f"On {day} {month}, Minister for Foreign Affairs {one} met with the Minister of Foreign "
        f"Affairs of the Russian Federation {other}. The outline of the meeting is as follows:",
    ]
    for section in range(1, draw.randint(5, 12)):
        lines += ["", f"{section}. {' '.join(words(4)).capitalize()}", ""]
        for item in range(1, draw.randint(2, 5)):
            said = _sentences(draw, words(draw.randint(30, 120)))
            who, verb = draw.choice([a, b]), draw.choice(["stated", "noted", "said", "explained"])
            lines.append(
                f"  ({item}) Foreign Minister {who} {verb} that {said[0].lower()}{said[1:]}"
            )
    return "\n".join(lines) + "\n"


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "October", "November")
_outline_parts: tuple[list[str], Callable[[int], list[str]], random.Random] | None = None
