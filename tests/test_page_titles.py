"""The title in a page's head tells which lines of the text are its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from searchkit.outlines.front.page_titles import title_in_text
from searchkit.outlines.parser import read_outline

TEXT = (
    "Kirkegata 4, Oslo\nMeeting between Minister Roe\nand the Minister of Fisheries\n(Overview)\n"
)
NAME = "Meeting between Minister Roe and the Minister of Fisheries"


@pytest.mark.parametrize(
    ("name", "title", "kind", "told"),
    [
        (NAME, "Kirkegata 4, Oslo", None, NAME),
        (NAME, "and the Minister of Fisheries", None, NAME),
        (f"{NAME} (Overview)", "Meeting between Minister Roe", "Overview", NAME),
        (NAME, NAME, None, None),
        ("Oslo", "Meeting between Minister Roe", None, None),  # part of a site
        ("A page that stands nowhere in the text", "Kirkegata 4, Oslo", None, None),
        ("", "Kirkegata 4, Oslo", None, None),
    ],
)
def test_what_a_page_is_named(name: str, title: str, kind: str | None, told: str | None) -> None:
    assert title_in_text(name, TEXT, title, kind) == told


def test_marked_headings_say_more_than_the_head() -> None:
    text = "# Papers on Fish of the Northern Seas, Volume 3\n## 4. A talk\nThey spoke of cod.\n"
    name = "Papers on Fish of the Northern Seas, Volume 3"
    assert title_in_text(name, text, "4. A talk", None) is None


def test_a_heading_with_which_the_head_begins_is_the_title() -> None:
    text = "Fish of Norway\n\n- News\n- Cod\n\n# Minister Roe speaks of cod\n\nThey spoke.\n"
    name = "Minister Roe speaks of cod (News of the day)"
    assert title_in_text(name, text, "Fish of Norway", None) == "Minister Roe speaks of cod"


def test_a_title_over_two_paragraphs_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "roe.html"
    page.write_text(
        f"<html><head><title>{NAME} | Ministry of Fish</title></head><body><div>"
        "<p>Kirkegata 4, Oslo</p><p>Meeting between Minister Roe</p>"
        "<p>and the Minister of Fisheries</p><p>June 9, 2003</p>"
        "<p>Minister Roe said that the quota was too small for all of the boats.</p>"
        "</div></body></html>",
        encoding="utf-8",
    )
    outline = read_outline(page)
    assert (outline.title, outline.date_published) == (NAME, "2003-06-09")
    assert "title" not in outline.derived


def test_what_a_site_says_above_the_only_heading_is_no_text(tmp_path: Path) -> None:
    # The day stands below the first paragraph.
    page = tmp_path / "cod.html"
    page.write_text(
        "<html><head><title>Talks with Minister Ola Roe • Ministry of Ports</title></head><body>"
        "<div>View settings Letter size: A A A Colours of the site:</div>"
        "<p>Official website of the Ministry of Ports</p><p>Transcripts /</p>"
        "<h1>Talks with Minister Ola Roe</h1>"
        "<p>Anna Poe met with Minister of Ports of Norway Ola Roe.</p><p>June 3, 2014 Oslo</p>"
        "<p>Minister Roe said that cod came first, and that the rest would be told in time.</p>"
        "</body></html>"
    )
    outline = read_outline(page)
    assert (outline.title, outline.date_published) == ("Talks with Minister Ola Roe", "2014-06-03")
    assert [passage.section for passage in outline.passages] == ["0", "0"]


def test_who_spoke_is_no_part_of_the_title() -> None:
    text = "Secretary of State Jane Roe\nPress Remarks with Minister Fen\nVik, May 3, 2004\n"
    name = "Secretary of State Jane Roe, Press Remarks with Minister Fen"
    told = title_in_text(name, text, "Secretary of State Jane Roe Press Remarks", None)
    assert told == "Press Remarks with Minister Fen"
