"""Which passage comes first, and by what: words and their forms, neighbours, likeness."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import Index, Passage, analysis, feedback
from searchkit.query import plan, ranking

ENGINES = ("whoosh", "tantivy")

PASSAGES = {
    "form": "The ministers spoke of a universal treaty on salmon.",
    "stem": "The ministers spoke of a universe, treaty and salmon.",
    "stub": "The Norwegian minister spoke of Norway and of herring.",
    "bare": "The Danish minister spoke of Norway and of herring.",
    "near": "A fishing zone was agreed, and later a quota.",
    "far": "A zone was agreed, and later a fishing quota.",
    "other": "Nothing else was said about the weather in the harbour that day.",
}


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest) -> Iterator[Index]:
    made = Index.in_memory(engine=request.param)
    made.add_passages(Passage(id=key, text=text) for key, text in PASSAGES.items())
    made.add_passages(
        [
            Passage(id="titled", title="Whales", text="Of seals and whales the ministers spoke."),
            Passage(id="untitled", text="Of seals and whales and ice the ministers spoke."),
        ]
    )
    made.commit()
    yield made
    made.close()


def ids(index: Index, query: str, ranking: str = "words") -> list[str]:
    return [key for key, _ in index.rank(query, ranking=ranking, synonyms=False)]  # type: ignore[arg-type]


def test_the_form_that_was_typed_comes_first(index: Index) -> None:
    assert ids(index, "universal salmon")[:2] == ["form", "stem"]
    assert ids(index, "universe salmon")[:2] == ["stem", "form"]


def test_more_of_the_same_stub_ranks_higher_and_finds_nothing(index: Index) -> None:
    assert ids(index, "norway") == ["stub", "bare"]
    assert ids(index, "norwegian") == ["stub"]


def test_neighbours_of_the_query_rank_higher_where_they_stand_together(index: Index) -> None:
    assert ids(index, "fishing zone")[:2] == ["near", "far"]
    assert ids(index, "fishing quota")[:2] == ["far", "near"]


def test_a_title_ranks_higher(index: Index) -> None:
    assert ids(index, "whales") == ["titled", "untitled"]


def test_every_way_to_rank_finds_the_same(index: Index) -> None:
    for query in ("norway herring", "universal +treaty", '"fishing zone"', "whales AND ice"):
        found = {way: set(ids(index, query, way)) for way in ("bm25", "words", "feedback")}
        assert found["bm25"] == found["words"] == found["feedback"] != set()


def test_search_and_rank_agree(index: Index) -> None:
    hits = index.search("the universal salmon treaty of Norway", limit=5)
    ranks = index.rank("the universal salmon treaty of Norway", limit=20)
    assert [(hit.passage.id, hit.score) for hit in hits] == [
        (key, pytest.approx(score, abs=1e-6)) for key, score in ranks[: len(hits)]
    ]


def test_engines_rank_alike() -> None:
    answers = []
    for engine in ENGINES:
        index = Index.in_memory(engine=engine)  # type: ignore[arg-type]
        index.add_passages(Passage(id=key, text=text) for key, text in PASSAGES.items())
        index.commit()
        answers.append([index.rank(query) for query in ("norway minister", "fishing treaty")])
    assert answers[0] == answers[1]


def test_a_word_weighs_more_the_rarer_and_the_oftener() -> None:
    rare, common = ranking.emphasis(2, 1, 1000), ranking.emphasis(200, 1, 1000)
    assert rare > common > 0
    assert common < ranking.emphasis(200, 2, 1000) < 2 * common


def test_neighbours_leave_stop_words_open() -> None:
    (pair,) = ranking.neighbours(analysis.tokens("treaty of peace"), 1.0, {"cod"}.__contains__)
    terms = (0, "treati"), (2, "peac")
    assert pair == plan.Phrase("text", terms, 0, ranking.NEAR, "treaty of peace")
    assert (
        list(ranking.neighbours(analysis.tokens("treaty treaty"), 1.0, {"cod"}.__contains__)) == []
    )


def test_two_common_words_are_no_neighbours() -> None:
    def pairs(query: str) -> int:
        tokens = analysis.tokens(query)
        return len(list(ranking.neighbours(tokens, 1.0, {"peac", "treati"}.__contains__)))

    assert pairs("peace treaty") == 0
    assert pairs("peace cod") == pairs("cod peace") == pairs("cod treaties quota") - 1 == 1


def test_common_is_what_many_of_many_passages_have() -> None:
    assert not ranking.is_common(1_000, 1_000)
    assert ranking.is_common(1_001, 1_001)
    assert not ranking.is_common(10_000, 100_000)
    assert ranking.is_common(10_001, 100_000)


def test_a_common_word_weighs_as_much_without_its_forms() -> None:
    index = Index.in_memory(engine="tantivy")
    index.add_passages(Passage(id=f"p{n}", text="salmon quota") for n in range(1_001))
    index.add_passages(Passage(id=f"q{n}", text="herring nets") for n in range(10))
    index.commit()
    (common,) = index.search("salmon", ranking="words", limit=1, synonyms=False)
    kinds = [(reason.kind, reason.weight) for reason in common.explain().reasons]
    assert kinds[:-1] == [("word", ranking.FORMS)]
    (rare,) = index.search("herring", ranking="words", limit=1, synonyms=False)
    kinds = [(reason.kind, reason.weight) for reason in rare.explain().reasons]
    assert kinds[:-1] == [("word", 1.0), ("stub", ranking.WORD + ranking.STUB)]


@pytest.mark.parametrize(
    ("also", "told"),
    [
        ("", [("word", 1.0), ("stub", ranking.WORD + ranking.STUB)]),
        ("heroic", [("word", 1.0), ("stub", ranking.WORD + ranking.STUB)]),
        ("herrick", [("word", 1.0 + ranking.WORD), ("stub", ranking.STUB)]),
        ("herrings", [("word", 1.0), ("form", ranking.WORD), ("stub", ranking.STUB)]),
    ],
)
def test_the_very_form_tells_where_there_are_others(
    also: str, told: list[tuple[str, float]]
) -> None:
    index = Index.in_memory(engine="tantivy")
    index.add_passages([Passage(id="p", text="herring nets"), Passage(id="q", text=f"nets {also}")])
    index.commit()
    (hit,) = index.search("herring", ranking="words", limit=1, synonyms=False)
    reasons = hit.explain().reasons
    assert [(one.kind, one.weight) for one in reasons if one.kind != "rounding"] == told


# Feedback


def test_what_is_like_the_best_rises() -> None:
    texts = [
        ["salmon quota in the north sea"],
        ["salmon quota in the north sea agreed"],
        ["quota of steel"],
        ["quota for salmon of the north sea"],
    ]
    scores = feedback.rescored([4.0, 3.9, 3.0, 2.9], texts)
    assert sorted(range(4), key=lambda place: -scores[place]) == [0, 1, 3, 2]


def test_two_passages_are_left_as_they_are() -> None:
    assert feedback.rescored([2.0, 1.0], [["a b"], ["b c"]]) == [2.0, 1.0]
    assert feedback.rescored([0.0, 0.0, 0.0], [["cod"]] * 3) == [0.0, 0.0, 0.0]


def test_a_passage_far_ahead_of_all_others_is_like_nobody() -> None:
    assert feedback.rescored([1.0, 1e-30, 1e-30], [["cod"], ["ice"], ["salt"]])[0] == 1.0


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0.01, 99), st.lists(st.text(max_size=30), max_size=2)), max_size=9)
)
def test_no_passage_loses_by_feedback(passages: list[tuple[float, list[str]]]) -> None:
    passages.sort(key=lambda pair: -pair[0])
    scores = [score for score, _ in passages]
    made = feedback.rescored(scores, [texts for _, texts in passages])
    best = max(scores, default=0.0) * (1 + feedback.LIKENESS) * (1 + 1e-9)
    assert all(old <= new <= best for old, new in zip(scores, made, strict=True))


def test_feedback_sees_no_signs_capitals_or_stop_words() -> None:
    plain = ["cod quota", "the cod and the quota", "salmon nets", "the nets", "herring"]
    dressed = ["“Cod” quota!", "the COD and… the quota", "Salmon: nets", "the (nets)", "herring’s"]
    scores = [5.0, 4.0, 3.0, 2.0, 1.0]
    made = feedback.rescored(scores, [[text] for text in plain])
    assert made[3] > 2.0
    assert made[4] == 1.0
    assert feedback.rescored(scores, [[text] for text in dressed])[:4] == made[:4]
    assert feedback.shared(scores, [[text] for text in dressed], 1) == ["cod", "quota"]


def test_feedback_reads_other_scripts() -> None:
    texts = [["мирный договор"], ["договор о границе"], ["рыболовство"]]
    made = feedback.rescored([3.0, 2.0, 1.0], texts)
    assert made[0] > 3.0
    assert made[1] > 2.0
    assert made[2] == 1.0
    assert feedback.shared([3.0, 2.0, 1.0], texts, 1) == [analysis.terms("договор")[0]]
