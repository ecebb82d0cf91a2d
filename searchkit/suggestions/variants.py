"""Variants: two spellings of a word, ``organisation`` and ``organization``, ``Kiev`` and ``Kyiv``.

Two words are variants by rule where British and American habits tell them apart. Words that sound
the same, and names that differ by a vowel or two, are proposed where they keep the same company as
well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from .. import analysis
from ..query.spelling import cost, sound
from ..results import Suggestion
from ..thesaurus import Thesaurus
from .company import Company, known_together
from .reading import LEAST, Corpus

__all__ = ["variants"]

_HABITS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"is(?=ation|ing|ed|es?$)", "iz"),
        (r"ys(?=ing|ed|es?$)", "yz"),
        (r"our(?=s?$|ed|ing|able|ite|ful)", "or"),
        (r"ogue(?=s?$)", "og"),
        (r"(?<=[bt])re(?=s?$)", "er"),
        (r"(?<=en)ce(?=s?$)", "se"),
        (r"gramme(?=s?$)", "gram"),
        (r"ae|oe", "e"),
    )
)
"""How a British spelling becomes an American one, in order."""

_SHORTEST = 4
_FARTHEST = 1.6
_ALIKE = 0.1
"""The least likeness of the companies of two names that are spelt differently."""


def variants(corpus: Corpus, thesaurus: Thesaurus) -> Iterator[Suggestion]:
    """Pairs of spellings, the more frequent one first, that have not the same stem already.

    The score is 1 for spellings that differ by rule, else the likeness of the words' companies.
    """
    words = [word for word in corpus.words if len(word) >= _SHORTEST and word.isalpha()]
    pairs = dict.fromkeys(_alike(words, _american), 1.0)
    near = {*_alike(words, sound), *_names(corpus, words)} - pairs.keys()
    companies = Company(corpus, {word for pair in near for word in pair}, placed=False)
    for pair in near:
        likeness = companies.likeness(*pair)
        if likeness >= _ALIKE:
            pairs[pair] = likeness
    for pair, score in pairs.items():
        terms = {tuple(analysis.terms(word)) for word in pair}
        places = sorted((corpus.words[word] for word in pair), key=lambda place: -place.passages)
        few = sum(place.passages for place in places) < LEAST
        if len(terms) < 2 or few or known_together(thesaurus, *pair):
            continue
        yield Suggestion(
            "variant",
            (places[0].form, places[1].form),
            places[1].passages,
            round(score, 3),
            *corpus.example(places[1].form, places[1].first),
        )


def _american(word: str) -> str:
    for british, american in _HABITS:
        word = british.sub(american, word)
    return word


def _alike(words: list[str], key: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Pairs of words with the same key; what many have in common tells nothing."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[key(word)].append(word)
    for group in groups.values():
        if len(group) < 5:
            yield from combinations(sorted(group), 2)


def _names(corpus: Corpus, words: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words in capitals that differ by little but vowels."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    by_start: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if corpus.words[word].form[0].isupper() and not corpus.words[word].form.isupper():
            by_start[sound(word)[:1]].append(word)
    for group in by_start.values():
        group.sort()
        for at, word in enumerate(group):
            close = extract(word, group[at + 1 :], scorer=OSA.distance, score_cutoff=2, limit=None)
            for other, _, _ in close:
                derived = other.startswith(word) or word.startswith(other)
                if not derived and cost(word, other) <= min(_FARTHEST, len(word) / 3):
                    yield word, other
