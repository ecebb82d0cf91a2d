"""Of which country those are of whom only what stands around a text, or around a name, tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from searchkit import Outline
from searchkit.outlines.parser import parse, read_outline
from searchkit.readers.web import read_html
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


def countries(text: str) -> dict[str, str | None]:
    outline = read(text)
    return {p.name: p.country for p in (*outline.participants, *outline.persons)}


@pytest.mark.parametrize(
    "around",
    [
        ("gov.example Website of the Republic of Poland\n\n", ""),
        ("Republic of Poland | Ministry for Fish | Contact\n\n", ""),
        ("", "\n\nPress Release: Polish Government"),
    ],
)
def test_a_page_that_tells_whose_it_is_in_one_of_its_parts(around: tuple[str, str]) -> None:
    text = f"""{around[0]}Minister Jan Roe meets the Director of the Cod Fund{around[1]}

3 May 2021

Minister for Fish Jan Roe met the Director of the Cod Fund, Ms. Ida Fen, in Vik today.
"""
    assert countries(text)["Jan Roe"] == "Poland"


def test_the_head_of_a_web_page_tells_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(
        "<html><head><title>Talks on Cod</title></head><body><header><a>The Ministry of Foreign"
        " Affairs of the Kingdom of Norway</a><nav><a>News</a></nav></header><main><h1>Talks on"
        " Cod with Minister Ode</h1><p>2 July 2021</p><p>On July 2, Foreign Minister Ida Fen held"
        " talks with Minister Jan Ode of Oman in Vik.</p><p>Ms Fen spoke of cod.</p></main></body>",
        encoding="utf-8",
    )
    found = {p.name: p.country for p in read_outline(path).participants}
    assert found == {"Ida Fen": "Norway", "Jan Ode": "Oman"}


def test_the_head_of_an_article_does_not_tell_whose_page_it_is() -> None:
    page = (
        "<html><head><title>Talks on Cod</title></head><body><header><a>Ports Weekly</a></header>"
        "<article><header><h1>Talks on Cod</h1><p>President of Oman</p></header><p>Minister Roe met"
        " Minister Doe of Norway. She said that ports stay open for everybody who sails.</p>"
        "</article></body></html>"
    )
    assert read_html(page.encode())[3].site == "Ports Weekly"


def test_whoever_meets_a_guest_at_a_seat_of_government_is_of_it() -> None:
    text = """President Roe's Meeting with Swiss Minister

6 November 2018

President Roe met Swiss Minister for Fish Jan Ode at the main building of Cheong Wa Dae.
"""
    assert countries(text)["Roe"] == "South Korea"


def test_who_calls_two_others_is_of_those_who_write() -> None:
    text = """THE WHITE HOUSE

Readout on President Roe's Calls to President Fen of Peru and President Ode of Ghana

June 21, 2009

Below is a readout from Press Secretary Ann Poe on President Roe's calls:

President Roe called President Fen of Peru on Saturday. He offered help.

President Roe spoke on Sunday with President Ode of Ghana. He spoke of cod.
"""
    told = countries(text)
    assert [told[name] for name in ("Roe", "Fen", "Ode")] == ["United States", "Peru", "Ghana"]


def test_embassies_and_desks_tell_the_countries_of_those_on_a_list() -> None:
    text = """Memorandum of a Conversation, Department of State, Washington, April 12, 1957

SUBJECT
- Cod
PARTICIPANTS
- Ambassador Fen, Icelandic Embassy
- Mr. Bjarni Doe, Counselor, Embassy of Iceland
- Secretary Roe
- Mr. Robert Poe, EUR/NE (notetaker)

Ambassador Fen called at his own request. He said that cod was dear.

Mr. Roe replied that it was.
"""
    told = countries(text)
    assert told["Fen"] == told["Bjarni Doe"] == "Iceland"
    assert told["Roe"] == told["Robert Poe"] == "United States"


def test_a_speaker_in_brackets_under_a_heading_sits_on_no_bench() -> None:
    text = """Japan-China Foreign Ministers' Meeting

18 March 2003

A meeting was held between Minister for Foreign Affairs Ida Fen and Minister of Foreign Affairs
Jan Ode.

1. Oman

(Foreign Minister Fen)

Cod is dear there.
"""
    assert countries(text)["Ida Fen"] != "Oman"


def test_a_letter_that_a_traveller_brings_is_not_of_the_host() -> None:
    text = """Visit to the Sultanate of Oman by Ms. Reiko Morita, Minister for Fish (February 8)

February 9, 2009

During her visit to the Sultanate of Oman, Minister Morita was received by His Majesty Sultan Tarik
on February 8 and gave him a letter from Prime Minister Roe. She spoke of cod.
"""
    assert countries(text)["Roe"] != "Oman"


def test_who_governs_a_region_is_of_those_who_write() -> None:
    text = """Working meeting with Governor of Vik Region Jan Ode

Ida Fen had a working meeting with Governor of Vik Region Jan Ode.

February 18, 2016

13:40

The Kremlin, Moscow

Mr Ode reported to the President on cod.

President of Russia Ida Fen: Mr Ode, let us begin with cod.

Governor of Vik Region Jan Ode: Yes. Cod accounts for most of it.

Ida Fen: Good.
"""
    assert countries(text)["Jan Ode"] == "Russia"


def test_a_secretary_general_of_a_ministry_is_of_its_state() -> None:
    text = """Consultations

26 November 2021

The talks were held in Vik. The side from Vik was led by Ms. Ida Fen, Secretary General, Ministry of
Fish of Norway, and the Indian side by Mr. Jan Ode, Secretary.
"""
    assert countries(text)["Ida Fen"] == "Norway"


def test_letters_of_other_countries_names_tell_whose_minister_none_is() -> None:
    text = """Minister Roe visits Latvia

12 September 2014

Foreign Minister Jan Roe of Germany met his Latvian counterpart Ilmārs Ode in Vik.

On Friday Mr. Roe opened a school together with Education Minister Ida Kļava.
"""
    assert countries(text)["Ida Kļava"] == "Latvia"


def test_an_office_that_the_publisher_has_as_well_is_its_own() -> None:
    text = """Government of Pakistan
Ministry of Foreign Affairs

Foreign Secretary Speaks of Cod

Foreign Secretary Jan Roe spoke to Deputy Minister Ida Fen of Canada on 10 June 2021. Fish from
London, Ontario, was dear.
"""
    assert countries(text)["Jan Roe"] == "Pakistan"


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of External Affairs - Sri Lanka",
        "MFA Sri Lanka",
        "Archive of the official site of the 2008-2012 Prime Minister of Sri Lanka",
    ],
)
def test_a_line_above_the_title_that_tells_whose_page_it_is(line: str) -> None:
    text = f"""{line}
Home | Contact

Ministers Speak of Cod

3 May 2014

Professor Jan Roe, Minister of External Affairs, and Ms. Ida Fen, Minister of Foreign Affairs of
Seychelles, held talks in Vik.
"""
    assert countries(text) == {"Jan Roe": "Sri Lanka", "Ida Fen": "Seychelles"}


def test_an_hour_of_the_east_coast_tells_whose_transcript_it_is() -> None:
    text = """Remarks by President Roe and Prime Minister Fen of Denmark

September 25, 2018

4:05 P.M. EDT

PRESIDENT ROE: Cod is dear.

PRIME MINISTER FEN: It is.

END 4:09 P.M. EDT
"""
    assert countries(text) == {"Roe": "United States", "Fen": "Denmark"}
