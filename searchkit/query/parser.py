"""Text -> query tree and diagnostics. Nothing is guessed silently and no text makes it fail.

The syntax is Lucene's. *Clauses* stand side by side: a word, ``"a phrase"``, ``field:value``, or a
group in parentheses. How they combine is told in :mod:`searchkit.query.clauses`. ``AND`` (``&&``)
joins what stands side by side on its left with what does on its right, and ``OR`` (``||``) joins
less tightly still: ``peace treaty AND Putin OR Kyoto`` is ``((peace treaty) AND Putin) OR Kyoto``.
Only capitals are operators. ``NOT`` binds the next clause. A query of nothing but ``NOT`` finds
everything else.

Suffixes: ``negot*``, ``wom?n``, ``kawaguci~`` or ``~1``, ``"a phrase"~5``, ``treaty^2``. A
backslash takes the next sign literally. Typographic quotes are quotes, wide letters and signs plain
ones. The mark at the end of a question is none of the signs. A colon after what is no name
(``12:40``, ``G8:``, ``http://``) is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..analysis import tokens
from ..errors import QueryError
from .clauses import Clause, both, either, side_by_side
from .days import COMPARED, HELP, RANGE, Days, read_date, read_range
from .nodes import (
    EXAMPLES,
    FIELDS,
    Boost,
    Diagnostic,
    Fuzzy,
    Node,
    Phrase,
    Prefix,
    Range,
    Term,
    Wildcard,
)
from .widths import halfwidth

__all__ = ["LONGEST", "Parsed", "check_length", "parse"]

LONGEST = 10_000
"""Characters of a query; a longer text is not a query."""

_DEEPEST = 50
_LARGEST_BOOST = 1000.0
_LARGEST_SLOP = 100
_LARGEST_DISTANCE = 2

_QUOTES = '"“”„‟«»'
_SPACE = re.compile(r"\s*")
_CHUNK = re.compile(rf"(?:\\.|\\\Z|(?!&&|\|\|)[^\s(){_QUOTES}^~\\])+", re.DOTALL)
_QUOTED = re.compile(rf"(?:\\.?|[^\\{_QUOTES}])*", re.DOTALL)
_OPERATOR = re.compile(rf"(?:(AND)|(OR))(?=[\s(){_QUOTES}]|\Z)|(&&)|(\|\|)")
_NOT = re.compile(rf"NOT(?=[\s(){_QUOTES}]|\Z)")
_BARE = re.compile("[^ ]+")
_OPERATORS = frozenset({"AND", "OR", "NOT"})
_NAME = re.compile(r"([^\W\d_]{2,}):")
_FIELD = re.compile(rf"({'|'.join(FIELDS)}):", re.IGNORECASE)
_TILDE = re.compile(r"~(\d*(?:\.\d+)?)")
_CARET = re.compile(r"\^([^\s()]*)")
_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
_ASKS = re.compile(
    r"\s*(?:wh(?:o|om|ose|at|en|ere|y|ich)|how|did|do|does|is|are|was|were|has|have|had|can|could"
    r"|will|would|should)\b",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[\w*?'’]+")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as read; ``tree`` is ``None`` where it asks for nothing."""

    tree: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()


def check_length(text: str) -> None:
    """Refuse a text that is too long to be looked up.

    Raises:
        QueryError: it has more than :data:`LONGEST` characters.
    """
    if len(text) > LONGEST:
        raise QueryError(
            f"the query has {len(text):,} characters, {LONGEST:,} at most: "
            "search for a few words or one sentence of it"
        )


def parse(query: str, *, syntax: Literal["lucene", "plain"] = "lucene") -> Parsed:
    """Read ``query``; with ``syntax="plain"`` all of it is words and nothing is an operator.

    Raises:
        QueryError: it has more than :data:`LONGEST` characters. No other text raises.
    """
    check_length(query)
    query = halfwidth(query)
    if syntax == "plain":
        words = [_term(word.group(), word.start(), None) for word in re.finditer(r"\S+", query)]
        return Parsed(either([word for word in words if word]))
    if _is_bare(query):
        return Parsed(either([Term(m.group(), None, m.span()) for m in _BARE.finditer(query)]))
    reader = _Reader(query)
    tree = reader.group(None)
    if reader.unclosed:
        start = min(reader.unclosed)
        closed = query[start:] + ")" * len(reader.unclosed) if tokens(query[start:]) else None
        reader.note("a parenthesis is never closed: closed at the end", start, len(query), closed)
    return Parsed(tree, tuple(sorted(reader.notes, key=lambda note: (note.start, note.end))))


def _is_bare(query: str) -> bool:
    """Whether it is words alone, each one token in any language, as most queries are."""
    return (
        query.isascii()
        and query.replace(" ", "").isalnum()
        and _OPERATORS.isdisjoint(query.split(" "))
    )


class _Reader:
    """Reads a query from left to right; ``at`` is where it stands."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.at = 0
        self.depth = 0
        self.ignored = 0
        self.unclosed: list[int] = []
        self.notes: list[Diagnostic] = []

    def note(self, message: str, start: int, end: int, suggestion: str | None = None) -> None:
        self.notes.append(Diagnostic(message, start, end, suggestion))

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Go past ``pattern`` if it stands here."""
        found = pattern.match(self.query, self.at)
        if found:
            self.at = found.end()
        return found

    def next(self) -> str:
        """The next character, ``""`` at the end."""
        return self.query[self.at : self.at + 1]

    # Groups, from the loosest to the tightest ------------------------------------------------

    def group(self, field: str | None) -> Node | None:
        """Everything up to the end or to the parenthesis that closes this group."""
        rows: list[list[Node]] = []
        pending: re.Match[str] | None = None
        while True:
            known = len(self.notes)
            node = self.sequence(field)
            operator = self.take(_OPERATOR)
            if node is not None:
                conjunction = pending and (pending[1] or pending[3])
                if conjunction and rows:
                    rows[-1].append(node)
                else:
                    rows.append([node])
            elif known == len(self.notes):
                self._dangling(pending or operator, "after" if pending else "before")
            if operator is None:
                return either([both(row) for row in rows], explicit=True)
            pending = operator if rows else None

    def _dangling(self, operator: re.Match[str] | None, side: str) -> None:
        if operator:
            name = operator.group()
            self.note(f"{name} has nothing {side} it: left out", *operator.span())

    def sequence(self, field: str | None) -> Node | None:
        """Clauses side by side, up to an operator or to the end of the group."""
        clauses: list[Clause] = []
        while True:
            self.take(_SPACE)
            character = self.next()
            if not character or _OPERATOR.match(self.query, self.at):
                break
            if character == ")":
                if self.depth and not self.ignored:
                    break
                if self.ignored:
                    self.ignored -= 1
                else:
                    self.note("this parenthesis closes nothing: left out", self.at, self.at + 1)
                self.at += 1
            elif clause := self.clause(field):
                clauses.append(clause)
        return side_by_side(clauses, field)

    def clause(self, field: str | None) -> Clause | None:
        """One clause with the signs before it; ``None`` where there is nothing to search for."""
        required = excluded = False
        last: tuple[int, int] | None = None
        known = len(self.notes)
        while True:
            if found := self.take(_NOT):
                excluded, last = not excluded, found.span()
                self.take(_SPACE)
            elif self._sign():
                required |= self.next() == "+"
                excluded ^= self.next() != "+"
                self.at += 1
            else:
                break
        empty = last and (self.next() in ("", ")") or _OPERATOR.match(self.query, self.at))
        node = None if empty else self.primary(field)
        if node is None:
            if last and known == len(self.notes):
                self.note("NOT has nothing after it: left out", *last)
            return None
        return Clause(node, "-" if excluded else "+" if required else "")

    def _sign(self) -> bool:
        """Whether a sign stands here: before a word, not within one and not alone."""
        before = self.query[max(0, self.at - 1) : self.at]
        after = self.query[self.at + 1 : self.at + 2]
        return (
            self.next() in ("+", "-", "!")
            and (not before or before.isspace() or before == "(")
            and bool(after and not after.isspace() and after not in "+-!)")
        )

    def primary(self, field: str | None) -> Node | None:
        """A group, a phrase, a field with its value, or a word."""
        character = self.next()
        if character == "(":
            return self.boosted(self.parentheses(field))
        if character and character in _QUOTES:
            return self.boosted(self.phrase(field))
        start = self.at
        if found := self.take(_FIELD):
            return self.boosted(self.value(found[1].lower(), start))
        found = _NAME.match(self.query, start)
        after = self.query[found.end() : found.end() + 1] if found else ""
        if found and after and not after.isspace() and after not in "/:)":
            self.at = found.end()
            return self.unknown(found[1], start)
        return self.boosted(self.word(field))

    def parentheses(self, field: str | None) -> Node | None:
        start = self.at
        self.at += 1
        if self.depth == _DEEPEST:
            self.ignored += 1
            if self.ignored == 1:
                self.note(
                    f"parentheses are nested more than {_DEEPEST} deep: those within are left out",
                    start,
                    self.at,
                )
            return None
        known = len(self.notes)
        self.depth += 1
        node = self.group(field)
        self.depth -= 1
        if self.next() == ")":
            self.at += 1
            if node is None and known == len(self.notes):
                self.note("there is nothing in these parentheses: left out", start, self.at)
        else:
            self.unclosed.append(start)
        return node

    # Fields ----------------------------------------------------------------------------------

    def unknown(self, name: str, start: int) -> Node | None:
        """A colon after what could be a field and is none: the name and its value are words."""
        from difflib import get_close_matches

        end = self.at
        near = get_close_matches(name.lower(), FIELDS, n=1, cutoff=0.7)
        self.note(
            f'there is no field "{name}": read as words (the fields are {", ".join(FIELDS)})',
            start,
            end,
            f"{near[0]}:" if near else None,
        )
        word = _term(name, start, None)
        character = self.next()
        if character == "(":
            value = self.parentheses(None)
        else:
            value = self.phrase(None) if character in _QUOTES else self.word(None)
        return either([node for node in (word, value) if node])

    def value(self, field: str, start: int) -> Node | None:
        """What stands after ``field:``, which began at ``start``."""
        colon = self.at
        self.take(_SPACE)
        character = self.next()
        if (
            character in ("", ")")
            or _OPERATOR.match(self.query, self.at)
            or _NOT.match(self.query, self.at)
            or (self.at > colon and _FIELD.match(self.query, self.at))
        ):
            self.note(f"{field}: has no value: write for example {EXAMPLES[field]}", start, colon)
            return None
        if character == "(":
            return self.parentheses(field)
        if character in _QUOTES:
            return self.phrase(field)
        if field == "date":
            return self.date(start)
        if character in "[{" and (found := RANGE.match(self.query, self.at)):
            self.note("only dates have ranges: read as words", *found.span())
        return self.word(field)

    def date(self, field_at: int) -> Node | None:
        """What stands after ``date:``: a date, a range, or a date after ``<`` or ``>``."""
        start = self.at
        if found := self.take(RANGE):
            return self.days(read_range(found), start, field_at)
        if self.next() in "[{":
            closing = self.query.find("]", start)
            self.at = len(self.query) if closing < 0 else closing + 1
            self.note(f"this is no range of dates: left out ({HELP})", field_at, self.at)
            return None
        compared = self.take(COMPARED)
        chunk = self.take(_CHUNK)
        date = chunk.group() if chunk else ""
        return self.days(read_date(date, compared[1] if compared else ""), start, field_at)

    def days(self, read: Days, start: int, field_at: int | None = None) -> Node | None:
        """The range of days that was read, with a note if there was something wrong with it."""
        if read.wrong:
            begin = start if field_at is None else field_at
            self.note(read.wrong, begin, self.at, read.suggestion)
        return Range("date", *read.bounds, (start, self.at)) if read.bounds else None

    # Words and phrases -----------------------------------------------------------------------

    def phrase(self, field: str | None) -> Node | None:
        start = self.at
        self.at += 1
        quoted = self.take(_QUOTED)
        assert quoted is not None  # it takes nothing, too
        text, end = quoted[0], self.at
        self.at = min(end + 1, len(self.query))
        if field == "date":
            return self.days(read_date(text), start)
        text = _ESCAPED.sub(r"\1", text)
        if not tokens(text):
            self.note("there is no word in quotation marks here: left out", start, self.at)
            return None
        if end >= len(self.query):
            self.note(
                "this quotation mark is never closed: closed at the end",
                start,
                len(self.query),
                self.query[start:] + '"',
            )
        if re.search(r"\w[*?]|[*?]\w", text):
            self.note("* and ? stand for nothing between quotation marks", start, self.at)
        tilde = self.take(_TILDE)
        slop = self.number(tilde, int, _LARGEST_SLOP, "how many words may stand between") or 0
        return Phrase(text, slop, field, (start, self.at))

    def word(self, field: str | None) -> Node | None:
        start = self.at
        chunk = self.take(_CHUNK)
        if chunk is None:
            # A sign that belongs to no word: ^ or ~ or a second colon's leftovers.
            self.at += 1
            return None
        if field == "date":
            return self.days(read_date(chunk.group()), start)
        text = _ESCAPED.sub(lambda sign: " " if sign[1] in "*?" else sign[1], chunk.group())
        if self._is_question(text):
            if not _ASKS.match(self.query):
                self.note(
                    "the question mark at the end is read as punctuation, not as any one letter",
                    self.at - 1,
                    self.at,
                )
            text = text.rstrip("?")
        if "*" in text or "?" in text:
            node = self.wildcard(text, start, field)
            if tilde := self.take(_TILDE):
                self.note("~ does not go with * or ?: left out", *tilde.span())
            return node
        term = _term(text, start, field)
        if term is None or self.next() != "~":
            return term
        if len(text) != len(chunk.group()):
            term = Term(term.text, field, (start, self.at))
        tilde = self.take(_TILDE)
        distance = self.number(tilde, int, _LARGEST_DISTANCE, "how many letters may differ")
        if len(tokens(term.text)) > 1:
            self.note("~ goes with a single word: left out", *term.span)
            return term
        distance = _LARGEST_DISTANCE if distance is None else distance
        return Fuzzy(term.text, distance, field, (term.span[0], self.at))

    def _is_question(self, text: str) -> bool:
        """Whether the last word of the query ends in the question mark of a sentence."""
        return (
            text.endswith("?")
            and not re.search(r"[*?]", text.rstrip("?"))
            and not self.query[self.at :].strip()
            and len(self.query.split()) >= 3
        )

    def wildcard(self, text: str, start: int, field: str | None) -> Node | None:
        nodes: list[Node] = []
        for piece in _PIECE.finditer(text):
            pattern = piece.group()
            span = (start + piece.start(), start + piece.end())
            if not re.search(r"[^\W_]", pattern):
                continue
            if "*" not in pattern and "?" not in pattern:
                nodes += filter(None, [_term(pattern, span[0], field)])
            elif re.search(r"[*?]", pattern.rstrip("*")):
                nodes.append(Wildcard(pattern, field, span))
            else:
                nodes.append(Prefix(pattern.rstrip("*"), field, span))
        if not nodes:
            self.note(
                "* and ? need a letter beside them, as in negot*: left out",
                start,
                start + len(text.rstrip()),
            )
        elif len(nodes) > 1:
            self.note(
                "* and ? stay within one word: each part is looked for by itself",
                start,
                start + len(text.rstrip()),
            )
        return both(nodes) if nodes else None

    # Suffixes --------------------------------------------------------------------------------

    def number(
        self,
        found: re.Match[str] | None,
        kind: Callable[[str], int],
        largest: int,
        meaning: str,
    ) -> int | None:
        """The number after ``~``, brought within its limits; ``None`` if there is none."""
        if found is None or not found[1]:
            return None
        try:
            value = kind(found[1])
        except ValueError:
            value = largest + 1
        if value <= largest:
            return value
        self.note(
            f"the number after ~ says {meaning}: 0 to {largest}, read as {largest}",
            *found.span(),
            f"~{largest}",
        )
        return largest

    def boosted(self, node: Node | None) -> Node | None:
        """``node`` with the ``^number`` that may follow it."""
        start = self.at
        found = self.take(_CARET)
        if found is None or node is None:
            return node
        try:
            factor = float(found[1])
        except ValueError:
            factor = -1.0
        if not 0 < factor <= _LARGEST_BOOST:
            self.note(
                f"a boost is a number up to {_LARGEST_BOOST:.0f}, as in treaty^2: left out",
                start,
                self.at,
                "^2",
            )
            return node
        return Boost(node, factor, (node.span[0], self.at))


def _term(text: str, start: int, field: str | None) -> Term | None:
    """The words of ``text`` without the signs around them; ``None`` if there are none."""
    found = tokens(text)
    if not found:
        return None
    first, last = found[0].start, found[-1].end
    return Term(text[first:last], field, (start + first, start + last))
