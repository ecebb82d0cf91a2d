"""Press conferences with parts: opening remarks with headings of their own, and what is asked."""

from __future__ import annotations

from searchkit import Outline
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

HEAD = """Press Conference by Foreign Minister ROE Jan

Friday, March 15, 2013, 9:42 a.m. Ministry of Foreign Affairs

"""


def read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


def headed(text: str) -> list[tuple[str, str | None]]:
    return [(s.id, s.heading) for s in read(HEAD + text).sections]


def test_opening_remarks_have_headings_of_their_own() -> None:
    text = """Opening Remarks

Visit to Norway by the Minister

Mr. Jan Roe, Minister for Foreign Affairs: I will go to Norway. That is far.

Cod

Minister Roe: Cod is dear. That is all from me.

Nets

Vane, Daily Echo: Are nets dear? I hear so.

Minister Roe: They are. We regret it.
"""
    assert headed(text) == [
        ("1", "Opening Remarks"),
        ("1.1", "Visit to Norway by the Minister"),
        ("1.2", "Cod"),
        ("2", "Nets"),
    ]


def test_numbered_remarks_stand_under_the_opening_though_words_come_first() -> None:
    text = """Opening Remarks

Foreign Minister ROE Jan: I have two announcements at the outset.

(1) Visit to Norway

Foreign Minister ROE: I will go to Norway.

(2) Cod

Foreign Minister ROE: Cod is dear. That is all from me.

Nets in the U.S.

Vane, Daily Echo: Are nets dear? I hear so.

Foreign Minister ROE: They are. We regret it.
"""
    assert headed(text) == [
        ("h1", "Opening Remarks"),
        ("h1.1", "Visit to Norway"),
        ("h1.2", "Cod"),
        ("h2", "Nets in the U.S."),
    ]


def test_a_session_of_questions_is_a_part_though_it_is_the_only_one() -> None:
    text = """Question-and-Answer Session

Reporter: Is cod dear?

Minister ROE: It is. We regret it.
"""
    assert headed(text) == [("1", "Question-and-Answer Session")]


def test_houses_stand_before_those_who_ask_for_them() -> None:
    text = """Opening remarks

Mr. Jan Roe, Press Secretary, Ministry of Trade: Cod is dear. Nets are dear.

Cod

NHK, Vane: Is cod dear? I hear so.

Press Secretary Roe: It is.

Freelance, Doe: Are nets?

Press Secretary Roe: They are.

Kyodo News, Tam: Are boats?

Press Secretary Roe: They are.
"""
    outline = read(HEAD.replace("Foreign Minister", "Press Secretary") + text)
    said = [s.speaker for p in outline.passages for s in p.statements if not s.continued]
    assert said == ["ROE Jan", "Vane", "ROE Jan", "Doe", "ROE Jan", "Tam", "ROE Jan"]
    assert [p.country for p in outline.persons if p.name in ("Vane", "Doe", "Tam")] == [None] * 3


def test_numbers_of_pictures_are_no_anchors_of_notes() -> None:
    text = """Norway-Chile Foreign Ministers' Meeting

October 26, 2019

  • Norway-Chile Foreign Ministers' Meeting1
  • Norway-Chile Foreign Ministers' Meeting2
On October 26, Ms. Kari Holm, Minister of Foreign Affairs of Norway, held a meeting with Mr. Juan
Vela, Minister of Foreign Affairs of Chile. The overview of the meeting is as follows.

1 Opening Remarks

  1. Minister Vela welcomed the visit and stated that cod was dear.
  2. Minister Holm expressed her gratitude for the hospitality.

2 Norway-Chile Relations

  1. The two ministers shared the view that a visit in spring should succeed.
  2. Minister Holm urged Chile to lift restrictions on nets.
"""
    ids = [(s.id, s.heading) for s in read(text).sections]
    assert ids == [
        ("1", "Opening Remarks"), ("1.1", None), ("1.2", None),
        ("2", "Norway-Chile Relations"), ("2.1", None), ("2.2", None),
    ]  # fmt: skip
