"""Whole words and phrases in a text."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.phrases import Phrases

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
