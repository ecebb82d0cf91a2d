"""The query language: how texts are read, and what is said about their mistakes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.errors import QueryError
from searchkit.query import parser
from searchkit.query.nodes import (
    And,
    Boost,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Range,
    Term,
    Wildcard,
)
from searchkit.query.parser import parse


def show(node: Node | None) -> str:
    """A tree on one line: ``&`` all, ``|`` any, ``?(...)`` only ranks, ``!`` not."""
    match node:
        case None:
            return "nothing"
        case And(children=children):
            return f"({' & '.join(map(show, children))})"
        case Or(children=children, explicit=explicit, optional=optional):
            joined = (" || " if explicit else " | ").join(map(show, children))
            return f"{'?' if optional else ''}({joined})"
        case Not(child=child):
            return f"!{show(child)}"
        case Boost(child=child, factor=factor):
            return f"{show(child)}^{factor:g}"
        case Range(low=low, high=high):
            return f"{low or '*'}..{high or '*'}"
    field = f"{node.field}:" if node.field else ""
    match node:
        case Term(text=text):
            return field + text
        case Phrase(text=text, slop=slop):
            return f'{field}"{text}"' + (f"~{slop}" if slop else "")
        case Prefix(text=text):
            return f"{field}{text}*"
        case Wildcard(pattern=pattern):
            return f"{field}<{pattern}>"
        case Fuzzy(text=text, distance=distance):
            return f"{field}{text}~{distance}"


def read(query: str) -> str:
    """The tree of a query that has no mistakes."""
    parsed = parse(query)
    assert parsed.diagnostics == ()
    return show(parsed.tree)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("harbour", "harbour"),
        ("harbour dues", "(harbour | dues)"),
        ("harbour and dues or not tolls", "(harbour | and | dues | or | not | tolls)"),
        ("harbour AND dues", "(harbour & dues)"),
        ("harbour OR dues", "(harbour || dues)"),
        ("harbour && dues || tolls", "((harbour & dues) || tolls)"),
        ("harbour dues AND tolls", "((harbour | dues) & tolls)"),
        ("harbour AND dues OR tolls quay", "((harbour & dues) || (tolls | quay))"),
        ("(harbour OR quay) AND (dues OR tolls)", "((harbour || quay) & (dues || tolls))"),
        ("harbour NOT dues", "((harbour) & !dues)"),
        ("harbour AND NOT dues", "(harbour & !dues)"),
        ("harbour OR NOT dues", "(harbour || !dues)"),
        ("harbour -dues !tolls", "((harbour) & !dues & !tolls)"),
        ("NOT harbour", "!harbour"),
        ("-harbour -dues", "(!harbour & !dues)"),
        ("NOT NOT harbour", "harbour"),
        ("-(harbour dues)", "!(harbour | dues)"),
        ("+harbour dues -tolls", "(harbour & ?(dues) & !tolls)"),
        ("+harbour +dues", "(harbour & dues)"),
        ('(DPRK OR "North Korea") AND Putin', '((DPRK || "North Korea") & Putin)'),
        ("six-party talks - a lone dash & co.", "(six-party | talks | a | lone | dash | co)"),
    ],
)
def test_operators(query: str, tree: str) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ('"peace treaty"', '"peace treaty"'),
        ("“peace treaty”", '"peace treaty"'),
        ('"peace treaty"~5', '"peace treaty"~5'),
        ('"peace treaty" Putin', '("peace treaty" & ?(Putin))'),
        ('"peace treaty" NOT territorial', '("peace treaty" & !territorial)'),
        ('"peace treaty" OR Putin', '("peace treaty" || Putin)'),
        ("speaker:ivanov", "speaker:ivanov"),
        ("Speaker: ivanov", "speaker:ivanov"),
        (
            'speaker:lavrov topic:"Northern Territories"',
            '(speaker:lavrov & topic:"Northern Territories")',
        ),
        ("speaker:lavrov harbour dues", "(speaker:lavrov & (harbour | dues))"),
        ("speaker:lavrov OR harbour", "(speaker:lavrov || harbour)"),
        ("(speaker:ivanov OR speaker:kono) dues", "((speaker:ivanov || speaker:kono) & (dues))"),
        ("speaker:(ivanov kono) dues", "((speaker:ivanov | speaker:kono) & (dues))"),
        ('title:(summit "peace treaty")', '(title:summit | title:"peace treaty")'),
        ("title:summit Putin", "(title:summit & ?(Putin))"),
        (
            "speaker:ivan* place:M?scow person:putn~1",
            "(speaker:ivan* & place:<M?scow> & person:putn~1)",
        ),
        ("speaker:topic:x", "speaker:topic:x"),
        ("\u200bspeaker:kono\ufeff", "speaker:kono"),
        ("her\u200bring", "her\u200bring"),
    ],
)
def test_phrases_and_fields_are_conditions(query: str, tree: str) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("date:2002", "20020101..20021231"),
        ("date:2002-02", "20020201..20020228"),
        ('date:"2002-06-13"', "20020613..20020613"),
        ("date:[2002-06 TO 2003]", "20020601..20031231"),
        ("date:[2002 TO *]", "20020101..*"),
        ("date:{2002 TO 2004}", "20021232..20040100"),
        ("date:>=2002-06", "20020601..*"),
        ("date:<2002", "*..20020100"),
        ("date:(2000 OR 2002)", "(20000101..20001231 || 20020101..20021231)"),
        ("date:2000 peace treaty", "(20000101..20001231 & (peace | treaty))"),
    ],
)
def test_dates(query: str, tree: str) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("negot*", "negot*"),
        ("wom?n *land n*g*", "(<wom?n> | <*land> | <n*g*>)"),
        ("kawaguci~ kawaguci~1 kawaguci~0", "(kawaguci~2 | kawaguci~1 | kawaguci~0)"),
        ('treaty^2 (a b)^0.5 "c d"^3', '("c d"^3 & ?(treaty^2 | (a | b)^0.5))'),
        (r"\AND wom\?en \"quay\"", "(AND | wom en | quay)"),
        (
            "12:40 G8: http://example.org/x Agenda: tolls",
            "(12:40 | G8 | http://example.org/x | Agenda | tolls)",
        ),
        ("D.P.R.K., O’Brien’s (U.S.)", "(D.P.R.K. | O’Brien’s | U.S.)"),
        ("… — !", "nothing"),
        ("", "nothing"),
    ],
)
def test_words(query: str, tree: str) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree", "place", "message", "suggestion"),
    [
        ("speeker:kono", "(speeker | kono)", "speeker:", 'no field "speeker"', "speaker:"),
        ("colour:red", "(colour | red)", "colour:", 'no field "colour"', None),
        ('quay "old dues', '("old dues" & ?(quay))', '"old dues', "never closed", '"old dues"'),
        ("quay (old dues", "(quay | (old | dues))", "(old dues", "never closed", "(old dues)"),
        ("quay (", "quay", "(", "never closed", None),
        ("quay) dues", "(quay | dues)", ")", "closes nothing", None),
        ("quay ()", "quay", "()", "nothing in these parentheses", None),
        ('quay ""', "quay", '""', "no word in quotation marks", None),
        ("date:2002-13 quay", "quay", "date:2002-13", "there is no month 13", "date:2002"),
        ("date:2002-06-31", "nothing", "date:2002-06-31", "has no day 31", "date:2002-06"),
        ("date:soon quay", "quay", "date:soon", "'soon' is not a date", None),
        ("date:[2002", "nothing", "date:[2002", "no range of dates", None),
        (
            "date:[2003 TO 2002]",
            "20020101..20031231",
            "date:[2003 TO 2002]",
            "ends before it begins",
            "date:[2002 TO 2003]",
        ),
        ("place:[a TO c]", "(place:a & (TO | c))", "[a TO c]", "only dates have ranges", None),
        ("speaker: AND quay", "quay", "speaker:", "has no value", None),
        ("AND quay", "quay", "AND", "nothing before", None),
        ("quay OR", "quay", "OR", "nothing after", None),
        ("quay AND OR dues", "(quay || dues)", "AND", "nothing after", None),
        ("quay NOT", "quay", "NOT", "nothing after", None),
        ("quay *", "quay", "*", "need a letter", None),
        ("six-par*", "(six & par*)", "six-par*", "within one word", None),
        ("treaty^x", "treaty", "^x", "a boost is a number", "^2"),
        ("treaty^-1", "treaty", "^-1", "a boost is a number", "^2"),
        ("kawaguci~7", "kawaguci~2", "~7", "0 to 2", "~2"),
        ("six-part~", "six-part", "six-part", "a single word", None),
        ("negot*~", "negot*", "~", "does not go with", None),
        ('"peace treat*"', '"peace treat*"', '"peace treat*"', "stand for nothing", None),
        ("owns the quay?", "(owns | the | quay)", "?", "read as punctuation", None),
    ],
)
def test_mistakes_are_told_and_read_sensibly(
    query: str, tree: str, place: str, message: str, suggestion: str | None
) -> None:
    parsed = parse(query)
    assert show(parsed.tree) == tree
    (note,) = parsed.diagnostics
    assert query[note.start : note.end] == place
    assert message in note.message
    assert note.suggestion == suggestion


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ｓｐｅａｋｅｒ：ivanov", "speaker:ivanov"),
        ("＂peace　treaty＂", '"peace treaty"'),
        ("ｎｅｇｏｔ＊ ｄａｔｅ：２００２", "negot* date:2002"),
        ("（ferry｜｜quota）", "(ferry||quota)"),
        ("​speaker:ivanov﻿", "speaker:ivanov"),
    ],
)
def test_wide_letters_and_signs_are_plain_ones(typed: str, meant: str) -> None:
    assert read(typed) == read(meant)


def test_spans_are_those_of_the_words() -> None:
    query = "  (“peace treaty”~2 OR quay^2), speaker:Ivanov"
    spans: list[str] = []

    def walk(node: Node) -> None:
        match node:
            case And(children=children) | Or(children=children):
                for child in children:
                    walk(child)
            case Boost(child=child):
                walk(child)
            case _:
                spans.append(query[slice(*node.span)])

    tree = parse(query).tree
    assert tree is not None
    walk(tree)
    assert spans == ["Ivanov", "“peace treaty”~2", "quay"]


def test_plain_syntax_takes_everything_as_words() -> None:
    parsed = parse('(speaker:ivanov AND "peace treat*', syntax="plain")
    assert show(parsed.tree) == "(speaker:ivanov | AND | peace | treat)"
    assert parsed.diagnostics == ()


def test_depth_is_bounded() -> None:
    parsed = parse("(" * 1000 + "quay" + ")" * 1000)
    assert show(parsed.tree) == "quay"
    (note,) = parsed.diagnostics
    assert "nested more than 50 deep" in note.message


def test_a_text_too_long_for_a_query_is_refused() -> None:
    with pytest.raises(QueryError, match="10,001 characters"):
        parse("x" * 10_001)


SYNTAX = [
    "AND", "OR", "NOT", "&&", "||", "(", ")", '"', "“", "*", "?", "^", "^2", "~", "~3", "+", "-",
    "!", "\\", ":", "speaker:", "date:", "nofield:", "[", "{", " TO ", "]", "2002-06", ">=", " ",
    "quay", "U.S.", "six-party", "é",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(SYNTAX), max_size=30).map("".join))
def test_no_text_fails(query: str) -> None:
    for syntax in ("lucene", "plain"):
        parsed = parse(query, syntax=syntax)
        for note in parsed.diagnostics:
            assert 0 <= note.start < note.end <= len(query)
        assert show(parsed.tree)


@pytest.mark.parametrize("query", ["who owns the quay?", "Did he own the quay?"])
def test_a_question_in_plain_words_is_no_mistake(query: str) -> None:
    parsed = parse(query)
    assert parsed.diagnostics == ()
    assert show(parsed.tree).endswith(" | the | quay)")


@given(st.lists(st.sampled_from(["peace", "Treaty", "G8", "AND", "OR", "and", "1956", "", "NOT"])))
def test_bare_words_are_read_as_all_queries_are(words: list[str]) -> None:
    query = " ".join(words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "_is_bare", lambda _: False)
        expected = parse(query)
    assert parse(query) == expected
