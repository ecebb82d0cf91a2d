"""Where an index is kept: its catalog, the keeper of its engine, and the lock of its writer.

A *place* is what a user names: a folder, or the address of a cluster. A *store* is what stands
there, opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from .catalog import SqliteCatalog
from .cluster.address import is_address
from .engines.base import Engine, EngineDocument
from .keeper import EngineKeeper
from .lock import Lock
from .places import CATALOG, LOCK, check_plain, check_writable, prepare
from .results import Info
from .storage import Catalog

__all__ = ["Keeper", "Store", "create_store", "memory_store", "open_store"]


class Keeper(Protocol):
    """Who sees to it that the engine holds what the catalog holds."""

    def ready(self) -> AbstractContextManager[Engine]:
        """Within the block, an engine that holds the very generation that the catalog shows."""

    def commit(self) -> None:
        """Commit the catalog's open transaction as the next generation, in the engine as well.

        Needs the writer's lock, and an engine that :meth:`bring_up` has seen to.
        """

    def bring_up(self) -> Engine:
        """The engine, holding the catalog's generation. Needs the writer's lock."""

    def build(self) -> Engine:
        """The engine, built anew from the catalog. Needs the writer's lock."""

    def replace(self) -> None:
        """Build the engine anew, since it turned out to be broken.

        Raises:
            IndexLocked: another process is writing.
        """

    def as_is(self) -> AbstractContextManager[Engine | None]:
        """Within the block, the engine as it stands, not seen to, beside its catalog.

        Waits while another process is writing. None: there is none that can be opened.
        """

    def documents(self) -> Iterator[EngineDocument]:
        """What an engine has to hold, in order of the keys."""

    def info(self) -> Info:
        """What the index is made of."""

    def close(self) -> None:
        """Close the engine, if it is open."""


@dataclass(frozen=True, slots=True)
class Store:
    """An index's place, opened. ``place`` is None for one in memory, ``folder`` for one in none."""

    catalog: Catalog
    keeper: Keeper
    lock: Lock
    place: str | None
    folder: Path | None

    def check_writable(self) -> None:
        """Refuse to change an index that is for reading only.

        Raises:
            IndexLocked: the folder cannot be written to.
        """
        if self.folder is not None:
            check_writable(self.folder)


def create_store(place: str | os.PathLike[str]) -> Store:
    """The store at ``place`` for changing it, an empty one if there was none.

    Raises:
        IndexError_: there is something at ``place`` that is no usable index.
    """
    if is_address(place):
        return _on_cluster(str(place), create=True)
    folder = Path(place)
    prepare(folder)
    check_plain(folder)
    return _embedded(SqliteCatalog(folder / CATALOG, create=True), folder)


def open_store(place: str | os.PathLike[str]) -> Store:
    """The store that is at ``place``.

    Raises:
        IndexMissing: there is none.
        IndexDamaged: its catalog cannot be read.
        IndexTooNew: a newer searchkit wrote it.
    """
    if is_address(place):
        return _on_cluster(str(place), create=False)
    folder = Path(place)
    check_plain(folder)
    writable = os.access(folder, os.W_OK)
    return _embedded(SqliteCatalog(folder / CATALOG, readonly=not writable), folder)


def memory_store() -> Store:
    """An empty store that lives as long as this object."""
    return _embedded(SqliteCatalog(None, create=True), None)


def _on_cluster(place: str, *, create: bool) -> Store:
    from .cluster import keeper as cluster

    catalog, keeper = (cluster.create if create else cluster.connect)(place)
    # Many may write to a cluster at once, so that its lock is none.
    return Store(catalog=catalog, keeper=keeper, lock=Lock(None), place=place, folder=None)


def _embedded(catalog: SqliteCatalog, folder: Path | None) -> Store:
    lock = Lock(folder / LOCK if folder else None)
    return Store(
        catalog=catalog,
        keeper=EngineKeeper(catalog, folder, lock),
        lock=lock,
        place=str(folder) if folder else None,
        folder=folder,
    )
