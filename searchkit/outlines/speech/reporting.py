"""Where a verb of speech stands: after its subject, in the passive, beside another verb.

See ``verbs`` for which words report speech, and for what a *reading* is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from ..words.clauses import read_clause
from .subject import subject_words
from .verbs import ADVERB, WINDOW, Reading, Verb, fits, forms_of

__all__ = [
    "AUXILIARIES",
    "JOINTS",
    "may_report",
    "may_speak",
    "noun_lead",
    "read_after_phrase",
    "read_gerund",
    "read_participles",
    "read_passives",
    "read_verb",
]

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
_FOR_GERUND = re.compile(r"\s+(?:for|on|as|by)\s+(?:having\s+)?(?P<verb>[a-z]+ing)\b")
_NOUN = re.compile(
    r"\b(?P<noun>statements?|remarks?|comments?|responses?|repl(?:y|ies)|explanations?|views?|opinions?|"
    r"questions?|answers?|messages?|requests?|proposals?|points?|speech|intervention|reaction|address|"
    r"attributable|overview|presentation)\b"
    r"(?:\s+(?:made|given|raised|delivered))?\s+(?:by|from|of|to)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_BRACKET = re.compile(r" \([^()]{1,200}\)(?=,)")
_NEXT_WORD = re.compile(r"\s+([a-z]+(?:-[a-z]+)?|[A-Z]{5,})")
"""In capitals too, as minutes print what was done: ``Members NOTED it``."""
_OPEN = (",", ":", "(", " (")
"""Signs that may stand between a subject and its verb."""
_WORD_OF_PHRASE = re.compile(r"\s+([\w’'&-]+)(?=\s)")
_LONGEST_PHRASE = 7
"""In words, without the preposition."""
_BEFORE_PHRASE = frozenset({"also", "then", "further", "again"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "and", "of"}
)
_NO_PHRASE = frozenset({"that", "who", "which", "whom", "whose", "he", "she", "they", "it"})
"""With these a clause begins."""
_BY_WHOM = re.compile(r" (?:by|from|on) [^.,;]{3,80}?(?= (?:that|how)\b| at [$€£¥]?\d)")
_PLAIN = re.compile(r"\s+(?:(?:very|quite|also|\w+ly) )?(?:clear|plain|known|evident)\b")
"""What follows ``made`` where an object of it would stand before: ``It was made clear that``."""
_PARTED = re.compile(r"(?:\s+|\A)\|\s")
_SIGNS_OF_LINKS = re.compile(r" (?:to|not|did) |ould |can(?:not| only)")
"""No link is without one of these."""
_SILENT = frozenset({"did not", "does not", "do not", "would not"})
"""Links with which some verbs tell that nothing was said; who "could not say" something spoke."""
AUXILIARIES = frozenset({"is", "was", "were", "has", "have", "had"})
"""Words with which a passive begins."""
JOINTS = frozenset({",", ";", "and", "but", "or", "while", "by"})
"""What joins a further verb to a subject."""


@cache
def _linked() -> re.Pattern[str]:
    """A subject's link to the plain form of a verb: ``did not dispute``, ``had to admit``."""
    (words,) = subject_words().links
    links = "|".join(" ".join(link.split()) for link in _PARTED.split(words))
    return re.compile(
        rf"(?:\s*\([^()]{{0,200}}\))?{_ADVERBS}\s+(?P<link>{links})"
        rf"{_ADVERBS}\s+(?P<verb>[a-z]+(?:-[a-z]+)?)(?![\w’'-])"
    )


@cache
def _leading_words() -> frozenset[str]:
    forms = {form for tense in ("past", "plural", "present") for form in forms_of()[tense]}
    words = subject_words()
    return words.leading | words.giving | words.irregular | forms


def may_report(text: str, end: int) -> bool:
    """Whether a verb of speech, or what may stand before one, follows at ``end``."""
    match = _NEXT_WORD.match(text, end)
    return text.startswith(_OPEN, end) if match is None else _leads(match[1])


def may_speak(text: str, end: int) -> bool:
    """The same where a phrase may stand in between: ``Roe at the end said``."""
    match = _NEXT_WORD.match(text, end)
    if match is None:
        return text.startswith(_OPEN, end)
    return match[1] in subject_words().between or _leads(match[1])


def _leads(word: str) -> bool:
    low = word.lower()
    return low in _leading_words() or low.endswith(("ly", "ed"))


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


def read_after_phrase(
    text: str, start: int, stop: int, *, tenses: tuple[str, ...] = ("past",)
) -> Reading | None:
    """The same where a phrase stands in between: ``Minister Roe in his reply stressed that``."""
    match = _NEXT_WORD.match(text, start)
    while match is not None and match[1] in _BEFORE_PHRASE:
        match = _NEXT_WORD.match(text, match.end())
    if match is None or match[1] not in subject_words().between:
        return None
    at = match.end()
    for _ in range(_LONGEST_PHRASE):
        word = _WORD_OF_PHRASE.match(text, at, stop)
        if word is None or word[1] in _NO_PHRASE:
            return None
        at = word.end()
        after = None if word[1] in _DETERMINERS else _AFTER_SUBJECT.match(text, at, stop)
        reading = _reading(text, after, stop, tenses) if after else None
        if reading is not None:
            return reading
    return None


def _reading(text: str, match: re.Match[str], stop: int, tenses: tuple[str, ...]) -> Reading | None:
    """The verb that ``match`` has found after a subject, if it reports speech."""
    perfect = match.group("aux") is not None
    word, (start, end) = match.group("verb"), match.span("verb")
    for tense in (*tenses, "passive") if perfect else tenses:
        reading = fits(text, word, start, end, stop, tense, perfect)
        if reading:
            return reading
    if perfect:  # "had an exchange of views": no auxiliary
        end = match.end("aux")
        word = match.group("aux").strip()
        found = fits(text, word, end - len(word), end, stop, "past", False)
        if found:
            return found
    if "past" not in tenses:
        return None
    return (
        _read_linked(text, match.start(), stop)
        or _read_progressive(text, match.start(), stop)
        or _read_object(text, word, start, end, stop)
        or read_clause(text, word, start, end, stop)
    )


@cache
def _objects() -> re.Pattern[str]:
    """What is said, as the object of any verb: ``laid stress``, ``struck a note of caution``."""
    nouns = "|".join(sorted(subject_words().said, key=len, reverse=True))
    return re.compile(
        r"\s+(?!no (?:\w+ )?comments?\b)"
        r"(?:(?:an?|the|his|her|its|their|some|no|much|every|great|particular)\s+)?"
        r"(?:[A-ZÀ-ÞĀ-ɏ][\w.-]*(?:\s[A-ZÀ-ÞĀ-ɏ][\w.-]*)?[’']s?\s+)?"
        rf"(?:(?!(?:from|by|to|at|with|for|of|up|off|away)\b)[a-z-]+(?:[’']s)?\s+){{0,2}}(?:note\s+of\s+)?(?:{nouns})\b"
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
    if _SIGNS_OF_LINKS.search(text, start, start + WINDOW) is None:
        return None
    match = _linked().match(text, start, stop)
    if match is None:
        return None
    word = match.group("verb")
    if match.group("link") in _SILENT and word in subject_words().silences:
        return None
    reading = fits(text, word, *match.span("verb"), stop, "plural", False)
    return replace(reading, tense="past") if reading else None


def _read_progressive(text: str, start: int, stop: int) -> Reading | None:
    """The verb in ``are looking forward``."""
    match = _PROGRESSIVE.match(text, start, stop) if "ing" in text[start : start + 60] else None
    if match is None:
        return None
    reading = fits(text, match.group("verb"), *match.span("verb"), stop, "gerund", False)
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
        for verb in forms_of()["passive"].get(word, ()):
            if verb.needs is not None:
                # In the passive the object stands before: "views were exchanged".
                known = _PLAIN.match(text, match.end(), stop) if verb.base == "make" else None
                if (
                    verb.near
                    and known is None
                    and not verb.needs.search(text[start : match.start()].lower())
                ):
                    continue
                by = _BY_WHOM.match(text, match.end(), stop)  # "it was observed by Roe that"
                fits_here = verb.needs.match(text, by.end() if by else match.end(), stop)
                if not verb.near and not fits_here:
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
            reading = fits(
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
    return fits(text, match.group("verb"), *match.span("verb"), stop, "gerund", False)


def noun_lead(before: str) -> str | None:
    """The noun if ``before`` ends in ``Statements by``, ``Response from`` and the like."""
    match = _NOUN.search(before)
    return match.group("noun").lower() if match else None
