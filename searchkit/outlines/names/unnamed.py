"""Those whom a document knows by their office alone: ``The Prime Minister said``, and no name.

Whoever is *unnamed* holds an office that nobody who is named holds, and speaks several times, in
running text or in a transcript. The office is his or her name.

A publisher's own is unnamed even where somebody else is named who holds the like: ``The Prime
Minister thanked Prime Minister Roe`` tells of two, in one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ...records import Passage, Person
from ..offices.holders import Holders
from ..speech.reporting import may_report, read_verb
from ..words.sentences import split_sentences
from .naming import Naming, fold
from .titles import Office
from .tokens import vocabulary

if TYPE_CHECKING:
    from .people import Draft

__all__ = ["apart_from_peers", "beside_their_peers", "by_their_office", "unnamed"]

_SPEAKS = 3
"""So often somebody speaks whom a document tells of."""
_BESIDE = 4
"""So near in characters an office and a name say the same: ``the Prime Minister, Mr. Roe``."""
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
_SUBJECT = re.compile(
    r"(?:\A|(?:[.!?:;,”\n]|\b(?:what|that|whether|if|when|how|as|and|while))\s+)the \Z",
    re.IGNORECASE,
)
"""What stands before an office that does something."""
_COUNTERPART = re.compile(r"counterpart,? \Z")
_DOES = re.compile(r"(?:,? (?:today|yesterday|also|then))? (?!of\b|or\b|to\b|for\b)[a-z]")


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
        draft.name = _whole(text, group)
        draft.words = tuple(fold(word) for word in draft.name.split())
        draft.country = country
        found.append(draft)
    return found


def beside_their_peers(text: str, namings: list[Naming], drafts: list[Draft]) -> list[Draft]:
    """A draft for each office that somebody has in sentences that name all others who hold it."""
    from .people import Draft

    held = {office for draft in drafts for office in draft.offices}
    groups: dict[Office, list[Naming]] = {}
    for naming in namings:
        if naming.name or naming.country or not naming.role or len(naming.offices) != 1:
            continue
        if naming.offices[0] in held and _MEETING.isdisjoint(naming.offices[0]):
            groups.setdefault(naming.offices[0], []).append(naming)
    groups = {key: group for key, group in groups.items() if any(_acts(text, n) for n in group)}
    if not groups:
        return []
    every = Holders(text, drafts)
    sentences = split_sentences(text)
    found: list[Draft] = []
    for group in groups.values():
        acting = [naming for naming in group if _acts(text, naming)]
        others = every.all(acting[0])
        named = [(n.start, draft) for draft in others for n in draft.namings if _is_peer(text, n)]
        peers: list[Draft] = []
        for naming in acting:
            end = sentences[bisect_right(sentences, (naming.start, len(text))) - 1][1]
            peers += [d for start, d in named if naming.end + _BESIDE < start < end]
        if not others or any(draft not in peers for draft in others):
            continue
        if len(others) > 1 and not all(draft.country for draft in others):
            continue
        draft = Draft(())
        for naming in group:
            draft.take(naming)
        draft.name = _whole(text, group)
        draft.words = tuple(fold(word) for word in draft.name.split())
        found.append(draft)
    return found


def apart_from_peers(own: list[Draft], drafts: list[Draft]) -> None:
    """Take from ``own`` the countries that were only concluded, and are those of their peers."""
    for draft in own:
        peers = {d.country for d in drafts if d is not draft and d.offices & draft.offices}
        if draft.country in peers:
            draft.presume(None)


def _is_peer(text: str, naming: Naming) -> bool:
    """``Prime Minister Roe``, or ``his counterpart, Jane Roe``."""
    return bool(naming.name) and (
        bool(naming.offices)
        or _COUNTERPART.search(text, max(0, naming.start - _LINE - 2), naming.start) is not None
    )


def _acts(text: str, naming: Naming) -> bool:
    """Whether an office without a name is the subject of a sentence or a clause."""
    return (
        naming.definite
        and not naming.possessive
        and _DOES.match(text, naming.end) is not None
        and _SUBJECT.search(text, max(0, naming.start - _LINE), naming.start) is not None
    )


_ADDRESSED = re.compile(r"\A(?:Mr|Mrs|Ms|Madame?)\.? (?=\w)")


def _whole(text: str, group: list[Naming]) -> str:
    """The first form that is not shortened: ``SG: ...`` is the Secretary-General.

    ``Thank you, Mr. President`` says no more than that.
    """
    forms = [_ADDRESSED.sub("", " ".join(text[n.start : n.end].split())) for n in group]
    return next((form for form in forms if not form.isupper() and form[-1] != "."), forms[0])


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
