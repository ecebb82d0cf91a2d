"""Learns which lines stand around a text, from the judged documents: ``tests/around_weights.py``.

It fits the weights of the log-linear model in ``searchkit/outlines/sections/around_lines.py`` to
the lines of tests/judged: each is of the text, a heading among it, or set apart. It prints of how
many it knows which: those that it learnt from, and those of each fifth of the documents when it
learnt from the other four; and of those that rules alone leave in the text though they are set
apart, how many it finds, and how many it sets apart wrongly. With ``--write`` the weights go to
``searchkit/data/around_weights.tsv``; ``-v`` lists the lines that it sets apart wrongly. Needs
NumPy and SciPy, which nothing else does.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from grading import JUDGED, locate, norm
from transplants import transplanted
from weights import Choice, by_folds, fit, of_several, scores, write

import searchkit
from searchkit.outlines.parser import parse
from searchkit.outlines.sections import around_lines, layout
from searchkit.outlines.sections.around_lines import MIDST, around_signs, zone
from searchkit.outlines.sections.heading_lines import Page
from searchkit.outlines.text.lines import Paragraph
from searchkit.outlines.words.wording import Wording, collapse
from searchkit.readers import read
from searchkit.readers.given import Given
from searchkit.thesaurus import Thesaurus

WEIGHTS = Path(searchkit.__file__).parent / "data" / "around_weights.tsv"
PENALTY = 3.0
TRANSPLANTED = 1000
_KNOWN = 10
"""Signs of fewer documents are not learnt."""
_SLIGHT = 0.05


@dataclass
class Line(Choice):
    """A line: whether it is set apart (0) or not (1), and whether rules leave it in the text."""

    words: str = ""
    left: bool = False
    where: str = ""


def choices(path: Path, note: dict[str, Any]) -> Iterator[Line]:
    source = read(path)
    return choices_of(path.stem, source.text, source.given, note)


def choices_of(stem: str, text: str, given: Given, note: dict[str, Any]) -> Iterator[Line]:
    """The lines of a document that the model sees when it is read."""
    seen: list[tuple[str, list[Paragraph], list[Paragraph]]] = []
    rule = layout.without_lines_around

    def keep(text: str, lines: Any, body: Any, *_: Any) -> Any:
        seen.append((text, list(lines), list(body)))
        return body, frozenset()

    layout.without_lines_around = keep  # type: ignore[attr-defined]
    try:
        parse(text, id="a", thesaurus=Thesaurus.default(), given=given)
    finally:
        layout.without_lines_around = rule  # type: ignore[attr-defined]
    for text, lines, body in seen[:1]:
        page = Page(text, lines)
        spans, at = [], 0
        for passage in note["passages"]:
            span = locate(text, passage["text_start"], passage["text_end"], at)
            if span is not None:
                at = span[0] + 1
                spans.append(span)
        heads = {norm(section["heading"]).strip("*_: ") for section in note["sections"]}
        left = {p.start for p in body if not (p.boilerplate or p.empty or p.numbers)}
        for index, line in enumerate(lines if page.tells else ()):
            if line.empty:
                continue
            words = collapse(text[line.body : line.end])
            inside = any(a <= (line.body + line.end) // 2 < b for a, b in spans)
            of_text = inside or norm(words).strip("*_: ") in heads
            signs = list(around_signs(page, index, Wording.default()))
            where = zone(page, index)
            asked = line.start in left and (where != MIDST or index in page.words)
            yield Line(stem, [signs, []], int(of_text), words, asked, where)


def judged() -> list[Line]:
    return [
        choice
        for path in sorted((JUDGED / "documents").iterdir())
        for choice in choices(
            path, json.loads((JUDGED / "annotations" / f"{path.stem}.json").read_text("utf-8"))
        )
    ]


def with_others_around() -> list[Line]:
    """The judged texts with what stands around others."""
    return [
        choice
        for name, around, text, note in transplanted(TRANSPLANTED)
        for choice in choices_of(f"{name} {around}", text, Given(), note)
    ]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="keep the weights")
    asked.add_argument(
        "-v", action="store_true", dest="say", help="list what it sets apart wrongly"
    )
    options = asked.parse_args()
    told, others = judged(), with_others_around()
    known_of = of_several(told + others, _KNOWN)
    told, others = known_of[: len(told)], known_of[len(told) :]
    weights = fit(told + others, PENALTY)
    print(f"{len(told)} lines, {len(weights)} weights")
    print(f"known of them: {mean((scores(x, weights)[0] > 0) == (x.right == 0) for x in told):.4f}")
    known: list[bool] = []
    found: list[bool] = []
    missed = 0
    for part, learnt in by_folds(told, others, PENALTY):
        for one in part:
            assert isinstance(one, Line)
            above = scores(one, learnt)[0] - around_lines.MARGINS[one.where]
            known.append((scores(one, learnt)[0] > 0) == (one.right == 0))
            missed += one.left and one.right == 0
            if one.left and above > 0:
                found.append(one.right == 0)
                if options.say and one.right:
                    print(f"{above:5.1f} {one.stem}: {one.words[:70]!r}")
    print(f"known, not learnt from: {mean(known):.4f}")
    print(f"left by rules: {missed}; found {sum(found)}, wrongly {len(found) - sum(found)}")
    if options.write:
        write({s: w for s, w in weights.items() if abs(w) >= _SLIGHT}, WEIGHTS)


if __name__ == "__main__":
    main()
