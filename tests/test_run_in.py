"""Headings on the line of their text, without a number. All names and sentences are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.sections.layout import read_layout

SAID = "The ministers said that the quota for cod was too low."
OPENING = "Minister Roe met Minister Doe in Vik. They spoke of cod for an hour."


def headings(sign: str, *labels: str, said: str = SAID) -> list[str | None]:
    """The headings of a text whose paragraphs begin with ``labels`` and a sign."""
    body = "\n\n".join(f"{label}{sign} {said}" for label in labels)
    text = f"Talks of Minister Roe with Minister Doe\n\n3 May 2004\n\n{OPENING}\n\n{body}\n"
    return [section.heading for section in read_layout(text).sections]


@pytest.mark.parametrize("sign", [":", ".", " –", ".-"])
def test_words_before_a_sign_are_headings(sign: str) -> None:
    labels = ("Trade in cod", "Port of Vik", "Fisheries")
    assert headings(sign, *labels) == list(labels)


@pytest.mark.parametrize(
    ("sign", "labels", "said"),
    [
        (":", ("Trade", "Fisheries"), SAID),  # two are too few
        (":", ("Roe", "Doe", "Jan Fen"), SAID),  # who speaks
        (":", ("Trade in cod", "Fisheries", "Ports"), "I see it as you do, and have said so."),
        (":", ("Minister Roe", "Minister Doe", "Ambassador Fen"), SAID),
        (":", ("Norland", "Norway", "Sweden"), SAID),
        (".", ("They met", "Cod was dear", "Nobody spoke"), SAID),
    ],
)
def test_words_before_a_sign_that_are_none(sign: str, labels: tuple[str, ...], said: str) -> None:
    assert headings(sign, *labels, said=said) == []


def test_bold_words_may_name_a_country_or_an_office() -> None:
    body = f"**Sweden.** {SAID}\n\n**Meeting with the Minister.** {SAID}\n"
    text = f"Talks\n\n3 May 2004\n\n{OPENING}\n\n{body}"
    found = [section.heading for section in read_layout(text).sections]
    assert found == ["Sweden", "Meeting with the Minister"]


def test_a_heading_on_the_line_of_its_first_item() -> None:
    text = (
        f"Talks\n\n3 May 2004\n\n{OPENING}\n\n1. Ties of the two (1) {SAID}\n\n(2) {SAID}\n\n"
        f"2. Norway (1) {SAID}\n(2) {SAID}\n\n3. Others (1) {SAID}\n"
    )
    found = [(section.id, section.heading) for section in read_layout(text).sections]
    assert found == [
        ("1", "Ties of the two"),
        ("1.1", None),
        ("1.2", None),
        ("2", "Norway"),
        ("2.1", None),
        ("2.2", None),
        ("3", "Others"),
        ("3.1", None),
    ]


@pytest.mark.parametrize("sign", [".", ":"])
def test_headings_in_one_section_alone(sign: str) -> None:
    parts = "\n\n".join(
        f"{n}) {name}{sign} {SAID}" for n, name in enumerate(("Cod", "Ferries", "Ports"), 1)
    )
    text = (
        f"Talks on cod\n\n3 May 2004\n\n1. Opening\n\n1) {SAID}\n\n2) {SAID}\n\n2. Reports\n\n"
        f"{parts}\n\n3. Others\n\n1) {SAID} The ports and ferries were named.\n\n2) {SAID}\n"
    )
    layout = read_layout(text)
    assert [s.heading for s in layout.sections if s.heading] == [
        "Opening",
        "Reports",
        "Cod",
        "Ferries",
        "Ports",
        "Others",
    ]


def test_a_country_before_a_colon_is_a_matter_where_the_sentence_names_who_speaks() -> None:
    lines = ("Trade in cod: " + SAID, "Norway: The leaders welcomed it.", "Ports: " + SAID)
    body = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    text = f"Talks on Cod\n\n3 May 2004\n\n{OPENING}\n\n{body}\n"
    headings = [section.heading for section in read_layout(text).sections]
    assert headings == ["Trade in cod", "Norway", "Ports"]
    text = text.replace("The leaders welcomed it.", "Welcomed it.")
    assert [section.heading for section in read_layout(text).sections][1] is None


def test_where_headings_are_in_capitals_so_is_whatever_begins_like_them() -> None:
    labels = ("AGENDA APPROVED", "COMMUNICATIONS", "FINANCIAL REPORT")
    body = "\n".join(f"{label}: {SAID}" for label in labels)
    body += f"\nDIRECTOR'S COMMENTS: Dr. Fen read the report. {SAID}\nADJOURNMENT: They left at 8."
    text = f"Minutes of the Cod Board\n\n{OPENING}\n\nMEMBERS PRESENT: Roe, Doe\n{body}\n"
    headings = [section.heading for section in read_layout(text).sections]
    assert headings == [*labels, "DIRECTOR'S COMMENTS", "ADJOURNMENT"]


def test_beside_headings_in_capitals_labels_tell_who_speaks() -> None:
    labels = ("FERRIES", "PORTS", "COD")
    body = "\n\n".join(f"{label}: {SAID}" for label in labels)
    body += "\n\nQUESTION: Will they meet?\n\nMINISTER ROE: I think so."
    text = f"Talks on Cod\n\n3 May 2004\n\n{body}\n"
    assert [section.heading for section in read_layout(text).sections] == [*labels]


@pytest.mark.parametrize("number", ["{}.", "({})"])
def test_particulars_with_numbers_have_headings(number: str) -> None:
    lines = (
        "Date and time: 2 May 2004, from 10:00 to noon",
        "Venue: Vik (Ministry of Cod)",
        "Participants:\n(Norland side) Mr. Jan Roe, Director of Cod, and others",
        "Agenda: Cod, eels and ferries.",
        f"Outline\n{SAID}",
    )
    body = "\n".join(f"{number.format(i)} {line}" for i, line in enumerate(lines, 1))
    layout = read_layout(f"Talks on Cod\n\n3 May 2004\n\n{body}\n")
    headings = [section.heading for section in layout.sections]
    assert headings == ["Date and time", "Venue", "Participants", "Agenda", "Outline"]


def test_one_particular_with_a_number_has_no_heading() -> None:
    text = f"Talks on Cod\n\n3 May 2004\n\n1. Venue: Vik\n2. {SAID}\n3. {SAID}\n"
    assert {section.heading for section in read_layout(text).sections} == {None}


@pytest.mark.parametrize("sign", [" …", " ...", " –", " —", " -"])
def test_a_dash_or_an_ellipsis_parts_a_numbered_heading_from_its_text(sign: str) -> None:
    labels = ("Trade in cod", "Port of Vik – dredging", "Fisheries")
    if sign not in (" …", " ..."):
        labels = ("Trade in cod", "Port of Vik", "Fisheries")
    body = "\n\n".join(f"{n}. {label}{sign} {SAID}" for n, label in enumerate(labels, 1))
    layout = read_layout(f"Minutes of the Cod Board\n\n3 May 2004\n\n{OPENING}\n\n{body}\n")
    assert [section.heading for section in layout.sections] == list(labels)


@pytest.mark.parametrize("label", ["Mr. Roe", "Norway", "Minister Doe"])
def test_who_speaks_before_a_dash_is_no_heading(label: str) -> None:
    body = "\n\n".join(f"{n}. {label} {n} – {SAID}" for n in (1, 2, 3)).replace(" 1 –", " –")
    layout = read_layout(f"Minutes of the Cod Board\n\n3 May 2004\n\n{OPENING}\n\n{body}\n")
    assert layout.sections[0].heading is None


def test_a_heading_run_in_goes_on_in_small_letters() -> None:
    text = (
        "Talks in Vik\n\n3 May 2004\n\n"
        "1. Trade: raising the quota for cod by a third. Roe said that it was time.\n\n"
        "2. Ports: both sides agreed that the quay should be mended.\n\n"
        "3. Fish and ice: exchanging experts on eels.\n"
    )
    assert [s.heading for s in read_layout(text).sections] == ["Trade", "Ports", "Fish and ice"]


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ("Hydrocarbons:", "Hydrocarbons"),
        ("**Hydrocarbons:**", "Hydrocarbons"),
        ("Comment:", None),  # what whoever wrote the telegram adds
        ("JR:", None),
        ("Roe:", None),
    ],
)
def test_one_heading_among_paragraphs_with_numbers(label: str, heading: str | None) -> None:
    told = f"{label} The two ministers agreed to look for more of it in the north."
    text = f"Talks on Cod\n\n1. Mr. Roe spoke of cod.\n\n2. {told}\n\n3. Ms. Ode agreed.\n"
    assert [section.heading for section in read_layout(text).sections] == [None, heading, None]
