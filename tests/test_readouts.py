"""Who speaks in readouts and press releases of many publishers: names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

BOTH = BOTH_SIDES
GREKHOV, OTIENO = "Anatoly Grekhov", "Julius Otieno"
MOSCOW = """Press release on Foreign Minister Anatoly Grekhov's talks with Foreign Minister of Kenya Julius Otieno

On 3 March, Foreign Minister of the Russian Federation Anatoly Grekhov held talks in Moscow with
Minister of Foreign Affairs of the Republic of Kenya Julius Otieno.

"""  # noqa: E501


def speakers(text: str) -> list[str]:
    outline = parse(text, id="example", thesaurus=Thesaurus.default())
    return [said.speaker for passage in outline.passages for said in passage.statements]


@pytest.mark.parametrize(
    "sentence",
    [
        "The heads of the diplomatic services discussed topical issues of bilateral relations.",
        "Both heads of government condemned the attack.",
        "The two top diplomats discussed the return of refugees.",
        "The politicians spoke about energy.",
        "The proximity of positions on most problems was noted.",
        "Readiness to host the next round was expressed.",
        "Particular emphasis was placed on visas.",
        "There was shared concern about the drought.",
        "There was a wide convergence of views on the reform.",
        "The conversation touched on the situation in Sudan.",
        "Discussions during the meeting dealt with ways to boost trade.",
        "The talks were devoted to the agenda of the summit.",
        "Then the discussion turned to grain.",
        "Views were aligned on the need for calm.",
        "The two ministers saw eye to eye on grain.",
        "Topics of discussion also included education.",
        "The telephone call addressed the drought.",
        "Other topics were energy supply and the next session.",
        "Migration was another of the issues addressed.",
        "The situation in Sudan also came under discussion.",
        "Grain figured prominently in the talks.",
        "Visas were also on the agenda of the talks.",
        "The prospects for trade were considered.",
        "The ministers paid special attention to the training of doctors.",
        "They also addressed the management of the lake.",
        "The two ministers had an open exchange on regional issues.",
        "The leaders witnessed the signing of two agreements and called for their implementation.",
        "Minister Grekhov met with Minister Otieno on Monday and exchanged views on grain.",
        "Minister Otieno discussed the matter with Minister Grekhov.",
        "PM Grekhov and FM Otieno held delegation level talks and reviewed relations.",
    ],
)
def test_all_who_meet_speak(sentence: str) -> None:
    assert speakers(MOSCOW + sentence + "\n") == [BOTH]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Minister Otieno reviewed the work of the joint commission.", OTIENO),
        ("Minister Otieno differed, saying that the figures were old.", OTIENO),
        ("The senior Kenyan diplomat invited his host to Nairobi.", OTIENO),
        ("The head of the Kenyan foreign ministry thanked Moscow.", OTIENO),
        ("The Kenyan Secretary of State asked for time.", OTIENO),
        ("The Kenyan side (Minister Otieno) asked for time.", OTIENO),
        ("Minister Otieno fully understood this, saying that he had seen the figures.", OTIENO),
        ("Minister Otieno gave his full support to this.", OTIENO),
        ("From Minister Otieno, there was a request for a loan.", OTIENO),
        ("Our Minister drew attention to the drought.", GREKHOV),
    ],
)
def test_one_of_those_who_meet_speaks(sentence: str, speaker: str) -> None:
    assert speakers(MOSCOW + sentence + "\n") == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "The agreement was reached on Friday when the ministers met.",
        "Otieno made the remarks on the sidelines of a forum.",
        "The ministers adopted the agenda.",
        "The visit is made in preparation of the summit.",
        "It was considered at once.",
    ],
)
def test_nobody_speaks(sentence: str) -> None:
    assert speakers(MOSCOW + sentence + "\n") == []


PARIS = """Telephone conversation of the President of the Republic with Mrs Adaobi Eze, President of Nigeria

The President of the Republic, Mr Laurent Delmas, spoke today with the President of the Federal
Republic of Nigeria, Mrs Adaobi Eze.

"""  # noqa: E501
STOCKHOLM = """Foreign Minister's telephone call with the Foreign Minister of Sweden

Foreign Minister Sanaullah Gilani held a telephone conversation with the Foreign Minister of Sweden,
Ebba Lindqvist, today.

"""
DOHA = """Deputy Prime Minister and Minister of Foreign Affairs Meets Minister of Foreign Affairs of Peru

HE Deputy Prime Minister and Minister of Foreign Affairs Khalid Al Suwaidi met today with HE Minister
of Foreign Affairs of Peru Rosa Villanueva.

"""  # noqa: E501
LEEDS = """PM Peretz Meets with UK Foreign Secretary Daniel Whitcombe

Prime Minister Noa Peretz met today in Jerusalem with UK Foreign Secretary Daniel Whitcombe.

"""


@pytest.mark.parametrize(
    ("opening", "sentence", "speaker"),
    [
        (PARIS, "The Head of State invited President Eze to the summit.", "Laurent Delmas"),
        (STOCKHOLM, "The Swedish Foreign Minister stressed the value of trade.", "Ebba Lindqvist"),
        (
            DOHA,
            "For his part, HE the Deputy Prime Minister and Minister of Foreign Affairs affirmed "
            "his country's keenness.",
            "Khalid Al Suwaidi",
        ),
        (
            LEEDS,
            "The Foreign Secretary asked for time. She agreed to wait.",
            "Daniel Whitcombe, Noa Peretz",
        ),
    ],
)
def test_whom_an_office_or_a_pronoun_means(opening: str, sentence: str, speaker: str) -> None:
    assert speakers(opening + sentence + "\n") == speaker.split(", ")


YOKOHAMA = """Summary of Bilateral Meetings between Prime Minister Saeki and African Leaders

Prime Minister Shuzo Saeki held meetings with the leaders of two countries on May 28.

1. Kenya (President Timothy Ndirangu)

President Ndirangu thanked Japan. The President asked for a loan.

2. Madagascar (President Marc Andrianina)

President Andrianina described the mine. Prime Minister Saeki asked him for care. The President
agreed.
"""
ABU_DHABI = """Majid Al Suwaidi meets Kenyan Cabinet Secretary for Foreign Affairs

ABU DHABI, 5th May - Majid Al Suwaidi, Minister of Foreign Affairs, received Dr. Wanjiru Mbugua,
Cabinet Secretary for Foreign Affairs of Kenya.

The Kenyan minister extended an invitation to Al Suwaidi.
"""
JAKARTA = """ASEAN-Norway Dialogue

On May 4 Kari Holm, Ambassador of Norway to ASEAN, met with Ho Thi Mai, Permanent Representative of
Vietnam to ASEAN.

ASEAN and Norway reaffirmed their partnership. Malaysia voiced support.
"""


def test_a_heading_tells_who_the_president_is() -> None:
    ndirangu, andrianina = "Timothy Ndirangu", "Marc Andrianina"
    assert speakers(YOKOHAMA) == [ndirangu, ndirangu, andrianina, "Shuzo Saeki", andrianina]


def test_a_minister_whose_office_is_called_otherwise() -> None:
    assert speakers(ABU_DHABI) == ["Wanjiru Mbugua"]


def test_the_head_of_a_body_with_an_acronym() -> None:
    text = JAKARTA + "\nSecretary-General of ASEAN Everardo Sembrano reported on the plan.\n"
    assert speakers(text)[-1] == "Everardo Sembrano"


def test_two_of_whom_the_title_tells_are_all() -> None:
    assert speakers(JAKARTA) == [BOTH, "Malaysian side"]


JERUSALEM = """PM Peretz Meets with Prime Minister Tesfaye Abera of Ethiopia

Prime Minister Noa Peretz met in Jerusalem with Prime Minister Tesfaye Abera of Ethiopia.

"""
PERETZ, ABERA = "Noa Peretz", "Tesfaye Abera"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            'Prime Minister Peretz at the start of the meeting:\n\n"Welcome to Jerusalem. Israel '
            'is coming back to Africa.\n\n"We will send experts."\n\nPrime Minister Abera:\n\n'
            '"Thank you. You told me that more firms would come."',
            [PERETZ, PERETZ, PERETZ, ABERA, ABERA],
        ),
        (
            "After the talks the Prime Minister of Ethiopia said,\n\n“I have just seen the port. "
            "It is deep.\n\nPrime Minister Peretz told me about the dam, and we agreed to meet.”"
            "\n\nA dinner was held.",
            [ABERA, ABERA, ABERA],
        ),
        (
            "“Water is life. We have too little,” Prime Minister Peretz said.\n\nPrime Minister "
            "Abera thanked her.\n\n“We heard that loud and clear. The scheme has to work.”",
            [PERETZ, ABERA, PERETZ, PERETZ],
        ),
        (
            "Prime Minister Peretz announced a loan.\n\n“We do not tell Ethiopia how to spend it.”",
            [PERETZ, PERETZ],
        ),
        (
            "– Dams do not know of borders. That is why maps matter – said Prime Minister Abera.",
            [ABERA, ABERA],
        ),
        (
            "Following the talks, the Prime Ministers made the following statements:\n\nN. PERETZ: "
            "It is a pleasure.\n\nI told my colleague that we shall help.\n\nT. ABERA: Thank you.",
            [PERETZ, PERETZ, ABERA],
        ),
        (
            "The Government spokesman, Ulf Kern, issued the following statement:\n\nThe Prime "
            "Minister of Ethiopia thanked Israel.",
            [ABERA],
        ),
    ],
)
def test_quoted_paragraphs_and_what_announces_them(body: str, expected: list[str]) -> None:
    assert speakers(JERUSALEM + body + "\n") == expected


def test_a_title_in_capitals_that_ends_in_an_office_is_no_label() -> None:
    text = (
        "PRESIDENT ASKE HOLDS TALKS WITH PRIME MINISTER OF NORWAY\n\n"
        "The President of the Republic, Ida Aske, on Tuesday, 11th June, 2019, held talks with the "
        "Prime Minister of Norway, Olav Brandt, at Harbour House.\n\n"
        "President Aske indicated that cod was ready to be sent. She was optimistic.\n\n"
        "On his part, Prime Minister Brandt expressed gratitude for the cod.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    said = [one for passage in outline.passages for one in passage.statements]
    assert [one.speaker for one in said] == ["Ida Aske", "Ida Aske", "Olav Brandt"]


def test_questions_over_their_answers_are_nobodys() -> None:
    text = (
        "Prime Minister answers questions after the meeting of ministers\n\n"
        "Harbour Bureau | 5 September 2017 | News\n\n"
        "Prime Minister Ida Aske met the press in Vik on Tuesday afternoon.\n\n"
        "What did the ministers decide on the tunnel?\n\n"
        '"We have asked the ministers to come back with figures," said Aske. "I exclude nothing."\n'
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    said = [one for passage in outline.passages for one in passage.statements]
    assert [one.speaker for one in said] == ["Ida Aske", "Ida Aske"]
    assert outline.place != "Harbour Bureau"
