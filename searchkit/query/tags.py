"""Conditions on tag fields, such as ``speaker:ivanov``: the values that a text names.

What names a value is the vocabulary's affair (``ivanov`` names ``Igor Ivanov``). A topic is named
by any form of its concept as well, a country by its adjective and its other names, older ones too.
"""

from __future__ import annotations

from .. import analysis
from . import plan
from .multiterm import Expander
from .nodes import Fuzzy, Phrase, Prefix, Term, Wildcard
from .reading import Reading

__all__ = ["tag"]

_LISTED = {
    "speaker": '"searchkit speakers" lists them',
    "topic": '"searchkit topics" lists them',
    "doc": '"searchkit documents" lists them',
    "person": '"searchkit names" looks people up',
}
_NOUNS = {"doc": "document"}


def tag(
    node: Term | Phrase | Prefix | Wildcard | Fuzzy, reading: Reading, expander: Expander
) -> plan.Plan:
    """The condition that ``node`` puts on its field, with a note where no value is named."""
    assert node.field is not None
    field, span = node.field, node.span
    text = node.pattern if isinstance(node, Wildcard) else node.text
    typed = f"{field}:{text}"
    if isinstance(node, Prefix | Wildcard):
        keys = expander.keys(node, reading.vocabulary.values(field))
    else:
        keys = _named(reading, field, text, span)
    if keys:
        return plan.Keyword(field, keys, typed)
    if isinstance(node, Prefix) and node.unfinished:
        reading.note(f'no {field} begins with "{text}"', span)
        return plan.Nothing()
    if not any(note.start == span[0] and note.end == span[1] for note in reading.notes):
        offered = None if field == "doc" else reading.offered(text, field)
        hint = f": {_LISTED[field]}" if field in _LISTED else ""
        if offered and span[0] == span[1]:  # no place in the query where it could be put
            hint, offered = f': did you mean "{offered}"?', None
        elif offered:
            offered = _as_typed(reading, offered, span)
        reading.note(f'there is no {_NOUNS.get(field, field)} "{text}"{hint}', span, offered)
    return plan.Nothing()


def _named(reading: Reading, field: str, text: str, span: tuple[int, int]) -> tuple[str, ...]:
    """The keys of the values that ``text`` names; topics and countries by any of their forms."""
    named = reading.vocabulary.resolve(field, text, exact=True)
    labels: list[str] = []
    if field == "topic" and analysis.key(text) not in named.keys:
        labels = _topics(reading, text)
    elif field == "country" and not reading.exact:
        labels = _countries(reading, text)
    if labels:
        keys = dict.fromkeys((*map(analysis.key, labels), *named.keys))
        if not named.keys or (field == "country" and len(keys) > len(named.keys)):
            read = " or ".join(f'"{label}"' for label in labels)
            reading.note(f'{field} "{text}" is read as {read}', span)
        return tuple(keys)
    if named.keys or reading.exact:
        return named.keys
    named = reading.vocabulary.resolve(field, text)
    if named.keys and named.read_as:
        read = named.read_as
        reading.note(f'there is no {_NOUNS.get(field, field)} "{text}": read as "{read}"', span)
        reading.replace(span, _as_typed(reading, read, span))
    return named.keys


def _as_typed(reading: Reading, value: str, span: tuple[int, int]) -> str:
    """``value`` as it can stand at ``span``: in quotation marks where it needs them."""
    bare = reading.query[span[0] : span[0] + 1].isalnum() and " " not in value
    return value if bare else f'"{value}"'


def _countries(reading: Reading, text: str) -> list[str]:
    """The countries that ``text`` is a form or a later name of, if passages name them."""
    from ..outlines.lands.countries import called

    in_use = reading.vocabulary.values("country")
    return [name for name in called(text) if analysis.key(name) in in_use]


def _topics(reading: Reading, text: str) -> list[str]:
    """The labels of the concepts that ``text`` is a form of, if passages have them as topic."""
    if reading.thesaurus is None:
        return []
    terms = analysis.terms(text)
    in_use = reading.vocabulary.values("topic")
    return [
        found.concept.label
        for found in reading.thesaurus.find(terms)
        if found.end - found.start == len(terms) and analysis.key(found.concept.label) in in_use
    ]
