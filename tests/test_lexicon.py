"""The lexicon: what is near to a word and what fits a pattern, and the file that keeps it."""

from __future__ import annotations

import fnmatch
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from searchkit.engines.lexicon import Lexicon

WORDS = {"treaty": 12, "treaties": 7, "trade": 30, "territory": 9, "территория": 1, "tea": 2}


def test_words_near_one() -> None:
    near = Lexicon(WORDS.items()).near("treats", 1)
    assert near == [("treaty", 12, 1)]
    assert sorted(Lexicon(WORDS.items()).near("treats", 3)) == [
        ("tea", 2, 3), ("trade", 30, 3), ("treaties", 7, 2), ("treaty", 12, 1),
    ]  # fmt: skip


def test_words_that_are_too_rare_are_not_near() -> None:
    assert Lexicon(WORDS.items()).near("treats", 3, least=12) == [
        ("trade", 30, 3), ("treaty", 12, 1),
    ]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_what_is_near_whatever_is_looked_at(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.text("ab\u0436", min_size=1, max_size=11), unique=True))
    letters = list(data.draw(st.sampled_from(words) if words else st.text("ab", min_size=4)))
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(letters)))
        letters[at : at + data.draw(st.integers(0, 2))] = data.draw(st.text("ab", max_size=1))
        letters[at : at + 2] = reversed(letters[at : at + 2])
    word, distance = "".join(letters), data.draw(st.integers(1, 3))
    counts = {one: 1 + n % 5 for n, one in enumerate(words)}
    least = data.draw(st.integers(1, 3))
    lexicon = Lexicon(counts.items())
    for _ in range(2):  # The second time by masks.
        assert sorted(lexicon.near(word, distance, least=least)) == sorted(
            (one, n, OSA.distance(word, one))
            for one, n in counts.items()
            if n >= least and OSA.distance(word, one) <= distance
        )


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("tre*", {"treaty": 12, "treaties": 7}),
        ("*ty", {"treaty": 12}),
        ("t*t*y", {"treaty": 12, "territory": 9}),
        ("t?a*", {"trade": 30, "tea": 2}),
        ("tea", {"tea": 2}),
        ("*ито*", {"территория": 1}),
        ("x*", {}),
    ],
)
def test_patterns(pattern: str, words: dict[str, int]) -> None:
    assert dict(Lexicon(WORDS.items()).matching(pattern)) == words


_word = st.text("abc", min_size=1, max_size=6)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(_word, st.integers(1, 50), max_size=30), st.text("abc*?", max_size=6))
def test_patterns_as_in_a_shell(words: dict[str, int], pattern: str) -> None:
    fits = re.compile(fnmatch.translate(pattern)).match
    assert dict(Lexicon(words.items()).matching(pattern)) == {
        word: count for word, count in words.items() if fits(word)
    }


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(_word, st.integers(1, 50), max_size=30), _word, st.integers(1, 3))
def test_near_is_all_that_is_near(words: dict[str, int], word: str, distance: int) -> None:
    lexicon = Lexicon(words.items())
    for _ in range(2):
        assert sorted(lexicon.near(word, distance)) == sorted(
            (other, count, edits)
            for other, count in words.items()
            if (edits := OSA.distance(word, other)) <= distance
        )


def test_a_file_is_of_one_generation(tmp_path: Path) -> None:
    path = tmp_path / "lexicon"
    Lexicon(WORDS.items()).write(path, 7)
    held = Lexicon.read(path, 7)
    assert held is not None
    assert dict(held.matching("*")) == WORDS
    assert held.near("treats", 1) == [("treaty", 12, 1)]
    assert Lexicon.read(path, 8) is None


def test_a_damaged_file_is_none(tmp_path: Path) -> None:
    path = tmp_path / "lexicon"
    Lexicon(WORDS.items()).write(path, 7)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert Lexicon.read(path, 7) is None
    assert Lexicon.read(tmp_path / "nothing", 7) is None
