"""What ends lines and parts words tells a reader nothing, and changes nothing of what is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.around.ruled import rules
from searchkit.outlines.parser import parse, to_dict
from searchkit.outlines.text.spacing import evened
from searchkit.thesaurus import Thesaurus

STYLES = Path(__file__).parent / "styles"
DOCUMENTS = [
    "front-minutes-of-a-board.txt",
    "front-kremlin-lead.txt",
    "numbering-bullets-over-dashes.txt",
]

OUTLINE = """Japan-Norway Foreign Ministers' Meeting (Overview)
June 9, 2003

On June 9 Foreign Minister Roe met in Oslo with Mr. Jan Doe, Minister of Fisheries of Norway.

1. Cod
(1) Minister Roe stated that the quota was too small. He added that ports would close.
(2) Minister Doe answered that the stock had halved.
2. Whales
Both sides agreed to meet again.
"""


UNSEEN = re.compile("[\xad\u200b-\u200e\ufeff]")


def told(text: str) -> Any:
    """What is read of ``text``, but for its spaces and where it stands."""

    def plain(value: Any) -> Any:
        if isinstance(value, str):
            return " ".join(UNSEEN.sub("", value).split())
        if isinstance(value, list):
            return [plain(one) for one in value]
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items() if k not in ("start", "end")}
        return value

    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    for passage in outline.passages:
        assert outline.text[passage.start : passage.end] == passage.text
    said = [
        plain(outline.text[statement.start : statement.end])
        for passage in outline.passages
        for statement in passage.statements
    ]
    return plain(to_dict(outline)), said


CHANGES: dict[str, Callable[[str], str]] = {
    "lines end as on Windows": lambda text: text.replace("\n", "\r\n"),
    "lines end as they did on a Mac": lambda text: text.replace("\n", "\r"),
    "no-break spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "\xa0", text),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    **{
        f"{kind} in words": lambda text, mark=mark: re.sub(  # type: ignore[misc]
            r"(?<=[A-Za-z]{2})(?=[a-z:.])", mark, re.sub(r"(?m)^(?=\S)", mark, text)
        )
        for kind, mark in (
            ("spaces without width", "\u200b"),
            ("byte order marks", "\ufeff"),
            ("joiners", "\u200d"),
            ("marks of direction", "\u200e\u200c"),
        )
    },
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\xad", text),
    "two spaces behind a sentence": lambda text: re.sub(r"(?<=[a-z]\.) (?=[A-Z])", "  ", text),
    "numbered rows of a table": lambda text: re.sub(r"(?m)^(\(\d\)) (.*)", r"\1 | \2 | |||", text),
    "rows of a table": lambda text: re.sub(r"(?m)^(\(\d\)) (.*)", r"| \1 | \2 |", text),
    "numbers in cells above": lambda text: re.sub(r"(?m)^(\(\d\)) ", "\\1 |\n", text),
    "two spaces in a sentence": lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "  ", text),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_parts_words_and_lines_changes_nothing(change: str) -> None:
    assert told(CHANGES[change](OUTLINE)) == told(OUTLINE)


LABELLED = """Doorstop in Vik

Transcript, E&OE

7 August 2013

JANE ROE
Well good morning everyone, and thank you to the harbour for the very warm welcome it gave us.

This morning we marked ten years of the counts. I can also announce that cod will be counted again.

PM DOE
Thank you Minister. I only want to say that ten years ago you could not stand at this spot.

JOURNALIST
Minister, is there any cod left in the sea?

JANE ROE
There is less.
"""


@pytest.mark.parametrize("change", list(CHANGES)[:4])
def test_labels_on_lines_of_their_own_stay_labels(change: str) -> None:
    assert told(CHANGES[change](LABELLED)) == told(LABELLED)


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("change", list(CHANGES)[:3])
def test_nothing_changes_in_documents_of_many_manners(name: str, change: str) -> None:
    text = (STYLES / name).read_text(encoding="utf-8")
    assert told(CHANGES[change](text)) == told(text)


def test_a_line_of_a_justified_text_is_evened() -> None:
    text = "The   minister  said   that the    cod was   gone.\n"
    even = evened(text).text
    assert even.rstrip() == "The minister said that the cod was gone."
    assert len(even) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "THE CHAIR  We have come to the end of it.",
        "a  Minister Roe spoke of cod.",
        "Jan Roe  Norway",
        "Print  Share  Back",
        "Bureau of Fish  Office of Cod  Norway",
        "Mr. Roe      Minister of Fisheries",
    ],
)
def test_what_parts_columns_and_labels_stays(text: str) -> None:
    assert evened(text).text == text


def test_rows_of_tables_take_time_in_proportion_to_their_spaces() -> None:
    for line in ("|" + " " * 40_000, "1. |" + " " * 40_000 + "x", "1. | ab" + " " * 40_000 + "x"):
        began = process_time()
        list(rules(f"{line}\n" * 2))
        assert process_time() - began < 1


def test_a_text_that_is_even_is_left_alone() -> None:
    assert evened(OUTLINE).text is OUTLINE


def test_offsets_lead_back_to_the_source() -> None:
    source = "\ufeffMin\xadis\xadter  Roe\r\nsaid\xa0so."
    even = evened(source)
    assert even.text == "Minister  Roe\nsaid so."
    start = even.text.index("said")
    assert source[slice(*even.span(start, start + 7))] == "said\xa0so"
    assert source[slice(*even.span(0, 8))] == "Min\xadis\xadter"


def test_lines_are_as_wide_as_they_were() -> None:
    source = "One.  Two  three.\nFour\n"
    even = evened(source)
    assert even.text == "One. Two three.  \nFour\n"
    assert source[slice(*even.span(18, 22))] == "Four"


@given(st.text(alphabet="aB.,: \t\r\n\xa0\xad\u2009\u2028\ufeff", max_size=60))
@settings(max_examples=300)
def test_every_character_keeps_its_place(source: str) -> None:
    even = evened(source)
    at = [even.at(i) for i in range(len(even.text))]
    assert at == sorted(at)
    words = [i for i, character in zip(at, even.text, strict=True) if character != " "]
    assert len(words) == len(set(words))
    for i, character in zip(at, even.text, strict=True):
        assert source[i] == character or (source[i].isspace() and character.isspace())
    left = set(range(len(source))) - set(at)
    assert all(source[i].isspace() or source[i] in "\xad\ufeff" for i in left)


LABELS = [
    f"{dressed}{words}"
    for name in ("Minister Roe", "Mr. Fen")
    for dressed in (
        f"**{name}**:",
        f"**{name}:**",
        f"__{name}__\n",
        f"[00:12] {name}:",
        f"{name} (00:12) :",
        f"{name}\r\n",
    )
    for words in (" Not yet, cod is dear.", "\r\nWe had cod, and so.")
]


@given(
    st.lists(st.sampled_from(LABELS), min_size=4, max_size=8), st.sampled_from(["\n", "\r\n\r\n"])
)
def test_labels_in_two_manners_keep_their_place(turns: list[str], gap: str) -> None:
    source = "Cod talks\n\n" + gap.join(turns) + "\n"
    even = evened(source)
    for i, character in enumerate(even.text):
        seen = source[even.at(i)]
        assert seen == character or character in ": \n"


def test_a_label_dressed_in_two_manners_keeps_its_place() -> None:
    turns = [
        "**Mr. Fen**: Yes.",
        "**Minister Roe**:\nWe had cod, and so.",
        "**Mr. Fen**:\nSo we had.",
    ]
    source = "\n".join(turns * 3)
    even = evened(source)
    assert even.text.startswith(
        "Mr. Fen: Yes.\nMinister Roe: We had cod, and so.\nMr. Fen: So we had."
    )
    assert source[slice(*even.span(even.text.rindex("So"), len(even.text)))] == "So we had."


def test_a_passage_has_the_signs_that_dress_its_label() -> None:
    text = (
        "# Briefing\n\n**Spokesperson Jo Doe:** Good afternoon.\n\n**Question:** Is it cod?\n\n"
        "**Jo Doe:** It is.\n\n**Question:** And eels?\n\n**Jo Doe:** They are not.\n"
    )
    passages = parse(text, id="x", thesaurus=Thesaurus([])).passages
    assert [passage.text[:2] for passage in passages] == ["**"] * 5
    assert all(text[p.start : p.end] == p.text for p in passages)
