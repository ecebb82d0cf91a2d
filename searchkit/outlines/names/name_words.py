"""Which words of a text are a name, once something shows that a name begins.

A name is capitalised words, with particles in small letters between them (``Jo van der Ode``), none
of them a word of offices or of headings.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from ..lands.countries import Place
from ..speech.reporting import may_report, read_verb
from ..speech.verbs import verb_forms
from ..words.wording import Wording
from .naming import fold
from .titles import office_head
from .tokens import BORNE, Tokens, every_given_name

__all__ = ["SHEIKHS", "STAGE", "NameReader", "name_end"]

_MONTHS = frozenset({"may", "april", "june", "august", "march"})
_PATRONYMIC = re.compile(r"(?:vich|vna|ichna|oglu|ogly|qizi|kyzy)\Z", re.IGNORECASE)
_RETIRED = frozenset({"rtd", "retd", "ret", "retired"})
_STYLED = frozenset({"U", "Daw", "Sayyid", "Sayyida"})
_PILGRIMS = frozenset({"haji", "hajah", "hj", "tun", "datuk", "pengiran"})
"""What stands before a name as Mr. does, and within one."""
_NOBLE = frozenset({"Sayyid", "Sayyida"})
"""What stands before a name as Mr. does, in Myanmar and, after such a style, in Oman."""
_STYLES = frozenset({"highness", "h.h.", "h.e.", "excellency"})
_PREFIXED = re.compile(r"(?:[dl]['’]|(?:a[lnrstdz]|el|ash|ul|ad)-)(?!Affaires|[EÉ]tat)[A-ZÀ-ÞĀ-ɏ]")
"""Words of names that begin small: ``al-Assad``, ``d'Estaing``."""
_SMALL = frozenset("adelu")
"""With one of these they begin."""
_INITIAL = re.compile(r"[A-ZÀ-ÞĀ-ɏ]\.")
_BREATHINGS = frozenset("'‘’ʻʼ`")
_BRACKETS = frozenset("[]")
_NICKNAMED = {'"': '"', "“": "”", "‘": "’", "'": "'", "(": ")"}
"""The signs around what one is called, within a name."""
_SIGNS = _BREATHINGS.union(_NICKNAMED)
STAGE = frozenset({
    "laughter", "laughs", "applause", "pause", "inaudible", "crosstalk", "interruption", "sic",
    "interrupting", "interjecting", "handwritten", "redacted", "deleted", "omitted", "signed",
    "break", "unclear", "translated", "chair", "chairman"
})  # fmt: skip
"""What else stands in brackets between sentences."""
_TO_STATES = ("in", "In", "of", "to", "between", "Between")
"""Words before the name of a state."""
_LONGEST = 6
_SHORT_NAME = 2
_LETTERS = 3
_FATHERS = frozenset({
    "uulu", "uly", "ulu", "oglu", "oğlu", "ogly", "ugli", "kyzy", "qizi", "qızı", "gyzy"
})  # fmt: skip
"""Behind a father's name, in Central Asia and Azerbaijan: ``Jan Roe uulu``."""
SHEIKHS = frozenset({"sheikh", "sheik", "shaikh"})
"""Given names that are styles as well: ``Omar Sheikh Roe``."""
_REACH = 80


_HONOURS = 4


@lru_cache
def _pasts() -> frozenset[str]:
    """What verbs of headlines are in the past tense: ``received`` for ``receives``."""
    verbs = Wording.default().headline_verbs | Wording.default().finite
    bare = {verb.removesuffix("s") for verb in verbs if verb.endswith("s")}
    return frozenset({f"{verb.removesuffix('e')}ed" for verb in bare if len(verb) > 3})


def _is_past(low: str) -> bool:
    return low.endswith("ed") and low in _pasts()


class NameReader:
    """Finds where names end; ``surnames`` are places that are surnames of people in the text."""

    def __init__(self, tokens: Tokens, surnames: Set[str] = frozenset()) -> None:
        self.tokens = tokens
        self.known = tokens.known
        self._common: set[str] | None = None
        self._labels: dict[str, int] = {}
        self._states: dict[str, bool] = {}
        self.surnames = surnames
        self.given = every_given_name()

    @property
    def common(self) -> set[str]:
        """The words that the text has in lower case."""
        if self._common is None:
            self._common = {word for word in self.tokens.distinct if word.islower()}
        return self._common

    def opens_field(self, start: int, colon: int) -> bool:
        """Whether the tokens from ``start`` to a colon begin a line and label it: not a turn.

        Turns come again: ``SG: Good day.``
        """
        tokens = self.tokens
        label = tokens.text[tokens.starts[start] : tokens.ends[colon]]
        begins = start == 0 or not tokens.joined(start)
        if begins and label not in self._labels:
            self._labels[label] = tokens.text.count(f"\n{label} ")
        return begins and self._labels[label] <= 1

    def name_word(self, k: int, *, first: bool) -> bool:
        """Whether token ``k`` can be a word of a name."""
        tokens, low = self.tokens, self.tokens.lows[k]
        word = tokens.words[k] if tokens.capital(k) else ""
        if tokens.words[k][0] in _SMALL and _PREFIXED.match(tokens.words[k]):
            return tokens.in_block(k) or not first
        if not word or not (word[-1].isalpha() or "." in word):
            return False
        if low in _MONTHS and any(after[0].isdigit() for after in tokens.lows[k + 1 : k + 2]):
            return False  # "by the Press Secretary May 22"
        if low[-1] == BORNE or (low in _PILGRIMS and not first):
            return True
        if low in SHEIKHS and not first and self.within(k):
            return True
        if low in self.known.heads or tokens.field(k):
            return False
        if low in self.known.address and (first or not self.closes(k)):
            return False
        if low in self.known.letters and word.isupper() and len(word) > 1:
            return False
        if not first and low in self.known.prefixes and office_head(tokens, k) is not None:
            return False  # "Mr. A Roe Deputy Clerk"
        if low in self.known.openers and (not first or tokens.turns(k)) and self.opens(k):
            return False
        if low in self.known.not_names:
            initial = word in ("A", "I") and tokens.capital(k + 1) and tokens.joined(k + 1)
            if initial and (first or len(tokens.words[k - 1]) == 1):
                return True  # an initial: "Cllr A Roe", "Mr J A Roe"
            follows = tokens.lows[k + 1 : k + 2]
            if low == "said" and tokens.joined(k) and word == "Said":
                # in the middle of a sentence a capital makes it a name
                titled = tokens.lows[k - 1] in self.known.before_names
                return titled or tokens.in_block(k) or not self.known.particles.isdisjoint(follows)
            return first and low in _MONTHS
        place = tokens.place_at.get(tokens.starts[k])
        if place is not None:
            # "Minister Israel Katz", "Ambassador Togo", "Minister Jack London"
            # (but not "President of Togo", where a title has taken it in)
            if place.end != tokens.ends[k]:
                return False
            if low in self.surnames:
                return True
            if place.kind == "name" and tokens.possessive(k + 1) and self.state(place):
                return False  # "told Minister Roe Norway's view"
            if place.kind == "adjective" or not first:
                return not first and self.surname(k)
            return place.kind == "name"
        if tokens.in_block(k):
            return True
        # In a heading every word may have a capital: "Prime Minister Smith Departs", "Prime
        # Minister Received", "Minister Jane Roe Received Envoy".
        does = (low[-1] == "s" and low in verb_forms()) or (not first and _is_past(low))
        return not does and (low not in self.common or (first and low[-2:] != "ed"))

    def closes(self, k: int) -> bool:
        """Whether a form of address at token ``k`` ends a name: ``Pham Quoc Tuan, Minister``."""
        tokens = self.tokens
        told = tokens.words[k].isalpha() and tokens.words[k].istitle() and len(tokens.words[k]) > 2
        return told and not (tokens.joined(k + 1) and tokens.capital(k + 1))

    def within(self, k: int) -> bool:
        """Whether token ``k``, a style elsewhere, stands within a name: ``Omar Sheikh Roe``."""
        tokens, last = self.tokens, k - 1
        if not (tokens.joined(k) and tokens.capital(last) and tokens.capital(k + 1)):
            return False
        return tokens.joined(k + 1) and tokens.lows[last] in self.given

    def state(self, place: Place) -> bool:
        """Whether the text has the name of a place elsewhere as one of a state: ``in Norway``."""
        text = self.tokens.text
        name = text[place.start : place.end]
        if name not in self._states:
            told = (f"{name}-", *(f"{word} {name}" for word in _TO_STATES))
            self._states[name] = any(words in text for words in told)
        return self._states[name]

    def opens(self, k: int) -> bool:
        """Whether token ``k`` begins what is said after a name: ``Mr Roe Can the Minister say``."""
        tokens = self.tokens
        if k + 1 >= tokens.count or not tokens.joined(k + 1) or tokens.capital(k + 1):
            return True
        end = tokens.ends[k]
        return not may_report(tokens.text, end) or read_verb(tokens.text, end, end + _REACH) is None

    def surname(self, k: int) -> bool:
        """Whether the place at token ``k``, after another name, may be a person's surname."""
        tokens = self.tokens
        after = tokens.lows[k + 1] if tokens.joined(k + 1) else ""
        if tokens.place_at[tokens.starts[k]].kind == "adjective" and (
            tokens.capital(k + 1) or after in self.known.of_peoples or after == "-"
        ):
            return False
        if tokens.in_block(k):
            return tokens.in_block(k - 1)
        # "Minister Roe Japan Visit" is a heading.
        return not (tokens.joined(k + 1) and tokens.capital(k + 1))

    def labels(self, k: int) -> bool:
        """Whether a letter at token ``k`` speaks on a new line: ``Jane Roe`` / ``Q: Why?``"""
        tokens = self.tokens
        between = tokens.text[tokens.ends[k - 1] : tokens.starts[k]]
        return "\n" in between and tokens.text[tokens.ends[k] : tokens.ends[k] + 1] in (":", ".")

    def name(self, k: int) -> int:
        """The token after the name that begins at ``k``; ``k`` if none does."""
        tokens = self.tokens
        if self.ends_body(k):
            return k
        start = p = k
        while p < tokens.count and p - start < _LONGEST and (p == start or tokens.joined(p)):
            if self.saint(p) or self.shortened(p):
                p += 2
                continue
            if p > start and len(tokens.words[p]) == 1 and self.labels(p):
                break
            if self.name_word(p, first=p == start):
                p += 1
                continue
            if self.breathed(p) or (p > start and tokens.lows[p] in _FATHERS):
                p += 1 + (tokens.words[p] in _BREATHINGS)
                continue
            if tokens.words[p] == "[" and self.supplied(p):
                p += 3
                continue
            if p > start and tokens.words[p] in _NICKNAMED and self.nicknamed(p):
                p += 3
                continue
            ahead = p
            while (
                ahead < tokens.count
                and tokens.lows[ahead] in self.known.particles
                and tokens.joined(ahead)
            ):
                ahead += 1
                if ahead + 1 < tokens.count and tokens.words[ahead] in _BREATHINGS:
                    ahead += 2 * (tokens.words[ahead + 1] == "t")  # "van 't Orme"
            if ahead == p or ahead >= tokens.count or not tokens.joined(ahead):
                break
            if not self.name_word(ahead, first=False) or len(tokens.words[ahead].strip(".")) == 1:
                break  # "So do I."
            p = ahead + 1
        if p - start == 1 and _INITIAL.fullmatch(tokens.words[start]):
            return start
        if p - start > 1 and all(len(tokens.words[i]) == 1 for i in range(start, p)):
            return start  # "M P" after a name, and no name itself
        if p - start > 1 and self.cried(start):
            return next((i for i in range(start, p) if not tokens.words[i].isupper()), p)
        return p

    def ends_body(self, k: int) -> bool:
        """Whether letters at token ``k`` end the name of a body: ``President of the OSCE PA``."""
        tokens = self.tokens
        if k < 1 or not (
            tokens.joined(k) and tokens.words[k].isupper() and tokens.words[k].isalpha()
        ):
            return False
        body = tokens.words[k - 1]
        after = tokens.joined(k + 1) and tokens.capital(k + 1)
        short = 1 < len(tokens.words[k]) < len(body) and len(tokens.words[k]) <= _LETTERS
        return (
            short
            and body.isupper()
            and body.isalpha()
            and body in self.known.acronyms
            and not after
        )

    def cried(self, k: int) -> bool:
        """Whether a label in capitals holds the name that begins at token ``k``, and what is said
        follows it: ``LORD ROE Good afternoon.``"""
        tokens = self.tokens
        led = k - 1 - (k > 1 and tokens.words[k - 1] == ".")
        return (
            led >= 0
            and tokens.joined(k)
            and not tokens.joined(led)
            and all(len(w) > 1 and w.isupper() for w in (tokens.words[led], tokens.words[k]))
        )

    def saint(self, k: int) -> bool:
        """Whether ``St.`` of a surname stands at token ``k``: ``Jane St. Orme``."""
        tokens = self.tokens
        return (
            tokens.words[k] == "St"
            and tokens.words[k + 1 : k + 2] == ["."]
            and tokens.joined(k + 2)
            and self.name_word(k + 2, first=False)
        )

    def breathed(self, k: int) -> bool:
        """Whether a word of a name begins with a sign at token ``k``: ``Minister 'Ana 'Orme``."""
        tokens = self.tokens
        return (
            tokens.words[k] in _BREATHINGS
            and k + 1 < tokens.count
            and tokens.ends[k] == tokens.starts[k + 1]
            and self.name_word(k + 1, first=False)
        )

    def supplied(self, k: int) -> bool:
        """Whether a given name in brackets begins at token ``k``: ``President [Jane] Roe``."""
        tokens = self.tokens
        return (
            tokens.words[k + 2 : k + 3] == ["]"]
            and tokens.lows[k + 1] not in STAGE
            and tokens.joined(k + 3)
            and self.name_word(k + 1, first=True)
            and self.name_word(k + 3, first=False)
        )

    def nicknamed(self, k: int) -> bool:
        """Whether what one is called begins at token ``k``: ``Jane "Jo" Roe``."""
        tokens = self.tokens
        if tokens.words[k + 2 : k + 3] != [_NICKNAMED[tokens.words[k]]] or not tokens.joined(k + 3):
            return False
        word = tokens.words[k + 1]
        close = tokens.text[tokens.starts[k] : tokens.ends[k + 2]]
        fits = len(close) == len(word) + 2 and tokens.text[tokens.starts[k] - 1] == " "
        if not (fits and self.name_word(k + 1, first=False) and self.name_word(k + 3, first=False)):
            return False
        alike = word[:2] == tokens.words[k - 1][:2]
        return alike or tokens.words[k] != "(" or fold(word) in self.given

    def shortened(self, k: int) -> bool:
        """Whether a given name cut short stands at token ``k``: ``Minister Md. Roe``."""
        tokens = self.tokens
        return (
            tokens.lows[k] in self.known.short_names
            and tokens.capital(k)
            and tokens.words[k + 1 : k + 2] == ["."]
            and tokens.joined(k + 2)
            and self.name_word(k + 2, first=False)
        )

    def words(self, start: int, stop: int) -> tuple[str, ...]:
        """The words of a name, without the ``H. E.`` before some."""
        words = tuple(self.tokens.words[start:stop])
        if not _BRACKETS.isdisjoint(words):
            words = tuple(word for word in words if word not in _BRACKETS)
        if not _SIGNS.isdisjoint(words):
            text = self.tokens.text[self.tokens.starts[start] : self.tokens.ends[stop - 1]]
            words = tuple(text.replace("[", "").replace("]", "").split())
        if "." in words:
            words = tuple(" ".join(words).replace(" .", ".").split())  # "St."
        if words[:2] == ("H.", "E.") and len(words) > 2:
            return words[2:]
        before = self.tokens.lows[start - 1] if start else ""
        styled = len(words) > _SHORT_NAME and words[0] in _STYLED
        styled = styled or (len(words) > 1 and words[0] in _NOBLE and before in _STYLES)
        return words[1:] if styled else words

    def inverted(self, start: int, stop: int) -> int:
        """The token after ``Lavrov, Sergey Viktorovich``: a surname before given names; or 0."""
        tokens = self.tokens
        if (
            stop - start != 1
            or tokens.lows[stop : stop + 1] != [","]
            or not tokens.joined(stop + 1)
        ):
            return 0
        end = self.name(stop + 1)
        patronymic = end - stop == 3 and _PATRONYMIC.search(tokens.words[end - 1])
        given = 1 < end - stop < 4 and tokens.lows[stop + 1] in self.given
        # "Thanking Mr. Doe, Jane Roe agreed": another one, who does something or is named elsewhere
        if given and end - stop > 2 and not patronymic:
            acts = tokens.joined(end) and tokens.words[end][:1].islower()
            acts = acts and not tokens.lows[end - 1].endswith(("ich", "vna"))
            name = " ".join(tokens.words[stop + 1 : end])
            given = not acts and tokens.text.count(name) == tokens.text.count(f", {name}")
        # "Mr. Roe, Jane (Norway)"
        led = self.known.address.intersection(tokens.lows[max(0, start - 2) : start])
        told = end - stop == 2 and led and tokens.lows[end : end + 1] == ["("]
        return end if patronymic or given or told else 0

    def letters(self, stop: int) -> int:
        """The token after letters that follow a name (``, MP``, ``, K.C., M.P.``) at ``stop``."""
        lows, count = self.tokens.lows, self.tokens.count
        if stop + 2 < count and lows[stop] == "(" and lows[stop + 1] in _RETIRED:
            stop += 3  # "Gen. Roe (Rtd), Minister of Ports"
        while True:
            comma = stop + 1 if stop < count and lows[stop] == "," else stop
            if comma >= count or not self.tokens.joined(comma):
                return stop
            if lows[comma] not in self.known.letters and self.honours(comma):
                stop = comma + 1
                continue
            if lows[comma] not in self.known.letters:
                apart = self.apart(comma) if len(lows[comma]) == 1 else comma
                if apart == comma:
                    return stop
                stop = apart
                continue
            stop = self.tokens.past(comma)

    def honours(self, k: int) -> bool:
        """Whether token ``k``, behind a comma, is some order that a state gives: ``, EGH, MP``,
        which other letters or an office follow."""
        tokens, word = self.tokens, self.tokens.words[k]
        if tokens.lows[k - 1] != "," or tokens.lows[k + 1 : k + 2] != [","] or not word.isupper():
            return False
        if not 1 < len(word) <= _HONOURS or not word.isalpha() or word in self.known.acronyms:
            return False
        after = k + 2
        if after >= tokens.count or not tokens.joined(after) or tokens.starts[k] in tokens.place_at:
            return False
        low = tokens.lows[after]
        office = tokens.capital(after) and low in self.known.heads
        return office or low in self.known.letters or self.honours(after)

    def apart(self, k: int) -> int:
        """The token after letters that stand apart at token ``k``: ``M P``; ``k`` if none do."""
        tokens, end = self.tokens, k
        while end - k < _LONGEST and tokens.capital(end) and len(tokens.words[end]) == 1:
            end += 1
            if end < tokens.count and not tokens.joined(end):
                break
        return end if "".join(tokens.lows[k:end]) in self.known.letters else k


def name_end(tokens: Tokens, k: int) -> int:
    """The token after the name that begins at token ``k``; ``k`` if none does."""
    return NameReader(tokens).name(k)
