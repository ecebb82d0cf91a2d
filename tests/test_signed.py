"""Headings that end in a colon or a full stop, alone on their line. All names are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.sections.layout import read_layout

TALKS = "The ministers said that the quota for cod was too low, and that it had been so for years."


def headings(*lines: str) -> list[str | None]:
    """The headings of a text with a blank line below each line."""
    front = "Talks of Minister Roe with Minister Doe\n\nMay 3, 2004\n\n" + TALKS + "\n\n"
    return [section.heading for section in read_layout(front + "\n\n".join(lines) + "\n").sections]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Trade and Cod:", TALKS, "Ice:", TALKS), ["Trade and Cod", "Ice"]),
        (("**Trade:**", TALKS, "**Ice:**", TALKS), ["Trade", "Ice"]),
        (("Trade:", "- They met.", "- They ate.", "Ice:", TALKS), ["Trade", "Ice"]),
        (("Norland:", TALKS, "Ruritania:", TALKS), ["Norland", "Ruritania"]),
        (("Report of the Minister:", TALKS, "Ice:", TALKS), ["Report of the Minister", "Ice"]),
        (("Trade and cod.", TALKS, "Ice.", TALKS), ["Trade and cod.", "Ice."]),
        (
            ("1. Trade:", "(1) " + TALKS, "(2) " + TALKS, "2. Ice:", TALKS),
            ["Trade", None, None, "Ice"],
        ),
        # one alone, those who speak, those who came, what leads to a list, answers
        (("Trade:", TALKS), []),
        (("Roe:", "I see it as you do.", "Doe:", "You see it as I do."), []),
        (("Minister Roe:", TALKS, "Minister Doe:", TALKS), []),
        (("Present:", TALKS, "Apologies:", TALKS), []),
        (("The main points:", TALKS, "Further questions:", TALKS), []),
        (("The Board:", "- agreed;", "- met.", "Resolved:", "- That cod be bought."), []),
        (("None.", TALKS, "Agreed.", TALKS), []),
        (("Mr Roe.", TALKS, "Mrs Fen.", TALKS), []),
    ],
)
def test_lines_that_end_in_a_sign(lines: tuple[str, ...], found: list[str | None]) -> None:
    assert headings(*lines) == found
