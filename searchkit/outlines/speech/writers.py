"""Where a letter, a telegram or a diary names who wrote it, and to whom.

A *writer* stands in the title (``Cablegram From Roe To Doe``, ``From the Journal of J. ROE``) or
signs below the text (``(Sgd.) J. ROE``; a surname alone under a telegram). Such names have no
title beside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from ..names.naming import Naming
from ..names.tokens import Tokens, vocabulary
from ..words.gates import Expression

__all__ = ["MARKING", "SAW", "read_writers", "signer_of", "writer_of", "writers", "written_by"]

_WORD = r"[A-ZÀ-ÞĀ-ɏ][\w’'-]+"
_PERSON = rf"(?:(?:[A-ZÀ-ÞĀ-ɏ]\. ?){{1,3}}|(?:{_WORD} ){{0,2}}){_WORD}"
_KINDS = (
    r"(?i:cable(?:gram)?|telegram|letter|despatch|dispatch|memorand(?:um|a)|minute|note|message"
    r"|signal|submission|report|airgram|teletype|telex|fax)s?"
)
_FROM_TO = Expression(
    rf"^[^\n.]{{0,16}}?\.? ?\b{_KINDS}\b(?:,? [\w.]{{1,12}}){{0,3}},? (?i:from)"
    rf" (?P<who>{_PERSON})(?:,[^\n]{{2,60}}?)?"
    rf",? (?i:to) (?P<whom>{_PERSON})(?=[ \t]*(?:[\n,(\[]|\Z))",
    re.MULTILINE,
)
_BY = Expression(
    rf"^[ \t]*(?:\d{{1,4}}\.?[ \t]+)?{_KINDS}(?: of (?:an? )?(?:tele\w+ )?conversations?)?,?"
    rf" (?:(?i:prepared|written) )?(?i:by) (?P<who>(?:[A-ZÀ-ÞĀ-ɏ]\. ?|{_WORD} ){{1,4}}{_WORD})"
    r"(?=[ \t]*(?:[\n,(]|\Z))",
    re.MULTILINE,
)
"""``Memorandum by Jane Roe``, above what she tells of herself."""
_SENT = Expression(
    rf"^[ \t]*(?:\d{{1,4}}\.?[ \t]+)?(?:(?:{_KINDS},? )?(?i:from) )?(?P<who>{_PERSON})"
    r" (?i:to) (?:the )?(?:Department|Secretar(?:y|iat)|Minister|Foreign|Prime|President|Embassy"
    r"|External|State|Office|Government|Ambassador|Governor|High|Permanent|Acting|Under|Head|Director|Mr|Mrs"
    r"|Sir|Lord|Dr|Cabinet|Chief|Colonial|Home|Federal|Ministry)\b[^\n.]{0,80}$",
    re.MULTILINE,
)
"""``Roe to Department of Trade``, above a letter or a telegram in the first person."""
_BY_WIRE = Expression(
    r"^[ \t]*(?:[\w-]{1,12}\. )?(?:(?:(?i:eyes only|personal|limit distribution)[ .:;]+)?"
    r"(?i:for) (?:the )?[A-ZÀ-ÞĀ-ɏ][^\n.]{2,60}? )?(?i:from)"
    rf" (?P<who>(?:{_WORD} ){{0,4}}{_WORD})\.(?=[\d\s]|\Z)",
    re.MULTILINE,
)
"""``For the Secretary from Harbour Master Roe.``, above a telegram that another signs."""
_JOURNAL = Expression(
    r"\b(?i:from )?(?i:the )?(?i:journal|diary|(?:office|personal|work) (?:diary|journal|log))s?"
    rf" (?i:of)(?: (?i:the) [A-Za-z ,]{{4,60}}?)?(?: (?i:cde|comrade)\.?)? (?P<who>{_PERSON})"
    r"(?=[ \t]*[\n,.(]|[ \t]*\Z)"
)
_SIGNED = Expression(
    r"^[ \t]*(?:[(\[](?:[Ss]gd|[Ss]igned|[Ss]ignature|SGD|SIGNED|SIGNATURE)\.?[)\]]|/[Ss]/)[ \t:]*"
    rf"[(\[]?(?P<who>{_PERSON})[)\]]?[ \t]*$",
    re.MULTILINE,
)
_INITIALLED = re.compile(
    r"^[ \t/]*(?P<who>(?:[A-ZÀ-ÞĀ-ɏ]\.[ ]?){1,3}[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ’'-]{2,})[/ \t]*$"
    r"|^[ \t]*(?P<spaced>(?:[A-ZÀ-ÞĀ-ɏ] ){1,3}[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ’'-]{2,})[ \t]*$",
    re.MULTILINE,
)
_TELEGRAM = Expression(r"\b(?:Telegram|Airgram|Cablegram|AmEmbassy|SecState)\b", re.IGNORECASE)
MARKING = (
    r"(?:(?:TOP )?(?:SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|DECLASSIFIED|URGENT|PRIORITY"
    r"|IMMEDIATE|ROUTINE|ENDS?)\b)"
)
"""What is no surname on a line of its own: how secret or urgent a telegram is, and its end."""
_SURNAME = re.compile(
    rf"(?:\n[ \t]*|[.)\"”][ \t]*(?=\n[ \t]*[A-ZÀ-ÞĀ-ɏ][a-z]))\n[ \t]*(?!{MARKING})"
    rf"(?P<who>{_WORD})[ \t]*"
    r"(?=\n[ \t]*\n|\s*\Z|\n[ \t]*(?:[-*•/\[(\d]|Source\b))"
)
_RECORD = Expression(
    r"\b(?:memorand(?:um|a)|minute|note|record|report|letter|despatch|dispatch)\b", re.IGNORECASE
)
_CLOSING = re.compile(
    rf"[.!?”\"]\s*\n[ \t]*\n[ \t]*(?P<who>(?:(?:[A-ZÀ-ÞĀ-ɏ]\. ?){{1,3}}"
    rf"|(?:{_WORD} ){{1,2}}){_WORD})"
    r"[ \t]*(?:\n[ \t]*[^\n.]{3,60})?\s*\Z"
)
"""A name, and an office perhaps, that closes what somebody wrote."""
_OWN = re.compile(r"(?:\A|[.!?\s])I (?=[a-z])")
SAW = re.compile(
    r"(?:(?:\d+\. )?(?:I |We )?|[^.;:]{2,80}, (?:I|we) )"
    r"(?:(?:have|had|since|also|then|later|today|again|first) )*"
    r"(?:saw|seen|met|called (?:\w+ ){0,2}(?:(?:at|on) (?:my|his|her) (?:own )?request )?(?:up)?on"
    r"|was received (?:[\w, ]{1,30} )?by|received|visited"
    r"|sp(?:oke|oken) (?:to|with)|talked (?:to|with)"
    r"|(?:lunch|din)ed with|had (?:\w+ ){0,3}"
    r"(?:talk|conversation|meeting|interview|lunch|dinner|discussion) with)\b",
    re.IGNORECASE,
)
"""How a writer begins to tell whom he met: ``I called on``, ``Received``."""
_FRONT = 500
_NOTES = 2
"""A signature stands no higher than the last paragraphs, one of which may be a note."""
_END = 1000
"""A telegram is signed within so many characters of its end, notes included."""


@lru_cache(2)  # three rooms ask it of the same text
def _spans(text: str) -> tuple[tuple[str, int, int], ...]:
    """Who writes and whom he or she writes to, and where."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    match = _FROM_TO.search(text, 0, _FRONT)
    if match is not None:
        yield "who", *match.span("who")
        yield "whom", *match.span("whom")
    elif (
        sent := _SENT.search(text, 0, _FRONT) or _BY.search(text, 0, _FRONT)
    ) is not None and _is_message(text):
        yield "who", *sent.span("who")
    journal = _JOURNAL.search(text, 0, _FRONT)
    if journal is not None:
        yield "who", *journal.span("who")
    wired = _TELEGRAM.search(text, 0, _FRONT) is not None
    told = _BY_WIRE.search(text, 0, _FRONT) if wired and match is None else None
    if told is not None and told["who"].split()[-1].lower() not in vocabulary().no_speakers:
        yield "who", *told.span("who")
        return
    after = max(0, len(text) - _END)
    for signed in _SIGNED.finditer(text, after):
        yield "signed", *signed.span("who")
    for signed in _INITIALLED.finditer(text, after):
        yield "initials", *signed.span(signed.lastgroup or "who")
    if _RECORD.search(text, 0, _FRONT) is not None and _OWN.search(text) is not None:
        closing = _CLOSING.search(text, after)
        if closing is not None:
            yield "signed", *closing.span("who")
    if wired:
        alone = [*_SURNAME.finditer(text, after)]
        if alone:
            yield "signed", *alone[-1].span("who")


def _is_message(text: str) -> bool:
    """Whether a text is a letter or a telegram in the first person."""
    called = _TELEGRAM.search(text, 0, _FRONT) or _RECORD.search(text, 0, _FRONT)
    return called is not None and _OWN.search(text) is not None


def read_writers(tokens: Tokens) -> list[Naming]:
    """Who wrote a text and to whom, named without a title."""
    found: list[Naming] = []
    last = tokens.blocks[-_NOTES:][0] if tokens.blocks else 0
    for role, start, end in _spans(tokens.text):
        if role == "initials" and start < last:
            continue  # "C. COD" over a paragraph
        first, after = bisect_left(tokens.starts, start), tokens.index_at(end - 1) + 1
        words = tuple(tokens.text[start:end].replace(".", ". ").split())
        lows = {word.lower().strip(".") for word in words}
        placed = any(tokens.starts[i] in tokens.place_at for i in range(first, after))
        field = any(tokens.field(i) for i in range(first, after))
        if not placed and not field and tokens.no_speakers.isdisjoint(lows - {"a", "i"}):
            found.append(Naming(start, end, words, tail=end))
    return found


def writers(text: str) -> set[int]:
    """Where those are named who wrote a text, and in its title to whom: colleagues of theirs."""
    return {start for _, start, _ in _spans(text)}


def written_by(text: str) -> list[tuple[int, int]]:
    """Where those are named who wrote a telegram, a letter or a journal, by title or signature."""
    return [(a, b) for role, a, b in _spans(text) if role != "whom"]


def signer_of(text: str) -> tuple[int, int] | None:
    """Where below a text who signed it is named, with a word or a sign for that."""
    signed = list(_SIGNED.finditer(text, max(0, len(text) - _END)))
    return signed[-1].span("who") if signed else None


def writer_of(text: str) -> tuple[int, int] | None:
    """Where the title names who wrote a letter, a telegram or a diary."""
    return next(((a, b) for role, a, b in _spans(text) if role == "who"), None)
