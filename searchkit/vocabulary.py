"""What a collection holds, as the query room asks for it: its terms, tag values and names.

Terms come from the engine, tag values and people from the catalog. A value of a tag field *names*
a tag when each of its words is a word of the tag: ``speaker:ivanov`` names every speaker with that
word in the name, in a fuller form of it elsewhere in the collection, or in a form with title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from typing import TYPE_CHECKING, TypeVar

from . import analysis
from .engines.base import RAW_FIELDS, Engine
from .engines.lexicon import Lexicon
from .query.plan import Phrase, Term
from .query.reading import Resolution
from .storage import Catalog

if TYPE_CHECKING:
    from .names import Names

__all__ = ["CollectionVocabulary"]

_PEOPLE = ("speaker", "person")

_FULL = 10_000
"""Terms that something is kept of: a query asks for the frequency of its own several times."""

_VALUES = 500
"""Names and other values that are kept with what they stand for: whoever asks with one goes on."""


_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class _Known(dict[_Key, _Value]):
    """What has been found out. It starts again when it is full."""

    def __setitem__(self, key: _Key, value: _Value) -> None:
        if len(self) >= _FULL:
            self.clear()
        super().__setitem__(key, value)


class _Frequencies(_Known[tuple[str, str], int]):
    """A field and a term -> how many passages have it there, found out when it is asked for."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine

    def __missing__(self, key: tuple[str, str]) -> int:
        found = self[key] = self._engine.document_frequency(*key)
        return found


class CollectionVocabulary:
    """What one catalog and its engine hold; see :class:`searchkit.query.expand.Vocabulary`."""

    def __init__(self, catalog: Catalog, engine: Engine, name_index: Callable[[], Names]) -> None:
        self._catalog = catalog
        self._engine = engine
        self._name_index = name_index
        self._tags: dict[str, dict[str, str]] = {}
        self._by_word: dict[str, dict[str, set[str]]] = {}
        self._lines: dict[str, str] = {}
        self.parted: MutableMapping[str, Sequence[str]] = _Known()
        self._frequencies = _Frequencies(engine)
        self._together = _Known[tuple[str, ...], int]()
        self._resolved: dict[tuple[str, str, bool], Resolution] = {}

    def __len__(self) -> int:
        """How many passages there are."""
        return len(self._engine)

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        """Terms of an engine's field that begin so, with document frequencies, by term."""
        return self._engine.terms(field, prefix)

    def near(self, field: str, word: str, distance: int) -> list[tuple[str, int, int]]:
        """(word, document frequency, edits) of an engine's words within so many edits."""
        return self._lexicon(field).near(word, distance)

    def matching(self, field: str, pattern: str) -> Iterable[tuple[str, int]]:
        """(word, document frequency) of an engine's words that fit a pattern."""
        start = re.split(r"[*?]", pattern, maxsplit=1)[0]
        if len(start) > 1 and pattern == f"{start}*":
            return self.terms(field, start)
        return self._lexicon(field).matching(pattern)

    def _lexicon(self, field: str) -> Lexicon:
        if field == RAW_FIELDS["text"]:
            return self._engine.lexicon()
        return Lexicon(self.terms(field))

    def document_frequency(self, field: str, term: str) -> int:
        """How many passages have the term in an engine's field."""
        return self._frequencies[field, term]

    def together(self, terms: Sequence[str]) -> int:
        """How many passages have the terms side by side in their text."""
        known = self._together.get(tuple(terms))
        if known is None:
            known = self._engine.search(Phrase("text", tuple(enumerate(terms))), limit=0).total or 0
            self._together[tuple(terms)] = known
        return known

    def values(self, field: str) -> dict[str, str]:
        """The values of a tag field in use: key -> as shown."""
        if field not in self._tags:
            self._tags[field] = self._catalog.tags(field)
        return self._tags[field]

    def resolve(self, field: str, text: str, *, exact: bool = False) -> Resolution:
        """The values of a tag field that ``text`` names.

        Where it names none and ``exact`` is false, the nearest spelling counts, and ``read_as``
        tells how it was read.
        """
        known = self._resolved.get((field, text, exact))
        if known is None:
            if len(self._resolved) >= _VALUES:
                self._resolved.clear()
            known = self._resolved[field, text, exact] = self._resolve(field, text, exact)
        return known

    def _resolve(self, field: str, text: str, exact: bool) -> Resolution:
        named = self._named(field, text)
        if named or exact:
            return _resolution(named, None)
        nearest = self._nearest_value(field, text)
        if nearest is None:
            return _resolution({}, None)
        return _resolution(self._named(field, nearest), nearest)

    def _named(self, field: str, text: str) -> dict[str, str]:
        """The values of a tag field that ``text`` names: key -> as shown."""
        whole = analysis.key(text)
        wanted = set(whole.split())
        if not wanted:
            return {}
        if field == "doc":  # of which there are too many to have them all at hand
            shown = self._catalog.tag(field, whole)
            found = {whole: shown} if shown else self._catalog.tags(field, words=sorted(wanted))
            return dict(sorted(found.items()))
        if field in _PEOPLE and self._catalog.roster() is not None:
            return self._people_named(field, wanted)
        values = self.values(field)
        if whole in values and field not in _PEOPLE:
            return {whole: values[whole]}
        by_word = self._keys_by_word(field)
        keys = set.intersection(*(by_word.get(word, set()) for word in wanted))
        if field in _PEOPLE:
            keys |= values.keys() & set(self._called(wanted))
        return {key: values[key] for key in sorted(keys)}

    def _people_named(self, field: str, wanted: Set[str]) -> dict[str, str]:
        """The same of people in a file, of whom there are too many to make objects of them all."""
        if field not in self._lines:
            self._lines[field] = self._catalog.tag_lines(field)
        lines = self._lines[field]
        keys = set(self._called(wanted))
        rarest = max(wanted, key=len)
        at = lines.find(rarest)
        while at >= 0:
            start, end = lines.rindex("\n", 0, at) + 1, lines.index("\n", at)
            if wanted <= set(lines[start:end].split()):
                keys.add(lines[start:end])
            at = lines.find(rarest, end)
        shown = {key: self._catalog.tag(field, key) for key in sorted(keys)}
        return {key: value for key, value in shown.items() if value is not None}

    def _keys_by_word(self, field: str) -> dict[str, set[str]]:
        """The values of a tag field by the words in them."""
        if field not in self._by_word:
            found: dict[str, set[str]] = {}
            for key in self.values(field):
                for word in key.split():
                    found.setdefault(word, set()).add(key)
            self._by_word[field] = found
        return self._by_word[field]

    def _called(self, wanted: Set[str]) -> Iterator[str]:
        """Keys of the names under which documents know those who have all of the words."""
        people = self._people(wanted)
        meant = {canonical for form, canonical, _ in people if wanted <= set(form.split())}
        return (key for _, canonical, key in people if canonical in meant)

    def _people(self, words: Iterable[str]) -> list[tuple[str, str, str]]:
        """(form, canonical name, key of the name in its document) of those with these words."""
        roster = self._catalog.roster()
        rows = self._catalog.people() if roster is None else roster.called_by(words)
        forms = set()
        for row in rows:
            own = analysis.key(row.person.name)
            for form in (row.canonical, *row.person.variants):
                forms.add((analysis.key(form), row.canonical, own))
            forms.add((own, row.canonical, own))
        return sorted(forms)

    def _nearest_value(self, field: str, text: str, *, doubtful: bool = False) -> str | None:
        if field == "doc":
            return None
        if field in _PEOPLE:
            names = self._name_index()
            word = names.nearest(text)  # which may be the name of several
            if word is not None and self._named(field, word):
                return word
            hits = names.find(text, limit=1)
            return hits[0].entry.name if hits else None
        from .query.spelling import nearest

        words: dict[str, int] = {}
        for key in self.values(field):
            for word in key.split():
                words[word] = words.get(word, 0) + 1
        read = [
            word if word in words else nearest(word, words.items(), doubtful=doubtful)
            for word in analysis.key(text).split()
        ]
        return " ".join(w for w in read if w) if all(read) else None

    def nearest(self, word: str) -> str | None:
        """The name or word of the collection spelt most like ``word``, where one is near."""
        name = self._name_index().nearest(word)
        if name is not None:
            return name
        return self._near(word)

    def offered(self, word: str, field: str = "text") -> str | None:
        """A word that may have been meant, or in a tag field a value with such a word."""
        near = self._near(word, doubtful=True)
        if field == "text":
            return near
        if near is None and field not in _PEOPLE:  # a name is looked up before it is taken for none
            near = self._nearest_value(field, word, doubtful=True)
        if near is None:
            return None
        shown = self.resolve(field, near, exact=True).shown
        return shown[0] if len(shown) == 1 else near if shown else None

    def respelling(self, query: str, leaves: Iterable[Term | Phrase]) -> Callable[[], str | None]:
        """What spells a word of the query that hardly occurs as one that occurs often.

        It goes by the collection as it stands now, whenever it is called.
        """
        least: dict[str, int] = {}
        for leaf in leaves:
            if isinstance(leaf, Term) and leaf.via is None and leaf.field == "text":
                least.setdefault(leaf.typed, 10 * self.document_frequency("text", leaf.term))
        own = {typed: analysis.analyse(typed)[1] for typed in least}
        lexicon = self._engine.lexicon()

        def respelt() -> str | None:
            for typed, often in least.items():
                near = _near(lexicon, typed, least=often)
                if near is not None and near not in own[typed]:
                    return re.sub(rf"\b{re.escape(typed)}\b", near, query, count=1)
            return None

        return respelt

    def _near(self, word: str, *, doubtful: bool = False) -> str | None:
        return _near(self._engine.lexicon(), word, least=1, doubtful=doubtful)


def _near(lexicon: Lexicon, word: str, *, least: int, doubtful: bool = False) -> str | None:
    """The word spelt most like ``word`` that ``least`` passages have, where one is near."""
    from .query.spelling import farthest, nearest

    def candidates() -> Iterator[tuple[str, int]]:
        near = lexicon.near(wanted, farthest(wanted), least=least)
        yield from ((other, count) for other, count, _ in near)

    wanted = analysis.normalise(word)
    return nearest(word, candidates(), doubtful=doubtful)


def _resolution(named: Mapping[str, str], read_as: str | None) -> Resolution:
    return Resolution(keys=tuple(named), shown=tuple(named.values()), read_as=read_as)
