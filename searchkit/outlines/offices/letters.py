"""Offices by their letters: ``the Harbour Master's Deputy (HMD) said``, and ``the HMD`` after."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..lands.countries import country_of
from ..names.people import Mention
from ..names.tokens import vocabulary
from ..speech.reporting import may_speak
from ..speech.subject import Subject, subject_words

__all__ = ["by_initials", "by_letters"]

_WORD = r"(?<![\w-])[A-ZÀ-ÞĀ-ɏ][\w-]{1,40}(?:[’']s?)?"
_GIVEN = re.compile(
    rf"(?P<office>{_WORD}(?: (?:(?:of|for|the|and) )*{_WORD}){{1,5}})"
    r" \((?:the )?[\"“‘]?(?P<letters>[A-Z]{2,6})[\"”’]?\)"
)
_LETTERS = re.compile(r"\((?:the )?[\"“‘]?[A-Z]{2,6}[\"”’]?\)")
"""Without them in it a text has none given."""
_MANY = 5
_THE = ("the ", "The ")
_SMALL = frozenset({"of", "for", "the", "and"})


def by_letters(text: str, mentions: Sequence[Mention]) -> list[Subject]:
    """The subjects that are an office with its letters in brackets, or the letters alone."""
    found: list[Subject] = []
    starts = [mention.start for mention in mentions]
    done: set[str] = set()
    for match in _GIVEN.finditer(text) if _LETTERS.search(text) is not None else ():
        words = match["office"].split()
        while words and not _stand_for(match["letters"], words):
            words = words[1:]  # "Asked about it, Deputy Master (DM)"
        plain = {part.lower() for word in words for part in word.split("-")}
        if not words or vocabulary().heads.isdisjoint(plain):
            continue
        start = match.end("office") - len(" ".join(words))
        here = mentions[bisect_left(starts, start) : bisect_left(starts, match.end())]
        who = next((m.name for m in here if m.name and not m.possessive), None)
        speaker = who or " ".join(words)
        if may_speak(text, match.end()):
            found.append(Subject(start, match.end(), "person", speaker, " ".join(words)))
        if match["letters"] in done:
            continue
        done.add(match["letters"])
        alone = re.compile(rf"\b{match['letters']}\b(?!\))")
        for again in alone.finditer(text, match.end()):
            begin, end = again.span()
            if may_speak(text, end) and text[end : end + 1] != ":":
                found.append(Subject(begin, end, "person", speaker, match["letters"]))
    return found


def by_initials(text: str, names: Sequence[str]) -> list[Subject]:
    """Those whom minutes call by the first letters of their names: ``JR advised that``."""
    whose: dict[str, list[str]] = {}
    for name in names:
        parts = name.split()
        if 1 < len(parts) < _MANY and all(part[0].isupper() for part in parts):
            whose.setdefault("".join(part[0] for part in parts), []).append(name)
    known = {
        letters: found[0]
        for letters, found in whose.items()
        if len(found) == 1
        and f"{letters} " in text
        and letters not in subject_words().bodies
        and letters.lower() not in vocabulary().heads  # "PM", whoever the Prime Minister is
        and country_of(letters) is None
    }
    return (
        [
            Subject(*match.span(), "person", known[match.group()], match.group())
            for match in re.finditer(rf"\b(?:{'|'.join(known)})\b(?= [a-z])", text)
            if may_speak(text, match.end()) and not text.endswith(_THE, 0, match.start())
        ]
        if known
        else []
    )


def _stand_for(letters: str, words: Sequence[str]) -> bool:
    """Whether ``letters`` are the first ones of ``words``, small words aside."""
    parts = [part for word in words if word not in _SMALL for part in word.split("-")]
    return "".join(part[0] for part in parts if part) == letters and words[0] not in _SMALL
