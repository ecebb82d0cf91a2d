"""Whole words and phrases in a text."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.words.phrases import Lines, Phrases

WORDS = ("met", "co-chaired", "chaired", "took part", "in attendance")
words = st.sampled_from([*WORDS, "Met", "Took", "part", "co", "-", "_met", "metres", "In", "PART"])


def test_the_first_phrase_is_found_whatever_its_case() -> None:
    found = Phrases(WORDS).search("The ministers Took Part and met.")
    assert found is not None
    assert found.group() == "Took Part"
    assert Phrases(WORDS).search("They partook of cod by the metre.") is None


@settings(max_examples=100, deadline=None)
@given(st.lists(words | st.text(max_size=5), max_size=12).map(" ".join), st.integers(0, 8))
def test_phrases_are_found_as_by_their_expression(text: str, start: int) -> None:
    plain = re.compile(rf"\b(?:{'|'.join(sorted(WORDS))})\b", re.IGNORECASE)
    found, wanted = Phrases(WORDS).search(text, start), plain.search(text, start)
    assert (found and found.span()) == (wanted and wanted.span())


EXPRESSIONS = [r"back to .{1,10}", r"(?-i:[A-Z]{2}) \d", r"(?:see )?also", r"No\. \d{1,3}"]


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["Back to ", "BACK TO cod", "AB 1", "ab 1", "See Also", "no. 12"])
    | st.text("BbAaCcKkTtOo sSLlNn.12é", max_size=14)
)
def test_lines_fit_as_by_one_expression_case_aside(line: str) -> None:
    plain = re.compile("|".join(f"(?:{one})" for one in EXPRESSIONS), re.IGNORECASE)
    assert Lines(EXPRESSIONS).fit(line) == (plain.fullmatch(line) is not None)
