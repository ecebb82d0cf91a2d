"""Asking an index for an overview: who spoke when, who answers whom, what changed, whence a quote.

The questions here go through all that matches, where a search shows the best of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from .errors import QueryError
from .records import Document, Passage
from .results import Replies, Timeline

if TYPE_CHECKING:
    from .citations import Quotation, Style
    from .gathering import By
    from .positions import Comparison, Trace
    from .request import Filters
    from .search import Matching, Searcher
    from .storage import Catalog

__all__ = ["Surveys"]

_Answer = TypeVar("_Answer")


class Surveys:
    """What an index answers about all that was said on a matter."""

    _catalog: Catalog

    def _ask(self, question: Callable[[Searcher], _Answer]) -> _Answer:
        raise NotImplementedError

    def passage(self, passage_id: str) -> Passage:
        """The passage with that id."""
        raise NotImplementedError

    def timeline(
        self,
        query: str = "",
        *,
        by: By = "speaker",
        speaker: str | None = None,
        topic: str | None = None,
        since: str | None = None,
        until: str | None = None,
        synonyms: bool = True,
        exact: bool = False,
    ) -> Timeline:
        """How many passages answer ``query``, meeting by meeting and speaker by speaker.

        Args:
            query: as for :meth:`search`; without a query and a filter, every passage counts.
            by: what is counted, ``speaker`` or ``topic``.

        Raises:
            QueryError: ``by`` is none of these, or the query has no sensible reading.
        """
        from .gathering import timeline
        from .request import Filters, Options

        if by not in ("speaker", "topic"):
            raise QueryError(f"by is {by!r}: it can be speaker or topic")
        filters = Filters(speaker=speaker, topic=topic, since=since, until=until)
        options = Options(ranking="bm25", synonyms=synonyms, exact=exact)
        return self._ask(
            lambda s: timeline(
                self._catalog, s.matching(query, filters, options), query=query, by=by
            )
        )

    def replies(
        self,
        query: str = "",
        *,
        topic: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Replies:
        """Who answers whom: how often one speaker's turn comes next after another's.

        Counted within passages under the same headings; joint statements are left out. With a
        query or a filter, replies in the passages that match.

        Raises:
            QueryError: the collection has no such topic, or the query has no sensible reading.
        """
        from .gathering import gather, replies
        from .request import Filters, Options

        filters = Filters(topic=topic, since=since, until=until)
        options = Options(ranking="bm25")

        def answer(searcher: Searcher) -> Replies:
            if topic is not None:
                searcher.keys_with_topic(topic)
            found = searcher.matching(query, filters, options)
            return replies(gather(self._catalog, found), self._catalog.passages_of)

        return self._ask(answer)

    def trace(self, topic: str, *, since: str | None = None, until: str | None = None) -> Trace:
        """A topic through the meetings: what each side says, and what is new in it.

        What is new is told against the side's meeting before; :mod:`searchkit.tracing` has the
        rules. A topic that the collection does not have is looked for as words.

        Args:
            topic: as ``topic:...`` in a query.
            since, until: ISO dates, partial ones too; both included. The meeting before ``since``
                is still what the first is told against.

        Raises:
            QueryError: there is nothing to look for, or a date has no sensible reading.
        """
        from .gathering import gather
        from .request import Filters
        from .tracing import trace

        filters = Filters(topic=topic, until=until)

        def answer(searcher: Searcher) -> Trace:
            shown = None
            if since is not None:
                within = _on(searcher, replace(filters, since=since)).keys
                shown = frozenset(self._catalog.ids(within).values())
            found = _on(searcher, filters)
            gathered = gather(self._catalog, found)
            return trace(self._catalog, gathered, found, query=topic, shown=shown)

        return self._ask(answer)

    def compare(
        self, speaker: str, topic: str, *, since: str | None = None, until: str | None = None
    ) -> Comparison:
        """What one speaker says of a topic at each meeting, against the meeting before.

        Sentences that are like each other are compared word by word; :mod:`searchkit.tracing` has
        the rules.

        Args:
            speaker: as ``speaker:...`` in a query; a person or a side.
            topic, since, until: as for :meth:`trace`.

        Raises:
            QueryError: several speakers have that name, or there is nothing to look for.
        """
        from .gathering import gather
        from .request import Filters
        from .tracing import compare

        filters = Filters(speaker=speaker, topic=topic, until=until)

        def answer(searcher: Searcher) -> Comparison:
            shown = None
            if since is not None:
                within = _on(searcher, replace(filters, since=since)).keys
                shown = frozenset(self._catalog.ids(within).values())
            found = _on(searcher, filters)
            gathered = gather(self._catalog, found)
            return compare(self._catalog, gathered, found, query=topic, shown=shown)

        return self._ask(answer)

    def quote(self, passage_id: str, *, style: Style = "plain") -> Quotation:
        """A passage as a citation; ``str()`` of it is the text in its style.

        Args:
            style: ``plain``, ``markdown``, ``bibtex`` or ``csl-json``.

        Raises:
            NotFound: there is no such passage.
            QueryError: there is no such style.
        """
        from .citations import STYLES, Quotation

        if style not in STYLES:
            raise QueryError(f"style is {style!r}: it can be {', '.join(STYLES)}")
        passage = self.passage(passage_id)
        documents = self._catalog.documents([passage.document]) if passage.document else {}
        outline = self._catalog.outline(passage.document) if documents else None
        return Quotation(
            passage=passage,
            document=documents.get(passage.document)
            or Document(passage.document or passage.id, passage.title, passage.date),
            published=outline.date_published if outline else None,
            kind=outline.kind if outline else None,
            style=style,
        )


def _on(searcher: Searcher, filters: Filters) -> Matching:
    """What matches; a topic that the collection does not have is read as words."""
    from .query.nodes import Diagnostic
    from .request import Options

    options = Options(ranking="bm25")
    topic = filters.topic or ""
    if not topic.strip():
        raise QueryError('name a topic, as in "peace treaty": "searchkit topics" lists them')
    found = searcher.matching("", filters, options)
    if found.keys or _known(searcher, topic):
        return found
    words = topic.replace('"', " ")
    read = searcher.matching(f'"{words}"', replace(filters, topic=None), options)
    if not read.keys:
        return found
    note = f'there is no topic "{topic}": these passages have it in their words'
    return replace(read, diagnostics=(Diagnostic(note, 0, 0), *read.diagnostics), suggestion=None)


def _known(searcher: Searcher, topic: str) -> bool:
    try:
        searcher.keys_with_topic(topic)
    except QueryError:
        return False
    return True
