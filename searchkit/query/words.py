"""A run of bare words -> plans: concepts, corrected spellings, compounds.

The words of a run are read together, so that ``Northern Territories`` is found in the thesaurus
although it is two words. What is found becomes a group that scores as its best member: the words
typed, the other forms of the concept at :data:`EQUAL`, its narrower forms at :data:`NARROWER`, the
forms of related concepts at :data:`RELATED` of the weight, each as if it had as many words as were
typed. Only forms whose words all occur in the collection are added.

In a question, what only asks for the telling is left out: ``said`` in ``what was said about fish``.

A word that occurs nowhere is read as the nearest word or name of the collection, where there is
one, and a diagnostic says so; a word that occurs is never replaced. A compound such as
``six-party`` is a phrase; where words rank, its longer parts count as well, at :data:`PARTS`. What
is written in one word here and in two there is found both ways, at :data:`EQUAL`: ``cease-fire``
and ``cease fire`` as ``ceasefire``, where the collection has that word, and ``ceasefire`` as
``cease fire``, where it has those two side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .. import analysis
from . import plan
from .nodes import Term
from .ranking import FORMS, WORD, emphasis, extras, is_common, is_only_form, neighbours
from .reading import Reading, Widened, joined, leaf

if TYPE_CHECKING:
    from ..thesaurus import Found, Synonym

__all__ = ["CONCEPT", "EQUAL", "EVERYDAY", "NARROWER", "PARTS", "RELATED", "Reach", "Words"]

EQUAL = 0.9
"""Weight of a concept's other forms, where the words typed have 1."""

NARROWER = 0.7
"""Weight of the forms of what is part of the concept."""

RELATED = 0.4
"""Weight of the forms of related concepts."""

EVERYDAY = 0.4
"""Weight of what WordNet gives for a word."""

PARTS = 0.5
"""Weight of the parts of a compound where they stand apart."""

CONCEPT = 2.5
"""Weight of a concept, where a word by itself has 1 and is ranked by its form and stub as well."""

_MOST_SYNONYMS = {"equal": 40, "narrower": 40, "related": 24}
_WEIGHTS = {"equal": EQUAL, "narrower": NARROWER, "related": RELATED}
_SHORTEST_PART = 3


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


class _Unit(NamedTuple):
    """Words that mean one thing, the concepts they are, and how else they are written."""

    words: Sequence[_Word]
    founds: Sequence[Found] = ()
    otherwise: Sequence[str] = ()


class Words:
    """Makes the plans of a query's bare words."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def plans(
        self, nodes: Sequence[Term], weight: float, reach: Reach, *, ranking: bool = False
    ) -> tuple[list[plan.Plan], list[plan.Plan]]:
        """A plan for every concept and every other word in a run of bare words.

        What stands there several times weighs as many times. Where the words are ``ranking``, the
        parts of compounds count by themselves too, and what ranks beyond that comes second.
        """
        words = [word for number, node in enumerate(nodes) for word in _tokens(node, number)]
        if ranking:
            words = _answerable(words)
        matches = self._find(words, reach)
        corrected = self._corrected(words, matches)
        if corrected != words:
            words = corrected
            matches = self._find(words, reach)
        units: dict[tuple[str, ...], int] = {}
        first: dict[tuple[str, ...], _Unit] = {}
        at = 0
        while at < len(words):
            founds = matches.get(at, [])
            end = founds[0].end if founds else _end_of_node(words, at)
            unit = words[at:end]
            if founds or any(not word.token.stop for word in unit):
                terms = tuple(word.token.term for word in unit)
                units[terms] = units.get(terms, 0) + 1
                if terms not in first:
                    otherwise = self._otherwise(words, at, end) if reach else ()
                    first[terms] = _Unit(unit, founds, otherwise)
            else:
                self._reading.stopped += [word.text for word in unit]
            at = end
        weights = [weight * times for times in units.values()]
        made: list[plan.Plan] = []
        more: list[plan.Plan] = []
        if ranking and self._reading.ranked:
            weights = self._weights(units, weight)
            more += neighbours([word.token for word in words], weight, self._common)
        for terms, share in zip(units, weights, strict=True):
            one = first[terms]
            gain = 1.0
            if ranking and self._reading.ranked:
                tokens = [word.token for word in one.words]
                having = self._reading.vocabulary.document_frequency
                forms = not one.founds
                if forms and len(tokens) == 1:
                    if self._common(tokens[0].term):
                        gain, forms = FORMS, False
                    elif is_only_form(tokens[0], having):
                        gain += WORD
                more += extras(tokens, share, _typed(one.words), having, forms=forms)
                share *= CONCEPT if one.founds else 1.0
            made.append(self._unit(one, share, reach, ranking, gain))
        return made, more

    def _common(self, term: str) -> bool:
        vocabulary = self._reading.vocabulary
        return is_common(vocabulary.document_frequency("text", term), len(vocabulary))

    def _otherwise(self, words: Sequence[_Word], at: int, end: int) -> list[str]:
        """How else a unit is written: in one word, by itself or with a neighbour, and in two."""
        apart = self._splits(words[at].token.word) if end - at == 1 else []
        return [*self._joins(words, at, end), *apart]

    def _joins(self, words: Sequence[_Word], at: int, end: int) -> list[str]:
        """The words of the collection that two neighbours make, of which one stands in the unit."""
        if end - at > 1:
            pairs = [words[at:end]] if end - at == 2 else []
        else:
            pairs = [words[i : i + 2] for i in (at - 1, at) if 0 <= i < len(words) - 1]
        joined = []
        for one, other in pairs:
            word = one.token.word + other.token.word
            stops = one.token.stop or other.token.stop
            if not stops and not word.isdecimal() and self._reading.has("word", word):
                joined.append(word)
        return joined

    def _splits(self, word: str) -> Sequence[str]:
        """The two words that the collection has side by side for one; the pair found oftenest."""
        known = self._reading.vocabulary.parted
        found = known.get(word)
        if found is None:
            found = known[word] = self._parted(word)
        return found

    def _parted(self, word: str) -> Sequence[str]:
        """The same, found out."""
        best: tuple[int, str] | None = None
        letters = word.isalpha()
        shortest = _SHORTEST_PART if letters else 1
        for at in range(shortest, len(word) - shortest + 1):
            first, second = word[:at], word[at:]
            if not letters and first[-1].isdecimal() == second[0].isdecimal():
                continue
            if (one := self._occurring(first)) and (other := self._occurring(second)):
                passages = self._reading.vocabulary.together([one, other])
                if passages and (best is None or passages > best[0]):
                    best = passages, f"{first}-{second}"
        return [best[1]] if best else []

    def _occurring(self, part: str) -> str | None:
        """The term of a part of a word, if it is one that occurs and is no stop word."""
        terms = analysis.terms(part)
        if len(terms) != 1 or terms[0] in analysis.stop_words():
            return None
        return terms[0] if self._reading.has("text", terms[0]) else None

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
            parts = self._splits(word.token.word)
            near = parts[0] if parts else self._reading.nearest(word.text)
            if near is None:
                offered = self._reading.offered(word.text)
                self._reading.note(f'"{word.text}" does not occur', word.span, offered)
            elif self._reading.exact:
                self._reading.note(f'"{word.text}" does not occur: "{near}" does', word.span, near)
            else:
                self._reading.note(f'"{word.text}" does not occur: read as "{near}"', word.span)
                self._reading.replace(word.span, near)
                tokens = analysis.tokens(near)
                for token in tokens:
                    # A name of several words is no compound: each gets a number of its own.
                    number = word.node if parts or len(tokens) == 1 else -1 - len(read)
                    text = near[token.start : token.end]
                    read.append(_Word(token, text, number, word.span))
                continue
            read.append(word)
        return read

    def _occurs(self, token: analysis.Token) -> bool:
        return self._reading.has("text", token.term) or self._reading.has("word", token.word)

    def _unit(
        self, unit: _Unit, weight: float, reach: Reach, ranking: bool, gain: float = 1.0
    ) -> plan.Plan:
        """The plan of words that mean one thing: those typed, and what else says it.

        Where the thesaurus knows nothing, those typed have ``gain`` times the weight.
        """
        typed = _typed(unit.words)
        tokens = [word.token for word in unit.words]
        content = [token for token in tokens if not token.stop] or tokens
        members: list[plan.Plan | None]
        if unit.founds:
            own = [plan.Term("text", token.term, weight, typed) for token in content]
            others = self._synonyms(unit.founds, typed, len(content), weight, reach)
            members = [joined(plan.Some, own), *others]
        else:
            members = [leaf("text", [token.term for token in tokens], weight * gain, typed)]
            if len(tokens) > 1 and ranking:
                members.append(self._apart(unit.words, weight, reach))
            if len(tokens) == 1 and reach == Reach.RELATED:
                members += self._everyday(unit.words[0].text, weight)
        for other in unit.otherwise:
            terms = analysis.terms(other)
            share = weight * EQUAL * len(content) / len(terms)
            members.append(leaf("text", terms, share, typed, other))
        return joined(plan.Best, [member for member in members if member]) or plan.Nothing()

    def _everyday(self, word: str, weight: float) -> Iterator[plan.Plan]:
        """Other words for one that the thesaurus does not know, as far as they occur."""
        found = []
        for other in self._reading.everyday(word) if self._reading.everyday else ():
            terms = analysis.terms(other)
            known = terms != analysis.terms(word) and all(
                term not in analysis.STOP_WORDS and self._reading.has("text", term)
                for term in terms
            )
            if terms and known:
                found.append(other)
                yield leaf("text", terms, weight * EVERYDAY / len(terms), word, other)
        if found:
            self._reading.widened.append(Widened(word, "WordNet", tuple(found)))

    def _apart(self, words: Sequence[_Word], weight: float, reach: Reach) -> plan.Plan | None:
        """The plan of a compound's longer parts, where they stand apart."""
        return joined(
            plan.Some,
            [
                self._part(word, weight * PARTS, reach)
                for word in words
                if not word.token.stop
                and word.token.word.isalpha()
                and len(word.token.word) >= _SHORTEST_PART
            ],
        )

    def _part(self, word: _Word, weight: float, reach: Reach) -> plan.Plan:
        """The plan of a compound's part, with its own synonyms."""
        founds = self._find([word], reach).get(0, [])
        return self._unit(_Unit([word], founds), weight, reach, ranking=False)

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


_ASKING = "what who whom when where why how which did do does has have had is are was were"
_TELLING = """
say says said tell tells told speak speaks spoke spoken talk talks talked discuss discusses
discussed mention mentions mentioned
"""
_QUESTIONS, _TOLD = frozenset(_ASKING.split()), frozenset(_TELLING.split())
_OF = frozenset({"about", "on", "regarding", "concerning", "that"})


def _answerable(words: list[_Word]) -> list[_Word]:
    """A question's words; a verb of telling that only asks for what was told is a stop word.

    ``said`` is one in ``what was said about fish`` and ``who said that fish``.
    """
    if not words or words[0].token.word not in _QUESTIONS:
        return words
    read = list(words)
    for at, word in enumerate(words[:-1]):
        asked = words[at + 1].token.word in _OF or words[max(at - 1, 0)].token.word == "who"
        if asked and word.token.word in _TOLD:
            read[at] = word._replace(token=word.token._replace(stop=True))
    return read if any(not word.token.stop for word in read) else words


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
    return sum(term not in analysis.stop_words() for term in terms) or 1


def _widest(synonym: Synonym) -> tuple[float, int]:
    return -_WEIGHTS[synonym.kind], len(synonym.terms)
