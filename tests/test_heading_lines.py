"""Which lines that look like headings are none, by what was learnt from documents read by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit.outlines.sections.heading_lines import APART, TEXT, line_signs, unlikely_headings
from searchkit.outlines.sections.layout import read_layout
from searchkit.outlines.text.lines import read_paragraphs
from searchkit.outlines.words.wording import Wording

SAID = (
    "Minister Roe said that cod came first and that the quota of the year before had been too"
    " small for all of the boats. Minister Poe replied that herring mattered as much to Iceland."
)
TALKS = f"{SAID}\n\nMinister Roe thanked Minister Poe for the ferries. {SAID}"
HEAD = "Minister Roe meets Minister Poe\n\n3 May 2004\n\n"


COUNTED = f"Cod and herring\n\n1. {SAID}\n\n2. {SAID}\n\nFerries between the two\n\n3. {SAID}\n"


@pytest.mark.parametrize(
    ("text", "line", "left"),
    [
        # below the day, over all headings
        (
            f"FORUM OF MINISTERS\n\nVik, Norland\n\n3 May 2004\n\nOUTCOMES DOCUMENT\n\n{COUNTED}",
            "OUTCOMES DOCUMENT",
            ["Cod and herring", None, None, "Ferries between the two", None],
        ),
        # the title in other words, as marked on a page
        (
            f"{HEAD}## Minister Roe meets Minister Poe in Vik\n\n{TALKS}\n\n## Ferries\n\n{SAID}\n",
            "Minister Roe meets Minister Poe in Vik",
            ["Ferries"],
        ),
        # below all that is said
        (f"{HEAD}{TALKS}\n\n{SAID}\n\n## Quick facts\n\n- Vik has 400 boats.\n", "Quick facts", []),
    ],
)
def test_lines_that_rules_took_for_headings(text: str, line: str, left: list[str | None]) -> None:
    layout = read_layout(text)
    assert [section.heading for section in layout.sections] == left
    assert not any(line in text[block.start : block.end] for block in layout.blocks)


@pytest.mark.parametrize("form", ["{}", "[{}]", "**{}**", "## {}", "{}:"])
def test_headings_alike_stay(form: str) -> None:
    parts = "".join(f"{form.format(name)}\n\n{TALKS}\n\n" for name in ("Cod", "Eels", "Ferries"))
    found = [section.heading for section in read_layout(HEAD + parts).sections]
    assert found == ["Cod", "Eels", "Ferries"]


def test_little_text_is_left_to_rules() -> None:
    text = f"{HEAD}Cod\n\nYes was said.\n\nEels\n\nNo was said.\n"
    lines, _ = read_paragraphs(text, Wording.default())
    starts = [line.start for line in lines]
    assert unlikely_headings(text, lines, starts, Wording.default()) == {}


@given(st.text(alphabet="Ab 1.\n#:*(", max_size=200), st.text(max_size=200))
def test_any_lines(some: str, others: str) -> None:
    text = f"{some}\n{TALKS}\n{others}\n{TALKS}\n"
    wording = Wording.default()
    lines, _ = read_paragraphs(text, wording)
    found = unlikely_headings(text, lines, [line.start for line in lines], wording)
    signs = line_signs(text, lines, wording)
    assert found.keys() <= {lines[at].start for at in signs}
    assert set(found.values()) <= {TEXT, APART}


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("1. Reports (A/65/261 and A/65/262)", "Reports"),
        ("1. Reports (A/65/261; A/65/262) (continued)", "Reports"),
        (f"1. Reports ({'A/A' * 40}", f"Reports ({'A/A' * 40}"),
    ],
)
def test_symbols_of_documents_are_no_part_of_a_heading(line: str, heading: str) -> None:
    """However many signs of theirs there are without an end: each is read in one way."""
    layout = read_layout(f"{HEAD}{line}\n\n{SAID}\n\n2. Other matters\n\n{SAID}\n")
    assert layout.sections[0].heading == heading


@pytest.mark.parametrize("count", [1, 1500])
def test_headings_over_headings_come_to_an_end(count: int) -> None:
    some = "".join("REPORTS\n\nReport of Norland\n\n" for _ in range(count))
    layout = read_layout(f"{HEAD}{some}{SAID}\n\nFerries\n\n{SAID}\n")
    assert layout.sections[-1].heading == "Ferries"
