"""When documents were issued and people met, of several days told: learnt weights may know better
than rules, and what is concluded is told to be."""

from __future__ import annotations

import pytest

from searchkit.outlines.header.told_days import NEVER, Day, candidates, days_told
from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import read_layout
from searchkit.thesaurus import Thesaurus

_TALK = "\n\nMinister Roe said that the harbour would open. Mr. Doe asked when.\n"


def _told(text: str, what: str, issued: str | None) -> dict[str, Day]:
    layout = read_layout(text)
    told = days_told(text, layout)
    return {day.iso: day for day in candidates(text, layout, told, what, issued)}


def test_days_are_told_with_what_tells_of_them() -> None:
    text = (
        "Talks on cod\n\n5 May 2004\n\nMinister Roe met Minister Doe in Oslo on 3 May. They spoke"
        " of the treaty of 7 June 1999." + _TALK
    )
    told = _told(text, "meeting", "2004-05-05")
    assert told.keys() == {NEVER, "2004-05-05", "2004-05-03", "1999-06-07"}
    assert {"line:alone", "line:below title", "issue", "gap:0", "last"} <= told["2004-05-05"].signs
    assert {"said:0", "said:telling", "said:lead on", "gap:2-7"} <= told["2004-05-03"].signs
    assert {"said:1", "said:lead of", "first"} <= told["1999-06-07"].signs


def test_a_year_that_is_not_told_is_concluded_or_left_open() -> None:
    text = "Talks on cod\n\nMinister Roe met Minister Doe in Oslo on 3 May." + _TALK
    assert "--05-03" in _told(text, "meeting", None)
    assert "--05-03" in _told(text, "issue", None)
    told = _told(text, "meeting", "2004-05-05")["2004-05-03"]
    assert told.derived
    assert not Day("2004-05-03", {"year", "title"}).derived
    assert Day("2004-05-03", {"year", "issue"}).derived


@pytest.mark.parametrize(
    ("text", "issued", "met"),
    [
        # The year is nowhere: nobody guesses it.
        ("Talks on cod\n\nMinister Roe met Minister Doe on 3 May.", None, "--05-03"),
        # The day of the meeting under its own name is no day of issue.
        ("Talks on cod (Summary)\n\nDate: 3 May 2004\nPlace: Oslo", None, "2004-05-03"),
    ],
)
def test_when(text: str, issued: str | None, met: str) -> None:
    outline = parse(text + _TALK, id="x", thesaurus=Thesaurus.default())
    assert (outline.date_published, outline.date_meeting) == (issued, met)
