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
    from ..outlines.parser import read_outline, to_dict

    parsed = read_outline(file)
    if as_json:
        return Answer(json_lines([to_dict(parsed)]))
    return Answer(listing(parsed, style()))
