"""The same said in other words: who speaks stays the same. A sentence each, names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

OPENING = """Malta-Norway Foreign Ministers' Meeting
May 3, 2006

On May 3, Foreign Minister Jane Roe of Malta met with Mr. Lars Brekke, Minister of Foreign Affairs
of Norway, in Oslo.

"""
ROE, BREKKE = "Jane Roe", "Lars Brekke"
MALTA, NORWAY = "Maltese side", "Norwegian side"

SAID: list[tuple[str, list[str]]] = [
    # A phrase between the subject and its verb
    ("Minister Roe on this occasion stressed that cod was dear.", [ROE]),
    ("Minister Roe in her reply thanked Norway for the cod.", [ROE]),
    ("The Norwegian side at the end of the talks expressed concern about cod.", [NORWAY]),
    ("The two ministers during the talks agreed to meet again.", [BOTH_SIDES]),
    ("Minister Brekke on behalf of the Government pointed out that cod was dear.", [BREKKE]),
    ("Minister Brekke furthermore pointed out that cod was dear.", [BREKKE]),
    # Any regular verb with a clause
    ("Minister Roe reckoned that cod was dear.", [ROE]),
    ("Minister Roe signalled that nothing would be decided in May.", [ROE]),
    ("Minister Roe visited that town.", []),
    ("Minister Roe ensured that the doors were shut.", []),
    ("Minister Roe resigned that year and was followed by a deputy.", []),
    ("Minister Roe crossed that river and is still there.", []),
    ("Minister Roe headed that ministry until it was closed.", []),
    # Nouns for an opinion
    ("Minister Roe advanced the argument that cod was dear.", [ROE]),
    ("Minister Brekke was under the impression that Malta had no cod.", [BREKKE]),
    ("The two ministers had a common understanding that cod was dear.", [BOTH_SIDES]),
    # A verb of speech further on
    ("Minister Roe lost no time in adding that cod was dear.", [ROE]),
    ("Minister Roe tried to explain that cod was dear.", [ROE]),
    ("Minister Roe took it upon herself to say that cod was dear.", [ROE]),
    ("Minister Roe kept repeating that cod was dear.", [ROE]),
    ("Minister Roe could confirm that cod was dear.", [ROE]),
    ("Minister Roe did assure Norway that cod was dear.", [ROE]),
    ("Minister Roe shook her head and stated that cod was dear.", [ROE]),
    # Any regular verb with what is said for its object
    ("Minister Roe signalled her country's readiness to buy cod.", [ROE]),
    ("Minister Roe articulated the hope for cod.", [ROE]),
    ("Minister Roe recorded Malta’s opposition to the quota.", [ROE]),
    ("The two ministers communicated strong opposition to the quota.", [BOTH_SIDES]),
    ("Minister Roe crushed the opposition in the spring.", []),
    ("Minister Roe inherited her country's readiness to wait.", []),
    ("Minister Roe gave up hope of a quota.", []),
    ("Minister Roe abandoned her opposition to the quota.", []),
    ("Minister Roe stood by the quota.", [ROE]),
    ("Minister Roe re-emphasised the need for cod.", [ROE]),
    ("Minister Roe gave voice to her fears.", [ROE]),
    # What several do who talk
    ("The two ministers swapped views on cod.", [BOTH_SIDES]),
    ("The two ministers engaged in discussions on cod.", [BOTH_SIDES]),
    ("The two ministers held talks on the quota.", [BOTH_SIDES]),
    ("The two ministers held talks on the sidelines of the fair.", []),
    ("The two ministers looked at the quota.", [BOTH_SIDES]),
    ("The two ministers spoke on Malta.", [BOTH_SIDES]),
    ("The two ministers spoke on May 4.", []),
    # Who speaks at the end of the sentence, or beside it
    ('"Norway has no cod," Minister Roe said.', [ROE]),
    ("Norway had no cod, stressed Minister Roe.", [ROE]),
    ("Norway welcomed the cod, pointed out Minister Roe.", [ROE]),
    ("Malta, observed Minister Brekke, welcomed cod.", [BREKKE]),
    ("Norway wished to have cod, according to Minister Roe.", [ROE]),
    ("As Minister Roe noted, Norway wished to have cod.", [ROE]),
    ("As Minister Roe put it, Norway wished to have cod.", [ROE]),
    ("It was observed by Minister Roe that cod was dear.", [ROE]),
    # Those who speak for a state
    ("Norwegian officials replied that cod was dear.", [NORWAY]),
    ("Our Norwegian hosts replied that cod was dear.", [NORWAY]),
    ("The Norwegian team thanked Malta for the cod.", [NORWAY]),
    ("Members of the Norwegian delegation asked about cod.", [NORWAY]),
    ("Representatives of the Norwegian side asked about cod.", [NORWAY]),
    ("Norway (Mr. Brekke) said that cod was dear.", [BREKKE]),
    # Whose view it is, if nobody's name owns it
    ("In the Norwegian minister's view, cod was dear.", [BREKKE]),
    ("The Norwegian delegation's position was that cod was dear.", [NORWAY]),
    ("Oslo's reply was that cod was dear.", [NORWAY]),
    ("In the host's view, cod was dear.", [BREKKE]),
    ("In Norway's Foreign Minister Lars Brekke's opinion, cod was dear.", [BREKKE]),
    ("As Minister Brekke saw it, cod was dear.", [BREKKE]),
    # Stand-ins after a verb, or after "it was"
    ("It was the guest who asked for cod.", [ROE]),
    ("It was the Norwegian minister who asked for cod.", [BREKKE]),
    ("It was Norway's Minister Brekke who asked for cod.", [BREKKE]),
    ("“Cod is dear,” said Norway's Minister Brekke.", [BREKKE]),
    ("“Cod is dear,” added Oslo.", [NORWAY]),
    ("Cod was dear, noted the Norwegian Government.", [NORWAY]),
    ("Cod was dear, added the visiting minister.", [ROE]),
    ("It was pointed out by Norway's Minister Brekke that cod was dear.", [BREKKE]),
    ("Minister Roe thanked her guest. The latter asked for cod.", [ROE, BREKKE]),
    ("Minister Roe wished it to be recorded that she had voted against cod.", [ROE]),
    ("Minister Roe asked for cod. Lunch followed.", [ROE]),
    ("Minister Roe asked for cod. On a vote, the meeting declined.", [ROE]),
    ("Thanking Mr. Brekke, Jane Roe asked for cod.", [ROE]),
    ("Minister Roe asked for cod. A vote was taken.", [ROE]),
    ("Minister Roe asked for cod. Apologies were received from Mr. Fen.", [ROE]),
    ("Minister Roe asked for cod. It was resolved to write a letter.", [ROE]),
    ("The talks closed at 9 p.m. Minister Roe asked for cod.", [ROE]),
    ("Minister Roe would not want to say that cod was dear.", [ROE]),
    ("Minister Roe would repeat that cod was dear.", [ROE]),
    ("Minister Roe would like to know whether cod was dear.", [ROE]),
    ("As she saw it, cod was dear.", [ROE]),
    # What goes on after a clause
    ("Minister Roe agreed with Mr. Brekke that cod was dear. It should be caught.", [ROE, ROE]),
    ("It was suggested by Minister Roe that cod was dear. It should be caught.", [ROE, ROE]),
    ("Minister Roe took him aside and said that he hoped I would not report it.", [ROE]),
    # All who meet
    ("All present agreed to meet again.", [BOTH_SIDES]),
    ("The two of them agreed to meet again.", [BOTH_SIDES]),
    ("Everyone present agreed to meet again.", [BOTH_SIDES]),
    ("The two dignitaries agreed to meet again.", [BOTH_SIDES]),
    ("(1) Delegates welcomed the proposal.", [BOTH_SIDES]),
]


@pytest.mark.parametrize(("words", "speakers"), SAID, ids=[words for words, _ in SAID])
def test_who_says_it(words: str, speakers: list[str]) -> None:
    outline = parse(OPENING + words, id="x", thesaurus=Thesaurus.default())
    said = [s for passage in outline.passages[1:] for s in passage.statements]
    assert [statement.speaker for statement in said] == speakers


@pytest.mark.parametrize(
    "dressed",
    [
        "{}: ",
        "**{}:** ",
        "**{}**: ",
        "*{}:* ",
        "*{}*: ",
        "__{}__: ",
        "{} : ",
        "[00:12] {}: ",
        "{} (01:12): ",
        "00:12 {}: ",
        "00:12 - {}: ",
        "{}, 1:02:12: ",
        "[{}]: ",
        "00:12 {}\n",
        "{}  01:12\n",
        "{} (01:12):\n",
        "{}\n01:12\n",
        "{}\n",
        "{}\n\n",
        "{}\r\n",
        "**{}**\n\n",
        "{}:\n",
    ],
)
def test_labels_are_read_however_they_are_dressed(dressed: str) -> None:
    turns = [
        ("Minister Roe", "Cod is dear, and I regret it."),
        ("Minister Brekke", "I agree with you."),
        ("Minister Roe", "Then we shall meet again. I thank you."),
        ("Minister Brekke", "I thank you."),
    ]
    text = OPENING + "\n\n".join(dressed.format(who) + words for who, words in turns) + "\n"
    outline = parse(text, id="x", thesaurus=Thesaurus([]))
    said = [
        (s.speaker, outline.text[s.start : s.end])
        for passage in outline.passages[1:]
        for s in passage.statements
    ]
    assert said == [
        (ROE, "Cod is dear, and I regret it."),
        (BREKKE, "I agree with you."),
        (ROE, "Then we shall meet again."),
        (ROE, "I thank you."),
        (BREKKE, "I thank you."),
    ]
