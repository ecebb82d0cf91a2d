"""One who holds two offices is one who speaks."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

MET = (
    "Talks on cod\n\nMay 3, 2004\n\n"
    "H.E. Jan Roe, Prime Minister and Minister of Foreign Affairs of Qatar, met "
    "Ms. Ida Doe, Minister of Foreign Affairs of Norway, in Vik.\n\n"
)


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("The Prime Minister and Minister of Foreign Affairs stated that cod was dear.", "Jan Roe"),
        ("The Prime Minister and the Minister of Trade stated that cod was dear.", "Both sides"),
        ("The Minister of Foreign Affairs of Norway stated that cod was dear.", "Ida Doe"),
    ],
)
def test_who_holds_two_offices_speaks_alone(said: str, speaker: str) -> None:
    outline = parse(MET + said + "\n", id="x", thesaurus=Thesaurus.default())
    assert [s.speaker for p in outline.passages for s in p.statements][-1:] == [speaker]


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        (
            "The OPQR Chairperson-in-Office, Norwegian Foreign Minister Ida Doe, urged talks. "
            "The Chairperson-in-Office said that cod was dear. Minister Doe hoped for more.",
            ["Ida Doe"] * 3,
        ),
        (
            "He also saw the President, Norwegian Foreign Minister Ida Doe, and others. "
            "The President said that cod was dear.",
            ["President"],
        ),
    ],
)
def test_a_second_office_stands_between_an_office_and_its_holder(
    said: str, speakers: list[str]
) -> None:
    outline = parse(
        f"Talks on cod\n\n3 May 2004\n\n{said}\n", id="x", thesaurus=Thesaurus.default()
    )
    assert [s.speaker for p in outline.passages for s in p.statements] == speakers


def test_an_office_in_a_title_in_capitals_has_its_name() -> None:
    text = (
        "REMARKS BY PRESIDENT ROE AND PRIME MINISTER BLY OF NORWAY\n\nMay 17, 1994\n\n"
        "THE PRESIDENT: Good afternoon.\n\nPRIME MINISTER BLY: Thank you, Mr. President.\n\n"
        "THE PRESIDENT: No.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert [s.speaker for p in outline.passages for s in p.statements] == ["Roe", "BLY", "Roe"]


def test_letters_in_bold_ask_and_answer() -> None:
    text = (
        "Press encounter by Special Envoy Ida Doe\n\nVik, 18 May 2011\n\n**Q:** What came?\n\n"
        "**A:** Cod.\n\n**Q:** And then?\n\n**A:** Eels.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert [s.speaker for p in outline.passages for s in p.statements] == ["Ida Doe", "Ida Doe"]


def test_a_headline_in_the_past_tense_ends_a_name() -> None:
    text = (
        "Deputy Foreign Minister Jan Roe Received Cod Delegation\n\n3 May 2004\n\n"
        "Deputy Foreign Minister Jan Roe met Director Ida Doe of Norway. Roe said that cod was "
        "dear.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert [s.speaker for p in outline.passages for s in p.statements] == ["Jan Roe"]
    assert {person.name for person in outline.participants} == {"Jan Roe", "Ida Doe"}
