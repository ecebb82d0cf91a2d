"""Where people met, of several places told: rules propose one, learnt weights may know better."""

from __future__ import annotations

import pytest
from heads import head_of

from searchkit.outlines.header.told_places import NONE, told_places
from searchkit.outlines.sections.layout import read_layout

_TALK = "\n\nMinister Roe said that the harbour would open. Mr. Doe asked when.\n"


def _told(text: str) -> dict[str, set[str]]:
    return {one.words: one.signs for one in told_places(text, read_layout(text))}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # A word cut short within the name.
        (
            "Talks on cod\n9 November 2005\n\nPresident Roe met Minister Doe at the Palais d'Aval"
            " on 9 November 2005.",
            "Palais d'Aval",
        ),
        # The capital that a day is told with, not the country of the visit.
        (
            "Official Visit to Norland\n\nOslo, 3 May 2004\n\nMinister Roe met Minister Doe in Oslo"
            " on 2 May.",
            "Oslo",
        ),
    ],
)
def test_where_they_met(text: str, place: str | None) -> None:
    assert head_of(text + _TALK)["place"] == place


def test_places_are_told_with_what_tells_of_them() -> None:
    told = _told(
        "Talks in Oslo\n\n3 May 2004\n\nMinister Roe met Minister Doe at Cod Hall, Oslo, on 3 May."
        " She had signed a treaty in Paris in 1999, and the Ambassador in Rome sat in." + _TALK
    )
    assert NONE in told
    assert {"title:in", "said:0", "said:at"} <= told["Oslo"]
    assert "longer:tail" in told["Oslo"]
    assert "said:earlier" not in told["Cod Hall"]
    # What was signed somewhere, and where somebody is posted, is no place of talks.
    assert not {"Paris", "Rome"} & told.keys()


@pytest.mark.parametrize("words", ["in May", "at the Cod Forum", "in NOPQ", "to Ms. Roe"])
def test_what_is_no_place(words: str) -> None:
    assert set(_told(f"Talks on cod\n\n3 May 2004\n\nMinister Roe spoke {words} of eels.")) == {
        NONE
    }
