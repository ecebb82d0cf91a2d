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
from dataclasses import dataclass
from time import sleep
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Footer, Input, Static
from textual.worker import get_current_worker

from .choices import Choices, Entry, Line, folded
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

_GAP = re.compile(r"\S {2,}")
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
    #hits { width: 1fr; }
    #status { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    .-narrow #facets { display: none; }
    .-narrow.-choosing #facets { display: block; width: 1fr; border-right: none; }
    .-narrow.-choosing #hits { display: none; }
    DocumentScreen #head { padding: 1 2; text-style: bold; }
    #passages { padding: 0 2; }
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
        self._said = 0
        self.found: Results | None = None

    def compose(self) -> ComposeResult:
        """The widgets of the main screen."""
        yield _Query(
            value=self._first,
            placeholder='Words, "a phrase", speaker:ivanov …',
            suggester=_Values(self._index),
            select_on_focus=False,
            id="query",
        )
        with Horizontal():
            yield Choices(_lay_facet, id="facets")
            yield Choices(_lay, id="hits")
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
            self._part("#hits", Choices).focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Choose a facet, or open a passage in its document."""
        chosen = event.entry.item
        if isinstance(chosen, _Facet):
            self.choose(chosen.field, chosen.value)
        else:
            self.push_screen(DocumentScreen(self._index, chosen))

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
        facets = self._part("#facets", Choices)
        if facets.has_focus:
            self.action_query()
        else:
            facets.focus()

    def action_into_hits(self) -> None:
        """Go to the passages."""
        self.screen_stack[0].remove_class("-choosing")
        self._part("#hits", Choices).focus()

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
            self.call_from_thread(self._show, found, "", more=True)
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

    def _show(self, found: Results | None, trouble: str, *, more: bool = False) -> None:
        self.found = found
        if found:
            self._part("#hits", Choices).show(found.hits, more=more)
        else:
            told = WELCOME.format(passages=len(self._index)) if found is None else NOTHING
            self._part("#hits", Choices).show([told])
        self._tell(clean(trouble or _status(found)))

    def _tell(self, said: str) -> None:
        """Say it below; as many lines as before need no new layout."""
        status = self._part("#status", Static)
        lines = len(folded(said, status.content_size.width or 80))
        status.update(Text(said), layout=lines != self._said)
        self._said = lines

    def _show_facets(
        self, counts: Mapping[str, Sequence[tuple[str, int]]], chosen: Mapping[str, str]
    ) -> None:
        items: list[_Facet] = []
        for field in FACETS:
            values = [(value, n) for value, n in counts.get(field, ()) if value][:VALUES]
            held = chosen.get(field)
            if held and all(value != held for value, _ in values):
                values.insert(0, (held, 0))
            if values:
                items.append(_Facet(field))
                items += [_Facet(field, value, n, held == value) for value, n in values]
        self._part("#facets", Choices).show(items)


@dataclass(frozen=True, slots=True)
class _Facet:
    """A value of a facet and how many passages have it; without a value, the facet's name."""

    field: str
    value: str = ""
    count: int = 0
    chosen: bool = False


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


def _lay(item: Hit | str, width: int) -> Entry:
    """A hit in a few lines, date, place and title on one of them; or something told."""
    if isinstance(item, str):
        return Entry(tuple(((line, ""),) for line in ("", *_told(item, width))))
    found = item.passage
    facts = " · ".join(filter(None, (dated(item.document.date), found.place, item.document.title)))
    label = f"{found.section} {' › '.join(found.headings)}" if found.headings else found.id
    lines = [(facts, "title"), (label, "label")]
    if found.speakers:
        lines.append((", ".join(found.speakers), "who"))
    laid = [((shorten(clean(text), width), look),) for text, look in lines]
    return Entry((*laid, *_marked(item.snippet, width), ()), id=found.id, item=item)


def _marked(snippet: Snippet, width: int) -> list[Line]:
    """A snippet in lines of a width, with its marks."""
    text = clean(snippet.text)
    related = set(snippet.related)
    lines = []
    for start, end in folded(text, width):
        spans = []
        for begin, until in snippet.highlights:
            if start < until and begin < end:
                look = "related" if (begin, until) in related else "mark"
                spans.append((text[start:begin], ""))
                spans.append((text[max(start, begin) : min(end, until)], look))
                start = min(end, until)
        spans.append((text[start:end], ""))
        lines.append(tuple(span for span in spans if span[0]))
    return lines


def _told(text: str, width: int) -> list[str]:
    """Lines of a width; what goes on stands under the second column where there is one."""
    lines = []
    for line in text.splitlines():
        columns = _GAP.search(line)
        indent = columns.end() if columns and columns.end() < width // 2 else 0
        spans = folded(line[indent:], width - indent) or [(0, 0)]
        first, *more = (line[indent + start : indent + end] for start, end in spans)
        lines += [line[:indent] + first, *(" " * indent + one for one in more)]
    return lines


def _lay_facet(item: _Facet, width: int) -> Entry:
    """A value with its count, or the name of a facet."""
    if not item.value:
        return Entry((((item.field.capitalize(), "faint"),),))
    count = f"{item.count:>5,} " if item.count else " " * 6
    value = shorten(clean(item.value), max(10, width - 8))
    spans = (
        ("✓ " if item.chosen else "  ", "held"),
        (count, "faint"),
        (value, "held" if item.chosen else ""),
    )
    return Entry((spans,), id=f"{item.field}:{item.value}", item=item)


class _Query(Input):
    """The words, which are as wide as the screen however many they are: no new layout for a key."""

    virtual_size = Reactive(Size(0, 0))


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
