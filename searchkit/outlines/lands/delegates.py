"""Those who are named with their country alone: ``Ida Fen of Norway asked about cod``.

Such a *delegate* begins a sentence, or follows another (``and Ulf Orme of Sweden``). No word of the
name is one of offices, bodies or places.
"""

from __future__ import annotations

from ..names.naming import Naming
from ..names.titles import place_after
from ..names.tokens import Tokens

__all__ = ["may_be_name", "read_delegates"]

_OPENS = frozenset(".:;!?)")
_LONGEST = 4
_INTO = frozenset({"and", ","})


def read_delegates(tokens: Tokens) -> list[Naming]:
    """Whoever is named with a country and with no title, at the beginning of a sentence."""
    found: list[Naming] = []
    done = 0
    for place in tokens.places if " of " in tokens.text else ():
        k = tokens.index_at(place.start)
        if place.kind != "name" or k < 3:
            continue
        k -= 1 + (tokens.lows[k - 1] == "the")
        if tokens.lows[k] != "of" or not tokens.joined(k):
            continue
        first = k
        while first > done and k - first < _LONGEST and may_be_name(tokens, first - 1):
            first -= 1
            if not tokens.joined(first):
                break
        if k - first < 2 or not tokens.in_block(first) or not _begins(tokens, first, done):
            continue
        where = place_after(tokens, k)
        if where is None or not _goes_on(tokens, where[1]):
            continue
        done = where[1]
        end, words = tokens.ends[k - 1], tuple(tokens.words[first:k])
        country, tail = where[0].country, tokens.ends[done - 1]
        found.append(Naming(tokens.starts[first], end, words, country=country, tail=tail))
    return found


def may_be_name(tokens: Tokens, i: int) -> bool:
    """Whether token ``i`` can be a word of a name, and no other."""
    low, known = tokens.lows[i], tokens.known
    return (
        tokens.capital(i)
        and tokens.words[i][-1].isalpha()
        and len(low) > 1
        and not tokens.words[i].isupper()
        and not tokens.field(i)
        and low not in known.before_names
        and low not in known.prefixes
        and low not in known.not_names
        and low not in known.labels
        and low not in known.no_surnames
        and low not in known.openers
        and low not in known.houses
        and low not in tokens.distinct
        and tokens.starts[i] not in tokens.place_at
    )


def _begins(tokens: Tokens, first: int, done: int) -> bool:
    """Whether a sentence begins at token ``first``, or another delegate was named before."""
    if not first or not tokens.joined(first):
        return True
    before = tokens.lows[first - 1]
    return before in _OPENS or (before in _INTO and 0 < done >= first - 2)


def _goes_on(tokens: Tokens, k: int) -> bool:
    """Whether what follows at token ``k`` is what somebody does, or another name."""
    if k >= tokens.count or not tokens.joined(k):
        return False
    return tokens.lows[k] in _INTO or (
        tokens.words[k].islower() and not tokens.possessive(k) and tokens.lows[k] != "of"
    )
