"""Why a passage ranks where it does: reasons in words, and numbers that add up to the score."""

from __future__ import annotations

import pickle
from functools import cache
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import Explanation, Index, IndexError_, Passage, QueryError, Reason, Statement

ENGINES = ("whoosh", "tantivy")

PASSAGES = (
    Passage(
        id="peace",
        text="The peace treaty was signed. Without a treaty no peace, said Minister Aalto.",
        title="Talks on the Northern Territories",
        headings=("Peace",),
        speakers=("Liisa Aalto",),
        date="2002-06-13",
    ),
    Passage(
        id="isles", text="Northern Territories: the isles, and fishing near them.", date="2001"
    ),
    Passage(id="fish", text="Fishing quotas, fishing zones and a fisher.", date="2002-06-03"),
    Passage(id="both", text="A fishing treaty for the isles; fishing zones were drawn."),
    Passage(
        id="talk",
        text="Six-party talks on the peninsula.",
        speakers=("Liisa Aalto",),
        statements=(Statement("Liisa Aalto", 0, 33),),
        topics=("Fishery",),
    ),
    Passage(id="more", text="Zones, quotas, and the weather of June."),
)


@cache
def held(engine: str) -> Index:
    made = Index.in_memory(engine=engine)  # type: ignore[arg-type]
    made.add_passages([*PASSAGES, Passage(id="gone", text="peace peace fishing zones")])
    made.commit()
    made.remove(["gone"])
    made.commit()
    return made


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest) -> Index:
    return held(request.param)


def adds_up(explanation: Explanation) -> bool:
    return abs(fsum(reason.score for reason in explanation.reasons) - explanation.score) < 1e-6


def test_an_explanation_reads(index: Index) -> None:
    hit = index.search("fishing treaty", ranking="words", synonyms=False)[0]
    assert hit.passage.id == "both"
    told = [(depth, said) for depth, _, said in hit.explain().lines()]
    assert told == [
        (0, "score"),
        (1, 'for "treaty"'),
        (2, '"treaty" in the text, once; 2 passages have it; weight 1'),
        (2, 'words that begin with "treat", once; 2 passages have it; weight 1.3'),
        (1, 'for "fishing"'),
        (2, '"fishing" in the text, twice; 3 passages have it; weight 0.871'),
        (2, 'words that begin with "fish", twice; 3 passages have it; weight 1.13'),
        (1, '"fishing treaty" as in the query, once; 1 passage has it; weight 0.2'),
        (1, "all the words in one passage"),
    ]


def test_a_synonym_a_title_and_feedback_are_told(index: Index) -> None:
    hits = {hit.passage.id: hit for hit in index.search("Northern Territories")}
    said = str(hits["peace"].explain())
    assert '"Northern" in the title, once; 1 passage has it; weight 0.4' in said
    (other,) = [hit for hit in index.search("peace treaty") if hit.passage.id == "isles"]
    assert 'through "Northern Territories" in the text, once' in str(other.explain())
    fed = index.search("fishing zones treaty quotas")[0].explain()
    (likeness,) = [reason for reason in fed.reasons if reason.kind == "likeness"]
    assert likeness.score > 0
    assert "fishing" in likeness.found


def test_conditions_speakers_and_dates_are_told(index: Index) -> None:
    (_, (_, score, said)) = index.search("topic:fishery")[0].explain().lines()
    assert (score, said) == (1.0, "how much of the passage the conditions are about")
    first = index.search("talks", speaker="Aalto")[0].explain()
    assert "Liisa Aalto says it: comes before passages in which others do" in str(first)
    first = index.search("zones quotas", fresh=10, synonyms=False)[0].explain()
    assert str(first.reasons[-2]) == "dated 2002-06-03, 10 days before the newest"
    score = fsum(reason.score for reason in first.reasons[:-2])
    assert first.reasons[-2].score == pytest.approx(score / 2, rel=1e-4)


def test_json_holds_the_words_too(index: Index) -> None:
    made = index.search("fishing treaty", ranking="words", synonyms=False)[0].explain().to_dict()
    assert made["reasons"][0] | {"score": 0, "weight": 0} == {
        "kind": "word",
        "score": 0,
        "typed": "fishing",
        "via": None,
        "field": "text",
        "found": "fishing",
        "times": 2,
        "passages": 3,
        "weight": 0,
        "said": '"fishing" in the text, twice; 3 passages have it; weight 0.871',
    }


WORDS = st.sampled_from(
    ["fishing", "peace", "treaty", "zones", "isles", "June", "fisher", "Northern Territories",
     "peace treaty", '"fishing zones"', '"peace treaty"~3', "six-party", "fish*", "zonse~", "sixt",
     "title:northern", "heading:peace", "speaker:aalto", "date:2002", "treaty^3", "quotas~1"]
)  # fmt: skip


@st.composite
def queries(draw: st.DrawFn) -> str:
    words = draw(st.lists(WORDS, min_size=1, max_size=5))
    signs = draw(st.lists(st.sampled_from(["", "", "", "+", "-"]), min_size=5, max_size=5))
    joins = draw(st.lists(st.sampled_from([" ", " ", " OR ", " AND "]), min_size=5, max_size=5))
    return "".join(
        part
        for sign, word, join in zip(signs, words, joins, strict=False)
        for part in (sign, word, join)
    )


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=60, deadline=None)
@given(
    query=queries(),
    ranking=st.sampled_from(["feedback", "words", "bm25"]),
    sort=st.sampled_from(["relevance", "newest"]),
    fresh=st.sampled_from([None, 30]),
    title=st.sampled_from([None, 0, 2.5]),
)
def test_the_numbers_add_up(
    engine: str, query: str, ranking: str, sort: str, fresh: float | None, title: float | None
) -> None:
    weights = {} if title is None or ranking == "bm25" else {"title": title}
    try:
        found = held(engine).search(
            query,
            ranking=ranking,
            sort=sort,
            fresh=fresh,
            weights=weights,  # type: ignore[arg-type]
        )
    except QueryError:
        return
    for hit in found:
        explanation = hit.explain()
        assert explanation.score == hit.score
        assert adds_up(explanation), explanation
        rounding = explanation.reasons[-1]
        assert rounding.kind == "rounding"
        assert abs(rounding.score) <= 1e-4 * hit.score + 1e-6
        assert all(reason.found for reason in explanation.reasons if reason.times)
        assert str(explanation)


def test_an_index_that_has_changed_is_not_asked() -> None:
    index = Index.in_memory()
    index.add_passages(PASSAGES)
    index.commit()
    hit = index.search("fishing")[0]
    index.add_passages([Passage(id="new", text="fishing")])
    index.commit()
    with pytest.raises(IndexError_, match="has changed since this search: search again"):
        hit.explain()
    hit = index.search("fishing")[0]
    index.close()
    with pytest.raises(IndexError_, match="the index is closed"):
        hit.explain()


def test_a_hit_can_be_sent_to_another_process() -> None:
    hit = held("whoosh").search("fishing")[0]
    copy = pickle.loads(pickle.dumps(hit))
    assert copy == hit
    with pytest.raises(IndexError_, match="lost its index"):
        copy.explain()


def test_every_kind_of_reason_has_words() -> None:
    assert str(Reason("word", 1.0, "cod", field="title", found="cod")) == '"cod" in the title'
    assert str(Reason("likeness", 1.0)) == "like the best passages found"
    assert str(Reason("speaker", 0.0, found="Ana Lima")).startswith("Ana Lima says it")
    assert Explanation("a", 0.0).groups() == []
