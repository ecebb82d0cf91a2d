"""Slips: what is glued, spare or short in a line with a day, mended before the day is read."""

from __future__ import annotations

import re

from .cues import cues

__all__ = ["COLUMN", "mended"]

_WEEKDAYS = re.compile(
    r"(?<=\d) ?\((?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:[a-z]{0,5}day)?\.?\)"
    r"(?=\s*(?:-|–|—|~|to|and)\s*\d)"
)
"""The weekday of the first of several days: ``18 (Mon) - 20 (Wed)``."""
_GLUED = re.compile(
    r"(?<=[a-z] \d{4})(?=\d{1,2}:\d{2}\b)|(?<=\d [ap]\.m\.)(?=[A-Z][a-z])"
    r"|(?<=\d)(?=[•·])|(?<=[•·])(?=\w)"
)
"""Before a time of day or a place that is glued to what it stands beside, as pages have it."""
_BESIDE_GLUE = (":", ".m.", "•", "·")
"""One of these stands beside what is glued."""
_SPARE = re.compile(r"(?<=\d)\.(?= [A-Z][a-z]{2,8} [12]\d{3})|(?<=[a-z]),(?= \d{1,2},? [12]\d{3})")
"""A point behind the day, a comma before it: ``23. May 2019``, ``November, 10, 2010``."""
_FROM_TO = re.compile(r"\b[Ff]rom (?:the )?(\d{1,2}) to (?:the )?(\d{1,2})(?= (?:of )?[A-Z])")
"""Several days in other words: ``from 5 to 7 May``."""
COLUMN = re.compile(r"(?<=\d) ?[:,]? (?:col(?:umn|\.)|p(?:age|\.)) ?\d{1,5}[a-z]*\Z", re.I)
"""Where on the printed page a day's debates go on: ``3 May 2004 : Column 741``."""
_SHORT = re.compile(
    r"\A(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{2})(?= [|–—-] )"
    r"|\A(?P<Y>[12]\d{3}) (?P<M>\d{2}) (?P<D>\d{2})(?=\Z| [|–—-] )"
)
"""A day in figures before a bar, or by itself: ``03.05.04 | News``, ``2004 05 03``."""
_CABLE = re.compile(r"\A\d{3,5}\. (?=[A-Z][A-Z]+\b)")
"""The number of a cable before its place and day: ``1120. OSLO, 3 May 1965``."""
_CENTURY = 50
"""Years of two digits below it are of this century."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_TWO_DIGITS = re.compile(
    rf"(?<!\d)(?P<before>\d{{1,2}}(?P<sign>[ -]){_MONTH}\.?(?P=sign)[’']?"
    rf"|{_MONTH}\.? \d{{1,2}},? [’'])(?P<year>\d{{2}})(?=[)\]]?\Z)",
    re.IGNORECASE,
)
"""A year of two digits at the end of a line: ``3-May-04``, ``May 3, '04``."""
_SOLID = re.compile(r"(?:\A|(?<=: ))((?:19|20)\d\d)([01]\d)([0-3]\d)\Z")
"""A day in eight figures: ``20040503``."""
_OF_AN_ERA = re.compile(
    r"(?P<beside>(?<=\d{4}) \((?:Heisei|Reiwa|Showa) \d{1,2}\))"
    r"|\b(?P<era>Heisei|Reiwa|Showa) (?P<number>\d{1,2})\b(?! ?[(/] ?\d{4})",
)
"""A year as Japan counts them: ``3 May, Heisei 16``, ``3 May 2004 (Heisei 16)``."""
_ERAS = {"Heisei": 1988, "Reiwa": 2018, "Showa": 1925}
_DOTTED = re.compile(
    rf"(?P<day>\b\d{{1,2}})\. ?[-–—] ?(?P<last>\d{{1,2}})\.(?= {_MONTH})"
    r"|(?P<first>\b\d{1,2})\.? ?[-–—] ?\d{1,2}\.(?=\d{1,2}\.[12]\d{3}\b)"
    r"|(?P<whole>\b\d{1,2}\.\d{1,2})\.? ?[-–—] ?\d{1,2}\.\d{1,2}\.(?=[12]\d{3}\b)"
)
"""Several days with points: ``3.-5. May 2004``, ``3.-5.5.2004``, ``30.4.-5.5.2004``."""


_ORIGIN = re.compile(
    r"\A(?:The |This )?(?:full |joint )?(?:(?:press |news )?release|(?:press )?statement|speech"
    r"|text|read-?out|transcript|remarks|communiqu[eé]|message|letter|note|summary|interview)"
    r"(?: below)?(?: was| were)? (?:first )?"
    r"(?:issued|published|released|made|given|delivered|posted)"
    r" (?:by|in|at|from) [^.!?;]{2,90}?,? on (?P<day>[^.;:]{6,30}\d{4})\.?\Z",
    re.IGNORECASE,
)
"""Where a text kept elsewhere comes from: ``The note issued by Minister Roe on 3 May 2004.``"""
_OTHER_MONTH = re.compile(
    r"(?<=\d)(?P<led>(?:st|nd|rd|th)?[. ] ?(?:de )?)(?P<month>[^\W\d_]{3,10})\.?"
    r"(?:,| del?)? (?=[12]\d{3}(?!\d))"
)
"""The word between a day and its year."""


def _in_full(match: re.Match[str]) -> str:
    if match["Y"]:
        return f"{match['Y']}-{match['M']}-{match['D']}"
    return f"{match['d']}.{match['m']}.{_with_century(match['y'])}"


def _with_century(year: str) -> str:
    return f"{20 if int(year) < _CENTURY else 19}{year}"


def _in_century(match: re.Match[str]) -> str:
    return match["before"].rstrip("’'") + _with_century(match["year"])


def _of_era(match: re.Match[str]) -> str:
    return "" if match["beside"] else str(_ERAS[match["era"]] + int(match["number"]))


def _first_day(match: re.Match[str]) -> str:
    return (
        f"{match['day']}-{match['last']}"
        if match["day"]
        else f"{match['first'] or match['whole']}."
    )


def _in_english(match: re.Match[str]) -> str:
    english = cues().months.get(match["month"].lower())
    return match[0] if english is None else f"{match['led'].replace('de ', '')}{english} "


def mended(line: str) -> str:
    """A date line with a space for what is glued or spare in it, its month in English."""
    line = _ORIGIN.sub(r"Issued on \g<day>", line) if " on " in line else line
    line = _OTHER_MONTH.sub(_in_english, line, 1)
    line = _WEEKDAYS.sub("", line) if "(" in line else line
    last = line.rstrip(")]")[-3:]
    if last[-2:].isdigit() and not last[:1].isdigit():
        line = _TWO_DIGITS.sub(_in_century, line, 1)
    line = _OF_AN_ERA.sub(_of_era, line) if any(era in line for era in _ERAS) else line
    line = _SOLID.sub(r"\1-\2-\3", line, 1) if line[-8:].isdigit() else line
    line = _DOTTED.sub(_first_day, line) if "." in line else line
    line = _CABLE.sub("", _SHORT.sub(_in_full, line, 1)) if line[:2].isdigit() else line
    line = _FROM_TO.sub(r"\1-\2", line) if "rom " in line else line
    line = COLUMN.sub("", line)
    if any(sign in line for sign in _BESIDE_GLUE):
        line = _GLUED.sub(" ", line)
    return _SPARE.sub("", line)
