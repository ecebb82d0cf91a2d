"""Shell completion: what may stand where the cursor is, read from the commands and the index.

A shell's script, which ``searchkit completion`` prints, calls searchkit with the words typed so
far and ``SEARCHKIT_COMPLETE`` set to the shell's name; it prints one candidate a line, with its
help after a tab. A *candidate* is a command, an option, one of an option's choices, or a value
that the index has: a speaker, a topic, a document. ``:files`` stands for the shell's own
completion of file names.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Sequence
from typing import Any, Literal, get_args, get_origin, get_type_hints

import typer

from .commands import COMMANDS, DEFAULT_INDEX
from .errors import SearchkitError

__all__ = ["FILES", "SHELLS", "candidates", "script"]

FILES = ":files"

_VALUES = {
    "speaker": "speaker",
    "topic": "topic",
    "person": "person",
    "name": "person",
    "country": "country",
    "document": "doc",
    "wanted": "id",
    "ids": "id",
}
"""What a parameter of that name takes, as :meth:`searchkit.Index.complete` knows it."""

_PATHS = {"paths", "file", "place", "thesaurus", "people", "output"}

SHELLS = {
    "bash": """\
_searchkit() {
    local IFS=$'\\n'
    COMPREPLY=($(SEARCHKIT_COMPLETE=bash searchkit "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
    if [ "${COMPREPLY[0]}" = ":files" ]; then
        COMPREPLY=()
        compopt -o default
    else
        compopt -o filenames
    fi
}
complete -F _searchkit searchkit
""",
    "zsh": """\
#compdef searchkit
_searchkit() {
    local -a found
    found=("${(@f)$(SEARCHKIT_COMPLETE=zsh searchkit "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ "${found[1]}" == ":files" ]]; then
        _files
    elif [[ -n "${found[1]}" ]]; then
        compadd -U -- "${(@)found%%$'\\t'*}"
    fi
}
if [ "$funcstack[1]" = "_searchkit" ]; then
    _searchkit
else
    compdef _searchkit searchkit
fi
""",
    "fish": """\
function __searchkit_complete
    set -l typed (commandline -opc) (commandline -ct)
    set -l found (env SEARCHKIT_COMPLETE=fish searchkit $typed[2..-1] 2>/dev/null)
    if test "$found[1]" = ":files"
        __fish_complete_path (commandline -ct)
    else
        printf '%s\\n' $found
    end
end
complete --command searchkit --no-files --arguments "(__searchkit_complete)"
""",
}
"""The script of each shell. Bash quotes what it takes for file names, which values need too."""


def script(shell: str) -> str:
    """What to put into a shell's start-up file."""
    return SHELLS[shell]


def candidates(app: typer.Typer, words: Sequence[str], shell: str) -> Iterator[str]:
    """What may stand in place of the last of ``words``, which the shell has typed in part.

    Bash hands words on as they are typed, quotes and all, and shows no help.
    """
    *before, part = [_bare(word) if shell == "bash" else word for word in words] or [""]
    for value, told in _candidates(typer.main.get_command(app), before, part):
        line = " ".join(value.split())
        yield line if shell == "bash" or not told else f"{line}\t{' '.join(told.split())}"


def _bare(word: str) -> str:
    for closing in ("", '"', "'"):
        try:
            return "".join(shlex.split(word + closing))
        except ValueError:
            continue
    return word


def _candidates(group: Any, before: list[str], part: str) -> Iterator[tuple[str, str]]:
    if not before or before[0] not in group.commands:
        if not before:
            for name in COMMANDS:
                if name.startswith(part):
                    yield name, (group.commands[name].help or "").partition("\n")[0]
            yield from _options(group, part)
        return
    command = group.commands[before[0]]
    options = {name: one for one in command.params for name in one.opts if name.startswith("-")}
    waiting, positional = None, 0
    given: dict[str, str] = {}
    for word in before[1:]:
        if waiting is not None:
            given[waiting.name] = word
            waiting = None
        elif word in options:
            waiting = None if options[word].is_flag else options[word]
        elif not word.startswith("-"):
            positional += 1
    if waiting is None and part.startswith("-"):
        yield from _options(command, part)
        return
    if waiting is None:
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        if not arguments:
            return
        at = arguments[min(positional, len(arguments) - 1)]
        if positional >= len(arguments) and at.nargs != -1:
            return
        waiting = at
    yield from ((value, "") for value in _values(command, waiting, part, given))


def _options(command: Any, part: str) -> Iterator[tuple[str, str]]:
    if part.startswith("-"):
        for one in command.params:
            for name in one.opts:
                if name.startswith("--") and name.startswith(part):
                    yield name, one.help or ""
        if "--help".startswith(part):
            yield "--help", "Show this message and exit."


def _values(command: Any, parameter: Any, part: str, given: dict[str, str]) -> Iterator[str]:
    if parameter.name in _PATHS:
        yield FILES
    elif parameter.name in _VALUES:
        from .index import Index

        place = given.get("place") or os.environ.get("SEARCHKIT_INDEX") or DEFAULT_INDEX
        try:
            with Index.open(place) as index:
                yield from index.complete(_VALUES[parameter.name], part)
        except (SearchkitError, OSError):
            return  # a shell has no place for a message
    else:
        hints = get_type_hints(command.callback, include_extras=True)
        yield from (one for one in _choices(hints.get(parameter.name)) if one.startswith(part))


def _choices(hint: Any) -> Iterator[str]:
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        for inner in get_args(hint):
            yield from _choices(inner)
