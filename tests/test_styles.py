"""Whole documents, one for each style: what ``tests/styles`` tells of them has to be read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus

STYLES = sorted((Path(__file__).parent / "styles").glob("*.txt"))


def told(outline: Outline) -> dict[str, Any]:
    """What an outline holds, in the words of ``tests/styles/README.md``."""
    text = outline.text
    return {
        "title": outline.title,
        "kind": outline.kind,
        "date_published": outline.date_published,
        "date_meeting": outline.date_meeting,
        "place": outline.place,
        "occasion": outline.occasion,
        "derived": list(outline.derived),
        "sections": [[one.id, one.heading] for one in outline.sections],
        "passages": [
            [one.id.partition("#")[2], " ".join(one.text.split())] for one in outline.passages
        ],
        "boilerplate": list(outline.boilerplate),
        "participants": [one.name for one in outline.participants],
        "persons": [one.name for one in outline.persons],
        "statements": [
            [said.speaker, " ".join(text[said.start : said.end].split())]
            for one in outline.passages
            for said in one.statements
        ],
    }


def shortened(found: list[list[str]], wanted: list[list[str]]) -> list[list[str]]:
    """``found``, each text as it is wanted where ``...`` in that stands for what it has there."""
    short = []
    for one, (_, pattern) in zip(found, wanted, strict=False):
        parts = map(re.escape, pattern.split("..."))
        short.append([one[0], pattern if re.fullmatch(".*".join(parts), one[1]) else one[1]])
    return short + found[len(short) :]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_document_in_this_style(path: Path) -> None:
    wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
    text = path.read_bytes().decode("utf-8")
    found = told(parse(text, id="x", thesaurus=Thesaurus.default()))
    for key in ("passages", "statements"):
        if key in wanted:
            found[key] = shortened(found[key], wanted[key])
    assert {key: found[key] for key in wanted} == wanted


def test_every_example_has_its_answer() -> None:
    folder = STYLES[0].parent
    assert {path.stem for path in STYLES} == {path.stem for path in folder.glob("*.json")}
