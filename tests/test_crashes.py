"""A process that is killed, or has no disk left, while it changes an index loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import torture


@pytest.mark.parametrize("engine", torture.ENGINES)
def test_killed_at_random_moments(tmp_path: Path, engine: str) -> None:
    met = torture.kills(engine, 10, tmp_path)
    assert sum(count for name, count in met.items() if name != "bytes left") == 10


@pytest.mark.parametrize("engine", torture.ENGINES)
def test_killed_and_broken_at_steps_of_a_commit(tmp_path: Path, engine: str) -> None:
    met = torture.every_step(engine, tmp_path, each=29, kinds=("add",))
    assert set(met) == {"add kill", "add full"}
