"""Records to rows of the catalog and back.

Lists are JSON arrays; a statement is an array of its fields in their order.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from . import dates
from .records import Outline, Passage, Person, Section, Statement

__all__ = [
    "PASSAGE",
    "DocumentEntry",
    "PersonRow",
    "Stored",
    "checked",
    "document_row",
    "dump",
    "outline_of",
    "passage_of",
    "passage_row",
    "person_of",
    "person_rows",
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

    @property
    def dates(self) -> tuple[str | None, str | None]:
        """The dates of issue and of the meeting."""
        return self.date_published, self.date_meeting


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


def document_row(outline: Outline, digest: str) -> tuple[str | int | None, ...]:
    """An outline's row in ``documents``."""
    return (
        outline.id,
        outline.path or None,
        digest,
        outline.title,
        outline.kind,
        outline.date_published,
        outline.date_meeting,
        outline.place,
        outline.occasion,
        len(outline.passages),
        dump([[s.id, s.heading, s.level] for s in outline.sections]),
        dump(outline.boilerplate),
        dump(outline.acronyms),
        dump(outline.derived),
        outline.text,
    )


def outline_of(
    row: sqlite3.Row, people: Sequence[PersonRow], passages: Sequence[Passage]
) -> Outline:
    """The outline of a row of ``documents``."""
    return Outline(
        id=row["id"],
        text=row["text"],
        title=row["title"],
        kind=row["kind"],
        date_published=row["date_published"],
        date_meeting=row["date_meeting"],
        place=row["place"],
        occasion=row["occasion"],
        participants=tuple(p.person for p in people if p.participant),
        persons=tuple(p.person for p in people if not p.participant),
        sections=tuple(Section(*s) for s in json.loads(row["sections"])),
        passages=tuple(passages),
        boilerplate=tuple(json.loads(row["boilerplate"])),
        acronyms=tuple((short, full) for short, full in json.loads(row["acronyms"])),
        path=row["path"] or "",
        derived=tuple(json.loads(row["derived"])),
    )


def person_rows(outline: Outline) -> Iterator[tuple[str | int | None, ...]]:
    """An outline's rows in ``people``; the canonical name is the document's own at first."""
    named = Counter(name for passage in outline.passages for name in set(passage.people))
    for position, person in enumerate((*outline.participants, *outline.persons)):
        yield (
            outline.id,
            person.name,
            person.name,
            person.role,
            person.country,
            dump(person.variants),
            person in outline.participants,
            person.attended,
            dump(person.derived),
            named[person.name],
            position,
        )


def person_of(row: sqlite3.Row) -> PersonRow:
    """The person of a row of ``people``."""
    return PersonRow(
        document=row["document"],
        canonical=row["canonical"],
        person=Person(
            name=row["name"],
            role=row["role"],
            country=row["country"],
            variants=tuple(json.loads(row["variants"])),
            attended=bool(row["attended"]),
            derived=tuple(json.loads(row["derived"])),
        ),
        participant=bool(row["participant"]),
        passages=row["passages"],
    )


def passage_row(passage: Passage) -> tuple[str | int | None, ...]:
    """A passage's row in ``passages``, without key and generation."""
    return (
        passage.id,
        passage.document,
        passage.section,
        passage.start,
        passage.end or passage.start + len(passage.text),
        passage.title,
        passage.date,
        passage.place,
        dump(passage.headings),
        dump(passage.speakers),
        dump(passage.topics),
        dump([_statement_row(s) for s in passage.statements]),
        dump(passage.people),
        dump(passage.countries),
        passage.text,
    )


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


def _statement_row(s: Statement) -> list[object]:
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


_TEXTS = ("id", "text", "title", "document", "section")
_LISTS = ("headings", "speakers", "topics", "people", "countries")


def checked(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, one by one.

    Raises:
        ValueError: it is no passage, a field is of the wrong type, or a date does not exist.
    """
    for passage in passages:
        if not isinstance(passage, Passage):
            raise ValueError(f"{passage!r:.60} is no searchkit.Passage")
        for name in _TEXTS:
            if not isinstance(value := getattr(passage, name), str):
                raise ValueError(f"{name} of a passage must be a str, and is {value!r:.40}")
        if not passage.id.strip():
            raise ValueError(f"a passage needs an id: {passage.text[:40]!r} has none")
        for name in _LISTS:
            values = getattr(passage, name)
            if isinstance(values, str) or not all(isinstance(value, str) for value in values):
                raise ValueError(
                    f"{name} of passage {passage.id!r} must be a tuple of str, as in ('Ana Lima',)"
                )
        if passage.date is not None:
            dates.bounds(passage.date)
        yield passage
