"""Words that stand in for somebody: ``His Majesty``, ``the latter``, ``Second Party``, ``it``.

A *style* is how a monarch or a prelate is spoken of. ``It`` is a side that spoke just before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from ...records import BOTH_SIDES
from ..lands.countries import adjective_of, country_of, is_name
from ..names.people import Mention, People
from ..names.tokens import Tokens, vocabulary
from ..speech.reporting import may_speak
from ..speech.subject import Subject, is_agent, side_name
from ..words.gates import Expression
from ..words.sentences import split_sentences

__all__ = [
    "CHAIRS",
    "body_side",
    "delegates",
    "own_body",
    "peoples",
    "seat",
    "side_of_representative",
    "stand_ins",
    "visits",
    "who_chairs",
]

_TWO = frozenset({"latter", "former"})
CHAIRS = frozenset({"chair", "chairman", "chairwoman", "chairperson"})
_CHAIR = re.compile(
    r"(?: \([A-Z]{2,4}\))?(?:, [^,;.()]{1,40})?,? ?[(\[]?(?:the |in the )?(?:meeting |committee )?"
    r"(?<=[ (\[])chair(?:man|woman|person)?\b"
    r"|(?: of (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)?(?:, [^.;()]{1,80})?,?(?: who)?"
    r" (?:chaired|presided over) (?:the|this|it|today)\b",
    re.IGNORECASE,
)
_DELEGATES = frozenset({"delegate", "delegates", "delegation", "observer", "member"})
_SEATS = frozenset({"delegate", "observer", "member", "representative"})
_STYLES = frozenset({"majesty", "excellency", "highness", "holiness"})
_POSTS = frozenset({"embassy", "legation", "consulate", "mission", "congen", "amembassy"})
_WIRED = Expression(r"\b(?:telegram|airgram|cablegram)\b", re.IGNORECASE)
_THOSE = re.compile(
    r"[Tt]hose (?:(?:who were )?present|(?:gathered |seated |sitting |assembled )?(?:around|at)"
    r" the table|attending|assembled|participating|in attendance|in the room|taking part)\b"
)
_SENTENCE = re.compile(r"(?:\A|\n\s*|[.!?:][”\")]?\s+)(?:\d+\. )?(?:[Tt]his )?\Z")
_HEAD = 300
"""In a telegram, as its first characters tell, an embassy that thinks is its writer."""
_CALLED = frozenset({
    "bishop", "dean", "rabbi", "imam", "vicar", "abbot", "abbess", "sheriff", "headmaster",
    "headmistress", "coroner", "curator", "architect", "surgeon", "harbourmaster", "harbormaster",
})  # fmt: skip
"""What somebody is called with an article; without one, as in ``Minister Dean``, some are names."""
_WORDS = (
    _POSTS
    | _CALLED
    | _TWO
    | _DELEGATES
    | CHAIRS
    | _STYLES
    | {"party", "it", "visiting", "representative", "those"}
)
"""The words, in lower case, with which a stand-in ends."""
_STYLE = re.compile(
    r"\b(?P<who>(?:[Hh]is|[Hh]er)\s+(?:(?:Imperial|Royal|Serene)\s+)?(?:Majesty|Highness|Holiness|Excellency))\Z"
)
_PARTY = re.compile(r"\b(?P<who>(?:First|Second|Third|Fourth)\s+Party)\Z")
_LATTER = re.compile(r"\b(?P<who>[Tt]he\s+(?:latter|former))\Z")
_OF_SIDE = re.compile(
    r"\b(?:[Tt]he )?(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.-]*)?)(?<!The)"
    r" (?:side|delegation)\b(?![’'])"
)
_SIDE = " side"
_NEAR = 1200
_CLAUSES = 2
"""So far back stand the two of whom one is ``the latter``: in the sentence before, at most."""
_MANY_BACK = 30
_GUEST = re.compile(
    r"\b(?:his|her|the) (?:[A-ZÀ-ÞĀ-ɏ]\w+ )?(?:guest"
    r"|host|counterpart|visitor|interlocutor|colleague"
    r"|opposite number)\b(?! of| from)"
)
"""Whom ``the latter`` means if nobody is named after it."""
_DELEGATE = re.compile(
    r"(?:[Dd]elegates?|[Dd]elegation|[Oo]bserver|[Mm]ember) (?:of|from|for) (?:the )?"
    r"(?P<of>[A-ZÀ-ÞĀ-ɏ][\w.]*(?: (?:(?:of|and|the) )*[A-ZÀ-ÞĀ-ɏ][\w.]*){0,4})(?: \([^()]{1,60}\))?"
)
_OF_NATION = re.compile(
    r"\b(?:[Tt]he (?P<of>[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.-]*)?)"
    r"|(?P<owner>[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: (?:of )?[A-ZÀ-ÞĀ-ɏ][\w.-]*)?)[’'](?:s)?)"
    r" (?:(?:permanent|board|committee) )?\Z"
)
"""``the Norwegian`` or ``Norway's`` before ``member``."""
_COUNTRY = re.compile(r"\s*\((?:the )?(?P<of>[A-ZÀ-ÞĀ-ɏ][^()]*)\)")
_FRONT = 600
_SEAT = re.compile(
    r"(?:\d+\. )?[^().:,]{2,60}(?:\.[^().:,]{3,60})? "
    r"\((?:the )?(?P<of>[A-ZÀ-ÞĀ-ɏ][^()\n]{2,50})\)"
)
_PEOPLE = re.compile(
    r"[Tt]he (?P<who>[A-Z][a-z]+(?:[nisktrlo]s|es|ese|ish|ench|iss|utch))(?= [a-z])"
)
_SEVERAL = 3
_MANY = 4
"""For so many states people are listed at a meeting where each state has a representative."""
_LOUD = 2
"""So many whose names stand in capitals are enough: ``JANE ROE (Norway) said``."""
_VISITOR = re.compile(
    r"[Tt]he visiting (?:[A-Za-z]+ ){0,2}?(?:minister|(?:vice-?)?president|premier|chancellor"
    r"|leader|secretary|official|envoy|ambassador|dignitary|statesman|guest)\b"
)
_IT = re.compile(r"(?:\A|\n|[.!?]\s{1,3})(?P<who>It)\Z")
_RANK = (
    r"\b(?:Majesty|Highness|Holiness|King|Queen|Emperor|Empress|Sultan|Amir|Emir|Sheikh|Pope|Prince"
    r"|Princess|Grand Duke|Grand Duchess)\b"
)
_STYLED = re.compile(_RANK)
_RANKED = re.compile(rf",? (?:the )?{_RANK}")
_BESIDE = 40
_BACK = 30
_REPRESENTATIVE = re.compile(
    r"(?:the )?(?:permanent |acting |deputy )?"
    r"(?:representative|delegate|observer|delegation|spokesman|spokesperson) (?:of|from|for) "
    r"(?:the )?(?P<of>[A-Z].*)",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?P<of>[A-ZÀ-ÞĀ-ɏ][\w.]*(?: [A-ZÀ-ÞĀ-ɏ][\w.]*)?)(?:[’']s?)? (?i:permanent )?"
    r"(?i:representative|delegate|observer)\Z"
)
_BODY = re.compile(
    r"[A-ZÀ-ÞĀ-ɏ][\w.&’'-]*(?: (?:(?:of|for|and|the|on|de|del|des) )*[A-ZÀ-ÞĀ-ɏ][\w.&’'-]*){0,8}"
)
"""The name of a body that somebody speaks for."""
_ACRONYMS = {"European Union": "EU", "United Nations": "UN", "African Union": "AU"}


def stand_ins(people: People) -> list[Subject]:
    """The stand-ins of a text that a verb of speech may follow."""
    found: list[Subject] = []
    tokens, mentions = people.tokens, people.mentions
    text = tokens.text
    starts = [mention.start for mention in mentions]
    named = delegates(people)
    wired = _WIRED.search(text, 0, _HEAD) is not None
    for i in tokens.where(_WORDS):
        start, end, low = tokens.starts[i], tokens.ends[i], tokens.lows[i]
        if low == "visiting":
            visitor = _VISITOR.match(text, max(0, start - len("the ")))
            if visitor is not None and _speaks(text, visitor.end()):
                found.append(
                    Subject(visitor.start(), visitor.end(), "counterpart", None, visitor.group())
                )
        if low == "those":
            those = _THOSE.match(text, start)
            if those is not None and may_speak(text, those.end()):
                found.append(Subject(start, those.end(), "joint", BOTH_SIDES, those.group()))
            continue
        if low in _SEATS and text.endswith(("Its ", "its "), 0, start) and may_speak(text, end):
            found.append(Subject(start - len("Its "), end, "it", None, text[start - 4 : end]))
            continue
        if low in _SEATS and may_speak(text, end):
            nation = _OF_NATION.search(text, max(0, start - _BESIDE), start)
            words = (nation["of"] or nation["owner"]) if nation is not None else ""
            country = country_of(words)
            owned = nation is not None and nation["of"] is None
            if nation is not None and country is not None and is_name(words) == owned:
                of_state = f"{adjective_of(country)} side"
                seated, begin = named.get(of_state, of_state), nation.start()
                found.append(Subject(begin, end, "title", seated, text[begin:end]))
                continue
        if low in _DELEGATES:
            of = _DELEGATE.match(text, start)
            side = _side_of(of["of"]) if of is not None else None
            if of is not None and side is not None and may_speak(text, of.end()):
                who = named.get(side, side)
                found.append(
                    Subject(start, of.end(), "side" if who == side else "title", who, of.group())
                )
            continue
        if low == "visiting" or not _speaks(text, end):
            continue
        if low in _CALLED:
            begin = max(0, start - len("the "))
            named_here = bisect_left(starts, begin) < bisect_left(starts, end)
            if text[begin:start] in ("The ", "the ") and tokens.capital(i) and not named_here:
                found.append(Subject(begin, end, "title", tokens.words[i], text[begin:end]))
            continue
        if low in _POSTS:
            if wired and _SENTENCE.search(text, max(0, start - _BACK), start):
                found.append(Subject(start, end, "pronoun", None, "I"))
            continue
        if low in CHAIRS:
            if tokens.words[i].islower() and text[max(0, start - 4) : start].lower() == "the ":
                chair = who_chairs(text, mentions)
                kind = "others" if chair is None else "title"
                found.append(Subject(start, end, kind, chair, low))
            continue
        pattern = {"it": _IT, "party": _PARTY}.get(low, _LATTER if low in _TWO else _STYLE)
        match = pattern.search(text, max(0, start - _BACK), end)
        if match is None:
            continue
        begin, form = match.start("who"), match["who"]
        before = mentions[: bisect_left(starts, begin)]
        if low == "it":
            found.append(Subject(begin, end, "it", None, form))
        elif low == "party":
            found.append(Subject(begin, end, "person", form, form))
        elif low == "latter" and before and _GUEST.search(text, before[-1].tail, begin):
            found.append(Subject(begin, end, "counterpart", None, form))
        elif low in _TWO:
            meant = _of_two(tokens, before, begin, low)
            kind = "side" if meant is not None and meant.endswith(_SIDE) else "title"
            found.append(Subject(begin, end, kind, meant, form))
        elif low == "excellency":
            found.append(Subject(begin, end, "title", _last_named(before), form))
        elif (name := _styled(text, before)) is not None:
            found.append(Subject(begin, end, "title", name, form))
    known = ("it", "counterpart", "others", "pronoun")
    return [one for one in found if one.kind in known or one.speaker is not None]


def _speaks(text: str, end: int) -> bool:
    return may_speak(text, end) or is_agent(text, end)


def own_body(tokens: Tokens, i: int) -> bool:
    """Whether token ``i`` ends ``The Working Group``, which its own record names above."""
    k = i
    while k and tokens.capital(k - 1) and tokens.joined(k) and tokens.lows[k - 1] != "the":
        k -= 1
    the = k and k < i and tokens.joined(k) and tokens.words[k - 1] == "The"
    return bool(the) and tokens.text[tokens.starts[k] : tokens.ends[i]] in tokens.text[:_FRONT]


def peoples(tokens: Tokens) -> list[Subject]:
    """``The Norwegians``, ``the Japanese``: the side of their country."""
    found: list[Subject] = []
    text = tokens.text
    for start in tokens.starts_of(frozenset({"the"})):
        match = _PEOPLE.match(text, start)
        if match is None:
            continue
        word = match["who"]
        country = country_of(word.removesuffix("s")) or country_of(word)
        if country and not is_name(word) and may_speak(text, match.end()):
            side = f"{adjective_of(country)} side"
            found.append(Subject(match.start(), match.end(), "side", side, match.group()))
    return found


def _last_named(mentions: Sequence[Mention]) -> str | None:
    """Whom ``His Excellency`` means: who was named last, or whose office was."""
    return next((m.name or m.form for m in reversed(mentions)), None)


def who_chairs(text: str, mentions: Sequence[Mention]) -> str | None:
    """Whom ``the chair`` means: ``Ms. Roe (Chair)``."""
    return next((m.name for m in mentions if m.name and _CHAIR.match(text, m.end)), None)


def _styled(text: str, mentions: Sequence[Mention]) -> str | None:
    """Whom ``His Majesty`` means: who was named last with such a style or rank."""
    for mention in reversed(mentions):
        before = text[max(0, mention.start - _BESIDE) : mention.end]
        after = text[mention.end : mention.end + _BESIDE]
        if mention.name and (_STYLED.search(before) or _RANKED.match(after)):
            return mention.name
    return None


def _of_two(tokens: Tokens, mentions: Sequence[Mention], end: int, word: str) -> str | None:
    """Whom ``the latter`` or ``the former`` at ``end`` means: of the two named last before it, in
    the clauses before it or in the sentence before those; sides, where no two persons are named.

    Whose something is does not count there: ``Mr. Roe told Ms. Doe of Mr. Vik's journey.``
    """
    text = tokens.text
    begin = max(0, end - _NEAR, text.rfind("\n\n", 0, end))
    for first, _ in reversed(split_sentences(text, begin, end)[-_CLAUSES:]):
        near = mentions[bisect_left(mentions, first, key=lambda m: m.start) :]
        persons = [m.name for m in near if m.name and not m.possessive]
        sides = [side_name(match["who"]) for match in _OF_SIDE.finditer(text, first, end)]
        for names in (persons, sides, [] if persons else _states(tokens, first, end)):
            two = list(dict.fromkeys(reversed(names)))
            if len(two) > 1:
                return two[0] if word == "latter" else two[-1]
    two = list(dict.fromkeys(m.name for m in islice(reversed(mentions), _MANY_BACK) if m.name))
    return (two[0] if word == "latter" else two[1]) if len(two) > 1 else None


def _states(tokens: Tokens, start: int, end: int) -> list[str]:
    """The sides of a sentence about states that begins with one: ``Norway asked Malta for cod.``"""
    first = bisect_left(tokens.places, start, key=lambda place: place.start)
    last = bisect_left(tokens.places, end, key=lambda place: place.start)
    named = [place for place in tokens.places[first:last] if place.kind == "name"]
    if not named or tokens.text[start : named[0].start].strip() not in ("", "The"):
        return []
    return [f"{adjective_of(place.country)} side" for place in named]


def side_of_representative(form: str, before: str) -> str | None:
    """The side for which an office without a name speaks: ``the representative of Norway``.

    ``before`` is what stands before it: ``Norway's representative``.
    """
    match = _REPRESENTATIVE.fullmatch(" ".join(form.split()))
    if match is not None:
        of = match["of"]
    else:
        owned = _OWNED.search(before + form)
        if owned is None:
            return None
        of = owned["of"]
    return _side_of(of) or (_side_of_body(form, of) if match is not None else None)


def _side_of(name: str) -> str | None:
    """The side of a country, or of a body of states, by its name."""
    if name in _ACRONYMS:
        return body_side(name)
    if name == "Korea":
        return "Korean side"
    country = country_of(name)
    return f"{adjective_of(country)} side" if country is not None else None


def _side_of_body(form: str, name: str) -> str | None:
    """The side of any body that has a representative: ``Codex side``."""
    words = {word.lower() for part in name.split() for word in part.split("-")}
    sent = form.lower().removeprefix("the ").startswith("representative")
    body = _BODY.fullmatch(name) is not None and words.isdisjoint(vocabulary().heads)
    return f"{name} side" if sent and body else None


def delegates(people: People) -> dict[str, str]:
    """Who speaks for which side where speakers stand with their countries: ``Ms. Roe (Norway)``.

    Of a side for which several speak, nobody; and nobody where hardly anybody stands so. Else whom
    the list of those present names first for each of many states.
    """
    text, mentions = people.tokens.text, people.mentions
    found: dict[str, set[str]] = {}
    loud = False
    for mention in mentions:
        if mention.name is None or mention.tail <= mention.end:
            continue
        match = _COUNTRY.fullmatch(text, mention.end, mention.tail)
        country = country_of(match["of"]) if match is not None else None
        if country is not None and may_speak(text, mention.tail):
            found.setdefault(f"{adjective_of(country)} side", set()).add(mention.name)
            loud = loud or mention.form.isupper()
    if len(found) < (_LOUD if loud else _SEVERAL):
        return _listed(people)
    return {side: min(names) for side, names in found.items() if len(names) == 1}


def _listed(people: People) -> dict[str, str]:
    """Whom a list of those present names first for each state, if it names people of many."""
    every = (*people.participants, *people.persons)
    countries = {person.name: person.country for person in every if person.country}
    if len(set(countries.values())) < _MANY:
        return {}
    found: dict[str, str] = {}
    for mention in people.mentions:
        country = countries.pop(mention.name or "", None)
        says = people.tokens.text[mention.tail : mention.tail + 2].strip(" ").islower()
        if country is not None and not says:
            found.setdefault(f"{adjective_of(country)} side", mention.name or "")
    return found if len(found) >= _MANY else {}


def seat(text: str, start: int, end: int) -> str | None:
    """The side of whoever a paragraph begins with: ``MARY ROE (Norway) said``."""
    match = _SEAT.match(text, start, end)
    return _side_of(match["of"]) if match is not None else None


def visits(form: str, before: str) -> bool:
    """Whether an office without a name is that of the visitor: ``the visiting minister``."""
    return form.lower().startswith(("visiting", "the visiting")) or before.lower().endswith(
        "visiting "
    )


def body_side(name: str) -> str:
    """The side of a body of states by its name: ``EU side`` of the European Union."""
    return f"{_ACRONYMS.get(name, name)} side"
