"""Taking documents and passages out."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import Answer, json_lines
from .options import DEFAULT_INDEX, IndexOption, JsonOption, WaitOption, opened_at, style

__all__ = ["remove"]


def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Documents or passages.")],
    place: IndexOption = DEFAULT_INDEX,
    wait: WaitOption = None,
    as_json: JsonOption = False,
) -> Answer:
    """Remove documents or passages from the index.

    The files they came from stay where they are.

    \b
    Example:
      searchkit remove 2002-08-01-brunei-kawaguchi-ivanov
    """
    from ..listings import removed

    with opened_at(place, wait=wait) as opened:
        count = opened.remove(ids)
    return Answer(json_lines([{"removed": count}]) if as_json else removed(count, style()))
