"""Why a passage was found: the marks in its text, and the fragment worth showing.

A *leaf* is a term or phrase of the plan that can match. A *mark* is a place in a text where a leaf
matches. The best *fragment* (:mod:`searchkit.fragments`), cut out and written as one paragraph, is
a *snippet*, which :mod:`searchkit.formatters` turns into text.

"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from . import analysis
from .fragments import Mark, Span, fragment
from .query.plan import All, Best, Phrase, Plan, Plus, Some, Term, Without
from .records import Match, Snippet
from .sentences import MARGIN
from .spotting import Leaf, Sought, as_typed, spotted

__all__ = [
    "HEADING_FIELDS",
    "TEXT_FIELDS",
    "TITLE_FIELDS",
    "Highlighter",
    "Mark",
    "highlighter",
    "leaves",
    "marks",
    "matched",
    "snippet",
]

TEXT_FIELDS = frozenset({"text", "word"})
"""Fields whose leaves match in the text of a passage."""
HEADING_FIELDS = TEXT_FIELDS | {"heading", "heading_word"}
"""Fields whose leaves match in a heading."""
TITLE_FIELDS = frozenset({"title", "title_word"})
"""Fields whose leaves match in the title of a document."""

WIDTH = 240
"""Characters of a snippet, about."""

# Leaves and marks


class Highlighter:
    """Finds the marks of one plan, and the snippets that show them, in the language in force.

    It goes on in that language whatever is in force when it is asked.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.analyzer = analysis.analyzer()
        self.leaves = _leaves(plan)
        typed = dict.fromkeys(leaf.typed or as_typed(leaf) for leaf in self.leaves)
        self._rank = {one: n for n, one in enumerate(typed)}
        self._sought: dict[frozenset[str], Sought] = {}
        self._found: dict[tuple[str, frozenset[str]], tuple[list[Mark], list[Match]]] = {}

    def _all(self, text: str, fields: frozenset[str]) -> tuple[list[Mark], list[Match]]:
        """Every mark and match of the leaves of these fields."""
        if not text:
            return [], []
        found = self._found.get((text, fields))
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            if fields not in self._sought:
                wanted = [leaf for leaf in self.leaves if leaf.field in fields]
                self._sought[fields] = Sought(wanted)
            found = spotted(text, self._sought[fields], self.analyzer)
            self._found[text, fields] = found
        return found

    def marks(self, text: str, *, fields: frozenset[str] = TEXT_FIELDS) -> list[Mark]:
        """See :func:`marks`."""
        found = self._all(text, fields)[0]
        # Words stand in order and apart, and only phrases over them.
        return _disjoint(found) if found and self._sought[fields].phrases else found

    def matched(self, text: str, headings: Sequence[str], *, title: str = "") -> tuple[Match, ...]:
        """See :func:`matched`."""
        found = set(self._all(text, TEXT_FIELDS)[1])
        for heading in headings:
            found.update(self._all(heading, HEADING_FIELDS)[1])
        found.update(self._all(title, TITLE_FIELDS)[1])
        rank = self._rank
        return tuple(sorted(found, key=lambda m: (rank[m.term], m.via is not None, m.via or "")))

    def snippet(self, text: str, *, width: int = WIDTH, prefer: Sequence[Span] = ()) -> Snippet:
        """See :func:`snippet`."""
        width = max(20, width)
        found = [mark for mark in self.marks(text) if mark[1] - mark[0] <= width]
        start, end = fragment(text, found, width, prefer, self.analyzer)
        return _shown(text, start, end, found)


_KEPT = 64
_last: Highlighter | None = None


def highlighter(plan: Plan) -> Highlighter:
    """What finds the marks of ``plan``: the one that was asked for last, or another."""
    global _last
    last = _last
    if last is None or last.plan is not plan or last.analyzer is not analysis.analyzer():
        last = _last = Highlighter(plan)
    return last


def leaves(plan: Plan) -> tuple[Leaf, ...]:
    """The terms and phrases of ``plan`` that a passage may match, in the order of the query.

    What stands under a ``NOT`` is none of them; nor are conditions on whole tags and on dates.
    """
    return highlighter(plan).leaves


def _leaves(plan: Plan) -> tuple[Leaf, ...]:
    found: dict[Leaf, None] = {}

    def walk(node: Plan) -> None:
        match node:
            case Term() | Phrase():
                found.setdefault(node)
            case Some(children) | Best(children) | All(children):
                for child in children:
                    if isinstance(child, Term):  # of which there may be a thousand
                        found.setdefault(child)
                    else:
                        walk(child)
            case Without(child) | Plus(child):
                walk(child)
            case _:
                pass

    walk(plan)
    return tuple(found)


def marks(text: str, plan: Plan, *, fields: frozenset[str] = TEXT_FIELDS) -> list[Mark]:
    """The places in ``text`` where ``plan`` matches, in order, none over another.

    Where several leaves match at one place, a word typed goes before a synonym and then the longer
    mark before the shorter.
    """
    return highlighter(plan).marks(text, fields=fields)


def matched(
    text: str, headings: Sequence[str], plan: Plan, *, title: str = ""
) -> tuple[Match, ...]:
    """Which parts of the query a passage meets, each once, in the order of the query.

    Where a part is met as typed and through synonyms, the form typed comes first.
    """
    return highlighter(plan).matched(text, headings, title=title)


def _disjoint(found: Sequence[Mark]) -> list[Mark]:
    apart = sorted(found, key=itemgetter(0))
    if all(mark.end <= after.start for mark, after in pairwise(apart)):
        return apart
    chosen: list[Mark] = []
    starts: list[int] = []
    order = sorted(
        found,
        key=lambda m: (
            m.via is not None,
            m.start - m.end,
            m.start,
            -m.weight,
            m.via or "",
            m.typed,
        ),
    )
    for mark in order:
        at = bisect_left(starts, mark.start)
        if at and chosen[at - 1].end > mark.start:
            continue
        if at < len(starts) and starts[at] < mark.end:
            continue
        starts.insert(at, mark.start)
        chosen.insert(at, mark)
    return chosen


# Fragments


def snippet(text: str, plan: Plan, *, width: int = WIDTH, prefer: Sequence[Span] = ()) -> Snippet:
    """The best fragment of a passage, at about ``width`` characters, as one paragraph.

    It begins and ends with sentences; a sentence much longer than ``width`` is cut at a clause or
    between words. ``…`` stands where the passage goes on. Where nothing matches in the text, it is
    the beginning of the passage.

    Args:
        text: the text of the passage.
        plan: what was searched for.
        width: characters to show, 20 at least.
        prefer: spans of ``text`` that are liked best, such as the statements of the speaker who
            was asked for.
    """
    return highlighter(plan).snippet(text, width=width, prefer=prefer)


def _shown(text: str, start: int, end: int, found: Sequence[Mark]) -> Snippet:
    """The snippet of a fragment."""
    part = text[start:end]
    # Most texts have one space between two words, and no other white space.
    plain = part.isprintable() and "  " not in part and part.strip() == part
    shown = part if plain else " ".join(part.split())
    head = "" if _is_margin(text[:start]) else "…"
    tail = "" if _is_margin(text[end:]) else "…"
    within = [mark for mark in found if start <= mark.start and mark.end <= end]
    highlights: list[Span] = []
    related: list[Span] = []
    at, place = start, len(head)
    for mark in within:
        if shown == part:
            place += mark.start - at
            length = mark.end - mark.start
        else:
            place += _collapsed(text, at, mark.start)
            length = _collapsed(text, mark.start, mark.end)
        highlights.append((place, place + length))
        if mark.via is not None:
            related.append((place, place + length))
        place += length
        at = mark.end
    return Snippet(head + shown + tail, tuple(highlights), tuple(related), start)


def _is_margin(text: str) -> bool:
    """Whether nothing but white space and bullets stands there."""
    # Most texts go on with a word: known by its first letter in a tenth of the time.
    return not text.lstrip()[:1].isalnum() and MARGIN.fullmatch(text) is not None


def _collapsed(text: str, start: int, end: int) -> int:
    """How long ``text[start:end]`` is with every run of white space as one space.

    Neither end may stand inside a run.
    """
    part = text[start:end]
    words = part.split()
    if not words:
        return 1 if part else 0
    gaps = len(words) - 1 + part[0].isspace() + part[-1].isspace()
    return sum(map(len, words)) + gaps
