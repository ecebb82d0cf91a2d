"""Whom a stand-in means: ``he``, ``his guest``, ``the other side``, ``the visiting minister``.

Who spoke last, and who meets whom, decides it; gender and country help.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from ...records import BOTH_SIDES
from ..lands.countries import adjective_of, country_of, find_places
from ..names.naming import fold
from ..names.people import Mention, People
from ..speech.authors import author_of_memorandum, speaks_for_all
from ..speech.reporting import may_report
from ..speech.subject import Subject, side_name
from ..words.sentences import split_sentences
from .standins import CHAIRS, who_chairs

__all__ = ["Referents"]

_WORD = re.compile(r"[^\s.]+")
_HEADS = ("President", "King", "Queen", "Emperor", "Emir", "Amir", "Sultan")

_PARENTHETIC = re.compile(r"\s*\(\s*(?:the )?\Z")
_OFFICE_OF = re.compile(r"\b[Oo]f (?:the )?(?P<of>[A-Z].*)\Z", re.DOTALL)
_CALL = re.compile(r"\b(?:[Cc]all|[Vv]isit|CALL|VISIT)\b[^\n.;]{0,120}?\b(?:by|BY)\s+")
_INITIALS = re.compile(
    r"(?P<first>[A-ZÀ-ÞĀ-ɏ])\.[ ]?(?:[A-ZÀ-ÞĀ-ɏ]\.[ ]?){0,2}"
    r"(?P<surname>[A-ZÀ-ÞĀ-ɏ][\w’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w’'-]+)?)"
)
_NATIONAL = re.compile(
    r"(?:[Tt]he )?(?P<of>[A-Z][a-z]+(?: [A-Z][a-z]+)?) "
    r"(?i:minister|foreign minister|secretary|secretary of state|foreign secretary|chief diplomat)"
)
_GOVERNS = re.compile(r"\b(?:Ministers?|Secretary|Affairs|Commissioner|Counsell?or)\b")
_ROLES = frozenset({"host", "guest", "visitor"})
_STOPS = frozenset({"", ".", "!", "?", ":", "\n", "”", '"', ")"})
_SENTENCE_ENDS = (". ", "? ", "! ", ".” ", '." ')
_SPEAKS_ON = re.compile(r"[“\"‘;]")
_BY = re.compile(r"\b(?:by|from) (?:the )?(?:[A-Z][\w.-]* ){0,4}\Z")
_PAIR = 2
_NEAR = 1200
_BACK = 60


class Referents:
    """The people of one document, and whom its stand-ins mean.

    ``participants`` are the names of those who meet.
    """

    def __init__(self, text: str, people: People, place: str | None = None) -> None:
        self.text = text
        self.people = people
        self.starts = [m.start for m in people.mentions]
        self.gender = dict(people.genders)
        named = (*people.participants, *people.persons)
        self.participants = frozenset(p.name for p in people.participants)
        self._names = frozenset(p.name for p in named)
        self._sides = {p.name: f"{adjective_of(p.country)} side" for p in named if p.country}
        self.host = self._at_home(place)
        self.author = author_of_memorandum(text, people)
        self.together = speaks_for_all(text)
        self._long: dict[str, dict[str, int]] | None = None

    def side_of(self, name: str) -> str | None:
        """The side of a person's country, if it is known."""
        return self._sides.get(name)

    def names(self, speaker: str | None) -> bool:
        """Whether somebody of the document has just the name ``speaker``."""
        return speaker in self._names

    def called(self, surname: str) -> str | None:
        """The only one of the document who is called ``surname``, case aside."""
        wanted = surname.casefold()
        fits = [name for name in self._names if wanted in _WORD.findall(name.casefold())]
        return fits[0] if len(fits) == 1 else None

    def of_nation(self, country: str) -> str:
        """Who alone of those who meet is of ``country``, else its side."""
        met = [p.name for p in self.people.participants if p.country == country]
        met = met or [p.name for p in self.people.persons if p.country == country]
        return met[0] if len(met) == 1 else f"{adjective_of(country)} side"

    def by_initials(self, form: str) -> str | None:
        """The only one whom initials and a surname mean: ``J. ROE`` is Jane Roe."""
        match = _INITIALS.fullmatch(form)
        if match is None:
            return None
        surname, first = " " + fold(match["surname"]), match["first"].casefold()
        fits = [
            name
            for name in self._names
            if fold(f" {name.replace('.', ' ')}").endswith(surname) and fold(name).startswith(first)
        ]
        return fits[0] if len(fits) == 1 else None

    def mentions(self, start: int, end: int) -> tuple[Mention, ...]:
        """The namings in ``text[start:end]``."""
        return self.people.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def resolve(self, subject: Subject, last: str | None) -> str | None:
        """The speaker that ``subject`` stands for; ``last`` is the person who spoke last."""
        if subject.kind == "title" and subject.speaker is None:
            form = subject.form
            known = self._left(form) or self._of_nation(form) or self._chair(form)
            return known or self._at_length(form, subject.start) or form
        if subject.kind == "counterpart":
            return self._across_from(subject, last)
        if subject.kind == "side" and subject.speaker is None:
            return self._other_side(last)
        if subject.kind != "pronoun":
            return subject.speaker
        form = subject.form.lower()
        if form == "they":
            return BOTH_SIDES
        if form in ("i", "we"):
            all_of_us = BOTH_SIDES if self.together else None
            return self._in_brackets(subject) or (self.author if form == "i" else all_of_us)
        gender = "f" if form == "she" else "m"
        if (acting := self._acts_before(gender, last, subject.start)) is not None:
            return acting
        if last is not None and self.gender.get(last) == gender:
            return last
        if last in self.gender and (met := self._met_by(last, gender, subject.start)) is not None:
            return met
        if gender == "f" or last is None or last in self.gender:
            named = self._of_gender(gender, subject.start, sure=last is not None)
            if named is not None and not self._nearer(last, named, subject.start):
                return named
        if last is not None and self.gender.setdefault(last, gender) != gender:
            # "Mr. Roe stayed away. She said": the other one of those who meet.
            others = [name for name in self.participants if self.gender.get(name, gender) == gender]
            return others[0] if len(others) == 1 else last
        return last

    def of_other_gender(self, last: str | None, before: str | None, start: int) -> str | None:
        """Who spoke ``before``, where a pronoun at ``start`` does not fit who spoke last, and fits
        nobody else: ``The Premier spoke. Mr. Roe thanked her. She wished him well.``"""
        pronoun = next((p for p in ("She ", "He ") if self.text.startswith(p, start)), None)
        if pronoun is None or before is None or last not in self.gender or before in self.gender:
            return None
        gender = "f" if pronoun == "She " else "m"
        if self.gender[last] == gender or self._of_gender(gender, start, sure=True) is not None:
            return None
        return before

    def _acts_before(self, gender: str, last: str | None, position: int) -> str | None:
        """Who alone of ``gender`` is told of in the sentence before the pronoun at ``position``,
        where ``last`` spoke in another paragraph: ``Mr. Roe chaired it. He said``, ``The panel was
        led by Mr. Roe. He said``."""
        if last is not None and last not in self._names:
            return None
        begin = max(self.text.rfind("\n", 0, position) + 1, position - _NEAR)
        stop = max(self.text.rfind(sign, begin, position) for sign in _SENTENCE_ENDS)
        if stop < 0 or _SPEAKS_ON.search(self.text, stop, position):
            return None
        named = [m for m in self.mentions(begin, position) if m.name and not m.possessive]
        if any(m.name == last for m in named) or any(m.start > stop for m in named):
            return None
        first = max(self.text.rfind(sign, begin, stop) for sign in _SENTENCE_ENDS)
        near = [m for m in named if m.end > first and self._is(gender, m)]
        acts = all(self._opens_clause(m) or self._is_agent(m) for m in near)
        return near[0].name if acts and len({m.name for m in near}) == 1 else None

    def _met_by(self, last: str | None, gender: str, position: int) -> str | None:
        """Who alone may be meant of those whom the sentence before names beside ``last``, whom it
        is about and whose pronoun is another: ``Ms. Doe met the envoy Luka Roe. He said``."""
        begin = max(self.text.rfind("\n", 0, position) + 1, position - _NEAR)
        before = split_sentences(self.text, begin, position)[-1:]
        if not before:
            return None
        here = [m for m in self.mentions(*before[0]) if m.name]
        if not here or here[0].name != last or _SPEAKS_ON.search(self.text, *before[0]):
            return None
        others = {m.name for m in here if not m.possessive and m.name != last}
        fits = [name for name in others if self.gender.get(name or "", gender) == gender]
        return fits[0] if len(fits) == 1 else None

    def _is(self, gender: str, mention: Mention) -> bool:
        """Whether somebody is known to be of ``gender``, or may be, and does what is told."""
        return self.gender.get(mention.name or "", gender * self._is_agent(mention)) == gender

    def _is_agent(self, mention: Mention) -> bool:
        """Whether somebody is named as who does something, or from whom something is."""
        return _BY.search(self.text, max(0, mention.start - _BACK), mention.start) is not None

    def _nearer(self, last: str | None, named: str, position: int) -> bool:
        """Whether ``last``, whose gender is not known, stands in the paragraph at ``position``, and
        ``named`` does not, or does nothing there: ``Mr. Roe thanked Ms. Doe.``"""
        if last is None or last in self.gender:
            return False
        paragraph = max(self.text.rfind("\n", 0, position), position - _NEAR, 0)
        here = self.mentions(paragraph, position)
        # Of who speaks for a side only that is known: "The representative of Norway".
        near = last not in self._names or any(mention.name == last for mention in here)
        return near and not any(m.name == named and self._opens_clause(m) for m in here)

    def _opens_clause(self, mention: Mention) -> bool:
        """Whether somebody named begins a sentence, or a clause in which he or she may speak."""
        before = self.text[max(0, mention.start - _BACK) : mention.start]
        before = before.removesuffix("the ").removesuffix("The ").rstrip(" ")[-1:]
        return before in _STOPS or (before in ",;" and may_report(self.text, mention.tail))

    def _at_home(self, place: str | None) -> str | None:
        """Who alone of those who meet is of the country in which they do, or of no country told
        where the other one is of another."""
        if place is None or len(self.participants) != _PAIR:
            return None
        country = country_of(place) or next((p.country for p in find_places(place)), None)
        home = [p.name for p in self.people.participants if p.country == country]
        home = home or [p.name for p in self.people.participants if p.country is None]
        return home[0] if len(home) == 1 and country is not None else None

    def _of_gender(self, gender: str, position: int, *, sure: bool) -> str | None:
        """The last one of ``gender`` named shortly before: of those who meet, if there is one."""
        near = reversed(self.mentions(max(0, position - _NEAR), position))
        other = "" if sure else gender
        names = [m.name for m in near if m.name and self.gender.get(m.name, other) == gender]
        return next((name for name in names if name in self.participants), next(iter(names), None))

    def _across_from(self, subject: Subject, last: str | None) -> str | None:
        """With whom ``last`` talks: who is of the country named, of another, or the only one."""
        if "isiting" in subject.form and (visitor := self._visitor()) is not None:
            return visitor
        if "isiting" in subject.form and self.host is not None:
            return next(iter(self.participants - {self.host}))
        role = subject.form.rpartition(" ")[2]
        if role in _ROLES and self.host is not None and len(self.participants) == _PAIR:
            guest = next(iter(self.participants - {self.host}))
            meant = self.host if role == "host" else guest
            if meant != last or subject.form.startswith(("The ", "the ")):
                return meant
        own = self._sides.get(last or "")
        named = subject.form.split()[1:2]
        side = side_name(named[0]) if named and named[0][0].isupper() else None
        of_side = {name for name in self.participants if side and self._sides.get(name) == side}
        if len(of_side) == 1:
            return next(iter(of_side))
        if last not in self._names:
            return side  # "The representative of China agreed. His Chilean counterpart did not."
        others = set(self.participants) - {last}
        if side is not None:
            others = {name for name in others if self._sides.get(name) == side} or others
        if len(others) > 1 and own is not None:
            others = {name for name in others if self._sides.get(name, own) != own} or others
        if len(others) == 1:
            return next(iter(others))
        before = bisect_left(self.starts, subject.start)
        near = reversed(self.people.mentions[max(0, before - 20) : before])
        return next((m.name for m in near if m.name in others), None)

    def _left(self, form: str) -> str | None:
        """Who alone is left to hold ``the President of Norway``: of Norway, and without office."""
        of = _OFFICE_OF.search(form)
        country = country_of(of["of"]) if of is not None else None
        left = [
            person.name
            for person in self.people.participants
            if country is not None and person.country == country and _open(person.role, form)
        ]
        return left[0] if len(left) == 1 else None

    def _at_length(self, form: str, position: int) -> str | None:
        """The office of which ``form`` is the beginning, if only one was told before: ``the
        Director`` is the Director of the Fish Division."""
        if self._long is None:
            self._long = {}
            for m in self.people.mentions:
                head, of, _ = m.form.partition(" of ")
                if m.title and m.name is None and of:
                    forms = self._long.setdefault(head.removeprefix("the ").lower(), {})
                    forms.setdefault(m.form, m.start)
        short = form.removeprefix("the ").removeprefix("The ").lower()
        told = [*islice(self._long.get(short, {}).items(), _PAIR)]
        if short in CHAIRS or not told or told[0][1] >= position:
            return None  # the chair of this meeting
        return told[0][0] if len(told) == 1 or told[1][1] >= position else None

    def _of_nation(self, form: str) -> str | None:
        """Who alone of those who meet is ``the Norwegian minister``, whatever the office is called:
        a Secretary for Foreign Affairs."""
        match = _NATIONAL.fullmatch(form)
        country = country_of(match["of"]) if match is not None else None
        if country is None:
            return None
        met = [p for p in self.people.participants if p.country == country]
        fits = [p for p in met if _GOVERNS.search(p.role or "")]
        return fits[0].name if len(met) == 1 and fits else None

    def _chair(self, form: str) -> str | None:
        """Who chairs, by the list of those present: ``Jane Roe (JR), Chair``."""
        if form.lower().removeprefix("the ") not in CHAIRS:
            return None
        return who_chairs(self.text, self.people.mentions)

    def _visitor(self) -> str | None:
        """Who calls, by the title: ``Courtesy Call on Minister Roe by Minister Doe``."""
        call = _CALL.search(self.text, 0, _NEAR)
        after = self.mentions(call.end(), call.end() + _BACK) if call is not None else ()
        return next((m.name for m in after if m.name in self.participants), None)

    def inviter(self, invited: str | None) -> str | None:
        """Who invites ``invited``: the only other one of those who meet."""
        others = self.participants - {invited}
        return next(iter(others)) if len(others) == 1 and invited in self.participants else None

    def _other_side(self, last: str | None) -> str | None:
        """The side across from that of ``last``, where two sides meet."""
        met = {self._sides[name] for name in self.participants if name in self._sides}
        own = last if last in met else self._sides.get(last or "")
        others = met - {own}
        return next(iter(others)) if len(met) == 2 and len(others) == 1 else None

    def _in_brackets(self, subject: Subject) -> str | None:
        """``I (President Roe)``: Roe."""
        for mention in self.mentions(subject.end, subject.end + 8):
            if _PARENTHETIC.fullmatch(self.text[subject.end : mention.start]):
                return mention.name
        return None


def _open(role: str | None, form: str) -> bool:
    """Whether somebody with ``role`` may hold the office ``form`` as well: a ``Head of State``."""
    head = form.removeprefix("the ").removeprefix("The ").startswith(_HEADS)
    return role is None or (head and role.lower() == "head of state")
