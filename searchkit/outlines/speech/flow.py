"""What is remembered from one sentence and passage to the next while statements are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...records import Statement

__all__ = ["Flow", "Lead"]


@dataclass(frozen=True, slots=True)
class Lead:
    """Whose words come next, and how they are introduced; ``others`` speak with ``speaker``."""

    speaker: str
    mode: str | None = None
    on_behalf_of: str | None = None
    others: tuple[str, ...] = ()


@dataclass(slots=True)
class Flow:
    """``person`` acted last, another one ``before``; ``last`` spoke last, and perhaps asked
    (``questions``); ``side`` is the side that spoke last, ``asked`` was asked last, ``label``
    speaks in a transcript, after a question that is yet ``unanswered``, ``under`` these headings,
    in which ``answering`` spoke last by name,
    ``voice`` after a lead-in; ``quotation`` is one that the last paragraph leaves open, and
    ``quoting`` was quoted last; ``turns`` counts the labels and ``voices`` are theirs, ``number``
    counts the passages; ``ended`` is what the passage of a number ended with, if it may go on;
    ``latest`` is the last passage of each section."""

    person: str | None = None
    before: str | None = None
    last: str | None = None
    questions: bool = False
    side: str | None = None
    asked: str | None = None
    label: Lead | None = None
    unanswered: bool = False
    answering: str | None = None
    voice: Lead | None = None
    quotation: Lead | None = None
    quoting: str | None = None
    headings: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    turns: int = 0
    voices: set[str] = field(default_factory=set)
    number: int = 0
    ended: tuple[Statement, int] | None = None
    latest: dict[str, int] = field(default_factory=dict)
