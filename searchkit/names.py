"""Look-ups of people by names typed as one remembers them.

An *entry* is a person of the collection. A *form* is one way in which the entry is named: words in
order, of which some are *family* names. A name typed means an entry if its words find their
partners among the words of a form: spelt alike, transliterated otherwise, spelt with a mistake, or
as an initial (:mod:`searchkit.transliteration` tells how close two words are), or in another script
(:mod:`searchkit.romanisation` tells what it is in Latin letters). What one side lacks
the other may have, but where both have a word that finds no partner they contradict each other:
``Sergei Ivanov`` does not mean ``Igor Ivanov``. Titles typed before the name do not count.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import analysis
from .agreement import Form, Typed, agreement, contradicted, is_slip, joined, typed_as
from .name_forms import families, is_east, kinds, ordered
from .persons import PersonEntry, entries, merge, summed
from .romanisation import is_latin, readings
from .roster import Listed, Roster, word_mark
from .transliteration import Word, closeness, initial, mistakes, near, split, word

__all__ = [
    "NameHit", "NameIndex", "Names", "PersonEntry", "StoredNames", "entries", "listed", "merge",
    "summed",
]  # fmt: skip

CUTOFF = 70.0
"""The lowest score that is an answer."""

_WITHIN = 20.0  # Answers this much worse than the best are no answers.
_CANDIDATES = 60
_READINGS = 8
_KEPT = 10_000
_SURE = 90.0
_ALONE = 80.0  # The most that a family name alone scores where more was typed.
_SPELT_ALIKE = 60.0  # rapidfuzz's ratio, from 0 to 100


@dataclass(frozen=True, slots=True)
class NameHit:
    """An entry that a name typed may mean; ``score`` is from 0 to 100."""

    entry: PersonEntry
    score: float


# The index


class Names:
    """Looking names up, wherever the entries are kept; each has a number."""

    def _bearing(self, mark: str) -> Sequence[int]:
        """The entries with a word of which this is a reading."""
        raise NotImplementedError

    def _spelt(self, initial: str, length: int) -> Sequence[str]:
        """The spellings to compare letter by letter, by their first letter and their length."""
        raise NotImplementedError

    def _entry(self, number: int) -> PersonEntry:
        raise NotImplementedError

    def _forms(self, number: int) -> tuple[Form, ...]:
        raise NotImplementedError

    def _read(self, numbers: Sequence[int]) -> None:
        """Make these entries ready to be asked for."""

    def _named(self, numbers: Sequence[int]) -> dict[int, tuple[int, str]]:
        """Of entries how many passages name them, as a negative number, and their names."""
        raise NotImplementedError

    def find(self, typed: str, *, limit: int = 5, cutoff: float = CUTOFF) -> list[NameHit]:
        """The entries that ``typed`` may mean, the likeliest first.

        Equal scores are ordered by how often the person is named, then by name. An answer far
        behind the best is left out. A name that means nobody gives an empty list.

        Args:
            typed: a name in any order, with or without titles, initials, accents; in Latin or in
                other letters.
            limit: how many answers at most.
            cutoff: the lowest score, from 0 to 100, that is an answer.
        """
        if limit < 1:
            return []
        scores: dict[int, float] = {}
        for name in self._meant(typed):
            if any(len(w.text) > 1 for w in name.words):
                likely, against = self._candidates(name)
                found = self._scored(name, likely)
                if max(found.values(), default=0.0) <= _ALONE:
                    self._read(list(against))
                    excused = [i for i, words in against.items() if self._said(name, i) >= words]
                    found |= self._scored(name, excused)
                scores |= {i: max(score, scores.get(i, 0.0)) for i, score in found.items()}
        hits = [
            NameHit(self._entry(i), round(score, 1))
            for i, score in scores.items()
            if score >= cutoff
        ]
        hits.sort(key=lambda hit: (-hit.score, -hit.entry.passages, hit.entry.name))
        return [hit for hit in hits if hit.score >= hits[0].score - _WITHIN][:limit]

    def slips(self, typed: str, *, limit: int = 3) -> list[str]:
        """Who may be meant by a short word that is no name: with a letter more or less, or swapped.

        ``Adlr`` may be a slip for Adler or another name, so that :meth:`find` gives nobody. Full
        names, those of the people named most often first.
        """
        forms = split(typed)
        if len(forms) != 1:
            return []
        numbers: set[int] = set()
        for form in word(forms[0]).forms:
            for length in range(len(form) - 1, len(form) + 2):
                for spelling in self._spelt(initial(form), length):
                    if is_slip(form, spelling):
                        numbers.update(self._bearing(spelling))
        return [name for _, name in sorted(self._named(list(numbers)).values())[:limit]]

    def nearest(self, typed: str) -> str | None:
        """The word of a name that is spelt most like ``typed``, as it stands; None if none is near.

        Of words equally near, the one of the people named most often. What only sounds alike is
        not near: ``coffee`` is not read as ``Kofi``. Of a whole name in one word of another
        script, the name that it means.
        """
        if not is_latin(typed):
            latin = readings(typed)
            near = (self.nearest(one) for one in latin if len(split(one)) == 1)
            return next(filter(None, near), None) or self._whole(typed, latin)
        forms = split(typed)
        if len(forms) != 1 or len(forms[0]) < 3:
            return None
        from rapidfuzz.fuzz import ratio

        wanted = word(forms[0])
        found: dict[str, tuple[float, int]] = {}
        for passages, name in self._named(list(self._near(wanted))).values():
            for form in split(name):
                spelt = word(form)
                close = closeness(wanted, spelt)
                alike = ratio(wanted.text, spelt.text) >= _SPELT_ALIKE
                if close == 1.0 or (close and alike and len(wanted.text) > 4):
                    best, times = found.get(form, (0.0, 0))
                    found[form] = max(best, close), times - passages
        if not found:
            return None
        return min(found, key=lambda form: (-found[form][0], -found[form][1], form))

    def _whole(self, typed: str, latin: Sequence[str]) -> str | None:
        if all(len(split(one)) == 1 for one in latin):
            return None
        hits = self.find(typed, limit=1, cutoff=_SURE)
        return hits[0].entry.name if hits else None

    def _meant(self, typed: str) -> list[Typed]:
        """The name typed, and its readings where it is in another script.

        Those whose words are all words of names, where there are such; else the likeliest.
        """
        if is_latin(typed):
            return [typed_as(typed)]
        names = [typed_as(one) for one in (typed, *readings(typed))]
        known = [
            name
            for name in names
            if all(any(self._bearing(key) for key in w.keys) for w in name.words)
        ]
        return known or names[:_READINGS]

    # Candidates: entries with a word like one of those typed

    def _candidates(self, name: Typed) -> tuple[list[int], dict[int, int]]:
        """Who may be meant, the likeliest first, and those whom so many words typed contradict.

        The second are meant only where none of the first agrees in more than a family name, and
        where what contradicts them is said of them: an office that is a name of others too.
        """
        sums: dict[int, float] = defaultdict(float)
        met: dict[int, int] = defaultdict(int)
        beside = kinds()["titles"] | kinds()["particles"]
        told = 0
        for one in name.words:
            if len(one.text) > 1:
                near = self._near(one)
                told += bool(near) and one.text not in beside
                for entry, close in near.items():
                    sums[entry] += close
                    met[entry] += 1
        for one in joined(name.words):
            for entry, close in self._near(one).items():
                sums[entry] += close
                met[entry] += 2
        if len(sums) > _CANDIDATES:
            least = heapq.nlargest(_CANDIDATES, sums.values())[-1]
            sums = {number: close for number, close in sums.items() if close >= least}
        named = self._named(list(sums))
        first = sorted(named, key=lambda i: (-sums[i], named[i]))[:_CANDIDATES]
        wrong = {i: contradicted(name, told - met[i], met[i], named[i][1]) for i in first}
        likely = [i for i in first if not wrong[i]]
        return likely, {i: words for i, words in wrong.items() if words}

    def _near(self, one: Word) -> dict[int, float]:
        """Entry -> how close its closest word is to this one."""
        found: dict[int, float] = {}
        for key in one.keys:
            for entry in self._bearing(key):
                found[entry] = 1.0
        for form in one.forms:
            for spelling, close in self._misspelt(form):
                for entry in self._bearing(spelling):
                    found[entry] = max(found.get(entry, 0.0), close)
        return found

    def _misspelt(self, form: str) -> Iterable[tuple[str, float]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        for length in range(max(4, len(form) - 2), len(form) + 3):
            allowed = mistakes(min(length, len(form)))
            # A letter more or less is a whole mistake.
            some = abs(length - len(form)) <= allowed and self._spelt(initial(form), length)
            if some:
                for spelling, _, _ in process.extract(
                    form, some, scorer=OSA.distance, score_cutoff=int(2 * allowed), limit=None
                ):
                    close = near(form, spelling, loose=True)
                    if close:
                        yield spelling, close

    # Scoring

    def _scored(self, name: Typed, numbers: Sequence[int]) -> dict[int, float]:
        self._read(numbers)
        return {i: self._score(name, i) for i in numbers}

    def _said(self, name: Typed, number: int) -> int:
        """How many of the words typed are said of an entry."""
        said = _said_of(self._entry(number))
        return sum(one.text in said for one in name.words)

    def _score(self, name: Typed, number: int) -> float:
        optional = kinds()["titles"] | _said_of(self._entry(number))
        return max((agreement(name, form, optional) for form in self._forms(number)), default=0.0)


class NameIndex(Names):
    """Entries that can be found by name, in memory. Built when it is first asked."""

    def __init__(self, entries: Iterable[PersonEntry]) -> None:
        self.entries = tuple(entries)
        self._built = False
        self._spellings: dict[tuple[str, int], list[str]] = {}
        self._postings: dict[str, list[int]] = defaultdict(list)

    def _build(self) -> None:
        if self._built:
            return
        sounds: set[tuple[str, str]] = set()
        for number, entry in enumerate(self.entries):
            one = listed(entry)
            sounds |= one.sounds
            for mark in one.marks:
                self._postings[mark].append(number)
        for first, sound in sorted(sounds):
            self._spellings.setdefault((first, len(sound)), []).append(sound)
        self._built = True

    def _bearing(self, mark: str) -> Sequence[int]:
        self._build()
        return self._postings.get(mark, ())

    def _spelt(self, initial: str, length: int) -> Sequence[str]:
        self._build()
        return self._spellings.get((initial, length), ())

    def _entry(self, number: int) -> PersonEntry:
        return self.entries[number]

    def _forms(self, number: int) -> tuple[Form, ...]:
        return _forms_of(self.entries[number])

    def _named(self, numbers: Sequence[int]) -> dict[int, tuple[int, str]]:
        return {i: (-self.entries[i].passages, self.entries[i].name) for i in numbers}


class StoredNames(Names):
    """The persons of a catalog, read as far as a look-up needs them."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._read_marks = lru_cache(maxsize=10_000)(roster.bearing)
        self._read_sounds = lru_cache(maxsize=2_000)(roster.sounds)
        self._entries: dict[int, PersonEntry] = {}

    def _bearing(self, mark: str) -> Sequence[int]:
        return self._read_marks(mark)

    def _spelt(self, initial: str, length: int) -> Sequence[str]:
        return self._read_sounds(initial, length).split()

    def _named(self, numbers: Sequence[int]) -> dict[int, tuple[int, str]]:
        return {i: (-passages, name) for i, name, passages in self._roster.persons(numbers)}

    def _entry(self, number: int) -> PersonEntry:
        return self._entries[number]

    def _read(self, numbers: Sequence[int]) -> None:
        if len(self._entries) > _KEPT:
            self._entries = {}
        new = [number for number in numbers if number not in self._entries]
        missing = {i: name for i, name, _ in self._roster.persons(new)}
        if missing:
            named = list(missing.values())
            held = summed(self._roster.mentions(named), self._roster.documents(named))
            by_name = {entry.name: entry for entry in held}
            for number, called in missing.items():
                self._entries[number] = by_name.get(called) or PersonEntry(called)

    def _forms(self, number: int) -> tuple[Form, ...]:
        return _forms_of(self._entries[number])


def listed(entry: PersonEntry) -> Listed:
    """What is kept of an entry, for look-ups to find it by."""
    words = {one for form in _forms_of(entry) for one in (*form.words, *joined(form.words))}
    return Listed(
        entry.name,
        entry.passages,
        frozenset(key for one in words for key in one.keys)
        | {
            word_mark(part)
            for form in (entry.name, *entry.variants)
            for part in analysis.key(form).split()
        },
        frozenset((initial(sound), sound) for one in words for sound in one.forms),
    )


@lru_cache(maxsize=10_000)
def _said_of(entry: PersonEntry) -> frozenset[str]:
    """Words that are said of a person without being the name: may stand before it when typed."""
    said = (*entry.roles, *entry.variants, entry.country or "")
    return frozenset(word(form).text for text in said for form in split(text))


@lru_cache(maxsize=10_000)
def _forms_of(entry: PersonEntry) -> tuple[Form, ...]:
    """The name, and those of the variants that spell it otherwise, without their titles."""
    forms = ordered(entry.name)
    east = is_east(forms, entry.country)
    words = tuple(word(form, east=east) for form in forms)
    known = {words[i].text for i in families(forms, east=east)}
    others: dict[tuple[Word, ...], list[str]] = {}
    for variant in entry.variants:
        spelt = split(variant)
        tail = _tail([word(form, east=east) for form in spelt], words)
        if not tail:
            continue
        if len(tail) == 1 < len(words) and len(spelt) > 1:
            known.add(tail[0].text)
        others.setdefault(tail, spelt[-len(tail) :])
    found = [Form(words, frozenset(known))]
    for tail, spelt in others.items():
        if len(tail) >= len(words) and tail != words:
            at = families(spelt, east=east)
            found.append(Form(tail, frozenset(tail[i].text for i in at) | known))
    return tuple(found)


def _tail(spelt: Sequence[Word], words: Sequence[Word]) -> tuple[Word, ...]:
    """The last words of a variant, as far as they are words of the name."""
    tail: list[Word] = []
    left = list(words)
    for one in reversed(spelt):
        partner = next((w for w in left if w.text == one.text), None)
        if partner is None and one.text not in kinds()["titles"]:
            partner = next((w for w in left if closeness(one, w) >= 0.8), None)
        if partner is None:
            break
        left.remove(partner)
        tail.insert(0, one)
    return tuple(tail)
