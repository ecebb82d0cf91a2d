"""Sentences -> statements: who says each sentence of a stretch of running text.

A *lead* is whose words are announced (see ``flow``). The first frame of a sentence that no
``that``, ``as`` or ``while`` makes subordinate attributes the sentence, which is one statement;
those inside it, and those who speak in it later, are quoted.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...records import BOTH_SIDES, Statement
from ..offices.standins import seat
from ..text.votes import ends_in_vote
from ..transcripts.turns import goes_on_saying, is_stage, sentences_of_turn
from ..words.sentences import split_sentences, whole_quotations
from .conveying import on_behalf
from .decisions import agreed
from .delegations import delegate_meant
from .flow import Flow, Lead
from .frame import Frame, main_frame, mode_of, narrated
from .frames import Reader
from .narration import tells_of, topic, wired
from .proceedings import tells_what_happened
from .quotations import is_quoted, said_with_dashes
from .reporting import read_verb
from .sources import is_quoted_side, meant_by_pronouns, sources

__all__ = ["Teller"]

_CLAUSE = re.compile(r"\b(?:that|whether|how|why)\b")
_ANSWERS = frozenset(
    {"accepted", "declined", "agreed", "thanked", "promised", "replied", "assured", "consented"}
)
"""What somebody does who has just been invited or asked."""
_ASKING = frozenset(
    {"consulted", "questioned", "asked", "inquired", "enquired", "wondered", "queried", "wanted"}
)
_ANSWERING = re.compile(
    r"(?:(?P<back>In (?:response|reply|answer)(?: to (?:this|that|the question))?),?"
    r" (?P<he>he|she)\b"
    r"|(?P<who>He|She) (?:also |then |\w+ly )?(?:\w+ (?P<reply>in (?:response|reply|answer)\b)"
    r"|replied|answered|responded|countered|denied|rejoined|retorted|assured|confirmed|admitted"
    r"|promised))"
)
_HIS_HOSTS = re.compile(r"(?:He|She) (?:\w+ ){0,4}(?:his|her) (?:\w+ )?hosts?\b")
_IN_REPLY = re.compile(r"(?:In (?:response|reply|answer)|To (?:this|which|that))\b")
_TOLD = frozenset({"past", "passive"})
_MINDS = frozenset({
    "believed", "hoped", "wished", "felt", "thought", "considered", "expected", "regretted",
    "supported", "opposed", "favored", "favoured", "appreciated", "insisted", "sought", "doubted",
    "looked forward"
})  # fmt: skip
"""What a country does in the words of whoever speaks for it."""
_REPORTED = re.compile(
    r"\b(?:would|should|ought to|had (?:also |not |never |already )?(?:been|[a-z]+ed))\b"
)
_LABEL = re.compile(r"[(\[]?(?P<who>[A-ZÀ-ÞĀ-ɏ][^:()\n]{1,60}): (?=[\"“‘']?\w)")
_LABEL_LENGTH = 64
_TOGETHER = frozenset({"joint", "country", "side"})
_QUOTES = frozenset('"“‘')
_QUESTION = re.compile(
    r"(?:What|Why|How|Who|When|Where|Which|Will|Would|Did|Does|Do|Is|Are|Was|Were|Has|Have|Can"
    r"|Could|Should)\b[^?\"“”]*\?\s*\Z"
)
_BEHALF = re.compile(r"\b[Oo]n behalf of (?:the )?(?P<whom>[A-ZÀ-ÞĀ-ɏ][^,.;:]{1,80})")
_BODY = re.compile(r"(?:[Tt]he )?(?P<name>[A-ZÀ-ÞĀ-ɏ][\w-]+(?: [A-ZÀ-ÞĀ-ɏ][\w-]+)*)")
_MET = re.compile(
    r"(?:[Tt]he )?(?:\w+ ){0,2}(?:[Mm]eeting|[Cc]onference|[Cc]ommittee|[Cc]ouncil|[Bb]oard"
    r"|[Pp]anel|[Gg]roup|[Cc]ommission|[Ff]orum)\b"
)
_IT_IS = re.compile(r"\s*[Ii]t is\b")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our)\b")
_SO_LONG = re.compile(
    r"\bexchanged (?:views|opinions) with\b[^;]{0,200}? for "
    r"(?:about |approximately |around |some )?"
    r"(?:an hour|half an hour|(?:\d+|[a-z]+) (?:minutes|hours))\b"
)
_AT_TABLE = re.compile(
    r"\binvited\b[^;]{0,200}? to (?:an? |the )?(?:\w+ )?"
    r"(?:dinner|lunch|luncheon|breakfast|banquet|tea) "
    r"(?:at|in|on|that|hosted)\b"
)
_WHO = re.compile(
    r"\b(?:met|meets|meeting|talks|called on|call on|received|welcomed|saw)\b[^;]{0,200}?, who\b"
)
_AND = re.compile(r",? and(?= )")
_AT_WHICH = re.compile(r"\b(?:(?:during|in|at|over) which|where) (?:the )?\Z")
_NEXT = 60
_DID_TOGETHER = {"exchanged": _SO_LONG, "invited": _AT_TABLE}
"""That they met, and that they dined, whatever verb tells it."""
_IS_REPORTED = re.compile(
    r"It (?:is|was|has been) (?:also )?(?:reported|understood) that (?:the )?"
)
_PRESS_MET = re.compile(
    r" held (?:a|his|her|the) (?:[\w-]+ ){0,3}(?:conference|briefing)"
    r" and (?:answered|took) questions"
)
"""That somebody met the press, whatever he or she said there."""
_WHO_ACTS = re.compile(r"[A-Z]{2,3}(?:[/,&] ?[A-Z]{2,3}){0,3}")
"""The initials of those who have to do something, beside what minutes tell."""
_INITIALS = 16
_THAT = re.compile(r"[Tt]hat\b")
"""How an item begins that the verb of its lead governs."""


class Teller:
    """Tells who says the sentences of one document; ``flow`` is what is remembered of them."""

    def __init__(self, text: str, reader: Reader, flow: Flow) -> None:
        self.text = text
        self.reader = reader
        self.flow = flow
        self.seat: str | None = None
        """The side of whoever speaks a paragraph that begins with his or her name and country."""

    def turn(self, start: int, end: int, lead: Lead, *, goes_on: bool = False) -> list[Statement]:
        """Words that somebody speaks: a statement a sentence.

        All but the first go on with it, save those that report what somebody else says. Within the
        paragraph another's turn may begin with his or her label.
        """
        made: list[Statement] = []
        for a, b in sentences_of_turn(self.text, start, end):
            other = self.label(a, b) if made else None
            if other is not None and other != lead.speaker:
                return [*made, *self.turn(a, end, Lead(other))]
            said = self.whole(a, b, lead)
            behalf = said.on_behalf_of
            if lead.on_behalf_of is None:
                behalf = on_behalf(self.reader, a, b, lead.speaker)
            frames = self.reader.frames(a, b, lead.speaker)
            meant = meant_by_pronouns(self.reader, start, frames, lead.speaker)
            quoted = tuple(dict.fromkeys((*said.quoted, *meant))) if meant else said.quoted
            mode, continued = said.mode, goes_on or bool(made)
            main = main_frame([f for f in frames if f.kind in ("person", "title", "side")])
            if main is not None and main.speaker != lead.speaker and main.tense == "past":
                mode, continued = mode_of(main), False
            made.append(
                Statement(said.speaker, said.start, said.end, mode, behalf, quoted, continued)
            )
        return made

    def item(self, start: int, end: int, lead: Lead | None, *, listed: bool) -> list[Statement]:
        """The statements of what a lead introduces."""
        if lead is None:
            return self.running(start, end)
        sentences = split_sentences(self.text, start, end)
        if not sentences:
            return []
        if _THAT.match(self.text, start, end):
            return [self.whole(start, end, lead)]
        if not listed and is_quoted(self.text, start, end, inside=False):
            return self.turn(start, end, lead)
        if listed:
            main = main_frame(self.reader.frames(*sentences[0], self.flow.person))
            third_person = main is not None and main.kind in ("person", "side", "joint")
            told = third_person and main is not None and main.opens and main.tense in _TOLD
            own = _FIRST_PERSON.search(self.text, start, end)
            if not told or own:
                return [self.whole(start, end, lead)]
            return self.running(start, end, lead)
        framed = any(
            (main := main_frame(self.reader.frames(a, b, self.flow.person))) is not None
            and main.kind != "country"
            for a, b in sentences
        )
        return self.running(start, end, lead) if framed else self.turn(start, end, lead)

    def whole(self, start: int, end: int, lead: Lead) -> Statement:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        frames = self.reader.frames(start, end, lead.speaker)
        quoted = lead.others + self.quoted(frames, lead.speaker, (start, end), lead.on_behalf_of)
        return Statement(lead.speaker, start, end, lead.mode, lead.on_behalf_of, quoted)

    def running(self, start: int, end: int, lead: Lead | None = None) -> list[Statement]:
        """The statements of running text, one a sentence."""
        statements: list[Statement] = []
        sentences = whole_quotations(self.text, split_sentences(self.text, start, end))
        over = self.over(sentences[0]) if sentences and lead is None else None
        earlier = [over] if over is not None else []
        content = over is not None
        cries = self.reader.cries(start)
        self.seat = seat(self.text, start, end) if cries else None
        if sentences and said_with_dashes(self.text, start, end):
            main = main_frame(self.reader.frames(*sentences[-1], self.flow.person))
            if main is not None and main.speaker is not None:
                made = self.turn(start, end, Lead(main.speaker), goes_on=True)
                return [*made[:-1], replace(made[-1], mode=mode_of(main), continued=False)]
        for a, b in sentences:
            if is_stage(self.text, a, b) and not self.reader.subjects(a, b):
                continue
            if b - a < _INITIALS and _WHO_ACTS.fullmatch(self.text, a, b):
                continue
            named = self.label(a, b)
            if named is not None:
                statements.append(self.whole(a, b, Lead(named)))
                self.flow.person, content = named, True
                continue
            found = self.sentence(a, b, statements or earlier, lead, content=content)
            if found is None and lead is not None and self.text[a] in _QUOTES:
                found = [self.whole(a, b, lead)], True
            if found is None:
                content = cries and bool(statements)
                continue
            made, content = found
            content = content or cries
            statements += made
        self.flow.ended = (statements[-1], self.flow.number) if statements and content else None
        return statements

    def label(self, start: int, end: int) -> str | None:
        """Whose label a sentence inside a paragraph begins with: ``(Mr. Roe: not yet.)``"""
        if self.text.find(": ", start, start + _LABEL_LENGTH) < 0:
            return None
        match = _LABEL.match(self.text, start, end)
        if match is None or ends_in_vote(match["who"]):
            return None
        named = self.reader.whole_subject(*match.span("who"))
        return named if named is not None and self.reader.names(named) else None

    def over(self, sentence: tuple[int, int]) -> Statement | None:
        """Whose words the paragraph above ends with, if ``sentence`` goes on with them.

        It does in the mood of reported speech: ``The committee should report within a year.``
        """
        if self.flow.ended is None:
            return None
        last, number = self.flow.ended
        goes_on = number == self.flow.number - 1 and last.speaker != BOTH_SIDES
        return last if goes_on and _REPORTED.search(self.text, *sentence) else None

    def sentence(
        self, a: int, b: int, before: list[Statement], lead: Lead | None, *, content: bool
    ) -> tuple[list[Statement], bool] | None:
        """The statements of one sentence, and whether the next may carry the words on."""
        frames = self.itself(self.reader.frames(a, b, self.acting(a, b)))
        main = self.within(frames, a) or main_frame(frames)
        if main is not None and _PRESS_MET.search(self.text, a, b):
            return None
        did = _DID_TOGETHER.get(main.mode) if main is not None else None
        done = did.search(self.text, main.at, b) if main is not None and did is not None else None
        if main is not None and done is not None and not self.says_more(done.end(), b):
            self.remember(main)
            return None
        last = before[-1] if before else None
        inside = content and last is not None and last.speaker != BOTH_SIDES
        asked = not inside and self.text.find("?", a, b) >= 0
        if asked and _QUESTION.match(self.text, a, b):
            return None  # "What did the ministers decide?", over the answer
        if main is not None and main.kind in ("country", "side"):
            # "Minister Roe was firm: Japan could not accept it": it is the minister who says so.
            about = topic(self.reader, a, main.at)
            if about is not None and self.reader.side_of(about) == main.speaker:
                main = replace(main, speaker=about, kind="person")
        if inside and main is not None and main.speaker is None and self.text[a] in _QUOTES:
            main = None  # "She spoke of cod. “We are sure of it.”": in her own words
        if inside and main is not None and main.impersonal and _IT_IS.match(self.text, main.at):
            main = None  # "It is hoped that": in the words of whoever speaks
        if main is not None and main.impersonal and not main.joint:
            # "It was noted that": the one whose words a lead announces, else all.
            answers = _IN_REPLY.match(self.text, a, b) and self.reader.inviter(self.flow.person)
            main = replace(main, speaker=lead.speaker if lead else answers or BOTH_SIDES)
        before_now = main is not None and inside and main.perfect
        outside = before_now and main is not None and self.from_outside(main, last)
        if before_now and main is not None and (outside or main.kind in _TOGETHER):
            main = None
        if main is not None and inside and self.carries_on(main, last):
            main = None
        if main is not None and inside and main.kind == "country" and main.speaker == self.seat:
            main = None  # "Ms. Roe (Norway) said so. Norway called for cod.": in her words
        spoken_for = inside and self.spoken_for(before[0].start, a, b)
        if main is not None and spoken_for and main.kind in ("joint", "country", "side"):
            main = None
        if main is not None and main.kind in ("country", "side") and main.perfect and last:
            own = self.reader.side_of(last.speaker) == main.speaker
            # "Mr. Roe agreed. Norway had said so before.": he says so.
            main = replace(main, speaker=last.speaker, kind="person") if own else main
        if main is None and (telegraphed := wired(self.reader, a, b)) is not None:
            return [Statement(telegraphed[0], a, b, telegraphed[1])], True
        if main is None and (met := self.who_was_met(a, b)) is not None:
            return [met], False
        if main is None and (talked := self.while_they_met(frames, a)) is not None:
            return [Statement(BOTH_SIDES, a, b, mode_of(talked))], False
        if main is None and agreed(self.text, a, b):
            return [Statement(BOTH_SIDES, a, b, "agreed")], False
        if main is None or main.speaker is None:
            over = main is not None or (
                not (outside or spoken_for) and last and self.told(frames, a, b, last)
            )
            if last is None or not inside or over:
                self.flow.person = topic(self.reader, a, b) or self.flow.person
                return None
            quoted = self.quoted(frames, last.speaker, (a, b))
            self.flow.person = topic(self.reader, a, b) or self.flow.person
            return [Statement(last.speaker, a, b, quoted=quoted, continued=True)], True
        if main.kind == "pronoun" and main.mode in _ANSWERS and self.flow.asked:
            main = replace(main, speaker=self.answering(main, self.flow.asked))
        if main.kind == "passive" and main.mode == "accepted" and self.flow.asked:
            main = replace(main, speaker=self.flow.asked, kind="agent")
        if main.tense == "present" and main.kind in ("person", "title"):
            self.reader.present = True  # and so does "She welcomes it"
        self.flow.asked = self.reader.asked(main, b)
        self.flow.last = main.speaker
        self.flow.questions = not _ASKING.isdisjoint(mode_of(main).split("|"))
        speaker = main.speaker
        assert speaker is not None
        behalf = on_behalf(self.reader, a, b, speaker)
        within = self.quoted([f for f in frames if f is not main], speaker, (a, b), behalf)
        said = Statement(
            speaker,
            a,
            b,
            mode_of(main),
            behalf,
            tuple(dict.fromkeys((*main.others, *within))),
            derived=("speaker",) if main.kind in ("pronoun", "title", "it") else (),
        )
        for frame in (main, *self.further(frames, main)):
            self.remember(frame)
        return [said], main.content and main.kind != "joint"

    def says_more(self, at: int, end: int) -> bool:
        """Whether who did something with another says something as well: ``and stressed that``."""
        for more in _AND.finditer(self.text, at, end):
            reading = read_verb(self.text, more.end(), min(end, more.end() + _NEXT))
            if reading is not None and "c" in reading.verb.flags:
                return True
        return False

    def who_was_met(self, a: int, b: int) -> Statement | None:
        """What somebody said who was met: ``She met Minister Roe, who stressed that``."""
        who = _WHO.search(self.text, a, b) if self.text.find(", who ", a, b) >= 0 else None
        reading = read_verb(self.text, who.end(), min(b, who.end() + _NEXT)) if who else None
        if who is None or reading is None or reading.start > who.end() + 1:
            return None
        named = [m for m in self.reader.mentions(a, who.end()) if m.name is not None]
        comma = self.text.rfind(",", a, who.end())
        # A form of address or a country may stand behind the name.
        if not named or "," in self.text[max(named[-1].end, named[-1].tail) : comma]:
            return None
        self.flow.person = named[-1].name
        return Statement(named[-1].name or "", a, b, reading.mode)

    def while_they_met(self, frames: list[Frame], a: int) -> Frame | None:
        """What both said who met: ``She called Mr. Doe, and during the call they discussed cod``,
        ``held a meeting at which both sides reviewed it``."""
        return next(
            (
                frame
                for frame in frames
                if frame.speaker == BOTH_SIDES
                and frame.tense in ("past", "plural")
                and _AT_WHICH.search(self.text, max(a, frame.at - _NEXT), frame.at)
            ),
            None,
        )

    def within(self, frames: list[Frame], a: int) -> Frame | None:
        """Who speaks by what is reported: ``It is reported that Minister Roe proposed it.``"""
        told = _IS_REPORTED.match(self.text, a)
        inner = (f for f in frames if told is not None and f.at == told.end())
        return next((f for f in inner if f.kind in ("person", "title")), None)

    def acting(self, a: int, b: int) -> str | None:
        """Whom a pronoun means in a sentence: nobody answers his or her own question."""
        flow = self.flow
        if (delegate := delegate_meant(self.reader, flow, a)) is not None:
            return delegate
        if (other := self.reader.of_other_gender(flow.person, flow.before, a)) is not None:
            return other
        if flow.person is not None and flow.person == self.reader.host:
            guest = self.reader.inviter(flow.person)
            if guest is not None and _HIS_HOSTS.match(self.text, a, b):
                return guest  # "He thanked his hosts"
        answer = _ANSWERING.match(self.text, a, b)
        if (
            answer is None
            or flow.last != flow.person
            or not (flow.questions or answer["back"] or answer["reply"])
        ):
            return flow.person
        pronoun = (answer["who"] or answer["he"]).lower()
        other = self.reader.inviter(flow.person) or flow.before
        gender = "f" if pronoun == "she" else "m"
        fits = other is not None and self.reader.gender.get(other, gender) == gender
        return other if fits else flow.person

    def itself(self, frames: list[Frame]) -> list[Frame]:
        """``frames`` with the side for which ``It`` stands: the one that spoke last."""
        if not frames:
            return frames
        side = self.flow.side
        return [
            replace(frame, speaker=side) if frame.kind == "it" else frame
            for frame in frames
            if frame.kind != "it" or side is not None
        ]

    def told(self, frames: list[Frame], a: int, b: int, last: Statement) -> bool:
        """Whether the writer tells what happened, rather than what somebody said."""
        if self.text[a] in _QUOTES and is_quoted(self.text, a, b, inside=False):
            return False
        if narrated(frames) and self.text[a] not in _QUOTES:
            return True
        return not goes_on_saying(self.text, a, b) and (
            tells_what_happened(self.text, a, b) or tells_of(self.reader, a, b, last)
        )

    def from_outside(self, frame: Frame, last: Statement | None) -> bool:
        """Whether somebody who does not meet had spoken before, as one who does meet tells."""
        meeting = self.reader.participants
        person = frame.kind in ("person", "title") and frame.speaker not in meeting
        return person and last is not None and last.speaker in meeting

    def carries_on(self, frame: Frame, last: Statement | None) -> bool:
        """Whether what a country believes or hopes is told in the words of its own speaker."""
        return (
            last is not None
            and frame.kind == "country"
            and not frame.modes
            and frame.mode in _MINDS
            and self.reader.side_of(last.speaker) in (None, frame.speaker)
            and not (last.speaker.endswith(" side") and last.speaker != frame.speaker)
        )

    def spoken_for(self, start: int, a: int, b: int) -> bool:
        """Whether a sentence is about those on whose behalf the last one spoke: ``On behalf of the
        Group of Nine, Mr. Roe said so. The Group called for cod.``"""
        if self.text.find("n behalf of", start, a) < 0:
            return False
        behalf = [match["whom"] for match in _BEHALF.finditer(self.text, start, a)][-1:]
        first = self.reader.subjects(a, b)[:1]
        body = _BODY.match(self.text, first[0].start, b) if behalf and first else None
        return body is not None and behalf[0].startswith(body["name"])

    def answering(self, frame: Frame, asked: str) -> str | None:
        """Who accepts or declines: the one who was asked, if the pronoun fits him or her."""
        pronoun = self.text[frame.at : frame.at + 3].lower().strip()
        wanted = {"she": "f", "he": "m"}.get(pronoun)
        fits = wanted and self.reader.gender.get(asked, wanted) == wanted
        return asked if fits else frame.speaker

    def further(self, frames: list[Frame], main: Frame) -> list[Frame]:
        """Who else speaks in the sentence: the last one is whom a pronoun means next."""
        found: list[Frame] = []
        meeting = self.reader.participants
        for frame in frames:
            if (
                frame.at <= main.at
                or frame.speaker in (None, main.speaker)
                or frame.perfect
                or frame.tense != "past"
            ):
                continue
            if _CLAUSE.search(self.text, main.at, frame.at):
                # Who else speaks inside "that ..." is quoted, unless one of those who meet.
                own = frame.coordinated and (
                    frame.speaker in meeting or frame.kind in ("side", "joint")
                )
            else:
                joined = frame.kind == "person" and self.text.endswith(" and ", 0, frame.at)
                own = frame.coordinated or joined
            if own:
                found.append(frame)
        return found

    def quoted(
        self, frames: list[Frame], speaker: str, span: tuple[int, int], behalf: str | None = None
    ) -> tuple[str, ...]:
        """Whose words are reported inside: not the speaker's own, nor those of his country."""
        own = {speaker, behalf, self.reader.side_of(speaker)}
        names = [
            f.speaker
            for f in frames
            if f.speaker is not None
            and f.tense in ("past", "gerund")
            and f.kind != "pronoun"
            and not (f.speaker in own and (f.kind != "side" or f.speaker == speaker))
            and (f.kind not in _TOGETHER or is_quoted_side(self.text, span[0], f))
        ]
        return tuple(dict.fromkeys((*names, *sources(self.reader, *span, own))))

    def remember(self, frame: Frame) -> None:
        if frame.speaker not in (None, BOTH_SIDES):
            writer = frame.kind == "pronoun" and self.text.startswith("I ", frame.at)
            if frame.kind in ("person", "title", "pronoun", "counterpart") and not writer:
                if self.flow.person != frame.speaker:
                    self.flow.before = self.flow.person
                self.flow.person = frame.speaker  # "I asked whether": "he" is not the writer
            self.flow.side = frame.speaker if frame.kind in ("side", "country", "it") else None
        elif frame.kind == "joint" and _MET.match(self.text, frame.at):
            self.flow.side = BOTH_SIDES  # "The Meeting noted it. It exchanged views."
