"""Where titles are broken into lines. All are examples, invented."""

from __future__ import annotations

import pytest
from heads import head_of

_SAID = (
    "Minister for Ports Jane Roe of Norland met Foreign Minister Jo Doe of Norway in Vik and "
    "spoke with him of cod, of eels and of the harbour that both countries want to build.\n"
)


@pytest.mark.parametrize(
    ("front", "title"),
    [
        # blank lines between all lines: sense alone tells
        (
            "Courtesy Call on Minister Roe\n\nby Envoy Doe\n\nMay 3, 2004",
            "Courtesy Call on Minister Roe by Envoy Doe",
        ),
        (
            "Norway-Chile Ministers' Meeting\n\n(on the Margins of the Ports Forum)\n\nMay 3, 2004",
            "Norway-Chile Ministers' Meeting (on the Margins of the Ports Forum)",
        ),
        (
            "Telephone Talks between Minister Roe and\n\nMinister Doe of Norway\n\nMay 3, 2004",
            "Telephone Talks between Minister Roe and Minister Doe of Norway",
        ),
        (
            "RECORD OF A TALK BETWEEN THE MINISTER OF PORTS\n\nAND THE DANISH AMBASSADOR\n\n"
            "3 May 2004",
            "RECORD OF A TALK BETWEEN THE MINISTER OF PORTS AND THE DANISH AMBASSADOR",
        ),
        # what nothing begins with, below a kind of document
        (
            "Press statements\nby Minister Jo Doe of Norway and Ambassador Roe\n\n3 May 2004",
            "Press statements by Minister Jo Doe of Norway and Ambassador Roe",
        ),
        # a blank line parts what ends open from nothing
        (
            "Talks with the Ministers of\n\nNorway and Chile\n3 May 2004",
            "Talks with the Ministers of Norway and Chile",
        ),
        # within an office, between an office and a name, before a verb
        (
            "Meeting with the Foreign\nMinister of Norway\n\n3 May 2004",
            "Meeting with the Foreign Minister of Norway",
        ),
        (
            "Minister for Ports and Inland Waters\nMeets Minister for Eels of Norway\n\n3 May 2004",
            "Minister for Ports and Inland Waters Meets Minister for Eels of Norway",
        ),
        (
            "Norland Minister Jane\nRoe at the Ports Forum\n\n3 May 2004",
            "Norland Minister Jane Roe at the Ports Forum",
        ),
        # no blank line at all: what does not belong to the title by its sense is none of it
        (
            "Moving Forward Together\nMinister Roe Meets Envoy Doe\n3 May 2004",
            "Minister Roe Meets Envoy Doe",
        ),
        (
            "Political dialogue\nMinister Roe Meets Envoy Doe\n3 May 2004",
            "Minister Roe Meets Envoy Doe",
        ),
        (
            "Around the Minister\nNorway-Chile Summit Meetings\n3 May 2004",
            "Norway-Chile Summit Meetings",
        ),
        # what stands below an open end is of the title, though it names an administration
        (
            "Courtesy Call on Minister Roe by the\nDelegation of Norway\n\n3 May 2004",
            "Courtesy Call on Minister Roe by the Delegation of Norway",
        ),
        (
            "State Minister for Foreign Affairs\nRoe Visits Oslo and Lima\n\n3 May 2004",
            "State Minister for Foreign Affairs Roe Visits Oslo and Lima",
        ),
        (
            "DEPUTY SECRETARY ROE'S\nTRAVEL TO NORWAY\n\n3 May 2004",
            "DEPUTY SECRETARY ROE'S TRAVEL TO NORWAY",
        ),
        (
            "AGREED MINUTES\n\nOF THE NINTH SESSION OF THE PORTS COMMITTEE\n\nON COD\n\n3 May 2004",
            "AGREED MINUTES OF THE NINTH SESSION OF THE PORTS COMMITTEE ON COD",
        ),
        # by-lines stay apart
        (
            "Minister Roe Meets Envoy Doe\n\nBy Ann Poe, Press Officer\n\n3 May 2004",
            "Minister Roe Meets Envoy Doe",
        ),
    ],
)
def test_what_goes_on_with_a_title(front: str, title: str) -> None:
    assert head_of(f"{front}\n\n{_SAID}")["title"] == title


@pytest.mark.parametrize(
    "above",
    ["Building Bridges for Tomorrow", "“One Sea, One Future”", "World Eel Summit, Lima"],
)
def test_what_the_text_does_not_speak_of_is_no_title(above: str) -> None:
    front = f"{above}\n\nNorland-Norway Ministers' Meeting\n\n3 May 2004"
    assert head_of(f"{front}\n\n{_SAID}")["title"] == "Norland-Norway Ministers' Meeting"
