"""Names with offices of every make: where the office ends and the name begins."""

from __future__ import annotations

import pytest

from searchkit.outlines.names.people import find_people
from searchkit.outlines.sections.layout import read_layout


def facts(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Name -> role and country."""
    found = find_people(text, read_layout(text))
    return {p.name: (p.role, p.country) for p in (*found.participants, *found.persons)}


STYLES = {
    "the High Representative and Vice-President": (
        "High Representative/Vice-President Ida Fen met Foreign Minister Jan Ode of Norway.",
        {
            "Ida Fen": ("High Representative/Vice-President", "European Union"),
            "Jan Ode": ("Foreign Minister", "Norway"),
        },
    ),
    "a French form of address before a name with a hyphen": (
        "Talks on cod\n\nM. Ode-Lund met Mr. Fen. M. Bly said that it was late.",
        {"Ode-Lund": (None, None), "Fen": (None, None), "Bly": (None, None)},
    ),
    "a counterpart behind a comma": (
        "Foreign Minister Jan Ode met with his Omani counterpart, Ida Fen, in Vik.",
        {"Jan Ode": ("Foreign Minister", None), "Ida Fen": (None, "Oman")},
    ),
    "the aide of somebody named": (
        "They met the Spokesman for Secretary-General Jan Ode and an aide to Prime Minister Fen.",
        {"Jan Ode": ("Secretary-General", None), "Fen": ("Prime Minister", None)},
    ),
    "the aide of an office": (
        "They met the Adviser to the President Jan Ode and Minister of State Ida Fen.",
        {"Jan Ode": ("Adviser to the President", None), "Ida Fen": ("Minister of State", None)},
    ),
    "an office with a hyphen": (
        "They met Minister-Counselor Jan Ode and Deputy-Governor Ida Fen.",
        {"Jan Ode": ("Minister-Counselor", None), "Ida Fen": ("Deputy-Governor", None)},
    ),
    "a field that is nowhere listed": (
        "They met Ms. Ida Fen, Minister of Culture and Human Mobility, in Vik.",
        {"Ida Fen": ("Minister of Culture and Human Mobility", None)},
    ),
    "a field that goes on after what describes it": (
        "They met Mr. Jan Ode, Director of the Department of Neighboring Valleys, in Vik.",
        {"Jan Ode": ("Director of the Department of Neighboring Valleys", None)},
    ),
    "a league of two countries": (
        "They met Mr. Jan Ode, Chairman of the Norway-Oman Parliamentary Friendship League.",
        {"Jan Ode": ("Chairman of the Norway-Oman Parliamentary Friendship League", "Norway")},
    ),
    "a province before the name": (
        "They met Governor of Lower Vik Oblast Ida Fen.",
        {"Ida Fen": ("Governor of Lower Vik Oblast", None)},
    ),
    "a secretary of state of a country": (
        "The Honorable Ida Fen, Secretary of State of the United States, came.",
        {"Ida Fen": ("Secretary of State", "United States")},
    ),
    "a crooked apostrophe in the name of a country": (
        "They met Jan Ode, Minister of Trade of the Lao People’s Democratic Republic.",
        {"Jan Ode": ("Minister of Trade", "Laos")},
    ),
    "another crooked apostrophe": (
        "They met Mr. Jan Ode, Prime Minister of Côte d’Ivoire, in Vik.",
        {"Jan Ode": ("Prime Minister", "Cote d'Ivoire")},
    ),
    "what describes the office": (
        "Coordinating Minister for Forests Ida Fen and Presidential Envoy Jan Ode met.",
        {
            "Ida Fen": ("Coordinating Minister for Forests", None),
            "Jan Ode": ("Presidential Envoy", None),
        },
    ),
    "an office of the body just named": (
        "They met Ms. Ida Fen, President of the Fish Assembly, and Mr. Jan Ode, its Vice-Chair.",
        {"Ida Fen": ("President of the Fish Assembly", None), "Jan Ode": ("Vice-Chair", None)},
    ),
    "a name with its initial first": (
        "Present\n\n• Ms I Fen (Chairperson)\n\n• Mr J van Ode\n\nTalks\n\nThe Chairperson, Ms Ida"
        " Fen, spoke. Mr Jan van Ode agreed.",
        {"Ida Fen": ("Chairperson", None), "Jan van Ode": (None, None)},
    ),
    "an office after whose it is": (
        "They spoke with Ida Fen, Peru’s Minister of Culture, and Jan Ode, its Minister of Works.",
        {"Ida Fen": ("Minister of Culture", "Peru"), "Jan Ode": ("Minister of Works", None)},
    ),
    "a rank between the office and the name": (
        "They met Peru's Minister of Culture, Ambassador Ida Fen, in Vik.",
        {"Ida Fen": ("Minister of Culture", "Peru")},
    ),
    "a rank before the name and the office after it": (
        "Lt. General Ida Fen, Deputy Assistant to the President, came.",
        {"Ida Fen": ("Deputy Assistant to the President", None)},
    ),
    "a short form of the country": (
        "They met Jan Ode, Minister of Trade of the ROK, in Vik.",
        {"Jan Ode": ("Minister of Trade", "South Korea")},
    ),
    "the country before the office": (
        "They met Republic of Korea Vice Minister Jan Ode.",
        {"Jan Ode": ("Vice Minister", "South Korea")},
    ),
    "where a mission sits": (
        "They met Ms. Ida Fen, Head of the Fish Mission in Chad, and Mr. Jan Ode.",
        {"Ida Fen": ("Head of the Fish Mission in Chad", None), "Jan Ode": (None, None)},
    ),
    "a desk in brackets": (
        "They met Smt. Ida Fen, Secretary (West), in Vik.",
        {"Ida Fen": ("Secretary (West)", "India")},
    ),
    "who speaks for somebody": (
        "Ida Fen, Spokeswoman for the Secretary-General, came.",
        {"Ida Fen": ("Spokeswoman for the Secretary-General", None)},
    ),
    "a ruler and a prince": (
        "His Highness Sheikh Ode bin Fen, Amir of the State of Qatar, met His Highness Sayyid Said"
        " bin Tor, Minister of Trade of Oman.",
        {"Ode bin Fen": ("Amir", "Qatar"), "Said bin Tor": ("Minister of Trade", "Oman")},
    ),
    "names of Myanmar": (
        "They met H.E. U Tin Maung Ode, Minister of Trade of Myanmar, and Daw Khin Fen Aye.",
        {"Tin Maung Ode": ("Minister of Trade", "Myanmar"), "Khin Fen Aye": (None, None)},
    ),
    "a given name that stands before the surname once": (
        "Talks on Cod\n\nIt was noted that the envoy to the lakes and the wars there, Toomas"
        " Rann-Ode, would come. Special Envoy Rann-Ode was glad.",
        {"Toomas Rann-Ode": ("Special Envoy", None)},
    ),
    "small letters before a surname": (
        "Minister Jan al-Ode met Ms. Marie d'Arrow, Director, and Chargé d'Affaires Eva Tor.",
        {
            "Jan al-Ode": ("Minister", None),
            "Marie d'Arrow": ("Director", None),
            "Eva Tor": ("Chargé d'Affaires", None),
        },
    ),
    "a lord of a place": (
        "The Foreign Secretary, Lord Ode of Wye, spoke of cod.",
        {"Ode": ("Foreign Secretary", None)},
    ),
    "a rank with brackets": (
        "General (Ret.) Jan Ode and Colonel (Dr.) Said Fen Tor met on board HMS Lord Rann.",
        {"Jan Ode": ("General", None), "Said Fen Tor": ("Colonel", None)},
    ),
    "an office in brackets after a given name": (
        "They were joined by Jean Le Guen (Minister for Europe and Trade).",
        {"Jean Le Guen": ("Minister for Europe and Trade", None)},
    ),
    "what is left out of a transcript": (
        "Talks with the Chief Secretary (Excerpt)\n\nChief Secretary Ida Fen spoke of cod.",
        {"Ida Fen": ("Chief Secretary", None)},
    ),
    "an office with its holder in brackets": (
        "Briefing\n\nOfficial Spokesperson (Shri Jan Ode): Good evening.\n\n"
        "The Chair (Ms. Ida Fen (North Vik, Lib.)): Order.\n\n"
        "The CHAIRMAN (Mr. Al Tor, Guinea) said that cod was dear.\n",
        {
            "Jan Ode": ("Official Spokesperson", "India"),
            "Ida Fen": ("Chair", "India"),
            "Al Tor": ("CHAIRMAN", "Guinea"),
        },
    ),
    "a plural office of several countries": (
        "Talks\n\nMinister Roe met the Foreign Ministers of Latvia and Estonia, Ida Fen and Jan"
        " Ode, in Riga.\n",
        {
            "Roe": ("Minister", None),
            "Ida Fen": ("Foreign Minister", "Latvia"),
            "Jan Ode": ("Foreign Minister", "Estonia"),
        },
    ),
    "a plural office with a country after each": (
        "Talks\n\nThe Group (Ambassadors Ida Fen of Norway, Jan Ode of the Kingdom of Spain, and"
        " Al Tor of Oman) met.\n",
        {
            "Ida Fen": ("Ambassador", "Norway"),
            "Jan Ode": ("Ambassador", "Spain"),
            "Al Tor": ("Ambassador", "Oman"),
        },
    ),
    "a seat that several have": (
        "Hearing\n\nSenator Fen: Why?\n\nSenator Ode: I wonder.\n\nSenator Fen: So do I.\n",
        {"Fen": (None, None), "Ode": (None, None)},
    ),
    "two offices set off from a name": (
        "Talks\n\nThe Tánaiste and Minister for Trade, Ida Fen, met the Minister for Fisheries, Jan"
        " Ode.\n\nThe New Zealand Minister Al Tor was there.\n",
        {
            "Ida Fen": ("Tánaiste and Minister for Trade", "Ireland"),
            "Jan Ode": ("Minister for Fisheries", None),
            "Al Tor": ("Minister", "New Zealand"),
        },
    ),
    "an office that only he can hold": (
        "Telephone conversation with the President of Peru\n\nMr Jan Ode spoke with Ms Ida Fen,"
        " President of Peru. The Chairman of the Council said that cod was"
        " dear.\n\nChairman: Jan Ode\n",
        {"Jan Ode": ("Chairman", None), "Ida Fen": ("President", "Peru")},
    ),
    "the office of a page": (
        "President of Norway\n\nTelephone conversation with President of Peru Ida Fen\n\n"
        "3 May 2019\n\nJan Ode had a telephone conversation with President of Peru Ida Fen.\n",
        {"Ida Fen": ("President", "Peru"), "Jan Ode": ("President", "Norway")},
    ),
    "an office far to the right": (
        "Record of the meeting\n\nATTENDANCE\n\nMr. ODE                 Deputy Director\n"
        "Ms. FEN                 Chief Clerk\n\nMr. ODE said that cod was dear.\n",
        {"ODE": ("Deputy Director", None), "FEN": ("Chief Clerk", None)},
    ),
    "an office before a rank": (
        "Talks\n\nThe Spokesman for the Presidency, Ambassador Jan Ode, spoke. Chief of the Customs"
        " Service, Major General Al Tor, was there.\n",
        {
            "Jan Ode": ("Spokesman for the Presidency", None),
            "Al Tor": ("Chief of the Customs Service", None),
        },
    ),
    "an office before a form of address and a day": (
        "Talks\n\nMinister Fen called on the Vice President of Peru, Dr. Jan Ode on 3 May.\n",
        {"Fen": ("Minister", None), "Jan Ode": ("Vice President", "Peru")},
    ),
    "a country told besides": (
        "Call with Prime Minister Ode of Peru\n\nMinister Fen spoke to Peruvian Prime Minister Jan"
        " Ode.\n",
        {"Jan Ode": ("Prime Minister", "Peru"), "Fen": ("Minister", None)},
    ),
    "a ministry and its country": (
        "Talks\n\nMs. Ida Fen, Secretary for Asia, Ministry of Trade of the Republic of Peru,"
        " spoke. Mr. Jan Ode, Speaker of the Parliament of Norway, and Ambassador of Oman Al"
        " Tor spoke.\n",
        {
            "Ida Fen": ("Secretary for Asia", "Peru"),
            "Jan Ode": ("Speaker of the Parliament", "Norway"),
            "Al Tor": ("Ambassador of Oman", "Oman"),
        },
    ),
    "an office on the line below a name": (
        "Senator the Hon Ida Fen\nMinister for Foreign Affairs, Minister for Women\n\nDoorstop\n\n"
        "3 May 2019\n\nIDA FEN, FOREIGN MINISTER: Good morning.\n\nJOURNALIST: Why?\n\n"
        "IDA FEN: Ask him.\n",
        {"Ida Fen": ("Minister for Foreign Affairs, Minister for Women", "Australia")},
    ),
    "the second of two lines of offices": (
        "The Hon Jan Ode MP\nLeader of the House\nMinister for Cod\n\nCod Day\n\n3 May 2019\n\n"
        "Minister Ode spoke of cod.\n",
        {"Jan Ode": ("Minister for Cod", None)},
    ),
    "a rank after an office": (
        "They met Vice President Lt. Gen. Jan Ode, Head of the Ferry Service Amb. Ida Fen, Director"
        " General Al Tor and President of the Senate Senator Eva Roa.",
        {
            "Jan Ode": ("Vice President", None),
            "Ida Fen": ("Head of the Ferry Service", None),
            "Al Tor": ("Director General", None),
            "Eva Roa": ("President of the Senate", None),
        },
    ),
    "lines of a list": (
        "Minutes\n\nPresent:\nIda Fen, Chief Nurse (IF)\nJan Ode OBE, Non-Executive Director\n"
        "Mr. Al Tor, Director, Ferry Division, Ministry of Trade\nEva Roa (Safety Manager)\n\n"
        "Mr. Ode spoke of cod.\n",
        {
            "Ida Fen": ("Chief Nurse", None),
            "Jan Ode": ("Non-Executive Director", None),
            "Al Tor": ("Director, Ferry Division", None),
            "Eva Roa": ("Safety Manager", None),
        },
    ),
    "a line of a list that goes on further in": (
        "Minutes\n\nPRESENT:    Ms. Ida Fen, Assistant to the Chair\n"
        "              for Ferries and Cod\n            Mr. Jan Ode, Clerk\n\nMs. Fen spoke.\n",
        {
            "Ida Fen": ("Assistant to the Chair for Ferries and Cod", None),
            "Jan Ode": ("Clerk", None),
        },
    ),
    "parts of a list between semicolons": (
        "Minutes\n\nPresent: Ida Fen, President; Jan Ode, Business Manager; Al Tor.\n\n"
        "Ida Fen spoke of cod.\n",
        {
            "Ida Fen": ("President", None),
            "Jan Ode": ("Business Manager", None),
            "Al Tor": (None, None),
        },
    ),
    "the label of a witness": (
        "Committee on Cod\n\nMr. Jan Ode (Director, Small Ferries): Cod is dear.\n\n"
        "Ms. Ida Fen (North Vik, Lib.): Why?\n\nMr. Jan Ode: It is scarce.\n",
        {"Jan Ode": ("Director, Small Ferries", None), "Ida Fen": (None, None)},
    ),
    "an office between commas of who has none": (
        "Minutes\n\nMs. Ida Fen, Head of Harbour Works, said that cod was dear. Mr. Jan Ode,"
        " Norsk Rederi, agreed.\n",
        {"Ida Fen": ("Head of Harbour Works", None), "Jan Ode": (None, None)},
    ),
    "signatures side by side": (
        "Talks\n\nMs. Ida Fen met Mr. Jan Ode.\n\nFor Vik          For Ode\n"
        "Ida Fen          Jan Ode\n",
        {"Ida Fen": (None, None), "Jan Ode": (None, None)},
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_an_office_ends_where_its_name_begins(style: str) -> None:
    text, expected = STYLES[style]
    assert facts(text) == expected


OFFICES = [
    ("First Minister Jane Orme said no.", "Jane Orme", "First Minister", None),
    ("They met First Lady Jane Orme.", "Jane Orme", "First Lady", None),
    ("They met Chief Executive Jane Orme.", "Jane Orme", "Chief Executive", None),
    ("They met Chief Executive Officer Jane Orme.", "Jane Orme", "Chief Executive Officer", None),
    ("They met CEO Jane Orme.", "Jane Orme", "CEO", None),
    ("They met Grand Duke Otto Orme.", "Otto Orme", "Grand Duke", None),
    ("They met Interior Minister ad interim Jane Orme.", "Jane Orme",
     "Interior Minister ad interim", None),
    ("They met Jane Orme, Chargé d’affaires a.i., and left.", "Jane Orme",
     "Chargé d’affaires a.i.", None),
    ("They met State Secretary Admiral Jane Orme.", "Jane Orme", "State Secretary", None),
    ("They met Secretary General Jane Orme.", "Jane Orme", "Secretary General", None),
    ("They met HRH Prince Otto Orme, Mayor, there.", "Otto Orme", "Mayor", None),
    ("They met the Minister of Trade of Oman His Excellency Ali Fen.", "Ali Fen",
     "Minister of Trade", "Oman"),
    ("Minister Orme met his counterpart from Oman, Ali Fen.", "Ali Fen", None, "Oman"),
    ("Minister Orme met his Omani colleague Ali Fen.", "Ali Fen", None, "Oman"),
    ("Minister Orme met her colleague from Oman, Ali Fen.", "Ali Fen", None, "Oman"),
    ("Minister Orme met her Omani opposite number Ali Fen.", "Ali Fen", None, "Oman"),
    ("Minister Orme thanked my colleague Joint Secretary Ida Fen.", "Ida Fen",
     "Joint Secretary", None),
    ("They met Minister Ida binti Fen.", "Ida binti Fen", "Minister", None),
    ("They met Minister Kyaw Fen Tun.", "Kyaw Fen Tun", "Minister", None),
    ("Minister Orme of Norway came. The Minister was accompanied by Ambassador Ida Fen.",
     "Ida Fen", "Ambassador", "Norway"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "country"), OFFICES)
def test_offices_and_styles(text: str, name: str, role: str | None, country: str | None) -> None:
    text = f"Talks on cod\n\n{text}\n"
    found = find_people(text, read_layout(text))
    everybody = {p.name: p for p in (*found.participants, *found.persons)}
    assert (everybody[name].role, everybody[name].country) == (role, country)
