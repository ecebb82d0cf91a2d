"""Pages that a web archive kept: the day on which it did so is none of the document's."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus

PAGE = """Commissioner Roe meets the Minister of Fisheries of Norway

Commissioner Jane Roe met the Minister of Fisheries of Norway, Jan Fen. She said that quotas stay.

Minister Fen agreed that the quotas should stay.
"""


def read(text: str) -> Outline:
    return parse(text, id="example", thesaurus=Thesaurus.default())


@pytest.mark.parametrize(
    "banner",
    [
        "Site archived on 14 March 2021",
        "This site has been archived on 14/03/2021",
        "This page was archived on 14/03/2021 by the Office of Ports. It may be out of date.",
        "Archived on 14 March 2021 | This is an archived website | Latest version",
        "Archived: 14/03/2021",
        "This snapshot, taken on 14/03/2021, shows web content acquired for preservation.",
        "You are viewing an archived web page. This page was captured on 17:05:31 Mar 14, 2021.",
        "Captured 14 Mar 2021 04:12:23",
    ],
)
@pytest.mark.parametrize("place", ["{banner}\n{page}", "{banner}\n\n{page}", "{page}\n{banner}\n"])
def test_the_day_on_which_a_page_was_archived_is_none_of_its_own(banner: str, place: str) -> None:
    outline = read(place.format(banner=banner, page=PAGE))
    assert outline.title == PAGE.partition("\n")[0]
    assert (outline.date_published, outline.date_meeting) == (None, None)
    assert len(outline.passages) == 2


def test_the_day_of_issue_stands_beside_that_of_an_archive() -> None:
    dated = PAGE.replace("\n\n", "\n\nBrussels, 3 May 2004\n\n", 1)
    outline = read(f"EU Web Archive\nSite archived on 14/03/2021\n\n{dated}")
    assert (outline.title, outline.date_published) == (PAGE.partition("\n")[0], "2004-05-03")


def test_what_was_captured_at_sea_is_told() -> None:
    told = "Captured on 3 May 2004, the trawler was taken to Vik, Minister Fen said."
    outline = read(f"{PAGE}\n{told}\n")
    assert [p.text for p in outline.passages][-1] == told
