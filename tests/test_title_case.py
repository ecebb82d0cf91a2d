"""A title in capitals tells what the same title tells in small letters."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus

BODY = """
June 9, 2003

1. Foreign Minister Roe stated that there was less cod than before. ASEAN was told of it.
2. The two Ministers agreed to meet again.
"""


def read(title: str) -> Outline:
    return parse(title + "\n" + BODY, id="x", thesaurus=Thesaurus.default())


@pytest.mark.parametrize(
    "title",
    [
        "Visit to Oman and Qatar by Foreign Minister Roe",
        "Meeting between Foreign Minister Roe and the Norwegian Foreign Minister in Oslo",
        "Record of a Conversation with the Ambassador of Chile on 4th June 2003",
        "ASEAN Foreign Ministers' Meeting on the Occasion of the Conference on Fish in Vik",
    ],
)
def test_a_title_in_capitals_tells_the_same(title: str) -> None:
    plain, shouted = read(title), read(title.upper())
    assert shouted.title == title.upper()
    assert shouted.text == plain.text.replace(title, title.upper())
    for told in ("date_meeting", "place", "occasion", "participants", "persons", "passages"):
        mine, theirs = getattr(shouted, told), getattr(plain, told)
        if told == "passages":
            mine, theirs = [p.statements for p in mine], [p.statements for p in theirs]
        assert mine == theirs, told
