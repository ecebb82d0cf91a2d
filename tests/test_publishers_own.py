"""A publisher's own office-holder, whom it never names; all names are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus

THEIRS = "Ants Tamm"


def read(text: str) -> Outline:
    """The document ``text``, dated and with a title."""
    return parse("Meeting on cod\n\n14 March 2023\n\n" + text, id="x", thesaurus=Thesaurus([]))


def spoke(text: str) -> list[str]:
    """Who speaks in it, statement by statement."""
    return [one.speaker for passage in read(text).passages for one in passage.statements]


@pytest.mark.parametrize(
    ("office", "met", "short"),
    [
        ("Prime Minister", "the Prime Minister of Estonia, Ants Tamm", "Prime Minister Tamm"),
        ("Prime Minister", "the Estonian Prime Minister, Mr Ants Tamm", "Mr Tamm"),
        ("Prime Minister", "his Estonian counterpart, Ants Tamm", "Prime Minister Tamm"),
        ("President", "President Ants Tamm of Estonia", "President Tamm"),
        ("Foreign Minister", "the Foreign Minister of Estonia, H.E. Mr. Ants Tamm", "Mr. Tamm"),
        ("Chancellor", "Chancellor Ants Tamm", "Chancellor Tamm"),
    ],
)
def test_never_named(office: str, met: str, short: str) -> None:
    text = (
        f"The {office} met {met} today.\n\nThe {office} said that cod was dear."
        f" {short} thanked the {office}.\n\nThe {office} added that eels were not."
    )
    assert spoke(text) == [office, THEIRS, office]
    outline = read(text)
    assert {p.name for p in (*outline.participants, *outline.persons)} == {office, THEIRS}


def test_in_what_was_asked() -> None:
    text = (
        "Asked what the Prime Minister had discussed with the Estonian Prime Minister, Mr Tamm,"
        " the Minister of Ports said that it was cod.\n\nThe Prime Minister said that it was eels."
    )
    assert spoke(text)[-1] == "Prime Minister"


@pytest.mark.parametrize(
    "text",
    [
        "The Prime Minister, Ants Tamm, spoke today.\n\nThe Prime Minister said that cod was dear.",
        "Prime Minister Ants Tamm spoke.\n\nThe Prime Minister said that cod was dear.",
        "The Prime Minister of Estonia, Ants Tamm, said so. The Prime Minister said cod was dear.",
    ],
)
def test_named(text: str) -> None:
    assert set(spoke(text)) == {THEIRS}


def test_named_below() -> None:
    text = (
        "The Prime Minister met Prime Minister Ants Tamm of Estonia.\n\nThe Prime Minister said"
        " that cod was dear.\n\nPrime Minister Hilda Roe will visit Estonia in May."
    )
    assert spoke(text) == ["Hilda Roe"]


def test_of_no_peers_country() -> None:
    text = (
        "The President met President Kofi Addo of Ghana.\n\nThe President then met President Ants"
        " Tamm of Estonia. The President said that cod was dear."
    )
    assert spoke(text) == ["President"]
    assert [p.country for p in read(text).participants if p.name == "President"] == [None]


@pytest.mark.parametrize(
    "lead",
    [
        "Asked about the Danish Premier, Mr Tamm,",
        "Put to him that cod was dear to the Danish Premier, Mr Tamm,",
    ],
)
def test_no_post_of_whom_was_asked_about(lead: str) -> None:
    text = (
        f"{lead} the Prime Minister's Official Spokesman (PMOS) said that cod was dear.\n\nAsked"
        " about eels, the PMOS said no. Asked again, the PMOS said no."
    )
    assert set(spoke(text)) == {"Prime Minister's Official Spokesman"}
