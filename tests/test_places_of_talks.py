"""Where people met: behind the hour, in brackets behind a country, before it, where they signed."""

from __future__ import annotations

import pytest

from searchkit import Outline
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


@pytest.mark.parametrize(
    ("beside", "place"),
    [
        ("Front Entrance Hall, Prime Minister’s Office", None),
        ("Briefing Room No. 381 Ministry of Foreign Affairs", None),
        ("In the Diet", "Diet"),
        ("Italy", None),
        ("In front of the Main Entrance, Ministry of Trade", None),
        ("Press Center, Coral Reef Center", None),
        ("Embassy of Norway in the Republic of Korea", None),
    ],
)
def test_where_the_press_is_met_stands_behind_the_hour(beside: str, place: str | None) -> None:
    outline = read(f"""Press Conference by Foreign Minister ROE Jan

Tuesday, January 17, 2017, approx. 8:52 a.m. {beside}

Minister Roe: Cod is dear. We regret it.
""")
    assert (outline.place, outline.date_published) == (place or beside, "2017-01-17")


def test_a_town_in_brackets_behind_its_country() -> None:
    outline = read("""Japan-Norway Foreign Ministers' Meeting

February 13, 2023

On February 12, Mr. Jan Roe, Minister for Foreign Affairs, visiting Germany (Munich) for the
Security Conference, held a meeting with Ms. Ida Vik, Minister of Foreign Affairs of Norway.
""")
    assert outline.place == "Munich"


def test_a_town_that_was_visited_in_a_country() -> None:
    outline = read("""Visit to Viet Nam: Second Day

May 8, 2017

On May 5 (local time), Prime Minister Jan Roe visited Haiphong City in the Socialist Republic of
Viet Nam. The Prime Minister held a meeting with Mr. Tran Minh, Prime Minister of Viet Nam.
""")
    assert outline.place == "Haiphong City"


def test_where_something_was_signed_if_the_title_tells_of_that() -> None:
    outline = read("""Signing of the Japan-Uruguay Tax Convention

September 14, 2018

1. On September 13, the Convention was signed in Montevideo by Mr. Jan Roe and Mr. Rodolfo Nin,
Minister of Foreign Affairs.

2. This Convention is expected to promote investment between the two countries.
""")
    assert outline.place == "Montevideo"


def test_the_press_that_is_met_on_a_journey_is_met_no_one_knows_where() -> None:
    outline = read("""Press Conference by Prime Minister Roe on His Visit to Kenya and Other Matters

August 30, 2022

(On his visit to Kenya; on his talks with President Odo; and in response to a report on cod)

Later today, I will leave for Kenya. I hope to hear of the drought.

I refrain from comments on cod.
""")
    assert outline.place is None
    said = [(s.speaker, s.continued) for p in outline.passages for s in p.statements]
    assert said == [("Roe", False), ("Roe", True), ("Roe", True)]


def test_an_office_in_a_title_is_no_place() -> None:
    outline = read("""Visit to Norway of Mr. Al Brito, Minister of Cod and Nets of the State of Chad

May 31, 2013

1. Mr. Al Brito, Minister of Cod and Nets of the State of Chad, will visit Norway in June.
""")
    assert outline.place in (None, "Norway")


def test_a_guest_who_paid_a_visit_was_received_nobody_tells_where() -> None:
    outline = read("""Japan-Georgia Summit Meeting

November 11, 2015

On November 11, Mr. Jan Roe, Prime Minister of Japan, held a meeting with Mr. Giorgi Vano, Prime
Minister of Georgia, who paid an Official Visit to Japan. The overview is as follows.
""")
    assert outline.place is None


def test_a_journey_to_several_countries() -> None:
    outline = read("""Visit of Prime Minister Roe to the Baltic Countries (Overview)

January 22, 2018

Prime Minister Jan Roe visited Estonia, Latvia and Lithuania from January 12 to 17.
""")
    assert outline.place == "Estonia, Latvia and Lithuania"


def test_a_capital_is_told_without_its_country_in_a_sentence() -> None:
    outline = read("""Talks on Cod (Overview)

May 31, 2013

On May 30, the Ministers' Talks on Cod were held in Lima, the Republic of Peru, for an hour.
""")
    assert outline.place == "Lima"


def test_other_towns_keep_their_country() -> None:
    outline = read("""Talks on Cod (Overview)

May 31, 2013

On May 30, the Ministers' Talks on Cod were held in Vik, Chile, for an hour.
""")
    assert outline.place == "Vik, Chile"


def test_a_capital_keeps_its_country_on_a_line_of_its_own() -> None:
    outline = read("""Talks on Cod

31 May 2013, Lima, Peru

On 30 May the ministers held talks on cod in Lima, Peru, for an hour.
""")
    assert outline.place == "Lima, Peru"


def test_hosts_welcome_their_guest_to_where_they_meet() -> None:
    outline = read("""Chile-Norway Talks

May 31, 2013

On May 30, Minister Roe of Chile held talks with Minister Ode of Norway. The gist is as follows.

1 Cod

(1) At the outset, Minister Ode welcomed Minister Roe to Oslo, and spoke of cod.

(2) Minister Roe welcomed this.
""")
    assert outline.place == "Oslo"


def test_bullets_above_a_text_are_not_where_the_place_is_told() -> None:
    outline = read("""Chile-Norway Talks (Overview)

24 October 2002

- Minister Roe met the wishes of Minister Ode on cod.
- Minister Ode announced a conference.
- Minister Roe said that talks on eels would be considered.
On 23 October, talks were held in Oslo between Minister Roe of Chile and Minister Ode of Norway.
""")
    assert outline.place == "Oslo"


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("COUNCIL HEARS OF COD IN VIK UNTIL 15 JULY", "Vik"),
        ("COUNCIL EXTENDS MANDATE OF HARBOUR MISSION IN VIK UNTIL 15 JULY", None),
        ("COUNCIL MEETS MINISTER ROE IN OSLO WITHOUT RESULT", "Oslo"),
    ],
)
def test_small_words_end_the_name_of_a_place_in_capitals(title: str, place: str | None) -> None:
    outline = read(f"{title}\n\n3 May 2004\n\nMinister Roe said that cod was dear.\n")
    assert outline.place == place


def test_a_chancellery_is_a_house() -> None:
    said = "Chancellor Roe received Minister Doe for talks over lunch at the Cod Chancellery."
    assert read(f"Talks on Cod\n\n3 May 2004\n\n{said}\n").place == "Cod Chancellery"


@pytest.mark.parametrize("head", ["Joint media release with:", "Statement issued jointly by:"])
def test_with_whom_a_text_is_issued_tells_nothing_of_where(head: str) -> None:
    lines = (head, "- The Hon Ida Ode MP, Minister for Trade", "- The Hon Jan Fen, Treasurer")
    said = "Minister Ode yesterday hosted Minister Doe of Chile, an old friend, in Hull."
    outline = read("\n".join(["Talks with Chile\n", *lines, "\n3 May 2004\n", said, ""]))
    assert (outline.title, outline.boilerplate) == ("Talks with Chile", lines)
    assert ([passage.text for passage in outline.passages], outline.place) == ([said], "Hull")
