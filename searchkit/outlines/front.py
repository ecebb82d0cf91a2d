"""The lines before a document's text: title, kind, date of issue, and what may stand around them.

A title has one to three lines, joined by a space. Above it may stand where the document is filed
(``Press Releases``), beside it a *dateline* (``Oslo``) or a *byline* (``Jo Ode, Spokesperson``).
A line may be *labelled* (``Date: 3 May 2004``, ``[Title] Minutes``). Where a document has no title,
its first sentence serves, and the title counts as derived.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .countries import find_places
from .dates import Date, date_line
from .lines import Paragraph
from .wording import Wording, collapse

__all__ = ["Front", "read_front"]

_LINES = 3
_ZONE = 16
"""Paragraphs that are looked at; no document has more lines above its text."""
_TITLE_WORDS = 45
_WORDS_OF_A_TITLE = 3
"""A line with fewer is taken for the title only where no other can be it."""
_DERIVED_LENGTH = 200
_KIND_SUFFIX = re.compile(r"\s*[(\[（]([^()\[\]（）]{3,60})[)\]）]\s*\Z")
_WORD = re.compile(r"\w+(?:[.'’]\w+)*")
_LABEL = re.compile(r"\[?(title|subject|re|date|place|venue|location)(?:\] ?:?|:) ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """``roles`` are those of the first paragraphs; the document's text starts after them."""

    title: str
    kind: str | None
    date: str | None
    roles: tuple[str, ...]
    derived: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the front: what it might be, its words, whether a blank line is above it."""

    role: str
    words: str
    gap: bool
    depth: int


def read_front(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> Front:
    """The front of the document, each of its paragraphs with one role.

    The roles are ``title``, ``kind``, ``date``, ``place`` and ``boilerplate``.
    """
    lines = _zone(text, paragraphs[:_ZONE], wording)
    titles = _titles(lines, wording)
    kinds = [i for i, line in enumerate(lines) if line.role == "kind"][:1]
    if not titles:
        titles, kinds = kinds, []
    dates = [i for i, line in enumerate(lines) if line.role == "date"][:1]
    length = max([*titles, *dates, *kinds], default=-1) + 1
    if length and all(p.boilerplate for p in paragraphs[length:]) and not dates:
        # Nothing follows: what looked like a title is all that the document says.
        title = " ".join(lines[i].words for i in titles)
        return Front(title, None, None, (), ("title",))
    while length < len(lines) and _around(lines[length], wording):
        length += 1
    chosen = {i: "place" for i, line in enumerate(lines) if line.role == "place"}
    chosen |= dict.fromkeys(titles, "title") | dict.fromkeys(kinds, "kind")
    chosen |= dict.fromkeys(dates, "date")
    title = " ".join(lines[i].words.strip("*_ ") for i in titles)
    kind = wording.kind(lines[kinds[0]].words) if kinds else None
    suffix = _KIND_SUFFIX.search(title)
    if kind is None and suffix and suffix.start() and wording.kind(suffix[1]):
        title, kind = title[: suffix.start()], suffix[1]
    date: Date | None = date_line(lines[dates[0]].words) if dates else None
    return Front(
        title or _first_sentence(text, paragraphs[length:], wording),
        kind,
        date.iso if date is not None else None,
        tuple(chosen.get(i, "boilerplate") for i in range(length)),
        () if titles else ("title",),
    )


def _zone(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> list[_Line]:
    """What each paragraph might be if it stood in the front, up to the first that cannot."""
    lines: list[_Line] = []
    for paragraph in paragraphs:
        words = collapse(text[paragraph.body : min(paragraph.end, paragraph.body + 1000)])
        role = ""
        label = _LABEL.match(words)
        if label is not None:
            words = words[label.end() :]
            named = label[1].lower()
            role = {"title": "title", "subject": "title", "re": "title"}.get(named, "")
            if named in {"place", "venue", "location"}:
                role = "place"
        if paragraph.boilerplate:
            role = "boilerplate"
        elif paragraph.numbers or paragraph.bullet:
            break
        elif paragraph.depth:
            if any(line.role == "title" for line in lines):
                break
            role = "title"
        elif not role:
            role = _role(words, wording)
            if not role:
                break
        lines.append(_Line(role, words, paragraph.gap, paragraph.depth))
    return lines


def _role(words: str, wording: Wording) -> str:
    if date_line(words) is not None:
        return "date"
    if wording.kind(words) is not None:
        return "kind"
    return "title" if _could_be_title(words, wording) else ""


def _could_be_title(words: str, wording: Wording) -> bool:
    """A headline may have a verb (``Minister Meets Envoy``), but no full stop."""
    bare = words.rstrip(")]\"'”’*_ ")
    return (
        len(words.split()) <= _TITLE_WORDS
        and bare[-1:] not in {":", "：", ";", ","}
        and (wording.is_title(words) or bare[-1:] != "." or words[:1].islower())
        and wording.sentence_end(words) is None
    )


def _titles(lines: Sequence[_Line], wording: Wording) -> list[int]:
    """Which of the lines are the title's."""
    candidates = [i for i, line in enumerate(lines) if line.role == "title"]
    if not candidates:
        return []
    likely = [
        i
        for i in candidates
        if not wording.is_category(lines[i].words)
        and not wording.is_byline(lines[i].words)
        and not (_is_dateline(lines, i) and len(candidates) > 1)
    ]
    closing = next((i for i, line in enumerate(lines) if line.role in {"date", "kind"}), None)
    if closing is not None and any(i < closing for i in likely):
        likely = [i for i in likely if i < closing]
    likely = likely or candidates
    long = (i for i in likely if len(_WORD.findall(lines[i].words)) >= _WORDS_OF_A_TITLE)
    group = [next(long, likely[0])]
    if lines[group[0]].depth:
        return group
    for index in range(group[0] + 1, min(group[0] + _LINES, len(lines))):
        line = lines[index]
        if index not in likely or line.depth:
            break
        if line.gap and not line.words[:1].islower():
            break
        group.append(index)
    return group


def _is_dateline(lines: Sequence[_Line], index: int) -> bool:
    """Whether a line names a place beside the date (``Oslo``, ``Bern, Switzerland``)."""
    beside = [line.role for line in lines[max(0, index - 1) : index + 2]]
    return "date" in beside and all(map(_is_place, lines[index].words.split(", ")))


def _is_place(words: str) -> bool:
    places = find_places(words)
    known = bool(places) and places[0].kind != "adjective"
    whole = known and (places[0].start, places[0].end) == (0, len(words))
    return whole or words in Wording.default().seats


def _around(line: _Line, wording: Wording) -> bool:
    """Whether a line after the title belongs to the front, not to the text."""
    return line.role in {"boilerplate", "place"} or (
        line.role == "title" and wording.is_byline(line.words)
    )


def _first_sentence(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> str:
    for paragraph in paragraphs:
        if paragraph.boilerplate or paragraph.empty:
            continue
        head = text[paragraph.body : min(paragraph.end, paragraph.body + 1000)]
        words = collapse(head[: wording.sentence_end(head)])
        if len(words) > _DERIVED_LENGTH:
            words = words[:_DERIVED_LENGTH].rsplit(" ", 1)[0] + " ..."
        return words
    return ""
