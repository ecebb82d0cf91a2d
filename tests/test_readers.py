"""Which files are read, which are passed over and why, and how bytes become text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import searchkit
from searchkit.errors import UnreadableFile
from searchkit.readers import read, sources, walk

KINDS = "documents end in .txt, .md, .html, .pdf or .docx"


def names(folder: Path, *paths: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in walk(paths or (folder,)).files]


def write(folder: Path, *files: str) -> None:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Mr. Ode met Ms. Bly.")


def test_files_come_folder_by_folder_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/B.txt", "c/d/e.TXT", "a.markdown")
    assert names(tmp_path) == ["a/B.txt", "a/z.md", "a.markdown", "b.txt", "c/d/e.TXT"]


def test_hidden_files_and_notes_about_the_folder_are_left_alone_and_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".b.txt", ".git/c.txt", ".DS_Store", "README.md", "LICENSE")
    write(tmp_path, "x/readme.txt", "x/notice.txt")
    found = walk([tmp_path])
    assert [path.name for path in found.files] == ["a.txt"]
    assert found.skipped == ()
    assert [(path.name, remark.partition(",")[0]) for path, remark in found.passed] == [
        (".b.txt", "is hidden"),
        (".git", "is hidden"),
        ("notice.txt", "is about its folder"),
    ]


def test_a_file_named_outright_is_read_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", "README.md")
    assert len(walk([tmp_path / ".hidden.txt", str(tmp_path / "README.md")]).files) == 2


def test_what_cannot_be_read_is_named_with_its_reason(tmp_path: Path) -> None:
    write(tmp_path, "a.zip", "b.rtf", "c.jpg", "d")
    os.mkfifo(tmp_path / "e.txt")
    (tmp_path / "f.txt").symlink_to(tmp_path / "nowhere")
    found = walk([tmp_path, tmp_path / "gone"])
    assert found.files == ()
    assert [(path.name, reason) for path, reason in found.skipped] == [
        ("a.zip", ".zip files are archives: unpack it and name the folder"),
        ("b.rtf", ".rtf files are not supported: save it as .docx"),
        ("c.jpg", f".jpg files are not read: {KINDS}"),
        ("d", f"files without an extension are not read: {KINDS}"),
        ("e.txt", "neither a file nor a folder"),
        ("f.txt", "a link to nothing"),
        ("gone", "no such file or folder"),
    ]


def test_a_folder_without_permission_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a/b.txt", "c.txt")
    listing = os.listdir

    def forbidden(path: Path) -> list[str]:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "listdir", forbidden)
    found = walk([tmp_path])
    assert [path.name for path in found.files] == ["c.txt"]
    assert found.skipped == ((tmp_path / "a", "no permission to read it"),)


def test_links_in_a_circle_end_and_a_file_is_listed_once(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "z.txt").symlink_to(tmp_path / "a" / "b.txt")
    assert names(tmp_path, tmp_path, tmp_path / "a") == ["a/b.txt"]


@pytest.mark.parametrize(
    ("raw", "text", "encoding", "notes"),
    [
        ("Ōde\r\nBly\n".encode(), "Ōde\r\nBly\n", "utf-8", ()),
        ("\ufeffŌde".encode(), "\ufeffŌde", "utf-8", ()),
        ("Ōde".encode("utf-16"), "Ōde", "utf-16", ()),
        ("\ufeffŌde".encode("utf-16-be"), "Ōde", "utf-16", ()),
        ("Señor – Ode".encode("cp1252"), "Señor – Ode", "cp1252", 1),
        (b"Se\xf1or \x81", "Señor �", "cp1252", 2),
        ("日本とチリの外相会談".encode("cp932"), "日本とチリの外相会談", "cp932", 1),
        ("日本とチリの外相会談".encode("euc_jp"), "日本とチリの外相会談", "euc_jp", 1),
        ("日本とチリの会談".encode("iso2022_jp"), "日本とチリの会談", "iso2022_jp", ()),
        ("“The” envoy’s view".encode("cp1252"), "“The” envoy’s view", "cp1252", 1),
        ("日本とチリの会談".encode("cp932") + b"\x81", "日本とチリの会談�", "cp932", 2),
        ("Ōde, Ōde, Ōde".encode() + b"\xc5.", "Ōde, Ōde, Ōde�.", "utf-8", 1),
    ],
    ids=[
        "utf-8",
        "mark",
        "utf-16",
        "big end first",
        "Windows",
        "damaged Windows",
        "Shift-JIS",
        "EUC-JP",
        "escapes",
        "quotation marks",
        "damaged Shift-JIS",
        "damaged utf-8",
    ],
)
def test_encodings(
    tmp_path: Path, raw: bytes, text: str, encoding: str, notes: int | tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    source = read(tmp_path / "a.txt")
    assert (source.text, source.encoding) == (text, encoding)
    assert len(source.notes) == notes if notes else source.notes == ()


def test_notes_say_what_was_assumed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Se\xf1or \x81")
    assert read(tmp_path / "a.txt").notes == (
        "is not UTF-8: read as Windows-1252",
        "1 damaged character replaced by �",
    )


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t", "holds no text, only white space"),
        ("a.txt", b"PK\x03\x04\0\0", "is a binary file, not text"),
        ("a.doc", b"\xd0\xcf", ".doc files are not supported: save it as .docx"),
        ("a.tar", b"\0", ".tar files are archives: unpack it and name the folder"),
    ],
)
def test_no_document(tmp_path: Path, name: str, raw: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(UnreadableFile) as error:
        read(tmp_path / name)
    assert str(error.value) == f"{tmp_path / name}: {reason}"


def test_a_folder_or_nothing_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is a folder: name a file in it"):
        read(tmp_path)
    with pytest.raises(UnreadableFile, match="no such file"):
        read(tmp_path / "gone.txt")


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")

    def forbidden(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    with pytest.raises(UnreadableFile, match="no permission to read it"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        ("a.html", "selectolax.lexbor", "web pages need a library: pip install 'searchkit[html]'"),
        ("a.pdf", "pypdf", "PDFs need a library: pip install 'searchkit[pdf]'"),
        ("a.docx", "docx", "Word documents need a library: pip install 'searchkit[docx]'"),
    ],
)
def test_a_library_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    write(tmp_path, name, "b.txt")
    monkeypatch.setitem(sys.modules, library, None)
    report = searchkit.Index.in_memory().add_files([tmp_path])
    assert report.added == 1
    assert report.skipped == ((str(tmp_path / name), extra),)


def test_a_file_larger_than_any_document_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.txt")
    monkeypatch.setitem(sources._LARGEST, "text", 4)
    with pytest.raises(UnreadableFile, match="is larger than 0 MB: split it"):
        read(tmp_path / "a.txt")


def test_reading_text_loads_no_library_of_another_format(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    path = str(tmp_path / "a.txt")
    code = f"import sys, searchkit.readers as r; r.read({path!r}); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"docx", "lxml", "pypdf", "selectolax", "yaml"}.isdisjoint(run.stdout.split())
