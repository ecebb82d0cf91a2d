"""Passages by date and speaker."""

from __future__ import annotations

from typing import Annotated, Literal

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
    joined,
    notes_on,
    opened_at,
    style,
)

__all__ = ["timeline"]


def timeline(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", help="As for search; left out, all passages count."),
    ] = None,
    by: Annotated[
        Literal["speaker", "topic"], typer.Option(help="What is counted at each meeting.")
    ] = "speaker",
    speaker: SpeakerOption = None,
    topic: TopicOption = None,
    since: FromOption = None,
    until: ToOption = None,
    no_synonyms: NoSynonymsOption = False,
    exact: PlainWordsOption = False,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Count the passages that match, meeting by meeting and speaker by speaker.

    \b
    Examples:
      searchkit timeline "peace treaty"
      searchkit timeline --by topic --from 2002
      searchkit timeline terrorism --speaker putin --json
    """
    from ..render import timeline as listing

    with opened_at(place) as opened:
        found = opened.timeline(
            joined(query),
            by=by,
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
