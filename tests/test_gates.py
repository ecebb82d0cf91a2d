"""What a text must hold for an expression to be found in it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import outlines
from searchkit.outlines.words.gates import Expression, Expressions, Need, needs_of

NONE: frozenset[str] = frozenset()
JUDGED = Path(__file__).parent / "judged" / "documents"


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bcod\b", [Need(frozenset({"cod"}))]),
        (r"\bcod", [Need(NONE, ("cod",))]),
        (r"\bcod(?:s|fish)?\b", [Need(frozenset({"cod", "cods", "codfish"}))]),
        (r"^[ \t]*Cod:", [Need(frozenset({"cod"}))]),
        (r"\b(?:the )?cod of [A-Z]\w+", [Need(frozenset({"cod"})), Need(NONE, ("cod of ",))]),
        (r"\bcod,\s+eel\b", [Need(frozenset({"eel"}), (), (frozenset({"cod", "eel"}),))]),
        (r"\bcod\b[^.]{0,20}|eels\b", [Need(frozenset({"cod"}), ("eels",))]),
        (r"(?<!\w)cod(?=[.,])", [Need(frozenset({"cod"}))]),
        (r"\bthe\b", [Need(frozenset({"the"}))]),
        (r"\d+|\bcod\b", []),
        (r"(?:\bcod\b)*", []),
        (r"(?!cod)\w+", []),
    ],
)
def test_needs_are_read_off_an_expression(pattern: str, needs: list[Need]) -> None:
    assert list(needs_of(pattern)) == needs


def test_what_is_found_is_found_as_without_a_gate() -> None:
    told = Expression(r"\bcod\b (?P<what>\w+)", re.IGNORECASE)
    found = told.search("The Cod war of Ruritania")
    assert found is not None
    assert found["what"] == "war"
    assert told.search("The eel war") is None
    assert [match["what"] for match in told.finditer("cod war, COD peace")] == ["war", "peace"]
    assert [*told.finditer("The eel war")] == []


def test_a_word_that_an_end_cuts_is_the_word_that_is_left() -> None:
    assert Expression(r"\bcod\b").search("The codfish", 0, len("The cod")) is not None


def test_case_is_folded_as_the_expression_folds_it() -> None:
    assert Expression(r"\bkelp\b", re.IGNORECASE).search("\u212aelp") is not None
    assert Expression(r"\bseal\b", re.IGNORECASE).search("\u017feal") is not None
    assert Expression(r"\bTánaiste\b").search("the Tánaiste") is not None


def test_of_several_expressions_those_tell_that_are_found() -> None:
    every = Expressions([(r"\bcod\b", "sea"), (r"\beel \d", "river"), (r"\d\d", "a number")])
    assert every.found("A cod and an eel") == {"sea"}
    assert every.found("An eel 12 feet long") == {"river", "a number"}
    assert every.found("A trout") == set()


def _expressions() -> list[Expression]:
    rooms = [
        importlib.import_module(room.name)
        for room in pkgutil.walk_packages(outlines.__path__, "searchkit.outlines.")
    ]
    found = {id(one): one for room in rooms for one in vars(room).values()}
    return [one for one in found.values() if isinstance(one, Expression)]


def test_no_gate_is_shut_to_what_a_document_has() -> None:
    expressions = _expressions()
    assert expressions
    for path in sorted(JUDGED.glob("*.txt"))[::7]:
        text = path.read_text("utf-8")
        for one in expressions:
            if not one.may_be_in(text):
                assert one.compiled.search(text) is None, (path.name, one.pattern)


PIECES = [
    "cod", "eel", "the ", r"\b", r"\s", r"\s*", " ", "-", r"\w", r"\w*", ".", ".*", "[ce]", "[a-z]",
    "[^a-z]", "(?:cod|eel)", "(?:cod )?", "(?:eel|of){1,2}", r"(?=[ .])", r"(?<=[ -])", r"(?!s)",
    "(?:c|é)", "É", "s?", "(?:(?:a|b)cod|eels?)", "(?i:COD)", "^", "$", r"(?<!\w)", "(?>cod|c)",
]  # fmt: skip
TEXTS = ["cod", "eel", "the", "The", "Cod", "of", "s", "é", "É", "a", "b", "\u212a", "x", ""]


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
    | st.lists(st.sampled_from(PIECES), min_size=2, max_size=5).map("|".join),
    st.sampled_from([re.NOFLAG, re.IGNORECASE, re.MULTILINE | re.IGNORECASE]),
    st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(["", " ", "-", ".", "\n"]))),
    st.integers(0, 12),
    st.integers(0, 20) | st.none(),
)
def test_a_gate_changes_nothing(
    pattern: str, flags: re.RegexFlag, parts: list[tuple[str, str]], start: int, end: int | None
) -> None:
    text = "".join(word + sign for word, sign in parts)
    plain = re.compile(pattern, flags)
    wanted = plain.search(text, start, len(text) if end is None else end)
    found = Expression(pattern, flags).search(text, start, end)
    assert (found and found.span()) == (wanted and wanted.span())
