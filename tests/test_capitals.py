"""Texts in capitals throughout are read as if they had small letters, and shown as they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.parser import parse
from searchkit.outlines.text.capitals import in_small_letters
from searchkit.thesaurus import Thesaurus

TELEGRAM = """\
O 091415Z MAR 76
FM AMEMBASSY OSLO
TO SECSTATE WASHDC IMMEDIATE 1207
C O N F I D E N T I A L OSLO 1204

TAGS: PFOR, NO, UR
SUBJECT: BARENTS SEA: MEETING WITH MINISTER EVENSTAD

1. I CALLED ON LAW OF THE SEA MINISTER JARLE EVENSTAD MARCH 8 AT HIS
REQUEST. HE WAS ACCOMPANIED BY DIRECTOR GENERAL BULL. EVENSTAD SAID
THAT SOVIET DEPUTY FOREIGN MINISTER ZEMLYAKOV HAD PROPOSED A GRAY ZONE.

2. EVENSTAD STRESSED THAT NORWAY COULD NOT ACCEPT JOINT CONTROL. I ASKED
WHETHER ALLIES WOULD BE CONSULTED. HE REPLIED THAT THEY WOULD.

3. BULL ADDED THAT THE TALKS WOULD RESUME IN APRIL.
ANDERS
"""

RELEASE = """\
PRESS RELEASE

THE PRIME MINISTER OF NORWAY, MS. LIV AASEN, MET THE MINISTER FOR FOREIGN AFFAIRS OF KENYA,
MR. HANSON OTIENO, IN OSLO ON 4 MAY 1999.

MR. OTIENO EXPRESSED HIS GRATITUDE FOR THE AID OF THE NORWEGIAN PEOPLE. HE ASKED FOR DOCTORS.

IN REPLY, THE PRIME MINISTER SAID THAT UNICEF HAD BEEN ASKED.
"""


def test_names_offices_and_countries_keep_their_capitals() -> None:
    read = in_small_letters(TELEGRAM)
    assert (
        "1. I called on law of the sea Minister Jarle Evenstad March 8 at his\n"
        "request. He was accompanied by Director General Bull. Evenstad said\n"
        "that Soviet Deputy Foreign Minister Zemlyakov had proposed a gray zone.\n"
    ) in read
    assert read.startswith(TELEGRAM[:100])
    assert read.endswith("\nANDERS\n")


def test_what_follows_an_office() -> None:
    assert in_small_letters(RELEASE).startswith(
        "PRESS RELEASE\n\nThe Prime Minister of Norway, Ms. Liv Aasen, met the Minister for Foreign"
        " Affairs of Kenya,\nMr. Hanson Otieno, in Oslo on 4 May 1999.\n\nMr. Otieno expressed"
    )


@pytest.mark.parametrize(
    ("text", "said", "published", "meeting"),
    [
        (
            TELEGRAM,
            [
                ("1", "Jarle Evenstad", "EVENSTAD SAID"),
                ("2", "Jarle Evenstad", "EVENSTAD STRESSED THAT"),
                ("2", "Anders", "I ASKED"),
                ("2", "Jarle Evenstad", "HE REPLIED"),
                ("3", "Bull", "BULL ADDED"),
            ],
            "1976-03-09",
            "1976-03-08",
        ),
        (
            RELEASE,
            [
                ("0/2", "Hanson Otieno", "MR. OTIENO EXPRESSED"),
                ("0/2", "Hanson Otieno", "HE ASKED"),
                ("0/3", "Liv Aasen", "IN REPLY"),
            ],
            None,
            "1999-05-04",
        ),
    ],
    ids=["a telegram", "a press release"],
)
def test_who_speaks_in_capitals(
    text: str, said: list[tuple[str, str, str]], published: str | None, meeting: str
) -> None:
    outline = parse(text, id="d", thesaurus=Thesaurus.default())
    found = [
        (passage.id.removeprefix("d#"), one.speaker, text[one.start : one.end])
        for passage in outline.passages
        for one in passage.statements
    ]
    assert [(id, who) for id, who, _ in found] == [(id, who) for id, who, _ in said]
    for (_, _, words), (_, _, start) in zip(found, said, strict=True):
        assert words.startswith(start)
    assert (outline.date_published, outline.date_meeting) == (published, meeting)
    assert outline.title == outline.title.upper()
    for passage in outline.passages:
        assert passage.text == text[passage.start : passage.end]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SUMMARY OF RESULTS",
        "TALKS IN OSLO\n\nMinister Roe said that the talks had been frank. " * 3,
        "NATO, UNICEF AND THE EU\n",
    ],
)
def test_a_text_that_is_not_in_capitals_throughout_stays(text: str) -> None:
    assert in_small_letters(text) is text


@given(st.text(alphabet="ABE ÉİßǰΣ.\n1MR,'\u0307") | st.text())
@settings(max_examples=100, deadline=None)
def test_every_character_stays_in_its_place(text: str) -> None:
    loud = ("THE MINISTER SAID THAT TALKS WERE ON. " * 6 + text).upper()
    read = in_small_letters(loud)
    assert len(read) == len(loud)
    assert read.upper() == loud.upper()
