"""Title and first paragraph -> when, where and on what occasion people met.

The *date of the meeting* is the first day that the first paragraph names for it, or the day within
a visit on which they met; a year that it leaves out is that of the date line, and counts as
derived. The *place* and the *occasion* are the document's own words. What the document does not say
is ``None``, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .cues import cues, sentence_spans, sentence_texts
from .datelines import read_dateline
from .dates import Date, date_line, find_dates, has_several_days, settled
from .layout import Layout
from .occasions import find_occasion
from .particulars import is_dated_by_heading, is_labelled_date, labelled_date, labelled_place
from .sittings import is_parliament
from .venues import find_place
from .wording import Wording, collapse

__all__ = ["Header", "read_header"]

_WHOLE = len("2002-06-13")
_LENGTH = 4000
"""So much of a paragraph is read, in characters: the meeting is told of at its beginning."""
_AHEAD = timedelta(days=180)
_TODAY = re.compile(r"\b(today|yesterday|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ON_WEEKDAY = re.compile(
    rf"\b(?:[Oo]n|[Tt]his) ({'|'.join(day.title() for day in _WEEKDAYS)})\b(?!,? \(?\w+ \d)"
)
_MEETING = (
    r"(?:met|meetings?|talks|conversation|discussions?|spoke|held|called|visited|received|hosted)"
)
_THE_DAY = (
    r"(?:today|yesterday|this (?:morning|afternoon|evening)"
    rf"|on (?:{'|'.join(_WEEKDAYS)}))\b"
)
_MET_TODAY = re.compile(
    rf"\b{_MEETING}\W+(?:\w+\W+){{0,8}}?{_THE_DAY}|\b{_THE_DAY}\W+(?:\w+\W+){{0,5}}?{_MEETING}\b",
    re.IGNORECASE,
)
_OPENINGS = 3
"""So many paragraphs may tell of the meeting."""
_FIRST_SENTENCES = 5
_LEAD = 2
_FRAGMENT = 30
"""What has no full stop and fewer characters is no paragraph."""
_DAYS = re.compile(
    r"\d\s*(?:-|–|—|~|to|and|through|until|till)\s*(?:[A-Z][a-z]+\.?\s+)?\d{1,2}\b(?!\d)"
)
_THE_NTH = re.compile(r"\b(?:[Oo]n|of) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|[A-Z]|anniv|cent))")
_LONGEST_MONTH = 31
_VISIT = re.compile(r"\b(?:visit\w*|stay\w*|tour\w*|trip)\b")
_MET = re.compile(r"\b(?:held|met|talks|meetings?|called on|call on)\b")
_NEAR = 80
_LABEL = 90
_NAMING = r"(?:[A-ZÀ-Þ][\w.'’-]*|of|the|and|for|de|van|von|al)"
_LABELLED = re.compile(
    rf"[*_]*({_NAMING}(?: {_NAMING}){{0,9}})(?:,? \([^()\n]{{2,40}}\))?[*_]*"
    r"(?:, [A-Z][^:.\n]{3,60})?(?:,? \*?\([^()\n]{2,40}\)\*?)?(?::|\.-)[*_]*\s"
)
"""What a speaker's words begin with in a transcript: ``President of Norland Jo Roe: Good day.``"""
_TURNS = 3
"""A transcript has so many labels at least."""
_OFFICE = re.compile(r"\d [ap]\.?m\.?,?\s+(?:at |in )?(?:the )?([A-Z][\w ,.’'-]{4,60})\Z")
_RECEIVED = re.compile(r"\(Received (?:on )?\Z")
"""When a despatch came."""
_DAYS_OF_VISIT = re.compile(r"\b(two|three|four|five)-day\b")
_CONCLUDES = re.compile(r"\b(?:conclud|wrapp|end)\w+\b")
_TAKEN_DOWN = re.compile(r"\b(?:minutes|memorandum|notes?|records?) (?:of|on)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|prepared)\b", re.IGNORECASE)
"""Who wrote a record dated it; one of nobody in particular has only the day of the meeting."""
_RELEASE = re.compile(r"(?:No\b|QA|Ref|Press Release)[.:]?[ -]?(?:No[.:]? ?)?[\d/-]*\d, ?", re.I)
"""The number of a release, before its day in its title."""
_EARLIER = re.compile(
    r"\bhad (?:\w+ly )?(?:already |just |last |also |both |all )?"
    r"(?:been|met|held|spoken|told|seen|had|[a-z]{3,}ed)\b(?![^,;]*[,;])"
)
"""What is told of as over when people met."""


@dataclass(frozen=True, slots=True)
class Header:
    """``derived`` names the fields that are concluded rather than stated, or without their year."""

    date_published: str | None = None
    date_meeting: str | None = None
    place: str | None = None
    occasion: str | None = None
    derived: tuple[str, ...] = ()


def read_header(text: str, layout: Layout) -> Header:
    """When, where and on what occasion the people of ``layout`` met."""
    title = "" if "title" in layout.derived else layout.title
    opening = _opening(text, layout)
    dateline = read_dateline(opening)
    opening = opening[dateline.end :] if dateline is not None else opening
    section = bool(layout.blocks) and layout.blocks[0].section != "0"
    told = Wording.default().spoken.search(title)
    if told and _is_speech(text, layout):
        # Whoever begins by speaking tells of other meetings.
        opening = ""
    found = _date_of_meeting(opening)
    if found is None or (section and not found.year):
        # What an item says without a year tells less than a title.
        found = _date_of_meeting(title) or found
    found = found or labelled_date(text, layout)
    if found is None:
        found = next((date for date in find_dates(title) if date.day and date.year), None)
    if found is None and (told or Wording.default().records.search(title)):
        found = next((date for date in find_dates(title) if date.day), None)
    issued = layout.date_published or _date_of_release(title)
    if dateline is not None:
        issued = issued or dateline.date.iso
        if found is None and _today(text, layout, issued) is None:
            found = dateline.date
    published, meeting, derived = _dates(text, title, found, issued)
    under_heading = is_dated_by_heading(text, layout)
    labelled = is_labelled_date(text, layout)
    beside_place = labelled and not told and any(p.role == "place" for p in layout.parts)
    record = Wording.default().records.search(title) is not None
    taken_down = _TAKEN_DOWN.search(title) is not None and _BY.search(title) is None
    if meeting is None and (under_heading or beside_place or record):
        # The date line of a record tells when the meeting was.
        meeting = published
        if under_heading or labelled or taken_down:
            published = _signed(text, layout)
    elif meeting is not None and meeting == published and record and taken_down:
        published = _signed(text, layout)
    elif published and told and not find_dates(title):
        # Whoever answers the press names the days of other meetings.
        meeting, derived = published, ("date_meeting",)
    elif (meeting is None or _is_journey(opening, title, found)) and (
        day := _today(text, layout, published)
    ) is not None:
        # Of a visit of several days the one of which the document tells.
        meeting, derived = max(meeting or day, day), ("date_meeting",)
    elif meeting is None and published and _is_day_of_talk(text, layout):
        meeting, derived = published, ("date_meeting",)
    dates = {"date_published": published, "date_meeting": meeting}
    partial = tuple(field for field, day in dates.items() if day and len(day) < _WHOLE)
    place = labelled_place(text, layout) or find_place(title, opening)
    if place is None and dateline is not None:
        place = dateline.place
        partial += ("place",)
    told = Wording.default().spoken.search(f"{title} {layout.kind or ''}")
    beside = layout.place or (_office_beside(text, layout) if told else None)
    if beside is not None and (place is None or told):
        # Where a transcript was made its date line tells.
        place = beside
        partial += ("place",)
    return Header(
        date_published=published,
        date_meeting=meeting,
        place=place,
        occasion=find_occasion(title) or find_occasion(opening),
        derived=derived + partial,
    )


def _date_of_release(title: str) -> str | None:
    """The day in a title that begins as a release does: ``No: 12, 3 May 2004, Press Release``."""
    match = _RELEASE.match(title)
    dates = find_dates(title, match.end()) if match is not None else []
    begins = bool(dates) and match is not None and dates[0].start == match.end()
    return dates[0].iso if begins and dates[0].day and dates[0].year else None


def _is_journey(opening: str, title: str, found: Date | None) -> bool:
    """Whether ``found`` are the days of a visit."""
    return found is not None and any(
        _VISIT.search(words[max(0, found.start - _NEAR) : found.start])
        and _DAYS.search(words, found.start, found.end)
        for words in (opening, title)
    )


def _opening(text: str, layout: Layout) -> str:
    """The first paragraph, white space collapsed, that tells of a meeting.

    One that only introduces the document may stand before it; in a section it counts only if it
    tells of a meeting.
    """
    if not layout.blocks:
        return ""
    first = ""
    for block in layout.blocks[:_OPENINGS]:
        words = collapse(text[block.start : min(block.end, block.start + _LENGTH)])
        if cues().meeting.search(words) is not None:
            return words
        if block.section == "0" and _is_fragment(words):
            continue
        if block.section != "0" or not Wording.default().presents_document(words):
            return first or ("" if block.section != "0" else words)
        first = first or words
    return first


def _is_day_of_talk(text: str, layout: Layout) -> bool:
    """Whether the date line tells when the talk was.

    It does if it is that of a transcript, has several days, or stands below what tells of the talk.
    """
    return (
        _spans_days(text, layout)
        or _is_transcript(text, layout)
        or is_parliament(text)
        or _is_below_lead(text, layout)
    )


def _signed(text: str, layout: Layout) -> str | None:
    """The day on which a record was signed, told at its foot."""
    dates = [part for part in layout.parts if part.role == "date"][1:]
    signed = date_line(collapse(text[dates[-1].start : dates[-1].end])) if dates else None
    return signed.iso if signed is not None else None


def _office_beside(text: str, layout: Layout) -> str | None:
    """The office where the press was met, behind the time of day in the date line."""
    dated = next((part for part in layout.parts if part.role == "date"), None)
    if dated is None:
        return None
    match = _OFFICE.search(text, dated.start, dated.end)
    return collapse(match[1]) if match is not None else None


def _is_below_lead(text: str, layout: Layout) -> bool:
    """Whether the date line stands right below a first sentence that tells of a meeting."""
    dated = next((part for part in layout.parts if part.role == "date"), None)
    if dated is None or len(layout.blocks) < _LEAD:
        return False
    first, second = layout.blocks[:_LEAD]
    between = first.end <= dated.start < second.start
    return between and cues().meeting.search(text, first.start, first.end) is not None


def _spans_days(text: str, layout: Layout) -> bool:
    """Whether the date line has several days, as meetings have and documents have not."""
    dated = next((part for part in layout.parts if part.role == "date"), None)
    return dated is not None and has_several_days(collapse(text[dated.start : dated.end]))


def _is_speech(text: str, layout: Layout) -> bool:
    """Whether the first paragraph begins with who speaks."""
    return any(
        _LABELLED.match(text, block.start, min(block.end, block.start + _LABEL))
        for block in layout.blocks[:1]
    )


def _is_transcript(text: str, layout: Layout) -> bool:
    """Whether two or more speak by labels, so that the day of the document is that of the talk."""
    labels = [
        match[1]
        for block in layout.blocks
        if (match := _LABELLED.match(text, block.start, min(block.end, block.start + _LABEL)))
    ]
    return len(labels) >= _TURNS and len(set(labels)) > 1


def _is_fragment(words: str) -> bool:
    """Whether a line above the text is no sentence: a time, a number, a caption."""
    return len(words) < _FRAGMENT and words[-1:] not in (".", ":", "!", "?")


def _dates(
    text: str, title: str, found: Date | None, published: str | None
) -> tuple[str | None, str | None, tuple[str, ...]]:
    if found is None:
        return published, None, ()
    found = settled(found, text)
    issued = _issued(published)
    derived: list[str] = []
    year = found.year
    if year is None and issued is not None:
        year = _year(found, issued)
    elif year is None:
        # Another date of the title may hold the year.
        year = next((other.year for other in find_dates(title) if other.year), None)
    if year != found.year:
        found = replace(found, year=year)
        derived.append("date_meeting")
    if published is not None and published.startswith("--") and found.year is not None:
        published = f"{found.year:04d}{published[1:]}"
        derived.append("date_published")
    return published, found.iso, tuple(derived)


def _issued(published: str | None) -> Date | None:
    """The date of issue, if it is known to the year at least."""
    if not published or published.startswith("--"):
        return None
    year, *rest = map(int, published.split("-"))
    month, day = (*rest, None, None)[:2]
    return Date(0, 0, year, month, day)


def _year(found: Date, issued: Date) -> int:
    """The year of the date line, or the one before for a meeting at the end of a year."""
    assert issued.year is not None
    if found.month is None or issued.month is None:
        return issued.year
    if found.day is None or issued.day is None:
        return issued.year - (found.month > issued.month + 6)
    try:
        ahead = date(issued.year, found.month, found.day) - date(
            issued.year, issued.month, issued.day
        )
    except ValueError:
        # The 29th of February, which the year of issue does not have.
        return issued.year
    return issued.year - (ahead > _AHEAD)


def _today(text: str, layout: Layout, published: str | None) -> str | None:
    """The date of issue for a meeting ``today``, one before it for ``yesterday``, ``on Friday``.

    The first sentence may speak of any day; others only of one on which people met.
    """
    if published is None or len(published) != _WHOLE:
        return None
    for number, block in enumerate(layout.blocks[:_OPENINGS]):
        words = collapse(text[block.start : min(block.end, block.start + _LENGTH)])
        for index, sentence in enumerate(sentence_texts(words)[:_FIRST_SENTENCES]):
            match = _TODAY.search(sentence) or _ON_WEEKDAY.search(sentence)
            nth = _THE_NTH.search(sentence) if match is None and not (number or index) else None
            if nth is not None and cues().meeting.search(sentence):
                return _nth(date.fromisoformat(published), int(nth[1]))
            if match is None:
                continue
            if (number or index) and not _MET_TODAY.search(sentence):
                # The opening goes on to tell what was done that day.
                told = not number and index == 1 and match.re is _TODAY
                if not told or cues().meeting.search(sentence) is None:
                    continue
            day = date.fromisoformat(published)
            if match[1].lower() in _WEEKDAYS:
                day -= timedelta(days=(day.weekday() - _WEEKDAYS.index(match[1].lower())) % 7)
            elif match[1].lower() == "yesterday":
                day -= timedelta(days=1)
            several = _DAYS_OF_VISIT.search(sentence)
            if several is not None and _CONCLUDES.search(sentence) and _VISIT.search(sentence):
                # The first day of a visit that ends today.
                day -= timedelta(days=("two", "three", "four", "five").index(several[1]) + 1)
            return day.isoformat()
    return None


def _nth(published: date, day: int) -> str | None:
    """The last day of a month before ``published`` that is its ``day``th."""
    last = published if day <= published.day else published.replace(day=1) - timedelta(days=1)
    try:
        return last.replace(day=day).isoformat()
    except ValueError:
        return None


def _date_of_meeting(words: str) -> Date | None:
    """The first day named in a sentence that tells of a meeting, other times left aside.

    ``the talks of 3 May`` count only where no other day is named.
    """
    known = cues()
    fallback: Date | None = None
    for start, end in sentence_spans(words):
        if known.meeting.search(words, start, end) is None:
            continue
        for found in _unbracketed(words, find_dates(words, start, end)):
            before = words[start : found.start].lower().split()[-3:]
            if (found.day or found.either) is None or not known.other_time.isdisjoint(before):
                continue
            if _EARLIER.search(words, max(start, found.start - _NEAR), found.start):
                continue
            if _RECEIVED.search(words, max(start, found.start - _NEAR), found.start):
                continue
            if before[-1:] != ["of"] or not known.times_of_day.isdisjoint(before):
                spans_days = _DAYS.search(words, found.start, found.end)
                return (_within(words, found) if spans_days else None) or found
            if fallback is None and known.meeting.search(" ".join(before)) is not None:
                fallback = found
    return fallback


def _unbracketed(words: str, dates: list[Date]) -> list[Date]:
    """``dates`` but for those in brackets (of other time zones), if there are others."""
    plain = [
        one for one in dates if words.count("(", 0, one.start) <= words.count(")", 0, one.start)
    ]
    return plain or dates


def _within(words: str, days: Date) -> Date | None:
    """The day of a visit of several ``days`` on which they are said to have met."""
    if _VISIT.search(words, max(0, days.start - _NEAR), days.start) is None:
        return None
    sentence = Wording.default().sentence_end(words, days.end) or len(words)
    bare = _THE_NTH.search(words, days.end, sentence)
    nth = int(bare[1]) if bare is not None and _MET.search(words, days.end, bare.start()) else 0
    if (days.day or 0) <= nth <= _LONGEST_MONTH and nth:
        return replace(days, day=nth)
    spans = sentence_spans(words)
    for found in find_dates(words, days.end):
        first, last = next(s for s in spans if found.start < s[1])
        clause = words[max(first, days.end) : last]
        later = (found.day or 0) >= (days.day or 0) and found.month == days.month
        if found.day is not None and later and _MET.search(clause):
            return found if found.year or not days.year else replace(found, year=days.year)
    return None
