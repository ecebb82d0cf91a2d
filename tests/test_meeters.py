"""Who meets without an office before the name, and of which country those are who meet."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


def met(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.role, p.country) for p in read(text).participants]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jan Roe, member of the Council of State and Norwegian foreign minister, held talks "
            "with Omani Foreign Minister Ali Doe in Vik on Wednesday. They spoke of cod.",
            [("Jan Roe", "Norwegian foreign minister", "Norway"),
             ("Ali Doe", "Omani Foreign Minister", "Oman")],
        ),
        # On whose initiative two spoke tells of neither of them.
        (
            "On Friday Ivan Roe had a telephone conversation with President of Finland Juha Doe on "
            "the Finnish side’s initiative. The President of Russia described the duties as high.",
            [("Ivan Roe", "President", "Russia"), ("Juha Doe", "President", "Finland")],
        ),
        # Who tells the press of it does not meet.
        (
            "Russian President Ivan Roe has had a telephone conversation with Austrian President "
            "Karl Doe, Press Secretary Oleg Hale told reporters. They spoke of cod.",
            [("Ivan Roe", "Russian President", "Russia"),
             ("Karl Doe", "Austrian President", "Austria")],
        ),
        (
            "The Philippine delegation was led by Undersecretary Ramon Roe while Undersecretary "
            "Ana Doe led the Peruvian delegation. The two met in Vik on 3 May 2004.",
            [("Ramon Roe", "Undersecretary", "Philippines"), ("Ana Doe", "Undersecretary", "Peru")],
        ),
    ],
)  # fmt: skip
def test_who_meets(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert met(text) == expected


def test_who_travels_together_is_of_one_country() -> None:
    outline = read(
        "Fijian ministers met those of New Zealand.\n\nNew Zealand Foreign Minister, Jo Roe, and "
        "Trade Minister, Kay Doe, travelled to Suva today for the meeting. Doe said cod was dear.\n"
    )
    assert [(p.name, p.country) for p in outline.participants] == [
        ("Jo Roe", "New Zealand"),
        ("Kay Doe", "New Zealand"),
    ]


def test_an_ambassador_is_of_the_country_by_which_a_record_calls_him() -> None:
    outline = read(
        "Memorandum of Conversation, by the Secretary of State\n\nParticipants: Ambassador Roe\n"
        "Mr. Doe\n\nThe Swedish Ambassador called upon me at his request. He stated that the "
        "United States and its docks pleased him.\n"
    )
    assert outline.participants[0].country == "Sweden"


def test_a_prime_minister_is_no_premier_where_there_are_both() -> None:
    outline = read(
        "I am glad to have Premier Zhao Min of China here in Hobart, and to speak of eels.\n\n"
        "JOURNALIST: Prime Minister Roe, did you speak of lobsters?\n\n"
        "PRIME MINISTER: I did.\n"
    )
    assert [s.speaker for p in outline.passages for s in p.statements][-1] == "Roe"


def test_the_bill_of_a_transcript() -> None:
    outline = read("""\
Press conference HMAS Eel

Transcript
Mosman
Prime Minister Alan Roe
The Hon Alan Roe MP
Prime Minister of Australia
The Hon Fiona Doe MP
Minister for Resources
Member for Swan

FIONA DOE, MINISTER FOR RESOURCES AND MEMBER FOR SWAN: Welcome, everybody, to the Harbour.

ALAN ROE, PRIME MINISTER: Thanks very much, Fiona. Behind us is the tug.

JOURNALIST: What will it cost?

PRIME MINISTER: Less than the last one.
""")
    assert outline.place == "Mosman"
    assert len(outline.passages) == 4
    said = [(s.speaker, outline.text[s.start : s.end][:6]) for s in outline.passages[0].statements]
    assert said == [("Fiona Doe", "Welcom")]


def test_the_matter_above_a_bill_is_no_place() -> None:
    outline = read("""\
Interview with Minister Roe

3 May 2004

Fisheries
The Hon Jane Roe MP
Minister for Cod

JOURNALIST: Will you come?

MINISTER ROE: Yes, for the fisheries of Vik.
""")
    assert outline.place is None


def test_what_stands_behind_a_name_in_a_label() -> None:
    outline = read("""\
Transcript of the Weekly Briefing

Shri Arvind Roe, Official Spokesperson: Good afternoon. I'll hand over to Nitin.

Shri Nitin Doe, OSD (PR): The first one is on cod.

Shri Arvind Roe, Official Spokesperson: Thank you Nitin. Cod is dear.
""")
    speakers = [s.speaker for p in outline.passages for s in p.statements]
    assert speakers == ["Arvind Roe", "Arvind Roe", "Nitin Doe", "Arvind Roe", "Arvind Roe"]


def test_who_speaks_greets_the_guests_first() -> None:
    outline = read("""\
Media Remarks by Minister Jane Roe at the end of the Meeting with Her Counterpart, Minister Ali \
Doe in Pretoria, South Africa, 11 April 2017
Your Excellency, My Dear Brother, Minister Ali Doe;
Honourable Gen Musa Hale (Rtd), Minister of Interior of the Federal Republic of Nigeria;
Mr Peter Cole, Nigeria’s Acting High Commissioner to the Republic of South Africa;
Good afternoon,
We have just concluded our discussions, which have been friendly.
I thank you.
""")
    assert [(p.name, p.country) for p in (*outline.participants, *outline.persons)] == [
        ("Jane Roe", "South Africa"),
        ("Ali Doe", "Nigeria"),
        ("Musa Hale", "Nigeria"),
        ("Peter Cole", "Nigeria"),
    ]
    assert not any((p.role or "").startswith("’s") for p in outline.persons)


def test_two_forms_of_address_between_an_office_and_a_name() -> None:
    assert met(
        "Communiqué of Minister Roe and Minister Doe\n\nOn 3 May 2004, the Minister of Ports of "
        "Norway, Her Excellency, Ms Jane Roe hosted Mr Ali Doe, Minister of Trade of Oman.\n"
    ) == [("Jane Roe", "Minister of Ports", "Norway"), ("Ali Doe", "Minister of Trade", "Oman")]


def test_what_a_page_says_around_its_text_is_nobody() -> None:
    share = "Share:  Share by Facebook Share by Twitter link to Copy to Clipboard"
    outline = read(
        f"Note to the Press nº 241/2022\nMeeting between Minister Jane Roe and Minister Ali Doe\n"
        f"{share}\n\nOn June 13, 2022, Minister Jane Roe of Norway received Minister Ali Doe of "
        f"Oman. They spoke of cod.\n\n{share}\n"
    )
    assert outline.title == "Meeting between Minister Jane Roe and Minister Ali Doe"
    assert [p.name for p in (*outline.participants, *outline.persons)] == ["Jane Roe", "Ali Doe"]


def test_who_wrote_the_news_in_which_town_is_no_title() -> None:
    outline = read(
        "Jane Hale, Oslo\n\nMinister Ann Roe has said that the price of cod is a sign of the wish "
        "of Norway to sell more of it to Oman than before.\n\nMinister Ali Doe thanked her.\n"
    )
    assert "title" in outline.derived
    assert outline.boilerplate == ("Jane Hale, Oslo",)


def test_journeys_still_to_come_are_no_place() -> None:
    planned = read(
        "Minister Roe's Meeting with Minister Doe of Chile\n\nMinister Roe met Minister Doe on 3 "
        "May 2004.\n\nThey also spoke of President Hale's planned visit to Santiago in June.\n"
    )
    assert planned.place is None
    announced = read(
        "Spokesperson Jane Roe's Regular Press Conference on May 3, 2004\n\nForeign Minister Ali "
        "Doe of Oman will pay an official visit to China from May 17 to 21.\n\nQ: Why?\n\n"
        "A: I have nothing on that.\n"
    )
    assert announced.place is None


def test_a_question_between_two_turns_is_no_heading() -> None:
    outline = read("""\
MINISTER ROE: Ladies and gentlemen, welcome to Vik.

Can you hear the interpreter?

(In English.) Now we know both.

SECRETARY DOE: Thank you very much. Please.

MINISTER ROE: I said that cod was dear.
""")
    assert outline.sections == ()
    assert outline.passages[1].statements[0].speaker == "ROE"


def test_both_side() -> None:
    outline = read("On 3 May 2004 Minister Roe met Minister Doe. Both side discussed cod.\n")
    assert [s.speaker for p in outline.passages for s in p.statements] == ["Both sides"]


def test_those_who_will_meet_today() -> None:
    assert met(
        "Meeting between Jan Roe and his Omani counterpart (Vik, 12 May 2021)\n\nJan Roe, Minister "
        "of Ports, will meet with Ali Doe, Omani Minister of Ports, in Vik today.\n"
    ) == [("Jan Roe", "Minister of Ports", None), ("Ali Doe", "Omani Minister of Ports", "Oman")]


def test_who_departs_for_a_country_is_not_of_it() -> None:
    outline = read(
        "Foreign Minister Roe before departing for Norway\n\n6 May 2022\n\nForeign Minister Anna "
        "Roe issued this statement today before departing for Oslo:\n\nNorway is our close "
        "partner. In Oslo I will meet Foreign Minister Doe.\n"
    )
    assert {p.name: p.country for p in outline.persons}["Anna Roe"] is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "REMARKS BY THE PRESIDENT\nAND PRIME MINISTER ROE OF NORWAY\nIN PHOTO OPPORTUNITY\n\n"
            "The Oval Office\n\n11:15 A.M. EDT\n\nTHE PRESIDENT: It's a great honor.\n\n"
            "PRIME MINISTER ROE: I agree with the President.\n",
            "The Oval Office",
        ),
        (
            "King receives Minister\n\nKing Ali bin Omar received today at Al-Sakhir Palace the "
            "Norwegian Foreign Minister, Jo Roe. They spoke of cod.\n",
            "Al-Sakhir Palace",
        ),
        (
            "Riyadh, Rajab 12, 1443, NNA -- Prince Ali bin Omar, Minister of Ports, received the "
            "Minister of Ports of Norway, Jo Roe. They spoke of cod.\n",
            "Riyadh",
        ),
    ],
)
def test_places(text: str, place: str) -> None:
    assert read(text).place == place


def test_what_a_page_is_filed_under_below_its_day_is_no_heading() -> None:
    outline = read(
        "Readout of President Jane Roe’s Call with Prime Minister Ola Doe of Norway\n\n"
        "April 12, 2021\n• Statements and Releases\n\nPresident Jane Roe spoke today with Prime "
        "Minister Ola Doe of Norway. She thanked him for the cod.\n"
    )
    assert outline.sections == ()


def test_a_given_name_set_apart_by_a_comma() -> None:
    assert met(
        "Outcome of the Meeting\n\nMinister of Foreign Affairs Han, Dong-ju had a meeting with "
        "Minister of Foreign Affairs of Chile Ana Rojas on May 3, 2004. They spoke of squid.\n"
    )[0][:2] == ("Han Dong-ju", "Minister of Foreign Affairs")
