"""What is asked for beside the words of a query: conditions, and how to answer.

*Filters* say which passages may be found, *options* how they are found, ordered and shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from math import isfinite
from typing import Literal

from . import dates
from .engines.base import Order
from .errors import QueryError
from .query.nodes import Node, Phrase, Range
from .query.parser import check_length

__all__ = ["WEIGHTED", "Filters", "Options", "Ranking"]

Ranking = Literal["feedback", "words", "bm25"]
"""How passages are ordered by relevance, see docs/ranking.md."""

WEIGHTED = ("text", "title", "heading")
"""The fields that can be given a weight."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions beside the query, each as if it stood in it with its field's name."""

    speaker: str | None = None
    topic: str | None = None
    person: str | None = None
    country: str | None = None
    doc: str | None = None
    since: str | None = None
    until: str | None = None

    def nodes(self) -> Iterator[Node]:
        """The conditions as query trees.

        Raises:
            QueryError: a date that does not exist.
        """
        for name in ("speaker", "topic", "person", "country", "doc"):
            value = getattr(self, name)
            if value is not None:
                check_length(value)
                yield Phrase(text=value, slop=0, field=name, span=(0, 0))
        if self.since is not None or self.until is not None:
            low, high = _day(self.since, 0), _day(self.until, 1)
            if low is not None and high is not None and low > high:
                raise QueryError(f"{self.since} is later than {self.until}: turn the dates round")
            yield Range(field="date", low=low, high=high, span=(0, 0))

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) is not None for one in fields(self))


@dataclass(frozen=True, slots=True)
class Options:
    """How a query is read, and its answer ordered and cut; see :meth:`searchkit.Index.search`."""

    limit: int = 10
    offset: int = 0
    sort: Order = "relevance"
    ranking: Ranking = "feedback"
    synonyms: bool = True
    wordnet: bool = False
    exact: bool = False
    unfinished: bool = False
    syntax: Literal["lucene", "plain"] = "lucene"
    facets: bool = False
    group: Literal["document"] | None = None
    fresh: float | None = None
    weights: Mapping[str, float] = field(default_factory=dict)

    def check(self) -> None:
        """Refuse what has no sensible reading.

        Raises:
            QueryError: with what can be asked for instead.
        """
        if self.limit < 1 or self.offset < 0:
            wrong = f"limit is {self.limit}" if self.limit < 1 else f"offset is {self.offset}"
            raise QueryError(f"{wrong}: ask for at least 1 passage, from 0 on")
        for name, value, known in (
            ("sort", self.sort, ("relevance", "newest", "oldest")),
            ("ranking", self.ranking, ("feedback", "words", "bm25")),
            ("syntax", self.syntax, ("lucene", "plain")),
            ("group", self.group or "document", ("document",)),
        ):
            if value not in known:
                raise QueryError(f"{name} is {value!r}: it can be {', '.join(known)}")
        if self.fresh is not None and not (isfinite(self.fresh) and self.fresh > 0):
            raise QueryError(f"fresh is {self.fresh:g}: give a number of days above 0")
        for name, weight in self.weights.items():
            if name not in WEIGHTED:
                raise QueryError(f"{name!r} has no weight: give one to {', '.join(WEIGHTED)}")
            if not (isfinite(weight) and 0 <= weight <= 1000):
                raise QueryError(f"the weight of {name} is {weight:g}: give 0 to 1000")
        if self.weights and self.ranking == "bm25":
            raise QueryError("bm25 knows no fields: leave the weights out, or rank by words")


def _day(date: str | None, end: Literal[0, 1]) -> int | None:
    if date is None:
        return None
    try:
        days = dates.bounds(date)
    except ValueError as error:
        raise QueryError(str(error)) from None
    if days is None:
        raise QueryError(f"{date!r} has no year: write 2002, 2002-06 or 2002-06-13")
    return days[end]
