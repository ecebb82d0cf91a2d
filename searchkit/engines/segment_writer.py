"""Writes segments in the formats of Whoosh's codec; importing it imports Whoosh.

Whoosh's own writer sorts all postings as one list of tuples, reads old segments through readers
that unpickle anything, and keeps lengths in a table of its own. Here postings are gathered by term
in a *batch*, and old segments are read by :mod:`searchkit.engines.segments`. Whoosh writes the
compound files and the table of contents. The dictionary and the *blocks* of postings are written
here in the same formats: its codec goes through several calls for each posting and a dozen for each
term, which takes four times as long. Left out are the tables of hashes, which nothing here reads.
"""

from __future__ import annotations

import os
import struct
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from operator import sub
from pickle import dumps
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import TOC, clean_files

from .base import MAX_TERM_BYTES, POSITION_GAP, TEXT_FIELDS, EngineDocument
from .segments import INDEX_NAME, LENGTH_FIELDS, SLOTS, UNDATED, Segment

__all__ = ["FileStorage", "RamStorage", "change", "create"]

_BATCH = 1_000_000
"""Postings that are gathered before a segment is written: about 150 MB."""

_SMALL, _LARGE = 64, 10_000
"""Segments up to the first size are merged at every change; above the second, never."""


class _Batch:
    """Passages in memory, until they become a segment."""

    def __init__(self) -> None:
        self.keys = array("q")
        self.numbers = [array("I") for _ in range(SLOTS + len(LENGTH_FIELDS))]
        # Of each term row, frequency, packed positions, and so on: tuples would take far longer.
        self.postings: dict[str, dict[str, list[Any]]] = {}
        self.size = 0

    def _field(self, field: str) -> dict[str, list[Any]]:
        if field not in self.postings:
            self.postings[field] = defaultdict(list)
        return self.postings[field]

    def add(self, document: EngineDocument) -> None:
        row = len(self.keys)
        lengths = dict.fromkeys(LENGTH_FIELDS, 0)
        for field, values in document.text.items():
            postings = self._field(field)
            length = 0
            if field in TEXT_FIELDS:
                places = _positions(values)
                for term, packed in places.items():
                    if len(term) <= _SURE or _fits(term):
                        count = len(packed) // _POSITION
                        postings[term].extend((row, count, packed))
                        length += count
                self.size += len(places)
            else:
                counts = Counter(chain.from_iterable(map(str.split, values)))
                for term, count in counts.items():
                    if len(term) <= _SURE or _fits(term):
                        postings[term].extend((row, count, b""))
                        length += count
                self.size += len(counts)
            lengths[field] = length
        for field, keys in document.keywords.items():
            postings = self._field(field)
            for key in filter(_fits, dict.fromkeys(keys)):
                postings[key].extend((row, 1, b""))
                self.size += 1
        days = [day for span in document.dates[: SLOTS // 2] for day in span]
        days += [UNDATED] * (SLOTS - len(days))
        self.keys.append(document.key)
        for numbers, number in zip(self.numbers, (*days, *lengths.values()), strict=True):
            numbers.append(number)

    def absorb(self, segment: Segment, removed: set[int]) -> None:
        """Take over what a segment holds, but for the removed rows."""
        kept = [row for row in range(len(segment.keys)) if row not in removed]
        new = {row: at for at, row in enumerate(kept, len(self.keys))}
        self.keys.extend(segment.keys[row] for row in kept)
        for numbers, old in zip(
            self.numbers, (*segment.slots, *segment.lengths.values()), strict=True
        ):
            numbers.extend(old[row] for row in kept)
        for field in segment.fields():
            postings = self._field(field)
            for term, _ in segment.terms(field):
                rows, counts, packed = segment.postings(field, term)
                width = _POSITION if packed else 0
                found: list[Any] = []
                at = 0
                for row, count in zip(rows, counts, strict=True):
                    end = at + width * int(count)
                    if row in new:
                        found += new[row], int(count), packed[at:end]
                    at = end
                if found:
                    postings[term].extend(found)
                    self.size += len(found) // 3

    def write(self, storage: Any) -> Any:
        """Write the segment and hand it back as Whoosh's record of it."""
        segment = W3Codec().new_segment(storage, INDEX_NAME)
        _write_terms(storage, segment, self.postings)
        with segment.create_file(storage, ".rows") as file:
            for numbers in (self.keys, *self.numbers):
                file.write_array(numbers)
        segment.set_doc_count(len(self.keys))
        segment.create_compound_file(storage)
        return segment


def _write_terms(storage: Any, segment: Any, fields: Mapping[str, Mapping[str, list[Any]]]) -> None:
    """Write the dictionary of terms and the postings of a segment, field by field."""
    starts: array[int] = array("I")
    at, begin = len(_DICTIONARY), 0
    with (
        segment.create_file(storage, W3Codec.TERMS_EXT) as dictionary,
        segment.create_file(storage, W3Codec.POSTS_EXT) as blocks,
    ):
        dictionary.write(_DICTIONARY)
        for number, (field, postings) in enumerate(fields.items()):
            prefix = struct.pack("!H", number)
            entries, written = [], []
            for term in sorted(postings):
                rows, counts, values = (postings[term][n::3] for n in range(3))
                packed = _blocks(rows, counts, values if field in TEXT_FIELDS else None)
                info = _TERM_INFO.pack(
                    0, sum(counts), len(rows), 0, 0, max(counts), rows[0], rows[-1],
                    begin, len(packed),
                )  # fmt: skip
                key = prefix + term.encode()
                entries.append(_SIZES.pack(len(key), len(info)) + key + info)
                written.append(packed)
                starts.append(at)
                at += len(entries[-1])
                begin += len(packed)
            dictionary.write(b"".join(entries))
            blocks.write(b"".join(written))
        # Nothing is found through the 256 tables of hashes: they are empty.
        dictionary.write(struct.pack("!qi", at, 0) * 256)
        names = {field: number for number, field in enumerate(fields)}
        extras = {"fieldmap": names, "indextype": starts.typecode, "indexlen": len(starts)}
        tail = dumps(extras, _PICKLE)
        dictionary.write(tail)
        dictionary.write_array(starts)
        dictionary.write_int(len(tail) + starts.itemsize * len(starts))


_DICTIONARY = b"HSH3" + bytes(9)
_SIZE, _SIZES = struct.Struct("!i"), struct.Struct("!ii")
_TERM_INFO = struct.Struct("!BfIBBfIIqi")
_BLOCK = 128
"""Postings of a block."""
_PICKLE = 3
"""The protocol of pickles: the first in which bytes are bytes."""


def _blocks(rows: list[int], counts: list[int], values: list[bytes] | None) -> bytes:
    """The postings of a term as they are stored; ``values`` are the positions in each row."""
    parts = [b"W3Bl"]
    for first in range(0, len(rows), _BLOCK):
        some, often = rows[first : first + _BLOCK], counts[first : first + _BLOCK]
        most = max(often)
        differences = (some[0], *map(sub, some[1:], some))
        weights = None if most == 1 else tuple(map(float, often))
        places = None if values is None else b"".join(values[first : first + _BLOCK])
        info = dumps((len(some), some[-1], most, 0, 0, 0), _PICKLE)
        data = dumps((differences, weights, places), _PICKLE)
        size = len(info) + len(data)
        parts += [_SIZE.pack(-size if first + _BLOCK >= len(rows) else size), info, data]
    return b"".join(parts)


def _positions(values: Iterable[str]) -> dict[str, bytes]:
    """Term -> its positions, packed."""
    found: dict[str, bytes] = {}
    position = 0
    for value in values:
        terms = value.split()
        end = position + len(terms)
        known = end <= len(_FIRST)
        places = _FIRST[position:end] if known else map(_packed, range(position, end))
        for term, packed in zip(terms, places, strict=True):
            if term in found:
                found[term] += packed
            else:
                found[term] = packed
        position = end + POSITION_GAP
    return found


_POSITION = 4
"""Bytes of a position."""
_packed = struct.Struct("!I").pack
_FIRST = list(map(_packed, range(1_000)))
"""The first positions, packed: few passages have more."""


_SURE = MAX_TERM_BYTES // 4
"""Characters of a term that fits, whatever they are: one takes four bytes at most."""


def _fits(term: str) -> bool:
    return len(term.encode()) <= MAX_TERM_BYTES


def create(storage: Any) -> None:
    """Write the table of contents of an empty index."""
    # The schema is for Whoosh's own readers and writers, of which none is used.
    TOC(Schema(), [], 0).write(storage, INDEX_NAME)


def change(
    storage: Any,
    number: int,
    segments: list[Segment],
    *,
    removed: Iterable[int],
    added: Iterable[EngineDocument],
    before: Callable[[], object],
) -> None:
    """Remove, then add, and write the table of contents that follows ``number``.

    ``before`` is called when all is written but that table, without which nothing is seen.
    """
    gone = set(removed)
    batch, written = _Batch(), []
    for document in added:
        if batch.size >= _BATCH:
            written.append((batch.write(storage), batch.keys))
            batch = _Batch()
        batch.add(document)

    # Of passages with the same key, the last stays.
    seen: set[int] = set()
    batch_dead = _replaced(batch.keys, seen)
    for segment, keys in reversed(written):
        segment._deleted = _replaced(keys, seen)
    gone |= seen
    kept = []
    merged: list[tuple[Segment, set[int]]] = []
    size = len(batch.keys)
    for old, dead in sorted(
        ((old, _rows_of(old, gone)) for old in segments),
        key=lambda pair: len(pair[0].keys) - len(pair[1]),
    ):
        rows = len(old.keys)
        live = rows - len(dead)
        if live <= _LARGE and (live < rows / 2 or (size and live <= max(size, _SMALL))):
            merged.append((old, dead))
            size += live
        else:
            kept.append(_record(old, dead))
    for old, dead in merged:
        batch.absorb(old, dead)
    if batch.keys:
        segment = batch.write(storage)
        segment._deleted = batch_dead
        written.append((segment, batch.keys))

    new = [segment for segment, _ in written]
    for segment in new:
        _sync(storage, segment.make_filename(segment.COMPOUND_EXT))
    listed = [*kept, *new]
    before()
    TOC(Schema(), listed, number + 1).write(storage, INDEX_NAME)
    clean_files(storage, INDEX_NAME, number + 1, listed)


def _replaced(keys: array[int], seen: set[int]) -> set[int]:
    """The rows whose keys come again later, or have been seen; adds the keys to ``seen``."""
    rows = set()
    for row in range(len(keys) - 1, -1, -1):
        if keys[row] in seen:
            rows.add(row)
        seen.add(keys[row])
    return rows


def _rows_of(segment: Segment, gone: set[int]) -> set[int]:
    removed = {row for row, key in enumerate(segment.keys) if key in gone}
    return removed | segment.entry.removed


def _record(segment: Segment, dead: set[int]) -> Any:
    """Whoosh's record of a segment that stays."""
    _, _, name = segment.entry.name.partition("_")
    record = W3Segment(W3Codec(), INDEX_NAME, len(segment.keys), name, dead)
    record.compound = True
    return record


def _sync(storage: Any, name: str) -> None:
    """Have a file on the disk before the table of contents names it."""
    if isinstance(storage, FileStorage):
        with open(os.path.join(storage.folder, name), "rb+") as file:
            os.fsync(file.fileno())
