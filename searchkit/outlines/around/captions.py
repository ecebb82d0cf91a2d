"""Lines around a title that are none: what a picture shows, and what a page's menu says.

A *caption* stands under the title or the date and has no full stop. Titles have capitals where
captions, which are written as sentences are, have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ... import analysis
from ...languages import ENGLISH
from ..words.wording import Wording

__all__ = [
    "counts",
    "is_caption_below",
    "is_foreign",
    "is_in_another_tongue",
    "is_menu",
    "is_numbered_caption",
    "shows",
    "shows_somebody",
]

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_SMALL = 4
"""Shorter words have small letters in titles too."""
_SMALL_WORDS = frozenset({
    "about", "after", "along", "among", "around", "before", "behind", "between", "beyond",
    "during", "from", "held", "into", "near", "onto", "over", "round", "since", "than", "that",
    "through", "toward", "towards", "under", "until", "upon", "versus", "with", "within", "without"
})  # fmt: skip
"""What has small letters in titles however long it is."""
_LEADING = frozenset({"on", "in", "at", "to", "by", "as", "when", "from", "after", "during", "the"})
"""So begins a sentence, no caption."""
_GLUED = re.compile(r"[a-zà-ÿ]{2}[A-ZÀ-Þ][a-zà-ÿ]")
_GLUES = 2
"""So many words run into one another make a line a menu."""
_NUMBERED = re.compile(
    # A word ends at its last hyphen before another that may stand alone, and nowhere else.
    r"(?>[A-ZÀ-ÞĀ-ɏ][\w.’'-]*(?: |-(?=[A-ZÀ-ÞĀ-ɏ]|meeting|talk|call|dialogue|conference))"
    r"|and |with |of |the ){1,14}"
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w’'-]*|meeting|talks?|call|dialogue|conference)(?<=[a-z])\d{1,2}"
)
_FRONT = 3000
_COUNTED = re.compile(
    r"^(?P<words>[A-ZÀ-ÞĀ-ɏ][^\n]{10,150}?[a-z])(?: \(1\)|[ -]1)[ \t]*"
    r"(?:\n+(?P=words)(?: \(\d\)|[ -]\d)[ \t]*)+$",
    re.MULTILINE,
)
_VARIED = re.compile(
    r"^(?P<words>[A-ZÀ-ÞĀ-ɏ][^\n]{10,150}?[a-z’'])(?P<space> ?)\([A-Za-z][A-Za-z ]{2,30}\)[ \t]*"
    r"(?:\n+(?P=words)(?P=space)\([A-Za-z][A-Za-z ]{2,30}\)[ \t]*)+$",
    re.MULTILINE,
)
"""Lines that are one but for a word in brackets: ``Talks on Cod (handshake)``."""
_SCENE = re.compile(r" ?\([A-Za-z][A-Za-z ]{2,30}\)[ \t]*$", re.MULTILINE)
_ONE = re.compile(r"1\)?[ \t]*$", re.MULTILINE)
"""Without it nothing is counted."""
_ONE_OF = re.compile(r"(?P<gap> ?[ (-])\d(?P<close>\)?)[ \t]*$", re.MULTILINE)
_TWO = re.compile(
    r"(?:The )?(?:[Tt]wo|[Bb]oth) (?:\w+ )?(?:ministers|leaders|presidents|sides) "
    r"(?:at|in|with|before|after|on) "
)
_GROUPS = frozenset({"leaders", "participants", "delegates", "guests", "representatives"})
_SAMPLE = 4000
_FEW = 2
"""So many words may be a name: ``Costa da Morte`` has more."""
_ENGLISH = frozenset({"of", "the", "and", "with", "for", "in", "by", "at", "to", "on", "from"})
_LATIN_END = "\u024f"


def is_menu(words: str) -> bool:
    """Whether a line's words run into one another: ``TopNews of the OfficeMay, 2004``."""
    return len(_GLUED.findall(words)) >= _GLUES


def is_numbered_caption(words: str) -> bool:
    """Whether a line is nothing but names, with the number of a picture: ``Minister Roe2``.

    Or a title, ``Cod Dialogue2``.
    """
    wording = Wording.default()
    return _NUMBERED.fullmatch(words) is not None and (
        not wording.offices.isdisjoint(word.lower() for word in words.split())
        or wording.promises(words.rstrip("0123456789"))
    )


def counts(text: str) -> Iterator[tuple[int, int, str]]:
    """What parts the captions of a text from their numbers: lines that are one but for it.

    ``Talks with Norway 1`` and ``Talks with Norway 2``, ``... (1)`` and ``... (2)`` or ``...-1``
    and ``...-2`` are ``Talks with Norway1`` and ``Talks with Norway2``, as others write them. Lines
    with ``(handshake)`` and ``(dinner)`` behind the same words are so, too.
    """
    told = _SCENE.search(text, 0, _FRONT) is not None
    for match in _VARIED.finditer(text, 0, _FRONT) if told else ():
        for number, line in enumerate(_SCENE.finditer(match[0]), 1):
            yield match.start() + line.start(), match.start() + line.end(), str(number)
    done = 0
    counted = _ONE.search(text, 0, _FRONT) is not None
    for match in _COUNTED.finditer(text, 0, _FRONT) if counted else ():
        if match.start() < done:
            continue
        for line in _ONE_OF.finditer(match[0]):
            for part in ("gap", "close"):
                if line[part]:
                    start, end = line.span(part)
                    yield match.start() + start, match.start() + end, ""
        done = match.end()


def is_foreign(words: str, text: str) -> bool:
    """Whether a line has other letters than Latin ones, which most of the ``text`` has."""
    if words.isascii():
        return False
    letters = [char for char in words if char.isalpha()]
    return (
        bool(letters) and all(char > _LATIN_END for char in letters) and _is_latin(text[:_SAMPLE])
    )


def is_in_another_tongue(words: str, wording: Wording) -> bool:
    """Whether a line is written in another language, as far as a few of its words tell."""
    found = [word.lower() for word in _WORD.findall(words)]
    return (
        analysis.language() == ENGLISH
        and len(found) > _FEW
        and not wording.foreign_words.isdisjoint(found)
        and _ENGLISH.isdisjoint(found)
        and not wording.promises(words)
    )


@lru_cache(4)
def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char <= _LATIN_END for char in letters) > len(letters)


def is_caption_below(words: str, title: str) -> bool:
    """Whether a line is written as a sentence is, the title above it as titles are."""
    return words[:1].isupper() and bool(_plain(words)) and _is_titled(title)


def _plain(words: str) -> list[str]:
    """The words of a line that have small letters and would have capitals in a title."""
    found = _WORD.findall(words)
    return [w for w in found if w[0].islower() and len(w) >= _SMALL and w not in _SMALL_WORDS]


def _is_titled(words: str) -> bool:
    """Whether the words of a line, several of them, have capitals as in a title."""
    long = [word for word in _WORD.findall(words) if len(word) >= _SMALL]
    return len(long) >= _SMALL and not _plain(words) and not words.isupper()


def shows(words: str, wording: Wording) -> bool:
    """Whether a line tells what a picture shows: ``Commemorative photo``, ``Ministers talking``."""
    if wording.shown.search(words) is not None or _TWO.match(words):
        return True
    found = [word.lower() if word[1:].islower() else word for word in _WORD.findall(words)]
    somebody = any(
        word in wording.offices or word.removesuffix("s") in wording.offices or word in _GROUPS
        for word in found
    )
    return somebody and any(
        word.endswith("ing") and word in words and word not in wording.not_shown
        for word in found[1:]
    )


def shows_somebody(words: str, wording: Wording) -> bool:
    """Whether a line says what somebody does in a picture: ``Minister Roe at the table``.

    Somebody with an office and a name begins it; a verb, or small letters, tell what is shown.
    """
    found = _WORD.findall(words)
    heads = wording.offices
    at = next((i for i, word in enumerate(found[:4]) if word.lower() in heads), None)
    if found and found[0].lower() in _LEADING:
        return False
    if at is None or at + 1 >= len(found) or not all(w[0].isupper() for w in found[: at + 2]):
        return False
    name = found[at + 1]
    if name.lower() in heads or name.endswith(("'s", "’s", "s'", "s’")) or words.isupper():
        return False
    return wording.has_finite_verb(words) or bool(_plain(words))
