"""Many documents at once: gathered into requests of a megabyte, two of them under way.

Memory is bounded by that: whoever adds faster than the cluster takes waits. What a request stores
and what it refuses is told document by document; those that were refused because the cluster was
busy are sent again after a pause, and those that it will never take are remembered by name.
Everything has an id, so that sending twice stores once.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from ..errors import IndexError_
from .client import Client, encoded

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

__all__ = ["BYTES", "UNDER_WAY", "Bulk"]

BYTES = 1_000_000
"""The size of a request."""

UNDER_WAY = 2
"""How many requests may be under way."""

_BUSY = (429, 502, 503, 504)
_LONGEST_PAUSE = 8.0

_SLOWER = 4
"""How many times as long as other requests these may take, and are repeated."""

_BLOCK = "cluster_block_exception"
"""Told where nobody may write; with the status 503 only because the manager is away."""

_Line = tuple[str, bytes]
"""The name to call a document by, and its lines of the request."""


class Bulk:
    """A writer of many documents. ``refused`` are names of those never taken, with the reason."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._lines: list[_Line] = []
        self._held = 0
        self._pool: ThreadPoolExecutor | None = None
        self._ids: set[str] = set()
        self._sent: list[tuple[Future[None], set[str]]] = []
        self.refused: dict[str, str] = {}
        self.stored = 0

    def add(self, index: str, name: str, source: Mapping[str, Any], *, owner: str = "") -> None:
        """Store a document, replacing what has its id.

        Args:
            name: its id.
            owner: what to call it where it is refused; its id unless told.
        """
        self._take(index, name, owner, {"index": {"_index": index, "_id": name}}, source)

    def update(self, index: str, name: str, part: Mapping[str, Any]) -> None:
        """Change some fields of a document, if it is there."""
        action = {"update": {"_index": index, "_id": name, "retry_on_conflict": 3}}
        self._take(index, name, "", action, {"doc": part})

    def delete(self, index: str, name: str) -> None:
        """Remove a document, if it is there."""
        self._take(index, name, "", {"delete": {"_index": index, "_id": name}}, None)

    def _take(
        self,
        index: str,
        name: str,
        owner: str,
        action: Mapping[str, Any],
        source: Mapping[str, Any] | None,
    ) -> None:
        lines = [encoded(action)] if source is None else [encoded(action), encoded(source)]
        line = "".join(f"{one}\n" for one in lines).encode()
        place = f"{index} {name}"
        if any(place in ids for _, ids in self._sent):
            self.flush()  # what is under way might overtake, and the last must win
        if self._held and self._held + len(line) > BYTES:
            self._send()
        self._lines.append((owner or name, line))
        self._ids.add(place)
        self._held += len(line)

    def _send(self) -> None:
        if not self._lines:
            return
        from concurrent.futures import ThreadPoolExecutor

        if self._pool is None:
            self._pool = ThreadPoolExecutor(UNDER_WAY, thread_name_prefix="searchkit-bulk")
        lines, self._lines, self._held = self._lines, [], 0
        ids, self._ids = self._ids, set()
        while len(self._sent) >= UNDER_WAY:
            self._sent.pop(0)[0].result()
        self._sent.append((self._pool.submit(self._store, lines), ids))

    def flush(self) -> None:
        """Send what is left, and wait until all is stored.

        Raises:
            IndexError_: the cluster cannot store it.
        """
        self._send()
        sent, self._sent = self._sent, []
        for one, _ in sent:
            one.result()

    def drop(self) -> None:
        """Forget what has not been sent, and wait for the rest."""
        self._lines, self._held, self._ids = [], 0, set()
        sent, self._sent = self._sent, []
        for one, _ in sent:
            one.exception()

    def close(self) -> None:
        """Free the threads."""
        self.drop()
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def _store(self, lines: Sequence[_Line]) -> None:
        deadline = monotonic() + _SLOWER * self._client.patience
        pause = 0.1
        while True:
            answer = self._client.ask(
                "POST",
                "/_bulk",
                b"".join(line for _, line in lines),
                params={"filter_path": "errors,items.*.status,items.*.error"},
                slower=_SLOWER,
            )
            if not answer["errors"]:
                self.stored += len(lines)
                return
            again: list[_Line] = []
            reason = ""
            for line, item in zip(lines, answer["items"], strict=True):
                (result,) = item.values()
                status = int(result["status"])
                error = result.get("error") or {}
                if error.get("type") == _BLOCK and status != 503:
                    raise self._client.blocked(str(error.get("reason")))
                if status in _BUSY:
                    again.append(line)
                    reason = f"{error.get('type')}: {error.get('reason')}"
                elif status >= 300 and status != 404:
                    self.refused[line[0]] = _why(error)
                else:
                    self.stored += 1
            if not again:
                return
            if monotonic() > deadline:
                said, waited = " ".join(reason.split())[:200], _SLOWER * self._client.patience
                raise IndexError_(
                    f"{self._client.address.host} could not store {len(again):,} documents within "
                    f"{waited:g} s ({said}): index again when it is less busy; what was "
                    "stored holds"
                )
            self._client.tell(f"{self._client.address.host} is busy: trying again")
            sleep(random.uniform(0, pause))
            pause = min(2 * pause, _LONGEST_PAUSE)
            lines = again


def _why(error: Mapping[str, Any]) -> str:
    inner = error.get("caused_by") or {}
    return " ".join(str(inner.get("reason") or error.get("reason") or "refused").split())[:200]
