"""Pages of states as they lie in archives: what stands around releases and speeches."""

from __future__ import annotations

import pytest
from heads import head_of

from searchkit.outlines.front.date_lines import date_line, place_beside
from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import Layout, read_layout
from searchkit.thesaurus import Thesaurus

_SAID = (
    "Minister Jane Roe met today with Minister Said Fen of Oman. She said that cod was dear.\n\n"
    "They agreed to meet again.\n"
)


def passages(layout: Layout) -> list[str]:
    return [" ".join(layout.text[b.start : b.end].split()) for b in layout.blocks]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("VIK, 29 OKTOBER 2018", "2018-10-29"),
        ("22 march 2011", "2011-03-22"),
        ("Lisboa, 3 de Maio de 2004", "2004-05-03"),
        ("Bonn, 3. März 2004", "2004-03-03"),
        ("3 cod 2004", None),
    ],
)
def test_months_of_other_languages_in_date_lines(line: str, day: str | None) -> None:
    found = date_line(line)
    assert (found.iso if found else None) == day


def test_the_place_beside_a_month_of_another_language() -> None:
    assert place_beside("LISBOA, 3 OUTUBRO 2018") == "Lisboa"


@pytest.mark.parametrize(
    "trail",
    [
        "Home | News & Events | Ambassador Roe’s Remarks on Cod",
        "Home » Newsroom » Ambassador Roe’s Remarks on Cod",
    ],
)
def test_a_trail_to_the_title_is_none(trail: str) -> None:
    page = (
        f"Mission to Norway\n{trail}\nREMARKS\nJANE ROE, AMBASSADOR\nMAY 3, 2021\n"
        f"Ambassador Roe’s Remarks on Cod\n{_SAID}"
    )
    assert head_of(page)["title"] == "Ambassador Roe’s Remarks on Cod"


def test_headlines_below_a_whole_one_are_its_deck() -> None:
    page = (
        "Prime Minister receives telephone call from Norway\n"
        "Leaders discuss cod and green shipping\n"
        "Prime Minister thanks Norway for eels\nPosted On: 3 MAY 2004 7:46PM\n" + _SAID
    )
    assert head_of(page)["title"] == "Prime Minister receives telephone call from Norway"


def test_the_place_below_a_title_that_ends_in_meeting() -> None:
    page = (
        "Jane Roe\nSecretary of State\nRemarks Following Meeting\n"
        f"Oslo, Norway\nMay 3, 2004\n\n{_SAID}"
    )
    head = head_of(page)
    assert head["title"] == "Remarks Following Meeting"
    assert head["place"] == "Oslo, Norway"


def test_greetings_are_set_apart_and_begin_the_text() -> None:
    layout = read_layout(
        "STATEMENT BY THE FOREIGN MINISTER OF NORLAND\nVIK, 3 MAY 2004\n\n"
        "Your Excellency, Minister Roe,\nMembers of the press,\nLadies and gentlemen,\n"
        "Welcome to Vik.\nMinister Roe is here after two days on the coast, and saw the nets.\n"
    )
    assert passages(layout)[0] == "Welcome to Vik."
    assert layout.boilerplate == (
        "Your Excellency, Minister Roe,",
        "Members of the press,",
        "Ladies and gentlemen,",
    )


def test_items_with_semicolons_under_a_line_that_breaks_off() -> None:
    layout = read_layout(
        "Statement by Minister Roe\n\n3 May 2004\n\nWe met this morning, and it went well.\n"
        "On the economic side…\nWe agreed to buy more cod;\nWe agreed to build a school; and\n"
        "We agreed to lift visas.\nWe also exchanged views on the region.\n"
    )
    assert passages(layout)[1:] == [
        "On the economic side… We agreed to buy more cod; We agreed to build a school; and "
        "We agreed to lift visas.",
        "We also exchanged views on the region.",
    ]
    assert not layout.sections


@pytest.mark.parametrize(
    "line",
    [
        "[1]  A+  A-",
        "Read this release in: Marathi , Urdu , Hindi",
        "Name (required)",
        "Mail (will not be published) (required)",
        "Word count: 402",
        "NOTE: The President spoke at 12:04 p.m. on the South Grounds of the White House.",
    ],
)
def test_furniture_at_the_end(line: str) -> None:
    layout = read_layout(f"Talks on Cod with Norway\n\n3 May 2004\n\n{_SAID}\n{line}\n")
    assert " ".join(line.split()) in layout.boilerplate
    assert not layout.sections


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("As released by the Office of the Spokesman, May 3, 2004", "2004-05-03"),
        ("Released by the Bureau of Ports, U.S. Department of State, May 3, 2004", "2004-05-03"),
        ("The press release issued by 10 Downing Street on 3 May 2004.", "2004-05-03"),
        ("The statement made by Jane Roe in the Senate on 3 May 2004.", "2004-05-03"),
        ("The ministers met in Vik on 3 May 2004.", None),
    ],
)
def test_days_on_which_a_text_was_released(line: str, day: str | None) -> None:
    found = date_line(line)
    assert (found.iso if found else None) == day


def test_a_text_released_a_day_later() -> None:
    head = head_of(
        "Press Remarks with Minister Said Fen\nVik, May 3, 2004\n"
        "As released by the Office of the Spokesman, May 4, 2004\n\n"
        "MR. DOE: Good morning. The Minister will speak first.\n\n"
        "MINISTER FEN: I thank the Secretary for coming. We talked about cod.\n"
    )
    assert (head["issued"], head["met"]) == ("2004-05-04", "2004-05-03")


def test_days_with_labels_of_another_script_tell_less() -> None:
    head = head_of(
        "Summary of the Weekly Press Briefing by Spokesperson Roe, Monday 3 May 2004 at 11.00 hrs."
        "\n\nวันที่ปรับปรุงข้อมูล 5 May 2004\n\nMonday 3 May 2004 at 11.00 hrs.\n\n"
        "Press Room, Ministry of Ports\n\n1. Visit to Oman\n• Minister Fen paid a visit to Oman.\n"
    )
    assert head["issued"] == "2004-05-03"


def test_the_town_below_a_house_and_above_the_time() -> None:
    text = (
        "Briefing by Minister Roe\nCod Hotel Nord\nBergen, Norway\n\n6:42 P.M. (Local)\n\n"
        "MR. DOE: Good morning, everybody. The Minister has ten minutes.\n"
    )
    assert read_layout(f"May 3, 2004\n\n{text}").place == "Bergen, Norway"


def test_the_house_before_a_town() -> None:
    text = "Remarks by Minister Roe\n\nCod Hotel New York, New York\n\nMay 3, 2004\n\n{_SAID}"
    assert read_layout(text).place == "New York, New York"


def test_two_offices_alone_on_lines_over_what_their_holders_say() -> None:
    outline = parse(
        "Remarks Following Talks With Prime Minister Roe of Norway\n\nMay 3, 1974\n\n"
        "The President\nPrime Minister Roe and I had a useful morning. We talked about cod.\n"
        "We talked of eels as well.\n"
        "The Prime Minister\nThank you. I was glad to hear what you told me about cod.\n",
        id="x",
        thesaurus=Thesaurus.default(),
    )
    assert [p.speakers for p in outline.passages] == [("President",), ("President",), ("Roe",)]
    assert outline.passages[0].text.startswith("The President\nPrime Minister Roe")


def test_lines_wrapped_with_two_spaces_behind_sentences() -> None:
    text = (
        "PRESS AVAILABILITY BY MINISTER ROE\n\nMay 3, 1996\n\n"
        "MINISTER ROE:  Thank you.  I want to say how much we value what this\n"
        "country has done, quietly, for the talks.  The Minister and I reviewed\n"
        "the list of goods, and we agreed on cod.\n"
        "QUESTION:  There were reports this morning in Vik that Ambassador\n"
        "Carter Fen had been called home over the cod.  Could you say a word\n"
        "on that?\n"
        "MINISTER ROE:  They are wrong.  Ambassador Fen is coming home for\n"
        "consultations that were on the calendar since before\n"
        "Christmas, and he told me himself yesterday that eels would come too.\n"
        "We shall see.  He will say more to you himself, and I hope that he\n"
        "does so soon.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert [p.text.split(":")[0] for p in outline.passages] == [
        "MINISTER ROE",
        "QUESTION",
        "MINISTER ROE",
    ]


def test_labels_that_come_again_begin_paragraphs_where_lines_are_full() -> None:
    text = (
        "BRIEFING BY MINISTER ROE\n3 MAY 1986\n"
        "PM: Well let me give you an account of the day and then I'll\n"
        "take your questions. I had an hour and a half with President Fen\n"
        "this morning, and most of it was spent on cod and on the eels.\n"
        "JOURNALIST: Mr Doe said that you would come home with no cod.\n"
        "PM: Did he? Well he's never come home from anywhere with cod.\n"
        "JOURNALIST: Is the price going to hold, Minister, or have they\n"
        "said anything that would make you think that it is not going to?\n"
        "PM: It's a matter for the companies, and what I can tell you is\n"
        "that they would rather have a steady supplier than a cheap one.\n"
    )
    layout = read_layout(text)
    assert [words.partition(":")[0] for words in passages(layout)] == [
        "PM",
        "JOURNALIST",
        "PM",
        "JOURNALIST",
        "PM",
    ]


def test_what_a_site_tells_of_itself_above_a_text() -> None:
    page = (
        "Cod Talk...\n\nEvery day the Minister meets those who write about cod for a chat.\n"
        "Cod Talk... is an unofficial site that lets you read what was said. Want more?\n\n"
        "» Thursday, May 6, 2004\nMeeting with President Fen\n"
        "Asked if the Minister had kept President Fen waiting, the Spokesman said that he had not. "
        "They had talked of cod, he said, and of eels.\n"
        "Asked about eels, the Spokesman declined to comment.\n\n"
        "Post a public comment\nName (required)\n"
    )
    head = head_of(page)
    assert (head["title"], head["issued"]) == ("Meeting with President Fen", "2004-05-06")
    layout = read_layout(page)
    assert len(layout.blocks) == 2
    assert not layout.sections


def test_heads_over_nobody_and_over_a_transcript_are_set_apart() -> None:
    layout = read_layout(
        "6 May 2004\nPrime Minister Jane Roe meets with President Said Fen\nParticipants:\n"
        "In her conversation with Mr Fen, Ms Roe spoke about the cod that is to be bought in the "
        "coming year, and she confirmed that the company would be founded before May is over.\n"
        "Transcript of the beginning of the meeting:\n"
        "Jane Roe: I am very glad to greet you. The cod is here.\n"
        "Said Fen: Thank you. We have left some at home.\n"
    )
    assert layout.boilerplate == ("Participants:", "Transcript of the beginning of the meeting:")
    assert len(layout.blocks) == 3
