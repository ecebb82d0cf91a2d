"""Languages other than English: stems, stop words, words without spaces, and what is refused."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import searchkit
from searchkit import analysis, languages
from searchkit.errors import InputError, MissingExtra
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

GERMAN = """\
Gespräch der Hafenmeister

Die Hafenmeister sprachen über die neuen Fähren. Minister Fjell sagte, die Fischer warteten.

1. Fischerei

Minister Brand antwortete, dass die Verhandlungen im Herbst beginnen.
"""
JAPANESE = "港の会談\n\n両大臣は、漁業協定について議論した。\n\n新しい船を交換しました。\n"


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    analysis.use("english")


def found(index: searchkit.Index, query: str) -> list[str]:
    return [hit.passage.id for hit in index.search(query, exact=True)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "a.txt").write_text(GERMAN, encoding="utf-8")
    return tmp_path / "de"


def test_words_of_a_language_have_its_stems_and_stop_words() -> None:
    assert analysis.terms("Verhandlungen") == ["verhandlungen"]
    analysis.use("german")
    assert analysis.terms("die Verhandlung") == analysis.terms("die Verhandlungen")
    assert [token.stop for token in analysis.tokens("die Fähren und the")] == [
        True,
        False,
        True,
        False,
    ]
    assert analysis.version() == f"{analysis.ANALYSIS_VERSION} german"


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_an_index_is_searched_in_its_language(folder: Path, engine: str) -> None:
    with searchkit.Index.create(folder / "i", engine=engine, language="German") as index:
        index.add_files([folder / "a.txt"])
        index.commit()
        assert found(index, "verhandlung") == ["a#1"]
        assert found(index, "fähre") == ["a#0"]
        assert index.info().language == "german"
    assert found(searchkit.Index.open(folder / "i"), "verhandlungen") == ["a#1"]


def test_two_indexes_of_two_languages_stand_side_by_side(folder: Path) -> None:
    german = searchkit.Index.in_memory(language="de")
    german.add_files([folder])
    german.commit()
    english = searchkit.Index.in_memory()
    english.add_passages([searchkit.Passage(id="1", text="They negotiated all night.")])
    english.commit()
    for _ in range(2):
        assert found(german, "verhandlung") == ["a#1"]
        assert found(english, "negotiating") == ["1"]


def test_an_index_that_gets_another_language_is_made_anew(folder: Path) -> None:
    with searchkit.Index.create(folder / "i") as index:
        index.add_files([folder / "a.txt"])
        index.commit()
        assert found(index, "verhandlung") == []
        reader = searchkit.Index.open(folder / "i")
        assert found(reader, "verhandlung") == []
    with searchkit.Index.create(folder / "i", language="german") as index:
        assert found(index, "verhandlung") == ["a#1"]
    assert found(reader, "verhandlung") == ["a#1"]
    with searchkit.Index.create(folder / "i") as index:
        assert index.info().language == "german"


def test_nobody_speaks_where_the_rules_are_not_known() -> None:
    analysis.use("german")
    outline = parse(GERMAN, id="a", thesaurus=Thesaurus())
    assert outline.title == "Gespräch der Hafenmeister"
    assert [(one.id, one.headings) for one in outline.passages] == [
        ("a#0", ()),
        ("a#1", ("Fischerei",)),
    ]
    assert not any(one.statements or one.people or one.speakers for one in outline.passages)
    assert outline.participants == outline.persons == ()


def test_words_of_japanese_are_found(tmp_path: Path) -> None:
    pytest.importorskip("sudachipy")
    path = tmp_path / "a.txt"
    path.write_text(JAPANESE, encoding="utf-8")
    index = searchkit.Index.in_memory(language="japanese")
    index.add_files([path])
    index.commit()
    assert found(index, "漁業") == ["a#0/1"]
    assert found(index, "交換する") == ["a#0/2"]
    hit = index.search("漁業", exact=True)[0]
    start, end = hit.snippet.highlights[0]
    assert hit.snippet.text[start:end] == "漁業"


def test_tokens_of_japanese_stand_where_they_say() -> None:
    pytest.importorskip("sudachipy")
    analysis.use("japanese")
    text = "両大臣はNorlandの船について2004年に議論した。"
    tokens = analysis.tokens(text)
    assert [text[token.start : token.end] for token in tokens[:4]] == [
        "両",
        "大臣",
        "は",
        "Norland",
    ]
    assert [token.term for token in tokens] == analysis.terms(text)
    assert analysis.words(text).terms == analysis.terms(text)
    assert {token.word for token in tokens if token.stop} >= {"は", "の"}


def test_text_without_spaces_in_another_index_is_noted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(JAPANESE, encoding="utf-8")
    index = searchkit.Index.in_memory()
    report = index.add_files([tmp_path])
    assert [note for _, note in report.notes] == [
        "sets no spaces between words, so that they are not found one by one; Japanese is indexed "
        "with --language japanese"
    ]


@pytest.mark.parametrize(("name", "reason"), [("Chinese", "no spaces"), ("Norlandic", "there are")])
def test_a_language_that_there_is_not_is_refused(name: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=reason):
        searchkit.Index.create(tmp_path / "i", language=name)
    assert not (tmp_path / "i").exists()


def test_the_extra_for_japanese_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    languages._japanese.cache_clear()
    with pytest.raises(MissingExtra, match=r"searchkit\[japanese\]"):
        searchkit.Index.in_memory(language="japanese")


@pytest.mark.parametrize("name", languages.names())
def test_every_language_makes_terms(name: str) -> None:
    if name == languages.JAPANESE:
        pytest.importorskip("sudachipy")
    analysis.use(languages.resolve(name))
    assert [analysis.normalise(word) for word in analysis.words("Oslo 2004").words] == [
        "oslo",
        "2004",
    ]
