"""Those who are called on to ask, by name alone: ``One more, please. Jane.``, and a question.

The name ends the paragraph above a question that has no name of its own (``QUESTION:``). It is a
given name, a word that a question mark follows, or two words that are no others of the language.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from .naming import Naming, fold
from .tokens import Tokens, every_given_name

__all__ = ["asks_next", "read_called"]

_LABELS = ("\nQ", "\nJOURNALIST", "\nJournalist", "\nREPORTER", "\nReporter", "\nMEDIA", "\nMedia",
           "\n**Q", "\n**J", "\nPRESS", "\nPress")  # fmt: skip
"""Without one of them nobody is asked anything: quick to look for."""
_ASKED = re.compile(
    r"\n[ \t]*(?:\*\*|__)?"
    r"(?:Q|QUESTION|Question|JOURNALIST|Journalist|REPORTER|Reporter|MEDIA|Media|PRESS|Press)"
    r"(?:[ \t]*\d{1,2}|[ \t]*\([^()\n]{1,30}\))?(?:[.:](?:\*\*|__)?|[ \t]{2,}|[ \t]*\*\*:)"
)
_WORD = r"[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ][\w’'-]*"
_ENDS = re.compile(
    r"(?:(?<=[.!?:)…—–-])|(?<=[.!?][”\"]))\s+"
    r"(?:(?:And|Yes|Okay|OK|Now|Then|So|Next|Please|Right|Sorry|Go ahead|Over to you|Back to"
    r"|Let me go to|Let[’']s go to|I[’']ll go to|We[’']ll go to|Let[’']s start with"
    r"|We[’']ll start with|First|Second|Last(?: one| question)?|(?:The|Our) (?:\w+ ){1,3}question"
    r"(?: is| goes to| comes from| from)?(?: to)?)[,:]?\s+){0,2}"
    rf"(?P<name>{_WORD}(?: (?:(?:de|van|von|al|bin) )?{_WORD})?)"
    rf"(?P<house>(?:,| from| of| with) (?:the )?[A-ZÀ-ÞĀ-ɏ][\w&.’' -]{{1,40}})?"
    r"(?P<more>,? (?:please|go ahead|over to you)|, [a-z][^.?!\n]{2,40})?(?P<end>[.?!…:]|$)\s*\Z"
)
_BACK = 160
_HOUSE = 60


def read_called(tokens: Tokens) -> list[Naming]:
    """Those whom the last words above a question call on to ask it."""
    text = tokens.text
    found: list[Naming] = []
    for label in _ASKED.finditer(text) if any(one in text for one in _LABELS) else ():
        last = _ENDS.search(text, max(0, label.start() - _BACK), label.start())
        if last is None:
            continue
        words = tuple(last["name"].split())
        start, end = last.span("name")
        first = bisect_left(tokens.starts, start)
        sure = len(words) > 1 or last["house"] or (last["end"] == "?" and not last["more"])
        if not (sure or fold(words[0]) in every_given_name()):
            continue
        if not tokens.in_block(first):
            continue  # a heading: "Restart of the Vik plant"
        if all(_may_be_name(tokens, k) for k in range(first, first + len(words))):
            found.append(Naming(start, end, words, tail=end))
    return found


def asks_next(text: str, naming: Naming) -> bool:
    """Whether a question without a name follows the paragraph that ends with ``naming``."""
    end = text.find("\n", naming.end)
    if end - naming.end > _HOUSE or end < 0:
        return False
    rest = end
    while rest + 1 < len(text) and text[rest + 1].isspace():
        rest += 1
    return _ASKED.match(text, text.rfind("\n", 0, rest + 1)) is not None


def _may_be_name(tokens: Tokens, k: int) -> bool:
    """Whether token ``k`` is no word but a name: none of the text's in small letters, no place."""
    from ... import analysis

    low, known = tokens.lows[k], tokens.known
    if low in known.particles:
        return True
    return not (
        low in tokens.distinct
        or low in analysis.stop_words()
        or low in known.no_speakers
        or low in known.before_names
        or low in known.prefixes
        or low in known.houses
        or low in known.no_surnames
        or low in known.openers
        or low in known.plain
        or tokens.acronym(k)
        or tokens.starts[k] in tokens.place_at
        or tokens.field(k)
    )
