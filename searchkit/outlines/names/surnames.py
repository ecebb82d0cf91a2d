"""Surnames that are words of another kind, too: ``Mr. Bishop``, ``Secretary Hall``, ``Jane Day``.

Such a word is *borne* where a form of address, an office, a given name or an initial stands before
it and no further capital behind it. What one place shows holds for the other places of the text,
labels and lines in capitals too. Borne words are taken for nothing else: no office, no field.
"""

from __future__ import annotations

from ..speech.reporting import may_report, read_verb
from .naming import fold
from .titles import office_head
from .tokens import Tokens, every_given_name

__all__ = ["bear_surnames"]

_INITIAL = 3
_GIVEN_WORDS = 3
"""No more words stand between a title and the surname."""
_FIELD = 12
"""No more tokens stand between the head of an office and its holder."""
_HOLDERS = frozenset({
    "minister", "president", "premier", "secretary", "ambassador", "senator", "governor", "mayor",
    "chairman", "chairwoman", "chairperson", "commissioner", "director", "representative", "envoy",
    "professor", "councillor", "councilor", "cllr", "chancellor", "congressman", "congresswoman",
    "taoiseach", "undersecretary", "under-secretary", "spokesperson", "spokesman", "spokeswoman",
    "pm", "fm", "dpm", "secretary-general", "director-general", "governor-general", "sen", "amb",
})  # fmt: skip
"""Offices that no other office follows: who is ``President Judge`` is called Judge."""
_ADDRESSES = frozenset({"dr", "prof", "messrs", "comrade", "hon", "honourable", "honorable", "cde",
    "eng", "engr", "ing", "tov", "gosp", "rev", "h.e.", "h.e", "rt", "cllr"})  # fmt: skip
_NAMED = frozenset({"the", "a", "an", "this", "that", "its", "their", "our", "in", "at", "near"})
_PLACED = _NAMED | {"on", "to", "from", "of", "for", "around", "outside", "inside", "along"}
_JOINS = frozenset({"of", "for", "and", "the", "&", "-"})
_SENTENCE = frozenset('.!?:;"“”)')
_REACH = 80


class _Finder:
    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        known = self.known = tokens.known
        self.lows = set(map(str.lower, tokens.capitalised))
        self.given = every_given_name()
        self.address = (known.male | known.female | _ADDRESSES) - {"lord", "lady"}

    def find(self) -> list[int]:
        """The tokens that are surnames, whatever else their words may be."""
        tokens = self.tokens
        words = (self.lows & (self.known.surnames_too | self.known.places_too)) - self.given
        places = [i for i in tokens.where(words) if tokens.capital(i)] if words else []
        sure = {tokens.lows[i] for i in places if self.shown(i)}
        found = [i for i in places if tokens.lows[i] in sure and self.borne(i)] if sure else []
        return [*found, *self.small()]

    def small(self) -> list[int]:
        """The surnames that are small words: ``Vice Premier He Roe``, ``Mr. An``."""
        tokens = self.tokens
        if (small := self.known.small_surnames).isdisjoint(self.lows):
            return []
        found: set[int] = set()
        whole: set[tuple[str, str]] = set()
        for k in tokens.where(small):
            at = self.led(k) if tokens.words[k][0].isupper() else -1
            if at < 0:
                continue
            if tokens.joined(k + 1) and tokens.capital(k + 1):
                if self.may_be_given(k + 1, loud=False) and not self.common(k + 1):
                    whole.add((tokens.words[k], tokens.words[k + 1]))
            elif tokens.lows[at] in self.address or (tokens.words[at] != "," and self.says(k)):
                found.add(k)
        every = tokens.where({word.lower() for word, _ in whole}) if whole else ()
        found.update(i for i in every if tuple(tokens.words[i : i + 2]) in whole)
        return sorted(found)

    def led(self, k: int) -> int:
        """The token before ``k`` where a form of address or an office ends, in running text, or a
        comma behind an office; -1 if none does."""
        tokens = self.tokens
        if not tokens.words[k][1:].islower() or not tokens.in_block(k):
            return -1
        at = self.before(k)
        if at < 0 or tokens.words[at] in _SENTENCE or tokens.words[at].islower():
            return -1
        if tokens.lows[at] in self.address:
            return at
        office = self.office(at)
        if office < 0 or (tokens.words[office].isupper() and len(tokens.words[office]) > 2):
            return -1
        before = tokens.lows[office - 1] if office > 0 else ""
        vocative = before in self.known.male or before in self.known.female
        return -1 if vocative and tokens.joined(office) else at

    def common(self, i: int) -> bool:
        """Whether the text has the word of token ``i`` in small letters, too."""
        return self.tokens.lows[i] in self.tokens.distinct

    def ends(self, i: int) -> bool:
        """Whether no further capital follows token ``i``, nor the day of a month."""
        tokens = self.tokens
        after = i + 1
        dated = tokens.lows[i] in self.known.calendar and after < tokens.count
        if dated and tokens.words[after][0].isdigit():
            return False
        if not tokens.joined(after) or not tokens.capital(after):
            return not (tokens.lows[i] in self.known.places_too and self.body(after))
        return tokens.lows[after] in self.known.letters

    def body(self, of: int) -> bool:
        """Whether those who make a body stand at token ``of``: ``Speaker Chamber of Deputies``."""
        tokens = self.tokens
        if of + 1 >= tokens.count or tokens.lows[of] != "of" or not tokens.capital(of + 1):
            return False
        return tokens.starts[of + 1] not in tokens.place_at

    def before(self, i: int) -> int:
        """The token before ``i``, past particles and the full stop of what is shortened, or -1."""
        tokens = self.tokens
        while tokens.joined(i):
            i -= 1
            if tokens.words[i] == "." and i and tokens.lows[i - 1] in self.known.abbreviated:
                return i - 1
            if tokens.lows[i] not in self.known.particles or tokens.words[i].isupper():
                return i
        return -1

    def initial(self, i: int) -> bool:
        word = self.tokens.words[i]
        return word[0].isupper() and (
            len(word) == 1 or (word[-1] == "." and len(word.rstrip(".")) <= _INITIAL)
        )

    def shown(self, i: int) -> bool:
        """Whether what stands around token ``i`` shows that it is a surname."""
        tokens = self.tokens
        at = self.before(i)
        if at < 0 or not self.ends(i):
            return False
        loud = tokens.words[i].isupper()
        first = i
        while i - first < 2 * _GIVEN_WORDS and at >= 0 and self.may_be_given(at, loud=loud):
            first, at = at, self.before(at)
        if at >= 0 and tokens.lows[at] in self.address and tokens.capital(at):
            return True
        if loud:
            return first < i and self.opens(first) and self.apposed(i)
        office = self.office(at)
        if first == i and 0 <= office < at and tokens.field(i):
            return self.says(i)  # not "Representative for the Middle East"
        if first == i and tokens.lows[i] in self.known.openers and tokens.turns(i):
            return self.says(i)  # "PM Good morning."
        if office >= 0 and (first < i or tokens.in_block(i)):
            ranked = tokens.lows[i] in self.known.heads and tokens.lows[office] not in _HOLDERS
            placed = tokens.lows[i] in self.known.places_too
            if placed and first < i and tokens.lows[office] in self.known.weak_heads:
                return self.says(i)  # "Queen Ida Bridge"
            return first < i or not (ranked or (placed and self.the(office))) or self.says(i)
        return first < i and self.called(first, i)

    def called(self, first: int, i: int) -> bool:
        """Whether the words from token ``first`` are a whole name that ends at token ``i``."""
        tokens = self.tokens
        led = tokens.lows[first - 1] if tokens.joined(first) else ""
        if self.apposed(i):
            return led not in _NAMED
        if not tokens.in_block(i):
            return False
        before = self.before(i)
        known = fold(tokens.words[before]) in self.given
        if tokens.lows[i] in self.known.places_too:
            return (known or self.initial(before)) and (led not in _PLACED or self.says(i))
        if not (known or self.initial(before)):
            # A word of the text, or one that begins a sentence, is no given name.
            if any(map(self.common, range(first, i))):
                return False
            if self.opens(first) and not self.says(i):
                return False
        return led not in _NAMED

    def opens(self, i: int) -> bool:
        tokens = self.tokens
        return not tokens.joined(i) or tokens.words[i - 1] in _SENTENCE

    def apposed(self, i: int) -> bool:
        """Whether an office, or a country in brackets, is set beside the name at token ``i``."""
        tokens = self.tokens
        sign = tokens.words[i + 1] if tokens.joined(i + 1) else ""
        if sign not in (",", "(") or not tokens.joined(i + 2):
            return False
        k = i + 3 if tokens.lows[i + 2] == "the" else i + 2
        if sign == "(" and tokens.starts[i + 2] in tokens.place_at:
            return True
        return k < tokens.count and office_head(tokens, k) is not None

    def may_be_given(self, i: int, *, loud: bool) -> bool:
        """Whether token ``i`` may be a given name or an initial."""
        tokens, low = self.tokens, self.tokens.lows[i]
        if self.initial(i) and low != "i":
            return True
        return (
            tokens.capital(i)
            and (tokens.words[i].isupper() if loud else tokens.words[i][-1].islower())
            and low not in self.known.not_names
            and low not in self.known.prefixes
            and low not in self.known.before_names
            and not tokens.field(i)
            and tokens.starts[i] not in tokens.place_at
            and tokens.ends[i] not in tokens.place_to
        )

    def office(self, at: int) -> int:
        """The head of the office that ends at token ``at``, over what it is of; -1 if none does.

        A comma may stand behind it: ``the Governor of Wye, Jane Hall``.
        """
        tokens = self.tokens
        if at > 0 and tokens.words[at] == ",":
            at -= 1
        for k in range(at, max(-1, at - _FIELD), -1):
            place = tokens.place_to.get(tokens.ends[k])
            low = tokens.lows[k]
            if place is None and low in self.known.heads and tokens.capital(k):
                return k
            fits = tokens.capital(k) and (tokens.field(k) or tokens.acronym(k))
            inside = place is not None or any(
                p is not None and p.end >= tokens.ends[k]
                for p in (tokens.place_at.get(tokens.starts[j]) for j in range(max(0, k - 3), k))
            )
            if not (fits or inside or low in _JOINS or low in self.known.prefixes):
                return -1
            if not tokens.joined(k):
                return -1
        return -1

    def the(self, i: int) -> bool:
        """Whether an article leads to the office at token ``i``: ``the Foreign Minister House``."""
        tokens = self.tokens
        while i > 0 and tokens.joined(i) and tokens.capital(i - 1):
            i -= 1
        return i > 0 and tokens.lows[i - 1] in _NAMED

    def says(self, i: int) -> bool:
        """Whether a verb of speech follows token ``i``."""
        tokens = self.tokens
        if tokens.possessive(i + 1):
            return True
        end = tokens.ends[i]
        return (
            may_report(tokens.text, end) and read_verb(tokens.text, end, end + _REACH) is not None
        )

    def borne(self, i: int) -> bool:
        """Whether token ``i``, which is a surname elsewhere in the text, is one here."""
        tokens = self.tokens
        before = self.before(i)
        colon = tokens.words[i + 1 : i + 2] == [":"]
        if before < 0:
            opens = not tokens.joined(i) or tokens.words[i - 1] in _SENTENCE
            return colon or (opens and self.ends(i) and self.says(i))
        low = tokens.lows[before]
        if low in self.known.before_names and low not in _NAMED:
            return True
        if low in self.given or self.may_be_given(before, loud=tokens.words[i].isupper()):
            return True
        if self.office(before) >= 0:
            return self.ends(i)
        if tokens.words[before] in _SENTENCE or tokens.capital(before):
            return colon or (self.ends(i) and self.says(i))
        return low not in _NAMED and low not in self.known.calendar and self.ends(i)


def bear_surnames(tokens: Tokens) -> None:
    """Mark the surnames among ``tokens`` that are words of another kind as well."""
    found = _Finder(tokens).find()
    if found:
        tokens.bear(found)
