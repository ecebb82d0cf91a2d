"""A line of a list of people, taken apart: a name, an office, perhaps a country.

A *row* is such a line. Signs part its *cells*; which signs they are, and whether the name or the
office comes first, is the *manner* of the row. Rows that stand together have one manner, so that a
reader knows the cells of all where those of one are plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ..lands.countries import country_of, is_name
from .tokens import every_given_name, vocabulary

__all__ = ["OFFICER", "Row", "lines_of", "may_be_row", "person_in", "post_of", "rows_of"]

_LONGEST = 180
_SHORTEST = 8
_LAST = 20
"""What closes a row is no longer, in characters."""
_MARK = re.compile(r"[ \t>|]*(?:(?:[-*•·–—o▪‣]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+)?[*_]{0,3}[ \t]*")
_CLOSE = re.compile(r"(?:[;,]?[ \t]+(?:and|&))?[ \t]*[;,.]?[*_ \t|]*\Z")
_STOPPED = re.compile(r"\b(?:a\.i|h\.c|[A-Z])\.[ \t|]*\Z")
"""A point that is of the last word: ``Chargé d'affaires a.i.``"""
_ANY = re.compile(r"[,:(|\t[]| [-–—] |   |\.{4}|…")
_SIGNS = (
    ("wide", re.compile(r"[ \t]*(?:\||\t|\.{4,}|…{2,})[ \t]*| {3,}")),
    ("dash", re.compile(r"[*_]{0,3}[ \t]+[-–—][ \t]+[*_]{0,3}")),
    ("colon", re.compile(r"[*_]{0,3}:[*_]{0,3}[ \t]+")),
    ("comma", re.compile(r"[*_]{0,3},[*_]{0,3}[ \t]+")),
)
_BRACKETED = re.compile(
    r"(?P<a>[^()\[\],]{3,60}?(?:,[ \t]+[A-Z][A-Za-z.]{1,7})*)[*_]{0,3}[ \t]*"
    r"[(\[](?P<b>[^()\[\]]{3,100}(?:\([^()]{2,30}\))?)[)\]]"
    r"(?:,?[ \t]+(?P<c>[^()]+))?"
)
_UP = "A-ZÀ-ÞĀ-ɏ"
"""Capitals, among them those of Latin alphabets with further letters, which stand by small ones."""
_BIG = (
    rf"(?:(?:[{_UP}]\.[ \t]?){{1,4}}(?=[ \t]|[{_UP}][\w’'-]+)|(?:al|el|ad|as|ash|an|ar|at|az|[dl])"
    rf"[-’'][{_UP}][\w’'-]+|[{_UP}][\w’'ʻ-]*[^\W\d_](?:\.(?=[ \t]))?|[{_UP}](?![\w]))"
)
_SMALL = (
    r"(?:al|bin|ben|ibn|bint|binti|binte|de|von|van|der|den|del|della|di|da|das|do|dos|du|la|las|le"
    r"|los|el|y|e|i|ten|ter|zu|zum|zur|af|ní|ó|op)"
)
_CALLED = rf"[\"“‘'(][{_UP}][\w’'-]+[\"”’')]"
_NAME = re.compile(
    rf"{_BIG}(?:[ \t]*(?:{_SMALL}[ \t]+){{0,3}}{_BIG}|[ \t]+{_CALLED}(?=[ \t])){{0,5}}"
)
_STYLE_WORDS = """
his her their royal imperial serene excellency highness majesty eminence holiness the right rt most
h.e h.e. hrh hh h.h h.h. hm honourable honorable hon h.c mag dipl dipl.-ing dipl-ing
archbishop bishop father brother sister lord baroness baron lady sri seri sir dame
lt ltc maj brig gen col adm amb cdr cmdr capt sgt ltcol u daw
"""
_STYLES = frozenset(_STYLE_WORDS.split())
_RANKED = frozenset({"air", "wing", "group", "vice", "rear", "staff", "field", "first", "chief"})
_RANKS = frozenset({
    "marshal", "commander", "captain", "admiral", "general", "adm", "sergeant", "lieutenant",
    "commodore",
})  # fmt: skip
_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "h.e", "sir", "hon"})
_WORD = re.compile(r"[^\s,;()]+[ \t]+")
_IN_NAME = re.compile(r"[^\s\"“”()]+")
_LETTERS = re.compile(
    r"(?:,?[ \t]+(?:(?:[A-Z]\.){2,6}|[A-Z](?: [A-Z]){1,3}(?! [A-Z](?:[ \t,]|\Z))|[A-Z]{2,6}"
    r"|Ph\.?D\.?|Esq\.?|[JS]r\.?|D\.Phil\.?|LL\.?[BM]\.?)"
    r"(?=,|[ \t]|\Z))+"
)
OFFICER = re.compile(
    r"(?:er|or|ist|ant|man|woman|person|master|clerk|head|lead|chief|executive|nurse|dean|librarian"
    r"|imam|bishop|deacon|vicar|curate|warden|verger|provost|principal|matron|bursar|attorney"
    r"|physician|registrar|counsel|vice-chancellor|fellow|expert|intern|trainee|agent|technician"
    r"|student|ombudsman)\Z"
)
"""How the word ends that tells what somebody is or does."""
_LINK = re.compile(r" (?:of|for|to|in|on|at)\b|,")
_SECOND = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Miss|H\.E|Messrs)\b\.? [A-Z]|[;:?!|\t]|   |[a-z]{4}\. [A-Z]"
)
_SENTENCE = re.compile(
    r"\b(?:is|was|were|are|said|has|had|have|will|would|that|which|who|he|she|it|they|met|noted)\b"
)
_JOINING = frozenset({"and", "the", "de", "d’affaires", "d'affaires", "ad", "interim", "a.i.", "&"})
_ALSO = re.compile(r",?[ \t]+(?:and|&)[ \t]+|,[ \t]+")
_SURE = 2
_SEVERAL = 3


@dataclass(slots=True)
class Row:
    """``name`` and ``post`` are spans of a text that a line names together; ``sure`` how plainly.

    They stand between ``start`` and ``tail``; ``form`` is where the name begins with its styles.
    """

    start: int
    form: int
    name: tuple[int, int]
    post: tuple[int, int] | None
    country: str | None
    manner: tuple[str, ...]
    tail: int
    sure: int = 0


@lru_cache(maxsize=4)
def lines_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where the lines of ``text`` begin and end, without the space around them."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        begin = at + (line.find(bare) if bare else 0)
        found.append((begin, begin + len(bare)))
        at += len(line) + 1
    return tuple(found)


@cache
def _nouns() -> frozenset[str]:
    """Words that no name has."""
    known = vocabulary()
    words = known.heads | known.fields | known.not_names | known.labels | known.plurals
    return words - known.surnames_too - known.places_too


@cache
def _before_names() -> frozenset[str]:
    known = vocabulary()
    return known.address | known.styles - {"general"}


def _styled(text: str, start: int, end: int) -> int:
    """Where a name begins behind what styles it."""
    known = vocabulary()
    at = start
    while True:
        match = _WORD.match(text, at, end)
        if match is None:
            return at
        low = match[0].strip().lower()
        bare = low.rstrip(".")
        after = text[match.end() : end].split(None, 1)[:1]
        ranked = bare in _RANKED and after and after[0].lower().rstrip(".") in _RANKS
        tan = low == "tan" and after == ["Sri"]
        if low == "the" and (not after or after[0].lower().strip(".") not in _STYLES):
            return at
        fits = (
            tan
            or low in _STYLES
            or bare in _STYLES
            or bare in known.address
            or low in known.styles
            or (bare in ("m", "dato'", "dato’") and at == start)
            or ranked
        )
        small = low[0] == match[0][0] and low not in ("the", "h.c.")
        if not fits or small or (low == "the" and at > start):
            return at
        at = match.end()


def person_in(text: str, start: int, end: int) -> tuple[int, int, int, int] | None:
    """Where a name begins with its styles and without, where it ends, and how plain it is.

    ``None`` where ``text[start:end]`` is not a name and no more, but for letters after it.
    """
    begin = _styled(text, start, end)
    match = _NAME.match(text, begin, end)
    if match is None:
        return None
    stop = match.end()
    rest = text[stop:end]
    known = vocabulary()
    words = [(m[0], m.start()) for m in _IN_NAME.finditer(text, begin, stop)]
    while (
        len(words) > 1
        and words[-1][0].lower().strip(".") in known.letters
        and words[-1][0].isupper()
    ):
        stop = words.pop()[1]
        while text[stop - 1] in " \t":
            stop -= 1
    if rest and _LETTERS.fullmatch(text, stop, end) is None:
        return None
    lows = [word.lower().strip(".’'") for word, _ in words]
    inside = [i for i, low in enumerate(lows) if low in _ADDRESS and i]
    if inside:
        # "Osagyefo Dr. Jane Roe"; but not two in two columns
        if inside != [1] or len(words) <= 2:
            return None
        begin, words, lows = words[2][1], words[2:], lows[2:]
    nouns = _nouns()
    if any(low in nouns and len(low) > 1 for low in lows) or country_of(" ".join(lows)):
        return None
    given = every_given_name()
    some = begin > start or any(low in given for low in lows)
    if any(country_of(low) for low in lows[:-1] if len(low) > 3):
        return None
    if not some and (lows[-1] in known.surnames_too or lows[-1] in known.places_too):
        return None
    if all(word.isupper() for word, _ in words if len(word) > 1) and not some:
        return None
    initials = any(len(low.replace(".", "")) < 2 for low in lows[:-1])
    if len([low for low in lows if len(low) > 1]) < 1:
        return None
    plain = 2 if some or initials else 1 if len(words) > 1 else 0
    return start, begin, stop, plain


def _names_several(text: str, start: int, end: int) -> bool:
    """Whether names and nothing else stand there, joined: ``Jane Roe & Ida Fen``."""
    signs = [*_ALSO.finditer(text, start, end)]
    if not signs:
        return False
    cells = [(a.end(), b.start()) for a, b in pairwise(signs)]
    cells = [(start, signs[0].start()), *cells, (signs[-1].end(), end)]
    persons = [person_in(text, *_bare(text, *cell)) for cell in cells]
    return all(persons) and any(person is not None and person[3] > 1 for person in persons)


def post_of(text: str, start: int, end: int) -> int:
    """How plainly ``text[start:end]`` tells what somebody is: 2, 1 where it may, 0."""
    words = text[start:end]
    if len(words) < 2 or not (words[0].isupper() or words[0].isdigit()) or _SECOND.search(words):
        return 0
    if _SENTENCE.search(words) or _names_several(text, start, end):
        return 0
    known = vocabulary()
    first = _LINK.split(words, maxsplit=1)[0].replace("/", " ").split()
    lows = [low.strip("().’'") for low in " ".join(first).replace("-", " ").lower().split()]
    if lows[:1] and lows[0] in known.letters and first[0].isupper():
        return 0
    if not lows or any(word[0].islower() and word not in _JOINING for word in first):
        return 0
    head = lows[-1]
    held = "affaires" in words or not known.heads.isdisjoint((*lows, " ".join(first).lower()))
    officer = OFFICER.search(head) is not None and not known.field(head.title(), head)
    person = person_in(text, start, end)
    # "Ambassador Miller" is somebody, a "General Manager" is not
    styled = bool(lows[:-1]) and _before_names().issuperset(lows[:-1])
    if person is not None and (not officer or styled) and (person[3] > 1 or not held):
        return 0 if person[3] > 1 or officer else 1
    # "Foreign Minister Miller" is one more
    closed = head in known.heads or head in known.prefixes or known.field(first[-1], head)
    return 2 if officer or (held and (closed or "affaires" in words)) else 1


def _split(text: str, start: int, end: int) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The cells of a line by each sign that parts it."""
    wide = False
    for kind, sign in _SIGNS:
        at, cells = start, []
        for match in sign.finditer(text, start, end):
            cells.append((at, match.start()))
            at = match.end()
        wide = wide or (kind == "wide" and bool(cells))
        if cells and (not wide or kind == "wide"):
            yield kind, [(a, b) for a, b in (*cells, (at, end)) if b > a]
    bracketed = _BRACKETED.fullmatch(text, start, end) if not wide else None
    if bracketed:
        yield "bracket", [bracketed.span(key) for key in "abc" if bracketed[key]]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t*_":
        start += 1
    while start < end and text[end - 1] in " \t*_":
        end -= 1
    return start, end


def may_be_row(text: str, start: int, end: int) -> bool:
    """Whether a line may be a row, or rows behind one another: no prose, and of several cells."""
    line = text[start:end]
    if end - start < _SHORTEST or not _ANY.search(line):
        return False
    words = line.split()
    return sum(map(str.islower, words)) * 2 <= len(words)


def rows_of(text: str, start: int, end: int) -> list[Row]:
    """The rows that a line may be, in each manner one."""
    if not _SHORTEST <= end - start <= _LONGEST:
        return []
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    if start >= end or not (text[start].isupper() or text.startswith("the ", start)):
        return []
    last = max(start, end - _LAST)
    if not _STOPPED.search(text, last, end):
        close = _CLOSE.search(text, last, end)
        end = close.start() if close else end
    return [*_rows(text, start, end, ())]


def _rows(text: str, start: int, end: int, manner: tuple[str, ...]) -> Iterator[Row]:
    for kind, cells in _split(text, start, end):
        if kind in manner:
            continue
        cells = [_bare(text, *cell) for cell in cells]
        told = [i for i, (a, b) in enumerate(cells) if _country(text[a:b])]
        if len(told) > 1:
            continue
        country = _country(text[slice(*cells[told[0]])]) if told else None
        rest = [cell for i, cell in enumerate(cells) if i not in told]
        if len(rest) > 2:
            rest = [rest[0], *(cell for cell in rest[1:] if not _shortens(text, rest[0], cell))]
        key = (*manner, kind + (str(told[0]) if told else ""))
        if len(rest) == 1 and told:
            for row in _rows(text, *rest[0], key):
                row.country = row.country or country
                row.start, row.tail = start, max(row.tail, end)
                yield row
            continue
        if len(rest) < 2:
            continue
        joined = kind in ("comma", "dash") or len(rest) == 2
        if not joined or (kind == "comma" and _are_persons(text, rest)):
            continue
        for first in (True, False):
            at = 1
            if first:
                # letters after a name are cells of their own
                while at < len(rest) - 1 and _LETTERS.fullmatch(" " + text[slice(*rest[at])]):
                    at += 1
                who, what = (rest[0][0], rest[at - 1][1]), (rest[at][0], rest[-1][1])
            else:
                who, what = rest[-1], (rest[0][0], rest[-2][1])
            person = person_in(text, *who)
            if person is None:
                continue
            what, beside = _unbracketed(text, *what)
            country = country or beside
            post = post_of(text, *what)
            form, begin, stop, plain = person
            if not post or (not first and post < _SURE):
                continue
            if kind == "wide" and text[what[0]] == "(":
                continue
            if first and _inverted(text, (begin, stop), what):
                continue
            if told and first and what[0] < cells[told[0]][0] < what[1]:
                continue
            yield Row(
                start,
                form,
                (begin, stop),
                what,
                country,
                (*key, "name" if first else "post"),
                end,
                plain + post,
            )


def _shortens(text: str, name: tuple[int, int], cell: tuple[int, int]) -> bool:
    """Whether a cell is no more than the initials of a name: ``JR`` of ``Ms Jane Roe``."""
    letters = text[slice(*cell)].strip("().")
    first = "".join(word[0] for word in text[slice(*name)].split())
    return 1 < len(letters) <= len(first) and letters.isupper() and first.endswith(letters)


def _are_persons(text: str, cells: list[tuple[int, int]]) -> bool:
    """Whether three or more names stand in a row, the last of them before a comma perhaps."""
    if len(cells) < _SEVERAL:
        return False
    persons = [person_in(text, *cell) for cell in cells]
    goes_on = text.startswith(",", cells[-1][1])
    known = any(person is not None and person[3] > 1 for person in persons[1:])
    return all(persons) and (goes_on or known)


_PATRONYMIC = re.compile(r"(?:vich|vna|ichna|oglu|ogly|qizi|kyzy)\Z", re.IGNORECASE)


def _inverted(text: str, name: tuple[int, int], post: tuple[int, int]) -> bool:
    """Whether a surname has its given names behind a comma: ``Roe, Jane Ann, Director``."""
    if " " in text[slice(*name)]:
        return False
    words = text[slice(*post)].split(",")[0].split()
    given = every_given_name()
    return (
        len(words) < 4
        and all(w[0].isupper() for w in words)
        and (words[0].lower() in given or _PATRONYMIC.search(words[-1]) is not None)
    )


_IN_BRACKETS = re.compile(r"[ \t]*[(\[](?P<in>[^()\[\]]{2,40})[)\]][ \t]*\Z")
_IN_COUNTRY = re.compile(r",[ \t]+(?:the )?(?P<in>[A-ZÀ-ÞĀ-ɏ][^,;()]{2,40})\Z")
_INITIALS = re.compile(
    r"[A-Z]{2,4}|(?i:in the chair|(?:vice-?|co-?)?chair\w*|note-?taker|interpreter)"
)


def _unbracketed(text: str, start: int, end: int) -> tuple[tuple[int, int], str | None]:
    """A post without a country, initials or a part at the meeting in brackets behind it."""
    if text.startswith(("the ", "The "), start, end):
        start += 4
    told = _IN_COUNTRY.search(text, start, end)
    if told is not None and (country := _country(told["in"])) is not None:
        return (start, told.start()), country
    bracket = _IN_BRACKETS.search(text, start, end)
    if bracket is None or bracket.start() <= start:
        return (start, end), None
    country = _country(bracket["in"])
    if country is not None:
        return (start, bracket.start()), country
    if _INITIALS.fullmatch(bracket["in"]):
        plain = post_of(text, start, bracket.start()) > 1
        return ((start, bracket.start()) if plain else bracket.span("in")), None
    return (start, end), None


def _country(words: str) -> str | None:
    words = words.strip(" .")
    if words.startswith(("the ", "The ")):
        words = words[4:]
    return country_of(words) if is_name(words) else None
