"""WordNet through NLTK: everyday synonyms, on request, where its data is installed.

The data here are a few invented words in the format of WordNet's own files (wndb, WordNet 3.0).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from searchkit import Index, MissingExtra, Passage, wordnet
from searchkit.cli import main

NOUNS = (("boat", "skiff", "rowing_boat"), ("boat", "gravy_boat"), ("quay", "wharf"))
VERBS = (("sail", "cruise"),)


def write(folder: Path) -> None:
    """The files that NLTK reads, with one line for each sense."""
    folder.mkdir(parents=True)
    for part in ("noun", "verb", "adj", "adv"):
        (folder / f"{part}.exc").write_text("", encoding="utf-8")
        senses = {"noun": NOUNS, "verb": VERBS}.get(part, ())
        data, places = "  1 A license would stand here. WordNet 3.0\n", {}
        for sense in senses:
            offset = len(data)
            words = " ".join(f"{word} 0" for word in sense)
            frames = " 00" if part == "verb" else ""
            data += f"{offset:08} 00 {part[0]} {len(sense):02x} {words} 000{frames} | {sense}\n"
            for word in sense:
                places.setdefault(word, []).append(f"{offset:08}")
        (folder / f"data.{part}").write_text(data, encoding="utf-8")
        lines = [
            f"{word} {part[0]} {len(found)} 0 {len(found)} 0 {' '.join(found)}\n"
            for word, found in sorted(places.items())
        ]
        (folder / f"index.{part}").write_text("".join(lines), encoding="utf-8")
    (folder / "lexnames").write_text("00\tnoun.all\t1\n", encoding="utf-8")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    import nltk

    write(tmp_path / "corpora" / "wordnet")
    monkeypatch.setattr(nltk.data, "path", [str(tmp_path)])
    wordnet.reader.cache_clear()
    yield
    for file in wordnet.reader()._data_file_map.values():  # which NLTK leaves open
        file.close()
    wordnet.reader.cache_clear()


@pytest.fixture
def missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    import nltk

    monkeypatch.setattr(nltk.data, "path", [str(tmp_path)])
    wordnet.reader.cache_clear()
    yield
    wordnet.reader.cache_clear()


PASSAGES = [
    Passage(id="boat", text="A boat lay at the quay."),
    Passage(id="skiff", text="A skiff lay at the wharf."),
    Passage(id="row", text="The rowing boat of Ana Lima."),
    Passage(id="cruise", text="To cruise is dear."),
]


@pytest.fixture(params=["whoosh", "tantivy"])
def index(request: pytest.FixtureRequest) -> Index:
    made = Index.in_memory(engine=request.param)
    made.add_passages(PASSAGES)
    made.commit()
    return made


@pytest.mark.usefixtures("installed")
def test_the_first_sense_of_each_part_of_speech() -> None:
    assert wordnet.synonyms("boat") == ["skiff", "rowing boat"]
    assert wordnet.synonyms("wharf") == ["quay"]
    assert wordnet.synonyms("sail") == ["cruise"]
    assert wordnet.synonyms("herring") == []


@pytest.mark.usefixtures("installed")
def test_a_query_is_widened_on_request(index: Index) -> None:
    assert [hit.passage.id for hit in index.search("sail skiff")] == ["skiff"]
    found = index.search("skiff", wordnet=True)
    assert [hit.passage.id for hit in found] == ["skiff", "boat", "row"]
    assert [(m.term, m.via) for m in found[1].matched] == [("skiff", "boat")]
    assert [(s.term, s.label, s.variants) for s in found.synonyms_used] == [
        ("skiff", "WordNet", ("boat", "rowing boat"))
    ]
    assert {hit.passage.id for hit in index.search("+sail", wordnet=True)} == {"cruise"}
    assert len(index.search('"skiff lay"', wordnet=True)) == 1


@pytest.mark.usefixtures("missing")
def test_without_its_data_it_says_what_to_do(
    index: Index, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(MissingExtra, match="WordNet is not installed: run"):
        index.search("boat", wordnet=True)
    with Index.create(tmp_path / "index") as made:
        made.add_passages(PASSAGES)
    words = ["search", "boat", "--wordnet", "--index", str(tmp_path / "index")]
    assert main(words) == 2
    assert "nltk.downloader" in capsys.readouterr().err
