"""Who asks and who answers where a witness is examined: ``Q. Was it cold?`` and ``A. It was.``

The record names both once, above their words: the *witness* where he or she is called or sworn
(``MR JOHN ROE (sworn)``), and who *examines* (``Questions by MS DOE``, ``BY MR. DOE:``). Whoever
else puts a question has a label, and the witness answers that as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..sections.layout import Layout
from ..speech.frames import Reader

__all__ = ["examination"]

_TURN = re.compile(r"(?:\*\*|__)?(?P<who>[QA])(?:\d+)?(?:[.:]|\.:)?(?:\*\*|__)?(?:[ \t]+)(?=\S)")
_SPOKEN_OF = re.compile(r"(?:\*\*|__)?THE (?:WITNESS|DEPONENT|DEFENDANT|APPLICANT):(?:\*\*|__)?\s+")
_EXAMINES = re.compile(
    r"\b(?:(?:questions?|questioning|questioned|examination|examined|(?:cross|re|direct"
    r"|redirect|recross)[- ]?examin(?:ation|ed)|interviewed|interview)(?:[- ]in[- ]chief)?"
    r"(?: of (?:the witness|[^\n]{3,60}?))?(?: \((?:continued|resumed|cont[’']d)\))?"
    r"(?: (?:conducted|resumed|continued))?[ \t]+by(?: counsel)?[ \t]*:?|^[ \t]*BY)[ \t]+"
    r"(?=[A-ZÀ-ÞĀ-ɏ][\w.’' -]{2,60})",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE_BY = re.compile(r"\bBY\b|\bby\b|\bBy\b")
_SWORN = re.compile(
    r"^[^\n:.?!]{3,80}?[ \t]*(?:[(\[](?:re)?(?:sworn|affirmed|called|recalled|continued|on former"
    r" (?:oath|affirmation))[^()\[\]\n]{0,60}[)\]]|,[ \t]*(?:(?:re)?sworn|affirmed|called|recalled"
    r"|having been|being (?:first )?duly|a witness|the witness|first duly|previously)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_OF_WITNESS = re.compile(
    r"^[ \t]*(?:Witness|Deponent|Examination of|Evidence of|Testimony of|Interview of"
    r"|Interview with|Deposition of)[ \t]*:?[ \t]+(?=[A-ZÀ-ÞĀ-ɏ])",
    re.IGNORECASE | re.MULTILINE,
)
_PRESIDES = re.compile(
    r"\b(?:chair\w*|president|justice|judge|court|coroner|arbitrator|commissioner|magistrate|sheriff)\b",
    re.IGNORECASE,
)
_LEAST = 2
"""So many questions, and so many answers, make an examination."""


def examination(reader: Reader, layout: Layout) -> dict[int, tuple[str, int]]:
    """Who speaks the blocks of ``Q.`` and ``A.``, by where they begin, and where the words do."""
    text, blocks = reader.text, layout.blocks
    turns = {b.start: m for b in blocks if (m := _TURN.match(text, b.start, b.end)) is not None}
    asked = [m["who"] for m in turns.values()]
    if min(asked.count("Q"), asked.count("A")) < _LEAST:
        return {}
    witnesses = _named(reader, _SWORN, before=True) + _named(reader, _OF_WITNESS, before=False)
    if not witnesses:
        return {}
    witnesses.sort()
    examiners = _named(reader, _EXAMINES, before=False)
    for block in blocks:
        label = _labelled(reader, block.start)
        if label is not None and all(label != name for _, name in witnesses):
            examiners.append((block.start, label))
    examiners.sort()
    found: dict[int, tuple[str, int]] = {}
    for block in blocks:
        turn = turns.get(block.start) or _SPOKEN_OF.match(text, block.start, block.end)
        if turn is None:
            continue
        asks = turn.groupdict().get("who") == "Q"
        speaker = _latest(examiners if asks else witnesses, block.start)
        if speaker is None and not asks:
            speaker = witnesses[0][1]
        if speaker is not None:
            found[block.start] = speaker, turn.end()
    return found


def _named(reader: Reader, pattern: re.Pattern[str], *, before: bool) -> list[tuple[int, str]]:
    """Who is named where ``pattern`` stands, within it or right after it, and where."""
    found: list[tuple[int, str]] = []
    for match in pattern.finditer(reader.text):
        span = match.span() if before else (match.end(), match.end() + 1)
        if pattern is _EXAMINES and not _BEFORE_BY.search(match.group()):
            continue
        for mention in reader.mentions(*span)[:1]:
            if mention.name is not None and reader.names(mention.name):
                found.append((match.start(), mention.name))
    return found


def _latest(named: Sequence[tuple[int, str]], position: int) -> str | None:
    """Who was named last before ``position``."""
    return next((name for start, name in reversed(named) if start < position), None)


def _labelled(reader: Reader, start: int) -> str | None:
    """Whose label a block begins with, unless it is of whoever presides."""
    for mention in reader.mentions(start, start + 1):
        presides = _PRESIDES.search(mention.form) is not None
        if mention.name is not None and not presides and reader.text.startswith(":", mention.tail):
            return mention.name
    return None
