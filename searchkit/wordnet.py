"""WordNet: synonyms of everyday words, read through NLTK where its data is installed.

A *sense* is one meaning of a word, with all the words that share it. WordNet does not know which
sense a query means; the first of each part of speech is the most frequent in the texts it was made
from (Fellbaum, "WordNet: An Electronic Lexical Database", 1998). It widens what the thesaurus does
not know, and only on request: see docs/ranking.md for what it costs.
"""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

from .errors import MissingExtra

__all__ = ["MOST", "reader", "synonyms"]

MOST = 8
"""How many synonyms a word has at most."""


def synonyms(word: str) -> list[str]:
    """Other words for the most frequent sense of a word in each part of speech.

    Raises:
        MissingExtra: the data of WordNet is not installed.
    """
    found: dict[str, None] = {}
    known = reader()
    for part in "nvar":
        for sense in known.synsets(word, part)[:1]:
            found.update(dict.fromkeys(name.replace("_", " ") for name in sense.lemma_names()))
    return [other for other in found if other.casefold() != word.casefold()][:MOST]


@cache
def reader() -> Any:
    """NLTK's reader of WordNet.

    Raises:
        MissingExtra: its data is not installed.
    """
    from nltk.corpus.reader.wordnet import WordNetCorpusReader
    from nltk.corpus.util import LazyCorpusLoader

    class Reader(WordNetCorpusReader):  # type: ignore[misc]
        """Without the map to other versions, which takes seconds and serves other languages."""

        def map_wn(self, *_: str) -> None:
            pass

    loaded = LazyCorpusLoader("wordnet", Reader, None)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # that other languages are missing
            loaded.synsets("word")
    except LookupError:
        raise MissingExtra(
            'WordNet is not installed: run "python -m nltk.downloader wordnet" first'
        ) from None
    return loaded
