"""What is told of a meeting, who leads into a list, and bodies that speak for all who met."""

from __future__ import annotations

import pytest
from heard import heard

from searchkit import BOTH_SIDES
from searchkit.outlines.speech.proceedings import tells_what_happened

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


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Road Supervisor Tom Beal said that cod was dear.", "Tom Beal"),
        ("Appraiser Lois Kerr noted that cod was dear.", "Lois Kerr"),
        ("Highway Garage Mechanic Gus Fenn explained that cod was dear.", "Gus Fenn"),
        ("Resident Roy Pitt asked when cod was dear.", "Roy Pitt"),
    ],
)
def test_offices_of_small_places_stand_before_names(told: str, who: str) -> None:
    text = f"Meeting of the Town Board\nMarch 3, 2011\n\n1. Cod\n\n{told} Minister Roe agreed.\n"
    assert heard(text)[0] == (who, told)


def test_who_leaves_the_room_says_nothing() -> None:
    said = "Minister Roe said that cod was dear."
    assert heard(f"{FRONT}{said} Minister Roe left the room.\n") == [(ROE, said)]


def test_who_sits_in_the_chair_holds_the_office_in_brackets() -> None:
    text = """Minutes of the Cod Board

3 May 2004

Present: Professor Jane Roe (Vice-Chancellor, in the chair), Mr Ivo Doe

1. Fees

The Vice-Chancellor reported that fees would rise.
"""
    assert heard(text) == [(ROE, "The Vice-Chancellor reported that fees would rise.")]


@pytest.mark.parametrize(
    "told",
    [
        "The need for ships that can break ice was also discussed.",
        "Cod and eels were the focus of the talks.",
        "At the heart of the talks was the fate of the harbour.",
        "A wide range of issues was covered, from cod to eels.",
        "The two sides deepened the discussion on eels.",
    ],
)
def test_what_the_talks_were_about_is_told_by_both(told: str) -> None:
    assert heard(f"{FRONT}{told}\n") == [(BOTH_SIDES, told)]


def test_a_paragraph_after_a_list_is_no_item_of_it() -> None:
    body = """Minister Roe made the following points.

- I thank Malta.

- We need cod.

In response Minister Doe made the following remarks.

- I thank Norway.
"""
    assert [who for who, _ in heard(FRONT + body)] == [ROE, ROE, ROE, DOE, DOE]


@pytest.mark.parametrize(
    "told",
    [
        "Both Ministers agreed to meet.",
        "The Norwegian side asked about eels.",
        "The Norwegian and Maltese Foreign Ministers agreed to meet.",
    ],
)
def test_a_sentence_ends_before_the_next_subject(told: str) -> None:
    said = "Minister Roe spoke of all members of the Caribbean Community."
    assert heard(f"{FRONT}{said} {told}\n")[1][1] == told


def test_the_side_of_a_body() -> None:
    text = """Summary of the Forum Dialogue

Oslo, 3 May 2000

1. Cod

The Forum side asked for cod. The Norwegian side agreed.
"""
    assert [who for who, _ in heard(text)] == ["Forum side", "Norwegian side"]


def test_an_office_that_is_a_label_is_not_who_is_spoken_of() -> None:
    text = """Doorstop, Valletta

21 August 2019

Minister: I thank Prime Minister Ivo Doe for his welcome.

Journalist: Is cod dear?

Minister: It is. I told him so.
"""
    assert {who for who, _ in heard(text)} == {"Minister"}


def test_a_statement_by_an_office_is_not_by_whom_it_receives() -> None:
    text = """Press Statement by the Minister of Trade of Norway

Visit of the Minister of Trade of Malta, H.E. Ivo Doe

Oslo, 29 October 2018

I thank Minister Doe for his patience.
"""
    assert [who for who, _ in heard(text)] == ["Minister of Trade of Norway"]


@pytest.mark.parametrize(
    "told",
    [
        "Minister Roe talked to Minister Doe by phone, during which the two discussed cod.",
        "On 2 May, the two ministers held a meeting in which they reviewed the state of trade.",
    ],
)
def test_what_both_say_while_they_meet(told: str) -> None:
    assert heard(f"{FRONT}{told}\n") == [(BOTH_SIDES, told)]


def test_who_opens_a_meeting_with_an_office_beside_the_name() -> None:
    told = "Ms. Jane Roe, Minister of Commerce, opened the meeting and asked for silence."
    text = f"Third Senior Officials' Meeting\n\nOslo, 3 May 2003\n\nSOM III\n\n1. {told}\n\n"
    assert heard(f"{text}2. SOM agreed that cod was dear.\n") == [
        (ROE, told),
        (BOTH_SIDES, "SOM agreed that cod was dear."),
    ]


def test_first_person_with_a_list_goes_on() -> None:
    text = """Minister meets Maltese guest

Minister Jane Roe of Norway met Minister Ivo Doe of Malta on 25 June.

Minister Roe said:

"It was a pleasure to see Ivo Doe.

We discussed our work in the north:

- We agreed to share a runway.

- I set out our hopes.

I also thanked him."
"""
    assert {who for who, _ in heard(text)} == {ROE}


def test_whom_the_title_names_met_one_after_the_other() -> None:
    text = """Visit of Minister Jane Roe to Valletta, 9 November 2011

Minister Roe met her counterparts on 9 November 2011.

Minister Roe and Maltese Foreign Minister Ivo Doe reviewed the state of trade. Minister Doe
spoke of cod.

Minister Roe and Omani Foreign Minister Ida Fen reaffirmed their ties. Minister Fen invited Minister
Roe to Muscat.
"""
    joint = [who for who, words in heard(text) if "reviewed" in words or "reaffirmed" in words]
    assert joint == [BOTH_SIDES, BOTH_SIDES]


def test_an_issued_statement_in_the_third_person_tells_what_others_said() -> None:
    text = """Fund statement on Norway

Oslo, 3 May 2014

Mr. Ivo Doe, Resident Representative of the Fund, issued the following statement today:

"Director Jane Roe met President Ida Fen today.

Director Roe welcomed the first steps. President Fen asked for help."
"""
    assert [who for who, _ in heard(text)][-2:] == [ROE, "Ida Fen"]


def test_whoever_has_no_name_says_nothing_for_others() -> None:
    said = "Minister Roe said that cod was dear."
    told = "Another correspondent asked whether it was so."
    assert heard(f"{FRONT}{said} {told}\n") == [(ROE, said)]


def test_who_is_to_do_what_is_told_apart_in_no_time() -> None:
    told = "Norway to send the accounts of the year, the lists of the board, and the maps; Malta to"
    assert not tells_what_happened(told, 0, len(told))
    told = "Jane Roe to send the accounts and the lists of the board."
    assert tells_what_happened(told, 0, len(told))


@pytest.mark.parametrize("head", ["", "Roll call:\n"])
def test_a_vote_is_nobodys_words(head: str) -> None:
    told = f"Chair Jane Roe opened it.\n\n{head}Ayes: Roe, Fen\nNays: Doe\n\nMs. Roe thanked all.\n"
    assert [said[0] for said in heard(FRONT + told)] == ["Jane Roe"]


def test_who_leaves_a_matter_open_and_says_something_says_it() -> None:
    told = (
        "Ms. Roe said that cod was dear. She left the matter for later, and urged that it be sold."
    )
    assert [said[0] for said in heard(FRONT + told)] == ["Jane Roe"] * 2
    assert tells_what_happened("She left the harbour.", 0, 21)
