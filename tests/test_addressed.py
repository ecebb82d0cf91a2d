"""Forms of address that may as well be names; all names are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.names.people import find_people
from searchkit.outlines.sections.layout import read_layout


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minister Harto spoke. I thank Pak Harto for it. Pak Harto agreed.", ["Harto"]),
        ("Minister Harto spoke.\n\nMINISTER LUND: I thank Bu Harto for it.", ["Harto", "LUND"]),
        ("Minister Pak Nam Sun spoke to Minister Ri Nam Sun.", ["Pak Nam Sun", "Ri Nam Sun"]),
        ("Pak Chol, the Minister of Cod, met Minister Roe.", ["Pak Chol", "Roe"]),
    ],
)
def test_forms_of_address_that_are_names(text: str, names: list[str]) -> None:
    people = find_people(text, read_layout(text))
    assert [p.name for p in (*people.participants, *people.persons)] == names
