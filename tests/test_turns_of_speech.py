"""Labels, guests, joint statements, and who says something in a quotation; names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.records import Statement
from searchkit.thesaurus import Thesaurus

OPENING = """Foreign Minister Aske meets Foreign Minister Brand of Malta

3 May 2010

Foreign Minister Jorun Aske of Norway met Foreign Minister Otto Brand of Malta in Oslo.

"""
ASKE, BRAND = "Jorun Aske", "Otto Brand"


def statements(text: str) -> list[Statement]:
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    return [one for passage in outline.passages for one in passage.statements]


def speakers(text: str) -> list[str]:
    """Who speaks in the document ``text``, statement by statement."""
    return [one.speaker for one in statements(text)]


FORMS = {
    "says before the name": ("“Cod is dear,” says Minister Aske.", [ASKE]),
    "the guest": (
        "Minister Brand spoke of cod.\n\n“It is dear in Gozo too,” concluded the guest.",
        [BRAND, BRAND],
    ),
    "the host": ("Minister Brand spoke of cod. The host praised him.", [BRAND, ASKE]),
    "who was invited": (
        "Minister Aske thanked him, and invited him to visit Bergen. The invitation was accepted.",
        [ASKE, BRAND],
    ),
    "no agenda adopted": ("Other questions of the agenda were touched upon.", [BOTH_SIDES]),
    "the agenda adopted": ("The agenda was adopted.", []),
}


@pytest.mark.parametrize(("body", "expected"), FORMS.values(), ids=FORMS)
def test_forms(body: str, expected: list[str]) -> None:
    assert speakers(OPENING + body) == expected


def test_initials_of_an_office() -> None:
    text = """Secretary-General's press encounter with Dr. Hilda Quist, Federal President of Norway

Oslo, 31 August 2010

FP: It is a joy to have Secretary-General Otto Brand back here.

SG: Grüss Gott. We spoke about cod.

Q: What do you expect?

SG: I expect courage.

FP: And I, cod.
"""
    assert speakers(text) == ["Hilda Quist", BRAND, BRAND, BRAND, "Hilda Quist"]


def test_the_prime_minister_and_the_pm() -> None:
    text = """PM call with Prime Minister Tamm of Estonia

Prime Minister Jane Roe spoke to the Prime Minister of Estonia, Ene Tamm, on 3 May 2010.

The Prime Minister thanked Prime Minister Tamm for cod. Prime Minister Tamm spoke of herring. The PM
assured her that it would last.
"""
    assert speakers(text) == ["Jane Roe", "Ene Tamm", "Jane Roe"]


def test_who_asks_after_the_colon() -> None:
    text = """Press briefing by Foreign Secretary Hilda Quist

Question: (Otto Brand, Daily Cod) Will cod be dear?

Foreign Secretary: No, it will not.
"""
    assert speakers(text) == [BRAND, "Hilda Quist"]


def test_a_speech_before_a_meeting() -> None:
    text = """Remarks by President Hilda Quist before her meeting with Prime Minister Otto Brand

3 May 2010

I am glad to be here. Prime Minister Brand told me that cod is dear.

My hope is that it will last.
"""
    assert speakers(text) == ["Hilda Quist"] * 3


def test_we_of_a_joint_statement() -> None:
    text = """Joint Statement to the Press

Oslo, 3 May 2010

1) We agree that the work was a success.

2) We pay tribute to the fishermen.
"""
    assert speakers(text) == [BOTH_SIDES, BOTH_SIDES]


def test_a_minister_elect() -> None:
    text = """Readout of the call with Prime Minister Roe-Hale of Norway

3 May 2010

President Otto Brand called Prime Minister-elect Jane Roe-Hale. Prime Minister Roe-Hale spoke of
cod.
"""
    assert speakers(text) == ["Jane Roe-Hale"]
