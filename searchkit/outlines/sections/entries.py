"""Paragraphs -> entries: where each stands, under which of the headings.

An *entry* is a paragraph with its place. Which are headings, ``rubrics`` tells.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ..text.lines import Paragraph
from ..words.wording import Wording
from .among import Among, among_numbers, begins_series
from .items import read_items, tail
from .nesting import counted_on, inner_starts, levelled
from .numbering import COUNTED, Numbering, Place, in_capitals
from .press_parts import heads_part, of_parts
from .rubrics import rubrics

__all__ = ["Entry", "read_entries"]

_COUNTED = 2
"""So many headings are counted."""
_FIRST_PARTS = {("A.", 1), ("I.", 1)}
_ITEMS = 2
"""So many items above one that looks like a heading make it an item of their list."""


@dataclass(slots=True)
class Entry:
    """A paragraph of the text with its place; ``heading`` is its text if it is a heading.

    ``leads`` is true of a lead whose items are paragraphs of their own, ``whole`` of one that is a
    text with its items whatever it presents.
    """

    paragraph: Paragraph
    heading: str | None
    place: Place
    leads: bool = False
    whole: bool = False


def read_entries(
    text: str,
    body: Sequence[Paragraph],
    wording: Wording,
    *,
    listed: Collection[int] = (),
    plain: Collection[int] = (),
) -> list[Entry | None]:
    """The body's paragraphs in order with their places; ``None`` stands for boilerplate.

    Args:
        listed: where headings start that are known: a table of contents lists them, or they stood
            on the line of their text.
        plain: where lines start that are text though they look like headings.
    """
    headings = [
        None if paragraph.start in plain else heading
        for paragraph, heading in zip(body, rubrics(text, body, wording, listed), strict=True)
    ]
    body = levelled(body)
    body = counted_on(_counted_through(_counted_beside(text, body, headings), headings), headings)
    heads = {p.start for p, h in zip(body, headings, strict=True) if h is not None}
    items = read_items(text, body, wording, heads)
    if items.bullets:
        body = [
            replace(p, numbers=(), bullet=text[p.start]) if p.start in items.bullets else p
            for p in body
        ]
    among = among_numbers(
        [
            (p, h is not None)
            for p, h in zip(body, headings, strict=True)
            if not p.boilerplate and p.start not in items.starts
        ],
        parted=heads_part(next(filter(None, headings), "")),
    )
    if among is Among.BESIDE and any(h and _names_part(h, wording) for h in headings):
        among = Among.ABOVE
    outer = _outer(body, headings)
    parted = of_parts(text, body, headings)
    numbering = Numbering(among, _signed_depths(body), inner_starts(body, headings))
    entries: list[Entry | None] = []
    inside = False
    for index, (paragraph, heading) in enumerate(zip(body, headings, strict=True)):
        if paragraph.boilerplate:
            entries.append(None)
            continue
        if (paragraph.start in items.starts and heading is None) != inside:
            inside = not inside
            numbering.mark() if inside else numbering.go_back()
        after = next((p for p in body[index + 1 : index + 4] if not p.boilerplate), None)
        if (
            among in (Among.BESIDE, Among.UNDER)
            and not paragraph.marked
            and _numbered(after)
            and not (paragraph.start in listed and after is not None and begins_series(after))
        ):
            # The number that comes next would close the heading at once.
            heading = None
        lead_in = heading is None and wording.is_lead_in(tail(text, paragraph))
        if paragraph.numbers:
            part = heading is not None and paragraph.numbers[0].readings[0] in _FIRST_PARTS
            if part and after is not None and after.numbers:
                numbering.leave(after)
            place = numbering.numbered(paragraph, heading)
            if heading is None and not paragraph.empty:
                numbering.sentence(lead_in=lead_in)
        elif heading is not None:
            under = outer is not None and in_capitals(heading) != outer
            part = paragraph.start in parted
            place = numbering.heading(
                paragraph, heading, _below(body, headings, index), under, part=part
            )
        else:
            place = numbering.unnumbered(paragraph, lead_in=lead_in)
        leads, whole = paragraph.start in items.leads, paragraph.start in items.whole
        entries.append(Entry(paragraph, heading, place, leads=leads, whole=whole))
    _leaves(entries, listed)
    _last_of_list(entries)
    return entries


def _counted_beside(
    text: str, body: Sequence[Paragraph], headings: Sequence[str | None]
) -> Sequence[Paragraph]:
    """``body`` with a number of its own for each paragraph that is counted beside the headings.

    Where ``2.2 Trade`` is a heading and ``2.2.`` the second paragraph under ``2``, both count, and
    the paragraph hangs by its last number under its heading.
    """
    paths = [p.numbers[-1].label if p.numbers and p.numbers[-1].path else "" for p in body]
    heads = {path for path, heading in zip(paths, headings, strict=True) if path and heading}
    counted = [
        i
        for i, (path, heading) in enumerate(zip(paths, headings, strict=True))
        if path and heading is None and text[body[i].start : body[i].body].rstrip()[-1:] == "."
    ]
    if heads.isdisjoint(paths[i] for i in counted):
        return body
    found = list(body)
    for index in counted:
        last = found[index].numbers[-1]
        value = last.readings[0][1]
        number = replace(last, label=str(value), readings=((COUNTED, value),), path=False)
        found[index] = replace(found[index], numbers=(number,))
    return found


def _counted_through(
    body: Sequence[Paragraph], headings: Sequence[str | None]
) -> Sequence[Paragraph]:
    """``body`` with a style of their own for paragraphs that are counted through from the first.

    Where headings count ``1.``, ``2.`` or ``A.``, ``B.`` and paragraphs ``1.``, ``2.`` ... ``9.``
    under whichever heading they stand, from above the first one on, no paragraph carries on the
    headings' numbers and none holds a heading. So it is with ``1.1``, ``1.2`` under ``A.``.
    """
    heads: list[int] = []
    texts: list[int] = []
    paths: list[int] = []
    for index, (paragraph, heading) in enumerate(zip(body, headings, strict=True)):
        if paragraph.boilerplate or len(paragraph.numbers) != 1:
            continue
        number = paragraph.numbers[0]
        if heading is not None:
            heads.append(index)
        elif number.path:
            paths.append(index)
        elif number.readings[0][0] == "1.":
            texts.append(index)
    if len(heads) < _COUNTED or any(body[i].numbers[0].path for i in heads):
        return body
    if paths and not texts and not any(body[i].numbers[0].label.isdecimal() for i in heads):
        counted = paths if heads[0] < paths[0] else []
    else:
        values = [body[i].numbers[0].readings[0][1] for i in texts]
        through = values == [*range(1, len(texts) + 1)] and len(texts) > len(heads)
        counted = texts if through and _is_series(body, heads) else []
    found = list(body)
    for place, index in enumerate(counted, 1):
        number = replace(found[index].numbers[0], readings=((COUNTED, place),), path=False)
        found[index] = replace(found[index], numbers=(number,))
    return found


def _is_series(body: Sequence[Paragraph], heads: Sequence[int]) -> bool:
    """Whether the headings of the style of the first count from one on."""
    for style, value in body[heads[0]].numbers[0].readings:
        own = [
            readings[style]
            for readings in (dict(body[i].numbers[0].readings) for i in heads)
            if style in readings
        ]
        if value == 1 and len(own) >= _COUNTED and own == [*range(1, len(own) + 1)]:
            return True
    return False


def _names_part(heading: str, wording: Wording) -> bool:
    """Whether a heading says that it is one: ``AGENDA ITEM 89: COD``."""
    return heading.partition(" ")[0].lower() in wording.numbering_words and any(
        word.strip(":.,").isdecimal() for word in heading.split()[1:3]
    )


def _signed_depths(body: Sequence[Paragraph]) -> frozenset[int]:
    """The depths at which Markdown's headings without a number stand beside numbers.

    The topmost is one where anything has a number.
    """
    kept = [p for p in body if not p.boilerplate]
    numbered = any(p.numbers for p in kept)
    top = min((p.depth for p in kept if p.depth), default=0) if numbered else 0
    return frozenset(p.depth for p in kept if p.depth and (p.depth == top or p.numbers))


def _outer(body: Sequence[Paragraph], headings: Sequence[str | None]) -> bool | None:
    """Whether the upper of two levels of headings, some right over others, is that in capitals.

    ``None``: the document has no two levels.
    """
    above: str | None = None
    for paragraph, heading in zip(body, headings, strict=True):
        if paragraph.boilerplate:
            continue
        plain = heading if not paragraph.marked else None
        if above is not None and plain is not None and in_capitals(above) != in_capitals(plain):
            return in_capitals(above)
        above = plain
    return None


def _below(
    body: Sequence[Paragraph], headings: Sequence[str | None], index: int
) -> Paragraph | None:
    """The first paragraph under a heading that is no unnumbered heading itself."""
    for at in range(index + 1, min(index + 4, len(body))):
        if not body[at].boilerplate and (headings[at] is None or body[at].numbers):
            return body[at]
    return None


def _numbered(paragraph: Paragraph | None) -> bool:
    return paragraph is not None and bool(paragraph.numbers)


def _leaves(entries: Sequence[Entry | None], listed: Collection[int]) -> None:
    """Make text of the headings that nothing stands under, lest their words be lost.

    Not of those that a table of contents lists: they head what stands under the next one, too.
    """
    after: Entry | None = None
    for entry in reversed(entries):
        if entry is None:
            continue
        closed = after is None or (
            bool(after.place.opened) and after.place.opened[0][1] <= entry.place.depth
        )
        known = entry.paragraph.start in listed
        if entry.heading is not None and closed and not (entry.place.holds or known):
            entry.heading = None
            if not entry.paragraph.numbers:
                parent, _, _ = entry.place.section.rpartition(".")
                depth = entry.place.depth - 1
                entry.place = Place(parent or "0", depth, entry.place.headings)
        after = entry


def _last_of_list(entries: Sequence[Entry | None]) -> None:
    """Make text of what looks like a heading only because a paragraph follows its list.

    ``(i) Ferries. (ii) Docks. (iii) Dues.`` are items alike, and the paragraph is their parent's.
    """
    run: list[Entry] = []
    for index, entry in enumerate(entries):
        if entry is None or not entry.paragraph.numbers or len(entry.place.opened) != 1:
            run = []
            continue
        above = run[-1].place.section.rpartition(".")[0] if run else None
        alike = entry.place.section.rpartition(".")[0] == above and entry.place.depth > 1
        if len(run) >= _ITEMS and alike and entry.heading is not None:
            after = entries[index + 1] if index + 1 < len(entries) else None
            # What stands further in than the number is the item's own.
            if (
                after is not None
                and not (after.place.opened or after.paragraph.bullet)
                and after.paragraph.indent <= entry.paragraph.indent + 1
            ):
                _close(entries, index, above or "0")
        if not alike:
            run = []
        run.append(entry)
        if entry.heading is not None:
            run = []


def _close(entries: Sequence[Entry | None], index: int, parent: str) -> None:
    """Take the heading at ``index`` for text, and what stands under it for its parent's."""
    closed = entries[index]
    assert closed is not None
    section, headings = closed.place.section, closed.place.headings
    closed.heading = None
    for entry in entries[index + 1 :]:
        if entry is None:
            continue
        if entry.place.section != section or entry.place.opened:
            break
        entry.place = Place(parent, closed.place.depth - 1, headings)
