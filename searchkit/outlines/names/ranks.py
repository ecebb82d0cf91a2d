"""Roles as they stand before a name, without what only styles it, and those of no country.

A *rank* or an *honour* styles a person after the office: ``Vice President Lt. Gen. Roe``, ``Amir
Sheikh Roe``. An *international* office is held for many countries.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from ..lands.countries import find_places
from .tokens import vocabulary

__all__ = ["bare_office", "is_international", "plain_role"]

_INTERNATIONAL = re.compile(
    r"(?<!\bto )(?<!\bto the )"
    r"\b(?:UN|U\.N\.|United Nations|EU|NATO|European (?:Union|Commission|Council|Parliament)|"
    r"ASEAN|OSCE|OECD|IAEA|IMF|World Bank|WTO|WHO|African Union|AU|ECOWAS|SADC|IGAD|CARICOM|CSTO|"
    r"UNHCR|UNDP|UNESCO|UNICEF|UNEP|UNODC|UNFPA|UNIDO|UNCTAD|OHCHR|ICRC|FAO|ILO|IMO|ITU|WFP|WIPO|"
    r"ICAO|ICES|EFTA|APEC|GCC|Arab League|League of Arab States|Development Bank|"
    r"International (?:Committee|Court|Federation|(?:[A-Z]\w+ ){0,2}Organi[sz]ation))\b"
    r"(?! (?:(?:and [\w ]+|[A-Z][a-z]+) )?(?:Affairs|Relations|Integration|Matters|Accession"
    r"|Department|Division|Directorate|Section|Desk|Bureau)\b)|\b(?:"
    r"Secretary[- ]General[’']s|of the Secretary[- ]General|"
    r"Commission President|Council President|High Representative|HRVP|HR/VP|SRSG|S\.G\.|Pope)\b"
    r"|\ASecretary[- ]General\Z|\ASG\Z"
)
_HONOUR = re.compile(
    r"(?<=\w)(?<!Crown)(?: (?:H\.\s?H\. )?(?:Sheikha?|Shaikha?|Prince|Princess))+\Z"
)
"""What styles a person after his or her office: ``Amir Sheikh``."""
_HIGHNESS = re.compile(r"\A(?:HRH|HH|HM|H\.R\.H\.|H\.H\.|H\.M\.) (?=[A-ZÀ-ÞĀ-ɏ])")
_RANK = re.compile(
    r"(?P<last>[\w)’']+)(?P<rank>(?: (?:Lt|Lieutenant|Maj|Major|Brig|Brigadier|Air|Vice|Rear|Gen|"
    r"General|Adm|Admiral|Col|Colonel|Amb|Ambassador|Senator|Sen|Professor|Congress(?:wo)?man"
    r"|Archbishop|Bishop|Cardinal|Commodore|Brigadier)\b\.?)+)\Z"
)
"""A rank after an office: ``Vice President Lt. Gen.``, ``President of the Senate Senator``."""

_OWN = frozenset({" General", " Major", " Air"})
"""A word that is of the office itself after its head: ``Secretary General``."""
_STYLES = frozenset({"professor"})
_HEADS = re.compile(r"(?<=\w)(?:, | and |; )(?:[Cc]o-)?[Hh]ead of (?:the )?[Dd]elegation\Z")
"""What somebody is at the meeting only."""
_OF = re.compile(r"(?:,? of| of the (?:\w+ ){0,2}(?:Republic|Kingdom|State) of)(?: the)? \Z")
_SENT = re.compile(
    r".*\bParty\b|Ambassador|Special Envoy|High Commissioner|"
    r"President of the (?:Government|Republic)"
)
_BODY_OF = re.compile(r", (?:the )?(?:Ministry|Department|Government|Office)\b.*\Z")
"""Where somebody works, after an office: ``Director, Ministry of Trade of Ruritania``."""


# The same offices come again and again.
@lru_cache(4096)
def is_international(role: str) -> bool:
    """Whether who holds a role speaks for no country: ``NATO Secretary General``."""
    return _INTERNATIONAL.search(role) is not None


@lru_cache(4096)
def bare_office(role: str) -> str:
    """A role without the rank at its end, if an office is left before what the rank is not of."""
    role = _HONOUR.sub("", _HIGHNESS.sub("", role.removeprefix("then ")))
    rank = _RANK.search(role)
    if rank is None:
        return role
    known, bare = vocabulary(), role[: rank.start("rank")]
    # An office in small letters only describes who has the rank: "agency spokesman Rear Admiral".
    last = rank["last"].lower()
    own = (last in known.heads or last in known.prefixes) and (
        rank["rank"] in _OWN or (rank["last"].islower() and "." not in rank["rank"])
    )
    return role if own or known.heads.isdisjoint(bare.lower().split()) else bare


def plain_role(role: str, others: Set[str]) -> str | None:
    """A role without the country at its end, nor at its beginning where the text has it without.

    ``others`` are the person's roles where a country stands elsewhere: ``Norwegian Foreign
    Minister`` is ``Foreign Minister`` where the text has ``Foreign Minister Roe of Norway`` too.
    What only styles a person is no role: ``Professor``.
    """
    if role.lower() in _STYLES:
        return None
    role = _HEADS.sub("", role)
    places = find_places(role)
    if places and not places[0].start:
        bare = role[places[0].end :].removeprefix("’s ").removeprefix("'s ").strip()
        spelt = places[0].kind == "name" and not role.startswith(("U", "Northern"))
        if bare in others or (spelt and not role[: places[0].end].isupper()):
            return bare
    if len(places) and places[-1].kind == "name" and places[-1].end == len(role):
        of = _OF.search(role, 0, places[-1].start)
        if of and not _SENT.match(role):
            body = _BODY_OF.search(role, 0, of.start())
            return role[: body.start() if body else of.start()]
    return role
