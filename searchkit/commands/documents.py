"""What an index holds, document by document."""

from __future__ import annotations

from ..console import Answer, listing
from .options import DEFAULT_INDEX, IndexOption, JsonOption, opened_at

__all__ = ["documents"]


def documents(place: IndexOption = DEFAULT_INDEX, as_json: JsonOption = False) -> Answer:
    """List the documents of the index with their dates and ids.

    \b
    Example:
      searchkit documents
    """
    from .. import listings

    with opened_at(place) as opened:
        found = opened.documents()
    return listing(found, listings.documents, as_json=as_json, empty="this index has no documents")
