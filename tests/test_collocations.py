"""Words that go together are proposed; what is known, a name or chance is not."""

from __future__ import annotations

import searchkit
from searchkit import Passage

TEXTS = [
    "The herring corridor was drawn by the pilots of the harbour.",
    "Pilots asked for the herring corridor to be wider.",
    "A herring corridor needs buoys, said Ana Lima.",
    "The peace treaty was signed. Ana Lima spoke of the peace treaty.",
    "Ana Lima read the peace treaty to the pilots.",
    "The harbour was wide and the buoys were red.",
]


def test_pairs_of_a_collection() -> None:
    index = searchkit.Index.in_memory()
    index.add_passages(
        Passage(id=str(n), text=text, people=("Ana Lima",)) for n, text in enumerate(TEXTS)
    )
    index.commit()
    (found,) = index.collocations()
    assert (found.text, found.passages, found.example) == ("herring corridor", 3, "0")
    assert found.score > 10.83


def test_nothing_to_propose() -> None:
    assert searchkit.Index.in_memory().collocations() == []
