"""What was said of a topic at one meeting after the other: the records.

A *side* is a country, where the speaker's is known, else the speaker; joint statements are a side
of their own. A *trace* follows a topic through the meetings, with what each side says at each, and
in it what is *new* against its meeting before. A *comparison* sets what one speaker says of a topic
at each meeting against what the speaker said at the meeting before, sentence by sentence and word
by word. :mod:`searchkit.tracing` says by which rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, overload

from .query.nodes import Diagnostic
from .records import Document
from .results import document_dict, notes
from .turns import Turn

__all__ = ["Change", "Comparison", "Edit", "Meeting", "Revision", "Said", "Trace"]


@dataclass(frozen=True, slots=True)
class Said:
    """A turn in a trace.

    ``new`` are offsets into ``turn.text``: what the side did not say at its meeting before, whose
    document is ``against``. Where there is none, ``against`` is None and nothing is marked.
    """

    side: str
    turn: Turn
    new: tuple[tuple[int, int], ...] = ()
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was said of the topic at one meeting, in order."""

    document: Document
    place: str | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Trace(Sequence[Meeting]):
    """A topic through the meetings, in order of time; those without a year come last.

    ``sides`` are all that speak, joint statements aside, the one that speaks most first.
    ``passages`` counts the passages on the topic, ``silent`` those of them in which nobody speaks.
    """

    query: str
    sides: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    passages: int = 0
    silent: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    read_as: str | None = None
    suggestion: str | None = None

    def __len__(self) -> int:
        return len(self.meetings)

    @overload
    def __getitem__(self, index: int) -> Meeting: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Meeting]: ...
    def __getitem__(self, index: int | slice) -> Meeting | Sequence[Meeting]:
        return self.meetings[index]

    def __repr__(self) -> str:
        told = f"<Trace {self.query!r}: {self.passages} passages at {len(self)} meetings>"
        return "\n".join([told, *notes(self.diagnostics)])

    def _repr_html_(self) -> str:
        from .spreads import trace

        return trace(self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The meetings as plain dicts, as ``searchkit trace --json`` prints them."""
        return [
            {
                "date": meeting.document.date,
                "document": document_dict(meeting.document),
                "place": meeting.place,
                "said": [
                    {
                        "side": said.side,
                        "speaker": said.turn.speaker,
                        "on_behalf_of": said.turn.on_behalf_of,
                        "id": said.turn.passage,
                        "text": said.turn.text,
                        "new": [list(span) for span in said.new],
                        "against": said.against,
                    }
                    for said in meeting.said
                ],
            }
            for meeting in self.meetings
        ]


Kind = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of words that two sentences share, or that only one of them has."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A sentence of the later meeting beside the one it is like, or a sentence without a like one.

    ``before`` and ``after`` are the ids of their passages; one is None where only the other meeting
    has such a sentence. The texts of the edits, spaces and all, make the two sentences.
    """

    before: str | None
    after: str | None
    edits: tuple[Edit, ...]

    @property
    def kind(self) -> Literal["again", "new", "gone"]:
        """Whether the sentence is said again, for the first time, or no more."""
        return "new" if self.before is None else "gone" if self.after is None else "again"


@dataclass(frozen=True, slots=True)
class Change:
    """What a speaker says at one meeting against the meeting ``before``.

    The sentences of the later meeting in their order, then those of the earlier one that have none
    like them in the later.
    """

    before: Document
    after: Document
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Comparison(Sequence[Change]):
    """What one speaker says of a topic, each meeting against the one before.

    ``meetings`` are all at which the speaker speaks of it, ``undated`` those without a year: they
    are not compared, for nobody knows which meeting was before them.
    """

    query: str
    speaker: str = ""
    meetings: tuple[Document, ...] = ()
    changes: tuple[Change, ...] = ()
    undated: tuple[Document, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    read_as: str | None = None
    suggestion: str | None = None

    def __len__(self) -> int:
        return len(self.changes)

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Change]: ...
    def __getitem__(self, index: int | slice) -> Change | Sequence[Change]:
        return self.changes[index]

    def __repr__(self) -> str:
        told = f"<Comparison {self.speaker or '?'} on {self.query!r}: {len(self)} changes>"
        return "\n".join([told, *notes(self.diagnostics)])

    def _repr_html_(self) -> str:
        from .spreads import comparison

        return comparison(self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The changes as plain dicts, as ``searchkit compare --json`` prints them."""
        return [
            {
                "speaker": self.speaker,
                "topic": self.query,
                "before": document_dict(change.before),
                "after": document_dict(change.after),
                "sentences": [
                    {
                        "kind": revision.kind,
                        "before": revision.before,
                        "after": revision.after,
                        "edits": [{"kind": e.kind, "text": e.text} for e in revision.edits],
                    }
                    for revision in change.revisions
                ],
            }
            for change in self.changes
        ]
