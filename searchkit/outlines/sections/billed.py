"""Who speaks, billed between the title of a transcript and its first words, and is no part of it.

A *bill* is lines without a stop or a colon: the place, names, and under each what its bearer is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..front.place_lines import may_be_place
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse

__all__ = ["without_bill"]

_LINES = 24
_LINE = 100
_STYLED = re.compile(
    r"(?:(?:Senator|Dr|Professor) )?(?:the |The )?(?:Rt |Right )?Hon(?:ourable)?\.? [A-ZÀ-ÞĀ-ɏ]"
    r"|[A-ZÀ-ÞĀ-ɏ][\w’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.’'-]*){1,3},? (?:MP|MLA|MLC|MHA|MSP|MS|TD)\Z"
)
"""How somebody is billed: ``The Hon Jane Roe MP``."""
_LABEL = re.compile(r"[A-ZÀ-ÞĀ-ɏ][^:.?!\n]{1,90}:\s")
_AND = re.compile(r",? and |, (?:and )?|; ")
_NAMES = re.compile(r"[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ.’'-]*(?:,? (?:[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ.’'-]*|and)){1,20}")
"""Names in capitals: ``JANE ROE and DR OLA DOE``."""


def without_bill(
    text: str, body: list[Paragraph], title: str, wording: Wording
) -> tuple[list[Paragraph], str | None]:
    """``body`` with the bill of a transcript marked as boilerplate, and the place at its head."""
    body = _without_witnesses(text, body)
    if wording.spoken.search(title) is None:
        return body, None
    run: list[int] = []
    styled = False
    for index, line in enumerate(body[:_LINES]):
        if line.boilerplate:
            continue
        words = collapse(text[line.body : min(line.end, line.body + 2 * _LINE)])
        if line.marked or len(words) > _LINE or words[-1:] in ".!?:;,":
            labelled = not line.marked and _LABEL.match(words) is not None
            if not (labelled and styled and len(run) > 1):
                return body, None
            break
        styled = styled or _STYLED.match(words) is not None
        run.append(index)
    else:
        return body, None
    first = body[run[0]]
    head = collapse(text[first.body : first.end])
    # "Fisheries", of which they go on to speak
    found = set(run[1:] if head.lower() in text else run)
    named = (
        run[0] in found
        and wording.offices.isdisjoint(head.lower().split())
        and _STYLED.match(head) is None
    )
    place = head if named and may_be_place(head, wording) else None
    return [replace(p, boilerplate=True) if i in found else p for i, p in enumerate(body)], place


def _without_witnesses(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the names in capitals of those who speak below it marked as boilerplate."""
    found: set[int] = set()
    for index, line in enumerate(body[:_LINES]):
        if line.boilerplate or line.end - line.body > _LINE:
            continue
        words = text[line.body : line.end]
        if line.marked or _NAMES.fullmatch(words) is None:
            continue
        names = _AND.split(words)
        if all(_speaks(text, name.split()[-1].title()) for name in names):
            found.add(index)
    return [replace(p, boilerplate=True) if i in found else p for i, p in enumerate(body)]


def _speaks(text: str, surname: str) -> bool:
    """Whether a surname stands in a label with a name before it: ``Dr Ola Doe:``."""
    label = rf"^(?:Q\d+ )?(?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]* ){{1,4}}{re.escape(surname)}:"
    return re.search(label, text, re.MULTILINE) is not None
