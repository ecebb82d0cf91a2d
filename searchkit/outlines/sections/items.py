"""Items: what stands numbered or lettered under a sentence that introduces it.

A *lead* ends in a colon. Its items are parts of its sentence (``(a) cod, and``), or paragraphs of
their own where blank lines set them apart: then each is a section under the one of its lead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..text.lines import Paragraph
from ..words.wording import Wording

__all__ = ["Items", "introduces", "is_fragment", "read_items", "tail"]

_TAIL = 400
_LEAST = 2
"""So many items are set apart, or none."""
_RESOLVED = re.compile(
    r"(?:(?:it was )?(?:resolved|agreed|decided|recommended|ordered)|resolution)"
    r"(?:[ :–—-]*that)?[ :–—-]*",
    re.IGNORECASE,
)
"""The head of a resolution, which is one text with its items."""


@dataclass(frozen=True, slots=True)
class Items:
    """Where items start, and the leads whose items are paragraphs of their own.

    ``whole`` are leads that are one text with their items though they present the document, and
    ``bullets`` are where those start, whose numbers count nothing.
    """

    starts: frozenset[int]
    leads: frozenset[int]
    whole: frozenset[int]
    bullets: frozenset[int]


def read_items(
    text: str, body: Sequence[Paragraph], wording: Wording, heads: Collection[int] = ()
) -> Items:
    """The items of a document's leads, with the numbers that a sentence or a series gives them.

    Args:
        heads: where headings start: what stands under ``2. Trade:`` is its sections.
    """
    kept = [paragraph for paragraph in body if not paragraph.boilerplate]
    starts: set[int] = set()
    leads: set[int] = set()
    whole: set[int] = set()
    bullets: set[int] = set()
    above: Paragraph | None = None
    lead: Paragraph | None = None
    for index, paragraph in enumerate(kept):
        if paragraph.start in bullets or (above is not None and _counts_on(above, paragraph)):
            lead = None
        elif (
            paragraph.numbers
            and above is not None
            and above.start not in heads
            and not paragraph.depth
        ):
            listed = lead is not None and above.start in starts
            if not listed:
                end = tail(text, above)
                lead = above if introduces(end, wording) else None
                run = _apart(text, kept, index, above, wording) if wording.is_lead_in(end) else []
                if run and _stands_before_parts(text, kept, index, len(run), wording):
                    lead = None
                    whole.add(above.start)  # "Summary:" is one text with its items
                    bullets.update(run)
                elif run and lead is not None:
                    leads.add(lead.start)
                    starts.update(run)
            if lead is not None and is_fragment(text, paragraph):
                starts.add(paragraph.start)
            elif paragraph.start not in starts:
                lead = None
        else:
            lead = None
        above = paragraph
    return Items(frozenset(starts), frozenset(leads), frozenset(whole), frozenset(bullets))


def _counts_on(above: Paragraph, paragraph: Paragraph) -> bool:
    """Whether the first of two numbers carries on those of a lead: ``2. She said:``, ``3. (1)``."""
    if len(paragraph.numbers) <= 1 or not above.numbers:
        return False
    following = {(style, value + 1) for style, value in above.numbers[0].readings}
    return not following.isdisjoint(paragraph.numbers[0].readings)


def _apart(
    text: str, kept: Sequence[Paragraph], index: int, lead: Paragraph, wording: Wording
) -> list[int]:
    """Where the items start that blank lines set apart under ``lead``, from the first on."""
    first = kept[index]
    if _RESOLVED.fullmatch(text, lead.body, lead.end) or lead.depth:
        return []
    styles = {style for style, value in first.numbers[0].readings if value == 1}
    if not styles or any(style in styles for m in lead.numbers for style, _ in m.readings):
        return []
    starts: list[int] = []
    for paragraph in kept[index:]:
        following = {(style, len(starts) + 1) for style in styles}
        if not paragraph.numbers or following.isdisjoint(paragraph.numbers[0].readings):
            break
        if not paragraph.gap or paragraph.depth or len(paragraph.numbers) > 1:
            return []
        if wording.is_lead_in(tail(text, paragraph)):
            return []
        starts.append(paragraph.start)
    return starts if len(starts) >= _LEAST else []


def _stands_before_parts(
    text: str, kept: Sequence[Paragraph], index: int, count: int, wording: Wording
) -> bool:
    """Whether items in brackets stand above the first part of a document, which has number 1."""
    if any(p.numbers for p in kept[:index]) or not kept[index].numbers[0].readings[0][0].endswith(
        ")"
    ):
        return False
    below = next((p for p in kept[index + count :] if p.numbers), None)
    if below is None or below.numbers[0].readings[0] != ("1.", 1):
        return False
    words = text[below.body : min(below.end, below.body + _TAIL)]
    return wording.is_title(words)


def introduces(end: str, wording: Wording) -> bool:
    """Whether a paragraph with this end introduces a list, and not the document."""
    return wording.is_lead_in(end) and not wording.presents_document(end)


def is_fragment(text: str, paragraph: Paragraph) -> bool:
    """Whether an item is no sentence of its own: ``(a) cod, and``."""
    words = text[paragraph.body : paragraph.end]
    return words[:1].islower() or words[-1:].isalnum() or words[-1:] in (";", ",")


def tail(text: str, paragraph: Paragraph) -> str:
    """The end of a paragraph's text, which tells whether it introduces something.

    Bars that close its cells are none of it.
    """
    words = text[max(paragraph.body, paragraph.end - _TAIL) : paragraph.end]
    return words.rstrip("| ") if words.endswith("|") else words
