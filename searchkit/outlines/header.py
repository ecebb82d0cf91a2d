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
from functools import cache
from importlib.resources import files

from .countries import find_places
from .dates import Date, find_dates, settled
from .layout import Layout
from .particulars import is_labelled_date, labelled_date, labelled_place
from .tokens import vocabulary
from .wording import Wording, collapse

__all__ = ["Header", "read_header"]

_WHOLE = len("2002-06-13")
_LENGTH = 4000
"""So much of a paragraph is read, in characters: the meeting is told of at its beginning."""
_TELLING = 2
"""Of the sentences that tell of a meeting so many are asked for its place."""
_AHEAD = timedelta(days=180)
_PROPER = r"[A-ZÀ-Þ](?:[\w'’]|-(?=\w)|\.(?=[A-Z]))*\.?"
_NAME = re.compile(
    rf"(?:the |THE )?({_PROPER}"
    rf"(?: (?:(?:of|de|des|la|le|el|al|the|du|am|an der|da|do) )?{_PROPER}){{0,4}})"
)
_IN = re.compile(r"(?P<before>\S*)(?:^|(?<=[\s(]))(?P<how>[Ii]n|[Aa]t|IN|AT) (?=(?:the )?[A-ZÀ-Þ])")
_SHOUTED = frozenset({"ON", "AT", "IN", "FROM", "AND", "BY", "WITH", "HELD"})
"""What ends the name of a place in a title in capitals."""
_REGION = re.compile(rf", (the )?({_PROPER}(?: (?:of (?:the )?)?{_PROPER}){{0,4}})")
_SHORT_AT_END = re.compile(r"(?:\.[A-Z]|\b[A-Z]|St)\.\Z")
_BRACKETED = re.compile(r"\((?:held )?(?:in|at) ([^()]{2,60})\)", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r", ([A-Z][^\d,()]{2,40}), (?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4}\Z"
)
_EVENT_LENGTH = 200
_ENDS = re.compile(
    r"[,;:]|\.(?=\s|\Z)|\s[-–—]\s|\s\((?:in|at|held|on)\b|\s\((?=[^()]{40})|\Z"
    r"|\s(?:where|when|which|who|whom|that|while|as|to (?:discuss|exchange|review|hold|meet))\b"
    r"|\s(?:on|from|since|until|in|at|held) (?:the )?(?:\d|today|yesterday|early|late|mid)"
)
_TODAY = re.compile(r"\b(today|yesterday|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ON_WEEKDAY = re.compile(
    rf"\b[Oo]n ({'|'.join(day.title() for day in _WEEKDAYS)})\b(?!,? \(?\w+ \d)"
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
_DAYS = re.compile(
    r"\d\s*(?:-|–|—|~|to|and|through|until|till)\s*(?:[A-Z][a-z]+\.?\s+)?\d{1,2}\b(?!\d)"
)
_VISIT = re.compile(r"\b(?:visit\w*|stay\w*|tour\w*|trip)\b")
_MET = re.compile(r"\b(?:held|met|talks|meetings?|called on|call on)\b")
_NEAR = 80
_DATELINE = re.compile(
    r"([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)??),? "
    r"(?:\d|[A-Z][a-z]{2,8}\.? \d)[^—–\n]{0,16}? ?(?:[—–]|--?) ?"
)


@dataclass(frozen=True, slots=True)
class Header:
    """``derived`` names the fields that are concluded rather than stated, or without their year."""

    date_published: str | None = None
    date_meeting: str | None = None
    place: str | None = None
    occasion: str | None = None
    derived: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cues:
    meeting: re.Pattern[str]
    other_time: frozenset[str]
    times_of_day: frozenset[str]
    occasions: re.Pattern[str]
    loose: re.Pattern[str]
    attendance: re.Pattern[str]
    events: frozenset[str]
    journeys: frozenset[str]
    journeys_to: re.Pattern[str]
    before_place: frozenset[str]
    regions: frozenset[str]
    no_place: frozenset[str]
    venues: frozenset[str]


@cache
def _cues() -> _Cues:
    import tomllib

    data = tomllib.loads(
        files("searchkit").joinpath("data/header.toml").read_text(encoding="utf-8")
    )
    words = {key: frozenset(value.split()) for key, value in data.items() if "\n" in str(value)}
    return _Cues(
        meeting=re.compile(rf"\b(?:{'|'.join(sorted(words['meeting']))})\b", re.IGNORECASE),
        other_time=words["other_time"],
        times_of_day=words["times_of_day"],
        occasions=re.compile(rf"\b(?:{'|'.join(data['occasions'])}) ", re.IGNORECASE),
        loose=re.compile(rf"(?:{data['loose']}) \Z", re.IGNORECASE),
        attendance=re.compile(data["attendance"], re.IGNORECASE),
        events=words["events"],
        journeys=words["journeys"],
        journeys_to=re.compile(rf"\b(?:{'|'.join(data['journeys_to'])}) ", re.IGNORECASE),
        before_place=words["before_place"],
        regions=frozenset(region.strip() for region in data["regions"].split("|")),
        no_place=words["no_place"],
        venues=words["venues"],
    )


def read_header(text: str, layout: Layout) -> Header:
    """When, where and on what occasion the people of ``layout`` met."""
    title = "" if "title" in layout.derived else layout.title
    opening = _opening(text, layout)
    section = bool(layout.blocks) and layout.blocks[0].section != "0"
    found = _date_of_meeting(opening)
    if found is None or (section and not found.year):
        # What an item says without a year tells less than a title.
        found = _date_of_meeting(title) or found
    found = found or labelled_date(text, layout)
    told = Wording.default().spoken.search(title)
    if found is None and (told or Wording.default().records.search(title)):
        found = next((date for date in find_dates(title) if date.day), None)
    published, meeting, derived = _dates(text, title, found, layout.date_published)
    if meeting is None and Wording.default().records.search(title):
        # The date line of a record tells when the meeting was.
        meeting = published
        if is_labelled_date(text, layout):
            published = None
    elif published and told and not find_dates(title):
        # Whoever answers the press names the days of other meetings.
        meeting, derived = published, ("date_meeting",)
    elif meeting is None and (day := _today(text, layout, published)) is not None:
        meeting, derived = day, ("date_meeting",)
    dates = {"date_published": published, "date_meeting": meeting}
    partial = tuple(field for field, day in dates.items() if day and len(day) < _WHOLE)
    place = labelled_place(text, layout) or _place(title, opening)
    if place is None and (dateline := _DATELINE.match(opening)) is not None:
        place = dateline[1].title() if dateline[1].isupper() else dateline[1]
        partial += ("place",)
    told = Wording.default().spoken.search(f"{title} {layout.kind or ''}")
    if layout.place is not None and (place is None or told):
        # Where a transcript was made its date line tells.
        place = layout.place
        partial += ("place",)
    return Header(
        date_published=published,
        date_meeting=meeting,
        place=place,
        occasion=_occasion(title) or _occasion(opening),
        derived=derived + partial,
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
        if _cues().meeting.search(words) is not None:
            return words
        if block.section != "0" or not Wording.default().presents_document(words):
            return first or ("" if block.section != "0" else words)
        first = first or words
    return first


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
        for index, sentence in enumerate(_sentence_texts(words)[:_FIRST_SENTENCES]):
            match = _TODAY.search(sentence) or _ON_WEEKDAY.search(sentence)
            if match is None:
                continue
            if (number or index) and not _MET_TODAY.search(sentence):
                continue
            day = date.fromisoformat(published)
            if match[1].lower() in _WEEKDAYS:
                day -= timedelta(days=(day.weekday() - _WEEKDAYS.index(match[1].lower())) % 7)
            elif match[1].lower() == "yesterday":
                day -= timedelta(days=1)
            return day.isoformat()
    return None


def _date_of_meeting(words: str) -> Date | None:
    """The first day named in a sentence that tells of a meeting, other times left aside.

    ``the talks of 3 May`` count only where no other day is named.
    """
    cues = _cues()
    fallback: Date | None = None
    for start, end in _sentences(words):
        if cues.meeting.search(words, start, end) is None:
            continue
        for found in find_dates(words, start, end):
            before = words[start : found.start].lower().split()[-3:]
            if (found.day or found.either) is None or not cues.other_time.isdisjoint(before):
                continue
            if before[-1:] != ["of"] or not cues.times_of_day.isdisjoint(before):
                spans_days = _DAYS.search(words, found.start, found.end)
                return (_within(words, found) if spans_days else None) or found
            if fallback is None and cues.meeting.search(" ".join(before)) is not None:
                fallback = found
    return fallback


def _within(words: str, days: Date) -> Date | None:
    """The day of a visit of several ``days`` on which they are said to have met."""
    if _VISIT.search(words, max(0, days.start - _NEAR), days.start) is None:
        return None
    for found in find_dates(words, days.end):
        first = words.rfind(". ", 0, found.start) + 1
        last = words.find(". ", found.end)
        clause = words[max(first, days.end) : last if last >= 0 else len(words)]
        later = (found.day or 0) >= (days.day or 0) and found.month == days.month
        if found.day is not None and later and _MET.search(clause):
            return found if found.year or not days.year else replace(found, year=days.year)
    return None


def _sentences(words: str) -> list[tuple[int, int]]:
    spans = []
    start = 0
    while (end := Wording.default().sentence_end(words, start)) is not None:
        spans.append((start, end))
        start = end
    spans.append((start, len(words)))
    return spans


def _place(title: str, opening: str) -> str | None:
    """Where they met: the title's place, or the opening's where that is fuller or the only one."""
    telling = [s for s in _sentence_texts(opening) if _cues().meeting.search(s)][:_TELLING]
    bracketed = _BRACKETED.search(title)
    inside = collapse(bracketed[1]) if bracketed else None
    named = inside if inside and inside[:1].isupper() else _place_in(title, True)
    dated = _BEFORE_DATE.search(title) if named is None else None
    if dated is not None and _name(dated[1], 0) == dated[1]:
        return dated[1]
    told = next(filter(None, (_place_in(sentence, False) for sentence in telling)), None)
    if named and told:
        return told if named in told else named
    return named or told or next(filter(None, map(_place_of_journey, telling)), None)


def _sentence_texts(words: str) -> list[str]:
    return [words[start:end] for start, end in _sentences(words)]


def _place_in(words: str, title: bool) -> str | None:
    """The place after ``in`` (or, if there is none, ``at``) that tells where a meeting was."""
    cues = _cues()
    best: str | None = None
    for match in _IN.finditer(words):
        name = _name(words, match.end())
        if name is None:
            continue
        before = words[: match.start("how")].split()[-1:]
        if not title and not _may_precede(before[0] if before else ""):
            continue
        if match["how"].lower() == "in":
            return name
        venue = not cues.venues.isdisjoint(name.lower().split())
        if best is None and (title or venue):
            best = name
    return best


def _may_precede(word: str) -> bool:
    if not word:
        return True
    bare = word.strip("()[],\"'")
    return (
        word[-1] in "),"
        or bare[:1].isupper()
        or bare[:1].isdigit()
        or bare.lower() in _cues().before_place
    )


def _name(words: str, start: int) -> str | None:
    """The name of the place that starts at ``start``, with the country or region after a comma."""
    cues = _cues()
    match = _NAME.match(words, start)
    if match is None:
        return None
    end = match.end(1)
    kept: list[str] = []
    # A title or a person's office ends the name of a place: "in Oslo Prime Minister Ode".
    for word in match[1].split():
        bare = word.rstrip(".'’")
        if bare in cues.no_place or word.lower() in vocabulary().heads or bare in _SHOUTED:
            break
        kept.append(word)
    if not kept or kept[-1].islower():
        return None
    name = " ".join(kept)
    if name != match[1]:
        return None if _is_event(words, start) else name
    if name.endswith(".") and not _SHORT_AT_END.search(name):
        name = name[:-1]
    return name + _region(words, end)


def _region(words: str, comma: int) -> str:
    """The country or region after a comma at ``comma``, the comma with it, or ``""``."""
    match = _REGION.match(words, comma)
    if match is None:
        return ""
    region = match[2] if match[2] in _cues().regions else match[2].rstrip(".")
    countries = find_places(region)
    whole = bool(countries) and (countries[0].start, countries[0].end) == (0, len(region))
    known = region in _cues().regions or region in Wording.default().seats
    if known or (whole and countries[0].kind != "adjective"):
        return f", {match[1] or ''}{region}"
    return ""


def _is_event(words: str, start: int) -> bool:
    """Whether the capitalised words from ``start`` name an event or a body, not a place."""
    match = _NAME.match(words, start)
    return match is not None and not _cues().events.isdisjoint(match[1].lower().split())


def _place_of_journey(words: str) -> str | None:
    match = _cues().journeys_to.search(words)
    return _name(words, match.end()) if match is not None else None


def _occasion(words: str) -> str | None:
    """What ``on the occasion of`` and its like introduce, without its article."""
    cues = _cues()
    for match in cues.occasions.finditer(words):
        start = match.end()
        attendance = cues.attendance.match(words, start)
        if attendance is not None:
            start = attendance.end()
        event = _event(words[start : start + _EVENT_LENGTH])
        if event is None:
            continue
        strict = cues.loose.search(match[0]) is None
        if strict or _names_event(event):
            return event
    return None


def _names_event(event: str) -> bool:
    """Whether words after ``during`` name an event: ``her visit to Oslo``, ``the Rome Summit``."""
    cues = _cues()
    words = event.split()
    lows = [word.lower().strip("()") for word in words]
    if not cues.journeys.isdisjoint(lows):
        return True
    named = any(word[:1].isupper() for word in words)
    return named and not cues.events.isdisjoint(lows)


def _event(words: str) -> str | None:
    """The event that ``words`` start with: up to where its name ends."""
    cues = _cues()
    position, end = 0, 0
    while True:
        match = _ENDS.search(words, position)
        assert match is not None
        end = match.start()
        closing = words[end : match.end()]
        if (
            closing.startswith(".")
            and Wording.default().sentence_end(words[: end + 1] + " X") is None
        ):
            position = match.end()
            continue
        break
    tokens = words[:end].split()
    kept: list[str] = []
    for index, word in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else ""
        low = word.lower()
        if index and _leaves(kept, low, word, after, cues):
            break
        kept.append(word)
    if len(kept) == len(tokens) and not cues.journeys.isdisjoint(map(str.lower, kept)):
        kept[-1] += _region(words, end)
    while kept and kept[-1].lower() in {"of", "the", "and", "for", "to", "a", "an", "in", "at"}:
        kept.pop()
    if kept and kept[0].lower() in {"the", "a", "an"}:
        kept.pop(0)
    event = " ".join(kept)
    if event.count(")") > event.count("("):
        event = event.rstrip(")")
    return event if len(event) > 2 and any(map(str.isalpha, event)) else None


def _leaves(kept: list[str], low: str, word: str, after: str, cues: _Cues) -> bool:
    """Whether ``word`` no longer belongs to the event that ``kept`` are the words of."""
    if low in Wording.default().finite and word.islower():
        return True
    last = kept[-1].lower()
    if low in {"in", "at"} and after[:1].isupper():
        # "the summit in Rome" is an event and its place, "his stay in Rome" an event.
        return last not in {"stay", "stopover"}
    if low in {"with", "between", "by"}:
        return last not in {"meeting", "talks", "dialogue", "visit"}
    if low == "and":
        return after.islower() and (after.endswith("ed") or after in {"held", "met"})
    if word[:1].isupper() and kept[-1][:1].isupper():
        titled = (low, after.lower()) in {("prime", "minister"), ("foreign", "minister")}
        person = low in vocabulary().heads and after[:1].isupper() and not after.endswith("s'")
        journey = not cues.journeys.isdisjoint(k.lower() for k in kept)
        return journey and (titled or person)
    return False
