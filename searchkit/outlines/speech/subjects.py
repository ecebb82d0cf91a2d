"""Who can be the subject of a verb of speech: persons, sides, countries, several, pronouns.

See ``subject`` for what a subject is. A *pronoun* stands for nobody yet.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache

from ...records import BOTH_SIDES
from ..lands.countries import adjective_of, country_of
from ..names.double_offices import one_of_two_offices
from ..names.people import People
from ..names.tokens import Tokens
from ..offices.described import described
from ..offices.letters import by_initials, by_letters
from ..offices.standins import (
    body_side,
    delegates,
    own_body,
    peoples,
    side_of_representative,
    stand_ins,
    visits,
)
from .anyone import anyone, counted, some_of_them
from .delegations import delegations, states
from .leading import BACK, HONOURED, NAME, THE, Led, before, led, span
from .nations import of_body, of_nation, of_state
from .own_bodies import own_bodies
from .reporting import may_speak
from .subject import Subject, is_agent, side_name, subject_words, with_owner

__all__ = ["find_subjects"]

_MEETINGS = frozenset({"meeting", "conference"})
_SIDES = frozenset({"side", "delegation"})
_NO_SIDE = frozenset({
    "the", "its", "their", "our", "my", "both", "two", "this", "that", "either", "neither", "one",
    "on"
})  # fmt: skip
"""What stands before ``side`` and names none."""
_STATES = frozenset({"government", "authorities", "administration"})


_NO_ATTRIBUTE = (
    r"(?:of|to|in|for|by|with|from|on|at|between|among|that|which|who|as|is|was|are|were|has|had|"
    r"and|meeting|visit|talks|(?!participating)[a-z]+(?:ed|ing))\b"
)
_COUNT = "two|three|four|five|six|seven|eight|nine|ten"
_GAP = r"(?:[ \t]+|[ \t]*\r?\n[ \t]*)"
"""Never a blank line."""
_ATTRIBUTES = rf"(?:(?!{_NO_ATTRIBUTE})(?:(?:[A-Z]\.)+|[A-Za-z][\w’'-]*){_GAP}){{0,4}}"
_ALL = led(
    f"both|the|all|these|those|{_COUNT}",
    rf"(?:(?:both|(?:(?:the|all|all the|these|those)\s+)?(?:{_COUNT}))\s+(?:of\s+)?"
    rf"(?:the\s+|our\s+)?|the\s+|all\s+(?:the\s+)?){_ATTRIBUTES}\Z",
    re.IGNORECASE,
)
_SOME = led(
    "some|several|many|most|certain|other|a|one|another",
    r"(?:some|several|many|most|certain|other|a\s(?:number|few)(?:\sof)?|one|another)\s+"
    rf"(?:of\s+the\s+|other\s+)?{_ATTRIBUTES}\Z",
    re.IGNORECASE,
)
_MARK = (
    r"[-*•o·◦°○–—][ \t]+|\(?[0-9A-Za-z]{1,3}\)[ \t]*"
    r"|\d{1,3}(?:\.\d{1,3}){0,3}(?:\.[ \t]*|[ \t]+)"
)
"""The number or the bullet of a paragraph: ``(a)``, ``7.``, ``3.2``."""
_ALONE = re.compile(
    rf"(?:\A|\n\s*(?:{_MARK}){{0,2}}|[.,;:(?!][”\"]?\s+)"
    r"(?P<from>(?:[A-ZÀ-ÞĀ-ɏ]\w+[ ]){0,2})\Z"
)
_OF_ONE_SIDE = re.compile(
    r" (?:of|from|on) the [A-ZÀ-ÞĀ-ɏ][\w.-]*"
    r"(?: [A-ZÀ-ÞĀ-ɏ]\w*)? (?:side|delegation|team|government)\b"
)
_MEETING = re.compile(
    r"(?:\A|\n\s*|[.;(]\s+)(?P<from>(?:Participating|Attending|Assembled|Member|Fellow"
    r"|(?:[A-Z][A-Z\d]+ )?(?:Foreign|Defen[cs]e|Finance|Trade|Energy|Health|Agriculture|Fisheries"
    r"|Environment|Interior|Home|Justice|Labou?r|Transport|Education|Development)"
    r"|[A-Z][A-Z\d]+(?: foreign| defen[cs]e| finance| trade)?)"
    r" )\Z"
)
_AFTER_PHRASE = re.compile(
    r"(?:\A|\n[ \t]*|[.;!?][”\"]?\s+)(?:(?:\(?\w{1,3}[.)]|[-*•])[ \t]+)?"
    r"(?:(?:In|At|During|Over|On|After|Following|Before|Later|Under|With|Regarding|Concerning"
    r"|Throughout)\b[^.;:]{2,70}|Furthermore|Moreover|Additionally|Finally), (?:then )?\Z"
)
"""What a sentence begins with before those who meet: ``In the afternoon, participants``."""
_PHRASE = 100
_WITH_OTHERS = re.compile(
    r" and (?:[A-ZÀ-ÞĀ-ɏ][a-z]+ ){0,3}(?i:governors|heads of delegations?|representatives"
    r"|ministers|officials|leaders|deputies|members)(?=\s+[a-z])"
)
"""Who meets beside them: ``Ministers and Governors``."""
_WHO_MEET = frozenset({
    "ministers", "delegations", "participants", "members", "delegates", "speakers", "leaders",
    "representatives", "attendees", "ambassadors", "heads", "officials"
})  # fmt: skip
"""Those who sit in the room; countries may be any."""
_OTHERS = led("the|all|other", r"(?:The other|All other|Other)\s+\Z")
_TWO_NAMED = led(
    "the|both",
    r"(?:[Tt]he|[Bb]oth)\s+[A-ZÀ-ÞĀ-ɏ][\w.]+\s+and\s+[A-ZÀ-ÞĀ-ɏ][\w.]+\s+"
    r"(?:(?:[Ff]oreign|[Pp]rime|[Dd]efen[cs]e|[Ff]inance|[Tt]rade|[Ii]nterior|[Jj]ustice)\s+)?\Z",
)
_OF_SIDE = Led(
    None,
    re.compile(rf"(?:\b[Tt]he\s+)?(?:\b{NAME}(?:[ ]{NAME}){{0,2}}|\b(?:[Oo]ther|[Hh]ost))\s+\Z"),
)
_OF_WORK = led(
    "the",
    r"[Tt]he\s+(?P<who>employee|employer|management|union|staff|worker|labou?r|industry|company"
    r"|student|trade union|works council)(?:s|[’']s|s[’'])?\s+\Z",
)
_WHOSE = led("his|her|the", rf"(?:[Hh]is|[Hh]er|[Tt]he)\s+(?:{NAME}\s+|{HONOURED})?\Z")
_WHOSE_OWN = led("his|her", rf"(?:[Hh]is|[Hh]er)\s+(?:{NAME}\s+)?\Z")
_COUNTERPART_OF = re.compile(
    r" (?:from|of) (?:the )?(?P<of>[A-ZÀ-ÞĀ-ɏ][\w.]+"
    r"(?: [A-ZÀ-ÞĀ-ɏ][\w.]+)?)"
)
_OPPOSITE = led("his|her|the", rf"(?:[Hh]is|[Hh]er|[Tt]he)\s+(?:{NAME}\s+)?opposite\s+\Z")
_ACROSS = frozenset(
    {"counterpart", "guest", "host", "visitor", "interlocutor", "colleague", "number"}
)
"""Nouns that mean the one with whom somebody talks."""
_EVERYBODY = frozenset({"everyone", "everybody"})
_ALWAYS = _EVERYBODY | {"each", "all"}
"""Words after which more of the subject may stand."""
_PLACED = frozenset({"states", "nations"})
_OFFICES = frozenset({"Commission", "Secretariat"})
_EACH = led("each", r"[Ee]ach\s+\Z")
_EACH_OF = re.compile(r"[Ee]ach of (?:the|them)(?: (?:two|three|four|five))?(?: [a-z-]+)?(?=\s)")
_NUMBERS = frozenset({"two", "three", "four"})
_THE_OR_ALL = led("the|all", r"(?:the|all)\s+\Z", re.IGNORECASE)
_CAPITAL = r"(?:(?:[A-ZÀ-ÞĀ-ɏ]\.){2,}|[A-ZÀ-ÞĀ-ɏ](?:\w|\.(?=\w))*)"
"""A word with a capital, without the full stop that ends a sentence."""
_OF_WHOM = re.compile(
    r"\s+(?:of|from)\s+(?:each (?:country|side|delegation|nation|state|government)(?=\s+[a-z])"
    r"|(?:(?:the|both|all|two|three|four|participating|member|respective)\s+)*"
    rf"(?:{_CAPITAL}|countries|sides|nations|states?(?: (?:and|or) government)?|governments?"
    r"|delegations?|(?:[a-z-]+ ){0,2}(?:departments|services|ministries|agencies|missions))"
    r"(?:\s+\([^()]{1,80}\))?"
    rf"(?:(?:\s+of|,|,?\s+and)?\s+(?:the\s+)?{_CAPITAL}(?:\s+\([^()]{{1,80}}\))?)*(?=\s+[a-z]))"
)
_HERE = re.compile(r"\s+(?:present|concerned|involved|in attendance)(?=\s)")
_BODIES = frozenset({"european", "united", "african", "world"})
_BODY = re.compile(
    r"(?:European\s(?:Union|Commission|Council)|United\sNations|African\sUnion|World\sBank)\b"
)
_BETWEEN = re.compile(
    r"\s*(?:,\s*)?(?:(?P<last>and|as\s+well\s+as|together\s+with|along\s+with"
    r"|&)\s+)?(?:also\s+)?(?:the\s+|with\s+)?\Z"
)
_INSIDE = frozenset("’'-")
"""Before one of these a word is not yet at its end."""
_RANK = {
    "owner": 0,
    "person": 0,
    "title": 1,
    "others": 2,
    "joint": 2,
    "side": 3,
    "country": 4,
    "pronoun": 5,
    "counterpart": 5,
    "it": 5,
}
_CLASSES = {"title": "person", "pronoun": "person", "counterpart": "person", "side": "country"}
"""Kinds that ``and`` joins to one subject: persons with persons, states with states."""


@cache
def _triggers() -> frozenset[str]:
    """The words, in lower case, that may end a subject."""
    known = subject_words()
    words = known.pronouns | known.several | known.one | _SIDES | _STATES | _MEETINGS | _NUMBERS
    return (
        words
        | _ACROSS
        | _EVERYBODY
        | {"both", "all", "pair", "duo", "trio", "each", "commission", "secretariat"}
        | {body.lower() for body in known.bodies}
    )


def _from_words(tokens: Tokens) -> list[Subject]:
    """Subjects that a common noun, a pronoun or a body's name shows."""
    found: list[Subject] = []
    text = tokens.text
    known = subject_words()
    own, short = own_bodies(text)
    triggers = _triggers() | own
    for i in tokens.where(triggers):
        start, end = tokens.starts[i], tokens.ends[i]
        if text[end : end + 1] in _INSIDE or not (
            tokens.lows[i] in _ALWAYS or may_speak(text, end) or is_agent(text, end)
        ):
            continue
        word, low = tokens.words[i], tokens.lows[i]
        subject = None
        if low in known.pronouns:
            if word != "i":
                subject = Subject(start, end, "pronoun", None, word)
        elif low in _ACROSS:
            subject = _across(tokens, start, end, low)
        elif (one := anyone(tokens, start, end, low)) is not None:
            subject = one
        elif low in _SIDES:
            both = low == "side" and text.endswith(("Both ", "both "), 0, start)
            subject = (
                Subject(start - len("both "), end, "joint", BOTH_SIDES, text[start:end])
                if both  # "Both side discussed cod", as is written in haste
                else _side(tokens, start, end)
            )
        elif low in known.several or low in known.one:
            subject = _several(tokens, start, end, low)
        elif low in _EVERYBODY:
            here = _HERE.match(text, end)
            end = here.end() if here else end
            subject = Subject(start, end, "joint", BOTH_SIDES, text[start:end])
        elif low == "all":
            here = _HERE.match(text, end)
            end = here.end() if here else end
            if word == "All" and may_speak(text, end):
                subject = Subject(start, end, "joint", BOTH_SIDES, text[start:end])
        elif low == "both" or low in _NUMBERS:
            end += len(" of them") if text.startswith(" of them", end) else 0
            if low == "both" or before(_THE_OR_ALL, tokens, start):
                subject = span(tokens, start, end, "joint", BOTH_SIDES, _THE_OR_ALL)
        elif low in ("pair", "duo", "trio"):
            the = before(THE, tokens, start)
            subject = span(tokens, start, end, "joint", BOTH_SIDES, THE) if the else None
        elif low == "each":
            of = _EACH_OF.match(text, start)
            subject = Subject(start, of.end(), "joint", BOTH_SIDES, of.group()) if of else None
        elif low in _STATES:
            subject = of_state(tokens, start, end)
        elif word in known.bodies:
            subject = span(tokens, start, end, "country", f"{word} side", THE)
        elif word in _OFFICES and low not in own:
            articled = before(THE, tokens, start) is not None
            if articled and (word == "Commission" or text.startswith(" (", end)):
                # "The Commission said", "The Secretariat (Mr. Roe) said"
                subject = span(tokens, start, end, "country", f"{word} side", THE)
        elif low in _MEETINGS or low in own:
            if text.startswith((" side ", " delegation "), end):
                continue  # "The Forum side" is one of two
            subject = span(tokens, start, end, "joint", BOTH_SIDES, THE)
            alone = _ALONE.search(text, max(0, start - BACK), start) if low in own else None
            led = (
                subject.form.startswith("The ")
                or word == short
                or own_body(tokens, i)
                or (alone is not None and not alone["from"])
            )
            if not led and (word.islower() or (low in own and subject.form == word)):
                subject = None
        if subject is not None:
            found.append(subject)
    for i in tokens.where(_BODIES):
        match = _BODY.match(text, tokens.starts[i])
        if match:
            found.append(
                span(tokens, match.start(), match.end(), "country", body_side(match.group()), THE)
            )
    return found


def _side(tokens: Tokens, start: int, end: int) -> Subject | None:
    """``the Russian side``, ``each side``."""
    text = tokens.text
    if before(_EACH, tokens, start):
        return span(tokens, start, end, "joint", BOTH_SIDES, _EACH)
    found = before(_OF_SIDE, tokens, start)
    if found is None:
        work = before(_OF_WORK, tokens, start)
        if work is None:
            return None
        form = text[work.start() : end]
        return Subject(work.start(), end, "side", f"{work['who'].capitalize()} side", form)
    words = re.sub(r"\A[Tt]he\s+", "", found.group()).strip()
    low = words.lower()
    if low in ("his", "her"):  # "Her delegation looked forward to it"
        own = text[found.start() : end].lower().endswith("delegation")
        form = {"his": "He", "her": "She"}[low]
        return Subject(found.start(), end, "pronoun", None, form) if own else None
    if not words or low in _NO_SIDE:
        return None
    speaker = None if low in ("other", "host") else side_name(words)
    return Subject(found.start(), end, "side", speaker, text[found.start() : end])


def _across(tokens: Tokens, start: int, end: int, low: str) -> Subject | None:
    """``his guest``, ``her Russian opposite number``: the one with whom somebody talks."""
    if tokens.words[bisect_left(tokens.starts, start)][0].isupper():
        return None
    pattern = {"colleague": _WHOSE_OWN, "number": _OPPOSITE}.get(low, _WHOSE)
    of = _COUNTERPART_OF.match(tokens.text, end) if low == "counterpart" else None
    country = country_of(of["of"]) if of is not None else None
    whose = before(_WHOSE, tokens, start) if country is not None else None
    if of is not None and country is not None and whose is not None:
        form = f"his {adjective_of(country)} counterpart"
        return Subject(whose.start(), of.end(), "counterpart", None, form)
    if low != "counterpart" and before(pattern, tokens, start) is None:
        return None
    return span(tokens, start, end, "counterpart", None, pattern)


def _several(tokens: Tokens, start: int, end: int, low: str) -> Subject | None:
    """``both ministers``, ``the three leaders``, ``Participants``; ``some participants``."""
    text = tokens.text
    several = low in subject_words().several
    some = before(_SOME, tokens, start)
    if (low in _PLACED and _in_place(tokens, start)) or _OF_ONE_SIDE.match(text, end):
        return None  # "the United States", "members of the Norwegian delegation"
    if several:
        here = _HERE.match(text, end)
        end = here.end() if here else end
        others = _WITH_OTHERS.match(text, end)
        end = others.end() if others else end
        of = _OF_WHOM.match(text, end)
        if (side := of_nation(tokens, start, end, some=some is not None)) is not None:
            return side
        if (side := of_body(tokens, start, end)) is not None:
            return side
        for pattern in (_ALL, _TWO_NAMED):
            found = before(pattern, tokens, start)
            if found and not _crosses(tokens, found.start(), start):
                return span(tokens, start, of.end() if of else end, "joint", BOTH_SIDES, pattern)
    others = before(_OTHERS, tokens, start) if several else None
    if others is not None and low not in _WHO_MEET and text.startswith("Other", others.start()):
        return Subject(others.start(), end, "others", None, text[others.start() : end])
    if others is not None:
        return span(tokens, start, end, "joint", BOTH_SIDES, _OTHERS)
    if some and low in _WHO_MEET:
        # "Several delegations recalled": nobody by name, so all
        return Subject(some.start(), end, "joint", BOTH_SIDES, text[some.start() : end])
    if some:
        return Subject(some.start(), end, "others", None, text[some.start() : end])
    if several:
        opening = _ALONE if text[start].isupper() else _MEETING
        alone = opening.search(text, max(0, start - BACK), start)
        if alone:
            begin, end = alone.start("from"), of.end() if of else end
            return Subject(begin, end, "joint", BOTH_SIDES, text[begin:end])
        behind = low in _WHO_MEET and text.endswith((", ", ", then "), 0, start)
        if behind and _AFTER_PHRASE.search(text, max(0, start - _PHRASE), start):
            end = of.end() if of else end
            return Subject(start, end, "joint", BOTH_SIDES, text[start:end])
    return None


def _crosses(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a paragraph begins behind ``start``, up to ``end``."""
    return bisect_right(tokens.blocks, start) != bisect_right(tokens.blocks, end)


def _in_place(tokens: Tokens, start: int) -> bool:
    """Whether the word at ``start`` is part of a country's name, or of ``United Nations``."""
    if tokens.text.endswith("United ", max(0, start - 7), start):
        return True
    at = bisect_right(tokens.places, start, key=lambda place: place.start) - 1
    return at >= 0 and start < tokens.places[at].end


def _from_mentions(text: str, people: People) -> list[Subject]:
    found: list[Subject] = []
    named = delegates(people)
    for m in people.mentions:
        if m.possessive:
            continue
        kind, name = "title" if m.title else "person", m.name
        unsure = name is None or m.form.islower() or m.form.isupper() or "visiting" in m.form
        if m.title and unsure:
            ahead = text[max(0, m.start - BACK) : m.start]
            side = side_of_representative(m.form, ahead)
            name = named.get(side, side) if side is not None else name
            if visits(m.form, ahead):
                kind, name = "counterpart", None
        start = with_owner(text, m.start) if name is not None else m.start
        form = m.form if start == m.start else text[start : m.end]
        found.append(Subject(start, m.tail, kind, name, form))
    return found


def find_subjects(text: str, people: People) -> list[Subject]:
    """The possible subjects of ``text``, in order, none over another."""
    every = (
        _from_mentions(text, people)
        + _from_words(people.tokens)
        + states(text, people.places)
        + peoples(people.tokens)
        + delegations(people.tokens)
        + stand_ins(people)
        + described(people)
        + counted(people.tokens)
        + some_of_them(people.tokens)
        + by_letters(text, people.mentions)
        + by_initials(text, [p.name for p in (*people.participants, *people.persons)])
    )
    owned = [Subject(m.start, m.tail, "owner", None) for m in people.mentions if m.possessive]
    every = sorted(every + owned, key=lambda s: (s.start, _RANK[s.kind], -s.end))
    kept: list[Subject] = []
    for subject in every:
        inside = kept and subject.end <= kept[-1].end and kept[-1].kind == "joint"
        if inside and "(" in text[kept[-1].start : subject.start]:
            continue  # "Ministers of Norway (Mr. Roe) and Malta (Ms. Doe)"
        if kept and kept[-1].kind == "counterpart" and kept[-1].end >= subject.end:
            continue  # "her counterpart from Malta"
        while kept and kept[-1].end > subject.start and _RANK[kept[-1].kind] > _RANK[subject.kind]:
            kept.pop()
        if kept and kept[-1].kind == "counterpart" and subject.kind == "person":
            between = text[kept[-1].end : subject.start]
            if between == " " or (between == ", " and text[subject.end : subject.end + 1] == ","):
                # "her Omani counterpart, Ida Roe, replied"
                subject = replace(subject, start=kept.pop().start)
        beside = kept and kept[-1].kind == "country" and kept[-1].end + 1 == subject.start
        if beside and subject.kind in ("person", "title") and text[subject.start - 1] == " ":
            # "Norway Minister Roe and Fiji Minister Doe agreed"
            subject = replace(subject, start=kept.pop().start)
        if not kept or kept[-1].end <= subject.start:
            kept.append(subject)
    grouped = _grouped(text, [s for s in kept if s.kind != "owner"])
    return one_of_two_offices(text, grouped, people)


def _grouped(text: str, subjects: list[Subject]) -> list[Subject]:
    """Subjects joined by ``and`` made one of several: ``Minister Roe and Secretary Doe``."""
    grouped: list[Subject] = []
    run: list[Subject] = []
    closed = False
    for subject in subjects:
        if (
            not run
            or closed
            or subject.kind in ("joint", "others")
            or _CLASSES.get(subject.kind, subject.kind) != _CLASSES.get(run[-1].kind, run[-1].kind)
            or not (words := text[run[-1].end : subject.start]).strip()
            or (gap := _BETWEEN.match(words)) is None
            or any(subject.speaker is not None and subject.speaker == s.speaker for s in run)
        ):
            grouped += _close(run, closed)
            run, closed = [subject], False
        else:
            run.append(subject)
            closed = gap.group("last") is not None
    return grouped + _close(run, closed)


def _close(run: list[Subject], closed: bool) -> list[Subject]:
    if closed and len(run) > 1 and run[0].kind != "joint":
        members = tuple(s.speaker for s in run)
        return [Subject(run[0].start, run[-1].end, "joint", BOTH_SIDES, members=members)]
    return run
