"""What --json prints, held to the JSON Schema in docs/."""

from __future__ import annotations

import io
import json
import shlex
import sqlite3
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import searchkit
from searchkit.cli import main
from searchkit.commands import COMMANDS
from searchkit.places import CATALOG

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "docs" / "schema" / "searchkit.schema.json").read_text("utf-8"))

FOR_PEOPLE = {"browse"}
"""Commands that have nothing to tell programs, and say so."""

BERGEN = """\
Outline of Iceland-Norway Talks

October 14

1. Cod

(1) Minister Sigrun Dahl of Norway said, quoting Prime Minister Moen, that cod quotas are high.

(2) Both sides agreed on the European Free Trade Area (EFTA).

2. Other matters
"""

QUERIES = """
index seeds made
index made
index seeds --rebuild
search "Northern Territories"
search "peace treaty" --explain --facets -C 1
search "peace treaty" --group document --fresh 365 --weight title=2 --sort date
search "Kawagutchi speeker:lavrov"
search --speaker dahl
search herring
search zebra
similar 2002-08-01-brunei-kawaguchi-ivanov#2.1 --explain
similar 2002-08-01-brunei-kawaguchi-ivanov --group document
names Kawaguci
names Dahl
names Nobody
show 2002-08-01-brunei-kawaguchi-ivanov#2.1
show bergen#1.1 -C 5
show bergen#1.2
show own
show bergen
show 2004-05-15-washington-kawaguchi-lavrov
outline made/bergen.txt
outline seeds/2002-06-13-whistler-kawaguchi-ivanov.txt
speakers
speakers --topic "peace treaty"
topics
documents
info
check
check --index damaged
timeline "peace treaty"
timeline cod
timeline --by topic
trace "peace treaty"
trace kananaskis
compare Kawaguchi "peace treaty"
compare Kawaguchi kananaskis
quote 2002-08-01-brunei-kawaguchi-ivanov#2.1 own
quote 2002-10-14-moscow-kawaguchi-putin#3.1 --style csl-json
synonyms
synonyms "Northern Territories"
synonyms suggest
remove bergen own
mcp
completion bash
completion fish
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """Command line -> the objects that it prints."""
    folder = tmp_path_factory.mktemp("schema")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    made = folder / "made"
    made.mkdir()
    (made / "bergen.txt").write_text(BERGEN, encoding="utf-8")
    (made / "latin.txt").write_bytes("Søknad\n\nTorsk er dyrt i år.\n".encode("latin-1"))
    (made / "picture.txt").write_bytes(b"\x00\x01\x02" * 100)
    index = folder / "index"
    with searchkit.Index.create(index) as opened:
        opened.add_passages([searchkit.Passage(id="own", text="Herring.", speakers=("Berg",))])
    with searchkit.Index.create(folder / "damaged") as opened:
        opened.add_files([made / "bergen.txt"])
    with closing(sqlite3.connect(folder / "damaged" / CATALOG)) as catalog:
        catalog.execute("UPDATE documents SET passages = 9")
        catalog.commit()
    said = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SEARCHKIT_INDEX", str(index))
        for line in QUERIES.strip().splitlines():
            said[line] = answered(line)
    return said


def answered(line: str) -> list[dict[str, Any]]:
    """The objects that a command prints."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main([*shlex.split(line), "--json"])
    assert status < 2 or '"skipped": [{' in out.getvalue(), err.getvalue()
    return [json.loads(one) for one in out.getvalue().splitlines()]


def test_the_schema_is_one() -> None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({name for name, _ in pairs}) == len(pairs), [name for name, _ in pairs]
        return dict(pairs)

    text = (ROOT / "docs" / "schema" / "searchkit.schema.json").read_text("utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(text, object_pairs_hook=once))


def test_every_command_has_a_schema() -> None:
    assert set(SCHEMA["properties"]) == set(COMMANDS) - FOR_PEOPLE
    assert {line.split()[0] for line in QUERIES.split("\n") if line} == set(SCHEMA["properties"])


def test_objects_are_closed_and_explained() -> None:
    def look(part: Any, where: str) -> None:
        if isinstance(part, dict):
            if "properties" in part:
                assert part.get("additionalProperties") is False, where
                for name, one in part["properties"].items():
                    told = isinstance(one, dict) and ("description" in one or "$ref" in one)
                    assert told, f"{where} {name}"
            for name, one in part.items():
                look(one, f"{where} {name}")
        elif isinstance(part, list):
            for one in part:
                look(one, where)

    look(SCHEMA["$defs"], "")


def schema_of(command: str) -> dict[str, Any]:
    """The schema of the objects that one command prints."""
    return {**SCHEMA["properties"][command], "$defs": SCHEMA["$defs"]}


@pytest.mark.parametrize("line", QUERIES.strip().splitlines())
def test_what_is_printed_is_as_the_schema_says(
    line: str, printed: dict[str, list[dict[str, Any]]]
) -> None:
    validator = jsonschema.Draft202012Validator(schema_of(line.split()[0]))
    for record in printed[line]:
        assert not [f"{one.json_path}: {one.message}" for one in validator.iter_errors(record)]


def test_what_the_schema_tells_is_printed(printed: dict[str, list[dict[str, Any]]]) -> None:
    seen: set[str] = set()

    def look(part: Any, schema: dict[str, Any], where: str) -> None:
        if "$ref" in schema:
            where = schema["$ref"].rpartition("/")[2]
            schema = SCHEMA["$defs"][where]
        for one in schema.get("anyOf", ()):
            if jsonschema.Draft202012Validator({**one, "$defs": SCHEMA["$defs"]}).is_valid(part):
                look(part, one, where)
        for name, one in schema.get("properties", {}).items():
            if name in part:
                seen.add(f"{where} {name}")
                look(part[name], one, f"{where} {name}")
        if isinstance(part, list) and isinstance(schema.get("items"), dict):
            for one in part:
                look(one, schema["items"], where)

    for line, records in printed.items():
        for record in records:
            look(record, SCHEMA["properties"][line.split()[0]], "")

    told: set[str] = set()

    def tell(schema: Any, where: str) -> None:
        for name, one in schema.get("properties", {}).items():
            told.add(f"{where} {name}")
            tell(one, f"{where} {name}")
        if isinstance(schema.get("items"), dict):
            tell(schema["items"], where)

    for where, schema in SCHEMA["$defs"].items():
        tell(schema, where)
    assert told - seen == set()
