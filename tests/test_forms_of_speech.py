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
        [SAWADA],
    ),
    (
        "Minister Sawada asked about cod, to which Minister Brekke replied that stocks were low.",
        [SAWADA],
    ),
    ("While Minister Sawada called for a ban, Minister Brekke argued against it.", [BREKKE]),
    (
        "Minister Sawada called for a ban, while Minister Brekke argued against it.",
        [SAWADA],
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
    ("Several participants underlined the need for peace.", [BOTH_SIDES]),
    ("Several countries underlined the need for peace.", []),
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
    (
        "Minister Sawada stated that Japan would continue to provide support, and "
        "the two sides concurred on working together.",
        [SAWADA],
    ),
    ("Both sides concurred in continuing to coordinate closely.", [BOTH_SIDES]),
    (
        "The two ministers confirmed that they would work together toward a free and "
        "open Indo-Pacific.",
        [BOTH_SIDES],
    ),
    ("Foreign Minister Sawada expressed his condolences for the victims of the flood.", [SAWADA]),
    (
        "In response to this, Minister Brekke expressed his gratitude, and stated "
        "that Norway would help.",
        [BREKKE],
    ),
    ("Minister Brekke, in turn, explained the recent situation in the Arctic.", [BREKKE]),
    (
        "With regard to North Korea, the two ministers shared the recognition that "
        "full implementation of the resolutions is essential.",
        [BOTH_SIDES],
    ),
    (
        "Minister Sawada asked for understanding and cooperation toward the early "
        "resolution of the abductions issue, and obtained support from Minister "
        "Brekke.",
        [SAWADA],
    ),
    (
        "Minister Sawada requested Norway's support, to which Minister Brekke gave a "
        "positive response.",
        [SAWADA],
    ),
    ("The two ministers also exchanged views on regional and international affairs.", [BOTH_SIDES]),
    (
        "They welcomed the progress in economic relations and agreed to accelerate "
        "the negotiations.",
        [BOTH_SIDES],
    ),
    ("Minister Brekke highly appreciated Japan's contribution.", [BREKKE]),
    ("Minister Brekke showed his understanding of Japan's position.", [BREKKE]),
    (
        "Minister Sawada explained Japan's efforts, including the new aid plan, and "
        "Minister Brekke expressed his support for them.",
        [SAWADA],
    ),
    ("Minister Sawada conveyed his intention to hold the next meeting in Tokyo.", [SAWADA]),
    ("Minister Sawada congratulated Minister Brekke on his appointment.", [SAWADA]),
    ("Minister Brekke paid tribute to the leadership of Minister Sawada.", [BREKKE]),
    (
        "At the beginning of the meeting, Minister Sawada stated that he was pleased "
        "to visit Norway for the first time.",
        [SAWADA],
    ),
    ("It was agreed between the two ministers that experts would meet.", [BOTH_SIDES]),
    ("It was noted by both sides that trade had grown.", [BOTH_SIDES]),
    ("The importance of free trade was underscored.", [BOTH_SIDES]),
    (
        "The Japanese side explained its position, and the Norwegian side expressed "
        "its understanding.",
        [JAPAN],
    ),
    ("From the Japanese side, Minister Sawada explained the new law.", [SAWADA]),
    ("On the Norwegian side, Minister Brekke explained the new law.", [BREKKE]),
    ("Regarding whaling, Minister Brekke called for understanding of Norway's position.", [BREKKE]),
    ("Following this, Minister Brekke touched upon the situation in Ukraine.", [BREKKE]),
    ("Having heard this, Minister Sawada promised an early reply.", [SAWADA]),
    (
        "Minister Sawada, having listened to this explanation, said that he would "
        "report it to Tokyo.",
        [SAWADA],
    ),
    ("Minister Sawada listened carefully and said that he would report it to Tokyo.", [SAWADA]),
    ('Minister Brekke: "Stocks are low."', [BREKKE]),
    ('"Stocks are low," Minister Brekke said.', [BREKKE]),
    ("Minister Brekke described the talks as fruitful.", [BREKKE]),
    ("Minister Brekke was hopeful that the talks would be fruitful.", [BREKKE]),
    ("Minister Brekke made it clear that Norway would not join the ban.", [BREKKE]),
    ("Minister Brekke left no doubt that Norway would not join the ban.", [BREKKE]),
    ("Minister Brekke's view is that stocks are low.", [BREKKE]),
    ("Mr. Sawada and Mr. Brekke discussed fisheries.", [BOTH_SIDES]),
    (
        "Minister Sawada and Minister Brekke then discussed fisheries. The two also "
        "touched on shipping.",
        [BOTH_SIDES, BOTH_SIDES],
    ),
    ("The conversation turned to fisheries.", []),
    ("The talks were held in a friendly atmosphere.", []),
    ("The meeting lasted about an hour.", []),
    ("Minister Sawada arrived in Oslo on May 2.", []),
    ("Minister Sawada will visit Norway in May.", []),
    ("Minister Sawada signed the agreement.", []),
    ("Minister Brekke hosted a dinner.", []),
    ("Minister Sawada laid a wreath at the monument.", []),
    ("Minister Sawada was accompanied by Ambassador Per Haugen.", []),
    ("The two ministers signed a memorandum on cooperation.", []),
    ("The two ministers held a joint press conference.", []),
    ("The two ministers met for one hour.", []),
    ("The Ministers attended a reception.", []),
    ("Minister Brekke gave a dinner in honour of Minister Sawada.", []),
    ("Minister Brekke presented Minister Sawada with a painting.", []),
    ("The meeting was also attended by Ambassador Per Haugen.", []),
    ("The Foreign Ministers reaffirmed their commitment to the alliance.", [BOTH_SIDES]),
    ("The officials discussed the way forward.", [BOTH_SIDES]),
    ("The sides expressed interest in further talks.", [BOTH_SIDES]),
    ("The parties noted the importance of dialogue.", [BOTH_SIDES]),
    ("The interlocutors agreed to continue the dialogue.", [BOTH_SIDES]),
    ("It was stressed that dialogue should be continued.", [BOTH_SIDES]),
    ("During the conversation, the sides exchanged views on trade.", [BOTH_SIDES]),
    ("An in-depth exchange of views on the Arctic was held.", [BOTH_SIDES]),
    ("There was an exchange of views on the Arctic.", [BOTH_SIDES]),
    ("Lars Brekke emphasised that Norway was ready.", [BREKKE]),
    ("Brekke noted that Norway was ready, while Sawada pointed to the delay.", [BREKKE]),
    ("Noting that time was short, Minister Brekke urged an early decision.", [BREKKE]),
    ("While welcoming the agreement, Minister Brekke urged an early decision.", [BREKKE]),
    ("The Norwegian Minister for his part noted that time was short.", [BREKKE]),
    ("Minister Brekke (Norway) noted that time was short.", [BREKKE]),
    (
        "Minister Brekke recalled that in 1905 the Prime Minister had said that time was short.",
        [BREKKE],
    ),
    ("As Minister Brekke pointed out, time was short.", [BREKKE]),
    ("As was pointed out by Minister Brekke, time was short.", [BREKKE]),
    ("Minister Sawada agreed with Minister Brekke that time was short.", [SAWADA]),
    ("Minister Sawada shared Minister Brekke's concern.", [SAWADA]),
    ("Minister Sawada's explanation was welcomed by Minister Brekke.", [BREKKE]),
    ("The proposal by Minister Sawada was welcomed by Minister Brekke.", [BREKKE]),
    ("Minister Brekke accepted the proposal made by Minister Sawada.", [BREKKE]),
    ("Minister Brekke accepted an invitation from Minister Sawada to visit Japan.", [BREKKE]),
    ("In conclusion, Minister Brekke wished Naoki Sawada success.", [BREKKE]),
    ("Minister Brekke assessed the outcome as fragile.", [BREKKE]),
    ("Minister Brekke assessed the result as fragile.", [BREKKE]),
    ("Minister Brekke supplemented this with the catch of last year.", [BREKKE]),
    ("Minister Brekke supplemented his remarks by asking for a ban.", [BREKKE]),
    ("Minister Brekke allowed that cod was dear.", [BREKKE]),
    ("Minister Brekke shared what the Greenlanders had told him.", [BREKKE]),
    ("Minister Brekke's reaction was that cod was dear.", [BREKKE]),
    ("The two ministers were in complete accord on cod.", [BOTH_SIDES]),
    ("Also tackled during the meeting were the rules for cod.", [BOTH_SIDES]),
    ("The two ministers stood united in the view that cod was dear.", [BOTH_SIDES]),
    ("The two ministers were on the same page about cod.", [BOTH_SIDES]),
    ("The two sides had in-depth discussions on cod.", [BOTH_SIDES]),
    ("The two ministers shared the intention to meet in Bergen.", [BOTH_SIDES]),
    ("Minister Brekke took the same position.", [BREKKE]),
    ("Minister Brekke asked for data.\n\n• Participants agreed.", [BREKKE, BOTH_SIDES]),
    ("OSLO, 3 May 2006 - Minister Brekke, who had come by ferry, said cod was dear.", [BREKKE]),
    (
        "Minister Sawada invited his counterpart to Japan. The invitation was accepted.",
        [SAWADA, BREKKE],
    ),
    (
        "Minister Brekke invited him to Oslo. The invitation was accepted with pleasure.",
        [BREKKE, SAWADA],
    ),
    ("The invitation was accepted with thanks.", [BOTH_SIDES]),
    ("Minister Brekke said that cod was dear. Minister Sawada will travel on to Bergen.", [BREKKE]),
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


def test_the_label_of_an_office_is_whose_who_speaks_by_name() -> None:
    text = (
        "Press Conference by Foreign Minister Tanimura\nMarch 4, 2011\n\n"
        "Foreign Minister Tanimura: Good afternoon.\n\n"
        "Reporter: What will you discuss with Minister Kim?\n\nMinister: We shall see.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    said = [s.speaker for p in outline.passages for s in p.statements]
    assert said == ["Tanimura", "Tanimura"]


def test_surnames_that_are_common_nouns() -> None:
    text = (
        "Readout\n\nDeputy Secretary of State Martin Hall met Minister Brekke of Norway.\n\n"
        "Deputy Secretary Hall thanked Norway. The Minister spoke of the Great Hall.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert [p.name for p in outline.participants] == ["Martin Hall", "Brekke"]
    assert next(s.speaker for p in outline.passages for s in p.statements) == "Martin Hall"


HARBOUR = """\
MINUTES OF THE 12TH MEETING OF THE HARBOUR COMMITTEE
held on Tuesday 4 March 1997 in the Town Hall, Vardø

Present: Mrs A. Strand (Chair), Mr O. Lien, Mr P. Moe, Dr K. Aas (Harbour Master)
Apologies: Mr T. Berg

1. MINUTES OF THE PREVIOUS MEETING
The minutes were approved.

2. DREDGING
2.1 Dr Aas reported that the channel had silted up by 40 cm.
2.2 Mr Lien asked whether the contractor could start before Easter. Dr Aas replied that he could
not.
2.3 The Chair thanked Dr Aas for his report.

3. ANY OTHER BUSINESS
Mr Moe wondered if the fence would be repaired. The Chair undertook to write to the Council.

The meeting closed at 20.15.
"""

PRESS_RELEASE = """\
PRESS RELEASE No. 118/2011

Minister Tamm receives the Foreign Secretary of Nepal

Tallinn, 9 February 2011

Foreign Minister Liis Tamm today received Foreign Secretary Bishnu Gurung of Nepal, who is in
Estonia on an official visit.

Tamm underlined that Estonia stood ready to share its experience of digital services with Nepal.
In her words, small states gained most from open data. Gurung, for his part, noted that Nepal
was drafting a law on electronic signatures, and inquired whether Estonian experts could come to
Kathmandu.

The two agreed to keep in touch. Gurung also conveyed an invitation to visit Nepal, which Tamm
accepted with pleasure.
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            HARBOUR,
            [
                ("2.1", "K. Aas", "reported"),
                ("2.2", "O. Lien", "asked"),
                ("2.2", "K. Aas", "replied"),
                ("2.3", "A. Strand", "thanked"),
                ("3", "P. Moe", "wondered"),
                ("3", "A. Strand", "undertook"),
            ],
        ),
        (
            PRESS_RELEASE,
            [
                ("0", "Liis Tamm", "underlined"),
                ("0", "Liis Tamm", "words"),
                ("0", "Bishnu Gurung", "noted|inquired"),
                ("0", "Both sides", "agreed"),
                ("0", "Bishnu Gurung", "conveyed"),
            ],
        ),
    ],
    ids=["minutes of a committee", "a press release with a number"],
)
def test_who_says_what_in_documents_that_are_no_readouts(
    text: str, said: list[tuple[str, str, str]]
) -> None:
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert [(p.section, s.speaker, s.mode) for p in outline.passages for s in p.statements] == said


def test_what_is_issued_by_a_spokesman_is_no_speech_of_his() -> None:
    text = (
        "Call to Norland\n\nMay 3, 2004\n\nThe following was issued today by the Spokesman for the "
        "Secretary-General:\n\nThe Secretary-General met President Fen. He urged restraint.\n"
    )
    found = parse(text, id="a", thesaurus=Thesaurus([]))
    assert [s.speaker for p in found.passages for s in p.statements] == ["Secretary-General"]
