"""The full-screen browser: search as you type, facets to the left, passages to the right.

Textual draws it. A *filter* is a facet value that was chosen; choosing it again lifts it. Searches
run in a thread, the newest wins, so that a keystroke never waits for an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from .errors import SearchkitError
from .terminal import clean, dated

if TYPE_CHECKING:
    from .index import Index
    from .records import Hit, Passage, Snippet
    from .results import Results

__all__ = ["Browser"]

SHOWN = 30
"""How many passages are listed."""

VALUES = 12
"""How many values of each facet are listed."""

FACETS = ("speaker", "topic", "year")


class Browser(App[None]):
    """Browse ``index``, beginning with ``query``."""

    TITLE = "searchkit"
    CSS = """
    #query { dock: top; }
    #facets { width: 34; border-right: solid $primary; }
    #hits { width: 1fr; }
    #status { dock: bottom; height: 1; padding: 0 1; color: $text-muted; }
    OptionList { border: none; height: 1fr; }
    DocumentScreen #head { padding: 1 2; text-style: bold; }
    DocumentScreen .passage { padding: 0 2 1 2; }
    DocumentScreen .chosen { background: $boost; border-left: thick $accent; }
    NamesScreen { align: center middle; }
    NamesScreen > Vertical { width: 70; height: 20; border: round $accent; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "names", "Find a person"),
        Binding("ctrl+t", "order", "By date or relevance"),
        Binding("ctrl+r", "lift", "Lift filters"),
        Binding("escape", "query", "Back to the words", show=False),
        Binding("down", "into_hits", "Passages", show=False),
        Binding("ctrl+q", "quit", "Quit"),
    ]

    def __init__(self, index: Index, query: str = "") -> None:
        super().__init__()
        self._index = index
        self._first = query
        self._chosen: dict[str, str] = {}
        self._newest_first = False
        self.found: Results | None = None

    def compose(self) -> ComposeResult:
        """The widgets of the main screen."""
        yield Input(
            value=self._first, placeholder='Words, "a phrase", speaker:ivanov …', id="query"
        )
        with Horizontal():
            yield OptionList(id="facets")
            yield OptionList(id="hits")
        yield Static(id="status")
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the words from the command line."""
        self._look()

    # What the user does

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the query is typed."""
        if event.input.id == "query":
            self._look()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the passages."""
        if event.input.id == "query":
            self.query_one("#hits", OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose a facet, or open a passage in its document."""
        named = event.option.id or ""
        if event.option_list.id == "facets":
            field, _, value = named.partition(":")
            self.choose(field, value)
        elif event.option_list.id == "hits" and self.found is not None:
            self.push_screen(DocumentScreen(self._index, self.found[int(named)]))

    def choose(self, field: str, value: str) -> None:
        """Filter by a facet's value, or lift that filter."""
        if self._chosen.get(field) == value:
            del self._chosen[field]
        else:
            self._chosen[field] = value
        self._look()

    def action_names(self) -> None:
        """Ask for a person and filter by what they say."""

        def chosen(name: str | None) -> None:
            if name:
                self._chosen["speaker"] = name
                self._look()

        self.push_screen(NamesScreen(self._index), chosen)

    def action_order(self) -> None:
        """Change between the best first and the newest first."""
        self._newest_first = not self._newest_first
        self._look()

    def action_lift(self) -> None:
        """Lift all filters."""
        self._chosen.clear()
        self._look()

    def action_query(self) -> None:
        """Go back to the query."""
        self.query_one("#query", Input).focus()

    def action_into_hits(self) -> None:
        """Go to the passages."""
        self.query_one("#hits", OptionList).focus()

    # Searching

    def _look(self) -> None:
        query = self.query_one("#query", Input).value
        self.run_worker(
            lambda: self._search(query, dict(self._chosen), self._newest_first),
            thread=True,
            exclusive=True,
            group="search",
            exit_on_error=True,
        )

    def _search(self, query: str, chosen: dict[str, str], newest_first: bool) -> None:
        worker = get_current_worker()

        def ask(limit: int, *, facets: bool) -> Results:
            year = chosen.get("year")
            return self._index.search(
                query,
                limit=limit,
                speaker=chosen.get("speaker"),
                topic=chosen.get("topic"),
                since=year,
                until=year,
                sort="newest" if newest_first else "relevance",
                facets=facets,
            )

        if not query.strip() and not chosen:
            facets = {
                "speaker": [(one.name, one.passages) for one in self._index.speakers()],
                "topic": [(one.name, one.passages) for one in self._index.topics()],
            }
            if not worker.is_cancelled:
                self.call_from_thread(self._show, None, "")
                self.call_from_thread(self._show_facets, facets, chosen)
            return
        try:
            found = ask(SHOWN, facets=False)
            if worker.is_cancelled:
                return
            self.call_from_thread(self._show, found, "")
            counted = ask(1, facets=True).facets
        except SearchkitError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self._show, None, str(error))
            return
        if not worker.is_cancelled:
            self.call_from_thread(self._show_facets, counted or {}, chosen)

    def _show(self, found: Results | None, trouble: str) -> None:
        self.found = found
        hits = self.query_one("#hits", OptionList)
        hits.clear_options()
        if found is not None:
            hits.add_options(
                Option(_hit(hit), id=str(place)) for place, hit in enumerate(found.hits)
            )
        self.query_one("#status", Static).update(Text(clean(trouble or _status(found))))

    def _show_facets(
        self, counts: Mapping[str, Sequence[tuple[str, int]]], chosen: Mapping[str, str]
    ) -> None:
        options: list[Option | None] = []
        for field in FACETS:
            values = [(value, n) for value, n in counts.get(field, ()) if value][:VALUES]
            held = chosen.get(field)
            if held and all(value != held for value, _ in values):
                values.insert(0, (held, 0))
            if values:
                options.append(Option(Text(field.capitalize(), style="bold"), disabled=True))
                options += [
                    Option(_value(value, n, held == value), id=f"{field}:{value}")
                    for value, n in values
                ]
        listed = self.query_one("#facets", OptionList)
        at = listed.highlighted
        listed.clear_options()
        listed.add_options(options)
        if listed.has_focus and at is not None and at < listed.option_count:
            listed.highlighted = at


class DocumentScreen(Screen[None]):
    """A document, with the passage that was found marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace", "dismiss_it", "Back"),
    ]

    def __init__(self, index: Index, hit: Hit) -> None:
        super().__init__()
        self._index = index
        self._hit = hit

    def compose(self) -> ComposeResult:
        """The document's title and its passages in order."""
        hit = self._hit
        facts = (dated(hit.document.date), hit.passage.place, hit.document.title)
        yield Static(Text(clean(" · ".join(one for one in facts if one))), id="head")
        passages = (
            self._index.outline(hit.passage.document).passages
            if hit.document.path
            else self._index.neighbours(hit.passage.id, before=10_000, after=10_000)
        )
        with VerticalScroll():
            for one in passages:
                chosen = one.id == hit.passage.id
                yield Static(_passage(one), classes="passage chosen" if chosen else "passage")
        yield Footer()

    def on_mount(self) -> None:
        """Bring the passage into sight."""
        chosen = self.query(".chosen")
        if chosen:
            self.call_after_refresh(chosen.first().scroll_visible, animate=False, top=True)
        self.query_one(VerticalScroll).focus()

    def action_dismiss_it(self) -> None:
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
            yield OptionList(id="people")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look the name up as it is typed: as a name, and as the beginning of one."""
        event.stop()
        typed = event.value.strip()
        people = self.query_one("#people", OptionList)
        people.clear_options()
        if not typed:
            return
        begun = self._index.complete("speaker", typed, limit=10)
        meant = [hit.entry.name for hit in self._index.names(typed, limit=10)]
        for name in dict.fromkeys((*meant, *begun)):
            people.add_option(Option(Text(clean(name)), id=name))
        people.highlighted = 0 if people.option_count else None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the first."""
        event.stop()
        people = self.query_one("#people", OptionList)
        if people.option_count:
            self.dismiss(people.get_option_at_index(people.highlighted or 0).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one chosen."""
        event.stop()
        self.dismiss(event.option.id)

    def action_into_people(self) -> None:
        """Go to the list."""
        self.query_one("#people", OptionList).focus()

    def action_leave(self) -> None:
        """Go back without a person."""
        self.dismiss(None)


def _status(found: Results | None) -> str:
    if found is None:
        return "Type to search. Enter opens, Tab goes on, Ctrl-N finds a person."
    parts = [f"{found.total:,} passage{'' if found.total == 1 else 's'}"]
    if found.read_as:
        parts.append(f'read as "{found.read_as}"')
    parts += [note.message for note in found.diagnostics]
    if found.suggestion is not None:
        parts.append(f'did you mean "{found.suggestion}"?')
    return "; ".join(parts)


def _hit(hit: Hit) -> Text:
    found = hit.passage
    text = Text()
    text.append(clean(f"{dated(hit.document.date)} · {hit.document.title}\n"), style="bold")
    label = f"{found.section} {' › '.join(found.headings)}" if found.headings else found.id
    text.append(clean(label), style="cyan")
    if found.speakers:
        text.append("  " + clean(", ".join(found.speakers)), style="green")
    text.append("\n")
    text.append_text(_marked(hit.snippet))
    text.append("\n")
    return text


def _marked(snippet: Snippet) -> Text:
    text = Text()
    at = 0
    for start, end in snippet.highlights:
        text.append(clean(snippet.text[at:start]))
        text.append(clean(snippet.text[start:end]), style="bold yellow")
        at = end
    text.append(clean(snippet.text[at:]))
    return text


def _value(value: str, count: int, chosen: bool) -> Text:
    text = Text(no_wrap=True, overflow="ellipsis")
    text.append("✓ " if chosen else "  ", style="bold green")
    text.append(f"{count:>5,} " if count else "      ", style="dim")
    text.append(clean(value), style="bold" if chosen else "")
    return text


def _passage(passage: Passage) -> Text:
    text = Text()
    text.append(clean(f"{passage.section} {' › '.join(passage.headings)}"), style="cyan")
    if passage.speakers:
        text.append("  " + clean(", ".join(passage.speakers)), style="green")
    text.append("\n" + clean(passage.text))
    return text
