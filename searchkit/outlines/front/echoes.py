"""Echoes: what of a line above a text the text says again.

A title does not stand alone: the text tells of the same people and places. A motto, the name of a
series or of another event is not heard of again.
"""

from __future__ import annotations

import re

from ... import analysis
from ..words.gates import lowered
from ..words.wording import Wording

__all__ = ["echo", "words_of"]

_WORD = re.compile(r"[^\W_]+")
_LEAST = 3
_SAMPLE = 8000
"""A text says of what it is about among so many characters."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in small letters, without the ``s`` of more than one."""
    return frozenset(map(_plain, set(_WORD.findall(lowered(text)[:_SAMPLE]))))


def echo(line: str, said: frozenset[str], wording: Wording) -> float | None:
    """Which share of a line's telling words is ``said`` again; ``None`` if it has none of them.

    Small words, offices and what all titles have tell nothing.
    """
    telling = {
        _plain(word)
        for word in _WORD.findall(line.lower())
        if len(word) >= _LEAST
        and not word.isdigit()
        and word not in analysis.stop_words()
        and word not in wording.promising
        and word not in wording.offices
        and word not in wording.before_office
        and word.removesuffix("s") not in wording.offices
    }
    return len(telling & said) / len(telling) if telling else None


def _plain(word: str) -> str:
    return word.removesuffix("s") if len(word) > _LEAST else word
