"""What dresses the labels of those who speak: signs for bold, the time, a space before the colon.

``**Minister Roe**: Not yet.``, ``*Roe:* Not yet.``, ``[Roe]: Not yet.``, ``Roe> Not yet.``,
``[00:12] Roe: Not yet.``, ``Roe (00:12): Not yet.``, ``Roe : Not yet.``, ``Roe:Not yet.`` and, of
offices and in capitals, ``MINISTER ROE. Not yet.`` are one to a reader: ``Roe: Not yet.`` Several
paragraphs have to begin so, and a label to come again, since a heading does not. So are labels on
lines of their own (see ``label_lines``).
"""

from __future__ import annotations

import re
from collections import Counter

from .label_lines import AT, label_lines

__all__ = ["dress"]

_WHO = r"(?P<who>[A-ZÀ-ÞĀ-ɏ][^\n:*_\[\]|]{0,60}?)"
_ASKED = r"(?:Q\.?\d+\.?[ \t]+)?"
"""The number of a question."""
_SHUT = (
    r"(?::(?P<b>(?P=a))(?=:?\s)|(?P<c>(?P=a)(?:[ \t](?=:))?)"
    r"(?=(?:[ \t]*(?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\])){0,2}[ \t]*:\s))"
)
"""The end of a bold label, with brackets before its colon perhaps: ``**Ms. Roe** (Norway):``"""
_CLOCK = re.compile(r":\d\d")
_OFFICES = (
    "President|Prime Minister|Minister|Secretary|Chancellor|Chairman|Premier|Governor|General"
)
_GLUE = re.compile(r"[\w)]:[A-Z“\"‘]")
_SEEN = {"colon": ":", "glued": ": ", "stop": ":"}
"""What a reader sees for a part that is no mere dress."""
_DRESSED: tuple[tuple[str | re.Pattern[str], str], ...] = (
    ("*", rf"^{_ASKED}(?P<a>\*{{1,3}}){_WHO}{_SHUT}"),
    ("_", rf"^{_ASKED}(?P<a>_{{1,2}}){_WHO}{_SHUT}"),
    (_CLOCK, rf"^(?P<a>{AT}(?:[ \t]*[-–—|>]+)?[ \t]+){_WHO}(?=:\s)"),
    (_CLOCK, rf"^{_WHO}(?P<a>(?:,|[ \t]+[-–—|])?[ \t]*{AT})(?=:\s)"),
    ("]:", rf"^(?P<a>\[){_WHO}(?P<b>\])(?=:\s)"),
    (" :", rf"^{_WHO}(?P<a>[ \t])(?=:[ \t])"),
    (">", r"^(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.'’ -]{0,30}?)(?P<a>)(?P<colon>>)(?=[ \t])"),
    (
        ". ",
        rf"^(?P<who>(?:THE )?(?:[A-Z]{{4,}} ){{0,2}}(?:{_OFFICES.upper()})"
        r"(?: [A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ’'-]+){0,3}|(?:The (?:Vice )?)?"
        rf"(?:{_OFFICES})|(?:(?:Vice |Foreign )?(?:{_OFFICES})|Ambassador|Senator)"
        r" [A-ZÀ-ÞĀ-ɏ][\w’'-]+|(?:MRS?|MS|DR|Mrs?|Ms|Dr)\. [A-ZÀ-ÞĀ-ɏ][\w’'-]+)"
        r"(?P<a>)(?P<stop>\.)(?=[ ]+[\"“(\[]?[A-ZÀ-ÞĀ-ɏ])",
    ),
    (_GLUE, r"^(?P<who>[A-ZÀ-ÞĀ-ɏ][^\n:*_\[\]|]{1,100}?)(?P<a>)(?P<glued>:)(?=[A-Z“\"‘])"),
)
"""Each with a sign without which a text has none of its kind."""
_BOLD = frozenset({"**", "__"})
_SEVERAL = 3


def dress(text: str) -> list[tuple[int, int, str]]:
    """The stretches of ``text`` that dress labels, in order, each with what a reader sees there."""
    found = label_lines(text)
    colons = text.count(":")
    for sign, pattern in _DRESSED:
        if not isinstance(sign, str) and colons < _SEVERAL:
            continue  # each of these has one
        if (text.count(sign) if isinstance(sign, str) else len(sign.findall(text))) < _SEVERAL:
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
            for part, words in parts:
                if part != "who" and words:
                    found.append((*label.span(part), _SEEN.get(part, "")))
    return _joined(found)


def _joined(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """What was found, in order, as one where labels are dressed in two ways at once."""
    joined: list[tuple[int, int, str]] = []
    for start, end, seen in sorted(found):
        if joined and start < joined[-1][1]:
            first, last, above = joined.pop()
            start, end, seen = first, max(last, end), above or seen
        joined.append((start, end, seen))
    return joined


def _name(label: re.Match[str]) -> str:
    return " ".join(label["who"].casefold().split())
