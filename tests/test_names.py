"""People looked up by names typed in many ways, over an index of people of world diplomacy."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.name_forms import kinds
from searchkit.names import NameIndex, PersonEntry, entries, merge
from searchkit.records import Person
from searchkit.transliteration import closeness, near, split, word

PEOPLE = """Volodymyr Zelenskyy|President|Ukraine
Nikita Khrushchev|First Secretary|Soviet Union
Mikhail Gorbachev|President|Soviet Union
Boris Yeltsin|President|Russia
Yevgeny Primakov|Minister of Foreign Affairs|Russia
Dmitry Medvedev|President|Russia
Viktor Chernomyrdin|Prime Minister|Russia
Georgy Zhukov|Minister of Defence|Soviet Union
Mao Zedong|Chairman|China
Zhou Enlai|Premier|China
Deng Xiaoping|Vice Premier|China
Xi Jinping|President|China
Jiang Zemin|President|China
Li Peng|Premier|China
Tang Jiaxuan|Minister of Foreign Affairs|China
Ban Ki-moon|Secretary-General|South Korea
Lee Myung-bak|President|South Korea
Roh Moo-hyun|President|South Korea
Park Geun-hye|President|South Korea
Moon Jae-in|President|South Korea
Kim Jong Un|Chairman|North Korea
Kim Dae-jung|President|South Korea
Nguyễn Phú Trọng|General Secretary|Vietnam
Shinzo Abe|Prime Minister|Japan
HAYASHI Yoshimasa|Minister for Foreign Affairs|Japan
Taro Aso|Prime Minister|Japan
Yasuo Fukuda|Prime Minister|Japan
Hiroshi Hashimoto|Press Secretary|Japan
Ryutaro Hashimoto|Prime Minister|Japan
Benjamin Netanyahu|Prime Minister|Israel
Yasser Arafat|Chairman|
Muammar Gaddafi|Colonel|Libya
Bashar al-Assad|President|Syria
Hosni Mubarak|President|Egypt
Abdel Fattah el-Sisi|President|Egypt
Mohammad Javad Zarif|Minister of Foreign Affairs|Iran
Ali Khamenei|Supreme Leader|Iran
Mahmoud Ahmadinejad|President|Iran
Mohammed bin Salman|Crown Prince|Saudi Arabia
Saddam Hussein|President|Iraq
Recep Tayyip Erdoğan|President|Turkey
Mevlüt Çavuşoğlu|Minister of Foreign Affairs|Turkey
Angela Merkel|Chancellor|Germany
Gerhard Schröder|Chancellor|Germany
Jaap de Hoop Scheffer|Secretary General|Netherlands
Charles de Gaulle|President|France
Emmanuel Macron|President|France
William Burns|Under Secretary of State|United States
George W. Bush|President|United States
Condoleezza Rice|Secretary of State|United States
John Kerry|Secretary of State|United States
Hillary Rodham Clinton|Secretary of State|United States
John Major|Prime Minister|United Kingdom
Kofi Annan|Secretary-General|
U Thant|Secretary-General|
Aung San Suu Kyi|State Counsellor|Myanmar
Lech Wałęsa|President|Poland
Slobodan Milošević|President|Serbia
Nursultan Nazarbayev|President|Kazakhstan
Aleksandr Lukashenko|President|Belarus
José Manuel Barroso|President|
Ivanov|Defence Minister|Russia
"""

# Whom a name typed means.
MEANT = """
Volodymyr Zelenskyy = Zelensky | Zelenskiy | Selenskyj | Wolodymyr Selenskyj | President Zelenski
Nikita Khrushchev = Chruschtschow | Khrouchtchev | N. S. Khrushchev | Krushchev
Mikhail Gorbachev = Gorbatschow | Gorbatchev | Michail Gorbatschow | Gorbachov
Boris Yeltsin = Jelzin | Eltsine | Yelstin
Yevgeny Primakov = Evgueni Primakov | Jewgeni Primakow | E. Primakov
Dmitry Medvedev = Dmitri Medwedew
Viktor Chernomyrdin = Tschernomyrdin
Georgy Zhukov = Schukow | Joukov
Mao Zedong = Mao Tse-tung | Chairman Mao
Zhou Enlai = Chou En-lai
Deng Xiaoping = Teng Hsiao-p'ing
Xi Jinping = Hsi Chin-p'ing | Xi | Jinping Xi
Jiang Zemin = Chiang Tse-min
Li Peng = Li P'eng
Ban Ki-moon = Pan Ki-mun | Ki-moon Ban | Ban Kimoon
Lee Myung-bak = Yi Myŏng-bak | Yi Myong-pak
Roh Moo-hyun = No Mu-hyŏn
Park Geun-hye = Pak Kŭn-hye
Moon Jae-in = Mun Chae-in
Kim Jong Un = Kim Jong-eun
Kim Dae-jung = Kim Taejung
Nguyễn Phú Trọng = Nguyen Phu Trong
Shinzo Abe = Abe Shinzo | Shinzō Abe
HAYASHI Yoshimasa = Yoshimasa Hayashi | Hayashi | Hayasi
Taro Aso = Asō Tarō | Tarou Asou
Yasuo Fukuda = Hukuda Yasuo
Ryutaro Hashimoto = R. Hashimoto | Hasimoto Ryuutarou
Benjamin Netanyahu = Nétanyahou | Netanjahu | Binyamin Netanyahu
Yasser Arafat = Yasir Arafat
Muammar Gaddafi = Qaddafi | Kadhafi | Moammar Gadhafi
Bashar al-Assad = Assad | Bashar Assad | Baschar al-Assad
Abdel Fattah el-Sisi = al-Sisi | Abd al-Fattah as-Sisi
Hosni Mubarak = Husni Mubarak | Moubarak
Mohammad Javad Zarif = Muhammad Javad Zarif | Mohamed Zarif
Ali Khamenei = Chamenei
Mahmoud Ahmadinejad = Ahmadinedschad
Mohammed bin Salman = Crown Prince Muhammad bin Salman
Saddam Hussein = Saddam | Saddam Husain
Recep Tayyip Erdoğan = Erdogan | Recep Erdogan
Mevlüt Çavuşoğlu = Cavusoglu | Mevlut Chavushoglu
Angela Merkel = Merkle | Angela Merkell
Gerhard Schröder = Schroeder | Gerhard Schroder
Jaap de Hoop Scheffer = Hoop Scheffer
Charles de Gaulle = de Gaulle | Gaulle | Général de Gaulle
William Burns = Bill Burns
George W. Bush = George Bush | Bush, George W.
Condoleezza Rice = Condoleeza Rice
Hillary Rodham Clinton = Hillary Clinton | Clinton
John Major = John Major
Kofi Annan = Kofi Anan
U Thant = Thant
Aung San Suu Kyi = Suu Kyi
Lech Wałęsa = Lech Walesa
Slobodan Milošević = Miloshevich
Nursultan Nazarbayev = Nasarbajew
Aleksandr Lukashenko = Loukachenko | Alexander Lukaschenko
José Manuel Barroso = Jose Barroso
John Kerry = Secretary of State John Kerry
Ivanov = Mr. Ivanov | Sergei Ivanov | Defence Minister Ivanov
"""

# Names that mean none of them: relatives, namesakes, people spelt nearly alike, titles.
NOBODY = """
Kim Il Sung | Kim Jong Il | Kim Young-sam | Tony Blair | Gromyko | Raisa Gorbacheva | Naina
Yeltsina | Vladimir Zhukov | Mao Anying | Zhou Yongkang | Deng Liqun | Li Keqiang | Lee Kuan Yew |
Roh Tae-woo | Park Chung-hee | Akie Abe | Fumio Hayashi | Takeo Fukuda | Tanaka | Hosokawa | Sara
Netanyahu | Hafez Assad | Anwar Sadat | Hassan Rouhani | Qusay Hussein | Laura Bush | Jeb Bush |
Susan Rice | Bill Clinton | Kerrigan | Merz | Scholz | Price | Bushehr | Marco Rubio | Hashim |
Hashemi | Yoshida | Asada | Abel | Banda | Zhao Ziyang | Shinzo Hamai | John Smith | Major General
| Prime Minister | the President | J. Merkel | Aleksandr Zhukov | Wu Yi | Hun Sen | Foreign
Minister Tang Wei
"""


def entry(line: str) -> PersonEntry:
    name, role, country = line.split("|")
    return PersonEntry(name, (role,), country or None, (f"{role} {name}",), 3, 1)


INDEX = NameIndex(map(entry, PEOPLE.split("\n")[:-1]))


def meant() -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for line in MEANT.strip().replace("\n  ", " ").split("\n"):
        name, typed = line.split(" = ")
        pairs += [(one, name) for one in typed.split(" | ")]
    return pairs


# Look-ups


@pytest.mark.parametrize(("typed", "name"), meant())
def test_a_name_means_the_person_however_it_is_spelt(typed: str, name: str) -> None:
    hits = INDEX.find(typed)
    assert hits
    assert hits[0].entry.name == name


@pytest.mark.parametrize("typed", NOBODY.strip().replace("\n", " ").split(" | "))
def test_a_name_of_somebody_else_means_nobody(typed: str) -> None:
    assert INDEX.find(typed) == []


def index(*names: str) -> NameIndex:
    return NameIndex(PersonEntry(name) for name in names)


def found(typed: str, *names: str) -> list[str]:
    return [hit.entry.name for hit in index(*names).find(typed)]


def test_a_given_name_that_contradicts_means_nobody() -> None:
    assert found("Pedro Aldana", "Marta Aldana") == []
    assert found("P. Aldana", "Marta Aldana") == []
    assert found("M. Aldana", "Marta Aldana") == ["Marta Aldana"]


def test_a_letter_lost_in_a_short_word_is_a_slip_beside_another_word() -> None:
    assert found("Marta Odm", "Marta Odum") == ["Marta Odum"]
    assert found("Mrta Odum", "Marta Odum") == ["Marta Odum"]
    assert found("Marta Oudm", "Marta Odum") == ["Marta Odum"]
    assert found("Odm", "Marta Odum") == []
    assert found("M. Odm", "Marta Odum") == []
    assert found("Mary Odum", "Mark Odum") == []


def test_whom_a_short_word_alone_may_be_a_slip_for() -> None:
    people = index("Marta Odum", "Per Adler", "Ana Oduma")
    assert people.slips("Odm") == ["Marta Odum"]
    assert people.slips("Oudm") == ["Marta Odum"]
    assert people.slips("Adlr") == ["Per Adler"]
    assert people.slips("Adlr", limit=0) == []
    assert people.slips("Edlr") == people.slips("Per Adlr") == people.slips("") == []


def test_a_family_name_finds_all_who_bear_it() -> None:
    assert found("Aldana", "Marta Aldana", "Pedro Aldana", "Ana Odum") == [
        "Marta Aldana",
        "Pedro Aldana",
    ]


def test_a_given_name_alone_finds_less_surely() -> None:
    (hit,) = index("Marta Aldana").find("Marta")
    assert 70 <= hit.score < 80


def test_who_is_named_most_comes_first_among_equals() -> None:
    some = [PersonEntry("Ana Odum", passages=2), PersonEntry("Zoe Odum", passages=9)]
    assert [hit.entry.name for hit in NameIndex(some).find("Odum")] == ["Zoe Odum", "Ana Odum"]


def test_the_name_as_typed_comes_before_a_fuller_one() -> None:
    assert found("George Bush", "George W. Bush", "George Bush")[0] == "George Bush"


def test_two_given_names_may_be_written_as_one() -> None:
    assert found("Kim Jongun", "Kim Jong Un") == ["Kim Jong Un"]
    assert found("Kim Jong Un", "Kim Jongun") == ["Kim Jongun"]


def test_a_fuller_name_than_the_collection_has_still_finds() -> None:
    assert found("Marta Inés Aldana", "Marta Aldana") == ["Marta Aldana"]
    assert found("Marta Aldana", "Aldana") == ["Aldana"]


def test_other_spellings_seen_are_names_too() -> None:
    one = PersonEntry("Sergey Zhirkov", variants=("Minister Sergei Jirkoff", "the Minister"))
    (hit,) = NameIndex([one]).find("Jirkoff")
    assert (hit.entry, hit.score) == (one, 98.0)


def test_words_of_the_role_may_stand_before_the_name() -> None:
    one = PersonEntry("Aldana", roles=("Harbour Master of Port Odum",))
    assert len(NameIndex([one]).find("Harbour Master Aldana")) == 1
    assert NameIndex([one]).find("Harbour Master") == []


def test_an_office_may_be_the_name_of_somebody_else() -> None:
    moen = PersonEntry("Ida Moen", roles=("Steward",))
    others = [PersonEntry("Ola Steward"), PersonEntry("Moen"), PersonEntry("Rut Moen")]
    assert NameIndex([moen, *others]).find("Steward Moen")[0].entry == moen


class _Whole(NameIndex):
    """Scores everybody."""

    def _candidates(self, _):  # type: ignore[no-untyped-def]
        return list(range(len(self.entries))), {}


_PARTS = "Ida Moen moen Jong Il Jongil Kim de T I Ivanov Ivanow Igor Minister"
_parts = st.sampled_from(_PARTS.split())
_name = st.lists(_parts, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(_name, min_size=1, max_size=6, unique=True), _name)
def test_who_is_passed_over_is_not_meant(names: list[str], typed: str) -> None:
    """As if everybody were scored, where somebody agrees in more than a family name."""
    people = [PersonEntry(name) for name in names]
    every = _Whole(people).find(typed)
    if every and every[0].score > 80:
        assert NameIndex(people).find(typed) == every


def test_limit_and_cutoff() -> None:
    names = index("Marta Aldana", "Pedro Aldana")
    assert len(names.find("Aldana", limit=1)) == 1
    assert names.find("Aldana", limit=0) == []
    assert names.find("Aldanna", cutoff=99) == []


@pytest.mark.parametrize("typed", ["", " ", "?", "1999", "M.", "Mr.", "al", "\x00", "小泉"])
def test_what_is_no_name_means_nobody(typed: str) -> None:
    assert INDEX.find(typed) == []
    assert INDEX.nearest(typed) is None


def test_an_empty_index_knows_nobody() -> None:
    assert index().find("Aldana") == []
    assert index().nearest("Aldana") is None


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_anything_may_be_typed(typed: str) -> None:
    hits = INDEX.find(typed)
    assert all(70 <= hit.score <= 100 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@given(st.lists(st.text(alphabet="abegiklmnorstuvzč'- ", min_size=1, max_size=20), max_size=8))
@settings(max_examples=60, deadline=None)
def test_everybody_is_found_by_the_name_they_have(names: list[str]) -> None:
    people = index(*names)
    for name in names:
        words = [word(form).text for form in split(name)]
        if any(len(one) > 1 and one not in kinds()["particles"] for one in words):
            hits = people.find(name, limit=len(names))
            assert hits[0].score == 100
            assert name in [hit.entry.name for hit in hits if hit.score == 100]


# The nearest name for a word of a query


def test_the_nearest_word_of_a_name() -> None:
    assert INDEX.nearest("Gorbatschow") == "Gorbachev"
    assert INDEX.nearest("zelenski") == "Zelenskyy"
    assert NameIndex([PersonEntry("Marta Aldana")]).nearest("Aldanna") == "Aldana"


@pytest.mark.parametrize(
    "typed",
    ["coffee", "mother", "forces", "marker", "rise", "corn", "treaty", "two words", "Japan"],
)
def test_words_of_the_language_are_near_no_name(typed: str) -> None:
    assert INDEX.nearest(typed) is None


# Words and their spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tschukow", "Chukov"),
        ("Tchoukov", "Chukov"),
        ("Čukov", "Chukov"),
        ("Sirotyama", "Shirochama"),
        ("Oohira", "Ohira"),
        ("Ōhira", "Ouhira"),
        ("Shimbun", "Shinbun"),
        ("Jegorow", "Yegorov"),
        ("Jegorow", "Egorov"),
        ("Grigorij", "Grigory"),
        ("Alexej", "Aleksey"),
        ("Müller", "Mueller"),
        ("O’Neill", "ONeill"),
        ("Schtscherbakow", "Shcherbakov"),
        ("Sahakashvili", "Sakhakashvili"),
    ],
)
def test_one_name_transliterated_in_two_ways(one: str, other: str) -> None:
    assert closeness(word(one), word(other)) >= 0.96


@pytest.mark.parametrize(
    ("one", "other"),
    [("Chong", "Jong"), ("Baek", "Paek"), ("Hsiao", "Xiao"), ("Tsetung", "Zedong"), ("Lee", "Yi")],
)
def test_chinese_and_korean_names_are_read_in_their_own_way(one: str, other: str) -> None:
    assert closeness(word(one, east=True), word(other, east=True)) >= 0.96


def test_other_names_are_not_read_as_chinese() -> None:
    assert closeness(word("Oda"), word("Ota", east=True)) == 0
    assert closeness(word("Dan"), word("Tan")) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Takahashi", "Takashima"),
        ("Ivanov", "Ivanova"),
        ("Sato", "Kato"),
        ("Price", "Rice"),
        ("Mori", "Morita"),
        ("Petrov", "Petrovsky"),
        ("Chen", "Shen"),
    ],
)
def test_two_names_are_two(one: str, other: str) -> None:
    assert closeness(word(one), word(other)) == 0


def test_mistakes_cost_by_the_letter_and_vowels_half() -> None:
    assert near("aldana", "aldona") == 1 - 0.5 / 6
    assert near("aldana", "adlana") == 1 - 1 / 6
    assert near("aldana", "altona") == 0
    assert near("odum", "odam") == 0
    assert near("odum", "odam", loose=True) == 1 - 0.5 / 4


# The same person over documents


def person(name: str, role: str | None = None, country: str | None = None, *forms: str) -> Person:
    return Person(name, role, country, forms)


def merged(*people: tuple[str, Person]) -> list[str]:
    names = merge(people)
    again = merge(random.Random(7).sample(people, len(people)))
    assert names == again
    return [names[document, one.name] for document, one in people]


def test_a_family_name_alone_is_the_one_person_it_fits() -> None:
    assert (
        merged(
            ("a", person("Koizumi", "Prime Minister", "Japan")),
            ("b", person("Junichiro Koizumi", "former Prime Minister", "Japan")),
        )
        == ["Junichiro Koizumi"] * 2
    )


@pytest.mark.parametrize(
    ("role", "country"),
    [("Minister of the Environment", "Japan"), ("Prime Minister", "Peru")],
)
def test_role_and_country_keep_a_family_name_apart(role: str, country: str) -> None:
    assert merged(
        ("a", person("Koizumi", role, country)),
        ("b", person("Junichiro Koizumi", "Prime Minister", "Japan")),
    ) == ["Koizumi", "Junichiro Koizumi"]


def test_a_family_name_that_fits_two_stays_apart_unless_the_role_decides() -> None:
    igor = person("Igor Ivanov", "Minister of Foreign Affairs", "Russia")
    sergei = person("Sergei Ivanov", "Defence Minister", "Russia")
    assert merged(
        ("a", igor),
        ("b", sergei),
        ("c", person("Ivanov", "Minister", "Russia")),
        ("d", person("Ivanov", "Defense Minister", "Russia")),
        ("e", person("Ivanov", "Foreign Minister", None)),
        ("f", person("Ivanov", "Deputy Minister of Foreign Affairs", "Russia")),
    ) == ["Igor Ivanov", "Sergei Ivanov", "Ivanov", "Sergei Ivanov", "Igor Ivanov", "Ivanov"]


def test_two_people_of_one_document_stay_two() -> None:
    assert merged(
        ("a", person("Odum", None, "Ghana")), ("a", person("Ana Odum", None, "Ghana"))
    ) == ["Odum", "Ana Odum"]


def test_spellings_and_orders_of_one_name_are_one_person() -> None:
    assert (
        merged(
            ("a", person("Sergei Lavrov")),
            ("b", person("Sergey Lavrov")),
            ("c", person("Sergey Lavrov")),
        )
        == ["Sergey Lavrov"] * 3
    )
    assert merged(("a", person("Kim Jong-Il")), ("b", person("Kim Jong Il"))) == ["Kim Jong Il"] * 2
    assert (
        merged(("a", person("KAWAGUCHI Yoriko")), ("b", person("Yoriko Kawaguchi")))
        == ["Yoriko Kawaguchi"] * 2
    )
    assert merged(("a", person("Kono, Yōhei")), ("b", person("Yohei Kono")))[0] in (
        "Kono, Yōhei",
        "Yohei Kono",
    )


def test_the_fullest_form_is_canonical() -> None:
    assert (
        merged(
            ("a", person("Igor Ivanov")),
            ("b", person("Igor Ivanov")),
            ("c", person("I. Ivanov")),
            ("d", person("Igor Sergeyevich Ivanov")),
            ("e", person("Iwanow")),
        )
        == ["Igor Sergeyevich Ivanov"] * 5
    )


def test_initials_that_fit_two_stay_apart() -> None:
    names = ["I. Petrov", "Ivan Petrov", "Igor Petrov"]
    assert merged(*zip("abc", map(person, names), strict=True)) == names


def test_a_family_name_that_stands_first_is_known_by_the_country_or_by_a_title() -> None:
    assert merged(
        ("a", person("Kim Dae-jung", "President", "South Korea")),
        ("b", person("Kim", "President", "South Korea")),
        ("c", person("Saddam Odum", "President", None, "President Saddam")),
        ("d", person("Saddam", "President")),
    ) == ["Kim Dae-jung", "Kim Dae-jung", "Saddam Odum", "Saddam Odum"]


def test_family_names_of_nobody_fuller_differ_in_spelling_only() -> None:
    assert (
        merged(("a", person("Gamow")), ("b", person("Gamov")), ("c", person("Gamov")))
        == ["Gamov"] * 3
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.sampled_from(
                ["Ivanov", "Igor Ivanov", "I. Ivanov", "Sergei Ivanov", "Sergey Ivanov", "Iwanow",
                 "Ivanov Igor", "Igor Sergeyevich Ivanov", "", "?", "Kim Il", "Kim"]
            ),
            st.sampled_from([None, "Minister", "Foreign Minister", "Defence Minister"]),
            st.sampled_from([None, "Russia", "Serbia"]),
        ),
        max_size=12,
        unique_by=lambda row: row[:2],
    )
)  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_merging_does_not_depend_on_the_order(rows: list[tuple[str, str, str, str]]) -> None:
    people = [(document, person(name, role, country)) for document, name, role, country in rows]
    names = merge(people)
    assert names == merge(reversed(people))
    assert set(names) == {(document, one.name) for document, one in people}
    assert {*names.values()} <= {one.name for _, one in people}


def test_entries_count_and_collect() -> None:
    one = person("Yoriko Kawaguchi", "Minister", "Japan", "Minister Kawaguchi")
    other = person("Kawaguchi", "Foreign Minister", "Japan", "Minister Kawaguchi")
    assert entries(
        [("b", other, 2, one.name), ("a", one, 3, one.name), ("c", one, 1, one.name)]
    ) == (
        PersonEntry(
            "Yoriko Kawaguchi",
            ("Minister", "Foreign Minister"),
            "Japan",
            ("Minister Kawaguchi", "Kawaguchi"),
            6,
            3,
        ),
    )


# The people of the sample outlines

GOLD = Path(__file__).with_name("gold")


def sample_people() -> list[tuple[str, Person, str]]:
    people = []
    for path in sorted(GOLD.glob("outlines/*.json")):
        outline = json.loads(path.read_text("utf-8"))
        for one in (*outline["participants"], *outline["persons"]):
            named = Person(one["name"], one["role"], one["country"], tuple(one["variants"]))
            people.append((path.stem, named, one.get("same_as") or one["name"]))
    return people


def test_the_people_of_the_samples_are_united_as_by_hand() -> None:
    people = sample_people()
    names = merge((document, one) for document, one, _ in people)
    assert [names[document, one.name] for document, one, _ in people] == [
        same for _, _, same in people
    ]


def bare(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text)
    return "".join(c for c in folded if not unicodedata.combining(c)).casefold()


def test_the_names_of_the_samples_are_found() -> None:
    people = NameIndex(entries((document, one, 1, same) for document, one, same in sample_people()))
    wrong = []
    with (GOLD / "names.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        first = [hit.entry.name for hit in people.find(row["typed"], limit=1)] or ["NONE"]
        if bare(first[0]) != bare(row["expected"]):
            wrong.append((row["typed"], first[0]))
    assert len(rows) == 60
    assert wrong == []


# Cost


def test_one_is_found_among_many() -> None:
    chance = random.Random(1)
    parts = ["ka", "mo", "ri", "ven", "sta", "del", "o", "ber", "lin", "ja", "ku", "tes"]
    made = {
        " ".join("".join(chance.choices(parts, k=3)).title() for _ in range(2)) for _ in range(3000)
    }
    people = index(*sorted(made))
    for typed in sorted(made)[:5]:
        assert typed in [hit.entry.name for hit in people.find(typed.replace("r", "rr", 1))]


def test_importing_it_is_light() -> None:
    code = (
        "import sys, searchkit.names; "
        "print([m for m in ('nltk', 'rapidfuzz', 'numpy') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
