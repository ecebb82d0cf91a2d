"""A topic through the meetings, and one speaker from meeting to meeting."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plays import play

from searchkit import BOTH_SIDES, Comparison, Edit, Index, Passage, QueryError, parallel
from searchkit.cli import main
from searchkit.terminal import PLAIN, Style, columns
from searchkit.tracing import _edits

# Invented outlines: two countries, three meetings, and one that does not say its year.
QUITO = """\
Outline of Peru-Finland Foreign Ministers Meeting

May 4, 2015

On 4 May, Minister for Foreign Affairs Rosa Quispe of Peru met with Minister for Foreign Affairs
Aino Lehtonen of Finland in Quito, Ecuador.

1. Climate Change

(1) Foreign Minister Lehtonen stated that Finland hopes for a ratification of the Kyoto Protocol by
Peru. In response, Foreign Minister Quispe stated that Peru is considering a ratification of the
Kyoto Protocol.

(2) Both sides agreed that the climate needs cooperation.
"""

HELSINKI = """\
Outline of Finland-Peru Foreign Ministers Meeting

June 9, 2016

On 8 June, Minister for Foreign Affairs Aino Lehtonen of Finland met with Minister for Foreign
Affairs Rosa Quispe of Peru in Helsinki, Finland.

1. Climate Change

(1) Foreign Minister Quispe stated that Peru has completed a ratification of the Kyoto Protocol. She
added that forests need money.

(2) Foreign Minister Lehtonen stated that cooperation on the climate is urgent.
"""

OSLO = """\
Outline of Peru-Finland Foreign Ministers Meeting

Minister for Foreign Affairs Rosa Quispe of Peru met with Minister for Foreign Affairs Aino Lehtonen
of Finland on July 3 in Oslo, Norway.

1. Climate Change

Foreign Minister Quispe stated that the Kyoto Protocol is a success.
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("docs")
    for name, text in (("quito", QUITO), ("helsinki", HELSINKI), ("oslo", OSLO)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    index = Index.in_memory()
    index.add_files([folder])
    index.commit()
    return index


def text(lines: Any) -> str:
    return "\n".join(lines)


def words(shown: str) -> str:
    plain = re.sub(r"<style>.*?</style>", "", shown, flags=re.DOTALL)
    kept = re.sub(r"<(?!/?(?:mark|ins|del)\b)[^>]*>", " ", plain)
    return " ".join(html.unescape(kept).split())


def test_a_topic_is_traced_in_order_of_time(index: Index) -> None:
    found = index.trace("climate")
    assert [meeting.document.id for meeting in found] == ["quito", "helsinki", "oslo"]
    assert found.sides == ("Peru", "Finland")
    assert [(said.side, said.turn.speaker, said.turn.passage) for said in found[0].said] == [
        ("Finland", "Aino Lehtonen", "quito#1.1"),
        ("Peru", "Rosa Quispe", "quito#1.1"),
        (BOTH_SIDES, BOTH_SIDES, "quito#1.2"),
    ]


def test_new_is_what_the_side_did_not_say_at_its_meeting_before(index: Index) -> None:
    quito, helsinki, oslo = index.trace("climate")
    new = [
        (said.side, [said.turn.text[start:end] for start, end in said.new], said.against)
        for said in helsinki.said
    ]
    assert new == [
        # Quispe spoke of the ratification before, and both sides of what is needed.
        ("Peru", ["completed", "forests", "money"], "quito"),
        ("Finland", ["urgent"], "quito"),
    ]
    # Nothing was before the first, and nobody knows what was before one without a year.
    assert {said.against for said in (*quito.said, *oslo.said)} == {None}


def test_a_trace_as_plain_text(index: Index) -> None:
    shown = text(parallel.trace(index.trace("climate", since="2015", until="2016"), PLAIN))
    assert (
        shown
        == """\
4 passages at 2 meetings

2015-05-04 · Quito · Outline of Peru-Finland Foreign Ministers Meeting

  Aino Lehtonen, Finland  1.1
  Foreign Minister Lehtonen stated that Finland hopes for a ratification of the Kyoto Protocol by \
Peru.

  Rosa Quispe, Peru  1.1
  In response, Foreign Minister Quispe stated that Peru is considering a ratification of the Kyoto \
Protocol.

  Both sides  1.2
  Both sides agreed that the climate needs cooperation.

2016-06-08 · Helsinki · Outline of Finland-Peru Foreign Ministers Meeting

  Rosa Quispe, Peru  1.1
  Foreign Minister Quispe stated that Peru has {+completed+} a ratification of the Kyoto Protocol. \
She added that {+forests+} need {+money+}.

  Aino Lehtonen, Finland  1.2
  Foreign Minister Lehtonen stated that cooperation on the climate is {+urgent+}.

marked {+so+} is what the side did not say at its meeting before"""
    )


def test_where_there_is_room_the_sides_stand_side_by_side(index: Index) -> None:
    found = index.trace("climate", since="2016", until="2016")
    assert (
        text(parallel.trace(found, Style(width=80)))
        == """\
2 passages at 1 meeting

2016-06-08 · Helsinki · Outline of Finland-Peru Foreign Ministers Meeting

  Peru                                    Finland
  Rosa Quispe  1.1                        Aino Lehtonen  1.2
  Foreign Minister Quispe stated that     Foreign Minister Lehtonen stated that
  Peru has {+completed+} a ratification   cooperation on the climate is
  of the Kyoto Protocol. She added that   {+urgent+}.
  {+forests+} need {+money+}.

marked {+so+} is what the side did not say at its meeting before"""
    )
    for width in (30, 40, 80, 200):
        for style in (Style(width=width), Style(width=width, colour=True)):
            for line in parallel.trace(index.trace("climate"), style):
                assert columns(re.sub(r"\x1b\[[\d;]*m", "", line)) <= width


def test_a_trace_in_a_notebook(index: Index) -> None:
    shown = words(index.trace("climate", since="2015", until="2016")._repr_html_())
    assert shown.startswith("climate : 4 passages, 2 meetings 2015-05-04 · Quito")
    assert "Peru has <mark>completed</mark> a ratification" in shown


def test_of_very_many_meetings_a_notebook_shows_the_first() -> None:
    with Index.in_memory() as index:
        index.add_passages(
            play(f"m{n}#1", ("Berg", "Cod is rare."), date=f"{1900 + n}", topics=("Fish",))
            for n in range(60)
        )
        index.commit()
        for found in (index.trace("Fish"), index.compare("Berg", "Fish")):
            assert found._repr_html_().count('class="card"') == 50
            assert "the first 50 of" in words(found._repr_html_())


def test_a_topic_that_is_none_is_looked_for_as_words(index: Index) -> None:
    found = index.trace("forests")
    assert [note.message for note in found.diagnostics] == [
        'there is no topic "forests": these passages have it in their words'
    ]
    assert [meeting.document.id for meeting in found] == ["helsinki"]
    assert not index.trace("sawmills").meetings
    with pytest.raises(QueryError, match="name a topic"):
        index.trace(" ")


def compared(found: Comparison) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (revision.kind, [(edit.kind, edit.text) for edit in revision.edits])
        for change in found
        for revision in change.revisions
    ]


def test_a_speaker_is_compared_sentence_by_sentence(index: Index) -> None:
    found = index.compare("quispe", "climate")
    assert found.speaker == "Rosa Quispe"
    assert [one.id for one in found.meetings] == ["quito", "helsinki", "oslo"]
    assert [one.id for one in found.undated] == ["oslo"]
    assert compared(found) == [
        (
            "again",
            [
                ("removed", "In response,"),
                ("same", " Foreign Minister Quispe stated that Peru "),
                ("removed", "is considering"),
                ("same", " "),
                ("added", "has completed"),
                ("same", " a ratification of the Kyoto Protocol."),
            ],
        ),
        (
            "new",
            [
                ("same", "She added that "),
                ("added", "forests need money"),
                ("same", "."),
            ],
        ),
    ]


def test_what_was_said_before_counts_though_it_is_not_shown(index: Index) -> None:
    (helsinki,) = index.trace("climate", since="2016", until="2016")
    assert {said.against for said in helsinki.said} == {"quito"}
    late = index.compare("quispe", "climate", since="2016")
    assert [one.id for one in late.meetings] == ["helsinki"]
    assert compared(late) == compared(index.compare("quispe", "climate"))


def test_a_comparison_as_text(index: Index) -> None:
    shown = text(parallel.comparison(index.compare("Lehtonen", "climate"), PLAIN))
    assert (
        shown
        == """\
Aino Lehtonen on "climate"

2016-06-08 · Outline of Finland-Peru Foreign Ministers Meeting
against 2015-05-04 · Outline of Peru-Finland Foreign Ministers Meeting

  new
    1.2  Foreign Minister Lehtonen stated that {+cooperation on the climate is urgent+}.

  not said again
    1.1  Foreign Minister Lehtonen stated that [-Finland hopes for a ratification of the Kyoto \
Protocol by Peru-]."""
    )
    for width in (20, 80):
        for line in parallel.comparison(index.compare("quispe", "climate"), Style(width=width)):
            assert columns(line) <= max(width, 29)  # who speaks is one line, and may be a long name


def test_a_comparison_in_a_notebook(index: Index) -> None:
    shown = words(index.compare("quispe", "climate")._repr_html_())
    assert "Peru <del>is considering</del> <ins>has completed</ins> a ratification" in shown
    assert shown.endswith(
        "not compared, without a year: Outline of Peru-Finland Foreign Ministers Meeting"
    )


def test_one_meeting_is_nothing_to_compare(index: Index) -> None:
    found = index.compare("Lehtonen", "climate", until="2015")
    assert len(found) == 0
    assert "nothing to compare" in text(parallel.comparison(found, PLAIN))
    assert "nothing to compare" in words(found._repr_html_())


def test_a_name_of_several_speakers_is_refused() -> None:
    with Index.in_memory() as index:
        index.add_passages(
            play(f"m{n}#1", (name, "Cod is rare."), date=f"200{n}", topics=("Fisheries",))
            for n, name in enumerate(("Ana Berg", "Jon Berg"))
        )
        index.commit()
        with pytest.raises(QueryError, match=r"several speakers .* Ana Berg, Jon Berg"):
            index.compare("Berg", "Fisheries")
        assert index.compare("Ana", "Fisheries").speaker == "Ana Berg"


def test_passages_that_only_name_their_speakers() -> None:
    with Index.in_memory() as index:
        index.add_passages(
            [
                Passage("1", "Cod is rare.", speakers=("Berg",), topics=("Fish",), date="2001"),
                Passage("2", "Cod is common.", speakers=("Berg",), topics=("Fish",), date="2002"),
                Passage("3", "Silence.", topics=("Fish",), date="2003"),
            ]
        )
        index.commit()
        found = index.trace("Fish")
        assert (found.passages, found.silent, len(found)) == (3, 1, 2)
        said = found[1].said[0]
        assert [said.turn.text[start:end] for start, end in said.new] == ["common"]


def test_traces_and_comparisons_are_plain_json(index: Index) -> None:
    for found in (index.trace("climate"), index.compare("quispe", "climate")):
        assert json.loads(json.dumps(found.to_dicts())) == found.to_dicts()


def test_the_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEARCHKIT_INDEX", str(tmp_path))
    with Index.create(tmp_path) as made:
        made.add_passages(
            play(f"{year}#1", ("Berg", f"Cod is {how}."), date=year, topics=("Fish",))
            for year, how in (("2001", "rare"), ("2002", "common"))
        )
    assert main(["trace", "fish"]) == 0
    assert "Cod is {+common+}." in capsys.readouterr().out
    assert main(["trace", "timber"]) == 1
    assert 'there is no topic "timber"' in capsys.readouterr().out
    assert main(["compare", "berg", "fish", "--json"]) == 0
    (change,) = map(json.loads, capsys.readouterr().out.splitlines())
    edits = change["sentences"][0]["edits"]
    assert [edit["text"] for edit in edits] == ["Cod is ", "rare.", " ", "common."]
    assert main(["compare", "berg", "timber"]) == 1
    assert main(["compare", "berg", ""]) == 2


WORDS = ("the", "cod", "is", "rare", "and", "quotas", "must", "rise")
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=9)


@given(SENTENCES, SENTENCES)
@settings(max_examples=100, deadline=None)
def test_edits_make_one_sentence_of_the_other(before: list[str], after: list[str]) -> None:
    edits = list(_edits(" ".join(before), " ".join(after)))

    def only(*kinds: str) -> list[str]:
        return "".join(e.text for e in edits if e.kind in kinds).split()

    assert only("same", "added") == after
    assert only("same", "removed") == before
    assert all(isinstance(edit, Edit) and edit.text for edit in edits)
