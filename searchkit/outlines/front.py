"""The lines before a document's text: title, kind, date of issue, and what may be filed above them.

A title has one to three lines, joined by a space. Where a document has none, its first sentence
serves, and the title counts as derived.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .dates import date_line
from .lines import Paragraph
from .wording import Wording, collapse

__all__ = ["Front", "read_front"]

_LINES = 3
_ZONE = 16
"""Paragraphs that are looked at; no document has more lines above its text."""
_TITLE_WORDS = 45
_DERIVED_LENGTH = 200
_KIND_SUFFIX = re.compile(r"\s*[(\[（]([^()\[\]（）]{3,60})[)\]）]\s*\Z")


@dataclass(frozen=True, slots=True)
class Front:
    """``roles`` are those of the first paragraphs; the document's text starts after them."""

    title: str
    kind: str | None
    date: str | None
    roles: tuple[str, ...]
    derived: tuple[str, ...] = ()


def read_front(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> Front:
    """The front of the document, each of its paragraphs with one role.

    The roles are ``title``, ``kind``, ``date`` and ``boilerplate``.
    """
    roles = _zone(text, paragraphs[:_ZONE], wording)
    titles = _titles(text, paragraphs, roles, wording)
    kinds = [i for i, role in enumerate(roles) if role == "kind"]
    if not titles and kinds:
        titles, kinds = kinds[:1], kinds[1:]
    dates = [i for i, role in enumerate(roles) if role == "date"]
    length = max([*titles, *dates[:1], *kinds[:1]], default=-1) + 1
    while length < len(paragraphs) and paragraphs[length].boilerplate:
        length += 1
    chosen = []
    for index in range(length):
        if index in titles:
            chosen.append("title")
        elif index in kinds[:1]:
            chosen.append("kind")
        elif index in dates[:1]:
            chosen.append("date")
        else:
            chosen.append("boilerplate")
    words = {i: collapse(text[paragraphs[i].body : paragraphs[i].end]) for i in range(length)}
    title = " ".join(words[i].strip("*_ ") for i in titles)
    kind = wording.kind(words[kinds[0]]) if kinds else None
    suffix = _KIND_SUFFIX.search(title)
    if kind is None and suffix and suffix.start() and wording.kind(suffix[1]):
        title, kind = title[: suffix.start()], suffix[1]
    date = date_line(words[dates[0]]) if dates else None
    if length == len(paragraphs) and all(role != "date" for role in chosen):
        # Nothing follows: what looked like a title is all that the document says.
        return Front(title, None, None, (), ("title",))
    if not titles:
        title = _first_sentence(text, paragraphs[length:], wording)
    return Front(
        title,
        kind,
        date.iso if date is not None else None,
        tuple(chosen),
        () if titles else ("title",),
    )


def _zone(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> list[str]:
    """What each paragraph would be if it stood in the front, up to the first that cannot."""
    roles: list[str] = []
    for paragraph in paragraphs:
        words = collapse(text[paragraph.body : min(paragraph.end, paragraph.body + 1000)])
        if paragraph.boilerplate:
            roles.append("boilerplate")
        elif paragraph.numbers or paragraph.bullet:
            break
        elif paragraph.depth:
            if "title" in roles:
                break
            roles.append("heading")
        elif date_line(words) is not None:
            roles.append("date")
        elif wording.kind(words) is not None:
            roles.append("kind")
        elif _could_be_title(words, wording):
            roles.append("title")
        else:
            break
        if roles[-1] == "heading":
            roles[-1] = "title"
    return roles


def _could_be_title(words: str, wording: Wording) -> bool:
    """A headline may have a verb (``Minister Meets Envoy``), but no full stop."""
    bare = words.rstrip(")]\"'”’*_ ")
    return (
        len(words.split()) <= _TITLE_WORDS
        and bare[-1:] not in {":", "：", ";", ","}
        and (wording.is_title(words) or bare[-1:] != "." or words[:1].islower())
        and wording.sentence_end(words) is None
    )


def _titles(
    text: str, paragraphs: Sequence[Paragraph], roles: Sequence[str], wording: Wording
) -> list[int]:
    """Which of the paragraphs are the title's."""
    candidates = [i for i, role in enumerate(roles) if role == "title"]
    filed = [
        i for i in candidates if wording.is_category(text[paragraphs[i].body : paragraphs[i].end])
    ]
    if len(filed) < len(candidates):
        first = next(i for i in candidates if i not in filed)
        candidates = [i for i in candidates if i >= first]
    if not candidates:
        return []
    if paragraphs[candidates[0]].depth:
        return candidates[:1]
    closing = [i for i, role in enumerate(roles) if role in {"date", "kind"}]
    last = next((i for i in closing if i > candidates[0]), None)
    if last is not None:
        before = [i for i in candidates if i < last]
        if len(before) <= _LINES:
            return before
        # Navigation stands above; the title is what stands together right above the date.
        start = len(before) - 1
        while start and not paragraphs[before[start]].gap and before[start] - 1 in before:
            start -= 1
        return before[max(start, len(before) - _LINES) :]
    group = candidates[:1]
    for index in candidates[1:_LINES]:
        paragraph = paragraphs[index]
        if index != group[-1] + 1 or (paragraph.gap and not text[paragraph.body].islower()):
            break
        group.append(index)
    return group


def _first_sentence(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> str:
    for paragraph in paragraphs:
        if paragraph.boilerplate or paragraph.body >= paragraph.end:
            continue
        head = text[paragraph.body : min(paragraph.end, paragraph.body + 1000)]
        words = collapse(head[: wording.sentence_end(head)])
        if len(words) > _DERIVED_LENGTH:
            words = words[:_DERIVED_LENGTH].rsplit(" ", 1)[0] + " ..."
        return words
    return ""
