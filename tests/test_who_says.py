"""Who says what in narration: fronted passives, anyone of those who meet, pronouns, the leader."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

FRONT = (
    "Meeting of the Harbour Board\n\n4 May 2004\n\nMinister Jane Roe of Norway met Minister Otto"
    " Doe of Oman in Oslo on 4 May 2004.\n\n1. Cod\n\n"
)
ALL = "Both sides"


def said(text: str) -> list[str]:
    """Who says each sentence of ``text``."""
    found = parse(FRONT + text, id="a", thesaurus=Thesaurus())
    told = [s for passage in found.passages for s in passage.statements]
    return [s.speaker for s in told if s.start >= len(FRONT)]


FRONTED = {
    "Asked by the Omani side were two more courses for crews.": ["Omani side"],
    "Proposed by the Omani Minister were a common queue and a form.": ["Otto Doe"],
    "Also raised by Minister Roe was the bridge over the sound.": ["Jane Roe"],
    "Stressed by both sides was the need for nets.": [ALL],
    "Asked by a boy whether it was dear, Minister Roe said no.": ["Jane Roe"],
    "Accompanied by Minister Doe, Minister Roe was shown the port.": [],
    "Helped by Minister Doe were the crews.": [],
}
ANYONE = {
    "One member pointed out that stocks had been run down.": [ALL],
    "A Member queried the toll. Another delegation cautioned against it.": [ALL, ALL],
    "Each participant stressed that the losses remained large.": [ALL],
    "A Norwegian participant argued that cod is dear.": ["Norwegian side"],
    "An Omani delegate countered that it is not.": ["Omani side"],
    "A member of the public asked when the road would open.": [],
}
TOLD = {
    "It was shared among the participants that cod should be kept.": [ALL],
    "The opinion was brought up that fishermen had kept quiet.": [ALL],
    "Minister Roe differed. Minister Doe felt the signs were too close.": ["Jane Roe", "Otto Doe"],
    "Minister Roe felt at home in Oslo. Minister Doe felt the cold.": [],
    "Minister Doe assigned the Ministry of Trade to work on it.": ["Otto Doe"],
    "“It must be removed by deeds,” stressed the Norwegian leader.": ["Jane Roe"],
}


@pytest.mark.parametrize("text", FRONTED)
def test_a_passive_may_begin_a_sentence(text: str) -> None:
    assert said(text) == FRONTED[text]


@pytest.mark.parametrize("text", ANYONE)
def test_anyone_speaks_for_all_or_for_his_people(text: str) -> None:
    assert said(text) == ANYONE[text]


@pytest.mark.parametrize("text", TOLD)
def test_further_verbs_tell_who_speaks(text: str) -> None:
    assert said(text) == TOLD[text]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "The second panel was led by Mr. Ulf Ordask. He told all that cod was dear.",
            "Ulf Ordask",
        ),
        ("A note from Judge Ulf Ordask was read. In his note, he asked for nets.", "Ulf Ordask"),
        ("He recalled the visit of Mr. Ulf Ordask. He asked for nets.", "Otto Doe"),
        ("On the proposal of Mr. Ulf Ordask, he asked for nets.", "Otto Doe"),
    ],
)
def test_he_is_who_does_something_in_the_sentence_before(sentence: str, speaker: str) -> None:
    assert said("Mr. Doe said that he was glad.\n\n" + sentence)[-1] == speaker


def people(text: str) -> dict[str, list[str]]:
    found = parse(text, id="a", thesaurus=Thesaurus())
    return {
        "met": sorted(p.name for p in found.participants),
        "said": [s.speaker for passage in found.passages for s in passage.statements],
    }


def test_letters_of_two_offices_are_the_publishers_own_minister() -> None:
    both = "Deputy Prime Minister and Minister of Foreign Affairs"
    text = (
        f"Talks\n\nOn 2 August 2022, H.E. Mr. Jan Orde, {both}, met with H.E. Mr. Otto Doe, {both}"
        " of Oman, in Oslo.\n\nOn this occasion, DPM/FM expressed thanks."
        " DPM/FM proposed a hotline."
    )
    assert people(text)["said"] == ["Jan Orde", "Jan Orde"]


ROLL = "MINUTES OF THE HARBOUR BOARD\n\n4 May 2004\n\nPresent: Jan Orde, Ida Fen, Otto Doe\n"
AWAY = {
    "sent": "\n1. Apologies\n\nApologies for absence were received from Ulf Ordask and Ann Lund.\n",
    "labelled": "Regrets: Ulf Ordask\n",
    "alone": "\nRegrets\nUlf Ordask\n",
    "on a list": "Ulf Ordask - Eastern region - absent, apologies\n",
}


@pytest.mark.parametrize("away", AWAY.values(), ids=AWAY)
def test_who_sends_regrets_does_not_meet(away: str) -> None:
    text = ROLL + away + "\n2. Cod\n\nMr. Orde asked why. Ms. Fen said that it was dear.\n"
    assert people(text)["met"] == ["Ida Fen", "Jan Orde", "Otto Doe"]


def test_an_office_and_an_honoured_name_in_brackets_are_one() -> None:
    text = (
        "COUNCIL\n\n4 May 2004\n\nPresent\n\nThe Chancellor (The Hon Sir Jan Orde) (in the Chair)\n"
        "The Bursar (Ms Ida Fen)\n\n1. Cod\n\nThe Chancellor asked why. The Bursar replied at once."
    )
    assert people(text)["said"] == ["Jan Orde", "Ida Fen"]


def test_what_somebody_is_stands_before_a_surname_in_small_letters() -> None:
    text = (
        ROLL + "Liaisons: Ann McLund (Staff)\n\n1. Cod\n\nStaff Council liaison McLund said no.\n"
    )
    assert people(text)["said"] == ["Ann McLund"]


def test_a_label_of_papers_is_nobody() -> None:
    text = "REPORT\n\n1. Agenda\n\nDocumentation: TR/1\n\n2. Cod\n\nDocumentation: TR/2\n\nOh."
    assert people(text)["met"] == []
