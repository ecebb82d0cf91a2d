"""A change that tells a reader nothing new costs the reading of a document little."""

from __future__ import annotations

from statistics import mean

import changes
import pytest

pytestmark = pytest.mark.acceptance

MOST = {
    "wrapped at 60": 0.024,
    "wrapped at 60, double-spaced": 0.028,
    "wrapped at 76, items hanging": 0.016,
    "no blank lines": 0.028,
    "blank lines everywhere": 0.02,
    "indented": 0.0035,
    "lines end as on Windows": 0.0,
    "no-break spaces": 0.0,
    "two spaces behind sentences": 0.002,
    "straight quotes": 0.001,
    "title in capitals": 0.015,
    "day, month in words, year": 0.004,
    "short month": 0.002,
    "month in capitals": 0.004,
    "ISO date": 0.002,
    "weekday and date": 0.002,
    "date behind a label": 0.005,
    "other surnames": 0.01,
    "surnames that are words": 0.015,
    "surnames with letters that English lacks": 0.01,
    "a web page": 0.02,
}
"""How much all figures together may lose, in the mean of some documents."""


@pytest.mark.parametrize("change", changes.CHANGES)
def test_what_tells_nothing_new_costs_little(change: str) -> None:
    said: list[str] = []
    losses = changes.lost(change, 18, said.append)
    assert mean(losses.values()) <= MOST[change], said
