"""Learns which signs tell a title, from the judged documents: ``python tests/title_weights.py``.

It fits the weights of the log-linear model in ``searchkit/outlines/title_lines.py`` to the titles
of tests/judged by maximum likelihood with a penalty (L2). It prints how many titles the model alone
finds: in the documents that it learnt from, and in each fifth when it learnt from the other four.
With ``--write`` the weights go to ``searchkit/data/title_weights.tsv``. ``--try FOLDER`` prints how
many it finds in other documents with annotations. Needs NumPy and SciPy, which nothing else does.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from fronts import compose
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from searchkit.outlines import layout, title_lines
from searchkit.outlines.parser import parse
from searchkit.outlines.title_lines import Row, rows_of, run_signs
from searchkit.readers import read
from searchkit.readers.given import Given
from searchkit.thesaurus import Thesaurus

JUDGED = Path(__file__).parent / "judged"
COMPOSED = range(1000, 1150)
STYLES = Path(__file__).parent / "styles"
WEIGHTS = Path(title_lines.__file__).parent.parent / "data" / "title_weights.tsv"
PENALTY = 1.0
PARTS = 5


@dataclass
class Example:
    """A document: its runs of lines with their signs, and which of them is the title."""

    stem: str
    runs: list[tuple[int, int]]
    signs: list[list[str]]
    title: int | None


def plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def rows_in(text: str, given: Given) -> list[Row]:
    """The lines that the model sees when a text is read."""
    seen: list[list[Row]] = []
    rule = layout.read_front

    def keep(text: str, paragraphs: Any, wording: Any, name: str = "") -> Any:
        seen.append(rows_of(text, paragraphs, name, wording))
        return rule(text, paragraphs, wording, name)

    layout.read_front = keep  # type: ignore[attr-defined]
    try:
        parse(text, id="a", thesaurus=Thesaurus.default(), given=given)
    finally:
        layout.read_front = rule  # type: ignore[attr-defined]
    return seen[0] if seen else []


def example(path: Path, title: str | None) -> Example:
    source = read(path)
    return example_of(path.stem, source.text, source.given, title)


def example_of(stem: str, text: str, given: Given, title: str | None) -> Example:
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
    return Example(stem, list(runs), list(runs.values()), min(told)[2] if told else None)


def examples(folder: Path) -> list[Example]:
    return [
        example(path, json.loads(annotation.read_text())["title"])
        for path in sorted((folder / "documents").iterdir())
        if (annotation := folder / "annotations" / f"{path.stem}.json").exists()
    ]


def styles() -> list[Example]:
    """The examples of tests/styles, where a title that is no line's is the first sentence."""
    return [
        example(path, None if "title" in (told.get("derived") or ()) else told["title"])
        for path in sorted(STYLES.glob("*.txt"))
        if "title" in (told := json.loads(path.with_suffix(".json").read_text()))
    ]


def composed() -> list[Example]:
    """Fronts put together at random, others than those of tests/test_fronts_composed.py."""
    fronts = ((seed, *compose(seed)) for seed in COMPOSED)
    return [example_of(f"{seed}", text, Given(), told["title"]) for seed, text, told in fronts]


def fit(told: list[Example]) -> dict[str, float]:
    """The weights under which the titles are likeliest."""
    told = [one for one in told if one.title is not None]
    names: dict[str, int] = {}
    indices: list[int] = []
    counts: list[int] = []
    rows, first, wanted = [0], [0], []
    for one in told:
        wanted.append(len(rows) - 1 + (one.title or 0))
        for signs in one.signs:
            for sign, count in Counter(signs).items():
                indices.append(names.setdefault(sign, len(names)))
                counts.append(count)
            rows.append(len(indices))
        first.append(len(rows) - 1)
    matrix = csr_matrix((counts, indices, rows), shape=(len(rows) - 1, len(names)), dtype=float)
    across, starts = matrix.T.tocsr(), np.array(first[:-1])
    document = np.repeat(np.arange(len(told)), np.diff(first))
    observed = np.asarray(matrix[wanted].sum(axis=0)).ravel()

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        scores -= np.maximum.reduceat(scores, starts)[document]
        likely = np.exp(scores)
        total = np.add.reduceat(likely, starts)
        value = np.log(total).sum() - scores[wanted].sum() + PENALTY / 2 * weights @ weights
        return value, across @ (likely / total[document]) - observed + PENALTY * weights

    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}
    )
    return dict(zip(names, found.x.tolist(), strict=True))


def found(told: list[Example], weights: dict[str, float]) -> list[bool]:
    """Whether the title of each document scores highest."""
    return [
        one.title is not None
        and one.title
        == max(
            range(len(one.runs)),
            key=lambda k: sum(weights.get(sign, 0.0) for sign in one.signs[k]),
        )
        for one in told
    ]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="keep the weights")
    asked.add_argument("--try", dest="others", action="append", default=[], metavar="FOLDER")
    options = asked.parse_args()
    judged, others = examples(JUDGED), styles() + composed()
    weights = fit(judged + others)
    print(f"{len(judged)} documents and {len(others)} fronts; {len(weights)} weights")
    print(f"titles of the documents found: {np.mean(found(judged, weights)):.3f}")
    random.Random(1).shuffle(judged)
    parts = [
        found(judged[k::PARTS], fit([x for i, x in enumerate(judged) if i % PARTS != k] + others))
        for k in range(PARTS)
    ]
    print(f"found, not learnt from: {np.mean([right for part in parts for right in part]):.3f}")
    for folder in options.others:
        tried = examples(Path(folder))
        right = found(tried, weights)
        print(f"{folder}: {np.mean(right):.3f} of {len(right)}")
        print(" ".join(one.stem for one, true in zip(tried, right, strict=True) if not true))
    if options.write:
        lines = (f"{sign}\t{weight:.3f}\n" for sign, weight in sorted(weights.items()))
        WEIGHTS.write_text("".join(line for line in lines if not line.endswith("\t0.000\n")))


if __name__ == "__main__":
    main()
