"""Fronts composed at random from parts, with what they tell. All of it is invented."""

from __future__ import annotations

import random
import textwrap
from datetime import date

_COUNTRIES = (
    ("Norway", "Norwegian", "Oslo"),
    ("Chile", "Chilean", "Santiago"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Latvia", "Latvian", "Riga"),
    ("Fiji", "Fijian", "Suva"),
    ("Qatar", "Qatari", "Doha"),
)
_SURNAMES = ("Halden", "Okoro", "Tarv", "Mirel", "Dostan", "Quint", "Alvane", "Sorrell", "Nakade")
_GIVEN = ("", "", "Marta ", "Jonas ", "Ilse ", "Erik ")
_OFFICES = (
    "Foreign Minister",
    "Minister for Ports",
    "Prime Minister",
    "President",
    "State Secretary",
    "Ambassador",
)
_MATTERS = ("ports", "railways", "water", "forestry", "shipping", "grain")
_TITLES = (
    "{office} {one} meets with {other} of {there} {two}",
    "{here} and {there} agree on {matter}",
    "{here}, {there} discuss cooperation in {matter}",
    "Joint Statement on {Matter} between {here} and {there}",
    "Visit of {office} {one} to {there}",
    "Fourth Round of Consultations between {here} and {there}",
    "11th Meeting of the {here}-{there} Joint Commission on {Matter}",
    "Readout of {office} {one}'s Meeting with {other} {two}",
    "{office} {one}: {there} is a reliable partner",
    "On the talks of {office} {one} with {other} of {there} {two}",
    "Remarks by {office} {one} and {other} {two} at a Joint Press Availability",
    "A new chapter for {matter}",
    "Statement by {office} {one} after meeting {other} {two}",
    "{there}: {office} {one} takes part in consultations on {matter}",
    "{there} to open {matter} office in {town}",
)
_ABOVE = (
    "Press Releases",
    "News",
    "Statements and Speeches",
    "PRESS RELEASE",
    "Press Communiqué",
    "Latest news",
    "Meetings",
    "Home > Media > News",
    "You are here: Home / Newsroom",
    "EN | FR",
    "Skip to main content",
    "No. 12/2004",
    "Ref: PS/12/04",
    "FOR IMMEDIATE RELEASE",
    "Check against delivery",
    "12 Harbour Street, {town}",
    "P.O. Box 4411, {town}",
    "Ministry of Ports and Shipping",
    "MINISTRY OF PORTS\n{HERE}",
    "Office of the President | {here}",
    "Northern Press Agency",
)
_BELOW = (
    "Share",
    "Print",
    "Share this page: Facebook Twitter LinkedIn",
    "A- A A+",
    "By Staff Reporter",
    "Author: Ann Pell",
    "Press Service of the Ministry of Ports",
    "{one} with {two} before the talks (Photo: Press Office)",
    "Image 1 of 4",
    "Published by: Ministry of Ports",
)
_DATES = (
    "%-d %B %Y",
    "%B %-d, %Y",
    "%A, %-d %B %Y",
    "%Y-%m-%d",
    "Published: %-d %b %Y",
    "%d %B %Y",
)
_KINDS = ("Summary", "Overview", "Readout", "Gist")


def compose(seed: int) -> tuple[str, dict[str, str | None]]:
    """A document, and the title, the kind and the day of issue that its front tells."""
    rng = random.Random(seed)
    (there, adjective, _), (here, _, town) = rng.sample(_COUNTRIES, 2)
    names = [rng.choice(_GIVEN) + name for name in rng.sample(_SURNAMES, 2)]
    office, other = rng.choice(_OFFICES), rng.choice(_OFFICES)
    matter = rng.choice(_MATTERS)
    words = {"office": office, "other": other, "one": names[0], "two": names[1], "here": here}
    words |= {"there": there, "town": town, "matter": matter, "Matter": matter.title()}
    words |= {"HERE": here.upper()}
    title = rng.choice(_TITLES).format(**words)
    title = title.upper() if rng.random() < 0.2 else title
    day = date(rng.randint(1990, 2025), rng.randint(1, 12), rng.randint(1, 28))
    told = rng.choice(_DATES)
    dated = day.strftime(told)
    if "%d" not in told and rng.random() < 0.3:
        dated = rng.choice((f"{town}, {dated}", f"({town}, {dated})", f"{dated} | {town}"))
        dated = dated.replace("Published: ", "")
    kind = rng.choice(_KINDS) if rng.random() < 0.2 else None
    lines = textwrap.wrap(title, rng.choice((200, 200, 66, 52, 44)), break_on_hyphens=False)
    if kind is not None and rng.random() < 0.5:
        lines[-1] += f" ({kind})"
    elif kind is not None:
        lines.append(f"({kind})")
    above = [part.format(**words) for part in rng.sample(_ABOVE, rng.randint(0, 3))]
    below = [part.format(**words) for part in rng.sample(_BELOW, rng.randint(0, 2))]
    above = [part for part in above if part.isupper() == title.isupper() or rng.random() < 0.9]
    parts = [*above, dated, "\n".join(lines)] if rng.random() < 0.4 else []
    parts = [*parts, *below] if parts else [*above, "\n".join(lines), dated, *below]
    gap = rng.choice(("\n\n", "\n\n", "\n", ""))
    front = parts[0]
    for part in parts[1:]:
        front += (gap or rng.choice(("\n", "\n\n"))) + part
    surnames = [name.rpartition(" ")[2] for name in names]
    text = (
        f"On {day.day} {day:%B}, {office} {names[0]} met with {other} of {there} {names[1]} for "
        f"talks on {matter}. The {adjective} side came from {there} to {here} by sea.\n\n"
        f"{office} {surnames[0]} said that both countries had much to gain from it.\n\n"
        f"{other} {surnames[1]} stressed that companies were ready to open shops in {town}.\n"
    )
    return f"{front}\n\n{text}", {"title": title, "kind": kind, "issued": day.isoformat()}
