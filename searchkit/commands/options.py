"""What commands share: their options, and how they open an index and show notes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import InputError
from ..terminal import PLAIN, Style
from . import DEFAULT_INDEX

if TYPE_CHECKING:
    from ..index import Index
    from ..render import Read

__all__ = [
    "DEFAULT_INDEX",
    "FromOption",
    "IndexOption",
    "JsonOption",
    "NoSynonymsOption",
    "PlainWordsOption",
    "SpeakerOption",
    "ToOption",
    "TopicOption",
    "WaitOption",
    "at_least_one",
    "joined",
    "notes_on",
    "opened_at",
    "style",
]

IndexOption = Annotated[
    str,
    typer.Option("--index", metavar="PLACE", envvar="SEARCHKIT_INDEX", help="The index to use."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]
SpeakerOption = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Only where NAME speaks.")
]
TopicOption = Annotated[
    str | None, typer.Option("--topic", metavar="TOPIC", help="Only passages on TOPIC.")
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="Not before DATE: 2002, 2002-06 or 2002-06-13."),
]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after DATE.")]
PlainWordsOption = Annotated[
    bool, typer.Option("--exact", help="Take every word as it is, even one that occurs nowhere.")
]
NoSynonymsOption = Annotated[
    bool, typer.Option("--no-synonyms", help="Do not widen words by the thesaurus.")
]


WaitOption = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS", min=0, help="How long to wait while another process writes; else 10."
    ),
]


def joined(words: Sequence[str] | None) -> str:
    """Words as one text: whoever forgets the shell's quotation marks means the same."""
    return " ".join(words or ())


def opened_at(place: str, *, wait: float | None = None) -> Index:
    """The index at a place that the user named; ``wait`` seconds for another that writes."""
    from ..index import Index

    return Index.open(place) if wait is None else Index.open(place, wait=wait)


def style() -> Style:
    """How standard output shows text."""
    return Style.of(sys.stdout)


def notes_on(found: Read) -> Iterator[str]:
    """How a query was read, for standard error."""
    from ..render import notes

    return notes(found, PLAIN)


def at_least_one(limit: int) -> None:
    """Check how many answers are asked for."""
    if limit < 1:
        raise InputError(f"-n {limit} asks for nothing: give 1 or more")
