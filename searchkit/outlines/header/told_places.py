"""Where people met, by weights learnt from documents read by hand: the choice among places told.

A document names many places. Each name is a *candidate* as the document writes it, and so are its
parts: ``Vik`` of ``Cod Hall, Vik``. Its *signs* tell where it stands (the title, a line above or
below the text, one of the first sentences), after which words, and what it is the name of. That
people met at no place, or that none is told, is a candidate as well. ``tests/header_weights.py``
learns the weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..front.date_lines import capitalized, date_line, place_beside
from ..front.datelines import read_dateline
from ..front.place_lines import is_place, is_town_in_country, is_venue, may_be_place
from ..lands.countries import country_of, find_places, is_capital, is_name
from ..names.tokens import vocabulary
from ..particulars.particulars import held_above, labelled_place, office_beside, place_in_brackets
from ..sections.layout import Layout
from ..words.weights import score, weights
from ..words.wording import Wording, collapse
from .cues import cues, sentence_texts
from .place_names import NAME, PROPER, is_house, is_known, is_owner, is_town, place_name
from .venues import NOT_HERE, TALKS, countries_of_journey, country_of_journey, held_at, seat

__all__ = ["NONE", "Told", "likelier_place", "sort_of", "told_places"]

_LIKELIER = 1.5
"""By so much another place must score above the one that rules take."""
_FULLER = 4.0
"""By so much where it is the same, told with more or less beside it."""
_NOWHERE = 3.0
"""By so much it must score that no place is told, or a country where no place was found."""
NONE = ""
"""The words of no place."""
_BLOCKS = 3
"""So many paragraphs, and so many sentences of each, may tell the place."""
_LENGTH = 1500
_LAST = 4
"""Sentences from this one on are all alike."""
_LINES_BELOW = 6
"""So many parts below the text are looked at."""
_LINE = 160
_SHORT = 80
_ABOVE = 24
_FIRST_LINES = 3
"""The first lines of so many paragraphs may be places that were not set apart."""
_MOST = 4
_STREET = re.compile(rf"(\d{{1,3}} {PROPER}(?: {PROPER}){{0,3}}(?:, {PROPER}){{0,2}})")
"""A house by its number: ``10 Cod Street``."""
_ELIDED = re.compile(rf"(?:the |THE )?({PROPER} (?:de l|d|l|dell|all)['’]{PROPER})")
"""A name with a word cut short in it: ``Palais d'Iéna``."""
_PARTED = rf"{PROPER}(?: (?:(?:of the|of|de|la|del|and|&|the|am|an der) )?{PROPER}){{0,6}}"
_LONG = re.compile(
    rf"(?:the |THE )?((?:\d{{1,4}} )?{_PARTED}(?:,? (?:\d{{1,4}} )?{_PARTED}){{1,3}})"
)
"""Names one after another: ``Room 2, Cod Hall, Vik``."""
_NAMED = r"(?=(?:the |THE )?(?:\d{1,3} )?[A-ZÀ-ÞĀ-ɏ])"
_LEADS = r"[Ii]n|[Aa]t|IN|AT|[Tt]o|visit(?:ed|ing)?|capital,|(?:town|city) of|near"
_MAYOR = re.compile(
    r"\b(?:[Mm]ayor|[Gg]overnor|[Bb]ishop|[Aa]rchbishop|[Aa]mbassador) of (?:the )?\Z"
)
"""Before the town or province of somebody's office."""
_IN_TEXT = re.compile(
    rf"(?P<how>\b(?:{_LEADS})) (?:the (?:[\w-]+ ){{0,2}}(?:annexe?|wing|gardens?|terrace) of )?"
    rf"{_NAMED}"
)
_IN_TITLE = re.compile(rf"(?P<how>\b(?:{_LEADS}|TO|visits|from)|[(,–—:-]) ?{_NAMED}")
"""What may lead to the name of a place."""
_CALL = re.compile(
    r"\b(?:tele)?phone[sd]?\b|\bcalls? (?:with|to|between|from)\b|\bvideo|\bvirtual|\bonline\b"
    r"|\bsp(?:eaks|oke) (?:with|to|by)\b|\btele-?conference",
    re.IGNORECASE,
)
"""What people did who were not in one place."""
_NEAR = 90
_BESIDE = {
    "held": re.compile(
        r"\b(?:held|took place|met|meets?|hosted|convened|gathered|received|talks)\b", re.IGNORECASE
    ),
    "later": re.compile(
        r"\b(?:will|would|to be|next|invit\w+|forthcoming|scheduled|upcoming|planned)\b",
        re.IGNORECASE,
    ),
    "earlier": re.compile(
        r"\b(?:had|last|previous|earlier|signed|adopted|agreed|since|after|following)\b",
        re.IGNORECASE,
    ),
    "press": re.compile(r"\b(?:told|reporters|journalists|press)\b", re.IGNORECASE),
    "who": re.compile(r"\b(?:who|where|while|during)\b[^,;]*\Z"),
    "clock": re.compile(r"\b(?:time|[ap]\.?m\.?)\W*\Z", re.IGNORECASE),
}
"""What stands shortly before a place, and tells whether people met there, or of another time."""
_THEN_DAY = re.compile(
    r"[,)]? ?(?:\(?on (?:the )?(?:\d|[A-Z]\w+(?:day|\.? \d))|\(?\d{1,2}\b|today|yesterday"
    r"|this (?:morning|afternoon)|from \d|[A-Z]\w+day)"
)
_MET = frozenset({"met", "held", "meeting", "meetings", "talks", "talk", "convened"})
_POSTS = frozenset({"ambassador", "embassy", "consulate", "legation", "chargé"})
_DAY = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_PERSON = re.compile(r"\b(?:Mrs?|Ms|Dr|H\.E|HE)\b")
"""What begins the name of somebody."""
_OF_GUESTS = frozenset(
    {"said:who", "said:visiting", "said:visited", "title:visits", "said:telling", "said:dateline"}
)
_OF_STATE = re.compile(
    r"\b(?:Minister|President|Ambassador|Secretary|Premier|Chancellor) (?:of|for)\b"
)
"""An office of state, whatever it is of."""
_COLUMNS = re.compile(r"\s{2,}|\t| [|•·/] ")
_TELLING = ("label", "line:beside day", "said:dateline", "said:0", "title:in", "title:at")
"""Where one of these is a sign of some place, it is less likely that none is told."""

_OF_MEETING = ("label", "title:", "said:", "line:brackets", "line:held above")


@dataclass(slots=True)
class Told:
    """A place that is told: its ``words``, and the ``signs`` of where and how."""

    words: str
    signs: set[str] = field(default_factory=set)

    @property
    def stated(self) -> bool:
        """Whether it is told of what people did, rather than of where that was written."""
        return any(sign.startswith(_OF_MEETING) and "dateline" not in sign for sign in self.signs)


def likelier_place(text: str, layout: Layout, ruled: str | None) -> Told | None:
    """The place that is far likelier than the one that rules take; None if there is none such."""
    learnt = weights("place")
    told = told_places(text, layout)
    scores = {one.words.casefold(): score(learnt, one.signs) for one in told}
    low = (ruled or NONE).casefold()
    best = max(told, key=lambda one: scores[one.words.casefold()])
    words = best.words.casefold()
    if words == low:
        return None
    if low not in scores:
        return best if scores[words] - scores[NONE] > _LIKELIER else None
    least = _LIKELIER
    if words and low and (words in low or low in words):
        least = _FULLER
    elif not words or (not low and is_name(words)):
        least = _NOWHERE
    return best if scores[words] - scores[low] > least else None


def told_places(text: str, layout: Layout) -> list[Told]:
    """The places that a document tells with their signs; the first is :data:`NONE`."""
    found: dict[str, Told] = {}
    title = "" if "title" in layout.derived else layout.title
    for words, signs in _every(text, layout, title):
        if signs != ["label"] and _is_none(words):
            continue
        words = capitalized(words) if len(words) > 3 else words
        one = found.setdefault(words.casefold(), Told(words))
        zone = signs[0].partition(":")[0]
        if zone != "said" or not any(
            sign.startswith("said:") and "dateline" not in sign for sign in one.signs
        ):
            one.signs.update(signs)
        else:
            one.signs.add("again")
    every = list(found.values())
    journey = country_of_journey(title) is not None
    kinds = {one.words: _kinds(one.words) for one in every}
    for one in every:
        zones = sorted({sign.partition(":")[0] for sign in one.signs})
        one.signs |= {f"is:{kind}" for kind in kinds[one.words]}
        one.signs |= {"zones:" + "+".join(zones), *_titled(one.words, title)}
        one.signs |= {f"on journey:{kinds[one.words][0]}"} if journey else set()
        one.signs |= _of_guests(one.signs, kinds[one.words][0])
        for other in every:
            one.signs.update(_beside(one.words, other.words, kinds[other.words][0]))
    none = {"none", f"none:{sort_of(layout, title)}", f"none:of {min(len(every), _MOST)}"}
    none |= {"none:said call"} if _tells_of_call(text, layout) else set()
    none |= {f"none:{sign}" for sign in _TELLING if any(sign in one.signs for one in every)}
    return [Told(NONE, none), *every]


def _tells_of_call(text: str, layout: Layout) -> bool:
    """Whether the first sentence tells of a call."""
    words = "".join(text[b.start : min(b.end, b.start + 2 * _LINE)] for b in layout.blocks[:1])
    return _CALL.search(words) is not None


def _is_none(words: str) -> bool:
    """Whether words are surely the name of no place: those of a day, of somebody, of an event."""
    noun = words.lower().rpartition(" ")[2]
    return (
        _DAY.search(words) is not None
        or _PERSON.search(words) is not None
        or ((noun in cues().events or noun in TALKS) and not is_house(words))
        or _OF_STATE.search(words) is not None
    )


def _of_guests(signs: set[str], kind: str) -> set[str]:
    """Signs of where somebody is a guest, told with what kind of place it is."""
    sort = kind if kind in ("country", "capital") else "other"
    return {f"{s}&{sort}" for s in signs if s in _OF_GUESTS or s.endswith("after visit")}


def sort_of(layout: Layout, title: str) -> str:
    """What sort of document it is, as far as it tells of a place or not."""
    return _sort_of(title, layout.kind or "")


@lru_cache(4)  # the days are told by it as well, of issue and of the meeting
def _sort_of(title: str, kind: str) -> str:
    wording = Wording.default()
    named = f"{title} {kind}"
    if _CALL.search(title):
        return "call"
    if wording.spoken.search(named):
        return "spoken"
    if wording.records.search(title) or "minutes" in named.lower():
        return "record"
    if not cues().journeys.isdisjoint(title.lower().split()):
        return "journey"
    return "talks" if cues().meeting.search(title.lower()) else "other"


def _every(text: str, layout: Layout, title: str) -> Iterator[tuple[str, list[str]]]:
    """Each name of a place, wherever it stands, with its signs."""
    label = labelled_place(text, layout)
    yield from ((part, ["label"]) for part in _parts(label or ""))
    for name, signs in _in_title(title) if title else ():
        yield name, [f"title:{sign}" for sign in signs]
    for name, signs in _in_lines(text, layout):
        yield name, [f"line:{sign}" for sign in signs]
    for name, signs in _in_sentences(text, layout):
        yield name, [f"said:{sign}" for sign in signs]


def _parts(words: str) -> Iterator[str]:
    """A name, and what of it stands before and behind each comma."""
    if not words:
        return
    yield words
    pieces = words.split(", ")
    for k in range(1, len(pieces)):
        yield ", ".join(pieces[:k])
        yield ", ".join(pieces[k:])
    if words.startswith("the "):
        yield words[4:]


def _names(words: str, start: int) -> Iterator[tuple[str, int]]:
    """What the name that begins at ``start`` may be, and where it ends."""
    ruled = place_name(words, start)
    if ruled is not None:
        yield from ((part, words.find(ruled, start) + len(ruled)) for part in _parts(ruled))
    for pattern in (_STREET, _ELIDED, _LONG):
        match = pattern.match(words, start)
        if match is not None and (pattern is not _LONG or ", " in match[1]):
            yield from ((part, match.end()) for part in _parts(match[1].rstrip(".")))
    plain = NAME.match(words, start) if ruled is None else None
    plain = None if plain is not None and is_owner(words, plain) else plain
    if plain is not None and vocabulary().heads.isdisjoint(plain[1].lower().split()):
        yield plain[1].rstrip("."), plain.end()


def _in_title(title: str) -> Iterator[tuple[str, list[str]]]:
    yield from ((name, ["several"]) for name in filter(None, [countries_of_journey(title)]))
    yield from ((name, ["journey"]) for name in filter(None, [country_of_journey(title)]))
    yield from ((name, ["seat"]) for name in filter(None, [seat(title)]))
    yield from ((part, ["held at"]) for part in _parts(held_at(title) or ""))
    for match in _IN_TITLE.finditer(title):
        how = match["how"].lower()
        after = _after(title[: match.start()])
        for name, end in _names(title, match.end()):
            if name.isupper() and not (title.isupper() or is_known(name)):
                continue
            signs = [how, f"{how} after {after}"]
            if not title[end:].strip(" .)"):
                signs.append(f"{how} at end")
            elif _THEN_DAY.match(title, end) or title[end : end + 2] == ", ":
                signs.append(f"{how} then day")
            yield name, signs
    for place in find_places(title):
        if place.kind != "adjective" and _MAYOR.search(title, 0, place.start) is None:
            yield title[place.start : place.end], [place.kind]


def _after(before: str) -> str:
    """What sort of word the last one of ``before`` is."""
    known = cues()
    *_, last = before.split() or [""]
    low = last.lower().strip("()[].,:;\"'")
    if not last:
        return "nothing"
    sorts = (
        ("elsewhere", NOT_HERE),
        ("visit", known.journeys | {"visiting", "visited"}),
        ("meet", _MET),
        ("post", _POSTS),
        ("matter", known.matters),
        ("event", known.events),
        ("other", known.before_place),
    )
    sort = next((name for name, words in sorts if low in words), None)
    if sort is not None:
        return sort
    if last[:1].isupper():
        return "name"
    return "comma" if last[-1] in ",)" else "verb" if low.endswith("ed") else "word"


def _in_lines(text: str, layout: Layout) -> Iterator[tuple[str, list[str]]]:
    """The names in the lines above and below the text, and on short ones that begin it."""
    first = layout.blocks[0].start if layout.blocks else len(text)
    last = layout.blocks[-1].end if layout.blocks else 0
    for name, found in (
        ("layout", layout.place),
        ("office", office_beside(text, layout)),
        ("brackets", place_in_brackets(text)),
        ("held above", held_above(text)),
    ):
        for part in _parts(found or ""):
            yield part, [name if part == found else f"{name} part"]
    above = [p for p in layout.parts if p.start < first][:_ABOVE]
    below = [p for p in layout.parts if p.start >= last][-_LINES_BELOW:]
    spans = [(p.start, p.end, "", p.role) for p in above if p.role not in ("title", "marker")]
    spans += [(p.start, p.end, "foot ", p.role) for p in below]
    spans += [(b.start, b.end, "body ", "text") for b in layout.blocks[:_FIRST_LINES]]
    for start, end, zone, role in spans:
        for line in text[start : min(end, start + 2 * _LINE)].split("\n")[:_MOST]:
            if len(line) < _LINE and not (zone == "body " and len(line) > _SHORT):
                for name, signs in _in_line(line.strip(), role):
                    yield name, [zone + sign for sign in signs]


def _in_line(line: str, role: str) -> Iterator[tuple[str, list[str]]]:
    words = collapse(line)
    if date_line(words) is not None:
        beside = place_beside(words)
        for part in _parts(beside or ""):
            yield part, ["beside day" if part == beside else "beside day part"]
        return
    wording = Wording.default()
    for segment in dict.fromkeys((*map(collapse, _COLUMNS.split(line)), words)):
        bare = segment.strip("*_#()[]:; ")
        if not bare or len(bare) > _SHORT or bare[-1] == "." or bare[0].islower():
            continue
        known = all(map(is_place, bare.split(", "))) or is_town_in_country(bare)
        sort = "known" if known else "venue" if is_venue(bare) else ""
        sort = sort or ("maybe" if may_be_place(bare, wording) else "")
        if not sort:
            continue
        signs = [f"{sort} line", role]
        signs += ["segment"] * (segment != words) + ["sender"] * wording.is_sender(bare)
        signs += ["category"] * wording.is_category(bare)
        yield from ((part, signs) for part in _parts(bare))


def _in_sentences(text: str, layout: Layout) -> Iterator[tuple[str, list[str]]]:
    """The names in the first sentences, and in the dateline before them."""
    number = 0
    for index, block in enumerate(layout.blocks[:_BLOCKS]):
        words = collapse(text[block.start : min(block.end, block.start + _LENGTH)])
        dateline = read_dateline(words)
        if dateline is not None:
            for part in _parts(dateline.place or ""):
                yield part, ["dateline" if part == dateline.place else "dateline part"]
            words = words[dateline.end :]
        where = [f"block {index}" + (" section" if block.section != "0" else "")]
        for sentence in sentence_texts(words)[:_BLOCKS]:
            for name, signs in _in_sentence(sentence):
                yield name, [str(min(number, _LAST)), *where, *signs]
            number += 1


def _in_sentence(sentence: str) -> Iterator[tuple[str, list[str]]]:
    telling = "telling" if cues().meeting.search(sentence) is not None else "silent"
    yield from ((name, ["seat"]) for name in filter(None, [seat(sentence)]))
    yield from ((part, ["held at"]) for part in _parts(held_at(sentence) or ""))
    for match in _IN_TEXT.finditer(sentence):
        how = match["how"].lower()
        names = list(_names(sentence, match.end()))
        before = sentence[: match.start()]
        after = _after(before[-_NEAR:]) if names else "elsewhere"
        if after in ("elsewhere", "post"):
            continue
        near = before[-_NEAR:]
        signs = [telling, how, f"{how} after {after}"]
        signs += [name for name, pattern in _BESIDE.items() if pattern.search(near)]
        signs += ["brackets"] * (before.count("(") > before.count(")"))
        for name, end in names:
            if name.isupper() and not (sentence.isupper() or is_known(name)):
                continue  # "at NOPQ"
            if _THEN_DAY.match(sentence, end):
                yield name, [*signs, "then day", f"{how} then day"]
            else:
                yield name, [*signs, *["then stop"] * (sentence[end : end + 1] in ",.;")]


def _kinds(words: str) -> list[str]:
    """What a name is that of, the chief one first."""
    head, _, tail = words.partition(", ")
    low = words.lower()
    kinds = [_chief_kind(words, head, tail)]
    of = set(low.split())
    kinds += ["words"] * (kinds[0] == "unknown" and " " in words)
    kinds += ["event"] * (not of.isdisjoint(cues().events))
    kinds += ["office"] * (not of.isdisjoint(vocabulary().heads))
    kinds += ["capitals"] * words.isupper() + ["number"] * words[:1].isdigit()
    places = find_places(words)
    return kinds + ["adjective"] * (bool(places) and places[0].kind == "adjective")


def _chief_kind(words: str, head: str, tail: str) -> str:
    known = cues()
    if is_name(words):
        return "country"
    if is_capital(words):
        return "capital"
    if is_town(words):
        return "town"
    if words.lower() in known.houses:
        return "known house"
    if tail and (is_name(tail) or tail in known.regions):
        return "house, country" if is_house(head) else "town, country"
    if tail and is_house(head):
        return "house, town" if is_town(tail.partition(", ")[0]) else "house, more"
    if tail:
        return "more"
    if is_house(words):
        return "house"
    return "region" if words in known.regions or words in known.continents else "unknown"


def _titled(words: str, title: str) -> Iterator[str]:
    """Whether the title names the place, its country, or the country that it is."""
    own = country_of(words)
    capitals = {place.country for place in find_places(words) if place.kind == "capital"}
    for k, other in enumerate(find_places(title)[:3]):
        if other.country in capitals:
            yield f"titled:capital of {other.kind} {k}"
        elif own and other.country == own:
            yield f"titled:{other.kind} {k}"
    if words in title:
        yield "titled:words"


def _beside(words: str, other: str, kind: str) -> Iterator[str]:
    """What another candidate tells that holds these words, or is held by them."""
    for sign, longer, shorter in (("longer", other, words), ("shorter", words, other)):
        if len(shorter) >= len(longer) or shorter not in longer:
            continue
        head, tail = longer.startswith(f"{shorter}, "), longer.endswith(f", {shorter}")
        how = "head" if head else "tail" if tail else "part"
        yield f"{sign}:{how}"
        if sign == "longer" and how != "part":
            yield f"{sign}:{how} of {kind}"
