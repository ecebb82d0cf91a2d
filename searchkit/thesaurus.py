"""Concepts and the forms that name them: topics for passages, synonyms for queries.

A *concept* is something that people talk about, under one *label*. A *form* is a word or phrase
that points to it. What kind of form it is decides where it counts:

========== ============================ ============== =================================
kind       example, concept ``Climate`` names a topic  typed in a query, finds
========== ============================ ============== =================================
equal      the label, a variant         yes            everything of the concept
narrower   ``Kyoto Protocol``           yes            itself and the forms equal to it
weak       ``emissions``                with support   itself and the forms equal to it
typed      ``hothouse effect``          no             everything of the concept
========== ============================ ============== =================================

*Related* concepts are neighbours, in both directions. An *ignored* phrase contains a form and means
something else (``public relations``). A concept that is no ``topic`` serves queries only; acronyms
and Solr synonyms are such concepts. A variant that is a weak form, too, is weak in passages and a
variant in queries. How files hold all this: :mod:`searchkit.concepts`.

Words typed become synonyms in two steps::

    for found in thesaurus.find(analysis.terms("climate change in Kenya")):
        found.start, found.end, found.variant           # 0, 2, "climate change"
        for synonym in thesaurus.synonyms(found):
            synonym.text, synonym.terms, synonym.kind   # "carbon tax", (...), "narrower"

``find`` gives the longest forms, left to right, without overlaps. A form of two concepts is given
once for each, with the same ``start`` and ``end``. Articles are looked through: ``reform of UN``
and ``reform of the UN`` are one form. ``mentions`` does the same for passages.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, NamedTuple

from . import analysis
from .concepts import Concept, acronyms, joined, linked, read_solr, read_toml
from .errors import IndexDamaged
from .forms import ALONE, ARTICLES, Finder, Form, Found, Kind, Place

__all__ = ["Concept", "Finder", "Found", "Synonym", "Thesaurus", "acronyms"]


class Synonym(NamedTuple):
    """Another way to say it: ``terms`` are the analysed terms of ``text``, stop words included."""

    text: str
    terms: tuple[str, ...]
    kind: Literal["equal", "narrower", "related"]


class Thesaurus:
    """An immutable set of concepts with their forms analysed. Iterating gives the concepts."""

    # Concepts and forms are made from rows when they are first asked for: a query needs a few of
    # thousands. A form's number is its place in _terms; _first has the first number of each row,
    # and those of the ignored phrases come last.
    __slots__ = ("_concepts", "_finder", "_first", "_forms", "_ignore", "_keys", "_lengths",
                 "_numbers", "_rows", "_terms")  # fmt: skip

    def __init__(self, concepts: Iterable[Concept] = (), *, ignore: Iterable[str] = ()) -> None:
        """Build from concepts; of two with one label the later counts, or adds if it extends."""
        merged: dict[str, Concept] = {}
        for concept in concepts:
            name = analysis.key(concept.label)
            old = merged.get(name)
            merged[name] = joined(old, concept) if old and concept.extend else concept
        closed = linked(merged)
        phrases = list(dict.fromkeys(ignore))
        first: list[int] = []
        terms: list[str] = []
        numbers: dict[str, list[int]] = {}
        lengths: dict[str, set[int]] = {}
        texts = [[text for text, _, _ in _written(concept)] for concept in closed]
        for forms in [*texts, phrases]:
            first.append(len(terms))
            for text in forms:
                analysed, bare = _analysed(text)
                # A form of stop words only ("WHO") would be found in every other query.
                if not analysis.stop_words().issuperset(bare):
                    numbers.setdefault(" ".join(bare), []).append(len(terms))
                    lengths.setdefault(bare[0], set()).add(len(bare))
                terms.append(analysed)
        self._setup(
            {
                "rows": list(map(_row, closed)),
                "first": first,
                "terms": terms,
                "numbers": numbers,
                "lengths": {term: sorted(sizes, reverse=True) for term, sizes in lengths.items()},
                "ignore": phrases,
            }
        )

    def _setup(self, packed: dict[str, Any]) -> None:
        self._rows: list[Any] = packed["rows"]
        self._first: list[int] = packed["first"]
        self._terms: list[str] = packed["terms"]
        self._numbers: dict[str, list[int]] = packed["numbers"]
        self._lengths: dict[str, list[int]] = packed["lengths"]
        self._ignore: list[str] = packed["ignore"]
        self._concepts: dict[int, Concept] = {}
        self._forms: dict[int, list[Form]] = {}
        self._keys: dict[str, int] | None = None
        self._finder = Finder(self._numbers.keys(), self._lengths, self._places, self._concept)

    def _concept(self, row: int) -> Concept:
        concept = self._concepts.get(row)
        if concept is None:
            label, variants, narrower, weak, typed, related, *rest = self._rows[row]
            concept = self._concepts[row] = Concept(
                label, tuple(variants), _groups(narrower), _groups(weak), tuple(typed),
                tuple(related), *rest,
            )  # fmt: skip
        return concept

    def _forms_of(self, row: int) -> list[Form]:
        forms = self._forms.get(row)
        if forms is None:
            terms = self._terms[self._first[row] : self._first[row + 1]]
            forms = self._forms[row] = [
                Form(text, tuple(joined.split()), kind, group)
                for (text, kind, group), joined in zip(
                    _written(self._concept(row)), terms, strict=True
                )
            ]
        return forms

    def _form(self, number: int) -> Place:
        """The row of a concept and its form with this number, None for an ignored phrase."""
        row = bisect_right(self._first, number) - 1
        if row == len(self._rows):
            return None
        return row, self._forms_of(row)[number - self._first[row]]

    def _places(self, spelt: str) -> Iterator[Place]:
        """Where the forms stand that are spelt so, in their order."""
        return map(self._form, self._numbers.get(spelt, ()))

    def _place(self, label: str) -> int | None:
        if self._keys is None:
            self._keys = {analysis.key(row[0]): i for i, row in enumerate(self._rows)}
        return self._keys.get(analysis.key(label))

    def __iter__(self) -> Iterator[Concept]:
        return map(self._concept, range(len(self._rows)))

    def __len__(self) -> int:
        return len(self._rows)

    @classmethod
    def default(cls) -> Thesaurus:
        """The thesaurus that comes with searchkit; read once in a process."""
        return _default()

    @classmethod
    def load(cls, path: str | Path) -> Thesaurus:
        """Read a file of one's own: TOML if its name ends in ``.toml``, else Solr's synonyms.

        Related labels may be those of the file or of the default thesaurus. Raises
        :class:`ThesaurusError` with ``file:line: reason`` where the file has a mistake.
        """
        path = Path(path)
        if path.suffix.lower() != ".toml":
            return cls(read_solr(path))
        concepts, ignore = read_toml(path, known=frozenset(map(_label_key, cls.default())))
        return cls(concepts, ignore=ignore)

    def merged(self, other: Thesaurus) -> Thesaurus:
        """This thesaurus with the concepts of ``other`` added, replaced or extended."""
        return Thesaurus([*self, *other], ignore=[*self._ignore, *other._ignore])

    def with_acronyms(self, pairs: Iterable[tuple[str, str]]) -> Thesaurus:
        """This thesaurus with (short, long) pairs that texts define; see :func:`acronyms`.

        Where one of the two is a form of a concept, the other becomes its equal there; where
        neither is, the pair becomes a concept that serves queries only.
        """
        changed, new = self._with_pairs(pairs)
        concepts = [changed.get(row, concept) for row, concept in enumerate(self)]
        return Thesaurus([*concepts, *new], ignore=self._ignore)

    def in_text(self, pairs: Iterable[tuple[str, str]]) -> Finder:
        """What finds the forms in the passages of a text that defines (short, long) pairs.

        It finds what :meth:`with_acronyms` would, and takes no time to build.
        """
        pairs = list(pairs)
        changed, new = self._with_pairs(pairs)
        concepts = {**changed, **dict(enumerate(new, len(self)))}
        stops = analysis.stop_words()
        shorts = {
            _spelling(short) for short, _ in pairs if not stops.issuperset(_analysed(short)[1])
        }
        more: dict[str, list[Place]] = {
            spelt: [place for place in self._places(spelt) if not place or place[0] not in changed]
            for spelt in shorts
        }
        for row, concept in concepts.items():
            for text, kind, group in _written(concept):
                if (spelt := _spelling(text)) in shorts:
                    terms = tuple(_analysed(text)[0].split())
                    more[spelt].append((row, Form(text, terms, kind, group)))
        last = len(self) + len(new)
        for places in more.values():
            places.sort(key=lambda place: place[0] if place else last)
        return self._finder.with_places(
            more, lambda row: concepts[row] if row in concepts else self._concept(row)
        )

    def _with_pairs(
        self, pairs: Iterable[tuple[str, str]]
    ) -> tuple[dict[int, Concept], list[Concept]]:
        """The concepts that (short, long) pairs change, by their rows, and those they add."""
        changed: dict[int, Concept] = {}
        new: list[Concept] = []
        for short, long in sorted(set(pairs)):
            homes, known = [], []
            for text in (short, long):
                known = list(filter(None, self._places(_spelling(text))))
                homes.append({row for row, _ in known})
            if homes[0] & homes[1] or analysis.stop_words().issuperset(_analysed(short)[1]):
                continue
            # An acronym may be known with another long form; then this pair stands by itself.
            for row, form in known:
                changed[row] = _with_equal(changed.get(row) or self._concept(row), form, short)
            if not known and _analysed(long)[1]:
                new.append(Concept(long, (short,), topic=False, extend=True))
        return changed, new

    def to_json(self) -> str:
        """Everything with the analysed terms, for :meth:`from_json`, which stems nothing."""
        packed = {
            "analysis": analysis.version(),
            "rows": self._rows,
            "first": self._first,
            "terms": self._terms,
            "numbers": self._numbers,
            "lengths": self._lengths,
            "ignore": self._ignore,
        }
        return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Thesaurus:
        """What :meth:`to_json` wrote; analysed anew only if the analyzer has changed since.

        Raises:
            IndexDamaged: it has not written that.
        """
        thesaurus = cls.__new__(cls)
        try:
            packed = json.loads(text)
            _check(packed)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise IndexDamaged(
                f"the thesaurus in the index is damaged ({error!s:.60}): make the index anew"
            ) from error
        thesaurus._setup(packed)
        if packed["analysis"] == analysis.version():
            return thesaurus
        return cls(map(thesaurus._concept, range(len(thesaurus))), ignore=thesaurus._ignore)

    def get(self, label: str) -> Concept | None:
        """The concept with this label; case, accents and punctuation do not count."""
        row = self._place(label)
        return None if row is None else self._concept(row)

    def find(self, terms: Sequence[str]) -> list[Found]:
        """The forms in the words of a query; a weak one only if others are equal to it."""
        return self._finder.find(terms)

    def mentions(
        self, terms: Sequence[str], stands: Callable[[int, int, str], bool] | None = None
    ) -> list[Found]:
        """The forms in a passage that speak for a topic, weak ones among them, none only typed.

        ``stands(start, end, variant)`` may reject a form whose stems are at ``terms[start:end]``.
        """
        return self._finder.mentions(terms, stands)

    def synonyms(self, found: Found) -> list[Synonym]:
        """What else to look for where a query holds ``found``: equal, narrower, then related.

        Forms that hold the words found, or another synonym, are left out: what they find is found
        already.
        Related are the labels and variants of related concepts, never their narrower forms.
        """
        row = self._place(found.concept.label)
        forms = [] if row is None else self._forms_of(row)
        same = next(f for f in forms if (f.text, f.kind) == (found.variant, found.kind))
        kept: list[Synonym] = []
        spelt = [f" {' '.join(same.terms)} "]

        def keep(wanted: Iterable[Form], kind: Literal["equal", "narrower", "related"]) -> None:
            for form in sorted(wanted, key=lambda form: len(form.terms)):
                joined = f" {' '.join(form.terms)} "
                if form.terms and not any(shorter in joined for shorter in spelt):
                    spelt.append(joined)
                    kept.append(Synonym(form.text, form.terms, kind))

        if found.kind in ("narrower", "weak"):
            keep((f for f in forms if (f.kind, f.group) == (same.kind, same.group)), "equal")
            return kept
        keep((form for form in forms if form.kind == "equal"), "equal")
        keep((form for form in forms if form.kind == "narrower"), "narrower")
        for label in found.concept.related:
            row = self._place(label)
            if row is not None:
                keep((form for form in self._forms_of(row) if form.kind == "equal"), "related")
        return kept


@cache
def _default() -> Thesaurus:
    concepts, ignore = read_toml(Path(__file__).with_name("data") / "thesaurus.toml")
    return Thesaurus(concepts, ignore=ignore)


_row = attrgetter(*(field.name for field in fields(Concept)))


# Thesauri are built again and again from nearly the same forms, one for each text's acronyms.
@lru_cache(20_000)
def _analysed(form: str) -> tuple[str, tuple[str, ...]]:
    """The terms of a form, joined, and those among them that are no articles."""
    terms = analysis.terms(form)
    return " ".join(terms), tuple(term for term in terms if term not in ARTICLES)


def _spelling(form: str) -> str:
    return " ".join(_analysed(form)[1])


def _label_key(concept: Concept) -> str:
    return analysis.key(concept.label)


def _written(concept: Concept) -> Iterator[tuple[str, Kind, int]]:
    """Every form of a concept as (text, kind, group), in the order of its numbers."""
    for text in (concept.label, *concept.variants):
        yield text, "equal", 0
    for j, group in enumerate(concept.narrower):
        for text in group:
            yield text, "narrower", j
    for j, group in enumerate(concept.weak):
        for text in group:
            yield text, "weak", j if len(group) > 1 else ALONE
    for text in concept.typed:
        yield text, "typed", 0


def _groups(lists: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, lists))


def _with_equal(concept: Concept, form: Form, text: str) -> Concept:
    """``concept`` with ``text`` as another way to write ``form``."""
    if form.kind == "narrower":
        groups = tuple((*g, text) if form.text in g else g for g in concept.narrower)
        return replace(concept, narrower=groups)
    if form.kind == "weak":
        groups = tuple((*g, text) if form.text in g else g for g in concept.weak)
        return replace(concept, weak=groups)
    if form.kind == "typed":
        return replace(concept, typed=(*concept.typed, text))
    return replace(concept, variants=(*concept.variants, text))


def _check(packed: dict[str, Any]) -> None:
    """See that a thesaurus out of an index, which may be a stranger's, has its shape."""

    def texts(values: Iterable[Any]) -> bool:
        return set(map(type, values)) <= {str}

    def numbers(lists: dict[str, list[int]], end: int) -> bool:
        every = [*chain.from_iterable(lists.values())]
        return set(map(type, every)) <= {int} and all(
            0 <= one < end for one in (min(every), max(every))
        )

    first, words = [0], []
    for label, variants, narrower, weak, typed, related, broader, definition, *flags in packed[
        "rows"
    ]:
        forms = (label, *variants, *chain(*narrower, *weak), *typed)
        words += [*forms, *related, broader, definition]
        first.append(first[-1] + len(forms))
        if len(flags) != 3:
            raise ValueError("a concept has another number of fields")
    ends = len(packed["terms"]) + len(packed["ignore"])
    sound = (
        first == packed["first"]
        and texts((*words, *packed["terms"], *packed["ignore"], *packed["numbers"]))
        and (not packed["numbers"] or numbers(packed["numbers"], ends))
        and (not packed["lengths"] or numbers(packed["lengths"], ends + 1))
    )
    if not sound:
        raise ValueError("it has another shape")
