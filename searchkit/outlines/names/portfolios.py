"""What an office is over, behind ``of`` or ``for``: a field, a body, a state.

A *portfolio* is the words that lead there and what they lead to: ``of Foreign Affairs``, ``for
Trade and Industry``, ``of the Ministry of Fish of Oman``.
"""

from __future__ import annotations

from ..lands.countries import Place
from .tokens import Tokens

__all__ = ["portfolio"]

_DEEPEST = 4
"""A field of office goes no further: the Bank of the Union of the States of the ..."""
_SEATED = frozenset({"mission", "office", "embassy", "delegation", "transition"})
"""Bodies whose place is a part of their name: the Mission in Ruritania. Of a state's transition the
place is the state."""
_UNITS = frozenset({
    "task", "department", "division", "section", "desk", "bureau", "directorate", "mission",
    "force", "branch", "unit", "team", "working", "contact", "group", "verification"
})  # fmt: skip
"""What is named for a country that it deals with: the Norway Desk, the Kosovo Task Force."""
_OF_STATES = frozenset({
    "people", "'s", "’s", "democratic", "socialist", "islamic", "arab", "federal", "federative",
    "bolivarian", "plurinational", "hashemite", "cooperative", "united", "soviet", "and"
})  # fmt: skip
"""What stands before the word for a state in its name: the People's Republic of ..."""


def portfolio(tokens: Tokens, k: int, depth: int = 0) -> tuple[int, str | None, int] | None:
    """What ``of`` or ``for`` at ``k`` leads: its end, country, and the end without the country."""
    known = tokens.known
    lows = tokens.lows
    first = k + 1
    if first < tokens.count and lows[first] == "the" and tokens.joined(first):
        first += 1
    if not tokens.capital(first) or not tokens.joined(first) or lows[first] in known.address:
        return None
    place = tokens.place_at.get(tokens.starts[first])
    if place is not None and (place.kind == "name" or _stands_alone(tokens, place)):
        after = tokens.index_at(place.end - 1) + 1
        if tokens.possessive(after):
            return None
        linked = tokens.ends[after - 1] != place.end
        ahead = tokens.joined(after) and tokens.capital(after) and tokens.field(after)
        if linked and not ahead:
            return after, None, after
        if not linked and not (ahead and tokens.lows[after] in _UNITS):
            return (after, place.country, k) if lows[k] == "of" else (after, None, after)
    if place is not None and place.kind == "capital":
        return tokens.index_at(place.end - 1) + 1, None, k
    if tokens.possessive(first + 1) and not tokens.field(first):
        return None
    two = lows[first] in known.two_words and tokens.joined(first + 1) and tokens.capital(first + 1)
    p = first + 1 + two
    while p < tokens.count and tokens.joined(p):
        low = lows[p]
        place = tokens.place_at.get(tokens.starts[p])
        if tokens.possessive(p):
            if not tokens.field(p - 1) or not tokens.capital(p + 1):
                break
            p += 1
        elif tokens.capital(p) and (
            tokens.field(p)
            or (tokens.capital(p + 1) and tokens.field(p + 1) and lows[p] not in known.heads)
            or (place is not None and place.kind == "adjective")
            or (tokens.acronym(p) and tokens.capital(p + 1) and tokens.field(p + 1))
            or (_is_open(tokens, p - 1) and lows[p] not in known.heads)
        ):
            p += 1
        elif (
            low in ("and", "&", ",")
            and tokens.capital(p + 1)
            and (
                tokens.field(p + 1)
                or (
                    low != ","
                    and tokens.capital(p + 2)
                    and tokens.field(p + 2)
                    and lows[p + 1] not in known.heads
                )
            )
        ):
            p += 2
        elif (
            low == ","
            and lows[p + 1 : p + 2] == ["and"]
            and "," in lows[first:p]
            and tokens.capital(p + 2)
            and tokens.field(p + 2)
        ):
            p += 3  # "of Economy, Trade, and Industry"
        elif (
            low in ("and", "&")
            and lows[p + 1 : p + 2] == ["the"]
            and tokens.capital(p + 2)
            and (tokens.field(p + 2) or (tokens.field(p + 3) and _is_open(tokens, p + 2)))
        ):
            p += 3
        elif (
            low == "in"
            and lows[p - 1] in _SEATED
            and tokens.place_at.get(tokens.starts[p + 1] if p + 1 < tokens.count else -1)
        ):
            place = tokens.place_at[tokens.starts[p + 1]]
            after = tokens.index_at(place.end - 1) + 1
            if lows[p - 1] == "transition":
                return after, place.country, p
            p = after
        elif low in ("of", "for"):
            inner = portfolio(tokens, p, depth + 1) if depth < _DEEPEST else None
            if inner is None:
                break
            end, country, cut = inner
            if (
                country
                and low == "of"
                and lows[p - 1] in known.polities
                and lows[k + 1] != "state"  # a Secretary of State of the United States
                and (
                    all(lows[i] in known.polities or lows[i] in _OF_STATES for i in range(first, p))
                )
            ):
                cut = k  # "of the Republic of Ruritania"
            elif country and lows[p - 1] in tokens.known.bodies:
                cut = end
            return end, country, cut
        else:
            break
    return p, None, p


def _stands_alone(tokens: Tokens, place: Place) -> bool:
    """Whether a short form that is an adjective too stands for the country: ``of the ROK``."""
    after = tokens.index_at(place.end - 1) + 1
    short = tokens.text[place.start : place.end].isupper()
    return short and not (tokens.joined(after) and tokens.capital(after))


def _is_open(tokens: Tokens, k: int) -> bool:
    """Whether a field of office cannot end at token ``k``: ``Foreign Affairs and Human``."""
    place = tokens.place_at.get(tokens.starts[k])
    if tokens.lows[k] in tokens.known.describing:
        return True
    if place is None:
        return False
    # "the Norwegian Relief", "the Norway-Oman Relief"
    return place.kind == "adjective" if place.end == tokens.ends[k] else "-" in tokens.words[k]
