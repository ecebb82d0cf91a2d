"""Checking an index: catalog, engine, and whether the two hold the same; and repairing it.

The catalog tells of its own damages. The engine is held to what would be written into it: the same
keys, every term of every field in as many passages, and, for some passages spread over all, their
rarest words found in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .engines.base import (
    COUNTED_FIELDS,
    KEYWORD_FIELDS,
    MAX_TERM_BYTES,
    TEXT_FIELDS,
    Engine,
    EngineDocument,
)
from .errors import IndexDamaged, SearchkitError
from .indexing import BUILT_IN
from .outlines.parser import parse
from .query.plan import All, Every, Keyword, Term
from .readers import Given
from .results import Check, Problem
from .storage import Catalog
from .stores import Keeper
from .thesaurus import Thesaurus

__all__ = ["check", "repair"]

_LOOKED_UP = 200
"""Passages whose rarest words are searched for."""


def check(catalog: Catalog, keeper: Keeper) -> Check:
    """What is wrong with an index, and how much was looked at."""
    problems = [Problem("catalog", damage.document, damage.what) for damage in catalog.damages()]
    for name in ("thesaurus", "thesaurus_base"):
        try:
            Thesaurus.from_json(catalog.get(name) or "")
        except IndexDamaged as error:
            problems.append(Problem("catalog", "", str(error)))
    terms = documents = passages = 0
    try:
        documents, passages, _ = catalog.counts()
        with keeper.as_is() as engine:
            if engine is None:
                problems.append(Problem("engine", "", "there is none that can be opened"))
            else:
                differences, terms = _compare(catalog, keeper, engine)
                problems += [Problem("engine", "", what) for what in differences]
    except SearchkitError as error:
        problems.append(Problem("engine", "", str(error)))
    return Check(documents, passages, terms, tuple(problems))


def _compare(catalog: Catalog, keeper: Keeper, engine: Engine) -> tuple[list[str], int]:
    """How the engine differs from the catalog, and how many terms it has."""
    if not engine.settled or engine.generation != catalog.generation:
        held = f"generation {engine.generation}{'' if engine.settled else ', and half another'}"
        return [f"it holds {held}, and the catalog {catalog.generation}"], 0
    wanted: dict[str, Counter[str]] = {
        field: Counter() for field in (*TEXT_FIELDS, *COUNTED_FIELDS, *KEYWORD_FIELDS)
    }
    keys: list[int] = []
    every = max(1, catalog.counts()[1] // _LOOKED_UP)
    looked_up: list[EngineDocument] = []
    for document in keeper.documents():
        for field, values in document.text.items():
            wanted[field].update(
                {term for terms in values for term in terms.split() if _fits(term)}
            )
        for field, values_of in document.keywords.items():
            wanted[field].update({value for value in values_of if value and _fits(value)})
        if len(keys) % every == 0:
            looked_up.append(document)
        keys.append(document.key)
    return [
        *_keys(keys, engine),
        *(told for field, counts in wanted.items() for told in _terms(field, counts, engine)),
        *_words(looked_up, wanted["word"], engine),
    ], sum(map(len, wanted.values()))


def _fits(term: str) -> bool:
    return bool(term) and len(term.encode("utf-8", "surrogatepass")) <= MAX_TERM_BYTES


def _keys(keys: list[int], engine: Engine) -> Iterator[str]:
    found = [key for key, _ in engine.search(Every(), limit=None).hits]
    if len(found) != len(set(found)):
        yield f"it finds {len(found) - len(set(found))} passages twice"
    for which, more in (("lacks", set(keys) - set(found)), ("still has", set(found) - set(keys))):
        if more:
            some = ", ".join(map(str, sorted(more)[:5]))
            yield f"it {which} {len(more)} passages (keys {some}{', ...' if len(more) > 5 else ''})"


def _terms(field: str, wanted: Counter[str], engine: Engine) -> Iterator[str]:
    found = dict(engine.terms(field))
    wrong = sorted(t for t in wanted.keys() | found.keys() if wanted[t] != found.get(t, 0))
    if wrong:
        term = wrong[0]
        yield (
            f"{len(wrong)} terms of the field {field} are in other passages: {term!r:.40} in "
            f"{found.get(term, 0)} and not {wanted[term]}"
        )


def _words(documents: list[EngineDocument], counts: Counter[str], engine: Engine) -> Iterator[str]:
    missed = 0
    for document in documents:
        words = {word for line in document.text["word"] for word in line.split() if _fits(word)}
        rarest = sorted(words, key=lambda word: (counts[word], word))[:3]
        plans = [Term("word", word) for word in rarest]
        docs = [Keyword("doc", (value,)) for value in document.keywords["doc"] if _fits(value)]
        hits = engine.search(All((*plans, *docs)), limit=None, count=False).hits
        missed += bool(plans) and document.key not in {key for key, _ in hits}
    if missed:
        yield f"{missed} of {len(documents)} passages are not found by their own words"


def repair(catalog: Catalog) -> None:
    """Derive again what can be derived, within the catalog's open transaction.

    Raises:
        IndexDamaged: what it would have to be derived from is damaged.
    """
    thesaurus = _mended_thesaurus(catalog)
    for document in sorted({damage.document for damage in catalog.damages() if damage.document}):
        stored = catalog.given(document)
        given = Given.from_json(stored)
        kept = catalog.forget(document)
        if kept is None:
            raise IndexDamaged(
                f"the text of {document!r:.60} is lost: remove the document, and index its file"
            )
        path, digest, text = kept
        outline = parse(text, id=document, path=path, thesaurus=thesaurus, given=given)
        catalog.add_outline(outline, digest=digest, given=stored)
    catalog.recount()


def _mended_thesaurus(catalog: Catalog) -> Thesaurus:
    """The thesaurus that documents are tagged by; searchkit's own is at hand if it is damaged."""
    try:
        return Thesaurus.from_json(catalog.get("thesaurus_base") or "")
    except IndexDamaged:
        if catalog.get("thesaurus_source") not in (None, BUILT_IN):
            raise IndexDamaged(
                "the thesaurus in the index is damaged: give it again, with "
                '"searchkit index PATH --thesaurus FILE"'
            ) from None
        built_in = Thesaurus.default()
        catalog.set("thesaurus_base", built_in.to_json())
        return built_in
