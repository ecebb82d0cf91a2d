"""Who holds the chair of a meeting: ``Chair: Ms. Roe``, ``The meeting was chaired by Mr. Roe``."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from ..names.titles import Office
from ..words.gates import Expression, lowered

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["take_chairs"]

_CHAIR: Office = frozenset({"chairman"})
_CO_CHAIR: Office = frozenset({"co", "chairman"})
_CO_CHAIRS = 2
_OFFICES = dict.fromkeys(("chair", "chairwoman", "chairperson"), "chairman")
_CHAIRED = Expression(
    r"\b(?:(?:co-?)?chaired by|presided over by|under the (?:co-)?chair(?:man|person)?(?:ship)? of)"
    r"\s+(?:the\s+)?"
    r"|\n[ \t]*(?:\d{1,2}\.[ \t]+)?Chair(?:man|woman|person)?:[ \t]*\n?[ \t]*"
    r"(?=(?:Mr|Ms|Mrs|Amb|H\.E)\b)"
)
_CHAIRS = ("chair", "chairman", "chairwoman", "chairperson")
_TAKES = ("in", "took", "taking", "holding", "held")
_WHO = ("who chaired", "who also chaired", "who presided", "who co-chaired", "chaired the")
_IN_CHAIR = re.compile(
    rf"\s*[(\[](?:the )?(?:meeting |session )?(?:{'|'.join(_CHAIRS)})[)\]]"
    rf"|(?:,(?: [^,.;()]{{1,80}},)?)? (?:was )?(?:{'|'.join(_TAKES)}) the chair\b"
    rf"|(?:,(?: [^.;()]{{1,80}},)?)? (?:{'|'.join(_WHO)})\b",
    re.IGNORECASE,
)
_FIELD = Expression(
    r"(?<![\w’'-])(?P<office>(?:vice[- ]|deputy )?chair(?:man|woman|person)?|rapporteur|moderator"
    r"|facilitator|convenor|convener|secretary|clerk|presiding officer)"
    r"[ \t]*:[ \t]+(?:the )?(?=[A-ZÀ-ÞĀ-ɏ])",
    re.IGNORECASE,
)
"""``Chairperson: Ambassador Roe`` is "the Chairperson" of the text below, wherever on the line."""
_FIELD_ALONE = re.compile(
    r"[ \t]*(?:[(\n|]|\Z|\.\s|[. ]{3,}|[,;–—-][ \t]*[A-Z(]|[A-Z][A-Za-z -]{2,24}:)"
)
"""What stands after a name in a field, and not in what is said to its bearer."""
_IN_CHAIR_HINTS = (
    *(chair + sign for chair in _CHAIRS for sign in ")]"),
    *(f" {takes} the chair" for takes in _TAKES),
    *(f" {who}" for who in _WHO),
)
"""Without one of these, in small letters, nobody is shown to be in the chair."""
_AS_CO_CHAIRS = Expression(
    r"\bas (?:the )?co-?chair(?:s|men|persons)\b|\bco-?chaired (?:it|the|this)\b", re.IGNORECASE
)
_OPENED = re.compile(
    r",? (?:formally |then |duly )?(?:(?:opened|closed) (?:the|this|its|today[’']s) "
    r"(?:[\w-]+ ){0,3}"
    r"(?:meeting|seminar|session|conference|workshop|hearing|forum|sitting|assembly|webinar"
    r"|round ?table)|called (?:the|this) (?:[\w-]+ ){0,3}(?:meeting|session|hearing) to order)\b"
)
_ASIDE = 120
"""An office between the name and such words is no longer, in characters."""
_CLOSE = 60
"""The one who held the chair is named within so many characters."""
_APART = re.compile(r"[.;:\n]|\b(?:and|with|who|that)\b(?! [A-Z])")


def take_chairs(text: str, drafts: list[Draft]) -> None:
    """Give the chair to whom the text says it was held by: ``The meeting was chaired by Mr. Roe``.

    Of several who chaired together it goes to the first.
    """
    _take_fields(text, drafts)
    if any(_CHAIR in draft.offices for draft in drafts):
        return
    low = lowered(text)
    chaired = "chair" in low or "presided" in low
    shown = chaired and any(hint in low for hint in _IN_CHAIR_HINTS)
    if shown and (marked := _marked_chair(text, drafts)) is not None:
        marked.offices.add(_CHAIR)
        return
    match = _CHAIRED.search(text) if chaired else None
    if match is None:
        _as_co_chairs(text, drafts)
        if "the chair" in low and not any(held >= _CHAIR for d in drafts for held in d.offices):
            _opened(text, drafts)
        return
    together = "co" in match.group().lower()
    end = text.find(". ", match.end() + _CLOSE) if together else match.end() + _CLOSE
    after = sorted(
        (n.start, i)
        for i, draft in enumerate(drafts)
        for n in draft.namings
        if match.end() <= n.start and (n.start <= end or end < 0)
    )
    if after:
        drafts[after[0][1]].offices.add(_CHAIR)
    for _, i in after[:_CO_CHAIRS] if together and len(after) > 1 else ():
        drafts[i].offices.add(_CO_CHAIR)


def _take_fields(text: str, drafts: list[Draft]) -> None:
    """Give the offices of a meeting to those who stand behind them: ``Rapporteur: Mr. Roe``."""
    fields: dict[int, Office] = {}
    for match in _FIELD.finditer(text):
        words = re.split("[- ]", match["office"].lower())
        office = Office(_OFFICES.get(word, word) for word in words)
        if office not in fields.values():
            fields[match.end()] = office  # others are labels in a transcript
    if not fields:
        return
    taken: set[Office] = set()
    for start, end, i in sorted(
        (naming.start, max(naming.tail, naming.end), i)
        for i, draft in enumerate(drafts)
        for naming in draft.namings
    ):
        at = next((at for at in fields if start <= at < end), None)
        if at is not None and fields[at] not in taken and _FIELD_ALONE.match(text, end):
            taken.add(fields[at])
            drafts[i].offices.add(fields[at])


def _opened(text: str, drafts: list[Draft]) -> None:
    """``Ambassador Roe opened the seminar``: he is "the Chair" of a text that names none."""
    opened = [
        (naming.start, i)
        for i, draft in enumerate(drafts)
        for naming in draft.namings
        if _OPENED.match(text, naming.tail)
    ]
    if opened:
        drafts[min(opened)[1]].offices.add(_CHAIR)


def _as_co_chairs(text: str, drafts: list[Draft]) -> None:
    """``with Mr. Roe and Ms. Doe as co-chairs``: the two named last before it."""
    match = _AS_CO_CHAIRS.search(text) if "hair" in lowered(text) else None
    if match is None:
        return
    begin = text.rfind("\n\n", 0, match.start())
    before = sorted(
        (n.start, i)
        for i, draft in enumerate(drafts)
        for n in draft.namings
        if begin < n.start < match.start()
    )
    for _, i in before[-_CO_CHAIRS:] if len(before) >= _CO_CHAIRS else ():
        drafts[i].offices.add(_CO_CHAIR)


def _marked_chair(text: str, drafts: list[Draft]) -> Draft | None:
    """Who is named right before ``[Chair]`` or ``in the chair``, with nobody between them."""
    named = sorted(
        (n.start, max(n.tail, n.end), i) for i, d in enumerate(drafts) for n in d.namings
    )
    starts = [start for start, _, _ in named]
    for match in _IN_CHAIR.finditer(text):
        at = bisect_left(starts, match.end()) - 1
        if at >= 0 and named[at][1] - 1 <= match.end() <= named[at][1] + _ASIDE:
            between = text[named[at][1] : match.start()]
            if not _APART.search(between):
                return drafts[named[at][2]]
    return None
