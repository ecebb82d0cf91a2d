"""Frames without a verb of speech: a noun tells that somebody says something.

``According to Minister Roe``, ``Minister Roe's view was that``, ``There was a nod from Ms. Doe``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .frame import Frame

if TYPE_CHECKING:
    from .frames import Reader
    from .subjects import Subject

__all__ = ["nominal_frames"]

_ACCORDING = re.compile(
    r"\(?(?:[A-Z]\w+, )?(?P<mode>[Aa]ccording to|[Ii]n the (?:view|words) of)\s+(?:the\s+)?"
)
_OWN_VIEW = re.compile(
    r"[’']s (?:\w+ ){0,2}(?P<mode>view|opinion|position|response|answer|reply|assessment|comment) "
    r"(?:was|is) that\b"
)
_THERE_WAS = re.compile(
    r"(?:[A-Z]\w+, )?[Tt]here (?:was|were|came|followed) (?:also |then )?"
    r"(?:an? |some |several )?(?:[\w-]+ ){0,3}"
    r"(?P<mode>nods?|questions?|objections?|suggestions?|proposals?|requests?"
    r"|responses?|repl(?:y|ies)|answers?|remarks?|comments?|explanations?|statements?|protests?"
    r"|complaints?|praise|thanks|agreement|criticism|appeals?|warnings?)"
    r" [^.;]{0,60}?(?:from|by) (?:the )?\Z"
)
"""What somebody says, told by a noun: ``There was a question on cod from Ms. Roe``."""


def nominal_frames(
    reader: Reader, start: int, end: int, subjects: list[Subject], last: str | None
) -> list[Frame]:
    """The frame that a noun makes of ``text[start:end]``, if one does."""
    text = reader.text
    if "ccording to" in text[start : start + 40] or "n the " in text[start : start + 20]:
        for subject in subjects[:1]:
            match = _ACCORDING.fullmatch(text, start, subject.start)
            if match and text[subject.end : subject.end + 1] == ",":
                mode, who = match.group("mode").lower(), reader.resolve(subject, last)
                return [Frame(who, subject.kind, start, start, mode, content=True, opens=True)]
    if "here " in text[start : start + 30]:
        for subject in subjects:
            match = _THERE_WAS.match(text, start, subject.start)
            if match and subject.kind not in ("pronoun", "others"):
                who, mode = reader.resolve(subject, last), match.group("mode")
                return [Frame(who, subject.kind, start, start, mode, opens=True)]
    for mention in reader.mentions(start, end):
        match = _OWN_VIEW.match(text, mention.end, end) if mention.possessive else None
        if match:
            at, who = mention.start, mention.name or mention.form
            return [Frame(who, "person", at, at, match.group("mode"), content=True, opens=True)]
    return []
