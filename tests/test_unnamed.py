"""Those whom a document knows by their office alone."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

TOLD = (
    "Call with Oman\n\n3 May 2004\n\nThe Trade Minister spoke to President Ali Fen of Oman.\n\n"
    "The Trade Minister said that cod was dear. The Trade Minister agreed that eels were not."
    "\n\nThe Trade Minister noted that crab was.\n"
)
LETTERS = (
    "Morning Briefing\n\n3 May 2004\n\nAsked about cod, the Trade Minister's Clerk (TMC) said it "
    "was dear. The TMC replied that eels were not.\n\nAsked about crab, the TMC answered that it "
    "was.\n"
)
CALLED = "Call\n\nSENIOR OFFICIAL: Cod is dear.\n\nQ Is it?\n\nSENIOR OFFICIAL: It is.\n\n"
NAMED = TOLD + "\nJane Roe, Trade Minister, left.\n"
ONCE = "Call with Oman\n\nThe Trade Minister said that cod was dear. President Ali Fen came.\n"
CASES = {
    "an office that somebody else meets": (TOLD, {"Trade Minister", "Ali Fen"}),
    "an office by its letters": (LETTERS, {"Trade Minister's Clerk"}),
    "what somebody is called": (CALLED + "SENIOR OFFICIAL: No.\n", {"SENIOR OFFICIAL"}),
    "an office that somebody holds": (NAMED, {"Jane Roe", "Ali Fen"}),
    "who speaks for a country": (TOLD.replace("Trade Minister", "representative"), {"Ali Fen"}),
    "an office that speaks once": (ONCE, {"Ali Fen"}),
}


@pytest.mark.parametrize(("text", "names"), CASES.values(), ids=CASES.keys())
def test_offices_that_speak_often_are_persons(text: str, names: set[str]) -> None:
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert {person.name for person in (*outline.participants, *outline.persons)} == names


def test_who_meets_may_be_known_by_an_office_alone() -> None:
    outline = parse(TOLD, id="x", thesaurus=Thesaurus.default())
    assert [person.name for person in outline.participants] == ["Trade Minister", "Ali Fen"]
