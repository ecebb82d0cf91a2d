"""The look-ups of a catalog on a cluster.

Single documents are read as they are at this moment; what is searched for shows what was committed,
and what was written before within the same change (:meth:`Reading._fresh`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from ..records import Document, Outline, Passage
from ..roster import Roster
from ..rows import DocumentEntry, PersonRow
from ..storage import Damage
from .client import Client
from .counting import Counting
from .documents import (
    entry_of,
    in_order,
    key_text,
    outline_of,
    passage_of,
    person_of,
    stored_id,
)
from .dsl import Query
from .engine import OpenSearchEngine, paged
from .mapping import VERSION, index_names

__all__ = ["Reading"]

_PART = 1000
"""How many documents are asked for at once."""

_READABLE = {"_source": {"excludes": ["terms", "tags", "days"]}}
_THERE: Query = {"bool": {"must_not": [{"term": {"digest": ""}}]}}
"""Documents that are there; one without a digest has its id reserved and no more."""


class Reading(Counting):
    """The reader's part of a catalog, see :class:`searchkit.storage.CatalogReader`."""

    def __init__(self, client: Client, engine: OpenSearchEngine) -> None:
        self._client = client
        self._engine = engine
        self._names = index_names(client.address.name)
        self._shown: int | None = None
        self._settings: tuple[int, dict[str, str | None]] = 0, {}

    def _fresh(self) -> None:
        """Let searches see what this change has written so far."""

    def close(self) -> None:
        """Free what is held."""
        self._client.close()

    # Settings

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Within the block, ask for the generation once. Other commits show as they come."""
        if self._shown is not None:
            yield
            return
        self._shown = self.generation
        try:
            yield
        finally:
            self._shown = None

    @property
    def generation(self) -> int:
        """The number of the last commit, 0 for a new catalog."""
        if self._shown is not None:
            return self._shown
        found = self._get("settings", "generation", params={"_source": "false"})
        return int(found["_version"]) if found else 0

    speaks = True
    """Whether somebody may say something in a passage, which is not kept."""

    def get(self, name: str) -> str | None:
        """A setting of the index."""
        if name == "schema_version":
            return str(VERSION)
        known = self._settings
        if self._shown is None or self._shown != known[0]:
            known = self._settings = self._shown or 0, {}
        if self._shown is None or name not in known[1]:
            found = self._get("settings", f"setting {name}")
            known[1][name] = str(found["_source"]["value"]) if found else None
        return known[1][name]

    def _get(
        self, kind: str, name: str, *, params: Mapping[str, str] | None = None
    ) -> dict[str, Any] | None:
        place = f"/{self._names[kind]}/_doc/{quote(name, safe='')}"
        found: dict[str, Any] | None = self._client.ask("GET", place, params=params, missing=True)
        return found

    def _many(self, kind: str, ids: Iterable[str], fields: Sequence[str]) -> Iterator[Any]:
        """The sources of those documents that are there."""
        wanted = sorted({stored_id(one) for one in ids})
        for start in range(0, len(wanted), _PART):
            answer = self._client.ask(
                "POST",
                f"/{self._names[kind]}/_mget",
                {"ids": wanted[start : start + _PART]},
                params={"_source_includes": ",".join(fields)},
            )
            for one in answer["docs"]:
                if one.get("found"):
                    yield one["_source"]

    # Passages

    def counts(self) -> tuple[int, int, int]:
        """Documents, passages and people (by canonical name)."""
        self._fresh()
        people = self._client.ask(
            "POST",
            f"/{self._names['people']}/_search",
            {"size": 0, "aggs": {"names": {"cardinality": {
                "field": "canonical", "precision_threshold": 40_000,
            }}}},
        )  # fmt: skip
        return (
            self._count("documents", _THERE),
            self._count("passages", {"match_all": {}}),
            int(people["aggregations"]["names"]["value"]),
        )

    def _count(self, kind: str, query: Query) -> int:
        answer = self._client.ask("POST", f"/{self._names[kind]}/_count", {"query": query})
        return int(answer["count"])

    def _sources(self, keys: Sequence[int]) -> dict[int, Mapping[str, Any]]:
        """What is stored of passages, by key."""
        known = self._engine.fetched
        found = {key: known[key] for key in keys if key in known}
        missing = [key_text(key) for key in keys if key not in found]
        for start in range(0, len(missing), _PART):
            part = missing[start : start + _PART]
            answer = self._client.ask(
                "POST",
                f"/{self._names['passages']}/_search",
                {"query": {"terms": {"key": part}}, "size": len(part), "docvalue_fields": ["key"],
                 **_READABLE},
                params={"allow_partial_search_results": "false"},
            )  # fmt: skip
            for hit in answer["hits"]["hits"]:
                found[int(hit["fields"]["key"][0], 16)] = hit["_source"]
        return found

    def passages(self, keys: Sequence[int]) -> dict[int, Passage]:
        """Passages by key; keys that are gone are left out."""
        return {key: passage_of(source) for key, source in self._sources(list(keys)).items()}

    def wordings(self, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Title, headings and text of passages by key; keys that are gone are left out."""
        return {
            key: (source["title"], *source["headings"], source["text"])
            for key, source in self._sources(list(keys)).items()
        }

    def spoken(self, keys: Sequence[int]) -> dict[int, Passage]:
        """Those of the passages by key in which somebody says something."""
        return {key: one for key, one in self.passages(keys).items() if one.statements}

    def ids(self, keys: Sequence[int]) -> dict[int, str]:
        """Ids of passages by key; keys that are gone are left out."""
        return {key: source["id"] for key, source in self._sources(list(keys)).items()}

    def documents_of(self, keys: Sequence[int]) -> dict[int, str]:
        """The documents that passages stand in, by key; one of its own stands in itself."""
        found = self._sources(list(keys))
        return {key: source["document"] or source["id"] for key, source in found.items()}

    def passage(self, passage_id: str) -> tuple[int, Passage] | None:
        """A passage by its id, with its key."""
        found = self._get("passages", stored_id(passage_id))
        if found is None:
            return None
        return int(found["_source"]["key"], 16), passage_of(found["_source"])

    def passages_of(self, document: str) -> list[Passage]:
        """A document's passages, in their order."""
        self._fresh()
        body = {
            "query": {"term": {"document": document}}, "sort": ["ordinal", "key"], **_READABLE,
        }  # fmt: skip
        return [passage_of(hit["_source"]) for hit in self._paged("passages", body)]

    def all_passages(self) -> Iterator[Passage]:
        """Every passage: document by document, and within each in their order."""
        self._fresh()
        body = {
            "query": {"match_all": {}}, "sort": ["document", "ordinal", "key"], **_READABLE,
        }  # fmt: skip
        for hit in self._paged("passages", body):
            yield passage_of(hit["_source"])

    def _paged(self, kind: str, body: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        return paged(self._client, self._names[kind], body)

    # Documents and people

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """What hits tell of these documents."""
        fields = ("id", "title", "date_meeting", "date_published", "path", "digest")
        return {
            one["id"]: Document(
                id=one["id"],
                title=one["title"],
                date=one["date_meeting"] or one["date_published"],
                path=one["path"],
            )
            for one in self._many("documents", ids, fields)
            if one["digest"]
        }

    def entries(self, documents: Iterable[str] | None = None) -> list[DocumentEntry]:
        """All documents, or those with the ids, by date and id; those without a year last."""
        self._fresh()
        body = {
            "query": _THERE,
            "sort": ["_doc"],
            "_source": {"excludes": ["text", "sections", "boilerplate", "acronyms", "given"]},
        }
        found = [entry_of(hit["_source"]) for hit in self._paged("documents", body)]
        if documents is not None:
            wanted = set(documents)
            found = [entry for entry in found if entry.id in wanted]

        def order(entry: DocumentEntry) -> tuple[bool, str, str]:
            date = entry.date_meeting or entry.date_published or "-"
            return date.startswith("-"), date, entry.id

        return sorted(found, key=order)

    def outline(self, document: str) -> Outline | None:
        """A document as it was parsed."""
        found = self._document(document)
        if found is None:
            return None
        return outline_of(found, self.people(document), self.passages_of(document))

    def source(self, document: str) -> str | None:
        """A document's text, the one that offsets index."""
        found = self._document(document)
        return str(found["text"]) if found else None

    def given(self, document: str) -> str:
        """What is known of a document besides its text, ``""`` for nothing."""
        found = self._document(document)
        return str(found["given"]) if found else ""

    def _document(self, document: str) -> dict[str, Any] | None:
        self._fresh()
        found = self._get("documents", stored_id(document))
        return found["_source"] if found and found["_source"]["digest"] else None

    def damages(self) -> Iterator[Damage]:
        """Documents that are not whole: cut off, mixed from two revisions, or without a record."""
        self._fresh()
        fields = ["id", "revision", "passages"]
        body = {"query": _THERE, "sort": ["_doc"], "_source": fields}
        records = {hit["_source"]["id"]: hit["_source"] for hit in self._paged("documents", body)}
        sources = [
            {"document": {"terms": {"field": "document"}}},
            {"revision": {"terms": {"field": "revision"}}},
        ]
        held: dict[str, int] = {}
        for bucket in self._buckets({"match_all": {}}, sources, {}):
            name, revision = bucket["key"]["document"], bucket["key"]["revision"]
            if not revision:
                continue  # the user's own
            if name not in records:
                yield Damage("", f"passages of {name!r} are left, and the document is not there")
            elif revision == records[name]["revision"]:
                held[name] = bucket["doc_count"]
            else:
                yield Damage(name, "it has passages of an earlier revision")
        for name, record in records.items():
            if held.get(name, 0) != record["passages"]:
                told = f"it has {held.get(name, 0)} passages, and should have {record['passages']}"
                yield Damage(name, told)

    def acronyms(self) -> list[tuple[str, str]]:
        """Every acronym that a document defines, with what it stands for."""
        self._fresh()
        query = {"exists": {"field": "acronyms.short"}}
        body = {"query": query, "sort": ["_doc"], "_source": ["acronyms"]}
        return sorted(
            {
                (one["short"], one["full"])
                for hit in self._paged("documents", body)
                for one in hit["_source"]["acronyms"]
            }
        )

    def roster(self) -> Roster | None:
        """None: names are looked up among all people."""
        return None

    def people(self, document: str | None = None) -> list[PersonRow]:
        """Everybody named, document by document, or in one document."""
        self._fresh()
        query: Query = {"term": {"document": document}} if document else {"match_all": {}}
        hits = self._paged("people", {"query": query, "sort": ["_doc"]})
        return in_order((hit["_source"], person_of(hit["_source"])) for hit in hits)

    def canonical(self, documents: Iterable[str]) -> dict[tuple[str, str], str]:
        """(document, name in it) -> canonical name, where the two differ."""
        self._fresh()
        found: dict[tuple[str, str], str] = {}
        wanted = sorted(set(documents))
        for start in range(0, len(wanted), _PART):
            conditions = [
                {"terms": {"document": wanted[start : start + _PART]}},
                {"term": {"renamed": True}},
            ]
            body = {
                "query": {"bool": {"filter": conditions}},
                "size": 10_000,
                "_source": ["document", "name", "canonical"],
            }
            answer = self._client.ask("POST", f"/{self._names['people']}/_search", body)
            hits = answer["hits"]["hits"]
            if len(hits) == 10_000:
                hits = self._paged("people", {**body, "sort": ["_doc"]})
            for hit in hits:
                one = hit["_source"]
                found[one["document"], one["name"]] = one["canonical"]
        return found
