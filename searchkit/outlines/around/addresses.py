"""Addresses: where those are to be reached who send a document, above its title."""

from __future__ import annotations

import re

from ..words.wording import Wording

__all__ = ["is_address"]

_CAPITAL = r"[A-ZÀ-ÞĀ-ɏ][\w.’'-]*"
_LENGTH = 160
_ADDRESS = re.compile(
    r".{0,60}\b(?:(?:G\.?)?P\.? ?O\.? ?Box|Private (?:Mail )?Bag|B\.? ?P\.?(?= ?\d)|Postfach"
    r"|Casilla|Apartado)\b.{0,90}"
    # the code of a town before its name or behind it, which no year is
    rf"|(?:[^!?:]{{3,80}}, )?(?:[A-Z]{{1,3}}-)?(?!(?:19|20)\d\d )\d{{4,6}}(?: ?[A-Z]{{2}})?"
    rf" {_CAPITAL}(?: {_CAPITAL}| \d{{1,2}}){{0,2}}(?:, {_CAPITAL}(?: {_CAPITAL})?)?"
    rf"|[^!?:]{{3,80}},? (?:[A-Z]{{2}}|[A-Z]\.[A-Z]\.) \d{{5}}(?:-\d{{4}})?"
    rf"(?:, {_CAPITAL}.{{0,20}})?"
    rf"|[^!?:]{{3,80}},? {_CAPITAL}(?: ?[-–] ?| )\d{{5,6}}(?:, {_CAPITAL}.{{0,20}})?"
    r"|[^!?:]{3,80}\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}(?:, .{2,30})?"
    # a house and its street
    rf"|(?:No\.? ?)?\d{{3,5}}[A-Za-z]?(?:[-/]\d{{1,5}})?,? (?:{_CAPITAL} ){{1,4}}"
    r"(?:St(?:reet|\.)?|Ave(?:nue|\.)?|R(?:oa)?d\.?|Blvd\.?|Boulevard|Square|Drive|Lane|Way|Place)"
    r"(?:[ ,].{0,60})?"
    # a street by its short name, and the code of its town
    r"|[^!?]{0,50}\b(?i:bulv|blvd|str|ul|pl|nab|pr|prosp|ave?|bd|iela|ulica|utca|katu|gatan?|gade)"
    r"\b\.?,? [^!?]{0,40}(?<!\d)(?:\d\d-\d{3}|(?!(?:19|20)\d\d\b)\d{4,6})\b[^!?]{0,90}"
    # numbers to call
    r"|.{0,90}\b(?i:tel(?:ephone)?|phone|fax)\.?(?: ?:| no\.?:?)? ?[(+]?\d[^!?]{5,80}"
)
"""A letter box, a house in its street, a town with its code."""
_HOUSE = re.compile(
    rf"(?:No\.? ?)?\d{{1,2}},? (?:{_CAPITAL} ){{1,3}}"
    r"(?:Street|Avenue|Road|Boulevard|Square|Drive|Lane|Way|Place)(?:, [^\d!?:]{2,60})?"
)
"""The same of a house with a small number, which may be where people met, too."""


def is_address(words: str, wording: Wording, *, above: bool = False) -> bool:
    """Whether a line tells where somebody is to be reached by letter, and nothing else.

    Args:
        above: whether it stands above the title, where no place of a meeting is told.
    """
    coded = any(map(str.isdigit, words)) or "B" in words
    whole = coded and len(words) <= _LENGTH and _ADDRESS.fullmatch(words) is not None
    whole = whole or (above and words[:1].isdigit() and _HOUSE.fullmatch(words) is not None)
    return whole and not wording.promises(words)
