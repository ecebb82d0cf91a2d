"""Positions as HTML, for notebooks: what is said side by side, and what has changed.

Like :mod:`searchkit.cards`, of which they are made: all text is escaped, and the marks are elements
that say the same without a style (``mark`` for what is new, ``ins`` and ``del`` for what changed).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .cards import link, page
from .dates import dated
from .formatters import escape, html
from .records import BOTH_SIDES, Document, Snippet

if TYPE_CHECKING:
    from .positions import Change, Comparison, Meeting, Revision, Said, Trace

__all__ = ["comparison", "rows", "trace"]


MOST_MEETINGS = 50
"""Meetings that are shown; a notebook with hundreds of them would be slow."""


def rows(said: Sequence[Said], sides: Sequence[str]) -> Iterator[list[Said]]:
    """Turns in their order, those that fit beside each other as one row.

    A row has at most one turn of each side, in the order of the sides; a joint statement has a row
    to itself.
    """
    row: list[Said] = []
    for one in said:
        place = _place(one, sides)
        if row and (place < 0 or place <= _place(row[-1], sides) or _place(row[-1], sides) < 0):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _place(one: Said, sides: Sequence[str]) -> int:
    return -1 if one.side == BOTH_SIDES else sides.index(one.side)


def trace(found: Trace) -> str:
    """A topic through the meetings: a card each, the sides beside each other."""
    parts = [f"<p><b>{escape(found.query)}</b>: {_counted(found)}</p>"]
    parts += [f'<p class="dim">{escape(note.message)}</p>' for note in found.diagnostics]
    parts += [_meeting(meeting, found.sides) for meeting in found[:MOST_MEETINGS]]
    parts.append(_more(len(found)))
    if found.meetings:
        parts.append(
            '<p class="dim"><mark>Marked</mark>: what a side did not say at its meeting before.</p>'
        )
    return page(*parts)


def _more(count: int) -> str:
    if count <= MOST_MEETINGS:
        return ""
    return f'<p class="dim">the first {MOST_MEETINGS} of {count:,}; since and until narrow it</p>'


def _counted(found: Trace) -> str:
    passages = f"{found.passages:,} passage{'s' if found.passages != 1 else ''}"
    return f"{passages}, {len(found)} meeting{'s' if len(found) != 1 else ''}"


def _document(document: Document, place: str | None = None) -> str:
    facts = (
        f"<b>{escape(dated(document.date))}</b>",
        escape(place or ""),
        link(document.title or document.id, document.path),
    )
    return " · ".join(filter(None, facts))


def _meeting(meeting: Meeting, sides: Sequence[str]) -> str:
    shown = []
    for row in rows(meeting.said, sides):
        if row[0].side == BOTH_SIDES:
            shown.append(f"<div>{_turn(row[0])}</div>")
            continue
        here = {one.side: one for one in row}
        # A column for each side, or fewer where there is no room for 15 em each.
        width = f"max(15em,{100 // len(sides)}% - 1em)"
        cells = "".join(f"<div>{_turn(here[s]) if s in here else ''}</div>" for s in sides)
        shown.append(
            f'<div style="display:grid;gap:0 1em;grid-template-columns:'
            f'repeat(auto-fit,minmax(min(100%,{width}),1fr))">{cells}</div>'
        )
    head = f"<p>{_document(meeting.document, meeting.place)}</p>"
    return f'<div class="card">{head}{"".join(shown)}</div>'


def _turn(said: Said) -> str:
    turn = said.turn
    behalf = f" for {turn.on_behalf_of}" if turn.on_behalf_of else ""
    side = f" ({said.side})" if said.side not in (turn.speaker, BOTH_SIDES) else ""
    words = html(Snippet(turn.text, highlights=said.new))
    return (
        f'<p><span class="who">{escape(turn.speaker + behalf)}</span>{escape(side)} '
        f'<code class="dim">{escape(turn.passage.rpartition("#")[2])}</code><br>{words}</p>'
    )


def comparison(found: Comparison) -> str:
    """What one speaker says of a topic, each meeting against the one before."""
    who = escape(found.speaker or "nobody")
    parts = [f"<p><b>{who}</b> on <b>{escape(found.query)}</b></p>"]
    parts += [f'<p class="dim">{escape(note.message)}</p>' for note in found.diagnostics]
    parts += map(_change, found[:MOST_MEETINGS])
    parts.append(_more(len(found)))
    if not found.changes:
        parts.append("<p>at fewer than two dated meetings: nothing to compare</p>")
    if found.undated:
        names = "; ".join(escape(one.title or one.id) for one in found.undated)
        parts.append(f'<p class="dim">not compared, without a year: {names}</p>')
    return page(*parts)


_SAID = {"again": "said again", "new": "new", "gone": "not said again"}


def _change(change: Change) -> str:
    lines = "".join(map(_revision, change.revisions))
    return (
        f'<div class="card"><p>{_document(change.after)}</p>'
        f'<p class="dim">against {_document(change.before)}</p>{lines}</div>'
    )


def _revision(revision: Revision) -> str:
    tags = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    words = "".join(tags[edit.kind].format(escape(edit.text)) for edit in revision.edits)
    return f'<p><span class="dim">{_SAID[revision.kind]}</span><br>{words}</p>'
