"""Records to documents of OpenSearch, and back.

A passage's *key* is made from its document's id and its place in it, so that whoever adds the same
passage gives it the same key, and the passages of a document stand in order. The *revision* of a
passage or person is the digest of the text that it was read from: what has another revision than
its document is left over from an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b, sha256
from typing import Any

from .. import dates
from ..engines.base import EngineDocument
from ..records import Outline, Passage, Person, Section, Statement
from ..rows import DocumentEntry, PersonRow
from .dsl import shown, too_long
from .mapping import SLOTS

__all__ = [
    "KEY_DIGITS",
    "document_source",
    "engine_source",
    "entry_of",
    "key_of",
    "key_text",
    "name_id",
    "outline_of",
    "passage_of",
    "passage_source",
    "person_of",
    "person_source",
    "stored_id",
]

Source = Mapping[str, Any]

KEY_DIGITS = 32
"""Digits of a key as OpenSearch keeps it, so that it sorts as the number does."""

_STATEMENT = (
    "speaker", "start", "end", "mode", "on_behalf_of", "quoted", "continued", "derived",
)  # fmt: skip


def stored_id(name: str) -> str:
    """What OpenSearch calls a document: its own id, or a digest where that is too long."""
    written = name.encode("utf-8", "surrogatepass")
    plain = len(written) <= 500 and not name.startswith("_")
    return name if plain and _encodes(name) else "digest " + sha256(written).hexdigest()


def _encodes(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)


def name_id(document: str, name: str) -> str:
    """What OpenSearch calls a person of a document."""
    return _digest(f"{document}\0{name}", 16).hex()


def key_of(passage: Passage, ordinal: int | None) -> int:
    """A passage's key; ``ordinal`` is its place in its outline, None for one of the user's own."""
    low = (
        ordinal if ordinal is not None else int.from_bytes(_digest(passage.id, 8), "big") | 1 << 63
    )
    return int.from_bytes(_digest(passage.document or passage.id, 8), "big") << 64 | low


def key_text(key: int) -> str:
    """A key as OpenSearch keeps it."""
    return f"{key:0{KEY_DIGITS}x}"


def _digest(text: str, size: int) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()


def engine_source(document: EngineDocument) -> dict[str, Any]:
    """What an engine's document is searched by: ``key``, ``terms``, ``tags`` and ``days``."""
    terms: dict[str, list[str]] = {}
    for field, values in document.text.items():
        if field in _POSITIONS:
            terms[field] = [" ".join(map(shown, value.split())) for value in values]
        else:
            terms[field] = [
                term for value in values for term in value.split() if not too_long(term)
            ]
    slots = zip(SLOTS, document.dates, strict=False)
    return {
        "key": key_text(document.key),
        "terms": terms,
        "tags": {
            field: [key for key in keys if not too_long(key)]
            for field, keys in document.keywords.items()
        },
        "days": {name: day for slot, days in slots for name, day in zip(slot, days, strict=True)},
    }


_POSITIONS = frozenset(("text", "title", "heading"))


def passage_source(
    passage: Passage, *, ordinal: int, revision: str, titled: bool, published: str | None
) -> dict[str, Any]:
    """A passage as it reads."""
    days = dates.bounds(passage.date) if passage.date else None
    first = f"{days[0]:08}" if days else ""
    return {
        "id": passage.id,
        "document": passage.document,
        "revision": revision,
        "ordinal": ordinal,
        "section": passage.section,
        "start": passage.start,
        "end": passage.end or passage.start + len(passage.text),
        "title": passage.title,
        "headings": list(passage.headings),
        "text": passage.text,
        "date": f"{first[:4]}-{first[4:6]}-{first[6:]}" if first else None,
        "date_written": passage.date,
        "published": published,
        "titled": titled,
        "place": passage.place,
        "speakers": list(passage.speakers),
        "topics": list(passage.topics),
        "people": list(passage.people),
        "countries": list(passage.countries),
        "statements": [
            {name: _plain(getattr(statement, name)) for name in _STATEMENT}
            for statement in passage.statements
        ],
    }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def passage_of(source: Source) -> Passage:
    """The passage of a source."""
    return Passage(
        id=source["id"],
        text=source["text"],
        title=source["title"],
        document=source["document"],
        section=source["section"],
        headings=tuple(source["headings"]),
        start=source["start"],
        end=source["end"],
        speakers=tuple(source["speakers"]),
        topics=tuple(source["topics"]),
        statements=tuple(_statement(one) for one in source["statements"]),
        people=tuple(source["people"]),
        countries=tuple(source["countries"]),
        date=source["date_written"],
        place=source["place"],
    )


def _statement(source: Source) -> Statement:
    return Statement(
        speaker=source["speaker"],
        start=source["start"],
        end=source["end"],
        mode=source["mode"],
        on_behalf_of=source["on_behalf_of"],
        quoted=tuple(source["quoted"]),
        continued=source["continued"],
        derived=tuple(source["derived"]),
    )


def document_source(outline: Outline, *, digest: str, revision: str, given: str) -> dict[str, Any]:
    """An outline without its passages and people; without a digest, its id is reserved only."""
    return {
        "id": outline.id,
        "path": outline.path or None,
        "digest": digest,
        "revision": revision,
        "title": outline.title,
        "kind": outline.kind,
        "date_published": outline.date_published,
        "date_meeting": outline.date_meeting,
        "place": outline.place,
        "occasion": outline.occasion,
        "passages": len(outline.passages),
        "sections": [
            {"id": section.id, "heading": section.heading, "level": section.level}
            for section in outline.sections
        ],
        "boilerplate": list(outline.boilerplate),
        "acronyms": [{"short": short, "full": full} for short, full in outline.acronyms],
        "derived": list(outline.derived),
        "given": given,
        "text": outline.text,
    }


def entry_of(source: Source) -> DocumentEntry:
    """The entry of a document's source."""
    return DocumentEntry(
        id=source["id"],
        path=source["path"],
        digest=source["digest"],
        title=source["title"],
        kind=source["kind"],
        date_published=source["date_published"],
        date_meeting=source["date_meeting"],
        place=source["place"],
        passages=source["passages"],
    )


def outline_of(source: Source, people: Sequence[PersonRow], passages: Sequence[Passage]) -> Outline:
    """The outline of a document's source."""
    return Outline(
        id=source["id"],
        text=source["text"],
        title=source["title"],
        kind=source["kind"],
        date_published=source["date_published"],
        date_meeting=source["date_meeting"],
        place=source["place"],
        occasion=source["occasion"],
        participants=tuple(p.person for p in people if p.participant),
        persons=tuple(p.person for p in people if not p.participant),
        sections=tuple(Section(s["id"], s["heading"], s["level"]) for s in source["sections"]),
        passages=tuple(passages),
        boilerplate=tuple(source["boilerplate"]),
        acronyms=tuple((a["short"], a["full"]) for a in source["acronyms"]),
        path=source["path"] or "",
        derived=tuple(source["derived"]),
    )


def person_source(outline: Outline, *, revision: str) -> Iterator[dict[str, Any]]:
    """The people of an outline; the canonical name is the document's own at first."""
    named: dict[str, int] = {}
    for passage in outline.passages:
        for name in set(passage.people):
            named[name] = named.get(name, 0) + 1
    seen: set[str] = set()
    for position, person in enumerate((*outline.participants, *outline.persons)):
        if person.name in seen:
            continue
        seen.add(person.name)
        yield {
            "document": outline.id,
            "revision": revision,
            "position": position,
            "name": person.name,
            "canonical": person.name,
            "renamed": False,
            "role": person.role,
            "country": person.country,
            "variants": list(person.variants),
            "participant": person in outline.participants,
            "attended": person.attended,
            "derived": list(person.derived),
            "passages": named.get(person.name, 0),
        }


def person_of(source: Source) -> PersonRow:
    """The person of a source."""
    return PersonRow(
        document=source["document"],
        canonical=source["canonical"],
        person=Person(
            name=source["name"],
            role=source["role"],
            country=source["country"],
            variants=tuple(source["variants"]),
            attended=source["attended"],
            derived=tuple(source["derived"]),
        ),
        participant=source["participant"],
        passages=source["passages"],
    )


def in_order(rows: Iterable[tuple[Source, PersonRow]]) -> list[PersonRow]:
    """People by document and by their place in it."""
    kept = sorted(rows, key=lambda pair: (pair[0]["document"], pair[0]["position"]))
    return [row for _, row in kept]
