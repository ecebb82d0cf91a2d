"""Documents in which marks tell who says what: ``{R|Minister Roe thanked all.}``.

``tests/spoken`` holds them, parted by lines of ``=``. The first line of each tells whom the letters
mean; ``-`` is nobody, and so is whoever says what has no marks.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from searchkit.outlines.parser import parse, read_outline
from searchkit.records import BOTH_SIDES, Outline
from searchkit.thesaurus import Thesaurus

SPOKEN = Path(__file__).parent / "spoken"
MARK = re.compile(r"\{(?P<who>[A-Z]+|-)\|(?P<words>[^{}]*)\}")
DOCUMENTS = [
    pytest.param(document, id=f"{path.stem}-{number}")
    for path in sorted(SPOKEN.glob("*.txt"))
    for number, document in enumerate(re.split(r"(?m)^=+\n", path.read_text(encoding="utf-8")), 1)
]


def read_as(text: str, folder: Path) -> Outline:
    if not text.startswith("<"):
        return parse(text, id="x", thesaurus=Thesaurus([]))
    page = folder / "page.html"
    page.write_text(text, encoding="utf-8")
    return read_outline(page, thesaurus=Thesaurus([]))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_who_says_what(document: str, tmp_path: Path) -> None:
    first, _, marked = document.partition("\n")
    pairs = (pair.partition("=") for pair in first.removeprefix("# ").split("; "))
    known = {"-": None, "B": BOTH_SIDES} | {letter: name for letter, _, name in pairs}
    outline = read_as(MARK.sub(lambda match: match["words"], marked), tmp_path)
    said = [
        (outline.text[s.start : s.end], s.speaker)
        for passage in outline.passages
        for s in passage.statements
    ]
    # A statement is a sentence, of which several may stand in marks, perhaps with a label.
    marks = [(_plain(match["words"]), known[match["who"]]) for match in MARK.finditer(marked)]
    found: list[tuple[str, str | None]] = [(words, None) for words, _ in marks]
    at = 0
    for words, speaker in said:
        at = next(i for i in range(at, len(marks)) if _plain(words) in marks[i][0])
        found[at] = (marks[at][0], speaker)
    assert found == marks


def _plain(words: str) -> str:
    return " ".join(words.replace("*", "").split())


def test_letters_without_a_colon_are_no_surname_s_title() -> None:
    text = (
        "Transcript of the Prime Minister's Doorstop, Hobart\n\nFriday 6 March 2009\n\n"
        "PM Good morning. I have just come from the shipyard with Minister Doe.\n"
        "JOURNALIST Prime Minister, what about the tariff?\n"
        "PM Thank you. The tariff stays.\n"
        "JOURNALIST And the cod?\n"
        "PM The cod is fine.\n"
    )
    outline = parse(text, id="a", thesaurus=Thesaurus.default())
    assert [person.name for person in outline.persons] == ["Doe", "Prime Minister"]
    assert [passage.speakers for passage in outline.passages] == [
        ("Prime Minister",),
        (),
        ("Prime Minister",),
        (),
        ("Prime Minister",),
    ]


def test_a_question_behind_a_bare_letter_is_no_heading() -> None:
    text = (
        "Remarks by President Roe\n\nApril 16, 2021\n\n"
        "PRESIDENT ROE: I did. Thank you all very much.\n\n"
        "Q Mr. President, one on cod?\n\n"
        "PRESIDENT ROE: We'll talk later. Thank you.\n"
    )
    outline = parse(text, id="a", thesaurus=Thesaurus.default())
    assert (len(outline.sections), len(outline.passages)) == (0, 3)
