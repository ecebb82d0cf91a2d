"""Title and first paragraph -> when, where and on what occasion people met.

The *date of the meeting* is the first day that the first paragraph names for it, or the day within
a visit on which they met; a year that it leaves out is that of the date line, and counts as
derived. Where no day is told, talks are taken to have been on the day of issue, which counts as
derived too. The *place* and the *occasion* are the document's own words, or ``None``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..front.date_lines import date_line
from ..front.datelines import read_dateline
from ..lands.countries import country_of, find_places, is_capital, is_name
from ..particulars.particulars import (
    held_above,
    is_dated_by_heading,
    is_labelled_date,
    labelled_date,
    labelled_place,
    office_beside,
    place_in_brackets,
)
from ..sections.layout import Layout
from ..sections.programmes import is_programme
from ..words.wording import Wording, collapse
from .cues import cues, sentence_texts
from .dates import Date, find_dates
from .days import (
    LENGTH,
    OPENINGS,
    WHOLE,
    date_of_meeting,
    dates_of,
    first_of_visit,
    is_journey,
    is_within_visit,
    issue_of,
    of_visit,
    today,
    told_today,
    within_title,
    year_of,
)
from .minutes import are_minutes, day_of_minutes, is_of_last_time, is_taken_down
from .occasions import find_occasion, occasion_of_press, occasion_of_talks
from .place_names import is_town
from .source_notes import met_by_note
from .talks import day_of_talks
from .told_days import days_told, is_first_of_several, likelier_day
from .told_places import likelier_place
from .venues import find_place, is_nowhere, welcomed_to

__all__ = ["Header", "read_header"]

_YEAR = len("2002")
_FRAGMENT = 30
"""What has no full stop and fewer characters is no paragraph."""
_LATE = 120
"""So many days after people met nothing is issued any more."""
_BELOW = 6
"""So many paragraphs may tell where people met whose first one does not."""
_LABEL = 90
_NAMING = r"(?:[A-ZÀ-ÞĀ-ɏ][\w.'’-]*|of|the|and|for|de|van|von|al)"
_LABELLED = re.compile(
    rf"[*_]*({_NAMING}(?: {_NAMING}){{0,9}})(?:,? \([^()\n]{{2,40}}\))?[*_]*"
    r"(?:, [A-ZÀ-ÞĀ-ɏ][^:.\n]{3,60})?(?:,? \*?\([^()\n]{2,40}\)\*?)?(?::|\.-)[*_]*\s"
)
"""What a speaker's words begin with in a transcript: ``President of Norland Jo Roe: Good day.``"""
_TO_ORDER = re.compile(
    r"(?:(?<=\. )|^)[A-Z][^.]{0,200}?\bto order\b(?:[^.]|\.(?!\s+[A-Z]))*?"
    r"(?:,| in| at) (?:in |at |the )*[A-Z](?:[^.]|\.(?!\s+[A-Z]|\s*\Z))+",
    re.MULTILINE,
)
"""The sentence in which a meeting comes to order, if it tells where: ``to order in Vik Hall``."""
_CALLED = 12
"""It stands in so many of the first paragraphs."""
_NOTE = re.compile(r"[(\[][^()\[\]]{4,200}[)\]]")
"""What an editor says before the text: ``(Received from an Information Officer.)``."""
_PRESENT = re.compile(r"(?:present|participants|in attendance) ?:", re.IGNORECASE)
"""What a list of those present begins with."""
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_DONE = re.compile(r"(?:done|issued|signed|adopted) (?:at|in|on) ", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|prepared)\b", re.IGNORECASE)
"""Who wrote a record dated it; one of nobody in particular has only the day of the meeting."""
_RELEASE = re.compile(r"(?:No\b|QA|Ref|Press Release)[.:]?[ -]?(?:No[.:]? ?)?[\d/-]*\d, ?", re.I)
"""The number of a release, before its day in its title."""
_CALL = re.compile(
    r"\b(?:tele)?phones?\b|\bcalls? (?:with|to|between|from)\b|\bvideo ?-?(?:tele)?conference"
    r"|\b(?:phone|video|telephone|conference) ?calls?\b|\bsp(?:eaks|oke) (?:with|to|by)\b"
    r"|\btele-?conference|\bvirtual\b",
    re.IGNORECASE,
)
_SUMMIT_CALL = re.compile(
    r"\b(?:summit|ministers?['’]?s?) (?=(?:telephone|video|phone|virtual|tv|tele))"
    r"|\breceive[sd]? (?=(?:an? )?(?:(?:tele)?phone|video) ?call)"
    r"|(?<=telephone )(?:meetings?|summit)|(?<=phone )(?:meetings?|summit)",
    re.IGNORECASE,
)
"""What a call may be, though none was in one place: ``Summit Telephone Talk``."""
_ON_SCREEN = frozenset({
    "zoom", "online", "virtual", "virtually", "webex", "teams", "skype", "videoconference",
    "teleconference", "telephone", "phone", "remote", "remotely", "videolink"
})  # fmt: skip
_BESIDE_SCREEN = frozenset({
    "via", "by", "on", "over", "through", "the", "a", "and", "held", "in", "using", "microsoft",
    "ms", "google", "meet", "video", "conference", "call", "link", "meeting", "platform", "only"
})  # fmt: skip
"""What is told where a place would be, though none was in one place."""
_BY_WHAT_WAS_DECIDED = re.compile(
    r"(?:\d{1,2}\.? )?(?:Pursuant to|In (?:accordance|line|keeping|conformity) with|Further to|"
    r"As (?:agreed|decided)|In pursuance of|On the basis of|As a follow-up to)\b[^.;]{10,250}?, "
    r"(?=the |[A-Z])"
)
"""What an earlier meeting decided, of which another day and place are told."""
_TALKED_BY_PHONE = re.compile(
    r"\A[^.;]{0,200}\b(?:(?:had|held|have|received|made) (?:today |yesterday |\w+day )?an? "
    r"(?:tele)?phone (?:conversation|call|talk)|spoke (?:today )?(?:by|over the) (?:tele)?phone)\b",
    re.IGNORECASE,
)
"""What a text begins with that tells of a call."""
_WORD = re.compile(r"\w+")
_IN_TOWN = re.compile(r"\bin ([A-ZÀ-ÞĀ-ɏ][\w’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w’'-]+){0,2})")
_ANNOUNCED = re.compile(r"\A[^.;]{0,300}\bwill (?:pay|make|be paying|be making) an? ")
_FACE_TO_FACE = re.compile(
    r"\b(?:meets?|met|meetings?|visit\w*|receive[sd]?|hosts?|hosted|welcome[sd]?|courtesy|summit)\b"
    r"|\bcall(?:s|ed)? on\b|\bcall by\b",
    re.IGNORECASE,
)
"""What tells that people were in one place."""


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
    if dateline is None and layout.blocks:
        # The first paragraph may only introduce the one that tells of the meeting.
        first = layout.blocks[0]
        lines = text[first.start : min(first.end, first.start + LENGTH)]
        dateline = None if is_programme(lines) else read_dateline(collapse(lines))
    led = _BY_WHAT_WAS_DECIDED.match(opening)
    if led is not None and find_dates(opening, led.end()):
        opening = opening[led.end() :]
    section = bool(layout.blocks) and layout.blocks[0].section != "0"
    told = Wording.default().spoken.search(title)
    if told and _is_speech(text, layout):
        # Whoever begins by speaking tells of other meetings.
        opening = ""
    found = day_of_minutes(text, layout) or date_of_meeting(opening)
    found = within_title(opening, title, first_of_visit(opening, title, found))
    if found is None or (section and not found.year):
        # What an item says without a year tells less than a title.
        found = of_visit(title, date_of_meeting(title), found)
    in_title = (date for date in find_dates(title) if date.day and date.year)
    found = found or labelled_date(text, layout) or next(in_title, None)
    if found is None and (
        told or Wording.default().records.search(title) or _MINUTES.search(title)
    ):
        found = next((date for date in find_dates(title) if date.day), None)
    note = met_by_note(text, layout)
    if found is None and note and layout.date_published is None:
        found = next((date for date in find_dates(note) if date.day and date.year), None)
    issued = layout.date_published or _date_of_release(title)
    called = told_today(text, layout) if issued is None else None
    issued = issued or called
    if issued is None and told and not Wording.default().records.search(title):
        # The press is told the same day.
        issued = next((date.iso for date in find_dates(title) if date.day and date.year), None)
    if dateline is not None and dateline.date is not None:
        issued = issued or dateline.date.iso
        then = today(text, layout, issued) if found is None else None
        # "VIK, 12 May – The talks ended today": the next day the press is told.
        before = then == issued and not issued.endswith(dateline.date.iso[-5:])
        if found is None and (then is None or before):
            found = dateline.date
    published, meeting, derived = dates_of(text, title, found, issued)
    under_heading = is_dated_by_heading(text, layout)
    labelled = is_labelled_date(text, layout)
    beside_place = labelled and not told and any(p.role == "place" for p in layout.parts)
    minutes = are_minutes(text, layout)
    record = minutes or Wording.default().records.search(title) is not None
    taken_down = minutes or (is_taken_down(title) and _BY.search(title) is None)
    journey = is_journey(opening, title, found)
    if meeting is None and layout.date_held is not None:
        meeting = _with_year(layout.date_held, published)
    elif (
        meeting is None
        and record
        and not (under_heading or labelled)
        and (day := today(text, layout, published)) not in (None, published)
    ):
        # "Calling on the Minister yesterday, the Ambassador said"
        meeting, derived = day, ("date_meeting",)
    elif meeting is None and (under_heading or beside_place or record):
        # The date line of a record tells when the meeting was.
        meeting = published
        if under_heading or labelled or taken_down:
            published = _signed(text, layout)
    elif meeting is not None and meeting == published and (beside_place or taken_down):
        published = _signed(text, layout)
    elif published and told and not find_dates(title):
        # Whoever answers the press names the days of other meetings.
        meeting, derived = published, ("date_meeting",)
    elif (meeting is None or journey) and (day := today(text, layout, published)) is not None:
        # Of a visit of several days the one of which the document tells.
        meeting, derived = max(meeting or day, day), ("date_meeting",)
    elif (journey or meeting is None) and (
        later := day_of_talks(text, layout, published, found if journey else None)
    ) is not None:
        published, meeting, derived = dates_of(text, title, later, published)
    elif meeting is None and published and len(published) > _YEAR:
        # Of talks that name no day the news was given the same day.
        meeting, derived = published, ("date_meeting",)
    if published == meeting and (done := _done(text, layout)) is not None:
        published = done
    told_days, ruled = days_told(text, layout), published
    issue = likelier_day(text, layout, told_days, "issue", ruled, ruled)
    # Records have no day of issue but those that say who wrote them, nor has what stands under
    # the name of another day.
    written = record and _BY.search(title) is not None
    settled = (
        called is not None
        or "date_published" in layout.derived
        or (written if ruled is not None else labelled or record)
    )
    if issue is not None and not settled:
        published = issue.iso or None
    if published is not None and is_first_of_several(told_days, published):
        published = None
    met = likelier_day(text, layout, told_days, "meeting", meeting, ruled)
    if met is not None and not is_within_visit(opening, found):
        meeting = met.iso or None
        derived = tuple(field for field in derived if field != "date_meeting")
        derived += ("date_meeting",) if met.derived else ()
    if found is not None and found.year and not record and _is_printed(layout, published, meeting):
        published = None
    dates = {"date_published": published, "date_meeting": meeting}
    partial = tuple(field for field, day in dates.items() if day and len(day) < WHOLE)
    apart = not record and (
        _is_call(title)
        or (
            _FACE_TO_FACE.search(title) is None
            and not told
            and _TALKED_BY_PHONE.match(opening) is not None
        )
    )
    label = labelled_place(text, layout)
    # Whoever meets the press announces journeys of others.
    here = "" if told and _ANNOUNCED.search(opening, 0, LENGTH) else opening
    place = label or place_in_brackets(text) or (None if apart else find_place(title, here))
    place = place or (held_above(text) if not apart else None)
    if place is None and layout.place is None and note:
        place = find_place("", note)
    if place is None and not (apart or told or record or layout.place or _CALL.search(opening)):
        place = _place_below(text, layout, opening)
    if place is not None and is_name(place) and not record:
        place = _capital_of_hosts(text, layout, title, place) or place
    seat = dateline.place if dateline is not None else None
    if place is not None and seat is not None and _is_capital_of(seat, place):
        place = seat
    if place is None and seat is not None and not apart:
        place = seat
        partial += ("place",)
    told = Wording.default().spoken.search(f"{title} {layout.kind or ''}")
    office = office_beside(text, layout) if told else None
    beside = layout.place
    if office is not None and (beside is None or beside in office):
        beside = office  # "Entrance Hall, Prime Minister's Office"
    fuller = place is not None and place.lower() in cues().houses and place in (beside or "")
    if beside is not None and beside != office and is_name(beside) and not is_capital(beside):
        beside = None  # a country's name heads what is told of it
    # "Vik" tells more than "Norway", unless it is the seat of those who tell, or all of a visit
    # to Norway is told of.
    nearer = (
        place is not None
        and is_name(place)
        and not record
        and _is_town_of(beside, place, bool(cues().journeys.intersection(title.lower().split())))
    )
    if beside is not None and not apart and (place is None or told or fuller or nearer):
        # Where a transcript was made its date line tells.
        place = beside
        partial += ("place",)
    likelier = likelier_place(text, layout, place) if not (apart or label) else None
    if likelier is not None:
        place = likelier.words or None
        partial = tuple(field for field in partial if field != "place")
        partial += () if place is None or likelier.stated else ("place",)
    if place is not None and (_is_on_screen(place) or is_nowhere(place)):
        place = None
    if place is not None and not label:
        place = _without_country(text, layout, title, place)
    return Header(
        date_published=published,
        date_meeting=meeting,
        place=place,
        occasion=(
            find_occasion(title)
            or occasion_of_press(title)
            or occasion_of_talks(title)
            or find_occasion(opening)
        ),
        derived=tuple(dict.fromkeys(derived + partial)),
    )


def _is_on_screen(place: str) -> bool:
    """Whether what is told of a place is how people met who were in none: ``Online via Zoom``."""
    words = set(_WORD.findall(place.lower()))
    if {"video", "conference"} <= words:
        return words <= _ON_SCREEN | _BESIDE_SCREEN
    return not words.isdisjoint(_ON_SCREEN) and words <= _ON_SCREEN | _BESIDE_SCREEN


def _is_printed(layout: Layout, published: str | None, meeting: str | None) -> bool:
    """Whether a day on the first line of a page is so late that the page was printed then."""
    if not (published and meeting and len(published) == len(meeting) == WHOLE):
        return False
    first = layout.parts[0].role if layout.parts else ""
    days = (date.fromisoformat(published) - date.fromisoformat(meeting)).days
    return first == "date" and "title" not in layout.derived and days > _LATE


def _place_below(text: str, layout: Layout, opening: str) -> str | None:
    """The town or the house that a paragraph below a first that tells of none tells of."""
    # Bullets above the text sum up what it tells in full.
    marked = {part.end for part in layout.parts if part.role == "marker"}
    below = layout.blocks[:_BELOW]
    every = [collapse(text[b.start : min(b.end, b.start + LENGTH)]) for b in below]
    told = [k for k, block in enumerate(below) if block.start not in marked][:OPENINGS]
    for k in told:
        words = every[k]
        if below[k].section != "0" or words.endswith(opening) or _is_fragment(words):
            continue
        place = find_place("", words)
        if place is not None and (is_town(place) or place.lower() in cues().houses):
            return place
    return next(filter(None, map(welcomed_to, every)), None)


def _capital_of_hosts(text: str, layout: Layout, title: str, country: str) -> str | None:
    """The capital of a country, where talks with guests of another country were held there."""
    named = [place for place in find_places(title) if place.kind == "name"]
    guests = [place for place in named if place.country != country_of(country)]
    if len(guests) != 1 or len(named) != 2 or named[0] != guests[0] or not _is_visit(title):
        return None
    for block in layout.blocks[: OPENINGS + 1]:
        words = collapse(text[block.start : min(block.end, block.start + LENGTH)])
        for sentence in filter(cues().meeting.search, sentence_texts(words)):
            for match in _IN_TOWN.finditer(sentence):
                if _is_capital_of(match[1], country):
                    return match[1]
    return None


def _is_visit(title: str) -> bool:
    return not cues().journeys.isdisjoint(title.lower().split())


def _with_year(day: str, published: str | None) -> str:
    """A day without a year in that of the day of issue, or the year before."""
    issued = issue_of(published)
    if issued is None or not day.startswith("--"):
        return day
    month, number = map(int, day[2:].split("-"))
    return Date(0, 0, year_of(Date(0, 0, None, month, number), issued), month, number).iso


def _without_country(text: str, layout: Layout, title: str, place: str) -> str:
    """A capital without its country, which it tells anyhow: ``was held in Lima, Peru``.

    On a line of its own, and in a title, both are what the document gives as the place.
    """
    town, _, country = place.rpartition(", ")
    named = is_name(country.removeprefix("the ")) and country not in cues().regions
    if not named or not is_capital(town) or place in title:
        return place
    lines = (collapse(text[p.start : p.end]) for p in layout.parts if p.role != "boilerplate")
    if any(place in line for line in lines):
        return place
    told = (
        collapse(text[b.start : min(b.end, b.start + LENGTH)]) for b in layout.blocks[:OPENINGS]
    )
    return town if any(f" {place}" in words for words in told) else place


def _is_capital_of(town: str, country: str) -> bool:
    """Whether a town is the capital of the country that is all that is told of the place."""
    return is_name(country) and any(
        place.kind == "capital" and place.country == country_of(country)
        for place in find_places(town)
    )


def _is_town_of(town: str | None, country: str, journey: bool) -> bool:
    """Whether a town may be one of a country: its capital, or one that is nobody's seat.

    Of a journey that is told as a whole only the capital counts.
    """
    if town is None or is_name(town):
        return False
    name = town.partition(", ")[0]
    seat = is_capital(name) or name in Wording.default().seats
    return _is_capital_of(name, country) or not (seat or journey)


def _is_call(title: str) -> bool:
    """Whether a title tells of a talk by telephone or over a screen: each was elsewhere."""
    bare = _SUMMIT_CALL.sub("", title)
    return _CALL.search(title) is not None and _FACE_TO_FACE.search(bare) is None


def _date_of_release(title: str) -> str | None:
    """The day in a title that begins as a release does: ``No: 12, 3 May 2004, Press Release``."""
    match = _RELEASE.match(title)
    dates = find_dates(title, match.end()) if match is not None else []
    begins = bool(dates) and match is not None and dates[0].start == match.end()
    return dates[0].iso if begins and dates[0].day and dates[0].year else None


def _opening(text: str, layout: Layout) -> str:
    """The first paragraph, white space collapsed, that tells of a meeting.

    One that only introduces the document may stand before it; in a section it counts only if it
    tells of a meeting.
    """
    if not layout.blocks:
        return ""
    for block in layout.blocks[:_CALLED] if "to order" in text else ():
        opened = _TO_ORDER.search(text, block.start, min(block.end, block.start + LENGTH))
        if opened is not None:
            return collapse(opened[0])
    first = ""
    minutes = "minutes" in f"{layout.title} {layout.kind}".lower()
    for block in layout.blocks[:OPENINGS]:
        lines = text[block.start : min(block.end, block.start + LENGTH)]
        if is_programme(lines):
            continue
        words = collapse(lines)
        if is_of_last_time(words) or (_NOTE.fullmatch(words) and not find_dates(words)):
            continue
        if cues().meeting.search(words) is not None:
            return words
        if block.section == "0" and (
            _is_fragment(words) or (not minutes and _PRESENT.match(words))
        ):
            continue
        if block.section != "0" or not Wording.default().presents_document(words):
            return first or ("" if block.section != "0" else words)
        first = first or words
    return first


def _signed(text: str, layout: Layout) -> str | None:
    """The day on which a record was signed, told at its foot."""
    dates = [part for part in layout.parts if part.role == "date"][1:]
    signed = date_line(collapse(text[dates[-1].start : dates[-1].end])) if dates else None
    return signed.iso if signed is not None else None


def _done(text: str, layout: Layout) -> str | None:
    """The day on which what several issue was done, told in a line of its own at its foot."""
    foot = [p for p in layout.parts if p.role in ("boilerplate", "date")][-1:]
    last = max((block.end for block in layout.blocks), default=0)
    line = collapse(text[foot[0].start : foot[0].end]) if foot and foot[0].start >= last else ""
    found = find_dates(line) if _DONE.match(line) is not None else []
    return found[0].iso if len(found) == 1 and found[0].year and found[0].day else None


def _is_speech(text: str, layout: Layout) -> bool:
    """Whether the first paragraph begins with who speaks."""
    return any(
        _LABELLED.match(text, block.start, min(block.end, block.start + _LABEL))
        for block in layout.blocks[:1]
    )


def _is_fragment(words: str) -> bool:
    """Whether a line above the text is no sentence: a time, a number, a caption."""
    ends = words[-1:] in (".", "!", "?") or (words[-1:] == ":" and len(words.split()) > 2)
    short = len(words) < _FRAGMENT
    slashed = " / " in words and len(words) < 2 * _LABEL  # "Press Office / Division: Trade"
    return (short or slashed) and not ends
