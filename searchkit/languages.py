"""The languages of documents: what each is called, its stop words, how its text falls into words.

English is read in full. Of documents in another language the passages are indexed with the Snowball
stemmer of that language and, where there is a list, its stop words (those of the Snowball project,
as Whoosh hands them on). Japanese sets no spaces: its words are found by Sudachi, which is an
extra. Of other languages without spaces no words can be found, and they are refused.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from .errors import InputError, MissingExtra

__all__ = [
    "ENGLISH",
    "JAPANESE",
    "Segment",
    "is_unspaced",
    "names",
    "resolve",
    "segmenter",
    "stop_words",
]

ENGLISH = "english"
JAPANESE = "japanese"

Segment = Callable[[str], list[tuple[str, str, bool]]]
"""A run of characters -> its words in order: as each stands, its base form, whether it is a stop
word. What stands there adds up to the run."""

_CODES = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "cs": "czech",
    "da": "danish", "nl": "dutch", "en": "english", "eo": "esperanto", "et": "estonian",
    "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "hi": "hindi",
    "hu": "hungarian", "id": "indonesian", "ga": "irish", "it": "italian", "ja": "japanese",
    "lt": "lithuanian", "ne": "nepali", "no": "norwegian", "fa": "persian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "es": "spanish",
    "sv": "swedish", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""Languages and their codes in ISO 639-1; Snowball knows a few more than any one release of it."""
_UNSPACED = frozenset({
    "chinese", "zh", "thai", "th", "lao", "lo", "khmer", "km", "burmese", "my", "tibetan", "bo"
})  # fmt: skip
_RUN = 4000
"""So many characters are given to Sudachi at once."""
_PARTICLES = frozenset({"助詞", "助動詞", "補助記号", "空白", "記号"})
"""What Sudachi calls particles, auxiliary verbs and signs: the stop words of Japanese."""
_SAMPLE = 20_000
_MUCH = 0.2
"""Of a text's characters; one with more that set no spaces is of such a language."""


@cache
def names() -> tuple[str, ...]:
    """The languages there are, by their English names."""
    import Stemmer

    known = {*Stemmer.algorithms(), JAPANESE}
    return tuple(sorted(name for name in _CODES.values() if name in known))


def resolve(name: str) -> str:
    """The language that ``name`` (``german``, ``German``, ``de``) means.

    Raises:
        InputError: there is none, or its words cannot be found.
        MissingExtra: it needs a library that is not installed.
    """
    low = name.strip().lower()
    found = _CODES.get(low, low)
    if low in _UNSPACED:
        raise InputError(
            f"{name}: cannot be indexed, since it sets no spaces between words; of such languages "
            "there is only japanese"
        )
    if found not in names():
        raise InputError(f'no language "{name}": there are {", ".join(names())}')
    if found == JAPANESE:
        segmenter(found)
    return found


def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language other than English, none where no list is known."""
    from whoosh.lang.stopwords import stoplists

    code = next((code for code, name in _CODES.items() if name == language), "")
    return frozenset(stoplists.get(code, ()))


def segmenter(language: str) -> Segment | None:
    """What finds the words in runs of characters without spaces; ``None`` where spaces do.

    Raises:
        MissingExtra: the library is not installed.
    """
    return _japanese() if language == JAPANESE else None


@lru_cache(maxsize=1)
def _japanese() -> Segment:
    try:
        from sudachipy import Dictionary, SplitMode
    except ImportError:
        raise MissingExtra(
            "words of Japanese need a library: pip install 'searchkit[japanese]'"
        ) from None

    dictionary = Dictionary(dict="small")
    of_thread = threading.local()

    def segment(run: str) -> list[tuple[str, str, bool]]:
        # A tokenizer serves one thread.
        tokenizer = getattr(of_thread, "tokenizer", None)
        if tokenizer is None:
            tokenizer = of_thread.tokenizer = dictionary.tokenizer(mode=SplitMode.A)
        return [
            (one.surface(), one.dictionary_form(), one.part_of_speech()[0] in _PARTICLES)
            for part in _parts(run)
            for one in tokenizer.tokenize(part)
        ]

    return segment


def _parts(run: str) -> Iterator[str]:
    for start in range(0, len(run), _RUN):
        yield run[start : start + _RUN]


def is_unspaced(text: str) -> bool:
    """Whether a text is for a good part in characters between which no spaces are set."""
    head = text[:_SAMPLE]
    if head.isascii():
        return False
    signs = sum("\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\u9fff" for char in head)
    return signs > _MUCH * len(head)
