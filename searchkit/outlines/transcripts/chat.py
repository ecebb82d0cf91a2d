"""Minutes kept in a chat: nicknames as labels (``jane: not yet``), and what else stands there.

``<jane> +1`` and ``[adjourned]`` are lines of the chat, which nobody says in the meeting.
"""

from __future__ import annotations

import re

from ..speech.frames import Reader

__all__ = ["nickname", "of_chat"]

_NICK = re.compile(r"[a-z][a-z\d_-]{1,15}")
_LINE = re.compile(
    r"<[\w-]{2,20}> |\[[a-z][^\[\]\n]{2,40}\]\s*\Z|(?:\[NEW\] )?ACTION\b[^:\n]{0,20}:"
)


def nickname(reader: Reader, who: str) -> str | None:
    """Whom a label in small letters means: the only one of those named with such a name."""
    return reader.called(who) if _NICK.fullmatch(who) is not None else None


def of_chat(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is a line of the chat in which minutes were kept: ``<jane> +1``."""
    return text[start] in "<[A" and _LINE.match(text, start, end) is not None
