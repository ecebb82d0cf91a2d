"""Lines -> title, dates, numbered sections, lists, boilerplate.

A *block* is what becomes one passage. A *lead-in* ends in a colon and is one block with the list
or the paragraph that it introduces; an introduction that ends in a full stop is a block of its
own and *governs* the items after it. A *part* is a stretch of lines outside the blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ..records import Section
from .front import read_front
from .lines import Paragraph, read_paragraphs
from .numbering import Among, Numbering, Place, among_numbers
from .wording import Wording, collapse

__all__ = ["Block", "Layout", "Part", "read_layout"]

_HEADING_WORDS = 14
"""A heading without number or hashes is no longer."""
_TRAILER_LINES = 5
_INTRODUCING = re.compile(
    r"\b(?:the following|as follows|these (?:\w+ )?(?:points|messages?|statements?|remarks|requests"
    r"|proposals|views|words))\b",
    re.IGNORECASE,
)
_ONE_LINE = 400
_BRACKETS = frozenset({("[", "]"), ("<", ">"), ("【", "】"), ("《", "》"), ("「", "」")})


@dataclass(frozen=True, slots=True)
class Block:
    """What becomes one passage: ``text[start:end]``, markers and headings left out.

    ``lead_in`` is the span of a lead-in ending in a colon (``... made the following statements:``),
    part of the block; ``items`` are the spans of what it introduces (bullets without their sign,
    lettered items, or the paragraph after it), empty for a plain paragraph; ``listed`` tells the
    items of a list from a paragraph. ``governor`` is the index in ``Layout.blocks`` of a block that
    introduces this one without being part of it ("conveyed the following message from ... ." with
    lettered items after it), else None.
    """

    section: str
    headings: tuple[str, ...]
    start: int
    end: int
    lead_in: tuple[int, int] | None = None
    items: tuple[tuple[int, int], ...] = ()
    governor: int | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
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
    """A document's blocks and the parts around them.

    Every character but white space is in exactly one block or part, and both are in order.
    """

    title: str
    kind: str | None
    date_published: str | None
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    boilerplate: tuple[str, ...]
    derived: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(slots=True)
class _Entry:
    """A paragraph of the text with its place; ``heading`` is its text if it is a heading."""

    paragraph: Paragraph
    heading: str | None
    place: Place


def read_layout(text: str) -> Layout:
    """The layout of any text; takes time in proportion to its length and never raises."""
    wording = Wording.default()
    paragraphs = read_paragraphs(text, wording)
    front = read_front(text, paragraphs, wording)
    count = len(front.roles)
    parts = [
        Part(role, p.start, p.end) for role, p in zip(front.roles, paragraphs[:count], strict=True)
    ]
    body = _trailer(text, paragraphs[count:], wording)
    if "title" in front.roles:
        body = _without_repeats(text, body, front.title)
    parts += [Part("boilerplate", p.start, p.end) for p in body if p.boilerplate]
    entries = _entries(text, body, wording)
    blocks = tuple(_blocks(text, entries, wording))
    starts = {block.start for block in blocks}
    for entry in entries:
        if entry is None:
            continue
        paragraph = entry.paragraph
        if entry.heading is not None or _empty(paragraph):
            parts.append(Part("heading", paragraph.start, paragraph.end))
        elif paragraph.body > paragraph.start and paragraph.body in starts:
            parts.append(Part("marker", paragraph.start, paragraph.body))
    parts.sort(key=lambda part: part.start)
    return Layout(
        title=front.title,
        kind=front.kind,
        date_published=front.date,
        sections=tuple(_sections(entries)),
        blocks=blocks,
        boilerplate=tuple(
            collapse(text[p.start : p.end]) for p in parts if p.role == "boilerplate"
        ),
        derived=front.derived,
        parts=tuple(parts),
    )


def _empty(paragraph: Paragraph) -> bool:
    return paragraph.body >= paragraph.end


def _without_repeats(text: str, body: list[Paragraph], title: str) -> list[Paragraph]:
    """``body`` with lines that only repeat the title, as captions do, marked as boilerplate."""
    low, longest = title.casefold(), 2 * len(title)
    return [
        replace(p, boilerplate=True)
        if not p.boilerplate
        and p.end - p.body <= longest
        and collapse(text[p.body : p.end]).casefold() == low
        else p
        for p in body
    ]


def _trailer(text: str, body: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``body`` with the links at its end marked as boilerplate.

    ``Back to Index`` is known by its words; a title-like line among such lines is a link as well.
    """
    end = len(body)
    if not end or not body[-1].boilerplate:
        return body
    marked = list(body)
    first = max(1, end - _TRAILER_LINES)
    for index in range(end - 1, first - 1, -1):
        paragraph = body[index]
        if paragraph.boilerplate:
            continue
        words = text[paragraph.start : paragraph.end]
        if paragraph.marked or not paragraph.gap or not _short_title(words, wording):
            break
        marked[index] = replace(paragraph, boilerplate=True)
    return marked


def _short_title(words: str, wording: Wording) -> bool:
    return (
        len(words) <= _ONE_LINE
        and len(words.split()) <= _HEADING_WORDS
        and "\n" not in words
        and words.rstrip(")]\"'”’*_ ")[-1:] not in {".", "!"}
        and wording.is_title(words)
    )


def _headings(text: str, body: Sequence[Paragraph], wording: Wording) -> Iterator[str | None]:
    """For each paragraph its text as a heading, or ``None``, before its place is known."""
    for index, paragraph in enumerate(body):
        words = text[paragraph.body : paragraph.end]
        if paragraph.boilerplate or not words:
            yield None
        elif paragraph.depth:
            yield _bare(words.rstrip("# "))
        elif paragraph.numbers:
            yield _bare(words) if wording.is_title(words) else None
        elif _short_title(words, wording) and _heads(text, body, index, wording):
            yield _bare(words)
        else:
            yield None


def _bare(words: str) -> str:
    """A heading without the signs around it: ``**Trade**``, ``[Trade]``, ``<Trade>``."""
    words = collapse(words).strip("*_")
    return words[1:-1].strip() if (words[:1], words[-1:]) in _BRACKETS else words


def _introduces(tail: str, wording: Wording) -> bool:
    """Whether a paragraph with this end introduces a list, and not the document."""
    return wording.is_lead_in(tail) and not wording.presents_document(tail)


def _heads(text: str, body: Sequence[Paragraph], index: int, wording: Wording) -> bool:
    """Whether the title-like line at ``index`` stands over what follows it."""
    paragraph = body[index]
    before = next((p for p in reversed(body[max(0, index - 3) : index]) if not p.boilerplate), None)
    after = next((p for p in body[index + 1 : index + 4] if not p.boilerplate), None)
    if after is None or (before is not None and _introduces(_tail(text, before), wording)):
        return False
    if paragraph.bullet is not None:
        # A bullet over a paragraph or over bullets of another sign further in.
        if after.depth or (after.numbers and after.numbers[0].readings[0][1] != 1):
            return False
        return after.bullet is None or (
            after.bullet != paragraph.bullet and after.indent > paragraph.indent
        )
    if before is not None and not paragraph.gap and text[before.end - 1] not in '.!?)"”':
        return False
    if after.marked:
        return not after.depth
    return not _short_title(text[after.body : after.end], wording)


def _entries(text: str, body: Sequence[Paragraph], wording: Wording) -> list[_Entry | None]:
    """The body's paragraphs in order with their places; ``None`` stands for boilerplate."""
    headings = list(_headings(text, body, wording))
    among = among_numbers(
        [(p, h is not None) for p, h in zip(body, headings, strict=True) if not p.boilerplate]
    )
    numbering = Numbering(among)
    entries: list[_Entry | None] = []
    for index, (paragraph, heading) in enumerate(zip(body, headings, strict=True)):
        if paragraph.boilerplate:
            entries.append(None)
            continue
        after = next((p for p in islice(body, index + 1, index + 4) if not p.boilerplate), None)
        if among in (Among.BESIDE, Among.UNDER) and not paragraph.marked and _numbered(after):
            # The number that comes next would close the heading at once.
            heading = None
        lead_in = heading is None and wording.is_lead_in(_tail(text, paragraph))
        if paragraph.numbers:
            place = numbering.numbered(paragraph, heading)
            if heading is None and not _empty(paragraph):
                numbering.sentence(lead_in=lead_in)
        elif heading is not None:
            place = numbering.heading(paragraph, heading, after)
        else:
            place = numbering.unnumbered(paragraph, lead_in=lead_in)
        entries.append(_Entry(paragraph, heading, place))
    _leaves(entries)
    return entries


def _numbered(paragraph: Paragraph | None) -> bool:
    return paragraph is not None and bool(paragraph.numbers)


def _leaves(entries: Sequence[_Entry | None]) -> None:
    """Make text of the headings that nothing stands under, lest their words be lost."""
    after: _Entry | None = None
    for entry in reversed(entries):
        if entry is None:
            continue
        closed = after is None or (
            bool(after.place.opened) and after.place.opened[0][1] <= entry.place.depth
        )
        if entry.heading is not None and closed and not entry.place.holds:
            entry.heading = None
            if not entry.paragraph.numbers:
                parent, _, _ = entry.place.section.rpartition(".")
                depth = entry.place.depth - 1
                entry.place = Place(parent or "0", depth, entry.place.headings)
        after = entry


def _sections(entries: Sequence[_Entry | None]) -> Iterator[Section]:
    for entry in entries:
        if entry is None:
            continue
        for section, depth in entry.place.opened:
            own = section == entry.place.section
            yield Section(section, entry.heading if own else None, depth)


def _blocks(text: str, entries: Sequence[_Entry | None], wording: Wording) -> Iterator[Block]:
    sectioned = any(entry is not None and entry.place.opened for entry in entries)
    governors: dict[str, int] = {}
    count = 0
    index = 0
    while index < len(entries):
        entry = entries[index]
        index += 1
        if entry is None or entry.heading is not None or _empty(entry.paragraph):
            continue
        paragraph, place = entry.paragraph, entry.place
        start, end = paragraph.body, paragraph.end
        parent = place.section.rpartition(".")[0] if place.opened else place.section
        governor = governors.get(parent)
        lead_in: tuple[int, int] | None = None
        items: tuple[tuple[int, int], ...] = ()
        listed = False
        tail = text[max(start, end - _ONE_LINE) : end]
        if wording.is_lead_in(tail):
            taken, presents = 0, wording.presents_document(tail)
            if not presents:
                taken, items, listed = _introduced(text, entries, index, entry, sectioned, wording)
            if taken:
                lead_in = start, end
                end = items[-1][1]
                index += taken
            elif not presents:
                governors[place.section] = count
        elif paragraph.bullet is None:
            label = wording.label_end(text, start, end)
            if label is not None:
                lead_in = start, label
                items = ((_skip_space(text, label), end),)
            governors.pop(place.section, None)
            if _INTRODUCING.search(tail) and not wording.presents_document(tail):
                governors[place.section] = count
        yield Block(place.section, place.headings, start, end, lead_in, items, governor, listed)
        count += 1


def _skip_space(text: str, position: int) -> int:
    while text[position].isspace():
        position += 1
    return position


def _introduced(
    text: str,
    entries: Sequence[_Entry | None],
    index: int,
    lead: _Entry,
    sectioned: bool,
    wording: Wording,
) -> tuple[int, tuple[tuple[int, int], ...], bool]:
    """What a lead-in introduces: how many entries, their spans, whether they are a list."""
    first = entries[index] if index < len(entries) else None
    if first is None or first.heading is not None or _empty(first.paragraph):
        return 0, (), False
    spans: list[tuple[int, int]] = []
    if first.paragraph.numbers:
        count = _children(text, entries, index, lead, wording)
        return count, tuple(_span(entries[index + n]) for n in range(count)), True
    if first.paragraph.bullet is None and sectioned and first.place.section == "0":
        # Before the first section each paragraph stands by itself.
        return 0, (), False
    position = index
    while position < len(entries):
        entry = entries[position]
        if entry is None or entry.heading is not None or entry.place.opened:
            break
        if not _carries_on(entry.paragraph, first.paragraph, lead.paragraph):
            break
        if entry.paragraph.bullet is not None or position == index:
            spans.append(_span(entry))
        else:
            spans[-1] = spans[-1][0], entry.paragraph.end
        position += 1
    return position - index, tuple(spans), first.paragraph.bullet is not None


def _carries_on(paragraph: Paragraph, first: Paragraph, lead: Paragraph) -> bool:
    """Whether ``paragraph`` belongs to what ``lead`` introduces and ``first`` begins."""
    if paragraph is first:
        return lead.bullet is None or first.bullet is None or _further_in(first, lead)
    if first.bullet is None:
        return not paragraph.gap and paragraph.bullet is None and not _empty(paragraph)
    if paragraph.bullet is None:
        return paragraph.indent > first.indent and not _empty(paragraph)
    return lead.bullet is None or _further_in(paragraph, lead)


def _further_in(paragraph: Paragraph, lead: Paragraph) -> bool:
    """Whether a bullet stands under the bullet ``lead`` rather than beside it."""
    return paragraph.bullet != lead.bullet or paragraph.indent > lead.indent + 1


def _span(entry: _Entry | None) -> tuple[int, int]:
    assert entry is not None
    return entry.paragraph.body, entry.paragraph.end


def _children(
    text: str, entries: Sequence[_Entry | None], index: int, lead: _Entry, wording: Wording
) -> int:
    """How many numbered items right under ``lead`` form one list with it: all or none.

    An item with a list, a heading or paragraphs of its own is no member of such a list.
    """
    position = index
    while position < len(entries):
        entry = entries[position]
        if entry is None:
            break
        if len(entry.place.opened) == 1 and entry.place.depth == lead.place.depth + 1:
            paragraph = entry.paragraph
            if entry.heading is not None or _empty(paragraph):
                return 0
            if wording.is_lead_in(_tail(text, paragraph)):
                return 0
            position += 1
            continue
        if entry.place.opened and entry.place.depth <= lead.place.depth:
            break
        return 0
    return position - index


def _tail(text: str, paragraph: Paragraph) -> str:
    return text[max(paragraph.body, paragraph.end - _ONE_LINE) : paragraph.end]
