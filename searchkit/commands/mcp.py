"""Serving an index to assistants."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import Answer, json_lines
from .options import DEFAULT_INDEX, IndexOption, opened_at

__all__ = ["mcp"]


def mcp(
    place: IndexOption = DEFAULT_INDEX,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the settings that an assistant needs instead.")
    ] = False,
) -> Answer:
    """Serve search, show, names and timeline to an assistant, over the Model Context Protocol.

    The assistant starts it and talks to it on standard input and output; it reads the index and
    changes nothing.

    \b
    Examples:
      searchkit mcp --index index_data
      searchkit mcp --json
    """
    from ..serving import configuration, server

    with opened_at(place) as opened:
        if as_json:
            return Answer(json_lines([configuration(place)]))
        server(opened).run()
    return Answer()
