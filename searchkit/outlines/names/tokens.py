"""The words of a text, with what a reader of titles and names asks about them.

A *token* is a word, a number or a sign; ``'s`` is a token of its own. The *vocabulary* is the words
that titles are made of, from ``data/titles.toml``, which explains each list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import accumulate, chain

from ..lands.countries import country_of, find_places
from ..particulars.listing import ADDRESSED
from ..sections.layout import Layout
from ..transcripts.labels import end_of_office_line

__all__ = [
    "BORNE",
    "REPORTS",
    "Tokens",
    "Vocabulary",
    "every_given_name",
    "given_names",
    "unwrapped",
    "vocabulary",
]

_TOKEN = re.compile(
    # One sign comes first, which is what a search is fast for; what it is, each branch asks. Most
    # tokens are of the first two branches, which are found fastest.
    r"([^\s](?:(?<=[A-Za-z])[A-Za-z]++(?=[\s,.);:])|(?<=[,;:()\[\]/\"“”])"
    r"|(?<=[^\W\d_])[^\W\d_]++(?:(?!['’]s\b)['’-][^\W\d_]++)*"
    r"|(?<=[A-Z])\.(?:[A-Z]\.)*(?:[A-Z](?!\w))?|(?<=['’])s\b|(?<=[A-Z])\d{1,2}\b"
    r"|(?<=[^\W\d_])(?:(?!['’]s\b)['’-][^\W\d_]+)*|(?<=\d)[\d.,:]*|(?<=[^\w\s])|(?<=\w)\w*))"
)
_ABSTRACT = re.compile(
    r"\w{2,}(?:[ts]ions?|[ai]tics|(?:[aiu]l|[aeiu]r|iv|od|un|an)it(?:y|ies)|ments?|ology|ologies)"
    r"(?<!\bclement)(?<!\bsarment)"
)
BORNE = "\u02bc"
"""What ends a surname in small letters that is a word of another kind, too: a letter to all."""
_ASIDE = 6
"""In words, what stands in brackets behind a label."""
_LABEL = 12
"""In words, the longest label without a colon, with such brackets."""
_OTHERS = 2
"""So often is somebody else called ``Mr.`` in a text with one ``M.`` that is a form of address."""
_FRENCH = frozenset({"Mme", "Mlle", "MM."})
_BEFORE_ADDRESS = frozenset({"h.e.", "the", "and", "with", "but", "to", "in", "when"})
_NEW_FIELD = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w’' -]{1,30}[:?](?=\s)")
"""A line of particulars, which carries no other line on: ``Minutes: Jane Roe``."""
_LOUD_VERBS = (
    "NOTED", "AGREED", "ENDORSED", "RECEIVED", "CONFIRMED", "ACCEPTED", "SUPPORTED", "REQUESTED",
    "WELCOMED", "RECOMMENDED", "THANKED", "ASKED", "DISCUSSED", "CONSIDERED", "REVIEWED",
    "ACKNOWLEDGED",
)  # fmt: skip
_LOUD = re.compile(rf"(?<=[a-z] )(?:{'|'.join(_LOUD_VERBS)})(?=[ :,.])")
_SENTENCE_ENDS = frozenset('.:;?!)"”')
REPORTS = ("Asked ", "Pressed ", "Put to ", "Questioned ")
"""How reports of briefings begin, below a title that names somebody."""
_LINE_END = re.compile(r"(?<!\n)\n(?=[\w(“\"‘])")
_WRAPPED = re.compile(r"\n[ \t]*[a-z]|\w{3}[)\"”]?[.?!:][)\"”]?\s*\Z")


_OWNED = frozenset({"his", "her", "their", "'s", "’s"})
_COMPOUND = re.compile(r"First (?:Lady|Gentleman)|Chief Executive")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that titles are made of, in lower case."""

    heads: frozenset[str]
    weak_heads: frozenset[str]
    vague: frozenset[str]
    callings: frozenset[str]
    prefixes: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    address: frozenset[str]
    fields: frozenset[str]
    describing: frozenset[str]
    not_names: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    plurals: frozenset[str]
    letters: frozenset[str]
    abbreviated: frozenset[str]
    acronyms: frozenset[str]
    lower_prefixes: frozenset[str]
    adverbs: frozenset[str]
    posted: frozenset[str]
    serving: frozenset[str]
    bodies: frozenset[str]
    polities: frozenset[str]
    two_words: frozenset[str]
    whereabouts: frozenset[str]
    relatives: frozenset[str]
    styles: frozenset[str]
    of_peoples: frozenset[str]
    named_bodies: frozenset[str]
    ranks: frozenset[str]
    labels: frozenset[str]
    houses: frozenset[str]
    no_surnames: frozenset[str]
    surnames_too: frozenset[str]
    places_too: frozenset[str]
    small_surnames: frozenset[str]
    short_names: frozenset[str]
    calendar: frozenset[str]
    plain: frozenset[str]
    openers: frozenset[str]
    before_names: frozenset[str]
    """Whatever a name may follow: heads, forms of address and callings."""
    no_speakers: frozenset[str]
    """Words that no label of a speech without a title holds."""

    def field(self, word: str, low: str) -> bool:
        """Whether ``word`` (``low`` in lower case) is one of offices, bodies and fields."""
        return (
            _abstract(low)
            or low in self.fields
            or (low[-1:] == "s" and low[:-1] in self.fields)
            or word in self.acronyms
        )


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of titles, read once."""
    import tomllib

    source = resources.files("searchkit").joinpath("data", "titles.toml")
    lists = tomllib.loads(source.read_text("utf-8"))
    words = {name: frozenset(text.split()) for name, text in lists.items()}
    words["address"] = words["male"] | words["female"] | words.pop("neutral")
    heads = words["heads"]
    return Vocabulary(
        before_names=heads
        | words["address"]
        | words["plurals"]
        | words["callings"]
        | words["relatives"],
        no_speakers=heads | words["labels"] | words["fields"] | words["not_names"],
        **words,
    )


@cache
def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names of women and of men, in lower case, from ``data/given_names.toml``."""
    import tomllib

    source = resources.files("searchkit").joinpath("data", "given_names.toml")
    lists = tomllib.loads(source.read_text("utf-8"))
    return frozenset(lists["female"].split()), frozenset(lists["male"].split())


@cache
def every_given_name() -> frozenset[str]:
    """The given names of women and of men together."""
    return frozenset().union(*given_names())


@lru_cache(8192)
def _abstract(low: str) -> bool:
    """Whether a word ends as those of fields do and no name does: ``Mobility``, ``Production``."""
    return _ABSTRACT.fullmatch(low) is not None


def unwrapped(text: str, layout: Layout) -> str:
    """``text`` with a space for the end of each line inside a paragraph, and with the verbs in
    small letters that minutes print in capitals (``Members NOTED it``): offsets stay."""
    parts: list[str] = []
    done = 0
    any_loud = "ED" in text and any(verb in text for verb in _LOUD_VERBS)
    for block in layout.blocks:
        loud = any_loud and _LOUD.search(text, block.start, block.end) is not None
        if not loud and text.find("\n", block.start, block.end) < 0:
            continue
        first = end_of_office_line(text, block.start, block.end)
        words = text[block.start : first] + _LINE_END.sub(" ", text[first : block.end])
        if loud:
            words = _LOUD.sub(lambda match: match.group().lower(), words)
        parts += text[done : block.start], words
        done = block.end
    return "".join((*parts, text[done:])) if parts else text


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether the lines of ``text[start:end]`` are prose that goes on from one to the next.

    Such lines begin with small letters here and there, and prose ends in a full stop; a list of
    names does neither.
    """
    return text.find("\n", start, end) >= 0 and _WRAPPED.search(text, start, end) is not None


def _next_in_list(text: str, start: int) -> bool:
    """Whether two lines, that of ``start`` and the one above it, begin as a list of people does."""
    if not ADDRESSED.match(text, start):
        return False
    above = text.rfind("\n", 0, start)
    line = text.rfind("\n", 0, max(0, above)) + 1
    return ADDRESSED.match(text, line, above) is not None


def _monsieur(words: Sequence[str], lows: Sequence[str]) -> list[int]:
    """Where ``M.`` is a form of address, and no initial.

    It is one in a text that has it before two names, or that has ``Mme`` or ``H.E. M.`` as well; or
    that calls all others ``Mr.`` and nobody by an initial.
    """
    found = [
        i
        for i, word in enumerate(words[:-1])
        if word == "M."
        and words[i + 1][:1].isupper()
        and words[i + 1][1:].replace("-", "").isalpha()
        and (not i or lows[i - 1] in _BEFORE_ADDRESS or not words[i - 1][0].isupper())
    ]
    names = {lows[i + 1] for i in found}
    french = not _FRENCH.isdisjoint(words) or any(i and lows[i - 1] == "h.e." for i in found)
    if french or len(names) > 1 or not found:
        return found if french or len(names) > 1 else []
    initials = any(
        len(word) == len("M.") and word[1] == "." and word[0].isupper() and word != "M."
        for word in words
    )
    return [] if initials or lows.count("mr.") + lows.count("mr") < _OTHERS else found


def _excellencies(words: Sequence[str]) -> list[int]:
    """Where ``HE`` stands for His Excellency: before a word that is not in capitals."""
    return [
        i
        for i, word in enumerate(words[:-1])
        if word == "HE" and words[i + 1][0].isupper() and words[i + 1][1:2].islower()
    ]


def _tan_sri(words: Sequence[str]) -> list[int]:
    """The words of each ``Tan Sri``, which styles whom it stands before as ``Datuk`` does."""
    pairs = [i for i, word in enumerate(words[:-1]) if word == "Tan" and words[i + 1] == "Sri"]
    return [k for i in pairs for k in (i, i + 1)]


def _compounds(words: Sequence[str]) -> list[int]:
    """The second words of offices of two, neither of which is one: ``First Lady``."""
    return [
        i + 1
        for i, word in enumerate(words[:-1])
        if (word == "First" and words[i + 1] in ("Lady", "Gentleman"))
        or (
            word == "Chief"
            and words[i + 1] == "Executive"
            and (i + 2 == len(words) or words[i + 2].lower() not in vocabulary().heads)
        )
    ]


def _opposites(words: Sequence[str], lows: Sequence[str]) -> list[int]:
    """The words for a counterpart that are others as well: ``his Omani colleague``."""
    found: list[int] = []
    for i, word in enumerate(words[:-1]):
        if word == "colleague" and i > 1:
            owned = _OWNED.intersection(lows[max(0, i - 3) : i - (words[i - 1][0].isupper())])
            of_a_country = country_of(words[i - 1]) or words[i + 1] == "from"
            found += [i] if owned and of_a_country else []
        elif word == "opposite" and words[i + 1] == "number":
            found += [i, i + 1]
    return found


class Tokens:
    """A text's words and signs, with what a reader of titles asks about them.

    ``text[starts[i]:ends[i]]`` is ``words[i]``, and ``lows[i]`` the same in small letters; of a
    French ``M.`` it is ``monsieur``. ``distinct`` is the set of all ``words``, ``capitalised`` are
    those of them that begin with a capital.
    """

    __slots__ = (
        "_blocks",
        "_ends_of_blocks",
        "_joined",
        "_known_lows",
        "_positions",
        "borne",
        "capitalised",
        "count",
        "distinct",
        "ends",
        "known",
        "lows",
        "no_speakers",
        "place_at",
        "place_to",
        "places",
        "starts",
        "text",
        "words",
    )

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        # Gaps and tokens by turns, and where each ends: no match objects.
        parts = _TOKEN.split(text)
        offsets = list(accumulate(map(len, parts)))
        self.words = parts[1::2]
        self.count = len(self.words)
        self.lows = list(map(str.lower, self.words))
        self.distinct = frozenset(self.words)
        self.capitalised = [word for word in self.distinct if word[0].isupper()]
        if "HE " in text:
            for i in _excellencies(self.words):
                self.lows[i] = "h.e."
        for i in _tan_sri(self.words) if "Tan Sri " in text else ():
            self.lows[i] = "datuk"
        for i in _compounds(self.words) if _COMPOUND.search(text) else ():
            self.lows[i] = f"{self.lows[i - 1]}-{self.lows[i]}"
        if "colleague " in text or "colleague," in text or "opposite number" in text:
            for i in _opposites(self.words, self.lows):
                self.lows[i] = "counterpart"
        if "M. " in text or "M.\xa0" in text:
            for i in _monsieur(self.words, self.lows):
                self.lows[i] = "monsieur"
        self._positions: defaultdict[str, list[int]] = defaultdict(list)
        for i, low in enumerate(self.lows):
            self._positions[low].append(i)
        self._known_lows = frozenset(self._positions)
        self.borne: frozenset[str] = frozenset()
        self.starts = offsets[:-1:2]
        self.ends = offsets[1::2]
        self.places = find_places(text)
        self.place_at = {p.start: p for p in self.places}
        self.place_to = {p.end: p for p in self.places}
        self._blocks = [b.start for b in layout.blocks]
        self._ends_of_blocks = [b.end for b in layout.blocks]
        self._joined = self._joins(parts[::2], layout)
        self.known = vocabulary()
        self.no_speakers = self.known.no_speakers

    def _joins(self, gaps: list[str], layout: Layout) -> list[bool]:
        """Whether each token goes on with the one before it."""
        joined = [True] * len(gaps)
        joined[0] = joined[-1] = False
        wide = [i for i, gap in enumerate(gaps) if gap != " " and gap]
        units = sorted(
            [(p.start, p.end, True) for p in layout.parts if p.role in ("title", "heading")]
            + [(b.start, b.end, _runs_on(self.text, b.start, b.end)) for b in layout.blocks]
        )
        opening = {b.start for b in layout.blocks}
        opening.update(start for b in layout.blocks for start, _ in b.items)
        # The first line of a text without a title may have been taken for one.
        titled = (
            len(units) > 1
            and units[0][0] not in opening
            and not self.text.startswith(REPORTS, units[1][0])
            and _WRAPPED.search(self.text, units[1][0], units[1][1]) is not None
        )
        begins = [start for start, _, _ in units]
        for i in wide:
            gap = gaps[i]
            joined[i] = len(gap) < 4 and "\n" not in gap and "\t" not in gap and 0 < i < self.count
            if joined[i] and gap.isspace():
                here = bisect_right(begins, self.starts[i]) - 1
                inside = here >= 0 and self.starts[i] < units[here][1] and units[here][2]
                joined[i] = inside or not self._in_columns(i)
            if gap.count("\n") == 1 and 0 < i < self.count:
                here, there = (bisect_right(begins, self.starts[k]) - 1 for k in (i, i - 1))
                if min(here, there) >= 0 and self.starts[i] < units[here][1]:
                    same = here == there and (units[here][2] or self._is_full(i, layout.full))
                    same = same and _NEW_FIELD.match(self.text, self.starts[i]) is None
                    same = same and not _next_in_list(self.text, self.starts[i])
                    joined[i] = same or (titled and (there, here) == (0, 1))
        for start in opening:
            i = bisect_left(self.starts, start)
            below = end_of_office_line(self.text, start, len(self.text))
            if below > start:
                joined[bisect_left(self.starts, below)] = False
            if i < self.count and self.starts[i] == start and "\n" not in gaps[i]:
                joined[i] = False  # a marker stands before it: "A. Minister Roe"
        return joined

    def _is_full(self, i: int, width: int) -> bool:
        """Whether the line above token ``i`` is so wide that the token had no room on it.

        A row of a table, or with points between its parts, goes on in no other.
        """
        above, end = self.text.rfind("\n", 0, self.ends[i - 1]) + 1, self.ends[i - 1]
        if not 0 < width < end - above + 1 + len(self.words[i]):
            return False
        return all(self.text.find(sign, above, end) < 0 for sign in ("\t", "   ", "..", ". ."))

    def _in_columns(self, i: int) -> bool:
        """Whether the gap before token ``i`` parts two cells of a line: ``Press Office  Oman``.

        Such a line is no sentence, nor part of a paragraph of sentences.
        """
        text = self.text
        begin, end = text.rfind("\n", 0, self.starts[i]), text.find("\n", self.starts[i])
        end = end if end >= 0 else len(text)
        return text[begin + 1 : end].rstrip()[-1:] not in _SENTENCE_ENDS

    @property
    def blocks(self) -> list[int]:
        """Where the document's passages start."""
        return self._blocks

    def in_block(self, i: int) -> bool:
        """Whether token ``i`` stands in running text rather than in a title or a heading."""
        at = bisect_right(self._blocks, self.starts[i]) - 1
        return at >= 0 and self.starts[i] < self._ends_of_blocks[at]

    def joined(self, i: int) -> bool:
        """Whether token ``i`` goes on with the one before it: no paragraph ends between them."""
        return 0 < i < self.count and self._joined[i]

    def turns(self, i: int) -> bool:
        """Whether token ``i`` may begin a turn whose label has no colon: ``PM Thank you.``, ``THE
        PRESIDENT (Translation) Does anyone else wish to speak?``"""
        words = self.words
        k = i - 1
        if k > 1 and words[k] == ")" and "(" in words[max(0, k - _ASIDE) : k]:
            while words[k] != "(":
                k -= 1
            k -= 1
        while k > max(0, i - _LABEL) and words[k].isupper() and self.joined(k):
            k -= 1
        return k >= 0 and words[k].isupper() and not words[i].isupper() and not self.joined(k)

    def on_line(self, i: int) -> bool:
        """Whether token ``i`` stands on the line of the one before it."""
        return 0 < i < self.count and "\n" not in self.text[self.ends[i - 1] : self.starts[i]]

    def capital(self, i: int) -> bool:
        """Whether token ``i`` exists and begins with a capital."""
        return 0 <= i < self.count and self.words[i][0].isupper()

    def possessive(self, i: int) -> bool:
        """Whether token ``i`` is the ``'s`` of the word before it."""
        return i < self.count and self.lows[i] in ("'s", "’s")

    def past(self, i: int) -> int:
        """The token after ``i``, or after the sign of its abbreviation (``Mr.``, ``Dato'``)."""
        if self.lows[i] not in self.known.abbreviated or i + 1 >= self.count:
            return i + 1
        sign = self.words[i + 1] in (".", "'", "’") and self.ends[i] == self.starts[i + 1]
        return i + 2 if sign else i + 1

    def field(self, i: int) -> bool:
        """Whether token ``i`` is a word of offices, bodies and fields."""
        if i >= self.count:
            return False
        return self.known.field(self.words[i], self.lows[i])

    def where(self, words: Set[str]) -> list[int]:
        """Which tokens, in order, are one of ``words``, which are in lower case."""
        positions = self._positions
        here = [positions[low] for low in words & self._known_lows]
        if len(here) < 2:
            return [*here[0]] if here else []
        return sorted(chain.from_iterable(here))

    def bear(self, places: Sequence[int]) -> None:
        """Take the tokens at ``places`` for surnames, whatever else their words are.

        ``lows`` of them end in a sign, so that no list has them.
        """
        self.borne = frozenset(self.words[i].lower() for i in places)
        self.no_speakers = self.known.no_speakers - self.borne
        for i in places:
            self.lows[i] += BORNE
            self._positions[self.lows[i]].append(i)
        for low in self.borne:
            self._positions[low] = [i for i in self._positions[low] if self.lows[i] == low]
        self._known_lows = frozenset(self._positions)

    def starts_of(self, words: Set[str]) -> list[int]:
        """Where the tokens begin that are one of ``words``, which are in lower case."""
        return [self.starts[i] for i in self.where(words)]

    def index_at(self, offset: int) -> int:
        """The index of the first token that ends after ``offset``."""
        return bisect_right(self.ends, offset)

    def acronym(self, i: int) -> bool:
        """Whether token ``i`` is an acronym such as UN or U.S."""
        word = self.words[i]
        short = 1 < len(word) <= 6 and word.isupper() and word[0].isalpha()
        return short and (not word[-1].isdigit() or word in self.known.acronyms)
