"""What sites put right above a title, and how little of it is one. All of it is invented."""

from __future__ import annotations

import pytest
from heads import head_of

from searchkit.outlines.around.addresses import is_address
from searchkit.outlines.around.notices import is_notice
from searchkit.outlines.front.doubles import said_once
from searchkit.outlines.header.venues import is_nowhere
from searchkit.outlines.words.wording import Wording

_TALK = (
    "\n\nOn 3 May 2004 Minister Roe met with Minister Doe of Norway in Vik. They discussed cod, "
    "and Minister Roe said that it was dear.\n\nMinister Doe replied that it would be cheaper.\n"
)


@pytest.mark.parametrize(
    "above",
    [
        "Your browser has been found to be too old, which may keep you from reading some pages.",
        "Please enable JavaScript in order to see all of this page. Thank you.",
        "You have subscribed to news of the Harbour Office.",
        "Fish Office::Annual Report on Cod, 2003::Releases",
        "Foreign cod — News",
        "Fish Centre >> Press Releases",
        "Haven / Fisk / Siaran Pers",
        "FJD",
        "Recent Transcripts",
        "COD POLICY UPDATE",
    ],
)
def test_what_a_site_says_above_a_title_is_none_of_it(above: str) -> None:
    head = f"{above}\nMinister Roe's Meeting with the Minister of Norway\n3 May 2004"
    assert head_of(head + _TALK)["title"] == "Minister Roe's Meeting with the Minister of Norway"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Home", "Talks on Cod", "hide", "Talks on Cod"], "Talks on Cod"),
        (["Talks on Cod"] * 4, "Talks on Cod"),
        (["Norway and Chile", "Third Cod Talks"] * 2, "Norway and Chile Third Cod Talks"),
        (["Ice and Cod", "Talks in Vik", "Ice and Cod Talks in Vik"], "Ice and Cod Talks in Vik"),
        (["Talks on Trout", "212. Talks on Trout1"], "212. Talks on Trout1"),
        (["Talks on Cod (Summary)", "Talks on Cod"], "Talks on Cod (Summary)"),
        (["Talks on Cod", "with the Minister of Norway"], None),
        (["Cod", "Cod"], None),
    ],
)
def test_a_title_told_twice_is_told_once(lines: list[str], title: str | None) -> None:
    assert said_once(lines) == title


@pytest.mark.parametrize(
    ("words", "notice"),
    [
        ("Our site has found that you are using an old browser.", True),
        ("This page works best with cookies switched on.", True),
        ("Click here if you are not redirected.", True),
        ("The two ministers discussed the market for browsers.", False),
        ("The Minister urged fishermen to subscribe to the plan.", False),
    ],
)
def test_notices_are_for_those_who_read_a_page(words: str, notice: bool) -> None:
    assert is_notice(words) is notice


def test_the_number_of_a_note_is_no_part_of_a_year() -> None:
    head = "Memorandum of a Conversation, Cod House, Vik, May 3, 19571\n\n"
    assert (
        head_of(head + _TALK)["title"]
        == "Memorandum of a Conversation, Cod House, Vik, May 3, 1957"
    )


@pytest.mark.parametrize("above", ["Minister for Cod", "Press Conferences", "President of Norway"])
def test_an_office_or_a_rubric_alone_is_no_title(above: str) -> None:
    assert head_of(above + _TALK)["title"].startswith("On 3 May 2004")


@pytest.mark.parametrize(
    "head",
    [
        "Present: Ann Roe (Chair), Jo Doe\n\nApologies: Ida Fen",
        "Attendees\n\nAnn Roe\nJo Doe\n\nRegrets\n\nIda Fen",
        "IN ATTENDANCE:\nAnn Roe\nJo Doe\n\nScribe: Ida Fen",
        "Members present - Ann Roe, Jo Doe\n\nAbsence: Ida Fen",
        "Present:\nAnn Roe\nJo Doe\n\n1. The minutes of the meeting held on 2 April were approved.",
    ],
)
def test_what_has_the_signs_of_minutes_has_no_day_of_issue(head: str) -> None:
    text = (
        f"HARBOUR WORKING PARTY\nMonday, 3 May 2004\n\n{head}\n\n"
        "Ms Roe reported that the mole would be mended. Ms Doe asked when.\n\n"
        "It was agreed to look into the price of cod.\n"
    )
    told = head_of(text)
    assert (told["issued"], told["met"]) == (None, "2004-05-03")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Norway-Chile Cod Meeting\n- Outline of the talks in Vik -\n\nMay 2004", None),
        (
            "# Cod Forum of Norway\n# -- Ice and Eels --\n\n3 May 2004",
            "Cod Forum of Norway -- Ice ",
        ),
        ("[Annual Meeting of the Cod Company held at Vik]", "Annual Meeting of the Cod Company"),
        ("(Annex 2) Norway-Chile Cod Meeting\n\n3 May 2004", "Norway-Chile Cod Meeting"),
        ("(Ref. FC/2) Norway-Chile Cod Meeting\n\n3 May 2004", "Norway-Chile Cod Meeting"),
        ("[No Deal] on Cod with Norway\n\n3 May 2004", None),
        ("(Reform) of the Cod Board\n\n3 May 2004", "(Reform) of the Cod Board"),
        ("2004-05-03: Statement by Minister Roe on Cod", "Statement by Minister Roe on Cod"),
        ("Media Release FMO: Minister Roe on Cod\n\n3 May 2004", "Minister Roe on Cod"),
        ("Sixth Norway-Chile Cod Committee (May 3, 2004; Cod House)\nMay 3, 2004", None),
        ("Skip to main content Port of Vik Home Boards\n\nMinutes of the Cod Board", "Minutes of "),
        ("Press Encounter with Roe\nVik, 3 May 2004 - Minister Roe meets the press", "Press Enc"),
    ],
)
def test_what_is_of_a_title_and_what_it_is_filed_under(head: str, title: str | None) -> None:
    whole = " ".join(head.rpartition("\n")[0].split("\n")).strip()
    assert (head_of(head + _TALK)["title"] or "").startswith(title or whole)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Fiskvegs str. 36, Vik, LV-1395", True),
        ("ul. Dorsza 23, 00-580 Vik", True),
        ("12/14 Codskaya pl., 119200, Vik; tel.: (495) 000 0000", True),
        ("Phone 33 92 00 00, fax 33 92 00 01", True),
        ("Room 5, Hall Str. 3", False),
        ("Talks at Ave. Roe, 3 May 2004", False),
    ],
)
def test_where_a_house_is_to_be_reached(words: str, address: bool) -> None:
    assert is_address(words, Wording.default()) is address


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("# Minutes\n\n## Cod Committee - Monday, 3 May 2004 3 pm\n\nVenue: Cod House", "Cod Comm"),
        ("PRIME MINISTER\nTRANSCRIPT\n\nCod Talks in Vik (Summary)\n\n3 May 2004", "Cod Talks in "),
    ],
)
def test_what_stands_above_a_title_is_no_kind_of_it(head: str, title: str) -> None:
    told = head_of(head + _TALK)
    assert (told["title"] or "").startswith(title)
    assert "Summary" not in (told["title"] or "")


@pytest.mark.parametrize("words", ["Southeast Asia", "HE Jo Doe", "H.E. Ms. Fen", "Fish Senate >"])
def test_nobody_meets_on_a_continent_or_in_a_person(words: str) -> None:
    assert is_nowhere(words)
    assert not is_nowhere("Helsinki")
    assert not is_nowhere("Cod Hall, Vik")
