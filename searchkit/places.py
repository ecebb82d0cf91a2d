"""The folder of an index: what stands in it, and whether it can be one."""

from __future__ import annotations

import os
from pathlib import Path

from .errors import IndexDamaged, IndexError_, IndexLocked, IndexMissing

__all__ = ["CATALOG", "LOCK", "check_plain", "check_writable", "is_index", "prepare"]

CATALOG = "catalog.sqlite"
LOCK = "lock.sqlite"


def is_index(folder: Path) -> bool:
    """Whether an index stands in the folder."""
    return (folder / CATALOG).is_file() and (folder / LOCK).is_file()


def check_plain(folder: Path) -> None:
    """Refuse a folder that holds more than files and folders.

    Through a link, which a stranger may have put there, searchkit would write to a file elsewhere,
    and at a pipe it would wait for ever. The folder itself may be reached by a link.

    Raises:
        IndexDamaged: it holds a link, a pipe, a socket or a device.
    """
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.is_file(follow_symlinks=False) and not entry.is_dir(
                    follow_symlinks=False
                ):
                    raise IndexDamaged(
                        f"the index at {folder} holds {entry.name!r:.60}, which is neither a file "
                        "nor a folder: take it away"
                    )
    except FileNotFoundError:
        return
    except OSError as error:
        raise IndexError_(
            f"the index at {folder} cannot be read ({error.strerror}): see to its permissions"
        ) from error


def check_writable(folder: Path) -> None:
    """Refuse to change an index that is for reading only.

    Raises:
        IndexMissing: the folder is there no longer.
        IndexLocked: it cannot be written to.
    """
    if not folder.is_dir():
        raise IndexMissing(f"the index at {folder} is gone: see whether its drive is connected")
    if not os.access(folder, os.W_OK):
        raise IndexLocked(
            f"the index at {folder} is read-only: check the permissions of the folder"
        )


def prepare(folder: Path) -> None:
    """Make the folder for an index, unless there is one.

    Raises:
        IndexError_: it cannot be made, or holds other files, among which an index would get lost.
        IndexLocked: it cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = [one.name for one in folder.iterdir() if not one.name.startswith((".", "README"))]
    except OSError as error:
        raise IndexError_(
            f"no index can be made at {folder} ({error.strerror}): name another folder"
        ) from error
    if others and not (folder / CATALOG).exists():
        raise IndexError_(
            f"{folder} holds other files ({min(others)}): name an empty or new folder for the index"
        )
    check_writable(folder)
