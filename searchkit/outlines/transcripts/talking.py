"""Who talks in a transcript, and so meets: those whose names stand as labels before their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names.naming import Naming
from ..sections.layout import Layout
from ..words.gates import Expression
from .unsigned import stopped_labels, unsigned_labels

if TYPE_CHECKING:
    from ..names.people import Draft
    from ..sections.blocks import Block

__all__ = ["LABEL", "talking_in", "unique"]

LABEL = re.compile(
    r"(?:\s*[(\[][^()\[\]\n]{1,160}[)\]]){0,3}\s*"
    r"(?:(?:\*\*|__)?:(?:\*\*|__)?|\.[ \t]?[-–—]{1,2})(?=\s)"
)
_OFFICE = re.compile(
    r"[A-ZÀ-ÞĀ-ɏ][\w’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w’'-]+){0,5}, "
    r"(?P<who>(?:Shri|Smt|Mr|Mrs|Ms|Dr|Ambassador)\.? |)"
)
"""An office before the name of a label."""
_ASKS = re.compile(r"(?:QUESTION|Question|Q|JOURNALIST|Journalist|REPORTER|Reporter) ?:")
_MEMBER = re.compile(
    r"(?:hon(?:ou?rable)?|lord|lady|baroness|viscount|earl|countess|senator|deputy)\b",
    re.IGNORECASE,
)
_MODERATES = re.compile(
    r"\b(?:questions?|next|last one|go ahead|welcome|(?:all|that[’']s|is) (?:all )?the time"
    r"|opening statements?|thank you(?:,| all| every| both))\b"
    r"|\bthank you(?: very much| so much)?(?: indeed)?[.!]?\s*\Z",
    re.IGNORECASE,
)
"""What a moderator speaks of."""
_SWORN = Expression(r"\s*[(\[,]\s*(?:re)?(?:sworn|affirmed|called|recalled)\b", re.IGNORECASE)
"""What tells after a name that a witness is heard."""
_BRIEF = 160
"""Whoever hands on the word needs fewer characters."""
_SIGNS = frozenset("*_<")
_TURNS = 2
"""So many labelled turns make a transcript."""
_PART = 3
"""One paragraph of so many is such a turn where a text is hardly more than turns."""


def talking_in(
    text: str, layout: Layout, namings: list[Naming], owner: dict[int, Draft]
) -> tuple[list[Draft], bool]:
    """Those whose names stand as labels before what they say, in a transcript.

    And whether the text is hardly more than what they say.
    """
    starts = {n.start: n for n in namings if n.start in owner}
    ends = {n.start: (n.end, n.tail) for n in starts.values()}
    stopped = stopped_labels(text, tuple(block.start for block in layout.blocks))
    unsigned = {**unsigned_labels(text, layout.blocks, ends), **stopped}
    found: list[Draft] = []
    tell: list[Draft] = []
    held: list[Draft] = []
    turned: list[tuple[Block, Draft]] = []
    turns = 0
    for block in layout.blocks:
        begin = block.start
        while begin < block.end and text[begin] in _SIGNS:
            begin += 1
        article = 4 * (text[begin : begin + 4].lower() == "the ")
        naming = starts.get(begin + article)
        led = _OFFICE.match(text, block.start, block.end) if naming is None else None
        if led is not None:
            # "Official Spokesperson, Ms. Roe:"
            naming = starts.get(led.end()) or starts.get(led.start("who"))
            held += [owner[naming.start]] if naming else []
        if naming is None:
            naming = starts.get(unsigned.get(block.start, (-1,))[0])
        if naming is None:
            turns += _ASKS.match(text, block.start, block.end) is not None
            continue
        label = LABEL.match(text, naming.end) or LABEL.match(text, naming.tail)
        shouted = bool(naming.name) and text[naming.start : naming.end].isupper()
        cried = shouted and naming.tail == naming.end
        if label or cried or block.start in unsigned:
            turns += 1
            found.append(owner[naming.start])
            seated = bool(naming.name and naming.country and not naming.offices)
            member = block.start in unsigned or seated or _MEMBER.match(text, naming.start)
            if member or text.find("?", block.start, block.end) < 0:
                tell.append(owner[naming.start])
            turned.append((block, owner[naming.start]))
    if turns < _TURNS:
        return [], False
    speak = [
        draft
        for block, draft in turned
        if not (block.end - block.start < _BRIEF and _for_others(draft))
        and not _MODERATES.search(text, block.start, block.end)
    ]
    heard = starts.values() if _SWORN.may_be_in(text) else ()
    sworn = [
        owner[n.start] for n in heard if n.name and _SWORN.compiled.match(text, max(n.tail, n.end))
    ]
    found = unique([*found, *sworn])
    if sworn:
        tell, speak = found, found
    if sum(bool(draft.offices) for draft in found) >= _TURNS:
        # Where officials speak, who has no office, or speaks for one of them, and but hands on the
        # word does not meet.
        principals = [draft for draft in found if draft.offices and not _for_others(draft)]
        kept = {id(draft) for draft in (*principals, *speak)}
        found = [d for d in found if id(d) in kept or (d.offices and not principals)]
    holds = {id(draft) for draft in held}
    if any(draft.offices or id(draft) in holds for draft in found):
        # Who has no office and only asks does not meet who has one, but for members of a house.
        kept = holds | {id(draft) for draft in tell}
        found = [draft for draft in found if draft.offices or id(draft) in kept]
    return found, turns > _TURNS and turns * _PART >= len(layout.blocks)


def _for_others(draft: Draft) -> bool:
    """Whether somebody's office is to speak for another: ``Press Secretary``."""
    return bool(draft.offices) and all(
        "spokesperson" in office or {"press", "secretary"} <= office for office in draft.offices
    )


def unique(drafts: list[Draft]) -> list[Draft]:
    """The drafts in their order, each once."""
    return list({id(draft): draft for draft in drafts}.values())
