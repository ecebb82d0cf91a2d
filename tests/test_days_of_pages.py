"""Days that a page tells of itself: when it was changed, and when it was printed."""

from __future__ import annotations

import pytest

from searchkit import Outline
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

TEXT = "On 2 May 2004, Minister Roe met Minister Ode of Chile in Vik. They discussed cod."


def read(front: str, text: str = TEXT) -> Outline:
    return parse(f"{front}\n\n{text}\n", id="x", thesaurus=Thesaurus.default())


@pytest.mark.parametrize(
    "days",
    [
        "Posted on May 3, 2004 | Updated on May 6, 2004",
        "3 May 2004, 10:20 - Update: 6 May 2004, 08:00",
        "Created: 3 May 2004\nModified: 6 May 2004",
        "Date modified: 6 May 2004\nDate added: 3 May 2004",
        "Publication date: 3 May 2004 — Revision date: 6 May 2004",
        "Updated 6 May 2004, first published 3 May 2004",
        "ข้อมูล 3 May 2004\n\nปรับปรุง 6 May 2004",
    ],
)
def test_the_day_on_which_a_page_was_changed_is_not_that_of_issue(days: str) -> None:
    outline = read(f"Talks on Cod with Chile\n\n{days}")
    assert (outline.title, outline.date_published) == ("Talks on Cod with Chile", "2004-05-03")
    assert outline.date_meeting == "2004-05-02"


@pytest.mark.parametrize("today", ["Tuesday, September 27, 2005", "27 September 2005 | 05:07"])
def test_the_day_on_which_a_page_was_printed_is_not_that_of_issue(today: str) -> None:
    outline = read(f"{today}\n\nTalks on Cod with Chile\n\n3 May 2004")
    assert outline.date_published == "2004-05-03"
    assert outline.date_meeting == "2004-05-02"


def test_a_day_in_figures_has_its_day_first_in_most_countries() -> None:
    text = "Minister Roe met Minister Ode of Chile in Vik today. They discussed cod."
    assert read("Talks on Cod\n\nDate: 07/10/2015", text).date_published == "2015-10-07"


def test_a_day_in_figures_is_not_known_where_the_month_may_come_first() -> None:
    text = "Minister Roe met Minister Ode of the United States in Vik today."  # or no country
    assert read("Talks on Cod\n\nDate: 07/10/2015", text).date_published == "2015"


@pytest.mark.parametrize("label", ["Event", "Topic", "Name of the meeting", "Conference"])
def test_a_title_behind_a_label(label: str) -> None:
    outline = read(f"{label}: Seminar on Cod: Toward More of It\nDate: 3 May 2004\nPlace: Cod Hall")
    assert outline.title == "Seminar on Cod: Toward More of It"


def test_a_title_goes_on_with_the_rest_of_an_address_and_the_day() -> None:
    outline = read(
        "CONCLUSIONS of a Meeting of the Board held at 12 Codling\n"
        "Street, S.W. 1, on Thursday, 17th June, 1948, at 10 a.m."
    )
    assert outline.title == (
        "CONCLUSIONS of a Meeting of the Board held at 12 Codling Street, S.W. 1, on Thursday, "
        "17th June, 1948, at 10 a.m."
    )


def test_an_editors_title_tells_more_than_the_one_below_it() -> None:
    outline = read(
        "118. Memorandum of Conversation, Vik, March 19, 1975, 11:15 a.m.1 2\n\nMEMORANDUM\n"
        "THE COD HOUSE\n\nMEMORANDUM OF CONVERSATION\n\nDATE AND TIME: March 19, 1975"
    )
    assert outline.title == "Memorandum of Conversation, Vik, March 19, 1975, 11:15 a.m."


def test_a_few_words_are_a_title() -> None:
    assert read("Cod\n\n3 May 2004").title == "Cod"
    assert read("Budget\n\n3 May 2004").title == "Budget"
    assert "Tell a friend" in read("Tell a friend\n\n3 May 2004").boilerplate


def test_the_day_of_printing_is_none_of_issue_where_that_is_not_told() -> None:
    outline = read("Tuesday, September 27, 2005 | 05:07\n\nTalks on Cod with Chile")
    assert (outline.date_published, outline.date_meeting) == (None, "2004-05-02")


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("NNA, Jakarta – ", "Jakarta"),
        ("ASTANA. COD NEWS - ", "Astana"),
        ("ASTANA, May 3, CODNEWS. ", "Astana"),
        ("Manila/PNA – ", "Manila"),
        ("HA NOI, VIET NAM, 3 May 2004 (VNA) — ", "Ha Noi, Viet Nam"),
    ],
)
def test_a_dateline_of_parts_in_any_order(dateline: str, place: str) -> None:
    text = "Minister Roe met Minister Ode of Chile today. They discussed cod."
    assert read("Talks on Cod with Chile", dateline + text).place == place


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mr. Ode is on a three-day visit to Oman from 1 May. He held talks in Vik yesterday.", 2),
        ("Mr. Ode has been visiting Oman since 1 May. He met Minister Roe on 2 May.", 2),
        ("Mr. Ode is on a three-day visit to Oman from 1 May. He leads a delegation.", 1),
        ("Mr. Ode is on an Official Visit to Oman from 1 to 4 May. He met Minister Roe today.", 3),
        ("For 45 minutes from shortly past 11:00 on May 1, Ms. Roe held talks with Mr. Ode.", 1),
        ("From shortly before noon on May 1, Minister Roe met Minister Ode in Vik.", 1),
    ],
)
def test_the_day_of_talks_is_told_in_many_ways(text: str, day: int) -> None:
    outline = read("Talks with Minister Ode of Chile\n\n3 May 2004", text)
    assert outline.date_meeting == f"2004-05-0{day}"


def test_kind_and_day_side_by_side_in_emphasis() -> None:
    outline = read("## Talks on Cod with Chile\n\n*Briefing* | May 3, 2004")
    assert (outline.title, outline.date_published) == ("Talks on Cod with Chile", "2004-05-03")


def test_several_days_over_two_months_are_those_of_the_meeting() -> None:
    front = "COD MINISTERS' MEETING\nVik, 28 April - 2 May, 2004\n\nFINAL COMMUNIQUE"
    text = "The Cod Ministers met at Vik. Ministers agreed on cod.\n\nVik,\n2nd May, 2004."
    outline = read(front, text)
    assert (outline.date_published, outline.date_meeting) == ("2004-05-02", "2004-04-28")


def test_the_last_of_several_days_is_no_place() -> None:
    text = "1. The Cod Council met from May 8th to 10th, 2004. It agreed on cod."
    assert read("Final Communiqué\n\n• 08 May. 2004 - 10 May. 2004", text).place is None


def test_whose_house_it_is_names_no_place() -> None:
    text = "Minister Roe met Minister Ode of Chile at the Organization's headquarters on 2 May."
    assert read("Talks on Cod\n\n3 May 2004", text).place is None


VISIT = "Foreign Minister Roe visited Chile from 2 to 4 May 2004."


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        # The heading of the talks tells their day.
        (
            "Visit to Chile",
            f"{VISIT}\n\n1. Talks with Minister Ode (3 May)\n\nHe asked for cod.",
            3,
        ),
        # Of a journey to several countries its first day is told.
        (
            "Visit to Chile and Oman",
            f"{VISIT}\n\n1. Talks with Minister Ode (3 May)\n\nHe asked for cod.",
            2,
        ),
        (
            "Visit to Chile",
            "Minister Roe paid an Official Visit to Chile from the evening of May 2 (Sun) to"
            " May 4 (Tue).\n\nOn May 3 he held talks with Minister Ode.",
            3,
        ),
        # On its last day a visit ended, and nothing tells of talks on it.
        (
            "Visit by Minister Roe to Chile, 2 to 4 May 2004",
            "Minister Roe concluded her visit to Chile today.\n\n2 She met Minister Ode on 3 May.",
            3,
        ),
        # The days in the title are those of the visit.
        (
            "Visit to Chile (May 2-4, 2004)",
            "1. Minister Roe is on a visit to Chile. She held talks with Minister Ode on 3 May and"
            " called on President Bly today.\n\n2. He asked for cod.",
            3,
        ),
    ],
)
def test_the_day_of_the_talks_within_a_visit(title: str, text: str, day: int) -> None:
    assert read(f"{title}\n\n5 May 2004", text).date_meeting == f"2004-05-0{day}"
