"""A text as an outline: what the parts of the parser make together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.errors import UnreadableFile
from searchkit.outlines.parser import parse, read_outline, to_dict
from searchkit.records import Outline
from searchkit.thesaurus import Concept, Thesaurus

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
GOLD = Path(__file__).parent / "gold" / "outlines"

TEXT = """Talks between Norland and Chile

May 12, 2004

On 11 May, Foreign Minister Anna Ode met with Foreign Minister Luis Bly of Chile in Lima, Peru.

1. Trade

(1) Foreign Minister Ode said that the Andean Free Trade Compact (AFTC) was welcome.

(2) Foreign Minister Bly praised Brazil.

2. Next steps

They left.

They will meet again.
"""


def outline(text: str = TEXT, thesaurus: Thesaurus | None = None) -> Outline:
    return parse(text, id="talks", path="talks.txt", thesaurus=thesaurus or Thesaurus.default())


def test_passages_carry_what_the_outline_knows() -> None:
    found = outline()
    assert [passage.id for passage in found.passages] == [
        "talks#0", "talks#1.1", "talks#1.2", "talks#2/1", "talks#2/2",
    ]  # fmt: skip
    passage = found.passages[2]
    assert passage.title == found.title == "Talks between Norland and Chile"
    assert (passage.document, passage.section, passage.headings) == ("talks", "1.2", ("Trade",))
    assert (passage.date, passage.place) == ("2004-05-11", "Lima")
    assert passage.people == ("Luis Bly",)
    assert passage.countries == ("Brazil",)
    assert passage.speakers == tuple(dict.fromkeys(s.speaker for s in passage.statements))
    assert TEXT[passage.start : passage.end] == passage.text
    assert found.derived == ("date_meeting",)


def test_an_acronym_defined_in_the_text_is_a_form_of_its_concept() -> None:
    thesaurus = Thesaurus([Concept("Andes", ("Andean Free Trade Compact",))])
    text = f"{TEXT}\n3. The compact\n\nThe AFTC was signed.\n"
    found = outline(text, thesaurus)
    assert found.acronyms == (("AFTC", "Andean Free Trade Compact"),)
    assert found.passages[-1].topics == ("Andes",)


def test_a_text_without_words_is_an_outline_too() -> None:
    found = outline(" \n")
    assert (found.title, found.derived, found.passages) == ("talks", ("title",), ())


def test_read_outline(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert read_outline(path).id == "talks"
    with pytest.raises(UnreadableFile):
        read_outline(tmp_path)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_header_and_layout_of_the_seeds(path: Path) -> None:
    gold = json.loads((GOLD / f"{path.stem}.json").read_text(encoding="utf-8"))
    found = to_dict(read_outline(path))
    for key in ("title", "kind", "date_published", "date_meeting", "place", "occasion"):
        assert found[key] == gold[key]
    assert found["sections"] == gold["sections"]
    assert found["boilerplate"] == gold["boilerplate"]
    assert [passage["id"] for passage in found["passages"]] == [
        passage["id"] for passage in gold["passages"]
    ]
    for passage, expected in zip(found["passages"], gold["passages"], strict=True):
        words = passage["text"].replace("•", " ").split()
        assert words[:8] == expected["text_start"].replace("•", " ").split()[:8]
        assert words[-8:] == expected["text_end"].replace("•", " ").split()[-8:]
        assert passage["headings"] == expected["headings"]


def test_the_object_has_the_keys_that_tools_rely_on() -> None:
    found = to_dict(outline())
    assert list(found) == [
        "title", "kind", "date_published", "date_meeting", "place", "occasion", "participants",
        "persons", "sections", "passages", "boilerplate", "acronyms", "derived",
    ]  # fmt: skip
    assert list(found["passages"][0]) == [
        "id", "section", "headings", "start", "end", "text", "speakers", "topics", "statements",
    ]  # fmt: skip
    assert json.loads(json.dumps(found)) == found


@given(
    st.lists(
        st.sampled_from(
            [
                *("\n", "\n\n", "1. ", "(1) ", "(a) ", "• ", "## ", "Foreign Minister Ode "),
                *(
                    "said that ",
                    "he ",
                    "both sides ",
                    "agreed ",
                    "in Lima. ",
                    "as follows:",
                    "(",
                    ")",
                ),
                *("on 3 May ", "during her visit to ", "Mr. ", "of Chile ", "European Union (EU) "),
            ]
        )
    ).map("".join)
    | st.text(max_size=200)
)
@settings(max_examples=100, deadline=None)
def test_any_text_is_an_outline(text: str) -> None:
    found = outline(text)
    # Spaces stand for what was inserted into a sentence, such as the anchor of a footnote.
    assert len(found.text) == len(text)
    assert all(kept in (char, " ") for kept, char in zip(found.text, text, strict=True))
    for passage in found.passages:
        assert found.text[passage.start : passage.end] == passage.text
        for said in passage.statements:
            assert passage.start <= said.start < said.end <= passage.end
    json.dumps(to_dict(found))
