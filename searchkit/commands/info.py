"""What an index is made of."""

from __future__ import annotations

from ..console import Answer, fields, json_lines
from .options import DEFAULT_INDEX, IndexOption, JsonOption, opened_at, style

__all__ = ["info"]


def info(place: IndexOption = DEFAULT_INDEX, as_json: JsonOption = False) -> Answer:
    """Say how much the index holds, in which engine.

    \b
    Example:
      searchkit info --index index_data
    """
    from ..listings import info as listing

    with opened_at(place) as opened:
        found = opened.info()
    return Answer(json_lines([fields(found)]) if as_json else listing(found, style()))
