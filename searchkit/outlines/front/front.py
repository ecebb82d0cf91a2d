"""The lines before a document's text: title, kind, date of issue, and what may stand around them.

A title has one to three lines, joined by a space. Above it may stand where the document is filed
(``Press Releases``), beside it a *dateline* (``Oslo``) or a *byline* (``Jo Ode, Spokesperson``).
Where a document has no title, its first sentence serves, and the title counts as derived.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ... import analysis
from ...languages import ENGLISH
from ..around.captions import is_caption_below, shows_somebody
from ..around.trails import without_channel
from ..header.dates import Date
from ..lands.countries import is_capital, is_name
from ..particulars.attendance import heads_attendance, heads_list, is_attendance
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse
from .date_lines import date_line, place_beside
from .datelines import read_dateline
from .doubles import said_once
from .editors import without_editors_number
from .front_lines import CLOCK, LABEL, ZONE, front_lines
from .headline import FOOTNOTE, FrontLine, is_dateline, title_lines
from .issue_days import ISSUED, held_and_issued
from .place_lines import is_place, is_town_in_country, is_venue, may_be_place, without_house
from .scenes import is_town_under_day, place_below, scene
from .sittings import is_sitting, opens_sitting, without_standing
from .subtitles import dated_title, subtitle, with_dateline
from .title_choice import likelier, with_line_above
from .title_lines import rows_of

__all__ = ["Front", "read_front"]

_DERIVED_LENGTH = 1000
_KIND_SUFFIX = re.compile(r"\s*[(\[（]([^()\[\]（）]{3,60})[)\]）]\s*\Z")
_KIND_BEHIND_DASH = re.compile(
    r"(?: [-–—] |: )((?:[A-ZÀ-ÞĀ-ɏ][\w’']*|of|and|&|the)"
    r"(?: (?:[A-ZÀ-ÞĀ-ɏ][\w’']*|of|and|&|the)){0,5})\Z"
)
"""A kind without brackets: ``Talks on Cod – Summary``."""
_NOTE = re.compile(
    r"(?<=[a-z)])(?<!\b[Rr]oom)(?<!\b[Hh]all)(?<!\b[Pp]art)(?<!\b[Nn]o)"
    r"(?<!\b[Mm]eeting)(?<!\b[Ss]ession)(?<!\b[Ss]itting) \d{1,3}\Z| \(\d\)\Z"
)
"""The same at the end of a record's title, a space before it; ``Room 2`` has none."""
_GLUED_BEHIND = re.compile(
    r"(?<=[a-zà-ÿĀ-ɏḀ-ỿ)’”])(\d{1,2}"
    r"(?:[./-]\d{1,2}[./-]| [A-Z][a-z]+ )\d{4})\Z"
)
_GLUED_BEFORE = re.compile(r"\A(\d{1,2}(?:[./-]\d{1,2}[./-]| [A-Z][a-z]+ )\d{4})(?=[A-ZÀ-ÞĀ-ɏ“\"])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARTICULAR = re.compile(
    r"(?:date|day|time|place|venue|location)s?(?:(?:,"
    r"| and| &|/) ?\w+){0,2}\s*:|\([A-ZÀ-ÞĀ-ɏ][\w ]+\) \S",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w.'’-]*[ ,]+){1,6}[^—–\n]{0,30}?\d{4}[^—–\n]{0,3}(?: ?[—–] ?| -{1,2} )(?=\S)"
)
_SIGNS_OF_SITE = (" | ", " :: ", " - ", " – ", " — ")
_WHOLLY = re.compile(r"\A[(\[]([^()\[\]]+)[)\]]\Z")
"""A title in brackets, below what it is filed under: ``(Minister Roe's talks with Norway)``."""
_FILED_BEFORE = re.compile(
    r"\A(?:[(\[](?:(?:attach(?:ed|ments?)|enclos(?:ed|ures?)|annex(?:ed|es)?|append(?:ed|ix)"
    r"|photos?|pictures?|images?|documents?)\b[^()\[\]]{0,20}"
    r"|(?:item|no|ref(?:erence)?)\b\.?[^()\[\]]{0,20}\d[^()\[\]]{0,10}|\d{1,3})[)\]]"
    r"|(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}) ?[:|–—-]) ?(?=\S)",
    re.IGNORECASE,
)
"""What a title is filed under, before it: ``(Annex 2) Talks``, ``2004-05-03: Talks``."""
_UPDATED = re.compile(r"\s+\*\*[A-Z][^*]{2,60}\*\*\Z")
"""What was added to a page, in bold behind its title: ``Talks **UPDATED w/ VIDEO**``."""
_WRITER = re.compile(
    r"(?:By )?(?P<given>[A-ZÀ-ÞĀ-ɏ][\w’'-]+)(?: [A-ZÀ-ÞĀ-ɏ][\w.’'-]*){1,2}, "
    r"(?P<town>[A-ZÀ-ÞĀ-ɏ][\w’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w’'-]+)?)"
)
_NOTES = frozenset({"note", "notes"})
"""What a record may call itself in brackets behind its title, besides the kinds."""
_SAID = 20_000
"""Among so many characters words of the title are looked for."""
_HEAD_LINE = 150
"""A line of a document's head is shorter, in characters."""
_COUNTRY = 60
"""No country's name is longer, in characters."""


@dataclass(frozen=True, slots=True)
class Front:
    """``roles`` are those of the first paragraphs; the document's text starts after them.

    ``place`` is that of the date line or of the line beside it. Of two days in two lines the later
    tells when the document was published, and ``held`` is the earlier, that of the meeting.
    """

    title: str
    kind: str | None
    date: Date | None
    roles: tuple[str, ...]
    derived: tuple[str, ...] = ()
    place: str | None = None
    held: Date | None = None


def read_front(
    text: str,
    paragraphs: Sequence[Paragraph],
    wording: Wording,
    name: str = "",
    headings: Collection[int] = (),
) -> Front:
    """The front of the document, each of its paragraphs with one role.

    The roles are ``title``, ``kind``, ``date``, ``place`` and ``boilerplate``. ``name`` is the
    title that a page has in its head; ``headings`` are the starts of lines known to be some.
    """
    lines = front_lines(text, paragraphs, wording)
    heads = (i for i, p in enumerate(paragraphs[: len(lines)]) if p.start in headings)
    lines = lines[: next(heads, None) or len(lines)]
    lines = lines[: _greeting(lines) or len(lines)]
    dated = date_line(lines[0].words) if lines and lines[0].role == "date" else None
    if dated is not None and len(paragraphs) > 1:
        below = text[paragraphs[1].start : min(paragraphs[1].end, paragraphs[1].start + 200)]
        if opens_sitting(collapse(below)):
            # The day of a sitting is all the title that its record has.
            return Front(lines[0].words, None, dated, ("title",))
    said = paragraphs[len(lines)].start if len(lines) < len(paragraphs) else len(text)
    titles = title_lines(lines, text[said : said + _SAID], wording)
    if analysis.language() == ENGLISH:
        rows = rows_of(text, paragraphs, name, wording)
        lines, titles = likelier(text, paragraphs, lines, titles, rows)
        titles = with_line_above(lines, titles)
    below = text[said : said + _SAID]
    if titles and all(_is_writer(lines[i].words, wording) for i in titles):
        lines = [replace(x, role="boilerplate") if i in titles else x for i, x in enumerate(lines)]
        titles = []
    listed = (i for i, p in enumerate(paragraphs[: len(lines)]) if is_attendance(text, p))
    present = next(listed, len(lines))
    kinds = [i for i, line in enumerate(lines[:present]) if line.role == "kind"][:1]
    titles = titles or dated_title(lines, wording)
    if not titles:
        titles, kinds = kinds, []
    first = next((i for i, line in enumerate(lines) if line.role != "boilerplate"), 0)
    dated = date_line(lines[first].words) if lines and lines[first].role == "date" else None
    if not titles and dated is not None and wording.spoken.compiled.match(lines[first].words):
        # ``Press Conference 3 May 2004`` is title and date.
        above = ("boilerplate",) * first
        return Front(collapse(lines[first].words), None, dated, (*above, "title"))
    whole, lines = lines, with_dateline(lines, titles)
    titles = [*titles, *subtitle(lines, titles)]
    dates = [i for i, line in enumerate(lines) if line.role == "date" and i not in titles]
    # Of several dates the last with a year ends the front; the first with one tells when.
    full = [i for i in dates if _year(lines[i].words)]
    held, dates = held_and_issued(lines, full, dates, titles)
    if not held and full and titles:
        held = [i for i in range(titles[-1] + 1, full[0]) if _is_of_meeting(lines[i])][:1]
    length = max([*titles, *dates, *kinds, *full], default=-1) + 1
    if length and all(p.boilerplate for p in paragraphs[length:]) and not dates:
        # Nothing follows: what looked like a title is all that the document says.
        title = " ".join(lines[i].words for i in titles)
        return Front(title, None, None, (), ("title",))
    town = None
    beside: list[int] = []
    if dates and dates[0] + 1 == length < len(paragraphs):
        lines = lines[:length] if _heads_part(text, paragraphs, length) else lines
    if dates and length == dates[0] + 1 and _names_place(lines, paragraphs, length, wording):
        town = without_house(lines[length].words)
        beside = [] if wording.is_sender(town) else [length]
        length += 1
    elif dates and length == dates[0] + 1 and length + 1 < len(lines):
        # the hour between the day and the place
        timed = CLOCK.match(lines[length].words) is not None
        next_line = lines[length + 1]
        known = next_line.role == "title" and is_place(next_line.words)
        if timed and (known or _names_place(lines, paragraphs, length + 1, wording)):
            town = next_line.words
            length += 2
    while length < len(lines) and (
        _around(lines, length, wording)
        or (_stands_alone(paragraphs, length) and shows_somebody(lines[length].words, wording))
    ):
        length += 1
    if 0 < length < len(paragraphs) and _ends_head(text, titles, paragraphs, length, wording):
        length += 1
    chosen = {i: "place" for i, line in enumerate(lines) if line.role == "place"}
    under = titles[-1] + 1 if titles else len(lines)
    where = scene(lines, under, wording)
    if where:
        *places, clock = where
        chosen |= dict.fromkeys(places, "place")
        length = max(length, clock + 1)
        held = held or [i for i in (clock,) if lines[i].role == "date" and i not in dates]
        town = lines[places[-1]].words
    elif (at := place_below(lines, under, wording)) is not None:
        chosen[at] = "place"
        length = max(length, at + 1)
    chosen |= dict.fromkeys(titles, "title") | dict.fromkeys(kinds, "kind")
    # The same day once more, perhaps with the place.
    told = [i for i, line in enumerate(lines) if line.role == "date" and i not in titles]
    again = [
        i
        for i in told
        if dates and _is_same_day(lines[i], lines[dates[0]]) and not ISSUED.match(lines[i].words)
    ]
    if length in again:
        length += 1
    chosen |= dict.fromkeys([*dates, *held, *again, *beside], "date")
    raw = [
        line for i in titles for line in text[paragraphs[i].body : paragraphs[i].end].split("\n")
    ]
    once = said_once(raw) if len(raw) > 1 else None
    title = once or " ".join(_unmarked(lines[i].words) for i in titles)
    title = FOOTNOTE.sub("", title)
    title = without_editors_number(without_channel(_without_site(title, wording)))
    title = _WHOLLY.sub(r"\1", title) if title[:1] in "([" else title
    title = _FILED_BEFORE.sub("", title)
    title, glued = _without_day(title)
    if wording.records.search(title):
        title = _NOTE.sub("", title)
    if len(titles) > 1 and is_sitting(lines[titles[-1]].words):
        title = without_standing(title)
    kind = wording.kind(lines[kinds[0]].words) if kinds else None
    suffix = _KIND_SUFFIX.search(title)
    named = suffix is not None and (wording.kind(suffix[1]) or suffix[1].lower() in _NOTES)
    filed = bool(titles) and kinds[:1] < titles[:1]  # of the house, or of the page
    if (kind is None or filed) and suffix and suffix.start() and named:
        title, kind = title[: suffix.start()], suffix[1]
    if kind is None and (suffix := _KIND_BEHIND_DASH.search(title)) and wording.kind(suffix[1]):
        title, kind = title[: suffix.start()].rstrip(), suffix[1]
    if kind is None:
        kind = next(
            filter(None, (_kind_of_repeat(line, title, wording) for line in whole[:present])), None
        )
    date = date_line(lines[dates[0]].words) if dates else glued
    if date is not None and date.year is None and titles:
        date = replace(date, year=_year_above(lines[: titles[0]], wording))
    return Front(
        title or _first_sentence(text, paragraphs[length:], wording),
        kind,
        date,
        tuple(chosen.get(i, "boilerplate") for i in range(length)),
        () if titles else ("title",),
        town
        if where
        else next(
            filter(
                None,
                (
                    _place(lines, i, titles)
                    for i in [*held, *dates, *again, *dated_title(lines, wording)]
                ),
            ),
            town,
        ),
        date_line(lines[held[0]].words) if held else None,
    )


def _greeting(lines: Sequence[FrontLine]) -> int | None:
    """Which line below the title greets those who listen, so that the text begins there."""
    titles = [i for i, line in enumerate(lines) if line.role == "title"]
    below = range(titles[0] + 1, len(lines)) if titles else ()
    return next(
        (i for i in below if lines[i].role == "boilerplate" and lines[i].words[-1:] == ","), None
    )


def _is_writer(words: str, wording: Wording) -> bool:
    """Whether a line is who wrote the news, and in which town: ``Jane Roe, Oslo``."""
    from ..names.tokens import every_given_name  # which needs the layout

    match = _WRITER.fullmatch(words)
    if match is None or wording.promises(words):
        return False
    town = match["town"]
    seated = is_capital(town) or town in wording.seats
    return seated and match["given"].lower() in every_given_name()


def _without_day(title: str) -> tuple[str, Date | None]:
    """A title without the day that is glued to it, and that day: ``Talks on Cod3 May 2004``."""
    glued = _GLUED_BEHIND.search(title) or _GLUED_BEFORE.match(title)
    date = date_line(glued[1]) if glued is not None else None
    if glued is None or date is None or date.year is None or date.day is None:
        return title, None
    return title[: glued.start()] + title[glued.end() :], date


def _year_above(lines: Sequence[FrontLine], wording: Wording) -> int | None:
    """The year that a line above the title tells, of what it is filed under: ``Bulletin 2004``."""
    years = {
        int(year)
        for line in lines
        if wording.is_category(line.words)
        for year in _YEAR.findall(line.words)
    }
    return years.pop() if len(years) == 1 else None


def _is_of_meeting(line: FrontLine) -> bool:
    """Whether a line in brackets below the title tells when and where: ``(3-4 May, Vik)``."""
    bracketed = line.role == "date" and line.words[:1] + line.words[-1:] == "()"
    return bracketed and place_beside(line.words) is not None


def _kind_of_repeat(line: FrontLine, title: str, wording: Wording) -> str | None:
    """The kind in brackets behind a line that says the title again, or begins with a dateline."""
    suffix = _KIND_SUFFIX.search(line.words)
    if suffix is None or (
        line.words[: suffix.start()] != title
        and (line.role != "title" or read_dateline(line.words) is None)
    ):
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
    """A title without the signs that make it bold or lead to it: ``**Talks**``, ``>> Talks``."""
    words = words.strip("*_ ") if words[:1] in ("*", "_") else _UPDATED.sub("", words)
    words = words.removesuffix("*")
    return words.lstrip(">» ")


def _without_site(title: str, wording: Wording) -> str:
    """A title without the house that a page's own begins or ends with: ``Talks | Press Office``."""
    for sign in _SIGNS_OF_SITE if any(sign in title for sign in _SIGNS_OF_SITE) else ():
        before, _, after = title.rpartition(sign)
        if before and wording.is_sender(after):
            return before
        before, _, after = title.partition(sign)
        if after and wording.is_sender(before):
            return after
    return title


def _is_same_day(line: FrontLine, other: FrontLine) -> bool:
    """Whether two lines tell the same day, the first perhaps without its year."""
    own, its = date_line(line.words), date_line(other.words)
    if own is None or its is None or own.day is None or own.month is None:
        return False
    if its.either is not None:
        return {own.month, own.day} == set(its.either)
    return (own.month, own.day) == (its.month, its.day) and own.year in (None, its.year)


def _year(words: str) -> int | None:
    date = date_line(words)
    return date.year if date is not None else None


def _place(lines: Sequence[FrontLine], dated: int, titles: Sequence[int]) -> str | None:
    """The place in the date line, else the line beside it that is nothing but a place."""
    place = place_beside(lines[dated].words)
    if place is not None:
        label = LABEL.match(place)
        return place[label.end() :] if label is not None else place
    for beside in (dated - 1, dated + 1):
        if 0 <= beside < len(lines) and beside not in titles and lines[beside].role == "title":
            words = lines[beside].words
            if (
                all(map(is_place, words.split(", ")))
                or is_venue(words)
                or is_town_in_country(words)
                or is_town_under_day(lines, beside)
            ):
                return without_house(words)
    return None


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
            or _is_under_title(lines, index, wording)
            or is_place(line.words)
        )
    )


def _is_under_title(lines: Sequence[FrontLine], index: int, wording: Wording) -> bool:
    """Whether a line tells once more what was said to the press, above what it was about."""
    below = lines[index + 1 : index + 2]
    return (
        wording.spoken.search(lines[index].words) is not None
        and bool(below)
        and below[0].role == "boilerplate"
    )


def _ends_head(
    text: str,
    titles: Sequence[int],
    paragraphs: Sequence[Paragraph],
    index: int,
    wording: Wording,
) -> bool:
    """Whether a line without a sentence ends the block of lines that the title begins."""
    line = paragraphs[index]
    if not titles or index <= titles[-1] or line.marked or not _stands_alone(paragraphs, index):
        return False
    if any(above.gap for above in paragraphs[titles[-1] + 1 : index + 1]):
        return False
    words = text[line.start : min(line.end, line.start + _HEAD_LINE)]
    return line.end - line.start < _HEAD_LINE and wording.is_title(collapse(words))


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
    """The first sentence of the text.

    Headings, and when, where and who it was, are left aside unless there is nothing else.
    """
    heading = particular = ""
    for paragraph in paragraphs[:ZONE]:
        if paragraph.boilerplate or paragraph.empty:
            continue
        head = text[paragraph.body : min(paragraph.end, paragraph.body + 2 * _DERIVED_LENGTH)]
        dateline = _DATELINE.match(head)
        head = head[dateline.end() :] if dateline is not None else head
        if dateline is None and (told := read_dateline(head)) is not None:
            head = head[told.end :]
        words = collapse(head[: wording.sentence_end(head)])
        if paragraph.marked and wording.is_title(words):
            heading = heading or words
            continue
        if (
            _PARTICULAR.match(words)
            or heads_attendance(words)
            or heads_list(words)
            or date_line(words)
        ):
            particular = particular or words
            continue
        if len(words) > _DERIVED_LENGTH:
            words = words[:_DERIVED_LENGTH].rsplit(" ", 1)[0] + " ..."
        return words
    return heading or particular
