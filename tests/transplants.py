"""How much worse texts are read with what stands around the text of another.

    python tests/transplants.py [-v] [--every N] [--seed N]

puts the lines above the title and below the last passage of one annotated plain text of
``tests/judged`` (menus, mastheads, footers: all that is set apart there) in the place of those of
another, and reads it again. It prints each figure before and after; -v says of which documents
what is wrong. A document so made is one that nobody has written rules for, with an annotation that
is right: what falls is what to expect of pages of other publishers.

Lines that hold a day or a year stay where they are, since they may tell when. Where lines around a
text say its title again they say that of the other; where they tell it in other words, they go
nowhere.
"""

from __future__ import annotations

import argparse
import copy
import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

import grading
from grading import JUDGED

Note = dict[str, Any]

FIGURES = (
    "title", "kind", "date_published", "date_meeting", "sections", "headings", "passages",
    "boilerplate"
)  # fmt: skip
"""What does not hang on who the publisher is."""
_TELLS_WHEN = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b(?:19|20)\d\d\b"
    r"|\d[./-]\d{1,2}[./-]\d",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAME = 0.6
"""A line with so much of its words from a title tells that title."""


@dataclass(frozen=True)
class Parts:
    """A text: the lines above it, it itself, and those below it."""

    above: list[str]
    text: list[str]
    below: list[str]
    note: Note


@lru_cache(maxsize=1)
def parts() -> dict[str, Parts]:
    """The plain texts of tests/judged, by name."""
    found = {}
    for path in sorted((JUDGED / "documents").glob("*.txt")):
        note = json.loads((JUDGED / "annotations" / f"{path.stem}.json").read_text("utf-8"))
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        apart = {_flat(line) for line in note["boilerplate"]} | {""}
        start, end = 0, len(lines)
        while start < end and _flat(lines[start]) in apart:
            start += 1
        while start < end and _flat(lines[end - 1]) in apart:
            end -= 1
        found[path.stem] = Parts(lines[:start], lines[start:end], lines[end:], note)
    return found


def transplanted(seed: int) -> Iterator[tuple[str, str, str, Note]]:
    """Each text with what stands around others: its name, theirs, the text, its annotation."""
    random = Random(seed)
    known = parts()
    upper = [name for name, part in known.items() if _may_move(part.above)]
    lower = [name for name, part in known.items() if _may_move(part.below)]
    for name, part in known.items():
        above, below = random.choice(upper), random.choice(lower)
        # What tells its day stays.
        above, below = (
            name if _TELLS_WHEN.search("\n".join(lines)) else other
            for lines, other in ((part.above, above), (part.below, below))
        )
        tops = part.above if above == name else said_of(known[above], part.note["title"])
        if tops is None:
            continue
        bottoms = known[below].below
        note = copy.deepcopy(part.note)
        own = {_flat(line) for line in part.above + part.below}
        note["boilerplate"] = [line for line in note["boilerplate"] if _flat(line) not in own]
        note["boilerplate"] += [_flat(line) for line in tops + bottoms if line.strip()]
        for passage in note["passages"]:
            for quoted in (passage, *passage["statements"]):
                quoted.pop("span", None)
        yield name, f"{above} {below}", "\n".join(tops + part.text + bottoms), note


def _flat(line: str) -> str:
    return " ".join(line.split())


def _may_move(lines: list[str]) -> bool:
    words = "\n".join(lines)
    return bool(words.strip()) and _TELLS_WHEN.search(words) is None


def said_of(part: Parts, title: str | None) -> list[str] | None:
    """The lines above a text, with another title for its own; None where they tell it otherwise."""
    own = part.note["title"]
    if not own:
        return part.above
    said = re.compile(r"\s+".join(map(re.escape, own.split())), re.IGNORECASE)
    told = set(_WORD.findall(own.casefold()))
    lines = []
    for line in part.above:
        if said.search(line):
            if title is None:
                return None
            line = said.sub(lambda _: title or "", line)
        else:
            words = _WORD.findall(line.casefold())
            if len(words) > 2 and sum(word in told for word in words) >= _SAME * len(words):
                return None
        lines.append(line)
    return lines


def _read(name: str, text: str, note: Note, say: grading.Say = lambda _: None) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        return grading.read_figures(note, path, say)


def compared(
    seed: int = 1, every: int = 1
) -> Iterator[tuple[str, dict[str, float], dict[str, float], list[str]]]:
    """Of every Nth text its names, the figures as it is and so changed, and what is wrong then."""
    for name, around, text, note in list(transplanted(seed))[::every]:
        said: list[str] = []
        part = parts()[name]
        old = _read(name, "\n".join(part.above + part.text + part.below), part.note)
        yield f"{name}, around it {around}", old, _read(name, text, note, said.append), said


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("-v", action="store_true", dest="say", help="say what is wrong")
    asked.add_argument("--every", type=int, default=1, help="every Nth document only")
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    rows = []
    for names, old, new, said in compared(options.seed, options.every):
        rows.append((old, new))
        worse = [figure for figure in FIGURES if new[figure] < old[figure]]
        if options.say and worse:
            print(f"{names}: {', '.join(worse)}")
            print(*(f"    {one}" for one in said if one.startswith(tuple(worse))), sep="\n")
    print(f"{len(rows)} documents")
    for figure in FIGURES:
        before, after = (mean(row[k][figure] for row in rows) for k in (0, 1))
        print(f"{figure:14} {before:.3f}, with what stands around others {after:.3f}")


if __name__ == "__main__":
    main()
