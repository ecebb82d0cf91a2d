"""Countries: their names, adjectives and capitals, and where a text names them.

A *name* is any of ``Russia``, ``Russian Federation``; an *adjective* any of ``Russian``,
``Russians``; a *capital* stands for the government (``Moscow announced``) and names no country by
itself. All come from ``data/countries.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import accumulate

__all__ = [
    "Country",
    "Place",
    "adjective_of",
    "called",
    "countries_in",
    "country_of",
    "find_places",
    "first_words",
    "is_capital",
    "is_name",
    "leaders",
    "leads_alone",
]


@dataclass(frozen=True, slots=True)
class Country:
    """A country: the usual name, its adjectives (the usual one first), the office of its leader.

    ``former`` are countries that are the same state under an older name.
    """

    name: str
    adjectives: tuple[str, ...]
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    leaders: tuple[str, ...]
    former: tuple[str, ...] = ()


@dataclass(slots=True)
class Place:
    """``text[start:end]`` is a country's name, adjective or capital (``kind``)."""

    start: int
    end: int
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Table:
    """Every form by its first word, with what may stand after it too, longest first; ``country`` is
    empty for forms to skip."""

    by_first: dict[str, tuple[tuple[str, str, str], ...]]
    by_form: dict[str, str]
    capitals: frozenset[str]
    by_name: dict[str, Country]


_WORD = re.compile(r"([A-ZÀ-ÞĀ-ɏ]\w*(?:[.'’]\w+)*\.?)")
_SPACE = re.compile(r"\s+")
_BROKEN = re.compile(r"[^\S ]|\s\s")
_COLUMNS = 5
_LINE = 200
_ALONE = frozenset({"taoiseach", "tánaiste"})
"""Offices of one word that are no word of others."""
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}\Z")


@cache
def _table() -> _Table:
    source = resources.files("searchkit").joinpath("data", "countries.tsv")
    forms: dict[str, tuple[str, str]] = {}
    by_name: dict[str, Country] = {}
    for line in source.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, *columns = line.split("\t")
        adjectives, names, capitals, leaders, former = (
            tuple(part for part in column.split("|") if part)
            for column in (*columns, "")[:_COLUMNS]
        )
        if name == "-":
            forms.update((form, ("", "")) for form in names)
            continue
        by_name[name] = Country(name, adjectives, (name, *names), capitals, leaders, former)
        for kind, group in (
            ("capital", capitals),
            ("adjective", adjectives),
            ("name", (name, *names)),
        ):
            for form in group:
                forms[form] = (name, kind)
                if kind == "adjective" and form[-1] in "nis" and not _ACRONYM.match(form):
                    forms.setdefault(form + "s", (name, kind))
                if len(form) > 3 and not form.isupper():
                    forms.setdefault(form.upper(), (name, kind))
    for form, told in [*forms.items()]:
        if "'" in form:
            forms.setdefault(form.replace("'", "’"), told)
    by_first: dict[str, list[tuple[str, str, str]]] = {}
    for form, (country, kind) in forms.items():
        first = _WORD.match(form)
        by_first.setdefault(first.group() if first else form, []).append((form, country, kind))
    groups = {
        first: tuple(sorted(group, key=lambda f: -len(f[0]))) for first, group in by_first.items()
    }
    for word in list(groups):
        for tail in ("'s", "’s", "."):
            groups.setdefault(word + tail, groups[word])
    return _Table(
        groups,
        {form.casefold(): country for form, (country, kind) in forms.items() if kind != "capital"},
        frozenset(form for form, (_, kind) in forms.items() if kind == "capital"),
        by_name,
    )


def is_capital(words: str) -> bool:
    """Whether ``words`` are a capital's name and nothing else."""
    return words in _table().capitals


def find_places(text: str) -> list[Place]:
    """Where ``text`` names a country, its people or its capital, in order, longest form first."""
    return [*_places_of_line(text)] if len(text) < _LINE else _places(text)


# The same titles and lines are asked for by several rooms.
@lru_cache(256)
def _places_of_line(text: str) -> list[Place]:
    return _places(text)


def _places(text: str) -> list[Place]:
    table = _table().by_first
    places: list[Place] = []
    done = 0
    # What stands between capitalised words, and these, by turns: no match objects.
    parts = _WORD.split(text)
    words = parts[1::2]
    named = [i for i, word in enumerate(words) if word in table]
    ends = list(accumulate(map(len, parts)))[1::2] if named else []
    for i in named:
        stop = ends[i]
        start = stop - len(words[i])
        if start < done:
            continue
        group = table[words[i]]
        # A form of several words may run over the end of a line.
        longest = start + len(group[0][0])
        broken = longest > stop and _BROKEN.search(text, start, longest)
        for form, country, kind in group:
            end = start + len(form)
            if not text.startswith(form, start) and (
                not broken or " " not in form or _SPACE.sub(" ", text[start:end]) != form
            ):
                continue
            if text[end : end + 1].isalnum() or (start and text[start - 1].isalnum()):
                continue
            done = end
            if country:
                places.append(Place(start, end, country, kind))
            break
    return places


def countries_in(places: Iterable[Place]) -> tuple[str, ...]:
    """The countries of ``places``, by name or adjective, in order of first appearance."""
    return tuple(dict.fromkeys(p.country for p in places if p.kind != "capital"))


# The same few forms are asked for again and again.
@lru_cache(4096)
def country_of(form: str) -> str | None:
    """The country whose name or adjective is ``form``, case aside, or ``None``."""
    return _table().by_form.get(_SPACE.sub(" ", form).casefold()) or None


@cache
def first_words() -> frozenset[str]:
    """With which words the names and adjectives of countries begin, in small letters."""
    return frozenset(re.findall(r"[^\W_]+", form)[0] for form in _table().by_form)


@lru_cache(4096)
def is_name(form: str) -> bool:
    """Whether ``form`` is a country's name, case aside, and no adjective."""
    country = country_of(form)
    wanted = _SPACE.sub(" ", form).casefold()
    return country is not None and any(
        wanted == name.casefold() for name in _table().by_name[country].names
    )


def called(form: str) -> tuple[str, ...]:
    """The country that ``form`` means, and what the same state was called before; or nothing.

    ``Sri Lankan`` -> ``("Sri Lanka", "Ceylon")``.
    """
    known = _table().by_name.get(country_of(form) or "")
    return (known.name, *known.former) if known is not None else ()


def adjective_of(country: str) -> str:
    """The adjective of a country (``Japan`` -> ``Japanese``), or its name if it has none."""
    known = _table().by_name.get(country)
    return known.adjectives[0] if known and known.adjectives else country


def leaders(country: str) -> tuple[str, ...]:
    """The offices that tell ``country`` from others, in lower case: ``("president",)``."""
    known = _table().by_name.get(country)
    return known.leaders if known else ()


@cache
def _offices() -> dict[str, str]:
    """Offices that one country has and no word of other offices, and that country."""
    holders: dict[str, list[str]] = {}
    for country in _table().by_name.values():
        for office in country.leaders:
            holders.setdefault(office, []).append(country.name)
    return {
        o: held[0] for o, held in holders.items() if len(held) == 1 and (" " in o or o in _ALONE)
    }


def leads_alone(office: str) -> str | None:
    """The country that ``office``, in lower case, tells by itself (``secretary of state``)."""
    return _offices().get(office)
