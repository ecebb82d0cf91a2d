"""Collocations: words that stand side by side in a collection more often than chance has it.

They are proposed for a thesaurus of the user's own: what an archive keeps talking about under two
words is likely to be a concept. How surprising a pair is, is measured by Dunning's log-likelihood
ratio ("Accurate Methods for the Statistics of Surprise and Coincidence", 1993), in NLTK's hands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from . import analysis
from .results import Collocation
from .storage import Catalog
from .thesaurus import Thesaurus

__all__ = ["LEAST", "collocations"]

LEAST = 3
"""In how many passages a pair must stand."""

_SURPRISING = 10.83
"""The ratio that chance reaches once in a thousand pairs (chi square, one degree of freedom)."""


def collocations(catalog: Catalog, thesaurus: Thesaurus, *, limit: int) -> list[Collocation]:
    """Pairs of words that go together and that the thesaurus does not know, most telling first.

    Pairs with a stop word, a number or a word of a person's name are left out, and those that stand
    in the forms with title in which people are named.
    """
    from nltk.collocations import BigramCollocationFinder
    from nltk.metrics import BigramAssocMeasures

    forms: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    places: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    names: set[str] = set()
    titles = {
        pair
        for row in catalog.people()
        for form in row.person.variants
        for pair in pairwise(analysis.terms(form))
    }
    lines: list[list[str]] = []
    for passage in catalog.all_passages():
        names.update(term for name in passage.people for term in analysis.terms(name))
        tokens = analysis.tokens(passage.text)
        lines.append([token.term for token in tokens])
        for one, two in pairwise(tokens):
            between = passage.text[one.end : two.start]
            if one.stop or two.stop or between.strip(" -\n"):
                continue
            pair = one.term, two.term
            forms[pair][" ".join(passage.text[one.start : two.end].split())] += 1
            places[pair][passage.id] = None
    finder = BigramCollocationFinder.from_documents(lines)
    found = []
    for (one, two), ratio in finder.score_ngrams(BigramAssocMeasures.likelihood_ratio):
        pair = one, two
        told = len(places.get(pair, ()))
        if told < LEAST or ratio < _SURPRISING or {one, two} & names or pair in titles:
            continue
        if not (one.isalpha() and two.isalpha()) or thesaurus.mentions(pair):
            continue
        text = min(forms[pair], key=lambda form: (-forms[pair][form], form))
        found.append(Collocation(text, told, round(ratio, 1), next(iter(places[pair]))))
    found.sort(key=lambda one: (-one.score, one.text))
    return found[:limit]
