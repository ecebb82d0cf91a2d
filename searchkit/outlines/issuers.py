"""Whose government publishes a document, and who is therefore its own.

The *issuer* is the one country that the lines around the text tell, by its name or by a seat of
government (``Downing Street``, see ``data/header.toml``). A government names its own ministers
without their country; it names that of others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .countries import countries_in, find_places
from .layout import Layout
from .wording import Wording

if TYPE_CHECKING:
    from .people import Draft

__all__ = ["issuer", "take_issuer"]

_LINES = 12
"""So many lines at either end may tell who publishes the document."""
_OPENING = 300


@cache
def _seats() -> tuple[tuple[str, str], ...]:
    import tomllib

    data = tomllib.loads(files("searchkit").joinpath("data/header.toml").read_text("utf-8"))
    return tuple((seat, country) for country, seats in data["issuers"].items() for seat in seats)


def issuer(text: str, layout: Layout) -> str | None:
    """The country whose government publishes the document, if the lines around it tell one."""
    lines = layout.boilerplate
    around = [*lines[:_LINES], *lines[max(_LINES, len(lines) - _LINES) :]]
    wording = Wording.default()
    told: set[str] = set()
    for line in around:
        low = line.lower()
        told.update(country for seat, country in _seats() if seat in low)
        if low.startswith("(c)") or wording.is_sender(line):
            told.update(countries_in(find_places(line)))
    if not told and layout.blocks:
        start = layout.blocks[0].start
        low = text[start : start + _OPENING].lower()
        told = {country for seat, country in _seats() if f"{seat} spokes" in low}
    return told.pop() if len(told) == 1 else None


def take_issuer(text: str, layout: Layout, drafts: Sequence[Draft]) -> None:
    """Give those the issuer's country who alone of all who meet are without one.

    At a press conference they are all its own of whom the text tells no country.
    """
    meeting = [d for d in drafts if d.participant]
    unknown = [d for d in meeting if d.country is None and not d.international and d.offices]
    spoken = Wording.default().spoken.search(layout.title) is not None
    if not unknown or (len(unknown) > 1 and not spoken):
        return
    country = issuer(text, layout)
    if country is None or (not spoken and any(d.country == country for d in meeting)):
        return
    for draft in unknown:
        draft.country, draft.derived = country, True
