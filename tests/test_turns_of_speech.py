"""Labels, guests, joint statements, and who says something in a quotation; names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.records import Statement
from searchkit.thesaurus import Thesaurus

OPENING = """Foreign Minister Aske meets Foreign Minister Brand of Malta

3 May 2010

Foreign Minister Jorun Aske of Norway met Foreign Minister Otto Brand of Malta in Oslo.

"""
ASKE, BRAND = "Jorun Aske", "Otto Brand"


def statements(text: str) -> list[Statement]:
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    return [one for passage in outline.passages for one in passage.statements]


def speakers(text: str) -> list[str]:
    """Who speaks in the document ``text``, statement by statement."""
    return [one.speaker for one in statements(text)]


FORMS = {
    "says before the name": ("“Cod is dear,” says Minister Aske.", [ASKE]),
    "the guest": (
        "Minister Brand spoke of cod.\n\n“It is dear in Gozo too,” concluded the guest.",
        [BRAND, BRAND],
    ),
    "the host": ("Minister Brand spoke of cod. The host praised him.", [BRAND, ASKE]),
    "who was invited": (
        "Minister Aske thanked him, and invited him to visit Bergen. The invitation was accepted.",
        [ASKE, BRAND],
    ),
    "nobody answers herself": (
        "Mr. Brand spoke of cod. Ms. Aske asked about herring. He replied that it was dear. He"
        " asked about eel. She countered that nobody knew.",
        [BRAND, ASKE, BRAND, BRAND, ASKE],
    ),
    "in answer": (
        "Minister Aske welcomed the plan. He stated in response that it was late.",
        [ASKE, BRAND],
    ),
    "in reply it was pointed out": (
        "Minister Aske asked about cod. In reply it was pointed out that it was dear.",
        [ASKE, BRAND],
    ),
    "those around the table": ("Those around the table condemned the ban.", [BOTH_SIDES]),
    "the head of a delegation": (
        "The Maltese delegation's head described the harbor. Norway's delegation left.",
        [BRAND],
    ),
    "a message read": ("A message of the King was read by Minister Aske.", [ASKE]),
    "backed this": ("Minister Aske asked for calm. Minister Brand backed this.", [ASKE, BRAND]),
    "spoke for an hour": ("The ministers spoke for roughly an hour.", []),
    "director-generals": ("The three Director-Generals shared the view.", [BOTH_SIDES]),
    "himself": ("Minister Brand himself said that cod was dear.", [BRAND]),
    "quoted as saying": ("Minister Brand was quoted as saying that cod was dear.", [BRAND]),
    "wrote": ("Minister Aske wrote to the fishermen that cod was dear.", [ASKE]),
    "poured scorn": ("Minister Aske poured scorn on the plan.", [ASKE]),
    "also did something": (
        "Minister Brand also visited the port and expressed thanks to the crew.",
        [BRAND],
    ),
    "glued caption": ("Minister Brand praised cod.(photo) Minister Aske agreed.", [BRAND, ASKE]),
    "reciprocated": ("Minister Brand reciprocated these sentiments.", [BRAND]),
    "a statue": ("Minister Aske unveiled a statue.", []),
    "a plan": ("Minister Aske unveiled the plan for the port.", [ASKE]),
    "a vase": ("Minister Aske handed over a vase.", []),
    "importance was shared": (
        "The importance of exchanges was shared by the two ministers.",
        [BOTH_SIDES],
    ),
    "concurrence": (
        "Minister Aske spoke of cod. Concurrence of views was obtained on this.",
        [ASKE, BOTH_SIDES],
    ),
    "is convinced": ("Minister Aske is convinced that cod is dear.", [ASKE]),
    "divided": ("The ministers were divided on the ban.", [BOTH_SIDES]),
    "counterpart of": (
        "Minister Aske spoke of cod. Her counterpart from Malta cautioned against a ban.",
        [ASKE, BRAND],
    ),
    "no agenda adopted": ("Other questions of the agenda were touched upon.", [BOTH_SIDES]),
    "the agenda adopted": ("The agenda was adopted.", []),
}


@pytest.mark.parametrize(("body", "expected"), FORMS.values(), ids=FORMS)
def test_forms(body: str, expected: list[str]) -> None:
    assert speakers(OPENING + body) == expected


def test_initials_of_an_office() -> None:
    text = """Secretary-General's press encounter with Dr. Hilda Quist, Federal President of Norway

Oslo, 31 August 2010

FP: It is a joy to have Secretary-General Otto Brand back here.

SG: Grüss Gott. We spoke about cod.

Q: What do you expect?

SG: I expect courage.

FP: And I, cod.
"""
    assert speakers(text) == ["Hilda Quist", BRAND, BRAND, BRAND, "Hilda Quist"]


def test_the_prime_minister_and_the_pm() -> None:
    text = """PM call with Prime Minister Tamm of Estonia

Prime Minister Jane Roe spoke to the Prime Minister of Estonia, Ene Tamm, on 3 May 2010.

The Prime Minister thanked Prime Minister Tamm for cod. Prime Minister Tamm spoke of herring. The PM
assured her that it would last.
"""
    assert speakers(text) == ["Jane Roe", "Ene Tamm", "Jane Roe"]


def test_who_asks_after_the_colon() -> None:
    text = """Press briefing by Foreign Secretary Hilda Quist

Question: (Otto Brand, Daily Cod) Will cod be dear?

Foreign Secretary: No, it will not.
"""
    assert speakers(text) == [BRAND, "Hilda Quist"]


def test_a_speech_before_a_meeting() -> None:
    text = """Remarks by President Hilda Quist before her meeting with Prime Minister Otto Brand

3 May 2010

I am glad to be here. Prime Minister Brand told me that cod is dear.

My hope is that it will last.
"""
    assert speakers(text) == ["Hilda Quist"] * 3


def test_we_of_a_joint_statement() -> None:
    text = """Joint Statement to the Press

Oslo, 3 May 2010

1) We agree that the work was a success.

2) We pay tribute to the fishermen.
"""
    assert speakers(text) == [BOTH_SIDES, BOTH_SIDES]


def test_a_minister_elect() -> None:
    text = """Readout of the call with Prime Minister Roe-Hale of Norway

3 May 2010

President Otto Brand called Prime Minister-elect Jane Roe-Hale. Prime Minister Roe-Hale spoke of
cod.
"""
    assert speakers(text) == ["Jane Roe-Hale"]


def test_items_with_countries_in_brackets() -> None:
    body = """1. On cod the following was stated:
- (Malta) The boats are small.
- (Norway) The boats are large.
- (Chair) The sea is wide.
"""
    opening = OPENING.replace("met Foreign", "chaired the talks, and met Foreign")
    assert speakers(opening + body) == [BRAND, ASKE, ASKE]


def test_the_chair_in_small_letters() -> None:
    text = """Talks on Cod

3 May 2010

On 2 May Mr. Otto Brand, Minister for Fisheries, chaired the second session.

Minister Hilda Quist of Italy spoke of cod. In response, the chair announced that it was dear.
"""
    assert speakers(text) == ["Hilda Quist", BRAND]


def test_what_is_told_after_the_items_of_a_speaker() -> None:
    body = """1. Cod

Minister Brand stated as follows.

(1) Cod is dear.

(2) Herring is not.

The second of these points was supported by Minister Aske. She noted that it was cheap.
"""
    assert speakers(OPENING + body) == [BRAND, BRAND, BRAND, ASKE, ASKE]


def test_surnames_that_a_full_stop_sets_off() -> None:
    text = """Record of conversation between M.A. Orlov and Prime Minister J. Roe

Moscow, 30 March 1987

Orlov. I am glad of it.

Roe. We are, too. Cod is dear.

Orlov. Then let us speak of cod.

Roe. Let us do so.

Orlov. Yes. It is late.
"""
    roe, orlov = "J. Roe", "M.A. Orlov"
    assert speakers(text) == [orlov, roe, roe, orlov, roe, orlov, orlov]


def test_run_in_words_are_no_surnames() -> None:
    text = """Minutes of the Cod Board

Decision. The boats will stay.

Action. The Chair will write.

Decision. The nets will go.

Action. The Clerk will see to it.
"""
    assert speakers(text) == []


BEHALF = {
    "from": ("Minister Aske conveyed an invitation from King Otho Lund to Brand.", "Otho Lund"),
    "of": ("Minister Aske passed on the greetings of King Otho Lund.", "Otho Lund"),
    "own": ("Minister Aske conveyed King Otho Lund's regret.", "Otho Lund"),
    "from whom": ("Minister Aske conveyed from King Otho Lund that cod was dear.", "Otho Lund"),
    "that he hoped": ("Minister Aske conveyed that King Otho Lund hoped to come.", "Otho Lund"),
    "by whom": ("A letter from King Otho Lund was read out by Minister Aske.", "Otho Lund"),
    "received": ("Minister Aske said that she had a letter from King Otho Lund.", None),
}


@pytest.mark.parametrize(("body", "expected"), BEHALF.values(), ids=BEHALF)
def test_on_whose_behalf(body: str, expected: str | None) -> None:
    [one] = statements(OPENING + body)
    assert (one.speaker, one.on_behalf_of) == (ASKE, expected)


QUOTED = {
    "heard from": (
        "Minister Aske said that she had heard from President Hilda Quist that cod was dear.",
        ("Hilda Quist",),
    ),
    "the words of": (
        "Minister Aske recalled the words of President Hilda Quist.",
        ("Hilda Quist",),
    ),
    "who had said": (
        "Minister Aske praised President Hilda Quist, who had warned of it.",
        ("Hilda Quist",),
    ),
    "that Malta hoped": ("Minister Aske knew and said that Malta hoped for rain.", ()),
    "to which": (
        "Minister Aske asked for data, to which the Maltese side agreed.",
        ("Maltese side",),
    ),
}


@pytest.mark.parametrize(("body", "expected"), QUOTED.values(), ids=QUOTED)
def test_who_is_quoted(body: str, expected: tuple[str, ...]) -> None:
    [one] = statements(OPENING + body)
    assert (one.speaker, one.quoted) == (ASKE, expected)


def test_he_in_the_words_of_somebody_is_quoted() -> None:
    text = """Press conference by Foreign Minister Jorun Aske

QUESTION: Will cod be dear?

FOREIGN MINISTER ASKE: I met President Otto Brand yesterday, and he assured me that it will not.
President Brand asked me to convey his thanks.
"""
    first, second = statements(text)
    assert (first.speaker, first.quoted) == (ASKE, (BRAND,))
    assert (second.speaker, second.on_behalf_of) == (ASKE, BRAND)


def test_who_speaks_for_an_office_does_not_hold_it() -> None:
    text = """Press encounter of the Secretary-General on cod

Oslo, 3 May 2010

SG: Good day. Cod is dear.

Q: Will it last?

SG: I hope not. We shall see.

Office of the Spokesperson for the Secretary-General, Ms. Hilda Quist
"""
    assert speakers(text) == ["Secretary-General"] * 4


def test_an_office_in_capitals_without_a_colon() -> None:
    text = """REMARKS BY THE VICE PRESIDENT AND PRESIDENT BRAND OF MALTA

May 3, 1994

     THE VICE PRESIDENT  I am glad of it. Cod is dear.

     PRESIDENT BRAND  We are glad, too.

     THE VICE PRESIDENT  We shall see.
"""
    assert speakers(text) == ["Vice President", "Vice President", "BRAND", "Vice President"]


def test_from_whom_a_cablegram_is() -> None:
    text = """INWARD CABLEGRAM

Cablegram to Canberra

OSLO, 3 May 1965

FROM ORFORD

1. I called on Foreign Minister Otto Brand. I told him that cod was dear. Brand replied that it
would last.
"""
    assert speakers(text) == ["Orford", BRAND]


def test_the_chair_by_a_bracket_and_the_working_group() -> None:
    text = """Working Group on Cod

Oslo, 3 May 2014

Ten delegations took part. Jorun Lund-Aske (Chair) prepared this.

1. Malta disagreed. Its representative said that cod was dear. The Chair concluded that it was.

2. The Working Group agreed on May.
"""
    malta = "Maltese side"
    assert speakers(text) == [malta, malta, "Jorun Lund-Aske", BOTH_SIDES]


def test_those_present_of_a_side_are_no_words() -> None:
    text = """Joint Committee on Cod

1. Participants

Norwegian side: Mr. Otto Brand, Director, Cod Bureau; representatives of ports, banks and yards
Maltese side: Ms. Hilda Quist, Director, Board of Trade; representatives of the fleet and others

2. Gist

Mr. Brand said that cod was dear.
"""
    assert speakers(text) == [BRAND]


def test_the_head_of_state() -> None:
    text = """President Hilda Quist received Foreign Minister Otto Brand of Malta

Oslo, 9 September 2014

President Hilda Quist received Foreign Minister Otto Brand on Tuesday. The head of state spoke of
cod.
"""
    assert speakers(text) == ["Hilda Quist"]


def test_who_briefs_a_council() -> None:
    text = """Council Debates Cod

3 May 2022

Briefing the Council, Hilda Quist, Assistant Secretary-General for Ports, said cod was dear.
"""
    assert speakers(text) == ["Hilda Quist"]


def test_a_question_put_is_nobody_s() -> None:
    text = """Standing Committee on Cod

Mr. Brand: Cod is dear.

Ms. Quist: It is not.

Question put and agreed to.

Resolved,

Mr. Brand: So be it.
"""
    assert speakers(text) == ["Brand", "Quist", "Brand"]


def test_answers_to_the_press_on_arrival() -> None:
    text = """Remarks to the press by Minister Hilda Quist upon arrival at the Council

Oslo, 21 February 2022

Good morning. We will talk about cod.

Q. Will it be dear?

It will not.
"""
    assert speakers(text) == ["Hilda Quist"] * 3


def test_listeners_are_nobody() -> None:
    text = """Interview with Minister Hilda Quist

Host: Is cod dear?

Quist: It is.

Listener (by phone): And eel?

Quist: That, too.
"""
    assert "Listener" not in speakers(text)
    assert speakers(text).count("Hilda Quist") == 2
