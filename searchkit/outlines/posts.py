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

from .naming import Naming
from .titles import Office
from .tokens import Tokens

__all__ = ["with_posts"]

_WORD = r"[A-Z0-9][\w’'&/-]*"
_POST = re.compile(
    r"(?:,\s+(?:the\s+|our\s+)?|\s*[(\[](?:the\s+)?|\s+[-–—]\s+)"
    rf"(?P<post>[A-Z][\w’'&/-]*(?: (?:(?:of|for|to|and|the|on|in) ){{0,2}}{_WORD}){{0,6}})"
    r"(?=\s*[;,.)\]\n(]|\s+[a-z]|\s*\Z)"
)
_LINK = re.compile(r" (?:of|for|to|in|on)\b")
_AGENT = re.compile(r"(?:er|or|ist|ant|man|woman|person|master|clerk|head|lead|chief|executive)\Z")
"""How the word ends that tells what somebody is or does."""
_KEYLESS = frozenset({"of", "for", "to", "and", "the", "on", "in"})
_SHORTEST = 3
"""Initials of fewer words stand for too much."""


def _head(post: str) -> str:
    """The word that tells what the bearer of a post is: ``Head`` of ``Head of Finance``."""
    return _LINK.split(post, maxsplit=1)[0].rpartition(" ")[2].lower()


def _is_post(tokens: Tokens, post: str) -> bool:
    head, known = _head(post), tokens.known
    if head in known.heads:
        return True
    return _AGENT.search(head) is not None and not known.field(head.title(), head)


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
            if match is not None and _is_post(tokens, match["post"]):
                yield index, match["post"], _is_office(tokens, match["post"], match.start("post"))
                break


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
    if forms:
        either = "|".join(map(re.escape, forms))
        for match in re.finditer(rf"\b[Tt]he\s(?P<post>{either})(?![\w-])", tokens.text):
            yield match.span("post")


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
    pairs = zip(tokens.lows, tokens.lows[1:], strict=False)
    led = frozenset(after for word, after in pairs if word == "the")
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
