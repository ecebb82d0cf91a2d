"""Passages for tests, written like a play: each line is a speaker and what they say."""

from __future__ import annotations

from searchkit import Passage, Statement

Line = tuple[str, str]


def play(passage_id: str, *lines: Line, date: str | None = None, **tags: object) -> Passage:
    """A passage in which each speaker says their line; a line of ``""`` is nobody's."""
    text = ""
    statements: list[Statement] = []
    for speaker, words in lines:
        start = len(text) + bool(text)
        text = f"{text} {words}".strip()
        if speaker:
            statements.append(Statement(speaker, start, start + len(words), mode="stated"))
    document, _, section = passage_id.partition("#")
    return Passage(
        id=passage_id,
        text=text,
        title=f"Meeting {document}",
        document=document if section else "",
        section=section or "0",
        speakers=tuple(dict.fromkeys(s.speaker for s in statements)),
        statements=tuple(statements),
        date=date,
        **tags,  # type: ignore[arg-type]
    )
