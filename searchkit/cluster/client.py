"""Requests to a cluster, repeated where that helps, and errors told in one line.

Every request here may be sent twice without harm: what writes names the document that it writes.
So a request is sent again when nobody answered, when the cluster was too busy (429), or when it had
lost a node or its manager for the moment (502, 503, 504, or 500 where a node went away while it
answered), after a pause that grows and is drawn at random, so that many clients do not come back
all at once. The first time this happens one line says so on the logger ``searchkit.cluster``, which
Python writes to standard error unless told otherwise.
"""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any

from ..errors import IndexDamaged, IndexError_, IndexMissing, IndexTooNew, MissingExtra
from .address import Access, Address

__all__ = ["OLDEST", "Client", "Refused", "encoded"]

OLDEST = (2, 4)
"""The oldest OpenSearch that will do: the first with points in time."""

_LONGEST_PAUSE = 8.0
_BUSY = (429, 502, 503, 504)
_LOST = frozenset({"node_disconnected_exception", "node_not_connected_exception"})
"""What is at the root of the answer where a node went away that was to give a part of it."""

_log = logging.getLogger(__name__)

Body = Mapping[str, Any] | bytes | None


class Refused(Exception):
    """An answer with an error status: ``status``, the ``kind`` of error, and the ``reason``.

    ``root`` is the kind of error that it comes of.
    """

    def __init__(self, status: int, kind: str, reason: str, root: str) -> None:
        super().__init__(f"{status} {kind}: {reason}")
        self.status = status
        self.kind = kind
        self.reason = reason
        self.root = root

    @property
    def passing(self) -> bool:
        """Whether the same request may be answered in a moment."""
        return not self.final and (self.status in _BUSY or self.root in _LOST)

    @property
    def final(self) -> bool:
        """Whether it is about writing where nobody may, as on a disk that is full."""
        return self.kind == "cluster_block_exception" and self.status != 503


def encoded(value: object) -> str:
    """A value as JSON that can be sent, whatever characters it has."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair is no UTF-8, and can be escaped
        return json.dumps(value, separators=(",", ":"))
    return text


class Client:
    """An open connection to the cluster of an address.

    ``patience`` is for how many seconds a request is repeated: twice as long as an answer may take.

    Raises:
        MissingExtra: opensearch-py is not installed.
        IndexError_: nobody answers there, or somebody else than OpenSearch does.
        IndexTooNew: it is older than :data:`OLDEST`.
    """

    def __init__(self, address: Address) -> None:
        self.address = address
        self.access = Access.of(address)
        self.patience = 2 * self.access.timeout
        self._told = False
        self._opensearch = self._connected()
        self.version = self._checked_version()

    def _connected(self) -> Any:
        try:
            import opensearchpy
        except ImportError as error:
            raise MissingExtra(
                'an index on a cluster needs opensearch-py: run pip install "searchkit[opensearch]"'
            ) from error
        # It tells of every failure on its own logger, with a trace; here one line is told.
        logging.getLogger("opensearch").addHandler(logging.NullHandler())
        access = self.access
        secrets: dict[str, Any] = {}
        if access.user:
            secrets["http_auth"] = (access.user, access.password)
        if access.token:
            secrets["headers"] = {"Authorization": f"Bearer {access.token}"}
        if access.https:
            secrets |= {"verify_certs": True, "ssl_show_warn": False}
            if access.authority:
                secrets["ca_certs"] = access.authority
        return opensearchpy.OpenSearch(
            hosts=[{"host": host.strip("[]"), "port": port} for host, port in self.address.hosts],
            use_ssl=access.https,
            http_compress=True,
            timeout=access.timeout,
            max_retries=0,
            retry_on_status=(),
            pool_maxsize=8,
            **secrets,
        )

    def _checked_version(self) -> tuple[int, int]:
        told = self._greeted()
        version = told.get("version") if isinstance(told, dict) else None
        if not isinstance(version, dict) or version.get("distribution") != "opensearch":
            raise IndexError_(
                f"{self.address.host} answers, and is no OpenSearch: searchkit needs OpenSearch "
                f"{OLDEST[0]}.{OLDEST[1]} or newer"
            )
        number = str(version["number"])
        major, minor = (int(part) for part in number.split(".")[:2])
        if (major, minor) < OLDEST:
            raise IndexTooNew(
                f"{self.address.host} runs OpenSearch {number}, which is too old: searchkit needs "
                f"{OLDEST[0]}.{OLDEST[1]} or newer"
            )
        return major, minor

    def _greeted(self) -> Any:
        """What the first host says that answers: of several, one may be gone."""
        for _ in self.address.hosts[1:]:
            try:
                return self._once("GET", "/", None, None)
            except _Unanswered as error:
                if error.final:
                    raise
        return self._once("GET", "/", None, None)

    def close(self) -> None:
        """Close the connections."""
        self._opensearch.close()

    def ask(
        self,
        method: str,
        path: str,
        body: Body = None,
        *,
        params: Mapping[str, Any] | None = None,
        missing: bool = False,
        slower: int = 1,
    ) -> Any:
        """The answer to a request, repeated as long as patience lasts.

        Args:
            missing: answer None instead of raising where what is asked for is not there.
            slower: how many times as long as others it may take.

        Raises:
            Refused: the request is wrong or in conflict (400, 404 with ``missing`` false, 409).
            IndexError_: the cluster cannot do it; the message says why.
        """
        deadline = monotonic() + slower * self.patience
        params = {**(params or {}), "request_timeout": slower * self.access.timeout}
        pause = 0.1
        while True:
            try:
                return self._once(method, path, body, params)
            except Refused as error:
                if missing and error.status == 404 and error.kind != "index_not_found_exception":
                    return None
                if not error.passing or monotonic() > deadline:
                    raise self._explained(error) from error
                reason = f"is busy ({error.kind})"
            except _Unanswered as error:
                if error.final or monotonic() > deadline:
                    raise IndexError_(str(error)) from error.__cause__
                reason = "does not answer"
            self.tell(f"{self.address.host} {reason}: trying again")
            sleep(random.uniform(0, pause))
            pause = min(2 * pause, _LONGEST_PAUSE)

    def tell(self, line: str) -> None:
        """Say once what is going on."""
        if not self._told:
            self._told = True
            _log.warning("searchkit: %s", line)

    def _once(self, method: str, path: str, body: Body, params: Mapping[str, Any] | None) -> Any:
        if isinstance(body, Mapping):
            body = encoded(body).encode()
        with self._failing():
            return self._opensearch.transport.perform_request(
                method, path, params=dict(params or {}), body=body
            )

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Turn what opensearch-py raises into what is raised here."""
        from opensearchpy import exceptions

        host = self.address.host
        try:
            yield
        except exceptions.SSLError as error:
            raise _Unanswered(
                f"{host} cannot be reached by https ({_cause(error)}): name the certificate of "
                "its authority in SEARCHKIT_CA, or set SEARCHKIT_HTTPS=0 if it speaks http",
                final=True,
            ) from error
        except exceptions.ConnectionTimeout as error:
            raise _Unanswered(
                f"{host} did not answer within {self.access.timeout:g} s: try again, or give it "
                "more time with SEARCHKIT_TIMEOUT"
            ) from error
        except exceptions.ConnectionError as error:
            raise _Unanswered(
                f"no OpenSearch answers at {host} ({_cause(error)}): see that it runs, and that "
                "the address is right"
            ) from error
        except exceptions.SerializationError as error:
            raise _Unanswered(
                f"{host} answers, and is no OpenSearch: check the address", final=True
            ) from error
        except exceptions.AuthenticationException as error:
            raise IndexError_(
                f"{host} refuses to let you in: check SEARCHKIT_USER and SEARCHKIT_PASSWORD, or "
                "SEARCHKIT_TOKEN"
            ) from error
        except exceptions.TransportError as error:
            status = error.status_code if isinstance(error.status_code, int) else 0
            raise Refused(status, *_reason(error)) from error

    def blocked(self, reason: str) -> IndexError_:
        """What to raise where nobody may write."""
        return IndexError_(
            f"{self.address.host} lets nobody write to {self.address.name!r} ({reason}): free disk "
            "space on its nodes, and index again; what was stored holds"
        )

    def _explained(self, error: Refused) -> Exception:
        """What to raise for an answer that more patience would not change."""
        host, name = self.address.host, self.address.name
        if error.kind == "index_not_found_exception":
            return IndexMissing(
                f'no index {name!r} at {host}: run "searchkit index PATH --index {self.address}" '
                "first"
            )
        if error.final:
            return self.blocked(error.reason)
        if error.status == 403:
            return IndexError_(f"{host} does not allow this ({error.reason}): ask its operator")
        if (
            error.kind
            in (
                "search_phase_execution_exception",
                "no_shard_available_action_exception",
                "unavailable_shards_exception",
            )
            and error.status in _BUSY
        ):
            return IndexError_(
                f"parts of the index {name!r} at {host} cannot be reached: see to the nodes of the "
                "cluster (GET _cluster/health tells more), and try again"
            )
        if error.status in _BUSY or error.status >= 500:
            return IndexError_(
                f"{host} cannot do this at the moment ({error.kind}: {error.reason}): try again "
                "later"
            )
        if error.status == 404 and error.kind == "search_context_missing_exception":
            return IndexDamaged(f"{host} has dropped a search that took too long: try again")
        return error


class _Unanswered(IndexError_):
    """Nobody answered; ``final`` where nobody will."""

    def __init__(self, message: str, *, final: bool = False) -> None:
        super().__init__(message)
        self.final = final


def _cause(error: Any) -> str:
    """Why there was no answer, in a few words."""
    text = str(getattr(error, "error", error))
    for known in ("CERTIFICATE_VERIFY_FAILED", "WRONG_VERSION_NUMBER"):
        if known in text:
            return known.lower().replace("_", " ")
    for known, said in (
        ("refused", "connection refused"),
        ("resolve", "no such host"),
        ("Name or service not known", "no such host"),
        ("reset", "connection reset"),
    ):
        if known in text:
            return said
    return "connection failed"


def _reason(error: Any) -> tuple[str, str, str]:
    """The kind of an error and its reason, the innermost that the cluster tells, and its kind."""
    kind, info = str(error.error), error.info
    told = info.get("error") if isinstance(info, dict) else None
    if not isinstance(told, dict):
        return kind, str(told or "")[:200], kind
    roots = told.get("root_cause") or [{}]
    reason = roots[0].get("reason") or told.get("reason") or ""
    outer = str(told.get("type") or kind)
    return outer, " ".join(str(reason).split())[:200], str(roots[0].get("type") or outer)
