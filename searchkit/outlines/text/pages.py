"""Pages: what stands at the top and the foot of each within a text that was printed.

A *running line* comes again on every page with the number of the page in it, which grows by one
(``Board of Trade   Page 2``). Beside it may stand others that come again, and the number alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["goes_on", "running_lines"]

_PAGE = r"(?:(?:[Pp]age|PAGE|[Pp]\.)[ ]?)?\d{1,4}(?:[ ]?(?:of|/)[ ]?\d{1,4})?"
_NUMBERED = re.compile(
    rf"[^\n]*?\S(?:[ \t]{{3,}}|[ \t]+[|][ \t]+){_PAGE}"
    rf"|{_PAGE}(?:[ \t]{{3,}}|[ \t]+[|][ \t]+)\S[^\n]*"
    r"|[^\n]*\b(?:[Pp]age|PAGE)[ ]\d{1,4}\b[^\n]*"
    rf"|[^\n]*?\S[ ]+[-–—][ ]?\d{{1,4}}[ ]?[-–—][ ]+\S[^\n]*"
    rf"|[-–—(\[]?[ ]?{_PAGE}[ ]?[-–—)\]]?"
)
"""A line that may be one: it ends or begins with a number that stands apart, or tells the page."""
_EDGE = re.compile(
    # One sign comes first, which is what a search is fast for.
    r"[\d\n](?:(?<!\n)[ \t).\]–—-]{0,9}\n|(?<=\n)[ \t\f]*(?:[-–—(\[] ?|[Pp](?:age|AGE) )?\d)"
)
"""The end and the beginning of such a line: only there is the long expression tried."""
_DIGITS = re.compile(r"\d+")
_LONGEST = 120
_BESIDE = 3
"""So many lines at most stand beside a running line."""
_LONG = 45
"""A line that ends in the middle of a sentence is as long at least."""
_TITLED = (" Mr.", " Mrs.", " Ms.", " Dr.", " Mr", " Mrs", " Ms", " Dr")
_PAGED = re.compile(r"# page|# # of page")
"""The words of a line with nothing but the number of a page: ``Page 2 of 2``."""
_WORD = re.compile(r"[^\W_]+")
_HEAD = 16
"""So many lines are the head of a document."""
_FEW = 8
_FAR = 200
"""Two of them stand as far apart at least, in characters."""


@dataclass(frozen=True, slots=True)
class _Line:
    """``text[start:end]``, a line that is not blank, and its words with ``#`` for figures."""

    start: int
    end: int
    key: str


def running_lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """The lines at the edges of pages in order: start, end, whether a sentence goes on."""
    groups: dict[str, list[_Line]] = {}
    done = -1
    for edge in _EDGE.finditer(text):
        start = text.rfind("\n", 0, edge.end() - 1) + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start <= done or end - start > 2 * _LONGEST:
            continue
        done = start
        words = text[start:end].strip()
        if len(words) <= _LONGEST and _NUMBERED.fullmatch(words):
            start = text.index(words, start)
            line = _Line(start, start + len(words), _key(words))
            groups.setdefault(line.key, []).append(line)
    series = [group for group in groups.values() if _counts_pages(text, group)]
    worded = [group for group in series if any(map(str.isalpha, group[0].key))]
    single = [] if worded else [g[0] for g in groups.values() if _PAGED.fullmatch(g[0].key)]
    if not (series or single):
        return
    lines = _lines(text)
    index = {line.start: i for i, line in enumerate(lines)}
    at, sure = (
        {index[line.start] for group in some for line in group if line.start in index}
        for some in (series, worded)
    )
    near = Counter(
        lines[i].key
        for i in {i + step for i in at for step in range(-_BESIDE, _BESIDE + 1)} - at
        if 0 <= i < len(lines)
    )
    again = {key for key, count in near.items() if key and count > 1 and count >= len(at) // 2}
    taken: set[int] = set()
    for i in at:
        beside = {k for step in (-1, 1) for k in _run(lines, i, at, again, step)}
        if i in sure or beside & sure or any(lines[k].key in again for k in beside):
            taken |= beside | {i}
    for i in (index[line.start] for line in single if line.start in index):
        above = lines[: min(_HEAD, max(0, i - _BESIDE))]
        head = {word for line in above for word in _WORD.findall(line.key)}
        beside = {k for step in (-1, 1) for k in _of_head(text, lines, i, head, step)}
        taken |= beside | {i} if beside and i > _HEAD // 2 else set()
    for first, last in _runs(sorted(taken)):
        within = _within(text, lines, first, last)
        for k in range(first, last + 1):
            yield lines[k].start, lines[k].end, within


def _key(line: str) -> str:
    """The words of a line whatever their order, which is another on the left and on the right."""
    return " ".join(sorted(_DIGITS.sub("#", line).casefold().split()))


def _counts_pages(text: str, group: Sequence[_Line]) -> bool:
    """Whether a number in lines that are alike grows by one, or by two, from line to line."""
    if len(group) < 2 or any(b.start - a.start < _FAR for a, b in pairwise(group)):
        return False
    rows = [list(map(int, _DIGITS.findall(text, line.start, line.end))) for line in group]
    if len({len(row) for row in rows}) > 1:
        return False
    columns = zip(*rows, strict=True)
    return any(
        all(b - a == step for a, b in pairwise(column)) for column in columns for step in (1, 2)
    )


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = offset + raw.index(words[0])
            key = _key(words) if len(words) <= _LONGEST else ""
            found.append(_Line(start, start + len(words), key))
        offset += len(raw)
    return found


def _run(
    lines: Sequence[_Line], start: int, numbered: set[int], again: set[str], step: int
) -> Iterator[int]:
    """The lines beside the one at ``start``, on one side, that are such or come again there."""
    for i in range(start + step, start + step * (_BESIDE + 1), step):
        if not 0 <= i < len(lines) or not (i in numbered or lines[i].key in again):
            return
        yield i


def _of_head(
    text: str, lines: Sequence[_Line], start: int, head: Collection[str], step: int
) -> Iterator[int]:
    """The lines beside the number of a page whose words all stand at the head of the document.

    A word alone may be a heading, and what has a colon behind it a label.
    """
    for i in range(start + step, start + step * (_BESIDE + 1), step):
        words = _WORD.findall(lines[i].key) if 0 <= i < len(lines) else []
        if not 0 < len(words) <= _FEW or any(word not in head for word in words):
            return
        if text[lines[i].end - 1] == ":" or (len(words) == 1 and "#" not in lines[i].key):
            return
        yield i


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = -2
    for i in indices:
        if i != last + 1:
            if first >= 0:
                yield first, last
            first = i
        last = i
    if first >= 0:
        yield first, last


def _within(text: str, lines: Sequence[_Line], first: int, last: int) -> bool:
    """Whether the sentence above what stands between two pages goes on below it."""
    if not first or last + 1 >= len(lines):
        return False
    above = text[lines[first - 1].start : lines[first - 1].end]
    return goes_on(above, text[lines[last + 1].start])


def goes_on(above: str, below: str) -> bool:
    """Whether a sentence of the line at the foot of a page goes on in that at the head of the next.

    ``below`` is what the latter begins with; a capital if the line above is long, and no title.
    """
    if above.endswith(_TITLED):
        return below.isupper()
    if not (above[-1:].islower() or above[-1:] in (",", "-")):
        return False
    if not below.isupper() or len(above) < _LONG:
        return below.islower()
    words = above.split()
    return 2 * sum(word[0].islower() for word in words) > len(words)
