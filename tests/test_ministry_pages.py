"""What the pages of a foreign ministry hold: brackets below titles, rows of attendees, journeys."""

from __future__ import annotations

import pytest
from heads import head_of
from heard import heard

from searchkit.outlines.names.people import find_people
from searchkit.outlines.sections.layout import Layout, read_layout


def layout(text: str) -> Layout:
    return read_layout(text)


def named(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Name -> role and country."""
    found = find_people(text, read_layout(text))
    return {p.name: (p.role, p.country) for p in (*found.participants, *found.persons)}


def meeting(text: str) -> list[str]:
    return [p.name for p in find_people(text, read_layout(text)).participants]


def said(text: str) -> list[tuple[str, str]]:
    """Who says what, statement by statement."""
    return heard(text)


@pytest.mark.parametrize(
    ("head", "title", "kind"),
    [
        (
            "Special Announcement by the Press Secretary\n"
            "(Foreign Minister Roe's meeting with Minister of Foreign Affairs Doe of Oman)",
            "Foreign Minister Roe's meeting with Minister of Foreign Affairs Doe of Oman",
            None,
        ),
        ("Norway-Oman Vice-Ministerial Talks\n(December 20-21, Muscat)",
         "Norway-Oman Vice-Ministerial Talks", None),
        ("Fact Sheet\nNorway's Assistance to Oman", "Norway's Assistance to Oman", "Fact Sheet"),
    ],
)  # fmt: skip
def test_titles(head: str, title: str, kind: str | None) -> None:
    found = layout(f"{head}\n3 February 1996\n\n1. Foreign Minister Roe met Minister Doe.\n")
    assert (found.title, found.kind) == (title, kind)


def test_brackets_below_a_title_tell_when_and_where_they_met() -> None:
    head = head_of(
        "Norway-Oman Vice-Ministerial Talks\n(December 20-21, Muscat)\nDecember 22, 1999\n\n"
        "1. Vice-Minister Roe held talks with Vice-Minister Doe.\n"
    )
    assert (head["issued"], head["met"], head["place"]) == ("1999-12-22", "1999-12-20", "Muscat")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Outline of Norway-Oman Talks\n\nI. Date and Venue\n\nTime: Approximately 18:00-19:00,"
            " 11 May 2000\nVenue: Hotel Cod, New York\n\nII. Outline\n\nThey met.\n",
            "Hotel Cod, New York",
        ),
        (
            "Press Conference by Minister Jo Roe\nDate: Friday, May 3, 2004\n"
            "Place: Cod Room, Ministry of Foreign Affairs\nI have two points to make.\n"
            "Firstly, cod is dear, and so is herring, and nobody knows when they will be "
            "cheaper; the Ministry looks into it.\n",
            "Cod Room, Ministry of Foreign Affairs",
        ),
        (
            "Talks with Oman\n\nMay 3, 2004\n\nMinister Roe hosted a dinner at the old-style annex "
            "of the State Guesthouse for Minister Doe on his stopover in Norway.\n",
            "State Guesthouse",
        ),
    ],
)
def test_places(text: str, place: str) -> None:
    assert head_of(text)["place"] == place


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        (
            "Minister Roe visited Oman on April 26 and 27. On the 27th, a meeting with Minister "
            "Doe was held at Cod Camp.",
            "2007-04-27",
        ),
        (
            "Minister Roe left Vik on the morning of April 26 to attend the Cod Meeting. On April "
            "27 she held talks with Minister Doe.",
            "2007-04-27",
        ),
    ],
)
def test_the_day_of_the_talks_on_a_journey(opening: str, day: str) -> None:
    head = head_of(f"Norway-Oman Talks\nApril 28, 2007\n\n{opening}\n\n1. Cod\n\nCod is dear.\n")
    assert head["met"] == day


def test_where_rows_of_attendees_end() -> None:
    deputies = "Deputy Minister Jo Doe, Director for Trade Ann Fen, Director for Ice Ole Holm, "
    found = layout(
        "Outline of the Talks\nJune 26, 2002\nMinister Roe met Minister Fen.\n(Attendees)\n"
        f"Omani side: | {deputies}Director for Ships Ugo Dorn, Director for Cod Ida Lund |\n"
        "Norwegian side: | Ambassador Per Orme |\n(Outline of the Meeting)\n"
        "1. Cod\nMinister Roe said that cod was dear.\n"
    )
    assert [block.end - block.start > 200 for block in found.blocks] == [False, True, False]
    assert found.boilerplate == ("(Outline of the Meeting)",)


@pytest.mark.parametrize(
    "contents",
    ["- Visit by Minister Doe\n- Cod talks\n", "Main topic:\n1. Visit by Minister Doe\n"],
)
def test_what_a_press_conference_is_about_is_listed_above(contents: str) -> None:
    first, *rest = [line for line in contents.splitlines() if line[0] in "-1"]
    parts = [f"{line}\nSpokesman Roe: Cod was dear.\n" for line in (first, *rest)]
    found = layout(f"Press Conference by the Spokesman May 3, 1998\n{contents}{''.join(parts)}")
    assert [section.heading for section in found.sections] == [
        line.partition(" ")[2] for line in (first, *rest)
    ]
    assert found.boilerplate == tuple(contents.splitlines())


def test_general_is_a_heading_and_no_office() -> None:
    text = (
        "Talks\n\nMr. Roe met Mr. Doe. Director-General Ida Fen came.\n\n1. Relations\n"
        "(1) General: Mr. Roe noted that cod was dear.\n(2) Trade relations:\n"
        "(a) Mr. Doe asked for cod.\n(b) Mr. Roe agreed.\n2. Ice\nMr. Doe said no.\n"
    )
    headings = [section.heading for section in layout(text).sections]
    assert headings == ["Relations", "General", "Trade relations", None, None, "Ice"]
    assert said(text)[0] == ("Roe", "Mr. Roe noted that cod was dear.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In Norway he told Minister Roe Norway's view.", {"Roe": ("Minister", None)}),
        ("In Norway he explained to his Omani counterpart Norway's plan.", {}),
        (
            "Minister of Cod the Hon. Per Roe of Malta came.",
            {"Per Roe": ("Minister of Cod", "Malta")},
        ),
        (
            "The Minister, Senator the Hon. Ida Fen of Malta, came.",
            {"Ida Fen": ("Minister", "Malta")},
        ),
    ],
)
def test_names(sentence: str, expected: dict[str, tuple[str | None, str | None]]) -> None:
    assert named(f"Talks on Cod\n\n{sentence}\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr. Jo Roe, Special Envoy, exchanged views with Mr. Ali Doe, Chairman of the Board, "
            "in Vik.\n\n1. Ice\n\nHe said that Prime Minister Fen wished to attend the meeting.",
            ["Jo Roe", "Ali Doe"],
        ),
        (
            "1. Ice\n\nMinister Jo Roe told Minister Ali Doe of the talks that took place during "
            "the visit of Ida Fen, President of Peru. Minister Roe explained that President Fen "
            "had agreed. Minister Doe thanked him.",
            ["Jo Roe", "Ali Doe"],
        ),
        (
            "The talks were held in Vik. Minister Jo Roe and Minister Ali Doe of Oman, which is the"
            " chair this year, served as co-chairpersons.",
            ["Jo Roe", "Ali Doe"],
        ),
    ],
)
def test_who_meets(text: str, expected: list[str]) -> None:
    assert meeting(f"Talks on Cod\n\n{text}\n") == expected


def test_who_is_named_under_the_full_name_of_a_kingdom_is_of_it() -> None:
    found = named(
        "Visit by Minister Jo Roe to Nepal and Bhutan\n\nMinister Roe went to both.\n\n"
        "1. Visit to the Kingdom of Nepal (April 29)\n\nMinister Roe met Prime Minister Thapa.\n\n"
        "2. Visit to Bhutan (April 30)\n\nMinister Roe met Minister Wangdi.\n"
    )
    assert (found["Thapa"][1], found["Wangdi"][1]) == ("Nepal", "Bhutan")


def test_a_minister_who_begins_without_a_label_is_the_one_of_the_title() -> None:
    text = (
        "Press Conference by Minister Jo Roe\nDate: May 3, 2004\n\nI have two points to make.\n\n"
        "Cod is dear.\n\nQuestion: How dear?\n\nMinister: Very dear.\n\n"
        "Question: Why?\n\nMinister: I know not.\n"
    )
    assert said(text) == [
        ("Jo Roe", "I have two points to make."),
        ("Jo Roe", "Cod is dear."),
        ("Jo Roe", "Very dear."),
        ("Jo Roe", "I know not."),
    ]


def test_the_lines_of_a_programme_are_no_headings_and_not_set_apart() -> None:
    found = layout(
        "Visit of Minister Roe to Oman\n\nMay 1, 2002\n\nMinister Roe visited Oman.\n\n"
        "June 7 (Fri) Departure from Vik\nJune 8 (Sat) Arrival at Muscat\nMeeting with leaders\n"
        "June 9 (Sun) Meeting with Minister Doe\nJune 10 (Mon) Arrival at Vik\n\nRelated Links\n"
    )
    assert not found.sections
    assert found.boilerplate == ("Related Links",)


def test_a_town_below_the_day_is_of_the_header() -> None:
    found = layout("Norway-Oman Talks\nMay 3, 2004\nVik\n\nMinister Roe met Minister Doe.\n")
    assert (found.place, found.boilerplate) == ("Vik", ())


def test_particulars_under_a_heading_that_names_participants_too() -> None:
    found = layout(
        "Norway-Oman Talks\n\nI. Time, place and participants\nFrom 12:15 to 13:40 on November 9, "
        "at the Cod Hotel\nNorwegian side: Minister Roe and others\nOmani side: Minister Doe\n\n"
        "II. Contents\n1. Minister Roe was glad.\n2. Minister Doe was, too.\n"
    )
    assert [block.section for block in found.blocks] == ["I", "II.1", "II.2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "This was the first talk since the visit by the then Minister Jo Roe. Minister Ida Fen "
            "held talks with Minister Ali Doe.",
            ["Ida Fen", "Ali Doe"],
        ),
        (
            "From the Norwegian side Mr. Jo Roe, Ambassador, and others attended; from the Omani "
            "side Mr. Ali Doe, Director, and others attended.",
            ["Jo Roe", "Ali Doe"],
        ),
        (
            "The meeting was held in Vik. Ministers from 17 countries came. The Meeting was chaired"
            " by Mr. Jo Roe, Minister of Cod. They welcomed the election of President Fen.",
            ["Jo Roe"],
        ),
    ],
)
def test_who_meets_and_who_is_told_of(text: str, expected: list[str]) -> None:
    assert meeting(f"Fifth Cod Forum\n\n3 May 2004\n\n1. {text}\n") == expected


def test_whom_somebody_met_on_a_journey_besides_other_things() -> None:
    assert meeting(
        "Visit of Minister Jo Roe to Oman\n\nMinister Roe visited Oman from April 28 to May 2.\n\n"
        "1. Talks\n\nMinister Roe went there ahead of his other visit as well as after it, meeting "
        "both Sultan Ali Doe and Minister Omar Fen.\n"
    ) == ["Jo Roe", "Ali Doe", "Omar Fen"]


def test_a_state_with_points_holds_no_initials() -> None:
    found = named(
        "Telephone Conversation between Prime Minister Jo Stern and President Ann Doe of Oman\n\n"
        "They agreed to strengthen the Norway-U.S. treaty.\n"
    )
    assert found["Jo Stern"] == ("Prime Minister", None)
    assert len(found) == 2


def test_that_views_were_exchanged_for_so_long_tells_only_that_they_met() -> None:
    text = (
        "Talks\n\nMinister Roe exchanged views with Minister Doe for about 20 minutes on 3 May.\n"
    )
    assert said(text) == []


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Meeting between Dr. Sami Doe, Mayor of Amman, and Minister Roe", None),
        ("Statement by Minister Roe on the Joint Statement at the Fourth Round of the Talks", None),
    ],
)
def test_what_is_no_place(title: str, place: str | None) -> None:
    assert head_of(f"{title}\n\nMay 3, 2004\n\nThey spoke of cod.\n")["place"] == place


def test_headings_of_two_countries_tell_with_which_one_talked() -> None:
    text = (
        "Bilateral Meetings of Minister Jo Lane (Gist)\n\nNovember 21, 2008\n\n"
        "1. Norway-Mexico (November 19, 17:30-18:00)\n\nMinister Lane met with Secretary Ana Paz."
        "\n\n"
        "2. Norway-Peru Foreign Ministers' Meeting\n\nMinister Lane met with Minister Rosa Luz.\n\n"
        "3. Norway-Canada (November 20)\n\nMinister of Trade Lou Kent stated that cod was dear.\n"
    )
    assert {name: country for name, (_, country) in named(text).items()} == {
        "Jo Lane": "Norway",
        "Ana Paz": "Mexico",
        "Rosa Luz": "Peru",
        "Lou Kent": "Canada",
    }
    assert meeting(text) == ["Jo Lane", "Ana Paz", "Rosa Luz", "Lou Kent"]


def test_who_came_in_brackets_with_brackets_within() -> None:
    text = (
        "Meeting of Cod Ministers Overview\n\nThe Meeting of Cod Ministers was held in Vik. "
        "Minister Jo Roe attended the meeting. (Participants from the others were as follows: "
        "Minister Ida Fen of Canada (Chair), Minister Ali Doe of Oman)\n\n1. Cod\n\n"
        "Participants praised the speech by President Ann Orme of Peru and Minister Fen agreed.\n"
    )
    assert meeting(text) == ["Jo Roe", "Ida Fen", "Ali Doe"]


def test_the_side_of_a_state_by_its_letters_is_on_the_list() -> None:
    assert meeting(
        "Norway-ROK Talks\n\n2. Attendees:\n   Norwegian side: Minister Jo Roe, Director Ida Fen\n"
        "   ROK side: Minister Hong Sung-ho, Director Kwon Jin\n\n3. Cod\n\nCod is dear.\n"
    ) == ["Jo Roe", "Ida Fen", "Hong Sung-ho", "Kwon Jin"]


def test_two_offices_held_concurrently() -> None:
    found = named(
        "Talks\n\nMaltese Prime Minister and concurrently Foreign Minister Jo Roe came.\n"
    )
    assert found == {
        "Jo Roe": ("Maltese Prime Minister and concurrently Foreign Minister", "Malta"),
    }


@pytest.mark.parametrize("day", ["May 12, 2003 (p.m.)", "May 12, 2003 (a.m.)"])
def test_the_half_of_the_day_stands_beside_it(day: str) -> None:
    head = head_of(
        f"Chief Cabinet Secretary's Press Conference\n{day}\n\nQ: How dear is cod?\n\n"
        "Secretary Roe: Very dear.\n\nQ: Why?\n\nSecretary Roe: I know not.\n"
    )
    assert (head["issued"], head["met"]) == ("2003-05-12", "2003-05-12")


def test_what_who_was_met_said() -> None:
    text = (
        "Talks\n\nMinister Roe of Norway met with Minister Ali Doe of Oman, who expressed thanks "
        "for cod. She called on President Fen, who is well. She then met Ann Lund, Minister of "
        "Cod, who said that cod was dear.\n"
    )
    assert [who for who, _ in said(text)] == ["Ali Doe", "Ann Lund"]


def test_that_they_dined_is_said_by_nobody() -> None:
    text = (
        "Talks\n\nMinister Jo Roe invited Mr. Ali Doe of Oman to dinner at Cod House. She stressed "
        "that cod was dear.\n"
    )
    assert said(text) == [("Jo Roe", "She stressed that cod was dear.")]


def test_a_state_by_its_letters_is_no_symbol_of_a_document() -> None:
    found = layout(
        "Press Conference by Minister Roe\n\nMay 3, 2004\n\nMain topics:\n1. Visit to the U.S.A. "
        "and U.K.\n2. Cod\n\n1. Visit to the U.S.A. and U.K.\nQuestion: Will you go?\n"
        "Minister: Yes.\n\n2. Cod\nQuestion: Is it dear?\nMinister: Yes.\n"
    )
    assert [section.id for section in found.sections] == ["1", "2"]


def test_heads_of_delegations_are_one_list() -> None:
    found = layout(
        "Consultations on Ice (Results)\n\nDate: February 3, 1998\nHeads of delegations:\n"
        "  Norway    Mr. Jo Roe, Director, Ports Division\n"
        "  Malta     Ms. Ida Fen, Assistant Secretary\n\n1. Ms. Fen spoke.\n2. Mr. Roe did.\n"
    )
    assert [block.section for block in found.blocks] == ["0", "1", "2"]


def test_whose_visit_was_the_occasion() -> None:
    head = head_of(
        "Joint Statement on the occasion of the official visit of Foreign Minister Jo Roe of Peru "
        "to Oman\n\nMay 3, 2004\n\n1. They met.\n"
    )
    assert head["occasion"] == "official visit of Foreign Minister Jo Roe of Peru to Oman"


def test_a_starred_note_below_the_text_is_none_of_it() -> None:
    found = layout(
        "Norway-Oman Summit\n\nMay 3, 2004\n\n1. Talks\n\nMinister Roe met Minister Doe.*\n\n"
        "2. Cod\n\nIt was dear.\n\n3. Ice\n\nIt was not.\n\n* Peru sent its ambassador.\n"
    )
    assert found.boilerplate == ("* Peru sent its ambassador.",)


def test_rows_below_a_sentence_that_bars_close() -> None:
    opening = "From 1 to 3 May Minister Roe visited Norway. The schedule is outlined below: | |"
    rows = "1 May | Talks with Minister Doe |\n2 May | Talks with Minister Fen |"
    text = f"Talks on Cod\n5 May 2004\n{opening}\n{rows}\n1. Cod\nMinister Roe said it was dear.\n"
    found = layout(text)
    first = text[found.blocks[0].start : found.blocks[0].end]
    assert first.split("\n") == [opening, *rows.split("\n")]
