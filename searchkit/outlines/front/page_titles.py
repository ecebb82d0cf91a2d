"""The title that a page has in its head, where it stands in the text as well.

Rules tell which lines of a text are its title, and in how many lines it stands. A page's head says
it, unless it names a part of the site; so what it says is taken where it has words enough, or holds
what the rules found. Headings that a page marks as such say more than its head.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..words.wording import Wording

__all__ = ["is_kind_of_year", "record_below", "title_in_text"]

_FRONT = 60
"""A title stands within so many lines."""
_LINES = 5
"""It stands in so many lines at most."""
_TOLD = 6
"""A name of so many words is no part of a site."""
_HEADING = 4
"""So many words of a heading with which its name begins are the title."""
_RECORD = 5
"""So many words are the title of minutes that tells whose they are."""
_OF_A_YEAR = re.compile(r"\W*(?:(?:19|20)\d\d)?\W*\Z")
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = "()[] \t"


def title_in_text(name: str, text: str, title: str, kind: str | None) -> str | None:
    """The words of ``text`` that are a page's ``name``; None where they are not told to be a title.

    Args:
        name: the title in the page's head, without the site's.
        title: what was read as the title.
        kind: what was read as the kind, which is none of the title's words.
    """
    wanted = _plain(name)
    if not wanted or _plain(title) == wanted or _is_heading(title, text):
        return None
    lines = [line.strip() for line in text.split("\n", _FRONT)[:_FRONT] if line.strip()]
    for line in lines:
        words = _plain(line) if line.startswith("#") else []
        if len(words) >= _HEADING and words == wanted[: len(words)]:
            return _without(line.strip("# "), kind)
    if len(wanted) < _TOLD and f" {' '.join(_plain(title))} " not in f" {' '.join(wanted)} ":
        return None
    for i in range(len(lines)):
        for j in range(i + 1, min(i + 1 + _LINES, len(lines) + 1)):
            found = " ".join(lines[i:j])
            bare = _without(found, kind)
            if wanted in (_plain(found), _plain(bare)):
                above = 1 if _is_speaker_above(lines[i:j], name) else 0
                return _without(" ".join(lines[i + above : j]), kind)
    return None


def is_kind_of_year(words: str, wording: Wording) -> bool:
    """Whether a line tells nothing but a kind, and a year perhaps: ``Minutes 2004``."""
    return wording.kind(_OF_A_YEAR.sub("", words)) is not None


def record_below(heading: str, lines: Mapping[int, str], wording: Wording) -> int | None:
    """Which of the ``lines`` below a heading such as ``Minutes 2004`` is the title of minutes."""
    if not is_kind_of_year(heading, wording):
        return None
    records = (i for i, words in lines.items() if wording.records.search(words))
    return next((i for i in records if len(_WORD.findall(lines[i])) >= _RECORD), None)


def _is_speaker_above(lines: Sequence[str], name: str) -> bool:
    """Whether the first line is who spoke: ``Secretary of State Roe`` / ``Remarks on Cod``."""
    wording = Wording.default()
    said = len(lines) > 1 and wording.is_byline(lines[0]) and wording.promises(lines[1])
    return said and name[len(lines[0]) :].lstrip()[:1] in {",", ":", "-", "–", "—"}


def _is_heading(title: str, text: str) -> bool:
    """Whether a heading begins with the title, an editor's number before it perhaps."""
    begin = text.find(title)
    above = text[text.rfind("\n", 0, begin) + 1 : begin]
    return begin > 0 and above[:1] == "#" and not above.strip("# .0123456789")


def _plain(words: str) -> list[str]:
    return _WORD.findall(words.casefold())


def _without(words: str, kind: str | None) -> str:
    """``words`` without the kind at their end."""
    bare = words.rstrip(_BRACKETS)
    if kind and bare.endswith(kind) and len(bare) > len(kind):
        return bare.removesuffix(kind).rstrip(_BRACKETS + ":–—-")
    return words
