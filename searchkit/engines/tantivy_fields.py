"""What tantivy holds of a passage: its fields, and the documents that fill them.

A passage's *slots* are four numbers, the first and the last day of each of its two dates; the first
of them, ``from0``, is its *day*, by which it is sorted. Its *units* are those of the calendar in
which its dates lie, see :mod:`searchkit.dates`. Nothing is stored: keys and days are read from fast
fields.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

import tantivy

from .. import dates
from .base import (
    COUNTED_FIELDS,
    FACET_FIELDS,
    KEYWORD_FIELDS,
    TEXT_FIELDS,
    EngineDocument,
)

__all__ = [
    "DAY",
    "INDEX_OPTIONS",
    "KEY",
    "PRESENT",
    "SHOWN",
    "SLOTS",
    "UNIT",
    "YEAR",
    "document_of",
    "schema",
]

KEY = "key"

SLOTS = (("from0", "to0"), ("from1", "to1"))
DAY = "from0"
UNIT = "unit"

YEAR = "year"
SHOWN = "_shown"
"""After the name of a tag field: the field of its values as they are shown, for counting."""

PRESENT = "present"
"""A field with the same term in every passage, to know how many are held with those removed."""


INDEX_OPTIONS = (
    dict.fromkeys(TEXT_FIELDS, "position")
    | dict.fromkeys(COUNTED_FIELDS, "freq")
    | dict.fromkeys((*KEYWORD_FIELDS, PRESENT, UNIT), "basic")
)
"""Of the fields of text: whether positions are kept, frequencies, or who has a term."""


def schema() -> tantivy.Schema:
    """The fields of an index."""
    builder = tantivy.SchemaBuilder()
    for field, option in INDEX_OPTIONS.items():
        tokenizer = "value" if field in (*KEYWORD_FIELDS, PRESENT) else "terms"
        builder.add_text_field(field, tokenizer_name=tokenizer, index_option=option)
    for field in FACET_FIELDS:
        builder.add_text_field(
            f"{field}{SHOWN}", tokenizer_name="raw", index_option="basic", fast=True
        )
    for field in (YEAR, *chain.from_iterable(SLOTS)):
        builder.add_integer_field(field, fast=True)
    builder.add_integer_field(KEY, indexed=True, fast=True)
    return builder.build()


def document_of(document: EngineDocument) -> tantivy.Document:
    """A passage as tantivy takes it."""
    # Always the typed methods: a value of another type than its field's kills a writer's thread.
    made = tantivy.Document()
    add_text, add_integer = made.add_text, made.add_integer
    for field, values in document.text.items():
        for terms in values:
            add_text(field, terms)
    for field, keys in document.keywords.items():
        for key in keys:
            add_text(field, key)
    for field, shown in document.facets.items():
        for value in shown if len(shown) < 2 else dict.fromkeys(shown):
            add_text(f"{field}{SHOWN}", value)
    if document.year is not None:
        add_integer(YEAR, document.year)
    add_text(PRESENT, "1")
    add_integer(KEY, document.key)
    for (start, end), (first, last) in zip(SLOTS, document.dates, strict=False):
        add_integer(start, first)
        add_integer(end, last)
        add_text(UNIT, _units(first, last))
    return made


@lru_cache(maxsize=10_000)
def _units(first: int, last: int) -> str:
    return " ".join(dates.units(first, last))
