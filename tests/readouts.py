"""Random readouts and minutes of which it is known who says what, for ``tests/test_said.py``.

``python tests/readouts.py [SEED]`` prints how many sentences of 300 are given to whom they belong,
and the others.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

COUNTRIES = (
    "Norway Norwegian Oslo", "Japan Japanese Tokyo", "Chile Chilean Santiago",
    "Kenya Kenyan Nairobi", "Poland Polish Warsaw", "Egypt Egyptian Cairo", "Peru Peruvian Lima",
    "Malta Maltese Valletta",
)  # fmt: skip
WOMEN, MEN = ("Jane", "Maria", "Ingrid", "Fatima"), ("John", "Kenji", "Peter", "Omar")
SURNAMES = "Roe Brekke Halloran Vester Maddox Okoro Tamura Petherick Salgado Norwick Feng Zielke"
OFFICES = ("Foreign Minister", "Minister of Fisheries", "Defence Minister")
TOPICS = ("cod", "the quota", "the ferry link", "visas", "border trade", "climate change")
CLAUSES = (
    "the quota should stay as it was", "science should decide", "trade had grown by a third",
    "the fleet was too old", "no decision had been taken yet", "visas ought to be abolished",
)  # fmt: skip
MATTERS = (
    "the quota",
    "the new ferry",
    "the outcome of the summit",
    "progress in the peace process",
)
THAT = (
    "said", "stated", "stressed", "pointed out", "replied", "hoped", "made it clear", "conceded",
    "was of the view", "expressed the hope", "did not believe", "had no doubt", "was convinced",
)  # fmt: skip
TOLD = ("welcomed", "described", "asked about", "drew attention to", "voiced concern over")


@dataclass
class Speaker:
    """Somebody who meets somebody else."""

    name: str
    office: str
    country: str
    adjective: str
    capital: str
    female: bool

    @property
    def surname(self) -> str:
        return self.name.split()[1]

    @property
    def side(self) -> str:
        return f"{self.adjective} side"

    @property
    def his(self) -> str:
        return "her" if self.female else "his"


@dataclass
class Readout:
    """A text, and what each marked stretch of it is: where it stands, and who says it."""

    text: str = ""
    said: list[tuple[int, int, str | None]] = field(default_factory=list)

    def add(self, words: str, speaker: str | None) -> None:
        self.said.append((len(self.text), len(self.text) + len(words), speaker))
        self.text += words + " "


def readout(seed: int) -> Readout:
    """The readout of a meeting of two ministers."""
    chance = random.Random(seed)
    pick = chance.choice
    host, guest = _two(chance)
    made = Readout(
        f"{host.office} {host.name} meets {guest.office} {guest.name} of {guest.country}\n\n"
        f"{host.capital}, 4 March 2022\n\n"
        f"On 4 March 2022, {host.office} {host.name} of {host.country} met "
        f"{guest.office} {guest.name} of {guest.country} in {host.capital}.\n\n"
    )
    for _ in range(4):
        last: Speaker | None = None
        for _ in range(chance.randint(1, 4)):
            if chance.random() < 0.15:
                all_of_them = pick(
                    ("The two sides", "Both", "They", "All present", "The ministers")
                )
                made.add(f"{all_of_them} agreed that {pick(CLAUSES)}.", BOTH_SIDES)
                last = None
                continue
            if chance.random() < 0.08:
                made.add(pick(("The talks lasted an hour.", "Lunch followed.")), None)
                last = None
                continue
            speaker = pick((host, guest))
            other = guest if speaker is host else host
            form, owned = pick(list(_forms(speaker, other, host, last)))
            made.add(_sentence(chance, form, other, owned), owned or speaker.name)
            last = None if owned else speaker
        made.text = made.text.rstrip() + "\n\n"
    return made


def _two(chance: random.Random) -> tuple[Speaker, Speaker]:
    surnames = chance.sample(SURNAMES.split(), 2)
    countries = chance.sample(COUNTRIES, 2)
    found = []
    for surname, country in zip(surnames, countries, strict=True):
        female = chance.random() < 0.5
        name = f"{chance.choice(WOMEN if female else MEN)} {surname}"
        found.append(Speaker(name, chance.choice(OFFICES), *country.split(), female))
    if found[0].name.split()[0] == found[1].name.split()[0]:
        found[1].name = f"{'Ana' if found[1].female else 'Karl'} {found[1].surname}"
    return found[0], found[1]


def _forms(
    one: Speaker, other: Speaker, host: Speaker, last: Speaker | None
) -> Iterator[tuple[str, str]]:
    """How somebody is called, and the side if it is his."""
    for form in (
        one.name,
        one.surname,
        f"{one.office} {one.surname}",
        f"{'Ms.' if one.female else 'Mr.'} {one.surname}",
        f"the {one.adjective} minister",
        f"{one.country}'s {one.office}",
        f"{one.country}'s {one.office} {one.name}",
        "the host" if one is host else "the guest",
    ):
        yield form, ""
    for form in (f"the {one.adjective} side", f"the {one.adjective} delegation", one.capital):
        yield form, one.side
    if one is not host:
        yield "the visiting minister", ""
    if last is one or (last is other and one.female != other.female):
        yield ("she" if one.female else "he"), ""
    if last is other:
        yield f"{other.his} counterpart", ""
        yield f"{other.his} {one.adjective} colleague", ""
        yield "the other side", one.side


def _sentence(chance: random.Random, form: str, other: Speaker, owned: str) -> str:
    pick = chance.choice
    that, matter = f"{pick(THAT)} that {pick(CLAUSES)}", pick(MATTERS)
    did = pick((that, f"{pick(TOLD)} {matter}"))
    clause = pick(CLAUSES)
    stands_in = form.split()[0] in ("she", "he", "his", "her") or form == "the other side"
    asks = other.surname
    ways = [
        f"{form} {did}.",
        f"In this connection, {form} {did}.",
        f"On {pick(TOPICS)}, {form} {did}.",
        f"{form} also {did}.",
        f"{form} wondered whether {clause}.",
        f"Noting that {pick(CLAUSES)}, {form} {did}.",
        f"{form} said: “{clause.capitalize()}.”",
        f"{clause.capitalize()}, {form} said.",
        f"As {form} saw it, {clause}.",
    ]
    if not stands_in:
        ways += [
            f"Asked by {asks} about {matter}, {form} {did}.",
            f"In reply to {asks}'s question, {form} {did}.",
            f"{asks}'s proposal was welcomed by {form}.",
            f"According to {form}, {clause}.",
            f"{form}'s view was that {clause}.",
            f"{clause.capitalize()}, added {form}.",
            f"It was pointed out by {form} that {clause}.",
            f"{form} told {asks} that {clause}.",
        ]
        if not owned:
            ways.append(f"It was {form} who suggested that {clause}.")
            ways.append(f"In {form}'s view, {clause}.")
    words = pick(ways)
    return words[0].upper() + words[1:]


def right(made: Readout) -> Iterator[tuple[bool, str | None, list[str], str]]:
    """Whether each sentence is given to whom it belongs; to whom it is; its words."""
    outline = parse(made.text, id="x", thesaurus=Thesaurus([]))
    found = [
        (s.start, s.end, s.speaker) for passage in outline.passages for s in passage.statements
    ]
    for start, end, speaker in made.said:
        length = end - start
        given = [
            who for a, b, who in found if 2 * (min(b, end) - max(a, start)) > min(b - a, length)
        ]
        yield given == ([speaker] if speaker else []), speaker, given, made.text[start:end]


if __name__ == "__main__":
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    results = [one for seed in range(first, first + 300) for one in right(readout(seed))]
    for ok, speaker, given, words in results:
        if not ok:
            print(f"{speaker} is {given}: {words}")
    print(sum(ok for ok, *_ in results), "of", len(results))
