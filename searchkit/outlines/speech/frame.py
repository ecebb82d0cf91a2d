"""A frame: a subject with a verb of speech; what the frames of a sentence say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..names.people import Mention
    from .verbs import Reading

__all__ = [
    "Frame",
    "last_word",
    "main_frame",
    "mode_of",
    "narrated",
    "quoted_frame",
    "words_before",
]

_BACK = 60


@dataclass(slots=True)
class Frame:
    """A subject with a verb of speech. ``at`` is where the subject begins, ``start`` where its part
    of the sentence would; ``opens`` tells that nothing but an adverbial stands before it.
    It ``closes`` the sentence, or stands in it as an ``aside``, between commas. ``others`` speak
    with ``speaker``: some of those who meet, where ``Both sides`` are all."""

    speaker: str | None
    kind: str
    at: int
    start: int
    mode: str
    modes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    tense: str = "past"
    content: bool = False
    perfect: bool = False
    subordinate: bool = False
    concessive: bool = False
    coordinated: bool = False
    impersonal: bool = False
    joint: bool = False
    opens: bool = False
    closes: bool = False
    aside: bool = False


def words_before(text: str, start: int, end: int) -> str:
    """The end of ``text[start:end]`` without an article: what stands before a subject."""
    words = text[max(start, end - _BACK) : end].rstrip()
    article = words[-3:] in ("The", "the") and not words[-4:-3].isalnum()
    return words[:-3].rstrip() if article else words


def last_word(text: str) -> str:
    """The last word of ``text`` in lower case, empty if ``text`` ends in a sign."""
    last = text.rpartition(" ")[2]
    if last.isalnum():
        return last.lower()
    at = len(text)
    while at and (text[at - 1].isalnum() or text[at - 1] in "_’'"):
        at -= 1
    return text[at:].lower()


def main_frame(frames: list[Frame]) -> Frame | None:
    """The frame that attributes the sentence: the first not subordinate, else a concessive one."""
    if not frames:
        return None
    # "We agree," he said: the first person inside quotation marks is nobody known.
    named = [f for f in frames if f.speaker is not None or f.kind != "pronoun"]
    for frame in named:
        if frame.closes:
            return frame
    for i, frame in enumerate(named):
        # "They had met, she said, in Oslo"
        told = any(f.opens and not f.perfect and f.kind in ("person", "title") for f in named[:i])
        if frame.aside and not (told and frame.kind == "pronoun"):
            return frame
    for frame in named:
        # "from what Roe had told me Doe had said"
        inside = frame.perfect and not frame.opens and named[0].subordinate
        if not frame.subordinate and not inside:
            return frame
    return next((f for f in named if f.concessive), None)


def narrated(frames: list[Frame]) -> bool:
    """Whether the writer tells what he himself said: ``I replied that``."""
    return any(
        f.kind == "pronoun" and f.speaker is None and f.opens and f.tense == "past" for f in frames
    )


def mode_of(frame: Frame) -> str:
    return "|".join(dict.fromkeys((frame.mode, *frame.modes))) if frame.modes else frame.mode


def quoted_frame(mention: Mention, reading: Reading) -> Frame:
    """The frame of somebody who is only reported to speak."""
    at = mention.start
    return Frame(
        mention.name, "person", at, at, reading.mode, tense=reading.tense, subordinate=True
    )
