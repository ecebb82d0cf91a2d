"""A list to choose from, drawn line by line.

An *entry* is what can be chosen: a few *lines*, each a row of *spans*, text with what it is (its
*look*, which the style sheet gives a colour). Entries are laid out for a width, and all of them
again where it changes. None of them is a widget of its own and none is measured by Textual, so that
a list that changes with every keystroke costs no new layout: only the lines that differ are drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, Leave, MouseMove, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from .terminal import columns, wrap

__all__ = ["Choices", "Entry", "Line", "folded"]

Line = tuple[tuple[str, str], ...]
"""Text and its look, span by span; the look is one of ``LOOKS``, or nothing for plain text."""

LOOKS = ("title", "label", "who", "mark", "related", "faint", "held")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is chosen by the name ``id``, as ``lines`` that fit the width they were laid out for.

    Without an ``id`` it is a heading and cannot be chosen. What an entry stands for is ``item``.
    """

    lines: tuple[Line, ...]
    id: str = ""
    item: Any = field(default=None, compare=False)


def folded(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of ``text`` as spans of it, broken between words, and within what is wider."""
    lines = []
    for start, end in wrap(text, width):
        while columns(text[start:end]) > width:
            cut = start + 1
            while columns(text[start : cut + 1]) <= width:
                cut += 1
            lines.append((start, cut))
            start = cut
        lines.append((start, end))
    return lines


class Choices(ScrollView, can_focus=True):
    """A list whose entries ``lay`` makes of an item and a width in columns."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choices--at",
        "choices--under",
        *(f"choices--{look}" for look in LOOKS),
    }
    DEFAULT_CSS = """
    Choices {
        height: 1fr; padding: 0 1; overflow-x: hidden; overflow-y: scroll; color: $foreground;
        scrollbar-size-vertical: 1;
        & > .choices--title { text-style: bold; }
        & > .choices--label { color: $text-primary; }
        & > .choices--who { color: $text-success; }
        & > .choices--mark { color: $text-warning; text-style: bold; }
        & > .choices--related { text-style: underline; }
        & > .choices--faint { color: $text-muted; }
        & > .choices--held { color: $text-success; text-style: bold; }
        & > .choices--under { background: $boost; }
        & > .choices--at { background: $primary 15%; }
        &:focus > .choices--at { background: $primary 30%; }
        &:focus { scrollbar-color: $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("pagedown", "turn(1)", "Page down", show=False),
        Binding("pageup", "turn(-1)", "Page up", show=False),
    ]

    # Elsewhere a new size lays the whole screen out anew. Here the bar alone depends on it, which
    # is always there and takes no room from anything.
    virtual_size = Reactive(Size(0, 0))

    class Chosen(Message):
        """An entry was chosen."""

        def __init__(self, choices: Choices, entry: Entry) -> None:
            super().__init__()
            self.choices = choices
            self.entry = entry

    def __init__(self, lay: Callable[[Any, int], Entry], *, id: str) -> None:
        super().__init__(id=id)
        self._lay = lay
        self._items: Sequence[Any] = ()
        self._lines: list[Line] = []
        self._tops: list[int] = []
        self._under: int | None = None
        self._drawn: dict[tuple[Line, str], Strip] = {}
        self._looks: dict[str, Style] = {}
        self.entries: list[Entry] = []
        self.at: int | None = None

    # What it shows

    def show(self, items: Sequence[Any], *, more: bool = False) -> None:
        """List these in place of those before; ``more`` where others are to follow them soon.

        What stays the same stays where it is, with the entry one is at. Otherwise the list begins
        at its top. The scroll bar waits for what follows.
        """
        held, chosen = self.entries, self.entry
        self._items = items
        self._lay_out()
        if not more:
            self._measure()
        if not held or self.entries[: len(held)] != held:
            ids = [one.id for one in self.entries]
            self.at = ids.index(chosen.id) if chosen is not None and chosen.id in ids else None
            if self.at is None and self.has_focus:
                self.at = self._next(0, 1)
            self.scroll_to(y=0, animate=False, force=True)
            self._bring()

    @property
    def entry(self) -> Entry | None:
        """The entry one is at."""
        return None if self.at is None else self.entries[self.at]

    @property
    def plain(self) -> list[str]:
        """The entries as text."""
        return [
            "\n".join("".join(text for text, _ in line) for line in one.lines)
            for one in self.entries
        ]

    def top(self, at: int) -> int:
        """The line on which the entry of this number begins."""
        return self._tops[at]

    def go(self, at: int | None) -> None:
        """Be at the entry of this number, in sight."""
        self._redraw(self.at)
        self.at = at
        self._redraw(self.at)
        self._bring()

    # What the user does

    def action_choose(self) -> None:
        """Choose the entry one is at."""
        if self.entry is not None:
            self.post_message(self.Chosen(self, self.entry))

    def action_move(self, step: int) -> None:
        """Go to the next entry or the one before, round the end."""
        if self.entries:
            begin = (self.at if self.at is not None else -1 if step > 0 else 0) + step
            self.go(self._next(begin % len(self.entries), step))

    def action_first(self) -> None:
        """Go to the first entry."""
        self.go(self._next(0, 1))

    def action_last(self) -> None:
        """Go to the last entry."""
        self.go(self._next(len(self.entries) - 1, -1))

    def action_turn(self, step: int) -> None:
        """Go on or back by as much as is in sight, at most to the last or the first entry."""
        if not self.entries:
            return
        top = self._tops[self.at or 0] + step * self.size.height
        if top >= len(self._lines):
            self.action_last()
        elif top < 0:
            self.action_first()
        else:
            self.go(self._next(self._entry_on(top), step))

    def on_focus(self) -> None:
        """Be at the first entry, unless one is at some already."""
        if self.at is None and self.entries:
            self.go(self._next(0, 1))

    def on_click(self, event: Click) -> None:
        """Choose the entry that was clicked on."""
        at = self._pointed(event)
        if at is not None:
            self.go(at)
            self.action_choose()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show which entry a click would choose."""
        self._point(self._pointed(event))

    def on_leave(self, _: Leave) -> None:
        """Show no longer which entry a click would choose."""
        self._point(None)

    def on_resize(self, _: Resize) -> None:
        """Lay out for the new width."""
        self._lay_out()
        self._measure()
        self._bring()

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        self._drawn.clear()
        self._looks.clear()
        super().notify_style_update()

    # Lines

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            self.entries, self._lines, self._tops = [], [], []
            return
        before = self._lines
        self.entries = [self._lay(item, width) for item in self._items]
        self._lines, self._tops = [], []
        for one in self.entries:
            self._tops.append(len(self._lines))
            self._lines += one.lines
        if self.at is not None and self.at >= len(self.entries):
            self.at = None
        self._under = None
        self.virtual_size = Size(width, len(self._lines))
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
        same = next(
            (y for y, (a, b) in enumerate(zip(before, self._lines, strict=False)) if a != b),
            min(len(before), len(self._lines)),
        )
        self.refresh_lines(same, max(len(before), len(self._lines)) - same)

    def _measure(self) -> None:
        """Let the scroll bar know how many lines there are."""
        self.vertical_scrollbar.window_virtual_size = len(self._lines)
        self.vertical_scrollbar.window_size = self.size.height

    def _next(self, at: int, step: int) -> int | None:
        """The entry from ``at`` on, or back from it, that can be chosen; round the end."""
        for _ in self.entries:
            if self.entries[at].id:
                return at
            at = (at + step) % len(self.entries)
        return None

    def _entry_on(self, line: int) -> int:
        return bisect_right(self._tops, line) - 1

    def _bring(self) -> None:
        """Bring the entry one is at into sight, a heading right above it too."""
        if self.at is None:
            return
        top, end = self._tops[self.at], self._tops[self.at] + len(self.entries[self.at].lines)
        if self.at and not self.entries[self.at - 1].id:
            top = self._tops[self.at - 1]
        self.scroll_to_region(
            Region(0, top, self.size.width, end - top), animate=False, force=True, immediate=True
        )

    def _pointed(self, event: Click | MouseMove) -> int | None:
        where = event.get_content_offset(self)
        line = -1 if where is None else where.y + self.scroll_offset.y
        if not 0 <= line < len(self._lines):
            return None
        at = self._entry_on(line)
        return at if self.entries[at].id else None

    def _point(self, at: int | None) -> None:
        if at != self._under:
            self._redraw(self._under)
            self._under = at
            self._redraw(self._under)

    def _redraw(self, at: int | None) -> None:
        if at is not None and at < len(self.entries):
            self.refresh_lines(self._tops[at], len(self.entries[at].lines))

    def render_line(self, y: int) -> Strip:
        """A line in sight, as Textual draws it."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if line >= len(self._lines):
            return Strip.blank(width, self._look(""))
        at = self._entry_on(line)
        state = "at" if at == self.at else "under" if at == self._under else ""
        spans = self._lines[line]
        drawn = self._drawn.get((spans, state))
        if drawn is None or drawn.cell_length != width:
            if len(self._drawn) > 2000:
                self._drawn.clear()
            drawn = self._drawn[spans, state] = self._draw(spans, state, width)
        return drawn

    def _draw(self, spans: Line, state: str, width: int) -> Strip:
        under = self._look(state)
        parts = [Segment(text, under + self._look(look) if look else under) for text, look in spans]
        return Strip(parts).adjust_cell_length(width, under)

    def _look(self, look: str) -> Style:
        """The style of a state or of a look; of a look no background, which is the state's."""
        style = self._looks.get(look)
        if style is None:
            style = self.get_component_rich_style(f"choices--{look}") if look else self.rich_style
            if look in LOOKS:
                style = Style(color=style.color, bold=style.bold, underline=style.underline)
            self._looks[look] = style
        return style
