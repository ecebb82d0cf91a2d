"""Whom an office without a name means where several hold it: ``the Prime Minister``.

Its *candidates* are all who hold the office in the document, whether they meet or not. Who is named
with the same office in the same sentence is somebody else: ``The Prime Minister thanked Prime
Minister Roe``. The one who is meant so is the publisher's *own*, whom the office means wherever it
stands alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Set
from functools import cached_property
from typing import TYPE_CHECKING

from ..names.naming import Naming
from ..names.titles import Office
from ..words.sentences import split_sentences

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["MANY", "SHORT", "Candidates"]

SHORT = {"pm": "prime minister", "fm": "foreign minister", "eam": "external affairs minister"}
"""Offices by their initials."""

MANY = 100
"""An office that more hold tells nobody by itself."""
_REACH = 400
"""A naming with its office and country is no longer, in characters."""
_BESIDE = 4
"""So near in characters an office and a name say the same: ``the Prime Minister, Mr. Roe``."""


_SEATS: Office = frozenset({"representative", "delegate", "observer", "spokesperson"})
"""Offices that many hold in one room."""


_OF_MEETING = frozenset({frozenset({"chairman"})})
"""Offices that are none but where people meet."""
_HEADS: Office = frozenset({"head", "state", "government"})
"""Words of offices that are only described: the Head of State is a President or a King."""


class Candidates:
    """Tells whom the offices among ``namings`` mean; ``held`` tells who holds that of a naming."""

    def __init__(
        self,
        text: str,
        namings: list[Naming],
        drafts: list[Draft],
        held: Callable[[Naming], list[Draft]],
    ) -> None:
        self.text = text
        self.drafts = drafts
        self.namings = [n for n in namings if n.offices]
        self.starts = [n.start for n in self.namings]
        self.held = held
        self.sentences: list[tuple[int, int]] | None = None
        self.named: dict[
            tuple[int, Office], tuple[Counter[int], Counter[str | None], list[int]]
        ] = {}

    def apart(self, naming: Naming, holders: list[Draft]) -> Draft | None:
        """The only one of several holders whom the sentence of ``naming`` does not name besides."""
        left = self._others(naming, holders) if naming.definite and not naming.country else []
        return left[0] if len(left) == 1 else None

    def of(self, naming: Naming, meeting: list[Draft]) -> list[Draft]:
        """Of those who hold the office of ``naming``, who may be meant: ``meeting`` above all."""
        if not naming.definite or not naming.offices:
            return meeting
        republic = not naming.country and self.text.endswith("of the Republic", 0, naming.end)
        # Where the only President is of no other country, he is the one.
        republic = republic and all(draft.country for draft in meeting)
        if not meeting or republic:
            left = self._left(naming)
            return meeting if left is None else [left]
        own = self.own.get(_key(naming))
        if own is not None and not naming.country and self._others(naming, [own]):
            return [own]
        every = self.held(naming)
        if len(every) < 2:
            return meeting
        if not naming.country and self.text.endswith(("our ", "Our "), 0, naming.start):
            # The publisher names its own first.
            return [min(meeting, key=lambda draft: draft.namings[0].start)]
        return self._others(naming, meeting) or self._others(naming, every) or meeting

    def _left(self, naming: Naming) -> Draft | None:
        """Who of two that meet is left to hold an office, since the text gives him none.

        ``The French President``, where a President of Tunisia meets Mr. Roe.
        """
        met = [draft for draft in self.drafts if draft.participant]
        left = [draft for draft in met if not draft.offices]
        if any(draft.offices and draft.offices <= _OF_MEETING for draft in met):
            return None  # one only has the chair
        if len(met) != 2 or len(left) != 1 or _SEATS & naming.offices[0]:
            return None
        if any(n.offices == naming.offices and self._alone(n) for n in self.namings):
            return None  # on the list of those present beside him
        if any(self.text.startswith(":", max(n.end, n.tail)) for n in left[0].namings):
            return None  # who asks has no office; the others speak of somebody else
        fits = not naming.country or left[0].country in (None, naming.country)
        return left[0] if fits and not naming.possessive else None

    def _alone(self, naming: Naming) -> bool:
        """Whether an office without a name is a line of its own."""
        begin = self.text.rfind("\n", 0, naming.start) + 1
        before = re.split("[:;]", self.text[begin : naming.start])[-1].strip(" \t*-•").lower()
        after = self.text[naming.end : naming.end + _BESIDE].lstrip(" \t,")
        return not naming.name and before in ("", "the") and after[:1] in ("", "\n", ";")

    @cached_property
    def own(self) -> dict[tuple[Office, str], Draft]:
        """Who alone is meant by an office wherever a sentence names the others who hold it."""
        found: dict[tuple[Office, str], list[Draft]] = {}
        for naming in self.namings:
            if naming.name or not naming.definite or naming.country:
                continue
            holders = self.held(naming)
            left = self._others(naming, holders) if len(holders) > 1 else []
            if len(left) == 1 and left[0] not in found.setdefault(_key(naming), []):
                found[_key(naming)].append(left[0])
        return {key: own[0] for key, own in found.items() if len(own) == 1}

    def _others(self, naming: Naming, holders: list[Draft]) -> list[Draft]:
        """``holders`` without those whom the sentence of ``naming`` names with the office."""
        if len(holders) > MANY:
            return []
        drafts, countries = self._beside(naming)
        return [d for d in holders if id(d) not in drafts and d.country not in countries]

    def _beside(self, naming: Naming) -> tuple[Set[int], Set[str | None]]:
        """Who else is named with the office of ``naming`` in its sentence, or by a country."""
        if self.sentences is None:
            self.sentences = split_sentences(self.text)
        at = bisect_right(self.sentences, (naming.start, len(self.text))) - 1
        key = at, naming.offices[0]
        here = self.named.get(key)
        if here is None:
            here = self.named[key] = self._named(*self.sentences[at], naming.offices[0])
        drafts, countries, starts = here
        near = starts[
            bisect_left(starts, naming.start - _REACH) : bisect_right(starts, naming.end + _BESIDE)
        ]
        if not near:
            return drafts.keys(), countries.keys()
        # What says the same right beside it does not count.
        less: Counter[int] = Counter()
        fewer: Counter[str | None] = Counter()
        for start in near:
            n = self.by_start[start]
            if max(n.tail, n.end) + _BESIDE >= naming.start:
                less.update(self._owners(n))
                fewer.update(() if n.name else (n.country,))
        return (
            {d for d in drafts if drafts[d] > less[d]} if less else drafts.keys(),
            {c for c in countries if countries[c] > fewer[c]} if fewer else countries.keys(),
        )

    def _named(
        self, start: int, end: int, office: Office
    ) -> tuple[Counter[int], Counter[str | None], list[int]]:
        """Of one sentence, how often each holder of an office is named, and each country with it
        alone, and where."""
        described = office <= _HEADS
        drafts: Counter[int] = Counter()
        countries: Counter[str | None] = Counter()
        starts: list[int] = []
        for n in self.namings[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if (office in n.offices or (described and n.name)) and (n.name or n.country):
                starts.append(n.start)
                drafts.update(self._owners(n))
                countries.update(() if n.name else (n.country,))
        return drafts, countries, starts

    def _owners(self, naming: Naming) -> tuple[int, ...]:
        owner = self.owner.get(id(naming)) if naming.name else None
        return () if owner is None else (owner,)

    @cached_property
    def owner(self) -> dict[int, int]:
        """Whom each naming names."""
        return {id(n): id(draft) for draft in self.drafts for n in draft.namings}

    @cached_property
    def by_start(self) -> dict[int, Naming]:
        """The namings with an office by where they begin."""
        return {n.start: n for n in self.namings}


def _key(naming: Naming) -> tuple[Office, str]:
    """An office in the words that stand: the Premier may be another than the Prime Minister."""
    role = (naming.role or "").lower()
    return naming.offices[0], SHORT.get(role, role)
