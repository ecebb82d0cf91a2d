"""What stands at the end of a document and is no part of what it reports: notes, who signed.

An *anchor* is the number of a note, glued to a word above it: ``his request.3``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..front.date_lines import date_line
from ..header.dates import find_dates
from ..particulars.attendance import heads_outline, is_attendance
from ..text.lines import Paragraph
from ..transcripts.labels import speech_labels
from ..words.wording import Wording, collapse
from .captions import is_numbered_caption

__all__ = [
    "without_first_lines",
    "without_footnotes",
    "without_last_lines",
    "without_signature",
]

_FOOTNOTE_AFTER = 3
"""So many paragraphs stand before a footnote."""
_NOTES = 40
"""Hardly any document has more notes."""
_IN_BRACKETS = re.compile(r"(?<=\S)[ ]?\[(\d{1,3})\]")
"""The number of a note behind a word: ``his request. [3]``."""
_FILED = re.compile(r"\[[^\[\]\n]{0,80}\d[^\[\]\n]{0,80}\]")
"""Where a record is filed, below its notes: ``[A1838/2, 401, i]``."""
_ANCHOR = re.compile(r"(?:(?<=[a-zà-ÿĀ-ɏḀ-ỿ]{3})|(?<=[a-z][.,;)”’]))(\d{1,3})(?!\w|[.,:]\d)")
_GLUED = re.compile(r"(?<![A-Z]\.)(?<=[a-zà-ÿĀ-ɏḀ-ỿ.,;)\"”'’])(?<!\d[.,])\d+(?!\w|[.,:]\d)")
"""The number of a note, glued to a word: ``his request.3``."""
_STARRED = re.compile(r"(?<=[a-zà-ÿĀ-ɏḀ-ỿA-Z.,)”])\*(?=[\s.,;)]|\Z)")
_NOTE = re.compile(r"\[?(\d{1,3})[.\])]?[ \t]+(?=[A-ZÀ-ÞĀ-ɏ“\"‘(])")
_NAME_WORDS = 4
_TAG_WORDS = 3
_TAGS = 2
"""So many bullets below the last sentence, of a few words each, say where a page is filed."""
_BRACKETED = 60
_FOOT_LINES = 4
_SIGNED = re.compile(
    r"\(?(?:[A-Z]{2,4}|(?:[A-ZÀ-ÞĀ-ɏ]\.[ -]?){1,4}(?:[A-ZÀ-ÞĀ-ɏ][\w’'-]+)?"
    r"|(?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]+ ){1,3}[A-ZÀ-ÞĀ-ɏ][\w’'-]+)[.,]?\)?"
)
"""Who signs at the foot of a note: ``DNG``, ``J. L. Roe``, ``Jane Roe``."""
_SIDE_BY_SIDE = 160
"""Two who sign side by side have no longer lines."""
_GAP = re.compile(r"\s{2,}|\t|\n")
_FOR = re.compile(
    r"(?:[Ff]or|FOR|[Oo]n behalf of) (?:and on behalf of )?(?:[Tt]he|THE) [^.;:?!]{3,70}:?"
)
_INITIALS = re.compile(r"(?:[A-ZÀ-ÞĀ-ɏ]\.[ ]?|(?:[vd]|de|van|von)\.?[ ]?){2,6}(?:[A-ZÀ-ÞĀ-ɏ]\.?)?")
_SENT = re.compile(r"\b(?:telegram|airgram|cable|despatch|dispatch|letter|minute)\b", re.IGNORECASE)
_SURNAME = re.compile(
    r"(?:(?:[Vv]an|[Vv]on"
    r"|[Dd]e) )?[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ’'-]{2,}|[A-ZÀ-ÞĀ-ɏḀ-ỿ’'-]{4,}"
)
_VALEDICTION = re.compile(
    r"(?:(?:very )?(?:respectfully|sincerely|faithfully|truly)(?: yours| submitted(?: by)?:?)?"
    r"|i have the honou?r to (?:be|remain)\b.{0,60}|your (?:most )?(?:humble and )?obedient servant"
    r"|yours (?:(?:very )?(?:sincerely|faithfully|truly)|ever)|(?:with )?(?:best|kind) regards"
    r"|i have(?: the honou?r to be)?,? (?:&c|etc)|i (?:am|remain),? (?:&c|etc|sir).{0,60})\.?,?",
    re.IGNORECASE,
)
"""How a letter takes its leave."""

_LAST_LINE = 120
"""A line at the foot of a document that is no sentence is no longer, in characters."""
_LAST_LINES = 12
_FIRST_LINES = 24
_SOURCE = re.compile(r"(?:\d{1,2}[.)]?\s+)?Source: [A-Z]")
"""The note that tells in what archive a record is kept."""
_TOLD = re.compile(
    r"\W*(?:the )?(?:proceedings|meeting|sitting|session|hearing|conversation|committee)\b",
    re.IGNORECASE,
)
"""How lines begin that tell of the meeting though they may be no sentences."""
_HELD = re.compile(r"\b(?:held|met|convened)\b", re.IGNORECASE)
_KEPT = re.compile(r".*\bnext (?:meeting|session)\b|\W*(?:for )?references?\b", re.IGNORECASE)
_LEADER = re.compile(r"[.…_]{3,}\Z")
"""Where somebody is to sign."""
_ROW = frozenset("|0123456789")
_COUNTED_ROW = re.compile(r"(?:\| ?)?\d{1,3}[.)]? \| ")
"""A row of a table with its number: ``| 2 | Study on ferries |``."""
_STOPS = frozenset(".!?…")
_NOTED = re.compile(r"(?<=[.!?][)\]\"'”’])\d{1,3}\Z|(?<=[.!?)\]])\d{1,3}\Z")
"""The number of a note behind the last sentence: ``his paper.3``."""
_RETURNS = frozenset("↩↑⏎")
"""Signs of a link that leads from a note back to its anchor."""
_INITIAL = re.compile(r"\b[A-Z][a-z]?\.\Z")
_LONG = 4
_CLOSERS = ")]\"'”’*_ "


def without_last_lines(text: str, body: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``body`` with the lines marked as boilerplate that stand below its last sentence.

    They have no marker and are no sentences: who signed, where and when, links, where it is filed.
    What stands right under a heading with a marker or under a colon is its text.
    """
    run: list[int] = []
    spoken: frozenset[int] | None = None
    links = tags = False
    for index in range(len(body) - 1, max(0, len(body) - _LAST_LINES) - 1, -1):
        line = body[index]
        if line.boilerplate:
            continue
        words = collapse(text[line.start : min(line.end, line.start + 2 * _LAST_LINE)])
        sourced = _SOURCE.match(words) is not None
        if not sourced and (len(words) > _LAST_LINE or line.numbers or line.depth):
            break
        tags = tags or (line.bullet is not None and not run)
        links = tags or links or line.bullet is not None
        if tags and line.bullet is not None and words.count(" ") > _TAG_WORDS:
            return body
        if (line.bullet is not None) != links:
            break
        comma = not line.gap and text[body[index - 1].end - 1] == ","
        if (
            not sourced
            and not (comma and words.count(" ") < _NAME_WORDS)
            and not _is_last_line(words, wording)
        ):
            break
        if ":" in words:
            spoken = speech_labels(text, body) if spoken is None else spoken
            if line.start in spoken or is_attendance(text, line):
                break
        run.insert(0, index)
    above = next((p for p in reversed(body[: run[0]]) if not p.boilerplate), None) if run else None
    if above is None or sum(_is_of_programme(text, body[i]) for i in run) > 1:
        return body
    end = text[above.body : above.end]
    if tags and len(run) < _TAGS:
        return body
    if links and (above.bullet is not None or end.rstrip(_CLOSERS)[-1:] not in _STOPS):
        run = [index for index in run if body[index].bullet is None]
    elif _is_over(collapse(end), above, wording):
        first = run.pop(0)
        while run and not body[run[0]].gap and all(p.boilerplate for p in body[first + 1 : run[0]]):
            first = run.pop(0)
    found = set(run)
    return [replace(p, boilerplate=True) if i in found else p for i, p in enumerate(body)]


def without_first_lines(text: str, body: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``body`` with the lines marked as boilerplate that stand above those present.

    They have no marker and are no sentences. One between quotation marks goes above any text: it
    is the motto of those who met. What only says that an outline comes goes below them.
    """
    body = [
        replace(p, boilerplate=True)
        if i < _FIRST_LINES and not p.marked and heads_outline(text[p.start : p.end])
        else p
        for i, p in enumerate(body)
    ]
    run: list[int] = []
    for index, line in enumerate(body[:_FIRST_LINES]):
        if line.boilerplate:
            continue
        if is_attendance(text, line):
            break
        words = collapse(text[line.start : min(line.end, line.start + 2 * _LAST_LINE)])
        title = len(words) <= _LAST_LINE and wording.is_title(words)
        title = title and ":" not in words and _HELD.search(words) is None
        if line.marked or not title or _of_lines(text, line):
            run = [i for i in run[-1:] if text[body[i].start] in '“"']
            break
        run.append(index)
    else:
        return body
    found = set(run)
    return [replace(p, boilerplate=True) if i in found else p for i, p in enumerate(body)]


def _of_lines(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a label with what stands below it: ``SUBJECT`` / ``Cod``."""
    return "\n" in text[paragraph.start : paragraph.end]


def _is_of_programme(text: str, line: Paragraph) -> bool:
    """Whether a line tells what was done on the day that it begins with."""
    words = collapse(text[line.body : line.end])
    begins = any(not day.start and day.day for day in find_dates(words)[:1])
    return begins and len(words.split()) > _NAME_WORDS


def _is_over(words: str, above: Paragraph, wording: Wording) -> bool:
    """Whether the line below is the text of ``words``: a lead, a heading with a number."""
    if words[-1:] in ":：":
        return True
    if not above.marked or _TOLD.match(words) is not None or date_line(words) is not None:
        return False
    return wording.is_title(words)


def _is_last_line(words: str, wording: Wording) -> bool:
    """Whether a line below the last sentence is no sentence itself, and tells of no meeting."""
    if date_line(words) is not None or _LEADER.search(words) is not None:
        return True
    if words[:1] in _ROW and _COUNTED_ROW.match(words):
        return False
    told = _TOLD.match(words) or _KEPT.match(words)
    if told is not None or wording.has_finite_verb(words):
        return False
    bare = _NOTED.sub("", words).rstrip(_CLOSERS)
    if bare[-1:] not in _STOPS or _INITIAL.search(bare):
        return True
    long = [word for word in bare.split() if len(word) >= _LONG]
    named = len(long) > 1 and all(word[0].isupper() for word in long)
    return bare[-1] == "." and named and ":" not in words and len(words) <= _BRACKETED


def without_footnotes(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the notes at its end marked as boilerplate.

    Theirs are the document's only numbers, and most stand again as anchors, glued to words above
    them; or there is but one note, and that the first. Notes may also be counted anew below a
    document's own numbers, or without any sign: ``3 The following morning ...``.
    """
    body = _without_returning(text, body)
    body = _without_starred(text, _without_last_notes(text, body))
    numbered = [i for i, p in enumerate(body) if p.numbers and not p.boilerplate]
    first = numbered[0] if numbered else 0
    if not first or body[first].depth:
        return body
    above = next(p for p in reversed(body[:first]) if not p.boilerplate or p is body[0])
    if above.depth or text[above.end - 1] in ":：":
        return body
    if sum(not p.boilerplate for p in body[first:]) > 2 * len(numbered):
        return body  # sections, each over more than a paragraph
    readings = [body[i].numbers[0].readings[0] for i in numbered]
    values = [value for style, value in readings if style in ("1.", "1", "[1]")]
    last = next(i for i in reversed(range(len(body))) if not body[i].boilerplate)
    if numbered != [last] or values != [1]:
        if not values or values != list(range(values[0], values[0] + len(readings))):
            return body
        anchors = _anchored(text, values, body[:first])
        least = len(values) if first < _FOOTNOTE_AFTER else len(values) / 2
        if anchors < least and not _anchored_elsewhere(text, values, body[first].start):
            return body
    elif first < _FOOTNOTE_AFTER and not _anchored_elsewhere(text, [1], body[first].start):
        return body
    return [replace(p, boilerplate=True) if i >= first else p for i, p in enumerate(body)]


def _without_last_notes(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the paragraphs at its end marked that begin with the number of an anchor.

    They count upwards, and no paragraph of the text carries on their numbers. What the first tells
    may be in what archive a record is kept.
    """
    start, values = len(body), list[int]()
    for index in range(len(body) - 1, max(_FOOTNOTE_AFTER, len(body) - _NOTES) - 1, -1):
        line = body[index]
        if line.boilerplate:
            continue
        match = _NOTE.match(text, line.start, line.end)
        if match is None and not values and _FILED.fullmatch(text, line.start, line.end):
            continue
        if match is None or line.depth or line.bullet or (values and int(match[1]) >= values[-1]):
            break
        start = index
        values.append(int(match[1]))
    if not values or not start:
        return body
    above = body[:start]
    counted = {value for p in above if p.numbers for _, value in p.numbers[0].readings}
    in_a_row = values == [*range(values[0], values[-1] - 1, -1)]
    # Where notes are counted on, the number of one may have been lost.
    least = (len(values) + 1) // 2 if in_a_row and values[-1] > 1 else len(values)
    sourced = _SOURCE.match(text, body[start].start, body[start].end) is not None
    if values[-1] - 1 in counted or (not sourced and _anchored(text, values, above) < least):
        return body
    return [*body[:start], *(replace(p, boilerplate=True) for p in body[start:])]


def _without_returning(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the notes at its end marked as boilerplate that end in a link to their anchor.

    They are counted or on a list, as a page was kept: ``- Not printed.↩``.
    """
    start = len(body)
    while start > 1 and text[body[start - 1].end - 1] in _RETURNS:
        start -= 1
    return [*body[:start], *(replace(p, boilerplate=True) for p in body[start:])]


def _without_starred(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the notes at its end marked whose stars are glued to words above them.

    A rule stands above the first: ``Note by the Chair*``, and below ``* Issued on 3 May.``; or the
    last paragraph alone has a star.
    """
    start = end = max((i + 1 for i, p in enumerate(body) if not p.boilerplate), default=0)
    while start > _FOOTNOTE_AFTER and body[start - 1].bullet == "*":
        start -= 1
    above = body[start - 1 : start]
    alone = start == end - 1 and sum(p.bullet == "*" for p in body) == 1
    alone = alone and text[above[0].end - 1 : above[0].end] != ":"  # or it is the item of a list
    if start == end or not above or not (alone or above[0].boilerplate):
        return body
    if not alone and any(map(str.isalnum, text[above[0].start : above[0].end])):
        return body
    if _STARRED.search(text, 0, above[0].start) is None:
        return body
    return [*body[:start], *(replace(p, boilerplate=True) for p in body[start:])]


def _anchored(text: str, values: list[int], above: Sequence[Paragraph]) -> int:
    """How many numbers of notes stand glued to a word above them: ``his request.3``.

    Those in boilerplate, such as ``(Photo1)``, count for nothing.
    """
    glued: set[str] = set()
    done = 0
    if above:
        # "• Cod Dialogue1" shows a picture.
        front = text[: above[0].start].split("\n")
        kept = (line for line in front if not is_numbered_caption(line.strip(" \t•*-")))
        glued.update(_GLUED.findall("\n".join(kept)))
        done = above[0].start
    for paragraph in above:
        if paragraph.boilerplate:
            glued.update(_GLUED.findall(text, done, paragraph.start))
            done = paragraph.end
    glued.update(_GLUED.findall(text, done, above[-1].end if above else 0))
    if above and any(f"[{value}]" in text for value in values):
        glued.update(_IN_BRACKETS.findall(text, 0, above[-1].end))
    return sum(str(value) in glued for value in values)


def _anchored_elsewhere(text: str, values: list[int], end: int) -> bool:
    """Whether the notes are counted from 1 though their anchors go on from a page before."""
    if values[0] != 1:
        return False
    anchors = {int(match[1]) for match in _ANCHOR.finditer(text, 0, end)}
    runs = (sum(start + i in anchors for i in range(len(values))) for start in anchors if start > 1)
    # That of the first may stand in the title.
    return max((*runs, 0)) >= max(1, len(values) - 1)


def without_signature(text: str, body: list[Paragraph], title: str) -> list[Paragraph]:
    """``body`` with its last line marked as boilerplate if that is the name of the author.

    He is named in the title, as that of a memorandum: ``by the Under Secretary (Roe)``; or the line
    is nothing but initials, or a surname below a telegram.
    """
    left = [i for i, p in enumerate(body) if not p.boilerplate]
    if len(left) < _FOOTNOTE_AFTER:
        return body
    body = _without_parties(text, _without_foot(text, _without_leave(text, body)))
    left = [i for i, p in enumerate(body) if not p.boilerplate]
    last = body[left[-1]] if left else body[-1]
    signed = last.end - last.start <= _BRACKETED and not last.marked and last.gap
    signed = signed and (
        _INITIALS.fullmatch(text, last.start, last.end) is not None
        or (
            _SENT.search(title) is not None
            and (_SURNAME.fullmatch(text, last.start, last.end) is not None)
        )
    )
    words = text[last.start : min(last.end, last.start + _BRACKETED)].split()
    named = (
        not last.marked
        and 1 < len(words) <= _NAME_WORDS
        and all(word[0].isupper() for word in words)
        and re.search(rf"\b{re.escape(words[-1])}\b", title) is not None
    )
    if not (named or signed):
        return body
    marked = list(body)
    marked[left[-1]] = replace(last, boilerplate=True)
    return marked


def _without_foot(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the lines at its end marked as boilerplate that tell who wrote it, and when.

    They stand together, the first one initials or a name, and one of them is a unit or a day.
    """
    start = len(body) - 1
    while start > 0 and not body[start].gap and len(body) - start < _FOOT_LINES:
        start -= 1
    lines = [text[p.start : min(p.end, p.start + _BRACKETED + 1)] for p in body[start:]]
    if not 1 < len(lines) <= _FOOT_LINES or any(p.marked for p in body[start:]):
        return body
    told = any(p.boilerplate for p in body[start:]) or any(date_line(line) for line in lines)
    told = told or all(line.isupper() and _SIGNED.fullmatch(line) for line in lines)
    short = all(len(line) <= _BRACKETED for line in lines) and not body[start].boilerplate
    if not (told and short and body[start].gap and _SIGNED.fullmatch(lines[0])):
        return body
    return [*body[:start], *(replace(p, boilerplate=True) for p in body[start:])]


def _without_parties(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the lines at its end marked as boilerplate in which parties sign.

    ``For the Norwegian side`` stands there, alone or beside the other, and who signs.
    """
    start, parties = len(body), False
    for index in range(len(body) - 1, max(0, len(body) - 2 * _FOOT_LINES) - 1, -1):
        line = body[index]
        if line.marked or line.end - line.start > _SIDE_BY_SIDE:
            break
        if not line.boilerplate:
            parts = _GAP.split(text[line.start : line.end])
            for_whom = all(_FOR.fullmatch(part) for part in parts)
            if not for_whom and not all(_SIGNED.fullmatch(part) for part in parts):
                break
            parties = parties or for_whom
        start = index
    if not parties:
        return body
    return [*body[:start], *(replace(p, boilerplate=True) for p in body[start:])]


def _without_leave(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the end of a letter marked as boilerplate: ``Yours ever, / Jane Roe``."""
    for index in range(len(body) - 1, max(0, len(body) - _FOOT_LINES) - 1, -1):
        line = body[index]
        if _VALEDICTION.fullmatch(text, line.start, line.end):
            below = body[index + 1 :]
            if all(p.boilerplate or p.end - p.start <= _BRACKETED for p in below):
                return [*body[:index], *(replace(p, boilerplate=True) for p in body[index:])]
    return body
