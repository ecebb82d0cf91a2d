"""What dresses the labels of those who speak: signs for bold, the time, a space before the colon.

``**Minister Roe**: Not yet.``, ``*Roe:* Not yet.``, ``[Roe]: Not yet.``, ``Roe> Not yet.``,
``[00:12] Roe: Not yet.``, ``Roe (00:12): Not yet.``, ``Roe : Not yet.``, ``Roe:Not yet.`` and
``Roe``, with the time or without, on the line above are one to a reader: ``Roe: Not yet.`` Several
paragraphs have to begin so, and a label to come again, since a heading does not.
"""

from __future__ import annotations

import re
from collections import Counter

from .tokens import every_given_name
from .wording import Wording

__all__ = ["dress"]

_WHO = r"(?P<who>[A-ZÀ-ÞĀ-ɏ][^\n:*_\[\]|]{1,60}?)"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_AT = rf"(?:[\[(]{_TIME}[\])]|{_TIME})"
_ASKED = r"(?:Q\.?\d+\.?[ \t]+)?"
"""The number of a question."""
_SHUT = (
    r"(?::(?P<b>(?P=a))(?=:?\s)|(?P<c>(?P=a)(?:[ \t](?=:))?)"
    r"(?=(?:[ \t]*(?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\])){0,2}[ \t]*:\s))"
)
"""The end of a bold label, with brackets before its colon perhaps: ``**Ms. Roe** (Norway):``"""
_CLOCK = re.compile(r":\d\d")
_GLUE = re.compile(r"[\w)]:[A-Z“\"‘]")
_SEEN = {"colon": ":", "glued": ": "}
"""What a reader sees for a part that is no mere dress."""
_DRESSED: tuple[tuple[str | re.Pattern[str], str], ...] = (
    ("*", rf"^{_ASKED}(?P<a>\*{{1,3}}){_WHO}{_SHUT}"),
    ("_", rf"^{_ASKED}(?P<a>_{{1,2}}){_WHO}{_SHUT}"),
    (_CLOCK, rf"^(?P<a>{_AT}(?:[ \t]*[-–—|>]+)?[ \t]+){_WHO}(?=:\s)"),
    (_CLOCK, rf"^{_WHO}(?P<a>(?:,|[ \t]+[-–—|])?[ \t]*{_AT})(?=:\s)"),
    ("]:", rf"^(?P<a>\[){_WHO}(?P<b>\])(?=:\s)"),
    (" :", rf"^{_WHO}(?P<a>[ \t])(?=:[ \t])"),
    (">", r"^(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.'’ -]{0,30}?)(?P<a>)(?P<colon>>)(?=[ \t])"),
    (_GLUE, r"^(?P<who>[A-ZÀ-ÞĀ-ɏ][^\n:*_\[\]|]{1,100}?)(?P<a>)(?P<glued>:)(?=[A-Z“\"‘])"),
)
"""Each with a sign without which a text has none of its kind."""
_OVER = re.compile(
    rf"^(?P<a>\*\*|__)?(?P<before>{_AT}(?:[ \t]*[-–—|>]+)?[ \t]+)?"
    r"(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.'’-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.'’-]*| of| for| and| the){0,6})"
    rf"(?P<gap>(?:(?:,|[ \t]+[-–—|])?[ \t]+{_AT})?(?::?(?:\*\*|__)?:?)"
    rf"(?:\n{_AT})?\n{{1,2}})"
    r"(?=[A-ZÀ-ÞĀ-ɏ“\"‘(\[…][^\n]*(?:[.?!…,](?:[ ”\"’)]|$)|[^\n]{40}))",
    re.MULTILINE,
)
_UNNAMED = frozenset({
    "question", "answer", "moderator", "journalist", "reporter", "interpreter", "host",
    "interviewer", "q", "a"
})  # fmt: skip
_BOLD = frozenset({"**", "__"})
_SEVERAL = 3


def dress(text: str) -> list[tuple[int, int, str]]:
    """The stretches of ``text`` that dress labels, in order, each with what a reader sees there."""
    found = _over_words(text)
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


def _over_words(text: str) -> list[tuple[int, int, str]]:
    """The ends of lines between labels and words: ``Minister Roe`` over ``Not yet.``

    Two who speak so take turns.
    """
    over = list(_OVER.finditer(text))
    if len(over) < _SEVERAL:
        return []
    sure = [who for who in dict.fromkeys(m["who"] for m in over) if _speaks(text, who)]
    named = {who.rpartition(" ")[2].casefold() for who in sure}
    loud = any(who.isupper() for who in sure)
    labels = [
        label
        for label in over
        if label["who"].rpartition(" ")[2].casefold() in named or (loud and label["who"].isupper())
    ]
    names = Counter(map(_name, labels))
    again = sum(count > 1 for count in names.values())
    # With a colon or the time beside each, or where "Question" is one of them, it is enough that
    # one comes again: so no heading stands.
    plain = any(not (m["before"] or m["gap"].strip("*_\n")) for m in labels)
    if again < (2 if plain and _UNNAMED.isdisjoint(names) else 1) or len(names) < 2:
        return []
    turns = [label.start() for label in labels if names[_name(label)] > 1]
    found: list[tuple[int, int, str]] = []
    for label in labels:
        if turns[0] <= label.start() <= turns[-1]:
            found += [(*label.span(part), "") for part in ("a", "before") if label[part]]
            found.append((*label.span("gap"), ": "))
    return found


def _speaks(text: str, who: str) -> bool:
    """Whether a label tells an office, a form of address or nobody by name; or a surname that
    stands behind one, or behind a first name, elsewhere."""
    words = [word.strip(".,").casefold() for word in who.split()]
    if words[0] in _UNNAMED or _is_style(words):
        return True
    if len(words) > 1:
        return words[0] in every_given_name()
    led = re.finditer(rf"\b([A-ZÀ-ÞĀ-ɏ][\w’'-]*\.?) {re.escape(who)}\b", text)
    return any(
        _is_style([before]) or before in every_given_name()
        for before in {match[1].strip(".").casefold() for match in led}
    )


def _is_style(words: list[str]) -> bool:
    """Whether words in small letters are an office or a form of address."""
    wording = Wording.default()
    return words[0] in wording.forms or not wording.offices.isdisjoint(words[:3])


def _name(label: re.Match[str]) -> str:
    return " ".join(label["who"].casefold().split())
