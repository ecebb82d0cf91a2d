"""Which lines are the title, by what was learnt from documents read by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit.outlines.front.title_lines import likeliest_title, rows_of, run_signs
from searchkit.outlines.sections.layout import read_layout
from searchkit.outlines.text.lines import read_paragraphs
from searchkit.outlines.words.wording import Wording

SAID = (
    "Minister Roe said that cod came first and that the quota of the year before had been too"
    " small for all of the boats. Minister Poe replied that herring mattered as much to Iceland."
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # below where it was printed
        (
            "THE COD GAZETTE, p. 4.\n\nJoint Norwegian-Icelandic Communique",
            "Joint Norwegian-Icelandic Communique",
        ),
        # below the name of the house, letter by letter, and above those present
        (
            "B A N K   O F   C O D\n\nSummary of the Herring Minutes No. 4,\nExecutive Board\n\n"
            "PRESENT: Governor Ola Roe, Chairman; Anna Poe, Head of the Department",
            "Summary of the Herring Minutes No. 4, Executive Board",
        ),
        # above who it was with
        (
            "Senator the Hon Anna Roe\nMinister for Fish\nDoorstop interview, Suva\nTranscript\n"
            "8 April 2016\nJoint doorstop with the Hon Ola Poe, Minister for Ports of Fiji",
            "Doorstop interview, Suva",
        ),
    ],
)
def test_lines_that_rules_took_for_others(head: str, title: str) -> None:
    layout = read_layout(f"{head}\n\n{SAID}\n\n{SAID}\n")
    assert layout.title == title
    assert {block.section for block in layout.blocks} == {"0"}


def test_what_is_said_is_never_above_a_title() -> None:
    text = f"Talks on Cod\n\n{SAID}\n\nMeeting of Minister Roe with Minister Poe\n\n{SAID}\n"
    layout = read_layout(text)
    assert [text[block.start : block.end] for block in layout.blocks] == [SAID, SAID]


def test_no_title_is_cut_off() -> None:
    long = "MINUTES OF THE MEETING OF MINISTERS ON " + ", ".join(["COD", "HERRING", "EELS"] * 20)
    layout = read_layout(f"Ports\n\n{long}\n\n{SAID}\n\n{SAID}\n")
    said = (
        layout.title,
        *layout.boilerplate,
        *(heading for b in layout.blocks for heading in b.headings),
    )
    blocks = [layout.text[block.start : block.end] for block in layout.blocks]
    assert any(long in one for one in (*said, *blocks))


MET = (
    "On May 2, commencing at 5:20 p.m., Ms. Jane Roe, Minister for Foreign Affairs, held a meeting"
    " with Mr. Luis Ode, Minister of Foreign Affairs of Oman, in Vik. An overview of the meeting is"
    " as follows:\n\n1. Minister Roe asked for cod.\n\n2. Minister Ode agreed to this."
)


def test_a_choice_tells_how_much_likelier_it_is() -> None:
    text = f"Press Releases\n\nMeeting of Minister Roe with Minister Poe\n\n{SAID}\n"
    wording = Wording.default()
    choice = likeliest_title(rows_of(text, read_paragraphs(text, wording)[0], "", wording))
    assert choice is not None
    assert (choice.start, choice.end) == (1, 2)
    assert choice.over(0, 1) > 0
    assert choice.over(1, 2) == 0
    assert choice.over(5, 6) == float("inf")


@given(st.text(alphabet=st.sampled_from("Ab1.:#-()[]\n '’é会"), max_size=300))
def test_signs_of_runs_add_up_to_their_scores(text: str) -> None:
    wording = Wording.default()
    rows = rows_of(text, read_paragraphs(text, wording)[0], "Talks", wording)
    choice = likeliest_title(rows)
    assert (choice is None) == (not rows)
    if choice is not None:
        assert set(choice.scores) == set(run_signs(rows))
        assert choice.end <= len(rows)


def test_captions_are_no_title_however_many_words_they_have() -> None:
    front = "Oceania\n\n3 May 2004\n(Photo) The Cod Meeting\n"
    shown = "Minister Roe who makes a speech"
    text = f"{front}{shown} (Close-up)\n{shown} (Long shot)\n\n{MET}\n"
    assert "title" in read_layout(text).derived
