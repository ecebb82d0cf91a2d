"""The query tree: what the user asked, as typed, with the place of every part in the query.

The parser makes it; :mod:`searchkit.query.expand` lowers it to a :mod:`~searchkit.query.plan`.
``span`` is where a node stands in the query string (half open), so that a message or an
explanation can point at it. ``field`` is ``None`` for words without a field.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "EXAMPLES",
    "FIELDS",
    "TAG_FIELDS",
    "And",
    "Boost",
    "Diagnostic",
    "Fuzzy",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Range",
    "Term",
    "Wildcard",
    "is_filter",
]

FIELDS = ("speaker", "topic", "title", "heading", "person", "country", "place", "doc", "date")
"""The names that may stand before a colon in a query."""

EXAMPLES = {
    "speaker": "speaker:ivanov",
    "topic": 'topic:"peace treaty"',
    "title": "title:summit",
    "heading": "heading:energy",
    "person": "person:putin",
    "country": "country:russia",
    "place": "place:moscow",
    "doc": "doc:2002-08-01-brunei",
    "date": "date:2002-06",
}
"""Each field with a value that may stand after it."""

TAG_FIELDS = ("speaker", "topic", "person", "country", "place")
"""Those of them that hold values to choose from."""

_TEXT_FIELDS = (None, "title", "heading")


@dataclass(frozen=True, slots=True)
class Term:
    """A bare word, or the word after ``field:``."""

    text: str
    field: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """``"a phrase"`` or ``"a phrase"~5``: ``slop`` is how many other words may stand between."""

    text: str
    slop: int
    field: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Prefix:
    """``negot*``; ``text`` is without the star, or ``unfinished``: a word still being typed."""

    text: str
    field: str | None
    span: tuple[int, int]
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Wildcard:
    """``wom?n``: ``?`` is one character, ``*`` any number."""

    pattern: str
    field: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """``kawaguci~`` or ``kawaguci~1``: words within ``distance`` edits (0, 1 or 2)."""

    text: str
    distance: int
    field: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Range:
    """``date:[2002-06 TO 2003]`` or ``date:2002`` as days ``yyyymmdd``; ``None`` is an open end."""

    field: str
    low: int | None
    high: int | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class And:
    """All of the children. Made by ``AND`` and by ``+``."""

    children: tuple[Node, ...]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the children; ``explicit`` where the user wrote ``OR`` rather than a space.

    ``optional``: none of them need match; they only add to the score of what they stand beside.
    """

    children: tuple[Node, ...]
    span: tuple[int, int]
    explicit: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What must not match."""

    child: Node
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Boost:
    """``treaty^2``: the child counts ``factor`` times."""

    child: Node
    factor: float
    span: tuple[int, int]


Node = Term | Phrase | Prefix | Wildcard | Fuzzy | Range | And | Or | Not | Boost


def is_filter(node: Node) -> bool:
    """Whether ``node`` only narrows by tags or dates and names no words to find."""
    match node:
        case And(children=children) | Or(children=children):
            return all(map(is_filter, children))
        case Not() | Range():
            return True
        case Boost(child=child):
            return is_filter(child)
        case _:
            return node.field not in _TEXT_FIELDS


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What was wrong with a query and how it was read instead.

    ``start`` and ``end`` are offsets into the query string; ``suggestion`` is what the user may
    have meant there, ready to be typed in its place, or ``None``.
    """

    message: str
    start: int
    end: int
    suggestion: str | None = None
