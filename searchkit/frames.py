"""Records as columns, for data frames of any library.

*Columns* are a dict of lists of equal length, a column each: what ``pandas.DataFrame``,
``polars.DataFrame`` and ``pyarrow.table`` all take as it is. A tag with several values (speakers,
topics) is a tuple in its column, which all three explode into rows. A :class:`Table` is a list of
records that knows its columns and shows itself in a notebook.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Generic, SupportsIndex, TypeVar, overload

from .errors import MissingExtra
from .formatters import one_line

__all__ = ["Columns", "Table", "columns", "frame"]

Columns = dict[str, list[Any]]
_Record = TypeVar("_Record")

_SHOWN = 10
"""How many records a table shows as text."""


def columns(names: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Columns:
    """Rows as columns; they have all of ``names``, which an empty table keeps."""
    every = list(rows)
    return {name: [row[name] for row in every] for name in names}


def frame(of: Columns) -> Any:
    """Columns as a :class:`pandas.DataFrame`.

    Raises:
        MissingExtra: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingExtra(
            "to_frame needs pandas: run \"pip install 'searchkit[notebook]'\" first "
            "(to_columns needs nothing)"
        ) from error
    return pandas.DataFrame(of)


class Table(list[_Record], Generic[_Record]):
    """A list of records of one kind: shows itself as a table in a notebook, gives data frames.

    Args:
        kind: the records' class, which tells the columns where there is no record.
    """

    def __init__(self, kind: type[_Record], records: Iterable[_Record] = ()) -> None:
        super().__init__(records)
        self.kind = kind

    @overload
    def __getitem__(self, index: SupportsIndex) -> _Record: ...
    @overload
    def __getitem__(self, index: slice) -> Table[_Record]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> _Record | Table[_Record]:
        if isinstance(index, slice):
            return type(self)(self.kind, super().__getitem__(index))
        return super().__getitem__(index)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.kind, list(self))

    def to_dicts(self) -> list[dict[str, Any]]:
        """The records as plain dicts; a record within a record gives its fields to it."""
        return [_flat(record) for record in self]

    def to_columns(self) -> Columns:
        """The records as a dict of columns; lists of records, as of statements, are left out."""
        return columns(_names(self.kind), self.to_dicts())

    def to_frame(self) -> Any:
        """The records as a :class:`pandas.DataFrame`, a row each.

        Raises:
            MissingExtra: pandas is not installed.
        """
        return frame(self.to_columns())

    def __repr__(self) -> str:
        more = [f"  and {len(self) - _SHOWN:,} more"] if len(self) > _SHOWN else []
        lines = [f"  {one_line(repr(record), 100)}" for record in self[:_SHOWN]]
        return "\n".join([f"<Table of {self.kind.__name__}: {len(self):,}>", *lines, *more])

    def _repr_html_(self) -> str:
        from .cards import table

        return table(self.to_columns())


def _flat(record: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, tuple):
            value = tuple(_flat(one) if is_dataclass(one) else one for one in value)
        found.update(_flat(value) if is_dataclass(value) else {field.name: value})
    return found


def _names(kind: Any) -> list[str]:
    from typing import get_args, get_type_hints

    names: list[str] = []
    for name, hint in get_type_hints(kind).items():
        if not any(map(is_dataclass, get_args(hint))):
            names += _names(hint) if is_dataclass(hint) else [name]
    return names
