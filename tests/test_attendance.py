"""Lists of those present in the manners of many offices."""

from __future__ import annotations

import pytest

from searchkit.outlines.names.people import find_people
from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import read_layout
from searchkit.thesaurus import Thesaurus

Facts = dict[str, tuple[str | None, str | None]]

LISTS: dict[str, tuple[str, Facts, Facts]] = {
    "sides in brackets": (
        "Talks on Cod\n\nMs. Ida Fen, Minister of Trade of Norway, met Mr. Jan Ode, Minister of"
        " Trade of Peru.\n\n(Norwegian side) Mr. Al Tor, Director; Ms. Eva Rann, Ambassador\n"
        "(Peruvian side) Ms. Ana Roa, Head of Department\n\nMinister Ode spoke of cod.\n",
        {"Ida Fen": ("Minister of Trade", "Norway"), "Jan Ode": ("Minister of Trade", "Peru")},
        {
            "Al Tor": ("Director", "Norway"),
            "Eva Rann": ("Ambassador", "Norway"),
            "Ana Roa": ("Head of Department", "Peru"),
        },
    ),
    "a block for each country": (
        "MEMORANDUM OF CONVERSATION\n\nPARTICIPANTS:\n\nU.S.\nMr. Harlan Ode\nAmbassador Fen\n"
        "Mr. Tor, interpreter\n\nUSSR\nForeign Minister Rann\nMr. Roa\n\nSUBJECT: Cod\n\n"
        "Mr. Ode spoke of cod. Rann replied. Ambassador Fen agreed. Mr. Roa asked why.\n",
        {
            "Harlan Ode": (None, "United States"),
            "Fen": ("Ambassador", "United States"),
            "Rann": ("Foreign Minister", "Soviet Union"),
            "Roa": (None, "Soviet Union"),
        },
        {"Tor": (None, "United States")},
    ),
    "members with their parties": (
        "Committee on Cod\n\nMembers present:\nIda Fen (Greens, Chair)\nJan Ode (Moderates)\n\n"
        "Also present: Eva Tor, Secretary to the Committee\n\nMr Ode spoke of cod.\n",
        {"Ida Fen": ("Chair", None), "Jan Ode": (None, None)},
        {"Eva Tor": ("Secretary to the Committee", None)},
    ),
    "attended by the following": (
        "Cod Meeting\n\n3 May 2004\n\nThe meeting was attended by the following:\n\n"
        "Norway - H.E. Ms. Ida Fen, Minister of Trade\nPeru - Mr. Jan Ode, Deputy Minister\n\n"
        "1. Minister Fen spoke of cod.\n",
        {"Ida Fen": ("Minister of Trade", "Norway"), "Jan Ode": ("Deputy Minister", "Peru")},
        {},
    ),
    "a line for each country": (
        "Record of Discussion\n\nPresent:\nUK: Mr Al Tor, Sir Jan Rann\n"
        "France: M. Couve de Roa, M. Jean Laloy\n\n1. Cod\n\nMr Tor spoke of cod.\n",
        {
            "Al Tor": (None, "United Kingdom"),
            "Jan Rann": (None, "United Kingdom"),
            "Couve de Roa": (None, "France"),
            "Jean Laloy": (None, "France"),
        },
        {},
    ),
    "directors in attendance, and staff": (
        "Minutes of the Board\n\nDirectors in attendance: Ida Fen, Chair; Jan Ode.\nStaff: Eva Tor,"
        " Counsel.\n\nChair Fen spoke of cod. Mr. Ode agreed. Ms. Tor did not.\n",
        {"Ida Fen": ("Chair", None), "Jan Ode": (None, None)},
        {"Eva Tor": ("Counsel", None)},
    ),
    "an office after a dash": (
        "Cod Meeting\n\nAttendees:\nMs. Ida Fen – Permanent Secretary\nMr. Jan Ode – Director\n\n"
        "Ms. Fen spoke of cod.\n",
        {"Ida Fen": ("Permanent Secretary", None), "Jan Ode": ("Director", None)},
        {},
    ),
    "a heading without a colon, and an official who is heard": (
        "Committee on Cod\n\nAttendance\n\n• Ms I Fen (Chairperson)\n\n• Mr J Ode\n\n"
        "• Ms Eva Rann (Committee Secretary)\n\nBriefing\n\nMr Al Tor, Director-General, reported"
        " that cod was dear.\n\nMs Ida Fen asked why.\n",
        {
            "Ida Fen": ("Chairperson", None),
            "J Ode": (None, None),
            "Al Tor": ("Director-General", None),
        },
        {"Eva Rann": ("Committee Secretary", None)},
    ),
}


@pytest.mark.parametrize("manner", LISTS)
def test_who_was_there(manner: str) -> None:
    text, participants, persons = LISTS[manner]
    found = find_people(text, read_layout(text))
    assert {p.name: (p.role, p.country) for p in found.participants} == participants
    assert {p.name: (p.role, p.country) for p in found.persons} == persons


def test_a_country_that_is_supported_is_not_the_callers() -> None:
    text = (
        "Readout of a Call\n\nVice President Ida Fen spoke yesterday with Prime Minister Jan Ode of"
        " Peru. She thanked him for his support to Ukraine.\n"
    )
    found = find_people(text, read_layout(text))
    assert {p.name: p.country for p in found.participants} == {"Ida Fen": None, "Jan Ode": "Peru"}


@pytest.mark.parametrize(
    "heads",
    [
        ("Members Present", "Members Absent"),
        ("Council Members Present", "Excused from attending"),
        ("The following delegates were present:", "The following were absent:"),
        ("Board Members Present:", "Also in attendance:"),
    ],
)
def test_each_head_has_its_list(heads: tuple[str, str]) -> None:
    first, second = f"{heads[0]}\nIda Roe, Chair\nOle Fen", f"{heads[1]}\nMr. Jo Dahl"
    body = "Cod\n\nMs. Roe said that cod was dear.\n"
    text = f"Minutes of the Cod Board\n\n3 May 2004\n\n{first}\n{second}\n\n{body}"
    layout = read_layout(text)
    assert [layout.text[b.start : b.end] for b in layout.blocks][:2] == [first, second]


@pytest.mark.parametrize("head", ["2. Roll Call", "1.2 Introduction of Participants"])
def test_those_who_are_counted_under_a_numbered_heading_are_one_list(head: str) -> None:
    rows = "1. Ida Roe - Rapporteur\n  2. Ole Fen - Norway (HOD)\n  3. Mr. Dahl"
    said = "Mr. Dahl said that cod was dear in the spring."
    text = f"Minutes of the Cod Board\n\n3 May 2004\n\n1. Opening\n\n{said}\n\n{head}\n  {rows}\n\n"
    layout = read_layout(f"{text}3. Cod\n\n{said}\n")
    assert [layout.text[b.start : b.end] for b in layout.blocks] == [said, rows, said]


def test_what_members_said_one_by_one_is_no_list_of_those_present() -> None:
    said = ["Mr. Roe asked why.", "Ms. Fen felt that cod was dear."]
    items = "\n".join(f"({sign})  {words}" for sign, words in zip("ab", said, strict=True))
    text = f"Cod Board\n\n3 May 2004\n\n1. Cod\n\n2. Members raised these points:\n\n{items}\n"
    blocks = read_layout(text).blocks
    assert not any("(a)" in text[block.start : block.start + 3] for block in blocks)


@pytest.mark.parametrize("last", ["(Observers)\nEva Tor", "Secretariat\nEva Tor, Director"])
def test_those_present_under_a_number_are_one_passage_with_their_groups(last: str) -> None:
    those = f"(Members)\nIda Roe, President, Vik University\nOle Fen, Professor\n\n{last}"
    said = "Ms. Roe said that cod was dear in the spring."
    front = (
        "The Third Meeting of the Cod Panel\n\n4 May 2004\n\n1. Date: 3 May 2004\n2. Place: Vik\n"
    )
    layout = read_layout(f"{front}3. Attendance\n{those}\n\n4. Cod\n\n{said}\n")
    told = {block.section: layout.text[block.start : block.end] for block in layout.blocks}
    assert (told["3"], told["4"], layout.boilerplate) == (those, said, ())


def test_those_present_who_are_listed_without_a_head_stay() -> None:
    text = (
        "Memorandum of Conversation\n\n  • Foreign Minister Ode\n  • Ambassador Fen\n"
        "  • Moshe Roe, Director, North American Desk\n  • Mr. Bly\n  • Mr. Hay\n\n"
        "Foreign Minister Ode repeated the welcome he had expressed at the meeting. He was glad "
        "that Mr. Bly could come.\n\nMr. Bly replied that he understood.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus([]))
    assert {"Mr. Bly", "Mr. Hay"} <= {passage.text for passage in outline.passages}
