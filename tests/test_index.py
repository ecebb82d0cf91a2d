"""The index as a whole: what is added is found, what is removed is not, and nothing gets lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

import searchkit
from searchkit import Passage, Statement, highlight
from searchkit.catalog import SqliteCatalog
from searchkit.errors import (
    IndexDamaged,
    IndexLocked,
    IndexMissing,
    IndexTooNew,
    NotFound,
    NothingToIndex,
    QueryError,
    ThesaurusError,
)

SEEDS = Path(__file__).parent.parent / "seeds"

LISBON = """\
Outline of Norway-Chile Foreign Ministers Meeting

March 3, 2011

On 2 March, Minister for Foreign Affairs Jonas Berg of Norway met with Minister of Foreign Affairs
Carla Soto of the Republic of Chile in Lisbon, Portugal. The following is an outline of the meeting.

1. Fisheries

(1) Foreign Minister Berg stated that salmon quotas must be settled this year. Foreign Minister Soto
responded that Chile would study the proposal.

(2) Foreign Minister Soto noted that the quota of cod was another matter.

2. Antarctica

Both sides agreed to hold consultations on the Antarctic Treaty.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "lisbon.txt").write_text(LISBON, encoding="utf-8")
    return docs


def ids(results: searchkit.Results) -> list[str]:
    return [hit.passage.id for hit in results]


def test_files_are_found_again(tmp_path: Path, folder: Path) -> None:
    with searchkit.Index.create(tmp_path / "index") as index:
        report = index.add_files([folder])
    assert (report.added, report.changed, report.unchanged, report.skipped) == (1, 0, 0, ())
    index = searchkit.Index.open(tmp_path / "index")
    hits = index.search("salmon")
    assert ids(hits) == ["lisbon#1.1"]
    assert hits[0].passage.speakers == ("Jonas Berg", "Carla Soto")
    assert hits[0].document.date == "2011-03-02"
    start, end = hits[0].snippet.highlights[0]
    assert hits[0].snippet.text[start:end] == "salmon"
    index.close()


def test_uncommitted_changes_are_forgotten(tmp_path: Path, folder: Path) -> None:
    def interrupted() -> None:
        with searchkit.Index.create(tmp_path / "index") as index:
            index.add_files([folder])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert len(searchkit.Index.open(tmp_path / "index")) == 0


def test_indexing_again_takes_what_is_new_or_changed(tmp_path: Path, folder: Path) -> None:
    place = tmp_path / "index"
    with searchkit.Index.create(place) as index:
        index.add_files([folder])
    (folder / "oslo.txt").write_text("Minutes\n\nThe harbour was discussed.\n", encoding="utf-8")
    with searchkit.Index.create(place) as index:
        report = index.add_files([folder])
    assert (report.added, report.changed, report.unchanged) == (1, 0, 1)
    (folder / "lisbon.txt").write_text(LISBON.replace("salmon", "herring"), encoding="utf-8")
    with searchkit.Index.create(place) as index:
        report = index.add_files([folder])
    assert (report.added, report.changed, report.unchanged) == (0, 1, 1)
    index = searchkit.Index.open(place)
    assert ids(index.search("herring")) == ["lisbon#1.1"]
    assert ids(index.search("salmon", exact=True)) == []


def test_what_is_gone_stays_until_pruned(folder: Path) -> None:
    (folder / "oslo.txt").write_text("Minutes\n\nThe harbour was discussed.\n", encoding="utf-8")
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    (folder / "oslo.txt").unlink()
    assert index.add_files([folder]).gone == ("oslo",)
    index.commit()
    assert ids(index.search("harbour")) == ["oslo#0"]
    report = index.add_files([folder], prune=True)
    index.commit()
    assert (report.gone, report.removed) == ((), 1)
    assert ids(index.search("harbour", exact=True)) == []


def test_a_moved_file_keeps_its_id(tmp_path: Path, folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    other = tmp_path / "elsewhere"
    shutil.move(folder, other)
    report = index.add_files([other])
    assert (report.added, report.unchanged) == (0, 1)
    assert [row.id for row in index.documents()] == ["lisbon"]


def test_two_files_of_one_name_get_two_ids(folder: Path) -> None:
    (folder / "again").mkdir()
    shutil.copy(folder / "lisbon.txt", folder / "again" / "lisbon.txt")
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    assert sorted(row.id for row in index.documents()) == ["lisbon", "lisbon-2"]
    assert len(index.search("salmon")) == 2


def test_an_unreadable_file_is_named_and_its_document_stays(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    (folder / "lisbon.txt").write_bytes(b"\x00\x01\x02" * 50)
    (folder / "new.txt").write_text("Minutes\n\nThe harbour was discussed.\n", encoding="utf-8")
    report = index.add_files([folder])
    index.commit()
    assert [Path(path).name for path, _ in report.skipped] == ["lisbon.txt"]
    assert (report.added, report.changed, report.gone) == (1, 0, ())
    assert ids(index.search("salmon")) == ["lisbon#1.1"]


def test_nothing_to_index(tmp_path: Path) -> None:
    with pytest.raises(NothingToIndex, match="nothing to index in"):
        searchkit.Index.in_memory().add_files([tmp_path])
    told = r"^nothing to index: \S*gone: no such file or folder$"
    with pytest.raises(NothingToIndex, match=told):
        searchkit.Index.in_memory().add_files([tmp_path / "gone"])


def test_passages_of_ones_own() -> None:
    index = searchkit.Index.in_memory()
    assert (
        index.add_passages(
            [
                Passage(id="1", title="On trade", text="Tariffs fell."),
                Passage(
                    id="2", text="The tariff on steel rose.", speakers=("Ana Lima",), date="2019-05"
                ),
            ]
        )
        == 2
    )
    index.commit()
    assert sorted(ids(index.search("tariffs"))) == ["1", "2"]
    assert ids(index.search("trade")) == ["1"]
    assert ids(index.search("tariff date:2019")) == ["2"]
    assert ids(index.search("speaker:lima")) == ["2"]
    index.add_passages([Passage(id="1", text="Something else.")])
    index.commit()
    assert ids(index.search("tariffs")) == ["2"]
    assert index.remove(["2"]) == 1
    index.commit()
    assert [passage.id for passage in index] == ["1"]


def test_a_passage_needs_an_id_and_a_date_that_exists() -> None:
    index = searchkit.Index.in_memory()
    with pytest.raises(ValueError, match="needs an id"):
        index.add_passages([Passage(id=" ", text="x")])
    with pytest.raises(ValueError, match="no month 13"):
        index.add_passages([Passage(id="a", text="x", date="2001-13")])


def test_removing_what_is_not_there_removes_nothing(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    with pytest.raises(NotFound, match="no document or passage 'x'"):
        index.remove(["lisbon", "x"])
    assert len(index) == 4


def test_auto_moves_to_tantivy_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("searchkit.engines.base.AUTO_LIMIT", 3)
    place = tmp_path / "index"
    with searchkit.Index.create(place) as index:
        index.add_passages(Passage(id=str(n), text="alpha beta") for n in range(3))
        index.commit()
        assert index.info().engine == "whoosh"
        index.add_passages([Passage(id="last", text="alpha gamma")])
    index = searchkit.Index.open(place)
    assert index.info().engine == "tantivy"
    assert index.search("alpha").total == 4
    assert [path.name for path in place.iterdir() if path.is_dir()] == ["tantivy-1"]


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_the_engine_asked_for_is_used(tmp_path: Path, engine: str, folder: Path) -> None:
    with searchkit.Index.create(tmp_path / "index", engine=engine) as index:  # type: ignore[arg-type]
        index.add_files([folder])
    index = searchkit.Index.open(tmp_path / "index")
    assert (index.info().engine, index.info().engine_setting) == (engine, engine)
    assert ids(index.search("cod")) == ["lisbon#1.2"]


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_an_engine_that_is_behind_is_brought_up_to_date(tmp_path: Path, engine: str) -> None:
    place = tmp_path / "index"
    with searchkit.Index.create(place, engine=engine) as index:  # type: ignore[arg-type]
        index.add_passages([Passage(id="old", text="the old word"), Passage(id="two", text="two")])
    index = searchkit.Index.create(place)
    index.add_passages([Passage(id="new", text="the new word")])
    index.remove(["old"])
    # A crash between the two commits: the catalog has the change, the engine has not.
    index._catalog.advance()
    index._catalog.commit()
    index.close()
    index = searchkit.Index.open(place)
    assert ids(index.search("word", exact=True)) == ["new"]
    with index._keeper.ready() as kept:
        assert index.info().generation == kept.generation


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_an_engine_that_is_lost_or_broken_is_built_again(tmp_path: Path, engine: str) -> None:
    place = tmp_path / "index"
    with searchkit.Index.create(place, engine=engine) as index:  # type: ignore[arg-type]
        index.add_passages([Passage(id="a", text="one word")])
    (part,) = (path for path in place.iterdir() if path.is_dir())
    for path in part.iterdir():
        path.write_bytes(b"broken")
    assert ids(searchkit.Index.open(place).search("word")) == ["a"]
    for path in list(place.iterdir()):
        if path.is_dir():
            shutil.rmtree(path)
    assert ids(searchkit.Index.open(place).search("word")) == ["a"]


def test_a_reader_sees_later_commits(tmp_path: Path) -> None:
    place = tmp_path / "index"
    with searchkit.Index.create(place) as writer:
        writer.add_passages([Passage(id="a", text="one word")])
    reader = searchkit.Index.open(place)
    assert ids(reader.search("word")) == ["a"]
    with searchkit.Index.create(place) as writer:
        writer.add_passages([Passage(id="b", text="another word")])
    assert sorted(ids(reader.search("word"))) == ["a", "b"]


def test_a_second_writer_is_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "index"
    first = searchkit.Index.create(place)
    first.add_passages([Passage(id="a", text="x")])
    second = searchkit.Index.open(place)
    monkeypatch.setattr(second, "_wait", 0.05)
    with pytest.raises(IndexLocked, match="another process is writing"):
        second.add_passages([Passage(id="b", text="y")])
    first.close()
    second.add_passages([Passage(id="b", text="y")])
    second.commit()
    assert [passage.id for passage in second] == ["b"]


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match='run "searchkit index'):
        searchkit.Index.open(tmp_path)
    assert os.listdir(tmp_path) == []


def test_an_index_that_was_never_set_up_is_none(tmp_path: Path) -> None:
    SqliteCatalog(tmp_path / "catalog.sqlite", create=True).close()
    with pytest.raises(IndexMissing, match='run "searchkit index'):
        searchkit.Index.open(tmp_path)
    with searchkit.Index.create(tmp_path) as index:
        index.add_passages([Passage(id="a", text="one word")])
    assert len(searchkit.Index.open(tmp_path)) == 1


def test_a_damaged_catalog(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(IndexDamaged, match=r"run .searchkit index PATH. again"):
        searchkit.Index.open(tmp_path)


def test_an_index_of_a_newer_version(tmp_path: Path) -> None:
    searchkit.Index.create(tmp_path).close()
    db = sqlite3.connect(tmp_path / "catalog.sqlite")
    with db:
        db.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    db.close()
    with pytest.raises(IndexTooNew, match="upgrade searchkit"):
        searchkit.Index.open(tmp_path)


def test_a_thesaurus_of_ones_own_is_kept_and_tags_again(tmp_path: Path, folder: Path) -> None:
    place = tmp_path / "index"
    with searchkit.Index.create(place) as index:
        index.add_files([folder])
    assert ids(searchkit.Index.open(place).search("topic:whitefish")) == []
    mine = tmp_path / "mine.toml"
    mine.write_text('[Whitefish]\nvariants = ["cod", "haddock"]\n', encoding="utf-8")
    with searchkit.Index.create(place, thesaurus=mine) as index:
        pass
    index = searchkit.Index.open(place)
    assert ids(index.search("topic:whitefish")) == ["lisbon#1.2"]
    assert ids(index.search("haddock")) == ["lisbon#1.2"]
    mine.write_text("[Whitefish\n", encoding="utf-8")
    with pytest.raises(ThesaurusError, match=r"mine\.toml:1: "):
        searchkit.Index.create(place, thesaurus=mine)


def test_filters_and_sorting(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder, SEEDS])
    index.commit()
    assert {hit.document.id for hit in index.search("treaty", since="2010", until="2012")} == {
        "lisbon"
    }
    dates = [hit.document.date for hit in index.search("treaty", sort="oldest", limit=50)]
    known = [date for date in dates if date and not date.startswith("--")]
    assert known == sorted(known)
    assert dates[len(known) :] == [d for d in dates if d and d.startswith("--")]
    assert ids(index.search("", speaker="Soto", topic="fisheries"))[0].startswith("lisbon#1")
    with pytest.raises(QueryError, match="month 13"):
        index.search("treaty", since="2002-13")
    with pytest.raises(QueryError, match="limit is 0"):
        index.search("treaty", limit=0)
    with pytest.raises(QueryError):
        index.search("")


def test_who_says_the_words_comes_first() -> None:
    index = searchkit.Index.in_memory()
    text = (
        "Joint minutes\n\nOn 2 May 2011, Foreign Minister Ana Lima met with Foreign Minister "
        "Ole Dahl.\n\n1. Fish\n\nForeign Minister Dahl stated that tuna, tuna and again tuna "
        "mattered. Foreign Minister Lima noted the point.\n\n2. More\n\nForeign Minister Lima "
        "stated that a long list of things, with cod, herring, salmon and also tuna somewhere in "
        "it, was to be drawn up by the two ministries before the autumn.\n"
    )
    from searchkit.outlines.parser import parse
    from searchkit.thesaurus import Thesaurus

    index.add_outlines([parse(text, id="x", thesaurus=Thesaurus.default())])
    index.commit()
    assert ids(index.search("tuna")) == ["x#1", "x#2"]
    assert ids(index.search("tuna", speaker="Lima")) == ["x#2", "x#1"]
    assert ids(index.search("tuna speaker:dahl")) == ["x#1"]


def test_offset_pages_through_the_same_list() -> None:
    index = searchkit.Index.in_memory()
    index.add_files([SEEDS])
    index.commit()
    whole = index.search("peace treaty", limit=12)
    assert ids(index.search("peace treaty", limit=5, offset=5)) == ids(whole)[5:10]
    assert [hit.rank for hit in index.search("peace treaty", limit=5, offset=5)] == [6, 7, 8, 9, 10]


def test_one_person_in_several_documents() -> None:
    index = searchkit.Index.in_memory()
    index.add_files([SEEDS])
    index.commit()
    (koizumi,) = (hit for hit in index.names("Koizumi") if hit.entry.name == "Junichiro Koizumi")
    assert koizumi.entry.documents == 3
    assert [hit.entry.name for hit in index.names("Kawaguti")] == ["Yoriko Kawaguchi"]
    assert index.names("Gromyko") == []
    assert ids(index.search('speaker:"Foreign Minister Kawaguchi"')) == ids(
        index.search("speaker:kawaguchi")
    )


def test_a_misspelt_word_is_read_as_the_nearest_and_says_so() -> None:
    index = searchkit.Index.in_memory()
    index.add_files([SEEDS])
    index.commit()
    results = index.search("Kawagutchi Afghanistan")
    assert results.read_as == "Kawaguchi Afghanistan"
    assert ids(results)[0].startswith("2002-08-01-brunei-kawaguchi-ivanov#4.")
    assert len(index.search("Kawagutchi", exact=True)) == 0
    assert index.search("Kawaguchi").read_as is None


def test_a_rare_word_like_a_common_one_is_kept_and_the_other_offered() -> None:
    index = searchkit.Index.in_memory()
    index.add_passages(Passage(id=str(n), text="The envoy Kawaguchi spoke.") for n in range(20))
    index.add_passages([Passage(id="x", text="The envoy Kawaguci spoke.")])
    index.commit()
    results = index.search("Kawaguci spoke")
    assert results.suggestion is None
    results = index.search("+Kawaguci spoke")
    assert (ids(results), results.read_as) == (["x"], None)
    assert results.suggestion == "+kawaguchi spoke"
    assert index.search("+Kawaguci spoke", exact=True).suggestion is None


def test_timeline_counts_passages_by_meeting_and_speaker(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    timeline = index.timeline("quota")
    assert [(row.date, row.speaker, row.passages) for row in timeline] == [
        ("2011-03-02", "Carla Soto", 2),
        ("2011-03-02", "Jonas Berg", 1),
    ]
    assert timeline.total == 2


def test_facets_count_every_match(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    facets = index.search("quota", limit=1, facets=True).facets
    assert facets is not None
    assert facets["speaker"] == [("Carla Soto", 2), ("Jonas Berg", 1)]
    assert facets["year"] == [("2011", 2)]


def test_showing_what_stands_around(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    assert [p.id for p in index.neighbours("lisbon#1.2")] == [
        "lisbon#1.1",
        "lisbon#1.2",
        "lisbon#2",
    ]
    outline = index.outline("lisbon")
    assert outline.title == "Outline of Norway-Chile Foreign Ministers Meeting"
    assert all(outline.text[p.start : p.end] == p.text for p in outline.passages)
    for missing in (index.passage, index.outline, index.neighbours):
        with pytest.raises(NotFound, match="searchkit documents"):
            missing("nowhere")


def test_one_file_is_one_document_by_whatever_way_it_is_reached(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    (folder.parent / "link").symlink_to(folder)
    monkeypatch.chdir(folder)
    for way in (".", "../docs", folder.parent / "link", folder / "lisbon.txt"):
        report = index.add_files([way])
        assert (report.added, report.unchanged, report.gone) == (0, 1, ())


def test_one_path_and_one_passage_need_no_list(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    assert index.add_files(str(folder)).added == 1
    assert index.add_passages(Passage(id="1", text="A word.")) == 1


@pytest.mark.parametrize(
    ("passage", "wrong"),
    [
        (Passage(id="1", text=b"x"), "text of a passage must be a str"),  # type: ignore[arg-type]
        (Passage(id="1", text="x", speakers="Berg"), "tuple of str"),  # type: ignore[arg-type]
        (Passage(id="1", text="x", topics=(None,)), "tuple of str"),  # type: ignore[arg-type]
        ("Berg", "no searchkit.Passage"),
    ],
)
def test_what_is_no_passage_is_refused_and_the_index_stays_whole(
    passage: Passage, wrong: str
) -> None:
    index = searchkit.Index.in_memory()
    with pytest.raises(ValueError, match=wrong):
        index.add_passages([Passage(id="0", text="A word."), passage])
    index.commit()
    assert len(index) == 0


def test_changes_that_do_not_hold_are_not_searched() -> None:
    index = searchkit.Index.in_memory()
    index.add_passages(Passage(id="1", text="A word."))
    with pytest.raises(searchkit.IndexError_, match=r"commit\(\)"):
        index.search("word")
    index.rollback()
    assert index.search("word").total == 0


def test_pages_with_a_speaker_hold_everything_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("searchkit.ordering.WINDOW", 10)
    index = searchkit.Index.in_memory()
    said = (Statement("Ana Lima", 0, 8),)
    index.add_passages(
        Passage(
            id=str(n),
            text="A treaty. " * (1 + n % 7),
            speakers=("Ana Lima",),
            statements=() if n % 5 else said,
        )
        for n in range(45)
    )
    index.commit()
    pages = [
        ids(index.search("treaty", speaker="lima", limit=7, offset=offset))
        for offset in range(0, 49, 7)
    ]
    assert sorted(one for page in pages for one in page) == sorted(str(n) for n in range(45))


def test_passages_that_are_compared_are_read_once(tmp_path: Path) -> None:
    with searchkit.Index.create(tmp_path) as made:
        made.add_passages(Passage(id=str(n), text="A treaty. " * (1 + n)) for n in range(30))
    index = searchkit.Index.open(tmp_path)
    index.search("treaty")
    asked: list[str] = []
    index._catalog._db.set_trace_callback(asked.append)
    found = index.search("treaty")
    assert len(found) == 10
    assert sum("FROM passages" in sql for sql in asked) == 1
    index.search("treaty", offset=10)  # of these, five were not compared
    assert sum("FROM passages" in sql for sql in asked) == 3
    index.close()


def test_no_more_statements_are_looked_at_than_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (Statement("Ana Lima", 0, 8),)
    with searchkit.Index.create(tmp_path) as made:
        made.add_passages(
            Passage(id=str(n), text="Cod and ling. " * (1 + n), statements=said,
                    speakers=("Ana Lima",))
            for n in range(60)
        )  # fmt: skip
    index = searchkit.Index.open(tmp_path)
    expected = ids(index.search("cod", speaker="lima"))
    asked: list[str] = []
    looked: list[str] = []
    marks = highlight.marks
    monkeypatch.setattr(
        "searchkit.highlight.marks", lambda text, plan: looked.append(text) or marks(text, plan)
    )
    index._catalog._db.set_trace_callback(asked.append)
    assert ids(index.search("cod", speaker="lima")) == expected
    assert sum("FROM passages" in sql for sql in asked) == 1
    assert len(looked) == 10
    index.close()


def test_where_nobody_says_anything_no_statements_are_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = searchkit.Index.in_memory()
    index.add_passages(
        Passage(id=name, text="Cod and ling. " * times, speakers=("Ana Lima",))
        for name, times in (("long", 9), ("short", 1))
    )
    index.commit()
    looked: list[object] = []
    spoken = SqliteCatalog.spoken
    monkeypatch.setattr(
        SqliteCatalog, "spoken", lambda self, keys: looked.append(keys) or spoken(self, keys)
    )
    assert ids(index.search("cod", speaker="lima")) == ["long", "short"]
    assert not looked
    said = (Statement("Ana Lima", 0, 12),)
    index.add_passages([Passage(id="said", text="Cod and ling. Quotas of hake.", statements=said,
                                speakers=("Ana Lima",))])  # fmt: skip
    index.commit()
    assert ids(index.search("cod", speaker="lima"))[0] == "said"
    assert looked


def test_of_alternative_conditions_the_best_counts(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    hits = index.search("speaker:soto OR speaker:berg")
    assert {hit.passage.id for hit in hits} == {"lisbon#1.1", "lisbon#1.2"}
    assert all(hit.score > 0 for hit in hits)


def test_several_threads_may_ask_one_index(folder: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(lambda _: index.search("quota", facets=True).facets, range(200))
        assert all(answer == index.search("quota", facets=True).facets for answer in answers)


def test_an_index_among_the_documents_is_passed_over(folder: Path) -> None:
    with searchkit.Index.create(folder / "index") as index:
        index.add_files([folder])
    with searchkit.Index.create(folder / "index") as index:
        report = index.add_files([folder])
    assert (report.unchanged, report.skipped) == (1, ())


def test_no_index_is_made_among_other_files(folder: Path) -> None:
    with pytest.raises(searchkit.IndexError_, match=r"holds other files \(lisbon\.txt\)"):
        searchkit.Index.create(folder)
    assert os.listdir(folder) == ["lisbon.txt"]


def test_an_index_for_reading_only_is_searched_and_not_changed(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "index"
    with searchkit.Index.create(place) as index:
        index.add_files([folder])
    shutil.rmtree(place / "whoosh-1")
    before = sorted(os.listdir(place))
    # Whoever runs the tests may be allowed everything.
    monkeypatch.setattr(os, "access", lambda *_: False)
    index = searchkit.Index.open(place)
    assert ids(index.search("salmon")) == ["lisbon#1.1"]
    assert index.info().passages == 4
    with pytest.raises(IndexLocked, match="read-only"):
        index.remove(["lisbon"])
    with pytest.raises(IndexLocked, match="read-only"):
        searchkit.Index.create(place)
    index.close()
    # SQLite's own files come where it may make them after all.
    assert [name for name in sorted(os.listdir(place)) if "sqlite-" not in name] == before


def test_a_file_that_breaks_the_parser_costs_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str, **_: object) -> None:
        raise IndexError(f"at {len(text)}")

    monkeypatch.setattr("searchkit.reading.parse", broken)
    report = searchkit.Index.in_memory().add_files([folder])
    ((_, reason),) = report.skipped
    assert reason.startswith("searchkit cannot parse it (IndexError('at ")


def test_a_file_of_a_terabyte_is_refused_unread(folder: Path) -> None:
    with (folder / "holes.txt").open("wb") as file:
        file.truncate(1 << 40)  # to read its zeros would take an hour
    report = searchkit.Index.in_memory().add_files([folder])
    told = [reason for path, reason in report.skipped if path.endswith("holes.txt")]
    assert told == ["is larger than 64 MB: split it"]
    assert report.added == 1


def test_a_file_too_large_for_the_memory_costs_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("searchkit.reading.parse", full)
    report = searchkit.Index.in_memory().add_files([folder])
    ((_, reason),) = report.skipped
    assert reason == "is too large for the memory there is: split it"


def test_options_that_do_not_exist(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    with pytest.raises(QueryError, match="it can be relevance, newest, oldest"):
        index.search("quota", sort="bogus")  # type: ignore[arg-type]
    with pytest.raises(QueryError, match="turn the dates round"):
        index.search("quota", since="2003", until="2001")


def test_a_closed_index_says_so(folder: Path) -> None:
    index = searchkit.Index.in_memory()
    index.add_files([folder])
    index.commit()
    index.close()
    index.close()
    with pytest.raises(searchkit.IndexError_, match="closed"):
        index.search("quota")


def test_any_number_of_processes_reads_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(44):  # two parts of each process, and some more
        text = f"Meeting {number}\n\n1. Fish\n\nMinister Ana Lima noted that quota {number} held."
        (folder / f"meeting-{number}.txt").write_text(text, encoding="utf-8")
    (folder / "meeting-9.txt").write_bytes(b"\xff\xfe\x00broken")
    reports, held = [], []
    for jobs in (1, 2):
        index = searchkit.Index.in_memory(engine="whoosh")
        reports.append(index.add_files([folder], jobs=jobs))
        index.commit()
        held.append(list(index))
    assert reports[0] == reports[1]
    assert held[0] == held[1]
    assert len(held[0]) >= 43


@pytest.mark.parametrize("mixed", [False, True])
def test_facets_go_by_canonical_names_on_every_engine(tmp_path: Path, mixed: bool) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "lisbon.txt").write_text(LISBON, encoding="utf-8")
    short = LISBON.replace("Jonas Berg", "Berg").replace("Lisbon", "Porto")
    (docs / "porto.txt").write_text(short, encoding="utf-8")
    other = LISBON.replace("Carla Soto", "Pedro Soto").replace("Lisbon", "Faro")
    (docs / "faro.txt").write_text(other, encoding="utf-8")
    found = []
    for engine in ("whoosh", "tantivy"):
        with searchkit.Index.create(tmp_path / engine, engine=engine) as index:  # type: ignore[arg-type]
            index.add_files([docs])
            if mixed:
                index.add_passages(Passage(id="own", text="Berg on quotas.", speakers=("Berg",)))
        with searchkit.Index.open(tmp_path / engine) as index:
            found.append(index.search("quota stated consultations", facets=True).facets)
    assert found[0] == found[1]
    assert found[0]["year"] == [("2011", 9)]
    assert dict(found[0]["speaker"])["Jonas Berg"] == 3
    assert ("Berg" in dict(found[0]["speaker"])) == mixed
