"""Engine: an inverted index over passages, the derived part of an index.

An engine takes analysed terms and gives back keys of passages with scores; it knows neither text
nor records. It can be thrown away and built again from the catalog at any time. ``generation`` is
the catalog's generation that the engine holds; it is committed together with the postings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from ..query.plan import Plan

__all__ = [
    "AUTO_LIMIT",
    "KEYWORD_FIELDS",
    "LENGTHS",
    "POSITION_GAP",
    "RAW_FIELDS",
    "TEXT_FIELDS",
    "Engine",
    "EngineDocument",
    "Found",
    "Order",
    "choose",
    "length_code",
    "open_engine",
]

TEXT_FIELDS = ("text", "title", "heading")
"""Fields of stems with positions. Stop words are kept as they are: phrases need them."""

RAW_FIELDS = {"text": "word", "title": "title_word", "heading": "heading_word"}
"""For each text field, the field of its unstemmed words (no stop words, no positions)."""

KEYWORD_FIELDS = ("speaker", "topic", "person", "country", "place", "doc")
"""Tag fields: whole values, as keys."""

POSITION_GAP = 1
"""Positions left free between two values of a text field, so that no exact phrase spans both."""

AUTO_LIMIT = 2000
"""Passages up to which ``engine="auto"`` stays with Whoosh."""

Order = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class EngineDocument:
    """One passage as an engine sees it.

    ``text`` maps each text field (stems) and each raw field (words) to its values, each a list of
    terms in order; ``keywords`` maps tag fields to keys; ``dates`` are the ranges of days that the
    passage's dates may mean, two at most, the one to sort by first.
    """

    key: int
    text: Mapping[str, Sequence[Sequence[str]]]
    keywords: Mapping[str, Sequence[str]] = field(default_factory=dict)
    dates: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Keys with scores, in order, and how many passages match in all (None if not counted)."""

    hits: Sequence[tuple[int, float]]
    total: int | None


class Engine(Protocol):
    """What an index asks of an engine."""

    name: str

    @property
    def generation(self) -> int:
        """The catalog's generation that is held; 0 when new."""

    def __len__(self) -> int:
        """How many passages are held."""

    def apply(
        self, *, generation: int, removed: Iterable[int], added: Iterable[EngineDocument]
    ) -> None:
        """Remove, then add, then commit all of it together with the generation.

        Applying the same change twice leaves one of each: ``added`` replaces what has its key.
        """

    def search(
        self, plan: Plan, *, limit: int | None, order: Order = "relevance", count: bool = True
    ) -> Found:
        """The best ``limit`` passages (all, for None). Ties stand in order of their keys.

        ``newest`` and ``oldest`` order by the passage's first date, undated passages last, then
        by score.
        """

    def document_frequency(self, field: str, term: str) -> int:
        """How many passages have the term in the field."""

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        """The terms of the field that begin so, with document frequencies, sorted by term."""

    def refresh(self) -> None:
        """See what other processes have committed."""

    def close(self) -> None:
        """Free files and memory. No call is allowed afterwards."""
