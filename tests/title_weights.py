"""Learns which signs tell a title, from the judged documents: ``python tests/title_weights.py``.

It fits the weights of the log-linear model in ``searchkit/outlines/front/title_lines.py`` to the
titles of tests/judged (see ``tests/weights.py``), as they are and with what stands around others
(see ``tests/transplants.py``). It prints how many titles the model alone finds: in the documents
that it learnt from, and in each fifth when it learnt from the other four. With ``--write`` the
weights go to ``searchkit/data/title_weights.tsv``. ``--try FOLDER`` prints how many it finds in
other documents with annotations. Needs NumPy and SciPy, which nothing else does.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from statistics import mean
from typing import Any

from fronts import compose
from transplants import transplanted
from weights import Choice, by_folds, fit, found, of_several, write

import searchkit
from searchkit.outlines.front.title_lines import Row, rows_of, run_signs
from searchkit.outlines.parser import parse
from searchkit.outlines.sections import layout
from searchkit.readers import read
from searchkit.readers.given import Given
from searchkit.thesaurus import Thesaurus

JUDGED = Path(__file__).parent / "judged"
COMPOSED = range(1000, 1800)
TRANSPLANTED = range(1000, 1003)
STYLES = Path(__file__).parent / "styles"
PENALTY = 2.0
KNOWN = 6
"""Signs of fewer documents are not learnt."""
SLIGHT = 0.08
WEIGHTS = Path(searchkit.__file__).parent / "data" / "title_weights.tsv"


def plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def rows_in(text: str, given: Given) -> list[Row]:
    """The lines that the model sees when a text is read."""
    seen: list[list[Row]] = []
    rule = layout.read_front

    def keep(text: str, paragraphs: Any, wording: Any, name: str = "", *more: Any) -> Any:
        seen.append(rows_of(text, paragraphs, name, wording))
        return rule(text, paragraphs, wording, name, *more)

    layout.read_front = keep  # type: ignore[attr-defined]
    try:
        parse(text, id="a", thesaurus=Thesaurus.default(), given=given)
    finally:
        layout.read_front = rule  # type: ignore[attr-defined]
    return seen[0] if seen else []


def example(path: Path, title: str | None) -> Choice:
    source = read(path)
    return example_of(path.stem, source.text, source.given, title)


def example_of(stem: str, text: str, given: Given, title: str | None) -> Choice:
    rows = rows_in(text, given)
    runs = run_signs(rows)
    wanted = plain(title or "")
    told = [] if wanted else [(0, 0, 0)]  # (length of the run, its start, which it is)
    for k, (start, end) in enumerate(runs):
        said = plain(" ".join(row.words for row in rows[start:end]))
        # A line may hold the kind, a label or a number beside the title.
        least = 0.6 if end - start > 1 else 0.3
        if wanted and f" {wanted} " in f" {said} " and len(wanted) > least * len(said):
            told.append((len(said), start, k))
    return Choice(stem, list(runs.values()), min(told)[2] if told else None)


def examples(folder: Path) -> list[Choice]:
    return [
        example(path, json.loads(annotation.read_text())["title"])
        for path in sorted((folder / "documents").iterdir())
        if (annotation := folder / "annotations" / f"{path.stem}.json").exists()
    ]


def styles() -> list[Choice]:
    """The examples of tests/styles, where a title that is no line's is the first sentence."""
    return [
        example(path, None if "title" in (told.get("derived") or ()) else told["title"])
        for path in sorted(STYLES.glob("*.txt"))
        if "title" in (told := json.loads(path.with_suffix(".json").read_text()))
    ]


def composed() -> list[Choice]:
    """Fronts put together at random, others than those of tests/test_fronts_composed.py."""
    fronts = ((seed, *compose(seed)) for seed in COMPOSED)
    return [example_of(f"{seed}", text, Given(), told["title"]) for seed, text, told in fronts]


def with_others_around() -> list[Choice]:
    """The judged texts with what stands around others."""
    return [
        example_of(f"{name} {around}", text, Given(), note["title"])
        for seed in TRANSPLANTED
        for name, around, text, note in transplanted(seed)
    ]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="keep the weights")
    asked.add_argument("--try", dest="others", action="append", default=[], metavar="FOLDER")
    options = asked.parse_args()
    judged, others = examples(JUDGED), styles() + composed() + with_others_around()
    told = of_several(judged + others, KNOWN)
    judged, others = told[: len(judged)], told[len(judged) :]
    weights = fit(told, PENALTY)
    print(f"{len(judged)} documents and {len(others)} fronts; {len(weights)} weights")
    print(f"titles of the documents found: {mean(found(judged, weights)):.3f}")
    apart = [
        right for part, learnt in by_folds(judged, others, PENALTY) for right in found(part, learnt)
    ]
    print(f"found, not learnt from: {mean(apart):.3f}")
    for folder in options.others:
        tried = examples(Path(folder))
        right = found(tried, weights)
        print(f"{folder}: {mean(right):.3f} of {len(right)}")
        print(" ".join(one.stem for one, true in zip(tried, right, strict=True) if not true))
    if options.write:
        write({s: w for s, w in weights.items() if abs(w) >= SLIGHT}, WEIGHTS)


if __name__ == "__main__":
    main()
