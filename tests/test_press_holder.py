"""One who meets the press alone; every name and sentence is invented."""

from __future__ import annotations

import pytest
from heard import heard

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

TITLES = (
    "Press Conference by Minister of Cod Jane Roe",
    "Minister Jane Roe's Regular Press Conference on May 3, 2019",
    "Minister Jane Roe Meets the Press",
    "Doorstop Interview with Minister Jane Roe after Talks with Minister Sam Fen",
    "Remarks to the Press by Minister Jane Roe",
)
TOLD = """

May 3, 2019

1. Announcements

I would like to report that I spoke with Secretary of Ports Doe. Secretary Doe briefed me on cod.

2. Questions and Answers

"""


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("labels", [("Q:", "A:"), ("Question:", "Minister:"), ("Q1:", "A1:")])
def test_what_is_told_and_answered(title: str, labels: tuple[str, str]) -> None:
    ask, answer = labels
    asked = f"{ask} Is cod dear?\n\n{answer} It is not. Minister Fen told me so.\n\n"
    text = title + TOLD + asked + asked
    assert [who for who, _ in heard(text, 1)] == ["Jane Roe"] * 6
    outline = parse(text, id="x", thesaurus=Thesaurus([]))
    assert [person.name for person in outline.participants] == ["Jane Roe"]


def test_what_two_tell_who_meet_the_press_is_of_neither_alone() -> None:
    text = """Joint Press Conference by Minister Jane Roe and Minister Sam Fen

I would like to report that cod is dear.

Q: Is it?

Minister Roe: It is.

Q: Since when?

Minister Fen: Since May.
"""
    assert [who for who, _ in heard(text, 1)] == ["Jane Roe", "Sam Fen"]


def test_the_lines_of_a_turn_are_one_passage_where_blank_lines_part_turns() -> None:
    turn = "Q: Is cod dear?\n\nA: It is not.\nIt will be dear in May.\n\n"
    text = "Press Conference by Minister Jane Roe\n\nMay 3, 2019\n\n" + turn * 2
    passages = parse(text, id="x", thesaurus=Thesaurus([])).passages
    assert [p.text.partition("\n")[2] for p in passages] == ["", "It will be dear in May."] * 2


def test_the_month_behind_an_office_is_nobody() -> None:
    text = "Press Conference by the Press Secretary May 22, 1998\n\nSpokesman Roe: Cod is dear.\n"
    outline = parse(text, id="x", thesaurus=Thesaurus([]))
    assert [person.name for person in (*outline.participants, *outline.persons)] == ["Roe"]
