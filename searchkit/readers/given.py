"""What is known of a document besides its text, and where users write it down.

*Front matter* is YAML between two lines ``---`` at the top of a text or Markdown file. A *sidecar*
is a file ``outline.toml`` beside the documents, with a table for each file name or pattern; where
both say something, the sidecar counts. Both take these keys, and an empty text means "none":

========================================= ====================================================
``title`` ``kind`` ``place`` ``occasion`` text
``date`` (or ``date_published``)          the date of issue: 2004-05-12, 2004-05, 2004, --05-12
``date_meeting``                          the date of the meeting, written alike
``participants``                          a list of names, or of tables with name, role, country
``speakers``                              to whom passages are attributed that name nobody
``topics``                                topics that every passage is about
========================================= ====================================================

A mistake never keeps a document from being read: it is noted as ``file:line: reason``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import dates
from ..errors import IndexDamaged
from .walking import SIDECAR

__all__ = ["Attendee", "Given", "from_sidecar", "front_matter"]

_TEXTS = ("title", "kind", "date_published", "date_meeting", "place", "occasion")
_LISTS = ("speakers", "topics")
_DATES = frozenset({"date_published", "date_meeting"})
_OTHER_NAMES = {"date": "date_published", "published": "date_published"}
_KEYS = (*_TEXTS, "date", "participants", *_LISTS)
_LARGEST = 1 << 16
"""No front matter is longer, in characters."""
_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z_][\w -]{0,40}:(?:\s|\Z)")
_DATE = re.compile(r"(?:\d{4}(?:-\d{2}){0,2}|--\d{2}(?:-\d{2})?)(?=\Z|[T ]\d\d:)")


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who took part."""

    name: str
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is given of a document.

    ``texts`` are (key, value) of what corrects the text's own title, kind, dates, place and
    occasion, where ``""`` stands for none. ``name`` is the title that a page has in its head, for
    one whose text has none, ``issued`` the day of issue that it has there, ``site`` whose page it
    is by its head. ``dropped`` are lines that were left out of the extracted text.
    """

    texts: tuple[tuple[str, str], ...] = ()
    participants: tuple[Attendee, ...] = ()
    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    name: str = ""
    dropped: tuple[str, ...] = ()
    issued: str = ""
    site: str = ""

    def over(self, other: Given) -> Given:
        """What both give, this one where they differ."""
        return Given(
            tuple((dict(other.texts) | dict(self.texts)).items()),
            self.participants or other.participants,
            self.speakers or other.speakers,
            self.topics or other.topics,
            self.name or other.name,
            self.dropped or other.dropped,
            self.issued or other.issued,
            self.site or other.site,
        )

    def to_json(self) -> str:
        """As JSON, for the catalog; ``""`` where nothing is given."""
        return "" if self == Given() else json.dumps(asdict(self), ensure_ascii=False)

    @staticmethod
    def from_json(stored: str) -> Given:
        """What :meth:`to_json` has written."""
        if not stored:
            return Given()
        try:
            values = json.loads(stored)
            given = Given(
                tuple((key, value) for key, value in values["texts"]),
                tuple(Attendee(**one) for one in values["participants"]),
                tuple(values["speakers"]),
                tuple(values["topics"]),
                values["name"],
                tuple(values["dropped"]),
                values.get("issued", ""),
                values.get("site", ""),
            )
            said = (*(each for pair in given.texts for each in pair), *given.speakers, given.name)
            said = (*said, given.issued, given.site)
            named = (each for one in given.participants for each in (one.name, one.role or ""))
            if not all(type(one) is str for one in (*said, *named, *given.topics, *given.dropped)):
                raise ValueError("it has another shape")
        except (ValueError, TypeError, LookupError, RecursionError) as error:
            raise IndexDamaged(
                f"what was given of a document is damaged ({error!s:.60})"
            ) from error
        return given


class _Mistake(Exception):
    """One value that cannot be used; the message is the reason."""


def _given(values: Mapping[str, Any], strict: bool) -> tuple[Given, list[tuple[str, str]]]:
    """What ``values`` give, and (key, reason) of those that are wrong."""
    found: dict[str, Any] = {}
    mistakes: list[tuple[str, str]] = []
    for written, value in values.items():
        key = _OTHER_NAMES.get(written, written)
        try:
            if key in _TEXTS:
                found[key] = _date(value) if key in _DATES else _text(value)
            elif key in _LISTS:
                found[key] = tuple(map(_text, value if isinstance(value, list) else [value]))
            elif key == "participants":
                listed = value if isinstance(value, list) else [value]
                found[key] = tuple(map(_attendee, listed))
            elif strict:
                raise _Mistake(f"no such key: there are {', '.join(_KEYS)}")
        except _Mistake as mistake:
            mistakes.append((written, f"{written}: {mistake}"))
    texts = tuple((key, found.pop(key)) for key in _TEXTS if key in found)
    return Given(texts, **found), mistakes


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | list | dict):
        raise _Mistake("write it as a text in quotation marks")
    return " ".join(str(value).split())


def _date(value: object) -> str:
    text = _text(value)
    match = _DATE.match(text)
    if not text or match is None:
        if text:
            raise _Mistake(f"{text!r} is not a date: write 2004-05-12, 2004-05, 2004 or --05-12")
        return ""
    try:
        # The 29th of February, of no year, is a day of some year.
        dates.bounds(match[0].replace("--", "2000-", 1) if text[0] == "-" else match[0])
    except ValueError as error:
        raise _Mistake(f"{text!r} is not a date of the calendar ({error})") from None
    return match[0]


def _attendee(value: object) -> Attendee:
    if isinstance(value, dict):
        if not _text(value.get("name")) or value.keys() - {"name", "role", "country"}:
            raise _Mistake("a participant has a name, and may have a role and a country")
        return Attendee(
            _text(value["name"]),
            _text(value.get("role")) or None,
            _text(value.get("country")) or None,
        )
    name, _, role = _text(value).partition(",")
    if not name:
        raise _Mistake("a participant has a name")
    return Attendee(name, role.strip() or None)


def front_matter(text: str, name: str = "") -> tuple[Given, int, tuple[str, ...]]:
    """What the front matter of ``text`` gives, where it ends, and notes of its mistakes.

    Args:
        name: the file's, for the notes.

    Returns:
        An end of 0 where there is none: lines ``---`` around anything but YAML are just lines.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), _LARGEST) if opening else None
    if opening is None or closing is None:
        return Given(), 0, ()
    inside = text[opening.end() : closing.start()]
    if not any(_KEY.match(line) for line in inside.splitlines()):
        return Given(), 0, ()
    import yaml

    try:
        root = yaml.compose(inside, Loader=yaml.SafeLoader)
        if not isinstance(root, yaml.MappingNode):
            raise ValueError("no keys")
        keys = {str(key.value): key.start_mark.line + 2 for key, _ in root.value}
        values = {str(key.value): _plain(value) for key, value in root.value}
    except (yaml.YAMLError, RecursionError, TypeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        problem = getattr(error, "problem", None) or "write keys and values"
        return Given(), closing.end(), (f"{name}:{line}: front matter is not YAML: {problem}",)
    given, mistakes = _given(values, strict=False)
    notes = tuple(f"{name}:{keys[key]}: {reason}" for key, reason in mistakes)
    return given, closing.end(), notes


def _plain(node: Any, depth: int = 0) -> Any:
    """A YAML node as text, list or dict; nothing is built by tag, and aliases nest only so deep."""
    if isinstance(node.value, str):
        return "" if node.tag.endswith(":null") else node.value
    if depth > 2:
        raise ValueError("nested too deeply")
    if node.id == "sequence":
        return [_plain(item, depth + 1) for item in node.value]
    return {str(key.value): _plain(value, depth + 1) for key, value in node.value}


@dataclass(frozen=True, slots=True)
class _Sidecar:
    tables: tuple[tuple[str, Given], ...] = ()
    notes: tuple[str, ...] = ()


def from_sidecar(path: Path) -> tuple[Given, tuple[str, ...]]:
    """What the sidecar beside the document at ``path`` gives of it, and notes of its mistakes.

    Of several tables that match the file's name, a later one counts over an earlier one.
    """
    place = path.parent / SIDECAR
    try:
        status = place.stat()
    except OSError:
        return Given(), ()
    sidecar = _read(place, status.st_mtime_ns, status.st_size)
    given = Given()
    for pattern, one in sidecar.tables:
        if fnmatchcase(path.name, pattern):
            given = one.over(given)
    return given, sidecar.notes


@lru_cache(maxsize=64)
def _read(place: Path, changed: int, size: int) -> _Sidecar:  # noqa: ARG001  part of the cache's key
    import tomllib

    try:
        source = place.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        line = at[1] if at else "1"
        reason = re.sub(r" \(at .*\)", "", str(error))
        return _Sidecar(notes=(f"{place}:{line}: not TOML: {reason}",))
    except (OSError, ValueError, RecursionError) as error:
        return _Sidecar(notes=(f"{place}:1: cannot be read: {error}",))
    lines = source.splitlines()
    found: list[tuple[str, Given]] = []
    notes: list[str] = []
    for pattern, table in tables.items():
        if not isinstance(table, dict):
            line = _line(lines, [rf"{_quoted(pattern)}\s*="])
            notes.append(f'{place}:{line}: {pattern}: write it under ["FILE NAME"]')
            continue
        given, mistakes = _given(table, strict=True)
        found.append((pattern, given))
        for key, reason in mistakes:
            line = _line(lines, [rf"\[\s*{_quoted(pattern)}\s*[].]", rf"{_quoted(key)}\s*="])
            notes.append(f"{place}:{line}: {reason}")
    return _Sidecar(tuple(found), tuple(notes))


def _quoted(text: str) -> str:
    return rf"""["']?{re.escape(text)}["']?"""


def _line(lines: list[str], patterns: Iterable[str]) -> int:
    """The number of the line that the last of ``patterns`` matches, each after the one before."""
    at = -1
    for pattern in patterns:
        found: Iterator[int] = (
            i for i in range(at + 1, len(lines)) if re.match(rf"\s*{pattern}", lines[i])
        )
        at = next(found, at)
    return max(at, 0) + 1
