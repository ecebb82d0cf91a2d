"""Lines around a text that no rule knows. All are examples, invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.sections.layout import Layout, read_layout

TALK = (
    "Minister for Ports Jane Roe of Norland met Foreign Minister Jo Doe of Norway in Vik on 3 May "
    "2004. They spoke of cod, of eels and of the harbour that both countries want to build.\n\n"
    "Ms. Roe said that cod was dear. Mr. Doe replied that eels were not, and that the harbour "
    "would be ready before the winter, when the ice comes down from the north.\n\n"
    "The two ministers agreed that their officials would meet again in the autumn, and that the "
    "price of cod would be on the agenda of that meeting, as it was on the agenda of this one.\n"
)


def page(above: str = "", below: str = "", talk: str = TALK) -> Layout:
    return read_layout(f"Norland and Norway Speak of Cod\n\n3 May 2004\n\n{above}{talk}{below}")


@pytest.mark.parametrize(
    "line",
    [
        "This report has 6 pages. This is page 2.",
        "Mail (will not be published)",
        "Cod Portal of Norland | Events | Talks in Vik",
    ],
)
def test_what_stands_below_a_text_is_none_of_it(line: str) -> None:
    found = page(below=f"\n{line}\n")
    assert line in found.boilerplate
    assert len(found.blocks) == len(page().blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Apologies: Ms. Fen",
        "Witnesses: Ms. Fen, Mr. Ode",
        "[The ministers then went to lunch.]",
        "Next meeting in the autumn",
        "Done at Vik, in two copies.",
    ],
)
def test_who_was_there_and_what_happened_is_kept(line: str) -> None:
    assert line not in page(below=f"\n{line}\n").boilerplate
    assert (
        line not in page(talk=TALK.replace("Ms. Roe said", f"{line}\n\nMs. Roe said")).boilerplate
    )


def test_what_stands_right_under_a_heading_is_its_text() -> None:
    found = page(
        talk=TALK.replace("Ms. Roe said", "Venue\n\nIn the town hall of Vik.\n\nMs. Roe said")
    )
    assert not found.boilerplate


def test_the_last_of_a_list_of_sentences_is_of_the_text() -> None:
    last = "- Moreover, the participants shared their concerns about shipping."
    talks = f"- On cod, Ms. Roe stated that it was dear, and Mr. Ode concurred.\n{last}\n"
    assert last not in page(below=f"\n{talks}").boilerplate


def test_what_those_who_met_did_is_of_the_text() -> None:
    line = "The participants shared their concerns about shipping."
    assert line not in page(below=f"\n{line}\n").boilerplate
