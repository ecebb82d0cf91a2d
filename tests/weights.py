"""Learns which signs tell what is right, of several candidates for one thing.

The model is a log-linear one of the choice among a document's candidates (McFadden 1974,
"Conditional logit analysis"): a candidate's score is the sum of the weights of its signs. Weights
are found by maximum likelihood with a penalty (L2). What is learnt is tried on *folds*: each fifth
of the documents with weights from the other four. Needs NumPy and SciPy, which nothing else does.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

PENALTY = 1.0
PARTS = 5


@dataclass
class Choice:
    """A choice to learn from: the signs of each candidate, and which of them is ``right``.

    ``stem`` names the document that it is made of, or several with spaces between them.
    """

    stem: str
    signs: list[list[str]]
    right: int | None


Told = TypeVar("Told", bound=Choice)


def fit(told: Sequence[Choice], penalty: float = PENALTY) -> dict[str, float]:
    """The weights under which the right candidates are likeliest."""
    told = [one for one in told if one.right is not None]
    names: dict[str, int] = {}
    indices: list[int] = []
    counts: list[int] = []
    rows, first, wanted = [0], [0], []
    for one in told:
        wanted.append(len(rows) - 1 + (one.right or 0))
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
        value = np.log(total).sum() - scores[wanted].sum() + penalty / 2 * weights @ weights
        return value, across @ (likely / total[document]) - observed + penalty * weights

    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}
    )
    return dict(zip(names, found.x.tolist(), strict=True))


def of_several(told: Sequence[Told], least: int) -> list[Told]:
    """``told`` with only those signs that ``least`` documents have, or more."""
    having: dict[str, set[str]] = defaultdict(set)
    for one in told:
        for signs in one.signs:
            for sign in signs:
                having[sign].add(one.stem)
    known = {sign for sign, stems in having.items() if len(stems) >= least}
    return [replace(x, signs=[[s for s in of if s in known] for of in x.signs]) for x in told]


def scores(one: Choice, weights: dict[str, float]) -> list[float]:
    return [sum(weights.get(sign, 0.0) for sign in signs) for signs in one.signs]


def best(one: Choice, weights: dict[str, float]) -> int:
    """The candidate that scores highest."""
    sums = scores(one, weights)
    return max(range(len(sums)), key=sums.__getitem__)


def found(told: Sequence[Choice], weights: dict[str, float]) -> list[bool]:
    """Whether the right candidate of each scores highest."""
    return [one.right is not None and one.right == best(one, weights) for one in told]


def by_folds(
    told: Sequence[Choice], others: Sequence[Choice] = (), penalty: float = PENALTY
) -> list[tuple[list[Choice], dict[str, float]]]:
    """Each fifth of ``told`` with the weights that the rest gives, ``others`` among it.

    What is of one document is not in both.
    """
    stems = sorted({one.stem for one in told})
    random.Random(1).shuffle(stems)
    folds = []
    for k in range(PARTS):
        part = frozenset(stems[k::PARTS])
        rest = [one for one in (*told, *others) if part.isdisjoint(one.stem.split(" "))]
        folds.append(([one for one in told if one.stem in part], fit(rest, penalty)))
    return folds


def write(weights: dict[str, float], file: Path) -> None:
    """Keep weights where what chooses by them reads them."""
    lines = (f"{sign}\t{weight:.3f}\n" for sign, weight in sorted(weights.items()))
    file.write_text("".join(line for line in lines if not line.endswith("\t0.000\n")))
