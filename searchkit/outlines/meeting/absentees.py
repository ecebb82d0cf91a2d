"""Those who did not come, as minutes tell it: apologies, regrets, a word behind a name on a list.

Whoever is named there is no participant, unless the text tells what he or she said all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..names.naming import Naming
from ..particulars.attendance import heads_attendance
from ..speech.reporting import may_report, read_verb
from ..words.gates import lowered

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["absentees"]

_HINTS = ("apolog", "regrets", "absent", "excused", "not present", "leave of absence")
_SENT = re.compile(
    r"\b(?:apologies|regrets|leave of absence)(?: for (?:non-?)?(?:absence|attendance|lateness"
    r"|inability to attend))? (?:(?:were|was|have been|had been|has been) )?(?:also )?(?:received"
    r"|tendered|given|noted|accepted|submitted|intimated|offered|sent|recorded|granted|presented"
    r"|made)(?: and (?:accepted|noted|approved))? (?:from|by|to|for|on behalf of):? ",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^[ \t>#*_•-]*(?:(?:members |also )?absent|apologies|regrets|excused|not present)"
    r"(?: for absence| received)?[ \t*_]*+"
    r"(?:(?P<sign>:|…|\.{3}|(?<= )[–—-])[ \t*_]*+(?=\S)|:?[ \t*_]*+\n)",
    re.IGNORECASE | re.MULTILINE,
)
_MARKED = re.compile(
    r"^[^\n]{3,90}?(?:[-–—,(:|\t]|   )[ \t]*(?:absent|apologies|excused|regrets|not present"
    r"|unable to attend|leave of absence)[ \t]*+[)\]*_.;]{0,3}[ \t]*+$",
    re.IGNORECASE | re.MULTILINE,
)
_STOPS = re.compile(
    r"(?<![A-Z])(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bCllr)(?<!\bProf)\.(?=\s+[A-Z])|\n[ \t]*\n"
)
_ZONE = 8000
_LONGEST = 400
_REACH = 120


def absentees(text: str, drafts: list[Draft]) -> list[Draft]:
    """Who is named among those who did not come, and says nothing."""
    low = lowered(text)
    if not any(hint in low for hint in _HINTS):
        return []
    spans = [*_spans(text)]
    return [
        draft
        for draft in drafts
        if any(_within(n, spans) for n in draft.namings)
        and not any(_acts(text, n) for n in draft.namings if not _within(n, spans))
    ]


def _within(naming: Naming, spans: list[tuple[int, int]]) -> bool:
    return any(start <= naming.start < end for start, end in spans)


def _acts(text: str, naming: Naming) -> bool:
    tail = max(naming.tail, naming.end)
    return may_report(text, tail) and read_verb(text, tail, tail + _REACH) is not None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _SENT.finditer(text, 0, _ZONE):
        stop = _STOPS.search(text, match.end(), match.end() + _LONGEST)
        yield match.end(), stop.start() if stop else match.end() + _LONGEST
    for match in _MARKED.finditer(text, 0, _ZONE):
        yield match.span()
    for match in _LABEL.finditer(text, 0, _ZONE):
        at = match.end()
        if match["sign"]:
            line = text.find("\n", at)
            yield at, line if line >= 0 else len(text)
            continue
        while at < len(text):
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            line_words = text[at:end].strip(" \t*_•-")
            if not line_words or heads_attendance(line_words) or " " not in line_words:
                break
            yield at, end
            at = end + 1
