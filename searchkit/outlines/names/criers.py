"""Those whom their place in a transcript names, without a title or a colon: who cries, who asks.

A *crier* is a speaker in capitals at the start of a paragraph: ``JANE ROE (Norway) said``. Those
who *ask* stand beside the word: ``QUESTION: Jane Roe, Daily Echo. Will you ...``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from ..speech.reporting import read_verb
from ..words.gates import Expression
from .naming import Naming
from .titles import place_after
from .tokens import Tokens

__all__ = ["POSTED", "read_askers", "read_criers"]

_ASKING = ("QUESTION", "Question", "Q:", "MODERATOR", "Moderator", "JOURNALIST", "REPORTER")
_ASKED = re.compile(
    r"^[ \t]*(?:QUESTION|Question|Q|MODERATOR|Moderator|JOURNALIST|REPORTER)\b[^:\n]{0,30}:"
    r"(?=[ \t]+\S)",
    re.MULTILINE,
)
_LINE = 240
_OF_HOUSE = re.compile(
    r"(?:(?<=[.!?:]) |(?<=[.!?:]  ))\s*(?P<name>[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?: [A-ZÀ-ÞĀ-ɏ][\w'’-]+){1,2})"
    r"(?:, (?:(?:from|of|with) )?| (?:from|with) )(?:the )?"
    r"[A-ZÀ-ÞĀ-ɏ][\w&'’-]*(?: (?:of |the |de )?[A-ZÀ-ÞĀ-ɏ][\w&'’-]*){0,4}[.?!](?=\s|\Z)"
)
_BRACKETED = Expression(
    r"^[ \t]*(?:\*\*|__)?(?i:QUESTION|Q|JOURNALIST|REPORTER|MEDIA)[ \t]*[(\[]"
    r"(?P<name>[A-ZÀ-ÞĀ-ɏ][\w'’-]+"
    r"(?: [A-ZÀ-ÞĀ-ɏ][\w'’-]+){0,2}), [^()\[\]\n]{2,40}[)\]](?:\*\*|__)?:",
    re.MULTILINE,
)
"""Who asks, in brackets: ``QUESTION (Roe, Daily Echo):``"""
_CALLED = re.compile(
    r"^[ \t]*(?:\*\*|__)?(?:[A-Z]+ )?QUESTION[ \t]+(?P<name>[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ’'-]{2,}"
    r"(?: [A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ’'-]+){0,2})(?:\*\*|__)?:",
    re.MULTILINE,
)
"""Who asks, beside the word: ``QUESTION ROE:``"""
_STATES = Expression(
    r"^[ \t]*(?:PREPARED |OPENING )?(?:STATEMENT|TESTIMONY|EVIDENCE) OF[ \t]+(?:THE )?"
    r"(?:(?:HON|DR|MR|MS|MRS|GEN|ADM|AMB)\.|HONORABLE|AMBASSADOR|GENERAL|ADMIRAL|PROFESSOR"
    r"|SENATOR|REPRESENTATIVE)?[ \t]*"
    r"(?P<name>[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ.’'-]*(?: [A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ.’'-]*){1,3})(?=,)",
    re.MULTILINE,
)
"""A witness whose statement follows: ``STATEMENT OF HON. JANE ROE, ASSISTANT SECRETARY``"""
_CRIER = re.compile(
    r"(?:(?:Sister|Brother|Father|Imam|Rabbi|Swami|Chief|Sheikh|Sir|Dame|Lord|Lady) )?"
    r"(?P<name>(?:[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ'’.-]*[ \t]+){1,3}[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ'’-]+)"
    r"(?:[ \t]+(?=(?P<bracket>\()|[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ]"
    r"|I\b)|(?=(?P<comma>, (?:of )?(?:the )?[A-Z])))"
)
POSTED = re.compile(
    r", (?:of )?(?:the )?[A-ZÀ-ÞĀ-ɏ][\w&.’'-]*(?: (?:(?:of"
    r"|for|and|the|on|to) )*[A-ZÀ-ÞĀ-ɏ][\w&.’'-]*){0,7}"
    r"(?= [a-z])"
)
"""What somebody is, or whose, with no comma after it: ``JANE ROE, State Engineer testified``."""
_CRIES = re.compile(
    # One set of signs comes first, which is what a search is fast for.
    r"[A-ZÀ-ÞĀ-ɏ](?<=[.!?”\"] .)[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ'’-]* (?=[A-ZÀ-ÞĀ-ɏḀ-ỿ'’ .-]{2,50} \()"
)
"""Another speaker in capitals within a paragraph: ``JANE ROE (Norway) concurred.``"""
_REACH = 260


def read_askers(tokens: Tokens) -> list[Naming]:
    """Those who ask, by name and house: ``QUESTION: Jane Roe, Daily Echo. Will you ...``."""
    text = tokens.text
    found: list[Naming] = []
    for line in _ASKED.finditer(text) if any(word in text for word in _ASKING) else ():
        for match in _OF_HOUSE.finditer(text, line.end(), line.end() + _LINE):
            words = tuple(match["name"].split())
            first = bisect_left(tokens.starts, match.start("name"))
            lows = {word.lower() for word in words}
            if not lows.isdisjoint(tokens.no_speakers) or any(
                tokens.starts[i] in tokens.place_at for i in range(first, first + len(words))
            ):
                continue
            end = match.end("name")
            found.append(Naming(match.start("name"), end, words, tail=end))
    bracketed = _BRACKETED.finditer(text) if "(" in text or "[" in text else ()
    called = _CALLED.finditer(text) if "QUESTION " in text else ()
    states = _STATES.finditer(text) if " OF " in text else ()
    for match in chain(bracketed, called, states):
        words = tuple(match["name"].split())
        start, end = match.span("name")
        unnamed = tokens.no_speakers | tokens.known.houses
        placed = tokens.starts[bisect_left(tokens.starts, start)] in tokens.place_at
        if not placed and unnamed.isdisjoint(word.lower() for word in words):
            found.append(Naming(start, end, words, tail=end))
    return found


def read_criers(tokens: Tokens, starts: Sequence[int]) -> list[Naming]:
    """Speakers in capitals at the ``starts`` of paragraphs: several times, or with a country."""
    text = tokens.text
    seen: dict[str, list[re.Match[str]]] = {}
    within = [match.start() for match in _CRIES.finditer(text)]
    for start in sorted({*starts, *within}):
        if text[start : start + 1].isupper():
            match = _CRIER.match(text, start)
            if match and tokens.no_speakers.isdisjoint(match["name"].lower().split()):
                seen.setdefault(match["name"], []).append(match)
    found: list[Naming] = []
    for group in seen.values():
        for match in group:
            end = match.end("name")
            where = place_after(tokens, tokens.index_at(end - 1) + 1)
            run = POSTED.match(text, end) if match["comma"] else None
            posted = run is not None and read_verb(text, run.end(), run.end() + _REACH) is not None
            says = posted or (match["comma"] and read_verb(text, end, end + _REACH))
            if len(group) == 1 and (where is None or not match["bracket"]) and not says:
                continue
            found.append(
                Naming(
                    match.start("name"),
                    end,
                    tuple(match["name"].split()),
                    country=where[0].country if where else None,
                    tail=tokens.ends[where[1] - 1]
                    if where
                    else run.end()
                    if run and posted
                    else end,
                )
            )
    return found
