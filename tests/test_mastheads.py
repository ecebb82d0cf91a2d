"""The heads of records, transcripts and statements, each as a whole. All are examples, invented."""

from __future__ import annotations

import pytest
from heads import head_of

from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import read_layout
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus

_TALK = "\nThe Minister said that the harbour would open. Mr. Roe asked when.\n"


def _agrees(text: str, told: dict[str, str | None]) -> None:
    head = head_of(text)
    assert {field: head[field] for field in told} == told


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        (
            "Harbours Committee\n\nOral evidence: Dredging, HC 9\nMonday 3 May 2004\n\n"
            "Members present: Ann Roe (Chair), Jo Doe\n",
            "Oral evidence: Dredging, HC 9",
            None,
        ),
        (
            "RECORD OF A CONVERSATION BETWEEN THE HOME SECRETARY AND THE MINISTER FOR PORTS\n"
            "AND INLAND WATERS ON MONDAY 3 MAY 2004 AT 3 PM\n",
            "RECORD OF A CONVERSATION BETWEEN THE HOME SECRETARY AND THE MINISTER FOR PORTS "
            "AND INLAND WATERS ON MONDAY 3 MAY 2004 AT 3 PM",
            None,
        ),
        (
            "# Doorstep statement\n\n## by Minister Jane Roe at the start of the talks\n\n"
            "3 May 2004\n",
            "Doorstep statement by Minister Jane Roe at the start of the talks",
            None,
        ),
        (
            "Meetings Coverage\nPorts Council\n81st Meeting (PM)\nPC/12\n3 May 2004\n\n"
            "As Rivers Rise, Harbour Chief Urges Ports Council to Extend Its Mission\n",
            "As Rivers Rise, Harbour Chief Urges Ports Council to Extend Its Mission",
            None,
        ),
        (
            "SENATE COMMITTEE ON PORTS\n\n# Hearing on S.B. 12, Pilots\n\n## Hearing Summary\n\n"
            "May 3, 2004\n\n# Witnesses in support\n",
            "Hearing on S.B. 12, Pilots",
            "Hearing Summary",
        ),
        (
            "PRESS CONFERENCE: MONDAY 3 MAY 2004\nHANSARD TRANSCRIPT\n",
            "PRESS CONFERENCE: MONDAY 3 MAY 2004",
            "HANSARD TRANSCRIPT",
        ),
        (
            "(c) crown copyright\n\nTHIS DOCUMENT IS THE PROPERTY OF HIS MAJESTY'S GOVERNMENT\n\n"
            "Printed for the Cabinet. May 1954\n\nSECRET          Copy No. 12\n\nC.M. (54)\n"
            "3rd Conclusions\n\nCONCLUSIONS of a Meeting of the Cabinet held in the House\n\n"
            "Present:\nMr. J. Roe, Minister of Ports\n",
            "CONCLUSIONS of a Meeting of the Cabinet held in the House",
            None,
        ),
        (
            "[Senate Hearing 9-12]\n[From the U.S. Government Publishing Office]\n\n"
            "S. Hrg. 9-12\n\n"
            "THE STATE OF HARBOURS:\nGAINS AND GAPS\n\nHEARING\n\nBEFORE THE\n\n"
            "SUBCOMMITTEE ON PORTS\n\nNINTH CONGRESS\n\nMAY 3, 2004\n",
            "THE STATE OF HARBOURS: GAINS AND GAPS",
            None,
        ),
        (
            "- Council of the EU\n- 3 May 2004\n- 14:20\n\n# Statement after the talks on ports\n",
            "Statement after the talks on ports",
            None,
        ),
        (
            "NORLAND COUNTY\n\nPORTS COMMITTEE\n\n"
            "MINUTES OF THE MEETING HELD ON MONDAY 3 MAY 2004\n"
            "Commenced: 6.00 pm\n",
            "PORTS COMMITTEE MINUTES OF THE MEETING HELD ON MONDAY 3 MAY 2004",
            None,
        ),
        (
            "Minutes of the Harbour Board\nMay 3-4, 2004\n",
            "Minutes of the Harbour Board May 3-4, 2004",
            None,
        ),
        (
            "MINISTERS' STATEMENT ON PORTS\nVik, Norway\n3 May 2004\n",
            "MINISTERS' STATEMENT ON PORTS",
            None,
        ),
        (
            "Archive\n\nCitation: Record of a Talk with Mr. Roe\nSource: Box 9\n\n4 May 1977\n\n"
            "Record of a Talk with Mr. Roe, Minister of Ports\n",
            "Record of a Talk with Mr. Roe, Minister of Ports",
            None,
        ),
        (
            "# Norway-Chile Relations\n\n## Norway-Chile Fisheries Ministers’ Meeting\n\n"
            "May 3, 2004\n\nOn May 2, Ms. Jane Roe met Mr. Jo Doe.\n",
            "Norway-Chile Fisheries Ministers’ Meeting",
            None,
        ),
        (
            "# Norway-Chile Talks (News of the Minister)\n\n## Norway-Chile Talks\n\n"
            "May 3, 2004\n\nMs. Jane Roe met Mr. Jo Doe.\n",
            "Norway-Chile Talks",
            None,
        ),
        (
            "Press Bulletin 12\n\nPorts Secretary Jane Roe Meets with Pilot Minister of Chile\n\n"
            "Vik, May 3, 2004\n",
            "Ports Secretary Jane Roe Meets with Pilot Minister of Chile",
            None,
        ),
        (
            "Press Encounters\n3 May 2004\nNew York\n\n"
            "Chairman's press encounter after lunch with the pilots\n",
            "Chairman's press encounter after lunch with the pilots",
            None,
        ),
        (
            "GENERAL ASSEMBLY\nSIXTH COMMITTEE\nFORTIETH SESSION, 9TH MEETING (PM)\n3 May 2004\n\n"
            "Delegates Differ over Rafts as Sixth Committee Opens Debate on Harbours\n",
            "Delegates Differ over Rafts as Sixth Committee Opens Debate on Harbours",
            None,
        ),
        (
            "ARCHIVES OF VIK\n\nReference Code: 2004/7/18\nCreation Date(s): 3 May 2004\n"
            "Extent and medium: 2 pages\nCopyright: Archives of Vik. May only be\n"
            "reproduced with the permission of the\nDirector of the Archives.\n\n"
            "SECRET      1.\n\nMinisterial Meeting at Vik Castle\nMonday, 3 May 2004\n",
            "Ministerial Meeting at Vik Castle",
            None,
        ),
        (
            "3 May 2004\n\nConversation of the Home Secretary with the Pilot Minister\n(Note)\n",
            "Conversation of the Home Secretary with the Pilot Minister",
            "Note",
        ),
        (
            "AGREED MINUTES\nOF THE FIRST SESSION OF THE JOINT COMMITTEE\n"
            "FOR MARITIME AND FISHERY COOPERATION\nBETWEEN THE KINGDOM OF NORWAY\n"
            "AND THE REPUBLIC OF CHILE\n",
            "AGREED MINUTES OF THE FIRST SESSION OF THE JOINT COMMITTEE FOR MARITIME AND FISHERY "
            "COOPERATION BETWEEN THE KINGDOM OF NORWAY AND THE REPUBLIC OF CHILE",
            None,
        ),
        (
            "Memorandum of Conversation/1/\n\nVik, May 3, 2004\n",
            "Memorandum of Conversation",
            None,
        ),
    ],
)
def test_the_title_among_the_lines_above_the_text(text: str, title: str, kind: str | None) -> None:
    _agrees(text + _TALK, {"title": title, "kind": kind})


def test_a_text_may_end_in_a_name_behind_an_office() -> None:
    assert head_of("Foreign Minister, Dr. Roe")["met"] is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ports Council\n\n3 May 2004\n\n"
            "PORTS COUNCIL TAKES UP DREDGING IN TWO THIRDS OF PORTS\n\n"
            "The Ports Council in a midday meeting held a dialogue with Mr. Roe, a pilot.\n",
            {"issued": "2004-05-03", "met": "2004-05-03", "place": None},
        ),
        (
            "THE STATE OF HARBOURS\n\nHEARING\n\nMAY 3, 2004\n\n"
            "The committee met, pursuant to notice, at 9:30 a.m. in room 12, Harbour Building, "
            "Hon. Jane Roe (chairman of the committee) presiding.\n",
            {"met": "2004-05-03", "place": "room 12, Harbour Building"},
        ),
        (
            "Committee on Ports\n\nEVIDENCE\n\nMonday, May 3, 2004\n\n"
            "The Chair (Ms. Jane Roe (Vik, Lib.)): Good day.\n\nMr. Jo Doe (Pilot): Thank you.\n",
            {"kind": "EVIDENCE", "issued": "2004-05-03", "met": "2004-05-03"},
        ),
        (
            "3 May 2004\n\nTelephone conversation with Mr Jo Roe, President of Norway\n\n"
            "Ms Jane Doe spoke yesterday by telephone with Mr Jo Roe, President of Norway, ahead "
            "of the Fish Summit which will be held in Bergen on 19 and 20 May.\n",
            {"met": "2004-05-02", "place": None},
        ),
        (
            "Visit to Norway by Foreign Minister Jane Roe\n\nMay 27, 2004\n\n"
            "From May 21 to 23, Foreign Minister Jane Roe paid a visit to Norway, where she held "
            "talks with Mr. Jo Doe, Minister of Ports, on May 22.\n",
            {"issued": "2004-05-27", "met": "2004-05-22"},
        ),
        (
            "Minutes of the Parish Meeting\nheld on Monday 3 May 2004 at 7.30 pm\n"
            "in the Village Hall, Church Lane\n\n1. Footpaths\n\nMr. Roe asked for a stile.\n",
            {"met": "2004-05-03", "place": "Village Hall, Church Lane"},
        ),
        (
            "May 3, 2004\n\nRemarks by President Roe in Joint Press Availability\n\nVik, Norway\n\n"
            "11:36 A.M.\n\nPRESIDENT ROE: Good day. We met in Oslo.\n",
            {"issued": "2004-05-03", "place": "Vik, Norway"},
        ),
        (
            "Press Conference 3 May 2004\n\nMs. Jane Roe: Good day. I have two announcements.\n\n"
            "Mr. Jo Doe: When will the harbour open?\n",
            {"title": "Press Conference 3 May 2004", "issued": "2004-05-03"},
        ),
        (
            "# Press Conference by Foreign Minister Jane Roe\n\n"
            "Monday, May 3, 2004, 2:31 p.m.   Ministry Press Conference Room\n\n"
            "## Opening Remarks\n\nMinister Roe: Good day.\n",
            {"issued": "2004-05-03", "place": "Ministry Press Conference Room"},
        ),
        (
            "Doorstop interview – Harbour House, Canberra\n\n3 May 2004\n\n"
            "JANE ROE: Good morning. Just a few words before I go in.\n",
            {"place": "Harbour House, Canberra"},
        ),
        (
            "# Remarks by President Jane Roe before the summit\n\n*Vik pri Nesu, 3 May 2004*\n\n"
            "President Jane Roe made the following remarks on arrival:\n\nGood morning.\n",
            {"issued": "2004-05-03", "place": "Vik pri Nesu"},
        ),
        (
            "PORTS COMMITTEE\n\nMINUTES OF THE MEETING HELD ON MONDAY 3 MAY 2004\n"
            "Commenced: 6.00 pm\n\nCouncil Chamber, Guildhall, Vik\n\n"
            "Members present: Councillor A Roe (Chairman), Councillor J Doe\n\n"
            "11    APOLOGIES\n\nThere were none.\n",
            {"met": "2004-05-03", "place": "Council Chamber, Guildhall, Vik"},
        ),
    ],
)
def test_when_and_where(text: str, told: dict[str, str | None]) -> None:
    _agrees(text, told)


def _read(text: str) -> Outline:
    return parse(text, id="x", thesaurus=Thesaurus.default())


@pytest.mark.parametrize(
    ("head", "title", "published", "held", "place"),
    [
        (  # a number of a release is no title, its label tells the day of issue
            "Press Release No: PR1404\nIssue Date: Mar 06, 2014\n\nMinister Ode meets Envoy Fen\n",
            "Minister Ode meets Envoy Fen", "2014-03-06", "2014-03-04", "Vik",
        ),
        (  # parts of a site above the title
            "Main page\nEvents\nMeetings and receptions\n\nThe President received Jan Moe, Minister"
            " of Fisheries\n\n27 November 2019\n",
            "The President received Jan Moe, Minister of Fisheries", "2019-11-27", "2019-03-04",
            "Vik",
        ),
        (  # of two calendars the one that everybody reads
            "Minister Receives Envoy\n\nThursday 1441/6/12 - 2020/02/06\n",
            "Minister Receives Envoy", "2020-02-06", "2020-03-04", "Vik",
        ),
        (  # a label in other letters
            "Minister Ode meets Envoy Fen\n\nวันที่ 14 Jul 2016\n",
            "Minister Ode meets Envoy Fen", "2016-07-14", "2016-03-04", "Vik",
        ),
    ],
)  # fmt: skip
def test_heads_of_ministries(head: str, title: str, published: str, held: str, place: str) -> None:
    text = f"{head}\nMinister Ode and Envoy Fen met in Vik on 4 March. They spoke of cod.\n"
    outline = _read(text)
    told = (outline.title, outline.date_published, outline.date_meeting, outline.place)
    assert told == (title, published, held, place)


def test_of_two_days_the_later_is_that_of_issue() -> None:
    text = (
        "Joint press encounter with the Prime Minister\n\nPort Vik, 29 August 2007\n\n"
        "30 August 2007\n\nPM: Thank you for coming.\n\nSG: Thank you for the welcome.\n\n"
        "PM: It was long awaited.\n"
    )
    outline = _read(text)
    assert (outline.date_published, outline.date_meeting) == ("2007-08-30", "2007-08-29")


def test_what_both_signed_tells_its_day_at_the_foot() -> None:
    text = (
        "AGREED MINUTES\nOF THE FOURTH SESSION OF THE JOINT COMMITTEE\n\nThe Session was held"
        " in Vik from 12 to 14 October 1996.\n\n1. Both sides noted that trade had grown.\n\n"
        "Done at Vik on 14 October, 1996 in two originals.\n"
    )
    outline = _read(text)
    assert (outline.date_published, outline.date_meeting) == ("1996-10-14", "1996-10-12")


@pytest.mark.parametrize(
    ("title", "opening", "place"),
    [
        ("Minister's Call with Minister Fen", "Minister Ode spoke to Minister Fen before the cod"
         " summit in Oslo on 4 May 2014.", None),
        ("Working Visit by Minister Ode to Chile", "Minister Ode called on President Fen at Cod"
         " Palace on 4 May 2014.", "Chile"),
        ("PM meeting with Minister Fen", "The Prime Minister welcomed Minister Fen to Downing"
         " Street this afternoon.", "Downing Street"),
        ("Talks with Minister Fen", "Minister Ode held talks with Minister Fen at the Official"
         " Residence on 4 May 2014.", "Official Residence"),
        ("Minutes of the Cod Committee held on 4 May 2014 in Committee Room 2", "It met.",
         "Committee Room 2"),
        ("Talks at the Foreign and Commonwealth Office", "Minister Ode met Minister Fen.",
         "Foreign and Commonwealth Office"),
    ],
)  # fmt: skip
def test_where_people_met(title: str, opening: str, place: str | None) -> None:
    assert _read(f"{title}\n\n5 May 2014\n\n{opening}\n").place == place


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "EMBASSY OF DENMARK\nCAIRO\n\nCONFIDENTIAL\n\nNote for the file: Conversation with"
            " Under-Secretary Samir Roe, 3 October 1967\n\nI called on Mr. Roe at his request. He"
            " complained that the press had been unfair. I replied that it was free.\n\nP. Kragh\n",
            {
                "title": "Note for the file: Conversation with Under-Secretary Samir Roe,"
                " 3 October 1967",
                "met": "1967-10-03",
            },
        ),
        (
            "DFAT media release\n\nAustralia - Kiribati High Level Consultations\n\n"
            "4 November 2015\n\nSenator Brian Roe co-chaired the consultations with Kiribati's"
            " Foreign Secretary, Ms Teretia Ode, in Tarawa on 2 November.\n",
            {
                "title": "Australia - Kiribati High Level Consultations",
                "issued": "2015-11-04",
                "met": "2015-11-02",
                "place": "Tarawa",
            },
        ),
        (
            "# Steering group\n\n**Date:** 2022-09-14  \n**Place:** Room 3.12 / Teams  \n"
            "**Present:** Ana Roe (AR), Bo Lind (BL), Cem Kaya (CK)\n\n## 1. Budget\n" + _TALK,
            {"title": "Steering group", "issued": "2022-09-14", "place": "Room 3.12 / Teams"},
        ),
        (
            "Ministry of Foreign Affairs\n\nNews\n\nForeign Minister: unity of the coast\n"
            "Created: 2015.04.17 / Updated: 2015.04.20 09:12\n" + _TALK,
            {"title": "Foreign Minister: unity of the coast", "issued": "2015-04-17"},
        ),
        (
            "Talks on ferries\n\nPublished 3 May 2013, last updated 5 May 2013\n" + _TALK,
            {"title": "Talks on ferries", "issued": "2013-05-03"},
        ),
        (
            "TRANSCRIPT\nTHE HON JANE ROE MP\nMINISTER FOR FOREIGN AFFAIRS\nE&OE TRANSCRIPT\n"
            "DOORSTOP, APIA\n21 AUGUST 2017\n\nJANE ROE: It is great to be back.\n\n"
            "JOURNALIST: When does it start?\n\nROE: In July.\n",
            {"title": "DOORSTOP, APIA", "kind": "TRANSCRIPT", "met": "2017-08-21"},
        ),
        (
            "Summary of Proceedings\n\nDialogue on Lake Basins\nEntebbe, Uganda, 3-4 July 2018\n"
            + _TALK,
            {"title": "Dialogue on Lake Basins", "place": "Entebbe, Uganda", "met": "2018-07-03"},
        ),
        (
            "MEMORANDUM OF TELEPHONE CONVERSATION\n\nSUBJECT:     Telcon with Chancellor Roe\n\n"
            "DATE, TIME   March 4, 1991, 8:07 - 8:21 a.m. EST\nAND PLACE:   Oval Office\n\n"
            "The President: How are you?\n\nChancellor Roe: Fine, thank you.\n",
            {"met": "1991-03-04", "place": "Oval Office"},
        ),
    ],
    ids=[
        "under an embassy's town",
        "a house's release",
        "bold labels",
        "created",
        "last updated",
        "doorstop",
        "days with a place",
        "labels over two lines",
    ],
)
def test_heads_as_pages_and_records_have_them(text: str, told: dict[str, str | None]) -> None:
    _agrees(text, told)


def test_an_office_that_ends_in_a_trade_is_nobodys_name() -> None:
    text = "Minutes of the Port Board\n\nThe Chief Engineer informed the Board that it was done.\n"
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert not [person.name for person in (*outline.participants, *outline.persons)]
    assert outline.passages[-1].statements[0].speaker == "Chief Engineer"


@pytest.mark.parametrize(
    ("front", "title"),
    [
        # A line of the site that ends in the title, with or without a number before it.
        (
            "Home Office of the Press Press Releases Minister Roe’s Call with Minister Doe\n\n"
            "Minister Roe’s Call with Minister Doe\n\n3 May 2004",
            "Minister Roe’s Call with Minister Doe",
        ),
        (
            "04/05/03 Daily Press Briefing\nOffice of the Press\nDaily Press Briefing\n3 May 2004",
            "Daily Press Briefing",
        ),
        # Paths to a page, and where they end.
        (
            "Press center / Press releases\nNorland and Sudland Set Sights on Cod\n3 May 2004",
            "Norland and Sudland Set Sights on Cod",
        ),
        (
            "PALACE OF NORLAND\nHome » Press Releases »\nNORLAND AND SUDLAND DEEPEN TIES\n"
            "Posted by RPS\n3 May 2004",
            "NORLAND AND SUDLAND DEEPEN TIES",
        ),
        # Numbers, links, what a draft is called.
        (
            "News ID : 384211\nPrint\nMinister Roe: no obstacle to ties\n3 May 2004",
            "Minister Roe: no obstacle to ties",
        ),
        (
            "[Previous] [Next]\n\nMemorandum of Conversation\n\nVik, May 3, 2004",
            "Memorandum of Conversation",
        ),
        # Editors number records, and print above them where they stand.
        (
            "Office of Records | Documents | Relations of Norland, Volume E–3\nSearch\n"
            "117. Memorandum of Conversation1\n\nVik, May 3, 2004",
            "Memorandum of Conversation",
        ),
        (
            "Released by the Office of Records\n\nDocuments 101-110\n\n"
            "104. Telegram From the Embassy in Sudland to the Ministry/1/\n\nVik, May 3, 2004",
            "Telegram From the Embassy in Sudland to the Ministry",
        ),
        (
            "12. Memorandum of Conversation1\nSecretary Roe’s Talk with Mr. Doe\n\n3 May 2004",
            "Memorandum of Conversation Secretary Roe’s Talk with Mr. Doe",
        ),
        (
            "12. Memorandum of a Conversation, Vik, May 3, 2004, 3 p.m.\nSUBJECT\n- Cod and Ice\n"
            "PARTICIPANTS\n- Ambassador Fen, Embassy of Norland\n- Secretary Roe",
            "Memorandum of a Conversation, Vik, May 3, 2004, 3 p.m.",
        ),
        (
            "C3D\n\n– DRAFT –\n\n# Cod Task Force Teleconference\n\n3 May 2004",
            "Cod Task Force Teleconference",
        ),
        # A letter is about what stands below its greeting.
        (
            "HARBOUR HOUSE\nCONFIDENTIAL\nFrom the Private Secretary          27 July 1981\n\n"
            "Dear Olav,\n\nCall by the Envoy of Norland",
            "Call by the Envoy of Norland",
        ),
        # The heading that says it in full, right above the date.
        (
            "# Telephone Talk (Norland)\n\n### Telephone Talk between Minister Roe and Mr. Doe "
            "(Outline)\n\n3 May 2004",
            "Telephone Talk between Minister Roe and Mr. Doe",
        ),
        # When and where a meeting was held is no part of its title.
        (
            "Summary record of the 27th meeting\nHeld at Headquarters, Vik, on 3 May 2004",
            "Summary record of the 27th meeting",
        ),
        # Columns: only one may be the title.
        (
            "Harbour Council          Provisional\n\nMinutes of Talks on Cod\n\n3 May 2004",
            "Minutes of Talks on Cod",
        ),
        (
            "SEPARATE MINUTES, ANNEX A\n\nMinutes of the cod meeting\n\nDATE: 3 May 2004",
            "Minutes of the cod meeting",
        ),
    ],
)
def test_the_title_among_what_stands_around_it(front: str, title: str) -> None:
    text = f"{front}\n\nMinister Roe said that cod was dear. Eels were not.\n"
    assert read_layout(text).title == title
