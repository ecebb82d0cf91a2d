"""What an index answers: ranked hits, and the counts, reports and overviews beside them.

*Results* are the hits of one search with what there is to say about them: how many passages
matched in all, how the query was read, which synonyms took part, the facets. A *facet* counts the
values of one tag (speaker, topic, year) over all passages that matched. A *timeline* counts the
same passages by meeting and speaker, in order of time. A *report* is what indexing did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Literal, overload

from .formatters import one_line
from .frames import Columns, Table, columns, frame
from .query.nodes import Diagnostic
from .records import Document, Hit, Passage

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from .query.plan import Plan

__all__ = [
    "Career",
    "Check",
    "Count",
    "DocumentRow",
    "Held",
    "Info",
    "Problem",
    "Replies",
    "Reply",
    "Report",
    "Results",
    "Suggestion",
    "Synonyms",
    "Table",
    "Timeline",
    "TimelineRow",
]


@dataclass(frozen=True, slots=True)
class Held:
    """A role that a person is seen in; the ISO dates of the first and last document that says so.

    A date is None where no document with the role has one.
    """

    role: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Career:
    """What a collection shows of one person: roles in order of time, and how much they say.

    ``statements`` are those attributed to the person, in ``spoke`` documents; ``first`` and
    ``last`` are the dates of the first and last document that names them.
    """

    name: str
    held: tuple[Held, ...] = ()
    statements: int = 0
    spoke: int = 0
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """In how many passages and documents a speaker or a topic occurs."""

    name: str
    passages: int
    documents: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of an index. Dates are ISO, partial where the document states no more."""

    id: str
    title: str
    kind: str | None = None
    date_published: str | None = None
    date_meeting: str | None = None
    place: str | None = None
    passages: int = 0
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Info:
    """What an index is made of. ``path`` is None in memory; ``thesaurus`` says where it is from.

    ``language`` is that of its documents.

    ``engine`` is the engine in use and ``engine_setting`` what was asked for (``auto`` or a name).
    """

    path: str | None
    engine: str
    engine_setting: str
    passages: int
    documents: int
    people: int
    generation: int
    version: str
    thesaurus: str
    language: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the ``catalog`` or the ``engine``, of a ``document`` where it is one's."""

    part: Literal["catalog", "engine"]
    document: str
    what: str


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at in an index, and what is wrong; ``terms`` are those of all fields."""

    documents: int
    passages: int
    terms: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What indexing did, in documents; ``passages`` is how many the index now holds.

    ``gone`` are ids of documents whose file is no longer there and that were left in place,
    ``skipped`` the files that could not be read with the reason, ``notes`` remarks on files that
    could (a guessed encoding), ``left`` how many were not read because the caller said to stop.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    gone: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    passages: int = 0
    notes: tuple[tuple[str, str], ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """In how many turns, of how many documents, ``speaker`` speaks next after ``to``."""

    speaker: str
    to: str
    turns: int
    documents: int


class Replies(Table[Reply]):
    """Who answers whom, the most frequent first."""

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draw a row for each who answers, a column for each who is answered, and the counts.

        Args:
            ax: where to draw; a figure of its own if None.

        Raises:
            MissingExtra: matplotlib is not installed.
        """
        from .plots import replies

        return replies(self, ax=ax)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that a collection proposes for a thesaurus, for the user to accept or not.

    ``kind`` is ``acronym``, ``variant`` (two spellings of a word), ``collocation`` (words that go
    together, one form) or ``company`` (words used alike). ``passages`` counts those that have the
    rarer form. ``score`` is comparable within a kind: passages for an acronym, the log-likelihood
    ratio of a collocation, likeness from 0 to 1 for the others. ``example`` is the id of a passage,
    ``sentence`` what stands there.
    """

    kind: str
    forms: tuple[str, ...]
    passages: int
    score: float
    example: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Synonyms:
    """What the thesaurus knows of ``term``: the concept's label and what a search adds to it.

    ``variants`` weigh nearly as much as the words typed, ``narrower`` and ``related`` less.
    """

    term: str
    label: str
    variants: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """How many of the passages found are one speaker's, or on one topic, in one document.

    ``speaker`` is empty for passages in which nobody speaks, and in a timeline by topic.
    """

    date: str | None
    document: Document
    speaker: str = ""
    passages: int = 0
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Timeline(Sequence[TimelineRow]):
    """The passages that match ``query`` by date, document and speaker or topic, oldest first.

    ``total`` is how many passages match; one with two speakers is counted in two rows. ``by``
    says which tag is counted.
    """

    query: str
    rows: tuple[TimelineRow, ...] = ()
    total: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    read_as: str | None = None
    suggestion: str | None = None
    by: Literal["speaker", "topic"] = "speaker"

    def __repr__(self) -> str:
        asked = f" {self.query!r}" if self.query else ""
        meetings = len({row.document.id for row in self.rows})
        size = f"{self.total} passage{'s' if self.total != 1 else ''} at {meetings} meeting"
        told = f"<Timeline{asked} by {self.by}: {size}{'s' if meetings != 1 else ''}>"
        return "\n".join([told, *notes(self.diagnostics)])

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> TimelineRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[TimelineRow]: ...
    def __getitem__(self, index: int | slice) -> TimelineRow | Sequence[TimelineRow]:
        return self.rows[index]

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as plain dicts, as ``searchkit timeline --json`` prints them."""
        return [
            {
                "date": row.date,
                "document": document_dict(row.document),
                self.by: getattr(row, self.by),
                "passages": row.passages,
            }
            for row in self.rows
        ]

    def to_columns(self) -> Columns:
        """The rows as a dict of columns, the document as its id and its title."""
        rows = (
            {**row, "document": row["document"]["id"], "title": row["document"]["title"]}
            for row in self.to_dicts()
        )
        return columns(("date", "document", "title", self.by, "passages"), rows)

    def to_frame(self) -> Any:
        """The rows as a :class:`pandas.DataFrame`.

        Raises:
            MissingExtra: pandas is not installed.
        """
        return frame(self.to_columns())

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draw a row for each speaker or topic, a column for each meeting, a dot for the passages.

        Args:
            ax: where to draw; a figure of its own if None.

        Raises:
            MissingExtra: matplotlib is not installed.
        """
        from .plots import timeline

        return timeline(self, ax=ax)

    def _repr_html_(self) -> str:
        from .cards import table

        return table({n: v for n, v in self.to_columns().items() if n != "document"})


@dataclass(frozen=True, slots=True)
class Results(Sequence[Hit]):
    """The hits of one search, best first, with what there is to say about them.

    ``total`` is how many passages match, shown or not. ``read_as`` is the query as it was read
    where a word was replaced (``kawaguci`` as ``Kawaguchi``), ``suggestion`` is what the user may
    have meant. Where a search need not count, nor look for a commoner spelling, it is done when the
    one or the other is first asked for, as the index stood then. ``facets`` maps a tag to its
    values and counts, the most frequent first; None unless asked for. ``synonyms_used`` are the
    concepts that the query was widened by. ``documents`` is how many documents they stand in, where
    each hit stands for one. ``words`` are what a search for similar passages went by, the most
    telling first; its query is an id.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    read_as: str | None = None
    suggestion: str | None = None
    facets: Mapping[str, Sequence[tuple[str, int]]] | None = None
    plan: Plan | None = None
    synonyms_used: tuple[Synonyms, ...] = ()
    documents: int | None = None
    words: tuple[str, ...] = ()
    later: Mapping[str, Callable[[], Any]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Leave out what is made when it is first asked for."""
        for name in self.later:
            object.__delattr__(self, name)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            if name == "later" or name not in self.later:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            object.__setattr__(self, name, self.later[name]())
            return getattr(self, name)

    def __reduce__(self) -> tuple[type[Results], tuple[object, ...]]:
        """A copy in another process has no index to count in, and is whole."""
        return Results, tuple(getattr(self, o.name) for o in fields(self) if o.name != "later")

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> Results: ...
    def __getitem__(self, index: int | slice) -> Hit | Results:
        if isinstance(index, slice):
            return replace(self, hits=self.hits[index])
        return self.hits[index]

    def __repr__(self) -> str:
        told = f"<Results {self.query!r}: {len(self)} of {self.total}>"
        lines = [told, *notes(self.diagnostics)]
        lines += [
            f"{hit.rank:>3}  {hit.passage.id}  {one_line(hit.snippet.text, 70)}" for hit in self
        ]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        from .cards import hits

        notes = [note.message for note in self.diagnostics]
        if self.read_as:
            notes.append(f"showing results for {self.read_as}")
        if self.suggestion is not None:
            notes.append(f"did you mean {self.suggestion}?")
        return hits(self.hits, query=self.query, total=self.total, notes=notes, facets=self.facets)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The hits as plain dicts, as ``searchkit search --json`` prints them."""
        return [hit_dict(hit) for hit in self]

    def to_columns(self) -> Columns:
        """The hits as a dict of columns, as any library of data frames takes them.

        ``polars.DataFrame(results.to_columns())``, ``pyarrow.table(results.to_columns())``.
        """
        return columns(_COLUMNS.split(), map(_hit_row, self))

    def to_frame(self) -> Any:
        """The hits as a :class:`pandas.DataFrame`, a row each; speakers and topics are tuples.

        ``results.to_frame().explode("speakers")`` has a row for each speaker of a passage.

        Raises:
            MissingExtra: pandas is not installed.
        """
        return frame(self.to_columns())

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draw these hits by meeting and speaker, as :meth:`Timeline.plot` draws all that match.

        Args:
            ax: where to draw; a figure of its own if None.

        Raises:
            MissingExtra: matplotlib is not installed.
        """
        from .plots import results

        return results(self, ax=ax)


_COLUMNS = "rank score id document title date place section headings speakers topics text snippet"


def notes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Diagnostics as lines below what they are of."""
    return [f"note: {one.message}" for one in diagnostics]


def corrected(query: str, diagnostics: Iterable[Diagnostic]) -> str | None:
    """The query with every suggestion in its place; None where nothing is suggested."""
    text = query
    for note in sorted(diagnostics, key=lambda note: -note.start):
        if note.suggestion is not None:
            text = text[: note.start] + note.suggestion + text[note.end :]
    return text if text != query else None


def document_dict(document: Document) -> dict[str, Any]:
    """A document as JSON shows it beside a hit."""
    return {
        "id": document.id,
        "title": document.title,
        "date": document.date,
        "path": document.path,
    }


def _hit_row(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": hit.score,
        "id": passage.id,
        "document": hit.document.id,
        "title": hit.document.title,
        "date": hit.document.date,
        "place": passage.place,
        "section": passage.section,
        "headings": " › ".join(passage.headings),
        "speakers": passage.speakers,
        "topics": passage.topics,
        "text": passage.text,
        "snippet": hit.snippet.text,
    }


def hit_dict(hit: Hit) -> dict[str, Any]:
    """A hit as JSON shows it. ``highlights`` are offsets into ``snippet``."""
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": hit.score,
        "id": passage.id,
        "document": document_dict(hit.document),
        "section": passage.section,
        "headings": list(passage.headings),
        "speakers": list(passage.speakers),
        "topics": list(passage.topics),
        "text": passage.text,
        "snippet": hit.snippet.text,
        "highlights": [list(span) for span in hit.snippet.highlights],
        "matched": [{"term": match.term, "via": match.via} for match in hit.matched],
        **{
            place: [_neighbour(one) for one in around]
            for place, around in (("before", hit.before), ("after", hit.after))
            if around
        },
        **({} if hit.others is None else {"others": hit.others}),
    }


def _neighbour(passage: Passage) -> dict[str, Any]:
    return {
        "id": passage.id,
        "section": passage.section,
        "speakers": list(passage.speakers),
        "text": passage.text,
    }
