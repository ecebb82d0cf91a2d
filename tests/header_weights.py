"""Learns which signs tell when and where people met: ``python tests/header_weights.py``.

It fits the weights of the log-linear models in ``searchkit/outlines/header/told_places.py`` and
``told_days.py`` to the places, days of issue and days of meetings of tests/judged (see
``tests/weights.py``), and prints how many each model alone finds: in the documents that it learnt
from, and in each fifth when it learnt from the other four. With ``--write`` the weights go to
``searchkit/data``; ``-v`` tells what is not found. Needs NumPy and SciPy, which nothing else does.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from statistics import mean
from typing import Any

from grading import GOLD, JUDGED, SEEDS, norm
from weights import Choice, best, by_folds, fit, found, write

import searchkit
from searchkit.outlines import parser
from searchkit.outlines.header import header, told_days, told_places
from searchkit.outlines.parser import read_outline

STYLES = Path(__file__).parent / "styles"
DATA = Path(searchkit.__file__).parent / "data"
FIELDS = {"place": "place", "issue": "date_published", "meeting": "date_meeting"}

Told = dict[str, list[tuple[str, list[str]]]]


def told_in(path: Path) -> Told:
    """What the models choose from when a document is read: words with their signs."""
    seen: Told = {}
    rule, choose = parser.read_header, header.likelier_day

    def keep_places(text: str, layout: Any) -> header.Header:
        told = told_places.told_places(text, layout)
        seen["place"] = [(one.words, sorted(one.signs)) for one in told]
        return rule(text, layout)

    def keep_days(text: str, layout: Any, told: Any, what: str, *ruled: str | None) -> None:
        days = told_days.candidates(text, layout, told, what, ruled[-1])
        seen[what] = [(one.iso, sorted(one.signs)) for one in days]

    parser.read_header = keep_places  # type: ignore[attr-defined]
    header.likelier_day = keep_days  # type: ignore[attr-defined]
    try:
        read_outline(path)
    finally:
        parser.read_header, header.likelier_day = rule, choose  # type: ignore[attr-defined]
    return seen


def choices(path: Path, annotation: dict[str, Any]) -> dict[str, Choice]:
    """The choices of a document, of what is annotated."""
    told = told_in(path)
    return {
        what: Choice(
            path.stem,
            [signs for _, signs in told[what]],
            next(
                (k for k, (x, _) in enumerate(told[what]) if norm(x) == norm(annotation[f])), None
            ),
        )
        for what, f in FIELDS.items()
        if f in annotation and what in told
    }


def annotated() -> tuple[list[dict[str, Choice]], list[dict[str, Choice]]]:
    """The judged documents; and the styles and samples that are annotated besides."""
    judged = [
        (path, JUDGED / "annotations" / f"{path.stem}.json")
        for path in sorted((JUDGED / "documents").iterdir())
    ]
    others = [(path, path.with_suffix(".json")) for path in sorted(STYLES.glob("*.txt"))]
    others += [(SEEDS / f"{p.stem}.txt", p) for p in sorted((GOLD / "outlines").glob("*.json"))]
    first, second = (
        [choices(path, json.loads(told.read_text(encoding="utf-8"))) for path, told in pairs]
        for pairs in (judged, others)
    )
    return first, second


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="keep the weights")
    asked.add_argument("-v", action="store_true", help="tell what is not found")
    options = asked.parse_args()
    judged, others = annotated()
    for what in FIELDS:
        told = [every[what] for every in judged if what in every]
        beside = [every[what] for every in others if what in every]
        weights = fit(told + beside)
        apart = by_folds(told, beside)
        right = mean(true for part, learnt in apart for true in found(part, learnt))
        print(f"{what}: {len(told)} documents, {len(beside)} other texts, {len(weights)} weights")
        print(f"  found {mean(found(told, weights)):.3f}, not learnt from {right:.3f}")
        for part, learnt in apart if options.v else ():
            print(*(f"  {one.stem}" for one in part if best(one, learnt) != one.right), sep="\n")
        if options.write:
            write(weights, DATA / f"{what}_weights.tsv")


if __name__ == "__main__":
    main()
