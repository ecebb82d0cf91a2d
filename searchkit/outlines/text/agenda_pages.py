"""Pages of an agenda with its minutes: an item's number and title, and under a label what was said.

Councils publish a table so: ``14.``, ``Cod:``, ``To receive a report.``, and under ``Minutes:``
what the meeting made of it. What was to be done, and the label, are none of what is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .lines import Paragraph

__all__ = ["without_agenda", "without_columns"]

_LABEL = re.compile(r"(?:#{1,6} )?(?:[*_]{2})?Minutes?:(?:[*_]{2})?|#{2,6} Minutes?")
_FILE = re.compile(
    r"[ \t]*(?:\b(?:pdf|word|file|document)[ ]icon[ \t]+)?"
    r"\(?\b(?:PDF|DOCX?)\b,?[ \t]*[\d.,]+[ \t]*[KM]B\)?\Z",
    re.IGNORECASE,
)
"""The file behind a title: ``Cod PDF 198 KB``, ``Cod pdf icon PDF 88 KB``."""
_COLUMNS = re.compile(
    r"(?:No\.?|Item No\.?|Item)(?: \||\t) ?(?:Item|Title|Subject)|#{1,4} (?:Agenda )?Items", re.I
)
_COLUMN = re.compile(
    r"(?:[A-Z][\w.]{1,10}(?: (?:[Rr]ef|[Nn]o|[Ii]tem|[Pp]oint)\.?)?(?:[ ]{3,}|\t)"
    r"(?:\S+(?:[ ]{3,}|\t))?)?"
    r"(?:Actions?|ACTIONS?)(?: (?:[Bb]y|BY|[Rr]equired|[Pp]oints?|[Oo]wner))?"
)
"""The head of a column in which stands who is to do what: ``Action``, ``Min. Ref.    Action``."""
_FAR_RIGHT = 24
_TOLD = re.compile(r"\b(?:said|asked|told|noted|reported|explained|was|were|had|has|have)\b")
"""What tells of a meeting, and not of what is to be done in it."""
_LEAST = 2
_FAR = 8
"""So many paragraphs at most stand from the number of an item down to the label."""
_TITLE = 160


def without_agenda(
    text: str, paragraphs: list[Paragraph]
) -> tuple[list[Paragraph], frozenset[int]]:
    """``paragraphs`` with nothing of an agenda but its titles, and where these start."""
    labels = [
        i
        for i, p in enumerate(paragraphs)
        if not p.numbers and _LABEL.fullmatch(text, p.start, p.end)
    ]
    items = dict(_items(text, paragraphs, labels)) if len(labels) >= _LEAST else {}
    if len(items) < _LEAST:
        return paragraphs, frozenset()
    found: list[Paragraph] = []
    heads: set[int] = set()
    told = -1
    for index, paragraph in enumerate(paragraphs):
        if index in items:
            told = items[index]
            first = paragraphs[index + 1] if paragraph.empty else paragraph
            if first.end - first.start <= _TITLE and index + paragraph.empty < told:
                file = _FILE.search(text, first.body, first.end)
                end = file.start() if file is not None else first.end
                found.append(replace(paragraph, body=first.body, end=end, depth=0))
                heads.add(paragraph.start)
                if file is not None:
                    start = file.end() - len(file[0].lstrip())
                    apart = Paragraph(start, start, file.end(), 0, gap=False, boilerplate=True)
                    found.append(apart)
                continue
        above = index - 1
        if above in items and paragraphs[above].empty and paragraphs[above].start in heads:
            continue  # the title, beside its number
        apart_too = index <= told or _COLUMNS.fullmatch(text, paragraph.start, paragraph.end)
        found.append(replace(paragraph, boilerplate=True, depth=0) if apart_too else paragraph)
    return found, frozenset(heads)


def without_columns(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """``paragraphs`` with the head of a column of those who act marked as boilerplate."""
    if "ction" not in text and "CTION" not in text:
        return paragraphs
    return [
        replace(line, boilerplate=True)
        if not (line.marked or line.boilerplate)
        and _COLUMN.fullmatch(text, line.start, line.end)
        and (
            line.indent >= _FAR_RIGHT
            or line.end - line.start > _FAR_RIGHT
            or (below.numbers and below.gap)
        )
        else line
        for line, below in zip(paragraphs, [*paragraphs[1:], *paragraphs[-1:]], strict=True)
    ]


def _items(text: str, paragraphs: list[Paragraph], labels: list[int]) -> Iterator[tuple[int, int]]:
    """The numbers of items, each with the label below it, and nothing between that tells more."""
    last = -1
    for label in labels:
        above = range(label - 1, max(last, label - _FAR) - 1, -1)
        number = next((i for i in above if i >= 0 and paragraphs[i].numbers), None)
        if number is None or number <= last:
            last = label
            continue
        said = any(_TOLD.search(text, p.start, p.end) for p in paragraphs[number + 1 : label])
        if not said:
            yield number, label
        last = label
