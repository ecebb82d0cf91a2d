"""For which country those on a list sat: under ``Norway:``, ``The Omani side``, ``For Oman``.

A *head* is a line that is a country, with a word for its people perhaps. A *bench* is the lines
under it, or what stands behind it on its line: whoever is listed there is of that country.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from ..names.rolls import lines_of, person_in, rows_of
from ..names.tokens import vocabulary
from ..particulars.listing import ADDRESSED
from ..speech.sides import in_order
from ..words.wording import Wording
from .countries import country_of, first_words, is_name

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["benches", "of_benches"]

_PEOPLE = (
    r"(?:side|delegation|participants|representatives?|team|members|officials|delegates|party"
    r"|government|attendees|mission|section)"
)
_HEAD = re.compile(
    r"[ \t>]*(?:(?:[-*•·–]|\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]|#{1,5})[ \t]+)?[*_]{0,3}[(\[]?"
    r"(?:(?:[Oo]n|[Ff]or|[Ff]rom|[Bb]y|ON|FOR|FROM) )?(?:(?:[Tt]he|THE) )?"
    rf"(?P<of>(?i:(?:government )?{_PEOPLE}) (?i:of|from|for) )?(?:(?:[Tt]he|THE) )?"
    r"(?:(?i:government of) (?:the )?)?"
    r"(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.’'()-]*(?: (?:and |of |the )?[A-ZÀ-ÞĀ-ɏ][\w.’'()-]*){0,4}?)"
    rf"(?P<people>[’']s)?(?P<side> (?i:{_PEOPLE}))?[)\]]?[*_]{{0,3}}[ \t]*"
    r"(?P<sign>:[*_]{0,3}|[-–—])?[*_]{0,3}"
    r"(?:[ \t]*\(\d{1,2}\))?[ \t]*(?P<rest>(?<=[:–—*_-])[ \t]+\S.*)?\Z"
)
_WORD = re.compile(r"[^\W_]+")
_RULE = re.compile(r"[ \t]*(?:[-=_*~]{3,}|[-–•*])[ \t]*\Z")
"""A rule, or the sign of an item whose words stand on the next line."""
_SENTENCE = re.compile(
    r"\b(?:is|was|were|are|said|has|had|will|would|that|which|who|noted|thanked|asked|should)\b"
)
_NEXT = re.compile(r";|(?<=\)),")
_BLANKS = 1
_LONG = 70
_LONGEST = 400
_LINKS = frozenset(
    [
        "of",
        "for",
        "to",
        "the",
        "and",
        "in",
        "on",
        "at",
        "de",
        "bin",
        "al",
        "van",
        "von",
        "der",
        "a.i.",
    ]
)
_OWNED = re.compile(r"[’']s |\.{3}|/ ")
_FEW = 2


def head_of(line: str) -> tuple[str, int] | None:
    """The country that a line is the head of, and where what else is on the line begins."""
    if len(line) > _LONG and ":" not in line[:_LONG]:
        return None
    if first_words().isdisjoint(_WORD.findall(line[:_LONG].casefold())):
        return None
    match = _HEAD.match(line) if len(line) < _LONGEST else None
    if match is None:
        return None
    who = match["who"]
    if country_of(who) is None:
        who = who.strip(".")
    country = country_of(who)
    if country is None:
        return None
    if not (is_name(who) or match["side"] or match["of"]):
        return None
    if match["rest"] and match["sign"] is None:
        return None
    return country, match.start("rest") if match["rest"] else len(line)


@lru_cache(maxsize=4)
def benches(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where the benches of ``text`` begin and end, and of which country each is."""
    found: list[tuple[int, int, str]] = []
    lines = lines_of(text)
    i = 0
    while i < len(lines):
        start, end = lines[i]
        i += 1
        head = head_of(text[start:end]) if start < end else None
        if head is None:
            continue
        country, rest = head
        if start + rest < end:
            if _lists(text, start + rest, end):
                stop = end
                found.append((start + rest, stop, country))
            continue
        first = i
        while i < len(lines) and (_RULE.match(text, *lines[i]) or lines[i][0] == lines[i][1]):
            i += 1
            if i - first > _BLANKS + 1:
                break
        begin, stop, blanks = i, 0, 0
        while i < len(lines):
            a, b = lines[i]
            if a == b:
                blanks += 1
                if blanks > _BLANKS:
                    break
            elif head_of(text[a:b]) is not None or not _lists(text, a, b):
                break
            else:
                stop, blanks = b, 0
            i += 1
        if stop:
            found.append((lines[begin][0], stop, country))
    return tuple(found)


def _lists(text: str, start: int, end: int) -> bool:
    """Whether a line or the rest of one lists people, and is no sentence."""
    if text[start] == "(" and text[end - 1] == ")":
        return False  # "(Minister Roe)" over what she said
    while start < end and not text[start].isalnum():
        start += 1
    if end - start > 400 or _SENTENCE.search(text, start, end):
        return False
    words = text[start:end]
    if words[-1:] == "." and words.count(" ") > _FEW and Wording.default().has_finite_verb(words):
        return False
    first = _NEXT.search(text, start, end)
    end = first.start() if first else end
    if ADDRESSED.match(text, start) or rows_of(text, start, end):
        return True
    person = person_in(text, start, end)
    if person is not None and person[3]:
        return True
    said = [word for word in words.split() if word[0].isalpha()]
    if (
        not said
        or any(word[0].islower() and word not in _LINKS for word in said)
        or _OWNED.search(words)
    ):
        return False
    known = vocabulary()
    lows = [word.strip("();:,").lower() for word in said]
    opens = lows[0] in known.heads or lows[0] in known.prefixes or known.field(said[0], lows[0])
    return (opens or country_of(said[0]) is not None) and not known.heads.isdisjoint(lows[:6])


def of_benches(text: str, drafts: list[Draft]) -> None:
    """Those on a bench are of its country."""
    found = benches(text)
    named = in_order(drafts) if found else []
    starts = [n.start for n, _ in named]
    for start, end, country in found:
        for _, draft in named[bisect_left(starts, start) : bisect_left(starts, end)]:
            if draft.country is None:
                draft.country = country
