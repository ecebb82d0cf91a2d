"""Who was there, line by line under one head: what stands in several lines is one paragraph.

A *head* announces them (``Present:``, ``PARTICIPANTS``, ``2. Attendees``). Below it stand persons,
one or two to a line, in *groups* perhaps: a country or a side alone on its line, its people under
it. Heads of one form (in capitals, or with a colon) end one another's lists. What is added for
reference at the end of a text (``[Reference] Members``) is one with its lines, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from ..front.date_lines import date_line
from ..lands.countries import country_of, is_name
from ..sections.headings import is_heading_alone
from ..text.lines import Paragraph
from ..words.wording import Wording
from .listing import ADDRESSED

__all__ = [
    "heads_attendance",
    "heads_like_headings",
    "heads_list",
    "heads_outline",
    "is_attendance",
    "is_particulars",
    "names_particulars",
    "with_attendance",
    "without_heads_of_nobody",
]

_NEAR = 60
"""Lists of those present stand among so many of the first paragraphs."""
_ALIKE = 2
"""So many headings that are alike show what headings are like."""
_SHORT_HEAD = 40
"""A head by itself is no longer."""
_WHO = (
    r"(?:(?:members|also|those|others?|main|list of"
    r"|the following (?:[a-z]{3,12} )?(?:was|were)(?: also)?"
    r"|[a-zà-ÿĀ-ɏ][\w’'-]{2,15}(?: (?:of|and|[\w’'-]{4,15})){0,3}"
    r"(?= (?:present|absent|attending|excused|in attendance))"
    r") )?(?:present|participants?|participating|"
    r"attendees|attendants|attendance|in attendance|attending|absent|excused|apologies|regrets|"
    r"members|observers|delegates|(?:heads? of )?(?:the )?delegations?|secretariat|witnesses|"
    r"officials|"
    r"(?:public )?officers|staff|guests|invited|clerks?|speakers(?=[ \t]*:?[ \t]*(?:\n|\Z)))"
    r"(?: for absence| present| (?:in attendance|attending)| for items? [\w ,]{1,20}| were| was)?"
)
_HEAD = re.compile(
    rf"(?:[*_]{{1,3}})?[(\[<]?{_WHO}[)\]>]?[ \t]*(?P<sign>:|\Z|\t|\|)", re.IGNORECASE
)
_WHETHER = re.compile(r"\b(?:present|absent|attend|excused|apologies|regrets)", re.IGNORECASE)
"""Words of a head that tell whether somebody came."""
_LIST = re.compile(rf"{_WHO}\s*(?:[•●·▪]|-\s)", re.IGNORECASE)
_UNDER_HEAD = re.compile(rf"{_WHO}[ \t]*\n", re.IGNORECASE)
_PARTICULARS = re.compile(
    rf"(?:{_WHO}|date|time|place|venue|location)"
    rf"(?:(?:,| and|, and| &| /|/) (?:date|time|place|venue|location|{_WHO}))*[ \t]*:?",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:SUBJECTS?|TOPICS?|PLACE|VENUE|LOCATION) ?:?")
"""Labels of a record, a blank line between each and what it is of."""
_REFERENCE = re.compile(
    r"[(\[](?:(?:for )?references?|(?:main )?(?:attendees|participants|attendance))[)\]]"
    r"(?=[ \t]*\S)"
    r"|[(\[](?:for )?references?[)\]]",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w ]{1,40}:(?=\s|\Z)|[A-Z][A-Z ]{3,24}\Z")
_NAME = (
    r"(?:(?:[A-ZÀ-ÞĀ-ɏ]\.|[A-ZÀ-ÞĀ-ɏ][\w.’'-]*|d[aeiu]|v[ao]n|de[rln]|al|bin|af)[ \t]+){1,4}"
    r"[A-ZÀ-ÞĀ-ɏ][\w’'-]+(?:[ \t]*\([^()\n]{1,60}\))?"
)
_OF_PEOPLE = re.compile(
    r"\b(?:participants|roll[- ]call|present|attend\w+|introductions?|members|delegates"
    r"|apologies)\b",
    re.IGNORECASE,
)
_BEGINS_WITH_NAME = re.compile(rf"{_NAME}(?=[,;\t]|\.?\Z|[ \t]+[(–—-]|  )")
_COMMA = re.compile(r"[,;]\s")
_BARE_NAMES = re.compile(
    rf"{_NAME}(?:(?:[,;]\s+(?:and\s+)?|\s+and\s+|[ \t]*\n){_NAME}){{0,30}}[.,;]?"
)
"""Names without a form of address: ``Ida Dahle, Ole van Roe (Clerk) and Ann Doe``."""
_SIDE = re.compile(r"(?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]* ){1,3}side ?:")
"""What begins a row of all who came from one country."""
_OUTLINE = re.compile(
    r"\((?:outline|overview|summary|gist|contents?|results|details) of (?:the )?[^()]{3,40}\)",
    re.IGNORECASE,
)
"""A line that says that what was talked of comes next."""
_SENTENCE_WORDS = 8
_LINE = 160
_GROUP_WORDS = 6
_FEW = 6
"""So few lines are the particulars under a heading of their own."""
_LONGEST = 2000


def heads_like_headings(
    text: str, paragraphs: Sequence[Paragraph], wording: Wording
) -> frozenset[int]:
    """Where heads of those present start that look as the headings of the text do.

    They are in capitals as those are or not, end in a colon or not, and blank lines stand around
    all of them. What stands right below a head is one with it.
    """
    heads: dict[int, tuple[bool, ...]] = {}
    forms: Counter[tuple[bool, ...]] = Counter()
    near = max((p.start for p in paragraphs[:_NEAR]), default=0)
    for line, below in pairwise(paragraphs):
        if line.marked or line.boilerplate or line.end - line.start > _SHORT_HEAD or not line.gap:
            continue
        words = text[line.start : line.end]
        form = (words.isupper(), words[-1] == ":", below.gap)
        if _HEAD.fullmatch(words) is not None and below.gap and line.start <= near:
            heads[line.start] = form
        elif not (
            below.marked or below.boilerplate or wording.is_title(text[below.body : below.end])
        ):
            forms[form] += is_heading_alone(words.rstrip(" :"), wording)
    return frozenset(start for start, form in heads.items() if forms[form] >= _ALIKE)


def with_attendance(
    text: str, paragraphs: list[Paragraph], wording: Wording, headings: Collection[int] = ()
) -> list[Paragraph]:
    """``paragraphs`` with each list of those present as one, its head included.

    Under a heading the lines below it are one paragraph without it: one with a number, or one of
    the ``headings`` that start there.
    """
    joined: list[Paragraph] = []
    index = 0
    while index < len(paragraphs):
        head = paragraphs[index]
        index += 1
        joined.append(head)
        if _REFERENCE.match(text, head.start) and not head.boilerplate:
            last = _end_of_reference(text, paragraphs, index)
            joined[-1] = replace(head, end=paragraphs[last - 1].end)
            index = last
            continue
        if head.depth and _is_field(text, paragraphs, index):
            head = joined[-1] = replace(head, depth=0)
        if index > _NEAR or head.depth:
            continue
        if head.bullet is not None and not _is_over(text, head, paragraphs[index : index + 1]):
            continue
        if head.end - head.body > _LONGEST:
            continue
        words = text[head.body : head.end]
        if _HEAD.fullmatch(words) and _is_doubled(text, head, paragraphs[index : index + 1]):
            joined[-1] = replace(head, boilerplate=True)  # "Attendees" over "Present"
            continue
        if head.boilerplate:
            if _HEAD.fullmatch(words) and _name_below(text, paragraphs, index, wording):
                head = joined[-1] = replace(head, boilerplate=False)
            else:
                continue
        if head.numbers:
            if (last := _last_of_people(text, paragraphs, index, head, wording)) > index:
                first = replace(paragraphs[index], body=paragraphs[index].start, numbers=())
                joined.append(replace(first, end=paragraphs[last - 1].end))
                index = last
                continue
            last = index
            if is_particulars(text, head):
                last = max(
                    _last(text, paragraphs, index, head, "", wording),
                    _next_number(text, paragraphs, index, wording),
                )
            if last > index:
                first = replace(paragraphs[index], boilerplate=False)
                joined.append(replace(first, end=paragraphs[last - 1].end))
                index = last
            continue
        if _HEAD.match(words) is not None:
            last = _last(text, paragraphs, index, head, words, wording)
            if last == index and _HEAD.fullmatch(words):
                last = _last_counted(text, paragraphs, index, wording)
            if last > index and head.start in headings:
                first = replace(paragraphs[index], boilerplate=False)
                joined.append(replace(first, end=paragraphs[last - 1].end))
                index = last
            elif last > index:
                joined[-1] = replace(head, end=paragraphs[last - 1].end)
                index = last
        elif _ALONE.fullmatch(words) and (
            head.bullet is not None or _value_below(text, paragraphs, index, wording)
        ):
            joined[-1] = replace(head, end=paragraphs[index].end)
            index += 1
    return joined


def without_heads_of_nobody(text: str, body: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``body`` with heads of those present marked as boilerplate under which a page lists nobody.

    ``Participants:`` stands there over a sentence.
    """
    found = list(body)
    for index, (head, below) in enumerate(pairwise(body[:_NEAR])):
        if head.boilerplate or head.marked or head.end - head.start > _SHORT_HEAD:
            continue
        words = text[head.start : head.end]
        if words[-1] != ":" or not heads_attendance(words):
            continue
        said = text[below.start : below.end]
        prose = len(said) > _LINE and said[-1] == "." and wording.has_finite_verb(said)
        if prose and not (below.marked or below.boilerplate or is_attendance(text, below)):
            found[index] = replace(head, boilerplate=True)
    return found


def heads_attendance(words: str) -> bool:
    """Whether a line begins as a list of those present does: ``Members present: Mr Roe``."""
    return _HEAD.match(words) is not None


def heads_list(words: str) -> bool:
    """Whether a line begins with the head of a list whose items follow: ``PARTICIPANTS • U.S.``"""
    return _LIST.match(words) is not None


def is_attendance(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a list of those present, under its head."""
    head = _HEAD.match(text[paragraph.body : min(paragraph.end, paragraph.body + _LINE)])
    return head is not None or _UNDER_HEAD.match(text, paragraph.body, paragraph.end) is not None


def heads_outline(words: str) -> bool:
    """Whether a line says that what was talked of comes next: ``(Outline of the Meeting)``."""
    return _OUTLINE.fullmatch(words) is not None


def is_particulars(text: str, head: Paragraph) -> bool:
    """Whether a heading with a number names particulars: ``1. Date and Place``."""
    return bool(head.numbers) and _PARTICULARS.fullmatch(text, head.body, head.end) is not None


def names_particulars(words: str) -> bool:
    """Whether words name particulars and nothing else: ``Date and time``."""
    return _PARTICULARS.fullmatch(words) is not None


def _end_of_reference(text: str, paragraphs: Sequence[Paragraph], index: int) -> int:
    """The index after the lines that follow ``[Reference]`` without a blank line."""
    alone = _REFERENCE.fullmatch(text, paragraphs[index - 1].start, paragraphs[index - 1].end)
    first = index
    while index < len(paragraphs):
        line = paragraphs[index]
        if line.boilerplate or line.numbers or line.depth or text[line.start] in "[(":
            break
        if line.gap and not (alone and index == first):
            break
        index += 1
    return index


def _name_below(text: str, paragraphs: Sequence[Paragraph], index: int, wording: Wording) -> bool:
    below = paragraphs[index : index + 1]
    return bool(below) and _names(text, below[0], wording)


def _value_below(text: str, paragraphs: Sequence[Paragraph], index: int, wording: Wording) -> bool:
    """Whether one line, alone and no sentence, stands under a label alone on its line."""
    if index + 1 >= len(paragraphs):
        return False
    line, below = paragraphs[index : index + 2]
    listed = bool(line.numbers) or line.depth > 0
    return not listed and below.gap and _may_list(text, line, wording)


def _last(
    text: str,
    paragraphs: Sequence[Paragraph],
    index: int,
    head: Paragraph,
    words: str,
    wording: Wording,
) -> int:
    """The index after the last paragraph of the list that stands under ``head``."""
    first = index
    while index < len(paragraphs):
        line = paragraphs[index]
        if head.bullet is not None and line.indent <= head.indent:
            break
        opens = index == first and bool(head.numbers)
        apart = line.gap and not opens
        below = paragraphs[index + 1 : index + 2]
        said = text[line.body : min(line.end, line.body + _LONGEST)]
        dated = not words and date_line(said) is not None and not apart
        if (
            line.numbers
            or line.depth
            or not (
                dated or _may_list(text, line, wording, fields=opens or not (words or line.gap))
            )
        ):
            break
        if words and _is_head(said, words):
            break
        if line.boilerplate:
            # "U.S." over those who came from there; "Mr Roe, Ministry of Health" is no sender here.
            over = below and not below[0].gap and _names(text, below[0], wording)
            rule = not any(map(str.isalnum, said))
            over = over or (rule and below and below[0].indent > head.indent + 1)
            # "-" on its line and "U.S." below it, as lists within lists were kept
            over = over or (
                rule and below and country_of(text[below[0].body : below[0].end]) is not None
            )
            if not (over or ADDRESSED.match(said) or (not apart and (opens or ", " in said))):
                break
        elif (line.bullet is not None and _HEAD.fullmatch(words)) or (
            index == first and apart and not head.numbers and _lists(text, line, below)
        ):
            pass
        elif apart and index > first and _BARE_NAMES.fullmatch(said) and _speaks(text, said):
            pass  # who speaks below
        elif apart and line.indent <= head.indent and not _names(text, line, wording):
            group = len(said.split()) <= _GROUP_WORDS and below and not below[0].gap
            told = group and not below[0].boilerplate and _names(text, below[0], wording)
            if not (told or (group and head.numbers and _HEAD.fullmatch(said))):
                break
        index += 1
    return index


def _last_counted(text: str, paragraphs: Sequence[Paragraph], index: int, wording: Wording) -> int:
    """The index after those who are counted under the head of a list: ``1. Hon. Jane Roe``."""
    value = 0
    while index < len(paragraphs):
        line = paragraphs[index]
        numbers = [number for one in line.numbers for _, number in one.readings]
        if value + 1 not in numbers or line.boilerplate or line.depth:
            break
        if not _names(text, line, wording) or wording.sentence_end(text[line.body : line.end]):
            break
        value += 1
        index += 1
    return index


def _last_of_people(
    text: str, paragraphs: Sequence[Paragraph], index: int, head: Paragraph, wording: Wording
) -> int:
    """The index after those who are counted under a numbered heading: ``2. Roll Call``, ``1. Roe``.

    ``index`` where none are.
    """
    words = text[head.body : head.end]
    if len(words) > _LINE or not (_OF_PEOPLE.search(words) and wording.is_title(words)):
        return index
    at = index
    while at < len(paragraphs):
        line = paragraphs[at]
        values = [value for one in line.numbers[:1] for _, value in one.readings]
        if at - index + 1 not in values or line.boilerplate or line.depth or line.wrapped:
            break
        said = text[line.body : min(line.end, line.body + _LINE + 1)]
        named = ADDRESSED.match(said) or _BEGINS_WITH_NAME.match(said)
        if len(said) > _LINE or not named or wording.has_finite_verb(said):
            break  # "(a) Mr. Roe asked why" is what he said
        at += 1
    return at if at - index >= _ALIKE else index


def _is_doubled(text: str, head: Paragraph, below: Sequence[Paragraph]) -> bool:
    """Whether right below the head of a list stands another, and no colon behind either.

    Below a number of the document it is a group of those present: ``3. Attendance``, ``(Members)``.
    """
    if not below or below[0].boilerplate or below[0].marked or text[head.end - 1] == ":":
        return False
    if head.numbers:
        return False
    line = text[below[0].body : min(below[0].end, below[0].body + _LINE)].partition("\n")[0]
    return line[-1:] != ":" and _HEAD.fullmatch(line) is not None


def _is_field(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a heading of a page is a label like the one that stands below it and its value."""
    head = paragraphs[index - 1]
    return (
        _ALONE.fullmatch(text, head.body, head.end) is not None
        and index + 1 < len(paragraphs)
        and not paragraphs[index + 1].depth
        and _HEAD.match(text, paragraphs[index + 1].body, paragraphs[index + 1].end) is not None
    )


def _next_number(text: str, paragraphs: Sequence[Paragraph], index: int, wording: Wording) -> int:
    """The index of the next number if all lines up to it are particulars, ``index`` if not."""
    for at in range(index, min(index + _FEW, len(paragraphs))):
        line = paragraphs[at]
        if line.numbers:
            return at
        dated = date_line(text[line.body : min(line.end, line.body + _LINE)]) is not None
        if line.boilerplate or line.depth or not (dated or _may_list(text, line, wording)):
            break
    return index


def _lists(text: str, line: Paragraph, below: Sequence[Paragraph]) -> bool:
    """Whether a line, or those that stand together with it, are names and nothing else."""
    said = text[line.body : line.end]
    if _BARE_NAMES.fullmatch(said) is None:
        return False
    together = below and not below[0].gap and not below[0].marked
    return bool(_COMMA.search(said)) or bool(
        together and _BARE_NAMES.fullmatch(text, below[0].body, below[0].end)
    )


def _speaks(text: str, name: str) -> bool:
    """Whether a name is a label below, with the number of a question before it perhaps."""
    return re.search(rf"^(?:Q\.?\d+ )?{re.escape(name)}:", text, re.MULTILINE) is not None


def _is_over(text: str, head: Paragraph, below: Sequence[Paragraph]) -> bool:
    """Whether a label on a list stands over a list of its own: ``• PARTICIPANTS``."""
    said = text[head.body : head.end]
    labels = _HEAD.fullmatch(said) is not None or _ALONE.fullmatch(said) is not None
    return labels and bool(below) and below[0].indent > head.indent and bool(below[0].bullet)


def _is_head(said: str, head: str) -> bool:
    """Whether a line is another head, of the form of the one above."""
    if is_name(said):
        return False  # "USSR" over those who came from there
    field = _FIELD.match(said)
    if field is None:
        over = head.partition("\n")[0]
        if _HEAD.fullmatch(said) is None:
            return False
        # "Members absent" under "Members present"; "Members" alone is a group of them.
        return (head.isupper() and said.isupper()) or (
            all(" " in each and _WHETHER.search(each) for each in (over, said))
        )
    if field[0].endswith(":"):
        return ":" in head.partition("\n")[0]
    return head.partition("\n")[0].rstrip(":").isupper()


def _may_list(text: str, line: Paragraph, wording: Wording, *, fields: bool = False) -> bool:
    """Whether a line is short and no sentence; ``fields``: a colon may stand in it."""
    if line.end - line.start > 4 * _LINE:
        return False
    said = text[line.body : line.end]
    if _OUTLINE.fullmatch(said) is not None or date_line(said) is not None:
        return False
    if any(len(one) > _LINE and not _SIDE.match(one) for one in said.split("\n")):
        return False
    if said[-1:] in ".!?" and len(said.split()) > _SENTENCE_WORDS:
        return False
    field = ": " in said[:-1].replace("side: ", "")
    return not wording.has_finite_verb(said) and (fields or not field)


def _names(text: str, line: Paragraph, wording: Wording) -> bool:
    """Whether a line names somebody: with a form of address, or with an office."""
    if line.boilerplate or not _may_list(text, line, wording):
        return False
    said = text[line.body : min(line.end, line.body + _LINE)]
    if ADDRESSED.match(said):
        return True
    low = {word.strip("(),.;:").lower() for word in said.split()}
    return not wording.offices.isdisjoint(low) and said[:1].isupper() and not said.isupper()
