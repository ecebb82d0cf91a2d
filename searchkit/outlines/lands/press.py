"""Of which country those are who meet the press, and those of whom they tell.

At a press conference all who answer are of the country that publishes it, unless two hold the same
office: then it is the one on whose page it stands, and the other is the *host*, of the country in
whose capital they meet. Whom a speaker ``met``, or who ``told me``, is of another country than the
speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ..meeting.met import is_met_at
from ..names.called import asks_next
from ..offices.tenure import is_taken, may_hold
from ..sections.layout import Layout
from ..words.gates import Expression
from ..words.wording import Wording
from .countries import find_places

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = [
    "is_local",
    "is_reporter",
    "is_spoken",
    "of_talkers",
    "of_those_met",
    "take_issuer",
    "talking_home",
]

_LABEL = re.compile(r"[^:.!?\n]{2,80}:(?=\s|\*)")
_CABINET = Expression(
    r"^[ \t#*]*(?:CABINET|CONCLUSIONS of a Meeting of the Cabinet.*)[ \t*]*$", re.MULTILINE
)
_FRONT = 1500
_WELCOME = re.compile(r"[^.;]{0,40}?\bfor (?:\w+ ){0,5}(?:welcome|hospitality|hosting|reception)\b")
"""Whom a guest thanks."""
_MY = re.compile(r"\b(?:[Mm]y|[Oo]ur) \Z")
_HOUSE = re.compile(r", [A-ZÀ-ÞĀ-ɏ][^:\n.]{1,60}:(?=\s|\*)")
_FROM_HOUSE = re.compile(r"[A-ZÀ-ÞĀ-ɏ][^:,\n]{1,40}, [^:,.\n]{2,50}:(?=\s|\*)")
_CHIEFS = (
    frozenset({"foreign", "minister"}),
    frozenset({"prime", "minister"}),
    frozenset({"president"}),
)
_ASKING = frozenset(
    {"host", "co-host", "presenter", "anchor", "journalist", "reporter", "interviewer", "moderator",
     "correspondent", "editor", "broadcaster", "commentator"}
)  # fmt: skip
_OF_TOWNS = frozenset({"mayor", "councillor", "councilor", "councilmember", "alderman"})


def is_spoken(layout: Layout) -> bool:
    """Whether the title tells of what was said: a press conference, an interview."""
    return _is_spoken(layout.title)


@lru_cache(4)  # several rooms ask it of the same title
def _is_spoken(title: str) -> bool:
    return Wording.default().spoken.search(title) is not None


def talking_home(layout: Layout, drafts: Sequence[Draft]) -> str | None:
    """The one country of all officials who meet the press, if that of each of them is known."""
    if not is_spoken(layout):
        return None
    told = {d.country for d in drafts if d.participant and d.offices}
    return told.pop() if len(told) == 1 else None


def is_local(draft: Draft) -> bool:
    """Whether somebody holds a town's office alone, as a mayor does."""
    return bool(draft.offices) and all(office & _OF_TOWNS for office in draft.offices)


def is_reporter(text: str, draft: Draft) -> bool:
    """Whether a label gives the house of who asks: ``Roe, Daily Echo: Will you ...``.

    The house may come first (``Daily Echo, Roe: ...``). Or who is called on asks.
    """
    return not draft.offices and any(
        (
            (not n.start or text[n.start - 1] in "\n*")
            and (_HOUSE.match(text, n.end) or _FROM_HOUSE.match(text, n.start))
        )
        or asks_next(text, n)
        for n in draft.namings
    )


def of_those_met(
    text: str,
    layout: Layout,
    drafts: Sequence[Draft],
    held: Mapping[int, Draft],
    pair: Sequence[str],
    home: str | None,
) -> None:
    """``President Roe told me``: of two countries Roe is of the one that the speaker is not of.

    Else he or she is of the country in whose capital the press is met. ``My Minister, Ms. Roe``
    is of the speaker's.
    """
    if not is_spoken(layout):
        return
    named = ((n.start, d) for d in drafts for n in d.namings)
    labels = [
        (start, draft)
        for start, draft in sorted({**dict(named), **held}.items())
        if _LABEL.match(text, start)
    ]
    starts = [start for start, _ in labels]
    host = _host(layout, home)
    for draft in drafts:
        if draft.country is not None or draft.international or draft.participant:
            continue
        own = next(
            (n for n in draft.namings if _MY.search(text, max(0, n.start - 8), n.start)), None
        )
        met = own or next(
            (
                n
                for n in draft.namings
                if is_met_at(text, n) or _WELCOME.match(text, max(n.tail, n.end))
            ),
            None,
        )
        if met is None or not draft.offices:
            continue
        at = bisect_right(starts, met.start) - 1
        if own is not None:
            country = labels[at][1].country if at >= 0 else None
            draft.country, draft.derived = country, country is not None
            continue
        country = host
        if len(pair) == 2 and at >= 0 and labels[at][1].country in pair:
            country = next(c for c in pair if c != labels[at][1].country)
        if country is not None:
            draft.presume(country)


def _host(layout: Layout, home: str | None) -> str | None:
    """The country in whose capital the press is met, if it is not the home country."""
    told = {p.country for p in find_places(layout.title) if p.kind == "capital"}
    if layout.place:
        told |= {p.country for p in find_places(layout.place)}
    told -= {home}
    return told.pop() if home and len(told) == 1 else None


def take_issuer(text: str, layout: Layout, drafts: Sequence[Draft], issued: str | None) -> None:
    """Give those the issuer's country who alone of all who meet are without one.

    At a press conference they are all its own of whom the text tells no country. So are those in a
    cabinet, with an office or not.
    """
    meeting = [d for d in drafts if d.participant]
    if issued is not None and _CABINET.search(text, 0, _FRONT):
        for draft in meeting:
            met = any(is_met_at(text, n) for n in draft.namings)
            if draft.country is None and not draft.international and not met:
                draft.presume(issued)
    unknown = [
        d
        for d in meeting
        if d.country is None
        and not d.international
        and d.offices
        and all(_ASKING.isdisjoint(office) for office in d.offices)
        and (issued is None or (may_hold(d, issued) and not is_taken(d, issued, drafts)))
    ]
    spoken = is_spoken(layout)
    if not unknown or issued is None or (len(unknown) > 1 and not spoken):
        return
    if not spoken and any(d.country == issued for d in meeting):
        return
    for draft in unknown:
        draft.presume(issued)


def of_talkers(layout: Layout, drafts: Sequence[Draft], issued: str | None) -> None:
    """Of two who meet the press in the same office one is the issuer's, the other the host's."""
    unknown = [
        d for d in drafts if d.participant and d.country in (None, issued) and not d.international
    ]
    if issued is None or not is_spoken(layout):
        return
    around = "\n".join(layout.boilerplate) + layout.title
    for chief in _CHIEFS:
        held = [d for d in unknown if any(chief <= office for office in d.offices)]
        own = [d for d in held if d.name in around]
        if len(held) == 2 and len(own) == 1:
            host = _host(layout, issued)
            for draft in held:
                draft.country = issued if draft is own[0] else host
                draft.derived = True
