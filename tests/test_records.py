"""Records of what was said, in the ways of archives and parliaments; names are invented."""

from __future__ import annotations

import pytest
from heard import heard

from searchkit.outlines.front.date_lines import date_line
from searchkit.outlines.parser import parse
from searchkit.outlines.words.sentences import split_sentences
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


def said(text: str) -> list[tuple[str, str]]:
    """Who says what in ``text``, the first three words of each."""
    return heard(text, 3)


def test_labels_that_a_point_and_a_dash_end() -> None:
    text = (
        "Ferries (Question No. 3/2019)\n\n"
        "HON. T.R. ASKE asked the Government, upon notice:\n\n"
        "Can the Honourable Minister for Ferries say how many ferries sail?\n\n"
        "HON. O. BRAND-LUND (Minister for Ferries and Docks).- Mr. Speaker, Sir, three do.\n\n"
        "They sail every day.\n\n"
        "MR.  SPEAKER.- Honourable Aske has the floor.\n\n"
        "HON. T.R. ASKE.— A supplementary question. Who pays?\n"
    )
    assert said(text) == [
        ("T.R. ASKE", "Can the Honourable"),
        ("O. BRAND-LUND", "Mr. Speaker, Sir,"),
        ("O. BRAND-LUND", "They sail every"),
        ("Speaker", "Honourable Aske has"),
        ("T.R. ASKE", "A supplementary question."),
        ("T.R. ASKE", "Who pays?"),
    ]
    people = {one.name: one.role for one in read(text).participants}
    assert people == {"T.R. ASKE": None, "O. BRAND-LUND": "Minister for Ferries and Docks"}


def test_a_dash_after_a_name_is_no_label() -> None:
    assert said("Foreign Minister Aske met Mr. Brand.\n\nMr. Brand — no sailor — swam home.") == []


SURNAMES: dict[str, tuple[str, list[str]]] = {
    "two who speak": (
        "Brandow then asked about cod.\n\nOrsimov said that he did not know.",
        ["Brandow", "Orsimov"],
    ),
    "one who speaks twice": (
        "Brandow said that cod was dear.\n\nTo this, Brandow added that herring was not.",
        ["Brandow", "Brandow"],
    ),
    "beside one with a title": (
        "President Aske said that cod was dear. Orsimov replied that it was not.",
        ["Aske", "Orsimov"],
    ),
    "after a clause": (
        "Asked by Minister Aske, Orsimov said that he would.\n\nMinister Aske thanked him.",
        ["Orsimov", "Aske"],
    ),
    "known by what he says": (
        "Orsimov said that he knew.\n\nBrandow asked how.\n\nOrsimov thanked Brandow.",
        ["Orsimov", "Brandow", "Orsimov"],
    ),
    "one word once": ("Orsimov said that cod was dear.", []),
    "a paper": ("Pravda said that cod was dear. Pravda added that herring was not.", []),
    "a capital": ("Hanoi said that cod was dear. Hanoi added that herring was not.", []),
    "a body": ("Council said that cod was dear. Council added that herring was not.", []),
    "a word of the text": ("Herring said it all. Herring replied, as herring do.", []),
}


@pytest.mark.parametrize("name", SURNAMES)
def test_bare_surnames_that_speak(name: str) -> None:
    text, speakers = SURNAMES[name]
    found = [who for who, _ in said(text) if not who.endswith(("side", "sides"))]
    assert found == speakers


def test_initials_of_a_name_end_no_sentence() -> None:
    text = "Mr. T.R. Aske spoke. He went home at 9 a.m. The rest stayed."
    spans = split_sentences(text)
    assert [text[a:b] for a, b in spans] == [
        "Mr. T.R. Aske spoke.",
        "He went home at 9 a.m.",
        "The rest stayed.",
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Bergen, March 6, 1951—7 p. m.", "1951-03-06"),
        ("Bergen, August 11, 1972, 6:30 p. m.", "1972-08-11"),
        ("Bergen, March 17, 1969, 1415Z.", "1969-03-17"),
        ("Bergen, 14th Sept[ember] 1944.", "1944-09-14"),
    ],
)
def test_date_lines_of_telegrams(line: str, day: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.iso == day


def test_a_record_says_itself_who_was_present() -> None:
    text = (
        "Minutes of the meeting of the Harbour Commission, 3 May 1950\n\n"
        "Present: Mr. Aske, Mr. Brand\n\n"
        "1. Mr. Aske discussed the meeting of Mr. Lund with the Commission.\n\n"
        "2. Mr. Brand thereupon approved of it.\n"
    )
    outline = read(text)
    assert [one.name for one in outline.participants] == ["Aske", "Brand"]
    assert [one.name for one in outline.persons] == ["Lund"]


def test_a_page_of_a_record_names_those_who_speak_on_it() -> None:
    text = (
        "Mr. Aske said that he had met Mr. Lund at the talks on cod.\n\n"
        "General Brand observed that cod was dear.\n\nMr. Orre replied that herring was not.\n"
    )
    assert [one.name for one in read(text).participants] == ["Aske", "Brand", "Orre"]


HEADS: dict[str, tuple[str, str, str | None]] = {
    "the subject of a letter on two lines": (
        "10 HARBOUR STREET\n\nFrom the Private Secretary          3 May 1981\n\nDear Robin,\n\n"
        "PRIME MINISTER'S MEETING WITH THE KING OF NORLAND:\n3 MAY\n\n"
        "The Prime Minister met the King this morning. He spoke of herring.\n",
        "PRIME MINISTER'S MEETING WITH THE KING OF NORLAND: 3 MAY",
        "1981-05-03",
    ),
    "a line in capitals that ends with a small word": (
        "RECORD OF A CONVERSATION BETWEEN THE SECRETARY OF STATE AND MR ASKE, HELD IN\n"
        "THE HARBOUR OFFICE ON MONDAY 9 JULY 1979 AT 4.15 PM\n\n"
        "1.  Mr Aske said that herring was dear. Nobody agreed with him.\n",
        "RECORD OF A CONVERSATION BETWEEN THE SECRETARY OF STATE AND MR ASKE, HELD IN THE HARBOUR "
        "OFFICE ON MONDAY 9 JULY 1979 AT 4.15 PM",
        None,
    ),
    "a house's record of a day and its column": (
        "Lords Hansard text for 11 June 2009\n11 Jun 2009 : Column 741\n\nFerries: Fares\n\n"
        "Asked By Baroness Aske\n\nTo ask Her Majesty's Government what ferries cost.\n\n"
        "Lord Brand: My Lords, they cost nothing. Nobody pays for them.\n",
        "Ferries: Fares",
        "2009-06-11",
    ),
    "a heading that is the day": (
        "# Ferry Working Group Teleconference\n\n## 12 Sep 2019\n\n## Attendees\n\nIda Aske\n\n"
        "## Fares\n\nIda Aske: Nobody pays. We should ask them to.\n",
        "Ferry Working Group Teleconference",
        "2019-09-12",
    ),
    "headings that are days": (
        "# Journal of the Harbour Office\n\n## 12 September 2019\n\nMr. Aske came. He stayed.\n\n"
        "## 13 September 2019\n\nMr. Aske left. He was missed.\n",
        "Journal of the Harbour Office",
        None,
    ),
}


@pytest.mark.parametrize("head", HEADS)
def test_heads_of_records(head: str) -> None:
    text, title, published = HEADS[head]
    outline = read(text)
    assert (outline.title, outline.date_published) == (title, published)


def test_minutes_with_particulars_and_signs_behind_their_numbers() -> None:
    outline = read(
        "HARBOUR BOARD 7/2014\n\nMINUTES\n\nSubject: Third meeting of the Committee on the Canal\n"
        "Time: 11 March 2014, 9.00-12.15\nPlace: Vik, Hotel Norden\n\n"
        "1 § Opening\nThe chair opened the meeting at 9.05.\n\n"
        "2 § Tariffs\nMs Aske presented the tariffs. Mr Brand wondered who would pay.\n"
    )
    assert outline.title == "Third meeting of the Committee on the Canal"
    assert (outline.date_published, outline.date_meeting) == (None, "2014-03-11")
    assert outline.place == "Vik, Hotel Norden"
    assert [(one.id, one.heading) for one in outline.sections] == [
        ("1", "Opening"),
        ("2", "Tariffs"),
    ]


def test_a_sender_in_two_languages_is_no_title() -> None:
    outline = read(
        "Presseamt – Press and Information Office of the Government\n"
        "Press release number: 211\nDate: 03 July 2019\nTopic: Foreign policy\n\n"
        "Chancellor speaks by telephone with Prime Minister Aske\n\n"
        "The Chancellor spoke on the telephone today with Prime Minister Aske. They spoke of cod.\n"
    )
    assert outline.title == "Chancellor speaks by telephone with Prime Minister Aske"
    assert outline.date_published == "2019-07-03"
