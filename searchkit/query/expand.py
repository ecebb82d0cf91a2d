"""Query tree -> plan: words analysed, synonyms added, tags and misspellings resolved.

How bare words are read, corrected and widened is told in :mod:`searchkit.query.words`. Required
words (``AND``, ``+``) are not widened to related concepts; phrases, excluded words, prefixes,
wildcards and fuzzy words not at all. A phrase with a word that does not occur finds nothing; what
may have been meant is suggested, not searched for. Conditions on tags and dates score nothing.

Bare words rank by the sum of their scores, and a passage with all of them gains :data:`TOGETHER`:
passages with all the words come first among those that are about as good.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import analysis
from ..errors import QueryError
from . import plan
from .multiterm import Expander
from .nodes import (
    And,
    Boost,
    Diagnostic,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Range,
    Term,
    Wildcard,
    is_filter,
)
from .reading import Reading, Resolution, Vocabulary, Widened, joined, leaf, scaled
from .tags import tag
from .unfinished import begun
from .words import Reach, Words

if TYPE_CHECKING:
    from ..thesaurus import Thesaurus

__all__ = ["TOGETHER", "Lowered", "Resolution", "Vocabulary", "Widened", "lower"]

TOGETHER = 0.1
"""What a passage with all of the bare words gains over one with as good a score and fewer."""

# Nobody expects all the words of a long text in one passage.
_MOST_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class Lowered:
    """A plan, and how the query was read; ``read_as`` is all of it as it was understood."""

    plan: plan.Plan
    diagnostics: tuple[Diagnostic, ...] = ()
    read_as: str | None = None
    widened: tuple[Widened, ...] = ()


def lower(
    tree: Node | None,
    *,
    query: str,
    vocabulary: Vocabulary,
    thesaurus: Thesaurus | None,
    exact: bool = False,
    ranked: bool = False,
    everyday: Callable[[str], Sequence[str]] | None = None,
    unfinished: bool = False,
) -> Lowered:
    """The plan for ``tree``, which was read from ``query``.

    Without a thesaurus nothing is widened; with ``exact`` no spelling is taken for another; with
    ``ranked`` bare words rank by more than BM25 of their stems, see :mod:`.ranking`; ``everyday``
    gives synonyms of words that the thesaurus does not know; with ``unfinished`` the word at the
    end is still being typed, see :mod:`.unfinished`.

    Raises:
        QueryError: it asks for nothing, or for nothing but stop words.
    """
    reading = Reading(query, vocabulary, thesaurus, exact, ranked, everyday)
    if unfinished and tree is not None:
        tree = begun(tree, query, vocabulary, thesaurus)
    made = None if tree is None else _Lowering(reading).node(tree, 1.0, Reach.RELATED)
    if made is None:
        raise QueryError(
            f"{_listed(reading.stopped)} too common to search for: "
            'put all in quotation marks, or add a word, as in "peace treaty"'
            if reading.stopped
            else 'there is nothing to search for: write a word or two, as in "peace treaty"'
        )
    return Lowered(made, tuple(reading.notes), reading.read_as(), tuple(reading.widened))


def _listed(words: Iterable[str]) -> str:
    quoted = [f'"{word}"' for word in dict.fromkeys(words)]
    return f"{', '.join(quoted)} {'is' if len(quoted) == 1 else 'are'}"


class _Lowering:
    """Lowers the nodes of one query.

    Methods give ``None`` for what asks for nothing: stop words and what consists of them.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = Words(reading)
        self.expander = Expander(reading.vocabulary)

    def node(self, node: Node, weight: float, reach: Reach) -> plan.Plan | None:
        """The plan of ``node``."""
        match node:
            case And():
                return self.all_of(node, weight, reach)
            case Or():
                return self.any_of(node, weight, reach)
            case Not(child=child):
                unless = self.node(child, weight, Reach.ITSELF)
                return None if unless is None else plan.Without(plan.Every(), unless)
            case Boost(child=child, factor=factor):
                return self.node(child, weight * factor, reach)
            case Range(low=low, high=high):
                return plan.Days(low, high)
            case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy() if is_filter(node):
                return tag(node, self.reading, self.expander)
            case Term(field=None):
                ranking = reach == Reach.RELATED
                found, more = self.words.plans([node], weight, reach, ranking=ranking)
                return _better(joined(plan.Some if ranking else plan.All, found), more)
            case Term() | Phrase():
                return self.phrase(node, weight)
            case Prefix() | Wildcard() | Fuzzy():
                return self.many(node, weight)

    def all_of(self, node: And, weight: float, reach: Reach) -> plan.Plan | None:
        wanted = [child for child in node.children if not isinstance(child, Not)]
        texts = [c for c in wanted if not is_filter(c) and not (isinstance(c, Or) and c.optional)]
        required: list[plan.Plan] = []
        ranking: list[plan.Plan] = []
        firm = False
        for child in wanted:
            alone = isinstance(child, Or) and (child.optional or len(texts) == 1)
            own_reach = reach if alone else min(reach, Reach.CONCEPT)
            made = self.node(child, weight, own_reach)
            if made is None:
                continue
            if isinstance(child, Or) and child.optional:
                ranking.append(made)
            else:
                required.append(made)
                firm |= child in texts
        for made in ranking:
            # Without a word that must match, those that only rank are what to find.
            required.append(plan.Some((made, plan.Every())) if firm else made)
        unless = [
            made
            for child in node.children
            if isinstance(child, Not)
            and (made := self.node(child.child, weight, Reach.ITSELF)) is not None
        ]
        if not required and not unless:
            return None
        base = joined(plan.All, _counted(required)) or plan.Every()
        excluded = joined(plan.Some, list(dict.fromkeys(unless)))
        return base if excluded is None else plan.Without(base, excluded)

    def any_of(self, node: Or, weight: float, reach: Reach) -> plan.Plan | None:
        made: list[plan.Plan] = []
        more: list[plan.Plan] = []
        run: list[Term] = []
        for child in node.children:
            if isinstance(child, Term) and child.field is None:
                run.append(child)
                if not node.explicit:
                    continue
            words, better = self.words.plans(run, weight, reach, ranking=True)
            made += words
            more += better
            run = []
            if not (isinstance(child, Term) and child.field is None):
                lowered = self.node(child, weight, reach)
                made += [] if lowered is None else [lowered]
        words, better = self.words.plans(run, weight, reach, ranking=True)
        made = _counted(made + words)
        if 2 <= len(made) <= _MOST_TOGETHER and not node.explicit and not is_filter(node):
            together = tuple(scaled(part, TOGETHER) for part in made)
            more.append(plan.All(together, bonus=True))
        return _better(joined(plan.Some, made), more + better)

    def phrase(self, node: Term | Phrase, weight: float) -> plan.Plan:
        """The very words of a phrase, or of a word after ``title:`` or ``heading:``."""
        field = node.field or "text"
        tokens = analysis.tokens(node.text)
        missing = [token for token in tokens if not self.reading.has(field, token.term)]
        if missing:
            return self.missing(node, field, missing, weight)
        slop = node.slop if isinstance(node, Phrase) else 0
        typed = node.text if node.field is None else f"{node.field}:{node.text}"
        return leaf(field, [token.term for token in tokens], weight, typed, slop=slop)

    def missing(
        self,
        node: Term | Phrase,
        field: str,
        missing: Sequence[analysis.Token],
        weight: float,
    ) -> plan.Plan:
        """A phrase with words that its field lacks. Only a single word is read otherwise."""
        read, end = "", 0
        for token in missing:
            near = self.reading.nearest(node.text[token.start : token.end])
            if near is None or not all(self.reading.has(field, t) for t in analysis.terms(near)):
                where = "" if field == "text" else f" in a {field}"
                self.reading.note(f'"{node.text}" does not occur{where}', node.span)
                return plan.Nothing()
            read += node.text[end : token.start] + near
            end = token.end
        read += node.text[end:]
        if isinstance(node, Phrase) or self.reading.exact:
            quoted = f'"{read}"' if isinstance(node, Phrase) else read
            self.reading.note(f'"{node.text}" does not occur: "{read}" may', node.span, quoted)
            return plan.Nothing()
        self.reading.note(f'"{node.text}" does not occur: read as "{read}"', node.span)
        self.reading.replace(node.span, f'"{read}"' if " " in read else read)
        return leaf(field, analysis.terms(read), weight, f"{field}:{read}")

    def many(self, node: Prefix | Wildcard | Fuzzy, weight: float) -> plan.Plan:
        """The words of the collection that a prefix, a wildcard or a fuzzy word stands for."""
        words, wrong = self.expander.words(node)
        typed = self.reading.query[node.span[0] : node.span[1]]
        field = "word" if node.field is None else f"{node.field}_word"
        if wrong:
            asked = not words and isinstance(node, Wildcard) and self._without_mark(node)
            self.reading.note(wrong, node.span, asked or None)
        members = [plan.Term(field, word, weight * share, typed) for word, share in words]
        return joined(plan.Best, members) or plan.Nothing()

    def _without_mark(self, node: Wildcard) -> str | None:
        """What was typed without the question mark at its end, if that occurs: ``APEC?``."""
        text = node.pattern.rstrip("?")
        terms = [] if "*" in text or "?" in text else analysis.terms(text)
        if text == node.pattern or not terms:
            return None
        field = node.field or "text"
        if not all(self.reading.has(field, term) for term in terms):
            return None
        start, end = node.span
        return self.reading.query[start:end].rstrip("?")


def _better(base: plan.Plan | None, more: Sequence[plan.Plan]) -> plan.Plan | None:
    """``base``, and what more ranks what it selects."""
    added = joined(plan.Some, more)
    return base if base is None or added is None else plan.Plus(base, added)


def _counted(parts: Iterable[plan.Plan]) -> list[plan.Plan]:
    """``parts`` with what stands there several times once, at as many times the weight."""
    return [part if times == 1 else scaled(part, times) for part, times in Counter(parts).items()]
