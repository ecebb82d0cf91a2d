"""Who speaks by another word than a name, and who speaks together; all names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

TWO = """Japan-Norway Foreign Ministers' Meeting
May 3, 2006

On May 3, Foreign Minister Naoki Sawada met with Mr. Lars Brekke, Minister
of Foreign Affairs of Norway, in Oslo.

"""
THREE = """Japan-Norway-Malta Ministerial Meeting
May 3, 2006

Mr. Naoki Sawada, Minister of Fisheries of Japan, Mr. Lars Brekke, Minister of Fisheries of Norway,
and Ms. Karmena Zahra, Minister of Fisheries of Malta, met in Oslo.

"""
SAWADA, BREKKE, ZAHRA = "Naoki Sawada", "Lars Brekke", "Karmena Zahra"


def said(text: str, opening: str = TWO) -> list[tuple[str, tuple[str, ...]]]:
    """Who speaks, and is quoted, in a paragraph below an opening."""
    outline = parse(opening + text + "\n", id="x", thesaurus=Thesaurus.default())
    return [(one.speaker, one.quoted) for one in outline.passages[-1].statements]


def speakers(text: str, opening: str = TWO) -> list[str]:
    """Who speaks in a paragraph below an opening."""
    return [speaker for speaker, _ in said(text, opening)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norwegian leader invited him to Bergen.", [BREKKE]),
        ("The leader of Norway agreed.", [BREKKE]),
        ("Norway's leader agreed.", [BREKKE]),
        ("The Chilean leader agreed.", []),
        ("The Norwegian envoy wished P. Dorn success in Malta.", [BREKKE]),
        ("The head of the Norwegian diplomatic mission agreed.", [BREKKE]),
        ("The head of the Ministry of Foreign Affairs agreed.", []),
        ("Sherpas noted that cod was dear.", [BOTH_SIDES]),
        ("Minister Sawada proposed a truce. Agreed.", [SAWADA, BOTH_SIDES]),
        ("Among the other issues raised by Minister Sawada were cod and ships.", [SAWADA]),
        ("Minister Brekke opened with a review of the fleet.", [BREKKE]),
        ("Minister Brekke then raised visas.", [BREKKE]),
        ("Minister Sawada was gloomy about the fleet.", [SAWADA]),
        ("Minister Sawada did not see how the fleet could grow.", [SAWADA]),
        ("Mr. Brekke agreed. In his view, the parties had never been closer.", [BREKKE, BREKKE]),
        (
            "Minister Sawada asked Minister Brekke about cod. The latter said that cod was dear.",
            [SAWADA, BREKKE],
        ),
        ("The U.S. side asked for a pause. It also asked for coffee.", ["American side"] * 2),
        ("Norway raised its concern. It recalled that cod was dear.", ["Norwegian side"] * 2),
        ("Minister Brekke praised the talks. It stated in the paper that cod was dear.", [BREKKE]),
        ("The European Union asked for data.", ["EU side"]),
        ("The United States asked for data.", ["American side"]),
        ("The United Nations asked for data.", ["UN side"]),
        ("Both states asked for data.", [BOTH_SIDES]),
        ("The representative of Chile replied that cod was dear.", ["Chilean side"]),
        ("Chile's representative replied that cod was dear.", ["Chilean side"]),
        (
            "The representative of Peru asked for data. His Chilean counterpart disagreed.",
            ["Peruvian side", "Chilean side"],
        ),
        ("The delegate of Chile replied that cod was dear.", ["Chilean side"]),
        ("The delegation of the United States asked for data.", ["American side"]),
        ("The Norwegian side, through Minister Brekke, stressed that cod was dear.", [BREKKE]),
        ("The Norwegian side could not yet say whether it would sign.", ["Norwegian side"]),
        ("It was agreed that the next meeting would be hosted by Norway.", [BOTH_SIDES]),
        ("First Party said that cod was dear. He feared a rise.", ["First Party"] * 2),
    ],
)
def test_who_is_meant(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_monarch_by_style() -> None:
    opening = (
        "Meeting with the King\nMay 3, 2006\n\n"
        "On May 3, Prime Minister Naoki Sawada was received by His Majesty King Olav Brekke.\n\n"
    )
    assert speakers("His Majesty welcomed the Prime Minister.", opening) == ["Olav Brekke"]


def test_some_of_those_who_meet() -> None:
    text = "Minister Brekke and Minister Zahra promised to send figures."
    assert said(text, THREE) == [(BREKKE, (ZAHRA,))]


def test_all_of_those_who_meet() -> None:
    text = "Minister Sawada, Minister Brekke and Minister Zahra promised to send figures."
    assert said(text, THREE) == [(BOTH_SIDES, ())]
    assert said("Minister Sawada and Minister Brekke promised it.") == [(BOTH_SIDES, ())]


def test_some_of_the_countries_that_speak() -> None:
    text = "Chile asked for data. Peru and Chile agreed on dates. Ghana reported on cod."
    expected = [("Chilean side", ()), ("Peruvian side", ("Chilean side",)), ("Ghanaian side", ())]
    assert said(text, "Committee on Cod\nMay 3, 2006\n\nThe Committee met in Oslo.\n\n") == expected


def test_ministers_of_countries_with_names_in_brackets() -> None:
    text = (
        "Ministers of Japan (Mr. Naoki Sawada), Norway (Mr. Lars Brekke) and Malta "
        "(Ms. Karmena Zahra) took up the question of cod."
    )
    assert speakers(text, THREE) == [BOTH_SIDES]


def test_to_which_somebody_answers() -> None:
    text = "Minister Sawada asked about cod, to which Minister Brekke replied that it was dear."
    assert said(text) == [(SAWADA, (BREKKE,))]


def test_some_of_those_whom_the_text_counts() -> None:
    opening = TWO + "Defence Minister Emi Ito and Defence Minister Olav Dahl attended as well.\n\n"
    text = "The four ministers met. Minister Ito and Minister Dahl promised to send figures."
    assert said(text, opening) == [("Emi Ito", ("Olav Dahl",))]


def test_a_region_that_meets_somebody_is_one_side() -> None:
    opening = "Nordic-Japan Ministerial Meeting\nMay 3, 2006\n\nThe ministers met in Oslo.\n\n"
    assert speakers("The Nordic ministers asked for data.", opening) == ["Nordic side"]
    assert speakers("The Nordic ministers asked for data.") == [BOTH_SIDES]


def test_who_is_left_to_hold_an_office() -> None:
    opening = (
        "Telephone conversation with President of Norway Lars Brekke\nMay 3, 2006\n\n"
        "Andrei Golubin of Russia had a telephone conversation with President of Norway "
        "Lars Brekke.\n\nAndrei Golubin thanked Lars Brekke.\n\n"
    )
    assert speakers("The President of Russia asked for data.", opening) == ["Andrei Golubin"]


CABINET = """CABINET

Minutes of a Meeting of the Cabinet held at Fen House on Tuesday, 3rd May, 1955

Present:
The Right Hon. Ida Fen, M.P., Prime Minister.
The Right Hon. Jan Ode, M.P., Secretary of State for the Colonies.
The Right Hon. Al Torrance, Q.C., M.P., Minister of Labour and National Service.

"""
VESTRY = """Minutes of the Parish Council held on 3rd May 2011

Present: Revd Ida Fenwick (Vicar), Jan Odell (Verger), Al Torrance (Treasurer).

"""


@pytest.mark.parametrize(
    ("text", "opening", "expected"),
    [
        ("The Colonial Secretary said that cod was dear.", CABINET, "Jan Ode"),
        ("The Minister of Labour said that the fishermen might strike.", CABINET, "Al Torrance"),
        ("The Vicar said that the roof leaked.", VESTRY, "Ida Fenwick"),
        ("The Verger replied that it was the gutter.", VESTRY, "Jan Odell"),
    ],
)
def test_offices_in_other_forms_than_in_the_list_of_those_present(
    text: str, opening: str, expected: str
) -> None:
    assert speakers(text, opening) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minutes\n\nChairs: Tolva Renmark, Bod Ilver\n\nTolva asked for cod.\n\nBod said that "
         "there was none.\n\nTolva noted that eel was dear.\n", "Tolva Renmark"),
        ("Minutes\n\n2. Nets (Tolva Renmark, 10 min)\n\nTolva: Nets are dear.\n\nBod: Why?\n\n"
         "Tolva: They tear.\n\nBod: I see.\n\nTolva: Good.\n", "Tolva Renmark"),
    ],
)  # fmt: skip
def test_a_given_name_alone_is_the_only_one_in_lists_who_bears_it(text: str, expected: str) -> None:
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    spoken = [one.speaker for part in outline.passages for one in part.statements]
    assert (spoken[0], spoken[-1]) == (expected, expected)


def test_a_given_name_that_two_bear_is_guessed_for_neither() -> None:
    text = (
        "Minutes\n\nPresent: Jens Renmark (editor), Jens Odell (chair), Sanna Ilver\n\n"
        "1. Nets\n\nJens asked for comments. Sanna said that there were none.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    spoken = [one.speaker for part in outline.passages for one in part.statements]
    assert spoken == ["Jens", "Sanna Ilver"]


LEFT = """Ambassador Brekke calls on Deputy Minister Doe
May 3, 2006

On May 3, Deputy Foreign Minister Jane Doe received the Ambassador of Norway, Lars Brekke.

"""
FEDERAL = """Federal Councillor Roe receives the Norwegian Foreign Minister
Bern, May 3, 2006

Federal Councillor Jane Roe received the Norwegian Foreign Minister, Lars Brekke, in Bern.

"""


def test_who_is_left_to_be_of_a_country() -> None:
    assert speakers("The Omani diplomat noted that cod was dear.", LEFT) == ["Jane Doe"]


def test_the_head_of_a_ministry() -> None:
    text = "The head of the Federal Department of Foreign Affairs praised the fleet."
    assert speakers(text, FEDERAL) == ["Jane Roe"]
