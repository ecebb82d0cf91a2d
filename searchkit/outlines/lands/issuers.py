"""Whose government publishes a document, and who is therefore its own.

The *issuer* is the one country that the lines around the text tell, by its name, by a seat of
government (``Downing Street``), by a web address or by a telephone's code (``www.mfa.gov.no``,
``Tel. +47``, see ``data/country_codes.tsv``). Where they tell none, a *trace* does: where a record
was kept (``FO 371/12``, ``Lot 65 D 330``); or a *style*, what one country's people and nobody else
are called (``Shri``). Seats, traces and styles stand in ``data/states.toml``. A government names
its own ministers without their country; it names that of others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..names.ranks import is_international
from ..names.tokens import vocabulary
from ..offices.tenure import may_hold
from ..sections.layout import Layout
from ..words.gates import Expressions, lowered, words_of
from ..words.wording import Wording
from .countries import countries_in, country_of, find_places

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = [
    "issuer",
    "seat_of",
    "take_hosts",
    "take_kept",
    "take_masthead",
    "take_own",
    "take_senders",
]

_LINES = 12
"""So many lines at either end may tell who publishes the document."""
_OPENING = 300
_FRONT = 1500
"""Who sends a document is told among so many characters."""
_FROM = re.compile(
    r"^[ \t]*(?:From:?[ \t]*)?\[?"
    r"(?P<who>[A-ZÀ-ÞĀ-ɏ][^\n:]{5,120}?),? and \[?(?:the )?(?=[A-ZÀ-ÞĀ-ɏ])",
    re.MULTILINE,
)
_PLACED = re.compile(r"\W*(?:place|venue|location|date|time|where|when|at)\b", re.IGNORECASE)
_PAGE_OF = re.compile(
    r"(?:(?:The )?(?:Official )?(?:website|web site|site|portal) of the )?"
    r"(?P<office>President|Prime Minister|Foreign Minister|Federal Chancellor) of "
    r"(?:the (?:Republic|Kingdom|State) of )?(?:the )?(?P<whose>[A-ZÀ-ÞĀ-ɏ][\w ]+)",
    re.IGNORECASE,
)
"""Whose page it is, in its masthead."""
_COPYRIGHT = ("(c)", "©", "copyright")
_MASTHEAD = 2
"""So many lines above the title may be whose page it is."""
_SHORT_LINE = 80
_LONG_FORM = 2
"""A country's name of more words heads a page: ``Republic of Ruritania``."""
_LINKS = frozenset({
    "", "the", "of", "and", "for", "&", "house", "his", "her", "cabinet", "website", "portal", "-",
    "–", "—", "mfa", "mofa", "dfa", "dfat", "archive", "archives", "official", "site", "page",
    "from", "transcripts", "cooperation", "co-operation",
})  # fmt: skip
_SIDE_BY_SIDE = re.compile(r" +[|•·] +")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+ ")
"""What a masthead begins with: ``gov.example Website of the Republic``."""
_ISSUED_BY = re.compile(r"(?:(?:press|media|news) release|source|issued by) ?: ?", re.IGNORECASE)
_SIGNED = re.compile(
    r"^[ \t]*(?:ministry|department) of (?:foreign|external|international)[a-z ,&]*\n"
    r"[ \t]*(?P<country>[A-ZÀ-ÞĀ-ɏ][^\W\d_]+(?: [A-ZÀ-ÞĀ-ɏ][^\W\d_]+)?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A ministry with its country under it."""
_ADDRESS_LINE = re.compile(
    r"(?:https?://|www\.|@)(?P<host>[\w-]+(?:\.[\w-]+)*\.(?P<end>[a-z]{2,6}))\b"
)
_OF_GOVERNMENT = re.compile(
    r"(?:\A|[.-])(?:go[vb]|gou?v|gouv|govt|government|go|gc|gub|gv|mil|admin|parliament|mfa|mofa|"
    r"maeci?|mzv?|msz|mid|bund|president|presidency|premier)\.[a-z]{2,3}\Z"
)
_PHONE = re.compile(
    r"\b(?:tel|phone|telephone|fax|call)\b[^\n+]{0,12}(?:\+|\b00)(?P<number>[\d ()-]{6,})",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\b(?:embassy|consulate|mission|\w+\.(?:int|org)\b|europa\.eu)", re.IGNORECASE
)
"""Whose telephones or addresses may have those of another country."""
_RECEIVES = ("received", "receives", "welcomed", "hosted")
_RECEIVED = re.compile(
    rf"\b(?:{'|'.join(_RECEIVES)})\b(?:[^.;]|\b(?:Mr|Ms|Mrs|Dr|H\.E)\.){{0,200}}?"
    r"\b(?:at|in) (?:the )?(?P<where>[^.;]{4,60})"
)
_MET_AT = re.compile(
    r"\b(?:met|meets?|talks)\b[^.;]{0,200}? (?:at|in) (?P<where>the [^.;,]{4,60}|[A-Z][^.;,]{4,60})"
)
_LEADS_IN = re.compile(
    r"(?:(?:[A-ZÀ-ÞĀ-ɏ][^\W\d_]+(?:, [A-ZÀ-ÞĀ-ɏ]\w+)?,? )?[\d.]{1,5}[^\n]{0,20}[-–—:] ?)?"
    r"(?:(?:On|In|At|Today|Yesterday|This|During|Earlier|Speaking)\b[^.;:\n]{0,60}?,? )?"
    r"(?:[Tt]he |H\.E\. )*\Z"
)
"""What stands between the beginning of a text and the first whom it names."""
_GUEST = re.compile(
    r"[^.;]{0,60}?\b(?:pa(?:id|ys)|made|makes?|began|begins|arrived|arrives|visit(?:ed|s|ing)?|"
    r"was received|were received|was welcomed|call(?:ed|s) on|to (?:visit|pay)|travel)\b"
)
_CAPTION = re.compile(r"\b(?:photo|call|with|visit|from|to|on)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|been|being|is|are) (?:also |then )?\Z")
_BESIDE = 12
_FORMER = "former "
_COMMITTEE = " committee"
_OF_UN = "for the secretary-general"
_SEAT_OF_UN = "new york"
_ADDRESS = 20
"""A form of address before a name is no longer, in characters."""


@dataclass(frozen=True, slots=True)
class _States:
    """Seats, traces and styles, each with its country; ``named`` are the seats alone, and
    ``by_word`` has their places among the seats by the longest word of each."""

    seats: tuple[tuple[str, str], ...]
    by_word: dict[str, list[int]]
    named: frozenset[str]
    traces: Expressions
    styles: Expressions


@cache
def _states() -> _States:
    import tomllib

    data = tomllib.loads(files("searchkit").joinpath("data/states.toml").read_text("utf-8"))
    seats = tuple((seat, country) for country, seats in data["seats"].items() for seat in seats)
    by_word: dict[str, list[int]] = {}
    for i, (seat, _) in enumerate(seats):
        by_word.setdefault(max(words_of(seat) or (), key=len), []).append(i)
    return _States(
        seats,
        by_word,
        frozenset(seat for seat, _ in seats),
        Expressions((one, told) for told, ones in data["traces"].items() for one in ones),
        Expressions((one, told) for told, one in data["styles"].items()),
    )


def _seated(low: str) -> list[tuple[str, str]]:
    """The seats of government that stand in ``low``, which is in small letters."""
    states, words = _states(), words_of(low)
    if words is None:
        return [one for one in states.seats if one[0] in low]
    places = sorted(i for word in states.by_word.keys() & words for i in states.by_word[word])
    return [one for one in map(states.seats.__getitem__, places) if one[0] in low]


def seat_of(roles: Set[str]) -> str | None:
    """The country of the body that roles, in small letters, name: ``speaker of the knesset``."""
    told = {
        country
        for role in roles
        if " of the " in role
        for seat, country in _seated(role)
        if " " not in seat and role.endswith(seat)
    }
    return told.pop() if len(told) == 1 else None


@cache
def _senders() -> dict[str, tuple[str, str]]:
    import tomllib

    data = tomllib.loads(files("searchkit").joinpath("data/header.toml").read_text("utf-8"))
    return {office: (role, country) for office, (role, country) in data["senders"].items()}


def take_senders(text: str, drafts: Sequence[Draft]) -> None:
    """Give who stands with a sending office above the text the office that leads it:
    ``From: Prime Minister's Office and The Rt Hon Jane Roe MP``."""
    front = lowered(text)[:_FRONT]
    if not any(office in front for office in _senders()):
        return
    by_start = {
        naming.start: (naming, draft)
        for draft in drafts
        for naming in draft.namings
        if naming.start < _FRONT
    }
    for match in _FROM.finditer(text, 0, _FRONT):
        low = match["who"].lower()
        told = next((held for office, held in _senders().items() if office in low), None)
        near = (by_start.get(i) for i in range(match.end(), match.end() + _ADDRESS))
        found = next((one for one in near if one is not None), None)
        if told is None or found is None or found[1].offices:
            continue
        naming, draft = found
        naming.role, naming.country = told[0], told[1] or None
        naming.offices = (frozenset(told[0].lower().replace(" of the ", " ").split()),)
        draft.offices.update(naming.offices)
        draft.roles.add(told[0].lower())
        if naming.country:
            draft.countries.add(naming.country)


def take_masthead(text: str, layout: Layout, drafts: Sequence[Draft]) -> None:
    """Give who is named first, without an office, that of the page: ``President of Ruritania``."""
    if not layout.blocks:
        return
    lines = [line.strip() for line in layout.boilerplate[:_MASTHEAD]]
    heads = [match for line in lines if (match := _PAGE_OF.fullmatch(line))]
    begin = layout.blocks[0].start
    namings = [(n.start, n, d) for d in drafts for n in d.namings if n.start >= begin]
    country = country_of(heads[0]["whose"]) if heads else None
    if country is None or not namings:
        return
    _, naming, draft = min(namings, key=lambda one: one[0])
    if draft.offices or draft.country or not _LEADS_IN.match(text, begin, naming.start):
        return
    role = heads[0]["office"]
    naming.role, naming.country, naming.offices = role, country, (frozenset(role.lower().split()),)
    draft.offices.update(naming.offices)
    draft.roles.add(role.lower())
    draft.countries.add(country)


def take_kept(text: str, layout: Layout, drafts: Sequence[Draft]) -> None:
    """Who stands above the text as ``Jane Roe, Former Secretary-General`` held the office then.

    So says a page that was kept for long, where the text speaks of ``the Secretary-General``.
    """
    begin = layout.blocks[0].start if layout.blocks else 0
    for draft in drafts:
        naming = draft.namings[0]
        role = naming.role or ""
        if naming.start >= begin or not role.lower().startswith(_FORMER):
            continue
        held = role[len(_FORMER) :]
        if f"he {held}" not in text[begin:] or any(n.role == held for n in draft.namings):
            continue
        naming.role = held
        naming.offices = tuple(office - {_FORMER.strip()} for office in naming.offices)
        draft.offices = {office for n in draft.namings for office in n.offices}
        draft.roles = {n.role.lower() for n in draft.namings if n.role}
        draft.international = draft.international or is_international(held)


@cache
def _codes() -> tuple[dict[str, str], dict[str, str]]:
    """Countries by the end of their web addresses, and by the code of their telephones."""
    ends: dict[str, str] = {"gov": "United States", "mil": "United States"}
    dials: dict[str, str] = {}
    table = files("searchkit").joinpath("data/country_codes.tsv").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            country, end, dial = line.split("\t")
            ends[end] = country
            if dial:
                dials[dial] = country
    return ends, dials


def _by_contacts(text: str, lines: Sequence[str]) -> set[str]:
    """The countries of a government's web addresses, else of its telephones, if it has them.

    A telephone counts only for a country that the text names.
    """
    around = "\n".join(lines)
    if not any(sign in around for sign in (".", "+", "00")):
        return set()
    ends, dials = _codes()
    told = {
        ends[match["end"]]
        for match in _ADDRESS_LINE.finditer(around.lower())
        if match["end"] in ends
        and (match["end"] in ("gov", "mil") or _OF_GOVERNMENT.search(match["host"]))
    }
    if told or _ABROAD.search(around):
        return told
    for match in _PHONE.finditer(around):
        number = "".join(filter(str.isdigit, match["number"])).removeprefix("00")
        country = next((dials[number[:n]] for n in (3, 2, 1) if number[:n] in dials), None)
        told.update([country] if country else [])
    return told.intersection(countries_in(find_places(text))) if told else told


def _by_office(line: str) -> str | None:
    """The country of a line that is its office or body: ``President of Ruritania``."""
    places = find_places(line)
    if len(line) > _SHORT_LINE or len(countries_in(places)) != 1 or places[0].kind != "name":
        return None
    if _SEAT_OF_UN in line.lower():
        return None
    rest = line[: places[0].start] + line[places[-1].end :]
    known = vocabulary()
    words = {word.strip(",").lower() for word in rest.split() if not word[0].isdigit()} - _LINKS
    if not words:
        return places[0].country if len(line.split()) > _LONG_FORM else None
    named = all(w in known.fields or w in known.heads or w in known.polities for w in words)
    return places[0].country if named else None


def _above(text: str, layout: Layout) -> list[str]:
    """The first lines above the text, but for dates, places and a title that is no seat."""
    begin = min(layout.blocks[0].start if layout.blocks else 0, _FRONT)
    taken = [(p.start, p.end) for p in layout.parts if p.role in ("title", "date", "place")]
    named = layout.title.strip().lower()
    record = Wording.default().records.search(layout.title) is not None
    body = named.endswith(_COMMITTEE)
    seated = _seated(named) if record or body or named in _states().named else []
    told = record or body or (seated and (named, seated[0][1]) in seated)
    found = [layout.title] if seated and told else []
    at = 0
    for line in text[:begin].split("\n"):
        if not any(start < at + len(line) and at < end for start, end in taken):
            found += [line.strip()] if line.strip() and not _PLACED.match(line) else []
        at += len(line) + 1
    first = text[begin : text.find("\n", begin) + 1].strip()
    return [*found[:_LINES], *([first] if _ISSUED_BY.match(first) else [])]


def _without(start: re.Pattern[str], line: str) -> str:
    match = start.match(line)
    return line[match.end() :] if match is not None else line


def issuer(text: str, layout: Layout) -> str | None:
    """The country whose government publishes the document, if the lines around it tell one."""
    lines = layout.boilerplate
    around = [
        *layout.site.splitlines(),
        *_above(text, layout),
        *lines[:_LINES],
        *lines[max(_LINES, len(lines) - _LINES) :],
    ]
    wording = Wording.default()
    told: set[str] = set()
    named: set[str | None] = set()
    seats = _seated("\n".join(around).lower())
    for index, line in enumerate(around):
        line = _without(_ISSUED_BY, line)
        low = line.lower()
        seated = {country for seat, country in seats if seat in low and _OF_UN not in low}
        # "House of Commons" over "CANADA"
        beside = country_of(around[index + 1].strip()) if index + 1 < len(around) else None
        told.update(seated)
        named.update({beside} if seated and beside else ())
        if low.startswith(_COPYRIGHT) or (wording.is_sender(line) and _SEAT_OF_UN not in low):
            # behind a full stop stands an address
            countries = countries_in(find_places(line.partition(". ")[0]))
            # "Bureau of European Affairs  Finland  Ukraine": what a page is filed under
            told.update(countries if len(countries) == 1 else ())
    told = {country for country in named if country} or told
    heads = (part for line in lines[:_MASTHEAD] for part in _SIDE_BY_SIDE.split(line))
    heads = (_without(_HOST, head) for head in (*layout.site.splitlines(), *heads))
    headed = set(filter(None, map(_by_office, heads)))
    told = headed if len(headed) == 1 else told | headed
    for zone in (text[:_FRONT], text[-_FRONT:]) if not told else ():
        low = zone.lower()
        named_body = "ministry of " in low or "department of " in low
        signed = _SIGNED.search(zone) if named_body else None
        country = country_of(signed["country"].strip()) if signed else None
        told.update([country] if country else [])
    if not told:
        told = _by_contacts(text, around)
    if not told and layout.blocks:
        start = layout.blocks[0].start
        low = text[start : start + _OPENING].lower()
        if " spokes" in low:
            told = {country for seat, country in _seated(low) if f"{seat} spokes" in low}
    if not told:
        told = _traced(text) or _states().styles.found(text)
    return told.pop() if len(told) == 1 else None


def _traced(text: str) -> set[str]:
    """The countries in whose archives a record was kept, and whose writers' own words it has."""
    zone = lowered(text)
    if len(zone) <= 2 * _FRONT:
        return _states().traces.found(zone, text)
    return _states().traces.found(zone[:_FRONT] + "\n" + zone[-_FRONT:])


def take_own(text: str, layout: Layout, drafts: Sequence[Draft], issued: str | None) -> None:
    """Who is named in the masthead, or first, in office and without a country, is of the issuer's.

    But not a guest, who is said to have come, or who only has the first word.
    """
    if issued is None or not layout.blocks or any(d.country == issued for d in drafts):
        return
    namings = sorted(((n.start, n, d) for d in drafts for n in d.namings), key=lambda one: one[0])
    titles = [part for part in layout.parts if part.role == "title"]
    front = layout.blocks[0].start
    masthead = [p for p in layout.parts if p.role == "boilerplate" and p.start < front]
    for start, _, draft in namings:
        above = any(
            part.start <= start < part.end and not _CAPTION.search(text, part.start, start)
            for part in masthead
        )
        if above and draft.country is None and not draft.international and may_hold(draft, issued):
            draft.presume(issued)
            return
    begins = [titles[0].start] if titles else []
    for begin in (*begins, layout.blocks[0].start):
        first = next(((n, d) for start, n, d in namings if start >= begin), None)
        if first is None or not _LEADS_IN.match(text, begin, first[0].start):
            continue
        naming, draft = first
        if draft.country is not None:
            return
        tail = max(naming.tail, naming.end)
        guest = text.startswith(":", tail) or _GUEST.match(text, tail)
        if guest or naming.possessive or draft.international or not naming.offices:
            continue
        if any(_is_of_another(n.role or "", issued) for n in draft.namings):
            continue
        if may_hold(draft, issued):
            draft.presume(issued)
            return


def _is_of_another(role: str, issued: str) -> bool:
    """Whether an office is that of another country: ``Envoy of Ruritania to Oman``."""
    places = find_places(role) if " of " in role else []
    return any(
        place.country != issued and role[: place.start].removesuffix("the ").endswith(" of ")
        for place in places[:1]
    )


def take_hosts(text: str, layout: Layout, drafts: Sequence[Draft]) -> str | None:
    """``President Roe received X at the Élysée``: who receives at a seat of government is of it.

    The country is returned: a government that receives tells of it itself.
    """
    _take_seated(text, layout, drafts)
    by_start = {n.start: d for d in drafts for n in d.namings}
    end = layout.blocks[min(1, len(layout.blocks) - 1)].end if layout.blocks else 0
    begin = layout.blocks[0].start if layout.blocks else 0
    received = any(word in text for word in _RECEIVES)
    for match in _RECEIVED.finditer(text, begin, end) if received else ():
        low = match["where"].lower()
        country = next((country for _, country in _seated(low)), None)
        passive = _WAS.search(text, max(0, match.start() - _BESIDE), match.start())
        inside = [start for start in by_start if match.start() < start < match.start("where")]
        before = [start for start in by_start if begin <= start < match.start()]
        host = by_start[max(before)] if before else None
        if passive:
            host = by_start[min(inside)] if inside else None
        if country and host is not None and host.country is None and not host.international:
            host.presume(country)
            return country
    return None


def _take_seated(text: str, layout: Layout, drafts: Sequence[Draft]) -> None:
    """``President Roe met Minister Doe of Oman at the Élysée``: Roe is of the seat's country."""
    meeting = [d for d in drafts if d.participant]
    unknown = [d for d in meeting if d.country is None and not d.international]
    if len(meeting) != len("AB") or len(unknown) != 1 or not layout.blocks:
        return
    opening = layout.blocks[min(1, len(layout.blocks) - 1)]
    for match in _MET_AT.finditer(text, layout.blocks[0].start, opening.end):
        told = {country for _, country in _seated(match["where"].lower())}
        told -= {d.country for d in meeting}
        if len(told) == 1 and may_hold(unknown[0], country := told.pop()):
            unknown[0].presume(country)
