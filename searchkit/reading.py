"""Files -> outlines: in order, in as many processes as asked for where that pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from . import analysis, readers
from .errors import UnreadableFile
from .languages import JAPANESE, is_unspaced
from .outlines.parser import parse
from .readers import Given
from .records import Outline
from .thesaurus import Thesaurus

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

__all__ = ["Read", "Task", "read_all"]

_PART = 16
"""Files that a process reads at a time."""

_AHEAD = 4
"""How many such parts each process may be ahead of the catalog."""

Task = tuple[str, str]
"""A file to read and the id of its document."""

Read = tuple[Outline | None, Given, tuple[str, ...], str]
"""The outline or None, what is given of it, the reader's notes, and the reason where it is None."""


def read_all(tasks: Sequence[Task], thesaurus: Thesaurus, jobs: int) -> Iterator[tuple[Task, Read]]:
    """Read the files, in order, in as many processes as asked for where that pays."""
    if jobs <= 1 or len(tasks) < 20 * jobs:
        yield from zip(tasks, (_read(task, thesaurus) for task in tasks), strict=True)
        return
    from collections import deque
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    given = thesaurus.to_json(), analysis.language()
    parts = deque(tasks[at : at + _PART] for at in range(0, len(tasks), _PART))
    waiting: deque[tuple[Sequence[Task], Future[list[Read]]]] = deque()
    while parts:
        with _pool(jobs, given) as pool:
            try:
                while parts or waiting:
                    # What is read waits for the catalog: only so much of it at a time.
                    while parts and len(waiting) <= _AHEAD * jobs:
                        waiting.append((parts[0], pool.submit(_read_in_worker, parts[0])))
                        parts.popleft()
                    part, read = waiting[0]
                    found = read.result()
                    waiting.popleft()
                    yield from zip(part, found, strict=True)
            except BrokenProcessPool:
                pass
        # One of these ended its process: each gets one of its own.
        for task in (task for part, _ in waiting for task in part):
            with _pool(1, given) as pool:
                try:
                    yield task, pool.submit(_read_in_worker, [task]).result()[0]
                except BrokenProcessPool:
                    yield task, (None, Given(), (), _ENDED)
        waiting.clear()


_ENDED = "ended the process that read it, perhaps for want of memory: split it"


@contextmanager
def _pool(jobs: int, given: tuple[str, str]) -> Iterator[ProcessPoolExecutor]:
    """Processes that read; what they have not begun when the block ends is dropped."""
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=_set_up_worker, initargs=given)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


_worker_thesaurus: Thesaurus | None = None


def _set_up_worker(compiled: str, language: str) -> None:
    import signal

    global _worker_thesaurus
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asked for the reading
    analysis.use(language)
    _worker_thesaurus = Thesaurus.from_json(compiled)


def _read_in_worker(tasks: Sequence[Task]) -> list[Read]:
    assert _worker_thesaurus is not None
    return [_read(task, _worker_thesaurus) for task in tasks]


def _read(task: Task, thesaurus: Thesaurus) -> Read:
    place, name = task
    try:
        source = readers.read(Path(place))
    except UnreadableFile as error:
        return None, Given(), (), str(error).removeprefix(f"{place}: ")
    try:
        outline = parse(source.text, id=name, path=place, thesaurus=thesaurus, given=source.given)
    except MemoryError:
        return None, Given(), (), "is too large for the memory there is: split it"
    except Exception as error:  # a mistake of ours must not cost an archive its other files
        reason = f"searchkit cannot parse it ({error!r}): please report it"
        return None, Given(), (), reason
    notes = source.notes
    if analysis.language() != JAPANESE and is_unspaced(source.text):
        notes += (
            "sets no spaces between words, so that they are not found one by one; Japanese is "
            "indexed with --language japanese",
        )
    return outline, source.given, notes, ""
