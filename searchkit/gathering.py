"""All that was said on a matter, document by document, and what can be counted of it.

What is *gathered* are all passages that match, in order of time, with everybody under the name that
holds across documents. A meeting whose date has no year stands after all others: nobody knows when
it was.

Who answers whom is counted by turns (:mod:`searchkit.turns`). Within one document, passages that
stand one after another under the same headings are one exchange; in it, a turn of one speaker that
comes next after a turn of another is a *reply* to that other. A joint statement is nobody's reply,
and none is a reply to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from .records import BOTH_SIDES, Document, Passage
from .results import Replies, Reply, Timeline, TimelineRow
from .rows import with_names
from .storage import CatalogReader
from .turns import Turn, turns

if TYPE_CHECKING:
    from .search import Matching

__all__ = ["By", "Gathered", "gather", "replies", "timed", "timeline"]

By = Literal["speaker", "topic"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Passages in order of time, each document's together; ``documents`` is by their ids.

    ``speakers`` are (document, name in it), ``canonical`` names by the same where they differ.
    """

    passages: tuple[Passage, ...]
    documents: dict[str, Document]
    speakers: frozenset[tuple[str, str]]
    canonical: dict[tuple[str, str], str]

    def by_document(self) -> Iterator[tuple[Document, list[Passage]]]:
        """Each document with its passages, in order of time."""
        for place, group in groupby(self.passages, key=_place):
            yield self.documents[place], list(group)


def timed(date: str | None) -> tuple[bool, str]:
    """What dates are sorted by: those without a year last."""
    return date is None or date.startswith("--"), date or ""


def _place(passage: Passage) -> str:
    return passage.document or passage.id


def gather(catalog: CatalogReader, matching: Matching) -> Gathered:
    """The passages that match."""
    found = [passage for _, passage in sorted(catalog.passages(matching.keys).items())]
    documents = _documents(catalog, {_place(one) for one in found})
    names = catalog.canonical(documents)
    passages = [with_names(one, names) for one in found]
    passages.sort(key=lambda one: (timed(documents[_place(one)].date), _place(one)))
    speakers = frozenset((one.document, name) for one in found for name in one.speakers)
    return Gathered(tuple(passages), documents, speakers, names)


def _documents(catalog: CatalogReader, places: set[str]) -> dict[str, Document]:
    """Documents by id; a passage of the user's own may stand in none, and is one by itself."""
    documents = catalog.documents(places)
    for place in places - documents.keys():
        found = catalog.passage(place)
        own = found[1] if found else catalog.passages_of(place)[0]
        documents[place] = Document(id=place, title=own.title, date=own.date)
    return documents


def timeline(catalog: CatalogReader, matching: Matching, *, query: str, by: By) -> Timeline:
    """How many passages are each speaker's, or on each topic, document by document."""
    counts = list(
        catalog.document_counts("speakers" if by == "speaker" else "topics", matching.keys)
    )
    documents = _documents(catalog, {place for place, _, _ in counts})
    counts.sort(key=lambda c: (timed(documents[c[0]].date), c[0], -c[2], c[1]))
    return Timeline(
        query=query,
        rows=tuple(
            TimelineRow(
                documents[place].date,
                documents[place],
                speaker=value if by == "speaker" else "",
                passages=count,
                topic=value if by == "topic" else "",
            )
            for place, value, count in counts
        ),
        total=len(matching.keys),
        diagnostics=matching.diagnostics,
        read_as=matching.read_as,
        suggestion=matching.suggestion,
        by=by,
    )


def replies(gathered: Gathered, whole: Callable[[str], Iterable[Passage]]) -> Replies:
    """Who answers whom in the passages gathered, the most frequent first.

    Args:
        whole: all passages of a document: what a reply answers may stand outside those gathered.
    """
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document, passages in gathered.by_document():
        wanted = {one.id for one in passages}
        every = [with_names(one, gathered.canonical) for one in whole(document.id)] or passages
        for _, exchange in groupby(every, key=lambda one: one.headings):
            for before, turn in pairwise(_exchanged(exchange)):
                if turn.passage in wanted and _answers(turn, before):
                    counts[turn.speaker, before.speaker] += 1
                    places[turn.speaker, before.speaker].add(document.id)
    return Replies(
        Reply,
        (
            Reply(speaker, to, count, len(places[speaker, to]))
            for (speaker, to), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        ),
    )


def _exchanged(passages: Iterable[Passage]) -> Iterator[Turn]:
    for one in passages:
        yield from turns(one)


def _answers(turn: Turn, before: Turn) -> bool:
    return turn.speaker != before.speaker and BOTH_SIDES not in (turn.speaker, before.speaker)
