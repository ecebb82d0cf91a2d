"""Records to rows of the catalog and back.

Lists are JSON arrays; a statement is an array of its fields in their order.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .records import Passage, Person, Statement

__all__ = [
    "PASSAGE",
    "DocumentEntry",
    "PersonRow",
    "Stored",
    "dump",
    "passage_of",
    "statement_row",
    "tag_values",
    "with_names",
]

PASSAGE = (
    "key, id, document, section, start, end, title, date, place, headings, speakers, topics, "
    "statements, people, countries, text"
)
"""The columns that :func:`passage_of` reads; the first is the key."""


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document's row without its text: what decides whether a file is new or changed."""

    id: str
    path: str | None
    digest: str
    title: str
    kind: str | None
    date_published: str | None
    date_meeting: str | None
    place: str | None
    passages: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A passage for an engine to index.

    ``titled`` tells whether its title counts as words of the passage: a document's title is part
    of its first passage, so that the words of a title are found once and not in every passage.
    ``published`` is the document's date of issue, beside the passage's own date.
    """

    key: int
    passage: Passage
    titled: bool
    published: str | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as one document names them; ``passages`` counts those that name them."""

    document: str
    canonical: str
    person: Person
    participant: bool
    passages: int


def tag_values(passage: Passage) -> dict[str, Sequence[str]]:
    """What a passage has in each tag field of the engines, as shown."""
    return {
        "speaker": passage.speakers,
        "topic": passage.topics,
        "person": passage.people,
        "country": passage.countries,
        "place": (passage.place,) if passage.place else (),
        "doc": (passage.document or passage.id,),
    }


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def statement_row(s: Statement) -> list[object]:
    return [s.speaker, s.start, s.end, s.mode, s.on_behalf_of, s.quoted, s.continued, s.derived]


def _statement(row: list[object]) -> Statement:
    speaker, start, end, mode, behalf, quoted, continued, derived = row
    return Statement(
        speaker=speaker,  # type: ignore[arg-type]
        start=start,  # type: ignore[arg-type]
        end=end,  # type: ignore[arg-type]
        mode=mode,  # type: ignore[arg-type]
        on_behalf_of=behalf,  # type: ignore[arg-type]
        quoted=tuple(quoted),  # type: ignore[arg-type]
        continued=bool(continued),
        derived=tuple(derived),  # type: ignore[arg-type]
    )


def passage_of(row: sqlite3.Row) -> Passage:
    return Passage(
        id=row["id"],
        text=row["text"],
        title=row["title"],
        document=row["document"],
        section=row["section"],
        headings=tuple(json.loads(row["headings"])),
        start=row["start"],
        end=row["end"],
        speakers=tuple(json.loads(row["speakers"])),
        topics=tuple(json.loads(row["topics"])),
        statements=tuple(_statement(s) for s in json.loads(row["statements"])),
        people=tuple(json.loads(row["people"])),
        countries=tuple(json.loads(row["countries"])),
        date=row["date"],
        place=row["place"],
    )


def with_names(passage: Passage, names: dict[tuple[str, str], str]) -> Passage:
    """The passage with everybody under the name that holds across documents."""

    def known(name: str) -> str:
        return names.get((passage.document, name), name)

    if not names:
        return passage
    return replace(
        passage,
        speakers=tuple(dict.fromkeys(known(n) for n in passage.speakers)),
        people=tuple(dict.fromkeys(known(n) for n in passage.people)),
        statements=tuple(
            replace(
                s,
                speaker=known(s.speaker),
                on_behalf_of=known(s.on_behalf_of) if s.on_behalf_of else None,
                quoted=tuple(known(q) for q in s.quoted),
            )
            for s in passage.statements
        ),
    )
