"""Why people met: the event that ``on the occasion of`` and its like introduce."""

from __future__ import annotations

import re

from ..names.tokens import vocabulary
from ..words.wording import Wording
from .cues import Cues, cues
from .place_names import region_after

__all__ = ["find_occasion", "occasion_of_press", "occasion_of_talks"]

_EVENT_LENGTH = 200
_EVENTS_BY_PRESS = frozenset(
    {"summit", "conference", "council", "meeting", "session", "assembly", "forum", "opening"}
    | {"ministerial", "congress", "meetings", "consultations"}
)
_BETWEEN = frozenset({"with", "between"})
"""Talks with somebody are what the press is told of, and no occasion."""
_ENDS = re.compile(
    r"[,;:]|\.(?=[\s(]|\Z)|\s[-–—]\s|\s\((?:in|at|held|on)\b|\s\((?=[^()]{40})|\Z"
    r"|\s(?:where|when|which|who|whom|that|while|as|to (?:discuss|exchange|review|hold|meet))\b"
    r"|\s(?:on|from|since|until|in|at) (?:the )?(?:\d|today|yesterday|early|late|mid)"
    r"|\s(?:held|to be (?:held|convened|hosted))\b"
)


_PRESS = re.compile(
    r"\b(?:press (?:conference|briefing|remarks|encounter)|doorstep|doorstop|remarks)\b"
    r".{0,120}? (?:after|before|following|ahead of|prior to|at the end of"
    r"|(?:up)?on (?:his |her )?arrival at) the ",
    re.IGNORECASE,
)
"""What leads, in the title of words to the press, to the event beside which they were said."""
_TALKS_AT = re.compile(
    r"\b(?:meetings?|meets?|met|talks|breakfast|lunch|luncheon|dinner|conversations?)\b"
    r".{0,160}? at (?:the )?(?=[A-ZÀ-ÞĀ-ɏ])",
    re.IGNORECASE,
)
"""What leads, in the title of talks, to the event at which they were held."""
_ON_ARRIVAL = re.compile(
    r"([A-ZÀ-ÞĀ-ɏ][^:]{4,80}): .{0,120}?\b(?:doorstep|(?:up)?on (?:his |her |their )?arrival"
    r"|press (?:conference|remarks|point))\b",
)
"""The event for which somebody arrives: ``Cod Council: Remarks by Minister Roe on arrival``."""
_GATHERING = frozenset(
    {"summit", "conference", "council", "assembly", "forum", "session", "ministerial"}
    | {"congress", "consultations"}
)
_FORUM = re.compile(r"[A-Z]{3,8}|G-?(?:7|8|20|77)")
"""Events that are known by their letters alone: ``to attend NOPQ``."""
_FOR = re.compile(r"\b(?:on the occasion of|to attend|to participate in|to take part in) (?:the )?")
"""Before the event for which somebody travels: ``her visit to Rome to attend the Cod Forum``."""
_THEN_FOR = re.compile(
    r"(?:, [A-ZÀ-ÞĀ-ɏ][^,.;:]{2,30})?,? (?:in order )?to (?:attend|participate in|take part in) "
    r"(?:the )?"
)
"""The same right behind where somebody travels: ``to Vik, Norland in order to attend``."""
_OWN = re.compile(r"(?:their|its|his|her|this) [a-z ]+")
"""What names no event: ``their meeting``."""
_NOTE = re.compile(r" \((?:Part|Day|[A-Z][a-z]{2,8}\.?) [\dIVX]+[^()]*\)\Z")
"""A part or a day in brackets behind an event: ``Cod Forum (May 28)``."""


def occasion_of_press(title: str) -> str | None:
    """The event beside which somebody met the press: ``Press conference after the Cod Summit``."""
    match = _PRESS.search(title)
    arrival = _ON_ARRIVAL.match(title) if match is None else None
    told = title[match.end() :] if match is not None else arrival[1] if arrival is not None else ""
    event = _event(told) if told else None
    low = event.lower().split() if event is not None else []
    named = event is not None and not _EVENTS_BY_PRESS.isdisjoint(low)
    return event if named and _BETWEEN.isdisjoint(low) else None


def occasion_of_talks(title: str) -> str | None:
    """The event at which two met, in the title of their talks: ``Talks with Norway at the COP``."""
    match = _TALKS_AT.search(title)
    event = _event(title[match.end() :]) if match is not None else None
    if event is None or not event[0].isupper() or title.isupper():
        return None
    words = event.split()
    return event if len(words) > 1 and not _GATHERING.isdisjoint(map(str.lower, words)) else None


def find_occasion(words: str) -> str | None:
    """What ``on the occasion of`` and its like introduce, without its article."""
    known = cues()
    position = 0
    while (match := known.occasions.search(words, position)) is not None:
        # What is wrong from here may be right within: "who was in Vik to attend NOPQ, for an hour".
        position = match.start() + 1
        start = match.end()
        attendance = known.attendance.match(words, start)
        if attendance is not None:
            start = attendance.end()
        event = _event(words[start : start + _EVENT_LENGTH])
        if event is None or _OWN.fullmatch(event):
            continue
        strict = known.loose.search(match[0]) is None
        if strict or _names_event(event):
            inner = _FOR.search(event)
            after = start + inner.end() if inner is not None else 0
            behind = words.find(event, start) + len(event)
            if inner is None and (then := _THEN_FOR.match(words, behind)) is not None:
                after = then.end()
            within = _event(words[after : after + _EVENT_LENGTH]) if after else None
            return within if within and _names_event(within) else event
    return None


def _names_event(event: str) -> bool:
    """Whether words after ``during`` name an event: ``her visit to Oslo``, ``the Rome Summit``."""
    known = cues()
    words = event.split()
    lows = [word.lower().strip("()") for word in words]
    if not known.journeys.isdisjoint(lows):
        return True
    if words and len(words) <= 2 and _FORUM.fullmatch(words[0]) is not None:
        return True
    named = any(word[:1].isupper() for word in words)
    return named and not known.events.isdisjoint(lows)


def _event(words: str) -> str | None:
    """The event that ``words`` start with: up to where its name ends."""
    known = cues()
    position, end = 0, 0
    while True:
        match = _ENDS.search(words, position)
        assert match is not None
        end = match.start()
        closing = words[end : match.end()]
        opened = words.count("(", 0, end) > words.count(")", 0, end)
        if opened and closing.startswith((",", ";", ":")):
            position = match.end()  # "the NOPQ+3 (Norway, Oman and Peru)"
            continue
        if (
            closing.startswith(".")
            and Wording.default().sentence_end(words[: end + 1] + " X") is None
        ):
            position = match.end()
            continue
        break
    tokens = words[:end].split()
    kept: list[str] = []
    for index, word in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else ""
        low = word.lower()
        if index and _leaves(kept, low, word, after, known):
            break
        kept.append(word)
    if len(kept) == len(tokens) and not known.journeys.isdisjoint(map(str.lower, kept)):
        kept[-1] += region_after(words, end)
    while kept and kept[-1].lower() in {"of", "the", "and", "for", "to", "a", "an", "in", "at"}:
        kept.pop()
    if kept and kept[0].lower() in {"the", "a", "an"}:
        kept.pop(0)
    event = _NOTE.sub("", " ".join(kept))
    while event.endswith(")") and event.count(")") > event.count("("):
        event = event[:-1]
    if event.count("(") > event.count(")"):
        event = event[: event.rindex("(")].rstrip()
    return event if len(event) > 2 and any(map(str.isalpha, event)) else None


def _leaves(kept: list[str], low: str, word: str, after: str, known: Cues) -> bool:
    """Whether ``word`` no longer belongs to the event that ``kept`` are the words of."""
    if low in Wording.default().finite and word.islower():
        return True
    last = kept[-1].lower()
    if low in {"in", "at"} and after[:1].isupper():
        # "the summit in Rome" is an event and its place, "his stay in Rome" an event.
        return last not in {"stay", "stopover"}
    if low in {"in", "at"} and after == "the" and last in _GATHERING:
        return True  # "the summit in the capital"
    if low in {"with", "between", "by"}:
        return last not in {"meeting", "talks", "dialogue", "visit"}
    if low == "and":
        return after.islower() and (after.endswith("ed") or after in {"held", "met"})
    if word[:1].isupper() and kept[-1][:1].isupper():
        titled = (low, after.lower()) in {("prime", "minister"), ("foreign", "minister")}
        person = low in vocabulary().heads and after[:1].isupper() and not after.endswith("s'")
        journey = not known.journeys.isdisjoint(k.lower() for k in kept)
        led = next((k for k in reversed(kept) if k.islower()), "")
        journey = journey and led not in ("of", "by")  # "the visit of Prime Minister Roe"
        return journey and (titled or person)
    return False
