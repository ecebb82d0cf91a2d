"""What a search adds to a word."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import DONE, NOTHING, Answer, listing
from ..errors import InputError
from ..terminal import quoted
from .options import DEFAULT_INDEX, IndexOption, JsonOption, at_least_one, joined, opened_at

__all__ = ["synonyms"]


def synonyms(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="TERM", help='A word or phrase, or "suggest"; all without it.'),
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="The same as suggest in place of the word.")
    ] = False,
    as_toml: Annotated[
        bool, typer.Option("--toml", help="With suggest: as a thesaurus file, to be edited.")
    ] = False,
    limit: Annotated[
        int, typer.Option("-n", "--limit", metavar="N", help="With suggest: how many of a kind.")
    ] = 20,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Show what a search adds to a word, or what the collection proposes to add.

    "searchkit synonyms suggest" proposes acronyms, spellings of one word, words that go together
    and words used alike, none of which the thesaurus has, each with an example.

    \b
    Examples:
      searchkit synonyms "Northern Territories"
      searchkit synonyms suggest
      searchkit synonyms suggest --toml > mine.toml
      searchkit synonyms --json
    """
    from .. import listings

    term = joined(words) if words else None
    if suggest and term not in (None, "suggest"):
        raise InputError("--suggest is about the whole collection: leave the word out")
    suggest = suggest or term == "suggest"
    if as_toml and not suggest:
        raise InputError('--toml writes suggestions: "searchkit synonyms suggest --toml"')
    at_least_one(limit)
    with opened_at(place) as opened:
        if suggest:
            found = opened.suggestions(limit=limit)
            if as_toml:
                from ..suggestions.all import to_toml

                return Answer(to_toml(found), status=DONE if found else NOTHING)
            empty = "nothing stands there often enough to be proposed"
            return listing(found, listings.suggestions, as_json=as_json, empty=empty)
        known = opened.synonyms(term)
    empty = f"the thesaurus has no concept for {quoted(term)}" if term else "the thesaurus is empty"
    return listing(known, listings.synonyms, as_json=as_json, empty=empty)
