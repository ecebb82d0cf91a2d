"""Ways to rank beside the default: a passage a document, fresh ones first, weights of fields."""

from __future__ import annotations

import json

import pytest

from searchkit import Index, NotFound, Passage, QueryError
from searchkit.cli import main

ENGINES = ("whoosh", "tantivy")

PASSAGES = (
    Passage(id="a1", document="a", text="Herring quotas were settled.", date="2001-05-02"),
    Passage(id="a2", document="a", text="Herring, herring and quotas again.", date="2001-05-02"),
    Passage(id="a3", document="a", text="Of the weather nothing was said.", date="2001-05-02"),
    Passage(id="b1", document="b", text="Quotas of steel and of herring.", date="2001-08"),
    Passage(id="own", text="A herring in the harbour of the town."),
    Passage(id="c1", document="c", text="Buoys were red.", title="Herring", date="2001"),
    Passage(id="c2", document="c", text="A herring was seen.", headings=("Buoys",), date="1901"),
)


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest) -> Index:
    made = Index.in_memory(engine=request.param)
    made.add_passages(PASSAGES)
    made.commit()
    return made


# One passage a document


def test_the_best_passage_of_each_document(index: Index) -> None:
    found = index.search("herring quotas", group="document")
    assert {hit.document.id: hit.others for hit in found} == {"a": 1, "b": 0, "c": 1, "own": 0}
    assert (found.documents, found.total, len(found)) == (4, 6, 4)
    assert found[0].passage.id == index.search("herring quotas")[0].passage.id
    assert [hit.rank for hit in found] == [1, 2, 3, 4]
    assert found.to_dicts()[0]["others"] == 1
    assert "others" not in index.search("herring").to_dicts()[0]


def test_groups_can_be_paged_and_sorted(index: Index) -> None:
    whole = index.search("herring", group="document", sort="newest")
    assert [hit.document.id for hit in whole] == ["b", "a", "c", "own"]
    pages = [index.search("herring", group="document", limit=1, offset=n)[0] for n in range(4)]
    assert pages == list(index.search("herring", group="document"))
    assert len(index.search("herring", group="document", offset=4)) == 0


# Fresh


def test_fresh_passages_come_first(index: Index) -> None:
    plain = [hit.passage.id for hit in index.search("herring quotas", synonyms=False)]
    assert plain.index("a2") < plain.index("b1")
    fresh = [hit.passage.id for hit in index.search("herring quotas", synonyms=False, fresh=1)]
    assert fresh[0] == "b1"
    assert set(fresh) == set(plain)


def test_what_freshness_adds_halves(index: Index) -> None:
    gains = {
        hit.passage.id: sum(r.score for r in hit.explain().reasons if r.kind == "fresh") / hit.score
        for hit in index.search("herring", fresh=91)
    }
    assert gains["b1"] == pytest.approx(1 / 2, abs=1e-3)
    assert gains["a1"] == pytest.approx(1 / 3, abs=1e-3)  # 91 days before 2001-08-01
    assert gains["own"] == 0
    assert gains["c2"] < 1e-6


# Weights


def test_weights_of_fields(index: Index) -> None:
    def score(passage: str, **weights: float) -> float:
        found = index.search("buoys", weights=weights, ranking="words", synonyms=False)
        return next(hit.score for hit in found if hit.passage.id == passage)

    assert score("c2", heading=2) > score("c2") > score("c2", heading=0)
    assert score("c1", heading=2) == score("c1")
    assert score("c1", text=2) == pytest.approx(2 * score("c1"), rel=1e-4)
    heading = score("c2") - score("c2", heading=0)
    assert score("c2", heading=3) == pytest.approx(score("c2", heading=0) + 3 * heading, rel=1e-3)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"weights": {"body": 2.0}}, "'body' has no weight: give one to text, title, heading"),
        ({"weights": {"title": -1.0}}, "the weight of title is -1: give 0 to 1000"),
        ({"weights": {"title": float("nan")}}, "the weight of title is nan: give 0 to 1000"),
        ({"weights": {"title": 2.0}, "ranking": "bm25"}, "bm25 knows no fields"),
        ({"fresh": 0}, "fresh is 0: give a number of days above 0"),
        ({"group": "year"}, "group is 'year': it can be document"),
        ({"ranking": "best"}, "ranking is 'best': it can be feedback, words, bm25"),
    ],
)
def test_mistakes(index: Index, asked: dict[str, object], said: str) -> None:
    with pytest.raises(QueryError, match=said):
        index.search("herring", **asked)  # type: ignore[arg-type]


# The command


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("ways")
    with Index.create(path) as made:
        made.add_passages(PASSAGES)
    return str(path)


def test_the_command_takes_them_all(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["search", "herring quotas", "--index", place, "--group", "document", "--fresh", "30"]
    words += ["--weight", "title=2", "--weight", "heading=0", "--ranking", "words", "--explain"]
    assert main([*words, "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    told = first["explanation"]
    assert sum(one["score"] for one in told["reasons"]) == pytest.approx(first["score"], abs=1e-6)
    assert {"word", "fresh"} <= {one["kind"] for one in told["reasons"]}
    assert main(words) == 0
    said = capsys.readouterr().out
    assert "6 passages in 4 documents" in said
    assert "and 1 more passage of this document" in said
    assert "the newest" in said


@pytest.mark.parametrize("weight", ["title", "title=much"])
def test_a_weight_needs_a_number(
    place: str, weight: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "herring", "--index", place, "--weight", weight]) == 2
    assert f"--weight {weight}" in capsys.readouterr().err


# Similar passages


MORE = (
    Passage(id="1", document="m", text="Herring quotas in the fjord were settled by Norway."),
    Passage(id="2", document="m", text="Norway spoke of quotas, of herring and of the fjord."),
    Passage(id="3", document="n", text="Steel tariffs were raised.", headings=("Steel",)),
    Passage(id="4", document="n", text="Of the fjord nothing was said, nor of tariffs."),
    Passage(id="5", document="o", text="Unheard-of things."),
)


@pytest.fixture(params=ENGINES)
def alike(request: pytest.FixtureRequest) -> Index:
    made = Index.in_memory(engine=request.param)
    made.add_passages(MORE)
    made.commit()
    return made


def test_similar_passages(alike: Index) -> None:
    found = alike.similar("1")
    assert [hit.passage.id for hit in found] == ["2", "4"]
    assert set(found.words) == {"herring", "quotas", "fjord", "norway"}
    assert found.words[-1] == "fjord"  # three passages have it
    assert found.total == 2
    assert alike.similar("1", limit=1)[0].passage.id == "2"
    assert [hit.passage.id for hit in alike.similar("3")] == ["4"]
    told, _ = alike.similar("3")[0].explain().reasons
    assert (told.typed, told.times, told.passages) == ("tariffs", 1, 2)


def test_passages_similar_to_a_document(alike: Index) -> None:
    assert [hit.passage.id for hit in alike.similar("m")] == ["4"]
    found = alike.similar("4", group="document")
    assert [(hit.document.id, hit.others) for hit in found] == [("n", 0), ("m", 1)]
    assert (found.documents, found.total) == (2, 3)


def test_nothing_is_similar(alike: Index) -> None:
    assert len(alike.similar("5")) == 0
    with pytest.raises(NotFound, match="no passage or document 'nowhere' in the index"):
        alike.similar("nowhere")


def test_the_command_says_by_which_words(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["similar", "a1", "--index", place]) == 0
    assert "by the words quotas, herring" in capsys.readouterr().out
    assert main(["similar", "a1", "--index", place, "--json", "--explain", "-n", "1"]) == 0
    first, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], last) == ("a2", {"words": ["quotas", "herring"]})
    assert first["explanation"]["reasons"][0]["typed"] == "quotas"
    assert main(["similar", "nowhere", "--index", place]) == 2
