"""Headings on the line of their text, without a number. All names and sentences are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.layout import read_layout

SAID = "The ministers said that the quota for cod was too low."
OPENING = "Minister Roe met Minister Doe in Vik. They spoke of cod for an hour."


def headings(sign: str, *labels: str, said: str = SAID) -> list[str | None]:
    """The headings of a text whose paragraphs begin with ``labels`` and a sign."""
    body = "\n\n".join(f"{label}{sign} {said}" for label in labels)
    text = f"Talks of Minister Roe with Minister Doe\n\n3 May 2004\n\n{OPENING}\n\n{body}\n"
    return [section.heading for section in read_layout(text).sections]


@pytest.mark.parametrize("sign", [":", ".", " –", ".-"])
def test_words_before_a_sign_are_headings(sign: str) -> None:
    labels = ("Trade in cod", "Port of Vik", "Fisheries")
    assert headings(sign, *labels) == list(labels)


@pytest.mark.parametrize(
    ("sign", "labels", "said"),
    [
        (":", ("Trade", "Fisheries"), SAID),  # two are too few
        (":", ("Roe", "Doe", "Jan Fen"), SAID),  # who speaks
        (":", ("Trade in cod", "Fisheries", "Ports"), "I see it as you do, and have said so."),
        (":", ("Minister Roe", "Minister Doe", "Ambassador Fen"), SAID),
        (":", ("Norland", "Norway", "Sweden"), SAID),
        (".", ("They met", "Cod was dear", "Nobody spoke"), SAID),
    ],
)
def test_words_before_a_sign_that_are_none(sign: str, labels: tuple[str, ...], said: str) -> None:
    assert headings(sign, *labels, said=said) == []


def test_bold_words_may_name_a_country_or_an_office() -> None:
    body = f"**Sweden.** {SAID}\n\n**Meeting with the Minister.** {SAID}\n"
    text = f"Talks\n\n3 May 2004\n\n{OPENING}\n\n{body}"
    found = [section.heading for section in read_layout(text).sections]
    assert found == ["Sweden", "Meeting with the Minister"]
