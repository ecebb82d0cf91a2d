"""Which names may be one person's, looked for among many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit.outlines.names import namesakes
from searchkit.outlines.names.namesakes import Namesakes, agree
from searchkit.outlines.names.people import find_people
from searchkit.outlines.sections.layout import read_layout

WORDS = (
    "al",
    "el",
    "iva",
    "ivan",
    "ivanovich",
    "i",
    "o",
    "orlov",
    "sergei",
    "sergey",
    "joe",
    "joseph",
)
NAMES = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4).map(tuple), max_size=12)


@given(NAMES)
def test_keys_find_all_that_agree(names: list[tuple[str, ...]]) -> None:
    known = Namesakes()
    seen: list[tuple[str, ...]] = []
    for words in sorted(names, key=lambda name: -len(name)):
        near = [i for i, name in enumerate(seen) if {words[0], words[-1]} & set(name)]
        fits = [i for i in near if agree(words, seen[i])]
        assert list(known.of(words)) == sorted(fits, key=lambda i: (words[-1] not in seen[i], i))
        known.add(words)
        seen.append(words)


@pytest.mark.parametrize("line", ["Minister Ana Ro{}e sang.", "Minister {}a Roe sang."])
def test_many_of_one_given_name_or_surname(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counting(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        nonlocal asked
        asked += 1
        return agree(a, b)

    monkeypatch.setattr(namesakes, "agree", counting)
    letters = "bcdfghjklm"
    middles = [a + "i" + b + "o" + c for a in letters for b in letters for c in letters]
    middles = [m.title() if line.startswith("Minister {") else m for m in middles]
    text = "Talks on Cod\n\n" + "\n\n".join(map(line.format, middles)) + "\n"
    found = find_people(text, read_layout(text))
    assert len(found.persons) + len(found.participants) > len(middles) / 20
    assert asked < 120 * len(middles)
