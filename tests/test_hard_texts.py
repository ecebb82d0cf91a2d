"""Texts that are hard to read: what repeats, and names and addresses that never end."""

from __future__ import annotations

import time

import pytest

from searchkit.outlines.parser import parse
from searchkit.outlines.words.wording import Wording
from searchkit.thesaurus import Thesaurus

SECONDS = 5
"""So many for 100,000 characters: ten times what they take, for machines that are busy."""
MET = "{0} talks\n\nMinister Naoki Sawada met Minister {1} of {0}. Minister {1}k left {0}.\n"
SOUNDS = [f"{a}{b}" for a in "bdfgk" for b in "aeiou"][:16]
TEXTS = {
    "syllables of China": MET.format("China", "I" + "aoi" * 16 + "x"),
    "syllables of Japan": MET.format("Japan", "A" + "hah" * 20 + "x"),
    "addresses": "Talks on Cod\n\nMinister Roe said it.\n\n" + "tps://aa@a.a" * 23 + "! and more\n",
    "delegates in a line": "Ida Fen of Norway asked about cod. " * 10_000,
    "offices in a line": "Minister " * 20_000,
    "labels": "Chair: Ms. Roe\n" * 20_000,
    "people": "".join(
        f"Minister Ro{'eno' * (n % 9)}{chr(97 + n % 26)}{n % 7 * 'ia'}la thanked Oman"
        " for its support. "
        for n in range(4000)
    ),
    "points": "." * 50_000,
    "signs for emphasis": "_" * 50_000,
    "a name that never ends": MET.format("China", "Roe " * 10_000),
    "particles": "Mr. " + "van de " * 10_000 + "Hall said so.",
    "labels in bold and lines that end twice": (
        "**Minister Roe:** Cod was dear.\r\n" + "It was dear.\r\n" * 8
    )
    * 2_000,
    "letters behind a name": (
        f"Talks on Cod\n\nParticipants:\nJohn Smith{' A' * 66} a, Director\n"
        "Jane Roe, Clerk\n\nMs. Roe left.\n"
    ),
    "figures behind a preposition": (
        "Talks on Cod\n\nMr. Smith said it.\n\n"
        f"On{' 1111' * 14} x Minister Roe will see that it is late.\n"
    ),
    "one sentence of meetings": "Talks\n\n"
    + "In Oslo the Foreign Minister met with Mr. Doe and\n" * 8_000,
    "one sentence on behalf": "Talks\n\n"
    + "On behalf of Norway, Mr. Smith thanked the host, who replied that\n" * 8_000,
    "one sentence of views": "Talks\n\n" + "Mr. Roe exchanged views with " * 8_000,
    "agencies before a place": f"Talks\n\n(A{'-a' * 50_000}) OSLO, 3 May 2004 - Ms. Roe left.\n",
    "capitals behind a town": f"Talks\n\nOslo ({'A' * 50_000} Ms. Roe left.\n",
    "lines below a quotation": f"Talks\n\n“We hold that cod is dear.”{chr(10) * 50_000}so\n",
    "headings of two countries": "Talks\n\n"
    + "".join(
        f"Oman-{country}\n\nMr. Roe met Mr. Doe.\n\n"
        for country in ("Norway", "Chile", "Japan", "Peru", "Mali") * 800
    ),
    "whose view": "Talks\n\n" + "Minister Roe Norway's view. " * 8_000,
    "letters of an office": "Talks\n\n" + "The Deputy Master (DM) left. DM said so. " * 4_000,
    "letters behind what never ends": f"Talks\n\n{'A-' * 50_000} (DM) said so.\n",
    "a masthead that never ends": f"{'A' * 40_000}\n\nTalks on Cod\n\nMs. Roe left.\n",
    "headings of a word": "Talks\n\n"
    + "".join(f"# Co{a}{b}{c}\n\nIt was late.\n\n" for a in SOUNDS for b in SOUNDS for c in SOUNDS)
    + "# Coda\n\nIt was late.\n\n" * 2,
    "who seconds what nobody moved": "Talks\n\n" + "Seconded by Ms. Roe\n\n" * 8_000,
    "a label and brackets that never close": "Talks\n\nMinister Roe: " + "Roe (" * 30_000,
    "tabs behind a name": f"Talks\n\nMs. Roe{chr(9) * 30_000}x said so.\n",
    "gaps in rows": "Talks\n\n" + f"Cod{' ' * 30_000}x 12\n" * 2 + "\nMs. Roe left.\n",
    "a gap behind a label": f"Talks\n\nMinister Roe{' ' * 30_000}x\nI say so.\n",
    "a signature that never ends": "Talks\n\nMs. Roe left.\n\n" + f"/s/ {'A' * 110}!\n\n" * 3,
    "letters of bodies": "Talks\n\n"
    + "".join(
        f"Ida Ro{a}{b}, Director of the {b.title()}{c} Bureau, spoke."
        f" The {(a + b[0] + c[0]).upper()} Director said so.\n"
        for a in SOUNDS[:10]
        for b in SOUNDS
        for c in SOUNDS
    ),
    "those present": "Present:\nMs. Roe, Minister\n\n" * 8_000,
}
"""Each of them took many times as long once."""


@pytest.mark.parametrize("name", TEXTS)
def test_in_time(name: str) -> None:
    thesaurus = Thesaurus.default()
    parse("Cod was dear.", id="x", thesaurus=thesaurus)
    began = time.process_time()
    parse(TEXTS[name], id="x", thesaurus=thesaurus)
    assert time.process_time() - began < SECONDS * (1 + len(TEXTS[name]) // 100_000)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("roe@cod.example.org", True),
        ("www.example.org | roe@cod.example.org", True),
        ("https://example.org/a@b roe@example.org, doe@example.org", True),
        ("Tel: +47 22 33 44 55 / Fax: +47 22 33 44 56", True),
        ("roe@example.org said so", False),
    ],
)
def test_addresses_are_no_words_of_the_document(line: str, expected: bool) -> None:
    assert Wording.default().is_boilerplate(line) is expected
