"""Forms of address that may as well be names: ``M. Roe`` is Mr. Roe where somebody of that name is
known otherwise, and so is ``Pak Roe``, though Mr. Pak is a name elsewhere."""

from __future__ import annotations

from dataclasses import replace

from .naming import Naming, fold

__all__ = ["without_address"]

_MONSIEUR = ("M", "M.")
_ALSO_NAMES = {"pak": "m", "bu": "f"}
_PAIR = 2


def without_address(namings: list[Naming]) -> list[Naming]:
    """``namings`` without the forms of address that began as names."""
    pairs = [n for n in namings if len(n.name) == _PAIR]
    genders = {id(n): _ALSO_NAMES.get(n.name[0].lower()) for n in pairs}
    doubtful = {id(n): n for n in pairs if genders[id(n)] or n.name[0] in _MONSIEUR}
    if not doubtful:
        return namings
    words = {id(n): [fold(w) for word in n.name for w in word.split("-") if w] for n in namings}
    full = {w[-1]: w[0] for w in words.values() if len(w) > 1 and len(w[0]) > 1}
    titled = {words[id(n)][-1] for n in namings if n.titled and n.name and id(n) not in doubtful}
    meant = {
        key: genders[key] or "m"
        for key in doubtful
        if (words[key][-1] in titled if genders[key] else full.get(words[key][-1], "m")[0] != "m")
    }
    return [
        replace(n, name=n.name[1:], gender=meant[id(n)], titled=True) if id(n) in meant else n
        for n in namings
    ]
