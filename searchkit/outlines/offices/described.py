"""Those who meet, told by what they are: ``the Norwegian leader``, ``the head of the ministry``.

Somebody is *described* by a common noun and a country: a leader, a diplomat, the head of a ministry
or a mission. It is the one of that country who meets, or who alone is left to be of it.
"""

from __future__ import annotations

import re

from ..lands.countries import country_of, find_places
from ..names.people import People
from ..speech.reporting import may_speak
from ..speech.subject import Subject, is_agent

__all__ = ["described"]

_LED_WORDS = """
leader head state government diplomat chief dignitary statesman politician visitor guest official
ministry diplomacy agency department delegation cabinet office service executive mission embassy
affairs envoy negotiator emissary country nation republic legislator lawmaker
"""
_LED = frozenset(_LED_WORDS.split())
"""The words, in lower case, with which an office ends that is only described."""
_OF_STATE = frozenset(
    {"leader", "state", "government", "diplomacy", "country", "nation", "republic"}
)
_HEADS = (
    r"(?:head of (?:(?:the|our) )?(?:state|government)|chief of (?:state|government)"
    r"|leader(?: of our (?:state|country|nation|republic))?)"
)
_NATION_NAME = r"(?:(?:[A-Z]\.)+|[A-ZÀ-ÞĀ-ɏ][\w-]*)(?: [A-ZÀ-ÞĀ-ɏ][\w-]*)?"
_LEADS = re.compile(
    rf"\b(?:(?:[Tt]he (?:visiting )?(?P<of>{_NATION_NAME})|(?P<owner>{_NATION_NAME})[’']s?)"
    rf" (?:{_HEADS}|(?:(?:top|chief|senior|leading|visiting) )?(?:diplomat|dignitary|statesman"
    r"|politician|visitor|guest|official|envoy|emissary|negotiator)"
    r"|(?:foreign policy|diplomatic|diplomacy) chief)"
    rf"|[Tt]he (?P<sent>{_NATION_NAME}) (?:delegation|side|team)[’']s (?:head|leader|chief)"
    rf"|[Tt]he (?:top|chief|senior|leading|visiting|high-ranking) (?P<top>{_NATION_NAME})"
    r" (?:diplomat|dignitary|statesman|politician|visitor|guest|official|envoy|leader)"
    r"|[Tt]he (?:head|chief|leader) of "
    rf"(?:the )?(?P<its>{_NATION_NAME}?)(?:[’']s?)? (?i:foreign ministry"
    r"|foreign (?:policy|affairs) (?:department|agency|ministry)|foreign office|diplomacy"
    r"|government|state|cabinet|delegation|executive|embassy"
    r"|diplomatic (?:service|department|mission)))\Z"
)
_OF_MINISTRY = re.compile(
    r"\b[Tt]he (?:head|chief) of (?:the )?(?:(?:Federal )?(?:Ministry|Department) (?:of|for)"
    r" Foreign Affairs|[Ff]oreign (?:[Mm]inistry|[Oo]ffice))\Z"
)
_MINISTERS = re.compile(
    r"(?<!Deputy )(?<!Vice )(?<!Vice-)\b(?:Foreign Minister|Ministers? (?:of|for) "
    r"(?:[A-Z]\w+ )*?(?:Foreign|External) |Federal Councill?or|Foreign Secretary)"
)
"""Who is at the head of a foreign ministry, by the office."""
_THE_LEADER = re.compile(rf"\b[Tt]he (?:{_HEADS}|head of diplomacy)\Z")
_RULERS = re.compile(
    r"(?<![Vv]ice[ -])\b(?:President|King|Queen|Emperor|Sultan|Emir|Amir|Pope|Grand Duke|Prince)\b"
    r"(?! of the (?:Assembly|Senate|Council|Parliament|Court|National|European))"
)
_PREMIERS = re.compile(r"(?<!Vice )(?<!Deputy )\b(?:Prime Minister|Premier|Chancellor|Taoiseach)\b")
_PARTY_CHIEFS = re.compile(
    r"\b(?:(?:General|First) Secretary|Secretary[- ]General of [^,]{0,60}Party"
    r"|(?:Chair\w*|Leader|President) of [^,]{0,60}Party|Party (?:Leader|Chair\w*))"
)
_PRESIDING = re.compile(
    r"(?<![Vv]ice[ -])(?<!Deputy )\b(?:(?:Chair\w*|President|Speaker) of (?:the )?[^,]{0,60}?"
    r"(?:Assembly|Parliament|Senate|House|Council|Congress|Diet|Duma|Knesset|Riksdag|Seimas|Saeima"
    r"|Storting|Bundestag|Sejm)|Speaker|(?:NA|National Assembly|Parliament) Chair\w*)\b"
)
_LED_BODIES = {
    _PREMIERS: r"(?i:government|cabinet) (?:leader|chief|head)",
    _RULERS: r"(?i:state) (?:leader|chief|head)",
    _PARTY_CHIEFS: r"(?i:party) (?:leader|chief|head)",
    _PRESIDING: r"top (?:legislator|lawmaker)|(?:(?i:parliament(?:ary)?|legislative)"
    r"|NA|National Assembly) (?:leader|chief|head)",
    _MINISTERS: r"top diplomat|(?:chief|head) diplomat|foreign (?:policy|ministry) chief",
}
"""What news agencies call those at the head of a body, by their offices."""
_OF_BODY = {office: re.compile(rf"\b[Tt]he (?:{words})\Z") for office, words in _LED_BODIES.items()}
_CHIEFS = frozenset({"leader", "chief", "head", "legislator", "lawmaker", "diplomat"})
_LEADER_OF = re.compile(r" of (?:the )?(?P<of>[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.-]*)?)")
_MINISTRY = frozenset({"affairs", "ministry", "office"})
_BESIDE = 40
_FURTHER = 80
_TWO = 2


def described(people: People) -> list[Subject]:
    """Who meets and is described where a verb of speech may follow."""
    found: list[Subject] = []
    tokens, text = people.tokens, people.tokens.text
    by_country: dict[str, list[str]] = {}
    for person in people.participants:
        by_country.setdefault(person.country or "", []).append(person.name)

    def one(start: int, end: int, names: list[str]) -> None:
        if len(names) == 1:
            found.append(Subject(start, end, "title", names[0], text[start:end]))

    for i in tokens.where(_LED):
        start, end = tokens.starts[i], tokens.ends[i]
        after = _LEADER_OF.match(text, end) if tokens.lows[i] in _OF_STATE else None
        stop = after.end() if after is not None else end
        if not (may_speak(text, stop) or is_agent(text, stop)):
            continue
        chief = _chief(text, start, end) if after is None and tokens.lows[i] in _CHIEFS else None
        if chief is not None:
            one(chief[0], end, _with_role(people, chief[1]))
            continue
        if after is None and tokens.lows[i] in _OF_STATE:
            ruler = _THE_LEADER.search(text, max(0, start - _BESIDE), end)
            if ruler is not None:
                heads = _PREMIERS if text[start:end] in ("government", "leader") else _RULERS
                one(ruler.start(), end, _with_role(people, heads))
                continue
        near = max(0, start - _FURTHER)
        if tokens.lows[i] in _MINISTRY and (head := _OF_MINISTRY.search(text, near, end)):
            one(head.start(), end, _with_role(people, _MINISTERS))
            continue
        led = (_LEADS if after is None else _THE_LEADER).search(text, near, end)
        if led is None:
            continue
        words = after["of"] if after is not None else next(filter(None, led.groups()))
        country = country_of(words) or next((p.country for p in find_places(words)), None)
        if country is not None:
            one(led.start(), stop, by_country.get(country) or _left(by_country))
    return found


def _chief(text: str, start: int, end: int) -> tuple[int, re.Pattern[str]] | None:
    """Where ``the Government leader`` begins, which ``text[start:end]`` ends, and the offices of
    whoever is so called."""
    near = max(0, start - _BESIDE)
    for office, words in _OF_BODY.items():
        if (found := words.search(text, near, end)) is not None:
            return found.start(), office
    return None


def _with_role(people: People, office: re.Pattern[str]) -> list[str]:
    """Who of those who meet holds an office, told without a country if one is."""
    held = [p for p in people.participants if office.search(p.role or "")]
    own = [p for p in held if country_of((p.role or "").split()[0]) is None]
    return [p.name for p in own or held]


def _left(by_country: dict[str, list[str]]) -> list[str]:
    """Of two who meet, the one whose country is not told, where that of the other is another."""
    return by_country.get("", []) if sum(map(len, by_country.values())) == _TWO else []
