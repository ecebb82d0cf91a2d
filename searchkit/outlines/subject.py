"""A subject of a verb of speech, and the names of sides.

A *subject* carries the speaker it stands for, if that is known without looking back: a person's
canonical name, ``Russian side``, or ``Both sides`` for several together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .countries import adjective_of, country_of, is_name

__all__ = ["Subject", "side_name"]


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
