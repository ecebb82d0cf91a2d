"""A query on its way to a plan: what it is read against, and what there is to say about it.

A *vocabulary* is what a collection holds: terms, tag values, spellings. A *reading* gathers
diagnostics, the spellings that were taken for others, and the words that were left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from . import plan
from .nodes import Diagnostic

if TYPE_CHECKING:
    from ..thesaurus import Thesaurus

__all__ = ["Reading", "Resolution", "Vocabulary", "Widened", "joined", "leaf", "scaled", "weighed"]


# A text with more strange words than this is not misspelt, and looking words up takes time.
_MOST_LOOKED_UP = 20


@dataclass(frozen=True, slots=True)
class Resolution:
    """The values of a tag field that a text names: their keys, and how they are shown.

    ``read_as`` is the spelling that was taken instead of the one given, if another was.
    """

    keys: tuple[str, ...]
    shown: tuple[str, ...] = ()
    read_as: str | None = None


class Vocabulary(Protocol):
    """What a collection holds, as far as a query needs to know."""

    parted: MutableMapping[str, Sequence[str]]
    """Words of queries, each with the two that the collection has side by side for it, if any."""

    def __len__(self) -> int:
        """How many passages there are."""

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        """The terms of a field that begin so, with document frequencies, sorted by term."""

    def near(self, field: str, word: str, distance: int) -> list[tuple[str, int, int]]:
        """(word, document frequency, edits) of a field's words within so many edits of a word."""

    def matching(self, field: str, pattern: str) -> Iterable[tuple[str, int]]:
        """(word, document frequency) of a field's words that fit a pattern of ``*`` and ``?``."""

    def document_frequency(self, field: str, term: str) -> int:
        """How many passages have the term in the field."""

    def together(self, terms: Sequence[str]) -> int:
        """How many passages have the terms side by side in their text."""

    def values(self, field: str) -> Mapping[str, str]:
        """The values of a tag field: key -> as shown."""

    def resolve(self, field: str, text: str, *, exact: bool = False) -> Resolution:
        """The values of a tag field that ``text`` names; unless ``exact``, misspelt ones too."""

    def nearest(self, word: str) -> str | None:
        """The word or name of the collection that is spelt most like one that does not occur."""

    def offered(self, word: str, field: str = "text") -> str | None:
        """A word that may have been meant, or in a tag field a value with such a word."""


@dataclass(frozen=True, slots=True)
class Widened:
    """Words of the query that the thesaurus knows, and the forms that were added for them."""

    typed: str
    label: str
    variants: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class Reading:
    """One query, the collection and thesaurus it is read with, and what it came to.

    ``exact``: no spelling is taken for another. ``ranked``: bare words rank by all that
    :mod:`searchkit.query.ranking` knows. ``everyday``: synonyms of a word that no concept has.
    ``stopped`` are the stop words left out.
    """

    def __init__(
        self,
        query: str,
        vocabulary: Vocabulary,
        thesaurus: Thesaurus | None,
        exact: bool,
        ranked: bool = False,
        everyday: Callable[[str], Sequence[str]] | None = None,
    ) -> None:
        self.everyday = everyday
        self.query = query
        self.vocabulary = vocabulary
        self.thesaurus = thesaurus
        self.exact = exact
        self.ranked = ranked
        self.notes: list[Diagnostic] = []
        self.replaced: dict[tuple[int, int], str] = {}
        self.stopped: list[str] = []
        self.widened: list[Widened] = []
        self._near: dict[str, str | None] = {}

    def note(self, message: str, span: tuple[int, int], suggestion: str | None = None) -> None:
        """Say what was wrong at ``span``."""
        self.notes.append(Diagnostic(message, *span, suggestion))

    def replace(self, span: tuple[int, int], read: str) -> None:
        """Note that ``query[span]`` was read as ``read``."""
        # A condition that does not stand in the query has an empty span.
        if span[0] < span[1]:
            self.replaced[span] = read

    def read_as(self) -> str | None:
        """The query with every spelling that was replaced; ``None`` if none was."""
        text = self.query
        for (start, end), read in sorted(self.replaced.items(), reverse=True):
            text = text[:start] + read + text[end:]
        return text if self.replaced else None

    def nearest(self, word: str) -> str | None:
        """The nearest word or name, with a capital where the word has one; None without one.

        Of very many words only the first are looked up.
        """
        if word not in self._near:
            if len(self._near) >= _MOST_LOOKED_UP:
                return None
            self._near[word] = _like(word, self.vocabulary.nearest(word))
        return self._near[word]

    def offered(self, word: str, field: str = "text") -> str | None:
        """What may have been meant by a word that is near to none, to be offered; None for none.

        In a tag field, a value with such a word. Of very many words only the first are looked up.
        """
        if len(self._near) >= _MOST_LOOKED_UP:
            return None
        return _like(word, self.vocabulary.offered(word, field))

    def has(self, field: str, term: str) -> bool:
        """Whether the term occurs in the field."""
        return self.vocabulary.document_frequency(field, term) > 0


def _like(word: str, near: str | None) -> str | None:
    """``near`` with a capital where ``word`` has one."""
    return near.capitalize() if near and word[:1].isupper() and near.islower() else near


def joined(
    kind: type[plan.Some] | type[plan.Best] | type[plan.All], children: Sequence[plan.Plan]
) -> plan.Plan | None:
    """One plan of ``children``, ``None`` if there are none."""
    if len(children) < 2:
        return children[0] if children else None
    return kind(tuple(children))


def leaf(
    field: str,
    terms: Sequence[str],
    weight: float,
    typed: str,
    via: str | None = None,
    *,
    slop: int = 0,
) -> plan.Plan:
    """The term or the exact phrase (within ``slop``) of ``terms``, one at least."""
    if len(terms) == 1:
        return plan.Term(field, terms[0], weight, typed, via)
    return plan.Phrase(field, tuple(enumerate(terms)), slop, weight, typed, via)


def scaled(part: plan.Plan, factor: float) -> plan.Plan:
    """``part`` with its weights, and so its score, ``factor`` times what they are."""
    return _changed(part, lambda _: factor)


def weighed(part: plan.Plan, weights: Mapping[str, float]) -> plan.Plan:
    """``part`` with its weights in each of the named fields so many times what they are.

    The fields are ``text``, ``title`` and ``heading``, each with the fields of its words and stubs.
    """
    return _changed(part, lambda field: weights.get(_FAMILY.get(field, field), 1.0))


_FAMILY = {"word": "text", "stub": "text", "title_word": "title", "heading_word": "heading"}


def _changed(part: plan.Plan, factor: Callable[[str], float]) -> plan.Plan:
    """``part`` with its weights times what ``factor`` says of their fields."""
    match part:
        case plan.Term(field, term, weight, typed, via):
            return plan.Term(field, term, weight * factor(field), typed, via)
        case plan.Phrase(field, terms, slop, weight, typed, via):
            return plan.Phrase(field, terms, slop, weight * factor(field), typed, via)
        case plan.Some() | plan.Best() | plan.All():
            return replace(part, children=tuple(_changed(c, factor) for c in part.children))
        case plan.Without():
            return replace(part, child=_changed(part.child, factor))
        case plan.Plus():
            return plan.Plus(_changed(part.child, factor), _changed(part.more, factor))
        case _:
            return part
