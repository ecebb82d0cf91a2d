"""Countries that names tell to those who know such names.

``Haruo Minase`` is a Japanese name, ``President Yeltsin`` was Russia's. Such a name is asked only
where the text names that country and tells nothing of the person, but for a given name and a
surname that are both Japanese. The names stand in ``data/name_origins.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..lands.company import unknown
from .naming import fold

if TYPE_CHECKING:
    from .people import Draft

__all__ = ["may_be_of", "may_sound_of", "take_origins"]

_GIVEN_AND_SURNAME = 2
_SHORTEST = 4
"""A surname alone that tells a country has so many letters."""
_PATRONYMICS = ("evich", "ovich", "ilyich", "evna", "ovna", "inichna")
_PATRONYMICS_OF = frozenset({"Russia", "Belarus", "Ukraine", "Kazakhstan", "Soviet Union"})
"""Where people have their father's name beside their own."""
_SON_OF = frozenset({"bin", "ibn", "bint", "ben"})
_OFFICES = frozenset(
    {"president", "minister", "secretary", "chancellor", "leader", "chairman", "general"}
)


_GOVERNING = frozenset({"minister", "ambassador", "cabinet", "speaker"})
"""Who has such an office serves a state."""


@dataclass(frozen=True, slots=True)
class _Origins:
    syllables: re.Pattern[str]
    never: re.Pattern[str]
    sounds: dict[str, re.Pattern[str]]
    letters: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Letters, and the countries that alone have them in names."""
    surnames: tuple[str, ...]
    given: tuple[str, ...]
    by_surname: dict[str, frozenset[str]]
    leaders: dict[str, list[tuple[frozenset[str], str]]]
    """Their names and countries, by one word of the name."""
    alone: dict[tuple[str, ...], str]
    """Countries of those whom such words tell by themselves."""
    certain: frozenset[str]
    """Of these the surnames that tell a country even where the text does not name it."""


@cache
def _origins() -> _Origins:
    import tomllib

    data = tomllib.loads(files("searchkit").joinpath("data/name_origins.toml").read_text("utf-8"))
    japan = data["japan"]
    leaders: dict[str, list[tuple[frozenset[str], str]]] = {}
    for country, listed in data["leaders"].items():
        for name in listed.split():
            names = frozenset(name.split("-"))
            leaders.setdefault(min(names), []).append((names, country))
    alone = {
        tuple(fold(word) for word in name.split("-")): country
        for country, listed in data["statesmen"].items()
        for name in listed.split()
    }
    return _Origins(
        re.compile(japan["syllables"]),
        re.compile(japan["never"]),
        {country: re.compile(sound) for country, sound in data["sounds"].items()},
        tuple(
            (frozenset(letters), frozenset(countries.split("|")))
            for letters, countries in data["letters"].items()
        ),
        tuple(japan["surnames"].split()),
        tuple(japan["given"].split()),
        {country: frozenset(names.split()) for country, names in data["surnames"].items()},
        leaders,
        alone,
        frozenset(data["certain"].split()),
    )


def take_origins(drafts: list[Draft], named: Set[str]) -> None:
    """Give those without a country the one of the countries ``named`` that their names tell."""
    for draft in unknown(drafts):
        words = tuple(fold(part) for part in draft.name.replace("-", " ").split())
        country = _leader(draft, words, named) or _by_name(draft.name, words, named)
        governs = any(office & _GOVERNING for office in draft.offices)
        if country is None and governs and "-" not in draft.name and _surely_japanese(words):
            country = "Japan"
        if country is not None:
            draft.presume(country)


def may_be_of(name: str, country: str) -> bool:
    """Whether a name sounds as those of ``country`` do, if those of the country can be told so.

    Nor has it letters that names of other countries alone have.
    """
    return may_sound_of(name, country) and (
        name.isascii()
        or not any(
            country not in countries and not letters.isdisjoint(name.lower())
            for letters, countries in _origins().letters
        )
    )


def may_sound_of(name: str, country: str) -> bool:
    """Whether a name sounds as those of ``country`` do, whatever its letters."""
    known = _origins()
    parts = name.replace("-", " ").split()
    words = [fold(part) for part in parts if "." not in part and len(part) > 1]  # no initials
    sound = known.sounds.get("South Korea" if country == "North Korea" else country)
    if sound is not None:
        return all(sound.fullmatch(word) for word in words)
    return country != "Japan" or all(
        known.syllables.fullmatch(w) and not known.never.search(w) for w in words
    )


def _leader(draft: Draft, words: tuple[str, ...], named: Set[str]) -> str | None:
    """The country of a leader whom everybody knows, if the text gives an office or a full name."""
    alone = _origins().alone.get(words)
    if alone is not None and (alone in named or words[-1] in _origins().certain):
        return alone
    if len(words) < _GIVEN_AND_SURNAME and not any(o & _OFFICES for o in draft.offices):
        return None
    if len(words) > 1 and words[-2] in _SON_OF:
        return None
    told = {
        country
        for word in words
        for names, country in _origins().leaders.get(word, ())
        if (names <= set(words) if len(names) > 1 else words[-1] in names)
        and (len(names) > 1 or len(words) == 1 or country in named)
    }
    return told.pop() if len(told) == 1 else None


def _by_name(name: str, words: tuple[str, ...], named: Set[str]) -> str | None:
    told = {country for country in named if _fits(name, words, country)}
    return told.pop() if len(told) == 1 else None


def _fits(name: str, words: tuple[str, ...], country: str) -> bool:
    """Whether somebody of ``country`` may be called so, and hardly anybody else."""
    if country == "Japan":
        return "-" not in name and _is_japanese(words)
    if country in _PATRONYMICS_OF and len(words) > _GIVEN_AND_SURNAME:
        return any(word.endswith(_PATRONYMICS) for word in words)
    surnames = _origins().by_surname.get(country)
    if surnames is None or len(words) < _GIVEN_AND_SURNAME or words[0] not in surnames:
        return False
    return (country == "China" and len(words) == _GIVEN_AND_SURNAME) or len(
        words
    ) > _GIVEN_AND_SURNAME


def _is_japanese(words: tuple[str, ...]) -> bool:
    known = _origins()
    if not 0 < len(words) <= _GIVEN_AND_SURNAME:
        return False
    if any(not known.syllables.fullmatch(word) or known.never.search(word) for word in words):
        return False
    if len(words) == 1:
        return len(words[0]) >= _SHORTEST and words[0].endswith(known.surnames)
    return any(word.endswith(known.given) for word in words)


def _surely_japanese(words: tuple[str, ...]) -> bool:
    """Whether a given name and a surname are both of Japan: ``Haruo Minase``."""
    if len(words) != _GIVEN_AND_SURNAME or not _is_japanese(words):
        return False
    known = _origins()
    given = tuple(end for end in known.given if len(end) > 1)
    surnames = tuple(end for end in known.surnames if len(end) > _GIVEN_AND_SURNAME)
    long = all(len(word) >= _SHORTEST for word in words)
    return long and any(
        one.endswith(given) and other.endswith(surnames) for one, other in (words, words[::-1])
    )
