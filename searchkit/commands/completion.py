"""Completion for the user's shell."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..console import Answer, json_lines
from .options import JsonOption

__all__ = ["completion"]


def completion(
    shell: Annotated[
        Literal["bash", "zsh", "fish"], typer.Argument(metavar="SHELL", help="bash, zsh or fish.")
    ],
    as_json: JsonOption = False,
) -> Answer:
    """Print what makes a shell complete commands, speakers, topics and ids.

    Put it where your shell looks at its start:

    \b
    Examples:
      searchkit completion bash >> ~/.bashrc
      searchkit completion zsh > "${fpath[1]}/_searchkit"
      searchkit completion fish > ~/.config/fish/completions/searchkit.fish
    """
    from ..completion import script

    text = script(shell)
    if as_json:
        return Answer(json_lines([{"shell": shell, "script": text}]))
    return Answer(text.splitlines())
