"""Whose ``I`` and ``we`` are: of a memorandum, of a communiqué, of a speech that has no labels.

An *author* is named in the title after ``by``, or on a line of his or her own below the title of a
speech; nobody is one where several are named.
"""

from __future__ import annotations

import re

from ..names.people import Mention, People
from ..sections.layout import Layout
from ..words.gates import Expression, lowered
from ..words.phrases import Phrases
from ..words.wording import Wording
from .press_holder import press_holder, says_of_oneself
from .writers import MARKING, signer_of, writer_of

__all__ = [
    "author",
    "author_of_memorandum",
    "speaks_for_all",
    "who_answers",
    "who_moderates",
]

_WRITTEN_BY = re.compile(
    r"\b(?:memorand(?:um|a)|minute|communication|activity report|note|report|record|summary"
    r"|telegram|despatch|dispatch|letter)\b"
    r"(?: of (?:an? )?(?:tele\w+ )?conversations?)?,? (?:prepared |written )?by (?:the )?",
    re.IGNORECASE,
)
_SENT_BY = re.compile(
    r"\b(?:Ambassador|Minister|Charg[eé](?: d[’']Affaires)?|Consul(?: General)?|High Commissioner"
    r"|Secretary of State|Acting Secretary(?: of State)?|Representative"
    r"|Commissioner)\b[^\n()]{0,60}"
    r"\((?P<who>[A-ZÀ-ÞĀ-ɏ][\w’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w’'-]+){0,2})\)\s+to\s+(?:the\s+)?[A-Z]",
    re.IGNORECASE,
)
"""``The Ambassador in Norway (Roe) to the Secretary of State``."""
_TO_POST = re.compile(r"\)\s+to\s")
"""What it has in small letters, whoever sent it."""
_TO_WHOM = re.compile(
    r" to (?:the )?[A-ZÀ-ÞĀ-ɏ][\w.’' -]{2,60}(?:\([Rr]ec(?:eived|[’']d)\b[^()\n]{0,40}\))?[ \t]*$",
    re.MULTILINE,
)
_FROM_POST = re.compile(r"^[ \t]*(?:FROM|From) [\w .-]{3,30} (?:TO|To) [A-Z]", re.MULTILINE)
_ENVOY = re.compile(
    r"(?:,[ \t]*|[ \t]*\n[ \t]*)(?:Her|His|H\.?M\.?) ?(?:(?:Britannic )?Majesty[’']s )?"
    r"(?:Ambassador|Minister|Charg[eé]|Consul|High Commissioner|Representative)"
)
"""What stands behind who sends a telegram that begins ``FROM OSLO TO FOREIGN OFFICE``."""
_BRACKETED = re.compile(r"[^()]{3,160}\((?P<who>[A-ZÀ-ÞĀ-ɏ][\w.’' -]{2,40})\)")
_TELEGRAM = Phrases(
    ("Telegram", "Airgram", "Cable", "Cablegram", "Despatch", "Dispatch", "AmEmbassy", "SecState")
)
_SIGNED = re.compile(
    r"(?:\n[ \t]*\n[ \t]*|[.)\"”]\s+(?=[A-Z]{4,}\s*\Z)|[.)\"”][ \t]*\n[ \t]*)"
    rf"(?!{MARKING})"
    r"(?P<who>[A-Z][a-zà-ÿĀ-ɏḀ-ỿ][\w’'-]+|[A-Z]{3,})[ \t]*"
    r"(?=\n[ \t]*\n|\s*\Z|\n[ \t]*(?:[-*•/\[(\d]|Source\b))"
)
"""A surname alone on a line, as telegrams are signed, notes perhaps below it."""
_RECORD = Phrases(
    ("memorandum", "memoranda", "minute", "note", "record", "report", "summary", "despatch",
     "dispatch", "letter", "telegram")
)  # fmt: skip
_SIGNATURE = re.compile(
    r"^[ \t]*(?:\(?(?:[Ss]igned|[Ss]gd)\.?\)?[:,]?[ \t]+|/[Ss]/[ \t]*)?(?P<who>"
    r"(?:[A-ZÀ-ÞĀ-ɏ]\.[ ]?){1,3}[A-ZÀ-ÞĀ-ɏ](?:[\w’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w’'-]+)?|\.(?![\w ]))"
    r"|[A-ZÀ-ÞĀ-ɏ][\w’'-]+(?: (?:[A-ZÀ-ÞĀ-ɏ]\.|[A-ZÀ-ÞĀ-ɏ][\w’'-]+)){1,3})[ \t]*$",
    re.MULTILINE,
)
"""A line that is a name with its initials, or initials alone."""
_END = 1000
"""A telegram is signed within so many characters of its end, notes included."""
_FROM = re.compile(r"^[ \t]*(?:FROM|From)[ \t]*:[ \t]*(?=\S)", re.MULTILINE)
_FROM_ALONE = re.compile(r"^[ \t]*FROM[ \t]+(?P<who>[A-Z][A-Z’'-]{3,})[ \t]*$", re.MULTILINE)
_TO = re.compile(r"^[ \t]*(?:TO|To)[ \t]*:[ \t]*\S", re.MULTILINE)
_TOGETHER = re.compile(r"(?:\A|\n[ \t]*(?:\d+[.)]?[ \t]+)?|[.:] )We, (?:the )?[A-Z]")
_WE_MET = Expression(
    r"(?:^|[.] )(?:[A-Z](?:\w+ ){1,5}(?:\d{4})?,? ?)?[Ww]e (?:met|gathered|convened|came together) "
    r"(?:in |today|on |at |for |here|to )",
    re.MULTILINE,
)
_ALONE = re.compile(r"\b(?:I|[Mm]y)\b")
_FOR_ALL = Expression(
    r"\b(?:Chair(?:man|woman|person)?(?:[’']s|s[’'])? (?:Statement|Summary)\b|Joint Communiqu[eé]\b"
    r"|(?:Statement|Summary|Conclusions|Communiqu[eé]) (?:issued )?(?:by|of|from) the (?:Co-)?Chair"
    r"(?:man|men|woman|person)?s?\b"
    r"|Joint (?:Ministerial |Press |Media )?(?:Statement|Declaration)"
    r"(?= of\b| by\b| to the (?:press|media|nation)\b|[ \t]*\n)"
    r"|Communiqu[eé] of the\b|Final Communiqu[eé]\b"
    r"|(?:Committee|Ministers[’']?|Ministerial|Leaders[’']?|Summit|Meeting|Conference)"
    r" (?:Joint )?Communiqu[eé]\b|(?:Ministers|Leaders)[’'] Declaration\b"
    r"|on behalf of (?:both|the two|all)\b)",
    re.IGNORECASE,
)
"""In such a document ``we`` are all who met."""
_SPEECH = Expression(
    r"\b(?P<joint>joint )?(?:remarks?|statement|speech|address|lecture|toast|keynote)\b"
    r"(?P<by>\s(?:delivered |made |given )?(?:by|of|from)\s)?",
    re.IGNORECASE,
)
_CHAIRS = re.compile(r"(?:the )?(?:[Cc]o-)?[Cc]hairs?(?:man|woman|person)? of the ")
"""Who speaks for all who met, by the title of a statement."""
_WHOSE_SPEECH = re.compile(r"(?:[’']s?)?(?: [\w-]+){0,2} ")
"""``Minister Roe's opening remarks``."""
_OCCASION = re.compile(
    r"[\s#*_,(–—-]*(?:(?:before|after|following|ahead of|prior to|upon|during|at|on|in|to)"
    r" (?:the |his |her|an? |arriv|depart|signing|meeting)|(?:regarding|concerning|about) )",
    re.IGNORECASE,
)
"""What follows the name of who speaks in a title: ``before her meeting with Minister Doe``."""
_TRANSCRIPT_OF = Expression(
    r"\btranscript of [^.\n]{0,100}?\b(?:by|with|given by|held by) (?:the )?", re.IGNORECASE
)
_ANSWERED_BY = re.compile(
    r"\b(?:remarks|statement|doorstep|press (?:conference|briefing|point)|interview)"
    r"(?: to the (?:press|media))?(?: (?:delivered|made|given|held))?[\s#*_]+"
    r"(?:by|of|with) (?:the )?",
    re.IGNORECASE,
)
_OWN_ANSWERS = re.compile(
    r"(?:[’']s?)? (?:[\w-]+ ){0,2}(?:(?:remarks|statement|comments) and )?"
    r"(?:answers?|replies|interview|press (?:conference|briefing)|(?:remarks|statement) to the"
    r" (?:press|media))\b",
    re.IGNORECASE,
)
"""``Minister Roe's statement and answers to questions``."""
_MODERATED = Expression(
    r"\b(?:moderated|hosted|facilitated|introduced) by (?:the )?"
    r"|^[ \t]*(?:Moderator|Host|Facilitator)[ \t]*[:–-][ \t]+(?=[^\n]{3,80}$)",
    re.IGNORECASE | re.MULTILINE,
)
_LEADS_TO_AUTHOR = re.compile(
    r"(?:\A|\b(?:by|of|from)\s|[:–—(|/,\n]|\s-\s)\s*"
    r"(?:(?:the|H\.? ?E\.?|(?:His|Her) Excellency|[Hh]on\.?|[A-Z][a-z]{1,2}\.)\s+)*\Z",
    re.IGNORECASE,
)
"""What stands in a title before whose text it is."""
_OTHERS = re.compile(
    r"\b(?:to|before|after|following|ahead of|prior to|upon|during|at|on|in|about|regarding"
    r"|concerning|with|and)\s",
    re.IGNORECASE,
)
"""What comes before those whom whoever speaks meets, or speaks of."""
_SIGNATURE_LENGTH = 60
"""A paragraph that gives the author's name again below the text is no longer."""
_OWN = 2
"""So many paragraphs in the first person make a text one."""
_ENDS = frozenset('.!?)”",')
"""What stands above a signature: the end of a sentence, ``Yours sincerely,``, or a date."""
_GAP = 20
_NEAR = 300
"""A memorandum's title stands among so many characters."""
_HEAD = 800
"""The lines ``To:`` and ``From:`` stand among so many."""
_FRONT = 3000
"""Those who say ``we`` name themselves within so many."""


def _named(people: People, start: int, end: int) -> list[Mention]:
    return [m for m in people.mentions if start <= m.start < end]


def author_of_memorandum(text: str, people: People) -> str | None:
    """Who tells of himself in a memorandum, a telegram or a letter.

    ``Memorandum of Conversation, by Mr. Roe``, ``From: Ms. Roe`` beside ``To:``.
    """
    where = writer_of(text)
    if where is not None:
        named = _named(people, *where)
        if named and named[0].name:
            return named[0].name
    above = people.tokens.blocks[0] if people.tokens.blocks else 0
    near = max(_NEAR, min(above, _HEAD))  # what stands around a page may stand above it
    front = lowered(text)[:near]
    sent = _SENT_BY.search(text, 0, near) if _TO_POST.search(front) else None
    if sent is not None:
        named = _named(people, *sent.span("who"))
        who = sent["who"].title() if sent["who"].isupper() else sent["who"]
        return (named[0].name if named else None) or who
    for writer in _named(people, 0, _NEAR):
        # "Sir John Roe to Viscount Doe", on a line of its own
        to = _TO_WHOM.match(text, writer.tail)
        begins = not text[text.rfind("\n", 0, writer.start) + 1 : writer.start].strip()
        if begins and to is not None:
            return writer.name
        posted = _ENVOY.match(text, writer.tail) or _ENVOY.match(text, writer.end)
        if begins and writer.name and posted and _FROM_POST.search(text, 0, writer.start):
            return writer.name
    if _TELEGRAM.search(front) is not None:
        from_whom = _FROM_ALONE.search(text, 0, _HEAD)
        if from_whom is not None:
            return from_whom["who"].title()
        signed = [*_SIGNED.finditer(text, max(0, len(text) - _END))]
        if signed:
            named = _named(people, *signed[-1].span("who"))
            return (named[0].name if named else None) or signed[-1]["who"].title()
    return _written_by(text, people) or _signatory(text, people)


def _written_by(text: str, people: People) -> str | None:
    match = _WRITTEN_BY.search(text, 0, _NEAR) if "by " in lowered(text)[:_NEAR] else None
    if match is None and _TO.search(text, 0, _HEAD):
        match = _FROM.search(text, 0, _HEAD)
    if match is None:
        return None
    line = text.find("\n", match.end())
    end = text.find("\n\n", match.end())
    bracketed = _BRACKETED.match(text, match.end(), end if end >= 0 else len(text))
    if bracketed is not None and text.find("the ", match.start(), match.end()) >= 0:
        # "Memorandum by the Director of Ships (Roe)", over two lines perhaps
        held = [m for m in _named(people, *bracketed.span("who")) if m.name]
        if held:
            return held[0].name
    here = _named(people, match.end(), line if line >= 0 else len(text))
    if here and here[0].name is None:
        # "Memorandum by the Secretary of State", who signs it
        return _signatory(text, people) or here[0].form
    return here[0].name if here else None


def _signatory(text: str, people: People) -> str | None:
    """Who signs a record below its text: ``J. ROE``, or ``J.R.`` of somebody who is named."""
    if not people.tokens.blocks or not _RECORD.search(text[:_NEAR]):
        return None
    after = max(len(text) - _END, people.tokens.blocks[0])
    names = [person.name for person in (*people.participants, *people.persons)]
    signed = signer_of(text)
    by = _named(people, *signed) if signed is not None else []
    if by and by[0].name:
        return by[0].name
    for match in _SIGNATURE.finditer(text, after):
        before = text[max(0, match.start() - _GAP) : match.start()].rstrip()[-1:]
        if before not in _ENDS and not before.isdigit():
            continue  # one of a list
        named = [m.name for m in _named(people, *match.span("who")) if m.name]
        if named:
            return named[0]
        letters = re.sub(r"[^A-ZÀ-ÞĀ-ɏ]", "", match["who"])
        if match["who"].endswith("."):
            fits = [n for n in names if "".join(re.findall(r"\b[A-ZÀ-ÞĀ-ɏ]", n)) == letters]
            if len(fits) == 1:
                return fits[0]
        elif "." in match["who"]:
            below = _SIGNATURE.match(text, match.end() + 1)
            who = match["who"]
            if below is not None and below["who"].split()[-1] == who.split()[-1]:
                who = below["who"]  # "J. ROE", and in full below it
            return who.title() if who.isupper() else who
    return None


def speaks_for_all(text: str) -> bool:
    """Whether ``we`` are all who met: ``We, the Ministers of ..., met in Oslo``."""
    if _FOR_ALL.search(text, 0, _NEAR) is not None:
        return True
    if "We, " in text[:_FRONT] and _TOGETHER.search(text, 0, _FRONT) is not None:
        return True
    return _WE_MET.search(text, 0, _FRONT) is not None and _ALONE.search(text) is None


def author(text: str, layout: Layout, people: People) -> str | None:
    """Whose ``I`` a text without labels has, as its title tells."""
    of_speech = _author_of_speech(text, layout, people)
    return of_speech or _author_in_first_person(text, layout, people)


def _author_of_speech(text: str, layout: Layout, people: People) -> str | None:
    """Whose speech a document is, if its title says that it is one."""
    titles = [part for part in layout.parts if part.role == "title"]
    if not titles or not layout.blocks:
        return None
    speech = _SPEECH.search(text, titles[0].start, titles[-1].end)
    chairs = speech is not None and _CHAIRS.match(text, speech.end()) and not _ALONE.search(text)
    if speech is None or speech["joint"] or chairs:
        return None
    owners = [m for m in _named(people, titles[0].start, speech.start()) if m.possessive]
    owned = owners and _WHOSE_SPEECH.fullmatch(text, owners[-1].tail, speech.start())
    if owned and not speaks_for_all(text):
        return _bearer(text, layout, people, owners[-1])
    if speech["by"]:
        named = _named(people, speech.end(), titles[-1].end)
        if named and named[0].title and named[0].start - speech.end() <= len("the "):
            # "Statement by the Minister of Trade", who is named nowhere, on a visit of Mr. Roe
            return _bearer(text, layout, people, named[0])
    else:
        headings = [part.start for part in layout.parts if part.role == "heading"]
        # Whom a heading names, speaks under that heading.
        named = _named(people, titles[-1].end, min(layout.blocks[0].start, *headings, len(text)))
    return _only(text, named)


def _author_in_first_person(text: str, layout: Layout, people: People) -> str | None:
    """Whom alone the title of a text in the first person tells, whatever it calls the text.

    ``Video Message by Minister Roe``, ``Minister Roe: A Word on Cod``; but no record of a talk.
    """
    titles = [part for part in layout.parts if part.role == "title"]
    if not titles or Wording.default().records.search(layout.title) or speaks_for_all(text):
        return None
    start, end = titles[0].start, titles[-1].end
    named = _named(people, start, end)
    leads = _LEADS_TO_AUTHOR.search(text[start : named[0].start]) if named else None
    if leads is None or not _in_first_person(text, layout):
        return None
    if author_of_memorandum(text, people) is not None:
        return None
    first = named[0]
    ends = cut.start() if (cut := _OTHERS.search(text, first.end, end)) is not None else end
    if len({mention.name for mention in named if mention.start < ends and not mention.title}) > 1:
        return None
    if first.name is None or first.title:
        by = leads[0].lower().startswith(("by ", "from "))
        return _bearer(text, layout, people, first) if by else None
    return None if _is_told_of(layout, people, first.name) else first.name


def _bearer(text: str, layout: Layout, people: People, named: Mention) -> str:
    """Whom an office without a name means as the author: nobody of whom he or she tells."""
    form = named.form.removeprefix("the ").removeprefix("The ")
    who = named.name or _holder(people, form)
    if who is None:
        return _small(form) if form.isupper() else form
    of_another = named.title and _in_first_person(text, layout)
    if not (of_another and _is_told_of(layout, people, who)):
        return who
    return _small(form) if form.isupper() else form


def _in_first_person(text: str, layout: Layout) -> bool:
    own = sum(says_of_oneself(text, block, alone=True) for block in layout.blocks)
    return own >= _OWN or 2 * own >= len(layout.blocks) > 0


def _is_told_of(layout: Layout, people: People, name: str) -> bool:
    """Whether paragraphs name somebody, as nobody calls himself."""
    return any(
        m.name == name and not m.title
        for block in layout.blocks
        if block.end - block.start > _SIGNATURE_LENGTH
        for m in _named(people, block.start, block.end)
    )


def _small(form: str) -> str:
    """An office in capitals as it is written elsewhere: ``Minister of Trade``."""
    words = (w.lower() if w in ("OF", "THE", "AND", "FOR") else w.title() for w in form.split())
    return " ".join(words)


def _holder(people: People, office: str) -> str | None:
    """Who alone of those named has ``office`` for a role."""
    wanted = office.removeprefix("The ").removeprefix("the ").casefold()
    every = (*people.participants, *people.persons)
    # "IAEA Director General" is the Director General.
    fits = [p.name for p in every if p.role and f" {wanted}".endswith(f" {p.role.casefold()}")]
    return fits[0] if len(fits) == 1 else None


def _only(text: str, named: list[Mention]) -> str | None:
    """Who alone is ``named``: before the occasion, which may name whom he or she meets."""
    for mention in named[:1]:
        if _OCCASION.match(text, max(mention.end, mention.tail)):
            return mention.name
    names = dict.fromkeys(m.name for m in named if m.name is not None)
    return next(iter(names)) if len(names) == 1 else None


def who_moderates(text: str, people: People) -> str | None:
    """Who hands on the word under the label ``MODERATOR``: ``moderated by Jane Roe``."""
    for match in _MODERATED.finditer(text, 0, _FRONT):
        here = _named(people, match.end(), match.end() + 1)
        if here and here[0].name is not None:
            return here[0].name
    return None


def who_answers(text: str, layout: Layout, people: People) -> str | None:
    """Whom a page of questions and answers names as the one who gives them.

    ``The following is a transcript of today's briefing by Jane Roe, Spokesperson.`` or a title like
    ``Remarks by Minister Roe upon arrival``.
    """
    titles = [part for part in layout.parts if part.role == "title"]
    told = _TRANSCRIPT_OF.search(text, 0, _HEAD)
    if told is not None:
        here = _named(people, told.end(), told.end() + 1)
        return here[0].name if here else None
    if not titles:
        return None
    named = ((m.start, m.name or _holder(people, m.form)) for m in people.mentions)
    holds = press_holder(text, layout, named)
    if holds is not None:
        return holds
    start, end = titles[0].start, titles[-1].end
    by = _ANSWERED_BY.search(text, start, end)
    if by is None:
        owners = (m for m in _named(people, start, end) if m.possessive)
        return next((m.name for m in owners if _OWN_ANSWERS.match(text, m.tail, end)), None)
    return _only(text, _named(people, by.end(), end))
