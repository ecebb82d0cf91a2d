"""Interviews without labels: questions, each in a paragraph or a heading of its own, and answers.

The title tells who answers: ``Interview with Minister Roe``. A *question* ends with its mark, or
is a heading in brackets that tells what was asked: ``(On the price of cod)``.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..names.people import People
from ..sections.layout import Block, Layout
from ..speech.authors import who_answers

__all__ = ["Interview", "interview"]

_QUESTIONS = 2
"""So many make an interview."""
_LONGEST = 300
_ON = ("(On ", "(About ", "(Regarding ", "(Concerning ", "[On ", "[About ", "(Question")
"""How a heading begins that tells what was asked."""
_CLOSERS = '*_)]"”’» \n'


@dataclass(frozen=True, slots=True)
class Interview:
    """Who answers, and where the paragraphs begin that ask."""

    answers: str
    asked: frozenset[int]
    first: int
    """Where what is said begins: above it the paper tells."""

    def asks(self, block: Block) -> bool:
        """Whether ``block`` is a question."""
        return block.start in self.asked

    def answers_in(self, block: Block) -> bool:
        """Whether ``block`` is of an answer."""
        return block.start >= self.first and block.start not in self.asked


def interview(text: str, layout: Layout, people: People) -> Interview | None:
    """The interview that a text without labels is, if it is one."""
    asked = [b for b in layout.blocks if _is_question(text, b.start, b.end)]
    headings = [p for p in layout.parts if p.role == "heading"]
    in_brackets = [p for p in headings if text[p.start : p.end].lstrip("#*_ ").startswith(_ON)]
    if not asked and len(in_brackets) >= _QUESTIONS:
        answers = who_answers(text, layout, people)
        # All of such a page is said, what stands above the first question as well.
        return Interview(answers, frozenset(), layout.blocks[0].start) if answers else None
    headings = [p for p in headings if text[p.end - 1] == "?"]
    if len(asked) + len(headings) < _QUESTIONS:
        return None
    answers = who_answers(text, layout, people)
    if answers is None:
        return None
    first = min([block.start for block in asked] + [part.start for part in headings])
    return Interview(answers, frozenset(block.start for block in asked), first)


def _is_question(text: str, start: int, end: int) -> bool:
    return end - start < _LONGEST and text[start:end].rstrip(_CLOSERS).endswith("?")
