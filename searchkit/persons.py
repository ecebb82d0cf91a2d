"""The same person over many documents.

Each document names its people in its own way: one has ``Koizumi``, another ``Junichiro Koizumi``,
a third ``KOIZUMI Jun'ichirō``. The *canonical* name is the one that a person has over the whole
collection: the fullest form, of equally full ones the most frequent.

Two full names are one person if their words are the same names, however transliterated and in
whatever order. A shorter form, such as a family name alone, is the person of the fuller one if
there is exactly one that it fits; where there are two, it stays what it is. What is known of
country and office must agree, and the years of the documents must lie near enough to each other
for one career. The user's word (:mod:`searchkit.identities`) goes before this rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .name_forms import families, is_east, kinds, ordered
from .records import Person
from .rows import Mention
from .transliteration import Word, split, word

__all__ = ["PersonEntry", "entries", "merge", "summed", "together", "words_of"]


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person of the collection.

    ``roles`` and ``variants`` (every other form of the name seen, with title as it stands) begin
    with the most frequent; ``passages`` and ``documents`` count those that name the person.
    """

    name: str
    roles: tuple[str, ...] = ()
    country: str | None = None
    variants: tuple[str, ...] = ()
    passages: int = 0
    documents: int = 0


def entries(people: Iterable[tuple[str, Person, int, str]]) -> tuple[PersonEntry, ...]:
    """One entry for each person, by name.

    Args:
        people: (document id, person as that document names them, passages of it that name them,
            canonical name over the collection).
    """
    groups: dict[str, list[tuple[str, Person, int]]] = defaultdict(list)
    for document, person, passages, canonical in people:
        groups[canonical].append((document, person, passages))
    return tuple(
        _entry(
            name,
            [(person, 1, passages) for _, person, passages in sorted(rows, key=_order)],
            len({document for document, _, _ in rows}),
        )
        for name, rows in sorted(groups.items())
    )


def _order(row: tuple[str, Person, int]) -> tuple[str, str]:
    return row[0], row[1].name


def summed(mentions: Iterable[Mention], documents: Mapping[str, int]) -> tuple[PersonEntry, ...]:
    """The same of mentions, in the order of :meth:`searchkit.roster.Roster.mentions`.

    Args:
        documents: how many name each person, by canonical name.
    """
    groups: dict[str, list[tuple[Person, int, int]]] = defaultdict(list)
    for one in mentions:
        groups[one.canonical].append((one.person, one.documents, one.passages))
    return tuple(_entry(name, rows, documents[name]) for name, rows in sorted(groups.items()))


def _entry(name: str, rows: Sequence[tuple[Person, int, int]], documents: int) -> PersonEntry:
    """Of (person, in how many documents, in how many passages), in order of the documents."""
    roles: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for person, times, _ in rows:
        if person.role:
            roles[person.role] += times
        if person.country:
            countries[person.country] += times
        for form in dict.fromkeys((person.name, *person.variants)):
            forms[form] += times
    del forms[name]
    return PersonEntry(
        name=name,
        roles=tuple(role for role, _ in roles.most_common()),
        country=countries.most_common(1)[0][0] if countries else None,
        variants=tuple(form for form, _ in forms.most_common()),
        passages=sum(passages for _, _, passages in rows),
        documents=documents,
    )


# Who is who

_CAREER = 40
"""So many years may lie between two documents that name one person by given and family name."""
_OFFICE = 15
"""The same for a family name alone."""


@dataclass(slots=True)
class _Name:
    """A form of a name, with what all documents together say of who bears it."""

    text: str
    words: tuple[Word, ...]
    families: set[str]
    documents: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    @property
    def full(self) -> int:
        """How many of the words are no initials."""
        return sum(len(w.text) > 1 for w in self.words)

    @property
    def bare(self) -> bool:
        return len(self.words) == 1

    def take(self, other: _Name) -> None:
        self.families |= other.families
        self.documents |= other.documents
        self.countries |= other.countries
        self.roles |= other.roles
        self.years |= other.years


def merge(
    people: Iterable[tuple[str, Person]], years: Mapping[str, int] | None = None
) -> dict[tuple[str, str], str]:
    """Who is the same person over the documents of a collection.

    A family name alone is the person with a fuller name if exactly one such person has that family
    name, the same country (where both are known) and a role that may be the same, is named in
    documents of about the same years, and is not named beside it in the same document.

    Args:
        people: (document id, person as the document names them), in any order.
        years: document id -> the year that it tells of, where that is known.

    Returns:
        (document id, name in that document) -> canonical name.
    """
    rows = list(people)
    years = years or {}
    names: dict[str, _Name] = {}
    for document, person in rows:
        name = names.get(person.name)
        if name is None:
            name = names[person.name] = _name(person.name, person.country)
        name.documents.add(document)
        if document in years:
            name.years.add(years[document])
        name.families |= _alone(person, name)
        if person.country:
            name.countries.add(person.country)
        if person.role:
            name.roles.add(person.role)
    full = [name for name in names.values() if not name.bare]
    who, groups = _united(sorted(full, key=_fullest))
    by_family = _by_family(groups)
    bare = _bare_forms(name for name in names.values() if name.bare)
    return {
        (document, person.name): who[person.name]
        if person.name in who
        else _bearer(document, person, names[person.name], by_family, years) or bare[person.name]
        for document, person in rows
    }


def _fullest(name: _Name) -> tuple[int, int, int, bool, str]:
    shouted = any(len(w) > 1 and w.isupper() for w in split(name.text))
    return -name.full, -len(name.words), -len(name.documents), shouted, name.text


def _name(text: str, country: str | None) -> _Name:
    forms = ordered(text)
    east = is_east(forms, country)
    particles = kinds()["particles"]
    at = families(forms, east=east)
    words = [word(form, east=east) for form in forms]
    counted = tuple(w for w in words if w.text not in particles) or tuple(words)
    return _Name(text, counted, {words[i].text for i in at})


def _alone(person: Person, name: _Name) -> set[str]:
    """The words of a name that stand after a title alone: they are the family name."""
    found = set()
    for variant in person.variants:
        forms = split(variant)
        rest = {word(form).text for form in forms[:-1]}
        if len(forms) > 1 and rest.isdisjoint(w.text for w in name.words):
            found |= {word(forms[-1]).text} & {w.text for w in name.words}
    return found


def _united(names: Sequence[_Name]) -> tuple[dict[str, str], list[_Name]]:
    """Full names, the fullest first -> the canonical name of each, and one name a person."""
    who: dict[str, str] = {}
    people: list[_Name] = []
    having: dict[str, list[int]] = defaultdict(list)
    for name in names:
        found = [people[i] for i in _possible(name, having) if _fits(name, people[i])]
        equal = [p for p in found if p.full == name.full and len(p.words) == len(name.words)]
        one = equal if name.full == len(name.words) and equal else found
        if len(one) == 1:
            one[0].take(name)
            who[name.text] = one[0].text
            continue
        who[name.text] = name.text
        initials = any(len(w.text) == 1 for w in name.words)
        for key in {key for w in name.words for key in w.keys}:
            having[key].append(len(people))
            if initials:
                having[f"{key}."].append(len(people))
        people.append(name)
    return who, people


def _possible(name: _Name, having: Mapping[str, list[int]]) -> list[int]:
    """Those who have all the words of a name among theirs, or some of them and initials."""
    words = [w for w in name.words if len(w.text) > 1]
    if not words:
        return []
    found = [{number for key in w.keys for number in having.get(key, ())} for w in words]
    with_initials = {n for w in words for key in w.keys for n in having.get(f"{key}.", ())}
    return sorted(set.intersection(*found) | with_initials)


def _fits(short: _Name, long: _Name) -> bool:
    """Whether every word of a name is a word of the fuller one, the family name among them."""
    if short.countries and long.countries and short.countries.isdisjoint(long.countries):
        return False
    if not _near(short.years, long.years, _CAREER):
        return False
    left = list(long.words)
    met: set[str] = set()
    for w in sorted(short.words, key=lambda w: -len(w.text)):
        partner = next((other for other in left if _same(w, other, long.families)), None)
        if partner is None:
            return False
        left.remove(partner)
        if len(w.text) > 1 and len(partner.text) > 1:
            met.add(partner.text)
    return not met.isdisjoint(long.families) and (len(met) > 1 or len(met) < len(short.words))


def _near(years: set[int], others: set[int], most: int) -> bool:
    """Whether two sets of years, where both are known, come within ``most`` of each other."""
    return not years or not others or min(abs(a - b) for a in years for b in others) <= most


def _same(a: Word, b: Word, families: set[str]) -> bool:
    if len(a.text) > 1 and len(b.text) > 1:
        return not a.keys.isdisjoint(b.keys)
    return a.text == b.text or (b.text not in families and a.text[:1] == b.text[:1])


def _by_family(people: Sequence[_Name]) -> dict[str, list[_Name]]:
    found: dict[str, list[_Name]] = defaultdict(list)
    for one in people:
        keys = {key for w in one.words if w.text in one.families for key in w.keys}
        for key in keys:
            found[key].append(one)
    return found


def _bearer(
    document: str,
    person: Person,
    name: _Name,
    by_family: Mapping[str, list[_Name]],
    years: Mapping[str, int],
) -> str | None:
    """The one person of a fuller name who may be meant by a family name alone."""
    here = {years[document]} if document in years else set()
    found = {
        one.text
        for key in name.words[0].keys
        for one in by_family.get(key, ())
        if document not in one.documents
        and _near(here, one.years, _OFFICE)
        and (not person.country or not one.countries or person.country in one.countries)
        and (not person.role or not one.roles or any(_may_be(person.role, r) for r in one.roles))
    }
    return found.pop() if len(found) == 1 else None


def _bare_forms(names: Iterable[_Name]) -> dict[str, str]:
    """Family names of whom no more is known, those that differ in spelling only as one."""
    first: dict[str, str] = {}
    for name in sorted(names, key=_fullest):
        keys = name.words[0].keys if name.words else ()
        form = min((first[key] for key in keys if key in first), default=name.text)
        for key in (*keys, name.text):
            first.setdefault(key, form)
    return first


# Who may be meant together


def words_of(name: str) -> str:
    """The words of a name as :func:`together` takes them: initials, or all readings of a word."""
    particles = kinds()["particles"]
    words = [word(form, east=True) for form in ordered(name)]
    counted = [w for w in words if w.text not in particles] or words
    return " ".join("|".join((w.text, *sorted(w.keys - {w.text}))) for w in counted)


def together(names: Mapping[str, str], touched: Iterable[str]) -> set[str]:
    """The names for which it may matter, in :func:`merge`, who bears those that are touched.

    One name may stand for another only if each of its words is a word of the other, or begins with
    an initial of it. Whoever is linked so to a touched name, in however many steps, is together
    with it; and what :func:`merge` finds for these names does not depend on any others.

    Args:
        names: every name of the collection with its words, as :func:`words_of` gives them.
        touched: some of the names.
    """
    having: dict[str, list[str]] = defaultdict(list)
    for name, words in names.items():
        for readings in words.split():
            if len(readings) > 1 and readings[1] != "|":  # no initial
                for key in readings.split("|"):
                    having[key].append(name)
    split_up = _SplitUp(names)
    found: set[str] = set()
    left = [name for name in touched if name in names]
    while left:
        name = left.pop()
        if name in found:
            continue
        found.add(name)
        one = split_up[name]
        near = {other for key in one.keys for other in having[key]}
        left += [o for o in near - found if one.within(split_up[o]) or split_up[o].within(one)]
    return found


class _SplitUp(dict[str, "_Words"]):
    """Names -> their words, taken apart when they are looked at."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, name: str) -> _Words:
        self[name] = made = _Words.of(self._names[name])
        return made


@dataclass(frozen=True, slots=True)
class _Words:
    """The readings of each word of a name, all of them together, and its initials."""

    long: tuple[tuple[str, frozenset[str]], ...]
    keys: frozenset[str]
    initials: frozenset[str]

    @classmethod
    def of(cls, words: str) -> _Words:
        readings = [one.split("|") for one in words.split()]
        long = tuple((keys[0], frozenset(keys)) for keys in readings if len(keys[0]) > 1)
        return cls(
            long,
            frozenset(key for _, keys in long for key in keys),
            frozenset(keys[0] for keys in readings if len(keys[0]) == 1),
        )

    def within(self, other: _Words) -> bool:
        return all(
            not keys.isdisjoint(other.keys) or text[0] in other.initials for text, keys in self.long
        )


# Roles

_RANK = frozenset({"deputy", "vice", "assistant", "under", "parliamentary", "associate", "sub"})
_SMALL_WORDS = """
a acting affair an and appointed at current ex first for former h he her his hon honourable in
incoming its late new newly of on outgoing the their then to with
"""
_PASSING = frozenset({"", *_SMALL_WORDS.split()})
_LONG_FORMS = {
    "defense": "defence",
    "fm": "foreign minister",
    "pm": "prime minister",
    "premier": "prime minister",
}
_WORD = re.compile(r"[^\W_]+")


def _may_be(one: str, other: str) -> bool:
    """Whether two roles may be one: ``Foreign Minister`` and ``Minister for Foreign Affairs``."""
    a, b = _role(one), _role(other)
    return (a <= b or b <= a) and a & _RANK == b & _RANK


@lru_cache(maxsize=20_000)
def _role(text: str) -> frozenset[str]:
    words = _WORD.findall(text.lower())
    long = " ".join(_LONG_FORMS.get(w, w) for w in words).split()
    return frozenset(w.removesuffix("s") for w in long) - _PASSING
