"""Names that stand without a title: labels of speeches, and bare names that others make known.

A *label* is a name and a colon at the start of a line (``Roe: ...``). A name *alone* fills a line,
with the office on the next. A *given* name begins names that stand anywhere. A *bare* name is one
that stands elsewhere with a title.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..lands.delegates import may_be_name, read_delegates
from ..meeting.meeters import read_meeters
from ..speech.writers import read_writers
from ..transcripts.unsigned import read_members, read_stopped
from .called import read_called
from .criers import read_askers, read_criers
from .initials import read_initials, read_single_initials
from .listed import with_listed
from .name_words import STAGE, NameReader
from .naming import Naming, fold, merged
from .rosters import bracketed_office, read_rosters
from .sayers import read_named_sayers, read_presiding, read_residents, read_sayers
from .seated import with_seats
from .titled import read_titled
from .titles import office_head, place_after, read_title
from .tokens import BORNE, Tokens, every_given_name
from .whole_names import read_pairs, read_whole_names

__all__ = ["read_namings"]

_LABEL = re.compile(
    # With the signs that make it bold in Markdown, with the number of a question before it.
    r"[ \t]*(?P<bold>\*\*|__)?(?:Q\d+\.?[ \t]+)?"
    r"(?P<who>(?:[A-ZÀ-ÞĀ-ɏ][\w.'’-]*[ \t]+(?:(?:de|del|della|di|da|van|von|der|den|bin"
    r"|al)[ \t]+){0,2})"
    r"{0,3}(?:[A-ZÀ-ÞĀ-ɏ]|ff|d['’](?=[A-ZÀ-ÞĀ-ɏ]))[\w'’-]+)"
    r"(?P<role>,[ \t]+[A-ZÀ-ÞĀ-ɏ][^:\n.]{2,50}|[ \t]*(?:\([^():\n]{2,60}\)|\[[^\[\]:\n]{2,60}\]))?"
    r"(?:(?<=[\w)\]]):(?:\*\*|__)?)(?=[ \t]+\S)"
)
_HOSTS = re.compile(
    r"\b(?:host|co-host|presenter|anchor|compere|journalist|reporter|interviewer|moderator|"
    r"correspondent|editor|broadcaster|commentator)\b",
    re.IGNORECASE,
)
"""What a role after a name is that no office is: ``Jane Roe, Host: Good morning.``"""
_GIVEN_APART = re.compile(r", ([A-Z][a-z]{1,6}-[a-z]{1,7})(?= [a-z]|[,.;])")
_BRACKET = 90
_SHUT = {" (": ")", " [": "]"}
_INITIAL_LENGTH = 2
_APPOSES = frozenset({"a", "an", "the", "who", "of", "from"})
_SENTENCE_ENDS = frozenset('.!?:;"“”')
_LONGEST = 6
"""A whole name has no more words, nor particles."""
_HEAD = 60
"""The head of a page has no more words."""
_TRANSCRIPT = 2
"""So many labels that come again make a transcript, in which others stand once."""
_LINE = re.compile(
    r"[ \t]*(?:(?:BY|[Bb]y)[ \t]+)?([A-ZÀ-ÞĀ-ɏ][\w'’-]+"
    r"(?:[ \t][A-ZÀ-ÞĀ-ɏ][\w.'’-]*){0,2}[ \t][A-ZÀ-ÞĀ-ɏ][\w'’-]+)[ \t\r]*(?=\n|\Z)"
)


def _line_labels(text: str) -> Iterator[re.Match[str]]:
    """The labels that lines begin with: what stands before the first colon of a line."""
    colon = text.find(":")
    while colon >= 0:
        match = _LABEL.match(text, text.rfind("\n", 0, colon) + 1)
        if match:
            yield match
        line_end = text.find("\n", colon)
        colon = text.find(":", line_end) if line_end >= 0 else -1


def _lines(text: str) -> Iterator[re.Match[str]]:
    """The lines that are nothing but words with capitals."""
    begin = 0
    while begin < len(text):
        match = _LINE.match(text, begin)
        if match:
            yield match
        begin = text.find("\n", begin) + 1 or len(text)


def _labels(tokens: Tokens, titled: list[Naming]) -> list[Naming]:
    """Untitled labels of speeches (``Roe: ...``) that occur twice or more, or stand elsewhere, or
    with a question that one of the others or of the ``titled`` answers."""
    others = tokens.no_speakers
    seen: dict[str, list[re.Match[str]]] = {}
    asked: list[Naming] = []
    for match in _line_labels(tokens.text):
        who = match["who"]
        if not tokens.in_block(tokens.index_at(match.start("who"))):
            continue  # "Share: ..." of a page
        if match["bold"] and " " not in who and not _a_surname(tokens, who):
            continue  # "**Decision:** the fleet stays"
        if _is_house(tokens, who.lower().split()):
            asked += _from_house(tokens, match)
            continue  # "Daily Echo: When will you meet?"
        if not who[-1].isdigit() and others.isdisjoint(who.lower().replace(".", "").split()):
            seen.setdefault(who.casefold(), []).append(match)
    recurs = _recurring(tokens) if any(len(group) == 1 for group in seen.values()) else set()
    again = {who.rpartition(" ")[2] for who, group in seen.items() if len(group) > 1}
    asking = _asking(tokens, seen, titled)
    spoken = len(again) >= _TRANSCRIPT or any(_hosts(group[0]) for group in seen.values())
    return asked + [
        _labelling(m)
        for who, group in seen.items()
        if len(group) > 1
        or tuple(group[0]["who"].split()[:2]) in recurs
        or (" " in who and (spoken or who.rpartition(" ")[2] in again))
        or _hosts(group[0])
        or group[0].start("who") in asking
        for m in group
    ]


def _is_house(tokens: Tokens, words: list[str]) -> bool:
    """Whether the words of a label, in small letters, are those of a paper or a station."""
    houses = tokens.known.houses
    named = words[0] in every_given_name()
    return (words[0] in houses or words[-1] in houses) and not named


def _from_house(tokens: Tokens, label: re.Match[str]) -> list[Naming]:
    """Who asks for a house: ``Daily Echo, Roe: When will you meet?``"""
    role = label["role"] or ""
    words = tuple(role[1:].split())
    lows = {word.lower() for word in words}
    if not (role.startswith(",") and len(words) < _LONGEST and all(w[0].isupper() for w in words)):
        return []
    known = tokens.known
    if not all(map(lows.isdisjoint, (known.houses, known.no_surnames, tokens.no_speakers))):
        return []
    return [Naming(label.start("who"), label.end("role"), words)]


def _a_surname(tokens: Tokens, who: str) -> bool:
    """Whether a label of one word in capitals is what ends a name elsewhere: ``Jane Roe``."""
    if not who.isupper() or who.title() not in tokens.distinct:
        return False
    return any(
        tokens.words[i] == who.title() and tokens.joined(i) and tokens.capital(i - 1)
        for i in tokens.where({who.lower()})
    )


def _asking(tokens: Tokens, seen: dict[str, list[re.Match[str]]], titled: list[Naming]) -> set[int]:
    """Where those are labels who ask but once: ``Roe, Daily Echo: Why?``, and an answer under it.

    Who answers has a label that comes again.
    """
    text = tokens.text
    once = {group[0].start("who"): group[0] for group in seen.values() if len(group) == 1}
    answers = {m.start("who") for group in seen.values() if len(group) > 1 for m in group}
    named: dict[str, list[int]] = {}
    for naming in titled if once else ():
        begin = text.rfind("\n", 0, naming.start) + 1
        if text[naming.tail : naming.tail + 1] == ":" and naming.start - begin < _BRACKET:
            named.setdefault(" ".join(naming.name).casefold(), []).append(naming.start)
    answers.update(start for starts in named.values() if len(starts) > 1 for start in starts)
    found: set[int] = set()
    for start, label in once.items():
        following = min((other for other in (*once, *answers) if other > start), default=-1)
        if following not in answers or tokens.starts[bisect_left(tokens.starts, start)] in (
            tokens.place_at
        ):
            continue
        words = label["who"].split()
        lows = {word.lower() for word in words}
        house = label["role"] is not None
        if not (house or "?" in text[label.end() : following]):
            continue
        press = not (lows.isdisjoint(tokens.known.houses | tokens.known.no_surnames))
        known = words[-1].isupper() or words[-1].lower() in tokens.distinct
        if not press and (house or not known):
            found.add(start)
    return found


def _hosts(label: re.Match[str]) -> bool:
    """Whether a label tells that who speaks is the host."""
    return label["role"] is not None and _HOSTS.search(label["role"]) is not None


def _labelling(label: re.Match[str]) -> Naming:
    """The naming in a label, a host's with his or her role."""
    words = tuple(label["who"].split())
    start, end = label.span("who")
    if not _hosts(label):
        house = label["role"] is not None and label["role"].startswith(",")
        return Naming(start, end, words, tail=label.end("role") if house else end)
    role = " ".join(label["role"].strip(", ()[]").split())
    offices = (frozenset(role.lower().split()),)
    return Naming(start, end, words, role, offices, tail=label.end("role"))


def _recurring(tokens: Tokens) -> set[tuple[str, ...]]:
    """Pairs of words that stand together twice or more: who is in a list of those present, too."""
    pairs = Counter(pairwise(tokens.words))
    return {pair for pair, count in pairs.items() if count > 1 and pair[0][0].isupper()}


_ORDINALS = (["st"], ["nd"], ["rd"], ["th"])
_YEARS = re.compile(r":? ?[(\[]?\d{4} ?[-–—] ?(?:\d{2,4}|present)?[)\]]?[ \t]*(?:\n|\Z)")
"""Which holder of an office, and when: ``37th President of Norland: 1969 - 1974``."""


def _alone(tokens: Tokens, namings: list[Naming]) -> list[Naming]:
    """Names that fill a line, of those whom others name by surname or whose office comes next."""
    surnames = {fold(n.name[-1]) for n in namings if n.name}
    found: list[Naming] = []
    for match in _lines(tokens.text):
        words = match.group(1).split()
        lows = {word.lower().strip(".") for word in words}
        first = bisect_left(tokens.starts, match.start(1))
        after = bisect_left(tokens.starts, match.end(1))
        if not lows.isdisjoint(tokens.no_speakers) or any(
            tokens.starts[i] in tokens.place_at for i in range(first, after)
        ):
            continue
        naming = Naming(match.start(1), match.end(1), tuple(words), tail=match.end(1))
        holds = after + 2 * (tokens.lows[after + 1 : after + 2] in _ORDINALS)
        head = office_head(tokens, holds)
        if head is not None and tokens.text.count("\n", match.end(1), tokens.starts[after]) == 1:
            title = read_title(tokens, head, floor=holds)
            role = tokens.text[tokens.starts[title.start] : tokens.ends[title.end - 1]]
            ends = not tokens.on_line(title.end) or _YEARS.match(
                tokens.text, tokens.ends[title.end - 1]
            )
            if title.start == holds and ends:
                naming = replace(
                    naming,
                    role=" ".join(role.split()),
                    offices=title.offices,
                    country=title.country,
                )
        if naming.offices or fold(words[-1]) in surnames or _under_office(tokens, first):
            found.append(naming)
    return found


def _under_office(tokens: Tokens, first: int) -> bool:
    """Whether the line above token ``first``, at the head of a page, is an office and no more."""
    if first < 1 or first > _HEAD or tokens.in_block(first):
        return False
    text = tokens.text
    line = text.rfind("\n", 0, tokens.starts[first])
    above = text.rfind("\n", 0, max(0, line)) + 1
    k = tokens.index_at(above)
    head = office_head(tokens, k) if k < first else None
    if head is None or tokens.lows[head] in tokens.known.weak_heads:
        return False
    title = read_title(tokens, head, floor=k)
    return title.start == k and title.end == first


def _given(tokens: Tokens) -> list[Naming]:
    """Names in running text that begin with a given name: ``Ted Heath``."""
    known = every_given_name()
    found: list[Naming] = []
    reader = NameReader(tokens)
    done = 0
    accented: set[str] = set()
    if not tokens.text.isascii():
        accented = {w.lower() for w in tokens.capitalised if not w.isascii() and fold(w) in known}
    for i in sorted((*tokens.where(known), *tokens.where(accented))):
        # Not "San Jose" nor "the Jane Roe Prize".
        before = tokens.lows[i - 1] if tokens.joined(i) else ""
        alone = before not in ("the", "a") and not (before and tokens.capital(i - 1))
        if i < done or not tokens.capital(i) or not alone or not tokens.in_block(i):
            continue
        stop = reader.name(i)
        done = max(i + 1, stop)
        # Not "Konrad Roe Foundation", nor a heading's capitals.
        if not 1 < stop - i <= _LONGEST or (tokens.joined(stop) and tokens.capital(stop)):
            continue
        if not any(tokens.field(k) for k in range(i, stop)):
            found.append(
                Naming(
                    tokens.starts[i],
                    tokens.ends[stop - 1],
                    reader.words(i, stop),
                    possessive=tokens.possessive(stop),
                    tail=tokens.ends[stop - 1],
                )
            )
            found += _and_another(tokens, stop)
    return found


def _and_another(tokens: Tokens, k: int) -> list[Naming]:
    """Who is named in two words after ``and`` at token ``k``: ``Ted Heath and Liina Orme``."""
    stop = k + 3
    fits = (
        tokens.lows[k : k + 1] == ["and"]
        and stop < tokens.count
        and all(tokens.joined(i) for i in range(k, k + 3))
        and not (tokens.joined(stop) and (tokens.capital(stop) or tokens.possessive(stop)))
        and all(may_be_name(tokens, i) for i in (k + 1, k + 2))
    )
    start, end = tokens.starts[k + 1] if fits else 0, tokens.ends[k + 2] if fits else 0
    return [Naming(start, end, tuple(tokens.words[k + 1 : stop]), tail=end)] if fits else []


def _bare(tokens: Tokens, namings: list[Naming]) -> list[Naming]:
    """Further places where a name that is known from ``namings`` stands without a title."""
    lasts: dict[str, set[str]] = {}
    for naming in namings:
        words = [fold(word) for word in naming.name]
        for word in (words[-1:] + words[:1]) if words else []:
            lasts.setdefault(word, set()).update(words)
    if not lasts:
        return []
    alone = {fold(n.name[0]) for n in namings if len(n.name) == 1 and n.titled}
    alone -= {fold(n.name[-1]) for n in namings if len(n.name) > 1}
    spans = sorted((n.start, n.tail) for n in namings)
    starts = [start for start, _ in spans]
    found: list[Naming] = []
    done = 0
    named = {w for w in tokens.capitalised if (low := fold(w)) in lasts and len(low) > 1}
    wanted = {word.lower() for word in named}
    doubtful = wanted & (tokens.known.surnames_too | tokens.known.places_too)
    for i in tokens.where(wanted | {low + BORNE for low in doubtful}):
        word = tokens.words[i]
        if i < done or word not in named or tokens.lows[i] in doubtful:
            continue
        at = bisect_right(starts, tokens.starts[i]) - 1
        if at >= 0 and tokens.starts[i] < spans[at][1]:
            continue
        known = lasts[fold(word)]
        first, stop = i, i + 1
        while (
            stop < tokens.count
            and tokens.joined(stop)
            and tokens.capital(stop)
            and fold(tokens.words[stop]) in known
        ):
            stop += 1
        while (
            first > done
            and tokens.joined(first)
            and tokens.capital(first - 1)
            and (fold(tokens.words[first - 1]) in known)
        ):
            first -= 1
        if first == i and _supplied(tokens, i - 3):
            first -= 3
        follows = stop < tokens.count and tokens.joined(stop) and tokens.capital(stop)
        if stop - first == 1 and not follows and fold(word) in alone and _is_given(tokens, i - 1):
            first -= 1
        if stop - first == 1 and (
            follows or tokens.starts[i] in tokens.place_at or word.lower() in tokens.known.not_names
        ):
            continue
        done = stop
        where = place_after(tokens, stop)
        found.append(
            Naming(
                tokens.starts[first],
                tokens.ends[stop - 1],
                tuple(word for word in tokens.words[first:stop] if word not in "[]"),
                country=where[0].country if where else None,
                possessive=tokens.possessive(stop),
                tail=tokens.ends[where[1] - 1] if where else tokens.ends[stop - 1],
            )
        )
    return found


def _supplied(tokens: Tokens, k: int) -> bool:
    """Whether a given name stands in brackets at token ``k``: ``the [Jane] Roe report``."""
    if k < 0 or tokens.words[k] != "[" or tokens.words[k + 2] != "]":
        return False
    led = tokens.joined(k) and tokens.words[k - 1].isalpha() and tokens.joined(k + 1)
    given = tokens.capital(k + 1) and tokens.words[k + 1][1:].islower()
    return led and given and tokens.lows[k + 1] not in STAGE


def _with_office(tokens: Tokens, naming: Naming) -> Naming:
    """``naming`` with the office that stands in brackets after it, if one does."""
    shut = _SHUT.get(tokens.text[naming.end : naming.end + 2])
    if shut is None or (naming.offices and (naming.role or "").lower() not in tokens.known.styles):
        return naming
    close = tokens.text.find(shut, naming.end, naming.end + _BRACKET)
    if close < 0:
        return naming
    role, offices = bracketed_office(tokens, naming.end, close)
    return replace(naming, role=role, offices=offices, tail=close + 1) if offices else naming


def _is_given(tokens: Tokens, k: int) -> bool:
    """Whether token ``k``, right before a surname, can only be a given name."""
    if k < 0 or not tokens.capital(k) or not tokens.joined(k + 1):
        return False
    word, low, known = tokens.words[k], tokens.lows[k], tokens.known
    begins = not tokens.joined(k) or tokens.words[k - 1] in _SENTENCE_ENDS
    # "Hadiza Roe, a trader, said", where Ms. Roe is known: no other word begins a sentence so
    apposed = tokens.lows[k + 2 : k + 3] == [","] and not _APPOSES.isdisjoint(
        tokens.lows[k + 3 : k + 4]
    )
    return (
        word[1:].islower()
        and len(word) > _INITIAL_LENGTH
        and tokens.in_block(k)
        and (apposed if begins else not tokens.capital(k - 1))
        and tokens.starts[k] not in tokens.place_at
        and not tokens.field(k)
        and low not in known.before_names
        and low not in known.not_names
        and low not in known.prefixes
        and low not in known.labels
        and low not in tokens.words
    )


_SYMBOL_GOES_ON = re.compile(r"/\d")


def _credible(text: str, namings: list[Naming]) -> list[Naming]:
    """Without names that only lines in capitals have, where any word may look like a name.

    Labels of speeches (``MINISTER ROE:``) and lines that are nothing but a name are kept.
    """
    # "SEC.GAL/75" is a document
    namings = [n for n in namings if not (n.name and _SYMBOL_GOES_ON.match(text, n.end))]
    shouted = [n for n in namings if n.name and n.name[-1].isupper() and _shouted(text, n)]
    if not shouted:
        return namings
    doubtful = {n.start for n in shouted}
    surnames = {fold(n.name[-1]) for n in namings if n.name and n.start not in doubtful}
    return [n for n in namings if n.start not in doubtful or fold(n.name[-1]) in surnames]


def _shouted(text: str, naming: Naming) -> bool:
    start = text.rfind("\n", 0, naming.start) + 1
    end = text.find("\n", naming.end)
    line = text[start : end if end >= 0 else len(text)]
    alone = line.strip() == text[naming.start : naming.end]
    return line.isupper() and not alone and text[naming.end : naming.end + 1] != ":"


def _with_given(text: str, naming: Naming) -> Naming:
    """``Minister Han, Dong-ju``: with the given name, which Koreans set apart with a comma."""
    from .origins import may_be_of  # which needs the layout

    given = _GIVEN_APART.match(text, naming.end)
    if given is None or not naming.offices or naming.tail > given.end():
        return naming
    if not may_be_of(given[1], "South Korea"):
        return naming  # "Minister Roe, Co-chair of the talks"
    end = given.end()
    return replace(naming, end=end, tail=end, name=(*naming.name, given[1]))


def read_namings(tokens: Tokens) -> list[Naming]:
    """Everybody named in the text and every office without a name, in order."""
    namings = with_listed(tokens, _credible(tokens.text, read_titled(tokens)))
    namings = [_with_given(tokens.text, n) if len(n.name) == 1 else n for n in namings]
    starts = {n.start for n in namings}
    namings += [n for n in _labels(tokens, namings) if n.start not in starts]
    namings = merged(namings, read_pairs(tokens))
    namings = merged(
        namings,
        [
            *read_criers(tokens, tokens.blocks),
            *read_rosters(tokens),
            *read_askers(tokens),
            *read_called(tokens),
            *read_delegates(tokens),
            *read_residents(tokens),
            *read_presiding(tokens),
            *read_members(tokens),
            *read_stopped(tokens),
            *read_writers(tokens),
        ],
    )
    namings = with_seats(tokens, namings)
    alone = {n.start: n for n in (*_given(tokens), *_alone(tokens, namings))}
    namings = merged(namings, list(alone.values()))
    namings = merged(namings, read_meeters(tokens))
    namings = merged(namings, read_named_sayers(tokens, namings))
    namings = merged(namings, read_sayers(tokens, namings))
    namings = merged(namings, read_whole_names(tokens, namings))
    namings = [_with_office(tokens, n) if n.name else n for n in namings]
    namings += _bare(tokens, [n for n in namings if n.name])
    short = read_initials(tokens, [n for n in namings if n.name])
    # The label of one whose initials are known is no name of its own.
    known = {n.start for n in short}
    namings = [n for n in namings if n.start not in known or not n.name or len(n.name) > 1]
    namings = merged(namings, short)
    namings = merged(namings, read_single_initials(tokens, namings))
    return sorted(namings, key=lambda n: n.start)
