"""Bodies of one state whose own members meet: a board, a committee, a court of directors.

Their records tell who was there among themselves: nobody is there for a country, but those who
govern, whom a committee hears.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..sections.layout import Layout
from .countries import countries_in, find_places

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["among_themselves"]

_BODY = re.compile(
    r"\b(?:oral evidence|evidence taken|boards?|trustees|(?:sub)?-?committees?|sub-?groups?|panel|"
    r"courts?|councils?|monetary policy|hearing|inquiry|annual general meeting|shareholders|"
    r"senate|assembly)\b",
    re.IGNORECASE,
)
_MET_BY_OTHERS = re.compile(
    r"\b(?:joint|between|press|media|briefing|statement|remarks|communiqu[eé]|readout|visit|calls?|"
    r"summit|conversation|memorandum|security council|national|international)\b",
    re.IGNORECASE,
)
"""What a title tells that is no body's own meeting."""
_GOVERNING = frozenset({"minister", "ambassador", "chancellor", "state", "premier"})


def among_themselves(layout: Layout, drafts: Sequence[Draft], issued: str | None) -> None:
    """Those of whom only the issuer tells a country have none where a body's own members meet."""
    title = layout.title
    if issued is None or _BODY.search(title) is None or _MET_BY_OTHERS.search(title) is not None:
        return
    if len(countries_in(find_places(title))) > 1 or any(
        d.participant and d.country and not (d.derived and d.country == issued) for d in drafts
    ):
        return
    for draft in drafts:
        governs = any(office & _GOVERNING for office in draft.offices)
        if draft.derived and draft.country == issued and not governs:
            draft.country, draft.derived = None, False
