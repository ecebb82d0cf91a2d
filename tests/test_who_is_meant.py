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


SITTING = """NORTHERN ASSEMBLY
Fourth Sitting
14 May 1974

The sitting was opened at 10.5 a.m. with M. De Roe, President of the Assembly, in the Chair.

THE PRESIDENT (Translation)  We now come to the debate. I call Mr. Vik.

Mr. VIK (Norway)  Mr. President, we are late. There are thirty ships in these waters.

Mrs. ODE (Malta) (Translation)  I have only one question. Who is to pay?

THE PRESIDENT (Translation)  {} anyone else wish to speak? The debate is closed.

The draft recommendation was adopted unanimously.
"""


@pytest.mark.parametrize("opener", ["Does", "Will", "Can", "Did"])
def test_a_label_without_a_colon_may_have_brackets_and_a_question_behind_it(opener: str) -> None:
    outline = parse(SITTING.format(opener), id="x", thesaurus=Thesaurus([]))
    said = [one.speaker for passage in outline.passages for one in passage.statements]
    assert said == ["De Roe", "De Roe", "Vik", "Vik", "ODE", "ODE", "De Roe", "De Roe"]
    assert [p.name for p in outline.participants] == ["De Roe", "Vik", "ODE"]


@pytest.mark.parametrize(
    ("office", "epithet"),
    [
        ("Prime Minister", "The Government leader"),
        ("Prime Minister", "The Cabinet chief"),
        ("Prime Minister", "The head of government"),
        ("President", "The State leader"),
        ("President", "The head of state"),
        ("Party General Secretary", "The Party chief"),
        ("Chairwoman of the National Assembly", "The top legislator"),
        ("Chairwoman of the National Assembly", "The NA leader"),
        ("Foreign Minister", "The top diplomat"),
    ],
)
def test_an_epithet_is_whoever_holds_such_an_office(office: str, epithet: str) -> None:
    text = (
        f"Talks in Oslo\n\n3 May 2011\n\nNorwegian {office} Ida Roe received Maltese Minister of "
        f"Trade Otto Vik in Oslo.\n\n{epithet} urged Malta to buy cod.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus([]))
    assert [one.speaker for one in outline.passages[-1].statements] == ["Ida Roe"]


def test_an_office_in_its_first_letters_stands_before_whom_a_sentence_is_about() -> None:
    text = (
        "Visit by Senior Minister of State Otto Vik to Malta\n\n3 May 2011\n\nSenior Minister of "
        "State Otto Vik visited Malta.\n\nSMS Vik met Minister Hugo Roe. Minister Roe said that "
        "cod was dear.\n\nSMS Vik also called on Minister Adam Ode. He raised the price of cod.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus([]))
    assert [one.speaker for one in outline.passages[-1].statements] == ["Otto Vik"]


def test_an_initial_is_spelt_as_in_the_text() -> None:
    text = (
        "Talks in Oslo\n\n3 May 2011\n\nState Secretary B.Roe met Minister O. Vik in Oslo.\n\n"
        "Mr. Roe said that cod was dear.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus([]))
    assert [one.speaker for one in outline.passages[-1].statements] == ["B.Roe"]
    assert [p.name for p in outline.participants] == ["B.Roe", "O. Vik"]


def test_doubts_are_shared_by_whoever_stands_before_an_office_and_a_place() -> None:
    text = "Ms. Ida Roe, Vice President, Ode Petroleum, Houston, shared these."
    assert speakers(f"Minister Sawada voiced doubts. {text}") == [SAWADA, "Ida Roe"]


TOLD = """The Prime Minister, Otto Vik, received me in Oslo yesterday.

He said that cod was dear. I asked whether it would stay so. We agreed to meet again.
"""


@pytest.mark.parametrize(
    ("head", "writer"),
    [
        (
            "No. 118\nSECRET\n\nMemorandum by Ida Ann Roe\non a talk in Oslo\n\n3 May 1962",
            "Ida Ann Roe",
        ),
        (
            "No. 214\nMemorandum of Conversation, by the Deputy Director of the Office of North\n"
            "European Affairs (Roe)1\n\n3 May 1954\n\nParticipants: Mr. Otto Vik\nNEA—Mr. Roe",
            "Roe",
        ),
        (
            "CONFIDENTIAL\n\nTALKS IN NORWAY\n\nSir Hugo Roe to the Earl of Ode. (Received 24 July)"
            "\n\n(No. 41. Confidential)\nOslo, 18 July, 1963.\n\nMy Lord,",
            "Hugo Roe",
        ),
        (
            "FROM OSLO TO FOREIGN OFFICE\n(By Bag)\n\nSir H. Roe, Her Majesty's Ambassador\n"
            "No. 412\n12th April, 1957\n\nCONFIDENTIAL\n\nMy telegram No. 405: Cod.",
            "H. Roe",
        ),
    ],
)
def test_whoever_wrote_a_record_is_the_one_who_says_i(head: str, writer: str) -> None:
    outline = parse(f"{head}\n\n{TOLD}", id="x", thesaurus=Thesaurus([]))
    said = [one.speaker for one in outline.passages[-1].statements]
    assert said == ["Otto Vik", writer, BOTH_SIDES]


def test_who_is_met_is_meant_by_the_pronoun_of_another_gender() -> None:
    text = (
        "Ms. Brekke thanked Prime Minister Ole Ode.\n\nOde agreed. He wished her well.\n\n"
        "In Bergen, Ms. Brekke held talks with chief negotiator Quill Varn. He confirmed that cod "
        "was dear."
    )
    assert speakers(text) == ["Quill Varn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Sawada restated it. Ms. Brekke did likewise for Norway.", [SAWADA, BREKKE]),
        ("Minister Sawada hoped for cod. Ms. Brekke was less certain.", [SAWADA, BREKKE]),
        ("The number was put by Minister Brekke at 18 million.", [BREKKE]),
        ("Minister Sawada volunteered the help of Japan.", [SAWADA]),
        ("Ms. Brekke pleaded the state of the cod.", [BREKKE]),
        ("The ministers spoke with one voice on cod.", [BOTH_SIDES]),
        ("The proposal was generally approved by the ministers.", [BOTH_SIDES]),
    ],
)
def test_what_tells_that_somebody_spoke(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
