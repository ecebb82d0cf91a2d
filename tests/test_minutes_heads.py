"""The heads of minutes, as councils, boards and senates print them; the names are invented."""

from __future__ import annotations

import pytest
from heads import head_of

from searchkit.outlines.layout import read_layout

TEXT = "Mayor Roe said that cod was dear.\n\nMr. Fen asked why. Mayor Roe said that all was.\n"
OPENED = (
    "Mayor Roe called the Vik Town Council to order at 7:00 p.m. in the Cod Room on May 3, 2004."
)


@pytest.mark.parametrize(
    "head",
    [
        "# Agenda and minutes\n\n## Cod Committee\n\n## Monday, 3rd May, 2004",
        "# Summary of Discussion\n\n# Cod Advisory Board Meeting\n\n### 3 May 2004",
    ],
)
def test_a_heading_may_tell_the_kind_of_what_the_next_one_names(head: str) -> None:
    first, second = (line.strip("# ") for line in head.split("\n\n")[:2])
    layout = read_layout(f"{head}\n\n{TEXT}")
    assert (layout.title, layout.kind) == (second, first)


@pytest.mark.parametrize(
    "place", ["Virtual Meeting - Online via Zoom", "Microsoft Teams", "By telephone"]
)
def test_who_meets_on_screen_meets_nowhere(place: str) -> None:
    head = head_of(f"Minutes of the Cod Board\n\n3 May 2004\n\nVenue: {place}\n\n{TEXT}")
    assert head["place"] is None


def test_where_a_meeting_comes_to_order() -> None:
    above = (
        "Synopsis:\n\n(1) The Council approved cod.\n\n(2) The Council spoke of ice in Sand.\n\n"
    )
    head = head_of(f"Vik Town Council\n\nMinutes\n\n{above}{OPENED}\n\n1. COD\n{TEXT}")
    assert head["place"] == "Cod Room"


def test_what_archives_of_towns_write_above_a_page_is_none_of_it() -> None:
    text = (
        f"HomeMy WebLinkAboutMIN 2004 0503\nMINUTES OF THE VIK TOWN COUNCIL\nMay 3, 2004\n\n{TEXT}"
    )
    assert read_layout(text).title == "MINUTES OF THE VIK TOWN COUNCIL"
