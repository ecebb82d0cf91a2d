"""Passages as citations."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..console import Answer, json_lines
from .options import DEFAULT_INDEX, IndexOption, JsonOption, opened_at

__all__ = ["quote"]


def quote(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Of passages.")],
    as_style: Annotated[
        Literal["plain", "markdown", "bibtex", "csl-json"],
        typer.Option("--style", help="How to write the citation."),
    ] = "plain",
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Quote passages with their source: document, dates, section and offsets.

    \b
    Examples:
      searchkit quote "2002-08-01-brunei-kawaguchi-ivanov#2.1"
      searchkit quote --style bibtex "2002-08-01-brunei-kawaguchi-ivanov#2.1" >> sources.bib
    """
    from ..citations import bibliography

    with opened_at(place) as opened:
        quotations = [opened.quote(one, style=as_style) for one in ids]
    if as_json:
        return Answer(json_lines(one.to_dict() for one in quotations))
    return Answer(bibliography(quotations, as_style).splitlines())
