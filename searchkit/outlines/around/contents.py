"""Tables of contents: lines that stand again as headings, and lists under ``CONTENTS``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..sections.headings import is_heading_alone
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse
from .furniture import plain_letters

__all__ = ["without_contents"]

_BRACKETED = 60
_CONTENTS = 60
"""A table of contents stands among so many of the first paragraphs."""
_LISTS = re.compile(
    r"(?:table of )?contents:?|index:?|topics|(?:main )?topics?(?: of the (?:press )?conference)?:",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"agenda", re.IGNORECASE)
_ROWS = re.compile(r"\S[ \t]{2,}\d{1,3}(?: ?[-–] ?\d{1,3})?\Z")
"""The end of a row of a table of contents: the number of a page, of paragraphs."""
_PAGED = re.compile(r"(?P<row>\S.*?)(?:[ \t]{2,}|[ .…_]{4,})(?P<page>\d{1,3})", re.DOTALL)
_GAPS = re.compile(r"[ \t]{2,}|:\s")
_SHORT = 3
_ROW = 300
"""A row is no longer, in characters."""
_PAGE = 200
"""A page has so many characters at least."""
_TABLE = 3
"""Of so many lines at least one has the number of a page."""
_ENTRIES = 2
"""A table of contents has as many entries at least."""
_OVER = 2
_HEADING_LENGTH = 200
_BOTH = 2
_LEADER = re.compile(r"(?:(?<!\.)\.{4,}+|(?<!…)…{2,}+|(?<!_)_{5,}+) ?\d")
"""What leads to the number of a page in a table of contents."""
_PAGE_END = re.compile(r"(?:[. …_]*[.…_]{2,}|\s)\s*\d{1,3}\Z")
"""The number of a page behind what stands again without one."""
_COLUMN_HEAD = re.compile(r"(?:\s+(?:Page|PAGE)(?: No\.?)?|\s?\[\d{1,2}\])+\Z")
"""What stands over the numbers of pages, the number of a note."""
_OMITTED = re.compile(r"\((?:omitted|abridged|abbreviated)\)", re.IGNORECASE)
"""What contents say of a topic that the text leaves out."""


def without_contents(
    text: str, body: list[Paragraph], wording: Wording, *, before: Sequence[Paragraph] = ()
) -> tuple[list[Paragraph], frozenset[int]]:
    """``body`` with a table of contents marked as boilerplate: lines that stand again as headings.

    Where those headings start is told as well. With the table goes the line above it that
    announces it and says nothing else (``Main topics:``).

    Args:
        before: the paragraph above the body, which may be that line.
    """
    led = _led(text, body)
    body = [
        replace(above, boilerplate=True)
        if below.boilerplate
        and _may_head(above)
        and (not below.gap or _COLUMN_HEAD.search(text, above.body, above.end))
        and _LEADER.search(text, below.start, below.end)
        else above
        for above, below in zip(body, [*body[1:], *body[-1:]], strict=True)
    ]
    body = _without_paged(text, body)
    plain = [plain_letters(text[p.body : p.end]) if _may_head(p) else "" for p in body]
    last = {words: index for index, words in enumerate(plain)}
    bare = [text[p.body : p.end] if words else "" for p, words in zip(body, plain, strict=True)]
    for index, words in enumerate(bare[:_CONTENTS]):
        paged = _PAGE_END.search(words) if words[-1:].isdigit() else None
        if paged is not None and last.get(plain_letters(words[: paged.start()]), 0) > index:
            bare[index] = words[: paged.start()].strip(". …")
            plain[index] = plain_letters(bare[index])
    run: list[int] = []
    places: list[int] = []
    omitted: list[int] = []
    for index, paragraph in enumerate(body[:_CONTENTS]):
        if paragraph.boilerplate:
            continue
        again = last[plain[index]] if len(plain[index]) > 2 else 0
        # What is numbered may be in small letters: "1. agenda bashing".
        named = bare[index][:1].upper() + bare[index][1:] if paragraph.numbers else bare[index]
        title = again > index and wording.is_title(named)
        alike = not run or paragraph.marked == body[run[0]].marked
        if title and (alike or _is_under_contents(text, body, run[0])):
            run.append(index)
            places.append(again)
        elif run and _OMITTED.search(bare[index]):
            omitted.append(index)
        elif run:
            break
    few = len(run) < _ENTRIES and not (run and _is_announced(text, body, run[0]))
    if few or places != sorted(places) or places[0] <= run[-1]:
        with_line = [*before, *body]
        return _without_listed(text, with_line, wording)[len(before) :], led
    if run[0] > 0 and _may_head(body[run[0] - 1]):
        above = collapse(text[body[run[0] - 1].body : body[run[0] - 1].end])
        above = _COLUMN_HEAD.sub("", above)
        if wording.is_title(above.rstrip(": ")) and len(above) <= _BRACKETED:
            run.insert(0, run[0] - 1)
    twice = _repeated(plain, run, places)
    places = [index for index in places if index not in twice]
    marked = list(body)
    for index in (*run, *omitted, *twice):
        marked[index] = replace(body[index], boilerplate=True)
    heads = {body[index].start for index in places}
    return marked, frozenset(
        led | heads | {body[i].start for i in _below(text, body, places, wording)}
    )


def _led(text: str, body: Sequence[Paragraph]) -> frozenset[int]:
    """Where lines start that stand in a table of contents above, some with dots to their pages."""
    rows = [i for i, p in enumerate(body[:_CONTENTS]) if _LEADER.search(text, p.start, p.end)]
    if len(rows) < _ENTRIES:
        return frozenset()
    first = rows[0]
    while first and not body[first].gap and _may_head(body[first - 1]):
        first -= 1
    listed = {
        plain_letters(text[p.body : _end_of_row(text, p)]) for p in body[first : rows[-1] + 1]
    }
    places = {
        plain_letters(text[p.body : p.end]): p.start
        for p in reversed(body[rows[-1] + 1 :])
        if _may_head(p) and not p.boilerplate
    }
    again = frozenset(places[words] for words in listed if len(words) > _SHORT and words in places)
    return again if len(again) >= _ENTRIES else frozenset()


def _end_of_row(text: str, line: Paragraph) -> int:
    """Where the words of a row of contents end, before the dots that lead to its page."""
    leader = _LEADER.search(text, line.body, line.end)
    end = leader.start() if leader is not None else line.end
    while end > line.body and text[end - 1] in " .…_":
        end -= 1
    return end


def _without_paged(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with lines marked that stand together, several with the number of a page.

    They are no table of figures where one of them stands again below, as a heading.
    """
    found = list(body)
    start = 0
    for index in range(1, min(len(body), _CONTENTS) + 1):
        if index < len(body) and not body[index].gap and _may_head(body[index]):
            continue
        block, start = range(start, index), index
        if len(block) < _ENTRIES or _LISTS.fullmatch(text, body[block[0]].body, body[block[0]].end):
            continue
        if not any(text[body[i].end - 1].isdigit() for i in block):
            continue
        rows = [
            (i, row)
            for i in block
            if body[i].end - body[i].body <= _ROW
            if (row := _PAGED.fullmatch(text, body[i].body, body[i].end)) is not None
        ]
        pages = [int(row["page"]) for _, row in rows]
        if len(rows) < _ENTRIES or pages != sorted(pages) or len(block) > _TABLE * len(rows):
            continue
        if (pages[-1] - pages[0]) * _PAGE > len(text) - body[block[-1]].end:
            continue  # figures: no text is left for as many pages
        cells = [plain_letters(max(_GAPS.split(row["row"]), key=len)) for _, row in rows]
        below = [plain_letters(text[p.body : p.end]) for p in body[index:] if _may_head(p)]
        if any(len(cell) > _SHORT and any(b.startswith(cell) for b in below) for cell in cells):
            for i in block:
                found[i] = replace(body[i], boilerplate=True)
    return found


def _repeated(plain: Sequence[str], run: Sequence[int], places: Sequence[int]) -> range:
    """Where the same contents stand once more right behind themselves, as some pages have them."""
    first = run[-1] + 1
    rows = [plain[index] for index in run if plain[index]][-len(places) :]
    again = plain[first : first + len(rows)] == rows
    return range(first, first + len(rows) if again and len(rows) > 1 else first)


def _below(
    text: str, body: Sequence[Paragraph], places: Sequence[int], wording: Wording
) -> Iterator[int]:
    """The headings of the same form right under those that the contents list, over their text."""
    for index in places:
        head, *below = body[index : index + 3]
        if head.bullet is None or len(below) < _BOTH or index + 1 in places:
            continue
        line, said = below
        alike = line.bullet == head.bullet and said.bullet is None and not said.numbers
        if alike and _may_head(line) and is_heading_alone(text[line.body : line.end], wording):
            yield index + 1


def _is_under_contents(text: str, body: Sequence[Paragraph], index: int) -> bool:
    """Whether contents begin at most so many lines above one, what its columns hold among them."""
    return any(_is_announced(text, body, at) for at in range(max(0, index - _OVER), index + 1))


def _is_announced(text: str, body: Sequence[Paragraph], index: int) -> bool:
    """Whether the line above one says that the contents come: ``Main topic:``."""
    above = body[index - 1] if index else None
    return above is not None and _LISTS.fullmatch(text, above.body, above.end) is not None


def _without_listed(text: str, body: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``body`` with the lines under ``CONTENTS`` or ``Index`` marked as boilerplate.

    They are titles up to the first that comes again, or that a blank line sets apart.
    """
    found = (i for i, p in enumerate(body[:_CONTENTS]) if _LISTS.fullmatch(text, p.body, p.end))
    head = next(found, None)
    if head is None:
        return _without_agenda(text, body)
    last = head + 1
    while last < len(body) and not body[last].gap:
        last += 1
    rows = [i for i in range(head + 1, last) if _ROWS.search(text, body[i].body, body[i].end)]
    if rows:
        if any(line.end - line.body > _HEADING_LENGTH for line in body[head + 1 : last]):
            # No blank line parts it from the text.
            last = rows[-1] + 1
            while last < len(body) and body[last].indent > body[rows[-1]].indent:
                last += 1
        listed = (replace(line, boilerplate=True) for line in body[head:last])
        return [*body[:head], *listed, *body[last:]]
    seen: set[str] = set()
    marked = list(body)
    gapped = False
    for index in range(head + 1, len(body)):
        line = body[index]
        words = text[line.body : min(line.end, line.body + _HEADING_LENGTH + 1)]
        if not line.boilerplate and not (_may_head(line) and is_heading_alone(words, wording)):
            break
        if plain_letters(words) in seen or (line.gap and len(seen) > 1 and not gapped):
            break
        gapped = gapped or (line.gap and len(seen) == 1)
        seen.add(plain_letters(words))
        marked[index] = replace(line, boilerplate=True)
    if len(seen) < _ENTRIES:
        return body
    marked[head] = replace(body[head], boilerplate=True)
    return marked


def _without_agenda(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with ``Agenda`` and the one item under it marked that comes again as a heading."""
    for index, (head, item) in enumerate(pairwise(body[:_CONTENTS])):
        if item.gap or not _AGENDA.fullmatch(text, head.body, head.end) or not _may_head(item):
            continue
        words = text[item.start : item.end]
        if text.find(f"\n{words}\n", item.end) >= 0:
            marked = (replace(line, boilerplate=True) for line in (head, item))
            return [*body[:index], *marked, *body[index + 2 :]]
    return body


def _may_head(paragraph: Paragraph) -> bool:
    """Whether a paragraph is short enough for a heading."""
    return not paragraph.boilerplate and paragraph.end - paragraph.body <= _HEADING_LENGTH
