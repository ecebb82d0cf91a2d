"""Labels that are offices of nobody named: ``Minister: I thank Prime Minister Roe.``

Whoever speaks under such a label is not the one of whom he or she speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..names.naming import fold
from ..names.tokens import vocabulary

if TYPE_CHECKING:
    from ..sections.layout import Block
    from ..speech.frames import Reader

__all__ = ["offices_of_nobody"]

_LONGEST = 60
"""So near is the colon of a label, in characters."""


def offices_of_nobody(
    reader: Reader, blocks: Sequence[Block], holder: str | None = None
) -> dict[str, str]:
    """The labels that are offices whose bearer, as the text has it, is spoken of under them.

    Of one who alone meets the press, the ``holder`` of such a conference, his or her own are.
    """
    roles = (p.role for p in reader.people.participants if p.name == holder and p.role)
    own = {word for role in roles for word in fold(role).split()}
    heads, text = vocabulary().heads, reader.text
    found: dict[str, str] = {}
    for block in blocks:
        colon = text.find(":", block.start, min(block.end, block.start + _LONGEST))
        label = text[block.start : colon].strip(" *_") if colon > 0 else ""
        if not label or label in found or heads.isdisjoint(label.lower().split()):
            continue
        if holder is not None and own.issuperset(fold(label).removeprefix("the ").split()):
            found[label] = holder
            continue
        begin = text.find(label, block.start)
        named = reader.whole_subject(begin, begin + len(label))
        if named is None or not reader.names(named) or _has_name(label, named):
            continue
        spoken_of = (m for m in reader.mentions(colon, block.end) if m.name == named)
        if any(
            _has_name(m.form, named) and not heads.isdisjoint(m.form.lower().split())
            for m in spoken_of
        ):
            found[label] = label
    return found


def _has_name(words: str, name: str) -> bool:
    """Whether one of the words of a name is among ``words``, whatever their case."""
    held = set(fold(words).split())
    return not held.isdisjoint(fold(name).split())
