"""What is spoken about."""

from __future__ import annotations

from ..console import Answer, listing
from .options import DEFAULT_INDEX, IndexOption, JsonOption, opened_at

__all__ = ["topics"]


def topics(place: IndexOption = DEFAULT_INDEX, as_json: JsonOption = False) -> Answer:
    """List what is spoken about, in how many passages and documents.

    \b
    Example:
      searchkit topics
    """
    from .. import listings

    with opened_at(place) as opened:
        found = opened.topics()
    return listing(found, listings.topics, as_json=as_json, empty="this index has no topics")
