"""Explaining: a plan and a passage -> the reasons for which the passage gains its score.

The engine itself is asked what each part of the plan scores in the passage, so that an explanation
cannot differ from the ranking. What the passage has, and how often, is read from its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from . import analysis, feedback
from .engines.base import Engine
from .explanations import Explanation, Kind, Reason
from .highlight import marks
from .ordering import Compared
from .query.plan import (
    All,
    Best,
    Days,
    Every,
    Keyword,
    Nothing,
    Phrase,
    Plan,
    Plus,
    Some,
    Term,
    Without,
)
from .records import Passage

__all__ = ["explained", "shared"]


class _Part(NamedTuple):
    """What a term or phrase scores; without one, what having all the words does."""

    leaf: Term | Phrase | None
    score: float
    ranks: bool


def explained(
    engine: Engine,
    plan: Plan,
    key: int,
    passage: Passage,
    *,
    titled: bool,
    score: float,
    gains: Sequence[Reason] = (),
) -> Explanation:
    """Why a passage, found by ``plan``, has ``score``.

    Args:
        key: the passage's in the engine.
        titled: whether its title counts as words of its text.
        gains: what was added to the engine's score.
    """
    asked = list(dict.fromkeys(_asked(plan)))
    scores = dict(zip(asked, engine.scores(asked, key), strict=True))
    texts = _Texts(passage, titled)
    parts = _parts(plan, scores) or []
    reasons = [_reason(engine, part, texts) for part in parts if part.score]
    if any(gain.kind == "condition" for gain in gains):
        reasons = []
    reasons += gains
    left = score - fsum(reason.score for reason in reasons)
    return Explanation(passage.id, score, (*reasons, Reason("rounding", left)))


def shared(leading: Mapping[int, Compared], key: int) -> str:
    """The words by which a passage is most like the leading ones, of which it is one."""
    scores, texts = zip(*leading.values(), strict=True)
    return ", ".join(feedback.shared(scores, texts, list(leading).index(key)))


def _asked(plan: Plan) -> Iterator[Plan]:
    """The parts whose score in the passage is to be known."""
    match plan:
        case Some(children) | Best(children) | All(children):
            for child in children:
                yield from _asked(child)
        case Without(child, unless):
            yield from _asked(child)
            yield unless
        case Plus(child, more):
            yield from _asked(child)
            yield from _asked(more)
        case _:
            yield plan


def _parts(
    plan: Plan, scores: dict[Plan, float | None], *, ranks: bool = False
) -> list[_Part] | None:
    """What adds up to the plan's score in the passage; None where the plan does not select it.

    ``ranks``: the plan only orders what others find.
    """
    match plan:
        case Term() | Phrase():
            scored = scores[plan]
            return None if scored is None else [_Part(plan, scored, ranks)]
        case Keyword() | Days() | Every() | Nothing():
            return None if scores[plan] is None else []
        case Without(child, unless):
            return _parts(child, scores, ranks=ranks) if scores[unless] is None else None
        case Plus(child, more):
            found = _parts(child, scores, ranks=ranks)
            added = _parts(more, scores, ranks=True) or []
            return None if found is None else [*found, *added]
        case Some(children) | Best(children) | All(children):
            parts = [_parts(child, scores, ranks=ranks) for child in children]
            held = [part for part in parts if part is not None]
            if not held or (isinstance(plan, All) and len(held) < len(parts)):
                return None
            if isinstance(plan, Best):
                return max(held, key=_sum)
            joined = [one for part in held for one in part]
            bonus = isinstance(plan, All) and plan.bonus
            return [_Part(None, _sum(joined), ranks)] if bonus else joined


def _sum(parts: Iterable[_Part]) -> float:
    return fsum(part.score for part in parts)


def _reason(engine: Engine, part: _Part, texts: _Texts) -> Reason:
    leaf = part.leaf
    if leaf is None:
        return Reason("together", part.score)
    kind: Kind = "word"
    if part.ranks:
        kind = "near" if isinstance(leaf, Phrase) else _KINDS[leaf.field]
    times, found = texts.count(leaf)
    passages = engine.search(leaf, limit=0).total or 0
    return Reason(
        kind,
        part.score,
        leaf.typed or found,
        leaf.via,
        leaf.field,
        found,
        times,
        passages,
        leaf.weight,
    )


_KINDS: dict[str, Kind] = {
    "text": "word",
    "word": "form",
    "stub": "stub",
    "title": "title",
    "heading": "heading",
}


class _Texts:
    """The fields of a passage, token by token, as an engine holds them."""

    def __init__(self, passage: Passage, titled: bool) -> None:
        own = [*passage.headings, passage.text]
        self._values = {
            "text": [passage.title, *own] if titled else own,
            "title": [passage.title],
            "heading": list(passage.headings),
        }

    def count(self, part: Term | Phrase) -> tuple[int, str]:
        """How often the passage has a term or phrase, and how the first one reads."""
        if isinstance(part, Term) and part.field == "stub":
            return self._stubs(part.term)
        field = part.field.removesuffix("_word") if part.field != "word" else "text"
        times, first = 0, ""
        for value in self._values[field]:
            found = marks(value, part, fields=frozenset({part.field}))
            times += len(found)
            if found and not first:
                first = " ".join(value[found[0].start : found[0].end].split())
        return times, first

    def _stubs(self, stub: str) -> tuple[int, str]:
        terms = _terms(self._values["text"])
        return sum(analysis.stub(term) == stub for term in terms), stub


def _terms(values: Iterable[str]) -> list[str]:
    found = (term for value in values for term in analysis.terms(value))
    return [term for term in found if term not in analysis.stop_words()]
