"""Whose words are reported inside another's: ``He had heard from Minister Roe that cod was dear``.

A *source* is named beside a noun or a verb of what he or she said: ``the words of Minister Roe``,
``quoted Ms. Roe``, ``Ms. Roe, who had warned of it``; or a pronoun means it in what somebody
speaks: ``I met Ms. Roe, and she told me``.
"""

from __future__ import annotations

import re

from .frame import Frame, last_word, words_before
from .frames import Reader
from .reporting import read_verb

__all__ = ["is_quoted_side", "meant_by_pronouns", "sources"]

_SAID = (
    r"(?:words|views?|ideas?|proposals?|remarks?|speech|suggestions?|appeals?|warnings?|opinions?"
    r"|assessment|telegram|despatch|call|plea|observations?|comments?|assertions?|promise|phrase)"
)
_BEFORE = re.compile(
    r"(?:\b(?:heard|learn(?:ed|t)|told|informed|assured|advised|warned|instructed)\b"
    r"[^.;,]{0,30}? (?:by|from)"
    r"|\b(?:[Qq]uot(?:ed|ing)|[Cc]it(?:ed|ing))(?: the words of)?|\b[Aa]ccording to"
    rf"|\b(?:the|an?|those|these|some) (?:[a-z]+ )?{_SAID}"
    r"(?: (?:made|put forward|voiced|expressed|given))?(?: [a-z]+)? (?:of|by|from)) (?:the )?\Z"
)
_OWN = re.compile(rf"[’']s? (?:[a-z]+ )?{_SAID}\b")
_WHO = re.compile(r",? who(?= )")
_BACK = 80
_RELATIVE = frozenset({"which", "while", "whereas", "whom"})
_PRONOUNS = {"he": "m", "she": "f"}


def sources(reader: Reader, start: int, end: int, own: set[str | None]) -> list[str]:
    """Who is told to have said something in ``text[start:end]``, save its ``own`` speakers."""
    text = reader.text
    found: list[str] = []
    for mention in reader.mentions(start, end):
        if mention.name is None or mention.name in own or mention.start == start:
            continue
        before = _BEFORE.search(text, max(start, mention.start - _BACK), mention.start)
        if mention.possessive:
            said = _OWN.match(text, mention.end, end) is not None
        else:
            said = before is not None or _who_said(text, mention.tail, end)
        if said:
            found.append(mention.name)
    return found


def _who_said(text: str, tail: int, end: int) -> bool:
    """``, who had warned of it`` after a name."""
    who = _WHO.match(text, tail, end)
    reading = read_verb(text, who.end(), end) if who is not None else None
    return reading is not None and "c" in reading.verb.flags


def is_quoted_side(text: str, start: int, frame: Frame) -> bool:
    """Whether a side or several are quoted in a clause: ``to which the Danish side agreed``.

    What they think, or did, in the words of somebody else is no quotation: ``that Norway hoped``.
    """
    if not frame.subordinate:
        return True
    before = words_before(text, start, frame.at)
    if frame.perfect and last_word(before) == "as":
        return True  # "As the Danish side had mentioned"
    return last_word(before) in _RELATIVE and not before.endswith("in which")


def meant_by_pronouns(reader: Reader, start: int, frames: list[Frame], speaker: str) -> list[str]:
    """Whom ``he`` and ``she`` mean in what ``speaker`` says from ``start`` on: somebody named."""
    found: list[str] = []
    for frame in frames:
        word = reader.text[frame.at : frame.at + 3].strip().lower()
        gender = _PRONOUNS.get(word) if frame.kind == "pronoun" else None
        if gender is None or frame.tense != "past":
            continue
        for mention in reversed(reader.mentions(start, frame.at)):
            name = mention.name
            if name is None or name == speaker:
                continue
            if reader.gender.get(name, gender) == gender:
                found.append(name)
                break
    return found
