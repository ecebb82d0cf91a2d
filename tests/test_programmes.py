"""Days of a programme, with what was done below each. All names and sentences are invented."""

from __future__ import annotations

from itertools import pairwise

import pytest

from searchkit.outlines.header.header import read_header
from searchkit.outlines.sections.layout import read_layout

FRONT = "Visit of Minister Roe to Norway\n\n5 May 2004\n\n"
TALKS = "2. Outline of the talks\n\nMinister Roe said that cod was dear."


def passages(text: str) -> list[str]:
    layout = read_layout(text)
    return [" ".join(layout.text[b.start : b.end].split()) for b in layout.blocks]


@pytest.mark.parametrize(
    "days",
    [
        "Monday, 3 May\nMorning: Arrival in Oslo\nAfternoon: Lunch  Concert\n\n"
        "Tuesday, 4 May\nOslo: Talks with Minister Doe\nDinner at the Cod Hall",
        "May 3 (Mon.)\n10:00 Arrival in Oslo\n15:00 Visit to the Cod Hall\n"
        "May 4 (Tue.)\n09:30 Talks with Minister Doe\n11:00 Departure",
        "3 May\na.m. Arrival in Oslo\np.m. Visit to a school\n\n4 May\na.m. Meeting with Mr. Doe",
    ],
)
def test_a_day_and_what_was_done_on_it_are_one_passage(days: str) -> None:
    text = f"{FRONT}1. Main schedule\n\n{days}\n\n{TALKS}\n"
    found = passages(text)
    assert len(found) == 3
    assert "Arrival in Oslo" in found[0]
    assert " ".join(found[:2]) == " ".join(days.split())
    assert read_header(text, read_layout(text)).date_meeting == "2004-05-04"


def test_a_day_above_sentences_is_none_of_a_programme() -> None:
    text = f"{FRONT}1. Journal\n\n3 May\nMinister Roe went to Oslo and ate cod.\n\n{TALKS}\n"
    assert passages(text)[0] != "3 May Minister Roe went to Oslo and ate cod."


def test_a_day_reaches_over_no_line_of_the_head() -> None:
    text = """Record of Talks

- Not printed.
April 14, 1962
Date and place: 12th April, 1962, 3.30 p.m., Vik
Also present: Mr. Roe, Director

Ms. Ode said that cod was dear.
"""
    layout = read_layout(text)
    spans = sorted(
        [(block.start, block.end) for block in layout.blocks]
        + [(part.start, part.end) for part in layout.parts]
    )
    assert all(above[1] <= below[0] for above, below in pairwise(spans))
