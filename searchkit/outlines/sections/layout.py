"""Lines -> title, dates, numbered sections, lists, boilerplate.

A *block* is what becomes one passage (see ``blocks``), a *part* a stretch of text outside the
blocks: the front, headings, markers and boilerplate. Together they are all that the text says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from ...records import Section
from ..around.cables import cable_head
from ..around.contents import without_contents
from ..around.credits import without_co_issuers, without_credits
from ..around.endings import (
    without_first_lines,
    without_footnotes,
    without_last_lines,
    without_signature,
)
from ..around.furniture import (
    without_author,
    without_captions,
    without_datelines,
    without_doubles,
    without_page_heads,
    without_picture_credits,
    without_repeats,
    without_running_heads,
    without_trailer,
)
from ..around.menus import without_menus, without_tags
from ..around.notices import without_site_notices
from ..around.signatures import without_signatures
from ..around.trails import without_next_posts, without_numbered_trail, without_site
from ..front.date_lines import date_line, place_beside
from ..front.datelines import read_dateline
from ..front.front import read_front
from ..front.place_lines import is_place, may_be_place
from ..front.rows import is_time
from ..front.subtitles import without_dashes_as_bullets
from ..header.dates import Date, find_dates, settled
from ..particulars.attendance import (
    heads_like_headings,
    is_attendance,
    is_particulars,
    with_attendance,
    without_heads_of_nobody,
)
from ..text.agenda_pages import without_agenda, without_columns
from ..text.insertions import Insertion, blanked, find_insertions, holes, opened, without_notes
from ..text.lines import Paragraph, read_paragraphs
from ..text.motions import with_motions
from ..text.votes import with_votes
from ..transcripts.labels import with_labels_above, with_turns
from ..words.wording import Wording, collapse
from .around_lines import without_lines_around
from .billed import without_bill
from .blocks import Block, make_blocks
from .bracketed import bracketed_headings
from .entries import Entry, read_entries
from .nesting import heads_in_capitals, heads_of_series
from .programmes import with_programmes
from .rubrics import without_lone_heading, without_unlikely_headings
from .run_in import without_run_in
from .signed import itemed_headings, signed_headings

__all__ = ["Block", "Layout", "Part", "read_layout", "set_apart"]

_LINKS_LENGTH = 500
_BRACKETED = 60
_DATE_LENGTH = 120
_TITLE_WORDS = 5
"""So many words below a field's name without a colon may be the title."""
_ANOTHER = re.compile(r"\bnext\b|\bforthcoming\b|(?<!the )\bfuture\b", re.IGNORECASE)
"""Above a date these words tell that it is another meeting's."""
_PLACED = re.compile(r"[*_]{0,2}(?:place|venue|location)[ \t]*:[*_ \t]*\S", re.IGNORECASE)
_NEAR = 12
"""So many paragraphs at either end of the text may tell when it was published."""
_NEAR_FOOT = 6
_DONE = re.compile(
    r"(?:Done|DONE|Signed|SIGNED)(?: and [a-z]+)? "
    r"(?:at|in) [A-ZÀ-ÞĀ-ɏ][^.\d]{2,40}?"
)
"""What begins the last sentence of what both sides signed: ``Done at Oslo on 3 May 2004``."""
_PUBLISHED = re.compile(
    r"(?:first )?(?:published|publication|issued|released|posted|embargoed|date|delivered on)\b",
    re.IGNORECASE,
)
_CRAWLED = re.compile(r"\s*date \d{4}-\d\d-\d\d(?=\s)")
"""What crawlers write before a page: the day that they found for it."""
_CHANGED = re.compile(r"(?:page |was )?(?:last )?(?:updated?|modified|revised|changed)\b", re.I)
"""What labels the day on which a page was changed."""


@dataclass(slots=True)
class Part:
    """What stands outside the blocks: ``text[start:end]``.

    ``role`` is ``title``, ``kind``, ``date``, ``place`` (with its label), ``heading`` (with its
    marker), ``marker`` (in front of a block) or ``boilerplate``.
    """

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's blocks and the parts around them; ``place`` is that of its date line.

    ``date_held`` is the day of the meeting where a line of its own tells it, ``full`` the
    width from which on a line of it goes on below, 0 if its lines were not wrapped.

    ``site`` is whose page it is, by the page's head.

    ``text`` is the document's with spaces for what was inserted into its lines. Every character of
    it but white space is in exactly one block or part, and both are in order.
    """

    text: str
    title: str
    kind: str | None
    date_published: str | None
    place: str | None
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    boilerplate: tuple[str, ...]
    derived: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    date_held: str | None = None
    full: int = 0
    site: str = ""


def read_layout(text: str, *, start: int = 0, name: str = "") -> Layout:
    """The layout of any text; takes time in proportion to its length and never raises.

    Args:
        start: where the document begins; the lines before it (front matter) are boilerplate.
        name: the title that a page has in its head, or nothing.
    """
    wording = Wording.default()
    original, insertions = text, find_insertions(text)
    text = _with_line_for_crawl(blanked(text, insertions))
    cable = cable_head(text, start)
    start = cable[0] if cable is not None else start
    within, apart = holes(text, insertions), opened(text, insertions)
    paragraphs, full = read_paragraphs(text, wording, start=start, holes=within, opened=apart)
    above = sum(1 for _ in takewhile(lambda p: p.start < start, paragraphs))
    parts = [Part("boilerplate", p.start, p.end) for p in paragraphs[:above]]
    del paragraphs[:above]
    if text != original and paragraphs and _CRAWLED.match(text, paragraphs[0].start):
        paragraphs[0] = replace(paragraphs[0], boilerplate=True)
    paragraphs = without_dashes_as_bullets(text, paragraphs, wording)
    paragraphs = without_menus(text, _without_fields(text, paragraphs, wording), wording)
    paragraphs = without_tags(text, without_site_notices(text, paragraphs, wording), wording)
    paragraphs = without_numbered_trail(text, without_site(text, paragraphs))
    paragraphs = without_next_posts(text, paragraphs)
    paragraphs = without_columns(text, without_page_heads(text, paragraphs))
    paragraphs = without_co_issuers(text, paragraphs, wording)
    present = heads_like_headings(text, paragraphs, wording)
    paragraphs = with_turns(text, with_labels_above(text, paragraphs, wording))
    paragraphs = with_attendance(text, paragraphs, wording, present)
    paragraphs = with_motions(text, with_votes(text, paragraphs))
    paragraphs, agenda = without_agenda(text, paragraphs)
    bracketed = bracketed_headings(text, paragraphs, wording)
    bracketed |= heads_of_series(text, paragraphs, wording)
    bracketed |= heads_in_capitals(text, paragraphs, wording)
    bracketed |= itemed_headings(text, paragraphs) | agenda | present
    front = read_front(text, paragraphs, wording, name, bracketed)
    count = len(front.roles)
    body: list[Paragraph] = []
    for role, above_body in zip(front.roles, paragraphs[:count], strict=True):
        lines = text[above_body.start : above_body.end]
        if role == "boilerplate" and "\n" in lines and is_attendance(text, above_body):
            # Those present stand above the day in some records, and are no head of theirs.
            body.append(replace(above_body, boilerplate=False))
        else:
            parts.append(Part(role, above_body.start, above_body.end))
    body += paragraphs[count:]
    published, place = front.date, front.place
    if published is None and cable is not None:
        published = cable[1]
    if published is None and (index := _published(text, body)) is not None:
        line = collapse(text[body[index].start : body[index].end])
        published, place = date_line(line), place_beside(line)
        parts.append(Part("date", body[index].start, body[index].end))
        del body[index]
        place = _beside_date(text, body, index, wording) or place
    elif published is not None and wording.records.search(front.title):
        # A record may be signed some days after the meeting whose day is at its head.
        signed = _signed(text, body, published)
        if signed is not None:
            parts.append(Part("date", body[signed].start, body[signed].end))
            del body[signed]
    if published is None:
        published = _done(text, body)
    if published is None and (dated := _dated_apart(text, paragraphs)) is not None:
        # Only what is set apart tells a day, if that on which the page was changed.
        words = collapse(text[dated.start : dated.end])
        changed = _CHANGED.match(words) is not None
        published = None if changed and _begins_with_day(text, body) else date_line(words)
        if not changed:
            body = [paragraph for paragraph in body if paragraph.start != dated.start]
            parts = [part for part in parts if part.start != dated.start]
            parts.append(Part("date", dated.start, dated.end))
    if published is not None:
        published = settled(published, text)
    body = _without_place(text, body, parts)
    body = without_running_heads(text, body)
    body = without_trailer(text, without_author(text, paragraphs, body), wording)
    body = without_datelines(text, body, published.iso if published is not None else None)
    if "title" in front.roles:
        body = without_repeats(text, body, front.title)
        body = without_picture_credits(text, body)
        body = without_captions(text, body, front.title, wording)
    body = without_doubles(text, body, wording)
    body, listed = without_contents(
        text, body, wording, before=paragraphs[max(0, count - 1) : count]
    )
    body = without_notes(text, body, original, insertions)
    body = without_footnotes(text, body)
    body = without_signature(text, without_credits(text, body), front.title)
    body = without_signatures(text, body, wording)
    body = without_heads_of_nobody(text, body, wording)
    # What stands under the last heading that contents list is its text, not below the document.
    cut = max((i + 2 for i, p in enumerate(body) if p.start in listed), default=0)
    body = [*body[:cut], *without_last_lines(text, body, wording)[cut:]]
    body = without_first_lines(text, body, wording)
    body, billed = without_bill(text, body, front.title, wording)
    place = place or billed
    body = with_programmes(text, body)
    body = [
        replace(number, boilerplate=True) if number.empty and line.boilerplate else number
        for number, line in zip(body, [*body[1:], *body[-1:]], strict=True)
    ]
    body, run_in = without_run_in(text, body, wording)
    listed |= run_in | signed_headings(text, body, wording) | bracketed
    body, plain = without_unlikely_headings(text, paragraphs, body, wording, listed)
    body = without_lone_heading(text, body, wording, listed)
    body, plain = without_lines_around(text, paragraphs, body, wording, listed, plain)
    parts += [Part("boilerplate", p.start, p.end) for p in body if p.boilerplate]
    entries = read_entries(text, body, wording, listed=listed, plain=plain)
    blocks = tuple(make_blocks(text, entries, wording))
    starts = {block.start for block in blocks}
    for entry in entries:
        if entry is None:
            continue
        paragraph = entry.paragraph
        if entry.heading is not None or paragraph.empty:
            parts.append(Part("heading", paragraph.start, paragraph.end))
        elif paragraph.body > paragraph.start and paragraph.body in starts:
            parts.append(Part("marker", paragraph.start, paragraph.body))
    parts += _apart(text, insertions, parts)
    parts.sort(key=lambda part: part.start)
    return Layout(
        text=text,
        title=front.title,
        kind=front.kind,
        date_published=published.iso if published is not None else None,
        place=place,
        sections=tuple(_sections(entries)),
        blocks=blocks,
        boilerplate=tuple(collapse(original[a:b]) for a, b in set_apart(original, parts)),
        derived=front.derived,
        parts=tuple(parts),
        date_held=settled(front.held, text).iso if front.held is not None else None,
        full=full,
    )


def set_apart(text: str, parts: Sequence[Part]) -> list[tuple[int, int]]:
    """The spans of boilerplate; what stands side by side on a line is one."""
    spans: list[tuple[int, int]] = []
    for part in parts:
        if part.role != "boilerplate":
            continue
        if spans and text[spans[-1][1] : part.start].strip(" \t") == "":
            spans[-1] = spans[-1][0], part.end
        else:
            spans.append((part.start, part.end))
    return spans


def _apart(text: str, insertions: Sequence[Insertion], parts: Sequence[Part]) -> Iterator[Part]:
    """Insertions as parts, but for those in lines that are boilerplate as a whole.

    The number of a line is a marker, but where what stands on its line is set apart.
    """
    lines = sorted((p.start, p.end) for p in parts if p.role == "boilerplate")
    starts = [start for start, _ in lines]
    for one in insertions:
        at = bisect_right(starts, one.start) - 1
        if at < 0 or one.start >= lines[at][1]:
            below = starts[at + 1] if at + 1 < len(starts) else len(text)
            apart = not one.counts or not text[one.end : below].strip(" \t")
            yield Part("boilerplate" if apart else "marker", one.start, one.end)


def _without_fields(text: str, paragraphs: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``paragraphs`` with the fields near the ends, name and value, marked as boilerplate.

    A value that is a date is left to tell when the document was published.
    """
    found = list(paragraphs)
    for index, (name, value) in enumerate(pairwise(paragraphs)):
        listed = name.bullet and value.bullet and text[name.end - 1] == ":" and not value.gap
        if _NEAR <= index < len(paragraphs) - _NEAR or (value.marked and not listed):
            continue
        if name.numbers or (name.bullet and not listed) or (value.gap and not name.depth):
            continue
        if wording.names_field(text[name.body : min(name.end, name.body + _BRACKETED)]):
            found[index] = replace(name, boilerplate=True)
            words = text[value.start : min(value.end, value.start + _LINKS_LENGTH)]
            told = len(words.split()) >= _TITLE_WORDS and wording.promises(words)
            if told and text[name.start : name.end].rstrip()[-1:] != ":":
                continue  # "Share" above the title
            if date_line(collapse(words)) is None and wording.sentence_end(words) is None:
                found[index + 1] = replace(value, boilerplate=True)
    return found


def _published(text: str, body: Sequence[Paragraph]) -> int | None:
    """Which line near an end of the text says when it was published.

    One that says so by its words, else one that is nothing but a date with its year.
    """
    bare: int | None = None
    for index, paragraph in enumerate(body):
        if _NEAR <= index < len(body) - _NEAR or paragraph.boilerplate or paragraph.numbers:
            continue
        if paragraph.end - paragraph.start > _DATE_LENGTH or paragraph.depth:
            continue
        words = collapse(text[paragraph.body : paragraph.end])
        date = date_line(words)
        if date is None or (paragraph.bullet and not _among_particulars(text, body, index)):
            continue
        if _PUBLISHED.match(words):
            return index
        above = body[index - 1] if index else paragraph
        if is_particulars(text, above):
            continue
        if bare is None and date.year and (date.day or date.either) and not _another(text, above):
            bare = index
    return bare


def _among_particulars(text: str, body: Sequence[Paragraph], index: int) -> bool:
    """Whether a day behind a bullet is a page's: it stands among lines set apart, without days."""
    beside = (*body[max(0, index - 1) : index], *body[index + 1 : index + 2])
    said = [text[p.start : min(p.end, p.start + _DATE_LENGTH)] for p in beside]
    return any(p.boilerplate for p in beside) and not any(map(find_dates, said))


def _with_line_for_crawl(text: str) -> str:
    """``text`` with a line of its own for the day that a crawler wrote before the first line."""
    day = _CRAWLED.match(text)
    found = day is not None and text.startswith(" ", day.end())
    return f"{text[: day.end()]}\n{text[day.end() + 1 :]}" if day is not None and found else text


def _begins_with_day(text: str, body: Sequence[Paragraph]) -> bool:
    """Whether the text begins with its place and its day: ``OSLO, 3 May 2004 – Ms. Roe ...``."""
    first = next((p for p in body if not (p.boilerplate or p.empty)), None)
    words = collapse(text[first.body : min(first.end, first.body + 200)]) if first else ""
    dateline = read_dateline(words)
    day = dateline.date if dateline is not None else None
    return day is not None and day.year is not None


def _dated_apart(text: str, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The line near an end that is set apart and tells when the page was published, or changed."""
    changed: Paragraph | None = None
    for line in (*paragraphs[:_NEAR], *paragraphs[-_NEAR:]):
        if not line.boilerplate or line.end - line.start > _DATE_LENGTH:
            continue
        words = collapse(text[line.start : line.end])
        labelled = _PUBLISHED.match(words) is not None
        if not labelled and (changed is not None or _CHANGED.match(words) is None):
            continue
        date = date_line(words)
        if date is None or not date.year or not (date.day or date.either):
            continue
        if labelled:
            return line
        changed = line
    return changed


def _done(text: str, body: Sequence[Paragraph]) -> Date | None:
    """The day on which what both sides signed was done, told at its foot."""
    for line in reversed(body[-_NEAR_FOOT:]):
        done = _DONE.match(text, line.body, min(line.end, line.body + _DATE_LENGTH))
        dates = (
            find_dates(text, done.end(), min(line.end, done.end() + _DATE_LENGTH)) if done else []
        )
        if dates and dates[0].year and dates[0].day:
            return dates[0]
    return None


def _without_place(text: str, body: list[Paragraph], parts: list[Part]) -> list[Paragraph]:
    """``body`` without the labelled lines of a record's head that say where it was."""
    kept: list[Paragraph] = []
    for index, line in enumerate(body):
        place = index < _NEAR and not line.marked and not line.boilerplate
        if place and line.end - line.start <= _DATE_LENGTH and _PLACED.match(text, line.start):
            parts.append(Part("place", line.start, line.end))
        else:
            kept.append(line)
    return kept


def _signed(text: str, body: Sequence[Paragraph], day: Date) -> int | None:
    """Which of the last lines is another day with its year: that on which a record was signed."""
    for index in range(len(body) - 1, max(0, len(body) - _NEAR_FOOT) - 1, -1):
        line = body[index]
        if line.boilerplate or line.marked or line.end - line.start > _DATE_LENGTH:
            continue
        date = date_line(collapse(text[line.start : line.end]))
        if date is None or not date.year or not date.day or date.iso <= day.iso:
            continue
        return None if index and _another(text, body[index - 1]) else index
    return None


def _another(text: str, above: Paragraph) -> bool:
    """Whether the line above a day tells that it is another meeting's: ``Next meeting``."""
    end = min(above.end, above.start + _DATE_LENGTH)
    return _ANOTHER.search(text, above.start, end) is not None


def _beside_date(text: str, body: list[Paragraph], index: int, wording: Wording) -> str | None:
    """The place below a date line that stood at ``index``, a time of day perhaps between them.

    Both are marked as boilerplate.
    """
    timed = False
    for at in range(index, min(index + 2, len(body))):
        line = body[at]
        words = collapse(text[line.start : min(line.end, line.start + _DATE_LENGTH)])
        if line.boilerplate or line.marked:
            return None
        if is_time(words):
            body[at] = replace(line, boilerplate=True)
            timed = True
            continue
        below = body[at + 1 : at + 2]
        ends = not below or below[0].gap or below[0].boilerplate
        alone = (timed or not line.gap) and ends
        parts = (part.removeprefix("The ") for part in words.split(", "))
        if not alone or not (may_be_place(words, wording) or any(map(is_place, parts))):
            return None
        body[at] = replace(line, boilerplate=True)
        return words
    return None


def _sections(entries: Sequence[Entry | None]) -> Iterator[Section]:
    for entry in entries:
        if entry is None:
            continue
        for section, depth in entry.place.opened:
            own = section == entry.place.section
            yield Section(section, entry.heading if own else None, depth)
