"""Fronts composed of parts in any order and spacing: what stands around a title is none of it."""

from __future__ import annotations

from fronts import compose
from heads import head_of

_DOCUMENTS = 160
_MISREAD = 2
"""So many of them at most tell a title otherwise: where lines by themselves tell no more."""


def test_titles_kinds_and_days_whatever_stands_around_them() -> None:
    misread = []
    for seed in range(_DOCUMENTS):
        text, told = compose(seed)
        head = head_of(text)
        found = {field: head[field] for field in told}
        if found != told:
            misread.append((seed, told, found))
    assert len(misread) <= _MISREAD, misread
