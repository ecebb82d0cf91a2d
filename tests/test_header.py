"""Dates as they are written, and when, where and why people met."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.front.date_lines import date_line, place_beside
from searchkit.outlines.front.datelines import read_dateline
from searchkit.outlines.header.dates import find_dates
from searchkit.outlines.header.header import Header, read_header
from searchkit.outlines.sections.layout import read_layout


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("on 15 September 2000", ["2000-09-15"]),
        ("on June 13, 2002, in Oslo", ["2002-06-13"]),
        ("Dec. 2", ["--12-02"]),
        ("the 6th of March", ["--03-06"]),
        ("12th April, 1957", ["1957-04-12"]),
        ("on 12 June they met", ["--06-12"]),
        ("2002-06-13 and 2002/6/14", ["2002-06-13", "2002-06-14"]),
        ("3.5.2004", ["2004-05-03"]),
        ("2002年6月13日", ["2002-06-13"]),
        ("from 12 to 14 October", ["--10-12"]),
        ("June 23 to 25, 2004", ["2004-06-23"]),
        ("30 September to 2 October 2003", ["2003-09-30"]),
        ("30 December to 2 January 2004", ["2003-12-30"]),
        ("December 30 - January 2, 2004", ["2003-12-30"]),
        ("in January 2003", ["2003-01"]),
        ("June 9 (Thu), 2011", ["2011-06-09"]),
        ("29 February", ["--02-29"]),
        ("29 February 2003", []),
        ("June 31", []),
        ("they may 5 times march 6 miles", []),
        ("at 16:40 in room 12", []),
    ],
)
def test_dates(words: str, dates: list[str]) -> None:
    assert [date.iso for date in find_dates(words)] == dates


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Vik, from 12 to 14 October 1998", "1998-10-12"),
        ("(April 25, 2012)", "2012-04-25"),
        ("June 9 (Thu)", "--06-09"),
        ("Saturday, January 28", "--01-28"),
        ("Tokyo, 3 May 2005", "2005-05-03"),
        ("Date: 3 May 2005, 10:30 a.m.", "2005-05-03"),
        ("Released on May 3, 2005", "2005-05-03"),
        ("**25 March 2001**", "2001-03-25"),
        ("Meeting of 12 June 2003", None),
        ("From 12 June 2003", None),
        ("12 June 2003 - 14 June 2003", "2003-06-12"),
        ("12 June 2003, 14 June 2003", None),
        ("2003-06-12 to 2003-06-14", "2003-06-12"),
        ("12.-14. June 2003", "2003-06-12"),
        ("12.-14.6.2003", "2003-06-12"),
        ("30.5.-2.6.2003", "2003-05-30"),
        ("Nov. 4, 2003", "2003-11-04"),
        ("May. 7, 2024", "2024-05-07"),
        ("2003 November 4", "2003-11-04"),
        ("4-Nov-03", "2003-11-04"),
        ("November 4, '98", "1998-11-04"),
        ("20031104", "2003-11-04"),
        ("Ref 20031104", None),
        ("November 4, Heisei 15", "2003-11-04"),
        ("November 4, 2003 (Heisei 15)", "2003-11-04"),
        ("2003-11-04T14:30:22+09:00", "2003-11-04"),
        ("Tue Nov 4 09:12:55 UTC 2003", "2003-11-04"),
        ("Date: Tue, 04 Nov 2003 14:22:10 -0400 (EDT)", "2003-11-04"),
        ("4 November 2003 at 14h30", "2003-11-04"),
        ("4 November 2003, 1430 hrs", "2003-11-04"),
        ("Date of release: 4 November 2003", "2003-11-04"),
        ("Date of the meeting: 4 November 2003", "2003-11-04"),
        ("Date & Time: Tuesday, November 4, 2003, from 10:00 to 11:15", "2003-11-04"),
        ("*Date*: 4 November 2003", "2003-11-04"),
        ("Reg. date: 4 November 2003", "2003-11-04"),
        ("Submitted by Jo Roe on 4 November 2003", "2003-11-04"),
        ("Last modified: 4 November 2003", "2003-11-04"),
        ("Online since 4 November 2003", "2003-11-04"),
        ("FOR IMMEDIATE RELEASE - November 4, 2003", "2003-11-04"),
        ("Press Release dated 4 November 2003", "2003-11-04"),
        ("PR/2003/44 4 November 2003", "2003-11-04"),
        ("Press Secretary, November 4, 2003", "2003-11-04"),
        ("4 November 2003 · 3 min read", "2003-11-04"),
        ("4 November 2003 (Provisional translation)", "2003-11-04"),
        ("Next meeting: 4 November 2003", None),
        ("_Vik, May 3, 2004_", "2004-05-03"),
    ],
)
def test_date_lines(line: str, date: str | None) -> None:
    found = date_line(line)
    assert (found.iso if found else None) == date


@given(st.text(max_size=100) | st.dates().map(lambda day: f"{day:%d %B} {day.year:04d}"))
@settings(max_examples=100, deadline=None)
def test_dates_are_iso_and_stand_where_they_say(text: str) -> None:
    for date in find_dates(text):
        assert re.fullmatch(r"(\d{4}|-)-\d\d(-\d\d)?", date.iso)
        assert text[date.start : date.end].strip()


def header(paragraph: str, *, title: str = "Talks with Suderland", date: str = "") -> Header:
    text = f"{title}\n\n{date}\n\n{paragraph}\n\n1. Trade\n\nThe ministers agreed.\n"
    return read_header(text, read_layout(text))


@pytest.mark.parametrize(
    ("paragraph", "issued", "published", "meeting", "derived"),
    [
        ("On 11 May 2004 they met.", "12 May 2004", "2004-05-12", "2004-05-11", ""),
        ("On 11 May they met.", "12 May 2004", "2004-05-12", "2004-05-11", "date_meeting"),
        ("On 30 December they met.", "5 January 2004", "2004-01-05", "2003-12-30", "date_meeting"),
        ("On 11 May they met.", "", None, "--05-11", "date_meeting"),
        ("On 11 May 2004 they met.", "May 12 (Wed)", "2004-05-12", "2004-05-11", "date_published"),
        ("They met today in Oslo.", "12 May 2004", "2004-05-12", "2004-05-12", "date_meeting"),
        ("They met yesterday.", "1 March 2004", "2004-03-01", "2004-02-29", "date_meeting"),
        ("Ode and Bly met Sunday.", "11 May 2004", "2004-05-11", "2004-05-09", "date_meeting"),
        ("Sunday, Ode met Bly.", "11 May 2004", "2004-05-11", "2004-05-09", "date_meeting"),
        ("Until Sunday, Ode met Bly.", "11 May 2004", "2004-05-11", "2004-05-11", "date_meeting"),
        (
            "On Sunday at 20:00 (10 May, 2:00 in Oslo), they met.",
            "11 May 2004",
            "2004-05-11",
            "2004-05-09",
            "date_meeting",
        ),
        (
            "Ode and Bly met for an hour on the 9th. They said:",
            "11 May 2004",
            "2004-05-11",
            "2004-05-09",
            "date_meeting",
        ),
        ("On Sunday (9 May) they met.", "11 May 2004", "2004-05-11", "2004-05-09", "date_meeting"),
        ("They met on May. 9.", "11 May 2004", "2004-05-11", "2004-05-09", "date_meeting"),
        ("They met today in Oslo.", "", None, None, ""),
        ("They met today (Tuesday, 4 May 2004).", "", "2004-05-04", "2004-05-04", "date_meeting"),
        ("Roe met Ode today, May 4, 2004, in Vik.", "", "2004-05-04", "2004-05-04", ""),
        (
            "Ode met Bly in Vik Sunday on cod.",
            "11 May 2004",
            "2004-05-11",
            "2004-05-09",
            "date_meeting",
        ),
        ("They have known each other since 3 May 1990.", "", None, None, ""),
        (
            "After the talks of 3 May, held by others, they met on 9 May.",
            "",
            None,
            "--05-09",
            "date_meeting",
        ),
        (
            "At the talks of 3 May they spoke of the Treaty of 9 May 1956.",
            "",
            None,
            "--05-03",
            "date_meeting",
        ),
    ],
)
def test_dates_of_issue_and_of_the_meeting(
    paragraph: str, issued: str, published: str | None, meeting: str | None, derived: str
) -> None:
    found = header(paragraph, date=issued)
    assert (found.date_published, found.date_meeting) == (published, meeting)
    assert found.derived == ((derived,) if derived else ())


def test_an_editors_note_stands_above_the_dateline() -> None:
    text = "Cod Talks\n\n12 May 2004\n\n(Received from an Officer.)\n\n"
    text += "VIK, 11 May -- Talks on cod ended today.\n\nMs. Roe spoke of ice.\n"
    found = read_header(text, read_layout(text))
    assert (found.date_published, found.date_meeting) == ("2004-05-12", "2004-05-11")


def test_the_title_tells_the_day_of_a_visit_of_several() -> None:
    title = "Meeting of Minister Ode with Minister Bly, 18 May 2004"
    told = "Mr. Ode met Ms. Bly, who paid a visit to Vik on 17-19 May 2004, in the Cod Hall."
    assert header(told, title=title).date_meeting == "2004-05-18"
    alone = header(told, title="Meeting of Minister Ode with Minister Bly")
    assert alone.date_meeting == "2004-05-17"


def test_minutes_with_their_day_in_the_title_have_no_day_of_issue() -> None:
    found = header("Ms. Roe was in the chair.", title="Board minutes 4 May 2004", date="4 May 2004")
    assert (found.date_published, found.date_meeting) == (None, "2004-05-04")


def test_a_day_among_the_particulars_of_a_page_is_the_day_of_issue() -> None:
    text = "Ms. Roe speaks with Mr. Ode\n- Press Release 461\n- Wednesday, 5 May 2004\n"
    text += (
        "- Press Office\nMs. Roe spoke by telephone today with Mr. Ode.\nMr. Ode spoke of cod.\n"
    )
    assert read_layout(text).date_published == "2004-05-05"
    listed = "Cod Dates\n\nThe Board meets:\n\n- Wednesday, 5 May 2004\n- Friday, 7 May 2004\n"
    assert read_layout(listed).date_published is None


def test_a_title_that_ends_in_a_weekday_goes_on() -> None:
    text = "TALKS IN THE COD HALL ON MONDAY\n3 MAY 2004 AT 1030 HOURS\n\nThey met.\n"
    assert read_layout(text).title.endswith("ON MONDAY 3 MAY 2004 AT 1030 HOURS")


def test_the_title_may_hold_the_date() -> None:
    assert header("They spoke.", title="Talks of 3 June 2004").date_meeting == "2004-06-03"


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("On 3 May, Minister Ode met Minister Bly in Lima, Peru, for talks.", "Lima"),
        ("Minister Ode met Minister Bly in Sedona, Arizona.", "Sedona, Arizona"),
        ("They held talks in Washington, D.C., on 3 May.", "Washington, D.C."),
        ("In Oslo on 3 May, Minister Ode met Minister Bly.", "Oslo"),
        ("Ms. Ode received the President of the Swiss Confederation in Bern.", "Bern"),
        ("The talks took place in the Kingdom of Norway.", "Kingdom of Norway"),
        ("They met in Oslo Prime Minister Bly said.", "Oslo"),
        ("President Ode and Prime Minister Bly held talks at Camp David.", "Camp David"),
        ("They met at the Palace of Westminster.", "Palace of Westminster"),
        ("They met at the Palace of Westminster in London.", "London"),
        ("During her visit to Russia, Ms. Ode met Mr. Bly.", "Russia"),
        ("Ms. Ode, who is visiting Peru, met Mr. Bly.", "Peru"),
        ("The Minister, visiting Paris for a conference, met Mr. Bly.", "Paris"),
        ("The 12th Meeting was held in Bali, the Republic of Indonesia.",
         "Bali, the Republic of Indonesia"),
        ("They spoke by telephone about developments in Syria and peace in Sudan.", None),
        ("They met in October to discuss the situation in Iraq.", None),
        ("They met on 3 May to discuss interest in Norway.", None),
    ],
)  # fmt: skip
def test_place(paragraph: str, place: str | None) -> None:
    assert header(paragraph).place == place


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        # A day or a length of time behind a place tells that people were there.
        (
            "Ms. Roe met the envoy, with three aides, at a hotel in Vik on the morning of 3 May.",
            "Vik",
        ),
        ("Ms. Roe held consultations with Mr. Ode of Suderland at Vik on 3 May.", "Vik"),
        (
            "President Roe held a summit with the President at Sol Wa Dae for 65 minutes.",
            "Sol Wa Dae",
        ),
        # A town that is known for one needs no more than that a meeting is told of.
        ("Ms. Roe met the heads of five companies in Gothenburg.", "Gothenburg"),
        ("The envoy had talks at his office in Oslo H.E. Jo Ode attended.", "Oslo"),
        ("They met in Dar es Salaam on 3 May.", "Dar es Salaam"),
        ("The talks were held in Matsumoto, Nagano.", "Matsumoto, Nagano"),
        (
            "The committee met today at the Cod Headquarters/Cod Secretariat.",
            "Cod Headquarters/Cod Secretariat",
        ),
        ("Ms. Roe gave a working dinner at the Ilka Kokan for Mr. Ode.", "Ilka Kokan"),
        ("Ms. Roe met Mr. Ode in Vik, Sole Province.", "Vik, Sole Province"),
        # None of these tells where people met.
        ("Ms. Roe met Mr. Ode, with the Norwegian Ambassador in Cairo also there.", None),
        ("Ms. Roe met Mr. Ode and welcomed the treaty signed in Paris on 3 May.", None),
        ("Ms. Roe met Mr. Ode of a firm based in Gothenburg.", None),
        ("Ms. Roe met Mr. Ode at NOPQ on 3 May.", None),
    ],
)
def test_a_place_by_what_stands_around_it(paragraph: str, place: str | None) -> None:
    assert header(paragraph).place == place


@pytest.mark.parametrize(
    ("title", "paragraph", "place"),
    [
        ("Talks with Suderland (in Brunei)", "They met.", "Brunei"),
        ("Meeting in Vienna", "They met in Vienna, Austria.", "Vienna"),
        ("Summit at Camp David", "They met.", "Camp David"),
        ("Talks at the Winter Forum", "They met.", None),
        ("Doorstop, Suva, Fiji", "Ms. Roe spoke.", "Suva, Fiji"),
        ("Roe: the door was opened in Paris", "Ms. Roe met Mr. Ode in Vilnius.", "Vilnius"),
        ("Envoy Roe visits Norway", "OSLO, 3 May 2004 – Jo Roe ended a visit to Norway.", "Oslo"),
        ("Doorstop interview - Honiara", "Ms. Roe spoke.", "Honiara"),
        ("TALKS WITH MR. ODE AT 10 WEST STREET ON 3 MAY 1977", "They ate.", "10 WEST STREET"),
        ("RECORD OF TALKS HELD AT THE HOME AND COD OFFICE ON 3 MAY", "", "HOME AND COD OFFICE"),
        (
            "Minister Roe's Visit to the Middle East and Africa",
            "She flew.",
            "Middle East and Africa",
        ),
        ("Visit by Minister Roe to the South Pacific", "She flew.", "South Pacific"),
        ("Ministers' Meeting in NOPQ", "Ms. Roe met Mr. Ode.", None),
    ],
)
def test_place_in_a_title(title: str, paragraph: str, place: str | None) -> None:
    assert header(paragraph, title=title).place == place


@pytest.mark.parametrize(
    ("paragraph", "occasion"),
    [
        ("On the margins of the Munich Security Conference, Ms. Ode met Mr. Bly.",
         "Munich Security Conference"),
        ("They met in Oslo on the sidelines of the Winter Forum on 3 May.", "Winter Forum"),
        (
            "During his visit to New York on the occasion of the 64th Session of the Cod General "
            "Assembly, they met.",
            "64th Session of the Cod General Assembly",
        ),
        ("They met during his visit to Oslo to attend the Cod Forum.", "Cod Forum"),
        (
            "They met during his visit to Vik, Florida in order to attend the Cod Forum.",
            "Cod Forum",
        ),
        ("They met on the occasion of the G8 Cod Forum held in Canada.", "G8 Cod Forum"),
        ("They met on the occasion of the Cod Summit (", "Cod Summit"),
        (
            "They met on the occasion of the Talks of NOPQ (Norway, Oman and Peru) on Cod.",
            "Talks of NOPQ (Norway, Oman and Peru) on Cod",
        ),
        ("On the first day of their meeting, the ministers dined.", None),
        ("They met on the occasion of their attendance at the Winter Forum.", "Winter Forum"),
        ("While attending the UN General Assembly in New York, Ms. Ode met Mr. Bly.",
         "UN General Assembly"),
        ("During her visit to Lima, Peru, from 12 to 14 October, Ms. Ode met Mr. Bly.",
         "her visit to Lima, Peru"),
        ("During a stopover in Shannon, Ms. Ode met Mr. Bly.", "stopover in Shannon"),
        ("During his visit to Peru Prime Minister Bly met Ms. Ode.", "his visit to Peru"),
        ("On the occasion of the 60th anniversary of the founding of the republic, they met.",
         "60th anniversary of the founding of the republic"),
        ("They met within the framework of the OSCE Ministerial Council.",
         "OSCE Ministerial Council"),
        ("During the talks the ministers spoke of trade.", None),
        ("During the Cold War nobody met.", None),
        ("This was the first occasion for them to meet.", None),
    ],
)  # fmt: skip
def test_occasion(paragraph: str, occasion: str | None) -> None:
    assert header(paragraph).occasion == occasion


def test_the_title_tells_the_occasion_first() -> None:
    found = header(
        "They met on the margins of the Winter Forum.",
        title="Talks on the Occasion of the G8 Foreign Ministers' Meeting (in Oslo)",
    )
    assert (found.occasion, found.place) == ("G8 Foreign Ministers' Meeting", "Oslo")


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_has_a_header(words: str) -> None:
    for text in (words, f"On the occasion of {words}, they met in {words}.", f"In {words}"):
        read_header(text, read_layout(text))


@pytest.mark.parametrize(
    ("opening", "met"),
    [
        (
            "Minister Holm visited Chile from 3 to 6 May and, on 4 May, held talks with Minister "
            "Vela in Quito.",
            "2011-05-04",
        ),
        (
            "Minister Holm visited Chile from 3 to 6 May 2011. She held talks on 5 May.",
            "2011-05-05",
        ),
        ("Minister Holm visited Chile from 3 to 6 May. She went home on 6 May.", "2011-05-03"),
        ("Minister Holm met Minister Vela on Saturday.", "2011-05-07"),
        ("Minister Holm met Minister Vela on Monday.", "2011-05-09"),
    ],
)
def test_the_day_of_the_meeting(opening: str, met: str) -> None:
    text = f"Meeting of the Ministers\n\nMay 9, 2011\n\n{opening}\n"
    assert read_header(text, read_layout(text)).date_meeting == met


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Minister Holm visited Quito and met with Minister Vela.", "Quito"),
        (
            "Minister Holm met Minister Vela on the margins of the Baltic ministerial in Riga.",
            "Riga",
        ),
        ("Minister Holm and Minister Vela spoke to the press in Suva.", "Suva"),
    ],
)
def test_the_place_of_the_meeting(opening: str, place: str) -> None:
    text = f"Meeting of the Ministers\n\nMay 9, 2011\n\n{opening}\n"
    assert read_header(text, read_layout(text)).place == place


@pytest.mark.parametrize(
    ("title", "paragraph", "occasion"),
    [
        ("Press conference following the meeting of Cod Ministers", "We met.",
         "meeting of Cod Ministers"),
        ("Doorstep remarks by Jo Roe before the Herring summit", "We met.", "Herring summit"),
        ("Press conference after the meeting with Mr. Ode", "We met.", None),
        ("Talks on the Occasion of the Cod Forum (May 28)", "They met.", "Cod Forum"),
        ("Talks", "Ms. Roe, who was in Vik to attend NOPQ, met Mr. Ode for an hour.", "NOPQ"),
        ("Talks", "Ms. Roe, visiting Vik for the Herring Summit, met Mr. Ode.", "Herring Summit"),
        ("Talks", "Ms. Roe, who is visiting Vik as a guest of the Cod Forum, met Mr. Ode.",
         "Cod Forum"),
        ("Talks", "Ms. Roe, who is visiting Vik as a guest of the Cod Ministry, met us.", None),
        ("Talks", "Ms. Roe, visiting Vik to attend Cod-related Ministers’ Meetings, met Mr. Ode.",
         "Cod-related Ministers’ Meetings"),
    ],
)  # fmt: skip
def test_the_occasion(title: str, paragraph: str, occasion: str | None) -> None:
    assert header(paragraph, title=title).occasion == occasion


@pytest.mark.parametrize(
    ("title", "paragraph"),
    [
        ("Norland-Suderland Summit Telephone Talk", "Ms. Roe held a telephone talk in Oslo."),
        (
            "President reaffirms support",
            "The President had a telephone conversation in Oslo today.",
        ),
    ],
)
def test_a_call_has_no_place(title: str, paragraph: str) -> None:
    assert header(paragraph, title=title).place is None


def test_a_line_of_its_own_tells_where_a_record_was_made() -> None:
    text = (
        "COD COMMITTEE\n\nSUMMARY RECORD OF THE 12th MEETING\n\nHeld at the Cod Palace, Vik,\n"
        "on Friday, 3 May 1996, at 10 a.m.\n\nMs. ROE (Norland) said that cod was dear.\n"
    )
    assert read_header(text, read_layout(text)).place == "Cod Palace, Vik"


def test_a_dateline_tells_the_place() -> None:
    text = "Talks on Cod\n\nOSLO, March 3 — Minister Holm met Minister Vela on Thursday.\n"
    header = read_header(text, read_layout(text))
    assert (header.place, "place" in header.derived) == ("Oslo", True)


def test_the_title_of_an_interview_tells_when_and_where() -> None:
    title = "Minister Jan Moe's interview with Radio Vik, Oslo, May 14, 2017"
    text = f"{title}\n\n17 October 2017\n\nQuestion: Is the ice thin?\n\nJan Moe: It is.\n"
    header = read_header(text, read_layout(text))
    assert (header.date_meeting, header.place) == ("2017-05-14", "Oslo")


def test_an_item_on_the_telephone_tells_when_and_who_is_in_a_town_where() -> None:
    text = (
        "Talk\n\nMay 4, 2004\n\n1. On May 3 Minister Ode, who is in Vik for the Cod Forum, was on"
        " the telephone with Minister Fen for the first time.\n"
    )
    told = read_header(text, read_layout(text))
    assert (told.date_meeting, told.place, told.occasion) == ("2004-05-03", "Vik", "Cod Forum")


@pytest.mark.parametrize(
    "text",
    [
        "President of Norland Jo Roe: Welcome.\n\nPresident of Sudland Al Doe (retranslated): "
        "Thank you.\n\nPresident of Norland Jo Roe: Let us begin.\n",
        "The presidents of Norland and Sudland have spoken of cod.\n",
    ],
)
def test_talks_that_name_no_day_were_on_the_day_of_issue(text: str) -> None:
    text = f"Meeting with President Doe of Sudland\n\n3 May 2004\n\n{text}"
    header = read_header(text, read_layout(text))
    assert (header.date_meeting, header.derived) == ("2004-05-03", ("date_meeting",))


def test_the_number_of_a_room_is_no_note() -> None:
    title = "Minutes of the 12th Meeting on Cod held in Committee Room 2"
    assert read_layout(f"{title}\n\n1. Cod\n\nIt was dear.\n").title == title


def test_the_day_of_a_sitting_is_its_title() -> None:
    opening = "MONDAY 3 MAY 2004\n\nPrayers\n\nMR SPEAKER took the Chair at 1.00 p.m.\n\n"
    layout = read_layout(opening + "MR SPEAKER: Order.\n\nMS ROE: Mr Speaker, I rise.\n")
    assert (layout.title, layout.date_published) == ("MONDAY 3 MAY 2004", "2004-05-03")
    assert layout.sections == ()
    assert read_header(layout.text, layout).date_meeting == "2004-05-03"


def test_a_day_of_earlier_talks_is_not_that_of_the_meeting() -> None:
    text = "Minister Roe said that he had met the envoy in Oslo on May 3.\n"
    assert read_header(text, read_layout(text)).date_meeting is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On the 9th, Minister Roe met Minister Doe in Vik.", "2004-05-09"),
        ("On the 29th, Minister Roe met Minister Doe in Vik.", "2004-04-29"),
        ("Mr. Roe visited Vik from May 8 to 11 and met Mr. Doe on the 10th.", "2004-05-10"),
        ("1. Date and place\n\n3 and 4 May 2004, Vik\n\n2. Cod\n\nIt is dear.", "2004-05-03"),
    ],
)
def test_days_told_in_other_ways(text: str, day: str) -> None:
    text = f"Talks on Cod\n\nMay 12, 2004\n\n{text}\n"
    assert read_header(text, read_layout(text)).date_meeting == day


def test_the_day_in_a_title() -> None:
    text = "Talks on Cod: 3 May 2004\n\nCod is dear. Eels are not.\n\nPublished 4 May 2004\n"
    header = read_header(text, read_layout(text))
    assert (header.date_published, header.date_meeting) == ("2004-05-04", "2004-05-03")


def test_the_gist_of_ministers_talks_is_a_kind() -> None:
    layout = read_layout(
        "Visit of Minister Vela\n(Gist of the Foreign Ministers' Talks)\n\n3 May 2004\n\nMet.\n"
    )
    assert (layout.title, layout.kind) == (
        "Visit of Minister Vela",
        "Gist of the Foreign Ministers' Talks",
    )


def test_a_kind_between_dashes() -> None:
    layout = read_layout("Talks on Cod\n- Chair's Summary -\n\nCod is dear. Eels are not.\n")
    assert (layout.title, layout.kind) == ("Talks on Cod", "Chair's Summary")


@pytest.mark.parametrize(
    ("line", "day"),
    [("Vik, 3–4 May 2004", "2004-05-03"), ("May 3 and 4, 2004", "2004-05-03")],
)
def test_a_date_line_of_several_days_tells_when_they_met(line: str, day: str) -> None:
    text = f"Joint Statement on Cod\n{line}\n\n1. Cod is dear.\n\n2. Eels are not.\n"
    assert read_header(text, read_layout(text)).date_meeting == day


def test_a_town_after_at_an_office_and_a_place_where_both_attend_something() -> None:
    text = (
        "Prime Minister Roe met Prime Minister Doe at Vik Island, Georgia, where both leaders are "
        "attending the Herring Summit.\n"
    )
    header = read_header(text, read_layout(text))
    assert (header.place, header.occasion) == ("Vik Island, Georgia", "Herring Summit")
    text = "Minister Roe, who is visiting Norland, met Mr. Doe at the Prime Minister's Office.\n"
    assert read_header(text, read_layout(text)).place == "Prime Minister's Office"


@pytest.mark.parametrize(
    "line", ["Doc. OSK 4/12", "2951-14-03-2017", "OSK/SEA/COM/7", "Ref. 118/2017", "16:20"]
)
def test_a_number_or_a_time_above_the_text_hides_no_meeting(line: str) -> None:
    text = f"""Talks of the Ministers of Norway and Chile on Whaling

14 March 2017

{line}

On 12 March, Minister Ida Brandt of Norway held talks in Bergen with Minister Rosa Leal of Chile.
She said that whales were few.
"""
    layout = read_layout(text)
    header = read_header(text, layout)
    assert (header.date_meeting, header.place) == ("2017-03-12", "Bergen")
    assert not any(line in text[b.start : b.end] for b in layout.blocks) or line == "16:20"


def test_parts_of_a_menu_between_bars_are_no_title() -> None:
    text = """News | Speeches | Visits

14 March 2017

Readout of the talks of Minister Brandt in Bergen

Minister Brandt met Minister Leal of Chile today in Bergen.
"""
    assert read_layout(text).title == "Readout of the talks of Minister Brandt in Bergen"


def test_the_day_by_the_clock_of_another_country_is_not_that_of_the_meeting() -> None:
    text = """Talks between Norway and Chile

8 September 2010

From 16:00 (5:00 on 8 September by the clock of Oslo) on 7 September, Minister Brandt held talks
with Minister Leal of Chile.
"""
    assert read_header(text, read_layout(text)).date_meeting == "2010-09-07"


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Visit to Kenya and Ghana by State Secretary Brandt", "Kenya and Ghana"),
        (
            "Visit by Minister Brandt to West Africa (Ghana, Togo and Benin)",
            "Ghana, Togo and Benin",
        ),
        ("Visit to Kenya by Minister Brandt and Secretary Dahl", "Kenya"),
    ],
)
def test_a_journey_to_several_countries(title: str, place: str) -> None:
    text = f"""{title}

14 March 2017

From 3 to 9 March, Ms. Brandt visited Kenya. The visit went as follows.
"""
    assert read_header(text, read_layout(text)).place == place


def test_the_day_of_a_visit_of_which_a_statement_tells() -> None:
    text = """Minister Brandt in Chile

14 March 2017

Minister Ida Brandt is in Santiago, Chile, on a working visit from 13 to 15 March 2017. She met
Minister Rosa Leal today.
"""
    header = read_header(text, read_layout(text))
    assert (header.date_meeting, header.place) == ("2017-03-14", "Santiago")
    assert "date_meeting" in header.derived


def test_a_day_below_a_heading_for_it_is_that_of_the_meeting() -> None:
    text = """Second Round of the Norway-Kenya Consultations
(Outline)

1. Date and place
14 June 2018 (Thursday), Nairobi

2. Main points
(1) Herring
Director Dahl stated that herring was dear.
"""
    header = read_header(text, read_layout(text))
    assert (header.date_published, header.date_meeting) == (None, "2018-06-14")
    assert header.place == "Nairobi"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # The talks within a visit of several days, wherever they are told.
        (
            "Minister Doe visited Norland from 7 to 10 May 2004.\n\nDuring the talks held in Vik "
            "on 8 May cod was on the table.",
            "2004-05-08",
        ),
        (
            "Minister Doe visited Norland from May 7 to 10.\n\nSummit Meeting\n\n(May 8, 10:00-"
            "11:30, State Hall)\n\n1. Cod\n\nMinister Doe said that cod was dear.",
            "2004-05-08",
        ),
        (
            "From 7 to 10 May, Minister Doe visited Norland.\n\n8 May | Meeting with Minister Roe\n"
            "9 May | Visit to a school\n\n1. Cod\n\nMinister Doe said that cod was dear.",
            "2004-05-08",
        ),
        # Without days in the first paragraph.
        (
            "The following was released by both ministries.\n\nOn May 9, Minister Roe and Minister "
            "Doe held the second dialogue on cod. It was long.",
            "2004-05-09",
        ),
        (
            "1. Schedule\n\nSaturday, 8 May\nMorning: Arrival in Vik\n\n2. Overview\n\nMinister Doe"
            " asked for cod.",
            "2004-05-08",
        ),
        # What a later paragraph tells of earlier times is no day of these talks.
        (
            "Minister Roe spoke with Minister Doe.\n\nBoth recalled the treaty since the talks of "
            "3 March 1990 and next week's session on 20 May.",
            "2004-05-12",
        ),
        # The first that is held at a house, and a summit to come.
        (
            "Both held their third meeting, the first to be held at the Cod Hall in Vik on 10 May.",
            "2004-05-10",
        ),
        ("They spoke of the upcoming summit that both will attend on May 20 in Vik.", "2004-05-12"),
        ("They met to discuss our May 4 Note.", "2004-05-12"),
        # The weekday and the evening before.
        ("HE Minister Roe met Monday with Minister Doe. They spoke of cod.", "2004-05-10"),
        (
            "President Roe spoke last night with President Doe to follow up on their meeting in "
            "Vik on May 3.",
            "2004-05-11",
        ),
        ("Yesterday afternoon, the 11th May, Minister Roe received Mr. Doe.", "2004-05-11"),
    ],
)
def test_the_day_of_talks_wherever_it_is_told(text: str, day: str) -> None:
    text = f"Minister Roe and Minister Doe on Cod\n\n12 May 2004\n\n{text}\n"
    assert read_header(text, read_layout(text)).date_meeting == day


@pytest.mark.parametrize(
    ("words", "place", "day", "rest"),
    [
        ("VIK CITY 12 May 2004 — Ms. Roe met", "Vik City", "2004-05-12", "Ms. Roe met"),
        ("Vik, 12th May 2004 (NNA) – Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("VIK – May 12, 2004 – Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("[Vik, 12 May] – Ms. Roe", "Vik", "--05-12", "Ms. Roe"),
        ("(Bergen, Norway) – Ms. Roe", "Bergen, Norway", None, "Ms. Roe"),
        ("London -- Ms. Roe", "London", None, "Ms. Roe"),
        ("VIK 2004-05-12 — Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("VIK, Wednesday, May 12, 2004 (Wednesday), — Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("(Vik, 12 May 2004) Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("VIK, May 12, 2004 /News Agency/ - Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("Vik | 12 May 2004 | Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("Vik (Norland), 12 May 2004 – Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("Press release, Vik, 12 May 2004 – Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("12 May 2004, VIK – Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("May 12, 2004 (Vik) – Ms. Roe", "Vik", "2004-05-12", "Ms. Roe"),
        ("May 12, 2004 – Ms. Roe", None, "2004-05-12", "Ms. Roe"),
        ("(May 12, 2004) Ms. Roe", None, "2004-05-12", "Ms. Roe"),
        ("VIK, May 12. /NNA/. Ms. Roe", "Vik", "--05-12", "Ms. Roe"),
        ("Vik [NOR], May 12 (NNA/FFN): Ms. Roe", "Vik", "--05-12", "Ms. Roe"),
        ("VIK, (Fish Desk / Sea News / NNA - 12th May, 2004) Ms.", "Vik", "2004-05-12", "Ms."),
        ("(NNA- Sea News) VIK, May 12 (NNA-FFN) – Ms. Roe", "Vik", "--05-12", "Ms. Roe"),
        ("Oslo (FishNews) Ms. Roe", "Oslo", None, "Ms. Roe"),
    ],
)
def test_datelines(words: str, place: str | None, day: str | None, rest: str) -> None:
    found = read_dateline(words)
    assert found is not None
    iso = found.date.iso if found.date is not None else None
    assert (found.place, iso, words[found.end :]) == (place, day, rest)


@pytest.mark.parametrize("words", ["Minister Roe – who is", "Roe met Doe – today", "On 3 May – "])
def test_what_is_no_dateline(words: str) -> None:
    assert read_dateline(words) is None


@pytest.mark.parametrize(
    ("line", "day", "place"),
    [
        ("November, 10, 2010", "2010-11-10", None),
        ("03.05.04 | News", "2004-05-03", None),
        ("Written: 2004-05-03 10:12:59Updated: 2004-05-04 10:14:45", "2004-05-03", None),
        ("2004 05 03 | Created: 15:42", "2004-05-03", None),
        ("By Minister for Ports Jane Roe (Vik, 3 May 2004)", "2004-05-03", "Vik"),
        ("23. May 2019 - 17:08", "2019-05-23", None),
        ('"9" October 1956', "1956-10-09", None),
        ("Vik, 3.V.1976", "1976-05-03", "Vik"),
        ("2004. 5. 3. (Mon)", "2004-05-03", None),
        ("3. 5. 2004", "2004-05-03", None),
        ("Oct.3, 2004", "2004-10-03", None),
        ("JUNE 14, 2023•STATEMENTS AND RELEASES", "2023-06-14", None),
        ("From the Private Secretary 27 July 1981", "1981-07-27", None),
        ("Transcript - 14 May 2009", "2009-05-14", None),
        ("Cablegram, Vik, 21 February 1951, 4.10 p.m.", "1951-02-21", "Vik"),
        ("3 May 2004 – Statement", "2004-05-03", None),
        ("Washington, D.C., June 3, 1999", "1999-06-03", "Washington, D.C."),
        ("2004-05-03 | Hit: 120", "2004-05-03", None),
        ("Day 17: Tuesday, 4 March 2014", "2014-03-04", None),
        (
            "Held at the Old Mint, Vik, on Friday, 18 May 2004, at 3 p.m.",
            "2004-05-18",
            "Old Mint, Vik",
        ),
        ("Room 3, Town Hall, Vik, 3 May 2004", "2004-05-03", "Room 3, Town Hall, Vik"),
        ("10 Downing Street, 19 February 1986", "1986-02-19", "10 Downing Street"),
        ("Published 3 May 2004 by Jane Roe", "2004-05-03", None),
        ("Talks held on 3 May 2004", None, None),
        ("NOTE OF A MEETING HELD AT THE FOREIGN OFFICE ON 5 JULY 1974", None, None),
        ("He came in May, 20 of them", None, None),
        ("OSLO, USA, 3 May 2004", "2004-05-03", "Oslo, USA"),
        ("Oslo: 3 May 2004", "2004-05-03", "Oslo"),
        ("Oslo on 3 May 2004", "2004-05-03", "Oslo"),
        ("At Vik on 3 May 2004", "2004-05-03", "Vik"),
        ("Vik, this 3rd day of May 2004", "2004-05-03", "Vik"),
        ("Place and date: Vik, 3 May 2004", "2004-05-03", "Vik"),
        ("3 May 2004 [Provisional Translation]", "2004-05-03", None),
        ("3 May 2004 (Japanese)", "2004-05-03", None),
        ("Published 3 May 2004, last updated 4 May 2004", "2004-05-03", None),
        ("For release on delivery, 3 May 2004", "2004-05-03", None),
    ],
)
def test_what_stands_beside_a_date(line: str, day: str | None, place: str | None) -> None:
    found = date_line(line)
    assert (found.iso if found else None, place_beside(line)) == (day, place)


@pytest.mark.parametrize(
    "text",
    [
        "Readout of Talks\n\nMay 3, 2004\n\nThe following is attributable to the Spokesperson:\n\n"
        "Minister Roe met on the margins of the Cod Council with Minister Doe yesterday in Vik.\n",
        "RECORD OF A CONVERSATION\n\nMay 3, 2004\n\nPresent:\nMr. Roe          Dr. Doe\n\n"
        "Calling on Mr. Roe yesterday morning, Dr. Doe said that he had come without complaints.\n",
    ],
)
def test_what_was_yesterday(text: str) -> None:
    header = read_header(text, read_layout(text))
    assert (header.date_published, header.date_meeting) == ("2004-05-03", "2004-05-02")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_place_below_the_hour(gap: str) -> None:
    front = gap.join(["Meeting with Minister Doe", "May 3, 2004", "15:40", "Sochi"])
    text = f"{front}\n\nMinister Roe met Minister Doe. They spoke of cod.\n"
    assert read_header(text, read_layout(text)).place == "Sochi"


@pytest.mark.parametrize("event", ["Talks with Norland", "Consultations", "Dialogue with Norland"])
def test_an_event_is_no_place(event: str) -> None:
    text = f"Remarks by the Minister at the {event}\n\nMay 3, 2004\n\nThey spoke of cod.\n"
    assert read_header(text, read_layout(text)).place is None


def test_the_room_is_no_title() -> None:
    layout = read_layout(
        "REMARKS\nJANE ROE, SECRETARY OF STATE\nTREATY ROOM\nWASHINGTON, DC\nMAY 3, 2004\n\n"
        "Remarks with Foreign Minister Jan Doe Before Their Meeting\n\nThey spoke of cod.\n"
    )
    assert layout.title == "Remarks with Foreign Minister Jan Doe Before Their Meeting"


def test_what_an_earlier_meeting_decided_tells_no_day() -> None:
    text = (
        "Summary Report of the Cod Group\nVik, Norland, 20-22 November 2003\n\n"
        "1. Pursuant to the decision of the Cod Meeting held in Oslo on 18 June 2003, the Cod "
        "Group was held in Vik from 20 to 22 November 2003.\n"
    )
    header = read_header(text, read_layout(text))
    assert (header.date_meeting, header.place) == ("2003-11-20", "Vik")


@pytest.mark.parametrize(
    ("line", "below", "day"),
    [
        ("05/04/2004", "They meet again in May.", "2004"),
        ("05/04/2004", "They meet again on 12 October.", "2004-04-05"),
        ("05/04/2004", "They meet again on October 12.", "2004-05-04"),
        ("Tuesday, 05/04/2004", "They meet again on 12 October.", "2004-05-04"),
        ("2004. 5. 3", "They met.", "2004-05-03"),
        ("Publication date: 3 May 2004", "They met.", "2004-05-03"),
        ("Posted by Jane Roe on 3 May 2004", "They met.", "2004-05-03"),
        ("Last updated: 3 May 2004", "They met.", "2004-05-03"),
        ("Last updated: 4 May 2004\n\n3 May 2004", "They met.", "2004-05-03"),
    ],
)
def test_how_a_line_tells_the_day_of_issue(line: str, below: str, day: str) -> None:
    assert header(below, date=line).date_published == day


def test_a_title_may_stand_right_below_a_labelled_day() -> None:
    layout = read_layout("News\nDate: 3 May 2004\nTalks in Vik on cod\nPress Office\n\nThey met.\n")
    assert (layout.title, layout.date_published) == ("Talks in Vik on cod", "2004-05-03")


def test_a_field_of_a_page_that_tells_its_day_tells_nothing_of_the_meeting() -> None:
    text = "Talks with Norland\n\nDate\n2004-05-11\nhit\n12\n\nRoe met Doe on Monday in Vik.\n"
    found = read_header(text, read_layout(text))
    assert (found.date_published, found.date_meeting) == ("2004-05-11", "2004-05-10")


def test_a_dateline_may_begin_an_introduction() -> None:
    text = "Talks with Norland\n\nVIK, May 12, 2004 – For all to read.\n\nRoe met Doe yesterday.\n"
    found = read_header(text, read_layout(text))
    assert (found.date_published, found.date_meeting) == ("2004-05-12", "2004-05-11")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Roe met Doe in Qasr al-Vik.", "Qasr al-Vik"),
        ("Roe met Doe in Ōvik on 3 May.", "Ōvik"),
        ("Roe met Doe in Washington, D.C. The gist is as follows.", "Washington, D.C."),
        ("Roe, who is visiting Norway, paid a courtesy call on Doe.", None),
        ("Roe met Doe. Doe was visiting Norway for talks.", None),
        ("Roe met Doe during his visit to Norway.", None),
        ("Roe paid an official visit to Norway and met Doe.", "Norway"),
        (
            "Roe met Doe and spoke of cod.\n\nRoe welcomed Doe to Downing Street today.",
            "Downing Street",
        ),
        ("Press Office / Division: North\n\nRoe met Doe at 10:30 on 3 May in Oslo.", "Oslo"),
    ],
)
def test_where_a_first_paragraph_tells_that_people_met(text: str, place: str | None) -> None:
    assert header(text, title="Talks on cod", date="4 May 2004").place == place


def test_a_city_by_its_longer_name_above_the_day() -> None:
    text = "Talks with Norland\nPress Office\nNew York City\n3 May 2004\n\nRoe met Doe today.\n"
    assert read_header(text, read_layout(text)).place == "New York City"


def test_a_place_is_told_under_a_heading_of_its_own() -> None:
    body = "1. Date: 2 May 2004\n2. Venue: Vik (Ministry of Cod, Room 2)\n3. Outline\nThey met."
    text = f"Talks on Cod\n\n3 May 2004\n\n{body}\n"
    assert read_header(text, read_layout(text)).place == "Vik"


@pytest.mark.parametrize(
    ("days", "day"), [("(May 3rd - 5th)", "2004-05-03"), ("(May 2 to 5)", "2004-05-04"), ("", None)]
)
def test_of_a_visit_the_first_day_on_which_people_met(days: str, day: str | None) -> None:
    title = f"Visit to Norway by Minister Roe {days}".strip()
    text = (
        "Minister Roe paid a courtesy call on President Doe of Norway on May 4. Minister Roe also "
        "held talks with Minister Fen on May 3."
    )
    assert header(text, title=title, date="6 May 2004").date_meeting == (day or "2004-05-04")
