"""Learns which short lines are headings, from the judged documents: ``tests/heading_weights.py``.

It fits the weights of the log-linear model in ``searchkit/outlines/sections/heading_lines.py`` to
the short lines of tests/judged that have no number: a heading over text, a line of text, or set
apart. It prints of how many it knows whether they are headings: those that it learnt from, and
those of each fifth of the documents when it learnt from the other four. With ``--write`` the
weights go to ``searchkit/data/heading_weights.tsv``; ``-v`` lists the lines that it has wrong.
Needs NumPy and SciPy, which nothing else does.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

from changes import CHANGES
from grading import JUDGED, Span, locate, norm
from weights import Choice, best, by_folds, fit, scores, write

import searchkit
from searchkit.outlines.parser import parse
from searchkit.outlines.sections import layout
from searchkit.outlines.sections.heading_lines import APART, OVER, line_signs
from searchkit.outlines.text.lines import Paragraph
from searchkit.outlines.words.wording import Wording
from searchkit.readers import read
from searchkit.thesaurus import Thesaurus

STYLES = Path(__file__).parent / "styles"
WEIGHTS = Path(searchkit.__file__).parent / "data" / "heading_weights.tsv"
CHANGED = ("no blank lines", "blank lines everywhere", "wrapped at 60", "indented", "a web page")
"""Each plain text is learnt from once more after one of these, which are the same to a reader."""
PENALTY = 2.0


@dataclass
class Line(Choice):
    """A short line: whether it is over text, of the text, or set apart."""

    words: str = ""


def plain(words: str) -> str:
    return re.sub(r"^\W+|\W+$", "", norm(words))


def lines_in(path: Path) -> tuple[str, list[Paragraph]]:
    """A document's text and the lines that the model sees when it is read."""
    seen: list[tuple[str, list[Paragraph]]] = []
    rule = layout.read_front

    def keep(text: str, paragraphs: Any, wording: Any, name: str = "", *more: Any) -> Any:
        seen.append((text, list(paragraphs)))
        return rule(text, paragraphs, wording, name, *more)

    layout.read_front = keep  # type: ignore[attr-defined]
    try:
        source = read(path)
        parse(source.text, id="a", thesaurus=Thesaurus.default(), given=source.given)
    finally:
        layout.read_front = rule  # type: ignore[attr-defined]
    return seen[0] if seen else ("", [])


def choices(path: Path, note: dict[str, Any]) -> Iterator[Line]:
    """The short lines of a document, each with what it is: over text, of it, set apart."""
    text, lines = lines_in(path)
    signs = line_signs(text, lines, Wording.default())
    words = {at: text[lines[at].body : lines[at].end] for at in signs}
    spans = list(_passages(text, note))
    inside = {
        at for at in signs for a, b in spans if a <= (lines[at].body + lines[at].end) // 2 < b
    }
    left = Counter(plain(section["heading"]) for section in note["sections"] if section["heading"])
    left -= Counter(plain(text[line.body : line.end]) for line in lines if line.numbers)
    named: dict[str, list[int]] = defaultdict(list)
    for at in signs:
        if at not in inside:
            named[plain(words[at])].append(at)
    # Of lines alike the last ones: contents and menus stand above.
    heads = {at for name, count in left.items() for at in named[name][-count:]}
    for at, told in signs.items():
        of = [[f"{kind}:{sign}" for sign in told] for kind in (OVER, APART)]
        right = 0 if at in heads else 1 if at in inside else 2
        yield Line(path.stem, [of[0], [], of[1]], right, words[at])


def _passages(text: str, note: dict[str, Any]) -> Iterator[Span]:
    at = 0
    for passage in note["passages"]:
        span = locate(text, passage["text_start"], passage["text_end"], at)
        if span is not None:
            at = span[0] + 1
            yield span


def judged() -> list[Line]:
    return [
        choice
        for path in sorted((JUDGED / "documents").iterdir())
        for choice in choices(path, _note(path.stem))
    ]


def changed() -> Iterator[Line]:
    """The lines of the plain texts, each after a change that is the same to a reader."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((JUDGED / "documents").glob("*.txt")):
            text, note = path.read_bytes().decode("utf-8"), _note(path.stem)
            random = Random(path.stem)
            made = {name: CHANGES[name](text, note, random) for name in CHANGED}
            name = random.choice([name for name in CHANGED if made[name] is not None])
            other = Path(folder) / f"{path.stem}{'.html' if name == 'a web page' else '.txt'}"
            new, told = made[name] or (text, note)
            other.write_bytes(new.encode("utf-8"))
            yield from choices(other, told)


def styles() -> Iterator[Line]:
    """The lines of the examples in tests/styles, as far as these tell what they are."""
    for path in sorted(STYLES.glob("*.txt")):
        told = json.loads(path.with_suffix(".json").read_text("utf-8"))
        if "sections" not in told:
            continue
        note = {
            "sections": [{"heading": heading} for _, heading in told["sections"]],
            "passages": [
                {"text_start": text.split("...")[0], "text_end": text.split("...")[-1]}
                for _, text in told.get("passages", ())
            ],
        }
        apart = set(map(plain, told.get("boilerplate", ())))
        for line in choices(path, note):
            if line.right != 2 or "passages" in told or plain(line.words) in apart:
                yield line


def _note(stem: str) -> dict[str, Any]:
    note = (JUDGED / "annotations" / f"{stem}.json").read_text(encoding="utf-8")
    return dict(json.loads(note))


def known(one: Choice, weights: dict[str, float]) -> bool:
    """Whether it is known that a line is a heading, or that it is none."""
    return (best(one, weights) == 0) == (one.right == 0)


def wrong(told: Sequence[Choice], weights: dict[str, float]) -> Iterator[str]:
    for one in told:
        if not known(one, weights):
            over, _, apart = scores(one, weights)
            words = one.words if isinstance(one, Line) else ""
            yield f"{over - max(0.0, apart):5.1f} {one.stem}: {words[:70]!r}"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="keep the weights")
    asked.add_argument("-v", action="store_true", dest="say", help="list what it has wrong")
    options = asked.parse_args()
    told = judged()
    others = [*changed(), *styles()]
    weights = fit(told + others, PENALTY)
    print(f"{len(told)} lines, {len(others)} of other texts; {len(weights)} weights")
    print(f"known of them: {mean(known(one, weights) for one in told):.4f}")
    right: list[bool] = []
    for part, learnt in by_folds(told, others, PENALTY):
        right += [known(one, learnt) for one in part]
        if options.say:
            print("\n".join(wrong(part, learnt)))
    print(f"known, not learnt from: {mean(right):.4f}")
    if options.write:
        write(weights, WEIGHTS)


if __name__ == "__main__":
    main()
