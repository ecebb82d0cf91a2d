"""The user's word on who is who, and the years that the rule looks at. All people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

import searchkit
from searchkit.errors import PeopleError
from searchkit.identities import Identities
from searchkit.persons import merge
from searchkit.records import Person


def person(name: str, *variants: str, role: str | None = None) -> Person:
    return Person(name, role, None, (name, *variants), False, ())


def written(folder: Path, text: str) -> Path:
    path = folder / "people.toml"
    path.write_text(text, encoding="utf-8")
    return path


PEOPLE = [
    ("a", person("Emi Ito", "Minister Ito")),
    ("b", person("Emi Sato", "Madam Sato")),
    ("c", person("Ito")),
]


def test_names_said_to_be_the_same_are_one_with_whom_the_rule_takes_for_one_of_them(
    tmp_path: Path,
) -> None:
    said = Identities.load(written(tmp_path, 'same = [["Emi Ito", "madam SATO"]]'))
    rule = merge(PEOPLE)
    assert rule["c", "Ito"] == "Emi Ito"
    assert set(said.applied(rule, PEOPLE).values()) == {"Emi Ito"}


def test_names_said_to_be_different_are_parted(tmp_path: Path) -> None:
    said = Identities.load(written(tmp_path, 'different = [["Emi Ito", "Ito"]]'))
    assert said.applied(merge(PEOPLE), PEOPLE) == {
        ("a", "Emi Ito"): "Emi Ito",
        ("b", "Emi Sato"): "Emi Sato",
        ("c", "Ito"): "Ito",
    }


def test_two_of_one_name_are_told_apart_by_their_documents(tmp_path: Path) -> None:
    people = [("1975-x", person("Jane Roe")), ("2010-y", person("Jane Roe"))]
    said = Identities.load(
        written(
            tmp_path,
            'different = [["Jane Roe", {name = "Jane Roe", documents = "1975-*", '
            'as = "Jane Roe (senator)"}]]',
        )
    )
    assert said.applied(merge(people), people) == {
        ("1975-x", "Jane Roe"): "Jane Roe (senator)",
        ("2010-y", "Jane Roe"): "Jane Roe",
    }


def test_an_identity_in_some_documents_leaves_the_others_alone(tmp_path: Path) -> None:
    people = [("a", person("Roe")), ("b", person("Roe")), ("c", person("Jo Doe"))]
    said = Identities.load(
        written(tmp_path, 'same = [["Jo Doe", {name = "Roe", documents = "a"}]]')
    )
    assert said.applied(merge(people), people) == {
        ("a", "Roe"): "Jo Doe",
        ("b", "Roe"): "Roe",
        ("c", "Jo Doe"): "Jo Doe",
    }


def test_what_is_kept_is_what_was_read(tmp_path: Path) -> None:
    text = 'same = [["A B", "C D"]]\ndifferent = [["E", {name = "F", documents = "x*", as = "G"}]]'
    said = Identities.load(written(tmp_path, text))
    assert Identities.from_json(said.to_json()) == said
    assert Identities.from_json(None) == Identities()


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("same = [[", 1, "not TOML"),
        ('\nalike = [["A", "B"]]', 2, 'unknown key "alike"; the keys are same and different'),
        ('same = ["A", "B"]', 1, "same must be a list of lists of names"),
        ('same = [\n  ["Roe"]\n]', 2, "a list under same needs two names or more"),
        ('different = [\n  ["Roe", 3]\n]', 1, "3 under different is no name"),
        ('same = [["A",\n {nam = "B"}]]', 2, 'unknown key "nam"'),
        ('same = [["A", {documents = "x"}]]', 1, "a name is missing under same"),
        ('same = [["A", {name = "B", as = 1}]]', 1, "as must be a text"),
        (
            'same = [["A B", "C"]]\ndifferent = [\n  ["D", "A B"],\n  ["C", "A B"]\n]',
            4,
            '"C" and "A B" are said to be the same, too',
        ),
        ('different = [["Jo Roe", "JO ROE"]]', 1, 'add as = "..." to one of them'),
    ],
)
def test_each_mistake_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(PeopleError) as error:
        Identities.load(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert reason in str(error.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(PeopleError, match="cannot be read"):
        Identities.load(tmp_path / "none.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes(b'same = [["A", "B"]]\n# \xe9')
    with pytest.raises(PeopleError, match=r"latin\.toml:2: not UTF-8"):
        Identities.load(path)


def test_years_far_apart_make_two_of_one_surname() -> None:
    people = [("old", person("Roe")), ("new", person("Ann Roe")), ("near", person("Roe"))]
    years = {"old": 1950, "new": 2001, "near": 2004}
    assert merge(people, years) == {
        ("old", "Roe"): "Roe",
        ("new", "Ann Roe"): "Ann Roe",
        ("near", "Roe"): "Ann Roe",
    }
    initial = [("old", person("A. Roe")), ("new", person("Ann Roe"))]
    assert set(merge(initial, years).values()) == {"A. Roe", "Ann Roe"}
    assert set(merge(initial).values()) == {"Ann Roe"}


def outline(folder: Path, name: str, who: str) -> None:
    text = f"Talks\n\n2 May 2002\n\nMinister {who} said that trade had grown. He was glad.\n"
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def test_an_index_keeps_the_file_and_honours_it_at_every_commit(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    outline(texts, "one", "Emi Ito")
    said = written(tmp_path, 'same = [["Emi Ito", "Emi Sato"]]')
    place = tmp_path / "index"
    with searchkit.Index.create(place, people=said) as index:
        index.add_files([texts])
    outline(texts, "two", "Emi Sato")
    with searchkit.Index.create(place) as index:
        index.add_files([texts])
    with searchkit.Index.open(place) as index:
        statements = [s for passage in index for s in passage.statements]
        assert {s.speaker for s in statements} == {"Emi Ito"}
        united = next(s for s in index.outline("two").passages[0].statements)
        assert "speaker" in united.derived
    with searchkit.Index.create(place, people=written(tmp_path, "")) as index:
        assert {p.speakers for p in index} == {("Emi Ito",), ("Emi Sato",)}
