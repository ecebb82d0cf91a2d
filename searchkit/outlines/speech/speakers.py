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

from ...records import BOTH_SIDES, Statement
from ..names.people import People
from ..names.rosters import roster_spans
from ..sections.layout import Block, Layout
from ..text.votes import ends_in_vote
from ..transcripts.chat import nickname, of_chat
from ..transcripts.examinations import examination
from ..transcripts.interviews import interview
from ..transcripts.office_labels import offices_of_nobody
from ..transcripts.turns import (
    above_words,
    answers,
    answers_named,
    asker,
    asks,
    bracketed_items,
    dashed,
    greets,
    holder,
    is_list,
    is_transcript,
    labelled,
    nations_that_speak,
    set_off_labels,
    several,
    shouted,
    signed_items,
    tells_of_turns,
    whose_words,
)
from ..transcripts.unsigned import stopped_labels, unsigned_labels
from ..words.sentences import split_sentences
from ..words.wording import Wording
from .authors import author, who_answers, who_moderates
from .decisions import agreed, is_body, resolution, was_resolved
from .flow import Flow, Lead
from .frame import main_frame
from .frames import Reader
from .leads import OPINIONS, Leads, follows, introduces_items
from .narration import another_acts, topic
from .press_holder import says_of_oneself
from .proceedings import tells_what_happened
from .quotations import Quotations
from .reporting import read_verb
from .statements import Teller

__all__ = ["find_statements"]

_LABEL = re.compile(
    # With the signs that make a label bold in Markdown: "**Ms. Roe:** Not yet."
    r"(?:\*\*|__)?(?:Q\d+\.?\s+)?[\"“(]?"
    r"(?P<who>[^\n:()*]{1,90}?(?:[a-z] \([^()\n]{1,30}\),[^\n:()*]{1,60}?)?)\)?"
    r"(?:(?:\*\*|__)?\s*(?:\([^()\n]{1,160}\)|\[[^\[\]\n]{1,80}\])){0,3}"
    r"\s*(?:(?:\*\*|__)?:|:(?:\*\*|__)|\.[ \t]?[-–—]{1,2})(?=\s|(?<=[-–—])\S)"
)
_ADDRESSES = re.compile(
    r"[“\"]?(?:(?:And |So |Well,? )?[Tt]hank(?:s| you)\b|Welcome (?:to|back)\b|Please\b"
    r"|Good (?:morning|afternoon|evening|day)\b)"
)
"""How a speech begins that has no first person yet."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")
_COUNTED = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Last|Final)(?:ly)?, ")
_ADVERBS = re.compile(r"(?:\s+(?:then|also|further|furthermore|again|in turn|both))+\Z")
_MODERATOR = re.compile(r"(?:\*\*|__)?(?:MODERATOR|Moderator|HOST|Host):(?:\*\*|__)?\s+")
_ALONE = 60
_NOTE = re.compile(r"Hon\.? Members?\s|[(\[]?(?:[Nn]ote|NOTE|N\.?B\.?)(?: \d{1,2})?[)\]:]")
"""What whoever published a transcript adds to it."""
_SPEECHES = frozenset({"statement", "statements", "remarks", "address", "speech", "presentation"})
"""Under a heading with such a noun stands what somebody says in a transcript."""
_QUOTES = re.compile(r"\b[a-z]+:? [\"“]")
_TURNS = 2
"""So many labelled turns make a transcript, in which nobody's label is a stranger's."""


class _Speakers:
    def __init__(self, text: str, layout: Layout, people: People, place: str | None) -> None:
        self.text = text
        self.layout = layout
        self.reader = Reader(text, people, place)
        self.rosters: list[tuple[int, int]] | None = None
        self.spoken = Wording.default().spoken.search(layout.title) is not None
        self.transcript = is_transcript(text, layout.blocks)
        speech = not self.transcript
        self.author = author(text, layout, people) if speech else None
        self.opener = None if speech else who_answers(text, layout, people)
        self.answerer = None if speech or answers_named(text, layout.blocks) else self.opener
        self.moderator = None if speech else who_moderates(text, people)
        self.flow = Flow(turns=_TURNS if self.spoken else 0, answering=self.opener)
        self.leads_over: dict[int, Lead | None] = {}
        self.nations = nations_that_speak(text, layout.blocks)
        ends = {m.start: (m.end, m.tail) for m in people.mentions}
        self.set_off = {
            **unsigned_labels(text, layout.blocks, ends),
            **set_off_labels(text, layout.blocks),
            **stopped_labels(text, tuple(block.start for block in layout.blocks)),
        }
        self.examined = examination(self.reader, layout)
        self.interview = interview(text, layout, people) if speech else None
        self.holders = {} if speech else offices_of_nobody(self.reader, layout.blocks, self.opener)
        self.teller = Teller(text, self.reader, self.flow)
        self.whose = Leads(text, layout, self.teller)
        self.quotations = Quotations(text, self.teller, self.flow, people.mentions)

    def blocks(self) -> Iterator[tuple[Statement, ...]]:
        done: list[tuple[Statement, ...]] = []
        for block in self.layout.blocks:
            self.flow.number = len(done)
            if done and block.section != self.layout.blocks[len(done) - 1].section:
                self.flow.ended = None
            statements = tuple(self.block(block, done))
            self.quotations.remember(block.start, block.end, statements)
            self.flow.latest[block.section] = len(done)
            done.append(statements)
            # A lead-in that ends in a colon is no statement, but tells whose the items below are.
            leads = block.lead_in is None and self.text[block.end - 1] == ":"
            yield tuple(s for s in statements if s.end < block.end) if leads else statements

    def block(self, block: Block, done: list[tuple[Statement, ...]]) -> list[Statement]:
        led = block.governor in self.leads_over
        governing = done[block.governor] if block.governor is not None and not led else ()
        lead = self.leads_over.get(block.governor) if block.governor is not None else None
        if lead is not None and block.lead_in is None:
            verb = self.text[block.start].islower() and self.done_by(lead, block.start, block.end)
            return verb or self.teller.item(block.start, block.end, lead, listed=True)
        above = governing or self.above(block, done)
        if block.governor is not None and not above and block.lead_in is None:
            whose = whose_words(self.reader, self.layout.blocks[block.governor])
            if whose is not None:
                return self.teller.item(block.start, block.end, Lead(whose), listed=False)
        if above and self.flow.label is None and not self.leads(block):
            own = self.label_of(block.start, block.end)
            if own is None or own == above[-1].speaker:
                return self.governed(block, above[-1])
        below = self.layout.blocks[self.flow.number + 1 : self.flow.number + 2]
        quotation = self.whose.quotation_below(block, below) if block.lead_in is None else None
        if quotation is not None:
            self.quotations.announced = quotation[1]
            return self.teller.running(block.start, quotation[0])
        label = self.label(block)
        if label is not None:
            return label
        if block.lead_in is None:
            before = done[-1][-1] if done and done[-1] else None
            said = (
                self.quotations.words(block.start, block.end, before)
                or self.goes_on(block)
                or self.headed(block)
                or self.speech(block)
                or self.teller.running(block.start, block.end)
            )
            if said and follows(self.text, said[-1]):
                last = said[-1]
                self.flow.voice = Lead(last.speaker, last.mode, last.on_behalf_of)
            return said
        voice = self.flow.voice if block.headings == self.flow.headings else None
        if voice is not None and block.items and _FIRST_PERSON.search(self.text, *block.lead_in):
            # "Minister Roe said:", and in her own words "We discussed two things:"
            return self.teller.turn(block.start, block.end, voice, goes_on=True)
        if block.items and (said := self.speech(block)):
            return said
        if (subject := self.subject_of_list(block)) is not None:
            return [said for a, b in block.items for said in self.done_by(subject, a, b)]
        statements = self.before_lead(block)
        lead = self.whose.lead(
            block.lead_in[0] if not statements else statements[-1].end, block.lead_in[1]
        )
        if not block.items:
            # Its items are passages of their own.
            announced = self.whose.announces(block.start, block.end - 1) if lead is None else None
            self.leads_over[self.flow.number] = announced[0] if announced else lead
            return statements
        signed = signed_items(self.reader, block) or bracketed_items(self.reader, block)
        for start, end in block.items:
            own = signed.get(start) or self.label_of(start, end)
            if own is not None:
                # "The following views were put forward:", and "Minister Roe: cod is dear."
                statements.append(self.teller.whole(start, end, Lead(own)))
            else:
                statements += self.teller.item(start, end, lead, listed=block.listed)
        in_person = _FIRST_PERSON.search(self.text, block.lead_in[1], block.end) is not None
        # "Minister Roe said:" in a release, and what she says to its end
        whole = not self.layout.sections and self.reader.author is None
        self.flow.voice = lead if (in_person or whole) and not block.listed else None
        return statements

    def goes_on(self, block: Block) -> list[Statement]:
        """The words of a speaker that a lead-in announced, where the next paragraph is in the first
        person too: ``Minister Roe said as follows:`` and several paragraphs."""
        voice, self.flow.voice = self.flow.voice, None
        if voice is None or block.headings != self.flow.headings:
            return []
        counted = _COUNTED.match(self.text, block.start, block.end)
        if not counted and not _FIRST_PERSON.search(self.text, block.start, block.end):
            return []
        sentences = split_sentences(self.text, block.start, block.end)
        mains = (main_frame(self.reader.frames(a, b, self.flow.person)) for a, b in sentences[:1])
        if any(main is not None and main.kind in ("person", "title", "joint") for main in mains):
            return []
        self.flow.voice = voice
        return self.teller.turn(block.start, block.end, voice, goes_on=True)

    def headed(self, block: Block) -> list[Statement]:
        """What stands under a heading that tells whose words they are: ``(Minister Roe)``,
        ``Remarks by Minister Roe``; or that is the subject of what is listed: ``The ministers``."""
        heading = self.whose.heading(block)
        if heading is None:
            return []
        lead, sure = heading
        start, end = block.start, block.end
        if self.transcript and lead.mode in _SPEECHES:
            return self.teller.turn(start, end, lead)  # "Opening statement by Minister Roe"
        if self.text[start].islower():
            return self.done_by(lead, start, end)
        if lead.speaker == BOTH_SIDES and lead.mode in OPINIONS:
            return self.teller.item(start, end, lead, listed=False)
        if lead.speaker == BOTH_SIDES or (
            not sure and not _FIRST_PERSON.search(self.text, start, end)
        ):
            return []
        first = split_sentences(self.text, start, end)[:1]
        if any(tells_what_happened(self.text, a, b) for a, b in first):
            return []
        return self.teller.item(start, end, lead, listed=False)

    def done_by(self, subject: Lead, start: int, end: int) -> list[Statement]:
        """What ``subject``, named above it, says in ``text[start:end]``: ``- agreed to meet``."""
        verb = read_verb(f" {self.text[start].lower()}{self.text[start + 1 : end]}", 0, end - start)
        return [self.teller.whole(start, end, replace(subject, mode=verb.mode))] if verb else []

    def subject_of_list(self, block: Block) -> Lead | None:
        """Who is named, and no more, above a list of what he or she said: ``The ministers``."""
        assert block.lead_in is not None
        start, end = block.lead_in
        if not block.items:
            return None
        if is_body(self.text[start:end]) and not self.leads(block):
            return Lead(BOTH_SIDES)
        words = self.text[start:end].rstrip(": \n")
        if not all(self.text[a].islower() for a, _ in block.items):
            return None
        stop = start + len(_ADVERBS.sub("", words))
        announced = self.whose.announces(start, stop)
        return announced[0] if announced is not None else None

    def speech(self, block: Block) -> list[Statement]:
        """A paragraph in the first person of a speech: whose it is, its title tells."""
        if self.author is None or not (
            _FIRST_PERSON.search(self.text, block.start, block.end)
            or _ADDRESSES.match(self.text, block.start, block.end)
        ):
            return []
        said = self.teller.turn(block.start, block.end, Lead(self.author))
        return [replace(one, derived=("speaker",)) for one in said]

    def above(self, block: Block, done: list[tuple[Statement, ...]]) -> tuple[Statement, ...]:
        """The statements of the item that a sub-item is under, if they end in ``as follows``."""
        parent = block.section.rpartition(".")[0]
        said = done[self.flow.latest[parent]] if parent in self.flow.latest else ()
        return said if said and follows(self.text, said[-1]) else ()

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
        above = self.layout.blocks[block.governor] if block.governor is not None else None
        introduces = last.on_behalf_of or introduces_items(self.text, last, above)
        own = _FIRST_PERSON.search(self.text, block.start, block.end) is not None
        if introduces and own and above is not None and above.section == block.section:
            # "The minister made the following statement:" and paragraphs in the first person
            self.flow.voice = lead
            return self.teller.turn(block.start, block.end, lead)
        if introduces and block.lead_in is None:
            return self.teller.item(block.start, block.end, lead, listed=True)
        return self.teller.item(block.start, block.end, lead, listed=False)

    def label(self, block: Block) -> list[Statement] | None:
        """A block of a transcript: ``KONO: ...``, or one that carries on the last one's words."""
        text, flow = self.text, self.flow
        if block.headings != flow.headings:
            # A heading below that of the label parts what one speaker says.
            below = self.spoken and block.headings[: len(flow.under)] == flow.under
            flow.label, flow.headings = flow.label if below else None, block.headings
        first = not flow.number
        if self.opener is not None and greets(text, block.start, block.end, first=first):
            # "Good morning. ...", before anybody is asked or called by name
            flow.label, flow.under, self.opener = Lead(self.opener), block.headings, None
            return self.teller.turn(block.start, block.end, flow.label)
        if block.start in self.examined:
            return self.labelled(block, *self.examined[block.start])
        if self.interview is not None and self.interview.asks(block):
            flow.label, flow.under = None, block.headings
            return []
        if self.interview is not None and flow.label is None and self.interview.answers_in(block):
            flow.label, flow.under = Lead(self.interview.answers), block.headings
            flow.voices.add(self.interview.answers)
            if block.lead_in is None and not self.narrates(block):
                return self.teller.turn(block.start, block.end, flow.label)
        colon = text.find(":", block.start, block.end) >= 0
        if colon and was_resolved(text, block.start, block.end):
            flow.label = None
            return []
        shown = colon or dashed(text, block.start, block.end)
        match = _LABEL.match(text, block.start, block.end) if shown else None
        named = self.reader.whole_subject(*match.span("who")) if match else None
        if match and named is None:
            named = self.nations.get(block.start) or nickname(self.reader, match["who"])
        if match and match["who"] in self.holders:
            named = self.holders[match["who"]]
        held = holder(self.reader, block) if colon else None
        if held is not None:
            office, named, begin = held
            self.holders[office] = named
            return self.labelled(block, named, begin)
        if match and named is None and (together := several(self.reader, *match.span("who"))):
            return self.labelled(block, together[0], match.end(), together[1:])
        if match and named is not None:
            listed = not _FIRST_PERSON.search(text, match.end(), block.end)
            if listed and is_list(self.reader, match.end(), block.end):
                flow.label = None
                return []
            if (
                text[block.end - 1] != ","  # "President Roe: Mr Doe," begins to speak
                and self.reader.whole_subject(match.end(), block.end) is not None
            ):
                return []  # "Chair: Ms. Roe" tells who holds the chair
            return self.labelled(block, named, match.end())
        if block.end - block.start <= _ALONE and not match:
            above = self.reader.whole_subject(block.start, block.end)
            after = self.layout.blocks[flow.number + 1 : flow.number + 2]
            own = not block.listed and not self.on_roster(block)
            if (
                above is not None
                and own
                and above_words(text, block, after)
                and not another_acts(self.reader, above, after)
            ):
                # "The President" on a line, and what he says under it.
                flow.label = Lead(above.removeprefix("The "))
                return []
        answer = answers(text, block.start, block.end) if flow.answering is not None else None
        if answer is not None and flow.answering is not None:
            return self.labelled(block, flow.answering, answer)
        resolved = resolution(text, block.start, block.end) if colon else None
        if resolved is not None:
            flow.label = None
            return [self.teller.whole(resolved, block.end, Lead(BOTH_SIDES, "resolved"))]
        handed = _MODERATOR.match(text, block.start, block.end) if self.moderator else None
        if handed is not None and self.moderator is not None:
            return self.labelled(block, self.moderator, handed.end())
        if asks(text, block.start, block.end):
            by_name = asker(self.reader, block.start, block.end)
            if by_name is not None:
                return self.labelled(block, *by_name)
            flow.label, flow.under = Lead(self.answerer) if self.answerer else None, block.headings
            flow.unanswered, self.opener = True, None
            return []
        if block.start in self.set_off:
            start, end, begin = self.set_off[block.start]
            above = self.reader.whole_subject(start, end)
            if above is not None:
                return self.labelled(block, above, begin)
        if (loud := shouted(self.reader, block)) is not None:
            return self.labelled(block, *loud)
        if match:
            lead = self.whose.noun(block.start, match.end())
            if lead is not None and block.lead_in is None:
                return self.teller.item(match.end(), block.end, lead, listed=False)
        if flow.label is not None and _NOTE.match(text, block.start, block.end):
            return []
        if of_chat(text, block.start, block.end):
            flow.label = None
            return []
        turns = flow.label is not None or flow.turns >= _TURNS
        if turns and colon and labelled(text, block.start, block.end):
            flow.label = None
            return []
        if flow.label is not None and self.narrates(block):
            flow.label = None
        if self.opener and not (flow.label or flow.voices) and says_of_oneself(text, block):
            flow.label, flow.under, self.opener = Lead(self.opener), block.headings, None
        if flow.label is not None and block.lead_in is None:
            goes_on, flow.unanswered = not flow.unanswered, False
            return self.teller.turn(block.start, block.end, flow.label, goes_on=goes_on)
        return None

    def label_of(self, start: int, end: int) -> str | None:
        """Whose label ``text[start:end]`` begins with, if more follows it."""
        match = (
            _LABEL.match(self.text, start, end) if self.text.find(":", start, end) >= 0 else None
        )
        if match is None or not self.text[match.end() : end].strip() or ends_in_vote(match["who"]):
            return None
        return self.reader.whole_subject(*match.span("who")) or self.nations.get(start)

    def on_roster(self, block: Block) -> bool:
        """Whether a name on a line of its own is one of those present."""
        if self.rosters is None:
            self.rosters = [(start, end) for start, end, _ in roster_spans(self.text)]
        return any(start <= block.start < end for start, end in self.rosters)

    def narrates(self, block: Block) -> bool:
        """Whether the record itself speaks between two turns: ``The Russian side took note``."""
        if tells_of_turns(self.text, block.start, block.end):
            return True
        if agreed(self.text, block.start, block.end):
            return True
        if _FIRST_PERSON.search(self.text, block.start, block.end):
            # "Minister Roe stated: “I agree.”" is told, whether she spoke before or not.
            quotes = _QUOTES.search(self.text, block.start, block.end)
            return not self.spoken and quotes is not None and self.retells(block)
        first = split_sentences(self.text, block.start, block.end)[:1]
        if first and not self.spoken and self.flow.turns < _TURNS and self.flow.label is not None:
            # After one label: "Minister Roe, who had listened, was not so sure."
            who = topic(self.reader, *first[0])
            both = {who, self.flow.label.speaker}
            if len(both) > 1 and both <= self.reader.participants:
                return True
        main = main_frame(self.reader.frames(*first[0], self.flow.person)) if first else None
        kinds: tuple[str, ...] = ("side",) if self.spoken else ("side", "joint")
        if self.flow.label is not None and self.flow.label.speaker in self.nations.values():
            kinds = (*kinds, "country")
        if main is not None and main.kind in kinds and main.opens and main.tense == "past":
            return True
        return not self.spoken and self.retells(block)

    def retells(self, block: Block) -> bool:
        """Whether those who speak in turns are told of: ``Roe asked whether it was so.``"""
        for a, b in split_sentences(self.text, block.start, block.end):
            main = main_frame(self.reader.frames(a, b, self.flow.person))
            if main is not None and main.kind in ("person", "title") and main.tense == "past":
                known = main.speaker in self.flow.voices or _QUOTES.search(self.text, a, b)
                return main.opens and bool(known)
        return False

    def labelled(
        self, block: Block, named: str, begin: int, others: tuple[str, ...] = ()
    ) -> list[Statement]:
        """The words of ``named`` and ``others`` after a label that ends at ``begin``."""
        lead = Lead(named := named.removeprefix("The "), others=others)
        self.flow.person = named if named != BOTH_SIDES else self.flow.person
        if block.listed:
            return [self.teller.whole(start, end, lead) for start, end in block.items]
        sentences = split_sentences(self.text, begin, block.end)
        if not sentences:
            return []
        begin = sentences[0][0]
        main = main_frame(self.reader.frames(*sentences[0], named))
        if main and main.speaker == named and main.kind in ("person", "side", "joint"):
            # "Kono: Minister Kono stated ...": a heading rather than a transcript.
            return self.teller.running(begin, block.end, lead)
        self.flow.label, self.flow.under = lead, block.headings
        self.flow.answering, self.flow.unanswered = named, False
        self.flow.voices.add(named)
        self.flow.turns += 1
        return self.teller.turn(begin, block.end, lead)

    def before_lead(self, block: Block) -> list[Statement]:
        """Statements of the sentences that stand before the last one of a lead-in."""
        assert block.lead_in is not None
        sentences = split_sentences(self.text, *block.lead_in)
        return self.teller.running(sentences[0][0], sentences[-2][1]) if len(sentences) > 1 else []


def find_statements(
    layout: Layout, people: People, place: str | None = None
) -> tuple[tuple[Statement, ...], ...]:
    """The statements of every block of ``layout``: one tuple for each of ``layout.blocks``.

    Where they meet, at ``place``, tells who is the host.

    The whole document at once, since pronouns, the labels of transcripts and governed items look
    back over the blocks before them.
    """
    return tuple(_Speakers(people.flat, layout, people, place).blocks())
