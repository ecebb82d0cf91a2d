"""On which day people met: what a first paragraph says of it, counted from the day of issue."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..particulars.attendance import heads_attendance
from ..sections.layout import Layout
from ..words.gates import Expression
from ..words.wording import Wording, collapse
from .cues import cues, sentence_spans, sentence_texts
from .dates import Date, find_dates, settled

__all__ = [
    "LENGTH",
    "OPENINGS",
    "WHOLE",
    "date_of_meeting",
    "dates_of",
    "first_of_visit",
    "is_journey",
    "is_of_another_time",
    "is_within_visit",
    "issue_of",
    "today",
    "told_today",
    "within_title",
    "year_of",
]

LENGTH = 4000
"""So much of a paragraph is read, in characters: the meeting is told of at its beginning."""
OPENINGS = 3
"""So many paragraphs may tell of the meeting."""
WHOLE = len("2002-06-13")
_AHEAD = timedelta(days=180)
_TODAY = Expression(
    r"\b(today|yesterday|(?:last|the previous) (?:night|evening)|this (?:morning|afternoon|evening)"
    r"|(?:in|at) an? (?:morning|midday|afternoon|evening) (?:meeting|session))\b",
    re.IGNORECASE,
)
_CALLED_TODAY = re.compile(r"\btoday,? [(\[]?(?:[A-Z][a-z]+day,? )?(?:the )?\Z")
_LAST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OTHER = ("next", "last", "by", "from", "of", "until", "for", "before", "after", "since")
_NOT_THEN = "".join(rf"(?<!(?i:{word}) )" for word in _OTHER)
_ON_WEEKDAY = Expression(
    rf"\b(?:(?:[Oo]n|[Tt]his) |{_NOT_THEN}(?<![A-Z][a-z]{{3}} )(?<!Easter )"
    r"(?=\w+(?:[,.]| (?:with|at|in|on|to|by|that|from|for|morning|afternoon|evening)\b)))"
    rf"({'|'.join(day.title() for day in _WEEKDAYS)})\b"
    r"(?!,? \(?(?:the )?(?:[A-ZÀ-ÞĀ-ɏ]\w+\.? \d|\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z]))"
)
_MEETING = (
    r"(?:met|meetings?|talks|conversation|discussions?|spoke|held|call(?:ed|ing)|visited|received"
    r"|hosted)"
)
_THE_DAY = (
    r"(?:today|yesterday|last (?:night|evening)|this (?:morning|afternoon|evening)"
    rf"|(?:on )?(?:{'|'.join(_WEEKDAYS)}))\b"
)
_MET_TODAY = re.compile(
    rf"\b{_MEETING}\W+(?:\w+\W+){{0,12}}?{_THE_DAY}|\b{_THE_DAY}\W+(?:\w+\W+){{0,5}}?{_MEETING}\b",
    re.IGNORECASE,
)
_FIRST_SENTENCES = 5
_DAYS = re.compile(
    r"\d(?:st|nd|rd|th)?(?: ?\([A-Z][a-z]{2,8}\.?\))?"
    r"\s*(?:-|–|—|~|to|and|through|until|till)\s*(?:[A-Z][a-z]+\.?\s+)?\d{1,2}"
    r"(?:st|nd|rd|th)?\b(?!\d)"
)
_THE_NTH = re.compile(r"\b(?:[Oo]n|of) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|[A-Z]|anniv|cent))")
_LONGEST_MONTH = 31
_VISIT = re.compile(r"\b(?:[Vv]isit\w*|[Ss]tay\w*|[Tt]our\w*|[Tt]rip)\b")
_MET = re.compile(r"\b(?:held|met|talks|meetings?|called on|call on)\b")
_NEAR = 80
_BESIDE = 25
"""``today, on 3 May``: so near the day is the same."""
_LATER = re.compile(
    r"\b(?:will be held|(?<!first )(?<!second )(?<!third )to be held|will take place"
    r"|(?:upcoming|forthcoming) [a-z]+\b[^,;]* will (?:(?:both|all) )?(?:attend|meet|host|hold)"
    r")\b[^,;]*\Z"
)
"""Of what is still to come is told so."""
_WHOSE = re.compile(r"(?:[a-z][’']s?|\b(?:the|his|her|its|their|our))\s\Z", re.IGNORECASE)
_NOUN = re.compile(
    r"\s(?!(?:and|at|by|for|from|in|of|on|that|to|when|where|with)\b)[A-Za-z][a-z-]+(?: [a-z]+)?"
)
"""Whose a day is, and what is named after it: ``Norland's May 3 ban``."""
_HOUR = re.compile(
    r"\d{1,2}(?:[:.]\d\d)?[ap]\.?m\.?|\d{1,2}[:.]\d\d|[ap]\.?m\.?|(?:noon|midnight|o[’']clock),?"
)
_RECEIVED = re.compile(r"[(\[][Rr]ec(?:eived|’?d|'d)\.? (?:on )?\Z")
"""When a despatch came."""
_BRACKETS = re.compile(r"\([^()]*\)")
_PROPOSED = re.compile(
    r"\b(?:suggest(?:ed|s|ing)|propos(?:ed|es|ing)|recommended|agreed to|decided to)\b[^,;.]*\Z"
)
"""Of a day to come is told so: ``Chair Roe suggested taking up cod on Friday``."""
_DAYS_OF_VISIT = re.compile(r"\b(two|three|four|five)-day\b")
_SINCE = re.compile(
    r"(?<!\bof )\b(?:from|since|(?:beginning|starting|commencing)(?: on| from)?) (?:the )?\Z"
)
"""What a visit's first day is told with, where its last one is not."""
_CONCLUDES = re.compile(r"\b(?:conclud\w+|wrap(?:s|p\w+)|end(?:s|ed|ing))\b")
_LEFT = re.compile(r"\b(?:left|departed|leaving|departing)\b[^,;]{0,60}\Z")
"""On that day a journey begins."""
_NEXT_NTH = re.compile(r"\s*On the (\d{1,2})(?:st|nd|rd|th)\b")
"""The day of a visit that the next sentence begins with."""
_EARLIER = re.compile(
    r"\bhad (?:\w+ly )?(?:already |just |last |also |both |all )?"
    r"(?:been|met|held|spoken|told|seen|had|[a-z]{3,}ed)\b(?![^,;]*[,;])"
)
"""What is told of as over when people met."""


def date_of_meeting(words: str) -> Date | None:
    """The first day named in a sentence that tells of a meeting, other times left aside.

    ``the talks of 3 May`` count only where no other day is named.
    """
    known = cues()
    fallback: Date | None = None
    for start, end in sentence_spans(words):
        if known.meeting.search(words, start, end) is None:
            continue
        for found in _unbracketed(words, start, end):
            if (found.day or found.either) is None or is_of_another_time(words, start, found):
                continue
            before = words[start : found.start].lower().rsplit(None, 3)[-3:]
            if before[-1:] != ["of"] or not known.times_of_day.isdisjoint(before):
                spans_days = _DAYS.search(words, found.start, found.end)
                return (_within(words, found) if spans_days else None) or found
            if fallback is None and known.meeting.search(" ".join(before)) is not None:
                fallback = found
    return fallback


def is_of_another_time(words: str, start: int, found: Date) -> bool:
    """Whether the sentence from ``start`` on tells of a day as another than that of the talks."""
    before = words[start : found.start].lower().rsplit(None, 3)[-3:]
    # "shortly past 11:00 on 3 May", "before noon on 3 May": an hour of the day itself
    hours = [index for index, word in enumerate(before) if _HOUR.fullmatch(word)]
    if not cues().other_time.isdisjoint(before[hours[-1] if hours else 0 :]):
        return True
    if _names_event(words, start, found):
        return True
    if any(
        pattern.search(words, max(start, found.start - _NEAR), found.start)
        for pattern in (_EARLIER, _RECEIVED, _LATER, _LEFT)
    ):
        return True
    # "They spoke last night, to follow up on their meeting of 3 May."
    now = _TODAY.search(words, start, found.start)
    return now is not None and found.start - now.end() > _BESIDE


def _names_event(words: str, start: int, found: Date) -> bool:
    """Whether a day tells which event of another time is meant: ``Norland's May 3 cod ban``."""
    if _WHOSE.search(words, start, found.start) is None:
        return False
    noun = _NOUN.match(words, found.end)
    return noun is not None and cues().meeting.search(noun[0].lower()) is None


def _unbracketed(words: str, start: int, end: int) -> list[Date]:
    """The days of a sentence but for those in brackets (of other time zones), if others are told.

    They are, too, where it was today, or on Monday.
    """
    dates = find_dates(words, start, end)
    plain = [
        one for one in dates if words.count("(", 0, one.start) <= words.count(")", 0, one.start)
    ]
    if plain or not dates:
        return plain
    outside = _BRACKETS.sub(" ", words[start:end])
    told = any(day.search(outside) for day in (_TODAY, _ON_WEEKDAY, _THE_NTH))
    # "On Monday (3 May)"
    alone = words[dates[0].start - 1] + words[dates[0].end : dates[0].end + 1] == "()"
    return [] if told and not alone else dates


def _within(words: str, days: Date) -> Date | None:
    """The day of a visit of several ``days`` on which they are said to have met."""
    sentence = Wording.default().sentence_end(words, days.end) or len(words)
    begins = not words[: days.start].strip().lower().removesuffix("from")
    # "From 21 to 23 May the Minister paid a visit to Vik, where he held talks on 22 May."
    until = min(sentence, days.end + 2 * _NEAR) if begins else days.start
    if _VISIT.search(words, max(0, days.start - _NEAR), until) is None:
        return None
    bare = _THE_NTH.search(words, days.end, sentence)
    if bare is None and (then := _NEXT_NTH.match(words, sentence)) is not None:
        below = Wording.default().sentence_end(words, then.end()) or len(words)
        if _MET.search(words, then.end(), below):
            return replace(days, day=int(then[1]))
    opens = bare is not None and words[bare.start()] == "O"
    told = bare and _MET.search(words, days.end, sentence if opens else bare.start())
    nth = int(bare[1]) if bare is not None and told else 0
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


def is_within_visit(opening: str, found: Date | None) -> bool:
    """Whether ``found`` is a later day of a visit, the first of which is told in full."""
    if found is None or _DAYS.search(opening, found.start, found.end) is None:
        return False
    return any(first.day != found.day for first in find_dates(opening, found.start, found.end)[:1])


def is_journey(opening: str, title: str, found: Date | None) -> bool:
    """Whether ``found`` are the days of a visit, told before them or right after them.

    Its first day alone may be told: ``is on a three-day visit to Norland from 3 May``.
    """
    return found is not None and any(
        (_are_days(words, found) or _SINCE.search(words[max(0, found.start - _NEAR) : found.start]))
        and _VISIT.search(words[max(0, found.start - _NEAR) : found.end + _NEAR])
        for words in (opening, title)
        if any(day.iso == found.iso for day in find_dates(words, found.start)[:1])
    )


def _are_days(words: str, found: Date) -> bool:
    """Whether ``found`` is the first of several days: ``from May 3 (Mon) to May 5``."""
    days = _DAYS.search(words, found.start, found.end + _BESIDE)
    return days is not None and days.start() < found.end


def first_of_visit(opening: str, title: str, found: Date | None) -> Date | None:
    """``found``, or the first day of the visit of the ``title`` where people met on that as well.

    ``Visit to Norland (May 3 - 4)``: ``He met Ms. Roe on May 4, and Mr. Doe on May 3.``
    """
    visit = next((days for days in find_dates(title) if _DAYS.search(title, days.start)), None)
    if found is None or visit is None or _VISIT.search(title) is None:
        return found
    days = (day for day in find_dates(opening) if (day.month, day.day) == (visit.month, visit.day))
    later = found.month == visit.month and (found.day or 0) > (visit.day or 0)
    return next(days, found) if later else found


def today(text: str, layout: Layout, published: str | None) -> str | None:
    """The date of issue for a meeting ``today``, one before it for ``yesterday``, ``on Friday``.

    The first sentence may speak of any day; others only of one on which people met.
    """
    if published is None or len(published) != WHOLE:
        return None
    leads = 0
    for number, block in enumerate(layout.blocks[:OPENINGS]):
        words = collapse(text[block.start : min(block.end, block.start + LENGTH)])
        if number == leads and (words.endswith(":") or heads_attendance(words)):
            leads += 1  # "The following is attributable to the Spokesperson:"
        number -= leads
        now, then = _TODAY.may_be_in(words), _ON_WEEKDAY.may_be_in(words)
        for index, sentence in enumerate(sentence_texts(words)[:_FIRST_SENTENCES]):
            match = (_TODAY.compiled.search(sentence) if now else None) or (
                _ON_WEEKDAY.compiled.search(sentence) if then else None
            )
            opens = number <= 0 and not index
            nth = _THE_NTH.search(sentence) if match is None and opens else None
            if nth is not None and cues().meeting.search(sentence):
                return _nth(date.fromisoformat(published), int(nth[1]))
            if match is None:
                continue
            if (number > 0 or index) and not _MET_TODAY.search(sentence):
                # The opening goes on to tell what was done that day.
                told = not number and index == 1 and match.re is _TODAY.compiled
                if not told or cues().meeting.search(sentence) is None:
                    continue
            if _PROPOSED.search(sentence, 0, match.start()):
                continue
            day = date.fromisoformat(published)
            if match[1].lower() in _WEEKDAYS:
                day -= timedelta(days=(day.weekday() - _WEEKDAYS.index(match[1].lower())) % 7)
            elif match[1].lower().startswith(("yesterday", "last", "the previous")):
                day -= timedelta(days=1)
            several = _DAYS_OF_VISIT.search(sentence)
            if _CONCLUDES.search(sentence, 0, match.start()) and _VISIT.search(sentence):
                if several is None:
                    return None  # when they met is told elsewhere
                # The first day of a visit that ends today.
                day -= timedelta(days=("two", "three", "four", "five").index(several[1]) + 1)
            return day.isoformat()
    return None


def told_today(text: str, layout: Layout) -> str | None:
    """The day that one of the first paragraphs calls today: ``met today (Tuesday, 4 May 2004)``."""
    for block in layout.blocks[:OPENINGS]:
        words = collapse(text[block.start : min(block.end, block.start + LENGTH)])
        for one in find_dates(words) if _TODAY.may_be_in(words) else ():
            before = words[max(0, one.start - _NEAR) : one.start]
            if one.year and one.day and _CALLED_TODAY.search(before):
                return one.iso
    return None


def within_title(opening: str, title: str, found: Date | None) -> Date | None:
    """``found``, or the day of the title, where it is one of those of a visit told of besides.

    ``Meeting with Minister Roe, 18 May 2021``: ``on his visit on 17-19 May 2021, in Vik``.
    """
    told = find_dates(title)
    if found is None or found.day is None or len(told) != 1 or told[0].day is None:
        return found
    if _DAYS.search(title, told[0].start) or (last := _DAYS.search(opening, found.start)) is None:
        return found
    end = _LAST.search(last[0])
    within = last.start() < found.end and end is not None
    same = (told[0].year, told[0].month) == (found.year, found.month)
    later = within and same and found.day < told[0].day <= int(end[1] if end else 0)
    return told[0] if later else found


def of_visit(title: str, titled: Date | None, found: Date | None) -> Date | None:
    """``titled``, or ``found`` where that is one of the days of a visit that a title tells."""
    if titled is None or found is None:
        return titled or found
    days = _DAYS.search(title, titled.start, titled.end)
    end = _LAST.search(days[0]) if days is not None else None
    last = int(end[1]) if end is not None else titled.day or 0
    within = found.month == titled.month and (titled.day or 0) <= (found.day or 0) <= last
    return replace(found, year=titled.year) if within else titled


def _nth(published: date, day: int) -> str | None:
    """The last day of a month before ``published`` that is its ``day``th."""
    last = published if day <= published.day else published.replace(day=1) - timedelta(days=1)
    try:
        return last.replace(day=day).isoformat()
    except ValueError:
        return None


def dates_of(
    text: str, title: str, found: Date | None, published: str | None
) -> tuple[str | None, str | None, tuple[str, ...]]:
    if found is None:
        return published, None, ()
    found = settled(found, text)
    issued = issue_of(published)
    derived: list[str] = []
    year = found.year
    if year is None and issued is not None:
        year = year_of(found, issued)
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


def issue_of(published: str | None) -> Date | None:
    """The date of issue, if it is known to the year at least."""
    if not published or published.startswith("--"):
        return None
    year, *rest = map(int, published.split("-"))
    month, day = (*rest, None, None)[:2]
    return Date(0, 0, year, month, day)


def year_of(found: Date, issued: Date) -> int:
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
