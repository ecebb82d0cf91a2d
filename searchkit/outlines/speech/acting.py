"""Who does something and then says something: ``Minister Roe listened and stressed that``.

The first verb of such a sentence reports no speech. One who does something *with* somebody and
then talks does not talk alone: ``Minister Roe met Minister Doe and exchanged views on cod``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...records import BOTH_SIDES
from .frame import words_before
from .reporting import read_participles
from .verbs import Reading

if TYPE_CHECKING:
    from .frames import Reader
    from .subject import Subject

__all__ = ["shared", "who_acts"]

_ACTING = frozenset({"person", "title", "pronoun", "joint"})
_STATES = frozenset({"country", "side"})
_ONE = frozenset({"person", "title", "pronoun"})
_SET_APART = re.compile(r"(?: \([^()]{2,40}\))?(?:,| (?:for|of|in|from) )[^,;.]{2,60},(?= )")
_THOUGHTS = frozenset({"believe", "hope", "think", "feel", "consider", "expect", "fear", "know"})
_HEARING = frozenset({"were briefed", "heard", "listened", "saw"})
_TALKING = frozenset({"held", "had", "met", "signed", "witnessed", "sat", "convened", "gathered"})
"""What those who meet do before they say something together."""
_MEETS = frozenset({"held", "had", "met", "spoke", "talked", "received", "hosted", "sat"})
"""What one does who then talks with the other."""
_TALKS = frozenset({
    "discuss", "exchange", "review", "explore", "examine", "consider", "confer", "consult", "talk",
    "converse", "debate", "deliberate", "compare", "hold", "have", "chat", "touch", "address"
})  # fmt: skip
"""Verbs of what nobody does alone."""
_ALONE = frozenset({"discuss", "exchange", "confer", "consult", "converse", "debate", "chat"})
_AGREES = frozenset({"agree", "concur"})
_WITH = re.compile(r"\bwith (?:the |his |her |him\b|them\b|both |[A-Z])")
_REACH_OF_WITH = 90
_EARLIER = re.compile(
    r" (?:[a-z]+ ){0,4}?(?:last|earlier|previously|in (?:early |late |mid-?)?(?:\d{4}|January"
    r"|February|March|April|May|June|July|August|September|October|November|December))\b(?! \d)"
)
"""When those did so who are only told of: ``Roe and Doe met in April and agreed on it``."""
_PLAINLY = frozenset({
    "thank", "praise", "congratulate", "request", "apologize", "apologise", "agree", "concur",
    "disagree", "consent", "assent"
})  # fmt: skip
_MEETING = re.compile(r" the (?:meeting|session|conference|talks|discussion|sitting)\b")
_OPENING = frozenset({"welcome", "invite", "bid"})
_DONE = re.compile(
    r"\s+(?:(?:also|then|later|afterwards|first|next|again|[a-z]+ly)\s+){0,2}"
    r"(?P<what>(?:was|were) (?:not |[a-z]+ly )?[a-z]+|[a-z]+ed|met|went|came|took"
    r"|sat|saw|heard|read|spoke|did|rose|stood|gave|made|held|had"
    r"|understood|felt|thought|kept|left|began|brought|sent|got|knew|put|wrote|said"
    r"|shook|broke|ran|fell|lost|cut)\b"
)
_REACH = 160
_FAR = 300
"""So far from who meets, in characters, stands what both talk about."""
_BACK = 60


def who_acts(
    reader: Reader, start: int, end: int, subjects: list[Subject]
) -> tuple[Subject, Reading] | None:
    """Who does something in ``text[start:end]``, and the verb with which he then says something."""
    text = reader.text
    for subject in subjects[:2]:
        before = words_before(text, start, subject.start).strip('(“"')
        if subject is not subjects[0] and before[-1:] != ",":
            break
        state = subject.kind in _STATES
        if before[-1:] not in ("", ",") or not (state or subject.kind in _ACTING):
            continue
        aside = _SET_APART.match(text, subject.end, end)
        tail = aside.end() if aside else subject.end
        # The comma that closes an office beside the name, which is part of the subject.
        tail += aside is None and text.startswith(", ", tail) and "," in text[subject.start : tail]
        done = _DONE.match(text, tail, min(end, tail + _BACK))
        if state and not (done and done["what"].startswith(("was ", "were "))):
            continue  # "Norway was sceptical and asked for data"
        what = done["what"] if done else ""
        meets = subject.kind in _ONE and what in _MEETS
        stop = min(end, tail + (_FAR if meets else _REACH))
        joined = " and ", " but ", "ing that "
        if done is None or all(text.find(j, done.end(), stop) < 0 for j in joined):
            break
        for reading in read_participles(text, done.end(), stop, reader.joints(done.end(), stop)):
            if meets and reading.tense == "past" and reading.verb.base in _TALKS:
                if what in ("met", "received", "hosted") or _WITH.search(
                    text, done.end(), reading.start
                ):
                    return replace(subject, kind="joint", speaker=BOTH_SIDES), reading
                continue
            if reading.end > tail + _REACH:
                break
            plain = "c" in reading.verb.flags or reading.verb.base in _PLAINLY
            if subject.kind == "joint":
                plain = what in _HEARING and "p" in reading.verb.flags
                plain = plain or (what in _TALKING and not _EARLIER.match(text, done.end()))
            # "The Chair opened the meeting and welcomed all"
            opens = reading.verb.base in _OPENING and (
                what == "opened" or _MEETING.match(text, done.end()) is not None
            )
            # "spoke in her own name, stressing that"
            tells = reading.tense == "gerund" and "c" in reading.verb.flags
            tells = tells and reading.verb.base not in _THOUGHTS
            tells = tells and text.startswith(" that ", reading.end)
            if (reading.tense == "past" and (plain or opens)) or tells:
                return subject, reading
    return None


def shared(reader: Reader, start: int, end: int, subject: Subject, reading: Reading) -> bool:
    """Whether one who talks does so with another: ``Minister Roe discussed cod with Ms. Doe``."""
    if reading.tense != "past":
        return False
    if reader.author is not None and subject.form in ("We", "we"):
        # "We agreed to meet", told by whoever wrote the record
        return reading.verb.base in _ALONE or reading.verb.base in _AGREES
    if subject.kind not in _ONE or reading.verb.base not in _ALONE:
        return False
    text = reader.text
    stop = min(end, reading.end + _REACH_OF_WITH)
    spans = (start, subject.start), (reading.end, stop)
    for a, b in spans:
        for match in _WITH.finditer(text, a, b):
            words = match.group()
            if words.endswith(("him", "them", "his ", "her ")):
                return True
            near = reader.mentions(match.end() - 1, match.end() + len(words))
            if near and near[0].name is not None and not near[0].possessive:
                return True
    return False
