"""Reads the files of Whoosh's default codec, without Whoosh.

A *segment* is an inverted index over some of the passages, in one ``.seg`` file that never changes;
the newest ``.toc`` file lists the segments and which of their *rows* (passages) are removed. Its
*pieces* are the dictionary of terms (``.trm``), the postings (``.pst``) and our own table of rows
(``.rows``): key, slots of days and lengths of fields.

Importing Whoosh takes longer than a search in a small collection, and its readers unpickle whatever
stands in the files, which can run code. Here an allow-list admits what Whoosh writes and no more.
The formats are those of ``whoosh/index.py`` (TOC), ``filedb/compound.py``, ``filedb/filetables.py``
and ``codec/whoosh3.py``.
"""

from __future__ import annotations

import pickle
import re
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from typing import Any

from ..errors import IndexDamaged
from .base import COUNTED_FIELDS, REBUILD, TEXT_FIELDS

__all__ = [
    "INDEX_NAME",
    "LENGTH_FIELDS",
    "SLOTS",
    "UNDATED",
    "Entry",
    "Places",
    "Postings",
    "Read",
    "Segment",
    "read_toc",
    "reading",
]

LENGTH_FIELDS = (*TEXT_FIELDS, *COUNTED_FIELDS)
"""The fields whose lengths the table of rows holds, in its order."""

SLOTS = 4
"""Numbers a row holds for its dates: first and last day of one, then of the other."""

UNDATED = 0
"""What a slot without a date holds."""

INDEX_NAME = "MAIN"

Read = Callable[[str], bytes]
"""A file of the index by its name."""

Postings = tuple[list[int], list[float], bytes]
"""Of a term: rows in ascending order, frequencies, and all positions, packed one after another."""


@contextmanager
def reading(place: object) -> Iterator[None]:
    """Say of every way in which reading a file goes wrong that the index there is damaged."""
    try:
        yield
    except _BROKEN as error:
        raise IndexDamaged(
            f"the search engine at {place} cannot be read: {error or type(error).__name__}; "
            f"{REBUILD}"
        ) from error


_BROKEN = (
    ArithmeticError, AttributeError, EOFError, LookupError, MemoryError, OSError, RecursionError,
    TypeError, ValueError, pickle.UnpicklingError, struct.error,
)  # fmt: skip


# Pickles


class _Record:
    """Stands in for a class of Whoosh: takes the attributes that the pickle gives it."""


def _as_bytes(text: str, _encoding: str) -> bytes:
    """How the second protocol of pickles spells bytes."""
    return text.encode("latin-1")


_ADMITTED: Mapping[tuple[str, str], Any] = {
    ("whoosh.codec.whoosh3", "W3Codec"): _Record,
    ("whoosh.codec.whoosh3", "W3Segment"): _Record,
    ("_codecs", "encode"): _as_bytes,
}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ADMITTED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in an index") from None


def _unpickle(data: bytes | memoryview) -> tuple[Any, int]:
    """The object at the start of the data, and where it ends."""
    file = BytesIO(data)
    return _Unpickler(file).load(), file.tell()


# The table of contents


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment as the table of contents lists it."""

    name: str
    rows: int
    removed: frozenset[int]


def read_toc(names: list[str], read: Read) -> tuple[int, list[Entry]]:
    """The number of the newest table of contents among the files, and the segments it lists."""
    pattern = re.compile(rf"_{INDEX_NAME}_(\d+)\.toc")
    numbers = [int(match[1]) for match in map(pattern.fullmatch, names) if match]
    if not numbers:
        raise FileNotFoundError("it has no table of contents")
    newest = max(numbers)
    data = read(f"_{INDEX_NAME}_{newest}.toc")
    # Three sizes of C types, a number to tell the byte order, the version of the format, three
    # numbers of Whoosh's version, and the length of the pickled schema, which is passed over.
    at = 3
    order, version = struct.unpack_from("!ii", data, at)
    if (order, version) != (-12345, -111):
        raise ValueError("another version of Whoosh has written it")
    at += 8
    for _ in range(3):
        _, at = _varint(data, at)
    length, at = _varint(data, at)
    at += length
    if struct.unpack_from("!i", data, at)[0] != newest:
        raise ValueError("its table of contents is another's")
    segments, _ = _unpickle(data[at + 8 :])
    return newest, [
        Entry(
            f"{INDEX_NAME}_{_plain(segment.segid, str)}",
            _plain(segment._doccount, int),
            frozenset(segment._deleted or ()),
        )
        for segment in segments
    ]


def _plain(value: object, kind: type) -> Any:
    if type(value) is not kind or (kind is str and not str(value).isalnum()):
        raise ValueError(f"{value!r} has no place in a table of contents")
    return value


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number in groups of seven bits, the lowest first, and where it ends."""
    value = 0
    for shift in range(0, 35, 7):
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("a number in its table of contents has no end")


# Segments


class Segment:
    """One segment, read into memory as a whole; terms and postings are decoded when asked for."""

    def __init__(self, entry: Entry, read: Read, place: object) -> None:
        self.entry = entry
        self._place = place
        data = memoryview(read(f"{entry.name}.seg"))
        directory, _ = _unpickle(data[struct.unpack_from("!q", data)[0] :])

        def piece(extension: str) -> memoryview:
            place = directory[entry.name + extension]
            start, length = place["offset"], place["length"]
            if not 0 <= start <= start + length <= len(data):
                raise ValueError(f"{entry.name} is cut off")
            return data[start : start + length]

        self._terms = _Terms(piece(".trm"))
        self._postings = piece(".pst")
        table, rows = piece(".rows"), entry.rows
        keys = _array("q", table[: 8 * rows])
        numbers = [
            _array("I", table[start : start + 4 * rows])
            for start in range(8 * rows, len(table), 4 * rows or 1)
        ]
        if rows and len(numbers) != SLOTS + len(LENGTH_FIELDS):
            raise ValueError(f"{entry.name} holds another number of passages")
        self.keys = keys
        self.slots = numbers[:SLOTS]
        self.lengths = dict(zip(LENGTH_FIELDS, numbers[SLOTS:], strict=False))

    def fields(self) -> list[str]:
        """The fields that have terms."""
        return list(self._terms.fields)

    def terms(self, field: str, prefix: str = "") -> Iterator[tuple[str, int]]:
        """The terms of a field that begin so, with how many rows have them, sorted."""
        with reading(self._place):
            for term, info in self._terms.starting(field, prefix.encode()):
                yield term.decode(), _TERM_INFO.unpack_from(info)[2]

    def count(self, field: str, term: str) -> int:
        """How many rows have the term, removed ones among them."""
        with reading(self._place):
            info = self._terms.find(field, term.encode())
            return _TERM_INFO.unpack_from(info)[2] if info else 0

    def postings(self, field: str, term: str) -> Postings:
        """The rows that have the term, removed ones among them."""
        rows: list[int] = []
        frequencies: list[float] = []
        positions: list[bytes] = []
        with reading(self._place):
            info = self._terms.find(field, term.encode())
            if info is None:
                return rows, frequencies, b""
            for deltas, weights, values in self._blocks(_TERM_INFO.unpack_from(info)[-1]):
                # Arrays admit nothing but numbers.
                rows.extend(accumulate(array("I", deltas)))
                if weights is None or isinstance(weights, float):
                    weights = (weights or 1.0,) * len(deltas)
                frequencies.extend(array("f", weights))
                positions.append(values or b"")
            if not 0 <= rows[0] <= rows[-1] < self.entry.rows:
                raise ValueError(f"the postings of {term!r} name a passage that is not there")
            if len(rows) != len(frequencies) or not min(frequencies) >= 1:
                raise ValueError(f"the postings of {term!r} are incomplete")
        return rows, frequencies, b"".join(positions)

    def places(self, field: str, term: str) -> Places:
        """The rows that have the term, removed ones among them, and where each has it."""
        rows, frequencies, packed = self.postings(field, term)
        with reading(self._place):
            before = list(accumulate(map(int, frequencies), initial=0))
            positions = _array("I", memoryview(packed))
            if len(positions) != before[-1]:
                raise ValueError(f"the positions of {term!r} are incomplete")
        return Places(rows, before, positions)

    def _blocks(self, at: int) -> Iterator[tuple[Any, Any, Any]]:
        """What each block of a term's postings holds: differences of rows, weights, values."""
        if bytes(self._postings[at : at + 4]) != b"W3Bl":
            raise ValueError("there are no postings where they should be")
        at += 4
        length = 1
        # The length of the last block is negative.
        while length > 0:
            (length,) = struct.unpack_from("!i", self._postings, at)
            end = at + 4 + abs(length)
            block = self._postings[at + 4 : end]
            info, start = _unpickle(block)
            if info[3]:
                raise ValueError("its postings are compressed, which searchkit does not do")
            yield _unpickle(block[start:])[0]
            at = end


class Places:
    """Where the rows of a term have it; found out for the rows that are asked for."""

    __slots__ = ("_before", "_positions", "rows")

    def __init__(self, rows: list[int], before: list[int], positions: array[int]) -> None:
        self.rows = rows
        self._before = before
        self._positions = positions

    def among(self, rows: list[int]) -> list[int]:
        """Those of ``rows``, which ascend, that have the term."""
        if len(rows) * _SEARCH < len(self.rows):
            return [row for row in rows if self._at(row) is not None]
        held = set(self.rows)
        return [row for row in rows if row in held]

    def _at(self, row: int) -> int | None:
        at = bisect_left(self.rows, row)
        return at if at < len(self.rows) and self.rows[at] == row else None

    def of(self, row: int) -> array[int]:
        """The positions in a row that has the term."""
        at = bisect_left(self.rows, row)
        return self._positions[self._before[at] : self._before[at + 1]]


_SEARCH = 20
"""How many times as many rows a term must have for looking for each of a few to be quicker."""

_TERM_INFO = struct.Struct("!BfIBBfIIq")
"""Inlined?, weight, rows, lengths, greatest weight, first and last row, where the postings are."""


_FOUND = 10_000
"""Terms of which it is kept where they stand: one query asks for each several times."""


class _Terms:
    """The dictionary: keys (two bytes for the field, then the term) in order, with their data."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        # At the end: extras (a pickle), the positions of the keys, the length of both.
        (length,) = struct.unpack_from("!i", data, len(data) - 4)
        tail = data[len(data) - 4 - length : len(data) - 4]
        if bytes(data[:4]) != b"HSH3":
            raise ValueError("there is no dictionary of terms where it should be")
        extras, end = _unpickle(tail)
        self.fields: dict[str, int] = extras["fieldmap"]
        self._at = _array(extras["indextype"], tail[end:])
        self._found: dict[bytes, memoryview | None] = {}

    def _key(self, index: int) -> bytes:
        at = self._at[index]
        (length,) = struct.unpack_from("!i", self._data, at)
        return bytes(self._data[at + 8 : at + 8 + length])

    def _value(self, index: int) -> memoryview:
        at = self._at[index]
        key, value = struct.unpack_from("!ii", self._data, at)
        return self._data[at + 8 + key : at + 8 + key + value]

    def _first(self, key: bytes) -> int:
        """The index of the first key that is not less."""
        low, high = 0, len(self._at)
        while low < high:
            middle = (low + high) // 2
            if self._key(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, field: str, term: bytes) -> memoryview | None:
        if field not in self.fields:
            return None
        key = struct.pack("!H", self.fields[field]) + term
        if key not in self._found:
            if len(self._found) >= _FOUND:
                self._found.clear()
            index = self._first(key)
            found = index < len(self._at) and self._key(index) == key
            self._found[key] = self._value(index) if found else None
        return self._found[key]

    def starting(self, field: str, prefix: bytes) -> Iterator[tuple[bytes, memoryview]]:
        if field not in self.fields:
            return
        start = struct.pack("!H", self.fields[field]) + prefix
        for index in range(self._first(start), len(self._at)):
            key = self._key(index)
            if not key.startswith(start):
                return
            yield key[2:], self._value(index)


def _array(kind: str, data: memoryview) -> array[int]:
    """Numbers that are stored with the high byte first."""
    numbers: array[int] = array(kind)
    numbers.frombytes(data)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
