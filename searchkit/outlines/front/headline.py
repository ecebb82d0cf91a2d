"""Which of the lines at the top of a document are its title.

A title has one to three lines. Those that say where the document is filed, who sends it or where
it was written are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..around.captions import shows
from ..lands.countries import find_places, is_capital
from ..particulars.attendance import heads_attendance, heads_list
from ..words.wording import Wording
from .echoes import echo, words_of
from .extent import FOOTNOTE, ONE_BODY, SITTING, FrontLine, extent
from .page_titles import record_below
from .place_lines import is_country, is_place, is_town_in_country, is_venue
from .seams import runs
from .sittings import sitting_lines

__all__ = [
    "FOOTNOTE",
    "FrontLine",
    "could_be_title",
    "is_dateline",
    "title_lines",
]

_FIGURES_AT_END = re.compile(r"\s*\((?:[A-Z][a-z]{2,8}\.? )?[\d./ –-]{1,12}\)\Z")
_TITLE_WORDS = 45
_WORDS_OF_A_TITLE = 3
"""A line with fewer is taken for the title only where no other can be it."""
_WORDS_OF_A_LATE_TITLE = 5
_HOLDS = re.compile(
    r"[\w-]+ ?: (?:Mrs?|Ms|Miss|Dr|Sir|Dame|H\.E|Cllr|Councillor|Ambassador|Professor|Prof)\b",
    re.IGNORECASE,
)
"""Who holds the chair: ``President: Mr. Roe``."""
_ATTENDING = re.compile(
    r"(?:in attendance|members present|present)\b:? |(?:witness(?:es)?|participants): ",
    re.IGNORECASE,
)
_SMALL_FIRST = re.compile(r"(?:by|with|between|following|after|at|on|of|for|to) ")
"""What begins the line that goes on with a heading."""
_OF = re.compile(r"OF (?:THE|AN?) |of (?:the|an?) ")
_OF_A_BODY = re.compile(
    r"(?:MINUTES|SUMMARY|(?:SUMMARY )?RECORD|REPORT|NOTES?) OF (?:THE |A |ITS )?(?:[A-Z-]+ )?"
    r"MEETINGS?(?: HELD\b.*|,? (?:ON )?[A-Z]* ?\d.*)?|Minutes of the [\w-]+ meeting"
)
"""The title of a record that does not tell whose meeting it was."""
_EVENT = re.compile(
    r"\b(?:statement|minutes|summary|record|communiqu[eé]|declaration|outline|report|meeting|talks"
    r"|conference|summit|dialogue|consultations?|session)\b",
    re.IGNORECASE,
)
_NO_EVENT = re.compile(
    r"(?:(?:press|media|joint) )*(?:remarks|statements?|transcripts?|interviews?|speech(?:es)?)",
    re.IGNORECASE,
)
"""What somebody's words are filed under, where the event has a name of its own."""
_HEADING_WORDS = 6
_HEADING = re.compile(r"[.!?][”\")]?\s*\n\s*\n[A-Z][^\n.!?:;,]{2,60}\n\s*\n[A-Z][^\n]{20,}[.!?]")
"""A short line by itself, between paragraphs that end in a stop."""
_WORDS_OF_A_RUBRIC = 3
_HEARD, _UNHEARD = 0.6, 0.5
"""The text says such a share of a title's telling words again, and so much less of what is none."""
_DOCUMENT = re.compile(
    r"statement|communiqu|declaration|minutes|record|summary|report|outline|remarks|transcript"
    r"|interview|message|speech|address|letter|memorandum|proceedings|hearing|evidence"
    r"|(?:press|news|media) (?:conference|briefing|point|availability|encounter)",
    re.IGNORECASE,
)
"""What a document is called, or what is held for the press."""
_KIND_BEHIND = re.compile(r"\(([^()]{3,60})\)\Z")
_SPEECH = re.compile(
    r"\b(?:speech|remarks|address|lecture|message) (?:by|of|from)\b", re.IGNORECASE
)
"""What begins a second title, below that of a speech."""
_SIGNS = frozenset("●•·")
_NAME = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-ÞĀ-ɏ][\w'’-]*\.?){1,3}")
"""What may be somebody's name, alone on a line."""
"""What stands between the numbers of a sitting, and in no title."""
_BODY = re.compile(r"\b(?:committee|commission|council)(?: (?:of|on|for) .+)?\Z")
_CHAMBER = re.compile(
    r"(?:the )?(?:house of (?:commons|lords|representatives|assembly)|senate|national assembly)",
    re.IGNORECASE,
)
"""A chamber of a parliament: what it published has a title of its own."""
_WORD = re.compile(r"\w+(?:[.'’]\w+)*")
_TEXT = 100
"""What is shorter, in characters, is no text to have a title."""
_INITIALS = re.compile("[A-Z]{2,5}")
"""The letters of a body or of a language, alone on a line."""


_HOUR = re.compile(r"(?<=\d) (?:hrs|hours|[ap]\.m)\.\Z")
"""What an hour at the end of a title ends in."""
_HALF_DAYS = ("a.m.", "p.m.", "A.M.", "P.M.")
_HOUR_WITHIN = re.compile(r"(?<=\d) (?:hrs|hours)\.(?= [A-Z])")
_NOTED = re.compile(r"(?<=[a-z]{2}[.!?])\d{1,3}\Z")
"""The number of a note behind a sentence."""


def could_be_title(words: str, wording: Wording) -> bool:
    """A headline may have a verb (``Minister Meets Envoy``), but no full stop."""
    if "。" in words:
        return False
    # The full stop of "(3.14.)" or "(Oct. 3.)" ends no sentence.
    words = (_FIGURES_AT_END.sub("", words) if words[-1:] == ")" else words) or words
    bare = _NOTED.sub("", words) if words[-1:].isdigit() else words
    if "rs. " in words:  # "at 11.00 hrs. Cod Hall"
        words = _HOUR_WITHIN.sub("", words)
    timed = _HOUR.search(bare)
    if timed is not None and not wording.has_finite_verb(words):
        bare = bare[: timed.start()]
    bare = bare.rstrip(")]\"'”’*_ ")
    return (
        len(words.split()) <= _TITLE_WORDS
        and not (_HOLDS.match(words) and not is_country(words.partition(":")[0]))
        and not words.startswith(("To ask ", "Note: "))  # a question of a parliament, a remark
        and bare[-1:] not in {":", "：", ";", ","}
        and (wording.is_title(words) or bare[-1:] != "." or words[:1].islower())
        and wording.sentence_end(words) is None
    )


def title_lines(lines: Sequence[FrontLine], text: str, wording: Wording) -> list[int]:
    """Which of the lines above ``text`` are the title's."""
    parted = runs(lines, text, wording)
    whole = [
        lines[run.start]
        if len(run) == 1
        else replace(lines[run.start], role="title", words=" ".join(lines[i].words for i in run))
        for run in parted
    ]
    return [i for k in _title_lines(whole, text, wording) for i in parted[k]]


def _title_lines(lines: Sequence[FrontLine], text: str, wording: Wording) -> list[int]:
    """Which of the lines above ``text``, each of them whole, are the title's."""
    candidates = [i for i, line in enumerate(lines) if line.role == "title"]
    if not candidates:
        return []
    # Below the heading of those present stand their names.
    present = (i for i in candidates[1:] if _is_attendance(lines[i].words))
    listed = next(present, len(lines))
    candidates = [i for i in candidates if i < listed]
    likely = [
        i
        for i in candidates
        if not wording.is_category(lines[i].words)
        and not (_INITIALS.fullmatch(lines[i].words) and len(candidates) > 1)
        and not wording.is_sender(lines[i].words)
        and not wording.is_byline(lines[i].words)
        and not _is_attendance(lines[i].words)
        and not _holds_office_below(lines, i, wording)
        and not (
            is_dateline(lines, i)
            and len(candidates) > 1
            and wording.spoken.compiled.match(lines[i].words) is None
        )
    ]
    # Who was present comes below the title.
    head = next((i for i in candidates if heads_attendance(lines[i].words)), None)
    likely = [i for i in likely if head is None or i < head] or likely
    # What ends as a sentence does is the text's where another line may be the title.
    unstopped = [
        i
        for i in likely
        if lines[i].words[-1:] != "."
        or lines[i].depth
        or (lines[i].words.endswith(_HALF_DAYS) and wording.records.search(lines[i].words))
    ]
    likely = unstopped if any(wording.promises(lines[i].words) for i in unstopped) else likely
    # The name of a country or its capital is the publisher's, or where the document is filed.
    named = [
        i
        for i in likely
        if not is_country(lines[i].words) and not is_capital(lines[i].words.title())
    ]
    if any(len(_WORD.findall(lines[i].words)) >= _WORDS_OF_A_TITLE for i in named):
        likely = named
    # Nor is the room in which words were said.
    elsewhere = [i for i in likely if lines[i].depth or not is_venue(lines[i].words)]
    likely = elsewhere if any(wording.promises(lines[i].words) for i in elsewhere) else likely
    # A caption is none where another line has what titles have.
    plain = [i for i in likely if lines[i].depth or not shows(lines[i].words, wording)]
    likely = plain if any(wording.promises(lines[i].words) for i in plain) else likely
    dated = next((i for i, line in enumerate(lines) if line.role == "date"), -1)
    if likely and likely[0] > dated >= 0:
        # ``Daily Press Briefing`` above the date, what it was about below.
        events = [i for i in candidates if i < dated and wording.spoken.search(lines[i].words)]
        events = [i for i in events if not _NO_EVENT.fullmatch(lines[i].words)]
        likely = [i for i in events if not wording.is_byline(lines[i].words)][:1] or likely
    chambers = [i for i in likely if _CHAMBER.fullmatch(lines[i].words)]
    if chambers:
        likely = [i for i in likely if i in chambers or not is_venue(lines[i].words)]
    if all(is_country(lines[i].words) or _CHAMBER.fullmatch(lines[i].words) for i in likely):
        alone = [i for i in candidates if _may_stand_alone(lines[i].words, wording)]
        told = [i for i in alone if not wording.is_byline(lines[i].words)]
        # An office alone is no title of a text.
        rest = likely or len(text) < _TEXT
        told = told or [i for i in alone if rest or lines[i].words[:1].islower()]
        alone = [i for i in told if not is_venue(lines[i].words)] or told
        likely = [i for i in alone if not _CHAMBER.fullmatch(lines[i].words)] or alone or likely
    if not likely:
        # ``Joint Statement`` may be a title, ``Asia`` and ``Japan-Russia Relations`` are none.
        likely = [i for i in candidates if _may_stand_alone(lines[i].words, wording)]
        likely = [i for i in likely if not heads_attendance(lines[i].words)]
        if len(text) >= _TEXT:
            # "by Minister Roe" goes on with the line above.
            likely = [
                i
                for i in likely
                if lines[i].words[:1].islower() or not wording.is_byline(lines[i].words)
            ]
        likely = [i for i in likely if not _CHAMBER.fullmatch(lines[i].words)] or likely
    if not likely:
        return []
    sitting = sitting_lines([x.words if x.role == "title" else "" for x in lines])
    recorded = any(_OF_A_BODY.fullmatch(lines[i].words) for i in likely)
    before = [i for i in likely if sitting and i < sitting[0]]
    if sitting and not recorded and not any(wording.promises(lines[i].words) for i in before):
        return sitting
    likely = _heard_again(lines, likely, text, wording)
    first = _likeliest(lines, likely, wording)
    if first > dated >= 0 and _is_first_of_headings(lines, first, text, wording):
        # "Cod Council" / "3 May 2004" / "The docks", where "The ferries" comes below
        above = [
            i
            for i in candidates
            if i < dated
            and not wording.is_sender(lines[i].words)
            and _BODY.search(lines[i].words.lower())
        ]
        if above or any(line.role == "kind" for line in lines[:dated]):
            return above[:1]
    # A title begins above the line that tells most, where no blank line is between them.
    if _OF.match(lines[first].words) and first - 1 in candidates and not lines[first].gap:
        first -= 1  # "MINUTES" / "OF THE THIRD MEETING"
    while first - 1 in likely and not lines[first].depth:
        goes_on = lines[first - 1].words[-1:] == "," or lines[first].words[:1].islower()
        if lines[first].gap and not goes_on:
            break
        if not _may_begin(lines[first - 1].words, lines[first].words, wording):
            break
        spoken = wording.spoken.compiled.fullmatch(lines[first - 1].words)
        if lines[first - 1].words.isupper() and not (spoken or lines[first].words.isupper()):
            break
        first -= 1
    if lines[first].depth:
        below = first + 1
        goes_on = below < len(lines) and lines[below].role == "title"
        same = goes_on and lines[below].depth == lines[first].depth
        return [first, below] if goes_on and (same or _goes_on(lines, below)) else [first]
    group = extent(lines, first, likely, wording)
    below = group[-1] + 1
    if below in candidates and ONE_BODY.fullmatch(lines[first].words):
        # "COD COUNCIL" / "Sixth meeting" / "SUMMARY RECORD OF THE SECOND MEETING"
        return [*group, below] if _OF_A_BODY.fullmatch(lines[below].words) else group
    body = group[0] - 1
    if body in candidates and SITTING.fullmatch(lines[body].words):
        body -= 1
    if body in candidates and _names_body(lines[body].words, lines[group[0]].words):
        return [*range(body, group[0]), *group]
    return group


def _is_first_of_headings(
    lines: Sequence[FrontLine], index: int, text: str, wording: Wording
) -> bool:
    """Whether a line right over the ``text`` heads its first part, as others below head theirs."""
    line = lines[index]
    if index != len(lines) - 1 or not line.gap or line.depth or wording.promises(line.words):
        return False
    return len(line.words.split()) <= _HEADING_WORDS and _HEADING.search(text) is not None


def _may_begin(above: str, below: str, wording: Wording) -> bool:
    """Whether a line may begin the title that a line below it tells most of.

    One without any word of what titles tell stands above the title.
    """
    if not wording.promises(below):
        return True
    return wording.promises(above) and not _is_rubric(above, wording)


def _is_rubric(words: str, wording: Wording) -> bool:
    """Whether a line of few words tells no more than what a page is about: ``Political dialogue``.

    It names nobody's office, no country and no kind of document.
    """
    low = words.lower().split()
    return wording.is_bare_office(words) or (
        len(low) <= _WORDS_OF_A_RUBRIC
        and _DOCUMENT.search(words) is None
        and not find_places(words)
        and not any(char.isdigit() for char in words)
    )


def _holds_office_below(lines: Sequence[FrontLine], index: int, wording: Wording) -> bool:
    """Whether a line is a name, and the one below it tells its office: ``Secretary of State``."""
    words = lines[index].words
    below = lines[index + 1 : index + 2]
    if not below or _NAME.fullmatch(words) is None:
        return False
    return (
        wording.is_byline(below[0].words)
        and "," not in below[0].words
        and not wording.promises(words)
        and not find_places(words)
    )


def _is_attendance(words: str) -> bool:
    return heads_attendance(words) or heads_list(words) or _ATTENDING.match(words) is not None


def _names_body(above: str, title: str) -> bool:
    """Whether a line in capitals tells whose meeting it is that the title below tells of."""
    return _OF_A_BODY.fullmatch(title) is not None and ONE_BODY.fullmatch(above) is not None


def _goes_on(lines: Sequence[FrontLine], index: int) -> bool:
    """Whether a line goes on with the heading above it: ``by Minister Roe at the start of ...``.

    What is no heading itself does so with a small word, and the day comes next.
    """
    line = lines[index]
    if line.depth:
        return line.words[:1].islower()
    if not line.gap and line.words.isupper() and lines[index - 1].words.isupper():
        return all(below.gap for below in lines[index + 1 : index + 2])
    dated = [below.role for below in lines[index + 1 : index + 2]] == ["date"]
    return dated and _SMALL_FIRST.match(line.words) is not None


def _may_stand_alone(words: str, wording: Wording) -> bool:
    low = words.lower()
    if low.endswith("relations") or not _SIGNS.isdisjoint(words):
        return False
    return wording.promises(words) or _BODY.search(low) is not None


def _heard_again(
    lines: Sequence[FrontLine], likely: list[int], text: str, wording: Wording
) -> list[int]:
    """``likely`` without the first of them, where the text speaks of the next and not of those."""
    if len(likely) == 1:
        return likely
    said = words_of(text)
    for at, index in enumerate(likely[1:], 1):
        words = lines[index].words
        filed = at == 1 and _is_filed(lines[likely[0]], wording)
        if not filed and any(line.role == "date" for line in lines[likely[0] : index]):
            break  # captions stand below the date
        if not (filed or lines[index].gap or lines[index - 1].role != "title"):
            continue
        told = any(wording.promises(lines[i].words) for i in likely[:at]) and not filed
        promising = wording.promises(words)
        least = _WORDS_OF_A_TITLE if promising else _WORDS_OF_A_LATE_TITLE
        if len(words.split()) < least or (told and not promising):
            continue
        if _DOCUMENT.search(lines[likely[at - 1]].words) or words[:1].islower():
            break
        above = [echo(lines[i].words, said, wording) for i in likely[:at]]
        own = 0 if _is_rubric(words, wording) else echo(words, said, wording) or 0
        if own >= _HEARD and all(x is not None and x <= own - _UNHEARD for x in above):
            return likely[at:]
    return likely


def _is_filed(line: FrontLine, wording: Wording) -> bool:
    """Whether a line may be what a page is filed under: one word that names no document."""
    return " " not in line.words and not line.depth and _is_rubric(line.words, wording)


def _likeliest(lines: Sequence[FrontLine], likely: Sequence[int], wording: Wording) -> int:
    """Of the lines that may be the title the one that most likely is.

    The first of some length above the date, unless it has no word of those that titles have and
    another line has: one above the date that is longer, or a long one below it.
    """
    closing = next((i for i, line in enumerate(lines) if line.role in ("date", "kind")), len(lines))
    words = {i: len(_WORD.findall(lines[i].words)) for i in likely}
    above = [i for i in likely if i < closing]
    long = [i for i in above or likely if words[i] >= _WORDS_OF_A_TITLE]
    first = next(iter(long), (above or likely)[0])
    marked = next((i for i in likely if lines[i].depth), None)
    if marked is None and words[first] <= _WORDS_OF_A_TITLE:
        # "SUMMARY RECORD" / "SUMMARY RECORD of a meeting of the Council"
        begun = f"{lines[first].words.lower()} "
        later = (i for i in likely if i > first)
        fuller = next((i for i in later if lines[i].words.lower().startswith(begun)), None)
        if fuller is not None:
            return fuller
    if marked is not None:
        # "### PRESS CONFERENCE" / "**Press conference by Minister Roe and Minister Doe**"
        heading = lines[marked].words
        under = {i: lines[i].words for i in likely if i > marked}
        if (record := record_below(heading, under, wording)) is not None:
            return record
        bold = (i for i in likely if i > marked and lines[i].words.startswith("**"))
        whole = next((i for i in bold if wording.spoken.search(lines[i].words)), marked)
        shouted = heading.isupper() and wording.spoken.search(heading)
        return whole if shouted and words[whole] > words[marked] else marked
    if not _tells_kind(lines, first, wording):
        # What stands by itself above a title with its kind is of the house, or of the event.
        own = (i for i in likely if first < i < closing and lines[i].gap)
        told = next((i for i in own if _tells_kind(lines, i, wording)), None)
        if told is not None:
            return told
    if not wording.spoken.search(lines[first].words):
        # The event above words to the press that were said at it is not what they are called.
        long = [
            i
            for i in likely
            if first < i < closing
            and (
                words[i] >= _WORDS_OF_A_LATE_TITLE or wording.spoken.compiled.match(lines[i].words)
            )
        ]
        apart = (i for i in long if lines[i].gap or lines[i - 1].role == "boilerplate")
        told = next((i for i in apart if wording.spoken.search(lines[i].words)), None)
        if told is not None:
            return told
    elif lines[first].words.isupper():
        # "PRESS ENCOUNTER" / 3 May 2004 / "Press encounter with Minister Roe after ..."
        again = (i for i in likely if i > closing and not lines[i].words.isupper())
        said = next((i for i in again if wording.spoken.search(lines[i].words)), None)
        if said is not None and words[said] > words[first]:
            return said
    if words[first] < _WORDS_OF_A_TITLE and not wording.promises(lines[first].words):
        # "Vik" / 3 May 2004 / "No Cod Left for Anybody"
        after = (i for i in likely if i > first + 1 and words[i] > _WORDS_OF_A_TITLE)
        late = next((i for i in after if lines[first + 1].role == "date"), None)
        if late is not None:
            return late
    weak = wording.is_bare_office(lines[first].words)
    # "Summit" alone is where a document is filed, if a line below has capitals as titles have.
    filed = words[first] == 1 and any(
        words[i] >= _WORDS_OF_A_TITLE
        and all(w[0].isupper() for w in _WORD.findall(lines[i].words) if len(w) > len("with"))
        and wording.promises(lines[i].words)
        for i in likely
        if i > first
    )
    if wording.promises(lines[first].words) and not weak and not filed:
        return first
    motto = lines[first].words
    for i in likely:
        if first < i < closing and lines[i].gap:
            below = lines[i + 1 : i + 2]
            goes_on = below and below[0].role == "title" and not below[0].gap
            both = f"{lines[i].words} {below[0].words}" if goes_on else lines[i].words
            if _tells_more(motto, both, wording):
                return i
        late = _WORDS_OF_A_LATE_TITLE if words[first] > 2 else _WORDS_OF_A_TITLE
        least = words[first] + 1 if i < closing else late
        if weak and i < closing and lines[i].gap:
            least = _WORDS_OF_A_TITLE
        if wording.is_bare_office(lines[i].words):
            continue
        if i > first and words[i] >= least and wording.promises(lines[i].words):
            return i
    return first


def _tells_kind(lines: Sequence[FrontLine], first: int, wording: Wording) -> bool:
    """Whether a title that begins at ``first`` ends in its kind: ``Talks on Cod (Overview)``."""
    at = first
    while at + 1 < len(lines) and lines[at + 1].role == "title" and not lines[at + 1].gap:
        at += 1
    if at + 1 < len(lines) and lines[at + 1].role == "kind" and not lines[at + 1].gap:
        return True
    suffix = _KIND_BEHIND.search(lines[at].words)
    return suffix is not None and wording.kind(suffix[1]) is not None


def _tells_more(motto: str, words: str, wording: Wording) -> bool:
    """Whether a line names a document or an event, and the one above it is but a motto."""
    return (
        len(_WORD.findall(words)) >= _WORDS_OF_A_LATE_TITLE
        and _EVENT.search(words) is not None
        and _SPEECH.search(words) is None
        and (":" in motto or (words.isupper() and not motto.isupper()) or motto[:1] in "“\"'‘")
        and wording.promises(words)
    )


def is_dateline(lines: Sequence[FrontLine], index: int) -> bool:
    """Whether a line names a place beside the date (``Oslo``, ``Bern, Switzerland``)."""
    beside = [line.role for line in lines[max(0, index - 1) : index + 2]]
    words = lines[index].words
    return "date" in beside and (all(map(is_place, words.split(", "))) or is_town_in_country(words))
