"""Entries -> blocks: what becomes one passage each.

A *lead-in* ends in a colon and is one block with the list or the paragraph that it introduces; an
introduction that ends in a full stop is a block of its own and *governs* the items after it. A
lead-in that presents the document itself (``A summary is as follows:``) introduces no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..front.date_lines import date_line
from ..text.lines import Paragraph
from ..words.wording import Wording
from .entries import Entry
from .items import is_fragment, tail
from .numbering import Place

__all__ = ["Block", "make_blocks"]

_BRACKETED = 60
_INTRODUCING = re.compile(
    r"\b(?:the following(?! (?:years?|days?|weeks?|months?|morning|afternoon|evening|night|spring"
    r"|summer|autumn|winter|season|session|round|time)\b)|as follows"
    r"|these (?:\w+ )?(?:points|messages?|statements?|remarks|requests"
    r"|proposals|views|words))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|some|a few|a number of"
    r"|various|many|certain|further|the main|main|key|the)(?: [\w-]+){0,3} (?:points|proposals"
    r"|concerns|questions|requests|suggestions|issues|comments|observations|messages|remarks"
    r"|recommendations|conditions|reasons|arguments|objections|demands|ideas|priorities|themes|conclusions|topics"
    r"|principles|elements|initiatives|views|wishes|options|reservations|explanations|commitments)"
    r"\b[^.!?]{0,80}\.?\s*\Z"
    r"|\b(?:set out|outlined|listed|given|summari[sz]ed|described|indicated|stated|shown|detailed"
    r"|reproduced|recorded|as) below\.?\s*\Z"
    r"|\b(?:was|were|are|is) (?:these|this|the following)\.?\s*\Z",
    re.IGNORECASE,
)
"""How a sentence ends that a list right under it goes on with: ``She made three points.``"""

_ORDINAL = re.compile(r"(?P<word>[A-Z][a-z]{3,6}?)(?:ly)?, ")
"""What begins a paragraph that is counted in words."""
_COUNTING = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_LAST = ["last", "final"]


@dataclass(slots=True)
class Block:
    """What becomes one passage: ``text[start:end]``, markers and headings left out.

    ``lead_in`` is the span of a lead-in ending in a colon (``... made the following statements:``),
    part of the block; ``items`` are the spans of what it introduces (bullets without their sign,
    lettered items, or the paragraph after it), empty for a plain paragraph; ``listed`` tells the
    items of a list from a paragraph. ``governor`` is the index in ``Layout.blocks`` of a block that
    introduces this one without being part of it ("conveyed the following message from ... ." with
    lettered items after it; a lead-in whose items are sections), else None.
    """

    section: str
    headings: tuple[str, ...]
    start: int
    end: int
    lead_in: tuple[int, int] | None = None
    items: tuple[tuple[int, int], ...] = ()
    governor: int | None = None
    listed: bool = False


def make_blocks(text: str, entries: Sequence[Entry | None], wording: Wording) -> Iterator[Block]:
    """The blocks of a document in order; ``None`` among the entries stands for boilerplate."""
    entries = list(_parted(text, entries))
    governors: dict[str, int] = {}
    over: tuple[int, Paragraph] | None = None
    bulleted: int | None = None
    lead: tuple[int, int] | None = None
    count = 0
    index = 0
    while index < len(entries):
        entry = entries[index]
        index += 1
        if entry is None or entry.heading is not None or entry.paragraph.empty:
            continue
        paragraph, place = entry.paragraph, entry.place
        start, end = paragraph.body, paragraph.end
        parent = place.section.rpartition(".")[0] if place.opened else place.section
        governor = governors.get(parent)
        if lead is not None and place.opened:
            lead = lead if place.depth > lead[1] else None
            governor = lead[0] if lead is not None else governor
        if paragraph.bullet is not None:
            bulleted = governor
        elif governor is not None and governor == bulleted and not place.opened:
            governor = None  # a paragraph after the list
        if over is not None:
            over = over if paragraph.bullet and _further_in(paragraph, over[1]) else None
            governor = over[0] if over is not None else governor
        lead_in: tuple[int, int] | None = None
        items: tuple[tuple[int, int], ...] = ()
        listed = False
        words = tail(text, paragraph)
        if entry.leads:
            lead_in, lead = (start, end), (count, place.depth)
        elif (
            wording.is_lead_in(words)
            or _runs_into(text, paragraph, entries[index : index + 1], wording)
            or _breaks_off(text, words, entries[index : index + 1])
        ):
            # Within a numbered section "The main points were:" introduces no document.
            numbered = place.section[:1] != "h" and bool(place.headings)
            taken = 0
            presents = wording.presents_document(words) and not (numbered or entry.whole)
            if not presents:
                taken, items, listed = _introduced(text, entries, index, entry, wording)
            if taken:
                lead_in = start, end
                end = items[-1][1]
                first = entries[index]
                if first is not None and first.place.opened:
                    # Numbered items are parts of the passage, and no sections.
                    _join(entries, index, taken, place)
                index += taken
            elif not presents:
                governors[place.section] = count
        elif paragraph.bullet is not None:
            below = entries[index] if index < len(entries) else None
            further = below is not None and below.paragraph.bullet is not None
            further = further and below is not None and _further_in(below.paragraph, paragraph)
            if further and over is None and (_announces(words) or _COUNTED.search(words)):
                over = count, paragraph
        else:
            label = wording.label_end(text, start, end)
            if label is not None:
                lead_in = start, label
                items = ((_skip_space(text, label), end),)
            governors.pop(place.section, None)
            below = entries[index] if index < len(entries) else None
            if (
                _announces(words) or (_lists(below, place) and _COUNTED.search(words))
            ) and not wording.presents_document(words):
                governors[place.section] = count
        yield Block(place.section, place.headings, start, end, lead_in, items, governor, listed)
        count += 1


def _parted(text: str, entries: Sequence[Entry | None]) -> Iterator[Entry | None]:
    """``entries`` with ``None`` where a line was taken out, such as a day within a list."""
    end = 0
    for index, entry in enumerate(entries):
        if entry is not None:
            if index and entries[index - 1] is not None:
                between = text[end : entry.paragraph.start]
                if between and not between.isspace():
                    yield None
            end = entry.paragraph.end
        yield entry


def _runs_into(
    text: str, paragraph: Paragraph, below: Sequence[Entry | None], wording: Wording
) -> bool:
    """Whether a paragraph goes on in items in small letters: ``The ministers / - met; ...``.

    Or, whatever their letters, behind ``The minister stated that,``; or in a quotation: ``The
    minister said, / "We met."``. Or it only tells who says what stands
    below: ``(Minister Roe)``.
    """
    entry = below[0] if below else None
    words = text[paragraph.start : min(paragraph.end, paragraph.start + _BRACKETED)]
    if entry is not None and words[0] == "(" and words[-1] == ")" and not paragraph.marked:
        inside = {word.lower() for word in words.strip("()").split()}
        plain = not (entry.paragraph.marked or entry.paragraph.empty or entry.heading)
        return plain and not wording.offices.isdisjoint(inside)
    if entry is not None and text.endswith((" that,", " that"), 0, paragraph.end):
        return entry.paragraph.bullet is not None or bool(entry.paragraph.numbers)
    if entry is not None and text[paragraph.end - 1] == "," and not entry.paragraph.empty:
        return not entry.paragraph.marked and text[entry.paragraph.body] in '“"'
    return (
        entry is not None
        and (entry.paragraph.bullet is not None or bool(entry.paragraph.numbers))
        and not entry.paragraph.empty
        and text[entry.paragraph.body].islower()
        and text[paragraph.end - 1].isalpha()
        and paragraph.bullet is None
    )


def _join(entries: Sequence[Entry | None], index: int, count: int, place: Place) -> None:
    """Put the items of a list, and what follows the last of them, where its lead-in stands."""
    joined = Place(place.section, place.depth, place.headings)
    last = ""
    for entry in entries[index : index + count]:
        if entry is not None:
            last = entry.place.section
            entry.place = joined
    for after in range(index + count, len(entries)):
        entry = entries[after]
        if entry is None:
            continue
        if entry.place.section != last or entry.place.opened:
            break
        entry.place = joined


def _announces(words: str) -> bool:
    """Whether a paragraph with this end says that items follow it."""
    # The expression is slow, and hardly any paragraph has one of these.
    return ("follow" in words or "hese " in words) and _INTRODUCING.search(words) is not None


def _lists(below: Entry | None, place: Place) -> bool:
    """Whether what comes ``below`` is an item under what stands at ``place``."""
    if below is None or below.heading is not None or below.paragraph.empty:
        return False
    if below.place.opened:
        return below.place.section.rpartition(".")[0] == place.section
    return below.paragraph.bullet is not None


def _skip_space(text: str, position: int) -> int:
    while text[position].isspace():
        position += 1
    return position


def _introduced(
    text: str,
    entries: Sequence[Entry | None],
    index: int,
    lead: Entry,
    wording: Wording,
) -> tuple[int, tuple[tuple[int, int], ...], bool]:
    """What a lead-in introduces: how many entries, their spans, whether they are a list."""
    first = entries[index] if index < len(entries) else None
    if first is None or first.heading is not None or first.paragraph.empty:
        return 0, (), False
    spans: list[tuple[int, int]] = []
    if first.paragraph.numbers:
        count = _children(text, entries, index, lead, wording)
        return count, tuple(_span(entries[index + n]) for n in range(count)), True
    if first.paragraph.bullet is None and _ends_item(text, first.paragraph):
        count = _series(text, entries, index)
        return count, tuple(_span(entries[index + n]) for n in range(count)), True
    if first.paragraph.bullet is None and (count := _ordinals(text, entries, index)):
        return count, tuple(_span(entries[index + n]) for n in range(count)), True
    if first.paragraph.bullet is None and first.place.section == "0":
        # Before the first section each paragraph stands by itself, but for what somebody "said:".
        told = tail(text, lead.paragraph).rstrip(" :")
        quoted = text[first.paragraph.body] in '“"' and wording.has_finite_verb(told)
        last = told.removesuffix(" as follows").rpartition(" ")[2]
        if not quoted and last not in wording.finite and not _has_rows(text, first.paragraph):
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


def _has_rows(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is rows, each of a day and what was done on it: ``3 May | Talks``."""
    lines = text[paragraph.body : paragraph.end].split("\n")
    days = [line.partition(" | ") for line in lines]
    return all(bar and date_line(day.strip()) is not None for day, bar, _ in days)


def _breaks_off(text: str, words: str, below: Sequence[Entry | None]) -> bool:
    """Whether a line of a speech breaks off before its items: ``On cod…`` / ``We agreed ...;``."""
    if not words.rstrip().endswith(("…", "...")):
        return False
    return any(one is not None and _ends_item(text, one.paragraph) for one in below)


def _ends_item(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph ends as an item of a list does, with a semicolon."""
    return text[paragraph.end - 1] == ";" or text.endswith(
        ("; and", "; or"), paragraph.start, paragraph.end
    )


def _series(text: str, entries: Sequence[Entry | None], index: int) -> int:
    """How many paragraphs from ``index`` on are items without a marker: up to a full stop."""
    for position in range(index, len(entries)):
        entry = entries[position]
        if entry is None or entry.heading is not None or entry.place.opened:
            return position - index
        if entry.paragraph.bullet is not None or not _ends_item(text, entry.paragraph):
            return position - index + (entry.paragraph.bullet is None)
    return len(entries) - index


def _ordinals(text: str, entries: Sequence[Entry | None], index: int) -> int:
    """How many paragraphs from ``index`` on are counted in words: ``First, ...``, ``Second, ...``.

    One alone, or one that is not the first, is no list.
    """
    count = 0
    for entry in entries[index:]:
        if entry is None or entry.heading is not None or entry.paragraph.marked:
            break
        word = _ORDINAL.match(text, entry.paragraph.body, entry.paragraph.end)
        if word is None or word["word"].lower() not in [*_COUNTING[count : count + 1], *_LAST]:
            break
        count += 1
    return count if count > 1 else 0


def _carries_on(paragraph: Paragraph, first: Paragraph, lead: Paragraph) -> bool:
    """Whether ``paragraph`` belongs to what ``lead`` introduces and ``first`` begins."""
    if paragraph is first:
        return lead.bullet is None or first.bullet is None or _further_in(first, lead)
    if first.bullet is None:
        return not paragraph.gap and paragraph.bullet is None and not paragraph.empty
    if paragraph.bullet is None:
        return paragraph.indent > first.indent and not paragraph.empty
    return lead.bullet is None or _further_in(paragraph, lead)


def _further_in(paragraph: Paragraph, lead: Paragraph) -> bool:
    """Whether a bullet stands under the bullet ``lead`` rather than beside it."""
    return paragraph.bullet != lead.bullet or paragraph.indent > lead.indent + 1


def _span(entry: Entry | None) -> tuple[int, int]:
    assert entry is not None
    return entry.paragraph.body, entry.paragraph.end


def _goes_on(entries: Sequence[Entry | None], position: int, depth: int) -> bool:
    """Whether an item of a list of this ``depth`` comes after the paragraph at ``position``."""
    for index in range(position + 1, len(entries)):
        entry = entries[index]
        if entry is None or entry.place.opened:
            return entry is not None and entry.place.depth >= depth
    return False


def _children(
    text: str, entries: Sequence[Entry | None], index: int, lead: Entry, wording: Wording
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
            if entry.heading is not None or paragraph.empty:
                return 0
            if wording.is_lead_in(tail(text, paragraph)):
                return 0
            position += 1
            continue
        if entry.place.opened and entry.place.depth <= lead.place.depth:
            break
        if position > index and not entry.place.opened and entry.paragraph.bullet is None:
            first = entries[index]
            if first is not None and (
                is_fragment(text, first.paragraph)
                or not _goes_on(entries, position, first.place.depth)
            ):
                break  # the paragraph after the list
        return 0
    return position - index
