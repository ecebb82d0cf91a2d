"""Looking people up."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console import DONE, NOTHING, Answer, fields, json_lines
from ..terminal import quoted
from .options import DEFAULT_INDEX, IndexOption, JsonOption, at_least_one, joined, opened_at, style

__all__ = ["names"]


def names(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="A name, however it is spelt.")],
    limit: Annotated[int, typer.Option("-n", "--limit", metavar="N", help="How many.")] = 5,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Find a person, however the name is spelt.

    Misspelt, in another transliteration or script, reversed, by surname or initials, without
    accents.

    \b
    Examples:
      searchkit names Kawaguci
      searchkit names Иванов
      searchkit names "I. Ivanov" --json
    """
    from .. import listings

    at_least_one(limit)
    typed = joined(name)
    with opened_at(place) as opened:
        found = opened.names(typed, limit=limit)
        careers = [opened.career(hit.entry.name) for hit in found]
        slips = [] if found else opened.name_slips(typed)
    status = DONE if found else NOTHING
    if as_json:
        records = (
            {
                "name": hit.entry.name,
                "score": hit.score,
                **fields(hit.entry),
                **fields(career),
            }
            for hit, career in zip(found, careers, strict=True)
        )
        return Answer(json_lines(records), status=status)
    if not found:
        from ..romanisation import has_dictionary, is_kanji

        hint = ""
        if is_kanji(typed) and not has_dictionary():
            hint = ": run \"pip install 'searchkit[japanese]'\" to look up how kanji are read"
        elif slips:
            hint = f"; did you mean {', '.join(slips)}?"
        return Answer([f"nobody found for {quoted(typed)}{hint}"], status=status)
    return Answer(listings.names(found, careers, style()), status=status)
