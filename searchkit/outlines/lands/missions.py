"""Missions abroad, and of which country those are whom their reports tell of.

A *mission* writes from its *host*: ``Telegram From the Embassy in Ruritania``, ``Embassy of the
USSR in the DPRK``, a cablegram dated from a capital. Its ministers and officials are the host's;
ambassadors and counsellors without a country are the writer's colleagues.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..offices.tenure import may_hold
from ..sections.layout import Layout
from ..speech.writers import writers
from ..words.gates import Expression
from .countries import Place

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["host_of", "of_missions", "of_writers"]

_FRONT = 1500
"""Where a report comes from is told among so many characters."""
_OUR_POST = re.compile(
    r"\b(?:Telegram|Airgram|Despatch|Dispatch|Letter|Cablegram|Cable)\s+[Ff]rom\s+the\s+"
    r"(?:Embassy|Legation|Mission|Consulate(?:\s+General)?|High Commission)\s+(?:in|at)\s+"
    r"(?:the\s+)?"
    r"|\bThe\s+(?:Acting\s+)?(?:Ambassador|Minister|Charg[ée](?:\s+d.Affaires)?|"
    r"Consul(?:\s+General)?|High Commissioner|Political Adviser)\s+(?:\([^()\n]+\)\s+)?"
    r"(?:in|at)\s+(?:the\s+)?"
)
_OF_ONE_IN_ANOTHER = Expression(
    r"\b(?:EMBASSY|LEGATION|AMBASSADOR|[Ee]mbassy|[Ll]egation|[Aa]mbassador)\s+"
    r"(?:OF|of)\s+(?:THE\s+|the\s+)?(?P<own>[\w. ]{2,40}?)\s+(?:IN|TO|in|to)\s+(?:THE\s+|the\s+)?"
)
_CABLED = Expression(
    r"^[ \t]*(?:\d+\.?[ \t]+)?(?:(?:Secret|Confidential|Inward|Outward)[ \t]+)?"
    r"(?:Cablegram|Telegram|Despatch|Savingram|Airgram)\b|\bI have the honou?r to\b",
    re.IGNORECASE | re.MULTILINE,
)
_DATED = re.compile(r"(?:^|, )[ \t]*\Z", re.MULTILINE)
_DAY = re.compile(r",? (?:[A-Z][a-z]+ )?\d{1,2}[ ,]")
_COLLEAGUES = frozenset(
    {
        "ambassador",
        "counselor",
        "counsellor",
        "attaché",
        "attache",
        "chargé",
        "consul",
        "commissioner",
    }
)
_OFFICES = frozenset(
    {"minister", "president", "chancellor", "premier", "governor", "king", "queen", "speaker",
     "prince", "permanent", "vice-president", "vice-minister", "chairman", "marshal"}
)  # fmt: skip


def host_of(text: str, layout: Layout, at: Mapping[int, Place]) -> tuple[str | None, str | None]:
    """The host of the mission that reports, and whose mission it is, where the text tells them."""
    front = min(layout.blocks[0].start if layout.blocks else 0, _FRONT)
    post = _OUR_POST.search(text, 0, front)
    if post is not None and post.end() in at:
        return at[post.end()].country, None
    for match in _OF_ONE_IN_ANOTHER.finditer(text, 0, front):
        own, host = at.get(match.start("own")), at.get(match.end())
        if own is not None and host is not None and own.country != host.country:
            return host.country, own.country
    if _CABLED.search(text, 0, _FRONT):
        for place in (at[start] for start in sorted(at) if start < _FRONT):
            dated = place.kind == "capital" and _DAY.match(text, place.end)
            if dated and _DATED.search(text, 0, place.start):
                return place.country, None
    return None, None


def of_missions(drafts: Sequence[Draft], host: str | None, own: str | None) -> None:
    """Give those whom a mission tells of the country of its host or its own."""
    for draft in drafts:
        if draft.country is not None or draft.international:
            continue
        colleague = any(office & _COLLEAGUES for office in draft.offices)
        governs = any(office & _OFFICES for office in draft.offices)
        if colleague and own is not None:
            draft.presume(own)
        elif governs and not colleague and host is not None and may_hold(draft, host):
            draft.presume(host)


def of_writers(text: str, drafts: Sequence[Draft], issued: str | None) -> None:
    """Who writes a report, and to whom it is addressed, is of the country whose report it is."""
    wrote = writers(text) if issued is not None else set()
    for draft in drafts if wrote else ():
        if draft.country is None and any(n.start in wrote for n in draft.namings):
            draft.presume(issued)
