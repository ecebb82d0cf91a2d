"""Weights that are learnt: what each sign of a candidate adds to its score.

They are data, in ``data/NAME_weights.tsv``, and ``tests/weights.py`` learns them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import repeat

__all__ = ["score", "weights"]


@cache
def weights(name: str) -> Mapping[str, float]:
    """The weights of the signs that tell ``name``, such as ``title``."""
    lines = files("searchkit").joinpath(f"data/{name}_weights.tsv").read_text(encoding="utf-8")
    return {
        sign: float(weight) for sign, weight in (line.split("\t") for line in lines.splitlines())
    }


def score(learnt: Mapping[str, float], signs: Iterable[str], prefix: str = "") -> float:
    """The sum of what signs weigh; those that were not learnt weigh nothing."""
    named = (prefix + sign for sign in signs) if prefix else signs
    return sum(map(learnt.get, named, repeat(0.0)))
