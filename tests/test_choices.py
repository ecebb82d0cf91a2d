"""A list drawn line by line, driven by the pilot of an application that holds nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("textual")

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from searchkit.choices import Choices, Entry, folded
from searchkit.terminal import columns

FRUIT = ["Pome:", "apple", "pear", "Stone fruit:", "plum", "cherry", "peach"]


def lay(item: str, width: int) -> Entry:
    """A kind of fruit, or a fruit on two lines."""
    if item.endswith(":"):
        return Entry((((item, "faint"),),))
    return Entry((((item, "title"),), ((f"{width} wide", ""),)), id=item)


class Shop(App[None]):
    """An application with a list."""

    def __init__(self) -> None:
        super().__init__()
        self.sold: list[str] = []

    def compose(self) -> ComposeResult:
        yield Choices(lay, id="fruit")

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        self.sold.append(event.entry.id)


def drive(act: Callable[[Pilot[None], Shop, Choices], Awaitable[None]], lines: int = 20) -> None:
    async def run() -> None:
        app = Shop()
        async with app.run_test(size=(30, lines)) as pilot:
            listed = app.query_one(Choices)
            listed.show(FRUIT)
            listed.focus()
            await pilot.pause()
            await act(pilot, app, listed)

    asyncio.run(run())


def named(listed: Choices) -> str:
    """What one is at."""
    return listed.entry.id if listed.entry else ""


def seen(listed: Choices) -> list[str]:
    """The lines in sight."""
    return [listed.render_line(y).text.rstrip() for y in range(listed.size.height)]


def test_keys_pass_headings_over_and_go_round() -> None:
    async def act(pilot: Pilot[None], app: Shop, listed: Choices) -> None:
        at = [named(listed)]
        for key in ("down", "down", "up", "end", "down", "up", "home", "pagedown", "enter"):
            await pilot.press(key)
            at.append(named(listed))
        assert at == (
            ["apple", "pear", "plum", "pear", "peach", "apple", "peach", "apple", "peach", "peach"]
        )
        assert app.sold == ["peach"]

    drive(act)


def test_what_one_is_at_is_in_sight_with_its_heading() -> None:
    async def act(pilot: Pilot[None], _: Shop, listed: Choices) -> None:
        assert seen(listed)[:3] == ["Pome:", "apple", "27 wide"]
        await pilot.press("end")
        assert seen(listed)[-2:] == ["peach", "27 wide"]
        await pilot.press("up", "up")
        assert seen(listed)[:2] == ["Stone fruit:", "plum"]
        await pilot.press("pageup")
        assert named(listed) == "apple"
        assert seen(listed)[0] == "Pome:"

    drive(act, lines=5)


def test_what_stays_the_same_stays_where_it_is() -> None:
    async def act(pilot: Pilot[None], _: Shop, listed: Choices) -> None:
        await pilot.press("end")
        listed.show([*FRUIT, "apricot"])
        await pilot.pause()
        assert named(listed) == "peach"
        assert "peach" in seen(listed)
        listed.show(["apricot", "cherry", "apple", "peach"])
        await pilot.pause()
        assert (named(listed), seen(listed)[-2:]) == ("peach", ["peach", "27 wide"])
        listed.show(["quince", "medlar"])
        await pilot.pause()
        assert (named(listed), seen(listed)[0]) == ("quince", "quince")
        listed.show([])
        await pilot.press("down", "up", "home", "end", "pageup", "pagedown", "enter")
        assert named(listed) == ""

    drive(act, lines=5)


def test_another_width_lays_out_anew() -> None:
    async def act(pilot: Pilot[None], _: Shop, listed: Choices) -> None:
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert listed.plain[1] == "apple\n47 wide"
        assert seen(listed)[2] == "47 wide"

    drive(act)


def test_nothing_is_wider_than_the_list() -> None:
    async def act(_: Pilot[None], __: Shop, listed: Choices) -> None:
        listed.show(["x" * 100, "\u6c34" * 100])
        assert {listed.render_line(y).cell_length for y in range(20)} == {27}

    drive(act)


def test_folded() -> None:
    text = "a saw mill burnsdownagain"
    assert [text[start:end] for start, end in folded(text, 8)] == [
        "a saw",
        "mill",
        "burnsdow",
        "nagain",
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.integers(2, 20))
def test_folding_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in folded(text, width)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in lines)
