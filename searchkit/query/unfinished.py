"""The word at the end of a query that is still being typed: ``kawag`` on the way to ``kawaguchi``.

It is taken as it is from the moment on that it occurs. Until then it stands for the words, or in a
tag field the values, that begin with it, and nobody asks how else it may be spelt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import analysis
from .nodes import TAG_FIELDS, And, Node, Or, Prefix, Term
from .reading import Vocabulary

if TYPE_CHECKING:
    from ..thesaurus import Thesaurus

__all__ = ["begun"]

_SHORTEST = 3
"""Letters before which a word is taken as it is: too much begins with fewer."""


def begun(tree: Node, query: str, vocabulary: Vocabulary, thesaurus: Thesaurus | None) -> Node:
    """``tree`` with the word at the end of ``query`` as a beginning, where it is no word yet."""
    match tree:
        case And(children=children) | Or(children=children):
            made = (begun(child, query, vocabulary, thesaurus) for child in children)
            return replace(tree, children=tuple(made))
        case Term(text=text, field=field, span=(_, end)) if (
            end == len(query)
            and len(text) >= _SHORTEST
            and text.isalnum()
            and not _known(text, field, query, vocabulary, thesaurus)
        ):
            return Prefix(text, field, tree.span, unfinished=True)
    return tree


def _known(
    text: str,
    field: str | None,
    query: str,
    vocabulary: Vocabulary,
    thesaurus: Thesaurus | None,
) -> bool:
    """Whether a word occurs, names a value of its field, or ends a form of a concept."""
    if field in TAG_FIELDS:
        return bool(vocabulary.resolve(field, text, exact=True).keys)
    if field is not None:
        return True
    return any(
        token.stop
        or vocabulary.document_frequency("text", token.term)
        or vocabulary.document_frequency("word", token.word)
        for token in analysis.tokens(text)
    ) or _concept(analysis.terms(query), thesaurus)


def _concept(terms: Sequence[str], thesaurus: Thesaurus | None) -> bool:
    found = thesaurus.find(terms) if thesaurus is not None else ()
    return any(one.end == len(terms) for one in found)
