"""The keeper of an engine on a cluster, and how an index there is made and opened.

Catalog and engine are one there, so that neither can be behind the other: there is nothing to
replay. What is left is to look whether the index is one that this version understands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from .. import analysis
from ..engines.base import Engine, EngineDocument
from ..errors import IndexDamaged, IndexError_, IndexMissing, IndexTooNew, InputError
from ..keeper import engine_documents, speak
from ..languages import ENGLISH
from ..results import Info
from ..rows import Stored
from .address import Address
from .bulk import Bulk
from .catalog import ClusterCatalog
from .client import Client, Refused
from .documents import engine_source, passage_of, stored_id
from .engine import OpenSearchEngine, paged
from .mapping import VERSION, bodies, index_names

__all__ = ["ClusterKeeper", "connect", "create"]


class ClusterKeeper:
    """See :class:`searchkit.stores.Keeper`."""

    def __init__(self, client: Client, catalog: ClusterCatalog, engine: OpenSearchEngine) -> None:
        self._client = client
        self._catalog = catalog
        self._engine = engine
        self._index = client.address.name

    @contextmanager
    def ready(self) -> Iterator[Engine]:
        """Within the block, the engine at the catalog's generation.

        Raises:
            IndexError_: its terms are those of another analysis.
        """
        with self._catalog.snapshot():
            speak(self._catalog)
            if self._catalog.get("analysis") not in (None, analysis.version()):
                raise IndexError_(
                    f"the words of {self._client.address} were made by another version of "
                    f'searchkit: run "searchkit index --rebuild --index {self._client.address}"'
                )
            self._engine.show(self._catalog.generation)
            yield self._engine

    def commit(self) -> None:
        """Commit the catalog, which is the engine as well; in another language, all of it anew."""
        held = self._catalog.get("analysis")
        if held is None:
            self._catalog.write(analysis=analysis.version())
        self._catalog.commit()
        if held not in (None, analysis.version()):
            self.build()
        self._engine.refresh()

    def bring_up(self) -> Engine:
        """The engine."""
        speak(self._catalog)
        return self._engine

    def replace(self) -> None:
        """Nothing here can be broken apart from the catalog; the next try may do better."""
        self._engine.refresh()

    def close(self) -> None:
        """Forget what was counted."""
        self._engine.close()

    @contextmanager
    def as_is(self) -> Iterator[Engine | None]:
        """Within the block, the engine as it stands."""
        with self._catalog.snapshot():
            self._engine.show(self._catalog.generation)
            yield self._engine

    def documents(self) -> Iterator[EngineDocument]:
        """What the engine has to hold, in order of the keys."""
        return (document for _, document in self._documents())

    def _documents(self) -> Iterator[tuple[Mapping[str, Any], EngineDocument]]:
        """What is stored of each passage, and what is to be searched of it."""
        body = {"query": {"match_all": {}}, "sort": ["key"]}
        for hit in paged(self._client, self._index, body):
            source = hit["_source"]
            key, published = int(source["key"], 16), source["published"]
            stored = Stored(key, passage_of(source), source["titled"], published)
            for document in engine_documents([stored]):
                yield source, document

    def build(self) -> Engine:
        """Analyse every passage anew."""
        bulk = Bulk(self._client)
        try:
            for source, document in self._documents():
                made = {**source, **engine_source(document)}
                bulk.add(self._index, stored_id(source["id"]), made)
            bulk.flush()
        finally:
            bulk.close()
        self._catalog.write(analysis=analysis.version())
        self._client.ask("POST", f"/{self._index}/_refresh")
        self._engine.refresh()
        return self._engine

    def info(self) -> Info:
        """What the index is made of."""
        from .. import __version__

        catalog = self._catalog
        documents, passages, people = catalog.counts()
        names = ",".join(index_names(self._index).values())
        stats = self._client.ask("GET", f"/{names}/_stats/store")
        return Info(
            path=str(self._client.address),
            engine=self._engine.name,
            engine_setting=self._engine.name,
            passages=passages,
            documents=documents,
            people=people,
            generation=catalog.generation,
            version=__version__,
            thesaurus=catalog.get("thesaurus_source") or "",
            language=catalog.get("language") or ENGLISH,
            size_bytes=int(stats["_all"]["total"]["store"]["size_in_bytes"]),
        )


def create(place: str) -> tuple[ClusterCatalog, ClusterKeeper]:
    """The index at an address, made if there is none.

    Raises:
        IndexError_: the cluster cannot be reached, or what is there is no index of searchkit's.
        InputError: the address is none, or asks for other shards than an index has.
    """
    address = Address.parse(place)
    if address.name.endswith(tuple(index_names("").values())[1:]):
        raise InputError(
            f"{address.name!r} is called as the parts of an index are: name it otherwise"
        )
    client = Client(address)
    wanted = bodies(address.settings, client.version)
    for kind, name in index_names(address.name).items():
        if _state(client, name) is None:
            try:
                client.ask("PUT", f"/{name}", wanted[kind])
            except Refused as error:
                if error.kind != "resource_already_exists_exception":
                    raise IndexError_(
                        f"{address.host} cannot make the index {name!r}: {error.reason}"
                    ) from error
    _adjust(client)
    return _opened(client)


def connect(place: str) -> tuple[ClusterCatalog, ClusterKeeper]:
    """The index that is at an address.

    Raises:
        IndexMissing: there is none.
        IndexError_: see :func:`create`.
    """
    address = Address.parse(place)
    client = Client(address)
    catalog, keeper = _opened(client)
    if catalog.get("rules") is None:
        raise _missing(address)  # whoever made it ended before it was set up
    return catalog, keeper


def _missing(address: Address) -> IndexMissing:
    return IndexMissing(
        f"no index {address.name!r} at {address.host}: run "
        f'"searchkit index PATH --index {address}" first'
    )


def _opened(client: Client) -> tuple[ClusterCatalog, ClusterKeeper]:
    address = client.address
    state = _state(client, address.name)
    if state is None:
        raise _missing(address)
    made = state["mappings"].get("_meta", {}).get("searchkit", {})
    version = made.get("mapping")
    if not isinstance(version, int):
        raise IndexDamaged(
            f"the index {address.name!r} at {address.host} is not one of searchkit's: choose "
            "another name"
        )
    if version > VERSION:
        raise IndexTooNew(
            f"the index at {address} was made by a newer searchkit (mapping {version}, this one "
            f"knows {VERSION}): upgrade searchkit"
        )
    if version < VERSION:
        raise IndexError_(
            f"the index at {address} was made by an older searchkit (mapping {version}, this one "
            f"writes {VERSION}): index the files anew, under another name"
        )
    shards = int(state["settings"]["index"]["number_of_shards"])
    engine = OpenSearchEngine(client, address.name, shards=shards)
    catalog = ClusterCatalog(client, engine)
    return catalog, ClusterKeeper(client, catalog, engine)


def _state(client: Client, name: str) -> dict[str, Any] | None:
    """Mappings and settings of an index, None where there is none."""
    try:
        found: Mapping[str, dict[str, Any]] = client.ask("GET", f"/{name}")
    except IndexMissing:
        return None
    return next(iter(found.values()))


def _adjust(client: Client) -> None:
    """Give an index the settings that its address asks for.

    Raises:
        InputError: it asks for another number of shards.
    """
    address = client.address
    state = _state(client, address.name)
    wanted = address.settings
    if state is None or not wanted:
        return
    shards = state["settings"]["index"]["number_of_shards"]
    if wanted.get("shards", shards) != shards:
        raise InputError(
            f"the index at {address} has {shards} shards, which cannot be changed: leave out "
            f"shards={wanted['shards']}, or index under another name"
        )
    changed: dict[str, str] = {}
    if "replicas" in wanted:
        changed["number_of_replicas"] = wanted["replicas"]
    if "refresh" in wanted:
        changed["refresh_interval"] = wanted["refresh"]
    if changed:
        client.ask("PUT", f"/{address.name}/_settings", {"index": changed})
