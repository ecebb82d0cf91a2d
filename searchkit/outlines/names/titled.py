"""Names beside a title, and offices without a name.

Names are read only beside a title or a calling (``the poet Jane Roe``) or beside an office set off
by a comma, a colon or brackets (``Jane Roe, Minister of Finance``); so places and bodies are never
taken for people.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from ..speech.reporting import may_report, read_verb
from .making import Maker
from .name_words import SHEIKHS
from .naming import Naming
from .ranks import bare_office
from .rosters import roster_spans
from .several import plural_office
from .titles import Title, beside_comma, office_head, place_after, read_title
from .tokens import Tokens

__all__ = ["read_titled"]

_WHOSE = frozenset({"his", "her", "their", "'s", "’s"})
_LINKS = frozenset({"and", "for", "in", "of", "on", "from", "as", ",", "(", ""})
_CLERGY = frozenset({"bishop", "sister", "brother", "father", "mother"})
"""What styles those of a church, before their names."""
_BEFORE_OFFICE = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_DOES = frozenset({"and", "met", "said", "hosted", "received", "welcomed", "held", "paid"})
_ENDS = frozenset(".!?")
_SHIPS = frozenset({"HMS", "USS", "USNS", "RMS", "SS", "MV", "RFA", "HMAS", "HMCS", "JS", "INS"})
"""A ship named for somebody is nobody."""
_CHAIRS = frozenset({"chair", "chairman", "chairwoman", "chairperson", "co-chair"})
_PEERS = frozenset({"lord", "lady", "baroness", "baron"})
_RETIRED = frozenset({"ret", "ret'd", "retd", "rtd", "retired", "dr", "prof", "eng", "hon"})
"""What stands in brackets between a rank and a name."""
_NEW = frozenset({"newly", "appointed", "new", "visiting", "incoming", "outgoing", "departing"})
_LED = frozenset({"by", "to", "from", "of", "with", "for"})
_WHEN = frozenset({"on", "at", "in", "during", "today", "yesterday", "earlier", "this", "last"})
_ASKING = frozenset({"by", "from"})
_LED_IN = re.compile(
    r"(?:\A|[.!?]\s+|\n\s*)(?:(?:After |Before |On |While )?(?!Meeting)[A-Za-z]+ing"
    r"|In (?:reply|answer|response) to|(?:On|To|At|Upon|After|Following|In|With)"
    r" (?:an?|the|some|his|her) (?:[a-z-]+ ){0,2}(?:questions?|requests?|quer(?:y|ies)|suggestions?"
    r"|points?|proposals?|remarks?|invitation|motion|objections?|comments?|appeal|call|inquir(?:y|ies)|enquir(?:y|ies)"
    r"|interventions?|advice)(?: [a-z]+)? (?:from|by|of)"
    r"|(?:Asked|Invited|Urged|Briefed|Welcomed|Pressed|Encouraged) by)\b[^.,;:]{0,60}\Z"
)
"""A clause of what is done to who is named in it: ``Welcoming Mr. Roe, the Minister said``."""
_OF_STATES = frozenset({"member", "partner", "observer"})
_STATES = frozenset({"states", "state", "countries", "nations", "governments", "economies"})
_BACK = 120
_SHORT = 4


class _Reader(Maker):
    def __init__(self, tokens: Tokens, surnames: Set[str] = frozenset()) -> None:
        super().__init__(tokens, surnames)
        self.counterpart: tuple[int, str | None] = (-1, None)

    def read(self) -> list[Naming]:
        tokens, known = self.tokens, self.known
        heads = known.before_names
        done = 0
        for h in tokens.where(heads):
            if h < done:
                continue
            low = tokens.lows[h]
            if self.in_place(h) or (low in SHEIKHS and self.within(h)):
                continue  # "Bandar Seri Begawan"
            if low in _OF_STATES and not _STATES.isdisjoint(tokens.lows[h + 1 : h + 2]):
                continue  # "ASEAN Member States"
            if low == "pm" and self.tells_hour(h):
                done = max(done, h + 1)
                continue
            if low in known.callings or low in known.relatives:
                if tokens.words[h].islower():
                    done = max(done, self.called(h))
                    continue
                if low not in known.heads:
                    done = max(done, self.styled(h) if low in _CLERGY else 0)
                    continue
            if low in known.plurals and low not in known.heads:
                done = self.several(h, done)
                continue
            if low in known.weak_heads and tokens.words[h].islower() and not tokens.capital(h + 1):
                continue
            title = read_title(tokens, h, floor=done)
            done = max(done, self.titled(title))
        return self.namings

    def in_place(self, h: int) -> bool:
        """Whether token ``h`` stands within the name of a place, and does not begin it."""
        tokens = self.tokens
        before = tokens.place_at.get(tokens.starts[h - 1]) if h else None
        return before is not None and before.end > tokens.ends[h] and before.kind != "adjective"

    def tells_hour(self, h: int) -> bool:
        """Whether token ``h`` stands behind a time of day."""
        before = self.tokens.words[h - 1] if h else ""
        hour = before[-1:].isdigit() and (":" in before or "." in before or len(before) < 3)
        return hour and self.tokens.text[self.tokens.ends[h - 1]] in " \u00a0P"

    def called(self, h: int) -> int:
        """``the diplomat Jane Roe``: take in a name after a calling; the token after it."""
        tokens = self.tokens
        stop = self.name(h + 1) if tokens.joined(h + 1) else h + 1
        related = tokens.lows[h] in self.known.relatives
        if related and stop > h + 1 and tokens.lows[h - 1] in _WHOSE:
            office = frozenset({tokens.lows[h]})
            title = Title(h, h + 1, None, (office,), None, None, False)
            self.namings.append(self.make(title, None, None, (h + 1, stop), (h + 1, stop)))
            return self.tail(stop)
        if related or stop - h < 3 or any(tokens.field(i) for i in range(h + 1, stop)):
            return h + 1
        place = tokens.place_to.get(tokens.ends[h - 1]) if h and tokens.joined(h) else None
        country = place.country if place and place.kind == "adjective" else None
        office = frozenset({tokens.lows[h]})
        title = Title(h, h + 1, (h, h + 1), (office,), country, None, False)
        self.namings.append(
            self.make(title, tokens.words[h], country, (h + 1, stop), (h + 1, stop))
        )
        return self.tail(stop)

    def styled(self, h: int) -> int:
        """``Sister Jane Roe``, ``Bishop Orme``: the token after whom a calling styles, or 0."""
        tokens = self.tokens
        inside = tokens.joined(h) and tokens.capital(h - 1)
        stop = self.name(h + 1) if not inside and tokens.joined(h + 1) else h + 1
        if stop == h + 1 or not tokens.in_block(h):
            return 0
        role = tokens.words[h] if tokens.lows[h] in self.known.callings else None
        office = (frozenset({tokens.lows[h]}),) if role else ()
        title = Title(h, h + 1, None, office, None, None, True)
        self.namings.append(self.make(title, role, None, (h + 1, stop), (h, stop)))
        return self.tail(stop)

    def titled(self, title: Title) -> int:
        """Take in what ``title`` belongs to; the token up to which the text is then read."""
        tokens = self.tokens
        start, end = title.start, title.end
        if start and tokens.words[start - 1] in _SHIPS and tokens.joined(start):
            return max(end, self.name(end))
        begin = end
        if tokens.lows[end : end + 1] == ["("] and tokens.lows[end + 2 : end + 3] == [")"]:
            # "Trade Representative (USTR) Roe"
            short = tokens.acronym(end + 1)
            begin = end + 3 if short and tokens.capital(end + 3) else end
            if short and tokens.lows[end + 3 : end + 4] == [","]:
                title = replace(title, end=end + 3)  # "Head of the Union (UN), Ms. Roe"
                end = begin = end + 3
        inside = tokens.lows[end + 1 : end + 2]
        if tokens.lows[end : end + 1] == ["("] and not _RETIRED.isdisjoint(inside):
            close = tokens.words[end : end + 4]
            begin = end + close.index(")") + 1 if ")" in close else end
        stop = self.name(begin) if tokens.joined(begin) else end
        loud = tokens.words[start].isupper() and tokens.words[end - 1].isupper()
        if loud and len(tokens.words[end - 1]) > _SHORT and tokens.in_block(start):
            # "PRESIDENT ROE Thank you": in a line of capitals the name is in capitals too. (Titles
            # are read in small letters, but for words that the text has in capitals alone.)
            while stop > begin and not tokens.words[stop - 1].isupper():
                stop -= 1
        if (stop - begin == 1 and self.doubtful(title, begin)) or self.next_row(start, begin):
            stop = begin
        if stop - begin == 1 and self.ends_office(title, begin):
            # "Jane Roe, President of Defence Works, and"
            title = replace(title, end=stop, role=title.role and (title.role[0], stop))
            begin = end = stop
        if stop > begin and self.names_a_house(stop):
            return stop + 1
        if stop <= begin:
            begin = stop = end
        role = None
        if title.role is not None:
            role = tokens.text[tokens.starts[title.role[0]] : tokens.ends[title.role[1] - 1]]
            role = bare_office(" ".join(role.split()))
        country = title.country
        if self.counterpart[0] == start:
            country = country or self.counterpart[1]
        if title.offices and "counterpart" in title.offices[-1]:
            role, title = None, replace(title, offices=())
            where = place_after(tokens, end) if stop <= begin else None
            if where is not None:  # "her counterpart from Oman, Ali Roe"
                country, end = where[0].country, where[1]
                stop = self.name(end) if tokens.joined(end) else end
                begin = end
                title = replace(title, end=end)
            if tokens.lows[end : end + 1] == [","]:
                self.counterpart = (end + 1, country)
                after = self.name(end + 1) if tokens.joined(end) and country else end
                if after - end > 2 and tokens.lows[end + 1] not in self.known.address:
                    # "his Norwegian counterpart, Jane Roe"
                    span = end + 1, after
                    self.namings.append(self.make(title, None, country, span, span))
                    return after
        named = self.make(title, role, country, (begin, stop), (start, stop))
        if stop > begin:
            inverted = self.inverted(begin, stop)
            if inverted:
                words = (*tokens.words[stop + 1 : inverted], *named.name)
                named = replace(
                    named, name=words, end=tokens.ends[inverted - 1], tail=tokens.ends[inverted - 1]
                )
                stop = inverted
            if not title.offices and (office := self.office_behind(stop)) is not None:
                # "Mrs. A Roe Deputy Parish Clerk"
                behind = tokens.text[tokens.starts[stop] : tokens.ends[office.end - 1]]
                named = replace(
                    named,
                    role=" ".join(behind.split()),
                    offices=office.offices,
                    tail=tokens.ends[office.end - 1],
                )
                stop = office.end
            self.namings.append(named)
            return self.tail(stop)
        return self.unnamed(title, named)

    def office_behind(self, k: int) -> Title | None:
        """The office that stands right behind a name, no other name behind it."""
        tokens = self.tokens
        if not (k < tokens.count and tokens.capital(k) and tokens.joined(k)):
            return None
        head = office_head(tokens, k)
        if head is None or tokens.lows[head] in self.known.address or head == k:
            return None
        office = read_title(tokens, head, floor=k)
        named = office.end < tokens.count and tokens.joined(office.end)
        if named and self.name(office.end) > office.end:
            return None
        return office if office.role is not None else None

    def ends_office(self, title: Title, k: int) -> bool:
        """Whether the word at ``k`` ends the office of who is named right before it."""
        tokens = self.tokens
        comma = title.start - 1
        if comma < 2 or tokens.words[comma] != "," or not tokens.joined(comma):
            return False
        held = title.role is not None and "of" in tokens.lows[slice(*title.role)]
        parted = tokens.words[k + 1 : k + 2] == [","] and tokens.joined(k + 1)
        first = self.first_word(comma)
        return held and parted and comma - first > 1 and tokens.capital(k)

    def next_row(self, start: int, begin: int) -> bool:
        """Whether a name at ``begin`` is on the next row of a list: ``Roe, Minister \\n Doe,``."""
        tokens = self.tokens
        if tokens.words[start - 1 : start] != [","] or begin >= tokens.count:
            return False
        at = tokens.starts[start]
        between = tokens.text[tokens.ends[begin - 1] : tokens.starts[begin]]
        return "\n" in between and any(a <= at < b for a, b, _ in roster_spans(tokens.text))

    def doubtful(self, title: Title, k: int) -> bool:
        """Whether the one word at ``k`` may be no name: ``Official Records``, ``Member Countries``.

        It is one where the text has it after another title, or what comes next is what one does.
        """
        tokens = self.tokens
        head = tokens.lows[title.end - 1]
        if head not in self.known.vague or tokens.lows[title.start] in self.known.address:
            return False
        if tokens.words[k].lower() in self.sure:
            return False
        after = tokens.lows[k + 1] if tokens.joined(k + 1) else ""
        return after in _LINKS or not may_report(tokens.text, tokens.ends[k])

    def unnamed(self, title: Title, naming: Naming) -> int:
        """An office without a name after it: set off by a comma from its holder, or on its own."""
        tokens = self.tokens
        start, end = title.start, title.end
        if not title.offices:
            return end
        comma = start - 1
        while comma >= 0 and tokens.lows[comma] in _BEFORE_OFFICE:
            comma -= 1
        if comma > 1 and tokens.possessive(comma):  # "Jane Roe, Ruritania's Minister"
            owner = tokens.place_to.get(tokens.ends[comma - 1])
            comma = tokens.index_at(owner.start) - 1 if owner else comma
        spaced = comma == start - 1 > 1 and tokens.text[tokens.ends[comma - 1] : tokens.ends[comma]]
        if spaced == " (" and (close := self.closing(end)) > 0:
            place = tokens.place_to.get(tokens.ends[close - 1]) if close > end else None
            beside = replace(naming, country=naming.country or (place.country if place else None))
            first = self.first_word(comma)
            if self.unheard(first, comma) and self.apposed(beside, comma, tokens.ends[close]):
                return close + 1
        # "Front Hall, Prime Minister's Office": the office is not that of what stands before.
        set_off = comma > 0 and self.parts(comma) and not naming.possessive
        set_off = set_off and tokens.joined(comma)
        if (
            set_off
            and tokens.joined(comma + 1)
            and self.apposed(naming, comma, tokens.ends[end - 1])
        ):
            return end
        if (
            tokens.lows[end : end + 1] == [","]
            and tokens.joined(end)
            and (naming.definite or title.strong or end - start > _SHORT - 2)
        ):
            begin = end + 2 if tokens.lows[end + 1 : end + 2] == ["the"] else end + 1
            if begin > end + 1 and not (
                tokens.joined(begin) and tokens.lows[begin] in self.known.address
            ):
                begin = end + 1
            bare = begin
            if tokens.lows[begin : begin + 1] in (["his"], ["her"]) and self.styles(begin + 1):
                begin += 1  # "the Premier, Her Excellency Jane Roe"
            while begin < tokens.count and self.styles(begin) and tokens.joined(begin):
                begin = tokens.past(begin)
                # "Her Excellency, Ms Jane Roe"
                begin += tokens.lows[begin : begin + 1] == [","] and self.styles(begin + 1)
                if tokens.lows[begin : begin + 2] in (["the", "hon"], ["the", "honourable"]):
                    begin += 1  # "Senator the Hon Jane Roe"
            if tokens.joined(begin) and tokens.lows[begin] in naming.offices[0] & self.known.heads:
                begin += 1  # "Foreign Minister of Oman, Minister Ali Roe"
            stop = self.name(begin) if tokens.joined(begin) else begin
            # "the Polish Foreign Minister, Jan Nowak, said"
            after = self.letters(stop)
            if begin > bare and tokens.lows[begin - 1] in _PEERS and tokens.capital(after + 1):
                after += 2 * (tokens.lows[after] == "of")  # "Lord Roe of Wye"
            closes = (
                after >= tokens.count
                or not tokens.joined(after)
                or not tokens.words[after].isalnum()
            )
            # "Asked by the Minister, Mr. Roe said": not who asked
            led = tokens.lows[start - 2] if start > 1 else ""
            first = not start or not tokens.joined(start) or tokens.words[start - 1] in _ENDS
            said = led not in _LED and not closes and tokens.lows[after] in _DOES
            # "called on the Vice President, Shri Roe on 3 May"
            timed = not closes and naming.definite and tokens.lows[after] in _WHEN
            whole = begin > bare or stop - begin > 1
            said = said or (timed and whole and led not in _ASKING)
            # "The Foreign Minister, Dr. Roe paid a visit", where nothing stands before it
            the = start - 1
            while the > 0 and tokens.lows[the] in _NEW and tokens.joined(the):
                the -= 1  # "The newly appointed Envoy"
            if the >= 0 and tokens.joined(the + 1) and tokens.words[the] == "The":
                first = not tokens.joined(the) or tokens.words[the - 1] in _ENDS
            said = said or (not closes and first and whole and tokens.words[after].islower())
            if self.of_another_office(after):
                begin = stop  # "were the Minister, Mr. Roe (Director) and Ms. Doe": three
            if stop - begin >= 2 - (begin > bare) and (closes or said) and stop > begin:
                made = self.make(title, naming.role, naming.country, (begin, stop), (start, stop))
                comma_too = tokens.lows[after : after + 1] == [","]
                self.namings.append(replace(made, tail=tokens.ends[after]) if comma_too else made)
                return after
        held = self.held(title, naming) or self.inserted(title, naming)
        held = held or self.second(title, naming)
        if held:
            return held
        # "HE Prime Minister and Minister of Trade stressed": one, by the form of address
        styled = tokens.lows[start] in self.known.address
        if len(title.offices) > 1 and "/" not in tokens.words[start:end] and not styled:
            return end
        capital = tokens.capital(end - 1) or tokens.capital(start)
        label = tokens.lows[end : end + 1] == [":"] and (
            not tokens.joined(start) or tokens.words[start - 1][0] == "Q"
        )
        if naming.definite or label or (title.strong and capital):
            # "DPM/FM proposed it": letters need no article
            short = all(
                w == "/" or (w.isupper() and len(w) < _SHORT) for w in tokens.words[start:end]
            )
            naming.definite = naming.definite or (short and not label)
            self.namings.append(naming)
        return end

    def of_another_office(self, k: int) -> bool:
        """Whether brackets at token ``k`` hold an office: ``Mr. Roe (Political Director)``."""
        tokens = self.tokens
        if tokens.lows[k : k + 1] != ["("]:
            return False
        head = office_head(tokens, k + 1)
        return head is not None and tokens.lows[head] not in _CHAIRS

    def apposed(self, naming: Naming, comma: int, tail: int) -> bool:
        """Give the office ``naming`` to the person named before the comma, if there is one."""
        tokens = self.tokens
        offset = tokens.ends[comma - 1]
        after = tokens.index_at(tail - 1) + 1
        where = place_after(tokens, after) if tokens.lows[after : after + 1] == ["("] else None
        where = where or beside_comma(tokens, after)
        if where is not None:  # "Jane Roe, Director (Oman)", "Jane Roe, Director, Oman"
            naming = replace(naming, country=naming.country or where[0].country)
            tail = tokens.ends[where[1] - 1]
        if (
            self.namings
            and self.namings[-1].name
            and offset in (self.namings[-1].end, self.namings[-1].tail)
        ):
            last = self.namings[-1]
            clause = _LED_IN.search(tokens.text, max(0, last.start - _BACK), last.start)
            said = tokens.lows[comma + 1] == "the" and tokens.text[tail : tail + 1] == " "
            if clause and said and read_verb(tokens.text, tail, tail + _BACK) is not None:
                return False  # "Welcoming Mr. Roe, the Minister recalled": not Mr. Roe
            if last.offices:
                # "Ambassador Roe, Permanent Representative of Ruritania"
                rank = self.rank(last.role)
                if (tokens.lows[comma + 1] == "the" or not naming.country or last.country) and (
                    not rank
                ):
                    return False
                self.namings[-1] = replace(
                    last,
                    role=naming.role if rank else last.role,
                    offices=(*last.offices, *naming.offices),
                    country=naming.country,
                    tail=tail,
                )
                return True
            self.namings[-1] = replace(
                last,
                role=naming.role,
                offices=naming.offices,
                country=last.country or naming.country,
                international=naming.international,
                tail=tail,
                possessive=False,
            )
            return True
        first = self.first_word(comma)
        led = tokens.lows[first - 1] if first else ""
        if comma - first < 2 or (
            led in ("in", "at", "from", "near", "to", "of", "on", "the")
            and not (led == "to" and tokens.lows[first - 2] in ("attributable", "according"))
        ):
            return False
        if self.namings and tokens.starts[first] < self.namings[-1].tail:
            return False
        title = Title(first, comma, None, naming.offices, naming.country, None, True)
        made = self.make(title, naming.role, naming.country, (first, comma), (first, comma))
        self.namings.append(replace(made, titled=False, tail=tail, possessive=False))
        return True

    def first_word(self, stop: int) -> int:
        """The token that begins the name that ends before token ``stop``; ``stop`` if none does."""
        tokens, first, length = self.tokens, stop, 0
        while first > 0 and length < _SHORT and tokens.joined(first):
            k = first - 1
            if k > 1 and tokens.words[k] == "." and self.shortened(k - 1):
                k -= 1  # "Ts. Roe"
            particles = self.known.particles
            while length and k > 0 and tokens.joined(k) and tokens.lows[k] in particles:
                k -= 1
            if not self.name_word(k, first=False):
                while k + 1 < first and not tokens.capital(k + 1):
                    k += 1
                return k + 1  # "with Le Quoc Roe", "with Van der Ode"
            first, length = k, length + 1
        return first

    def several(self, h: int, floor: int) -> int:
        """``Ministers Kono and Ivanov``: one naming for each; the token after the last.

        Their countries stand after each, or before all of them in the same order: ``the Foreign
        Ministers of Norway and Oman, Ida Fen and Jan Ode``.
        """
        tokens = self.tokens
        office = plural_office(tokens, h, floor)
        found: list[Naming] = []
        k = begin = office.end
        while k < tokens.count:
            first = k
            while k < tokens.count and tokens.lows[k] in self.known.address and tokens.joined(k):
                k = tokens.past(k)
            stop = self.name(k) if tokens.joined(k) else k
            if stop == k:
                break
            made = self.make(office.title, office.role or None, None, (k, stop), (first, stop))
            self.namings.append(replace(made, titled=False))
            k = self.bracketed(stop) or stop
            found.append(self.namings.pop())
            where = place_after(tokens, k)
            k = where[1] if where else k
            while k < tokens.count and tokens.lows[k] in (",", "and"):
                k += 1
        if len(found) > 1 and (office.titled or len(found) == len(office.countries)):
            if len(office.countries) in (1, len(found)):
                each = office.countries * (len(found) // len(office.countries))
                pairs = zip(found, each, strict=True)
                found = [replace(n, country=n.country or country) for n, country in pairs]
            self.namings.extend(found)
            return k
        return min(begin, h + 1)


def read_titled(tokens: Tokens) -> list[Naming]:
    """Everybody named after a title or beside one, and every office without a name, in order."""
    namings = _Reader(tokens).read()
    places = {tokens.text[p.start : p.end].lower() for p in tokens.places}
    surnames = {n.name[-1].lower() for n in namings if len(n.name) > 1} & places
    # "Minister Lima" is a person where "Minister Ana Lima" is one.
    return _Reader(tokens, surnames).read() if surnames else namings
