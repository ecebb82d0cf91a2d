"""What searchkit promises on the sample outlines, against annotations made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean

import grading
import pytest

from searchkit import Index, Results

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    return grading.outlines()


@pytest.fixture(scope="module", params=["whoosh", "tantivy"])
def index(request: pytest.FixtureRequest) -> Iterator[Index]:
    with Index.in_memory(engine=request.param) as made:
        made.add_files([grading.SEEDS])
        made.commit()
        yield made


@pytest.mark.parametrize(
    ("measure", "least"),
    [
        ("title", 1.0),
        ("sections", 1.0),
        ("passages", 1.0),
        ("offsets", 1.0),
        ("headings", 1.0),
        ("ids", 1.0),
        ("speakers", 1.0),
        ("statements", 1.0),
        ("people", 1.0),
        ("topics", 0.97),
    ],
)
def test_outlines(figures: dict[str, dict[str, float]], measure: str, least: float) -> None:
    assert mean(row[measure] for row in figures.values()) >= least


def test_outlines_over_all_measures(figures: dict[str, dict[str, float]]) -> None:
    assert grading.overall(figures) >= 0.998


@pytest.fixture(scope="module")
def judged() -> dict[str, list[float]]:
    return grading.by_figure(grading.judged())


@pytest.mark.parametrize(
    ("measure", "least"),
    [
        ("title", 0.952),
        ("kind", 0.954),
        ("date_published", 0.955),
        ("date_meeting", 0.976),
        ("place", 0.852),
        ("occasion", 0.912),
        ("sections", 0.954),
        ("offsets", 1.0),
        ("passages", 0.958),
        ("ids", 0.883),
        ("headings", 0.945),
        ("speakers", 0.939),
        ("statements", 0.946),
        ("attributed", 0.953),
        ("attributed right", 0.958),
        ("people", 0.963),
        ("roles", 0.873),
        ("countries", 0.875),
        ("participants", 0.904),
        ("boilerplate", 0.944),
    ],
)
def test_documents_in_many_manners(
    judged: dict[str, list[float]], measure: str, least: float
) -> None:
    assert mean(judged[measure]) >= least


def test_search(index: Index) -> None:
    missed: list[str] = []
    kinds, empty = grading.search(index, missed.append)
    assert mean(value for values in kinds.values() for value in values) >= 0.95, missed
    assert mean(empty) == 1, missed


def test_synonyms_help_and_do_no_harm(index: Index) -> None:
    class Plain:
        """The same index without its thesaurus."""

        def search(self, query: str, *, limit: int) -> Results:
            return index.search(query, limit=limit, synonyms=False)

    widened, _ = grading.search(index)
    plain, _ = grading.search(Plain())
    gains = {kind: mean(widened[kind]) - mean(plain[kind]) for kind in widened}
    assert gains["synonym"] >= 0.2
    assert min(gains.values()) >= -0.01, gains


def test_names(index: Index) -> None:
    missed: list[str] = []
    first, nobody = grading.names(index, missed.append)
    assert mean(first) >= 0.98, missed
    assert mean(nobody) == 1, missed


def test_a_thing_nobody_called_by_that_name_is_found_at_every_meeting(index: Index) -> None:
    results = index.search("Northern Territories", limit=20)
    found = {hit.document.id for hit in results if "Peace treaty" in hit.passage.topics}
    assert found == {path.stem for path in grading.SEEDS.glob("*.txt")}
    why = {match.via for hit in results for match in hit.matched if match.via}
    assert "peace treaty" in {via.casefold() for via in why}
