"""Markers: the numbers, letters and bullets that a line starts with.

A *marker* is a number or letter with its punctuation (``1.``, ``(a)``, ``II.``, ``2.1``); its
*style* is the punctuation and the kind of sign, so that ``(a)`` and ``(b)`` are of one style and
``1.`` and ``(1)`` of two. A *bullet* numbers nothing. Markdown's ``##`` counts as a marker whose
style holds its depth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

__all__ = ["Marker", "Markers", "kind_of", "read_markers", "readings_of"]

_BULLETS = "ㅇᄋ❍❖➔✔⦁◉◎☐☑▷▹•●○◦‣▪▫■□◆◇►▶▸・∙⁃·♦⚫➢➤✓"
_GLUED = "•●○◦‣▪■□◆◇►▶・∙♦⚫➢➤"
_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}
_GLYPHS = {chr(first + n): n + 1 for first in (0x2160, 0x2170) for n in range(12)}
"""Roman numbers of one sign: ``Ⅰ``, ``ⅳ``."""
_KANJI = "一二三四五六七八九十"
_WIDE = {0xFF01 + n: 0x21 + n for n in range(94)} | {0x3000: 0x20}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_FIRST_SMALL = chr(0x2170)
_ROMAN_FORM = re.compile(r"(?:x{1,3}|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")

_TOKEN = re.compile(
    rf"(?P<bullet>[{_BULLETS}]|[-–—−*o°](?=[\s　])"
    rf"|[-–—](?=\([a-z0-9]{{1,3}}\))|[-–—]{{2}}(?=[\s　]))"
    r"|(?P<hash>\#{1,6})(?=[ \t])"
    r"|[(\[](?P<word>[A-Za-z]{4,7}(?: [A-Za-z]{4})?)\s(?P<wordnumber>\d{1,3})[)\]]"
    r"|(?P<open>[(\[])(?P<inner>\d{1,6}|[A-Za-z]|[ivxlIVXL]{2,7})\.?(?P<close>[)\]])"
    rf"|(?P<glyphopen>\()?(?P<glyph>[{''.join(_GLYPHS)}])(?(glyphopen)\)|[.,)]?)"
    r"|(?P<mixed>(?:[A-Z]|[IVX]{1,5})(?:\.\d{1,2}){1,3})[.)]?(?=[\s　])"
    r"|(?P<whole>\d{1,2})\.0\.?(?=[ \t　]+[^\W\d_a-z])"
    r"|(?P<path>\d{1,3}(?:\.\d{1,3}){1,5})(?P<pathend>[.)]?)(?=[\s　]|\Z)"
    r"|(?P<dashed>\d{1,2}[-–]\d{1,2}(?:[-–]\d{1,2})?)[.)]?(?=[ \t　]+[^\W\d_a-z])"
    r"|(?P<reference>[A-Z](?:[A-Za-z]{0,4}[/.-]?|[A-Z]{1,4} (?=\d+/))\d{1,4}(?:[/.-]\d{1,4}){1,2}"
    r"|\d{1,4}[/.-][A-Z]{1,4}[/.-]?\d{1,4})(?=[.:)]?[ \t]+(?:\d{1,3}[.)]|[A-Z]))[.:)]?"
    r"|(?P<slashed>\d{1,4}/\d{1,4}(?:/(?:\d|\d\d(?=[.:)]?(?:\t|  ))))?)(?=[.:)]?[ \t]+[A-Z])[.:)]?"
    r"|§{1,2}[ \t]?(?P<article>\d{1,3})[.)]?(?=[\s:])"
    r"|(?P<article2>\d{1,3})[ \t]?§(?=[\s:])"
    r"|(?P<number>\d{1,6})\\?(?P<after>\.[-–](?=[ \t])|\.[/)]|[.)]|[°º](?=[ ]+[A-ZÀ-ÞĀ-ɏ]))(?!\d)"
    r"|(?P<number2>\d{1,3})(?P<after2>[:/](?=[ \t])|[ \t][-–—](?=[ \t]+[^\W\d_]))"
    r"|(?P<roman>[IVX]{1,5})[ \t][-–—](?=[ \t]+[A-ZÀ-ÞĀ-ɏ])"
    r"|(?P<letter>[A-Za-z]|[ivxlIVXL]{2,7})(?P<letterafter>\.[-–/)]|[.)/])(?=[\s　]|\Z)"
    r"|(?P<glued>\d{1,2})(?=[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ])"
    rf"|(?P<kanjiopen>\()?(?P<kanji>[{''.join(_KANJI)}]{{1,3}})(?(kanjiopen)\)|[.,、:\u3000])"
    rf"|(?P<circled>[{''.join(_CIRCLED)}])"
    r"|(?P<plain>\d{1,2}|\d{3,4}(?=[ \t]+[A-Z][A-Z])|[IVX]{1,5}"
    r"|[a-z](?=\t|　|[ ]{2}|[ ][A-ZÀ-ÞĀ-ɏ]))"
    r"(?=[ \t　]+[^\W\d_a-z]|[ ]{2,}\d{2,4}/\d|\t\d{2,4}/\d)"
)
_NAMED = re.compile(
    r"(?P<word>(?:[A-Z][a-z]{3,6}|[A-Z]{4,7}|TOP)(?: (?i:item))?)(?:\s(?i:no)\.?)?\s"
    r"(?P<number>\d{1,3}|[IVXL]{1,7}|[A-Z])"
    r"(?:\s?[.:](?=\s|\Z)|\s[-–—](?=\s)|\s*\Z|(?P<bare>\s)(?=\s*[A-ZÀ-ÞĀ-ɏ\"“‘]))"
)
_COUNTED = frozenset({"item", "top"})
"""Words behind whose number no sign need stand: ``Item 3 Cod``."""
_MINUTE = re.compile(
    r"(?i:min(?:ute)?s?)(?:\.|\b) ?(?:(?i:no)\.? ?)?(?P<label>(?P<number>\d{1,4})(?:/\d{2,4}){0,2})"
    r"\s?[:.–—-]\s*(?=[A-ZÀ-ÞĀ-ɏ])"
)
"""The number of a minute: ``MIN. NO. 61/2017: COD``."""
_FIGURES = re.compile(r"\d+")
_EMPHASES = frozenset("*_")
_EMPHASIS = re.compile(r"\*{1,3}(?=[\w(\[])|_{1,3}(?=[^\W_]|[(\[])")
_NUMBER_LENGTH = 2
"""A longer number has no nought in front."""
_SPACES = frozenset(" \t　\xa0\u2002\u2003\u2009")
_AROUND = ".,:;/()[]-–—°º "
_HEAD = 64
"""Markers stand within so many characters."""
_MOST = 4
"""More markers than these on one line number nothing."""


@dataclass(slots=True)
class Marker:
    """One number or letter: ``readings`` are its possible (style, value) pairs, likeliest first.

    ``label`` is the number or letter as it stands. ``(i)`` may be Roman 1 or the letter 9; which
    it is, the markers around it tell. Of a ``path`` such as ``2.1`` the value is the last number,
    and the style holds the others. ``end`` is where the text after it begins.
    """

    label: str
    readings: tuple[tuple[str, int], ...]
    path: bool = False
    end: int = 0


@dataclass(slots=True)
class Markers:
    """What a line starts with: ``end`` is where its own text begins, ``start`` the first number.

    ``bullet`` is the sign of a bullet, ``depth`` Markdown's number of hashes (0: no heading).
    """

    start: int
    end: int
    numbers: tuple[Marker, ...] = ()
    bullet: str | None = None
    depth: int = 0


def _roman(label: str) -> int | None:
    """The value of a Roman numeral up to 89, or ``None``."""
    low = label.lower()
    if not _ROMAN_FORM.match(low) or not low:
        return None
    values = [_ROMAN[char] for char in low]
    return sum(
        -value if index + 1 < len(values) and value < values[index + 1] else value
        for index, value in enumerate(values)
    )


def _kanji(label: str) -> int:
    """The value of a numeral such as ``三`` or ``二十一``, 0 if it is none."""
    tens, ten, ones = label.rpartition("十")
    if not all(len(part) < 2 for part in (tens, ones)):
        return 0
    value = {sign: number for number, sign in enumerate(_KANJI, 1)}
    return (value.get(tens, 1) * 10 if ten else 0) + value.get(ones, 0)


def kind_of(style: str) -> str:
    """The kind of sign that a style counts with, whatever stands around it: ``1`` of ``(1)``."""
    return style.strip(_AROUND).removesuffix("glued")


def readings_of(label: str, opening: str, closing: str) -> tuple[tuple[str, int], ...]:
    """What a number or letter between two signs may mean: (style, value), likeliest first."""
    if label.isdigit():
        # "(0850)" is a time of day.
        timed = len(label) > _NUMBER_LENGTH and label[0] == "0"
        return () if timed else ((f"{opening}1{closing}", int(label)),)
    if label.lower() != label and label.upper() != label:
        return ()
    letter, roman = ("a", "i") if label.islower() else ("A", "I")
    readings = []
    value = _roman(label)
    if value is not None:
        readings.append((f"{opening}{roman}{closing}", value))
    if len(label) == 1:
        reading = (f"{opening}{letter}{closing}", ord(label.lower()) - ord("a") + 1)
        # Only i, v and x start or carry on Roman numbers often enough to be read so first.
        readings.insert(len(readings) if label.lower() in "ivx" else 0, reading)
    return tuple(readings)


def _number(match: re.Match[str], end: int) -> Marker | None:
    group = match.groupdict()
    if group["word"]:
        style = f"({group['word'].lower()})"
        return Marker(group["wordnumber"], ((style, int(group["wordnumber"])),), end=end)
    if group["path"]:
        prefix, _, last = group["path"].rpartition(".")
        return Marker(group["path"], ((f"path {prefix}", int(last)),), path=True, end=end)
    if group["glued"]:
        return Marker(group["glued"], (("1glued", int(group["glued"])),), end=end)
    if group["mixed"]:
        # "II.3" below "II."
        prefix, _, last = group["mixed"].rpartition(".")
        return Marker(group["mixed"], ((f"path {prefix}", int(last)),), path=True, end=end)
    if group["glyph"]:
        value = _GLYPHS[group["glyph"]]
        small = group["glyph"] >= _FIRST_SMALL
        label = next(one for one in _ROMANS if _roman(one) == value)
        style = "ⅰ" if small else "Ⅰ"
        style = f"({style})" if group["glyphopen"] else style
        return Marker(label if small else label.upper(), ((style, value),), end=end)
    if article := group["article"] or group["article2"]:
        return Marker(article, (("§", int(article)),), end=end)
    if group["whole"]:
        # "3.0 Reports" stands above "3.1" as "3. Reports" does.
        return Marker(group["whole"], (("1.0", int(group["whole"])),), end=end)
    if group["dashed"]:
        # Below 2. they stand as 2-1 and 2-2: paths as 2.1 is, and written as those in ids.
        path = group["dashed"].replace("–", "-").replace("-", ".")
        prefix, _, last = path.rpartition(".")
        return Marker(path, ((f"dash {prefix}", int(last)),), path=True, end=end)
    if group["reference"]:
        return Marker(group["reference"], _serials(group["reference"]), end=end)
    if group["slashed"]:
        first, last = group["slashed"].rsplit("/", 1)
        if "/" in first:  # "09/18/3", the third item of the meeting of that month
            return Marker(group["slashed"], ((f"{first}/1", int(last)),), end=end)
        slashed = ((f"{first}/1", int(last)), (f"1/{last}", int(first)))
        return Marker(group["slashed"], slashed, end=end)
    if group["kanji"]:
        value = _kanji(group["kanji"])
        style = "(一)" if group["kanjiopen"] else "一"
        return Marker(str(value), ((style, value),), end=end) if value else None
    if group["circled"]:
        value = _CIRCLED[group["circled"]]
        return Marker(str(value), (("circled", value),), end=end)
    if group["plain"]:
        label = group["plain"]
        if label.isdigit():
            return Marker(label, (("1", int(label)),), end=end)
        if label.islower():
            return Marker(label, (("a", ord(label) - ord("a") + 1),), end=end)
        roman = _roman(label)
        return Marker(label, (("I", roman),), end=end) if roman else None
    if group["roman"]:
        dashed = _roman(group["roman"])
        return Marker(group["roman"], (("I-", dashed),), end=end) if dashed else None
    if group["number2"]:
        label, sign = group["number2"], group["after2"].strip()
        return Marker(label, ((f"1{sign}", int(label)),), end=end)
    opening, label, closing = group["open"], group["inner"], group["close"]
    if opening is None:
        opening = ""
        label = group["number"] or group["letter"]
        # "1.-", "1./" and "1.)" are "1." with one sign more.
        closing = (group["after"] or group["letterafter"])[0]
    elif (opening == "(") != (closing == ")") or (opening == "[" and not label.isdigit()):
        return None
    readings = readings_of(label, opening, closing)
    return Marker(label, readings, end=end) if readings else None


def _serials(label: str) -> tuple[tuple[str, int], ...]:
    """What may count in the number of a minute, the last figures or the first: ``FC/23/101``."""
    figures = [*_FIGURES.finditer(label)]
    return tuple(
        (f"reference{label[: at.start()]}#{label[at.end() :]}".replace(" ", ""), int(at[0]))
        for at in (figures[-1], figures[0])
    )


def read_markers(line: str, words: Sequence[str] = ()) -> Markers | None:
    """The markers that ``line`` (without indentation) starts with, or ``None``.

    ``words`` are those that may stand before a number (``Agenda 1:``). Doubled markers
    (``1. (1)``, ``- (a)``) are all read. Whether a marker numbers something at its place in the
    document is for the numbering to judge: ``A. Smith said`` starts with one.
    """
    first = line[:1]
    if first in _EMPHASES and (emphasis := _EMPHASIS.match(line)) is not None:
        return _emphasised(line, emphasis[0], words)
    if line[1:2].islower() and first.isalpha() and first not in "ivx":
        return _named(line, words) if first.isupper() else None
    head = line[:_HEAD]
    if not head.isascii():
        head = head.translate(_WIDE)
    start, end, position, bullet, depth = 0, 0, 0, None, 0
    numbers: list[Marker] = []
    for _ in range(_MOST):
        match = _TOKEN.match(head, position)
        if match is None:
            break
        position = match.end()
        while head[position : position + 1] in _SPACES:
            position += 1
        if match["bullet"]:
            spaced = position > match.end() or head[position : position + 1] == "("
            if numbers or bullet or not (spaced or match["bullet"] in _GLUED):
                break
            bullet, start = match["bullet"], position
        elif match["hash"]:
            if numbers or bullet or depth:
                break
            depth, start = len(match["hash"]), position
        else:
            marker = _number(match, position)
            if marker is None or (match["word"] and match["word"].lower() not in words):
                break
            # "1.Heading" is glued; "1.a" and "(1)st" are something else.
            if head[match.end() : match.end() + 1].islower() or (numbers and match["plain"]):
                break
            if numbers and numbers[-1].readings[0][0].startswith("reference"):
                numbers.pop()  # "C014/09  1. Apologies": the minute book's, before the number
            numbers.append(marker)
        end = position
    if not numbers and bullet is None:
        named = _named(line[position:], words) if head[position : position + 1].isupper() else None
        if not depth:
            return named
        if named is not None:
            # "## Session I. Ports"
            numbers = [replace(one, end=one.end + position) for one in named.numbers]
            end = position + named.end
    return Markers(start, end, tuple(numbers), bullet, depth)


def _emphasised(line: str, signs: str, words: Sequence[str]) -> Markers | None:
    """The markers within Markdown's emphasis: ``**2. Trade**``, ``**(1)** He said``."""
    length = len(signs)
    found = read_markers(line[length:], words)
    if found is None or not found.numbers or found.bullet is not None or found.depth:
        return None
    end = found.end + length
    if line.startswith(signs, end):
        end += length
        while line[end : end + 1] in _SPACES:
            end += 1
    numbers = tuple(replace(one, end=one.end + length) for one in found.numbers[:-1])
    last = replace(found.numbers[-1], end=end)
    return Markers(found.start + length, end, (*numbers, last))


def _named(line: str, words: Sequence[str]) -> Markers | None:
    if (minute := _MINUTE.match(line)) is not None:
        readings = readings_of(minute["number"], "minute ", "")
        return Markers(0, minute.end(), (Marker(minute["label"], readings, end=minute.end()),))
    match = _NAMED.match(line)
    if match is None:
        return None
    word = match["word"].lower().split()[0]
    bare = match["bare"] is not None
    if bare and not (match["word"].lower().split()[-1] in _COUNTED and match["number"].isdigit()):
        return None
    # "Session I. Ports" is counted; "Session 1: Ports" is a name.
    if word not in words and not (f"{word}." in words and match[0].rstrip().endswith(".")):
        return None
    readings = readings_of(match["number"], match["word"].lower() + " ", "")
    end = match.end()
    while line[end : end + 1] in _SPACES:
        end += 1
    return Markers(0, end, (Marker(match["number"], readings, end=end),)) if readings else None
