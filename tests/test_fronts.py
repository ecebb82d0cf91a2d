"""Fronts of documents: what stands around a title, and where a title ends. All are invented."""

from __future__ import annotations

import pytest
from heads import head_of

_TALK = "\n\nOn 3 May 2004 Minister Roe met with Minister Doe of Norway. They discussed cod.\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Talks on Cod with Norway\nBy Staff Reporter\n3 May 2004", "Talks on Cod with Norway"),
        ("NORWAY TO OPEN COD OFFICE IN VIK\n3 May 2004", "NORWAY TO OPEN COD OFFICE IN VIK"),
        ("World News Story\n\nDeepening our ties with Norway\n\n3 May 2004", "Deepening our ties"),
        (
            "PRESS COMMUNIQUE\n\nVik, 3 May 2004\n\nThe Minister held talks with Minister Doe",
            "The Minister held talks with Minister Doe",
        ),
        ("Statement\n\nOn the talks of Minister Roe with\nNorway\n\n3 May 2004", "On the talks of"),
        (
            "Minister Roe: Norway is a partner we can rely on\nPublished: 3 May 2004",
            "Minister Roe: Norway is a partner we can rely on",
        ),
        (
            "Home / News\n\nNorway to open cod shop in Vik\n\n"
            "Roe with Doe before the talks (Photo: Press Office)\n\n3 May 2004",
            "Norway to open cod shop in Vik",
        ),
        (
            "11th Meeting of the Norway-Chile\nJoint Commission on Cod\n3 May 2004 | Vik",
            "11th Meeting of the Norway-Chile Joint Commission on Cod",
        ),
        (
            "Statement by Minister Roe after meeting\nMinister Jo Doe\n\n3 May 2004",
            "Statement by Minister Roe after meeting Minister Jo Doe",
        ),
        (
            "Transcript of the Joint Press Conference of President\nJane Roe and President Doe\n"
            "Vik, 3 May 2004",
            "Transcript of the Joint Press Conference of President Jane Roe and President Doe",
        ),
        (
            "Remarks at the Cod Forum\n\nJane Roe\n\nSecretary of State\n\nWashington, DC\n\n"
            "May 3, 2004",
            "Remarks at the Cod Forum",
        ),
        ("Harbour.govt.nz\n\n3 May 2004\n\nRelease\n\nNorway to work closer on cod", "Norway to"),
        (
            "Cod Press Agency\n\nNorway, Chile discuss cod\n\n3 May 2004",
            "Norway, Chile discuss cod",
        ),
        (
            "RECORD OF A MEETING BETWEEN THE MINISTER AND MR. DOE AT 10 COD\n"
            "STREET ON MONDAY 3\nMAY 2004 AT 10.30\nA.M.",
            "RECORD OF A MEETING BETWEEN THE MINISTER AND MR. DOE AT 10 COD STREET ON MONDAY 3 "
            "MAY 2004 AT 10.30 A.M.",
        ),
        (
            "Minutes of the 4th Meeting of the Committee on Inland\nWaters held Monday, May 3, "
            "2004 at 7:00 p.m. in Council\nChambers, 41 Cod Street",
            "Minutes of the 4th Meeting of the Committee on Inland Waters held Monday, May 3, 2004 "
            "at 7:00 p.m. in Council Chambers, 41 Cod Street",
        ),
        ("MEMORANDUM OF CONVERSATION\nSUBJECT:  Cod\nDATE: May 3, 2004", "MEMORANDUM OF CONVER"),
        (
            "Joint doorstop with Minister of Trade\nMinister for Cod, Minister for Eel\n3 May 2004",
            "Joint doorstop with Minister of Trade",
        ),
        ("Press conference\n\nMinister for Cod\n\nTranscript\n\n3 May 2004", "Press conference"),
        ("Norway: Ambassador Roe takes part in talks\n3 May 2004", "Norway: Ambassador Roe takes"),
        ("SECRET\nShare\nRECORD OF TALKS ON COD WITH NORWAY\n3 May 2004", "RECORD OF TALKS ON COD"),
        ("Meetings\n\n3 May 2004\n\nNorway, Chile discuss cod", "Norway, Chile discuss cod"),
        (
            "Cod Relations, 1955-1957, Volume IV\n[Page 498]\n193. Memorandum of a Conversation, "
            "Cod Office, Vik,\nMay 3, 2004 (1)",
            "Memorandum of a Conversation, Cod Office, Vik, May 3, 2004",
        ),
        (
            "                    COD SECRET                 EXEMPLAIRE\n"
            "                                               COPY N° 171\n"
            "ORIGINAL: ENGLISH/FRENCH                       SUMMARY RECORD\n"
            "3rd May, 2004                                  C-R(04)12\n\n"
            "               SUMMARY RECORD\n"
            "     of a meeting of the Council held at Vik\n",
            "SUMMARY RECORD of a meeting of the Council held at Vik",
        ),
        (
            "                DECLASSIFIED\n          E.O. 12958, SEC. 3.5\n"
            "          BY  kr  , NARA, DATE  3/2/04\nMEMORANDUM\nTHE COD HOUSE\n\n"
            "MEMORANDUM OF CONVERSATION\n\nDATE: May 3, 2004",
            "MEMORANDUM OF CONVERSATION",
        ),
        (
            "Leader of the Government in the Senate\n\nDoorstop interview, Suva\nTranscript\n"
            "3 May 2004\nJoint doorstop with Jo Doe, Minister for Cod of Norway\nSubjects: cod.",
            "Doorstop interview, Suva",
        ),
        (
            "N O R G E S   F I S K\n\nSummary of the Cod Policy Minutes No. 4,\nBoard, 2 May\n\n"
            "PRESENT: Jo Doe\n\nOslo\n-----------------------------------------------",
            "Summary of the Cod Policy Minutes No. 4, Board, 2 May",
        ),
        ("COD NEWS, p. 4. Complete text:\n\nJoint Norwegian Communique", "Joint Norwegian Comm"),
        ("[Cod Home Page] [What's New]\n\nTalks on Cod in Vik\n3 May 2004", "Talks on Cod in Vik"),
        (
            "Minister Roe Makes Remarks at Camp Cod\nCamp Cod, Norway\nMay 3, 2004",
            "Minister Roe Makes Remarks at Camp Cod",
        ),
        ("Open a New Window\n\nPress Conference 3 May 2004", "Press Conference 3 May 2004"),
        (
            "EN | FR\n\nNorway and Chile strengthen ties\n\n3 May 2004",
            "Norway and Chile strengthen",
        ),
        (
            "Cod Secretariat\n\nPress remarks\n\nVik, 3 May 2004\n\n856/23\n\nFirst meeting of "
            "the Committee between Chile and Norway",
            "First meeting of the Committee between Chile and Norway",
        ),
        (
            "JOINT COMMUNIQUÉ OF THE 31st COD SUMMIT\n\nVIK, NORWAY, 3 MAY 2004\n---------------",
            "JOINT COMMUNIQUÉ OF THE 31st COD SUMMIT",
        ),
        (
            "Joint press statement following the eleventh\nNorway-Chile Cod Council\n\n3 May 2004",
            "Joint press statement following the eleventh Norway-Chile Cod Council",
        ),
        (
            "Events   Structure   Documents   Contacts   Search\nTalks with Jo Doe\nMay 3, 2004",
            "Talks with Jo Doe",
        ),
        (
            "Transcript of Media Briefing by Official\nSpokesperson (May 3, 2004)\n3 May 2004",
            "Transcript of Media Briefing by Official Spokesperson (May 3, 2004)",
        ),
        (
            "RECORD OF TALKS BETWEEN THE MINISTER AND MR. DOE AT 10\nCOD STREET\n3 May 2004",
            "RECORD OF TALKS BETWEEN THE MINISTER AND MR. DOE AT 10 COD STREET",
        ),
        (
            "Press Availability With Chilean Ambassador\nDoe\nJane Roe\nSecretary of State\n"
            "Cod Hall\nVik, Norway\nMay 3, 2004",
            "Press Availability With Chilean Ambassador Doe",
        ),
        (
            "Press conference\nTranscript\nParliament House, Canberra\n3 May 2004",
            "Press conference",
        ),
        ("Joint Statement on Cod and Eels3 May 2004", "Joint Statement on Cod and Eels"),
        ("3 May 2004Minister Roe meets Minister Doe", "Minister Roe meets Minister Doe"),
        (
            "Office of the President | Norway\n12 Cod Street, Oslo\nOn the talks of Minister Roe "
            "with\nChile\n3 May 2004",
            "On the talks of Minister Roe with Chile",
        ),
        ("12 Cod Street, Vik\n\n3 May 2004\n\nNorway to open cod shop", "Norway to open cod shop"),
    ],
)
def test_where_a_title_begins_and_ends(head: str, title: str) -> None:
    told = str(head_of(head + _TALK)["title"])
    assert told.startswith(title)
    assert len(told) < len(title) + 40


def test_a_day_told_with_its_year_in_brackets_dates_the_news() -> None:
    text = "Minister meets envoy\n\nVIK, May 3 (2004) – Minister Roe met Envoy Doe.\n"
    assert head_of(text)["issued"] == "2004-05-03"


def test_the_day_of_the_dateline_is_that_of_issue_whenever_the_page_was_changed() -> None:
    text = (
        "Minister meets envoy\n\nVIK, 3 May 2004 – Minister Roe met Envoy Doe.\n\n"
        "They spoke of cod.\n\nLast updated: 3 May 2005\n"
    )
    assert head_of(text)["issued"] == "2004-05-03"


def test_what_a_page_is_filed_under_tells_the_year_of_its_day() -> None:
    text = "Cod Bulletin 1968\n\nTalks with Norway\n\n3 May\n\nMinister Roe met Minister Doe.\n"
    head = head_of(text)
    assert (head["title"], head["issued"]) == ("Talks with Norway", "1968-05-03")


def test_a_transcript_may_be_unofficial() -> None:
    text = "Press conference by Minister Roe (unofficial transcript)\n\n3 May 2004\n\nRoe: Hm.\n"
    head = head_of(text)
    assert head["kind"] == "unofficial transcript"
    assert head["title"] == "Press conference by Minister Roe"


def test_guests_are_met_in_the_capital_that_a_later_paragraph_tells() -> None:
    text = (
        "Visit of Minister for Cod of Chile to Norway\n\n3 May 2004\n\n"
        "Minister for Cod of Chile Jo Doe paid a visit to Norway.\n\n"
        "The Minister held talks with Mr. Doe in Oslo and hosted a lunch.\n"
    )
    assert head_of(text)["place"] == "Oslo"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Talks on Cod\n\n3 May 2004\n\nMinister Roe met Minister Doe, who was in Norland "
            "(venue: Cod Palace).\n",
            "Cod Palace",
        ),
        (
            "Talks on Cod\n\nTime: 3 May 2004\nVenue: Cod House, Vik\n\nThey met.\n",
            "Cod House, Vik",
        ),
        (
            "Courtesy Call by Minister Doe\n\n3 May 2004\n\nMinister Roe received a courtesy call "
            "at the Ministry of Foreign Affairs from Minister Doe.\n",
            "Ministry of Foreign Affairs",
        ),
        ("Minutes of the Cod Group\n\nDate: 3 May 2004\nVenue: Zoom\n\nThey met.\n", None),
    ],
)
def test_places_told_by_the_way(text: str, place: str | None) -> None:
    assert head_of(text)["place"] == place


@pytest.mark.parametrize(
    "held", ["(Held at Delhi on 14-15 May 2011)", "Held at Delhi on 14 May 2011"]
)
def test_a_day_on_which_something_was_held_is_none_of_issue(held: str) -> None:
    head = head_of(
        f"SUMMARY OF THE 5TH JOINT WORKING GROUP ON COD\n{held}\n\nMr. Roe spoke of ice.\n"
    )
    assert (head["issued"], head["met"]) == (None, "2011-05-14")
    assert head["place"] == "Delhi"
