"""Who speaks by the office that the head of the page gives; all names are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.readers import Given
from searchkit.thesaurus import Thesaurus

TEXT = """# Doorstop, Cork

14 March 2023

{label}: Good morning. I spoke with Minister Tamm about cod.

Journalist: Is cod dear?

{label}: It is not.
"""


def speakers(site: str, label: str, text: str = TEXT) -> set[str]:
    """Who speaks in a transcript under ``label``, in a page headed ``site``."""
    text = text.format(label=label)
    outline = parse(text, id="x", thesaurus=Thesaurus([]), given=Given(site=site))
    return {one.speaker for passage in outline.passages for one in passage.statements}


@pytest.mark.parametrize(
    ("site", "label"),
    [
        ("Minister for Foreign Affairs\nSenator the Hon Jane Roe", "Minister"),
        ("Minister for Foreign Affairs\nSenator the Hon Jane Roe", "FOREIGN MINISTER"),
        ("The Hon Jane Roe MP\nTreasurer of Ruritania", "Treasurer"),
        ("Skip to content\nJane Roe\nPrime Minister of Norway", "Prime Minister"),
        ("Jane Roe | Prime Minister", "PRIME MINISTER"),
        ("Rt Hon Jane Roe, Minister of Trade", "Minister"),
    ],
)
def test_head_of_the_page(site: str, label: str) -> None:
    assert speakers(site, label) == {"Jane Roe"}


@pytest.mark.parametrize(
    "site",
    [
        "Minister for Foreign Affairs\nMedia Centre",
        "Minister for Foreign Affairs\nSenator the Hon Jane Roe\nDeputy Minister\nMr Sam Fen",
        "Assistant Minister for Trade\nThe Hon Jane Roe",
    ],
)
def test_nobody_or_several(site: str) -> None:
    assert "Jane Roe" not in speakers(site, "Minister")


def test_named_in_the_text() -> None:
    site = "Minister for Foreign Affairs\nSenator the Hon Jane Roe"
    text = TEXT.replace("Cork", "Cork, by Foreign Minister Hilda Lund")
    text = text.replace("{label}: Good", "MINISTER LUND: Good")
    assert speakers(site, "Minister", text) == {"Hilda Lund"}
