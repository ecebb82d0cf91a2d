"""Passages -> topics: the concepts that a passage is about, by its words and its headings.

A *mention* is a form of a concept in the text. It counts in full or, for a weak form, half. It is
*passing* where it only says when or where something else took place ("on the occasion of the G8
Summit", "before his visit") or belongs to somebody's title ("the Israeli Prime Minister"); then it
counts little. The *needed* sum is that of one full mention, more in a long text. The innermost
heading that names a topic counts more than a mention, so its passages are about it; headings
further out count half.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .. import analysis
from ..analysis import Words
from ..thesaurus import Concept, Finder, Found, Thesaurus
from .lands.countries import find_places

__all__ = ["topics_of"]

_FULL = 1.0
_WEAK = 0.5
_PASSING = 0.3
"""What a passing mention keeps of its weight."""
_HEADING = 1.5
_OUTER_HEADING = 0.5
_FEW = 5
_LONG = 300
"""Words of text for which half a mention more is needed, and the same again, up to ``_MOST``."""
_MOST = 3.0

_BEFORE = 1000
"""Words by which a heading stands before the text."""
_REACH = 10
"""Words before a mention among which a cue may stand."""

# A mention after one of these is where or when something else happens; names and the fillers may
# stand between.
_CUES = frozenset({
    "at", "during", "occasion", "margins", "margin", "sidelines", "fringes", "attending",
    "attendance", "amid"
})  # fmt: skip
# The same, where the mention is an event ("after the visit", not "after the earthquake").
_EVENT_CUES = frozenset({
    "before", "after", "since", "following", "prior", "ahead", "until"
})  # fmt: skip
_EVENTS = frozenset({
    "visit", "visits", "summit", "meeting", "meetings", "conference", "session", "forum", "talks",
    "assembly", "trip", "call"
})  # fmt: skip
_FILLERS = frozenset({
    "a", "an", "the", "of", "to", "for", "in", "on", "and", "this", "that", "these", "his", "her",
    "its", "their", "our", "my", "next", "last", "recent", "recently", "held", "forthcoming",
    "upcoming", "annual", "previous", "first", "second", "third", "official", "informal",
    "ministerial", "historic", "meeting", "meetings", "summit", "session", "sessions",
    "conference", "talks"
})  # fmt: skip
# Words of a title: "the Afghan side", "Minister for Energy", "Ambassador to Iraq".
_HOLDERS = frozenset({
    "minister", "president", "ambassador", "secretary", "king", "queen", "chancellor", "chairman",
    "director", "commissioner", "envoy", "representative", "embassy", "ministry"
})  # fmt: skip
_SIDES = frozenset({
    "side", "delegation", "counterpart", "counterparts", "officials"
})  # fmt: skip
_OFFICES = frozenset({
    "minister", "ministers", "ministry", "secretary", "ambassador", "director", "department",
    "commissioner", "envoy", "representative", "bureau", "division", "president", "chairman",
    "embassy", "government", "side", "king"
})  # fmt: skip
_OF = frozenset({"of", "for", "to", "extraordinary"})

_TITLES = _HOLDERS | _SIDES
_LEADS = _CUES | _EVENT_CUES | _OFFICES

_PAUSE = re.compile(r"[.,;:!?()\[\]\"“”]|\s[-–—]\s|\n\s*\n|•")
_JOINT = re.compile("[-‐‑–—/]")
_JOINED = re.compile(rf"\s*{_JOINT.pattern}\s*")
_CAPITALS = re.compile(r"[A-Z0-9]{2,}\Z")
_ARTICLES = frozenset(["a", "an", "the"])
_ENDINGS = frozenset(["", "s", "es", "e", "ed", "d", "ing", "y", "ies", "ied", "ting", "ted"])


@dataclass(slots=True)
class _Evidence:
    concept: Concept
    score: float = 0.0
    first: int | None = None
    """The first word that speaks for it, those of headings before those of the text."""
    headed: bool = False

    def add(self, worth: float, place: int) -> None:
        self.score += worth
        if self.first is None:
            self.first = place


def topics_of(text: str, headings: Sequence[str], thesaurus: Thesaurus | Finder) -> tuple[str, ...]:
    """The labels of what a passage under ``headings`` (outermost first) is about, strongest first.

    A general concept gives way to one whose ``broader`` it is, unless it stands in the heading, or
    it is the stronger and the other does not.
    """
    found: dict[str, _Evidence] = {}
    weight = _HEADING
    for depth, heading in enumerate(reversed(headings)):
        named = False
        # A heading of a few words has none that stands there by chance.
        weak = _FULL if len(heading.split()) <= _FEW else _WEAK
        for mention, worth in _in_heading(heading, thesaurus, weak):
            evidence = found.setdefault(mention.concept.label, _Evidence(mention.concept))
            evidence.add(weight * worth, mention.start - _BEFORE * (depth + 1))
            if weight == _HEADING and worth == _FULL:
                evidence.headed = named = True
        if named:
            weight = _OUTER_HEADING
    for mention, worth in _mentions(text, thesaurus, weak=_WEAK):
        evidence = found.setdefault(mention.concept.label, _Evidence(mention.concept))
        evidence.add(worth, mention.start)
    if not found:
        return ()
    words = text.count(" ") + 1
    needed = min(_MOST, _FULL + _WEAK * (words // _LONG))
    kept = {
        label: evidence
        for label, evidence in found.items()
        if evidence.headed or evidence.score >= needed
    }
    for evidence in list(kept.values()):
        general = kept.get(evidence.concept.broader)
        if general and not general.headed and (evidence.headed or general.score <= evidence.score):
            del kept[general.concept.label]
    return tuple(sorted(kept, key=lambda label: (-kept[label].score, kept[label].first, label)))


@lru_cache(64)
def _in_heading(
    heading: str, thesaurus: Thesaurus | Finder, weak: float
) -> list[tuple[Found, float]]:
    """The mentions in a heading, which stands over several passages."""
    return _mentions(heading, thesaurus, weak=weak)


def _mentions(
    text: str, thesaurus: Thesaurus | Finder, *, weak: float
) -> list[tuple[Found, float]]:
    """The mentions of topics in ``text``, each with its worth."""
    tokens = analysis.words(text)
    weighed: list[tuple[Found, float]] = []
    weak_ones: set[tuple[str, tuple[str, ...]]] = set()

    def stands(start: int, end: int, variant: str) -> bool:
        return _stands(text, tokens, start, end, variant)

    for mention in thesaurus.mentions(tokens.terms, stands):
        if not mention.concept.topic:
            continue
        if weighed and _in_brackets(text, tokens, weighed[-1][0], mention):
            continue
        worth = _FULL
        if mention.kind == "weak" and not _after_pair(text, tokens.span(mention.start)[0]):
            worth = weak
            # The same weak form again tells less than another one.
            forms = _equals(mention)
            if forms in weak_ones:
                worth /= 2
            weak_ones.add(forms)
        if not mention.concept.occasion and _is_passing(text, tokens, mention):
            worth *= _PASSING
        weighed.append((mention, worth))
    return weighed


def _equals(mention: Found) -> tuple[str, tuple[str, ...]]:
    groups = (group for group in mention.concept.weak if mention.variant in group)
    return mention.concept.label, next(groups, (mention.variant,))


def _in_brackets(text: str, tokens: Words, before: Found, mention: Found) -> bool:
    """Whether it is the short form of the mention before: "ASEAN Regional Forum (ARF)"."""
    return (
        before.concept is mention.concept
        and before.end == mention.start
        and _between(text, tokens, before.end - 1, mention.start).strip() in ("(", "[")
    )


def _between(text: str, tokens: Words, before: int, after: int) -> str:
    """What stands between two tokens."""
    return text[tokens.span(before)[1] : tokens.span(after)[0]]


def _stands(text: str, tokens: Words, start: int, end: int, variant: str) -> bool:
    """Whether the words are the form's own, not words that happen to share its stems.

    "Related" has the stem of "relations", and "start" that of START.
    """
    wanted = _words(variant)
    if wanted is None:
        return not text[slice(*tokens.span(start))].islower()
    here = tokens.words[start:end]
    if wanted == here:
        return True
    bare = [word for word in here if word not in _ARTICLES]
    return all(map(_inflected, wanted, bare))


@lru_cache(10_000)
def _words(variant: str) -> list[str] | None:
    """The words of a form but for articles; ``None`` for one in capitals."""
    if _CAPITALS.match(variant):
        return None
    return [word for word in analysis.words(variant).words if word not in _ARTICLES]


def _inflected(one: str, other: str) -> bool:
    if one == other:
        return True
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return one[same:] in _ENDINGS and other[same:] in _ENDINGS


def _after_pair(text: str, start: int) -> bool:
    """Whether two countries joined by a hyphen stand before ``start``: "Japan-Russia relations"."""
    line = text[max(0, start - 80) : start]
    if not _JOINT.search(line):
        return False
    places = find_places(line)
    return (
        len(places) > 1
        and not line[places[-1].end :].strip()
        and _JOINED.fullmatch(line, places[-2].end, places[-1].start) is not None
    )


def _is_passing(text: str, tokens: Words, mention: Found) -> bool:
    """Whether it belongs to a title, or only says when or where something else took place."""
    start, end = mention.start, mention.end
    words = tokens.words
    if _TITLES.isdisjoint(words[end : end + 4]) and _LEADS.isdisjoint(
        words[max(0, start - _REACH) : start]
    ):
        return False
    span = tokens.span
    _, before = span(end - 1)
    for i in range(end, min(end + 4, len(words))):
        word = words[i]
        first, after = span(i)
        if _pauses(text[before:first]):
            break
        before = after
        if word in _HOLDERS or (i == end and word in _SIDES):
            return text[first].isupper() or word in _SIDES
        if not text[first].isupper():
            break
    event = not _EVENTS.isdisjoint(words[start : end + 2])
    after, _ = span(start)
    for i in range(start - 1, max(-1, start - 1 - _REACH), -1):
        word = words[i]
        first, last = span(i)
        if _pauses(text[last:after]):
            return False
        after = first
        if word in _CUES or (event and word in _EVENT_CUES):
            return True
        capital = text[first].isupper()
        if capital and word in _OFFICES and words[i + 1] in _OF:
            return True
        if not (capital or word in _FILLERS or word[0].isdigit()):
            return False
    return False


def _pauses(gap: str) -> bool:
    """Whether a clause may end in what stands between two words."""
    return gap != " " and _PAUSE.search(gap) is not None
