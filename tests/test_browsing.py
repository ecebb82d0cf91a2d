"""The browser, driven by its pilot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator

import pytest

import searchkit
from searchkit.cli import main

pytest.importorskip("textual")

from textual.pilot import Pilot
from textual.widgets import Input, Static

from searchkit.browsing import Browser
from searchkit.choices import Choices
from searchkit.screens import DocumentScreen, HelpScreen, NamesScreen

OUTLINES = {
    "quito": """\
Outline of Peru-Finland Foreign Ministers Meeting

May 4, 2015

On 4 May, Foreign Minister Rosa Quispe of Peru met Foreign Minister Aino Lehtonen of Finland.

1. Forestry

(1) Foreign Minister Lehtonen stated that sawmills in Peru could be modernized.

(2) Foreign Minister Quispe explained that sawmills without a permit\x1b[31m had been closed.
""",
    "helsinki": """\
Outline of Finland-Peru Foreign Ministers Meeting

June 9, 2016

On 8 June, Foreign Minister Aino Lehtonen of Finland met Foreign Minister Rosa Quispe of Peru.

1. Forestry

Foreign Minister Lehtonen asked about the sawmills and whether the work could be finished.
""",
}

Driven = Callable[[Callable[["Pilot[None]", Browser], Awaitable[None]]], None]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[searchkit.Index]:
    folder = tmp_path_factory.mktemp("browsed")
    for name, text in OUTLINES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with searchkit.Index.create(folder / "index") as made:
        made.add_files([folder / f"{name}.txt" for name in OUTLINES])
    with searchkit.Index.open(folder / "index") as opened:
        yield opened


def drive(
    index: searchkit.Index,
    act: Callable[[Pilot[None], Browser], Awaitable[None]],
    query: str = "",
    size: tuple[int, int] = (100, 30),
) -> None:
    async def run() -> None:
        app = Browser(index, query)
        async with app.run_test(size=size) as pilot:
            await settled(pilot, app)
            await act(pilot, app)

    asyncio.run(run())


async def settled(pilot: Pilot[None], app: Browser) -> None:
    """Wait until every search has been shown."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def options(app: Browser, which: str) -> list[str]:
    return app.query_one(f"#{which}", Choices).plain


def ids(app: Browser) -> list[str]:
    assert app.found is not None
    return [hit.passage.id for hit in app.found]


def test_it_begins_with_all_speakers_and_topics(index: searchkit.Index) -> None:
    async def act(_: Pilot[None], app: Browser) -> None:
        assert any("Aino Lehtonen" in one for one in options(app, "facets"))
        assert "Type to search" in str(app.query_one("#status", Static).render())

    drive(index, act)


def test_typing_searches_and_the_newest_words_win(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.press(*"sawmills permit")
        await settled(pilot, app)
        assert ids(app)[0] == "quito#1.2"
        assert len(ids(app)) == 3
        assert "\x1b" not in "".join(options(app, "hits"))
        assert "3 passages" in str(app.query_one("#status", Static).render())

    drive(index, act)


def test_a_facet_narrows_down_and_is_lifted(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        app.query_one("#facets", Choices).focus()
        place = next(i for i, one in enumerate(options(app, "facets")) if "Quispe" in one)
        app.query_one("#facets", Choices).go(place)
        await pilot.press("enter")
        await settled(pilot, app)
        assert ids(app) == ["quito#1.2"]
        assert any(one.startswith("✓") and "Quispe" in one for one in options(app, "facets"))
        await pilot.press("ctrl+r")
        await settled(pilot, app)
        assert len(ids(app)) == 3

    drive(index, act, "sawmills")


def test_a_passage_opens_in_its_document(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DocumentScreen)
        read = app.screen.query_one(Choices)
        assert read.entry is not None
        assert read.entry.id == "quito#1.1"
        label, who, text, *_ = read.plain[1].splitlines()
        assert (label, who) == ("1.1 Forestry", "Aino Lehtonen")
        assert text.startswith("Foreign Minister Lehtonen stated that sawmills")
        await pilot.press("down", "enter")  # moves the text, and chooses nothing
        await pilot.click("#passages", offset=(5, 1))
        await pilot.pause()
        assert read.entry.id == "quito#1.1"
        assert isinstance(app.screen, DocumentScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, DocumentScreen)

    drive(index, act, "sawmills")


def test_a_long_document_opens_at_its_passage() -> None:
    with searchkit.Index.in_memory() as long:
        long.add_passages(
            searchkit.Passage(
                id=f"cod#{number}", text=f"Cod {number} " + "is dear. " * 20, document="cod"
            )
            for number in range(500)
        )
        long.commit()

        async def act(pilot: Pilot[None], app: Browser) -> None:
            await pilot.press("enter", "enter")
            await pilot.pause()
            read = app.screen.query_one(Choices)
            assert read.render_line(1).text.startswith("Cod 321 is dear.")
            await pilot.press("pagedown")
            await pilot.pause()
            assert "Cod 321" not in read.render_line(1).text
            assert read.entry is not None
            assert read.entry.id == "cod#321"

        drive(long, act, '"cod 321"')


def test_a_person_is_found_by_a_misspelt_name(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert isinstance(app.screen, NamesScreen)
        await pilot.press(*"Kispe")
        await pilot.press("enter")
        await settled(pilot, app)
        assert ids(app) == ["quito#1.2"]

    drive(index, act, "sawmills")


def test_a_person_nobody_has_heard_of(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.press("ctrl+n", *"Zzyzx")
        await settled(pilot, app)
        assert app.screen.query_one(Choices).plain == ["Nobody of that name."]
        await pilot.press("enter")
        assert isinstance(app.screen, NamesScreen)
        await pilot.press("escape")
        assert not isinstance(app.screen, NamesScreen)

    drive(index, act)


def test_what_is_said_is_in_sight(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        status = app.query_one("#status")
        assert status.region.bottom <= app.query_one("Footer").region.y
        assert "Type words to search" in options(app, "hits")[0]
        await pilot.press(*"zebra")
        await settled(pilot, app)
        assert "Nothing found" in options(app, "hits")[0]
        assert status.region.height == 1

    drive(index, act)


def test_titles_stay_on_one_line(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        title, section, who, *text = options(app, "hits")[0].splitlines()
        assert title.endswith("…")
        assert len(title) <= 60
        assert section == "1.2 Forestry"
        assert who == "Rosa Quispe"
        assert "sawmills without a permit" in " ".join(text)
        assert max(map(len, text)) <= 42
        await pilot.resize_terminal(140, 30)
        await settled(pilot, app)
        title = options(app, "hits")[0].splitlines()[0]
        assert title == "2015-05-04 · Outline of Peru-Finland Foreign Ministers Meeting"

    drive(index, act, "sawmills permit", size=(80, 30))


def test_what_was_typed_is_marked(index: searchkit.Index) -> None:
    async def act(_: Pilot[None], app: Browser) -> None:
        listed = app.query_one("#hits", Choices)
        spans = [span for line in listed.entries[0].lines for span in line]
        assert [text for text, look in spans if look == "mark"] == ["sawmills", "permit"]

    drive(index, act, "sawmills permit")


def test_a_keystroke_lays_nothing_out_anew(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        laid: list[object] = []
        app.screen.screen_layout_refresh_signal.subscribe(app, laid.append)
        await pilot.press(*" permit")
        await settled(pilot, app)
        assert len(ids(app)) == 3
        assert laid == []

    drive(index, act, "sawmills")


def test_a_click_opens_a_passage_and_chooses_a_facet(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.click("#hits", offset=(5, 8))
        await pilot.pause()
        assert isinstance(app.screen, DocumentScreen)
        await pilot.press("escape")
        assert app.query_one("#hits", Choices).at == 1
        place = next(i for i, one in enumerate(options(app, "facets")) if "Quispe" in one)
        await pilot.click("#facets", offset=(5, place))
        await settled(pilot, app)
        assert ids(app) == ["quito#1.2"]

    drive(index, act, "sawmills")


def test_on_a_narrow_terminal_facets_and_passages_take_turns(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        facets, right = app.query_one("#facets"), app.query_one("#hits")
        assert (facets.display, right.region.width) == (False, 50)
        await pilot.press("f2")
        assert (facets.region.width, right.display) == (50, False)
        await pilot.press("down", "enter")
        await settled(pilot, app)
        await pilot.press("escape")
        assert (facets.display, right.display) == (False, True)
        assert 0 < len(ids(app)) < 3

    drive(index, act, "sawmills", size=(50, 20))


def test_the_value_of_a_field_is_completed(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        words = app.query_one("#query", Input)
        await pilot.press(*"sawmills speaker:qui")
        await settled(pilot, app)
        await pilot.press("right")
        assert words.value == "sawmills speaker:quispe"
        words.value = ""
        await pilot.press(*'speaker:"aino')
        await settled(pilot, app)
        await pilot.press("right")
        assert words.value == 'speaker:"aino Lehtonen'

    drive(index, act)


def test_help(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        assert "Ctrl-N" in str(app.screen.query_one(Static).render())
        await pilot.press("f1")
        assert not isinstance(app.screen, HelpScreen)

    drive(index, act)


def test_an_answer_comes_while_another_screen_is_open(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.press(*"sawmills permit", "f1")
        assert isinstance(app.screen, HelpScreen)
        await settled(pilot, app)
        await pilot.press("f1")
        assert ids(app)[0] == "quito#1.2"
        assert any("Rosa Quispe" in one for one in options(app, "facets"))

    drive(index, act)


def test_a_word_finds_while_it_is_typed(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.press(*"permit moder")
        await settled(pilot, app)
        assert ids(app) == ["quito#1.2", "quito#1.1"]
        assert str(app.query_one("#status", Static).render()) == "2 passages"

    drive(index, act)


def test_a_misspelt_word_is_read_after_a_pause(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.press(*"modernised")
        await settled(pilot, app)
        assert ids(app) == ["quito#1.1"]
        assert 'read as "modernized"' in str(app.query_one("#status", Static).render())

    drive(index, act)


def test_what_is_listed_stays(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        listed = app.query_one("#hits", Choices)
        listed.go(2)
        await pilot.press("escape", "space")  # goes on with the words
        assert app.query_one("#query", Input).value == "sawmills "
        await settled(pilot, app)
        assert listed.at == 2
        await pilot.press(*"permit")
        await settled(pilot, app)
        assert len(listed.entries) == 3

    drive(index, act, "sawmills")


def test_the_newest_first(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        await pilot.press("ctrl+t")
        await settled(pilot, app)
        assert ids(app)[0].startswith("helsinki")

    drive(index, act, "sawmills")


def test_a_mistake_is_told_below(index: searchkit.Index) -> None:
    async def act(pilot: Pilot[None], app: Browser) -> None:
        app.query_one("#query", Input).value = "sawmils colour:red"
        await settled(pilot, app)
        status = str(app.query_one("#status", Static).render())
        assert "colour" in status

    drive(index, act)


def test_browse_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["browse"]) == 2
    assert capsys.readouterr().err.startswith("searchkit: browse needs a terminal")
    assert main(["browse", "--json"]) == 2
    assert "for programs" in capsys.readouterr().err
