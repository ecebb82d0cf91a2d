"""Those whom a list names line by line, each with the whole of an office.

Rows that stand together are a *roll*. A roll has one manner of rows; a line that is plain in
another is taken as well. Two lines may be a row, a name and an office under or over it, in a list
that blank lines part.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from ..lands.benches import benches, head_of
from ..particulars.attendance import heads_attendance
from .naming import Naming
from .posts import over_lines, own_post
from .ranks import is_international
from .rolls import Row, lines_of, may_be_row, person_in, post_of, rows_of
from .rosters import roster_spans
from .titles import Office, office_head, read_title
from .tokens import Tokens

__all__ = ["with_listed"]

_ZONE = 16_000
"""A list stands so near to the beginning or to the end, in characters."""
_PLAIN = 4
"""Both cells are known for what they are."""
_LIKELY = 3
_SEVERAL = 2
_KEYLESS = frozenset({"of", "for", "to", "and", "the", "on", "in"})
_SHORT = 60
_STYLED = re.compile(r"\b(?:Mr|Ms|Mrs|Dr)\.\Z")
_PARTS = re.compile(r"(?:;|(?<=\)),)[ \t]+(?:and[ \t]+)?")
_GAP = re.compile(r"[ ]{3,}|\t+[ \t]*")


def with_listed(tokens: Tokens, namings: list[Naming]) -> list[Naming]:
    """``namings`` with those on the rolls of the text, and without what else is read there."""
    rows = [row for row in _rows_in(tokens.text) if not _names_another(row, namings)]
    if not rows:
        return namings
    begins, ends = [row.start for row in rows], [row.tail for row in rows]
    # Those that stand in none of the rows.
    kept = [n for n in namings if bisect_left(begins, n.end) <= bisect_right(ends, n.start)]
    return [*kept, *(_naming(tokens, row) for row in rows)]


def _names_another(row: Row, namings: list[Naming]) -> bool:
    """Whether the office of a row has somebody's name behind it: two stand side by side."""
    if row.post is None:
        return False
    a, b = row.post
    return any(a <= n.start and n.end <= b and len(n.name) > 1 for n in namings)


def _rows_in(text: str) -> list[Row]:
    """The rows of all rolls of a text, in order."""
    lines = [(a, b) for a, b in lines_of(text) if a < _ZONE or b > len(text) - _ZONE]
    headed = [(a, b) for a, b, _ in (*benches(text), *roster_spans(text))]
    found: list[Row] = []
    run: list[list[Row]] = []
    under = False
    filled = [(a, b) for a, b in lines if a < b]
    may = [may_be_row(text, a, b) for a, b in filled]
    if not headed and not any(may):
        return []
    for i, (start, end) in enumerate(filled):
        heads = heads_attendance(text[start:end])
        rows: list[list[Row]] = []
        above = text[filled[i - 1][0] : filled[i - 1][1]] if i and not run else ""
        if (
            above
            and _goes_on(above)
            and head_of(above) is None
            and text.count("\n", filled[i - 1][1], start) == 1
        ):
            continue  # prose: "Mr. Roe, \n Jane (Clerk) and others"
        if may[i] and not heads and (under or any(may[max(0, i - 2) : i] + may[i + 1 : i + 3])):
            # "Norway: Jane Roe, Clerk; Otto Brand, Agent"
            several = text.find(";", start, end - 1) > 0
            rows = [] if several else [rows_of(text, start, end)]
            if not any(rows):
                sign = _PARTS if several or text.find("),", start, end) > 0 else _GAP
                rows = [rows_of(text, a, b) for a, b in _cells(text, start, end, sign)]
        if any(rows):
            run += filter(None, rows)
        elif heads or end - start > _SHORT:
            found += _of_run(run, headed, under=under) if run else ()
            run, under = [], heads
    found += _of_run(run, headed, under=under)
    found += _of_two_lines(text, lines, headed)
    found.sort(key=lambda row: row.start)
    return [row for i, row in enumerate(found) if not i or row.start >= found[i - 1].tail]


def _goes_on(line: str) -> bool:
    """Whether a line ends as one does in prose, in a small word, a comma or a style."""
    last = line.rpartition(" ")[2]
    if last.endswith("."):
        return _STYLED.search(last) is not None
    return last.endswith(",") or (last.isascii() and last.isalpha() and last.islower())


def _cells(text: str, start: int, end: int, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    """The parts of a line that ``sign`` parts."""
    if sign is _GAP and text.find("   ", start, end) < 0 and text.find("\t", start, end) < 0:
        return []
    gaps = [match.span() for match in sign.finditer(text, start, end)]
    begins, ends = [start, *(b for _, b in gaps)], [*(a for a, _ in gaps), end]
    return [*zip(begins, ends, strict=True)] if gaps else []


def _of_run(run: list[list[Row]], headed: list[tuple[int, int]], *, under: bool) -> Iterator[Row]:
    """The rows of a roll, if its lines are one; ``under`` tells that a head stands over it."""
    manners = Counter(row.manner for rows in run for row in rows if row.sure >= _LIKELY)
    if not manners:
        return
    best, count = manners.most_common(1)[0]
    plain = sum(any(row.sure >= _PLAIN for row in rows) for rows in run)
    under = under or any(a <= rows[0].form < b for rows in run for a, b in headed)
    if not (plain >= _SEVERAL or (count >= _SEVERAL and plain) or under):
        return
    most = count * 2 > len(run)
    for rows in run:
        row = next((r for r in rows if r.manner == best), None)
        if row is None or row.sure < _LIKELY:
            other = max(rows, key=lambda r: r.sure)
            row = other if other.sure >= _PLAIN else row
        if row is not None and row.sure >= (_SEVERAL if most else _LIKELY):
            yield row


def _of_two_lines(
    text: str, lines: list[tuple[int, int]], headed: list[tuple[int, int]]
) -> Iterator[Row]:
    """A name on a line and an office on the next, or the other way round, in a list."""
    for i, (start, end) in enumerate(lines[:-1] if headed else ()):
        below, stop = lines[i + 1]
        if (
            start == end
            or below == stop
            or (
                i
                and lines[i - 1][0] != lines[i - 1][1]
                and head_of(text[slice(*lines[i - 1])]) is None
            )
        ):
            continue
        if not any(a <= start < b for a, b in headed):
            continue
        if i + 2 < len(lines) and lines[i + 2][0] != lines[i + 2][1]:
            continue
        for who, what in (((start, end), (below, stop)), ((below, stop), (start, end))):
            person = person_in(text, *who)
            post = post_of(text, *what)
            if person is not None and person[3] + post >= _LIKELY and post == 2:
                form, begin, last, plain = person
                yield Row(start, form, (begin, last), what, None, (), stop, plain + post)
                break


def _naming(tokens: Tokens, row: Row) -> Naming:
    """Who a row names, with his or her office."""
    text, known = tokens.text, tokens.known
    start, end = row.name
    first = bisect_left(tokens.starts, start)
    if tokens.lows[first] == "monsieur":
        start = tokens.starts[first + 1]
    words = tuple(text[start:end].split())
    styles = {word.strip(".").lower() for word in text[row.form : start].split()}
    gender = "m" if styles & known.male else "f" if styles & known.female else None
    role, country = None, row.country
    offices: tuple[Office, ...] = ()
    if row.post is not None and post_of(text, *row.post) > 1:
        a, b = row.post
        if b == row.tail:
            row.tail = b = over_lines(text, row.form, b)
        role = " ".join(own_post(text[a:b]).split())
        first = bisect_left(tokens.starts, a)
        key: Office = frozenset(w for w in role.split(",")[0].lower().split() if w not in _KEYLESS)
        offices = (key,)
        head = office_head(tokens, first)
        if head is not None and tokens.starts[first] == a:
            title = read_title(tokens, head, floor=first)
            if title.start == first and title.role is not None:
                offices = tuple(dict.fromkeys((*title.offices, key)))
                country = country or title.country
                if title.country:
                    role = " ".join(text[a : tokens.ends[title.role[1] - 1]].split())
    return Naming(
        row.form, end, words, role, offices, country, gender,
        titled=bool(styles), tail=max(row.tail, end),
        international=role is not None and is_international(role), listed=True,
    )  # fmt: skip
