"""Verbs that report that somebody says, asks, agrees, thanks and the like, in all their forms.

They stand in ``data/reporting_verbs.tsv``, with what must follow some of them (``pointed`` ``out``;
``extended`` an ``invitation``). A *reading* is one verb in one form at one place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

__all__ = ["ADVERB", "WINDOW", "Reading", "Verb", "fits", "forms_of", "verb_forms"]

_DAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
ADVERB = (
    rf"(?:(?:(?:earlier|late|early|later|here) )?(?:today|yesterday|tonight|{_DAY})|(?:this|last"
    r"|later that|earlier this|the same|later the same) (?:morning|afternoon|evening|night|day|week"
    r"|month|year)|(?:time|again) and again|very much|as well|also|then|thereupon|further|"
    r"furthermore|moreover|again|"
    r"once again|once more|additionally|first|second|"
    r"next|later|meanwhile|in turn|in response|in reply|in addition|in this regard|in this context|"
    r"in particular|at the same time|for (?:his|her|its|their) part|"
    r"on (?:his|her|its|their) (?:part|side)|too|both|all|each|once|still|just|so|thus|therefore|"
    r"always|already|now|ever|never|twice|here|yet|even|quite|earlier|formerly|likewise"
    r"|nevertheless|nonetheless|instead|indeed|thereafter|afterwards|alone|though|however"
    r"|himself|herself|itself|themselves|[a-z]+ly)"
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
_BY_GERUND = re.compile(
    r"\s+(?:(?:his|her|the|this|that) (?:\w+ )?\w+ )?by\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]+ing)\b"
)
_KEEPS = frozenset({"stand", "abide"})
"""Verbs with ``by`` that tell what somebody keeps to, not what he does first: ``stood by it``."""
WINDOW = 110
_NOT = re.compile(r"\bnot (?:\w+ ){0,2}\Z")
_NEAR = 30


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


_TENSES = "past", "passive", "gerund", "present", "plural"


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


def _regular(base: str) -> tuple[tuple[str, str], ...]:
    """The forms of a regular verb, each with its tense."""
    past = _past(base)
    forms = past, past, _gerund(base), _third(base), base
    return tuple(zip(_TENSES, forms, strict=True))


@cache
def forms_of() -> dict[str, dict[str, list[Verb]]]:
    """Verbs by tense and form."""
    forms: dict[str, dict[str, list[Verb]]] = {tense: {} for tense in _TENSES}
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
        if base.endswith("ize"):
            # In British spelling too: "emphasised"
            for tense, form in _regular(base[:-2] + "se"):
                forms[tense].setdefault(form, []).append(verb)
        irregular_forms = past, participle, gerund, "", ""
        for (tense, form), other in zip(_regular(base), irregular_forms, strict=True):
            forms[tense].setdefault(other or form, []).append(verb)
        if base == "be":
            forms["plural"].setdefault("am", []).append(verb)  # "I am sure that"
            forms["present"].setdefault("is", []).append(verb)
    return forms


@cache
def verb_forms() -> frozenset[str]:
    """Every form of every verb that reports."""
    return frozenset(form for forms in forms_of().values() for form in forms)


def fits(
    text: str, word: str, start: int, end: int, stop: int, tense: str, perfect: bool
) -> Reading | None:
    forms = forms_of()[tense]
    for verb in forms.get(word) or forms.get(word.removeprefix("re-"), []):
        mode = word
        if "n" in verb.flags and not _NOT.search(text, max(0, start - _NEAR), start):
            continue
        if verb.needs is not None:
            if verb.near:
                if not verb.needs.search(text, end, min(stop, end + WINDOW)):
                    continue
                following = _FOLLOWING.match(text, end, stop) or _CLEAR.match(text, end, stop)
                mode = word + " " + " ".join(following.group().split()) if following else word
            else:
                follows = verb.needs.match(text, end, stop)
                if follows is None and "c" in verb.flags and _QUOTE.match(text, end, stop):
                    return Reading(verb, tense, start, end, word, perfect)
                if (
                    follows is None
                    and verb.base in _PARENTHETIC
                    and text[end : end + 1] in (",", ".")
                ):
                    return Reading(verb, tense, start, end, word, perfect)
                if follows is None:
                    continue
                particle = follows.group("word")
                if particle.endswith("by") and verb.base not in _KEEPS:
                    gerund = _BY_GERUND.match(text, end, stop)
                    if gerund is None or gerund.group("verb") not in forms_of()["gerund"]:
                        continue
                    word, start, end = (
                        gerund.group("verb"),
                        gerund.start("verb"),
                        gerund.end("verb"),
                    )
                    found = fits(text, word, start, end, stop, "gerund", perfect)
                    if found is None:
                        continue
                    return Reading(found.verb, tense, start, end, found.mode, perfect)
                if particle in _PARTICLES:
                    mode = f"{word} {particle.removesuffix(' to')}"
        return Reading(verb, tense, start, end, mode, perfect)
    return None
