"""Who says what in a document, as short as a test wants it."""

from __future__ import annotations

from searchkit.outlines.parser import parse
from searchkit.records import Outline
from searchkit.thesaurus import Thesaurus

__all__ = ["heard"]


def heard(document: Outline | str, words: int | None = None) -> list[tuple[str, str]]:
    """Statement by statement who speaks, and the text: all of it, or its first ``words``."""
    if isinstance(document, str):
        document = parse(document, id="x", thesaurus=Thesaurus.default())
    statements = [one for passage in document.passages for one in passage.statements]
    texts = [document.text[one.start : one.end] for one in statements]
    if words is not None:
        texts = [" ".join(text.split()[:words]) for text in texts]
    return [(one.speaker, text) for one, text in zip(statements, texts, strict=True)]
