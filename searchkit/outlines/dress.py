"""What dresses the labels of those who speak: signs for bold, the time, a space before the colon.

``**Minister Roe**: Not yet.``, ``*Roe:* Not yet.``, ``[00:12] Roe: Not yet.``, ``Roe (00:12): Not
yet.`` and ``Roe : Not yet.`` are one to a reader: ``Roe: Not yet.`` Several paragraphs have to
begin so, and a label to come again, since a heading does not.
"""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["dress"]

_WHO = r"(?P<who>[A-ZÀ-Þ][^\n:*_\[\]|]{1,60}?)"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?"
_DRESSED = (
    ("*", rf"^(?P<a>\*{{1,3}}){_WHO}(?::(?P<b>(?P=a))|(?P<c>(?P=a)[ \t]?)(?=:))(?=:?\s)"),
    ("_", rf"^(?P<a>_{{1,2}}){_WHO}(?::(?P<b>(?P=a))|(?P<c>(?P=a)[ \t]?)(?=:))(?=:?\s)"),
    ("]", rf"^(?P<a>[\[(]{_TIME}[\])][ \t]+){_WHO}(?=:\s)"),
    (":", rf"^{_WHO}(?P<a>[ \t]*[\[(]{_TIME}[\])])(?=:\s)"),
    (" :", rf"^{_WHO}(?P<a>[ \t])(?=:[ \t])"),
)
"""Each with a sign without which a text has none of its kind."""
_BOLD = frozenset({"**", "__"})
_SEVERAL = 3


def dress(text: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` that dress labels, in order."""
    found: list[tuple[int, int]] = []
    for sign, pattern in _DRESSED:
        if text.count(sign) < _SEVERAL:
            continue
        labels = list(re.finditer(pattern, text, re.MULTILINE))
        names = Counter(map(_name, labels))
        if len(labels) < _SEVERAL or max(names.values()) < (2 if len(names) > 1 else _SEVERAL):
            continue
        turns = [label.start() for label in labels if names[_name(label)] > 1]
        for label in labels:
            parts = label.groupdict().items()
            if label["a"] in _BOLD and not turns[0] <= label.start() <= turns[-1]:
                continue  # "**Contact:** Jane Roe", before or after what is said
            found += [label.span(part) for part, words in parts if part != "who" and words]
    return sorted(found)


def _name(label: re.Match[str]) -> str:
    return " ".join(label["who"].casefold().split())
