"""Forms of concepts, and where words hold them.

A form is *spelt* as its terms without articles, joined by a space. A *place* is where the thesaurus
has a form: the row of a concept and the form, or ``None`` for an ignored phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from typing import Literal, NamedTuple

from .concepts import Concept

__all__ = ["ALONE", "ARTICLES", "Finder", "Form", "Found", "Kind", "Place"]

Kind = Literal["equal", "narrower", "weak", "typed"]

ARTICLES = frozenset({"a", "an", "the"})
ALONE = -1


class Found(NamedTuple):
    """A form of ``concept`` at ``terms[start:end]``; ``variant`` is the form as the file has it."""

    start: int
    end: int
    concept: Concept
    variant: str
    kind: Kind


class Form(NamedTuple):
    text: str
    terms: tuple[str, ...]
    kind: Kind
    group: int
    """Forms of one concept, kind and group are equal to each other; ``ALONE`` has no others."""


Place = tuple[int, Form] | None


class Finder:
    """Finds the forms that are spelt in one of ``spellings``.

    Args:
        lengths: how many terms forms have, longest first, by their first term.
        places: where the thesaurus has the forms that are spelt so, in its order.
        concept: the concept of a row.
    """

    # _memo has the places that count, by spelling, for a query and for a passage.
    __slots__ = ("_concept", "_lengths", "_memo", "_places", "_seconds", "_spellings")

    def __init__(
        self,
        spellings: Set[str],
        lengths: dict[str, list[int]],
        places: Callable[[str], Iterable[Place]],
        concept: Callable[[int], Concept],
    ) -> None:
        self._spellings = spellings
        self._lengths = lengths
        self._places = places
        self._concept = concept
        self._seconds: dict[str, dict[str, tuple[int, ...]]] = {}
        self._memo: tuple[dict[str, list[Place]], dict[str, list[Place]]] = ({}, {})

    def with_places(
        self, more: dict[str, list[Place]], concept: Callable[[int], Concept]
    ) -> Finder:
        """This finder with other places for some spellings, old ones or new ones."""
        finder = Finder.__new__(Finder)
        finder._spellings = self._spellings | more.keys()
        finder._lengths = dict(self._lengths)
        finder._places = lambda spelt: more[spelt] if spelt in more else self._places(spelt)
        finder._concept = concept
        finder._memo = ({}, {})
        finder._seconds = dict(self._sizes())
        for spelt in more:
            first, second, *_ = *spelt.split(" ", 2), ""
            size = spelt.count(" ") + 1
            sizes = {*finder._lengths.get(first, ()), size}
            finder._lengths[first] = sorted(sizes, reverse=True)
            seconds = dict(finder._seconds.get(first, {"": ()}))
            for one in seconds if size == 1 else (second,):
                sizes = {*seconds.get(one, seconds[""]), size}
                seconds[one] = tuple(sorted(sizes, reverse=True))
            finder._seconds[first] = seconds
        return finder

    def find(self, terms: Sequence[str]) -> list[Found]:
        """The forms in the words of a query; a weak one only if others are equal to it."""
        return self._scan(terms, passage=False)

    def mentions(
        self, terms: Sequence[str], stands: Callable[[int, int, str], bool] | None = None
    ) -> list[Found]:
        """The forms in a passage that speak for a topic, weak ones among them, none only typed.

        ``stands(start, end, variant)`` may reject a form whose stems are at ``terms[start:end]``.
        """
        return self._scan(terms, stands, passage=True)

    def _scan(
        self,
        terms: Sequence[str],
        stands: Callable[[int, int, str], bool] | None = None,
        *,
        passage: bool,
    ) -> list[Found]:
        spellings, memo = self._spellings, self._memo[passage]
        found: list[Found] = []
        free = 0
        for start, sizes in self._begun(terms, passage=passage):
            if start < free:
                continue
            places = [start]
            for i in range(start + 1, len(terms)):
                if len(places) == sizes[0]:
                    break
                if terms[i] not in ARTICLES:
                    places.append(i)
            for size in sizes:
                if size > len(places):
                    continue
                spelt = " ".join([terms[i] for i in places[:size]])
                if spelt not in spellings:
                    continue
                every = memo.get(spelt)
                if every is None:
                    every = memo[spelt] = [
                        place for place in self._places(spelt) if _counts(place, passage)
                    ]
                end = places[size - 1] + 1
                standing = [
                    place
                    for place in every
                    if not place or not stands or stands(start, end, place[1].text)
                ]
                if not standing:
                    continue
                free = end
                # A form may stand twice in a concept, the weaker one behind.
                kept: dict[int, Form] = {}
                for row, form in filter(None, standing):
                    kept[row] = form if passage else kept.get(row, form)
                for row, form in kept.items():
                    found.append(Found(start, end, self._concept(row), form.text, form.kind))
                break
        return found

    def _begun(self, terms: Sequence[str], *, passage: bool) -> list[tuple[int, Sequence[int]]]:
        """Where forms may begin, and how many terms such forms have, longest first.

        By the first two terms; for a query by the first alone, which needs no further index.
        """
        if not passage:
            lengths = self._lengths
            return [(i, lengths[term]) for i, term in enumerate(terms) if term in lengths]
        firsts = self._sizes()
        begun: list[tuple[int, Sequence[int]]] = []
        terms = [*terms, ""]
        for i in [i for i, term in enumerate(terms) if term in firsts]:
            second = i + 1
            while terms[second] in ARTICLES:
                second += 1
            of_second = firsts[terms[i]]
            sizes = of_second.get(terms[second]) or of_second[""]
            if sizes:
                begun.append((i, sizes))
        return begun

    def _sizes(self) -> dict[str, dict[str, tuple[int, ...]]]:
        """How many terms forms have, longest first, by their first and their second term; under
        ``""`` those that have no second one."""
        if not self._seconds:
            every: dict[str, dict[str, set[int]]] = {}
            for spelt in self._spellings:
                one, second, *_ = *spelt.split(" ", 2), ""
                seconds = every.setdefault(one, {"": set()})
                seconds.setdefault(second, set()).add(spelt.count(" ") + 1)
            self._seconds = {
                one: {
                    second: tuple(sorted(sizes | seconds[""], reverse=True))
                    for second, sizes in seconds.items()
                }
                for one, seconds in every.items()
            }
        return self._seconds


def _counts(place: Place, passage: bool) -> bool:
    if not place:
        return True
    _, form = place
    return form.kind != "typed" if passage else form.kind != "weak" or form.group != ALONE
