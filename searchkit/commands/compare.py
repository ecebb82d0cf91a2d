"""What one speaker says of a topic from meeting to meeting."""

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

__all__ = ["compare"]


def compare(
    speaker: Annotated[str, typer.Argument(metavar="SPEAKER", help="A person or a side.")],
    topic: Annotated[
        list[str],
        typer.Argument(metavar="TOPIC", help='As "searchkit topics" lists them, or words.'),
    ],
    since: FromOption = None,
    until: ToOption = None,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Compare what a speaker says of a topic with what the speaker said at the meeting before.

    Sentences that are like each other are compared word by word; the others are new, or not said
    again.

    \b
    Examples:
      searchkit compare Kawaguchi "peace treaty"
      searchkit compare "Russian side" "visits and schedule" --json
    """
    from ..parallel import comparison

    with opened_at(place) as opened:
        found = opened.compare(speaker, joined(topic), since=since, until=until)
    status = DONE if found.changes else NOTHING
    if as_json:
        return Answer(json_lines(found.to_dicts()), notes_on(found), status)
    return Answer(comparison(found, style()), status=status)
