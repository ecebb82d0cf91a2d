"""The mood of a meeting: what all said, as a noun tells it: ``There was support for the plan``.

Neither a subject nor an agent is named: ``Doubts were voiced about it``, ``The feeling was that``,
``Discussion ensued about cod``, ``One of the points addressed was cod``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...records import BOTH_SIDES
from .frame import Frame

if TYPE_CHECKING:
    from .frames import Reader

__all__ = ["MOODS", "mood_frame"]

_MATTER_WORDS = "topic subject issue matter question theme point item"
_VOICED_WORDS = (
    "concern question doubt objection reservation misgiving fear opinion view hope query"
)
_FEELING_WORDS = """
support concern sympathy unease disappointment recognition enthusiasm acceptance satisfaction
relief scepticism skepticism optimism dissatisfaction opposition resistance acknowledgement
acknowledgment appreciation regret reluctance
"""
_SENSE_WORDS = "feeling view consensus sense mood opinion understanding"


def _either(words: str, ending: str = "") -> str:
    return rf"(?:{'|'.join(sorted(set(words.split())))}){ending}"


_LAID_WORDS = "discussion debate mention reference focus importance weight value"
_NOUN_WORDS = f"{_MATTER_WORDS} {_VOICED_WORDS} {_FEELING_WORDS} {_SENSE_WORDS}"
MOODS = frozenset(
    word + ending for word in f"{_NOUN_WORDS} {_LAID_WORDS}".split() for ending in ("", "s")
) | {"queries", "sympathies"}
"""No mood is told without one of these."""
_LED = r"[\"“(]?(?:[A-ZÀ-ÞĀ-ɏ][\w’'-]*(?: [\w’'-]+){0,6}, )?"
_WORDS = r"(?:[a-z-]+ ){0,3}?"
_ROOM = (
    r"(?:(?:the |all |both |most |many |some )?(?:[\w-]+ )?(?i:meetings?|room|committee|council"
    r"|boards?|group|commission|panel|session|conference|assembly|forum|majority|sides|members"
    r"|participants|delegat(?:es|ions)|directors|governors|trustees|councill?ors|ministers|officials"
    r"|experts|speakers|attendees|those present|them|all|everyone))\b"
)
"""All who meet: what others feel or hold is only told of them."""
_ON = r"(?:about|on|regarding|concerning|over|as to|around|of)"
_DEALT = (
    r"(?:discussed|raised|covered|addressed|touched (?:up)?on|dealt with|considered|reviewed"
    r"|examined|tackled|explored|highlighted)"
)
_MOOD = re.compile(
    rf"{_LED}(?:"
    # What was voiced
    rf"(?:[A-Za-z]+ )?{_WORDS}(?i:{_either(_VOICED_WORDS, 's?')}|queries) (?:was|were) "
    r"(?:also |then |again |further )?(?P<voiced>raised|asked|voiced|aired|put|posed|shared"
    rf"|expressed|noted) (?:{_ON}|as|that|whether|why|how|when|what)\b"
    # What was felt
    rf"|[Tt]here (?:was|were) (?:also )?(?:an? )?(?!no |little |scant ){_WORDS}"
    rf"(?P<felt>{_either(_FEELING_WORDS)}|{_either(_SENSE_WORDS)}(?= (?:that|among|in))|wish"
    rf"|desire) (?:for|that|about|over|at|with|to|of|(?:in|among)(?= principle\b| {_ROOM}))\b"
    rf"|The (?:[a-z-]+ )?(?P<sense>{_either(_SENSE_WORDS)})(?: of {_ROOM}"
    rf"| (?:among|in|around) {_ROOM})? was (?:clearly |generally )?that\b"
    # What was talked about
    rf"|(?:[A-Z][a-z]+ )?{_WORDS}(?P<discussed>(?i:discussions?|debate)) (?:also |then )?"
    rf"(?:took place|ensued|followed|was held|was had|arose) {_ON}\b"
    rf"|(?:[Oo]ne|[Ss]ome|[Aa]mong|[Ss]everal|[Mm]any)(?: of)? (?:the |their )?{_WORDS}"
    rf"{_either(_MATTER_WORDS, 's?')} (?:that (?:was|were) )?(?P<among>{_DEALT})"
    r"(?: (?:at|during|in|by) [^,.;]{2,60}?)? (?:was|were|included)\b"
    rf"|(?:[Aa]nother|[Aa] further|[Tt]he other|[Tt]he (?:second|third|last|final)) {_WORDS}"
    rf"(?P<another>topic|subject|theme|issue)"
    r"(?: of (?:the |their )?(?:talks|discussions?|conversation|meeting|exchange))?"
    r" (?:was|concerned)\b(?! (?:the subject|[a-z]+ed\b))"
    # What was mentioned
    r"|(?:[A-Z][a-z]+ )?(?P<mention>[Mm]ention|[Rr]eference) was (?:also )?made (?:of|to)\b"
    r"|(?:An? )?(?:[a-z]+ )?(?P<focus>[Ff]ocus|[Ii]mportance|[Ww]eight|[Vv]alue) was (?:also )?"
    r"(?:placed|put|attached|laid|set) (?:on|upon|to)\b"
    r")"
)


def mood_frame(reader: Reader, start: int, end: int) -> list[Frame]:
    """The frame of a sentence that tells what all said, by a noun, and names nobody for it."""
    match = _MOOD.match(reader.text, start, end) if reader.has("moods", start, end) else None
    if match is None or _by_somebody(reader, match.end(), end):
        return []
    said = next(filter(None, match.groups())).lower()
    return [
        Frame(
            BOTH_SIDES,
            "passive",
            start,
            start,
            said,
            tense="passive",
            impersonal=True,
            joint=True,
            opens=True,
        )
    ]


_AGENT = re.compile(r"\b(?:by|from) (?:the |both |all )?\Z")
_REACH = 16


def _by_somebody(reader: Reader, start: int, end: int) -> bool:
    """Whether somebody is named behind ``by`` or ``from``."""
    text = reader.text
    return any(
        _AGENT.search(text, max(start, subject.start - _REACH), subject.start) is not None
        for subject in reader.subjects(start, end)
    )
