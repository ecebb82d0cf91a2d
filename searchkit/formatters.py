"""Snippets as text for a terminal, for HTML or a pipe: where text from outside is made harmless.

A *formatter* takes a snippet and marks its highlights in the way of one medium. It escapes what the
medium would obey: control characters everywhere, and in HTML the signs of the markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .records import Snippet

__all__ = ["ansi", "clean", "escape", "html", "one_line", "plain"]

_REPLACED = (
    {code: 0x2400 + code for code in range(0x20)}
    | {0x7F: 0x2421}
    | dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], 0xFFFD)
    | dict.fromkeys([0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)
    | dict.fromkeys([0x09, 0x0A, 0x0D, 0x2028, 0x2029], 0x20)
)
_ESCAPED = {
    ord(a): b for a, b in zip("&<>\"'", ("&amp;", "&lt;", "&gt;", "&quot;", "&#x27;"), strict=True)
}


def clean(text: str) -> str:
    """``text`` without what a terminal would obey, character for character.

    Control characters and the signs that turn the direction of writing are shown as symbols; tabs
    and line ends are spaces. The length stays, and with it every offset.
    """
    return text.translate(_REPLACED)


def escape(text: str) -> str:
    """``text`` as HTML shows it, cleaned; it may stand in an attribute's quotation marks too."""
    return clean(text).translate(_ESCAPED)


def one_line(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` characters, cleaned."""
    text = " ".join(clean(text).split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def ansi(snippet: Snippet) -> str:
    """A snippet for a terminal: words typed bold and yellow, synonyms underlined."""

    def paint(text: str, related: bool) -> str:
        return f"\x1b[{'4' if related else '1;33'}m{clean(text)}\x1b[0m"

    return "".join(
        clean(part) if related is None else paint(part, related)
        for part, related in _parts(snippet)
    )


def html(snippet: Snippet) -> str:
    """A snippet as HTML: ``<mark>`` around words typed, ``<mark class="related">`` synonyms."""

    def paint(text: str, related: bool) -> str:
        name = ' class="related"' if related else ""
        return f"<mark{name}>{text}</mark>"

    return "".join(
        escaped if related is None else paint(escaped, related)
        for part, related in _parts(snippet)
        for escaped in (escape(part),)
    )


def plain(snippet: Snippet, *, mark: tuple[str, str] = ("", "")) -> str:
    """A snippet as plain text, with ``mark`` before and after each match."""
    before, after = mark
    return "".join(
        clean(part) if related is None else before + clean(part) + after
        for part, related in _parts(snippet)
    )


def _parts(snippet: Snippet) -> Iterator[tuple[str, bool | None]]:
    """The text in pieces: (piece, whether it is a synonym), None for what is no match."""
    related = set(snippet.related)
    at = 0
    for start, end in snippet.highlights:
        yield snippet.text[at:start], None
        yield snippet.text[start:end], (start, end) in related
        at = end
    yield snippet.text[at:], None
