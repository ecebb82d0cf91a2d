"""A web page -> the text of its document, without navigation, captions, forms and notices.

What is no part of the document is told by what elements are called, by their roles, by words in
their class and id, and by links: a list that is nothing but links leads elsewhere. Nothing that
holds the heading or much of the page's words is left out. Nothing is loaded, and no entity of the
page's own is expanded.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..errors import MissingExtra
from .encodings import NotText, decode
from .given import Given
from .page import SPACE, PageWriter, names, walk_nodes

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["read_html"]

_DEEPEST = 1500
"""Elements nested more deeply take a parser more than linear time; no page has such."""
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,40})""", re.IGNORECASE)
_HEAD = 4096
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?![\w:-])[^<>]*>")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NOTE = re.compile(r"\[?(?:\d{1,3}|[a-z]|\*|†|‡|↑|↩|\^|edit|note \d+)\]?")
_UNSEEN = re.compile(
    r"(?<![\w-])(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?|element-invisible)(?![\w-])",
    re.IGNORECASE,
)
"""Classes of what only those hear who have a page read to them."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INITIALS = re.compile(r"\A[A-Z]{2,6}: ")
"""The site before the title in a page's head: ``MOFA: Talks on Cod``."""
_SITE = re.compile(r"\s+(?:[|–—:»·•-]|::|>>)\s+|\s*\|\s*")
_MUCH = 0.4
"""Of a page's words; what holds more of them is never left out."""
_LINKS = 0.8
"""Of a list's words; one with more of them in links is navigation."""
_TRAIL = 200
"""The trail to a page is no longer, in characters."""
_DATE = 40
_ONLY_A_DAY = re.compile(
    r"(?:[A-Z][a-z]+,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?,?|[A-Z][a-z]+\.? \d{1,2},?)"
    r" (?:19|20)\d\d"
)
"""All that a banner or a caption may hold and be part of the document, in so many characters."""
_FIRST = 3
_ALIKE = 0.75
"""One of the first headings with so many words of the title in a page's head is that title."""
_BESIDE = 300
"""Characters beside a title that stands apart from its document; more is no header of it."""
_FEW = 6
_OWNER, _LINE, _LONG = 8, 200, 2000
"""The head or the foot of a page may tell whose it is, in a line of so many characters."""
_ENOUGH = 80
"""An element with fewer characters is not taken for the document."""


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
    name, site = _name(tree)
    body = tree.body
    if body is None:
        return "", codec, notes, Given(name=name, issued=_issued(tree), site=site)
    site = "\n".join(filter(None, (site, *_owners(body))))
    _clean(body)
    root = _root(body)
    heading = _heading(tree, root, name)
    writer = PageWriter()
    if isinstance(heading, str):
        writer.out.heading(heading, 1)
    else:
        for node in heading:
            writer.write(node)
    writer.write(root)
    writer.dress()
    given = Given(name=name, issued=_issued(tree), site=site)
    return writer.out.text, codec, notes, given


def _depth(source: str) -> int:
    """How deeply elements are nested at most, as far as their end tags tell."""
    unclosed = names().unclosed
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
    for node, opens in walk_nodes(root):
        tag = node.tag or ""
        if tag == "-text":
            if opens:
                stack[-1].text += len(SPACE.sub(" ", node.text_content or "").strip())
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
    anchored: set[str] = set()
    inside: int | None = None
    for node, opens in walk_nodes(body):
        tag = node.tag or ""
        if inside is not None:
            if not opens and node.mem_id == inside:
                inside = None
            continue
        if opens and tag == "-comment":
            doomed.append(node)
        elif opens and tag != "-text" and node.mem_id != body.mem_id:
            weight = weights.get(node.mem_id, _Weight())
            if _is_dropped(node, tag, weight, whole) or _is_note(node, tag, anchored):
                doomed.append(node)
                inside = node.mem_id
                anchored.update(_notes_of(node, tag))
    for node in doomed:
        node.decompose()


def _notes_of(node: LexborNode, tag: str) -> list[str]:
    """The ids of the notes that an anchor left out leads to: ``<sup><a href="#n1">1</a></sup>``."""
    raised = tag == "sup" or (node.parent is not None and node.parent.tag == "sup")
    if not raised and "[" not in (node.text() or ""):
        return []  # a page's contents lead to its parts likewise
    links = [node] if tag == "a" else node.css("a") if tag == "sup" else []
    return [(link.attributes.get("href") or "")[1:] for link in links]


def _is_note(node: LexborNode, tag: str, anchored: set[str]) -> bool:
    """Whether an element is a note to which an anchor above it leads.

    In what archive a record is kept is told of the record.
    """
    if tag not in ("li", "p", "dd") or node.attributes.get("id") not in anchored:
        return False
    return not (node.text() or "").lstrip("[]0123456789. \n").startswith("Source: ")


def _is_dropped(node: LexborNode, tag: str, weight: _Weight, whole: int) -> bool:
    known = names()
    if tag in known.dropped:
        semantic = tag in {"nav", "aside", "footer", "figure", "dialog", "menu", "object"}
        return not (semantic and _is_document(weight, whole))
    attributes = node.attributes
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
        return not _is_document(weight, whole)
    if _UNSEEN.search(attributes.get("class") or ""):
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
    named = (attributes.get("role") or "").lower() in known.roles or not known.words.isdisjoint(
        _words(attributes)
    )
    if named and not _is_document(weight, whole):
        return weight.text > _DATE or _ONLY_A_DAY.fullmatch(" ".join(node.text().split())) is None
    return _is_navigation(node, tag, weight)


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


def _leads_here(items: LexborNode) -> bool:
    """Whether a list is the trail from the first page of a site: ``Home``, ``Regions``, ``Vik``."""
    first = items.css_first("a")
    return first is not None and (first.text() or "").strip().casefold() in names().first_pages


def _is_navigation(node: LexborNode, tag: str, weight: _Weight) -> bool:
    """Whether a list or a group of lines is hardly more than links."""
    if tag not in {"ul", "ol", "dl", "table", "p", "div", "section", "td", "center", "tr"}:
        return False
    if tag in {"ul", "ol"} and weight.links and weight.text <= _TRAIL and _leads_here(node):
        return True
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
    for name in names().content:
        one = by_name.get(name)
        if one is not None and len(one.text()) >= max(_ENOUGH, whole // 2):
            return one
    return body


def _name(tree: LexborHTMLParser) -> tuple[str, str]:
    """The title in the page's head, and the name of the site, which stands beside it."""
    meta = tree.css_first('meta[property="og:title"]')
    named = (meta.attributes.get("content") or "") if meta is not None else ""
    if not named.strip():
        node = tree.css_first("title")
        named = node.text() if node is not None else ""
    named = _INITIALS.sub("", " ".join(named.split()))
    parts = [part for part in _SITE.split(named) if part.strip()]
    if not parts:
        return "", ""
    name = parts[0] if len(parts[0].split()) > 2 else max(parts, key=len)
    head = tree.css_first("title")
    beside = _SITE.split(" ".join(head.text().split())) if head is not None else []
    site = tree.css_first('meta[property="og:site_name"]')
    beside += [site.attributes.get("content") or ""] if site is not None else []
    plain = _plain(name)
    told = [part.strip() for part in beside if part.strip() and _plain(part) != plain]
    return name, "\n".join(dict.fromkeys(told))


def _owners(body: LexborNode) -> list[str]:
    """The lines of a page's head and foot that may tell whose page it is."""
    found: list[str] = []
    # The head of an article tells of what is below it.
    inner = {node.mem_id for node in body.css(":is(article, main) :is(header, footer)")}
    for node in body.css("header, footer")[:_FEW]:
        if node.mem_id not in inner and len(node.text()) < _LONG:
            lines = node.text(separator="\n").split("\n")
            found += [" ".join(line.split()) for line in lines]
    return [line for line in found if _OWNER < len(line) < _LINE][:_FEW]


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _issued(tree: LexborHTMLParser) -> str:
    """The day of issue in the page's head, as an ISO date, or ``""``."""
    for meta in tree.css("meta"):
        attributes = meta.attributes
        named = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if (named or "").lower() in names().issued:
            day = (attributes.get("content") or "").strip()[: len("2022-03-09")]
            with suppress(ValueError):
                return date.fromisoformat(day).isoformat()
    return ""


def _heading(tree: LexborHTMLParser, root: LexborNode, name: str) -> str | list[LexborNode]:
    """The document's title where it stands outside of ``root``, or only in the page's head.

    With a title outside comes what stands around it there: the day, the kind.
    """
    if root.css_first("h1") is not None:
        return []
    title = _plain(name)
    for node in tree.css("h1"):
        words = " ".join(node.text().split())
        plain = _plain(words)
        if len(plain) > 8 and (title.startswith(plain) or plain.startswith(title)) and title:
            return _around(node, root) or words
    headings = [" ".join(n.text(separator=" ").split()) for n in root.css("h2,h3,h4,h5,h6")]
    headings = [heading for heading in headings if heading]
    if not headings or not title or any(_is_same(name, one) for one in headings[:_FIRST]):
        return []
    top = _plain(root.text()[: 4 * len(name) + 1000])
    above = " ".join(root.text(separator=" ").split())[: len(headings[0])]
    # A page whose first line is a heading further down has its title in its head.
    return name if above == headings[0] and title not in top else []


def _is_same(name: str, heading: str) -> bool:
    """Whether a heading is the title in the page's head in another order, or a longer one."""
    ours, theirs = ({_plain(word) for word in words.split()} for words in (name, heading))
    return len(ours & theirs) >= _ALIKE * min(len(ours), len(theirs)) and len(theirs) > 2


def _around(heading: LexborNode, root: LexborNode) -> list[LexborNode]:
    """What leads from a heading to the document that stands apart from it, without ``root``."""
    above: dict[int, LexborNode | None] = {}
    node: LexborNode | None = root
    below: LexborNode | None = None
    while node is not None:
        above[node.mem_id], below, node = below, node, node.parent
    branch: LexborNode | None = heading
    while branch is not None and branch.parent is not None:
        if branch.parent.mem_id in above:
            break
        branch = branch.parent
    if branch is None or branch.parent is None:
        return []
    to_root = above[branch.parent.mem_id]
    nodes: list[LexborNode] = []
    node = branch
    while node is not None and to_root is not None and node.mem_id != to_root.mem_id:
        nodes.append(node)
        node = node.next
    words = sum(len((each.text() or "").strip()) for each in nodes)
    beside = words - len(heading.text().strip())
    return nodes if node is not None and beside <= _BESIDE else []
