"""Who is meant by ``the latter``, ``by her``, ``on both sides``; all names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

OPENING = """Japan-Norway Foreign Ministers' Meeting
May 3, 2006

On May 3, Foreign Minister Naoki Sawada met with Ms. Liv Brekke, Minister
of Foreign Affairs of Norway, in Oslo.

"""
SAWADA, BREKKE = "Naoki Sawada", "Liv Brekke"
JAPAN, NORWAY = "Japanese side", "Norwegian side"


def speakers(text: str) -> list[str]:
    outline = parse(f"{OPENING}{text}\n", id="x", thesaurus=Thesaurus([]))
    return [one.speaker for one in outline.passages[-1].statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Japanese side briefed the Norwegian side on cod. The latter commended the plan.",
            [JAPAN, NORWAY],
        ),
        (
            "The Japanese side briefed the Norwegian side on cod. The former added that it was "
            "dear.",
            [JAPAN, JAPAN],
        ),
        ("Japan asked Norway for more cod. The latter said it would see.", [JAPAN, NORWAY]),
        (
            "Minister Sawada briefed Ms. Brekke on Prime Minister Ode's journey. The latter "
            "welcomed it. She hoped for more.",
            [SAWADA, BREKKE, BREKKE],
        ),
        (
            "Minister Sawada told Ms. Brekke that Prime Minister Ode had been in Lima. The former "
            "added that cod was dear. He promised a paper.",
            [SAWADA, SAWADA, SAWADA],
        ),
    ],
)
def test_the_latter_is_one_of_the_two_named_before(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Japanese side was told by her that cod was dear.", [BREKKE]),
        ("It was explained by him that cod was dear.", [SAWADA]),
        ("It was felt on both sides that cod was dear.", [BOTH_SIDES]),
        ("It was felt on the Norwegian side that cod was dear.", [NORWAY]),
        ("It was pointed out on the Norwegian side that cod was dear.", [NORWAY]),
        ("It was made plain from the Japanese side that cod was dear.", [JAPAN]),
        ("From the Japanese side it was made clear that cod was dear.", [JAPAN]),
        ("It was made known by Minister Brekke that cod was dear.", [BREKKE]),
        ("The way was made clear for the ships.", []),
        ("“Not yet”, was Minister Brekke's answer.", [BREKKE]),
    ],
)
def test_who_says_what_in_the_passive(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Sawada praised cod. (Ms. Brekke laughed and agreed.)", [SAWADA, BREKKE]),
        ("Minister Sawada praised cod. (Ms. Brekke then left.)", [SAWADA]),
        ("Asked Ms. Brekke: would cod be dear?", [BREKKE]),
        ("Answered Mr. Sawada, “Not yet.”", [SAWADA]),
        ("Thanked Minister Sawada, who had left, for all.", []),
        ("Minister Brekke was outspoken: cod was dear.", [BREKKE]),
        ("Minister Brekke was ill: cod was dear.", []),
        ("“Cod is dear”, says Mr Sawada.", [SAWADA]),
        ("Minister Brekke shared her Government's calendar for the talks.", [BREKKE]),
        ("Minister Brekke shared a meal with him.", []),
        ("Minister Brekke called this splendid news.", [BREKKE]),
        ("Minister Brekke called it a gift.", [BREKKE]),
        ("Minister Brekke called this meeting to order.", []),
    ],
)
def test_further_ways_of_saying_something(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
