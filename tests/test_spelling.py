"""Spellings: what is read as a word of the collection, and above all what is not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.analysis import analyse, terms
from searchkit.query.spelling import cost, nearest

SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = "\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
WORDS = Counter(analyse(TEXT)[1])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kawagutchi", "kawaguchi"),
        ("Kavaguchi", "kawaguchi"),
        ("Lavrof", "lavrov"),
        ("Poutine", "putin"),
        ("Koizimi", "koizumi"),
        ("Kisljak", "kislyak"),
        ("Ivanof", "ivanov"),
        ("Kioto", "kyoto"),
        ("Afganistan", "afghanistan"),
        ("Pyeongyang", "pyongyang"),
        ("Irkoutsk", "irkutsk"),
        ("terorism", "terrorism"),
        ("goverment", "government"),
        ("negotation", "negotiation"),
    ],
)
def test_misspelt(typed: str, meant: str) -> None:
    assert nearest(typed, WORDS.items()) == meant


# Words of the same world that the five texts do not have.
ABSENT = """
    whaling moratorium Gorbachev perestroika Gromyko Brezhnev Hashimoto Fukuda Clinton Blair
    fishing salmon storm grade ports tariff vaccine sanctions piracy refugee election hostage
    passport budget inflation currency drought earthquake hurricane hospital student museum opera
    railway airport bridge tunnel pipeline uranium warhead rocket submarine frigate mine cluster
    economist congress judge prison police crime murder fraud bribery slavery winter forest river
    mountain desert whale dolphin wheat cotton steel copper gold hotel temple bishop Poland Serbia
    Latvia Sweden Norway Iceland Ireland Portugal Turkey Jordan Sudan Kenya Congo Vietnam Nepal
    Georgia Ukraine Mexico Chile Peru Cuba
"""


def test_absent_words_stay_absent() -> None:
    present = set(terms(TEXT))
    absent = [word for word in ABSENT.split() if not present.issuperset(terms(word))]
    assert len(absent) > 80
    assert {word: near for word in absent if (near := nearest(word, WORDS.items()))} == {}


def test_ties_go_to_the_more_frequent_word() -> None:
    assert nearest("harbuor", [("harbour", 1), ("harbuur", 5)]) == "harbuur"
    assert nearest("harbour", [("harbors", 9), ("harbor", 2)]) == "harbor"


def test_what_is_frequent_counts_as_nearer() -> None:
    # "governmnt" lacks one letter more; nobody means a misspelling that stands there once.
    assert nearest("goverment", [("govermnt", 1), ("government", 900)]) == "government"
    assert nearest("goverment", [("govermant", 1), ("government", 1)]) == "govermant"


@pytest.mark.parametrize("typed", ["G9", "2003", "UN", "oil", "", "?!", "x" * 500])
def test_short_words_and_numbers_are_never_read_otherwise(typed: str) -> None:
    assert nearest(typed, [("G8", 9), ("2002", 9), ("UK", 9), ("all", 9), ("oils", 9)]) is None


def test_candidates_come_back_as_they_were_given() -> None:
    assert nearest("kono taro", []) is None
    assert nearest("Hirosima", [("Hiroshima", 1)]) == "Hiroshima"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20), st.dictionaries(st.text(max_size=12), st.integers(1, 9), max_size=8))
def test_any_word(typed: str, words: dict[str, int]) -> None:
    found = nearest(typed, words.items())
    assert found is None or found in words


_near = st.text("aeibpdtkyé", max_size=9)


@given(_near, _near, st.sampled_from([0.5, 0.7, 1.0, 1.4, 2.0]))
@settings(max_examples=100, deadline=None)
def test_a_cost_is_found_out_as_far_as_it_counts(one: str, other: str, most: float) -> None:
    whole = cost(one, other)
    assert whole == pytest.approx(cost(other, one))
    assert cost(one, other, most) in ({whole} if whole <= most else {whole, float("inf")})
