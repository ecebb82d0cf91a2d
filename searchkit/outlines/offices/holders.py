"""Whom an office without a name means: ``the Prime Minister``.

A *holder* of an office is somebody whom the document gives it. Who holds just that office goes
before who holds it with a further word (``Foreign Minister`` before ``Federal Foreign Minister``);
words that make another office of it (``Deputy``) make no holder.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from ..names.naming import Naming
from ..names.titles import Office
from ..names.tokens import vocabulary
from ..speech.frame import last_word
from ..speech.reporting import may_report
from ..words.gates import lowered
from .acronyms import body_letters, initials, stands_for, words_before_letters
from .candidates import MANY, SHORT, Candidates
from .tenure import has_office

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["Holders", "assign_offices", "sole_holders"]

_RULERS = "president king queen emperor empress sultan amir emir pope prince"
_SAME: dict[Office, tuple[Office, ...]] = {
    frozenset({"head", "state"}): (
        *(frozenset({word}) for word in _RULERS.split()),
        frozenset({"president", "republic"}),
    ),
    frozenset({"head", "government"}): (
        frozenset({"prime", "minister"}),
        frozenset({"chancellor"}),
        frozenset({"federal", "chancellor"}),
        frozenset({"minister", "president"}),
        frozenset({"president", "government"}),
    ),
    frozenset({"chief", "executive"}): (
        frozenset({"prime", "minister"}),
        frozenset({"president", "government"}),
        frozenset({"president"}),
    ),
    frozenset({"president", "republic"}): (frozenset({"president"}),),
    frozenset({"secretary", "state"}): (frozenset({"foreign", "minister"}),),
    frozenset({"president", "council"}): (frozenset({"president"}),),
}
"""What an office may be that is only described: ``the Head of State``."""
_FORMER: Office = frozenset({"former"})
_ACTING = "acting"
_STYLED = frozenset({"outgoing", "departing", "distinguished", "esteemed", "honourable"})
"""Words that make no other office of one."""
_STATE: Office = frozenset({"state", "foreign", "prime"})
_FIELD = re.compile(
    r"^[ \t]*(?P<office>President|Chair(?:man|woman|person)?|Moderator|Speaker)[ \t]*:\s+"
    r"(?:the )?\Z",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(r"[ \t]*(?:[(\n|]|\Z|\.\s|[. ]{3,}|[,;–—-][ \t]*[A-Z(])")
"""What stands after a name in a field, and not in what is said to its bearer."""
_ASIDE = 120
"""An office between the name and such words is no longer, in characters."""
_AIDES = frozenset({"assistant", "advisor", "aide", "spokesperson", "secretary", "special"})
"""Words that make of an office one of its staff."""
_SERVING = frozenset({"assistant", "advisor", "aide", "spokesperson"})
"""Who speaks for the President or serves him is none."""
_LED = re.compile(r"(?:\A|[.!?\n])\s*(?:On|At|In|During|After)\b[^.,;\n]{2,60},\s\Z")
_APART_FROM = 300
"""Who is meant by an office alone is named within so many characters, or before."""
_THANKED = re.compile(
    r"^(?:The )?(?P<label>[A-Z][A-Za-z -]{1,40}):[ \t]+\S[^\n]*\n(?:[^\n:]+\n)*\s*"
    r"(?!Q|A:)[A-ZÀ-ÞĀ-ɏ][\w .’'-]{1,40}:[ \t]+(?:Well, )?"
    r"Thank you(?: (?:very|so) much)?(?: indeed)?,? (?:again, )?",
    re.MULTILINE,
)
_LABEL = re.compile(r"^[A-Z][A-Za-z -]{1,40}:[ \t]", re.MULTILINE)
_TITLE = 150
"""A title names people within so many characters."""
_BACK = 40
_AND = " and "
_STOPS = frozenset(".!?:”•")
_CLAUSES = frozenset({"and", "but", "that", "while", "as", "whereas", "when", "which"})
_RECENT = 1000
"""Who acted longer ago, in characters, is no more likely to be meant by an office."""


class Holders:
    """The holders of offices among ``drafts``, looked up by the words of the offices."""

    def __init__(self, text: str, drafts: list[Draft]) -> None:
        self.text = text
        self.first: dict[Office, int] = {}
        """Where each office stands alone for the first time, in a sentence."""
        self.by_word: dict[str, list[Draft]] = {}
        self.memo: dict[tuple[Office, str | None, str], list[Draft]] = {}
        self.bodies: dict[tuple[Office, str | None], list[tuple[Draft, list[str]]]] = {}
        """Who holds an office, and the letters that may stand for its body."""
        for draft in drafts:
            for word in dict.fromkeys(word for office in draft.offices for word in office):
                self.by_word.setdefault(word, []).append(draft)

    def of(self, naming: Naming) -> list[Draft]:
        """Who may be meant: of those who hold the office, those who meet."""
        found = self.all(naming)
        if len(found) > MANY:
            return found
        found = [d for d in found if not self._is_another(d, naming)]
        meeting = [d for d in found if d.participant] if len(found) > 1 else found
        return meeting or found

    def _is_another(self, draft: Draft, naming: Naming) -> bool:
        """Whether an office without a name cannot mean one who is named with another country.

        It stood in a sentence long before he was: ``The Prime Minister met Mr. Roe. ... Dr. Doe,
        the South African Prime Minister``.
        """
        if naming.country or not naming.definite or not naming.offices:
            return False
        key = naming.offices[0]
        if key not in self.first or naming.start < self.first[key]:
            self.first[key] = naming.start if _in_sentence(self.text, naming) else len(self.text)
        if draft.namings[0].start <= self.first[key] + _APART_FROM:
            return False
        official = [n for n in draft.namings if n.offices]
        return bool(official) and all(n.country for n in official)

    def all(self, naming: Naming) -> list[Draft]:
        """Who holds the office, meeting or not: who holds just the office before all others."""
        if not naming.offices or not naming.offices[0]:
            return []
        role = (naming.role or "").lower()
        key = (naming.offices[0], naming.country, SHORT.get(role, role))
        if key not in self.memo:
            found = self._of(*key)
            for same in () if found else _SAME.get(naming.offices[0], ()):
                found += [d for d in self._of(same, naming.country, "") if d not in found]
            bare = naming.offices[0] - _STYLED
            found = found or (self._of(bare, naming.country, "") if _STYLED & key[0] else [])
            self.memo[key] = found or self._of_body(naming)
        if len(naming.offices) > 1 and len(self.memo[key]) > 1:
            # "DPM/FM": who holds both
            both = [d for d in self.memo[key] if d.offices.issuperset(naming.offices)]
            return both or self.memo[key]
        return self.memo[key]

    def _of_body(self, naming: Naming) -> list[Draft]:
        """Who holds an office told by the letters of its body: ``the NSRP Director``."""
        letters = body_letters(naming.role or "")
        rest = naming.offices[0] - {letters.lower()} if letters is not None else frozenset()
        if letters is None or not rest:
            return []
        key = rest, naming.country
        if key not in self.bodies:
            held = self._of(*key, "")
            self.bodies[key] = [(d, self._initials(d)) for d in held] if len(held) <= MANY else []
        beside = self.lettered.get(letters.lower(), [])
        return [d for d, own in self.bodies[key] if stands_for(letters, own, d.roles, beside)]

    def _initials(self, draft: Draft) -> list[str]:
        """The first letters of the words with which a person is named together with an office."""
        text = self.text
        official = (n for n in draft.namings[:MANY] if n.offices)
        named = (text[max(0, n.start - _BACK) : n.end] for n in official)
        return [*map(initials, named), *(initials(role).upper() for role in draft.roles)]

    @cached_property
    def lettered(self) -> dict[str, list[str]]:
        """What stands before letters in brackets, in small letters."""
        return words_before_letters(lowered(self.text))

    def _of(self, office: Office, country: str | None, role: str) -> list[Draft]:
        exact: list[Draft] = []
        loose: list[Draft] = []
        then: list[Draft] = []
        for draft in min((self.by_word.get(word, []) for word in office), key=len):
            if country and draft.country and country != draft.country:
                continue
            if office in draft.offices:
                exact.append(draft)
                continue
            more = [held - office for held in draft.offices if office < held]
            if any(words.isdisjoint(vocabulary().ranks | _SERVING) for words in more):
                loose.append(draft)
            elif any(_ACTING in words and words - {_ACTING} <= _STATE for words in more):
                # The Acting Secretary of State is "the Secretary" where there is no other.
                then.append(draft)
            elif _FORMER in more:
                # Of a page kept for long: "Jane Roe, former Secretary-General".
                then.append(draft)
        if country is not None:
            # "The Norwegian Minister" is the one of Norway before one of whom no country is known.
            known = [[d for d in fit if d.country == country] for fit in (exact, loose)]
            exact, loose = known if any(known) else (exact, loose)
        # "Ambassador of Norway" and "Ambassador Roe" are both "the Ambassador".
        led = f"{role} of ", f"{role} to "
        same = [d for d in exact if any(r == role or r.startswith(led) for r in d.roles)]
        return same or exact or loose or then


def assign_offices(text: str, namings: list[Naming], drafts: list[Draft]) -> dict[int, Draft]:
    """The holder of every office without a name that the document names, by the naming's start."""
    found: dict[int, Draft] = {}
    every = Holders(text, drafts)
    owner = {n.start: i for i, d in enumerate(drafts) for n in d.namings}
    index = {id(d): i for i, d in enumerate(drafts)}
    last: dict[int, int] = {}
    acted: dict[int, int] = {}
    alone: dict[tuple[Office, str], tuple[Draft, int]] = {}
    labels = _Labels(text, drafts)
    candidates = Candidates(text, namings, drafts, every.all)
    for naming in namings:
        if naming.name:
            at = owner[naming.start]
            last[at] = naming.start
            if _in_heading(text, naming):
                # "2. Norway (President Roe)": from here on "the President" is he.
                alone.clear()
                acted[at] = naming.start
            if not naming.possessive and _subject(text, naming):
                acted[at] = naming.start
            continue
        holders = labels.of(naming) or candidates.of(naming, every.of(naming))
        if holders and not holders[0].offices:
            # "The President replied" to Mr. Roe of a state that has none
            office = (naming.role or "").lower()
            holders = [d for d in holders if not d.country or has_office(d.country, office)]
        if len(holders) == 1:
            found[naming.start] = holders[0]
            if naming.definite:
                holders[0].holds.append(naming)
        elif holders and naming.definite and len(holders) <= MANY:
            # Several hold it: the one whom it meant just before, else who did something last, else
            # who was named last.
            recent = naming.start - _RECENT
            key = naming.offices[0], text[naming.start : naming.end]
            meant, since = alone.get(key, (None, 0))
            if (own := _own(text, naming, holders)) is not None:
                meant = own
            elif meant is None or meant not in holders or since < recent:
                meant = max(
                    holders,
                    key=lambda d: (
                        max(acted.get(index[id(d)], -1), recent),
                        last.get(index[id(d)], -1),
                    ),
                )
            alone[key] = meant, naming.start
            found[naming.start] = meant
            if acted.get(index[id(meant)], -1) >= 0:
                acted[index[id(meant)]] = naming.start
    _double_offices(text, namings, drafts, found)
    return found


def _own(text: str, naming: Naming, holders: list[Draft]) -> Draft | None:
    """The publisher's own of several who meet and hold an office: the text tells the country of
    each other one. It is he or she who is "the Minister" at the start of a sentence."""
    led = _LED.search(text, max(0, naming.start - 2 * _BACK), naming.start)
    if not (all(draft.participant for draft in holders) and (led or _in_sentence(text, naming))):
        return None
    told = [d for d in holders if d.country is not None and not d.derived]
    own = [d for d in holders if d not in told]
    return own[0] if len(own) == 1 and len(told) == len(holders) - 1 else None


def _double_offices(
    text: str, namings: list[Naming], drafts: list[Draft], found: dict[int, Draft]
) -> None:
    """``the Deputy Premier and Minister of Finance``: one, where somebody is named with both."""
    for a, b in pairwise(namings):
        if a.name or b.name or not (a.definite and a.offices and b.offices):
            continue
        if b.start - a.end > len(_AND) or text[a.end : b.start] != _AND:
            continue
        both = {a.offices[0], b.offices[0]}
        for draft in drafts:
            if b.country not in (None, draft.country):
                continue
            if any(both.issubset(n.offices) for n in draft.namings if n.name):
                found[a.start] = found[b.start] = draft
                break


def _in_heading(text: str, naming: Naming) -> bool:
    """Whether a name ends a line that stands by itself: ``2. Norway (President Roe)``."""
    line = text.rfind("\n", 0, naming.start) + 1
    end = text.find("\n", naming.end)
    rest = text[max(naming.end, naming.tail) : end if end >= 0 else len(text)].strip(" )]:\r")
    if rest or naming.start - line > _TITLE or not text[line : line + 1].strip():
        return False
    # Blank lines, above and below.
    return text[max(0, line - 2) : line] == "\n\n" and text[end : end + 2] == "\n\n"


def _subject(text: str, naming: Naming) -> bool:
    """Whether somebody named does something: at the start of a sentence, or a clause."""
    before = text[max(0, naming.start - _BACK) : naming.start].removesuffix("The ")
    if not before or before.endswith("\n\n") or before.rstrip()[-1:] in _STOPS:
        return True
    before = before.removesuffix("the ").rstrip()
    clause = before[-1:] in ",;" or last_word(before) in _CLAUSES
    return clause and text.startswith(" ", naming.tail) and may_report(text, naming.tail)


def _in_sentence(text: str, naming: Naming) -> bool:
    """Whether an office begins a sentence of prose: ``The President went``."""
    before = text[max(0, naming.start - _BACK) : naming.start].removesuffix("The ").rstrip(" ")
    opens = not before or before[-1] in ".!?\n"
    after = text[naming.end : naming.end + 2]
    return opens and after[:1] == " " and after[1:].islower()


def sole_holders(text: str, namings: list[Naming], drafts: list[Draft]) -> dict[int, Draft]:
    """The holders of the offices without a name that only one person holds.

    Of two who do, the one whom the sentence does not name: ``The President met President Roe``.
    """
    bare = [
        naming
        for naming in namings
        if not naming.name
        and not naming.possessive
        and (naming.definite or text[naming.end : naming.end + 1] == ":")
    ]
    if not bare:
        return {}
    every = Holders(text, drafts)
    labels = _Labels(text, drafts)
    candidates = Candidates(text, namings, drafts, every.all)
    found = {}
    for naming in bare:
        holders = labels.of(naming) or every.of(naming)
        one = holders[0] if len(holders) == 1 else None
        one = candidates.apart(naming, holders) if len(holders) > 1 else one
        if one is not None:
            found[naming.start] = one
    return found


class _Labels:
    """Who is meant where an office is a label: ``voices`` speak by their names as labels,
    or are named in the title if nobody does, and
    ``presiding`` are those named in the field of an office: ``President: Mr. Roe (Norway)``."""

    def __init__(self, text: str, drafts: list[Draft]) -> None:
        self.text = text
        self.drafts = drafts

    # Most documents have no such labels.
    @cached_property
    def voices(self) -> list[Draft]:
        text = self.text
        named = [d for d in self.drafts if any(text[n.tail : n.tail + 1] == ":" for n in d.namings)]
        # "Press Conference by Foreign Minister Roe", above the first label
        label = _LABEL.search(text, 0, _TITLE)
        above = [d for d in self.drafts if label and d.namings[0].start < label.start()]
        return named or above or [d for d in self.drafts if d.namings[0].start < _TITLE]

    @cached_property
    def presiding(self) -> dict[str, list[Draft]]:
        text = self.text
        presiding: dict[str, list[Draft]] = {}
        for draft in self.drafts:
            for naming in draft.namings:
                begin = max(0, naming.start - _ASIDE)
                led = naming.name and text[begin : naming.start].rstrip().endswith((":", "the"))
                field = _FIELD.search(text, begin, naming.start) if led else None
                if field is not None and _ALONE.match(text, naming.end):
                    held = presiding.setdefault(field["office"].lower(), [])
                    held += [draft] if draft not in held else []
        return presiding

    @cached_property
    def thanked(self) -> dict[str, Draft]:
        """Whom the next speaker thanks by name, by the label above: ``PM: ...``, and
        ``SG: Thank you, Sir John.``"""
        text = self.text
        named = {n.start: draft for draft in self.drafts for n in draft.namings}
        found: dict[str, Draft] = {}
        twice: set[str] = set()
        for match in _THANKED.finditer(text) if "Thank" in text else ():
            draft = named.get(match.end())
            label = match["label"].lower()
            if draft is not None and found.setdefault(label, draft) is not draft:
                twice.add(label)
        return {label: draft for label, draft in found.items() if label not in twice}

    def of(self, naming: Naming) -> list[Draft]:
        """The only one whose office the label ``Minister:`` may be."""
        text = self.text
        if text[naming.end : naming.end + 1] != ":" or not naming.offices:
            return []
        label = text[naming.start : naming.end].lower().removeprefix("the ")
        if len(self.presiding.get(label, ())) == 1:
            return self.presiding[label]
        wanted, ranks = naming.offices[0], vocabulary().ranks | _AIDES
        called = [d for d in self.drafts if label in d.roles]
        if len(called) == 1 and " " in label and not any(d in called for d in self.voices):
            return called  # not the Premier, where there is a Prime Minister
        fits = [
            d
            for d in self.voices
            if any(wanted <= held and ranks.isdisjoint(held - wanted) for held in d.offices)
        ]
        if not fits and (thanked := self.thanked.get(label)) is not None:
            return [thanked]
        return fits if len(fits) == 1 else []
