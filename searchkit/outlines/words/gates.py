"""What a text must hold for an expression to be found in it.

An *expression* has *needs*, read off the expression itself: of each, one word or one part of a word
stands in whatever the expression finds, in small letters. Which words a text has is found out once;
a text that has none of a need's is not searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

__all__ = ["Expression", "Expressions", "Need", "holds", "lowered", "needs_of", "words_of"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
_PLAIN = bytes(
    ord(low) if (low := chr(code).lower()) in _LETTERS and code < 128 else 32 for code in range(256)
)
"""Small letters of English for their capitals, spaces for all that is none. What stands between
spaces is a word: ``élysée`` has ``lys``. No word needed is missed, and they are found fast."""
_EDGE, _SIGN, _LETTER, _ANY = "\0", "\1", "\2", "\3"
"""What stands in a string for what is not known of it: the edge of a word, a character that is of
no word, one that is of a word, anything or nothing."""
_MARKS = re.compile(f"[{_EDGE}{_SIGN}{_LETTER}{_ANY}]")
_LONE = re.compile(rf"(?a)(?<![\w{_LETTER}{_ANY}])\w+(?![\w{_LETTER}{_ANY}])")
"""A whole word of such a string, not at its end."""
_STRINGS = 400
"""So many strings are told apart before what is known of them is put down as a need."""
_PARTS = 40
"""So many parts of words are looked for at most, each of them through all of the text."""
_GROUPS = 40
_FEW = 6
_OTHER_CASES = "\u0130\u0131\u017f\u1e9e\u212a\u212b\u03bc\u039c"
"""Letters that stand for others where case is no matter."""
_FOLDED = frozenset("\xb5\xdf\xff")
_COMMON_WORDS = """
a also an and are as at be been between both but by for foreign from government had has have he her
his i in into is it its minister ministers meeting no not of on one or president prime relations
said secretary she state states that the their there they this to two was we were which will with
would
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words that most documents have: a need of one lets nearly all of them pass."""


class Need(NamedTuple):
    """Some ``words`` and ``parts`` of words in small letters, one of which must stand in a text.

    If a word does and no part, all words of one of the ``groups`` must, if there are any.
    """

    words: frozenset[str]
    parts: tuple[str, ...] = ()
    groups: tuple[frozenset[str], ...] = ()


class _Seen(NamedTuple):
    """A text in small letters and its words; no words where case is not plain."""

    low: str
    words: frozenset[str] | None


# The same few texts of a document are searched for all that there is.
@lru_cache(16)
def _seen(text: str) -> _Seen:
    return _Seen(text.lower(), words_of(text))


def lowered(text: str) -> str:
    """``text`` in small letters, found out once; of letters beyond ASCII that takes its time."""
    return _seen(text).low


def words_of(text: str) -> frozenset[str] | None:
    """The words of ``text`` such as they are looked for here; ``None`` if it has letters that are
    others in another case."""
    if not text.isascii() and any(letter in text for letter in _OTHER_CASES):
        return None
    plain = text.encode("utf-8", "replace").translate(_PLAIN)
    return frozenset(plain.decode("ascii").split())


def holds(needs: Iterable[Need], text: str) -> bool:
    """Whether ``text`` has one of each of the ``needs``."""
    low, words = _seen(text)
    if words is None:
        return True
    for wanted, parts, groups in needs:
        if not wanted.isdisjoint(words):
            if not groups:
                continue
            for group in groups:
                if group <= words:
                    break
            else:
                groups = ()
            if groups:
                continue
        for part in parts:
            if part in low:
                break
        else:
            return False
    return True


class Expression:
    """A regular expression that is only looked for in texts that may hold it.

    It is made, and its needs are found, when it is first wanted. The gate is asked of the whole
    text, so that one answer serves all its stretches.
    """

    __slots__ = ("_compiled", "_needed", "_needs", "flags", "pattern")

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None
        self._needs: tuple[Need, ...] | None = None
        self._needed: frozenset[str] = frozenset()

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression without a gate."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self.flags)
        return self._compiled

    @property
    def needs(self) -> tuple[Need, ...]:
        """What a text must have."""
        if self._needs is None:
            self._needs = needs_of(self.pattern, self.flags)
            several = (word for need in self._needs for group in need.groups for word in group)
            self._needed = frozenset(several).union(*(need.words for need in self._needs))
        return self._needs

    def may_be_in(self, text: str, end: int | None = None) -> bool:
        """Whether the expression may be found in ``text`` before ``end``; if not, it is not."""
        needs = self._needs
        if needs is None:
            needs = self.needs
        if holds(needs, text):
            return True
        # An end may cut a word so that what is left of it is one of those needed.
        return (
            end is not None
            and end < len(text)
            and text[end].lower() in _LETTERS
            and _cut(text, end) in self._needed
        )

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As of a compiled expression."""
        if not self.may_be_in(text, end):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """As of a compiled expression."""
        if not self.may_be_in(text, end):
            return iter(())
        return self.compiled.finditer(text, start, len(text) if end is None else end)


def _cut(text: str, end: int) -> str:
    """What is left of a word where a text is cut at ``end``."""
    start = end
    while start and text[start - 1].lower() in _LETTERS:
        start -= 1
    return text[start:end].lower()


class Expressions:
    """Several expressions, each with what it tells of a text that has it."""

    __slots__ = ("_by_word", "_every", "_others")

    def __init__(self, every: Iterable[tuple[str, str]]) -> None:
        self._every = [(Expression(pattern), told) for pattern, told in every]
        self._by_word: dict[str, list[int]] | None = None
        self._others: list[int] = []

    def found(self, text: str, whole: str | None = None) -> set[str]:
        """What the expressions tell that are found in ``text``; ``whole`` has the same words."""
        fitting = self._fitting(text if whole is None else whole)
        return {told for one, told in fitting if one.compiled.search(text) is not None}

    def _fitting(self, text: str) -> list[tuple[Expression, str]]:
        words = _seen(text).words
        by_word = self._index() if self._by_word is None else self._by_word
        if words is None:
            return [*self._every]
        begun = {i for word in by_word.keys() & words for i in by_word[word]}
        begun.update(self._others)
        return [self._every[i] for i in sorted(begun) if self._every[i][0].may_be_in(text)]

    def _index(self) -> dict[str, list[int]]:
        """The expressions by the words of which they need one; ``_others`` need none."""
        index: dict[str, list[int]] = {}
        for i, (one, _) in enumerate(self._every):
            plain = [need.words for need in one.needs if not need.parts]
            if not plain:
                self._others.append(i)
            for word in plain[0] if plain else ():
                index.setdefault(word, []).append(i)
        self._by_word = index
        return index


def needs_of(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> tuple[Need, ...]:
    """The needs of an expression; none if nothing is known of what it finds."""
    if flags & (re.ASCII | re.LOCALE):
        return ()
    tree = import_module("re._parser").parse(pattern, int(flags))
    if tree.state.flags & int(re.ASCII | re.LOCALE):
        return ()
    needs, strings = _read(tree)
    every = dict.fromkeys([*needs, *filter(None, (_need(strings), _phrases(strings)))])
    return tuple(sorted(every, key=lambda need: (len(need.parts), len(need.words))))


_Read = tuple[list[Need], frozenset[str]]
_UNKNOWN: _Read = ([], frozenset({_ANY}))


def _read(tree: Any) -> _Read:
    """The needs and the strings of a part of an expression."""
    needs: list[Need] = []
    strings = frozenset({""})
    for kind, value in tree:
        more, others = _read_one(str(kind), value)
        needs += more
        if len(strings) * len(others) > _STRINGS:
            need = _need(strings)
            needs += [need] if need else []
            strings = frozenset(map(_end, strings))
        if len(strings) * len(others) > _STRINGS:
            need = _need(others)
            needs += [need] if need else []
            others = frozenset(map(_end, others))
        strings = frozenset(map("".join, product(strings, others)))
    return needs, strings


def _end(string: str) -> str:
    """What is kept of a string of which the rest is put down: its last character's kind."""
    last = string[-1:]
    return (
        last
        if last in ("", _EDGE, _SIGN)
        else _ANY
        if last in (_LETTER, _ANY)
        else (_ANY + _kind(last))
    )


def _kind(letter: str) -> str:
    return _LETTER if letter.isalnum() or letter == "_" else _SIGN


def _literal(code: int) -> str:
    """A character as it stands in a text in small letters, or what is known of it."""
    letter = chr(code)
    low = letter.lower()
    if len(low) != 1 or low in _FOLDED or letter in _OTHER_CASES or letter in "\0\1\2\3":
        return _ANY
    if low.isalpha() and low > "\xff":
        return _LETTER
    return low


def _read_one(kind: str, value: Any) -> _Read:
    """The needs and the strings of one item of an expression."""
    if kind == "LITERAL":
        return [], frozenset({_literal(value)})
    if kind == "IN":
        return [], _class(value)
    if kind == "AT":
        return [], frozenset({"" if str(value) == "AT_NON_BOUNDARY" else _EDGE})
    if kind == "SUBPATTERN":
        return _read(value[3])
    if kind == "ATOMIC_GROUP":
        return _read(value)
    if kind == "BRANCH":
        return _either([_read(each) for each in value[1]])
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(*value)
    if kind in ("ASSERT", "ASSERT_NOT"):
        return _beside(kind == "ASSERT", *value)
    return _UNKNOWN


def _class(items: Any) -> frozenset[str]:
    """The strings of one character of several."""
    letters: set[str] = set()
    for kind, value in items:
        if str(kind) == "LITERAL":
            letters.add(_literal(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < 8:
            letters.update(map(_literal, range(value[0], value[1] + 1)))
        elif str(kind) == "RANGE":
            kinds = set(map(_kind, map(chr, range(value[0], min(value[1], 0x3000) + 1))))
            letters.update(kinds if value[1] < 0x3000 else {_ANY})
        elif str(kind) == "CATEGORY":
            of_word = {"CATEGORY_DIGIT": _LETTER, "CATEGORY_WORD": _LETTER}
            of_none = {"CATEGORY_SPACE": _SIGN, "CATEGORY_NOT_WORD": _SIGN}
            letters.add({**of_word, **of_none}.get(str(value), _ANY))
        else:
            return frozenset({_ANY})
    if len(letters) > 6:
        kinds = {one if one in (_SIGN, _LETTER, _ANY) else _kind(one) for one in letters}
        return frozenset({_ANY}) if len(kinds) > 1 else frozenset(kinds)
    return frozenset(letters)


def _either(each: list[_Read]) -> _Read:
    """The needs and the strings of several expressions, one of which is found."""
    strings = frozenset().union(*(one for _, one in each))
    if len(strings) <= _STRINGS and not any(needs for needs, _ in each):
        return [], strings
    united = _united([_best([*needs, *filter(None, [_need(one)])]) for needs, one in each])
    return ([united] if united else []), frozenset({_ANY})


def _best(needs: list[Need]) -> Need | None:
    """That of several needs which fewest texts have."""
    return max(needs, key=_rareness, default=None)


def _rareness(need: Need) -> tuple[bool, int, int]:
    common = not need.words.isdisjoint(_COMMON)
    return not common, min(map(len, (*need.words, *need.parts))), -len(need.parts)


def _united(needs: list[Need | None]) -> Need | None:
    """The need of one of several expressions."""
    known = [need for need in needs if need is not None]
    if len(known) < len(needs):
        return None
    groups = {group for need in known for group in need.groups or map(_alone, need.words)}
    return _made(groups, {part for need in known for part in need.parts})


def _alone(word: str) -> frozenset[str]:
    return frozenset((word,))


def _made(groups: Set[frozenset[str]], parts: Set[str]) -> Need | None:
    """The need of one of the ``parts`` or of all words of one of the ``groups``."""
    fewest = [one for one in groups if not any(other < one for other in groups)]
    least = sorted(one for one in parts if not any(other in one for other in parts - {one}))
    if not (fewest or least) or len(least) > _PARTS:
        return None
    several = len(fewest) <= _GROUPS and any(len(group) > 1 for group in fewest)
    words = frozenset(max(group, key=_rarity) for group in fewest)
    return Need(words, tuple(least), tuple(sorted(fewest, key=sorted)) if several else ())


def _rarity(word: str) -> tuple[bool, int, str]:
    return word not in _COMMON, len(word), word


def _repeated(least: int, most: Any, inner: Any) -> _Read:
    needs, strings = _read(inner)
    if (least, most) == (0, 1) and not needs:
        return [], strings | {""}
    if least == most == 1:
        return needs, strings
    if strings == {_SIGN} or strings == {_LETTER}:
        return needs, strings if least else strings | {""}
    if all(len(one) == 1 and _kind(one) == _SIGN and not _MARKS.match(one) for one in strings):
        return needs, frozenset({_SIGN}) if least else frozenset({_SIGN, ""})
    if not least:
        return _UNKNOWN
    last = _need(strings)
    return needs + ([last] if last else []), frozenset({_ANY})


def _beside(stands: bool, direction: int, inner: Any) -> _Read:
    """What a look to either side tells: its needs, and whether a word ends there."""
    if not stands:
        alone = [(str(kind), str(value)) for kind, value in inner]
        word = "[(CATEGORY, CATEGORY_WORD)]"
        return [], frozenset({_EDGE if alone == [("IN", word)] else ""})
    needs, strings = _read(inner)
    last = _need(strings)
    needs = needs + ([last] if last else [])
    near = [one[:1] if direction > 0 else one[-1:] for one in strings]
    edge = all(one and (one in (_EDGE, _SIGN) or not _MARKS.match(one)) for one in near) and all(
        one in (_EDGE, _SIGN) or _kind(one) == _SIGN for one in near
    )
    return needs, frozenset({_EDGE if edge else ""})


def _need(strings: Iterable[str]) -> Need | None:
    """Some words or a part of each string."""
    parts: set[str] = set()
    groups: set[frozenset[str]] = set()
    for string in strings:
        lone = frozenset(_LONE.findall(f"{_ANY}{string}{_ANY}"))
        some = max(_MARKS.split(string.replace(_EDGE, "")), key=len)
        rare = lone - _COMMON
        if rare or (lone and len(some) < 4):
            groups.add(rare or lone)
        elif len(some.strip()) > 1:
            parts.add(some)
        else:
            return None
    return _made(groups, parts)


def _phrases(strings: Iterable[str]) -> Need | None:
    """A part of several words of each string, where these are few."""
    parts = {max(_MARKS.split(string.replace(_EDGE, "")), key=len) for string in strings}
    few = len(parts) <= _FEW and all(" " in part.strip() for part in parts)
    return _made(frozenset(), parts) if few else None
