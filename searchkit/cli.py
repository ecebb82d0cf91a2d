"""The command line: a command parses its words, makes one call to the library, and renders.

The rooms that a command needs are imported when it runs: a search must not pay for what indexing
needs, and no command for another's.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from .commands import COMMANDS, DEFAULT_INDEX
from .console import DONE, Answer, run
from .terminal import write

__all__ = ["application", "main"]

VARIABLE = "SEARCHKIT_COMPLETE"
"""What a shell sets that asks for completion; see :mod:`searchkit.completion`."""


def main(args: Sequence[str] | None = None) -> int:
    """Run searchkit with ``args`` (those of the process if None) and return the exit status."""
    words = sys.argv[1:] if args is None else list(args)
    shell = os.environ.get(VARIABLE)
    if shell is not None:
        from .completion import candidates

        write(
            candidates(application(words[0] if len(words) > 1 else None), words, shell), sys.stdout
        )
        return DONE
    return run(application(words[0] if words else None), words)


def application(called: str | None = None) -> typer.Typer:
    """The commands; only the one that is ``called`` where it is one: making all takes 10 ms."""
    app = typer.Typer(
        name="searchkit",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(searchkit)
    for name in [called] if called in COMMANDS else COMMANDS:
        module = import_module(f".commands.{name}", __package__)
        app.command(name)(getattr(module, name))
    return app


def searchkit(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> Answer:
    """Find who said what, and when, in collections of meeting outlines.

    Exit status: 0 found or done, 1 nothing found, 2 an error.
    """
    from . import __version__

    if version:
        return Answer([f"searchkit {__version__}"])
    if context.invoked_subcommand is None:
        from pathlib import Path

        from .listings import greeting
        from .places import is_index

        place = os.environ.get("SEARCHKIT_INDEX") or DEFAULT_INDEX
        there = "://" in place or is_index(Path(place))
        return Answer(greeting(__version__, place, there=there))
    return Answer()
