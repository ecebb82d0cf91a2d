"""The analyzer: what is a token, what is folded away, and where it stands in the text."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import analysis
from searchkit.analysis import STOP_WORDS, analyse, indexed, key, normalise, terms, tokens

SEEDS = Path(__file__).parents[1] / "seeds"

# Ordinary prose, every sign of Unicode, and the signs that decide what is a token.
TEXTS = st.text() | st.text(alphabet="aB1 ,.'’-/_é\u0301\u00ad½ͺﷺ日", max_size=40)


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(analysis).failed == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's and Russia’s RUSSIA'S", ["russia", "and", "russia", "russia"]),
        ("both sides' views", ["both", "sides", "views"]),
        ("D.P.R.K., the U.S. and U.S.A", ["dprk", "the", "us", "and", "usa"]),
        ("U.S.'s", ["us"]),
        ("six-party talks 3/4", ["six", "party", "talks", "3", "4"]),
        ("peace—treaty…talks", ["peace", "treaty", "talks"]),
        (
            "3.5 percent of 1,000,000 or 1,234.5",
            ["3.5", "percent", "of", "1000000", "or", "1234.5"],
        ),
        (
            "rows 2,3 and section 2.1.a at 12:40",
            ["rows", "2", "3", "and", "section", "2.1", "a", "at", "12", "40"],
        ),
        ("G8, MI-8 and the 1990s", ["g8", "mi", "8", "and", "the", "1990s"]),
        ("Plan A.The end", ["plan", "a", "the", "end"]),
        ("Kōno Taro\u0304 Łódź Straße Ærø", ["kono", "taro", "lodz", "strasse", "aero"]),
        ("O'Brien isn’t d'Estaing", ["obrien", "isnt", "destaing"]),
        ("‘quoted’ 'words'", ["quoted", "words"]),
        ("Il′ichev and ʿAbbas", ["ilichev", "and", "abbas"]),
        ("nego\u00adtiations", ["negotiations"]),
        ("her\u200bring her\ufeffring\u200b \u200eher\u2060ring\u200f’s", ["herring"] * 3),
        ("แม\u200bน", ["แม", "น"]),
        ("ＤＰＲＫ ﬁnal", ["dprk", "final"]),
        ("snake_case __x__", ["snake", "case", "x"]),
        ("Лавров встретил", ["лавров", "встретил"]),
        ("... --- ***", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_inflections_meet_and_cousins_do_not() -> None:
    assert terms("territories territorial") == ["territori", "territori"]
    assert terms("treaty treaties") == ["treati", "treati"]
    assert terms("negotiate negotiations negotiating") == ["negoti"] * 3
    assert len(set(terms("international internal intern"))) == 3


def test_stop_words_are_kept_and_not_stemmed() -> None:
    first, second, third = tokens("during this visit")
    assert (first.term, first.stop) == ("during", True)
    assert (second.term, second.stop) == ("this", True)
    assert (third.term, third.stop, third.position) == ("visit", False, 2)
    assert {"us", "may", "g8", "un"}.isdisjoint(STOP_WORDS)
    assert {word for word in STOP_WORDS if normalise(word) != word} == set()


def test_offsets_are_those_of_the_text() -> None:
    text = "  The D.P.R.K.’s “leaders”…"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "The",
        "D.P.R.K.’s",
        "leaders",
    ]


def test_key_is_one_line_for_all_spellings_of_a_value() -> None:
    assert key(" Kim  Jong-Il ") == key("KIM JONG IL") == "kim jong il"
    assert key("?!") == ""


def test_analyse_gives_terms_with_and_words_without_stop_words() -> None:
    assert analyse("The Treaties of peace") == (
        ["the", "treati", "of", "peac"],
        ["treaties", "peace"],
    )


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    found = tokens(text)
    assert [token.position for token in found] == list(range(len(found)))
    end = 0
    for token in found:
        assert end <= token.start < token.end <= len(text)
        end = token.end
        assert token.word == (normalise(text[token.start : end]) or text[token.start : end])
        for form in (token.word, token.term):
            assert form
            assert not any(character.isspace() for character in form)
            assert len(form) <= 100
    assert terms(text) == [token.term for token in found]
    assert analyse(text) == (terms(text), [token.word for token in found if not token.stop])
    assert key(text) == " ".join(token.word for token in found)


def test_indexed_gives_lines_of_terms_words_and_stubs() -> None:
    text = "The U.S.A.’s treaties, (of) peace — 1,000 times; 'Universal'?"
    assert [line.split() for line in indexed(text)] == [
        ["the", "usa", "treati", "of", "peac", "1000", "time", "universal"],
        ["usa", "treaties", "peace", "1000", "times", "universal"],
        ["usa", "treat", "peac", "1000", "time", "unive"],
    ]


@settings(max_examples=100, deadline=None)
@given(TEXTS | st.text(alphabet="aBs9,.'-_ 1/\n", max_size=40))
def test_indexed_is_what_the_tokens_are(text: str) -> None:
    assert [line.split() for line in indexed(text)] == lines(text)


def lines(text: str) -> list[list[str]]:
    stubs = [analysis.stub(term) for term in terms(text) if term not in STOP_WORDS]
    return [terms(text), analyse(text)[1], stubs]


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_indexed_is_what_the_tokens_of_a_sample_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for shape in (text, text.upper(), text.replace("e", "é"), text.replace(" ", "\u3000")):
        for _ in "made", "kept":
            assert [line.split() for line in indexed(shape)] == lines(shape)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_what_is_no_token_holds_no_letter_and_no_digit(text: str) -> None:
    rest = list(text)
    for token in tokens(text):
        rest[token.start : token.end] = " " * (token.end - token.start)
    assert not any(character.isalnum() for character in rest)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aBs9,.'-_ 1/\n", max_size=40) | st.text(max_size=40))
def test_text_in_ascii_is_read_like_any_other(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()
    foreign = f"{plain} é"
    assert analysis.terms(plain) == analysis.terms(foreign)[:-1]
