"""An engine that can be read at a glance: it looks at every passage for every question.

It shares nothing with the engines but the table of lengths, so that what they agree on with it is
the contract and not a common mistake. It goes by :mod:`searchkit.query.plan`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from searchkit.engines.base import (
    FACET_FIELDS,
    KEYWORD_FIELDS,
    LENGTHS,
    MAX_FORMS,
    EngineDocument,
    Found,
    Order,
)
from searchkit.engines.lexicon import Lexicon
from searchkit.query.plan import (
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


class Oracle:
    """See :class:`searchkit.engines.base.Engine`."""

    name = "oracle"

    def __init__(self, *, by_field: bool = False) -> None:
        """``by_field``: statistics count the passages that have the field, as Lucene's do."""
        self.by_field = by_field
        self.documents: dict[int, EngineDocument] = {}
        self.generation = 0

    def __len__(self) -> int:
        return len(self.documents)

    def apply(
        self, *, generation: int, removed: Iterable[int], added: Iterable[EngineDocument]
    ) -> None:
        for key in removed:
            self.documents.pop(key, None)
        for document in added:
            self.documents[document.key] = document
        self.generation = generation

    def refresh(self) -> None:
        pass

    def lexicon(self) -> Lexicon:
        return Lexicon(self.terms("word"))

    def close(self) -> None:
        pass

    def search(
        self, plan: Plan, *, limit: int | None, order: Order = "relevance", count: bool = True
    ) -> Found:
        hits = [
            (document.key, score)
            for document in self.documents.values()
            if (score := self.score(plan, document)) is not None
        ]
        hits.sort(key=lambda hit: (self.day(hit[0], order), -hit[1], hit[0]))
        return Found(hits[:limit], len(hits) if count else None)

    def facets(self, plan: Plan) -> dict[str, Counter[str]]:
        held = [self.documents[key] for key in self.keys(plan)]
        counts = {
            field: Counter(value for one in held for value in set(one.facets.get(field, ())))
            for field in FACET_FIELDS
        }
        counts["year"] = Counter(f"{one.year:04}" for one in held if one.year is not None)
        return counts

    def keys(self, plan: Plan) -> list[int]:
        return [key for key, _ in self.search(plan, limit=None).hits]

    def scores(self, plans: Sequence[Plan], key: int) -> list[float | None]:
        return [self.score(plan, self.documents[key]) for plan in plans]

    def day(self, key: int, order: Order) -> float:
        dates = self.documents[key].dates
        if order == "relevance":
            return 0
        if not dates:
            return math.inf
        return -dates[0][0] if order == "newest" else dates[0][0]

    def score(self, plan: Plan, document: EngineDocument) -> float | None:
        """The score of the passage, None if the plan does not select it."""
        if isinstance(plan, Term):
            return self.bm25(plan.field, [plan.term], [(0,)], document, plan.weight)
        if isinstance(plan, Phrase):
            terms = sorted(plan.terms)
            offsets = [offset - terms[0][0] for offset, _ in terms]
            forms = list(spread(offsets, kept_slop(len(terms), plan.slop)))
            words = [term for _, term in terms]
            return self.bm25(plan.field, words, forms, document, plan.weight)
        if isinstance(plan, Keyword):
            held = document.keywords.get(plan.field, ())
            return 0.0 if any(value in held for value in plan.values) else None
        if isinstance(plan, Days):
            for first, last in document.dates[:2]:
                if (plan.low is None or first >= plan.low) and (
                    plan.high is None or last <= plan.high
                ):
                    return 0.0
            return None
        if isinstance(plan, Every):
            return 0.0
        if isinstance(plan, Nothing):
            return None
        if isinstance(plan, Without):
            unless = self.score(plan.unless, document)
            return self.score(plan.child, document) if unless is None else None
        if isinstance(plan, Plus):
            score = self.score(plan.child, document)
            return None if score is None else score + (self.score(plan.more, document) or 0.0)
        scores = [self.score(child, document) for child in plan.children]
        held_scores = [score for score in scores if score is not None]
        if not held_scores or (isinstance(plan, All) and len(held_scores) < len(scores)):
            return None
        assert isinstance(plan, All | Some | Best)
        return max(held_scores) if isinstance(plan, Best) else sum(held_scores)

    def bm25(
        self,
        field: str,
        words: list[str],
        forms: list[tuple[int, ...]],
        document: EngineDocument,
        weight: float,
    ) -> float | None:
        line = laid_out(document, field)
        frequency = max(
            sum(
                all(line.get(start + offset) == w for offset, w in zip(form, words, strict=True))
                for start in line
            )
            for form in forms
        )
        if not frequency:
            return None
        lengths = [len(laid_out(d, field)) for d in self.documents.values()]
        if self.by_field:
            lengths = [length for length in lengths if length]
        total = len(lengths)
        idf = 0.0
        for word in words:
            having = self.document_frequency(field, word)
            idf += math.log(1 + (total - having + 0.5) / (having + 0.5))
        average = sum(lengths) / total
        length = max(known for known in LENGTHS if known <= len(line))
        share = 1 - 0.75 + 0.75 * length / average
        return weight * idf * frequency * 2.2 / (frequency + 1.2 * share)

    def document_frequency(self, field: str, term: str) -> int:
        return dict(self.terms(field)).get(term, 0)

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        counts: dict[str, int] = {}
        for document in self.documents.values():
            held = (
                document.keywords.get(field, ())
                if field in KEYWORD_FIELDS
                else laid_out(document, field).values()
            )
            for term in set(held):
                counts[term] = counts.get(term, 0) + 1
        return sorted((term, count) for term, count in counts.items() if term.startswith(prefix))


def laid_out(document: EngineDocument, field: str) -> dict[int, str]:
    """The terms of a field by their positions; one position stays free after each value."""
    line: dict[int, str] = {}
    position = 0
    for value in document.text.get(field, ()):
        for term in value.split():
            line[position] = term
            position += 1
        position += 1
    return line


def spread(offsets: list[int], slop: int) -> Iterator[tuple[int, ...]]:
    """The offsets with up to ``slop`` further positions between them, in every way."""
    for gaps in product(range(slop + 1), repeat=len(offsets) - 1):
        if sum(gaps) <= slop:
            yield tuple(offset + sum(gaps[:i]) for i, offset in enumerate(offsets))


def kept_slop(terms: int, slop: int) -> int:
    if terms == 1:
        return 0
    while math.comb(slop + terms - 1, slop) > MAX_FORMS:
        slop -= 1
    return slop
