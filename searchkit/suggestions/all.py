"""All that a collection proposes, kind by kind, and how it is written as a thesaurus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ..analysis import key
from ..records import Passage
from ..results import Suggestion
from ..rows import PersonRow
from ..thesaurus import Thesaurus
from .acronyms import acronyms
from .collocations import collocations
from .company import company
from .reading import Corpus
from .variants import variants

__all__ = ["suggestions", "to_toml"]


def suggestions(
    passages: Iterable[Passage],
    people: Iterable[PersonRow],
    thesaurus: Thesaurus,
    *,
    limit: int,
) -> list[Suggestion]:
    """The best ``limit`` suggestions of each kind, acronyms first, each kind by score."""
    corpus = Corpus(passages, people)
    found: list[Suggestion] = []
    for kind in (acronyms, variants, collocations, company):
        best = sorted(
            kind(corpus, thesaurus), key=lambda one: (-one.score, -one.passages, one.forms)
        )
        found += islice(best, limit)
    return found


def to_toml(found: Iterable[Suggestion]) -> Iterator[str]:
    """Suggestions as lines of a thesaurus file, each with the sentence it comes from.

    Forms that lead to one another become one concept. What only keeps the same company is written
    as a comment: whether it means the same, nobody but the reader can tell.
    """
    yield "# Proposed by the collection. Strike out what is wrong, then index --thesaurus FILE."
    labels: dict[str, list[Suggestion]] = {}
    place: dict[str, str] = {}
    alike: list[Suggestion] = []
    for one in found:
        if one.kind == "company":
            alike.append(one)
            continue
        known = next((place[key(form)] for form in one.forms if key(form) in place), None)
        label = known or one.forms[0]
        labels.setdefault(label, []).append(one)
        place.update((key(form), label) for form in one.forms)
    for label, several in labels.items():
        yield ""
        yield from (f"# {one.kind}: {_comment(one.sentence)}" for one in several)
        yield f"[{_quoted(label)}]"
        forms = dict.fromkeys(form for one in several for form in one.forms)
        others = [form for form in forms if key(form) != key(label)]
        if others:
            yield f"variants = [{', '.join(map(_quoted, others))}]"
        if all(one.kind != "collocation" for one in several):
            yield "topic = false"
    if alike:
        yield ""
        yield "# Used alike; take away the sign before those that mean the same."
    for one in alike:
        first, second = one.forms
        yield ""
        yield f"# likeness {one.score:.2f}: {_comment(one.sentence)}"
        yield f"# [{_quoted(first)}]"
        yield f"# variants = [{_quoted(second)}]"


def _quoted(text: str) -> str:
    return '"' + re.sub(r'["\\]', r"\\\g<0>", _comment(text)) + '"'


def _comment(text: str) -> str:
    """Text on one line, without control characters, which TOML does not admit."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
