"""Labels on lines of their own, or set off by signs; every name and sentence is invented."""

from __future__ import annotations

import pytest
from heard import heard

from searchkit.outlines.parser import parse
from searchkit.outlines.transcripts.label_lines import label_lines
from searchkit.thesaurus import Thesaurus

TURNS = (
    ("Minister", "I met Minister Doe of Oman. Minister Doe told me that cod was dear."),
    ("Question", "Was Minister Doe content?"),
    ("Minister", "I have no doubt of it."),
    ("Question", "And will cod be dearer?"),
    ("Minister", "It has not been decided."),
)
"""What is said at a press conference of one, under which labels."""
ONE = "Press Conference by Minister of Cod Jane Roe\n\n3 May 2019\n\n"
TWO = "Statements by President Ola Berg of Norway and Prime Minister Sam Hamad\n\n"
DRESSES = (
    "(%s)",
    "%s)",
    "[%s]",
    "<%s>",
    "【%s】",
    "■ %s",
    "%s:",
    "%s：",
    "(%s):",
    "- %s -",
    "### %s",
)


def turns(dress: str, gap: str) -> str:
    return "\n\n".join(dress % who + gap + words for who, words in TURNS)


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("dress", DRESSES)
def test_labels_over_words_in_any_dress(dress: str, gap: str) -> None:
    text = ONE + turns(dress, gap)
    assert [who for who, _ in heard(text, 1)] == ["Jane Roe"] * 4
    assert len(parse(text, id="x", thesaurus=Thesaurus([])).passages) == len(TURNS)


@pytest.mark.parametrize("dress", ["(%s)", "%s)", "[%s]:", "<%s>", "■ %s:", "• %s:", "%s："])
def test_labels_before_words_in_any_dress(dress: str) -> None:
    text = ONE + turns(dress, " ")
    assert [who for who, _ in heard(text, 1)] == ["Jane Roe"] * 4
    passages = parse(text, id="x", thesaurus=Thesaurus([])).passages
    assert passages[0].text.startswith(dress % "Minister")


@pytest.mark.parametrize("dress", ["(%s)", "[%s]", "%s", "■ %s"])
def test_two_who_speak_once_of_themselves(dress: str) -> None:
    text = (
        f"{TWO}{dress % 'President of Norway Ola Berg'}\n\nI am glad of the talks.\n\n"
        f"Prime Minister Hamad told me that cod was dear.\n\n"
        f"{dress % 'Prime Minister Sam Hamad'}\n\nI thank President Berg. Cod is dear.\n"
    )
    assert [who for who, _ in heard(text, 1)] == ["Ola Berg"] * 2 + ["Sam Hamad"] * 2


def test_a_question_and_its_answer_under_letters() -> None:
    text = ONE + "".join(
        f"Q.\n\nIs it {w}?\n\nMinister)\n\nI think so.\n\n" for w in ("cod", "eel")
    )
    assert heard(text, 1) == [("Jane Roe", "I"), ("Jane Roe", "I")]


def test_headings_in_brackets_over_what_is_told_stay_headings() -> None:
    text = """Meeting between Minister Roe and Minister Doe

(Minister Roe)

Minister Roe stated that cod was dear.

(Minister Doe)

Minister Doe replied that it was not.
"""
    assert label_lines(text) == []


def test_who_speaks_but_once_by_initials_as_others_do() -> None:
    text = """Minutes of the Cod Group of 9 May 2013

Present: Ida Fen, Ola Berg, Jane Roe

IF: I sent the list. Is it complete?
OB: It is not.
IF: We will add shrimp.
OB: I agree.
JR: So do I.
"""
    assert [who for who, _ in heard(text, 1)][-1] == "Jane Roe"


@pytest.mark.parametrize(
    ("president", "premier"),
    [
        ("THE PRESIDENT.", "PRIME MINISTER BLY."),
        ("The President.", "Prime Minister Bly."),
    ],
)
def test_offices_before_a_full_stop_speak(president: str, premier: str) -> None:
    text = (
        "Harlan J. Roe\n37th President of Norland: 1969 - 1974\n\n"
        "Remarks Following Discussions With Prime Minister Bly of Chile\n\nMay 15, 1973\n\n"
        f"{president} We spoke about the drought. I was glad of it.\n"
        f"{premier} Thank you, Mr. President. I asked for wheat.\n"
        "Q. Mr. President, did you speak of cod?\n"
        f"{president} We did not go into it.\n"
    )
    said = [who for who, _ in heard(text, 1)]
    assert said == ["Harlan J. Roe", "Harlan J. Roe", "Bly", "Bly", "Harlan J. Roe"]


def test_what_an_archive_tells_of_a_document_is_nobody() -> None:
    text = (
        "PRESS CONFERENCE GIVEN BY THE PRIME MINISTER, MR. JAN ROE\n"
        "Release Type: Press Conference\nTranscript ID: 2049\n19 MAY, 1969\n\n"
        "Q. Did you speak of wool?\nPM: I did. It was a full talk.\nQ. And of troops?\nPM: No.\n"
    )
    assert {who for who, _ in heard(text, 0)} == {"Prime Minister"}
