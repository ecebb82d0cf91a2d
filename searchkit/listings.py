"""Everything else as text for people: people, counts, documents, an outline, what was done.

Each function yields lines in a :class:`~searchkit.terminal.Style`; nothing here looks anything up,
and nothing here writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from .records import Outline, Passage, Person, Statement
from .terminal import Style, clean, columns, dated, listed, shorten, table, wrap

if TYPE_CHECKING:
    from .names import NameHit
    from .results import Career, Check, Count, DocumentRow, Info, Report, Suggestion, Synonyms

__all__ = [
    "documents",
    "greeting",
    "info",
    "names",
    "outline",
    "passage",
    "removed",
    "report",
    "speakers",
    "synonyms",
    "topics",
]


def greeting(version: str, place: str, *, there: bool) -> Iterator[str]:
    """What ``searchkit`` says by itself, where an index is at ``place`` and where none is."""
    yield f"searchkit {version} finds who said what, and when, in collections of meeting outlines."
    yield ""
    if there:
        yield f"There is an index at {clean(place)}. Three things to try:"
        yield ""
        yield '  searchkit search "peace treaty"    words, "phrases", speaker:ivanov, date:2002'
        yield "  searchkit names Kawaguci           find a person, however the name is spelt"
        yield "  searchkit browse                   search as you type, full-screen"
    else:
        yield f"There is no index at {clean(place)} yet. Three things to try, in this order:"
        yield ""
        yield "  searchkit index FOLDER             make an index of a folder of outlines"
        yield '  searchkit search "peace treaty"    search it: words, "phrases", speaker:ivanov'
        yield "  searchkit names Kawaguci           find a person, however the name is spelt"
    yield ""
    yield 'Every command explains itself: "searchkit --help", "searchkit search --help".'


_LEAST = 20
"""Columns that are worth beginning a text in, on a line that other things begin."""

FORMS = 8
"""How many forms of a name are shown; ``--json`` gives all."""


def names(hits: Sequence[NameHit], careers: Sequence[Career], style: Style) -> Iterator[str]:
    """People with their roles by years, the forms of their names and how much they say."""
    indent = " " * 5
    for number, (hit, career) in enumerate(zip(hits, careers, strict=True)):
        if number:
            yield ""
        entry = hit.entry
        country = f" · {entry.country}" if entry.country else ""
        yield f"{hit.score:>3.0f}  " + style.paint(entry.name, "bold") + style.paint(country)
        for held in career.held:
            years = _years(held.first, held.last)
            line = f"{held.role}, {years}" if years else held.role
            for start, end in wrap(line, style.room(5)):
                yield indent + style.paint(line[start:end], "cyan")
        if entry.variants:
            more = len(entry.variants) - FORMS
            forms = ", ".join(entry.variants[:FORMS]) + (f" and {more} more" if more > 0 else "")
            for start, end in wrap(f"also as {forms}", style.room(5)):
                yield indent + style.paint(f"also as {forms}"[start:end], "dim")
        facts = [
            f"{_some(career.statements, 'statement')} in {_some(career.spoke, 'document')}"
            if career.statements
            else "no statements",
            f"named in {_some(entry.passages, 'passage')} of {_some(entry.documents, 'document')}",
        ]
        if career.first:
            facts.append(
                career.first + (f" to {career.last}" if career.last != career.first else "")
            )
        line = "; ".join(facts)
        for start, end in wrap(line, style.room(5)):
            yield indent + style.paint(line[start:end], "dim")


def _years(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return ""
    return first[:4] if first[:4] == last[:4] else f"{first[:4]} to {last[:4]}"


def _some(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def speakers(counts: Sequence[Count], style: Style) -> Iterator[str]:
    """Speakers as a table."""
    return _counts(counts, "speaker", style)


def topics(counts: Sequence[Count], style: Style) -> Iterator[str]:
    """Topics as a table."""
    return _counts(counts, "topic", style)


def _counts(counts: Sequence[Count], what: str, style: Style) -> Iterator[str]:
    yield from table(
        ((str(c.passages), str(c.documents), c.name) for c in counts),
        style,
        heads=("passages", "documents", what),
        right=(0, 1),
        whole=True,
    )


def documents(rows: Sequence[DocumentRow], style: Style) -> Iterator[str]:
    """Documents as a table, or one below the other where a table has no room for the titles."""
    heads = ("date", "passages", "place", "id", "title")
    cells = [
        (
            dated(row.date_meeting or row.date_published),
            str(row.passages),
            row.place or "",
            row.id,
            row.title,
        )
        for row in rows
    ]
    wide = sum(max(columns(row[i]) for row in (heads, *cells)) + 2 for i in range(4))
    if style.width is None or style.width - wide >= _LEAST:
        yield from table(cells, style, heads=heads, right=(1,))
        return
    for number, (date, passages, place, name, title) in enumerate(cells):
        if number:
            yield ""
        facts = " · ".join(filter(None, (date, clean(place), _some(int(passages), "passage"))))
        yield style.paint(shorten(facts, style.room()), "cyan")
        for start, end in wrap(clean(title), style.room()):
            yield style.paint(clean(title)[start:end])
        yield style.paint(clean(name), "dim")


def info(found: Info, style: Style) -> Iterator[str]:
    """An index in a few lines."""
    engine = found.engine
    if found.engine_setting != found.engine:
        engine += f" (chosen by {found.engine_setting})"
    rows = (
        ("index", found.path or "in memory"),
        ("documents", f"{found.documents:,}"),
        ("passages", f"{found.passages:,}"),
        ("people", f"{found.people:,}"),
        ("engine", engine),
        ("thesaurus", found.thesaurus),
        ("language", found.language),
        ("size", _size(found.size_bytes)),
        ("generation", str(found.generation)),
        ("written by", f"searchkit {found.version}"),
    )
    for name, value in rows:
        yield style.paint(f"{name:<12}", "dim") + style.paint(value)


def checked(found: Check, place: str, style: Style) -> Iterator[str]:
    """What is wrong with an index, line by line, or that nothing is."""
    for problem in found.problems:
        where = " ".join(filter(None, (problem.part, problem.document)))
        yield f"{style.paint(where, 'red')}: {style.paint(problem.what)}"
    looked = f"{found.documents:,} documents, {found.passages:,} passages, {found.terms:,} terms"
    if found.problems:
        many = f"{len(found.problems)} problem{'s' if len(found.problems) > 1 else ''}"
        yield f"{many} in {style.paint(place)}: {looked} looked at"
        yield style.paint('"searchkit check --repair" derives anew what can be derived', "dim")
    else:
        yield f"{style.paint(place)} is whole: {looked}"


_PROPOSED = {
    "acronym": "Acronyms, and what they seem to stand for",
    "variant": "One word in two spellings",
    "collocation": "Words that go together",
    "company": "Words used alike",
}
"""Kinds of suggestions, and how a list of them is headed."""


def suggestions(found: Sequence[Suggestion], style: Style) -> Iterator[str]:
    """What a collection proposes for a thesaurus, kind by kind, each with an example."""
    for number, (kind, several) in enumerate(groupby(found, key=lambda one: one.kind)):
        if number:
            yield ""
        yield style.paint(_PROPOSED[kind], "bold")
        for one in several:
            passages = "1 passage" if one.passages == 1 else f"{one.passages:,} passages"
            yield (
                "  "
                + style.paint(" = ".join(one.forms))
                + style.paint(f"  {passages}, score {one.score:,.2f}", "dim")
            )
            said = f"{one.example}: {one.sentence}"
            for start, end in wrap(said, style.room(6)):
                yield "      " + style.paint(said[start:end], "dim")


def synonyms(found: Sequence[Synonyms], style: Style) -> Iterator[str]:
    """Concepts with what a search adds to them."""
    for concept in found:
        yield style.paint(concept.label, "bold")
        for name, words in (
            ("also", concept.variants),
            ("narrower", concept.narrower),
            ("related", concept.related),
        ):
            if words:
                text = ", ".join(words)
                for i, (start, end) in enumerate(wrap(text, style.room(12))):
                    label = f"  {name:<10}" if not i else " " * 12
                    yield style.paint(label, "dim") + style.paint(text[start:end])


def report(
    done: Report, place: str, seconds: float, style: Style, *, rebuilt: bool = False
) -> Iterator[str]:
    """What indexing did, the files that were left out by name."""
    parts = [
        f"{count:,} {word}"
        for count, word in (
            (done.added, "new"),
            (done.changed, "changed"),
            (done.unchanged, "unchanged"),
            (done.removed, "removed"),
            (len(done.skipped), "skipped"),
        )
        if count
    ]
    if rebuilt:
        parts.append("engine built again")
    counted = "1 passage" if done.passages == 1 else f"{done.passages:,} passages"
    said = f"{', '.join(parts) or 'nothing to do'}; {counted} in {place} after {seconds:.1f} s"
    for path, reason in done.skipped:
        yield style.paint("skipped ", "yellow") + style.paint(f"{path}: {reason}")
    for path, note in done.notes:
        yield style.paint("note ", "yellow") + style.paint(f"{path}: {note}")
    for gone in done.gone:
        yield style.paint("gone ", "yellow") + style.paint(
            f"{gone}: its file is no longer there; --prune removes it from the index"
        )
    yield style.paint(said)
    if done.left:
        files = "1 file was" if done.left == 1 else f"{done.left:,} files were"
        yield style.paint("stopped ", "yellow") + style.paint(
            f"{files} not read; what was is in the index, and the same command goes on"
        )


def removed(count: int, style: Style) -> Iterator[str]:
    """How many passages were removed, alone or with their documents."""
    yield style.paint(f"{_some(count, 'passage')} removed")


def passage(found: Passage, around: Sequence[Passage], style: Style) -> Iterator[str]:
    """A passage whole, among those that stand around it; ``>`` stands before it."""
    yield style.paint(found.id, "bold")
    for start, end in wrap(found.title, style.room()):
        yield style.paint(found.title[start:end])
    if found.date or found.place:
        yield style.paint(" · ".join(filter(None, (dated(found.date), found.place))), "cyan")
    for statement in _said(found.statements):
        yield style.paint(statement, "green")
    if found.topics:
        topics = "topics: " + ", ".join(found.topics)
        for start, end in wrap(topics, style.room()):
            yield style.paint(topics[start:end], "dim")
    for one in around:
        yield ""
        here = one.id == found.id
        mark = style.paint(">", "yellow", "bold") + " " if here else "  "
        label = f"{one.section} {' › '.join(one.headings)}" if one.document else one.id
        yield mark + style.paint(shorten(label, style.room(2)), "cyan")
        for line in _paragraphs(one.text, style.room(2)):
            yield mark + (style.paint(line) if here else style.paint(line, "dim"))


def _said(statements: Sequence[Statement]) -> Iterator[str]:
    """Each speaker with the verbs, in order of first appearance."""
    spoken: dict[str, list[str]] = {}
    for statement in statements:
        words = spoken.setdefault(statement.speaker, [])
        said = " and ".join((statement.mode or "").split("|"))
        if statement.on_behalf_of:
            said += f" for {statement.on_behalf_of}"
        if statement.quoted:
            said += f" quoting {listed(statement.quoted)}"
        if said.strip() and said.strip() not in words:
            words.append(said.strip())
    for speaker, words in spoken.items():
        yield f"{speaker}: {'; '.join(words)}" if words else speaker


def _paragraphs(text: str, room: int | None) -> Iterator[str]:
    for paragraph in text.splitlines():
        for start, end in wrap(paragraph, room):
            yield paragraph[start:end]


def outline(found: Outline, style: Style) -> Iterator[str]:
    """An outline as a tree: sections, and in them each passage with its speakers.

    ``*`` stands at what is concluded rather than stated.
    """
    for start, end in wrap(found.title, style.room(2)):
        yield style.paint(found.title[start:end], "bold")
    facts = (
        ("title", "the first sentence" if "title" in found.derived else None),
        ("kind", found.kind),
        ("date_published", found.date_published),
        ("date_meeting", found.date_meeting),
        ("place", found.place),
        ("occasion", found.occasion),
    )
    for name, value in facts:
        if value:
            mark = " *" if name in found.derived else ""
            label = style.paint(f"{name.removeprefix('date_'):<11}", "dim")
            yield label + style.paint(shorten(value, style.room(13)) + mark)
    yield from _people("Participants", found.participants, style)
    yield from _people("Other persons", found.persons, style)
    yield ""
    levels = {section.id: section.level for section in found.sections}
    waiting = {section.id: section for section in found.sections if section.heading}
    order = [section.id for section in found.sections]
    at = 0
    for part in found.passages:
        upto = order.index(part.section) + 1 if part.section in levels else at
        for name in order[at:upto]:
            if name in waiting:
                indent = "  " * (levels[name] - 1)
                heading = f"{name} {waiting[name].heading}"
                yield indent + style.paint(shorten(heading, style.room(len(indent))), "bold")
        at = max(at, upto)
        indent = "  " * levels.get(part.section, 1)
        label = part.id.rpartition("#")[2]
        who = f"[{', '.join(part.speakers)}] " if part.speakers else ""
        text = " ".join(part.text.split())
        room = style.room(len(indent) + len(label) + 2)
        if room is not None and room - columns(who) < _LEAST:  # the words in a line of their own
            yield f"{indent}{style.paint(label, 'dim')}  {style.paint(shorten(who, room), 'green')}"
            yield " " * (len(indent) + len(label) + 2) + style.paint(shorten(text, room))
            continue
        text = shorten(text, 100 if room is None else room - columns(who))
        yield f"{indent}{style.paint(label, 'dim')}  {style.paint(who, 'green')}{style.paint(text)}"
    if found.boilerplate or found.derived:
        yield ""
    if found.boilerplate:
        count = len(found.boilerplate)
        told = "1 line" if count == 1 else f"{count} lines"
        shown = "; ".join(found.boilerplate)
        yield style.paint(shorten(f"set apart: {told}: {shown}", style.room()), "dim")
    if found.derived:
        yield style.paint("* concluded, not stated", "dim")


def _people(title: str, people: Sequence[Person], style: Style) -> Iterator[str]:
    if not people:
        return
    yield style.paint(title, "dim")
    for person in people:
        facts = ", ".join(fact for fact in (person.role, person.country) if fact)
        line = f"  {person.name}" + (f": {facts}" if facts else "")
        yield style.paint(shorten(line.strip(), style.room(2))).join(("  ", ""))


def _size(count: int) -> str:
    size = float(count)
    for unit in ("bytes", "KB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"
