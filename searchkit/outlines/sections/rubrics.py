"""Which paragraphs are headings, before it is known where each stands.

A heading has a marker, Markdown's hashes or neither; one without is known by its words, by the
blank line above and by what stands under it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...analysis import language
from ...languages import ENGLISH
from ..front.date_lines import date_line
from ..header.dates import find_dates
from ..particulars.listing import ADDRESSED
from ..text.lines import Paragraph
from ..transcripts.labels import speech_labels
from ..words.wording import Wording, collapse
from .agenda_titles import agenda_titles
from .among import begins_series
from .heading_lines import APART, has_short_lines, unlikely_headings
from .headings import ANSWERS, ONE_LINE, heading_words, is_heading_alone
from .items import introduces, tail
from .numbering import in_capitals
from .press_parts import heads_part
from .signed import coloned_numbers

__all__ = ["rubrics", "without_lone_heading", "without_unlikely_headings"]

_PARTED = 2
_SMALL = 4
_ASKS = re.compile(r"[*_]{0,3}(?:Question|QUESTION|Q|Reporter|Journalist)\b")
"""Who asks, with a dash behind it perhaps, is nobody of those who speak: ``Question - Why?``"""
_WHOLLY = re.compile(r"[(（][^()（）]+[)）]")
_SYMBOLS = re.compile(
    r"\s*[(\[](?:(?:(?i:documents?|docs?\.?|papers?|motions?)) (?=[^()\[\]]{0,60}\d)[^()\[\]]++"
    r"|(?:[A-Z][A-Z.]*+(?:/[\w.-]++)++(?:[,;]| and)?+\s*+)++)[)\]](?:\s*\([^()]*\))*\Z"
)
"""Symbols of documents behind a heading: ``Reports (A/65/261 and A/65/262)``, ``(Paper No. 4)``."""
_NOTED = re.compile(r"(?<=\w) \([^()]{20,}\)\Z")
"""What is told behind a heading: ``Remarks by the envoys (the Minister thanked them)``."""
_SMALL_WORD = re.compile(r"[a-zà-ÿĀ-ɏḀ-ỿ]+(?![\w/#@-]|\.\w)")
"""A word in small letters, and no name of a file or a draft: ``cod``, not ``cod-quotas-03``."""
_LABELLED = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w’' -]{1,40}: \S")
_AMOUNT = re.compile(
    r"(?:[-–—:=]\s*|\s{2})(?:[£$€¥]|\b[A-Z]{3} )\d[\d,]*(?:\.\d\d)?(?: ?[+(][^()]{1,20}\)?)?\Z"
)
"""What is paid: ``Hire of the hall – £12.00``."""
_DATE_LENGTH = 40
_NAMED = 120
"""A line that names somebody is no longer."""
_MATTER = re.compile(r"[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ]+[^\d\n]* [-–—] (?=\d)")
"""What is taken up on a day: ``Fisheries - 14 December``."""
_DAYS = 2
"""So many days, each over a text of its own, are the headings of a journal."""
_OVER_OTHERS = 3
"""Where more headings than so many stand one over the other, they are lines of a list."""
_BRACKETS = frozenset(
    {
        ("[", "]"),
        ("<", ">"),
        ("【", "】"),
        ("《", "》"),
        ("「", "」"),
        ("«", "»"),
        ("≪", "≫"),
        ("〔", "〕"),
    }
)
_OVER = frozenset("■□◆◇◎▼▽")
"""Bullets that stand before headings rather than before items."""


def rubrics(
    text: str, body: Sequence[Paragraph], wording: Wording, listed: Collection[int]
) -> Iterator[str | None]:
    """For each paragraph its text as a heading, or ``None``.

    Args:
        listed: where headings start that are known.
    """
    spoken = speech_labels(text, body)
    introduced = _introduced_bullets(text, body, wording)
    days = _days(text, body)
    coloned = coloned_numbers(text, body, wording)
    over = _bullets_over_numbers(text, body, wording)
    values = _values(text, body, wording)
    agenda = agenda_titles(text, body, wording)
    for index, paragraph in enumerate(body):
        words = heading_words(text, paragraph)
        if paragraph.boilerplate or not words:
            yield None
        elif paragraph.start in days or paragraph.start in over:
            yield collapse(words)
        elif paragraph.start in listed:
            alone = text[paragraph.end : paragraph.end + 1] in ("", "\n")
            stop = "." if alone and words.endswith(".") else ""
            known = _bare(words.rstrip("#.:-–—…| ")).rstrip(".:-–—…| ") + stop
            yield known[1:-1] if _WHOLLY.fullmatch(known) else known
        elif words[-1] == ":" and _heads_turns(words, body, index, spoken):
            yield _bare(words.rstrip(": "))
        elif paragraph.start in spoken or paragraph.start in introduced | values:
            yield None
        elif paragraph.depth:
            yield _bare(words.rstrip("# ")).rstrip(": ")
        elif paragraph.numbers:
            bare = paragraph.start in coloned or _path_below(body, index)
            title = words.rstrip(" :") if bare else words
            heads = paragraph.start in agenda or _is_titled(title, wording)
            heads = heads and not _AMOUNT.search(words)
            heads = heads and not _runs_on(text, body, index)
            yield _bare(title) if heads else None
        elif _is_agenda(words) or (
            is_heading_alone(words, wording)
            and _heads(text, body, index, spoken, wording, listed)
            and not (_is_open(words, wording) and _runs_on(text, body, index))
        ):
            yield _bare(words)
        else:
            yield None


def without_unlikely_headings(
    text: str,
    lines: Sequence[Paragraph],
    body: list[Paragraph],
    wording: Wording,
    listed: Collection[int],
) -> tuple[list[Paragraph], frozenset[int]]:
    """``body`` without the headings that are likely none, and where those start that are its text.

    What is likely set apart is marked as boilerplate.

    Args:
        lines: those of the whole document.
    """
    if language() != ENGLISH or not has_short_lines(text, body):
        return body, frozenset()
    starts: set[int] = set()
    part = False
    for paragraph, heading in zip(body, rubrics(text, body, wording, listed), strict=True):
        # Neither is what heads a part of a press conference, nor a heading right below it.
        below = part and not paragraph.gap
        part = heading is not None and heads_part(heading)
        if heading and not (paragraph.numbers or paragraph.bullet or part or below):
            starts.add(paragraph.start)
    starts.difference_update(listed)
    starts -= _days(text, body) if starts else starts
    if not starts:
        return body, frozenset()
    asked = {
        p.start
        for p in body
        if text[p.end - 1] == "?" and not p.depth and not _ASKS.match(text, p.body)
    } & starts
    if asked and len(speech_labels(text, body)) > 1:
        starts -= asked  # what who speaks asks, between two turns
    else:
        asked = set()
    unlikely = unlikely_headings(text, lines, starts, wording)
    if not (unlikely or asked):
        return body, frozenset()
    return [
        replace(p, boilerplate=unlikely[p.start] == APART, depth=0) if p.start in unlikely else p
        for p in body
    ], frozenset(unlikely) | asked


def without_lone_heading(
    text: str, body: list[Paragraph], wording: Wording, listed: Collection[int]
) -> list[Paragraph]:
    """``body`` with its first line marked as boilerplate if it would head all that comes after it.

    A heading parts a text from the next; where there is no other, such a line is a place, a name
    or the title in other words.
    """
    left = [i for i, p in enumerate(body) if not p.boilerplate]
    marked_up = [i for i in left if body[i].depth]
    if len(marked_up) > _PARTED and not body[marked_up[0]].numbers:
        # A heading over all others is the document's, and parts nothing from anything.
        top = marked_up[0]
        over = top == left[0] or left[left.index(top) + 1] == marked_up[1]
        if over and all(body[i].depth > body[top].depth for i in marked_up[1:]):
            return [*body[:top], replace(body[top], boilerplate=True), *body[top + 1 :]]
    if len(left) < _PARTED or any(body[i].numbers or body[i].depth for i in left):
        return body
    first = body[left[0]]
    words = text[first.start : min(first.end, first.start + ONE_LINE)]
    if first.marked or first.start in listed or heads_part(words):
        return body
    if not is_heading_alone(words, wording):
        return body
    small = any(word.islower() and len(word) >= _SMALL for word in words.split())
    if small and not wording.is_category(words):
        return body  # "Course of the talks" names nobody and no place
    found = (i for i, heading in enumerate(rubrics(text, body, wording, listed)) if heading)
    if next(found, None) != left[0] or next(found, None) is not None:
        return body
    marked = list(body)
    marked[left[0]] = replace(first, boilerplate=True)
    return marked


def _introduced_bullets(text: str, body: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Where the bullets start that a sentence with a colon introduces, those of all levels."""
    found: set[int] = set()
    inside = numbered = False
    for paragraph in body:
        if paragraph.boilerplate:
            continue
        if paragraph.bullet is None or paragraph.numbers or paragraph.depth:
            numbered = numbered or bool(paragraph.numbers)
            end = tail(text, paragraph)
            # Within a section "The main points were:" introduces no document.
            inside = wording.is_lead_in(end) if numbered else introduces(end, wording)
        elif inside:
            found.add(paragraph.start)
    return frozenset(found)


def _bullets_over_numbers(text: str, body: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Where bullets start that head numbers with the same bullet: ``• Cod``, below it ``• (1)``.

    A page that was copied has a bullet for every item of its lists, whatever its number.
    """
    sure: dict[str, set[int]] = {}
    likely: dict[str, set[int]] = {}
    for line, below in pairwise(p for p in body if not p.boilerplate):
        if line.bullet is None or line.numbers or line.depth:
            continue
        if not is_heading_alone(heading_words(text, line), wording):
            continue
        if line.bullet == below.bullet and begins_series(below):
            sure.setdefault(line.bullet, set()).add(line.start)
        elif below.bullet is None and not below.numbers and not below.depth:
            likely.setdefault(line.bullet, set()).add(line.start)
    found: set[int] = set()
    for sign, starts in sure.items():
        if len(starts) >= _PARTED:
            found.update(starts, likely.get(sign, ()))
    return frozenset(found)


def _values(text: str, body: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Where short lines start that are all the text of a numbered heading: ``2. Venue``, ``Oslo``.

    Such a line stands right above the number that comes next. Where numbers stand right below
    each other as well, they are those of an agenda, which lines without a number may divide.
    """
    found: set[int] = set()
    bare = 0
    head: Paragraph | None = None
    value: Paragraph | None = None
    for line in body:
        if line.numbers and (line.depth or line.bullet is None):
            if head is not None and _is_next(head, line):
                if value is None:
                    bare += 1
                elif not value.boilerplate:
                    found.add(value.start)
            titled = line.end - line.body <= ONE_LINE
            titled = titled and _is_titled(heading_words(text, line).rstrip(" :"), wording)
            head, value = line if titled else None, None
        elif head is not None:
            # Below a sentence a line heads what comes next.
            said = value is not None and text[value.end - 1] in ".!?" and line.gap
            value = line
            if not line.boilerplate and (line.marked or said or line.end - line.body > ONE_LINE):
                head = None
    return frozenset(found) if len(found) > bare else frozenset()


def _is_next(line: Paragraph, below: Paragraph) -> bool:
    """Whether a number is that which comes after another, in the same style."""
    if line.depth != below.depth or line.indent != below.indent:
        return False
    before = {(style, value + 1) for style, value in line.numbers[-1].readings}
    return not before.isdisjoint(below.numbers[-1].readings)


def _days(text: str, body: Sequence[Paragraph]) -> frozenset[int]:
    """Where the days stand that head the parts of a journal, one after the other."""
    found: dict[int, str] = {}
    for line, below in pairwise(body):
        if line.marked or line.boilerplate or line.end - line.start > _DATE_LENGTH or not line.gap:
            continue
        if below.boilerplate or below.marked:
            continue
        words = text[line.start : line.end]
        if not below.gap and not _MATTER.match(words):
            continue
        date = date_line(words)
        if date is not None and date.day is not None:
            found[line.start] = date.iso
    days = list(found.values())
    in_order = len(days) >= _DAYS and all(a < b for a, b in pairwise(days))
    return frozenset(found) if in_order else frozenset()


def _begins_with_day(text: str, line: Paragraph) -> bool:
    """Whether a line of a programme begins with its day: ``June 7 (Fri) Departure``."""
    words = text[line.body : min(line.end, line.body + ONE_LINE)]
    return any(not day.start and day.day for day in find_dates(words)[:1])


def _runs_on(text: str, body: Sequence[Paragraph], index: int) -> bool:
    """Whether items in small letters go on with the words of a paragraph."""
    below = body[index + 1 : index + 2]
    return bool(
        below
        and (below[0].bullet is not None or below[0].numbers)
        and not below[0].empty
        and not below[0].boilerplate
        and _SMALL_WORD.match(text, below[0].body) is not None
    )


def _is_open(words: str, wording: Wording) -> bool:
    """Whether a line ends in a verb, so that items below go on with it: ``The Board agreed``."""
    last = words.rpartition(" ")[2]
    return last in wording.participles or last in wording.finite or last in {"that", "to"}


def _path_below(body: Sequence[Paragraph], index: int) -> bool:
    """Whether ``3.1`` stands right under ``3.``: whatever ends in a colon there is a heading."""
    below = next((p for p in body[index + 1 : index + 4] if not p.boilerplate), None)
    if below is None or not below.numbers or not below.numbers[0].path:
        return False
    return below.numbers[0].label.startswith(f"{body[index].numbers[-1].label}.")


def _is_agenda(words: str) -> bool:
    return words.rstrip(": ").lower() == "agenda"


def _bare(words: str) -> str:
    """A heading without the signs around it: ``**Trade**``, ``[Trade]``, ``<Trade>``."""
    words = _SYMBOLS.sub("", collapse(words)).strip("*_")
    while (words[:1], words[-1:]) in _BRACKETS:
        words = words[1:-1].strip()
    return words


def _heads(
    text: str,
    body: Sequence[Paragraph],
    index: int,
    spoken: frozenset[int],
    wording: Wording,
    listed: Collection[int],
    over: int = _OVER_OTHERS,
) -> bool:
    """Whether the title-like line at ``index`` stands over what follows it.

    ``spoken`` are the starts of paragraphs that begin with who speaks; the line may stand over so
    many others as ``over`` says.
    """
    paragraph = body[index]
    if spoken and text[paragraph.body] in "[(" and text[paragraph.end - 1] in "])":
        return False  # what a transcript tells of a recording or a room: "[Applause]"
    if _LABELLED.match(text, paragraph.body) and any(
        line.end - line.body <= ONE_LINE
        and (_LABELLED.match(said := text[line.body : line.end]) or date_line(said) is not None)
        for line in (*body[max(0, index - 1) : index], *body[index + 1 : index + 2])
    ):
        return False  # one of several particulars, or of a day: "Our side: Mr Roe", "Vik: lunch"
    if _begins_with_day(text, paragraph) and any(
        _begins_with_day(text, line) for line in body[index + 1 : index + _DAYS + 1]
    ):
        return False  # of a programme
    before = next((p for p in reversed(body[max(0, index - 3) : index]) if not p.boilerplate), None)
    after = next((p for p in body[index + 1 : index + 4] if not p.boilerplate), None)
    if after is None or (before is not None and introduces(tail(text, before), wording)):
        return False
    if paragraph.bullet is not None:
        if (
            before is not None
            and (before.bullet, before.indent) == (paragraph.bullet, paragraph.indent)
            and not (_is_inner(paragraph, after) and text[before.end - 1] in ".!?")
        ):
            return False  # the last of a list, but for a title over bullets below a sentence
        # A bullet over a paragraph or over bullets of another sign further in.
        runs_on = bool(after.numbers) and after.numbers[0].readings[0][1] != 1
        if after.depth or (runs_on and paragraph.bullet not in _OVER):
            return False
        return after.bullet is None or (
            after.bullet != paragraph.bullet
            and (
                after.indent > paragraph.indent
                or not is_heading_alone(heading_words(text, after), wording)
            )
        )
    ended = before is None or before.bullet is not None or text[before.end - 1] in '.!?)"”'
    # A row of signs parts a heading from what stands above.
    ended = ended or _is_rule(text, body[index - 1]) or body[index - 1].start in listed
    ended = ended or (before is not None and heads_part(text[before.body : before.end]))
    if not paragraph.gap and not ended:
        return False
    if _is_one_of_them(text, paragraph, before, after):
        return False
    if before is not None and _is_agenda(text[before.body : before.end]):
        return False
    if after.numbers and ADDRESSED.match(text, paragraph.body, paragraph.end):
        return False  # whoever "2. Apologies" names above "3. Minutes"
    if after.marked:
        bracketed = text[paragraph.body] == "(" and text[paragraph.end - 1] == ")"
        return not after.depth and not (bracketed and after.bullet is not None)
    below = heading_words(text, after)
    if after.start in spoken or not is_heading_alone(below, wording):
        return True
    if heads_part(heading_words(text, paragraph)):
        return True
    # "REPORTS" over "Report of Norland", which stands over text itself; "Norland" over "REPORT",
    # where that comes again
    capitals = in_capitals(text[paragraph.body : paragraph.end])
    return (
        over > 0
        and capitals != in_capitals(below)
        and (capitals or text.count(f"\n{below}\n") > 1)
        and _heads(text, body, body.index(after, index + 1), spoken, wording, listed, over - 1)
    )


def _is_inner(line: Paragraph, below: Paragraph) -> bool:
    """Whether a bullet of another sign stands below a bullet, further in."""
    return below.bullet not in (None, line.bullet) and below.indent > line.indent


def _is_titled(words: str, wording: Wording) -> bool:
    """Whether words are a title, behind which brackets may tell more in sentences of their own."""
    if wording.is_title(words):
        return True
    bare = _NOTED.sub("", words)
    return len(bare) < len(words) <= ONE_LINE and wording.is_title(bare)


def _heads_turns(words: str, body: Sequence[Paragraph], index: int, spoken: frozenset[int]) -> bool:
    """Whether a line with a colon heads what is said below it: ``Q&A:``, ``Opening words:``."""
    if body[index].marked or not heads_part(words):
        return False
    below = next((p for p in body[index + 1 : index + 4] if not p.boilerplate), None)
    return below is not None and (ANSWERS.fullmatch(words) is not None or below.start in spoken)


def _is_rule(text: str, line: Paragraph) -> bool:
    """Whether a line is a row of signs: ``* * *``."""
    return line.boilerplate and not any(map(str.isalnum, text[line.start : line.end]))


def _is_one_of_them(text: str, line: Paragraph, above: Paragraph | None, below: Paragraph) -> bool:
    """Whether a line names somebody, as the lines beside it do: ``Miss Jane Roe, Ports``."""
    if not ADDRESSED.match(text, line.body, line.end):
        return False
    return any(
        ADDRESSED.match(text, other.body, min(other.end, other.body + ONE_LINE)) is not None
        and other.end - other.body <= _NAMED
        for other in (above, below)
        if other is not None
    )
