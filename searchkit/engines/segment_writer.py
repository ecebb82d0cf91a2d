"""Writes segments with Whoosh's codec; importing it imports Whoosh.

Whoosh's own writer sorts all postings as one list of tuples, reads old segments through readers
that unpickle anything, and keeps lengths in a table of its own. Here postings are gathered by term
in a *batch*, old segments are read by :mod:`searchkit.engines.segments`, and Whoosh writes the
dictionary, the blocks of postings, the compound files and the table of contents.
"""

from __future__ import annotations

import os
import struct
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.formats import Existence, Format
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
        self.postings: dict[str, dict[str, list[tuple[int, float, bytes]]]] = {}
        self.size = 0

    def _field(self, field: str) -> dict[str, list[tuple[int, float, bytes]]]:
        if field not in self.postings:
            self.postings[field] = defaultdict(list)
        return self.postings[field]

    def add(self, document: EngineDocument) -> None:
        row = len(self.keys)
        lengths = dict.fromkeys(LENGTH_FIELDS, 0)
        for field, values in document.text.items():
            postings = self._field(field)
            for term, positions in _positions(values).items():
                if _fits(term):
                    count = len(positions)
                    packed = struct.pack(f"!{count}I", *positions) if field in TEXT_FIELDS else b""
                    postings[term].append((row, count, packed))
                    lengths[field] += count
                    self.size += 1
        for field, keys in document.keywords.items():
            postings = self._field(field)
            for key in filter(_fits, dict.fromkeys(keys)):
                postings[key].append((row, 1, b""))
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
                width = 4 if packed else 0
                found, at = [], 0
                for row, count in zip(rows, counts, strict=True):
                    end = at + width * int(count)
                    if row in new:
                        found.append((new[row], count, packed[at:end]))
                    at = end
                if found:
                    postings[term].extend(found)
                    self.size += len(found)

    def write(self, storage: Any) -> Any:
        """Write the segment and hand it back as Whoosh's record of it."""
        codec = W3Codec(compression=0)
        segment = codec.new_segment(storage, INDEX_NAME)
        writer = codec.field_writer(storage, segment)
        for field, postings in self.postings.items():
            values = _Positions() if field in TEXT_FIELDS else Existence()
            writer.start_field(field, FieldType(values, None))
            for term in sorted(postings):
                writer.start_term(term.encode())
                for row, count, value in postings[term]:
                    writer.add(row, count, value, None)
                writer.finish_term()
            writer.finish_field()
        writer.close()
        with segment.create_file(storage, ".rows") as file:
            for numbers in (self.keys, *self.numbers):
                file.write_array(numbers)
        segment.set_doc_count(len(self.keys))
        segment.create_compound_file(storage)
        return segment


class _Positions(Format):  # type: ignore[misc]
    """Positions beside the weight, which is the frequency; Existence keeps the weight alone."""

    # Whoosh then stores the values of a block as one string, whatever their sizes: frequencies
    # say where each ends. Values of no fixed size take twice as long and thrice the space.
    posting_size = 4


def _positions(values: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    position = 0
    for terms in values:
        for term in terms.split():
            if term in found:
                found[term].append(position)
            else:
                found[term] = [position]
            position += 1
        position += POSITION_GAP
    return found


def _fits(term: str) -> bool:
    # A character takes four bytes at most.
    return len(term) <= MAX_TERM_BYTES // 4 or len(term.encode()) <= MAX_TERM_BYTES


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
