"""Sentences -> statements: who says what.

A *frame* is a subject with its verb of speech (``Foreign Minister Kono stated``), a passive (``it
was agreed``) or a verb before its subject (``said Kono``). The first frame of a sentence that no
``that``, ``as`` or ``while`` makes subordinate attributes the sentence; those inside it are quoted.
A *lead* is what introduces words of somebody: a lead-in with a colon, a governing block, a label
(``KONO:``). A sentence without a frame is nobody's, unless it plainly carries a speaker's words on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..records import BOTH_SIDES, Statement
from .authors import author_of_speech
from .flow import Flow, Lead
from .frame import Frame, main_frame, mode_of, narrated
from .frames import Reader
from .layout import Block, Layout
from .people import People
from .reporting import noun_lead
from .rosters import roster_spans
from .sentences import split_sentences, whole_quotations
from .turns import (
    above_words,
    asks,
    dashed,
    goes_on_saying,
    is_list,
    is_transcript,
    labelled,
    on_behalf,
    sentences_of_turn,
    several,
    shouted,
    tells_of_turns,
    tells_what_happened,
    whose_words,
)
from .wording import Wording

__all__ = ["find_statements"]

_LABEL = re.compile(
    # With the signs that make a label bold in Markdown: "**Ms. Roe:** Not yet."
    r"(?:\*\*|__)?(?:Q\d+\.?\s+)?[\"“(]?(?P<who>[^\n:()*]{1,90}?)\)?(?:\s*\([^()\n]{1,160}\)){0,3}"
    r"\s*(?:(?:\*\*|__)?:|:(?:\*\*|__)|\.[ \t]?[-–—]{1,2})(?=\s|(?<=[-–—])\S)"
)
_CLAUSE = re.compile(r"\b(?:that|whether|how|why)\b")
_FOLLOWING = re.compile(r"\bfollowing\b|\bas follows\b|\bbelow\b", re.IGNORECASE)
_ANSWERS = frozenset(
    {"accepted", "declined", "agreed", "thanked", "promised", "replied", "assured", "consented"}
)
"""What somebody does who has just been invited or asked."""
_MINDS = frozenset({
    "believed", "hoped", "wished", "felt", "thought", "considered", "expected", "regretted",
    "supported", "opposed", "favored", "favoured", "appreciated", "insisted", "sought", "doubted",
    "looked forward"
})  # fmt: skip
"""What a country does in the words of whoever speaks for it."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")
_AS_FOLLOWS = re.compile(r"\b(?:as follows|the following)[.:]?\s*\Z")
_DANGLING = re.compile(
    r"(?:[\s,;]+|\b(?=\w))(?:\b(?:and|but|while|whereas|to which|in (?:response|reply))[\s,]*)*\Z"
)
_STOPS = frozenset('.!?)"”')
"""Nothing dangles after one of these."""
_IT_IS = re.compile(r"\s*[Ii]t is\b")
_ALONE = 60
_THAT = re.compile(r"[Tt]hat\b")
"""How an item begins that the verb of its lead governs."""
_TURNS = 2
"""So many labelled turns make a transcript, in which nobody's label is a stranger's."""
_TAIL = 40
"""What dangles is no longer, in characters."""


class _Speakers:
    def __init__(self, text: str, layout: Layout, people: People) -> None:
        self.text = text
        self.layout = layout
        self.reader = Reader(text, people)
        self.rosters: list[tuple[int, int]] | None = None
        self.spoken = Wording.default().spoken.search(layout.title) is not None
        speech = not is_transcript(text, layout.blocks)
        self.author = author_of_speech(text, layout, people) if speech else None
        self.flow = Flow(turns=_TURNS if self.spoken else 0)

    def blocks(self) -> Iterator[tuple[Statement, ...]]:
        done: list[tuple[Statement, ...]] = []
        for block in self.layout.blocks:
            self.flow.number = len(done)
            statements = tuple(self.block(block, done))
            self.flow.latest[block.section] = len(done)
            done.append(statements)
            yield statements

    def block(self, block: Block, done: list[tuple[Statement, ...]]) -> list[Statement]:
        governing = done[block.governor] if block.governor is not None else ()
        above = governing or self.above(block, done)
        if block.governor is not None and not above and block.lead_in is None:
            whose = whose_words(self.reader, self.layout.blocks[block.governor])
            if whose is not None:
                return self.item(block.start, block.end, Lead(whose), listed=False)
        if above and self.flow.label is None and not self.leads(block):
            return self.governed(block, above[-1])
        label = self.label(block)
        if label is not None:
            return label
        if block.lead_in is None:
            return self.goes_on(block) or self.speech(block) or self.running(block.start, block.end)
        statements = self.before_lead(block)
        lead = self.lead(
            block.lead_in[0] if not statements else statements[-1].end, block.lead_in[1]
        )
        for start, end in block.items:
            statements += self.item(start, end, lead, listed=block.listed)
        spoken = lead is not None and _FIRST_PERSON.search(self.text, block.lead_in[1], block.end)
        self.flow.voice = lead if spoken and not block.listed else None
        return statements

    def goes_on(self, block: Block) -> list[Statement]:
        """The words of a speaker that a lead-in announced, where the next paragraph is in the first
        person too: ``Minister Roe said as follows:`` and several paragraphs."""
        voice, self.flow.voice = self.flow.voice, None
        if voice is None or not _FIRST_PERSON.search(self.text, block.start, block.end):
            return []
        sentences = split_sentences(self.text, block.start, block.end)
        mains = (main_frame(self.reader.frames(a, b, self.flow.person)) for a, b in sentences[:1])
        if any(main is not None and main.kind in ("person", "title", "joint") for main in mains):
            return []
        self.flow.voice = voice
        return self.turn(block.start, block.end, voice, goes_on=True)

    def speech(self, block: Block) -> list[Statement]:
        """A paragraph in the first person of a speech: whose it is, its title tells."""
        if self.author is None or not _FIRST_PERSON.search(self.text, block.start, block.end):
            return []
        said = self.turn(block.start, block.end, Lead(self.author))
        return [replace(one, derived=("speaker",)) for one in said]

    def above(self, block: Block, done: list[tuple[Statement, ...]]) -> tuple[Statement, ...]:
        """The statements of the item that a sub-item is under, if they end in ``as follows``."""
        parent = block.section.rpartition(".")[0]
        said = done[self.flow.latest[parent]] if parent in self.flow.latest else ()
        follows = said and _AS_FOLLOWS.search(self.text, said[-1].start, said[-1].end)
        return said if follows else ()

    def leads(self, block: Block) -> bool:
        """Whether a block with a list tells by itself who says what is on it."""
        if block.lead_in is None:
            return False
        sentences = split_sentences(self.text, *block.lead_in)
        main = (
            main_frame(self.reader.frames(*sentences[-1], self.flow.person)) if sentences else None
        )
        return main is not None and main.kind in ("person", "side", "joint") and main.opens

    def governed(self, block: Block, last: Statement) -> list[Statement]:
        """A block that another one introduces: its statement is the introducer's."""
        lead = Lead(last.speaker, last.mode, last.on_behalf_of)
        introduces = last.on_behalf_of or _FOLLOWING.search(self.text, last.start, last.end)
        if introduces and block.lead_in is None:
            return self.item(block.start, block.end, lead, listed=True)
        return self.item(block.start, block.end, lead, listed=False)

    def label(self, block: Block) -> list[Statement] | None:
        """A block of a transcript: ``KONO: ...``, or one that carries on the last one's words."""
        text, flow = self.text, self.flow
        if block.headings != flow.headings:
            flow.label, flow.headings = None, block.headings
        colon = text.find(":", block.start, block.end) >= 0
        shown = colon or dashed(text, block.start, block.end)
        match = _LABEL.match(text, block.start, block.end) if shown else None
        named = self.reader.whole_subject(*match.span("who")) if match else None
        if match and named is None and (together := several(self.reader, *match.span("who"))):
            return self.labelled(block, together[0], match.end(), together[1:])
        if match and named is not None:
            listed = not _FIRST_PERSON.search(text, match.end(), block.end)
            if listed and is_list(self.reader, match.end(), block.end):
                flow.label = None
                return []
            if self.reader.whole_subject(match.end(), block.end) is not None:
                return []  # "Chair: Ms. Roe" tells who holds the chair
            return self.labelled(block, named, match.end())
        if block.end - block.start <= _ALONE and not match:
            above = self.reader.whole_subject(block.start, block.end)
            after = self.layout.blocks[flow.number + 1 : flow.number + 2]
            own = not block.listed and not self.on_roster(block)
            if above is not None and own and above_words(text, block, after):
                # "The President" on a line, and what he says under it.
                flow.label = Lead(above.removeprefix("The "))
                return []
        if asks(text, block.start, block.end):
            flow.label = None
            return []
        loud = shouted(self.reader, block)
        if loud is not None:
            return self.labelled(block, *loud)
        if match:
            lead = self.noun(block.start, match.end())
            if lead is not None and block.lead_in is None:
                return self.item(match.end(), block.end, lead, listed=False)
        turns = flow.label is not None or flow.turns >= _TURNS
        if turns and colon and labelled(text, block.start, block.end):
            flow.label = None
            return []
        if flow.label is not None and self.narrates(block):
            flow.label = None
        if flow.label is not None and block.lead_in is None:
            return self.turn(block.start, block.end, flow.label, goes_on=True)
        return None

    def on_roster(self, block: Block) -> bool:
        """Whether a name on a line of its own is one of those present."""
        if self.rosters is None:
            self.rosters = [(start, end) for start, end, _ in roster_spans(self.text)]
        return any(start <= block.start < end for start, end in self.rosters)

    def narrates(self, block: Block) -> bool:
        """Whether the record itself speaks between two turns: ``The Russian side took note``."""
        if tells_of_turns(self.text, block.start, block.end):
            return True
        if _FIRST_PERSON.search(self.text, block.start, block.end):
            return False
        first = split_sentences(self.text, block.start, block.end)[:1]
        main = main_frame(self.reader.frames(*first[0], self.flow.person)) if first else None
        kinds = ("side",) if self.spoken else ("side", "joint")
        if main is not None and main.kind in kinds and main.opens and main.tense == "past":
            return True
        return not self.spoken and self.retells(block)

    def retells(self, block: Block) -> bool:
        """Whether those who speak in turns are told of: ``Roe asked whether it was so.``"""
        for a, b in split_sentences(self.text, block.start, block.end):
            main = main_frame(self.reader.frames(a, b, self.flow.person))
            if main is not None and main.kind in ("person", "title") and main.tense == "past":
                return main.opens and main.speaker in self.flow.voices
        return False

    def labelled(
        self, block: Block, named: str, begin: int, others: tuple[str, ...] = ()
    ) -> list[Statement]:
        """The words of ``named`` and ``others`` after a label that ends at ``begin``."""
        lead = Lead(named, others=others)
        self.flow.person = named if named != BOTH_SIDES else self.flow.person
        if block.listed:
            return [self.whole(start, end, lead) for start, end in block.items]
        sentences = split_sentences(self.text, begin, block.end)
        if not sentences:
            return []
        begin = sentences[0][0]
        main = main_frame(self.reader.frames(*sentences[0], named))
        if main and main.speaker == named and main.kind in ("person", "side", "joint"):
            # "Kono: Minister Kono stated ...": a heading rather than a transcript.
            return self.running(begin, block.end, lead)
        self.flow.label = lead
        self.flow.voices.add(named)
        self.flow.turns += 1
        return self.turn(begin, block.end, lead)

    def turn(self, start: int, end: int, lead: Lead, *, goes_on: bool = False) -> list[Statement]:
        """Words that somebody speaks: a statement a sentence.

        All but the first go on with it, save those that report what somebody else says.
        """
        made: list[Statement] = []
        for a, b in sentences_of_turn(self.text, start, end):
            said = self.whole(a, b, lead)
            frames = self.reader.frames(a, b, lead.speaker)
            main = main_frame([f for f in frames if f.kind in ("person", "title", "side")])
            if main is not None and main.speaker != lead.speaker and main.tense == "past":
                made.append(replace(said, mode=mode_of(main)))
            else:
                made.append(replace(said, continued=goes_on or bool(made)))
        return made

    def before_lead(self, block: Block) -> list[Statement]:
        """Statements of the sentences that stand before the last one of a lead-in."""
        assert block.lead_in is not None
        sentences = split_sentences(self.text, *block.lead_in)
        return self.running(sentences[0][0], sentences[-2][1]) if len(sentences) > 1 else []

    def lead(self, start: int, end: int) -> Lead | None:
        """Whose words a lead-in announces."""
        sentences = split_sentences(self.text, start, end)
        if not sentences:
            return None
        start, end = sentences[-1]
        frames = self.reader.frames(start, end, self.flow.person)
        main = main_frame(frames)
        if main is not None and main.speaker is not None:
            self.remember(main)
            return Lead(
                main.speaker, mode_of(main), on_behalf(self.reader, start, end, main.speaker)
            )
        noun = self.noun(start, end)
        if noun is not None:
            return noun
        alone = self.reader.whole_subject(start, end - 1)
        return Lead(alone) if alone is not None else None

    def noun(self, start: int, end: int) -> Lead | None:
        """The lead in ``Statements by Minister Roe``."""
        for subject in self.reader.subjects(start, end):
            noun = noun_lead(self.text[start : subject.start])
            speaker = self.reader.resolve(subject, self.flow.person)
            if noun is not None and speaker is not None:
                if subject.kind == "person":
                    self.flow.person = speaker
                return Lead(speaker, noun if noun != "attributable" else None)
        return None

    def item(self, start: int, end: int, lead: Lead | None, *, listed: bool) -> list[Statement]:
        """The statements of what a lead introduces."""
        if lead is None:
            return self.running(start, end)
        sentences = split_sentences(self.text, start, end)
        if not sentences:
            return []
        if _THAT.match(self.text, start, end):
            return [self.whole(start, end, lead)]
        if listed:
            main = main_frame(self.reader.frames(*sentences[0], self.flow.person))
            third_person = main is not None and main.kind in ("person", "side", "joint")
            if main is None or not (third_person and main.opens and main.tense == "past"):
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
        quoted = lead.others + self.quoted(frames, lead.speaker, lead.on_behalf_of)
        return Statement(lead.speaker, start, end, lead.mode, lead.on_behalf_of, quoted)

    def running(self, start: int, end: int, lead: Lead | None = None) -> list[Statement]:
        """The statements of running text, one a sentence."""
        statements: list[Statement] = []
        content = False
        for a, b in whole_quotations(self.text, split_sentences(self.text, start, end)):
            found = self.sentence(a, b, statements, lead, content=content)
            if found is None:
                content = False
                continue
            made, content = found
            statements += made
        return statements

    def sentence(
        self, a: int, b: int, before: list[Statement], lead: Lead | None, *, content: bool
    ) -> tuple[list[Statement], bool] | None:
        """The statements of one sentence, and whether the next may carry the words on."""
        frames = self.reader.frames(a, b, self.flow.person)
        main = main_frame(frames)
        last = before[-1] if before else None
        inside = content and last is not None and last.speaker != BOTH_SIDES
        if main is not None and main.kind in ("country", "side"):
            # "Minister Roe was firm: Japan could not accept it": it is the minister who says so.
            about = self.reader.topic(a, main.at)
            if about is not None and self.reader.side_of(about) == main.speaker:
                main = replace(main, speaker=about, kind="person")
        if inside and main is not None and main.impersonal and _IT_IS.match(self.text, main.at):
            main = None  # "It is hoped that": in the words of whoever speaks
        if main is not None and main.impersonal and not main.joint:
            # "It was noted that": the one whose words a lead announces, else all.
            main = replace(main, speaker=lead.speaker if lead else BOTH_SIDES)
        if (
            main is not None
            and inside
            and main.perfect
            and main.kind in ("joint", "country", "side")
        ):
            main = None
        if main is not None and inside and self.carries_on(main, last):
            main = None
        if main is None or main.speaker is None:
            if last is None or not inside or main is not None or self.told(frames, a, b, last):
                self.flow.person = self.reader.topic(a, b) or self.flow.person
                return None
            quoted = self.quoted(frames, last.speaker)
            self.flow.person = self.reader.topic(a, b) or self.flow.person
            return [Statement(last.speaker, a, b, quoted=quoted, continued=True)], True
        if main.kind == "pronoun" and main.mode in _ANSWERS and self.flow.asked:
            main = replace(main, speaker=self.answering(main, self.flow.asked))
        self.flow.asked = self.reader.asked(main, b)
        made: list[Statement] = []
        parts = [main, *self.further(frames, main)]
        for i, frame in enumerate(parts):
            assert frame.speaker is not None
            begin = a if i == 0 else frame.start
            stop = b if i + 1 == len(parts) else parts[i + 1].start
            if self.text[stop - 1] not in _STOPS:
                dangling = _DANGLING.search(self.text, max(begin, stop - _TAIL), stop)
                stop = dangling.start() if dangling else stop
            within = [f for f in frames if f is not frame and begin <= f.at < stop]
            derived = ("speaker",) if frame.kind in ("pronoun", "title") else ()
            made.append(
                Statement(
                    frame.speaker,
                    begin,
                    stop,
                    mode_of(frame),
                    on_behalf(self.reader, begin, stop, frame.speaker),
                    self.quoted(within, frame.speaker),
                    derived=derived,
                )
            )
            self.remember(frame)
        return made, parts[-1].content and parts[-1].kind != "joint"

    def told(self, frames: list[Frame], a: int, b: int, last: Statement) -> bool:
        """Whether the writer tells what happened, rather than what somebody said."""
        if narrated(frames):
            return True
        return not goes_on_saying(self.text, a, b) and (
            tells_what_happened(self.text, a, b) or self.reader.tells_of(a, b, last)
        )

    def carries_on(self, frame: Frame, last: Statement | None) -> bool:
        """Whether what a country believes or hopes is told in the words of its own speaker."""
        return (
            last is not None
            and frame.kind == "country"
            and not frame.modes
            and frame.mode in _MINDS
            and self.reader.side_of(last.speaker) in (None, frame.speaker)
        )

    def answering(self, frame: Frame, asked: str) -> str | None:
        """Who accepts or declines: the one who was asked, if the pronoun fits him or her."""
        pronoun = self.text[frame.at : frame.at + 3].lower().strip()
        wanted = {"she": "f", "he": "m"}.get(pronoun)
        fits = wanted and self.reader.gender.get(asked, wanted) == wanted
        return asked if fits else frame.speaker

    def further(self, frames: list[Frame], main: Frame) -> list[Frame]:
        """Frames of other speakers that the same sentence coordinates with its first."""
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
        self, frames: list[Frame], speaker: str, behalf: str | None = None
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
        ]
        return tuple(dict.fromkeys(names))

    def remember(self, frame: Frame) -> None:
        if frame.kind in ("person", "title", "pronoun") and frame.speaker not in (None, BOTH_SIDES):
            self.flow.person = frame.speaker


def find_statements(layout: Layout, people: People) -> tuple[tuple[Statement, ...], ...]:
    """The statements of every block of ``layout``: one tuple for each of ``layout.blocks``.

    The whole document at once, since pronouns, the labels of transcripts and governed items look
    back over the blocks before them.
    """
    return tuple(_Speakers(people.flat, layout, people).blocks())
