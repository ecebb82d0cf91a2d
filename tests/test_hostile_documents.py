"""Documents that were made to do harm are read safely, or refused by name."""

from __future__ import annotations

from pathlib import Path

import hostile_documents
import pytest


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("laughs.xhtml", "read: 1 passages"),
        ("outside.docx", "read: 1 passages"),
        ("escapes.txt", "read: 2 passages"),
        ("name\nwith\x1b[31mlines\u202e.txt", "read: 1 passages"),
        ("tags.md", "read: 1 passages"),
        ("bomb.pdf", "refused: unpacks to more than can be read"),
    ],
)
def test_one_by_one(tmp_path: Path, name: str, told: str) -> None:
    pytest.importorskip("selectolax")
    pytest.importorskip("docx")
    pytest.importorskip("pypdf")
    (path,) = (
        hostile_documents.index(one) for one in hostile_documents.documents(tmp_path, [name])
    )
    assert path[0].startswith(told)
    assert path[2] < hostile_documents.MEMORY


def test_a_folder_of_traps(tmp_path: Path) -> None:
    hostile_documents.traps(tmp_path)
    line, _, _ = hostile_documents.index(tmp_path)
    for told in ("neither a file nor a folder", "a link to nothing", "too many levels"):
        assert told in line
