"""Showing a passage or a document."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import Answer, fields, json_lines
from .options import DEFAULT_INDEX, IndexOption, JsonOption, opened_at, style

__all__ = ["show"]


def show(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="Of a passage or a document.")],
    around: Annotated[
        int, typer.Option("-C", "--context", metavar="N", min=0, help="Neighbouring passages.")
    ] = 1,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Show a passage and its surroundings, or a document's outline.

    \b
    Examples:
      searchkit show "2002-08-01-brunei-kawaguchi-ivanov#2.1"
      searchkit show 2002-08-01-brunei-kawaguchi-ivanov
    """
    from .. import listings
    from ..errors import NotFound

    with opened_at(place) as opened:
        try:
            passages = opened.neighbours(wanted, before=around, after=around)
        except NotFound:
            outline = opened.outline(wanted)
            if as_json:
                from ..outlines.parser import to_dict

                return Answer(
                    json_lines([{"id": outline.id, "path": outline.path, **to_dict(outline)}])
                )
            return Answer(listings.outline(outline, style()))
    at = next(i for i, one in enumerate(passages) if one.id == wanted)
    if as_json:
        shown = {
            **fields(passages[at]),
            "before": [fields(one) for one in passages[:at]],
            "after": [fields(one) for one in passages[at + 1 :]],
        }
        return Answer(json_lines([shown]))
    return Answer(listings.passage(passages[at], passages, style()))
