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
from .countries import find_places
from .dates import Date, date_line, place_beside
from .lines import Paragraph
from .sittings import is_sitting, sitting_lines, without_standing
from .wording import Wording, collapse

__all__ = ["Front", "is_place", "read_front"]

_LINES = 3
_FIGURES_AT_END = re.compile(r"\s*\((?:[A-Z][a-z]{2,8}\.? )?[\d./ –-]{1,12}\)\Z")
_ZONE = 24
"""Paragraphs that are looked at; no document has more lines above its text."""
_TITLE_WORDS = 45
_WORDS_OF_A_TITLE = 3
"""A line with fewer is taken for the title only where no other can be it."""
_WORDS_OF_A_LATE_TITLE = 5
_DERIVED_LENGTH = 1000
_KIND_SUFFIX = re.compile(r"\s*[(\[（]([^()\[\]（）]{3,60})[)\]）]\s*\Z")
_FOOTNOTE = re.compile(r"(?:(?<=[a-z]{4})|(?<=[ap]\.m\.)|(?<=[)”’]))\d{1,2}\Z")
"""The anchor of a footnote, glued to a title."""
_NOTE = re.compile(r"(?<=[a-z)]) \d{1,3}\Z")
"""The same at the end of a record's title, a space before it."""
_STRAY = 160
"""A sentence above the title is no longer, in characters."""
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*[ ,]+){1,6}[^—–\n]{0,30}?\d{4}[^—–\n]{0,3}(?: ?[—–] ?| -{1,2} )(?=\S)"
)
_CAPTION = re.compile(r"\s*\([^()]{1,60}\)\Z")
"""What captions that repeat the title add to it."""
_HOLDS = re.compile(
    r"[\w-]+ ?: (?:Mrs?|Ms|Miss|Dr|Sir|Dame|H\.E|Cllr|Councillor|Ambassador|Professor|Prof)\b",
    re.IGNORECASE,
)
"""Who holds the chair: ``President: Mr. Roe``."""
_OPEN = frozenset(
    {"of", "the", "for", "and", "by", "between", "with", "to", "on", "in", "at", "from"}
)
_ON = re.compile(r"(?:(?:which was |was )?held )?on ", re.IGNORECASE)
"""What begins the line of a title that tells when: ``on Monday 3 May 2004``."""
_AT = re.compile(r"(?:HELD )?(?:AT|IN) ")
"""What begins the line of a title in capitals that tells where."""
_LEADS_ON = re.compile(r"(?:and|with|between) ", re.IGNORECASE)
"""What begins no title, but goes on with one."""
_BARS = 3
"""A line of a site's menu has as many bars at least."""
_FIELD = re.compile(r"(?:date|time|hits?|views?|no\.?|number|posted|published|registration date)")
_SUBJECTS = re.compile(r"(?:subjects|topics) ?: ?\S", re.IGNORECASE)
"""What an interview was about, below its title."""
_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?|\d{1,6}",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d[\d.:]*(?:st|nd|rd|th)?|\b[ap]\.?m\b\.?")
_WORD = re.compile(r"\w+(?:[.'’]\w+)*")
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


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the front: what it might be, its words, whether a blank line is above it."""

    role: str
    words: str
    gap: bool
    depth: int


def read_front(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> Front:
    """The front of the document, each of its paragraphs with one role.

    The roles are ``title``, ``kind``, ``date``, ``place`` and ``boilerplate``.
    """
    lines = _zone(text, paragraphs, wording)
    titles = _titles(lines, wording)
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
    while length < len(lines) and (
        _around(lines, length, wording)
        or (_stands_alone(paragraphs, length) and shows_somebody(lines[length].words, wording))
    ):
        length += 1
    chosen = {i: "place" for i, line in enumerate(lines) if line.role == "place"}
    chosen |= dict.fromkeys(titles, "title") | dict.fromkeys(kinds, "kind")
    chosen |= dict.fromkeys(dates, "date")
    title = _FOOTNOTE.sub("", " ".join(_unmarked(lines[i].words) for i in titles))
    if wording.records.search(title):
        title = _NOTE.sub("", title)
    if len(titles) > 1 and is_sitting(lines[titles[-1]].words):
        title = without_standing(title)
    kind = wording.kind(lines[kinds[0]].words) if kinds else None
    suffix = _KIND_SUFFIX.search(title)
    if kind is None and suffix and suffix.start() and wording.kind(suffix[1]):
        title, kind = title[: suffix.start()], suffix[1]
    date = date_line(lines[dates[0]].words) if dates else None
    return Front(
        title or _first_sentence(text, paragraphs[length:], wording),
        kind,
        date,
        tuple(chosen.get(i, "boilerplate") for i in range(length)),
        () if titles else ("title",),
        _place(lines, dates[0], titles) if dates else None,
    )


def _unmarked(words: str) -> str:
    """A title without the signs that make it bold: ``**Talks**``."""
    return words.strip("*_ ") if words[:1] in ("*", "_") else words


def _year(words: str) -> int | None:
    date = date_line(words)
    return date.year if date is not None else None


def _place(lines: Sequence[_Line], dated: int, titles: Sequence[int]) -> str | None:
    """The place in the date line, else the line beside it that is nothing but a place."""
    place = place_beside(lines[dated].words)
    if place is not None:
        return place
    for beside in (dated - 1, dated + 1):
        if 0 <= beside < len(lines) and beside not in titles and lines[beside].role == "title":
            words = lines[beside].words
            if all(map(is_place, words.split(", "))):
                return words
    return None


def _zone(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> list[_Line]:
    """What each paragraph might be if it stood in the front, up to the first that cannot.

    Short sentences at the top, such as a site's welcome, are boilerplate where a title and a date
    come after them.
    """
    lines: list[_Line] = []
    stray: list[int] = []
    sole = _sole_depth(paragraphs)
    for index, paragraph in enumerate(paragraphs[:_ZONE]):
        words = collapse(text[paragraph.body : min(paragraph.end, paragraph.body + 1000)])
        role = _role_of(paragraph, words, lines, wording)
        if role and is_foreign(words, text):
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
            if role == "title" and label[1].lower() == "title":
                # What the document itself calls its title is it.
                lines = [replace(x, role="boilerplate") if x.role == "title" else x for x in lines]
        lines.append(_Line(role, words, paragraph.gap, paragraph.depth))
    if stray:
        after = {line.role for line in lines[stray[-1] + 1 :]}
        if not after >= {"title", "date"}:
            return lines[: stray[0]]
        for index in stray:
            lines[index] = replace(lines[index], role="boilerplate")
    return lines


def _sole_depth(paragraphs: Sequence[Paragraph]) -> int:
    """The depth of the topmost headings if there is but one of them, else 0."""
    depths = [p.depth for p in paragraphs if p.depth]
    top = min(depths, default=0)
    return top if depths.count(top) == 1 else 0


def _goes_on(
    text: str, paragraphs: Sequence[Paragraph], index: int, words: str, wording: Wording
) -> bool:
    """Whether a line of a title ends in a comma, and the line below goes on with it."""
    paragraph = paragraphs[index]
    if paragraph.marked or paragraph.boilerplate or words[-1:] != "," or "," in words[:-1]:
        return False
    below = paragraphs[index + 1 : index + 2]
    if not below or below[0].gap or below[0].marked or below[0].boilerplate:
        return False
    more = collapse(text[below[0].body : min(below[0].end, below[0].body + 1000)])
    return _could_be_title(words[:-1], wording) and _could_be_title(more, wording)


def _role_of(
    paragraph: Paragraph, words: str, lines: Sequence[_Line], wording: Wording
) -> str | None:
    """What a paragraph with these words might be, after ``lines``; ``None`` ends the front."""
    if paragraph.boilerplate or (not paragraph.marked and _is_field(words)):
        return "boilerplate"
    menu = is_menu(words) or wording.is_menu(words)
    if not paragraph.numbers and (menu or (lines and is_numbered_caption(words))):
        return "boilerplate"
    if lines and _SUBJECTS.match(words) and not paragraph.marked:
        return "boilerplate"
    if words.count(" | ") >= _BARS and not paragraph.marked and words[0] != "|":
        return "boilerplate"
    if paragraph.bullet and not paragraph.numbers and date_line(words) is not None:
        return "date"
    if paragraph.bullet and not paragraph.numbers and lines and wording.kind(words) is not None:
        return "kind"
    if paragraph.numbers or paragraph.bullet:
        return None
    if paragraph.depth:
        return None if any(line.role == "title" for line in lines) else "title"
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
    if len(paragraph.numbers) != 1 or paragraph.bullet or not _could_be_title(words, wording):
        return False
    series = {(style, value + 1) for style, value in paragraph.numbers[0].readings}
    others = (m for p in paragraphs[1:] for marker in p.numbers for m in marker.readings)
    return wording.promises(words) and series.isdisjoint(others)


def _is_field(words: str) -> bool:
    """Whether a line is a label or a figure by itself: ``Date``, ``Hit``, ``701``, ``18:10``."""
    bare = words.rstrip(": ")
    return _FIELD.fullmatch(bare.lower()) is not None or _TIME.fullmatch(bare) is not None


def _role(words: str, wording: Wording) -> str | None:
    if date_line(words) is not None:
        return "date"
    if wording.kind(words) is not None:
        return "kind"
    return "title" if _could_be_title(words, wording) else None


def _could_be_title(words: str, wording: Wording) -> bool:
    """A headline may have a verb (``Minister Meets Envoy``), but no full stop."""
    if "。" in words:
        return False
    # The full stop of "(3.14.)" or "(Oct. 3.)" ends no sentence.
    words = _FIGURES_AT_END.sub("", words) or words
    bare = words.rstrip(")]\"'”’*_ ")
    return (
        len(words.split()) <= _TITLE_WORDS
        and not _HOLDS.match(words)
        and bare[-1:] not in {":", "：", ";", ","}
        and (wording.is_title(words) or bare[-1:] != "." or words[:1].islower())
        and wording.sentence_end(words) is None
    )


def _titles(lines: Sequence[_Line], wording: Wording) -> list[int]:
    """Which of the lines are the title's."""
    candidates = [i for i, line in enumerate(lines) if line.role == "title"]
    if not candidates:
        return []
    likely = [
        i
        for i in candidates
        if not wording.is_category(lines[i].words)
        and not wording.is_sender(lines[i].words)
        and not wording.is_byline(lines[i].words)
        and not (_is_dateline(lines, i) and len(candidates) > 1)
    ]
    dated = next((i for i, line in enumerate(lines) if line.role == "date"), -1)
    if likely and likely[0] > dated >= 0:
        # ``Daily Press Briefing`` above the date, what it was about below.
        events = [i for i in candidates if i < dated and wording.spoken.search(lines[i].words)]
        likely = [i for i in events if not wording.is_byline(lines[i].words)][:1] or likely
    if not likely:
        # ``Joint Statement`` may be a title, ``Asia`` and ``Japan-Russia Relations`` are none.
        likely = [i for i in candidates if _may_stand_alone(lines[i].words, wording)]
    if not likely:
        return []
    sitting = sitting_lines([x.words if x.role == "title" else "" for x in lines])
    if sitting and not any(wording.promises(lines[i].words) for i in likely if i < sitting[0]):
        return sitting
    first = _likeliest(lines, likely, wording)
    # A title begins above the line that tells most, where no blank line is between them.
    while not lines[first].gap and first - 1 in likely and not lines[first].depth:
        if lines[first - 1].words.isupper() and not lines[first].words.isupper():
            break
        first -= 1
    group = [first]
    if lines[group[0]].depth:
        return group
    for index in range(group[0] + 1, min(group[0] + _LINES, len(lines))):
        line = lines[index]
        # After "between", "of" or a comma a line goes on, whatever it looks like by itself.
        above = lines[index - 1].words
        open_end = above.rpartition(" ")[2] in _OPEN or above[-1:] == ","
        open_end = open_end and line.role in ("title", "date")
        open_end = open_end or (line.role == "date" and _ON.match(line.words) is not None)
        open_end = open_end or (line.role == "title" and _LEADS_ON.match(line.words) is not None)
        open_end = open_end or (_AT.match(line.words) is not None and _capitals(above, line.words))
        if (index not in likely and not open_end) or line.depth:
            break
        if line.gap and not line.words[:1].islower():
            break
        if any(_bare(line.words) == _bare(lines[i].words) for i in group):
            break
        if not open_end and is_caption_below(line.words, lines[first].words):
            break
        group.append(index)
    return group


def _bare(caption: str) -> str:
    """A caption without what it adds to the title: a place in brackets, a number."""
    return _FOOTNOTE.sub("", _CAPTION.sub("", caption))


def _capitals(*lines: str) -> bool:
    """Whether lines are in capitals, figures with their letters (``11th``, ``3 p.m.``) left out."""
    return all(_FIGURES.sub("", line).isupper() for line in lines)


def _may_stand_alone(words: str, wording: Wording) -> bool:
    low = words.lower()
    if low.endswith("relations"):
        return False
    return wording.promises(words) or low.endswith(("committee", "commission", "council"))


def _likeliest(lines: Sequence[_Line], likely: Sequence[int], wording: Wording) -> int:
    """Of the lines that may be the title the one that most likely is.

    The first of some length above the date, unless it has no word of those that titles have and
    another line has: one above the date that is longer, or a long one below it.
    """
    closing = next((i for i, line in enumerate(lines) if line.role in ("date", "kind")), len(lines))
    words = {i: len(_WORD.findall(lines[i].words)) for i in likely}
    above = [i for i in likely if i < closing]
    long = [i for i in above or likely if words[i] >= _WORDS_OF_A_TITLE]
    first = next(iter(long), (above or likely)[0])
    if lines[first].depth:
        return first
    weak = wording.is_bare_office(lines[first].words)
    if wording.promises(lines[first].words) and not weak:
        return first
    for i in likely:
        late = _WORDS_OF_A_LATE_TITLE if words[first] > 2 else _WORDS_OF_A_TITLE
        least = words[first] + 1 if i < closing else late
        if weak and i < closing and lines[i].gap:
            least = _WORDS_OF_A_TITLE
        if wording.is_bare_office(lines[i].words):
            continue
        if i > first and words[i] >= least and wording.promises(lines[i].words):
            return i
    return first


def _is_dateline(lines: Sequence[_Line], index: int) -> bool:
    """Whether a line names a place beside the date (``Oslo``, ``Bern, Switzerland``)."""
    beside = [line.role for line in lines[max(0, index - 1) : index + 2]]
    return "date" in beside and all(map(is_place, lines[index].words.split(", ")))


def is_place(words: str) -> bool:
    """Whether ``words`` are a country or a town that datelines name, and nothing else."""
    places = find_places(words)
    known = bool(places) and places[0].kind != "adjective"
    whole = known and (places[0].start, places[0].end) == (0, len(words))
    return whole or words in Wording.default().seats


def _around(lines: Sequence[_Line], index: int, wording: Wording) -> bool:
    """Whether a line after the title belongs to the front, not to the text."""
    line = lines[index]
    return line.role in {"boilerplate", "place"} or (
        line.role == "title"
        and (
            wording.is_byline(line.words)
            or wording.is_sender(line.words)
            or _is_dateline(lines, index)
            or (not line.gap and is_caption_below(line.words, _title_above(lines, index)))
            or (wording.is_category(line.words) and " " not in line.words)
        )
    )


def _stands_alone(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether no line goes on with this one: a blank line is below it, or what is set apart."""
    below = paragraphs[index + 1 : index + 2]
    return not below or below[0].gap or below[0].boilerplate


def _title_above(lines: Sequence[_Line], index: int) -> str:
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
