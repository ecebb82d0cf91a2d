"""Rarer ways to tell who says something, a sentence or two each; names are invented."""

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
MELTING = "Minister Brekke said that the ice was melting. "

ONE = """
Minister Sawada laid stress on investment.
Minister Sawada struck a note of caution.
Minister Sawada sounded a warning.
Minister Sawada gave his blessing to the plan.
Minister Sawada reserved comment on the matter.
Minister Sawada furnished figures on trade.
Minister Sawada gave a high evaluation of the cooperation.
Minister Sawada was favorably disposed to early negotiations.
Minister Sawada was interested in the Norwegian experience with fish farms.
Minister Sawada was noncommittal.
Here Minister Sawada did not conceal his opposition to the plan.
Minister Sawada made no secret of his disappointment.
Minister Sawada's reply to this was that everything depended on the Diet.
Minister Sawada spoke along the same lines.
Minister Sawada followed suit.
Minister Sawada took the request in good part, noting that a survey was under way.
Minister Sawada brought the meeting up to date on the talks.
Minister Sawada reviewed developments since the last meeting.
Minister Sawada called on Norway to sign the treaty.
Minister Sawada was visibly moved and thanked the people of Norway.
Minister Sawada closed with an appeal for unity.
Minister Sawada gave his word that it would be done.
Minister Sawada let it be understood that it would be done.
On the treaty, it was Minister Sawada who explained why the Diet had hesitated.
Minister Sawada read the letter with interest and asked for a copy.
Minister Sawada called the meeting to order and welcomed all.
Minister Sawada handed over a letter, in which the Prime Minister congratulated the winners.
(Minister Sawada: not before the summer.)
Minister Sawada again and again stressed that fish was food.
Minister Sawada had earlier said that fish was food.
Minister Sawada was of a different opinion.
Minister Sawada's response was cautious.
Minister Sawada's main point was that fish was food.
The point made by Minister Sawada was that fish was food.
Minister Sawada's remarks centered on fish.
As pointed out by Minister Sawada, fish was food.
Fish, said Minister Sawada, was food.
"Fish is food!" exclaimed Minister Sawada.
This view was not shared by Minister Sawada.
Minister Sawada passed on the good wishes of the Emperor.
Minister Sawada joined in this appeal.
Minister Sawada held fast to his position.
Minister Sawada maintained his position.
Minister Sawada introduced his delegation's proposal.
Minister Sawada had this to say: fish is dear.
As regards cod, it was Minister Sawada's opinion that prices would fall.
Prices would fall, predicted Minister Sawada.
"Prices will fall," continued Minister Sawada.
Minister Sawada was not satisfied and pointed out that the ice was melting.
"""
ALL = """
There was also a discussion on whaling.
The talks focused on fisheries and energy.
The discussion centered on the situation in the Arctic.
Special attention was paid to the Arctic.
It was left open whether the next round would be held in Oslo.
Everyone agreed that fish was food.
Those present agreed that fish was food.
Common ground was found on fish.
The proposal to eat more fish met with general approval.
It was the common view of the two ministers that fish was food.
Topics discussed included fisheries and energy.
Among the topics discussed were fisheries and energy.
Also discussed was the situation in the Arctic.
Discussions also covered the Arctic.
The ministers were briefed on the law and welcomed it.
Progress on the law was noted with satisfaction.
The law was the subject of a detailed discussion.
Both ministers looked ahead to the summit in June.
It was mutually decided to meet again in Tokyo.
The two ministers were found to share the recognition that the road should come first.
That the two countries would work together was confirmed.
"""
NOBODY = """
Minister Sawada received an evaluation of the project.
Minister Sawada called on Prime Minister Kari Dahl, met with others, and was hosted to lunch.
The two foreign ministers went on to hold a bilateral dinner.
There was also some discussion about golf.
The talks lasted for an hour.
Minister Sawada introduced his wife to the guests.
Minister Sawada presented the Minister with a vase.
The proposal was not discussed.
"""
HAPPENED = """
Finally, the two ministers posed for photographs.
After lunch, the two signed a memorandum.
Chairman Olsen then showed the party round the hall.
At this point luncheon was announced.
It was RESOLVED to write to the bank.
The agenda was adopted without changes.
"""


def speakers(words: str) -> list[str]:
    """Who speaks in a paragraph below the opening."""
    outline = parse(OPENING + words, id="x", thesaurus=Thesaurus.default())
    return [one.speaker for passage in outline.passages[1:] for one in passage.statements]


@pytest.mark.parametrize("words", ONE.strip().splitlines())
def test_one_speaks(words: str) -> None:
    assert speakers(words) == [SAWADA]


@pytest.mark.parametrize("words", ALL.strip().splitlines())
def test_all_speak(words: str) -> None:
    assert speakers(words) == [BOTH_SIDES]


@pytest.mark.parametrize("words", NOBODY.strip().splitlines())
def test_nobody_speaks(words: str) -> None:
    assert speakers(words) == []


@pytest.mark.parametrize("words", HAPPENED.strip().splitlines())
def test_what_happened_does_not_go_on_with_what_was_said(words: str) -> None:
    assert speakers(MELTING + words) == [BREKKE]
