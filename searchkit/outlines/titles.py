"""Titles: the words before (or after) a name that say what somebody is.

A *title* is one or more *offices* (``State Councilor and Foreign Minister``), each a *head*
(``Minister``) with what stands before it (``Foreign``, ``Deputy``, ``Russian``) and after it (``for
Foreign Affairs of Japan``), or a form of address (``Mr.``), or both. An office's *key* is the set of
its telling words, so that ``Foreign Minister`` and ``Minister for Foreign Affairs`` are one office.
The vocabulary is ``data/titles.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .countries import Place, find_places
from .layout import Layout

__all__ = ["Office", "Title", "Tokens", "Vocabulary", "read_title", "vocabulary"]

Office = frozenset[str]

_TOKEN = re.compile(
    r"[^\W\d_]{2,}(?:(?!['’]s\b)['’-][^\W\d_]+)*|(?:[A-Z]\.)+(?:[A-Z](?!\w))?|['’]s\b"
    r"|[^\W\d_](?:(?!['’]s\b)['’-][^\W\d_]+)*|\d[\d.,:]*|[^\w\s]|\w+"
)
_WRAPPED = re.compile(r"\n[ \t]*[a-z]")
_SYNONYMS = {
    "external": ("foreign",),
    "fm": ("foreign", "minister"),
    "pm": ("prime", "minister"),
    "premier": ("prime", "minister"),
    "sg": ("secretary", "general"),
    "dg": ("director", "general"),
    "hr": ("high", "representative"),
    "hrvp": ("high", "representative"),
    "eam": ("foreign", "minister"),
    "defence": ("defense",),
    "councillor": ("councilor",),
    "adviser": ("advisor",),
    "chairwoman": ("chairman",),
    "chairperson": ("chairman",),
    "chair": ("chairman",),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
    "undersecretary": ("under", "secretary"),
}
_KEYLESS = frozenset("'s ’s affairs of for the and to in on at a an his her".split())
_PLACES_OF_OFFICE = frozenset({"to", "at", "on", "in"})
_POSTED = frozenset(
    "ambassador assistant adviser advisor envoy representative consul observer attaché attache "
    "counselor counsellor coordinator delegate director officer".split()
)
_BODIES = frozenset(
    "party committee parliament assembly council bank congress diet senate house academy university "
    "staff ministry embassy division commission court office agency forces duma institute".split()
)
_TWO_WORDS = frozenset("new san los santa saint st. port cape el la".split())
_ADVERBS = frozenset("then first second third under lead full".split())
_LOWER_PREFIXES = frozenset(
    "former then acting deputy vice outgoing incoming co senior assistant prime first rear".split()
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that titles are made of, in lower case."""

    heads: frozenset[str]
    weak_heads: frozenset[str]
    prefixes: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    address: frozenset[str]
    fields: frozenset[str]
    not_names: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    plurals: frozenset[str]
    letters: frozenset[str]
    abbreviated: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of titles, read once."""
    import tomllib

    source = resources.files("searchkit").joinpath("data", "titles.toml")
    words = {name: frozenset(text.split()) for name, text in tomllib.loads(source.read_text("utf-8")).items()}
    return Vocabulary(address=words["male"] | words["female"] | words.pop("neutral"), **words)


class Tokens:
    """A text's words and signs, with what a reader of titles asks about them."""

    __slots__ = ("_blocks", "_ends_of_blocks", "_wrapped", "count", "ends", "lows", "place_at", "place_to",
                 "places", "starts", "text", "words")

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        matches = list(_TOKEN.finditer(text))
        self.words = [m.group() for m in matches]
        self.count = len(matches)
        self.lows = [word.lower() for word in self.words]
        self.starts = [m.start() for m in matches]
        self.ends = [m.end() for m in matches]
        self.places = find_places(text)
        self.place_at = {p.start: p for p in self.places}
        self.place_to = {p.end: p for p in self.places}
        self._blocks = [b.start for b in layout.blocks]
        self._ends_of_blocks = [b.end for b in layout.blocks]
        # Lines of running prose begin with small letters here and there; those of a list do not.
        self._wrapped = [_WRAPPED.search(text, b.start, b.end) is not None for b in layout.blocks]

    def in_block(self, i: int) -> bool:
        """Whether token ``i`` stands in running text rather than in a title or a heading."""
        at = bisect_right(self._blocks, self.starts[i]) - 1
        return at >= 0 and self.starts[i] < self._ends_of_blocks[at]

    def joined(self, i: int) -> bool:
        """Whether token ``i`` goes on with the one before it: no paragraph or heading ends between."""
        if not 0 < i < self.count:
            return False
        if self.starts[i] - self.ends[i - 1] == 1 and self.text[self.ends[i - 1]] == " ":
            return True
        gap = self.text[self.ends[i - 1] : self.starts[i]]
        if "\n" not in gap:
            return len(gap) < 4
        if gap.count("\n") > 1 or not self.in_block(i - 1) or not self.in_block(i):
            return False
        here = bisect_right(self._blocks, self.starts[i])
        return self._wrapped[here - 1] and here == bisect_right(self._blocks, self.starts[i - 1])

    def capital(self, i: int) -> bool:
        """Whether token ``i`` exists and begins with a capital."""
        return 0 <= i < self.count and self.words[i][0].isupper()

    def possessive(self, i: int) -> bool:
        """Whether token ``i`` is the ``'s`` of the word before it."""
        return i < self.count and self.lows[i] in ("'s", "’s")

    def past(self, i: int) -> int:
        """The token after ``i``, or after the point of its abbreviation (``Mr.``)."""
        shortened = self.lows[i] in vocabulary().abbreviated and self.lows[i + 1 : i + 2] == ["."]
        return i + 2 if shortened else i + 1

    def index_at(self, offset: int) -> int:
        """The index of the first token that ends after ``offset``."""
        return bisect_right(self.ends, offset)

    def acronym(self, i: int) -> bool:
        """Whether token ``i`` is an acronym such as UN or U.S."""
        word = self.words[i]
        return 1 < len(word) <= 6 and word.isupper() and word[0].isalpha()


@dataclass(frozen=True, slots=True)
class Title:
    """A title over tokens ``start`` to ``end``; ``role`` is its token range without the country."""

    start: int
    end: int
    role: tuple[int, int] | None
    offices: tuple[Office, ...]
    country: str | None
    gender: str | None
    strong: bool


def _key(tokens: Tokens, start: int, end: int) -> Office:
    words: list[str] = []
    for i in range(start, end):
        place = tokens.place_at.get(tokens.starts[i])
        if place is not None or not tokens.lows[i][0].isalpha():
            continue
        for low in tokens.lows[i].split("-"):
            if low not in _KEYLESS:
                words.extend(_SYNONYMS.get(low, (low,)))
    return frozenset(words)


def _leftwards(tokens: Tokens, head: int, floor: int) -> tuple[int, str | None]:
    """Where the title with its head at ``head`` begins, and the country that stands before it."""
    known = vocabulary()
    words, lows = tokens.words, tokens.lows
    lower = words[head].islower()
    country = None
    j = head
    while j > floor and tokens.joined(j):
        i = j - 1
        place = tokens.place_to.get(tokens.ends[i])
        if place is not None and place.kind != "capital":
            word = tokens.text[place.start : place.end]
            if place.kind == "adjective" or (len(word) <= 6 and word.upper() == word):
                country = country or place.country
                j = tokens.index_at(place.start)
                continue
            break
        low = lows[i]
        if low in known.prefixes and (
            words[i][0].isupper() or low in _LOWER_PREFIXES or (lower and low in known.fields)
        ):
            opens = i == 0 or not tokens.joined(i) or not (lows[i - 1][0].isalnum() or lows[i - 1] in ",/")
            if low in _ADVERBS and words[i][0].isupper() and opens:
                break
        elif words[i][0].isupper():
            fits = low in known.fields or low in known.heads
            if not fits and not (tokens.acronym(i) and low not in known.not_names):
                break
        elif lower and low in known.fields:
            pass
        elif low == "and" and i > floor and _is_list(tokens, i, floor):
            j = i - 1
            while j > floor + 1 and words[j - 1] == "," and lows[j - 2] in known.fields:
                j -= 2
            continue
        else:
            break
        j = i
    if lower and j > floor and tokens.joined(j) and tokens.capital(j - 1):
        j = _organisation(tokens, j, floor)
    if country is None and j - 1 > floor and tokens.possessive(j - 1):
        owner = tokens.place_to.get(tokens.ends[j - 2])
        country = owner.country if owner else None
    return j, country


def _is_list(tokens: Tokens, i: int, floor: int) -> bool:
    """Whether ``and`` at ``i`` joins fields: ``Trade and Industry``, ``Economy, Trade and Industry``."""
    fields = vocabulary().fields
    return i - 1 >= floor and tokens.capital(i - 1) and tokens.lows[i - 1] in fields and tokens.capital(i + 1) and tokens.lows[i + 1] in fields


def _organisation(tokens: Tokens, j: int, floor: int) -> int:
    """Capitalised words before a head in lower case, if they name a body: the body's first token."""
    i = j
    known = vocabulary()
    while i > floor and tokens.joined(i) and tokens.capital(i - 1):
        low = tokens.lows[i - 1]
        if low in known.not_names and low not in known.fields:
            break
        i -= 1
    return i if any(tokens.lows[k] in known.fields for k in range(i, j)) else j


def _portfolio(tokens: Tokens, k: int) -> tuple[int, str | None, int] | None:
    """What follows ``of``, ``for`` ... at ``k``: its end, its country and where ``of <country>`` begins."""
    known = vocabulary()
    lows = tokens.lows
    first = k + 1
    if first < tokens.count and lows[first] == "the" and tokens.joined(first):
        first += 1
    if not tokens.capital(first) or not tokens.joined(first) or lows[first] in known.address:
        return None
    place = tokens.place_at.get(tokens.starts[first])
    if place is not None and place.kind == "name":
        after = tokens.index_at(place.end - 1) + 1
        if tokens.possessive(after):
            return None
        if tokens.ends[after - 1] != place.end:
            return after, None, after
        return (after, place.country, k) if lows[k] == "of" else (after, None, after)
    if place is not None and place.kind == "capital":
        return tokens.index_at(place.end - 1) + 1, None, k
    if tokens.possessive(first + 1) and lows[first] not in known.fields:
        return None
    p = first + (2 if lows[first] in _TWO_WORDS else 1)
    while p < tokens.count and tokens.joined(p):
        low = lows[p]
        place = tokens.place_at.get(tokens.starts[p])
        if tokens.possessive(p):
            if lows[p - 1] not in known.fields or not tokens.capital(p + 1):
                break
            p += 1
        elif tokens.capital(p) and (
            low in known.fields
            or (tokens.capital(p + 1) and lows[p + 1] in known.fields and lows[p] not in known.heads)
            or (place is not None and place.kind == "adjective")
            or (tokens.acronym(p) and tokens.capital(p + 1))
        ):
            p += 1
        elif low in ("and", "&", ",") and tokens.capital(p + 1) and (
            lows[p + 1] in known.fields
            or (low != "," and tokens.capital(p + 2) and lows[p + 2] in known.fields and lows[p + 1] not in known.heads)
        ):
            p += 2
        elif low in ("and", "&") and lows[p + 1 : p + 2] == ["the"] and tokens.capital(p + 2) and lows[p + 2] in known.fields:
            p += 3
        elif low in ("of", "for"):
            inner = _portfolio(tokens, p)
            if inner is None:
                break
            end, country, cut = inner
            if country and lows[p - 1] in _BODIES:
                cut = end
            return end, country, cut
        else:
            break
    return p, None, p


def _office(tokens: Tokens, k: int) -> int | None:
    """The head of an office that begins at token ``k``, or ``None``."""
    known = vocabulary()
    for i in range(k, min(k + 6, tokens.count)):
        if i > k and not tokens.joined(i):
            return None
        low = tokens.lows[i]
        if low in known.heads and not (low in known.weak_heads and tokens.words[i].islower()):
            return i
        if low not in known.prefixes and not (
            tokens.capital(i) and (low in known.fields or tokens.starts[i] in tokens.place_at)
        ):
            return None
    return None


def read_title(tokens: Tokens, head: int, *, floor: int = 0) -> Title:
    """The title whose first head or form of address is token ``head``, none of it before ``floor``."""
    known = vocabulary()
    lows = tokens.lows
    gender = None
    offices: list[Office] = []
    country: str | None = None
    start = head
    role: tuple[int, int] | None = None
    strong = True
    k = head
    if lows[head] not in known.address:
        start, country = _leftwards(tokens, head, floor)
        strong = lows[head] not in known.weak_heads or head > start
    begin, cut = start, head + 1
    while True:
        if lows[k] in known.address:
            gender = "m" if lows[k] in known.male else "f" if lows[k] in known.female else gender
            k = tokens.past(k)
        else:
            if role is None:
                role = (begin, k + 1)
            k, named, cut = _after_head(tokens, k)
            country = country or named
            offices.append(_key(tokens, begin, cut))
            role = (role[0], cut)
        begin = k
        ahead = _next_part(tokens, k, start)
        if ahead is None:
            break
        begin, k = ahead
    return Title(start, k, role, tuple(offices), country, gender, strong)


def _after_head(tokens: Tokens, k: int) -> tuple[int, str | None, int]:
    """The end of an office after its head at ``k``, its country, and its end without the country."""
    known = vocabulary()
    lows = tokens.lows
    head = lows[k]
    k = tokens.past(k)
    country = None
    cut = k
    while k < tokens.count and tokens.joined(k):
        low = lows[k]
        if low in known.heads and (tokens.capital(k) or low not in known.weak_heads) and k == cut:
            head = low
            k += 1
        elif low in known.prefixes and tokens.capital(k) and lows[k - 1] in known.heads:
            ahead = _office(tokens, k)
            if ahead is None:
                if low not in ("extraordinary", "plenipotentiary", "designate", "elect"):
                    break
                ahead = k
            k = ahead + 1
        elif low in ("of", "for") or (low in _PLACES_OF_OFFICE and head in _POSTED):
            found = _portfolio(tokens, k)
            if found is None:
                break
            known_fields = low == "of" or head in _POSTED or _names_field(tokens, k + 1, found[0])
            if not known_fields:
                break
            k, named, end = found
            if named:
                country = country or named
                cut = end
                if end < k:
                    posted = _portfolio(tokens, k) if lows[k : k + 1] == ["to"] else None
                    return (posted[0], country, posted[0]) if posted else (k, country, cut)
        else:
            break
        cut = k
    return k, country, cut


def _names_field(tokens: Tokens, start: int, end: int) -> bool:
    # "thanked the President for Japan's support": what follows "for" must be a field of office.
    return any(tokens.lows[i] in vocabulary().fields for i in range(start, end))


def _next_part(tokens: Tokens, k: int, start: int) -> tuple[int, int] | None:
    """Where the next part of a compound title begins, and its head."""
    known = vocabulary()
    lows = tokens.lows
    if k >= tokens.count or not tokens.joined(k):
        return None
    if lows[k] in known.address:
        return k, k
    if lows[k] == "/" or (lows[k] == "and" and not (start and lows[start - 1] == "the")):
        # "The President and Prime Minister Smith" are two persons, "State Councilor and Foreign
        # Minister Smith" is one.
        if k + 1 < tokens.count and lows[k + 1] not in known.address and tokens.joined(k + 1):
            head = _office(tokens, k + 1)
            if head is not None:
                return k + 1, head
        return None
    if tokens.capital(k):
        head = _office(tokens, k)
        if head is not None and lows[head] not in known.address:
            return k, head
    return None


def place_after(tokens: Tokens, k: int) -> tuple[Place, int] | None:
    """The country in ``of <country>`` or ``(<country>)`` at token ``k``, and the token after it."""
    if k + 1 >= tokens.count or tokens.lows[k] not in ("of", "from", "(") or not tokens.joined(k):
        return None
    first = k + 2 if tokens.lows[k + 1] == "the" else k + 1
    if first >= tokens.count:
        return None
    place = tokens.place_at.get(tokens.starts[first])
    if place is None or place.kind != "name":
        return None
    return place, tokens.index_at(place.end - 1) + 1
