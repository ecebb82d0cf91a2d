"""Passages by date and speaker."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import DONE, NOTHING, Answer, json_lines
from .options import (
    DEFAULT_INDEX,
    FromOption,
    IndexOption,
    JsonOption,
    NoSynonymsOption,
    PlainWordsOption,
    SpeakerOption,
    ToOption,
    TopicOption,
    notes_on,
    opened_at,
    style,
)

__all__ = ["timeline"]


def timeline(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="As for search.")],
    speaker: SpeakerOption = None,
    topic: TopicOption = None,
    since: FromOption = None,
    until: ToOption = None,
    no_synonyms: NoSynonymsOption = False,
    exact: PlainWordsOption = False,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Count the passages that match, by date and speaker.

    \b
    Examples:
      searchkit timeline "peace treaty"
      searchkit timeline terrorism --from 2002 --json
    """
    from ..render import timeline as listing

    with opened_at(place) as opened:
        found = opened.timeline(
            query,
            speaker=speaker,
            topic=topic,
            since=since,
            until=until,
            synonyms=not no_synonyms,
            exact=exact,
        )
    status = DONE if found.rows else NOTHING
    if as_json:
        notes = notes_on(found)
        return Answer(json_lines(found.to_dicts()), notes, status)
    return Answer(listing(found, style()), status=status)
