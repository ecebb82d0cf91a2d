"""What is moved and decided, in lines of its own; the names are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.sections.layout import read_layout

FRONT = "Vik Town Council\n\nMinutes of the Meeting\n\n3 May 2004\n\n1. Cod\n\n"
SAID = "Councillor Roe said that cod was dear.\n\n"
MOVED = "Moved by: Councillor Roe\nSeconded by: Councillor Fen\n"
MOTIONS = [
    MOVED + "THAT cod be sent.\nCARRIED",
    "Resolution No. 2004-12\n" + MOVED + "THAT cod be sent.\n\nCarried unanimously.",
    "Moved by Councillor Roe\nSeconded by Councillor Fen\n\nThat cod be sent.\n\nCarried",
    "MOVED Councillor Roe\nSECONDED Councillor Fen\nThat cod be sent.\nLOST 3-4",
    "On the proposal of Councillor Roe\nSeconded by Councillor Fen\nAnd agreed, cod was sent.",
    "DECISION:\nThe Board took note of cod.",
    "RESOLVED:\n\nThat cod be sent.",
    "Action item:\nIda Fen to send cod by May.",
]


@pytest.mark.parametrize("motion", MOTIONS)
def test_a_motion_is_one_paragraph(motion: str) -> None:
    layout = read_layout(f"{FRONT}{SAID}{motion}\n\n2. Eels\n\nNone.\n")
    texts = [layout.text[block.start : block.end] for block in layout.blocks]
    assert texts == [SAID.strip(), motion, "None."]
    assert [section.heading for section in layout.sections] == ["Cod", "Eels"]


def test_what_became_of_a_motion_is_no_heading() -> None:
    moved = "Councillor Roe moved that cod be sent."
    text = f"{FRONT}{moved}\n\nMOTION CARRIED\n\n{SAID}2. Eels\n\nNone.\n"
    assert [section.heading for section in read_layout(text).sections] == ["Cod", "Eels"]


def test_what_is_moved_by_somebody_in_a_sentence_is_no_motion() -> None:
    said = "Moved by the news, Councillor Roe thanked all.\n\nThat cod was dear was known."
    layout = read_layout(f"{FRONT}{said}\n")
    assert [layout.text[b.start : b.end] for b in layout.blocks] == said.split("\n\n")
