"""Of which country those are who need none where they are named: the page's own people."""

from __future__ import annotations

import pytest

from searchkit.outlines.names.people import find_people
from searchkit.outlines.sections.layout import read_layout


def countries(text: str) -> dict[str, str | None]:
    """Name -> country; all of them concluded, but where the text has ``of``."""
    found = find_people(text, read_layout(text))
    return {p.name: p.country for p in (*found.participants, *found.persons)}


TALK = "\n\nMinister Fen met Minister Jan Ode of Peru. Minister Ode spoke of cod.\n\n"

HOME = {
    "a government's web address": (
        "Meeting with Minister Ode" + TALK + "Contact: press@mfa.gov.lv\n",
        {"Fen": "Latvia", "Jan Ode": "Peru"},
    ),
    "a ministry's own domain": (
        "Meeting with Minister Ode" + TALK + "https://www.mofa.go.jp/press/\n",
        {"Fen": "Japan", "Jan Ode": "Peru"},
    ),
    "a telephone of the country": (
        "Meeting with Minister Ode\n\nMinister Fen met Minister Jan Ode of Peru. He thanked the"
        " Norwegians for cod.\n\nContact: Press Office\nTel. +47 55 50 01 10\n",
        {"Fen": "Norway", "Jan Ode": "Peru"},
    ),
    "a telephone abroad": (
        "Press conference of Minister Fen\n\nMinister Fen: Cod is dear.\n\nQuestion: Norwegian cod?"
        "\n\nMinister Fen: Yes.\n\nContact: press@cod.int\nTel. +47 55 50 01 10\n",
        {"Fen": None},
    ),
    "the chief of who answers the press": (
        "Press Conference by Foreign Minister Haruko Onodera\n\n3 May 2019\n\n"
        "Minister Onodera: Good morning. Japan will help.\n\n"
        "Reporter: And Prime Minister Kitano?\n\n"
        "Minister Onodera: Prime Minister Kitano said so yesterday.\n",
        {"Haruko Onodera": "Japan", "Kitano": "Japan"},
    ),
    "whom the minister met": (
        "Senator the Hon Ida Fen\nMinister for Foreign Affairs\n\nDoorstop interview, Suva"
        "\n\n3 May 2019\n\n"
        "IDA FEN, FOREIGN MINISTER: Good morning. This morning Prime Minister Ode told me"
        " that he was glad. Prime Minister Roa will be glad too.\n\nJOURNALIST: Why?\n\n"
        "IDA FEN: Ask him.\n",
        {"Ida Fen": "Australia", "Ode": "Fiji", "Roa": "Australia"},
    ),
    "two foreign ministers before the press": (
        "Senator the Hon Ida Fen\nMinister for Foreign Affairs\n\nDoorstop interview, Suva"
        "\n\n3 May 2019\n\n"
        "JAN ODE, MINISTER OF FOREIGN AFFAIRS: Good morning. I, Jan Ode, welcome you.\n\n"
        "IDA FEN, FOREIGN MINISTER: Thank you.\n\nJAN ODE: Thank you.\n\nIDA FEN: It is fine.\n",
        {"Ida Fen": "Australia", "Jan Ode": "Fiji"},
    ),
    "the country that a text tells most of": (
        "PM Fen Meets Peruvian President\n\nPrime Minister Fen met Peruvian President Jan Ode."
        " She said that Norway would never forget it. Safety Adviser Al Tor took part.\n\n"
        "Later she spoke with Omani Minister Eva Roa.\n",
        {"Fen": "Norway", "Jan Ode": "Peru", "Al Tor": "Norway", "Eva Roa": "Oman"},
    ),
    "two that a text tells as much of": (
        "PM Fen Meets Peruvian President\n\nPrime Minister Fen met Peruvian President Jan Ode."
        " She said that Norway would help. He said that Oman would help.\n",
        {"Fen": None, "Jan Ode": "Peru"},
    ),
    "a country beside the other's": (
        "Talks with Vice President Ode\n\nPresident Ida Fen held talks with Peru's Vice President"
        " Lt. Gen. Jan Ode. She said Kenya and Peru should trade. They spoke of Oman.\n",
        {"Ida Fen": "Kenya", "Jan Ode": "Peru"},
    ),
    "headings of a journey": (
        "Minister Onodera's Visit to Oman and Peru\n\nMinister Onodera went there from 3 to 5 May."
        "\n\nMeeting with Minister Roa (Muscat)\n\n1. Oman\n\nMinister Onodera said that Japan"
        " would help. Minister Eva Roa thanked her.\n\n2. Peru\n\nMinister Al Tor asked that Japan"
        " should help. Minister Onodera agreed.\n",
        {"Onodera": "Japan", "Eva Roa": "Oman", "Al Tor": "Peru"},
    ),
    "one's own, and whom one met, before the press": (
        "Joint Press Conference - Prime Minister of Norway and Prime Minister of Peru\n\n"
        "PRIME MINISTER FEN: Norway is glad. My Minister of Trade, Ms. Roa, is glad too.\n\n"
        "PRIME MINISTER ODE: Peru is glad. My meeting with Foreign Minister Tor was good.\n\n"
        "PRIME MINISTER FEN: Norway will help Peru.\n",
        {"FEN": "Norway", "Roa": "Norway", "ODE": "Peru", "Tor": "Norway"},
    ),
    "a reporter with a house": (
        "Press Conference by Foreign Minister Haruko Onodera\n\n3 May 2019\n\n"
        "Kitano, Asahi Shimbun: Will Japan help?\n\nMinister Onodera: Yes.\n\n"
        "Kitano, Asahi Shimbun: When?\n\nMinister Onodera: In May.\n",
        {"Haruko Onodera": "Japan", "Kitano": None},
    ),
    "a chamber over its country": (
        "House of Commons\nCANADA\n\nStanding Committee on Cod\n\nEVIDENCE\n\nMay 3, 2018\n\n"
        "Mr. Jan Ode (North Vik, Lib.): Why?\n\nMs. Ida Fen (Director, Ferries): It is scarce.\n\n"
        "Mr. Jan Ode: Thank you.\n\nMs. Ida Fen: Thank you.\n",
        {"Jan Ode": None, "Ida Fen": "Canada"},
    ),
    "whom a parliament hears": (
        "Committee on Cod\n\nOral evidence: Cod\n\n3 May 2018\n\nOrdered by the House of Commons to"
        " be published on 3 May 2018\n\nMembers present: Jan Ode (Chair); Ida Fen.\n\n"
        "Q1 Chair: Why?\n\nQ2 Ida Fen: Is Minister Eva Roa of Peru glad?\n\nJan Ode: Yes.\n\n"
        "Ida Fen: Thank you.\n",
        {"Jan Ode": None, "Ida Fen": None, "Eva Roa": "Peru"},
    ),
    "whom a body visits": (
        "Secretary General on official visit to Peru\n\nSecretary General Ida Fen met President Jan"
        " Ode and the Minister of Trade, Eva Roa.\n\nMs. Roa spoke of cod.\n",
        {"Ida Fen": None, "Jan Ode": "Peru", "Eva Roa": "Peru"},
    ),
    "whom a visitor met": (
        "Ministry of Trade\nGovernment of Peru\n\nPress Conference by Foreign Minister Ode\n\n"
        "MINISTER ODE: President Fen of Norway has come. The talks with Prime Minister Roa"
        " lasted an hour.\n\nQuestion: Why?\n\nMINISTER ODE: They were good.\n",
        {"Ode": "Peru", "Fen": "Norway", "Roa": "Peru"},
    ),
    "whose thanks an ambassador conveys": (
        "Courtesy Call\n\nMinister Fen of Norway met the Ambassador of Peru, Mr. Jan Ode. The"
        " Ambassador conveyed the thanks of Foreign Minister Eva Roa.\n",
        {"Fen": "Norway", "Jan Ode": "Peru", "Eva Roa": "Peru"},
    ),
    "where a record was kept": (
        "Record of Conversation\n\nPresent: Mr. Roe\n\nThe Minister of State, Mr. Jan Ode, said"
        " that cod was dear.\n\nFO 371/1201\n",
        {"Jan Ode": "United Kingdom", "Roe": None},
    ),
    "how its own people are addressed": (
        "Talks on cod\n\nSecretary (East) Shri Jan Ode met Minister Eva Roa of Peru.\n",
        {"Jan Ode": "India", "Eva Roa": "Peru"},
    ),
    "who is named first": (
        "Office of the President of the Republic of Finland\n\nForeign Minister Fen discussed cod"
        "\n\nForeign Minister Ida Fen met Foreign Minister Eva Roa of Peru. They spoke of Oman.\n",
        {"Ida Fen": "Finland", "Eva Roa": "Peru"},
    ),
    "a chief whom the country has not": (
        "Department of State\n\nDaily Press Briefing\n\nMr. Ode: Good morning. The Secretary"
        " spoke of Burundi yesterday. Prime Minister Jan Tor promised to help.\n\n"
        "QUESTION: And Norway?\n\nMr. Ode: I have nothing on Norway.\n",
        {"Ode": None, "Jan Tor": "Burundi"},
    ),
    "a chief who is another in the country": (
        "Meeting with Prime Minister of Armenia Jan Ode\n\nKremlin, Moscow\n\nPresident of Russia"
        " Ida Fen met Prime Minister of Armenia Jan Ode. When they spoke in June, President Tor"
        " asked for cod, the Prime Minister of Armenia recalled.\n",
        {"Ida Fen": "Russia", "Jan Ode": "Armenia", "Tor": "Armenia"},
    ),
    "officials beside other countries": (
        "Government of Kenya\nState House, Nairobi\n\nPresident Ida Fen met President Jan Ode of"
        " Peru at State House, Nairobi. Present were Agriculture Secretary Al Tor and Peru's envoy."
        " Chief Adviser Eva Roa had been to Oman.\n",
        {"Ida Fen": "Kenya", "Jan Ode": "Peru", "Al Tor": "Kenya", "Eva Roa": "Kenya"},
    ),
    "who was there for each": (
        "Note of a meeting\n\nMinister Jan Ode of Peru met Minister Ida Fen of Norway. Present on"
        " the Peruvian side were Mr. A. Tor and Ms. Eva Roa; and on the Norwegian side Mr. Bo"
        " Lie.\n",
        {
            "Jan Ode": "Peru",
            "Ida Fen": "Norway",
            "A. Tor": "Peru",
            "Eva Roa": "Peru",
            "Bo Lie": "Norway",
        },
    ),
    "whom a mission tells of": (
        "12. Telegram From the Embassy in Peru to the Department of State\n\nLima, October 2,"
        " 1959.\n\n1. Saw Prime Minister Ode today. Permanent Secretary Roa also present."
        " Counselor Fen took notes.\n",
        {"Ode": "Peru", "Roa": "Peru", "Fen": "United States"},
    ),
    "an embassy of one in another": (
        "EMBASSY OF NORWAY IN OMAN\n\n3 May 1966\n\nReceived Deputy Premier Ode at his request. He"
        " spoke of cod. Counselor Roa was present.\n",
        {"Ode": "Oman", "Roa": "Norway"},
    ),
    "a capital before the date of a cablegram": (
        "118 Cablegram\n\nCablegram, Lima, 21 February 1951\n\nI saw Foreign"
        " Minister Ode this morning. The Netherlands High Commissioner, van der Roe, was"
        " glad.\n\n[AA : A1838]\n",
        {"Ode": "Peru", "van der Roe": "Netherlands"},
    ),
    "those who meet among themselves": (
        "Home > Federal Reserve\n\nMinutes of the Board\n\n3 May 2008\n\nPresent:\nMr. Ode,"
        " Chairman\nMr. Tor\nMs. Roa\n\nMr. Tor spoke of rates. Ms. Roa agreed.\n",
        {"Ode": None, "Tor": None, "Roa": None},
    ),
    "whom his surname alone tells": (
        "Note\n\nMr. Fen said that Mr. Khrushchev had been told of the Soviet cod.\n",
        {"Fen": None, "Khrushchev": "Soviet Union"},
    ),
    "two columns without heads": (
        "Record of a conversation between the Foreign Secretary and the Foreign Minister of"
        " Peru\n\nForeign Office, S.W.1\n\nPresent:\n\n"
        "The Rt Hon Jan Ode MP          H E Dr Eva Roa\n"
        "Sir Al Tor                      Mr Bo Lie\nMr C Fen\n\n1. Mr Ode welcomed Dr Roa.\n",
        {
            "Jan Ode": "United Kingdom",
            "Eva Roa": "Peru",
            "Al Tor": "United Kingdom",
            "Bo Lie": "Peru",
            "C Fen": "United Kingdom",
        },
    ),
    "who signs": (
        "12. Telegram From the Embassy in Peru to the Department of State\n\nLima, May 2, 1959.\n\n"
        "1. Saw Foreign Minister Ode today. He spoke of cod.\n\nFen\n",
        {"Ode": "Peru", "Fen": "United States"},
    ),
    "who told the members": (
        "Cod\n\nIda Fen (North Vik) (Lab) Why?\n\nJan Ode (South Vik) (Con) The Government of"
        " Peru pays. Minister Al Tor told a delegation that cod was dear.\n\nIda Fen I agree.\n",
        {"Jan Ode": None, "Al Tor": "Peru"},
    ),
    "who stands in the masthead": (
        "Visit of the Minister for Foreign Affairs of Oman\n\nSenator the Hon Ida Fen\n\n"
        "3 May 2021\n\nFOREIGN MINISTER FEN: Good morning. I welcome Foreign Minister Roe.\n\n"
        "FOREIGN MINISTER ROE: Thank you for the welcome.\n",
        {"Ida Fen": "Australia", "Roe": "Oman"},
    ),
    "who receives at a seat, in the passive": (
        "Office of the President of the Republic of Finland\n\nVisit to Iceland\n\n"
        "President Jan Ode began his visit to Iceland. He was received"
        " by President Eva Roa at Bessastaðir.\n",
        {"Jan Ode": "Finland", "Eva Roa": "Iceland"},
    ),
    "on whom one of two called": (
        "Peru-Norway Consultations\n\nThe consultations were held in Lima. Director Jan"
        " Ode of Norway met Director Al Tor of Peru. Deputy Director Jan Ode also paid a courtesy"
        " call on Minister Eva Roa.\n",
        {"Jan Ode": "Norway", "Al Tor": "Peru", "Eva Roa": "Peru"},
    ),
    "whom he brought": (
        "Talks\n\nPresident Jan Ode of Peru met President Ida Fen of Norway. President Ode spoke of"
        " cod. He is accompanied by the Minister for Trade, Eva Roa.\n",
        {"Jan Ode": "Peru", "Ida Fen": "Norway", "Eva Roa": "Peru"},
    ),
    "chiefs of whom nothing tells another": (
        "Ministry of External Affairs\nGovernment of India\n\nVisit of Foreign Minister of Oman\n\n"
        "Foreign Minister Jan Ode of Oman met External Affairs Minister Al Tor. He thanked Prime"
        " Minister Eva Roa for her visit to Oman and to Peru.\n",
        {"Jan Ode": "Oman", "Al Tor": "India", "Eva Roa": "India"},
    ),
    "an office that one of two has": (
        "Norway-U.S. Meeting\n\nMinister Jan Ode of Norway met Secretary of State Ida Fen of the"
        " United States. Secretary of Defense Eva Roa thanked him.\n",
        {"Jan Ode": "Norway", "Ida Fen": "United States", "Eva Roa": "United States"},
    ),
    "a state of its day": (
        "Talks on cod\n\n3 May 1971\n\nMinister Jan Ode of Norway met Prime Minister Al Tor of"
        " Ceylon. They spoke.\n\nMr. Ode asked about Berlin. Chancellor Fen hoped for more.\n",
        {"Jan Ode": "Norway", "Fen": "West Germany", "Al Tor": "Ceylon"},
    ),
    "whom one's own minister met": (
        "German-Peruvian Talks\n\nMinister Jan Ode of Peru came to Germany and met Foreign Minister"
        " Ida Fen. Minister of State Eva Roa met with Minister of Trade Al Tor.\n",
        {"Jan Ode": "Peru", "Ida Fen": "Germany", "Eva Roa": "Germany", "Al Tor": "Peru"},
    ),
}


@pytest.mark.parametrize("how", HOME)
def test_the_country_of_a_page_is_that_of_its_own_people(how: str) -> None:
    text, expected = HOME[how]
    assert countries(text) == expected


def test_whose_visit_the_title_tells_of_by_office_is_not_of_the_countries_visited() -> None:
    text = (
        "Prime Minister's Visit to Ghana and Côte d'Ivoire\n(January 9 - 12)\n\nJanuary 15, 2014\n"
        "Cabinet Public Relations Office\n\n1. Côte d'Ivoire\n\nPrime Minister Ode met President "
        "Fen. President Fen of Côte d'Ivoire spoke of cod.\n"
    )
    layout = read_layout(text)
    assert layout.title == "Prime Minister's Visit to Ghana and Côte d'Ivoire (January 9 - 12)"
    found = find_people(text, layout)
    countries = {p.name: p.country for p in (*found.participants, *found.persons)}
    assert countries == {"Ode": "Japan", "Fen": "Cote d'Ivoire"}


BOARD = """{title}
12 March 2014

Present:
Ms Roe, Chair
Mr Fen, Governor
Ms Ode, Minister of Fisheries

1. Cod
Ms Roe said that cod was dear. Mr Fen asked about eels.

Contact: press@mfa.gov.no
"""


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Minutes of the Board of Directors", None),
        ("Fisheries Committee", None),
        ("Meeting of the Court", None),
        ("Meeting at the harbour", "Norway"),
    ],
)
def test_members_of_a_body_are_there_for_no_country(title: str, country: str | None) -> None:
    told = countries(BOARD.format(title=title))
    assert told["Roe"] == country
    assert told["Ode"] == "Norway"
