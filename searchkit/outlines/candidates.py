"""Whom an office without a name means where several hold it: ``the Prime Minister``.

Its *candidates* are all who hold the office in the document, whether they meet or not. Who is named
with the same office in the same sentence is somebody else: ``The Prime Minister thanked Prime
Minister Roe``. The one who is meant so is the publisher's *own*, whom the office means wherever it
stands alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from .naming import Naming
from .sentences import split_sentences
from .titles import Office

if TYPE_CHECKING:
    from .people import Draft

__all__ = ["SHORT", "Candidates"]

SHORT = {"pm": "prime minister", "fm": "foreign minister", "eam": "external affairs minister"}
"""Offices by their initials."""

_BESIDE = 4
"""So near in characters an office and a name say the same: ``the Prime Minister, Mr. Roe``."""


_SEATS: Office = frozenset({"representative", "delegate", "observer", "spokesperson"})
"""Offices that many hold in one room."""


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
        if len(met) != 2 or len(left) != 1 or _SEATS & naming.offices[0]:
            return None
        if any(n.offices == naming.offices and self._alone(n) for n in self.namings):
            return None  # on the list of those present beside him
        fits = not naming.country or left[0].country in (None, naming.country)
        return left[0] if fits and not naming.possessive else None

    def _alone(self, naming: Naming) -> bool:
        """Whether an office without a name is a line of its own."""
        begin = self.text.rfind("\n", 0, naming.start) + 1
        before = self.text[begin : naming.start].rpartition(":")[2].strip(" \t*-•").lower()
        after = self.text[naming.end : naming.end + _BESIDE].lstrip(" \t,")
        return not naming.name and before in ("", "the") and after[:1] in ("", "\n")

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
        here = self._beside(naming)
        return [d for d in holders if not any(_names(n, d) for n in here)]

    def _beside(self, naming: Naming) -> list[Naming]:
        """Who else is named with the office of ``naming`` in its sentence."""
        if self.sentences is None:
            self.sentences = split_sentences(self.text)
        at = bisect_right(self.sentences, (naming.start, len(self.text))) - 1
        start, end = self.sentences[at]
        here = self.namings[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        described = naming.offices[0] <= _HEADS
        return [
            n
            for n in here
            if (naming.offices[0] in n.offices or (described and n.name))
            and (n.name or n.country)
            and (n.start > naming.end + _BESIDE or max(n.tail, n.end) + _BESIDE < naming.start)
        ]


def _key(naming: Naming) -> tuple[Office, str]:
    """An office in the words that stand: the Premier may be another than the Prime Minister."""
    role = (naming.role or "").lower()
    return naming.offices[0], SHORT.get(role, role)


def _names(naming: Naming, draft: Draft) -> bool:
    if naming.name:
        return any(n is naming for n in draft.namings)
    return draft.country == naming.country
