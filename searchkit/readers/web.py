"""A web page -> the text of its document, without navigation, captions, forms and notices.

What is no part of the document is told by what elements are called, by their roles, by words in
their class and id, and by links: a list that is nothing but links leads elsewhere. Nothing that
holds the heading or much of the page's words is left out. Nothing is loaded, and no entity of the
page's own is expanded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..errors import MissingExtra
from .encodings import NotText, decode
from .given import Given
from .writing import TextWriter, letters, roman, starts_with_marker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["read_html"]

_DEEPEST = 1500
"""Elements nested more deeply take a parser more than linear time; no page has such."""
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,40})""", re.IGNORECASE)
_HEAD = 4096
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?![\w:-])[^<>]*>")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp"})
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NOTE = re.compile(r"\[?(?:\d{1,3}|[a-z]|\*|†|‡|↑|↩|\^|edit|note \d+)\]?")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SITE = re.compile(r"\s+(?:[|–—:»·-]|::|>>)\s+|\s*\|\s*")
_MUCH = 0.4
"""Of a page's words; what holds more of them is never left out."""
_LINKS = 0.8
"""Of a list's words; one with more of them in links is navigation."""
_ENOUGH = 80
"""An element with fewer characters is not taken for the document."""
_CELL = 200
"""A table with a longer cell arranges the page rather than data, in characters."""


def read_html(raw: bytes) -> tuple[str, str, tuple[str, ...], Given]:
    """The text of a page, its codec, notes, and what its head says.

    Raises:
        NotText: it is no page that can be read.
        MissingExtra: the library for web pages is not installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtra("web pages need a library: pip install 'searchkit[html]'") from None
    declared = _DECLARED.search(raw[:_HEAD])
    source, codec, notes = decode(raw, declared=declared[1].decode() if declared else None)
    if _depth(source) > _DEEPEST:
        raise NotText(f"has elements nested more than {_DEEPEST} deep: save it as text")
    tree = LexborHTMLParser(source.replace("\0", ""))
    name = _name(tree)
    body = tree.body
    if body is None:
        return "", codec, notes, Given(name=name)
    _clean(body)
    root = _root(body)
    heading = _heading(tree, root, name)
    writer = _Page()
    if heading:
        writer.out.heading(heading, 1)
    writer.write(root)
    return writer.out.text, codec, notes, Given(name=name)


@dataclass(frozen=True, slots=True)
class _Names:
    dropped: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    content: tuple[str, ...]
    blocks: frozenset[str]
    unclosed: frozenset[str]


@cache
def _names() -> _Names:
    import tomllib

    source = files("searchkit").joinpath("data/web.toml").read_text(encoding="utf-8")
    lists = {key: value.split() for key, value in tomllib.loads(source).items()}
    return _Names(
        frozenset(lists["dropped"]),
        frozenset(lists["roles"]),
        frozenset(lists["words"]),
        tuple(lists["content"]),
        frozenset(lists["blocks"]),
        frozenset(lists["unclosed"]),
    )


def _depth(source: str) -> int:
    """How deeply elements are nested at most, as far as their end tags tell."""
    unclosed = _names().unclosed
    depth = deepest = position = 0
    low = source.lower()
    while (match := _TAG.search(low, position)) is not None:
        position = match.end()
        name = match[2]
        if name in _RAW and not match[1]:
            # What looks like tags in a script opens nothing.
            position = low.find(f"</{name}", position)
            if position < 0:
                break
        elif match[1]:
            depth = max(0, depth - (name not in unclosed))
        elif name not in unclosed and not match[0].endswith("/>"):
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
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
class _Weight:
    """How much an element holds: characters, those in links, links, headings, paragraphs."""

    text: int = 0
    linked: int = 0
    links: int = 0
    headings: int = 0
    holds_main: bool = False

    def add(self, other: _Weight) -> None:
        self.text += other.text
        self.linked += other.linked
        self.links += other.links
        self.headings += other.headings
        self.holds_main = self.holds_main or other.holds_main


def _weigh(root: LexborNode) -> dict[int, _Weight]:
    """The weight of every element; what is never shown weighs nothing."""
    weights: dict[int, _Weight] = {}
    stack = [_Weight()]
    silent = {"script", "style", "noscript", "template", "svg"}
    for node, opens in _walk(root):
        tag = node.tag or ""
        if tag == "-text":
            if opens:
                stack[-1].text += len(_SPACE.sub(" ", node.text_content or "").strip())
        elif opens:
            stack.append(_Weight())
        else:
            weight = stack.pop()
            if tag in silent:
                weight = _Weight()
            if tag == "a" and (node.attributes.get("href") is not None):
                weight.linked, weight.links = weight.text, 1
            elif tag == "h1":
                weight.headings += 1
            elif tag in {"main", "article"}:
                weight.holds_main = True
            weights[node.mem_id] = weight
            stack[-1].add(weight)
    return weights


def _clean(body: LexborNode) -> None:
    """Take out of the page what is no part of its document."""
    weights = _weigh(body)
    whole = weights[body.mem_id].text
    doomed: list[LexborNode] = []
    inside: int | None = None
    for node, opens in _walk(body):
        tag = node.tag or ""
        if inside is not None:
            if not opens and node.mem_id == inside:
                inside = None
            continue
        if opens and tag == "-comment":
            doomed.append(node)
        elif opens and tag != "-text" and node.mem_id != body.mem_id:
            weight = weights.get(node.mem_id, _Weight())
            if _is_dropped(node, tag, weight, whole):
                doomed.append(node)
                inside = node.mem_id
    for node in doomed:
        node.decompose()


def _is_dropped(node: LexborNode, tag: str, weight: _Weight, whole: int) -> bool:
    names = _names()
    if tag in names.dropped:
        semantic = tag in {"nav", "aside", "footer", "figure", "dialog", "menu", "object"}
        return not (semantic and _is_document(weight, whole))
    attributes = node.attributes
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
        return not _is_document(weight, whole)
    if (attributes.get("aria-hidden") or "").lower() == "true":
        return not _is_document(weight, whole)
    if tag == "sup" and weight.links and _NOTE.fullmatch((node.text() or "").strip()):
        return True
    if tag == "a":
        href = attributes.get("href") or ""
        return href.startswith("#") and _NOTE.fullmatch((node.text() or "").strip()) is not None
    if tag == "header":
        return not weight.headings and not _is_document(weight, whole) and not _in_article(node)
    named = (attributes.get("role") or "").lower() in names.roles or not names.words.isdisjoint(
        _words(attributes)
    )
    if named and not _is_document(weight, whole):
        return True
    return _is_navigation(tag, weight)


def _is_document(weight: _Weight, whole: int) -> bool:
    """Whether an element holds too much to be left out whatever it is called."""
    return weight.holds_main or weight.headings > 0 or weight.text > _MUCH * whole


def _in_article(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in {"main", "article"}:
            return True
        parent = parent.parent
    return False


def _words(attributes: dict[str, str | None]) -> set[str]:
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if not named.strip():
        return set()
    found = {word.lower() for word in _WORD.findall(named)}
    return found | {word.lower() for word in named.split()}


def _is_navigation(tag: str, weight: _Weight) -> bool:
    """Whether a list or a group of lines is hardly more than links."""
    if tag not in {"ul", "ol", "dl", "table", "p", "div", "section", "td", "center", "tr"}:
        return False
    least = 2 if tag in {"ul", "ol", "dl"} else 3
    return weight.links >= least and weight.linked >= _LINKS * weight.text and not weight.headings


def _root(body: LexborNode) -> LexborNode:
    """The element that the document stands in."""
    whole = len(body.text())
    for chosen in ("main", '[role="main"]', "article"):
        found = [one for one in body.css(chosen) if len(one.text()) >= _ENOUGH]
        if len(found) == 1 or (found and chosen != "article"):
            return found[0]
        if found:
            best = max(found, key=lambda one: len(one.text()))
            # Several articles are a document in parts, unless one of them is nearly all.
            if len(best.text()) > 0.8 * sum(len(one.text()) for one in found):
                return best
            break
    by_name: dict[str, LexborNode] = {}
    for node in body.css("[id],[class]"):
        attributes = node.attributes
        for name in f"{attributes.get('id') or ''} {attributes.get('class') or ''}".split():
            by_name.setdefault(name.lower(), node)
    for name in _names().content:
        one = by_name.get(name)
        if one is not None and len(one.text()) >= max(_ENOUGH, whole // 2):
            return one
    return body


def _name(tree: LexborHTMLParser) -> str:
    """The title in the page's head, without the name of the site."""
    meta = tree.css_first('meta[property="og:title"]')
    named = (meta.attributes.get("content") or "") if meta is not None else ""
    if not named.strip():
        node = tree.css_first("title")
        named = node.text() if node is not None else ""
    parts = [part for part in _SITE.split(" ".join(named.split())) if part.strip()]
    if not parts:
        return ""
    return parts[0] if len(parts[0].split()) > 2 else max(parts, key=len)


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _heading(tree: LexborHTMLParser, root: LexborNode, name: str) -> str:
    """The document's title where it stands outside of ``root``, or only in the page's head."""
    if root.css_first("h1") is not None:
        return ""
    title = _plain(name)
    for node in tree.css("h1"):
        words = " ".join(node.text().split())
        plain = _plain(words)
        if len(plain) > 8 and (title.startswith(plain) or plain.startswith(title)) and title:
            return words
    first = next((n for n in root.css("h2,h3,h4,h5,h6") if n.text().strip()), None)
    if first is None or not title:
        return ""
    top = _plain(root.text()[: 4 * len(name) + 1000])
    above = " ".join(root.text().split())[: len(" ".join(first.text().split()))]
    # A page whose first line is a heading further down has its title in its head.
    heads = above == " ".join(first.text().split())
    return name if heads and title not in top else ""


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int = 1
    step: int = 1
    style: str = "1"

    def label(self) -> str:
        if not self.ordered:
            return "-"
        number, self.number = self.number, self.number + self.step
        label = str(number)
        if self.style in "aA" and number > 0:
            label = letters(number)
        elif self.style in "iI" and number > 0:
            label = roman(number)
        return f"{label.upper() if self.style in 'AI' else label}."


class _Page:
    """Writes an element's text line by line."""

    def __init__(self) -> None:
        self.out = TextWriter()
        self._words: list[str] = []
        self._lists: list[_List] = []
        self._label = ""
        self._gap = True
        self._pre = 0
        self._heading = 0

    def write(self, root: LexborNode) -> None:
        """Write ``root`` and all that is in it."""
        row: LexborNode | None = None
        for node, opens in _walk(root):
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
                self._open(node, tag)
            else:
                self._close(tag)
        self._flush()

    def _text(self, words: str) -> None:
        if not self._pre:
            words = _SPACE.sub(" ", words)
        self._words.append(words)

    def _open(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            self._words.append("\n")
            return
        if tag in {"td", "th"}:
            self._flush()
        if tag not in _names().blocks:
            return
        self._flush()
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading = int(tag[1:])
        elif tag in {"pre", "listing", "xmp"}:
            self._pre += 1
        elif tag in {"ul", "ol", "dir"}:
            self._gap = self._gap and not self._lists
            self._lists.append(_list(node, tag))
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
                self._words, self._label = [], pending
            self._flush()
        if tag not in _names().blocks:
            return
        self._flush()
        self._gap = tag != "li"
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
        self._words.clear()
        if not text.strip():
            return
        if self._heading:
            self.out.heading(text, self._heading)
            self._gap = True
            return
        gap = self._gap
        for line in text.strip("\n").split("\n"):
            if not line.strip():
                gap = True
                continue
            label, self._label = self._label, ""
            depth = len(self._lists)
            # What else an item holds stands further in than its number.
            further = depth > 0 and not label
            self.out.line(line, depth=depth + further, label=label, gap=gap)
            gap = False
        self._gap = True


def _list(node: LexborNode, tag: str) -> _List:
    if tag != "ol":
        return _List(False)
    attributes = node.attributes
    style = attributes.get("type") or "1"
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
