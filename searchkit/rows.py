"""Records to rows of the catalog and back.

Lists are JSON arrays; a statement is an array of its fields in their order.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from . import dates
from .errors import IndexDamaged
from .records import Outline, Passage, Person, Section, Statement, unfrozen

__all__ = [
    "INDEXED",
    "PASSAGE",
    "STATEMENTS",
    "DocumentEntry",
    "Mention",
    "PersonRow",
    "Stored",
    "checked",
    "document_row",
    "dump",
    "entry_of",
    "mention_of",
    "outline_of",
    "passage_of",
    "passage_row",
    "person_of",
    "person_rows",
    "renamed_of",
    "stored_of",
    "tag_values",
    "with_names",
    "wording_of",
]

PASSAGE = (
    "key, id, document, section, start, end, title, date, place, headings, speakers, topics, "
    "statements, people, countries, text"
)
"""The columns that :func:`passage_of` reads, the first of a row; the very first is the key."""

_COLUMNS = PASSAGE.count(",") + 1
_PLACE = PASSAGE.split(", ").index
_TITLE, _HEADINGS, STATEMENTS = map(_PLACE, ("title", "headings", "statements"))
"""Where some of them stand in a row."""

INDEXED = (
    "key, id, document, title, date, place, headings, speakers, topics, people, countries, text"
)
"""The columns that :func:`stored_of` reads, before two of its own."""


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


class Stored(NamedTuple):
    """A passage for an engine to index: without its statements and its place in the source.

    ``titled`` tells whether its title counts as words of the passage: a document's title is part
    of its first passage, so that the words of a title are found once and not in every passage.
    ``published`` is the document's date of issue, beside the passage's own date.
    """

    key: int
    passage: Passage
    titled: bool
    published: str | None


def stored_of(row: tuple[Any, ...]) -> Stored:
    """What an engine indexes of a row: :data:`INDEXED`, the date of issue, whether it is titled."""
    (
        key, name, document, title, date, place,
        headings, speakers, topics, people, countries, text, published, titled,
    ) = row  # fmt: skip
    try:
        passage = Passage(
            _text(name),
            _text(text),
            _text(title),
            _text(document),
            headings=_texts(headings),
            speakers=_texts(speakers),
            topics=_texts(topics),
            people=_texts(people),
            countries=_texts(countries),
            date=_date(date) if date is not None else None,
            place=_text_or_none(place),
        )
        day = _date(published) if published is not None else None
        return Stored(_number(key), passage, bool(titled), day)
    except _DAMAGE as error:
        raise _damaged(row, error) from error


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as one document names them; ``passages`` counts those that name them."""

    document: str
    canonical: str
    person: Person
    participant: bool
    passages: int


@dataclass(frozen=True, slots=True)
class Mention:
    """How some documents name a person, in the same words all of them, and in how many passages."""

    canonical: str
    person: Person
    documents: int
    passages: int


def mention_of(row: tuple[Any, ...]) -> Mention:
    """A mention of a row: canonical name, name, role, country, variants, documents, passages."""
    canonical, name, role, country, variants, documents, passages = row
    with _reading(row):
        person = Person(
            name=_text(name),
            role=_text_or_none(role),
            country=_text_or_none(country),
            variants=_texts(variants),
        )
        return Mention(_text(canonical), person, _number(documents), _number(passages))


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
    with _reading(row):
        return Outline(
            id=_text(row["id"]),
            text=_text(row["text"]),
            title=_text(row["title"]),
            kind=_text_or_none(row["kind"]),
            date_published=_date(row["date_published"]),
            date_meeting=_date(row["date_meeting"]),
            place=_text_or_none(row["place"]),
            occasion=_text_or_none(row["occasion"]),
            participants=tuple(p.person for p in people if p.participant),
            persons=tuple(p.person for p in people if not p.participant),
            sections=tuple(
                Section(_text(name), _text_or_none(heading), _number(level))
                for name, heading, level in _list(row["sections"])
            ),
            passages=tuple(passages),
            boilerplate=_texts(row["boilerplate"]),
            acronyms=tuple((_text(short), _text(full)) for short, full in _list(row["acronyms"])),
            path=_text_or_none(row["path"]) or "",
            derived=_texts(row["derived"]),
        )


def entry_of(row: tuple[Any, ...]) -> DocumentEntry:
    """The entry of a row of ``documents`` with the columns of :class:`DocumentEntry`."""
    name, path, digest, title, kind, published, meeting, place, passages = row
    with _reading(row):
        return DocumentEntry(
            _text(name),
            _text_or_none(path),
            _text(digest),
            _text(title),
            _text_or_none(kind),
            _date(published),
            _date(meeting),
            _text_or_none(place),
            _number(passages),
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
    with _reading(row):
        return PersonRow(
            document=_text(row["document"]),
            canonical=_text(row["canonical"]),
            person=Person(
                name=_text(row["name"]),
                role=_text_or_none(row["role"]),
                country=_text_or_none(row["country"]),
                variants=_texts(row["variants"]),
                attended=bool(row["attended"]),
                derived=_texts(row["derived"]),
            ),
            participant=bool(row["participant"]),
            passages=_number(row["passages"]),
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
        _texts_column(tuple(passage.headings)),
        _texts_column(tuple(passage.speakers)),
        _texts_column(tuple(passage.topics)),
        dump([_statement_row(s) for s in passage.statements]) if passage.statements else "[]",
        _texts_column(tuple(passage.people)),
        _texts_column(tuple(passage.countries)),
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


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dump(value: object) -> str:
    """A value as JSON without spaces, as the catalog keeps it."""
    return _encode(value)


@lru_cache(maxsize=4096)  # the same few come again and again
def _texts_column(values: tuple[str, ...]) -> str:
    return dump(values)


def _statement_row(s: Statement) -> list[object]:
    return [s.speaker, s.start, s.end, s.mode, s.on_behalf_of, s.quoted, s.continued, s.derived]


def _statement(row: list[Any]) -> Statement:
    speaker, start, end, mode, behalf, quoted, continued, derived = row
    return Statement(
        speaker=_text(speaker),
        start=_number(start),
        end=_number(end),
        mode=_text_or_none(mode),
        on_behalf_of=_text_or_none(behalf),
        quoted=_strings(quoted),
        continued=bool(continued),
        derived=_strings(derived),
    )


def passage_of(row: sqlite3.Row | tuple[Any, ...]) -> Passage:
    """The passage of a row with the columns of :data:`PASSAGE`."""
    # In the order of the columns: by its name each would be looked for.
    (
        _, name, document, section, start, end, title, date, place,
        headings, speakers, topics, statements, people, countries, text,
    ) = row[:_COLUMNS]  # fmt: skip
    made: Any = _Passage()
    try:
        made.id = _text(name)
        made.text = _text(text)
        made.title = _text(title)
        made.document = _text(document)
        made.section = _text(section)
        made.headings = _texts(headings)
        made.start = _number(start)
        made.end = _number(end)
        made.speakers = _texts(speakers)
        made.topics = _texts(topics)
        made.statements = tuple(map(_statement, _list(statements))) if statements != "[]" else ()
        made.people = _texts(people)
        made.countries = _texts(countries)
        made.date = _date(date)
        made.place = _text_or_none(place)
    except _DAMAGE as error:
        raise _damaged(row, error) from error
    made.__class__ = Passage
    return made  # type: ignore[no-any-return]


_Passage = unfrozen(Passage)


def wording_of(row: tuple[Any, ...]) -> tuple[str, ...]:
    """Title, headings and text of a row with the columns of :data:`PASSAGE`."""
    try:
        return _text(row[_TITLE]), *_texts(row[_HEADINGS]), _text(row[_COLUMNS - 1])
    except _DAMAGE as error:
        raise _damaged(row, error) from error


def renamed_of(row: tuple[Any, ...]) -> tuple[tuple[str, str], str]:
    """Document and name in it, and canonical name, of a row of these."""
    document, name, canonical = row
    with _reading(row):
        return (_text(document), _text(name)), _text(canonical)


# A catalog may come from a stranger, and SQLite keeps values of any type in any column.


class _reading:
    """Says of a row whose values are not what the catalog writes that it is damaged."""

    __slots__ = ("_row",)

    def __init__(self, row: sqlite3.Row | tuple[Any, ...]) -> None:
        self._row = row

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, _DAMAGE):
            raise _damaged(self._row, error) from error


_DAMAGE = TypeError, ValueError, RecursionError


def _damaged(row: sqlite3.Row | tuple[Any, ...], error: BaseException) -> IndexDamaged:
    return IndexDamaged(
        f'the catalog has a damaged row ({row[0]!r:.40}: {error!s:.80}): run "searchkit check"'
    )


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError(f"{value!r:.40} is no text")
    return value


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(f"{value!r:.40} is no whole number")
    return value


def _date(value: Any) -> str | None:
    if value is not None:
        dates.bounds(_text(value))
    return value  # type: ignore[no-any-return]


def _list(column: Any) -> list[Any]:
    values = [] if column == "[]" else json.loads(_text(column))
    if type(values) is not list:
        raise TypeError(f"{column!r:.40} is no list")
    return values


def _strings(values: Any) -> tuple[str, ...]:
    if type(values) is not list:
        raise TypeError(f"{values!r:.40} is no list")
    return tuple(map(_text, values))


@lru_cache(maxsize=4096)
def _texts(column: Any) -> tuple[str, ...]:
    return () if column == "[]" else _strings(_list(column))


def with_names(passage: Passage, names: dict[tuple[str, str], str]) -> Passage:
    """The passage with everybody under the name that holds across documents."""
    if not names:
        return passage

    def known(name: str) -> str:
        return names.get((passage.document, name), name)

    def in_statement(s: Statement) -> Statement:
        speaker, quoted = known(s.speaker), tuple(map(known, s.quoted))
        behalf = known(s.on_behalf_of) if s.on_behalf_of else None
        if (speaker, behalf, quoted) == (s.speaker, s.on_behalf_of, s.quoted):
            return s
        told = speaker == s.speaker or "speaker" in s.derived
        derived = s.derived if told else (*s.derived, "speaker")
        return replace(s, speaker=speaker, derived=derived, on_behalf_of=behalf, quoted=quoted)

    speakers = tuple(dict.fromkeys(map(known, passage.speakers)))
    people = tuple(dict.fromkeys(map(known, passage.people)))
    statements = tuple(map(in_statement, passage.statements))
    if (speakers, people, statements) == (passage.speakers, passage.people, passage.statements):
        return passage
    return replace(passage, speakers=speakers, people=people, statements=statements)


_TEXTS = ("id", "text", "title", "document", "section")
_LISTS = ("headings", "speakers", "topics", "people", "countries")
_texts_of, _lists_of = attrgetter(*_TEXTS), attrgetter(*_LISTS)


def checked(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, one by one.

    Raises:
        ValueError: it is no passage, a field is of the wrong type, or a date does not exist.
    """
    for passage in passages:
        if not isinstance(passage, Passage):
            raise ValueError(f"{passage!r:.60} is no searchkit.Passage")
        if set(map(type, _texts_of(passage))) != {str}:
            for name in _TEXTS:
                if not isinstance(value := getattr(passage, name), str):
                    raise ValueError(f"{name} of a passage must be a str, and is {value!r:.40}")
        if not passage.id.strip():
            raise ValueError(f"a passage needs an id: {passage.text[:40]!r} has none")
        for name, values in zip(_LISTS, _lists_of(passage), strict=True):
            if values == ():
                continue
            if isinstance(values, str) or not all(isinstance(value, str) for value in values):
                raise ValueError(
                    f"{name} of passage {passage.id!r} must be a tuple of str, as in ('Ana Lima',)"
                )
        if passage.date is not None:
            dates.bounds(passage.date)
        yield passage
