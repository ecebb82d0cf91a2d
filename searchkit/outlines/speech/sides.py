"""The sides of a meeting, and who is said to be on which.

A *side* is a country's delegation where the text names it (``from the Japanese side``, ``U.S.
side:``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..lands.countries import Place, country_of
from ..names.naming import Naming
from ..names.rosters import roster_spans
from ..names.tokens import Tokens
from ..sections.layout import Layout
from ..words.sentences import split_sentences

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["Named", "Side", "find_sides", "in_order", "take_leaders", "take_sides"]

Named = list[tuple[Naming, "Draft"]]
"""Namings with the persons whom they name, in order."""
_SIDES = frozenset({"side", "delegation", "participants", "attendees"})
_COLON = re.compile(r"\s?:")
_LINE = re.compile(
    r"^[ \t]*(?:(?P<who>[^\n:]{2,50}?)[ \t]*:?[ \t]*$|(?P<row>[^\n:]{2,50}?)[ \t]*:(?=[ \t]+\S))",
    re.MULTILINE,
)
_CLOSES = re.compile(r"[)\]]:?(?=[ \t]+[A-Z])")
_WHOSE = re.compile(
    r"(?P<from>\b(?:from|on|for|of) (?:(?:behalf of )?the )?)?"
    r"(?P<who>(?:\b[A-ZÀ-ÞĀ-ɏ][\w.]{1,30} )?\b[A-ZÀ-ÞĀ-ɏ][\w.]{1,30}) \Z",
    re.IGNORECASE,
)
_AT_WHOSE = re.compile(r"[’']s? (?:initiative|request|invitation|proposal|suggestion)\b")
"""What a side did for a talk to be held, behind it: ``on the Omani side's initiative``."""
_BODY = re.compile(r"[A-Z]{2,8}|European|Union|African|Commission")
"""The last word of a body of states, whose side one may be on, too."""
_UNION = frozenset({"EU", "EC", "European"})
_NEXT_TO = re.compile(
    r",?\s+(?:and others?,? (?:\w+ )?)?"
    r"(?:(?:(?:also|who|were|was) )*(?:joined|attended|participated|took part|present|attending) )?"
)
_CAME = re.compile(r"\b(?:attended|took part|participated|were present|joined)\b")
_LED = re.compile(
    r"\b(?:delegations? (?:of|from)\s(?:the\s)?[A-ZÀ-ÞĀ-ɏ][^.,;]{2,50}"
    r"|[A-ZÀ-ÞĀ-ɏ][\w.]+ delegation),?\s"
    r"(?:(?:was|is|which was)\s)?(?:led|headed)\sby\s(?:the\s)?\Z"
    r"|\bdelegations? (?:of|from)\s(?:the\s)?[A-ZÀ-ÞĀ-ɏ][^.,;]{2,50}\sby\s\Z"
)
_LEADS = re.compile(
    r"[,)]?(?: (?!and\b|while\b|whereas\b)[^\s.;:]+){0,12}? "
    r"(?:led|leads|headed|heads|leading|heading) (?:the|a|an)"
    r"(?P<whose> (?:[a-z-]+ ){0,2}(?:[A-ZÀ-ÞĀ-ɏ][\w.]+(?: [A-ZÀ-ÞĀ-ɏ][\w.]+)? delegation\b"
    r"|delegations? (?:of|from) (?:the )?[A-ZÀ-ÞĀ-ɏ][^.,;]{2,50}))"
)
_LIST_END = re.compile(r"\n[ \t]*\n|\n(?=[^\n:]{1,60}:)")
_FOR = re.compile(
    r"^[ \t]*(?:[-*•][ \t]*)?(?:For|On behalf of|FOR) (?:the )?(?:Government of )?(?:the )?"
    r"(?P<who>[A-ZÀ-ÞĀ-ɏ][\w .'’-]{2,50}?)[ \t]*:",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Side:
    """``text[start:end]`` names the side of ``country``, which is empty for a body of states.

    ``led`` tells that a word leads to it (``from the Japanese side``), ``colon`` that one follows,
    ``until`` where the list of its people ends, if it is one of lines.
    """

    start: int
    end: int
    country: str
    led: bool
    colon: bool
    until: int = 0


def find_sides(text: str, tokens: Tokens) -> list[Side]:
    """Where the text names a side, in order."""
    found: list[Side] = []
    for i in tokens.where(_SIDES):
        start, end = tokens.starts[i], tokens.ends[i]
        whose = _WHOSE.search(text, max(0, start - 80), start)
        if whose is None or _AT_WHOSE.match(text, end):
            continue
        words = whose.group("who")
        last = words.split()[-1]
        country = country_of(words) or country_of(last)
        if country is None and _BODY.fullmatch(last):
            country = "European Union" if last in _UNION else ""
        if country is not None:
            listed = _bracketed(tokens.text, whose.start(), end)
            colon = _COLON.match(text, end) or listed
            led = whose.group("from") is not None
            stop = colon.end() if colon else end
            until = _paragraph_end(tokens.text, stop) if listed else 0
            found.append(Side(whose.start(), stop, country, led, colon is not None, until))
    found += [side for side in _for_countries(tokens.text) if side.country]
    found += _blocks_of_lists(tokens.text)
    return sorted(found, key=lambda side: side.start)


def _bracketed(text: str, start: int, end: int) -> re.Match[str] | None:
    """The end of ``(Japanese side)`` at the start of a line, with names after it on the line."""
    line = text.rfind("\n", 0, start) + 1
    return _CLOSES.match(text, end) if text[line:start].strip(" \t*-•") in ("(", "[") else None


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n\n", start)
    return end if end >= 0 else len(text)


def _for_countries(text: str) -> Iterator[Side]:
    """``For Ruritania:`` at the start of a line."""
    for match in _FOR.finditer(text) if "For " in text or "FOR " in text else ():
        country = country_of(match["who"].strip())
        if country:
            line = text.find("\n", match.end())
            until = line if line >= 0 else len(text)
            if not text[match.end() : until].strip():
                # those on the lines below, up to a blank line or another label
                gap = _LIST_END.search(text, until + 1)
                until = gap.start() if gap else len(text)
            yield Side(match.start("who"), match.end(), country, False, True, until)


def _blocks_of_lists(text: str) -> Iterator[Side]:
    """Lines that are a country and no more in a list of those present, their people below."""
    for start, end, _ in roster_spans(text):
        lines = (
            (match, country_of((match["who"] or match["row"]).strip(" *_-•") or "-"))
            for match in _LINE.finditer(text, start, end)
        )
        heads = [(match, country) for match, country in lines if country]
        for i, (match, country) in enumerate(heads):
            until = heads[i + 1][0].start() if i + 1 < len(heads) else end
            yield Side(match.start(match.lastgroup or 0), match.end(), country, False, True, until)


def take_sides(text: str, layout: Layout, drafts: list[Draft], sides: list[Side]) -> None:
    """``A and B from the Russian side``, ``Japanese side: C, D``.

    The first side named in a sentence shows whether the names stand before or after it.
    """
    markers = [side for side in sides if side.led or side.colon]
    if not markers:
        return
    named = in_order(drafts)
    starts = [n.start for n, _ in named]
    sentences = [start for start, _ in split_sentences(text)]
    blocks = [block.start for block in layout.blocks]
    leading = False
    last = 0
    for i, side in enumerate(markers):
        sentence = sentences[max(0, bisect_right(sentences, side.start) - 1)]
        begin = max(sentence, text.rfind("(", sentence, side.start))
        after = markers[i + 1].start if i + 1 < len(markers) else len(text)
        before = named[bisect_left(starts, max(begin, last)) : bisect_left(starts, side.start)]
        if begin >= last or side.colon:
            leading = side.colon or not before
        if side.until:
            here = named[
                bisect_left(starts, side.end) : bisect_left(starts, min(side.until, after))
            ]
        elif leading:
            first = side.end
            while side.colon and first < after and text[first] in " \n\t\r|":
                first += 1
            if "\n" in text[side.end : first]:
                # A list under a line of its own.
                at = bisect_right(blocks, side.start) - 1
                if at + 1 < len(blocks) and (at < 0 or layout.blocks[at].end <= side.start):
                    at += 1  # the line is a heading
                stop = min(after, layout.blocks[at].end if at >= 0 else after)
            else:
                at = bisect_right(sentences, first)
                stop = min(after, sentences[at] if at < len(sentences) else after)
            here = named[bisect_left(starts, side.end) : bisect_left(starts, stop)]
        else:
            here = before
        at = bisect_right(sentences, side.start)
        stop = min(after, sentences[at]) if at < len(sentences) else after
        came = side.led and leading and _CAME.search(text, side.start, max(stop, side.end))
        close = bool(before) and _NEXT_TO.fullmatch(text, before[-1][0].tail, side.start)
        for _, draft in here:
            if draft.country is None and (
                draft.attended or side.colon or came or (close and not leading)
            ):
                draft.country = side.country or None
        last = side.end


def take_leaders(text: str, named: Named, at: dict[int, Place]) -> None:
    """``the delegation of Norway was led by Roe``, ``Roe led the Norwegian delegation``."""
    by_start = {n.start: d for n, d in named}
    for naming, draft in named if " delegation" in text else ():
        leads = _LEADS.match(text, naming.tail) if draft.country is None else None
        places = (at[i] for i in range(*leads.span("whose")) if i in at) if leads else iter(())
        place = next(places, None)
        if place is not None and place.kind != "capital":
            draft.country = place.country
    for start, draft in by_start.items():
        if not text.endswith(("by ", "by the ", "by\n"), 0, start):
            continue
        match = _LED.search(text, max(0, start - 120), start)
        if match is None or draft.country is not None:
            continue
        place = next((at[i] for i in range(match.start(), match.end()) if i in at), None)
        if place is not None and place.kind != "capital":
            draft.country = place.country


def in_order(drafts: list[Draft]) -> Named:
    """Every naming with the person it names, in order."""
    named = [(n, d) for d in drafts for n in d.namings]
    named.sort(key=lambda pair: pair[0].start)
    return named
