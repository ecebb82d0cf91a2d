"""The reference pages, made from the code and kept true.

    python docs/reference.py            says whether the pages are as the code has it
    python docs/reference.py --write    writes them

``reference.md`` has every command with its options and an example's real output, the objects of
``--json`` and the query language; ``python.md`` has every public name of the library. In
``query.md`` only the counts beside the examples are made.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import os
import re
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints
from unittest.mock import patch

import typer

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import readme  # noqa: E402

import searchkit  # noqa: E402
from searchkit import errors  # noqa: E402
from searchkit.cli import application  # noqa: E402
from searchkit.commands import COMMANDS  # noqa: E402

NOT_SHOWN = {"browse", "mcp", "completion"}
"""Commands whose output is a screen, a conversation or a script."""

KINDS = json.loads((DOCS / "schema" / "searchkit.schema.json").read_text("utf-8"))["$defs"]

LONGEST = 30
"""Lines of an example's output that are shown."""

SIZE = re.compile(r"\b[\d.]+ [KM]B\b")  # differs from one SQLite to the next

MADE = "<!-- Made by docs/reference.py from the code; to change it, change the code. -->"


# Commands


def commands() -> str:
    """``reference.md``."""
    group: Any = typer.main.get_command(application())
    schema = json.loads((DOCS / "schema" / "searchkit.schema.json").read_text("utf-8"))
    lines = [
        MADE,
        "",
        "# Reference",
        "",
        f"Commands: {', '.join(f'[{name}](#{name})' for name in COMMANDS)}. Then",
        "[exit statuses](#exit-statuses), [environment variables](#environment-variables),",
        "[the objects of `--json`](#objects) and [the query language](#the-query-language).",
        "",
    ]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
        with chdir(folder), patch.dict(os.environ):
            os.environ.pop("SEARCHKIT_INDEX", None)
            for name in COMMANDS:
                lines += command(name, group.commands[name], schema)
    lines += [
        "## Exit statuses",
        "",
        "| status | says |",
        "|---:|---|",
        "| 0 | found, or done |",
        "| 1 | nothing found |",
        "| 2 | an error, told in one line on standard error |",
        "| 130 | interrupted with Ctrl-C; what was committed holds |",
        "",
        "## Environment variables",
        "",
        "| variable | does |",
        "|---|---|",
        "| `SEARCHKIT_INDEX` | the index to use, where `--index` does not name one |",
        "| `SEARCHKIT_USER`, `SEARCHKIT_PASSWORD`, `SEARCHKIT_TOKEN`, `SEARCHKIT_CA`, "
        "`SEARCHKIT_HTTPS`, `SEARCHKIT_TIMEOUT` | how to get into [a cluster](opensearch.md) |",
        "| `PAGER` | what shows an answer that is longer than the screen; empty for none |",
        "| `NO_COLOR` | set to anything, no colours |",
        "| `FORCE_HYPERLINK` | 1 for links to the source files, 0 for none; else by terminal |",
        "| `COLUMNS` | how wide the screen is |",
        "",
        "## Objects",
        "",
        "With `--json` each command prints objects, one a line. "
        "[searchkit.schema.json](schema/searchkit.schema.json)",
        "says the same in JSON Schema.",
        "",
        f"A *date*: {schema['$defs']['date']['description']}",
        f"An *id*: {schema['$defs']['id']['description'].replace('<', '&lt;')}",
        "",
    ]
    for name, kind in schema["$defs"].items():
        if "properties" in kind:
            lines += thing(name, kind)
    return "\n".join([*lines, *query_language()])


def command(name: str, made: Any, schema: dict[str, Any]) -> Iterator[str]:
    """The section of one command."""
    text, _, examples = (made.help or "").partition("\b\n")
    yield f"## {name}"
    yield ""
    yield from prose(text)
    arguments = [one for one in made.params if one.param_type_name == "argument"]
    words = " ".join(
        f"{one.metavar.removesuffix('...')}{'...' if one.nargs == -1 else ''}".join(
            ("", "") if one.required else ("[", "]")
        )
        for one in arguments
    )
    yield "```"
    yield " ".join(filter(None, (f"searchkit {name}", "[OPTIONS]", words)))
    yield "```"
    yield ""
    yield "| argument or option | means |"
    yield "|---|---|"
    hints = get_type_hints(made.callback, include_extras=True)
    for one in made.params:
        yield f"| {spelt(one, hints.get(one.name))} | {one.help}{default(one)} |"
    yield ""
    kinds = schema["properties"].get(name)
    if kinds:
        found = [one["$ref"].rpartition("/")[2] for one in kinds.get("anyOf", [kinds])]
        yield f"`--json` prints {' or '.join(f'[{one}](#{one}-object)' for one in found)}."
        yield ""
    lines = [line.strip() for line in examples.splitlines() if line.strip()][1:]
    yield "```console" if name not in NOT_SHOWN else "```sh"
    if name in NOT_SHOWN:
        yield from lines
    else:
        first, *more = lines
        yield f"$ {first}"
        said = SIZE.sub("0.4 MB", readme.printed(first)).rstrip("\n").splitlines()
        yield from said[:LONGEST]
        if len(said) > LONGEST:
            yield f"[{len(said) - LONGEST} more lines]"
        if more:
            yield "```"
            yield ""
            yield "```sh"
            yield from more
    yield "```"
    yield ""


def spelt(one: Any, hint: Any) -> str:
    """An argument or an option as it is typed."""
    if one.param_type_name == "argument":
        return f"`{one.metavar}`"
    value = "" if one.is_flag else f" {one.metavar or braced(choices(hint))}"
    return ", ".join(f"`{name}{value}`" for name in one.opts)


def braced(values: Iterable[str]) -> str:
    one, *more = values
    return f"{{{','.join((one, *more))}}}" if more else one


def choices(hint: Any) -> Iterator[str]:
    """The values of a choice."""
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        for inner in get_args(hint):
            yield from choices(inner)


def default(one: Any) -> str:
    """What holds where nothing is said."""
    flag = getattr(one, "is_flag", False)
    if flag or one.default in (None, "", ()) or callable(one.default):
        return ""
    return f" Default: `{one.default}`."


def thing(name: str, kind: dict[str, Any]) -> Iterator[str]:
    """An object of ``--json`` as a table."""
    yield f"### {name} object"
    yield ""
    yield kind["description"]
    yield ""
    yield "| field | type | is |"
    yield "|---|---|---|"
    for field, one in kind["properties"].items():
        needed = "" if field in kind["required"] else " Not always there."
        yield f"| `{field}` | {typed(one)} | {told(one)}{needed} |"
    yield ""


def typed(one: dict[str, Any]) -> str:
    """The type of a field, in words."""
    if "$ref" in one:
        name = one["$ref"].rpartition("/")[2]
        return name if name in ("date", "id") else f"[{name}](#{name}-object)"
    if "enum" in one:
        return "string"
    kind = one["type"]
    if kind == "array":
        inner = one.get("items")
        return f"array of {typed(inner)}" if isinstance(inner, dict) else "pair"
    if kind == "object" and "properties" in one:
        return f"object of {', '.join(f'`{name}`' for name in one['properties'])}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def told(one: dict[str, Any]) -> str:
    """What a field is, in words."""
    said = str(one.get("description") or "")
    if "$ref" in one and not said:
        name = one["$ref"].rpartition("/")[2]
        said = {"id": "Its id."}.get(name, KINDS[name]["description"])
    if "enum" in one:
        said += f" One of {', '.join(f'`{value}`' for value in one['enum'])}."
    return said.replace("|", "\\|").replace("<", "&lt;")


def query_language() -> Iterator[str]:
    """What the rooms that read a query say of it."""
    yield "## The query language"
    yield ""
    yield "[query.md](query.md) tells it by examples; this is what the parser says of itself."
    yield ""
    nodes = import_module("searchkit.query.nodes")
    examples = import_module("searchkit.query.nodes").EXAMPLES
    yield "| field | for example |"
    yield "|---|---|"
    for field in nodes.FIELDS:
        yield f"| `{field}:` | `{examples[field]}` |"
    yield ""
    for head, room in (("How a query is read", "parser"), ("How clauses combine", "clauses")):
        yield f"### {head}"
        yield ""
        _, _, text = (import_module(f"searchkit.query.{room}").__doc__ or "").partition("\n\n")
        yield from prose(text)


def queries() -> str:
    """``query.md`` with what its examples find in the samples."""
    with searchkit.Index.in_memory() as index:
        index.add_files([ROOT / "seeds"])
        index.commit()
        return re.sub(
            r"^(\| `(.+?)` \|.*\|) \d+ \|$",
            lambda row: f"{row[1]} {index.search(row[2], limit=1).total} |",
            (DOCS / "query.md").read_text("utf-8"),
            flags=re.MULTILINE,
        )


# The library


def library() -> str:
    """``python.md``."""
    names = [name for name in searchkit.__all__ if not name.startswith("__")]
    wrong = [name for name in names if name in errors.__all__]
    functions = [name for name in names if inspect.isfunction(getattr(searchkit, name))]
    classes = [name for name in names if inspect.isclass(getattr(searchkit, name))]
    lines = [MADE, "", "# The library", "", *prose((searchkit.__doc__ or "").partition("\n\n")[2])]
    lines += ["## Index", "", *a_class("Index")]
    lines += ["## Functions", ""]
    for name in functions:
        lines += a_function(name, getattr(searchkit, name))
    lines += ["## What it takes and gives back", ""]
    for name in classes:
        if name != "Index" and name not in wrong:
            lines += [f"### {name}", "", *a_class(name)]
    for name in names:
        if name not in (*functions, *classes):
            lines += [f"### {name}", "", f"`{getattr(searchkit, name)!r}`", ""]
    lines += ["## Errors", "", "Every error of searchkit's own says in one line what to do.", ""]
    lines += ["| error | is |", "|---|---|"]
    for name in wrong:
        one = getattr(searchkit, name)
        base = one.__mro__[1].__name__
        lines += [f"| `{name}` (a `{base}`) | {plain(inspect.getdoc(one) or '').splitlines()[0]} |"]
    return "\n".join([*lines, ""])


def a_class(name: str) -> Iterator[str]:
    """A class with its fields, properties and methods."""
    made = getattr(searchkit, name)
    yield from prose(inspect.getdoc(made) or "")
    if dataclasses.is_dataclass(made):
        yield "```python"
        yield f"class {name}:"
        for one in dataclasses.fields(made):
            yield quoted(f"    {one.name}: {one.type}{given(one)}")
        yield "```"
        yield ""
    for base in made.__mro__:
        if not base.__module__.startswith("searchkit"):
            continue
        for member, value in vars(base).items():
            if member.startswith("_"):
                continue
            if isinstance(value, property):
                yield f"#### {name}.{member}"
                yield ""
                yield from prose(inspect.getdoc(value) or "")
            elif isinstance(value, classmethod | staticmethod):
                yield from a_function(f"{name}.{member}", value.__func__)
            elif inspect.isfunction(value):
                yield from a_function(f"{name}.{member}", value)


def given(one: dataclasses.Field[Any]) -> str:
    if one.default is not dataclasses.MISSING:
        return f" = {one.default!r}"
    return "" if one.default_factory is dataclasses.MISSING else " = ..."


def a_function(name: str, made: Any) -> Iterator[str]:
    """A function with its signature and what it says of itself."""
    yield f"#### {name}"
    yield ""
    yield "```python"
    yield from signature(name, made)
    yield "```"
    yield ""
    yield from prose(inspect.getdoc(made) or "")


def signature(name: str, made: Any) -> Iterator[str]:
    """How it is called, in lines that are no wider than the page."""
    found = inspect.signature(made)
    kept = [one for one in found.parameters.values() if one.name not in ("self", "cls")]
    words: list[str] = []
    only_by_name = False
    for one in kept:
        if one.kind is one.KEYWORD_ONLY and not only_by_name:
            words.append("*")
            only_by_name = True
        words.append(parameter(one))
    after = found.return_annotation
    end = "" if after is inspect.Signature.empty else f" -> {after}"
    whole = f"{name}({', '.join(words)}){end}"
    if len(whole) <= 88:
        yield quoted(whole)
        return
    yield f"{name}("
    yield from (quoted(f"    {word},") for word in words)
    yield quoted(f"){end}")


def quoted(line: str) -> str:
    """A line of code with the quotes that the formatter would give it."""
    return line.replace("'", '"')


def parameter(one: inspect.Parameter) -> str:
    """A parameter with its type and what it is where nothing is said."""
    kind = one.annotation
    word = one.name if kind is inspect.Parameter.empty else f"{one.name}: {kind}"
    if one.default is inspect.Parameter.empty:
        return word
    return f"{word} = {one.default!r}"


# Text


def prose(text: str) -> Iterator[str]:
    """A docstring as Markdown: a list where arguments and errors are told, code where it stands."""
    listing = False
    for block in re.split(r"\n\s*\n", textwrap.dedent(text).strip("\n")):
        lines = block.splitlines()
        if not lines:
            continue
        if lines[0] in ("Args:", "Raises:", "Returns:"):
            listing = True
            yield f"{lines[0][:-1]}:"
            yield ""
            if lines[0] == "Returns:":
                yield plain(" ".join(line.strip() for line in lines[1:]))
            else:
                yield from items(textwrap.dedent("\n".join(lines[1:])).splitlines())
        elif lines[0].startswith("    ") and not listing:
            yield "```python"
            yield from textwrap.dedent(block).splitlines()
            yield "```"
        else:
            yield from plain(block).splitlines()
        yield ""


def items(lines: Iterable[str]) -> Iterator[str]:
    """``name: what it is``, with what goes on below it further in, as a list."""
    for line in lines:
        name, colon, said = line.partition(": ")
        if line.startswith(" ") or not colon:
            yield f"  {plain(line.strip())}"
        else:
            yield f"- `{name}`: {plain(said)}"


def plain(text: str) -> str:
    """Text without the marks of reStructuredText."""
    text = re.sub(r":\w+:`~?(?:[\w.]*\.)?([\w]+)`", r"`\1`", text)
    return re.sub(r"``(.+?)``", r"`\1`", text, flags=re.DOTALL)


PAGES = {"reference.md": commands, "python.md": library, "query.md": queries}

if __name__ == "__main__":
    stale = []
    for name, make in PAGES.items():
        page, text = DOCS / name, make()
        if not page.exists() or page.read_text("utf-8") != text:
            stale.append(name)
            if "--write" in sys.argv:
                page.write_text(text, encoding="utf-8")
    if stale and "--write" not in sys.argv:
        sys.exit(f"not up to date: {', '.join(stale)}; run: python docs/reference.py --write")
