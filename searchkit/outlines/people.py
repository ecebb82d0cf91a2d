"""Names and roles -> one Person each.

A *naming* is one place that names somebody (see ``naming``); a *draft* gathers the namings of one
person. Two namings are of one person if their names agree: the surname, and as much of the given
names as both show (``I. Ivanov``, ``Igor Ivanov`` and ``Igor Sergeyevich Ivanov`` agree, ``Sergei
Ivanov`` does not). A surname alone goes to whoever bears it; where several do, to whom the office
fits, else to the one named last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ..records import Person
from .layout import Layout
from .naming import Naming, fold, read_namings
from .titles import Office, Tokens, vocabulary

__all__ = ["Draft", "Mention", "People", "find_people"]

_RANKS = frozenset(
    "deputy vice former then acting assistant associate under senior parliamentary permanent special "
    "principal honorary outgoing incoming press cabinet".split()
)
_NEAR = 0.72


@dataclass(frozen=True, slots=True)
class Mention:
    """``text[start:end]`` names the person whose canonical name is ``name``.

    ``title`` tells a bare office (``the Prime Minister``) from a name. An office whose holder the
    document does not name has no ``name``; ``form`` is how it stands.
    """

    start: int
    end: int
    name: str | None
    form: str
    title: bool = False
    possessive: bool = False
    tail: int = 0


@dataclass(frozen=True, slots=True)
class People:
    """Everybody named in a document.

    ``participants`` are those who meet, ``persons`` all others, each in order of appearance.
    ``genders`` are ``m`` or ``f`` of those whose form of address or pronoun shows it.
    """

    participants: tuple[Person, ...] = ()
    persons: tuple[Person, ...] = ()
    mentions: tuple[Mention, ...] = ()
    genders: tuple[tuple[str, str], ...] = ()

    def resolve(self, form: str, position: int) -> str | None:
        """Whom ``form`` (``Foreign Minister Kono``, ``Kono``) names at ``position``, if anybody."""
        wanted = {fold(word) for word in form.split()}
        known = {p.name: p for p in (*self.participants, *self.persons)}
        fits = {
            name
            for name, person in known.items()
            if form in person.variants or wanted & {fold(word) for word in name.split()}
        }
        before = [m.name for m in self.mentions if m.start <= position and m.name in fits]
        return before[-1] if before else min(fits, default=None)


@dataclass(slots=True)
class Draft:
    """A person in the making; ``words`` is the fullest name, folded, a hyphen parting two."""

    words: tuple[str, ...]
    namings: list[Naming] = field(default_factory=list)
    holds: list[Naming] = field(default_factory=list)
    country: str | None = None
    derived: bool = False
    attended: bool = False
    participant: bool = False

    @property
    def offices(self) -> set[Office]:
        return {office for naming in self.namings for office in naming.offices}

    @property
    def gender(self) -> str | None:
        return next((n.gender for n in self.namings if n.gender), None)

    @property
    def international(self) -> bool:
        return any(n.international for n in self.namings)

    @property
    def name(self) -> str:
        best = max(self.namings, key=lambda n: (len(_words(n)), not _shouted(n), -n.start))
        return " ".join(best.name)


def _words(naming: Naming) -> tuple[str, ...]:
    return tuple(fold(part) for word in naming.name for part in word.split("-") if part)


def _shouted(naming: Naming) -> bool:
    return all(word.isupper() for word in naming.name if len(word) > 2)


def _given_agree(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether each given name of ``short`` is, abbreviates or nearly is one of ``long``, in order."""
    rest = list(long)
    for word in short:
        for i, other in enumerate(rest):
            initial = len(word) == 1 or len(other) == 1
            near = word[:2] == other[:2] and SequenceMatcher(None, word, other).ratio() >= _NEAR
            if word == other or (initial and word[0] == other[0]) or near:
                del rest[: i + 1]
                break
        else:
            return False
    return True


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of two words or more may be one person's."""
    if sorted(a) == sorted(b):
        return True
    short, long = sorted((a, b), key=len)
    if short[-1] == long[-1]:
        return _given_agree(short[:-1], long[:-1])
    if short[0] == long[0]:  # the family name first, or a second family name at the end
        return len(short) < len(long) and long[: len(short)] == short
    return short[0] == long[-1] and _given_agree(short[1:], long[:-1])


def _compatible(some: Sequence[Office] | set[Office], others: set[Office]) -> bool:
    return not some or not others or any(a <= b or b <= a for a in some for b in others)


def _gather(namings: list[Naming]) -> list[Draft]:
    """One draft for each person named."""
    drafts: list[Draft] = []
    for naming in sorted((n for n in namings if len(_words(n)) > 1), key=lambda n: -len(_words(n))):
        words = _words(naming)
        for draft in drafts:
            if len(draft.words) > 1 and _agree(words, draft.words) and naming.gender in (None, draft.gender or naming.gender):
                draft.namings.append(naming)
                break
        else:
            drafts.append(Draft(words, [naming]))
    common = vocabulary().family_first
    for naming in sorted((n for n in namings if len(_words(n)) == 1), key=lambda n: n.start):
        word = _words(naming)[0]
        bearers = [d for d in drafts if d.words[-1] == word] or [d for d in drafts if d.words[0] == word]
        if naming.titled and not bearers:
            bearers = [d for d in drafts if word in d.words]
        fits = [
            d
            for d in bearers
            if (naming.gender is None or d.gender in (None, naming.gender))
            and (_compatible(naming.offices, d.offices) or word not in common)
        ]
        if not fits:
            drafts.append(Draft((word,), [naming]))
            continue
        best = max(fits, key=lambda d: _fitness(naming, d))
        best.namings.append(naming)
    for draft in drafts:
        draft.namings.sort(key=lambda n: n.start)
    drafts.sort(key=lambda d: d.namings[0].start)
    return drafts


def _fitness(naming: Naming, draft: Draft) -> tuple[bool, bool, int]:
    office = bool(naming.offices) and bool(draft.offices) and _compatible(naming.offices, draft.offices)
    country = naming.country is not None and any(n.country == naming.country for n in draft.namings)
    return office, country, max((n.start for n in draft.namings if n.start < naming.start), default=-1)


def _holders(naming: Naming, drafts: list[Draft]) -> list[Draft]:
    """Who may be meant by an office without a name."""
    if not naming.offices:
        return []
    office = naming.offices[0]
    exact: list[Draft] = []
    loose: list[Draft] = []
    for draft in drafts:
        if naming.country and draft.country and naming.country != draft.country:
            continue
        for held in draft.offices:
            if held == office:
                exact.append(draft)
                break
            if office < held and not (held - office) & _RANKS:
                loose.append(draft)
                break
    return exact or loose


def _assign_offices(namings: list[Naming], drafts: list[Draft]) -> dict[int, Draft]:
    """The holder of every office without a name that the document names, by the naming's start."""
    found: dict[int, Draft] = {}
    memo: dict[tuple[tuple[Office, ...], str | None], list[Draft]] = {}
    for naming in namings:
        if naming.name or not naming.definite:
            continue
        key = (naming.offices, naming.country)
        if key not in memo:
            memo[key] = _holders(naming, drafts)
        holders = memo[key]
        if len(holders) > 1:
            meeting = [d for d in holders if d.participant]
            holders = meeting or holders
        if not holders:
            continue
        if len(memo[key]) == 1:
            holders[0].holds.append(naming)
            found[naming.start] = holders[0]
        else:
            # Several hold it: the one named last before.
            found[naming.start] = max(
                holders, key=lambda d: max((n.start for n in d.namings if n.start < naming.start), default=-1)
            )
    return found


def _role(draft: Draft) -> str | None:
    """The role as the fullest name has it, else the longest."""
    titled = [n for n in draft.namings if n.role and n.offices]
    if not titled:
        return None
    best = max(titled, key=lambda n: (len(_words(n)), len(n.role or ""), -n.start))
    return best.role


def _variants(draft: Draft, text: str) -> tuple[str, ...]:
    name = draft.name
    forms: dict[str, None] = {}
    for naming in sorted((*draft.namings, *draft.holds), key=lambda n: n.start):
        form = re.sub(r"\s+", " ", text[naming.start : naming.end])
        if not naming.name:
            form = f"the {form}"
        if form != name:
            forms[form] = None
    return tuple(forms)


def _person(draft: Draft, text: str) -> Person:
    return Person(
        draft.name,
        _role(draft),
        draft.country,
        _variants(draft, text),
        draft.attended,
        ("country",) if draft.derived and draft.country else (),
    )


_PRONOUN = re.compile(r"\b(she|her|herself|he|his|him|himself)\b")


def _genders(text: str, drafts: list[Draft]) -> tuple[tuple[str, str], ...]:
    """Gender by form of address, else by the pronouns that follow a name before the next one."""
    starts = sorted(n.start for d in drafts for n in d.namings)
    genders: list[tuple[str, str]] = []
    for draft in drafts:
        gender = draft.gender
        if gender is None:
            votes = 0
            for naming in draft.namings:
                if naming.possessive:
                    continue
                at = bisect_right(starts, naming.start)
                stop = min(starts[at] if at < len(starts) else len(text), naming.end + 200)
                full_stop = text.find(". ", naming.end, stop)
                pronoun = _PRONOUN.search(text, naming.end, full_stop if full_stop > 0 else stop)
                if pronoun:
                    votes += 1 if pronoun.group().startswith(("sh", "he")) and pronoun.group()[:3] in ("she", "her") else -1
            gender = "f" if votes > 0 else "m" if votes < 0 else None
        if gender:
            genders.append((draft.name, gender))
    return tuple(genders)


def find_people(text: str, layout: Layout) -> People:
    """Everybody named in ``text``: who meets, who else is named, and where."""
    from .parties import find_countries, find_participants

    tokens = Tokens(text, layout)
    namings = read_namings(tokens)
    drafts = _gather([n for n in namings if n.name])
    for draft in drafts:
        draft.country = next((n.country for n in draft.namings if n.country), None)
    find_participants(text, layout, namings, drafts)
    find_countries(text, layout, drafts, tokens.places)
    holders = _assign_offices(namings, drafts)
    owner = {naming.start: draft for draft in drafts for naming in draft.namings} | holders
    mentions: list[Mention] = []
    for naming in namings:
        draft_or_none = owner.get(naming.start)
        mentions.append(
            Mention(
                naming.start,
                naming.end,
                draft_or_none.name if draft_or_none else None,
                re.sub(r"\s+", " ", text[naming.start : naming.end]),
                not naming.name,
                naming.possessive,
                max(naming.tail, naming.end),
            )
        )
    return People(
        tuple(_person(d, text) for d in drafts if d.participant),
        tuple(_person(d, text) for d in drafts if not d.participant),
        tuple(mentions),
        _genders(text, drafts),
    )
