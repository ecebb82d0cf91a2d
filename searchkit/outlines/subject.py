"""A subject of a verb of speech, the words that show one, and the names of sides.

A *subject* carries the speaker it stands for, if that is known without looking back: a person's
canonical name, ``Russian side``, or ``Both sides`` for several together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .countries import adjective_of, country_of, is_name

__all__ = ["Subject", "SubjectWords", "side_name", "subject_words"]


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
