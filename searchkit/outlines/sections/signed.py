"""Headings that end in a sign: alone on their line, with a colon or a full stop behind them.

``Trade:`` and ``Trade.`` are headings where several lines of a text are like that, each over text
of its own. A colon after a name, an office or a country tells who speaks; ``None.`` is an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from string import ascii_lowercase

from ..front.date_lines import date_line
from ..particulars.attendance import heads_attendance
from ..particulars.listing import ADDRESSED
from ..text.lines import Paragraph
from ..transcripts.labels import speech_labels
from ..words.wording import Wording, collapse
from .headings import heading_words, is_heading_alone

__all__ = [
    "GENERAL",
    "coloned_numbers",
    "is_label",
    "is_named",
    "itemed_headings",
    "signed_headings",
    "speaks",
    "tells",
]

_LONGEST = 100
_MOST_WORDS = 9
_REST = 301
_SERIES = 2
_SMALL = 4
_SIGNS = (":", ".")
_FEW = 2
GENERAL = frozenset({"general", "general remarks", "general overview", "general matters"})
"""Headings that hold a word of offices, and name nobody."""
_ITEM = re.compile(r"(?<=\S) ++\((?:agenda )?item (\d{1,3})\)\Z", re.IGNORECASE)
_BEFORE = frozenset({"of", "with", "to", "for", "and"})
_STYLES = r"(?:Mrs?|Ms|Miss|Dr|Sir|Lord|Lady|Minister|President|Secretary|Ambassador|Chancellor)"
_SPOKEN = re.compile(r"(?<!\w)(?:I|I['’]\w+|you|my|me)(?!\w)")
"""How people talk, whose names stand above what they say."""
_ANNOUNCES = re.compile(
    r"\b(?:follow\w*|these|points?|items?|messages?|measures?|questions?|present|were|are|is"
    r"|include\w*|including|that)\Z",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:(?:you are )?welcome to|good (?:morning|afternoon|evening|day))\b|\w+ed\Z|\(.*\)\Z"
    r"|(?:so|yes|no|not|nothing|thank you|thanks)\b",
    re.IGNORECASE,
)
"""What is done, and what is answered, in a word: ``Agreed.`` And how a speech begins."""


def signed_headings(text: str, body: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Where the headings start that end in a colon or a full stop."""
    groups: dict[tuple[str, str], dict[int, str]] = {}
    likely: dict[str, dict[int, str]] = {}
    tops: dict[int, int] = {}
    above: Paragraph | None = None
    kept = [paragraph for paragraph in body if not paragraph.boilerplate]
    for line, below in pairwise(kept):
        bare = not line.marked or _has_own_bullet(line, below)
        if line.end - line.body <= _LONGEST and bare:
            sign = text[line.body : line.end].rstrip("*_")[-1:]
            words = collapse(text[line.body : line.end]).strip("*_").rstrip(" :.")
            apart = line.gap or above is None or text[above.end - 1] in ".!?:)”"
            over = above if _stands_over(text, above, line) else None
            apart = apart or over is not None
            if (
                sign in _SIGNS
                and text[line.end - 2 : line.end] != ".."
                and apart
                and len(words.split()) <= _MOST_WORDS
                and is_heading_alone(words, wording)
                and (is_label if sign == ":" else _is_no_answer)(words, wording)
            ):
                if not _has_text(text, line, below, sign, wording):
                    if sign == ":" and line.gap and not (below.marked or below.boilerplate):
                        likely.setdefault(line.bullet or "", {})[line.start] = words
                    above = line
                    continue
                groups.setdefault((sign, line.bullet or ""), {})[line.start] = words
                if over is not None:
                    tops[line.start] = over.start
        above = line
    found: set[int] = set()
    if any(sign == "." for sign, _ in groups) and len(speech_labels(text, body)) > _SERIES:
        # What who speaks says in a paragraph of its own: "With that, Jane."
        groups = {key: group for key, group in groups.items() if key[0] != "."}
    for (sign, bullet), group in groups.items():
        beside = likely.get(bullet, {}) if sign == ":" else {}
        if len(group) >= max(_SERIES, len(beside)):
            group.update(beside)  # over words of one who speaks, or over another heading
        labels = list(group.values())
        if len(labels) < _SERIES or len(set(labels)) < len(labels):
            continue
        # People come again, and have names elsewhere.
        told = any(tells(text, label) for label in labels)
        named = any(is_named(text, label) for label in labels)
        if not named and (sign == ":" or told or len(labels) > _SERIES):
            found.update(group, (tops[start] for start in group if start in tops))
    return frozenset(found)


def _has_own_bullet(line: Paragraph, below: Paragraph) -> bool:
    """Whether a bullet stands over what has none, or another further in: ``• Trade:``."""
    if line.bullet is None or line.numbers or line.depth or below.numbers or below.depth:
        return False
    return below.bullet is None or (below.bullet != line.bullet and below.indent > line.indent)


def itemed_headings(text: str, body: Sequence[Paragraph]) -> frozenset[int]:
    """Where headings start that name items of an agenda one after the other: ``COD (Item 1)``."""
    found = {
        line.start: int(item[1])
        for line in body
        if not (line.boilerplate or line.marked) and line.end - line.body <= 2 * _LONGEST
        if (item := _ITEM.search(text, line.body, line.end)) is not None
    }
    values = list(found.values())
    counts = len(values) >= _SERIES and all(b - a in (1, 0) for a, b in pairwise(values))
    return frozenset(found) if counts else frozenset()


def _stands_over(text: str, above: Paragraph | None, line: Paragraph) -> bool:
    """Whether a short line in capitals heads another right below it: ``GROUP II`` / ``COD:``."""
    if above is None or above.marked or above.end - above.body > _LONGEST:
        return False
    words, below = text[above.body : above.end], text[line.body : line.end]
    return words.isupper() and below.isupper() and date_line(words) is None


def coloned_numbers(text: str, body: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Where the numbered titles start that end in a colon, several of one series: ``1. Cod:``.

    Something is below each, and not the next of its series. ``Remarks by Minister Roe:`` tells who
    speaks below it.
    """
    groups: dict[str, dict[int, str]] = {}
    short: dict[str, set[int]] = {}
    for line, below in pairwise(p for p in body if not p.boilerplate):
        if not line.numbers or line.depth or text[line.end - 1] != ":":
            continue
        style = line.numbers[-1].readings[0][0]
        if any(style in {each for each, _ in m.readings} for m in below.numbers):
            continue
        words = heading_words(text, line).rstrip(": ")
        if is_label(words, wording) and is_heading_alone(words, wording):
            groups.setdefault(style, {})[line.start] = words
        elif words.count(" ") < _FEW and wording.is_title(words):
            short.setdefault(style, set()).add(line.start)
    found: set[int] = set()
    for style, group in groups.items():
        if len(set(group.values())) >= _SERIES:
            # "1. Date:" and "2. Chairman:" beside them are no particulars.
            found.update(group, short.get(style, ()))
    return frozenset(found)


def _has_text(text: str, line: Paragraph, below: Paragraph, sign: str, wording: Wording) -> bool:
    """Whether what stands below a line is no title, and under a full stop much longer."""
    if below.depth or (below.bullet is not None and sign == "."):
        return False
    if below.marked and sign == ":":
        # "The Board: / (a) agreed" and "Resolved: / 1. That" go on.
        return not text[below.body : below.end].startswith(("That ", *ascii_lowercase))
    if sign == ":" and speaks(text, below.body, below.end):
        return False
    if sign == ":" and text[line.body : line.end].isupper():
        return True  # "REPORTS:" over "CITY CLERK:", in minutes all in capitals
    longer = below.end - below.start > 2 * (line.end - line.start)
    title = wording.is_title(text[below.body : min(below.end, below.body + _REST)])
    return not title and (longer or sign == ":")


def speaks(text: str, start: int, end: int) -> bool:
    """Whether somebody talks of himself, or to another, where a text begins."""
    return _SPOKEN.search(text, start, min(end, start + _REST)) is not None


def is_label(words: str, wording: Wording) -> bool:
    """Whether words before a colon tell neither who speaks or came, nor that a list follows."""
    low = words.lower().split()
    if words.lower() in GENERAL:
        return True
    office = next((at for at, word in enumerate(low) if word in wording.offices), None)
    return (
        not (len(low) <= _FEW and wording.is_particular(f"{words}: X"))
        and (office is None or not _BEFORE.isdisjoint(low[:office]))
        and not heads_attendance(words)
        and not _DONE.fullmatch(words)
        and not (len(low) > 1 and _ANNOUNCES.search(words))
        and not wording.announces_links(words)
    )


def _is_no_answer(words: str, wording: Wording) -> bool:
    """Whether words before a full stop are a title, and no short sentence or name."""
    return (
        ": " not in words
        and wording.is_title(f"{words}.")
        and not ADDRESSED.match(words)
        and not _DONE.match(words.rpartition(" ")[2] if " " not in words else words)
    )


def tells(text: str, label: str) -> bool:
    """Whether a label has a word that no name has, or that stands in small letters elsewhere."""
    words = label.split()
    if any(word.islower() and len(word) >= _SMALL for word in words):
        return True
    low = words[-1].lower()
    # The first is quick where there are thousands of labels.
    return low in text and re.search(rf"\b{re.escape(low)}\b", text) is not None


def is_named(text: str, label: str) -> bool:
    """Whether a label is that of somebody who is named elsewhere: ``Mr Roe``."""
    words = label.split()
    if any(word.islower() and len(word) >= _SMALL for word in words):
        return False
    surname = f"(?:{re.escape(words[-1])}|{re.escape(words[-1].title())})"
    return re.search(rf"\b{_STYLES}\.? (?:[A-ZÀ-ÞĀ-ɏ][\w.’-]* )?{surname}\b", text) is not None
