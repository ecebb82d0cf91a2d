"""What a catalog counts, by aggregations over the passages.

A count over names is one over canonical names. Most names are their own canonical ones everywhere;
those are counted as they stand. The others are counted document by document and then put together,
so that the work goes by how many names differ and not by how many passages there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .. import analysis
from .client import Client
from .dsl import Query
from .engine import PAGE, Selected, paged

__all__ = ["SHOWN", "Counting"]

SHOWN = {
    "speaker": "speakers",
    "topic": "topics",
    "person": "people",
    "country": "countries",
    "place": "place",
    "doc": "document",
}
"""The field that shows the values of each tag field."""

_EXACT = 40_000
"""Up to how many documents OpenSearch counts them exactly."""

_WHOLE = 10_000
"""Keys that go into one request."""


class Counting:
    """The part of a catalog on a cluster that counts. See :mod:`searchkit.storage`."""

    _client: Client
    _names: Mapping[str, str]

    def _aggregated(self, query: Query, aggregations: Mapping[str, Any]) -> dict[str, Any]:
        answer = self._client.ask(
            "POST",
            f"/{self._names['passages']}/_search",
            {"size": 0, "query": query, "aggs": aggregations, "track_total_hits": False},
            params={"allow_partial_search_results": "false"},
        )
        found: dict[str, Any] = answer["aggregations"]
        return found

    def _buckets(
        self, query: Query, sources: Sequence[Mapping[str, Any]], inner: Mapping[str, Any]
    ) -> Iterator[dict[str, Any]]:
        """The buckets of a composite aggregation, page by page, in order of their keys."""
        after: dict[str, Any] = {}
        while True:
            composite = {"size": PAGE, "sources": list(sources), **after}
            found = self._aggregated(query, {"all": {"composite": composite, "aggs": inner}})["all"]
            yield from found["buckets"]
            if "after_key" not in found:
                return
            after = {"after": found["after_key"]}

    def _chosen(self, keys: Sequence[int] | None) -> Iterator[Query]:
        """Queries that together match the passages with the keys, each of them once."""
        from .documents import key_text

        if keys is None:
            yield {"match_all": {}}
        elif isinstance(keys, Selected):
            yield keys.query
        else:
            for start in range(0, len(keys), _WHOLE):
                yield {"terms": {"key": [key_text(key) for key in keys[start : start + _WHOLE]]}}

    def _renamed(self) -> dict[tuple[str, str], str]:
        """(document, name in it) -> canonical name, where the two differ."""
        query = {"bool": {"filter": [{"term": {"renamed": True}}]}}
        body = {"query": query, "sort": ["_doc"], "_source": ["document", "name", "canonical"]}
        found = (hit["_source"] for hit in paged(self._client, self._names["people"], body))
        return {(one["document"], one["name"]): one["canonical"] for one in found}

    def tag_lines(self, field: str) -> str:
        """The keys of the values of a tag field in use, each between two line ends."""
        return "\n".join(("", *self.tags(field), ""))

    def tag(self, field: str, key: str) -> str | None:
        """The value of a tag field with that key as shown, None if it is not in use."""
        return self.tags(field, words=key.split()).get(key)

    def tags(self, field: str, *, words: Sequence[str] = ()) -> dict[str, str]:
        """The values of a tag field in use, those with all of the words: key -> as shown."""
        counts: dict[str, tuple[int, str]] = {}
        for value, passages in self._values(field):
            key = analysis.key(value)
            if key and set(words) <= set(key.split()):
                counts[key] = max(counts.get(key, (0, "")), (passages, value))
        return {key: value for key, (_, value) in counts.items()}

    def _values(self, field: str) -> Iterator[tuple[str, int]]:
        sources = [{"value": {"terms": {"field": SHOWN[field]}}}]
        own = 0
        for bucket in self._buckets({"match_all": {}}, sources, {}):
            value = bucket["key"]["value"]
            if value:
                yield value, bucket["doc_count"]
            else:
                own = bucket["doc_count"]
        if field == "doc" and own:  # passages without a document stand in themselves
            body = {
                "query": {"term": {"document": ""}}, "sort": ["_doc"], "_source": ["id"],
            }  # fmt: skip
            for hit in paged(self._client, self._names["passages"], body):
                yield hit["_source"]["id"], 1

    def values_from(self, field: str, part: str, *, limit: int) -> list[str]:
        """Values of a tag field in which a word begins with ``part``, most passages first."""
        start = analysis.key(part)
        fitting = [
            (-passages, analysis.key(value), value)
            for value, passages in self._values(field)
            if f" {analysis.key(value)}".find(f" {start}") >= 0
        ]
        return [value for _, _, value in sorted(fitting)[:limit]]

    def ids_from(self, part: str, *, passages: bool, limit: int) -> list[str]:
        """Ids that begin with ``part``: of documents, or from a ``#`` on of passages too."""
        inside = passages and "#" in part
        query: list[Query] = [{"prefix": {"id": {"value": part}}}]
        if not inside:
            query.append({"bool": {"must_not": [{"term": {"digest": ""}}]}})
        answer = self._client.ask(
            "POST",
            f"/{self._names['passages' if inside else 'documents']}/_search",
            {"query": {"bool": {"filter": query}}, "sort": ["id"], "size": limit, "_source": "id"},
        )
        return [hit["_source"]["id"] for hit in answer["hits"]["hits"]]

    def renamed(self) -> tuple[dict[str, str], set[str]]:
        """Every name that is not canonical in some document is counted there."""
        return {}, {name for _, name in self._renamed()}

    def tag_counts(
        self,
        field: str,
        keys: Sequence[int] | None = None,
        *,
        names: Iterable[str] | None = None,
    ) -> list[tuple[str, int, int]]:
        """(value, passages, documents) of ``speakers``, ``topics``, ``people`` or ``countries``.

        Over the passages with the given keys, or over all; most passages first. With ``names``,
        only what stands in passages under these is counted.
        """
        asked = None if names is None else set(names)
        assert field in ("speakers", "topics", "people", "countries")
        named = self._renamed() if field in ("speakers", "people") else {}
        differing = {name for _, name in named} | set(named.values())
        passages: Counter[str] = Counter()
        documents: Counter[str] = Counter()
        for query in self._chosen(keys):
            inner = {"documents": {"cardinality": {
                "field": "document", "precision_threshold": _EXACT,
            }}}  # fmt: skip
            for bucket in self._buckets(query, [{"value": {"terms": {"field": field}}}], inner):
                value = bucket["key"]["value"]
                if value not in differing and (asked is None or value in asked):
                    passages[value] += bucket["doc_count"]
                    documents[value] += bucket["documents"]["value"]
            if differing if asked is None else differing & asked:
                places: defaultdict[str, set[str]] = defaultdict(set)
                for document, name, count in self._pairs(
                    query, field, differing if asked is None else differing & asked
                ):
                    value = named.get((document, name), name)
                    passages[value] += count
                    places[value].add(document)
                documents.update({value: len(found) for value, found in places.items()})
        rows = [(value, count, documents[value]) for value, count in passages.items()]
        return sorted(rows, key=lambda row: (-row[1], row[0]))

    def _pairs(
        self, query: Query, field: str, names: set[str] | None = None
    ) -> Iterator[tuple[str, str, int]]:
        """(document, value, passages) of a field."""
        conditions = [query]
        if names is not None:
            conditions.append({"terms": {field: sorted(names)}})
        sources = [
            {"document": {"terms": {"field": "document"}}},
            {"value": {"terms": {"field": field}}},
        ]
        for bucket in self._buckets({"bool": {"filter": conditions}}, sources, {}):
            key = bucket["key"]
            if names is None or key["value"] in names:
                yield key["document"], key["value"], bucket["doc_count"]

    def year_counts(self, keys: Sequence[int]) -> list[tuple[str, int]]:
        """(year, passages) over the passages with the given keys, in order of time."""
        years: Counter[str] = Counter()
        histogram = {
            "field": "date", "calendar_interval": "year", "format": "yyyy", "min_doc_count": 1,
        }  # fmt: skip
        for query in self._chosen(keys):
            found = self._aggregated(query, {"years": {"date_histogram": histogram}})
            for bucket in found["years"]["buckets"]:
                years[bucket["key_as_string"]] += bucket["doc_count"]
        return sorted(years.items())

    def document_counts(self, field: str, keys: Sequence[int]) -> Iterator[tuple[str, str, int]]:
        """(document, value, passages) of ``speakers`` or ``topics`` over these passages."""
        assert field in ("speakers", "topics")
        named = self._renamed() if field == "speakers" else {}
        counts: Counter[tuple[str, str]] = Counter()
        for query in self._chosen(keys):
            for document, name, count in self._pairs(query, field):
                if document:
                    counts[document, named.get((document, name), name)] += count
            none = {"bool": {"filter": [query], "must_not": [{"exists": {"field": field}}]}}
            sources = [{"document": {"terms": {"field": "document"}}}]
            for bucket in self._buckets(none, sources, {}):
                if bucket["key"]["document"]:
                    counts[bucket["key"]["document"], ""] += bucket["doc_count"]
            own = {"bool": {"filter": [query, {"term": {"document": ""}}]}}
            body = {"query": own, "sort": ["_doc"], "_source": ["id", field]}
            for hit in paged(self._client, self._names["passages"], body):
                for value in dict.fromkeys(hit["_source"][field]) or [""]:
                    counts[hit["_source"]["id"], value] += 1
        for (document, value), count in counts.items():
            yield document, value, count

    def roles_of(self, canonical: str) -> list[tuple[str, str | None, str | None]]:
        """(role or ``""``, first date, last date) over the documents that name a person."""
        rows = self._named(canonical)
        days = self._days_of({row["document"] for row in rows})
        found: defaultdict[str, list[str]] = defaultdict(list)
        for row in rows:
            found[row["role"] or ""] += [days[row["document"]]] if row["document"] in days else []
        return [
            (role, min(dated, default=None), max(dated, default=None))
            for role, dated in sorted(found.items())
        ]

    def statements_of(self, canonical: str) -> tuple[int, int]:
        """How many statements a person makes, and in how many documents."""
        names: defaultdict[str, set[str]] = defaultdict(set)
        for row in self._named(canonical):
            names[row["document"]].add(row["name"])
        places = sorted(names)
        count, spoken = 0, set()
        for start in range(0, len(places), 1000):
            part = places[start : start + 1000]
            said = sorted({name for place in part for name in names[place]})
            query = {
                "bool": {
                    "filter": [
                        {"terms": {"document": part}},
                        {"terms": {"statements.speaker": said}},
                    ]
                }
            }
            body = {"query": query, "sort": ["_doc"], "_source": ["document", "statements.speaker"]}
            for hit in paged(self._client, self._names["passages"], body):
                document = hit["_source"]["document"]
                made = sum(
                    one["speaker"] in names[document] for one in hit["_source"]["statements"]
                )
                if made:
                    count += made
                    spoken.add(document)
        return count, len(spoken)

    def _named(self, canonical: str) -> list[dict[str, Any]]:
        body = {"query": {"term": {"canonical": canonical}}, "sort": ["_doc"]}
        found = paged(self._client, self._names["people"], body)
        return [hit["_source"] for hit in found]

    def _days_of(self, documents: set[str]) -> dict[str, str]:
        """The dates of documents, where they have a year."""
        found: dict[str, str] = {}
        wanted = sorted(documents)
        for start in range(0, len(wanted), 1000):
            query = {"terms": {"id": wanted[start : start + 1000]}}
            fields = ["id", "date_meeting", "date_published"]
            body = {"query": query, "sort": ["_doc"], "_source": fields}
            for hit in paged(self._client, self._names["documents"], body):
                one = hit["_source"]
                day = one["date_meeting"] or one["date_published"]
                if day and not day.startswith("--"):
                    found[one["id"]] = day
        return found
