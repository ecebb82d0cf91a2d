"""Searching for passages."""

from __future__ import annotations

from typing import Annotated, Any, Literal

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
    at_least_one,
    notes_on,
    opened_at,
    style,
)

__all__ = ["search"]


def search(
    query: Annotated[
        str,
        typer.Argument(
            metavar="QUERY", help='Words, "phrases", field:value, AND OR NOT; may be left out.'
        ),
    ] = "",
    limit: Annotated[int, typer.Option("-n", "--limit", metavar="N", help="How many.")] = 10,
    speaker: SpeakerOption = None,
    topic: TopicOption = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only where NAME is named.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only where the country is named.")
    ] = None,
    document: Annotated[
        str | None, typer.Option(metavar="ID", help="Only passages of that document.")
    ] = None,
    since: FromOption = None,
    until: ToOption = None,
    sort: Annotated[
        Literal["relevance", "date", "oldest"], typer.Option(help="date: the newest first.")
    ] = "relevance",
    no_synonyms: NoSynonymsOption = False,
    exact: PlainWordsOption = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how the query was run and what matched.")
    ] = False,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count speakers, topics and years of all matches.")
    ] = False,
    context: Annotated[
        int, typer.Option("-C", "--context", metavar="N", min=0, help="Neighbouring passages too.")
    ] = 0,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Search for passages, the best first, matches marked.

    Fields: speaker: topic: title: heading: person: country: place: doc: date:
    With --json, notes on how the query was read go to standard error, and --facets adds one last
    object, {"facets": ...}.

    \b
    Examples:
      searchkit search "Northern Territories"
      searchkit search '"peace treaty" speaker:ivanov date:2002' -n 5
      searchkit search "fishing OR fisheries" --from 2000 --to 2003-06 --sort date
    """
    from ..render import results

    at_least_one(limit)
    with opened_at(place) as opened:
        found = opened.search(
            query,
            limit=limit,
            speaker=speaker,
            topic=topic,
            person=person,
            country=country,
            document=document,
            since=since,
            until=until,
            sort="newest" if sort == "date" else sort,
            synonyms=not no_synonyms,
            exact=exact,
            facets=facets,
            context=context,
        )
    status = DONE if found.hits else NOTHING
    if as_json:
        records: list[dict[str, Any]] = found.to_dicts()
        if found.facets is not None:
            counts = {field: dict(values) for field, values in found.facets.items()}
            records.append({"facets": counts})
        notes = notes_on(found)
        return Answer(json_lines(records), notes, status)
    return Answer(results(found, style(), explain=explain), status=status)
