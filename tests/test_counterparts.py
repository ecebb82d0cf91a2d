"""Whom somebody meets later on in a document, and who comes to a meeting of many."""

from __future__ import annotations

import pytest

from searchkit.outlines.names.people import find_people
from searchkit.outlines.sections.layout import read_layout

OPENING = (
    "Visit of Minister Ida Fen\n\n3 May 2004\n\nMs. Ida Fen, Minister for Trade of Norway, visited"
    " Vik. The talks went as follows.\n\n"
)


def meeting(text: str) -> list[str]:
    return [p.name for p in find_people(text, read_layout(text)).participants]


LATER = {
    "a heading": "1. Courtesy call on Sir Jan Ode, Governor\n\nMinister Fen spoke of cod.\n",
    "a heading with an honour": (
        "1. Telephone talk with H.E. Mr. Jan Ode, Minister of Trade of Peru\n\nCod was dear.\n"
    ),
    "hosted": "1. Working lunch hosted by Minister Jan Ode\n\nMinister Fen spoke of cod.\n",
    "she met": "In the evening she met Minister Jan Ode in Vik.\n",
    "called on": "Minister Fen also called on President Jan Ode and spoke of cod.\n",
    "was received": "Later Minister Fen was received by King Jan Ode of Vik.\n",
    "in a meeting": "In a brief meeting with Minister Jan Ode, Minister Fen spoke of cod.\n",
    "a call": "Minister Fen had a phone call yesterday with Mr. Jan Ode, Minister of Trade.\n",
}


@pytest.mark.parametrize("how", LATER)
def test_whom_somebody_meets_later_meets(how: str) -> None:
    assert meeting(OPENING + LATER[how]) == ["Ida Fen", "Jan Ode"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Fen said that she had met Minister Jan Ode in March.",
        "Minister Fen will meet Minister Jan Ode in June.",
        "Minister Fen hoped to have talks with Minister Jan Ode.",
        "Minister Fen recalled the day when she met Minister Jan Ode.",
        "Minister Fen called on Minister Jan Ode's party to wait.",
    ],
)
def test_a_meeting_that_is_only_spoken_of_is_none(sentence: str) -> None:
    assert "Jan Ode" not in meeting(f"{OPENING}{sentence}\n")


MANY = {
    "attended by ministers of countries": (
        "The Third Cod Conference was held in Vik, chaired by Ms. Ida Fen, Minister of Trade of"
        " Norway, and attended by Mr. Jan Ode, Minister of Trade of Peru, and Ms. Eva Tor,"
        " Minister of Trade of Chile."
    ),
    "took part": (
        "The Third Cod Conference was held in Vik, with Ms. Ida Fen, Minister of Trade of Norway,"
        " in the chair. Ministers of all six member states took part, among them Mr. Jan Ode,"
        " Minister of Trade of Peru, and Ms. Eva Tor, Minister of Trade of Chile."
    ),
    "also attended, in brackets": (
        "The Third Cod Conference was held in Vik (Co-chairs: Minister for Trade Ida Fen and H.E."
        " Mr. Jan Ode, Minister of Trade of Peru. Ms. Eva Tor, Minister of Trade of Chile, Mr. Al"
        " Mey, Minister of Trade of Fiji, and representatives of Oman also attended)."
    ),
}


@pytest.mark.parametrize("how", MANY)
def test_those_of_several_countries_who_attend_meet(how: str) -> None:
    names = meeting(f"Cod Conference\n\n3 May 2004\n\n{MANY[how]}\n\nCod was spoken of.\n")
    assert names[:3] == ["Ida Fen", "Jan Ode", "Eva Tor"]


def test_who_brings_a_letter_meets_and_who_wrote_it_does_not() -> None:
    text = (
        "Visit of Mr. Al Mey, Special Envoy\n\n3 May 2004\n\nMr. Al Mey, Special Envoy, visited Vik"
        " as the bearer of a letter from Minister Eva Tor. Over two days he met with Minister Jan"
        " Ode.\n\nCod was spoken of.\n"
    )
    assert meeting(text) == ["Al Mey", "Jan Ode"]


def test_who_only_hands_on_the_word_does_not_meet() -> None:
    text = (
        "Joint Press Availability\n\nMR. TANNER: We will take two questions from each side.\n\n"
        "SECRETARY FEN: It is good to be here.\n\nFOREIGN MINISTER ODE: Thank you for coming.\n\n"
        "QUESTION: What of cod?\n\nSECRETARY FEN: Cod is dear.\n\nMR. TANNER: Thank you all.\n"
    )
    assert [name.title() for name in meeting(text)] == ["Fen", "Ode"]


def test_ministers_met_under_the_names_of_their_countries() -> None:
    text = (
        "Talks of Minister Fen with Her Counterparts\n\n3 May 2004\n\nOn May 2, Ms. Ida Fen,"
        " Minister of Trade of Norway, had talks with two ministers in Vik.\n\n"
        "Peru\n\nH.E. Mr. Jan Ode,"
        " Minister of Trade of the Republic of Peru, spoke of cod.\n\nChile\n\n"
        "Ms. Eva Tor,"
        " Minister of Trade of Chile, spoke of eels.\n"
    )
    assert meeting(text) == ["Ida Fen", "Jan Ode", "Eva Tor"]


WHO_MEET = {
    "of those listed who speak in a record": (
        "Memorandum of Conversation\n\nDATE: May 3, 1957\n\nPARTICIPANTS: Ambassador Jan Ode\n"
        "    Mr. Al Tor, Counselor of Embassy\n    Mr. Bo Lie, Deputy Under Secretary\n"
        "    Mr. Otto Rann\n\nThe Ambassador said that cod was dear. He regretted it.\n\n"
        '"It is," said Mr. Lie. Mr. Tor took notes.\n',
        ["Jan Ode", "Bo Lie"],
    ),
    "who took part, in brackets behind the sentence": (
        "Cod Meeting (Summary)\n\n3 May 2003\n\nThe Cod Meeting was held in Vik on May 2. "
        "(Participating were Norwegian Minister of Trade Ida Fen; Peruvian Minister of Trade Jan "
        "Ode (chair); and Omani Minister of Trade Al Tor (attending as proxy).)\n\n1. Cod\n\n"
        "Minister Fen spoke of cod.\n",
        ["Ida Fen", "Jan Ode", "Al Tor"],
    ),
    "whose counterparts are told by their countries": (
        "Visit of Minister Ida Fen to Vik\n\n3 May 2011\n\nMinister for Trade Ida Fen had meetings"
        " with her counterparts from Peru and Oman on 3 May 2011.\n\nMinister Fen informed Peruvian"
        " Minister for Trade Jan Ode that cod was dear.\n\nThe Oman Minister for Trade, Dr Al Tor,"
        " thanked Minister Fen for eels. Peruvian Minister for Fish Bo Lie was ill.\n",
        ["Ida Fen", "Jan Ode", "Al Tor"],
    ),
    "a meeting between two, one of them by the country": (
        "Talks on Cod\n\n3 May 2011\n\nMinister for Trade Ida Fen held a series of meetings today."
        "\n\nIn the meeting between Minister Fen and Peru’s Minister for Trade, Jan Ode, the two"
        " spoke of cod.\n",
        ["Ida Fen", "Jan Ode"],
    ),
    "members of a board, listed below its decisions": (
        "Minutes of the Cod Board\n\n3 May 2011\n\n1 The Board noted that cod was dear.\n\n"
        "2 The following members of the Board were present:\nIda Fen, Governor\nJan Ode\nAl Tor\n"
        "Bo Lie was present as an observer.\n",
        ["Ida Fen", "Jan Ode", "Al Tor"],
    ),
    "sides without a chair": (
        "Norway-U.S. Committee\n\n3 May 2007\n\nThe Committee was held in Vik. (From the U.S. side,"
        " Secretary of State Jan Ode and Secretary of Defense Ida Fen, and from the Norwegian side,"
        " Minister Al Tor and Minister Eva Roa attended. Admiral Bo Lie was also present.)\n\n"
        "1. Cod\n\nMinister Tor spoke of cod.\n",
        ["Jan Ode", "Ida Fen", "Al Tor", "Eva Roa"],
    ),
    "a meeting of many with its chair": (
        "Foreign Ministers' Meeting\n\n3 May 2007\n\nThe meeting was held in Vik with Foreign"
        " Minister Jan Ode in the chair.\n\n1. Cod\n\nForeign Minister Ida Fen of Peru said that"
        " cod was dear. Foreign Minister Al Tor of Oman said that it was cheap.\n",
        ["Jan Ode", "Ida Fen", "Al Tor"],
    ),
    "the two of a record's title": (
        "Record of a conversation between the Foreign Secretary and the Foreign Minister of"
        " Peru\n\nPresent:\n\nThe Rt Hon Jan Ode MP          H E Dr Eva Roa\n"
        "Sir Al Tor                      Mr Bo Lie\n\n1. Mr Ode spoke. Sir Al Tor spoke.\n",
        ["Jan Ode", "Eva Roa"],
    ),
}


@pytest.mark.parametrize("how", WHO_MEET)
def test_those_who_meet_are_told_from_those_who_sit_in(how: str) -> None:
    text, expected = WHO_MEET[how]
    assert meeting(text) == expected


def test_in_whose_presence_others_meet_sits_in() -> None:
    found = meeting(
        "Talks on Cod\n\n3 May 2004\n\nMs. Ida Fen, Chairperson of the Cod Fund, received today"
        " Mr. Jan Ode, Minister for Trade of Peru, in the presence of the Commissioner for Eels,"
        " Mr. Leo Poe.\n\nMinister Ode spoke of cod.\n"
    )
    assert found == ["Ida Fen", "Jan Ode"]


def test_members_of_a_council_have_their_surnames_behind_their_office() -> None:
    text = (
        "MINUTES OF THE CITY COUNCIL\n\nMarch 3, 1993\n\nPresent: Councilmembers Fen, Ode and Mayor"
        " Roe.\n\nCouncilmember Ode said that cod was dear. Councilmember Fen agreed.\n"
    )
    assert set(meeting(text)) == {"Fen", "Ode", "Roe"}


def test_whom_one_met_as_well_meets() -> None:
    text = (
        "Meetings of Minister Ida Fen with Minister Ana Poe of Oman and Minister Jan Ode"
        " of Peru\n\n"
        "18 May 2022\n\nMinister Ida Fen had a meeting in Vik on 17 May 2022 with Minister Ana Poe"
        " of Oman.\n\nMinister Poe spoke of cod.\n\n"
        "On 18 May 2022, Minister Fen met as well with Minister Jan Ode of Peru.\n"
    )
    assert meeting(text) == ["Ida Fen", "Ana Poe", "Jan Ode"]
