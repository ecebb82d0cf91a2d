"""A catalog on a cluster: what changes it.

There are no transactions. A document is *whole* when its record says so: its passages and people
are stored first, then what is left of an earlier revision is removed, then the record is written,
with the digest of the file. Whoever is cut off before that leaves no record, or the old one, and
the same command run again does the document again. Ids are made from names, so that doing it
twice, or by many at once, comes to the same.

What depends on all documents together (who is the same person, the acronyms) is settled at the end
of a change. A *note* in the settings says from the first write on that this is still to be done. It
is removed when it has been, and a note that somebody left who was cut off makes the next change
settle it. A *lease* lets one process at a time do that.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from hashlib import blake2b
from itertools import islice
from time import sleep, time
from typing import Any

from ..errors import IndexError_, IndexLocked
from ..keeper import engine_documents
from ..records import Outline, Passage
from ..rows import Stored
from .bulk import Bulk
from .client import Client, Refused, encoded
from .documents import (
    document_source,
    engine_source,
    key_of,
    name_id,
    passage_source,
    person_source,
    stored_id,
)
from .dsl import Query
from .engine import OpenSearchEngine
from .reading import Reading

__all__ = ["ClusterCatalog"]

_PART = 500
"""How many documents are made whole together."""

_HELD = 16_000_000
"""How many characters of documents are held until then."""

_NOTE_LASTS = 3600.0
"""After so many seconds a note is taken for that of a process that is gone."""

_NOTE_AGAIN = 300.0
_LEASE_LASTS = 120.0
_LEASE_WAIT = 900.0


class ClusterCatalog(Reading):
    """See :class:`searchkit.storage.Catalog`. Not for many threads at once."""

    def __init__(self, client: Client, engine: OpenSearchEngine) -> None:
        super().__init__(client, engine)
        self._bulk = Bulk(client)
        self._changing = False
        self._changed = False
        self._unseen = False
        self._note = f"note {uuid.uuid4().hex}"
        self._noted = 0.0
        self._leased = 0.0
        self._lease_held = False
        self._held = 0
        self._records: dict[str, tuple[str, dict[str, Any]]] = {}
        self._gone: set[str] = set()

    # Transactions

    def begin(self) -> None:
        """Begin a change, unless one has begun."""
        self._changing = True

    @property
    def changing(self) -> bool:
        """Whether a change has begun."""
        return self._changing

    @property
    def changed(self) -> bool:
        """Whether anything has been changed since, or was left to be settled."""
        return self._changed or (self._changing and self.unsettled)

    @property
    def unsettled(self) -> bool:
        """Whether a change that ended too early has left people and acronyms to be settled."""
        self._refresh("settings")
        query: Query = {
            "bool": {
                "filter": [{"term": {"run": True}}],
                "must_not": [{"term": {"name": self._note}}],
            }
        }
        return self._count("settings", query) > 0

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Forget what has not been sent when the block raises."""
        try:
            yield
        except BaseException:
            self._drop()
            raise

    def rollback(self) -> None:
        """Give up what has not been sent; what has been holds."""
        if self._changing:
            self._drop()
        self._changing = self._changed = False

    def _drop(self) -> None:
        self._bulk.drop()
        self._records.clear()
        self._gone.clear()
        self._held = 0

    def close(self) -> None:
        """Give up what has not been sent, and close the connections."""
        self.rollback()
        self._bulk.close()
        super().close()

    def advance(self) -> int:
        """The number of the generation that :meth:`commit` is about to make."""
        return self.generation + 1

    def commit(self) -> None:
        """Make the change a generation: all documents whole, and everything to be seen.

        Raises:
            IndexError_: passages were refused; the others hold.
        """
        refused = self.settle()
        self._set("generation", "", run=False)
        self._refresh(*self._names)
        self._forget_notes()
        self._changed = self._changing = False
        if refused:
            name, reason = next(iter(refused.items()))
            raise IndexError_(
                f"the cluster refuses {len(refused):,} of the documents, {name!r} because of "
                f"{reason}: the others hold"
            )

    def _change(self) -> None:
        """Note, now and again, that a change is under way."""
        self._changed = True
        if time() - self._noted > _NOTE_AGAIN:
            self._noted = time()
            self._set(self._note, "", run=True)

    def _forget_notes(self) -> None:
        old: Query = {"range": {"touched": {"lt": time() - _NOTE_LASTS}}}
        mine: Query = {"term": {"name": self._note}}
        either = {"bool": {"should": [old, mine], "minimum_should_match": 1}}
        self._delete("settings", {"bool": {"filter": [{"term": {"run": True}}, either]}})
        self._refresh("settings")
        self._noted = 0.0

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Within the block, no other process settles people and acronyms.

        Raises:
            IndexLocked: another one has been at it for a quarter of an hour.
        """
        self._take_lease()
        self._lease_held = True
        try:
            yield
        finally:
            self._lease_held = False
            self._client.ask("DELETE", f"/{self._names['settings']}/_doc/lease", missing=True)

    def _take_lease(self) -> None:
        place = f"/{self._names['settings']}/_create/lease"
        deadline = time() + _LEASE_WAIT
        while True:
            self._leased = time()
            source = {"name": self._note, "value": "", "run": False, "touched": self._leased}
            try:
                self._client.ask("PUT", place, source)
                return
            except Refused as error:
                if error.status != 409:
                    raise
            held = self._get("settings", "lease")
            if held is not None and held["_source"]["name"] == self._note:
                return  # ours: the answer to the request got lost
            if held is not None and time() - held["_source"]["touched"] > _LEASE_LASTS:
                self._break_lease(held)
            elif time() > deadline:
                raise IndexLocked(
                    f"another process has been writing to {self._client.address} all the time: "
                    "wait until it has finished, and try again"
                )
            else:
                sleep(random.uniform(0.05, 0.5))

    def _break_lease(self, held: Mapping[str, Any]) -> None:
        """Remove the lease of a process that is gone, unless somebody has renewed it."""
        same = {"if_seq_no": held["_seq_no"], "if_primary_term": held["_primary_term"]}
        try:
            place = f"/{self._names['settings']}/_doc/lease"
            self._client.ask("DELETE", place, params=same, missing=True)
        except Refused as error:
            if error.status != 409:
                raise

    def _renew(self) -> None:
        if self._lease_held and time() - self._leased > _LEASE_LASTS / 4:
            self._leased = time()
            source = {"name": self._note, "value": "", "run": False, "touched": self._leased}
            self._client.ask("PUT", f"/{self._names['settings']}/_doc/lease", source)

    # Settings

    def set(self, name: str, value: str) -> None:
        """Write a setting of the index, unless it stands there already."""
        if self.get(name) != value:
            self._change()
            self._set(f"setting {name}", value, run=False)

    def write(self, **settings: str) -> None:
        """Write settings."""
        for name, value in settings.items():
            self._set(f"setting {name}", value, run=False)

    def _set(self, name: str, value: str, *, run: bool) -> None:
        source = {"name": name, "value": value, "run": run, "touched": time()}
        place = f"/{self._names['settings']}/_doc/{name.replace(' ', '%20')}"
        self._client.ask("PUT", place, source)

    # Changes

    def claim(self, paths: Mapping[str, str]) -> Set[str]:
        """Reserve ids for documents to come. Returns those that another file has already.

        Args:
            paths: id -> path of the file.
        """
        if not paths:
            return set()
        self._change()
        lines = []
        for name, path in paths.items():
            reserved = Outline(id=name, text="", title="", path=path)
            action = {"create": {"_index": self._names["documents"], "_id": stored_id(name)}}
            lines += [action, document_source(reserved, digest="", revision="", given="")]
        body = "".join(f"{encoded(line)}\n" for line in lines).encode()
        answer = self._client.ask("POST", "/_bulk", body)
        items = zip(paths, answer["items"], strict=True)
        if any(item["create"]["status"] >= 500 for _, item in items):
            raise IndexError_(f"{self._client.address.host} cannot store documents: try again")
        held = [
            name
            for name, item in zip(paths, answer["items"], strict=True)
            if item["create"]["status"] == 409
        ]
        known = {one["id"]: one["path"] for one in self._many("documents", held, ("id", "path"))}
        return {name for name in held if known.get(name, paths[name]) != paths[name]}

    def add_outline(self, outline: Outline, *, digest: str, given: str = "") -> None:
        """Add an outline with its passages and people, in the place of what has its id."""
        self._change()
        revision = _revision(outline, digest, given)
        if outline.id in self._records:
            self._make_whole()
        for ordinal, passage in enumerate(outline.passages):
            stored = Stored(key_of(passage, ordinal), passage, ordinal == 0, outline.date_published)
            self._add(stored, ordinal=ordinal, revision=revision, owner=outline.id)
        for person in person_source(outline, revision=revision):
            name = name_id(outline.id, person["name"])
            self._bulk.add(self._names["people"], name, person, owner=outline.id)
        record = document_source(outline, digest=digest, revision=revision, given=given)
        self._records[outline.id] = revision, record
        self._held += 2 * len(outline.text)
        if len(self._records) >= _PART or self._held > _HELD:
            self._make_whole()

    def _add(self, stored: Stored, *, ordinal: int, revision: str, owner: str) -> None:
        (document,) = engine_documents([stored])
        source = passage_source(
            stored.passage,
            ordinal=ordinal,
            revision=revision,
            titled=stored.titled,
            published=stored.published,
        )
        source |= engine_source(document)
        self._unseen = True
        name = stored_id(stored.passage.id)
        self._bulk.add(self._names["passages"], name, source, owner=owner)

    def add_passages(self, passages: Iterable[Passage]) -> int:
        """Add passages; one whose id is taken replaces what had it. Returns how many."""
        self._change()
        rest, count = iter(passages), 0
        while part := list(islice(rest, _PART)):
            self._make_whole()
            fields = ("id", "date_published", "digest")
            held = {p.document for p in part if p.document}
            published = {
                one["id"]: one["date_published"]
                for one in self._many("documents", held, fields)
                if one["digest"]
            }
            for passage in part:
                within = passage.document in published
                stored = Stored(
                    key_of(passage, None), passage, not within, published.get(passage.document)
                )
                self._add(stored, ordinal=count, revision="", owner=passage.id)
                count += 1
        return count

    def remove_document(self, document: str) -> int:
        """Remove a document with its passages and people. Returns the number of its passages."""
        if document in self._records:
            self._make_whole()
        if self._unseen:
            self._fresh()
        count = self._count("passages", {"term": {"document": document}})
        record = self._get("documents", stored_id(document), params={"_source": "false"})
        if count or record:
            self._change()
            self._gone.add(document)  # it may be about to be added again
        return count

    def remove_passage(self, passage_id: str) -> bool:
        """Remove one passage, if it is there."""
        self._bulk.flush()
        found = self.passage(passage_id)
        if found is None:
            return False
        self._change()
        self._unseen = True
        self._bulk.delete(self._names["passages"], stored_id(passage_id))
        document = found[1].document
        record = self._document(document) if document else None
        if record is not None:
            part = {"passages": record["passages"] - 1}
            self._bulk.update(self._names["documents"], stored_id(document), part)
            self._bulk.flush()
        return True

    def move_document(self, document: str, path: str) -> None:
        """Note that a document's file stands elsewhere now."""
        self._change()
        self._unseen = True
        self._bulk.update(self._names["documents"], stored_id(document), {"path": path})

    def set_canonical(self, names: Iterable[tuple[str, str, str]]) -> None:
        """Write canonical names: (document, name in it, canonical name)."""
        for document, name, canonical in names:
            self._change()
            self._renew()
            self._unseen = True
            part = {"canonical": canonical, "renamed": canonical != name}
            self._bulk.update(self._names["people"], name_id(document, name), part)

    def forget(self, document: str) -> tuple[str, str, str] | None:
        """Take a damaged document away, and return its path, digest and text to make it from."""
        record = self._document(document)
        if record is None:
            return None
        self.remove_document(document)
        return record["path"] or "", record["digest"], record["text"]

    def recount(self) -> None:
        """Everything is counted when it is asked for."""

    def forget_removed(self, generation: int) -> None:
        """There is nothing to replay on a cluster, and so nothing to forget."""

    # Becoming whole

    def settle(self) -> dict[str, str]:
        """Store all that was handed over. Returns what was refused, with the reason."""
        self._make_whole()
        self._bulk.flush()
        refused, self._bulk.refused = self._bulk.refused, {}
        return refused

    def _fresh(self) -> None:
        if self._records or self._gone or self._unseen:
            self._make_whole()
            self._bulk.flush()
            self._refresh(*self._names)
            self._unseen = False
        self._renew()

    def _make_whole(self) -> None:
        """Store what is held, remove what earlier revisions left, and write the records."""
        if not self._records and not self._gone:
            return
        self._bulk.flush()
        records, self._records, self._held = self._records, {}, 0
        gone = sorted(self._gone - records.keys())
        self._gone.clear()
        self._unseen = True
        self._refresh("passages", "people")
        kept = {name: revision for name, (revision, _) in records.items()}
        for part in _parts([*kept, *gone]):
            query = {"bool": {"should": [_left(name, kept.get(name)) for name in part]}}
            for kind in ("passages", "people"):
                self._delete(kind, query)
        for name, (_, record) in records.items():
            if name not in self._bulk.refused:
                self._bulk.add(self._names["documents"], stored_id(name), record, owner=name)
        for name in gone:
            self._bulk.delete(self._names["documents"], stored_id(name))
        self._bulk.flush()

    def _delete(self, kind: str, query: Query) -> None:
        self._client.ask(
            "POST",
            f"/{self._names[kind]}/_delete_by_query",
            {"query": query},
            params={"conflicts": "proceed"},
        )

    def _refresh(self, *kinds: str) -> None:
        names = ",".join(self._names[kind] for kind in kinds)
        self._client.ask("POST", f"/{names}/_refresh")


def _left(document: str, revision: str | None) -> Query:
    """What is left of a document from other revisions; all of it for None."""
    query: dict[str, list[Query]] = {"filter": [{"term": {"document": document}}]}
    if revision is not None:
        query["must_not"] = [{"term": {"revision": revision}}]
    return {"bool": query}


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), 100):
        yield names[start : start + 100]


def _revision(outline: Outline, digest: str, given: str) -> str:
    """The same for the same passages and people, however often they are read."""
    read = repr((digest, given, outline.passages, outline.participants, outline.persons))
    return blake2b(read.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
