"""Offices of any words that a text gives somebody: ``Jane Roe (Harbour Master)``.

A *post* is what stands after a name, between commas or in brackets, and tells what its bearer is
or does, in words that no list of offices has to hold. It is of use where the text names the post
without the name elsewhere (``The Harbour Master replied``), or by its initials (``the CEO``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ..lands.countries import country_of
from ..speech.reporting import may_report
from .naming import Naming
from .rolls import OFFICER
from .rosters import roster_spans
from .titles import Office, office_head, read_title
from .tokens import REPORTS, Tokens, vocabulary

__all__ = ["over_lines", "own_post", "with_holders", "with_posts", "with_units", "with_whole_posts"]

_ADDRESSED = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "baroness"})
_NAME_LENGTH = 5
_WORD = r"[A-Z0-9][\w’'&/-]*"
_POST = re.compile(
    r"(?:,\s+(?:the\s+|our\s+)?|\s*[(\[](?:the\s+)?|\s+[-–—]\s+)"
    rf"(?P<post>[A-ZÀ-ÞĀ-ɏ][\w’'&/-]*(?: (?:(?:of|for|to|and|the|on|in) ){{0,2}}{_WORD}){{0,6}})"
    r"(?=\s*[;,.)\]\n(]|\s+[a-z]|\s*\Z)"
)
_SHORT = re.compile(r"\s*\([A-Z]{2,8}\)")
_LINK = re.compile(r" (?:of|for|to|in|on)\b")
_LISTED = re.compile(
    r"(?:,[ \t]+(?:the[ \t]+)?|[ \t]+[-–—][ \t]+|[ \t]*\|[ \t]*|\t+| {3,})"
    r"(?P<post>[A-Z0-9][^;\n()|\t]{2,120}?"
    r"(?: \((?!Chair|Vice|Co-|Note|Inter|Secret)[A-Z][a-z][^()\n]{2,30}\))?)"
    r"(?=[ \t]*(?:[;\n|\t]|\([^()\n]{1,60}\)|\.?[ \t]*(?:\n|\Z)|\Z)"
    r"|,[ \t](?:and[ \t])?(?:Mr|Ms|Mrs|Dr|Miss|Sir|Dame|H\.E)\b)"
)
"""A post in a list goes on to the end of the line, over commas."""
_GOES_ON = re.compile(r"[ \t]*\n(?P<gap>[ \t]+)(?P<rest>[^\n;():]{2,60})(?=[ \t]*(?:\n|\Z))")
"""Its next line, further in than the name."""
_WRAPPED = re.compile(
    r"[ \t]*\n(?P<rest>[A-ZÀ-ÞĀ-ɏ]\w+(?: "
    r"(?:and )?[A-ZÀ-ÞĀ-ɏ]\w+){0,2})[ \t]*(?=\n|\Z)"
)
_FULL = 55
"""A line so long, in characters, may go on on the next."""
_BODY = re.compile(
    r"\b(?:Ministry|Department|Agency|Embassy|Government|University|Institute|Ltd|Inc|College"
    r"|Authority|Bank|Company|Council|Trust|Service|Permanent Mission|Secretariat)\b"
)
"""A part of what stands after a comma that tells where somebody works, and is no post."""
_OF_UNIT = re.compile(
    r"(?:(?:Acting|Deputy|Assistant|Managing|Executive) )?(?:Directors?(?:[ -]General)?|Head|Chief"
    r"|Manager)"
)
_UNIT = re.compile(r"\b(?:Department|Division|Bureau|Section|Directorate|Unit|Branch|Desk)\b")
_OWN_UNIT = re.compile(
    r",\s+(?P<unit>[A-Z][^,;:()\n]{2,80}?\b"
    r"(?:Departments?|Divisions?|Bureaux?|Section|Directorate|Unit|Branch|Desk))(?=[,;.)]| and )"
)
_MINISTRY = re.compile(r"\b(?:Ministry|(?:State )?Department of|NATO)\b")
_LABELLED = re.compile(
    r"[ \t]*\((?P<post>[A-ZÀ-ÞĀ-ɏ][^\n()]{2,120}?)\)(?:\*\*|__)?:(?:\*\*|__)?(?=\s)"
    r"|,[ \t]+(?P<after>[A-ZÀ-ÞĀ-ɏ][^\n():.;]{2,120}?)(?:\*\*|__)?:(?:\*\*|__)?(?=\s)"
)
_BRACKETED = re.compile(r"[ \t]*\((?P<post>[A-ZÀ-ÞĀ-ɏ][^\n()]{2,120}?(?: \([^()\n]{2,40}\))?)\)")
_SET_OFF = re.compile(
    r",\s+(?:the\s+|our\s+)?"
    rf"(?P<post>[A-ZÀ-ÞĀ-ɏ][\w’'&/-]*(?:\s(?:(?:of|for|to|and|the|on|in) ){{0,2}}{_WORD}){{0,6}})"
    r"(?=[,;.)])"
)
_KEYLESS = frozenset({"of", "for", "to", "and", "the", "on", "in"})
# One set of signs comes first, which is what a search is fast for.
_THE = frozenset({"the"})
_ARTICLE = re.compile(r"[Tt](?<!\w.)he\s")
_MORE = re.compile(r"[\w-]")
_OPENS = re.compile(r"\s[(\[]\s*(?:[Tt]he )?(?:(?:Rt|Right|Most|Hon|Honou?rable)\b\.? ){0,3}")
_CLOSES = re.compile(
    r"(?:,? (?P<of>[A-ZÀ-ÞĀ-ɏ][\w.’'-]*(?: (?:(?:of|and"
    r"|the) ){0,2}[A-ZÀ-ÞĀ-ɏ][\w.’'-]*){0,5}))?\s*[)\]]"
)
"""What may stand between a holder and the end of the bracket: ``, Norway``."""
_FRONT = 1500
_BY_LINES = 2
_SHORTEST = 3
"""Initials of fewer words stand for too much."""


def _head(post: str) -> str:
    """The word that tells what the bearer of a post is: ``Head`` of ``Head of Finance``."""
    return _LINK.split(post.partition(" (")[0], maxsplit=1)[0].rpartition(" ")[2].lower()


def _is_post(tokens: Tokens, post: str) -> bool:
    head, known = _head(post), tokens.known
    if head in known.heads:
        return True
    before = post.lower().split()[:-1]
    styled = known.address | known.styles - {"general"}
    if before and styled.issuperset(before):
        return False  # "Ambassador Miller" is somebody, a "General Manager" is not
    return OFFICER.search(head) is not None and not known.field(head.title(), head)


def _is_office(tokens: Tokens, post: str, start: int) -> bool:
    """Whether a post at ``start`` is one of the offices that titles are read for."""
    known = tokens.known
    words = [(word, word.lower()) for word in post.split() if word.lower() not in _KEYLESS]
    first = bisect_left(tokens.starts, start)
    last = bisect_left(tokens.starts, start + len(post))
    placed = any(tokens.starts[i] in tokens.place_at for i in range(first, last))
    return placed or (
        _head(post) in known.heads
        and all(
            low in known.heads or low in known.prefixes or known.field(word, low)
            for word, low in words
        )
    )


def _given(tokens: Tokens, namings: list[Naming]) -> Iterator[tuple[int, str, bool]]:
    """Which of ``namings`` have a post after them, what it is, and whether it is an office."""
    for index, naming in enumerate(namings):
        if not naming.name or naming.possessive:
            continue
        for after in dict.fromkeys((naming.end, naming.tail)):
            match = _POST.match(tokens.text, after)
            if match is not None and naming.role and _is_subject(tokens.text, match):
                break
            if match is not None and _is_post(tokens, match["post"]):
                yield index, match["post"], _is_office(tokens, match["post"], match.start("post"))
                break


def _is_subject(text: str, match: re.Match[str]) -> bool:
    """Whether what stands after a comma does something itself, where a clause ends before it:
    ``Asked about the Premier, Mr Roe, the Harbour Master (HM) said``."""
    begin = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start())) + 1
    if not text.startswith(REPORTS, begin + (text[begin : begin + 1] == " ")):
        return False
    short = _SHORT.match(text, match.end())
    return match.group().startswith(",") and may_report(text, short.end() if short else match.end())


def _initials(post: str) -> str:
    """The initials of a post of several words, if it is one: ``CEO``."""
    words = [word for word in post.split() if word.lower() not in _KEYLESS]
    initials = "".join(word[0] for word in words)
    return initials if len(words) >= _SHORTEST and initials.isupper() else ""


def _named(tokens: Tokens, post: str, led: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the text names ``post`` with an article, or its initials.

    ``led`` are the words that come right after an article.
    """
    forms = [post] if post.split()[0].lower() in led else []
    initials = _initials(post)
    if initials in tokens.distinct and initials.lower() in led:
        forms.append(initials)
    done = 0
    for match in _ARTICLE.finditer(tokens.text) if forms else ():
        start = match.end()
        for form in forms if match.start() >= done else ():
            end = start + len(form)
            if tokens.text.startswith(form, start) and not _MORE.match(tokens.text, end):
                done = end
                yield start, end
                break


def _post_of(tokens: Tokens, naming: Naming, listed: bool) -> tuple[int, int] | None:
    """Where the post of somebody stands that comes right after the name, or its letters.

    Args:
        listed: whether the name stands in a list of which each line is one person's.
    """
    text = tokens.text
    for after in sorted({naming.end, _past_letters(tokens, naming.end)}):
        match = (_LISTED.match(text, after) or _BRACKETED.match(text, after)) if listed else None
        match = match or _LABELLED.match(text, after)
        if match is None and naming.role is None:
            match = _SET_OFF.match(text, after)
        if match is None:
            continue
        group = "after" if match.re is _LABELLED and match["post"] is None else "post"
        start, end = match.span(group)
        if match.re is _LISTED:
            end = over_lines(text, naming.start, end)
        first = text[start:end].split(",")[0]
        return (start, start + len(own_post(text[start:end]))) if _is_post(tokens, first) else None
    return None


def _begins_with_address(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what may be a post names somebody else: ``Sir Otto Brand``."""
    words = tokens.text[start:end].split()
    return (
        1 < len(words) <= _NAME_LENGTH
        and words[0].lower().rstrip(".") in _ADDRESSED
        and all(word[0].isupper() for word in words)
    )


def over_lines(text: str, name: int, end: int) -> int:
    """The end of a post that goes on further in on the next lines."""
    column = _width(text, name)
    while (more := _GOES_ON.match(text, end)) and len(more["gap"].expandtabs()) > column > 0:
        end = more.end("rest")
    wrapped = _WRAPPED.match(text, end) if end - text.rfind("\n", 0, end) > _FULL else None
    if wrapped is not None:
        words = wrapped["rest"].split()
        known = vocabulary()
        if all(known.field(word, word.lower()) or word == "and" for word in words):
            end = wrapped.end("rest")  # "for Foreign and Commonwealth \n Affairs"
    return end


def _width(text: str, start: int) -> int:
    """How far in ``start`` stands on its line."""
    return len(text[text.rfind("\n", 0, start) + 1 : start].expandtabs())


def own_post(post: str) -> str:
    """A post up to what tells only where it is: ``Director, Ferry Division, Ministry of Trade``."""
    parts = post.split(",")
    bare = _OF_UNIT.fullmatch(parts[0]) is not None
    for i, part in enumerate(parts[1:], start=1):
        if bare and i == 1 and _UNIT.search(part) and not _MINISTRY.search(part):
            continue  # "Director, Ferry Department": a director of nothing else
        if _BODY.search(part) or not part.lstrip()[:1].isupper():
            return ",".join(parts[:i])
    return post


def with_units(text: str, namings: list[Naming]) -> list[Naming]:
    """``namings`` with the whole posts of those who head a part of a house.

    ``Ms. Roe, Director-General, Ferry Bureau, and others``: she is a director-general of no more.
    """
    made: list[Naming] = []
    for naming in namings:
        heads = naming.name and naming.role and _OF_UNIT.fullmatch(naming.role)
        unit = _OWN_UNIT.match(text, naming.tail) if heads and naming.tail > naming.end else None
        if unit is not None and not _MINISTRY.search(unit["unit"]):
            role = f"{naming.role}, {unit['unit']}"
            naming = replace(naming, role=role, tail=unit.end())
        made.append(naming)
    return made


def _past_letters(tokens: Tokens, end: int) -> int:
    """Where the letters after a name at ``end`` end: ``Jane Roe OBE``, ``Jane Roe, MP``."""
    k = bisect_left(tokens.starts, end)
    while k < tokens.count and tokens.on_line(k):
        after = k + (tokens.lows[k] == ",")
        if after >= tokens.count or tokens.lows[after] not in tokens.known.letters:
            break
        k = after + 1
    return tokens.ends[k - 1] if k and tokens.ends[k - 1] > end else end


@cache
def _styles() -> frozenset[str]:
    """What stands before a name on its line besides nothing."""
    return vocabulary().address | vocabulary().styles | {"the"}


def _by_line(tokens: Tokens, naming: Naming) -> tuple[str, Office, str | None] | None:
    """The office on the line under a name that fills its line at the head of a page.

    Of two lines of offices it is the first that governs: ``Leader of the House``, ``Minister``.
    """
    text = tokens.text
    if naming.start > _FRONT:
        return None
    begin = text.rfind("\n", 0, naming.start) + 1
    if not _styles().issuperset(text[begin : naming.start].strip(" \t*_#").lower().split()):
        return None
    end = _past_letters(tokens, naming.end)
    if end >= tokens.ends[-1]:
        return None
    if text[end : end + 3].strip(" \t*_")[:1] not in ("\n", ""):
        return None
    k = bisect_left(tokens.starts, end)
    for _ in range(_BY_LINES):
        head = office_head(tokens, k) if k < tokens.count else None
        line = text.find("\n", tokens.starts[k]) if head is not None else -1
        if head is None or line < 0 or text.count("\n", end, tokens.starts[k]) != 1:
            return None
        title = read_title(tokens, head, floor=k)
        if title.start != k or not title.offices:
            return None
        if tokens.lows[head] not in tokens.known.weak_heads:
            role = " ".join(text[tokens.starts[k] : line].rstrip(" \t*_").split())
            whole = title.end >= tokens.count or not tokens.on_line(title.end)
            goes_on = whole or tokens.lows[title.end] in (",", "for", "of")
            return (role, title.offices[0], title.country) if goes_on else None
        end = line
        k = bisect_left(tokens.starts, line)
    return None


def _over_line(tokens: Tokens, naming: Naming) -> tuple[str, Office, str | None] | None:
    """The office on the line above a name that fills its line at the head of a page."""
    text = tokens.text
    if naming.start > _FRONT:
        return None
    begin = text.rfind("\n", 0, naming.start) + 1
    end = text.find("\n", naming.end)
    alone = text[_past_letters(tokens, naming.end) : end if end >= 0 else None].strip(" \t*_#.,")
    led = text[begin : naming.start].strip(" \t*_#").lower().split()
    if begin < 2 or alone or not _styles().issuperset(led):
        return None
    above = text.rfind("\n", 0, begin - 1) + 1
    k = tokens.index_at(above)
    head = office_head(tokens, k) if tokens.starts[k] < begin else None
    if head is None or tokens.lows[head] in tokens.known.weak_heads or tokens.in_block(k):
        return None
    title = read_title(tokens, head, floor=k)
    fills = title.start == k and tokens.ends[title.end - 1] >= len(text[:begin].rstrip())
    if not fills or not title.offices or title.role is None:
        return None
    role = text[tokens.starts[title.role[0]] : tokens.ends[title.role[1] - 1]]
    return " ".join(role.split()), title.offices[0], title.country


def with_whole_posts(tokens: Tokens, namings: list[Naming]) -> list[Naming]:
    """``namings`` with the posts of those on a list of who was there, and of others without any.

    What the rules of offices read of such a post gives way to the whole of it, but for a country.
    """
    text = tokens.text
    spans = [
        (start, end)
        for start, end, _ in roster_spans(text)
        if "\n" in text[start:end].strip()
        or ";" in text[start:end]
        or text[start - 1 : start] == "\n"
    ]
    named = {naming.name for naming in namings}
    made: list[Naming] = []
    done = 0
    for naming in namings:
        if naming.start < done and (not made or naming.start >= made[-1].end):
            if naming.end <= done:
                continue  # a word of the post: "Chief Nurse"
            # "Chief Nurse \n Mr. Roe": the next one
            first = bisect_left(tokens.starts, done)
            naming = replace(naming, start=tokens.starts[first], role=None, offices=())
        if naming.listed:
            done = naming.tail
            made.append(naming)
            continue
        post = None
        if naming.name and not naming.possessive:
            listed = any(start <= naming.start < end for start, end in spans)
            post = _post_of(tokens, naming, listed)
            if post is not None and (
                _begins_with_address(tokens, *post)
                or "_" in (p := text[slice(*post)])
                or (*p.split(",")[0].split(),) in named
            ):
                post = None  # "Jane_Roe, Otto_Brand" are two
        if post is None:
            under = _by_line(tokens, naming) if naming.name else None
            if under is None and naming.name and not naming.offices:
                under = _over_line(tokens, naming)
            if under is not None:
                role, held, country = under
                naming = replace(
                    naming,
                    role=role,
                    offices=(*naming.offices, held),
                    country=naming.country or country,
                )
            made.append(naming)
            continue
        start, end = post
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        role = " ".join(text[start:end].split())
        placed = any(tokens.starts[i] in tokens.place_at for i in range(first, last))
        head = office_head(tokens, first) if placed else None
        if head is not None and naming.role is None:
            title = read_title(tokens, head, floor=first)
            if title.start == first and title.role is not None:
                role = " ".join(text[start : tokens.ends[title.role[1] - 1]].split())
                naming = replace(naming, country=naming.country or title.country)
        styled = set((naming.role or "").lower().split()) <= tokens.known.styles
        if placed and naming.role:
            made.append(naming)
            continue
        if naming.role is None or styled or role.startswith(naming.role):
            key = role.split(",")[0].lower().split()
            office: Office = frozenset(word for word in key if word not in _KEYLESS)
            offices = naming.offices if naming.role and not styled else (*naming.offices, office)
            naming = replace(naming, role=role, offices=offices, tail=max(naming.tail, end))
            done = end
        made.append(naming)
    return made


def with_posts(tokens: Tokens, namings: list[Naming]) -> list[Naming]:
    """``namings`` with the posts that the text gives to one person and names without the name."""
    holders: dict[str, list[int]] = {}
    offices: set[str] = set()
    for index, post, is_office in _given(tokens, namings):
        holders.setdefault(post, []).append(index)
        if is_office:
            offices.add(post)
    if not holders:
        return namings
    led = frozenset(low for i in tokens.where(_THE) for low in tokens.lows[i + 1 : i + 2])
    made = list(namings)
    added: list[Naming] = []
    for post, indices in holders.items():
        names = {namings[i].name[-1].casefold() for i in indices}
        if len(names) > 1:
            continue
        places = list(_named(tokens, post, led))
        if not places:
            continue
        office: Office = frozenset(w.lower() for w in post.split() if w.lower() not in _KEYLESS)
        known = post in offices
        if known and all(tokens.text[start:end] == post for start, end in places):
            continue
        for i in indices:
            longer = not known and len(post) > len(made[i].role or "")
            role = post if longer else made[i].role
            made[i] = replace(made[i], role=role, offices=(*made[i].offices, office))
        for start, end in places:
            if known and tokens.text[start:end] == post:
                continue  # it is read as an office
            added.append(
                Naming(
                    start,
                    end,
                    (),
                    post,
                    (office,),
                    titled=True,
                    definite=True,
                    possessive=tokens.text[end : end + 2] in ("'s", "’s"),
                    tail=end,
                )
            )
    if not added:
        return namings
    added.sort(key=lambda naming: naming.start)
    begins, ends = [n.start for n in added], [n.end for n in added]
    # Those that stand over none of the posts.
    kept = [n for n in made if bisect_left(begins, n.end) <= bisect_right(ends, n.start)]
    return sorted((*kept, *added), key=lambda naming: naming.start)


def with_holders(text: str, namings: list[Naming]) -> list[Naming]:
    """``namings`` with the offices of those who stand in brackets after them.

    ``The CHAIRMAN (Mr. Roe, Norway) suggested``: Mr. Roe is the chairman wherever one speaks.
    """
    found = list(namings)
    for i, (office, holder) in enumerate(pairwise(namings)):
        if office.name or not office.offices or not holder.name or holder.offices:
            continue
        closes = _CLOSES.match(text, holder.end)
        if closes is None or not _OPENS.fullmatch(text, office.end, holder.start):
            continue
        role = office.role or " ".join(text[office.start : office.end].split())
        country = holder.country or (country_of(closes["of"]) if closes["of"] else None)
        found[i + 1] = replace(holder, role=role, offices=office.offices, country=country)
    return found
