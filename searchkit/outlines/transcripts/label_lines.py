"""Labels of those who speak on lines of their own, or set off by signs, in whatever dress.

``(Minister Roe)``, ``Minister)``, ``[Minister]``, ``■ Minister Roe:``, ``Question.`` and plain
``Minister Roe`` above ``I am glad of it.``, or before it, are one to a reader: ``Minister Roe: I am
glad of it.`` Headings are dressed alike. A *label* is an office, a name or nobody (``Question``),
several stand in a text, and they come again or all stand over words in the first person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..names.tokens import every_given_name
from ..words.wording import Wording

__all__ = ["AT", "SIGNS", "label_lines"]

_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
AT = rf"(?:[\[(]{_TIME}[\])]|{_TIME})"
"""The time beside a label."""
SIGNS = "#([<{【《「『（［＜〈«■◆●○◎□▪▫•▼▲◇☆★➢►▶*_=–—- \t"
"""What may stand before a label to set it off."""
_OPENS = rf"(?P<a>[ \t]*[{re.escape(SIGNS.strip())}]{{1,6}}[ \t]*)"
_SHUTS = r"[)\]>}】》」』）］＞〉»]"
_WHO = (
    r"(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.'’-]*"
    r"(?:,? (?:[A-ZÀ-ÞĀ-ɏ][\w.'’-]*|of|for|and|the|to|de|van|von|der|al|bin)|[ ]\d{1,3}){0,12})"
)
_REMARK = r"(?: ?[(\[](?!\d)[^()\[\]\n]{2,40}[)\]])?"
_OVER = re.compile(
    rf"^{_OPENS}?(?P<before>{AT}(?:[ \t]*[-–—|>]+)?[ \t]+)?{_WHO}{_REMARK}"
    rf"(?P<gap>(?:(?:,|[ \t]+[-–—|])?[ \t]+{AT})?[ \t]*+"
    rf"(?P<shut>{_SHUTS}?[:：.*_=–—-]{{0,4}})[ \t]*+"
    rf"(?:\n{AT})?(?:\n[ \t]*){{1,3}})"
    r"(?=[A-ZÀ-ÞĀ-ɏ“\"‘(\[…\d][^\n]*(?:[.?!…,](?:[ ”\"’)]|$)|[^\n]{40}))",
    re.MULTILINE,
)
_BEFORE = re.compile(
    rf"^{_OPENS}?(?P<before>){_WHO}{_REMARK}"
    rf"(?P<gap>(?P<shut>{_SHUTS}?[*_]{{0,3}}[:：]?[*_]{{0,3}})[ \t]*)(?=[A-ZÀ-ÞĀ-ɏ“\"‘…\d])",
    re.MULTILINE,
)
_UNNAMED = frozenset({
    "question", "answer", "moderator", "journalist", "reporter", "interpreter", "host",
    "interviewer", "q", "a"
})  # fmt: skip
_PLAIN = frozenset("*_:")
_COUNTED = re.compile(r"(?:(?<=^[qa])| )\d{1,3}\Z")
_ABBREVIATED = re.compile(r"(?:\b[A-ZÀ-ÞĀ-ɏ]|\b(?:Jr|Sr|Hon|St))\.\Z")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_OF_ONESELF = re.compile(r"(?<!\w)(?:I|I['’]\w+|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s|[Yy]our?)(?!\w)")
_TWO_WORDS = re.compile(
    r"\b([A-ZÀ-ÞĀ-ɏ][\w’'-]{0,40}\.?) (?=(?P<whole>(?P<word>[A-ZÀ-ÞĀ-ɏ][\w-]{0,40})[\w’'-]{0,40}))"
)
"""``Minister Roe’s``: two words with a capital, the second with what belongs to it and without."""
_CLOSING = frozenset(")]>}】》」』）］＞〉»")
_TWO = 2
_FAR = 1500
"""So many characters below a label may be its bearer's words."""
_SEVERAL = 3


@dataclass(slots=True)
class _Label:
    """A line, or what stands before the words on one, that may be a label."""

    match: re.Match[str]
    who: str
    name: str
    """The words as they come again elsewhere."""

    @property
    def shape(self) -> tuple[str, str, bool]:
        """What dresses it, and whether it stands over the words."""
        return (self.match["a"] or "").strip(), self.match["shut"], "\n" in self.match["gap"]

    @property
    def plain(self) -> bool:
        """Whether nothing but a colon, the time and what makes it bold dresses it."""
        a, shut, over = self.shape
        return over and _PLAIN.issuperset(a + shut)

    @property
    def nobody(self) -> bool:
        """Whether it names nobody: ``Question``."""
        return self.name.partition(" ")[0] in _UNNAMED


def label_lines(text: str) -> list[tuple[int, int, str]]:
    """The stretches of ``text`` that dress such labels, each with what a reader sees there."""
    every = sorted(_every(text), key=lambda label: label.match.start())
    if len(every) < _TWO:
        return []
    count = Counter(label.who for label in every)
    again = max(count.values()) > 1
    styles = _styles(text) if again else {}
    sure = [who for who in count if _speaks(who, styles.get(who, ()))]
    surnames = {who.rpartition(" ")[2].casefold() for who in sure}
    loud = any(who.isupper() for who in sure)
    labels = [
        label
        for label in every
        if label.who.rpartition(" ")[2].casefold() in surnames
        or (loud and label.plain and label.who.isupper())
    ]
    own = _of_themselves(text, every)
    found = _over_plainly([label for label in labels if label.plain], own)
    nobody = [label for label in labels if label.nobody]
    unnamed = Counter(label.name for label in nobody)
    shapes: dict[tuple[str, str, bool], list[_Label]] = {}
    for label in labels:
        if not label.plain:
            shapes.setdefault(label.shape, []).extend(() if label.nobody else (label,))
    turns = [alike for alike in shapes.values() if _take_turns(alike, unnamed, own)]
    found += [label for alike in turns for label in alike] + (nobody if turns else [])
    return [
        stretch
        for label in {label.match.start(): label for label in found}.values()
        for stretch in _stretches(label)
    ]


def _every(text: str) -> Iterator[_Label]:
    for pattern in (_OVER, _BEFORE):
        for match in pattern.finditer(text):
            if pattern is _BEFORE and not _set_off(match):
                continue
            who = match["who"].rstrip("-")
            if who.endswith(".") and (
                _ABBREVIATED.search(who) is None or who[:-1].casefold() in _UNNAMED
            ):
                who = who[:-1]  # "Q."
            yield _Label(match, who, _COUNTED.sub("", who.casefold()))


def _set_off(match: re.Match[str]) -> bool:
    """Whether more than a colon, or what makes a label bold, parts it from the words beside it."""
    a, shut = (match["a"] or "").strip(), match["shut"]
    if not _PLAIN.issuperset(a):
        return ":" in shut or "：" in shut or shut[:1] in _CLOSING
    return "：" in shut or (not a and shut[:1] in _CLOSING)


def _over_plainly(labels: list[_Label], own: Collection[int]) -> list[_Label]:
    """Those that are labels of lines that nothing but a colon or the time dresses."""
    names = Counter(label.name for label in labels)
    again = sum(count > 1 for count in names.values())
    # With a colon or the time beside each, or where "Question" is one of them, it is enough that
    # one comes again: so no heading stands.
    plain = any(not (m["before"] or m["gap"].strip("*_\n")) for m in (x.match for x in labels))
    nobody = any(label.nobody for label in labels)
    if len(names) < _TWO:
        return []
    if len(labels) < _SEVERAL or again < (2 if plain and not nobody else 1):
        told = all(label.match.start() in own and _is_held(label.who) for label in labels)
        return labels if told else []
    turns = [index for index, label in enumerate(labels) if names[label.name] > 1]
    return labels[turns[0] : turns[-1] + 1]


def _take_turns(labels: Sequence[_Label], nobody: Counter[str], own: Collection[int]) -> bool:
    """Whether labels dressed alike, and those of nobody, are of turns: no headings."""
    names = Counter(label.name for label in labels) + nobody
    told = sum(label.match.start() in own for label in labels)
    if len(names) < _TWO or 2 * told < len(labels):
        return False
    return told == len(labels) or max(names.values()) > 1


def _of_themselves(text: str, every: Sequence[_Label]) -> frozenset[int]:
    """Where the labels start under which somebody speaks of himself or to others."""
    found: set[int] = set()
    ends = [*(label.match.start() for label in every[1:]), len(text)]
    for label, end in zip(every, ends, strict=True):
        start = label.match.end()
        words = _QUOTED.sub("", text[start : min(end, start + _FAR)])
        if _OF_ONESELF.search(words) is not None:
            found.add(label.match.start())
    return frozenset(found)


def _stretches(label: _Label) -> Iterator[tuple[int, int, str]]:
    match = label.match
    for part in ("a", "before"):
        if match[part]:
            yield *match.span(part), ""
    remark = match.start("gap") > match.end("who")
    begin = match.start("gap") if remark else match.start("who") + len(label.who)
    yield begin, match.end("gap"), ": "


def _speaks(who: str, before: Collection[str]) -> bool:
    """Whether a label tells an office, a form of address or nobody by name; or a surname that has
    one, or a first name, before it elsewhere."""
    words = [word.strip(".,").casefold() for word in who.split()]
    if _COUNTED.sub("", words[0]) in _UNNAMED or _is_style(words):
        return True
    if len(words) > 1:
        return words[0] in every_given_name()
    return any(_is_style([word]) or word in every_given_name() for word in before)


def _styles(text: str) -> dict[str, set[str]]:
    """The words with a capital that stand before each word with a capital, in small letters."""
    found: dict[str, set[str]] = {}
    for match in _TWO_WORDS.finditer(text):
        before = match[1].strip(".").casefold()
        found.setdefault(match["whole"], set()).add(before)
        found.setdefault(match["word"], set()).add(before)
    return found


def _is_held(who: str) -> bool:
    """Whether a label tells an office."""
    return not Wording.default().offices.isdisjoint(who.casefold().split())


def _is_style(words: list[str]) -> bool:
    """Whether words in small letters are an office or a form of address."""
    wording = Wording.default()
    return words[0] in wording.forms or not wording.offices.isdisjoint(words[:3])
