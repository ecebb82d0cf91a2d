"""A topic through the meetings."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import DONE, NOTHING, Answer, json_lines
from .options import (
    DEFAULT_INDEX,
    FromOption,
    IndexOption,
    JsonOption,
    ToOption,
    joined,
    notes_on,
    opened_at,
    style,
)

__all__ = ["trace"]


def trace(
    topic: Annotated[
        list[str],
        typer.Argument(metavar="TOPIC", help='As "searchkit topics" lists them, or words.'),
    ],
    since: FromOption = None,
    until: ToOption = None,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Follow a topic through the meetings: what each side says, and what is new in it.

    Marked is what the side did not say when it last spoke of the topic. With --json, "new" are
    offsets into "text".

    \b
    Examples:
      searchkit trace "peace treaty"
      searchkit trace "North Korea" --from 2002 --to 2004
    """
    from ..parallel import trace as lines

    with opened_at(place) as opened:
        found = opened.trace(joined(topic), since=since, until=until)
    status = DONE if found.meetings else NOTHING
    if as_json:
        return Answer(json_lines(found.to_dicts()), notes_on(found), status)
    return Answer(lines(found, style()), status=status)
