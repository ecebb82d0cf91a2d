"""What goes wrong with clusters: it is told in one line, and nothing that was stored is lost."""

from __future__ import annotations

import json
import logging
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from nodes import Cluster

from searchkit import Index, IndexError_, IndexMissing, IndexTooNew, Passage, SearchkitError
from searchkit.cluster import bulk as bulk_module
from searchkit.cluster.address import Address
from searchkit.cluster.client import Client

_numbers = count(1)


# Servers that only look like one


@contextmanager
def server(
    answer: dict[str, Any], *, status: int = 200, wait: float = 0, files: Path | None = None
) -> Iterator[int]:
    """A server that answers everything alike; its port. ``files`` hold a key and certificate."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            sleep(wait)
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_PUT = do_GET

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # clients hang up on certificates that they do not trust

    opened = Quiet(("127.0.0.1", 0), Handler)
    if files is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(files / "cert.pem", files / "key.pem")
        opened.socket = context.wrap_socket(opened.socket, server_side=True)
    thread = threading.Thread(target=opened.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield opened.server_address[1]
    finally:
        opened.shutdown()
        thread.join()
        opened.server_close()


def opensearch(number: str) -> dict[str, Any]:
    return {"version": {"distribution": "opensearch", "number": number}}


def told(port: int, scheme: str = "opensearch") -> str:
    """The one line that opening an index there ends with."""
    with pytest.raises(SearchkitError) as caught:
        Index.open(f"{scheme}://localhost:{port}/minutes")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_nobody_answers() -> None:
    with server({}) as port:
        pass
    assert told(port) == (
        f"no OpenSearch answers at localhost:{port} (connection refused): see that it runs, and "
        "that the address is right"
    )


def test_a_server_that_is_too_old() -> None:
    with (
        server(opensearch("1.3.20")) as port,
        pytest.raises(IndexTooNew, match="runs OpenSearch 1"),
    ):
        Index.open(f"opensearch://localhost:{port}/minutes")


def test_a_node_that_is_lost_while_it_answers_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Client, "_checked_version", lambda _: (3, 0))
    monkeypatch.setenv("SEARCHKIT_TIMEOUT", "0.2")
    lost = {"type": "node_disconnected_exception", "reason": "[node1][fetch] disconnected"}
    error = {"root_cause": [lost], "type": "search_phase_execution_exception", "reason": ""}
    broken = {**error, "root_cause": [{"type": "illegal_state_exception", "reason": "broken"}]}
    for answer, again in ((error, True), (broken, False)):
        caplog.clear()
        with server({"error": answer}, status=500) as port:
            client = Client(Address.parse(f"opensearch://localhost:{port}/minutes"))
            with pytest.raises(IndexError_):
                client.ask("GET", "/minutes/_search")
            client.close()
        assert ("trying again" in caplog.text) is again


def test_something_else_answers() -> None:
    with server({"version": {"number": "8.11.0"}}) as port:
        assert "answers, and is no OpenSearch" in told(port)


def test_a_wrong_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEARCHKIT_USER", "ana")
    monkeypatch.setenv("SEARCHKIT_PASSWORD", "hunter2")
    monkeypatch.setenv("SEARCHKIT_HTTPS", "0")
    with server({"error": "Unauthorized"}, status=401) as port:
        said = told(port)
    assert said == (
        f"localhost:{port} refuses to let you in: check SEARCHKIT_USER and SEARCHKIT_PASSWORD, or "
        "SEARCHKIT_TOKEN"
    )


def test_secrets_are_in_no_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("SEARCHKIT_TOKEN", "s3cret-token")
    monkeypatch.setenv("SEARCHKIT_HTTPS", "0")
    with server({"error": "Unauthorized"}, status=401) as port:
        said = told(port)
    assert caplog.text
    assert "s3cret-token" not in caplog.text + said


def test_a_time_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEARCHKIT_TIMEOUT", "0.1")
    with server(opensearch("2.19.0"), wait=0.5) as port:
        assert "did not answer within 0.1 s" in told(port)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A folder with a certificate for this machine that only itself vouches for."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed, so that no certificate can be made")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-keyout", "key.pem", "-out", "cert.pem", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    return tmp_path


def test_a_certificate_that_nobody_vouches_for(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEARCHKIT_HTTPS", "1")
    with server(opensearch("1.0.0"), files=certificate) as port:
        said = told(port)
        assert "cannot be reached by https (certificate verify failed)" in said
        assert "SEARCHKIT_CA" in said
        monkeypatch.setenv("SEARCHKIT_CA", str(certificate / "cert.pem"))
        assert "runs OpenSearch 1.0.0" in told(port)


def test_https_where_only_http_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEARCHKIT_HTTPS", "1")
    with server(opensearch("2.19.0")) as port:
        assert "set SEARCHKIT_HTTPS=0 if it speaks http" in told(port)


# A real one


@pytest.fixture
def place(cluster: Cluster) -> str:
    """An address where nothing is."""
    return cluster.address(f"f{next(_numbers)}")


def fish(number: int) -> Passage:
    return Passage(id=f"fish-{number}", text=f"Cod number {number} was discussed at length.")


@pytest.mark.cluster
def test_an_index_deleted_behind_our_back(place: str, cluster: Cluster) -> None:
    with Index.create(place) as index:
        index.add_passages([fish(1)])
    with Index.open(place) as index:
        assert index.search("cod").total == 1
        name = Address.parse(place).name
        cluster.ask("DELETE", f"/{name},{name}-documents,{name}-people,{name}-settings")
        with pytest.raises(IndexMissing, match=f"no index '{name}"):
            index.search("cod")


@pytest.mark.cluster
@pytest.mark.parametrize(
    ("version", "said"), [(99, "made by a newer searchkit"), (0, "made by an older searchkit")]
)
def test_a_mapping_of_another_version(
    place: str, cluster: Cluster, version: int, said: str
) -> None:
    Index.create(place).close()
    name = Address.parse(place).name
    cluster.ask("PUT", f"/{name}/_mapping", {"_meta": {"searchkit": {"mapping": version}}})
    for opened in (Index.open, Index.create):
        with pytest.raises(IndexError_, match=said):
            opened(place)


@pytest.mark.cluster
def test_an_index_that_is_not_ours(place: str, cluster: Cluster) -> None:
    cluster.ask("PUT", f"/{Address.parse(place).name}", {})
    with pytest.raises(IndexError_, match="is not one of searchkit's"):
        Index.create(place)


@pytest.mark.cluster
def test_the_disk_is_full(place: str, cluster: Cluster) -> None:
    with Index.create(place) as index:
        index.add_passages([fish(1)])
    name = Address.parse(place).name
    # What OpenSearch sets when a disk passes the last watermark.
    blocked = {"index.blocks.read_only_allow_delete": True}
    cluster.ask("PUT", f"/{name}/_settings", blocked)
    try:
        index = Index.create(place)
        index.add_passages([fish(2)])
        with pytest.raises(IndexError_, match="free disk space"):
            index.commit()
        index.close()
        with Index.open(place) as index:
            assert index.search("cod").total == 1
    finally:
        cluster.ask("PUT", f"/{name}/_settings", {"index.blocks.read_only_allow_delete": None})
    with Index.create(place) as index:
        index.add_passages([fish(2)])
    assert len(Index.open(place)) == 2


@pytest.mark.cluster
def test_a_node_is_killed_while_some_index_and_others_search(
    place: str,
    cluster: Cluster,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(bulk_module, "BYTES", 20_000)
    alone = f"{place}-alone"
    with Index.create(f"{alone}?shards=2&replicas=0") as index:
        index.add_passages(map(fish, range(20)))
    with Index.create(f"{place}?shards=2&replicas=1") as index:
        index.add_passages(map(fish, range(20)))
    cluster.ask("GET", f"/_cluster/health/{Address.parse(place).name}?wait_for_status=green")
    found: list[int] = []
    ended = threading.Event()

    def keep_searching() -> None:
        with Index.open(place) as reader:
            while not ended.is_set():
                found.append(reader.search("cod").total)

    searching = threading.Thread(target=keep_searching)
    searching.start()

    def passages() -> Iterator[Passage]:
        for number in range(1500):
            if number == 700:
                cluster.kill(1)
            yield fish(number)

    try:
        caplog.set_level(logging.WARNING, "searchkit")
        with Index.create(place) as index:
            index.add_passages(passages())
        ended.set()
        searching.join()
        assert min(found) >= 20  # every search was answered, and nothing had gone
        lines = [one.getMessage() for one in caplog.records if one.name.startswith("searchkit")]
        assert 1 <= len(lines) <= 3  # one line for each that was connected
        assert all("trying again" in line for line in lines)
        with Index.open(place) as index:
            assert len(index) == 1500
            assert index.search("cod").total == 1500
        # Half of the other index was on that node alone.
        monkeypatch.setenv("SEARCHKIT_TIMEOUT", "0.5")
        with pytest.raises(IndexError_, match=r"parts of the index .* cannot be reached"):
            Index.open(alone).search("cod")
    finally:
        ended.set()
        cluster.start(1)
        cluster.wait(2)
    cluster.ask("GET", f"/_cluster/health/{Address.parse(alone).name}?wait_for_status=green")
    monkeypatch.delenv("SEARCHKIT_TIMEOUT")
    assert Index.open(alone).search("cod").total == 20
