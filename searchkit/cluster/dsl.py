"""A plan, lowered to OpenSearch's query language.

========= =========================================================================================
Term      ``term``
Phrase    ``match_phrase``, one for each exact form; of several ``dis_max``
Keyword   ``terms``, as a filter
Days      ``range``, as a filter
Every     ``match_all``, as a filter
Nothing   ``match_none``
Some      ``bool`` with ``should``
Best      ``dis_max``
All       ``bool`` with ``must``, and conditions among its ``filter``
Without   ``bool`` with ``must`` and ``must_not``
Plus      ``bool`` with ``must`` and ``should``
========= =========================================================================================

Lucene refuses a query of more than 1,024 clauses, and a prefix may stand for a thousand words.
Where a query has more than :data:`MOST_CLAUSES`, the groups with most words keep their first ones,
and the others count together, with one score for all: what is found stays exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..engines.base import KEYWORD_FIELDS, MAX_TERM_BYTES, forms
from ..query import plan as p
from .mapping import GAP, SLOTS

__all__ = ["MOST_CLAUSES", "Query", "field_name", "lowered", "shown"]

Query = dict[str, Any]

MOST_CLAUSES = 900
"""How many clauses a query has before groups of words are shortened."""

_SHORT = 100
"""To how many words a group is shortened."""

_NONE: Query = {"match_none": {}}


def field_name(field: str) -> str:
    """What OpenSearch calls an engine's field."""
    return f"tags.{field}" if field in KEYWORD_FIELDS else f"terms.{field}"


def shown(term: str) -> str:
    """A term as it is sent: one that no engine holds is a gap."""
    return GAP if too_long(term) or GAP in term else term


def too_long(term: str) -> bool:
    """Whether a term is left out, see :mod:`searchkit.engines.base`."""
    # A character has four bytes at most; most terms need not be encoded to know.
    return (
        len(term) * 4 > MAX_TERM_BYTES
        and len(term.encode("utf-8", "surrogatepass")) > MAX_TERM_BYTES
    )


def lowered(plan: p.Plan) -> Query:
    """The query of a plan."""
    query = _query(plan, _clauses(plan) > MOST_CLAUSES)
    fields = sorted(set(_fields_of_phrases(plan)))
    if not fields:
        return query
    # For a phrase, Lucene asks about a field only in the shards that have one of its words: how
    # many passages have the field, and how long they are, would be those of some shards. A word
    # that there is none of, asked for by itself, makes all of them tell.
    asked = [{"term": {field_name(field): {"value": ""}}} for field in fields]
    return {"bool": {"must": [query], "should": asked}}


def _fields_of_phrases(plan: p.Plan) -> Iterator[str]:
    match plan:
        case p.Phrase():
            yield plan.field
        case p.Some() | p.Best() | p.All():
            for child in plan.children:
                yield from _fields_of_phrases(child)
        case p.Without(child, unless):
            yield from _fields_of_phrases(child)
            yield from _fields_of_phrases(unless)
        case p.Plus(child, more):
            yield from _fields_of_phrases(child)
            yield from _fields_of_phrases(more)
        case _:
            pass


def _clauses(plan: p.Plan) -> int:
    match plan:
        case p.Term() | p.Keyword() | p.Every() | p.Nothing() | p.Days():
            return 1
        case p.Phrase():
            return len(forms(plan)) * len(plan.terms)
        case p.Some() | p.Best() | p.All():
            return sum(map(_clauses, plan.children))
        case p.Without():
            return _clauses(plan.child) + _clauses(plan.unless)
        case p.Plus():
            return _clauses(plan.child) + _clauses(plan.more)


def _query(plan: p.Plan, short: bool) -> Query:
    match plan:
        case p.Term():
            return _term(plan)
        case p.Phrase():
            return _phrase(plan)
        case p.Keyword() | p.Days() | p.Every():
            return {"bool": {"filter": [_condition(plan)]}}
        case p.Nothing():
            return _NONE
        case p.Some():
            return _any([_query(c, short) for c in _children(plan, short)], _rest(plan, short))
        case p.Best():
            queries = [_query(c, short) for c in _children(plan, short)] + _rest(plan, short)
            return {"dis_max": {"queries": queries}} if queries else _NONE
        case p.All():
            return _all(plan, short)
        case p.Without():
            return {
                "bool": {
                    "must": [_query(plan.child, short)],
                    "must_not": [_query(plan.unless, short)],
                }
            }
        case p.Plus():
            return {
                "bool": {"must": [_query(plan.child, short)], "should": [_query(plan.more, short)]}
            }


def _term(term: p.Term) -> Query:
    if shown(term.term) == GAP:
        return _NONE
    return {"term": {field_name(term.field): {"value": term.term, "boost": term.weight}}}


def _phrase(phrase: p.Phrase) -> Query:
    if len(phrase.terms) == 1:
        return _term(p.Term(phrase.field, phrase.terms[0][1], phrase.weight))
    at = dict(phrase.terms)
    if any(shown(term) == GAP or at[offset] != term for offset, term in phrase.terms):
        return _NONE  # no passage holds the term, or one place two of them
    queries: list[Query] = [
        {"match_phrase": {field_name(phrase.field): {"query": _line(form), "boost": phrase.weight}}}
        for form in forms(phrase)
    ]
    return queries[0] if len(queries) == 1 else {"dis_max": {"queries": queries}}


def _line(form: Iterable[tuple[int, str]]) -> str:
    """The terms of a form with gaps between them, as the analyzer of terms reads them."""
    places = dict(form)
    return " ".join(places.get(position, GAP) for position in range(max(places) + 1))


def _any(queries: Sequence[Query], more: Sequence[Query]) -> Query:
    if not queries and not more:
        return _NONE
    return {"bool": {"should": [*queries, *more], "minimum_should_match": 1}}


def _all(plan: p.All, short: bool) -> Query:
    if not plan.children:
        return _NONE
    made: dict[str, list[Query]] = {"must": [], "filter": []}
    for child in plan.children:
        if isinstance(child, p.Keyword | p.Days | p.Every):
            made["filter"].append(_condition(child))
        else:
            made["must"].append(_query(child, short))
    return {"bool": {kind: queries for kind, queries in made.items() if queries}}


def _condition(plan: p.Keyword | p.Days | p.Every) -> Query:
    match plan:
        case p.Keyword():
            return {"terms": {field_name(plan.field): list(plan.values)}}
        case p.Days():
            return _days(plan)
        case p.Every():
            return {"match_all": {}}


def _days(days: p.Days) -> Query:
    if days.low is None and days.high is None:
        return {"exists": {"field": f"days.{SLOTS[0][0]}"}}
    either = []
    for start, end in SLOTS:
        slot: list[Query] = []
        if days.low is not None:
            slot.append({"range": {f"days.{start}": {"gte": days.low}}})
        if days.high is not None:
            slot.append({"range": {f"days.{end}": {"lte": days.high}}})
        either.append({"bool": {"filter": slot}})
    return {"bool": {"should": either, "minimum_should_match": 1}}


def _children(plan: p.Some | p.Best, short: bool) -> Sequence[p.Plan]:
    """The children that stand for themselves."""
    if not short or len(plan.children) <= _SHORT:
        return plan.children
    words = [child for child in plan.children if isinstance(child, p.Term)][:_SHORT]
    return [child for child in plan.children if not isinstance(child, p.Term)] + words


def _rest(plan: p.Some | p.Best, short: bool) -> list[Query]:
    """The words that count together, field by field."""
    if not short or len(plan.children) <= _SHORT:
        return []
    words = [child for child in plan.children if isinstance(child, p.Term)][_SHORT:]
    fields: dict[str, list[str]] = {}
    for word in words:
        fields.setdefault(word.field, []).append(word.term)
    weight = max((word.weight for word in words), default=1.0)
    return [
        {"constant_score": {"filter": {"terms": {field_name(field): terms}}, "boost": weight}}
        for field, terms in fields.items()
    ]
