"""What was put into the lines of a text and is no part of what they say.

An *insertion* is a caption (``(Photo: ...)``) or the sign of a link (``(PDF)``, ``Open a New
Window``) among the words of a line, or the *anchor* of a footnote (``[1]``, ``*1``, ``(Note 1)``).
It is set apart, and spaces take its place, so that the offsets of all other words stay as they are.
A line that is a caption or the number of a page (``[Page 418]``), without the blank lines by which
the paragraphs of the text are parted, stands within a paragraph too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from .lines import Paragraph
from .margins import line_numbers
from .pages import goes_on, running_lines

__all__ = ["Insertion", "blanked", "find_insertions", "holes", "opened", "without_notes"]

_SHOWN = r"(?:photo(?:graph)?s?|pictures?|images?|videos?|movies?)"
_SAID = r"[^()\[\]\n]{1,200}(?:\n[^()\[\]\n]{1,100})?"
_ANCHOR = (
    r"(?<=[\w.,;:!?”’\"')])(?P<anchor>"
    r"\[(?P<n1>\^?\d{1,3}|note \d{1,3}|\*{1,3}|†|‡)\](?:\([^()\s]{1,100}\))?"
    r"|(?<=[^\d*\W])\*(?P<n2>\d{1,2})(?![\w*.])|(?<=[.,;:!?”’\"')])\*(?P<n3>\d{1,2})(?![\w*.])"
    r"|(?<=\w[a-zà-ÿĀ-ɏḀ-ỿ][a-zà-ÿĀ-ɏḀ-ỿ.,;:!?”’)])[¹²³⁰⁴-⁹]{1,3}"
    r"|(?<=[a-z]{2})[†‡]{1,2}(?!\w)|(?<=[a-z]{2})※\d{0,2})"
    r"|(?P<note>\((?:[*※]|(?:foot ?)?notes? ?)\d{0,2}\))"
)
_INSERTED = re.compile(
    rf"[(\[](?:pool |file )?{_SHOWN}(?: ?\d+)?(?: ?(?::|by ) ?{_SAID})?[)\]]"
    r"|[(\[]pdf(?:[ :,]{1,2}[^()\[\]\n]{1,30})?[)\]](?:[ \t]*(?-i:Opens?) (?:in )?a new window)?"
    r"|(?-i:Opens? (?:in )?(?:a )?[Nn]ew (?:Window|Tab))"
    r"|[(\[]opens? (?:in )?a new (?:window|tab)[)\]]"
    r"|[(\[](?:back to (?:the )?top|(?:page )?top)(?: of (?:this |the )?page)?[)\]]"
    rf"|{_ANCHOR}",
    re.IGNORECASE,
)
_INSET = re.compile(
    r"(?<=[^\n]{60}\n)[ \t]*"
    r"(?P<line>[(\[](?:(?:typeset |original )?(?:page|p\.)[ ]?[\w.-]{1,8}"
    rf"|(?:pool |file )?{_SHOWN}(?:[ ]?\d+)?(?:[ ]?(?::|by )[ ]?[^()\[\]\n]{{1,200}})?)[)\]]"
    r"[^\n]{0,120}?)[ \t]*\n(?=[ \t]*[“\"(]?(?-i:[^\W\d_a-z])[^\n]{60})",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\n[ \t\f]*(?P<line>[-–—] ?\d{1,4} ?[-–—]"
    r"|(?:[Pp]age |[Pp]\. ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?)"
    r"[ \t\f]*\n"
)
"""The number of a page by itself, within a sentence perhaps."""
_BRACKET = re.compile(r"\n[ \t]*[(\[]")
"""What such a line begins with: only there is the long expression tried."""
_BLANK = re.compile(r"\n[ \t]*\n")
_WORDS = 3
_AROUND = 40
"""White space around the number of a page takes no more room."""
_LINE = 200
"""Nor has a printed line."""
_PARTED = 3
"""So many blank lines part the paragraphs of a text."""
_ONE_CELL = re.compile(r"^[^|\n]*[^|\s][ \t]*(?P<signs>\|[| \t]*)$", re.MULTILINE)
_SIGN = re.compile(r"[(\[*†‡※¹²³⁰⁴-⁹O](?:(?<!O)|pen)")
"""What insertions begin with: only there is the long expression tried."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Insertion:
    """What stands at ``text[start:end]``; ``anchor``: a note that begins with it may follow;
    ``within``: a line of its own, on both sides of which stands one paragraph, or the number of a
    line that carries a paragraph on; ``counts``: it is the number of a line.
    """

    start: int
    end: int
    anchor: bool = False
    within: bool = False
    counts: bool = False


def find_insertions(text: str) -> list[Insertion]:
    """The insertions of ``text`` in order; a line that is nothing else holds none."""
    counted = [
        Insertion(one.start, one.end, within=one.goes_on, counts=not one.page)
        for one in line_numbers(text)
    ]
    if counted:
        return counted
    found: list[Insertion] = []
    done = 0
    for sign in _SIGN.finditer(text):
        match = _INSERTED.match(text, sign.start()) if sign.start() >= done else None
        if match is None or not _among_words(text, *match.span()):
            continue
        anchor = (match["anchor"] or match["note"]) is not None
        if anchor or _goes_on(text, match.end()):
            done = match.end()
            found.append(Insertion(match.start(), done, anchor))
    if not _ascending(text, found):
        found = [one for one in found if not one.anchor]
    found += _cells(text)
    inset = list(_inset(text, found))
    taken = [(one.start, one.end) for one in (*found, *inset)]
    paged = [
        Insertion(start, end, within=within)
        for start, end, within in running_lines(text)
        if all(end <= a or b <= start for a, b in taken)
    ]
    return sorted([*found, *inset, *paged], key=lambda one: one.start)


def _cells(text: str) -> Iterator[Insertion]:
    """The signs behind the only cell of a table's row: ``Minutes | |``."""
    if "|\n" in text:
        for row in _ONE_CELL.finditer(text):
            yield Insertion(*row.span("signs"))


def _inset(text: str, found: Sequence[Insertion]) -> Iterator[Insertion]:
    """The captions and numbers of pages on lines of their own within a paragraph."""
    if sum(1 for _ in islice(_BLANK.finditer(text), _PARTED)) < _PARTED:
        return
    taken = {one.start for one in found}
    for sign in _BRACKET.finditer(text):
        match = _INSET.match(text, sign.start() + 1)
        if match is not None and taken.isdisjoint(range(*match.span("line"))):
            yield Insertion(*match.span("line"), within=True)
    for page in _PAGE.finditer(text):
        above = text[max(0, page.start() - _LINE) : page.start()].rstrip().rpartition("\n")[2]
        below = text[page.end() : page.end() + _AROUND].lstrip()[:1]
        # A line of one or two words is the head of the page.
        if len(above.split()) >= _WORDS and goes_on(above, below):
            yield Insertion(*page.span("line"), within=True)


def holes(text: str, insertions: Iterable[Insertion]) -> frozenset[int]:
    """Where the lines start that insertions leave blank within a paragraph, and those around."""
    found: set[int] = set()
    for one in insertions:
        if not one.within:
            continue
        start = text.rfind("\n", 0, one.start) + 1
        while start and (above := text.rfind("\n", 0, start - 1) + 1) < start:
            found.add(start)
            if text[above:start].strip():
                break
            start = above
        begin = end = text.find("\n", one.end)
        if one.counts:
            continue
        while end >= 0:
            below = text.find("\n", end + 1)
            if below < 0 or text[end:below].strip():
                break
            end = below
        # A new page's sign ends a line as well.
        found.update(i + 1 for i in range(begin, end) if text[i] in "\n\f")
    return frozenset(found)


def opened(text: str, insertions: Iterable[Insertion]) -> frozenset[int]:
    """Where the lines start that are counted in the margin and carry no paragraph on."""
    return frozenset(
        text.rfind("\n", 0, one.start) + 1 for one in insertions if one.counts and not one.within
    )


def _among_words(text: str, start: int, end: int) -> bool:
    """Whether other words stand on the line before, or the line before goes on after it."""
    line = text.rfind("\n", 0, start) + 1
    if any(map(str.isalnum, text[line:start])):
        return True
    rest = text[end : end + 8].lstrip(" \t")
    above = text[max(0, line - 2) : line].strip()
    return rest[:1].islower() and bool(above)


def _goes_on(text: str, end: int) -> bool:
    """Whether words go on after ``end``: on the same line, or the sentence on the next."""
    after = text[end : end + 80].lstrip(" \t")
    if after[:1] in ("", "\n", "\r"):
        return after.lstrip()[:1].islower()
    return after[:1].isalnum() or after[:1] in ".,;:“\"‘'"


def _ascending(text: str, insertions: Iterable[Insertion]) -> bool:
    """Whether the numbers of anchors grow, as those of notes do and those in a program do not."""
    numbers = [
        int(number[0])
        for one in insertions
        if one.anchor and (number := _NUMBER.search(text, one.start, one.end)) is not None
    ]
    return 0 not in numbers and all(a <= b for a, b in pairwise(numbers))


def blanked(text: str, insertions: Iterable[Insertion]) -> str:
    """``text`` with spaces in the place of ``insertions``, line ends kept."""
    parts: list[str] = []
    done = 0
    for one in insertions:
        hole = "".join(char if char.isspace() else " " for char in text[one.start : one.end])
        parts += text[done : one.start], hole
        done = one.end
    return "".join((*parts, text[done:])) if parts else text


def without_notes(
    text: str, body: list[Paragraph], original: str, insertions: Sequence[Insertion]
) -> list[Paragraph]:
    """``body`` with the notes at its end marked as boilerplate that begin as anchors above do."""
    anchors = {original[one.start : one.end].lower() for one in insertions if one.anchor}
    if not anchors:
        return body
    marked = list(body)
    # "[1]" stands in the text, and below it perhaps "1 Not printed."
    bare = {anchor.strip("[]") for anchor in anchors if anchor[1:-1].isdecimal()}
    for index in range(len(body) - 1, 0, -1):
        paragraph = body[index]
        if paragraph.boilerplate:
            continue
        first = text[paragraph.start : paragraph.start + 12].lower()
        plain = first.partition(" ")[0] in bare
        if not plain and not any(_begins(first, anchor) for anchor in anchors):
            break
        marked[index].boilerplate = True
    return marked


def _begins(line: str, anchor: str) -> bool:
    """Whether a note begins with its anchor, and not with a longer number or a word."""
    return line.startswith(anchor) and not line[len(anchor) :][:1].isalnum()
