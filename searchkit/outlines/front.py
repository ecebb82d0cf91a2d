"""The lines before a document's text: title, kind, date of issue, and what may stand around them.

A title has one to three lines, joined by a space. Above it may stand where the document is filed
(``Press Releases``), beside it a *dateline* (``Oslo``) or a *byline* (``Jo Ode, Spokesperson``).
A line may be *labelled* (``Date: 3 May 2004``, ``[Title] Minutes``). Where a document has no title,
its first sentence serves, and the title counts as derived.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .captions import (
    is_caption_below,
    is_foreign,
    is_menu,
    is_numbered_caption,
    shows_somebody,
)
from .countries import is_name
from .dates import Date, date_line, place_beside
from .headline import (
    FOOTNOTE,
    FrontLine,
    below_trail,
    could_be_title,
    is_dateline,
    is_place,
    is_venue,
    may_be_place,
    title_lines,
)
from .lines import Paragraph
from .sittings import is_sitting, opens_sitting, without_standing
from .wording import Wording, collapse

__all__ = ["Front", "is_time", "read_front"]

_ZONE = 24
"""Paragraphs that are looked at; no document has more lines above its text."""
_DERIVED_LENGTH = 1000
_KIND_SUFFIX = re.compile(r"\s*[(\[（]([^()\[\]（）]{3,60})[)\]）]\s*\Z")
_NOTE = re.compile(r"(?<=[a-z)])(?<!\b[Rr]oom)(?<!\b[Hh]all)(?<!\b[Pp]art)(?<!\b[Nn]o) \d{1,3}\Z")
"""The same at the end of a record's title, a space before it; ``Room 2`` has none."""
_STRAY = 160
"""A sentence above the title is no longer, in characters."""
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*[ ,]+){1,6}[^—–\n]{0,30}?\d{4}[^—–\n]{0,3}(?: ?[—–] ?| -{1,2} )(?=\S)"
)
_BARS = 3
"""A line of a site's menu has as many bars at least."""
_MENU_PART = 2
"""A part of a menu between bars has so many words at most."""
_REFERENCE = re.compile(
    r"(?:(?:doc(?:ument)?|ref(?:erence)?|release|symbol)\b\.?(?: ?(?:no\b\.?|nr\b\.?|#))?:? )"
    r"?(?:[A-Z]{1,6} )?(?=\S*\d)[A-Z0-9()]+(?:/[A-Z0-9().-]+|[.-][A-Z0-9()]+[./-][A-Z0-9()]+)"
    r"(?:[./-][A-Z0-9()]+){0,6}",
    re.IGNORECASE,
)
"""The number of a document by itself: ``Doc. JCF 7/9``, ``1942-12-10-2018``, ``WTO/AIR/20``."""
_FIELD = re.compile(r"(?:date|time|hits?|views?|no\.?|number|posted|published|registration date)")
_SUBJECTS = re.compile(r"(?:subjects|topics) ?: ?\S", re.IGNORECASE)
"""What an interview was about, below its title."""
_PRESENT = re.compile(
    r"(?:participants?|present|attendees|attendance|in attendance)[ \t]*[:\n]", re.IGNORECASE
)
"""Who was there is part of the text, whatever date stands below."""
_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?|\d{1,6}",
    re.IGNORECASE,
)
_SENT = re.compile(r"From\b ?:?[ \t]*(?:$|\[|[A-Z])", re.MULTILINE)
_SENDER_AND_DATE = 5
"""Who sends a page, and when, are told in so many paragraphs."""
_HEADLINE_WORDS = 6
_COUNTRY = 60
"""No country's name is longer, in characters."""
_OF = re.compile(r"(?:of|on) ", re.IGNORECASE)
_LABEL = re.compile(r"\[?(title|subject|re|date|place|venue|location)(?:\] ?:?|:) ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """``roles`` are those of the first paragraphs; the document's text starts after them.

    ``place`` is that of the date line or of the line beside it.
    """

    title: str
    kind: str | None
    date: Date | None
    roles: tuple[str, ...]
    derived: tuple[str, ...] = ()
    place: str | None = None


def read_front(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> Front:
    """The front of the document, each of its paragraphs with one role.

    The roles are ``title``, ``kind``, ``date``, ``place`` and ``boilerplate``.
    """
    lines = _zone(text, paragraphs, wording)
    dated = date_line(lines[0].words) if lines and lines[0].role == "date" else None
    if dated is not None and len(paragraphs) > 1:
        below = text[paragraphs[1].start : min(paragraphs[1].end, paragraphs[1].start + 200)]
        if opens_sitting(collapse(below)):
            # The day of a sitting is all the title that its record has.
            return Front(lines[0].words, None, dated, ("title",))
    titles = title_lines(lines, wording)
    kinds = [i for i, line in enumerate(lines) if line.role == "kind"][:1]
    if not titles:
        titles, kinds = kinds, []
    dates = [i for i, line in enumerate(lines) if line.role == "date" and i not in titles]
    # Of several dates the last with a year ends the front; the first with one tells when.
    full = [i for i in dates if _year(lines[i].words)]
    dates = (full or dates)[:1]
    length = max([*titles, *dates, *kinds, *full], default=-1) + 1
    if length and all(p.boilerplate for p in paragraphs[length:]) and not dates:
        # Nothing follows: what looked like a title is all that the document says.
        title = " ".join(lines[i].words for i in titles)
        return Front(title, None, None, (), ("title",))
    town = None
    if dates and dates[0] + 1 == length < len(paragraphs):
        lines = lines[:length] if _heads_part(text, paragraphs, length) else lines
    if dates and length == dates[0] + 1 and _names_place(lines, paragraphs, length, wording):
        town = lines[length].words
        length += 1
    while length < len(lines) and (
        _around(lines, length, wording)
        or (_stands_alone(paragraphs, length) and shows_somebody(lines[length].words, wording))
    ):
        length += 1
    chosen = {i: "place" for i, line in enumerate(lines) if line.role == "place"}
    chosen |= dict.fromkeys(titles, "title") | dict.fromkeys(kinds, "kind")
    chosen |= dict.fromkeys(dates, "date")
    title = FOOTNOTE.sub("", " ".join(_unmarked(lines[i].words) for i in titles))
    if wording.records.search(title):
        title = _NOTE.sub("", title)
    if len(titles) > 1 and is_sitting(lines[titles[-1]].words):
        title = without_standing(title)
    kind = wording.kind(lines[kinds[0]].words) if kinds else None
    suffix = _KIND_SUFFIX.search(title)
    if kind is None and suffix and suffix.start() and wording.kind(suffix[1]):
        title, kind = title[: suffix.start()], suffix[1]
    if kind is None:
        kind = next(filter(None, (_kind_of_repeat(line, title, wording) for line in lines)), None)
    date = date_line(lines[dates[0]].words) if dates else None
    return Front(
        title or _first_sentence(text, paragraphs[length:], wording),
        kind,
        date,
        tuple(chosen.get(i, "boilerplate") for i in range(length)),
        () if titles else ("title",),
        (_place(lines, dates[0], titles) or town) if dates else None,
    )


def _kind_of_repeat(line: FrontLine, title: str, wording: Wording) -> str | None:
    """The kind in brackets behind a line that says the title again."""
    suffix = _KIND_SUFFIX.search(line.words)
    if suffix is None or line.words[: suffix.start()] != title:
        return None
    return wording.kind(suffix[1])


def _names_place(
    lines: Sequence[FrontLine], paragraphs: Sequence[Paragraph], index: int, wording: Wording
) -> bool:
    """Whether the line right below the date, and alone there, is a town's name."""
    if index >= len(lines) or lines[index].role != "title":
        return False
    if not _stands_alone(paragraphs, index):
        return False
    words = lines[index].words
    return is_venue(words) or (not lines[index].gap and may_be_place(words, wording))


def _heads_part(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line is a country's name, as other lines of the text are: each heads its part."""

    own, *below = (
        p.end - p.start < _COUNTRY and is_name(collapse(text[p.start : p.end]))
        for p in paragraphs[index:]
    )
    return own and any(below)


def _unmarked(words: str) -> str:
    """A title without the signs that make it bold: ``**Talks**``."""
    return words.strip("*_ ") if words[:1] in ("*", "_") else words


def _year(words: str) -> int | None:
    date = date_line(words)
    return date.year if date is not None else None


def _place(lines: Sequence[FrontLine], dated: int, titles: Sequence[int]) -> str | None:
    """The place in the date line, else the line beside it that is nothing but a place."""
    place = place_beside(lines[dated].words)
    if place is not None:
        label = _LABEL.match(place)
        return place[label.end() :] if label is not None else place
    for beside in (dated - 1, dated + 1):
        if 0 <= beside < len(lines) and beside not in titles and lines[beside].role == "title":
            words = lines[beside].words
            if all(map(is_place, words.split(", "))) or is_venue(words):
                return words
    return None


def _zone(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> list[FrontLine]:
    """What each paragraph might be if it stood in the front, up to the first that cannot.

    Short sentences at the top, such as a site's welcome, are boilerplate where a title and a date
    come after them.
    """
    lines: list[FrontLine] = []
    stray: list[int] = []
    sole = _sole_depth(paragraphs)
    for index, paragraph in enumerate(paragraphs[:_ZONE]):
        words = collapse(text[paragraph.body : min(paragraph.end, paragraph.body + 1000)])
        role = _role_of(paragraph, words, lines, wording)
        if role is None and lines and _is_second_heading(text, paragraphs, index, lines[-1]):
            role = "title"
        if role is None and _is_kind_above_date(text, paragraphs[index : index + 2], wording):
            role = "kind"
        if role == "kind" and _is_of_something(text, paragraphs[index + 1 : index + 2]):
            role = "title"
        if role and is_foreign(words, text):
            role = "boilerplate"
        if role == "title" and _is_pictured(text, paragraphs, index, words, wording):
            role = "boilerplate"
        if role is None and paragraph.depth and paragraph.depth == sole:
            # The only heading of its rank is the title, whatever stands above it.
            lines = [replace(x, role="boilerplate") if x.role == "title" else x for x in lines]
            role = "title"
        if (
            role is None
            and not any(line.role == "date" for line in lines)
            and all(line.role != "title" or wording.is_category(line.words) for line in lines)
            and _is_numbered_title(paragraph, paragraphs[index:], words, wording)
        ):
            words = collapse(text[paragraph.start : paragraph.end])
            role = "title"
        if role is None and lines and _goes_on(text, paragraphs, index, words, wording):
            role = "title"
        if role is None and _is_standfirst(text, paragraphs, index, lines):
            role = "boilerplate"
        if not role:
            if any(line.role in ("title", "date") for line in lines) or len(words) > _STRAY:
                break
            if paragraph.numbers or paragraph.bullet:
                break
            stray.append(len(lines))
            role = "stray"
        label = _LABEL.match(words)
        if label is not None and role in ("title", "place", "date", "kind"):
            words = words[label.end() :]
            if role == "title" and _is_own_title(label[1], lines, wording):
                # What the document itself calls its title is it.
                lines = [replace(x, role="boilerplate") if x.role == "title" else x for x in lines]
        lines.append(FrontLine(role, words, paragraph.gap, paragraph.depth))
    if stray:
        after = {line.role for line in lines[stray[-1] + 1 :]}
        if not after >= {"title", "date"}:
            return below_trail(lines[: stray[0]])
        for index in stray:
            lines[index] = replace(lines[index], role="boilerplate")
    return below_trail(lines)


def _is_own_title(label: str, lines: Sequence[FrontLine], wording: Wording) -> bool:
    """Whether a line labelled so is the title, whatever stands above it.

    A subject is not where a line above it tells of an event (``Memorandum of Conversation``).
    """
    above = [line.words for line in lines if line.role == "title"]
    return label.lower() == "title" or not any(
        len(words.split()) > 1 and wording.promises(words) and not wording.is_bare_office(words)
        for words in above
    )


def _is_pictured(
    text: str, paragraphs: Sequence[Paragraph], index: int, words: str, wording: Wording
) -> bool:
    """Whether a line that shows somebody says at its end that it is of a picture: ``(photo)``."""
    below = paragraphs[index + 1 : index + 2]
    if not below or not below[0].boilerplate or not shows_somebody(words, wording):
        return False
    apart = text[paragraphs[index].end : below[0].end]
    return "\n" not in apart and "photo" in apart.lower()


def _sole_depth(paragraphs: Sequence[Paragraph]) -> int:
    """The depth of the topmost headings if there is but one of them, else 0."""
    depths = [p.depth for p in paragraphs if p.depth]
    top = min(depths, default=0)
    return top if depths.count(top) == 1 else 0


def _is_standfirst(
    text: str, paragraphs: Sequence[Paragraph], index: int, lines: Sequence[FrontLine]
) -> bool:
    """Whether a sentence sums up the page between its title and who sends it, and when."""
    if paragraphs[index].marked or not any(line.role == "title" for line in lines):
        return False
    below = paragraphs[index + 1 : index + 1 + _SENDER_AND_DATE]
    return (
        bool(below)
        and _SENT.match(text, below[0].start) is not None
        and any(date_line(collapse(text[p.start : min(p.end, p.start + 200)])) for p in below)
    )


def _is_second_heading(
    text: str, paragraphs: Sequence[Paragraph], index: int, above: FrontLine
) -> bool:
    """Whether a heading goes on with the title right above it, and the date comes next."""
    if above.role != "title" or not above.depth or paragraphs[index].depth != above.depth:
        return False
    below = [p for p in paragraphs[index + 1 : index + 3] if not p.depth]
    return any(date_line(collapse(text[p.start : min(p.end, p.start + 200)])) for p in below)


def _is_kind_above_date(text: str, two: Sequence[Paragraph], wording: Wording) -> bool:
    """Whether a heading names the kind, and the line below it is the date: ``## Readout``."""
    words = [collapse(text[p.body : min(p.end, p.body + 200)]) for p in two]
    return (
        len(two) > 1
        and two[0].depth > 0
        and wording.kind(words[0]) is not None
        and date_line(words[1]) is not None
    )


def _is_of_something(text: str, below: Sequence[Paragraph]) -> bool:
    """Whether the line below tells what a kind is of: ``MINUTES`` / ``of the third meeting``."""
    return (
        bool(below)
        and not (below[0].gap or below[0].marked or below[0].boilerplate)
        and _OF.match(text, below[0].start) is not None
    )


def _goes_on(
    text: str, paragraphs: Sequence[Paragraph], index: int, words: str, wording: Wording
) -> bool:
    """Whether a line of a title ends in a comma, and the line below goes on with it."""
    paragraph = paragraphs[index]
    if paragraph.marked or paragraph.boilerplate or words[-1:] != ",":
        return False
    below = paragraphs[index + 1 : index + 2]
    if not below or below[0].marked or below[0].boilerplate:
        return False
    next_line = collapse(text[below[0].start : min(below[0].end, below[0].start + 200)])
    if not below[0].gap and (next_line[:1].islower() or date_line(next_line) is not None):
        return wording.promises(words)
    if not paragraph.gap and words[:1].islower() and not below[0].gap:
        return True
    if "," in words[:-1] or below[0].gap:
        # So a headline does of which each line is a paragraph; one with more commas is a list.
        plain = "," not in words[:-1] and len(words.split()) >= _HEADLINE_WORDS
        if not (below[0].gap and plain):
            return False
    more = collapse(text[below[0].body : min(below[0].end, below[0].body + 1000)])
    return could_be_title(words[:-1], wording) and could_be_title(more, wording)


def _role_of(
    paragraph: Paragraph, words: str, lines: Sequence[FrontLine], wording: Wording
) -> str | None:
    """What a paragraph with these words might be, after ``lines``; ``None`` ends the front."""
    if paragraph.boilerplate or (not paragraph.marked and _is_field(words)):
        return "boilerplate"
    menu = is_menu(words) or wording.is_menu(words)
    if not paragraph.numbers and (menu or (lines and is_numbered_caption(words))):
        return "boilerplate"
    if lines and _SUBJECTS.match(words) and not paragraph.marked:
        return "boilerplate"
    if not paragraph.marked and (_is_reference(words) or _is_barred(words)):
        return "date" if date_line(words) is not None else "boilerplate"
    if paragraph.bullet and not paragraph.numbers and date_line(words) is not None:
        return "date"
    if paragraph.bullet and not paragraph.numbers and lines and wording.kind(words) is not None:
        return "kind"
    if paragraph.numbers or paragraph.bullet:
        return None
    if paragraph.depth:
        above = [line for line in lines if line.role == "title"]
        mastheads = not any(line.depth or wording.promises(line.words) for line in above)
        return "title" if not above or (mastheads and wording.promises(words)) else None
    label = _LABEL.match(words)
    if label is not None:
        named = label[1].lower()
        if named in {"title", "subject", "re"}:
            return "title"
        if named in {"place", "venue", "location"}:
            return "place"
        words = words[label.end() :]
    if words[-1:] in (".", "!", "?") and wording.is_particular(words):
        return None  # "President Roe: Dear friends!"
    return _role(words, wording)


def _is_numbered_title(
    paragraph: Paragraph, paragraphs: Sequence[Paragraph], words: str, wording: Wording
) -> bool:
    """Whether the number of the first line is an editor's: ``136. Memorandum of Conversation``."""
    if len(paragraph.numbers) != 1 or paragraph.bullet or not could_be_title(words, wording):
        return False
    series = {(style, value + 1) for style, value in paragraph.numbers[0].readings}
    others = (m for p in paragraphs[1:] for marker in p.numbers for m in marker.readings)
    return wording.promises(words) and series.isdisjoint(others)


def _is_barred(words: str) -> bool:
    """Whether bars stand between the parts of a line, as in a menu: ``Readouts | Travel``."""
    if words[0] == "|":
        return False
    parts = words.split(" | ")
    short = all(len(part.split()) <= _MENU_PART for part in parts)
    return len(parts) > _BARS or (len(parts) == _BARS and short)


def _is_reference(words: str) -> bool:
    """Whether a line is nothing but the number of a document."""
    return _REFERENCE.fullmatch(words) is not None and date_line(words) is None


def _is_field(words: str) -> bool:
    """Whether a line is a label or a figure by itself: ``Date``, ``Hit``, ``701``, ``18:10``."""
    return _FIELD.fullmatch(words.rstrip(": ").lower()) is not None or is_time(words)


def is_time(words: str) -> bool:
    """Whether a line is a time of day or a figure by itself: ``18:10``, ``701``."""
    return _TIME.fullmatch(words.rstrip(": ")) is not None


def _role(words: str, wording: Wording) -> str | None:
    if date_line(words) is not None:
        return "date"
    if wording.kind(words) is not None:
        return "kind"
    return "title" if could_be_title(words, wording) else None


def _around(lines: Sequence[FrontLine], index: int, wording: Wording) -> bool:
    """Whether a line after the title belongs to the front, not to the text."""
    line = lines[index]
    return line.role in {"boilerplate", "place"} or (
        line.role == "title"
        and (
            wording.is_byline(line.words)
            or wording.is_sender(line.words)
            or is_dateline(lines, index)
            or (not line.gap and is_caption_below(line.words, _title_above(lines, index)))
            or (wording.is_category(line.words) and (" " not in line.words or not line.gap))
        )
    )


def _stands_alone(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether no line goes on with this one: a blank line is below it, or what is set apart."""
    below = paragraphs[index + 1 : index + 2]
    return not below or below[0].gap or below[0].boilerplate


def _title_above(lines: Sequence[FrontLine], index: int) -> str:
    """The line that the lines above ``index`` begin with, no blank line between them."""
    while index and not lines[index].gap:
        index -= 1
    while lines[index].role == "date" and not lines[index + 1].gap:
        index += 1
    return lines[index].words


def _first_sentence(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> str:
    """The first sentence of the text, headings left aside unless there is nothing else."""
    heading = ""
    for paragraph in paragraphs[:_ZONE]:
        if paragraph.boilerplate or paragraph.empty:
            continue
        head = text[paragraph.body : min(paragraph.end, paragraph.body + 2 * _DERIVED_LENGTH)]
        dateline = _DATELINE.match(head)
        head = head[dateline.end() :] if dateline is not None else head
        words = collapse(head[: wording.sentence_end(head)])
        if paragraph.marked and wording.is_title(words):
            heading = heading or words
            continue
        if len(words) > _DERIVED_LENGTH:
            words = words[:_DERIVED_LENGTH].rsplit(" ", 1)[0] + " ..."
        return words
    return heading
