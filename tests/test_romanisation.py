"""Names typed in other scripts, found as they stand in Latin letters. People and texts are made up
or of public life; nobody here has said what is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import searchkit
from searchkit import romanisation
from searchkit.cli import main
from searchkit.names import NameIndex, PersonEntry
from searchkit.romanisation import is_kanji, is_latin, readings

PEOPLE = """Igor Ivanov|Russia
Sergei Ivanov|Russia
Sergey Lavrov|Russia
Nikita Khrushchev|Soviet Union
Volodymyr Zelensky|Ukraine
Konstantinos Karamanlis|Greece
Kim Jong Un|North Korea
Roh Moo-hyun|South Korea
Xi Jinping|China
Yoriko Kawaguchi|Japan
Yohei Kono|Japan
Taro Kawano|Japan
Taro Aso|Japan
Junichiro Koizumi|Japan
Kyoko Otsuka|Japan
HAYASHI Yoshimasa|Japan"""


@pytest.fixture(scope="module")
def people() -> NameIndex:
    rows = (line.split("|") for line in PEOPLE.splitlines())
    return NameIndex([PersonEntry(name, country=country, passages=1) for name, country in rows])


def found(people: NameIndex, typed: str) -> list[str]:
    return [hit.entry.name for hit in people.find(typed)]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Иванов", "Ivanov"),
        ("Хрущёв", "Khrushchev"),
        ("И. С. Иванов", "I S Ivanov"),
        ("Καραμανλής", "Karamanlis"),
        ("김정은", "Gim Jeong Eun"),
        ("習近平", "Xi Jin Ping"),
        ("かわぐち よりこ", "kawaguchi yoriko"),
        ("カワグチ", "kawaguchi"),
        ("ｶﾜｸﾞﾁ", "kawaguchi"),
        ("きょうこ", "kyouko"),
        ("ジョンソン", "jonson"),
        ("さっぽろ", "sapporo"),
        ("プーチン", "puchin"),
        ("Łukasz Żak", "Łukasz Żak"),
    ],
)
def test_what_a_name_is_in_latin_letters(name: str, first: str) -> None:
    assert first in readings(name)


def test_kana_without_a_space_may_be_parted_anywhere() -> None:
    assert readings("おおたえみ") == ("ootaemi", "oo, taemi", "oota, emi")


def test_kanji_have_several_readings() -> None:
    pytest.importorskip("sudachipy")
    assert {"kawaguchi, junko", "kawaguchi, yoriko"} <= set(readings("川口順子"))
    assert {"kouno, youhei", "kawano, youhei"} <= set(readings("河野洋平"))
    assert readings("川口より子") == ("kawaguchi, yoriko",)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Сергей Лавров", "Sergey Lavrov"),
        ("ЛАВРОВ", "Sergey Lavrov"),
        ("Лавров С.", "Sergey Lavrov"),
        ("Лавроф", "Sergey Lavrov"),
        ("Хрущев", "Nikita Khrushchev"),
        ("Зеленський", "Volodymyr Zelensky"),
        ("Зеленский", "Volodymyr Zelensky"),
        ("Сергей Иванов", "Sergei Ivanov"),
        ("Καραμανλής", "Konstantinos Karamanlis"),
        ("김정은", "Kim Jong Un"),
        ("노무현", "Roh Moo-hyun"),
        ("习近平", "Xi Jinping"),
        ("かわぐちよりこ", "Yoriko Kawaguchi"),
        ("カワグチ", "Yoriko Kawaguchi"),
        ("よりこ かわぐち", "Yoriko Kawaguchi"),
        ("こうの ようへい", "Yohei Kono"),
        ("おおつかきょうこ", "Kyoko Otsuka"),
    ],
)
def test_a_name_in_another_script_finds_the_person(
    people: NameIndex, typed: str, name: str
) -> None:
    assert found(people, typed)[0] == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("川口順子", "Yoriko Kawaguchi"),
        ("川口より子", "Yoriko Kawaguchi"),
        ("小泉 純一郎", "Junichiro Koizumi"),
        ("麻生・太郎", "Taro Aso"),
        ("林芳正", "HAYASHI Yoshimasa"),
        ("林", "HAYASHI Yoshimasa"),
    ],
)
def test_kanji_find_the_person(people: NameIndex, typed: str, name: str) -> None:
    pytest.importorskip("sudachipy")
    assert found(people, typed)[0] == name


def test_all_who_may_be_meant_are_found(people: NameIndex) -> None:
    assert found(people, "Иванов") == ["Igor Ivanov", "Sergei Ivanov"]
    pytest.importorskip("sudachipy")
    assert found(people, "河野") == ["Taro Kawano", "Yohei Kono"]


@pytest.mark.parametrize("typed", ["Петренко", "договор", "平和条約", "さようなら", "محمد", "！？"])
def test_others_are_not_found(people: NameIndex, typed: str) -> None:
    assert found(people, typed) == []
    assert people.nearest(typed) is None


def test_the_nearest_word_of_a_name(people: NameIndex) -> None:
    assert people.nearest("Лавров") == "Lavrov"
    assert people.nearest("かわぐち") == "Kawaguchi"
    assert people.nearest("かわぐちよりこ") == "Yoriko Kawaguchi"


@pytest.mark.parametrize("sign", ["\ua717", "\uac00", "\ue000"])
def test_what_stands_between_the_han_ranges_is_not_kanji(sign: str) -> None:
    assert not is_kanji(sign)


@pytest.mark.parametrize("sign", ["\u5c71", "\u3005", "\uf900", "\u3400"])
def test_kanji_of_every_range(sign: str) -> None:
    assert is_kanji(sign)


@given(st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_any_text_has_readings_without_trouble(text: str) -> None:
    for one in readings(text):
        assert not is_kanji(one)
        assert is_latin(one) or not is_latin(text)


TALKS = """\
Talks at Turku

May 4, 2009

1. Cod

Foreign Minister Igor Ivanov of Russia stated that cod is scarce.

2. Salmon

Defence Minister Sergei Ivanov of Russia stated that salmon is not.

3. Herring

Foreign Minister Yoriko Kawaguchi of Japan said that herring will do.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("talks")
    (folder / "turku.txt").write_text(TALKS, encoding="utf-8")
    with searchkit.Index.create(folder / "index") as index:
        index.add_files([folder / "turku.txt"])
    return str(folder / "index")


def search(place: str, query: str) -> tuple[list[str], str | None]:
    with searchkit.Index.open(place) as index:
        results = index.search(query)
        return sorted(hit.passage.section for hit in results), results.read_as


@pytest.mark.parametrize(
    ("query", "sections", "read_as"),
    [
        ("speaker:Иванов", ["1", "2"], "speaker:Ivanov"),
        ("speaker:ivanof", ["1", "2"], "speaker:Ivanov"),
        ('speaker:"Сергей Иванов"', ["2"], 'speaker:"Sergei Ivanov"'),
        ("person:かわぐち", ["3"], "person:Kawaguchi"),
        ("Иванов salmon", ["1", "2"], "Ivanov salmon"),
        ("かわぐちよりこ", ["3"], "Yoriko Kawaguchi"),
        ("kawaguci herring", ["3"], "Kawaguchi herring"),
    ],
)
def test_names_in_a_query(place: str, query: str, sections: list[str], read_as: str) -> None:
    assert search(place, query) == (sections, read_as)


def test_what_was_read_is_told(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "speaker:Иванов", "--index", place]) == 0
    out = capsys.readouterr().out
    assert 'there is no speaker "Иванов": read as "Ivanov"' in out
    assert 'showing results for "speaker:Ivanov"' in out


def test_without_the_dictionary_kanji_are_told_of(
    place: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(romanisation, "_dictionary", lambda: None)
    assert main(["names", "川口順子", "--index", place]) == 1
    assert "pip install 'searchkit[japanese]'" in capsys.readouterr().out
    assert main(["names", "かわぐちよりこ", "--index", place]) == 0
