"""Searching for passages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

import typer

from ..console import DONE, NOTHING, Answer, json_lines
from ..errors import InputError
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
    joined,
    notes_on,
    opened_at,
    style,
)

__all__ = ["search"]


def search(
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY", help='Words, "phrases", field:value, AND OR NOT; may be left out.'
        ),
    ] = None,
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
    group: Annotated[
        Literal["document"] | None, typer.Option(help="The best passage of each document.")
    ] = None,
    fresh: Annotated[
        float | None,
        typer.Option(
            metavar="DAYS", help="Newer passages higher: what that adds halves every DAYS."
        ),
    ] = None,
    weight: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=N", help="Words in the text, title or heading count N times as much."
        ),
    ] = None,
    ranking: Annotated[
        Literal["feedback", "words", "bm25"],
        typer.Option(help="How to rank: by likeness to the best, by the words, by plain BM25."),
    ] = "feedback",
    no_synonyms: NoSynonymsOption = False,
    wordnet: Annotated[
        bool, typer.Option("--wordnet", help="Widen other words by WordNet, where installed.")
    ] = False,
    exact: PlainWordsOption = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why each passage ranks where it does.")
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
      searchkit search terrorism --group document --fresh 365 --weight title=2 --explain
    """
    from ..render import results

    at_least_one(limit)
    with opened_at(place) as opened:
        found = opened.search(
            joined(query),
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
            wordnet=wordnet,
            exact=exact,
            facets=facets,
            context=context,
            group=group,
            fresh=fresh,
            weights=_weights(weight or ()),
            ranking=ranking,
        )
        # Only an open index can say why.
        whys = [hit.explain().to_dict() for hit in found] if explain else []
    status = DONE if found.hits else NOTHING
    if as_json:
        records: list[dict[str, Any]] = found.to_dicts()
        for record, why in zip(records, whys, strict=explain):
            record["explanation"] = why
        if found.facets is not None:
            counts = {field: dict(values) for field, values in found.facets.items()}
            records.append({"facets": counts})
        notes = notes_on(found)
        return Answer(json_lines(records), notes, status)
    return Answer(results(found, style(), explain=explain), status=status)


def _weights(written: Iterable[str]) -> dict[str, float]:
    """The weights of fields, each written ``title=2``."""
    weights = {}
    for one in written:
        field, sign, number = one.partition("=")
        try:
            weights[field.strip()] = float(number)
        except ValueError:
            said = "is no number" if sign else "says no number"
            raise InputError(f"--weight {one} {said}: write it as in --weight title=2") from None
    return weights
