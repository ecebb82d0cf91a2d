"""An assistant at work: the tools, in process and over the wire."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import searchkit
from searchkit.cli import main
from searchkit.serving import server

pytest.importorskip("mcp")

from mcp import Client
from mcp.client.stdio import StdioServerParameters

OUTLINE = """\
Outline of Peru-Finland Foreign Ministers Meeting

May 4, 2015

On 4 May, Foreign Minister Rosa Quispe of Peru met Foreign Minister Aino Lehtonen of Finland.

1. Forestry

(1) Foreign Minister Lehtonen stated that sawmills in Peru could be modernized.

(2) Foreign Minister Quispe explained that logging without a permit had fallen.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("served")
    (folder / "quito.txt").write_text(OUTLINE, encoding="utf-8")
    with searchkit.Index.create(folder / "index") as index:
        index.add_files([folder / "quito.txt"])
    return str(folder / "index")


def asked(server_: Any, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """What a client gets for each call."""

    async def talk() -> list[Any]:
        async with Client(server_) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(talk())


def test_the_tools_explain_themselves(place: str) -> None:
    async def listed() -> Any:
        with searchkit.Index.open(place) as index:
            async with Client(server(index)) as client:
                return (await client.list_tools()).tools

    tools = asyncio.run(listed())
    assert [tool.name for tool in tools] == ["search", "show", "names", "timeline"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)


def test_an_assistant_finds_a_passage_and_its_source(place: str) -> None:
    with searchkit.Index.open(place) as index:
        found, shown, outline, people, counted = asked(
            server(index),
            ("search", {"query": "sawmills", "speaker": "lehtonen"}),
            ("show", {"id": "quito#1.1"}),
            ("show", {"id": "quito"}),
            ("names", {"name": "Kispe"}),
            ("timeline", {"query": "logging"}),
        )
    (hit,) = found.structured_content["hits"]
    assert hit["id"] == "quito#1.1"
    assert hit["speakers"] == ["Aino Lehtonen"]
    assert hit["document"]["date"] == "2015-05-04"
    assert json.loads(found.content[0].text) == found.structured_content
    assert shown.structured_content["text"].startswith("Foreign Minister Lehtonen stated")
    assert [one["id"] for one in shown.structured_content["after"]] == ["quito#1.2"]
    assert outline.structured_content["title"].startswith("Outline of Peru-Finland")
    assert people.structured_content["people"][0]["name"] == "Rosa Quispe"
    assert counted.structured_content["rows"][0]["speaker"] == "Rosa Quispe"


def test_a_mistake_is_told_in_one_line(place: str) -> None:
    with searchkit.Index.open(place) as index:
        wrong, missing = asked(
            server(index),
            ("search", {"query": "sawmills", "since": "yesterday"}),
            ("show", {"id": "nowhere"}),
        )
    assert wrong.is_error
    assert "yesterday" in wrong.content[0].text
    assert missing.is_error
    assert "no document 'nowhere'" in missing.content[0].text


def test_over_the_wire(place: str) -> None:
    root = str(Path(searchkit.__file__).parent.parent)
    started = StdioServerParameters(
        command=sys.executable,
        args=["-m", "searchkit", "mcp", "--index", place],
        env={"PYTHONPATH": root},
    )
    (found,) = asked(started, ("search", {"query": "permit"}))
    assert found.structured_content["total"] == 1


def test_the_settings_name_the_index(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mcp", "--json", "--index", place]) == 0
    (settings,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert settings["mcpServers"]["searchkit"]["args"] == ["mcp", "--index", place]
