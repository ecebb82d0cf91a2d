"""Answers to a query as text for people: hits, how the query was read, a timeline.

A :class:`~searchkit.terminal.Style` says whether to colour and where to break lines. Each function
yields lines; nothing here searches, and nothing here writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from .formatters import ansi, plain
from .query import plan
from .records import Document, Hit, Match, Passage, Snippet
from .terminal import Style, columns, dated, listed, quoted, shorten, wrap

if TYPE_CHECKING:
    from .query.nodes import Diagnostic
    from .query.plan import Plan
    from .results import Results, Synonyms, Timeline

__all__ = ["Read", "notes", "results", "timeline"]

_WORDS = 12
"""Of the words that similar passages were found by, how many are told."""

BAR = 30
"""The longest bar of a timeline, in columns."""


class Read(Protocol):
    """An answer that tells how its query was read."""

    @property
    def query(self) -> str:
        """What was asked."""

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """Mistakes in it."""

    @property
    def read_as(self) -> str | None:
        """How it was read, where otherwise than it stands."""

    @property
    def suggestion(self) -> str | None:
        """What may have been meant."""


def notes(answer: Read, style: Style) -> Iterator[str]:
    """How a query was read where that is not as it was typed, and what may have been meant."""
    query = answer.query
    for note in _told(answer):
        for start, end in wrap(note.message, style.room(6)):
            head = "      " if start else style.paint("note:", "yellow") + " "
            yield head + style.paint(note.message[start:end])
        part = query[note.start : note.end]
        # A message that quotes the part needs no finger pointing at it.
        if part and f'"{part.strip(":")}"' not in note.message and "\n" not in query:
            yield "  " + style.paint(query)
            before = " " * columns(query[: note.start])
            yield f"  {before}" + style.paint("^" * columns(part), "yellow")
    if answer.read_as:
        yield "showing results for " + style.paint(quoted(answer.read_as), "bold")
    if answer.suggestion is not None:
        yield "did you mean " + style.paint(quoted(answer.suggestion), "bold") + "?"


def _told(answer: Read) -> Iterator[Diagnostic]:
    """The diagnostics worth telling.

    One within another's span follows from it, and of a query that is one word as a whole
    ``read_as`` says all. What stands beside the query, in a filter, has no span.
    """
    told: list[tuple[int, int]] = []
    # The widest first, but shown in their own order.
    for note in sorted(answer.diagnostics, key=lambda note: note.start - note.end):
        if not any(start < end and start <= note.start and note.end <= end for start, end in told):
            told.append((note.start, note.end))
    for note in answer.diagnostics:
        if (note.start, note.end) in told:
            told.remove((note.start, note.end))
            whole = answer.query[note.start : note.end] == answer.query.strip()
            if not (whole and answer.read_as):
                yield note


def results(answer: Results, style: Style, *, explain: bool = False) -> Iterator[str]:
    """The hits in order, under a line for each run of hits from one document."""
    yield from notes(answer, style)
    for used in answer.synonyms_used:
        yield from _widened(used, style)
    counted = _counted(answer)
    for start, end in wrap(counted, style.room()):
        yield style.paint(counted[start:end], "dim")
    if answer.words:
        by = "by the words " + ", ".join(answer.words[:_WORDS])
        for start, end in wrap(by, style.room()):
            yield style.paint(by[start:end], "dim")
    figures = max((len(str(hit.rank)) for hit in answer), default=1)
    for document, group in groupby(answer, key=lambda hit: hit.document):
        hits = list(group)
        yield ""
        yield _document_line(document, hits[0].passage.place, style)
        for hit in hits:
            yield ""
            yield from _hit(hit, figures, style, explain=explain)
    if answer.facets is not None:
        yield from _facets(answer.facets.items(), style)
    if explain and answer.plan is not None:
        yield ""
        yield style.paint("the query as it was run:", "bold")
        for line in _plan(answer.plan, 1):
            yield style.paint(line, "dim")


def _counted(answer: Results) -> str:
    total = answer.total
    if not total:
        return f"nothing found for {quoted(answer.query)}"
    counted = "1 passage" if total == 1 else f"{total:,} passages"
    if answer.documents is not None:
        documents = "1 document" if answer.documents == 1 else f"{answer.documents:,} documents"
        counted, total = f"{counted} in {documents}", answer.documents
    if len(answer) == total:
        return counted
    if not answer:
        return f"{counted}; none shown"
    first, last = answer[0].rank, answer[-1].rank
    if first > 1:
        return f"{counted}; {first} to {last} shown"
    return f"{counted}; the first {f'{last} ' if last > 1 else ''}shown"


def _widened(used: Synonyms, style: Style) -> Iterator[str]:
    parts = [
        f"{word} {listed(map(quoted, found))}"
        for word, found in (
            ("also as", used.variants),
            ("narrower", used.narrower),
            ("related", used.related),
        )
        if found
    ]
    text = f"{quoted(used.term)} {'; '.join(parts)}" if parts else ""
    for start, end in wrap(text, style.room()):
        yield style.paint(text[start:end], "dim")


def _document_line(document: Document, place: str | None, style: Style) -> str:
    facts = (dated(document.date), place, document.title or document.id)
    line = style.paint(shorten(" · ".join(filter(None, facts)), style.room()), "bold")
    return style.link(line, document.path)


def _hit(hit: Hit, figures: int, style: Style, *, explain: bool) -> Iterator[str]:
    found = hit.passage
    indent = " " * (figures + 3)
    room = style.room(len(indent))
    # A passage without headings in section 0, an introduction or one of one's own, is told by id.
    named = found.headings or found.section != "0"
    head = f"{found.section} {' › '.join(found.headings)}" if named else found.id
    rank = style.paint(f"{hit.rank:>{figures}}", "bold")
    yield f" {rank}  " + style.paint(shorten(head, room), "cyan")
    if found.speakers:
        yield indent + style.paint(shorten(", ".join(found.speakers), room), "green")
    yield from _neighbours(hit.before, indent, style)
    yield from (indent + line for line in _marked(hit.snippet, room, style))
    yield from _neighbours(hit.after, indent, style)
    for reason in _reasons(hit.matched):
        for start, end in wrap(reason, room):
            yield indent + style.paint(reason[start:end], "dim")
    if hit.others:
        more = "1 more passage" if hit.others == 1 else f"{hit.others:,} more passages"
        yield indent + style.paint(f"and {more} of this document", "dim")
    if explain:
        yield from (indent + line for line in _explained(hit, room, style))
    if named:
        yield indent + style.paint(found.id, "dim")


def _neighbours(passages: Sequence[Passage], indent: str, style: Style) -> Iterator[str]:
    """Passages that stand around a hit, behind a bar."""
    room = style.room(len(indent) + 2)
    for one in passages:
        text = " ".join(one.text.split())
        for start, end in wrap(text, room):
            yield f"{indent}{style.paint('│ ' + text[start:end], 'dim')}"


def _explained(hit: Hit, room: int | None, style: Style) -> Iterator[str]:
    """The score taken apart, a line for each reason, what belongs together under its sum."""
    for depth, score, said in hit.explain().lines():
        head = f"{'  ' * depth}{score:8.3f}  "
        left = None if room is None else max(16, room - len(head))
        for start, end in wrap(said, left):
            yield style.paint((" " * len(head) if start else head) + said[start:end], "dim")


def _reasons(matched: Sequence[Match]) -> Iterator[str]:
    """Through what a passage was found, for each part of the query found through a synonym."""
    typed = {match.term for match in matched if match.via is None}
    through: dict[str, list[str]] = {}
    for match in matched:
        if match.via is not None:
            through.setdefault(match.term, ["typed"] if match.term in typed else [])
            through[match.term].append(quoted(match.via))
    for term, forms in through.items():
        yield f"{quoted(term)} found as {listed(forms)}"


def _marked(snippet: Snippet, room: int | None, style: Style) -> Iterator[str]:
    formatter = ansi if style.colour else plain
    for start, end in wrap(snippet.text, room):
        yield formatter(
            Snippet(
                text=snippet.text[start:end],
                highlights=_clipped(snippet.highlights, start, end),
                related=_clipped(snippet.related, start, end),
            )
        )


def _clipped(spans: Iterable[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start
    )


def _plan(node: Plan, depth: int) -> Iterator[str]:
    indent = "  " * depth
    match node:
        case plan.Term(field, term, weight, _, via):
            yield f"{indent}{field}:{term}^{weight:g}" + (f" for {quoted(via)}" if via else "")
        case plan.Phrase(field, terms, slop, weight, _, via):
            words = " ".join(term for _, term in terms)
            near = f"~{slop}" if slop else ""
            yield f'{indent}{field}:"{words}"{near}^{weight:g}' + (
                f" for {quoted(via)}" if via else ""
            )
        case plan.Keyword(field, values):
            yield f"{indent}{field} is {listed(map(quoted, values), 'or')}"
        case plan.Days(low, high):
            yield f"{indent}date from {low or 'any'} to {high or 'any'}"
        case plan.Every():
            yield f"{indent}every passage"
        case plan.Nothing():
            yield f"{indent}no passage"
        case plan.Without(child, unless):
            yield from _plan(child, depth)
            yield f"{indent}but without"
            yield from _plan(unless, depth + 1)
        case plan.Plus(child, more):
            yield from _plan(child, depth)
            yield f"{indent}and better with"
            yield from _plan(more, depth + 1)
        case plan.Some(children) | plan.Best(children) | plan.All(children):
            kinds = {plan.Some: "any of", plan.Best: "the best of", plan.All: "all of"}
            yield f"{indent}{kinds[type(node)]}"
            for child in children:
                yield from _plan(child, depth + 1)


def _facets(facets: Iterable[tuple[str, Sequence[tuple[str, int]]]], style: Style) -> Iterator[str]:
    for field, values in facets:
        yield ""
        yield style.paint(field.capitalize(), "bold")
        figures = max((len(str(count)) for _, count in values), default=1)
        for value, count in values:
            yield f"  {count:>{figures}}  {style.paint(value)}"


def timeline(answer: Timeline, style: Style) -> Iterator[str]:
    """Meetings in order of time; under each, its speakers or topics with a bar for the passages."""
    yield from notes(answer, style)
    if not answer.rows:
        yield style.paint(f"nothing found for {quoted(answer.query)}", "dim")
        return
    nobody = f"(no {answer.by})"
    names = [getattr(row, answer.by) or nobody for row in answer.rows]
    room = style.room(2)
    wide = max(map(columns, names))
    if room is not None:
        wide = min(wide, max(12, room // 2))
    most = max(row.passages for row in answer.rows)
    figures = len(str(most))
    longest = BAR if room is None else max(4, min(BAR, room - wide - figures - 3))
    unit = min(3.0, longest / most) if most <= longest else longest / most
    at = 0
    for document, rows in groupby(answer.rows, key=lambda row: row.document):
        yield _document_line(document, None, style)
        for row in rows:
            bar = "█" * max(1, round(row.passages * unit))
            name = shorten(names[at], wide)
            at += 1
            yield (
                f"  {style.paint(name)}{' ' * (wide - columns(name))}  "
                f"{style.paint(bar, 'cyan')} {row.passages:,}"
            )
        yield ""
    counted = "1 passage" if answer.total == 1 else f"{answer.total:,} passages"
    said = f"{counted}; one with several {answer.by}s counts for each of them"
    for start, end in wrap(said, style.room()):
        yield style.paint(said[start:end], "dim")
