"""Roles as they stand before a name, without what only styles it, and those of no country.

A *rank* or an *honour* styles a person after the office: ``Vice President Lt. Gen. Roe``, ``Amir
Sheikh Roe``. An *international* office is held for many countries.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .tokens import vocabulary

__all__ = ["bare_office", "is_international"]

_INTERNATIONAL = re.compile(
    r"\b(?:UN|U\.N\.|United Nations|EU|NATO|European (?:Union|Commission|Council|Parliament)|"
    r"ASEAN|OSCE|OECD|IAEA|IMF|World Bank|WTO|WHO|African Union|Arab League|League of Arab States|"
    r"Secretary[- ]General[’']s|of the Secretary[- ]General|"
    r"Commission President|Council President|High Representative|HRVP|HR/VP|SRSG|S\.G\.|Pope)\b"
    r"|\ASecretary[- ]General\Z|\ASG\Z"
)
_HONOUR = re.compile(
    r"(?<=\w)(?<!Crown)(?: (?:H\.\s?H\. )?(?:Sheikha?|Shaikha?|Prince|Princess))+\Z"
)
"""What styles a person after his or her office: ``Amir Sheikh``."""
_RANK = re.compile(
    r"(?P<last>[\w)’']+)(?P<rank>(?: (?:Lt|Lieutenant|Maj|Major|Brig|Brigadier|Air|Vice|Rear|Gen|"
    r"General|Adm|Admiral|Col|Colonel|Amb|Ambassador|Senator|Sen|Professor)\b\.?)+)\Z"
)
"""A rank after an office: ``Vice President Lt. Gen.``, ``President of the Senate Senator``."""


# The same offices come again and again.
@lru_cache(4096)
def is_international(role: str) -> bool:
    """Whether who holds a role speaks for no country: ``NATO Secretary General``."""
    return _INTERNATIONAL.search(role) is not None


@lru_cache(4096)
def bare_office(role: str) -> str:
    """A role without the rank at its end, if an office is left before what the rank is not of."""
    role = _HONOUR.sub("", role)
    rank = _RANK.search(role)
    if rank is None:
        return role
    known, bare = vocabulary(), role[: rank.start("rank")]
    own = rank["last"].lower() in known.heads | known.prefixes and "." not in rank["rank"]
    return role if own or known.heads.isdisjoint(bare.lower().split()) else bare
