"""Whom offices and nouns refer to in records, readouts and press pages; all names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

BODIES = """Harbour Ministers Round Table

Oslo, 4 May 2004

Dr. Otto Doe, Director of the North Sea Regional Programme, attended the Round Table.

Among the guests was Mr. Karl Fen, Secretary-General of the Fish Trade Organization (FTO).

The Eel Forum Chair and Prime Minister Jane Roe was there.

"""
RECORD = """Summary Record of the Fourth Meeting

Oslo, 4 May 2004 at 8.30 a.m. CHAIRMAN: Dr Jane Roe (Norway) Rapporteur: Mr Karl Fen (Malta)

Dr DOE (Oman) said he supported the draft.

"""
COUNCIL = """Council on Fisheries

Oslo, 4 May 2004

The Council met under the presidency of Ms. Jane Roe, Minister of Fisheries of Norway.

"""
TALKS = """Minister Roe meets Minister Doe

4 May 2004

Foreign Minister Jane Roe of Norway met Foreign Minister Otto Doe of Oman.

"""
CALL = """Call with President Doe

4 May 2004

The Spokesperson of the Government, Karl Fen, issues the following statement:

"""
FOUR = """Summary Record of the Council

Oslo, 4 May 1957

PRESENT

BELGIUM
Mr. P. Doe
NORWAY
Mr. T. Roe
TURKEY
Mr. N. Fen
UNITED KINGDOM
Sir Giles Hale

1. Fuel

"""
MINUTES = """Minutes of the Fish Council

4 May 2004

Present: Cllr Jane Roe (Chair), Cllr Otto Doe, Mr Karl Fen (Clerk)

1. Cod

"""
CABLE = """218 Roe to Department of External Affairs

Cablegram 147 OSLO, 22 May 1947

"""
ROE, DOE, FEN = "Jane Roe", "Otto Doe", "Karl Fen"


def speakers(text: str) -> list[str]:
    """Who says the sentences of the last paragraph of ``text``."""
    outline = parse(text + "\n", id="x", thesaurus=Thesaurus([]))
    return [said.speaker for said in outline.passages[-1].statements]


@pytest.mark.parametrize(
    ("opening", "text", "expected"),
    [
        (BODIES, "The NSRP Director presented a timetable.", [DOE]),
        (BODIES, "The FTO Secretary-General thanked Norway.", [FEN]),
        (BODIES, "The EF Chair said the sea was wide.", [ROE]),
        (RECORD, "The CHAIRMAN suggested that they meet.", [ROE]),
        (RECORD, "The Rapporteur said that the report was ready.", [FEN]),
        (RECORD, "The DIRECTOR replied that nets were dear.", ["DIRECTOR"]),
        (COUNCIL, "The Council was briefed by the Commission on nets.", ["Commission side"]),
        (
            COUNCIL,
            "Ministers heard from the Danish delegation that eels were rare.",
            ["Danish side"],
        ),
        (COUNCIL, "The Council received a briefing by Mr. Karl Fen on nets.", [FEN]),
        (COUNCIL, "The meeting was opened by Mr. Karl Fen.", []),
        (COUNCIL, "Many delegations agreed. Others doubted it.", [BOTH_SIDES] * 2),
        (COUNCIL, "Cod was dear. Others were not.", []),
        (TALKS, "Both authorities agreed on the bridge.", [BOTH_SIDES]),
        (TALKS, "The two heads of diplomacy stressed that cod was dear.", [BOTH_SIDES]),
        (TALKS, "Both papers stressed that cod was dear.", []),
        (TALKS, "In this context, the need for a bridge was raised.", [BOTH_SIDES]),
        (TALKS, "One of the central points addressed was the price of cod.", [BOTH_SIDES]),
        (TALKS, "Another topic was the harbour.", [BOTH_SIDES]),
        (TALKS, "Concerns were raised about cod.", [BOTH_SIDES]),
        (TALKS, "There was broad support for the bridge.", [BOTH_SIDES]),
        (TALKS, "There was no support for the bridge.", []),
        (TALKS, "The feeling was that cod was dear.", [BOTH_SIDES]),
        (TALKS, "The opinion of the Committee was that cod was dear.", [BOTH_SIDES]),
        (TALKS, "The opinion of the Court was that cod was dear.", []),
        (TALKS, "There was concern in Parliament about cod.", []),
        (TALKS, "The excellent state of relations was noted.", [BOTH_SIDES]),
        (TALKS, "Minister Roe and Oman Minister Doe noted that cod was dear.", [BOTH_SIDES]),
        (TALKS, "Minister Roe thanked Oman. Muscat's chief diplomat agreed.", [ROE, DOE]),
        (TALKS, "The distinguished Omani Minister said so.", [DOE]),
        (TALKS, "Minister Doe today said that cod was dear.", [DOE]),
        (TALKS, "Minister Doe has last night announced a plan.", [DOE]),
        (TALKS, "Minister Doe late Tuesday warned of a flood.", [DOE]),
        (TALKS, "Minister Doe today left Oslo.", []),
        (TALKS, "Minister Doe downplayed the delay.", [DOE]),
        (TALKS, "Minister Doe pronounced himself satisfied.", [DOE]),
        (TALKS, "Special mention was made of the ferry.", [BOTH_SIDES]),
        (TALKS, "A focus was placed on nets.", [BOTH_SIDES]),
        (MINUTES, "On a question from Cllr Doe, the Clerk said that it was late.", [FEN]),
        (TALKS, "Minister Doe thanked her. Fiji spoke.", [DOE]),
        (TALKS, "Minister Doe thanked her. Six delegations intervened.", [DOE]),
        (TALKS, "Minister Doe thanked her. The speech can be found on page 4.", [DOE]),
        (FOUR, "The TURKISH REPRESENTATIVE doubted it.", ["N. Fen"]),
        (FOUR, "The UNITED KINGDOM REPRESENTATIVE agreed.", ["Giles Hale"]),
        (CABLE, "I told Van Hale (Foreign Minister) that cod was dear.", ["Roe"]),
        (CALL, "President Otto Doe spoke with Chancellor Jane Roe by telephone.", []),
    ],
)
def test_to_whom_an_office_or_a_noun_refers(opening: str, text: str, expected: list[str]) -> None:
    assert speakers(opening + text) == expected


def test_an_office_is_told_in_short_the_second_time() -> None:
    text = COUNCIL + "The Director of the Fish Division explained the note.\n\nThe Director agreed."
    assert speakers(text) == ["Director of the Fish Division"]


def test_an_opening_statement_is_its_speakers_in_the_third_person_too() -> None:
    text = (
        "Press Conference by the Chief Secretary\n\n4 May 2004\n\n"
        "Opening Statement by Chief Secretary Roe\n\nPresident Otto Doe explained it.\n\n"
        "Q&As\n\nREPORTER: Did he?\n\nCHIEF SECRETARY ROE: I think so.\n\n"
        "REPORTER: Why?\n\nCHIEF SECRETARY ROE: I do not know.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus([]))
    assert [p.statements[0].speaker for p in outline.passages if p.statements] == ["Roe"] * 3


@pytest.mark.parametrize(
    "title",
    [
        "Press Statement by the Chair of the Cod Retreat",
        "Chairman's Statement of the Cod Retreat",
        "Media Release: Cod Retreat",
    ],
)
def test_we_are_all_who_met_in_what_a_chair_or_nobody_signs(title: str) -> None:
    text = (
        f"{title}\n\n7 February 2023\n\nToday we met in Oslo. The retreat was chaired by "
        "Ms. Jane Roe, Minister of Fish of Norway.\n\nWe discussed cod. We welcomed the plan."
    )
    assert speakers(text) == [BOTH_SIDES] * 2


def test_what_stands_under_opinions_of_those_who_met_is_said_by_all() -> None:
    text = (
        "Minister Roe meets fishermen\n\n4 May 2004\n\nMinister Jane Roe met fishermen.\n\n"
        "1. Outline\n\nMinister Roe thanked them.\n\n2. Major opinions from the participants\n\n"
        "- The price of nets has doubled.\n\n- Electricity is a heavy burden."
    )
    outline = parse(text, id="x", thesaurus=Thesaurus([]))
    said = [s.speaker for p in outline.passages for s in p.statements]
    assert said == [ROE, BOTH_SIDES, BOTH_SIDES]


def test_a_noun_that_begins_a_sentence_is_no_surname() -> None:
    text = (
        "Meeting of the Court of Directors\n\n4 May 2017\n\nPresent: Dame Anne Lund\n\n"
        "1. Cod\n\nDame Anne suggested that nets be bought. Court agreed."
    )
    assert speakers(text) == ["Anne Lund", BOTH_SIDES]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("The Secretary\nMr. Otto Doe, EUR\nMinister Ivar Roe", "Secretary"),
        ("The Secretary; Mr. Otto Doe; Minister Ivar Roe", "Secretary"),
        ("- Minister Ivar Roe\n- The Secretary\n- Mr. Otto Doe", "Secretary"),
        ("The Secretary\nMr. Otto Doe\nThe Minister\nMr. Ivar Roe", DOE),
    ],
)
def test_an_office_alone_on_a_list_stands_for_somebody(listed: str, expected: str) -> None:
    text = f"Memorandum of Conversation\n\nMay 4, 1961\n\nPARTICIPANTS\n{listed}\n\n"
    assert speakers(text + "The Secretary wondered whether cod was dear.") == [expected]


def test_pronouns_behind_an_office_tell_the_gender_of_its_holder() -> None:
    text = (
        "Call with President Doe\n\n4 May 2004\n\nPrime Minister Josefa Roe met President Otto "
        "Doe.\n\nThe Prime Minister expressed his sympathy. He congratulated his counterpart."
    )
    assert speakers(text) == ["Josefa Roe"] * 2


def test_a_pronoun_that_does_not_fit_the_last_speaker_is_the_one_before() -> None:
    text = (
        "Prime Minister meets Mr. Doe\n\n4 May 2004\n\nThe Prime Minister met Mr. Otto Doe.\n\n"
        "The Prime Minister praised cod. Mr. Doe thanked the Prime Minister. She wished him well."
    )
    assert speakers(text) == ["Prime Minister", DOE, "Prime Minister"]
