"""The full-screen browser: search as you type, facets to the left, passages to the right.

Textual draws it. A *filter* is a facet value that was chosen; choosing it again lifts it. Searches
run in a thread, the newest wins, so that a keystroke never waits for an answer. On a narrow
terminal, facets and passages take turns.
"""

from __future__ import annotations

import gc
import re
from asyncio import to_thread
from collections.abc import Mapping, Sequence
from time import sleep
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.cells import cell_len
from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from .errors import SearchkitError
from .screens import DocumentScreen, HelpScreen, NamesScreen
from .terminal import clean, dated, shorten

if TYPE_CHECKING:
    from .index import Index
    from .records import Hit, Snippet
    from .results import Results

__all__ = ["Browser"]

_Part = TypeVar("_Part", bound=Widget)

FIRST = 10
"""How many passages are listed at once, about as many as there is room for."""

SHOWN = 50
"""How many passages are listed after a pause."""

_FIELD_AT_END = re.compile(
    r"\b(?P<field>speaker|topic|person|country|place|doc):(?P<quote>\"?)(?P<part>[^\"\s]+)\Z"
)

VALUES = 12
"""How many values of each facet are listed."""

PAUSE = 0.25
"""Seconds without a key after which the rest is listed and facets are counted."""

FACETS = ("speaker", "topic", "year")

WELCOME = """\
{passages:,} passages. Type words to search them, or choose a speaker or a topic with F2.

"a phrase"        these words in this order
speaker:ivanov    where Ivanov speaks
topic:fisheries   on a topic
date:2002         in a year
-word             without a word
negot*            words that begin so

Right         take the speaker or topic that is proposed in the query
Enter, Down   to the passages; Enter opens one in its document
Tab           from one part of the screen to the next
F2            to speakers, topics and years; Enter chooses one, or lets it go
Ctrl-R        let go of all that was chosen
Ctrl-N        find a person, however the name is spelt
Ctrl-T        the newest first, or the best
Esc           back; F1 shows this again; Ctrl-Q quits"""

NOTHING = "Nothing found. Try fewer words, or lift the filters with Ctrl-R."


class Browser(App[None]):
    """Browse ``index``, beginning with ``query``."""

    TITLE = "searchkit"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #facets { width: 36; border-right: solid $primary; }
    #right { width: 1fr; }
    #hits { width: 1fr; overflow-y: scroll; }
    #told { padding: 1 2; color: $text-muted; height: auto; }
    #status { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    OptionList { border: none; height: 1fr; padding: 0 1; }
    .-narrow #facets { display: none; }
    .-narrow.-choosing #facets { display: block; width: 1fr; border-right: none; }
    .-narrow.-choosing #right { display: none; }
    DocumentScreen #head { padding: 1 2; text-style: bold; }
    DocumentScreen .passage { padding: 0 2 1 2; }
    DocumentScreen .chosen { background: $boost; border-left: thick $accent; }
    NamesScreen, HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 80; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
        border: round $accent; background: $surface;
    }
    NamesScreen > Vertical {
        width: 70; max-width: 100%; height: 20; max-height: 100%;
        border: round $accent; background: $surface;
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "keys", "Help"),
        Binding("f2", "facets", "Filter"),
        Binding("ctrl+r", "lift", "Lift filters"),
        Binding("ctrl+n", "names", "Person"),
        Binding("ctrl+t", "order", "Newest or best"),
        Binding("escape", "query", "Back to the words", show=False),
        Binding("down", "into_hits", "To the passages", show=False),
        Binding("ctrl+q", "quit", "Quit"),
    ]

    def __init__(self, index: Index, query: str = "") -> None:
        super().__init__()
        self._index = index
        self._first = query
        self._chosen: dict[str, str] = {}
        self._newest_first = False
        self._said = ""
        self.found: Results | None = None

    def compose(self) -> ComposeResult:
        """The widgets of the main screen."""
        yield Input(
            value=self._first,
            placeholder='Words, "a phrase", speaker:ivanov …',
            suggester=_Values(self._index),
            select_on_focus=False,
            id="query",
        )
        with Horizontal():
            yield OptionList(id="facets")
            with Vertical(id="right"):
                yield Static(id="told")
                yield _Hits(id="hits")
        yield Static(id="status")
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the words from the command line."""
        self._look()
        # What is there from the start stays, and looking through it again and again takes as long
        # as a search.
        self.call_after_refresh(gc.freeze)

    # What the user does

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the query is typed."""
        if event.input.id == "query":
            self._look()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the passages."""
        if event.input.id == "query":
            self._part("#hits", OptionList).focus()

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
        self.screen_stack[0].remove_class("-choosing")
        self._part("#query", Input).focus()

    def action_keys(self) -> None:
        """Show how to ask and what the keys do."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(WELCOME.format(passages=len(self._index))))

    def action_facets(self) -> None:
        """Go to the facets, which take the place of the passages on a narrow terminal."""
        self.screen_stack[0].toggle_class("-choosing")
        facets = self._part("#facets", OptionList)
        if facets.has_focus:
            self.action_query()
        else:
            facets.focus()

    def action_into_hits(self) -> None:
        """Go to the passages."""
        self.screen_stack[0].remove_class("-choosing")
        self._part("#hits", OptionList).focus()

    # Searching

    def _part(self, selector: str, kind: type[_Part]) -> _Part:
        """A widget of the main screen, which another may cover when an answer comes."""
        return self.screen_stack[0].query_one(selector, kind)

    def _look(self) -> None:
        query = self._part("#query", Input).value
        self.run_worker(
            lambda: self._search(query, dict(self._chosen), self._newest_first),
            thread=True,
            exclusive=True,
            group="search",
            exit_on_error=True,
        )

    def _search(self, query: str, chosen: dict[str, str], newest_first: bool) -> None:
        worker = get_current_worker()
        if worker.is_cancelled:
            return

        def ask(limit: int, *, facets: bool, unfinished: bool = True) -> Results:
            year = chosen.get("year")
            made = self._index.search(
                query,
                limit=limit,
                speaker=chosen.get("speaker"),
                topic=chosen.get("topic"),
                since=year,
                until=year,
                sort="newest" if newest_first else "relevance",
                facets=facets,
                unfinished=unfinished,
            )
            for hit in made:
                _ = hit.snippet  # which is made when it is asked for, here where nobody waits
            return made

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
            found = ask(FIRST, facets=False)
            if worker.is_cancelled:
                return
            self.call_from_thread(self._show, found, "")
            sleep(PAUSE)
            if worker.is_cancelled:
                return
            # What begins no word was meant as it stands, or is misspelt.
            finished = any(note.end == len(query) for note in found.diagnostics)
            found = ask(SHOWN, facets=True, unfinished=not finished)
        except SearchkitError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self._show, None, str(error))
            return
        if not worker.is_cancelled:
            self.call_from_thread(self._show, found, "")
            self.call_from_thread(self._show_facets, found.facets or {}, chosen)

    def _show(self, found: Results | None, trouble: str) -> None:
        self.found = found
        hits = self._part("#hits", _Hits)
        told = self._part("#told", Static)
        hits.display = bool(found)
        told.display = not found
        hits.show(found.hits if found else ())
        if found is None:
            told.update(Text(WELCOME.format(passages=len(self._index))))
        elif not found:
            told.update(NOTHING)
        self._tell(clean(trouble or _status(found)))

    def _tell(self, said: str) -> None:
        """Say it below; what fits on one line as before needs no new layout."""
        status = self._part("#status", Static)
        if said != self._said:
            longest = max(cell_len(said), cell_len(self._said))
            status.update(Text(said), layout=longest > status.content_size.width or not self._said)
            self._said = said

    def _show_facets(
        self, counts: Mapping[str, Sequence[tuple[str, int]]], chosen: Mapping[str, str]
    ) -> None:
        options: list[Option | None] = []
        listed = self._part("#facets", OptionList)
        room = max(10, (listed.size.width or 36) - 11)
        for field in FACETS:
            values = [(value, n) for value, n in counts.get(field, ()) if value][:VALUES]
            held = chosen.get(field)
            if held and all(value != held for value, _ in values):
                values.insert(0, (held, 0))
            if values:
                options.append(Option(Text(field.capitalize(), style="bold"), disabled=True))
                options += [
                    Option(_value(value, n, held == value, room), id=f"{field}:{value}")
                    for value, n in values
                ]
        at = listed.highlighted
        listed.clear_options()
        listed.add_options(options)
        if listed.has_focus and at is not None and at < listed.option_count:
            listed.highlighted = at


class _Hits(OptionList):
    """The passages found, titles cut to the width there is."""

    _hits: Sequence[Hit] = ()
    _width = 0

    def show(self, hits: Sequence[Hit]) -> None:
        """List these in place of those before; what is listed already stays."""
        held = len(self._hits)
        shown = [_seen(hit) for hit in hits[:held]] == [_seen(hit) for hit in self._hits]
        self._hits = hits
        if shown and held and self._width == self.size.width:
            self._add(hits[held:], held)
        else:
            self._draw()

    def on_resize(self, event: Resize) -> None:
        """Cut titles to the new width."""
        if event.size.width != self._width and self._hits:
            at = self.highlighted
            self._draw()
            self.highlighted = at

    def _draw(self) -> None:
        self._width = self.size.width
        self.clear_options()
        self._add(self._hits, 0)

    def _add(self, hits: Sequence[Hit], first: int) -> None:
        room = max(20, self._width - 4)
        self.add_options(Option(_hit(hit, room), id=str(at)) for at, hit in enumerate(hits, first))


def _status(found: Results | None) -> str:
    if found is None:
        return "Type to search."
    parts = [f"{found.total:,} passage{'' if found.total == 1 else 's'}"]
    if found.read_as:
        parts.append(f'read as "{found.read_as}"')
    parts += [note.message for note in found.diagnostics]
    if found.suggestion is not None:
        parts.append(f'did you mean "{found.suggestion}"?')
    return "; ".join(parts)


def _seen(hit: Hit) -> tuple[str, Snippet]:
    """All of a hit that is listed and can change."""
    return hit.passage.id, hit.snippet


def _hit(hit: Hit, width: int) -> Text:
    """A hit in a few lines; date, place and title on one of them."""
    found = hit.passage
    facts = " · ".join(filter(None, (dated(hit.document.date), found.place, hit.document.title)))
    text = Text(shorten(clean(facts), width), style="bold")
    label = f"{found.section} {' › '.join(found.headings)}" if found.headings else found.id
    text = Text.assemble(text, "\n", (shorten(clean(label), width), "cyan"))
    if found.speakers:
        text.append(f"\n{shorten(clean(', '.join(found.speakers)), width)}", style="green")
    return Text.assemble(text, "\n", _marked(hit.snippet), "\n")


def _marked(snippet: Snippet) -> Text:
    text = Text()
    at = 0
    for start, end in snippet.highlights:
        text.append(clean(snippet.text[at:start]))
        text.append(clean(snippet.text[start:end]), style="bold yellow")
        at = end
    text.append(clean(snippet.text[at:]))
    return text


def _value(value: str, count: int, chosen: bool, room: int) -> Text:
    text = Text()
    text.append("✓ " if chosen else "  ", style="bold green")
    text.append(f"{count:>5,} " if count else "      ", style="dim")
    text.append(shorten(clean(value), room), style="bold" if chosen else "")
    return text


class _Values(Suggester):
    """Goes on with the value of a field that is being typed, ``speaker:kaw`` with ``aguchi``."""

    def __init__(self, index: Index) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._index = index

    async def get_suggestion(self, value: str) -> str | None:
        """The query with the value at its end complete; None where there is nothing to add."""
        typed = _FIELD_AT_END.search(value)
        if typed is None:
            return None
        part = typed["part"]
        found = await to_thread(self._index.complete, typed["field"], part, limit=1)
        for one in found:
            whole = one.casefold()
            at = whole.find(part.casefold())
            if at >= 0 and len(whole) == len(one):
                more = one[at + len(part) :]
                return value + (more if typed["quote"] else more.partition(" ")[0])
        return None
