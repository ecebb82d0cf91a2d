"""When a document was issued and when people met, by learnt weights: the choice among days told.

Each day that stands in the title, in a line above or below the text or in its first sentences is a
*candidate*, and so is that none is told. Its *signs* tell where it stands, what leads to it, and
how it lies among the others. ``tests/header_weights.py`` learns the weights, of the day of issue
and of that of the meeting apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from ..front.date_lines import date_line, has_several_days, place_beside
from ..front.datelines import read_dateline
from ..particulars.particulars import labelled_date
from ..sections.layout import Layout
from ..words.weights import score, weights
from ..words.wording import collapse
from .cues import cues, sentence_texts
from .dates import Date, find_dates, settled
from .days import WHOLE, is_of_another_time, issue_of, today, year_of
from .talks import day_of_talks
from .told_places import sort_of

__all__ = ["NEVER", "Day", "candidates", "days_told", "is_first_of_several", "likelier_day"]

Told = list[tuple[Date, list[str]]]

NEVER = ""
"""The day of what is not told."""
_LIKELIER = {"issue": 1.5, "meeting": 3.0}
"""By so much another day must score above the one that rules take."""
_BLOCKS = 3
_LENGTH = 1500
_LINES = 30
_LINE = 300
_FOOT = 300
_LONG = 6
"""Documents of more paragraphs have a foot."""
_NEAR = 60
_LABELS = {
    "issued": re.compile(r"publi|releas|issued|posted|creat|upload|online", re.IGNORECASE),
    "changed": re.compile(r"updat|modif|revis|review", re.IGNORECASE),
    "met": re.compile(r"held|meeting|date (?:of|and)|time\b", re.IGNORECASE),
    "date": re.compile(r"date", re.IGNORECASE),
    "other": re.compile(
        r"approv|adopt|next|deadline|declass|received|original|distrib|sign", re.IGNORECASE
    ),
}
_KEPT = re.compile(r"\b(?:archived|captur|crawled|harvested|snapshot)", re.IGNORECASE)
"""What a web archive did with a page, which tells no day of the document."""
_JOINT = re.compile(r"chair|communiqu|statement|declaration|outcome|conclusions", re.IGNORECASE)
_MET = re.compile(
    r"\b(?:met|held|meetings?|talks|took place|received|visit\w*|conver|call|hosted|discuss)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:had|since|after|following|last|previous|signed|until|before|next|by)\b", re.IGNORECASE
)
_LEADS = frozenset({"on", "of", "from", "in", "at", "the", "until", "by", "since", "(", ","})
_BY_SORT = frozenset(
    {"line:alone", "line:within", "title", "foot:alone", "dateline", "said:0", "label", "issue"}
    | {"layout", "held"}
)
"""What is told otherwise in one sort of document than in another."""
_TELLING = (
    "line:alone", "title", "dateline", "said:0", "foot:alone", "line:label issued", "relative",
    "issue", "line:place", "line:several", "said:met",
)  # fmt: skip
_GAPS = ((0, "after"), (1, "0"), (2, "1"), (8, "2-7"), (31, "8-30"))


@dataclass(slots=True)
class Day:
    """A day as in ISO 8601, whole or not, with the ``signs`` of where and how it is told."""

    iso: str
    signs: set[str] = field(default_factory=set)

    @property
    def derived(self) -> bool:
        """Whether its year is concluded, or the day itself from another."""
        return "year" not in self.signs or self.signs.isdisjoint(_STATED)


_ON_LINE = frozenset(
    {f"{zone}:{how}" for zone in ("line", "foot") for how in ("alone", "within")} | {"dateline"}
)
_SEVERAL = frozenset({"line:several", "foot:several"})
_STATED = frozenset({"title", "line:alone", "line:within", "foot:alone", "foot:within", "dateline"})
_STATED |= {"label", "held", "layout", "said:telling", "said:silent", "talks", "block line"}


def days_told(text: str, layout: Layout) -> Told:
    """Each day that a document tells, wherever it stands, with its signs."""
    return [(settled(told, text), signs) for told, signs in _every(text, layout)]


def is_first_of_several(told: Told, iso: str) -> bool:
    """Whether a day is told only as the first of several, on which people met: ``8-9 May 2004``.

    Nothing is issued on the first of them.
    """
    lines = [signs for day, signs in told if day.iso == iso and _ON_LINE.intersection(signs)]
    return bool(lines) and all(_SEVERAL.intersection(signs) for signs in lines)


def likelier_day(
    text: str, layout: Layout, told: Told, what: str, ruled: str | None, issued: str | None
) -> Day | None:
    """The day that is far likelier than the one that rules take; None if there is none such.

    Args:
        told: what :func:`days_told` gives.
        what: ``issue`` or ``meeting``.
        issued: the day of issue, by which days without a year are told.
    """
    days = candidates(text, layout, told, what, issued)
    learnt = weights(what)
    scores = {day.iso: score(learnt, day.signs) for day in days}
    best = max(days, key=lambda day: scores[day.iso])
    if what == "issue" and ruled is None and "line:label met" in best.signs:
        return None  # "Held in Vik on 3 May" is all that is told
    over = scores[best.iso] - scores.get(ruled or NEVER, scores[best.iso])
    return best if over > _LIKELIER[what] else None


def candidates(text: str, layout: Layout, told: Told, what: str, issued: str | None) -> list[Day]:
    """The days that may be that of ``what``, with their signs; the first is :data:`NEVER`."""
    sort = sort_of(layout, "" if "title" in layout.derived else layout.title)
    if sort in ("talks", "other") and _JOINT.search(f"{layout.title} {layout.kind or ''}"):
        sort = "joint"
    issue = issue_of(issued)
    found: dict[str, Day] = {}
    more = list(_of_meeting(text, layout, told, issued)) if what == "meeting" and issued else []
    for one, signs in (*told, *more):
        if what == "meeting" and "said:other time" in signs:
            continue
        years = ["year" if one.year is not None else "no year"]
        if one.year is None and what == "meeting" and issue is not None:
            one = replace(one, year=year_of(one, issue))
        day = found.setdefault(one.iso, Day(one.iso))
        day.signs.update(signs, years, ["no day"] * (one.day is None))
        day.signs.update(f"{sign}&{sort}" for sign in signs if sign in _BY_SORT)
    days = list(found.values())
    whole = {day.iso for day in days if len(day.iso) == WHOLE and day.iso[0] != "-"}
    for day in days:
        zones = {_SIGN.split(sign, 1)[0] for sign in day.signs} & _ZONES
        day.signs.add("zones:" + "+".join(sorted(zones)))
        if day.iso in whole and len(whole) > 1:
            ends = {max(whole): "last", min(whole): "first"}
            day.signs.add(ends.get(day.iso, "middle"))
        if day.iso in whole and what == "meeting" and issued and len(issued) == WHOLE:
            day.signs.add(f"gap:{_gap(day.iso, issued)}")
    none = {"none", f"none:{sort}", f"none:of {min(len(days), 3)}"}
    none |= {f"none:{sign}" for sign in _TELLING if any(sign in day.signs for day in days)}
    none |= {"none:one day", f"none:one day&{sort}"} if len(whole) == 1 else set()
    return [Day(NEVER, none), *days]


_SIGN = re.compile("[: &]")
_ZONES = frozenset({"line", "foot", "title", "said", "dateline", "block", "end"})


def _gap(day: str, issued: str) -> str:
    try:
        days = (date.fromisoformat(issued) - date.fromisoformat(day)).days
    except ValueError:
        return "none"
    return next((name for most, name in _GAPS if days < most), "more")


def _every(text: str, layout: Layout) -> Iterator[tuple[Date, list[str]]]:
    """Each day, wherever it stands, with its signs."""
    title = "" if "title" in layout.derived else layout.title
    for k, told in enumerate(find_dates(title)):
        yield told, ["title", f"title {k}"]
    yield from _in_lines(text, layout)
    for name, day in (
        ("label", labelled_date(text, layout)),
        ("layout", _of_iso(layout.date_published)),
        ("held", _of_iso(layout.date_held)),
    ):
        if day is not None:
            yield day, [name]
    yield from _in_sentences(text, layout)
    for block in layout.blocks[-_BLOCKS:] if len(layout.blocks) > _LONG else ():
        words = collapse(text[block.start : block.end][-_FOOT:])
        for told in find_dates(words)[:2]:
            yield told, [f"end:{'alone' if date_line(words) else 'within'}"]


def _of_meeting(
    text: str, layout: Layout, told: Told, issued: str
) -> Iterator[tuple[Date, list[str]]]:
    """The days of a meeting that are counted from the day of issue, and that day."""
    yield from ((day, ["issue"]) for day in filter(None, [_of_iso(issued)]))
    relative = _of_iso(today(text, layout, issued))
    if relative is not None:
        yield relative, ["relative"]
    elif not any("said:telling" in signs for _, signs in told):
        talks = day_of_talks(text, layout, issued, None)
        yield from ((day, ["talks"]) for day in filter(None, [talks]))


def _of_iso(iso: str | None) -> Date | None:
    if not iso:
        return None
    year, *rest = (int(part) if part else None for part in iso.replace("--", "-").split("-"))
    month, day = (*rest, None, None)[:2]
    return Date(0, 0, year, month, day)


def _in_lines(text: str, layout: Layout) -> Iterator[tuple[Date, list[str]]]:
    """The days in the lines above and below the text."""
    first = layout.blocks[0].start if layout.blocks else len(text)
    last = layout.blocks[-1].end if layout.blocks else 0
    above = [part for part in layout.parts if part.start < first][:_LINES]
    below = [part for part in layout.parts if part.start >= max(first, last)]
    titled = "above"
    for zone, part in (*(("line", p) for p in above), *(("foot", p) for p in below)):
        titled = "below" if part.role == "title" else titled
        for line in text[part.start : min(part.end, part.start + _LINE)].split("\n"):
            words = collapse(line)
            if part.role == "boilerplate" and _KEPT.search(words):
                continue
            whole = date_line(words)
            for told in [whole] if whole is not None else find_dates(words)[:2]:
                before = words[: told.start]
                labels = [name for name, label in _LABELS.items() if label.search(before)]
                led = f"label {labels[0]}" if labels else "led" if before.strip(" (") else "bare"
                signs = ["within" if whole is None else "alone", part.role, f"{titled} title", led]
                signs += ["place"] * (whole is not None and place_beside(words) is not None)
                signs += ["several"] * has_several_days(words)
                yield told, [f"{zone}:{sign}" for sign in signs]


def _in_sentences(text: str, layout: Layout) -> Iterator[tuple[Date, list[str]]]:
    """The days in the first sentences, and in the dateline before them."""
    number = 0
    for index, block in enumerate(layout.blocks[:_BLOCKS]):
        words = collapse(text[block.start : min(block.end, block.start + _LENGTH)])
        dateline = read_dateline(words)
        if dateline is not None and dateline.date is not None:
            yield dateline.date, ["dateline", f"dateline {index}"]
            words = words[dateline.end :]
        alone = date_line(words)
        if alone is not None:
            yield alone, ["block line", f"block line {index}"]
        for sentence in sentence_texts(words)[:_BLOCKS]:
            for k, told in enumerate(find_dates(sentence)[:_BLOCKS]):
                signs = [str(min(number, 4)), f"nth {k}", *_around(sentence, told)]
                signs += ["section"] * (block.section != "0")
                yield told, [f"said:{sign}" for sign in signs]
            number += 1


def _around(sentence: str, told: Date) -> list[str]:
    """What stands around a day in a sentence."""
    before = sentence[max(0, told.start - _NEAR) : told.start]
    *_, last = before.lower().split() or [""]
    met = _MET.search(before) or _MET.search(sentence, told.end, told.end + _NEAR)
    telling = cues().meeting.search(sentence) is not None
    brackets = sentence.count("(", 0, told.start) > sentence.count(")", 0, told.start)
    return [
        "telling" if telling else "silent",
        f"lead {last if last in _LEADS else 'other'}",
        *["other time"] * is_of_another_time(sentence, 0, told),
        *["met"] * (met is not None),
        *["earlier"] * (_EARLIER.search(before) is not None),
        *["brackets"] * brackets,
    ]
