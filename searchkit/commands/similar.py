"""Passages like one of them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from ..console import DONE, NOTHING, Answer, json_lines
from .options import DEFAULT_INDEX, IndexOption, JsonOption, at_least_one, opened_at, style

__all__ = ["similar"]


def similar(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="Of a passage or a document.")],
    limit: Annotated[int, typer.Option("-n", "--limit", metavar="N", help="How many.")] = 10,
    group: Annotated[
        Literal["document"] | None, typer.Option(help="The best passage of each document.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why each passage ranks where it does.")
    ] = False,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Find passages like one passage, or like a whole document, and say by which words.

    With --json, one last object tells the words: {"words": [...]}.

    \b
    Examples:
      searchkit similar "2002-08-01-brunei-kawaguchi-ivanov#2.1" -n 3
      searchkit similar 2002-08-01-brunei-kawaguchi-ivanov --group document
    """
    from ..render import results

    at_least_one(limit)
    with opened_at(place) as opened:
        found = opened.similar(wanted, limit=limit, group=group)
        # Only an open index can say why.
        whys = [hit.explain().to_dict() for hit in found] if explain else []
    status = DONE if found.hits else NOTHING
    if as_json:
        records: list[dict[str, Any]] = found.to_dicts()
        for record, why in zip(records, whys, strict=explain):
            record["explanation"] = why
        return Answer(json_lines([*records, {"words": list(found.words)}]), status=status)
    return Answer(results(found, style(), explain=explain), status=status)
