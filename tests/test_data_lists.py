"""The lists of words in ``searchkit/data``: each word once."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

OTHERS = {"leading", "links", "said", "shown"}
"""Lists of phrases, a line each, and expressions; they share words."""


@pytest.mark.parametrize("name", ["header", "layout", "name_origins", "subjects", "titles"])
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    text = files("searchkit").joinpath(f"data/{name}.toml").read_text("utf-8")
    for key, words in tomllib.loads(text).items():
        if not isinstance(words, str) or key in OTHERS:
            continue
        every = words.split("|" if "|" in words else None)
        counts = Counter(word.strip() for word in every)
        assert [word for word, n in counts.items() if n > 1 and word] == [], key
