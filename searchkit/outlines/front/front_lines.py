"""What each of a document's first paragraphs might be: the lines that its front is chosen from.

A line might be of the ``title``, ``kind``, ``date``, ``place`` or ``boilerplate``. It may be
*labelled* (``Date: 3 May 2004``, ``[Title] Minutes``). The first line that can be none of these
ends the front.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..around.addresses import is_address
from ..around.captions import (
    is_foreign,
    is_in_another_tongue,
    is_menu,
    is_numbered_caption,
    shows,
    shows_somebody,
)
from ..around.references import is_reference
from ..around.trails import below_trail
from ..header.dates import find_dates
from ..particulars.attendance import is_attendance
from ..speech.decisions import is_body
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse
from .date_lines import date_line, heads_column, place_beside
from .editors import has_editors_number, is_record
from .headline import FOOTNOTE, FrontLine, could_be_title
from .rows import (
    columns_of,
    dated_part,
    days_of_row,
    is_barred,
    is_dated_row,
    is_field,
    is_time,
    role_of_columns,
)

__all__ = ["CLOCK", "LABEL", "ZONE", "front_lines"]

ZONE = 24
"""Paragraphs that are looked at; no document has more lines above its text."""
_STRAY = 160
"""A sentence above the title is no longer, in characters."""
_LINKS = re.compile(r"(?:\[[A-Za-z][^\[\]\d]{1,40}\][ |/·-]*){2,8}")
"""Links side by side: ``[Previous] [Next]``."""
_CREDITED = re.compile(r"photos?(?: credit)?(?: ?:| by | ©)", re.IGNORECASE)
"""What names who made a picture, on the line of what it shows."""
_SALUTATION = re.compile(
    r"(?:(?:My )?[Dd]ear [A-ZÀ-ÞĀ-ɏ][^.:;]{1,60}|"
    r"(?:My Lord|Sir|Madam|Excellency|Your Excellency)),?"
)
"""How a letter begins."""
_PAIR = 2
_SIGNS_OF_SITE = "|–—-:»›>•·/ "
"""What stands between a title and the name of its site."""
_GLUED_NEAR = 6
"""Between a line of the site and the title that it repeats stand fewer lines."""
_KIND_BEHIND = re.compile(
    r"\((?:outline|summary|overview|gist|minutes|readout|record|evaluation)[^()]{0,40}\)\Z", re.I
)
_SPEECH_BY = re.compile(
    r"(?:opening |closing )?(?:statement|remarks|address|speech|intervention)"
    r" (?:made |delivered )?by ",
    re.IGNORECASE,
)
_SUBJECTS = re.compile(r"(?i:(?:subjects|topics) ?: ?\S)|SUBJECTS?\Z")
"""What an interview was about, below its title."""
_SENDS_ON = re.compile(r"(?:and|of|for) (?-i:[A-Z])", re.IGNORECASE)
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)|\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
"""The time of day that a line begins with."""
_SENT = re.compile(r"From\b ?:?[ \t]*(?:$|\[|[A-Z])", re.MULTILINE)
_SENDER_AND_DATE = 5
"""Who sends a page, and when, are told in so many paragraphs."""
_HEADLINE_WORDS = 6
_OF = re.compile(r"(?:of|on) ", re.IGNORECASE)
LABEL = re.compile(
    r"\[?(?:and )?(title|headline|subj(?:ect)?|re|date|place|venue|location"
    r"|(?:(?:name|title|topic|theme) of (?:the )?)?(?:meeting|event|conference|seminar|workshop)"
    r"(?: (?:name|title))?|topic|theme)(?:\] ?:?|:) ?",
    re.IGNORECASE,
)
"""What a line may be labelled as."""


def _without_glued(lines: list[FrontLine], wording: Wording) -> list[FrontLine]:
    """``lines`` with those set apart that say the title below them behind parts of the site.

    ``Home Press Releases Cod Talks`` above ``Cod Talks`` does, and so does a number before it.
    """
    found = list(lines)
    for index, line in enumerate(lines):
        for below in lines[index + 1 : index + 1 + _GLUED_NEAR]:
            before = line.words[: -len(below.words)].strip()
            named = line.role == "title" and below.role in ("title", "kind")
            if named and _is_with_site(line.words, below.words, wording):
                found[index] = replace(line, role="boilerplate")
                continue
            if line.role != below.role or line.role != "title" or not before:
                continue
            again = line.words.lower().endswith(f" {below.words.lower()}")
            site = before.lower().startswith("home ") or wording.is_category(before)
            if again and len(below.words.split()) > _PAIR and (site or before[0].isdigit()):
                found[index] = replace(line, role="boilerplate")
    return found


def _is_with_site(words: str, title: str, wording: Wording) -> bool:
    """Whether a line is a title with the name of its site: ``Cod Talks | Ministry of Ports``."""
    if len(title.split()) < _PAIR:
        return False
    low, own = words.lower(), title.lower()
    site = words[len(title) :] if low.startswith(own) else ""
    site = site or (words[: -len(title)].rstrip()[::-1] if low.endswith(own) else "")
    named = site.strip(_SIGNS_OF_SITE)
    return site.strip()[:1] in _SIGNS_OF_SITE and bool(named) and wording.kind(named) is None


def front_lines(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> list[FrontLine]:
    """What each paragraph might be if it stood in the front, up to the first that cannot.

    Short sentences at the top, such as a site's welcome, are boilerplate where a title and a date
    come after them.
    """
    lines: list[FrontLine] = []
    stray: list[int] = []
    sole = _sole_depth(text, paragraphs)
    for index, paragraph in enumerate(paragraphs[:ZONE]):
        words = collapse(text[paragraph.body : min(paragraph.end, paragraph.body + 1000)])
        words = FOOTNOTE.sub("", words) if paragraph.numbers else words
        role = _role_of(paragraph, words, lines, wording)
        row = " | " in words and not (paragraph.marked or words[0] == "|")
        if row and (role == "boilerplate" or is_dated_row(words)):
            # "Writer | Roe | Date | 2004-05-03", a row of a page's head
            dated = days_of_row(words)
            if len(dated) == 1 and not wording.is_boilerplate(dated[0]):
                role, words = "date", dated[0]
        columns = [] if paragraph.marked or role == "boilerplate" else columns_of(text, paragraph)
        if columns and role == "date" and place_beside(words) is None:
            dated = [column for column in columns if date_line(column) is not None]
            words = dated[0] if len(dated) == 1 else words
        if columns and LABEL.fullmatch(f"{columns[0]}:") and len(columns) == _PAIR:
            words = ": ".join(columns)
            role = _role_of(paragraph, words, lines, wording)
        elif columns and role in (None, "title"):
            role, words = role_of_columns(columns, words, role, wording)
        if role in (None, "title", "boilerplate") and not paragraph.marked:
            part = dated_part(words, wording)
            role, words = ("date", part) if part is not None else (role, words)
        if _SALUTATION.fullmatch(words) and _is_letter(text, paragraphs[index + 1 :], wording):
            # What stands above a letter is of the house that it comes from.
            lines = [replace(x, role="boilerplate") if x.role == "title" else x for x in lines]
            role = "boilerplate"
        if role is None and lines and _is_second_heading(text, paragraphs, index, lines[-1]):
            role = "title"
        if role in (None, "title") and _is_kind_above_date(
            text, paragraphs[index : index + 2], wording
        ):
            role = "kind"
        if role == "kind" and _is_of_something(text, paragraphs[index + 1 : index + 2]):
            role = "title"
        if role and is_foreign(words, text):
            role = "boilerplate"
        if role == "title" and is_in_another_tongue(words, wording):
            role = "boilerplate"
        if role == "title" and _is_pictured(text, paragraphs, index, words, wording):
            role = "boilerplate"
        if role is None and paragraph.depth and paragraph.depth == sole:
            # The only heading of its rank is the title, whatever stands above it.
            lines = [replace(x, role="boilerplate") if x.role == "title" else x for x in lines]
            role = "title"
        if role is None and has_editors_number(paragraph, paragraphs[index:], words, wording):
            titles = [line for line in lines if line.role == "title"]
            if is_record(words):
                lines = [replace(x, role="boilerplate") for x in lines]
                role = "title"
            elif all(wording.is_category(line.words) for line in titles) and not any(
                line.role == "date" for line in lines
            ):
                role = "title"
        if role is None and lines and _is_whole_title(text, paragraphs[index:], words, lines):
            lines = [replace(x, role="boilerplate") if x.role == "title" else x for x in lines]
            role = "title"
        if role == "title" and lines and _ends_notice(paragraph, words, lines[-1]):
            role = "boilerplate"
        if (
            role == "title"
            and lines
            and not paragraph.gap
            and _ends_sender(words, lines[-1], wording)
        ):
            role = "boilerplate"
        if role is None and lines and _is_without_section(paragraph, words, lines):
            lines = [replace(x, role="boilerplate") if x.role == "title" else x for x in lines]
            role = "title"
        if role is None and lines and _is_dated_below(text, paragraphs, index, lines):
            role = "date"
        opens = bool(lines) or wording.promises(words) or _SPEECH_BY.match(words) is not None
        if role is None and opens and _goes_on(text, paragraphs, index, words, wording):
            role = "title"
        if role is None and lines and _is_dateline_above(words, lines):
            role, words = "date", words[:-1]
        if role is None and _is_standfirst(text, paragraphs, index, lines):
            role = "boilerplate"
        if not role:
            if any(line.role in ("title", "date") for line in lines) or len(words) > _STRAY:
                break
            if paragraph.numbers or paragraph.bullet:
                break
            stray.append(len(lines))
            role = "stray"
        label = LABEL.match(words)
        if label is not None and role in ("title", "place", "date", "kind"):
            words = words[label.end() :]
            if role == "title" and _is_own_title(label[1], lines, wording):
                # What the document itself calls its title is it.
                lines = [replace(x, role="boilerplate") if x.role == "title" else x for x in lines]
        lines.append(
            FrontLine(role, words, paragraph.gap, paragraph.depth, labelled=label is not None)
        )
    lines = _without_glued(lines, wording)
    if stray:
        below = lines[stray[-1] + 1 :]
        headed = bool(sole) and any(line.role == "title" and line.depth == sole for line in below)
        if not headed and not {line.role for line in below} >= {"title", "date"}:
            return below_trail(lines[: stray[0]], wording)
        for index in stray:
            lines[index] = replace(lines[index], role="boilerplate")
    return below_trail(lines, wording)


def _is_letter(text: str, below: Sequence[Paragraph], wording: Wording) -> bool:
    """Whether a line below a salutation tells what a letter is about, its text below that."""
    goes_on = len(below) > _PAIR and not below[1].gap  # a subject of two lines
    below = [below[0], *below[2:]] if goes_on else below
    if len(below) < _PAIR or any(p.marked or p.boilerplate or not p.gap for p in below[:_PAIR]):
        return False
    subject, first = (collapse(text[p.start : p.end]) for p in below[:_PAIR])
    return wording.is_title(subject.rstrip(":")) and not wording.is_title(first)


def _is_whole_title(
    text: str, below: Sequence[Paragraph], words: str, lines: Sequence[FrontLine]
) -> bool:
    """Whether a heading under the title says it in full, with its kind, right above the date."""
    above = [line for line in lines if line.role == "title"]
    if not below[0].depth or len(above) != 1 or not above[0].depth:
        return False
    return (
        len(words) > len(above[0].words)
        and _KIND_BEHIND.search(words) is not None
        and any(date_line(collapse(text[p.start : min(p.end, p.start + 200)])) for p in below[1:2])
    )


def _is_dated_below(
    text: str, paragraphs: Sequence[Paragraph], index: int, lines: Sequence[FrontLine]
) -> bool:
    """Whether the first heading below a title is its day, and no other heading is a day."""
    if not paragraphs[index].depth or lines[-1].role != "title" or not lines[-1].depth:
        return False
    own, *others = (
        date_line(collapse(text[p.body : min(p.end, p.body + 200)]))
        for p in paragraphs[index : index + ZONE]
        if p.depth
    )
    return own is not None and own.year is not None and not any(others)


def _is_dateline_above(words: str, lines: Sequence[FrontLine]) -> bool:
    """Whether a line by itself is the dateline of the text below: ``Oslo, 3 May 2004:``."""
    if words[-1:] != ":" or not any(line.role == "title" for line in lines):
        return False
    date = date_line(words[:-1])
    whole = date is not None and date.year is not None and date.day is not None
    dated = any(line.role == "date" for line in lines)
    return whole and not dated and place_beside(words[:-1]) is not None


def _ends_notice(paragraph: Paragraph, words: str, above: FrontLine) -> bool:
    """Whether a line goes on in small letters with what is set apart, up to the full stop."""
    return (
        above.role == "boilerplate"
        and not (paragraph.gap or paragraph.marked)
        and words[:1].islower()
        and words[-1:] == "."
    )


def _ends_sender(words: str, above: FrontLine, wording: Wording) -> bool:
    """Whether a line goes on with who sends the document: ``AND INTERNATIONAL COOPERATION``."""
    return (
        _SENDS_ON.match(words) is not None
        and above.role == "boilerplate"
        and above.words.isupper() == words.isupper()
        and wording.is_sender(above.words)
    )


def _is_without_section(paragraph: Paragraph, words: str, lines: Sequence[FrontLine]) -> bool:
    """Whether a heading says the title again without the part of the site in brackets."""
    above = [line.words for line in lines if line.role == "title"]
    return (
        paragraph.depth > 0
        and len(above) == 1
        and above[0].startswith(f"{words} (")
        and above[0].endswith(")")
    )


def _is_own_title(label: str, lines: Sequence[FrontLine], wording: Wording) -> bool:
    """Whether a line labelled so is the title, whatever stands above it.

    A subject is not where a line above it tells of an event (``Memorandum of Conversation``).
    """
    above = [line.words for line in lines if line.role == "title"]
    return label.lower() in ("title", "headline") or not any(
        len(words.split()) > 1 and wording.promises(words) and not wording.is_bare_office(words)
        for words in above
    )


def _is_pictured(
    text: str, paragraphs: Sequence[Paragraph], index: int, words: str, wording: Wording
) -> bool:
    """Whether a line that shows somebody says at its end that it is of a picture: ``(photo)``."""
    below = paragraphs[index + 1 : index + 2]
    if not below or not below[0].boilerplate or below[0].gap:
        return False
    apart = text[paragraphs[index].end : below[0].end]
    if "photo" not in apart.lower():
        return False
    if "\n" not in apart and _CREDITED.search(apart) is not None:
        return True
    return shows(words, wording) or ("\n" not in apart and shows_somebody(words, wording))


def _sole_depth(text: str, paragraphs: Sequence[Paragraph]) -> int:
    """The depth of the topmost headings if there is but one of them, else 0."""
    depths = [p.depth for p in paragraphs if p.depth and not is_attendance(text, p)]
    top = min(depths, default=0)
    return top if depths.count(top) == 1 else 0


def _is_standfirst(
    text: str, paragraphs: Sequence[Paragraph], index: int, lines: Sequence[FrontLine]
) -> bool:
    """Whether a sentence sums up the page between its title and who sends it, and when."""
    if paragraphs[index].marked or not any(line.role == "title" for line in lines):
        return False
    below = paragraphs[index + 1 : index + 1 + _SENDER_AND_DATE]
    words = [collapse(text[p.start : min(p.end, p.start + 200)]) for p in below]
    sent = bool(below) and _SENT.match(text, below[0].start) is not None
    return any(map(is_dated_row, words[:1])) or (sent and any(map(date_line, words)))


def _is_second_heading(
    text: str, paragraphs: Sequence[Paragraph], index: int, above: FrontLine
) -> bool:
    """Whether a heading goes on with the title right above it, and the date comes next."""
    if above.role != "title" or not above.depth or not paragraphs[index].depth:
        return False
    if text[paragraphs[index].body].islower():
        return True
    if paragraphs[index].depth != above.depth:
        return False
    below = [p for p in paragraphs[index + 1 : index + 3] if not p.depth]
    return any(date_line(collapse(text[p.start : min(p.end, p.start + 200)])) for p in below)


def _is_kind_above_date(text: str, two: Sequence[Paragraph], wording: Wording) -> bool:
    """Whether a heading names the kind, and the line below the day or a body: ``## Readout``."""
    words = [collapse(text[p.body : min(p.end, p.body + 200)]) for p in two]
    if len(two) == 1 or not two[0].depth or wording.kind(words[0]) is None:
        return False
    headed = two[1].depth > 0 and wording.kind(words[1]) is None and not two[1].numbers
    return date_line(words[1]) is not None or (headed and is_body(words[1]))


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
    if paragraph.marked or paragraph.boilerplate or words[-1:] not in (",", ":"):
        return False
    below = paragraphs[index + 1 : index + 2]
    if not below or below[0].marked or below[0].boilerplate:
        return False
    next_line = collapse(text[below[0].start : min(below[0].end, below[0].start + 200)])
    if words[-1:] == ":":
        shouted = words.isupper() and next_line.isupper()
        return not below[0].gap and (shouted or _KIND_BEHIND.search(next_line) is not None)
    if not below[0].gap and (next_line[:1].islower() or _is_dated(next_line)):
        return wording.promises(words)
    if not paragraph.gap and words[:1].islower() and not below[0].gap:
        return True
    if _SPEECH_BY.match(words) and not below[0].gap:
        return True  # who speaks, with an office, and below it on what occasion
    if "," in words[:-1] or below[0].gap:
        # So a headline does of which each line is a paragraph; one with more commas is a list.
        plain = "," not in words[:-1] and len(words.split()) >= _HEADLINE_WORDS
        if not (below[0].gap and plain):
            return False
    more = collapse(text[below[0].body : min(below[0].end, below[0].body + 1000)])
    return could_be_title(words[:-1], wording) and could_be_title(more.rstrip(","), wording)


def _is_dated(words: str) -> bool:
    """Whether a line is a day, or begins with one: ``May 3, 1957 (1)``."""
    return date_line(words) is not None or any(not date.start for date in find_dates(words)[:1])


def _role_of(
    paragraph: Paragraph, words: str, lines: Sequence[FrontLine], wording: Wording
) -> str | None:
    """What a paragraph with these words might be, after ``lines``; ``None`` ends the front."""
    if paragraph.boilerplate or (not paragraph.marked and is_field(words)):
        return "date" if heads_column(words) else "boilerplate"
    if _LINKS.fullmatch(words) is not None:
        return "boilerplate"
    menu = is_menu(words) or wording.is_menu(words)
    if not paragraph.numbers and (menu or (lines and is_numbered_caption(words))):
        return "boilerplate"
    if lines and _SUBJECTS.match(words) and not paragraph.marked:
        return "boilerplate"
    if not paragraph.marked and (
        is_reference(words)
        or is_address(words, wording, above=words[:1].isdigit() and not _is_titled(lines, wording))
        or is_barred(words)
    ):
        return "date" if date_line(words) is not None else "boilerplate"
    if paragraph.bullet and not paragraph.numbers and date_line(words) is not None:
        return "date"
    if paragraph.bullet and not paragraph.numbers and lines and wording.kind(words) is not None:
        return "kind"
    if paragraph.bullet and not paragraph.numbers and _is_of_page(words, lines, wording):
        return "boilerplate"
    if paragraph.numbers or paragraph.bullet:
        return None
    if paragraph.depth:
        if not any(line.role == "title" for line in lines) and date_line(words) is not None:
            return "date"
        above = [line for line in lines if line.role == "title"]
        mastheads = all(
            wording.is_category(line.words) or not (line.depth or wording.promises(line.words))
            for line in above
        )
        titled = wording.promises(words) or wording.is_category(words)
        return "title" if not above or (mastheads and titled) else None
    label = LABEL.match(words)
    if label is not None:
        named = label[1].lower()
        if named in {"place", "venue", "location"}:
            return "place"
        if named != "date":
            return "title"
        words = words[label.end() :]
    if words[-1:] in (".", "!", "?") and wording.is_particular(words):
        return None  # "President Roe: Dear friends!"
    return _role(words, wording)


def _is_titled(lines: Sequence[FrontLine], wording: Wording) -> bool:
    """Whether one of the lines may be the title: none of who sends a page, or of what it is."""
    return any(
        line.role == "title"
        and wording.promises(line.words)
        and not (wording.is_category(line.words) or wording.is_sender(line.words))
        for line in lines
    )


def _is_of_page(words: str, lines: Sequence[FrontLine], wording: Wording) -> bool:
    """Whether a bullet above the title tells who sends the page, what it is, or the hour."""
    if _is_titled(lines, wording):
        return lines[-1].role == "date" and wording.is_category(words)
    return wording.is_category(words) or wording.is_boilerplate(words) or is_time(words)


def _role(words: str, wording: Wording) -> str | None:
    if date_line(words) is not None:
        return "date"
    if wording.kind(words) is not None:
        return "kind"
    return "title" if could_be_title(words, wording) else None
