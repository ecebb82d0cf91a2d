"""Lines around a title that are none: captions, menus, other languages. All names are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.around.captions import (
    is_caption_below,
    is_foreign,
    is_menu,
    is_numbered_caption,
    shows_somebody,
)
from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import read_layout
from searchkit.outlines.words.wording import Wording
from searchkit.thesaurus import Thesaurus

TEXT = "On May 3, Minister Ode met Minister Fen. They spoke about cod.\n"


@pytest.mark.parametrize(
    ("front", "title", "apart"),
    [
        (
            "May 3, 2004\nRuritania-Norland Foreign Ministers' Meeting\n"
            "The ministers before the meeting\nForeign Minister Ode at the table\n\n",
            "Ruritania-Norland Foreign Ministers' Meeting",
            ("The ministers before the meeting", "Foreign Minister Ode at the table"),
        ),
        (
            "Meeting of Minister Ode with Minister Fen\n\nMay 3, 2004\n\n"
            "  • Minister Ode1\n  • Minister Ode2\n",
            "Meeting of Minister Ode with Minister Fen",
            ("• Minister Ode1", "• Minister Ode2"),
        ),
        (
            "Ruritania-Norland Talks\n\nMay 3, 2004\n\n"
            "Prime Minister Ode welcomes President Fen Prime Minister Ode is given a cod\n\n",
            "Ruritania-Norland Talks",
            ("Prime Minister Ode welcomes President Fen Prime Minister Ode is given a cod",),
        ),
        (
            "TopNews of the Prime MinisterMay, 2004\nNews of the Prime Minister\n\n"
            "Ruritania-Norland Talks\n\nMay 3, 2004\n\n",
            "Ruritania-Norland Talks",
            ("TopNews of the Prime MinisterMay, 2004", "News of the Prime Minister"),
        ),
        (
            "메뉴 바로가기\nKOR\n\nMinister Speaks by Phone with his Norland Counterpart (5.3.)\n\n"
            "Date\n2004-05-04\n\n",
            "Minister Speaks by Phone with his Norland Counterpart (5.3.)",
            ("메뉴 바로가기", "KOR", "Date"),
        ),
        (
            "Archive of Norland Papers\n\n[Title] Summary of the Cod Talks\n[Date] May 4, 2004\n\n",
            "Summary of the Cod Talks",
            ("Archive of Norland Papers",),
        ),
        (
            "Ruritania-Norland Video Conference (summary)\n\nin Japanese\n\nMay 4, 2004\n\n",
            "Ruritania-Norland Video Conference",
            ("in Japanese",),
        ),
    ],
)
def test_the_title_and_what_is_none(front: str, title: str, apart: tuple[str, ...]) -> None:
    layout = read_layout(front + TEXT)
    assert (layout.title, layout.boilerplate) == (title, apart)
    assert [(front + TEXT)[b.start : b.end] for b in layout.blocks] == [TEXT.strip()]


def test_links_at_the_end_that_say_the_same_twice_or_name_a_file() -> None:
    text = f"Cod Talks\n\nMay 4, 2004\n\n{TEXT}\nWrite to us Write to us\nCod Talks.pdf\n"
    assert read_layout(text).boilerplate == ("Write to us Write to us", "Cod Talks.pdf")


def test_a_second_line_of_a_title_is_no_caption() -> None:
    text = f"Meeting of Minister Ode and Minister Fen\non Cod and Herring\n\nMay 4, 2004\n\n{TEXT}"
    assert read_layout(text).title == "Meeting of Minister Ode and Minister Fen on Cod and Herring"


def test_a_heading_with_a_name_keeps_its_place() -> None:
    text = f"Cod Talks\n\nMay 4, 2004\n\nMinister Ode's proposals\n\n{TEXT}"
    assert [one.heading for one in read_layout(text).sections] == ["Minister Ode's proposals"]


def test_a_wrapped_sentence_shows_nobody() -> None:
    wording = Wording.default()
    assert shows_somebody("Foreign Minister Ode at the table", wording)
    assert not shows_somebody("On March Foreign Minister Ode met her counterpart", wording)
    assert not shows_somebody("Minister Ode's proposals for cod", wording)
    assert not shows_somebody("The opening of the talks", wording)


def test_captions_and_menus() -> None:
    assert is_caption_below(
        "The ministers before the meeting", "Joint Meeting of the Herring Council"
    )
    assert not is_caption_below("Held in the Town of Vik", "Joint Meeting of the Herring Council")
    assert not is_caption_below("The talks on cod", "Talks on cod and herring")
    assert is_menu("HomeAbout the OfficeContact")
    assert not is_menu("Talks with Ida MacDonald")
    assert is_numbered_caption("Vice President Ode and Minister Fen2")
    assert is_numbered_caption("Norland-Ruritania Foreign Minister Ode-talks2")
    assert is_numbered_caption("Minister Ode-Fen-berg2")
    assert not is_numbered_caption("The Group of Seven of G20")
    assert not is_numbered_caption("Minister " + "B-" * 20_000 + "x 2"), "within a second"
    assert is_foreign("메뉴 바로가기", TEXT)
    assert not is_foreign("메뉴 바로가기", "회담 결과 메뉴 바로가기")


FIRST = "On May 3, Minister Roe met Minister Doe in Oslo. The outline is as follows.\n"


@pytest.mark.parametrize(
    "captions",
    [
        "Minister Roe making a speech\nMinisters discussing cod",
        "Commemorative photo of the ministers",
        "• (Photo)Talks on Cod-1\n• (Photo)Talks on Cod-2",
        "Minister ROE at the talks on cod",
        "The two sides\nThe hall in Oslo",
    ],
)
def test_captions_above_the_first_paragraph(captions: str) -> None:
    layout = read_layout(f"Talks on Cod\n\nMay 4, 2004\n{captions}\n\n{FIRST}")
    assert layout.sections == ()
    assert [layout.text[b.start : b.end] for b in layout.blocks] == [FIRST.strip()]
    assert layout.boilerplate == tuple(captions.split("\n"))


@pytest.mark.parametrize("heading", ["Course of the talks", "Strengthening relations"])
def test_a_heading_above_the_first_paragraph(heading: str) -> None:
    layout = read_layout(f"Talks on Cod\n\nMay 4, 2004\n\n{heading}\n\n{FIRST}")
    assert [section.heading for section in layout.sections] == [heading]


@pytest.mark.parametrize("gap", ["", " "])
def test_lines_that_are_one_but_for_a_word_in_brackets(gap: str) -> None:
    lines = [
        f"Norland-Oman Ministers' Talks{gap}({word})" for word in ("handshake", "At the table")
    ]
    outline = parse(
        "May 4, 2004\n\n" + "\n".join(lines) + f"\n\n{FIRST}", id="x", thesaurus=Thesaurus.default()
    )
    assert outline.boilerplate == tuple(lines)
    assert "title" in outline.derived


def test_a_caption_above_the_title() -> None:
    front = "May 4, 2004\n\nHandshake by the two ministers\nThe Sixth Meeting on Cod\n\n"
    assert read_layout(front + FIRST).title == "The Sixth Meeting on Cod"


def test_a_motto_above_the_title() -> None:
    title = "CHAIR'S STATEMENT OF THE MEETING ON COD"
    front = f"COD 2004: Swimming Together\n\n{title}\nOslo, 3 May 2004\n\n"
    assert read_layout(front + FIRST).title == title


def test_who_attended_and_what_is_for_reference_are_no_headings() -> None:
    text = (
        f"Talks on Cod\n\nMay 4, 2004\n\n{FIRST}\n(Attendees on the Norse side)\nAmbassador Lie\n\n"
        "1. Cod\n\nIt was dear.\n\n(Reference) Northern Cod Friends\nFounded in 1999.\n"
    )
    assert [section.id for section in read_layout(text).sections] == ["1"]


def test_a_caption_in_the_place_of_a_title() -> None:
    layout = read_layout(f"Minister Roe with Minister Doe at the harbor (photo)\n\n{FIRST}")
    assert (layout.title, layout.derived) == (FIRST.partition(" The")[0], ("title",))


def test_where_a_document_is_filed_is_no_title() -> None:
    layout = read_layout(f"Summit\n2004/05/04\n\nNorland-Sudland Summit Meeting\n\n{FIRST}")
    assert layout.title == "Norland-Sudland Summit Meeting"
    assert layout.boilerplate == ("Summit",)


def test_the_relations_of_two_countries_are_no_title() -> None:
    for sign in "-–":
        layout = read_layout(
            f"Japan {sign} Peru Relations\n\nVisit by H.E. Ms. Ana Fen,\nPresident of Peru\n"
            f"May 3, 2004\n\n{TEXT}"
        )
        assert layout.title == "Visit by H.E. Ms. Ana Fen, President of Peru"


def test_when_where_and_who_it_was_are_no_first_sentence() -> None:
    layout = read_layout(
        "11. Japan-Peru Talks\n\nDate: May 3, 2004 (Mon) 14:20\nPlace: Oslo\nAttendants: Mr. Ode\n"
        "           (Peru) Ms. Fen\n\n1. Cod\n(1)Mr. Ode praised cod. Ms. Fen agreed.\n"
        "\n12. Japan-Chile Talks\n\nDate: May 3, 2004\n1. Mr. Roe asked for hake.\n"
    )
    assert (layout.title, layout.derived) == ("Mr. Ode praised cod.", ("title",))


def test_a_title_may_end_in_letters_with_points() -> None:
    layout = read_layout(
        "Press Guidance No. 95-031\n\nMeeting between Minister Ode and\nAmbassador Fen (U.S.)\n\n"
        + TEXT
    )
    assert layout.title == "Meeting between Minister Ode and Ambassador Fen (U.S.)"


@pytest.mark.parametrize("line", ["E & O E - Proof only", "E. & O.E.", "E&OE transcript"])
def test_a_reserve_of_errors_is_set_apart(line: str) -> None:
    layout = read_layout(f"Doorstop with Minister Ode\n\nMay 3, 2004\n\n{line}\n\n{TEXT}")
    assert line in layout.boilerplate


def test_a_telegram_has_its_caption_for_title() -> None:
    layout = read_layout(
        "OUTWARD TELEGRAM\n\nFROM: EMBASSY, VIK\nTO: DEPARTMENT OF COD, OSLO\nRptd: Lima\n\n"
        f"3rd May, 2004\n\nNORLAND: TALK WITH ODE\n\n{TEXT}"
    )
    assert layout.title == "NORLAND: TALK WITH ODE"
    assert {"TO: DEPARTMENT OF COD, OSLO", "Rptd: Lima"} <= set(layout.boilerplate)


def test_a_title_stands_above_who_was_present() -> None:
    layout = read_layout(
        "COD COUNCIL\nSummary record of a meeting held at Vik on Monday, 3rd May, 2004\n\n"
        f"PRESENT\nChairman and Secretary of Cod: M. P.H. Ode\nPERU: M. A. de Fen\n\n1. {TEXT}"
    )
    assert layout.title.startswith("Summary record of a meeting held at Vik")


@pytest.mark.parametrize(
    "line",
    [
        "Speeches and Statements by the Prime Minister",
        "Activities of the Minister for Foreign Affairs",
        "Off the Cuff",
        "Nation Religion King",
        "Independence - Freedom - Happiness",
        "PRESS STATEMENT No. 7 (2015)",
        "P R E S S   R E L E A S E",
        "9678/07 (Presse 110)",
        "An Roinn Eachtracha | Department of Foreign Affairs",
        "Public Relations and Public Diplomacy Department",
    ],
)
def test_what_a_page_is_filed_under_is_no_title(line: str) -> None:
    layout = read_layout(
        f"{line}\n\nTalks of Norland and Fen on Cod\n(Press Summary)\n\nMay 3, 2004\n\n{TEXT}"
    )
    assert (layout.title, layout.kind) == ("Talks of Norland and Fen on Cod", "Press Summary")
