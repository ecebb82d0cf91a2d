"""The heads of records, transcripts and statements, each as a whole. All are examples, invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

_TALK = "\nThe Minister said that the harbour would open. Mr. Roe asked when.\n"


def _head(text: str) -> dict[str, str | None]:
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    return {
        "title": outline.title,
        "kind": outline.kind,
        "issued": outline.date_published,
        "met": outline.date_meeting,
        "place": outline.place,
    }


def _agrees(text: str, told: dict[str, str | None]) -> None:
    head = _head(text)
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
    ],
)
def test_the_title_among_the_lines_above_the_text(text: str, title: str, kind: str | None) -> None:
    _agrees(text + _TALK, {"title": title, "kind": kind})


def test_a_text_may_end_in_a_name_behind_an_office() -> None:
    assert _head("Foreign Minister, Dr. Roe")["met"] is None


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
    ],
)
def test_when_and_where(text: str, told: dict[str, str | None]) -> None:
    _agrees(text, told)
