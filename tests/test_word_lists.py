"""Lists of words in ``searchkit/data``: each word stands once in each."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import searchkit

DATA = Path(searchkit.__file__).parent / "data"
LISTS = [
    *(("titles", key) for key in ("heads", "labels", "openers", "not_names", "fields")),
    *(("layout", key) for key in ("menu", "finite")),
    ("header", "venues"),
]


@pytest.mark.parametrize(("name", "key"), LISTS)
def test_no_word_stands_twice(name: str, key: str) -> None:
    words = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))[key].split()
    assert [word for word, times in Counter(words).items() if times > 1] == []
