"""Short lines that head nothing: values of numbered headings, tags of pages, credits."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import Layout, read_layout
from searchkit.thesaurus import Thesaurus


def headings(layout: Layout) -> list[str]:
    return [section.heading for section in layout.sections if section.heading]


def test_a_short_line_between_two_numbers_is_the_text_of_the_first() -> None:
    layout = read_layout("""Results of the Dialogue on Cod

June 17, 2024

The second Dialogue on Cod was held in Vik.

1. Date

June 13 and 14, 2024

2. Venue

Ministry of Fisheries and Harbours, Vik, Norland

3. Outline

Ms. Roe explained the movement of herring.

Reference

Cod is dear in Norland.
""")
    assert headings(layout)[:3] == ["Date", "Venue", "Outline"]


def test_a_short_line_that_divides_an_agenda_is_a_heading() -> None:
    layout = read_layout("""Programme of the Dialogue on Cod

June 17, 2024

1. Welcome

2. Report of the harbour board

3. Ice

Fisheries and Harbours

4. Cod in the northern waters

5. Quays

The quay of Vik was opened to all ships.
""")
    assert "Fisheries and Harbours" in headings(layout)


@pytest.mark.parametrize("tags", ["  • Global Cod", "• Cod\n• Herring and Ice", "* Fisheries"])
def test_bullets_above_the_title_are_tags_of_the_page(tags: str) -> None:
    layout = read_layout(f"""Press Release

June 17, 2024
{tags}

Results of the Dialogue on Cod

The second Dialogue on Cod was held in Vik, where the ministers of both countries and the many
advisers that they had brought spoke of the harbour and of its ice for two days.
""")
    assert layout.title == "Results of the Dialogue on Cod"
    assert not headings(layout)


@pytest.mark.parametrize(
    "credit",
    [
        "– Ida Moe, Minister of Cod",
        "-- Minister Ida Moe",
        "— Ida Moe",
        "**– Ida Moe, Minister of Cod**",
        "– Ida Moe (Minister of Cod)",
        "– Ida Moe\nMinister of Cod",
        "Ida Moe, Minister of Cod",
    ],
)
def test_a_line_below_a_quotation_tells_whose_it_is(credit: str) -> None:
    text = f"""Talks on cod

May 19, 2021

Minister Ida Moe met Jan Orlo, Minister for Herring of Norland. They spoke of the harbour.

Quotes

“Cod is a home. We carry that to every table.”

{credit}

Facts

- Cod is bought in all of the eight harbours of the country.
- Herring is dear.
"""
    layout = read_layout(text)
    assert headings(layout) == ["Quotes", "Facts"]
    outline = parse(text, id="cod", thesaurus=Thesaurus.default())
    assert {one.speaker for one in outline.passages[-3].statements} == {"Ida Moe"}


def test_a_dash_before_several_lines_is_that_of_items() -> None:
    layout = read_layout("""Talks on cod

May 19, 2021

“Cod is a home. We carry that to every table.”

– Ice Harbour Fund, of Norland
– Ice Quay Fund, of Norland
""")
    assert not any("Fund" in line for line in layout.boilerplate)


@pytest.mark.parametrize("session", ["BRIEFING: 4PM TUESDAY 12 NOVEMBER 2002", "Afternoon"])
def test_a_heading_in_capitals_right_below_a_line_that_is_set_apart(session: str) -> None:
    said = (
        "Asked whether the harbour would be given a date, the spokesman said that the position was "
        "well known, and that it was to be judged by the same rules as any other harbour."
    )
    layout = read_layout(f"""Extracts from Briefings

12 November 2002

FERRIES
{said}

ICE
{said}

{session}
QUAYS AND LAMPS
{said}
""")
    assert headings(layout) == ["FERRIES", "ICE", "QUAYS AND LAMPS"]
