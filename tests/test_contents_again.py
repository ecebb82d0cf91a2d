"""Contents that stand twice, and headings below those that contents list. Names are invented."""

from __future__ import annotations

from searchkit.outlines.sections.layout import read_layout

LISTED = ("- Ban on cod\n", "- Visits to Norland\n", "- Ferries to Vik\n")
TITLE = "Press Conference by the Press Secretary 3 May 2004\n"
SAID = "Press Secretary Ida Roe: Good afternoon. I have two matters to tell you of.\n"


def headings(text: str) -> list[str | None]:
    return [section.heading for section in read_layout(text).sections]


def test_contents_that_stand_twice_are_set_apart() -> None:
    rest = f"{LISTED[1]}Ms. Roe: Nobody will visit.\n{LISTED[2]}Q: Why?\nMs. Roe: I cannot say.\n"
    text = f"{TITLE}{''.join(LISTED)}{''.join(LISTED)}{SAID}{rest}"
    assert headings(text) == ["Visits to Norland", "Ferries to Vik"]
    assert len(read_layout(text).boilerplate) == 6


def test_a_heading_right_under_one_that_the_contents_list() -> None:
    text = (
        f"{TITLE}{''.join(LISTED)}{LISTED[0]}- Statement by Minister Doe\n{SAID}"
        f"{LISTED[1]}Q: Who will come?\nMs. Roe: Nobody.\n{LISTED[2]}Ms. Roe: They are late.\n"
    )
    listed = ["Ban on cod", "Statement by Minister Doe", "Visits to Norland", "Ferries to Vik"]
    assert headings(text) == listed


def test_a_list_of_contents_ends_where_the_text_begins_without_a_blank_line() -> None:
    said = (
        "1. Minister Roe said that cod was dear, that the harbour of Vik was full of ice, and that "
        "the boats had been lying there since the middle of the winter. Nobody knew what the "
        "fishermen would live on in the spring, and she asked that money be found."
    )
    text = f"Minutes\n\n3 May 2004\n\nCONTENTS\n1    Cod    2\n2    Ice    3\nCod.\n{said}\n"
    found = read_layout(text)
    assert any("Nobody knew" in found.text[b.start : b.end] for b in found.blocks)
