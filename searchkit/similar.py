"""More like this: from passages to the words that find others like them.

As in feedback, a text stands for a question: the words that tell most about it are asked for, each
the more, the rarer it is and the oftener it stands there. Half of the rarity is left to BM25, which
knows it as well. The number of words and the powers were chosen on five judged collections, where
a passage that answers a query should find the others that do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from . import analysis
from .engines.base import Engine
from .query.plan import Nothing, Plan, Some, Term
from .records import Passage

__all__ = ["MOST", "like"]

MOST = 50
"""How many words are asked for."""

_LONGEST = 100_000  # Characters: of a book, the beginning tells enough.


def like(passages: Sequence[Passage], engine: Engine) -> Plan:
    """The plan that finds passages like these, the most telling word first.

    A word that no other passage has finds nothing, and is not asked for. Of one passage of a
    document the title tells nothing: it is that of all the others.
    """
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    heads = [heading for one in passages for heading in one.headings]
    if len(passages) > 1 or not passages[0].document:
        heads += [one.title for one in passages]
    for text in (*dict.fromkeys(heads), *(one.text for one in passages)):
        _count(text, counts, words)
    held = len(engine)
    telling = []
    for term, times in counts.items():
        having = engine.document_frequency("text", term)
        if having > 1:
            idf = log(1 + (held - having + 0.5) / (having + 0.5))
            telling.append((-(1 + log(times)) * sqrt(idf), term))
    telling.sort()
    most = telling[0][0] if telling else 1.0
    found = [Term("text", term, told / most, words[term]) for told, term in telling[:MOST]]
    return Some(tuple(found)) if found else Nothing()


def _count(text: str, counts: Counter[str], words: dict[str, str]) -> None:
    for token in analysis.tokens(text[:_LONGEST]):
        if not token.stop:
            counts[token.term] += 1
            words.setdefault(token.term, token.word)
