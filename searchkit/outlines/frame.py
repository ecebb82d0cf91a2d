"""One frame: a subject with a verb of speech; and the words that stand before a subject."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Frame", "last_word", "words_before"]

_BACK = 60


@dataclass(slots=True)
class Frame:
    """A subject with a verb of speech. ``at`` is where the subject begins, ``start`` where its part
    of the sentence would; ``opens`` tells that nothing but an adverbial stands before it."""

    speaker: str | None
    kind: str
    at: int
    start: int
    mode: str
    modes: tuple[str, ...] = ()
    tense: str = "past"
    content: bool = False
    perfect: bool = False
    subordinate: bool = False
    concessive: bool = False
    coordinated: bool = False
    impersonal: bool = False
    joint: bool = False
    opens: bool = False


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
