"""The words of a text: which of them are one of some words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.layout import read_layout
from searchkit.outlines.tokens import Tokens

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
