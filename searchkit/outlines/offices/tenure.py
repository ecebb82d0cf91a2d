"""Which offices a state has, and who holds one of which there is only one.

A *chief* office has one holder in a state at a time: president, prime minister, foreign minister. A
state without a president (see ``data/states.toml``) has none that a document could name, and where
one bearer of a chief office is known to be of a state another one is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = [
    "chief_offices",
    "has_office",
    "is_taken",
    "may_hold",
    "members_named",
    "of_its_own",
    "only_of",
    "serves_body",
]

_CHIEFS = {
    "president": "president",
    "president of the republic": "president",
    "prime minister": "prime minister",
    "pm": "prime minister",
    "premier": "prime minister",
    "foreign minister": "foreign minister",
    "fm": "foreign minister",
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "minister of external affairs": "foreign minister",
    "minister of external relations": "foreign minister",
    "minister of foreign relations": "foreign minister",
    "external affairs minister": "foreign minister",
    "foreign secretary": "foreign minister",
    "secretary of state": "foreign minister",
    "chancellor": "chancellor",
    "federal chancellor": "chancellor",
    "king": "king",
    "queen": "king",
    "emperor": "king",
    "emir": "king",
    "amir": "king",
    "sultan": "king",
    "vice president": "vice president",
    "general secretary": "general secretary",
    "crown prince": "crown prince",
}
_OTHERS_TOO = frozenset({"treasurer", "deputy secretary", "state councilor", "state councillor"})
"""Offices that one state has, and bodies that are none."""
_PARTS = re.compile(r",? and |, ")
_OF_A_BODY = re.compile(r"(?:vice )?president of the (?!republic|government)")
_OF_NO_STATE = re.compile(rf"{_OF_A_BODY.pattern}|(?<!high )commissioner\Z")
_LACKED = ("president", "prime minister")
"""Whoever is called by another name of such an office holds it all the same."""


@cache
def _states() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """By office the states that have none such, and the only ones that have it."""
    import tomllib

    data = tomllib.loads(files("searchkit").joinpath("data/states.toml").read_text("utf-8"))
    without, only = (
        {
            office: frozenset(state.strip() for state in states.replace("\n", "").split("|"))
            for office, states in data[table].items()
        }
        for table in ("without", "only")
    )
    return without, only


@cache
def _groups() -> dict[str, frozenset[str]]:
    import tomllib

    data = tomllib.loads(files("searchkit").joinpath("data/states.toml").read_text("utf-8"))
    return {name: frozenset(states.split("|")) for name, states in data["groups"].items()}


def members_named(title: str) -> frozenset[str]:
    """The members of a group of states that a title names: ``G7 Foreign Ministers' Meeting``."""
    words = set(re.findall(r"\w+", title))
    return next((states for name, states in _groups().items() if name in words), frozenset())


def only_of(draft: Draft, states: Set[str]) -> str | None:
    """The only one of some states that has an office of somebody."""
    told = {s for s in states for role in draft.roles if s in _states()[1].get(role, ())}
    return told.pop() if len(told) == 1 else None


def of_its_own(draft: Draft) -> str | None:
    """The state of somebody whose office no other state has: the Taoiseach's is Ireland."""
    told = {
        states[0]
        for role in draft.roles
        if role not in _OTHERS_TOO
        for states in [[*_states()[1].get(role, ())]]
        if len(states) == 1
    }
    return told.pop() if len(told) == 1 else None


def chief_offices(draft: Draft) -> set[str]:
    """The chief offices that somebody is said to hold, by their usual names."""
    held = {
        _CHIEFS[part]
        for role in draft.roles
        for part in (role, *_PARTS.split(role))
        if part in _CHIEFS
    }
    # "President of the African Bank", "President" for short
    bodies = [role for role in draft.roles if _OF_A_BODY.match(role)]
    return held - {"president", "vice president"} if bodies else held


def serves_body(draft: Draft) -> bool:
    """Whether somebody holds an office that a state has not: a commissioner, a bank's president."""
    return any(_OF_NO_STATE.search(role) for role in draft.roles)


def may_hold(draft: Draft, country: str) -> bool:
    """Whether ``country`` has the offices that somebody is said to hold."""
    return all(has_office(country, role) for role in draft.roles)


def has_office(country: str, role: str) -> bool:
    """Whether ``country`` has an office, which is given in small letters."""
    without, only = _states()
    if country in without.get(role, ()) or country not in only.get(role, (country,)):
        return False
    chief = _CHIEFS.get(role, "")
    return chief not in _LACKED or country not in without[chief]


def is_taken(draft: Draft, country: str, drafts: Iterable[Draft]) -> bool:
    """Whether somebody else is known to hold a chief office of ``draft`` in ``country``."""
    held = chief_offices(draft)
    return bool(held) and any(
        other is not draft and other.country == country and held & chief_offices(other)
        for other in drafts
    )
