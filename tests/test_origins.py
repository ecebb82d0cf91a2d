"""Countries that nothing in a text tells of somebody but the name, the visit or the heading."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

CASES: dict[str, tuple[str, dict[str, str | None]]] = {
    "a Japanese name": (
        "Working Lunch with the Leaders of the Nordic Countries\n\nPrime Minister Haruo Minase met"
        " Prime Minister Lars Brekke of Norway and Prime Minister Eero Salo of Finland in Oslo.\n\n"
        "1. Trade\n\nJapan bought more cod. Deputy Chief Cabinet Secretary Tokita sat in.\n",
        {"Haruo Minase": "Japan", "Tokita": "Japan", "Lars Brekke": "Norway"},
    ),
    "no Japan in the text, no surname is Japanese": (
        "Prime Minister Minase met Prime Minister Lars Brekke of Norway in Oslo.\n\nThey"
        " discussed cod.\n",
        {"Minase": None},
    ),
    "a full name is": (
        "Prime Minister Haruo Minase met Prime Minister Lars Brekke of Norway in Oslo.\n\nThey"
        " discussed cod.\n",
        {"Haruo Minase": "Japan"},
    ),
    "a leader whom everybody knows": (
        "Japan-Norway Foreign Ministers' Meeting\n\nForeign Minister Naoki Sawada met Foreign"
        " Minister Lars Brekke of Norway. They discussed the policy of President Yeltsin.\n",
        {"Yeltsin": "Russia"},
    ),
    "hosts of a visit": (
        "Visit to Norway by Minister for Foreign Affairs Naoki Sawada\n\nMinister Sawada visited"
        " Norway in May. He paid a courtesy call on Prime Minister Anna Lunde and held a meeting"
        " with Foreign Minister Lars Brekke.\n\nJapan and Norway will work together.\n",
        {"Naoki Sawada": "Japan", "Anna Lunde": "Norway", "Lars Brekke": "Norway"},
    ),
    "each part of a journey under its heading": (
        "Visit to the Nordic Countries by Foreign Minister Naoki Sawada\n\nMinister Sawada of Japan"
        " went north in May.\n\n1. Norway\n\nMinister Sawada met Foreign Minister Lars Brekke.\n\n"
        "2. Finland\n\nMinister Sawada met Foreign Minister Eero Salo.\n",
        {"Lars Brekke": "Norway", "Eero Salo": "Finland"},
    ),
    "for each side": (
        "Memorandum of Conversation\n\nParticipants:\nFor Norway:\nForeign Minister Lars Brekke\n"
        "Ambassador Per Haugen\nFor the United States:\nSecretary of State William Carver\n"
        "John T. Mills, Country Director\n\nThe Secretary asked about cod.\n",
        {
            "Lars Brekke": "Norway",
            "Per Haugen": "Norway",
            "William Carver": "United States",
            "John T. Mills": "United States",
        },
    ),
    "who sends a page": (
        "PM call with President Wekesa of Kenya: 14 March 2024\n\nFrom:\nPrime Minister's Office,"
        " 10 Downing Street and The Rt Hon Eleanor Ashworth MP\n14 March 2024\n\nThe Prime"
        " Minister spoke to President Simeon Wekesa of Kenya this morning.\n",
        {"Eleanor Ashworth": "United Kingdom", "Simeon Wekesa": "Kenya"},
    ),
    "a message by way of another": (
        "Japan-Norway Foreign Ministers' Meeting\n\nForeign Minister Naoki Sawada of Japan met"
        " Foreign Minister Lars Brekke of Norway.\n\nForeign Minister Sawada conveyed to Foreign"
        " Minister Brekke a message from Prime Minister Iwao Tamba.\n",
        {"Iwao Tamba": "Japan"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_countries(case: str) -> None:
    text, expected = CASES[case]
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    found = {p.name: p.country for p in (*outline.participants, *outline.persons)}
    assert {name: found[name] for name in expected} == expected
    told = [p for p in (*outline.participants, *outline.persons) if p.name in ("Haruo Minase",)]
    assert all("country" in p.derived for p in told if p.country)


def test_who_is_told_of_by_a_pronoun_meets() -> None:
    text = CASES["hosts of a visit"][0]
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert "Naoki Sawada" in {p.name for p in outline.participants}


def test_who_sends_a_page_holds_the_office_and_meets() -> None:
    outline = parse(CASES["who sends a page"][0], id="x", thesaurus=Thesaurus.default())
    assert {p.name: p.role for p in outline.participants} == {
        "Eleanor Ashworth": "Prime Minister",
        "Simeon Wekesa": "President",
    }
