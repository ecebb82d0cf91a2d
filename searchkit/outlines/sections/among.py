"""How headings without a number stand among the numbers of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from ..text.lines import Paragraph

__all__ = ["COUNTING", "Among", "among_numbers", "begins_series"]

COUNTING = frozenset({"1.", "1", "I.", "I", "A.", "I-", "Ⅰ", "§"})
"""Styles in which the parts of a document are numbered rather than the items of a part."""
_ONE_OF_SEVERAL = re.compile(r"h{2,}n+h+|hn+h{2,}")
"""Of several headings one has numbered items right under it."""
_OVER_ALL = re.compile(r"hn+")
_OVER_SOME = re.compile(r"hn+h+")
_LAST_HAS_ITEMS = re.compile(r"h{3,}n{2,}")
"""Sentences or items are numbered under the last of several headings."""


class Among(Enum):
    """How headings without a number stand among the numbers of a document."""

    ALONE = "nothing is numbered, or the layout marks them"
    ABOVE = "each has numbers of its own"
    ACROSS = "each has the next numbers of one series under it"
    BESIDE = "they stand beside the numbered parts"
    UNDER = "they divide the numbered parts"


def begins_series(paragraph: Paragraph) -> bool:
    """Whether a paragraph's number is the first of a series: ``1.``, ``(a)``."""
    number = paragraph.numbers[0] if paragraph.numbers else None
    return number is not None and any(value == 1 for _, value in number.readings)


def among_numbers(paragraphs: Sequence[tuple[Paragraph, bool]], *, parted: bool = False) -> Among:
    """How headings without a number stand among the numbers, given (paragraph, is heading).

    Args:
        paragraphs: those of the document, but for the items of lists within a sentence.
        parted: the first heading without a number is that of a part with headings of its own.
    """
    marked = signed = run_on = right_above = waiting = within = over = titled = counts = False
    hashed = parts = False
    restarts = 0
    order = ""
    above: Paragraph | None = None
    for index, (paragraph, heading) in enumerate(paragraphs):
        if heading and not paragraph.numbers:
            if index and paragraphs[index - 1][1] and paragraphs[index - 1][0].numbers:
                within = True  # "3. Other matters" has nothing but headings under it
            hashed = hashed or (parts and not order and not paragraph.depth)
            waiting, above = True, paragraph
            marked = marked or paragraph.depth > 0
            signed = signed or paragraph.marked
            order += "h"
        elif paragraph.numbers and paragraph.depth:
            parts = True
        elif paragraph.numbers:
            if waiting and all(value > 1 for _, value in paragraph.numbers[0].readings):
                run_on = True
                right_above = right_above or paragraphs[index - 1][1]
            restarts += waiting
            titled = titled or heading
            over = over or (waiting and paragraphs[index - 1][1])
            if waiting and above is not None and above.bullet is not None:
                # "- (a)" under a heading with a bullet of its own
                marked = marked or paragraph.indent > above.indent
            waiting = False
            counted = paragraph.numbers[0].readings[0][0] in COUNTING
            counts = counts or counted
            order += "N" if heading and counted else "n"
    items = _LAST_HAS_ITEMS.fullmatch(order) is not None
    order = order.lower()
    if "h" not in order or "n" not in order:
        return Among.ALONE
    if run_on and right_above:
        return Among.ACROSS
    if not run_on and (restarts > 1 or marked):
        return Among.ALONE if signed else Among.ABOVE
    if hashed and not run_on:
        return Among.ABOVE  # under "## 1. Visit to Norland", whose number Markdown marks
    # Headings that stand between numbers, and only there, divide the parts that have numbers.
    if not run_on and items:
        return Among.ABOVE
    if not run_on and over and _ONE_OF_SEVERAL.fullmatch(order):
        return Among.ABOVE
    # "Opening remarks" right over "1. Visits", "2. Others" and so on
    if over and not run_on and titled and _OVER_ALL.fullmatch(order):
        return Among.ABOVE
    # "(1) Visits" and "(2) Others" under it, which are no parts of a document, and another one
    if (over or parted) and not (run_on or counts) and _OVER_SOME.fullmatch(order):
        return Among.ABOVE
    between = "h" in order.strip("h") and order[0] == "n"
    return Among.UNDER if between or within else Among.BESIDE
