"""The lexicon: all words of a collection with how many passages have each, for looking through.

A dictionary of terms answers for one word or one beginning. What is near to a misspelt word, or
ends in ``ing``, takes a look at all of them, half a million in a million passages. They stand here
in one text for each length, the most frequent first: what cannot be meant, by its length or because
it is too rare, is not looked at, and what is looked at is not made into objects first.
"""

from __future__ import annotations

import re
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path

__all__ = ["Lexicon"]

_HEAD = struct.Struct("<8sqI")
_BUCKET = struct.Struct("<III")
_MAGIC = b"LEXICON1"


class Lexicon:
    """Words with frequencies.

    Args:
        words: each word once, with how many passages have it.
    """

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        by_length: dict[int, list[tuple[int, str]]] = {}
        for word, count in words:
            by_length.setdefault(len(word), []).append((-count, word))
        self._buckets: dict[int, tuple[bytes, array[int]]] = {}
        for length, found in sorted(by_length.items()):
            found.sort()
            text = "\n".join(word for _, word in found).encode()
            # Negative, so that they ascend.
            self._buckets[length] = text, array("q", (count for count, _ in found))

    def __len__(self) -> int:
        return sum(len(counts) for _, counts in self._buckets.values())

    def near(self, word: str, distance: int, *, least: int = 1) -> list[tuple[str, int, int]]:
        """(word, frequency, edits) of the words within so many edits that ``least`` passages have.

        An edit puts a letter in, leaves one out, replaces one or exchanges two neighbours (OSA).
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found: list[tuple[str, int, int]] = []
        for length in range(len(word) - distance, len(word) + distance + 1):
            if length in self._buckets:
                text, counts = self._buckets[length]
                often = bisect_left(counts, 1 - least)
                # All words of a bucket are equally long, which tells where each of them stands.
                words = text.decode()[: often * (length + 1)]
                places = _alike(words, length, word, distance)
                some = (
                    [words[at : at + length] for at in places]
                    if places is not None
                    else (words.split("\n")[:often])
                )
                close = extract(word, some, scorer=OSA.distance, score_cutoff=distance, limit=None)
                found += [
                    (other, -counts[at if places is None else places[at] // (length + 1)], edits)
                    for other, edits, at in close
                ]
        return found

    def matching(self, pattern: str) -> Iterator[tuple[str, int]]:
        """The words that fit a pattern of ``*`` and ``?``, with frequencies."""
        first, *others = (re.escape(part).replace(r"\?", "[^\n]") for part in pattern.split("*"))
        source = "^" + first
        if others:
            *middle, last = others
            # Atomic, as in fnmatch: every part is taken at its first place only.
            source += "".join(f"(?>[^\n]*?{part})" for part in middle) + "[^\n]*" + last
        fits = re.compile(source + "$", re.MULTILINE)
        fewest = len(pattern.replace("*", ""))
        for length, (text, counts) in self._buckets.items():
            if length < fewest or (not others and length != fewest):
                continue
            words = text.decode()
            at, before = 0, 0
            for match in fits.finditer(words):
                at += words.count("\n", before, match.start())
                before = match.start()
                yield match.group(), -counts[at]

    def write(self, path: Path, generation: int) -> None:
        """Write the words, as those of a generation, in place of the file that is there."""
        new = path.with_name(f"{path.name}.new")
        with new.open("wb") as file:
            file.write(_HEAD.pack(_MAGIC, generation, len(self._buckets)))
            for length, (text, counts) in self._buckets.items():
                file.write(_BUCKET.pack(length, len(text), len(counts)))
                file.write(text)
                file.write(struct.pack(f"<{len(counts)}q", *counts))
        new.replace(path)

    @classmethod
    def read(cls, path: Path, generation: int) -> Lexicon | None:
        """The words in a file, None where it is missing, damaged or of another generation."""
        try:
            data = path.read_bytes()
            magic, held, buckets = _HEAD.unpack_from(data)
            if magic != _MAGIC or held != generation:
                return None
            lexicon, at = cls(()), _HEAD.size
            for _ in range(buckets):
                length, size, words = _BUCKET.unpack_from(data, at)
                at += _BUCKET.size
                text = data[at : at + size]
                text.decode()
                counts = array("q", struct.unpack_from(f"<{words}q", data, at + size))
                if words and text.count(b"\n") != words - 1:
                    return None
                lexicon._buckets[length] = text, counts
                at += size + 8 * words
        except (OSError, ValueError, struct.error):
            return None
        return lexicon


def _alike(words: str, length: int, word: str, distance: int) -> list[int] | None:
    """Where those of ``words`` begin that may be within so many edits; None where all may be.

    Of as many parts of the word as there are edits and one more, one is left whole: an edit touches
    one at most, since a letter stands between any two. It moves by as many letters as edits.
    """
    size = (len(word) - distance) // (distance + 1)
    if size < _SHORTEST_PART:
        return None
    found: set[int] = set()
    for begins in range(0, (distance + 1) * (size + 1), size + 1):
        part = word[begins : begins + size]
        at = words.find(part)
        while at >= 0:
            column = at % (length + 1)
            if abs(column - begins) <= distance:
                found.add(at - column)
            at = words.find(part, at + 1)
    return sorted(found)


_SHORTEST_PART = 3
"""Shorter parts stand in too many words for it to be worth looking for them."""
