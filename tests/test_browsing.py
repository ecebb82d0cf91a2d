"""The browser, driven by its pilot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator

import pytest

import searchkit
from searchkit.cli import main

pytest.importorskip("textual")

from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from searchkit.browsing import Browser, DocumentScreen, NamesScreen

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
) -> None:
    async def run() -> None:
        app = Browser(index, query)
        async with app.run_test(size=(100, 30)) as pilot:
            await settled(pilot, app)
            await act(pilot, app)

    asyncio.run(run())


async def settled(pilot: Pilot[None], app: Browser) -> None:
    """Wait until every search has been shown."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def options(app: Browser, which: str) -> list[str]:
    listed = app.query_one(f"#{which}", OptionList)
    return [str(listed.get_option_at_index(i).prompt) for i in range(listed.option_count)]


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
        app.query_one("#facets", OptionList).focus()
        place = next(i for i, one in enumerate(options(app, "facets")) if "Quispe" in one)
        app.query_one("#facets", OptionList).highlighted = place
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
        await pilot.press("enter", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DocumentScreen)
        (marked,) = app.screen.query(".chosen")
        assert "sawmills" in str(marked.render())
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, DocumentScreen)

    drive(index, act, "sawmills")


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
