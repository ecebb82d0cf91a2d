"""A file -> its text: by its format, within limits, with notes on how it was read."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import MissingExtra, UnreadableFile
from .encodings import NotText, decode
from .given import Given, from_sidecar, front_matter
from .walking import DOCX, HTML, NOT_TEXT, PDF, reason, unsupported

__all__ = ["Source", "fingerprint", "read"]

_LARGEST = {"text": 64 << 20, "html": 64 << 20, "pdf": 256 << 20, "docx": 128 << 20}
"""Larger files are refused, in bytes; nothing that people publish as one document comes near.

To read a text takes some fifty times its size in memory."""
_BLANK = "\ufeff \t\r\n\f\v\xa0　"


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file; ``notes`` say what the user should know about how it was read.

    ``given`` is what is known of it besides; ``encoding`` names the codec of text and web pages.
    """

    text: str
    path: Path
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    given: Given = field(default_factory=Given)


def read(path: str | os.PathLike[str]) -> Source:
    """The text of the file at ``path``, with what its front matter and its sidecar give.

    Raises:
        UnreadableFile: it cannot be read as a document, or the library that its format needs is
            not installed; the message is ``path: reason``.
    """
    path = Path(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFile(f"{path}: is a folder: name a file in it")
        if not stat.S_ISREG(mode):
            raise UnreadableFile(f"{path}: neither a file nor a folder")
        suffix = path.suffix.lower()
        if suffix in NOT_TEXT:
            raise UnreadableFile(f"{path}: {unsupported(suffix)}")
        kind = _kind(suffix)
        _weigh(path)
        raw = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"{path}: no such file") from None
    except OSError as error:
        raise UnreadableFile(f"{path}: {reason(error)}") from None
    if not raw:
        raise UnreadableFile(f"{path}: is empty")
    try:
        text, encoding, notes, given = _extract(raw, kind, path)
    except (NotText, MissingExtra) as error:
        raise UnreadableFile(f"{path}: {error}") from None
    if not text.strip(_BLANK):
        raise UnreadableFile(f"{path}: holds no text, only white space")
    beside, mistakes = from_sidecar(path)
    return Source(text, path, encoding, (*notes, *mistakes), beside.over(given))


def _weigh(path: Path) -> None:
    """Refuse a file that is larger than a document of its kind can be."""
    largest = _LARGEST[_kind(path.suffix.lower())]
    if path.stat().st_size > largest:
        raise UnreadableFile(f"{path}: is larger than {largest >> 20} MB: split it")


def _kind(suffix: str) -> str:
    if suffix in HTML:
        return "html"
    if suffix in PDF:
        return "pdf"
    return "docx" if suffix in DOCX else "text"


def _extract(raw: bytes, kind: str, path: Path) -> tuple[str, str, tuple[str, ...], Given]:
    if kind == "html":
        from .web import read_html

        return read_html(raw)
    if kind == "pdf":
        from .pdf import read_pdf

        return read_pdf(raw)
    if kind == "docx":
        from .word import read_docx

        return read_docx(raw)
    text, encoding, notes = decode(raw)
    given, _, mistakes = front_matter(text, path.name)
    return text, encoding, (*notes, *mistakes), given


def fingerprint(path: Path) -> str:
    """What changes when the file or what its sidecar says of it changes.

    Raises:
        OSError: the file cannot be read.
        UnreadableFile: it is too large to be a document.
    """
    _weigh(path)
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            digest.update(part)
    beside, _ = from_sidecar(path)
    digest.update(beside.to_json().encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
