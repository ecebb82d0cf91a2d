"""On whose behalf something is said: ``She conveyed the greetings of President Roe``.

Who *conveys* says what another has given to be said: a message, greetings, an invitation, a wish.
"""

from __future__ import annotations

import re

from .frames import Reader

__all__ = ["on_behalf"]

_CONVEYS = re.compile(
    r"\b(?:convey|relay|transmit|deliver|pass(?:ed|es|ing)? on|handed|hand(?:s|ing)? over"
    r"|br(?:ing|ought)|read|extend(?:ed|s|ing)?|bear|bore|carr(?:y|ied))"
)
_NOUN = (
    r"(?:messages?|greetings?|regards|compliments|letters?|notes?|wish(?:es)?|invitations?|requests?"
    r"|hopes?|regrets?|thanks|gratitude|appreciation|condolences|congratulations|sympath(?:y|ies)"
    r"|apolog(?:y|ies)|felicitations|views?|concerns?|anxiety|assurances?|proposals?|respects?"
    r"|salutations|commitment|support|solidarity|welcome|expectations?|interest)"
)
_OF = re.compile(
    rf"\b{_NOUN}(?:(?! (?:that|which|who|and) )[^,.;]){{0,60}}? (?:from|of) "
    r"(?:the |his |her |both )?(?:(?:His|Her) (?:\w+ )?[A-ZÀ-ÞĀ-ɏ]\w+,? )?\Z"
)
_FROM = re.compile(
    r"\b(?:convey|relay|transmitt|pass|br(?:ing|ought))\w*(?: on)? (?:further )?from (?:the )?\Z"
)
_OWN = re.compile(rf"[’']s? (?:\w+ ){{0,3}}{_NOUN}\b")
_BEHALF = re.compile(
    r"\b[Oo]n behalf of (?:the )?\Z|\b[Oo]n (?:the )?instructions? (?:of|from) (?:the )?\Z"
    r"|\b(?:[Aa]s|been) (?:instructed|asked|requested|charged|authori[sz]ed) by (?:the )?\Z"
)
_GREETS = re.compile(r"\b(?:greetings|regards|wishes|message)\W+(?:\w+\W+){0,4}?from (?:the )?\Z")
_THAT = re.compile(r"\b(?:convey|relay)ed (?:to \w+ )?that (?:the )?\Z")
_WANTS = re.compile(
    r" (?:(?:also|strongly|very much|earnestly|sincerely) )?(?:hope[ds]|wish|want|was looking"
    r"|looked forward|thank|intended|would|was (?:keen|eager|pleased|delighted|grateful)|sent"
    r"|asked)"
)
_CHARGED = re.compile(
    r" (?:has |had |have )?(?:also )?(?:asked|instructed|requested|charged|authori[sz]ed|told) "
    r"(?:me|us|him|her) to (?:convey|transmit|deliver|pass|relay|say|tell|give|bring|express|thank"
    r"|extend)\b"
)
_CONVEYED = re.compile(
    r"[^.;]{0,60}?\b(?:was|were|been) (?:\w+ )?(?:conveyed|read|delivered|relayed|transmitted"
    r"|passed on|handed over|brought)\b[^.;]{0,30} by\b"
)
_SIGNS = ("behalf", "instruct", "convey", "relay", "transmit", "deliver", "pass", "hand", "br",
          "read", "extend", "bear", "bore", "carr", "greetings", "regards", "wishes", "message",
          "asked", "requested", "charged", "authori", "told")  # fmt: skip
_BACK = 100


def on_behalf(reader: Reader, start: int, end: int, speaker: str) -> str | None:
    """On whose behalf a sentence is said: ``a message from Prime Minister Roe``."""
    text = reader.text
    mentions = [m for m in reader.mentions(start, end) if m.name not in (None, speaker)]
    if not mentions:
        return None
    sentence = text[start:end]
    if not any(sign in sentence for sign in _SIGNS):
        return None
    conveys = _CONVEYS.search(sentence)
    for mention in mentions:
        near = max(start, mention.start - _BACK)
        if _BEHALF.search(text, near, mention.start) or _GREETS.search(text, near, mention.start):
            return mention.name
        if _CHARGED.match(text, max(mention.end, mention.tail), end):
            return mention.name
        given = _OF.search(text, near, mention.start)
        if given and not mention.possessive and _CONVEYED.match(text, mention.end, end):
            return mention.name
        if conveys is None or start + conveys.start() > mention.start:
            continue
        if mention.possessive:
            told = _OWN.match(text, mention.end, end)
        else:
            told = _OF.search(text, max(start + conveys.end(), near), mention.start)
            told = told or _FROM.search(text, near, mention.start)
            that = _THAT.search(text, near, mention.start)
            told = told or (_WANTS.match(text, mention.end, end) if that else None)
        if told is not None:
            return mention.name
    return None
