"""The records that all rooms share: frozen and plain, all they do is show themselves.

An *outline* is one source document, parsed. It has *sections* (numbered or titled parts with a
dotted path) and *passages* (the smallest units that the document itself marks). A *statement* is
the span of a passage that the outline attributes to a *speaker*. A *person* is everybody named.

Offsets (``start``, ``end``) are character offsets, half open, into the outline's source text:
``outline.text[p.start:p.end] == p.text``. Dates are ISO 8601 strings, complete (``2002-06-13``) or
partial: ``2002-06``, ``2002``, and ``--10-14`` where no year is stated.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from .errors import IndexError_
from .explanations import Explanation
from .formatters import one_line

__all__ = [
    "BOTH_SIDES",
    "Document",
    "Hit",
    "Match",
    "Outline",
    "Passage",
    "Person",
    "Section",
    "Snippet",
    "Statement",
]

BOTH_SIDES = "Both sides"
"""The speaker of joint statements."""


def unfrozen(record: type) -> type:
    """A class with the slots of a frozen one.

    An object of it is filled in and then told to be of the other, in a fifth of the time in which
    one with many fields is made frozen.
    """
    return type(record.__name__, (), {"__slots__": tuple(one.name for one in fields(record))})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in an outline.

    ``name`` is the fullest form in that document, without title; ``variants`` are the forms as
    they stand, with title (``Foreign Minister Kawaguchi``). ``attended`` marks the officials who
    sat in. ``derived`` names the fields that are concluded rather than stated.
    """

    name: str
    role: str | None = None
    country: str | None = None
    variants: tuple[str, ...] = ()
    attended: bool = False
    derived: tuple[str, ...] = ()

    def __repr__(self) -> str:
        told = ", ".join(filter(None, (self.name, self.role, self.country)))
        return f"<Person {one_line(told, 100)}>"

    def _repr_html_(self) -> str:
        from .cards import person

        return person(self)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered or titled part: ``id`` is its path (``2.1.a``), ``level`` its depth from 1."""

    id: str
    heading: str | None
    level: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What one speaker is reported to say.

    ``mode`` is the reporting verb as it stands (several joined by ``|``), ``None`` in a
    ``continued`` statement: a sentence that carries the speaker's words on without a verb of its
    own. ``quoted`` are those whose words the speaker reports.
    """

    speaker: str
    start: int
    end: int
    mode: str | None = None
    on_behalf_of: str | None = None
    quoted: tuple[str, ...] = ()
    continued: bool = False
    derived: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is found and shown.

    Of an outline's passage, ``id`` is ``<document>#<section>`` (with ``/n`` where several share a
    section) and ``title`` is the outline's. A passage of one's own needs ``id`` and ``text`` only;
    it may carry any of the tags. ``people`` and ``countries`` are those named in the passage.
    """

    id: str
    text: str
    title: str = ""
    document: str = ""
    section: str = "0"
    headings: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None

    def __repr__(self) -> str:
        return f"<Passage {_told(self)}: {one_line(self.text, 60)}>"

    def _repr_html_(self) -> str:
        from .cards import passage

        return passage(self)


@dataclass(frozen=True, slots=True)
class Outline:
    """One document, parsed. ``text`` is the source text that all offsets index."""

    id: str
    text: str
    title: str
    kind: str | None = None
    date_published: str | None = None
    date_meeting: str | None = None
    place: str | None = None
    occasion: str | None = None
    participants: tuple[Person, ...] = ()
    persons: tuple[Person, ...] = ()
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    boilerplate: tuple[str, ...] = ()
    acronyms: tuple[tuple[str, str], ...] = ()
    path: str = ""
    derived: tuple[str, ...] = ()

    @property
    def date(self) -> str | None:
        """When it happened: the date of the meeting, else the date of issue."""
        return self.date_meeting or self.date_published

    def __repr__(self) -> str:
        count = len(self.passages)
        size = f"{count} passage{'s' if count != 1 else ''}"
        told = ", ".join(filter(None, (self.date, self.place, one_line(self.title, 60), size)))
        return f"<Outline {self.id}: {told}>"

    def _repr_html_(self) -> str:
        from .cards import outline

        return outline(self)


@dataclass(frozen=True, slots=True)
class Document:
    """What a hit tells of the document that its passage stands in."""

    id: str
    title: str
    date: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Snippet:
    """A fragment of a passage as plain text; ``highlights`` are offsets into ``text``.

    ``related`` are those of the highlights that stand for a synonym rather than for a word typed.
    ``start`` is where the fragment begins in the passage's text.
    """

    text: str
    highlights: tuple[tuple[int, int], ...] = ()
    related: tuple[tuple[int, int], ...] = ()
    start: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """A part of the query that a passage meets: ``term`` as typed, ``via`` the synonym if any."""

    term: str
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked passage. ``rank`` counts from 1; ``score`` is comparable within one search only.

    ``before`` and ``after`` are its neighbours in the document, where they were asked for.
    Where it stands for its document, ``others`` counts the other passages found there.

    A search makes ``snippet`` and ``matched`` when each is first asked for. They are of the
    passage as it was found, whatever has become of the index since.
    """

    rank: int
    score: float
    passage: Passage
    document: Document
    snippet: Snippet
    matched: tuple[Match, ...] = ()
    before: tuple[Passage, ...] = ()
    after: tuple[Passage, ...] = ()
    others: int | None = None
    why: Callable[[], Explanation] | None = field(default=None, repr=False, compare=False)
    shows: Callable[[str], Snippet | tuple[Match, ...]] | None = field(
        default=None, repr=False, compare=False
    )

    @classmethod
    def found(
        cls,
        *,
        rank: int,
        score: float,
        passage: Passage,
        document: Document,
        others: int | None,
        why: Callable[[], Explanation],
        shows: Callable[[str], Snippet | tuple[Match, ...]],
    ) -> Hit:
        """A hit whose ``snippet`` and ``matched`` are what ``shows`` gives for their names."""
        hit: Any = _Hit()
        hit.rank = rank
        hit.score = score
        hit.passage = passage
        hit.document = document
        hit.before = hit.after = ()
        hit.others = others
        hit.why = why
        hit.shows = shows
        hit.__class__ = cls
        return hit  # type: ignore[no-any-return]

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            # Called for what is not there yet.
            shows = None if name == "shows" else self.shows
            if name not in ("snippet", "matched") or shows is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            made = shows(name)
            object.__setattr__(self, name, made)
            return made

    def explain(self) -> Explanation:
        """Why the passage ranks where it does, in words and numbers that add up to its score.

        Raises:
            IndexError_: the index has changed since the search, or is closed.
        """
        if self.why is None:
            raise IndexError_("this hit has lost its index: search again, then ask it to explain")
        return self.why()

    def __reduce__(self) -> tuple[type[Hit], tuple[object, ...]]:
        """A copy in another process has no index to ask why, and is whole."""
        own = (one.name for one in fields(self) if one.name not in ("why", "shows"))
        return Hit, tuple(getattr(self, name) for name in own)

    def __repr__(self) -> str:
        text = one_line(self.snippet.text, 60)
        return f"<Hit {self.rank}: {_told(self.passage)}: {text}>"

    def _repr_html_(self) -> str:
        from .cards import hit

        return hit(self)


_Hit = unfrozen(Hit)


def _told(passage: Passage) -> str:
    """A passage's id, date and speakers on one line."""
    facts = (passage.id, passage.date, " and ".join(passage.speakers))
    return one_line(", ".join(filter(None, facts)), 100)
