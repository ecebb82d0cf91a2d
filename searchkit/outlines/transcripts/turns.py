"""Turns of a transcript: those that no colon shows, those of nobody, and colons that show none.

A speaker's name may stand in capitals before the words, or on the line above them; and after a
side's name and a colon may stand the names of its people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ...records import BOTH_SIDES
from ..lands.countries import adjective_of, country_of
from ..names.tokens import vocabulary
from ..offices.standins import who_chairs
from ..sections.layout import Block
from ..speech.frames import Reader
from ..words.sentences import split_sentences
from ..words.wording import Wording

__all__ = [
    "above_words",
    "answers",
    "asker",
    "asks",
    "bracketed_items",
    "dashed",
    "goes_on_saying",
    "is_list",
    "is_stage",
    "is_transcript",
    "labelled",
    "nations_that_speak",
    "sentences_of_turn",
    "set_off_labels",
    "several",
    "shouted",
    "tells_of_turns",
    "whose_words",
]

_REMARK = re.compile(r"\s*[(\[][^()\[\]\n]{1,80}[)\]]\s*")
"""``(As interpreted.)`` and ``[laughs]`` before the words of a speaker."""
_STAGE = re.compile(r"(?:\s*[(\[][^()\[\]\n]{1,40}[)\]](?:\s+|\Z))+")
"""``(Laughter.)`` between the words of a speaker."""
_HEARD = re.compile(
    r"[(\[]\W*+(?:[\w’'-]++\W++){0,2}[\w’'-]++(?=[^\w)\]]*+[)\]])\W++"
    r"|\[(?=[^\[\]]*\b(?:declassified|omitted|illegible|inaudible|garbled)\b)[^\[\]]*+\]\W*+"
)
"""Up to three words in brackets, or what an editor left out: no sentence."""
_ASIDE = re.compile(r"\[[^\[\]]*\]?\s*\Z")
_WORDS = re.compile(r"[a-z]")
_MOSTLY = 0.6
_LINE = 80
_WORDY = 8
"""So long must a name in capitals be, with its title, to be a label without a colon."""
_AGAIN = 2
_SPEAKS = re.compile(r"\s*(?:I|We|You|My|Our|Thank)\b")
_ADDRESSED = re.compile(
    r"\s*(?:Dear )?(?:Mr|Mrs|Ms|Madam|Sir|Dr|Your)\b[^,\n]{0,50},(?: [^,\n]{2,40},){0,2}\s*"
)
"""``Mr Roe,`` alone on a line: who is spoken to."""
_BEGINS = re.compile(r"\s*(?:\([^()\n]{1,80}\)\s*)?(?:I\b|[A-Z][a-z’']+|[“\"])")
"""How the words of a speaker begin."""

_GOES_ON = re.compile(
    r"\(?(?:For (?:instance|example)|Therefore|Thus|However|That is why|In other words|Moreover|"
    r"In fact|Indeed|Accordingly|Hence|Otherwise|If|Because|Since|But)\b"
)
_RISES = re.compile(
    r"[(\[*_]*(?:The (?:\w+ )?(?:House|Parliament|Assembly|Senate|meeting|session|sitting"
    r"|conversation|discussion|talks|hearing|briefing|conference|interview|call|recording)"
    r" (?:then |was |were )*"
    r"(?:rose|ended|began|opened|closed|concluded|adjourned|suspended|resumed)"
    r"|It was (?:so |then |also )?(?:decided|agreed)"
    r"|(?:A|The) (?:\w+ )?vote was|The (?:\w+ )?agenda was"
    r"|The draft (?:resolution|recommendation|decision|opinion|order|declaration|report|agenda) "
    r"(?:was|received)"
    r"|(?:Sitting|Meeting|Session|Hearing|Committee|Proceedings|Council|House|Recording|Interview)"
    r" (?:was |were |then )*(?:suspended|adjourned|resumed|closed|concluded|ended|rose|recessed)"
    r"|On resuming\b|(?:Suspended|Adjourned|Recessed|Resumed|Concluded) (?:at|until|accordingly)\b"
    r"|[Ee]nd(?:s)? of (?:the )?(?:\w+ ){0,2}(?:transcript|conference|briefing|interview|remarks"
    r"|recording|proceedings|session|statement|encounter|doorstep|Q&A|questions)\b"
    r"|[Cc]onclusion of (?:the )?(?:\w+ ){0,2}(?:transcript|conference|briefing|interview|remarks"
    r"|proceedings|session|encounter)\b"
    r"|(?:Question|Motion|Amendment|Clause|Schedule|Resolution|Bill|Order|Main Question"
    r"|Paragraph)s?(?: \d+(?: to \d+)?)?,? (?:again |accordingly |then |made,? |as amended,? )*"
    r"(?:(?:put|made)\b(?! (?!and |by |from )[a-z])|agreed to|negatived|withdrawn|proposed\b"
    r"|read (?:a|the) |carried|lost\b)"
    r"|The (?:House|Committee|Assembly|Council|Senate) divided\b|(?:Ordered|Resolved)(?=,)"
    r"|(?:Amendment|Motion|Leave),? by leave|Debate adjourned|Noes? \d|Ayes? \d"
    r"|(?:Verified|Checked|Approved|Recorded|Transcribed|Minuted)(?: by)?(?= ?:)"
    r"|(?:Minutes|Notes?) (?:taken|kept|prepared|drafted) by\b"
    r"|Page (?:[Ff]eedback|[Tt]op)\b|Back to [A-Z]"
    r"|Copyright\b|©|All [Rr]ights [Rr]eserved"
    r"|(?:Several |Some |Many |A number of )?[Hh]on(?:ou?rable|\.) (?:[Mm]embers|[Ss]enators)"
    r" (?:rose|interject\w*|indicated|exclaimed)"
    r"|The members of the [A-ZÀ-ÞĀ-ɏ][\w ]{3,40} observed)\b"
)
"""What a record tells between the turns of those who speak."""
_NOBODY = re.compile(
    r"(?:\*\*|__)?(?:(?:SUPPLEMENTARY |FURTHER |ADDITIONAL |FOLLOW-UP )?QUESTION|Question|Q\d*"
    r"|Reporter|REPORTER|MODERATOR|Moderator|Journalist"
    r"|JOURNALIST|MEDIA|Media|Listener|Caller|Viewer|Audience|AUDIENCE|VOICE|Student|STUDENT|"
    r"INTERPRETER|Interpreter|OPERATOR|Operator|STAFF|Staff|ANSWER|Press|PRESS)\b[^:\n]{0,40}:"
    r"|(?:QUESTION|REPORTER|JOURNALIST|MODERATOR|INTERPRETER|OPERATOR|MEDIA)(?:\.(?: ?[-–—])?)?\s+"
    r"(?=[A-Z][a-z’']|[IA]\b|[\[(\"“…])"
    r"|(?:\*\*|__)?Q\d*\.?(?:\*\*|__)?[ \t]+(?=[A-Z“\"(\[])"
    r"|\((?:On|Regarding|Concerning|About|In response to|Asked) [^\n]{8,600}[^.\n]\)\s*\Z"
)
"""What begins the words of nobody by name, or is what was asked, in brackets alone."""
_ASKER = re.compile(
    r"(?:\*\*|__)?(?:(?:[A-Z]+ )?QUESTION|Question|Q|JOURNALIST|Journalist|REPORTER|Reporter|MEDIA"
    r"|Media)(?:"
    r"(?:[ \t]*[(\[](?P<who>[^()\[\],\n]{3,40})(?:, [^()\[\]\n]{2,40})?[)\]]"
    r"|[ \t]+(?P<bare>[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ’' -]{2,40}))(?:\*\*|__)?:(?:\*\*|__)?"
    r"|:(?:\*\*|__)?[ \t]*\((?P<after>[^(),\n]{3,40}), [^()\n]{2,40}\))(?=\s)"
)
"""``QUESTION (Roe, Daily Echo):``, ``QUESTION ROE:``, ``Question: (Roe, Daily Echo)``"""
_GREETS = re.compile(
    r"(?:(?:All right|Alright|Well|So|OK|Okay)[,.]? )?(?:[Gg]ood (?:morning|afternoon|evening|day)"
    r"|Hello|Thank you|Thanks|Dear |Ladies and [Gg]entlemen|[Ww]elcome\b(?! (?:to|by|of) the\b))"
)
"""How one begins who speaks without a label."""
_ANNOUNCES = re.compile(
    r"(?:(?:First|Firstly|First of all|Today|To begin with|At the outset),? )?"
    r"(?:I (?:have|would like|wish|want|am|just|will|attended|held|met|visited)\b"
    r"|I[’'](?:ve|d|m|ll)\b|[Ll]et me\b|[Aa]llow me\b)"
)
"""How one begins who has something to tell the press."""
_HELD = re.compile(
    r"(?:\*\*|__)?(?P<office>[A-ZÀ-ÞĀ-ɏ][^\n:()*]{1,60}?(?:[ \t]*\([^()\n:]{1,40}\))?)"
    r"[ \t]*\((?P<who>[^()\n:]{3,60})"
    r"(?:\([^()\n]{1,80}\)[^()\n:]{0,40})?\)[ \t]*(?:\[[^\[\]\n]{1,60}\][ \t]*)?"
    r"(?:\*\*|__)?:(?:\*\*|__)?(?=\s)"
)
"""``The Chair (Ms. Jane Roe (Hill North, Lib.)):``"""
_SIGNED = re.compile(r"\((?P<who>[A-ZÀ-ÞĀ-ɏ][^()\n]{2,60})\)[ \t]*[.;,]?\s*\Z")
_OPENS_BRACKET = re.compile(r"\((?:the )?(?P<who>[A-ZÀ-ÞĀ-ɏ][^()\n]{2,60})\):? (?=[A-Z“\"])")
_CHAIRS = frozenset({"chair", "chairman", "chairperson", "chairwoman", "presidency"})
_BRACKET = 70
"""Such a bracket at the end is no longer."""
_ANSWER = re.compile(
    r"(?:\*\*|__)?(?:(?:A|Ans|ANS|Answer|ANSWER)\.? ?\d{0,3}\.?(?:\*\*|__)?:(?=\s)|A(?:[ ]{2,}"
    r"|\t\s*)(?=[A-Z“\"(\[]))"
)
_OTHERS_SPEAK = re.compile(r"\s*(?:He|She|They|Both)\s")
_NATION_LABEL = re.compile(
    r"(?:\*\*|__)?(?:The )?(?P<who>[A-ZÀ-ÞĀ-ɏ][\w. ]{1,40}?)"
    r"(?:\*\*|__)?:(?:\*\*|__)?\s+(?=(?:\S+\s+){2})"
    r"(?=[^.\n]*\b[a-z]+\s+[a-z]+)"
)
_LONGEST_NATION = 60
"""So near is the colon of such a label, in characters, signs for bold included."""
_TOLD_PRESS = re.compile(
    r"(?:(?:After|Following|At the end of|Later)\b[^.]{0,80}, )?[^.:]{3,90}"
    r" told (?:the )?(?:reporters|journalists|the press|the media|newsmen|correspondents)\b"
)
"""What a page tells after the words it gives."""
_OWN_WORDS = re.compile(
    r"[’'](?:s )?(?:\w+ ){0,3}(?:points?|proposals?|requests?|suggestions?|concerns?|remarks?"
    r"|response|statements?|reply|comments?|address|speech|explanations?|message|views|words"
    r"|answers?)\b[^.]{0,40}\b(?:as follows|following|these|below)\b"
)
_MADE_BY = re.compile(
    r"\b(?:points|proposals|questions|requests|suggestions|remarks|observations|comments|concerns"
    r"|issues|views|statements?|explanations?|objections|speech|reply|response|intervention"
    r"|presentation|recommendations|demands|conditions)(?: (?:that|which) (?:was|were))?"
    r"(?: (?:made|raised|put forward|given|put|voiced|expressed|stressed|delivered|presented"
    r"|advanced|submitted))? (?:by|of|from) (?:the )?\Z"
)
_REMARKED = re.compile(r"[^.!?…]\)\Z")
"""``Ms. Roe (Clerk)``: no speech ends so."""
_ENDS_OF_SPEECH = frozenset('.!?…)"”:,–—')
_OTHER_LABEL = re.compile(
    r"(?:\*\*|__)?[A-ZÀ-ÞĀ-ɏ][\w.’'-]*(?:,? "
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]*|and|of|the)){0,7}:(?:\*\*|__)?\s"
)

_DASHED = re.compile(
    r"[A-ZÀ-ÞĀ-ɏ][^\n:.]{0,20}"
    r"(?:\.[^\n:.]{0,180}){0,4}?\.[ \t]?[-–—]{1,2}(?=[ \t\w])"
)
"""``Hon. J. ROE.- I rise``, as parliaments print it."""
_STOP_AND_DASH = re.compile(r"\.[ \t]?[-–—]")
_SET_OFF = re.compile(
    r"(?P<who>(?:The )?[A-ZÀ-ÞĀ-ɏ][\w.’'-]*"
    r"(?:,? (?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]*|of|the|for|and|de|von|van)){0,7})"
    r"(?:\s*\([^()\n]{1,60}\))?[ \t]+[-–—]{1,2}[ \t]+(?=\S)"
    r"|(?P<loud>(?:(?:MR|MRS|MS|DR|GEN|AMB|SEN|COMRADE|Mrs?|Ms|Dr|Cde|Com|Comrade|Gen|Amb)\.? ?)?"
    r"(?:[A-ZÀ-ÞĀ-ɏ]\. ?){0,3}[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ'’-]{2,}"
    r"(?: [A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏḀ-ỿ'’-]{2,}){0,2})"
    r"(?:\s*\([^()\n]{1,60}\))?\.[ \t]+(?=[A-ZÀ-ÞĀ-ɏ\d\"“(])"
    r"|(?P<stopped>(?:Mrs?\.|Ms\.|Dr\.|(?:The )?(?:Senator|Chair(?:man|woman)?|Representative"
    r"|Ambassador|(?:Rear |Vice )?Admiral|General|Colonel|Governor|Secretary|Mayor|Judge))"
    r" [A-ZÀ-ÞĀ-ɏ][\w'’-]+)\.[ \t]+(?=[A-ZÀ-ÞĀ-ɏ\d\"“(])"
    r"|(?P<presiding>The (?:Chair(?:man|woman|person)?|President|Speaker))\.[ \t]+(?=[A-Z\"“(])"
)
"""``Mr. ROE - I wish to thank you``, ``ROE. I wish to thank you``, ``Senator Roe. Thank you.``"""
_ALL = frozenset({"all", "everyone", "everybody"})
_JOINED = re.compile(r"\s*(?:&|\+|/|,|\band\b|\bwith\b)\s*", re.IGNORECASE)


def above_words(text: str, name: Block, after: Sequence[Block]) -> bool:
    """Whether words stand under a name: it has no bullet, and what comes first ``after`` it is no
    further name."""
    line = text.rfind("\n", 0, name.start) + 1
    ended = any(
        text[block.end - 1] in _ENDS_OF_SPEECH
        and not _REMARKED.search(text, block.start, block.end)
        for block in after[:1]
    )
    return ended and not text[line : name.start].strip()


def is_transcript(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a block begins with the label of who speaks."""
    return any(asks(text, b.start, b.end) or labelled(text, b.start, b.end) for b in blocks)


def whose_words(reader: Reader, block: Block) -> str | None:
    """Whose words a block without a verb of speech announces.

    ``The overview of Minister Roe's remarks is as follows.``, ``The points made by Ms. Doe were:``
    """
    for mention in reversed(reader.mentions(block.start, block.end)):
        if mention.possessive and _OWN_WORDS.match(reader.text, mention.end, block.end):
            return mention.name
        if _MADE_BY.search(reader.text, block.start, mention.start):
            return mention.name
    return None


def goes_on_saying(text: str, start: int, end: int) -> bool:
    """Whether a sentence plainly goes on with what was said: ``For example, ...``."""
    return _GOES_ON.match(text, start, end) is not None


def tells_of_turns(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is what a record tells between turns: ``The meeting rose``."""
    return (_RISES.match(text, start, end) or _TOLD_PRESS.match(text, start, end)) is not None


def answers(text: str, start: int, end: int) -> int | None:
    """Where the words begin of who answers without a name: ``A: Not yet.``"""
    match = _ANSWER.match(text, start, end)
    return match.end() if match is not None else None


def greets(text: str, start: int, end: int, *, first: bool = False) -> bool:
    """Whether ``text[start:end]`` opens what somebody says: ``Good morning, everyone.``

    ``first``: it is the first paragraph of all, which may begin with what there is to tell.
    """
    if first and _ANNOUNCES.match(text, start, end) is not None:
        return True
    if first and (above := text[:start].rstrip()).endswith(","):
        # "Ladies and gentlemen," on a line of its own, which is set apart
        start, end = above.rfind("\n") + 1, len(above)
    return _GREETS.match(text, start, end) is not None


def answers_named(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a question is answered under a label: ``Minister: Not yet.``"""
    return any(
        asks(text, a.start, a.end)
        and not asks(text, b.start, b.end)
        and (labelled(text, b.start, b.end) or answers(text, b.start, b.end) is not None)
        for a, b in pairwise(blocks)
    )


def holder(reader: Reader, block: Block) -> tuple[str, str, int] | None:
    """An office that is a label, who holds it by the bracket after it, and where words begin.

    ``The Chair (Ms. Jane Roe (Hill North, Lib.)): Good morning.``
    """
    match = _HELD.match(reader.text, block.start, block.end)
    if match is None or not vocabulary().heads & {w.lower() for w in match["office"].split()}:
        return None
    if any(mention.name for mention in reader.mentions(*match.span("office"))):
        return None
    for mention in reader.mentions(*match.span("who"))[:1]:
        within = not reader.text[match.start("who") : mention.start].strip()
        if within and mention.name is not None:
            return match["office"], mention.name, match.end()
    return None


def signed_items(reader: Reader, block: Block) -> dict[int, str]:
    """Who says each item of a list, if each of several ends so: ``cod was dear (Ms. Roe);``."""
    found: dict[int, str] = {}
    for start, end in block.items:
        match = _SIGNED.search(reader.text, max(start, end - _BRACKET), end)
        who = reader.whole_subject(*match.span("who")) if match is not None else None
        if who is None:
            return {}
        found[start] = who
    return found if len(found) > 1 else {}


def bracketed_items(reader: Reader, block: Block) -> dict[int, str]:
    """Who says each item of a list, if each of several begins so: ``(Norway) Cod is dear.``"""
    found: dict[int, str] = {}
    for start, end in block.items:
        match = _OPENS_BRACKET.match(reader.text, start, end)
        who = reader.whole_subject(*match.span("who")) if match is not None else None
        country = country_of(match["who"]) if match is not None and who is None else None
        who = reader.of_nation(country) if country is not None else who
        if match is not None and match["who"].lower() in _CHAIRS:
            who = who_chairs(reader.text, reader.people.mentions) or match["who"]
        if who is None:
            return {}
        found[start] = who
    return found if len(found) > 1 else {}


def asks(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` are the words of nobody by name: ``QUESTION: ...``."""
    return _NOBODY.match(text, start, end) is not None


def asker(reader: Reader, start: int, end: int) -> tuple[str, int] | None:
    """Who asks by name in ``text[start:end]``, and where the words begin."""
    match = _ASKER.match(reader.text, start, end)
    if match is None:
        return None
    named = reader.whole_subject(*match.span(match.lastgroup or 0))
    return (named, match.end()) if named is not None else None


def dashed(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` may begin with a label that a point and a dash end."""
    return _has_dashed(text) and _DASHED.match(text, start, end) is not None


@lru_cache(2)
def _has_dashed(text: str) -> bool:
    return _STOP_AND_DASH.search(text) is not None


def labelled(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins with a label, whoever that is."""
    return _OTHER_LABEL.match(text, start, end) is not None or dashed(text, start, end)


def set_off_labels(text: str, blocks: Sequence[Block]) -> dict[int, tuple[int, int, int]]:
    """Labels that a dash sets off, by where their paragraphs begin: ``Mr. ROE - I wish to``.

    Each is where the label begins and ends, and where the words begin. They are labels where one
    comes again and another stands beside it, and speech ends as such.
    """
    found: dict[int, tuple[int, int, int]] = {}
    for block in blocks:
        match = _SET_OFF.match(text, block.start, block.end)
        if match is not None and text[block.end - 1] in _ENDS_OF_SPEECH:
            found[block.start] = (*match.span(match.lastgroup or 0), match.end())
    names = Counter(text[a:b].casefold() for a, b, _ in found.values())
    return found if len(names) > 1 and max(names.values()) > 1 else {}


def nations_that_speak(text: str, blocks: Sequence[Block]) -> dict[int, str]:
    """The sides whose names are labels, by where these begin: ``Norway: It was too early.``

    One such label may be a line of a table; several with words after them are none. Where others
    speak behind one, countries are what is spoken of: ``Norway: She was hopeful.``
    """
    found: dict[int, str] = {}
    for block in blocks:
        for start, end in (*block.items, (block.start, block.end)):
            labelled = text.find(":", start, min(end, start + _LONGEST_NATION)) >= 0
            match = _NATION_LABEL.match(text, start, end) if labelled else None
            country = country_of(match["who"]) if match is not None else None
            if match is not None and _OTHERS_SPEAK.match(text, match.end(), end) is not None:
                return {}
            if country is not None:
                found[start] = f"{adjective_of(country)} side"
    return found if len(set(found.values())) > 1 else {}


def several(reader: Reader, start: int, end: int) -> tuple[str, ...]:
    """Who speaks together by the label ``text[start:end]``: ``JR & OB``, ``Everyone``."""
    text = reader.text
    if text[start:end].strip().lower() in _ALL:
        return (BOTH_SIDES,)
    names = _by_surname(reader, start, end) or _by_mention(reader, start, end)
    return (BOTH_SIDES,) if names and reader.participants <= set(names) else names


def _by_surname(reader: Reader, start: int, end: int) -> tuple[str, ...]:
    """Those of ``ROE AND DOE``."""
    found = [reader.called(part) for part in _JOINED.split(reader.text[start:end].strip(" *_"))]
    names = tuple(dict.fromkeys(name for name in found if name is not None))
    return names if len(names) == len(found) > 1 else ()


def _by_mention(reader: Reader, start: int, end: int) -> tuple[str, ...]:
    """Those named with nothing but ``and`` and the like between them."""
    text, mentions = reader.text, reader.mentions(start, end)
    if len(mentions) < 2 or text[start : mentions[0].start].strip(" *_"):
        return ()
    joined = all(_JOINED.fullmatch(text, a.tail, b.start) for a, b in pairwise(mentions))
    names = tuple(dict.fromkeys(m.name for m in mentions if m.name))
    whole = joined and not text[mentions[-1].tail : end].strip(" *_")
    return names if whole and len(names) == len(mentions) else ()


def shouted(reader: Reader, block: Block) -> tuple[str, int] | None:
    """A speaker in capitals without a colon, before the words or on the line above them, and
    where the words begin."""
    before = reader.mentions(max(0, block.start - _LINE), block.start)[-1:]
    here = reader.mentions(block.start, block.start + len("THE ") + 1)[:1]
    for mention in (*before, *here):
        if not mention.form.isupper() or len(mention.form) < _WORDY:
            continue
        begin = max(mention.end, block.start)
        gap = reader.text[mention.end : begin]
        line = reader.text[reader.text.rfind("\n", 0, mention.start) + 1 : mention.start]
        if gap.strip() or line.lower().strip(" \t*_-") not in ("", "the"):
            continue  # "PREMIER DOE MEETS PRESIDENT ROE" is a title
        if mention.name is None:
            label = rf"^[ \t]*{re.escape(line.strip())} ?{re.escape(mention.form)}[ \t]+\S"
            if len(re.findall(label, reader.text, re.MULTILINE)) < _AGAIN:
                continue  # an office alone, but for "THE VICE PRESIDENT  Not yet."
        if _BEGINS.match(reader.text, begin, block.end):
            return mention.name or mention.form.title(), begin
    return None


def is_list(reader: Reader, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is hardly more than names with their offices."""
    if reader.text[end - 1] in "!?," or _SPEAKS.match(reader.text, start, end):
        return False  # "Mr President, dear Roe!", "I give the floor to Minister Roe."
    if _ADDRESSED.fullmatch(reader.text, start, end):
        return False
    mentions = reader.mentions(start, end)
    named = sum(min(m.tail, end) - m.start for m in mentions if m.name)
    first = mentions[:1] if reader.text[end - 1] not in ".,!?…" else ()
    opens = any(m.tail > m.end and not reader.text[start : m.start].strip() for m in first)
    if not named or (named <= _MOSTLY * (end - start) and not opens):
        return False  # "Mr. Roe, Director; representatives of the Ministry of Trade" is one, too
    sentences = split_sentences(reader.text, start, end)
    return not Wording.default().has_finite_verb(reader.text[slice(*sentences[0])])


def sentences_of_turn(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences that somebody speaks, without ``(Laughter.)`` and the like between them."""
    remark = _REMARK.match(text, start, end)
    for a, b in split_sentences(text, remark.end() if remark else start, end):
        aside = _STAGE.match(text, a, b)
        first = aside.end() if aside else a
        if not _ASIDE.match(text, first, b) and _WORDS.search(text, first, b):
            yield first, b


def is_stage(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` only tells what was to be heard: ``(Laughter.)``."""
    return text[start] in "([" and _HEARD.fullmatch(text, start, end) is not None
