"""What rules the rows of tables that hold a numbered text: ``(1) | Norway stated that ... | |``.

Pages laid out by tables are saved so; what is numbered may stand on the line below. To a reader
such a row is ``(1) Norway stated that ...``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["rules"]

_ROW = re.compile(
    # Nothing here goes back over spaces: there may be any number of them.
    r"^(?P<open>[ \t]*+\|[ \t]*+)?+[ \t]*+\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,4})[.)][ \t]*+"
    r"(?P<gap>\|[ \t]*+\n?+)(?P<said>[^|\n]{3,}+)(?P<bar>\|[ \t|]*+)?+$",
    re.MULTILINE,
)
_SEVERAL = 2


def rules(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of ``text`` that rule such rows, in order, each with what a reader sees."""
    rows = list(_ROW.finditer(text)) if "|" in text else []
    if len(rows) < _SEVERAL:
        return
    for row in rows:
        if row["open"]:
            yield (*row.span("open"), "")
        yield (*row.span("gap"), " ")
        if row["bar"]:
            yield row.start("said") + len(row["said"].rstrip(" \t")), row.end("bar"), ""
