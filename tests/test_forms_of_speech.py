"""Further ways in which an outline says who speaks: a sentence or two each, names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

OPENING = """Japan-Norway Foreign Ministers' Meeting
May 3, 2006

On May 3, Foreign Minister Naoki Sawada met with Mr. Lars Brekke, Minister
of Foreign Affairs of Norway, in Oslo.

"""
SAWADA, BREKKE = "Naoki Sawada", "Lars Brekke"
JAPAN, NORWAY = "Japanese side", "Norwegian side"

FORMS: list[tuple[str, list[str]]] = [
    ("Minister Brekke praised the talks. His guest thanked him for the welcome.", [BREKKE, SAWADA]),
    (
        "Minister Sawada asked about whaling. His host replied that the quota was small.",
        [SAWADA, BREKKE],
    ),
    (
        "Minister Sawada asked about whaling. His Norwegian opposite number replied "
        "that the quota was small.",
        [SAWADA, BREKKE],
    ),
    (
        "Minister Sawada raised the question of cod. His interlocutor said that cod was dear.",
        [SAWADA, BREKKE],
    ),
    (
        "Minister Sawada raised the question of cod. His colleague promised to look into it.",
        [SAWADA, BREKKE],
    ),
    ("To which Minister Brekke rejoined that he was not convinced.", [BREKKE]),
    (
        "Minister Sawada asked about the pipeline. To this Minister Brekke answered "
        "in the negative.",
        [SAWADA, BREKKE],
    ),
    ("Minister Sawada is looking forward to the visit.", [SAWADA]),
    ("The two ministers are looking forward to the next round.", [BOTH_SIDES]),
    ("On the part of Norway, hope was voiced that Japan would sign the treaty.", [NORWAY]),
    ("On the Norwegian side, concern was expressed about the tariffs.", [NORWAY]),
    ("From the Norwegian side, it was explained that the tariffs had been cut.", [NORWAY]),
    ("By the Japanese side it was stressed that the treaty mattered.", [JAPAN]),
    ("Satisfaction was expressed by both ministers with the progress made.", [BOTH_SIDES]),
    ("The invitation was accepted by Minister Sawada with pleasure.", [SAWADA]),
    ("An explanation was given by Minister Brekke of the new law.", [BREKKE]),
    ("A request for cooperation was made by the Japanese side.", [JAPAN]),
    ("Assurances were given by Minister Brekke that the matter would be looked into.", [BREKKE]),
    ("In this connection, mention was made by the Norwegian side of the Arctic.", [NORWAY]),
    ("The whole range of bilateral relations was reviewed.", [BOTH_SIDES]),
    ("It was pointed out by Minister Brekke that the ice was melting.", [BREKKE]),
    ("It was the view of Minister Sawada that the talks should resume.", [SAWADA]),
    ("It was felt that the time was ripe for a new agreement.", [BOTH_SIDES]),
    ("Views diverged on the question of whaling.", [BOTH_SIDES]),
    ("The views of the two sides coincided on this matter.", [BOTH_SIDES]),
    ("There was agreement between the two ministers that talks should resume.", [BOTH_SIDES]),
    ("Satisfaction was noted with the growth of trade.", [BOTH_SIDES]),
    ("Appreciation was expressed for the aid.", [BOTH_SIDES]),
    ("It was also decided to hold the next meeting in Tokyo.", []),
    ("It was confirmed that the two countries would continue to work together.", [BOTH_SIDES]),
    ("The answer of Minister Brekke was that the ships would return.", [BREKKE]),
    ("Minister Brekke's answer was to the effect that the ships would return.", [BREKKE]),
    ("The reply of the Norwegian side was negative.", [NORWAY]),
    ("The position of Norway, according to Minister Brekke, remained unchanged.", [BREKKE]),
    ('"Perhaps," was the answer of Minister Brekke.', [BREKKE]),
    ("Minister Sawada's question was whether the ships would return.", [SAWADA]),
    ("Minister Sawada's response was as follows.", [SAWADA]),
    ("In the opinion of Minister Brekke, the tariffs were too high.", [BREKKE]),
    ("In Minister Brekke's view, the tariffs were too high.", [BREKKE]),
    ("In the words of Minister Brekke, the sea was getting warmer.", [BREKKE]),
    ("The tariffs, said Minister Brekke, were too high.", [BREKKE]),
    ("The tariffs, Minister Brekke said, were too high.", [BREKKE]),
    ("The tariffs were too high, according to Minister Brekke.", [BREKKE]),
    ("The tariffs, so Minister Brekke, were too high.", [BREKKE]),
    ("Asked by Minister Sawada about cod, Minister Brekke described the stocks.", [BREKKE]),
    (
        "In reply to a question by Minister Sawada, Minister Brekke said that stocks were low.",
        [BREKKE],
    ),
    ("In answer to Minister Sawada, Minister Brekke said that stocks were low.", [BREKKE]),
    (
        "To Minister Sawada's question whether stocks were low, Minister Brekke "
        "answered that they were not.",
        [BREKKE],
    ),
    (
        "Minister Sawada thanked Minister Brekke, and Minister Brekke responded that "
        "it was nothing.",
        [SAWADA, BREKKE],
    ),
    (
        "Minister Sawada asked about cod, to which Minister Brekke replied that stocks were low.",
        [SAWADA, BREKKE],
    ),
    ("While Minister Sawada called for a ban, Minister Brekke argued against it.", [BREKKE]),
    (
        "Minister Sawada called for a ban, while Minister Brekke argued against it.",
        [SAWADA, BREKKE],
    ),
    ("Minister Sawada, for his part, told Minister Brekke that Japan was ready.", [SAWADA]),
    ("Minister Sawada, on the other hand, stressed the role of trade.", [SAWADA]),
    ("Minister Sawada nodded and stated that he would consider it.", [SAWADA]),
    ("Minister Sawada, smiling, said that he would consider it.", [SAWADA]),
    ("In response, Minister Brekke expressed his gratitude.", [BREKKE]),
    ("Responding to this, Minister Brekke expressed his gratitude.", [BREKKE]),
    ("Furthermore, Minister Brekke, referring to the Arctic, proposed a joint study.", [BREKKE]),
    ("Minister Brekke then turned to the Arctic and proposed a joint study.", [BREKKE]),
    ("Minister Sawada took the floor and explained Japan's position.", [SAWADA]),
    ("Minister Sawada opened the meeting by thanking Norway.", [SAWADA]),
    ("Minister Brekke spoke of cod. He further noted that cod was dear.", [BREKKE, BREKKE]),
    ("Minister Brekke spoke of cod. He went on to say that cod was dear.", [BREKKE, BREKKE]),
    ("Minister Brekke spoke of cod. He was also of the view that cod was dear.", [BREKKE, BREKKE]),
    ("They agreed to stay in touch.", [BOTH_SIDES]),
    ("The two agreed to stay in touch.", [BOTH_SIDES]),
    ("Both agreed to stay in touch.", [BOTH_SIDES]),
    ("Both ministers shared the view that cod was dear.", [BOTH_SIDES]),
    ("The pair agreed to stay in touch.", [BOTH_SIDES]),
    ("The three sides agreed to stay in touch.", [BOTH_SIDES]),
    ("Each side explained its position.", [BOTH_SIDES]),
    ("Each of the ministers explained his position.", [BOTH_SIDES]),
    ("Minister Sawada and he agreed to stay in touch.", [BOTH_SIDES]),
    ("The ministers of the two countries agreed to stay in touch.", [BOTH_SIDES]),
    ("Ministers agreed to stay in touch.", [BOTH_SIDES]),
    ("Participants underlined the need for peace.", [BOTH_SIDES]),
    ("All participants underlined the need for peace.", [BOTH_SIDES]),
    ("Several participants underlined the need for peace.", []),
    ("Other participants expressed their support.", [BOTH_SIDES]),
    ("The other participants expressed their support.", [BOTH_SIDES]),
    ("The meeting discussed the Arctic.", [BOTH_SIDES]),
    ("The two countries agreed to stay in touch.", [BOTH_SIDES]),
    ("Japan and Norway agreed to stay in touch.", [BOTH_SIDES]),
    ("The Norwegian side stated that cod was dear.", [NORWAY]),
    ("Norwegian side stated that cod was dear.", [NORWAY]),
    ("The Norwegians stated that cod was dear.", [NORWAY]),
    ("Norway stated that cod was dear.", [NORWAY]),
    ("The Government of Norway stated that cod was dear.", [NORWAY]),
    ("The Norwegian delegation stated that cod was dear.", [NORWAY]),
    ("The Norwegian Foreign Minister stated that cod was dear.", [BREKKE]),
    ("The Norwegian Minister stated that cod was dear.", [BREKKE]),
    ("The Foreign Minister of Norway stated that cod was dear.", [BREKKE]),
    ("The Minister of Foreign Affairs of Norway stated that cod was dear.", [BREKKE]),
    ("FM Brekke stated that cod was dear.", [BREKKE]),
    ("Brekke stated that cod was dear.", [BREKKE]),
    ("Mr. Brekke stated that cod was dear.", [BREKKE]),
    (
        "Minister Sawada extended an invitation to Minister Brekke to visit Japan. He accepted.",
        [SAWADA, BREKKE],
    ),
    (
        "An invitation was extended to Minister Brekke to visit Japan. He accepted "
        "it with pleasure.",
        [SAWADA, BREKKE],
    ),
    ("Minister Sawada invited Minister Brekke to visit Japan, and he gladly accepted.", [SAWADA]),
    ("Minister Sawada invited Minister Brekke to visit Japan, which he accepted.", [SAWADA]),
    (
        "Minister Brekke said that President Ivan Petrov had told him that the gas would flow.",
        [BREKKE],
    ),
    ("Minister Brekke quoted President Ivan Petrov as saying that the gas would flow.", [BREKKE]),
    (
        "Minister Brekke said that stocks were low. Quotas had been cut by half. The "
        "fleet was shrinking.",
        [BREKKE, BREKKE, BREKKE],
    ),
    ("Minister Brekke said that stocks were low. This was due to the warm sea.", [BREKKE, BREKKE]),
    (
        "Minister Brekke explained the situation as follows. Stocks were low. Quotas had been cut.",
        [BREKKE, BREKKE, BREKKE],
    ),
    ("Minister Brekke said that stocks were low. A lunch followed.", [BREKKE]),
    ("Minister Brekke said that stocks were low. The meeting lasted for an hour.", [BREKKE]),
    (
        "Minister Brekke: Stocks are low. Quotas have been cut.\n\nMinister Sawada: I "
        "see. What of herring?",
        [BREKKE, BREKKE, SAWADA, SAWADA],
    ),
    (
        "Foreign Minister Sawada stated to the effect as follows: the treaty should be signed.",
        [SAWADA],
    ),
]


@pytest.mark.parametrize(("words", "speakers"), FORMS)
def test_who_speaks(words: str, speakers: list[str]) -> None:
    outline = parse(OPENING + words, id="x", thesaurus=Thesaurus.default())
    assert [s.speaker for p in outline.passages[1:] for s in p.statements] == speakers


LAID_OUT: dict[str, tuple[str, list[str]]] = {
    "a heading names who speaks": (
        "1. Trade\n\n(Minister Sawada)\nJapan will buy more cod. I would like to see it soon.\n\n"
        "(Minister Brekke)\nNorway will sell more cod.\n",
        [SAWADA, SAWADA, BREKKE],
    ),
    "a heading announces remarks": (
        "1. Trade\n\nRemarks by Minister Sawada\nThe tariffs are too high.\n\n"
        "Response of Minister Brekke\nNorway will think about it.\n",
        [SAWADA, BREKKE],
    ),
    "a heading is the subject of a list": (
        "1. The ministers\n- shared the view that cod is dear;\n- agreed to meet again.\n\n"
        "2. Both ministers\n(1) confirmed the date;\n(2) exchanged views on herring.\n",
        [BOTH_SIDES] * 4,
    ),
    "a person is the subject of a list": (
        "1. Minister Brekke then\n- praised the dinner;\n- thanked the cooks.\n",
        [BREKKE, BREKKE],
    ),
    "somebody's ministers are a side": (
        "The Norwegian ministers said that cod was dear. All Japanese ministers agreed.",
        [NORWAY, JAPAN],
    ),
    "a minister for his state": (
        "Norway, represented by Minister Brekke, described them. Cod, he continued, was dear.",
        [BREKKE, BREKKE],
    ),
    "paragraphs that are counted after as follows": (
        "1. Trade\n\nMinister Sawada spoke as follows.\n\n"
        "First, the tariffs are too high.\n\nSecond, the quotas are too low.\n",
        [SAWADA] * 3,
    ),
    "narration under a heading with a name": (
        "1. Minister Brekke\nA lunch was held in Bergen.\n",
        [],
    ),
}


@pytest.mark.parametrize("layout", LAID_OUT)
def test_who_speaks_by_layout(layout: str) -> None:
    words, speakers = LAID_OUT[layout]
    outline = parse(OPENING + words, id="x", thesaurus=Thesaurus.default())
    assert [s.speaker for p in outline.passages[1:] for s in p.statements] == speakers
