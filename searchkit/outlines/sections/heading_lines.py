"""Lines that look like headings and are none, by weights learnt from documents read by hand.

A short line without a number stands *over* what follows, belongs to the *text*, or is set *apart*:
part of a page's menu, its place, its title said again. What tells it is slight and much: what the
line is like, what stands above and below it, whether others wear its *dress*, where in the document
it stands. Each of these is a *sign* with a weight for the first and for the last of the three: a
log-linear model, as in ``title_lines``. Rules propose headings; a line that is far likelier none is
none. ``tests/heading_weights.py`` learns the weights.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from ..front.date_lines import date_line
from ..front.place_lines import is_place
from ..particulars.listing import ADDRESSED
from ..text.lines import Paragraph
from ..words.weights import score, weights
from ..words.wording import Wording, collapse
from .headings import is_shortened

__all__ = [
    "APART",
    "OVER",
    "TEXT",
    "Page",
    "bucket",
    "has_short_lines",
    "line_signs",
    "signs_of_line",
    "unlikely_headings",
]

OVER, TEXT, APART = "over", "text", "apart"
_MARGIN = 1.5
"""So much likelier none, as a logarithm, is what rules take for a heading if it is set aside."""
_LONGEST = 160
_LONG = 140
"""From here on a paragraph is prose whatever it ends with."""
_SENTENCE = 30
"""What ends in a full stop is a sentence from here on."""
_ITEM = 60
"""An item so long is as good as a paragraph."""
_SHORT_NUMBER = 100
_READ = 600
_NEAR = 5
"""So many lines at either end of a document stand near it."""
_MARGINS = 4
_TOP = 16
_LITTLE = 500
"""In a document with fewer characters of text the rules alone decide."""
_SIZES = (1, 2, 3, 5, 8, 12, 16)
_LENGTHS = (40, 80, 160, 320)
_ALIKE = (1, 2, 4, 9, 20)
_HEADING_WORDS = re.compile(
    r"\b(?:overview|summary|relations?|issues?|co-?operation|matters?|items?|agenda|introduction"
    r"|background|conclusions?|situation|developments?|exchange|opening|closing|adjournment|remarks"
    r"|questions?|answers|discussions?|other|business|next|steps|follow-up|affairs|security|trade"
    r"|economic|economy|regional|bilateral|international|reform|process|programmes?|policy|results?"
    r"|outcomes?|decisions?|actions?|approval|adoption|reports?|statements?|review|implementation"
    r"|organi[sz]ation|recommendations|general|visit|talks|views|points|minutes|apologies"
    r"|resolutions?|consultations?|presentations?|evaluation|date|venue|participants|attendance)\b",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    r"(?:introduct(?:ion|ory)|opening|background|general|preamble|welcome|call to order"
    r"|attendance)\b",
    re.IGNORECASE,
)
"""What the first heading of many texts says."""
_ASIDE_WORDS = re.compile(
    r"\b(?:related|links?|share|print|contacts?|downloads?|photos?|videos?|images?|facts|persons"
    r"|tags|media|enquiries|press release|news|home|search|menu|archives?|pages?|previous|back|top"
    r"|copyright|language|english|subscribe|newsletter|follow us|see also|more|read|listen|watch"
    r"|attachments?|embargo|immediate|confidential|secret|restricted|unclassified|priority|draft"
    r"|original|translation|distribution|cop(?:y|ies)|enclosures?|annex|signed|sincerely|regards)\b",
    re.IGNORECASE,
)
"""Words of what stands around a text."""
_OFFICE = re.compile(
    r"\b(?:Minister|President|Secretary|Chancellor|King|Ambassador|Premier|Mr|Ms|Dr|Mrs|Miss|Sir"
    r"|Lord|Chair\w*|Director|Senator|Spokes\w+|Deputy|Governor|General|Q|Question|Reporter"
    r"|Moderator|Journalist|H\.E)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w’' .-]{1,40}: \S")
_WORD = re.compile(r"[A-Za-zÀ-ÿĀ-ɏḀ-ỿ][\w’'-]*")
_SMALL = frozenset({
    "a", "after", "an", "and", "as", "at", "between", "by", "for", "from", "in", "into", "its",
    "of", "on", "or", "over", "the", "to", "towards", "under", "vs", "with"
})  # fmt: skip
_ROUTED = frozenset({"by", "for", "from", "to"})
"""What begins a line that tells to whom a text went, and from whom."""
_OPEN = re.compile(
    r"(?:\b(?:of|on|the|and|with|between|by|for|to|at|in|from|his|her|that|a)|[,;–&-])\Z",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"[^\x00-\u024f\u1e00-\u1eff\u2000-\u206f]")
_PROSE = frozenset({"prose", "sentence"})
_ITEMS = frozenset({"number", "bullet"})
_HOLDS = _PROSE | _ITEMS
_LINES = frozenset({"short", "stop", "lead", "label", "hash"})
_SIGNS = {"comma": ", ", "colon inside": ": ", "bracket inside": "(", "quote": "“", "bar": "|"}
_OUTER = "*_<>[]()■【】 "

Dress = tuple[str, bool, str, str, int]


class Page:
    """A document's lines: of what sort each is, what it is dressed in."""

    def __init__(self, text: str, lines: Sequence[Paragraph]) -> None:
        self.text, self.lines = text, lines
        self.sorts = [_sort(text, line) for line in lines]
        self.words: dict[int, str] = {}
        self.dress: dict[int, Dress] = {}
        for index, (line, sort) in enumerate(zip(lines, self.sorts, strict=True)):
            if sort in _LINES and not line.numbers:
                words = collapse(text[line.body : min(line.end, line.body + _LONGEST + 1)])
                if len(words) <= _LONGEST and (line.wrapped or not _breaks(text, line)):
                    self.words[index] = words
                    self.dress[index] = _dress(words, line)
        self.holds = [
            sort in _PROSE or (sort in _ITEMS and line.end - line.body >= _ITEM)
            for line, sort in zip(lines, self.sorts, strict=True)
        ]
        self.above = [0]
        for holds in self.holds:
            self.above.append(self.above[-1] + holds)
        self.apart = [0, *accumulate(sort == "apart" for sort in self.sorts)]
        long = [line for line, holds in zip(lines, self.holds, strict=True) if holds]
        self.tells = sum(line.end - line.body for line in long) >= _LITTLE
        """Whether there is text enough to tell what its lines are."""
        self.gaps = sum(line.gap for line in long) / max(1, len(long))
        self.indent = Counter(line.indent for line in long).most_common(1)[0][0] if long else 0
        self.dresses = Counter(self.dress.values())
        self.over_text: dict[Dress, list[int]] = {}
        for index, dress in self.dress.items():
            if self.sort(self.below(index)) in _HOLDS:
                self.over_text.setdefault(dress, []).append(index)
        self.dates = [
            index
            for index, words in self.words.items()
            if index < _TOP and any(map(str.isdigit, words)) and date_line(words) is not None
        ]
        self.said = Counter(words.strip("*_: ").casefold() for words in self.words.values())
        numbers = [line for line, sort in zip(lines, self.sorts, strict=True) if sort == "number"]
        short = (
            line.end - line.body < _SHORT_NUMBER and text[line.end - 1] not in ".;:,"
            for line in numbers
        )
        self.signs = [
            f"numbers:{bucket(len(numbers), (0, 2, 5))}",
            f"hashes:{bucket(sum(line.depth > 0 for line in lines), (0, 1, 3))}",
            *["short numbers"] * any(short),
            *["labels"] * (self.sorts.count("label") > 2),
        ]

    def sort(self, index: int) -> str:
        return self.sorts[index] if 0 <= index < len(self.lines) else "none"

    def below(self, index: int) -> int:
        """The next line that is not set apart; one beyond the last where there is none."""
        index += 1
        while index < len(self.lines) and self.sorts[index] == "apart":
            index += 1
        return index


def has_short_lines(text: str, body: Sequence[Paragraph]) -> bool:
    """Whether there is any line without a number that could be told to be a heading, or none."""
    return any(not line.numbers and _sort(text, line) in _LINES for line in body)


def unlikely_headings(
    text: str, lines: Sequence[Paragraph], starts: Collection[int], wording: Wording
) -> dict[int, str]:
    """Which of the lines at ``starts`` are no headings, by where they start; what each is instead.

    Args:
        lines: those of the whole document.
        starts: where the lines start that rules take for headings.
    """
    page = Page(text, lines)
    if not page.tells:
        return {}
    learnt = weights("heading")
    found: dict[int, str] = {}
    for index in page.words:
        if lines[index].start not in starts:
            continue
        signs = list(signs_of_line(page, index, wording))
        over = score(learnt, signs, f"{OVER}:")
        apart = score(learnt, signs, f"{APART}:")
        if max(apart, 0.0) > over + _MARGIN:
            found[lines[index].start] = APART if apart > 0 else TEXT
    return found


def line_signs(text: str, lines: Sequence[Paragraph], wording: Wording) -> dict[int, list[str]]:
    """All signs of each short line, to learn from."""
    page = Page(text, lines)
    return {index: list(signs_of_line(page, index, wording)) for index in page.words}


def signs_of_line(page: Page, index: int, wording: Wording) -> Iterator[str]:
    """The signs of a short line."""
    yield "line"
    yield from _own_signs(page.words[index], page.dress[index], wording)
    yield from _signs_around(page, index)
    yield from _signs_below(page, index)
    yield from page.signs


def _own_signs(line: str, dress: Dress, wording: Wording) -> Iterator[str]:
    """What tells by itself what a line is."""
    case, bold, last, first, depth = dress
    words = line.strip(_OUTER)
    said = _WORD.findall(words)
    size = len(said)
    yield f"case:{case}"
    yield f"size:{bucket(size, _SIZES)}"
    if bold:
        yield "bold"
    if last:
        yield f"ends:{last}"
    if first:
        yield f"opens:{first}"
    if depth:
        yield "hash"
        yield f"hash:{min(depth, 4)}"
    if _OPEN.search(line):
        yield "open"
    if any(map(str.isdigit, line)):
        yield "digit"
        if line[0].isdigit():
            yield "digit first"
        if size < _SIZES[-1] and date_line(line) is not None:
            yield "date"
    if size <= _SIZES[4] and is_place(words):
        yield "place"
    general = len(_HEADING_WORDS.findall(words))
    yield f"general:{min(general, 2)}"
    if said and said[0].lower() in _ROUTED:
        yield "routed"
    if _BEGINNING.match(words):
        yield "beginning"
    if _ASIDE_WORDS.search(words):
        yield "aside"
    if _OFFICE.search(words):
        yield "office"
    if ADDRESSED.match(words):
        yield "addressed"
    if wording.is_title(words):
        yield "title"
    if wording.has_finite_verb(words):
        yield "verb"
    if " and " in words.lower() or "/" in words or "&" in words:
        yield "and"
    if "http" in line or "www" in line or "@" in line:
        yield "link"
    for sign, part in _SIGNS.items():
        if part in words:
            yield sign
    if 0 < size < _SIZES[3] and not general and all(word[0].isupper() for word in said):
        yield "like a name"
    if _FOREIGN.search(words):
        yield "foreign"


def _signs_around(page: Page, index: int) -> Iterator[str]:
    """What tells by where in the document a line stands, and what others are like it."""
    line, dress, count = page.lines[index], page.dress[index], len(page.lines)
    over = page.sort(index - 1)
    yield f"under:{over}"
    if index and over != "apart":
        above = page.lines[index - 1]
        if page.text[above.end - 1] not in '.!?"”)…:':
            yield "under:open"
    if index - 1 in page.dress:
        yield "under:same dress" if page.dress[index - 1] == dress else "under:other dress"
    alike = page.dresses[dress]
    over_text = page.over_text.get(dress, ())
    share = len(over_text) / alike
    yield f"alike:{bucket(alike, _ALIKE)}"
    yield f"alike over text:{bucket(share, (0.3, 0.8))}{'+' * (alike > 1)}"
    case, bold, last, first, _ = dress
    if alike > 1 and share > 0.7 and (bold or last == ":" or first or case == "capitals"):
        yield "dressed alike"
    later = len(over_text) - bisect_left(over_text, index)
    if later and over_text[-later] == index:
        yield f"more over text:{min(later - 1, 3)}"
    again = page.said[page.words[index].strip("*_: ").casefold()]
    if again > 1:
        yield "again"
        if again > 2:
            yield "again:more"
    prose = page.above[index]
    yield f"prose above:{min(prose, 3)}"
    yield f"prose below:{min(page.above[-1] - prose, 3)}"
    if page.dates:
        day = page.dates[0]
        yield "day above" if day < index else "day below" if day > index else "day"
        if index - 1 in page.dates:
            yield "under:day"
    if not index:
        yield "first"
    if index < _NEAR:
        yield "near top"
    if count - index < _NEAR:
        yield "near foot"
    if line.indent > page.indent + _MARGINS:
        yield "further in"
    elif line.indent < page.indent:
        yield "further out"


def _signs_below(page: Page, index: int) -> Iterator[str]:
    """What tells by what stands under a line."""
    lines, text, line = page.lines, page.text, page.lines[index]
    at = page.below(index)
    under = page.sort(at)
    yield f"over:{under}"
    if page.sort(index + 1) == "apart":
        yield "right over:apart"
    gap = index + 1 == len(lines) or lines[index + 1].gap
    apart = "often" if page.gaps > 0.8 else "seldom" if page.gaps < 0.2 else "some"
    if line.gap:
        yield "gap"
    if gap:
        yield "gap below"
    yield f"gaps:{line.gap:d}{gap:d} {apart}"
    if at == len(lines):
        return
    below = lines[at]
    yield f"over length:{bucket(below.end - below.body, _LENGTHS)}"
    if under == "number":
        yield "over:first" if below.numbers[0].readings[0][1] == 1 else "over:later"
    if text[below.body].islower() if below.body < below.end else False:
        yield "over:small"
    if at in page.dress:
        yield "over:same dress" if page.dress[at] == page.dress[index] else "over:other dress"
    yield f"second:{page.sort(page.below(at))}"
    words = [word.lower() for word in _WORD.findall(page.words[index]) if len(word) > 3]
    if words:
        low = text[below.body : below.body + _READ].lower()
        share = sum(word in low for word in words) / len(words)
        yield f"said below:{bucket(share, (0.0, 0.6))}"


def _sort(text: str, line: Paragraph) -> str:
    if line.boilerplate:
        return "apart"
    if line.depth:
        return "hash"
    if line.empty:
        return "empty"
    if line.numbers:
        return "number"
    if line.bullet is not None:
        return "bullet"
    size, last = line.end - line.body, text[line.end - 1]
    if size >= _LONG:
        return "prose"
    if last in ":;":
        return "lead"
    if last in '"”)':
        last = text[line.end - 2]
    if last in ".!?" and not is_shortened(text[line.body : line.end]):
        return "sentence" if size > _SENTENCE else "stop"
    return "label" if _LABELLED.match(text, line.body) else "short"


def _breaks(text: str, line: Paragraph) -> bool:
    return text.find("\n", line.body, line.end) >= 0


def _dress(words: str, line: Paragraph) -> Dress:
    bare = words.strip("*_")
    last, first = words[-1:], words[:1]
    return (
        _case(bare),
        bare != words,
        last if last in ":.?" and not is_shortened(words) else "",
        first if first in "([<【■" else "",
        line.depth,
    )


def _case(words: str) -> str:
    if words.isupper():
        return "capitals"
    said = _WORD.findall(words)
    if not said:
        return "none"
    if not said[0][0].isupper():
        return "small"
    rest = [word for word in said[1:] if word.lower() not in _SMALL]
    large = sum(word[0].isupper() for word in rest)
    if not rest:
        return "one"
    if large == len(rest):
        return "title"
    if not large:
        return "sentence"
    return "mixed" if 2 * large < len(rest) else "most"


def bucket(number: float, most: Sequence[float]) -> int:
    """The first of ``most`` that is no less than ``number``, counted from 0."""
    return next((k for k, limit in enumerate(most) if number <= limit), len(most))
