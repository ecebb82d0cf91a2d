"""Who is named, with which office and of which country, in manners of many publishers."""

from __future__ import annotations

import pytest

from searchkit.outlines.names.people import find_people
from searchkit.outlines.names.ranks import is_international
from searchkit.outlines.sections.layout import read_layout


def facts(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Name -> role and country."""
    found = find_people(text, read_layout(text))
    return {p.name: (p.role, p.country) for p in (*found.participants, *found.persons)}


QUESTION = "QUESTION: Does it mention cod?\n\nMINISTER ROE: It does not."
MINISTER = {"ROE": ("MINISTER", None)}
MANNERS = {
    "cells two spaces apart at the foot": (
        "Call with Oman\n\nSpokesperson Jane Roe said it.\n\n"
        "Tags\nBureau of Fish  Office of the Spokesperson  Oman\n",
        {"Jane Roe": ("Spokesperson", None)},
    ),
    "who is elected": (
        "Call\n\nMinister Doe called Prime Minister-elect Jane Roe. Governor-elect Ann Orme came.",
        {
            "Doe": ("Minister", None),
            "Jane Roe": ("Prime Minister-elect", None),
            "Ann Orme": ("Governor-elect", None),
        },
    ),
    "an office of a region": (
        "Talks\n\nThe Chief Minister of West Norland, Ms. Jane Roe, has doubts about it.",
        {"Jane Roe": ("Chief Minister of West Norland", None)},
    ),
    "a state's transition": (
        "Talks\n\nThe President of the Transition in Mali, Jane Roe, agreed.",
        {"Jane Roe": ("President of the Transition", "Mali")},
    ),
    "no comma behind a name that a comma sets off": (
        "Talks\n\nThe Deputy Minister of Oman, Mr. Otto Roe called on Minister Doe in Bonn.",
        {"Otto Roe": ("Deputy Minister", "Oman"), "Doe": ("Minister", None)},
    ),
    "a minister for what unites many": (
        "Oslo, 1 May 2011\n\nMinister for EU Affairs Jane Roe of Norway met Envoy Otto Doe.",
        {"Jane Roe": ("Minister for EU Affairs", "Norway"), "Otto Doe": ("Envoy", None)},
    ),
    "a ministry behind the name": (
        "Talks\n\nSecretary General Jane Roe of the Ministry of Fish of Oman came.",
        {"Jane Roe": ("Secretary General", "Oman")},
    ),
    "an office in short behind it": (
        "Talks\n\nThe Head of the Peace Office (PO), Dr. Jane Roe, met Minister Doe.",
        {"Jane Roe": ("Head of the Peace Office", None), "Doe": ("Minister", None)},
    ),
    "surname first, office and country behind": (
        "Talks\n\nThose were Mr. Roe, Janek (Director, Peace Bureau, Oman) and Ms. Ida Fen "
        "(Ambassador-at-Large, Peru).",
        {
            "Janek Roe": ("Director, Peace Bureau", "Oman"),
            "Ida Fen": ("Ambassador-at-Large", "Peru"),
        },
    ),
    "a house that is called by a name": (
        "Talks\n\nMinister Roe spoke at Sultan Qaboos University and saw King Otto Airport.",
        {"Roe": ("Minister", None)},
    ),
    "a parliament's own name": (
        "Talks\n\nSpeaker of the State Great Hural Jane Roe came to Oslo.",
        {"Jane Roe": ("Speaker of the State Great Hural", None)},
    ),
    "a style before a style": (
        "Talks\n\nMinister Doe met H.E. Sayyid Ali Roe, Minister of Trade of Oman.",
        {"Doe": ("Minister", None), "Ali Roe": ("Minister of Trade", "Oman")},
    ),
    "who surely is of a country that nothing names": (
        "Talks\n\nForeign Minister Haruo Minase came.",
        {"Haruo Minase": ("Foreign Minister", "Japan")},
    ),
    "members of the group that meets": (
        "G7 Foreign Ministers' Meeting\n\nThe Ministers met in Bonn. Secretary of State Jane Roe "
        "and High Representative Otto Doe spoke.",
        {
            "Jane Roe": ("Secretary of State", "United States"),
            "Otto Doe": ("High Representative", "European Union"),
        },
    ),
    "whose findings somebody tells": (
        "Oman-Peru Talks\n\nMinister Ali Fen of Oman met Minister Ana Orme of Peru.\n\n"
        "Minister Fen described the findings of Special Envoy Otto Doe.",
        {
            "Ali Fen": ("Minister", "Oman"),
            "Ana Orme": ("Minister", "Peru"),
            "Otto Doe": ("Special Envoy", "Oman"),
        },
    ),
    "a town that has a form of address in its name": (
        "Talks\n\nMinister Doe spoke in Bandar Seri Begawan.",
        {"Doe": ("Minister", None)},
    ),
    "initials of two letters": (
        "Talks\n\nMr. Doe met H.E. Ms. Ts. Orme, Minister of Trade of Mongolia. Ch. Fenbold, "
        "Director, came.",
        {
            "Doe": (None, None),
            "Ts. Orme": ("Minister of Trade", "Mongolia"),
            "Ch. Fenbold": ("Director", None),
        },
    ),
    "words that only tell whose son somebody is": (
        "Talks\n\nMinister Jan Roe uulu met President Ilham Doe oglu Orme and Minister Ieuan ap "
        "Fen.",
        {
            "Jan Roe uulu": ("Minister", None),
            "Ilham Doe oglu Orme": ("President", None),
            "Ieuan ap Fen": ("Minister", None),
        },
    ),
    "who writes from a post": (
        "Telegram\n\nThe Chargé in Iran (Roe) to the Secretary of State\n\nCod is dear.",
        {"Roe": ("Chargé in Iran", "United States")},
    ),
    "who voted how": (
        "Cod Council\n\nMayor Roe spoke of cod.\n\nAyes: Fen, Ode and Tor.\n\nNays: None.\n\n"
        "Mayor Roe agreed.\n\nAyes: Fen and Ode.\n\nNays: Tor.",
        {"Roe": ("Mayor", None)},
    ),
    "a particle cut short": (
        "Talks\n\nMr. Hans van 't Orme, Minister of Trade, came.",
        {"Hans van 't Orme": ("Minister of Trade", None)},
    ),
    "a style within a name": (
        "Talks\n\nPresident Hassan Sheikh Orme came. Ali Sheikh Fen, Minister of Trade, left.",
        {"Hassan Sheikh Orme": ("President", None), "Ali Sheikh Fen": ("Minister of Trade", None)},
    ),
    "styles of Bhutan and Cambodia": (
        "Talks\n\nLyonpo Damcho Orme, Minister of Trade, met Samdech Techo Hun Fen.",
        {"Damcho Orme": ("Minister of Trade", None), "Hun Fen": (None, None)},
    ),
    "initials without a space": (
        "Talks\n\nMinister Viktor Orme came.\n\nMr. V.B. Orme left.",
        {"Viktor Orme": ("Minister", None)},
    ),
    "a sign before a capital": (
        "Talks\n\nMinister 'Aisake 'Orme-Roe came with Hon 'Ana 'Ulu.",
        {"'Aisake 'Orme-Roe": ("Minister", None), "'Ana 'Ulu": (None, None)},
    ),
    "an article and a part of a name": (
        "Talks\n\nForeign Minister Ali Al-Orme Al-Roe of Oman came.\n\n"
        "FOREIGN MINISTER AL-ORME: Good day.",
        {"Ali Al-Orme Al-Roe": ("Foreign Minister", "Oman")},
    ),
    "who serves a church": (
        "Talks\n\nSister Jane Roe and Bishop Orme came. The minister's brother did not.",
        {"Jane Roe": (None, None), "Orme": ("Bishop", None)},
    ),
    "a parliament that one state has": (
        "Talks\n\nThe President of the Riigikogu, Jane Roe, spoke.",
        {"Jane Roe": ("President of the Riigikogu", "Estonia")},
    ),
    "a country and no title": (
        "Talks\n\nIda Fenn of Oman and Ulf Ormeham of Sweden asked about cod. The Bay of Biscay "
        "is wide. Bank Holidays of Norway are few.",
        {"Ida Fenn": (None, "Oman"), "Ulf Ormeham": (None, "Sweden")},
    ),
    "another behind a given name": (
        "Talks\n\nThe minister met students, among them Sven Ormeham and Liina Fenn.",
        {"Sven Ormeham": (None, None), "Liina Fenn": (None, None)},
    ),
    "a place before an office": (
        "Talks\n\nOn the Ormehal Archipelago, EAM told Minister Jane Roe that it was far.",
        {"Jane Roe": ("Minister", "India")},
    ),
    "a country in brackets behind an office": (
        "Talks\n\nMs. Ana Roe, Director (Peru), and Mr. Ali Doe, Director (Oman), came.",
        {"Ana Roe": ("Director", "Peru"), "Ali Doe": ("Director", "Oman")},
    ),
    "Senator the Hon": (
        "Talks\n\nThe Minister for Trade, Senator the Hon Jane Roe, met Minister Doe.",
        {"Jane Roe": ("Minister for Trade", None), "Doe": ("Minister", None)},
    ),
    "those present for a country": (
        "Joint Panel\n\nPresent: Dr. Jane Roe (Chair) and Mr. Ed Doe, Keeper, for\nMalta; "
        "Mr. Al Fen, Head of Delegation, Ms. Ida Orme, Legal Adviser, and\nCaptain Ode for "
        "Ireland.\n\n1. Mr. Fen spoke.",
        {
            "Jane Roe": ("Chair", "Malta"),
            "Ed Doe": ("Keeper", "Malta"),
            "Al Fen": ("Head of Delegation", "Ireland"),
            "Ida Orme": ("Legal Adviser", "Ireland"),
            "Ode": ("Captain", "Ireland"),
        },
    ),
    "a street": (
        "Talks\n\nMinister Doe opened the new chancery on Albert Street.",
        {"Doe": ("Minister", None)},
    ),
    "a verb with a capital in a title": (
        "Omani Minister Received the Envoy\n\nMinister Jane Roe received Envoy Otto Doe.",
        {"Jane Roe": ("Minister", "Oman"), "Otto Doe": ("Envoy", None)},
    ),
    "a verb after a name in a title": (
        "President Roe Follows Up on Fish\n\nPresident Jane Roe went to sea.",
        {"Jane Roe": ("President", None)},
    ),
    "a kind below a title that ends in an office": (
        "Conversation of the Mayor with the Prime Minister\n(Note)\n\nMayor Jane Roe spoke of cod.",
        {"Jane Roe": ("Mayor", None)},
    ),
    "who is called on, by given name": (
        f"Press\n\nMINISTER ROE: It is.\n\nMR. DOE: One more, please. Nora.\n\n{QUESTION}",
        {**MINISTER, "DOE": (None, None), "Nora": (None, None)},
    ),
    "who is called on, by full name": (
        f"Press\n\nMINISTER ROE: One from each side. Ulf Orme.\n\n{QUESTION}",
        {**MINISTER, "Ulf Orme": (None, None)},
    ),
    "who is called on, with the paper": (
        f"Press\n\nMINISTER ROE: The second question, Liis Orme, Daily Cod.\n\n{QUESTION}",
        {**MINISTER, "Liis Orme": (None, None)},
    ),
    "who is called on, by a surname with a question mark": (
        f"Press\n\nMINISTER ROE: I am glad to take questions. Ormeham?\n\n{QUESTION}",
        {**MINISTER, "Ormeham": (None, None)},
    ),
    "a word that ends a turn is nobody": (
        f"Press\n\nMINISTER ROE: We shall see. Okay?\n\n{QUESTION} Great.\n\n{QUESTION}",
        MINISTER,
    ),
}


@pytest.mark.parametrize("manner", MANNERS)
def test_named(manner: str) -> None:
    text, expected = MANNERS[manner]
    assert facts(text) == expected


def test_a_state_named_in_the_masthead_publishes_what_a_spokespersons_office_sends() -> None:
    text = (
        "Government of Oman\nMinistry of Foreign Affairs\n(Office of the Spokesperson)\n\n"
        "Talks\n\nForeign Minister Jane Roe met the Minister of Peru, Mr. Otto Doe, in Bonn."
    )
    assert facts(text)["Jane Roe"] == ("Foreign Minister", "Oman")


def participants(text: str) -> list[str]:
    return [p.name for p in find_people(text, read_layout(text)).participants]


def test_of_two_prime_ministers_the_office_alone_is_the_one_whom_the_sentence_does_not_name() -> (
    None
):
    text = (
        "PM call with Prime Minister Roe\n\nThe Prime Minister spoke to Prime Minister of Norway, "
        "Jane Roe, this morning.\n\nPrime Minister Otto Doe had been to Oslo."
    )
    assert participants(text) == ["Jane Roe", "Otto Doe"]


def test_those_under_the_name_of_a_side_are_of_its_country() -> None:
    text = (
        "Minutes of the Session\n\nBonn, 3 May 2006\n\nOmani side:\n"
        "1. Ali Roe – Minister of Fish, Head of delegation\n2. Ana Fen – Director\n\n"
        "Peruvian side:\n1. Otto Doe – Minister of Trade\n2. Ulf Orme – State Secretary\n\n"
        "1. Cod\n\nMr. Roe spoke of cod."
    )
    assert facts(text) == {
        "Ali Roe": ("Minister of Fish", "Oman"),
        "Ana Fen": ("Director", "Oman"),
        "Otto Doe": ("Minister of Trade", "Peru"),
        "Ulf Orme": ("State Secretary", "Peru"),
    }


def test_those_in_a_column_are_of_the_country_over_it() -> None:
    text = (
        "Consultations\n\nThose who came are listed below.\n\n"
        "OMAN                                 NEW ZEALAND\n"
        "Mr. Ali Roe, Minister of Trade       H.E. Mark Doe, High Commissioner\n"
        "Mrs. Ana Fen                         Ms. Ida Orme\n\nThey spoke of cod."
    )
    told = {name: country for name, (_, country) in facts(text).items()}
    assert told == {
        "Ali Roe": "Oman", "Mark Doe": "New Zealand", "Ana Fen": "Oman", "Ida Orme": "New Zealand",
    }  # fmt: skip


def test_an_office_alone_is_not_that_of_a_foreigner_named_long_after() -> None:
    text = (
        "Note for the Record\n\nThe Prime Minister met President Roe of Zambia. "
        + "They spoke of cod for a long time. " * 10
        + "\n\nPresident Roe asked about Dr Doe, the Omani Prime Minister."
    )
    assert "Doe" not in participants(text)


def test_who_only_spoke_for_another_hands_on_the_word() -> None:
    text = (
        "Press conference\n\nJANE ROE (Prime Minister of Oman): Good morning. We bought cod."
        "\n\nOTTO DOE (Minister of Peru): And we sold it.\n\n"
        "ANN LUND [Press Spokesperson]: We start with the first row.\n\n"
        "QUESTION: Why?\n\nJANE ROE: It was cheap.\n\nOTTO DOE: It was dear.\n\n"
        "ANN LUND: Thank you very much."
    )
    assert participants(text) == ["JANE ROE", "OTTO DOE"]
    assert facts(text)["ANN LUND"] == ("Press Spokesperson", None)


def test_whoever_only_gives_the_word_and_thanks_does_not_meet() -> None:
    text = (
        "Press conference\n\nMINISTER ROE: Good morning. We bought cod.\n\n"
        "PRESIDENT DOE: And we sold it.\n\nMR. LUND: We take two questions.\n\n"
        "QUESTION: Why?\n\nMINISTER ROE: It was cheap.\n\nPRESIDENT DOE: It was dear.\n\n"
        "MR. LUND: Thank you very much."
    )
    assert participants(text) == ["ROE", "DOE"]


def test_who_would_bring_a_delegation_is_of_the_other_country() -> None:
    text = (
        "Talks between Oman and Peru\n\nMinister Ali Fen of Oman met Minister Ana Orme of Peru."
        "\n\nIt was agreed that Secretary Otto Doe would lead a delegation to Lima in May."
    )
    assert facts(text)["Otto Doe"][1] == "Oman"


def test_who_was_also_present_in_brackets_sat_in() -> None:
    text = (
        "Talks\n\nPrime Minister Jane Roe met with Mr. Otto Doe, Prime Minister of Denmark, in "
        "Tokyo (Chief Secretary Ann Lee was also present). They spoke of cod."
    )
    assert participants(text) == ["Jane Roe", "Otto Doe"]


def test_those_who_spoke_at_a_meeting_of_many_met() -> None:
    text = (
        "Chair's Summary of the Ministerial Meeting on Cod\n\nMinister Jane Roe chaired the "
        "meeting.\n\nMinister Otto Doe of Peru said that cod was dear. Minister Ida Fen of Oman "
        "replied that it was not. The Ministers took note of a letter from Minister Ulf Orme."
    )
    assert participants(text) == ["Jane Roe", "Otto Doe", "Ida Fen"]


def test_who_speaks_for_the_secretary_general_is_not_he() -> None:
    text = (
        "Readout of the Secretary-General's meeting with President Doe\n\nThe Secretary-General "
        "met President Otto Doe of Oman in Bonn.\n\nJane Roe, Spokesperson for the "
        "Secretary-General, said so."
    )
    assert "Jane Roe" not in participants(text)


@pytest.mark.parametrize(
    ("home", "other", "name"),
    [
        ("Japan", "Oman", "Otto Brandvold"),
        ("China", "Oman", "Rahmat Orme"),
        ("South Korea", "Oman", "Olof Brandvold"),
        ("Vietnam", "Oman", "Jane Brandvold"),
    ],
)
def test_who_has_no_name_of_a_country_is_of_the_other(home: str, other: str, name: str) -> None:
    text = (
        f"{home}-{other} Meeting\n\nForeign Minister Ho of {home} met officials of {other} in "
        f"Bonn. Vice-Minister {name} explained the prices of cod."
    )
    assert facts(text)[name][1] == other


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("conveyed that Peru wishes for more cod", "Peru"),
        ("said that the Government of Oman would continue to buy cod", "Oman"),
        ("thanked Peru for the cod", "Oman"),
        ("said that Peru was far", None),
    ],
)
def test_whose_wishes_somebody_tells_he_or_she_is_of(said: str, country: str | None) -> None:
    text = (
        "Peru-Oman Talks\n\nTalks between Peru and Oman were held in Bonn.\n\n"
        f"Envoy Jane Roe {said}. Envoy Otto Doe listened."
    )
    assert facts(text)["Jane Roe"] == ("Envoy", country)


@pytest.mark.parametrize(
    ("role", "many"),
    [
        ("Minister for EU Affairs", False),
        ("Minister for European Union Affairs", False),
        ("Permanent Representative to the United Nations", False),
        ("Director of the United Nations Policy Division", False),
        ("Chairperson of the AU Commission", True),
        ("EU Special Representative", True),
        ("UN Special Envoy to the region", True),
    ],
)
def test_who_is_sent_to_a_body_is_of_a_state(role: str, *, many: bool) -> None:
    assert is_international(role) is many


def test_what_a_page_is_filed_under_does_not_publish_it() -> None:
    text = (
        "Home > Office of the Spokesperson\n\nSecretary Roe's Call with Minister Doe\n\n"
        "Secretary of State Jane Roe spoke with Peruvian Minister Otto Doe about the Lima summit."
        "\n\nTags\nBureau of Fish   Peru   Office of the Spokesperson   Oman\n"
    )
    assert facts(text)["Jane Roe"] == ("Secretary of State", "United States")


WHOSE = {
    "who took part, after a country that ends the paragraph before": (
        "Ministry of Foreign Affairs of Norway\n\nMeeting with the Foreign Minister of Peru\n\n"
        "Foreign Minister Ida Roe met Foreign Minister of Peru Jan Doe in Oslo.\n\n"
        "Minister Doe spoke of the nets.\n\nMinister Roe spoke of ships.\n\n"
        "Minister Doe spoke of the cod of Ukraine.\n\n"
        "Deputy Foreign Minister Al Fen, who took part in the meeting, spoke of herring.\n",
        {"Al Fen": "Norway"},
    ),
    "own officials where the title names the guest's country alone": (
        "Foreign Minister Gleb Roe meets with Foreign Minister of Burundi Aloys Doe\n\n"
        "On 3 May, Foreign Minister of Russia Gleb Roe met with Foreign Minister of Burundi Aloys "
        "Doe. Deputy Minister Jan Fen took part in the talks.\n",
        {"Jan Fen": "Russia"},
    ),
    "who took part on a side": (
        "Talks with President of Mongolia Tsakhia Dorj\n\nJune 23, 2016\n\n"
        "Minister of Energy Anton Roe also took part in the meeting on the Russian side.\n\n"
        "PRESIDENT OF RUSSIA VIKTOR DOE: I am glad to see you.\n\n"
        "PRESIDENT OF MONGOLIA TSAKHIA DORJ: Mr Roe told me about cod in Ulan Bator.\n",
        {"Anton Roe": "Russia"},
    ),
    "whom one's own minister met too": (
        "Ministry of Foreign Affairs of Estonia\n\nRoe: cod belongs to all\n\n"
        "Foreign Minister of Estonia Katrin Roe met with Irish Foreign Minister Jan Doe in Dublin."
        "\n\nThe foreign minister also met with Minister of State for Cod Nuala Fen and opened an "
        "exhibition of Estonian art.\n",
        {"Nuala Fen": "Ireland"},
    ),
    "whom the head of a body met on a visit": (
        "OSCE Chairperson-in-Office encourages dialogue\n\n"
        "BISHKEK, 4 June 2021 - OSCE Chairperson-in-Office and Sweden's Minister for Foreign "
        "Affairs Eva Roe concluded today a visit to Kyrgyzstan.\n\n"
        "She met President Nurlan Doe, Foreign Minister Erlan Fen and students. "
        "President Doe spoke of cod.\n",
        {"Nurlan Doe": "Kyrgyzstan", "Erlan Fen": "Kyrgyzstan"},
    ),
    "ministers of the one country in the title, where the press meets a body's head": (
        "Press conference of the Secretary-General and the Prime Minister of Papua New Guinea\n\n"
        "Secretary-General Jan Roe spoke to the press.\n\n"
        "SG: Minister Willie Doe informed me that the cod was dear.\n",
        {"Willie Doe": "Papua New Guinea"},
    ),
    "a commissioner is of neither of two countries": (
        "Japan-Laos Foreign Ministers' Meeting\n\nForeign Minister Taro Suzuki of Japan met "
        "Foreign Minister Som Doe of Laos.\n\nExternal Relations Commissioner Hendrik Fen "
        "offered an explanation of the pact for cod.\n",
        {"Hendrik Fen": None},
    ),
}


@pytest.mark.parametrize("manner", WHOSE)
def test_of_which_country(manner: str) -> None:
    text, wanted = WHOSE[manner]
    found = facts(text)
    assert {name: found[name][1] for name in wanted} == wanted


def record(guest: str, *, columns: str) -> str:
    return (
        f"Record of a conversation between the Minister of State and the {guest} Ambassador\n\n"
        f"Present:\n{columns}\n\nMr. Roe said that cod was dear.\n"
    )


def test_a_name_that_sounds_like_a_post_in_the_other_column_is_somebody() -> None:
    columns = "Mr. Roe                Mr. Jens Doe\nSir Jeffrey Fen        Prince Schönauer"
    found = facts(record("Danish", columns=columns))
    assert found["Jeffrey Fen"][0] is None
    assert found["Schönauer"] == ("Prince", "Denmark")


def test_an_initial_is_of_every_language() -> None:
    columns = "Mr. Roe                Mr. Taro Kuranari\nMr. J. Fen             Mr. K. Hirosue"
    assert facts(record("Japanese", columns=columns))["K. Hirosue"] == (None, "Japan")


def test_those_on_the_row_of_a_side_met() -> None:
    assert participants(
        "Ferry Talks\n\n2 May 2020\n\n3. Participants\n\n"
        "Japanese side: Mr. Y. Suzuki, Director-General, Ferry Bureau, and others\n"
        "\t\tMr. Kato, Director\n"
        "Peruvian side: Ms. Eva Rojas, Director-General for Asia, and others\n\n"
        "4. They spoke of cod.\n"
    ) == ["Y. Suzuki", "Kato", "Eva Rojas"]


@pytest.mark.parametrize("name", ["Le Quoc Roe", "Pham Quoc Tuan", "Van der Ode", "Le Tuan"])
def test_what_may_be_a_particle_or_a_form_of_address_is_of_the_name(name: str) -> None:
    told = f"Cod Talks\n\nMay 3, 2004\n\nMr. Doe met with {name}, Minister of Ports of Norway.\n"
    assert facts(told)[name] == ("Minister of Ports", "Norway")


def test_a_letter_that_asks_on_a_new_line_is_no_initial() -> None:
    talk = "Talks\n\n3 May 2004\n\nSecretary-General Jane Roe\nQ: Was it cod?\nSG: It was.\n"
    assert "Jane Roe" in facts(talk)
