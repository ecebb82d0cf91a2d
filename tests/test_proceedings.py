"""What is told of a meeting, who leads into a list, and bodies that speak for all who met."""

from __future__ import annotations

import pytest
from heard import heard

from searchkit import BOTH_SIDES

ROE, DOE = "Jane Roe", "Ivo Doe"
FRONT = """Norway-Malta Foreign Ministers' Meeting

On May 1, Foreign Minister Jane Roe of Norway met Foreign Minister Ivo Doe of Malta in Oslo.

1. Fisheries

"""


@pytest.mark.parametrize(
    "told",
    [
        "Time did not allow for a discussion.",
        "No conclusion was reached.",
        "The question was not pursued further.",
        "The accounts were approved unanimously.",
        "The date has not been fixed.",
        "The next meeting is to be held in Malta.",
        "To this there was no reply.",
        "He then laid a wreath at the monument.",
        "Mr. Doe made no comment.",
        "Harbour Master Roe to write to the bank.",
        "Nobody else spoke.",
    ],
)
def test_the_course_of_a_meeting_is_nobodys_words(told: str) -> None:
    said = "Minister Roe said that cod was dear."
    assert heard(f"{FRONT}{said} {told}\n") == [(ROE, said)]


@pytest.mark.parametrize(
    "goes_on",
    [
        "The question was one of money.",
        "No country had done as much.",
        "The report was not to be had in Malta.",
        "The date of 1990 was late.",
    ],
)
def test_what_is_no_course_of_a_meeting_goes_on(goes_on: str) -> None:
    said = "Minister Roe said that cod was dear."
    assert heard(f"{FRONT}{said} {goes_on}\n") == [(ROE, said), (ROE, goes_on)]


@pytest.mark.parametrize(
    "lead",
    [
        "Minister Roe made three points.",
        "Minister Roe raised several concerns.",
        "Minister Roe replied as set out below.",
        "Minister Roe's requests were these.",
        "The main points made by Minister Roe were the following.",
    ],
)
def test_a_sentence_with_a_full_stop_leads_into_a_list(lead: str) -> None:
    body = f"(1) {lead}\n(i) Cod was dear.\n(ii) The harbour was closed.\n(2) It rained.\n"
    assert heard(FRONT + body)[-2:] == [
        (ROE, "Cod was dear."),
        (ROE, "The harbour was closed."),
    ]


def test_bullets_stand_under_a_bullet_that_leads_into_them() -> None:
    body = """* Minister Roe made two points.
  - Cod was dear.
  - The harbour was closed.
* Minister Doe agreed.
"""
    assert heard(FRONT + body)[1:] == [
        (ROE, "Cod was dear."),
        (ROE, "The harbour was closed."),
        (DOE, "Minister Doe agreed."),
    ]


@pytest.mark.parametrize("mark", ["2  ", "3.2  ", "7.", "(b) ", "- (b) "])
def test_members_behind_a_number_are_all_who_meet(mark: str) -> None:
    text = f"Minutes of the Cod Committee\n\n3 May 2004\n\n{mark}Members noted that cod was dear.\n"
    [(who, said)] = heard(text)
    assert who == BOTH_SIDES
    assert said.endswith("Members noted that cod was dear.")


@pytest.mark.parametrize("body", ["Senate", "The Senate"])
def test_the_body_whose_minutes_they_are(body: str) -> None:
    text = f"""Minutes of the Senate of the University of Northport

3 May 2004

1. Fees

Dr Roe said that fees were low. {body} agreed to raise them.
"""
    assert heard(text)[1:] == [(BOTH_SIDES, f"{body} agreed to raise them.")]


@pytest.mark.parametrize(
    "motion",
    [
        "Mr Doe moved that the list be closed.",
        "Mr Doe moved and Dr Roe seconded that the list be closed.",
        "Dr Roe seconded the motion.",
    ],
)
def test_who_moves_and_seconds_says_nothing(motion: str) -> None:
    text = "Minutes of the Cod Committee\n\n3 May 2004\n\nPresent: Dr Jane Roe, Mr Ivo Doe\n\n"
    assert heard(f"{text}1. List\n\n{motion}\n") == []


@pytest.mark.parametrize(
    "told",
    [
        "In Minister Roe's opinion this was a pity.",
        "To Minister Roe's mind, this was a pity.",
        "Minister Roe's only objection concerned the date.",
        "A question from Minister Roe was whether cod was dear.",
    ],
)
def test_nouns_for_what_somebody_says(told: str) -> None:
    assert heard(f"{FRONT}Minister Doe agreed. {told}\n")[1:] == [(ROE, told)]
