"""The errors of searchkit, one tree. Every message says what is wrong and what to do next.

SearchkitError
├── IndexError_            the index as a whole
│   ├── IndexMissing           there is none at that place
│   ├── IndexDamaged           there is one, and it cannot be read
│   ├── IndexTooNew            it was written by a newer searchkit
│   ├── IndexTooOld            it was written by an older searchkit, and cannot be converted
│   └── IndexLocked            another process is writing to it
├── InputError             what the user handed in
│   ├── UnreadableFile         a file that cannot be read as a document
│   ├── NothingToIndex         no document among the paths
│   ├── ThesaurusError         a thesaurus file with a mistake in it
│   ├── PeopleError            a file about who is who with a mistake in it
│   └── NotFound               no document or passage with that id
├── QueryError             a query without a sensible reading
└── MissingExtra           an optional library that is not installed

``SearchkitError`` is raised for nothing by itself; catching it catches all of them.
"""

from __future__ import annotations

__all__ = [
    "IndexDamaged",
    "IndexError_",
    "IndexLocked",
    "IndexMissing",
    "IndexTooNew",
    "IndexTooOld",
    "InputError",
    "MissingExtra",
    "NotFound",
    "NothingToIndex",
    "PeopleError",
    "QueryError",
    "SearchkitError",
    "ThesaurusError",
    "UnreadableFile",
]


class SearchkitError(Exception):
    """Any error that searchkit raises on purpose; ``str(error)`` is one line for the user."""


class IndexError_(SearchkitError):
    """The index as a whole cannot be used. Named with an underscore beside the builtin."""


class IndexMissing(IndexError_):
    """There is no index at the place that was named."""


class IndexDamaged(IndexError_):
    """There is an index, and its catalog cannot be read."""


class IndexTooNew(IndexError_):
    """The index was written by a newer version of searchkit."""


class IndexTooOld(IndexError_):
    """The index was written by an older version of searchkit, and has to be made again."""


class IndexLocked(IndexError_):
    """Another process is writing to the index."""


class InputError(SearchkitError):
    """Something that the user handed in cannot be used."""


class UnreadableFile(InputError):
    """A file cannot be read as a document."""


class NothingToIndex(InputError):
    """There is no document among the paths."""


class ThesaurusError(InputError):
    """A thesaurus file has a mistake; the message starts with ``file:line:``."""


class PeopleError(InputError):
    """A file about who is who has a mistake; the message says ``file:line``."""


class NotFound(InputError):
    """There is no document or passage with that id."""


class QueryError(SearchkitError):
    """A query has no sensible reading."""


class MissingExtra(SearchkitError):
    """An optional library is needed and not installed; the message names the extra."""
