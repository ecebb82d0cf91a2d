"""What tests share: a cluster, started when the first test asks for it and for all of them."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from nodes import Cluster, Unavailable


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests on a cluster go to one worker, so that there is only one cluster."""
    for item in items:
        if item.get_closest_marker("cluster"):
            item.add_marker(pytest.mark.xdist_group("cluster"))


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
