"""What rules the rows of tables that hold a numbered text: ``(1) | Norway stated that ... | |``.

Pages laid out by tables are saved so; what is numbered may stand on the line below. To a reader
such a row is ``(1) Norway stated that ...``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["rules"]

_ROW = re.compile(
    r"^(?P<open>[ \t]*\|[ \t]*)?[ \t]*\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,4})[.)][ \t]*"
    r"(?P<gap>\|[ \t]*\n?)[^|\n]{3,}?(?P<close>[ \t]*\|[ \t|]*)?$",
    re.MULTILINE,
)
_SEVERAL = 2


def rules(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of ``text`` that rule such rows, in order, each with what a reader sees."""
    rows = list(_ROW.finditer(text)) if "|" in text else []
    if len(rows) < _SEVERAL:
        return
    for row in rows:
        for part, seen in (("open", ""), ("gap", " "), ("close", "")):
            if row[part]:
                yield (*row.span(part), seen)
