"""Those who are only said to have met somebody: ``Jane Roe had talks with President Doe``.

A *meeter* begins a sentence by a whole name without an office before it, and has talks, a meeting
or a call. What he or she is may stand between: ``Jane Roe, member of the Council and Norwegian
foreign minister, held talks with``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..lands.delegates import may_be_name
from ..names.naming import Naming
from ..names.titles import office_head, read_title
from ..names.tokens import Tokens

__all__ = ["read_meeters"]

_NAME = r"[A-ZÀ-ÞĀ-ɏ][\w’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w’'-]+){1,2}"
_MEETER = re.compile(
    r"(?:^[ \t]*|(?<=[.!?] )|(?<=[–—-] ))"
    r"(?:(?:(?:On |Late |Early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?|(?:On )?(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})"
    r"(?:,? \d{4})?|Yesterday|Today|Earlier today),? )?"
    rf"(?P<name>{_NAME})(?P<apposed>, (?:also )?(?:an? |the )?member of [^.;:\n]{{3,200}}?,)?"
    r"\s(?:(?:has|have|today|yesterday)\s)*(?:had|held|met)\s"
    r"(?:(?:an?\s)?(?:[a-z-]+\s){0,3}(?:talks|conversations?|calls?|meetings?|consultations)\s)?"
    r"with\s",
    re.MULTILINE,
)
_HELD = re.compile(
    r"\s(?:had|held|met)\s"
    r"(?:(?:an?\s)?(?:[a-z-]+\s){0,3}(?:talks|conversations?|calls?|meetings?|consultations)\s)?"
    r"with\s"
)
"""Without it a text has no meeter."""
_AND = re.compile(r" and (?=[^,]*,\Z)")


def read_meeters(tokens: Tokens) -> list[Naming]:
    """Everybody whom a sentence begins with who held talks with somebody."""
    text = tokens.text
    if _HELD.search(text) is None:
        return []
    found: list[Naming] = []
    for match in _MEETER.finditer(text):
        start, end = match.span("name")
        first, stop = tokens.index_at(start), tokens.index_at(end)
        if not tokens.in_block(first) or not all(
            may_be_name(tokens, i) for i in range(first, stop)
        ):
            continue
        naming = Naming(start, end, tuple(tokens.words[first:stop]), tail=end)
        found.append(_with_office(tokens, naming, match))
    return found


def _with_office(tokens: Tokens, naming: Naming, match: re.Match[str]) -> Naming:
    """``naming`` with the office at the end of what stands behind the name."""
    last = _AND.search(match["apposed"] or "")
    if last is None:
        return naming
    k = tokens.index_at(match.start("apposed") + last.end())
    head = office_head(tokens, k)
    if head is None:
        return naming
    title = read_title(tokens, head, floor=k)
    if title.end <= title.start:
        return naming
    role = tokens.text[tokens.starts[title.start] : tokens.ends[title.end - 1]]
    return replace(
        naming,
        role=" ".join(role.split()),
        offices=title.offices,
        country=title.country,
        tail=match.end("apposed") - 1,
    )
