"""Surnames that nothing but what their bearers say makes known: ``Roe replied that``.

A *sayer* is a capitalised word right before a verb of nothing but speech, in a clause of its own.
It is taken for a surname if the text has it so twice, or once where others speak too; a body, a
place, a people or any word that the text has in small letters says nothing here. A *resident* is
named with where he or she lives, as who addresses a council: ``Jane Roe, 12 Oak Street, said``. A
*whole name* is the one of which a label or a sayer has the given name alone: ``Jane: It was late.``
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from .countries import country_of
from .name_words import name_end
from .naming import Naming, fold
from .reporting import may_report, read_verb
from .subject import subject_words
from .tokens import Tokens, every_given_name, vocabulary

__all__ = [
    "read_named_sayers",
    "read_presiding",
    "read_residents",
    "read_sayers",
    "read_whole_names",
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
_OPENS_NAME = frozenset({":", ",", ";", "(", "[", "*", "-", "–", "•", "|", "and", "&"})
_LEADS_NAME = frozenset({"with", "by", "from", "between", "for", "host", "presenter"})
_CLOSES_NAME = frozenset({",", ";", "(", ")", "[", "]", "|", "and", "&", "-", "–"})
"""Between these stands a name in a list of those present, or in brackets after a subject."""
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


def read_whole_names(tokens: Tokens, namings: Sequence[Naming]) -> list[Naming]:
    """The whole names, in lists and brackets, of those whom ``namings`` only have by one word.

    No two of the names begin with that word: else it would tell nobody.
    """
    bare = {n.name[0].title() for n in namings if len(n.name) == 1 and not n.titled}
    bare -= {word.title() for n in namings if len(n.name) > 1 for word in n.name}
    single = {word for word in bare if _unknown(word)}
    found: dict[str, list[Naming]] = {}
    for i in tokens.where({word.lower() for word in single}) if single else ():
        word, given = tokens.words[i], tokens.words[i - 1]
        if word not in single or not tokens.joined(i) or not _unknown(given):
            continue
        led = tokens.lows[i - 2] if tokens.joined(i - 1) else ":"
        after = tokens.words[i + 1] if tokens.joined(i + 1) else ","
        alone = given.lower() not in tokens.distinct and not _in_place(tokens, i - 1)
        known = led in _LEADS_NAME or led in _OPENS_NAME or given.lower() in every_given_name()
        if alone and known and not after[0].isupper():
            start, end = tokens.starts[i - 1], tokens.ends[i]
            found.setdefault(word, []).append(Naming(start, end, (given, word), tail=end))
    for i in tokens.where({word.lower() for word in single}) if single else ():
        stop = name_end(tokens, i)
        if tokens.words[i] not in single or not 1 < stop - i <= _LONGEST:
            continue
        begins = not tokens.joined(i) or tokens.words[i - 1] in _OPENS_NAME
        ends = not tokens.on_line(stop) or tokens.words[stop] in _CLOSES_NAME
        apart = all(_unknown(word) for word in tokens.words[i + 1 : stop] if word[0].isupper())
        if begins and ends and apart:
            words, end = tuple(tokens.words[i:stop]), tokens.ends[stop - 1]
            group = found.setdefault(words[0], [])
            group.append(Naming(tokens.starts[i], end, words, tail=end))
    alike = (group for group in found.values() if len({naming.name for naming in group}) == 1)
    return [naming for group in alike for naming in group]


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
        word for word, low in lows if low not in none and low not in every and _unknown(word)
    )
    return words, [i for i, word in enumerate(tokens.words) if word in words]


@lru_cache(20_000)
def _unknown(word: str) -> bool:
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
