"""Names begin with letters of any Latin alphabet, and hold them."""

from __future__ import annotations

from searchkit import Thesaurus
from searchkit.outlines.parser import parse as parse_as
from searchkit.records import Outline

THESAURUS = Thesaurus.default()

FRONT = "Outline of the talks\n\nMay 14, 2009\n\n"


def parse(text: str) -> Outline:
    return parse_as(text, id="a", thesaurus=THESAURUS)


def test_capitals_outside_western_europe_begin_a_name_in_capitals() -> None:
    outline = parse(FRONT + "NGUYỄN VĂN ĐỨC (Viet Nam), Chairman, thanked the delegates.\n")
    assert [person.name for person in outline.persons] == ["NGUYỄN VĂN ĐỨC"]
    assert [one.speaker for one in outline.passages[0].statements] == ["NGUYỄN VĂN ĐỨC"]


def test_letters_of_labels() -> None:
    turns = "MR. ŽITŇAN: We have four months left.\n\nMS. ŁUCZAK: That is enough.\n"
    outline = parse(FRONT + turns)
    said = [[one.speaker for one in passage.statements] for passage in outline.passages]
    assert said == [["ŽITŇAN"], ["ŁUCZAK"]]


def test_names_with_such_letters_do_not_make_a_paragraph_a_menu() -> None:
    told = (
        "On Tuesday Minister for Foreign Affairs Ilze Ķēniņa met in Riga with Minister for Foreign "
        "Affairs Jonas Vaičiūnaitis and with Speaker Arūnas Grinkevičiūtė, who were in Latvia."
    )
    outline = parse(f"{FRONT}{told}\n\nBoth ministers agreed to meet again.\n")
    assert outline.passages[0].text.strip() == told
