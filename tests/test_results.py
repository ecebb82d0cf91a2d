"""Results as a sequence, as JSON, as a data frame, and as text for people."""

from __future__ import annotations

import io
import json
import pickle
import sys
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import searchkit
from searchkit import (
    Count,
    Diagnostic,
    Document,
    Hit,
    Match,
    MissingExtra,
    NameHit,
    Outline,
    Passage,
    Person,
    PersonEntry,
    Report,
    Results,
    Snippet,
    Statement,
    Synonyms,
    Table,
    Timeline,
    TimelineRow,
    analysis,
    highlight,
    listings,
    render,
)
from searchkit.query import plan
from searchkit.rows import passage_of, passage_row
from searchkit.terminal import PLAIN, Style, columns, shorten, wrap, write

LISBON = Document("lisbon", "Meeting of the Fisheries Ministers", "2011-03-02", "docs/lisbon.txt")
OSLO = Document("oslo", "Summit at Oslo")

SALMON = Passage(
    id="lisbon#1.1",
    text="Minister Berg stated that salmon quotas must be settled. He left.",
    document="lisbon",
    section="1.1",
    headings=("Fisheries", "Quotas"),
    start=100,
    end=165,
    speakers=("Jonas Berg", "Carla Soto"),
    topics=("Fisheries",),
    statements=(Statement("Jonas Berg", 100, 156, mode="stated", quoted=("Carla Soto",)),),
    date="2011-03-02",
    place="Lisbon",
)
COD = Passage(id="lisbon#1.2", text="Cod is another matter.", document="lisbon", section="1.2")
TROUT = Passage(id="oslo#0", text="Trout, too.", document="oslo")


def hit(rank: int, passage: Passage, document: Document, *marks: tuple[int, int]) -> Hit:
    return Hit(rank, 3.0 / rank, passage, document, Snippet(passage.text, marks))


RESULTS = Results(
    query="salmon",
    hits=(
        Hit(
            1,
            2.5,
            SALMON,
            LISBON,
            Snippet(SALMON.text, ((26, 32), (33, 39)), related=((33, 39),)),
            (Match("salmon"), Match("catch", via="quota")),
        ),
        hit(2, COD, LISBON),
        hit(3, TROUT, OSLO),
    ),
    total=17,
)


def text(lines: Any) -> str:
    return "\n".join(lines)


def test_results_are_a_sequence() -> None:
    assert len(RESULTS) == 3
    assert RESULTS[0].passage.id == "lisbon#1.1"
    assert [one.rank for one in RESULTS] == [1, 2, 3]
    assert [one.rank for one in RESULTS[1:]] == [2, 3]
    assert RESULTS[1:].total == 17
    assert RESULTS
    assert not Results("nothing")


def test_a_hit_as_json() -> None:
    assert RESULTS.to_dicts()[0] == {
        "rank": 1,
        "score": 2.5,
        "id": "lisbon#1.1",
        "document": {
            "id": "lisbon",
            "title": "Meeting of the Fisheries Ministers",
            "date": "2011-03-02",
            "path": "docs/lisbon.txt",
        },
        "section": "1.1",
        "headings": ["Fisheries", "Quotas"],
        "speakers": ["Jonas Berg", "Carla Soto"],
        "topics": ["Fisheries"],
        "text": "Minister Berg stated that salmon quotas must be settled. He left.",
        "snippet": "Minister Berg stated that salmon quotas must be settled. He left.",
        "highlights": [[26, 32], [33, 39]],
        "matched": [{"term": "salmon", "via": None}, {"term": "catch", "via": "quota"}],
    }
    assert json.loads(json.dumps(RESULTS.to_dicts())) == RESULTS.to_dicts()


def test_a_data_frame() -> None:
    pandas = pytest.importorskip("pandas")
    frame = RESULTS.to_frame()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["id"]) == ["lisbon#1.1", "lisbon#1.2", "oslo#0"]
    assert frame.loc[0, "headings"] == "Fisheries › Quotas"
    assert frame.explode("speakers")["speakers"].dropna().tolist() == ["Jonas Berg", "Carla Soto"]
    assert list(Results("none").to_frame().columns) == list(frame.columns)


def test_columns_for_any_library() -> None:
    columns = RESULTS.to_columns()
    assert columns["rank"] == [1, 2, 3]
    assert columns["speakers"] == [("Jonas Berg", "Carla Soto"), (), ()]
    assert {len(values) for values in columns.values()} == {3}


def test_a_table_of_records() -> None:
    people = Table(NameHit, [NameHit(PersonEntry("Jonas Berg", ("Minister",), "Norway"), 91.0)])
    assert people.to_dicts() == [
        {
            "name": "Jonas Berg",
            "roles": ("Minister",),
            "country": "Norway",
            "variants": (),
            "passages": 0,
            "documents": 0,
            "score": 91.0,
        }
    ]
    assert people[0].entry.name == "Jonas Berg"
    passages = Table(Passage, [SALMON, COD])
    assert passages.to_dicts()[0]["statements"][0]["quoted"] == ("Carla Soto",)
    assert "statements" not in passages.to_columns()
    assert passages.to_columns()["end"] == [165, 0]
    assert people[1:] == []
    assert people[1:].to_columns().keys() == people.to_columns().keys()
    assert pickle.loads(pickle.dumps(people)) == people


def test_plain_text_in_a_python_session() -> None:
    assert repr(RESULTS[0]) == (
        "<Hit 1: lisbon#1.1, 2011-03-02, Jonas Berg and Carla Soto: "
        "Minister Berg stated that salmon quotas must be settled. He…>"
    )
    assert repr(COD) == "<Passage lisbon#1.2: Cod is another matter.>"
    outline = Outline("lisbon", "...", "Fisheries", date_meeting="2011-03-02", passages=(COD,))
    assert repr(outline) == "<Outline lisbon: 2011-03-02, Fisheries, 1 passage>"
    assert (
        repr(Person("Jonas Berg", "Minister", "Norway")) == "<Person Jonas Berg, Minister, Norway>"
    )
    many = Table(Count, [Count("Jonas Berg", n, 1) for n in range(12)])
    first, second, *_, last = repr(many).splitlines()
    assert (first, last) == ("<Table of Count: 12>", "  and 2 more")
    assert second == "  Count(name='Jonas Berg', passages=0, documents=1)"
    assert repr(Table(Count)) == "<Table of Count: 0>"
    assert max(map(len, repr(Table(Outline, [outline] * 3)).splitlines())) < 110
    rows = (TimelineRow("2011", Document("a", "A"), "Berg", 2),)
    assert repr(Timeline("cod", rows, 2)) == "<Timeline 'cod' by speaker: 2 passages at 1 meeting>"


def test_a_data_frame_without_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"pip install 'searchkit\[notebook\]'"):
        RESULTS.to_frame()


def test_results_as_plain_text() -> None:
    assert (
        text(render.results(RESULTS, PLAIN))
        == """\
17 passages; the first 3 shown

2011-03-02 · Lisbon · Meeting of the Fisheries Ministers

 1  1.1 Fisheries › Quotas
    Jonas Berg, Carla Soto
    Minister Berg stated that salmon quotas must be settled. He left.
    "catch" found as "quota"
    lisbon#1.1

 2  1.2
    Cod is another matter.
    lisbon#1.2

no date · Summit at Oslo

 3  oslo#0
    Trout, too."""
    )


def test_results_on_a_terminal_are_coloured_and_fit() -> None:
    lines = list(render.results(RESULTS, Style(colour=True, width=40)))
    assert any("\x1b[1;33msalmon\x1b[0m" in line for line in lines)
    assert any("\x1b[4mquotas\x1b[0m" in line for line in lines)
    for line in render.results(RESULTS, Style(width=40)):
        assert columns(line) <= 40


def test_how_a_query_was_read() -> None:
    answer = Results(
        'speeker:berg "salmon',
        diagnostics=(
            Diagnostic('there is no field "speeker"', 0, 8, "speaker:"),
            Diagnostic('"speeker" does not occur', 0, 7),
            Diagnostic("the quotation mark is not closed", 13, 14),
        ),
        read_as='speeker berg "salmon"',
        suggestion='speaker:berg "salmon',
        synonyms_used=(Synonyms("salmon", "Fish", ("Salmo salar",), (), ("trout", "cod")),),
    )
    assert (
        text(render.results(answer, PLAIN))
        == """\
note: there is no field "speeker"
note: the quotation mark is not closed
  speeker:berg "salmon
               ^
showing results for speeker berg "salmon"
did you mean speaker:berg "salmon?
"salmon" also as "Salmo salar"; related "trout" and "cod"
nothing found for speeker:berg "salmon"""
    )


def test_of_a_single_word_what_it_was_read_as_is_enough() -> None:
    note = Diagnostic('"salmn" does not occur: read as "salmon"', 0, 5)
    answer = Results("salmn", diagnostics=(note,), read_as="salmon", total=0)
    assert text(render.notes(answer, PLAIN)) == 'showing results for "salmon"'


def test_facets_and_the_plan() -> None:
    also = plan.Phrase("text", ((0, "salmo"), (1, "salar")), 0, 0.9, "salmon", "Salmo salar")
    answer = Results(
        "salmon",
        facets={"speaker": [("Jonas Berg", 12), ("Carla Soto", 3)], "year": [("2011", 15)]},
        plan=plan.All(
            (
                plan.Best((plan.Term("text", "salmon"), also)),
                plan.Without(plan.Keyword("speaker", ("jonas berg",)), plan.Days(20110101, None)),
            )
        ),
    )
    assert (
        text(render.results(answer, PLAIN, explain=True))
        == """\
nothing found for "salmon"

Speaker
  12  Jonas Berg
   3  Carla Soto

Year
  15  2011

the query as it was run:
  all of
    the best of
      text:salmon^1
      text:"salmo salar"^0.9 for "Salmo salar"
    speaker is "jonas berg"
    but without
      date from 20110101 to any"""
    )


def test_a_timeline() -> None:
    answer = Timeline(
        "salmon",
        (
            TimelineRow("2011-03-02", LISBON, "Jonas Berg", 4),
            TimelineRow("2011-03-02", LISBON, "", 1),
            TimelineRow(None, OSLO, "Both sides", 2),
        ),
        total=6,
    )
    assert (
        text(render.timeline(answer, PLAIN))
        == """\
2011-03-02 · Meeting of the Fisheries Ministers
  Jonas Berg    ████████████ 4
  (no speaker)  ███ 1

no date · Summit at Oslo
  Both sides    ██████ 2

6 passages; one with several speakers counts for each of them"""
    )
    assert answer.to_dicts()[2] == {
        "date": None,
        "document": {"id": "oslo", "title": "Summit at Oslo", "date": None, "path": None},
        "speaker": "Both sides",
        "passages": 2,
    }


def test_what_indexing_did() -> None:
    done = Report(
        2, 1, 3, 0, ("paris",), (("a.bin", "it is not text"),), 40, (("b.txt", "read as cp1252"),)
    )
    assert (
        text(listings.report(done, "index_data", 0.25, PLAIN))
        == """\
skipped a.bin: it is not text
note b.txt: read as cp1252
gone paris: its file is no longer there; --prune removes it from the index
2 new, 1 changed, 3 unchanged, 1 skipped; 40 passages in index_data after 0.2 s"""
    )


def test_a_passage_among_its_neighbours() -> None:
    assert (
        text(listings.passage(SALMON, [SALMON, COD], PLAIN))
        == """\
lisbon#1.1
2011-03-02 · Lisbon
Jonas Berg: stated quoting Carla Soto
topics: Fisheries

> 1.1 Fisheries › Quotas
> Minister Berg stated that salmon quotas must be settled. He left.

  1.2
  Cod is another matter."""
    )


ANY_TEXT = st.text(max_size=200)


@given(ANY_TEXT, st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_wrapping_loses_no_word_and_keeps_to_the_width(given_text: str, width: int) -> None:
    lines = [given_text[a:b] for a, b in wrap(given_text, width)]
    assert [word for line in lines for word in line.split()] == given_text.split()
    for line in lines:
        assert columns(line) <= width or len(line.split()) == 1


@given(ANY_TEXT, st.integers(2, 60))
@settings(max_examples=100, deadline=None)
def test_shortening_fits(given_text: str, width: int) -> None:
    assert columns(shorten(given_text, width)) <= width


@given(ANY_TEXT)
@settings(max_examples=100, deadline=None)
def test_no_document_can_command_the_terminal(given_text: str) -> None:
    evil = Passage(id=given_text, text=given_text, speakers=(given_text,), headings=(given_text,))
    answer = Results(given_text, (hit(1, evil, Document(given_text, given_text)),), total=1)
    for line in [*render.results(answer, PLAIN), *listings.passage(evil, [evil], PLAIN)]:
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in line)


def test_a_wide_character_takes_two_columns() -> None:
    assert columns("川口 順子") == 9
    assert shorten("川口順子大臣", 7) == "川口順…"


def test_a_stream_that_knows_ascii_only() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    assert write(["a › b … é"], stream)
    assert raw.getvalue() == b"a > b ... \\xe9\n"


def test_snippets_are_made_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    whole = highlight.fragment

    def counted(text: str, *rest: Any) -> tuple[int, int]:
        made.append(text)
        return whole(text, *rest)

    monkeypatch.setattr(highlight, "fragment", counted)
    index = searchkit.Index.in_memory()
    index.add_passages([Passage(id=str(n), text=f"Herring number {n}.") for n in range(30)])
    index.commit()
    results = index.search("herring", limit=30)
    assert len(results) == 30
    assert {hit.passage.id for hit in results} == {str(n) for n in range(30)}
    assert made == []
    assert results[4].matched == (Match("herring"),)
    assert results[4].snippet.highlights == ((0, 7),)
    assert made == [results[4].passage.text]
    with pytest.raises(AttributeError, match="has no attribute 'snipet'"):
        results[4].snipet  # type: ignore[attr-defined]  # noqa: B018


def test_a_hit_keeps_what_was_found_whatever_becomes_of_the_index() -> None:
    index = searchkit.Index.in_memory(language="german")
    index.add_passages([Passage(id="a", text="Die Verhandlungen dauerten. Man trank Tee.")])
    index.commit()
    first, second, third = (index.search("verhandlung")[0] for _ in range(3))
    index.add_passages([Passage(id="a", text="Man trank Kaffee.")])
    index.commit()
    analysis.use("english")
    shown = Snippet("Die Verhandlungen dauerten. Man trank Tee.", ((4, 17),))
    assert first.snippet == shown
    index.close()
    assert replace(second, rank=2).snippet == shown
    assert pickle.loads(pickle.dumps(third)) == third


def test_a_commoner_spelling_is_looked_for_when_it_is_asked_for_as_the_index_was_then() -> None:
    with searchkit.Index.in_memory(engine="tantivy") as index:
        index.add_passages(Passage(id=f"p{n}", text=f"The harbour {n}.") for n in range(10))
        index.add_passages([Passage(id="odd", text="The harbuor.")])
        index.commit()
        results, sent = (index.search("harbuor") for _ in range(2))
        index.add_passages(Passage(id=f"q{n}", text="The harbuor.") for n in range(10))
        index.commit()
        assert index.search("harbuor").suggestion is None
    assert results.suggestion == pickle.loads(pickle.dumps(sent)).suggestion == "harbour"


def test_a_total_is_counted_when_it_is_asked_for_as_the_index_was_then() -> None:
    with searchkit.Index.in_memory(engine="tantivy") as index:
        index.add_passages(Passage(id=f"p{n}", text=f"Tide and buoy {n}.") for n in range(80))
        index.commit()
        results, sent = (index.search("tide", limit=2, ranking="bm25") for _ in range(2))
        index.add_passages([Passage(id="late", text="A late tide.")])
        index.commit()
        assert index.search("tide").total == 81
    assert results.total == results[:1].total == 80
    assert repr(results).startswith("<Results 'tide': 2 of 80>")
    copy = pickle.loads(pickle.dumps(sent))
    assert (copy.total, copy) == (80, results)
    with pytest.raises(AttributeError, match="no attribute 'totals'"):
        _ = results.totals  # type: ignore[attr-defined]


def test_a_passage_read_back_is_like_any_other() -> None:
    made = Passage(
        id="a#1",
        text="Ferries sail.",
        document="a",
        section="1",
        headings=("Ferries",),
        end=13,
        statements=(Statement("Aldana", 0, 13, "said"),),
        date="2002-06",
    )
    row = (1, *passage_row(made))
    read = passage_of(row)
    assert (type(read), read, hash(read), repr(read)) == (Passage, made, hash(made), repr(made))
    assert pickle.loads(pickle.dumps(read)) == made
    assert replace(read, title="Talks").title == "Talks"
    with pytest.raises(FrozenInstanceError):
        read.title = "Talks"  # type: ignore[misc]


def test_a_hit_found_is_frozen() -> None:
    passage = Passage(id="a", text="Ferries sail.")
    hit = Hit.found(
        rank=1,
        score=2.0,
        passage=passage,
        document=Document("a", ""),
        others=None,
        why=lambda: searchkit.Explanation("a", 2.0, ()),
        shows=lambda what: Snippet("Ferries") if what == "snippet" else (),
    )
    whole = Hit(1, 2.0, passage, Document("a", ""), Snippet("Ferries"))
    assert (type(hit), hit) == (Hit, whole)
    assert pickle.loads(pickle.dumps(hit)) == whole
    with pytest.raises(FrozenInstanceError):
        hit.rank = 2  # type: ignore[misc]
