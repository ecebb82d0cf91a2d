"""The whole names of those whom a text elsewhere calls by one word of them.

A *whole name* stands in a list of those present, or in brackets: signs set it off on both sides. It
is of the one who is called by its last word (``Mr. Roe asked``) or, where people know each other,
by its first (``Jane: It was late.``). Which head stands over the list does not matter, nor how its
lines are marked. Two whole names may fill a line side by side.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from .name_words import name_end
from .naming import Naming
from .sayers import acting_surnames, may_be_surname
from .tokens import Tokens, every_given_name

__all__ = ["read_pairs", "read_whole_names"]

_OPENS = frozenset({":", ",", ";", "(", "[", "*", "-", "–", "—", "•", "·", "|", "/", "and", "&"})
_LEADS = frozenset({
    "with", "by", "from", "between", "for", "host", "presenter", "were", "was", "are", "included",
    "including", "namely",
})  # fmt: skip
_CLOSES = frozenset({",", ";", "(", ")", "[", "]", "|", "/", "@", "and", "&", "-", "–", "—"})
"""Between these stands a name in a list of those present, or in brackets after a subject."""
_LETTERS = re.compile(r"(?:[A-ZÀ-ÞĀ-ɏ]\.?|(?![IVX]{2})[A-ZÀ-ÞĀ-ɏ]{2}|(?:[A-ZÀ-ÞĀ-ɏ]\.){2,3})\Z")
_HYPHENED = re.compile(r"[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ]+-[a-zà-ÿĀ-ɏḀ-ỿ]+\Z")
_LONGEST = 4
"""A whole name has no more words."""
_PAIRS = (4, 6)
"""So many words has a line of two or three names of two words."""
_BIG = r"[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ'’-]+"
_PAIRED = re.compile(
    rf"^[ \t>*•·-]*((?:{_BIG}[ \t]+){{3}}(?:(?:{_BIG}[ \t]+){{2}})?{_BIG})[ \t]*$",
    re.MULTILINE,
)
_SHORT = 2
_ZONE = 6000
"""Those present are listed so near to the beginning, in characters."""


def read_whole_names(tokens: Tokens, namings: Sequence[Naming]) -> list[Naming]:
    """The whole names, in lists and brackets, of those whom ``namings`` only have by one word.

    No two of the names begin, or end, with that word: else it would tell nobody.
    """
    single = {_small(n.name[0]) for n in namings if len(n.name) == 1}
    single -= {_small(word) for n in namings if len(n.name) > 1 for word in n.name}
    single = {word for word in single if _may_be(word)}
    acting = {word for word in acting_surnames(tokens) if len(word) > _SHORT}
    acting -= {_small(word) for n in namings if len(n.name) > 1 for word in n.name}
    single |= acting
    if not single:
        return []
    called = {_small(n.name[0]) for n in namings if len(n.name) == 1 and not n.titled} | acting
    starts = {n.start for n in namings if n.name}
    found: dict[str, list[Naming]] = {}
    for i in tokens.where({word.lower() for word in single}):
        word = _small(tokens.words[i])
        if tokens.starts[i] in starts:
            continue  # that is where only the surname stands
        first = _begin(tokens, i)
        whole = _whole(tokens, first, i + 1, tokens.words[i]) if first < i else None
        if whole is None and (word in called or tokens.words[i].isupper()):
            stop = name_end(tokens, i)
            whole = _whole(tokens, i, stop, tokens.words[i]) if 1 < stop - i <= _LONGEST else None
        if whole is not None and (word not in acting or _has_given(whole)):
            found.setdefault(word, []).append(whole)
    alike = (group for group in found.values() if len({naming.name for naming in group}) == 1)
    return [naming for group in alike for naming in group]


def read_pairs(tokens: Tokens) -> list[Naming]:
    """Those whose names fill a line, two or three side by side with no sign between them.

    The text has the surnames of one such line elsewhere; lines next to it are read as it is.
    """
    lines = [_halves(tokens, match) for match in _PAIRED.finditer(tokens.text, 0, _ZONE)]
    lines = [line for line in lines if line]
    known = [all(_elsewhere(tokens, n) for n in line) for line in lines]
    found: list[Naming] = []
    for at, line in enumerate(lines):
        beside = (
            k
            for k in (at - 1, at + 1)
            if 0 <= k < len(lines)
            and tokens.text.count("\n", *sorted((lines[k][0].start, line[0].start))) == 1
        )
        if known[at] or any(known[k] for k in beside):
            found += line
    return found


def _halves(tokens: Tokens, line: re.Match[str]) -> list[Naming]:
    """The names of two words each that a line may hold."""
    first = bisect_left(tokens.starts, line.start(1))
    stop = bisect_left(tokens.starts, line.end(1))
    if stop - first not in _PAIRS:
        return []
    if not all(_may_be(tokens.words[k]) and not _in_place(tokens, k) for k in range(first, stop)):
        return []
    return [
        Naming(
            tokens.starts[k],
            tokens.ends[k + 1],
            (*tokens.words[k : k + 2],),
            tail=tokens.ends[k + 1],
        )
        for k in range(first, stop, 2)
    ]


def _elsewhere(tokens: Tokens, naming: Naming) -> bool:
    """Whether the surname of a name stands elsewhere without the name before it."""
    given, surname = (word.lower() for word in naming.name)
    return any(tokens.capital(i) and tokens.lows[i - 1] != given for i in tokens.where({surname}))


def _has_given(naming: Naming) -> bool:
    """Whether a name has another word than a surname and letters."""
    return sum(_LETTERS.match(word) is None for word in naming.name) > 1


def _begin(tokens: Tokens, i: int) -> int:
    """Where the name begins that token ``i`` ends."""
    first = i
    while i - first < _LONGEST - 1 and _together(tokens, first):
        k = first - 1
        if tokens.lows[k] in tokens.known.particles and _together(tokens, k):
            first = k
            continue
        dotted = tokens.words[k] == "." and tokens.ends[k - 1] == tokens.starts[k]
        k -= dotted
        if not (_LETTERS.match(tokens.words[k]) or (not dotted and _may_be(tokens.words[k]))):
            break
        first = k
    while first < i and tokens.lows[first] in tokens.known.particles:
        first += 1
    return first


def _together(tokens: Tokens, k: int) -> bool:
    """Whether nothing but a space parts token ``k`` from the one before it."""
    return k > 0 and tokens.text[tokens.ends[k - 1] : tokens.starts[k]] in (" ", "")


def _whole(tokens: Tokens, first: int, stop: int, own: str) -> Naming | None:
    """The name of the tokens from ``first`` on, if it is one and signs set it off.

    ``own`` is the word of it that stands elsewhere.
    """
    words = tokens.words[first:stop]
    others = [word for word in words if not _LETTERS.match(word) and word[0].isupper()]
    apart = all(_may_be(word) and word.lower() not in tokens.distinct for word in others)
    loud = {word.isupper() for word in others}
    if loud == {True, False} and not own.isupper():
        return None  # "Roe MOVED"
    if not apart or any(_in_place(tokens, k) for k in range(first, stop)):
        return None
    led = tokens.lows[first - 1] if tokens.on_line(first) else ":"
    given = words[0].lower() in every_given_name()
    opens = led in _OPENS or led in _LEADS or led in tokens.known.address or given
    number = led[:-1].isdigit() or (led == ")" and tokens.words[first - 2].isdigit())
    of_title = tokens.capital(first - 1) and tokens.field(first - 1)
    if not (opens or number or of_title or _gap(tokens, first)):
        return None
    after = tokens.words[stop] if tokens.on_line(stop) else ","
    ends = after in _CLOSES or (after == "." and not tokens.on_line(stop + 1))
    loose = given and not after[0].isupper()
    if not (ends or loose or _gap(tokens, stop)):
        return None
    start, end = tokens.starts[first], tokens.ends[stop - 1]
    return Naming(start, end, tuple(tokens.text[start:end].split()), tail=end)


def _gap(tokens: Tokens, k: int) -> bool:
    """Whether a wide gap stands before token ``k``, as between columns."""
    gap = tokens.text[tokens.ends[k - 1] : tokens.starts[k]] if 0 < k < tokens.count else ""
    return "\t" in gap or len(gap) > _SHORT


def _small(word: str) -> str:
    """``ROE`` as it stands elsewhere; ``McRoe`` as it is."""
    return word.title() if word.isupper() and len(word) > _SHORT else word


@lru_cache(20_000)
def _may_be(word: str) -> bool:
    """Whether a word may be part of a name and is of no other kind, in capitals or not."""
    word = _small(word)
    if _HYPHENED.match(word):
        word = word.partition("-")[0]
    return may_be_surname(word) or (len(word) > _SHORT and word.lower() in every_given_name())


def _in_place(tokens: Tokens, i: int) -> bool:
    """Whether token ``i`` begins or ends the name of a place."""
    return tokens.starts[i] in tokens.place_at or tokens.ends[i] in tokens.place_to
