"""Trails: lines that lead to a page, and what of a site stands around them or above its text."""

from __future__ import annotations

import re
from dataclasses import replace

from ..front.headline import FrontLine
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse

__all__ = [
    "below_trail",
    "without_channel",
    "without_next_posts",
    "without_numbered_trail",
    "without_site",
]

_TRAIL = re.compile(r" +(?:>{1,2}|[»›→/])(?: +|\Z)")
_PARTS = re.compile(r" ?(?:::|[»›→]|>{1,2}(?!\S{1,3}\Z)) ?| [/|•·—–] ")
"""Whatever sign stands between the parts of a trail: ``News::Talks``, ``News > Talks``."""
_SURE = re.compile(r"::|[»›→>]")
"""Signs that hardly stand in anything else."""
_SIGNS = ("::", ">", "»", "›", "→", " / ", " | ", " • ", " · ", " — ", " – ")
_FEW = 3
"""So many words are what a site calls a part of itself."""
_PART = 16
"""No part of a trail has more words."""

_SITE = re.compile(
    r" is (?:an?|the) (?:[\w-]+ ){0,3}(?:web ?site|site|blog|archive|portal|database|repository"
    r"|library)\b"
)
"""What a site says of itself, behind its name."""
_POST = re.compile(r"(?:(?i:press|news|media)) (?i:releases?) ?: (?=\S)")
"""The label of a post on a page that holds several."""
_CHANNEL = re.compile(r"\A(?:Press|News|Media) Releases?(?: [A-Z]{2,8})? ?[:|] (?=[A-Z])")
_PARAGRAPHS = 3
"""A post has more of them."""
_NEAR = 5
"""It does so in one of the first paragraphs."""
_TITLE = 200
"""A title is no longer, in characters."""
_HOME = re.compile(r"(?:home|top|top page|home ?page|main page|start page|main)", re.IGNORECASE)
"""Where a trail begins."""
_TOP = 12
"""A trail stands within so many of the first lines."""


def without_site(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """``paragraphs`` with those set apart above the text in which a site tells what it is.

    Its name stands alone above: ``Cod Talk...`` over ``Cod Talk... is a site for fishermen.``
    """
    if not paragraphs:
        return paragraphs
    name = collapse(text[paragraphs[0].start : paragraphs[0].end])
    for at in range(1, min(_NEAR, len(paragraphs) - 1)):
        words = collapse(text[paragraphs[at].start : paragraphs[at].end])
        below = paragraphs[at + 1]
        # Below stands the title of the text, and not the next sentence of what may be one itself.
        titled = below.end - below.body <= _TITLE and text[below.end - 1] not in ".!?"
        if titled and words.startswith(name) and _SITE.match(words, len(name)):
            above = [replace(p, boilerplate=True) for p in paragraphs[: at + 1]]
            return [*above, *paragraphs[at + 1 :]]
    return paragraphs


def without_numbered_trail(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """``paragraphs`` with a trail set apart whose parts are numbered: ``1. Home``, ``2. News``."""
    for at, line in enumerate(paragraphs[:_TOP]):
        if line.numbers and _HOME.fullmatch(text, line.body, line.end):
            end = at + 1
            while (
                end < len(paragraphs)
                and paragraphs[end].numbers
                and not paragraphs[end].gap
                and paragraphs[end].end - paragraphs[end].body <= _TITLE
                and text[paragraphs[end].end - 1] not in ".;"
            ):
                end += 1
            trail = [replace(p, boilerplate=True) for p in paragraphs[at:end]]
            return [*paragraphs[:at], *trail, *paragraphs[end:]]
    return paragraphs


def without_next_posts(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """``paragraphs`` with those set apart from where another post of the page begins.

    Each post's title stands behind the same label: ``Press Releases: Talks on Cod``.
    """
    first: tuple[str, str, int] | None = None
    for at, line in enumerate(paragraphs):
        label = _POST.match(text, line.body, min(line.end, line.body + _TITLE))
        if label is None or line.end - line.body > _TITLE:
            continue
        post = label[0].strip(), collapse(text[label.end() : line.end]), at
        if first is None and at >= _NEAR:
            break
        if first is None or (first[0], first[1]) == post[:2]:
            first = post
        elif first[0] == post[0] and at - first[2] > _PARAGRAPHS:
            return [*paragraphs[:at], *(replace(p, boilerplate=True) for p in paragraphs[at:])]
    return paragraphs


def without_channel(title: str) -> str:
    """A title without the name of the channel that it was sent over: ``Press Releases: Talks``."""
    return _CHANNEL.sub("", title)


def below_trail(lines: list[FrontLine], wording: Wording) -> list[FrontLine]:
    """``lines`` with those set apart that a trail to the page names or stands below.

    A *trail* (``Home > News > Talks in Oslo``) names what pages are filed under, and perhaps the
    page itself at its end: what stands above it, or between it and that title, is the site's.
    """
    lines = _without_trails(lines, wording)
    at = next((i for i, x in enumerate(lines) if _is_trail(x.words)), None)
    below = [i for i, x in enumerate(lines) if at is not None and i > at and x.role == "title"]
    if at is None or lines[at].role != "boilerplate" or not below:
        return lines
    *filed, last = (part.strip().lower() for part in _TRAIL.split(lines[at].words))
    own = [i for i in below if lines[i].words.lower() == last]
    rest = own or [i for i in below if lines[i].words.lower() not in filed]
    if not rest:
        return lines
    return [
        replace(x, role="boilerplate") if x.role == "title" and i < rest[0] else x
        for i, x in enumerate(lines)
    ]


def _is_trail(words: str) -> bool:
    """Whether a line leads to a page: two signs at least, or one behind the home page."""
    signs = len(_TRAIL.findall(words))
    return signs > 1 or (signs == 1 and words.lower().startswith(("home", "main page")))


def _without_trails(lines: list[FrontLine], wording: Wording) -> list[FrontLine]:
    """``lines`` with those set apart that are trails above another line that may be the title."""
    titles = [i for i, x in enumerate(lines) if x.role == "title"]
    if len(titles) < 2:
        return lines
    found = list(lines)
    for at in titles[:-1]:
        line = lines[at]
        below = [lines[i].words.casefold() for i in titles if i > at]
        if not line.depth and _leads(line.words, below, wording):
            found[at] = replace(line, role="boilerplate")
    return found


def _leads(words: str, below: list[str], wording: Wording) -> bool:
    """Whether a line is a trail: its parts are of a site, or its last one is a line ``below``."""
    if not any(sign in words for sign in _SIGNS):
        return False
    parts = [part for part in _PARTS.split(words) if part.strip()]
    if len(parts) < 2 or any(part.count(" ") >= _PART for part in parts):
        return False
    last = parts[-1].strip().casefold()
    if len(parts) > 2 and (last in below or len(_SURE.findall(words)) > 1):
        return True
    filed = [wording.is_category(part) or part.lower() in wording.menu for part in parts]
    if len(parts) > 2:
        return filed[0] and (last in below or sum(filed) > 1)
    # "Cod and ice — News"
    other = parts[filed.index(False)] if False in filed else ""
    return any(filed) and len(other.split()) <= _FEW and not wording.promises(other)
