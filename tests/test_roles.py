"""Names with offices of every make: where the office ends and the name begins."""

from __future__ import annotations

import pytest

from searchkit.outlines.layout import read_layout
from searchkit.outlines.people import find_people


def facts(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Name -> role and country."""
    found = find_people(text, read_layout(text))
    return {p.name: (p.role, p.country) for p in (*found.participants, *found.persons)}


STYLES = {
    "a field that is nowhere listed": (
        "They met Ms. Ida Fen, Minister of Culture and Human Mobility, in Vik.",
        {"Ida Fen": ("Minister of Culture and Human Mobility", None)},
    ),
    "a field that goes on after what describes it": (
        "They met Mr. Jan Ode, Director of the Department of Neighboring Valleys, in Vik.",
        {"Jan Ode": ("Director of the Department of Neighboring Valleys", None)},
    ),
    "a league of two countries": (
        "They met Mr. Jan Ode, Chairman of the Norway-Oman Parliamentary Friendship League.",
        {"Jan Ode": ("Chairman of the Norway-Oman Parliamentary Friendship League", None)},
    ),
    "a province before the name": (
        "They met Governor of Lower Vik Oblast Ida Fen.",
        {"Ida Fen": ("Governor of Lower Vik Oblast", None)},
    ),
    "a secretary of state of a country": (
        "The Honorable Ida Fen, Secretary of State of the United States, came.",
        {"Ida Fen": ("Secretary of State", "United States")},
    ),
    "a crooked apostrophe in the name of a country": (
        "They met Jan Ode, Minister of Trade of the Lao People’s Democratic Republic.",
        {"Jan Ode": ("Minister of Trade", "Laos")},
    ),
    "another crooked apostrophe": (
        "They met Mr. Jan Ode, Prime Minister of Côte d’Ivoire, in Vik.",
        {"Jan Ode": ("Prime Minister", "Cote d'Ivoire")},
    ),
    "what describes the office": (
        "Coordinating Minister for Forests Ida Fen and Presidential Envoy Jan Ode met.",
        {
            "Ida Fen": ("Coordinating Minister for Forests", None),
            "Jan Ode": ("Presidential Envoy", None),
        },
    ),
    "an office of the body just named": (
        "They met Ms. Ida Fen, President of the Fish Assembly, and Mr. Jan Ode, its Vice-Chair.",
        {"Ida Fen": ("President of the Fish Assembly", None), "Jan Ode": ("Vice-Chair", None)},
    ),
    "a name with its initial first": (
        "Present\n\n• Ms I Fen (Chairperson)\n\n• Mr J van Ode\n\nTalks\n\nThe Chairperson, Ms Ida"
        " Fen, spoke. Mr Jan van Ode agreed.",
        {"Ida Fen": ("Chairperson", None), "Jan van Ode": (None, None)},
    ),
    "what is left out of a transcript": (
        "Talks with the Chief Secretary (Excerpt)\n\nChief Secretary Ida Fen spoke of cod.",
        {"Ida Fen": ("Chief Secretary", None)},
    ),
    "signatures side by side": (
        "Talks\n\nMs. Ida Fen met Mr. Jan Ode.\n\nFor Vik          For Ode\n"
        "Ida Fen          Jan Ode\n",
        {"Ida Fen": (None, None), "Jan Ode": (None, None)},
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_an_office_ends_where_its_name_begins(style: str) -> None:
    text, expected = STYLES[style]
    assert facts(text) == expected
