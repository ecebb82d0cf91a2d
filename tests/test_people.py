"""Who is named in a text, with what role and country; who meets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.lands.countries import adjective_of, countries_in, find_places
from searchkit.outlines.names.people import People, find_people
from searchkit.outlines.sections.layout import read_layout
from searchkit.records import Person


def people(text: str) -> People:
    return find_people(text, read_layout(text))


def everybody(text: str) -> dict[str, Person]:
    found = people(text)
    return {p.name: p for p in (*found.participants, *found.persons)}


def facts(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Name -> role and country."""
    return {name: (p.role, p.country) for name, p in everybody(text).items()}


STYLES = {
    "somebody else's adviser": (
        "Jan Roe, Prime Minister's Special Adviser, met Ida Fen.",
        {"Jan Roe": ("Prime Minister's Special Adviser", None)},
    ),
    "a room of somebody's office": (
        "Talks\n\n3 May 2004, Front Entrance Hall, Prime Minister's Office\n\nMinister Roe spoke.",
        {"Roe": ("Minister", None)},
    ),
    "a field that no list has": (
        "Minister for Ice Ole Holm spoke. They thanked the Chair for Jan Roe's help.",
        {"Ole Holm": ("Minister for Ice", None), "Jan Roe": (None, None)},
    ),
    "for talks, of a country": (
        "Representative of Norway for Herring Talks Ole Holm spoke.",
        {"Ole Holm": ("Representative of Norway for Herring Talks", "Norway")},
    ),
    "a comma before the last of several fields": (
        "Minister of Economy, Trade, and Industry Ole Holm spoke.",
        {"Ole Holm": ("Minister of Economy, Trade, and Industry", None)},
    ),
    "in the capacity of another office": (
        "Prime Minister Ole Holm of Norway, in his capacity as president of the Cod Council and "
        "President of the Cod Bank Ida Fen spoke.",
        {
            "Ole Holm": ("Prime Minister", "Norway"),
            "Ida Fen": ("President of the Cod Bank", None),
        },
    ),
    "surname before the given name": (
        "They met Mr. Wren, Thomas, Minister of Trade.",
        {"Thomas Wren": ("Minister of Trade", None)},
    ),
    "first vice-president": (
        "First Vice-President Osman Tal came.",
        {"Osman Tal": ("First Vice-President", None)},
    ),
    "given name without a title": (
        "Talks\n\nThe minister said that Thomas Wren was right, and so was Helen Grey.",
        {"Thomas Wren": (None, None), "Helen Grey": (None, None)},
    ),
    "letters after a name in a list of those present": (
        "Members present: Dame Ruth Pike KCB (Chair); Tom Wren.\n\nTom Wren: No.\n\nChair: Yes.",
        {"Ruth Pike": ("Chair", None), "Tom Wren": (None, None)},
    ),
    "name set off after the office with an article": (
        "The Foreign Secretary, the Rt Hon Helen Grey MP, met him.",
        {"Helen Grey": ("Foreign Secretary", None)},
    ),
    "who serves another office": (
        "They met Chief of Staff to the President Ana Roa and White House Press Secretary Al Dee.",
        {
            "Ana Roa": ("Chief of Staff to the President", None),
            "Al Dee": ("White House Press Secretary", None),
        },
    ),
    "in charge of": (
        "They met Minister of State in Charge of Fiscal Policy Emi Sato.",
        {"Emi Sato": ("Minister of State in Charge of Fiscal Policy", None)},
    ),
    "excellency with a space": (
        "The readout names H. E. Mart Saar, President of Estonia, and nobody else.",
        {"Mart Saar": ("President", "Estonia")},
    ),
    "name alone on a line above the office": (
        "Press availability\n\nRuth Ann Keller\nSecretary of State\nSeoul\n\n"
        "SECRETARY KELLER: Thank you.",
        {"Ruth Ann Keller": ("Secretary of State", None)},
    ),
    "office in brackets after the name": (
        "Ms. Dahl (Rapporteur) thanked Mr. Orr (Director, Human Rights Division).",
        {"Dahl": ("Rapporteur", None), "Orr": ("Director, Human Rights Division", None)},
    ),
    "office as a label": (
        "Meeting of the Committee\n\nChairperson: Ms. Dahl\n\nThe Chairperson spoke.",
        {"Dahl": ("Chairperson", None)},
    ),
    "who an office was": (
        "At that time the prime minister of Norway was Kari Holm.",
        {"Kari Holm": ("prime minister", "Norway")},
    ),
    "relatives": (
        "President Roa thanked Prime Minister Ito's wife Emi and his daughter Ana Roa.",
        {
            "Roa": ("President", None),
            "Ito": ("Prime Minister", None),
            "Emi": (None, None),
            "Ana Roa": (None, None),
        },
    ),
    "councillors with initials and offices": (
        "Present: Cllrs B Orr, P Holm (Deputy Mayor) and A Field (Town Mayor)\n\nCllr Orr spoke.",
        {
            "B Orr": ("Cllr", None),
            "P Holm": ("Deputy Mayor", None),
            "A Field": ("Town Mayor", None),
        },
    ),
    "rank before the name and office after it": (
        "They met General Mart Saar, Adviser for Maritime Affairs.",
        {"Mart Saar": ("Adviser for Maritime Affairs", None)},
    ),
    "acronym between office and name": (
        "They met Trade Representative (USTR) Keller.",
        {"Keller": ("Trade Representative", None)},
    ),
    "university before an office": (
        "Riverside University Professor Emi Sato taught.",
        {"Emi Sato": ("Riverside University Professor", None)},
    ),
    "surname that is a people": (
        "Constable Paul English spoke to Constable English.",
        {"Paul English": ("Constable", None)},
    ),
    "role before the name": (
        "Foreign Minister Aino Virtanen spoke.",
        {"Aino Virtanen": ("Foreign Minister", None)},
    ),
    "role with its country": (
        "The Minister of Foreign Affairs of the Kingdom of Norway Kari Holm spoke.",
        {"Kari Holm": ("Minister of Foreign Affairs", "Norway")},
    ),
    "country after the name": (
        "Minister for Foreign Affairs Pedro Vela of Chile spoke.",
        {"Pedro Vela": ("Minister for Foreign Affairs", "Chile")},
    ),
    "adjective before the role": (
        "They met Estonian President Mart Saar.",
        {"Mart Saar": ("Estonian President", "Estonia")},
    ),
    "U.S. office with an initial": (
        "U.S. Secretary of State Ruth B. Keller spoke.",
        {"Ruth B. Keller": ("U.S. Secretary of State", "United States")},
    ),
    "role set off by commas": (
        "Ms. Ingrid Dahl, Minister of Finance of Denmark, spoke.",
        {"Ingrid Dahl": ("Minister of Finance", "Denmark")},
    ),
    "untitled name before a role": (
        "They met Paula Reyes, Minister of Energy of Peru.",
        {"Paula Reyes": ("Minister of Energy", "Peru")},
    ),
    "name set off after the role": (
        "She met the Polish Foreign Minister, Jan Nowak, on Monday.",
        {"Jan Nowak": ("Polish Foreign Minister", "Poland")},
    ),
    "honorific after the role": (
        "the Foreign Minister of the Republic of Latvia H.E. Mr. Janis Ozols spoke.",
        {"Janis Ozols": ("Foreign Minister", "Latvia")},
    ),
    "compound role": (
        "State Councilor and Foreign Minister Lin Hao spoke.",
        {"Lin Hao": ("State Councilor and Foreign Minister", None)},
    ),
    "role with a slash": (
        "Press Secretary/Director-General for Press and Public Relations Ken Mori spoke.",
        {
            "Ken Mori": (
                "Press Secretary/Director-General for Press and Public Relations",
                None,
            )
        },
    ),
    "role of a bureau": (
        "Director-General of the Middle Eastern and African Affairs Bureau Saburo Ota spoke.",
        {
            "Saburo Ota": (
                "Director-General of the Middle Eastern and African Affairs Bureau",
                None,
            )
        },
    ),
    "a list of fields": (
        "Minister of Economy, Trade and Industry Jiro Abe spoke.",
        {"Jiro Abe": ("Minister of Economy, Trade and Industry", None)},
    ),
    "a party's country stays in the role": (
        "General Secretary of the People's Party of Mongolia Bat Erdene spoke.",
        {"Bat Erdene": ("General Secretary of the People's Party of Mongolia", "Mongolia")},
    ),
    "a body before a role in small letters": (
        "He thanked Coast Guard Agency spokesperson Rear Admiral Orlov.",
        {"Orlov": ("Coast Guard Agency spokesperson Rear Admiral", None)},
    ),
    "role in small letters": (
        "Japanese foreign minister Taro Ito spoke.",
        {"Taro Ito": ("Japanese foreign minister", "Japan")},
    ),
    "former": (
        "They recalled former Prime Minister Aldo Riva.",
        {"Aldo Riva": ("former Prime Minister", None)},
    ),
    "rank of a deputy": (
        "First Deputy Prime Minister Petrov and Deputy Secretary Lane spoke.",
        {
            "Petrov": ("First Deputy Prime Minister", None),
            "Lane": ("Deputy Secretary", None),
        },
    ),
    "family name in capitals": (
        "Mr. TANAKA Ichiro, Minister for Foreign Affairs of Japan, spoke.",
        {"TANAKA Ichiro": ("Minister for Foreign Affairs", "Japan")},
    ),
    "surname before given names": (
        "Mr. Orlov, Pavel Ivanovich, spoke.",
        {"Pavel Ivanovich Orlov": (None, None)},
    ),
    "no office": ("3 May, 3:15 PM EST. At 4 PM Minister Sato spoke.", {"Sato": ("Minister", None)}),
    "short office": ("FM Ito and PM Sato spoke.", {"Ito": ("FM", None), "Sato": ("PM", None)}),
    "High Representative": (
        "HRVP Moreau and EU High Representative Kaja Lepik spoke.",
        {
            "Moreau": ("HRVP", "European Union"),
            "Kaja Lepik": ("EU High Representative", "European Union"),
        },
    ),
    "letters after the name": (
        "the Hon. Alan Marsh, MP, Minister for Trade of Australia, spoke.",
        {"Alan Marsh": ("Minister for Trade", "Australia")},
    ),
    "senator": (
        "Senator the Hon Mary Bright said so. Senator Bright left.",
        {"Mary Bright": ("Senator", None)},
    ),
    "Rt Hon": ("Rt Hon Sir Paul Heath MP spoke.", {"Paul Heath": (None, None)}),
    "doctor with initials": (
        "External Affairs Minister Dr. S. Raman spoke.",
        {"S. Raman": ("External Affairs Minister", "India")},
    ),
    "particles": (
        "Crown Prince Faris bin Nasser Al Hamad met President von der Brugge.",
        {
            "Faris bin Nasser Al Hamad": ("Crown Prince", None),
            "von der Brugge": ("President", None),
        },
    ),
    "accents": (
        "President Jürgen Köhler-Łoś spoke.",
        {"Jürgen Köhler-Łoś": ("President", None)},
    ),
    "two after a plural": (
        "Ministers Ito and Orlov signed it.",
        {"Ito": ("Minister", None), "Orlov": ("Minister", None)},
    ),
    "a surname that is a country's name": (
        "Ambassador Togo spoke.",
        {"Togo": ("Ambassador", None)},
    ),
    "counterpart": (
        "She met her Finnish counterpart Aino Virtanen.",
        {"Aino Virtanen": (None, "Finland")},
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_reads_names_and_roles_as_ministries_write_them(style: str) -> None:
    text, expected = STYLES[style]
    assert facts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations General Assembly opened in New York.",
        "Consultations at the Director-General level will be held in Pyongyang.",
        "The Foreign Ministers' Meeting and the Economic Leaders' Meeting were held.",
        "The Government of Japan and the Bank of England agreed.",
        "He thanked the President for Japan's support.",
        "Foreign Ministry officials visited the Prime Minister's Office.",
        "In Washington, the Secretary spoke. Moscow and Tokyo agreed.",
        "Back to Index",
    ],
)
def test_places_bodies_and_bare_offices_are_nobody(text: str) -> None:
    assert everybody(text) == {}


def test_forms_of_one_person_are_one_person_with_the_fullest_name() -> None:
    text = (
        "Minister for Foreign Affairs Igor Petrovich Orlov arrived. Foreign Minister Orlov spoke. "
        "Mr. Orlov's aide left. Igor Orlov waved. Orlov smiled."
    )
    found = everybody(text)
    assert list(found) == ["Igor Petrovich Orlov"]
    assert found["Igor Petrovich Orlov"].variants == (
        "Minister for Foreign Affairs Igor Petrovich Orlov",
        "Foreign Minister Orlov",
        "Mr. Orlov",
        "Igor Orlov",
        "Orlov",
    )


def test_another_given_name_is_another_person() -> None:
    text = "Foreign Minister Igor Orlov met Defense Minister Sergei Orlov."
    assert list(everybody(text)) == ["Igor Orlov", "Sergei Orlov"]


def test_spellings_of_a_given_name_are_one_person() -> None:
    text = "Foreign Minister Sergey Orlov spoke. Later Minister Sergei Orlov left."
    assert list(everybody(text)) == ["Sergey Orlov"]


def test_a_family_name_may_come_first() -> None:
    text = (
        "Chairman Pak Chol Su spoke. Chairman Pak left. TANAKA Ichiro, Minister of Finance, spoke."
    )
    found = everybody(text + " Minister Tanaka agreed.")
    assert list(found) == ["Pak Chol Su", "TANAKA Ichiro"]
    assert "Minister Tanaka" in found["TANAKA Ichiro"].variants


def test_a_common_surname_with_another_office_is_another_person() -> None:
    text = "President Kim Tae Ho spoke. Foreign Minister Kim agreed. President Kim left."
    found = everybody(text)
    assert list(found) == ["Kim Tae Ho", "Kim"]
    assert found["Kim"].role == "Foreign Minister"


def test_a_name_in_a_heading_ends_before_its_verb() -> None:
    text = "Foreign Minister Ito Visits Oslo\n\nForeign Minister Ito visits Oslo on Monday."
    assert list(everybody(text)) == ["Ito"]


def test_a_bare_office_is_a_form_of_its_only_holder() -> None:
    text = "Prime Minister Aldo Riva spoke.\n\nThe Prime Minister left the Prime Minister's Office."
    assert everybody(text)["Aldo Riva"].variants == (
        "Prime Minister Aldo Riva",
        "the Prime Minister",
    )


def test_two_holders_of_an_office_share_no_bare_form() -> None:
    text = "Foreign Minister Ito met Foreign Minister Orlov. The Foreign Minister left."
    assert all("the Foreign Minister" not in p.variants for p in everybody(text).values())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Minister Ito met with Minister Orlov to discuss President Saar's visit.",
            2,
        ),
        ("On May 1, Minister Ito held talks with Minister Orlov in Oslo.", 2),
        ("A meeting was held between Minister Ito and Minister Orlov.", 2),
        (
            "On May 1, Minister Ito, who is accompanying Ms. Saar, President of Norway, on her "
            "visit, held talks with Minister Orlov in Oslo.",
            2,
        ),
        ("Upon request from Minister Ito, Minister Orlov had a teleconference with him.", 2),
        ("Minister Ito and Minister Orlov agreed to meet to ask for a visit by President Saar.", 2),
        ("Minister Ito paid a courtesy call on Prime Minister Orlov.", 2),
        ("Secretary Ito spoke by phone with Minister Orlov following President Saar's speech.", 2),
        ("Prime Minister Ito, Chancellor Orlov and President Saar met in Oslo.", 3),
        ("Secretary Ito's Meeting with Foreign Minister Orlov\n\nThe Secretary and he agreed.", 2),
        ("Minutes\n\nParticipants:\nMr. Ito\nMr. Orlov\nMs. Saar\n\nMr. Ito opened the talks.", 3),
    ],
)
def test_participants_are_those_who_meet(text: str, names: int) -> None:
    expected = ("Ito", "Orlov", "Saar")[:names]
    assert tuple(p.name for p in people(text).participants) == expected


def test_the_bureau_that_a_director_general_heads_is_part_of_the_role() -> None:
    text = (
        "Talks on cod\n\nMr. Jun Ito met Ms. Kari Holm. Mr. Ola Lie, Director-General, Ice and "
        "Herring Bureau, and others sat in. Mr. Vik, Director, Ministry of Cod, did not.\n"
    )
    roles = {person.name: person.role for person in people(text).persons}
    assert roles["Ola Lie"] == "Director-General, Ice and Herring Bureau"
    assert roles["Vik"] == "Director"


def test_who_only_assists_does_not_meet() -> None:
    text = (
        "Commission\n\nThe Omani delegation was led by Dr. Ali Doe, Minister of Trade, assisted "
        "by Mr. Omar Zed, Director. The Maltese delegation was led by Ms. Ida Roe, Minister of "
        "Finance, assisted by Ms. Eva Lund, Director."
    )
    assert [p.name for p in people(text).participants] == ["Ali Doe", "Ida Roe"]


def test_the_following_attended() -> None:
    text = (
        "Forum\n\nThe meeting was chaired by Hon. Ida Roe, Minister of Trade of Malta. The "
        "following Ministers attended: Ali Doe, Minister, Oman; Eva Lund, Minister, Norway."
    )
    assert [p.name for p in people(text).participants] == ["Ida Roe", "Ali Doe", "Eva Lund"]


def test_those_who_sat_in_are_no_participants_and_have_the_country_of_their_side() -> None:
    text = (
        "Japan-Norway Foreign Ministers Meeting\n\nOn May 1, Foreign Minister Jun Ito met with "
        "Foreign Minister Kari Holm. (Also present were Ambassador Ola Lie and State Secretary Vik "
        "from the Norwegian side, and Director-General Sato from the Japanese side.)"
    )
    found = people(text)
    assert [p.name for p in found.participants] == ["Jun Ito", "Kari Holm"]
    assert [(p.name, p.country, p.attended) for p in found.persons] == [
        ("Ola Lie", "Norway", True),
        ("Vik", "Norway", True),
        ("Sato", "Japan", True),
    ]


def test_who_is_on_the_side_of_a_body_of_states_is_of_no_other() -> None:
    text = (
        "Prime Minister Ito of Japan met President Vela. Also attending were, on the Japanese "
        "side, Minister Sato and others; and on the EU side, Commissioner Luc Berg and others."
    )
    assert [(p.name, p.country) for p in people(text).persons] == [
        ("Sato", "Japan"),
        ("Luc Berg", "European Union"),
    ]


def test_attendees_after_the_name_of_their_side() -> None:
    text = (
        "Minister Ito of Japan met with Minister Holm of Norway. From the Japanese side, "
        "Ambassador Sato attended, and from the Norwegian side, Ambassador Lie attended."
    )
    assert [(p.name, p.country) for p in people(text).persons] == [
        ("Sato", "Japan"),
        ("Lie", "Norway"),
    ]


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("They spoke of President Saar's recent visit to Japan.", "Estonia"),
        ("They spoke of a visit to Estonia by Chairman Mori.", "Japan"),
        ("They recalled talks between Chairman Mori and President Koppel of Estonia.", "Japan"),
        ("Minister Tamm conveyed a message from Chairman Saar.", "Estonia"),
        ("The Japanese side thanked them for the rescue of Captain Mori.", "Japan"),
        ("UN Secretary-General Saar was mentioned.", None),
    ],
)
def test_a_country_follows_from_what_is_said(sentence: str, country: str | None) -> None:
    text = (
        "Japan-Estonia Foreign Ministers Meeting\n\nForeign Minister Jun Ito met with Foreign "
        f"Minister Liis Tamm of Estonia.\n\n1. Visits\n\n{sentence}"
    )
    found = everybody(text)
    assert (found["Jun Ito"].country, found["Jun Ito"].derived) == ("Japan", ("country",))
    assert (found["Liis Tamm"].country, found["Liis Tamm"].derived) == ("Estonia", ())
    assert found["Mori" if "Mori" in sentence else "Saar"].country == country


def test_a_leader_is_of_the_country_that_has_such_a_leader() -> None:
    text = (
        "Meeting between the Foreign Ministers of Japan and Russia\n\nMinister Ito of Japan met "
        "with Minister Orlov of Russia. They spoke of Prime Minister Sato and of President Belov."
    )
    found = everybody(text)
    assert (found["Sato"].country, found["Belov"].country) == ("Japan", "Russia")


def test_mentions_point_into_the_text() -> None:
    text = "Foreign Minister Kari Holm spoke. The Foreign Minister left."
    found = people(text)
    assert [(text[m.start : m.end], m.name, m.title) for m in found.mentions] == [
        ("Foreign Minister Kari Holm", "Kari Holm", False),
        ("Foreign Minister", "Kari Holm", True),
    ]


def test_resolves_a_form_to_the_person_named_last_before() -> None:
    found = people("President Ann Lee spoke. Secretary Bob Lee answered. President Lee left.")
    assert found.resolve("Lee", 30) == "Bob Lee"
    assert found.resolve("President Lee", 99) == "Ann Lee"
    assert found.resolve("Nobody", 99) is None


def test_gender_by_address_or_pronoun() -> None:
    text = "Minister Ito said that she agreed. Mr. Orlov nodded. President Saar left his hat."
    assert dict(people(text).genders) == {"Ito": "f", "Orlov": "m", "Saar": "m"}


def test_countries_by_name_adjective_and_acronym() -> None:
    text = (
        "Japan-U.S. talks on the DPRK, Russian gas and the Republic\nof Korea; Latin America aside."
    )
    assert countries_in(find_places(text)) == (
        "Japan",
        "United States",
        "North Korea",
        "Russia",
        "South Korea",
    )


def test_words_that_only_look_like_countries() -> None:
    assert (
        countries_in(
            find_places("Tell us about the turkey, Korean or not, in the South China Sea.")
        )
        == ()
    )


def test_a_capital_is_a_place_but_no_country_named() -> None:
    assert [(p.country, p.kind) for p in find_places("Moscow")] == [("Russia", "capital")]
    assert countries_in(find_places("Moscow")) == ()


@pytest.mark.parametrize(
    ("country", "adjective"),
    [("Japan", "Japanese"), ("United States", "American"), ("Liechtenstein", "Liechtenstein")],
)
def test_adjectives_of_sides(country: str, adjective: str) -> None:
    assert adjective_of(country) == adjective


PIECES = """
Minister President of the and for Mr. Ito Orlov Japan Russian side Foreign , . ( ) : said met with
visit to Affairs U.S. 's Secretary-General by from Ministers attended
"""
WORDS = st.sampled_from(["\n", "\n\n", *PIECES.split()])


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_gives_mentions_inside_it_of_persons_it_lists(text: str) -> None:
    found = people(text)
    names = {p.name for p in (*found.participants, *found.persons)}
    for mention in found.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.name is None or mention.name in names
    assert len(names) == len(found.participants) + len(found.persons)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Minister of Foreign Affairs\nCarla Soto spoke.", "Carla Soto"),
        ("The Minister of\nForeign Affairs Carla Soto spoke.", "Carla Soto"),
        ("Foreign Minister Carla\nSoto spoke.", "Carla Soto"),
    ],
)
def test_a_line_may_end_anywhere_in_a_name_or_role(text: str, name: str) -> None:
    assert list(everybody(text)) == [name]


def test_a_surname_may_be_the_name_of_a_place() -> None:
    text = (
        "Foreign Minister Carlos Lima met with Prime Minister Denis Paris. Foreign Minister Lima "
        "welcomed the visit. President Jack London was absent."
    )
    assert list(everybody(text)) == ["Carlos Lima", "Denis Paris", "Jack London"]
    assert everybody(text)["Carlos Lima"].variants == (
        "Foreign Minister Carlos Lima",
        "Foreign Minister Lima",
    )


COUNTRIES = {
    "who visits is of the other country, who is visited of that one": (
        "Visit to Chile by Foreign Minister Kari Holm\n\nForeign Minister Kari Holm visited Chile "
        "and met with Foreign Minister Pedro Vela. She also called on President Ana Soto. Norway "
        "thanked Chile. Norway would help.",
        {"Kari Holm": "Norway", "Pedro Vela": "Chile", "Ana Soto": "Chile"},
    ),
    "an office that one country has": (
        "Foreign Secretary Ruth Ward spoke to Icelandic Foreign Minister Jon Palsson. The UK would "
        "help.",
        {"Ruth Ward": "United Kingdom", "Jon Palsson": "Iceland"},
    ),
    "who accompanies somebody": (
        "The Secretary General met the Prime Minister of Malta, Mr. Carl Zerafa. The PM "
        "was accompanied by Finance Minister Rita Borg.",
        {"Carl Zerafa": "Malta", "Rita Borg": "Malta"},
    ),
    "a seat of government in the opening": (
        "Security Advisor Ann Lowe met at the Kremlin with Foreign Minister Juan Vela of Chile. "
        "Relations between Moscow and Santiago were good.",
        {"Ann Lowe": "Russia", "Juan Vela": "Chile"},
    ),
    "a delegation's leader": (
        "The delegation of Norway was led by Ms. Kari Holm, and that of Chile met it.",
        {"Kari Holm": "Norway"},
    ),
    "a minister whose country goes without saying": (
        "Foreign Secretary Ruth Ward spoke to Icelandic Foreign Minister Jon Palsson. The UK would "
        "help.\n\nShe said that the Defence Minister of Norway would come. Trade Minister Ann "
        "Lowe would come as well. Minister Ole Dahl of Norway was praised by Minister Eva Berg.",
        {
            "Ruth Ward": "United Kingdom",
            "Jon Palsson": "Iceland",
            "Ann Lowe": "United Kingdom",
            "Ole Dahl": "Norway",
            "Eva Berg": None,
        },
    ),
    "nobody's condolences": (
        "Foreign Minister Pedro Vela of Chile extended condolences on the death of Governor Abe.",
        {"Pedro Vela": "Chile", "Abe": None},
    ),
}


@pytest.mark.parametrize("how", COUNTRIES)
def test_a_country_follows_from(how: str) -> None:
    text, expected = COUNTRIES[how]
    assert {name: p.country for name, p in everybody(text).items()} == expected


def test_a_country_that_follows_is_marked() -> None:
    found = everybody(COUNTRIES["an office that one country has"][0])
    assert [p.derived for p in found.values()] == [("country",), ()]


def test_a_surname_in_capitals_belongs_to_the_name() -> None:
    text = "State Minister for Foreign Affairs MORITA Keiko spoke."
    assert facts(text) == {"MORITA Keiko": ("State Minister for Foreign Affairs", "Japan")}


def test_a_calling_in_small_letters_names_a_person() -> None:
    found = facts("They honoured the Chilean poet Elena Rojas and a diplomat in Kaunas.")
    assert found == {"Elena Rojas": ("poet", "Chile")}


def test_attendees_in_brackets_meet() -> None:
    text = (
        "The meeting was held in Oslo under the chairmanship of Foreign Minister Kari Holm of "
        "Norway (attendees: Foreign Minister Pedro Vela of Chile and Foreign Minister Jan Nowak of "
        "Poland)."
    )
    assert [p.name for p in people(text).participants] == ["Kari Holm", "Pedro Vela", "Jan Nowak"]


def test_those_who_chair_together_meet() -> None:
    text = (
        "The session was co-chaired by H.E. Mr. Pedro Vela, Minister of Finance of Chile, and H.E. "
        "Ms. Kari Holm, Minister of Finance of Norway."
    )
    assert [p.name for p in people(text).participants] == ["Pedro Vela", "Kari Holm"]


def test_an_office_means_whoever_acted_last() -> None:
    text = (
        "Prime Minister Kari Holm recalled her stay and praised Prime Minister Pedro Vela. The "
        "Prime Minister went on to say no more."
    )
    assert [m.name for m in people(text).mentions if m.title] == ["Kari Holm"]


def test_a_marker_is_no_initial() -> None:
    text = "Minutes\n\n1. Fish\n\nA. Minister Vela spoke.\n\nB. Minister Holm agreed.\n"
    assert everybody(text)["Vela"].variants == ("Minister Vela",)


def test_a_former_office_is_not_of_the_one_who_holds_another() -> None:
    text = "Foreign Minister Keiko Morita spoke of the late former Governor Morita."
    assert list(everybody(text)) == ["Keiko Morita", "Morita"]


def test_a_bare_office_meets_where_its_holder_is_named_elsewhere() -> None:
    text = (
        "Readout\n\nThe Secretary-General met with President Mart Saar of Estonia. They spoke.\n\n"
        "UN Secretary-General Ana Roa thanked him.\n"
    )
    assert {p.name for p in people(text).participants} == {"Ana Roa", "Mart Saar"}


def test_attendees_of_two_sides_in_one_parenthesis() -> None:
    text = (
        "Talks between Japan and Norway\n\nMinister Ito of Japan met Minister Holm of Norway "
        "(attending on the Norwegian side were Ambassador Berg and Mr. Dahl, Adviser to the "
        "Minister; attending on the Japanese side were Mr. Sato, Director, and others).\n"
    )
    found = {name: p.country for name, p in everybody(text).items()}
    assert found == {
        "Ito": "Japan",
        "Holm": "Norway",
        "Berg": "Norway",
        "Dahl": "Norway",
        "Sato": "Japan",
    }


@pytest.mark.parametrize(
    "thing",
    [
        "the Konrad Wren Foundation",
        "Thomas Wren University",
        "the Peter Wren bridge",
        "San Jose",
        "Martin Wren Street",
    ],
)
def test_what_is_named_after_somebody_is_nobody(thing: str) -> None:
    assert not everybody(f"Talks\n\nThey discussed {thing} with the two sides.")


def test_a_given_name_tells_he_from_she() -> None:
    text = "Talks\n\nMinister Elena Roa met Minister Peter Holm. They talked."
    assert dict(people(text).genders) == {"Elena Roa": "f", "Peter Holm": "m"}


def test_a_list_of_a_delegation_tells_the_country_of_those_on_it() -> None:
    found = everybody(
        "The members of the Norwegian delegation were Minister of Fisheries Jorun Aske and Deputy "
        "Minister Otto Brandmeier. The Finnish delegation was headed by Ms. Pia Lund, Director, "
        "and the Danish delegation by Mr. Nils Orre."
    )
    assert {name: person.country for name, person in found.items()} == {
        "Jorun Aske": "Norway",
        "Otto Brandmeier": "Norway",
        "Pia Lund": "Finland",
        "Nils Orre": "Denmark",
    }


def test_a_country_that_is_only_spoken_of_is_nobodys() -> None:
    found = everybody(
        "Minister of Fisheries Pia Lund held talks with Minister of Fisheries of Norway Jorun "
        "Aske. They exchanged views on the situation in Greece."
    )
    assert {name: person.country for name, person in found.items()} == {
        "Pia Lund": None,
        "Jorun Aske": "Norway",
    }


def test_an_official_with_one_word_more_is_no_name() -> None:
    found = everybody("Official Records of ASEAN Member Countries and others are printed.")
    assert list(found) == []


def test_who_is_elected_has_a_name() -> None:
    found = everybody("The Prime Minister spoke to President-elect Otto Brandmeier.")
    assert [(p.name, p.role) for p in found.values()] == [("Otto Brandmeier", "President-elect")]


def test_a_ministry_after_an_office_tells_the_country() -> None:
    found = everybody(
        "Mr. Otto Brand, Permanent Secretary, Ministry of Fisheries of Norway, opened the talks."
    )
    assert [(p.name, p.country) for p in found.values()] == [("Otto Brand", "Norway")]


def test_whose_seat_publishes_a_readout_is_told_without_a_country() -> None:
    found = everybody(
        "Downing Street\n\nCall with the President of Norway\n\n3 May 2014\n\n"
        "Prime Minister Pia Lund spoke to the President of Norway, Jorun Aske, today."
    )
    assert {name: p.country for name, p in found.items()} == {
        "Pia Lund": "United Kingdom",
        "Jorun Aske": "Norway",
    }


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        (
            "Mr. Jan Ode, Minister of Japan, met H.E. Ms. Ida Fen, Minister of Norway [Chair].",
            "Ida Fen",
        ),
        (
            "Mr. Jan Ode met the others, with Dr. Ida Fen, Minister of Fish, in the chair.",
            "Ida Fen",
        ),
    ],
)
def test_the_chair_is_whoever_is_said_to_hold_it(opening: str, speaker: str) -> None:
    text = f"Talks on Cod\n\n3 May 2004\n\n{opening}\n\nThe Chair spoke of cod.\n"
    assert people(text).mentions[-1].name == speaker


def test_co_chairs_are_told_apart_by_their_countries() -> None:
    text = (
        "Talks on Cod\n\n3 May 2004\n\nThe meeting was co-chaired by Ms. Ida Fen, Director of"
        " Norway, and Mr. Jan Ode, Director of Japan.\n\nThe Japanese Co-Chair spoke of cod.\n"
    )
    assert people(text).mentions[-1].name == "Jan Ode"


def test_the_first_of_two_family_names_stands_for_both() -> None:
    found = people(
        "Talks\n\nMinister Ana Salas Rey met Minister Fen.\n\n"
        "Salas said that cod was dear. Salas added that eels were not.\n"
    )
    assert [one.name for one in found.mentions] == ["Ana Salas Rey", "Fen", *["Ana Salas Rey"] * 2]


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        (
            "The talks took place in Vik. Ms. Ida Fen, Secretary (West), led the Norwegian side."
            " The Japanese side was headed by Mr. Jan Ode.",
            ["Ida Fen", "Jan Ode"],
        ),
        ("On May 3, Ms. Ida Fen, Minister for Fish, took part in the Cod Forum.", ["Ida Fen"]),
    ],
)
def test_who_leads_a_side_or_takes_part_in_a_meeting_of_many(
    opening: str, names: list[str]
) -> None:
    found = people(f"Cod Forum\n\n4 May 2004\n\n{opening}\n\nCod was spoken of.\n")
    assert [one.name for one in found.participants] == names


def test_a_number_ends_the_list_on_the_line_of_its_heading() -> None:
    body = "a. Attendance: Mr. Jan Ode, Director of Cod, and others\nII. Talks on Eels\nThey met."
    found = people(f"Cod Forum\n\n4 May 2004\n\nI. Outline\n{body}\n")
    assert {one.name for one in (*found.participants, *found.persons)} == {"Jan Ode"}
