"""The whole names of those who speak by one word of them, from lists in any form."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

SAID = (
    "\n\n1. Cod\n\nMr. Ordask asked when the boats would sail. Ms. Belvoss replied that they"
    " would in May.\n"
)
BARE = (
    "\n\n1. Cod\n\nOrdask suggested a roof. Belvoss doubted that it would last, and asked for"
    " another.\n"
)
BOTH = ["Takro Ordask", "Yrse Belvoss"]
LISTS = {
    "handles": "## Present\n\n* Takro Ordask @takor (Board)\n* Yrse Belvoss @yrseb (Board)",
    "numbers": "Roll Call\n  1. Takro Ordask - Norland (HOD)\n  2. Yrse Belvoss - Ruritania",
    "strokes": "Attending: Takro Ordask / Yrse Belvoss / Ida Fen",
    "points": "Present … Councillors: Ida Fen (In the Chair), Takro Ordask & Yrse Belvoss.",
    "columns": "Attendance\n\nTakro Ordask       Present\nYrse Belvoss       Present",
    "side by side": "Council:\nTakro Ordask Yrse Belvoss\nIda Fen Jan Doe",
}


def speakers(text: str) -> list[str]:
    found = parse(
        "MINUTES OF THE HARBOUR BOARD\n\n4 May 2004\n\n" + text, id="a", thesaurus=Thesaurus()
    )
    return sorted({s.speaker for passage in found.passages for s in passage.statements})


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
def test_a_surname_is_that_of_a_whole_name_on_a_list(listed: str) -> None:
    assert speakers(listed + SAID) == BOTH


@pytest.mark.parametrize("form", ["numbers", "columns", "points"])
def test_so_is_one_without_a_title_whatever_its_bearer_does(form: str) -> None:
    assert speakers(LISTS[form] + BARE) == BOTH


def test_what_stands_in_capitals_behind_a_surname_is_no_name() -> None:
    text = "1. Agenda\n\nOrdask MOVED and Belvoss seconded it.\n\n2. Cod\n\nOrdask asked why."
    assert speakers(text + " Belvoss said that cod was dear.") == ["Belvoss", "Ordask"]


def test_a_number_before_a_heading_is_none_either() -> None:
    found = parse(
        "MINUTES\n\nIV. Ballots\n\nThe Chairman put it to a vote.\n\nBallots reported as cast: 4.",
        id="a",
        thesaurus=Thesaurus(),
    )
    assert [p.name for p in (*found.participants, *found.persons)] == []


SEATS = {
    "alone on the line above": "Present\nConvenor\nMs BELVOSS Yrse\n\nMembers\nMr ORDASK Takro, JP",
    "with colons": "PRESENT:\n\nConvenor:\nYrse Belvoss\n\nMembers:\nTakro Ordask\nIda Fen",
    "behind where one works": "Attendees:\nYrse Belvoss, Cod Board (Convenor)\nTakro Ordask, Eels",
    "behind a handle": "## Present\n\n* Yrse Belvoss @yrse (Convenor)\n* Takro Ordask @tak",
}
ORDERS = {"Yrse Belvoss", "BELVOSS Yrse"}


@pytest.mark.parametrize("listed", SEATS.values(), ids=SEATS)
def test_a_list_tells_who_has_which_part(listed: str) -> None:
    found = speakers(
        listed + "\n\n1. Cod\n\nThe Convenor replied that the boats would sail in May."
    )
    assert len(found) == 1
    assert ORDERS.issuperset(found)


def test_who_is_in_the_chair_is_told_before_a_colon() -> None:
    text = "In the Chair: Yrse Belvoss\nPresent: Takro Ordask, Ida Fen"
    text += "\n\n1. Cod\n\nThe Chairman said no."
    assert speakers(text) == ["Yrse Belvoss"]


def test_an_office_under_a_name_is_not_of_the_next() -> None:
    text = (
        "Present\n\nTakro Ordask\nConvenor\nYrse Belvoss\nClerk\n\n1. Cod\n\nThe Convenor said no."
    )
    assert speakers(text) == ["Takro Ordask"]


def test_a_time_of_day_is_no_office() -> None:
    text = "MINUTES\n\nYrsty-first Sederunt, 4th Meeting (PM)\n\nThe Committee went on with it."
    found = parse(text, id="a", thesaurus=Thesaurus())
    assert [p.name for p in (*found.participants, *found.persons)] == []


def test_a_label_tells_who_has_a_part() -> None:
    text = (
        "Clerk: Mrs Y K Belvoss | Email: c@x.example | Tel: 1\n\nPresent:\nCllr. Ordask (Chair),"
        " Cllr. Fen\n\n1. Roads\n\nThe Clerk replied that it was late."
    )
    assert speakers(text) == ["Y K Belvoss"]


def test_who_is_called_on_has_no_part() -> None:
    text = (
        "The CHAIRMAN: Mr. Ordask, what is it?\n\nMr. ORDASK: Cod.\n\nThe CHAIRMAN: Ms. Belvoss."
        "\n\nMs. BELVOSS: No, it is not.\n\nThe CHAIRMAN: So be it."
    )
    assert "Chairman" in {name.title() for name in speakers(text)}


def test_letters_behind_those_of_a_body_are_nobody() -> None:
    text = (
        "1. Call to Order\n\nThe meeting was opened with Mr. Takro ORDASK (Oman), President of the"
        " OSCE PA, in the Chair.\n\n2. Cod\n\nThe PRESIDENT outlined it."
    )
    assert speakers(text) == ["Takro ORDASK"]


LANDS = {
    "dashes": "Participants:\nTakro Ordask - Denmark\nYrse Belvoss – Sweden",
    "numbers, parts": "Roll Call\n1. Takro Ordask - Denmark (HOD)\n2. Yrse Belvoss - Sweden (HOD)",
    "brackets": "Participants:\nTakro Ordask (Denmark)\nYrse Belvoss (Sweden)",
    "on one line": "Participants: Takro Ordask (Denmark), Yrse Belvoss (Sweden), Ida Fen (Oman)",
    "tabs": "Participants:\nTakro Ordask\tDenmark\nYrse Belvoss\tSweden",
    "in a sentence": "Takro Ordask, of Denmark, spoke first. Yrse Belvoss, of Sweden, said no.",
}


@pytest.mark.parametrize("listed", LANDS.values(), ids=LANDS)
def test_a_country_stands_behind_a_name(listed: str) -> None:
    text = "MINUTES OF THE HARBOUR BOARD\n\n4 May 2004\n\n" + listed + SAID
    found = parse(text, id="a", thesaurus=Thesaurus())
    of = {p.name: p.country for p in (*found.participants, *found.persons)}
    assert (of["Takro Ordask"], of["Yrse Belvoss"]) == ("Denmark", "Sweden")


def test_what_is_no_country_tells_none() -> None:
    text = (
        "MINUTES\n\n4 May 2004\n\nParticipants:\nTakro Ordask (Danish)\nYrse Belvoss (Cods)" + SAID
    )
    found = parse(text, id="a", thesaurus=Thesaurus())
    assert {p.country for p in (*found.participants, *found.persons)} == {None}
