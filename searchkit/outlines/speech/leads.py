"""Whose words a lead-in, a heading or a line of its own announces.

``Minister Roe said as follows:``, ``Statements by Ms. Doe``, ``The ministers``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ...records import BOTH_SIDES, Statement
from ..lands.countries import country_of
from ..sections.layout import Block, Layout
from ..words.gates import Expression
from ..words.sentences import split_sentences
from .conveying import on_behalf
from .decisions import decides
from .flow import Lead
from .frame import main_frame, mode_of
from .reporting import noun_lead
from .statements import Teller
from .subject import side_name

__all__ = ["OPINIONS", "Leads", "follows", "introduces_items"]

_TOGETHER = re.compile(
    r"[(\[]?(?:(?:The|Both|All)(?: two| three| four| five)?(?: [a-z-]+)? )?"
    r"(?:ministers|leaders|sides|parties|participants|presidents|countries|prime ministers"
    r"|foreign ministers|delegations|governments|vice-ministers|secretaries|officials)[)\]]?",
    re.IGNORECASE,
)
"""A heading that is the subject of what stands under it."""
OPINIONS = frozenset(
    {
        "opinions",
        "views",
        "comments",
        "remarks",
        "questions",
        "requests",
        "suggestions",
        "proposals",
    }
)
_FROM_ALL = re.compile(
    rf"\b(?P<mode>{'|'.join(sorted(OPINIONS))})"
    r"(?: (?:expressed|raised|made|given|received|voiced))? (?:from|by|of|among) (?:the |all )?"
    r"(?:participants|participating [a-z]+|members|attendees|audience|delegates|ministers|floor"
    r"|experts|panell?ists|residents)\Z",
    re.IGNORECASE,
)
"""A heading over what those who met said: ``Major opinions from the participants``."""
_SIDE = re.compile(
    r"[(\[<]?(?:The )?(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.-]*)?)"
    r" (?:[Ss]ide|[Dd]elegation)[)\]>]?"
)
_MARK = re.compile(r"\A\s*\(?\w{1,4}[.)][ \t]+")
_REMARKS = re.compile(
    r"[’']s? (?:\w+ ){0,2}(?:remarks?|statements?|speech|response|reply|explanations?|comments?"
    r"|views?|address|intervention|answers?)[)\]]?",
    re.IGNORECASE,
)
_ON_OCCASION = re.compile(
    r" (?:at|before|after|during|following|ahead of|in|on|prior to|upon|speaking) [^:]{3,100}"
)
"""What may stand between a name and the colon before what its bearer says."""
_ISSUED = re.compile(
    r"\b[Ss]pokes(?:man|woman|person)\b[^:]{0,120}"
    r" (?:issue[sd]|made|makes|release[sd]|gave|gives)\b[^:]{0,40}:\Z"
    r"|\b(?:issued|made|released|given|attributable)\b[^:.]{0,60}"
    r"\b[Ss]pokes(?:man|woman|person)\b[^:]{0,120}:\Z"
)
"""What a spokesperson issues is no speech of his own."""
_RELEASED = re.compile(
    r"\b(?:issued|released) (?:the following|this|an?) (?:[\w-]+ )?(?:statement|release|note)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")


_FOLLOWING = re.compile(r"\bfollowing\b|\bas follows\b|\bbelow\b", re.IGNORECASE)
_AS_FOLLOWS = Expression(r"\b(?:as follows|the following)[.:]?\s*\Z")
_TAIL = 60
"""Such an end is no longer, in characters."""
_OWN_WORDS = re.compile(
    r"[^.]{0,60}\b(?:his|her|their) (?:\w+ ){0,3}"
    r"(?:remarks?|statements?|points?|comments?|speech|address|explanations?|views|words"
    r"|proposals?|requests?)\b(?P<rest>[^.]{0,60})[.:]\s*\Z"
)
"""``The gist of his remarks is as follows.``: those of whoever spoke before."""


def follows(text: str, said: Statement) -> bool:
    """Whether a statement ends in ``as follows``."""
    return _AS_FOLLOWS.search(text, max(said.start, said.end - _TAIL), said.end) is not None


def introduces_items(text: str, last: Statement, above: Block | None) -> bool:
    """Whether the ``last`` statement of a block, or what stands behind it, tells what follows."""
    if _FOLLOWING.search(text, last.start, last.end):
        return True
    words = text[last.end : above.end].strip() if above is not None else ""
    own = _OWN_WORDS.match(words) if words else None
    return own is not None and _FOLLOWING.search(words) is not None


class Leads:
    """Tells whose words the lead-ins and the headings of one document announce."""

    def __init__(self, text: str, layout: Layout, teller: Teller) -> None:
        self.text = text
        self.blocks = layout.blocks
        self.reader = teller.reader
        self.teller = teller
        self.heads = [(p.start, p.end) for p in layout.parts if p.role == "heading"]
        self.headings: dict[int, tuple[Lead, bool] | None] = {}

    def heading(self, block: Block) -> tuple[Lead, bool] | None:
        """Whose words the innermost heading announces, and whether it plainly does."""
        if not block.headings:
            return None
        at = bisect_right(self.heads, (block.start, block.start)) - 1
        if at < 0:
            return None
        start, end = self.heads[at]
        if start not in self.headings:
            words = block.headings[-1].split()
            begin = self.text.find(words[0], start, end) if words else start
            found = self.announces(max(begin, start), end) if words else None
            if found is not None and not found[1] and any(map(self._of_side, (at - 1, at + 1))):
                found = found[0], True  # "(a) Norwegian side", and "(b) Minister Roe"
            self.headings[start] = found
        return self.headings[start]

    def _of_side(self, at: int) -> bool:
        """Whether the heading with this number names a side and no more."""
        if not 0 <= at < len(self.heads):
            return False
        words = _MARK.sub("", self.text[slice(*self.heads[at])]).strip(" :*_#")
        side = _SIDE.fullmatch(words)
        return side is not None and country_of(side["who"]) is not None

    def announces(self, start: int, end: int) -> tuple[Lead, bool] | None:
        """Whose words the heading ``text[start:end]`` announces, and whether it plainly does."""
        words = self.text[start:end].strip().rstrip(":").rstrip()
        if _TOGETHER.fullmatch(words):
            return Lead(BOTH_SIDES), True
        if (opinions := _FROM_ALL.search(words)) is not None:
            return Lead(BOTH_SIDES, opinions["mode"].lower()), True
        stop = start + len(words)
        side = _SIDE.fullmatch(words)
        if side is not None and country_of(side["who"]) is not None:
            return Lead(side_name(side["who"])), True
        named = self.reader.whole_subject(start, stop)
        if named is not None:
            return Lead(named), words[:1] in ("(", "[", "<", "【") or named.endswith(" side")
        noun = self.noun(start, stop)
        if noun is not None:
            return noun, True
        for mention in self.reader.mentions(start, stop):
            if (
                mention.possessive
                and mention.name
                and _REMARKS.fullmatch(self.text[mention.end : stop])
            ):
                return Lead(mention.name), True
        return None

    def lead(self, start: int, end: int) -> Lead | None:
        """Whose words the lead-in ``text[start:end]`` announces."""
        sentences = split_sentences(self.text, start, end)
        if not sentences:
            return None
        start, end = sentences[-1]
        frames = self.reader.frames(start, end, self.teller.flow.person)
        main = main_frame(frames)
        if main is not None and main.speaker is not None:
            self.teller.remember(main)
            behalf = on_behalf(self.reader, start, end, main.speaker)
            return Lead(main.speaker, mode_of(main), behalf, main.others)
        noun = self.noun(start, end)
        if noun is not None:
            return noun
        alone = self.reader.whole_subject(start, end - 1) or self.on_occasion(start, end - 1)
        if alone is not None:
            return Lead(alone)
        decided = decides(self.text[start:end])
        return Lead(BOTH_SIDES, decided) if decided is not None else None

    def on_occasion(self, start: int, end: int) -> str | None:
        """Who is named in ``Minister Roe at the start of the talks``."""
        for subject in self.reader.subjects(start, end)[:1]:
            opens = not self.text[start : subject.start].strip(" *_").removeprefix("The")
            if opens and _ON_OCCASION.fullmatch(self.text, subject.end, end):
                return self.reader.resolve(subject, None)
        return None

    def noun(self, start: int, end: int) -> Lead | None:
        """The lead in ``Statements by Minister Roe``."""
        for subject in self.reader.subjects(start, end):
            noun = noun_lead(self.text[start : subject.start])
            speaker = self.reader.resolve(subject, self.teller.flow.person)
            if noun is not None and speaker is not None:
                if subject.kind == "person":
                    self.teller.flow.person = speaker
                return Lead(speaker, noun if noun != "attributable" else None)
        return None

    def quotation_below(
        self, block: Block, below: Sequence[Block]
    ) -> tuple[int, Lead | None] | None:
        """Where the last sentence of ``block`` begins, if it only announces the quotation ``below``
        or what a spokesperson issues, and whose words these are."""
        text = self.text
        if text[block.end - 1] not in ":," or not below:
            return None
        quoted = text[below[0].start] in '“"'
        start, end = split_sentences(text, block.start, block.end)[-1]
        if quoted and _RELEASED.search(text, start, end):
            # "Ms. Roe issued the following statement:", which tells what others said
            own = _FIRST_PERSON.search(text, below[0].start, below[0].end) is not None
            return start, self.lead(start, end) if own else None
        if not quoted and not _ISSUED.search(text, start, end):
            return None
        return start, self.lead(start, end) if quoted else None
