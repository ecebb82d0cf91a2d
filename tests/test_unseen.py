"""Whole documents in styles that no sample has: who meets, and who says each sentence."""

from __future__ import annotations

from heard import heard

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus

TREASURIES = """\
PRESS RELEASE

Joint Meeting of the Finance Ministers of Kenya and Portugal

Nairobi, 7 July 2016

The Cabinet Secretary for the National Treasury of Kenya, Mr. Peter Otieno, received the Minister of
Finance of Portugal, Ms. Ines Faria, today.

A. Debt

Mr. Otieno welcomed the new schedule and asked whether it could be brought forward. Ms. Faria
replied that her Ministry would look into it. She added that the banks had to be consulted.

B. Fisheries

The two sides agreed to meet in autumn. It was noted that tuna stocks were falling.
"""

CALL = """\
Readout: Deputy Secretary Dunn's Call with Estonian Foreign Minister Tamm

March 9, 2021

Deputy Secretary of State Laura Dunn spoke today with Estonian Foreign Minister Mart Tamm. The
Deputy Secretary underscored the importance of energy security. Foreign Minister Tamm thanked her
and briefed on the undersea cable. They discussed sanctions. The Deputy Secretary reiterated her
invitation to Washington.
"""


def read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


def test_a_press_release_with_lettered_parts() -> None:
    outline = read(TREASURIES)
    assert outline.title == "Joint Meeting of the Finance Ministers of Kenya and Portugal"
    assert (outline.date_published, outline.date_meeting) == ("2016-07-07", "2016-07-07")
    assert [(p.name, p.role, p.country) for p in outline.participants] == [
        ("Peter Otieno", "Cabinet Secretary for the National Treasury", "Kenya"),
        ("Ines Faria", "Minister of Finance", "Portugal"),
    ]
    assert [(p.id, p.headings) for p in outline.passages] == [
        ("x#0", ()),
        ("x#A", ("Debt",)),
        ("x#B", ("Fisheries",)),
    ]
    assert heard(outline, 3) == [
        ("Peter Otieno", "Mr. Otieno welcomed"),
        ("Ines Faria", "Ms. Faria replied"),
        ("Ines Faria", "She added that"),
        (BOTH_SIDES, "The two sides"),
        (BOTH_SIDES, "It was noted"),
    ]


def test_a_readout_in_one_paragraph() -> None:
    outline = read(CALL)
    assert outline.date_meeting == "2021-03-09"
    assert [(p.name, p.country) for p in outline.participants] == [
        ("Laura Dunn", "United States"),
        ("Mart Tamm", "Estonia"),
    ]
    assert heard(outline, 3) == [
        ("Laura Dunn", "The Deputy Secretary"),
        ("Mart Tamm", "Foreign Minister Tamm"),
        (BOTH_SIDES, "They discussed sanctions."),
        ("Laura Dunn", "The Deputy Secretary"),
    ]
