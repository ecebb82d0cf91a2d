"""Labels of turns that no sign sets off, as parliaments print them: ``Mr Roe I do accept it.``

Such a *label* is a name at the start of a paragraph, with what is in brackets after it (``Jane Roe
(Wye) (Lab)``), or an office with its holder in brackets; a capital letter follows, with which the
words begin. Prose has no name before a capital, so that several such paragraphs show turns. A
*member* is named with a seat and a party.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..names.naming import Naming
from ..names.tokens import Tokens, vocabulary
from ..sections.layout import Block

__all__ = ["read_members", "read_stopped", "stopped_labels", "unsigned_labels"]

_MEMBER = re.compile(
    r"(?:(?:Sir|Dame|Dr|Mr|Mrs|Ms|Miss|Lord|Lady)\.? )?"
    r"(?P<name>[A-ZÀ-ÞĀ-ɏ][\w.’'-]+(?: (?:de |van |von |der |al )*[A-ZÀ-ÞĀ-ɏ][\w’'-]+){1,3})"
    r" \([A-ZÀ-ÞĀ-ɏ][\w&’' ,.-]{2,50}\)(?: \([A-ZÀ-ÞĀ-ɏ][\w/. -]{0,30}\))+:?(?= )"
)
_BRACKETS = re.compile(r"(?:\s*[(\[][^()\[\]\n]{1,80}[)\]])*")
_OFFICE = re.compile(r"(?:The )?[A-ZÀ-ÞĀ-ɏ][\w’',&-]*(?: [\w’',&-]+){0,20} \(")
_CLOSES = re.compile(r"\)(?: \([^()\n]{1,40}\))*")
_WORDS = re.compile(r"[ \t]+(?=[\"“‘'\[(]?(?:[A-ZÀ-ÞĀ-ɏ]|\d))|[ \t]*\n\s*(?=[\w\"“‘'\[(])")
_ALONE = re.compile(
    r"The (?P<who>[A-ZÀ-ÞĀ-ɏ][\w-]*(?: (?:[A-ZÀ-ÞĀ-ɏ][\w-]*|of|for|the|and)){0,9})(?=[ \t]*\n)"
)
"""An office alone on a line above what its holder says: ``The Minister of Ports``."""
_ENDS = frozenset('.!?…)"”]—–-')
_PRESIDES = re.compile(
    r"(?:(?:Mr|Madam|Mrs|Ms|The|MR|MADAM|MRS|MS|THE)\.? )?(?:(?:Deputy|DEPUTY|Acting|ACTING) )?"
    r"(?:Speaker|Chair\w*|President|SPEAKER|CHAIR[A-Z]*|PRESIDENT)(?= )"
)
_SURNAME = r"[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ]+(?:[-’'][A-ZÀ-ÞĀ-ɏ]?[a-zà-ÿĀ-ɏḀ-ỿ]+)*"
_STOPPED = re.compile(rf"(?P<who>{_SURNAME})\.[ \t]+(?=[A-ZÀ-ÞĀ-ɏ“\"(])")
_NAMED = re.compile(rf"(?:\b[A-ZÀ-ÞĀ-ɏ]\.|[A-ZÀ-ÞĀ-ɏ][\w’'-]+\.?) ?({_SURNAME})\b")
_INITIALLED = re.compile(rf"\b(?P<initials>(?:[A-ZÀ-ÞĀ-ɏ]\. ?){{1,3}})(?P<who>{_SURNAME})\b")
_TWO = 2
_LEAST = 3
"""So many paragraphs begin so where turns are told,"""
_PART = 4
"""and one of so many."""


def read_members(tokens: Tokens) -> list[Naming]:
    """Those who speak with their seat and party: ``Jane Roe (Wye) (Lab) What steps``."""
    text = tokens.text
    found: list[Naming] = []
    for start in tokens.blocks if ") (" in text else ():
        match = _MEMBER.match(text, start)
        if match is None:
            continue
        words = tuple(match["name"].split())
        if tokens.no_speakers.isdisjoint(word.lower() for word in words):
            found.append(Naming(*match.span("name"), words, tail=match.end("name")))
    return found


@lru_cache(2)  # asked again and again of one text
def stopped_labels(text: str, starts: tuple[int, ...]) -> dict[int, tuple[int, int, int]]:
    """Surnames that a full stop sets off, as archives print turns: ``Roe. I am glad of it.``

    By where their paragraphs begin; each is where the name begins and ends, and where the words
    begin. Two of them come again, and are named with more words above.
    """
    address = vocabulary().address  # "Mr. Roe asked" begins with no surname
    found = {
        start: match
        for start in starts
        if (match := _STOPPED.match(text, start)) and match["who"].lower() not in address
    }
    count = Counter(match["who"] for match in found.values())
    again = {who for who, times in count.items() if times > 1}
    if len(again) < _TWO:
        return {}
    named = _NAMED.findall(text, 0, min(found))
    if len(again.intersection(named)) < _TWO:
        return {}
    known = again.union(_NAMED.findall(text))
    return {
        start: (*match.span("who"), match.end())
        for start, match in found.items()
        if match["who"] in known
    }


def read_stopped(tokens: Tokens) -> list[Naming]:
    """Those whose surnames a full stop sets off from what they say, and as they are named above."""
    labels = stopped_labels(tokens.text, tuple(tokens.blocks))
    found = [Naming(a, b, (tokens.text[a:b],), tail=b) for a, b, _ in labels.values()]
    names = {naming.name[0] for naming in found}
    for match in _INITIALLED.finditer(tokens.text, 0, min(labels)) if labels else ():
        if match["who"] in names:
            words = (match["initials"].strip(), match["who"])
            found.append(Naming(*match.span(), words, tail=match.end()))
    return found


def unsigned_labels(
    text: str, blocks: Sequence[Block], named: Mapping[int, Sequence[int]]
) -> dict[int, tuple[int, int, int]]:
    """Labels that no sign sets off, by where their paragraphs begin.

    Each is where the name in it begins and ends, and where the words begin.

    Args:
        named: where namings begin, and where each may end.
    """
    starts = sorted(named)
    found: dict[int, tuple[int, int, int]] = {}
    for block in blocks:
        if text[block.end - 1] not in _ENDS:
            continue
        at = bisect_left(starts, block.start)
        first = starts[at] if at < len(starts) else -1
        if first != block.start:
            bracket = text.find(" (", block.start, block.end) >= 0
            office = _OFFICE.match(text, block.start, block.end) if bracket else None
            if office is None or office.end() not in named:
                presides = _PRESIDES.match(text, block.start, block.end)
                alone = _ALONE.match(text, block.start, block.end)
                presides = presides or alone
                after = _BRACKETS.match(text, presides.end()) if presides else None
                words = _WORDS.match(text, after.end()) if after is not None else None
                if presides is not None and words is not None:
                    found[block.start] = *presides.span(presides is alone), words.end()
                continue
            first = office.end()
        for end in named[first]:
            after = (_BRACKETS if first == block.start else _CLOSES).match(text, end)
            words = _WORDS.match(text, after.end()) if after is not None else None
            if words is not None and words.end() < block.end:
                found[block.start] = first, end, words.end()
                break
    if len(found) == _TWO and blocks[0].start in found:
        # Two speak, each once, their offices on lines of their own.
        return found if all("\n" in text[end:at] for _, end, at in found.values()) else {}
    return found if len(found) >= max(_LEAST, len(blocks) // _PART) else {}
