"""Acronyms: short forms in capitals, and the names in capitals whose initials they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from .. import analysis, concepts
from ..results import Suggestion
from ..thesaurus import Thesaurus
from .reading import Corpus

__all__ = ["acronyms"]

_SHORT = re.compile(r"(?<![\w.])[A-Z]{3,7}(?![\w.])")
_SMALL = r"(?:of|and|the|for|in|on|to|de|du|des|la|y)"
_NAME = r"[A-Z][\w’'-]*[a-z][\w’'-]*"
_LONG = re.compile(rf"(?<![\w-]){_NAME}(?:[ \n]+(?:{_SMALL}[ \n]+){{0,2}}{_NAME})+")


def acronyms(corpus: Corpus, thesaurus: Thesaurus) -> Iterator[Suggestion]:
    """Acronyms that the thesaurus does not know, with the name that has these initials.

    Of several names the one that most passages have; a name that the text itself explains so comes
    before all others. The score is the number of passages with either.
    """
    short: Counter[str] = Counter()
    long: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, int] = {}
    told: dict[str, str] = {}
    for number, passage in enumerate(corpus.passages):
        text = passage.text
        if sum(map(str.isupper, text)) > len(text) / 2:
            continue  # Where all stands in capitals, they tell nothing.
        for one in set(_SHORT.findall(text)):
            short[one] += 1
        for one, full in concepts.acronyms(text):
            told.setdefault(one, full)
            first.setdefault(full, number)
            long[one][full] += 1
        for name in {" ".join(match.group().split()) for match in _LONG.finditer(text)}:
            for words in _stretches(name.split(" ")):
                full = " ".join(words)
                long["".join(word[0] for word in words if word[0].isupper())][full] += 1
                first.setdefault(full, number)
    for one, passages in short.items():
        names = long.get(one)
        if not names or thesaurus.mentions(tuple(analysis.terms(one))):
            continue
        full = told.get(one) or min(names, key=lambda name: (-names[name], name))
        yield Suggestion(
            "acronym",
            (full, one),
            passages,
            float(passages + names[full]),
            *corpus.example(full, first[full]),
        )


def _stretches(words: list[str]) -> Iterator[list[str]]:
    """The runs of a name's words that begin and end with a capital and have three at least."""
    for start, word in enumerate(words):
        if word[0].isupper():
            for end in range(start + 3, min(len(words), start + 12) + 1):
                part = words[start:end]
                if part[-1][0].isupper() and sum(one[0].isupper() for one in part) >= 3:
                    yield part
