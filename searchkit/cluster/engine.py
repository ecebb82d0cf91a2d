"""OpenSearch as an engine: plans in its query language, answers in the order of the contract.

Statistics for BM25 count, field by field, the passages that have the field, and go on counting
removed passages until Lucene merges their segment. With several shards they are gathered from all
of them first (``dfs_query_then_fetch``), so that the number of shards makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from ..engines.base import (
    COUNTED_FIELDS,
    RAW_FIELDS,
    EngineDocument,
    Found,
    Order,
)
from ..engines.lexicon import Lexicon
from ..errors import IndexError_
from ..query import plan as p
from .bulk import Bulk
from .client import Client, encoded
from .documents import engine_source, key_text
from .dsl import Query, field_name, lowered
from .mapping import SLOTS

__all__ = ["PAGE", "OpenSearchEngine", "Selected", "paged"]

PAGE = 5000
"""How many hits are asked for at once; OpenSearch gives 10,000 at most."""

_TIES = 90
"""How many hits more are asked for, to put ties at the end in order."""

_FETCHED = 600
"""Up to how many hits bring their passages along, since those are asked for next."""

_KEPT = 2000
"""How many passages are kept at hand."""

_KEEP = "2m"


def paged(
    client: Client,
    index: str,
    body: Mapping[str, Any],
    *,
    most: int | None = None,
    params: Mapping[str, str] | None = None,
) -> Iterator[dict[str, Any]]:
    """Hits in the order of the body's ``sort``, page by page, all of one point in time.

    Args:
        most: how many at most; all for None.
        params: how the search is done, if not as usual.
    """
    way = {"allow_partial_search_results": "false", **(params or {})}
    opened = client.ask("POST", f"/{index}/_search/point_in_time", params={"keep_alive": _KEEP})
    point = opened["pit_id"]
    try:
        after: dict[str, Any] = {}
        left = most
        while left is None or left > 0:
            size = PAGE if left is None else min(left, PAGE)
            answer = client.ask(
                "POST",
                "/_search",
                {
                    "track_total_hits": False,
                    **body,
                    **after,
                    "size": size,
                    "pit": {"id": point, "keep_alive": _KEEP},
                },
                params=way,
            )
            hits = answer["hits"]["hits"]
            yield from hits
            if len(hits) < size:
                return
            after = {"search_after": hits[-1]["sort"]}
            left = None if left is None else left - len(hits)
    finally:
        client.ask("DELETE", "/_search/point_in_time", {"pit_id": [point]}, missing=True)


class Selected(Sequence[int]):
    """The keys that a query matches, fetched only when somebody goes through them."""

    def __init__(self, query: Query, size: int, keys: Callable[[], Iterator[int]]) -> None:
        self.query = query
        self._size = size
        self._keys = keys

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[int]:
        return self._keys()

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[int]: ...
    def __getitem__(self, place: int | slice) -> int | Sequence[int]:
        return list(self)[place]


class OpenSearchEngine:
    """See :class:`searchkit.engines.base.Engine`. ``index`` is the index of the passages.

    ``fetched`` are passages that came along with the hits of searches, by key.
    """

    name = "opensearch"

    def __init__(self, client: Client, index: str, *, shards: int = 1) -> None:
        self._client = client
        self._index = index
        self._params = {"allow_partial_search_results": "false"}
        if shards > 1:
            self._params["search_type"] = "dfs_query_then_fetch"
        self._generation = 0
        self._counted: dict[tuple[str, str], int] = {}
        self._listed: dict[tuple[str, str], list[tuple[str, int]]] = {}
        self._words: Lexicon | None = None
        self.fetched: dict[int, Mapping[str, Any]] = {}

    @property
    def generation(self) -> int:
        return self._generation

    @property
    def settled(self) -> bool:
        return True

    def show(self, generation: int) -> None:
        """Forget what was counted in another generation."""
        if generation != self._generation:
            self._generation = generation
            self.refresh()

    def __len__(self) -> int:
        return self._count("", "", {"match_all": {}})

    def refresh(self) -> None:
        self._counted.clear()
        self._listed.clear()
        self._words = None
        self.fetched.clear()

    def close(self) -> None:
        self.refresh()

    def apply(
        self,
        *,
        generation: int,
        removed: Iterable[int],
        added: Iterable[EngineDocument],
        before: Callable[[], object] | None = None,
    ) -> None:
        if before is not None:
            before()  # what has been sent cannot be taken back
        bulk = Bulk(self._client)
        try:
            for key in removed:
                bulk.delete(self._index, key_text(key))
            for document in added:
                bulk.add(self._index, key_text(document.key), engine_source(document))
            bulk.flush()
        finally:
            bulk.close()
        self._client.ask("POST", f"/{self._index}/_refresh")
        self._generation = generation
        self.refresh()

    def document_frequency(self, field: str, term: str) -> int:
        return self._count(field, term, {"term": {field_name(field): {"value": term}}})

    def _count(self, field: str, term: str, query: Query) -> int:
        if (field, term) not in self._counted:
            answer = self._client.ask("POST", f"/{self._index}/_count", {"query": query})
            self._counted[field, term] = int(answer["count"])
        return self._counted[field, term]

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        if (field, prefix) not in self._listed:
            self._listed[field, prefix] = list(self._terms(field, prefix))
        return self._listed[field, prefix]

    def _terms(self, field: str, prefix: str) -> Iterator[tuple[str, int]]:
        name = field_name(field)
        if field in COUNTED_FIELDS:
            name = f"{name}.all"
        if prefix and (count := self.document_frequency(field, prefix)):
            yield prefix, count
        # Terms stand in order, so those with the prefix follow it.
        after: dict[str, Any] = {"after": {"term": prefix}} if prefix else {}
        query: Query = {"prefix": {name: prefix}} if prefix else {"match_all": {}}
        while True:
            sources = [{"term": {"terms": {"field": name}}}]
            answer = self._client.ask(
                "POST",
                f"/{self._index}/_search",
                {
                    "size": 0,
                    "query": query,
                    "aggs": {"terms": {"composite": {"size": PAGE, "sources": sources, **after}}},
                },
                params=self._params,
            )
            found = answer["aggregations"]["terms"]
            for bucket in found["buckets"]:
                if not bucket["key"]["term"].startswith(prefix):
                    return
                yield bucket["key"]["term"], bucket["doc_count"]
            if "after_key" not in found:
                return
            after = {"after": found["after_key"]}

    def lexicon(self) -> Lexicon:
        if self._words is None:
            self._words = Lexicon(self._terms(RAW_FIELDS["text"], ""))
        return self._words

    def keys(self, plan: p.Plan) -> Selected:
        query = lowered(plan)
        answer = self._client.ask("POST", f"/{self._index}/_count", {"query": query})

        def keys() -> Iterator[int]:
            body = {"query": query, "sort": ["_doc"], **_KEY}
            return (_key(hit) for hit in paged(self._client, self._index, body))

        return Selected(query, int(answer["count"]), keys)

    def facets(self, plan: p.Plan) -> None:
        del plan  # the catalog counts by aggregations of what keys() selects

    def scores(self, plans: Sequence[p.Plan], key: int) -> list[float | None]:
        one = {"term": {"key": key_text(key)}}
        lines = []
        for plan in plans:
            query = {"bool": {"must": [lowered(plan)], "filter": [one]}}
            lines += [{"index": self._index}, {"query": query, "size": 1, "_source": False}]
        if not lines:
            return []
        body = "".join(f"{encoded(line)}\n" for line in lines).encode()
        way = {"search_type": self._params.get("search_type", "query_then_fetch")}
        found: list[float | None] = []
        for answer in self._client.ask("POST", "/_msearch", body, params=way)["responses"]:
            if "error" in answer:
                raise IndexError_(
                    f"{self._client.address.host} cannot say how a passage was scored "
                    f"({answer['error'].get('type')}): try again"
                )
            hits = answer["hits"]["hits"]
            found.append(float(hits[0]["_score"]) if hits else None)
        return found

    def added(self, plans: Sequence[p.Plan], keys: Sequence[int]) -> None:
        del plans, keys  # a second question takes as long again

    def search(
        self, plan: p.Plan, *, limit: int | None, order: Order = "relevance", count: bool = True
    ) -> Found:
        query = lowered(plan)
        by: list[Any] = [{"_score": "desc"}, *_TIED]
        if order != "relevance":
            way = "desc" if order == "newest" else "asc"
            by.insert(0, {f"days.{SLOTS[0][0]}": {"order": way, "missing": "_last"}})
        body: dict[str, Any] = {
            "query": query, "sort": by, "track_scores": True, "track_total_hits": count,
        }  # fmt: skip
        total: int | None = None
        if limit is not None and limit + _TIES <= PAGE:
            wanted = 0 if limit <= 0 else limit + _TIES
            fields = _PASSAGE if 0 < wanted <= _FETCHED else _KEY
            answer = self._client.ask(
                "POST",
                f"/{self._index}/_search",
                {**body, **fields, "size": wanted},
                params=self._params,
            )
            hits: Iterable[dict[str, Any]] = answer["hits"]["hits"]
            if count:
                total = int(answer["hits"]["total"]["value"])
            self._keep(hits)
        else:
            if count:
                total = int(
                    self._client.ask("POST", f"/{self._index}/_count", {"query": query})["count"]
                )
            most = None if limit is None else limit + _TIES
            hits = paged(self._client, self._index, {**body, **_KEY, "track_total_hits": False},
                         most=most, params=self._params)  # fmt: skip
        return Found(_ordered(hits, order, limit), total)

    def _keep(self, hits: Iterable[Mapping[str, Any]]) -> None:
        if len(self.fetched) > _KEPT:
            self.fetched.clear()
        for hit in hits:
            if "text" in hit.get("_source", ()):
                self.fetched[_key(hit)] = hit["_source"]


_TIED: tuple[dict[str, Any], ...] = ({"document": "asc"}, {"ordinal": "asc"}, {"key": "asc"})
"""Ties stand in the order of documents and of passages in them: that of a catalog in a folder."""

_KEY: dict[str, Any] = {"_source": False, "docvalue_fields": ["key"]}
_PASSAGE: dict[str, Any] = {**_KEY, "_source": {"excludes": ["terms", "tags", "days"]}}


def _key(hit: Mapping[str, Any]) -> int:
    return int(hit["fields"]["key"][0], 16)


def _ordered(
    hits: Iterable[Mapping[str, Any]], order: Order, limit: int | None
) -> list[tuple[int, float]]:
    """Keys and scores in the order of the contract, which rounds scores before it compares them."""
    days: list[tuple[Any, list[Mapping[str, Any]]]] = []
    for hit in hits:
        day = None if order == "relevance" else hit["sort"][0]
        if not days or days[-1][0] != day:
            days.append((day, []))
        days[-1][1].append(hit)
    found = [pair for _, same in days for pair in _ranked(same)]
    return found if limit is None else found[: max(limit, 0)]


def _ranked(hits: Iterable[Mapping[str, Any]]) -> list[tuple[int, float]]:
    """By score in five digits, see :func:`searchkit.engines.base.ranked`, then as ties stand."""
    rows = []
    for hit in hits:
        score = float(f"{hit['_score']:.5g}")
        document, ordinal, _ = hit["sort"][-len(_TIED) :]
        rows.append((-score, document or "", ordinal or 0, _key(hit)))
    return [(key, -score) for score, _, _, key in sorted(rows)]
