"""Ordering: what is added to an engine's scores, each time with the reason for it.

The engine ranks by the words. Only the catalog knows the rest, which is added here over the first
passages of the engine: likeness to the best of them; freshness, where it is asked for; with a
speaker asked for, passages in which that speaker says the words come before those where somebody
else does; and where nothing but conditions was asked (``speaker:ivanov``), passages are ordered by
how much of them the condition is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple

from . import analysis, dates, feedback, highlight
from .explanations import Kind
from .query.plan import All, Best, Keyword, Plan, Plus, Some, Term, Without
from .records import Passage, Statement
from .rows import tag_values

__all__ = [
    "WINDOW",
    "Compared",
    "Ranked",
    "by_share",
    "by_speaker",
    "conditions",
    "fed",
    "fresh",
    "said_by",
]

WINDOW = 500
"""How many of the engine's best passages are ordered by what only the catalog knows."""


Gain = tuple[Kind, float, str]
"""What a passage gains: kind, score and what was found, as a reason tells them."""


Compared = tuple[float, Sequence[str]]
"""Of a passage that feedback compares: the engine's score, and its title, headings and text."""


class Ranked(NamedTuple):
    """A passage by its key in the engine; ``gains`` are what was added to the engine's score."""

    key: int
    score: float
    gains: tuple[Gain, ...] = ()

    def plus(self, kind: Kind, score: float, found: str = "") -> Ranked:
        """The same with one more gain."""
        return Ranked(self.key, self.score + score, (*self.gains, (kind, score, found)))


def fed(ranked: Sequence[Ranked], leading: Mapping[int, Compared]) -> list[Ranked]:
    """The passages, the first of them, which are the leading ones, ranked anew by feedback.

    What is said to lead and is not among the leading ones is gone, and left out.
    """
    first = [one for one in ranked[: feedback.WINDOW] if one.key in leading]
    scores = feedback.rescored([one.score for one in first], [leading[one.key][1] for one in first])
    gained = [
        one.plus("likeness", score - one.score) if score != one.score else one
        for one, score in zip(first, scores, strict=True)
    ]
    gained.sort(key=_best_first)
    return [*gained, *ranked[feedback.WINDOW :]]


def fresh(
    ranked: Sequence[Ranked], passages: Mapping[int, Passage], days: float, newest: int
) -> list[Ranked]:
    """The passages by score and date: one as new as ``newest`` counts twice.

    What is gained halves with every ``days`` that a passage is older than ``newest`` (yyyymmdd).
    """
    end = _ordinal(newest)
    gained = []
    for one in ranked:
        date = passages[one.key].date
        bounds = dates.bounds(date) if date else None
        if bounds is not None:
            age = max(0, end - _ordinal(bounds[0]))
            said = f"dated {date}, " + (f"{age:,} days before the newest" if age else "the newest")
            one = one.plus("fresh", one.score * 2 ** (-age / days), said)
        gained.append(one)
    gained.sort(key=_best_first)
    return gained


def by_speaker(
    ranked: Sequence[Ranked],
    load: Callable[[Sequence[int]], Mapping[int, Passage]],
    speakers: set[str],
    plan: Plan,
    *,
    wanted: int,
) -> list[Ranked]:
    """The passages, those first in which one of the speakers says a word of the query.

    No more of them are looked at, and given by ``load`` for their keys, than it takes to know the
    first ``wanted``; the others follow as they stand.
    """
    said = _says(speakers, plan)
    first: list[Ranked] = []
    others: list[Ranked] = []
    passages: Mapping[int, Passage] = {}
    loaded, batch = 0, _BATCH
    for at, one in enumerate(ranked):
        if len(first) == wanted:
            return [*first, *others, *ranked[at:]]
        if at == loaded:
            passages = load([one.key for one in ranked[at : at + batch]])
            loaded, batch = at + batch, 2 * batch
        name = said(passages[one.key]) if one.key in passages else None
        if name is None:
            others.append(one)
        else:
            first.append(one.plus("speaker", 0.0, name))
    return [*first, *others]


_BATCH = feedback.WINDOW
"""Passages that are looked at first, to find those in which a speaker says the words."""


def by_share(ranked: Sequence[Ranked], passages: Mapping[int, Passage], plan: Plan) -> list[Ranked]:
    """The passages by how much of them the conditions of ``plan`` are about, their score now."""
    shares = [
        Ranked(one.key, 0.0).plus("condition", _share(passages[one.key], plan)) for one in ranked
    ]
    shares.sort(key=_best_first)
    return shares


def _best_first(one: Ranked) -> float:
    return -one.score


def _ordinal(day: int) -> int:
    from datetime import date

    return date(day // 10_000, day // 100 % 100, day % 100).toordinal()


def conditions(plan: Plan) -> Iterator[Keyword]:
    """The tag conditions that every hit meets in part or in whole; exclusions aside."""
    if isinstance(plan, Keyword):
        yield plan
    elif isinstance(plan, Some | Best | All):
        for child in plan.children:
            if not isinstance(child, Term):  # of which there may be a thousand
                yield from conditions(child)
    elif isinstance(plan, Without | Plus):
        yield from conditions(plan.child)


def said_by(passage: Passage, speakers: set[str]) -> list[Statement]:
    """The statements of one of the speakers, given by their keys."""
    return [s for s in passage.statements if analysis.key(s.speaker) in speakers]


def _says(speakers: set[str], plan: Plan) -> Callable[[Passage], str | None]:
    """Which of the speakers says a word of the query in the passage."""

    def said(passage: Passage) -> str | None:
        statements = said_by(passage, speakers)
        for mark in highlight.marks(passage.text, plan) if statements else ():
            for one in statements:
                start, end = one.start - passage.start, one.end - passage.start
                if start <= mark.start and mark.end <= end:
                    return one.speaker
        return None

    return said


def _share(passage: Passage, plan: Plan) -> float:
    """How much of a passage the conditions of ``plan`` are about, from 0 to 1.

    What a speaker says counts by its length, and half where it is said on somebody's behalf; a
    topic by its place among the passage's topics, which stand strongest first. Of alternatives the
    best counts.
    """
    match plan:
        case Keyword(field="speaker", values=values):
            said = sum(
                (s.end - s.start) * (0.5 if s.on_behalf_of else 1.0)
                for s in said_by(passage, set(values))
            )
            return said / (said + 200)
        case Keyword(field="topic", values=values):
            places = [n for n, topic in enumerate(passage.topics) if analysis.key(topic) in values]
            return 1 / (1 + places[0]) if places else 0.0
        case Keyword(field=field, values=values):
            return float(any(analysis.key(v) in values for v in tag_values(passage)[field]))
        case All(children=children):
            return prod(_share(passage, child) for child in children)
        case Some(children=children) | Best(children=children):
            return max((_share(passage, child) for child in children), default=0.0)
        case Without(child=child) | Plus(child=child):
            return _share(passage, child)
        case _:
            return 1.0
