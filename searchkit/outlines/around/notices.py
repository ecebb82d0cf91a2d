"""Notices: what a site tells its readers about itself above a text: its browser, cookies, scripts.

A *notice* is a sentence or two, addressed to whoever reads the page or told of the page itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..text.lines import Paragraph
from ..words.wording import Wording, collapse

__all__ = ["without_site_notices"]

_NEAR = 8
"""Notices stand among so many of the first paragraphs."""
_READ = 500
_MEANS = re.compile(
    r"\b(?:browsers?|cookies?|java ?scripts?|pop-?ups?|internet explorer|firefox|chrome|adblock"
    r"|ad-?blockers?|flash player|acrobat(?: reader)?|pdf reader)\b",
    re.IGNORECASE,
)
"""What a page is read by."""
_PAGE = re.compile(
    r"\b(?:(?:this|our|the(?: \w+)?) (?:web ?)?(?:site|page|portal)s?|you(?:r|rs)?|please)\b",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:(?:un)?subscrib(?:e[drs]?|ing|tion)|newsletters?|mailing list|e-?mail updates"
    r"|log(?:ged)? in|sign(?:ed)? (?:in|up)|register(?:ed)? (?:now|here)|screen readers?"
    r"|screen resolution|click (?:here|on)|(?:under|down for) maintenance|beta version"
    r"|new version of (?:this|our)|no longer (?:updated|maintained)|redirected)\b",
    re.IGNORECASE,
)
"""What is done for those who read a page."""
_OF_SITES = re.compile(
    r"skip to (?:the )?(?:main |page )?(?:content|navigation|menu|text|search)\b"
    r"|(?:an? |the )?(?:official |secure )?(?:\.?gov|\.?mil)?\b ?"
    r"web ?sites? (?:use|belong|is|are)s?\b"
    r"|you (?:have accessed|are (?:now )?(?:viewing|visiting|leaving|reading))\b",
    re.IGNORECASE,
)
"""How what is told of sites begins."""
_YOU = re.compile(r"\b(?:you(?:r|rs)?|please|this (?:web ?)?(?:site|page))\b", re.IGNORECASE)


def without_site_notices(
    text: str, paragraphs: list[Paragraph], wording: Wording
) -> list[Paragraph]:
    """``paragraphs`` with the notices marked as boilerplate that stand above a text."""
    head = text[: paragraphs[_NEAR].start] if len(paragraphs) > _NEAR else text[: _NEAR * _READ]
    if not any(told.search(head) for told in (_MEANS, _SERVED, _OF_SITES)):
        return paragraphs
    found = list(paragraphs)
    goes_on = False
    for at, line in enumerate(paragraphs[:_NEAR]):
        words = collapse(text[line.body : min(line.end, line.body + _READ)])
        # A notice that was wrapped goes on below.
        own = is_notice(words) or (goes_on and not line.gap and words[:1].islower())
        if own and not line.numbers:
            found[at] = replace(line, boilerplate=True)
        elif not line.boilerplate and wording.promises(words):
            break
        goes_on = own
    return found


def is_notice(words: str) -> bool:
    """Whether a line above a text tells its readers of the page that they read."""
    if _OF_SITES.match(words.lstrip(".")) is not None:
        return True
    if _MEANS.search(words) is not None:
        return _PAGE.search(words) is not None
    return _SERVED.search(words) is not None and _YOU.search(words) is not None
