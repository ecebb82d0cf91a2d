"""Which lines are the title: those that rules take, or others that are much likelier.

How likely lines are, ``title_lines`` tells by weights learnt from documents read by hand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from ..around.captions import is_numbered_caption, shows
from ..particulars.attendance import heads_list
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse
from .extent import is_kicker
from .headline import FrontLine
from .page_titles import is_kind_of_year
from .seams import runs
from .title_lines import Choice, Row, likeliest_title

__all__ = ["likelier", "with_line_above"]

_LIKELIER = 1.0
"""By so much other lines must score above those that rules take for the title."""
_LONGER = 6.0
"""By so much where only how far the title goes is told otherwise."""
_SHORTER = 3.5
"""By so much where only lines at one end of the title are told to be none of it."""
_BELOW_TEXT = 5.5
"""By so much where a number, a bullet or a sentence stands above: the items of a menu, a notice."""
_NONE = 2.0
"""By so much it must be likelier that there is no title, where one of few words was found."""
_NONE_OF_MANY = 2.5
"""By so much where it has more words."""
_FEW = 6
_OF_TEXT = frozenset({"told", "prose", "several", "number", "bullet", "label"})
"""Signs of what is said in a document, which no title stands below."""
_SENTENCE = 22
"""What has so many words and a full stop is no title."""
_GOES_ON = re.compile(
    r"(?:by|with|between|among|of|on|at|to|for|from|and|in|into|during|following|after|regarding"
    r"|concerning) \S"
)
"""How no title begins, in small letters."""
_SIGN_OF_TRAIL = re.compile(r" +(?:[|»›→/]|>{1,2}) +")
_REMARK = re.compile(r"\[[^\[\]]+[.!?]\]")
"""A sentence in brackets, which editors put in: ``[Two lines were left out.]``."""
_HALF_DAY = re.compile(r"[ap]\.m\.\Z", re.IGNORECASE)


def likelier(
    text: str,
    paragraphs: Sequence[Paragraph],
    lines: list[FrontLine],
    titles: list[int],
    rows: Sequence[Row],
) -> tuple[list[FrontLine], list[int]]:
    """``titles``, or other lines where these are much likelier the title; ``lines`` reach to them.

    Lines of the text are seldom taken for what stands above a title. Where there is no text, signs
    that tell lines from it tell nothing.
    """
    choice = likeliest_title(rows) if any("prose" in row.has for row in rows) else None
    if choice is not None and not choice.end and _is_none(choice, titles, lines):
        return [
            replace(x, role="boilerplate") if i in titles else x for i, x in enumerate(lines)
        ], []
    if choice is None or not choice.end:
        return lines, titles
    choice = _led_to(rows, choice)
    first, last = (titles[0], titles[-1] + 1) if titles else (0, 0)
    if {"colon", "verb"} <= rows[choice.end - 1].has:
        return lines, titles  # "As stated by Spokesperson Roe:"
    chosen = [text[p.body : p.end] for p in paragraphs[choice.start : choice.end]]
    wording = Wording.default()
    if any(map(is_numbered_caption, chosen)) or (
        not titles and all(wording.is_category(one) or shows(one, wording) for one in chosen)
    ):
        return lines, titles
    if titles and len(chosen) == 1 and is_kind_of_year(chosen[0], wording):
        return lines, titles  # "# Minutes 2004" over the title of those of May
    if any(x.role == "place" and x.labelled for x in lines[choice.start : choice.end]):
        return lines, titles  # "Venue: Cod Hall, Vik"
    if any(map(heads_list, chosen)) or any(map(_REMARK.fullmatch, chosen)):
        return lines, titles
    if _is_sentence(rows[choice.start : choice.end]):
        return lines, titles
    if titles and _begins_with(lines[titles[0]].words, chosen):
        return lines, titles  # "12. Minutes of Meeting, Vik, 3 May 2004", and below "MINUTES"
    above = lines[choice.start] if titles and choice.end == titles[0] == choice.start + 1 else None
    if above is not None and is_kicker(above, lines[titles[0]], wording):
        return lines, titles
    said = any(row.has & _OF_TEXT for row in rows[len(lines) : choice.end])
    shared = choice.start < last and first < choice.end
    least = _LONGER if shared else _LIKELIER
    if shared and (choice.end == last or choice.start == first):
        parted = runs(lines[:last], "", wording)
        whole = {run.start for run in parted} | {run.stop for run in parted}
        if choice.start in whole and choice.end in whole:
            least = _SHORTER
    least = max(least, _BELOW_TEXT) if said else least
    if choice.over(first, last) < least:
        return lines, titles
    reached = [
        FrontLine("date" if "date" in row.has else "boilerplate", row.words, p.gap, 0)
        for p, row in zip(paragraphs[len(lines) : choice.end], rows[len(lines) :], strict=False)
    ]
    better = [
        k for k in range(choice.start, choice.end) if k >= len(lines) or lines[k].role != "kind"
    ]
    return [*lines, *reached], better or titles


def _is_none(choice: Choice, titles: Sequence[int], lines: Sequence[FrontLine]) -> bool:
    """Whether what rules take for the title is likely none: who speaks, where a page is filed."""
    few = sum(len(lines[i].words.split()) for i in titles) <= _FEW
    over = choice.over(titles[0], titles[-1] + 1) if titles else 0.0
    return (_NONE if few else _NONE_OF_MANY) <= over < math.inf


def _led_to(rows: Sequence[Row], choice: Choice) -> Choice:
    """``choice``, or the line below that it leads to, as a trail: ``Home | News | Cod Talks``."""
    if choice.end - choice.start > 1 or "trail" not in rows[choice.start].has:
        return choice
    own = _SIGN_OF_TRAIL.split(rows[choice.start].words)[-1].casefold()
    below = range(choice.end, len(rows))
    at = next((k for k in below if rows[k].words.casefold() == own), None)
    return choice if at is None else Choice(at, at + 1, choice.scores)


def with_line_above(lines: Sequence[FrontLine], titles: list[int]) -> list[int]:
    """``titles`` with the line above that they go on from: ``Remarks`` over ``by Minister Roe``."""
    index = titles[0] if titles else 0
    if not index or lines[index].gap or _GOES_ON.match(lines[index].words) is None:
        return titles
    above = lines[index - 1]
    if above.role == "date" or above.words[-1:] in {".", ":", ";", "!", "?"}:
        return titles
    return [index - 1, *titles]


def _begins_with(words: str, chosen: Sequence[str]) -> bool:
    """Whether a title begins with the words of other lines, and tells more."""
    less = collapse(" ".join(chosen)).casefold()
    return words.casefold().startswith(f"{less},")


def _is_sentence(rows: Sequence[Row]) -> bool:
    """Whether lines are one long sentence with a full stop: the first of the text."""
    words = " ".join(row.words for row in rows)
    return (
        "stop" in rows[-1].has
        and sum(row.size for row in rows) >= _SENTENCE
        and "head" not in rows[0].has
        and not words.isupper()
        and _HALF_DAY.search(words) is None
    )
