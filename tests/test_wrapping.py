"""Paragraphs whose lines were wrapped read as they do on one line: every name is invented."""

from __future__ import annotations

import textwrap
from time import process_time

import pytest

from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import Layout, read_layout
from searchkit.thesaurus import Thesaurus

TEXT = """Meeting between Minister Dahle and Minister Orlo

3 May 2004

On May 2, 2004, for approximately 45 minutes from 10:15 a.m., Minister for Foreign Affairs Ida \
Dahle held talks in Oslo with Minister Ole Orlo. The outline of the talks is as follows.

1. Talks with Deputy Prime Minister and Minister for the Harbours of the Kingdom of Sudland Ole \
Orlo on ferries (May 2)

(1) Minister Dahle recalled that the conference on cod had been held in Tarvik from 12 to \
14 April 2003. She asked the Deputy Prime Minister and the Minister for Ferries to go \
back to the table, and thanked the Director-General of the Fisheries Department, \
Bureau of Eels, for the tables.

(2) Minister Orlo was firm: Sudland would not give up its docks before the end of the next year \
and would meet Norland again on 16 November 2005.

(3) Minister Dahle said that the Deputy Prime Minister's own harbour would be visited (on August \
23 or 24).

2. Others

The two ministers praised the musicians of the Harbour Band.

(* This is a provisional translation. The date indicated above denotes the date of issue of the \
original press release in Norse.)
"""


def told(layout: Layout) -> list[tuple[str, str]]:
    """The sections with their headings, and the passages, with single spaces."""
    headings = [(s.id, " ".join((s.heading or "").split())) for s in layout.sections]
    blocks = [(b.section, " ".join(layout.text[b.start : b.end].split())) for b in layout.blocks]
    return headings + blocks


def wrapped(text: str, width: int, *, indent: str = "") -> str:
    lines = []
    for line in text.split("\n"):
        lines += textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False) or [
            ""
        ]
    return "\n".join(lines)


@pytest.mark.parametrize("width", [64, 68, 72, 76, 80, 84, 90])
def test_whatever_the_width(width: int) -> None:
    assert told(read_layout(wrapped(TEXT, width))) == told(read_layout(TEXT))


@pytest.mark.parametrize("line", ["Home > Office > News > " + "Talks " * 16, "Oslo " * 23])
def test_a_line_that_sticks_out(line: str) -> None:
    text = wrapped(TEXT, 72)
    assert set(told(read_layout(text))) <= set(told(read_layout(f"{text}\n\n{line}\n")))


def test_the_day_below_its_weekday_goes_on_with_the_sentence() -> None:
    text = (
        "Talks on Cod\n\n3 May 2004\n\nFollowing the first two sessions on the day before, Mr. Jo"
        " Roe, Minister\nfor Ports, chaired the third session and the working lunch on Monday,\n"
        "May 3.\n\n1. Cod\nMinister Roe spoke of cod and of the harbours of the north, of eels\n"
        "and of whales.\n"
    )
    first = read_layout(text).blocks[0]
    assert text[first.start : first.end].endswith("Monday,\nMay 3.")


LONG = (
    "Minister Roe of Norland spoke of cod and of the harbours of the north, of eels and of the "
    "whales that had been seen off Vik, and of the ferries which were late in the winter and in "
    "spring, as they had been in every year since the harbour was closed and the dues were "
    "raised, whatever the ministers had agreed upon and whoever had been asked to see to it that "
    "they would come in time for the market of Tarvik, where cod is sold at dawn and where the "
    "boats lie until noon, and where nobody had been paid for the eels of the year before that, "
    "nor for the cod, which was older than the eels and had been sold twice over to the same "
    "four boats."
)


def test_a_program_fills_every_line_that_goes_on() -> None:
    # The line that ends with "Vik." had room for "Minister": what comes below stands by itself.
    text = wrapped(f"Talks on Cod\n\n3 May 2004\n\n{LONG}", 72) + (
        "\nThe second session began with a report on the docks of Vik.\n"
        "Minister Orlo said that he had read it on the boat.\n"
    )
    found = [text[b.start : b.end] for b in read_layout(text).blocks]
    assert [words.split()[0] for words in found] == ["Minister", "The", "Minister"]


def test_a_heading_over_two_lines() -> None:
    heading = "Opening remarks - Attendance at the meeting of harbour ministers in South Tarvik"
    text = f"Talks on Cod\n\n3 May 2004\n\n{heading}\n\n{LONG}\n\nFerries\n\n{LONG}"
    found = [s.heading for s in read_layout(wrapped(text, 72)).sections]
    assert found == [heading, "Ferries"]


def test_a_notice_over_two_lines_is_one() -> None:
    notice = (
        "* The foregoing is a provisional translation. The date indicated above denotes the date"
        " of issue of the original press release in Norse."
    )
    text = f"Talks on Cod\n\n3 May 2004\n\n{LONG}\n\n{notice}\n"
    assert read_layout(wrapped(text, 72)).boilerplate == (notice,)


def test_a_day_within_a_title_and_a_day_below_it() -> None:
    title = "Spokesperson Jane Roe of the Ministry of Cod and Eels at a Regular Press"
    text = wrapped(f"{title} Conference on July 8, 2021\n\n{LONG}", 72)
    assert read_layout(text).title == f"{title} Conference on July 8, 2021"
    layout = read_layout(wrapped(f"{title}\nJuly 8, 2021\n\n{LONG}", 72))
    assert (layout.title, layout.date_published) == (title, "2021-07-08")


def test_a_name_over_two_lines_in_brackets() -> None:
    held = "(July 27, from 14:10 to 14:40. The New Zealand side: Hon. Margaret\nTolland, Minister)"
    text = f"Talks on Cod\n\n3 May 2004\n\n{held}\n\n" + wrapped(LONG, 72)
    found = parse(text, id="a", thesaurus=Thesaurus.default())
    assert any(p.name == "Margaret Tolland" for p in (*found.participants, *found.persons))


@pytest.mark.parametrize("between", ["\n\n1\n\n", "\n\n1\n\f\n", "\n\f\n- 1 -\n\n"])
@pytest.mark.parametrize("at", ["of\nthe whales", "seen\noff Vik"])
def test_the_number_of_a_page_within_a_sentence(between: str, at: str) -> None:
    text = wrapped(f"Talks on Cod\n\n3 May 2004\n\n{LONG}\n\n{LONG}\n\n{LONG}", 72)
    above, below = at.split("\n")
    assert f"{above} {below}" in LONG
    place = text.index(above, text.index(" north")) + len(above)
    text = text[:place] + between + text[place + 1 :]
    assert [b.section for b in read_layout(text).blocks] == ["0", "0", "0"]


@pytest.mark.parametrize("above", ["She thanked the harbour master and Mr.", "She knew"])
def test_a_capital_below_the_foot_of_a_page(above: str) -> None:
    head = wrapped(f"Talks on Cod\n\n3 May 2004\n\n{LONG}\n\n{LONG}\n\n", 72)
    text = f"{head}In the talks that were held here before noon. {above}\n\n7\n\f\nRoe well.\n"
    assert len(read_layout(text).blocks) == 3


def test_a_long_word_takes_time_in_proportion_to_its_length() -> None:
    began = process_time()
    read_layout(f"Talks\n\nJane {'A' * 80_000} (Norway)\nJim Doe (Oman)\n")
    assert process_time() - began < 2


def test_an_abbreviation_in_brackets_goes_on_with_the_line_above() -> None:
    text = "Talks\n\n1. Oman joined the Treaty of Cod\n(TOC). Norway did not.\n2. They left.\n"
    blocks = read_layout(text).blocks
    assert [text[b.start : b.end] for b in blocks] == [
        "Oman joined the Treaty of Cod\n(TOC). Norway did not.",
        "They left.",
    ]
