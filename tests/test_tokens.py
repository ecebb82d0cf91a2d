"""The words of a text: which of them are one of some words."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.names.tokens import Tokens
from searchkit.outlines.sections.layout import read_layout

# What a token is, one kind after the other.
PLAIN = re.compile(
    r"([A-Za-z]{2,}(?=[\s,.);:])|[,;:()\[\]/\"“”]"
    r"|[^\W\d_]{2,}(?:(?!['’]s\b)['’-][^\W\d_]+)*|(?:[A-Z]\.)+(?:[A-Z](?!\w))?|['’]s\b"
    r"|[A-Z]\d{1,2}\b|[^\W\d_](?:(?!['’]s\b)['’-][^\W\d_]+)*|\d[\d.,:]*|[^\w\s]|\w+)"
)

words = st.sampled_from(["The", "the", "M.", "Mme", "Roe", "minister", "Minister", "said", "U.S."])
texts = st.lists(words | st.text(max_size=8), max_size=30).map(" ".join)


def test_words_are_found_by_their_small_letters_in_order() -> None:
    text = "The Minister met the MINISTER of Cod."
    tokens = Tokens(text, read_layout(text))
    assert tokens.where({"minister", "the", "cod"}) == [0, 1, 3, 4, 6]
    assert tokens.starts_of({"minister"}) == [4, 21]


@settings(max_examples=100, deadline=None)
@given(texts, st.frozensets(words.map(str.lower) | st.just("monsieur")))
def test_where_words_are_is_as_one_sees_by_looking_at_each(
    text: str, wanted: frozenset[str]
) -> None:
    tokens = Tokens(text, read_layout(text))
    assert tokens.where(wanted) == [i for i, low in enumerate(tokens.lows) if low in wanted]


@settings(max_examples=100, deadline=None)
@given(
    texts | st.text("Aa.'’s-–1_é,:( \n日", max_size=40),
)
def test_the_tokens_of_a_text_are_those_of_the_plain_expression(text: str) -> None:
    tokens = Tokens(text, read_layout(text))
    plain = [(match.start(), match.end(), match.group()) for match in PLAIN.finditer(text)]
    assert list(zip(tokens.starts, tokens.ends, tokens.words, strict=True)) == plain
