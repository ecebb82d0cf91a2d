"""Records as they were printed: lines counted in the margin, notes, lists under small heads."""

from __future__ import annotations

from searchkit.outlines.around.cables import cable_head
from searchkit.outlines.header.header import read_header
from searchkit.outlines.sections.layout import read_layout
from searchkit.outlines.text.margins import line_numbers


def told(text: str) -> list[str]:
    """Each passage behind its section, each heading before its own."""
    layout = read_layout(text)
    return [f"{b.section}: {' '.join(layout.text[b.start : b.end].split())}" for b in layout.blocks]


def heads(text: str) -> list[str]:
    return [f"{s.id}: {s.heading or ''}" for s in read_layout(text).sections]


LINES = """\
Transcript of the Harbour Hearing, 3 May 2004

           1                                         Monday, 3 May 2004
           2   (9.30 am)
           3                   Opening by MR DOE
           4   MR DOE:  Good morning.  We look at the
           5       loss of the ferry
           6       and at nothing else.
           7   LADY ROE:  Yes.
           8   MR DOE:  Of 12 lamps
           9       11 were out.
          10   LADY ROE:  And the other?
                                   1
           1   MR DOE:  It was not lit.
           2                   Reply by LADY ROE
           3   LADY ROE:  I see.
           4     (The hearing adjourned until 2.00 pm)
                                   2
"""


def test_lines_counted_in_the_margin_are_one_turn() -> None:
    wanted = [
        "1: MR DOE: Good morning. We look at the loss of the ferry and at nothing else.",
        "1: LADY ROE: Yes.",
        "1: MR DOE: Of 12 lamps 11 were out.",
        "1: LADY ROE: And the other?",
        "1: MR DOE: It was not lit.",
        "2: LADY ROE: I see.",
    ]
    # The numbers of lines are no words of theirs.
    spaced = LINES.replace("\n", "\n\n")
    for text in (LINES, spaced):
        assert told(text) == wanted
        assert heads(text) == ["1: Opening by MR DOE", "2: Reply by LADY ROE"]
    apart = read_layout(LINES).boilerplate
    assert apart == ("2 (9.30 am)", "1", "4 (The hearing adjourned until 2.00 pm)", "2")


def test_items_line_by_line_are_no_lines_of_a_page() -> None:
    for sign in ("{n:2}  Cod of kind {n} is dear.\n", "{n}  Cod: kind {n} is dear.\n"):
        items = "".join(sign.format(n=n) for n in range(1, 15))
        assert len(heads(f"Cod\n\n{items}")) == 14


def test_numbers_without_words_count_no_lines() -> None:
    assert list(line_numbers("".join(f"{n}\n" for n in range(1, 20)))) == []


def test_numbers_alone_on_their_lines_number_what_is_below() -> None:
    text = """\
Minutes of the Harbour Board

3 May 2004

1

The Board looked at the docks and at the ferries first, and the Chair said that both were old by
now.
Docks
2

The docks are closed.
Ferries and lamps
3

The ferries are old. The Board noted that the oldest of them has seen the harbour before the lamps.
Miss Roe would sell it.
4

Nobody would buy it.
"""
    assert heads(text) == [
        "1: ",
        "h1: Docks",
        "h1.2: ",
        "h2: Ferries and lamps",
        "h2.3: ",
        "h2.4: ",
    ]
    assert [passage.partition(" ")[0] for passage in told(text)] == [
        "1:",
        "h1.2:",
        "h2.3:",
        "h2.4:",
    ]


def test_numbers_of_pages_alone_on_their_lines_number_nothing() -> None:
    page = "The Chair said that the lamps were old.\n\n" * 50
    text = "Minutes\n\n" + "".join(f"{page}{n}\n\n" for n in range(1, 5))
    assert heads(text) == []


def test_first_letters_under_two_numbers_are_numbers_themselves() -> None:
    text = """\
Minutes of the Harbour Board

3 May 2004

Summary:

(1) The Chair said that the lamps were old.

(2) The Board tabled the fares.

The Chair called the meeting to order.

1. ROLL CALL
All were there.

2. OLD BUSINESS
A. Lamps on the Quay
The Chair said that they were old.

3. NEW BUSINESS
A. Fares of the Ferry
Miss Roe said that they were high.
"""
    assert heads(text) == [
        "1: ROLL CALL",
        "2: OLD BUSINESS",
        "2.A: Lamps on the Quay",
        "3: NEW BUSINESS",
        "3.A: Fares of the Ferry",
    ]
    # What stands in brackets above the first part is none.
    above = "(1) The Chair said that the lamps were old. (2) The Board tabled the fares."
    assert told(text)[:2] == [f"0: Summary: {above}", "0: The Chair called the meeting to order."]


def test_how_those_present_voted_is_one_paragraph() -> None:
    text = """\
Minutes of the Harbour Board

3 May 2004

Roe moved, Doe seconded, approval of the fares.

Roll Call
Ayes: Roe, Doe, and Fen.
Nays: None.

Voting for: Roe, Doe
Against: Fen

The meeting adjourned.
"""
    assert told(text) == [
        "0: Roe moved, Doe seconded, approval of the fares.",
        "0: Roll Call Ayes: Roe, Doe, and Fen. Nays: None.",
        "0: Voting for: Roe, Doe Against: Fen",
        "0: The meeting adjourned.",
    ]


def test_names_over_what_is_said_in_parliament() -> None:
    text = """\
HERRING (PRICES)

HC Deb 12 June 1951 vol 488 cc2021-3
12. Sir Hugh Roe

asked the Minister of Food whether he is aware that herring is dear.

The Minister of Food (Mr. Doe)

Yes, Sir. I have asked the Board to report.

Sir H. Roe

Is the Minister aware that nobody can wait for it?

Hon. Members

Oh.

Mr. Doe

I am aware of it.

Several Hon. Members rose

Mr. Doe

It comes in July.
"""
    assert told(text) == [
        "0: Sir Hugh Roe asked the Minister of Food whether he is aware that herring is dear.",
        "0: The Minister of Food (Mr. Doe) Yes, Sir. I have asked the Board to report.",
        "0: Sir H. Roe Is the Minister aware that nobody can wait for it?",
        "0: Hon. Members Oh.",
        "0: Mr. Doe I am aware of it.",
        "0: Several Hon. Members rose",
        "0: Mr. Doe It comes in July.",
    ]
    assert heads(text) == []


def test_what_stands_above_the_evidence_given_to_a_committee() -> None:
    text = """\
UNCORRECTED TRANSCRIPT

HARBOUR COMMITTEE

THE LAMPS OF VIK

TUESDAY 3 MAY 2011

ADA ROE and DR OLA DOE

RT HON SIR HUGH FEN

Evidence heard in Public

Questions 1 - 9

USE OF THE TRANSCRIPT

1.

This is an uncorrected transcript of what was said. It is on the internet.

2.

Any public use of, or reference to, the contents should say so.

Members present:

Ida Moe (Chair)

Mr Otto Lee

Carl Berg

Q1 Chair: Miss Roe, over to you.

Ada Roe: Thank you. The lamps are old.

Dr Doe: So is the quay.

Q2 Carl Berg: How old is it?

Sir Hugh Fen: It is as old as I am.

Ada Roe: That is very old.
"""
    assert heads(text) == []
    assert told(text)[:2] == [
        "0: Members present: Ida Moe (Chair) Mr Otto Lee Carl Berg",
        "0: Q1 Chair: Miss Roe, over to you.",
    ]
    assert len(told(text)) == 7


def test_notes_below_a_telegram_are_counted_on_though_the_sign_of_one_is_lost() -> None:
    text = """\
The Chargé in Norland (Doe) to the Secretary of State

83. My 79, July 2, 4 p.m.21 The Minister asked me last night for the names of three men who
understood lamps.

Mr. Roe laughed and admitted it. He assured me that the lamps would be lit.

I expressed my satisfaction, and I asked whether he had told the Board so.

Nothing should be done until the Department hears from me again.

Doe
  21. Not printed.
  22. See telegram No. 31, May 19, p. 736.
"""
    layout = read_layout(text)
    assert heads(text) == []
    assert len(layout.blocks) == 4
    assert layout.boilerplate[-3:] == (
        "Doe",
        "21. Not printed.",
        "22. See telegram No. 31, May 19, p. 736.",
    )


def test_the_note_on_the_source_tells_where_and_when() -> None:
    text = """\
141. Memorandum of Conversation0

SUBJECT

  • Lamps and Northern Waters

PARTICIPANTS

  • U.S.
    • The Secretary
    • Mr. Doe
  • Norway
    • Foreign Minister Roe

Mr. Roe said that the lamps were old. The Secretary replied that nobody wanted them.

The conversation then turned to the herring.

0. Source: Department of State, Lot 65. Secret. Drafted by Doe. The conversation took place in \
Oslo, May 8, 1962.
1. Not printed.
"""
    layout = read_layout(text)
    assert layout.title == "Memorandum of Conversation"
    header = read_header(text, layout)
    assert (header.date_meeting, header.place) == ("1962-05-08", "Oslo")


def test_lines_over_series_that_begin_with_one_head_them() -> None:
    text = """\
3 May 2004

Report by the Secretary
and the Deputy Secretary
to the 12th meeting of the Board

Report by the Secretary
1. Visit to Vik
The Secretary saw the lamps. They are old.
2. Visit to Nes
The Secretary saw the quay.
Report by the Deputy Secretary
1. Visit to Oslo
The Deputy Secretary saw the ferry.
"""
    assert heads(text) == [
        "h1: Report by the Secretary",
        "h1.1: Visit to Vik",
        "h1.2: Visit to Nes",
        "h2: Report by the Deputy Secretary",
        "h2.1: Visit to Oslo",
    ]


def test_the_head_of_a_cable_is_set_apart_and_tells_when_it_was_sent() -> None:
    text = """\
PAGE 01        OSLO  01234  121530Z

42
ACTION EUR-12
INFO  OCT-01  ISO-00  SS-15  /048 W
                     ---------------------     023456
R 121410Z MAR 75
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 1234
C O N F I D E N T I A L OSLO 1234
E.O. 11652: GDS
TAGS: PFOR, NO
SUBJ: CALL ON MINISTER ROE

REF: STATE 56789

1. I called on Minister of Ports Roe to discuss lamps. He said
that they were old.

2. Roe asked whether USG would help.
CONFIDENTIAL

PAGE 02        OSLO  01234  121530Z

3. Roe was frank, and he said so.
DOE

CONFIDENTIAL
"""
    layout = read_layout(text)
    assert (layout.title, layout.date_published) == ("CALL ON MINISTER ROE", "1975-03-12")
    assert heads(text) == ["1: ", "2: ", "3: "]
    assert len(layout.blocks) == 3
    assert {"FM AMEMBASSY OSLO", "TAGS: PFOR, NO", "REF: STATE 56789", "DOE"} <= set(
        layout.boilerplate
    )


def test_a_picture_and_an_author_are_no_part_of_what_a_page_tells() -> None:
    text = """\
Secretary Roe Meets Minister Doe

February 9, 2023

By Northern News

Secretary Ada Roe with Norland's Minister of Ports. Photo Credit: The Harbour

Secretary Ada Roe met with Minister Ola Doe on Wednesday, ahead of a meeting on lamps.

They agreed that the lamps must not be forgotten.

### Northern News

Northern News is a journal that tells of the North.
"""
    assert told(text) == [
        "0: Secretary Ada Roe met with Minister Ola Doe on Wednesday, ahead of a meeting on lamps.",
        "0: They agreed that the lamps must not be forgotten.",
    ]


def test_contents_under_the_heads_of_their_columns_list_headings_of_two_ranks() -> None:
    text = """\
CONCLUSIONS of a Meeting held on 3 May 1967

Present:
Mr. Roe
The following were also present:
Mr. Doe, Board of Trade, for whom the second of the items below was kept (Item 2)
Secretariat:
Miss Fen

CONTENTS
Minute No. Subject Page
1 LAMPS AND QUAYS ... 3
Vik
2 FARES ... 4

Lamps and Quays
Vik
1. Mr. Roe said that the lamps of Vik were old and that nobody would buy them.

He would sell them.

Fares
2. Mr. Doe said that the fares were high.
"""
    assert [head.partition(": ")[2] for head in heads(text)] == [
        "Lamps and Quays",
        "Vik",
        "",
        "Fares",
        "",
    ]
    assert "0: Secretariat: Miss Fen" in told(text)


def test_a_line_without_its_number_is_no_edge_of_a_page() -> None:
    lost = "and he said that nobody had seen the lamps"
    text = LINES.replace("          10   LADY", f"               {lost}\n          10   LADY")
    assert lost in " ".join(told(text))
    foot = "               Vik Reporters (555) 1234"
    text = LINES.replace("                                   1\n", f"{foot}\n")
    assert foot.strip() in read_layout(text).boilerplate


def test_what_somebody_says_under_a_name_that_is_told_above_is_text() -> None:
    text = """\
Remarks on Lamps

By Minister Ada Roe

The two ministers met in Vik on 3 May 2004 and spoke of lamps.

## Minister Ada Roe

Thank you all for coming. I am glad that we agree about the lamps on the quay.

## Minister Ola Doe

Thank you. I think that the quay is ready for them.
"""
    assert len(told(text)) == 3


def test_a_project_tells_of_itself_in_its_own_text() -> None:
    text = """\
Northern Gateway

Northern Gateway is a database project of Norway and Iceland that both ministries began in 2001.

On 3 May 2004, Foreign Minister Ada Roe of Norway met Foreign Minister Jon Doe of Iceland in Oslo.

Ms. Roe said that the harbour would be ready in the winter.
"""
    assert len(told(text)) == 3
    assert read_layout(text).title == "Northern Gateway"


def test_a_day_that_no_month_has_is_none_on_which_a_cable_was_sent() -> None:
    assert cable_head("P 130204Z FEB 76\nFM AMEMBASSY OSLO\nSUBJECT: Cod") is not None
    for day in ("39", "00", "31"):
        assert cable_head(f"P {day}0204Z FEB 76\nFM AMEMBASSY OSLO\nSUBJECT: Cod") is None


def test_what_is_said_for_and_against_is_no_vote() -> None:
    said = [
        "For: Ms. Roe said that the ships were old.",
        "Against: Mr. Doe said that there was no money for it.",
    ]
    assert told("Talks on Ships\n\nThey met in Vik.\n\n" + "\n".join(said))[1:] == [
        f"0: {line}" for line in said
    ]
