"""The plan: what an engine executes. Analysed terms only, no user syntax, no synonyms to look up.

Every node selects passages and gives each a score:

=========== ============================ ==========================================
node        selects                      score
=========== ============================ ==========================================
Term        passages with the term       BM25 in its field, times ``weight``
Phrase      passages with the terms at   BM25 with the sum of the terms' idf and the
            their offsets (within slop)  frequency of the phrase, times ``weight``
Keyword     passages with any of the     0
            whole values in a tag field
Days        passages with a date that    0
            lies wholly in the range
Every       all                          0
Nothing     none                         0
Some        any child                    sum over the children that match
Best        any child                    the highest of the children that match
All         every child                  sum over the children
Without     ``child`` and not ``unless`` that of ``child``
Plus        ``child``                    that of ``child``, and that of ``more`` where
                                         it matches
=========== ============================ ==========================================

BM25 is Lucene's and tantivy's: ``idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average))``
with ``idf = ln(1 + (N - n + 0.5) / (n + 0.5))``, k1 = 1.2, b = 0.75, and the length of a field
kept in one byte (:data:`searchkit.engines.base.LENGTHS`), as both of them do.

``typed`` and ``via`` carry where a term comes from, and ``bonus`` that the children score elsewhere
as well and gain here for standing together, for explanations; engines ignore them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = [
    "All",
    "Best",
    "Days",
    "Every",
    "Keyword",
    "Nothing",
    "Phrase",
    "Plan",
    "Plus",
    "Some",
    "Term",
    "Without",
]


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a text field (``text``, ``word``, ``title``, ``heading`` ...)."""

    field: str
    term: str
    weight: float = 1.0
    typed: str = ""
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms at given offsets from the phrase's first position: ``((0, "peac"), (1, "treati"))``.

    With ``slop`` n, up to n further positions in all may stand between the terms, in order.
    """

    field: str
    terms: tuple[tuple[int, str], ...]
    slop: int = 0
    weight: float = 1.0
    typed: str = ""
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """Any of the whole values (keys, see :func:`searchkit.analysis.key`) of a tag field."""

    field: str
    values: tuple[str, ...]
    typed: str = ""
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """Passages dated wholly from ``low`` to ``high``, both included, ``yyyymmdd``; None is open."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Every:
    """All passages."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No passage."""


@dataclass(frozen=True, slots=True)
class Some:
    """Any of the children; scores add up."""

    children: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Best:
    """Any of the children; the best score counts. A word and its synonyms are such a group."""

    children: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class All:
    """All of the children; scores add up."""

    children: tuple[Plan, ...]
    bonus: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Without:
    """``child``, but nothing that ``unless`` selects."""

    child: Plan
    unless: Plan


@dataclass(frozen=True, slots=True)
class Plus:
    """``child``; what ``more`` selects among it scores higher by what it scores there."""

    child: Plan
    more: Plan


Plan = Term | Phrase | Keyword | Days | Every | Nothing | Some | Best | All | Without | Plus
