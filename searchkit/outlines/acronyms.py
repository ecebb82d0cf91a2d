"""Offices told by the letters of their body: ``the NSRP Director``, where the document names the
Director of the North Sea Regional Programme."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["body_letters", "stands_for"]

_LETTERS = re.compile(r"(?<![\w-])[A-Z]{2,8}(?![\w-])")
_PARTS = re.compile(r"[\w’']+")
_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "de", "la", "des", "du"})


def body_letters(role: str) -> str | None:
    """The letters of a body in an office: ``NSRP`` of ``NSRP Director``."""
    found: list[str] = _LETTERS.findall(role)
    return found[0] if len(found) == 1 and found[0] != role else None


def stands_for(letters: str, roles: Iterable[str], named: Iterable[str], low: str) -> bool:
    """Whether ``letters`` are the first ones of words of ``roles``, in small letters, or of those
    with which somebody is ``named``, or given beside a role in ``low``, the text: ``Director of
    the Metrology Bureau (OIML)``."""
    wanted = letters.lower()
    for role in roles:
        initials = "".join(part[0] for part in _PARTS.findall(role) if part not in _SMALL)
        if wanted in initials or f"{role} ({wanted})" in low:
            return True
    return any(
        letters in "".join(part[0] for part in _PARTS.findall(words) if part not in _SMALL)
        for words in named
    )
