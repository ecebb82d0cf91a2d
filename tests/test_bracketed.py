"""Headings in brackets: several lines alike, each over a text of its own."""

from __future__ import annotations

import pytest

from searchkit.outlines.sections.layout import read_layout

SAID = "The ministers said that the quota for cod was too low. They will meet again in May."


def headings(*lines: str) -> list[str | None]:
    text = "\n\n".join(["Talks on Cod", "3 May 2011", *lines])
    return [section.heading for section in read_layout(text).sections]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("(On the quota for cod)", "(On whether a day has been set)", 2),
        ("[Opening Statement by Minister Roe]", "(On the letter that Minister Doe sent)", 2),
        ("< Points of the talks >", "< Next steps >", 2),
        ("【Cod】", "【Eels】", 2),
        ("**<Cod>**", "**<Eels>**", 2),
        # Who speaks, when, and what is no part of the text.
        ("(Minister Roe)", "(Minister Doe)", 0),
        ("(3 May)", "(4 May)", 0),
        ("(Photo: Jo Fen)", "(Provisional translation)", 0),
        ("(Laughter)", "(Laughter)", 0),
    ],
)
def test_lines_in_brackets_over_text(first: str, second: str, found: int) -> None:
    assert len(headings(first, SAID, second, SAID)) == found


def test_such_lines_stand_over_items_too() -> None:
    assert headings("(Beginning)", "• " + SAID, "(Conclusion)", "• " + SAID) == [
        "Beginning",
        "Conclusion",
    ]


def test_one_alone_is_none_over_items() -> None:
    assert headings("(Beginning)", "• " + SAID, "• They left.") == []


def test_in_a_transcript_brackets_tell_what_happens() -> None:
    said = "MINISTER ROE: Cod is dear."
    assert headings(said, "(Applause in the hall)", SAID, "(Crosstalk)", SAID, said) == []
