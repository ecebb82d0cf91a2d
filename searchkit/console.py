"""What the commands share: the answer they return, how it is written, how errors are told.

A command returns an *answer*: lines for standard output, notes for standard error, and the exit
status (0 found or done, 1 nothing found, 2 an error). Only :func:`run` writes, and an answer's
lines may be made while they are written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import typer

from .errors import SearchkitError
from .terminal import Style, clean, shorten, write

__all__ = [
    "DONE",
    "FAILED",
    "NOTHING",
    "Answer",
    "fields",
    "json_lines",
    "listing",
    "progress",
    "run",
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
        if not isinstance(answer, Answer):
            return int(answer or 0)
        write(answer.notes, sys.stderr)
        write(answer.lines, sys.stdout)
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


def progress() -> Callable[[int, int, str], None] | None:
    """What shows how far a long task is, a line that is written over; None off a terminal."""
    if not sys.stderr.isatty():
        return None
    width = Style.of(sys.stderr).width or 80

    def show(done: int, total: int, item: str) -> None:
        line = shorten(f"{done:,}/{total:,} {clean(item)}", width - 1)
        sys.stderr.write(f"\r\x1b[K{line if done < total else ''}")
        sys.stderr.flush()

    return show
