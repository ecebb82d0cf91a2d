"""Lists of people line by line: a name, an office, a country, in any manner."""

from __future__ import annotations

import pytest

from searchkit.outlines.names.people import find_people
from searchkit.outlines.names.rolls import rows_of
from searchkit.outlines.sections.layout import read_layout

ORME, BRAND = "Deputy Director", "Legal Adviser"


def facts(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Name -> role and country."""
    found = find_people(text, read_layout(text))
    return {p.name: (p.role, p.country) for p in (*found.participants, *found.persons)}


def page(rows: str) -> str:
    return (
        f"Talks on cod\n\n4 May 2011\n\nParticipants\n\n{rows}\n\n1. Cod\n\nThe cod was weighed.\n"
    )


ROWS = {
    "comma": "{name}, {office}",
    "dash": "{name} – {office}",
    "hyphens": "{name} - {office}",
    "colon": "{name}: {office}",
    "brackets": "{name} ({office})",
    "square brackets": "{name} [{office}]",
    "office and colon": "{office}: {name}",
    "office and dash": "{office} – {name}",
    "office and comma": "{office}, {name}",
    "columns": "{name}            {office}",
    "tab": "{name}\t{office}",
    "points": "{name} ............ {office}",
    "table": "| {name} | {office} |",
    "bullets": "- {name}, {office}",
    "bold": "* **{name}** – {office}",
    "semicolons": "{name}, {office};",
}


@pytest.mark.parametrize("manner", ROWS)
def test_rows_in_every_manner(manner: str) -> None:
    row = ROWS[manner]
    rows = (
        row.format(name="H.E. Mr. Otto Žalm", office=BRAND),
        row.format(name="Jane Orme", office=ORME),
    )
    assert facts(page("\n".join(rows))) == {"Otto Žalm": (BRAND, None), "Jane Orme": (ORME, None)}


HEADS = [
    "Norway", "NORWAY", "Norway:", "**Norway**", "### Norway", "Norwegian side:",
    "The Norwegian side", "NORWEGIAN DELEGATION", "Delegation of Norway", "For Norway:",
    "From Norway:", "On the Norwegian side:", "Representatives of Norway:", "Norway\n------",
]  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_those_under_a_country_are_of_it(head: str) -> None:
    other = head.replace("Norwegian", "Omani").replace("NORWEGIAN", "OMANI")
    other = other.replace("Norway", "Oman").replace("NORWAY", "OMAN")
    rows = f"{head}\nJane Orme, {ORME}\nOtto Brand, Secretary General\n\n{other}\n{{}}"
    found = facts(page(rows.format("Ali Fen, Clerk\nSami Roe, Adviser")))
    assert {name: country for name, (_, country) in found.items()} == {
        "Jane Orme": "Norway",
        "Otto Brand": "Norway",
        "Ali Fen": "Oman",
        "Sami Roe": "Oman",
    }


def test_those_behind_a_country_on_its_line_are_of_it() -> None:
    rows = (
        "Norway: Jane Orme, Clerk; Otto Brand, Legal Adviser.\n"
        "Oman: Ali Fen (Deputy Director), Sami Roe (Adviser)"
    )
    assert facts(page(rows)) == {
        "Jane Orme": ("Clerk", "Norway"),
        "Otto Brand": ("Legal Adviser", "Norway"),
        "Ali Fen": ("Deputy Director", "Oman"),
        "Sami Roe": ("Adviser", "Oman"),
    }


@pytest.mark.parametrize(
    "row",
    [
        "{name}, Clerk, {country}",
        "{name}, Clerk ({country})",
        "{name} ({country}), Clerk",
        "{name} (Clerk, {country})",
        "{name}, {country}, Clerk",
        "{country}: {name}, Clerk",
        "{country} – {name}, Clerk",
        "| {country} | {name} | Clerk |",
        "{name} – Clerk – {country}",
        "{country}          {name}          Clerk",
    ],
)
def test_a_country_in_the_row(row: str) -> None:
    rows = (
        row.format(name="Jane Orme", country="Norway"),
        row.format(name="Ali Fen", country="Oman"),
    )
    assert facts(page("\n".join(rows))) == {
        "Jane Orme": ("Clerk", "Norway"),
        "Ali Fen": ("Clerk", "Oman"),
    }


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Dr. h.c. Jane Orme", "Jane Orme"),
        ("Lt. Gen. Jane Orme", "Jane Orme"),
        ("the Hon. Jane Orme, MP", "Jane Orme"),
        ("Jane Orme, Ph.D.", "Jane Orme"),
        ("His Excellency Mr. A. B. Orme", "A. B. Orme"),
        ('Jane "Jo" Orme', 'Jane "Jo" Orme'),
        ("Tan Sri Ali bin Fen", "Ali bin Fen"),
        ("Daw Khin Fen Oo", "Khin Fen Oo"),
        ("Jan ten Orme", "Jan ten Orme"),
        ("Suharmo", "Suharmo"),
    ],
)
def test_names_in_a_row(name: str, bare: str) -> None:
    assert facts(page(f"{name}, Clerk\nOtto Brand, Agent\nHelen Fen, Adviser"))[bare][0] == "Clerk"


def test_a_country_that_is_a_heading_over_sentences_is_no_bench() -> None:
    text = "Talks\n\nNorway\n\nMs. Jane Orme explained the talks.\n\nOman\n\nMr. Otto Brand left.\n"
    assert {country for _, country in facts(text).values()} != {"Norway", "Oman"}


def test_a_name_and_an_office_on_two_lines() -> None:
    rows = "Oman\n\nAli Fen\nDeputy Director\n\nLegal Adviser\nDr. Sami Roe"
    assert facts(page(rows)) == {
        "Ali Fen": ("Deputy Director", "Oman"),
        "Sami Roe": ("Legal Adviser", "Oman"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "Tags: Fish, Norway",
        "The White House, Map Room",
        "Ambassador Orme, Minister Brand",
        "Oslo, 4 May 2011",
        "Old Treasury Building, Cod Avenue",
        "Jane Orme told the Minister, Otto Brand",
    ],
)
def test_what_is_no_row(line: str) -> None:
    assert not [row for row in rows_of(line, 0, len(line)) if row.sure > 3]


def test_three_points_behind_an_office_are_no_word_of_it() -> None:
    text = "Talks\n\nPresent:\nJane Roe, Chair ...\nOla Fen, Member\n\nMs. Roe left.\n"
    assert set(facts(text)) == {"Jane Roe", "Ola Fen"}


def test_lines_of_prose_are_no_rows() -> None:
    text = (
        "Talks\n\nHeads of delegation were Mr. Otto Brand (Director, Norway), Mr. Fen,\n"
        "Ali (First Deputy Minister, Oman), Mr. Roe, Sami\n(Clerk, Oman) and others.\n"
    )
    assert "Ali" not in facts(text)
