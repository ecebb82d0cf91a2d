"""What tests share: a cluster, started when the first test asks for it and for all of them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nodes import Cluster, Unavailable

MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""

ROOM = 4_000_000_000
"""As many bytes have to be free there."""


def pytest_configure() -> None:
    """Keep files of tests in memory where that can be, unless ``TMPDIR`` names another place.

    Each change of an index waits until a disk has it, and each change of a cluster for many disks:
    much of the tests' time, for nothing, since no power cut is tried on them.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return
    if shutil.disk_usage(MEMORY).free >= ROOM:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


def asks_a_cluster(nodeid: str) -> bool:
    """Whether a test is one of those that ask a cluster, by its name."""
    return "cluster" in nodeid or "opensearch" in nodeid


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whether names of tests tell what asks a cluster: whoever deals them out knows names alone."""
    for item in items:
        if item.get_closest_marker("cluster") and not asks_a_cluster(item.nodeid):
            raise pytest.UsageError(f"{item.nodeid} is on a cluster: say so in its name")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: tests on a cluster, and of the browser, mostly wait."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """All tests on a cluster go to one worker, so that there is only one cluster.

    So do all of a file, which share what took long to make. Not by groups of pytest-xdist, which
    it writes into names where pytest 9.2 looks no more.
    """
    from xdist.scheduler import LoadScopeScheduling

    class OneCluster(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "cluster" if asks_a_cluster(nodeid) else nodeid.partition("::")[0]

    return OneCluster(config, log)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """OpenSearch on two nodes. With SEARCHKIT_CLUSTER=required tests fail where there is none."""
    try:
        pytest.importorskip("opensearchpy", reason="opensearch-py is not installed")
        started = Cluster(2).__enter__()
    except Unavailable as error:
        if os.environ.get("SEARCHKIT_CLUSTER") == "required":
            raise
        pytest.skip(f"NO CLUSTER, SO NOTHING OF IT IS TESTED: {error}")
    yield started
    started.stop()
