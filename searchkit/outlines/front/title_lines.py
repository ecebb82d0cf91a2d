"""Which of a document's first lines are its title, by weights learnt from documents read by hand.

A title is one to five lines in a row. What tells it is slight and much: what a line is like, what
stands above and below it, how it goes on, whether the text says its words again. Each of these is
a *sign* with a weight, and the likeliest lines are those whose signs weigh most: a log-linear model
of the choice among all the runs of lines (McFadden 1974, "Conditional logit analysis"). Signs of a
run are those of its lines, so that each line is looked at once. ``tests/title_weights.py`` learns
the weights.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise

from ..around.addresses import is_address
from ..around.references import is_reference
from ..header.dates import find_dates
from ..text.lines import Paragraph
from ..words.weights import score, weights
from ..words.wording import Wording, collapse
from .date_lines import date_line
from .place_lines import is_place
from .rows import is_time

__all__ = ["Choice", "Row", "likeliest_title", "rows_of", "run_signs"]

_LINES = 26
"""No title begins further down."""
_MOST = 5
"""No title has more lines."""
_WORDS = 60
"""No title has more words."""
_PROSE = 2
"""So many paragraphs of sentences are the text; no title stands below them."""
_LONG = 20
"""A sentence of so many words is of a text."""
_READ = 400
"""Characters of a line that are looked at."""
_BODY = 6000
"""Characters of the text in which words of a title are looked for."""
_EVENTS = frozenset({
    "meeting", "meetings", "talk", "talks", "visit", "visits", "call", "calls", "summit",
    "statement", "remarks", "minutes", "conference", "conversation", "consultation",
    "consultations", "dialogue", "interview", "briefing", "readout", "record", "summary",
    "communique", "communiqué", "report", "memorandum", "declaration", "session", "outcome",
    "outcomes", "interaction", "transcript", "address", "speech", "message", "meets", "met", "hold",
    "holds", "held", "receive", "receives", "received", "host", "hosts", "speak", "speaks",
    "telephone", "courtesy", "workshop", "dinner", "note", "outline"
})  # fmt: skip
"""What people meet for, and what is written of it."""
_HEAD = re.compile(
    r"(?:the |an? )?(?:outline|summary|overview|minutes|memorandum|record|report|statement|joint"
    r"|transcript|readout|remarks|meeting|visit|telephone|telegram|note|briefing|press)\b",
    re.IGNORECASE,
)
"""How titles begin."""
_OPEN = re.compile(
    r"(?:\b(?:of|on|the|and|with|between|by|for|to|at|in|from|his|her)|\b(?:H\.E|Mr|Mrs|Ms|Dr)\.?"
    r"|[,–&-])\Z",
    re.IGNORECASE,
)
"""How a line ends that goes on in the next."""
_ENDING = len("between.")
_GOES_ON = re.compile(r"(?:of|on|the|and|with|between|by|for|to|at|in|from|&)\b")
_LABEL = re.compile(r"[A-Za-z][\w /&]{1,24}:(?!\S)")
_LINK = re.compile(r"www\.|https?:|(?<=\S)@\S")
_TRAIL = re.compile(r" [>»|›/] |>>")
_HOUSE = re.compile(
    r"Minist|Embassy|Office|Government|Department|Secretariat|Commission|Council|Republic|Kingdom"
    r"|Union|MINIST|EMBASSY|OFFICE|GOVERNMENT|DEPARTMENT|COMMISSION|COUNCIL|REPUBLIC"
)
_JOINS = frozenset({"between", "with", "by", "of", "on"})
_PERSONS = frozenset({
    "minister", "president", "secretary", "chancellor", "king", "ambassador", "premier", "mr", "ms",
    "dr", "mrs"
})  # fmt: skip
_EXCELLENCY = re.compile(r"\bh\.e\b")
_WORD = re.compile(r"\w+")
_LONG_WORD = re.compile(r"[a-zà-ÿĀ-ɏḀ-ỿ]{4,}")
_FIGURES = 5
_SIZES = (1, 2, 4, 8, 12, 16, 24, 36)


@dataclass(slots=True)
class Row:
    """A line as the model sees it: its words and its signs."""

    words: str
    signs: tuple[str, ...]
    gap: bool
    upper: bool
    goes_on: bool
    """Whether it begins as the middle of a sentence does."""
    open: bool
    """Whether it ends as the middle of a sentence does."""
    size: int
    events: int
    has: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest title: rows ``start`` to ``end``, and the ``scores`` of all runs.

    Where ``end`` is 0 there is none. Scores are logarithms, of what likelihood is proportional to.
    """

    start: int
    end: int
    scores: Mapping[tuple[int, int], float]

    def over(self, start: int, end: int) -> float:
        """By how much it scores above another run; infinite where that can be no title."""
        other = self.scores.get((start, end))
        return math.inf if other is None else self.scores[self.start, self.end] - other


def likeliest_title(rows: Sequence[Row]) -> Choice | None:
    """The lines that are most likely the title; None where there are no lines."""
    if not rows:
        return None
    learnt = weights("title")
    inner = [0.0, *accumulate(score(learnt, row.signs, "in:") for row in rows)]
    joins = [0.0, 0.0]
    for above, below in pairwise(rows):
        joins.append(joins[-1] + score(learnt, _join_signs(above, below)))
    firsts = [score(learnt, signs) for signs in _first_signs(rows)]
    lasts = [score(learnt, _last_signs(rows, end)) for end in range(1, len(rows) + 1)]
    sizes = [0, *accumulate(row.size for row in rows)]
    events = [0, *accumulate(row.events for row in rows)]
    scores = {
        (start, end): firsts[start]
        + lasts[end - 1]
        + inner[end]
        - inner[start]
        + joins[end]
        - joins[start + 1]
        + _whole_score(sizes[end] - sizes[start], events[end] - events[start], end - start)
        for start, end in _runs(rows)
    }
    scores[0, 0] = score(learnt, (*rows[0].signs, "any"), "none:")
    start, end = max(scores, key=scores.__getitem__)
    return Choice(start, end, scores)


def run_signs(rows: Sequence[Row]) -> dict[tuple[int, int], list[str]]:
    """All signs of each run of lines, to learn from."""
    firsts = list(_first_signs(rows))
    none = {(0, 0): [f"none:{sign}" for sign in (*rows[0].signs, "any")]} if rows else {}
    return none | {
        (start, end): [
            *firsts[start],
            *_last_signs(rows, end),
            *(f"in:{sign}" for row in rows[start:end] for sign in row.signs),
            *(sign for k in range(start + 1, end) for sign in _join_signs(rows[k - 1], rows[k])),
            *_whole_signs(
                sum(row.size for row in rows[start:end]),
                sum(row.events for row in rows[start:end]),
                end - start,
            ),
        ]
        for start, end in _runs(rows)
    }


def rows_of(text: str, paragraphs: Sequence[Paragraph], name: str, wording: Wording) -> list[Row]:
    """The lines that may hold the title, up to where the text has begun.

    Args:
        name: the title that a page has in its head, or nothing.
    """
    said = frozenset(_LONG_WORD.findall(text[_start(text, paragraphs) :][:_BODY].casefold()))
    named = frozenset(_LONG_WORD.findall(name.casefold()))
    rows: list[Row] = []
    prose = 0
    for paragraph in paragraphs[:_LINES]:
        words = collapse(text[paragraph.body : min(paragraph.end, paragraph.body + _READ)])
        row = _row(words.strip("*_ "), paragraph, said, named, wording)
        rows.append(row)
        prose += "prose" in row.has
        if prose == _PROSE:
            break
    return rows


def _start(text: str, paragraphs: Sequence[Paragraph]) -> int:
    """Where the first sentences of the text begin."""
    long = (p.start for p in paragraphs[:_LINES] if p.end - p.start > _READ // 2)
    return next(long, len(text) // 4)


def _row(
    words: str,
    paragraph: Paragraph,
    said: frozenset[str],
    named: frozenset[str],
    wording: Wording,
) -> Row:
    size = words.count(" ") + 1
    verb = wording.has_finite_verb(words)
    ends = words.endswith(".")
    several = size > 2 and wording.sentence_end(words) is not None
    if size >= _LONG and ((ends and verb) or several):
        return Row(words, ("prose",), paragraph.gap, False, False, False, size, 0, _PROSE_ONLY)
    low = words.casefold()
    spoken = _WORD.findall(low)
    heard = frozenset(spoken)
    events = sum(word in _EVENTS or word.startswith("discuss") for word in heard)
    person = not _PERSONS.isdisjoint(heard) or _EXCELLENCY.search(low) is not None
    short = size < _LONG
    tokens = _LONG_WORD.findall(low)
    again = sum(token in said for token in tokens) / len(tokens) if tokens else None
    capitals = [word[0].isupper() for word in words.split() if len(word) > 3 and word[0].isalpha()]
    figures = sum(map(str.isdigit, words))
    close = (
        sum(token in named for token in tokens) / max(len(named), len(tokens), 1) if named else 0
    )
    has = {
        "kind": short and wording.kind(words) is not None,
        "category": short and wording.is_category(words),
        "sender": wording.is_sender(words),
        "apart": paragraph.boilerplate,
        "office": short and wording.is_bare_office(words),
        "byline": wording.is_byline(words),
        "promise": wording.promises(words),
        "title": wording.is_title(words),
        "date": size < 16 and figures > 0 and date_line(words) is not None,
        "dated": figures > 0 and bool(find_dates(words)),
        "place": size < 8 and is_place(words),
        "address": figures > 0 and is_address(words, wording),
        "reference": figures > 0 and is_reference(words),
        "time": figures > 0 and is_time(words),
        "stop": ends,
        "several": several,
        "number": bool(paragraph.numbers),
        "bullet": paragraph.bullet is not None,
        "label": _LABEL.match(words) is not None,
        "colon": words.endswith(":"),
        "link": _LINK.search(words) is not None,
        "trail": _TRAIL.search(words) is not None,
        "brackets": words[:1] in ("(", "[") and words[-1:] in (")", "]"),
        "capitals": words.isupper(),
        "heading": paragraph.depth > 0,
        "top": paragraph.depth == 1,
        "small": words[:1].islower(),
        "head": _HEAD.match(words) is not None,
        "event": events > 0,
        "events": events > 1,
        "verb": verb,
        "told": verb and ends,
        "house": _HOUSE.search(words) is not None,
        "joins": not _JOINS.isdisjoint(heard),
        "person": person,
        "met": person and events > 0,
        "figures": figures > 4,
        "mixed": bool(capitals) and sum(capitals) < len(capitals) / 2,
        "again": again is not None and again > 0.7,
        "unheard": again is not None and again < 0.3,
        "named": close > 0.75,
        "partly": 0.3 < close <= 0.75,
        f"size{_bucket(size)}": True,
        f"begins:{_told(spoken[0]) if spoken else ''}": True,
        f"closes:{_told(spoken[-1]) if spoken else ''}": True,
    }
    signs = tuple(sign for sign, true in has.items() if true)
    return Row(
        words,
        signs,
        paragraph.gap,
        words.isupper(),
        words[:1].islower() or _GOES_ON.match(words) is not None,
        _OPEN.search(words, max(0, len(words) - _ENDING)) is not None,
        size,
        events,
        frozenset(signs),
    )


def _told(word: str) -> str:
    """A word as a sign: of a number how many figures it has."""
    return "#" * min(len(word), _FIGURES) if word.isdigit() else word


def _bucket(size: int) -> int:
    return next((k for k, most in enumerate(_SIZES) if size <= most), len(_SIZES))


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    for start in range(len(rows)):
        size = 0
        for end in range(start + 1, min(start + _MOST, len(rows)) + 1):
            size += rows[end - 1].size
            if size > _WORDS:
                break
            yield start, end


def _first_signs(rows: Sequence[Row]) -> Iterator[list[str]]:
    """For each row what tells that a title begins with it: its place, and what is above it."""
    events = sentences = dates = likely = tops = 0
    for k, row in enumerate(rows):
        signs = [f"first:{sign}" for sign in row.signs]
        signs.append(f"at{min(k, 8)}")
        signs += ["below another"] * min(likely, 2)
        signs += [f"above:{what}" for what, n in (("event", events), ("top", tops)) if n]
        signs += ["above:date"] * min(dates, 2) + ["above:sentence"] * min(sentences, 3)
        if row.gap:
            signs.append("gap")
        if k:
            above = rows[k - 1]
            signs += [f"over:{sign}" for sign in above.signs]
            if not row.gap:
                signs += [f"right over:{sign}" for sign in above.signs if sign in _TELLING]
                signs += ["over:open"] * above.open + ["over:same case"] * (
                    above.upper == row.upper
                )
        else:
            signs.append("over:nothing")
        yield signs
        events += bool(row.events and not row.has & _FILED)
        sentences += "prose" in row.has
        dates += "date" in row.has
        tops += "top" in row.has
        likely += bool(row.events and row.size > 3 and "title" in row.has and not row.has & _FILED)


def _last_signs(rows: Sequence[Row], end: int) -> list[str]:
    """What tells that a title ends before row ``end``: what is below it."""
    last = rows[end - 1]
    signs = [f"last:{sign}" for sign in last.signs]
    if last.open:
        signs.append("last:open")
    if end == len(rows):
        return [*signs, "under:nothing"]
    below = rows[end]
    signs += [f"under:{sign}" for sign in below.signs]
    if below.gap:
        signs.append("under:gap")
    else:
        signs += ["under:goes on"] * below.goes_on
        signs += ["under:same case"] * (below.upper == last.upper and "title" in below.has)
    if any("date" in row.has for row in rows[end : end + 4]):
        signs.append("near:date")
    if any("prose" in row.has for row in rows[end : end + 2]):
        signs.append("near:text")
    return signs


def _join_signs(above: Row, below: Row) -> list[str]:
    """What tells whether a line goes on with the line above it in one title."""
    signs = [f"join:{sign}" for sign in below.signs if sign in _TELLING]
    signs += [f"joined:{sign}" for sign in above.signs if sign in _TELLING]
    signs.append("join")
    if below.gap:
        signs.append("join:gap")
    if above.open or below.goes_on:
        signs.append("join:goes on")
    if above.upper != below.upper:
        signs.append("join:other case")
    if len(above.words) > 55:
        signs.append("join:full line")
    elif len(above.words) < 30:
        signs.append("join:short line")
    return signs


def _whole_signs(size: int, events: int, lines: int) -> list[str]:
    """What so many words, events and lines tell of a title."""
    return [f"size:{_bucket(size)}", f"events:{min(events, 3)}", f"lines:{lines}"]


@lru_cache(1024)  # Of many runs few differ in these.
def _whole_score(size: int, events: int, lines: int) -> float:
    return score(weights("title"), _whole_signs(size, events, lines))


_TELLING = frozenset(
    {
        "kind",
        "category",
        "sender",
        "apart",
        "office",
        "byline",
        "date",
        "place",
        "stop",
        "number",
        "bullet",
        "label",
        "brackets",
        "capitals",
        "heading",
        "top",
        "small",
        "head",
        "event",
        "verb",
        "person",
        "title",
        "house",
        "prose",
    }
)
"""Signs of a line that tell of its neighbour as well."""
_PROSE_ONLY = frozenset({"prose"})
_FILED = frozenset({"category", "apart", "date", "kind"})
