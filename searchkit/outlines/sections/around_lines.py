"""Lines that stand around a text and not in it, by weights learnt from documents read by hand.

Rules know what much of a page's furniture says; what they do not know is told by what a line is
like, where it stands and which words it has. Each of these is a *sign* with a weight: a log-linear
model, as in ``heading_lines``. ``tests/around_weights.py`` learns the weights.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ...analysis import language
from ...languages import ENGLISH
from ..particulars.attendance import is_attendance
from ..text.lines import Paragraph
from ..transcripts.labels import speech_labels
from ..words.weights import score, weights
from ..words.wording import Wording
from .heading_lines import Page, bucket, signs_of_line
from .rubrics import rubrics

__all__ = ["FOOT", "HEAD", "MARGINS", "MIDST", "around_signs", "without_lines_around", "zone"]

HEAD, MIDST, FOOT = "head", "midst", "foot"
MARGINS = {HEAD: 1.0, MIDST: 1.0, FOOT: 0.0}
"""So much likelier set apart than text, as a logarithm, is what no rule sets apart."""
_SAYS = 1.5
"""So much if it has a finite verb: ``The talks were friendly``."""
_DEEDS = re.compile(
    r"[A-Z(“\"‘'](?=[^\n]{0,80}?\b(?:participants|(?:[Bb]oth|[Tt]wo|[Tt]he) (?:sides|ministers"
    r"|leaders|parties)|(?:Mr|Mrs|Ms|Dr)\.? [A-Z]|(?:Minister|President) [A-Z]))"
    r"[^\n]*? [a-z]+ed [^\n]*[.!?][)”\"’']?"
)
_PRESENT = re.compile(
    r"\W*+\d*+[.)]?[ \t]*+(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof\w*|H\.E|Hon\w*|Cllr"
    r"|Councillor|Ambassador|Minister|Senator|President|(?i:present|regrets|apologies|absent"
    r"|attend\w*|scribe|chair\w*|witness\w*|participants?|speakers?|moderators?|panel\w*|members"
    r"|subject|agenda|next (?:meeting|session|round|talks)|(?:done|signed) (?:at|in)))\b"
    r"|\W*+[A-Z][\w ]{2,20} ?:\W*+(?:Mr|Mrs|Ms|Dr|Prof|H\.E)\b|\[Reference\][ \t]+(?![^\n]*\(PDF\))"
)
"""How lines begin that tell who was there, what it was about, and how it ended."""
_TOLD = re.compile(
    r"[(\[](?=[^()\[\]]{12,}[.!?][)\]]\Z|[^\n]{0,250}\b(?:Mr|Mrs|Ms|Dr|Hon|H\.E|Minister|side)\b)"
)
"""A sentence or somebody in brackets: ``[The meeting ended.]``, ``(Norwegian side: Ms. Roe)``"""
_TOKENS = re.compile(r"[A-Za-zÀ-ÿ]+|\d+|[^\w\s]")
_SAID = 25
"""So many words and signs of a line tell what it is."""
_READ = 250
_FIGURES = 5
_LENGTHS = (10, 20, 40, 80, 140, 250, 500)
_RANKS = (0, 1, 2, 3, 5, 9, 20)
_AFTER = (0, 1, 2, 4, 8)
_FEW = (0, 1, 3)


def without_lines_around(
    text: str,
    lines: Sequence[Paragraph],
    body: list[Paragraph],
    wording: Wording,
    listed: Collection[int] = (),
    plain: frozenset[int] = frozenset(),
) -> tuple[list[Paragraph], frozenset[int]]:
    """``body`` with the lines marked as boilerplate that are likely none of the text, and ``plain``
    with what is no heading, though it were to look like one without them.

    Args:
        lines: those of the whole document.
        listed: where headings start that are known.
        plain: where lines start that are none.
    """
    if language() != ENGLISH:
        return body, plain
    page = Page(text, lines)
    if not page.tells:
        return body, plain
    of_body = {p.start for p in body if not (p.boilerplate or p.empty or p.numbers)}
    learnt = weights("around")
    found: set[int] = set()
    for index, line in enumerate(lines):
        where = zone(page, index)
        if line.start not in of_body or (where == MIDST and index not in page.words):
            continue
        signs = list(around_signs(page, index, wording))
        # A sentence that rules do not know is far likelier of the text than not.
        says = "verb" in signs or _tells_deeds(text, line)
        least = max(MARGINS[where], _SAYS if says else 0.0)
        if score(learnt, signs) > least and not _is_told(text, line):
            found.add(line.start)
    if not found:
        return body, plain
    spoken = speech_labels(text, body)
    kept: list[Paragraph] = []
    text_only = set(plain)
    headed = False
    for paragraph, head in zip(body, rubrics(text, body, wording, listed), strict=True):
        apart = paragraph.start in found and paragraph.start not in spoken
        # What stands right under a heading is its text, and so is what ends a list of sentences.
        apart = apart and head is None and not headed
        apart = apart and not (kept and _is_next_item(text, kept[-1], paragraph))
        kept.append(replace(paragraph, boilerplate=True) if apart else paragraph)
        if not (apart or paragraph.boilerplate):
            headed = head is not None
            if not headed:
                text_only.add(paragraph.start)
    return kept, frozenset(text_only)


def _is_told(text: str, line: Paragraph) -> bool:
    """Whether a line tells who was there, or is a sentence in brackets: none that may be lost."""
    if _PRESENT.match(text, line.body, line.end) or _TOLD.match(text, line.body, line.end):
        return True
    return is_attendance(text, line)


def _tells_deeds(text: str, line: Paragraph) -> bool:
    """Whether a line, if a short one, tells what those who met did, its verb known to no rule."""
    short = line.end - line.body < _LENGTHS[-1]
    return short and _DEEDS.fullmatch(text, line.body, line.end) is not None


def _is_next_item(text: str, above: Paragraph, line: Paragraph) -> bool:
    """Whether a line is a sentence in the list of the one above it, which is of the text."""
    told = text[line.end - 1] in ".;" and text[above.end - 1] in ".;"
    return (
        told and not above.boilerplate and line.bullet is not None and line.bullet == above.bullet
    )


def zone(page: Page, index: int) -> str:
    """Whether a line stands above all that is said at length, below it, or in its midst."""
    if not page.above[index]:
        return HEAD
    return MIDST if page.above[-1] > page.above[index + 1] else FOOT


def around_signs(page: Page, index: int, wording: Wording) -> Iterator[str]:
    """The signs of a line, short or long."""
    yield "any"
    if index in page.words:
        yield from signs_of_line(page, index, wording)
    else:
        yield "long"
        yield f"under:{page.sort(index - 1)}"
        yield f"over:{page.sort(page.below(index))}"
        if page.sort(index + 1) == "apart":
            yield "right over:apart"
    yield from _signs_of_place(page, index)
    line = page.lines[index]
    yield f"length:{bucket(line.end - line.body, _LENGTHS)}"
    yield f"last:{page.text[line.end - 1]}"
    tokens = _TOKENS.findall(page.text, line.body, min(line.end, line.body + _READ))[:_SAID]
    said = ["#" * min(len(one), _FIGURES) if one.isdigit() else one.lower() for one in tokens]
    if said:
        yield f"first word:{said[0]}"
    for word in dict.fromkeys(said):
        yield f"word:{word}"


def _signs_of_place(page: Page, index: int) -> Iterator[str]:
    """Where a line stands, and of what sort it is."""
    sort, where, count = page.sorts[index], zone(page, index), len(page.lines)
    yield f"sort:{sort}"
    yield f"zone:{where}"
    yield f"{sort} in:{where}"
    yield f"from top:{bucket(index, _RANKS)}"
    yield f"from end:{bucket(count - 1 - index, _RANKS)}"
    if where == FOOT:
        first = bisect_left(page.above, page.above[index])
        yield f"after text:{bucket(index - first, _AFTER)}"
        yield f"after apart:{page.apart[index] > page.apart[first]}"
        yield f"apart below:{bucket(page.apart[-1] - page.apart[index + 1], _FEW)}"
