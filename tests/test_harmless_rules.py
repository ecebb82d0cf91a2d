"""Documents that look like others which a rule is for, and to which it must do nothing."""

from __future__ import annotations

import pytest
from heard import heard

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus


def read(text: str) -> Outline:
    return parse(text, id="example", thesaurus=Thesaurus.default())


def countries(text: str) -> dict[str, str | None]:
    outline = read(text)
    return {p.name: p.country for p in (*outline.participants, *outline.persons)}


def test_letters_of_an_office_are_not_the_initials_of_somebody_present() -> None:
    text = """Minutes of the Port Group

Vik, 3 May 2004

Present: Peter Moore (Chair), Jane Roe, Dana Gray

1. Quotas
The PM noted that the fleet had halved. JR advised that ports stay open.
The DG said that fees would rise.
"""
    assert heard(text) == [
        ("PM", "The PM noted that the fleet had halved."),
        ("Jane Roe", "JR advised that ports stay open."),
        ("DG", "The DG said that fees would rise."),
    ]


def test_bodies_on_a_list_are_no_desks_of_a_ministry() -> None:
    text = """Ministry of Fisheries of Norway

Round table on cod

Oslo, 3 May 2004

Participants:
Jane Roe, Minister of Fisheries
Karl Doe, WHO
Ann Fen, FAO

Minister Roe said that cod is dear.
"""
    told = countries(text)
    assert (told["Karl Doe"], told["Ann Fen"]) == (None, None)
    told = countries(text.replace("WHO", "FISH/N").replace("FAO", "LEG"))
    assert (told["Karl Doe"], told["Ann Fen"]) == ("Norway", "Norway")


def test_a_state_and_a_body_are_not_all_where_others_speak() -> None:
    text = """Five-party fisheries talks

Vik, 3 May 2004

Ministers of Norway, Oman, Chile, Japan and the European Union met in Vik.

Norway and the EU welcomed the proposal. Chile said that it needed time. Oman asked for a pause.
"""
    assert [speaker for speaker, _ in heard(text)][-3:] == [
        "Norwegian side",
        "Chilean side",
        "Omani side",
    ]


def test_an_agency_below_a_picture_is_no_issuer() -> None:
    text = """Talks with Norway on ports

3 May 2004

Foreign Minister Jane Roe met Minister Karl Doe of Norway. She said that ports stay open.

Photo (Xinhua)
"""
    assert countries(text)["Jane Roe"] is None


def test_whose_letters_are_of_another_language_may_be_of_the_country_that_writes() -> None:
    text = """Federal Foreign Office, Berlin

Minister of State Dağ meets Minister Roe

Berlin, 3 May 2004

Minister of State Aylin Dağ met Foreign Minister Jane Roe of Norway in Berlin.
"""
    assert countries(text) == {"Aylin Dağ": "Germany", "Jane Roe": "Norway"}
    # Letters of a third country do not make somebody one of those who are met.
    assert countries(text.replace("Dağ", "Řezník"))["Aylin Řezník"] == "Germany"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("When Minister Roe visited Vik, Minister Doe said that cod was dear.", "Karl Doe"),
        ("When Minister Roe asked whether it was so, Minister Doe agreed that it was.", "Jane Roe"),
        ("When Minister Roe complained of dues, Minister Doe promised to help.", "Karl Doe"),
        ("Minister Roe invited him to dinner in Oslo and stressed that dues fall.", "Jane Roe"),
        ("Minister Roe invited him to dinner in Oslo next year.", None),
        ("Minister Roe put the share at the top of the list.", None),
        ("Minister Roe put the share at a fifth.", "Jane Roe"),
    ],
)
def test_who_speaks_in_a_sentence(sentence: str, speaker: str | None) -> None:
    text = f"""Talks on cod

Vik, 3 May 2004

Minister Jane Roe of Norway met Minister Karl Doe of Oman.

{sentence}
"""
    assert heard(text) == ([(speaker, sentence)] if speaker else [])


@pytest.mark.parametrize("role", ["Co-chair", "Vice-chair", "Ex-officer"])
def test_what_follows_a_comma_is_a_given_name_only_if_it_sounds_so(role: str) -> None:
    text = f"Talks on cod\n\nMinister Kim, {role} of the talks, said that cod is dear.\n"
    assert list(countries(text)) == ["Kim"]


def test_who_is_of_which_country_on_a_list() -> None:
    text = """Ministry of Fisheries of Norway

Meeting of envoys

Vik, 3 May 2004

Participants:
Ambassador Karl Doe, Oman Embassy
Ida Fen, Chile Desk, Ministry of Fisheries
Jane Roe, Director, Department of Oman and Chile Affairs

Ambassador Doe said that ports stay open.
"""
    told = countries(text)
    assert told["Karl Doe"] == "Oman"
    assert "Oman" not in (told["Ida Fen"], told["Jane Roe"])


def test_an_item_with_a_star_under_a_colon_is_no_note() -> None:
    text = """Talks on cod*

Minister Jane Roe of Norway met Minister Karl Doe of Oman.

The sides agreed on:

* Ports will open in June, Minister Doe said.
"""
    assert read(text).passages[-1].text.endswith("* Ports will open in June, Minister Doe said.")


def test_countries_that_need_not_be_in_the_room_are_not_both_sides() -> None:
    text = """Talks of ministers

Vik, 3 May 2004

Ministers of Norway, Oman and Chile met in Vik.

Other ministers asked for time. The other ministers agreed that it was late.

Other countries asked for time. Several countries stressed that ports stay open.
"""
    assert heard(text) == [
        ("Both sides", "Other ministers asked for time."),
        ("Both sides", "The other ministers agreed that it was late."),
    ]


def test_a_speaker_goes_on_about_a_paragraph() -> None:
    text = """Debate on ports

3 May 2004

Ms. Roe: I have read it all.

Clause 5 made no sense to me, as I said.

Paragraph 6 put it well: ports stay open.

Question put and agreed to.

Mr. Doe: I agree.
"""
    assert [speaker for speaker, _ in heard(text)] == ["Roe", "Roe", "Roe", "Doe"]


def test_an_apology_in_a_turn_is_none_for_absence() -> None:
    text = """Interview with Minister Roe

3 May 2004

Jane Roe: Apologies for the delay, we had to wait for the ship.

Ola Fen: No harm done.

Jane Roe: Cod is dear.

Ola Fen: So it is.
"""
    assert [p.name for p in read(text).participants] == ["Jane Roe", "Ola Fen"]


def test_figures_that_no_pages_have_are_no_contents() -> None:
    text = """Talks on Cod

3 May 2004

The quotas are these.

Herring   120
Haddock   300
Eel   305

Haddock in the north

The ministers agreed that it be fished there.

Boats

They said that boats were few.
"""
    outline = read(text)
    assert "Haddock   300" in [text[p.start : p.end] for p in outline.passages]


def test_a_heading_below_the_number_of_a_page_is_none_of_its_head() -> None:
    text = """Talks on Cod

3 May 2004

Cod

The ministers said that cod was dear.

They hoped that it would be cheap.

It was late.
They went on to eels and what they eat.
The day was long.
All went home.

Page 2

Talks

The ministers noted that they had been good.

Eels

They said that eels were far.
"""
    assert [s.heading for s in read(text).sections] == ["Cod", "Talks", "Eels"]


def test_what_is_told_above_minutes_of_a_meeting_before_is_text() -> None:
    told = "The clerk reported that two members were ill."
    text = f"""Minutes of the Port Council

3 May 2004

1. Apologies

{told}

Minutes:

The minutes of April were approved.

2. Cod

Ms. Roe said that cod was dear.

Minutes:

The minutes on cod were changed.
"""
    assert told in [text[p.start : p.end] for p in read(text).passages]


def test_what_was_agreed_may_be_a_part() -> None:
    text = """Talks on Cod

3 May 2004

Agreed

The sides agreed that cod be sold.

Not agreed

The sides did not agree on eels.
"""
    assert [s.heading for s in read(text).sections] == ["Agreed", "Not agreed"]


def test_figures_of_a_day_are_not_read_day_first_where_the_month_is_first() -> None:
    text = "Talks on Cod\n\nWashington\n\n03/05/2004\n\nMinister Roe met the Norwegian envoy.\n"
    assert read(text).date_meeting is None
    assert read(text.replace("Washington", "Oslo")).date_meeting == "2004-05-03"


def test_who_stands_behind_a_label_of_those_absent_does_not_meet() -> None:
    text = """Minutes of the Port Council

3 May 2004

Attendees: Jane Roe, Ola Fen, Sam Vik
Absent: Sam Vik

1. Cod

Ms. Roe said that cod was dear. Mr. Fen agreed.
"""
    outline = read(text)
    assert [p.name for p in outline.participants] == ["Jane Roe", "Ola Fen"]
    assert [p.name for p in outline.persons] == ["Sam Vik"]
