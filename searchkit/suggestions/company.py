"""The company that words keep: those used alike stand among the same neighbours.

A word's *company* is the words near it, weighed by how much oftener they stand there than chance
has it (positive pointwise mutual information, with rare neighbours held down as in Levy, Goldberg
and Dagan, "Improving Distributional Similarity with Lessons Learned from Word Embeddings", 2015).
Two words are *alike* by the cosine of their companies.

What can stand for each other has the same neighbours at the same places, small words among them:
``to the _ of``. What is only about the same thing has them somewhere near.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest, nsmallest
from math import log, sqrt

from .. import analysis
from ..results import Suggestion
from ..thesaurus import Thesaurus
from .reading import Corpus

__all__ = ["ALIKE", "Company", "company", "known_together"]

ALIKE = 0.15
"""The least likeness of words that are proposed."""

_OFTEN = 8
"""In how many passages a word must stand, so that its company tells something."""

_MOST_WORDS = 1500
_MOST_NEIGHBOURS = 200
_MOST_SHARED = 300  # Words that have one neighbour; what stands near more of them tells little.
_NEAREST = 3
_SMOOTHED = 0.75

Neighbour = tuple[int, str]
"""How far it stands to the right, or 0 for anywhere near, and its stem."""


class Company:
    """The companies of some words of a corpus, each at length 1.

    Args:
        placed: neighbours count by their places, two on each side, small words among them; else
            four on each side wherever they stand, without small words.
    """

    def __init__(self, corpus: Corpus, words: Iterable[str], *, placed: bool) -> None:
        wanted = set(words)
        counts: defaultdict[str, Counter[Neighbour]] = defaultdict(Counter)
        every: Counter[str] = Counter()
        for line in corpus.lines:
            tokens = [token for token in line if placed or not token.stop]
            every.update(token.term for token in tokens)
            for at, token in enumerate(tokens):
                if token.word in wanted:
                    counts[token.word].update(_around(tokens, at, placed))
        whole = sum(n**_SMOOTHED for n in every.values()) or 1.0
        chances = {term: n**_SMOOTHED / whole for term, n in every.items()}
        self.vectors = {word: _weighed(near, chances) for word, near in counts.items()}

    def likeness(self, one: str, other: str) -> float:
        """The cosine of two words' companies, 0 where one has none."""
        first, second = self.vectors.get(one, {}), self.vectors.get(other, {})
        return sum(weight * second.get(term, 0.0) for term, weight in first.items())

    def nearest(self) -> Iterator[tuple[str, list[tuple[float, str]]]]:
        """Each word with those most like it, best first."""
        having: defaultdict[Neighbour, list[tuple[str, float]]] = defaultdict(list)
        for word, vector in self.vectors.items():
            for one, weight in vector.items():
                having[one].append((word, weight))
        for word, vector in self.vectors.items():
            alike: defaultdict[str, float] = defaultdict(float)
            for one, weight in vector.items():
                if len(having[one]) < _MOST_SHARED:
                    for other, own in having[one]:
                        alike[other] += weight * own
            alike.pop(word, None)
            found = nsmallest(_NEAREST, ((-score, other) for other, score in alike.items()))
            yield word, [(-score, other) for score, other in found]


def _around(tokens: Sequence[analysis.Token], at: int, placed: bool) -> Iterator[Neighbour]:
    reach = 2 if placed else 4
    for place in range(max(0, at - reach), min(len(tokens), at + reach + 1)):
        if place != at:
            yield (place - at if placed else 0), tokens[place].term


def _weighed(near: Mapping[Neighbour, int], chances: Mapping[str, float]) -> dict[Neighbour, float]:
    total = sum(near.values())
    found = ((log(n / total / chances[one[1]]), one) for one, n in near.items())
    best = nlargest(_MOST_NEIGHBOURS, (pair for pair in found if pair[0] > 0))
    length = sqrt(sum(weight * weight for weight, _ in best)) or 1.0
    return {one: weight / length for weight, one in best}


def company(corpus: Corpus, thesaurus: Thesaurus) -> Iterator[Suggestion]:
    """Words that are used alike, each among the nearest of the other.

    Left out are names, two forms of one stem and what one concept has already.
    """
    often = sorted(
        (-place.passages, word)
        for word, place in corpus.words.items()
        if place.passages >= _OFTEN and word.isalpha() and len(word) > 2
    )
    terms = {word: analysis.terms(word)[0] for _, word in often}
    chosen: dict[str, str] = {}
    for _, word in often:
        proper = corpus.words[word].form[0].isupper() and not corpus.words[word].form.isupper()
        if not proper and terms[word] not in corpus.names:
            chosen.setdefault(terms[word], word)
    words = list(chosen.values())[:_MOST_WORDS]
    near = dict(Company(corpus, words, placed=True).nearest())
    for word, alike in near.items():
        for score, other in alike:
            mutual = any(back == word for _, back in near[other])
            if word > other or not mutual or score < ALIKE:
                continue
            if not known_together(thesaurus, word, other):
                places = corpus.words[word], corpus.words[other]
                yield Suggestion(
                    "company",
                    (places[0].form, places[1].form),
                    min(place.passages for place in places),
                    round(score, 3),
                    *corpus.example(places[0].form, places[0].first),
                )


def known_together(thesaurus: Thesaurus, one: str, other: str) -> bool:
    """Whether one concept has both words."""
    labels = [
        {found.concept.label for found in thesaurus.find(analysis.terms(word))}
        for word in (one, other)
    ]
    return bool(labels[0] & labels[1])
