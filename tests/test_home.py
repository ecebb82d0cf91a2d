"""Of which country those are who need none where they are named: the page's own people."""

from __future__ import annotations

import pytest

from searchkit.outlines.layout import read_layout
from searchkit.outlines.people import find_people


def countries(text: str) -> dict[str, str | None]:
    """Name -> country; all of them concluded, but where the text has ``of``."""
    found = find_people(text, read_layout(text))
    return {p.name: p.country for p in (*found.participants, *found.persons)}


TALK = "\n\nMinister Fen met Minister Jan Ode of Peru. Minister Ode spoke of cod.\n\n"

HOME = {
    "a government's web address": (
        "Meeting with Minister Ode" + TALK + "Contact: press@mfa.gov.lv\n",
        {"Fen": "Latvia", "Jan Ode": "Peru"},
    ),
    "a ministry's own domain": (
        "Meeting with Minister Ode" + TALK + "https://www.mofa.go.jp/press/\n",
        {"Fen": "Japan", "Jan Ode": "Peru"},
    ),
    "a telephone of the country": (
        "Meeting with Minister Ode\n\nMinister Fen met Minister Jan Ode of Peru. He thanked the"
        " Norwegians for cod.\n\nContact: Press Office\nTel. +47 55 50 01 10\n",
        {"Fen": "Norway", "Jan Ode": "Peru"},
    ),
    "a telephone abroad": (
        "Press conference of Minister Fen\n\nMinister Fen: Cod is dear.\n\nQuestion: Norwegian cod?"
        "\n\nMinister Fen: Yes.\n\nContact: press@cod.int\nTel. +47 55 50 01 10\n",
        {"Fen": None},
    ),
    "the chief of who answers the press": (
        "Press Conference by Foreign Minister Haruko Onodera\n\n3 May 2019\n\n"
        "Minister Onodera: Good morning. Japan will help.\n\n"
        "Reporter: And Prime Minister Kitano?\n\n"
        "Minister Onodera: Prime Minister Kitano said so yesterday.\n",
        {"Haruko Onodera": "Japan", "Kitano": "Japan"},
    ),
    "whom the minister met": (
        "Senator the Hon Ida Fen\nForeign Minister\n\nDoorstop, Suva\n\n3 May 2019\n\n"
        "IDA FEN, FOREIGN MINISTER: Good morning. This morning Prime Minister Ode told me"
        " that he was glad. Prime Minister Roa will be glad too.\n\nJOURNALIST: Why?\n\n"
        "IDA FEN: Ask him.\n",
        {"Ida Fen": "Australia", "Ode": "Fiji", "Roa": "Australia"},
    ),
    "two foreign ministers before the press": (
        "Senator the Hon Ida Fen\nForeign Minister\n\nDoorstop, Suva\n\n3 May 2019\n\n"
        "JAN ODE, MINISTER OF FOREIGN AFFAIRS: Good morning. I, Jan Ode, welcome you.\n\n"
        "IDA FEN, FOREIGN MINISTER: Thank you.\n\nJAN ODE: Thank you.\n\nIDA FEN: It is fine.\n",
        {"Ida Fen": "Australia", "Jan Ode": "Fiji"},
    ),
}


@pytest.mark.parametrize("how", HOME)
def test_the_country_of_a_page_is_that_of_its_own_people(how: str) -> None:
    text, expected = HOME[how]
    assert countries(text) == expected
