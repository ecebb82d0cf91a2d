"""What commands print on a narrow terminal: nothing is wider, nothing is lost."""

from __future__ import annotations

import pytest

from searchkit import Index, Outline, Passage, Person, listings, render
from searchkit.errors import NotFound, QueryError
from searchkit.results import Count, DocumentRow
from searchkit.terminal import PLAIN, Style, columns

NARROW = Style(width=40)

OUTLINE = Outline(
    id="lisbon",
    text="Cod is dear this year, and herring is not.",
    title="Talks on Fisheries at Lisbon",
    kind="Outline",
    passages=(
        Passage(
            id="lisbon#1",
            text="Cod is dear this year, and herring is not.",
            document="lisbon",
            section="1",
            headings=("Fisheries",),
            speakers=("Sigrun Dahl", "Anna-Karin Lindqvist"),
            topics=("Fisheries", "Prices of herring and cod", "Quotas of the North"),
            start=0,
            end=42,
        ),
    ),
    participants=(
        Person("Sigrun Dahl", "Minister of Fisheries, Coastal Affairs and Harbours", "Norway"),
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    made = Index.in_memory()
    made.add_outlines([OUTLINE])
    made.commit()
    return made


def fits(lines: list[str]) -> list[str]:
    assert [line for line in lines if columns(line) > 40] == []
    return lines


def test_long_names_go_on_below() -> None:
    council = Count("Council for Cod, Herring and Mackerel", 12, 3)
    table = ["passages  documents  speaker", "      12          3  "]
    assert fits(list(listings.speakers([council], NARROW))) == [
        table[0],
        table[1] + "Council for Cod,",
        " " * 21 + "Herring and",
        " " * 21 + "Mackerel",
    ]
    assert list(listings.speakers([council], PLAIN)) == [table[0], table[1] + council.name]


def test_documents_stand_one_below_the_other() -> None:
    rows = [
        DocumentRow(
            f"{name}-cod-and-herring", "Talks on Fisheries", None, None, "2011-03-02", name, 8
        )
        for name in ("lisbon", "bergen")
    ]
    assert fits(list(listings.documents(rows, NARROW))) == [
        "2011-03-02 · lisbon · 8 passages",
        "Talks on Fisheries",
        "lisbon-cod-and-herring",
        "",
        "2011-03-02 · bergen · 8 passages",
        "Talks on Fisheries",
        "bergen-cod-and-herring",
    ]
    assert next(listings.documents(rows, Style(width=100))).startswith("date        passages")


def test_an_outline_gives_the_words_a_line_of_their_own(index: Index) -> None:
    lines = fits(list(listings.outline(index.outline("lisbon"), NARROW)))
    assert lines[-2:] == [
        "  1  [Sigrun Dahl, Anna-Karin Lindqvist]",
        "     Cod is dear this year, and…",
    ]


def test_topics_of_a_passage_are_broken(index: Index) -> None:
    passage = index.passage("lisbon#1")
    lines = fits(list(listings.passage(passage, [passage], NARROW)))
    at = lines.index("topics: Fisheries, Prices of herring and")
    assert lines[at + 1] == "cod, Quotas of the North"


def test_an_office_is_broken_and_not_cut(index: Index) -> None:
    found = index.names("Dahl")
    careers = [index.career(hit.entry.name) for hit in found]
    lines = fits(list(listings.names(found, careers, NARROW)))
    assert lines[1:3] == ["     Minister of Fisheries, Coastal", "     Affairs and Harbours"]


def test_the_count_is_broken(index: Index) -> None:
    fits(list(render.results(index.search("cod", group="document"), NARROW)))


def test_a_passage_that_is_missing_from_a_document(index: Index) -> None:
    with pytest.raises(NotFound, match=r"no passage 'lisbon#9' .* \"searchkit show lisbon\""):
        index.outline("lisbon#9")
    with pytest.raises(NotFound, match=r"no document 'lis' in the index: did you mean lisbon\?"):
        index.outline("lis")
    with pytest.raises(NotFound, match=r"'lisbon' is a document: .* as in .lisbon#1."):
        index.quote("lisbon")
    with pytest.raises(NotFound, match="no document 'oslo#9'"):
        index.outline("oslo#9")


def test_a_name_that_is_none(index: Index) -> None:
    with pytest.raises(QueryError, match="there is no name"):
        index.names("  ")


def test_a_misspelt_topic_is_offered_to_counts(index: Index) -> None:
    assert [one.name for one in index.speakers(topic="fisheries")] == [
        "Anna-Karin Lindqvist",
        "Sigrun Dahl",
    ]
    with pytest.raises(QueryError, match='no topic "fishiries": did you mean "Fisheries"'):
        index.speakers(topic="fishiries")
    with pytest.raises(QueryError, match='did you mean "Quotas of the North"'):
        index.speakers(topic="quotas of the nroth")
