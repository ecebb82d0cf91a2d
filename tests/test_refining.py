"""Refining: what only ranks is asked about the best passages alone, and answers agree."""

from __future__ import annotations

from math import fsum

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from searchkit import Index, Passage, refining
from searchkit.engines import tantivy
from searchkit.engines.base import EngineDocument, open_engine
from searchkit.query.plan import All, Every, Keyword, Phrase, Plan, Plus, Some, Term, Without
from searchkit.refining import selecting

ENGINES = ("whoosh", "tantivy")

# Made up. Harbour and pilots stand side by side in the longest, least one alone.
PASSAGES = (
    Passage(id="a", text="The harbour. The harbour."),
    Passage(id="b", text="A harbour and its pilots."),
    Passage(id="c", text="Of the harbour pilots, the tide and the tariff of the lighthouse."),
    Passage(id="d", text="Tariffs of the inland canals, their locks and of one harbour, no more."),
    Passage(id="e", text="Nothing of it."),
)


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Index:
    monkeypatch.setattr(refining, "POSTINGS", 0)
    monkeypatch.setattr(refining, "WINDOW", 2)
    made = Index.in_memory(engine=request.param)
    made.add_passages(PASSAGES)
    made.commit()
    return made


def test_only_the_best_by_what_selects_gain_by_the_rest(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = Passage(id="short", text="Diplomats came.")
    akin = Passage(id="akin", text="Diplomats, diplomacy, more diplomacy and diplomatic diplomacy.")
    index.add_passages([short, akin])
    index.commit()

    def asked(window: int, postings: int) -> list[str]:
        monkeypatch.setattr(refining, "WINDOW", window)
        monkeypatch.setattr(refining, "POSTINGS", postings)
        found = index.search("diplomats", ranking="words")
        assert found.total == 2
        return [hit.passage.id for hit in found]

    assert asked(1, 0) == ["short", "akin"]
    assert asked(2, 0) == asked(1, 100) == ["akin", "short"]


def test_pages_are_those_of_one_order(index: Index) -> None:
    whole = index.search("harbour pilots tariff", ranking="words")
    pages = [
        index.search("harbour pilots tariff", ranking="words", limit=1, offset=at)[0]
        for at in range(4)
    ]
    assert [(p.passage.id, p.score) for p in pages] == [(h.passage.id, h.score) for h in whole]
    assert [one for one, _ in index.rank("harbour pilots tariff", ranking="words", limit=3)] == [
        hit.passage.id for hit in whole[:3]
    ]


def test_explanations_tell_what_was_counted(index: Index) -> None:
    hits = index.search("harbour pilots tariff", ranking="words", synonyms=False)
    kinds = [{reason.kind for reason in hit.explain().reasons} - {"rounding"} for hit in hits]
    assert "stub" in kinds[0] | kinds[1]
    assert kinds[2:] == [{"word"}, {"word"}]
    for hit in hits:
        assert abs(fsum(reason.score for reason in hit.explain().reasons) - hit.score) < 1e-6


def test_by_date_all_are_ranked_by_all(index: Index) -> None:
    for hit in index.search("harbour pilots tariff", sort="newest"):
        assert abs(fsum(reason.score for reason in hit.explain().reasons) - hit.score) < 1e-6


def test_what_selects_is_found_under_conditions() -> None:
    one, more, seldom = Term("text", "canal"), Term("stub", "canal"), Term("title", "canal")
    who = Keyword("speaker", ("mira solveig",))
    assert selecting(Plus(one, more)) == one
    assert selecting(All((Plus(one, Some((more, seldom))), who))) == All((one, who))
    assert selecting(Without(Plus(one, more), seldom)) == Without(one, seldom)
    for whole in (one, All((one, who)), Some((Plus(one, more), Every())), Without(one, seldom)):
        assert selecting(whole) == whole


_words = st.sampled_from(["tide", "buoy", "quay", "mast"])
_terms = st.builds(Term, st.sampled_from(["text", "word"]), _words, st.sampled_from([1.0, 0.3]))
_pairs = st.builds(lambda one, other: Phrase("text", ((0, one), (1, other))), _words, _words)
_adding = st.lists(
    _terms | _pairs | st.builds(lambda a, b: All((a, b)), _terms, _terms), max_size=4
)
_selecting = _terms | st.builds(lambda some: Some(tuple(some)), st.lists(_terms, min_size=1))


@pytest.mark.parametrize("name", ENGINES)
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    texts=st.lists(st.lists(_words, min_size=1, max_size=6), min_size=1, max_size=12),
    child=_selecting,
    more=_adding,
    excluded=st.none() | _terms,
    window=st.integers(1, 12),
    limit=st.none() | st.integers(0, 12),
    far=st.sampled_from([0, 5_000]),
)
def test_the_refined_order_is_that_of_its_definition(
    name: str,
    texts: list[list[str]],
    child: Plan,
    more: list[Plan],
    excluded: Plan | None,
    window: int,
    limit: int | None,
    far: int,
) -> None:
    engine = open_engine(name, None, create=True)
    lines = [" ".join(words) for words in texts]
    added = [EngineDocument(n, {"text": [t], "word": [t]}) for n, t in enumerate(lines, 1)]
    engine.apply(generation=1, removed=(), added=added)
    plan: Plan = Plus(child, Some(tuple(more)))
    if excluded is not None:
        plan, child = Without(plan, excluded), Without(child, excluded)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(refining, "POSTINGS", -1)
        patch.setattr(refining, "WINDOW", window)
        patch.setattr(tantivy, "_FAR", far)
        found = refining.search(engine, plan, engine.document_frequency, limit=limit)
    plain = engine.search(child, limit=None)
    scores = dict(engine.search(plan, limit=None).hits)
    assert found.total == plain.total
    first = dict(plain.hits[:window]) if more else scores
    expected = {key: scores[key] if key in first else score for key, score in plain.hits}
    whole = len(expected) if limit is None else min(limit, len(expected))
    assert len(found.hits) == whole
    for key, score in found.hits:
        assert score == pytest.approx(expected[key], rel=1e-4)
    best = sorted(expected.values(), reverse=True)[:whole]
    assert [score for _, score in found.hits] == pytest.approx(best, rel=1e-4)
