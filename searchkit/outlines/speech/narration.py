"""What a writer tells in between what is said: who a sentence is about, what somebody did.

A telegram has sentences without a subject, which are its writer's: ``Replied that it was late.``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...records import Statement
from ..words.sentences import split_sentences
from .frame import main_frame
from .reporting import read_verb
from .subject import side_name
from .writers import SAW

if TYPE_CHECKING:
    from ..sections.layout import Block
    from .frames import Reader

__all__ = ["DID", "another_acts", "tells_of", "topic", "wired"]

DID = re.compile(
    r"\s+(?:also |then |later |afterwards |subsequently )?"
    r"(?:was|were|had|did so|met|held|took|paid|gave|went|came|left|saw|[a-z]+ed)\b"
)
_THE_FIRST = re.compile(r"\A\(?(?:[A-ZÀ-ÞĀ-ɏ][\w ]{1,40}, )?(?:[Tt]he\s+)?\Z")
_WILL = re.compile(
    r"\s+(?:will|is (?:due|expected|scheduled|set) to) (?:also |then |now |next )?"
    r"(?:travel|visit|meet|attend|hold|leave|go|pay|depart|arrive|proceed|fly|continue|host|open|take"
    r"|address|deliver)\b"
)
_STYLED = re.compile(r"\s*(?:\b(?:[A-Z]{2,5}|H\.E\.)\s+)?(?:\b[Tt]he\s+)?\s*\Z")
"""What stands before a name: an article, a style, an office in its first letters: ``SMS Roe``."""
_SIDE = re.compile(
    r"(?:[A-Z][a-z]+, )?[Tt]he (?P<who>[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.-]*){0,2}) side "
    r"(?!(?:should|must|shall|ought|needs?|has to|have to)\b)"
)
_WIRED = re.compile(r"(?:I )?[A-Z][a-z]+(?= )")
_WHEN = re.compile(
    r"(?:(?:On|In|At|During|After|Before|Later|Earlier|Then|Yesterday|Today|Also|Subsequently"
    r"|Meanwhile|That|This|Last|The)(?: (?:the|same|following|next|previous|day|evening|morning"
    r"|afternoon|week|month|year|on|in|at|of|this|that|(?=\w*\d)\w+|[A-Z][a-z]+))*)"
)
"""What tells when, before who did something: ``On the same day Minister Roe``."""
_REACH = 400


def topic(reader: Reader, start: int, end: int) -> str | None:
    """The person whom a sentence without a frame is about: the subject that it opens with.

    Of what a writer tells of himself it is whom he met: ``I called on Minister Roe``.
    """
    if reader.author is not None and (met := SAW.match(reader.text, start, end)):
        for mention in reader.mentions(met.end(), end):
            if mention.name is not None and mention.name != reader.author:
                return mention.name
    for subject in reader.subjects(start, end):
        if subject.kind in ("person", "title"):
            before = _STYLED.sub("", reader.text[start : subject.start])
            if not before or before[-1] == "," or _WHEN.fullmatch(before):
                return reader.resolve(subject, None)
            return None
    return None


def wired(reader: Reader, start: int, end: int) -> tuple[str, str] | None:
    """Who says what has no subject in a telegram, and the verb: ``Replied that it was late.``"""
    first = _WIRED.match(reader.text, start, end) if reader.author is not None else None
    if first is None or reader.author is None:
        return None
    words = f" {first.group().lower()}{reader.text[first.end() : min(end, first.end() + _REACH)]}"
    reading = read_verb(words, 0, len(words), tenses=("past", "plural"))
    if reading is None or reading.start > 1 or "p" in reading.verb.flags:
        return None
    return reader.author, reading.mode


def tells_of(reader: Reader, start: int, end: int, last: Statement | None) -> bool:
    """Whether a sentence tells what somebody else did: ``The Minister was impressed``.

    Or what another side does: ``The Omani side intends to go on``, unless it should.
    """
    side = _SIDE.match(reader.text, start, end)
    if side is not None and last is not None:
        return side_name(side["who"]) not in (last.speaker, reader.side_of(last.speaker))
    for subject in reader.subjects(start, end)[:1]:
        opens = _THE_FIRST.match(reader.text[start : subject.start])
        if opens and subject.kind in ("person", "title", "joint", "side"):
            other = last is not None and reader.resolve(subject, None) != last.speaker
            did = DID.match(reader.text, subject.end, end) or _WILL.match(reader.text, subject.end)
            return other and did is not None
    return False


def another_acts(reader: Reader, above: str, after: Sequence[Block]) -> bool:
    """Whether the words under a name tell what somebody else said: ``Mr. Roe asked for it.``"""
    for block in after[:1]:
        first = split_sentences(reader.text, block.start, block.end)[:1]
        main = main_frame(reader.frames(*first[0], None)) if first else None
        person = main is not None and main.kind in ("person", "title") and main.tense == "past"
        return main is not None and person and main.opens and main.speaker != above
    return False
