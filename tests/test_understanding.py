"""How a query is understood: questions, misspelt words, numbers, names in any order."""

from __future__ import annotations

import pytest

from searchkit import Index, Passage, Statement

ENGINES = ("whoosh", "tantivy")

PASSAGES = (
    Passage(
        id="cod",
        text="Minister Aalto proposed a ceasefire in the cod war of 1976.",
        speakers=("Liisa Aalto",),
        statements=(Statement("Liisa Aalto", 0, 59, "proposed"),),
        people=("Liisa Aalto",),
    ),
    Passage(id="six", text="The six-party talks on herring quotas went on in 1977."),
    Passage(id="fire", text="The cease-fire of 1978 ended the talks on quotas."),
    Passage(id="dear", text="A quoto, so it was spelt once. The talks ended."),
)


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest) -> Index:
    made = Index.in_memory(engine=request.param)
    made.add_passages(PASSAGES)
    made.commit()
    return made


def ids(index: Index, query: str) -> list[str]:
    return [hit.passage.id for hit in index.search(query, synonyms=False)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("What did Aalto propose about the cod war?", "cod"),
        ("When were there talks on the herring?", "six"),
        ("which talks of 1978 were ended", "fire"),
    ],
)
def test_a_question_in_plain_words(index: Index, query: str, first: str) -> None:
    found = index.search(query)
    assert found[0].passage.id == first
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("six-party", {"six"}),
        ("six party", {"six"}),
        ("sixparty", {"six"}),
        ("ceasefire", {"cod", "fire"}),
        ("cease-fire", {"cod", "fire"}),
        ("cease fire", {"cod", "fire"}),
        ('"cease fire"', {"fire"}),
    ],
)
def test_compounds_and_hyphens_meet(index: Index, query: str, found: set[str]) -> None:
    assert set(ids(index, query)) == found


def test_what_is_met_in_one_word_is_marked_and_told(index: Index) -> None:
    by_id = {hit.passage.id: hit for hit in index.search("cease-fire")}
    snippet = by_id["cod"].snippet
    assert [snippet.text[a:b] for a, b in snippet.highlights] == ["ceasefire"]
    assert [(match.term, match.via) for match in by_id["cod"].matched] == [
        ("cease-fire", "ceasefire")
    ]


def test_what_may_be_misspelt_is_offered(index: Index) -> None:
    found = index.search("Alt war")  # too short to be sure, or to be offered
    assert (found.suggestion, found.read_as) == (None, None)
    found = index.search("Aalo")
    assert (found.total, found.suggestion) == (0, "Aalto")
    found = index.search("speaker:alt OR speaker:aalo")
    assert found.suggestion == 'speaker:alt OR speaker:"Liisa Aalto"'
    assert found.total == 0
    found = index.search("war", speaker="aalo")
    assert found.suggestion is None
    assert found.diagnostics[0].message == 'there is no speaker "aalo": did you mean "Liisa Aalto"?'


def test_a_misspelt_word_is_read_as_the_nearest(index: Index) -> None:
    found = index.search("quottas")
    assert found.read_as == "quotas"
    assert {hit.passage.id for hit in found} == {"six", "fire"}


def test_a_word_that_occurs_is_never_read_otherwise(index: Index) -> None:
    found = index.search("quoto")
    assert (found.read_as, [hit.passage.id for hit in found]) == (None, ["dear"])


@pytest.mark.parametrize("query", ["1979", "1796", "19767", "1976~", "1976~2 -cod"])
def test_numbers_are_never_matched_fuzzily(index: Index, query: str) -> None:
    assert set(ids(index, query)) <= {"cod"}
    assert index.search(query).read_as is None


@pytest.mark.parametrize("name", ["Liisa Aalto", "Aalto Liisa", "aalto, liisa"])
def test_names_in_any_order(index: Index, name: str) -> None:
    assert ids(index, f'speaker:"{name}"') == ["cod"]
    assert [hit.passage.id for hit in index.search("ceasefire", speaker=name)] == ["cod"]
    assert ids(index, name.replace(",", ""))[0] == "cod"


def test_many_strange_words_are_told_and_do_no_harm(index: Index) -> None:
    strange = " ".join(f"xq{letter}zv" * 2 for letter in "abcdefghijklmnopqrstuvwxyz")
    found = index.search(f"herring {strange}")
    assert [hit.passage.id for hit in found] == ["six"]
    assert len(found.diagnostics) == 26
