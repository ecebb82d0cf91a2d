"""A real OpenSearch of several nodes on this machine, each in a process of its own.

    python tests/nodes.py [NODES]       starts a cluster, prints its address, stops it at Enter

Maven fetches the server from Maven Central, once, into a folder below ``~/.cache``
(``XDG_CACHE_HOME``). Needs a JDK of version 17 or newer, and Maven. The first node manages the
cluster, so that any other can be killed.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

SOURCES = Path(__file__).parent / "opensearch"
HEAP = "512m"
JAVA = 17


class Unavailable(Exception):
    """There can be no cluster here; the message says why."""


def needed() -> None:
    """Look whether what a cluster needs is installed."""
    for program, package in (("java", "a JDK"), ("javac", "a JDK"), ("mvn", "Maven")):
        if shutil.which(program) is None:
            raise Unavailable(f"{program} is not installed: a cluster needs {package}")
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) < JAVA:
        raise Unavailable(f"Java {JAVA} or newer is needed, and {told.splitlines()[0]} is there")


def fetched() -> Path:
    """The folder of the server: ``lib`` with its jars, and ``classes``."""
    needed()
    made_of = b"".join(path.read_bytes() for path in sorted(SOURCES.iterdir()))
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "searchkit-tests"
    place = cache / f"opensearch-{hashlib.sha256(made_of).hexdigest()[:12]}"
    if place.is_dir():
        return place
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        work = Path(folder) / "server"
        _run("mvn", "-q", "-B", "-f", SOURCES / "pom.xml", "dependency:copy-dependencies",
             f"-DoutputDirectory={work / 'lib'}")  # fmt: skip
        _run("javac", "-cp", f"{work}/lib/*", "-d", work / "classes", SOURCES / "Node.java")
        with suppress(OSError):  # somebody else may have been faster
            work.rename(place)
    return place


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = [line for line in f"{done.stdout}\n{done.stderr}".splitlines() if "ERROR" in line]
        reason = re.sub(r"\x1b\[[0-9;]*m", "", said[0] if said else done.stderr[-200:])
        raise Unavailable(f"{command[0]} could not fetch OpenSearch: {reason}")


class Cluster:
    """Nodes that know each other. ``with Cluster(2) as cluster: cluster.address("meetings")``."""

    def __init__(self, nodes: int = 2) -> None:
        self._server = fetched()
        self._folder = Path(tempfile.mkdtemp(prefix="searchkit-cluster-"))
        ports = _free_ports(2 * nodes)
        self.ports, self._transport = ports[:nodes], ports[nodes:]
        self._processes: list[subprocess.Popen[bytes] | None] = [None] * nodes

    def __enter__(self) -> Cluster:
        try:
            for number in range(len(self.ports)):
                self.start(number)
            self.wait(len(self.ports))
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def address(self, name: str) -> str:
        """The address of an index on this cluster."""
        hosts = ",".join(f"127.0.0.1:{port}" for port in self.ports)
        return f"opensearch://{hosts}/{name}"

    def start(self, number: int) -> None:
        """Start a node, with the data that it had."""
        home = self._folder / f"node{number}"
        (home / "config").mkdir(parents=True, exist_ok=True)
        shutil.copy(SOURCES / "log4j2.properties", home / "config")
        (home / "config" / "opensearch.yml").touch()
        settings = {
            "path.home": home,
            "node.name": f"node{number}",
            "node.roles": "cluster_manager,data,ingest" if number == 0 else "data,ingest",
            "cluster.name": self._folder.name,
            "cluster.initial_cluster_manager_nodes": "node0",
            "discovery.seed_hosts": f"127.0.0.1:{self._transport[0]}",
            "network.host": "127.0.0.1",
            "http.port": self.ports[number],
            "transport.port": self._transport[number],
            "http.type": "netty4",
            "transport.type": "netty4",
            # Tests that fill the disk switch it on; others must not hang on how full this one is.
            "cluster.routing.allocation.disk.threshold_enabled": "false",
        }
        command = [
            "java", f"-Xms{HEAP}", f"-Xmx{HEAP}", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-cp", f"{self._server}/classes:{self._server}/lib/*", "Node",
            *(f"{name}={value}" for name, value in settings.items()),
        ]  # fmt: skip
        with (home / "log").open("ab") as log:
            self._processes[number] = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self, number: int) -> None:
        """Kill a node as a power cut would."""
        process = self._processes[number]
        assert process is not None
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert process.stdin is not None
        process.stdin.close()
        self._processes[number] = None

    def stop(self) -> None:
        """Stop what runs, and remove the data."""
        for number, process in enumerate(self._processes):
            if process is not None:
                self.kill(number)
        shutil.rmtree(self._folder, ignore_errors=True)

    def wait(self, nodes: int, status: str = "", *, seconds: float = 120.0) -> None:
        """Wait until so many nodes are there, and until the cluster is green or yellow."""
        deadline = monotonic() + seconds
        path = f"/_cluster/health?timeout=5s&wait_for_nodes={nodes}&wait_for_status={status}"
        while monotonic() < deadline:
            with suppress(OSError, ValueError):
                told = self.ask("GET", path.removesuffix("&wait_for_status="))
                if not told.get("timed_out", True):
                    return
            for number, process in enumerate(self._processes):
                if process is not None and process.poll() is not None:
                    log = (self._folder / f"node{number}" / "log").read_text(errors="replace")
                    raise Unavailable(f"a node of the cluster ended: {log[-2000:]}")
            sleep(0.1)
        raise Unavailable(f"the cluster did not start within {seconds:.0f} s")

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """What the first node answers to a request."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.ports[0]}{path}",
            method=method,
            data=json.dumps(body).encode() if body is not None else None,
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return json.load(error)


def _free_ports(count: int) -> list[int]:
    with closing(_Sockets(count)) as sockets:
        return sockets.ports


class _Sockets:
    """Sockets that are open at once, so that their ports differ."""

    def __init__(self, count: int) -> None:
        self._sockets = [socket.socket() for _ in range(count)]
        for one in self._sockets:
            one.bind(("127.0.0.1", 0))
        self.ports: list[int] = [one.getsockname()[1] for one in self._sockets]

    def close(self) -> None:
        for one in self._sockets:
            one.close()


if __name__ == "__main__":
    with Cluster(int(sys.argv[1]) if sys.argv[1:] else 2) as started:
        print(started.address("meetings"), flush=True)
        sys.stdin.readline()
