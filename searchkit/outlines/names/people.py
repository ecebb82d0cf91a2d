"""Names and roles -> one Person each.

A *naming* is one place that names somebody (see ``naming``); a *draft* gathers the namings of one
person. Two namings are of one person if their names agree: the surname, and as much of the given
names as both show (``I. Ivanov``, ``Igor Ivanov`` and ``Igor Sergeyevich Ivanov`` agree, ``Sergei
Ivanov`` does not). A surname alone goes to whoever bears it; where several do, to whom the office
fits, else to the one named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from ...records import Person
from ..lands.countries import Place
from ..lands.issuers import take_kept, take_masthead, take_senders
from ..lands.namelands import with_countries
from ..meeting.absentees import absentees
from ..offices.beside import take_beside
from ..offices.chairs import take_chairs
from ..offices.holders import assign_offices, sole_holders
from ..offices.page_holder import take_page_holder
from ..sections.layout import Layout
from ..text.columns import with_columns
from .addressed import without_address
from .listed_offices import apart_from_offices
from .namesakes import PATRONYMICS, Namesakes, sound
from .naming import Naming, fold
from .posts import with_holders, with_posts, with_units, with_whole_posts
from .ranks import plain_role
from .rosters import roster_spans
from .surnames import bear_surnames
from .titles import Office
from .tokens import Tokens, given_names, unwrapped, vocabulary
from .unnamed import apart_from_peers, beside_their_peers, unnamed
from .untitled import read_namings

__all__ = ["Draft", "Mention", "People", "find_people"]

_INITIAL = re.compile(r"(?<=^[^\W\d_]\.) (?=[^\W\d_]{2})")
"""The space behind a first initial that a longer word follows."""
_PARTS = re.compile(r"-|(?<=[A-Z]\.)(?=[A-Z]\.)")
"""What parts the words of a word: ``Orme-Hale``, ``J.R.``"""
_ARTICLED = [("al",), ("el",), ("ibn",), ("ben",), ("abu",), ("bou",), ("mc",), ("mac",)]
_GIVEN_AND_SURNAME = 2


@dataclass(slots=True)
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
    ``genders`` are ``m`` or ``f`` of those whose form of address or pronoun shows it; ``tokens``
    are the words of the text, ``flat`` the text without the ends of lines inside paragraphs, and
    ``places`` where it names countries.
    """

    tokens: Tokens = field(repr=False)
    flat: str = field(repr=False)
    participants: tuple[Person, ...] = ()
    persons: tuple[Person, ...] = ()
    mentions: tuple[Mention, ...] = ()
    genders: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()

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
    """A person in the making; ``name`` is the fullest name, known when all namings are taken, and
    ``words`` the same folded, a hyphen parting two.

    ``holds`` are the offices without a name that mean this person and can mean nobody else.
    """

    words: tuple[str, ...]
    name: str = ""
    namings: list[Naming] = field(default_factory=list)
    holds: list[Naming] = field(default_factory=list)
    offices: set[Office] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    gender: str | None = None
    country: str | None = None
    derived: bool = False
    attended: bool = False
    participant: bool = False
    international: bool = False

    def take(self, naming: Naming) -> None:
        """Add a naming of this person."""
        self.namings.append(naming)
        self.offices.update(naming.offices)
        self.gender = self.gender or naming.gender
        self.international = self.international or naming.international
        if naming.role:
            self.roles.add(naming.role.lower())
        if naming.country:
            self.countries.add(naming.country)

    def presume(self, country: str | None) -> None:
        """Note a country that nothing beside the person's name states."""
        self.country, self.derived = country, True

    @property
    def relative(self) -> bool:
        """Whether the text only tells whose relative the person is: no minister of that name."""
        known = vocabulary().relatives
        return bool(self.offices) and all(office <= known for office in self.offices)

    def close(self) -> None:
        """Order the namings and choose the fullest name: all are taken."""
        self.namings.sort(key=lambda n: n.start)
        # Of the same words the first counts, whoever often they come.
        named = {naming.name: naming for naming in reversed(self.namings)}
        best = max(
            named.values(),
            key=lambda n: (
                sum(len(word) > 1 for word in _words(n)),
                len(_words(n)),
                not n.name[-1].lower().endswith(PATRONYMICS),
                not _shouted(n),
                -n.start,
            ),
        )
        self.name = " ".join(best.name)

    def spell(self, text: str) -> None:
        """Write an initial as the text does, where no space parts it from the rest: ``B.Roe``."""
        glued = _INITIAL.sub("", self.name)
        if glued != self.name and any(
            text.startswith(glued, naming.end - len(glued)) for naming in self.namings
        ):
            self.name = glued


def _words(naming: Naming) -> tuple[str, ...]:
    return _folded(naming.name)


@lru_cache(4096)
def _folded(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(part) for word in name for part in _PARTS.split(word) if part)


def _shouted(naming: Naming) -> bool:
    return all(word.isupper() for word in naming.name if len(word) > 2)


def _compatible(some: Sequence[Office] | set[Office], others: set[Office]) -> bool:
    return not some or not others or any(a <= b or b <= a for a in some for b in others)


def _gather(namings: list[Naming]) -> list[Draft]:
    """One draft for each person named."""
    namings = without_address(namings)
    drafts: list[Draft] = []
    known: dict[tuple[tuple[str, ...], str | None], Draft] = {}
    bearers: dict[str, list[Draft]] = {}
    namesakes = Namesakes()
    for naming in sorted((n for n in namings if len(_words(n)) > 1), key=lambda n: -len(_words(n))):
        words = _words(naming)
        draft = known.get((words, naming.gender))
        if draft is None:
            near = map(drafts.__getitem__, namesakes.of(words))
            draft = next((d for d in near if _gendered(naming, d)), None)
            if draft is None:
                draft = Draft(words)
                drafts.append(draft)
                namesakes.add(words)
                for word in dict.fromkeys(words):
                    bearers.setdefault(word, []).append(draft)
            known[words, naming.gender] = draft
        draft.take(naming)
    _gather_surnames([n for n in namings if len(_words(n)) == 1], drafts, bearers)
    for draft in drafts:
        draft.close()
    return sorted(drafts, key=lambda d: d.namings[0].start)


def _gather_surnames(
    namings: list[Naming], drafts: list[Draft], bearers: dict[str, list[Draft]]
) -> None:
    """Add those named by one word to whom it fits, or as persons of their own."""
    common = vocabulary().family_first
    index = {id(d): i for i, d in enumerate(drafts)}
    placed = sorted((n.start, i) for i, d in enumerate(drafts) for n in d.namings)
    last: dict[int, int] = {}
    others = any(n.titled and _words(n)[0] not in bearers for n in namings)
    spelt = _spellings(bearers) if others else {}
    at = 0
    for naming in namings:
        while at < len(placed) and placed[at][0] < naming.start:
            last[placed[at][1]] = placed[at][0]
            at += 1
        word = _words(naming)[0]
        if naming.titled and word not in bearers:
            # "Minister Mahmud", of "Omar Mahmood"
            word = spelt.get(word) or spelt.get(sound(word) or "", word)
        borne = bearers.get(word, [])
        fits = [
            d
            for d in _bearing(word, borne, naming.titled, common=word in common)
            if _gendered(naming, d)
            and (word not in common or _compatible(naming.offices, d.offices))
            and not _past(naming, d)
            and not (naming.offices and d.relative)
        ]
        if len(fits) > 1 and word not in common and _told_by_nothing(naming, word, fits):
            fits = []
        if len(fits) == 1:
            best = fits[0]
        elif fits:
            best = max(fits, key=lambda d: (*_fitness(naming, d), last.get(index[id(d)], -1)))
        else:
            best = Draft((word,))
            index[id(best)] = len(drafts)
            drafts.append(best)
            bearers.setdefault(word, []).append(best)
        best.take(naming)
        last[index[id(best)]] = naming.start


def _spellings(bearers: dict[str, list[Draft]]) -> dict[str, str]:
    """The surnames at the end of whole names, by how they sound, if no two do alike."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for word, borne in bearers.items():
        heard = sound(word) if any(draft.words[-1] == word for draft in borne) else None
        joined = [d for d in borne if d.words[-1] == word and d.words[-2:-1][:1] in _ARTICLED]
        for draft in joined:
            found.setdefault(draft.words[-2] + word, word)  # "Minister Elroe", of "Omar El-Roe"
        if heard is not None:
            if heard in found:
                twice.add(heard)
            found[heard] = word
    return {heard: word for heard, word in found.items() if heard not in twice}


def _bearing(word: str, borne: list[Draft], titled: bool, *, common: bool) -> list[Draft]:
    """Of those with ``word`` in their name, those it may stand for: first as a surname at the end,
    then as one that comes first, then, after a title, as any part."""
    first = [d for d in borne if d.words[0] == word]
    last = [d for d in borne if d.words[-1] == word or (common and d.words[0] == word)]
    if any(len(d.words) > 1 for d in last):
        return last
    # Of "ROE Jan" and "Mrs. ROE" either may be "Minister Roe".
    return first or (borne if titled else _by_first_surname(word, borne))


def _told_by_nothing(naming: Naming, word: str, fits: list[Draft]) -> bool:
    """Whether several bear ``word`` as their given name, and nothing else tells which is meant."""
    return not naming.titled and all(d.words[0] == word != d.words[-1] for d in fits)


def _by_first_surname(word: str, borne: list[Draft]) -> list[Draft]:
    """The only one whose first of two family names ``word`` is: ``Salas`` of ``Ana Salas Rey``."""
    fits = [d for d in borne if len(d.words) > _GIVEN_AND_SURNAME and d.words[-2] == word]
    return fits if len(fits) == 1 else []


def _gendered(naming: Naming, draft: Draft) -> bool:
    return naming.gender is None or draft.gender in (None, naming.gender)


def _past(naming: Naming, draft: Draft) -> bool:
    """Whether the naming is of a former holder of an office that the person never held."""
    former = any("former" in office for office in naming.offices)
    ever = any("former" in office for office in draft.offices)
    return (
        former
        and bool(draft.offices)
        and not ever
        and not _compatible(naming.offices, draft.offices)
    )


def _fitness(naming: Naming, draft: Draft) -> tuple[bool, bool]:
    office = bool(naming.offices and draft.offices) and _compatible(naming.offices, draft.offices)
    return office, naming.country is not None and naming.country in draft.countries


def _seats(drafts: list[Draft]) -> frozenset[str]:
    """What each of several is called for the seat that they have, where all who speak have one."""
    held = Counter(role for draft in drafts for role in {n.role for n in draft.namings if n.role})
    return frozenset(role for role in ("Senator", "SENATOR") if held[role] > 1)


def _role(draft: Draft, common: Set[str]) -> str | None:
    """The role as the fullest name has it, else the longest; ``common`` are no roles."""
    titled = [n for n in draft.namings if n.role and n.offices]
    if not titled:
        # "Mr. Roe spoke with ... The President of the Republic said": he alone can be meant
        styles = vocabulary().styles
        held = [n.role for n in draft.holds if n.role and n.role.lower() not in styles]
        return plain_role(held[0], set(held)) if held else None
    best = max(
        titled,
        key=lambda n: (len(_words(n)), not (n.role or "").isupper(), len(n.role or ""), -n.start),
    )
    others = {n.role for n in titled if n.role and n.country}
    return plain_role(best.role or "", others) if best.role not in common else None


def _variants(draft: Draft, text: str) -> tuple[str, ...]:
    name = draft.name
    forms: dict[str, None] = {}
    for naming in sorted((*draft.namings, *draft.holds), key=lambda n: n.start):
        form = " ".join(text[naming.start : naming.end].split())
        if not naming.name:
            form = f"the {form}"
        if form != name:
            forms[form] = None
    return tuple(forms)


def _person(draft: Draft, text: str, common: Set[str]) -> Person:
    return Person(
        draft.name,
        _role(draft, common),
        draft.country,
        _variants(draft, text),
        draft.attended,
        ("country",) if draft.derived and draft.country else (),
    )


_PRONOUNS = frozenset({"she", "he", "her", "his", "herself", "himself"})
_OWN_PRONOUN = re.compile(
    r"\b(?:that|while|when|as|whether) (?P<a>she|he)\b|\b(?P<b>herself|himself)\b"
    r"|\b(?:expressed|offered|renewed|repeated|stated|noted|gave|shared|during|on|left|made|paid) "
    r"(?P<c>her|his)\b"
)
_GOES_ON = re.compile(r"She|He(?=\s)")
_OPENS = 40
"""A sentence that begins so near before a name, in characters, is about its bearer."""
_FULL_STOP = re.compile(r"[.!?]\s|\n[ \t]*\n")


def _genders(text: str, drafts: list[Draft], pronouns: list[int]) -> tuple[tuple[str, str], ...]:
    """Gender by form of address, else by the person's own pronouns before the next name.

    ``pronouns`` are where those of one person begin.
    """
    starts = sorted(n.start for d in drafts for n in (*d.namings, *d.holds))
    genders: list[tuple[str, str]] = []
    for draft in drafts:
        votes = 0
        for naming in (*draft.namings, *draft.holds) if draft.gender is None else ():
            at = bisect_right(starts, naming.start)
            stop = min(starts[at] if at < len(starts) else len(text), naming.end + 200)
            here = bisect_left(pronouns, naming.end)
            if naming.possessive or here == len(pronouns) or pronouns[here] >= stop:
                continue
            full_stop = _FULL_STOP.search(text, naming.end, stop)
            begun = text.rfind(". ", max(0, naming.start - _OPENS), naming.start)
            if naming.name and full_stop and (begun >= 0 or naming.start < _OPENS):
                goes_on = _GOES_ON.match(text, full_stop.end())
                votes += 0 if goes_on is None else 1 if goes_on.group() == "She" else -1
            stop = full_stop.start() if full_stop else stop
            pronoun = _OWN_PRONOUN.search(text, naming.end, stop)
            if pronoun and (naming.name or not pronoun["a"]):
                word = pronoun.group(pronoun.lastgroup or 0)
                votes += 1 if word in ("she", "her", "herself") else -1
        gender = draft.gender or ("f" if votes > 0 else "m" if votes < 0 else _by_given_name(draft))
        if gender:
            genders.append((draft.name, gender))
    return tuple(genders)


def _by_given_name(draft: Draft) -> str | None:
    female, male = given_names()
    words = set(draft.words) if len(draft.words) > 1 else set()
    a, b = bool(words & female), bool(words & male)
    return None if a == b else "f" if a else "m"


def find_people(text: str, layout: Layout) -> People:
    """Everybody named in ``text``: who meets, who else is named, and where."""
    from ..lands.nationality import find_countries
    from ..meeting.parties import find_participants, take_counterparts

    tokens = Tokens(text, layout)
    bear_surnames(tokens)
    namings = with_countries(text, read_namings(tokens))
    namings = with_columns(text, with_holders(text, namings))
    namings = with_posts(tokens, with_units(text, with_whole_posts(tokens, namings)))
    namings = apart_from_offices(text, namings)
    drafts = _gather([n for n in namings if n.name])
    take_chairs(text, drafts)
    take_senders(text, drafts)
    take_masthead(text, layout, drafts)
    take_kept(text, layout, drafts)
    drafts += take_page_holder(text, layout, namings, drafts)
    drafts += take_beside(text, layout, namings, drafts)
    for draft in drafts:
        draft.country = next((n.country for n in draft.namings if n.country), None)
    flat = unwrapped(text, layout)
    own = beside_their_peers(flat, namings, drafts)
    drafts = sorted([*drafts, *own], key=lambda d: d.namings[0].start) if own else drafts
    held = sole_holders(flat, namings, drafts)
    if _countries_of_title(layout, namings, held):
        held = sole_holders(flat, namings, drafts)
    if more := unnamed(flat, namings, drafts, held):
        drafts = sorted([*drafts, *more], key=lambda d: d.namings[0].start)
        held = sole_holders(flat, namings, drafts)
    rosters = [(start, end) for start, end, met in roster_spans(text) if met]
    absent = [(start, end) for start, end, met in roster_spans(text) if not met]
    lead = find_participants(flat, layout, namings, drafts, held, rosters, absent)
    places = _countries(tokens.places, namings)
    find_countries(flat, layout, tokens, drafts, places, held, rosters)
    apart_from_peers(own, drafts)
    held = sole_holders(flat, namings, drafts)
    take_counterparts(flat, layout, tokens, namings, drafts, held, lead)
    for draft in absentees(text, drafts):
        draft.participant = draft.attended = False
    holders = assign_offices(text, namings, drafts)
    for draft in drafts:
        draft.spell(text)
    owner = {n.start: d.name for d in drafts for n in d.namings}
    owner |= {start: draft.name for start, draft in holders.items()}
    mentions = [
        Mention(
            naming.start,
            naming.end,
            owner.get(naming.start),
            " ".join(text[naming.start : naming.end].split()),
            not naming.name,
            naming.possessive,
            max(naming.tail, naming.end),
        )
        for naming in namings
    ]
    common = _seats(drafts)
    return People(
        tokens,
        flat,
        tuple(_person(d, text, common) for d in drafts if d.participant),
        tuple(_person(d, text, common) for d in drafts if not d.participant),
        tuple(mentions),
        _genders(text, drafts, tokens.starts_of(_PRONOUNS)),
        tuple(_countries(tokens.places, namings)),
    )


def _countries_of_title(layout: Layout, namings: list[Naming], held: dict[int, Draft]) -> bool:
    """``the Norwegian Minister`` in a title tells of which country the minister named below is;
    whether any does."""
    told = False
    titles = [part for part in layout.parts if part.role == "title"]
    for naming in namings if titles else ():
        draft = held.get(naming.start)
        inside = titles[0].start <= naming.start < titles[-1].end
        if draft is not None and inside and naming.country and draft.country is None:
            draft.presume(naming.country)
            told = True
    return told


def _countries(places: list[Place], namings: list[Naming]) -> list[Place]:
    """``places`` without those that are a person's surname."""
    surnames = {naming.end for naming in namings if naming.name}
    return [p for p in places if p.end not in surnames]
