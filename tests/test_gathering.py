"""Turns, timelines, and who answers whom."""

from __future__ import annotations

import pytest
from plays import play

from searchkit import BOTH_SIDES, Index, Passage, QueryError, Reply, Statement, Timeline
from searchkit.turns import script, turns

COD = ("Fish", "Cod")


@pytest.fixture
def index() -> Index:
    index = Index.in_memory()
    index.add_passages(
        [
            play(
                "oslo#1.1",
                ("Berg", "Cod is rare."),
                ("Berg", "It was common."),
                ("Soto", "We see."),
                date="2011",
                headings=COD,
                topics=("Fisheries",),
            ),
            play("oslo#1.2", ("Berg", "Quotas help cod."), date="2011", headings=COD),
            play("oslo#2", ("Soto", "Trade in timber grows."), date="2011", headings=("Trade",)),
            play(
                "rome#1",
                (BOTH_SIDES, "Cod was discussed."),
                ("Soto", "Timber, too."),
                ("", "There was lunch."),
                ("Berg", "Cod again."),
                date="--05-01",
                topics=("Fisheries", "Forestry"),
            ),
        ]
    )
    index.commit()
    return index


def test_a_turn_is_what_one_speaker_says_without_a_break() -> None:
    passage = play(
        "a#1", ("Berg", "One."), ("Berg", "Two."), ("", "Lunch."), ("Berg", "3."), ("Soto", "4.")
    )
    assert [(t.speaker, t.text) for t in turns(passage)] == [
        ("Berg", "One. Two."),
        ("Berg", "3."),
        ("Soto", "4."),
    ]
    assert [(t.speaker if t else None, text) for t, text in script(passage)] == [
        ("Berg", "One. Two."),
        (None, "Lunch."),
        ("Berg", "3."),
        ("Soto", "4."),
    ]


def test_turns_keep_within_the_passage() -> None:
    odd = Passage("1", "Ten words.", start=5, statements=(Statement("Berg", 0, 99),))
    assert [(t.start, t.end, t.text) for t in turns(odd)] == [(0, 10, "Ten words.")]
    assert turns(Passage("1", "", statements=(Statement("Berg", 3, 9),))) == []


def rows(timeline: Timeline) -> list[tuple[str | None, str, str, int]]:
    return [(row.date, row.document.id, row.speaker or row.topic, row.passages) for row in timeline]


def test_a_timeline_by_speaker_and_by_topic(index: Index) -> None:
    assert rows(index.timeline("cod")) == [
        ("2011", "oslo", "Berg", 2),
        ("2011", "oslo", "Soto", 1),
        ("--05-01", "rome", "Berg", 1),
        ("--05-01", "rome", "Both sides", 1),
        ("--05-01", "rome", "Soto", 1),
    ]
    assert rows(index.timeline("cod", by="topic")) == [
        ("2011", "oslo", "", 1),
        ("2011", "oslo", "Fisheries", 1),
        ("--05-01", "rome", "Fisheries", 1),
        ("--05-01", "rome", "Forestry", 1),
    ]
    with pytest.raises(QueryError, match="by is 'year': it can be speaker or topic"):
        index.timeline("cod", by="year")  # type: ignore[arg-type]


def test_a_timeline_of_everything(index: Index) -> None:
    every = index.timeline()
    assert every.total == 4
    assert rows(every)[0] == ("2011", "oslo", "Berg", 2)
    assert every.to_columns()["title"][0] == "Meeting oslo"
    assert index.timeline(by="topic").to_dicts()[0]["topic"] == ""


def test_who_answers_whom(index: Index) -> None:
    assert index.replies() == [Reply("Berg", "Soto", 2, 2), Reply("Soto", "Berg", 1, 1)]


def test_what_is_answered_may_stand_outside_what_is_found(index: Index) -> None:
    # Only oslo#1.2 has the word; there Berg answers what Soto says in oslo#1.1.
    assert index.replies("quotas") == [Reply("Berg", "Soto", 1, 1)]
    assert index.replies("trade") == []


def test_a_topic_that_is_not_there_is_told(index: Index) -> None:
    with pytest.raises(QueryError, match='there is no topic "zinc"'):
        index.replies(topic="zinc")
    told = '\nnote: there is no topic "zinc": "searchkit topics" lists them'
    assert repr(index.timeline(topic="zinc")) == (
        "<Timeline by speaker: 0 passages at 0 meetings>" + told
    )
    assert repr(index.search("cod", topic="zinc")) == "<Results 'cod': 0 of 0>" + told
    assert repr(index.trace("zinc")) == "<Trace 'zinc': 0 passages at 0 meetings>" + told
    assert repr(index.compare("Berg", "zinc")).endswith(told)
