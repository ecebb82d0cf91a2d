"""Plans become tantivy's queries.

A range of days is looked for in the postings of its units, or where there are too many of them, in
the slots of the passages that are left by what else is asked for: see
:mod:`searchkit.engines.tantivy_fields`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import tantivy
from tantivy import Occur, Query

from .. import dates
from ..query import plan as p
from .base import forms
from .tantivy_fields import DAY, INDEX_OPTIONS, KEY, SLOTS, UNIT

__all__ = ["Queries", "both", "every", "filtered", "scores", "some"]

_POSTINGS = 2
"""How many postings of units take as long as looking into the slots of one passage."""


_VALUES = 40
"""Of more values than these the postings are gathered first, which takes a while of its own."""


_SPARE = 1.5
"""How many times as many passages are asked for as are likely to hold those that are wanted."""

_ASKED = 1000
"""So many at most."""

_SAVED = 64
"""How many passages must have the words for each that is asked for."""

_MANY = 20_000
"""Up to so many postings are gone through."""

_SPARSE = 4
"""How many postings words must have for each of what else may be meant by them."""


class Queries:
    """Makes the queries for one state of an index."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher) -> None:
        self._schema = schema
        self._searcher = searcher

    def of(self, plan: p.Plan) -> Query:
        """A plan as a query."""
        match plan:
            case p.Term(field, term, weight):
                return self.term(field, term, weight)
            case p.Phrase():
                return self._phrase(plan)
            case p.Keyword(field, values):
                if len(values) > _VALUES:
                    return filtered(Query.term_set_query(self._schema, field, values))
                return filtered(some(self.term(field, value) for value in values))
            case p.Days():
                return self._days(plan, len(self))
            case p.Every():
                return filtered(Query.all_query())
            case p.Nothing():
                return Query.empty_query()
            case p.Some(children):
                return some(map(self.of, children))
            case p.Best(children):
                return Query.disjunction_max_query(list(map(self.of, children)))
            case p.All():
                return every(self._all(plan))
            case p.Without(child, unless):
                parts = [(Occur.Must, self.of(child)), (Occur.MustNot, self.of(unless))]
                return Query.boolean_query(parts)
            case p.Plus(child, more):
                # Side by side: a query within a query is copied once more.
                added = more.children if isinstance(more, p.Some) else (more,)
                parts = [(Occur.Must, self.of(child))]
                parts += [(Occur.Should, self.of(part)) for part in added]
                return Query.boolean_query(parts)

    def __len__(self) -> int:
        return self._searcher.num_docs

    def term(self, field: str, term: str, weight: float = 1.0) -> Query:
        """The passages with a term."""
        query = Query.term_query(self._schema, field, term, INDEX_OPTIONS[field])
        return query if weight == 1.0 else Query.boost_query(query, weight)

    def key(self, key: int) -> Query:
        """The passage with a key."""
        return Query.term_query(self._schema, KEY, key, "basic")

    def between(self, field: str, low: int | None, high: int | None) -> Query:
        """The passages whose number in a field is neither less nor more."""
        kind = tantivy.FieldType.Integer
        return Query.range_query(self._schema, field, kind, low, high)

    def _phrase(self, phrase: p.Phrase) -> Query:
        if len(phrase.terms) == 1:
            return self.term(phrase.field, phrase.terms[0][1], phrase.weight)
        # tantivy's own slop lets terms change places and scores by the slop that is used.
        queries = [
            Query.phrase_query(self._schema, phrase.field, list(form)) for form in forms(phrase)
        ]
        query = queries[0] if len(queries) == 1 else Query.disjunction_max_query(queries)
        return query if phrase.weight == 1.0 else Query.boost_query(query, phrase.weight)

    def _all(self, plan: p.All) -> Iterator[Query]:
        others = [child for child in plan.children if not isinstance(child, p.Days)]
        # Only a range of days makes use of the number.
        dated = len(others) < len(plan.children)
        left = min(map(self.most, others), default=len(self)) if dated else 0
        for child in plan.children:
            yield self._days(child, left) if isinstance(child, p.Days) else self.of(child)

    def _days(self, days: p.Days, left: int) -> Query:
        """The passages within a range, of ``left`` that are asked about."""
        if days.low is None and days.high is None:
            return filtered(Query.exists_query(DAY))
        units = [
            (unit, held)
            for unit in dates.within(days.low, days.high)
            if (held := self._held(UNIT, unit))
        ]
        if sum(held for _, held in units) <= _POSTINGS * left:
            return filtered(some(self.term(UNIT, unit) for unit, _ in units))
        either = []
        for start, end in SLOTS:
            slot = [
                self.between(start, days.low, None) if days.low is not None else None,
                self.between(end, None, days.high) if days.high is not None else None,
            ]
            either.append(every(filter(None, slot)))
        return filtered(some(either))

    def apart(self, plan: p.All, most: int) -> tuple[p.Plan, p.Days, int] | None:
        """Words and a range of days apart, where that takes less time.

        With how many of the best passages by the words alone may well hold the best ``most`` of
        those that lie in the range.
        """
        match plan.children:
            case (words, p.Days() as days) | (p.Days() as days, words):
                if days != p.Days(None, None) and self._quick(words):
                    units = dates.within(days.low, days.high)
                    held = sum(self._held(UNIT, unit) for unit in units)
                    wanted = int(_SPARE * most * len(self) / held) if held else len(self)
                    if wanted <= min(_ASKED, self.most(words) // _SAVED):
                        return words, days, wanted
        return None

    def _quick(self, plan: p.Plan) -> bool:
        """Whether the best of a plan are found without going through all that it selects."""
        if isinstance(plan, p.Some):
            plain = all(isinstance(child, p.Term) for child in plan.children)
            return plain or self.otherwise(plan) is not None
        return isinstance(plan, p.Term)

    def otherwise(self, plan: p.Some) -> tuple[Query, Query] | None:
        """Words as they stand, and all of the plan where one of them is there in another form.

        None where nothing is meant otherwise, or where going through all takes less time.
        """
        words = [_word(child) for child in plan.children]
        others = [
            other
            for child in plan.children
            if isinstance(child, p.Best)
            for other in child.children[1:]
        ]
        if not others or None in words:
            return None
        plain = p.Some(tuple(word for word in words if word))
        if self.most(plain) < max(_MANY, _SPARSE * self.most(p.Some(tuple(others)))):
            return None
        return self.of(plain), every((filtered(some(map(self.of, others))), self.of(plan)))

    def _held(self, field: str, term: str) -> int:
        return self._searcher.doc_freq(field, term)

    def most(self, plan: p.Plan) -> int:
        """How many passages a plan selects, or more."""
        match plan:
            case p.Term(field, term):
                return self._held(field, term)
            case p.Phrase(field, terms):
                return min(self._held(field, term) for _, term in terms)
            case p.Keyword(field, values):
                return sum(self._held(field, value) for value in values)
            case p.Some(children) | p.Best(children):
                return sum(map(self.most, children))
            case p.All(children):
                return min(map(self.most, children), default=0)
            case p.Without(child) | p.Plus(child):
                return self.most(child)
            case p.Nothing():
                return 0
            case p.Days() | p.Every():
                return len(self)


def scores(plan: p.Plan) -> bool:
    """Whether the plan gives any passage a score other than 0."""
    match plan:
        case p.Term() | p.Phrase():
            return True
        case p.Some(children) | p.Best(children) | p.All(children):
            return any(map(scores, children))
        case p.Without(child):
            return scores(child)
        case p.Plus(child, more):
            return scores(child) or scores(more)
    return False


def _word(plan: p.Plan) -> p.Term | None:
    """The word that a plan is for, if it is for one; by itself, or before other forms."""
    first = plan.children[0] if isinstance(plan, p.Best) else plan
    return first if isinstance(first, p.Term) else None


def some(queries: Iterable[Query]) -> Query:
    """What any of the queries selects; their scores add up."""
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def every(queries: Iterable[Query]) -> Query:
    """What all of the queries select; their scores add up."""
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def both(query: Query, condition: Query) -> Query:
    """What a query selects where a condition holds, which adds nothing to a score."""
    return every((query, filtered(condition)))


def filtered(query: Query) -> Query:
    """What the query selects, without a score."""
    return Query.const_score_query(query, 0.0)
