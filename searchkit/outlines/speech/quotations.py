"""Quotations that take whole paragraphs, and lead-ins whose quotation stands below them.

A paragraph is *quoted* where nothing but signs stands outside its quotation marks: whose words it
holds, the text around it tells. A quotation is *left open* where its paragraph ends before it does,
as of words in several paragraphs each of which begins with a mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...records import BOTH_SIDES, Statement
from ..around.credits import credited_at
from .flow import Flow, Lead

if TYPE_CHECKING:
    from ..names.people import Mention
    from .statements import Teller

__all__ = ["Quotations", "is_quoted", "said_with_dashes"]

_MARKS = frozenset('“"«„')
_CURLY = re.compile(r"[“”]")
_INSIDE = re.compile(r"“[^“”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|«[^«»]*(?:»|\Z)|„[^„“”]*(?:[“”]|\Z)")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = 4
"""A quotation of fewer words names something: the "Silk Road"."""
_DASHES = "–—-"
_SAID_LAST = re.compile(
    r"[,.!?…]? [–—-] ?[a-z]+ [^–—]{2,120}\Z"
    r"|[,!?…] [A-ZÀ-ÞĀ-ɏ][\w.’'-]*(?: [\w.’'-]+){0,6} (?:said|says|[a-z]+ed)\.\Z"
)


def _left_open(text: str, start: int, end: int) -> bool:
    """Whether a quotation that ``text[start:end]`` begins is not closed in it."""
    last = next((match.group() for match in reversed([*_CURLY.finditer(text, start, end)])), "")
    return last == "“" or (not last and text.count('"', start, end) % 2 == 1)


def is_quoted(text: str, start: int, end: int, *, inside: bool) -> bool:
    """Whether ``text[start:end]`` is a quotation and nothing else.

    ``inside`` tells that one is open where it begins; then it need not begin with a mark.
    """
    if text[start] in _MARKS:
        return not _LETTER.search(_INSIDE.sub("", text[start:end]))
    if not inside:
        return False
    closes = text.find("”", start, end)
    opens = text.find("“", start, end)
    if closes < 0 or 0 <= opens < closes:
        # It closes in a paragraph further on, before any other opens.
        ahead = text.find("”", end)
        return opens < 0 and ahead >= 0 and not 0 <= text.find("“", end) < ahead
    return not _LETTER.search(_INSIDE.sub("", text[closes:end]))


def _quotes_at_length(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` quotes more than a name or a catchword."""
    quoted = (match.group() for match in _INSIDE.finditer(text, start, end))
    return any(one.count(" ") >= _WORDS for one in quoted)


def said_with_dashes(text: str, start: int, end: int) -> bool:
    """Whether dashes set off the words of somebody: ``– Cod is dear. – said Minister Roe.``

    Who said them may stand behind a comma: ``– Cod is dear. So it is, Minister Roe said.``
    """
    dashed = text[start] in _DASHES or text[max(0, start - 2) : start].strip() in tuple(_DASHES)
    return dashed and _SAID_LAST.search(text, start, end) is not None


class Quotations:
    """Whose words the quoted paragraphs of one document are; ``flow`` is what is remembered."""

    def __init__(
        self, text: str, teller: Teller, flow: Flow, mentions: Sequence[Mention] = ()
    ) -> None:
        """Args:
        mentions: where somebody is named, who may be credited below a quotation.
        """
        self.text = text
        self.named = {mention.start: mention.name for mention in mentions}
        self.teller = teller
        self.flow = flow
        self.marked = any(mark in text for mark in _MARKS)
        self.announced: Lead | None = None

    def words(self, start: int, end: int, before: Statement | None) -> list[Statement]:
        """The statements of a quoted paragraph that nobody's name stands beside.

        They are those of whose quotation is still open, else of who was quoted last, else of who
        said something right ``before``.
        """
        announced, self.announced = self.announced, None
        going = announced or self.flow.quotation
        if not self.marked or not is_quoted(self.text, start, end, inside=going is not None):
            return []
        credit = credited_at(self.text, start, end)
        credited = self._named_in(*credit) if credit is not None else None
        if credited is not None:
            return self.teller.turn(start, end, Lead(credited))
        speaker = self.flow.quoting or (before.speaker if before is not None else None)
        lead = going or (Lead(speaker) if speaker not in (None, BOTH_SIDES) and speaker else None)
        if lead is None:
            return []
        return self.teller.turn(start, end, lead, goes_on=announced is None)

    def _named_in(self, start: int, end: int) -> str | None:
        """The name of whom a credit names first."""
        return next((self.named[at] for at in range(start, end) if at in self.named), None)

    def remember(self, start: int, end: int, statements: Sequence[Statement]) -> None:
        """Who is quoted in ``text[start:end]``, and whether the quotation is left open."""
        self.flow.quotation = None
        last = statements[-1] if self.marked and statements else None
        if last is None or last.speaker == BOTH_SIDES:
            return
        if _quotes_at_length(self.text, last.start, last.end):
            self.flow.quoting = last.speaker
        if _left_open(self.text, start, end):
            self.flow.quotation = Lead(last.speaker)
