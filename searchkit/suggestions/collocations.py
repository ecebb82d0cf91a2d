"""Collocations: words that stand side by side in a collection more often than chance has it.

What an archive keeps talking about under two words is likely to be a concept. How surprising a pair
is, is measured by Dunning's log-likelihood ratio ("Accurate Methods for the Statistics of Surprise
and Coincidence", 1993), in NLTK's hands.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..results import Suggestion
from ..thesaurus import Thesaurus
from .reading import LEAST, Corpus

__all__ = ["collocations"]

_SURPRISING = 10.83
"""The ratio that chance reaches once in a thousand pairs (chi square, one degree of freedom)."""


def collocations(corpus: Corpus, thesaurus: Thesaurus) -> Iterator[Suggestion]:
    """Pairs of words that go together and that the thesaurus does not know.

    Pairs with a stop word, a number or a word of a person's name are left out, and those that stand
    in the forms with title in which people are named.
    """
    from nltk.collocations import BigramCollocationFinder
    from nltk.metrics import BigramAssocMeasures

    titles = {pair for form in corpus.named for pair in pairwise(form)}
    finder = BigramCollocationFinder.from_documents(
        [token.term for token in line] for line in corpus.lines
    )
    for (one, two), ratio in finder.score_ngrams(BigramAssocMeasures.likelihood_ratio):
        pair = one, two
        place = corpus.pairs.get(pair)
        if place is None or place.passages < LEAST or ratio < _SURPRISING:
            continue
        if {one, two} & corpus.names or pair in titles or not (one.isalpha() and two.isalpha()):
            continue
        if not thesaurus.mentions(pair):
            yield Suggestion(
                "collocation",
                (place.form,),
                place.passages,
                round(ratio, 1),
                *corpus.example(place.form, place.first),
            )
