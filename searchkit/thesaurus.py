"""Concepts and the forms that name them: topics for passages, synonyms for queries.

A *concept* is something that people talk about, under one *label*. A *form* is a word or phrase
that points to it. What kind of form it is decides where it counts:

========== ============================ ============== =================================
kind       example, concept ``Climate`` names a topic  typed in a query, finds
========== ============================ ============== =================================
equal      the label, a variant         yes            everything of the concept
narrower   ``Kyoto Protocol``           yes            itself and the forms equal to it
weak       ``emissions``                with support   itself only
typed      ``hothouse effect``          no             everything of the concept
========== ============================ ============== =================================

*Related* concepts are neighbours, in both directions. An *ignored* phrase contains a form and means
something else (``public relations``). A concept that is no ``topic`` serves queries only; acronyms
and Solr synonyms are such concepts. How files hold all this: :mod:`searchkit.concepts`.

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
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from . import analysis
from .concepts import Concept, read_solr, read_toml

__all__ = ["Concept", "Found", "Synonym", "Thesaurus", "acronyms"]

Kind = Literal["equal", "narrower", "weak", "typed"]

_IN_QUERIES = frozenset({"equal", "narrower", "typed"})
_IN_PASSAGES = frozenset({"equal", "narrower", "weak"})
_ARTICLES = frozenset({"a", "an", "the"})


class Found(NamedTuple):
    """A form of ``concept`` at ``terms[start:end]``; ``variant`` is the form as the file has it."""

    start: int
    end: int
    concept: Concept
    variant: str
    kind: Kind


class Synonym(NamedTuple):
    """Another way to say it: ``terms`` are the analysed terms of ``text``, stop words included."""

    text: str
    terms: tuple[str, ...]
    kind: Literal["equal", "narrower", "related"]


class _Form(NamedTuple):
    text: str
    terms: tuple[str, ...]
    concept: int
    """Index of the concept; -1 for an ignored phrase."""
    kind: Kind


class Thesaurus:
    """An immutable set of concepts with their forms analysed. Iterating gives the concepts."""

    def __init__(self, concepts: Iterable[Concept] = (), *, ignore: Iterable[str] = ()) -> None:
        """Build from concepts; of two with one label the later counts, or adds if it extends."""
        merged: dict[str, Concept] = {}
        for concept in concepts:
            name = analysis.key(concept.label)
            old = merged.get(name)
            merged[name] = _joined(old, concept) if old and concept.extend else concept
        self._setup(_closed(merged), tuple(dict.fromkeys(ignore)), None)

    def _setup(
        self,
        concepts: tuple[Concept, ...],
        ignore: tuple[str, ...],
        compiled: list[str] | None,
    ) -> None:
        self._concepts = concepts
        self._ignore = ignore
        self._by_key: dict[str, Concept] | None = None
        written = list(_written(concepts, ignore))
        if compiled is None:
            compiled = [" ".join(analysis.terms(text)) for text, _, _ in written]
        self._compiled = compiled
        # Forms by their terms without articles, and by their first term how long they can be.
        self._forms: dict[str, list[_Form]] = {}
        self._of: dict[int, list[_Form]] = {}
        lengths: dict[str, set[int]] = {}
        for (text, concept, kind), joined in zip(written, compiled, strict=True):
            form = _Form(text, tuple(joined.split()), concept, kind)
            self._of.setdefault(concept, []).append(form)
            bare = [term for term in form.terms if term not in _ARTICLES]
            if bare:
                self._forms.setdefault(" ".join(bare), []).append(form)
                lengths.setdefault(bare[0], set()).add(len(bare))
        self._lengths = {first: sorted(sizes, reverse=True) for first, sizes in lengths.items()}

    def __iter__(self) -> Iterator[Concept]:
        return iter(self._concepts)

    def __len__(self) -> int:
        return len(self._concepts)

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
        concepts = list(self)
        for short, long in sorted(set(pairs)):
            words = [" ".join(analysis.terms(form)) for form in (short, long)]
            if not all(words) or words[0] in analysis.STOP_WORDS:
                continue
            homes = [{form.concept for form in self._named(word)} for word in words]
            if homes[0] & homes[1]:
                continue
            # An acronym may be known with another long form; then the pair stands by itself.
            known = self._named(words[1])
            for form in known:
                concepts[form.concept] = _with_equal(concepts[form.concept], form, short)
            if not known:
                concepts.append(Concept(long, (short,), topic=False, extend=True))
        return Thesaurus(concepts, ignore=self._ignore)

    def _named(self, joined: str) -> list[_Form]:
        bare = " ".join(term for term in joined.split() if term not in _ARTICLES)
        return [f for f in self._forms.get(bare, ()) if f.kind != "weak" and f.concept >= 0]

    def to_json(self) -> str:
        """Everything with the analysed terms, for :meth:`from_json`, which stems nothing."""
        rows = [
            [c.label, c.variants, c.narrower, c.weak, c.typed, c.related, c.definition, c.topic,
             c.occasion, c.extend]
            for c in self
        ]  # fmt: skip
        whole = {
            "analysis": analysis.ANALYSIS_VERSION,
            "concepts": rows,
            "ignore": self._ignore,
            "terms": self._compiled,
        }
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Thesaurus:
        """What :meth:`to_json` wrote; analysed anew only if the analyzer has changed since."""
        whole = json.loads(text)
        concepts = tuple(
            Concept(label, tuple(variants), tuple(map(tuple, narrower)), tuple(weak),
                    tuple(typed), tuple(related), *rest)
            for label, variants, narrower, weak, typed, related, *rest in whole["concepts"]
        )  # fmt: skip
        same = whole["analysis"] == analysis.ANALYSIS_VERSION
        thesaurus = cls.__new__(cls)
        thesaurus._setup(concepts, tuple(whole["ignore"]), whole["terms"] if same else None)
        return thesaurus

    def get(self, label: str) -> Concept | None:
        """The concept with this label; case, accents and punctuation do not count."""
        if self._by_key is None:
            self._by_key = {_label_key(concept): concept for concept in self}
        return self._by_key.get(analysis.key(label))

    def find(self, terms: Sequence[str]) -> list[Found]:
        """The forms in the words of a query, longest first, without overlaps; no weak ones."""
        return self._scan(terms, _IN_QUERIES)

    def mentions(self, terms: Sequence[str]) -> list[Found]:
        """The forms in a passage that speak for a topic, weak ones among them, none only typed."""
        return self._scan(terms, _IN_PASSAGES)

    def _scan(self, terms: Sequence[str], kinds: frozenset[str]) -> list[Found]:
        places = [i for i, term in enumerate(terms) if term not in _ARTICLES]
        bare = [terms[i] for i in places]
        lengths, forms, concepts = self._lengths, self._forms, self._concepts
        found: list[Found] = []
        free = 0
        for i, term in enumerate(bare):
            if i < free or term not in lengths:
                continue
            for size in lengths[term]:
                here = forms.get(" ".join(bare[i : i + size]), ()) if i + size <= len(bare) else ()
                here = [form for form in here if form.kind in kinds]
                if not here:
                    continue
                free = i + size
                start, end = places[i], places[free - 1] + 1
                seen: set[int] = {-1}
                for form in here:
                    if form.concept not in seen:
                        seen.add(form.concept)
                        concept = concepts[form.concept]
                        found.append(Found(start, end, concept, form.text, form.kind))
                break
        return found

    def synonyms(self, found: Found) -> list[Synonym]:
        """What else to look for where a query holds ``found``: equal, narrower, then related.

        Forms that hold the words found are left out, since what they find is found already.
        Related are the labels and variants of related concepts, never their narrower forms.
        """
        index = next(i for i, concept in enumerate(self) if concept.label == found.concept.label)
        typed = " ".join(analysis.terms(found.variant))
        kept: dict[tuple[str, ...], Synonym] = {}

        def keep(form: _Form, kind: Literal["equal", "narrower", "related"]) -> None:
            if f" {typed} " not in f" {' '.join(form.terms)} ":
                kept.setdefault(form.terms, Synonym(form.text, form.terms, kind))

        forms = self._of.get(index, [])
        if found.kind in ("narrower", "weak"):
            group = next((g for g in found.concept.narrower if found.variant in g), ())
            for form in forms:
                if form.kind == "narrower" and form.text in group:
                    keep(form, "equal")
            return list(kept.values())
        for kind in ("equal", "narrower"):
            for form in forms:
                if form.kind == kind:
                    keep(form, "equal" if kind == "equal" else "narrower")
        for i, concept in enumerate(self):
            if concept.label in found.concept.related:
                for form in self._of.get(i, []):
                    if form.kind == "equal":
                        keep(form, "related")
        return list(kept.values())


@cache
def _default() -> Thesaurus:
    concepts, ignore = read_toml(Path(__file__).with_name("data") / "thesaurus.toml")
    return Thesaurus(concepts, ignore=ignore)


def _label_key(concept: Concept) -> str:
    return analysis.key(concept.label)


def _written(concepts: Sequence[Concept], ignore: Sequence[str]) -> Iterator[tuple[str, int, Kind]]:
    """Every form as written, in a fixed order that the compiled terms follow."""
    for i, concept in enumerate(concepts):
        for text in dict.fromkeys((concept.label, *concept.variants)):
            yield text, i, "equal"
        for group in concept.narrower:
            for text in group:
                yield text, i, "narrower"
        for text in concept.weak:
            yield text, i, "weak"
        for text in concept.typed:
            yield text, i, "typed"
    for text in ignore:
        yield text, -1, "equal"


def _joined(old: Concept, new: Concept) -> Concept:
    """``old`` with the forms of ``new`` added."""

    def both(field: str) -> Any:
        return tuple(dict.fromkeys((*getattr(old, field), *getattr(new, field))))

    lists = {field: both(field) for field in ("variants", "narrower", "weak", "typed", "related")}
    return replace(old, **lists, definition=new.definition or old.definition)


def _with_equal(concept: Concept, form: _Form, text: str) -> Concept:
    """``concept`` with ``text`` as another way to write ``form``."""
    if form.kind == "narrower":
        groups = tuple((*g, text) if form.text in g else g for g in concept.narrower)
        return replace(concept, narrower=groups)
    if form.kind == "typed":
        return replace(concept, typed=(*concept.typed, text))
    return replace(concept, variants=(*concept.variants, text))


def _closed(concepts: dict[str, Concept]) -> tuple[Concept, ...]:
    """The concepts with ``related`` in both directions, unknown labels dropped."""
    related: dict[str, dict[str, None]] = {name: {} for name in concepts}
    for name, concept in concepts.items():
        for label in map(analysis.key, concept.related):
            if label in concepts and label != name:
                related[name][label] = None
                related[label][name] = None
    return tuple(
        replace(concept, related=tuple(concepts[key].label for key in related[name]))
        for name, concept in concepts.items()
    )


_BRACKETS = re.compile(r"\(([^()\[\]]{2,120})\)|\[([^()\[\]]{2,120})\]")
_SENTENCE_END = re.compile(r"[.;:!?]\s|\n\s*\n|[()\[\]]")
_QUOTES = "\"'“”‘’«»"


def acronyms(text: str) -> list[tuple[str, str]]:
    """The short and long forms that ``text`` defines, each pair once, in order.

    Both ``ASEAN Regional Forum (ARF)`` and ``ARF (ASEAN Regional Forum)`` define one. The
    algorithm is that of A. Schwartz and M. Hearst, "A simple algorithm for identifying
    abbreviation definitions in biomedical text", PSB 2003, with one condition more: a short form
    has two capitals, or a capital and a digit, since in minutes brackets hold much else.
    """
    pairs: dict[tuple[str, str], None] = {}
    for match in _BRACKETS.finditer(text):
        inner = re.split(r"[,;]", match.group(1) or match.group(2))[0].strip(_QUOTES + " \n\t")
        before = _SENTENCE_END.split(text[max(0, match.start() - 300) : match.start()])[-1].split()
        if not before:
            continue
        if _is_short(inner):
            most = min(len(inner) + 5, 2 * len(inner))
            long = _long_form(inner, " ".join(before[-most:]))
            short = inner
        else:
            short = before[-1].strip(_QUOTES)
            long = _long_form(short, " ".join(inner.split())) if _is_short(short) else None
        if long:
            pairs[short, long] = None
    return list(pairs)


def _is_short(form: str) -> bool:
    capitals = sum(character.isupper() for character in form)
    digits = sum(character.isdigit() for character in form)
    return (
        2 <= len(form) <= 10
        and form[0].isalnum()
        and len(form.split()) <= 2
        and (capitals > 1 or (capitals == 1 and digits > 0))
    )


def _long_form(short: str, candidate: str) -> str | None:
    """The shortest end of ``candidate`` that has the characters of ``short`` in their order.

    The first of them must begin a word.
    """
    at = len(candidate)
    for i in range(len(short) - 1, -1, -1):
        wanted = short[i].casefold()
        if not wanted.isalnum():
            continue
        at -= 1
        while at >= 0 and (
            candidate[at].casefold() != wanted
            or (i == 0 and at > 0 and candidate[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
    long = candidate[at:].strip(_QUOTES + " ,")
    words = re.split(r"[\s/-]+", long)
    if (
        len(long) <= len(short)
        or short in words
        or len(words) > min(len(short) + 5, 2 * len(short))
    ):
        return None
    return long
