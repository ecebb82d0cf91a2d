"""How long the browser takes from a keystroke to the passages, and how long a key has to wait.

    python benchmarks/browse.py [--passages 100000] [--index PLACE]

Queries are typed letter by letter into the browser, over an index of generated passages (see
``passages.py``) or one that is there. Of each key three times count: until the passages for what
has been typed are drawn, facets not counted; the work of the processor until then, which does not
depend on what else the machine does; and how long the screen did not react meanwhile, which is
what a typist feels. What is sent to a terminal is made, as it is for a real one; what that takes
to show it is not in them.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from pathlib import Path
from typing import Any

import passages
from passages import generated

from searchkit import Index, Passage
from searchkit.commands.browse import FRAMES

os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # as the command has it, before Textual is read

from textual.events import Key

from searchkit.browsing import Browser

QUERIES = 12
TICK = 0.001


def typed() -> list[str]:
    """Queries of two or three words, and some with a speaker, from the passages themselves."""
    rows = list(generated(QUERIES * 50))[::50]
    made = []
    for number, row in enumerate(rows):
        words = sorted(set(row.text.lower().replace(".", "").replace(",", "").split()))
        one, other = words[len(words) // 3], words[len(words) // 2]
        made.append(f"{one} {other}" if number % 3 else f"{one} speaker:{row.speaker.split()[1]}")
    return made


async def measured(index: Index, queries: list[str]) -> dict[str, list[float]]:
    """Seconds of each key."""
    answers: list[float] = []
    works: list[float] = []
    waits: list[float] = []
    app = Browser(index)
    shown = asyncio.Event()
    show = app._show

    def told(found: Any, trouble: str, **more: Any) -> None:
        show(found, trouble, **more)
        app.call_after_refresh(shown.set)

    app._show = told  # type: ignore[method-assign]

    def sent(_: Any, update: Any) -> None:
        if hasattr(update, "render_segments"):
            update.render_segments(app.console)

    app._display = sent  # type: ignore[method-assign]
    stalled = 0.0

    async def watch() -> None:
        nonlocal stalled
        while True:
            began = time.perf_counter()
            await asyncio.sleep(TICK)
            stalled = max(stalled, time.perf_counter() - began - TICK)

    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("x", "backspace")  # what is loaded once is loaded
        await app.workers.wait_for_complete()
        watching = asyncio.create_task(watch())
        words = app.query_one("#query")
        for query in queries:
            words.value = ""  # type: ignore[attr-defined]
            await pilot.pause()
            await app.workers.wait_for_complete()
            for at in range(1, len(query) + 1):  # the key is pressed as a terminal would tell it
                shown.clear()
                stalled = 0.0
                began, work = time.perf_counter(), time.process_time()
                app.post_message(Key(query[at - 1], query[at - 1]))
                await shown.wait()
                answers.append(time.perf_counter() - began)
                works.append(time.process_time() - work)
                await asyncio.sleep(0.05)  # a fast typist's pause
                waits.append(stalled)
        watching.cancel()
    return {"until drawn": answers, "work": works, "screen waited": waits}


def at(times: list[float], share: float) -> str:
    """A quantile in milliseconds."""
    return f"{sorted(times)[min(len(times) - 1, int(share * len(times)))] * 1000:.0f} ms"


def main() -> None:
    """Make the index if need be, type, and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--passages", type=int, default=100_000)
    arguments.add_argument("--index", help="an index that is there")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(given.index or Path(folder) / "index")
        if not given.index:
            with Index.create(place, engine="tantivy") as index:
                index.add_passages(made(given.passages))
        with Index.open(place) as index:
            found = asyncio.run(measured(index, typed()))
            print(f"{len(index):,} passages, {len(found['work'])} keystrokes")
    for name, times in found.items():
        print(f"{name:14} median {at(times, 0.5)}, p95 {at(times, 0.95)}, longest {at(times, 1)}")


def made(count: int) -> Any:
    """Generated passages as searchkit takes them."""
    return (
        Passage(id=r.id, text=r.text, speakers=(r.speaker,), topics=(r.topic,), date=r.date)
        for r in passages.generated(count)
    )


if __name__ == "__main__":
    main()
