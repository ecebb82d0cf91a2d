"""Of which country somebody is where the text tells it at some distance from the name."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from searchkit.outlines.lands.countrymen import across
from searchkit.outlines.names.people import Draft, find_people
from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import read_layout
from searchkit.thesaurus import Thesaurus


def countries(text: str) -> dict[str, tuple[str | None, bool]]:
    """Name -> country and whether it was concluded."""
    found = find_people(text, read_layout(text))
    everybody = (*found.participants, *found.persons)
    return {p.name: (p.country, "country" in p.derived) for p in everybody}


TOLD = {
    "rows with dots": (
        "Security Council\n\nPresident:  Mr. Ode . . . . . .  (Germany)\n\n"
        "Members:  Belgium  . . . . . .  Ms. van Fen\n          China  . . . . . . .  Mr. Yao\n",
        {"Ode": ("Germany", False), "van Fen": ("Belgium", False), "Yao": ("China", False)},
    ),
    "columns under countries": (
        "Memorandum of Conversation\n\nPARTICIPANTS:\n\nNorway\t\tPeru\n"
        "Minister Ida Fen\t\tMinister Jan Ode\nMr. Al Tor\t\tMs. Eva Roa\n\n"
        "Minister Fen spoke of cod.\n",
        {
            "Ida Fen": ("Norway", False),
            "Jan Ode": ("Peru", False),
            "Al Tor": ("Norway", False),
            "Eva Roa": ("Peru", False),
        },
    ),
    "bullets under countries": (
        "Memorandum of Conversation\n\nPARTICIPANTS\n• Norway\n• Minister of Trade Ida Fen\n"
        "• Mr. Al Tor, Director, Ferry Division\n• Peru\n• Ambassador Jan Ode\n\n"
        "Minister Fen spoke of cod.\n",
        {
            "Ida Fen": ("Norway", False),
            "Al Tor": ("Norway", False),
            "Jan Ode": ("Peru", False),
        },
    ),
    "ministers in a telegram": (
        "Telegram From the Embassy in Norway to the Department of State\n\n"
        "I called on Prime Minister Fen, who spoke of cod.\n",
        {"Fen": ("Norway", True)},
    ),
    "a list of one group": (
        "Memorandum of Conversation\n\nPARTICIPANTS:\nThe Secretary\nAmbassador Jan Ode of Peru\n"
        "Mr. Al Tor, ARA\n\nAmbassador Ode said that cod was dear.\n\nMr. Tor agreed.\n",
        {"Jan Ode": ("Peru", False), "Al Tor": (None, False)},
    ),
    "rows of a table": (
        "Cod Conference\n\nNorway | Ms. Ida Fen, Minister\nPeru | Mr. Jan Ode, Minister\n",
        {"Ida Fen": ("Norway", False), "Jan Ode": ("Peru", False)},
    ),
    "a country after the last of several": (
        "Cod Conference\n\nIt was attended by Ms. Ida Fen, Minister of Trade, and Mr. Jan Ode,"
        " Minister of Defense, from Norway, and by Ms. Eva Tor, Minister of Trade, from Peru.\n",
        {"Ida Fen": ("Norway", True), "Jan Ode": ("Norway", True), "Eva Tor": ("Peru", True)},
    ),
    "whom a minister tells of": (
        "Talks on Cod\n\nMinister Fen of Norway met Minister Ode of Peru. Minister Ode said that"
        " President Roa would come. Minister Fen quoted Senator Grey on cod.\n",
        {
            "Fen": ("Norway", False),
            "Ode": ("Peru", False),
            "Roa": ("Peru", True),
            "Grey": ("Norway", True),
        },
    ),
    "greetings of one's own": (
        "Talks on Cod\n\nMinister Fen of Norway met Minister Ode of Peru. Minister Ode conveyed the"
        " greetings of President Roa.\n",
        {"Fen": ("Norway", False), "Ode": ("Peru", False), "Roa": ("Peru", True)},
    ),
    "a league of two countries": (
        "Call\n\nMs. Ida Fen, President of the Timor-Leste-Norway Parliamentary Friendship Group,"
        " came.\n",
        {"Ida Fen": ("Timor-Leste", True)},
    ),
    "a desk for the other country": (
        "Norway-Peru Talks on Cod\n\nMinister Fen of Norway met Minister Ode of Peru. Director of"
        " the Norwegian Division Roa also attended.\n",
        {"Fen": ("Norway", False), "Ode": ("Peru", False), "Roa": ("Peru", True)},
    ),
    "groups of those who were there": (
        "THE WHITE HOUSE\n\nMEMORANDUM OF CONVERSATION\n\nPARTICIPANTS:\n\nPresident Grey\n"
        "Dr. Fen, Secretary of State\n\nMr. Jan Ode, Minister of Trade of Peru\n"
        "Ms. Eva Tor, Ambassador\n\nTalks\n\nMr. Ode spoke of cod.\n",
        {
            "Grey": ("United States", True),
            "Fen": ("United States", True),
            "Jan Ode": ("Peru", False),
            "Eva Tor": ("Peru", True),
        },
    ),
    "parts of a journey": (
        "Visit to Norway and Peru by Vice-Minister Taro Kono\n\n1. Norway (May 3)\n\n(1) Meeting"
        " with Minister Fen\n\nMinister Fen spoke of cod.\n\n2. Peru (May 5)\n\n(1) Meeting with"
        " Minister Ode\n\nMinister Ode spoke of cod.\n",
        {"Taro Kono": ("Japan", True), "Fen": ("Norway", True), "Ode": ("Peru", True)},
    ),
    "whom one meets": (
        "Norway-Peru Talks on Cod\n\nMinister Fen of Norway met Minister Ode of Peru. On the same"
        " day, Minister Fen, who this morning met with President Roa, left.\n",
        {"Fen": ("Norway", False), "Ode": ("Peru", False), "Roa": ("Peru", True)},
    ),
    "greetings conveyed by another": (
        "Talks on Cod\n\nMinister Fen of Norway met Minister Ode of Peru. The greetings of"
        " President Roa were conveyed by Minister Ode.\n",
        {"Fen": ("Norway", False), "Ode": ("Peru", False), "Roa": ("Peru", True)},
    ),
    "a body of the country": (
        "Talks\n\nMs. Ida Fen, Minister of Trade and the Canadian Coast Guard, and Mr. Jan Ode,"
        " Secretary of the Polish Workers Party, met.\n",
        {"Ida Fen": ("Canada", True), "Jan Ode": ("Poland", True)},
    ),
    "a ministry after the name": (
        "Peru-Hungary Talks\n\nMinister Fen and Mr. Jan Ode of the Hungarian Ministry of Trade"
        " met.\n",
        {"Fen": ("Peru", True), "Jan Ode": ("Hungary", False)},
    ),
    "a seat of government": (
        "Dinner\n\nPresident Jan Ode received Ms. Ida Fen, Prime Minister of Peru, at the Élysée"
        " Palace in Paris. Mr. Al Tor, Secretary for Trade, was there.\n",
        {"Jan Ode": ("France", True), "Ida Fen": ("Peru", False), "Al Tor": ("France", True)},
    ),
    "one's own envoy": (
        "Ministry of External Affairs\nGovernment of India\n\nIndia-Peru Talks\n\nMinister Jan"
        " Ode of Peru came to India. Ambassador Ida Fen was also present.\n",
        {"Jan Ode": ("Peru", False), "Ida Fen": ("India", True)},
    ),
    "who came along": (
        "Visit of Crown Prince Al Ode of Jordan\n\nCrown Prince Al Ode of Jordan met Prime"
        " Minister Fen of Peru. Minister of Planning Roa accompanied him.\n",
        {"Al Ode": ("Jordan", False), "Fen": ("Peru", False), "Roa": ("Jordan", True)},
    ),
    "a name that cannot be Japanese": (
        "Japan-Mongolia Summit Talk\n\nPrime Minister Shigeru Onodera held talks with Mr. Bat Ode,"
        " President of Mongolia. Foreign Minister Gombojav sat in.\n",
        {
            "Shigeru Onodera": ("Japan", True),
            "Bat Ode": ("Mongolia", False),
            "Gombojav": ("Mongolia", True),
        },
    ),
    "the page of a ministry": (
        "Ministry Statement: Visit of Minister Fen to the Kingdom of Norway\n\n3 May 2004\n\n"
        "Minister Fen visited Oslo. Minister Fen called on Prime Minister Ode.\n\n"
        "MINISTRY OF FOREIGN AFFAIRS\nSINGAPORE\n3 MAY 2004\n",
        {"Fen": ("Singapore", True), "Ode": ("Norway", True)},
    ),
    "a country behind an office": (
        "Forum Ministers' Meeting\n\nThe following attended: Hon Ida Fen MP, Minister for Trade, "
        "Norway; Jan Ode, Minister of Health (Peru); and Ms. Eva Roa, Minister of Trade, Chile.\n",
        {"Ida Fen": ("Norway", False), "Jan Ode": ("Peru", False), "Eva Roa": ("Chile", False)},
    ),
    "who led a delegation": (
        "Talks on Cod\n\nMinister Ida Fen led the Norwegian delegation. Jan Ode, Minister of "
        "Trade, headed the delegation of Peru. The Chilean delegation was led by the Hon. Eva Roa, "
        "EGH, MP, Minister of Trade, and included Ms. Al Tor.\n",
        {
            "Ida Fen": ("Norway", False),
            "Jan Ode": ("Peru", False),
            "Eva Roa": ("Chile", False),
            "Al Tor": ("Chile", True),
        },
    ),
    "names with the letters of Vietnam": (
        "Talks between Norway and Viet Nam\n\nMinister Ida Fen met Mr. Nguyễn Đức Thịnh, "
        "Vice Minister of Trade, in Oslo.\n",
        {"Ida Fen": ("Norway", True), "Nguyễn Đức Thịnh": ("Vietnam", True)},
    ),
    "a letter that he or she brought": (
        "Minister Fen meets Minister Roa of Peru\n\nMinister Ida Fen of Norway met Ms. Eva Roa, "
        "Minister of Trade of Peru.\n\nMinister Roa thanked her. She handed over a letter from "
        "Prime Minister Jan Ode.\n",
        {"Ida Fen": ("Norway", False), "Eva Roa": ("Peru", False), "Jan Ode": ("Peru", True)},
    ),
    "who represents a country": (
        "Talks on Cod\n\nNorway (Minister Ida Fen) sat. Peru was represented by Ms. Eva Roa, and "
        "Chile by Mr. Jan Ode. Mr. Al Tor, on behalf of Malta, and Minister Bo Lund, representing "
        "Oman, agreed. It was signed for Chad by Minister Aya Zed.\n",
        {
            "Ida Fen": ("Norway", False),
            "Eva Roa": ("Peru", False),
            "Jan Ode": ("Chile", False),
            "Al Tor": ("Malta", False),
            "Bo Lund": ("Oman", False),
            "Aya Zed": ("Chad", False),
        },
    ),
    "an office that one state has": (
        "Talks on Cod\n\nTaoiseach Ida Fen spoke of cod.\n",
        {"Ida Fen": ("Ireland", True)},
    ),
}


@pytest.mark.parametrize("how", TOLD)
def test_a_country_is_told_elsewhere(how: str) -> None:
    text, expected = TOLD[how]
    assert countries(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Talks\n\nMinister Fen met Minister Jan Ode and Minister Eva Tor of Norway.\n",
        "Talks\n\nMinister Fen of Peru spoke of her meeting with President Jan Ode.\n",
        "Talks\n\nMinister Fen of Peru said that he thanked Norway. Minister Jan Ode came.\n",
    ],
)
def test_a_country_is_not_guessed(text: str) -> None:
    assert countries(text)["Jan Ode"] == (None, False)


def test_a_row_that_is_a_name_and_a_country() -> None:
    present = "PRESENT:  Ms. Jane Roe (Chair)\n          Dr. Eva Poe, Norway\n"
    text = f"Minutes of the Cod Board\n\n{present}"
    people = parse(f"{text}\n1. Ice\nThe Chair spoke.\n", id="x", thesaurus=Thesaurus.default())
    assert [(one.name, one.country) for one in people.participants] == [
        ("Jane Roe", None),
        ("Eva Poe", "Norway"),
    ]


@pytest.mark.parametrize(
    ("between", "told"),
    [
        (" Kindly met ", "Norway"),
        (" early today held talks with ", "Norway"),
        (" and ", None),
        (" Kindly" * 40 + " and ", None),
    ],
)
def test_who_meets_whom_is_read_in_one_way(between: str, told: str | None) -> None:
    one: Any = SimpleNamespace(start=0, end=3, tail=3)
    two: Any = SimpleNamespace(start=3 + len(between))
    first, second = Draft(("fen",), country="Oman"), Draft(("ode",))
    across(f"Fen{between}Ode", [(one, first), (two, second)], ("Oman", "Norway"))
    assert second.country == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Peru-Norway Friendship League", "Peru"),
        ("Peru–South Africa Parliamentary Friendship Group", "Peru"),
        ("Friendship League", None),
        (f"Peru-{'Aa-' * 3000} Friendship", None),
    ],
)
def test_of_whose_league_somebody_is(body: str, told: str | None) -> None:
    text = f"Talks\n\n3 May 2004\n\nMr. Jan Ode, Secretary of the {body}, met Ms. Eva Tor.\n"
    assert countries(text)["Jan Ode"][0] == told
