"""Sections and passages of layouts in use, whole: every name and sentence is invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.sections.layout import read_layout

EXAMPLES = {
    "labels in capitals above the words": (
        """Press conference by Foreign Minister Dahle and Foreign Minister Orlo

Oslo, 6 June 2018

FOREIGN MINISTER DAHLE
Thank you all, it is good to be here.

We discussed cod.

FOREIGN MINISTER ORLO (Interpretation)
I thank my colleague.

QUESTION
Is cod dear?

FOREIGN MINISTER DAHLE
It is.
""",
        """0: FOREIGN MINISTER DAHLE Thank you all, it is good to be here.
0: We discussed cod.
0: FOREIGN MINISTER ORLO (Interpretation) I thank my colleague.
0: QUESTION Is cod dear?
0: FOREIGN MINISTER DAHLE It is.""",
    ),
    "a label above the words where others have a colon": (
        """Joint statement to the press

9 June 2021

MINISTER DAHLE: Good afternoon.

MINISTER ORLO: Good afternoon.

MINISTER DAHLE
(As interpreted.) We talked of cod.
""",
        """0: MINISTER DAHLE: Good afternoon.
0: MINISTER ORLO: Good afternoon.
0: MINISTER DAHLE (As interpreted.) We talked of cod.""",
    ),
    "headings in capitals that come again": (
        """Minutes of the harbour board

6 June 2018

Ferries

BACKGROUND

The ferry is old.

DECISION

The ferry will be sold.

Docks

BACKGROUND

The dock is new.
""",
        """1 Ferries
1.1 BACKGROUND
1.1: The ferry is old.
1.2 DECISION
1.2: The ferry will be sold.
2 Docks
2.1 BACKGROUND
2.1: The dock is new.""",
    ),
    "labels with a dash": (
        """Record of the talks between President Orlo and Mr. DAHLE

I - Cod

Mr. DAHLE - Cod is dear.

The President of the Republic - It will be dearer.

Mr. DAHLE - And herring?

The President of the Republic - Herring too. (smiles)

II - Docks

The two Presidents agreed to meet again.
""",
        """I Cod
I: Mr. DAHLE - Cod is dear.
I: The President of the Republic - It will be dearer.
I: Mr. DAHLE - And herring?
I: The President of the Republic - Herring too. (smiles)
II Docks
II: The two Presidents agreed to meet again.""",
    ),
    "underlined headings under others in capitals": (
        """Harbour Council, 12th meeting

Oslo, 24 October 2013

ITEMS DEBATED

Cod
---

The Council took note of a report.

Docks
-----

The Danish delegation called for docks.

OTHER ITEMS

Eels
----

The Council adopted a decision on eels.
""",
        """1 ITEMS DEBATED
1.1 Cod
1.1: The Council took note of a report.
1.2 Docks
1.2: The Danish delegation called for docks.
2 OTHER ITEMS
2.1 Eels
2.1: The Council adopted a decision on eels.""",
    ),
    "a verb that the items below go on with": (
        """Minutes of the harbour board

1. Decision

The Board decided

• to sell the ferry, and
• to meet in May.

Ms. Dahle disagreed.
""",
        """1 Decision
1: The Board decided • to sell the ferry, and • to meet in May.
1: Ms. Dahle disagreed.""",
    ),
    "a table of those present and a heading": (
        """Talks between Norland and Sudland
(Summary)

3 May 2007

On 2 May Minister Dahle met Minister Orlo in Oslo.

Norland | Sudland
Ms. Dahle (Minister) | Mr. Orlo (Minister)
Mr. Roe (Director) | Ms. Doe (Director)

A. Cod

1) Minister Dahle thanked Minister Orlo.

B. Docks

1) Minister Orlo thanked Minister Dahle.
""",
        """0: On 2 May Minister Dahle met Minister Orlo in Oslo.
0: Norland | Sudland Ms. Dahle (Minister) | Mr. Orlo (Minister) Mr. Roe (Director) \
| Ms. Doe (Director)
A Cod
A.1
A.1: Minister Dahle thanked Minister Orlo.
B Docks
B.1
B.1: Minister Orlo thanked Minister Dahle.""",
    ),
    "an item of an agenda that is not the document's": (
        """SUMMARY RECORD OF THE 14TH MEETING

4 May 1994

OPENING

1. Ms. DAHLE said that cod was dear.

AGENDA ITEM 89: COD AND HERRING (continued)

2. Mr. ORLO said that herring was dearer.

3. It was so decided.
""",
        """h1 OPENING
h1.1
h1.1: Ms. DAHLE said that cod was dear.
h2 AGENDA ITEM 89: COD AND HERRING (continued)
h2.2
h2.2: Mr. ORLO said that herring was dearer.
h2.3
h2.3: It was so decided.""",
    ),
    "captions and pages within paragraphs": (
        """Talks between Minister Dahle and Minister Orlo

3 May 2007

1. Cod

Minister Dahle said that cod had never been as dear as in the spring of that year.
(Photo) Working breakfast
Minister Orlo said that herring had been dearer still and that nobody had complained.

2. Docks

Minister Dahle said that the docks had been built before the war and would last long.
[Page 418]
Minister Orlo said that other docks had been built before the war and had not lasted.

The ministers had lunch.
""",
        """1 Cod
1: Minister Dahle said that cod had never been as dear as in the spring of that year. \
Minister Orlo said that herring had been dearer still and that nobody had complained.
2 Docks
2: Minister Dahle said that the docks had been built before the war and would last long. \
Minister Orlo said that other docks had been built before the war and had not lasted.
2: The ministers had lunch.""",
    ),
    "those present without a form of address, a blank line below the head": (
        """Minutes of the harbour committee, 3 March 1998

PRESENT

Ida Dahle, Ole van Roe, Ann Doe (Clerk)

Report of the manager

Ms Dahle presented the accounts.

Any other business

There was none.
""",
        """0: PRESENT Ida Dahle, Ole van Roe, Ann Doe (Clerk)
1 Report of the manager
1: Ms Dahle presented the accounts.
2 Any other business
2: There was none.""",
    ),
    "a telegram signed with a surname": (
        """93. Telegram From the Embassy in Norland to the Department

Oslo, March 4, 1959

1. Minister called me in. He said Cabinet was divided.

2. I told him that we hoped for moderation.

3. Comment: He is worried.

Dahle
""",
        """1
1: Minister called me in. He said Cabinet was divided.
2
2: I told him that we hoped for moderation.
3
3: Comment: He is worried.""",
    ),
    "one item of an agenda above all paragraphs": (
        """SUMMARY RECORD OF THE 3RD MEETING

12 June 1996

The meeting was called to order at 10.15 a.m.

AGENDA ITEM 5: DREDGING FUND

1. Ms. DAHLE said that the fund was empty.

2. The PRESIDENT thanked her.

The meeting rose at 1 p.m.
""",
        """0: The meeting was called to order at 10.15 a.m.
h1 AGENDA ITEM 5: DREDGING FUND
h1.1
h1.1: Ms. DAHLE said that the fund was empty.
h1.2
h1.2: The PRESIDENT thanked her.
h1.2: The meeting rose at 1 p.m.""",
    ),
    "items with a number among other headings": (
        """Dialogue on the lake

Entebbe, 3 July 2018

Opening

Ms. Dahle opened the dialogue.

Agenda Item No. 1: Cod

Mr. Orlo spoke of cod.

Agenda Item No. 2: Herring

Mr. Orlo spoke of herring.

Closing

Ms. Dahle thanked all.
""",
        """h1 Opening
h1: Ms. Dahle opened the dialogue.
1 Cod
1: Mr. Orlo spoke of cod.
2 Herring
2: Mr. Orlo spoke of herring.
h2 Closing
h2: Ms. Dahle thanked all.""",
    ),
    "a date wrapped after its day": (
        """Minutes of the harbour board

The board discussed the price of cod and what the ferries and the docks would cost
in the coming year, and resolved to put off the matter to its next session on 16
November 2011.

The board then discussed the price of herring, which had risen more than that of cod
in the year before, and thanked Ms. Dahle for her work.
""",
        """0: The board discussed the price of cod and what the ferries and the docks would cost \
in the coming year, and resolved to put off the matter to its next session on 16 November 2011.
0: The board then discussed the price of herring, which had risen more than that of cod \
in the year before, and thanked Ms. Dahle for her work.""",
    ),
    "labels in capitals that come again beside a nameless one": (
        """Doorstop interview - Oslo

7 August 2013

IDA DAHLE
Good morning, everyone.

JOURNALIST
Is cod dear?

IDA DAHLE
It is.

OLE ORLO
I agree.

JOURNALIST
And herring?

OLE ORLO
Herring is not.
""",
        """0: IDA DAHLE Good morning, everyone.
0: JOURNALIST Is cod dear?
0: IDA DAHLE It is.
0: OLE ORLO I agree.
0: JOURNALIST And herring?
0: OLE ORLO Herring is not.""",
    ),
    "labels above quotations, and a sentence that goes on in one": (
        """Minister Dahle meets Minister Orlo

3 May 2017

Minister Ida Dahle met Minister Ole Orlo in Oslo today.

Minister Dahle at the start of the meeting:

"Welcome to Oslo. We shall speak of cod."

After the meeting Minister Orlo said,

"We spoke of cod."
""",
        """0: Minister Ida Dahle met Minister Ole Orlo in Oslo today.
0: Minister Dahle at the start of the meeting:
0: "Welcome to Oslo. We shall speak of cod."
0: After the meeting Minister Orlo said, "We spoke of cod.\"""",
    ),
    "a sentence that presents turns": (
        """Minister Dahle meets Minister Orlo

3 May 2017

Following the meeting, the Ministers made the following statements:

I. DAHLE: Cod is dear. We spoke of it.

Herring is not.

O. ORLO: Thank you for the cod.
""",
        """0: Following the meeting, the Ministers made the following statements:
0: I. DAHLE: Cod is dear. We spoke of it.
0: Herring is not.
0: O. ORLO: Thank you for the cod.""",
    ),
    "a pointed day, a lead with a dash, notes with bare numbers": (
        """Telegram from Dahle to Orlo

Oslo, 3. May 1951

97. SECRET  IMMEDIATE

I saw the Minister this morning.[1] He was tired.

2. He went on to make following points:-
(a) cod is dear;
(b) herring is not.

3. I told the Consul.[2] He laughed.

_
1 Dated 2 May. It told of cod.
2 Ole Orlo had served in Bergen.

[AA : A1838/283, 36/6]
""",
        """0: I saw the Minister this morning. He was tired.
2
2: He went on to make following points:- (a) cod is dear; (b) herring is not.
3
3: I told the Consul. He laughed.""",
    ),
    "figures without a sign below numbered pictures": (
        """Meeting of Minister Dahle and Minister Orlo

4 August 2022
Share by Email

(Photo1) The Ministers
(Photo2) The meeting

On August 4, Minister Dahle met Minister Orlo in Oslo. The overview is as follows.

1 At the outset, Minister Dahle spoke of cod.

2 Minister Orlo spoke of herring.

3 It was decided that experts would meet.
""",
        """0: On August 4, Minister Dahle met Minister Orlo in Oslo. The overview is as follows.
1
1: At the outset, Minister Dahle spoke of cod.
2
2: Minister Orlo spoke of herring.
3
3: It was decided that experts would meet.""",
    ),
    "the foot of a page with sentences": (
        """Call of Minister Dahle with Minister Orlo

Oslo, 4 August 2022

Minister Dahle called Minister Orlo today. They spoke of cod.

Press contacts
Jo Berg
Spokesperson
If you are no journalist, please write to the public service.
""",
        "0: Minister Dahle called Minister Orlo today. They spoke of cod.",
    ),
    "headings of a page above numbers": (
        """# Visit of Minister Dahle

3 May 2017

Minister Dahle visited Oslo and Bergen.

## Talks

1. Oslo

(1) Minister Dahle spoke of cod.

(2) Minister Orlo thanked her.

## Evaluation

The visit was useful.
""",
        """0: Minister Dahle visited Oslo and Bergen.
h1 Talks
h1.1 Oslo
h1.1.1
h1.1.1: Minister Dahle spoke of cod.
h1.1.2
h1.1.2: Minister Orlo thanked her.
h2 Evaluation
h2: The visit was useful.""",
    ),
    "paragraphs counted beside headings": (
        """Summary of the meeting of 3 June 2013

3 July 2013

1 ADOPTION OF THE AGENDA

1.1. The Committee met under Ms. Dahle. It adopted the agenda.

2 INFORMATION

2.1 Members

2.1.1 Norland - Cod

2.1. Norland informed the Committee that cod was dear.

2.2. Westland thanked Norland for this.

2.2 Other bodies

2.3. The Bureau reported on herring.
""",
        """1 ADOPTION OF THE AGENDA
1.1
1.1: The Committee met under Ms. Dahle. It adopted the agenda.
2 INFORMATION
2.1 Members
2.1.1 Norland - Cod
2.1.1.1
2.1.1.1: Norland informed the Committee that cod was dear.
2.1.1.2
2.1.1.2: Westland thanked Norland for this.
2.2 Other bodies
2.2.3
2.2.3: The Bureau reported on herring.""",
    ),
    "the days of a journal": (
        """From the journal of Ambassador Dahle

Oslo, 9 October 1956

I set down here what I did in these days. It was much.

29 September

I received Minister Orlo. He spoke of cod.

2 October

I visited Minister Berg. He spoke of herring.

5 October

I saw nobody at all. It rained.
""",
        """0: I set down here what I did in these days. It was much.
1 29 September
1: I received Minister Orlo. He spoke of cod.
2 2 October
2: I visited Minister Berg. He spoke of herring.
3 5 October
3: I saw nobody at all. It rained.""",
    ),
    "a table of contents in columns, symbols behind headings": (
        """Record of the 842nd meeting

23 March 1994

CONTENTS
Item of the
agenda                                   Paragraphs
-      Cod in the field (continued)      1 - 2
5      Herring: report for 1993          3

COD IN THE FIELD (BD/2710) (continued)

1.   Ms. DAHLE (Norland) said that cod was dear.

2.   Mr. ORLO (Westland) agreed with her.

HERRING: REPORT FOR 1993 (BD/INF/733)

3.   The Board took note of the report.
""",
        """h1 COD IN THE FIELD
h1.1
h1.1: Ms. DAHLE (Norland) said that cod was dear.
h1.2
h1.2: Mr. ORLO (Westland) agreed with her.
h2 HERRING: REPORT FOR 1993
h2.3
h2.3: The Board took note of the report.""",
    ),
    "particulars side by side": (
        """Record of conversation between Minister Dahle and Minister Orlo

22 March 1965

Our side: Vice Minister Ole Berg of the Asian Department

Foreign side: Minister of Foreign Affairs Ole Orlo, Ambassador Per Lind

Interpreter: Jo Ek

Recorder: Ann Moe

Dahle: You have come a long way. Did you sleep well?

Orlo: Very well. I thank you.

Dahle: Then let us speak of cod.
""",
        """0: Our side: Vice Minister Ole Berg of the Asian Department
0: Foreign side: Minister of Foreign Affairs Ole Orlo, Ambassador Per Lind
0: Interpreter: Jo Ek
0: Recorder: Ann Moe
0: Dahle: You have come a long way. Did you sleep well?
0: Orlo: Very well. I thank you.
0: Dahle: Then let us speak of cod.""",
    ),
    "lines wrapped unevenly": (
        """Record of a conversation

9 July 1979

1.  Minister Dahle welcomed Minister Orlo and said that the Government
had been dismayed by reports that the boats were being towed out to sea.  Mr
Orlo said that Norland had seventy boats on her hands and that
the patience of the villagers was exhausted.

2.  Minister Dahle replied that she did not underestimate the burden.  Her
Government had decided to accept ten of them from the north and a further number picked
up by other ships.  She asked what he expected from the
meeting at Oslo.  Mr Orlo answered that
nothing would come of it.
""",
        """1
1: Minister Dahle welcomed Minister Orlo and said that the Government had been dismayed by \
reports that the boats were being towed out to sea. Mr Orlo said that Norland had seventy boats \
on her hands and that the patience of the villagers was exhausted.
2
2: Minister Dahle replied that she did not underestimate the burden. Her Government had \
decided to accept ten of them from the north and a further number picked up by other ships. \
She asked what he expected from the meeting at Oslo. Mr Orlo answered that nothing would come \
of it.""",
    ),
    "those present above a rule, and in brackets": (
        """Minutes of the harbour board

2 July 2014

PRESENT:  Ida Dahle, Chairman
          Ole Orlo
          ---
          Per Lind (item 1)

1. Cod

(Attendees) Norwegian side: Minister Dahle
Danish side: Minister Orlo

Ole Orlo said that cod was dear.
""",
        """0: PRESENT: Ida Dahle, Chairman Ole Orlo --- Per Lind (item 1)
1 Cod
1: (Attendees) Norwegian side: Minister Dahle Danish side: Minister Orlo
1: Ole Orlo said that cod was dear.""",
    ),
    "pages that end within a sentence, and with the first word of the next": (
        """Note of a meeting with the Prime Minister of Norland

16 June 1977

The Prime Minister said that the wrecks were not his and that the

- 2 -

bombs were not either. He laughed.

                                        /Mr. Dahle

- 3 -

Mr. Dahle replied that he had

4

no more to say.
""",
        """0: The Prime Minister said that the wrecks were not his and that the bombs were not \
either. He laughed.
0: Mr. Dahle replied that he had no more to say.""",
    ),
    "a heading over all others": (
        """# Council of Harbours, 11 November 2022

- Agenda highlights

## Main results

### Cod

Ministers spoke of cod. They agreed.

### Herring

Ministers spoke of herring. They parted.
""",
        """0: Agenda highlights
1 Cod
1: Ministers spoke of cod. They agreed.
2 Herring
2: Ministers spoke of herring. They parted.""",
    ),
    "declarations are no day of December": (
        """Minutes of the harbour board

3 May 2004

1. APOLOGIES

Ms Dahle had sent her apologies. They were noted.

2. DECLARATIONS OF INTEREST

Mr Orlo declared that he owned a boat. It was noted.
""",
        """1 APOLOGIES
1: Ms Dahle had sent her apologies. They were noted.
2 DECLARATIONS OF INTEREST
2: Mr Orlo declared that he owned a boat. It was noted.""",
    ),
    "headings in capitals with space behind them": (
        """Minutes of the harbour board

6 June 2018

DRAFT – NOT YET APPROVED

1.  CALL TO ORDER  Ms Dahle called the meeting to order at 6.32 p.m.

2.  APPROVAL OF MINUTES  It was agreed that the minutes were right.
""",
        """1 CALL TO ORDER
1: Ms Dahle called the meeting to order at 6.32 p.m.
2 APPROVAL OF MINUTES
2: It was agreed that the minutes were right.""",
    ),
    "headings with space behind their stops": (
        """Note of a meeting on cod

6 June 1988

Cod.   Ms Dahle said that cod was dear.

State visit.   Mr Orlo said that nobody knew the day.

Ferries.   Ms Dahle asked for the letter of 3. May and of
3. June.
""",
        """1 Cod
1: Ms Dahle said that cod was dear.
2 State visit
2: Mr Orlo said that nobody knew the day.
3 Ferries
3: Ms Dahle asked for the letter of 3. May and of 3. June.""",
    ),
    "long headings in capitals over numbers": (
        """Summary record of the seventh meeting

6 June 2018

CONSIDERATION OF REPORTS ON COD OF THE PARTIES UNDER ARTICLE 40 ON HERRING AND EELS

1. Ms. DAHLE said that cod was dear.

REPORTS SUBMITTED BY PARTIES IN THE NORTH ON EELS, ON HERRING AND ON ALL THAT GOES WITH THEM

2. Mr. ORLO said that eels were not.
""",
        """h1 CONSIDERATION OF REPORTS ON COD OF THE PARTIES UNDER ARTICLE 40 ON HERRING AND EELS
h1.1
h1.1: Ms. DAHLE said that cod was dear.
h2 REPORTS SUBMITTED BY PARTIES IN THE NORTH ON EELS, ON HERRING AND ON ALL THAT GOES WITH THEM
h2.2
h2.2: Mr. ORLO said that eels were not.""",
    ),
}

ENDS = [
    "(Concludes)",
    "[End of press conference]",
    "conclusion of press conference",
    "Respectfully submitted,\nIda Dahle, Secretary",
    "(Ida Dahle)          (Ole Orlo)\nFor the Norwegian side          For the Danish side",
    "For the Government of Norland:\n\nIda Dahle",
    "I. N. DAHLE\nIDA DAHLE",
    "11:52 A.M. EDT",
    "Minutes taken by the Secretary",
    "J.P.v.d.B.",
    "(The briefing was concluded at 12:48 p.m.)",
]


def read(text: str) -> str:
    """The sections and passages of a text, a line each, in order."""
    layout = read_layout(text)
    shown: list[str] = []
    sections = {section.id: section for section in layout.sections}
    for section in layout.sections:
        shown.append(f"{section.id} {section.heading or ''}".rstrip())
        for block in layout.blocks:
            if block.section == section.id:
                shown.append(
                    f"{block.section}: {' '.join(layout.text[block.start : block.end].split())}"
                )
    above = [b for b in layout.blocks if b.section not in sections]
    first = [f"{b.section}: {' '.join(layout.text[b.start : b.end].split())}" for b in above]
    return "\n".join([*first, *shown])


@pytest.mark.parametrize("name", EXAMPLES)
def test_layout(name: str) -> None:
    text, expected = EXAMPLES[name]
    assert read(text) == expected


@pytest.mark.parametrize("end", ENDS)
def test_what_stands_below_the_last_words(end: str) -> None:
    text = (
        "Record of the talks on cod\n\nOslo, 4 May 1996\n\n1. Cod\n\nThe sides discussed cod.\n\n"
        f"2. Docks\n\nThe sides discussed docks.\n\nThey agreed to meet in May.\n\n{end}\n"
    )
    layout = read_layout(text)
    assert [text[b.start : b.end] for b in layout.blocks] == [
        "The sides discussed cod.",
        "The sides discussed docks.",
        "They agreed to meet in May.",
    ]
    assert [s.heading for s in layout.sections] == ["Cod", "Docks"]


def test_a_note_whose_star_stands_in_the_front() -> None:
    text = (
        "Summary of the meeting of 3 May 2009\n\nNote by the Chair*\n\n1. Ms. Roe opened it.\n\n"
        "2. Mr. Doe closed it.\n\n__________\n\n* Issued under the Chair's own responsibility.\n"
    )
    layout = read_layout(text)
    assert [b.section for b in layout.blocks][-1] == "2"
    assert layout.boilerplate[-1] == "* Issued under the Chair's own responsibility."


def test_a_heading_right_below_a_row_of_signs() -> None:
    said = "Minister Roe said that the cod of the north had not been seen for a year."
    rest = f"Ferries\n{said}\nDocks\n{said}\n"
    present = "Present:\nMinister Roe          Minister Orlo, Sudland\n* * * *\n"
    text = f"Talks on the Sea\n3 May 2004\n{present}Cod of the North\n{said}\n{rest}"
    headings = [s.heading for s in read_layout(text).sections]
    assert headings == ["Cod of the North", "Ferries", "Docks"]


def test_one_of_several_persons_is_no_heading() -> None:
    said = "Minister Roe said that the cod of the north had not been seen for a year."
    text = (
        "Talks on the Sea\n\n3 May 2004\n\nThese met in Vik.\n\n"
        f"His Excellency Ole Orlo, Ambassador, Vik\n\nMiss Lucy Doe, Ports\n\n{said}\n\n{said}"
    )
    assert read_layout(text).sections == ()


def test_numbered_titles_with_a_colon_are_headings() -> None:
    said = "Minister Roe said that the cod of the north had not been seen for a year."
    text = (
        f"Talks on the Sea\n\n3 May 2004\n\n1. Cod:\n\n{said}\n\n2. Ferries and docks:\n\n{said}\n"
    )
    found = [(s.id, s.heading) for s in read_layout(text).sections]
    assert found == [("1", "Cod"), ("2", "Ferries and docks")]


def test_particulars_with_numbers_beside_titles_are_headings() -> None:
    said = "Minister Roe said that the cod of the north had not been seen for a year."
    text = (
        "Talks on the Sea\n\n3 May 2004\n\n1. Present:\n\nAll of the council.\n\n"
        "2. Chairman:\n\nMr. O. Roe\n\n"
        f"3. Ferries and docks:\n\n{said}\n\n4. Next meeting of all:\n\n{said}\n"
    )
    found = [(s.id, s.heading) for s in read_layout(text).sections]
    assert found == [
        ("1", "Present"),
        ("2", "Chairman"),
        ("3", "Ferries and docks"),
        ("4", "Next meeting of all"),
    ]


def test_one_heading_right_over_all_that_have_numbers() -> None:
    said = "Minister Roe said that the cod of the north had not been seen for a year."
    text = (
        f"Talks on the Sea\n\n3 May 2004\n\nOpening remarks\n\n1. Cod\n\n{said}\n\n"
        f"2. Ferries\n\n{said}\n"
    )
    found = [(s.id, s.heading) for s in read_layout(text).sections]
    assert found == [("h1", "Opening remarks"), ("h1.1", "Cod"), ("h1.2", "Ferries")]


def test_questions_and_answers_have_a_heading() -> None:
    said = "The ministers said that the quota for cod was too low. " * 4
    text = f"Remarks on Cod\n\n3 May 2011\n\n{said}\n\nThank you.\n\nQ&A\n\nQ. Why?\n\n{said}\n"
    assert [section.heading for section in read_layout(text).sections] == ["Q&A"]


def test_matters_with_their_days_are_headings() -> None:
    said = "The ministers said that the quota for cod was too low."
    text = f"Council\n\nThey met.\n\nCod - 14 May\n{said}\n\nEels - 15 May\n\n{said}\n"
    headings = [section.heading for section in read_layout(text).sections]
    assert headings == ["Cod - 14 May", "Eels - 15 May"]


def test_contents_with_numbers_may_be_in_small_letters() -> None:
    said = "The ministers said that the quota for cod was too low."
    text = "Ice Group\n\n3 May 2011\n\nContents\n\n  1. agenda\n  2. cod and ice\n  3. any eels\n\n"
    text += "".join(f"{one}\n\n{said}\n\n" for one in ("agenda", "cod and ice", "any eels"))
    headings = [section.heading for section in read_layout(text).sections]
    assert headings == ["agenda", "cod and ice", "any eels"]


def test_contents_may_name_what_the_text_leaves_out() -> None:
    text = """Press Conference by Minister Roe

Date: 17 April 2009

Main topics:

  1. Opening Remarks
    • (1) Conference on Cod
  2. Talks on Ice (Omitted)
  3. Eels

1. Opening Remarks

(1) Conference on Cod

Minister Roe: The conference will open in an hour. Forty boats have come.

3. Eels

Question: Are they dear?

Minister: I have no report of that.
"""
    sections = [(section.id, section.heading) for section in read_layout(text).sections]
    assert sections == [("1", "Opening Remarks"), ("1.1", "Conference on Cod"), ("3", "Eels")]


def headings_of(text: str) -> list[tuple[str, str | None]]:
    return [(section.id, section.heading) for section in read_layout(text).sections]


def test_headings_with_bullets_may_end_in_a_colon() -> None:
    assert headings_of(
        "Talks in Vik\n\n3 May 2004\n\nMinister Roe met Minister Doe in Vik on 3 May 2004.\n\n"
        "• Trade:\nMinister Roe said that cod was dear, and that it would be dearer.\n\n"
        "• Economy and ports:\nMinister Doe answered that the quay had been mended in spring.\n\n"
        "• Words to the press:\nI am glad that we met, and I will tell you more of it tomorrow.\n"
    ) == [("1", "Trade"), ("2", "Economy and ports"), ("3", "Words to the press")]


def test_a_short_line_between_a_sentence_and_a_number_is_a_heading() -> None:
    assert headings_of(
        "Talks on Cod and Ice, Vik\n\n3 May 2004\n\n"
        "The two ministers met in Vik for two hours and then went to see\n"
        "the new harbour with their delegations and the mayor.\nCod and nets\n"
        "1. Minister Roe said that there was less cod in the seas of the\n"
        "north than in any year before.\n2. Minister Doe agreed with that.\nIce and boats\n"
        "3. Minister Roe said that boats could not go out in the cold and\n"
        "that many men had no work.\n"
    ) == [
        ("h1", "Cod and nets"),
        ("h1.1", None),
        ("h1.2", None),
        ("h2", "Ice and boats"),
        ("h2.3", None),
    ]


def test_a_bare_number_carries_on_the_level_without_brackets() -> None:
    assert headings_of(
        "Talks on Cod\n\n3 May 2004\n\n1. Cod\n\nThe ministers spoke of cod.\n\n2. Eels\n\n"
        "(1) Fresh eels\n\nMinister Roe said that there were few.\n\n"
        "(2) Smoked eels\n\nMinister Doe said that there were many.\n\n"
        "3 Ice\n\nMinister Roe said that there was ice.\n"
    )[-2:] == [("2.2", "Smoked eels"), ("3", "Ice")]


def test_a_page_s_icon_of_a_file_is_no_part_of_a_heading() -> None:
    assert headings_of(
        "Agenda and minutes\nPorts Committee - Tuesday, 4 May 2004 10.00 am\n\nItems\nNo. Item\n\n"
        "1. Apologies\n\nMinutes:\n\nThere were no apologies.\n\n"
        "2. Cod quays pdf icon PDF 88 KB\n\nReport of the Clerk.\n\nMinutes:\n\n"
        "The Committee noted the report.\n"
    ) == [("1", "Apologies"), ("2", "Cod quays")]


def test_what_contents_with_dots_list_are_headings() -> None:
    assert headings_of(
        "Report of the Committee on Cod\n\nThe state of cod .......... 1\n"
        "Nets and boats of the north\nIce in the north .......... 4\n"
        "Words at the end .......... 9\n\nThe state of cod\n\n"
        "The committee heard that cod was dear.\n\nNets and boats of the north\n\n"
        "It was said that nets were old.\n\nIce in the north\n\nWords at the end\n\n"
        "It was said that there was much ice.\n"
    )[-2:] == [("3", "Ice in the north"), ("4", "Words at the end")]
