"""The elements of a web page -> lines: headings, lists with their numbers, tables row by row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .dressed import headings_by_dress
from .writing import TextWriter, letters, roman, starts_with_marker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

__all__ = ["SPACE", "Names", "PageWriter", "names", "walk_nodes"]

SPACE = re.compile(r"[ \t\r\n\f]+")
_CELL = 200
"""A table with a longer cell arranges the page rather than data, in characters."""


@dataclass(frozen=True, slots=True)
class Names:
    """What elements, roles, classes and ids are called; ``data/web.toml`` explains each list."""

    dropped: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    content: tuple[str, ...]
    blocks: frozenset[str]
    unclosed: frozenset[str]
    issued: frozenset[str]
    first_pages: frozenset[str]


@cache
def names() -> Names:
    """The names that come with searchkit."""
    import tomllib

    source = files("searchkit").joinpath("data/web.toml").read_text(encoding="utf-8")
    lists = {key: value.split() for key, value in tomllib.loads(source).items()}
    return Names(
        frozenset(lists["dropped"]),
        frozenset(lists["roles"]),
        frozenset(lists["words"]),
        tuple(lists["content"]),
        frozenset(lists["blocks"]),
        frozenset(lists["unclosed"]),
        frozenset(lists["issued"]),
        frozenset(lists["first_pages"]),
    )


def walk_nodes(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below and with ``root`` when it opens (True) and when it closes (False)."""
    node: LexborNode | None = root
    while node is not None:
        yield node, True
        below = node.child
        if below is not None:
            node = below
            continue
        while node is not None:
            yield node, False
            if node.mem_id == root.mem_id:
                return
            after = node.next
            if after is not None:
                node = after
                break
            node = node.parent


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int = 1
    step: int = 1
    style: str = "1"
    bare: bool = False

    def label(self) -> str:
        if not self.ordered:
            return "" if self.bare else "-"
        number, self.number = self.number, self.number + self.step
        label = str(number)
        if self.style in "aA" and number > 0:
            label = letters(number)
        elif self.style in "iI" and number > 0:
            label = roman(number)
        return f"{label.upper() if self.style in 'AI' else label}."


_STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_LIST_STYLE = re.compile(rf"list-style(?:-type)?\s*:[^;]*?({'|'.join(_STYLES)})", re.IGNORECASE)
_SHORTEST = 4
_TOLD = 160
"""Lines of a page's head are no longer, in characters; a list after a longer one is the text's."""
_DAY = re.compile(
    r"\b\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
    r"|\b\d{4}([-./])\d{2}\1\d{2}\b"
)
_FACT = 60
"""An item that tells of the page is no longer."""
_FACTS = 6
_RUN_IN = 100
"""A heading run in is no longer, in characters, and longer than ``Dr.``."""
_SAID = 20
"""A sentence after a title in bold is longer."""


_LARGE = re.compile(r"\+[1-4]|[4-7]")
_BOLD = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[a-z-]*\s*:\s*underline"
    r"|font-size\s*:\s*(?:(?:x+-)?larger?|1\.[1-9]\d*r?em|[2-9](?:\.\d+)?r?em|1[1-9]\d%|[2-9]\d\d%"
    r"|(?:1[89]|[2-4]\d)(?:\.\d+)?px|(?:1[4-9]|2\d)(?:\.\d+)?pt)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:^|[\s_-])(?:sub)?-?(?:head(?:ing|er|line|s)?|titles?|midashi|intertitle|rubrik)[\d_-]*(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What the style and the class of headings say that are no ``h2``."""


class PageWriter:
    """Writes an element's text line by line."""

    def __init__(self) -> None:
        self.out = TextWriter()
        self._words: list[str] = []
        self._lists: list[_List] = []
        self._label = ""
        self._gap = True
        self._pre = 0
        self._heading = 0
        self._run_in = False
        self._titled = False
        self._bold: str | None = None
        self._title: str | None = None
        self._told = False
        self._emphasis: list[int] = []
        self._plain: list[int] = []
        self._dressed: set[int] = set()

    def write(self, root: LexborNode) -> None:
        """Write ``root`` and all that is in it."""
        self._run_in = sum(map(_is_run_in, root.css("p > b, p > strong"))) > 1
        self._titled = sum(map(_is_item_title, root.css("li > b, li > strong"))) > 1
        row: LexborNode | None = None
        for node, opens in walk_nodes(root):
            if row is not None:
                # The row's cells were written at once.
                if not opens and node.mem_id == row.mem_id:
                    row = None
                continue
            tag = node.tag or ""
            if tag == "-text":
                if opens:
                    self._text(node.text_content or "")
            elif tag == "tr" and opens and (cells := _cells(node)) is not None:
                self._flush()
                self.out.row(cells, gap=node.prev is None)
                row = node
            elif opens:
                if _is_emphatic(node, tag):
                    self._emphasis.append(node.mem_id)
                self._open(node, tag)
            else:
                self._close(tag)
                if self._emphasis and self._emphasis[-1] == node.mem_id:
                    self._emphasis.pop()
        self._flush()

    def dress(self) -> None:
        """Make headings of the lines that only look so."""
        self.out.head(headings_by_dress(self.out.lines, self._dressed))

    def _text(self, words: str) -> None:
        if not self._pre:
            words = SPACE.sub(" ", words)
        if not self._emphasis and words.strip():
            self._plain.append(len(self._words))
        self._words.append(words)

    def _open(self, node: LexborNode, tag: str) -> None:
        if self._run_in and tag in {"b", "strong"} and _is_run_in(node):
            self._bold = " ".join(node.text().split())
        elif self._titled and tag in {"b", "strong"} and _is_item_title(node):
            self._title = " ".join(node.text().split())
        if tag == "br":
            self._words.append("\n")
            return
        if tag in {"td", "th"}:
            self._flush()
        if tag not in names().blocks:
            return
        self._flush()
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading = int(tag[1:])
        elif tag in {"pre", "listing", "xmp"}:
            self._pre += 1
        elif tag in {"ul", "ol", "dir"}:
            self._gap = self._gap and not self._lists
            bare = not self._told and not self._lists and tag == "ul" and _tells_of_page(node)
            self._lists.append(_List(False, bare=True) if bare else _list(node, tag))
        elif tag == "li":
            value = _number(node.attributes.get("value"))
            if not self._lists:
                self._lists.append(_List(False))
            if value is not None:
                self._lists[-1].number = value
            self._label = self._lists[-1].label()

    def _close(self, tag: str) -> None:
        if tag in {"td", "th", "dt"}:
            # A marker in a cell or a term of its own belongs to the text beside it.
            pending = "".join(self._words).strip()
            if starts_with_marker(pending, alone=True):
                self._label = pending
                self._words.clear()
                self._plain.clear()
            self._flush()
        if tag not in names().blocks:
            return
        self._flush()
        # A term stands with what it means, but for one that is the number of it.
        self._gap = tag != "li" and (tag != "dt" or bool(self._label))
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading = 0
        elif tag in {"pre", "listing", "xmp"}:
            self._pre = max(0, self._pre - 1)
        elif tag in {"ul", "ol", "dir"}:
            self._label = ""
            if self._lists:
                self._lists.pop()

    def _flush(self) -> None:
        """Write what has come together as lines; without words a label waits for them."""
        text = "".join(self._words)
        plain = _plain_lines(self._words, self._plain)
        self._words.clear()
        self._plain.clear()
        bold, self._bold = self._bold, None
        if bold is not None and text.lstrip().startswith(bold):
            text = f"**{bold}** {text.lstrip()[len(bold) :].lstrip()}"
        title, self._title = self._title, None
        if title is not None and text.lstrip().startswith(title):
            text = f"{title}\n{text.lstrip()[len(title) :].lstrip()}"
        if not text.strip():
            return
        if self._heading:
            self.out.heading(text, self._heading)
            self._gap = True
            return
        gap = self._gap
        first = len(text) - len(text.lstrip("\n"))
        for number, line in enumerate(text.strip("\n").split("\n"), first):
            if not line.strip():
                gap = True
                continue
            label, self._label = self._label, ""
            depth = sum(not each.bare for each in self._lists)
            self._told = self._told or len(line) > _TOLD
            # What else an item holds stands further in than its number.
            further = depth > 0 and not label
            self.out.line(line, depth=depth + further, label=label, gap=gap)
            if number not in plain and not depth and not label:
                self._dressed.add(self.out.last)
            gap = False
        self._gap = True


def _plain_lines(words: list[str], plain: list[int]) -> set[int]:
    """The lines of ``words`` on which some are not dressed: those at ``plain``."""
    found: set[int] = set()
    line = at = 0
    for index in plain:
        while at < index:
            line += words[at].count("\n")
            at += 1
        lines = words[index].split("\n")
        found.update(line + n for n, part in enumerate(lines) if part.strip())
    return found


def _is_emphatic(node: LexborNode, tag: str) -> bool:
    """Whether an element has its words in bold, underlined or larger, or is called a heading."""
    if tag in {"b", "strong", "u", "summary", "dt"}:
        return True
    attributes = node.attributes
    if tag == "font":
        return _LARGE.fullmatch(attributes.get("size") or "") is not None
    style, named = attributes.get("style"), attributes.get("class")
    if style and _BOLD.search(style):
        return True
    return bool(named) and tag in {"p", "div", "span"} and _HEADING.search(named or "") is not None


def _tells_of_page(items: LexborNode) -> bool:
    """Whether a list above the text holds who issued the page and when: one item, or a day."""
    words = [" ".join(item.text().split()) for item in items.css("li")]
    if not words or len(words) > _FACTS or max(map(len, words)) > _FACT:
        return False
    return len(words) == 1 or any(map(_DAY.search, words))


def _is_run_in(node: LexborNode) -> bool:
    """Whether bold words begin a paragraph and are a heading of it: ``<b>Ferries.</b> He said``."""
    words = " ".join(node.text().split())
    return (
        words[-1:] == "."
        and _SHORTEST < len(words) <= _RUN_IN
        and _is_first(node)
        and bool(_after(node))
    )


def _is_item_title(node: LexborNode) -> bool:
    """Whether bold words begin an item and a sentence comes after: ``<b>Ferries</b> He said``."""
    words = " ".join(node.text().split())
    after = _after(node)
    return (
        words[-1:].isalnum()
        and len(words) <= _RUN_IN
        and len(after) > _SAID
        and after[:1].isupper()
        and _is_first(node)
    )


def _is_first(node: LexborNode) -> bool:
    """Whether no words stand before an element in the one that holds it."""
    before = node.prev
    while before is not None and not (before.text() or "").strip():
        before = before.prev
    return before is None


def _after(node: LexborNode) -> str:
    """The words right after an element."""
    return ((node.next.text() if node.next is not None else "") or "").strip()


def _list(node: LexborNode, tag: str) -> _List:
    if tag != "ol":
        return _List(False)
    attributes = node.attributes
    named = _LIST_STYLE.search(attributes.get("style") or "")
    style = _STYLES[named[1].lower()] if named else attributes.get("type") or "1"
    start, step = _number(attributes.get("start")), 1
    if "reversed" in attributes:
        step = -1
        if start is None:
            start = sum(1 for item in node.iter() if item.tag == "li")
    return _List(True, 1 if start is None else start, step, style if style in "1aAiI" else "1")


def _number(value: str | None) -> int | None:
    value = (value or "").strip()
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else None


def _cells(row: LexborNode) -> list[str] | None:
    """The cells of a row of data, or ``None`` for a row that arranges the page."""
    cells: list[str] = []
    for cell in row.iter():
        if cell.tag not in {"td", "th"}:
            continue
        holds = cell.css_first("table,ul,ol,h1,h2,h3,h4,h5,h6,p + p,br + br,blockquote,dl,hr")
        text = cell.text(separator=" ") if holds is None else ""
        if holds is not None or len(text) > _CELL:
            return None
        cells.append(text)
    return cells if len(cells) > 1 else None
