"""What the commands share: the answer they return, how it is written, how errors are told.

A command returns an *answer*: lines for standard output, notes for standard error, and the exit
status (0 found or done, 1 nothing found, 2 an error). Only :func:`run` writes, and an answer's
lines may be made while they are written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import Any

import typer

from .errors import SearchkitError
from .terminal import Style, clean, columns, page, shorten, write

__all__ = [
    "DONE",
    "FAILED",
    "INTERRUPTED",
    "NOTHING",
    "Answer",
    "fields",
    "json_lines",
    "listing",
    "progress",
    "run",
    "stoppable",
]

DONE, NOTHING, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses; 130 is what a shell makes of Ctrl-C."""

# The error that Click raises for wrong usage, be it within Typer or installed beside it.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say."""

    lines: Iterable[str] = ()
    notes: Iterable[str] = ()
    status: int = DONE


def run(app: typer.Typer, words: Sequence[str]) -> int:
    """Run the command that ``words`` call and return the exit status."""
    try:
        answer = typer.main.get_command(app).main(
            args=list(words), prog_name="searchkit", standalone_mode=False
        )
        if answer == INTERRUPTED:
            raise KeyboardInterrupt  # Typer has caught it
        if not isinstance(answer, Answer):
            return int(answer or 0)
        write(answer.notes, sys.stderr)
        (page if _on_a_terminal() else write)(answer.lines, sys.stdout)
        return answer.status
    except _UsageError as error:
        return _fail(_usage(error))
    except SearchkitError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, typer.Abort):
        write(["interrupted: what was committed holds"], sys.stderr)
        return INTERRUPTED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        hint = ": check its permissions" if isinstance(error, PermissionError) else ""
        return _fail(f"{place}{error.strerror or error}{hint}")


def _on_a_terminal() -> bool:
    """Whether somebody sits before what is read and what is written, who can turn pages."""
    return all(one is not None and one.isatty() for one in (sys.__stdin__, sys.__stdout__)) and (
        sys.stdout is sys.__stdout__
    )


def _fail(message: str) -> int:
    write([f"searchkit: {clean(' '.join(message.split()))}"], sys.stderr)
    return FAILED


_PLAINLY = {
    "Input should be a valid integer, unable to parse string as an integer": "it is no number",
    "Input should be ": "it must be ",
    "Value error, ": "",
}
"""What Typer's checks say, and what people say."""


def _usage(error: Any) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "searchkit"
    message = error.format_message().rstrip(".")
    for said, plainly in _PLAINLY.items():
        message = message.replace(said, plainly)
    hint = f'see "{command} --help"'
    if "No such option" in message:
        hint += ", or put -- before words that begin with a dash"
    return f"{message[:1].lower()}{message[1:]}: {hint}"


def json_lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Each record as JSON on a line of its own."""
    import json

    # A stream that cannot hold every character gets ASCII, which is the same JSON.
    ascii_only = not (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    for record in records:
        yield json.dumps(record, ensure_ascii=ascii_only)


def fields(record: Any) -> dict[str, Any]:
    """A record as a dict, records in it too."""
    from dataclasses import asdict

    return asdict(record)


def listing(
    found: Sequence[Any],
    lines: Callable[[Sequence[Any], Style], Iterable[str]],
    *,
    as_json: bool,
    empty: str,
) -> Answer:
    """Records one below the other; ``empty`` is said where there are none."""
    status = DONE if found else NOTHING
    if as_json:
        return Answer(json_lines(map(fields, found)), status=status)
    return Answer(lines(found, Style.of(sys.stdout)) if found else [empty], status=status)


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """Within the block Ctrl-C interrupts nothing, but makes what is yielded say so; twice does."""
    import signal

    asked = False
    clear = "\r\x1b[K" if sys.stderr.isatty() else ""

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            signal.default_int_handler(number, frame)
        asked = True
        with suppress(RuntimeError):  # it may have come in the middle of another line
            sys.stderr.write(
                f"{clear}stopping after this file, to keep what was read; Ctrl-C to stop now\n"
            )
            sys.stderr.flush()

    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:  # else whoever started this has said what is to be
        signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        if asked:
            sys.stderr.write(clear)
        if before is signal.default_int_handler:
            signal.signal(signal.SIGINT, before)


_SINCE = 20.0
"""Seconds over which the rate of a long task is taken: what is left is like what came last."""
_FIRST = 2.0
"""Seconds before the time left is told; what a task begins with takes longer than what follows."""


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """What tells on standard error how far a long task is; the block ends when all is done.

    On a terminal a line that is written over, with the rate and the time left, as much of them as
    its width has room for; in a log a line a minute. What stands on the terminal at the end is
    wiped out.
    """
    from collections import deque
    from time import monotonic

    live = sys.stderr.isatty()
    width = (Style.of(sys.stderr).width or 80) - 1
    began = told = monotonic()
    passed = deque([(began, 0)])

    def say(line: str) -> None:
        sys.stderr.write(f"\r\x1b[K{line}" if live else f"{line}\n")
        sys.stderr.flush()

    def show(done: int, total: int, item: str) -> None:
        nonlocal told
        now = monotonic()
        if live and done >= total and told > began:
            say(shorten(f"{total:,} files read, writing the index", width))
        elif now - told >= (0.1 if live else 60.0):
            told = now
            passed.append((now, done))
            while len(passed) > 2 and passed[1][0] <= now - _SINCE:
                passed.popleft()
            before, had = passed[0]
            rate = (done - had) / max(now - before, 1e-9)
            facts = [f"{done:,} of {total:,} files"]
            if rate and now - began >= _FIRST:
                speed = f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"
                facts += [f"{speed} a second", f"{_duration((total - done) / rate)} left"]
            say(_fitting(facts, clean(item), width) if live else ", ".join(facts))

    try:
        yield show
    finally:
        if live and told > began:
            say("")


def _fitting(facts: Sequence[str], item: str, width: int) -> str:
    """How far, how fast, how long, and what is read, without what there is no room for."""
    line = ", ".join(facts)
    for fewer in (f"{facts[0]}, {facts[-1]}", facts[0]):
        if columns(line) > width:
            line = fewer
    name = item.replace("\\", "/").rpartition("/")[2]
    room = width - columns(line) - 2
    return f"{line}: {shorten(name, room)}" if room >= _LEAST_NAME else shorten(line, width)


_LEAST_NAME = 12
"""Columns that are worth beginning a file's name in."""


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
