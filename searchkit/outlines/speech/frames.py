"""Frames: who, with which verb of speech, in one sentence.

A frame is *subordinate* where ``that``, ``as``, ``which`` and the like come right before its
subject, or where the sentence already has a frame that governs it; *concessive* where it is
``while`` or ``as``, so that it may stand for the sentence if nothing else does; *coordinated* where
it follows ``, and`` or ``;`` with a subject of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from ...records import BOTH_SIDES
from ..names.criers import POSTED
from ..names.people import Mention, People
from ..names.tokens import vocabulary
from ..offices.referents import Referents
from ..offices.standins import seat
from ..words.gates import Expression
from .acting import shared, who_acts
from .frame import Frame, last_word, mode_of, quoted_frame, words_before
from .hearing import HEARD, heard_frame
from .inversions import ENDS, inverted
from .moods import MOODS, mood_frame
from .narration import DID
from .nominal import LEADS, NOMINAL, NOUNS, OWN, nominal_frames
from .passives import REACHED, TOLD, passive_frames
from .reporting import (
    AUXILIARIES,
    JOINTS,
    may_speak,
    read_after_phrase,
    read_gerund,
    read_participles,
    read_verb,
)
from .subject import Subject, subject_words
from .subjects import find_subjects
from .together import declares, how_many, some_of, who_speak
from .verbs import Reading

__all__ = ["Reader"]

_COORDINATORS = re.compile(
    r"(?:[,;]\s*(?:and|but|while|whereas)|;)(?:\s+in (?:response|reply),?)?"
    r"(?:\s+the)?\s*\Z"
)
_RUN_ON = re.compile(r"[^,;\s]\s+and\s+(?:also\s+)?\Z")
_THAT = re.compile(r"\bthat\s+(?:the\s+)?\Z")
_THAT_CLAUSE = re.compile(r"(?: with [^,;]{2,60}?)? that\b")
_PASSIVE = frozenset({"is", "was", "were", "been"})
"""Without one of these a sentence has no passive."""
_LOOKED_FOR = {
    "heard": HEARD,
    "leads": LEADS,
    "moods": MOODS,
    "nominal": NOMINAL,
    "nouns": NOUNS,
    "own": OWN,
    "reached": REACHED,
    "told": TOLD,
}
"""Words without which a sentence is not searched for what needs one."""
_ASKS = frozenset({"invited", "asked", "urged", "requested", "encouraged"})
_ASKED = re.compile(rf"\b(?:{'|'.join(sorted(_ASKS))})\s+(?:the\s+)?\Z")
_ASKED_HIM = re.compile(
    rf"\b(?:{'|'.join(sorted(_ASKS))})\s+(?:him|her|(?:his|her) (?:counterpart|guest|host))\b"
)
_INVITED = re.compile(r"\binvitations? (?:to|for)\s+(?:the\s+)?\Z|\b(?:to|for)\s+(?:the\s+)?\Z")
_PAST = ("past",)
_TENSES = {
    "joint": ("past", "plural"),
    "pronoun": ("past", "plural"),
    "person": ("past", "present"),
    "title": ("past", "present"),
}
_TO_WHICH = re.compile(
    r"[\"“(]?(?:(?:To|At|Upon|In (?:reply|response) to) which|Whereupon),? (?:the )?"
)
_TO_THIS = re.compile(r"(?:To|At|In (?:reply|response|answer) to) (?:this|that)(?: point)?")
_REPRESENTED = (", represented by ", ", through ", ", in the person of ")
_STATES = frozenset({"country", "side"})
_ASKING = frozenset({"asked", "inquired", "wondered"})
_DECLARING = frozenset({"country", "it"})
_ATTRIBUTABLE = Expression(r"\b[Aa]ttributable to|\bStatement (?:by|of|on behalf of) ")
"""Of a statement that tells in the present what somebody says: ``He thanks all.``"""
_FRONT = 400
_WOULD = re.compile(r" would (?!not\b|(?:(?:very )?much |also )?(?:like|wish|want)\b)")
_AFFILIATED = re.compile(
    r" (?:of|from|for) (?:the )?[A-ZÀ-ÞĀ-ɏ][\w&.’'-]*(?: (?:(?:of|for|and|the"
    r"|on) )*[A-ZÀ-ÞĀ-ɏ][\w&.’'-]*){0,6}(?=[ ,])"
)
_OPENS_MEETING = re.compile(
    r" (?:the|this) (?:\w+ )?(?:meeting|session|sitting|hearing|conference|proceedings)"
    r" (?:duly |formally |officially )?(?:open|closed|adjourned|concluded|ended|over|suspended)\b"
)
_DECIDES = frozenset({"decide", "resolve", "adopt"})
_BODIES = ("Committee", "Commission", "Council", "Board", "Panel", "Group", "Forum", "Session")
_WHOSE = frozenset({"his", "her", "their"})
_HEARD = re.compile(
    r"(?:(?:Also|Then|First|Next|Lastly|Finally|Earlier|Again)(?: to)? )?"
    r"(?:[Bb]riefing|[Ss]peaking|[Aa]ddressing|[Tt]aking the floor|[Pp]articipating|[Tt]estifying"
    r"|[Dd]elivering|[Pp]resenting|[Rr]ounding out|[Cc]losing|[Oo]pening)\b[^.;]{0,60}"
    r" (?:was|were) \Z"
)
_APART = re.compile(r",[\"”’']?\Z|[.?!][\"”’']\Z")
_SPLIT = re.compile(r"(?: (?:had|has|was|were|is|would|could|should|might|must))?, ")
"""What stands before an aside in a clause: ``Minister Roe had, he said, been told``."""
_CLEFT = frozenset({"person", "title", "side", "counterpart", "pronoun"})
_PHRASED = frozenset({"person", "title", "side", "joint", "pronoun", "country", "counterpart"})
_OPENING = frozenset(',;:(–—-"“')
_LABELS = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?:\s")
_ROLE = re.compile(
    r"(?:, |(?:FOR|OF) )[A-ZÀ-ÞĀ-ɏ][\w/&.’'-]*"
    r"(?:,? (?:[A-ZÀ-ÞĀ-ɏ][\w/&.’'-]*|of|for|and|the|to))*"
)
"""What stands behind a name in a label and no list knows: ``Jane Roe, OSD (PR): Not yet.``"""
_SHUT = re.compile(r" \([^()]{1,30}\)(?=,)")
_LEAD = 250
"""No more characters stand before the name in a label."""
_OF_BODY = re.compile(
    r"\A, (?:the )?(?:Ministry|Department|Cabinet Secretariat|Embassy"
    r"|(?:Prime Minister[’']s|Foreign) Office)"
    r"(?: (?:(?:of|for|and|the|in) )*[A-ZÀ-ÞĀ-ɏ][\w.’'-]*){0,6}\Z"
)
"""Where who speaks serves, after the office: ``Mr. Roe, Press Secretary, Ministry of Trade:``"""
_LED = frozenset({"and", "but", "that", "while", "as"})
_BADE = ("bade ", "bade the ", "bid ", "bidding the ", "bidding ")
_KEPT = 100
_STYLE = 10
"""A form of address is no longer, in characters."""
_BACK = 60
_SPEAKING = frozenset({"person", "side", "title", "joint", "counterpart"})
_LONGEST = 3000
"""No more of a sentence is read: so the time stays in proportion to the text."""
_INITIALS = {"SG": "Secretary-General", "PM": "Prime Minister", "FM": "Foreign Minister"}
_ADDRESS = re.compile(r"\A(?:(?:Mr|Mrs|Ms|Madam|Madame)\.? |(?-i:The (?=[A-Z]{3})))", re.IGNORECASE)


def _unaddressed(form: str) -> str:
    """An office without the form of address before it: ``MR. SPEAKER`` is the Speaker."""
    bare = _ADDRESS.sub("", " ".join(form.split()))
    if bare in _INITIALS:
        return _INITIALS[bare]
    return bare.title() if bare.isupper() and bare != form else bare


def _within(places: list[int], start: int, end: int) -> list[int]:
    return places[bisect_left(places, start) : bisect_left(places, end)]


class Reader(Referents):
    """Finds the frames of the sentences of one document."""

    def __init__(self, text: str, people: People, place: str | None = None) -> None:
        super().__init__(text, people, place)
        self.count = how_many(text)
        self.present = self.author is not None or (
            _ATTRIBUTABLE.search(text, 0, _FRONT) is not None
        )
        self.declares = declares(text)
        self._subjects = find_subjects(text, people)
        self._subject_starts = [s.start for s in self._subjects]
        tokens = people.tokens
        self._auxiliaries = tokens.starts_of(AUXILIARIES)
        self._passive = tokens.starts_of(_PASSIVE)
        self._joints = tokens.starts_of(JOINTS)
        self._starts = {name: tokens.starts_of(words) for name, words in _LOOKED_FOR.items()}
        self._who_speak: tuple[frozenset[str], frozenset[str]] | None = None
        self._frames: dict[tuple[int, int, str | None], list[Frame]] = {}

    def who_speak(self) -> tuple[frozenset[str], frozenset[str]]:
        """The persons and the sides with whom sentences of the document begin."""
        if self._who_speak is None:
            self._who_speak = who_speak(self)
        return self._who_speak

    def cries(self, start: int) -> bool:
        """Whether a paragraph that begins at ``start`` is one speaker's, as in coverage of a body:
        it begins with a name in capitals, or with a name and a country in brackets."""
        for mention in self.mentions(start, start + _STYLE)[:1]:
            last = mention.form.rpartition(" ")[2]
            line = self.text[mention.end : mention.end + _BACK]
            loud = len(last) > 2 and last.isupper() and not line.isupper()
            placed = self.text[mention.end : mention.tail].endswith(")")
            placed = placed or seat(self.text, mention.start, mention.end + _BACK) is not None
            return mention.name is not None and (loud or placed)
        return False

    def auxiliaries(self, start: int, end: int) -> list[int]:
        """Where auxiliaries begin in ``text[start:end]``, if a passive may be there."""
        if not _within(self._passive, start, end):
            return []
        return _within(self._auxiliaries, start, end)

    def joints(self, start: int, end: int) -> list[int]:
        """Where words and signs begin in ``text[start:end]`` that join a further verb."""
        return _within(self._joints, start, end)

    def has(self, words: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` has one of the words looked for by this name."""
        starts = self._starts[words]
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    def subjects(self, start: int, end: int) -> list[Subject]:
        """The possible subjects in ``text[start:end]``."""
        starts = self._subject_starts
        return self._subjects[bisect_left(starts, start) : bisect_left(starts, end)]

    def whole_subject(self, start: int, end: int) -> str | None:
        """The speaker if ``text[start:end]`` is a subject and nothing else: a label."""
        form = self.text[start:end].strip()
        for subject in self.subjects(start, end):
            if subject.kind == "joint" and not subject.form.startswith(("Both", "The ", "All ")):
                return None
            if subject.start - start > _LEAD:
                break  # no label is as long
            lead = self.text[start : subject.start].strip(' (“"').lower()
            lead = _SHUT.sub("", lead)  # "Secretary (East), Ms. Roe:"
            if lead[-1:] == "," and lead[:-1].rpartition(" ")[2] in vocabulary().heads:
                lead = ""  # "Official Spokesperson, Ms. Roe:"
            left = _OF_BODY.sub("", self.text[subject.end : end]).strip(" )")
            if left and subject.kind == "person" and _LABELS.match(self.text, end):
                left = "" if _ROLE.fullmatch(left) and not self.mentions(subject.end, end) else left
            if lead in ("", "the", "mr", "ms") and not left:
                if subject.kind in ("pronoun", "country"):
                    return None
                return subject.speaker or (_unaddressed(form) if subject.kind == "title" else None)
        return self.by_initials(form)

    def asked(self, frame: Frame, end: int) -> str | None:
        """Whom the sentence of ``frame`` invites or asks: named right after the verb."""
        modes = mode_of(frame).split("|")
        if _ASKS.isdisjoint(modes) and "extended" not in modes:
            return None
        asks = _INVITED if "extended" in modes else _ASKED
        for mention in self.mentions(frame.at, end):
            if mention.name and mention.name != frame.speaker:
                if asks.search(self.text, frame.at, mention.start):
                    return mention.name
                break
        for subject in self.subjects(frame.at, end):
            if subject.kind == "counterpart" and asks.search(self.text, frame.at, subject.start):
                return self.resolve(subject, frame.speaker)
        own = _ASKED_HIM.search(self.text, frame.at, end) if asks is _ASKED else None
        return self.inviter(frame.speaker) if own is not None else None

    def frames(self, start: int, end: int, last: str | None) -> list[Frame]:
        """The frames of the sentence ``text[start:end]``, in order."""
        # The same sentence is asked for again: what it says first, then what it says at all.
        key = start, end, last
        if key not in self._frames:
            if len(self._frames) >= _KEPT:
                self._frames.clear()
            self._frames[key] = self._read(start, min(end, start + _LONGEST), last)
        return self._frames[key]

    def _read(self, start: int, end: int, last: str | None) -> list[Frame]:
        text = self.text
        subjects = self.subjects(start, end)
        found: list[Frame] = []
        told = start
        for subject in subjects:
            if subject.kind in _STATES and text.startswith(_REPRESENTED, subject.end):
                subject = self._represented(subject, end)
            if subject.kind in _STATES and text.startswith(" (", subject.end):
                subject = self._in_side(subject)
            # "Malta, observed Roe, had cod": before what "Malta" does.
            shut = text[subject.end : subject.end + 1] in (",", ".")
            reading = inverted(text, subject, start, end) if shut else None
            if reading is None and may_speak(text, subject.end):
                tenses = _TENSES.get(subject.kind, _PAST)
                if self.declares and subject.kind in _DECLARING:
                    tenses = _TENSES["person"]
                if self.present and subject.kind == "pronoun":
                    tenses = (*tenses, "present")
                reading = read_verb(text, subject.end, end, tenses=tenses)
            if reading is None and subject.kind == "person":
                # "Jane Roe, Director of Ships for All, said": the office is longer than is known.
                name = subject.start + len(subject.form)
                if name < subject.end and text[name : name + 1] == ",":
                    reading = read_verb(text, name, end, tenses=_TENSES["person"])
            if reading is None and subject.kind == "person":
                at = _AFFILIATED.match(text, subject.end, end)  # "Mr. Roe of the Secretariat said"
                if (
                    at is None
                    and subject is subjects[0]
                    and not text[start : subject.start].strip()
                ):
                    # "Jane Roe, Stockgrowers Association opposed it"
                    at = POSTED.match(text, subject.end, end)
                    at = at if at and not self.mentions(subject.end, at.end()) else None
                reading = read_verb(text, at.end(), end, tenses=_PAST) if at else None
            if reading is None and subject.kind in _PHRASED:
                # "Minister Roe in his reply stressed that"
                after = read_after_phrase(text, subject.end, end)
                reading = after if after is not None and self._opens(start, subject) else None
            if reading is None and subject.kind in _CLEFT and self._cleft(start, subject):
                # "It was Minister Roe who pointed out that"
                reading = read_verb(text, subject.end + len(" who"), end, tenses=_PAST)
            if reading is None and subject.kind == "person":
                reading = self._who_was_heard(start, end, subject)
            if reading is None and not shut:
                reading = inverted(text, subject, start, end)
            if reading is not None and shared(self, start, end, subject, reading):
                subject = replace(subject, kind="joint", speaker=BOTH_SIDES)
            if reading is None or ("j" in reading.verb.flags and not self._several(subject)):
                continue
            opens = text.startswith((" the ", " this "), reading.end)
            if opens and _OPENS_MEETING.match(text, reading.end):
                continue  # "The Chair declared the meeting closed": nobody says it
            if subject.kind == "it" and reading.verb.base == "be":
                continue
            if reading.tense == "plural" and text.endswith(_BADE, start, subject.start):
                continue  # "bade the participants welcome"
            if subject.kind in _STATES and _WOULD.match(text, subject.end):
                continue  # "Norway would welcome it", in the words of whoever speaks
            if reading.verb.base in _DECIDES and subject.form.endswith(_BODIES):
                continue  # "The Commission decided": nobody says it
            if found and subject.kind == "country" and reading.verb.base == "be":
                continue  # "that Japan was aware of it": nobody says so
            own = last
            if subject is not subjects[0] and all(f.subordinate for f in found):
                doer = self._doer(start, subjects)
                split = doer and _SPLIT.fullmatch(text, doer.end, subject.start)
                if doer is not None and doer.start < subject.start and not split:
                    # "With the Minister abroad, she said": not who spoke before.
                    own = self.resolve(doer, last)
            made = self._frame(subject, reading, (start, end), own or last, bool(found))
            if made and found and told <= subject.start < reading.start:
                # "He hoped I would not report it": what he hoped
                between = text[told : subject.start].strip()
                made[0].subordinate |= not between or between == "the"
            told = reading.end
            found += made
        if all(frame.subordinate for frame in found):
            acted = who_acts(self, start, end, subjects)
            if acted is not None:
                found += self._frame(*acted, (start, end), last, False)
        found += passive_frames(self, start, end, subjects, found, last)
        found += nominal_frames(self, start, end, subjects, last)
        found = found or heard_frame(self, start, end, subjects, last)
        found = found or mood_frame(self, start, end)
        return sorted(found, key=lambda f: f.at) if len(found) > 1 else found

    def _represented(self, state: Subject, end: int) -> Subject:
        """``Ruritania, represented by Minister Roe, said``: Roe."""
        by = next(iter(self.mentions(state.end, end)), None)
        if by is None or by.name is None or self.text[state.end : by.start].count(",") > 1:
            return state
        return Subject(state.start, by.tail, "person", by.name, state.form)

    def _in_side(self, side: Subject) -> Subject:
        """``The Norwegian side (Minister Roe) said``: Roe."""
        begin = side.end + len(" (")
        for mention in self.mentions(begin, begin + _STYLE)[:1]:
            alone = not self.text[begin : mention.start].removeprefix("the ").strip()
            if alone and mention.name is not None and self.text.startswith(")", mention.tail):
                return Subject(side.start, mention.tail + 1, "person", mention.name, side.form)
        return side

    def _doer(self, start: int, subjects: list[Subject]) -> Subject | None:
        """The first person of a sentence who may be the subject of a clause of it."""
        for subject in subjects[:3]:
            if subject.kind in ("person", "title"):
                before = last_word(words_before(self.text, start, subject.start))
                led = before in subject_words().prepositions or before in _WHOSE
                return None if led else subject
        return None

    def _inside(self, reading: Reading, end: int) -> tuple[list[Reading], list[Frame]]:
        """Further verbs of a sentence's subject, and the frames inside what he or she says.

        ``that Roe came and said`` is Roe's saying, ``that Roe came, and said`` is not.
        """
        text = self.text
        mentions = [m for m in self.mentions(reading.end, end) if m.name and not m.possessive]
        further_verbs: list[Reading] = []
        inner: list[Frame] = []
        joints = _within(self._joints, reading.end, end)
        for further in read_participles(text, reading.end, end, joints):
            clause = text[reading.end : further.start]
            last = next((m for m in reversed(mentions) if m.start < further.start), None)
            if last and _RUN_ON.search(clause) and self._acts(last):
                inner.append(quoted_frame(last, further))
            else:
                further_verbs.append(further)
        for mention in mentions:
            gerund = read_gerund(text, mention.tail, end)
            if gerund is not None:
                inner.append(quoted_frame(mention, gerund))
        return further_verbs, inner

    def _acts(self, mention: Mention) -> bool:
        """Whether a clause begins here in which somebody does something: ``that Roe came``."""
        text = self.text
        led = _THAT.search(text, max(0, mention.start - 10), mention.start)
        return led is not None and DID.match(text, mention.tail) is not None

    def _opens(self, start: int, subject: Subject) -> bool:
        """Whether a clause begins with ``subject``."""
        bare = words_before(self.text, start, subject.start)
        return not bare or bare[-1] in _OPENING or last_word(bare) in _LED

    def _cleft(self, start: int, subject: Subject) -> bool:
        """Whether ``subject`` stands between ``it was`` and ``who``."""
        who = self.text.startswith(" who", subject.end)
        was = ("It was ", "it was ", "It was the ", "it was the ")
        return who and self.text.endswith(was, start, subject.start)

    def _who_was_heard(self, start: int, end: int, subject: Subject) -> Reading | None:
        """What ``who`` tells: ``Also briefing them was Jane Roe, Envoy, who outlined it``."""
        if not self.text.endswith((" was ", " were "), start, subject.start):
            return None
        if _HEARD.match(self.text, start, subject.start) is None:
            return None
        who = self.text.find(", who ", subject.start + len(subject.form), end)
        return read_verb(self.text, who + len(", who"), end, tenses=_PAST) if who >= 0 else None

    def _several(self, subject: Subject) -> bool:
        return subject.kind == "joint" or subject.form.lower() in ("they", "we", "it")

    def _frame(
        self,
        subject: Subject,
        reading: Reading,
        sentence: tuple[int, int],
        last: str | None,
        inner: bool,
    ) -> list[Frame]:
        """The frame of ``subject`` with those inside it, which only the first of a sentence has."""
        text = self.text
        start, end = sentence
        bare = words_before(text, start, subject.start)
        previous = last_word(bare)
        inverted = reading.start < subject.start
        words = subject_words()
        first = previous.endswith("ing") and " " not in bare
        object_of = first and text.startswith(",", subject.end)
        if (previous in words.prepositions or object_of) and not inverted:
            return []  # "Briefing the Council, Ms. Roe said": not the Council
        opens = not bare or bare[-1] in ',;:(–—-"“' or previous in ("and", "but", "or")
        opens = opens or _TO_THIS.fullmatch(bare) is not None
        subordinate = previous in words.subordinators and not inverted
        asks = bare == "When" and subject.kind in _CLEFT and reading.mode in _ASKING
        asks = asks and not reading.perfect
        if subordinate and (asks or _TO_WHICH.fullmatch(text[start : subject.start])):
            opens, subordinate = True, False  # "When Roe asked whether it was so, Doe said"
        if (
            not opens
            and not subordinate
            and not inverted
            and subject.kind in ("country", "side", "joint")
            and (subject.kind == "country" or inner)
        ):
            # "the measures Japan announced" attributes nothing.
            subordinate = True
        if subject.kind == "country" and reading.perfect:
            subordinate = subordinate or inner
        coordinated = False
        if subject.kind in _SPEAKING:
            ahead = max(start, subject.start - 40)
            coordinated = bool(_within(self._joints, ahead, subject.start)) and (
                _COORDINATORS.search(text, ahead, subject.start) is not None
            )
        article = 4 if text[subject.start - 4 : subject.start].lower() == "the " else 0
        further: list[Reading] = []
        within: list[Frame] = []
        if not (inner or subordinate):
            further, within = self._inside(reading, end)
        together = some_of(self, subject)
        apart = inverted or _APART.search(bare) is not None
        last_of = subject.end if inverted else reading.end
        frame = Frame(
            together[0] if together else self.resolve(subject, last),
            subject.kind,
            at=subject.start,
            start=subject.start - article,
            mode=reading.mode,
            modes=tuple([one.mode for one in further]) if further else (),
            others=together[1:],
            tense=reading.tense,
            content="c" in reading.verb.flags
            or any("c" in one.verb.flags for one in further)
            or _THAT_CLAUSE.match(text, reading.end, end) is not None,
            perfect=reading.perfect,
            subordinate=subordinate,
            concessive=subordinate and previous in words.concessive,
            coordinated=coordinated,
            opens=opens,
            closes=apart and not text[last_of:end].strip(ENDS),
            aside=(apart or (bare in ("As", "as") and not reading.perfect))
            and text.startswith((",", " it,"), last_of)
            and not {"s", "c"}.isdisjoint(reading.verb.flags),
        )
        return [frame, *within]
