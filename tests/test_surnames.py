"""Surnames that are words of another kind as well."""

from __future__ import annotations

import pytest

from searchkit.outlines.names.people import find_people
from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import read_layout
from searchkit.thesaurus import Thesaurus


def named(text: str) -> dict[str, str | None]:
    """Name -> role."""
    found = find_people(text, read_layout(text))
    return {p.name: p.role for p in (*found.participants, *found.persons)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met Mr. Ivar Bishop in Wye.", {"Ivar Bishop": None}),
        ("Minister Ivar Judge said no. Minister Judge left.", {"Ivar Judge": "Minister"}),
        ("Comrade Good agreed, and so did Comrade Bishop.", {"Good": None, "Bishop": None}),
        ("Minister of Finance Law said so.", {"Law": "Minister of Finance"}),
        ("Minister of Trade of Norway Ivar Hall came.", {"Ivar Hall": "Minister of Trade"}),
        ("Ms. Elin van Day and Mr. J. R. King spoke.", {"Elin van Day": None, "J. R. King": None}),
        ("The envoy thanked Ivar Day, Minister of Cod.", {"Ivar Day": "Minister of Cod"}),
        ("The Right Hon. IVAR KING, M.P., spoke.", {"IVAR KING": None}),
        ("IVAR HALL (Norway) asked for cod.", {"IVAR HALL": None}),
        ("MR. GOOD: No.\n\nMr. Good left.", {"Good": None}),
        ("Begum Ida Malik met Count Ugo Dorn.", {"Ida Malik": None, "Ugo Dorn": None}),
        ("Dato' Sri Omar Zain came.", {"Omar Zain": None}),
        ("Mr. Omar Mahmood came. Minister Mahmud spoke.", {"Omar Mahmood": "Minister"}),
        ("Mr. Jan Dorn came. Minister Doran spoke.", {"Jan Dorn": None, "Doran": "Minister"}),
        ("LORD DOE Good day to all.\n\nLORD DOE Malo to all.", {"DOE": None}),
        ("Hon. Ida Dorn, CBS, EGH, Minister of Trade, came.", {"Ida Dorn": "Minister of Trade"}),
        ("By IDA DORN\nDEPUTY SPOKESMAN\n\nThey met.", {"IDA DORN": "DEPUTY SPOKESMAN"}),
        (
            "The Foreign Minister of Oman, Minister Ali Dorn, came.",
            {"Ali Dorn": "Foreign Minister"},
        ),
        (
            "The Head of the Malta Task Force, Ms. Ida Dorn, came.",
            {"Ida Dorn": "Head of the Malta Task Force"},
        ),
        ("Ambassador Ivar Dorn came. M. Dorn spoke.", {"Ivar Dorn": "Ambassador"}),
        ("Mr. Omar El-Dorna came. Minister Eldorna spoke.", {"Omar El-Dorna": "Minister"}),
        (
            "Present were the Minister, Mr. Ivar Dorn (Political Director), and Ms. Ida Lund.",
            {"Ivar Dorn": "Political Director", "Ida Lund": None},
        ),
    ],
)  # fmt: skip
def test_a_surname_may_be_a_word_of_another_kind(
    sentence: str, expected: dict[str, str | None]
) -> None:
    assert named(f"Talks on Cod\n\n{sentence} Cod was dear.\n") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Minister spoke at the Foreign Minister House in Wye.",
        "They met on Albert Street and at Queen Ingrid Bridge.",
        "The Special Representative for the Middle East was absent.",
        "Lieutenant General and Chief Justice are ranks. Good progress was made.",
        "All Good Friends of the Law met on May Day.",
    ],
)
def test_other_words_stay_what_they_are(sentence: str) -> None:
    assert named(f"Talks on Cod\n\n{sentence} Cod was dear.\n") == {}


def test_what_one_place_shows_holds_for_the_others() -> None:
    text = (
        "Talks with Prime Minister King\n\nMr. Ivar King spoke. Good cod is dear, King replied.\n\n"
        "PRIME MINISTER KING: The King of Norway eats it.\n"
    )
    found = find_people(text, read_layout(text))
    assert [m.form for m in found.mentions if m.name == "Ivar King"] == [
        "Prime Minister King", "Mr. Ivar King", "King", "PRIME MINISTER KING",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vice Premier He Lifan met Mr. So.", {"He Lifan": "Vice Premier", "So": None}),
        ("Minister of Trade No Wang Il sang.", {"No Wang Il": "Minister of Trade"}),
        ("Mr. President, He is lost. To Wye he went.", {}),
        ("Minister Md. Orme Roe sang.", {"Md. Orme Roe": "Minister"}),
        ('President Ivar "Bo" Roe sang.', {'Ivar "Bo" Roe': "President"}),
        ("President Ana (Anni) Roe sang.", {"Ana (Anni) Roe": "President"}),
        ("They met President Ximena de los Rem in Wye.", {"Ximena de los Rem": "President"}),
        ("Ida bint Majid Al Roe, President, sang.", {"Ida bint Majid Al Roe": "President"}),
        ("Piet van den Orme, Minister of Cod, sang.", {"Piet van den Orme": "Minister of Cod"}),
    ],
)  # fmt: skip
def test_names_of_many_peoples(sentence: str, expected: dict[str, str | None]) -> None:
    assert named(f"Talks on Cod\n\n{sentence} Cod was dear.\n") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ilva Rem (Foreign Minister) sang.", {"Ilva Rem": "Foreign Minister"}),
        ("Ilva Rem (Minister of Trade, Norway) sang.", {"Ilva Rem": "Minister of Trade"}),
        ("Foreign Minister (Ilva Rem) sang.", {"Ilva Rem": "Foreign Minister"}),
        ("Foreign Minister (Working Lunch) and Wye (President) are no names. Lunch works.", {}),
    ],
)
def test_an_office_and_a_name_in_brackets(sentence: str, expected: dict[str, str | None]) -> None:
    assert named(f"Talks on Cod\n\n{sentence} Cod was working at lunch.\n") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Premier of Oman, His Excellency Mr. Orm Roe, sang.", {"Orm Roe": "Premier"}),
        ("HE Orm Roe praised it. HE Roe sang.", {"Orm Roe": None}),
        ("Tan Sri Roe met Haji Orm Fen.", {"Roe": None, "Orm Fen": None}),
        ("Dato Yusof Haji Roe sang.", {"Yusof Haji Roe": None}),
    ],
)
def test_forms_of_address(sentence: str, expected: dict[str, str | None]) -> None:
    assert named(f"Talks on Cod\n\n{sentence} Cod was dear.\n") == expected


def test_what_is_cut_short_before_a_name_ends_no_sentence() -> None:
    text = (
        "Foreign Ministers' Meeting (Summary)\n\nJanuary 8, 2005\n\n"
        "On January 7, Eng. Ivar Roe, Minister for Foreign Affairs, met Eng. Ida Fen of Oman.\n"
    )
    assert parse(text, id="d", thesaurus=Thesaurus.default()).date_meeting == "2005-01-07"
