"""What is said told by a clause, with whatever verb: ``signalled that``, ``took care to say that``.

So much more tells that somebody speaks than any list of verbs holds: a regular verb that a clause
follows (``reckoned that cod was dear``), a noun for an opinion before one (``advanced the argument
that``), or a verb of speech some words further on (``lost no time in adding that``).
"""

from __future__ import annotations

import re
from functools import cache

from ..speech.subject import subject_words
from ..speech.verbs import Reading, Verb, fits, forms_of

__all__ = ["read_clause"]

_REACH = 90
"""So near is the clause, in characters."""
_AUXILIARY = (
    "(?:was|were|is|are|had|has|have|would|could|should|might|must|will|can|may|did|does|be)"
)
_WHEN = "(?:year|month|week|day|night|morning|afternoon|evening|summer|winter|spring|autumn|way)"
_FURTHER_CLAUSE = "(?:which|who|where|when|while|until|because|since|although|though)"
_CLAUSE = (
    r" that,? (?:(?:the|an?|it|he|she|they|there|this|these|those|his|her|its|their|our|we|I|you"
    r"|all|both|some|no|many|most|such|any|each|every|if|in|on|at|by|with|for|from|as|when|while"
    r"|although|though|because|since|after|before|what|[A-ZÀ-ÞĀ-ɏ][\w.’'-]*|\d[\d.,]*)[, ]"
    rf"|(?!{_WHEN}\b)[a-z-]+,? (?:(?!(?:and|or|but) {_AUXILIARY}\b|{_FURTHER_CLAUSE}\b)[\w’'-]+ )"
    rf"{{0,6}}?{_AUXILIARY}\b)"
)
"""What tells ``signalled that cod was dear`` from ``crossed that river and was late``."""
_AT_ONCE = re.compile(rf"(?: [a-z]+ly| with [a-z]+| in (?:this|that) [a-z]+)?{_CLAUSE}")
_FURTHER = re.compile(
    r" (?:(?!that\b|whether\b|who\b|which\b)[\w’'-]+ ){0,7}?"
    r"(?:to (?:[a-z]+ly |also )?(?P<base>[a-z]+)|(?:of|in|by|at|with|from|kept|went on)"
    rf" (?P<gerund>[a-z]+ing))(?: out| up| [a-z]+ly)?{_CLAUSE}"
)
_GOES_ON = re.compile(rf" (?:on )?(?P<gerund>[a-z]+ing)(?: out| up| [a-z]+ly)?{_CLAUSE}")
_GOING_ON = frozenset({"kept", "went", "resumed", "repeated"})


@cache
def _opinion() -> re.Pattern[str]:
    nouns = "|".join(sorted(subject_words().opinions, key=len, reverse=True))
    return re.compile(rf" (?:(?!that\b|who\b|which\b)[\w’'-]+ ){{0,5}}?(?:{nouns}){_CLAUSE}")


def read_clause(text: str, word: str, start: int, end: int, stop: int) -> Reading | None:
    """The verb of speech whose object is a clause, if ``word`` at ``text[start:end]`` leads to it.

    ``word`` comes first after a subject.
    """
    at = text.find(" that", end, min(stop, end + _REACH))
    if at < 0:
        return None
    regular = word.endswith("ed")
    if not (regular or word in subject_words().irregular):
        return None
    said = Verb(word, "c", None, False)
    if regular and word not in subject_words().unsaid and _AT_ONCE.match(text, end, stop):
        listed = forms_of()["past"].get(word, ())
        if not any("j" in verb.flags for verb in listed):
            return Reading(said, "past", start, end, word)
    if word not in subject_words().getting and _opinion().match(text, end, stop):
        return Reading(said, "past", start, end, word)
    further = _FURTHER.match(text, end, stop)
    if further is None and word in _GOING_ON:
        further = _GOES_ON.match(text, end, stop)
    if further is None:
        return None
    group = further.lastgroup or "gerund"
    tense = "plural" if group == "base" else "gerund"
    found = fits(text, further[group], *further.span(group), stop, tense, False)
    if found is None or "c" not in found.verb.flags:
        return None
    return Reading(found.verb, "past", found.start, found.end, found.mode)
