"""Whose country it is that stands at some distance from a name.

A *row* has a country and who sat for it (``Ruritania . . . Mr. Roe``). A country *shared* stands
after the last of several names (``Mr. Roe and Ms. Doe from Ruritania``). Those of one *group* in a
list of who was there are of one country. Whom a minister *tells of* by office alone is of the
minister's own country: others are named with theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from .countries import Place, countries_in, country_of, find_places
from .rosters import interprets
from .sentences import split_sentences
from .sides import Named

if TYPE_CHECKING:
    from .people import Draft

__all__ = [
    "across",
    "of_columns",
    "of_groups",
    "of_leagues",
    "of_listed_sides",
    "of_rows",
    "of_those_told_of",
    "of_units",
    "shared",
    "side_by_side",
]

_GAP = re.compile(
    r"[ \t]*(?:(?:\. ?){3,}|…+|\t+| {2,}|[:|–—][ \t]*|(?<= )-(?= ))[ \t]*(?:H\.E\.[ \t]*)?\Z"
)
_ROW_HEAD = re.compile(r"(?:[A-Z][a-z]+:)?[ \t|*•·-]*\Z")
_BACK = re.compile(r"[ \t]*(?:(?:\. ?){3,}|…+|\t+| {2,}|\|[ \t]*)[ \t]*\(?\Z")
_ROW = 160
_LINE = re.compile(r"[^\n]+")
_COLUMN = 20
_CELL = re.compile(r"[^\s](?:[^\t\n ]| (?! ))*")
_FROM = re.compile(r"(?:, | (?:both|all) )from (?:the )?\Z")
_ON_LIST_FOR = re.compile(r",?\sfor (?:the )?\Z")
_JOINED = re.compile(r",?\s(?:and|&)\s(?:the\s|H\.E\.\s)*\Z|,\s(?:the\s|H\.E\.\s)*\Z")
_TELLS = re.compile(
    r"(?:\bthat|\b(?:quoted|quoting|cited|citing)|\b(?:greetings|regards|message|letter|wishes|"
    r"invitation|condolences|instructions?|behalf|findings|reports?|"
    r"appointment) (?:of|from))\s(?:(?:the|his|her|own)\s)*\Z"
)
_APART = re.compile(r"\bmeeting|\btalks|\bcounterpart|\bopposite")
_GOVERNING = frozenset(
    {"minister", "president", "chancellor", "premier", "senator", "governor", "administrator",
     "secretary", "king", "queen", "speaker", "envoy"}
)  # fmt: skip
_LEAGUE = re.compile(
    # No word of a country's name is longer than that: each is read from its start alone.
    r"\b(?P<both>[A-ZÀ-ÞĀ-ɏ][\w’'.–-]{0,60}(?: [A-ZÀ-ÞĀ-ɏ][\w’'.–-]{0,60}){0,8}?) "
    r"(?:Inter-Parliamentary |Parliamentary |Friendship |Parliamentarians[’'] )+"
    r"(?:League|Group|Association|Society|Union|Caucus)\b"
)
_WITH = re.compile(
    r"(?:,? (?:who|this|morning|afternoon|evening|earlier|also|then|later|today|had|held|met|spoke|"
    r"talked|an?|the|with|in|at|brief|separate|"
    # What begins with a capital is a name, read in one way.
    r"telephone|phone|working|(?![A-ZÀ-ÞĀ-ɏ])\w+ly|meeting|talks?|consultations?|conversation|call|"
    r"discussions?|"
    r"lunch|luncheon|dinner|breakfast|[A-ZÀ-ÞĀ-ɏ]\w+))*? (?:with|met)(?: the| H\.E\.)* "
)
_VISIT = re.compile(
    r"[^.;:]{0,60}\b(?:recalled|welcomed|appreciated|looked forward to|looking forward to)"
    r"(?: [\w-]+){0,4} visits? (?:of|by) (?:the )?"
)
"""Whose visit somebody welcomes is no countryman."""
_OWN_BODY = re.compile(
    r"\bthe (?P<whose>[A-ZÀ-ÞĀ-ɏ]\w+(?: [A-ZÀ-ÞĀ-ɏ]\w+)??) (?:[A-ZÀ-ÞĀ-ɏ][\w’']* ){0,3}?"
    r"(?:Workers|Party|Coast Guard|Armed Forces|Navy|Army|Parliament|Senate|Congress)\b"
)
_ENVOY = re.compile(r"(?:Ambassador|High Commissioner|Envoy)(?: \w+){0,3} to (?:the )?[A-Z]")
_UNIT = re.compile(r"\b(?:Division|Bureau|Department|Desk|Section|Directorate)\b")


_ROW_BEGIN = re.compile(r"(?:[A-ZÀ-ÞĀ-ɏ][\w ]{2,20}:)?[ \t]*(?:[-–•*◦]|\(?\d{1,2}[.)])?[ \t]*")
"""What stands before the name in a row: a label, a sign, a number."""


def of_rows(text: str, named: Named, places: Sequence[Place]) -> None:
    """``Ruritania . . . Mr. Roe``, ``Mr. Roe . . . (Ruritania)``: the text gives the country."""
    starts = [n.start for n, _ in named]
    for place in places:
        line = text.rfind("\n", 0, place.start) + 1
        end = text.find("\n", place.end)
        end = end if end >= 0 else len(text)
        if place.kind != "name" or end - line > _ROW:
            continue
        row = named[bisect_left(starts, line) : bisect_left(starts, end)]
        if len({id(d) for _, d in row}) != 1:
            continue
        naming, draft = row[0]
        if draft.country is not None:
            continue
        first = naming.start
        if place.end < first:
            above = _ROW_HEAD.match(text[line : place.start]) is not None
            fits = above and _GAP.match(text[place.end : first]) is not None
        else:
            between = text[max(naming.tail, naming.end) : place.start]
            # "Dr. Roe, Norway" is all of its row
            whole = between.strip() == "," and not text[place.end : end].strip(" \t;,")
            fits = _BACK.match(between) is not None or (
                whole and _ROW_BEGIN.fullmatch(text, line, first) is not None
            )
        if fits:
            draft.country = place.country


def _headed_columns(text: str, places: Sequence[Place]) -> list[tuple[int, int]]:
    """Where a line begins with a country and more stands far behind it: the head of columns."""
    spans = []
    for place in places:
        line = text.rfind("\n", 0, place.start) + 1
        if (
            place.kind == "name"
            and text.startswith("   ", place.end)
            and (not text[line : place.start].strip())
        ):
            blank = text.find("\n\n", place.end)
            spans.append((line, blank if blank >= 0 else len(text)))
    return spans


def of_columns(
    text: str,
    named: Named,
    rosters: Sequence[tuple[int, int]],
    places: Sequence[Place],
) -> None:
    """Those in a column of a list of who was there are of the country that stands over it."""
    named = [(n, d) for n, d in named if d.country is None]
    starts = [n.start for n, _ in named]
    for start, end in (*rosters, *_headed_columns(text, places)):
        countries: list[str | None] = []
        for line in _LINE.finditer(text, start, end):
            cells = [*_CELL.finditer(text, line.start(), line.end())]
            heads = [country_of(cell[0]) for cell in cells]
            if len(heads) > 1 and all(heads):
                countries = heads
            elif len(cells) == len(countries):
                for cell, country in zip(cells, countries, strict=True):
                    first, last = (bisect_left(starts, at) for at in cell.span())
                    for _, draft in named[first:last]:
                        draft.country = country


def of_listed_sides(text: str, named: Named, rosters: Sequence[tuple[int, int]]) -> None:
    """Those on a list are of the one country that the line over it names: ``Omani side:``."""
    starts = [n.start for n, _ in named]
    for start, end in rosters:
        head = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start].strip(" \t\n*#")
        countries = countries_in(find_places(head)) if head.endswith(":") else ()
        for _, draft in named[bisect_left(starts, start) : bisect_left(starts, end)]:
            if len(countries) == 1 and draft.country is None and not draft.international:
                draft.country = countries[0]


def side_by_side(
    text: str, named: Named, rosters: Sequence[tuple[int, int]], issued: str | None
) -> None:
    """Those in a column of a list without heads are of the country of one of them.

    Of two columns, the one without a country is the issuer's.
    """
    starts = [n.start for n, _ in named]
    for start, end in rosters:
        columns: tuple[list[Draft], list[Draft]] = ([], [])
        for line in _LINE.finditer(text, start, end):
            cells = [*_CELL.finditer(text, line.start(), line.end())]
            inner = [
                named[bisect_left(starts, c.start()) : bisect_left(starts, c.end())] for c in cells
            ]
            if len(cells) == len(columns) and all(inner):
                for column, here in zip(columns, inner, strict=True):
                    column.extend(d for _, d in here)
            elif len(cells) == 1 and inner[0] and columns[1]:
                left = cells[0].start() - line.start() < _COLUMN
                columns[0 if left else 1].extend(d for _, d in inner[0])
        told = [{d.country for d in column if d.country} for column in columns]
        for column, countries, others in zip(columns, told, told[::-1], strict=True):
            country = next(iter(countries)) if len(countries) == 1 else None
            if not countries and others and issued and issued not in others:
                country = issued
            for draft in column if country and columns[1] else ():
                if draft.country is None and not draft.international:
                    draft.country, draft.derived = country, True


def shared(
    text: str, named: Named, places: Sequence[Place], rosters: Sequence[tuple[int, int]]
) -> None:
    """``Mr. Roe, Minister, and Ms. Doe, Director, from Ruritania``: both are of Ruritania.

    On a list of who was there so are ``Mr. Roe and Ms. Doe for Ruritania``.
    """
    tails = {max(n.tail, n.end): i for i, (n, _) in enumerate(named)}
    for place in places:
        lead = _FROM.search(text, max(0, place.start - 16), place.start)
        if lead is None and any(start <= place.start < end for start, end in rosters):
            lead = _ON_LIST_FOR.search(text, max(0, place.start - 12), place.start)
        if place.kind == "capital" or lead is None:
            continue
        at = tails.get(lead.start())
        if at is None:
            continue
        while at >= 0:
            naming, draft = named[at]
            if draft.country is None and not draft.international:
                draft.country, draft.derived = place.country, True
            elif draft.country != place.country:
                break
            before = named[at - 1][0] if at else None
            gap = text[max(before.tail, before.end) : naming.start] if before else ""
            if before is None or not _JOINED.match(gap):
                break
            at -= 1


def of_groups(
    text: str,
    named: Named,
    rosters: Sequence[tuple[int, int]],
    issued: str | None,
) -> None:
    """Those in one group of a list of who was there are of the country that one of them is of.

    Groups are set apart by blank lines. Of two, the one without a country is the issuer's.
    """
    starts = [n.start for n, _ in named]
    for start, end in rosters:
        groups: list[list[Draft]] = []
        begin = start
        for gap in [*re.finditer(r"\n[ \t]*\n", text[start:end]), None]:
            stop = start + gap.start() if gap else end
            listed = named[bisect_left(starts, begin) : bisect_left(starts, stop)]
            here = [d for n, d in listed if not interprets(text, n)]
            groups += [here] if here else []
            begin = stop
        if len(groups) < 2:
            continue
        told = [{d.country for d in group if d.country} for group in groups]
        for group, countries in zip(groups, told, strict=True):
            country = next(iter(countries)) if len(countries) == 1 else None
            if not countries and issued and all(issued not in others for others in told):
                country = issued
            for draft in group if country else ():
                if draft.country is None and not draft.international:
                    draft.country, draft.derived = country, True


def of_those_told_of(
    text: str,
    drafts: list[Draft],
    named: Named,
    held: Mapping[int, Draft],
    at: Mapping[int, Place],
) -> None:
    """``Minister Roe said that President Doe would come``: Doe is of Roe's country."""
    starts = {n.start: (n, d) for n, d in named}
    acting = sorted({*starts, *held})
    for draft in drafts:
        naming = draft.namings[0]
        if (
            draft.country is not None
            or draft.participant
            or draft.international
            or not any(office & _GOVERNING for office in draft.offices)
        ):
            continue
        told = _TELLS.search(text, max(0, naming.start - 40), naming.start)
        if told is None:
            continue
        floor = max(0, naming.start - 600)
        a = next(
            (s for s, e in split_sentences(text, floor, naming.end + 1) if e > naming.start), floor
        )
        first = bisect_left(acting, a)
        begin = acting[first] if first < len(acting) and acting[first] < naming.start else None
        if begin is None or _APART.search(text, begin, told.start()):
            continue
        speaker = starts[begin][1] if begin in starts else held[begin]
        if speaker.country and not any(
            k in at and at[k].country != speaker.country for k in range(told.start(), naming.start)
        ):
            draft.country, draft.derived = speaker.country, True


def of_leagues(drafts: list[Draft]) -> None:
    """``Chairman of the Ruritania-Japan Friendship League`` is of Ruritania, named first.

    So is a leader of ``the Ruritanian Workers' Party`` or ``the Ruritanian Coast Guard``.
    """
    for draft in drafts:
        for naming in draft.namings if draft.country is None else ():
            body = _OWN_BODY.search(naming.role or "")
            if body and country_of(body["whose"]):
                draft.country, draft.derived = country_of(body["whose"]), True
                break
            league = _LEAGUE.search(naming.role or "")
            if league is None:
                continue
            words = re.split("[-–]", league["both"])
            parted = (("-".join(words[:i]), "-".join(words[i:])) for i in range(1, len(words)))
            own = next((country_of(a) for a, b in parted if country_of(a) and country_of(b)), None)
            if own is not None:
                draft.country, draft.derived = own, True
                break


def across(text: str, named: Named, pair: Sequence[str]) -> None:
    """``Minister Roe held talks with Minister Doe``: of two countries Doe is of the other."""
    for (one, first), (two, second) in pairwise(named):
        if first is second or second.country is not None or second.international:
            continue
        begin = max(one.tail, one.end)
        across = _WITH.fullmatch(text, begin, two.start) or _VISIT.fullmatch(text, begin, two.start)
        if first.country in pair and across:
            second.country = next((c for c in pair if c != first.country), None)
            second.derived = True


def of_units(drafts: list[Draft], pair: Sequence[str]) -> None:
    """``Director of the Russian Division`` is of the other country: nobody has one for its own.

    So is the ``Ambassador to Russia``.
    """
    for draft in drafts:
        roles = [n.role for n in draft.namings if n.role]
        role = next((r for r in roles if _UNIT.search(r) or _ENVOY.match(r)), None)
        if draft.country is None and role:
            named = {p.country for p in find_places(role) if p.kind != "capital"}
            if len(named) == 1 and named < set(pair):
                draft.country = next(c for c in pair if c not in named)
                draft.derived = True
