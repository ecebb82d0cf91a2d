"""Surnames that nothing but what their bearers say makes known: ``Roe replied that``.

A *sayer* is a capitalised word right before a verb of nothing but speech, in a clause of its own.
It is taken for a surname if the text has it so twice, or once where others speak too; a body, a
place, a people or any word that the text has in small letters says nothing here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from .naming import Naming, fold
from .reporting import may_report, read_verb, subject_words
from .tokens import Tokens

__all__ = ["read_sayers"]

_SURNAME = re.compile(
    r"(?:(?:Mc|Mac|De|Di|Du|La|Le|O['’]|Fitz|Van)?[A-ZÀ-Þ][a-zà-þ]{2,}(?:[-'’][A-ZÀ-Þ][a-zà-þ]+)*)\Z"
)
_BEGINS = frozenset({".", "?", "!", ",", ";", ":", ")", "”", '"', "]"})
_JOINTS = frozenset({"and", "but", "that", "when", "while", "as", "then", "whereupon", "which"})
_TWICE = 2
_REACH = 120


def read_sayers(tokens: Tokens, namings: Sequence[Naming]) -> list[Naming]:
    """Those who speak by their bare surname, and are not among ``namings``.

    One who speaks once counts where somebody else does too, who may be of ``namings``.
    """
    found: dict[str, list[Naming]] = {}
    small = {word for word in set(tokens.words) if word.islower()}
    for i, word in enumerate(tokens.words):
        if not word[0].isupper() or not may_report(tokens.text, tokens.ends[i]):
            continue
        if not _SURNAME.match(word) or not tokens.in_block(i) or _known(tokens, i, small):
            continue
        if not _says(tokens, i):
            continue
        before = tokens.words[i - 1] if tokens.joined(i) else "."
        if before not in _BEGINS and before.lower() not in _JOINTS:
            continue
        start, end = tokens.starts[i], tokens.ends[i]
        found.setdefault(fold(word), []).append(Naming(start, end, (word,), tail=end))
    speak = Counter({word: len(group) for word, group in found.items()})
    others = any(
        naming.name and read_verb(tokens.text, naming.tail, naming.tail + _REACH) is not None
        for naming in namings
    )
    several = len(speak) > 1 or others
    return [
        naming
        for word, group in found.items()
        if len(group) >= _TWICE or several
        for naming in group
    ]


def _says(tokens: Tokens, i: int) -> bool:
    """Whether a verb of nothing but speech follows token ``i``, with what is said."""
    end = tokens.ends[i]
    reading = read_verb(tokens.text, end, end + _REACH)
    return reading is not None and "s" in reading.verb.flags and reading.start - end < 30


@cache
def _bodies() -> frozenset[str]:
    return frozenset(body.lower() for body in subject_words().bodies)


def _known(tokens: Tokens, i: int, small: set[str]) -> bool:
    """Whether token ``i`` is a word that is no surname."""
    low, known, subjects = tokens.lows[i], tokens.known, subject_words()
    return (
        low in small
        or low in known.no_speakers
        or low in known.no_surnames
        or low in known.plurals
        or low in known.bodies
        or low in subjects.several
        or low in subjects.one
        or low in _bodies()
        or low in subjects.pronouns
        or tokens.field(i)
        or tokens.starts[i] in tokens.place_at
        or tokens.ends[i] in tokens.place_to
    )
