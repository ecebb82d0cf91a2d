"""What bodies that meet again and again publish: minutes, notes, summaries; all of it invented."""

from __future__ import annotations

from heard import heard

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="example", thesaurus=Thesaurus.default())


def parts(text: str) -> list[tuple[str, str | None]]:
    return [(section.id, section.heading) for section in read(text).sections]


def people(text: str) -> list[tuple[str, str | None]]:
    outline = read(text)
    return [(p.name, p.role) for p in (*outline.participants, *outline.persons)]


def test_contents_with_the_numbers_of_pages_are_no_sections() -> None:
    body = """{line}

A.	THE COD PROGRAMME

1.	The representative of Norway said that cod was dear.

B.	OTHER BUSINESS

2.	No other business was raised.
"""
    head = "NOTE ON THE MEETING OF 12 OCTOBER 2006\n\nSubjects discussed:{over}\n\n"
    expected = [
        ("A", "THE COD PROGRAMME"),
        ("A.1", None),
        ("B", "OTHER BUSINESS"),
        ("B.2", None),
    ]
    for over, line in (
        ("", "A.	THE COD PROGRAMME	1\nB.	OTHER BUSINESS	4"),
        ("      Page", "A.   THE COD PROGRAMME            1\nB.   OTHER BUSINESS          4"),
        ("[2]", "A......... THE COD PROGRAMME. 1\n\nB......... OTHER BUSINESS. 4"),
    ):
        assert parts(head.format(over=over) + body.format(line=line)) == expected


def test_paragraphs_counted_through_from_above_the_first_heading() -> None:
    text = """MINUTES OF MEETING

12 July 2005

1.   The Chairman said that the agenda was short.

1.   The cod programme

2.   The representative of Norway said that cod was dear.

3.   The representative of Oman agreed.

2.   New proposals

4.   The representative of Fiji introduced its proposal.
"""
    assert parts(text) == [
        ("1", None),
        ("1-2", "The cod programme"),
        ("1-2.2", None),
        ("1-2.3", None),
        ("2", "New proposals"),
        ("2.4", None),
    ]


MINUTES = """Minutes of the Cod Board

4 May 2016

{list}

1. Cod

The Board noted the report. Ms. Burk said that cod was scarce.

Voting for it: Jonas Pell, Wilma Dyer, and Lila Marsh.
"""


def test_names_one_behind_another_on_the_lines_of_a_list() -> None:
    listed = "Voting members:\nGary Bright, Dana Burk, Pat Leonard,\nMark Lowe, Sunil Patel."
    assert [name for name, _ in people(MINUTES.format(list=listed))][:5] == [
        "Gary Bright",
        "Dana Burk",
        "Pat Leonard",
        "Mark Lowe",
        "Sunil Patel",
    ]


def test_one_of_several_in_a_row_is_no_post_of_the_first() -> None:
    listed = "Attendance\nJonas Pell, Chair\nWilma Dyer, Vice Chair\nDana Burk"
    assert people(MINUTES.format(list=listed))[:2] == [
        ("Jonas Pell", "Chair"),
        ("Wilma Dyer", "Vice Chair"),
    ]


def test_several_members_after_one_word() -> None:
    listed = "Present: Mayor Dale Hutch; Council Members Ann Burk, Luis Soto, and Karen Wolfe"
    assert people(MINUTES.format(list=listed))[:4] == [
        ("Dale Hutch", "Mayor"),
        ("Ann Burk", "Council Member"),
        ("Luis Soto", "Council Member"),
        ("Karen Wolfe", "Council Member"),
    ]


def test_attendees_under_a_heading_of_markdown() -> None:
    listed = "## Attendees:\n\n* Lena Ortiz\n* Mark Dwyer\n* Dana Burk"
    outline = read(MINUTES.format(list=listed))
    assert [p.name for p in outline.participants] == ["Lena Ortiz", "Mark Dwyer", "Dana Burk"]


def test_a_general_debate_is_nobody() -> None:
    text = "As the Assembly closed the General Debate, Secretary-General Lars Oden met ministers.\n"
    assert people(text) == [("Lars Oden", "Secretary-General")]


def test_days_of_minutes_are_of_the_meeting_alone() -> None:
    led = (
        "Cod Steering Committee\nMinutes - 11 April 2006 11:00 AM PDT\n\n1. Cod\n"
        "- 4 April 2006 -- minutes approved\n"
    )
    called = (
        "BOARD OF EDUCATION\nRegular Meeting\nFebruary 18, 2015\n\nPresident Laird called the "
        "meeting to order at 6:34 p.m.\n\nMrs. Bruno moved to adjourn; Mr. Nowak seconded.\n"
    )
    days = [(one.date_published, one.date_meeting) for one in map(read, (led, called))]
    assert days == [(None, "2006-04-11"), (None, "2015-02-18")]


def said(text: str) -> list[tuple[str, str]]:
    return heard(text, 3)


def test_ministers_of_a_field_and_who_meets_beside_them_are_all_who_meet() -> None:
    text = (
        "Main results\n\n14 October 2019\n\nForeign ministers discussed cod with the envoy.\n\n"
        "EU ministers urged restraint.\n\nMinisters and Bank Governors noted the report.\n\n"
        "Community leaders urged calm.\n"
    )
    assert said(text) == [
        ("Both sides", "Foreign ministers discussed"),
        ("Both sides", "EU ministers urged"),
        ("Both sides", "Ministers and Bank"),
    ]


def test_who_is_credited_below_a_quotation_said_it() -> None:
    text = """Main results of the Cod Council

14 October 2019

The cod crisis

Ministers discussed cod.

"We discussed cod. We need unity."

Ida Moe, High Representative for Cod

The Council adopted conclusions.

Herring

The Council discussed herring.
"""
    assert [heading for _, heading in parts(text)] == ["The cod crisis", "Herring"]
    assert said(text)[1:3] == [("Ida Moe", '"We discussed cod.'), ("Ida Moe", 'We need unity."')]


def test_those_behind_their_countries_on_a_list() -> None:
    listed = "Attendance:\n\nFinland: Hannu Aalto\nNorway: Stein Berge\nSweden: Helena Ek"
    met = [(p.name, p.country) for p in read(MINUTES.format(list=listed)).participants]
    assert met[:3] == [
        ("Hannu Aalto", "Finland"),
        ("Stein Berge", "Norway"),
        ("Helena Ek", "Sweden"),
    ]


def test_what_a_council_came_to_is_a_title_above_the_first_heading() -> None:
    for title in ("Main results of the Cod Council", "Summary of the Cod Council"):
        text = (
            f"{title}\n\n14 October 2019\n\nThe cod crisis\n\nMinisters discussed cod.\n\n"
            "Herring\n\nThe Council discussed herring.\n"
        )
        assert read(text).title == title


def test_a_house_in_a_district_is_the_anchor_of_no_note() -> None:
    text = """CONCLUSIONS of a Meeting of the Cabinet held at Cod House, S.W.1, on 15th March, 1962

Present:
The Right Hon. HAROLD MADE, M.P., Prime Minister
The Right Hon. R. A. BUTLIN, M.P., Home Secretary

Secretariat:
Mr. J. S. ORDE

Parliament

1. The Cabinet were informed of the business of the following week.

Cod

2. The Prime Minister said that cod was dear.
"""
    assert parts(text) == [("h1", "Parliament"), ("h1.1", None), ("h2", "Cod"), ("h2.2", None)]


def test_items_numbered_by_month_and_year() -> None:
    text = """Board Meeting held on 27 September 2018

09/18/1  Welcome

LP welcomed everyone to the meeting.

09/18/2  Finance report

GL said that cod was dear. The Board noted the report.
"""
    assert parts(text) == [("09/18/1", "Welcome"), ("09/18/2", "Finance report")]


def test_initials_between_a_name_and_a_post() -> None:
    listed = "Present:\nDame Linda Pryor        LP    Chair\nMs Sunita Rao           SR    Director"
    assert people(MINUTES.format(list=listed))[:2] == [
        ("Linda Pryor", "Chair"),
        ("Sunita Rao", "Director"),
    ]


def test_the_next_with_a_style_is_no_post() -> None:
    listed = "Members present:\n\nMs Katy Clive, Rosemary McKay, Sir Jo Winter"
    assert dict(people(MINUTES.format(list=listed)))["Rosemary McKay"] is None


def test_the_first_of_several_days_is_none_of_issue() -> None:
    body = "\n\nMinisters discussed cod.\n\nThe docks\n\nThey discussed docks.\n"
    for line in ("8-9 November 2011", "Oslo, 8 to 9 November 2011", "November 8-9, 2011"):
        outline = read(f"Chair's Summary of the Cod Meeting\n\n{line}{body}")
        assert (outline.date_published, outline.date_meeting) == (None, "2011-11-08")
    stamped = read(f"Meeting on Cod\n\nDate 2015-02-03 Department: Cod Division{body}")
    assert stamped.date_published == "2015-02-03"


def test_a_town_right_under_the_day() -> None:
    for place, gap in (("Luleå", "\n"), ("Portland, Oregon", "\n\n")):
        text = (
            f"Meeting of Senior Cod Officials\nFinal Report\n8-9 November 2011{gap}{place}\n\n"
            "1. Welcome\n\nMr. Lind welcomed the participants.\n"
        )
        assert read(text).place == place


NOTE = """RESTRICTED
S/C/M/80
2 December 2005

REPORT OF THE MEETING HELD ON 14 OCTOBER 2005

Note by the Secretariat1

{text}
"""


def test_paragraphs_counted_through_under_letters_and_paths() -> None:
    through = """1.   The Council for Cod met on 14 October 2005. The agenda was adopted.

A.   ELECTION OF OFFICERS

2.   The Chairman said that consultations were continuing.

3.   The representative of Oman thanked the Chairman.

B.   OTHER BUSINESS

4.   No matters were raised."""
    assert parts(NOTE.format(text=through)) == [
        ("1", None),
        ("A", "ELECTION OF OFFICERS"),
        ("A.2", None),
        ("A.3", None),
        ("B", "OTHER BUSINESS"),
        ("B.4", None),
    ]
    paths = """A.  REVIEW PROCESS

(i)  Matters relevant to cod

1.1  India asked Oman to explain its quota. Oman said that it had been filled.

(ii)  Notifications

1.2  The Committee reviewed the notifications listed in the Annex.

B.  OTHER BUSINESS

2.1  The date of the next meeting was set for 15 June 2006."""
    assert parts(NOTE.format(text=paths)) == [
        ("A", "REVIEW PROCESS"),
        ("A.i", "Matters relevant to cod"),
        ("A.i.1.1", None),
        ("A.ii", "Notifications"),
        ("A.ii.1.2", None),
        ("B", "OTHER BUSINESS"),
        ("B.2.1", None),
    ]


def test_the_end_of_a_bodys_name_is_no_place() -> None:
    head = "WORLD COD                     RESTRICTED\n                              G/AG/R/44\n"
    text = f"{head}ORGANIZATION                  31 May 2006\n\nCommittee on Cod\n\n{NOTE[35:]}"
    assert read(text.format(text="1. India asked Oman to explain its quota.")).place is None


def test_the_chair_named_behind_a_label_with_another_office() -> None:
    text = NOTE.format(
        text="Chairperson: Ambassador Karen Tolle (Fiji)\n\n1.  The Chairperson said that."
    )
    assert said(text) == [("Karen Tolle", "The Chairperson said")]


def test_the_first_of_several_headings_is_no_title() -> None:
    for title in ("Cod Affairs Council", "Chair's Summary"):
        text = (
            f"{title}\n\nOslo, 14 October 2019\n\nThe cod crisis\n\nMinisters discussed cod.\n\n"
            "The docks\n\nThe ministers discussed docks and ferries.\n"
        )
        outline = read(text)
        assert outline.title == title
        assert [one.heading for one in outline.sections] == ["The cod crisis", "The docks"]


def test_all_whose_names_cry_out_take_part() -> None:
    text = """Cod Must Be Confronted, Speakers Say

14 SEPTEMBER 2022

Statements

HELEN LA ROCHE, Special Representative of the Secretary-General, said a crisis had come.

JUAN DE LA PEÑA (Mexico) said that his delegation was preparing a draft.

DAVID MILLS (United Kingdom) welcomed the designation.

LI WENHAO (China) underscored the importance of dialogue.
"""
    assert len(read(text).participants) == 4


def test_minutes_with_numbers_and_a_year_and_those_present_counted() -> None:
    text = """MINUTES OF THE 14TH SITTING OF THE COMMITTEE ON COD HELD ON 4TH APRIL, 2017

PRESENT:
1. Hon. Ndi Kariuki, MP - Chairperson
2. Hon. Grace Wair, MP

APOLOGIES:
1. Hon. Peter Oti, MP

MIN. NO. 61/2017: PRELIMINARIES
The Chairperson called the meeting to order.

MIN. NO. 62/2017: COD
Hon. Wair wanted to know why cod was dear.
"""
    assert parts(text) == [("61/2017", "PRELIMINARIES"), ("62/2017", "COD")]
    outline = read(text)
    assert [p.name for p in outline.participants] == ["Ndi Kariuki", "Grace Wair"]
    first = outline.passages[0]
    assert outline.text[first.start : first.end].endswith("2. Hon. Grace Wair, MP")


def test_we_of_a_communique_are_all_who_met() -> None:
    text = (
        "COD COMMITTEE COMMUNIQUÉ\n\nVik, April 16, 2016\n\n1. The Cod Committee met today in Vik."
        "\n\n2. We call on the boards to monitor risks.\n\n3. We welcome the report.\n"
    )
    assert said(text) == [("Both sides", "We call on"), ("Both sides", "We welcome the")]


def test_minutes_as_the_name_of_a_part_below_those_present() -> None:
    text = """Minutes of the Policy Meeting of the Cod Board

Perth – 4 September 2012

Members Present

Glen Stevens (Chairman), Martin Park PSM (Secretary)

Minutes

The minutes of the previous meeting were approved.

The cod market

Members agreed that cod was dear.
"""
    outline = read(text)
    assert outline.kind is None
    assert [heading for _, heading in parts(text)] == ["Minutes", "The cod market"]


def test_who_is_listed_met_where_the_title_tells_of_minutes() -> None:
    text = """Cod Commission Meeting Minutes: September 9, 2013

Meeting Location: A&S 2-72

Attendees: Ed Drake, Merle Tasker, George Fenn, Tristan Johns

The Commission discussed cod.
"""
    outline = read(text)
    assert len(outline.participants) == 4
    assert (outline.date_published, outline.place) == (None, "A&S 2-72")


def test_who_called_a_meeting_to_order_makes_minutes() -> None:
    text = (
        "Cod Commission\n\nMonday, July 8, 2019, 7:00 PM\n\nPetters called the meeting to order at "
        "7:05 PM.\n\nThe Commission welcomed Mr. Reece.\n\nPetters adjourned the meeting.\n"
    )
    assert read(text).date_published is None
