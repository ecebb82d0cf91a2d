"""Offices in the plural, that several hold: ``the Foreign Ministers of Norway and Oman``.

A *plural office* has the role of each of them, and the countries that stand after it, in order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from .titles import Office, Title, read_title
from .tokens import Tokens

__all__ = ["PluralOffice", "plural_office"]


@dataclass(frozen=True, slots=True)
class PluralOffice:
    """``end`` is the token at which names may begin; ``titled`` whether they follow at once."""

    title: Title
    role: str
    countries: tuple[str, ...]
    end: int
    titled: bool


def plural_office(tokens: Tokens, h: int, floor: int) -> PluralOffice:
    """The office whose head, in the plural, is token ``h``; none of it before ``floor``."""
    title = read_title(tokens, h, floor=floor)
    word = tokens.words[h]
    single = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    single = f"{word[:-2]}an" if word.endswith("men") else single
    last = title.role[1] if title.role is not None else h + 1
    charge = tokens.text[tokens.ends[h] : tokens.ends[max(last, h + 1) - 1]]
    role = " ".join((tokens.text[tokens.starts[title.start] : tokens.starts[h]] + single).split())
    countries, end = _countries(tokens, title)
    after = end if countries or charge else tokens.past(h)
    titled = not countries
    if countries and tokens.lows[after : after + 1] in ([","], [":"], ["("]):
        after += 1
    role = " ".join((role + charge).split()) if countries else role
    offices: tuple[Office, ...] = (frozenset(role.lower().replace(" of ", " ").split()),)
    if tokens.lows[h].startswith("messrs"):
        title, role, offices = replace(title, gender="m"), "", ()
        after = tokens.past(h)
    return PluralOffice(
        replace(title, offices=offices, country=None), role, countries, after, titled
    )


def _countries(tokens: Tokens, title: Title) -> tuple[tuple[str, ...], int]:
    """The countries whose the office is, and the token after the last of them."""
    end = title.end
    if title.country is None or tokens.lows[end - 1 : end] == [""]:
        return (), end
    countries: tuple[str, ...] = (title.country,)
    while True:
        k = end
        while k < tokens.count and tokens.lows[k] in (",", "and", "the") and tokens.joined(k):
            k += 1
        place = tokens.place_at.get(tokens.starts[k]) if end < k < tokens.count else None
        if place is None or place.kind != "name":
            return countries, end
        countries = (*countries, place.country)
        end = tokens.index_at(place.end - 1) + 1
