"""Titles: the words before (or after) a name that say what somebody is.

A *title* is one or more *offices* (``State Councilor and Foreign Minister``), each a *head*
(``Minister``) with what stands before it (``Foreign``, ``Deputy``, ``Russian``) and after it
(``for Foreign Affairs of Japan``), or a form of address (``Mr.``), or both. An office's *key* is
the set of its telling words, so that ``Foreign Minister`` and ``Minister for Foreign Affairs`` are
one office.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..lands.countries import Place
from .aides import is_anothers
from .portfolios import portfolio
from .tokens import Tokens

__all__ = ["Office", "Title", "beside_comma", "office_head", "place_after", "read_title"]

Office = frozenset[str]

_SYNONYMS = {
    "colonies": ("colonial",),
    "external": ("foreign",),
    "fm": ("foreign", "minister"),
    "pm": ("prime", "minister"),
    "pres": ("president",),
    "sec": ("secretary",),
    "secy": ("secretary",),
    "premier": ("prime", "minister"),
    "sg": ("secretary", "general"),
    "dg": ("director", "general"),
    "hr": ("high", "representative"),
    "hrvp": ("high", "representative"),
    "vp": ("vice", "president"),
    "eam": ("foreign", "minister"),
    "ceo": ("chief", "executive", "officer"),
    "cs": ("cabinet", "secretary"),
    "dpm": ("deputy", "prime", "minister"),
    # as telegrams have them
    "primin": ("prime", "minister"),
    "fonmin": ("foreign", "minister"),
    "formin": ("foreign", "minister"),
    "vicefonmin": ("vice", "foreign", "minister"),
    "depfonmin": ("deputy", "foreign", "minister"),
    "defmin": ("defense", "minister"),
    "finmin": ("finance", "minister"),
    "intmin": ("interior", "minister"),
    "fonsec": ("foreign", "secretary"),
    "permsec": ("permanent", "secretary"),
    "nsa": ("national", "security", "advisor"),
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
_AFFAIRES = frozenset({"d'affaires", "d’affaires"})
_HONOURABLE = (["hon"], ["honourable"], ["honorable"])
_WHOSE_STYLE = frozenset({"his", "her", "their"})
_STYLES = frozenset({"excellency", "highness", "majesty", "eminence", "holiness"})
_AFTER_HEAD = frozenset({"extraordinary", "plenipotentiary", "designate", "elect", "responsible"})
_PLACES_OF_OFFICE = frozenset({"to", "at", "on", "in"})
_KEYLESS = frozenset({"affairs", "of", "for", "and", "the", "to", "in", "on", "at", "'s", "’s"})


@dataclass(slots=True)
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
    done = 0
    for i in range(start, end):
        place = tokens.place_at.get(tokens.starts[i])
        done = place.end if place is not None else done
        if tokens.starts[i] < done or not tokens.lows[i][0].isalpha():
            continue  # "South Korean" too
        for low in tokens.lows[i].split("-"):
            if low not in _KEYLESS:
                words.extend(_SYNONYMS.get(low, (low,)))
    return frozenset(words)


def _leftwards(tokens: Tokens, head: int, floor: int) -> tuple[int, str | None]:
    """Where the title with its head at ``head`` begins, and the country that stands before it."""
    known = tokens.known
    words, lows = tokens.words, tokens.lows
    lower = words[head].islower()
    country = None
    j = head
    while j > floor and tokens.joined(j):
        i = j - 1
        place = tokens.place_to.get(tokens.ends[i])
        if place is not None and place.kind != "capital":
            first = tokens.index_at(place.start)
            led_to = lows[first - 2 if lows[first - 1] == "the" else first - 1] if first > 1 else ""
            if place.kind == "adjective" or (
                tokens.starts[first] == place.start
                and (lows[first - 1] == "the" or led_to not in tokens.known.whereabouts)
            ):
                country = country or place.country
                j = first
                continue
            break
        low = lows[i]
        if low in known.prefixes and (
            words[i][0].isupper()
            or low in tokens.known.lower_prefixes
            or (lower and low in known.fields)
        ):
            opens = (
                i == 0
                or not tokens.joined(i)
                or not (lows[i - 1][0].isalnum() or lows[i - 1] in ",/")
            )
            ranked = lows[i + 1].startswith(("deputy", "vice", "secretary"))
            ranked = ranked or (low == "first" and lows[i + 1] in ("minister", "first-lady"))
            if low in tokens.known.adverbs and words[i][0].isupper() and opens and not ranked:
                break
        elif words[i][0].isupper():
            fits = tokens.field(i) or low in known.heads
            if not fits and not (tokens.acronym(i) and low not in known.not_names):
                break
        elif lower and low in known.fields:
            pass
        elif low == "and" and i > floor and _is_list(tokens, i, floor):
            j = i - 1
            while j > floor + 1 and words[j - 1] == "," and tokens.field(j - 2):
                j -= 2
            continue
        else:
            break
        j = i
    while (
        not lower
        and lows[j] in known.named_bodies
        and j > floor
        and tokens.joined(j)
        and tokens.capital(j - 1)
        and lows[j - 1] not in known.not_names
        and lows[j - 1] not in known.heads
    ):
        # "Riverside University Professor Roe"
        j -= 1
    if lower and j > floor and tokens.joined(j) and tokens.capital(j - 1):
        j = _organisation(tokens, j, floor)
    if country is None and j - 1 > floor and tokens.possessive(j - 1):
        owner = tokens.place_to.get(tokens.ends[j - 2])
        country = owner.country if owner else None
    return j, country


def _is_list(tokens: Tokens, i: int, floor: int) -> bool:
    """Whether ``and`` at ``i`` joins fields: ``Trade and Industry``."""
    return i > floor and all(tokens.capital(k) and tokens.field(k) for k in (i - 1, i + 1))


def _organisation(tokens: Tokens, j: int, floor: int) -> int:
    """Capitalised words before a head in lower case, if they name a body: its first token."""
    i = j
    known = tokens.known
    while i > floor and tokens.joined(i) and tokens.capital(i - 1):
        low = tokens.lows[i - 1]
        if low in known.not_names and not tokens.field(i - 1):
            break
        i -= 1
    return i if any(tokens.field(k) for k in range(i, j)) else j


def office_head(tokens: Tokens, k: int) -> int | None:
    """The head of an office that begins at token ``k``, or ``None``."""
    known = tokens.known
    for i in range(k, min(k + 6, tokens.count)):
        if i > k and not tokens.joined(i):
            return None
        low = tokens.lows[i]
        if low in known.heads and not (low in known.weak_heads and tokens.words[i].islower()):
            return i
        if low not in known.prefixes and not (
            tokens.capital(i) and (tokens.field(i) or tokens.starts[i] in tokens.place_at)
        ):
            return None
    return None


_CLOSES = frozenset({",", ";", ".", "and", ")"})
"""What may stand behind a country that belongs to who is named before it."""
_BEFORE_SRI = frozenset({"dato", "datuk", "datin", "tan", "paduka"})
"""``Dato' Sri Roe``: where "Sri" is part of a form of address, and of no name."""


def read_title(tokens: Tokens, head: int, *, floor: int = 0) -> Title:
    """The title with its first head or address at token ``head``, none of it before ``floor``."""
    known = tokens.known
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
    polity = tokens.place_at.get(tokens.starts[start])
    if polity is not None and polity.kind == "name" and lows[start] in known.polities:
        begin = min(tokens.index_at(polity.end - 1) + 1, head)  # "Republic of Korea Minister"
    while True:
        if lows[k] in known.address:
            gender = "m" if lows[k] in known.male else "f" if lows[k] in known.female else gender
            led = lows[k].rstrip("'’.")
            k = tokens.past(k)
            if led in _BEFORE_SRI and k + 1 < tokens.count and lows[k] == "sri":
                k += 1
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
    """The end of an office with its head at ``k``, its country, its end without the country."""
    known = tokens.known
    lows = tokens.lows
    head = lows[k]
    k = tokens.past(k)
    country = None
    cut = k
    while k < tokens.count and tokens.joined(k):
        low = lows[k]
        if low in known.heads and (tokens.capital(k) or low not in known.weak_heads) and k == cut:
            head = low
            k = tokens.past(k)
        elif low in _AFFAIRES and k == cut:
            k += 1
        elif low in ("ad", "a") and (past := _meanwhile(tokens, k)):
            k = past
        elif low == "(" and (closed := _in_brackets(tokens, k)):
            k = closed
        elif low in known.prefixes and tokens.capital(k) and lows[k - 1] in known.heads:
            ahead = office_head(tokens, k)
            if ahead is None:
                if low not in _AFTER_HEAD:
                    break
                ahead = k
            k = ahead + 1
        elif low == "and" and lows[k + 1 : k + 2] == ["plenipotentiary"]:
            k += 2
        elif low == "in" and lows[k + 1 : k + 3] == ["charge", "of"]:
            found = portfolio(tokens, k + 2)
            if found is None:
                break
            k = found[0]
        elif low in ("to", "for", "of") and is_anothers(tokens, k + 1):
            break
        elif low == "to" and lows[k - 1] == "state":
            break  # "The Secretary of State to the Ambassador"
        elif low in ("to", "for") and head in known.serving and (served := _served(tokens, k)):
            k = served
        elif (
            low == "to"
            and head in known.serving
            and (body := portfolio(tokens, k))
            and all(tokens.field(i) or lows[i] == "the" for i in range(k + 1, body[0]))
        ):
            k = body[0]
        elif low in ("of", "for") or (
            low in _PLACES_OF_OFFICE and (head in tokens.known.posted or _is_sent(head, country))
        ):
            found = portfolio(tokens, k)
            if found is None:
                break
            sent = low == "for" and lows[k - 2 : k] == ["high", "commissioner"]
            apposed = tokens.lows[found[0] : found[0] + 1] == [
                ","
            ] and not known.address.isdisjoint(lows[found[0] + 1 : found[0] + 2])
            if (
                low != "of"
                and not (sent or apposed)
                and not (head in known.posted or _is_sent(head, country))
                and not _names_field(tokens, k, found[0])
            ):
                break
            if sent and country is None:
                # "the High Commissioner for Ruritania": who sends her is named, not where to
                place = tokens.place_to.get(tokens.ends[found[0] - 1])
                country = place.country if place else None
            k, named, end = found
            if named:
                country = country or named
                cut = end
                if end < k and lows[k : k + 1] not in (["to"], ["for"]):
                    # whose ambassador one is belongs to the office
                    return k, country, k if head == "ambassador" else cut
        else:
            break
        cut = k
    return k, country, cut


def _is_sent(head: str, country: str | None) -> bool:
    """Whether an office is of one country in another: ``High Commissioner of Ruritania to``."""
    return head == "commissioner" and country is not None


def _meanwhile(tokens: Tokens, k: int) -> int:
    """The token after ``ad interim`` or ``a.i.`` at token ``k``, or 0."""
    words = "".join(tokens.lows[k : k + 2])
    if words == "adinterim":
        return k + 2
    point = tokens.lows[k : k + 4] == ["a", ".", "i", "."]
    return k + 4 if point and tokens.ends[k + 3] - tokens.starts[k] == len("a.i.") else 0


_REMARKS = (["translation"], ["interpretation"], ["continuing"], ["speaking"])
"""What is told in brackets of how somebody speaks: ``THE PRESIDENT (Translation)``."""


def _in_brackets(tokens: Tokens, k: int) -> int:
    """The token after a field of office in brackets at ``k``, as in ``Secretary (West)``, or 0."""
    end = k + 1
    if tokens.lows[end : end + 1] in _REMARKS:
        return 0
    while end < min(k + 4, tokens.count) and tokens.capital(end) and tokens.field(end):
        end += 1
    shut = end > k + 1 and tokens.lows[end : end + 1] == [")"]
    return end + 1 if shut and not tokens.acronym(k + 1) else 0


def _served(tokens: Tokens, k: int) -> int:
    """The token after the office that ``to`` at ``k`` leads: ``to the President``; 0 if none."""
    first = k + 2 if tokens.lows[k + 1 : k + 2] == ["the"] else k + 1
    head = office_head(tokens, first) if tokens.capital(first) else None
    if head is None or tokens.lows[k - 2] in ("foreign", "home", "defense", "defence", "general"):
        return 0
    return _after_head(tokens, head)[0]


def _names_field(tokens: Tokens, start: int, end: int) -> bool:
    # "thanked the President for Japan's support": what follows "for" must be a field of office,
    # if it is not one word before a whole name: "the Minister for Ice Jane Roe".
    if any(tokens.field(i) for i in range(start, end)):
        return True
    return end == start + 2 and all(
        tokens.capital(i)
        and tokens.joined(i)
        and tokens.starts[i] not in tokens.place_at
        and tokens.lows[i] not in tokens.known.before_names
        for i in (end, end + 1)
    )


def _next_part(tokens: Tokens, k: int, start: int) -> tuple[int, int] | None:
    """Where the next part of a compound title begins, and its head."""
    known = tokens.known
    lows = tokens.lows
    if k >= tokens.count or not tokens.joined(k):
        return None
    if lows[k] in known.address:
        return k, k
    honoured = lows[k] == "the" and lows[k + 1 : k + 2] in _HONOURABLE and tokens.joined(k + 1)
    if honoured and lows[k - 1] != "senator":
        return k + 1, k + 1  # "the Minister of Trade the Hon. Roe"
    if lows[k] in _WHOSE_STYLE:
        # "the Emir of Oman His Highness Sheikh Roe"
        style = next((i for i in range(k + 1, min(k + 3, tokens.count)) if lows[i] in _STYLES), 0)
        if style and all(tokens.joined(i) for i in range(k, style + 1)):
            return style, style
    joint = start and lows[start - 1] == "the" and not _set_off(tokens, k + 1)
    acts_as = start > 1 and lows[start - 2 : start] == ["capacity", "as"]
    if lows[k] in ("/", "&") or (lows[k] == "and" and not (joint or acts_as)):
        # "The President and Prime Minister Smith" are two persons, "State Councilor and Foreign
        # Minister Smith" is one, as is "The President and Prime Minister, Mr. Smith"; "PM and
        # President Smith" are two.
        if lows[k] == "and" and k == start + 1 and tokens.acronym(start):
            return None
        after = k + 1 + (lows[k + 1 : k + 2] == ["concurrently"])
        if after < tokens.count and lows[after] not in known.address and tokens.joined(after):
            head = office_head(tokens, after)
            if head is not None:
                return after, head
        return None
    if tokens.capital(k):
        head = office_head(tokens, k)
        if head is not None and lows[head] not in known.address:
            return k, head
    return None


def _set_off(tokens: Tokens, k: int) -> bool:
    """Whether a comma and a name follow the office that begins at token ``k``."""
    head = office_head(tokens, k) if k < tokens.count else None
    end = _after_head(tokens, head)[0] if head is not None else tokens.count
    if tokens.lows[end : end + 1] != [","] or not tokens.on_line(end + 1):
        return False
    return tokens.capital(end + 1) or tokens.lows[end + 1] in tokens.known.address


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
    after = tokens.index_at(place.end - 1) + 1
    closed = tokens.lows[k] == "(" and tokens.lows[after : after + 1] == [")"]
    return place, after + closed


def beside_comma(tokens: Tokens, k: int) -> tuple[Place, int] | None:
    """The country in ``, <country>`` at token ``k``, one of no several, and the token after it."""
    if tokens.lows[k : k + 1] != [","] or k + 1 >= tokens.count or not tokens.joined(k + 1):
        return None
    place = tokens.place_at.get(tokens.starts[k + 1])
    if place is None or place.kind != "name":
        return None
    after = tokens.index_at(place.end - 1) + 1
    if after < tokens.count and tokens.joined(after):
        if tokens.words[after] not in _CLOSES:
            return None
        following = after + 1
        while following < tokens.count and tokens.lows[following] in ("and", "the"):
            following += 1
        if tokens.words[after] in (",", "and") and following < tokens.count:
            other = tokens.place_at.get(tokens.starts[following])
            if other is not None and other.kind == "name":
                return None
    return place, after
