"""Verbs of speech before their subjects: ``"Cod is dear," said Minister Roe``."""

from __future__ import annotations

import re
from dataclasses import replace

from .reporting import read_verb
from .subject import Subject
from .verbs import Reading, Verb

__all__ = ["ENDS", "inverted"]

ENDS = ".!?”\"’') "
"""What may stand after the last word of a sentence."""
_INVERTED = re.compile(r"(?:[\"”’],|,|[\"”’?!]| [–—-])\s+(?P<verb>[a-z]+)(?: out)?\s+(?:the\s+)?\Z")
_FIRST = re.compile(r"[\"“(]?(?P<verb>[A-Z][a-z]+)(?: the)? ")
_SAYS = re.compile(r"[:,] ?[\"“‘]?\w")
_INVERTS = frozenset({
    "continued", "concluded", "maintained", "estimated", "sighed", "laughed", "began", "ended",
    "observed", "argued", "reasoned", "felt", "smiled", "chuckled", "pleaded", "reflected"
})  # fmt: skip
"""Verbs that need no words after them before their subject: ``continued Minister Roe``."""
_MARKS = frozenset('"”’')
_ASKS = frozenset({"ask", "inquire", "enquire", "query", "wonder"})


def inverted(text: str, subject: Subject, start: int, end: int) -> Reading | None:
    """``said Roe``: a verb of nothing but speech right before its subject."""
    if subject.kind not in ("person", "title", "side", "pronoun", "counterpart", "country"):
        return None
    first = _FIRST.fullmatch(text, start, subject.start)
    if first is not None and _SAYS.match(text, subject.end, end):
        # "Asked Mr. Roe: would cod be dear?"
        reading = read_verb(f" {first['verb'].lower()}", 0, len(first["verb"]) + 1)
        plain = reading is not None and "s" in reading.verb.flags
        if reading is not None and (plain or reading.verb.base in _ASKS):
            return replace(reading, start=first.start("verb"), end=first.end("verb"))
    before = text[max(start, subject.start - 30) : subject.start]
    if not before.rstrip()[-1:].islower():
        return None
    match = _INVERTED.search(text, subject.start - len(before), subject.start)
    if match is None:
        return None
    if match["verb"] in _INVERTS:
        verb = Verb(match["verb"], "cs", None, False)
        return Reading(verb, "past", *match.span("verb"), match["verb"])
    quoted = match.group()[0] in _MARKS  # “It is dear,” says Roe
    tenses = ("past", "present") if quoted else ("past",)
    reading = read_verb(text, match.start("verb") - 1, subject.start, tenses=tenses)
    if reading is None or ("s" in reading.verb.flags and subject.kind != "country"):
        return reading
    # "cod was dear, stressed Roe."
    closes = not text[subject.end : end].strip(ENDS)
    return reading if closes and "c" in reading.verb.flags else None
