"""Countries that stand right behind a name: ``Jane Roe (Norway)``, ``Jane Roe, of Norway, said``.

In a list a dash or a wide gap may set them off, and what somebody is there may follow in brackets.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..names.naming import Naming
from .countries import country_of, is_name

__all__ = ["with_countries"]

_WORD = r"[A-ZÀ-ÞĀ-ɏ][\w.’'-]*"
_OF = rf"(?:the )?(?P<{{0}}>{_WORD}(?: (?:(?:of|and|the) ){{{{0,2}}}}{_WORD}){{{{0,5}}}})"
_BEHIND = re.compile(
    rf"[ \t]*[(\[]{_OF.format('a')}[)\]]"
    rf"|,[ \t]+(?:of|from)[ \t]+{_OF.format('b')}(?=[,.;)])"
    rf"|(?:[ \t]++[-–—][ \t]++|[ ]*+\t[ \t]*+){_OF.format('c')}(?=[ \t]*(?:[;,(]|\n|\Z))"
)
_SIGNS = frozenset(" (\t,[")


def with_countries(text: str, namings: list[Naming]) -> list[Naming]:
    """``namings`` with the countries that stand behind those of which nothing else tells one."""
    return [_with_country(text, naming) for naming in namings]


def _with_country(text: str, naming: Naming) -> Naming:
    if not naming.name or naming.country or naming.possessive:
        return naming
    if text[naming.end : naming.end + 1] not in _SIGNS:
        return naming
    behind = _BEHIND.match(text, naming.end)
    words = (behind["a"] or behind["b"] or behind["c"]).rstrip(".") if behind is not None else ""
    country = country_of(words) if words and is_name(words) else None
    if behind is None or country is None:
        return naming
    return replace(naming, country=country, tail=max(naming.tail, behind.end()))
