"""Blank lines within paragraphs: a text that was wrapped and saved with double spacing.

One stands between all lines of a paragraph then, and often no more between paragraphs. Such a text
is told from one with a paragraph a line by its lines: sentences go on from one to the next over
blank lines, and the lines that they go on from are *full*: the first word of the next one would not
have fitted on them. To a reader the lines of a paragraph stand together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

__all__ = ["blanks_within"]

_GOES_ON = re.compile(r"\n[ \t]*\n[ \t]*[a-zà-ÿĀ-ɏḀ-ỿ]")
_LINE = re.compile(r"^[ \t]*(?P<words>\S.*)$", re.MULTILINE)
_LEAST = 3
"""So many sentences at least go on over blank lines."""
_SHARE = 0.2
"""So many of the lines behind a blank one go on with a sentence."""
_NARROWEST = 30
_WIDEST = 120
_NEARLY_FULL = 0.8
"""Lines that go on are as wide as this share of the widest,"""
_MOST = 0.8
"""or so many of them are."""
_ENDS = ".!?:;：,"
_WIDER = 1.15
"""What is wider than wrapped lines by so much was not wrapped with them,"""
_FEW = 0.1
"""nor are the others where more lines are."""
_FIRST_WORD = re.compile(r"\S{1,40}")
_MARKED = re.compile(
    r"(?:[-–—•*·o◦▪‣●○+>|#]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\[\d+\]|\d{1,3})[ \t]"
    r"|[#|=_*-]{2}"
)
"""What begins with a marker, or rules a text off."""
_BARE_NUMBER = re.compile(r"\d{1,3} [A-Za-z]")
_LABEL = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]*+,? ?|(?:of|for|the|and|de) ){1,7}(?:\([^()\n]{1,40}\) ?)?:"
)
_ASKS = re.compile(r"(?:Q|A)\.?[ \t]{2,}|(?:Q|A)\. ")
_COLUMNS = re.compile(r"\S(?: {3,}|\t+| \| | ?(?:\. ?){4})\S")


@dataclass(slots=True)
class _Width:
    """How wide lines are that go on: at ``least``, ``nearly`` so in the middle of a sentence of
    small letters, and where one has ``ended``.

    ``parted`` says whether more blank lines stand between paragraphs than within them.
    """

    least: int
    nearly: int
    ended: int
    parted: bool


@dataclass(slots=True)
class _Line:
    """A line without white space around it, with so many ``blank`` ones before it."""

    start: int
    end: int
    indent: int
    width: int
    blank: int


def blanks_within(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of ``text`` that are blank lines within its paragraphs, in order."""
    if not _may_be_doubled(text):
        return
    lines = list(_lines(text))
    pairs = [*pairwise(lines)]
    going = [(above, below) for above, below in pairs if _goes_on(text, above, below)]
    if len(going) < _LEAST:
        return
    # Where two blank lines stand between all lines, one more parts paragraphs.
    blank = Counter(below.blank for _, below in going).most_common(1)[0][0]
    going = [(above, below) for above, below in going if below.blank == blank]
    first, last = going[0][0].start, going[-1][1].start
    among = [line for line in lines if first <= line.start <= last]
    parted = sum(line.blank > blank for line in among) > 1
    among = [line for line in among if line.blank == blank]
    needed = sorted(_needed(text, above, below) for above, below in going)
    width = sorted(above.width for above, _ in going)[-1 - len(going) // 20]
    least = int(width * _NEARLY_FULL)
    if (
        len(going) < max(_LEAST, _SHARE * len(among))
        or sum(columns >= least for columns in needed) < _MOST * len(needed)
        or sum(line.width > _WIDER * width for line in among) > _FEW * len(among)
    ):
        return
    # Lines that go on are as full as all of them but the shortest. The last line of a paragraph
    # may be full too: those with which a sentence ends have to be fuller where nothing else tells.
    tenth, quarter = needed[len(needed) // 10], needed[len(needed) // 4]
    least = max(least, min(tenth, width + 1))
    nearly = int(least * _NEARLY_FULL)
    full = _Width(least, nearly, least if parted else min(quarter, width + 1), parted)
    blanks = [line.blank for line in lines] + [blank]
    for index, (above, below) in enumerate(pairs):
        alone = min(blanks[index : index + 2]) >= blank or min(blanks[index + 1 :][:2]) >= blank
        doubled = below.blank == blank and alone and above.width <= _WIDER * width
        if doubled and _is_within(text, above, below, full):
            begin = text.index("\n", above.end) + 1
            yield begin, text.rindex("\n", begin, below.start) + 1, ""


def _may_be_doubled(text: str) -> bool:
    """A cheap look: whether small letters stand below blank lines often enough."""
    return sum(1 for _ in islice(_GOES_ON.finditer(text), _LEAST)) == _LEAST


def _lines(text: str) -> Iterator[_Line]:
    """The lines of ``text`` that are not blank."""
    end = 0
    for found in _LINE.finditer(text):
        start = found.start("words")
        words = found["words"].rstrip()
        blank = text.count("\n", end, start) - 1
        indent = len(text[found.start() : start].expandtabs(4))
        end = start + len(words)
        yield _Line(start, end, indent, indent + found.end() - start, max(blank, 0))


def _goes_on(text: str, above: _Line, below: _Line) -> bool:
    """Whether a sentence goes on over blank lines."""
    return (
        below.blank > 0
        and _NARROWEST <= above.width <= _WIDEST
        and text[below.start].islower()
        and text[above.end - 1] not in _ENDS
        and not _begins(text, below)
        and not _has_columns(text, above)
    )


def _needed(text: str, above: _Line, below: _Line) -> int:
    """How wide ``above`` were with the first word of ``below``."""
    word = _FIRST_WORD.match(text, below.start, below.end)
    return above.width + 1 + (word.end() - word.start() if word else 0)


def _is_within(text: str, above: _Line, below: _Line, full: _Width) -> bool:
    """Whether the paragraph of a line goes on in the next one."""
    if below.indent > above.indent + 1 or _has_columns(text, above) or _has_columns(text, below):
        return False
    last, needed = text[above.end - 1], _needed(text, above, below)
    prose = _is_prose(text, above.start, above.end)
    if _begins(text, below):
        # "... on / 24 May", and "... on September / 20. He added" where more blank lines would
        # part a paragraph.
        sure = full.parted or _BARE_NUMBER.match(text, below.start, below.end) is not None
        going = sure and prose and (last.isalnum() or last == ",")
        return going and needed >= full.least
    words = text[below.start : below.end]
    if last in ":：" or (words.isupper() and not text[above.start : above.end].isupper()):
        return False
    if last in '.!?)”"’':
        return needed >= full.ended and not (words[0] == "(" and words[-1] == ")")
    if words[0].islower() or prose:
        return needed >= full.nearly
    return needed >= full.least


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether most words of a stretch are in small letters."""
    words = text[start:end].split()
    return 2 * sum(word[0].islower() for word in words) > len(words)


def _has_columns(text: str, line: _Line) -> bool:
    """Whether words stand side by side, and no prose behind a marker or a label."""
    marker = _MARKED.match(text, line.start, line.end)
    start = marker.end() if marker is not None else line.start
    while start < line.end and text[start].isspace():
        start += 1
    gap = _COLUMNS.search(text, start, line.end)
    if gap is None or not gap[0][1:-1].isspace():
        return gap is not None
    behind = gap.end() - 1
    return (
        not _is_prose(text, behind, line.end) or _COLUMNS.search(text, behind, line.end) is not None
    )


def _begins(text: str, line: _Line) -> bool:
    """Whether a line begins with what no paragraph is carried on by: a marker or a label."""
    return any(form.match(text, line.start, line.end) for form in (_MARKED, _LABEL, _ASKS))
