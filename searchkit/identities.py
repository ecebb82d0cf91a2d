"""What the user says about who is who: names that are one person's, and names that are not.

The rule that unites people over documents (:mod:`searchkit.persons`) sees names, offices,
countries and years, and can be wrong. An *identity* is a name, perhaps only in some documents.
A list under ``same`` makes its identities one person, shown by the name of the first; a list under
``different`` keeps them apart. Both stand in a TOML file::

    same = [
        ["Junichiro Koizumi", "Koizumi Jun"],
    ]
    different = [
        ["Ivanov", "Igor Ivanov"],
        ["Jane Roe", {name = "Jane Roe", documents = "1990-*", as = "Jane Roe (senator)"}],
    ]

A name is compared without regard to case, accents and signs, with the name that a document gives
somebody and with every form of it there. ``documents`` is a pattern of ids, ``as`` the name to
show.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from . import analysis
from .errors import PeopleError
from .records import Person

__all__ = ["Identities", "Identity"]

_LISTS = ("same", "different")
_KEYS = ("name", "documents", "as")

Names = Mapping[tuple[str, str], str]
"""(document, name in it) -> the name that holds over the collection."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A name as documents have it.

    ``documents`` is a pattern of their ids, ``shown`` the name to show.
    """

    name: str
    documents: str | None = None
    shown: str | None = None

    @property
    def label(self) -> str:
        """The name to show."""
        return self.shown or self.name

    def fits(self, document: str, keys: frozenset[str]) -> bool:
        """Whether somebody whose forms have ``keys`` in ``document`` is meant."""
        here = self.documents is None or fnmatchcase(document, self.documents)
        return here and analysis.key(self.name) in keys


@dataclass(frozen=True, slots=True)
class Identities:
    """The lists of a file, in order."""

    same: tuple[tuple[Identity, ...], ...] = ()
    different: tuple[tuple[Identity, ...], ...] = ()

    @classmethod
    def load(cls, path: Path) -> Identities:
        """Read a file.

        Raises:
            PeopleError: it has a mistake; the message is ``file:line: reason``.
        """
        return _File(path).identities()

    def to_json(self) -> str:
        """The text that :meth:`from_json` reads."""
        return json.dumps(
            [
                [[[i.name, i.documents, i.shown] for i in group] for group in groups]
                for groups in (self.same, self.different)
            ]
        )

    @classmethod
    def from_json(cls, text: str | None) -> Identities:
        """What an index keeps; nothing at all if it keeps none."""
        if not text:
            return cls()
        same, different = (
            tuple(tuple(Identity(*fields) for fields in group) for group in groups)
            for groups in json.loads(text)
        )
        return cls(same, different)

    def applied(
        self, names: Names, people: Iterable[tuple[str, Person]]
    ) -> dict[tuple[str, str], str]:
        """``names`` with what the lists say of the ``people``: (document, person in it)."""
        found = dict(names)
        keys = {(document, person.name): _keys(person) for document, person in people}
        for group in self.same:
            _unite(group, found, keys)
        for group in self.different:
            _part(group, found, keys)
        return found


_Forms = Mapping[tuple[str, str], frozenset[str]]


def _keys(person: Person) -> frozenset[str]:
    return frozenset(analysis.key(form) for form in (person.name, *person.variants))


def _meant(identity: Identity, keys: _Forms) -> list[tuple[str, str]]:
    return [row for row, forms in keys.items() if identity.fits(row[0], forms)]


def _unite(group: Sequence[Identity], names: dict[tuple[str, str], str], keys: _Forms) -> None:
    """Everybody of a group, and whom the rule takes for one of them, under one name."""
    rows: set[tuple[str, str]] = set()
    whole: set[str] = set()
    for identity in group:
        meant = _meant(identity, keys)
        rows.update(meant)
        if identity.documents is None:
            whole.update(names[row] for row in meant)
    label = group[0].label
    for row, name in names.items():
        if row in rows or name in whole:
            names[row] = label


def _part(group: Sequence[Identity], names: dict[tuple[str, str], str], keys: _Forms) -> None:
    """Those of a group whom the rule takes for one, each under a name of his or her own."""
    owner: dict[tuple[str, str], Identity] = {}
    # Who is meant in some documents only is meant there before anybody else.
    for identity in sorted(group, key=lambda i: i.documents is None):
        for row in _meant(identity, keys):
            owner.setdefault(row, identity)
    sharing: dict[str, set[Identity]] = defaultdict(set)
    for row, identity in owner.items():
        sharing[names[row]].add(identity)
    for row, identity in owner.items():
        one = names[row]
        if identity.shown or len(sharing[one]) > 1:
            keeper = next((i for i in group if i.label == one), group[0])
            if identity.shown or identity is not keeper:
                names[row] = identity.label


class _File:
    """A file of identities, read line by line for the sake of its errors."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.source = path.read_text("utf-8-sig")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            raise PeopleError(f"{path}:{line}: not UTF-8 text; save the file as UTF-8") from None
        except OSError as error:
            raise PeopleError(f"{path}: cannot be read: {error.strerror}") from None

    def identities(self) -> Identities:
        import tomllib

        try:
            tables = tomllib.loads(self.source)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"line (\d+)", str(error))
            line = at.group(1) if at else self.source.count("\n") + 1
            reason = re.sub(r" \(at .*\)", "", str(error))
            raise PeopleError(f"{self.path}:{line}: not TOML: {reason}") from None
        for key in tables:
            if key not in _LISTS:
                raise self.error(f'unknown key "{key}"; the keys are same and different', key)
        groups = {key: self.groups(key, tables.get(key, [])) for key in _LISTS}
        joined = {
            frozenset((one, other))
            for group in groups["same"]
            for one in map(_sense, group)
            for other in map(_sense, group)
        }
        for group in groups["different"]:
            for i, one in enumerate(group):
                for other in group[:i]:
                    if frozenset((_sense(one), _sense(other))) in joined:
                        reason = f'"{other.name}" and "{one.name}" are said to be the same, too'
                        raise self.error(reason, "different", one.name, other.name)
                    if analysis.key(one.label) == analysis.key(other.label):
                        reason = (
                            f'two different people are both called "{one.label}": '
                            'add as = "..." to one of them'
                        )
                        raise self.error(reason, "different", one.name, other.name)
        return Identities(**groups)

    def groups(self, key: str, value: Any) -> tuple[tuple[Identity, ...], ...]:
        wanted = f'{key} must be a list of lists of names, such as [["Jane Roe", "J. Roe"]]'
        if not isinstance(value, list) or not all(isinstance(group, list) for group in value):
            raise self.error(wanted, key)
        found = []
        for group in value:
            identities = tuple(self.identity(key, item) for item in group)
            if len(identities) < 2:
                name = identities[0].name if identities else ""
                raise self.error(f"a list under {key} needs two names or more", key, name)
            found.append(identities)
        return tuple(found)

    def identity(self, key: str, item: Any) -> Identity:
        table = {"name": item} if isinstance(item, str) else item
        if not isinstance(table, dict):
            raise self.error(f"{item!r} under {key} is no name; put it in quotation marks", key)
        for field, value in table.items():
            if field not in _KEYS:
                known = ", ".join(_KEYS)
                raise self.error(f'unknown key "{field}"; the keys are {known}', key, field)
            if not isinstance(value, str) or not value.strip():
                raise self.error(f"{field} must be a text", key, field)
        name = table.get("name", "")
        if not analysis.key(name):
            raise self.error(f"a name is missing under {key}: write name = ...", key, str(name))
        return Identity(name, table.get("documents"), table.get("as"))

    def error(self, reason: str, key: str, *texts: str) -> PeopleError:
        """An error where all ``texts`` stand after ``key``, else the first, else ``key``."""
        lines = self.source.split("\n")
        begin = next(
            (i for i, line in enumerate(lines) if re.match(rf"\s*\"?{re.escape(key)}\b", line)), 0
        )
        rest = range(begin, len(lines))
        all_of_them = (i for i in rest if texts and all(text in lines[i] for text in texts))
        first = (i for i in rest if texts and texts[0] and texts[0] in lines[i])
        at = next(all_of_them, next(first, begin))
        return PeopleError(f"{self.path}:{at + 1}: {reason}")


def _sense(identity: Identity) -> tuple[str, str | None]:
    return analysis.key(identity.name), identity.documents
