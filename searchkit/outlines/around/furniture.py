"""What a page has around its text: captions, running heads, links at the end.

Each function marks as boilerplate, among the paragraphs of a document's body, what is no part of
what the document reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..front.date_lines import date_line
from ..front.place_lines import is_place
from ..front.rows import is_time
from ..header.cues import cues
from ..header.dates import find_dates
from ..particulars.attendance import is_attendance
from ..particulars.listing import ADDRESSED
from ..sections.headings import is_heading_alone
from ..sections.press_parts import heads_part
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse
from .captions import shows, shows_somebody

__all__ = [
    "plain_letters",
    "without_author",
    "without_captions",
    "without_datelines",
    "without_doubles",
    "without_page_heads",
    "without_picture_credits",
    "without_repeats",
    "without_running_heads",
    "without_trailer",
]

_NEAR_TOP = 12
_TRAILER_LINES = 5
_LINKS = 20
_LINKS_LENGTH = 500
_FOOT_LENGTH = 700
"""What stands under a line that announces links may hold sentences if it is no longer."""
_BRACKETED = 60
_NAME_WORDS = 4
_LINK_WORDS = 20
_NEAR_START = 3
_NEAR_END = 2
_NUMBERED = re.compile(r"(?<=[a-z’')])\s?\d{1,2}\s*\Z")
"""The number of a picture, glued to its caption."""
_NUMBER = re.compile(r"[\s(-]*\d{1,2}\)?\Z")
_STOPPED = re.compile(r"[.!?:;,][”\"’)]?(?:\d{1,3})?\Z")
"""The end of a sentence, the number of a note glued to it perhaps."""
_STOPS = (".", "!", "?", ":", ";", ",")
_HEADLINE = 200
_SYMBOL = re.compile(r"(?=[A-Z.]*[/\d])[A-Z]{1,6}(?:[./][A-Z0-9][\w.-]{0,12}){1,5}")
"""The symbol of a document: ``S/PV.7451``."""
_PAGED = re.compile(r"\d{1,5}(?:\s{2,}|\t)(\S.{2,80})|(\S.{2,80}?)(?:\s{2,}|\t)\d{1,5}")
_PAGE = re.compile(r"\[?[Pp](?:age|AGE)?\.? ?\d{1,5}(?: ?of ?\d{1,5})?\]?")
_PAGE_LINE = re.compile(
    r"[-–—\[( ]*(?:page|p\.)? ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–—\]) ]*", re.IGNORECASE
)
"""The number of a page by itself: ``Page 2 of 7``, ``- 2 -``."""
_PAGE_AMID = re.compile(
    r"\S(?:.{0,60}\S)?(?:[ ]{2,}|\t)\s*[-–] ?\d{1,3} ?[-–](?:(?:[ ]{2,}|\t)\s*\S.{0,60})?"
)
"""The number of a page between what stands at both sides of its head: ``Cod  - 2 -  Release 7``."""
_CATCHWORD = re.compile(r"/ ?[A-ZÀ-ÞĀ-ɏ(\"“][^!?\n]{0,40}|(?:\. ?){2,4}/ ?\S.{0,40}")
"""The first word of the next page, at the foot of a page: ``/The Minister``."""
_IN_FIGURES = re.compile(r"\[*\d+\]*|\d{1,2}([./-])\d{1,2}\1\d{2,4}")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\s*\S")
_PAGE_LINES = 5
_FIGURES = 3
"""No number of a page by itself has more figures."""
_NEAR_FIRST = 8
"""The first paragraph that tells of a meeting is one of so many."""
_CAPTION_LENGTH = 160
_MADE_BY = re.compile(
    r"[.!?)”\"] ?\(?(?:Photo(?:graph)?s?|Image|Picture|Source)(?: (?:credit|by|courtesy))?: ?"
    r"[^.!?:]{2,60}\Z|\((?:[^()]{1,60} )?photos?(?: by [^()]{2,40})?\)\Z"
    r"|[.!?] (?-i:[A-Z])(?:[\w.]+ ){0,4}photo by [^.]{2,40}\.?\Z",
    re.IGNORECASE,
)
"""Who made a picture, behind the sentence that tells what it shows."""
_IN_BRACKETS = re.compile(rf"\s*\([^()]{{1,{_BRACKETED}}}\)\s*\Z")


_HELD = re.compile(r"\b(?:held|convened) (?:on|at|in) ", re.IGNORECASE)


def without_repeats(text: str, body: list[Paragraph], title: str) -> list[Paragraph]:
    """``body`` with lines that only repeat the title, as captions do, marked as boilerplate.

    A caption may add a place or a day in brackets, and leave out how the title is punctuated. So
    may a line say that what the title names was held.
    """
    plain, longest = plain_letters(_NUMBERED.sub("", title)), 2 * len(title) + _BRACKETED
    return [
        replace(p, boilerplate=True)
        if not p.boilerplate
        and not p.numbers
        and p.end - p.body <= longest
        and _says(plain, _without_bracket(text[p.body : p.end]))
        else p
        for p in body
    ]


def without_doubles(text: str, body: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``body`` with the second of two lines marked that say the same, one right below the other.

    A page has a heading as the caption of a picture, too: ``Cod - Ice`` over ``Cod-Ice``.
    """
    found = list(body)
    kept = [i for i, p in enumerate(body) if not p.boilerplate]
    for above, below in pairwise(kept):
        line, again = body[above], body[below]
        longest = max(line.end - line.body, again.end - again.body)
        if longest > _BRACKETED or again.marked or text[line.body] != text[again.body]:
            continue
        words = text[again.body : again.end]
        same = plain_letters(text[line.body : line.end]) == plain_letters(words)
        if same and wording.is_title(words):
            found[below] = replace(again, boilerplate=True)
    return found


def _without_bracket(words: str) -> str:
    return _IN_BRACKETS.sub("", words) if words.rstrip().endswith(")") else words


def _says(plain: str, words: str) -> bool:
    """Whether ``words`` have the letters and digits ``plain``, with the number of a note or not."""
    if plain_letters(next(filter(str.isalnum, words), "")) != plain[:1]:
        return False
    numbered = words.rstrip()[-1:].isdigit()
    words = _HELD.sub("", words)
    return plain_letters(words) == plain or (
        numbered and plain_letters(_NUMBERED.sub("", words)) == plain
    )


_CREDITED = 240
"""A caption with its credit is no longer."""
_AGENCY = re.compile(
    r"\((?:Photo[: ]+)?[A-Z][\w.]*(?: Photos?)?(?: via [A-Z]\w+)?/[A-Z][\w. -]{2,40}\)\Z"
)
"""An agency, and whose picture it is: ``Minister Roe in Vik. (Northern Photos/Jo Fen)``."""


def without_picture_credits(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with captions marked as boilerplate that name whose picture it is.

    ``Ministers Roe and Doe© Northern Photos``, and above it perhaps ``Ministers Roe and Doe``;
    ``Minister Roe in Vik. (Northern/Jo Fen)``.
    """
    found: set[int] = set()
    for index, line in enumerate(body):
        if line.marked or line.end - line.start > _CREDITED or text[line.end - 1] == ".":
            continue
        words = text[line.start : line.end]
        if "©" in words or _AGENCY.search(words):
            found.add(index)
            above = body[index - 1] if index else line
            if words.startswith(text[above.start : above.end]):
                found.add(index - 1)
    return [replace(p, boilerplate=True) if i in found else p for i, p in enumerate(body)]


def without_author(text: str, lines: Sequence[Paragraph], body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with what a page tells of who wrote it marked as boilerplate, and all below.

    It stands under a heading that says what is behind ``By`` above: ``By Northern News``. It is
    shorter than the text, or it is what somebody says who is named above.
    """
    authors = {
        collapse(text[line.body + len("By ") : line.end])
        for line in lines[:_NEAR_TOP]
        if text.startswith("By ", line.body) and line.end - line.body <= _CREDITED
    }
    for index, line in enumerate(body) if authors else ():
        if line.depth and index and collapse(text[line.body : line.end]) in authors:
            if 2 * _size(body[index:]) > _size(body[:index]):
                return body
            return [*body[:index], *(replace(p, boilerplate=True) for p in body[index:])]
    return body


def _size(paragraphs: Sequence[Paragraph]) -> int:
    return sum(p.end - p.body for p in paragraphs if not p.boilerplate)


def without_captions(
    text: str, body: list[Paragraph], title: str, wording: Wording
) -> list[Paragraph]:
    """``body`` with the captions marked as boilerplate that stand above its first paragraph.

    They are short lines without a stop, and the paragraph below tells of a meeting. One alone may
    be a heading, unless it tells what a picture shows, or says what the title does.
    """
    run: list[int] = []
    credited: list[int] = []
    for index, paragraph in enumerate(body[:_NEAR_FIRST]):
        if paragraph.boilerplate:
            continue
        words = collapse(text[paragraph.body : min(paragraph.end, paragraph.body + _LINKS_LENGTH)])
        if paragraph.numbers or paragraph.depth:
            break
        if paragraph.bullet is not None and text.find(f"{words}\n", paragraph.end) >= 0:
            break  # what is told below, listed
        if is_attendance(text, paragraph) or heads_part(words):
            break
        if paragraph.bullet is not None and ADDRESSED.match(words):
            break  # of those present, listed without a head
        ends = _STOPPED.search(words) is not None
        twice = text.startswith(words, body[index + 1].body) if index + 1 < len(body) else False
        if (twice or _MADE_BY.search(words) is not None) and not paragraph.bullet:
            credited.append(index)
            continue
        if len(words) <= _CAPTION_LENGTH and not ends and ":" not in words:
            run.append(index)
            continue
        opens = cues().meeting.search(words) is not None and wording.sentence_end(words + " X")
        if not opens or paragraph.bullet:
            break
        for at in credited:
            body[at] = replace(body[at], boilerplate=True)
        plain = plain_letters(title)
        for number, at in enumerate(run, 1):
            line = body[at]
            caption = collapse(text[line.body : line.end])
            sure = shows(caption, wording) or shows_somebody(caption, wording)
            said = " " in caption and plain_letters(_NUMBER.sub("", caption)) in plain
            sure = sure or said  # "Norway" alone heads what is said of it
            sure = sure or _is_credited(text, body, at)
            last = number == len(run) and line.gap and len(caption.split()) <= _NAME_WORDS
            if sure or (len(run) > 1 and not last and not wording.is_byline(caption)):
                body[at] = replace(line, boilerplate=True)
        break
    return body


def _is_credited(text: str, body: Sequence[Paragraph], index: int) -> bool:
    """Whether who made a picture stands behind a line, set apart from it."""
    line, behind = body[index], body[index + 1 : index + 2]
    return bool(behind and behind[0].boilerplate and "\n" not in text[line.end : behind[0].start])


def without_running_heads(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with what stands at the top or the foot of its pages marked as boilerplate.

    That is a line that comes again, whatever the order of its parts, with a date, the symbol of a
    document or the number of the page; and the lines around the number of a page.
    """
    heads: dict[tuple[str, ...], list[int]] = {}
    for index, paragraph in enumerate(body):
        if paragraph.boilerplate or paragraph.depth or paragraph.end - paragraph.start > _HEADLINE:
            continue
        words = text[paragraph.start : paragraph.end]
        if words[-1] not in _STOPS and (parts := _running(words)) is not None:
            heads.setdefault(parts, []).append(index)
    found = {index for group in heads.values() if len(group) > 1 for index in group}
    found.update(_around_pages(text, body))
    found.update(_beside_pages(text, body))
    for index, line in enumerate(body):
        # The number of a page by itself, blank lines around it.
        alone = line.gap and line.end - line.start <= _FIGURES and not line.marked
        if alone and (index + 1 == len(body) or body[index + 1].gap):
            found.update([index] if text[line.start : line.end].isdecimal() else [])
    return [replace(p, boilerplate=True) if i in found else p for i, p in enumerate(body)]


def without_page_heads(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """``paragraphs`` with the lines marked as boilerplate that come again beside page numbers."""
    beside: dict[str, list[int]] = {}
    caught: set[int] = set()
    for index, page in enumerate(paragraphs):
        if not page.boilerplate or not _PAGE_LINE.fullmatch(text, page.start, page.end):
            continue
        if index and _CATCHWORD.fullmatch(
            text, paragraphs[index - 1].start, paragraphs[index - 1].end
        ):
            caught.add(index - 1)
        above = [index - 1] if index and not page.gap else []
        below = [index + 1] if index + 1 < len(paragraphs) else []
        for at in above + [i for i in below if not paragraphs[i].gap]:
            line = paragraphs[at]
            if not line.marked and line.end - line.start <= _HEADLINE:
                beside.setdefault(text[line.start : line.end], []).append(at)
    again = caught.union(*(places for places in beside.values() if len(places) > 1))
    return [replace(p, boilerplate=True) if i in again else p for i, p in enumerate(paragraphs)]


def _running(words: str) -> tuple[str, ...] | None:
    """The words of a line that may be a running head, in an order of their own."""
    parts = words.split()
    if any(_SYMBOL.fullmatch(part) for part in parts) or (
        len(parts) > _NAME_WORDS and any(date.year and date.day for date in find_dates(words))
    ):
        return tuple(sorted(parts))
    page = _PAGED.fullmatch(words)
    return tuple(sorted((page[1] or page[2]).split())) if page is not None else None


def _around_pages(text: str, body: Sequence[Paragraph]) -> Iterator[int]:
    """The lines that stand together with the number of a page, one of them only that number."""
    start = 0
    for index in range(1, len(body) + 1):
        if index < len(body) and not body[index].gap:
            continue
        group = range(start, index)
        start = index
        if not 1 < len(group) <= _PAGE_LINES:
            continue
        lines = [text[body[i].start : body[i].end] for i in group]
        if max(map(len, lines)) > _BRACKETED:
            continue
        numbered = any(_PAGE.fullmatch(line) for line in lines)
        if numbered and any(_IN_FIGURES.fullmatch(line) for line in lines):
            yield from group


def _beside_pages(text: str, body: Sequence[Paragraph]) -> Iterator[int]:
    """The lines that have the number of a page between other things, and those right below them."""
    for index, line in enumerate(body):
        if line.end - line.start > _HEADLINE or not _PAGE_AMID.fullmatch(
            text, line.start, line.end
        ):
            continue
        yield index
        for below in range(index + 1, min(index + _PAGE_LINES, len(body))):
            columns = _COLUMNS.search(text, body[below].start, body[below].end)
            if body[below].gap or body[below].marked or columns is None:
                break
            yield below


def _may_link(words: str, wording: Wording) -> bool:
    """Whether a line may be the title of another page: ``PM call with Roe: 3 May 2014``."""
    return is_heading_alone(words, wording) or (
        len(words.split()) <= _LINK_WORDS
        and "\n" not in words
        and words.rstrip(")]\"'”’ ")[-1:] not in {".", "!", "?", ":", ";", ","}
    )


def without_datelines(text: str, body: list[Paragraph], published: str | None) -> list[Paragraph]:
    """``body`` with lines near its ends marked as boilerplate that repeat when it was published.

    So are times of day by themselves, at which what was said began and ended.

    A line at the very end that only names the place goes with them.
    """
    if published is None:
        return body
    marked = list(body)
    ends = [i for i, p in enumerate(body) if not p.boilerplate]
    for index in dict.fromkeys((*ends[:_NEAR_START], *ends[-_NEAR_END:])):
        paragraph = body[index]
        if paragraph.marked or paragraph.end - paragraph.start > _BRACKETED:
            continue
        words = collapse(text[paragraph.start : paragraph.end])
        date = date_line(words)
        if not is_time(words) and (date is None or date.iso != published):
            continue
        marked[index] = replace(paragraph, boilerplate=True)
        above = body[index - 1] if index == ends[-1] and index else None
        if above is not None and all(map(is_place, text[above.start : above.end].split(", "))):
            marked[index - 1] = replace(above, boilerplate=True)
    return marked


def plain_letters(words: str) -> str:
    """The letters and digits of ``words``."""
    return "".join(filter(str.isalnum, words.casefold()))


def without_trailer(text: str, body: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``body`` with the links at its end marked as boilerplate.

    ``Back to Index`` is known by its words; a title-like line among such lines is a link as well,
    and so is every line under ``Related links``, and a sentence or two there.
    """
    end = len(body)
    if not end:
        return body
    marked = list(body)
    links = end
    first = next((i for i, p in enumerate(body) if _STOPPED.search(text, p.body, p.end)), end)
    for index in range(end - 1, max(first, end - _LINKS) - 1, -1):
        paragraph = body[index]
        words = text[paragraph.body : min(paragraph.end, paragraph.body + _LINKS_LENGTH)]
        if wording.announces_links(words):
            links = index
        elif body[-1].end - paragraph.start <= _FOOT_LENGTH and not paragraph.numbers:
            continue
        elif not paragraph.boilerplate and not _may_link(words, wording):
            break
    marked[links:] = [replace(p, boilerplate=True) for p in body[links:]]
    end = links
    if not end or not marked[end - 1].boilerplate:
        return marked
    first = max(1, end - _TRAILER_LINES)
    for index in range(end - 1, first - 1, -1):
        paragraph = body[index]
        if paragraph.boilerplate:
            continue
        words = text[paragraph.start : paragraph.end]
        if paragraph.marked or not paragraph.gap or not is_heading_alone(words, wording):
            break
        marked[index] = replace(paragraph, boilerplate=True)
    return marked
