"""Offices told by the letters of their body: ``the NSRP Director``, where the document names the
Director of the North Sea Regional Programme."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["body_letters", "initials", "stands_for", "words_before_letters"]

_LETTERS = re.compile(r"(?<![\w-])[A-Z]{2,8}(?![\w-])")
_BRACKETED = re.compile(r" \(([a-z]{2,8})\)")
_MOST = 4
"""So many places tell what letters stand for."""
_ROLE = 200
"""No role is longer, in characters."""
_PARTS = re.compile(r"[\w’']+")
_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "de", "la", "des", "du"})


def body_letters(role: str) -> str | None:
    """The letters of a body in an office: ``NSRP`` of ``NSRP Director``."""
    found: list[str] = _LETTERS.findall(role)
    return found[0] if len(found) == 1 and found[0] != role else None


def initials(words: str) -> str:
    """The first letters of ``words``, without those of small ones such as ``of``."""
    return "".join(part[0] for part in _PARTS.findall(words) if part not in _SMALL)


def words_before_letters(low: str) -> dict[str, list[str]]:
    """What stands before letters in brackets, by these: ``the metrology bureau (mb)``."""
    found: dict[str, list[str]] = {}
    for match in _BRACKETED.finditer(low):
        before = found.setdefault(match[1], [])
        if len(before) < _MOST:
            before.append(low[max(0, match.start() - _ROLE) : match.start()])
    return found


def stands_for(
    letters: str, own: Iterable[str], roles: Iterable[str], before: Iterable[str]
) -> bool:
    """Whether ``letters`` are among the ``own`` of somebody, or stand in brackets behind one of
    the ``roles``: ``Director of the Metrology Bureau (OIML)``, at the end of one of ``before``."""
    if any(letters in each for each in own):
        return True
    return any(words.endswith(tuple(filter(None, roles))) for words in before)
