"""What front matter and sidecars give of a document, and how their mistakes are told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import searchkit
from searchkit.outlines.parser import parse, read_outline
from searchkit.readers import Attendee, Given, fingerprint, front_matter, read
from searchkit.thesaurus import Thesaurus

TEXT = """Fisheries talks

On 11 May, Foreign Minister Anna Ode met Foreign Minister Luis Bly in Lima, Peru.

The fleets were counted.
"""

FRONT = """---
title: Talks on cod
kind: Summary
date: 2004-05-12
place: Oslo, Norway
layout: page
topics: [Fish, Boats]
speakers: Anna Ode
participants:
  - Jo Fen, Ambassador
  - {name: Ida Lund, role: Adviser, country: Norway}
---
"""


def test_front_matter_corrects_and_adds() -> None:
    text = FRONT + TEXT
    found = parse(text, id="a", thesaurus=Thesaurus.default())
    assert (found.title, found.kind) == ("Talks on cod", "Summary")
    assert (found.date_published, found.date_meeting) == ("2004-05-12", "2004-05-11")
    assert found.place == "Oslo, Norway"
    assert found.derived == ("date_meeting",)
    added = {person.name: (person.role, person.country) for person in found.participants}
    assert added["Jo Fen"] == ("Ambassador", None)
    assert added["Ida Lund"] == ("Adviser", "Norway")
    assert found.passages[0].text.startswith("On 11 May")
    assert found.passages[-1].speakers == ("Anna Ode",)
    assert found.passages[-1].topics[-2:] == ("Fish", "Boats")
    assert "title: Talks on cod" in found.boilerplate
    assert all(text[p.start : p.end] == p.text for p in found.passages)


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe talks were long.\n---\nThey ended.",
        "---\ntitle: Talks\n",
        "Title\n---\ntitle: Talks\n---\n",
        "--- \n\n---\n",
        "",
    ],
)
def test_lines_that_are_no_front_matter(text: str) -> None:
    assert front_matter(text) == (Given(), 0, ())


@pytest.mark.parametrize(
    ("inside", "notes"),
    [
        ("date: 12 May", ("a.md:2: date: '12 May' is not a date: write 2004-05-12, 2004-05, 2004 "
                          "or --05-12",)),
        ("kind: x\ndate: 2004-02-30", ("a.md:3: date: '2004-02-30' is not a date of the calendar "
                                       "('2004-02-30' is not a date: that month has no day 30)",)),
        ("title: [a, b]", ("a.md:2: title: write it as a text in quotation marks",)),
        ("title: a\nb: [", ("a.md:4: front matter is not YAML: expected the node content, but "
                            "found '<stream end>'",)),
        ("participants: [{role: x}]", ("a.md:2: participants: a participant has a name, and may "
                                       "have a role and a country",)),
        ("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", 1),
        ("a: " + "[" * 5000, 1),
        ("date: 2004-05-12T10:00:00Z\ndate_meeting: --02-29\nplace:\nunknown: 3", ()),
    ],
)  # fmt: skip
def test_mistakes_are_noted_with_their_line(inside: str, notes: tuple[str, ...] | int) -> None:
    text = f"---\n{inside}\n---\nText."
    _, end, found = front_matter(text, "a.md")
    assert text[end:] == "Text."
    assert (len(found) if isinstance(notes, int) else found) == notes


def test_a_date_may_be_partial() -> None:
    given, _, _ = front_matter("---\ndate: 2004-05-12T10:00:00Z\ndate_meeting: --02-29\n---\n")
    assert dict(given.texts) == {"date_published": "2004-05-12", "date_meeting": "--02-29"}


SIDECAR = """# What the files do not say.
["talks.*"]
place = "Bergen"
date = 2004-05-14

["talks.txt"]
title = "Cod again"
occasion = ""
participants = ["Jo Fen"]
"""


def folder(path: Path, sidecar: str = SIDECAR) -> Path:
    (path / "talks.txt").write_text(FRONT + TEXT)
    (path / "other.txt").write_text(TEXT)
    (path / "outline.toml").write_text(sidecar)
    return path / "talks.txt"


def test_a_sidecar_counts_over_front_matter_and_text(tmp_path: Path) -> None:
    source = read(folder(tmp_path))
    assert dict(source.given.texts) == {
        "title": "Cod again",
        "kind": "Summary",
        "date_published": "2004-05-14",
        "place": "Bergen",
        "occasion": "",
    }
    assert source.given.participants == (Attendee("Jo Fen"),)
    found = read_outline(source.path)
    assert (found.title, found.place, found.occasion) == ("Cod again", "Bergen", None)
    assert read(tmp_path / "other.txt").given == Given()
    assert Given.from_json(source.given.to_json()) == source.given


@pytest.mark.parametrize(
    ("sidecar", "note"),
    [
        ('["talks.txt"]\n\ndate = "May"\n', "3: date: 'May' is not a date: write 2004-05-12, "
                                            "2004-05, 2004 or --05-12"),
        ('["talks.txt"]\ntitel = "x"\n', "2: titel: no such key: there are title, kind, "
         "date_published, date_meeting, place, occasion, date, participants, speakers, topics"),
        ("title = 'x'\n", '1: title: write it under ["FILE NAME"]'),
        ('["talks.txt"]\nplace = \n', "2: not TOML: Invalid value"),
    ],
)  # fmt: skip
def test_mistakes_in_a_sidecar(tmp_path: Path, sidecar: str, note: str) -> None:
    source = read(folder(tmp_path, sidecar))
    assert source.notes == (f"{tmp_path / 'outline.toml'}:{note}",)


def test_a_change_in_the_sidecar_changes_its_documents_only(tmp_path: Path) -> None:
    talks = folder(tmp_path)
    before = fingerprint(talks), fingerprint(tmp_path / "other.txt")
    (tmp_path / "outline.toml").write_text(SIDECAR.replace("Bergen", "Hammerfest"))
    after = fingerprint(talks), fingerprint(tmp_path / "other.txt")
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_an_index_takes_up_a_change_in_the_sidecar(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    folder(tmp_path / "docs")
    index = searchkit.Index.in_memory()
    report = index.add_files([tmp_path / "docs"])
    index.commit()
    assert (report.added, report.skipped) == (2, ())
    assert index.add_files([tmp_path / "docs"]).unchanged == 2
    (tmp_path / "docs" / "outline.toml").write_text(SIDECAR.replace("Bergen", "Hammerfest"))
    os.utime(tmp_path / "docs" / "outline.toml", ns=(1, 1))
    report = index.add_files([tmp_path / "docs"])
    index.commit()
    assert (report.changed, report.unchanged) == (1, 1)
    assert index.search("fleets place:Hammerfest")[0].passage.document == "talks"


def test_a_mistake_in_a_sidecar_is_told_once(tmp_path: Path) -> None:
    folder(tmp_path, "title = 'x'\n")
    report = searchkit.Index.in_memory().add_files([tmp_path])
    assert (report.added, len(report.notes)) == (2, 1)


def test_documents_keep_what_is_given_when_they_are_tagged_again(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    folder(tmp_path / "docs")
    with searchkit.Index.create(tmp_path / "index") as index:
        index.add_files([tmp_path / "docs"])
    (tmp_path / "docs" / "outline.toml").unlink()
    (tmp_path / "own.toml").write_text('["Fleets"]\nvariants = ["fleets"]\n')
    with searchkit.Index.create(tmp_path / "index", thesaurus=tmp_path / "own.toml") as index:
        outline = index.outline("talks")
    assert (outline.title, outline.place) == ("Cod again", "Bergen")
    assert "Fleets" in outline.passages[-1].topics
