"""Browsing an index full-screen."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from ..console import Answer
from ..errors import InputError, MissingExtra
from .options import DEFAULT_INDEX, IndexOption, JsonOption, joined, opened_at

__all__ = ["browse"]

FRAMES = "240"
"""How often a second the screen may be drawn. With Textual's 60 a key waits 8 ms for its turn."""


def browse(
    query: Annotated[
        list[str] | None, typer.Argument(metavar="QUERY", help="What to begin with.")
    ] = None,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Browse the index full-screen: search as you type, narrow down by speaker, topic and year.

    \b
    Examples:
      searchkit browse
      searchkit browse "peace treaty"
    """
    if as_json:
        raise InputError('browse is for people: "searchkit search QUERY --json" is for programs')
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError('browse needs a terminal: use "searchkit search QUERY" in a pipe')
    with opened_at(place) as opened:
        os.environ.setdefault("TEXTUAL_FPS", FRAMES)
        try:
            from ..browsing import Browser
        except ImportError as error:
            raise MissingExtra(
                "browse needs Textual: run \"pip install 'searchkit[browse]'\" first"
            ) from error
        Browser(opened, joined(query)).run()
    return Answer()
