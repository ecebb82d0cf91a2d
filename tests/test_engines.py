"""One contract for all engines: each answers as the oracle does."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from oracle import Oracle

from searchkit import dates
from searchkit.engines import tantivy_queries
from searchkit.engines.base import (
    AUTO_LIMIT,
    LENGTHS,
    MAX_TERM_BYTES,
    Engine,
    EngineDocument,
    Found,
    allowed_slop,
    choose,
    forms,
    length_code,
    open_engine,
    ranked,
)
from searchkit.query.plan import (
    All,
    Best,
    Days,
    Every,
    Keyword,
    Nothing,
    Phrase,
    Plan,
    Plus,
    Some,
    Term,
    Without,
)

ENGINES = ("whoosh", "tantivy", pytest.param("opensearch", marks=pytest.mark.cluster))

_numbers = count(1)

_NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""On a cluster an example takes a second."""


def new_engine(name: str, request: pytest.FixtureRequest, path: Path | None = None) -> Engine:
    """An engine with nothing in it; on a cluster, in an index of its own with two shards."""
    if name != "opensearch":
        return open_engine(name, path, create=True)
    from searchkit.cluster.address import Address
    from searchkit.cluster.client import Client
    from searchkit.cluster.engine import OpenSearchEngine
    from searchkit.cluster.mapping import bodies

    address = Address.parse(request.getfixturevalue("cluster").address(f"c{next(_numbers)}"))
    client = Client(address)
    made = bodies({"shards": "2", "replicas": "0", "refresh": "-1"}, client.version)["passages"]
    client.ask("PUT", f"/{address.name}", made)
    return OpenSearchEngine(client, address.name, shards=2)


def passage(
    key: int,
    text: str = "",
    *,
    title: str = "",
    dates: tuple[tuple[int, int], ...] = (),
    **keywords: tuple[str, ...],
) -> EngineDocument:
    """A passage; ``|`` in the text divides values. Stems and words are the same here."""
    values = text.split("|") if text else []
    return EngineDocument(
        key,
        {"text": values, "word": values, "title": [title] if title else []},
        keywords,
        dates,
    )


FISH = (
    passage(1, "peace treaty talks", speaker=("petrova",), dates=((20020101, 20020131),)),
    passage(2, "treaty of peace", speaker=("tanaka",), topic=("fisheries",)),
    passage(3, "fish fish fish treaty", title="peace", dates=((20030405, 20030405),)),
    passage(
        5,
        "treaty",
        speaker=("petrova", "tanaka"),
        dates=((20040101, 20041231), (20020110, 20020110)),
    ),
)


PLACES = [
    *(f"{name} {place}" for name in ("whoosh", "tantivy") for place in ("memory", "disk")),
    pytest.param("opensearch cluster", marks=pytest.mark.cluster),
]


def with_fish(request: pytest.FixtureRequest, folder: Path) -> Iterator[Engine]:
    name, place = request.param.split()
    opened = new_engine(name, request, folder / "engine" if place == "disk" else None)
    opened.apply(generation=1, removed=(), added=FISH)
    yield opened
    opened.close()


@pytest.fixture(params=PLACES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    yield from with_fish(request, tmp_path)


@pytest.fixture(params=PLACES, scope="module")
def asked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """For tests that change nothing: they share one, since an index on a cluster is dear."""
    yield from with_fish(request, tmp_path_factory.mktemp("asked"))


def keys(found: Found) -> list[int]:
    return [key for key, _ in found.hits]


def selected(engine: Engine, plan: Plan) -> set[int]:
    return set(keys(engine.search(plan, limit=None)))


def text(term: str, weight: float = 1.0) -> Term:
    return Term("text", term, weight)


def phrase(words: str, slop: int = 0) -> Phrase:
    return Phrase("text", tuple(enumerate(words.split())), slop)


# Every node


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (text("treaty"), {1, 2, 3, 5}),
        (text("peace"), {1, 2}),
        (text("whale"), set()),
        (Term("title", "peace"), {3}),
        (Term("word", "fish"), {3}),
        (phrase("peace treaty"), {1}),
        (phrase("treaty peace"), set()),
        (Phrase("text", ((0, "treaty"), (2, "peace"))), {2}),
        (phrase("treaty peace", slop=1), {2}),
        (phrase("peace talks", slop=1), {1}),
        (phrase("fish fish fish"), {3}),
        (phrase("fish fish fish fish"), set()),
        (Phrase("text", ((0, "fish"),)), {3}),
        (Keyword("speaker", ("petrova",)), {1, 5}),
        (Keyword("speaker", ("petrova", "tanaka")), {1, 2, 5}),
        (Keyword("speaker", ()), set()),
        (Keyword("topic", ("fish",)), set()),
        (Days(20020101, 20020131), {1, 5}),
        (Days(20020101, 20020130), {5}),
        (Days(20040101, None), {5}),
        (Days(None, 20021231), {1, 5}),
        (Days(None, None), {1, 3, 5}),
        (Every(), {1, 2, 3, 5}),
        (Nothing(), set()),
        (Some((text("fish"), text("talks"))), {1, 3}),
        (Best((text("fish"), text("talks"))), {1, 3}),
        (All((text("treaty"), text("peace"))), {1, 2}),
        (All((text("treaty"), Keyword("speaker", ("petrova",)))), {1, 5}),
        (All((text("treaty"), Nothing())), set()),
        (Without(text("treaty"), text("peace")), {3, 5}),
        (Without(Every(), Days(None, None)), {2}),
        (Without(text("treaty"), Nothing()), {1, 2, 3, 5}),
        (Plus(text("peace"), text("fish")), {1, 2}),
        (Plus(Nothing(), text("fish")), set()),
        (Plus(Every(), Nothing()), {1, 2, 3, 5}),
        (Some(()), set()),
        (Best(()), set()),
        (All(()), set()),
    ],
)
def test_a_node_selects(asked: Engine, plan: Plan, expected: set[int]) -> None:
    found = asked.search(plan, limit=None)
    assert set(keys(found)) == expected
    assert len(found.hits) == found.total == len(expected)


def test_a_term_scores_as_bm25_says(asked: Engine) -> None:
    # Four passages of 11 terms in all; "peace" is in two of them.
    idf = math.log(1 + (4 - 2 + 0.5) / (2 + 0.5))
    expected = idf * 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 3 / (11 / 4)))
    found = asked.search(text("peace"), limit=10)
    assert found.hits == [(1, pytest.approx(expected, rel=1e-4)), (2, found.hits[0][1])]
    (hit,) = asked.search(text("fish", 0.5), limit=10).hits
    idf = math.log(1 + (4 - 1 + 0.5) / (1 + 0.5))
    expected = 0.5 * idf * 3 * 2.2 / (3 + 1.2 * (0.25 + 0.75 * 4 / (11 / 4)))
    assert hit == (3, pytest.approx(expected, rel=1e-4))


def test_filters_add_nothing_to_a_score(asked: Engine) -> None:
    bare = dict(asked.search(text("peace"), limit=10).hits)
    plan = All((text("peace"), Keyword("speaker", ("petrova",)), Days(20020101, None), Every()))
    assert asked.search(plan, limit=10).hits == [(1, bare[1])]
    assert asked.search(Days(None, None), limit=10).hits == [(1, 0.0), (3, 0.0), (5, 0.0)]


def test_some_adds_and_best_chooses(asked: Engine) -> None:
    peace, talks = (asked.search(text(t), limit=1).hits[0][1] for t in ("peace", "talks"))
    pair = (text("peace"), text("talks"))
    assert asked.search(Some(pair), limit=1).hits == [(1, pytest.approx(peace + talks, rel=1e-4))]
    assert asked.search(Best(pair), limit=1).hits == [(1, pytest.approx(talks))]


def test_plus_adds_to_what_is_selected(asked: Engine) -> None:
    peace, talks = (dict(asked.search(text(t), limit=9).hits) for t in ("peace", "talks"))
    found = asked.search(Plus(text("peace"), Some((text("talks"), text("fish")))), limit=9)
    assert dict(found.hits) == pytest.approx({1: peace[1] + talks[1], 2: peace[2]}, rel=1e-4)


def test_a_passage_is_scored_by_itself(engine: Engine) -> None:
    plans = [text("peace"), text("fish", 0.5), Keyword("speaker", ("tanaka",)), Nothing()]
    assert engine.scores(plans, 1) == [
        pytest.approx(engine.search(text("peace"), limit=1).hits[0][1], rel=1e-4), None, None, None,
    ]  # fmt: skip
    assert engine.scores(plans, 2)[2:] == [0.0, None]
    engine.apply(generation=2, removed=(), added=[passage(1, "cod")])
    assert engine.scores(plans, 1) == [None] * 4


def test_no_exact_phrase_spans_two_values(engine: Engine) -> None:
    engine.apply(generation=2, removed=(), added=[passage(7, "cod and | herring")])
    assert selected(engine, phrase("and herring")) == set()
    assert selected(engine, phrase("and herring", slop=1)) == {7}


def test_a_phrase_wants_positions(asked: Engine) -> None:
    with pytest.raises(ValueError, match="keeps no positions"):
        asked.search(Phrase("word", ((0, "peace"), (1, "treaty"))), limit=10)


# Order, limit and counts


def test_limit_and_count(asked: Engine) -> None:
    assert asked.search(text("treaty"), limit=2).total == 4
    assert keys(asked.search(text("treaty"), limit=1)) == [5]
    assert keys(asked.search(Every(), limit=2)) == [1, 2]
    assert asked.search(text("treaty"), limit=2, count=False).total is None
    assert asked.search(text("treaty"), limit=0) == Found([], 4)
    assert len(asked.search(text("treaty"), limit=None).hits) == 4


def test_ties_stand_in_order_of_keys(engine: Engine) -> None:
    for generation, start in enumerate((90, 70, 80), 2):
        added = [passage(start + i, "sturgeon quota") for i in reversed(range(10))]
        engine.apply(generation=generation, removed=(), added=added)
    assert keys(engine.search(text("sturgeon"), limit=12)) == list(range(70, 82))
    assert keys(engine.search(text("sturgeon"), limit=None)) == list(range(70, 100))


def test_newest_and_oldest(engine: Engine) -> None:
    added = [
        passage(8, "treaty fish", dates=((20030405, 20030405),)),
        passage(9, "treaty treaty", dates=((20030405, 20030430),)),
        passage(10, "cod"),
    ]
    engine.apply(generation=2, removed=(), added=added)
    # 3, 8 and 9 are of one day: the shorter passage and the double mention score higher.
    newest = engine.search(text("treaty"), limit=None, order="newest")
    assert keys(newest) == [5, 9, 8, 3, 1, 2]
    assert newest.total == 6
    scores = dict(engine.search(text("treaty"), limit=None).hits)
    assert dict(newest.hits) == scores
    assert keys(engine.search(text("treaty"), limit=None, order="oldest")) == [1, 9, 8, 3, 5, 2]
    for limit in range(1, 6):
        found = engine.search(text("treaty"), limit=limit, order="newest")
        assert (keys(found), found.total) == ([5, 9, 8, 3, 1, 2][:limit], 6)
        found = engine.search(text("treaty"), limit=limit, order="oldest", count=False)
        assert (keys(found), found.total) == ([1, 9, 8, 3, 5, 2][:limit], None)
    assert keys(engine.search(text("whale"), limit=3, order="newest")) == []


# Terms


def test_terms(asked: Engine) -> None:
    assert asked.terms("text", "t") == [("talks", 1), ("treaty", 4)]
    assert asked.terms("title") == [("peace", 1)]
    assert asked.terms("heading") == []
    assert asked.terms("speaker") == [("petrova", 2), ("tanaka", 2)]
    assert asked.document_frequency("text", "peace") == 2
    assert asked.document_frequency("topic", "fisheries") == 1
    assert asked.document_frequency("text", "whale") == 0


def test_terms_of_removed_passages_are_gone(engine: Engine) -> None:
    engine.apply(generation=2, removed=[3, 5], added=())
    assert engine.terms("text") == [("of", 1), ("peace", 2), ("talks", 1), ("treaty", 2)]
    assert engine.document_frequency("text", "treaty") == 2
    assert engine.document_frequency("text", "fish") == 0


def test_terms_in_any_writing(engine: Engine) -> None:
    words = ["мир", "平和", "café", "𝔣𝔦𝔰𝔥", "naïve", "g8", "3.5"]
    engine.apply(generation=2, removed=(), added=[passage(9, " ".join(words), place=("城下 町",))])
    for word in words:
        assert selected(engine, text(word)) == {9}
    assert selected(engine, phrase("мир 平和")) == {9}
    assert selected(engine, Keyword("place", ("城下 町",))) == {9}
    assert engine.terms("text", "平") == [("平和", 1)]


def test_overlong_terms_are_left_out(engine: Engine) -> None:
    longest, overlong, huge = "é" * (MAX_TERM_BYTES // 2), "e" * (MAX_TERM_BYTES + 1), "x" * 70_000
    added = [passage(9, f"cod {overlong} hake {longest} {huge} eel", topic=(huge, "cod"))]
    engine.apply(generation=2, removed=(), added=added)
    assert selected(engine, text(longest)) == {9}
    assert selected(engine, text(overlong)) == selected(engine, text(huge)) == set()
    assert selected(engine, Phrase("text", ((0, "cod"), (2, "hake"), (5, "eel")))) == {9}
    assert selected(engine, phrase("cod hake")) == set()
    assert engine.terms("topic", "x") == []
    # They do not count as length either.
    engine.apply(generation=3, removed=(), added=[passage(10, f"cod hake {longest} eel")])
    (_, first), (_, second) = engine.search(text("cod"), limit=2).hits
    assert first == second


# Changing


def test_applying_twice_leaves_one_of_each(engine: Engine) -> None:
    before = engine.search(text("treaty"), limit=None)
    for _ in range(2):
        engine.apply(generation=2, removed=[3], added=[passage(4, "treaty"), FISH[0]])
    assert (len(engine), engine.generation) == (4, 2)
    assert before.total == 4
    assert selected(engine, Every()) == {1, 2, 4, 5}
    assert engine.terms("text", "t") == [("talks", 1), ("treaty", 4)]


def test_a_passage_is_replaced(engine: Engine) -> None:
    engine.apply(generation=2, removed=[1, 2], added=[passage(1, "halibut"), passage(3, "halibut")])
    assert selected(engine, text("halibut")) == {1, 3}
    assert selected(engine, text("peace")) == set()
    assert selected(engine, Every()) == {1, 3, 5}
    assert selected(engine, Keyword("speaker", ("petrova",))) == {5}


def test_the_last_of_two_with_one_key_stays(engine: Engine) -> None:
    engine.apply(generation=2, removed=(), added=[passage(9, "cod"), passage(9, "hake")])
    assert selected(engine, Some((text("cod"), text("hake")))) == {9}
    assert selected(engine, text("cod")) == set()


def test_nothing_left(engine: Engine) -> None:
    engine.apply(generation=2, removed=[1, 2, 3, 5, 99], added=())
    assert (len(engine), engine.generation) == (0, 2)
    assert engine.search(Every(), limit=None) == Found([], 0)
    assert engine.search(text("treaty"), limit=3, order="newest") == Found([], 0)
    assert engine.terms("text") == []
    engine.apply(generation=3, removed=(), added=[passage(1, "treaty")])
    assert keys(engine.search(text("treaty"), limit=3)) == [1]


@pytest.mark.parametrize("name", ENGINES)
def test_a_new_engine_is_empty(name: str, request: pytest.FixtureRequest) -> None:
    engine = new_engine(name, request)
    assert (len(engine), engine.generation) == (0, 0)
    assert list(engine.search(Every(), limit=None).hits) == []
    assert list(engine.search(text("cod"), limit=5).hits) == []
    assert engine.document_frequency("text", "cod") == 0
    engine.apply(generation=1, removed=(), added=[EngineDocument(4, {})])
    assert keys(engine.search(Every(), limit=None)) == [4]
    assert len(engine) == 1


@pytest.mark.parametrize("name", ENGINES)
def test_a_term_in_hundreds_of_passages(name: str, request: pytest.FixtureRequest) -> None:
    engine = new_engine(name, request)
    added = [passage(key, "cod hake" if key % 3 else "hake cod cod") for key in range(1, 401)]
    engine.apply(generation=1, removed=(), added=added)
    engine.apply(generation=2, removed=range(50, 60), added=())
    held = [key for key in range(1, 401) if key not in range(50, 60)]
    thirds = [key for key in held if key % 3 == 0]
    assert keys(engine.search(text("hake"), limit=None))[:20] == [k for k in held if k % 3][:20]
    assert selected(engine, text("cod")) == set(held)
    assert selected(engine, phrase("hake cod")) == set(thirds)
    assert keys(engine.search(phrase("cod cod"), limit=150)) == thirds
    assert engine.document_frequency("text", "cod") == 390


@pytest.mark.parametrize("name", ENGINES)
def test_many_small_changes(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    engine = new_engine(name, request, tmp_path)
    oracle = Oracle()
    words = ["cod", "hake", "eel", "ling", "tusk", "pike"]
    for generation in range(1, 61):
        key = generation * 7 % 40
        added = [passage(key, " ".join(words[: generation % 5 + 1]))]
        for each in (engine, oracle):
            each.apply(generation=generation, removed=[generation % 11], added=added)
    assert len(engine) == len(oracle)
    assert engine.terms("text") == oracle.terms("text")
    for word in words:
        assert selected(engine, text(word)) == selected(oracle, text(word))
    assert len(list(tmp_path.iterdir())) < 60


# Against the oracle

_words = st.sampled_from("abcde")
_value = st.lists(_words, max_size=7).map(" ".join)

# A year, a month or a day, and ends of ranges that lie near them and need not be days.
_written = st.builds(
    lambda year, *parts: "-".join([f"{year:04}", *(f"{part:02}" for part in parts if part)]),
    _years := st.sampled_from([1, 999, 1000, 1999, 2000, 2002, 2010, 9999]),
    st.sampled_from([1, 2, 12]),
    st.sampled_from([0, 1, 27, 28]),
)
_spans = st.one_of(_written, _years.map("{:04}".format), _written.map(lambda date: date[:7])).map(
    dates.bounds
)


@st.composite
def _passages(draw: st.DrawFn) -> list[EngineDocument]:
    made = []
    for key in draw(st.lists(st.integers(1, 60), min_size=1, max_size=12, unique=True)):
        values = draw(st.lists(_value, max_size=2))
        keywords = {"speaker": draw(st.lists(st.sampled_from(["p q", "r"]), max_size=2))}
        spans = draw(st.lists(_spans, max_size=2))
        long = draw(st.sampled_from([0, 0, 0, 50, 300]))
        text = {"text": [*values, "z " * long], "title": values[:1], "word": values}
        shown = draw(st.lists(st.sampled_from(["Ó Briain", "o briain", "r"]), max_size=3))
        year = draw(st.none() | st.sampled_from([33, 2001, 2002]))
        made.append(EngineDocument(key, text, keywords, spans, {"speaker": shown}, year))
    return made


_fields = st.sampled_from(["text", "title", "word"])
_weights = st.sampled_from([1.0, 0.5, 2.0])
_offset_terms = st.lists(st.tuples(st.integers(0, 1), _words), min_size=1, max_size=3).map(
    lambda pairs: tuple((i + sum(gap for gap, _ in pairs[:i]), w) for i, (_, w) in enumerate(pairs))
)
_ends = st.none() | st.builds(
    lambda year, month, day: year * 10000 + month * 100 + day,
    _years,
    st.sampled_from([0, 1, 2, 3, 11, 12, 13]),
    st.sampled_from([0, 1, 2, 27, 28, 29, 31, 32]),
)
_leaves = st.one_of(
    st.builds(Term, _fields, _words, _weights),
    st.builds(
        Phrase, st.sampled_from(["text", "title"]), _offset_terms, st.integers(0, 3), _weights
    ),
    st.builds(Keyword, st.just("speaker"), st.sampled_from([("p q",), ("p q", "r"), ("s",)])),
    st.builds(Days, _ends, _ends),
    st.just(Every()),
    st.just(Nothing()),
)
_plans = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        *(st.builds(kind, st.lists(inner, max_size=3).map(tuple)) for kind in (Some, Best, All)),
        st.builds(Without, inner, inner),
        st.builds(Plus, inner, inner),
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("name", ["whoosh", "tantivy"])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    documents=_passages(),
    cut=st.integers(0, 12),
    plans=st.lists(_plans, min_size=1, max_size=6),
    limit=st.integers(1, 4),
    order=st.sampled_from(["relevance", "newest", "oldest"]),
)
def test_an_engine_answers_as_the_oracle(name, documents, cut, plans, limit, order) -> None:
    engine = open_engine(name, None, create=True)
    answers_as(Oracle(), engine, documents, cut, plans, limit, order)


@pytest.mark.cluster
@settings(
    max_examples=15, deadline=None, phases=_NO_SHRINKING, suppress_health_check=list(HealthCheck)
)
@given(
    documents=_passages(),
    cut=st.integers(0, 12),
    plans=st.lists(_plans, min_size=1, max_size=6),
    limit=st.integers(1, 4),
    order=st.sampled_from(["relevance", "newest", "oldest"]),
)
def test_a_cluster_answers_as_the_oracle(request, documents, cut, plans, limit, order) -> None:
    engine = new_engine("opensearch", request)
    answers_as(Oracle(by_field=True), engine, documents, cut, plans, limit, order)


def answers_as(oracle: Oracle, engine: Engine, documents, cut, plans, limit, order) -> None:
    for each in (engine, oracle):
        each.apply(generation=1, removed=(), added=documents[:cut])
        each.apply(generation=2, removed=(), added=documents[cut:])
    for plan in plans:
        expected = oracle.search(plan, limit=None, order=order)
        found = engine.search(plan, limit=None, order=order)
        assert found.total == expected.total
        assert dict(found.hits) == pytest.approx(dict(expected.hits), rel=1e-4)
        assert settled(oracle, found, order) == settled(oracle, expected, order)
        best = engine.search(plan, limit=limit, order=order)
        assert best.hits == found.hits[:limit]
        assert best.total == found.total
        if engine.name == "tantivy":
            assert engine.facets(plan) == oracle.facets(plan)
    assert engine.terms("text") == oracle.terms("text")


def settled(oracle: Oracle, found: Found, order: str) -> list[set[int]]:
    """The keys in groups, in order; what scores the same but for rounding is one group."""
    exact = dict(oracle.search(Every(), limit=None).hits)
    groups: list[set[int]] = []
    last: tuple[float, float] | None = None
    for key, score in found.hits:
        assert key in exact
        day = oracle.day(key, order)
        if last and last[0] == day and last[1] - score <= 2e-4 * last[1]:
            groups[-1].add(key)
        else:
            groups.append({key})
        last = (day, score)
    return groups


@pytest.mark.parametrize("name", ["whoosh", "tantivy"])
@settings(max_examples=40, deadline=None)
@given(
    spans=st.lists(st.lists(_spans, min_size=1, max_size=2), min_size=1, max_size=20),
    ranges=st.lists(st.tuples(_ends, _ends), min_size=1, max_size=20),
)
def test_a_range_holds_the_dates_that_lie_wholly_in_it(name, spans, ranges) -> None:
    engine = open_engine(name, None, create=True)
    passages = [
        EngineDocument(key, {"text": ["all" if key else "rare"]}, {}, own)
        for key, own in enumerate(spans)
    ]
    engine.apply(generation=1, removed=(), added=passages)
    for low, high in ranges:
        inside = {
            one.key
            for one in passages
            if any((low or 0) <= first and last <= (high or 99991231) for first, last in one.dates)
        }
        assert selected(engine, Days(low, high)) == inside
        # Where few are left by what else is asked for, a range is looked for in another way.
        assert selected(engine, All((text("rare"), Days(low, high)))) == inside & {0}


def sparing(monkeypatch: pytest.MonkeyPatch, added: list[EngineDocument]) -> Engine:
    """An engine on tantivy that spares work however little there is to go through."""
    monkeypatch.setattr(tantivy_queries, "_SAVED", 1)
    engine = open_engine("tantivy", None, create=True)
    engine.apply(generation=1, removed=(), added=added)
    return engine


@pytest.mark.parametrize(
    ("days", "few"),
    [
        (Days(20000101, None), False),
        (Days(None, 20131231), False),
        (Days(19950101, 20141231), False),
        (Days(20120101, None), False),
        (Days(19900101, 19941231), True),  # dates of none of the best
    ],
)
def test_the_best_in_a_wide_range_are_among_the_best_of_the_words(
    monkeypatch: pytest.MonkeyPatch, days: Days, few: bool
) -> None:
    years = {key: 1990 + (5 + key % 20 if key < 600 else key % 5) for key in range(900)}
    engine = sparing(
        monkeypatch,
        [
            passage(
                key,
                " ".join(["cod"] * (9 - key // 100) + ["hake"] * (key % 50)),
                dates=((year * 10_000 + 101, year * 10_000 + 1231),),
            )
            for key, year in years.items()
        ],
    )
    words = Some((text("cod"), text("hake")))
    for plan in (All((words, days)), All((days, words))):
        every = engine.search(plan, limit=None)
        assert [key for key, _ in every.hits if not covers(days, years[key])] == []
        assert every.total == sum(covers(days, year) for year in years.values())
        found = engine.search(plan, limit=10)
        assert (found.hits, found.total) == (every.hits[:10], every.total)
    asked = list[int]()
    search = engine._hits
    monkeypatch.setattr(engine, "_hits", lambda *given: asked.append(given[1]) or search(*given))
    engine.search(plan, limit=10, count=False)
    assert len(asked) == 1 + few
    assert asked[0] > 60


def test_what_may_be_meant_otherwise_is_looked_for_beside_the_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tantivy_queries, "_MANY", 1)
    engine = sparing(
        monkeypatch,
        [
            passage(
                key,
                " ".join(
                    ["cod"] * (key % 7) + ["sea bass"] * (key % 31 == 0) + ["hake"] * (key % 50)
                ),
                dates=((20000101 + 10_000 * (key % 9), 20001231 + 10_000 * (key % 9)),),
            )
            for key in range(1, 900)
        ],
    )
    bass = Best((text("cod"), phrase("sea bass")))
    words = Some((bass, text("hake", 0.5)))
    asked = list[int]()
    search = engine._hits
    for plan, searches in (
        (words, 2),
        (All((words, Days(20030101, None))), 2),
        (Some((bass, Best((text("hake"), text("cod"))))), 1),  # what else is meant is no rarer
        (Some((Best((bass, text("hake"))), text("ling"))), 1),
    ):
        every = engine.search(plan, limit=None)
        found = engine.search(plan, limit=20)
        assert (found.hits, found.total) == (every.hits[:20], every.total)
        monkeypatch.setattr(
            engine, "_hits", lambda *given: asked.append(given[1]) or search(*given)
        )
        asked.clear()
        assert engine.search(plan, limit=20, count=False).hits == found.hits
        assert len(asked) == searches
        monkeypatch.setattr(engine, "_hits", search)


def covers(days: Days, year: int) -> bool:
    return (days.low or 0) < (year + 1) * 10_000 and year * 10_000 < (days.high or 99991231)


@pytest.mark.parametrize("name", ["whoosh", "tantivy"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    documents=_passages(),
    later=_passages(),
    removed=st.lists(st.integers(1, 60), max_size=20),
    plans=st.lists(_plans, min_size=1, max_size=4),
)
def test_after_removals_the_same_passages_match(name, documents, later, removed, plans) -> None:
    removes_as(Oracle(), open_engine(name, None, create=True), documents, later, removed, plans)


@pytest.mark.cluster
@settings(
    max_examples=5, deadline=None, phases=_NO_SHRINKING, suppress_health_check=list(HealthCheck)
)
@given(
    documents=_passages(),
    later=_passages(),
    removed=st.lists(st.integers(1, 60), max_size=20),
    plans=st.lists(_plans, min_size=1, max_size=4),
)
def test_after_removals_a_cluster_matches_the_same(
    request, documents, later, removed, plans
) -> None:
    removes_as(Oracle(), new_engine("opensearch", request), documents, later, removed, plans)


def removes_as(oracle: Oracle, engine: Engine, documents, later, removed, plans) -> None:
    for each in (engine, oracle):
        each.apply(generation=1, removed=(), added=documents)
        each.apply(generation=2, removed=removed, added=later)
    assert len(engine) == len(oracle)
    assert engine.terms("text") == oracle.terms("text")
    assert engine.terms("speaker", "p") == oracle.terms("speaker", "p")
    for plan in plans:
        if engine.name == "tantivy":
            assert engine.facets(plan) == oracle.facets(plan)
        expected = oracle.search(plan, limit=None)
        found = engine.search(plan, limit=None)
        assert set(keys(found)) == set(keys(expected))
        assert found.total == expected.total
        # Others count removed passages in their statistics until they merge their segment.
        if engine.name == "whoosh":
            assert dict(found.hits) == pytest.approx(dict(expected.hits), rel=1e-4)


# What the engines share


def test_lengths() -> None:
    assert len(LENGTHS) == 256
    assert LENGTHS[:41] == tuple(range(41))
    assert LENGTHS[41:50] == (42, 44, 46, 48, 50, 52, 54, 56, 60)
    assert LENGTHS[255] == 2_013_265_944
    assert [length_code(n) for n in (0, 1, 40, 41, 42, 43, 57)] == [0, 1, 40, 40, 41, 41, 48]
    assert all(length_code(length) == code for code, length in enumerate(LENGTHS))


def test_forms_of_a_phrase() -> None:
    assert forms(phrase("peace treaty")) == [((0, "peace"), (1, "treaty"))]
    assert forms(Phrase("text", ((1, "a"), (2, "b")), slop=2)) == [
        ((0, "a"), (1, "b")),
        ((0, "a"), (2, "b")),
        ((0, "a"), (3, "b")),
    ]
    assert len(forms(phrase("a b c", slop=2))) == 6
    assert len(forms(phrase("a b c d", slop=50))) == 220
    assert [allowed_slop(terms, 1000) for terms in (1, 2, 3, 4, 5)] == [0, 255, 21, 9, 6]
    assert allowed_slop(3, 2) == 2


def test_ranked() -> None:
    hits = [(4, 1.0), (2, 1.000001), (9, 3.0), (1, 0.5)]
    assert ranked(hits, None) == [(9, 3.0), (2, 1.0), (4, 1.0), (1, 0.5)]
    assert ranked(hits, 2) == [(9, 3.0), (2, 1.0)]
    assert ranked(hits, 0) == []


@given(st.floats(0, 200, width=32) | st.integers(1_000, 99_999).map(lambda n: n / 1000 + 0.0005))
@example(9.99995)
@example(99.9995)
def test_scores_have_five_digits(score: float) -> None:
    (score,) = struct.unpack("f", struct.pack("f", score))
    assert ranked([(1, score)], None) == [(1, float(f"{score:.5g}"))]


def test_choose() -> None:
    assert choose("auto", 0, None) == choose("auto", AUTO_LIMIT, "whoosh") == "whoosh"
    assert choose("auto", AUTO_LIMIT + 1, "whoosh") == "tantivy"
    assert choose("auto", 10, "tantivy") == "tantivy"
    assert choose("whoosh", 10**6, "tantivy") == "whoosh"
    assert choose("tantivy", 1, None) == "tantivy"


def test_an_unknown_engine() -> None:
    with pytest.raises(ValueError, match="choose whoosh or tantivy"):
        open_engine("lucene", None, create=True)
