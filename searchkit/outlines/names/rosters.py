"""Names without a title in lists of those present: under ``Present:``, or with their initials."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from ..lands.countries import country_of
from ..particulars.listing import ADDRESSED
from ..words.gates import lowered
from .initials import initials_list
from .naming import Naming
from .rolls import person_in
from .titles import Office, office_head, read_title
from .tokens import Tokens

__all__ = [
    "bracketed_office",
    "interprets",
    "read_rosters",
    "roster_spans",
]

_ZONE = 12_000
"""A roster stands near the beginning, within so many characters."""
_HINTS = ("resent", "RESENT", "ttend", "TTEND", "articipants", "PARTICIPANTS", "pologies", "bsent",
          "embers", "egrets", "itnesses", "riefer", "peakers")  # fmt: skip
"""Without any of them there is no roster."""
_AWAY = (
    "not present", "apologies", "absent", "regrets", "excused", "in attendance", "also present",
    "others present", "staff present", "staff", "observers", "guests", "officers", "officials",
)  # fmt: skip
_HERE = (
    "present", "attending", "attendees", "participants", "witnesses", "members", "delegates",
    "attendance",
    "briefers", "briefer", "speakers",
)  # fmt: skip
_AFTER_HEAD = ("for absence", "present", "from", "were", "members")
_SIGNS = r":|…|\.{3}|\|"
_ROSTER = re.compile(
    rf"(?:^|(?<=[.;] ))[ \t>#*•·-]*(?:(?:[A-Za-z]+ ){{0,6}}?attended by(?: the following)?"
    rf"|(?:\d{{1,2}}\.?[ \t]+)?The following (?:[A-Za-z]+ ){{1,6}}?were present"
    rf"|(?:[A-Za-z]+ ){{0,3}}?(?:(?P<away>{'|'.join(_AWAY)})|{'|'.join(_HERE)}))"
    rf"(?: (?:{'|'.join(_AFTER_HEAD)}))?[ \t]*(?:{_SIGNS})[ \t*]*"
    r"(?:(?:councillors|cllrs|members)[ \t]*:[ \t]*)?",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(
    r"^[ \t>#*_]*(?:list of |those |members )?(?:(?P<away>apologies(?: for absence)?|absent|"
    r"in attendance|also present)|present|attendance|attendees|participants)[ \t*_#]*$"
    r"(?=(?:[ \t]*\n){1,2}[ \t]*[•*·|–-]?[ \t]*(?:(?:H\.?E|Rt|Cllr|Councillor|M(?:r|s|rs|me|iss)"
    r"|Dr|Prof|Sir|Hon)\b|(?-i:[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?: [A-Z]\.| (?:van|von|de|al|bin))*"
    r"(?: [A-ZÀ-ÞĀ-ɏ][\w'’-]+){1,2}"
    r"[ \t]*(?:[,(|–\n-]|\Z)|[A-Z][a-z]+_[A-Z][a-z]+\b)))",
    re.IGNORECASE | re.MULTILINE,
)
"""Such a head on a line of its own, without a colon, with somebody on the line below."""
_ALONE_OVER = re.compile(
    r"^[ \t>#*_•]*(?:list of )?(?:participants|present|attendance|attendees)[ \t*_#]*\n"
    r"(?:[ \t]*\n)?(?=[ \t•*-]*(?P<who>[A-ZÀ-ÞĀ-ɏ][\w. ]{1,40}?)[ \t]*\n"
    r"(?:[ \t]*\n(?=[ \t]*[•*-]))?[ \t•*-]*[A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
"""Such a head over a country on a line of its own and somebody below that."""
_ENDS_LINE = re.compile(
    r"(?:present|attendance|attendees|participants|absence|absent|apologies)[ \t*_#]*(?:\n|\Z)"
)
"""Without such an end of a line, in small letters, no head stands on a line of its own."""
_OF_BODY = re.compile(
    r"[ \t>*•·-]*(?:directors|members|councillors|commissioners|trustees) in attendance",
    re.IGNORECASE,
)
_SIGN = re.compile(rf"[ \t]*(?:{_SIGNS})")
_HEADS = (*_AWAY, *_HERE, *_AFTER_HEAD, "attended by", "the following")
_LONGEST = 1500
_BREAK = re.compile(
    r"\n[ \t]*\n|\n(?=[^\n:|]{1,40}[:|])|(?<!M[rs])(?<!Mrs)(?<!Dr)\.(?=\s+[A-Z][a-z]+ [a-z]|\s*\n)"
    r"|[.;](?=\s+[A-Z][a-z]+(?: [a-z]+){0,2}:)"
    r"|\n(?=[ \t]*(?:(?:[IVX]{2,4}|\d{1,2})[.)]|\((?:\d{1,2}|[a-z])\))[ \t])"
)
"""What ends a roster on the line of its heading."""
_BLANK = re.compile(r"(?:[ \t]*\n)+")
_GAP = re.compile(r"\s*\n[ \t]*(?:[•*·–-][ \t]*)?(?=\S)")
_LIST_BREAK = re.compile(
    r"\n[ \t]*\n|\n(?=[^\n:]{1,40}:)|\n(?=[^\n]{1,60} (?:was|were) (?:also )?present\b)"
)
_GROUP = re.compile(
    r"(?:[ \t]*\n){2}(?=[ \t]*[A-Z])(?:(?:\t\t| {8,})[ \t]*[A-Za-z][^\n]*(?:\n|\Z))+?"
    r"(?=[ \t]*(?:\n|\Z)|\S)"
)
"""Those of the other side, a blank line below the first and as far in."""
_GROUP_HEAD = re.compile(
    r"[ \t]*[A-ZÀ-ÞĀ-ɏ][^\n:,;.]{2,60}\n[ \t]*\n(?=[^\n:]{2,40}:[^\n]+\n[^\n:]{2,40}:[^\n]+\n)"
)
"""What those are who stand below it, each behind a country: ``Senior Cod Officials``."""
_COUNTRY_ROW = re.compile(r"\n[ \t]*(?P<who>[A-ZÀ-ÞĀ-ɏ][\w./ ]{1,40}?)[ \t]*:[^\n]+")
_COUNTRY_BLOCK = re.compile(
    r"(?:[ \t]*\n){1,3}[ \t•*-]*(?P<who>[A-ZÀ-ÞĀ-ɏ][\w. ]{1,40}?)[ \t]*:?[ \t]*\n"
    r"(?:[ \t]*\n(?=[ \t]*[•*-]))?(?:[ \t]*[^\s][^\n:]*(?:\n|\Z))+"
)
"""A country on a line, those of its side below it."""
_FOR = re.compile(
    r"^[ \t]*(?:[-*•][ \t]*)?(?:For|On behalf of|FOR) "
    r"(?:the )?[A-ZÀ-ÞĀ-ɏ][\w .'’-]{2,50}[ \t]*:[ \t]*",
    re.MULTILINE,
)
"""``For Ruritania:`` on two lines or more shows who was there for each."""
_SIDES = ("ide:", "elegation:", "articipants:")
_OF_SIDE = re.compile(
    r"^[ \t#*]*(?:From |For )?(?:[Tt]he )?"
    r"(?P<whose>[A-ZÀ-ÞĀ-ɏ][\w.’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.’'-]+){0,3})"
    r" (?:[Ss]ide|[Dd]elegation|[Pp]articipants)[ \t]?:[ \t*]*(?=\n|(?:Mr|Ms|Mrs|Dr|H\.E)\.? )",
    re.MULTILINE,
)
"""``Ruritanian side:`` on two lines or more, over or before those who were there for each."""
_FURTHER_IN = re.compile(r"\n[ \t]+[^\s:][^\n:]*(?=\n|\Z)")
"""A row's next line: ``\\t\\tMs. Roe, Director``."""
_SIDE_BREAK = re.compile(r"\n[ \t]*\n|\n(?=[^\n:]{1,60}:)")
_NAME = re.compile(
    r"[A-ZÀ-ÞĀ-ɏ][\w'’-]*\.?(?:(?: |(?<=\w)\n(?=[A-ZÀ-ÞĀ-ɏ][\w'’-]* [(\[]))"
    r"(?:(?:de|del|der|van|von|bin|al|da|dos|la|le|ter) ){0,2}"
    r"[A-ZÀ-ÞĀ-ɏ](?:[\w'’-]*[^\W\d_])?\.?){1,3}"
)
_SHORT = re.compile(r"[(\[](?P<short>[A-Z]{2,4})[)\]]")
_WITH_INITIALS = re.compile(
    rf"^[ \t>*•·–-]*(?P<name>{_NAME.pattern}) {_SHORT.pattern}"
    r"(?=[^\w\n]*(?:\(|\n|\Z))",
    re.MULTILINE,
)
"""``- Jane Roe [JR] (Chair)`` on a line of its own."""
_INTERPRETS = re.compile(
    r"(?:, [^()\n\t]{1,60}(?= \())?,? ?\(?"
    r"(?:[Ii]nterpreter|[Nn]ote-?[Tt]aker|[Tt]ranslator|Committee (?:Secretary|Clerk))\b"
)
_LETTERS = re.compile(r"(?<=\w) (?P<letters>[A-Z.]{2,6})\Z")
_GIVEN = re.compile(r"[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ'’-]+\Z")
_NICK = re.compile(r"[A-Z][a-z]+(?:_[A-ZÀ-ÞĀ-ɏ][\w'’-]+){1,2}\Z")
_BARE = re.compile(rf"{_NAME.pattern}|[A-Z][a-z]+(?:_[A-ZÀ-ÞĀ-ɏ][\w'’-]+){{1,2}}")
_BETWEEN = re.compile(r",[ \t]+(?:and[ \t]+)?|[ \t]+and[ \t]+|,\Z")
_TWO, _THREE = 2, 3
_PART = re.compile(r"[^\s,;][^,;]*")
_OFFICE = re.compile(r"\s*(?:\[[A-Z]{2,4}\]\s*)?[(\[]")


def read_rosters(tokens: Tokens) -> list[Naming]:
    """Those whom a list of the people present names without a title."""
    head = tokens.text[:_ZONE]
    pieces = [
        piece for start, end, _ in roster_spans(tokens.text) for piece in _pieces(head, start, end)
    ]
    if ("]\n" in head or ")\n" in head) and _SHORT.search(head):
        for match in _WITH_INITIALS.finditer(head):
            if match["short"] == "".join(word[0] for word in match["name"].split()):
                line = head.find("\n", match.end())
                pieces.append((match.start("name"), line if line >= 0 else len(head)))
    pieces += initials_list(tokens.text)
    members = (_member(tokens, *piece) for piece in dict.fromkeys(pieces))
    return [naming for naming in members if naming is not None]


def interprets(text: str, naming: Naming) -> bool:
    """Whether somebody on a list is there to interpret, to take notes or to serve a committee."""
    return _INTERPRETS.match(text, naming.end) is not None


@lru_cache(maxsize=4)  # several rooms ask it of the same text
def roster_spans(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Where the rosters of ``text`` begin and end, and whether those on it met."""
    return tuple(_rosters(text))


def _rosters(text: str) -> Iterator[tuple[int, int, bool]]:
    head = text[:_ZONE]
    initialled = initials_list(text)
    if initialled:
        yield initialled[0][0], initialled[-1][1], True
    sides = [*_FOR.finditer(head)] if "For " in head or "FOR " in head else []
    if any(hint in head for hint in _SIDES):
        sides += [m for m in _OF_SIDE.finditer(head) if country_of(m["whose"])]
    for match in sides if len(sides) > 1 else ():
        line = head.find("\n", match.end())
        stop = line if line >= 0 else len(head)
        if not head[match.end() : stop].strip():
            gap = _SIDE_BREAK.search(head, stop + 1, stop + _LONGEST)
            stop = gap.start() if gap else min(len(head), stop + _LONGEST)
        while further := _FURTHER_IN.match(head, stop):
            stop = further.end()
        yield match.end(), stop, True
    if not any(hint in head for hint in _HINTS):
        return
    heads = [*_ROSTER.finditer(head)] if _headed(head) else []
    alone = _ENDS_LINE.search(lowered(head)) is not None
    for match in _ALONE_OVER.finditer(head) if alone else ():
        if country_of(match["who"]):
            stop = match.end()
            while (group := _COUNTRY_BLOCK.match(head, stop - 1)) and country_of(group["who"]):
                stop = group.end()
            yield match.end(), stop, True
    heads += _ALONE.finditer(head) if alone else ()
    for match in sorted(heads, key=lambda m: m.start()):
        start = match.end()
        newline = head.find("\n", start, start + _LONGEST)
        listed = newline >= 0 and not head[start:newline].strip()
        if listed:
            start = newline + 1
            blank = _BLANK.match(head, start)
            start = blank.end() if blank else start
            group = _GROUP_HEAD.match(head, start)
            start = group.end() if group else start
        close = (_LIST_BREAK if listed else _BREAK).search(head, start, start + _LONGEST)
        stop = close.start() if close else min(len(head), start + _LONGEST)
        while listed and (gap := _GAP.match(head, stop)) and ADDRESSED.match(head, gap.end()):
            # "Present:" and those who were, a blank line above each
            newline = head.find("\n", gap.end())
            line = newline if newline >= 0 else len(head)
            if head[:line].endswith((".", ".”", '."')):
                break  # a sentence of the text: "Ambassador Roe said that ..."
            stop = line
        while (row := _COUNTRY_ROW.match(head, stop)) and _is_state(row["who"]):
            stop = row.end()
        while listed and (group := _COUNTRY_BLOCK.match(head, stop)) and country_of(group["who"]):
            stop = group.end()
        while (group := _GROUP.match(head, stop)) and ":" not in group[0]:
            stop = group.end()
        there = match["away"] is None or _OF_BODY.match(match[0]) is not None
        yield start, stop, there


def _headed(text: str) -> bool:
    """Whether a sign stands somewhere after what heads a roster."""
    low = lowered(text)
    return any(_signed(low, head) for head in _HEADS if head in low)


def _signed(low: str, head: str) -> bool:
    """Whether a sign stands after ``head`` somewhere, be it after spaces."""
    at = low.find(head)
    while at >= 0:
        if _SIGN.match(low, at + len(head)):
            return True
        at = low.find(head, at + 1)
    return False


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The members of the roster at ``text[start:stop]``: one a line, or between signs."""
    region = text[start:stop]
    listed = text[:start].endswith("\n")
    alone = listed and "\n" not in region.strip() and region.count(",") > 1
    if alone and all(_BARE.fullmatch(part.strip(" \t\n*_.")) for part in region.split(",")):
        listed = False  # "Jane Roe, Otto Brand" on one line
    signs = r"\n" if listed else r";|\n" if ";" in region else r"[,\n]| & | and "
    position = 0
    for sign in [*re.finditer(signs, region), None]:
        last = sign.start() if sign else len(region)
        piece = region[position:last]
        several = _several(text, start + position, start + last) if listed else []
        if several:
            yield from several
            position = sign.end() if sign else last
            continue
        bare = piece.lstrip(" \t>*•·–-")
        for prefix in ("and ", "& "):
            bare = bare.removeprefix(prefix)
        state, colon, names = bare.partition(":")
        if colon and _is_state(state):
            # "Norway: Stein Berge and Jo Ek"
            at = start + last - len(names.lstrip())
            several = _several(text, at, start + last, least=_TWO)
            yield from several or [(at, start + last)]
            position = sign.end() if sign else last
            continue
        yield start + last - len(bare), start + last
        position = sign.end() if sign else last


def _is_state(words: str) -> bool:
    """Whether words name a state, its side, or parts of one: ``Denmark/Greenland``."""
    parts = words.removesuffix(" side").removesuffix(" Side").split("/")
    return any(country_of(part.strip()) for part in parts)


def _several(text: str, start: int, end: int, *, least: int = _THREE) -> list[tuple[int, int]]:
    """Those whom one line of a list names, three or more, or two and no more.

    ``Jane Roe, Otto Brand, and Ida Fen, Presidents of the Banks``, ``Jane Roe, Otto Brand.``
    """
    line = text[start:end].rstrip()
    if "," not in line and " and " not in line:
        return []
    found: list[tuple[int, int]] = []
    others = 0
    at = start
    for sign in [*_BETWEEN.finditer(line), None]:
        stop = start + (sign.start() if sign else len(line.rstrip(" .*_")))
        begin = stop - len(text[at:stop].lstrip(" \t>*•·–-"))
        if begin < stop:
            bare = _BARE.fullmatch(text, begin, stop) and person_in(text, begin, stop)
            if not bare or others:
                others += 1
            else:
                found.append((begin, stop))
        at = start + (sign.end() if sign else len(line))
    closed = not others and line[-1] in ".,"
    return found if len(found) >= (_TWO if closed else least) else []


def _member(tokens: Tokens, start: int, end: int) -> Naming | None:
    """Who is named at the beginning of ``text[start:end]``, if it begins with a name alone."""
    text, known = tokens.text, tokens.known
    match = _NAME.match(text, start, end)
    if match is None:
        word = text[start:end].strip()
        if _NICK.fullmatch(word):
            # "Jane_Roe", as those are listed who write to each other
            stop = start + len(word)
            return Naming(start, stop, tuple(word.split("_")), tail=stop)
        # Of those who know each other: "Present: Jo, Ann".
        if not _GIVEN.match(word) or tokens.words.count(word) < 2:
            return None
        stop = start + len(word)
    else:
        stop = match.end()
        rest = text[stop:end].lstrip()
        while (letters := _LETTERS.search(text, start, stop)) and (
            letters["letters"].lower() in known.letters
        ):
            stop = letters.start()  # "Jane Roe OBE"
        if rest and rest[0] not in "([,.-–—:":
            return None
    first, after = bisect_left(tokens.starts, start), tokens.index_at(stop - 1) + 1
    words = tuple(text[start:stop].split())
    lows = {word.lower().strip(".") for word in words}
    if not lows.isdisjoint(tokens.no_speakers - {"a", "i"}) or any(
        tokens.starts[i] in tokens.place_at for i in range(first, after)
    ):
        return None
    role, offices = bracketed_office(tokens, stop, end)
    return Naming(start, stop, words, role=role, offices=offices, tail=stop)


def bracketed_office(tokens: Tokens, start: int, end: int) -> tuple[str | None, tuple[Office, ...]]:
    """The office in brackets after a name: ``(Chair)``, ``(Greens, Chair)``."""
    bracket = _OFFICE.match(tokens.text, start, end)
    if bracket is None:
        return None, ()
    close = tokens.text.find(")", bracket.end(), end)
    for part in _PART.finditer(tokens.text, bracket.end(), close if close >= 0 else end):
        first = bisect_left(tokens.starts, part.start())
        head = office_head(tokens, first)
        if head is None or tokens.ends[head] > end:
            continue
        title = read_title(tokens, head, floor=first)
        if title.start == first:
            role = tokens.text[tokens.starts[title.start] : tokens.ends[title.end - 1]]
            return " ".join(role.split()), title.offices
    return None, ()
