"""The roster: what is kept for look-ups is what reading everybody would give, change by change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import Index, Outline, Passage, Person
from searchkit.names import NameIndex, entries, merge
from searchkit.persons import together, words_of
from searchkit.rows import PersonRow


def outline(number: int, people: list[Person]) -> Outline:
    name = f"meeting-{number}"
    text = "They met."
    return Outline(
        id=name,
        text=text,
        title="A meeting",
        persons=tuple({person.name: person for person in people}.values()),
        passages=(Passage(id=f"{name}#0", text=text, document=name, end=len(text)),),
    )


_given = st.sampled_from(["Ana", "Igor", "I.", "Ivan", "Marta", "M.", ""])
_middle = st.sampled_from(["", "", "S.", "Ivanov", "Petr"])
_family = st.sampled_from(["Ivanov", "Iwanow", "Lima", "Kim", "KIM", "Igor", "Odum"])
_names = st.builds(lambda *words: " ".join(filter(None, words)), _given, _middle, _family)
_people = st.builds(
    Person,
    _names,
    role=st.sampled_from([None, "President", "Foreign Minister"]),
    country=st.sampled_from([None, "Russia", "Korea"]),
    variants=st.sampled_from([(), ("President Ivanov",), ("Mr Kim", "Minister Kim")]),
)
_changes = st.lists(
    st.tuples(st.integers(0, 4), st.one_of(st.none(), st.lists(_people, max_size=4))),
    min_size=1,
    max_size=6,
)


@settings(max_examples=30, deadline=None)
@given(_changes)
def test_people_are_the_same_change_by_change_as_at_once(
    changes: list[tuple[int, list[Person] | None]],
) -> None:
    index = Index.in_memory(engine="whoosh")
    held: dict[int, list[Person]] = {}
    for number, people in changes:
        if people is not None:
            index.add_outlines([outline(number, people)])
            held[number] = people
        elif held.pop(number, None) is not None:
            index.remove([f"meeting-{number}"])
        index.commit()
    rows = index._catalog.people()
    names = merge((row.document, row.person) for row in rows)
    assert {(r.document, r.person.name): r.canonical for r in rows} == names
    people_of = NameIndex(entries((r.document, r.person, r.passages, r.canonical) for r in rows))
    for typed in ("Ivanov", "Igor Ivanov", "Ana Lima", "Kim", "Odun", "I. S. Ivanov", "Иванов"):
        assert list(index.names(typed)) == people_of.find(typed)
    assert index._catalog.renamed() == index._catalog._renamed() == renamed(rows)


def renamed(rows: list[PersonRow]) -> tuple[dict[str, str], set[str]]:
    meant: dict[str, set[str]] = {}
    bearing: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        meant.setdefault(row.person.name, set()).add(row.canonical)
        bearing.setdefault((row.document, row.canonical), set()).add(row.person.name)
    several = {name for name, persons in meant.items() if len(persons) > 1}
    several |= {name for names in bearing.values() if len(names) > 1 for name in names}
    one = {name: min(persons) for name, persons in meant.items() if name not in several}
    return {name: person for name, person in one.items() if name != person}, several


@pytest.mark.parametrize("kept", ["", "[", "3", '["2", {"Berg": 4}, []]', '["2", [], []]'])
def test_names_that_are_kept_badly_are_found_anew(kept: str) -> None:
    index = Index.in_memory(engine="whoosh")
    index.add_outlines([outline(1, [Person("Ana Lima")]), outline(2, [Person("Lima")])])
    index.commit()
    assert index._catalog.generation == 2
    assert index._catalog.renamed() == ({"Lima": "Ana Lima"}, set())
    index._catalog.write(renamed=kept)
    assert index._catalog.renamed() == ({"Lima": "Ana Lima"}, set())


def test_a_speaker_is_named_by_whole_words_only() -> None:
    index = Index.in_memory(engine="whoosh")
    names = ["Ana Lima", "Limann", "Dalima Lim", "Lima", "Ana-Lima Odum"]
    index.add_passages(
        Passage(id=f"p{number}", text="On tuna.", speakers=(name,))
        for number, name in enumerate(names)
    )
    index.commit()
    found = index.search("tuna", speaker="lima")
    assert sorted(hit.passage.id for hit in found) == ["p0", "p3", "p4"]
    assert [hit.passage.id for hit in index.search("tuna", speaker="lima ana odum")] == ["p4"]


def test_who_may_be_meant_together() -> None:
    names = ["Igor Ivanov", "Ivanov", "I. Ivanov", "Ana Lima", "Petr Ivanov", "Igor Odum"]
    words = {name: words_of(name) for name in names}
    assert together(words, ["Igor Ivanov"]) == {"Igor Ivanov", "Ivanov", "I. Ivanov", "Petr Ivanov"}
    assert together(words, ["Ana Lima"]) == {"Ana Lima"}
    assert together(words, ["Igor Odum"]) == {"Igor Odum"}


def test_nobody_is_left_of_a_document_that_went() -> None:
    index = Index.in_memory(engine="whoosh")
    index.add_outlines([outline(1, [Person("Ana Lima")]), outline(2, [Person("Igor Odum")])])
    index.commit()
    index.remove(["meeting-1"])
    index.commit()
    assert list(index.names("Ana Lima")) == []
    assert [hit.entry.name for hit in index.names("Odum")] == ["Igor Odum"]


def test_changes_that_are_forgotten_leave_no_names() -> None:
    index = Index.in_memory(engine="whoosh")
    index.add_outlines([outline(1, [Person("Ana Lima")])])
    index.rollback()
    index.add_outlines([outline(2, [Person("Igor Odum")])])
    index.commit()
    assert list(index.names("Ana Lima")) == []
