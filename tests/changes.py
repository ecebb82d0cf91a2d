"""How much worse documents are read after a change that tells a reader nothing new.

    python tests/changes.py [-v] [--every N] [CHANGE...]

reads the annotated plain texts of ``tests/judged`` (every Nth of them) as they are, and again after
each change: lines broken elsewhere, no blank lines, dates written otherwise, other surnames, a web
page for a text. It prints what each figure loses; -v says of which documents, and what.

A change makes the annotation say the same as before, with its words changed alike. Where it cannot
(a date that stands in no form it knows), the document is left out.
"""

from __future__ import annotations

import argparse
import datetime
import html
import json
import re
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

import grading
from grading import JUDGED, norm

from searchkit.outlines.names.tokens import vocabulary

Note = dict[str, Any]
Changed = tuple[str, Note] | None
Change = Callable[[str, Note, Random], Changed]

_LONG = 150
"""A text with lines this long has a line for each paragraph."""
_HEADER = 1_500
_MARK = re.compile(r"\s*(?:[-•–*◦o]|\(?\w{1,3}[.)])\s")


def _has_long_lines(text: str) -> bool:
    return sum(len(line) > _LONG for line in text.split("\n")) > 1


def wrapped(width: int, *, hanging: bool = False) -> Change:
    """Lines broken at a width; with ``hanging`` what follows a marker is indented."""

    def change(text: str, note: Note, _: Random) -> Changed:
        if not _has_long_lines(text):
            return None
        lines = []
        for line in text.split("\n"):
            indent = re.match(r"\s*", line)[0]  # type: ignore[index]
            deeper = indent + "   " * bool(hanging and _MARK.match(line))
            broken = textwrap.wrap(
                line.strip(),
                width,
                initial_indent=indent,
                subsequent_indent=deeper,
                break_long_words=False,
                break_on_hyphens=False,
            )
            lines += broken if len(line) > width else [line]
        return "\n".join(lines), note

    return change


def doubled(width: int) -> Change:
    """Lines broken at a width, and a blank line put between all lines."""
    narrower = wrapped(width)

    def change(text: str, note: Note, random: Random) -> Changed:
        made = narrower(text, note, random)
        return (made[0].replace("\n", "\n\n"), made[1]) if made is not None else None

    return change


def joined(separator: str) -> Change:
    """Paragraphs parted by ``separator`` throughout."""

    def change(text: str, note: Note, _: Random) -> Changed:
        if not _has_long_lines(text):
            return None
        return separator.join(line for line in text.split("\n") if line.strip()) + "\n", note

    return change


def replaced(pattern: str, by: Sequence[str]) -> Change:
    """What fits ``pattern`` replaced by any of some texts, which a reader takes for the same."""

    def change(text: str, note: Note, random: Random) -> Changed:
        def other(words: str) -> str:
            return re.sub(pattern, lambda _: random.choice(by), words)

        return other(text), _worded(note, other)

    return change


def title_in_capitals(text: str, note: Note, _: Random) -> Changed:
    """The title in capitals where it first stands."""
    words = r"\s+".join(map(re.escape, (note["title"] or "").split()))
    found = re.search(words, text[:_HEADER], re.IGNORECASE) if words else None
    if found is None:
        return None
    return text[: found.start()] + found[0].upper() + text[found.end() :], note


def dated(form: str) -> Change:
    """The line that tells the day of issue in another form."""

    def change(text: str, note: Note, _: Random) -> Changed:
        told = note["date_published"] or ""
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", told):
            return None
        day = datetime.date.fromisoformat(told)
        month, short = f"{day:%B}", f"{day:%b}"
        known = [
            f"{month} {day.day}, {day.year}",
            f"{day.day} {month} {day.year}",
            f"{day:%d} {month} {day.year}",
            f"{short} {day.day}, {day.year}",
            f"{short}. {day.day}, {day.year}",
            f"{day:%d.%m.%Y}",
            f"{day:%d/%m/%Y}",
            told,
        ]
        line = rf"(?m)^[ \t(]*(?:\w+day,? )?(?:{'|'.join(map(re.escape, known))})[ \t)]*$"
        found = list(re.finditer(line, text))
        if len(found) != 1:
            return None
        new = form.format(date=day, day=day.day, month=month, short=short, MONTH=month.upper())
        return text[: found[0].start()] + new + text[found[0].end() :], note

    return change


def renamed(surnames: Sequence[str]) -> Change:
    """The surnames of some people, here and in the annotation, replaced by others."""

    def change(text: str, note: Note, random: Random) -> Changed:
        free = random.sample(surnames, len(surnames))
        small = set(re.findall(r"\b[a-z]+\b", text))
        named: dict[str, str] = {}
        for person in note["participants"] + note["persons"]:
            words = person["name"].replace(",", " ").split()
            large = [word for word in words if word.isupper() and len(word) > 2]
            surname = (large or words[-1:] or [""])[0]
            # Elsewhere the last word may be no surname, and some are named by their office alone.
            likely = person["country"] in _LAST and len(words) < 4 and surname.isalpha()
            likely = likely and surname.lower() not in vocabulary().heads
            if likely and surname.lower() not in small and free:
                named.setdefault(surname.casefold(), free.pop())
        if not named:
            return None
        pattern = re.compile(rf"(?i)\b({'|'.join(map(re.escape, named))})\b")

        def other(found: re.Match[str]) -> str:
            if not found[0][0].isupper():
                return found[0]
            new = named[found[0].casefold()]
            return new.upper() if found[0].isupper() else new

        def rename(words: str) -> str:
            return pattern.sub(other, words)

        return rename(text), _worded(note, rename)

    return change


_LAST = frozenset(
    re.findall(
        r"[A-Z][a-z]+(?: [A-Z]\w+)?",
        "Australia, Canada, Denmark, Finland, France, Germany, Italy, Norway, Poland, Russia, "
        "Soviet Union, Spain, Sweden, United Kingdom, United States",
    )
)
"""Countries where a surname is the last word of a name."""
_FOREIGN = re.findall(
    r"\w+",
    "Achterberg Adeyemi Bjarnason Brannigan Castellanos Dimitriou Dragomir Farrokhi Gallagher "
    "Halvorsrud Ishchenko Kowalczuk Lindqvist Moncrieffe Navarrete Okonjo Osterlund Pemberwick "
    "Petrescu Quiroga Rasmussen Sandoval Tavares Thibodeaux Vasquez Wolanski Yildirim Zielonka",
)
_ACCENTED = re.findall(
    r"\w+",
    "Šefranek Žitňan Łuczak Čapka Ďurica Şahiner Đurović Řehoř Ģirts Ķēniņš Ľupták Żurawski Ćirić "
    "Ūdris Āboliņš Șerban Ėringis Kovařík Grybauskaitė Kučinskis Nguyễn Dąbrowa Mašek Wałkowski",
)
_WORDS = re.findall(
    r"\w+",
    "Banks Bishop Black Bush Church Cook Day Field Good Green Hall Judge King Law Long Love "
    "Major Marshall May Page Park Power Price Rice Short Small Stone Wood Young",
)


def _worded(note: Any, change: Callable[[str], str], key: str = "") -> Any:
    """An annotation with ``change`` made to all its words."""
    if key in ("id", "section", "date_published", "date_meeting"):
        return note
    if isinstance(note, str):
        return change(note)
    if isinstance(note, list):
        return [_worded(one, change) for one in note]
    if isinstance(note, dict):
        return {name: _worded(value, change, name) for name, value in note.items()}
    return note


def as_page(text: str, note: Note, _: Random) -> Changed:
    """A web page with a paragraph for each line, its title in the head, and links around it."""
    if not _has_long_lines(text) or not note["title"]:
        return None
    lines = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    links = '<ul class="nav"><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul>'
    title = f"<title>{html.escape(note['title'])}</title>"
    page = f"<html><head>{title}</head><body>{links}<div>{lines}</div></body></html>"
    return page, note


CHANGES: dict[str, Change] = {
    "wrapped at 60": wrapped(60),
    "wrapped at 76, items hanging": wrapped(76, hanging=True),
    "wrapped at 60, double-spaced": doubled(60),
    "no blank lines": joined("\n"),
    "blank lines everywhere": joined("\n\n"),
    "indented": replaced(r"(?m)^(?=.*\S)", ["    "]),
    "lines end as on Windows": replaced("\n", ["\r\n"]),
    "no-break spaces": replaced(r"(?<=\w) (?=\w)", [" ", "\xa0"]),
    "two spaces behind sentences": replaced(r"(?<=[a-z]\.) (?=[A-Z])", ["  "]),
    "straight quotes": replaced("[“”]", ['"']),
    "title in capitals": title_in_capitals,
    "day, month in words, year": dated("{day} {month} {date.year}"),
    "short month": dated("{short}. {day}, {date.year}"),
    "month in capitals": dated("{MONTH} {day}, {date.year}"),
    "ISO date": dated("{date}"),
    "weekday and date": dated("{date:%A}, {month} {day}, {date.year}"),
    "date behind a label": dated("Date: {month} {day}, {date.year}"),
    "other surnames": renamed(_FOREIGN),
    "surnames with letters that English lacks": renamed(_ACCENTED),
    "surnames that are words": renamed(_WORDS),
    "a web page": as_page,
}


def _note(stem: str) -> Note:
    note = (JUDGED / "annotations" / f"{stem}.json").read_text(encoding="utf-8")
    return dict(json.loads(note))


@lru_cache(maxsize=1_000)
def _before(path: Path) -> tuple[dict[str, float], frozenset[str]]:
    """The figures of a document as it is, and what is said to be wrong in it."""
    said: list[str] = []
    figures = grading.read_figures(_note(path.stem), path, said.append)
    return figures, frozenset(map(norm, said))


def changed(
    name: str, every: int = 1, say: grading.Say = lambda _: None
) -> Iterator[tuple[str, dict[str, float], dict[str, float]]]:
    """Of each document its name and its figures before and after a change."""
    suffix = ".html" if CHANGES[name] is as_page else ".txt"
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((JUDGED / "documents").glob("*.txt"))[::every]:
            note = _note(path.stem)
            made = CHANGES[name](path.read_bytes().decode("utf-8"), note, Random(path.stem))
            if made is None:
                continue
            other = Path(folder) / f"{path.stem}{suffix}"
            other.write_bytes(made[0].encode("utf-8"))
            old, before = _before(path)
            after: list[str] = []
            new = grading.read_figures(made[1], other, after.append)
            other.unlink()
            yield path.stem, old, new
            for said in after:
                if norm(said) not in before:
                    say(f"{path.stem}: {said}")


def lost(name: str, every: int = 1, say: grading.Say = lambda _: None) -> dict[str, float]:
    """What each figure loses by a change, in the mean; below 0 what it gains."""
    rows = list(changed(name, every, say))
    return {
        figure: mean(old[figure] - new[figure] for _, old, new in rows if figure in new)
        for figure in rows[0][1]
        if any(figure in new for _, _, new in rows)
    }


def main(args: list[str]) -> None:
    """Print what figures lose by each change."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("changes", nargs="*", metavar="CHANGE", help=", ".join(CHANGES))
    asked.add_argument("-v", action="store_true", dest="say", help="say what is wrong")
    asked.add_argument("--every", type=int, default=1, help="every Nth document only")
    options = asked.parse_args(args)
    if unknown := [name for name in options.changes if name not in CHANGES]:
        asked.error(f"no such change: {', '.join(unknown)}. There are: {', '.join(CHANGES)}")
    say: grading.Say = (lambda text: print("   ", text)) if options.say else lambda _: None
    for name in options.changes or CHANGES:
        loses = sorted(lost(name, options.every, say).items(), key=lambda one: -one[1])
        told = ", ".join(f"{figure} {loss:.3f}" for figure, loss in loses if loss >= 0.0005)
        print(f"{name}: {told or 'nothing'}")


if __name__ == "__main__":
    main(sys.argv[1:])
