"""The address of an index on a cluster: ``opensearch://HOST:PORT/NAME``.

Several hosts are parted by commas; the first that answers is asked. After a question mark stand the
settings that a new index gets: ``?shards=3&replicas=1&refresh=30s``.

How to get in is said by the environment alone, so that it stands in no command line and no log:

====================== ============================================================================
SEARCHKIT_USER         the user, with
SEARCHKIT_PASSWORD     the password
SEARCHKIT_TOKEN        a bearer token, instead of the two
SEARCHKIT_CA           a file with the certificate of the authority that signs the cluster's
SEARCHKIT_HTTPS        ``1`` or ``0``; without it https is used, but for a host on this machine that
                       is entered without credentials
SEARCHKIT_TIMEOUT      how many seconds an answer may take; 30 unless told
====================== ============================================================================
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import InputError

__all__ = ["SCHEME", "Access", "Address", "is_address"]

SCHEME = "opensearch://"

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}\Z")
_HOST = re.compile(r"(?P<host>\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::(?P<port>\d{1,5}))?\Z")
_SETTINGS = {"shards": r"[1-9]\d{0,3}", "replicas": r"\d{1,2}", "refresh": r"-1|[1-9]\d*(ms|s|m)"}
_LOCAL = {"localhost", "127.0.0.1", "[::1]"}
_EXAMPLE = "opensearch://localhost:9200/meetings"


def is_address(place: object) -> bool:
    """Whether a place is on a cluster."""
    return isinstance(place, str) and place.startswith(SCHEME)


@dataclass(frozen=True, slots=True)
class Address:
    """A parsed address. ``settings`` are those of a new index, as they were written."""

    hosts: tuple[tuple[str, int], ...]
    name: str
    settings: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, place: str) -> Address:
        """The address that ``place`` writes.

        Raises:
            InputError: it is none, or it has a password in it.
        """
        rest = place.removeprefix(SCHEME)
        if "@" in rest:
            # The message must not repeat what stands before the sign.
            raise InputError(
                "an address takes no user and password: set SEARCHKIT_USER and SEARCHKIT_PASSWORD, "
                "or SEARCHKIT_TOKEN, in the environment"
            )
        rest, _, query = rest.partition("?")
        names, _, name = rest.partition("/")
        hosts = []
        for one in names.split(","):
            match = _HOST.match(one)
            port = int(match["port"] or 9200) if match else 0
            if match is None or not 0 < port < 65536:
                raise InputError(f"{one!r} is no host and port: write {_EXAMPLE}")
            hosts.append((match["host"], port))
        if not _NAME.match(name):
            raise InputError(
                f"{name!r} cannot name an index on a cluster: lower-case letters, digits, '.', "
                f"'_' and '-' can, as in {_EXAMPLE}"
            )
        return cls(tuple(hosts), name, _settings(query))

    def __str__(self) -> str:
        return f"{SCHEME}{self.host}/{self.name}"

    @property
    def host(self) -> str:
        """The hosts as they are written."""
        return ",".join(f"{host}:{port}" for host, port in self.hosts)


def _settings(query: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in query.split("&") if query else ():
        key, _, value = part.partition("=")
        if key not in _SETTINGS:
            raise InputError(f"{key!r} is no setting of an index: shards, replicas, refresh are")
        if not re.fullmatch(_SETTINGS[key], value):
            raise InputError(
                f"{key}={value} is no setting of an index: write shards=3, replicas=1, refresh=30s"
            )
        found[key] = value
    return found


@dataclass(frozen=True, slots=True)
class Access:
    """How to get into a cluster, see above. Secrets do not show in its ``repr``."""

    https: bool
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    authority: str | None = None
    timeout: float = 30.0

    @classmethod
    def of(cls, address: Address, environment: Mapping[str, str] = os.environ) -> Access:
        """What the environment says for a cluster.

        Raises:
            InputError: it makes no sense.
        """
        user, password = environment.get("SEARCHKIT_USER"), environment.get("SEARCHKIT_PASSWORD")
        token, authority = environment.get("SEARCHKIT_TOKEN"), environment.get("SEARCHKIT_CA")
        if bool(user) != bool(password):
            missing = "SEARCHKIT_PASSWORD" if user else "SEARCHKIT_USER"
            raise InputError(f"{missing} is not set: a cluster needs user and password, or neither")
        if user and token:
            raise InputError("SEARCHKIT_USER and SEARCHKIT_TOKEN are both set: unset one of them")
        if authority and not os.path.isfile(authority):
            raise InputError(f"SEARCHKIT_CA names {authority}, and there is no such file")
        wish = environment.get("SEARCHKIT_HTTPS") or ""
        if wish not in ("", "0", "1"):
            raise InputError(f"SEARCHKIT_HTTPS is {wish!r}: it can be 1 or 0")
        local = all(host in _LOCAL for host, _ in address.hosts)
        wanted = environment.get("SEARCHKIT_TIMEOUT") or "30"
        if not re.fullmatch(r"\d{1,4}(\.\d{1,3})?", wanted) or not float(wanted):
            raise InputError(f"SEARCHKIT_TIMEOUT is {wanted!r}: write seconds, as in 30")
        return cls(
            https=wish == "1" or (not wish and bool(user or token or authority or not local)),
            user=user or None,
            password=password or None,
            token=token or None,
            authority=authority or None,
            timeout=float(wanted),
        )
