"""A collection read once for everything that is proposed from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice, pairwise

from .. import analysis
from ..records import Passage
from ..rows import PersonRow
from ..sentences import sentences

__all__ = ["LEAST", "MOST", "Corpus", "Place"]

LEAST = 3
"""In how many passages what is proposed must stand."""

MOST = 50_000
"""How many passages are read; more of them tell hardly more."""

_WIDTH = 160


class Place:
    """Where words stand: how they are written, in how many passages, and which is the first."""

    __slots__ = ("first", "forms", "last", "passages")

    def __init__(self, passage: int) -> None:
        self.forms: Counter[str] = Counter()
        self.first = self.last = passage
        self.passages = 1

    def add(self, form: str, passage: int) -> None:
        """Note that the words stand there once more."""
        self.forms[form] += 1
        self.passages += passage != self.last
        self.last = passage

    @property
    def form(self) -> str:
        """How the words are mostly written."""
        return min(self.forms, key=lambda form: (-self.forms[form], form[:1].isupper(), form))


class Corpus:
    """The passages of a collection by their tokens.

    ``words`` are its words (normalised, no stop words) and ``pairs`` the stems that stand side by
    side; ``names`` are the stems of people's names, ``named`` those of the forms that name them.
    """

    def __init__(self, passages: Iterable[Passage], people: Iterable[PersonRow]) -> None:
        self.passages: list[Passage] = []
        self.lines: list[list[analysis.Token]] = []
        self.words: dict[str, Place] = {}
        self.pairs: dict[tuple[str, str], Place] = {}
        self.named = {
            tuple(analysis.terms(form))
            for row in people
            for form in (row.person.name, *row.person.variants)
        }
        self.names: set[str] = set()
        for number, passage in enumerate(islice(passages, MOST)):
            self._read(number, passage)

    def _read(self, number: int, passage: Passage) -> None:
        self.names.update(term for name in passage.people for term in analysis.terms(name))
        line, text = analysis.tokens(passage.text), passage.text
        self.passages.append(passage)
        self.lines.append(line)
        for token in line:
            if not token.stop:
                place = self.words.setdefault(token.word, Place(number))
                place.add(text[token.start : token.end], number)
        for one, two in pairwise(line):
            if not (one.stop or two.stop or text[one.end : two.start].strip(" -\n")):
                place = self.pairs.setdefault((one.term, two.term), Place(number))
                place.add(" ".join(text[one.start : two.end].split()), number)

    def example(self, form: str, number: int) -> tuple[str, str]:
        """The id of a passage, and the sentence of it in which ``form`` stands."""
        passage = self.passages[number]
        text = passage.text
        words = " ".join(text.split())
        for start, end in sentences(text):
            sentence = " ".join(text[start:end].split())
            at = sentence.casefold().find(form.casefold())
            if at >= 0:
                return passage.id, _cut(sentence, at, len(form))
        return passage.id, _cut(words, 0, 0)


def _cut(sentence: str, at: int, length: int) -> str:
    """About as much of a sentence as fits a line, around what stands at ``at``."""
    if len(sentence) <= _WIDTH:
        return sentence
    start = max(0, min(at - (_WIDTH - length) // 2, len(sentence) - _WIDTH))
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    end = sentence.find(" ", start + _WIDTH)
    end = len(sentence) if end < 0 else end
    return ("…" if start else "") + sentence[start:end] + ("…" if end < len(sentence) else "")
