"""Who says what on pages as publishers keep them; every name and sentence is invented."""

from __future__ import annotations

import pytest
from heard import heard


def said(text: str) -> list[tuple[str, str]]:
    """Who speaks in the document ``text``, and the first word, statement by statement."""
    return heard(text, 1)


def speakers(text: str) -> list[str]:
    return [who for who, _ in said(text)]


def test_a_telegram_signed_on_the_line_below_its_text_with_notes() -> None:
    text = """88. Telegram From the Embassy in Norway to the Department of State
Oslo, October 3, 1962,
8 p.m.
Saw Prime Minister Dorn this afternoon. He said cod was dear. I replied that it would stay so.
Quist
- Source: Department of State, Central Files. Secret.
"""
    assert speakers(text) == ["Dorn", "Quist"]


def test_a_telegram_below_what_stands_around_the_page() -> None:
    text = """U.S. Department of State
You are in: Bureau of Public Affairs > Office of the Historian > Foreign Relations > Volume XXVII
Foreign Relations of the United States 1964-1968, Volume XXVII
Released by the Office of the Historian

Documents 101-110

104. Telegram From the Embassy in Norway to the Department of State/1/

Oslo, March 3, 1965, 5 p.m.

/1/Source: National Archives and Records Administration, RG 59, Central Files 1964-66. Secret.

512. Ref: Deptel 388. I called on Foreign Minister Dorn. I told him that cod was dear.

Quist
"""
    assert speakers(text) == ["Quist"]


def test_a_state_speaks_in_the_present_in_its_own_statement() -> None:
    text = """Statement by the Press Secretary on the Agreement Signed in Oslo

August 14, 2001

1. The Government of Japan welcomes the agreement on cod. Japan also hopes that it will last.

2. Japan, which has sent boats, reiterates its readiness to help. It calls upon all to fish less.
"""
    assert speakers(text) == ["Japanese side"] * 4


def test_a_state_in_the_present_says_nothing_elsewhere() -> None:
    text = """Meeting of Minister Roe and Minister Dorn

August 14, 2001

Minister Roe met Minister Dorn of Norway in Oslo. Norway welcomes many tourists every year.
"""
    assert speakers(text) == []


@pytest.mark.parametrize("about", ["Regarding His Talk", "regarding Telephone Talks"])
def test_a_press_conference_whose_headings_in_brackets_tell_what_was_asked(about: str) -> None:
    text = f"""Press Conference by Prime Minister Roe {about} with President Dorn

July 11, 2025

(On the telephone talk)

I spoke with President Dorn. The President replied that cod was dear.

(On the letter of the Minister)

No date has been fixed. Minister Holm told me of it.
"""
    assert speakers(text) == ["Roe"] * 4


def test_labels_in_bold_with_brackets_before_the_colon() -> None:
    text = """# Press Conference by Prime Minister Jane Roe

**MR. IVO DORN** (Ministry of Cod) [Translation]: I would like to begin.

**THE PRIME MINISTER** (Ms. Jane Roe) [Translation]: Thank you. First, the leaders agreed on cod.

**MR. DORN**: I will take questions.

**Q**: Is it dear?

**THE PRIME MINISTER** [Translation]: You will have to ask him.
"""
    dorn, roe = "IVO DORN", "Jane Roe"
    assert speakers(text) == [dorn, roe, roe, dorn, roe]


def test_an_office_that_is_called_by_its_letters() -> None:
    text = """Briefing from 9 February 2010

Asked whether cod was dear, the Harbour Master’s Spokesman (HMS) said that it was not. The HMS added
that it might be.

Put to him that boats were few, the HMS replied that this was so.
"""
    assert speakers(text) == ["Harbour Master’s Spokesman"] * 3


def test_letters_that_are_not_those_of_an_office_mean_nobody() -> None:
    text = """Briefing from 9 February 2010

The Cod Trade Journal (CTJ) was read. The CTJ said that cod was dear.
"""
    assert speakers(text) == []


def test_nicknames_in_a_chat_and_what_else_stands_in_it() -> None:
    text = """Cod Task Force Teleconference

08 Jun 2011

Present: Jane Roe, Ivo Dorn

jane: anything to add about cod?

ivo: only that it is dear.
... and scarce.

<jane> +1

RESOLVED: Fish less

jane: we are done then.
"""
    assert said(text) == [
        ("Jane Roe", "anything"),
        ("Ivo Dorn", "only"),
        ("Jane Roe", "we"),
    ]


def test_when_one_asks_the_other_is_quoted() -> None:
    text = """Meeting of Minister Roe of Norway and Minister Dorn of Oman

August 14, 2001

When Minister Roe asked whether cod was dear, Minister Dorn replied that it was.
"""
    assert speakers(text) == ["Roe"]


def test_parts_of_the_day_are_no_speakers() -> None:
    text = """Visit of Minister Roe to Norway

Saturday, 10 July
Morning: Arrival in Oslo
Afternoon: Talks with Minister Dorn of Norway

Sunday, 11 July
Morning: Opening of the festival of cod
Afternoon: Departure for Tokyo
"""
    assert speakers(text) == []


def test_to_this_begins_what_the_next_says() -> None:
    text = """Meeting of Minister Roe of Norway and Minister Dorn of Oman

August 14, 2001

Minister Roe asked for cod. To this Minister Dorn stated that cod, he felt, was dear.
"""
    assert speakers(text) == ["Roe", "Dorn"]


def test_those_who_meet_behind_what_a_sentence_begins_with() -> None:
    text = """Cod Meeting

August 14, 2001

The meeting was held in Oslo. In the afternoon session, participants discussed nets.

1. The dry season
Participants expressed their concern about cod.
"""
    assert speakers(text) == ["Both sides"] * 2


def test_groups_of_states_that_meet_somebody() -> None:
    text = """Chair's Summary of the Pacific Alliance-Norway Ministerial Meeting

August 14, 2001

The Ministers of the Pacific Alliance thanked Norway. The Mekong region countries welcomed this.

Pacific members asked for cod. With that, Norway and Pacific members concurred on nets.
"""
    assert speakers(text) == ["Pacific Alliance side", "Mekong side", "Pacific side", "Both sides"]


def test_a_speech_whose_title_names_the_office_and_a_caption_its_holder() -> None:
    text = """FAO Director General's Introductory Statement to the Board

17 June 2013

Director General Jane Roe delivering her statement to the Board. (Photo: FAO)

Mr Chairperson,

Before I begin, I would like to welcome Norway.
"""
    assert ("Jane Roe", "Before") in said(text)


def test_headings_of_a_side_and_of_the_one_across_from_it() -> None:
    text = """Minister of Cod Ivo Dorn's Visit to Japan

December 14, 2005

1. Meetings

Minister of Cod Ivo Dorn of Norway met Minister Jane Roe.

2. Economic relations

(a) Japanese side

(i) Interest in cod has grown.

(b) Minister Dorn

(i) Norway wishes not for loans but for nets.
"""
    assert speakers(text) == ["Japanese side", "Ivo Dorn"]


def test_persons_who_are_examined_say_nothing() -> None:
    text = """Minutes of the Cod Committee

Wednesday 15th November 2006

Mr Ivo Dorn, Chief Executive, and Ms Jane Roe, Director of Cod, were examined.

Cod and herring were discussed.
"""
    assert speakers(text) == ["Both sides"]


def test_division_lists_are_no_labels() -> None:
    text = """Formal Minutes

Wednesday 15th November 2006

Members present:

Mrs Ida Holm, in the Chair

Mr Ivo Dorn, Dr Jane Roe

The Committee divided.

Ayes, 1                              Noes, 1

Ivo Dorn                           Dr Jane Roe

Dr Jane Roe

Paragraph agreed to.

Paragraphs 19 to 44 read and agreed to.
"""
    assert speakers(text) == []


def test_initials_of_somebody_named_before_a_verb_of_speech() -> None:
    text = """Minutes of the Board of Cod
4 March 2014

Present: Jane Roe, Ivo Dorn

1. Mrs Roe asked whether the report had come. ID advised that it had not.          ID
"""
    assert speakers(text) == ["Jane Roe", "Ivo Dorn"]


def test_the_representative_of_a_state_whose_speaker_stands_in_capitals() -> None:
    text = """Cod Committee, 19th Meeting

24 October 2003

The representative of Mali said that cod was dear.

MODIBO ROE (Mali) said that nets were few.

LENA DORN (Finland) agreed.
"""
    assert [who.title() for who in speakers(text)] == ["Modibo Roe"] * 2 + ["Lena Dorn"]


QUIET = {
    "meeting the press": "Minister Dorn held a regular press conference and answered questions.",
    "what others shared": "These views were shared by other countries as well.",
}


@pytest.mark.parametrize("sentence", QUIET.values(), ids=QUIET)
def test_sentences_in_which_nobody_speaks(sentence: str) -> None:
    text = f"""Meeting of Minister Roe of Oman and Minister Dorn of Norway

August 14, 2001

Minister Roe stated that cod was dear. {sentence}
"""
    assert speakers(text) == ["Roe"]


TOLD = {
    "what is reported": ("It is reported that Minister Dorn proposed a net.", ["Dorn"]),
    "single quotes around two sentences": (
        "‘We have cod. But it took us years,’ Minister Roe said.",
        ["Roe"],
    ),
    "an office cut short": ("Dep. Minister Dorn noted that nets were few.", ["Dorn"]),
}


@pytest.mark.parametrize(("words", "who"), TOLD.values(), ids=TOLD)
def test_sentences_in_which_somebody_speaks(words: str, who: list[str]) -> None:
    text = f"""Meeting of Minister Roe of Oman and Minister Dorn of Norway

August 14, 2001

Minister Roe met Minister Dorn in Oslo.

{words}
"""
    assert speakers(text) == who


def test_a_call_on_a_minister_for_something() -> None:
    text = """Visit of Minister Dorn to Norway

August 14, 2001

Minister Dorn, who is in Oslo, called on the Minister Responsible for Cod of Norway Jane Roe.
"""
    assert speakers(text) == []
