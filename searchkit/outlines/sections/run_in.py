"""Headings run in: those on the line that their text begins on.

``2. Ferries: Minister Roe said`` and ``**Ferries.** Minister Roe said`` begin with one where
several paragraphs do alike. A colon after a name, an office or a country tells who speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..front.date_lines import date_line
from ..front.place_lines import is_country
from ..particulars.attendance import heads_attendance, is_particulars, names_particulars
from ..particulars.listing import ADDRESSED
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse
from .markers import read_markers
from .signed import GENERAL, is_label, is_named, speaks, tells

__all__ = ["without_run_in"]

_BOLD = re.compile(
    r"(?P<open>\*{1,3}|_{1,3})(?P<words>[^*_\n]{2,100}?)(?P<sign>[.:]?)(?P=open)"
    r"(?P<after>[ ][-–—](?=[ ])|[.:]?)"
)
_CLOSED = re.compile(
    r"(?P<words>[^*_\n]{2,100}?)(?P<sign>[.:]?)(?:\*{1,3}|_{1,3})(?P<after>[ ][-–—]|[.:]?)(?=\s)"
)
"""One in bold with its number: ``**2. Ferries.** Minister Roe said``."""
_PLAIN = re.compile(
    r"(?P<words>[^:.?!;\n]{2,80})(?P<sign>[.:])[-–—]?"
    r"(?=\s+[\"'“‘(]?(?:(?<=:\s)[a-zà-ÿĀ-ɏ]|[A-ZÀ-ÞĀ-ɏḀ-ỿ0-9])|(?<=[a-z]:)[A-ZÀ-Þ][a-z])"
)
_DASHED = re.compile(
    r"(?P<words>[^:?!;\n]{2,100}?)[ ]?(?:(?P<sign>…|\.{3,4})|(?<=[ ])(?:[–—]|-{1,2}))"
    r"(?=[ ]+[\"'“‘(]?[A-ZÀ-ÞĀ-ɏ])"
)
"""One that a dash or an ellipsis parts from its text: ``2. Ferries – Minister Roe said``."""
_CELL = re.compile(r"(?P<words>[^|\n]{2,80}?)[ ](?P<sign>\|)(?=[ ])")
"""One in a row of a table: ``2. Ferries | Minister Roe said``."""
_CAPITALS = re.compile(
    r"(?P<words>[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ0-9 ,&/()’'-]{2,78}?)(?P<sign>[ ]{2,}|[ ][-–—](?=[ ]))"
    r"(?=\s*[\"'“‘(]?\w)"
)
"""One in capitals with space or a dash behind it: ``2. FERRIES   Minister Roe said``."""
_SPACED = re.compile(
    r"(?P<words>[A-ZÀ-ÞĀ-ɏ][^.:;?!\n]{1,60})"
    r"(?P<sign>\.)[ ]{3,}(?=[\"'“‘(]?[A-ZÀ-ÞĀ-ɏ])"
)
"""One without a number, with space behind its stop: ``Ferries.   Minister Roe said``."""
_BARE = re.compile(
    r"(?P<words>[A-ZÀ-ÞĀ-ɏ][^:.?!;\n–—]{2,60}?)(?P<sign>:|\.[-–—]|\.|[ ][-–—])"
    r"(?=[ ]+[\"'“‘(]?[A-ZÀ-ÞĀ-ɏḀ-ỿ0-9])"
)
"""One without a number or any other sign of it: ``Ferries. Minister Roe said``."""
_INNER = re.compile(
    r"(?P<words>[A-ZÀ-ÞĀ-ɏ][^:.?!;()\n]{1,80}?)[ ]+"
    r"(?=(?P<sign>\()(?:1|a|i|A)\)[ ]+[\"“‘']?[A-ZÀ-ÞĀ-ɏ])"
)
"""One on the line of the first item below it: ``2. Ferries (1) Minister Roe said``."""
_SHOUTED = re.compile(r"(?P<words>[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ0-9 ,&/’'-]{3,60}):(?= +[\"'“‘(]?\w)")
"""One in capitals: ``FERRIES: Director Roe said``."""
_OWNED = re.compile(r"[’']S? ")
_FEW_WORDS = 6
_REMARKS = frozenset({"action", "begin", "comment", "comments", "end", "note", "summary"})
"""With one of these a telegram or a record tells what its writer adds: no heading."""
_SURE = 3
"""A heading of so few words may stand alone among paragraphs with numbers."""
_LONGEST = 130
_MOST_WORDS = 9
_SUBJECTS = frozenset({"both", "leaders", "ministers", "side", "sides", "participants", "members"})
"""Beside those who hold an office, who speaks where the words before a colon do not."""
_SUBJECT = 4
"""So many words may lead to the subject of a sentence."""
_REST = 30
_REST_LENGTH = 301
_BARE_SERIES = 3
_BARE_SHARE = 0.35
_SERIES = 2
_STOPPED = 3
"""So many paragraphs with numbers begin alike where a full stop ends each heading."""
_SHARE = 0.6
_SMALL = 4


def without_run_in(
    text: str, body: list[Paragraph], wording: Wording
) -> tuple[list[Paragraph], frozenset[int]]:
    """``body`` with each heading apart from its text, and where those headings start."""
    groups: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    alike: dict[str, list[Paragraph]] = {}
    counts: Counter[str] = Counter()
    for index, paragraph in enumerate(body):
        if paragraph.boilerplate or paragraph.depth or paragraph.bullet is not None:
            continue
        style, value = paragraph.numbers[-1].readings[0] if paragraph.numbers else ("", 0)
        counts[style] += value == 1
        # Those of one section may have headings where others have none.
        styles = (style, f"{style} {counts[style]}") if style else (style,)
        found = _label(text, paragraph, wording)
        for style in styles:
            alike.setdefault(style, []).append(paragraph)
            if found is not None:
                end, sign, words = found
                groups.setdefault((style, sign), []).append((index, end, words))
    totals = {
        style: sum(_has_text(text, paragraph, wording) for paragraph in alike.get(style, ()))
        for style in {style for style, _ in groups}
    }
    ends: dict[int, int] = {}
    series = [key for key, group in groups.items() if _is_series(group, key[1], totals[key[0]])]
    sure = {
        sign
        for style, sign in series
        if (
            _are_bare(text, groups[style, sign])
            if sign[-1] == " "
            else _tells(text, groups[style, sign])
        )
    }
    for style, sign in series:
        # Names begin speeches; headings have small letters, most of them.
        if sign[0] in "*|(=" or sign in sure:
            ends.update((index, end) for index, end, _ in groups[style, sign])
        if sign == "=":  # "(4) Agenda: Cod." counts on from "(3) Venue: Vik"
            ends.update((index, end) for index, end, _ in groups.get((style, ":"), ()))
    if ends and _in_capitals(groups.get(("", ": "), ()), ends):
        ends.update(_beside_capitals(text, body, wording))
    for (style, sign), group in groups.items():
        if sign == ":":
            ends.update((i, end) for i, end, words in group if words.lower() in GENERAL)
            if style:
                ends.update(
                    (i, end)
                    for i, end, words in group
                    if _has_text(text, body[i], wording) and _is_sure(text, words, wording)
                )
    if not ends:
        return body, frozenset()
    split: list[Paragraph] = []
    for index, paragraph in enumerate(body):
        if index not in ends:
            split.append(paragraph)
            continue
        begin = ends[index]
        split.append(replace(paragraph, end=begin))
        while text[begin].isspace():
            begin += 1
        split.append(_rest(text, begin, paragraph))
    starts = {body[index].start for index in ends}
    if any(sign == "=" for _, sign in series):  # "3. Participants:" alone on its line
        starts.update(p.start for p in body if is_particulars(text, p))
    return split, frozenset(starts)


def _is_sure(text: str, words: str, wording: Wording) -> bool:
    """Whether a few words between a number and a colon are a heading though no other is alike."""
    every = words.split()
    initials = len(words) <= _SMALL and words.isupper()
    return (
        len(every) <= _SURE
        and every[0].lower() not in _REMARKS
        and not initials
        and is_label(words, wording)
        and not is_named(text, words)
    )


def _in_capitals(group: Sequence[tuple[int, int, str]], ends: Mapping[int, int]) -> bool:
    """Whether what begins paragraphs without a number is in capitals, and taken for headings."""
    return bool(group) and all(i in ends and words.isupper() for i, _, words in group)


def _beside_capitals(
    text: str, body: Sequence[Paragraph], wording: Wording
) -> Iterator[tuple[int, int]]:
    """What else begins in capitals where headings do, whatever is said behind the colon."""
    for index, paragraph in enumerate(body):
        match = None if paragraph.marked else _SHOUTED.match(text, paragraph.body, paragraph.end)
        if match is None or paragraph.boilerplate:
            continue
        words = collapse(match["words"])
        # "DIRECTOR'S COMMENTS:", but neither "DIRECTOR ROE:" nor "QUESTION:"
        label = _OWNED.search(words) is not None or is_label(words, wording)
        if label and not heads_attendance(words) and not is_named(text, words):
            yield index, match.end()


def _rest(text: str, begin: int, paragraph: Paragraph) -> Paragraph:
    """What stands behind a heading on its line, with the number it begins with."""
    markers = read_markers(text[begin : begin + _REST]) if text[begin] == "(" else None
    own = begin + markers.end if markers is not None else begin
    numbers = markers.numbers if markers is not None else ()
    return Paragraph(begin, own, paragraph.end, paragraph.indent, gap=False, numbers=numbers)


def _has_text(text: str, paragraph: Paragraph, wording: Wording) -> bool:
    """Whether a paragraph is more than a heading."""
    return not wording.is_title(text[paragraph.body : min(paragraph.end, paragraph.body + 301)])


def _label(text: str, paragraph: Paragraph, wording: Wording) -> tuple[int, str, str] | None:
    """Where the heading ends that may begin a paragraph, the sign after it, and its words.

    The sign is ``*`` for one in bold, ``**`` where its number is in bold as well, and ``=`` where
    particulars are told: ``(2) Venue: Vik``.
    """
    head = text[paragraph.body : min(paragraph.end, paragraph.body + _LONGEST)]
    numbered = paragraph.numbers and text[paragraph.start] in "*_"
    bold = _CLOSED.match(head) if numbered else _BOLD.match(head)
    plain = (
        _CELL.match(head) or _INNER.match(head) or _PLAIN.match(head) if paragraph.numbers else None
    )
    apart = _CAPITALS if paragraph.numbers else _SPACED
    spaced = None if plain or bold else apart.match(head)
    if not (paragraph.numbers or bold or spaced):
        return _bare(text, paragraph, head, wording)
    if paragraph.numbers and not bold and (dashed := _DASHED.match(head)) is not None:
        found = _behind_dash(text, paragraph, dashed, wording)
        if found is not None:
            return found
    match = bold or plain or spaced
    if match is None:
        return None
    if spaced is not None and match is spaced:
        return _set_apart(text, paragraph, spaced, wording)
    sign = match["sign"] or (bold["after"] if bold else "")
    words = collapse(match["words"])
    rest = text[paragraph.body + match.end() : paragraph.end].strip()
    if paragraph.numbers and sign == ":" and rest and names_particulars(words):
        return paragraph.body + match.end(), "=", words
    if not rest or not sign or len(words.split()) > _MOST_WORDS or not wording.is_title(words):
        return None
    if (
        (sign == ":" or bold is None)
        and sign != "("
        and (
            wording.is_particular(f"{words}: {rest}")
            or (is_country(words) and not _has_subject(rest, wording))
        )
    ):
        return None
    low = words.lower()
    if sign == ":" and low not in GENERAL and not wording.offices.isdisjoint(low.split()):
        return None
    # What comes after a heading is a sentence.
    if wording.is_title(rest[:1].upper() + rest[1:]) and rest[-1:] not in (".", ":"):
        return None
    return paragraph.body + match.end(), _sign(sign, bold is not None, bool(numbered)), words


def _behind_dash(
    text: str, paragraph: Paragraph, match: re.Match[str], wording: Wording
) -> tuple[int, str, str] | None:
    """A heading that a dash or an ellipsis parts from a sentence."""
    words, begin = collapse(match["words"]), paragraph.body + match.end()
    rest = text[begin : min(paragraph.end, begin + _REST_LENGTH)].strip()
    if len(words.split()) > _MOST_WORDS or not wording.is_title(words) or ADDRESSED.match(words):
        return None
    # Behind an ellipsis a text may be as short as an answer: ``Next meeting … Noted.``
    said = bool(match["sign"]) and rest[-1:] == "."
    if is_country(words) or not is_label(words, wording):
        return None
    if not said and wording.is_title(rest):
        return None
    return begin, "…" if match["sign"] else "–", words


def _has_subject(rest: str, wording: Wording) -> bool:
    """Whether a sentence names who speaks, so that the country before it is what they speak of."""
    words = rest[:_LONGEST].lower().split()[:_SUBJECT]
    return not wording.offices.union(_SUBJECTS).isdisjoint(words)


def _bare(
    text: str, paragraph: Paragraph, head: str, wording: Wording
) -> tuple[int, str, str] | None:
    """A heading without a number or bold letters, before a sentence."""
    match = _BARE.match(head)
    if match is None or len(match["words"].split()) > _FEW_WORDS:
        return None
    words, begin = collapse(match["words"]), paragraph.body + match.end()
    rest = text[begin : min(paragraph.end, begin + _REST_LENGTH)].strip()
    if not wording.is_title(words) or wording.is_title(rest) or ADDRESSED.match(words):
        return None
    if not is_label(words, wording) or wording.is_particular(f"{words}: {rest}"):
        return None
    if is_country(words) or date_line(words) is not None or speaks(text, begin, paragraph.end):
        return None
    return begin, f"{match['sign'].strip()} ", words


def _set_apart(
    text: str, paragraph: Paragraph, match: re.Match[str], wording: Wording
) -> tuple[int, str, str] | None:
    """A heading that space or a dash parts from what is said below it."""
    words = collapse(match["words"])
    rest = text[paragraph.body + match.end() : paragraph.end].strip()
    shouted = rest[:_REST].isupper() or not rest
    if shouted or len(words.split()) > _MOST_WORDS or not wording.is_title(words):
        return None
    return paragraph.body + match.end(), "|" if paragraph.numbers else ".", words


def _sign(sign: str, bold: bool, numbered: bool) -> str:
    if bold and numbered:
        return "**"
    return "*" if bold and sign != ":" else sign


def _is_series(group: Sequence[tuple[int, int, str]], sign: str, total: int) -> bool:
    """Whether so many paragraphs begin alike that what they begin with are headings."""
    if sign == "**":
        return True
    labels = [words for _, _, words in group]
    if sign == "=":
        return len(set(labels)) >= _SERIES
    if sign[-1] == " ":
        enough = len(group) >= max(_BARE_SERIES, _BARE_SHARE * total)
        return enough and len(set(labels)) == len(labels)
    if len(group) < (_STOPPED if sign == "." else _SERIES) or len(set(labels)) < len(labels):
        return False
    return sign in ("*", "…") or len(group) >= _SHARE * total


def _are_bare(text: str, group: Sequence[tuple[int, int, str]]) -> bool:
    """Whether headings of a series without any sign of it are no names."""
    labels = [words for _, _, words in group]
    told = any(tells(text, label) for label in labels)
    return told and not any(is_named(text, label) for label in labels)


def _tells(text: str, group: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a heading of a series has a word that no name has."""
    if any(label.lower() in GENERAL for _, _, label in group):
        return True
    words = (word for _, _, label in group for word in label.split())
    return any(word.islower() and len(word) >= _SMALL for word in words) or (
        len(group) >= _STOPPED and _are_bare(text, group)
    )
