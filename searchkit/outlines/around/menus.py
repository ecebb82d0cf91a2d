"""Lists above the title of a page that was kept as plain text: its menu, the trail to it, its tags.

``1. Home`` / ``2. News`` stand where a page shows the way to itself, and ``• Contact us`` where it
shows its other pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..front.date_lines import date_line
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse

__all__ = ["without_menus", "without_tags"]

_TOP = 40
"""A menu stands among so many of the first paragraphs."""
_WORDS = 12
"""No item of a menu is longer."""
_READ = 200
_SHORT = 140
_TAGS = 3
_TAG_WORDS = 5
_TAG_BULLETS = frozenset("•●▪◦·・*")
"""A dash before a line may be that of its title, or of what kind of text it is."""
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


def without_tags(text: str, paragraphs: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``paragraphs`` with bullets above the title marked as boilerplate: a page's subjects.

    They stand among short lines without any, and below them, apart, one line over a text of many
    words: ``17 June 2024``, ``• Fisheries``, ``Talks on Cod``.
    """
    top = list(takewhile(lambda p: p.end - p.start <= _SHORT and not p.depth, paragraphs[:_TOP]))
    bullets = [i for i, p in enumerate(top) if p.bullet in _TAG_BULLETS]
    if not 0 < len(bullets) <= _TAGS or not bullets[0] or len(paragraphs) == len(top):
        return paragraphs
    first, last = bullets[0], bullets[-1]
    if last - first >= len(bullets) or any(p.numbers for p in top):
        return paragraphs
    said = [_words(text, p) for p in top[first : last + 1]]
    named = all(len(words.split()) <= _TAG_WORDS and not wording.kind(words) for words in said)
    below = [p for p in top[last + 1 :] if not p.boilerplate]
    prose = paragraphs[len(top)]
    if not (named and below) or prose.marked or prose.boilerplate:
        return paragraphs
    if not below[0].gap or not (len(below) == 1 or below[1].gap):
        return paragraphs
    if any(text[p.end - 1] in _STOPS for p in (*top[: last + 1], below[0])):
        return paragraphs
    found = set(range(first, last + 1))
    return [replace(p, boilerplate=True) if i in found else p for i, p in enumerate(paragraphs)]
