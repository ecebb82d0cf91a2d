"""Pages as crawlers keep them: what a site says around a text, and what lines of it are cut to."""

from __future__ import annotations

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


def people(outline: Outline) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.role, p.country) for p in (*outline.participants, *outline.persons)]


def said(outline: Outline) -> list[tuple[str, str]]:
    return [
        (s.speaker, outline.text[s.start : s.end]) for p in outline.passages for s in p.statements
    ]


def test_what_a_site_sets_above_its_pages_is_no_title() -> None:
    outline = read("""\
View settings

Font size:
Site colours:

Transcripts   /

Meeting with Boro Kulov

February 3, 2017, The Citadel, Vik

President of Norland Pyotr Sand: Mr Kulov,

I am very glad to see you.

Boro Kulov: So am I.

Pyotr Sand: Cod is dear.
""")
    assert outline.title == "Meeting with Boro Kulov"
    assert said(outline) == [
        ("Pyotr Sand", "Mr Kulov,"),
        ("Pyotr Sand", "I am very glad to see you."),
        ("Boro Kulov", "So am I."),
        ("Pyotr Sand", "Cod is dear."),
    ]


def test_a_lead_in_is_no_title() -> None:
    outline = read("""\
Department of State
As stated by Spokesperson Jo Ode:
Secretary of State Jane Roe spoke today with Danish Foreign Minister Ole Doe to discuss cod. The
Secretary emphasized the importance of herring.
""")
    assert "title" in outline.derived


def test_a_title_told_twice_is_told_once() -> None:
    outline = read("""\
Secretary Roe's Call with Danish Foreign Minister Doe
hide
Secretary Roe's Call with Danish Foreign Minister Doe
Readout
April 9, 2024
Secretary of State Jane Roe spoke today with Danish Foreign Minister Ole Doe. They discussed cod.
""")
    assert outline.title == "Secretary Roe's Call with Danish Foreign Minister Doe"


def test_a_page_kept_for_long_tells_the_office_of_then() -> None:
    outline = read("""\
Kuwait City

15 January 2013

Readout of the Secretary-General's meeting with H.E. Mr. Jon Roe, Secretary of State of Norway

Oh Min-jun, Former Secretary-General

The Secretary-General met today with the Secretary of State of Norway, Jon Roe, in Kuwait City.

The Secretary-General stressed the need for cod.
""")
    assert people(outline) == [
        ("Jon Roe", "Secretary of State", "Norway"),
        ("Oh Min-jun", "Secretary-General", None),
    ]
    assert said(outline)[-1][0] == "Oh Min-jun"


def test_the_day_of_something_else_is_not_that_of_the_meeting() -> None:
    outline = read("""\
Deputy Secretary Roe's Meeting with Latvian Foreign Minister Doe

Deputy Secretary of State Jane Roe met with Latvian Foreign Minister Juris Doe. The Deputy
Secretary welcomed Latvia's February 10 announcement of talks on cod.
""")
    assert outline.date_meeting is None
