"""Which paragraphs begin with the name of who speaks: those are no titles and no headings.

A *label* is what stands before the first colon of a line (``Minister Roe: Not yet.``), or a run of
words in capitals before words that are not (``QUESTION What about fish?``), what stands before
a dash (``The Chair - Not yet.``), or a name with its title alone on a line. One is a speaker's if
several paragraphs begin with it and some of them go on as speech does. In capitals alone on a
line it is part of the paragraph below it, which holds what is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from ..text.lines import Paragraph
from ..words.wording import Wording

__all__ = ["end_of_office_line", "speech_labels", "with_labels_above", "with_turns"]

_LONGEST = 100
"""A label is no longer, in characters."""
_COLON = re.compile(
    r"(?:\*\*|__)?(?:Q\.?\d+\.?\s+)?(?P<who>[A-ZÀ-ÞĀ-ɏ][^:.?!\n;]{0,80}?(?:\.[^:.?!\n;]{1,60}?){0,3})"
    r"\s*(?:[(\[][^()\[\]\n]{1,60}[)\]]\s*){0,2}(?:\*\*|__)?:(?:\*\*|__)?(?=\s|\Z)"
)
_DASHED = re.compile(r"(?P<who>[A-ZÀ-ÞĀ-ɏ][^:?!\n;–—()]{2,60}?)(?: \([^()\n]{1,60}\))? [-–—] ")
_DASH = re.compile(r" [-–—] ")
_CAPITALS = re.compile(
    r"(?P<who>(?:[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ'’.-]+\s+){1,5})"
    r"(?=(?:I|[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ’']+)\b)"
)
_INITIALS = re.compile(r"(?:\*\*|__)?[A-Z]{2,4}(?: ?[&+,/] ?[A-Z]{2,4})*(?:\*\*|__)?:")
_NUMBERED = re.compile(r"(?:\*\*|__)?Q\.?\d+\.?\s+[A-Z]")
_WORDS = 9
_ALONE = 60
_NAMED = re.compile(
    r"(?:The (?:Chair\w*|President|Speaker|Secretary(?:-General)?|Minister|Prime Minister)"
    r"|Mrs?\.?|Ms\.?|Miss|Dr\.?|Sir|Lord|Lady|Baroness|Madam|Senator|Minister|President|Ambassador)"
    r"(?: [A-ZÀ-ÞĀ-ɏ][\w.'’-]*){0,3}(?: \([^()\n]{2,40}\))?"
)
"""A name alone on a line, with the words under it."""
_SHOUTED = re.compile(
    r"(?P<who>[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ'’.,-]*(?: [A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ'’.,-]*){0,6})"
    r"(?: ?[(\[][^()\[\]\n]{2,40}[)\]])?"
)
"""Words in capitals, with a remark in brackets perhaps: ``MINISTER ROE (in French)``."""
_ABOVE = re.compile(
    r"(?:\*\*|__)?(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.’'-]*"
    r"(?:,? (?:(?:of|the|for|and|to|de|van|von|der|bin|al)\b|[A-ZÀ-ÞĀ-ɏ&])[\w.’'-]*){0,12})"
    r"\s*(?:[(\[][^()\[\]\n]{1,40}[)\]]\s*)?(?:\*\*|__)?:(?:\*\*|__)?"
)
"""A label with its colon alone on a line: ``President of Norway Jane Roe (in French):``."""
_MEMBERS = re.compile(r"(?:(?:Several|Some|Many|An) )?[Hh]on\.? (?:Members?|MEMBERS?|Gentlem[ae]n)")
_HELD = re.compile(
    r"The (?P<who>[A-ZÀ-ÞĀ-ɏ][\w-]*(?:,? (?:[A-ZÀ-ÞĀ-ɏ][\w-]*|of|for|the|and)){0,9})"
    r"(?: \([^()\n]{2,40}\))?"
)
"""An office alone on a line, with who holds it perhaps: ``The Minister of Ports (Mr. Roe)``."""
_OF_ONESELF = re.compile(r"(?<!\w)(?:I|I['’]\w+|me|my)(?!\w)")
_OFFICE_LINE = re.compile(
    r"The (?P<who>(?:[A-ZÀ-ÞĀ-ɏ][\w-]*(?: (?:of|for|the|and))* ){0,8}[A-ZÀ-ÞĀ-ɏ][\w-]*)"
    r"[ \t]*\n(?=[ \t]*[A-ZÀ-ÞĀ-ɏ“\"(\[])"
)
_FEW = 3
_UNNAMED = frozenset({
    "question", "answer", "moderator", "journalist", "reporter", "media", "interpreter", "operator",
    "q", "a", "participant"
})  # fmt: skip


def speech_labels(text: str, paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Where the paragraphs start, as offsets into ``text``, that begin with a speaker's label."""
    groups: dict[str, list[Paragraph]] = {}
    alone: dict[str, list[int]] = {}
    for paragraph in paragraphs:
        if paragraph.boilerplate or paragraph.depth or paragraph.numbers:
            continue
        if paragraph.end - paragraph.body <= _ALONE:
            words = text[paragraph.body : paragraph.end]
            if _NAMED.fullmatch(words):
                alone.setdefault(words, []).append(paragraph.start)
                continue
        head = text[paragraph.body : min(paragraph.end, paragraph.body + _LONGEST)]
        match = (_COLON if ":" in head else _CAPITALS).match(head)
        if match is None and _DASH.search(head) is not None:
            match = _DASHED.match(head)
        if match is None or len(match["who"].split()) > _WORDS:
            continue
        groups.setdefault(" ".join(match["who"].casefold().split()), []).append(paragraph)
    speakers = {
        who
        for who, group in groups.items()
        if len(group) > 1 and any(_speaks(text, paragraph) for paragraph in group)
    }
    # "JANE ROE:" and "ROE:" are one, and each may stand but once.
    alike: dict[str, list[str]] = {}
    for who in groups:
        alike.setdefault(who.rpartition(" ")[2], []).append(who)
    for same in alike.values():
        if len(same) > 1 and any(_speaks(text, p) for who in same for p in groups[who]):
            speakers.update(same)
    # "ROE:" is a speaker's label where "JANE ROE:" is one.
    surnames = {who.rpartition(" ")[2] for who in speakers}
    initials = [
        who
        for who, group in groups.items()
        if all(_INITIALS.match(text, paragraph.body) for paragraph in group)
    ]
    if len(speakers.intersection(initials)) > 1:
        # Where several speak by their initials, others do who speak but once.
        speakers.update(initials)
    spoken = {
        paragraph.start
        for who, group in groups.items()
        if who in speakers or who in surnames
        for paragraph in group
    }
    numbered = [
        paragraph.start
        for group in groups.values()
        for paragraph in group
        if _NUMBERED.match(text, paragraph.body)
    ]
    if len(numbered) > 1:
        spoken.update(numbered)  # "Q1 Chair:", "Q2 Jane Roe:"
    return frozenset(spoken.union(*(starts for starts in alone.values() if len(starts) > 1)))


def end_of_office_line(text: str, start: int, end: int) -> int:
    """Where the line ends that is an office above what its holder says; ``start`` if none is."""
    line = _OFFICE_LINE.match(text, start, end) if text.startswith("The ", start) else None
    if line is None or Wording.default().offices.isdisjoint(line["who"].lower().split()):
        return start
    return line.end()


def with_labels_above(text: str, paragraphs: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``paragraphs`` with each label alone on a line joined to the words below it.

    In capitals or before a colon such a line is a label rather than a heading where it names an
    office or nobody (``QUESTION``) and comes again, or stands with a colon elsewhere, or others
    do; and so is what is alike where there is one.
    """
    found: dict[int, str] = {}
    colons: set[str] = set()
    for index, (line, below) in enumerate(pairwise(paragraphs)):
        if line.marked or line.boilerplate or line.end - line.body > _LONGEST:
            continue
        if below.marked or below.boilerplate or not _speaks(text, below):
            continue
        if text[line.end - 1] in ":*_":
            match = _ABOVE.fullmatch(text, line.body, line.end)
        else:
            match = _SHOUTED.fullmatch(text, line.body, min(line.end, line.body + _ALONE))
        if match is not None and match.end() == line.end:
            found[index] = match["who"]
            if match.re is _ABOVE:
                colons.add(match["who"])
    named = _named_above(text, paragraphs, wording)
    if not found:
        return _joined(paragraphs, named)
    said = list(found.values())
    known = {who for who in said if _may_speak(who, wording)}
    beside = {who for who in known if re.search(rf"\n{re.escape(who)}:[ \t]*[^\s*_]", text)}
    sure = {who for who in known if said.count(who) > 1} | beside
    if len(known & colons) > 1:
        sure |= known & colons
    if not sure:
        return _joined(paragraphs, named)
    # Where one is a label, so is whatever comes again as it does: headings come once.
    known.update(who for who in said if said.count(who) > 1)
    surnames = {who.rpartition(" ")[2] for who in sure}
    labels = {i for i, who in found.items() if who in known or who.rpartition(" ")[2] in surnames}
    return _joined(paragraphs, labels | named)


def _joined(paragraphs: list[Paragraph], labels: Collection[int]) -> list[Paragraph]:
    """``paragraphs`` with those at ``labels`` joined to the ones below them."""
    joined: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        if index - 1 in labels:
            above = joined.pop()
            paragraph = replace(above, numbers=(), end=paragraph.end)
        joined.append(paragraph)
    return joined


def with_turns(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """``paragraphs`` with the lines of one turn joined, where blank lines part the turns."""
    spoken = speech_labels(text, paragraphs)
    labels = [paragraph for paragraph in paragraphs if paragraph.start in spoken]
    if len(labels) < _FEW or not all(label.gap for label in labels):
        return paragraphs
    joined: list[Paragraph] = []
    last = labels[-1].start
    for line in paragraphs:
        above = joined[-1] if joined else line
        plain = not (line.gap or line.marked or line.boilerplate) and _speaks(text, line)
        goes_on = above.start <= last and not (above.marked or above.boilerplate)
        if plain and goes_on and _speaks(text, above):
            joined[-1] = replace(above, end=line.end)
        else:
            joined.append(line)
    return joined


def _named_above(text: str, paragraphs: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Which paragraphs are a name alone over what is said, as in the reports of a parliament.

    Several speak so and one of them again, or two by their offices, of themselves. A question's
    number may stand before the name.
    """
    found: dict[int, str] = {}
    offices = 0
    for index, (line, below) in enumerate(pairwise(paragraphs)):
        if line.end - line.body > _ALONE or line.boilerplate or line.depth or line.bullet:
            continue
        if below.marked or below.boilerplate or not _speaks(text, below):
            continue
        words = text[line.body : line.end]
        asked = text[below.body].islower()
        if (line.numbers and not asked) or (asked and not line.numbers):
            continue
        office = _HELD.fullmatch(words)
        if office is not None and not wording.offices.isdisjoint(office["who"].lower().split()):
            found[index] = office["who"]
            offices += _OF_ONESELF.search(text, below.body, below.end) is not None
        elif _NAMED.fullmatch(words) or _MEMBERS.fullmatch(words):
            found[index] = words
    said = list(found.values())
    if len(set(said)) > 1 and offices == len(said):
        return frozenset(found)
    several = len(set(said)) > 1 and len(said) > _FEW
    return frozenset(found) if several and len(set(said)) < len(said) else frozenset()


def _may_speak(who: str, wording: Wording) -> bool:
    """Whether the words of a label tell an office, a form of address or nobody by name."""
    words = [word.strip(".,").casefold() for word in who.split()]
    if words[0] in _UNNAMED or words[0] in wording.forms:
        return True
    held = len(words) > 1 and not wording.offices.isdisjoint(words)
    return held and wording.no_byline.isdisjoint(words)


def _speaks(text: str, paragraph: Paragraph) -> bool:
    return text[paragraph.body : paragraph.end].rstrip(")]\"'”’*_ ")[-1:] in {".", "?", "!", "…"}
