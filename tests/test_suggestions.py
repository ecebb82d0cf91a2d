"""What a collection proposes for a thesaurus: short forms, spellings, pairs, words used alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from searchkit import Index, Passage, Suggestion, Thesaurus
from searchkit.cli import main
from searchkit.suggestions.all import to_toml

PAIRS = [
    "The herring corridor was drawn by the pilots of the harbour.",
    "Pilots asked for the herring corridor to be wider.",
    "A herring corridor needs buoys, said Ana Lima.",
    "The peace treaty was signed. Ana Lima spoke of the peace treaty.",
    "Ana Lima read the peace treaty to the pilots.",
    "The harbour was wide and the buoys were red.",
]

SPELLINGS = [
    "The ferry from Odesk to the isle of Korev sailed at noon with salted herring.",
    "The ferry from Odesk to the isle of Koriv sailed at noon with salted herring.",
    "A ferry from Odesk sails to Korev with herring. The organisation pays.",
    "The organization of pilots met at Korev; an organization needs money.",
    "An organization of skippers met. Boats and boots were sold.",
    "Boots were mended; boats were not.",
]

SHORT = [
    "The Isles Harbour Authority was founded. The Harbour of Tern is red.",
    "IHA pilots met the Isles Harbour Authority.",
    "A fee is paid to the IHA by everybody.",
    "NORTHERN WATERS ARE CLOSED.",
    "The Common Fisheries Board (CFB) met, and ABC was not explained.",
]


def proposed(texts: list[str], kind: str, people: tuple[str, ...] = ()) -> list[Suggestion]:
    index = Index.in_memory()
    index.add_passages(Passage(id=str(n), text=text, people=people) for n, text in enumerate(texts))
    index.commit()
    return [one for one in index.suggestions() if one.kind == kind]


def test_words_that_go_together() -> None:
    (found,) = proposed(PAIRS, "collocation", ("Ana Lima",))
    assert (found.forms, found.passages, found.example) == (("herring corridor",), 3, "0")
    assert found.sentence == "The herring corridor was drawn by the pilots of the harbour."
    assert found.score > 10.83


def test_spellings_of_one_word() -> None:
    found = {one.forms: one for one in proposed(SPELLINGS, "variant")}
    assert set(found) == {("organization", "organisation"), ("Korev", "Koriv")}
    assert found["organization", "organisation"].score == 1
    assert 0.1 < found["Korev", "Koriv"].score < 1
    assert found["Korev", "Koriv"].example == "1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gorbachev", "Gorbachov"),
        ("programme", "program"),
        ("labour", "labor"),
        ("theatre", "theater"),
        ("defence", "defense"),
        ("analyse", "analyze"),
        ("catalogue", "catalog"),
    ],
)
def test_spellings_by_rule_or_by_company(one: str, other: str) -> None:
    texts = [f"It is said that {word} of the north held pilots back." for word in (one, one, other)]
    texts.append(f"And {one} was told of.")
    assert [found.forms for found in proposed(texts, "variant")] == [(one, other)]


@pytest.mark.parametrize("pair", [("four", "for"), ("Asia", "Asian"), ("storm", "store")])
def test_other_words_are_no_spellings(pair: tuple[str, str]) -> None:
    texts = [f"He came {word} to the north, where pilots were." for word in (*pair, *pair, *pair)]
    assert proposed(texts, "variant") == []


def test_acronyms_and_what_they_stand_for() -> None:
    found = {one.forms: one for one in proposed(SHORT, "acronym")}
    assert set(found) == {
        ("Isles Harbour Authority", "IHA"),
        ("Common Fisheries Board", "CFB"),
    }
    iha = found["Isles Harbour Authority", "IHA"]
    assert (iha.passages, iha.score, iha.example) == (2, 4.0, "0")
    assert iha.sentence == "The Isles Harbour Authority was founded."


def alike() -> list[str]:
    """Boats and ships doing the same things at the same places, sailors other ones."""
    places = ("Tern", "Odesk", "Lund", "Vik", "Moss", "Horn", "Ness", "Ryde", "Cove", "Bay")
    return [
        text
        for n, place in enumerate(places)
        for text in (
            f"An old {('boat', 'ship')[n % 2]} left the quay of {place} before dawn.",
            f"A new {('ship', 'boat')[n % 2]} entered the dock of {place} at noon.",
            f"No {('boat', 'ship')[n % 2]} may anchor off {place}, it was agreed.",
            f"Five sailors sang and {n} drank in the tavern by {place}.",
        )
    ]


def test_words_used_alike() -> None:
    first = proposed(alike(), "company")[0]
    assert set(first.forms) == {"boat", "ship"}
    assert 0.15 <= first.score <= 1


def test_what_the_thesaurus_knows_is_not_proposed(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        '["Ships"]\nvariants = ["boat", "ship"]\n["Korev"]\nvariants = ["Koriv"]\n'
        '["Isles Harbour Authority"]\nvariants = ["IHA"]\n["Herring corridor"]\n',
        encoding="utf-8",
    )
    index = Index.in_memory(thesaurus=path)
    texts = alike() + SPELLINGS + SHORT + PAIRS
    index.add_passages(Passage(id=str(n), text=text) for n, text in enumerate(texts))
    index.commit()
    forms = {form.casefold() for one in index.suggestions() for form in one.forms}
    assert not {"boat", "koriv", "iha", "herring corridor"} & forms


def test_nothing_to_propose() -> None:
    assert list(Index.in_memory().suggestions()) == []


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("suggested")
    with Index.create(path) as made:
        texts = alike() + SPELLINGS + SHORT + PAIRS
        made.add_passages(Passage(id=str(n), text=text) for n, text in enumerate(texts))
    return str(path)


def test_the_command_proposes(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["synonyms", "suggest", "--index", place]) == 0
    said = capsys.readouterr().out
    assert "Isles Harbour Authority = IHA  2 passages" in said
    assert "organization = organisation" in said
    assert main(["synonyms", "--suggest", "--json", "-n", "1", "--index", place]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["kind"] for one in records] == ["acronym", "variant", "collocation", "company"]
    assert main(["synonyms", "treaty", "--toml", "--index", place]) == 2
    assert "searchkit synonyms suggest --toml" in capsys.readouterr().err


def test_what_is_written_can_be_accepted(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["synonyms", "suggest", "--toml", "--index", place]) == 0
    path = tmp_path / "mine.toml"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    concepts = {one.label: one for one in Thesaurus.load(path)}
    assert concepts["Korev"].variants == ("Koriv",)
    assert concepts["Isles Harbour Authority"].variants == ("IHA",)
    assert not concepts["Korev"].topic
    assert "herring corridor" in concepts
    assert "boat" not in concepts  # a comment, until somebody says that it means the same
    assert "The ferry from Odesk to the isle of Koriv" in path.read_text(encoding="utf-8")
    index = Index.in_memory(thesaurus=path)
    index.add_passages([Passage(id="1", text="Korev."), Passage(id="2", text="Koriv.")])
    index.commit()
    assert {hit.passage.id for hit in index.search("Koriv")} == {"1", "2"}


def test_signs_of_toml_do_no_harm(tmp_path: Path) -> None:
    nasty = Suggestion("variant", ('a"b\\', "c\n]"), 1, 1.0, "1", 'x"\n[y]\x07')
    path = tmp_path / "nasty.toml"
    path.write_text("\n".join(to_toml([nasty])), encoding="utf-8")
    (concept,) = Thesaurus.load(path)
    assert (concept.label, concept.variants) == ('a"b\\', ("c ]",))
