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


PRESS = """\
Press Conference by Minister Roe

3 May 2004

Opening Remarks
Visit to Chile

I will visit Vik on Sunday, and hold talks on cod there with the Minister.

Question-and-Answer Session
Cod

Q: Will the subsidies end?

A: We are aware of that.

Restart of the Vik plant

Q: How do you respond?

A: I apologized.
"""


def test_a_heading_right_below_that_of_a_part_stands_under_it() -> None:
    outline = parse(PRESS, id="x", thesaurus=Thesaurus.default())
    assert [section.heading for section in outline.sections] == [
        "Opening Remarks",
        "Visit to Chile",
        "Question-and-Answer Session",
        "Cod",
        "Restart of the Vik plant",
    ]
    assert [person.name for person in (*outline.participants, *outline.persons)] == ["Roe"]


def test_a_trail_of_numbered_parts_is_set_apart() -> None:
    trail = "1. Home\n2. Press Conferences\n3. Press Conference by Minister Roe\n\n"
    outline = parse(trail + PRESS, id="x", thesaurus=Thesaurus.default())
    assert [section.heading for section in outline.sections][:1] == ["Opening Remarks"]
    assert set(trail.split("\n")[:3]) <= set(outline.boilerplate)


def test_headings_run_in_before_words_without_a_space() -> None:
    text = """\
Talks on Cod

3 May 2004

1. The Ministries of Ports of Norland and Chile held talks. Mr. Roe and Ms. Bly led them.
2. State of the ports:  Mr. Roe gave a presentation on ports. Ms. Bly reported that all was well.
3. Ferries:Ms. Bly outlined the plans for the north. Both sides agreed that they were good.
4. Cod: Mr. Roe offered to send two experts. Ms. Bly accepted the offer.
5. Both sides agreed to meet again.
"""
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    headings = [section.heading for section in outline.sections]
    assert headings == [None, "State of the ports", "Ferries", "Cod", None]
