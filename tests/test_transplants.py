"""A text is read as well with what stands around another."""

from __future__ import annotations

from statistics import mean

import pytest
import transplants

pytestmark = pytest.mark.acceptance

MOST = {
    "title": 0.045,
    "kind": 0.02,
    "date_published": 0.03,
    "date_meeting": 0.03,
    "sections": 0.02,
    "headings": 0.02,
    "passages": 0.015,
    "boilerplate": 0.02,
}
"""How much each figure may lose, in the mean of some documents."""


def test_what_stands_around_a_text_costs_little() -> None:
    rows = list(transplants.compared(seed=1, every=8))
    for figure, most in MOST.items():
        assert mean(old[figure] - new[figure] for _, old, new, _ in rows) <= most, figure


def test_lines_above_a_text_say_its_own_title() -> None:
    note = {"title": "Talks on Cod", "boilerplate": []}
    part = transplants.Parts(["Home > Talks on Cod", "Fish Office"], [], [], note)
    assert transplants.said_of(part, "Visit to Vik") == ["Home > Visit to Vik", "Fish Office"]
    assert transplants.said_of(part, None) is None


def test_lines_that_tell_a_title_otherwise_go_nowhere() -> None:
    note = {"title": "Minister Roe speaks of cod and ice", "boilerplate": []}
    part = transplants.Parts(["Roe speaks of ice and cod"], [], [], note)
    assert transplants.said_of(part, "Visit to Vik") is None
