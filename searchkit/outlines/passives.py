"""Frames in the passive: ``it was agreed that``, ``concern was expressed by Minister Roe``.

An *agent* is who is named after ``by``. A passive without one tells what all said where its verb
tells of agreement, or where a noun of opinion is its subject (``the need was stressed``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..records import BOTH_SIDES
from .frame import Frame, last_word
from .reporting import Reading, read_passives, subject_words

if TYPE_CHECKING:
    from .frames import Reader
    from .subjects import Subject

__all__ = ["passive_frames"]

_IT = re.compile(r"\b[Ii]t\s+(?=(?:was|is|has been|had been)\b)")
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whether|if|when|where)\b")
_BY = re.compile(r"[^,.;]{0,60}?\b(?:by|(?P<side>from))\s+(?:both\s+)?(?:the\s+)?\Z")
_BY_OTHERS = re.compile(
    r"[^,.;]{0,40}?\bby\s+(?!\w+ing\b|\d|the end|means|way|all\b|both\b|name\b|telephone|phone)"
)
_FROM_SIDE = re.compile(r"\b[Ff]rom\s+(?:the\s+)?\Z|\b[Bb]y\s+(?:the\s+)?\Z")
_REACHED = re.compile(
    r"\b(?:[Aa]greement|[Cc]onsensus|[Uu]nderstanding) (?:was|has been) (?:also )?reached\b"
    r"|\b[Tt]here was (?:also )?(?:a |an |general |broad |full )*(?:agreement|consensus)\b"
    r"|\b[Tt]here (?:was|were) (?:also )?(?:an? )?(?:[\w-]+ ){0,3}(?P<views>exchanges?) of "
    r"(?:views|opinions)\b"
)
_REACH_SIGNS = (" reached", "here was", "here were")
"""No agreement is reached without one of these."""
_SUBJECT_NOUN = re.compile(
    r"\b(?:importance|necessity|need|significance|views?|opinions?|hopes?|wish|desire|concerns?|intention|"
    r"commitment|appreciation|gratitude|recognition|satisfaction)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\(?(?:[\w ]+, )?(?:[Nn]o|[Nn]either)\b")


def passive_frames(
    reader: Reader,
    start: int,
    end: int,
    subjects: list[Subject],
    active: list[Frame],
    last: str | None,
) -> list[Frame]:
    """The frames that passives make of ``text[start:end]``, beside those that are ``active``."""
    text = reader.text
    found: list[Frame] = []
    auxiliaries = reader.auxiliaries(start, end)
    if not auxiliaries:
        return found
    readings = read_passives(text, start, end, auxiliaries)
    its = {m.end() for m in _IT.finditer(text, start, end)} if readings else set()
    for at, passive in readings:
        impersonal = at in its
        agent = _agent(text, passive, subjects)
        begin = text.rfind(" ", start, at - 1) if impersonal else at
        before = text[start : max(start, begin)].rstrip()
        subordinate = last_word(before) in subject_words().subordinators
        flags = passive.verb.flags
        if agent is None:
            if _BY_OTHERS.match(text, passive.end, end):
                continue
            agreed = "p" in flags
            if not agreed and not (
                "i" in flags and (impersonal or _SUBJECT_NOUN.search(text, start, at))
            ):
                continue
        elif impersonal is False and not flags and passive.verb.base in ("have", "hold"):
            continue
        if _NONE.match(text, start, at):
            continue
        if not impersonal and (_RELATIVE.search(text, start, at) or any(f.at < at for f in active)):
            continue
        side = next(
            (s for s in subjects if s.end <= at and _FROM_SIDE.search(text, start, s.start)),
            None,
        )
        speaker = agent or (
            reader.resolve(side, last) if side is not None and side.kind == "side" else None
        )
        kind = "person" if reader.names(speaker) else "agent" if speaker else "passive"
        found.append(
            Frame(
                speaker or BOTH_SIDES,
                kind,
                at=max(start, begin),
                start=max(start, begin),
                mode=passive.mode,
                tense="passive",
                perfect=passive.perfect,
                subordinate=subordinate,
                impersonal=speaker is None,
                joint=speaker is None and "p" in flags,
                opens=True,
            )
        )
    if found or active or all(text.find(sign, start, end) < 0 for sign in _REACH_SIGNS):
        return found
    reached = _REACHED.search(text, start, end)
    if reached and not _NONE.match(text, start, reached.start() + 1):
        at = reached.start()
        mode = reached.group("views") or "agreement"
        frame = Frame(BOTH_SIDES, "passive", at, at, mode, tense="passive", opens=True)
        found.append(replace(frame, impersonal=True, joint=True))
    return found


def _agent(text: str, reading: Reading, subjects: list[Subject]) -> str | None:
    """Who is named after ``by``."""
    for subject in subjects:
        match = _BY.match(text, reading.end, subject.start) if subject.start > reading.end else None
        if (
            match
            and subject.kind != "pronoun"
            and (not match.group("side") or subject.kind == "side")
        ):
            return subject.speaker or (subject.form if subject.kind == "title" else None)
    return None
