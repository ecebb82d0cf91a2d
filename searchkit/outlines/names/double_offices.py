"""Who holds two offices at once: ``the Prime Minister and Minister of Foreign Affairs``.

Two offices joined by *and* are two people who speak, unless the text names one who holds both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...records import Person
from ..speech.subject import Subject
from .people import People

__all__ = ["one_of_two_offices"]

_BEFORE = re.compile(r"(?:(?:HE|H\.E\.|the)\s+)+", re.IGNORECASE)


def one_of_two_offices(text: str, subjects: list[Subject], people: People) -> list[Subject]:
    """``subjects`` with one person for two offices that are the role of one alone."""
    double = list(_double(people))
    if not double:
        return subjects
    return [_one(text, each, double) if each.members else each for each in subjects]


def _double(people: People) -> Iterator[tuple[str, str | None, Person]]:
    for person in (*people.participants, *people.persons):
        if person.role and " and " in person.role:
            yield " ".join(person.role.lower().split()), person.country, person


def _one(text: str, subject: Subject, double: list[tuple[str, str | None, Person]]) -> Subject:
    words = " ".join(text[subject.start : subject.end].split())
    bare = _BEFORE.sub("", words, count=1).lower()
    holders = {person.name for role, _, person in double if bare in (role, f"{role} of")}
    if len(holders) != 1:
        return subject
    return replace(subject, kind="person", speaker=holders.pop(), members=(), form=words)
