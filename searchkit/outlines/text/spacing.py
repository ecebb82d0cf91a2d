"""Texts whose spaces are uneven, as a reader sees them, and the way back to the source.

Files saved elsewhere end lines in other characters, keep words together with no-break spaces, hide
soft hyphens and marks without width in words, and are justified by spaces; blank lines are put
between all lines (see ``double_spacing``), labels of those who speak are dressed (see ``dress``),
rows of tables ruled (see ``ruled``), captions counted (see ``captions``). None of this tells a
reader anything, so that rules are applied to the text without it; offsets are those of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..around.captions import counts
from ..around.ruled import rules
from ..transcripts.dress import dress
from .double_spacing import blanks_within

__all__ = ["Even", "evened"]

_SPACES = "\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_LINES = "\v\x85\u2028\u2029"
_ODD_SPACE = re.compile(f"[{_SPACES}]")
_ODD_LINE = re.compile(f"[{_LINES}]")
_UNSEEN = "\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_JOINERS = "\u200c\u200d"
"""Marks that some scripts are read by, and no other."""
_UNEVEN = re.compile(rf"[\r{_UNSEEN}{_JOINERS}{_SPACES}{_LINES}]")
_OTHER_SCRIPT = "[^\\0-\u024f\u2000-\u206f\ufeff]"
_NOTHING = re.compile(
    rf"\r(?=\n)|[{_UNSEEN}]+|(?<!{_OTHER_SCRIPT})[{_JOINERS}]+(?!{_OTHER_SCRIPT})"
)
"""What a reader does not see: the first of two characters that end a line, marks without width."""
_SPACED = re.compile(r"^.*\S {2,}\S.*$", re.MULTILINE)
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_JUSTIFIED = 3
"""A line with so many gaps, most of them before a small letter, is no row of columns."""
_SMALL = re.compile(rf"(?<![\w.{_UNSEEN}])[a-z]{{2,}}(?![\w@.{_UNSEEN}])")
_LAST = re.compile(r"[^\W_]+\Z")
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Even:
    """A text as it is read, and the stretches of the source that are left out of it."""

    text: str
    starts: tuple[int, ...] = ()
    """Offsets in ``text`` behind what is left out."""
    shifts: tuple[int, ...] = ()
    """How many characters are left out before each of ``starts``."""
    below: Even | None = None
    """What ``starts`` and ``shifts`` lead back to, if that is not the source."""

    def at(self, offset: int) -> int:
        """Where the character at ``offset`` stands in the source."""
        i = bisect_right(self.starts, offset)
        offset += self.shifts[i - 1] if i else 0
        return self.below.at(offset) if self.below is not None else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the source."""
        return self.at(start), self.at(end - 1) + 1 if end > start else self.at(start)

    def source(self, source: str, laid: str) -> str:
        """``source`` with the changes that ``laid``, of the same length, makes in the text."""
        if laid == self.text:
            return source
        if not self.starts and source == self.text:
            return laid
        characters = list(source)
        for i, (before, after) in enumerate(zip(self.text, laid, strict=True)):
            if before != after:
                characters[self.at(i)] = after
        return "".join(characters)


def evened(text: str) -> Even:
    """``text`` as a reader sees it; a text that is even comes back as it is."""
    spaced = _spaced(text)
    doubled = [*blanks_within(spaced.text)]
    if doubled:
        spaced = replace(_cut(spaced.text, doubled), below=spaced)
    dressed = [*dress(spaced.text), *rules(spaced.text), *counts(spaced.text)]
    return replace(_cut(spaced.text, sorted(dressed)), below=spaced) if dressed else spaced


def _spaced(text: str) -> Even:
    """``text`` with one kind of spaces and of line ends."""
    wide = "  " in text and _GAP.search(text) is not None
    if not wide and _UNEVEN.search(text) is None:
        return Even(text)
    text = _ODD_LINE.sub("\n", _ODD_SPACE.sub(" ", text))
    gone = [(*m.span(), "") for m in _NOTHING.finditer(text)]
    even = _cut(text, sorted([*gone, *_wide(text)]))
    return replace(even, text=even.text.replace("\r", "\n"))


def _cut(text: str, out: Sequence[tuple[int, int, str]]) -> Even:
    """``text`` with other words, or none, for stretches of it in their order."""
    pieces, starts, shifts = [], [], []
    done = length = 0
    for start, end, seen in out:
        pieces += [text[done:start], seen]
        length += start - done
        # What is put where nothing was left out stands, all of it, before what comes next.
        for behind in range(1, len(seen) if start == end else 0):
            starts.append(length + behind)
            shifts.append(start - length - behind)
        length += len(seen)
        done = end
        starts.append(length)
        shifts.append(end - length)
    pieces.append(text[done:])
    return Even("".join(pieces), tuple(starts), tuple(shifts))


def _wide(text: str) -> Iterator[tuple[int, int, str]]:
    """Spaces beyond the first between the words of a sentence; those between columns stay.

    They go to the end of their line, which is as wide as it was then.
    """
    for line in _SPACED.finditer(text):
        gaps = [(m.start() + line.start(), m.end() + line.start()) for m in _GAP.finditer(line[0])]
        small = sum(text[end].islower() for _, end in gaps)
        justified = len(gaps) >= _JUSTIFIED and 2 * small > len(gaps)
        names = _SMALL.search(line[0]) is None or (len(gaps) > 1 and not small)
        spare = 0
        for start, end in gaps:
            if justified or (end - start == 2 and not _parts(text, start, end, names)):
                yield start + 1, end, ""
                spare += end - start - 1
        if spare and line.end() < len(text):
            yield line.end(), line.end(), " " * spare


def _parts(text: str, start: int, end: int, names: bool) -> bool:
    """Whether two spaces may part a marker or a label from its text, or columns from each other.

    ``THE CHAIR  We have``, ``a  Minister Roe``, and in lines of names or titles
    ``Jan Roe  Norway``, ``Bureau of Fish  Office of Cod  Norway``.
    """
    if text[start - 1] in ".,;:?!" or text[end].islower():
        return False
    word = _LAST.search(text, max(0, start - _LONGEST), start)
    return names or word is None or len(word[0]) == 1 or word[0].isupper()
