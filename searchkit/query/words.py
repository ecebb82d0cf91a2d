"""A run of bare words -> plans: concepts, corrected spellings, compounds.

The words of a run are read together, so that ``Northern Territories`` is found in the thesaurus
although it is two words. What is found becomes a group that scores as its best member: the words
typed, the other forms of the concept at :data:`EQUAL`, its narrower forms at :data:`NARROWER`, the
forms of related concepts at :data:`RELATED` of the weight, each as if it had as many words as were
typed. Only forms whose words all occur in the collection are added.

A word that occurs nowhere is read as the nearest word or name of the collection, where there is
one, and a diagnostic says so; a word that occurs is never replaced. A compound such as
``six-party`` is a phrase; where words rank, its longer parts count as well, at :data:`PARTS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .. import analysis
from . import plan
from .nodes import Term
from .ranking import emphasis, extras, neighbours
from .reading import Reading, Widened, joined, leaf

if TYPE_CHECKING:
    from ..thesaurus import Found, Synonym

__all__ = ["CONCEPT", "EQUAL", "NARROWER", "PARTS", "RELATED", "Reach", "Words"]

EQUAL = 0.9
"""Weight of a concept's other forms, where the words typed have 1."""

NARROWER = 0.7
"""Weight of the forms of what is part of the concept."""

RELATED = 0.4
"""Weight of the forms of related concepts."""

PARTS = 0.5
"""Weight of the parts of a compound where they stand apart."""

CONCEPT = 2.5
"""Weight of a concept, where a word by itself has 1 and is ranked by its form and stub as well."""

_MOST_SYNONYMS = {"equal": 40, "narrower": 40, "related": 24}
_WEIGHTS = {"equal": EQUAL, "narrower": NARROWER, "related": RELATED}
_SHORTEST_PART = 3

# A text with more strange words than this is not misspelt, and looking words up takes time.
_MOST_LOOKED_UP = 20


class Reach(IntEnum):
    """How far a word may be widened."""

    ITSELF = 0
    CONCEPT = 1
    RELATED = 2


class _Word(NamedTuple):
    """A token of a bare word: ``node`` tells which, ``text`` is how it reads."""

    token: analysis.Token
    text: str
    node: int
    span: tuple[int, int]


class Words:
    """Makes the plans of a query's bare words."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._near: dict[str, str | None] = {}

    def plans(
        self, nodes: Sequence[Term], weight: float, reach: Reach, *, ranking: bool = False
    ) -> tuple[list[plan.Plan], list[plan.Plan]]:
        """A plan for every concept and every other word in a run of bare words.

        What stands there several times weighs as many times. Where the words are ``ranking``, the
        parts of compounds count by themselves too, and what ranks beyond that comes second.
        """
        words = [word for number, node in enumerate(nodes) for word in _tokens(node, number)]
        matches = self._find(words, reach)
        corrected = self._corrected(words, matches)
        if corrected != words:
            words = corrected
            matches = self._find(words, reach)
        units: Counter[tuple[str, ...]] = Counter()
        first: dict[tuple[str, ...], tuple[list[_Word], list[Found]]] = {}
        at = 0
        while at < len(words):
            founds = matches.get(at, [])
            end = founds[0].end if founds else _end_of_node(words, at)
            unit = words[at:end]
            at = end
            if founds or any(not word.token.stop for word in unit):
                terms = tuple(word.token.term for word in unit)
                units[terms] += 1
                first.setdefault(terms, (unit, founds))
            else:
                self._reading.stopped += [word.text for word in unit]
        weights = [weight * times for times in units.values()]
        made: list[plan.Plan] = []
        more: list[plan.Plan] = []
        if ranking and self._reading.ranked:
            weights = self._weights(units, weight)
            more += neighbours([word.token for word in words], weight)
        for terms, share in zip(units, weights, strict=True):
            unit, founds = first[terms]
            if ranking and self._reading.ranked:
                more += extras(
                    [word.token for word in unit], share, _typed(unit), known=bool(founds)
                )
                share *= CONCEPT if founds else 1.0
            made.append(self._unit(unit, founds, share, reach, ranking))
        return made, more

    def _weights(self, units: Mapping[tuple[str, ...], int], weight: float) -> list[float]:
        """How much each unit weighs by its rarest word; the most emphatic one, once, ``weight``."""
        vocabulary = self._reading.vocabulary
        passages = len(vocabulary)
        having = [
            min(vocabulary.document_frequency("text", term) for term in terms) for terms in units
        ]
        shares = [emphasis(*pair, passages) for pair in zip(having, units.values(), strict=True)]
        most = max((emphasis(n, 1, passages) for n in having if n), default=1.0)
        return [weight * share / most for share in shares]

    def _find(self, words: Sequence[_Word], reach: Reach) -> dict[int, list[Found]]:
        """The concepts in ``words`` by where they begin; none that takes a compound apart."""
        matches: dict[int, list[Found]] = {}
        if self._reading.thesaurus is None or reach == Reach.ITSELF:
            return matches
        for found in self._reading.thesaurus.find([word.token.term for word in words]):
            begins = found.start == 0 or words[found.start - 1].node != words[found.start].node
            if begins and _end_of_node(words, found.end - 1) == found.end:
                matches.setdefault(found.start, []).append(found)
        return matches

    def _corrected(self, words: Sequence[_Word], matches: Mapping[int, list[Found]]) -> list[_Word]:
        """``words`` with those that occur nowhere read as the nearest that does."""
        known = {i for founds in matches.values() for i in range(founds[0].start, founds[0].end)}
        read: list[_Word] = []
        for i, word in enumerate(words):
            if i in known or word.token.stop or self._occurs(word.token):
                read.append(word)
                continue
            near = self._nearest(word.text)
            if near is None:
                self._reading.note(f'"{word.text}" does not occur', word.span)
            elif self._reading.exact:
                self._reading.note(f'"{word.text}" does not occur: "{near}" does', word.span, near)
            else:
                self._reading.note(f'"{word.text}" does not occur: read as "{near}"', word.span)
                self._reading.replace(word.span, near)
                tokens = analysis.tokens(near)
                for token in tokens:
                    # Several words read for one are no compound: each gets a number of its own.
                    number = word.node if len(tokens) == 1 else -1 - len(read)
                    text = near[token.start : token.end]
                    read.append(_Word(token, text, number, word.span))
                continue
            read.append(word)
        return read

    def _nearest(self, text: str) -> str | None:
        """The nearest word or name, with a capital where the word has one."""
        if text not in self._near:
            if len(self._near) >= _MOST_LOOKED_UP:
                return None
            near = self._reading.vocabulary.nearest(text)
            capital = near is not None and text[0].isupper() and near.islower()
            self._near[text] = near.capitalize() if near and capital else near
        return self._near[text]

    def _occurs(self, token: analysis.Token) -> bool:
        return self._reading.has("text", token.term) or self._reading.has("word", token.word)

    def _unit(
        self,
        words: Sequence[_Word],
        founds: Sequence[Found],
        weight: float,
        reach: Reach,
        ranking: bool,
    ) -> plan.Plan:
        """The plan of words that mean one thing: those typed, and what else says it."""
        typed = _typed(words)
        tokens = [word.token for word in words]
        content = [token for token in tokens if not token.stop] or tokens
        if founds:
            own = [plan.Term("text", token.term, weight, typed) for token in content]
            others = self._synonyms(founds, typed, len(content), weight, reach)
            members = [joined(plan.Some, own), *others]
            return joined(plan.Best, [member for member in members if member]) or plan.Nothing()
        if len(tokens) == 1:
            return plan.Term("text", tokens[0].term, weight, typed)
        whole = leaf("text", [token.term for token in tokens], weight, typed)
        parts = [
            part
            for word in words
            if ranking
            and not word.token.stop
            and word.token.word.isalpha()
            and len(word.token.word) >= _SHORTEST_PART
            for part in self._part(word, weight * PARTS, reach)
        ]
        together = joined(plan.Some, parts)
        return whole if together is None else plan.Best((whole, together))

    def _part(self, word: _Word, weight: float, reach: Reach) -> list[plan.Plan]:
        """The plan of a compound's part, with its own synonyms."""
        founds = self._find([word], reach).get(0, [])
        return [self._unit([word], founds, weight, reach, ranking=False)]

    def _synonyms(
        self, founds: Sequence[Found], typed: str, length: int, weight: float, reach: Reach
    ) -> Iterator[plan.Plan]:
        """What else says what was found in ``length`` words, as far as it occurs at all."""
        assert self._reading.thesaurus is not None
        kept: dict[str, Synonym] = {}
        for found in founds:
            added: dict[str, list[str]] = {"equal": [], "narrower": [], "related": []}
            for synonym in sorted(self._reading.thesaurus.synonyms(found), key=_widest):
                texts = added[synonym.kind]
                form = f" {' '.join(synonym.terms)} "
                if (
                    (synonym.kind != "related" or reach == Reach.RELATED)
                    and len(texts) < _MOST_SYNONYMS[synonym.kind]
                    # What holds another form is found by that one.
                    and not any(other in form for other in kept)
                    and all(self._reading.has("text", term) for term in synonym.terms)
                ):
                    kept[form] = synonym
                    texts.append(synonym.text)
            names = (added["equal"], added["narrower"], added["related"])
            if any(names):
                label = found.concept.label
                self._reading.widened.append(Widened(typed, label, *map(tuple, names)))
        for synonym in kept.values():
            # Each word of a phrase adds to its score: a form counts as if it were as long as what
            # was typed, or a related concept of many words would outweigh it.
            share = weight * _WEIGHTS[synonym.kind] * length / _length(synonym.terms)
            yield leaf("text", synonym.terms, share, typed, synonym.text)


def _tokens(node: Term, number: int) -> Iterator[_Word]:
    start, end = node.span
    # Where signs were escaped, the places in the text are not those in the query.
    as_typed = end - start == len(node.text)
    for token in analysis.tokens(node.text):
        span = (start + token.start, start + token.end) if as_typed else node.span
        yield _Word(token, node.text[token.start : token.end], number, span)


def _end_of_node(words: Sequence[_Word], at: int) -> int:
    end = at + 1
    while end < len(words) and words[end].node == words[at].node:
        end += 1
    return end


def _typed(words: Sequence[_Word]) -> str:
    """The words as they read: those of one compound joined, others with a space between."""
    text = words[0].text
    for before, word in pairwise(words):
        text += ("-" if word.node == before.node else " ") + word.text
    return text


def _length(terms: Sequence[str]) -> int:
    """How many words count, at least one: stop words hardly do."""
    return sum(term not in analysis.STOP_WORDS for term in terms) or 1


def _widest(synonym: Synonym) -> tuple[float, int]:
    return -_WEIGHTS[synonym.kind], len(synonym.terms)
