"""The terminal: how wide it is, whether it takes colour, and text laid out for it.

A *style* is what the stream written to can show: colour or none, and a width in columns or None
where lines are not to be broken (a pipe, a file). A *column* is one cell of a terminal; a Chinese
character takes two. Everything that prints text from outside goes through :func:`clean`, so that
no document can send control codes to the reader's terminal.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TextIO

from .dates import dated
from .formatters import clean

__all__ = [
    "PLAIN",
    "Style",
    "clean",
    "columns",
    "dated",
    "listed",
    "page",
    "quoted",
    "shorten",
    "table",
    "wrap",
    "write",
]

READABLE = 100
"""The widest line of running text, in columns."""

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}
_LINKING = {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby"}
_WORD = re.compile(r"\S+")
_FALLBACK = str.maketrans({"›": ">", "…": "...", "█": "#", "·": "-", "→": "->", "—": "-", "│": "|"})


@dataclass(frozen=True, slots=True)
class Style:
    """What can be shown: ``colour`` or none; ``width`` in columns, None for unbroken lines.

    ``links`` tells whether a click on text can open a file.
    """

    colour: bool = False
    width: int | None = None
    links: bool = False

    @classmethod
    def of(cls, stream: TextIO | None) -> Style:
        """The style of a stream: plain unless it is a terminal; https://no-color.org is heeded.

        A stream that was closed before the program began is None.
        """
        if stream is None or not stream.isatty():
            return PLAIN
        from shutil import get_terminal_size

        colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = max(20, get_terminal_size().columns)
        return cls(colour=colour, width=width, links=colour and _takes_links())

    def paint(self, text: str, *names: str) -> str:
        """``text``, cleaned, in the colours named."""
        text = clean(text)
        if not (self.colour and names and text):
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"

    def link(self, text: str, path: str | None) -> str:
        """``text``, painted already, as a link to a file where links are taken."""
        if not (self.links and path):
            return text
        from pathlib import Path
        from socket import gethostname

        # The host lets a terminal on another machine know that the file is not its own.
        try:
            place = Path(path).absolute().as_uri().removeprefix("file://")
        except UnicodeEncodeError:  # no file can be named so
            return text
        return f"\x1b]8;;file://{gethostname()}{place}\x1b\\{text}\x1b]8;;\x1b\\"

    def room(self, indent: int = 0) -> int | None:
        """How many columns are left for running text after an indent; None for any number."""
        return None if self.width is None else max(16, min(self.width, READABLE) - indent)


def _takes_links() -> bool:
    """Whether the terminal is one that is known to make links; FORCE_HYPERLINK overrules."""
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced is not None:
        return forced not in ("", "0")
    vte = os.environ.get("VTE_VERSION", "")
    return (
        os.environ.get("TERM_PROGRAM") in _LINKING
        or any(os.environ.get(name) for name in ("WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM"))
        or (vte.isdigit() and int(vte) >= 5000)
        or os.environ.get("TERM") in ("xterm-kitty", "alacritty", "foot", "xterm-ghostty")
    )


PLAIN = Style()
"""No colour, no width: what a pipe gets."""


def columns(text: str) -> int:
    """How many columns a terminal gives to ``text``."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def shorten(text: str, width: int | None) -> str:
    """``text`` on one line of at most ``width`` columns, cut at a word where one ends nearby."""
    text = " ".join(text.split())
    if width is None or columns(text) <= width:
        return text
    used = end = 0
    while used + columns(text[end]) < width:
        used += columns(text[end])
        end += 1
    cut = text[:end]
    space = cut.rfind(" ")
    if space > len(cut) * 2 // 3:
        cut = cut[:space]
    return cut.rstrip(" ,.;:") + "…"


def wrap(text: str, width: int | None) -> list[tuple[int, int]]:
    """The lines of ``text`` as spans of it, broken between words at ``width`` columns.

    With None there is one line. A word that is wider than the width has a line of its own.
    """
    lines: list[tuple[int, int]] = []
    start = end = -1
    used = 0
    for word in _WORD.finditer(text):
        size = columns(word.group())
        gap = word.start() - end
        if start >= 0 and (width is None or used + gap + size <= width):
            used += gap + size
        else:
            if start >= 0:
                lines.append((start, end))
            start, used = word.start(), size
        end = word.end()
    if start >= 0:
        lines.append((start, end))
    return lines


def table(
    rows: Iterable[Sequence[str]],
    style: Style,
    *,
    heads: Sequence[str],
    right: Sequence[int] = (),
    whole: bool = False,
) -> list[str]:
    """Rows in aligned columns under ``heads``; the columns numbered in ``right`` hold figures.

    The last column takes what room is left, and is cut to it; ``whole``, it goes on below. Cells
    are cleaned here.
    """
    cells = [[clean(" ".join(cell.split())) for cell in row] for row in rows]
    last = len(heads) - 1
    widths = [
        max(columns(head), *(columns(row[i]) for row in cells)) if cells else columns(head)
        for i, head in enumerate(heads)
    ]
    used = sum(widths[:last]) + 2 * last
    room = None if style.width is None else max(16, style.width - used)

    def lines(row: Sequence[str]) -> list[str]:
        parts, below = [], []
        for i, cell in enumerate(row):
            if i == last and i not in right:
                (start, end), *more = wrap(cell, room) if whole and cell else [(0, len(cell))]
                parts.append(cell[start:end] if whole else shorten(cell, room))
                below = [" " * used + cell[start:end] for start, end in more]
            else:
                pad = " " * (widths[i] - columns(cell))
                parts.append(pad + cell if i in right else cell + pad)
        return ["  ".join(parts).rstrip(), *below]

    heading = [style.paint(line, "dim") for line in lines(heads)]
    return heading + [line for row in cells for line in lines(row)]


def write(lines: Iterable[str], stream: TextIO) -> bool:
    """Write the lines; False if the reader has closed the pipe, which is no error.

    A stream that cannot encode a character gets an ASCII one or an escape in its place.
    """
    unicode = (getattr(stream, "encoding", None) or "utf-8").lower().startswith("utf")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
    try:
        for line in lines:
            stream.write((line if unicode else line.translate(_FALLBACK)) + "\n")
        stream.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at exit and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def page(lines: Iterable[str], stream: TextIO) -> bool:
    """Write the lines, through the user's pager where they are more than the terminal holds.

    The pager is ``$PAGER``, or ``less`` where there is one; ``PAGER=cat`` turns paging off. Off a
    terminal this is :func:`write`.
    """
    import shlex
    import subprocess
    from shutil import get_terminal_size, which
    from signal import SIG_IGN, SIGINT, signal

    every = iter(lines)
    wanted = os.environ.get("PAGER")
    command = shlex.split("less" if wanted is None else wanted)
    size = get_terminal_size()
    screen = list(islice(every, size.lines))
    if len(screen) < size.lines or command in ([], ["cat"]) or which(command[0]) is None:
        return write(chain(screen, every), stream)
    # Colours and links as they are, and the text stays on the screen afterwards.
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, env=environment, encoding="utf-8", errors="replace"
    ) as pager:
        assert pager.stdin is not None
        # Ctrl-C is the pager's to answer, as long as it runs.
        interrupted = signal(SIGINT, SIG_IGN)
        try:
            for line in chain(screen, every):
                pager.stdin.write(line + "\n")
            pager.stdin.close()
        except BrokenPipeError:
            return False
        finally:
            pager.wait()
            signal(SIGINT, interrupted)
    return True


def quoted(text: str) -> str:
    """``text`` in quotation marks, unless it has some itself."""
    return text if '"' in text else f'"{text}"'


def listed(parts: Iterable[str], word: str = "and") -> str:
    """``a, b and c``."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
