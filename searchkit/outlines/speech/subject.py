"""A subject of a verb of speech, the words that show one, and the names of sides.

A *subject* carries the speaker it stands for, if that is known without looking back: a person's
canonical name, ``Russian side``, or ``Both sides`` for several together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..lands.countries import adjective_of, country_of, is_name

__all__ = ["Subject", "SubjectWords", "is_agent", "side_name", "subject_words", "with_owner"]

_OWNER = re.compile(
    r"(?:\b[Tt]he )?\b(?P<of>[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: (?:(?:of"
    r"|and) (?:the )?)?[A-ZÀ-ÞĀ-ɏ][\w.-]*){0,3})[’']s? \Z"
)
_OWNERS = ("’s ", "'s ", "s’ ", "s' ")
_REACH = 50
_SAID_BY = re.compile(r"[\"”’,][ \n][a-z]+ (?:the|his|her) (?:[\w-]+ ){0,3}[\w-]*\Z")


@dataclass(slots=True)
class Subject:
    """``text[start:end]`` may be who says something; ``kind`` is person, title, side, country,
    joint, others, pronoun, it or counterpart. ``speaker`` is ``None`` for the last four and for
    offices whose holder is not named; ``members`` are the speakers that ``and`` joins to one."""

    start: int
    end: int
    kind: str
    speaker: str | None
    form: str = ""
    members: tuple[str | None, ...] = ()


def side_name(words: str) -> str:
    """The name of a side: ``Japan`` and ``Japanese`` give ``Japanese side``; others stay."""
    words = re.sub(r"\s+", " ", words)
    country = country_of(words)
    # "U.S. side" and "American side" are one.
    other = country is not None and (is_name(words) or words.isupper())
    return f"{adjective_of(country) if country and other else words} side"


def is_agent(text: str, end: int) -> bool:
    """Whether ``by`` or ``from`` stands a few words before ``end``."""
    before = text[max(0, end - 45) : end]
    if text.startswith(" that ", end) and " of " in before:
        return True  # "it was the view of the two ministers that"
    if text.startswith((" it was ", " there was "), end):
        return before.rpartition(".")[2].lstrip().startswith(("On the ", "From the ", "By the "))
    if text.startswith((" that ", " how ", " whether "), end) and " on the " in before:
        return True  # "it was felt on the Norwegian side that"
    if text.startswith(" who ", end) and "t was " in before:
        return True  # "it was the guest who asked"
    if text[end : end + 1] in ".," and _SAID_BY.search(before):
        return True  # "“Not yet,” said the guest."
    return " by " in before or "rom " in before or "By " in before


def with_owner(text: str, start: int) -> int:
    """Where an office at ``start`` begins with its country: ``Norway's Minister Roe``."""
    if not text.endswith(_OWNERS, 0, start):
        return start
    at = max(0, start - _REACH)
    while (match := _OWNER.search(text, at, start)) is not None:
        if country_of(match["of"]):
            return match.start()
        at = text.find(" ", match.start(), start) + 1  # "In Norway's"
    return start


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
    between: frozenset[str]
    links: frozenset[str]
    silences: frozenset[str]
    said: frozenset[str]
    giving: frozenset[str]
    getting: frozenset[str]
    opinions: frozenset[str]
    unsaid: frozenset[str]
    irregular: frozenset[str]


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
