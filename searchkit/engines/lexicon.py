"""The lexicon: all words of a collection with how many passages have each, for looking through.

A dictionary of terms answers for one word or one beginning. What is near to a misspelt word, or
ends in ``ing``, takes a look at all of them, half a million in a million passages. They stand here
in one text for each length, the most frequent first: what cannot be meant, by its length or because
it is too rare, is not looked at, and what is looked at is not made into objects first.

Beside each text stand *masks*: for each letter one number, of which bit n tells whether word n has
the letter. An edit takes one letter of a word away at most, and brings one at most. So some
operations on such numbers leave, of all words of a length, the few that may be near.
"""

from __future__ import annotations

import re
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from operator import itemgetter, or_
from pathlib import Path

__all__ = ["Lexicon"]

_HEAD = struct.Struct("<8sqI")
_BUCKET = struct.Struct("<III")
_MAGIC = b"LEXICON2"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""The letters that have masks; others tell nothing."""


class _Bucket:
    """Words of one length, the most frequent first, with minus their frequencies, which ascend."""

    __slots__ = ("__dict__", "_looked_at", "_masks", "counts", "length", "text")

    def __init__(
        self, length: int, text: bytes, counts: array[int], masks: bytes | None = None
    ) -> None:
        self.length = length
        self.text = text
        self.counts = counts
        self._looked_at = masks is not None
        size = self.mask_size
        self._masks: dict[str, int | bytes] = (
            {letter: masks[n * size : (n + 1) * size] for n, letter in enumerate(_LETTERS)}
            if masks is not None
            else {}
        )

    @property
    def mask_size(self) -> int:
        """Bytes of a mask."""
        return (len(self.counts) + 7) // 8

    def having(self, letter: str) -> int:
        """The mask of a letter."""
        mask = self._masks.get(letter)
        if mask is None:
            mask = self._masks[letter] = self._made(letter)
        elif isinstance(mask, bytes):
            mask = self._masks[letter] = int.from_bytes(mask, "little")
        return mask

    def _made(self, letter: str) -> int:
        n, bit = divmod(_LETTERS.index(letter), 8)
        # The most significant digit first: the last word's.
        digits = self._planes[n][::-1].translate(_HAS[bit])
        return int(digits, 2)

    @cached_property
    def _planes(self) -> list[bytes]:
        """For each eight letters, which of them each word has: a byte a word, a bit a letter."""
        text = self.text.decode().encode("ascii", "replace")  # one byte a character
        columns = [text[column :: self.length + 1] for column in range(self.length)]
        planes = []
        for bits in _BITS:
            found = 0
            for column in columns:
                found |= int.from_bytes(column.translate(bits), "little")
            planes.append(found.to_bytes(len(self.counts), "little"))
        return planes

    def masks(self) -> bytes:
        """The masks of all letters."""
        size = self.mask_size
        return b"".join(self.having(letter).to_bytes(size, "little") for letter in _LETTERS)

    def like(self, word: str, distance: int, first: int) -> list[int]:
        """Which of the ``first`` words have nearly the letters of ``word``, and nearly no others.

        None that is within so many edits is left out.
        """
        if not self._looked_at:
            # Making masks takes several times as long as looking at all words once.
            self._looked_at = True
            return list(range(first))
        longer = self.length - len(word)
        own, every = set(word), (1 << first) - 1
        lacked = [(self.having(c) & every) ^ every for c in _LETTERS if c in own]
        added = [self.having(c) & every for c in _LETTERS if c not in own]
        # What makes a word longer takes no letter away, and what makes it shorter brings none.
        left = _few(lacked, distance - max(longer, 0), every)
        left = _few(added, distance + min(longer, 0), left)
        bits = f"{left:b}"[::-1]
        found = []
        at = bits.find("1")
        while at >= 0:
            found.append(at)
            at = bits.find("1", at + 1)
        return found


def _few(masks: Sequence[int], most: int, among: int) -> int:
    """Those of the words ``among``, a mask, that have their bits in so many masks at most."""
    counted = [among] + [0] * most  # Those with their bits in none, in one ...
    for mask in masks:
        for n in range(most, 0, -1):
            counted[n] ^= counted[n] & mask
            counted[n] |= counted[n - 1] & mask
        counted[0] ^= counted[0] & mask
    return reduce(or_, counted)


_EIGHTS = [_LETTERS[at : at + 8].encode() for at in range(0, len(_LETTERS), 8)]

_BITS = [bytes(1 << eight.index(c) if c in eight else 0 for c in range(256)) for eight in _EIGHTS]
"""For each eight letters: a character -> the bit of its letter."""

_HAS = [bytes(b"01"[byte >> bit & 1] for byte in range(256)) for bit in range(8)]
"""For each bit: a byte -> the digit that tells whether it has it."""


class Lexicon:
    """Words with frequencies.

    Args:
        words: each word once, with how many passages have it.
        ranked: whether they stand in order already, the most frequent first, then by the word.
    """

    def __init__(self, words: Iterable[tuple[str, int]], *, ranked: bool = False) -> None:
        by_length: dict[int, tuple[list[str], array[int]]] = {}
        if not ranked:
            # Twice by one value: pairs take several times as long to compare.
            words = sorted(sorted(words), key=itemgetter(1), reverse=True)
        for word, count in words:
            same = by_length.get(len(word))
            if same is None:
                same = by_length[len(word)] = [], array("q")
            same[0].append(word)
            same[1].append(-count)
        self._buckets: dict[int, _Bucket] = {
            length: _Bucket(length, "\n".join(found).encode(), counts)
            for length, (found, counts) in sorted(by_length.items())
        }

    def __len__(self) -> int:
        return sum(len(bucket.counts) for bucket in self._buckets.values())

    def near(self, word: str, distance: int, *, least: int = 1) -> list[tuple[str, int, int]]:
        """(word, frequency, edits) of the words within so many edits that ``least`` passages have.

        An edit puts a letter in, leaves one out, replaces one or exchanges two neighbours (OSA).
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found: list[tuple[str, int, int]] = []
        for length in range(len(word) - distance, len(word) + distance + 1):
            if (bucket := self._buckets.get(length)) is not None:
                often = bisect_left(bucket.counts, 1 - least)
                places = bucket.like(word, distance, often)
                # All words of a bucket are equally long, which tells where each of them stands.
                text = bucket.text.decode()
                some = [text[at * (length + 1) : (at + 1) * (length + 1) - 1] for at in places]
                close = extract(word, some, scorer=OSA.distance, score_cutoff=distance, limit=None)
                found += [(other, -bucket.counts[places[n]], edits) for other, edits, n in close]
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
        for length, bucket in self._buckets.items():
            if length < fewest or (not others and length != fewest):
                continue
            words = bucket.text.decode()
            at, before = 0, 0
            for match in fits.finditer(words):
                at += words.count("\n", before, match.start())
                before = match.start()
                yield match.group(), -bucket.counts[at]

    def write(self, path: Path, generation: int) -> None:
        """Write the words, as those of a generation, in place of the file that is there."""
        new = path.with_name(f"{path.name}.new")
        with new.open("wb") as file:
            file.write(_HEAD.pack(_MAGIC, generation, len(self._buckets)))
            for length, bucket in self._buckets.items():
                text, counts = bucket.text, bucket.counts
                file.write(_BUCKET.pack(length, len(text), len(counts)))
                file.write(text)
                file.write(struct.pack(f"<{len(counts)}q", *counts))
                file.write(bucket.masks())
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
                at += size + 8 * words
                size = len(_LETTERS) * ((words + 7) // 8)
                if len(masks := data[at : at + size]) < size:
                    return None
                lexicon._buckets[length] = _Bucket(length, text, counts, masks)
                at += size
        except (OSError, ValueError, struct.error):
            return None
        return lexicon
