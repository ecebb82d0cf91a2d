"""The house: rooms whose imports point one way, names that are handed on, starts that are light."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import typer

import searchkit
from searchkit.cli import application

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "searchkit"

HOUSE = (
    "errors explanations records dates database places lock formatters turns cards frames",
    "languages analysis",
    "readers",
    "concepts forms thesaurus wordnet",
    "outlines",
    "query reading",
    "rows roster storage tables integrity counts lookups catalog",
    "engines",
    "feedback",
    "sentences fragments spotting highlight",
    "transliteration romanisation name_forms agreement persons identities names",
    "vocabulary",
    "results plots",
    "positions spreads citations",
    "request refining ordering explaining similar suggestions indexing keeper cluster search",
    "gathering",
    "tracing",
    "surveying",
    "stores",
    "checking asking",
    "index",
    "serving",
    "terminal",
    "parallel render listings choices browsing screens",
    "console",
    "commands completion",
    "cli",
    "__main__",
)
"""The rooms, each floor importing from those before it or from its own."""

FLOOR = {room: floor for floor, rooms in enumerate(HOUSE) for room in rooms.split()}

HEAVY = {
    "anyascii", "asyncio", "concurrent.futures", "docx", "hypothesis", "jaconv", "lxml",
    "matplotlib", "mcp", "multiprocessing", "nltk", "numpy", "opensearchpy", "pandas", "pypdf",
    "rich", "selectolax", "sudachipy", "textual", "tomllib", "unittest", "yaml",
}  # fmt: skip


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name within it."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, path: Path, late: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a module imports from the package: (module, names).

    ``late``: with what is imported in functions, or for types only.
    """
    base = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree) if late else tree.body:
        if isinstance(node, ast.ImportFrom) and node.level:
            above = base[: len(base) - node.level + 1]
            target = ".".join([*filter(None, above), *([node.module] if node.module else [])])
            yield target, tuple(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            outside = [one for one in named if one.split(".")[0] == "searchkit"]
            assert not outside, f"{name}: write imports within the package with a dot"


def arrows(*, late: bool) -> dict[str, set[str]]:
    """Which module needs which."""
    every = modules()
    graph: dict[str, set[str]] = {}
    for name, path in every.items():
        if not name:
            continue  # the front door hands everything on, lazily
        graph[name] = set()
        for target, names in imports(name, path, late):
            for one in names:
                module = f"{target}.{one}".lstrip(".")
                if module in every:
                    graph[name].add(module)
                elif target:
                    graph[name].add(target)
                else:
                    assert one == "__version__", f"{name} imports {one} through the front door"
    return graph


def room(module: str) -> str:
    return module.split(".")[0]


def test_every_room_has_its_floor() -> None:
    assert {room(name) for name in modules() if name} <= set(FLOOR)


def test_the_house_is_drawn_for_those_who_come_to_work_in_it() -> None:
    drawn = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in FLOOR if name != "__main__" and f"`{name}`" not in drawn] == []


def test_the_page_of_the_outlines_names_each_of_their_modules_once() -> None:
    page = (ROOT / "docs" / "outlines.md").read_text(encoding="utf-8")
    named = set()
    for part in page.split("\n## ")[1:]:
        folder = re.match(r"`(\w+)`", part)
        for module in re.findall(r"^- `(\w+)`: ", part, re.MULTILINE):
            place = f"{folder[1]}/{module}.py" if folder else f"{module}.py"
            assert place not in named
            named.add(place)
    outlines = PACKAGE / "outlines"
    there = [path for path in outlines.rglob("*.py") if path.stem != "__init__"]
    assert named == {path.relative_to(outlines).as_posix() for path in there}


def test_imports_point_one_way() -> None:
    climbing = [
        f"{name} -> {target}"
        for name, targets in arrows(late=True).items()
        for target in targets
        if FLOOR[room(target)] > FLOOR[room(name)]
    ]
    assert climbing == []


def test_imports_go_in_no_circle() -> None:
    TopologicalSorter(arrows(late=False)).prepare()


@pytest.mark.parametrize("name", [name for name in modules() if name != "__main__"])
def test_modules_say_what_they_are_and_hand_on(name: str) -> None:
    module = importlib.import_module(f"searchkit.{name}".rstrip("."))
    assert module.__doc__ or not modules()[name].read_text(encoding="utf-8").strip()
    assert [one for one in getattr(module, "__all__", ()) if not hasattr(module, one)] == []


@pytest.mark.parametrize("path", modules().values(), ids=str)
def test_modules_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("name", ["errors", "positions", "records", "results"])
def test_records_and_errors_are_all_public(name: str) -> None:
    assert set(importlib.import_module(f"searchkit.{name}").__all__) <= set(searchkit.__all__)


def test_public_names() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    for_types = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }
    assert list(searchkit.__all__) == sorted(for_types)
    assert set(searchkit.__all__) <= set(dir(searchkit))
    with pytest.raises(AttributeError, match="no attribute 'Indices'"):
        _ = searchkit.Indices


@pytest.mark.parametrize("name", searchkit.__all__)
def test_public_names_explain_themselves(name: str) -> None:
    thing = getattr(searchkit, name)
    if not callable(thing):
        return
    assert thing.__doc__
    assert not thing.__doc__.startswith(f"{name}("), "the docstring is the dataclass's own"
    if inspect.isclass(thing):
        for member, value in vars(thing).items():
            if not member.startswith("_") and isinstance(value, property | classmethod):
                value = getattr(value, "fget", None) or value.__func__
            if not member.startswith("_") and inspect.isfunction(value):
                assert value.__doc__, f"{name}.{member}"


def commands() -> dict[str, object]:
    return dict(typer.main.get_command(application()).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", commands())
def test_commands_have_help_with_an_example_and_speak_json(name: str) -> None:
    command = commands()[name]
    assert re.search(rf"Examples?:\n +searchkit {name}\b", command.help or "")  # type: ignore[attr-defined]
    options = {option for one in command.params for option in one.opts}  # type: ignore[attr-defined]
    assert "--json" in options
    for one in command.params:  # type: ignore[attr-defined]
        assert one.help, f"{name} {one.name}"


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh process has imported after running ``code``."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def heavy(loaded: set[str]) -> set[str]:
    return {name for name in loaded if any(f"{name}.".startswith(f"{one}.") for one in HEAVY)}


def test_importing_searchkit_is_light() -> None:
    loaded = loaded_by("import searchkit")
    assert heavy(loaded) == set()
    assert {name for name in loaded if name.startswith("searchkit.")} == set()


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_a_search_imports_nothing_heavy(tmp_path: Path, engine: str) -> None:
    with searchkit.Index.create(tmp_path, engine=engine) as index:
        index.add_passages([searchkit.Passage(id="1", text="Salmon quotas were settled.")])
    loaded = loaded_by(
        "from searchkit.cli import main\n"
        f"assert main(['search', 'salmon quotas', '--index', {str(tmp_path)!r}]) == 0"
    )
    assert heavy(loaded) == set()
    indexing = {"searchkit.indexing", "searchkit.readers", "searchkit.outlines.parser"}
    assert loaded & indexing == set()
    other = {"whoosh": "tantivy", "tantivy": "whoosh"}[engine]
    assert other not in loaded


def test_passages_of_ones_own_need_nothing_that_reads_outlines() -> None:
    loaded = loaded_by(
        "import searchkit\n"
        "with searchkit.Index.in_memory() as index:\n"
        "    index.add_passages(searchkit.Passage(id='1', text='Salmon quotas were settled.'))"
    )
    assert {name for name in loaded if name.startswith("searchkit.outlines")} == set()


def written_files() -> list[Path]:
    kinds = {".py", ".md", ".toml", ".tsv", ".txt", ".cfg", ".yml"}
    return [
        Path(folder, name)
        for top in ("searchkit", "tests", "docs", "benchmarks", "seeds", ".ci", "index_data")
        for folder, _, names in os.walk(ROOT / top)
        for name in names
        if Path(name).suffix in kinds or top == ".ci"
    ] + [path for path in ROOT.iterdir() if path.suffix in kinds]


def test_no_file_names_a_place_on_one_machine() -> None:
    home = re.compile(r"(?<![\w.:/])/(?:home|root|Users|work|mnt)/")
    named = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in written_files()
        if path != Path(__file__)
        for match in [home.search(path.read_text(encoding="utf-8", errors="replace"))]
        if match
    ]
    assert named == []


def test_every_constant_is_used() -> None:
    for path in sorted((ROOT / "searchkit").rglob("*.py")):
        text = path.read_text("utf-8")
        for name in re.findall(r"^(_[A-Z_]+) = ", text, re.MULTILINE):
            assert len(re.findall(rf"\b{name}\b", text)) > 1, f"{path.name}: {name}"
