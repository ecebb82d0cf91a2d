"""Verbs of speech: which words report that somebody says, asks, agrees, thanks and the like.

The verbs stand in ``data/reporting_verbs.tsv``, with what must follow some of them (``pointed``
``out``; ``extended`` an ``invitation``). A *reading* is one verb in one form at one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

__all__ = [
    "AUXILIARIES",
    "JOINTS",
    "Reading",
    "SubjectWords",
    "Verb",
    "may_report",
    "noun_lead",
    "read_gerund",
    "read_participles",
    "read_passives",
    "read_verb",
    "subject_words",
    "verb_forms",
]

ADVERB = (
    r"(?:(?:time|again) and again|also|then|thereupon|further|furthermore|moreover|again|"
    r"once again|once more|additionally|first|second|"
    r"next|later|meanwhile|in turn|in response|in reply|in addition|in this regard|in this context|"
    r"in particular|at the same time|for (?:his|her|its|their) part|"
    r"on (?:his|her|its|their) (?:part|side)|too|both|all|each|once|still|just|so|thus|therefore|"
    r"always|already|now|ever|never|twice|here|yet|even|quite|earlier|formerly|likewise"
    r"|nevertheless|nonetheless|instead|indeed|thereafter|afterwards|alone|though|however"
    r"|himself|herself|itself|themselves|[a-z]+ly)"
)
_ADVERBS = rf"(?:,?\s+{ADVERB},?(?=\s)){{0,3}}"
_AFTER_SUBJECT = re.compile(
    rf"(?:\s*\([^()]{{0,200}}\))?{_ADVERBS}(?P<aux>\s+(?:has|have|had))?{_ADVERBS}\s+"
    r"(?P<verb>[a-z]+(?:-[a-z]+)?)(?![\w’'-])"
)
_PASSIVE = re.compile(
    rf"(?P<aux>was|were|is|(?:has|have|had){_ADVERBS}\s+been)(?:\s+not)?"
    rf"{_ADVERBS}\s+(?P<verb>[a-z]+(?:-[a-z]+)?)(?![\w’'-])"
)
_PROGRESSIVE = re.compile(
    rf"{_ADVERBS}\s+(?P<aux>is|are|was|were|has been|have been){_ADVERBS}"
    r"(?:\s+(?:quoted|cited|reported|recorded)\s+as)?\s+(?P<verb>[a-z]+ing)\b"
)
_PARTICIPLE = re.compile(
    r"(?:,\s+(?:(?:while|and|before|after|by)\s+)?(?:also\s+|further\s+)?|(?:while|by)\s+)(?P<verb>[a-z]+ing)\b"
)
_COORDINATED = re.compile(
    rf"(?:and|but|or)(?:\s+(?:he|she|they)\b)?{_ADVERBS}(?:\s+(?:has|have|had))?\s+(?P<verb>[a-z]+)(?![\w’'-])"
    r"|;\s+(?:(?:he|she|they)\s+)?(?:also\s+)?(?P<after>[a-z]+)(?![\w’'-])"
)
_FOLLOWING = re.compile(r"\s+the\s+following(?:\s+\w+)?")
_CLEAR = re.compile(r"\s+(?:it\s+)?clear(?=\s)")
_QUOTE = re.compile(r",?\s+[“\"‘]")
_PARENTHETIC = frozenset(
    {"continue", "feel", "maintain", "hold", "reason", "argue", "observe", "judge", "rejoin"}
)
"""Verbs that report speech between commas as well: ``Cod, he continued, was dear.``"""
_PARTICLES = frozenset(
    {"out", "up", "forth", "forward", "on to", "on", "over", "upon", "for", "note", "tribute"}
)
_FOR_GERUND = re.compile(r"\s+(?:for|on|as|by)\s+(?:having\s+)?(?P<verb>[a-z]+ing)\b")
_BY_GERUND = re.compile(
    r"\s+(?:(?:his|her|the) (?:\w+ )?\w+ )?by\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]+ing)\b"
)
_NOUN = re.compile(
    r"\b(?P<noun>statements?|remarks?|comments?|responses?|repl(?:y|ies)|explanations?|views?|opinions?|"
    r"questions?|answers?|messages?|requests?|proposals?|points?|speech|intervention|reaction|address|"
    r"attributable|overview|presentation)\b"
    r"(?:\s+(?:made|given|raised|delivered))?\s+(?:by|from|of|to)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_BRACKET = re.compile(r" \([^()]{1,200}\)(?=,)")
_NEXT_WORD = re.compile(r"\s+([a-z]+|[A-Z]{5,})")
"""In capitals too, as minutes print what was done: ``Members NOTED it``."""
_WINDOW = 110
_SIGNS_OF_LINKS = re.compile(r" (?:to|not) |ould |can(?:not| only)")
"""No link is without one of these."""
_NOT = re.compile(r"\bnot (?:\w+ ){0,2}\Z")
_NEAR = 30
_SILENT = frozenset({"did not", "does not", "do not", "would not"})
"""Links with which some verbs tell that nothing was said; who "could not say" something spoke."""
AUXILIARIES = frozenset({"is", "was", "were", "has", "have", "had"})
"""Words with which a passive begins."""
JOINTS = frozenset({",", ";", "and", "but", "or", "while", "by"})
"""What joins a further verb to a subject."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that reports speech; ``flags`` and ``needs`` as the data file explains them."""

    base: str
    flags: str
    needs: re.Pattern[str] | None
    near: bool


@dataclass(slots=True)
class Reading:
    """``verb`` at ``text[start:end]``; ``tense`` is past, present, plural, gerund or passive."""

    verb: Verb
    tense: str
    start: int
    end: int
    mode: str
    perfect: bool = False


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    return (base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe")) else base) + "ing"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    if base in ("go", "have"):
        return {"go": "goes", "have": "has"}[base]
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")


@cache
def _forms() -> dict[str, dict[str, list[Verb]]]:
    """Verbs by tense and form."""
    forms: dict[str, dict[str, list[Verb]]] = {
        tense: {} for tense in ("past", "present", "plural", "gerund", "passive")
    }
    source = resources.files("searchkit").joinpath("data", "reporting_verbs.tsv")
    for line in source.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        base, irregular, flags, needs = line.split("\t")
        past, participle, gerund = irregular.split(",") if irregular else ("", "", "")
        near = needs.startswith("~")
        parts = "|".join(part.strip().lstrip("~") for part in needs.split("|"))
        pattern = None
        if needs:
            pattern = re.compile(
                rf"\b(?:{parts})" if near else rf"\s+(?:{ADVERB}\s+)?(?P<word>{parts})\b"
            )
        verb = Verb(base, flags, pattern, near)
        for tense, form in (
            ("past", past or _past(base)),
            ("passive", participle or _past(base)),
            ("gerund", gerund or _gerund(base)),
            ("present", _third(base)),
            ("plural", base),
        ):
            forms[tense].setdefault(form, []).append(verb)
        if base == "be":
            forms["plural"].setdefault("am", []).append(verb)  # "I am sure that"
            forms["present"].setdefault("is", []).append(verb)
    return forms


@cache
def verb_forms() -> frozenset[str]:
    """Every form of every verb that reports."""
    return frozenset(form for forms in _forms().values() for form in forms)


def _fits(
    text: str, word: str, start: int, end: int, stop: int, tense: str, perfect: bool
) -> Reading | None:
    for verb in _forms()[tense].get(word, ()):
        mode = word
        if "n" in verb.flags and not _NOT.search(text, max(0, start - _NEAR), start):
            continue
        if verb.needs is not None:
            if verb.near:
                if not verb.needs.search(text, end, min(stop, end + _WINDOW)):
                    continue
                following = _FOLLOWING.match(text, end, stop) or _CLEAR.match(text, end, stop)
                mode = word + " " + " ".join(following.group().split()) if following else word
            else:
                follows = verb.needs.match(text, end, stop)
                if follows is None and "c" in verb.flags and _QUOTE.match(text, end, stop):
                    return Reading(verb, tense, start, end, word, perfect)
                if follows is None and verb.base in _PARENTHETIC and text[end : end + 1] == ",":
                    return Reading(verb, tense, start, end, word, perfect)
                if follows is None:
                    continue
                particle = follows.group("word")
                if particle.endswith("by"):
                    gerund = _BY_GERUND.match(text, end, stop)
                    if gerund is None or gerund.group("verb") not in _forms()["gerund"]:
                        continue
                    word, start, end = (
                        gerund.group("verb"),
                        gerund.start("verb"),
                        gerund.end("verb"),
                    )
                    found = _fits(text, word, start, end, stop, "gerund", perfect)
                    if found is None:
                        continue
                    return Reading(found.verb, tense, start, end, found.mode, perfect)
                if particle in _PARTICLES:
                    mode = f"{word} {particle.removesuffix(' to')}"
        return Reading(verb, tense, start, end, mode, perfect)
    return None


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """The words of ``data/subjects.toml``, which explains them."""

    several: frozenset[str]
    one: frozenset[str]
    pronouns: frozenset[str]
    bodies: frozenset[str]
    subordinators: frozenset[str]
    concessive: frozenset[str]
    prepositions: frozenset[str]
    leading: frozenset[str]
    links: frozenset[str]
    silences: frozenset[str]
    said: frozenset[str]
    giving: frozenset[str]
    getting: frozenset[str]


@cache
def subject_words() -> SubjectWords:
    """The words that show who is the subject of a sentence, read once."""
    import tomllib

    source = resources.files("searchkit").joinpath("data", "subjects.toml").read_text("utf-8")
    return SubjectWords(
        **{
            name: frozenset(words.split()) if name != "links" else frozenset({words})
            for name, words in tomllib.loads(source).items()
        }
    )


@cache
def _linked() -> re.Pattern[str]:
    """A subject's link to the plain form of a verb: ``did not dispute``, ``had to admit``."""
    links = "|".join(
        " ".join(link.split()) for words in subject_words().links for link in words.split("|")
    )
    return re.compile(
        rf"(?:\s*\([^()]{{0,200}}\))?{_ADVERBS}\s+(?P<link>{links})"
        rf"{_ADVERBS}\s+(?P<verb>[a-z]+(?:-[a-z]+)?)(?![\w’'-])"
    )


@cache
def _leading_words() -> frozenset[str]:
    forms = {form for tense in ("past", "plural", "present") for form in _forms()[tense]}
    return subject_words().leading | subject_words().giving | forms


def may_report(text: str, end: int) -> bool:
    """Whether a verb of speech, or what may stand before one, follows at ``end``."""
    match = _NEXT_WORD.match(text, end)
    if match is None:
        return text[end : end + 1] in (",", ":", "(") or text[end : end + 2] == " ("
    word = match.group(1).lower()
    return word in _leading_words() or word.endswith(("ly", "ed"))


def read_verb(
    text: str, start: int, stop: int, *, tenses: tuple[str, ...] = ("past",)
) -> Reading | None:
    """The verb of speech of a subject that ends at ``start``, in a sentence that ends at ``stop``.

    Adverbs, a parenthesis and insertions between commas may stand between the two.
    """
    if text.startswith(" (", start) and (bracket := _BRACKET.match(text, start, stop)):
        # "Ms. Roe (Chair), turning to cod, asked"
        start = bracket.end()
    at: int | None = start
    inserted = start
    if text[start : start + 1] == ",":
        # "Minister Roe, the new Chair, said": the comma closes what stands beside the name.
        match = _AFTER_SUBJECT.match(text, start + 1, stop)
        reading = _reading(text, match, stop, tenses) if match else None
        if reading:
            return reading
    while at is not None:
        match = _AFTER_SUBJECT.match(text, at, stop)
        if match:
            reading = _reading(text, match, stop, tenses)
            if reading:
                return reading
        if inserted == start and text[start : start + 1] != ",":
            return None
        comma = text.find(",", inserted + 1, min(stop, start + 260))
        inserted = comma
        at = comma + 1 if comma >= 0 else None
    return None


def _reading(text: str, match: re.Match[str], stop: int, tenses: tuple[str, ...]) -> Reading | None:
    """The verb that ``match`` has found after a subject, if it reports speech."""
    perfect = match.group("aux") is not None
    word, (start, end) = match.group("verb"), match.span("verb")
    for tense in (*tenses, "passive") if perfect else tenses:
        reading = _fits(text, word, start, end, stop, tense, perfect)
        if reading:
            return reading
    if perfect:  # "had an exchange of views": no auxiliary
        end = match.end("aux")
        word = match.group("aux").strip()
        found = _fits(text, word, end - len(word), end, stop, "past", False)
        if found:
            return found
    if "past" not in tenses:
        return None
    return (
        _read_linked(text, match.start(), stop)
        or _read_progressive(text, match.start(), stop)
        or _read_object(text, word, start, end, stop)
    )


@cache
def _objects() -> re.Pattern[str]:
    """What is said, as the object of any verb: ``laid stress``, ``struck a note of caution``."""
    nouns = "|".join(sorted(subject_words().said, key=len, reverse=True))
    return re.compile(
        r"\s+(?:(?:an?|the|his|her|its|their|some|no|much|every|great|particular)\s+)?"
        rf"(?:(?!(?:from|by|to|at|with|for|of)\b)[a-z-]+\s+){{0,2}}(?:note\s+of\s+)?(?:{nouns})\b"
    )


def _read_object(text: str, word: str, start: int, end: int, stop: int) -> Reading | None:
    """Any verb with something said for its object, save those of who hears or gets it."""
    words = subject_words()
    regular = word.endswith("ed") and word not in words.getting
    if not (regular or word in words.giving) or not _objects().match(text, end, stop):
        return None
    return Reading(Verb(word, "", None, False), "past", start, end, word)


def _read_linked(text: str, start: int, stop: int) -> Reading | None:
    """The verb in ``did not dispute``, ``had to admit``, ``was quick to point out``."""
    if _SIGNS_OF_LINKS.search(text, start, start + _WINDOW) is None:
        return None
    match = _linked().match(text, start, stop)
    if match is None:
        return None
    word = match.group("verb")
    if match.group("link") in _SILENT and word in subject_words().silences:
        return None
    reading = _fits(text, word, *match.span("verb"), stop, "plural", False)
    return replace(reading, tense="past") if reading else None


def _read_progressive(text: str, start: int, stop: int) -> Reading | None:
    """The verb in ``are looking forward``."""
    match = _PROGRESSIVE.match(text, start, stop) if "ing" in text[start : start + 60] else None
    if match is None:
        return None
    reading = _fits(text, match.group("verb"), *match.span("verb"), stop, "gerund", False)
    tense = "past" if match.group("aux").startswith("w") else "present"
    return replace(reading, tense=tense) if reading else None


def read_passives(
    text: str, start: int, stop: int, auxiliaries: Iterable[int]
) -> list[tuple[int, Reading]]:
    """Passive verbs of speech in ``text[start:stop]``, each with where its auxiliary begins.

    ``auxiliaries`` are where words of ``AUXILIARIES`` begin there, in order.
    """
    found: list[tuple[int, Reading]] = []
    done = start
    for auxiliary in auxiliaries:
        match = _PASSIVE.match(text, auxiliary, stop) if auxiliary >= done else None
        if match is None:
            continue
        done = match.end()
        word = match.group("verb")
        for verb in _forms()["passive"].get(word, ()):
            if verb.needs is not None:
                # In the passive the object stands before: "views were exchanged".
                if verb.near and not verb.needs.search(text[start : match.start()].lower()):
                    continue
                if not verb.near and not verb.needs.match(text, match.end(), stop):
                    continue
            out = " out" if verb.base == "point" else ""
            reading = Reading(
                verb,
                "passive",
                match.start("verb"),
                match.end("verb"),
                word + out,
                "been" in match.group(),
            )
            found.append((match.start(), reading))
            break
    return found


def read_participles(text: str, start: int, stop: int, joints: Sequence[int]) -> list[Reading]:
    """Further verbs of the subject whose verb ends at ``start``: ``, adding``, ``and stated``.

    ``joints`` are where words and signs of ``JOINTS`` begin in ``text[start:stop]``, in order.
    """
    found: list[Reading] = []
    for pattern, tense in ((_PARTICIPLE, "gerund"), (_COORDINATED, "past")):
        done = start
        for joint in joints:
            # A word that joins stands after a space or a comma, which is part of the joint.
            before = text[joint - 1]
            begin = joint if text[joint] in ",;" else joint - 1
            if begin < done or (begin < joint and before != "," and not before.isspace()):
                continue
            match = pattern.match(text, joint, stop)
            if match is None or (pattern is _PARTICIPLE and begin < joint and before == ","):
                continue
            done = match.end()
            group = "verb" if match.group("verb") else "after"
            reading = _fits(
                text, match.group(group), match.start(group), match.end(group), stop, tense, False
            )
            if reading:
                found.append(reading)
    return sorted(found, key=lambda r: r.start)


def read_gerund(text: str, start: int, stop: int) -> Reading | None:
    """The verb in ``for expressing`` at ``start``: what somebody is thanked or praised for."""
    match = _FOR_GERUND.match(text, start, stop)
    if match is None:
        return None
    return _fits(text, match.group("verb"), *match.span("verb"), stop, "gerund", False)


def noun_lead(before: str) -> str | None:
    """The noun if ``before`` ends in ``Statements by``, ``Response from`` and the like."""
    match = _NOUN.search(before)
    return match.group("noun").lower() if match else None
