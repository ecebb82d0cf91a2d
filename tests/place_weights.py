"""Learns which signs tell where people met: ``python tests/place_weights.py``.

It fits the weights of the log-linear model in ``searchkit/outlines/told_places.py`` to the places
of tests/judged (see ``tests/weights.py``), and prints how many the model alone finds: in the
documents that it learnt from, and in each fifth when it learnt from the other four. With
``--write`` the weights go to ``searchkit/data/place_weights.tsv``; ``-v`` tells those that it does
not find. Needs NumPy and SciPy, which nothing else does.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from statistics import mean

from grading import GOLD, SEEDS, norm
from weights import Choice, best, by_folds, fit, found, write

from searchkit.outlines import header, parser, told_places
from searchkit.outlines.parser import read_outline
from searchkit.outlines.told_places import Told

JUDGED = Path(__file__).parent / "judged"
WEIGHTS = Path(told_places.__file__).parent.parent / "data" / "place_weights.tsv"
STYLES = Path(__file__).parent / "styles"


def places_in(path: Path) -> list[Told]:
    """The places that the model sees when a document is read."""
    seen: list[list[Told]] = []
    rule = parser.read_header

    def keep(text: str, layout: parser.Layout) -> header.Header:
        seen.append(told_places.told_places(text, layout))
        return rule(text, layout)

    parser.read_header = keep  # type: ignore[attr-defined]
    try:
        read_outline(path)
    finally:
        parser.read_header = rule  # type: ignore[attr-defined]
    return seen[-1]


def choice(path: Path, place: str | None, every: list[Told]) -> Choice:
    right = next((k for k, one in enumerate(every) if norm(one.words) == norm(place)), None)
    return Choice(path.stem, [sorted(one.signs) for one in every], right)


def styles() -> list[Choice]:
    """The examples of tests/styles that have a place, or none."""
    told = {p: json.loads(p.with_suffix(".json").read_text()) for p in STYLES.glob("*.txt")}
    placed = sorted(path for path in told if "place" in told[path])
    return [choice(path, told[path]["place"], places_in(path)) for path in placed]


def samples() -> list[Choice]:
    """The samples that are annotated in tests/gold."""
    told = {p.stem: json.loads(p.read_text()) for p in (GOLD / "outlines").glob("*.json")}
    documents = [(SEEDS / f"{stem}.txt", told[stem]["place"]) for stem in sorted(told)]
    return [choice(path, place, places_in(path)) for path, place in documents]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="keep the weights")
    asked.add_argument("-v", action="store_true", help="tell which places are not found")
    options = asked.parse_args()
    told: dict[str, list[Told]] = {}
    choices: list[Choice] = []
    for path in sorted((JUDGED / "documents").iterdir()):
        annotation = json.loads((JUDGED / "annotations" / f"{path.stem}.json").read_text())
        told[path.stem] = places_in(path)
        choices.append(choice(path, annotation["place"], told[path.stem]))
    others = styles() + samples()
    weights = fit(choices + others)
    print(f"{len(choices)} documents and {len(others)} other texts; {len(weights)} weights")
    print(f"places of the documents found: {mean(found(choices, weights)):.3f}")
    apart = by_folds(choices, others)
    print(f"found, not learnt from: {mean(x for part, w in apart for x in found(part, w)):.3f}")
    for part, learnt in apart if options.v else ():
        for one in part:
            k = best(one, learnt)
            if k != one.right:
                right = None if one.right is None else told[one.stem][one.right].words
                print(f"{one.stem}: {right!r} is given as {told[one.stem][k].words!r}")
    if options.write:
        write(weights, WEIGHTS)


if __name__ == "__main__":
    main()
