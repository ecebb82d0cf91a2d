"""Of which country somebody is, told by the clause, by the page, by who else is of it."""

from __future__ import annotations

from searchkit import Outline
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


def countries(text: str) -> dict[str, str | None]:
    outline = read(text)
    return {p.name: p.country for p in (*outline.participants, *outline.persons)}


def test_a_place_in_the_clause_of_a_name_is_before_the_nearest() -> None:
    text = """Press Conference by Jane Roe, Minister for Foreign Affairs of Ireland

Dublin, 3 May 2004

Ms. Roe: In Helsinki I will hold talks with Foreign Minister Lehtola, and in
Tallinn with Foreign Minister Kask. That is all.
"""
    assert countries(text) == {"Jane Roe": "Ireland", "Lehtola": "Finland", "Kask": "Estonia"}


def test_another_leader_at_a_summit_is_not_of_a_country_that_has_its_own() -> None:
    text = """Leaders' Meeting (Outline)
19 November 2015

On November 18 the Leaders' Meeting was held in Manila, the Philippines.
Prime Minister Hanako Morita attended it.

1. President Tanko, as the chair, stated that growth must reach the villages.
2. Prime Minister Morita explained insurance, and President Ochoa of Peru expressed interest in it.
"""
    assert countries(text) == {"Hanako Morita": "Japan", "Tanko": "Philippines", "Ochoa": "Peru"}


def test_whose_journey_a_title_tells_is_of_those_who_write() -> None:
    text = """Prime Minister Morita's Attendance at the Summit (Overview)

17 November 2014

1. From November 14 to 16, Prime Minister Hanako Morita visited Brisbane to attend the summit.
2. President Yalçın stated that Turkey would prepare it. Chancellor Weber spoke of cod.
"""
    assert countries(text)["Yalçın"] == "Turkey"


def test_the_weekly_of_a_government_tells_whose_prime_minister_it_is() -> None:
    text = """JapanGov Weekly

Visit of the Secretary of Energy

[Provisional Translation]

On March 9, 2018, Prime Minister Jan Roe received Mr. Walter Vane at the Prime Minister's Office.
"""
    assert countries(text)["Jan Roe"] == "Japan"


def test_those_who_lead_the_sides_meet_though_the_verb_stands_but_once() -> None:
    text = """The 6th Export Control Dialogue between Norway and Belarus
27 February 2015

1. On February 26, the 6th Dialogue was held in Minsk. The
Norwegian side was headed by Mr. Jan Roe, Director for Ports, and the
Belarusian side by Mr. Ivan Sak, Director for Trade.

2. Both sides explained their systems.
"""
    assert [p.name for p in read(text).participants] == ["Jan Roe", "Ivan Sak"]


def test_whom_somebody_will_meet_on_a_journey_is_of_the_country_told_before() -> None:
    text = """Foreign Minister Hanako Morita's Visit to Portugal and Tunisia

4 October 2013

1. Foreign Minister Hanako Morita is scheduled to visit Portugal and Tunisia from October 9 to 13.

2. In Portugal, Minister Morita will discuss cod with Foreign Minister Rui Moura.

3. In Tunisia, Minister Morita will seek to promote cooperation on ports, on nets and on many other
matters, and pay a courtesy call on President Slim Youssef.
"""
    assert countries(text) == {
        "Hanako Morita": "Japan", "Rui Moura": "Portugal", "Slim Youssef": "Tunisia"
    }  # fmt: skip


def test_the_wife_of_a_minister_takes_none_of_his_words() -> None:
    text = """Japan-Kenya Summit Meeting

February 8, 2024

On February 8, Mr. TANABE Ichiro, Prime Minister of Japan, held a meeting with Dr. Samuel Odo,
President of Kenya. A dinner was hosted by Prime Minister and Mrs. TANABE.

1. Prime Minister Tanabe stated that cod was dear.
"""
    outline = read(text)
    assert [s.speaker for p in outline.passages for s in p.statements] == ["TANABE Ichiro"]


def test_all_who_meet_speak_after_words_that_lead_in() -> None:
    text = """Ministerial Meeting of the Forum

February 8, 2024

On February 8, the Meeting was held in Suva. Mr. Jan Roe, Minister for Trade of Norway, attended.

1. During the meeting, participants exchanged views on cod.

2. The leaders of each country condemned the storm.

3. In Suva, ministers of old condemned nothing.
"""
    said = [(p.section, s.speaker) for p in read(text).passages for s in p.statements]
    assert said[:2] == [("1", "Both sides"), ("2", "Both sides")]
