"""Records as HTML, for notebooks: cards for what is read, tables for what is counted.

Every function returns one element that brings its style along. It takes the colours of the page
around it, so that it reads in a light notebook as in a dark one, and says the same without any
style, where a page strips it. All text from outside is escaped here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .dates import dated
from .formatters import escape, html, one_line
from .turns import script

if TYPE_CHECKING:
    from .records import Document, Hit, Outline, Passage, Person

__all__ = [
    "hit",
    "hits",
    "link",
    "outline",
    "page",
    "passage",
    "person",
    "table",
]

MOST_ROWS = 200
"""Rows of a table that are shown; a notebook with all of a large collection would be slow."""

_EXCERPT = 140

_STYLE = """
.searchkit{line-height:1.45;overflow-wrap:anywhere}
.searchkit>*{max-width:60em}
.searchkit>.scroll{max-width:none}
.searchkit ol,.searchkit ul{list-style:none!important;margin:0!important;padding:0!important}
.searchkit p,.searchkit dl,.searchkit blockquote{margin:.25em 0}
.searchkit .card{border:1px solid rgba(128,128,128,.4);border-radius:6px;
padding:.5em .8em;margin:.5em 0}
.searchkit .dim{opacity:.75;font-size:.9em}
.searchkit .who{font-weight:600}
.searchkit a{color:inherit;text-decoration:underline}
.searchkit code{font-size:.85em;background:none;color:inherit;padding:0}
.searchkit blockquote{border-left:3px solid rgba(128,128,128,.5);padding:0 0 0 .7em;color:inherit}
.searchkit mark{background:#ffe08a;color:#1a1a1a;padding:0 .1em;border-radius:2px}
.searchkit mark.related{background:none;color:inherit;border-bottom:2px solid #e69f00}
.searchkit ins{background:rgba(0,158,115,.22);color:inherit;text-decoration:underline}
.searchkit del{background:rgba(213,94,0,.2);color:inherit;text-decoration:line-through}
.searchkit dt{font-weight:600;margin-top:.3em}
.searchkit dd{margin:0 0 0 1em}
.searchkit summary{cursor:pointer}
.searchkit .scroll{overflow-x:auto}
.searchkit table{border-collapse:collapse;margin:.3em 0;font-size:inherit}
.searchkit th,.searchkit td{text-align:left!important;vertical-align:top!important;
padding:.2em .8em .2em 0!important;border-bottom:1px solid rgba(128,128,128,.3);
overflow-wrap:normal;color:inherit;min-width:3em}
.searchkit td.long{min-width:16em}
.searchkit td.number,.searchkit th.number{text-align:right!important;
font-variant-numeric:tabular-nums}
.searchkit .short{white-space:nowrap}
"""


def page(*parts: str) -> str:
    """Elements as one, with the style that they need."""
    style = " ".join(_STYLE.split())
    return f'<div class="searchkit"><style>{style}</style>{"".join(parts)}</div>'


def link(text: str, path: str | None) -> str:
    """``text``, which leads to the file at ``path`` where there is one.

    The path is relative to the working folder, as a notebook's server and an exported page take it.
    """
    if not path:
        return escape(text)
    try:
        # Quoted whole, so that no path can pass for an address with a scheme.
        # As bytes: a name that is no text in UTF-8 is still the name of a file.
        address = quote(os.fsencode(Path(os.path.relpath(path)).as_posix()))
    except UnicodeEncodeError:  # no file can be named so
        return escape(text)
    except ValueError:  # on another drive
        address = Path(path).absolute().as_uri()
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def _dim(parts: Iterable[str | None]) -> str:
    """Facts, escaped already, on one line."""
    shown = " · ".join(part for part in parts if part)
    return f'<p class="dim">{shown}</p>' if shown else ""


def _where(one: Passage, document: Document | None = None) -> str:
    title = (document.title or document.id) if document else one.title or one.document
    date = document.date if document else one.date
    path = document.path if document else None
    return _dim(
        (
            escape(dated(date)) if date else None,
            escape(one.place or ""),
            link(title, path) if title else None,
        )
    )


def _heading(one: Passage) -> str:
    named = one.headings or one.section != "0"
    text = f"{one.section} {' › '.join(one.headings)}".strip() if named else ""
    return f"<p><b>{escape(text)}</b></p>" if text else ""


def _hit(found: Hit) -> str:
    one = found.passage
    through = dict.fromkeys(match.via for match in found.matched if match.via)
    return (
        f'<li class="card" value="{found.rank}">'
        + _where(one, found.document)
        + _heading(one)
        + (f'<p class="who">{escape(", ".join(one.speakers))}</p>' if one.speakers else "")
        + _around(found.before)
        + f"<blockquote>{html(found.snippet)}</blockquote>"
        + _around(found.after)
        + _dim(
            (
                f"<b>{found.rank}</b> <code>{escape(one.id)}</code>",
                "found as " + escape(", ".join(through)) if through else None,
                "on " + escape(", ".join(one.topics)) if one.topics else None,
                f"{found.others:,} more in this document" if found.others else None,
            )
        )
        + "</li>"
    )


def _around(passages: Sequence[Passage]) -> str:
    """Neighbours of a hit, to be unfolded."""
    return "".join(
        f'<details class="dim"><summary>{escape(part.id.rpartition("#")[2])} '
        f"{escape(one_line(part.text, _EXCERPT))}</summary>{_script(part)}</details>"
        for part in passages
    )


def hit(found: Hit) -> str:
    """One ranked passage as a card: where it stands, who speaks, the snippet with its marks."""
    return page("<ol>", _hit(found), "</ol>")


def hits(
    found: Sequence[Hit],
    *,
    query: str,
    total: int,
    notes: Sequence[str] = (),
    facets: Mapping[str, Sequence[tuple[str, int]]] | None = None,
) -> str:
    """A card for each hit of ``total``, under what there is to say of the search."""
    said = f"{total:,} passage{'s' if total != 1 else ''} for <b>{escape(query)}</b>"
    if total > len(found):
        said = f"{len(found)} of {said}"
    counts = [
        _dim([f"by {escape(tag)}: {', '.join(f'{escape(value)} ({n:,})' for value, n in some)}"])
        for tag, some in (facets or {}).items()
        if some
    ]
    told = [f'<p class="dim">{escape(note)}</p>' for note in notes]
    return page(f"<p>{said}</p>", *told, "<ol>", *map(_hit, found), "</ol>", *counts)


def _script(one: Passage) -> str:
    """The words of a passage, each under who says them."""
    lines: list[str] = []
    for turn, text in script(one):
        words = escape(" ".join(text.split()))
        if turn is None:
            lines.append(f"<dd>{words}</dd>")
        else:
            behalf = f" for {turn.on_behalf_of}" if turn.on_behalf_of else ""
            lines.append(f"<dt>{escape(turn.speaker + behalf)}</dt><dd>{words}</dd>")
    return f"<dl>{''.join(lines)}</dl>"


def passage(one: Passage) -> str:
    """A passage whole: where it stands, and each speaker's words under the name."""
    return page(
        '<div class="card">',
        _where(one),
        _heading(one),
        _script(one),
        _dim(
            (
                f"<code>{escape(one.id)}</code>",
                "on " + escape(", ".join(one.topics)) if one.topics else None,
            )
        ),
        "</div>",
    )


def person(one: Person) -> str:
    """Somebody as one document names them."""
    facts = escape(", ".join(fact for fact in (one.role, one.country) if fact))
    return page(
        '<div class="card">',
        f'<p><span class="who">{escape(one.name)}</span>{": " + facts if facts else ""}</p>',
        _dim(["also " + escape("; ".join(v for v in one.variants if v != one.name))])
        if any(v != one.name for v in one.variants)
        else "",
        "</div>",
    )


def _people(title: str, people: Sequence[Person]) -> str:
    if not people:
        return ""
    lines = (
        f"<li>{escape(', '.join(f for f in (one.name, one.role, one.country) if f))}</li>"
        for one in people
    )
    return f"<details><summary>{title} ({len(people)})</summary><ul>{''.join(lines)}</ul></details>"


def outline(one: Outline) -> str:
    """A document: its facts and people, and its sections with passages that unfold."""
    facts = (
        one.kind and one.kind.replace("_", " "),
        dated(one.date) if one.date else None,
        one.place,
        one.occasion,
    )
    return page(
        '<div class="card">',
        f"<p><b>{link(one.title or one.id, one.path)}</b></p>",
        _dim(escape(fact) for fact in facts if fact),
        _people("Participants", one.participants),
        _people("Other persons", one.persons),
        *_sections(one),
        _dim([f"<code>{escape(one.id)}</code>"]),
        "</div>",
    )


def _sections(one: Outline) -> Iterator[str]:
    shown: set[tuple[str, ...]] = {()}
    for part in one.passages:
        if part.headings not in shown:
            shown.add(part.headings)
            yield f"<p><b>{escape(' › '.join(part.headings))}</b></p>"
        label = part.id.rpartition("#")[2]
        who = f' <span class="who">{escape(", ".join(part.speakers))}</span>'
        yield (
            f'<details><summary><span class="dim">{escape(label)}</span>'
            f"{who if part.speakers else ''} {escape(one_line(part.text, _EXCERPT))}</summary>"
            f"{_script(part)}</details>"
        )


def table(columns: Mapping[str, Sequence[Any]]) -> str:
    """Columns as a table; the first :data:`MOST_ROWS` rows, and how many there are.

    Columns in which nothing stands are left out, and a title leads to its ``path``.
    """
    count = max(map(len, columns.values()), default=0)
    paths = columns.get("path", ()) if "title" in columns else ()
    names = [
        name
        for name, values in columns.items()
        if any(value not in (None, "", ()) for value in values) and not (name == "path" and paths)
    ]
    numeric = {name for name in names if all(isinstance(v, int | float) for v in columns[name])}

    def cell(tag: str, name: str, text: str, shown: str) -> str:
        kind = "number" if name in numeric else "short" if len(text) < 28 else "long"
        return f'<{tag} class="{kind}">{shown}</{tag}>'

    def cells(row: int) -> Iterator[str]:
        for name in names:
            text = _shown(columns[name][row])
            to = paths[row] if paths and name == "title" else None
            yield cell("td", name, text, link(text, to))

    heads = ((name, name.replace("_", " ")) for name in names)
    head = "".join(cell("th", name, text, escape(text)) for name, text in heads)
    body = "".join(f"<tr>{''.join(cells(row))}</tr>" for row in range(min(count, MOST_ROWS)))
    if not count:
        return page("<p>nothing</p>")
    return page(
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>',
        "</div>",
        _dim([f"the first {MOST_ROWS} of {count:,} rows"]) if count > MOST_ROWS else "",
    )


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
