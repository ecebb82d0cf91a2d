"""Engine: an inverted index over passages, the derived part of an index.

An engine takes analysed terms and gives back keys of passages with scores; it knows neither text
nor records. It can be thrown away and built again from the catalog at any time.

``generation`` is the catalog's generation that the engine holds. On disk it stands in a marker, a
small file that is replaced before the postings are committed, when it says that they are changing,
and again after it: an engine that is not ``settled`` may hold a part of the next generation, and is
not searched. A crash leaves the marker behind the postings, never ahead of them, and applying a
change twice does no harm.

Terms hold no white space and are not empty. Terms of more than :data:`MAX_TERM_BYTES` are left
out: they keep their position and do not count as length. Statistics for BM25 count every passage
that is held, also those without the field; tantivy goes on counting removed passages in them until
it merges their segment, as Lucene does. What is found and every count given here is always exact.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import combinations_with_replacement
from math import comb
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from ..errors import IndexDamaged
from ..query.plan import Phrase, Plan
from .lexicon import Lexicon

__all__ = [
    "AUTO_LIMIT",
    "COUNTED_FIELDS",
    "ENGINES",
    "FACET_FIELDS",
    "KEYWORD_FIELDS",
    "LENGTHS",
    "MAX_FORMS",
    "MAX_TERM_BYTES",
    "POSITION_GAP",
    "RAW_FIELDS",
    "TEXT_FIELDS",
    "Engine",
    "EngineDocument",
    "Found",
    "Order",
    "allowed_slop",
    "choose",
    "emptied",
    "forms",
    "length_code",
    "locked",
    "not_written",
    "open_engine",
    "placed",
    "ranked",
    "read_marker",
    "write_marker",
]

ENGINES = ("whoosh", "tantivy")
"""The embedded engines, which keep their files in a folder of the index."""

TEXT_FIELDS = ("text", "title", "heading")
"""Fields of stems with positions. Stop words are kept as they are: phrases need them."""

RAW_FIELDS = {"text": "word", "title": "title_word", "heading": "heading_word"}
"""For each text field, the field of its unstemmed words (no stop words, no positions)."""

COUNTED_FIELDS = (*RAW_FIELDS.values(), "stub")
"""Fields that keep how often a term occurs and no positions: words, and the stubs of the text."""

KEYWORD_FIELDS = ("speaker", "topic", "person", "country", "place", "doc")
"""Tag fields: whole values, as keys."""

FACET_FIELDS = ("speaker", "topic")
"""Tag fields whose values are counted as they are shown, beside the years."""

POSITION_GAP = 1
"""Positions left free between two values of a text field, so that no exact phrase spans both."""

MAX_TERM_BYTES = 1000
"""The longest term or key that is indexed, in bytes of UTF-8."""

AUTO_LIMIT = 2000
"""Passages up to which ``engine="auto"`` stays with Whoosh."""

MAX_FORMS = 256
"""How many exact phrases a phrase with slop may stand for, see :func:`forms`."""

_FORMAT = 4
"""Raised whenever an engine's fields change: an engine of another format is built anew."""

_MARKER = "generation"
_CHANGING = "changing"

REBUILD = 'build it anew with "searchkit index --rebuild"'
"""What the user does about a damaged engine."""

Order = Literal["relevance", "newest", "oldest"]


_NONE: Mapping[str, Sequence[str]] = MappingProxyType({})


class EngineDocument(NamedTuple):
    """One passage as an engine sees it.

    ``text`` maps each text field (stems) and each raw field (words) to its values, each a line of
    terms in order with white space between; ``keywords`` maps tag fields to keys; ``dates`` are the
    days that the passage's dates may mean, of each a day's, a month's or a year's first and last,
    two at most, the one to sort by first.
    ``facets`` maps :data:`FACET_FIELDS` to values as they are shown, ``year`` is that of the
    passage's own date.
    """

    key: int
    text: Mapping[str, Sequence[str]]
    keywords: Mapping[str, Sequence[str]] = _NONE
    dates: Sequence[tuple[int, int]] = ()
    facets: Mapping[str, Sequence[str]] = _NONE
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Keys with scores, in order, and how many passages match in all (None if not counted).

    An engine that finds the best without going through all that match hands back what counts them,
    as the engine was when it was asked: see :attr:`total`.
    """

    hits: Sequence[tuple[int, float]]
    counted: int | Callable[[], int] | None

    @property
    def total(self) -> int | None:
        """How many passages match in all, counted when it is first asked for."""
        return self.counted() if callable(self.counted) else self.counted


class Engine(Protocol):
    """What an index asks of an engine."""

    name: str

    @property
    def generation(self) -> int:
        """The catalog's generation that is held; 0 when new."""

    @property
    def settled(self) -> bool:
        """Whether exactly that generation is held; false during a commit and after one that was
        cut off, until the change is applied again."""

    def __len__(self) -> int:
        """How many passages are held."""

    def apply(
        self,
        *,
        generation: int,
        removed: Iterable[int],
        added: Iterable[EngineDocument],
        before: Callable[[], object] | None = None,
    ) -> None:
        """Remove, then add, then commit all of it together with the generation.

        Applying the same change twice leaves one of each: ``added`` replaces what has its key.

        Args:
            before: called when all is written and nothing of it can be seen yet. Where it raises,
                or anything before it does, the engine stays as it was.
        """

    def search(
        self, plan: Plan, *, limit: int | None, order: Order = "relevance", count: bool = True
    ) -> Found:
        """The best ``limit`` passages (all, for None). Ties stand in order of their keys.

        ``newest`` and ``oldest`` order by the passage's first date, undated passages last, then
        by score.
        """

    def keys(self, plan: Plan) -> Sequence[int]:
        """The keys of all that match, in any order, for the catalog to count and to look up."""

    def facets(self, plan: Plan) -> Mapping[str, Mapping[str, int]] | None:
        """How many of all that match have each value of :data:`FACET_FIELDS`, and each ``year``.

        None where the engine has nothing quicker than :meth:`keys`.
        """

    def scores(self, plans: Sequence[Plan], key: int) -> list[float | None]:
        """What each plan scores in the passage with that key, not rounded; None where it does not
        select it."""

    def added(self, plans: Sequence[Plan], keys: Sequence[int]) -> Mapping[int, float] | None:
        """What all the plans together score in each of these passages, 0 where none selects it.

        None where the engine has nothing quicker than :meth:`search`.
        """

    def document_frequency(self, field: str, term: str) -> int:
        """How many passages have the term in the field."""

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        """The terms of the field that begin so, with document frequencies, sorted by term."""

    def lexicon(self) -> Lexicon:
        """The words of the text: what :meth:`terms` tells of them all, to be looked through."""

    def refresh(self) -> None:
        """See what other processes have committed."""

    def close(self) -> None:
        """Free files and memory. No call is allowed afterwards."""


def _lengths() -> tuple[int, ...]:
    """Eight lengths for each power of two, after the first 24 that are exact."""
    eights = [(8 + code % 8) << (code // 8 - 1) if code >= 8 else code for code in range(232)]
    return (*range(24), *(24 + length for length in eights))


LENGTHS = _lengths()
"""The length that each code of one byte stands for: SmallFloat of Lucene, fieldnorms of tantivy."""


def length_code(length: int) -> int:
    """The code of the longest length in :data:`LENGTHS` that is not above ``length`` (>= 0)."""
    return bisect_right(LENGTHS, length) - 1


def allowed_slop(terms: int, slop: int) -> int:
    """The slop that is kept of ``slop`` for so many terms, so that there are MAX_FORMS at most.

    255 for two terms, 21 for three, 9 for four, 6 for five.
    """
    if terms < 2:
        return 0
    kept = 0
    while kept < slop and comb(kept + terms, terms - 1) <= MAX_FORMS:
        kept += 1
    return kept


def placed(phrase: Phrase) -> list[tuple[int, str]]:
    """The terms of a phrase in order of their offsets, the first of which becomes 0.

    Raises ``ValueError`` for a field that keeps no positions.
    """
    if phrase.field not in TEXT_FIELDS:
        raise ValueError(f"the field {phrase.field!r} keeps no positions, so no phrase")
    terms = sorted(phrase.terms)
    return [(offset - terms[0][0], term) for offset, term in terms]


def forms(phrase: Phrase) -> list[tuple[tuple[int, str], ...]]:
    """The exact phrases that a phrase stands for, those without slop first; offsets start at 0.

    A phrase with slop is the best of its forms: ``"a b"~2`` is ``a b``, ``a * b`` or ``a * * b``,
    and scores as the form that a passage has most often. The number of forms grows fast with the
    terms, so the slop is cut, see :func:`allowed_slop`.
    """
    terms = placed(phrase)
    shifts = range(allowed_slop(len(terms), phrase.slop) + 1)
    ways = sorted(combinations_with_replacement(shifts, len(terms) - 1), key=lambda way: way[-1:])
    return [
        tuple(
            (offset + shift, term) for (offset, term), shift in zip(terms, (0, *way), strict=True)
        )
        for way in ways
    ]


def ranked(scored: Iterable[tuple[int, float]], limit: int | None) -> list[tuple[int, float]]:
    """The best ``limit`` of (key, score): by score in five digits, then by key.

    Engines add scores up in different orders, in floats of different widths; what differs in the
    sixth digit only is a tie. The scores handed back are the rounded ones.
    """
    scored = list(scored)
    if limit is not None and len(scored) > limit:
        if limit <= 0:
            return []
        least = nlargest(limit, [score for _, score in scored])[-1] * (1 - 1e-4)
        scored = [hit for hit in scored if hit[1] >= least]
    hits = sorted([(-_five_digits(score), key) for key, score in scored])
    return [(key, -score) for score, key in hits[:limit]]


def _five_digits(score: float) -> float:
    """A score in five digits, see :func:`ranked`."""
    # Most scores are of these sizes. To write one as text and read it takes twice as long.
    if 10 <= score < 99.999:
        return round(score * 1e3) / 1e3
    if 1 <= score < 9.9999:
        return round(score * 1e4) / 1e4
    return float(f"{score:.5g}")


def emptied(folder: Path) -> None:
    """Make the folder, with nothing in it."""
    import shutil  # slow to import, and a search does not need it

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)


def locked(path: Path | None) -> str:
    """What the user reads when another process is writing."""
    return (
        f"another process is writing to the index at {path}: wait until it has finished, "
        "and try again"
    )


def not_written(path: Path | None, error: Exception) -> str:
    """What the user reads when the engine's files cannot be written."""
    reason = str(error).split("\n", 1)[0]
    return (
        f"the index at {path} cannot be written: {reason}; see to disk space and permissions, "
        "and index again"
    )


def read_marker(folder: Path) -> tuple[int, bool]:
    """The generation in the marker of an engine's folder, and whether the engine is settled.

    Raises :class:`IndexDamaged` where there is no marker, or one of another format.
    """
    try:
        form, generation, *changing = (folder / _MARKER).read_text(encoding="ascii").split()
        if changing not in ([], [_CHANGING]):
            raise ValueError
        if int(form) == _FORMAT:
            return int(generation), not changing
        reason = "it was written by another version of searchkit"
    except (OSError, ValueError):
        reason = "its marker is missing or damaged"
    raise IndexDamaged(f"no search engine can be opened at {folder}: {reason}; {REBUILD}")


def write_marker(folder: Path, generation: int, *, settled: bool = True) -> None:
    """Replace the marker, so that a crash leaves the old one or the new one."""
    new = folder / f"{_MARKER}.new"
    with new.open("w", encoding="ascii") as file:
        file.write(f"{_FORMAT} {generation}{'' if settled else f' {_CHANGING}'}\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / _MARKER)


def choose(setting: str, passages: int, current: str | None) -> str:
    """The engine, "whoosh" or "tantivy", for so many passages.

    ``setting`` is the user's: an engine's name, or "auto". ``auto`` starts with Whoosh and moves
    to tantivy above :data:`AUTO_LIMIT`; an index that has moved stays, since nothing is gained by
    moving back. ``current`` is the engine that the index has, None for a new one.
    """
    if setting != "auto":
        return setting
    return "tantivy" if current == "tantivy" or passages > AUTO_LIMIT else "whoosh"


def open_engine(name: str, path: Path | None, *, create: bool) -> Engine:
    """Open the engine that has a folder of its own at ``path``; None keeps it in memory.

    With ``create`` a new, empty one takes the place of whatever the folder holds. Raises
    :class:`IndexDamaged` if what is there cannot be read, and ``ValueError`` for an unknown name.
    """
    # The modules import their libraries, of which a process needs one at most.
    if name == "whoosh":
        from .whoosh import WhooshEngine

        return WhooshEngine(path, create=create)
    if name == "tantivy":
        from .tantivy import TantivyEngine

        return TantivyEngine(path, create=create)
    raise ValueError(f"no engine is called {name!r}: choose whoosh or tantivy")
