"""Whether an index is sound."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import DONE, NOTHING, Answer, fields, json_lines
from .options import DEFAULT_INDEX, IndexOption, JsonOption, opened_at, style

__all__ = ["check"]


def check(
    place: IndexOption = DEFAULT_INDEX,
    repair: Annotated[
        bool,
        typer.Option("--repair", help="Derive anew what can be derived, the engine among it."),
    ] = False,
    as_json: JsonOption = False,
) -> Answer:
    """Check that an index is whole: the catalog, the engine, and that both hold the same.

    Exit status: 0 nothing is wrong, or nothing any more; 1 something is; 2 it cannot be checked.

    \b
    Examples:
      searchkit check
      searchkit check --repair --index archive
    """
    from ..listings import checked

    with opened_at(place) as opened:
        found = opened.repair() if repair else opened.check()
    status = NOTHING if found.problems else DONE
    if as_json:
        return Answer(json_lines([fields(found)]), status=status)
    return Answer(checked(found, place, style()), status=status)
