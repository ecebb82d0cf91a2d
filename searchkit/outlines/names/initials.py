"""Initials that stand for a name: before a colon (``K: Yes.``), or given beside the name.

Initials are *given* where they follow a name in brackets or in the next cell of a table, and their
letters come in the name in order: ``Jane Roe (JR)``, ``Sam Orme-Hale (SOH)``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..speech.reporting import may_report, read_verb
from ..words.gates import lowered
from .naming import Naming, fold
from .tokens import Tokens

__all__ = ["initials_list", "read_initials", "read_single_initials"]

_SHORT = re.compile(r"\s*(?:[(\[]|\|\s*)(?P<short>[A-Z]{2,4})\b")
_AFTER_OFFICE = re.compile(r",[^\n;()]{3,60}?\((?P<short>[A-Z]{2,4})\)")
_OFFICE_LENGTH = 70
_CONVERSATION = re.compile(
    r"\b(?:tele(?:phone)? ?conversations?|telephone calls?|telcon|memcon"
    r"|(?:memorand(?:um|a)|notes?|records?) of (?:an? )?(?:\w+ )?conversations?)\b"
)
_CONVERSES = ("conversation", "telephone call", "telcon", "memcon")
_FRONT = 400
"""The first lines, in characters, name those who speak."""
_LOOSE = frozenset({"the", "and", "but", "then", "when", "while", "if", "in", "to"})
_LETTERS = re.compile(r"[A-Z]{1,4}")
_LETTER = len("P.")
_LONGEST = 20
_SIGNS = " \t*_>•·-–"
"""What may stand before and after a label: a bullet, the signs for bold."""
_ZONE = 12_000
"""Names with their initials are listed near the beginning, within so many characters."""
_VERB = 80
_MANY = 3
"""So many names with initials, one after another, list those present."""
_LISTED = re.compile(
    r"(?<![\w.])(?P<name>[A-ZÀ-ÞĀ-ɏ][\w.'’-]*(?:\s(?:(?:de|del|van|von|der|bin|al)\s){0,2}"
    r"[A-ZÀ-ÞĀ-ɏ][\w.'’-]*){1,3})(?:\s?[(\[]|[ \t]*\|[ \t]*)(?P<short>[A-Z]{2,4})[ \t]*[)\]|]"
)
_GIVEN = re.compile(r"[(\[|][ \t]*[A-Z]{2,4}(?=[ \t]*[)\]|])")
"""Initials as ``_LISTED`` has them, without the name: quick to look for."""
_BETWEEN_LISTED = re.compile(
    r"(?:\s*\([^()\n]{1,60}\))*\s*[,;]?\s*(?:and\s|&\s)?\s*(?:[-*•]\s+)?|[^\n]{0,120}\n[ \t]*\|\s*"
)


def _abbreviated(letters: str, name: tuple[str, ...]) -> bool:
    """Whether ``letters`` may be initials of ``name``: its letters in order, that of the surname
    among them."""
    rest = iter("".join(name).casefold())
    surname = name[-1][0].casefold()
    low = letters.casefold()
    return low[0] == name[0][0].casefold() and surname in low[1:] and all(c in rest for c in low)


def initials_list(text: str) -> list[tuple[int, int]]:
    """Where names are listed with their initials: ``Jane Roe (JR), Otto Brand (OB), ...``.

    The spans of the names, each with its initials; empty unless so many come one after another.
    """
    return list(_listed(text[:_ZONE]))


@lru_cache(maxsize=4)  # several rooms ask it of the same text
def _listed(head: str) -> tuple[tuple[int, int], ...]:
    if len(_GIVEN.findall(head)) < _MANY:
        return ()
    found: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for match in _LISTED.finditer(head):
        if not _abbreviated(match["short"], tuple(match["name"].split())):
            continue
        if run and not _BETWEEN_LISTED.fullmatch(head, run[-1][1], match.start()):
            found += run if len(run) >= _MANY else []
            run = []
        run.append(match.span())
    return (*found, *(run if len(run) >= _MANY else ()))


def read_initials(tokens: Tokens, namings: Sequence[Naming]) -> list[Naming]:
    """Where initials stand for a name of ``namings``."""
    text = tokens.text
    short: dict[str, tuple[str, ...]] = {}
    for naming in namings:
        given = _SHORT.match(text, naming.end, naming.end + 8) if len(naming.name) > 1 else None
        if given is None and len(naming.name) > 1 and text[naming.end : naming.end + 1] == ",":
            # "Jane Roe, Harbour Master (JR);"
            given = _AFTER_OFFICE.match(text, naming.end, naming.end + _OFFICE_LENGTH)
            given = given if given and _abbreviates(given["short"], naming.name) else None
        if given and _abbreviated(given["short"], naming.name):
            short.setdefault(given["short"], naming.name)
    labels = dict(_short_labels(text))
    if len(labels) > 1:
        count = Counter(labels.values())
        if "Q" in count:  # a question, and its answer
            count["Q"] = count["A"] = 0
        first = min(labels)
        for letters, times in count.most_common():
            bearers = {
                fold(n.name[-1]): n.name
                for n in namings
                if n.name and n.start < first and _abbreviates(letters, n.name)
            } or {fold(n.name[-1]): n.name for n in namings if _held_by(letters, n)}
            # Where those of others come again, some speak but once.
            others = times == 1 and len(letters) > 1 and len(short) > 1
            if len(bearers) == 1 and (times > 1 or others):
                short.setdefault(letters, next(iter(bearers.values())))
    short = {**_speaking(tokens, namings), **short}
    if not short:
        return []
    found = [
        Naming(start, start + len(letters), short[letters], tail=start + len(letters))
        for start, letters in labels.items()
        if letters in short
    ]
    return found + [
        Naming(start, end, short[word], possessive=tokens.possessive(i + 1), tail=end)
        for i, word in enumerate(tokens.words)
        if word in short and len(word) > 1
        for start, end in [(tokens.starts[i], tokens.ends[i])]
        if start not in labels
    ]


def _speaking(tokens: Tokens, namings: Sequence[Naming]) -> dict[str, tuple[str, ...]]:
    """Initials that speak, of several people of whom each is the only one with them: ``JR said``.

    They stand in minutes for those present, beside whose names they need not be given.
    """
    bearers: dict[str, set[tuple[str, ...]]] = {}
    for naming in namings:
        if len(naming.name) > 1 and naming.start < _ZONE:
            for letters in {_initials(naming.name), _initials("-".join(naming.name).split("-"))}:
                bearers.setdefault(letters, set()).add(naming.name)
    said = {
        word
        for word, names in bearers.items()
        if word in tokens.distinct and word.isupper() and len(names) == 1
        if any(
            tokens.in_block(i)
            and may_report(tokens.text, tokens.ends[i])
            and read_verb(tokens.text, tokens.ends[i], tokens.ends[i] + _VERB) is not None
            for i in tokens.where({word.lower()})
            if tokens.words[i] == word
        )
    }
    return {word: min(bearers[word]) for word in said} if len(said) > 1 else {}


def read_single_initials(tokens: Tokens, namings: Sequence[Naming]) -> list[Naming]:
    """Initials in a record of a conversation: ``H. said`` for the Mr. Harrow of its first lines.

    Only where no two of them begin alike; an initial before or after a name is a part of it.
    """
    front = lowered(tokens.text)[:_FRONT]
    if not any(hint in front for hint in _CONVERSES) or not _CONVERSATION.search(front):
        return []
    first = {n.name[-1] for n in namings if n.name and n.start < _FRONT}
    count = Counter(name[0] for name in first)
    letters = {name[0]: name for name in first if count[name[0]] == 1}
    letters |= {letter[0]: letter for letter in _unexplained(tokens) if letter[0] not in count}
    found: list[Naming] = []
    for i, word in enumerate(tokens.words):
        name = letters.get(word[0]) if word in letters or word[:-1] in letters else None
        if name is None or word[1:] not in ("", ".") or not tokens.in_block(i):
            continue
        if tokens.joined(i) and tokens.capital(i - 1) and tokens.lows[i - 1] not in _LOOSE:
            continue
        if tokens.text[max(0, tokens.starts[i] - 1)] in ".-":
            continue  # "the Norway-U.S. treaty"
        after = tokens.words[i + 1] if i + 1 < tokens.count else ""
        if after[:1].islower() or after in (",", "'s", "’s"):
            end, possessive = tokens.ends[i], tokens.possessive(i + 1)
            found.append(Naming(tokens.starts[i], end, (name,), possessive=possessive, tail=end))
    return found


def _unexplained(tokens: Tokens) -> list[str]:
    """Letters that a record tells nothing of, and that say several things: ``P. objected``."""
    said = Counter(
        word
        for i, word in enumerate(tokens.words)
        if len(word) == _LETTER and word[1] == "." and word[0].isupper() and tokens.in_block(i)
        if word[0] not in "QA" and _opens(tokens, i) and may_report(tokens.text, tokens.ends[i])
        if read_verb(tokens.text, tokens.ends[i], tokens.ends[i] + _VERB) is not None
    )
    return [word for word, count in said.items() if count > 1]


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a sentence begins at token ``i``."""
    return not tokens.joined(i) or tokens.words[i - 1][-1] in ".?!"


def _short_labels(text: str) -> Iterator[tuple[int, str]]:
    """Where a line begins with up to four capitals and a colon, and those capitals."""
    colon = text.find(":")
    while colon >= 0:
        line = text.rfind("\n", max(0, colon - _LONGEST), colon) + 1
        letters = text[line:colon].strip(_SIGNS) if colon - line < 12 else ""
        after = text[colon + 1 : colon + 4].lstrip("*_")
        if letters and _LETTERS.fullmatch(letters) and after[:1].isspace():
            yield text.index(letters, line), letters
        end = text.find("\n", colon)
        colon = text.find(":", end) if end >= 0 else -1


def _abbreviates(letters: str, name: tuple[str, ...]) -> bool:
    """Whether ``letters`` are the initial of a surname, or the initials of a name."""
    return letters in (name[-1][0], _initials(name), _initials("-".join(name).split("-")))


def _held_by(letters: str, naming: Naming) -> bool:
    """Whether ``letters`` are the initials of the office of somebody named: ``FP`` is the Federal
    President."""
    words = re.split(r"[\s/-]+", naming.role or "")
    return letters == _initials([word for word in words if word[:1].isupper()])


def _initials(words: Sequence[str]) -> str:
    return "".join(word[:1] for word in words)
