"""Whose words a document gives: memoranda, transcripts, lists and headings; names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus


def speakers(text: str) -> list[str]:
    """Who speaks in the document ``text``, statement by statement."""
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    return [one.speaker for passage in outline.passages for one in passage.statements]


def test_the_writer_of_a_telegram() -> None:
    text = """The Ambassador in Norvania (Quist) to the Secretary of State

OSLO, March 3, 1951

I told Foreign Minister Dorn that the delay was long. Dorn replied that cod was dear.
"""
    assert speakers(text) == ["Quist", "Dorn"]


def test_the_writer_of_a_memorandum() -> None:
    text = """MEMORANDUM

TO: The Minister
FROM: Ms. Hilda Quist, Director, Fisheries
SUBJECT: Talks with the Danes

The talks were held on 2 June. I told the Danish delegation that cod was dear.
"""
    assert speakers(text) == ["Hilda Quist"]


def test_we_of_a_statement_of_the_chair() -> None:
    text = """Chair's Statement of the Fifth Meeting on Coral
Oslo, 3 May 2011

1. We exchanged views on coral.

2. We welcomed the report of the experts.
"""
    assert speakers(text) == [BOTH_SIDES, BOTH_SIDES]


def test_an_answer_without_a_name() -> None:
    text = """Press Conference by Foreign Minister Setsuko Amagai
3 June 2005

Minister: Good morning. I have one announcement.

Q: What about cod?

A: I have nothing to add.
"""
    assert speakers(text) == ["Setsuko Amagai"] * 3


def test_what_the_press_was_told_after_a_transcript() -> None:
    text = """Meeting with President Karim Ergashev

President Andrei Golubin: I am glad to welcome you. Our trade is growing.

President Karim Ergashev: Thank you. We value our partnership.

After the talks, Press Secretary Dmitri Peskunov told reporters that no papers had been signed.
"""
    assert speakers(text)[-1] == "Dmitri Peskunov"


def test_labels_in_a_list() -> None:
    text = """Committee on Cod: Report
12 May 2018

Mr. Pierre Nkomo of the Secretariat reported on activities carried out since October:

- a workshop in Oslo;
- seminars in Bergen.

The following views were put forward:

- Mr. Nkomo: the workshop should be repeated.
- Director Anna Brandt: the workshop should be shorter.
"""
    assert speakers(text) == ["Pierre Nkomo", "Pierre Nkomo", "Pierre Nkomo", "Anna Brandt"]


def test_headings_name_the_speakers_one_by_one() -> None:
    text = """Summary of Remarks at the Symposium on Ships
Tokyo, 8 February 2003

1. Remarks by Minister Kaori Shindo

I am delighted to see so many shipowners here.

2. Remarks by Professor Edward Lyle

Let me start with a figure.
"""
    assert speakers(text) == ["Kaori Shindo", "Edward Lyle"]


def test_she_is_the_one_who_meets() -> None:
    text = """President Ellen Harlan spoke with Prime Minister Jean Dorval of Haiti
May 2, 2013

President Ellen Harlan told Prime Minister Jean Dorval that Administrator Samantha Pruitt would
come. The Prime Minister thanked her, and asked above all for helicopters. She assured him that
the first would leave that night.
"""
    assert speakers(text) == ["Ellen Harlan", "Jean Dorval", "Ellen Harlan"]


def test_the_visiting_minister() -> None:
    text = """Courtesy call on Foreign Minister Hiromi Sendai by Minister of Mines Jorge Paredes
June 21, 2010

Minister Sendai expressed her sympathy. The visiting minister conveyed his thanks.
"""
    assert speakers(text) == ["Hiromi Sendai", "Jorge Paredes"]


def test_the_chair_opens_and_welcomes() -> None:
    text = """Finance Committee
12 September 2018

Chairperson: Ms Thandi Ngcobo

The Chairperson opened the meeting and welcomed the delegation. Mr James Steyn moved, seconded by
Ms Ngcobo, that the accounts be approved.
"""
    assert speakers(text) == ["Thandi Ngcobo"]


def test_from_a_side_there_was_a_request() -> None:
    text = """Consultations between Japan and Jordan

From the Jordanian side, there was a request for assistance. Participating officials
appreciated the offer.
"""
    assert speakers(text) == ["Jordanian side", BOTH_SIDES]


def test_the_president_of_a_sitting() -> None:
    text = """Council on Cod, 8511th meeting
16 April 2019

President: Mr. Weisberg (Germany)

The President: I thank Mr. Djibril for his briefing.

Mrs. Delacroix (France): President Tshilombo of the Congo has told us that he is ready.

The President: I thank the representative of France.
"""
    assert speakers(text) == ["Weisberg", "Delacroix", "Weisberg"]


def test_a_label_of_two_who_are_all() -> None:
    text = """Joint press conference
3 May 2011

PRIME MINISTER ANA WHAANGA: Thank you all for coming.

PRIME MINISTER ETI LEIATAUA: I am glad to be here.

WHAANGA AND LEIATAUA: We have no comment on that.
"""
    assert speakers(text)[-1] == BOTH_SIDES


def test_who_chaired_is_the_chair() -> None:
    text = """Minutes of the Joint Commission
22 March 2013

The Icelandic delegation was headed by Ms Marta Jonsen, Permanent Secretary, who also chaired the
meeting, and the Maltese delegation by Mr Karm Zahra.

The Chair undertook to remind the owners of the rules.
"""
    assert speakers(text) == ["Marta Jonsen"]


def test_questions_by_number_and_name() -> None:
    text = """Committee on Harbours
Oral evidence
3 November 2020

Members present: Ruth Ashby (Chair); Tom Bellamy.

Witness: Dr Helen Priestley, Director, Ports Institute.

Q1 Chair: Good morning. Could you introduce yourself?

Dr Priestley: I am the Director of the Ports Institute.

Q2 Tom Bellamy: Do freeports work?

Dr Priestley: Some do.
"""
    assert speakers(text) == [
        "Ruth Ashby",
        "Ruth Ashby",
        "Helen Priestley",
        "Tom Bellamy",
        "Helen Priestley",
    ]


def test_a_council_without_an_article() -> None:
    text = """Riverton City Council
January 15, 2019

Mayor Dana Whitfield said that the cost was high. Council agreed by consensus to proceed.
"""
    assert speakers(text) == ["Dana Whitfield", BOTH_SIDES]


def test_countries_are_labels() -> None:
    text = """Meeting of the Friends of Whales
2 June 2013

The main points made were the following:

- Argentina: the ban must stay.
- Iceland: science should decide.
- Japan supported Iceland and presented new figures.
"""
    assert speakers(text) == ["Argentine side", "Icelandic side", "Japanese side"]


def test_the_writer_of_a_despatch() -> None:
    text = """Sir Edmund Pargeter to Viscount Hale

Copenhagen, March 1, 1927

I have the honour to report that cod is dear. The Minister for Foreign Affairs received me. His
Excellency told me that he knew.
"""
    assert speakers(text) == ["Edmund Pargeter", "Minister for Foreign Affairs"]


def test_the_chair_in_small_letters() -> None:
    text = """Board of the Trust
18 October 2011

Ms. Janet Frobisher (chair) and Mr. Peter Hale met.

Mr. Hale said that prices were high. The chair felt that they were not.
"""
    assert speakers(text) == ["Peter Hale", "Janet Frobisher"]


def test_reported_speech_goes_on_in_the_next_paragraph() -> None:
    text = """Minutes of the Council
4 May 1931

Mr. HAVEL (Norway) said that a committee was needed.

It should report within a year.

Its members met on Monday.
"""
    assert speakers(text) == ["HAVEL", "HAVEL"]


def test_a_pronoun_in_the_present() -> None:
    text = """Statement attributable to the Spokesperson for the Secretary-General

Secretary-General Ana Moreau condemns the attack. She extends her condolences to the families.
"""
    assert speakers(text) == ["Ana Moreau", "Ana Moreau"]


def test_what_a_country_had_done_in_the_words_of_its_speaker() -> None:
    text = """Minutes of the Council
4 May 1931

Mr. ROSSI (Italy) supported the proposal. The Italian Government had made a similar suggestion.
"""
    assert speakers(text) == ["ROSSI", "ROSSI"]


def test_a_statement_that_is_issued() -> None:
    text = """After the talks in Ankara
3 May 2019

Foreign Minister Helga Rohling issued the following statement after her meeting in Ankara:

I have made it clear that cod is dear.

We shall remain in touch.
"""
    assert speakers(text) == ["Helga Rohling", "Helga Rohling"]


def test_answers_without_a_label() -> None:
    text = """Remarks by Foreign Minister Helga Rohling upon arrival
3 May 2019

Good morning,

The fleet is in port. Minister Otto Quist promised that it would stay there.

**Q. Is cod still dear?**

Yes, it is. The price went up last week.

Q. And herring?

Herring is another matter.
"""
    assert speakers(text) == ["Helga Rohling"] * 6


def test_a_briefing_that_opens_without_a_label() -> None:
    text = """Daily Press Briefing
3 May 2019

The following is a near-verbatim transcript of today's briefing by Helga Rohling, Spokesperson.

All right, good afternoon, everybody.

The envoy, Otto Quist, said today that cod is dear.

Question: Will it stay so?

Spokesperson: We shall see.
"""
    assert speakers(text)[:2] == ["Helga Rohling"] * 2


def test_an_office_that_a_bracket_fills() -> None:
    text = """Standing Committee on Fisheries
Evidence
3 May 2019

The Chair (Ms. Helga Rohling (Hill North, Lib.)): Good morning, everyone. Mr. Quist, please.

Mr. Otto Quist (Sund, CPC): Thank you. Is cod dear?

The Chair: It is. We shall adjourn.
"""
    assert speakers(text) == ["Helga Rohling"] * 2 + ["Otto Quist"] * 2 + ["Helga Rohling"] * 2


def test_items_that_name_their_speakers_at_the_end() -> None:
    text = """Summary Record of the Fisheries Commission
3 May 2019

Present:
Ms. Helga Rohling, Ministry of Fisheries
Mr. Otto Quist, Coast Guard

1. Cod

In the discussion the following points were made:

- cod was dear (Ms. Rohling);
- the fleet was too old (Mr. Quist).
"""
    assert speakers(text) == ["Helga Rohling", "Otto Quist"]


def test_a_quotation_under_who_said_it() -> None:
    text = """Minister Roe met Minister Quist

3 May 2011

Foreign Minister Hilda Roe met Foreign Minister Knut Quist in Oslo.

Speaking after the meeting Minister Roe said:

“It was a useful talk on cod.” Minister Quist agreed that herring was cheap.
"""
    assert speakers(text) == ["Hilda Roe", "Knut Quist"]


def test_who_closes_a_note_with_a_name() -> None:
    text = """Note for the file: Lunch with Governor Doe
Lima, 2 July 1987

I had lunch with Governor Otto Doe.

I asked about cod. He replied that cod was dear.

Jane Roe
Counsellor
"""
    assert speakers(text) == ["Jane Roe", "Otto Doe"]


def test_the_minister_is_the_publishers_own() -> None:
    text = """Minister Roe speaks with her Omani counterpart
May 3, 2019 - Valletta, Malta - Ministry of Foreign Affairs of Malta

The Honourable Jane Roe, Minister of Foreign Affairs, spoke with Ali Doe, Foreign Minister of
Oman.

Minister Doe stressed that cod was dear. The Minister asked for tea.
"""
    assert speakers(text) == ["Ali Doe", "Jane Roe"]


def test_who_is_in_the_chair_by_a_field() -> None:
    text = """233rd Plenary Meeting of the Council
10 June 1999

1. Date:
Thursday, 10 June 1999

2. Chairman:
Mr. K. Dorn

3. Subjects discussed:

The Chairman recalled that cod was dear.
"""
    assert speakers(text) == ["K. Dorn"]


def test_a_speech_that_begins_with_thanks() -> None:
    text = """Remarks by Foreign Minister Ida Fen after her meeting with Foreign Minister Doe
Oslo, 3 May 2011

Thank you all for coming.

We agreed to open an embassy.
"""
    assert speakers(text) == ["Ida Fen", "Ida Fen"]


def test_what_was_resolved_is_nobodys() -> None:
    text = """Cod Committee
Minutes of the meeting of 12 June 2018

Present: Ida Fen (Chair), Jan Ode

1. Minutes

RESOLVED: That the minutes be approved.

2. Cod

Mr Ode complained that cod was dear.

RESOLVED: That the price be noted.
"""
    assert speakers(text) == ["Jan Ode"]


def test_the_chairman_of_a_hearing_whose_labels_a_full_stop_ends() -> None:
    text = """SENATE COMMITTEE ON COD
Wednesday, March 3, 2010

The committee met at 10:02 a.m., Hon. Otto Brand (chairman of the committee) presiding.

Present: Senators Brand and Ode.

STATEMENT OF HON. IDA FEN, SECRETARY OF COMMERCE

Secretary Fen. Thank you, Mr. Chairman. I am glad to be here.

The Chairman. Thank you. How many ships are there?

Secretary Fen. Forty.

Senator Ode. I had heard thirty.
"""
    assert speakers(text) == ["IDA FEN"] * 2 + ["Otto Brand"] * 2 + ["IDA FEN", "Ode"]


@pytest.mark.parametrize(
    "leads",
    [
        "The overview of his remarks after that are as follows.",
        "The following is an outline of his statement.",
        "The gist of his comments on eels is as follows.",
    ],
)
def test_an_overview_of_remarks_leads_to_what_was_said(leads: str) -> None:
    text = f"""Talks on Cod

3 May 2004

Foreign Minister Jan Roe attended the Cod Forum in Oslo.

1. Opening

Minister Roe spoke of the importance of cod. {leads}

  1. The ban on eels is unacceptable. It has to go.

  2. Ferries are dear everywhere.

2. Closing

Cod was served.
"""
    assert speakers(text) == ["Jan Roe"] * 3


@pytest.mark.parametrize(
    "title",
    [
        "Video Message by Minister Jane Roe",
        "Minister Jane Roe: A Word on Cod",
        "Remarks to the Council by High Representative Jane Roe",
        "Minister Jane Roe's New Year Message",
        "Opening Remarks - Minister Jane Roe",
        "Op-ed by Minister Jane Roe on the Visit of Minister Sam Fen",
    ],
)
def test_a_text_in_the_first_person_is_of_whom_its_title_tells(title: str) -> None:
    text = f"{title}\n\nOslo, 3 May 2019\n\n{IN_FIRST_PERSON}"
    assert speakers(text) == ["Jane Roe"] * 4


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("STATEMENT BY MINISTER OF FOREIGN AFFAIRS", "Minister of Foreign Affairs"),
        ("Statement by the Prime Minister", "Prime Minister"),
        ("Message from the President", "President"),
    ],
)
def test_a_text_of_an_office_is_not_of_one_it_tells_of(title: str, office: str) -> None:
    text = f"{title}\n\nOslo, 3 May 2019\n\n{IN_FIRST_PERSON}"
    assert speakers(text) == [office] * 4


def test_who_is_told_of_in_the_first_person_of_a_visit_did_not_write_it() -> None:
    text = f"Visit of the Prime Minister\n\nOslo, 3 May 2019\n\n{IN_FIRST_PERSON}"
    assert "Prime Minister" not in speakers(text)


IN_FIRST_PERSON = """I am glad to be here. Minister Sam Fen of Oman told me today that cod was dear.

Minister Fen proposed a treaty. I will study it.
"""


@pytest.mark.parametrize(
    "signed", ["[signature] V. Roe", "[Signature] (V. Roe)", "(Signed) V. Roe", "/s/ V. Roe"]
)
def test_who_signs_a_record_of_a_conversation_wrote_it(signed: str) -> None:
    text = f"""Record of Conversation between Ambassador Roe and Deputy Minister S. Fen

29 May 1962

Deputy Minister Fen visited me and said that cod was dear.

I answered that it would be cheaper. Fen objected that it would not.

Ambassador of Norway in Oman

{signed}
"""
    assert speakers(text) == ["S. Fen", "V. Roe", "S. Fen"]
