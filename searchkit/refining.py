"""Refining: where it takes long, what only ranks is asked about the best passages alone.

A plan *selects* by its words and conditions; what stands beside them in a
:class:`~searchkit.query.plan.Plus` only adds to scores. Where all that has many postings, more than
:data:`POSTINGS`, an engine is not made to go through them: the best :data:`WINDOW` passages by
what selects gain what the rest adds to them, and the others follow as they stand. None of these
has a higher score, since nothing that is added is below 0: it is one order, whichever part of it
is shown. What is found, and how much of it, is the same. An engine finds the best by words alone
without going through all that have them, which it cannot do where something is added to each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .engines.base import Engine, Found, ranked
from .query.plan import (
    All,
    Best,
    Days,
    Every,
    Keyword,
    Phrase,
    Plan,
    Plus,
    Some,
    Term,
    Without,
)

__all__ = ["POSTINGS", "WINDOW", "Having", "ranking", "search", "selecting"]

WINDOW = 50
"""How many passages are refined."""

POSTINGS = 50_000
"""Up to how many postings are gone through, which takes about as long as refining does."""

_TOGETHER = 3  # times as long, to look whether a passage has several terms

Having = Callable[[str, str], int]
"""How many passages have a term in a field."""


def search(
    engine: Engine, plan: Plan, having: Having, *, limit: int | None, count: bool = True
) -> Found:
    """The best ``limit`` passages (all, for None), see :meth:`Engine.search`."""
    child, more = _refined(engine, plan, having)
    if not more:
        return engine.search(plan, limit=limit, count=count)
    wanted = None if limit is None else max(limit, WINDOW)
    found = engine.search(child, limit=wanted, count=count)
    first = found.hits[:WINDOW]
    added = engine.added(more, [key for key, _ in first]) or {}
    best = ranked(((key, score + added[key]) for key, score in first), None)
    hits = [*best, *found.hits[WINDOW:]]
    return Found(hits if limit is None else hits[: max(limit, 0)], found.counted)


def ranking(engine: Engine, plan: Plan, having: Having, key: int) -> Plan:
    """What of the plan ranks a passage that it finds: all of it, or what selects alone."""
    child, more = _refined(engine, plan, having)
    if not more:
        return plan
    first = engine.search(child, limit=WINDOW, count=False).hits
    return plan if any(key == one for one, _ in first) else child


def selecting(plan: Plan) -> Plan:
    """What of a plan selects, and finds the same passages."""
    return _parted(plan)[0]


def _refined(engine: Engine, plan: Plan, having: Having) -> tuple[Plan, Sequence[Plan]]:
    """What selects and what adds to it, or all of the plan and nothing."""
    child, more = _parted(plan)
    if not more or engine.added((), ()) is None:
        return plan, ()
    asked = _postings(child, having)
    if asked * (1 + _TOGETHER * len(more)) <= POSTINGS:
        return plan, ()  # most questions, without looking at what adds to a score
    # What adds to a score is looked for where the plan selects, however much there is of it.
    added = sum(min(_postings(one, having), _TOGETHER * asked) for one in more)
    return (child, more) if asked + added > POSTINGS else (plan, ())


def _parted(plan: Plan) -> tuple[Plan, Sequence[Plan]]:
    """What of a plan selects, and what adds to the scores of the selected, in parts."""
    match plan:
        case Plus(child, more):
            own, parts = _parted(child)
            return own, (*parts, *(more.children if isinstance(more, Some) else (more,)))
        case Without(child, unless):
            own, parts = _parted(child)
            return (Without(own, unless) if parts else plan), parts
        case All(children) if not plan.bonus:
            both = [_parted(child) for child in children]
            parts = [part for _, some in both for part in some]
            return (All(tuple(own for own, _ in both)) if parts else plan), parts
        case _:
            return plan, ()


def _postings(plan: Plan, having: Having) -> int:
    """About how many postings an engine goes through."""
    match plan:
        case Term(field, term):
            return having(field, term)
        case Phrase(field, terms):
            return _TOGETHER * min(having(field, term) for _, term in terms)
        case Some(children) | Best(children):
            return sum(_postings(child, having) for child in children)
        case Keyword(field, values):
            return sum(having(field, value) for value in values)
        case All(children):
            known = [child for child in children if not isinstance(child, Days | Every)]
            return _TOGETHER * min((_postings(child, having) for child in known), default=0)
        case Without(child) | Plus(child):
            return _postings(child, having)
        case _:
            return 0
