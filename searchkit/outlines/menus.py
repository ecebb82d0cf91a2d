"""Lists above the title of a page that was kept as plain text: its menu, and the trail to it.

``1. Home`` / ``2. News`` stand where a page shows the way to itself, and ``• Contact us`` where it
shows its other pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .date_lines import date_line
from .lines import Paragraph
from .wording import Wording, collapse

__all__ = ["without_menus"]

_TOP = 40
"""A menu stands among so many of the first paragraphs."""
_WORDS = 12
"""No item of a menu is longer."""
_READ = 200
_FIRST = frozenset({"home", "home page", "homepage", "main", "main page", "start", "start page"})
"""What the first item of a trail says."""
_LETTER = re.compile(r"[^\W\d_]+")
_BULLETS = frozenset("•●▪◦·*-–")
_STOPS = (".", "!", "?", ":", ";", ",")


def without_menus(text: str, paragraphs: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``paragraphs`` with the lists marked as boilerplate that stand above all that a title may be.

    One item of a list at least says that it leads to another page.
    """
    if not any(p.numbers or p.bullet for p in paragraphs[:_TOP]):
        return paragraphs
    found = list(paragraphs)
    start = 0
    while start < min(len(paragraphs), _TOP):
        paragraph = paragraphs[start]
        words = _words(text, paragraph)
        if not _is_item(text, paragraph):
            if not paragraph.boilerplate and wording.promises(words):
                break
            start += 1
            continue
        end = start + 1
        numbered = bool(paragraph.numbers)
        while (
            end < len(paragraphs)
            and _is_item(text, paragraphs[end])
            and bool(paragraphs[end].numbers) == numbered
        ):
            end += 1
        if end == len(paragraphs) or not _is_menu(text, paragraphs[start:end], wording):
            break
        for index in range(start, end):
            if date_line(_words(text, paragraphs[index])) is None:
                found[index] = replace(paragraphs[index], boilerplate=True)
        start = end
    return found


def _words(text: str, paragraph: Paragraph) -> str:
    return collapse(text[paragraph.body : min(paragraph.end, paragraph.body + _READ)])


def _is_item(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is of a list; what is set apart keeps its bullet as a part of it."""
    if paragraph.boilerplate:
        return text[paragraph.start] in _BULLETS
    return bool(paragraph.numbers or paragraph.bullet) and not paragraph.depth


def _is_menu(text: str, items: Sequence[Paragraph], wording: Wording) -> bool:
    """Whether no item of a list is a sentence, and one leads elsewhere on a site.

    A trail ends with the page's own title; no other menu tells of an event, or of an office.
    """
    words = [_words(text, item) for item in items]
    if any(one.count(" ") >= _WORDS or one.endswith(_STOPS) for one in words):
        return False
    if words[0].lower() in _FIRST:
        return True
    if any(wording.promises(one) for one in words):
        return False
    if any(_leads(one, wording) for one in words) or all(item.boilerplate for item in items):
        return True
    return len(words) > 1 and all(wording.is_boilerplate(one) for one in words)


def _leads(words: str, wording: Wording) -> bool:
    """Whether all words of an item are those of a menu: ``Contact us``, but not ``US``."""
    low = [word.lower() for word in _LETTER.findall(words)]
    return (
        bool(low)
        and not words.isupper()
        and (all(word in wording.menu for word in low) or wording.announces_links(words))
    )
