"""Sentences of a stretch of text.

A sentence ends at a full stop, a question or an exclamation mark with what closes after it (a
quotation, Markdown's signs for bold), where white space and a capital, a figure or an opening sign
follow; a blank line always ends one. Points of abbreviations end none, save before a word that only
begins a sentence.

Rules of our own rather than NLTK's Punkt: without trained parameters Punkt needs the same list of
abbreviations, and it takes most of a second to import.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["ABBREVIATIONS", "split_sentences", "whole_quotations"]

# One set of signs comes first, which is what a search is fast for.
_END = re.compile(
    r"[.!?…\n](?:(?<=\n)[ \t\r]*\n"
    # \d, below: the anchor of a footnote, glued to the end of the sentence
    # Of a run of signs only the first begins anything.
    r"|(?<!\n)(?<![.!?…].)[.!?…]*[\"”’'»)\]]*(?:(?:(?<=[.!?])|(?<=[.!?][\"”’']))[*_]{1,3})?"
    r"(?:(?<=[a-z”’)][.!?]|[.!?][”’)])\d{1,2})?"
    r"(?=\s+[\"“‘'«(\[*_]*[A-Z0-9À-ÞĀ-ɏ]))"
)
_QUOTES = '“”"'
_OPENING = re.compile(r"[(\[\"“]")
_NEVER_WORDS = """
mr mrs ms dr prof st hon gen adm sen rep gov lt lieut cdr comdr brig col capt maj sgt amb messrs
mt no nos art arts para paras vol pp vs cf e.g i.e ca approx fig sec ch dept min mme h.e smt shri
eng engr ed eds rev ven jr sr bro sis cde tov gosp ald cllr cllrs cmdr comr supt insp cpl secy
cr crs dep depty ret retd rtd rt kum sig sra srta mlle ing ir md mohd muhd doc docs ref
"""
_SOMETIMES_WORDS = """
jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun inc ltd co corp
etc al a.m p.m u.s u.k u.n e.u u.s.a d.c r.o.k d.p.r.k p.r.c u.s.s.r u.a.e
"""
_OPENERS_WORDS = """
The In He She It They Both On This These Those At As For However Furthermore Moreover Also But
And Regarding Concerning With After During While When If There We I Following Finally Next
Then Meanwhile Additionally Participants Ministers Leaders Responding Referring
Mr Mrs Ms Cllr Members Motion
"""
_NEVER = frozenset(_NEVER_WORDS.split())
_SOMETIMES = frozenset(_SOMETIMES_WORDS.split())
ABBREVIATIONS = _NEVER | _SOMETIMES
"""In small letters, without their last points."""
_OPENERS = frozenset(_OPENERS_WORDS.split())
_NEXT_WORD = re.compile(r"\s*[\"“‘'(\[]*(\w*)")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z]){1,3}")
"""``T.R. Roe``: nothing ends with the initials of a name."""
_SHUT = re.compile(r"’(?=[\s,.;:)!?]|\Z)")
_LONGEST_QUOTATION = 6
"""Sentences of a quotation, at most."""
_LONG = 100_000
"""Of longer texts nothing is kept, in characters: it would keep the text."""
_FIGURE_AFTER = re.compile(r"\s+[\W_]*(?:\d|[IVX]+\b)")
_HOURS = frozenset({"a.m", "p.m"})
_AFTER_HOUR = re.compile(
    r"\s+(?!(?:Eastern|Central|Pacific|Mountain|Western|Greenwich|Local|(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\w+ (?:[Tt]ime|standard"
    r"|daylight|summer|on|in|at|and|to|for|until|of)\b)(?:[A-ZÀ-ÞĀ-ɏ][\w’'-]+\.? ){1,4}[a-z]"
)
"""A sentence that begins with a name: ``The meeting closed at 9 p.m. Minister Roe thanked all.``"""
_DATE_AFTER = re.compile(r"\s+\d")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text[start:end]``, in order, without the white space between."""
    end = len(text) if end is None else min(end, len(text))
    return list((_kept if len(text) <= _LONG else _spans)(text, start, end))


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if stop <= begin or (text[match.start()] == "." and not _ends(text, match, begin)):
            continue
        _keep(text, begin, stop, spans)
        begin = stop
    _keep(text, begin, end, spans)
    return spans


# Several rooms ask for the sentences of the same paragraphs.
_kept = lru_cache(128)(_spans)


def _ends(text: str, match: re.Match[str], begin: int) -> bool:
    """Whether the full stop of ``match`` ends the sentence that starts at ``begin``."""
    words = text[max(begin, match.start() - 24) : match.start() + 1].split()
    word = words[-1][:-1] if words else ""
    if not word.isalnum():
        word = _OPENING.split(word)[-1]
        if not word:
            # Figures of a list ("1.") and stray points begin nothing.
            return match.start() > begin
    # "Japan-U.S. relations"
    word = word.rpartition("-")[2].rpartition("–")[2] or word
    low = word.casefold()
    if low in _NEVER:
        # "No. 4", but "No. We shall see."
        return low == "no" and not _FIGURE_AFTER.match(text, match.end())
    if (
        low in _SOMETIMES
        or (len(word) == 1 and word.isupper())
        or ("." in word and _INITIALS.fullmatch(word))
    ):
        if len(low) < 5 and _DATE_AFTER.match(text, match.end()):
            return False
        if word in _HOURS and _AFTER_HOUR.match(text, match.end()):
            return True
        follows = _NEXT_WORD.match(text, match.end())
        return bool(follows and follows.group(1) in _OPENERS)
    return True


def _keep(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def whole_quotations(text: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``sentences`` with those of one quotation as one: ``"It is so. It was so," he said.``"""
    if not sentences:
        return sentences
    first, last = sentences[0][0], sentences[-1][1]
    if all(text.find(sign, first, last) < 0 for sign in f"{_QUOTES}‘"):
        return sentences
    made: list[tuple[int, int]] = []
    for i, (start, end) in enumerate(sentences):
        if made and start < made[-1][1]:
            continue
        if _open(text, start, end):
            later = (b for _, b in sentences[i + 1 : i + _LONGEST_QUOTATION])
            end = next((b for b in later if not _open(text, start, b)), end)
        made.append((start, end))
    return made


def _open(text: str, start: int, end: int) -> bool:
    """Whether a quotation that ``text[start:end]`` begins is not closed in it."""
    if text[start] == "‘":
        return _SHUT.search(text, start, end) is None
    curved = text.count("“", start, end) - text.count("”", start, end)
    straight = text.count('"', start, end) % 2
    return curved > straight or (curved == 0 and straight == 1)  # “So it is," he said.
