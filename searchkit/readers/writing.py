"""What a page or a document holds -> lines as the layout of outlines is read from.

Headings become Markdown's, list items get their number or a dash and are indented by their depth,
a row of a table is one line with bars, and a blank line stands between paragraphs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["TextWriter", "letters", "roman", "starts_with_marker"]

_INDENT = 2
_LOWEST = 6
_DEEPEST = 10
"""Deeper lists are indented no further, so that the text stays as long as what it says."""
_MARKER = re.compile(
    r"(?:[•●○◦‣▪■□◆◇►▶・∙·–—*-]\s*)?"
    r"(?:[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[)\]]|(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\."
    r"|\d{1,3}(?:\.\d{1,3})+\.?)(?=\s|[A-Z(]|\Z)|[•●○◦‣▪■□◆◇►▶]"
)
_ONLY_MARKER = re.compile(rf"(?:{_MARKER.pattern}|[-–—*])\s*\Z")


def starts_with_marker(text: str, *, alone: bool = False) -> bool:
    """Whether ``text`` starts with a number, a letter or a bullet; ``alone``: and has no more."""
    return (_ONLY_MARKER if alone else _MARKER).match(text) is not None


class TextWriter:
    """Collects lines; :attr:`text` is all of them."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """What was written, each line ended by a newline."""
        return "\n".join(self._lines).strip("\n") + "\n" if self._lines else ""

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not self._lines

    @property
    def lines(self) -> Sequence[str]:
        """What was written, line by line."""
        return self._lines

    @property
    def last(self) -> int:
        """The index of the last line."""
        return len(self._lines) - 1

    def head(self, headings: Iterable[int]) -> None:
        """Make headings below all others of the lines at these indices."""
        for index in headings:
            self._lines[index] = f"{'#' * _LOWEST} {self._lines[index].strip()}"

    def line(self, text: str, *, depth: int = 0, label: str = "", gap: bool = True) -> None:
        """Write a line.

        Args:
            depth: how many lists it stands in.
            label: its number or bullet.
            gap: whether a blank line separates it from what is above.
        """
        text = " ".join(text.split())
        if label and not starts_with_marker(text):
            text = f"{label} {text}".rstrip()
        if not text:
            return
        if gap and self._lines:
            self._lines.append("")
        self._lines.append(" " * (_INDENT * min(depth, _DEEPEST)) + text)

    def heading(self, text: str, depth: int) -> None:
        """Write a heading of Markdown's ``depth``, 1 to 6."""
        text = " ".join(text.split())
        if text:
            self.line(f"{'#' * max(1, min(depth, _LOWEST))} {text}")

    def row(self, cells: list[str], *, gap: bool) -> None:
        """Write the cells of a row in one line; a cell that only numbers the next has no bar."""
        filled = [words for cell in cells if (words := " ".join(cell.split()))]
        if len(filled) > 1 and starts_with_marker(filled[0], alone=True):
            filled[:2] = [f"{filled[0]} {filled[1]}"]
        self.line(" | ".join(filled), gap=gap)


def letters(value: int) -> str:
    """``1`` -> ``a``, ``27`` -> ``aa``."""
    text = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def roman(value: int) -> str:
    """``4`` -> ``iv``; beyond 3999 the number itself."""
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for sign, size in (
        ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
        ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
    ):  # fmt: skip
        count, value = divmod(value, size)
        text += sign * count
    return text
