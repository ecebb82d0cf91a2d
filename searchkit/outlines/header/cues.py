"""The words by which a first paragraph tells when, where and why people met, and its sentences.

They are data, in ``data/header.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ..words.gates import Expression
from ..words.phrases import Phrases
from ..words.wording import Wording

__all__ = ["Cues", "cues", "sentence_spans", "sentence_texts"]


@dataclass(frozen=True, slots=True)
class Cues:
    """The words and patterns of ``data/header.toml``."""

    meeting: Phrases
    other_time: frozenset[str]
    times_of_day: frozenset[str]
    occasions: Expression
    loose: re.Pattern[str]
    attendance: re.Pattern[str]
    events: frozenset[str]
    journeys: frozenset[str]
    journeys_to: re.Pattern[str]
    before_place: frozenset[str]
    matters: frozenset[str]
    regions: frozenset[str]
    continents: frozenset[str]
    no_place: frozenset[str]
    venues: frozenset[str]
    houses: frozenset[str]
    months: dict[str, str]


@cache
def cues() -> Cues:
    """The words and patterns that come with searchkit."""
    import tomllib

    data = tomllib.loads(
        files("searchkit").joinpath("data/header.toml").read_text(encoding="utf-8")
    )
    words = {key: frozenset(value.split()) for key, value in data.items() if "\n" in str(value)}
    return Cues(
        meeting=Phrases(words["meeting"]),
        other_time=words["other_time"],
        times_of_day=words["times_of_day"],
        occasions=Expression(rf"\b(?:{'|'.join(data['occasions'])}) ", re.IGNORECASE),
        loose=re.compile(rf"(?:{data['loose']}) \Z", re.IGNORECASE),
        attendance=re.compile(data["attendance"], re.IGNORECASE),
        events=words["events"],
        journeys=words["journeys"],
        journeys_to=re.compile(rf"\b(?:{'|'.join(data['journeys_to'])}) ", re.IGNORECASE),
        before_place=words["before_place"],
        matters=words["matters"],
        regions=frozenset(region.strip() for region in data["regions"].split("|")),
        continents=frozenset(part.strip() for part in data["continents"].split("|")),
        no_place=words["no_place"],
        venues=words["venues"],
        houses=frozenset(house.strip().removeprefix("the ") for house in data["houses"].split("|")),
        months={name: month for month, names in data["months"].items() for name in names.split()},
    )


@lru_cache(64)  # several rooms ask it of the first paragraphs
def sentence_spans(words: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of ``words`` begin and end."""
    spans = []
    start = 0
    while (end := Wording.default().sentence_end(words, start)) is not None:
        spans.append((start, end))
        start = end
    return (*spans, (start, len(words)))


def sentence_texts(words: str) -> list[str]:
    """The sentences of ``words``."""
    return [words[start:end] for start, end in sentence_spans(words)]
