"""Who holds an office that nobody is given, by what stands beside the office or around the text.

``The Secretary-General, Ms. Roe:``, ``Jane Roe, the Chairperson-in-Office,``: a name beside an
office; ``Summary of the briefing by the Spokesperson``, and below it ``by Ms. Roe``: a name below
a title; ``Readout of the Secretary-General's call``, and ``Jane Roe`` alone on a line, below a
picture or as a signature; ``Conversation between the Minister of State and the Envoy``, and two
groups of those present, of which the two lead one each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from ..names.naming import Naming, fold
from ..names.ranks import is_international
from ..names.titles import Office
from ..names.tokens import given_names, vocabulary
from ..sections.layout import Layout
from .holders import Holders

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["take_beside"]

_BEFORE = re.compile(r"\b[Tt]he (?P<office>[^\n.,;:()]{3,60}),\s(?:[A-ZÀ-Þ][\w-]+(?:[’']s)?\s)?\Z")
"""An office, and whose it is: ``The Chairperson, Norway's Minister Roe,``."""
_AFTER = re.compile(r"(?:,|\s[–—-]|\s\()\s?(?:the |The )?(?P<office>[^\n.,;:()]{3,60})")
_CLOSED = re.compile(r"\s*(?:[:;).]|,(?! (?:and|the|Mr|Ms|Mrs|Dr)\b))")
_REACH = 80
_BEGINS = ("", "\n", ".", "-", "–", "—")
"""What stands before a sentence, or is nothing."""
_BY = re.compile(r"\bby\s+(?:the )?\Z", re.IGNORECASE)
_MEETS_PRESS = re.compile(
    r" (?:addressed|briefed|met) (?:the )?(?:media|press|journalists|reporters|correspondents)\b"
)
_PRESENT = re.compile(r"^[ \t]*(?:PRESENT|Present)[ \t]*:?[ \t]*\n\s*", re.MULTILINE)
_GAP = re.compile(r"\n[ \t]*\n\s*")
_TWO = " and the "
_LINE = re.compile(
    r"^[ \t]*(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ][\w’'-]+|[A-Z]\.|d[aei]|v[ao]n|bin)){1,3})"
    r"[ \t]*$",
    re.MULTILINE,
)
_BACK = 12


def take_beside(
    text: str, layout: Layout, namings: Sequence[Naming], drafts: Sequence[Draft]
) -> list[Draft]:
    """Give each office that a text names alone, and nobody holds, to whom it is told of.

    Returns:
        A draft for whoever is named on a line of a name alone, and nowhere else.
    """
    groups: dict[Office, list[Naming]] = {}
    for naming in namings:
        if not naming.name and not naming.country and len(naming.offices) == 1:
            groups.setdefault(naming.offices[0], []).append(naming)
    if not any(n.definite for group in groups.values() for n in group):
        return []
    every = Holders(text, list(drafts))
    left = {office: group for office, group in groups.items() if not every.all(group[0])}
    forms = {text[n.start : n.end].lower(): office for office in left for n in left[office]}
    told: dict[Office, list[Draft]] = {}
    for draft in drafts if forms else ():
        for naming in draft.namings:
            if (form := _beside(text, naming)) in forms:
                told.setdefault(forms[form], []).append(draft)
    title = layout.title.lower()
    for form, office in forms.items():
        if office not in told and form in title and (one := _briefs(text, title, office, drafts)):
            told[office] = [one]
    for office, held in told.items():
        if all(draft is held[0] for draft in held):
            held[0].offices.add(office)
    for office, one in _leaders(text, title, forms, drafts):
        if office not in told:
            one.offices.add(office)
    every_held = {office for draft in drafts for office in draft.offices}
    untold = [form for form in forms if form in title and not _held(forms[form], every_held)]
    if not untold:
        return []
    return _alone(text, left[forms[min(untold, key=title.index)]], drafts)


def _leaders(
    text: str, title: str, forms: Mapping[str, Office], drafts: Sequence[Draft]
) -> Iterator[tuple[Office, Draft]]:
    """Who leads the first or the second group of those present, by the offices that a title joins:
    ``between the Minister of State and the Envoy``."""
    between = title.find("between the ")
    joins = title.find(_TWO, between) if between >= 0 and title.count(_TWO) == 1 else -1
    present = _PRESENT.search(text) if joins > 0 else None
    second = _GAP.search(text, present.end()) if present is not None else None
    third = _GAP.search(text, second.end()) if second is not None else None
    if present is None or second is None or third is None:
        return
    groups = (present.end(), second.start()), (second.end(), third.start())
    lines = [text[start:end].splitlines() for start, end in groups]
    if max(map(len, lines)) == 1 or any(line.rstrip().endswith(".") for line in lines[1]):
        return  # one on each line, or the text below a single list
    leads = {naming.start: draft for draft in drafts for naming in draft.namings}
    for form, office in forms.items():
        at = title.find(form)
        begin = groups[at > joins][0]
        lead = next((leads[i] for i in range(begin, begin + _BACK) if i in leads), None)
        if at >= 0 and lead is not None and not lead.offices:
            yield office, lead


def _held(office: Office, held: Set[Office]) -> bool:
    """Whether somebody holds an office, with or without words that tell of what house it is."""
    ranks = vocabulary().ranks
    return any(office <= other and ranks.isdisjoint(other - office) for other in held)


def _alone(text: str, namings: Sequence[Naming], drafts: Sequence[Draft]) -> list[Draft]:
    """Who is named on the only line of a name alone: he or she holds the office of the title."""
    from ..names.people import Draft

    lines = [match for match in _LINE.finditer(text) if _is_name(match["name"])]
    if len(lines) != 1:
        return []
    start, end = lines[0].span("name")
    known = [d for d in drafts if any(start <= n.start < end for n in d.namings)]
    if known:
        known[0].offices.update(() if known[0].offices else namings[0].offices)
        return []
    words = tuple(text[start:end].split())
    draft = Draft(tuple(map(fold, words)), " ".join(words))
    one = next((n for n in namings if n.definite), namings[0])
    role, across = one.role, is_international(one.role or "")
    draft.take(Naming(start, end, words, role, one.offices, tail=end, international=across))
    return [draft]


def _is_name(line: str) -> bool:
    """Whether a line of a few words begins with a given name and is no office."""
    words = [fold(word) for word in line.split()]
    female, male = given_names()
    known = vocabulary().heads.isdisjoint(words)
    return known and (words[0] in female or words[0] in male)


def _beside(text: str, naming: Naming) -> str | None:
    """The office that stands right beside a name."""
    start, end = naming.start, max(naming.end, naming.tail)
    line = max(0, start - _REACH)
    before = _BEFORE.search(text, line, start)
    if before is not None and _CLOSED.match(text, end):
        led = text[max(0, before.start() - 2) : before.start()].rstrip(" ")
        if led[-1:] in _BEGINS or not naming.offices:
            return before["office"].lower()
    after = _AFTER.match(text, end)
    if after is not None and _CLOSED.match(text, after.end()):
        return after["office"].lower()
    return None


def _briefs(text: str, title: str, office: Office, drafts: Sequence[Draft]) -> Draft | None:
    """Who meets the press, of whom the title tells no more than the office: ``by Spokesperson``."""
    fits = [
        draft
        for draft in drafts
        if (not draft.offices or any(role in title for role in draft.roles))
        and all(office.isdisjoint(held) for held in draft.offices)
        and (
            _BY.search(text, max(0, draft.namings[0].start - _BACK), draft.namings[0].start)
            or _MEETS_PRESS.match(text, draft.namings[0].tail or draft.namings[0].end)
        )
    ]
    return fits[0] if len(fits) == 1 else None
