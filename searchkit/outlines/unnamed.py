"""Those whom a document knows by their office alone: ``The Prime Minister said``, and no name.

Whoever is *unnamed* holds an office that nobody who is named holds, and speaks several times, in
running text or in a transcript. The office is his or her name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..records import Passage, Person
from .holders import Holders
from .naming import Naming, fold
from .reporting import may_report, read_verb
from .titles import Office
from .tokens import vocabulary

if TYPE_CHECKING:
    from .people import Draft

__all__ = ["by_their_office", "unnamed"]

_SPEAKS = 3
"""So often somebody speaks whom a document tells of."""
_REACH = 200
"""So far behind an office its verb may stand, in characters."""
_MEETING = frozenset({
    "chairman", "co", "chair", "moderator", "counterpart", "representative", "delegate"
})  # fmt: skip
"""Offices that somebody has for a meeting only, or for a country whose side it is."""
_CALLED = frozenset({"official", "speaker", "officer", "member"})
"""What somebody is called who may hold any office."""
_BELOW = frozenset({"under", "vice", "deputy", "assistant", "undersecretary", "sub"})
"""Whoever has this in front of an office does not hold it."""
_LABEL = re.compile(r"[ \t]*(?::|\n|[ \t]{2,}\S)")
_BEGINS = re.compile(r"(?:^|\n)[ \t]*(?:The |THE )?\Z")
_LINE = 12


def unnamed(
    text: str, namings: list[Naming], drafts: list[Draft], held: Mapping[int, Draft]
) -> list[Draft]:
    """A draft for each office without a name that speaks, and that none of ``drafts`` holds."""
    from .people import Draft

    groups: dict[tuple[Office, str | None], list[Naming]] = {}
    for naming in namings:
        if naming.name or len(naming.offices) != 1 or naming.start in held or not naming.role:
            continue
        if _MEETING.isdisjoint(naming.offices[0]):
            groups.setdefault((naming.offices[0], naming.country), []).append(naming)
    _lengthen(groups)
    groups = {key: group for key, group in groups.items() if len(group) >= _SPEAKS}
    if not groups:
        return []
    every = Holders(text, drafts)
    found: list[Draft] = []
    for (_, country), group in groups.items():
        # "the President in Oslo", in a title, and "the Pres." below it
        often = _SPEAKS - (len({_shortened(naming) for naming in group}) > 1)
        if sum(_speaks(text, naming) for naming in group) < often:
            continue
        if any(every.all(naming) for naming in group):
            continue
        draft = Draft(())
        for naming in group:
            draft.take(naming)
        forms = [" ".join(text[n.start : n.end].split()) for n in group]
        # "SG: ..." is the Secretary-General
        whole = (form for form in forms if not form.isupper() and form[-1] != ".")
        draft.name = next(whole, forms[0])
        draft.words = tuple(fold(word) for word in draft.name.split())
        draft.country = country
        found.append(draft)
    return found


def _lengthen(groups: dict[tuple[Office, str | None], list[Naming]]) -> None:
    """Take offices that are only shortened (``the Sec.``) for the one that stands above them
    (``the Secretary of State``), of several for the one of the fewest words."""
    for key, group in [*groups.items()]:
        if not all(map(_shortened, group)):
            continue
        above = [
            other
            for other in groups
            if other != key and other[0] >= key[0] and _BELOW.isdisjoint(other[0] - key[0])
        ]
        above = [other for other in above if groups[other][0].start < group[0].start]
        least = min((len(office) for office, _ in above), default=0)
        fits = [other for other in above if len(other[0]) == least]
        if len(fits) == 1:
            groups[fits[0]] += groups.pop(key)


def _shortened(naming: Naming) -> bool:
    return (naming.role or "").endswith(".")


def _speaks(text: str, naming: Naming) -> bool:
    """Whether what stands around an office tells that somebody says something."""
    if naming.possessive:
        return False
    if _LABEL.match(text, naming.end) and _BEGINS.search(
        text, max(0, naming.start - _LINE), naming.start
    ):
        return True
    tail = max(naming.tail, naming.end)
    return may_report(text, tail) and read_verb(text, tail, tail + _REACH) is not None


def by_their_office(passages: Iterable[Passage], known: Iterable[Person]) -> tuple[Person, ...]:
    """Those who speak in ``passages`` by an office alone, and are none of the ``known``."""
    named = {person.name for person in known}
    spoke = Counter(
        said.speaker
        for passage in passages
        for said in passage.statements
        if said.speaker not in named and not said.speaker.endswith(" side")
    )
    heads = vocabulary().heads
    found = [
        name
        for name, count in spoke.items()
        if count >= _SPEAKS
        and heads.intersection(words := re.findall(r"\w+", name.lower()))
        and _MEETING.isdisjoint(words)
    ]
    return tuple(Person(name, role=_role(name), variants=(f"the {name}",)) for name in found)


def _role(name: str) -> str | None:
    return None if not _CALLED.isdisjoint(name.lower().split()) else name
