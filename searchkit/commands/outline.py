"""Parsing one file, indexing nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import Answer, json_lines
from .options import JsonOption, style

__all__ = ["outline"]


def outline(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file with an outline.")],
    as_json: JsonOption = False,
) -> Answer:
    """Parse one file and print its outline, indexing nothing.

    \b
    Examples:
      searchkit outline seeds/2002-08-01-brunei-kawaguchi-ivanov.txt
      searchkit outline notes.md --json
    """
    from ..listings import outline as listing
    from ..outlines.parser import read_noted, to_dict

    parsed, noted = read_noted(file)
    notes = [f"note {file}: {note}" for note in noted]
    if as_json:
        return Answer(json_lines([to_dict(parsed)]), notes)
    return Answer(listing(parsed, style()), notes)
