"""Namings in the making: a title, a name, and what is set beside them.

An office is set beside a name in brackets (``Jane Roe (Rapporteur)``), a name beside an office
behind ``is``, behind a colon or in brackets (``Chair: Ms. Roe``, ``the Secretary of State (Roe)``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set
from dataclasses import replace

from .name_words import NameReader
from .naming import Naming
from .portfolios import portfolio
from .ranks import is_international
from .titles import Title, office_head, place_after, read_title
from .tokens import Tokens

__all__ = ["Maker"]

_SIGNS = frozenset("|–—-")
_HOUSES = frozenset({
    "university", "airport", "hospital", "college", "stadium", "mosque", "library", "museum",
    "road", "boulevard", "avenue", "highway", "causeway", "bridge", "prize", "award", "port",
})  # fmt: skip
_BEFORE = 3
"""So many words may stand between *The* and an office: ``The OSCE Chairperson``."""
_ANSWER = re.compile(r"\A[QA]\. ")
"""The sign of an answer: ``A. Minister Roe agreed.``"""
_BODIES = frozenset({"ministry", "department", "parliament", "government", "cabinet", "senate"})
"""Bodies that a state has."""


class Maker(NameReader):
    """A reader of names that makes namings, those made so far in ``namings``."""

    def __init__(self, tokens: Tokens, surnames: Set[str] = frozenset()) -> None:
        super().__init__(tokens, surnames)
        self.namings: list[Naming] = []

    @property
    def sure(self) -> set[str]:
        """The last words of the names taken in so far."""
        return {naming.name[-1].lower() for naming in self.namings if naming.name}

    def make(
        self,
        title: Title,
        role: str | None,
        country: str | None,
        name: tuple[int, int],
        form: tuple[int, int],
    ) -> Naming:
        tokens = self.tokens
        role = role and _ANSWER.sub("", role)
        after = self.letters(form[1]) if name[1] > name[0] else form[1]
        where = place_after(tokens, after) if name[1] > name[0] else None
        if where and not tokens.possessive(after):
            country = country or where[0].country
            after = where[1]
        body = None if where or name[1] == name[0] else self.body(after)
        if body:
            after, country = body[0], country or body[1]
        before = tokens.lows[form[0] - 1] if form[0] else ""
        return Naming(
            tokens.starts[form[0]],
            tokens.ends[form[1] - 1],
            self.words(*name),
            role,
            title.offices,
            country,
            title.gender,
            titled=True,
            definite=before in ("the", "his", "her", "their", "our") or bool(title.country),
            possessive=tokens.possessive(form[1]),
            tail=tokens.ends[after - 1],
            international=role is not None and not body and is_international(role),
        )

    def body(self, k: int) -> tuple[int, str] | None:
        """The token after a state's body at token ``k``, where who is named serves, and the state:
        ``of the Ministry of Fish of Oman``."""
        tokens = self.tokens
        if tokens.lows[k : k + 1] != ["of"] or not tokens.joined(k):
            return None
        found = portfolio(tokens, k)
        if found is None or found[1] is None or _BODIES.isdisjoint(tokens.lows[k + 1 : found[0]]):
            return None
        return found[0], found[1]

    def tail(self, stop: int) -> int:
        stop = self.letters(stop)
        bracketed = self.bracketed(stop)
        if bracketed:
            return bracketed
        where = place_after(self.tokens, stop)
        return where[1] if where else stop

    def bracketed(self, k: int) -> int:
        """Give the office in ``(Rapporteur)`` to the one just named; the token after it, or 0."""
        tokens = self.tokens
        if tokens.lows[k : k + 1] != ["("] or not tokens.joined(k):
            return 0
        head = office_head(tokens, k + 1)
        close = next(
            (i for i in range(k + 1, min(k + 16, tokens.count)) if tokens.words[i] == ")"), 0
        )
        if head is None or not close or head > close:
            return 0
        title = read_title(tokens, head, floor=k + 1)
        country, last = title.country, close
        place = tokens.place_to.get(tokens.ends[close - 1])
        at = bisect_left(tokens.starts, place.start) - 1 if place else 0
        named = place is not None and place.kind == "name"
        if place and named and title.end <= at and tokens.lows[at] == ",":
            country, last = country or place.country, at  # "(Director, Peace Bureau, Oman)"
        rest = range(title.end, last)
        # "(Director, Human Rights Division)", "(Minister for Ferries)", but not
        # "(Minister Roe and others)"
        charge = tokens.lows[title.end] in ("of", "for")
        if title.start != k + 1 or not all(
            tokens.field(i)
            or tokens.lows[i] in ("of", "for", "the", "and", ",", "on")
            or (charge and tokens.capital(i))
            for i in rest
        ):
            return 0
        holder = self.namings[-1]
        if not holder.offices or self.rank(holder.role):
            role = tokens.text[tokens.starts[k + 1] : tokens.ends[last - 1]]
            self.namings[-1] = replace(
                holder,
                role=" ".join(role.split()),
                offices=(*holder.offices, *title.offices),
                country=holder.country or country,
                tail=tokens.ends[close],
            )
        return close + 1

    def names_a_house(self, k: int) -> bool:
        """Whether the name before token ``k`` is that of a house: ``King Roe Airport``."""
        tokens = self.tokens
        return (
            k < tokens.count
            and tokens.lows[k] in _HOUSES
            and tokens.capital(k)
            and tokens.joined(k)
            and tokens.in_block(k)
        )

    def parts(self, k: int) -> bool:
        """Whether token ``k`` sets an office off from a name: a comma, a dash, a table's bar."""
        tokens = self.tokens
        word = tokens.words[k]
        spaced = tokens.text[tokens.starts[k] - 1 : tokens.ends[k] + 1] == f" {word} "
        return word == "," or (word in _SIGNS and spaced)

    def styles(self, k: int) -> bool:
        """Whether token ``k`` only styles who is named after it: ``Dr.``, ``Ambassador``."""
        low = self.tokens.lows[k]
        return low in self.known.address or (low in self.known.styles and self.tokens.capital(k))

    def rank(self, role: str | None) -> bool:
        """Whether a role only tells the rank of who has an office besides: ``Vice Admiral``."""
        words = (role or "").lower().split()
        words = [word for word in words if word.replace(".", "") not in ("hrh", "hh", "hm")]
        return bool(words) and self.known.styles.issuperset(words)

    def held(self, title: Title, naming: Naming) -> int:
        """``the Premier of Japan was Jane Roe``, ``Chair: Ms. Roe``; the token after it, or 0."""
        tokens = self.tokens
        k = title.end
        link = tokens.lows[k] if k < tokens.count and tokens.joined(k) else ""
        if link == ":":
            opens = self.opens_field(title.start, k)
        else:
            opens = link in ("is", "was") and naming.definite
        if not opens or not tokens.on_line(k + 1):
            return 0
        begin = k + 1
        while begin < tokens.count and tokens.lows[begin] in self.known.address:
            begin = tokens.past(begin)
        stop = self.name(begin) if tokens.on_line(begin) else begin
        closes = stop >= tokens.count or not tokens.joined(stop) or tokens.lows[stop] in ".,;("
        if stop - begin < (2 if begin == k + 1 else 1) or not closes:
            return 0
        address = read_title(tokens, k + 1) if begin > k + 1 else None
        made = self.make(title, naming.role, naming.country, (begin, stop), (k + 1, stop))
        gender = address.gender if address else None
        self.namings.append(replace(made, gender=gender, possessive=False))
        return self.tail(stop)

    def unheard(self, start: int, stop: int) -> bool:
        """Whether the text has none of the words of a name in small letters."""
        tokens = self.tokens
        return not any(
            tokens.lows[i] in tokens.distinct and tokens.capital(i) for i in range(start, stop)
        )

    def closing(self, k: int) -> int:
        """The bracket that closes at token ``k`` after an office, perhaps behind a country:
        ``(Minister, Oman)``; -1 if none does."""
        tokens = self.tokens
        if tokens.lows[k : k + 1] == [","] and k + 1 < tokens.count:
            place = tokens.place_at.get(tokens.starts[k + 1])
            k = tokens.index_at(place.end - 1) + 1 if place else k
        return k if tokens.lows[k : k + 1] == [")"] else -1

    def inserted(self, title: Title, naming: Naming) -> int:
        """``the Secretary of State (Roe)``: a name in brackets; the token after it, or 0.

        With a form of address more may stand after it: ``The Chair (Ms. Roe (Norway)):``.
        """
        tokens, begin = self.tokens, title.end + 1
        owned = title.start and tokens.possessive(title.start - 1)
        opens = title.start == 0 or not tokens.joined(title.start)
        if tokens.lows[title.end : begin] != ["("]:
            return 0
        if not (tokens.in_block(title.end) or tokens.on_line(title.end)):
            return 0  # "(Summary)" on the line below a title
        first = begin
        while begin < tokens.count and tokens.lows[begin] in self.known.address:
            begin = tokens.past(begin)
        addressed = begin > first
        stop = self.name(begin) if tokens.joined(begin) else begin
        closed = tokens.lows[stop : stop + 1] == [")"]
        whole = closed and stop > begin + 1 and tokens.in_block(begin) and self.unheard(begin, stop)
        if not (naming.definite or owned or opens or whole):
            return 0
        if (
            stop == begin
            or not (closed or (addressed and tokens.lows[stop : stop + 1] in (["("], [","])))
            or (opens and not (addressed or naming.definite or whole))
            or any(
                tokens.starts[i] in tokens.place_at
                or tokens.acronym(i)
                or tokens.lows[i] in self.known.prefixes
                for i in range(begin, stop)
            )
        ):
            return 0
        address = read_title(tokens, first) if addressed else None
        made = self.make(title, naming.role, naming.country, (begin, stop), (first, stop))
        made = replace(made, gender=address.gender if address else made.gender)
        place = tokens.place_at.get(tokens.starts[stop + 1]) if stop + 1 < tokens.count else None
        if place is not None and not closed and tokens.lows[stop] == ",":
            made = replace(made, country=made.country or place.country)
        self.namings.append(replace(made, tail=tokens.ends[stop]) if closed else made)
        return stop + closed

    def second(self, title: Title, naming: Naming) -> int:
        """``The Chairperson, Norwegian Minister Jane Roe, said``: the token after it, or 0.

        Only where it begins a sentence: behind one of two who meet it is another.
        """
        tokens, begin = self.tokens, title.end + 1
        if tokens.words[title.end : begin] != [","] or not tokens.joined(begin):
            return 0
        place = tokens.place_at.get(tokens.starts[begin])
        the = title.start
        while the > 0 and tokens.joined(the) and tokens.words[the] != "The":
            the -= 1
        if place is None or place.kind != "adjective" or title.start - the > _BEFORE:
            return 0
        head = office_head(tokens, begin)
        if tokens.words[the] != "The" or head is None:
            return 0
        office = read_title(tokens, head, floor=begin)
        stop = self.name(office.end) if tokens.joined(office.end) else office.end
        if office.start != begin or stop == office.end or tokens.words[stop : stop + 1] != [","]:
            return 0
        country = office.country or place.country
        made = self.make(title, naming.role, country, (office.end, stop), (title.start, stop))
        both = replace(made, offices=(*made.offices, *office.offices), tail=tokens.ends[stop])
        self.namings.append(both)
        return stop + 1
