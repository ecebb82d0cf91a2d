"""What the head of a document tells, for tests."""

from __future__ import annotations

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus


def head_of(text: str) -> dict[str, str | None]:
    """Title, kind, days, place and occasion of ``text``, by short names."""
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    return {
        "title": outline.title,
        "kind": outline.kind,
        "issued": outline.date_published,
        "met": outline.date_meeting,
        "place": outline.place,
        "occasion": outline.occasion,
    }
