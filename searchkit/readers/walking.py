"""Which files there are to read below some paths, and what is passed over, with its reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..places import is_index

__all__ = [
    "DOCX",
    "HTML",
    "NOT_TEXT",
    "PDF",
    "SIDECAR",
    "Walk",
    "reason",
    "unsupported",
    "walk",
]

_TEXT = frozenset({".txt", ".text", ".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
PDF = frozenset({".pdf"})
DOCX = frozenset({".docx"})
SIDECAR = "outline.toml"
"""The file beside documents that tells what they do not say themselves."""

_READABLE = _TEXT | HTML | PDF | DOCX
_OTHER_FORMATS = {".doc": ".docx", ".rtf": ".docx", ".odt": ".docx", ".wpd": ".docx"}
_ARCHIVES = frozenset({".zip", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".7z", ".rar"})
NOT_TEXT = _ARCHIVES.union(_OTHER_FORMATS)
"""Files that end so are not read as text even where a user names them."""
_ABOUT_THE_FOLDER = frozenset({"readme", "license", "copying", "notice", "changelog"})


@dataclass(frozen=True, slots=True)
class Walk:
    """``files`` to read, in order; ``skipped`` are (path, reason).

    ``passed`` are (path, remark) of what is left alone though it may hold documents: what is
    hidden, and licences and the like, which are about a folder. Named outright, they are read.
    Sidecars, READMEs and indexes are not even told of.
    """

    files: tuple[Path, ...]
    skipped: tuple[tuple[Path, str], ...] = ()
    passed: tuple[tuple[Path, str], ...] = ()


def walk(paths: Iterable[str | os.PathLike[str]]) -> Walk:
    """The files at and below ``paths``, folder by folder in the order of their names.

    A file is listed once, however many paths and links lead to it. Nothing is opened, and nothing
    is raised: what cannot be listed is skipped with its reason.
    """
    walker = _Walker()
    for path in paths:
        walker.path(Path(path))
    return Walk(tuple(walker.files), tuple(walker.skipped), tuple(walker.passed))


class _Walker:
    def __init__(self) -> None:
        self.files: list[Path] = []
        self.skipped: list[tuple[Path, str]] = []
        self.passed: list[tuple[Path, str]] = []
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
                self.skipped.append((path, reason(error)))

    def _inside(self, folder: Path) -> Iterator[Path]:
        if is_index(folder):
            return
        for name in sorted(os.listdir(folder)):
            path = folder / name
            stem = name.partition(".")[0].casefold()
            hidden = name.startswith(".")
            if not (hidden or name == SIDECAR or stem in _ABOUT_THE_FOLDER):
                yield path
            elif hidden and (path.suffix.lower() in _READABLE or os.path.isdir(path)):
                self.passed.append((path, "is hidden, and left alone: name it to have it read"))
            elif stem in _ABOUT_THE_FOLDER - {"readme"} and path.suffix.lower() in _READABLE:
                remark = "is about its folder, by its name, and left alone: name it to have it read"
                self.passed.append((path, remark))

    def _file(self, path: Path, mode: int) -> None:
        suffix = path.suffix.lower()
        if not stat.S_ISREG(mode):
            self.skipped.append((path, "neither a file nor a folder"))
        elif suffix in _READABLE:
            self.files.append(path)
        else:
            self.skipped.append((path, unsupported(suffix)))


def unsupported(suffix: str) -> str:
    """Why a file that ends in ``suffix`` is not read, and what to do about it."""
    if suffix in _OTHER_FORMATS:
        return f"{suffix} files are not supported: save it as {_OTHER_FORMATS[suffix]}"
    if suffix in _ARCHIVES:
        return f"{suffix} files are archives: unpack it and name the folder"
    kind = f"{suffix} files are" if suffix else "files without an extension are"
    return f"{kind} not read: documents end in .txt, .md, .html, .pdf or .docx"


def reason(error: OSError) -> str:
    """What went wrong, in a few words."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or str(error)).lower()
