"""A PDF -> its text: pages joined, running headers and page numbers dropped, line wraps undone.

A *run* is a piece of text with its place on the page, a *row* the runs of one line. Rows that stand
at the edge of several pages with the same words, numbers aside, are running headers or footers.
Where the lines of a paragraph were broken, and words hyphenated, they are joined again.
"""

from __future__ import annotations

import io
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import Any

from ..errors import MissingExtra
from .encodings import NotText
from .given import Given
from .writing import starts_with_marker

__all__ = ["read_pdf"]

_SECONDS = 60
"""Reading a file ends after this, however many pages it has left."""
_PAGES = 5000
_CONTENT = 8 << 20
"""A page whose drawing takes more bytes is no page of text."""
_TEXT = 64 << 20
"""No file has more text, in characters."""
_EDGE = 3
"""Rows from the top and the bottom of a page that may be running headers or footers."""
_SAME_PLACE = 4
"""So far apart a running header may stand on two pages, in points."""
_NUMBER = re.compile(
    r"[-–—(\[ ]*(?:page|p\.)? ?\d{1,4}(?: ?(?:/|of|-|–) ?\d{1,4})?[-–—)\] .]*", re.I
)
_GAP = re.compile(r"[ \t]{3,}")
_WIDE = "   "
_DIGITS = re.compile(r"\d+")
_NEARLY_FULL = 0.8
_FULL = 0.9
"""A line with so much of its width goes on over the page."""
_PARAGRAPH = 1.35
"""A distance so many times that between the lines of a paragraph separates two of them."""
_SLIGHTLY = 1.08
"""The same behind the end of a sentence."""
_COLUMN = 1.2
"""How far to the right a row may start without being indented, in widths of a letter."""
_LARGE = 1.15
"""Letters so many times as high as most are large."""
_TITLE = 4
"""No title has more lines."""
_WORDS = 4
"""A masthead has fewer words."""
_PLACES = 3
"""Of so many places the one furthest left is the margin."""
_FEW = 12
"""No margin has fewer than one in so many lines."""
_FAR = 6
"""Lines so many heights of their letters apart are no neighbours."""
_ALIKE = 0.15
"""Letters of one size differ by no more."""
_LETTER = 0.5
"""How wide a letter is, in heights."""
_INDENT = 5
"""The first line of a paragraph is indented by less, in heights of its letters."""
_OFTEN = 3
"""So many paragraphs begin at one place where all do."""
_FURTHEST = 8
"""No row is indented more; what stands further in is set in the middle of the page."""
_HYPHEN = re.compile(r"[^\W\d_]{2}[-\u2010\u00ad]\Z")
_ENDS = '.!?:;”"’)'


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page: ``left`` end and height ``y`` in points, ``size`` of its letters."""

    text: str
    left: float
    y: float
    size: float


class _TooMuch(Exception):
    """A limit was reached; the message is the reason."""


def read_pdf(raw: bytes) -> tuple[str, str, tuple[str, ...], Given]:
    """The text of a file, ``utf-8``, notes, and what was left out of its pages.

    Raises:
        NotText: it is encrypted, damaged, without text, or more than can be read.
        MissingExtra: the library for PDFs is not installed.
    """
    try:
        import pypdf
        from pypdf.errors import LimitReachedError
    except ImportError:
        raise MissingExtra("PDFs need a library: pip install 'searchkit[pdf]'") from None
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    deadline = time.monotonic() + _SECONDS
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _TooMuch("is encrypted: save it without a password")
        if len(reader.pages) > _PAGES:
            raise _TooMuch(f"has more than {_PAGES} pages: split it")
        pages: list[list[_Row]] = []
        size = 0
        for page in reader.pages:
            rows = _rows(page, deadline)
            size += sum(len(row.text) for row in rows)
            if size > _TEXT:
                raise _TooMuch(f"has more than {_TEXT >> 20} MB of text: split it")
            pages.append(rows)
    except _TooMuch as error:
        raise NotText(str(error)) from None
    except (LimitReachedError, MemoryError, RecursionError):
        # pypdf bounds what a stream may unpack to and how much of it is parsed.
        raise NotText("unpacks to more than can be read: print it to a new PDF") from None
    except (ImportError, NotImplementedError):
        raise NotText("is encrypted in a way that cannot be read: save it without") from None
    # A damaged file breaks the library in every way there is.
    except Exception as error:
        raise NotText(f"is a damaged PDF ({type(error).__name__})") from None
    if not any(pages):
        raise NotText("has no text, only images: recognise its text (OCR) first")
    pages, dropped = _without_running(pages)
    empty = sum(not page for page in pages)
    notes = (f"{empty} page{'s' if empty > 1 else ''} without text, left out",) if empty else ()
    return _joined(pages), "utf-8", notes, Given(dropped=dropped, name=_name(pages))


def _rows(page: Any, deadline: float) -> list[_Row]:
    """The rows of a page in reading order."""
    if time.monotonic() > deadline:
        raise _TooMuch(f"takes more than {_SECONDS} seconds to read: split it")
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _CONTENT:
        raise _TooMuch("has a page that is too large to read")
    rows: list[_Row] = []
    runs: list[tuple[str, float, float, float]] = []

    def operand(*_: Any) -> None:
        if time.monotonic() > deadline:
            raise _TooMuch(f"takes more than {_SECONDS} seconds to read: split it")

    def take(text: str, matrix: Any, place: Any, _font: Any, size: Any) -> None:
        x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
        y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
        height = abs(float(size or 0) * (place[3] or 1) * (matrix[3] or 1)) or 10.0
        parts = text.split("\n")
        for index, part in enumerate(parts):
            if index:
                _end_row(runs, rows)
            if part:
                runs.append((part, float(x), float(y), height))

    page.extract_text(visitor_operand_before=operand, visitor_text=take)
    _end_row(runs, rows)
    return rows


def _end_row(runs: list[tuple[str, float, float, float]], rows: list[_Row]) -> None:
    # Columns stay apart: two who sign side by side are not one.
    text = _GAP.sub(_WIDE, "".join(run[0] for run in runs)).strip()
    text = _WIDE.join(" ".join(column.split()) for column in text.split(_WIDE))
    filled = [run for run in runs if run[0].strip()]
    runs.clear()
    if not text:
        return
    left = min(run[1] for run in filled)
    size = max(run[3] for run in filled)
    rows.append(_Row(text, left, filled[0][2], size))


def _without_running(pages: list[list[_Row]]) -> tuple[list[list[_Row]], tuple[str, ...]]:
    """The pages without running headers, footers and page numbers, and what these were."""
    seen: dict[str, list[float]] = {}
    for rows in pages:
        for row in {id(row): row for row in (*rows[:_EDGE], *rows[-_EDGE:])}.values():
            seen.setdefault(_same(row), []).append(row.y)
    often = max(2, (len([rows for rows in pages if rows]) + 1) // 2)
    dropped: dict[str, None] = {}
    kept: list[list[_Row]] = []
    for rows in pages:
        start, end = 0, len(rows)
        while start < min(end, _EDGE) and _runs(rows[start], seen, often, first=start == 0):
            start += 1
        while end > max(start, len(rows) - _EDGE) and _runs(rows[end - 1], seen, often, first=True):
            end -= 1
        for row in (*rows[:start], *rows[end:]):
            dropped[row.text] = None
        # Some programs write the number of a page before its text.
        low, high = (edge(row.y for row in rows) for edge in (min, max)) if rows else (0.0, 0.0)
        body: list[_Row] = []
        for row in rows[start:end]:
            if row.y in (low, high) and _NUMBER.fullmatch(row.text):
                dropped[row.text] = None
            else:
                body.append(row)
        kept.append(body)
    return kept, tuple(dropped)


def _same(row: _Row) -> str:
    return _DIGITS.sub("#", row.text.casefold())


def _runs(row: _Row, seen: dict[str, list[float]], often: int, *, first: bool) -> bool:
    if first and _NUMBER.fullmatch(row.text):
        return True
    # A title that runs over the pages after it stands elsewhere on its own page.
    alike = sum(abs(y - row.y) < _SAME_PLACE for y in seen.get(_same(row), ()))
    # A heading such as "1." may open several pages; what runs has words, or is a symbol: "A/9".
    letters = sum(map(str.isalpha, row.text))
    return alike >= often and (letters > 2 or (letters > 0 and "/" in row.text))


def _joined(pages: Sequence[Sequence[_Row]]) -> str:
    """The rows as paragraphs: lines joined where they were wrapped, blank lines where space is."""
    gaps = [
        round((above.y - below.y) / max(below.size, 1), 2)
        for rows in pages
        for above, below in pairwise(rows)
        if 0 < above.y - below.y < _FAR * below.size
    ]
    normal = _within(pages) or _closest(gaps)
    every = [row for rows in pages for row in rows]
    size = median(row.size for row in every)
    margin = _margin(every)
    width = sorted(len(row.text) for row in every)[round(0.9 * (len(every) - 1))]
    opening = _opening(pages, margin, normal, width)
    lines: list[str] = []
    last: _Row | None = None
    for rows in pages:
        for index, row in enumerate(rows):
            row = replace(row, left=max(0.0, row.left - margin))
            if last is None:
                lines.append(_indented(row, size))
            elif (
                # Lines of a sentence that all stand further in are no openings.
                round(row.left) != opening
                or (round(last.left) == opening and last.text[-1] not in _ENDS)
            ) and _wraps(
                # Of large letters, as titles have, fewer go into a line, and of one further in.
                last,
                row,
                normal,
                int((width - last.left / (_LETTER * size)) * size / max(row.size, size)),
                same_page=index > 0,
            ):
                lines[-1] = _join(lines[-1], row.text)
            else:
                apart = last.y - row.y > _PARAGRAPH * normal * max(row.size, 1)
                if index == 0:  # a list goes on over the page
                    apart = last.text[-1] not in ":;," or not starts_with_marker(row.text)
                opens = round(row.left) == opening
                line = row.text if opens else _indented(row, size)
                lines += ["", line] if apart or opens else [line]
            last = row
    return "\n".join(lines) + "\n"


def _margin(rows: Sequence[_Row]) -> float:
    """Where lines begin that stand furthest left, of those places where many do."""
    begun = Counter(round(row.left) for row in rows).most_common(_PLACES)
    return min((left for left, times in begun if times >= len(rows) / _FEW), default=0)


def _name(pages: Sequence[Sequence[_Row]]) -> str:
    """What stands on the first page with text in the largest letters, if they are large at all."""
    first = next(rows for rows in pages if rows)
    usual = median(row.size for rows in pages for row in rows)
    large = [list(rows) for _, rows in groupby(first, key=lambda row: round(row.size, 1))]
    named = [
        (rows[0].size, " ".join(row.text for row in rows))
        for rows in large
        if rows[0].size > _LARGE * usual and len(rows) <= _TITLE
    ]
    told = [one for one in named if len(one[1].split()) >= _WORDS]
    return max(told, key=lambda one: one[0], default=(0.0, ""))[1]


def _opening(
    pages: Sequence[Sequence[_Row]], margin: float, normal: float, width: int
) -> int | None:
    """How far from the margin paragraphs begin; None where their first lines stand like others."""
    begun = Counter(
        round(above.left - margin)
        for rows in pages
        for above, row in pairwise(rows)
        if round(row.left) == round(margin)
        and 0.5 < (above.left - margin) / above.size < _INDENT
        and _wraps(above, row, normal, width, same_page=True)
    )
    offset, times = max(begun.items(), key=lambda one: one[1], default=(0, 0))
    return offset if times >= _OFTEN else None


def _within(pages: Sequence[Sequence[_Row]]) -> float | None:
    """The usual distance between two lines of one sentence, in heights of their letters.

    A line in small letters goes on from one above that ends no sentence. None where there is none.
    """
    gaps = [
        (above.y - row.y) / max(row.size, 1)
        for rows in pages
        for above, row in pairwise(rows)
        if row.text[0].islower()
        and not starts_with_marker(row.text)
        and (above.text[-1].isalnum() or above.text[-1] == ",")
        and 0 < above.y - row.y < _FAR * row.size
        and abs(above.size - row.size) <= _ALIKE * max(row.size, 1)
    ]
    return median(gaps) if gaps else None


def _closest(gaps: list[float]) -> float:
    """The usual distance between lines, in heights of their letters."""
    if not gaps:
        return 1.2
    common = Counter(round(gap, 1) for gap in gaps)
    most = max(common.values())
    return min(gap for gap, count in common.items() if count >= most / 2)


def _wraps(above: _Row, row: _Row, normal: float, width: int, *, same_page: bool) -> bool:
    """Whether ``row`` carries on the paragraph of ``above``."""
    if starts_with_marker(row.text) or abs(above.size - row.size) > _ALIKE * max(row.size, 1):
        return False
    near = above.y - row.y <= _PARAGRAPH * normal * max(row.size, 1)
    full = len(above.text) + len(row.text.split(None, 1)[0]) + 1 > _NEARLY_FULL * width
    midway = above.text[-1] not in _ENDS
    if not same_page:
        last = above.text.rsplit(None, 1)[-1]
        open_ended = last[-1] == "," or last.islower() or len(above.text) > _FULL * width
        return full and midway and (open_ended or not row.text[0].isupper())
    if not midway and above.y - row.y > _SLIGHTLY * normal * max(row.size, 1):
        return False
    return near and full and (midway or len(above.text) > 0.7 * width)


def _join(above: str, text: str) -> str:
    if _HYPHEN.search(above[-3:]) and text[0].islower():
        stem = above.rstrip().rstrip("-\u2010\u00ad")
        # "well-\nknown" keeps its hyphen where an earlier word already had one, as compounds do.
        word = stem.rsplit(None, 1)[-1]
        return f"{stem}-{text}" if "-" in word else f"{stem}{text}"
    return f"{above} {text}"


def _indented(row: _Row, size: float) -> str:
    steps = int(row.left / max(size, 1) / _COLUMN)
    return " " * min(2 * steps, _FURTHEST) + row.text
