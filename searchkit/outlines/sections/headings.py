"""The words of a heading: what a line without a number must be like to stand over others."""

from __future__ import annotations

import re

from ..front.date_lines import date_line
from ..text.lines import Paragraph
from ..text.motions import is_fate
from ..words.wording import Wording, collapse

__all__ = ["ANSWERS", "ONE_LINE", "heading_words", "is_heading_alone", "is_shortened"]

_HEADING_WORDS = 14
"""A heading without number or hashes is no longer."""
_CAPITALS_WORDS = 30
"""One in capitals may be: ``CONSIDERATION OF REPORTS SUBMITTED BY STATES PARTIES UNDER ...``."""
ONE_LINE = 400
"""Nor is it longer than this, in characters."""
_FIGURES = re.compile(
    r"(?:[^a-zA-Z]|\b[A-Za-z](?!\w)|\b[ap]\.?m\b\.?|\b[A-Z]{1,3}[DS]?T\b|\bDPB\b|\b[Nn]os?\b)+"
)
"""A time of day, the number of a document: no heading."""
ANSWERS = re.compile(
    r"(?:q ?& ?as?|questions?[- ](?:and|&)[- ]answers?)(?:[- ](?:session|section|part))?:?",
    re.IGNORECASE,
)
"""What stands over questions and answers, whatever else a line is like."""
_TIMED = re.compile(r"\d{1,2}[:.]\d\d(?: ?[-–—] ?| to | and )\d{1,2}[:.]\d\d")
"""Between these hours something took place: ``8:05-9:20 a.m. (breakfast)``."""
_CHAT = re.compile(r"\w{1,12}> ")
"""Who writes, in the log of a chat: ``JR> Is it?``"""
_NUMBERED = re.compile(
    r"\b(?:[Nn]o|[Nn]umber|[Rr]ef|[Rr]eference)\.?: ?\S*\d\S*\Z|\A[A-Z]{2,5}: ?\d[\d/.-]*\Z"
)
_SHORTENED = re.compile(r"\b(?:[A-Z]\.){2,}\Z")
_NOTHING = re.compile(r"(?:No|None|Nil)\b(?!\.? ?\d)")
"""``No declarations`` is what minutes say, and no heading."""
_NO_HEADING = re.compile(
    r"prayers\Z|(?:several|some|many) hon\.? (?:members?|gentlem[ae]n)\b"
    r"|(?:the )?(?:\w+ )?(?:meeting|session|sitting) (?:was )?"
    r"(?:closed|rose|ended|adjourned|concluded|opened|began|resumed) "
    r"|actions?(?: (?:by|for|points?))?: "
    r"|[qa](?:\.? ?\t|\.?[ ]{2,}|\. )|q [^\n]{1,300}(?:\?|-|—)\Z"
    r"|[(\[](?:for )?references?[)\]]"
    r"|[(\[](?:other |main )?(?:attendees|participants|present|in attendance)\b[^()\[\]]*[)\]]\Z",
    re.IGNORECASE,
)
"""What opens a sitting, is to be done or asked (``Q   Why?``), is for reference, tells who came."""
_HELD = re.compile(r"\(?[Hh]eld (?:on|at|in|from|by) ")
_WITH_INITIALS = re.compile(r"\([A-Z]{2,4}\).*\([A-Z]{2,4}\)")
"""Of those present with their initials: no heading."""


def heading_words(text: str, paragraph: Paragraph) -> str:
    """What a paragraph says, on one line if it was wrapped: only such lines are headings."""
    words = text[paragraph.body : paragraph.end]
    return collapse(words) if paragraph.wrapped and len(words) <= ONE_LINE else words


def is_shortened(words: str) -> bool:
    """Whether the full stop at the end is that of initials: ``Visit to the U.S.``"""
    return words[-1:] == "." and _SHORTENED.search(words) is not None


def is_heading_alone(words: str, wording: Wording) -> bool:
    """Whether the words of an unnumbered line could be a heading."""
    return (
        len(words) <= ONE_LINE
        and len(words.split()) <= (_CAPITALS_WORDS if words.isupper() else _HEADING_WORDS)
        and "\n" not in words
        and "\t" not in words
        and (words.rstrip(")]\"'”’*_ ")[-1:] not in {".", "!", "…"} or is_shortened(words))
        and not wording.is_particular(words)
        and (not _FIGURES.fullmatch(words) or ANSWERS.fullmatch(words) is not None)
        and date_line(words) is None
        and not _HELD.match(words)
        and not _NUMBERED.search(words)
        and not (words[-1:] == "?" and ": " in words)
        and not _NOTHING.match(words)
        and not _NO_HEADING.match(words)
        and not is_fate(words)
        and not _WITH_INITIALS.search(words)
        and words[:1] not in {"※", "|", "…"}
        and words[:3] != "..."
        and " | " not in words
        and not _TIMED.match(words)
        and not _CHAT.match(words)
        and "://" not in words
        and not (words[:1] == "<" and words[-1:] != ">")
        and not (words[:1] == "(" and words[-1:] == ")" and _is_aside(words, wording))
        and wording.is_title(words)
    )


def _is_aside(words: str, wording: Wording) -> bool:
    """Whether words in brackets tell a figure or who speaks below: ``(Minister Roe)``."""
    if any(map(str.isdigit, words)):
        return True
    low = {word.lower() for word in words.strip("()").split()}
    return len(low) < _HEADING_WORDS // 2 and not wording.offices.isdisjoint(low)
