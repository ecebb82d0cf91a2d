"""Which lines of a text were wrapped: where a paragraph goes on below.

A line is *full* where the first word of the next one would not have fitted on it. Texts that were
wrapped are known by their widest lines; in others a line goes on only where its words say so. Where
a program wrapped a text every line that goes on is full, and the width is *exact*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..around.captions import is_numbered_caption
from ..front.date_lines import date_line
from ..front.datelines import read_dateline
from ..header.dates import find_dates
from ..words.wording import Wording
from .raw_lines import Line

__all__ = ["Wrapping", "continues", "go_on_apart", "is_one_line", "wrapping"]

_SHORT_FORM = re.compile(r"\([A-Z][A-Za-z+-]*[A-Z]\)(?:[.,;]| [a-z])")
_ASKS = re.compile(r"(?:Q|A|QUESTION|ANSWER|Question|Answer)[ \t]?:[ \t]")
"""A label that begins a turn, however often it comes."""
_LABEL = re.compile(r"[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ.'’ -]{1,40}:(?= )")
_NUMBER_BEHIND = re.compile(r"[A-Z]  {4,}(?=\S*[/.\d])[A-Z]{2,}[\w/.-]*\Z")
"""The number of a document, far behind who it is from: ``COD COUNCIL      CC/Ser.G``."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\Z")
_WIDEST_WRAP = 120
"""Texts wrapped by hand or by a program have no longer lines, in characters."""
_NARROWEST_WRAP = 40
_FAR = 1.1
"""A line that is longer than the next longest by so much was not wrapped with it."""
_SIDE_BY_SIDE = re.compile(r"\S {3,}\S")
_LEADER = re.compile(r"(?:\. ?){4}")
"""What stands side by side, or has points between, is no wrapped sentence."""
_WIDE = 60
_FEW_BREAKS = 3
_RAGGED_BREAKS = 5
_SURE_BREAKS = 6
_WIDEST_EXACT = 160
_NARROWEST_EXACT = 30
"""What a program wrapped at a width may have wider and narrower lines."""
_NOTICE = 5
"""So many words and one has a notice at least that is wrapped."""
_NEARLY_FULL = 0.85
_SHORT = 0.7
_ENOUGH = 0.6
"""The share of broken lines that have to be full before the breaks count as wrapping."""
_INITIALS = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w’'-]{0,60} \([A-Z]{2,4}\)(?=[,;]| \(|\Z)")
"""A name with its initials in brackets."""

_FIELD = re.compile(r"[A-Z][a-z]+(?: [a-z]+)?(?::(?=\s|\Z))|[^a-zA-ZÀ-þ()]+\Z")
"""A label with what it tells, or a number: ``Publisher: Board of Trade``."""
_HEAD = re.compile(
    r"(?:Secretariat|Present|Apologies|Absent|Observers|In attendance|Regrets) ?:", re.I
)
"""What stands alone over some of those present."""
_ROW_OF_LINKS = re.compile(
    r"(?:[A-Z][a-z]+(?: (?:and|of|the|[A-Z][a-z]+)){0,3}(?:   +|\t+|\Z)){4,12}"
)
"""What leads to the parts of a site: ``Events   Documents   Contacts   Search``."""
_FAR_APART = re.compile(r"\S {8,}\S")
"""What stands at the two sides of a page: ``ORIGINAL: ENGLISH        SUMMARY RECORD``."""
_OUTDENT = 8
"""A paragraph's first line is indented by less."""
_OPENING = re.compile(r"(?:On|From|In|At|During|Since|Between) |.{4,50} [-–—] (?:The|A|An|On|In) ")
"""How a sentence begins that tells of a day, and no date line."""
_WITHIN = re.compile(
    r"(?!(?:[Pp]ublished|[Ii]ssued|[Rr]eleased|[Pp]osted|[Uu]pdated|[Dd]ate)\b)"
    r"[^\d\n]{0,60}?(?:\b(?:on|in|of|at|from|until|by|during)\b|[a-z] \()"
)
"""What stands before a day that is told within a sentence or a title."""
_SPAN = re.compile(r"[-–] ?\d{1,2} [A-Z]")
_SHORTEST_OPEN = 25
_OPEN = frozenset({
    "a", "an", "the", "and", "or", "of", "to", "in", "into", "for", "with", "by", "at", "from",
    "as", "that", "which", "who", "whose", "their", "its", "his", "her", "is", "are", "was", "were",
    "be", "been", "has", "have", "had", "will", "would", "should", "could", "can", "may", "must",
    "between", "on", "upon", "until", "since", "during", "under", "about", "than", "before",
    "after", "against", "within", "without", "towards", "regarding", "concerning", "including"
})  # fmt: skip
"""No paragraph ends with one of these words,"""
_OPEN_TOO = frozenset(
    {"The", "A", "An", "In", "Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr."}
)
"""nor with one of these, after the end of a sentence."""
_ROW = 200
"""A row of a table that holds names, days or figures is no longer."""
_DATED = 30
"""So many characters after a number tell whether it is that of a day."""
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\Z"
)
_LONGEST = 10
"""The name of a month is no longer, with the space before it."""
_DAY = 5
"""The number of a day, with its ending, is no longer."""
_LONGEST_DAY = len("Wednesday,")
_DATELINE = 90
"""A dateline is no longer, in characters."""
_YEAR = re.compile(r"\d{4}")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\Z")


def _has_columns(line: str) -> bool:
    return (
        "\t" in line
        or ("   " in line and _SIDE_BY_SIDE.search(line) is not None)
        or ((".." in line or ". ." in line) and _LEADER.search(line) is not None)
    )


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text was wrapped: at which ``width``, 0 if it was not.

    ``midway`` is how wide a line is that goes on within a sentence, ``ended`` how wide one is that
    goes on though a sentence ends with it.
    """

    width: int = 0
    midway: int = 0
    ended: int = 0
    exact: bool = False
    labels: frozenset[str] = frozenset()
    """Labels in capitals with which lines begin again and again: ``MINISTER ROE:``."""


def wrapping(text: str, lines: list[Line]) -> Wrapping:
    """How the text was wrapped."""
    exact = _exact_width(text, lines)
    if exact:
        return Wrapping(exact, exact, exact, True, _labels(text, lines))
    width = _wrap_width(text, lines)
    if not width:
        return Wrapping()
    ended = _ended_width(text, lines, width)
    return Wrapping(width, int(width * _NEARLY_FULL), ended, labels=_labels(text, lines))


def _labels(text: str, lines: list[Line]) -> frozenset[str]:
    """The labels in capitals with which several lines begin."""
    found = (_LABEL.match(text, line.start, line.end) for line in lines)
    count = Counter(match[0] for match in found if match is not None)
    return frozenset(label for label, times in count.items() if times > 1)


def _exact_width(text: str, lines: list[Line]) -> int:
    """The width at which a program wrapped the text, 0 if none did.

    No line is wider but a few, and before small letters nearly all are full.
    """
    reached: list[int] = []
    needed: list[int] = []
    for before, after in pairwise(lines):
        if after.gap or not text[after.start].islower() or text[before.end - 1] in ".!?:;：":
            continue
        length = before.width
        if _NARROWEST_EXACT <= length <= _WIDEST_EXACT:
            reached.append(length)
            needed.append(length + 1 + _first_word(text, after))
    if len(reached) < _SURE_BREAKS:
        return 0
    # A line in small letters may stand by itself, under a title perhaps.
    width, least = sorted(reached)[-1 - len(reached) // 50], sorted(needed)[len(reached) // 10]
    return width if width < least else 0


def _first_word(text: str, line: Line) -> int:
    """How long the first word of a line is."""
    return len(text[line.start : min(line.end, line.start + 40)].split(None, 1)[0])


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The width that the text was wrapped at, 0 if it was not."""
    lengths = sorted(
        line.width
        for line in lines
        if not line.boilerplate and not _has_columns(text[line.start : line.end])
    )
    # One line in fifty may stick out, and one in ten if it does so by far.
    out = len(lengths) // 50
    while out < len(lengths) // 10 and lengths[-1 - out] > _FAR * lengths[-2 - out]:
        out += 1
    width = lengths[-1 - out] if lengths else 0
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    breaks = [
        (before, after)
        for before, after in pairwise(lines)
        if not after.gap
        and (after.markers is None or (after.markers.numbers and not before.markers))
        and not before.boilerplate
        and not after.boilerplate
    ]
    # Lines that were wrapped mostly end in the middle of a sentence.
    midway = [pair for pair in breaks if text[pair[0].end - 1] not in ".!?:;"]
    full = sum(_full(text, *pair, int(width * _NEARLY_FULL)) for pair in midway)
    if len(midway) < _FEW_BREAKS:
        # So few breaks tell only if all are at the edge of lines as wide as texts are.
        return width if midway and width >= _WIDE and full == len(midway) else 0
    if 2 * len(midway) > len(breaks) and full >= _ENOUGH * len(midway):
        return width
    return _ragged_width(text, breaks)


def _ragged_width(text: str, breaks: list[tuple[Line, Line]]) -> int:
    """The width of lines that were wrapped unevenly, 0 if they were not.

    Most of their breaks stand before small letters; all but the shortest of those lines are full.
    """
    long = [
        (before, after)
        for before, after in breaks
        if before.end - before.start >= _NARROWEST_WRAP
        and not _has_columns(text[before.start : before.end])
    ]
    reached = sorted(
        before.width
        for before, after in long
        if text[after.start].islower() and text[before.end - 1] not in ".!?:;"
    )
    if len(reached) < _RAGGED_BREAKS or 2 * len(reached) <= len(long):
        return 0
    width = reached[len(reached) // 10]
    return int(width / _NEARLY_FULL)


def _ended_width(text: str, lines: list[Line], width: int) -> int:
    """The width from which on a line goes on below it though a sentence ends with it.

    Where blank lines stand between paragraphs, shorter lines do too.
    """
    short = int(width * _SHORT)
    # The first line of a paragraph is long; who signed, and when, stands in short ones.
    gapless = any(
        text[before.end - 1] in ".!?"
        and not _full(text, before, after, short)
        and after.end - after.start >= short
        for before, after in pairwise(lines)
        if not after.gap and after.markers is None and not after.boilerplate
    )
    return width if gapless else short


def _full(text: str, before: Line, after: Line, width: int) -> bool:
    """Whether the first word of ``after`` would not have fitted on the line ``before``."""
    return before.width + 1 + _first_word(text, after) > width


def continues(text: str, before: Line, after: Line, wrapped: Wrapping, first: bool) -> bool:
    """Whether ``after`` carries the paragraph of ``before`` on; ``first``: ``before`` opens it."""
    width = wrapped.width
    if after.joined and after.boilerplate == before.boilerplate:
        return True
    if after.gap or after.boilerplate or before.boilerplate:
        return False
    if before.markers is not None and before.markers.depth:
        return False
    if text[after.end - 1] == ":" and _HEAD.fullmatch(text, after.start, after.end):
        return False
    if text.startswith("... ", after.start):
        return True  # "Roe: It is dear." / "... and old": what else whoever speaks said
    if _ASKS.match(text, after.start) is not None:
        return False
    label = _LABEL.match(text, after.start, after.end) if wrapped.labels else None
    if label is not None and label[0] in wrapped.labels:
        return False
    last = text[before.end - 1]
    if last in ".!?" and text[after.start : after.end].isalpha():
        return False  # one word, with which no line of a sentence is full: who signs
    if last.isdigit() and is_numbered_caption(text[before.start : before.end]):
        return False
    if after.markers is not None:
        if last.isdigit() and _SPAN.match(text, after.start):
            return bool(width)  # the days of "on 12 / - 13 November", wrapped before the dash
        if width and _MONTH.search(text, max(before.start, before.end - _LONGEST), before.end):
            return True  # "(August / 23)"
        if _ends_open(text, before) and _is_day(text, after):
            return True  # "his visit to Vik on / 3. May"
        # The 25th of "on June / 25. The ministers met", wrapped before a number.
        numbers = after.markers.numbers
        style = numbers[0].readings[0][0] if numbers else ""
        if not (width and numbers and _full(text, before, after, wrapped.midway)):
            return False
        # "(see paragraph / 3) below", "... the Minister of Food (C.P. / (48) 152)"
        opened = text.rfind("(", before.start, before.end)
        if opened > text.rfind(")", before.start, before.end) and last not in ":;":
            return text.find(")", after.start, after.end) >= 0
        return (
            style in ("1.", "1")
            and numbers[0].readings[0][1] > 1
            and (last.isalnum() or last == ",")
            and _full(text, before, after, width)
        )
    if text[after.start].islower() and last not in ".!?:;：":
        return True
    if last.isalpha() and _SHORT_FORM.match(text, after.start):
        return True  # "the Treaty of Cod / (TOC). Norway replied"
    if _NUMBER_BEHIND.search(text, before.start, before.end) is not None:
        return False
    # "... took place on 17 and / 18 September 2009."
    if (
        (last.islower() or last == ".")
        and _ends_open(text, before)
        and (width or not _apart(text, after))
    ):
        return True
    day = last.isdigit() or (last in "htd" and text[before.end - 3].isdigit())
    if day and width and _wraps_date(text, before, after):
        return True
    long = width and before.end - before.start > _NARROWEST_WRAP
    if long and last == "," and _WEEKDAY.search(text[before.end - _LONGEST_DAY : before.end]):
        return True  # "... the working lunch on Monday, / April 11."
    if all(text.find(" | ", a.start, min(a.end, a.start + _ROW)) >= 0 for a in (before, after)):
        if text[before.start : before.end].rstrip("| ")[-1:] in (".", ":"):
            return False  # "The schedule is as follows: | |" above the rows
        return max(before.end - before.start, after.end - after.start) <= _ROW  # rows of a table
    if all(
        text.find("(", line.start, line.end) >= 0
        and _INITIALS.search(text, line.start, line.end) is not None
        for line in (before, after)
    ):
        return last == "," or last.isalnum()  # a list of those present, over several lines
    # A number alone on its line belongs to the text below it.
    if before.markers is not None and before.markers.end >= before.end - before.start:
        return True
    if not width:
        return False
    if first and not _ends_open(text, before) and _begins_news(text, after):
        return False
    if after.indent > before.indent + 1 and not (first and before.markers is not None):
        return False
    if first and not _is_prose(text, before):
        if before.indent - after.indent >= _OUTDENT:
            return False  # what stands in the middle or at the right, above a line that does not
        if _ROW_OF_LINKS.fullmatch(text, before.start, before.end):
            return False
        if all(_FAR_APART.search(text, line.start, line.end) for line in (before, after)):
            return False
    ended = last in ".!?"
    least = wrapped.ended if ended else wrapped.midway
    if wrapped.exact and first and not ended and not _is_prose(text, before):
        least = int(width * _NEARLY_FULL)  # the lines of a title are broken by hand
        if _FIELD.match(text, after.start, after.end) or _has_columns(
            text[before.start : before.end]
        ):
            return False
    if not _full(text, before, after, least):
        # A line that itself went on from another, and ends in the middle of a sentence, goes on.
        midway = not first and before.markers is None and (last.isalnum() or last == ",")
        wide = before.end - before.start >= _NARROWEST_WRAP and after.indent == before.indent
        return midway and wide and _is_prose(text, before) and not _apart(text, after)
    # "Talks with the President of the / Republic of Norland (3 May)": the day of what is numbered
    numbered = before.markers is not None and bool(before.markers.numbers)
    held = text[after.end - 1] == ")" and (numbered or not first)
    opens = _OPENING.match(text, before.start, before.end) is not None
    if not first or opens or not _apart(text, before):
        sure = _full(text, before, after, wrapped.midway)
        told = _is_prose(text, before) and not first
        told = told or not Wording.default().is_title(text[before.start : before.end])
        if sure and (told or _WITHIN.match(text, after.start, after.end)):
            return True
    return held or not ((not opens and _apart(text, before)) or _apart(text, after))


def _begins_news(text: str, line: Line) -> bool:
    """Whether a line begins with the dateline of what is told: ``OSLO, 3 May 2004 – Ms. Roe``."""
    words = text[line.start : min(line.end, line.start + _DATELINE)]
    dateline = read_dateline(words) if _YEAR.search(words) is not None else None
    day = dateline.date if dateline is not None else None
    return day is not None and day.year is not None and day.day is not None


def is_one_line(text: str, lines: list[Line], wrapped: Wrapping) -> bool:
    """Whether lines were one that was wrapped: all but the last of them are full."""
    return wrapped.width > 0 and all(
        _full(text, before, after, wrapped.midway) for before, after in pairwise(lines)
    )


def go_on_apart(text: str, lines: list[Line], wrapped: Wrapping) -> None:
    """Settle which wrapped lines are boilerplate: those onto which a notice goes on are, and those
    onto which a sentence goes on are none, whatever they begin with.
    """
    if wrapped.exact:
        for run in _runs(text, lines, wrapped):
            _settle_run(text, run)
        return
    for before, after in pairwise(lines):
        if before.boilerplate == after.boilerplate or after.gap or after.markers is not None:
            continue
        last = text[before.end - 1]
        if last in ".!?:" or not _full(text, before, after, wrapped.midway):
            continue
        if before.boilerplate:
            words = text[before.start : before.end]
            after.boilerplate = words.count("(") > words.count(")") or words.count(" ") > _NOTICE
        elif _goes_on_in(text, before, after):
            after.boilerplate = False


def _runs(text: str, lines: list[Line], wrapped: Wrapping) -> Iterator[list[Line]]:
    """The lines that were one before a program wrapped it, but for sentences.

    A sentence with a line that would be boilerplate alone is among them.
    """
    run: list[Line] = []
    for line in lines:
        goes_on = (
            run
            and not line.gap
            and line.markers is None
            and text.find("\n", run[-1].end, line.start) >= 0
            and _full(text, run[-1], line, wrapped.width)
        )
        if not goes_on:
            if len(run) > 1 and _may_be_apart(text, run):
                yield run
            run = []
        run.append(line)
    if len(run) > 1 and _may_be_apart(text, run):
        yield run


def _may_be_apart(text: str, run: list[Line]) -> bool:
    if any(line.boilerplate for line in run):
        return True
    return text[run[-1].end - 1] != "." and run[-1].end - run[0].start <= _ROW


def _settle_run(text: str, run: list[Line]) -> None:
    """Judge lines that were one as the one that they were, or as many of them as may have been."""
    wording = Wording.default()
    least = 1 if run[0].boilerplate else len(run) - 1
    for count in range(len(run), least, -1):
        if wording.is_boilerplate(text[run[0].start : run[count - 1].end].replace("\n", " ")):
            for line in run[:count]:
                line.boilerplate = line.joined = True
            run[0].joined = False
            return
    for before, after in pairwise(run):
        if before.boilerplate and not after.boilerplate:
            before.boilerplate = not (text[after.start].islower() or _ends_open(text, before))
        elif after.boilerplate and not before.boilerplate:
            after.boilerplate = not _goes_on_in(text, before, after)


def _goes_on_in(text: str, before: Line, after: Line) -> bool:
    """Whether the sentence of a line goes on in the one below it."""
    last = text[before.end - 1]
    return (
        (last.isalnum() or last == ",")
        and text[after.start].isalpha()
        and not _has_columns(text[before.start : before.end])
    )


def _ends_open(text: str, line: Line) -> bool:
    """Whether a line's last word needs another: ``... would be held in``."""
    space = text.rfind(" ", line.start, line.end)
    word = text[space + 1 : line.end]
    return space > line.start + _SHORTEST_OPEN and (word in _OPEN or word in _OPEN_TOO)


def _is_day(text: str, line: Line) -> bool:
    """Whether a line begins with a day and a month: ``3. May and``."""
    dates = find_dates(text[line.start : min(line.end, line.start + _DATED)])
    return bool(dates) and not dates[0].start and bool(dates[0].day)


def _is_prose(text: str, line: Line) -> bool:
    """Whether most words of a line are in small letters, and none stands in a column."""
    words = text[line.start : line.end].split()
    small = sum(word[0].islower() for word in words)
    return 2 * small > len(words) and not _has_columns(text[line.start : line.end])


def _wraps_date(text: str, before: Line, after: Line) -> bool:
    """Whether a line ends in the day and the next begins with the month: ``on 16 / May 2011``."""
    if before.end - before.start <= _NARROWEST_WRAP:
        return False
    day = text[max(before.start, before.end - _DAY) : before.end].rpartition(" ")[2]
    day = _ORDINAL.sub("", day)
    if not day.isdecimal():
        return False
    dates = find_dates(f"{day} {text[after.start : min(after.end, after.start + _DATED)]}")
    return bool(dates) and not dates[0].start and bool(dates[0].day)


def _apart(text: str, line: Line) -> bool:
    """Whether a line is a date or a kind, which no line is wrapped onto."""
    if line.end - line.start > 80:
        return False
    words = text[line.start : line.end]
    return date_line(words) is not None or Wording.default().kind(words) is not None
