"""What changes in what is said of a topic from meeting to meeting.

*Whose words.* A speaker's side is the country that documents give for the person most often, or
that the name of a side has in it (``Japanese side``); a speaker of no known country is a side.
What both sides say together each of them says.

*New* in a trace is a word of which the side used no form (same stem, :mod:`searchkit.analysis`)
when it last spoke of the topic, alone or jointly; in a joint statement, of which nobody did. Stop
words, reporting verbs, what joins statements (``in response``), and the names and titles of those
who meet do not count. New words with nothing but stop words between them are marked as one.
Meetings without a year are marked against none, and none against them.

*Compared* are sentences. Each sentence of the later meeting is set beside the one of the earlier
that it is most like, by Dice's coefficient of their words (the same that count as new), if that is
at least :data:`ALIKE`; the likest pairs first, none twice. Within a pair the words that differ are
found by :mod:`difflib`; two shared stop words between differences do not interrupt them. In a
sentence like no other, marked is what the other meeting has in no sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from . import analysis
from .errors import QueryError
from .gathering import Gathered, timed
from .outlines.lands.countries import countries_in, find_places
from .positions import Change, Comparison, Edit, Kind, Meeting, Revision, Said, Trace
from .records import BOTH_SIDES, Document, Passage
from .sentences import sentences
from .turns import Turn, turns

if TYPE_CHECKING:
    from .search import Matching
    from .storage import CatalogReader

__all__ = ["ALIKE", "compare", "trace"]

ALIKE = 0.4
"""The least likeness of two sentences that are compared, from 0 to 1."""

_SENTENCE_END = re.compile(r"[.;:!?]\s")
_JOINING = frozenset(
    ("addition", "concern", "concerning", "regard", "regarding", "reply", "response", "turn")
)
_WORD = re.compile(r"\S+")


# Whose words


class _People:
    """Who belongs to which side, and what those who meet are called in each document."""

    def __init__(self, catalog: CatalogReader, gathered: Gathered) -> None:
        countries: dict[str, Counter[str]] = {}
        self._called: dict[str, set[str]] = {}
        self._present: dict[str, set[str]] = {}
        for row in (row for document in gathered.documents for row in catalog.people(document)):
            if row.person.country:
                countries.setdefault(row.canonical, Counter())[row.person.country] += 1
            if row.participant:
                forms = (row.canonical, row.person.name, *row.person.variants)
                self._called.setdefault(row.document, set()).update(forms)
                self._present.setdefault(row.document, set()).add(row.canonical)
        self._countries = {name: most.most_common(1)[0][0] for name, most in countries.items()}
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def side(self, speaker: str) -> str:
        """The side of a speaker."""
        if speaker == BOTH_SIDES or speaker in self._countries:
            return self._countries.get(speaker, speaker)
        named = countries_in(find_places(speaker))
        return named[0] if len(named) == 1 else speaker

    def present(self, document: str) -> set[str]:
        """The sides of those who meet."""
        return {self.side(name) for name in self._present.get(document, ())}

    def spans(self, document: str, text: str) -> list[tuple[int, int]]:
        """Where ``text`` names those who meet, their titles included."""
        if document not in self._patterns:
            forms = sorted(self._called.get(document, ()), key=lambda form: (-len(form), form))
            spelt = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
            self._patterns[document] = re.compile(rf"\b(?:{spelt})\b") if spelt else None
        pattern = self._patterns[document]
        return [match.span() for match in pattern.finditer(text)] if pattern else []


@dataclass(frozen=True, slots=True)
class _Word:
    term: str
    start: int
    end: int


def _counted(people: _People, document: str, turn: Turn, text: str) -> list[_Word]:
    """The words of ``text`` that count: no stop words, none of reporting or joining, no names."""
    named = people.spans(document, text)
    frame = (turn.speaker, *turn.modes)
    reporting = {token.term for words in frame for token in analysis.tokens(words)}
    return [
        _Word(token.term, token.start, token.end)
        for token in analysis.tokens(text)
        if not token.stop
        and token.word not in _JOINING
        and token.term not in reporting
        and not any(start <= token.start and token.end <= end for start, end in named)
    ]


# A topic through the meetings


def trace(
    catalog: CatalogReader,
    gathered: Gathered,
    matching: Matching,
    *,
    query: str,
    shown: frozenset[str] | None = None,
) -> Trace:
    """See :meth:`searchkit.Index.trace`.

    Args:
        shown: ids of the passages that are wanted, None for all gathered. The others tell what was
            said before.
    """
    people = _People(catalog, gathered)
    meetings: list[Meeting] = []
    spoken: Counter[str] = Counter()
    silent = count = 0
    last: dict[str, tuple[str, set[str]]] = {}
    for document, passages in gathered.by_document():
        wanted = shown is None or any(one.id in shown for one in passages)
        said = [
            (people.side(turn.on_behalf_of or turn.speaker), turn)
            for one in passages
            for turn in _turns(one)
        ]
        words = [_counted(people, document.id, turn, turn.text) for _, turn in said]
        dated = not timed(document.date)[0]
        before = last if dated else {}
        if wanted:
            count += len(passages)
            silent += sum(not _turns(one) for one in passages)
        if wanted and said:
            spoken.update(side for side, _ in said if side != BOTH_SIDES)
            meetings.append(
                Meeting(
                    document=document,
                    place=passages[0].place,
                    said=tuple(
                        _said(side, turn, own, before)
                        for (side, turn), own in zip(said, words, strict=True)
                    ),
                )
            )
        if dated and said:
            sides = [side for side, _ in said]
            last |= _known(document.id, sides, words, people.present(document.id))
    return Trace(
        query=query,
        sides=tuple(side for side, _ in spoken.most_common()),
        meetings=tuple(meetings),
        passages=count,
        silent=silent,
        diagnostics=matching.diagnostics,
        read_as=matching.read_as,
        suggestion=matching.suggestion,
    )


def _turns(passage: Passage) -> list[Turn]:
    """The turns of a passage; one of the user's own may only say who speaks in all of it."""
    found = turns(passage)
    if found or not passage.speakers or passage.statements:
        return found
    speaker = " and ".join(passage.speakers)
    return [Turn(passage.id, speaker, 0, len(passage.text), passage.text)]


def _known(
    document: str, sides: Sequence[str], words: Sequence[Sequence[_Word]], present: set[str]
) -> dict[str, tuple[str, set[str]]]:
    """What each side has said at a meeting, jointly too: side -> (document, terms)."""
    terms: dict[str, set[str]] = {side: set() for side in sides}
    if BOTH_SIDES in terms:
        terms |= {side: set() for side in present - terms.keys()}
    for side, own in zip(sides, words, strict=True):
        terms[side].update(word.term for word in own)
    joint = terms.get(BOTH_SIDES, set())
    known = {side: (document, own | joint) for side, own in terms.items()}
    known[BOTH_SIDES] = document, set().union(*terms.values())
    return known


def _said(
    side: str, turn: Turn, words: Sequence[_Word], before: dict[str, tuple[str, set[str]]]
) -> Said:
    if side not in before:
        return Said(side, turn)
    against, known = before[side]
    fresh = [word for word in words if word.term not in known]
    return Said(side, turn, tuple(_joined(turn.text, fresh)), against)


def _joined(text: str, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """The spans of words, those that only stop words part made one."""
    start = end = -1
    for word in words:
        gap = text[end : word.start]
        if start >= 0 and not _SENTENCE_END.search(gap) and _only_stops(gap):
            end = word.end
            continue
        if start >= 0:
            yield start, end
        start, end = word.start, word.end
    if start >= 0:
        yield start, end


def _only_stops(text: str) -> bool:
    return all(token.stop for token in analysis.tokens(text))


# One speaker from meeting to meeting


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: str
    text: str
    words: tuple[_Word, ...]

    @property
    def terms(self) -> set[str]:
        return {word.term for word in self.words}


def compare(
    catalog: CatalogReader,
    gathered: Gathered,
    matching: Matching,
    *,
    query: str,
    shown: frozenset[str] | None = None,
) -> Comparison:
    """See :meth:`searchkit.Index.compare`.

    Args:
        shown: as for :func:`trace`.

    Raises:
        QueryError: several speakers have that name.
    """
    people = _People(catalog, gathered)
    wanted = _wanted(gathered, matching)
    positions: list[tuple[Document, list[_Sentence]]] = []
    shows: set[str] = set()
    for document, passages in gathered.by_document():
        found = [
            sentence
            for one in passages
            for turn in _turns(one)
            if turn.speaker in wanted
            for sentence in _sentences(people, document.id, turn)
        ]
        if found:
            positions.append((document, found))
            if shown is None or any(one.id in shown for one in passages):
                shows.add(document.id)
    placed = [(d, found) for d, found in positions if not timed(d.date)[0]]
    meetings = [document for document, _ in positions if document.id in shows]
    return Comparison(
        query=query,
        speaker=next(iter(wanted), ""),
        meetings=tuple(meetings),
        changes=tuple(
            Change(before, after, tuple(_revisions(earlier, later)))
            for (before, earlier), (after, later) in pairwise(placed)
            if after.id in shows
        ),
        undated=tuple(document for document in meetings if timed(document.date)[0]),
        diagnostics=matching.diagnostics,
        read_as=matching.read_as,
        suggestion=matching.suggestion,
    )


def _wanted(gathered: Gathered, matching: Matching) -> set[str]:
    """The speaker asked for, by canonical name."""
    names = {
        gathered.canonical.get((document, name), name)
        for document, name in gathered.speakers
        if analysis.key(name) in matching.speakers
    }
    if len(names) > 1:
        listed = ", ".join(sorted(names))
        raise QueryError(f"several speakers have that name: say which of {listed}")
    return names


def _sentences(people: _People, document: str, turn: Turn) -> Iterator[_Sentence]:
    for start, end in sentences(turn.text):
        text = " ".join(turn.text[start:end].split())
        yield _Sentence(turn.passage, text, tuple(_counted(people, document, turn, text)))


def _revisions(earlier: Sequence[_Sentence], later: Sequence[_Sentence]) -> Iterator[Revision]:
    pairs = _pairs(earlier, later)
    old = {word.term for one in earlier for word in one.words}
    new = {word.term for one in later for word in one.words}
    for number, after in enumerate(later):
        if number not in pairs:
            yield Revision(None, after.passage, tuple(_alone(after, old, "added")))
        else:
            before = earlier[pairs[number]]
            yield Revision(before.passage, after.passage, tuple(_edits(before.text, after.text)))
    met = set(pairs.values())
    for number, before in enumerate(earlier):
        if number not in met:
            yield Revision(before.passage, None, tuple(_alone(before, new, "removed")))


def _alone(one: _Sentence, known: set[str], kind: Literal["added", "removed"]) -> Iterator[Edit]:
    """A sentence like no other: the words that the other meeting does not have, and the rest."""
    at = 0
    for start, end in _joined(one.text, [w for w in one.words if w.term not in known]):
        if at < start:
            yield Edit("same", one.text[at:start])
        yield Edit(kind, one.text[start:end])
        at = end
    if one.text[at:]:
        yield Edit("same", one.text[at:])


def _pairs(earlier: Sequence[_Sentence], later: Sequence[_Sentence]) -> dict[int, int]:
    """Which sentence of the later meeting is like which of the earlier."""
    alike = sorted(
        (-likeness, abs(i - j), j, i)
        for i, before in enumerate(earlier)
        for j, after in enumerate(later)
        if (likeness := _likeness(before.terms, after.terms)) >= ALIKE
    )
    pairs: dict[int, int] = {}
    for _, _, j, i in alike:
        if j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs


def _likeness(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _edits(before: str, after: str) -> Iterator[Edit]:
    """How one sentence becomes another, in stretches of whole words with the spaces between."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    match = SequenceMatcher(None, [*map(_form, old)], [*map(_form, new)], autojunk=False)
    runs: list[tuple[Kind, list[str]]] = []
    removed: list[str] = []
    added: list[str] = []
    steps = match.get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(steps):
        inner = 0 < number < len(steps) - 1 and d - c <= 2 and _only_stops(" ".join(new[c:d]))
        if kind == "equal" and not inner:
            runs += [("removed", removed), ("added", added), ("same", new[c:d])]
            removed, added = [], []
        else:
            removed += old[a:b]
            added += new[c:d]
    runs += [("removed", removed), ("added", added)]
    edits = [Edit(kind, " ".join(words)) for kind, words in runs if words]
    for number, edit in enumerate(edits):
        following = edits[number + 1].kind if number + 1 < len(edits) else None
        if edit.kind == "same":
            yield Edit("same", " " * bool(number) + edit.text + " " * (following is not None))
        else:
            yield edit
            if following not in (None, "same"):
                yield Edit("same", " ")


def _form(word: str) -> str:
    return analysis.normalise(word) or word
