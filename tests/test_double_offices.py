"""One who holds two offices is one who speaks."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

MET = (
    "Talks on cod\n\nMay 3, 2004\n\n"
    "H.E. Jan Roe, Prime Minister and Minister of Foreign Affairs of Qatar, met "
    "Ms. Ida Doe, Minister of Foreign Affairs of Norway, in Vik.\n\n"
)


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("The Prime Minister and Minister of Foreign Affairs stated that cod was dear.", "Jan Roe"),
        ("The Prime Minister and the Minister of Trade stated that cod was dear.", "Both sides"),
        ("The Minister of Foreign Affairs of Norway stated that cod was dear.", "Ida Doe"),
    ],
)
def test_who_holds_two_offices_speaks_alone(said: str, speaker: str) -> None:
    outline = parse(MET + said + "\n", id="x", thesaurus=Thesaurus.default())
    assert [s.speaker for p in outline.passages for s in p.statements][-1:] == [speaker]
