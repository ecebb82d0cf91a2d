"""The pages in docs/ are true: what they show is what happens, and they leave nothing out."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import readme

import searchkit
from searchkit.commands import COMMANDS
from searchkit.query.nodes import FIELDS

DOCS = readme.ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["reference.md", "python.md", "query.md"])
def test_the_reference_is_as_the_code_has_it(name: str) -> None:
    made = reference().PAGES[name]()
    assert (DOCS / name).read_text("utf-8") == made, "run: python docs/reference.py --write"


@pytest.mark.parametrize("page", readme.PAGES[1:], ids=lambda page: page.name)
def test_transcripts_show_what_is_printed(page: Path) -> None:
    text = page.read_text("utf-8")
    assert readme.kept(text) == text, "run: python tests/readme.py --write"


def test_every_command_and_public_name_is_told_of() -> None:
    commands = (DOCS / "reference.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"\n## {name}\n" not in commands] == []
    library = (DOCS / "python.md").read_text("utf-8")
    names = set(searchkit.__all__) - {"__version__"}
    assert [
        name for name in sorted(names) if not re.search(rf"^[#|].*\b{name}\b", library, re.M)
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        name, _, anchor = target.partition("#")
        if "://" in name:
            continue
        there = page.parent / name if name else page
        assert there.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.M)
            anchors = {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
            assert anchor in anchors, target


# query.md


@pytest.fixture(scope="module")
def seeds() -> Iterator[searchkit.Index]:
    with searchkit.Index.in_memory() as index:
        index.add_files([readme.ROOT / "seeds"])
        index.commit()
        yield index


QUERY = (DOCS / "query.md").read_text("utf-8")
COUNTED = re.findall(r"^\| `(.+?)` \|.*\| \d+ \|$", QUERY, re.M)
MISTAKES = re.findall(r"^\| `(.+?)` \| (.+) \|$", QUERY.partition("## Mistakes")[2], re.M)


@pytest.mark.parametrize("query", COUNTED)
def test_examples_of_queries_find_something(seeds: searchkit.Index, query: str) -> None:
    found = seeds.search(query, limit=1)
    assert found.total > 0
    assert found.diagnostics == ()


@pytest.mark.parametrize(("query", "said"), MISTAKES)
def test_mistakes_are_told_as_is_said(seeds: searchkit.Index, query: str, said: str) -> None:
    try:
        found = seeds.search(query)
        offer = f'; did you mean "{found.suggestion}"?' if found.suggestion else ""
        told = [note.message + offer for note in found.diagnostics]
    except searchkit.QueryError as error:
        told = [str(error)]
    assert any(one.startswith(said) for one in told), told


def test_every_field_has_an_example() -> None:
    assert [field for field in FIELDS if f"`{field}:" not in QUERY] == []


def test_every_variable_that_a_user_sets_is_told() -> None:
    said = (DOCS / "reference.md").read_text("utf-8")
    read = {
        name
        for path in (readme.ROOT / "searchkit").rglob("*.py")
        for name in re.findall(r'environ(?:\.get\(|\[)"(\w+)"', path.read_text("utf-8"))
    }
    of_terminals = {"DOMTERM", "KITTY_WINDOW_ID", "TERM", "TERM_PROGRAM", "VTE_VERSION"}
    of_terminals |= {"WT_SESSION", "LESS", "LESSCHARSET", "FRX"}
    assert {name for name in read - of_terminals if f"`{name}`" not in said} == set()
    assert "FORCE_HYPERLINK" in read


def test_what_repeats_has_three_dots() -> None:
    assert "...." not in (DOCS / "reference.md").read_text("utf-8")
