"""Who is heard: ``The Council heard from Ms. Roe that``, ``received a briefing by Mr. Doe``.

Those who hear are the subject there, and whoever speaks is named behind ``from`` or ``by``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .frame import Frame

if TYPE_CHECKING:
    from .frames import Reader
    from .subject import Subject

__all__ = ["HEARD", "heard_frame"]

HEARD = frozenset({"heard", "received", "given", "listened", "got"})
"""Nobody is heard without one of these."""
_TOLD = (
    r"(?:reports?|briefings?|presentations?|updates?|statements?|accounts?|overview|introduction"
    r"|address|remarks|testimony|evidence|explanations?|information)"
)
_HEARS = re.compile(
    r"[^;:]{3,90}? (?P<mode>heard|received|was given|were given|listened to|got)(?: also)?"
    rf"(?: first| then| next| initially)?(?: (?:an? |the )?(?:[a-z-]+ ){{0,3}}?{_TOLD}"
    r"(?: (?:on|about|regarding|concerning|of) [^.;:]{2,80}?)?(?: given| made| delivered)?"
    r" (?:from|by)|(?<=heard)(?: briefly| again)? from) (?:the )?"
)
_SPEAKING = frozenset({"person", "title", "side", "country"})
_SOURCES = 4


def heard_frame(
    reader: Reader, start: int, end: int, subjects: list[Subject], last: str | None
) -> list[Frame]:
    """The frame of whoever is heard in ``text[start:end]``, where nobody else says anything."""
    if not reader.has("heard", start, end):
        return []
    for subject in subjects[:_SOURCES]:
        if subject.kind not in _SPEAKING:
            continue
        match = _HEARS.fullmatch(reader.text, start, subject.start)
        if match is not None:
            who = reader.resolve(subject, last)
            mode = match["mode"].removeprefix("was ").removeprefix("were ")
            return [Frame(who, subject.kind, start, start, mode, content=True, opens=True)]
    return []
