"""Who speaks."""

from __future__ import annotations

from ..console import Answer, listing
from .options import DEFAULT_INDEX, IndexOption, JsonOption, TopicOption, opened_at

__all__ = ["speakers"]


def speakers(
    topic: TopicOption = None,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """List who speaks, in how many passages and documents.

    \b
    Examples:
      searchkit speakers
      searchkit speakers --topic "peace treaty"
    """
    from .. import listings

    with opened_at(place) as opened:
        found = opened.speakers(topic=topic)
    return listing(found, listings.speakers, as_json=as_json, empty="nobody speaks in this index")
