"""The commands as a user meets them: what they print, what they say when something is wrong."""

from __future__ import annotations

import json
import os
import pty
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from searchkit import __version__
from searchkit.cli import main

QUITO = """\
Outline of Peru-Finland Foreign Ministers Meeting

May 4, 2015

On 4 May, Minister for Foreign Affairs Rosa Quispe of Peru met with Minister for Foreign Affairs
Aino Lehtonen of Finland in Quito, Ecuador. The following is an outline of the meeting.

1. Forestry

(1) Foreign Minister Lehtonen stated that sawmills in Peru could be modernized. Foreign Minister
Quispe welcomed the proposal.

(2) Foreign Minister Quispe explained that logging without a permit had fallen.

2. Climate Change

Both sides agreed that the Kyoto Protocol must be ratified soon.
"""

HELSINKI = """\
Outline of Finland-Peru Foreign Ministers Meeting

June 9, 2016

On 8 June, Minister for Foreign Affairs Aino Lehtonen of Finland met with Minister for Foreign
Affairs Rosa Quispe of Peru in Helsinki, Finland. The following is an outline of the meeting.

1. Forestry

Foreign Minister Lehtonen asked about the sawmills and whether the work on them could be finished
in the course of the year.
"""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    (folder / "quito.txt").write_text(QUITO, encoding="utf-8")
    (folder / "helsinki.txt").write_text(HELSINKI, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def place(docs: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("index"))
    assert main(["index", str(docs), "--index", folder]) == 0
    return folder


class Said:
    """What a command printed and its exit status."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(place: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.setenv("SEARCHKIT_INDEX", place)

    def call(*args: str) -> Said:
        capsys.readouterr()
        status = main(args)
        return Said(status, *capsys.readouterr())

    return call


def test_a_newcomer_is_greeted(run: Any) -> None:
    said = run()
    assert said.status == 0
    assert len(re.findall(r"^  searchkit (search|names|browse)", said.out, re.MULTILINE)) == 3


def test_version(run: Any) -> None:
    assert run("--version").out == f"searchkit {__version__}\n"


def test_search_prints_what_was_found(run: Any) -> None:
    said = run("search", "logging permit")
    assert (said.status, said.err) == (0, "")
    assert (
        said.out
        == """\
1 passage

2015-05-04 · Quito · Outline of Peru-Finland Foreign Ministers Meeting

 1  1.2 Forestry
    Rosa Quispe
    Foreign Minister Quispe explained that logging without a permit had fallen.
    quito#1.2
"""
    )


def test_search_as_json(run: Any) -> None:
    said = run("search", "modernized sawmills", "--json")
    assert [(one["rank"], one["id"]) for one in said.records()] == [
        (1, "quito#1.1"),
        (2, "helsinki#1"),
    ]
    one = said.records()[0]
    assert one["document"]["date"] == "2015-05-04"
    assert [one["snippet"][a:b] for a, b in one["highlights"]] == ["sawmills", "modernized"]
    assert one["speakers"] == ["Aino Lehtonen", "Rosa Quispe"]


def test_search_filters_and_sorts(run: Any) -> None:
    def ids(*args: str) -> list[str]:
        return [one["id"] for one in run("search", "--json", *args).records()]

    assert ids("sawmills", "--from", "2016") == ["helsinki#1"]
    assert ids("sawmills", "--to", "2015-12") == ["quito#1.1"]
    assert ids("sawmills", "--document", "quito") == ["quito#1.1"]
    assert ids("sawmills", "--speaker", "Quispe") == ["quito#1.1"]
    assert ids("sawmills", "--sort", "date") == ["helsinki#1", "quito#1.1"]
    assert ids("sawmills", "--sort", "oldest") == ["quito#1.1", "helsinki#1"]
    assert ids("sawmills", "-n", "1", "--sort", "oldest") == ["quito#1.1"]
    assert ids("--speaker", "Both sides") == ["quito#2"]


def test_search_says_how_it_read_a_word(run: Any) -> None:
    said = run("search", "Lehtonnen")
    assert said.status == 0
    assert 'showing results for "Lehtonen"' in said.out
    said = run("search", "Lehtonnen", "--json")
    assert 'showing results for "Lehtonen"' in said.err
    assert {tuple(one) for one in said.records()} == {tuple(said.records()[0])}
    assert run("search", "Lehtonnen", "--exact").status == 1


@pytest.mark.parametrize(
    ("bare", "quoted"),
    [
        ("search logging permit -n 3", ["search", "logging permit", "-n", "3"]),
        ("names Aino Lehtonen", ["names", "Aino Lehtonen"]),
        ("timeline logging permit", ["timeline", "logging permit"]),
        ("trace logging permit", ["trace", "logging permit"]),
        ("compare Lehtonen the sawmills", ["compare", "Lehtonen", "the sawmills"]),
        ("synonyms peace treaty", ["synonyms", "peace treaty"]),
    ],
)
def test_words_need_no_quotation_marks(run: Any, bare: str, quoted: list[str]) -> None:
    said, same = run(*bare.split()), run(*quoted)
    assert said.out
    assert (said.status, said.out, said.err) == (same.status, same.out, same.err)


def test_search_points_at_a_mistake(run: Any) -> None:
    said = run("search", "speeker:lehtonen sawmills")
    assert said.status == 0
    assert said.out.startswith('note: there is no field "speeker"')
    assert 'did you mean "speaker:lehtonen sawmills"?\n' in said.out
    said = run("search", 'logging "sawmills')
    assert '  logging "sawmills\n          ^^^^^^^^^\n' in said.out


def test_search_tells_synonyms(run: Any) -> None:
    said = run("search", "global warming")
    assert said.status == 0
    assert '"global warming" ' in said.out
    assert run("search", "global warming", "--no-synonyms").status == 1


def test_search_explains_and_counts(run: Any) -> None:
    said = run("search", "sawmills", "--explain", "--facets")
    assert "the query as it was run:" in said.out
    assert "  score\n" in said.out
    assert "  2  Aino Lehtonen" in said.out
    last = run("search", "sawmills", "--facets", "--json").records()[-1]
    assert last["facets"]["speaker"] == {"Aino Lehtonen": 2, "Rosa Quispe": 1}
    assert last["facets"]["year"] == {"2015": 1, "2016": 1}


def test_search_shows_what_stands_around_a_hit(run: Any) -> None:
    said = run("search", "modernized", "-C", "1", "--no-synonyms")
    assert "    │ On 4 May, Minister for Foreign Affairs Rosa Quispe" in said.out
    assert "    │ (2) " not in said.out
    assert "    │ Foreign Minister Quispe explained that logging" in said.out
    (hit,) = run("search", "modernized", "-C", "1", "--no-synonyms", "--json").records()
    assert [one["id"] for one in hit["before"] + hit["after"]] == ["quito#0", "quito#1.2"]
    (hit,) = run("search", "ratified", "-C", "1", "--no-synonyms", "--json").records()
    assert "after" not in hit
    assert hit["before"][0]["speakers"] == ["Rosa Quispe"]


def test_nothing_found_is_status_1(run: Any) -> None:
    said = run("search", "xylophone")
    assert (said.status, said.err) == (1, "")
    assert 'nothing found for "xylophone"' in said.out
    assert run("search", "xylophone", "--json").out == ""
    assert run("names", "Xenophon Papadopoulos").status == 1
    slip = run("names", "Rsoa")
    assert (slip.status, slip.out) == (1, 'nobody found for "Rsoa"; did you mean Rosa Quispe?\n')
    assert run("timeline", "xylophone").status == 1


def test_names(run: Any) -> None:
    said = run("names", "Lehtonnen, A.")
    assert said.status == 0
    assert "Aino Lehtonen" in said.out
    (one,) = run("names", "Rosa Kispe", "--json").records()
    assert list(one) == [
        "name", "score", "roles", "country", "variants", "passages", "documents",
        "held", "statements", "spoke", "first", "last",
    ]  # fmt: skip
    assert one["held"] == [
        {"role": "Minister for Foreign Affairs", "first": "2015-05-04", "last": "2016-06-08"}
    ]
    assert (one["statements"], one["spoke"]) == (2, 1)


def test_names_tell_roles_by_years_and_forms(run: Any) -> None:
    assert (
        run("names", "Quispe").out
        == """\
 98  Rosa Quispe · Peru
     Minister for Foreign Affairs, 2015 to 2016
     also as Minister for Foreign Affairs Rosa Quispe, Foreign Minister Quispe
     2 statements in 1 document; named in 4 passages of 2 documents; 2015-05-04 to 2016-06-08
"""
    )


def test_names_in_short(run: Any) -> None:
    (one,) = run("names", "Rosa Kispe", "--json").records()
    assert (one["name"], one["country"], one["documents"]) == ("Rosa Quispe", "Peru", 2)
    assert one["roles"] == ["Minister for Foreign Affairs"]


def test_show_a_passage(run: Any) -> None:
    said = run("show", "quito#1.2")
    assert said.status == 0
    assert "> Foreign Minister Quispe explained that logging without a permit had fallen." in (
        said.out
    )
    assert "  Both sides agreed that the Kyoto Protocol" in said.out
    (one,) = run("show", "quito#1.2", "--json").records()
    assert one["text"].startswith("Foreign Minister Quispe explained")
    assert [near["id"] for near in one["before"] + one["after"]] == ["quito#1.1", "quito#2"]


def test_show_and_outline_agree(run: Any, docs: Path) -> None:
    (shown,) = run("show", "quito", "--json").records()
    (parsed,) = run("outline", str(docs / "quito.txt"), "--json").records()
    assert list(parsed)[:11] == [
        "title", "kind", "date_published", "date_meeting", "place", "occasion", "participants",
        "persons", "sections", "passages", "boilerplate",
    ]  # fmt: skip
    assert shown == {"id": "quito", "path": shown["path"], **parsed}
    assert Path(shown["path"]) == docs / "quito.txt"
    for one in parsed["passages"]:
        assert QUITO[one["start"] : one["end"]] == one["text"]


def test_outline_for_people(run: Any, docs: Path) -> None:
    said = run("outline", str(docs / "quito.txt"))
    assert said.status == 0
    assert said.out.startswith("Outline of Peru-Finland Foreign Ministers Meeting\n")
    assert "Rosa Quispe: Minister for Foreign Affairs, Peru" in said.out
    assert "1 Forestry" in said.out
    assert "[Both sides] Both sides agreed" in said.out


def test_lists(run: Any) -> None:
    assert "Aino Lehtonen" in run("speakers").out
    assert {one["name"]: one["passages"] for one in run("speakers", "--json").records()} == {
        "Aino Lehtonen": 2,
        "Rosa Quispe": 2,
        "Both sides": 1,
    }
    assert [one["name"] for one in run("speakers", "--topic", "climate", "--json").records()] == [
        "Both sides"
    ]
    assert "Climate" in run("topics").out
    assert [one["id"] for one in run("documents", "--json").records()] == ["quito", "helsinki"]
    assert "2016-06-08" in run("documents").out
    (found,) = run("info", "--json").records()
    assert (found["documents"], found["version"]) == (2, __version__)
    assert "passages" in run("info").out


def test_timeline(run: Any) -> None:
    said = run("timeline", "sawmills")
    assert said.status == 0
    assert said.out.index("2015-05-04") < said.out.index("2016-06-08")
    rows = [
        (one["date"], one["document"]["id"], one["speaker"], one["passages"])
        for one in run("timeline", "sawmills", "--json").records()
    ]
    assert rows == [
        ("2015-05-04", "quito", "Aino Lehtonen", 1),
        ("2015-05-04", "quito", "Rosa Quispe", 1),
        ("2016-06-08", "helsinki", "Aino Lehtonen", 1),
    ]


def test_pairs_of_words_are_proposed(run: Any) -> None:
    assert run("synonyms", "--suggest").status in (0, 1)
    said = run("synonyms", "sawmills", "--suggest")
    assert (said.status, said.err.count("\n")) == (2, 1)


def test_synonyms(run: Any) -> None:
    said = run("synonyms", "global warming")
    assert said.status == 0
    assert said.out.startswith("Climate\n")
    assert run("synonyms", "xylophone").status == 1
    assert len(run("synonyms", "--json").records()) >= 100


def test_index_again_and_remove(run: Any, docs: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "index")
    (one,) = run("index", str(docs), "--index", place, "--json").records()
    assert (one["added"], one["unchanged"], one["skipped"], one["gone"]) == (2, 0, [], [])
    assert "2 unchanged" in run("index", str(docs), "--index", place).out
    said = run("remove", "quito", "--index", place, "--json")
    assert (said.status, said.records()) == (0, [{"removed": 4}])
    assert [d["id"] for d in run("documents", "--index", place, "--json").records()] == ["helsinki"]
    assert run("remove", "helsinki#0", "--index", place).out == "1 passage removed\n"
    rebuilt = run("index", "--rebuild", "--engine", "tantivy", "--index", place)
    assert (rebuilt.status, rebuilt.out.partition(";")[0]) == (0, "engine built again")
    (found,) = run("info", "--index", place, "--json").records()
    assert found["engine"] == "tantivy"


def test_index_with_concepts_of_ones_own(run: Any, docs: Path, tmp_path: Path) -> None:
    concepts = tmp_path / "concepts.txt"
    concepts.write_text("sawmills, timber works\n", encoding="utf-8")
    place = str(tmp_path / "index")
    assert run("index", str(docs), "--index", place, "--thesaurus", str(concepts)).status == 0
    said = run("search", "timber works", "--index", place, "--json")
    assert {one["id"] for one in said.records()} == {"quito#1.1", "helsinki#1"}


def test_files_that_cannot_be_read_are_named(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "good.txt").write_text(QUITO, encoding="utf-8")
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 10)
    said = run("index", str(folder), "--index", str(tmp_path / "index"))
    assert said.status == 2
    assert re.search(r"^skipped .*bad\.txt: ", said.out, re.MULTILINE)
    assert "1 new, 1 skipped" in said.out


# Mistakes: one line on standard error that names the next step, and status 2.


def refused(said: Said, *words: str) -> None:
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("searchkit: ")
    assert said.err.count("\n") == 1
    for word in words:
        assert word in said.err


def test_no_index(run: Any, tmp_path: Path) -> None:
    refused(run("search", "x", "--index", str(tmp_path / "none")), "no index", "searchkit index")


def test_nothing_to_index(run: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    place = ("--index", str(tmp_path / "index"))
    refused(run("index", str(tmp_path / "empty"), *place), "empty")
    refused(run("index", str(tmp_path / "nowhere"), *place), "nowhere")
    refused(run("index", *place), "searchkit index seeds")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission(run: Any, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    refused(run("index", str(closed), "--index", str(tmp_path / "index")), "closed")
    refused(run("search", "x", "--index", str(closed)), "closed")


def test_an_outline_says_what_was_assumed_and_concluded(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        "Les ministres à Vik\n\nMay 3\n\nThey met in Vik. They sang.\n".encode("cp1252")
    )
    done = run("outline", str(path))
    assert done.err == f"note {path}: is not UTF-8: read as Windows-1252\n"
    assert "published  --05-03 *\n" in done.out
    assert done.out.endswith("* concluded, not stated\n")


def test_not_an_outline(run: Any, tmp_path: Path) -> None:
    binary = tmp_path / "photo.jpg"
    binary.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)))
    refused(run("outline", str(binary)), "photo.jpg")
    refused(run("outline", str(tmp_path)), str(tmp_path.name))
    refused(run("outline", str(tmp_path / "nowhere.txt")), "nowhere.txt")
    refused(run("index", str(binary), "--index", str(tmp_path / "index")), "photo.jpg")


def test_queries_that_ask_for_nothing(run: Any) -> None:
    refused(run("search", ""), "nothing to search for")
    refused(run("search", "   "), "nothing to search for")
    refused(run("search", "sawmills", "-n", "0"), "-n 0", "1 or more")
    refused(run("names", "x", "-n", "-3"), "-n -3")
    refused(run("search", "sawmills", "--from", "2002-13"), "2002-13", "month")


def test_a_query_of_stop_words_only(run: Any) -> None:
    said = run("search", "the of and")
    assert said.status in (0, 1, 2)
    assert "Traceback" not in said.err
    assert said.out + said.err != ""


def test_an_index_that_is_damaged(run: Any, docs: Path, tmp_path: Path) -> None:
    place = tmp_path / "index"
    assert run("index", str(docs), "--index", str(place)).status == 0
    (catalog,) = place.glob("catalog*")
    catalog.write_bytes(b"this is no database" * 200)
    refused(run("search", "x", "--index", str(place)), str(place), "searchkit index")


def test_an_index_of_a_newer_version(run: Any, docs: Path, tmp_path: Path) -> None:
    place = tmp_path / "index"
    assert run("index", str(docs), "--index", str(place)).status == 0
    (catalog,) = place.glob("catalog.sqlite")
    with sqlite3.connect(catalog) as db:
        db.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    db.close()
    refused(run("search", "x", "--index", str(place)), "newer", "upgrade")


def test_unknown_ids(run: Any) -> None:
    refused(run("show", "nowhere#1"), "nowhere#1", "searchkit documents")
    refused(run("remove", "nowhere"), "nowhere", "searchkit documents")


def test_a_wrong_thesaurus(run: Any, docs: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[[concept]\n", encoding="utf-8")
    said = run("index", str(docs), "--index", str(tmp_path / "i"), "--thesaurus", str(wrong))
    refused(said, "wrong.toml:1:")


def test_wrong_usage(run: Any) -> None:
    refused(run("serach", "x"), "serach", "--help")
    refused(run("search", "x", "--colour"), "--colour", 'see "searchkit search --help"')
    refused(run("search", "x", "--sort", "size"), "size", "relevance")
    refused(run("names"), "NAME")
    refused(run("search", "x", "-n", "many"), "-n", "--help")


# The terminal, the pipe


def searchkit(*args: str) -> list[str]:
    return [sys.executable, "-m", "searchkit", *args]


def on_a_terminal(command: list[str], **environment: str) -> str:
    """What a command prints where standard output is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, stdout=theirs, env={**os.environ, "COLUMNS": "60", **environment}
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
    os.close(ours)
    assert process.returncode == 0
    return shown.decode("utf-8").replace("\r\n", "\n")


def test_colour_on_a_terminal_only_and_not_where_it_is_not_wanted(place: str) -> None:
    command = searchkit("search", "sawmills", "--index", place)
    shown = on_a_terminal(command, TERM="xterm", NO_COLOR="")
    assert "\x1b[1;33msawmills\x1b[0m" in shown
    bare = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert max(map(len, bare.splitlines())) <= 60
    assert on_a_terminal(command, TERM="xterm", NO_COLOR="1") == bare
    piped = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "\x1b" not in piped.stdout


def test_a_closed_pipe_is_quiet(place: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = searchkit("search", "sawmills", "--json", "--index", place)
    run = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("search", "x", "-n", "abc"), "it is no number"),
        (("index", "x", "--jobs", "0"), "it must be greater than or equal to 1"),
    ],
)
def test_wrong_options_are_told_in_plain_words(run: Any, words: tuple[str, ...], told: str) -> None:
    said = run(*words)
    assert said.status == 2
    assert told in said.err
    assert said.err.count("\n") == 1
