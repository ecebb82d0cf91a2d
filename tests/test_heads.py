"""What a document's head tells as many publishers write it. All are examples, invented."""

from __future__ import annotations

import pytest
from heads import head_of

_TALK = "\n\nThe Minister said that the harbour would open. Mr. Roe asked when.\n"


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
            "Press Releases\n\nTITLE\tMinister Meets Minister for Ports of Norway\n"
            "DATE\t2004-05-03\nHIT\t1021",
            "Minister Meets Minister for Ports of Norway",
        ),
        (
            "Council of the EU\nPRESS EN\n\nJOINT STATEMENT\nOslo, 3 May 2004\n921/15\n\n"
            "Joint press statement following the first Cod Council with Norway",
            "Joint press statement following the first Cod Council with Norway",
        ),
        (
            "MINISTER'S PRESS ENCOUNTER\n\nOslo, 3 May 2004\n\nPress encounter with the Minister "
            "following the talks on cod",
            "Press encounter with the Minister following the talks on cod",
        ),
        (
            "Communiqués de presse | Press releases\nOslo, 3 May 2004\n\nTalks on Cod with Norway",
            "Talks on Cod with Norway",
        ),
        (
            "3 May 2004\nOffice of the Spokesman\n\nPRESS AVAILABILITY\nSecretary of State Jane Roe"
            "\nand Foreign Minister Jo Doe\nFollowing their Talks\nOslo, Norway",
            "PRESS AVAILABILITY Secretary of State Jane Roe and Foreign Minister Jo Doe "
            "Following their Talks",
        ),
        (
            "Minutes\n\nMeeting:   Joint Cod Commission, 12th session\nDate:      3 May 2004",
            "Joint Cod Commission, 12th session",
        ),
        (
            "Briefing on the Talks with Norway\nSpeaker: Presidential Spokesperson\n3 May 2004",
            "Briefing on the Talks with Norway",
        ),
        (
            "COD STATES ORGANIZATION                              CS/Ser.G\n"
            "ORGANIZATION OF NORTHERN STATES                      NS/ACTA 1802/11\n"
            "                                                     12 May 2004\n\n"
            "                     MINUTES\n          OF THE REGULAR MEETING\n"
            "            HELD ON MAY 3, 2004",
            "MINUTES OF THE REGULAR MEETING HELD ON MAY 3, 2004",
        ),
        (
            "NOTE OF A CONVERSATION BETWEEN THE PRIME MINISTER AND THE NORWEGIAN\n"
            "MINISTER AT THE COD PALACE ON MONDAY 3 MAY 2004",
            "NOTE OF A CONVERSATION BETWEEN THE PRIME MINISTER AND THE NORWEGIAN "
            "MINISTER AT THE COD PALACE ON MONDAY 3 MAY 2004",
        ),
        (
            "Informal Meeting of Ports\n                    EMBARGOED UNTIL DELIVERY\n"
            "Remarks to the press by\nthe Prime Minister of Norway, Ms Jane Roe,\n"
            "on arrival at the informal meeting\nOslo, 3 May 2004",
            "Remarks to the press by the Prime Minister of Norway, Ms Jane Roe, "
            "on arrival at the informal meeting",
        ),
        (
            "MINISTRY OF PORTS\nAND INTERNATIONAL COD\n----------\n"
            "No. 12/04                                                  Oslo, May 3, 2004\n\n"
            "PRESS RELEASE\n\nThe Minister received Mr. Doe.",
            "The Minister received Mr. Doe.",
        ),
        (
            "Working Dinner for Mr. Jo Doe,\nDeputy Minister and Minister for Ports of Norway,\n"
            "Hosted by Mr. Roe, Minister for Ports\n\n(Summary)\n\n3 May 2004",
            "Working Dinner for Mr. Jo Doe, Deputy Minister and Minister for Ports of Norway, "
            "Hosted by Mr. Roe, Minister for Ports",
        ),
        (
            "NNA0114   5 II   0301                                      Tue, 4 May 2004\n\n"
            "Minister for Ports/Working visit/Norway\n\nMinister receives Norwegian colleague",
            "Minister receives Norwegian colleague",
        ),
        (
            "# THIRD COD LEADERS’ RETREAT\nFORUM COMMUNIQUÉ\n\nOslo, Norway\n3 May 2004",
            "THIRD COD LEADERS’ RETREAT FORUM COMMUNIQUÉ",
        ),
        (
            "Note: Where available, the icon below is provided\n\nCod Legislation Committee\n\n"
            "3 May 2004",
            "Cod Legislation Committee",
        ),
        (
            "House of Representatives\n\nSTANDING COMMITTEE ON PORTS\nOral evidence\n\n3 May 2004\n"
            "Committee Room 4, Parliament House\n\nMembers present: Ms T. Roe, Mr B. Doe\n\n"
            "Witness: Hon. Al Poe, Minister for Ports",
            "STANDING COMMITTEE ON PORTS",
        ),
        (
            "JOINT COMMITTEE ON COD\nFourth session\n\nMINUTES\n\nOslo, 3-4 May 2004\n\nPresent\n\n"
            " No.   Name             Country\n-----  ---------------  --------\n"
            " 1     Mr. Jo Doe       Norway (Chair)\n 2     Ms. Ann Roe      Norland",
            "JOINT COMMITTEE ON COD Fourth session",
        ),
        (
            "COD/6/SR.2\nCOUNCIL OF THE COD CONVENTION\nSixth meeting\n\n"
            "SUMMARY RECORD OF THE SECOND MEETING\nHeld at Oslo on 3rd May, 2004, at 10 a.m.",
            "COUNCIL OF THE COD CONVENTION Sixth meeting SUMMARY RECORD OF THE SECOND MEETING",
        ),
        (
            "AGREED MINUTES\n\nTHIRD MEETING OF THE COD COMMISSION\nOslo, from 5 to 7 May 2004",
            "THIRD MEETING OF THE COD COMMISSION",
        ),
        (
            "**OFFICE OF THE MINISTER**\n\n### PRESS CONFERENCE TRANSCRIPT\n\n"
            "**Joint press conference by Minister Jane Roe and Minister Jo Doe**\n\n"
            "*3 May 2004, Cod Press Information Centre*",
            "Joint press conference by Minister Jane Roe and Minister Jo Doe",
        ),
        (
            "Ports 2004 Ministers' Meeting\n\nPorts Ministers' Meeting in Oslo:\n"
            "Second Session and Working Lunch (Overview)\n\nMay 3, 2004",
            "Ports Ministers' Meeting in Oslo: Second Session and Working Lunch",
        ),
    ],
)
def test_titles_among_what_stands_around_them(head: str, title: str) -> None:
    assert head_of(head + _TALK)["title"] == title


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
    head = head_of(text)
    assert {field: head[field] for field in told} == told


@pytest.mark.parametrize(
    ("head", "opening", "told"),
    [
        (
            "Minister Receives Ambassador",
            "OSLO, Rabi' I 12, 1425, May 3, 2004, NNA -- Minister Roe received Ambassador Doe.",
            {"issued": "2004-05-03", "met": "2004-05-03", "place": "Oslo"},
        ),
        (
            "Minister meets counterparts\n3 May 2004",
            "OSLO: Minister Roe met Minister Doe on the sidelines of the Cod Summit in the "
            "Norwegian capital.",
            {"place": "Oslo", "occasion": "Cod Summit"},
        ),
        (
            "Statements of Minister Roe following their meeting (Oslo, 3.5.2004)\nMonday, 3 May "
            "2004",
            "J. ROE: We spoke of the next round in Geneva.\n\nJ. DOE: We did.",
            {"place": "Oslo"},
        ),
        (
            "RECORD OF CONVERSATION BETWEEN THE MINISTER AND MR. POE ON MONDAY, 3RD MAY, 2004",
            "Present:\n\n  Sir Jo Roe         M. Poe\n\nMr. Poe called at the Foreign Office "
            "this afternoon.",
            {"met": "2004-05-03", "place": "Foreign Office"},
        ),
        (
            "INWARD CABLEGRAM\n\nCablegram to Vik",
            "1120. BERGEN, 6 May 1965\n\n1. I called on the Minister Jo Doe on 3 May at his house.",
            {"issued": "1965-05-06", "met": "1965-05-03", "place": "Bergen"},
        ),
        (
            "Discussion between the Minister and the Chancellor,\n10 Downing Street, 3 May 2004",
            "The Minister, Mr. Roe, was accompanied by Mr. Doe.",
            {"met": "2004-05-03", "place": "10 Downing Street"},
        ),
        (
            "THIRD MEETING OF THE COD COMMISSION\nMINUTES\n\nOslo, 3-4 May 2004",
            "The Chair welcomed the members.",
            {"kind": "MINUTES", "issued": None, "met": "2004-05-03", "place": "Oslo"},
        ),
        (
            "Talks on Cod\nOutline (continued)\n3 May 2004",
            "Taking the opportunity of his attendance at the Ports Forum in Oslo, Minister Roe met "
            "Minister Doe on May 2.",
            {"kind": "Outline", "occasion": "Ports Forum", "met": "2004-05-02"},
        ),
        (
            "Talks on Cod",
            "_Oslo, Norway — 3 May 2004_ — Minister Roe met Minister Doe.",
            {"issued": "2004-05-03", "met": "2004-05-03", "place": "Oslo, Norway"},
        ),
        (
            "Talks on Cod\n\nPublished on\n3 May 2004\n\nLast updated on\n5 May 2004",
            "Minister Roe met Minister Doe.",
            {"issued": "2004-05-03", "met": "2004-05-03"},
        ),
        (
            "Oslo, 3.5.2004\n\nMinister meets her counterpart Jo Doe",
            "Minister Roe met today at the Ministry with her counterpart Jo Doe.",
            {"issued": "2004-05-03", "place": "Oslo"},
        ),
        (
            "MINISTER'S MEETING WITH MR. DOE: OSLO, 3 MAY 2004",
            "The Minister met Mr. Doe for talks.",
            {"met": "2004-05-03", "place": "Oslo"},
        ),
        (
            "Minister Receives Ambassador\n03/05/2004",
            "Oslo – the Information Office – May 3\n\nMinister Roe met Ambassador Doe on Monday.",
            {"issued": "2004-05-03", "met": "2004-05-03", "place": "Oslo"},
        ),
        (
            "Minister Receives Phone Call from Minister of Norway\n03/05/2004",
            "Vik – the Information Office – May 3\n\nMinister Roe received a phone call.",
            {"issued": "2004-05-03", "met": "2004-05-03", "place": None},
        ),
        (
            "Meeting with the Minister of Norway\n3 May 2004",
            "Minister Roe met Minister Doe today at the Ministry of Foreign Affairs of the "
            "Republic of Norland, as part of her visit to Norland.",
            {"place": "Ministry of Foreign Affairs", "occasion": "her visit to Norland"},
        ),
        (
            "Minister welcomes colleague\n3 May 2004",
            "Minister Jane Roe welcomed the Minister for Ports Jo Doe to Oslo today (3 May).",
            {"place": "Oslo", "met": "2004-05-03"},
        ),
        (
            "Statement by Jane Roe at the Conclusion of Her Visit to Norway\n3 May 2004",
            'Ms. Jane Roe issued the following statement today in Oslo:\n\n"I met Minister Doe."',
            {"place": "Oslo"},
        ),
        (
            "Visit to Norway of the Minister for Ports\nOslo, May 2nd to 3rd, 2004",
            "The Minister for Ports, Jo Doe, paid an official visit to Norway. They spoke of cod.",
            {"place": "Oslo"},
        ),
        (
            "Minister's press encounter upon arrival",
            "Oslo\n\nQ: Minister, is it cod?\n\nMinister Roe: It is.\n\nQ: And eels?",
            {"place": "Oslo"},
        ),
    ],
)
def test_where_they_met(head: str, opening: str, told: dict[str, str | None]) -> None:
    found = head_of(f"{head}\n\n{opening}\n\nMinister Roe said that the harbour would open.\n")
    assert {field: found[field] for field in told} == told
