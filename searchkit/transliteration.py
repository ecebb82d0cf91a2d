"""Words of names, and how alike two of them are, however they are spelt.

A name is written in many ways: Zelensky, Zelenskyy, Selenskyj. A *reading* of a word is what it
sounds like under one system of transliteration, in an alphabet of sounds; two words are the same
name if they share a reading. Data holds the systems (``data/transliteration.tsv``) and the names
that no rule brings together (``data/same_names.txt``). This is in the manner of Beider and Morse,
"Phonetic Matching: A Better Soundex" (2010), with few rules instead of many.

Where no reading is shared, two words may still be near: one spelt with a mistake.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

__all__ = ["Word", "closeness", "initial", "mistakes", "near", "split", "word"]

_DATA = Path(__file__).with_name("data")

SAME = 0.96
"""How close two words with a common reading are; 1 is spelt alike."""

_APOSTROPHES = "'’‘‛ʼ`´ʻʹʺ"
_TOKEN = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}]+[^\W\d_]+)*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]\Z")
_PLAIN = str.maketrans(
    dict.fromkeys(_APOSTROPHES)
    | {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "a", "æ": "ae", "œ": "oe", "þ": "th"}
)
_SPELT_OUT = str.maketrans(
    {"č": "ch", "ć": "ch", "ç": "ch", "š": "sh", "ś": "sh", "ş": "sh", "ș": "sh", "ž": "zh"}
    | {"ź": "zh", "ż": "zh", "đ": "dj", "ñ": "ny", "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"}
)
_MASK = str.maketrans("eiouy", "aaaaa")
_JAPANESE = re.compile(
    r"(?:(?:tch|cch|ssh|sh|ch|ts|tt|kk|pp|ss|[kgsztdnhfbpmrwjvy]y?)?[aiueo](?:h(?![aeiouy]))?"
    r"|n(?![aeiouy])|m(?=[bp]))+"
)
_EAST = re.compile(
    r"(?:(?:zh|ch|sh|hs|ts|tz|ph|th|kh|hw|kw|gw|[bcdfghjklmnpqrstwxyz])?y?"
    r"[aeiouyw]{1,4}(?:ng|[nmrlkpth](?![aeiouy]))?){1,2}"
)
_DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: ``text`` in plain lower case, and its readings.

    ``forms`` are the text and those readings that may be compared letter by letter; ``keys`` are
    the text and all readings, to be compared as a whole. ``east`` says that it was read as a word
    of China or Korea.
    """

    text: str
    forms: tuple[str, ...]
    keys: frozenset[str]
    east: bool = False


def split(name: str) -> list[str]:
    """The words of a name as they stand: ``Kim Jong-Il`` -> ``Kim``, ``Jong``, ``Il``."""
    if name.isascii() and "'" not in name and "`" not in name:
        return _TOKEN.findall(name)
    found = _TOKEN.findall(unicodedata.normalize("NFC", name))
    return [_POSSESSIVE.sub("", form) for form in found]


@lru_cache(maxsize=200_000)
def word(form: str, *, east: bool = False) -> Word:
    """The word that ``form`` spells.

    ``east`` says that it may be of China or Korea, where ``Jong`` and ``Chong`` are one name.
    """
    if east:
        plain = word(form)
        if len(plain.text) < 2 or _EAST.fullmatch(plain.text) is None:
            return plain
        sound = "*" + _DOUBLE.sub(r"\1", _rules("east")(plain.text))
        return Word(plain.text, plain.forms, plain.keys | {sound}, True)
    lower = form.lower()
    text = _plain(lower)
    forms = {text: None}
    for spelling in dict.fromkeys((text, _plain(lower.translate(_SPELT_OUT)))):
        forms.setdefault(_sound(spelling))
        for system, applies in _SYSTEMS.items():
            if applies(spelling):
                read = _rules(system)(spelling)
                if read != spelling:
                    forms.setdefault(_sound(read))
    keys = set(forms)
    if text in _same():
        keys.add(f"={_same()[text]}")
    return Word(text, tuple(forms), frozenset(keys))


def closeness(a: Word, b: Word, *, loose: bool = False) -> float:
    """How alike two words are, from 0 (not at all) to 1 (spelt alike).

    ``loose`` lets words of four letters differ in a vowel, as given names may beside a family name
    that agrees.
    """
    if a.text == b.text:
        return 1.0
    if not a.keys.isdisjoint(b.keys):
        return SAME
    best = 0.0
    for x in a.forms:
        for y in b.forms:
            if initial(x) == initial(y):
                best = max(best, near(x, y, loose=loose))
    return best


@lru_cache(maxsize=100_000)
def near(a: str, b: str, *, loose: bool = False) -> float:
    """How alike two spellings are, one of them perhaps mistaken; 0 if they are two names.

    Mistakes are letters left out, put in, swapped or replaced; a vowel for a vowel is half a
    mistake. One mistake is let pass in five to eight letters, more in longer words, none in
    shorter ones nor in the first letter, where they are rare (Pollock and Zamora 1984).
    """
    short, long = sorted((len(a), len(b)))
    if short < (4 if loose else 5) or long - short > 2:
        return 0.0
    if initial(a) != initial(b) or _other_sex(a, b):
        return 0.0
    from rapidfuzz.distance import OSA

    allowed = mistakes(short)
    typed: int = OSA.distance(a, b, score_cutoff=4)
    if typed > 2 * allowed:
        return 0.0
    distance = (typed + OSA.distance(a.translate(_MASK), b.translate(_MASK))) / 2
    return 1 - distance / long if distance <= allowed else 0.0


def mistakes(letters: int) -> float:
    """How many mistakes are let pass between spellings of which the shorter has so many letters."""
    return 0.5 if letters <= 4 else 1.0 if letters <= 8 else 1.5 if letters <= 10 else 2.0


def initial(form: str) -> str:
    """The class of first letters that a spelling belongs to: all vowels are one."""
    first = form[:1]
    return "a" if first in "aeiouy" else first


def _other_sex(a: str, b: str) -> bool:
    """Whether two Slavic family names are of a man and a woman: Ivanov, Ivanova."""
    short, long = sorted((a, b), key=len)
    return long == short + "a" and short.endswith(("ov", "ev", "in", "yn"))


def _plain(lower: str) -> str:
    if lower.isascii():
        return lower.translate(_PLAIN)
    folded = unicodedata.normalize("NFKD", lower.translate(_PLAIN)).casefold().translate(_PLAIN)
    return "".join(c for c in folded if c.isalpha())


def _sound(spelling: str) -> str:
    return _DOUBLE.sub(r"\1", _rules("common")(spelling))


# Shorter words are syllables of Chinese or Korean too often for the rules of Europe.
_SYSTEMS: dict[str, Callable[[str], object]] = {
    "german": lambda text: len(text) >= 5,
    "german-zh": lambda text: len(text) >= 5 and "sch" in text,
    "french": lambda text: len(text) >= 5,
    "slavic": lambda text: len(text) >= 5,
    "arabic": lambda text: len(text) >= 5,
    "japanese": lambda text: len(text) >= 4 and _JAPANESE.fullmatch(text),
}


@lru_cache(maxsize=16)
def _rules(system: str) -> Callable[[str], str]:
    """What rewrites a spelling by the rules of a system."""
    rules = []
    for line in (_DATA / "transliteration.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            systems, pattern, sound = line.split("\t")
            if system in systems.split():
                rules.append((pattern, sound))
    sounds = [sound for _, sound in rules]
    any_of = re.compile("|".join(f"({pattern})" for pattern, _ in rules))
    return lambda text: any_of.sub(lambda match: sounds[(match.lastindex or 1) - 1], text)


@lru_cache(maxsize=1)
def _same() -> dict[str, int]:
    """Name -> the number of its group in ``data/same_names.txt``."""
    lines = (_DATA / "same_names.txt").read_text("utf-8").splitlines()
    groups = [line.split() for line in lines if line and not line.startswith("#")]
    return {name: number for number, group in enumerate(groups) for name in group}
