"""What a search adds to a word."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import Answer, listing
from ..errors import InputError
from ..terminal import quoted
from .options import DEFAULT_INDEX, IndexOption, JsonOption, opened_at

__all__ = ["synonyms"]


def synonyms(
    term: Annotated[
        str | None, typer.Argument(metavar="TERM", help="A word or phrase; all without it.")
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Propose pairs of words for a thesaurus of your own.")
    ] = False,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Show what a search adds to a word, from the thesaurus.

    With --suggest, show which words go together in the collection more often than chance has it
    and are no concept yet.

    \b
    Examples:
      searchkit synonyms "Northern Territories"
      searchkit synonyms --suggest
      searchkit synonyms --json
    """
    from .. import listings

    if suggest and term:
        raise InputError("--suggest is about the whole collection: leave the word out")
    with opened_at(place) as opened:
        if suggest:
            pairs = opened.collocations()
            empty = "no two words go together often enough to be proposed"
            return listing(pairs, listings.collocations, as_json=as_json, empty=empty)
        found = opened.synonyms(term)
    empty = f"the thesaurus has no concept for {quoted(term)}" if term else "the thesaurus is empty"
    return listing(found, listings.synonyms, as_json=as_json, empty=empty)
