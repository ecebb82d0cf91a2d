"""The browser's other screens: a document with a passage marked, people looked up by name, help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer, Vertical, VerticalScroll
from textual.events import Click, MouseMove
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Input, Static
from textual.worker import get_current_worker

from .choices import Choices, Entry, Line, folded
from .terminal import clean, dated, shorten

if TYPE_CHECKING:
    from .index import Index
    from .records import Hit, Passage

__all__ = ["DocumentScreen", "HelpScreen", "NamesScreen"]


class DocumentScreen(Screen[None]):
    """A document, with the passage that was found marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace", "dismiss_it", "Back"),
    ]

    def __init__(self, index: Index, hit: Hit) -> None:
        super().__init__()
        self._index = index
        self._hit = hit
        self._passages: Sequence[Passage] = ()

    def compose(self) -> ComposeResult:
        """The document's title and its passages in order."""
        hit = self._hit
        facts = (dated(hit.document.date), hit.passage.place, hit.document.title)
        yield Static(Text(clean(" · ".join(one for one in facts if one))), id="head")
        self._passages = (
            self._index.outline(hit.passage.document).passages
            if hit.document.path
            else self._index.neighbours(hit.passage.id, before=10_000, after=10_000)
        )
        yield _Reader(_lay_passage, id="passages")
        yield Footer()

    def on_mount(self) -> None:
        """Bring the passage into sight."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        reader = self.query_one(_Reader)
        reader.show(self._passages)
        reader.focus()
        places = [one.id for one in self._passages]
        if self._hit.passage.id in places:
            reader.begin(places.index(self._hit.passage.id))

    def action_dismiss_it(self) -> None:
        """Go back."""
        self.dismiss()


class _Reader(Choices, inherit_bindings=False):
    """Passages to be read: keys move the text, and the passage that was found stays marked."""

    BINDINGS: ClassVar[list[BindingType]] = ScrollableContainer.BINDINGS

    def begin(self, at: int) -> None:
        """Mark a passage, and bring it to the top."""
        self.go(at)
        self.scroll_to(y=self.top(at), animate=False, force=True)

    def _pointed(self, _: Click | MouseMove) -> int | None:
        return None  # nothing is chosen here


class HelpScreen(ModalScreen[None]):
    """What may be typed and what the keys do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f1,enter", "leave", "Back"),
    ]

    def __init__(self, said: str) -> None:
        super().__init__()
        self._said = said

    def compose(self) -> ComposeResult:
        """The text."""
        with VerticalScroll():
            yield Static(Text(self._said))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


class NamesScreen(ModalScreen[str | None]):
    """A person looked up by a name however it is spelt."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back"),
        Binding("down", "into_people", "People", show=False),
    ]

    def __init__(self, index: Index) -> None:
        super().__init__()
        self._index = index

    def compose(self) -> ComposeResult:
        """A field for the name and the people whom it may mean."""
        with Vertical():
            yield Input(placeholder="A name, however it is spelt", id="name")
            yield Choices(_lay, id="people")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look the name up as it is typed: as a name, and as the beginning of one."""
        event.stop()
        typed = event.value.strip()
        self.run_worker(lambda: self._find(typed), thread=True, exclusive=True, group="names")

    def _find(self, typed: str) -> None:
        worker = get_current_worker()
        if worker.is_cancelled:
            return
        found: dict[str, str] = {}
        if typed:
            for hit in self._index.names(typed, limit=10):
                facts = (hit.entry.country, *hit.entry.roles[:1])
                found[hit.entry.name] = " · ".join(fact for fact in facts if fact)
            for name in self._index.complete("speaker", typed, limit=10):
                found.setdefault(name, "")
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, typed, found)

    def _show(self, typed: str, found: dict[str, str]) -> None:
        people = self.query_one("#people", Choices)
        if typed and not found:
            people.show(["Nobody of that name."])
        else:
            people.show(list(found.items()))
        people.action_first()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the first."""
        event.stop()
        self.query_one("#people", Choices).action_choose()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take the one chosen."""
        event.stop()
        self.dismiss(event.entry.id)

    def action_into_people(self) -> None:
        """Go to the list."""
        self.query_one("#people", Choices).focus()

    def action_leave(self) -> None:
        """Go back without a person."""
        self.dismiss(None)


def _lay(item: tuple[str, str] | str, width: int) -> Entry:
    """A name and what else is known of whom it means, or something told."""
    if isinstance(item, str):
        return Entry((((item, "faint"),),))
    name, facts = item
    shown = shorten(clean(name), width)
    room = width - len(shown) - 2
    told = f"  {shorten(clean(facts), room)}" if facts and room > 8 else ""
    return Entry((((shown, ""), (told, "faint")),), id=name)


def _lay_passage(passage: Passage, width: int) -> Entry:
    """A passage under its headings, whole, with who speaks."""
    label = clean(f"{passage.section} {' › '.join(passage.headings)}".strip())
    head: list[Line] = [((shorten(label, width), "label"),)]
    if passage.speakers:
        head.append(((shorten(clean(", ".join(passage.speakers)), width), "who"),))
    text = clean(passage.text)
    lines: list[Line] = [((text[start:end], ""),) for start, end in folded(text, width)]
    return Entry((*head, *lines, ()), id=passage.id)
