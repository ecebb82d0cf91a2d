"""What searchkit brings with it, and that it speaks to nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import licences
import pytest

ROOT = Path(__file__).parent.parent

ASKED = """
import sys
from pathlib import Path

def forbid(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.send",
                         "socket.bind", "urllib.", "http.client", "ftplib.", "smtplib.")):
        print("NETWORK", event, arguments)

sys.addaudithook(forbid)
from searchkit.cli import main

seeds, place, given = sys.argv[1:]
run = [
    ["index", seeds, given, "--index", place], ["index", "--rebuild", "--index", place],
    ["index", seeds, "--engine", "tantivy", "--index", place, "--jobs", "2"],
    ["outline", f"{given}/page.html"], ["search", "peace treaty", "--explain", "--facets"],
    ["search", "Kawagutchi", "--json"], ["similar", "2002-08-01-brunei-kawaguchi-ivanov#2.1"],
    ["names", "Kawaguci"], ["show", "2002-08-01-brunei-kawaguchi-ivanov"], ["speakers"],
    ["topics"], ["documents"], ["info"], ["timeline", "abduction"], ["synonyms", "peace treaty"],
    ["synonyms", "--suggest"], ["check"], ["check", "--repair"],
    ["remove", "2002-08-01-brunei-kawaguchi-ivanov"], ["completion", "bash"],
]
for words in run:
    elsewhere = "--index" in words or words[0] in ("outline", "completion")
    print(words[0], main([*words, *([] if elsewhere else ["--index", place])]))
"""

PAGE = """<html><head><link rel=stylesheet href="http://192.0.2.1/a.css">
<script src="http://192.0.2.1/a.js"></script></head><body><h1>Talks</h1>
<p>Minister Ana Lima stated that <img src="http://192.0.2.1/a.png"> quotas had to fall.</p></body>
</html>"""


def test_no_command_speaks_to_a_network(tmp_path: Path) -> None:
    pytest.importorskip("selectolax")
    given = tmp_path / "given"
    given.mkdir()
    (given / "page.html").write_text(PAGE)
    words = [str(ROOT / "seeds"), str(tmp_path / "index"), str(given)]
    done = subprocess.run(
        [sys.executable, "-c", ASKED, *words], capture_output=True, text=True, cwd=tmp_path
    )
    assert "NETWORK" not in done.stdout, done.stdout
    assert done.returncode == 0, done.stderr
    assert "check 0" in done.stdout


def test_all_that_comes_with_searchkit_is_free_and_listed() -> None:
    page = licences.PAGE.read_text(encoding="utf-8").lower()
    for found in licences.closure():
        name, said = found.metadata["Name"], licences.licence(found)
        assert licences.free(said), f"{name}: {said}"
        assert f"| {name.lower()} |" in page, f"run python tests/licences.py --write for {name}"


def test_licences_that_bind_are_told_from_free_ones() -> None:
    for said in ("MIT", "Apache-2.0 OR GPL-3.0", "MPL-2.0 AND MIT", "BSD License"):
        assert licences.free(said)
    for said in ("GPL-3.0-only", "AGPL-3.0", "MIT AND GPL-2.0", "unknown", "Proprietary"):
        assert not licences.free(said)
