"""What a document's head tells as many publishers write it. All are examples, invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

_TALK = "\n\nThe Minister said that the harbour would open. Mr. Roe asked when.\n"


def _head(text: str) -> dict[str, str | None]:
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    return {
        "title": outline.title,
        "kind": outline.kind,
        "issued": outline.date_published,
        "met": outline.date_meeting,
        "place": outline.place,
        "occasion": outline.occasion,
    }


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "You are in: Home >> Media >> Releases >> Detail\n\nTalks on Cod with Norway\n\n"
            "3 May 2004",
            "Talks on Cod with Norway",
        ),
        (
            "REPUBLIC OF NORLAND\n[ Norland | English ]   Home  Press Room  Search\n\n"
            "JOINT STATEMENT\nby the Ministers for Ports\n\n3 May 2004",
            "JOINT STATEMENT by the Ministers for Ports",
        ),
        (
            "CHAIRMAN'S STATEMENT\nTALKS ON THE COD OF THE NORTH\nOslo, 3 May 2004\n"
            "---------------------",
            "CHAIRMAN'S STATEMENT TALKS ON THE COD OF THE NORTH",
        ),
        (
            "3 May 2004\n\nSecretary of State Jane Roe and Foreign Minister Jo Doe\n"
            "Remarks at Photo Opportunity, Quay Street Entrance\nOslo, May 3, 2004",
            "Secretary of State Jane Roe and Foreign Minister Jo Doe Remarks at Photo "
            "Opportunity, Quay Street Entrance",
        ),
        (
            "# Joint press point\n\nwith Secretary General Jane Roe and the President of Norway\n\n"
            "3 May 2004",
            "Joint press point with Secretary General Jane Roe and the President of Norway",
        ),
        (
            "Ports 2004 Ministers' Meeting\n\nPorts Ministers' Meeting in Oslo:\n"
            "Second Session and Working Lunch (Overview)\n\nMay 3, 2004",
            "Ports Ministers' Meeting in Oslo: Second Session and Working Lunch",
        ),
    ],
)
def test_titles_among_what_stands_around_them(head: str, title: str) -> None:
    assert _head(head + _TALK)["title"] == title


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Minister meets the Minister of Norway\n\nOslo, 3 May 2004:\nThe Minister received "
            "yesterday the Minister of Norway.\n",
            {"issued": "2004-05-03", "met": "2004-05-02", "place": "Oslo"},
        ),
        (
            "For Immediate Release\nMay 3, 2004\n\nREMARKS BY PRESIDENT ROE\nAFTER TALKS WITH "
            "NORWAY\n\nCod Convention Center\n"
            "Bergen, Norway\n\n6:42 P.M. EDT, May 2\n\nPRESIDENT ROE:  Good evening.\n\n"
            "MINISTER DOE: Thank you.\n",
            {"place": "Bergen, Norway", "issued": "2004-05-03", "met": "2004-05-02"},
        ),
        (
            "Meeting with President of Norway Jo Doe\n\nJane Roe had talks with Jo Doe in Norway."
            "\n\nMay 3, 2004\n13:40\nVadsund\n\n"
            "President Roe: Good day.\n\nPresident Doe: Good day.\n",
            {"place": "Vadsund"},
        ),
        (
            "Joint Communiqué on the Visit of President Roe to Norway – Oslo, May 3-4, 2004\n\n"
            "President Roe paid a visit to Norway on May 3-4, 2004. They spoke of cod.\n",
            {"place": "Oslo"},
        ),
        (
            "Talks on Cod\n\n26 August 1994\n\nMinister Roe, who was making an official visit to "
            "Norway, held talks with Minister Doe at the Parliament building in Oslo on the "
            "afternoon of the 24th for an hour.\n",
            {"place": "Oslo", "met": "1994-08-24"},
        ),
        (
            "Committee on Cod\n\n6 July 2012\n\nThe committee set up under the Agreement on "
            "Cooperation in Science and Technology was held in Bern on July 5.\n",
            {"place": "Bern"},
        ),
        (
            "Minister Roe's Breakfast Meeting with Minister Doe at the PQRS Ministerial Council\n\n"
            "7 May 2014\n\nMinister Roe hosted a breakfast in Paris on May 6 for Minister Doe.\n",
            {"occasion": "PQRS Ministerial Council"},
        ),
        (
            "Talks on Cod\n\n3 May 2004\n\nMinister Roe met Minister Doe, who visited Norway for "
            "the Cod Summit, on May 3 in Oslo.\n",
            {"occasion": "Cod Summit"},
        ),
        (
            "Talks on Cod (on the Margins of the Cod Forum (PQR))\n\n3 May 2004\n\nThey spoke.\n",
            {"occasion": "Cod Forum (PQR)"},
        ),
        (
            "PM Roe: remarks at bilateral meeting with President of Norway\n\nTranscript\n"
            "Sunday 3 May 2004\nPrime Minister\nOslo\n\nE&OE\n\nPRIME MINISTER: Good morning.\n",
            {"issued": "2004-05-03", "place": "Oslo"},
        ),
        (
            "3 MAY 2004\n\nJoint press conference – Prime Ministers of Norland and of Norway\n"
            "Rt Hon Jane Roe\nPrime Minister\nOslo, Norway\n\nPRIME MINISTER ROE: Good day.\n\n"
            "PRIME MINISTER DOE: Good day.\n",
            {"place": "Oslo, Norway"},
        ),
        (
            "The Third Meeting on Cod (Overview)\n\nNovember 21, 2013\n\n1  Date and Venue\n"
            "   November 18 (Mon) - 20 (Wed), 2013    Vadsund, Norway\n\n2  Outcome\n"
            "   The Norwegian side spoke of cod.\n",
            {"met": "2013-11-18", "place": "Vadsund, Norway"},
        ),
        (
            "Minister Roe's Visit to Norway (Overview & Evaluation)\n\n3 May 2004\n\nThey spoke.\n",
            {"title": "Minister Roe's Visit to Norway", "kind": "Overview & Evaluation"},
        ),
    ],
)
def test_when_where_and_why(text: str, told: dict[str, str | None]) -> None:
    head = _head(text)
    assert {field: head[field] for field in told} == told
