"""Lists of people made at random, the same each time: names of many peoples in many manners."""

from __future__ import annotations

import random

from searchkit.outlines.names.people import find_people
from searchkit.outlines.sections.layout import read_layout

NAMES = {
    "Norway": ["Øyvind Bråten", "Ida Fen", "Åse Lindvik"],
    "Oman": ["Khalid Al-Suwadi", "Faisal bin Tarik Al Busadi", "Hissa Al Mansuri"],
    "Chile": ["Ana María Fuentes López", "Carlos de la Puente", "Juan Pablo Mendi"],
    "Poland": ["Łukasz Żałtowski", "Krzysztof Wroński", "Zofia Šimek"],
    "Vietnam": ["Nguyen Van Tham", "Pham Quoc Hoy", "Bui Thanh Hai"],
    "South Korea": ["Kim Min-sok", "Park Jin-ah", "Han Duk Su"],
    "Netherlands": ["Liesbeth van der Velde", "Jan ten Brink", "Piet van den Bos"],
    "Canada": ["A. B. Orme", "John F. Callow", 'William "Bill" Tenby'],
    "Kenya": ["Joseph Ole Lenku", "Workneh Gebeyu", "Musa Dandi"],
    "Myanmar": ["Kyaw Win Tun", "Khin Aye Mar", "Thant Zin Oo"],
}
ADJECTIVES = {
    "Norway": "Norwegian", "Oman": "Omani", "Chile": "Chilean", "Poland": "Polish",
    "Vietnam": "Vietnamese", "South Korea": "South Korean", "Netherlands": "Dutch",
    "Canada": "Canadian", "Kenya": "Kenyan", "Myanmar": "Myanmar",
}  # fmt: skip
STYLES = ["", "", "", "Mr. ", "Ms ", "H.E. ", "H.E. Mr. ", "Dr. ", "the Hon. ", "Prof. ",
          "Lt. Gen. ", "Ambassador ", "Her Excellency ", "Madam ", "Dr. h.c. "]  # fmt: skip
OFFICES = [
    "Minister of Finance", "Deputy Director-General for Asian Affairs", "First Secretary",
    "Joint Secretary (East Asia)", "Head of Division", "Legal Adviser", "Chief of Protocol",
    "Senior Fisheries Officer", "Interpreter", "Consul General", "Team Leader", "Lead Negotiator",
    "Minister-Counsellor", "Permanent Secretary", "Governor of the Central Bank",
]  # fmt: skip
ROWS = [
    "{n}, {o}", "{n} – {o}", "{n} - {o}", "{n} ({o})", "{o}: {n}", "{o} – {n}", "{o}, {n}",
    "{n}            {o}", "{n}\t{o}", "- {n}, {o}", "* **{n}** – {o}", "{n}, {o};", "{n} [{o}]",
]  # fmt: skip
HEADS = ["{c}", "{c}:", "**{c}**", "### {c}", "{a} side:", "The {a} side", "Delegation of {c}",
         "For {c}:", "On the {a} side:", "Representatives of {c}:"]  # fmt: skip
OVER = ["Participants", "Participants:", "Present:", "Attendance", "List of participants"]
LISTS = 120


def listed(chance: random.Random) -> tuple[str, dict[str, tuple[str, str]]]:
    """A page with a list, and who has what office and country by it."""
    row, head, over = (chance.choice(one) for one in (ROWS, HEADS, OVER))
    lines, people = ["Talks on cod", "", "4 May 2011", "", over, ""], {}
    for country in chance.sample(sorted(NAMES), 2):
        lines.append(head.format(c=country, a=ADJECTIVES[country]))
        for name in chance.sample(NAMES[country], 2):
            office = chance.choice(OFFICES)
            lines.append(row.format(n=chance.choice(STYLES) + name, o=office))
            people[name] = office, country
        lines.append("")
    return "\n".join([*lines, "1. Cod", "", "The cod was weighed.", ""]), people


def test_lists_at_random() -> None:
    chance = random.Random(7)
    wrong = []
    for _ in range(LISTS):
        text, people = listed(chance)
        found = find_people(text, read_layout(text))
        got = {p.name: (p.role, p.country) for p in (*found.participants, *found.persons)}
        if got != people:
            wrong.append((text, {*got.items()} ^ {*people.items()}))
    assert not wrong, f"{len(wrong)} of {LISTS}: {wrong[0]}"
