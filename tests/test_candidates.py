"""Whom an office without a name means where several hold it; all names are invented."""

from __future__ import annotations

import sys

import pytest

from searchkit.outlines.names.people import find_people
from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import read_layout
from searchkit.thesaurus import Thesaurus

TAMM, ROE, LUND = "Ants Tamm", "Hilda Roe", "Siri Lund"


def speakers(text: str) -> list[str]:
    """Who speaks in the document ``text``, statement by statement."""
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    return [one.speaker for passage in outline.passages for one in passage.statements]


CALL = """PM call with Prime Minister Tamm of Estonia

14 March 2023

Prime Minister Hilda Roe spoke to the Prime Minister of Estonia, Ants Tamm, this afternoon.

"""
VISIT = """Minister Lund meets Foreign Minister of Estonia

14 March 2023

The Minister for Foreign Affairs, Siri Lund T.D., met the Foreign Minister of Estonia, Foreign
Minister Ants Tamm, in Cork today.

"""
PALACE = """The President received the Prime Minister of Estonia

14 March 2023

President Hilda Roe received the Prime Minister of Estonia, Ants Tamm, in her residence.

"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CALL + "The Prime Minister congratulated Prime Minister Tamm.", [ROE]),
        (CALL + "Prime Minister Tamm assured the Prime Minister that cod was dear.", [TAMM]),
        (
            CALL + "The Prime Minister welcomed Prime Minister Tamm.\n\nPrime Minister Tamm thanked"
            " her.\n\nThe Prime Minister raised the price of cod.",
            [ROE, TAMM, ROE],
        ),
        (CALL + "The Prime Minister, Ants Tamm, said that cod was dear.", [TAMM]),
        (VISIT + "The Minister said that cod was dear.", [LUND]),
        (VISIT + "Speaking after the meeting the Minister said:\n\n“I like cod.”", [LUND]),
        (PALACE + "The Head of State noted that cod was dear.", [ROE]),
        (PALACE + "The Estonian head of government replied that herring was cheap.", [TAMM]),
    ],
)
def test_whom_an_office_means(text: str, expected: list[str]) -> None:
    assert speakers(text + "\n") == expected


@pytest.mark.parametrize(
    "subject",
    [
        "The Estonian head of government",
        "Estonia's leader",
        "The visiting Estonian dignitary",
        "The Estonian guest",
        "The Estonian diplomat",
        "The head of the Estonian Cabinet",
        "The head of the Estonian foreign ministry",
        "Estonia's top diplomat",
        "The head of government of Estonia",
    ],
)
def test_who_is_only_described(subject: str) -> None:
    assert speakers(f"{PALACE}{subject} replied that herring was cheap.\n") == [TAMM]


def test_who_is_left_to_hold_an_office() -> None:
    text = """Telephone conversation with Mr Ants Tamm, President of the Republic of Estonia

14 March 2023

Mr Erik Roe spoke by telephone with Mr Ants Tamm, President of the Republic of Estonia.

The President of the Republic confirmed his visit. President Tamm welcomed it.

The Norwegian President praised the reforms. His Estonian counterpart thanked him.
"""
    assert speakers(text) == ["Erik Roe", TAMM, "Erik Roe", TAMM]


def test_who_only_asks_is_left_to_hold_no_office() -> None:
    text = """Weekly Briefing by the Spokesperson (18 May 2023)

Shrimati Ida Roe, Official Spokesperson: Good afternoon.

Mina Doe: Madam, the President of Chile has spoken of copper. Will you answer?

Shrimati Ida Roe, Official Spokesperson: We have told the Chilean side that we shall.

Mina Doe: Thank you. Did the President call?
"""
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    roles = {person.name: person.role for person in (*outline.participants, *outline.persons)}
    assert roles == {"Ida Roe": "Official Spokesperson", "Mina Doe": None}


def test_an_office_alone_means_the_same_again() -> None:
    text = VISIT + (
        "The Minister said that cod was dear. Minister Tamm replied that herring was cheap.\n\n"
        "The Minister added that cod was healthy.\n"
    )
    assert speakers(text) == [LUND, TAMM, LUND]


def test_many_holders_in_one_endless_sentence_cost_no_more_each() -> None:
    calls = [reading(count) for count in (150, 300)]
    assert calls[1] < calls[0] * 2.5, calls


def reading(holders: int) -> int:
    """How many calls it takes to find so many Ministers, each named beside ``the Minister``."""
    text = ", ".join(
        f"Minister Jo {surname(i)} said no and the Minister left" for i in range(holders)
    )
    text = f"Talks on cod\n\n{text}.\n"
    layout = read_layout(text)
    find_people(text, layout)  # what is worked out once is worked out
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        found = find_people(text, layout)
    finally:
        sys.setprofile(None)
    assert len({*found.participants, *found.persons}) == holders
    return calls


def surname(number: int) -> str:
    parts = "bo", "de", "fi", "ga", "ku", "la", "mo", "ni", "pe", "ru"
    return "".join(parts[int(digit)] for digit in f"{number:03}").title()
