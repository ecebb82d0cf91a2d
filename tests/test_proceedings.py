"""Who says each sentence of transcripts, minutes, memoranda and coverage: names are invented."""

from __future__ import annotations

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus


def told(text: str) -> list[tuple[str, str]]:
    """Each statement's speaker and its first three words."""
    outline = parse(text, id="example", thesaurus=Thesaurus.default())
    return [
        (said.speaker, " ".join(outline.text[said.start : said.end].split()[:3]))
        for passage in outline.passages
        for said in passage.statements
    ]


def test_questions_without_a_colon_are_nobodys() -> None:
    text = """U.S. DEPARTMENT OF RIVERS
DAILY PRESS BRIEFING
Monday, May 6, 1996

Briefer:  Jane Tarn

MS. TARN: Good afternoon. I have one announcement.

Q    Has the dam held?

MS. TARN: It has held.

Q Will it hold tomorrow?

MS. TARN: We shall see.
"""
    assert told(text) == [
        ("Jane Tarn", "Good afternoon."),
        ("Jane Tarn", "I have one"),
        ("Jane Tarn", "It has held."),
        ("Jane Tarn", "We shall see."),
    ]


def test_bold_labels_and_headings_inside_a_turn() -> None:
    text = """# Press conference on the price of cod

*Oslo, 4 May 2021*

*Transcript*

## Statement

**INGRID DAHLE:** Good morning. Cod is dear.

### Supply

Boats stay in port. Minister Tarn told me so last week. We took note.

## Questions

**PER SUND (moderator):** One question each, please.

**Question:** Why is cod dear?

**INGRID DAHLE:** It is scarce.

**PER SUND:** Thank you all.

*The press conference ended at 10:52.*
"""
    assert told(text) == [
        ("INGRID DAHLE", "Good morning."),
        ("INGRID DAHLE", "Cod is dear."),
        ("INGRID DAHLE", "Boats stay in"),
        ("INGRID DAHLE", "Minister Tarn told"),
        ("INGRID DAHLE", "We took note."),
        ("PER SUND", "One question each,"),
        ("INGRID DAHLE", "It is scarce."),
        ("PER SUND", "Thank you all."),
    ]


def test_a_label_with_a_small_letter_in_the_surname() -> None:
    text = """Oral evidence: Rivers

Tuesday 28 January 2020

Q12  Chair: Welcome. Why is the water brown?

Marcus ffrench: It rained. I saw it.

Q13  Chair: Every day?

Marcus ffrench: Most days.
"""
    assert told(text) == [
        ("Chair", "Welcome."),
        ("Chair", "Why is the"),
        ("Marcus ffrench", "It rained."),
        ("Marcus ffrench", "I saw it."),
        ("Chair", "Every day?"),
        ("Marcus ffrench", "Most days."),
    ]


def test_motions_and_votes_are_nobodys() -> None:
    text = """Minutes of the Parks Committee

4 March 2015

Present: Carol Dahl, Chair; Dale Ruck; Luis Ocha. Absent: Todd Voss.

1. Parks

Ms. Dahl called the meeting to order at 7:00 p.m. Mr. Ruck reported that two trees had fallen.
Motion by Mr. Ruck, second by Mr. Ocha, to replace them. Motion carried 3-0.

2. Close

There being no further business, the Chair declared the meeting closed at 8 p.m.
"""
    assert told(text) == [("Dale Ruck", "Mr. Ruck reported")]


def test_two_columns_of_those_present() -> None:
    text = """Memorandum of Conversation

Washington, March 17, 1987

PARTICIPANTS:

U.S.\t\t\t\tHUNGARY
Secretary Jane Tarn\t\tDeputy Premier Béla Orsós
Rosa Pike, EUR\t\tEva Szabó (Interpreter)

The Secretary said that cod was dear. Orsós replied that carp was not.
"""
    assert told(text) == [
        ("Jane Tarn", "The Secretary said"),
        ("Béla Orsós", "Orsós replied that"),
    ]


def test_posts_of_any_words() -> None:
    text = """Minutes of the Harbour Board

28 August 2018

Present: Judith Stav (Chair), Keith Mulc, Colin Bony (Chief Executive Officer)

Officers: Marian Harti, Harbour Master; Owen Trick, Section 12 Officer

1. Dredging

Mr Mulc asked about the delay. The Harbour Master replied that one ship in six waited. The CEO
agreed to enquire. The Section 12 Officer warned against haste. Members noted the report.
"""
    assert [who for who, _ in told(text)] == [
        "Keith Mulc",
        "Marian Harti",
        "Colin Bony",
        "Owen Trick",
        BOTH_SIDES,
    ]


def test_coverage_of_a_body() -> None:
    text = """Speakers in River Committee Differ over Fish

11 October 2017

Sister JANE TARN, Relief Committee, recounted how the river rose. The nets were lost. She
appealed for calm.

LARS ODE (Sweden) thanked the briefers. No agreement without fish would last. Urging others to
follow, he offered nets. PIA LUND (Finland) concurred.

IVAN ROK (Norway) questioned the figures. His delegation nevertheless voiced readiness to wait.

Taking the floor again, the representative of Sweden welcomed that. Finland’s delegate agreed.
"""
    assert told(text) == [
        ("JANE TARN", "Sister JANE TARN,"),
        ("JANE TARN", "The nets were"),
        ("JANE TARN", "She appealed for"),
        ("LARS ODE", "LARS ODE (Sweden)"),
        ("LARS ODE", "No agreement without"),
        ("LARS ODE", "Urging others to"),
        ("PIA LUND", "PIA LUND (Finland)"),
        ("IVAN ROK", "IVAN ROK (Norway)"),
        ("IVAN ROK", "His delegation nevertheless"),
        ("LARS ODE", "Taking the floor"),
        ("PIA LUND", "Finland’s delegate agreed."),
    ]


def test_members_for_countries() -> None:
    text = """Minutes of the 22nd meeting of the Board

Tallinn, 9 June 2016

The Executive Director, Stelian Drag, presented his report. The member for France asked when the
line would open. The German member considered the increase excessive. The Belgian delegate drew
attention to the costs. The Norwegian representative disagreed.
"""
    assert [who for who, _ in told(text)] == [
        "Stelian Drag",
        "French side",
        "German side",
        "Belgian side",
        "Norwegian side",
    ]


def test_initials_of_those_present_and_verbs_in_capitals() -> None:
    text = """Minutes of the Trust Board
Wednesday 4 July 2018

Present: Dr Amina Shah (Chair), Mr Luke Orr (Chief Executive), Mr Pat Lee (Director)

Item 4: Finance

LO reported a deficit of £2m. PL sought assurance on cash. LO confirmed that cash was sufficient.
The Board NOTED the report.
"""
    assert [who for who, _ in told(text)] == ["Luke Orr", "Pat Lee", "Luke Orr", BOTH_SIDES]


def test_the_minister_of_the_title_is_the_label() -> None:
    text = """Press Conference by Foreign Minister Tanaka
Date: Friday, June 3, 2005

Minister: I would like to begin with fish. We signed an agreement.

Question: What will it change?

Minister: It will change prices. I told Minister Berg so yesterday.
"""
    assert {who for who, _ in told(text)} == {"Tanaka"}


def test_the_writer_of_a_telegram_signs_it() -> None:
    text = """214. Telegram From the Embassy in Norway to the Department of State

Oslo, November 4, 1961, 11 p.m.

1. I was received this morning by Foreign Minister Lars Ode. I asked whether he would sign. He
replied that he would not.

2. I expressed the hope that he might.

Tarn
"""
    assert [who for who, _ in told(text)] == ["Tarn", "Lars Ode", "Tarn"]


def test_forms_of_address_of_the_clergy() -> None:
    text = """Minutes of the Interfaith Council
10 March 2014

Present: Imam Abdool Peer, Swami Prana Giri, Ven. Wong Yat (Secretary)

Ven. Wong wished to know why nothing had been spent. Imam Peer replied that it had rained.
Swami Giri offered to help.
"""
    assert [who for who, _ in told(text)] == ["Wong Yat", "Abdool Peer", "Prana Giri"]


def test_who_holds_an_office_stands_in_brackets_after_it() -> None:
    text = """Summary record of the 4th meeting

1. The CHAIRMAN (Mr. TAMBA, Gabon) suggested that the list should be closed.

2. Mr. LINDEN (Norway) asked why. The Rapporteur (Ms. Otta) said that time was short.

3. The CHAIRMAN agreed. The Rapporteur added that it was late.
"""
    who = [speaker for speaker, _ in told(text)]
    assert who == ["TAMBA", "LINDEN", "Otta", "TAMBA", "Otta"]


def test_the_writer_signs_a_memorandum_with_a_name() -> None:
    text = """Memorandum by the Secretary of State for Ferries

Ottawa, November 19, 1956

On Friday the High Commissioner for India, Mr. Rex Doran, called on me.

Mr. Doran said that he had a message. I replied that I had read it. The High Commissioner then
asked why.

L.W. HOLT
LAWRENCE HOLT
"""
    assert told(text) == [
        ("Rex Doran", "Mr. Doran said"),
        ("LAWRENCE HOLT", "I replied that"),
        ("Rex Doran", "The High Commissioner"),
    ]


def test_a_note_is_signed_above_those_who_get_copies() -> None:
    text = """Note of a Conversation with the Norwegian Ambassador

4 June 1962

Mr. Olav Brekke said that it was late. I replied that it was not.

J. D. MARLOWE
5 June 1962

Copies to: Mr. Hale, Sir John Crane
"""
    assert [who for who, _ in told(text)] == ["Olav Brekke", "J. D. MARLOWE"]


def test_initials_of_a_name_with_a_hyphen() -> None:
    text = """Minutes of the Harbour Board, 3 May 2020

Present: Mr Kofi Asante-Firth, Chief Executive (KAF); Ms Siri Rand, Chief Nurse (SR)

KAF said that cod was dear. SR asked why. He replied that boats stayed in port.
"""
    assert [who for who, _ in told(text)] == ["Kofi Asante-Firth", "Siri Rand", "Kofi Asante-Firth"]


def test_reporters_are_named_with_their_houses() -> None:
    text = """Press Conference by Minister for Fisheries TANABE Yuki

Friday, March 11, 2022

TANABE Yuki, Minister for Fisheries: First, Mr. Olav Brekke, Minister of Fisheries of Norway, will
visit Japan from March 14 to 16. That is all from me.

Uemura, Asahi Shimbun: I would like to ask about nets. How many have been lost?

TANABE Yuki, Minister for Fisheries: Ninety.

Kailash: And boats?

TANABE Yuki, Minister for Fisheries: None.

Daily Echo: Is the harbour open?

TANABE Yuki, Minister for Fisheries: It is.
"""
    who = [speaker for speaker, _ in told(text)]
    minister = "TANABE Yuki"
    assert who == [minister] * 2 + ["Uemura"] * 2 + [minister, "Kailash", minister, minister]


def test_what_a_record_tells_between_turns_and_below_them() -> None:
    text = """Oral evidence: Floods

Wednesday 5 March 2014

Q1 Chair: Good afternoon. We must vote. (Laughter.)

Sitting suspended for a Division in the House.

On resuming—

Q2 Chair: Is the worst over?

Sir David Rand: I hope so.

conclusion of the session
"""
    assert [words for _, words in told(text)] == [
        "Good afternoon.",
        "We must vote.",
        "Is the worst",
        "I hope so.",
    ]


def test_a_dash_sets_off_who_speaks() -> None:
    text = """Record of the Conversation between the President of the Republic and Mr. BRANDT

Paris, 5th February, 1970

Mr. BRANDT - I wish to thank you. Is it going to last?

The President of the Republic - It will last.

Mr. BRANDT – When?

President Faure observed that the float was dear. Mr. Brandt agreed.
"""
    who = [speaker for speaker, _ in told(text)]
    assert who == ["Brandt"] * 2 + ["Faure", "Brandt", "Faure", "Brandt"]


def test_who_speaks_at_a_hearing_with_a_post_or_an_address() -> None:
    text = """Hearing Summary, January 25, 2011

LORNA BECK, State Engineer testified that dams were poor. She asked for money.

Olga Pruitt, Sierra Club supported the bill. She noted that frogs were rare.

Irma Galindo, 1812 Verbena, addressed the Council regarding frogs. She said that it was late.

Peg Olander, a resident of Elm Grove, asked who would pay. Dorrit Vance of 4 Mill Lane thanked all.
"""
    assert [who for who, _ in told(text)] == [
        *["LORNA BECK"] * 2,
        *["Olga Pruitt"] * 2,
        *["Irma Galindo"] * 2,
        "Peg Olander",
        "Dorrit Vance",
    ]


def test_whose_label_an_office_is_who_is_thanked_for_it_tells() -> None:
    text = """Secretary-General's press encounter with the Prime Minister of Tonga

Nuku'alofa, 29 August 2007

PM: Thank you all for coming. It is a great honour.

SG: Thank you, Sir Tomas. The Right Honourable Sir Tomas Vea has been a friend.

Q: Is the harbour open?

PM: It is.
"""
    assert told(text)[0] == ("Tomas Vea", "Thank you all")
    assert told(text)[-1] == ("Tomas Vea", "It is.")


def test_who_opens_a_seminar_is_its_chair() -> None:
    text = """Chair's Perception Paper: Seminar on Nets

Vienna, 17 June 2008

Ambassador Aino Rand opened the seminar, stressing that nets were old.

Mr. Bakyt Osman walked to the harbour, believing that it was near. Ms. Berg asked why.

In closing, the Chair thanked the interpreters.
"""
    assert told(text) == [
        ("Aino Rand", "Ambassador Aino Rand"),
        ("Berg", "Ms. Berg asked"),
        ("Aino Rand", "In closing, the"),
    ]


def test_the_offices_of_a_title_are_those_of_who_heads_the_columns() -> None:
    text = """RECORD OF A CONVERSATION BETWEEN THE FOREIGN AND COMMONWEALTH
SECRETARY AND THE FOREIGN MINISTER OF NORWAY AT THE FISHERIES OFFICE ON
WEDNESDAY 3 NOVEMBER 1976 AT 3.15 PM

Present:

The Rt Hon James Marlow MP          H E Mr Olav Brekke
Mr A C Dale                         H E Mr Nils Strand
Mr R Pell

1.  Mr Marlow welcomed Mr Brekke.

2.  The Ambassador asked whether it was true. Mr Dale replied that it was. The Secretary of State
added that it was late.

3.  The Foreign Minister raised the question of cod.
"""
    assert [who for who, _ in told(text)] == [
        "James Marlow",
        "Nils Strand",
        "A C Dale",
        "James Marlow",
        "Olav Brekke",
    ]


def test_who_speaks_between_commas_and_who_had_spoken_elsewhere() -> None:
    text = """Record of conversation between Mr. James Marlow and Mr. Olav Brekke, Oslo, 3 May 1976

Present: Mr. James Marlow, Mr. Olav Brekke

1. Mr. Marlow said that nets were old. General Doran had told the Prime Minister that cod was dear.

2. Mr. Brekke said that it was late. His Prime Minister, he explained, would come and wished to
know the price. They had agreed upon boats, he said, describing them as new.

3. Mr. Marlow, Mr. Brekke added, had asked for nets. Mr. Marlow objected that not one had been
made, a fact which, he said, was well known.
"""
    marlow, brekke = "James Marlow", "Olav Brekke"
    assert [who for who, _ in told(text)] == [marlow] * 2 + [brekke] * 4 + [marlow]


def test_a_full_stop_sets_off_who_speaks_in_capitals() -> None:
    text = """Record of Conversation of Comrade V. P. Orlov with the Foreign Minister of Bulgaria

Sofia, 24 March 1987. Present: V. P. Orlov, Secretary; Stoyan Petrov, Foreign Minister.

PETROV. I am glad to welcome you. I have a few questions.

ORLOV. Thank you. General Secretary Belov asked me to convey his greetings.

PETROV (smiling). I will pass this on.
"""
    assert [who for who, _ in told(text)] == [
        *["Stoyan Petrov"] * 2,
        *["V. P. Orlov"] * 2,
        "Stoyan Petrov",
    ]


def test_what_bodies_states_and_officers_of_hyphens_say() -> None:
    text = """Report of the Sub-Committee on Nets, 8 June 2012

The meeting took place in Oslo under the chairmanship of Mr. Odair Tavares (Cape Verde).

1. The Chair opened the meeting and bade the participants welcome to Oslo.

2. The United States was sceptical and asked to see the nets.

3. H.E. Major-General R. Rand said that it was late. General Rand thanked the hosts.

4. The Sub-Committee, having considered the matter, recommended that:

- Parties submit data by May;

- boats be counted.
"""
    assert [who for who, _ in told(text)] == [
        "Odair Tavares",
        "American side",
        *["R. Rand"] * 2,
        *[BOTH_SIDES] * 2,
    ]


def test_who_was_heard_besides() -> None:
    text = """Security Council
9576th Meeting
13 March 2024

Ms. Astrid Wenner, Under-Secretary-General, reported that nets were old.

Also briefing the Council was Simplice Ngar, Special Representative of the Secretary-General, who
outlined efforts to mend nets. Since January, he noted, some had been mended.

Also speaking was Mr. Olav Brekke, Envoy.

Hadiza Bukar, a trader in Oslo, described how nets are cut. “We pay twice,” she stressed.

The representative of Malta thanked Ms. Bukar.
"""
    assert [who for who, _ in told(text)] == [
        "Astrid Wenner",
        *["Simplice Ngar"] * 2,
        *["Hadiza Bukar"] * 2,
        "Maltese side",
    ]


def test_who_opens_without_a_label_is_named_below_the_title() -> None:
    text = """# Doorstep statement

## by Deputy Secretary General Ludo Branca at the start of the meeting of Ministers

07 Jun. 2018

Good morning.

As Secretary General Arvid Sko said in Oslo last week, nets are dear. So nets will be on the table.

OANA REED [Spokesperson]: We'll start with the Echo over there.

QUESTION: Thank you. What do you say?

LUDO BRANCA: Well, I'm from the South myself.

OANA REED: Thank you very much.
"""
    branca, reed = "Ludo Branca", "OANA REED"
    assert [who for who, _ in told(text)] == [*[branca] * 3, reed, branca, reed]


def test_an_aside_in_a_clause_of_somebody_else() -> None:
    text = """Note of a meeting between Mr. James Marlow and Mr. Olav Brekke, Oslo, 3 May 1976

1. Mr. Marlow said that nets were old. Secretary Doran had, he said, assured him that they were
new.

2. Mr. Brekke had come, he said, to talk of cod.
"""
    assert [who for who, _ in told(text)] == [*["James Marlow"] * 2, "Olav Brekke"]


def test_she_who_speaks_for_a_side_and_what_a_president_emphasizes() -> None:
    text = """Summary of the meeting held on 15 October 2009

Chairperson: Ms Miriam Voss (South Africa)

1. The representative of Mali expressed concern. He stressed that it was late.

2. The representative of Jordan replied that it was not. Her authorities were ready, she indicated,
to meet Mali. For Jordan, Ms Voss rejoined, it meant work.

3. Ms. REGINA STAUD (Germany), Council President for April, spoke in her national capacity,
emphasizing that women had no seat.
"""
    assert [who.casefold() for who, _ in told(text)] == [
        *["malian side"] * 2,
        *["jordanian side"] * 2,
        "miriam voss",
        "regina staud",
    ]
