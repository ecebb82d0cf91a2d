"""A text saved with a blank line after every line is read as one whose lines were wrapped."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.parser import parse
from searchkit.outlines.text.double_spacing import blanks_within
from searchkit.outlines.text.spacing import evened
from searchkit.thesaurus import Thesaurus

TALK = """PRIME MINISTER ROE:
Ladies and gentlemen, the Prime Minister of Norland and I have had our yearly meeting, and it \
was a good one. We looked at twenty years of the treaty and agreed that the next thing is a \
single market for cod.
JOURNALIST:
Mr Roe, if there is a war over the quota without a second vote will this country be in it?
PRIME MINISTER ROE:
No. We have said from the start that it is for the Fish Council to decide, and inspectors need \
to be given time to count.
JOURNALIST:
Are you disappointed?
PRIME MINISTER ROE:
I am not. We are two sovereign countries and I respect that they come to another view of the \
matter than we do."""

OUTLINE = """1. Cod
(1) Minister Roe stated that the quota was far too small for the ports of the north, and that \
many of them would close before the end of the year.
(2) Minister Doe answered that the stock had halved since the treaty was signed, and proposed a \
joint study of the matter.
2. Whales
Both sides agreed to meet again in the autumn, and to ask the bureau for a report on the whales \
of the northern waters by then."""

MINUTES = """3. BUDGET
The Treasurer reported that the harbour had taken in less than was hoped for, and that the \
dredger would have to wait for another year.
Councillor Doe asked whether the fees for moorings could be raised. The Treasurer said that \
they could, if the Board wished it.
4. ANY OTHER BUSINESS
There being none, the meeting closed at a quarter past nine, with thanks to the Secretary for \
the coffee and the cakes."""

LETTER = """Dear Minister Roe,
Thank you for your letter of 3 May, in which you asked me to let you have the views of my \
Government on the protection of cod in the northern waters.
We share your wish that the talks should be taken up again soon, and I would be glad to receive \
your envoy in Vik at a time that suits him.
Yours sincerely,
Jan Doe"""

READOUT = """Minister Roe met on Monday with Minister Doe of Norland, who is visiting the \
country for the third time since he took office.
The Ministers discussed the state of cod, the price of herring and the whales that were seen \
off the coast of Vik in the spring. They agreed that experts would meet.
Minister Roe underlined that the treaty had served both of the peoples well for many years and \
that nothing in it had to be changed in a hurry. He thanked Minister Doe for the cakes from Vik \
that were served."""


def doubled(text: str, width: int, between: str = "\n\n") -> str:
    """``text`` wrapped at a width, with a blank line behind every line."""
    return between.join("\n\n".join(textwrap.wrap(line, width)) for line in text.split("\n"))


def together(text: str) -> str:
    """``text`` without the blank lines within its paragraphs."""
    for start, end, _ in reversed([*blanks_within(text)]):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n", "\n\n\n\n"])
@pytest.mark.parametrize("width", [52, 60, 66])
@pytest.mark.parametrize("text", [TALK, OUTLINE, MINUTES, LETTER, READOUT])
def test_lines_of_a_paragraph_stand_together(text: str, width: int, between: str) -> None:
    seen = together(doubled(text, width, between))
    lines = [" ".join(line.split()) for line in seen.split("\n\n") if line.strip()]
    assert lines == text.split("\n")


@pytest.mark.parametrize("text", [TALK, READOUT])
def test_a_head_may_stand_together_above(text: str) -> None:
    head = "Fish Papers\nReleased by:\nMinister Roe\nTranscript 20671\n\n"
    seen = together(head + doubled(text, 60))
    assert seen.startswith(head)
    assert seen[len(head) :].count("\n\n") == text.count("\n")


def test_passages_have_whole_sentences_and_true_offsets() -> None:
    text = "Talks with Norland\n\n" + doubled(READOUT, 60) + "\n"
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    said = [" ".join(passage.text.split()) for passage in outline.passages]
    assert said == READOUT.split("\n")
    for passage in outline.passages:
        assert text[passage.start : passage.end] == passage.text


def test_a_sentence_goes_on_with_the_number_of_a_day() -> None:
    below = "They will meet again in the old house of the Fish Council on\n\n24 and 25 May, in Vik."
    assert below.replace("\n\n", "\n") in together(f"{doubled(READOUT, 60)}\n\n{below}")


NAMES = "\n\n".join(
    f"{name}, {office}"
    for name in ("Jan Roe", "Ida Doe", "Per Dahle", "Ann de Vries", "Bo van Lund", "Kari Moe")
    for office in ("Minister of Fish", "the Bureau of Ports", "adviser")
)
VERSE = """of cod that swims beneath the ice,

of herring sold at half the price,

of every whale that ever came

to Vik, and left without a name,

and all the ports along the shore

that asked for fish and asked for more,

the sea has kept the tale of old

and tells it when the nights are cold,

but none shall hear"""
BULLETS = """The ministers spoke of:

the price of cod

relations with the ports of the north and their fishermen

whales

the work of the joint commission

a new treaty

the visit of the Prime Minister of Norland in May

trade in herring, and how it may grow

ice"""
RECITALS = """recalling the treaty of Vik,

convinced that the protection of cod in the northern waters is a task of all the states on them,

noting the report of the Bureau of Fish with thanks,

aware of the needs of small ports,

having heard the envoys of Norland and of Sudland on the quota for the coming year,

have agreed as follows"""
PARAGRAPHS = "\n\n".join(f"{line}\n" for line in READOUT.split("\n") * 3)


@pytest.mark.parametrize("text", [NAMES, VERSE, BULLETS, RECITALS, PARAGRAPHS])
def test_lines_that_are_apart_stay_apart(text: str) -> None:
    assert [*blanks_within(text)] == []


def test_lists_in_a_text_with_double_spacing_stay_apart() -> None:
    text = f"{READOUT}\nThe following took part:\nJan Roe\nIda Doe\nPer Dahle\n- cod\n- a whale"
    seen = evened(doubled(text, 60)).text
    assert "part:\n\nJan Roe\n\nIda Doe\n\nPer Dahle\n\n- cod\n\n- a whale" in seen


@given(st.lists(st.sampled_from([*READOUT.split(), "\n", "\n\n", "\n\n", "- "]), max_size=200))
@settings(max_examples=50, deadline=None)
def test_nothing_but_blank_lines_is_left_out(words: list[str]) -> None:
    text = " ".join(words)
    cut = [*blanks_within(text)]
    assert all(not text[start:end].strip() and start < end and not seen for start, end, seen in cut)
    assert evened(text).text.split() == text.split()
