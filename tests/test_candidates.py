"""Whom an office without a name means where several hold it; all names are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
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


def test_an_office_alone_means_the_same_again() -> None:
    text = VISIT + (
        "The Minister said that cod was dear. Minister Tamm replied that herring was cheap.\n\n"
        "The Minister added that cod was healthy.\n"
    )
    assert speakers(text) == [LUND, TAMM, LUND]
