"""Texts with a blank line between all lines, which then parts nothing. All names are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.sections.layout import read_layout

TALKS = "Minister Roe said that the quota for cod was too low. Minister Doe agreed with him."


def headings(*lines: str) -> list[str]:
    """The headings of a text with a blank line below each line."""
    return [section.heading for section in read_layout("\n\n".join(lines) + "\n").sections]


FRONT = ("Talks on Cod", "May 3, 2004", "Ministry of Ports")


@pytest.mark.parametrize(
    "lines",
    [
        ("PARTICIPANTS", "Norland", "Minister Ole Roe", "Ruritania", "Tor Ode, Counsellor"),
        ("Present:", "Ole Roe, Minister of Ports", "Ida Doe, Board of Trade", "Jan Fen", "Eva Doe"),
        ("3 May: Talks in Vik", "4 May: Lunch in Ness", "5 May: Visit to the Port of Ulm"),
        ("Subject   Page", "COD   1", "FERRY LINES   3", "THE PORT OF VIK   4"),
        ("Tuesday, 3 May", "Morning: Arrival in Vik", "Friday, 6 May", "Vik: Call on Minister Doe"),
        ("8:05 - 9:20 a.m. (breakfast)",),
        ("Norland side | Ruritanian side",),
        ("PARTICIPANTS", "• Norland", "• Minister Roe", "• Ruritania", "• Ida Doe, Envoy"),
    ],
)
def test_the_last_line_of_a_list_is_no_heading(lines: tuple[str, ...]) -> None:
    assert headings(*FRONT, *lines, TALKS, "Trade", TALKS) == ["Trade"]


def test_a_heading_below_those_present_is_one() -> None:
    present = ("PARTICIPANTS", "Norland", "Minister Ole Roe", "Ruritania", "Minister Ida Doe")
    assert headings(*FRONT, *present, "Cod and Ice", TALKS, "Trade", TALKS) == [
        "Cod and Ice",
        "Trade",
    ]


def test_particulars_under_a_number_are_no_headings() -> None:
    lines = ("1. Date and Place", "Thursday, September 3, 1998", "Roe House, Vik", "2. Cod", TALKS)
    assert headings(*FRONT, *lines) == ["Date and Place", "Cod"]


def test_whoever_is_named_between_numbers_is_no_heading() -> None:
    lines = ("1. Apologies", "Cllr J. Roe", "2. Cod", TALKS, "3. Ice", TALKS)
    assert headings(*FRONT, *lines) == ["Apologies", "Cod", "Ice"]


def test_a_line_with_the_name_of_who_made_a_picture_is_no_heading() -> None:
    told = "On May 3, Minister Roe of Norland met Minister Doe of Ruritania in Vik for one hour."
    lines = ("Minister Roe arriving (Photo: Roe Office)", "Announcement (Photo: Roe Office)", told)
    assert headings(*FRONT, *lines, "Trade", TALKS, "Cod", TALKS) == ["Trade", "Cod"]
