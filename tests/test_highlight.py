"""Marks, fragments and formatters, on passages written for the purpose."""

from __future__ import annotations

import subprocess
import sys
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import analysis, fragments, spotting
from searchkit.analysis import terms, tokens
from searchkit.formatters import ansi, clean, html, plain
from searchkit.fragments import Mark
from searchkit.highlight import (
    HEADING_FIELDS,
    TITLE_FIELDS,
    leaves,
    marks,
    matched,
    snippet,
)
from searchkit.query.plan import (
    All,
    Best,
    Days,
    Every,
    Keyword,
    Phrase,
    Plan,
    Some,
    Term,
    Without,
)
from searchkit.records import Match, Snippet


def word(text: str, *, typed: str = "", via: str | None = None, weight: float = 1.0) -> Term:
    return Term("text", terms(text)[0], weight, typed or text, via)


def phrase(
    text: str, *, slop: int = 0, typed: str = "", via: str | None = None, weight: float = 1.0
) -> Phrase:
    return Phrase("text", tuple(enumerate(terms(text))), slop, weight, typed or text, via)


def shown(found: Snippet) -> list[str]:
    return [found.text[a:b] for a, b in found.highlights]


HARBOUR = (
    "The two ministers met on the margins of the summit. Minister Aldana explained the state of "
    "the harbour talks.\nShe stressed that the harbour treaty, which Dr. Brandt had signed in the "
    "U.S. in 1994, should be renewed. Both sides exchanged views on fisheries. They agreed to "
    "meet again in May. The weather was fine, and the guests left early."
)


# Leaves


def test_leaves_come_in_order_and_leave_out_what_must_not_match() -> None:
    plan = Without(
        All(
            (
                word("treaty"),
                Best((phrase("harbour talks"), word("port"))),
                Keyword("topic", ("a",)),
            )
        ),
        Some((word("fish"), Days(None, 20020101))),
    )
    assert leaves(plan) == (word("treaty"), phrase("harbour talks"), word("port"))


def test_a_leaf_that_stands_twice_counts_once() -> None:
    assert leaves(Some((word("treaty"), word("treaty")))) == (word("treaty"),)


# Marks


def marked(text: str, plan: Plan) -> list[str]:
    return [text[m.start : m.end] for m in marks(text, plan)]


def test_marks_are_found_by_stem_and_index_the_original_text() -> None:
    assert marked("Treaties, a treaty’s end; mistreat.", word("treaty")) == ["Treaties", "treaty’s"]


def test_a_phrase_is_one_mark_and_crosses_lines() -> None:
    assert marked("the harbour\n  talks and talks", phrase("harbour talk")) == ["harbour\n  talks"]


def test_a_phrase_with_slop_marks_its_words_alone() -> None:
    text = "talks on peace and on the harbour"
    assert marked(text, phrase("talks harbour", slop=5)) == ["talks", "harbour"]
    assert marked(text, phrase("talks harbour", slop=4)) == []
    assert marked(text, phrase("harbour talks", slop=9)) == []


def test_a_phrase_keeps_the_places_of_words_left_out() -> None:
    plan = Phrase("text", ((0, "minist"), (2, "fish")), 0, 1.0, "minister of fish")
    assert marked("Minister for fish, minister fish", plan) == ["Minister for fish"]


def test_raw_words_match_unstemmed() -> None:
    assert marked("Talks and talk", Term("word", "talk", typed="talk~")) == ["talk"]


def test_fields_of_tags_do_not_mark_the_text() -> None:
    plan = Some((Term("heading", "treati"), Term("title", "treati"), Keyword("topic", ("treaty",))))
    assert marks("the treaty", plan) == []
    assert len(marks("the treaty", plan, fields=HEADING_FIELDS)) == 1
    assert len(marks("the treaty", plan, fields=TITLE_FIELDS)) == 1


def test_what_was_typed_goes_before_a_synonym_and_long_before_short() -> None:
    plan = Best(
        (
            phrase("harbour talks", typed="port", via="harbour talks"),
            word("talks"),
            phrase("talks about fish", typed="fish"),
        )
    )
    found = marks("harbour talks, talks about fish", plan)
    assert [(m.start, m.end, m.typed, m.via) for m in found] == [
        (8, 13, "talks", None),
        (15, 31, "fish", None),
    ]


# Matched


def test_matched_names_each_part_of_the_query_once_and_its_synonyms_after_it() -> None:
    plan = Some(
        (
            Best((word("port"), word("harbour", typed="port", via="harbour"))),
            Best((word("fisheries"), word("herring", typed="fisheries", via="herring"))),
            word("nowhere"),
            Term("heading", "port", typed="heading:port"),
        )
    )
    assert matched("The harbour of the herring. Herring!", ["A port"], plan) == (
        Match("port"),
        Match("port", "harbour"),
        Match("fisheries", "herring"),
        Match("heading:port"),
    )


def test_a_title_matches_for_its_own_fields_only() -> None:
    plan = Some((word("port"), Term("title", "port", typed="title:port")))
    assert matched("", [], plan, title="The port") == (Match("title:port"),)


# Snippets


def test_the_fragment_is_the_sentence_with_most_of_the_query() -> None:
    found = snippet(HARBOUR, Some((word("harbour"), word("treaty"))), width=130)
    assert found.text == (
        "…She stressed that the harbour treaty, which Dr. Brandt had signed in the U.S. in 1994, "
        "should be renewed.…"
    )
    assert shown(found) == ["harbour", "treaty"]
    assert HARBOUR[found.start :].startswith("She stressed")


def test_neighbouring_sentences_fill_the_width_and_lines_become_spaces() -> None:
    found = snippet(HARBOUR, word("harbour"), width=250)
    assert found.text == (
        "The two ministers met on the margins of the summit. Minister Aldana explained the state "
        "of the harbour talks. She stressed that the harbour treaty, which Dr. Brandt had signed "
        "in the U.S. in 1994, should be renewed.…"
    )
    assert shown(found) == ["harbour", "harbour"]


def test_what_was_typed_is_shown_rather_than_its_synonym() -> None:
    plan = Best((word("fisheries"), word("harbour", typed="fisheries", via="harbour")))
    found = snippet(HARBOUR, plan, width=60)
    assert found.text == "…Both sides exchanged views on fisheries.…"
    assert found.related == ()


def test_a_synonym_is_shown_and_told_apart() -> None:
    plan = Best((word("port"), word("harbour", typed="port", via="harbour")))
    found = snippet(HARBOUR, plan, width=60)
    assert shown(found) == ["harbour"]
    assert found.related == found.highlights


def test_a_statement_of_the_speaker_asked_for_is_preferred() -> None:
    text = "Mr. Odum spoke of the harbour. Then came lunch. Ms. Ray spoke of the harbour as well."
    start = text.index("Ms. Ray")
    said = [(start, len(text))]
    assert snippet(text, word("harbour"), width=40).text == "Mr. Odum spoke of the harbour.…"
    expected = "…Ms. Ray spoke of the harbour as well."
    assert snippet(text, word("harbour"), width=40, prefer=said).text == expected
    assert snippet(text, Every(), width=40, prefer=said).text == expected


def test_a_short_sentence_is_shown_with_the_beginning_of_the_next() -> None:
    text = (
        "Minister Odum made these statements:\n\n"
        "  • The harbour had been of use to both countries for many years, and he hoped that it "
        "would remain so for years to come.\n\n  • There was little else to say."
    )
    assert snippet(text, word("Odum"), width=110).text == (
        "Minister Odum made these statements: • The harbour had been of use to both countries for "
        "many years…"
    )


@given(
    lengths=st.lists(st.integers(5, 120), min_size=1, max_size=8),
    where=st.integers(0, 7),
    weights=st.lists(st.sampled_from([0.0, 0.1, 1.0, 300.0]), min_size=1, max_size=3),
    via=st.sampled_from([None, "other"]),
)
@settings(max_examples=200, deadline=None)
def test_marks_in_one_sentence_alone_need_no_scores(
    lengths: list[int], where: int, weights: list[float], via: str | None
) -> None:
    ends = list(accumulate(lengths))
    spans = [(end - length, end - 1) for end, length in zip(ends, lengths, strict=True)]
    only = where % len(spans)
    found = [Mark(spans[only][0], spans[only][1], "x", via, weight) for weight in weights]
    scores = []
    for first in range(len(spans)):
        last = fragments._last(spans, first, spans[first][0] + 240)
        some = [((found if i == only else ()), False) for i in range(first, last + 1)]
        scores.append(fragments._score(some, {"x": 1.5}))
    best = scores.index(max(scores))
    assert fragments._best(spans, {only: found}, set(), {"x": 1.5}, 240) == (
        0 if scores[0] == scores[best] else only
    )


def test_without_a_match_the_beginning_is_shown() -> None:
    found = snippet(HARBOUR, Keyword("speaker", ("aldana",)), width=60)
    assert found == Snippet("The two ministers met on the margins of the summit.…")


def test_the_whole_passage_has_no_ellipsis() -> None:
    assert snippet("  • One  item.\n", word("item")).text == "One item."
    assert snippet(" \n ", word("item")) == Snippet("")


def test_a_long_sentence_is_cut_between_words_around_the_matches() -> None:
    text = "He said " + "that much remained to be done " * 12 + "before the treaty was signed " * 9
    found = snippet(text, word("treaty"), width=100)
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert 60 <= len(found.text) <= 102
    assert set(found.text.strip("…").split()) <= set(text.split())
    assert shown(found) == ["treaty"] * len(found.highlights) != []


def test_a_long_sentence_begins_at_a_clause_where_one_begins() -> None:
    text = (
        "Reporting on the long journey through the eleven provinces of the north and the west of "
        "the country and on the many people whom he had met, the envoy said that the treaty was "
        "close, and that the two sides would, before the end of the year, certainly come together."
    )
    assert snippet(text, word("treaty"), width=120).text == (
        "…the envoy said that the treaty was close, and that the two sides would, before the end "
        "of the year…"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lee met Gen. Ito at No. 3. They talked.",
        "He left the U.S. Then he wrote e.g. to Prof. J. Ray. They talked.",
        "1. First. They talked.",
        "Did he go there? “Yes, to Rome.” They talked.",
        "As follows:\n  • He went\n  • They talked.",
        "No full stop here\n\nThey talked.",
    ],
)
def test_sentences_end_where_readers_end_them(text: str) -> None:
    assert snippet(text, word("talked"), width=20).text == "…They talked."


def test_a_title_does_not_end_a_sentence() -> None:
    found = snippet("Yes. Mr. Lee met Gen. Ito at noon.", word("noon"), width=30)
    assert found.text == "…Mr. Lee met Gen. Ito at noon."


TEXTS = st.text(max_size=400) | st.lists(
    st.sampled_from(
        ["treaty", "Treaties", "harbour", "a", "the", "U.S.", "3.5", "1.", "\n", "\n\n", "•", ",",
         "Ōno's", "x" * 60, "条約" * 20, "\t", "…", "said.", "Mr.", "\x1b[31m"]
    ),
    max_size=120,
).map(" ".join)  # fmt: skip
PLANS = st.sampled_from(
    [
        word("treaty"),
        word("a"),
        phrase("treaty harbour", slop=2),
        Best((phrase("the treaty"), word("harbour", typed="the treaty", via="harbour"))),
        Some((Term("word", "treaties"), Term("word", "ono", via="Ono"), Term("text", "3.5"))),
        Every(),
    ]
)


@given(text=TEXTS, plan=PLANS, width=st.integers(20, 300), data=st.data())
@settings(max_examples=100, deadline=None)
def test_every_highlight_is_a_match_of_the_query(
    text: str, plan: Plan, width: int, data: st.DataObject
) -> None:
    prefer = [(a, a + 30) for a in data.draw(st.lists(st.integers(0, 400), max_size=2))]
    found = snippet(text, plan, width=width, prefer=prefer)
    assert "\n" not in found.text
    assert not found.text[:1].isspace()
    assert not found.text[-1:].isspace()
    assert len(found.text) <= width * 1.25 + 2
    body = found.text.removeprefix("…").removesuffix("…")
    assert body in " ".join(text.split()) or body + "…" in " ".join(text.split()) or "…" in text
    assert set(found.related) <= set(found.highlights)
    wanted = {
        form
        for leaf in leaves(plan)
        for form in ([leaf.term] if isinstance(leaf, Term) else [t for _, t in leaf.terms])
    }
    last = 0
    for start, end in found.highlights:
        assert last <= start < end <= len(found.text)
        last = end
        inside = tokens(found.text[start:end])
        assert inside
        assert {inside[0].term, inside[0].word} & wanted
        assert {inside[-1].term, inside[-1].word} & wanted
    for formatter in (ansi, html, plain):
        formatter(found).encode()


@given(text=TEXTS, plan=PLANS)
@settings(max_examples=100, deadline=None)
def test_marks_stand_in_order_and_apart(text: str, plan: Plan) -> None:
    last = 0
    for mark in marks(text, plan):
        assert last <= mark.start < mark.end <= len(text)
        last = mark.end
    assert {m.typed for m in marks(text, plan)} <= {m.term for m in matched(text, (), plan)}


WORDS_SOUGHT = Some((word("treaty"), Term("word", "harbours", typed="harbours"), word("3.5")))


_BEGUN_ALIKE = [Term("word", f"harbour{letter}") for letter in "abcdefghijklmnopqrstuvwxyz"]
_OTHERS = [Term("word", f"{letter}{letter}arnish") for letter in "abcdefghijklmnopqrstuvwxyz"]


@pytest.mark.parametrize("beside", [[], [word("a")], _BEGUN_ALIKE, _OTHERS])
@given(texts=st.lists(TEXTS, max_size=4))
@settings(max_examples=50, deadline=None)
def test_every_word_that_is_sought_is_marked(beside: list[Term], texts: list[str]) -> None:
    sought = Some((*WORDS_SOUGHT.children, *beside))
    terms = {"treati", "3.5", *(leaf.term for leaf in beside if leaf.field == "text")}
    for text in [*texts, "Treaty harbours", "harbours treaties treaties"]:
        assert [(mark.start, mark.end) for mark in marks(text, sought)] == [
            (token.start, token.end)
            for token in tokens(text)
            if token.term in terms or token.word == "harbours"
        ]


_KNOWN = "hop di dur stab nois happ treat relat cris sk onl"
_STEMS = st.sampled_from(_KNOWN.split()) | st.text("aeiouybdlnrstz", max_size=5)
_SUFFIXES = """
s es ed ing ingly ies ied ying y ly al ation ational ator ization ism ability bility ble ful less
ness ous iveness ivity able ably ency ance ement ment ical icate logy logist eed ll e
"""
_ENDINGS = st.sampled_from(_SUFFIXES.split())


@given(stem=_STEMS, endings=st.lists(_ENDINGS, max_size=2))
@settings(max_examples=100, deadline=None)
def test_a_word_begins_with_the_needle_of_its_stem(stem: str, endings: list[str]) -> None:
    for word in ("".join([stem, *endings]), "dying", "skies", "early", "nobility", "hoping"):
        for term in analysis.terms(word):
            if word not in analysis.stop_words():
                assert word.startswith(spotting._needle(term).decode())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The D.P.R.K. spoke, and dprk's.", ["D.P.R.K.", "dprk's"]),
        ("It was 1,000 and 1000, not 10,000.", ["1,000", "1000"]),
        ("Dying\tand (died) and die.\x1fdies", ["Dying", "died", "die", "dies"]),
        ("Pre-nuclear, non-nuclear\nnuclear's", ["nuclear", "nuclear", "nuclear's"]),
        ("Peace! " * 40, ["Peace"] * 40),
        ("Café nuclear, naïve", ["nuclear"]),
    ],
)
def test_marks_are_whole_tokens_wherever_signs_stand(text: str, found: list[str]) -> None:
    plan = Some(tuple(map(word, ("dprk", "1000", "dying", "nuclear", "peace"))))
    assert [text[mark.start : mark.end] for mark in marks(text, plan)] == found


@given(text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_quick_way_to_marks_finds_what_the_other_does(text: str) -> None:
    pair = Phrase("text", ((0, "treati"), (2, "peac")), 1, typed="treaties of peace")
    for plan in (WORDS_SOUGHT, Some((word("peace"), word("treaties"), pair))):
        quick = marks(text, plan), matched(text, (), plan)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(spotting, "_MOST_CHUNKS", 0)
            plan = Some(plan.children)  # of which no marks are known yet
            assert quick == (marks(text, plan), matched(text, (), plan))


# Formatters

BOTH = Snippet("a <b> treaty & harbour", ((6, 12), (15, 22)), ((15, 22),))


def test_formatters_mark_words_typed_and_synonyms_differently() -> None:
    assert ansi(BOTH) == "a <b> \x1b[1;33mtreaty\x1b[0m & \x1b[4mharbour\x1b[0m"
    assert html(BOTH) == (
        'a &lt;b&gt; <mark>treaty</mark> &amp; <mark class="related">harbour</mark>'
    )
    assert plain(BOTH) == BOTH.text
    assert plain(BOTH, mark=("*", "*")) == "a <b> *treaty* & *harbour*"


def test_formatters_show_what_a_terminal_would_obey() -> None:
    wicked = Snippet("red \x1b[31m \x9b2J \u202eevil\u2066 \x07\x7f tab\there \ud800")
    expected = "red ␛[31m �2J �evil� ␇␡ tab here �"
    assert ansi(wicked) == plain(wicked) == html(wicked) == expected
    assert clean("a\r\nb\u2028c") == "a  b c"


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_nothing_that_controls_a_terminal_passes(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert all(c >= " " and not "\x7f" <= c <= "\x9f" for c in cleaned)
    found = html(Snippet(text))
    assert not set("<>\"'") & set(found)


# Cost


def test_importing_it_is_light() -> None:
    code = (
        "import sys, searchkit.highlight; "
        "print([m for m in ('nltk', 'rapidfuzz', 'rich') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_one_sentence_with_very_many_marks() -> None:
    # Every mark once looked at all that came after it: a line of 3 MB was never shown.
    text = "The herring fell " * 25_000 + "and so did the herring quota " + "of herring " * 25_000
    found = snippet(text, Some((word("herring"), word("quota"))))
    assert "herring quota" in found.text
    assert len(found.text) <= 400
