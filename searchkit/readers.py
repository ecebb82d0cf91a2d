"""Files -> text: which files there are to read, and what each of them says.

A *walk* lists the files to read below some paths, and names what it passes over. A *source* is the
text of one file, with newlines and byte order mark untouched: ``source.text`` equals
``path.read_bytes().decode(source.encoding)``, so that offsets hold for whoever reads the file.
"""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import UnreadableFile

__all__ = ["Source", "Walk", "read", "walk"]

_READABLE = frozenset({".txt", ".text", ".md", ".markdown"})
_NOT_YET = frozenset({".html", ".htm", ".pdf", ".docx", ".doc", ".rtf", ".odt"})
_ABOUT_THE_FOLDER = frozenset({"readme", "license", "copying", "notice", "changelog"})
_BINARY_CHECK = 1 << 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file; ``notes`` say what the user should know about how it was read."""

    text: str
    path: Path
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """``files`` to read, in order; ``skipped`` are (path, reason).

    ``ignored`` counts what is not even named: hidden files and folders, and READMEs, licences and
    the like, which are about a folder and no document of it. Named outright, they are read.
    """

    files: tuple[Path, ...]
    skipped: tuple[tuple[Path, str], ...] = ()
    ignored: int = 0


def walk(paths: Iterable[str | os.PathLike[str]]) -> Walk:
    """The files at and below ``paths``, folder by folder in the order of their names.

    A file is listed once, however many paths and links lead to it. Nothing is opened, and nothing
    is raised: what cannot be listed is skipped with its reason.
    """
    walker = _Walker()
    for path in paths:
        walker.path(Path(path))
    return Walk(tuple(walker.files), tuple(walker.skipped), walker.ignored)


class _Walker:
    def __init__(self) -> None:
        self.files: list[Path] = []
        self.skipped: list[tuple[Path, str]] = []
        self.ignored = 0
        self._seen: set[tuple[int, int]] = set()

    def path(self, path: Path) -> None:
        """Take in a path that the user named, and all that is below it."""
        waiting = [path]
        while waiting:
            path = waiting.pop()
            try:
                status = path.stat()
                if (status.st_dev, status.st_ino) in self._seen:
                    continue
                self._seen.add((status.st_dev, status.st_ino))
                if stat.S_ISDIR(status.st_mode):
                    waiting += reversed(list(self._inside(path)))
                else:
                    self._file(path, status.st_mode)
            except FileNotFoundError:
                gone = "a link to nothing" if path.is_symlink() else "no such file or folder"
                self.skipped.append((path, gone))
            except OSError as error:
                self.skipped.append((path, _reason(error)))

    def _inside(self, folder: Path) -> Iterator[Path]:
        for name in sorted(os.listdir(folder)):
            stem = name.partition(".")[0].casefold()
            if name.startswith(".") or stem in _ABOUT_THE_FOLDER:
                self.ignored += 1
            else:
                yield folder / name

    def _file(self, path: Path, mode: int) -> None:
        suffix = path.suffix.lower()
        if not stat.S_ISREG(mode):
            self.skipped.append((path, "neither a file nor a folder"))
        elif suffix in _READABLE:
            self.files.append(path)
        else:
            self.skipped.append((path, _unsupported(suffix)))


def _unsupported(suffix: str) -> str:
    if suffix in _NOT_YET:
        return f"{suffix} files are not supported yet: save it as text"
    kind = f"{suffix} files are" if suffix else "files without an extension are"
    return f"{kind} not read: documents end in .txt or .md"


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or str(error)).lower()


def read(path: str | os.PathLike[str]) -> Source:
    """The text of the file at ``path``: UTF-8, UTF-16 with a byte order mark, or Windows-1252.

    Raises:
        UnreadableFile: it cannot be read as a document; the message is ``path: reason``.
    """
    path = Path(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFile(f"{path}: is a folder: name a file in it")
        if not stat.S_ISREG(mode):
            raise UnreadableFile(f"{path}: neither a file nor a folder")
        suffix = path.suffix.lower()
        if suffix in _NOT_YET:
            raise UnreadableFile(f"{path}: {_unsupported(suffix)}")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"{path}: no such file") from None
    except OSError as error:
        raise UnreadableFile(f"{path}: {_reason(error)}") from None
    if not raw:
        raise UnreadableFile(f"{path}: is empty")
    text, encoding, notes = _decode(raw, path)
    if not text.strip("\ufeff \t\r\n\f\v\xa0　"):
        raise UnreadableFile(f"{path}: holds no text, only white space")
    return Source(text, path, encoding, notes)


def _decode(raw: bytes, path: Path) -> tuple[str, str, tuple[str, ...]]:
    """The text, the name of its encoding, and notes where something had to be assumed."""
    if raw.startswith(_UTF16) and not raw.startswith(_UTF32):
        try:
            return raw.decode("utf-16"), "utf-16", ()
        except UnicodeDecodeError:
            text = raw.decode("utf-16", "replace")
            return text, "utf-16", (_replaced(text.count("�")),)
    if b"\0" in raw[:_BINARY_CHECK]:
        raise UnreadableFile(f"{path}: is a binary file, not text")
    try:
        return raw.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    damaged = raw.decode("utf-8", "replace")
    bad = damaged.count("�")
    # Windows-1252 has no valid UTF-8 sequences but by accident; damaged UTF-8 mostly has.
    if sum(char > "\x7f" for char in damaged) > 2 * bad:
        return damaged, "utf-8", (_replaced(bad),)
    text = raw.decode("cp1252", "replace")
    note = "is not UTF-8: read as Windows-1252"
    unknown = text.count("�")
    return text, "cp1252", (note, _replaced(unknown)) if unknown else (note,)


def _replaced(count: int) -> str:
    return f"{count} damaged character{'s' if count != 1 else ''} replaced by �"
