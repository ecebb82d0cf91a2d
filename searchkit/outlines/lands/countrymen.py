"""Whose countryman somebody is, by what is told of both.

Whom a minister *tells of* by office alone is of the minister's own country: others are named with
theirs. Whom a minister of one of two countries meets is of the other. A division for a country, an
embassy to it and a league with it are another country's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ..speech.sides import Named
from ..words.sentences import split_sentences
from .countries import Place, country_of, find_places

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["across", "of_leagues", "of_those_served", "of_those_told_of", "of_units"]

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
    r"(?:Workers|Party|Coast Guard|Armed Forces|Navy|Army|Parliament|Senate|Congress"
    r"|(?:Legislative|National|State) Council|(?:National|Legislative) Assembly)\b"
)
_ENVOY = re.compile(r"(?:Ambassador|High Commissioner|Envoy)(?: \w+){0,3} to (?:the )?[A-Z]")
_UNIT = re.compile(r"\b(?:Division|Bureau|Department|Desk|Section|Directorate)\b")


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
            draft.presume(speaker.country)


def of_those_served(drafts: Sequence[Draft]) -> None:
    """Whom somebody serves is of the same country: ``Spokesperson for Prime Minister Roe``."""
    roles = [(d, role) for d in drafts if d.country for role in d.roles if " for " in role]
    for draft in drafts if roles else ():
        if draft.country is not None or draft.international:
            continue
        named = f" {draft.name.split()[-1].lower()}"
        for servant, role in roles:
            if servant is not draft and role.endswith(named):
                draft.presume(servant.country)
                break


def of_leagues(drafts: list[Draft]) -> None:
    """``Chairman of the Ruritania-Japan Friendship League`` is of Ruritania, named first.

    So is a leader of ``the Ruritanian Workers' Party`` or ``the Ruritanian Coast Guard``.
    """
    for draft in drafts:
        for naming in draft.namings if draft.country is None else ():
            body = _OWN_BODY.search(naming.role or "")
            if body and country_of(body["whose"]):
                draft.presume(country_of(body["whose"]))
                break
            league = _LEAGUE.search(naming.role or "")
            if league is None:
                continue
            words = re.split("[-–]", league["both"])
            parted = (("-".join(words[:i]), "-".join(words[i:])) for i in range(1, len(words)))
            own = next((country_of(a) for a, b in parted if country_of(a) and country_of(b)), None)
            if own is not None:
                draft.presume(own)
                break


def across(text: str, named: Named, pair: Sequence[str]) -> None:
    """``Minister Roe held talks with Minister Doe``: of two countries Doe is of the other."""
    for (one, first), (two, second) in pairwise(named):
        if first is second or second.country is not None or second.international:
            continue
        begin = max(one.tail, one.end)
        across = _WITH.fullmatch(text, begin, two.start) or _VISIT.fullmatch(text, begin, two.start)
        if first.country in pair and across:
            second.presume(next((c for c in pair if c != first.country), None))


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
                draft.presume(next(c for c in pair if c not in named))
