"""Surnames that nothing but what their bearers say makes known: ``Roe replied that``.

A *sayer* is a capitalised word right before a verb of nothing but speech, in a clause of its own.
It is taken for a surname if the text has it so twice, or once where others speak too; a body, a
place, a people or any word that the text has in small letters says nothing here. A *resident* is
named with where he or she lives, as who addresses a council: ``Jane Roe, 12 Oak Street, said``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from ..lands.countries import country_of
from ..speech.reporting import may_report, read_verb
from ..speech.subject import subject_words
from .naming import Naming, fold
from .tokens import Tokens, vocabulary

__all__ = [
    "acting_surnames",
    "may_be_surname",
    "read_named_sayers",
    "read_presiding",
    "read_residents",
    "read_sayers",
]

_SURNAME = re.compile(
    r"(?:(?:Mc|Mac|De|Di|Du|La|Le|O['’]|Fitz|Van)?[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ]{2,}(?:[-'’][A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ]+)*)\Z"
)
_RESIDENT = re.compile(
    r"(?:^[ \t]*(?:[-*•][ \t]+)?|(?<=[.!?] )|(?<=[.!?]  ))"
    r"(?P<name>[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?: [A-Z]\.)?(?: [A-ZÀ-ÞĀ-ɏ][\w'’-]+){1,2})"
    r"(?P<home>,? (?:of |from )?\d+[A-Za-z]? [A-Z0-9][\w.'’-]*(?: [A-Z0-9][\w.'’-]*){0,4}"
    r"|, (?:an? |the )?(?:local |city |town |county |village |area )?"
    r"(?:resident|homeowner|taxpayer|parent|neighbou?r|business owner|landowner|property owner)"
    r"(?: (?:of|at|on|in) (?:the )?[A-Z0-9][\w.'’-]*(?: [A-Z0-9][\w.'’-]*){0,3})?),? (?=[a-z])",
    re.MULTILINE,
)
_PRESIDING = re.compile(
    r"(?<!\w )\b(?P<name>[A-ZÀ-ÞĀ-ɏ][\w'’-]{1,40}(?: [A-Z]\.)?(?: [A-ZÀ-ÞĀ-ɏ][\w'’-]+){1,2}) \("
    r"(?:the )?(?:(?:Co-|Vice[- ]|Deputy )?Chair(?:man|woman|person)?"
    r"|Rapporteur|Executive Secretary)\)"
)
_CHAIR = re.compile(r"\((?:the )?(?:[CDRV]|Executive S)[A-Za-z -]+\)")
"""Without it nobody presides."""
_NUMBERED = re.compile(r"[,fm] \d+[A-Za-z]? [A-Z0-9]")
_OWNERS = frozenset({
    "resident", "homeowner", "taxpayer", "parent", "neighbor", "neighbour", "owner", "landowner"
})  # fmt: skip
"""Without a number after a comma, ``of`` or ``from``, or one of these, nobody has a home."""
_COMES = _OWNERS | {
    "citizen", "student", "pupil", "applicant", "developer", "petitioner", "complainant",
    "objector", "villager", "farmer", "fisherman", "shopkeeper", "ratepayer", "tenant",
    "volunteer", "alumnus",
}  # fmt: skip
"""As what somebody without an office comes to a meeting: ``Resident Jane Roe asked``."""
_BEGINS = frozenset({".", "?", "!", ",", ";", ":", ")", "”", '"', "]"})
_JOINTS = frozenset({"and", "but", "that", "when", "while", "as", "then", "whereupon", "which"})
_SAID = frozenset({"said", "says", "asked", "added", "explained", "replied", "noted", "told"})
_STYLES = frozenset({
    "Sayyid", "Sayyida", "Haji", "Hajah", "Raja", "Don", "Doña", "Padre", "Bishop", "Archbishop",
    "Father", "Canon", "Deacon", "Brother", "Sister", "Saint", "Abbot", "Prelate", "Patriarch"
})  # fmt: skip
_OF_STATE = re.compile(r" \((?:the )?(?P<of>[A-ZÀ-ÞĀ-ɏ][^()\n]{2,40})\)")
_ABBREVIATED = 4
_TWICE = 2
_REACH = 120
_LONGEST = 4
"""A whole name has no more words."""


def read_sayers(tokens: Tokens, namings: Sequence[Naming]) -> list[Naming]:
    """Those who speak by their bare surname, and are not among ``namings``.

    One who speaks once counts where somebody else does too, who may be of ``namings``.
    """
    found: dict[str, list[Naming]] = {}
    for i in _surnames(tokens)[1]:
        word = tokens.words[i]
        if not tokens.in_block(i) or _in_place(tokens, i):
            continue
        before = tokens.words[i - 1] if tokens.joined(i) else "."
        if before not in _BEGINS and before.lower() not in _JOINTS:
            continue
        start, end = tokens.starts[i], tokens.ends[i]
        if may_report(tokens.text, end) and _says(tokens, i):
            found.setdefault(fold(word), []).append(Naming(start, end, (word,), tail=end))
    if not found:
        return []
    speak = Counter({word: len(group) for word, group in found.items()})
    others = any(
        naming.name and read_verb(tokens.text, naming.tail, naming.tail + _REACH) is not None
        for naming in namings
    )
    several = len(speak) > 1 or others
    return [
        naming
        for word, group in found.items()
        if len(group) >= _TWICE or several
        for naming in group
    ]


def acting_surnames(tokens: Tokens) -> frozenset[str]:
    """The words that may be surnames and begin a sentence in which somebody may say something."""
    return frozenset(
        tokens.words[i]
        for i in _surnames(tokens)[1]
        if not (tokens.joined(i) and tokens.words[i - 1] not in _BEGINS and not _told(tokens, i))
        and tokens.in_block(i)
        and not _in_place(tokens, i)
        and may_report(tokens.text, tokens.ends[i])
    )


def _told(tokens: Tokens, i: int) -> bool:
    """Whether token ``i`` stands behind what its bearer is: ``Board liaison Roe noted``."""
    before = tokens.words[i - 1]
    small = before.islower() and before not in subject_words().prepositions | _JOINTS
    return small and len(before) > _ABBREVIATED and _says(tokens, i)


def read_named_sayers(tokens: Tokens, namings: Sequence[Naming]) -> list[Naming]:
    """Those who speak by a whole name that shares no word with ``namings``: ``Jane Roe said``."""
    unknown, places = _surnames(tokens)
    known: set[str] | None = None
    found: list[Naming] = []
    done = 0
    for i, following in pairwise(places):
        stop = i + 1
        if stop != following:
            continue  # a name has two words at least
        if i < done or not tokens.in_block(i):
            continue
        while stop < tokens.count and stop - i < _LONGEST and tokens.joined(stop):
            if tokens.words[stop] not in unknown:
                break
            stop += 1
        done = stop
        placed = any(tokens.starts[k] in tokens.place_at for k in range(i, stop))
        styled = tokens.lows[i].endswith(("ly", "ting", "king")) or tokens.words[i] in _STYLES
        if stop - i < _TWICE or placed or styled:
            continue
        if known is None:
            known = {fold(word) for naming in namings for word in naming.name}
        if any(fold(word) in known for word in tokens.words[i:stop]):
            continue
        k = i - 1 if tokens.joined(i) and tokens.lows[i - 1] in _COMES else i
        before = tokens.words[k - 1] if tokens.joined(k) else "."
        cut = tokens.joined(k) and before == "." and tokens.capital(k - 2)
        if cut and len(tokens.words[k - 2]) < _ABBREVIATED:
            continue  # "Ma. Jane Roe"
        start, end = tokens.starts[i], tokens.ends[stop - 1]
        opens = before in _BEGINS or before.lower() in _JOINTS
        says = opens and may_report(tokens.text, end)
        # "Jane Roe (Norway), speaking on behalf of the Group, said"
        place = _OF_STATE.match(tokens.text, end) if says else None
        placed = place is not None and country_of(place["of"]) is not None
        reading = read_verb(tokens.text, end, end + (1 + placed) * _REACH) if says else None
        told = reading is not None and "c" in reading.verb.flags
        told = told and (placed or (reading is not None and reading.start - end < 30))
        if told or (before.lower() in _SAID and _after_quote(tokens, i - 2)):
            found.append(Naming(start, end, tuple(tokens.words[i:stop]), tail=end))
    return found


def _after_quote(tokens: Tokens, k: int) -> bool:
    """Whether token ``k`` ends what is quoted: ``“It is dear,” said Jane Roe``."""
    return k >= 0 and tokens.words[k][-1] in "”\"’'"


def read_residents(tokens: Tokens) -> list[Naming]:
    """Those who say something and are named with an address: ``Jane Roe, 12 Oak Street, said``."""
    text = tokens.text
    found: list[Naming] = []
    if _OWNERS.isdisjoint(tokens.distinct) and _NUMBERED.search(text) is None:
        return found
    for match in _RESIDENT.finditer(text):
        words = tuple(match["name"].split())
        lows = {word.lower() for word in words}
        end = match.end("home") + (text[match.end("home")] == ",")
        if tokens.no_speakers.isdisjoint(lows) and read_verb(text, end, end + _REACH):
            start = match.start("name")
            found.append(Naming(start, match.end("name"), words, tail=end))
    return found


def read_presiding(tokens: Tokens) -> list[Naming]:
    """Those who chair by the bracket after their names: ``Jane Roe (Chair)``."""
    text = tokens.text
    found: list[Naming] = []
    for match in _PRESIDING.finditer(text) if _CHAIR.search(text) is not None else ():
        words = tuple(match["name"].split())
        if tokens.no_speakers.isdisjoint(word.lower() for word in words):
            found.append(Naming(*match.span("name"), words, tail=match.end("name")))
    return found


def _says(tokens: Tokens, i: int) -> bool:
    """Whether a verb of nothing but speech follows token ``i``, with what is said."""
    end = tokens.ends[i]
    reading = read_verb(tokens.text, end, end + _REACH)
    if reading is None or "s" not in reading.verb.flags or reading.start - end >= 30:
        return False
    return tokens.text.count(",", end, reading.start) != 1  # "Fish, said Minister Roe, was dear"


@cache
def _no_surnames() -> frozenset[str]:
    """Words of other kinds."""
    known, subjects = vocabulary(), subject_words()
    return (
        known.no_speakers
        | known.no_surnames
        | known.plurals
        | known.bodies
        | subjects.several
        | subjects.one
        | {body.lower() for body in subjects.bodies}
        | subjects.pronouns
    )


@lru_cache(1)  # asked twice of one text
def _surnames(tokens: Tokens) -> tuple[frozenset[str], list[int]]:
    """The words of a text that may be surnames, and where they stand."""
    none, every = _no_surnames(), tokens.distinct
    lows = ((word, word.lower()) for word in tokens.capitalised)
    words = frozenset(
        word for word, low in lows if low not in none and low not in every and may_be_surname(word)
    )
    return words, [i for i, word in enumerate(tokens.words) if word in words]


@lru_cache(20_000)
def may_be_surname(word: str) -> bool:
    """Whether ``word``, which begins with a capital, may be a surname: it is no other word."""
    low = word.lower()
    return (
        low not in _no_surnames()
        and _SURNAME.match(word) is not None
        and not vocabulary().field(word, low)
    )


def _in_place(tokens: Tokens, i: int) -> bool:
    """Whether token ``i`` begins or ends the name of a place."""
    return tokens.starts[i] in tokens.place_at or tokens.ends[i] in tokens.place_to
