"""What leads to a noun: the words before it that make it the subject of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from ..names.tokens import Tokens
from .subject import Subject

__all__ = ["BACK", "HONOURED", "NAME", "THE", "Led", "before", "led", "span"]

BACK = 70
"""So many characters before a noun are looked at."""
NAME = r"(?:(?:[A-Z]\.)+|[A-ZÀ-ÞĀ-ɏ][\w’'-]*)"

HONOURED = r"(?:high(?:-ranking)?|distinguished|honou?red|esteemed|foreign)\s+"
"""What a guest is called."""


class Led(NamedTuple):
    """An expression for what stands before a noun, and the words that it may begin with."""

    words: frozenset[str] | None
    pattern: re.Pattern[str]


def led(words: str, rest: str, flags: re.RegexFlag = re.NOFLAG) -> Led:
    return Led(frozenset(words.split("|")), re.compile(rf"\b(?=(?i:{words})\b)(?:{rest})", flags))


THE = led("the", r"[Tt]he\s+\Z")


def span(
    tokens: Tokens, start: int, end: int, kind: str, speaker: str | None, words: Led
) -> Subject:
    """A subject ending in ``text[start:end]`` that begins where ``words`` do, if it is there."""
    match = before(words, tokens, start)
    begin = match.start() if match else start
    return Subject(begin, end, kind, speaker, tokens.text[begin:end])


def before(led: Led, tokens: Tokens, start: int) -> re.Match[str] | None:
    """What ``led`` finds right before ``start``: it begins with a word, one of its own."""
    text, starts, lows = tokens.text, tokens.starts, tokens.lows
    words, pattern = led
    for i in range(bisect_left(starts, start - BACK), bisect_left(starts, start)):
        if words is None or lows[i] in words:
            match = pattern.match(text, starts[i], start)
            if match:
                return match
    return None
