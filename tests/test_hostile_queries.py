"""Whatever is typed is answered, or refused in a line."""

from __future__ import annotations

from contextlib import suppress

import pytest
import queries

import searchkit
from searchkit import Index, QueryError


@pytest.fixture(scope="module", params=["whoosh", "tantivy"])
def index(request: pytest.FixtureRequest) -> Index:
    made = Index.in_memory(engine=request.param)
    made.add_files([queries.SEEDS])
    made.commit()
    return made


def test_queries_of_all_kinds(index: Index) -> None:
    met, _, _ = queries.ask(index, 1500, seed=7)
    assert met["answered"] + met["refused"] == 1500
    assert met["answered"] > 500


def test_a_long_query_is_refused(index: Index) -> None:
    for ask in (index.search, index.rank, index.timeline):
        with pytest.raises(QueryError, match="characters"):
            ask("a " * (1 << 19))
    for option in ("speaker", "topic", "person", "country", "document", "since"):
        with pytest.raises(QueryError):
            index.search("treaty", **{option: "a " * (1 << 19)})
    for look_up in (index.names, index.synonyms):
        with pytest.raises(QueryError, match="characters"):
            look_up("a " * (1 << 19))


@pytest.mark.parametrize("opening", ["(", "+(", "-(", "NOT (", "speaker:(", '"', "[", "a AND ("])
def test_depth_is_limited(index: Index, opening: str) -> None:
    results = None
    with suppress(QueryError):
        results = index.search(opening * 1000 + "treaty")
    assert results is None or results.diagnostics or opening == "["


def test_patterns_stand_for_so_many_words(index: Index) -> None:
    with Index.in_memory(engine=index.info().engine) as many:  # type: ignore[arg-type]
        many.add_passages(queries.many_terms(3000))
        many.commit()
        results = many.search("*a*")
        assert any("only the 1,000 most frequent count" in d.message for d in results.diagnostics)
        assert many.search(" ".join(["*a*", "*e*", "a~2"] * 50)).diagnostics
    assert searchkit.SearchkitError in QueryError.__mro__
