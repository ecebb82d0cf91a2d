"""Documents damaged as files are: cut off, broken elsewhere, put together, signs lost or added.

Whatever is left of them is read: nothing raises, and no passage claims what does not stand there.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus

JUDGED = Path(__file__).parent / "judged" / "documents"
TEXTS = [path.read_text("utf-8") for path in sorted(JUDGED.glob("*.txt"))[::17]]
SIGNS = '()[]{}"“”:;,.-–—*•1aIQ\n \t'


MET = "Foreign Minister Ode met Foreign Minister Bly of Norland. "


def read(text: str) -> Outline:
    return parse(text, id="damaged", thesaurus=Thesaurus.default())


def damage(text: str, random: Random) -> str:
    """``text`` with one thing done to it."""
    lines = text.split("\n")
    at = random.randrange(len(text) + 1)
    kind = random.randrange(9)
    if kind == 0:
        return text[:at]
    if kind == 1:
        return text[at:]
    if kind == 2:
        random.shuffle(lines)
        return "\n".join(lines)
    if kind == 3:
        return "".join(sign for sign in text if random.random() > 0.03)
    if kind == 4:
        return "".join(
            sign + (random.choice(SIGNS) if random.random() < 0.03 else "") for sign in text
        )
    if kind == 5:
        within = random.randrange(len(lines))
        return "\n".join([*lines[:within], random.choice(TEXTS), *lines[within:]])
    if kind == 6:
        return text.replace("\n", " ")
    if kind == 7:
        return text.replace(" ", "\n")
    return text.upper() if random.random() < 0.5 else text.lower()


@given(st.sampled_from(TEXTS), st.integers(1, 2), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_a_damaged_document_is_read(text: str, times: int, random: Random) -> None:
    for _ in range(times):
        text = damage(text, random)
    found = read(text)
    last = 0
    for passage in found.passages:
        assert found.text[passage.start : passage.end] == passage.text
        assert passage.start >= last
        last = passage.end
        for said in passage.statements:
            assert passage.start <= said.start < said.end <= passage.end


@pytest.mark.parametrize(
    "text",
    [
        "during her visit to (",
        "They met on the occasion of the Cod Summit (" + "Norway, Oman, " * 20,
        "[Date]\nJuly",
        "CONFERENCE:\nMONDAY",
        MET + "The Foreign Minister ",
        "3.-\n\nMinutes:\n\nRESOLVED record.\n\n4.\n\nMinutes:",
    ],
)
def test_what_once_ended_no_reading_or_raised(text: str) -> None:
    assert read(text).passages is not None
