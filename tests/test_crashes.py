"""A process that is killed while it indexes loses nothing that was committed."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import searchkit
from searchkit.query.plan import Every

WRITER = """
import random, sys
import searchkit

place, seed = sys.argv[1], int(sys.argv[2])
chance = random.Random(seed)
index = searchkit.Index.create(place)
print("begun", flush=True)
for _ in range(1000):
    for _ in range(chance.randint(1, 20)):
        name = f"p{chance.randint(0, 99)}"
        if chance.random() < 0.3:
            try:
                index.remove([name])
            except searchkit.NotFound:
                pass
        else:
            index.add_passages([searchkit.Passage(id=name, text=f"common {name}")])
    index.commit()
"""


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_a_killed_writer_leaves_a_whole_index(tmp_path: Path, engine: str) -> None:
    with searchkit.Index.create(tmp_path, engine=engine) as index:  # type: ignore[arg-type]
        index.add_passages([searchkit.Passage(id="first", text="common")])
    chance = random.Random(7)
    for seed in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(seed)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.4))
        writer.kill()
        writer.communicate()
        index = searchkit.Index.open(tmp_path)
        held = {passage.id for passage in index}
        assert "first" in held
        found = [hit.passage.id for hit in index.search("common", limit=200)]
        assert sorted(found) == sorted(held)
        with index._keeper.ready() as kept:
            assert kept.generation == index.info().generation
            assert len(kept.search(Every(), limit=None).hits) == len(held)
        index.close()
