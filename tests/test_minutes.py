"""Who speaks, and who is there, in hearings, houses and minutes: the names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="example", thesaurus=Thesaurus.default())


def told(text: str) -> list[tuple[str, str]]:
    """Each statement's speaker and its first three words."""
    outline = read(text)
    return [
        (said.speaker, " ".join(outline.text[said.start : said.end].split()[:3]))
        for passage in outline.passages
        for said in passage.statements
    ]


def met(text: str) -> list[str]:
    return [person.name for person in read(text).participants]


WEIR = """THE WYE WEIR INQUIRY

Day 4

Monday, 3 June 2019

THE CHAIRMAN (SIR HUGH TARN): Good morning. Ms Orme, please begin.

MS ORME: Thank you, sir. I call Mr Boole.

MR TOM BOOLE (sworn)

Questions by MS LYDIA ORME

MS ORME: Mr Boole, you kept the weir until 2011?

A. Yes, I did.

Q. Was it sound?

A. It leaked.

THE CHAIRMAN: Since when?

A. Since the spring, sir.

Q. Whom did you tell?

A. Nobody asked me.

Questions by MR VANE

Q. Nobody at all?

A. Only my wife.
"""


def test_who_examines_a_witness_and_who_answers() -> None:
    assert told(WEIR)[3:] == [
        ("LYDIA ORME", "I call Mr"),
        ("LYDIA ORME", "Mr Boole, you"),
        ("TOM BOOLE", "Yes, I did."),
        ("LYDIA ORME", "Was it sound?"),
        ("TOM BOOLE", "It leaked."),
        ("HUGH TARN", "Since when?"),
        ("TOM BOOLE", "Since the spring,"),
        ("LYDIA ORME", "Whom did you"),
        ("TOM BOOLE", "Nobody asked me."),
        ("VANE", "Nobody at all?"),
        ("TOM BOOLE", "Only my wife."),
    ]
    assert met(WEIR) == ["HUGH TARN", "LYDIA ORME", "TOM BOOLE"]


HOUSE = """Cod Quotas

Jane Orme (Wye North) (Ind) What steps he is taking on cod.

The Minister for Fisheries (Mr Hugh Tarn) We have cut the quota. It was time.

Jane Orme I am grateful for that answer. Can the Minister say when?

Mr Tarn In the spring. My hon. Friend will be pleased.

Sir Otto Vane (Tees) (Lib) Will my hon. Friend think again?

Mr Tarn Never have I heard such a question.

Several hon. Members rose—

Mr Speaker Order. We must move on.
"""


def test_labels_of_a_house_that_no_sign_sets_off() -> None:
    assert told(HOUSE) == [
        ("Jane Orme", "What steps he"),
        ("Hugh Tarn", "We have cut"),
        ("Hugh Tarn", "It was time."),
        ("Jane Orme", "I am grateful"),
        ("Jane Orme", "Can the Minister"),
        ("Hugh Tarn", "In the spring."),
        ("Hugh Tarn", "My hon. Friend"),
        ("Otto Vane", "Will my hon."),
        ("Hugh Tarn", "Never have I"),
        ("Speaker", "Order."),
        ("Speaker", "We must move"),
    ]
    assert met(HOUSE) == ["Jane Orme", "Hugh Tarn", "Otto Vane"]


def test_prose_that_begins_with_names_has_no_labels() -> None:
    text = """Talks on Cod

Minister Orme met Minister Tarn. She said that cod was dear.

Mr. Tarn agreed that it was.
"""
    assert told(text) == [
        ("Orme", "She said that"),
        ("Tarn", "Mr. Tarn agreed"),
    ]


CABINET = """CONCLUSIONS of a Meeting of the Cabinet held on Monday, 3 June 1957

Present:
The Right Hon. HUGH TARN, M P, Prime Minister
The Right Hon. JANE ORME, M P, Secretary of State for Fisheries
The Right Hon. OTTO VANE, M P, Chancellor of the Exchequer

1.  Cod

The Fisheries Secretary said that cod was dear.

In discussion it was argued that herring would do. It was suggested that whiting would not.

The Chancellor of the Exchequer agreed.

The Cabinet—
(1) Took note of the statement by the Fisheries Secretary.
(2) Agreed to resume their discussion.
"""


def test_what_a_cabinet_agreed_item_by_item() -> None:
    assert told(CABINET) == [
        ("JANE ORME", "The Fisheries Secretary"),
        ("OTTO VANE", "The Chancellor of"),
        (BOTH_SIDES, "Took note of"),
        (BOTH_SIDES, "Agreed to resume"),
    ]
    assert met(CABINET) == ["HUGH TARN", "JANE ORME", "OTTO VANE"]


@pytest.mark.parametrize(
    ("lead", "first"),
    [
        ("The Executive Board decided after voting", "to cut the quota"),
        ("Participants agreed to:", "circulate the paper on cod"),
        ("The Committee:", "endorsed the paper on cod"),
    ],
)
def test_what_a_body_decides_is_said_by_all(lead: str, first: str) -> None:
    text = (
        f"Minutes of the Fisheries Board\n\nMs. Orme said that cod was dear.\n\n{lead}\n"
        f"• {first}, and\n• endorsed the plan.\n"
    )
    assert (BOTH_SIDES, " ".join(first.split()[:3])) in told(text)


def test_procedure_is_nobodys_and_what_is_agreed_is_said_by_all() -> None:
    text = """MINUTES OF BRANCH MEETING

In the chair: Bro. Hugh Tarn. Sis. Lydia Orme (Branch Secretary) took the minutes.

Correspondence

The minutes of the meeting held on 3 May were confirmed.

Sis. Orme read a letter from the dockers. Agreed to send four.

Bro. Vane said nights were down. Bro. Tarn shouted that he knew.
"""
    assert told(text) == [
        ("Lydia Orme", "Sis. Orme read"),
        (BOTH_SIDES, "Agreed to send"),
        ("Vane", "Bro. Vane said"),
        ("Hugh Tarn", "Bro. Tarn shouted"),
    ]


def test_an_office_above_a_name_is_whose_label_it_is() -> None:
    text = """United Nations Secretary-General
Kofi Tarn-Orme
Press encounters

12 October 2005

Secretary-General's press encounter (unofficial transcript)

Q: Has it held?

SG: It has. I spoke to President [Hugh] Vane and he told me so.

Q: On the [Lydia] Boole report: is it out?

SG: Ms. Boole will tell us.
"""
    assert {who for who, _ in told(text)} == {"Kofi Tarn-Orme"}
    outline = read(text)
    assert [person.name for person in outline.participants] == ["Kofi Tarn-Orme"]
    assert {person.name for person in outline.persons} == {"Hugh Vane", "Lydia Boole"}


def test_names_in_capitals_above_what_they_say() -> None:
    text = """Minister for Rivers
The Hon Lydia Orme MP

Doorstop interview - Wye

7 August 2013

LYDIA ORME
Good morning. The dam holds.

REPORTER
Minister, for how long?

LYDIA ORME
For years. That is what they tell me and I believe them, all the year round and all day long.

REPORTER
[Inaudible] and the weir?

LYDIA ORME
That holds too.
"""
    assert {who for who, _ in told(text)} == {"Lydia Orme"}
    assert len(told(text)) == 5
    assert met(text) == ["Lydia Orme"]


def test_bold_surnames_as_labels_and_the_whole_name_in_the_title() -> None:
    text = """# Interview with Peronelle Vane, Radio Wye

**VANE:** Cod is dear again. The Fisheries Minister, Hugh Tarn, joins us. Good morning.

**TARN:** Good morning, Peronelle.

**VANE:** Why is it dear?

**TARN:** There are few boats.
"""
    assert [who for who, _ in told(text)] == [
        *["Peronelle Vane"] * 3,
        "Hugh Tarn",
        "Peronelle Vane",
        "Hugh Tarn",
    ]
    assert set(met(text)) == {"Peronelle Vane", "Hugh Tarn"}


def test_those_who_write_to_each_other() -> None:
    text = """Minutes of the Ferry Task Force

Present

Lydia_Orme, Hugh_Tarn, Otto_Vane-Boole

Lydia: Hugh, you had an action.

Hugh: Done last night.

Otto: I saw it. It works.

Lydia: Thanks all.
"""
    assert met(text) == ["Lydia Orme", "Hugh Tarn", "Otto Vane-Boole"]
    assert told(text)[0] == ("Lydia Orme", "Hugh, you had")


def test_who_writes_a_telegram_tells_of_himself_and_of_whom_he_saw() -> None:
    text = """118 Cablegram From Orme To Vane

Cablegram, Bergen, 21 February 1951

1. I saw Foreign Minister Hugo Tarn this morning. I emphasised that cod was dear.

2. Tarn laughed and said that he had heard it before.

3. I have since spoken to the Danish Minister, Jens Boole. He considers that herring will do.

4. Comment. I am sure that Tarn is sincere.
"""
    assert told(text) == [
        ("Orme", "I emphasised that"),
        ("Hugo Tarn", "Tarn laughed and"),
        ("Jens Boole", "He considers that"),
        ("Orme", "I am sure"),
    ]
    assert set(met(text)) >= {"Orme", "Hugo Tarn"}


def test_offices_of_telegrams_and_the_embassy_that_writes() -> None:
    text = """187. Telegram From the Embassy in Norway to the Department of State

Oslo, October 2, 1959

1. Saw Prime Minister Aske-Dahl noon today.

2. PriMin thanked me and asked that his thanks be conveyed.

3. Embassy inclined agree but would wait.

Orme
"""
    assert told(text) == [("Aske-Dahl", "PriMin thanked me"), ("Orme", "Embassy inclined agree")]


def test_whose_journal_it_is() -> None:
    text = """EMBASSY IN NORWAY
TOP SECRET

FROM THE JOURNAL OF A. V. ORMEYEV,
AMBASSADOR TO NORWAY

from 29 September to 6 October 1956

29 September

Received Deputy Premier Nils Aske at his request.

Aske said that cod was dear. According to him, three members spoke in favor of herring. \
I answered that this was an internal matter.

AMBASSADOR
/A. ORMEYEV/
"""
    assert told(text) == [
        ("Nils Aske", "Aske said that"),
        ("Nils Aske", "According to him,"),
        ("A. V. ORMEYEV", "I answered that"),
    ]


def test_lines_that_end_in_the_middle_of_a_sentence_go_on() -> None:
    text = """Record of a conversation between the Secretary and the Minister

1.  Lord Orme welcomed Mr Tarn and said that the Government had been
dismayed by reports that boats were being towed out to the sea.  Mr
Tarn said that cod was dear.  The
United Kingdom had decided to take herring and other fish that were
landed in ports of the Channel.  He asked what would come of it.  In Kuala
Lumpur they knew.
"""
    outline = read(text)
    assert len(outline.passages) == 1


def test_an_office_with_its_country_is_the_office_alone_too() -> None:
    text = """Memorandum of Conversation

DATE: June 12, 1958

PARTICIPANTS:  Mr. Otto Brand, Ambassador of Norway
               Mr. Walter Merriam, Deputy Under Secretary

Mr. Brand called at his own request. The Ambassador said that cod was dear. Mr. Merriam replied
that Ambassador Tappan had said so.
"""
    assert told(text)[:1] == [("Otto Brand", "The Ambassador said")]


def test_a_list_of_those_present_under_a_head_alone() -> None:
    text = """Memorandum of Conversation

Brussels, May 29, 1975

PARTICIPANTS

  - Stavros Kalleris, Prime Minister of Greece
  - President Gerald Orme
  - Dr. Emil Brand, Assistant to the President

Kalleris: I welcome this opportunity.

President: So do I.

Brand: It is late.
"""
    assert met(text) == ["Stavros Kalleris", "Gerald Orme", "Emil Brand"]
    assert [who for who, _ in told(text)] == ["Stavros Kalleris", "Gerald Orme", "Emil Brand"]


def test_who_moderates_and_who_asks_by_name() -> None:
    text = """Joint Press Conference by Foreign Minister Aske and Minister Brand
Bergen, 2 May 2022

Participants: Jorun Aske, Minister for Foreign Affairs of Norway; Otto Brand, Minister of Fish of \
Denmark; moderated by Nils Orme

MODERATOR: Good afternoon. The Minister will go first.

MINISTER ASKE: Cod is dear.

QUESTION (Vane, Daily Echo): Minister, will it stay so?

MINISTER BRAND: It will.

QUESTION: And herring?

MINISTER ASKE: That too.
"""
    assert told(text) == [
        ("Nils Orme", "Good afternoon."),
        ("Nils Orme", "The Minister will"),
        ("Jorun Aske", "Cod is dear."),
        ("Vane", "Minister, will it"),
        ("Otto Brand", "It will."),
        ("Jorun Aske", "That too."),
    ]


def test_who_writes_a_telegram_meets_whom_he_saw() -> None:
    text = """214. Telegram From the Embassy in Norway to the Department of State

Oslo, November 4, 1961

1. I was received this morning by Foreign Minister Jorun Aske. She said that cod was dear.

2. This afternoon, in company of others, I called on Vice President Otto Brand. He denied it.

3. Consul General Orme reports that herring is too.

Boole
"""
    assert set(met(text)) == {"Boole", "Jorun Aske", "Otto Brand"}


def test_who_speaks_by_a_whole_name_that_nothing_else_makes_known() -> None:
    text = """Report of the Sixth Workshop on Cod

1. Ms Lydia Orme argued that cod was dear. Quenby Tarnisch presented a survey of 600 boats.

2. “It is dear,” said Perrin Voskuyl of the Guild, who spoke on herring.

3. The representative of Codex said that whiting would do. The Chair took it that all agreed.
"""
    assert told(text)[:4] == [
        ("Lydia Orme", "Ms Lydia Orme"),
        ("Quenby Tarnisch", "Quenby Tarnisch presented"),
        ("Perrin Voskuyl", "“It is dear,”"),
        ("Codex side", "The representative of"),
    ]


def test_offices_in_a_column_beside_those_present() -> None:
    text = """RECORD OF THE TENTH MEETING
Held at Vienna, on Wednesday, 23 March 1994, at 10.45 a.m.

ATTENDANCE

Mr. TARN                 Chairman (Norway)

Ms. ORME                 Canada
Mr. BOOLE                Director General

COD

1.   Ms. ORME (Canada) said that cod was dear.

2.   The DIRECTOR GENERAL recalled that he had said so.

3.   The CHAIRMAN took it that all agreed.
"""
    assert told(text) == [
        ("ORME", "Ms. ORME (Canada)"),
        ("BOOLE", "The DIRECTOR GENERAL"),
        ("TARN", "The CHAIRMAN took"),
    ]


def test_the_prime_minister_alone_is_the_host() -> None:
    text = """NOTE OF A MEETING BETWEEN THE PRIME MINISTER AND THE PRIME MINISTER OF
MALTA AT 10 DOWNING STREET ON THURSDAY 16 JUNE 1977

Present:

The Rt Hon Leonard Orme MP          H E Mr. Dun Zammit
Sir Antony Tarn                     Dr Salvu Bonnici

Welcoming Mr. Zammit, the Prime Minister recalled that cod was dear.

Mr. Zammit said that it was. The Prime Minister suggested herring.
"""
    assert told(text) == [
        ("Leonard Orme", "Welcoming Mr. Zammit,"),
        ("Dun Zammit", "Mr. Zammit said"),
        ("Leonard Orme", "The Prime Minister"),
    ]


def test_questions_with_who_asks_and_sides_of_a_works_council() -> None:
    text = """Government press conference

Friday, 9 September 2016

QUESTION ORMSON: Mr Tarn, is cod dear?

TARN: It is.

SUPPLEMENTARY QUESTION ORMSON: Since when?

TARN: Since May.

QUESTION: Why?
"""
    assert told(text) == [
        ("ORMSON", "Mr Tarn, is"),
        ("Tarn", "It is."),
        ("ORMSON", "Since when?"),
        ("Tarn", "Since May."),
    ]
    council = "Minutes of the Works Council\n\nThe employee side said that cod was dear.\n"
    assert told(council) == [("Employee side", "The employee side")]
