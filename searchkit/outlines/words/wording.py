"""Title or sentence: what the words of a line tell about its place in the layout.

A *title* is a line without a finite verb and without the full stop of a sentence; a *lead-in* ends
in a colon and introduces what comes after it. A *kind* is what a document calls itself
(``Summary``). *Boilerplate* is a line that is no part of what the document reports. The words and
patterns are data, in ``data/layout.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from ... import analysis
from ...languages import ENGLISH
from ..lands.countries import is_name
from .gates import Expression
from .phrases import Lines
from .sentences import ABBREVIATIONS

__all__ = ["Wording", "collapse"]

_TITLE_LENGTH = 300
"""No title is longer, in characters; it also bounds the work on a line of any length."""
_TITLE_WORDS = 30
_STOPPED_TITLE_WORDS = 8
"""A title with a full stop at its end is short: ``3. Others.``"""
_BY = re.compile(
    r"(?:asked|moved|seconded|tabled|put|posted|written|reported) by (?-i:[A-Z])", re.IGNORECASE
)
_WRITTEN_BY = re.compile(r"By ([A-ZÀ-ÞĀ-ɏ][\w.’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.’'-]+){1,2})(?:,[^:]{3,60})?")
"""Who wrote a text: ``By Jo Ode``."""
_BYLINE_WORDS = 9
_APART = re.compile(r"•| \| ")
_AT_HOME = (" – ", " - ", " | ", " / ")
_PLAIN_BYLINE_WORDS = 6
"""One that neither begins with the office nor sets it off with a comma is shorter."""
_SMALL = frozenset({"of", "the", "for", "and", "by", "de", "la", "van", "von", "al", "bin"})
_BETWEEN = frozenset({"to", "in", "on", "with", "from", "into", "after", "before", "under", "over"})
"""Small words that are in the name of no administration."""
_FIELDS = frozenset({"relations", "cooperation"})
_OF_FIELDS = frozenset({"external", "international", "public", "foreign", "economic", "regional"})
"""What is done by an administration of its own, as events are not: ``External Relations``."""
_LABEL_WORDS = 5
_LABEL_LENGTH = 200
_MATTER = re.compile(r".{2,}(?:tion|ment|ing)s?|reports?|updates?|space|staff|hours|plans?")
_ACRONYM = re.compile(r" \([A-Z]{2,8}\)")
_words = lru_cache(128)(re.compile(r"[^\W\d_]\w*+(?:[.'’-]+\w+)*+").findall)
_DASHED = re.compile(r"(?:The(?: \w+){1,5}|(?i:resolved|agreed|noted|decided)(?:,? \w+){0,3}) ?—")
_PAST = frozenset({
    "began", "came", "chose", "drew", "fell", "gave", "held", "left", "made", "met", "rose", "sat",
    "sent", "spoke", "stood", "took", "went", "withdrew", "wrote"
})  # fmt: skip
_STOP = re.compile(r"[.!?](?P<closed>[)\"'”’]*)\s+(?=[\"'“‘(]?[A-Z])")
_PATH = re.compile(r"\s+(?:[|/»›>→]|::)(?:\s+|\Z)")
"""What stands between the parts of a site that lead to a page."""
_CHOICE = re.compile(r"\[[\w ]{2,30}(?:\|[\w ]{2,30}){1,5}\]")
"""The languages that a page is to be had in: ``[ Norland | English ]``."""
_BULLETS = "•●○◦‣▪■□*-–—·↑^▲→←⇒>»◆ \t"
_UNIT_WORDS = 16
_MENU_WORDS = 4
_MENU_SHARE = 0.75
_EDGE = 260
"""Debris at the ends of a line is no longer, in characters."""
_TAIL = 20
_LAST = (")", "/end/", "]", "#", "*", "window", "tab", "photo", "photos", "end", "ends", "size:")
"""Debris ends so; most lines do not, and are not searched for it."""
_CREDIT = re.compile(
    r"(?<=[.!?)”\"]) \(?Photo(?:graph)?s?(?: (?:[Cc]redits?|by|[Cc]ourtesy(?: of)?))?: ?.{3,100}\Z"
)
"""Who made a picture, behind what it shows: ``Before the talks. Photo: Press Office``."""
_HINTS = ("hoto", "HOTO")
"""Without any of them in it a line has no debris between its sentences."""
_EXCEPTED = re.compile(r",? \(?E ?& ?OE\)?(?:, proof(?: only| copy)?)?\Z", re.IGNORECASE)
"""Errors and omissions excepted, as transcripts say."""
_CONTINUED = re.compile(r" \((?:continued|cont['’]?d\.?)\)\Z", re.IGNORECASE)
_SIGNS, _CLOSERS = "*_-–—~<> ", ")]\"'”’*_ "
"""What stands around a kind (``- Summary -``), and behind a sentence."""
_LETTERS = re.compile(r"(?:[a-z]\.)+[a-z]")
_INITIAL = re.compile(r"(?:[A-Za-z]\.)*[A-Z]\Z")
_OF_SOMEBODY = re.compile(
    r"(?:\w[’'](?:s )?|\b(?:his|her) )(?:\w+ ){0,3}(?:(?:remark|statement|comment|answer)s?|reply"
    r"|explanations?|response|address|speech|message|views|words)"
    r"(?:[.:]\Z|(?: \w+){0,5} (?:as )?follow)|\bmade by "
)
"""What tells that somebody's own words follow: an overview of them is none of the document."""
_ANNOUNCING = re.compile(
    r"\b(?:follow(?:s|ing)|statements?|remarks?|comments?|points?|words)\Z", re.IGNORECASE
)


def collapse(text: str) -> str:
    """``text`` with every run of white space as one space, none at the ends."""
    # Most lines are so: of all white space only the space is printable.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())


def _ends_as_debris(line: str) -> bool:
    return line[-_TAIL:].rstrip().casefold().endswith(_LAST)


def _is_doubled(line: str) -> bool:
    """Whether a line, collapsed, says the same words twice, as the links of a page do."""
    half = len(line) // 2
    return line[half : half + 1] == " " and line[:half] == line[half + 1 :] and " " in line[:half]


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words and patterns by which lines are told apart."""

    kinds: Lines
    presenting: re.Pattern[str]
    boilerplate: Lines
    notices: re.Pattern[str]
    links: Lines
    units: frozenset[str]
    events: frozenset[str]
    debris_before: re.Pattern[str]
    debris_after: re.Pattern[str]
    debris_between: re.Pattern[str]
    categories: Lines
    senders: Lines
    captions: re.Pattern[str]
    shown: re.Pattern[str]
    not_shown: frozenset[str]
    fields: Lines
    particulars: frozenset[str]
    records: Expression
    spoken: Expression
    offices: frozenset[str]
    no_byline: frozenset[str]
    promising: frozenset[str]
    headline_verbs: frozenset[str]
    before_office: frozenset[str]
    foreign_words: frozenset[str]
    seats: frozenset[str]
    menu: frozenset[str]
    forms: frozenset[str]
    finite: frozenset[str]
    pronouns: frozenset[str]
    participles: frozenset[str]
    before_participle_in_title: frozenset[str]
    numbering_words: tuple[str, ...]

    @staticmethod
    @lru_cache(maxsize=1)
    def default() -> Wording:
        """The words and patterns that come with searchkit."""
        import tomllib

        data = tomllib.loads(
            files("searchkit").joinpath("data/layout.toml").read_text(encoding="utf-8")
        )
        return Wording(
            kinds=Lines(data["kinds"]),
            presenting=re.compile(rf"\b(?:{'|'.join(data['presenting'])})\b", re.IGNORECASE),
            boilerplate=Lines(data["boilerplate"]),
            notices=_any(data["notices"]),
            links=Lines(data["links"]),
            units=frozenset(data["units"].split()),
            events=frozenset(data["events"].split()),
            debris_before=re.compile(rf"(?:{_any(data['debris_before']).pattern})\s*", re.I),
            debris_after=re.compile(
                rf"(?:\s*(?:{_any(data['debris_after']).pattern}))+\s*\Z", re.I
            ),
            debris_between=re.compile(
                rf"(?<=[.!?”\"])\s+(?:{_any(data['debris_between']).pattern})\s+(?=[\"“(]?(?-i:[A-Z]))",
                re.I,
            ),
            categories=Lines(data["categories"]),
            senders=Lines(data["senders"]),
            captions=_any(data["captions"]),
            shown=re.compile(data["shown"], re.IGNORECASE),
            not_shown=frozenset(data["not_shown"].split()),
            fields=Lines(data["fields"]),
            particulars=frozenset(data["particulars"].split()),
            spoken=Expression(rf"\b(?:{_any(data['spoken']).pattern})\b", re.IGNORECASE),
            records=Expression(rf"\b(?:{_any(data['records']).pattern})\b", re.IGNORECASE),
            offices=frozenset(data["offices"].split()),
            no_byline=frozenset(data["no_byline"].split()),
            promising=frozenset(
                f"{data['no_byline']} {data['promising']} {data['headline_verbs']}".split()
            ),
            headline_verbs=frozenset(data["headline_verbs"].split()),
            before_office=frozenset(data["before_office"].split()),
            foreign_words=frozenset(data["foreign_words"].split()),
            seats=frozenset(seat.strip() for seat in data["seats"].split("|")),
            menu=frozenset(data["menu"].split()),
            forms=frozenset(data["forms"].split()),
            finite=frozenset(data["finite"].split()),
            pronouns=frozenset(data["pronouns"].split()),
            participles=frozenset(data["participles"].split()),
            before_participle_in_title=frozenset(data["before_participle_in_title"].split()),
            numbering_words=tuple(data["numbering_words"].split()),
        )

    def kind(self, line: str) -> str | None:
        """The kind that a line names, without its brackets: ``(Summary)`` -> ``Summary``."""
        if len(line) > 80:
            return None
        words = collapse(line).strip(_SIGNS)
        if words[:1] in "([" and words[-1:] in ")]":
            words = words[1:-1].strip()
        words = _CONTINUED.sub("", _EXCEPTED.sub("", words) if "&" in words else words)
        return words if self.kinds.fit(words) else None

    def is_boilerplate(self, line: str) -> bool:
        """Whether a line, or every part of it between bars, is boilerplate.

        A line without any letter or digit (a rule, debris of a table) is boilerplate too, and so
        is a notice of any length.
        """
        if len(line) > _TITLE_LENGTH or self.notices.match(line) is not None:
            return self.notices.match(line) is not None
        if "|" not in line:
            return self._is_debris(collapse(line))
        parts = [collapse(part) for part in line.split("|")]
        phoned = any(part.startswith(("Tel", "Phone")) for part in parts)  # beside an address
        return all(self._is_debris(p) or (phoned and p.count(",") > 1) for p in parts)

    def _is_debris(self, part: str) -> bool:
        if not any(map(str.isalnum, part)) or _is_doubled(part):
            return True
        bare = part.lstrip(_BULLETS)
        if part[0] in "*_" and part[-1] in "*_":  # emphasis, as Markdown writes it
            inner = part.strip("*_ ")
            bare = inner if self.boilerplate.fit(inner) else bare
        if bare[:1] in "([" and bare[-1:] in ")]":
            inner = bare[1:-1].strip()
            bare = inner if self.boilerplate.fit(inner) else bare
        return (
            self.boilerplate.fit(bare)
            or (_ends_as_debris(part) and self.debris_after.fullmatch(part) is not None)
            or self._is_unit(bare)
            or self._is_caption(bare)
        )

    def _is_caption(self, line: str) -> bool:
        """Whether a line shows a picture: ``(Photo) The ministers in Oslo`` is no sentence."""
        match = self.captions.match(line)
        if match is not None and self.is_title(line[match.end() :]):
            return True
        credit = _CREDIT.search(line) if _HINTS[0] in line else None
        return credit is not None and not self.has_finite_verb(line[: credit.start()])

    def _is_unit(self, line: str) -> bool:
        """Whether a line names parts of an administration and nothing else: the sender."""
        if ": " in line:
            return False
        bare = _ACRONYM.sub("", line) if ")" in line else line
        words = bare.replace(",", " ").strip("()[] ").split()
        # Most lines are sentences, and end like one.
        if not words or len(words) > _UNIT_WORDS or not words[-1][:1].isupper():
            return False
        low = [word.lower() for word in words]
        about = low[0] in self.units and _MATTER.fullmatch("".join(low[1:2]))  # "Office Hours"
        if about or self.units.isdisjoint(low) or low[0] in {"and", "with"} or "at" in low:
            return False
        # "Ministry of External Relations" is a name as a whole, and so is "Public Relations Unit".
        named = low[0] in self.units and low[1:2] == ["of"]
        named = named or (low[-1] in self.units and low[:2] == ["public", "relations"])
        told = (w for b, w in pairwise(["", *low]) if not (w in _FIELDS and b in _OF_FIELDS))
        if not named and not self.events.isdisjoint(told):
            return False
        if line.isupper() and not _BETWEEN.isdisjoint(low):
            return False  # "NORWAY TO OPEN OFFICE IN VIK"
        first = next(index for index, word in enumerate(low) if word in self.units)
        before = words[low[0] == "the" : first]
        if any(word.endswith(("'s", "’s")) for word in low[first + 1 :]):
            return False  # "Foreign Ministry Spokesperson Roe's Talks"
        return all(word[:1].isupper() or word in _SMALL or word == "&" for word in words) and all(
            word[:1].isupper() or word in {"and", "&"} for word in before
        )

    def names_field(self, line: str) -> bool:
        """Whether a line is nothing but the name of a field: ``From:``."""
        return len(line) <= 40 and self.fields.fit(collapse(line))

    def is_particular(self, line: str) -> bool:
        """Whether a line gives a particular, or what somebody says, after a name and a colon.

        ``Chairperson: Ms. Ode``, ``Q: And money?``, ``Mr. Roe: Not yet`` are no headings.
        """
        name, colon, value = line[:_TITLE_LENGTH].partition(":")
        words = [word.strip(".*_").lower() for word in name.split()]
        if not colon or not value.strip() or not 0 < len(words) <= _LABEL_WORDS:
            return False
        named = not self.offices.isdisjoint(words) or words[0] in self.particulars
        return named or words[-1] in self.particulars

    def announces_links(self, line: str) -> bool:
        """Whether a line says that nothing but links follow: ``Related links``."""
        return len(line) <= 120 and self.links.fit(collapse(line).strip(_BULLETS + ":"))

    def debris(self, line: str) -> list[tuple[int, int]]:
        """Where a line holds what is no part of it: at its ends, and between its sentences."""
        found: list[tuple[int, int]] = []
        start = 0
        before = self.debris_before.match(line)
        if before is not None:
            found.append((0, before.end()))
            start = before.end()
        if _HINTS[0] in line or _HINTS[1] in line:
            found += [
                (match.start(), match.end()) for match in self.debris_between.finditer(line, start)
            ]
        if not _ends_as_debris(line):
            return found
        last = max(len(line) - _EDGE, found[-1][1] if found else 0)
        after = self.debris_after.search(line, last)
        if after is not None and after.start() > start:
            found.append((after.start(), after.end()))
        return found

    # As that of is_sender.
    @lru_cache(256)  # noqa: B019
    def is_category(self, line: str) -> bool:
        """Whether a line above a title says where the document is filed, or who sends it."""
        words = collapse(line).strip("[]*_–—- ")
        if not words or len(words) > 120:
            return False
        parts = [part for part in _PATH.split(words) if part]  # "Newsroom | Statements"
        return self.categories.fit(words) or all(
            self.categories.fit(part)
            or self.is_sender(part)
            or (len(parts) > 1 and part.lower() in self.menu)
            for part in parts
        )

    def is_menu(self, line: str) -> bool:
        """Whether a line is hardly more than parts of a site: ``Events Contacts Search``."""
        own = _CHOICE.sub("", line[:_TITLE_LENGTH])
        words = [word.lower() for word in _words(own)]
        named = sum(word in self.menu for word in words)
        return named >= _MENU_WORDS and named >= _MENU_SHARE * len(words)

    # The same line is asked for as a title, as a category and beside a date. There is one Wording.
    @lru_cache(256)  # noqa: B019
    def is_sender(self, line: str) -> bool:
        """Whether a line names an administration, or a part of one, and nothing else.

        Several of them, and where they are, may stand between bullets, and before a dash what they
        are called at home: ``Presseamt – Press Office of the Government``.
        """
        for sign in _AT_HOME:
            at_home, dash, named = line.partition(sign)
            if dash and len(at_home.split()) <= _PLAIN_BYLINE_WORDS and self._is_unit(named):
                return True
        parts = [part.strip() for part in _APART.split(line)]
        return all(
            self.senders.fit(part)
            or self._is_unit(part)
            or (bool(index) and (part in self.seats or is_name(part)))
            for index, part in enumerate(parts)
        )

    def promises(self, line: str) -> bool:
        """Whether a line has a word of what titles tell: an event, a statement, an office."""
        low = _words(line[:_TITLE_LENGTH].lower())
        return not (self.promising.isdisjoint(low) and self.offices.isdisjoint(low))

    def is_bare_office(self, line: str) -> bool:
        """Whether a line ends in an office and tells of no event: ``Around the Prime Minister``."""
        words = [word.lower() for word in _words(line[:_TITLE_LENGTH])]
        return bool(words) and words[-1] in self.offices and self.promising.isdisjoint(words)

    def is_byline(self, line: str) -> bool:
        """Whether a line names somebody with an office, and nothing else: ``Jo Ode, Spokesman``.

        So does one that says what somebody did with the text: ``Asked by Baroness Ode``.
        """
        words = _words(line[:_TITLE_LENGTH])
        if _BY.match(line) and len(words) <= _BYLINE_WORDS:
            return True
        low = [word.lower() for word in words]
        written = _WRITTEN_BY.fullmatch(line)
        if written is not None and self.offices.isdisjoint(written[1].lower().split()):
            return True
        offices = [index for index, word in enumerate(words) if word.lower() in self.offices]
        # "Leader of the Government in the Senate"
        seated = words if " in the " not in line else [word for word in words if word != "in"]
        # "Minister Roe and Minister Doe" is a caption, if not a byline.
        plain = "," not in line and len(offices) < 2 and 0 not in offices
        # "Rt Hon Jane Roe"
        form = low[low[:1] == ["the"] :][:1]
        addressed = form and form[0] in self.forms and self.promising.isdisjoint(low)
        return (
            len(words) <= (_PLAIN_BYLINE_WORDS if plain else _BYLINE_WORDS)
            and ":" not in line
            and ((addressed and 2 < len(words) < 6) or not self.offices.isdisjoint(low))
            and self.no_byline.isdisjoint(low)
            and all(word[:1].isupper() or word in _SMALL for word in seated)
            and self.headline_verbs.isdisjoint(low)
            and not any(word.endswith(("'s", "’s", "s'", "s’")) for word in low)
        )

    def has_finite_verb(self, text: str) -> bool:
        """Whether a word of ``text`` makes it a sentence rather than a title."""
        words = _words(text)
        if self.finite.isdisjoint(words) and self.participles.isdisjoint(words):
            return False
        for index, word in enumerate(words):
            if word in self.finite:
                return True
            if word in self.participles and index:
                after = words[index + 1] if index + 1 < len(words) else "by"
                if after not in self.before_participle_in_title:
                    return True
        return False

    def sentence_end(self, text: str, start: int = 0, end: int | None = None) -> int | None:
        """Where the first sentence of ``text[start:end]`` ends, ``None`` if no other follows."""
        for match in _STOP.finditer(text, start, len(text) if end is None else end):
            before = text[start : match.start()]
            if not before or before[-1].isspace():
                continue
            word = before.rsplit(None, 1)[-1].lstrip("(\"'“‘").rpartition("-")[2]
            short = word.rstrip(".").casefold()
            if short in ABBREVIATIONS or _INITIAL.match(word):
                continue
            return match.end("closed")
        return None

    @lru_cache(256)  # noqa: B019
    def is_title(self, text: str) -> bool:
        """Whether ``text`` reads as a title: no sentence, no lead-in, no part of either."""
        text = collapse(text[: _TITLE_LENGTH + 1])
        if not text or len(text) > _TITLE_LENGTH or text[-1] in ":：;,—":
            return False
        if text.endswith((":-", ":–")):
            return False
        if text[0].islower() or not any(map(str.isalpha, text)):
            return False
        words = text.split()
        bare = text.rstrip(_CLOSERS)
        stopped = bare[-1:] in {".", "!", "?"} and not self._abbreviated(bare)
        limit = _STOPPED_TITLE_WORDS if stopped else _TITLE_WORDS
        if len(words) > limit or bare[-1:] in {":", "：", ";"}:
            return False
        if (stopped and self._tells(words)) or "。" in text:
            return False
        return not self.has_finite_verb(text) and self.sentence_end(text) is None

    def _tells(self, words: list[str]) -> bool:
        """Whether the words of a short line with a full stop are a sentence: ``They parted.``"""
        if analysis.language() != ENGLISH:
            return True
        low = words[0].lower()
        bare = [word.rstrip(_CLOSERS + ".!?") for word in words if word.islower()]
        past = any(word.endswith("ed") or word in _PAST for word in bare)
        return low in self.pronouns or (past and len(words) > 1)

    def _abbreviated(self, text: str) -> bool:
        last = text.split()[-1].lstrip("(\"'“‘").rstrip(".").casefold()
        return last in ABBREVIATIONS or _LETTERS.fullmatch(last) is not None

    def is_lead_in(self, text: str) -> bool:
        """Whether ``text`` ends in a colon, so that it introduces what comes after it.

        So do ``that:-`` and, where it is all that is said, ``The Cabinet—``.
        """
        end = text.rstrip()
        return end.endswith((":", "：", ":-", ":–")) or (
            end.endswith("—") and _DASHED.fullmatch(end) is not None
        )

    def presents_document(self, text: str) -> bool:
        """Whether a lead-in introduces the document rather than a list.

        ``A summary of the meeting is as follows:`` does; ``He made these points:`` does not.
        """
        end = text[-_LABEL_LENGTH:]
        return self.presenting.search(end) is not None and _OF_SOMEBODY.search(end) is None

    def label_end(self, text: str, start: int, end: int) -> int | None:
        """Where a label in front of running text ends, its colon included, else ``None``.

        ``Statements by Minister Ode: The minister said ...`` has one; a sentence with a colon
        in it has none, unless it announces what is said (``replied as follows: ...``).
        """
        colon = text.find(": ", start, min(end, start + _LABEL_LENGTH))
        if colon < 0:
            return None
        label = text[start:colon]
        rest = text[colon + 1 : min(end, colon + 40)].lstrip(" \t\"'“‘(")
        if not rest[:1].isupper() or self.sentence_end(label + ": X") is not None:
            return None
        if self.has_finite_verb(label) and not _ANNOUNCING.search(label):
            return None
        return colon + 1 if self.sentence_end(label + " X") is None else None
