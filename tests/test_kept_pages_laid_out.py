"""How pages are laid out that were kept as text: lists within lists, notes that lead back."""

from __future__ import annotations

from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import Layout, read_layout
from searchkit.thesaurus import Thesaurus

SAID = "Minister Roe asked whether cod was dear. Minister Doe replied that it was not.\n"


def passages(layout: Layout) -> list[str]:
    return [" ".join(layout.text[b.start : b.end].split()) for b in layout.blocks]


def test_notes_that_lead_back_to_their_anchors_are_no_text() -> None:
    layout = read_layout(
        "12. Telegram From the Embassy in Oman to the Department of State1\n\n"
        "Muscat, May 3, 1956.\n\nI saw Minister Doe today, with Fen2 present.\n\n"
        "He said that cod was dear. He asked for ships.\n\nHale\n\n"
        "- Source: Central Files, 4/56. Secret.↩\n- Ida Fen, Harbour Master.↩\n"
    )
    assert passages(layout)[-1] == "He said that cod was dear. He asked for ships."
    assert [s.heading for s in layout.sections] == []
    assert "Hale" in layout.boilerplate


def test_the_note_on_the_source_tells_the_day_though_it_is_on_a_list() -> None:
    outline = parse(
        "23. Memorandum of Conversation1\nMinister Roe’s Meeting with Minister Doe\n"
        + SAID * 3
        + "- Source: Central Files. Secret. The meeting took place at the Omani Embassy in Vik on"
        " December 3, 1986.↩\n",
        id="x",
        thesaurus=Thesaurus.default(),
    )
    assert outline.date_meeting == "1986-12-03"


def test_those_present_in_lists_within_a_list_are_one_passage() -> None:
    layout = read_layout(
        "Talks between Minister Roe and Minister Doe\nVik, May 3, 1986\nPARTICIPANTS\n-\nU.S.\n"
        "- The Minister\n- Mr. Fen\n-\nOman\n- Minister Doe\n- Mr. Tor (Interp.)\n" + SAID
    )
    assert passages(layout) == [
        "PARTICIPANTS - U.S. - The Minister - Mr. Fen - Oman - Minister Doe - Mr. Tor (Interp.)",
        SAID.strip(),
    ]


def test_those_present_in_such_lists_are_no_title() -> None:
    layout = read_layout(
        "77. Memorandum of Conversation1\nSecretary Hale’s Lunch with Chancellor Doe\n"
        "PARTICIPANTS\n-\nGermany\n- Chancellor Doe\n- State Secretary Fen\n-\n"
        "United States\n- Secretary Hale\n"
        "The Chancellor said that cod was dear. Hale answered that ice was dearer.\n"
    )
    assert layout.title == "Memorandum of Conversation Secretary Hale’s Lunch with Chancellor Doe"


def test_officers_and_their_offices_below_are_one_list() -> None:
    layout = read_layout(
        "Panel on Cod\n\nMinutes of the meeting held on 3 May 2004\n\nMembers Present :\n\n"
        "Hon Ida FEN (Chairman)\nHon Jan TOR\n\nPublic Officers Attending :\n\n"
        "Mr Al ROE\nDeputy Secretary for Cod\n\nMs Eva RANN\nAssistant Commissioner for Eels\n\n"
        "Clerk in Attendance :\n\nMrs Ana ROA\nChief Assistant Secretary\n\n"
        "1. Mr TOR asked why cod was dear. Ms RANN replied that the ice was.\n"
    )
    assert passages(layout)[1:3] == [
        "Public Officers Attending : Mr Al ROE Deputy Secretary for Cod Ms Eva RANN Assistant"
        " Commissioner for Eels",
        "Clerk in Attendance : Mrs Ana ROA Chief Assistant Secretary",
    ]


def test_what_an_editor_left_out_is_no_title() -> None:
    layout = read_layout(
        "14. Memorandum of Conversation1\n\nVik, May 3, 1974\n\nPARTICIPANTS\n\n"
        "  • Ida Fen, Minister of Cod of Norway\n  • Jan Ode, Minister of Cod of Oman\n\n"
        "SUBJECTS\n\n  • Cod; Meeting on Eels\n\n"
        "[Omitted here is discussion of matters other than cod and the Meeting.]\n\nCod\n\n"
        "Fen: We must speak of cod at last. It is dear, and I have said so.\n\n"
        "Ode: It is dear. We ask for the price that others have.\n"
    )
    assert layout.title == "Memorandum of Conversation"


def test_a_list_goes_on_below_the_list_that_broke_it_off() -> None:
    layout = read_layout(
        "Talks on Cod\n\n3 May 2004\n\nMinister Roe met Minister Doe in Vik.\n\n"
        "  1. Roe said that cod was dear.\n"
        "  2. They gave their officials two tasks, which are the following:\n"
        "  3. (1)   To count the cod of both seas;\n\n    (2)   To count the eels;\n"
        "         As to these, Doe thanked Roe.\n\n    (3)   To count again.\n\n"
        "  1. They agreed to meet again in May.\n  2. Doe asked for ice. Roe answered.\n"
    )
    assert [s.id for s in layout.sections] == ["1", "2", "3", "3.1", "3.2", "3.3", "4", "5"]


def test_a_list_goes_on_though_one_paragraph_of_it_is_left() -> None:
    layout = read_layout(
        "Talks on Cod\n\n3 May 2004\n\nMinister Roe met Minister Doe in Vik.\n\n"
        "  1. Roe said that cod was dear.\n  2. (1)   He spoke of the eels, and hoped for more.\n\n"
        "    (2)   Doe replied that he shared this hope.\n\n  1. They agreed to meet again.\n"
    )
    assert [s.id for s in layout.sections] == ["1", "2", "2.1", "2.2", "3"]


def test_a_list_that_begins_again_below_words_of_its_own_does() -> None:
    layout = read_layout(
        "Talks on Cod\n\n3 May 2004\n\nMinister Roe met Minister Doe in Vik.\n\n"
        "  1. Roe said that cod was dear.\n  2. (1) Doe said that eels were not.\n\n"
        "    (2) He asked for ice.\n\nAfter lunch they met again.\n\n"
        "  1. They agreed to meet again in May.\n  2. Doe asked for ships.\n"
    )
    assert "3" not in [s.id for s in layout.sections]


def test_a_page_of_several_posts_is_read_as_its_first() -> None:
    layout = read_layout(
        "Press Releases: Readout of Minister Roe’s Call With Minister Doe\n\nVik\n\nMay 3, 2004\n\n"
        "Minister Roe and Minister Doe spoke yesterday by phone.\n\n"
        + SAID
        + "\nThey agreed to meet again.\n\nPress Releases: Appointment of the Keeper of Cod\n\n"
        "Vik\n\nMay 3, 2004\n\nNorway welcomes the appointment of Dr. Ida Fen as Keeper.\n"
    )
    assert layout.title == "Readout of Minister Roe’s Call With Minister Doe"
    assert passages(layout)[-1] == "They agreed to meet again."


def test_a_post_whose_title_stands_twice_is_one() -> None:
    layout = read_layout(
        "Tag: Cod\n\n  • NEWS RELEASE : Minister Roe calls Minister Doe\n\n"
        "    NEWS RELEASE : Minister Roe calls Minister Doe\n\n    3 May 2004\n\n"
        "    Minister Roe spoke to Minister Doe of Oman this morning.\n\n    "
        + SAID
        + "\n    They agreed to meet again.\n\n  • NEWS RELEASE : A new keeper of cod\n\n"
        "    NEWS RELEASE : A new keeper of cod\n\n    Read more\n"
    )
    assert passages(layout)[-1] == "They agreed to meet again."


def test_paragraphs_counted_in_words_are_one_with_what_introduces_them() -> None:
    layout = read_layout(
        "Talks on Cod\n\n3 May 2004\n\nMinister Roe met Minister Doe in Vik.\n\n"
        "They also agreed that:\n\nFirst, the docks need ferries that run on time.\n\n"
        "Second, cod should be salted where it is caught.\n\n"
        "Finally, ice was too dear for both.\n\nOn the last point Doe had asked for help.\n"
    )
    assert passages(layout)[1:] == [
        "They also agreed that: First, the docks need ferries that run on time. Second, cod should"
        " be salted where it is caught. Finally, ice was too dear for both.",
        "On the last point Doe had asked for help.",
    ]


def test_one_paragraph_counted_in_words_is_no_list() -> None:
    layout = read_layout(
        "Talks on Cod\n\n3 May 2004\n\nMinister Roe met Minister Doe in Vik.\n\n"
        "They also agreed that:\n\nFirst, the ministers spoke of ferries.\n\n"
        "They then spoke of cod, which was dear.\n"
    )
    assert len(layout.blocks) == 4


def test_headings_in_capitals_right_below_others() -> None:
    layout = read_layout(
        "CB:09:353 [Next] . [Previous] . [Contents]\n\nVIK HIGHLIGHTS\nTUESDAY, 4 MAY 2004\n"
        "GROUP II\nMATTERS OF ORDER:\nChair Roe opened the session and spoke of cod at length.\n"
        "EELS:\nNorway asked for a shorter list. Oman, for the SOUTH, asked for more.\n"
        "ICE:\nThe Secretariat introduced the issue. NORWAY lamented the delay.\n"
    )
    assert layout.title == "VIK HIGHLIGHTS"
    headings = [s.heading for s in layout.sections]
    assert headings == ["GROUP II", "MATTERS OF ORDER", "EELS", "ICE"]
    assert layout.boilerplate[0] == "CB:09:353 [Next] . [Previous] . [Contents]"


def test_those_who_speak_to_the_press_are_listed_under_their_head() -> None:
    layout = read_layout(
        "Transcript of a press conference in Vik on 11 May 2005\n\nSpeakers:\n\n"
        "IDA FEN, Minister of Cod of Norway\n\nJAN ODE, Commissioner for Eels\n\n"
        "FEN: Good afternoon. Cod is dear.\n\nODE: It is, and I have said so.\n"
    )
    assert passages(layout)[0] == (
        "Speakers: IDA FEN, Minister of Cod of Norway JAN ODE, Commissioner for Eels"
    )


def test_the_number_of_a_paper_below_a_heading_is_no_text() -> None:
    layout = read_layout(
        "Panel on Cod\n\nMinutes of the meeting held on 3 May 2004\n\nI. Confirmation of minutes\n"
        "(PC Paper No. CB(2)1102/03-04)\n\nThe minutes of the last meeting were confirmed.\n\n"
        "II. Ferries\n(PC Paper Nos. CB(2)1140/03-04(02) and CB(2)1141/03-04)\n\n"
        "2. Mr Roe asked why ferries were dear. Ms Doe replied that oil was.\n"
    )
    assert passages(layout) == [
        "The minutes of the last meeting were confirmed.",
        "Mr Roe asked why ferries were dear. Ms Doe replied that oil was.",
    ]


def test_who_writes_a_bulletin_is_no_text() -> None:
    layout = read_layout(
        "VIK HIGHLIGHTS\nTUESDAY, 4 MAY 2004\nEELS:\nNorway asked for a shorter list of eels.\n"
        "ICE:\nThe Secretariat introduced the issue. NORWAY lamented the delay.\n\n"
        "This issue of the Cod Bulletin © <cod@example.org> is written and edited by the team.\n"
    )
    assert passages(layout)[-1].endswith("lamented the delay.")


def test_an_hour_in_a_title_ends_no_sentence() -> None:
    title = (
        "Summary of Press Briefing by the Spokesperson 3 May 2024 at 11.00 hrs. Cod Hall, Ministry"
    )
    layout = read_layout(
        f"{title}\n\n{title}\n\n| 842 view\n\nSummary of Press Briefing by\n\nthe Spokesperson\n\n"
        "3 May 2024 at 11.00 hrs.\n\nCod Hall, Ministry\n\n  1. Visit of Minister Roe\n"
        "  • Minister Roe met Minister Doe in Vik.\n  • Both sides discussed cod.\n"
    )
    assert layout.title == title
    assert [s.heading for s in layout.sections] == ["Visit of Minister Roe"]


def test_the_day_on_which_something_is_proposed_is_none_of_the_meeting() -> None:
    outline = parse(
        "VIK HIGHLIGHTS\nTUESDAY, 4 MAY 2004\nMATTERS OF ORDER:\nChair Ida Fen (Norway) opened the"
        " session and suggested taking up eels on Friday.\nICE:\nOman lamented the delay.\n",
        id="x",
        thesaurus=Thesaurus.default(),
    )
    assert outline.date_meeting == "2004-05-04"
