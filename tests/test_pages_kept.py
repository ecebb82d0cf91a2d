"""Pages as crawlers keep them: what a site says around a text, and what lines of it are cut to."""

from __future__ import annotations

from heard import heard

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


def people(outline: Outline) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.role, p.country) for p in (*outline.participants, *outline.persons)]


def test_what_a_site_sets_above_its_pages_is_no_title() -> None:
    outline = read("""\
View settings

Font size:
Site colours:

Transcripts   /

Meeting with Boro Kulov

February 3, 2017, The Citadel, Vik

President of Norland Pyotr Sand: Mr Kulov,

I am very glad to see you.

Boro Kulov: So am I.

Pyotr Sand: Cod is dear.
""")
    assert outline.title == "Meeting with Boro Kulov"
    assert heard(outline) == [
        ("Pyotr Sand", "Mr Kulov,"),
        ("Pyotr Sand", "I am very glad to see you."),
        ("Boro Kulov", "So am I."),
        ("Pyotr Sand", "Cod is dear."),
    ]


def test_a_lead_in_is_no_title() -> None:
    outline = read("""\
Department of State
As stated by Spokesperson Jo Ode:
Secretary of State Jane Roe spoke today with Danish Foreign Minister Ole Doe to discuss cod. The
Secretary emphasized the importance of herring.
""")
    assert "title" in outline.derived


def test_a_title_told_twice_is_told_once() -> None:
    outline = read("""\
Secretary Roe's Call with Danish Foreign Minister Doe
hide
Secretary Roe's Call with Danish Foreign Minister Doe
Readout
April 9, 2024
Secretary of State Jane Roe spoke today with Danish Foreign Minister Ole Doe. They discussed cod.
""")
    assert outline.title == "Secretary Roe's Call with Danish Foreign Minister Doe"


def test_a_page_kept_for_long_tells_the_office_of_then() -> None:
    outline = read("""\
Kuwait City

15 January 2013

Readout of the Secretary-General's meeting with H.E. Mr. Jon Roe, Secretary of State of Norway

Oh Min-jun, Former Secretary-General

The Secretary-General met today with the Secretary of State of Norway, Jon Roe, in Kuwait City.

The Secretary-General stressed the need for cod.
""")
    assert people(outline) == [
        ("Jon Roe", "Secretary of State", "Norway"),
        ("Oh Min-jun", "Secretary-General", None),
    ]
    assert heard(outline)[-1][0] == "Oh Min-jun"


def test_the_day_of_something_else_is_not_that_of_the_meeting() -> None:
    outline = read("""\
Deputy Secretary Roe's Meeting with Latvian Foreign Minister Doe

Deputy Secretary of State Jane Roe met with Latvian Foreign Minister Juris Doe. The Deputy
Secretary welcomed Latvia's February 10 announcement of talks on cod.
""")
    assert outline.date_meeting is None


ROE_MET_DOE = """\
Minister of Fisheries of Norway Jane Roe met today with Minister of Fisheries of Oman Ali Doe.
"""


def test_a_menu_and_the_trail_to_a_page_are_no_sections() -> None:
    outline = read(f"""\
  • Home
  • Ministry
  • Contact us

  • EN
  • NO

  1. Home
  2. News
  3. Minister Roe meets Minister Doe

Minister Roe meets Minister Doe

12 May 2019

{ROE_MET_DOE}
""")
    assert outline.title == "Minister Roe meets Minister Doe"
    assert not outline.sections
    assert [p.id.rpartition("#")[2] for p in outline.passages] == ["0"]
    assert len(outline.boilerplate) == 8


def test_a_day_glued_before_a_title_is_none_of_it() -> None:
    outline = read(f"date 2019-05-12 Minister Roe meets Minister Doe\n\n{ROE_MET_DOE}")
    assert outline.title == "Minister Roe meets Minister Doe"
    assert outline.date_meeting == "2019-05-12"


def test_words_between_two_kinds_of_quotation_marks_are_one_statement() -> None:
    outline = read("""\
Roe meets Doe

President of Norland Jane Roe met President of Oman Ali Doe on 3 May 2004.

“The year is ending. Cod was dear," Roe said.

- We have found common ground. As you know, nets are cheap, Ali Doe said.
""")
    assert heard(outline) == [
        ("Jane Roe", '“The year is ending. Cod was dear," Roe said.'),
        ("Ali Doe", "We have found common ground."),
        ("Ali Doe", "As you know, nets are cheap, Ali Doe said."),
    ]


def test_headings_in_capitals_with_colons_stand_over_others() -> None:
    outline = read("""\
MINUTES OF THE MEETING OF THE VIK CITY COUNCIL

MARCH 13, 2017

APPROVAL OF THE AGENDA:

Roe/Doe, to approve the agenda.  The motion carried.

NEW BUSINESS:

RESOLUTION NO. 2017-11

Mayor Roe said that the bridge would be closed. City Manager Greta Olsen replied that a detour had
been agreed.

ADJOURNMENT:

Mayor Roe adjourned the meeting at 7:18 p.m.
""")
    assert [s.heading for s in outline.sections] == [
        "APPROVAL OF THE AGENDA",
        "NEW BUSINESS",
        "ADJOURNMENT",
    ]
    assert ("Greta Olsen", "City Manager", None) in people(outline)


def test_an_office_with_a_word_that_no_list_knows() -> None:
    outline = read("""\
Contacts of the Foreign Minister

Foreign Minister Jane Roe held a meeting on 9 May 2020 in Vik with Nils Berg, President of Defence
Wharves, and spoke of cod.
""")
    assert people(outline)[1] == ("Nils Berg", "President of Defence Wharves", None)


def test_a_telegram_to_an_envoy() -> None:
    outline = read("""\
The Secretary of State to the Ambassador in Norway (Berg)

WASHINGTON, April 12, 1941
[Received April 15.]

448. I told the Foreign Minister that the Department had no objection to cod.
""")
    assert people(outline)[0][:2] == ("Berg", "Ambassador in Norway")
    assert outline.date_meeting == "1941-04-12"


def test_a_heading_that_begins_with_an_office_is_no_sender() -> None:
    outline = read("""\
Minutes of the Cod Committee, 3 May 2004

Opening

The meeting convened at 1 p.m. Mr. Roe said that cod was dear.

Office Reorganization

Mr. Roe said there were two reasons for it.
""")
    assert [s.heading for s in outline.sections] == ["Opening", "Office Reorganization"]


def test_notices_of_a_site_are_no_title() -> None:
    outline = read("""\
Government officials will NEVER ask you to transfer money over a phone call. Call the helpline.

Minister Roe's Telephone Call with Minister Doe of Oman, 18 March 2019

Minister for Foreign Affairs Jane Roe spoke with Minister of Foreign Affairs of Oman Ali Doe.

Ministry of Foreign Affairs, Cod House, Oslo, 20077, Norway, | Tel Number: 0047 000-3400
""")
    assert outline.title == "Minister Roe's Telephone Call with Minister Doe of Oman, 18 March 2019"
    assert len(outline.passages) == 1


def test_an_envoy_without_a_comma_behind_the_name() -> None:
    outline = read("""\
The High Commissioner of New Zealand to Oman, Martin Ree called on the Minister of Foreign Affairs,
Nils Berg at the Ministry on 9 August 2021.

The newly appointed Envoy of Norway, Ole Vik has also come.
""")
    assert people(outline)[0][1:] == ("High Commissioner of New Zealand to Oman", "New Zealand")
    assert people(outline)[1][:2] == ("Nils Berg", "Minister of Foreign Affairs")
    assert ("Ole Vik", "Envoy", "Norway") in people(outline)


def test_an_office_right_behind_a_name() -> None:
    outline = read("""\
Minutes of the Parish Council, 22 November 2022

IN ATTENDANCE:

Mrs A Roe, Parish Clerk, Mr D L Doe Deputy Parish Clerk, and Mr O Ree Finance Officer.
""")
    assert [(name, role) for name, role, _ in people(outline)] == [
        ("A Roe", "Parish Clerk"),
        ("D L Doe", "Deputy Parish Clerk"),
        ("O Ree", "Finance Officer"),
    ]


def test_two_offices_joined_by_a_sign() -> None:
    outline = read("Deputy Prime Minister & Minister for Ports Jane Roe met President Doe of Oman.")
    assert people(outline)[0][1] == "Deputy Prime Minister & Minister for Ports"


def test_the_guest_and_the_head_of_our_state() -> None:
    outline = read("""\
Meeting with the Minister

3 May 2015

President of Ruritania Jane Roe received Minister of Ports of Norway Ole Doe in Strelsau.

The high-ranking guest conveyed greetings from the King.

The head of our state highly appraised the talks.
""")
    assert [speaker for speaker, _ in heard(outline)] == ["Ole Doe", "Jane Roe"]


def test_a_spokesperson_of_the_united_nations_is_of_no_country() -> None:
    outline = read("""\
Department of Public Information • News and Media Division • New York
Daily Press Briefing by the Office of the Spokesperson for the Secretary-General
The following is a transcript of today's noon briefing by Jo Ree, Spokesperson for the
Secretary-General.
Good afternoon. Cod is dear.
""")
    assert people(outline)[0][2] is None


def test_those_present_are_no_menu() -> None:
    outline = read("""\\
181. Memorandum of Conversation

  • US
    • Secretary of State Jane Roe
    • Ambassador Jack Doe
  • Oman
    • Foreign Minister Ali Ree

Secretary Roe told Minister Ree that cod was dear.
""")
    assert outline.title == "Memorandum of Conversation"


def test_those_present_in_lists_within_a_list() -> None:
    outline = read("""\\
94. Memorandum of Conversation

Washington, June 4, 1987

  • SUBJECT
    • Cod in Oman
  • PARTICIPANTS

    • USSR

      • Chairman Jan Roe
      • Mr. Paul Doe

    • Oman

      • Ambassador Ali Ree

Ambassador Ree called at his request. Mr. Roe replied that nets were cheap.
""")
    assert [p.text.split()[0] for p in outline.passages] == [
        "SUBJECT",
        "PARTICIPANTS",
        "Ambassador",
    ]
    assert [(p.name, p.country) for p in outline.participants] == [
        ("Jan Roe", "Soviet Union"),
        ("Paul Doe", "Soviet Union"),
        ("Ali Ree", "Oman"),
    ]


def test_the_day_that_a_crawler_found_stands_on_a_line_of_its_own() -> None:
    outline = read(f" date 2019-05-13 News / Ports\n\nRoe and Doe on Cod\n\n{ROE_MET_DOE}")
    assert (outline.title, outline.date_published) == ("Roe and Doe on Cod", "2019-05-13")
    assert outline.place is None


def test_a_long_sentence_above_all_others_is_no_title() -> None:
    first = (
        "On 3 May 2004, the Norwegian town of Vik hosted the fourth seminar of the Ministries of "
        "Ports of Norway and Oman, with Minister Jane Roe and Minister Ali Doe among its guests."
    )
    outline = read(f"{first}\n\nThe Ministers spoke of cod. They agreed on herring.\n")
    assert "title" in outline.derived
    assert outline.passages[0].text == first


def test_a_list_of_those_present_is_no_title() -> None:
    outline = read("""\
148. Memorandum of Conversation0

SUBJECT

  • Norway and Cod

PARTICIPANTS

  • U.S.
    • The Secretary
    • EUR - Mr. Roe
  • Norway
    • Foreign Minister Doe
    • Mr. Dahl

After dinner, the Secretary and Mr. Doe conversed alone. Mr. Doe said that cod was dear.

The Foreign Minister left with Mr. Roe a paper on herring (attached).2
""")
    assert outline.title == "Memorandum of Conversation"
    assert [p.name for p in outline.participants] == ["Roe", "Doe", "Dahl"]
    assert outline.passages[-1].text.startswith("The Foreign Minister left")


def test_what_a_page_shows_between_its_title_and_its_text() -> None:
    outline = read("""\
Left Menu

Roe and Doe hold talks on cod

The Ministers also discussed herring.

Cod News Desk | Vik | Updated: 13-05-2004 16:38 IST | Created: 12-05-2004 16:38 IST
Roe and Doe hold talks on cod
Minister Doe also met with Prime Minister Kay Hale.  Image Credit: Stuff
  • Country:
  • Norway

Minister Jane Roe of Norway met with Minister Ali Doe of Oman in Oslo today. They spoke of cod.
""")
    assert outline.title == "Roe and Doe hold talks on cod"
    assert (outline.date_published, outline.place) == ("2004-05-12", "Oslo")
    assert [p.text.split()[1] for p in outline.passages] == ["Jane"]
    assert [p.name for p in outline.participants] == ["Jane Roe", "Ali Doe"]


def test_the_pages_of_an_office_elsewhere_are_no_sections() -> None:
    outline = read("""\
Office of Ports, Norland

  1. Office of Ports, Norland facebook
  2. Office of Ports, Norland twitter

Minister Meets Minister Doe of Oman

1. Minister Jane Roe met Minister Ali Doe on 3 May 2004.

2. They spoke of cod.
""")
    assert outline.title == "Minister Meets Minister Doe of Oman"
    assert [section.id for section in outline.sections] == ["1", "2"]


def test_a_dateline_begins_the_text_right_below_a_title() -> None:
    said = "They agreed that cod was dear, that herring was not, and that eels were to be\n"
    outline = read(
        "Norway and Oman hold the second consultation on cod and herring in Vik\n"
        "17 March 2014 – Norway and Oman held the second consultation on cod\n"
        f"in Vik yesterday, March 16. Minister Jane Roe spoke of the price of ice\n{said}counted.\n"
    )
    assert outline.title == "Norway and Oman hold the second consultation on cod and herring in Vik"
    assert (outline.date_published, outline.date_meeting) == ("2014-03-17", "2014-03-16")


def test_a_caption_stands_twice_above_the_text() -> None:
    shown = "Norwegian minister Jane Roe and Omani minister Ali Doe."
    outline = read(
        f"Gallery: Roe meets Doe in Vik\n\n{shown}\n\n{shown} Source: Jo Hale /NNA\n\n"
        "On 3 May 2004, Minister Jane Roe met Minister Ali Doe in Vik. They spoke of cod.\n"
    )
    assert [p.text.split()[0] for p in outline.passages] == ["On"]
